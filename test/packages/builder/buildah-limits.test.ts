import { describe, expect, test } from '@jest/globals';

import { parseDockerfile, resolve } from '#dockerfile';

import { parseVersion, unreadable } from '../../../packages/builder/buildah-limits.ts';

const why = (version: string, lines: readonly string[], target?: string) => {
  const parsed = parseVersion(version);
  if (parsed === undefined) throw new Error(`${version} is no version`);
  const dockerfile = parseDockerfile(lines.join('\n'), 'Dockerfile');
  return unreadable(parsed, resolve(dockerfile, { args: {}, platform: 'linux/amd64', target }));
};

describe('a version', () => {
  test.each([
    ['buildah version 1.28.2 (image-spec 1.1.0-rc2, runtime-spec 1.0.2-dev)\n', '1.28.2', 28],
    ['buildah version 1.42.0-dev (image-spec 1.1.1)', '1.42.0-dev', 42],
  ])('of %j', (text, version, minor) => {
    expect(parseVersion(text)).toEqual({ major: 1, minor, text: version });
  });

  test('is not in every text', () => {
    expect(parseVersion('no such thing')).toBeUndefined();
  });
});

describe('Buildah 1.28 cannot read', () => {
  test.each([
    ['RUN <<EOF\nx\nEOF', 'heredocs'],
    ['COPY <<EOF /x\nx\nEOF', 'heredocs'],
    ['COPY --link a /', 'COPY --link'],
    ['COPY --chown=1 --exclude=b a /', 'COPY --exclude'],
    ['ADD --checksum=sha256:0 a /', 'ADD --checksum'],
    ['RUN --network=none a', 'RUN --network'],
    ['HEALTHCHECK --start-interval=1s CMD a', 'HEALTHCHECK --start-interval'],
  ])('%j', (text, what) => {
    const lines = ['FROM scratch', '', text];
    expect(why('1.28.2', lines)).toBe(`Buildah 1.28 cannot read ${what} (Dockerfile:3)`);
    expect(why('1.33.0', lines)).toBeUndefined();
  });

  test.each([
    'COPY --from=a --chown=1 --chmod=755 a /',
    'RUN --mount=type=cache,target=/c a',
    'HEALTHCHECK --interval=1s --timeout=1s --start-period=1s --retries=1 CMD a',
  ])('but it can read %j', (text) => {
    const lines = ['FROM scratch', text];
    expect(why('1.28.2', lines)).toBeUndefined();
  });

  test('but what the target does not reach is not read', () => {
    const lines = ['FROM scratch AS a', 'FROM scratch', 'COPY --link a /'];
    expect(why('1.28.2', lines, 'a')).toBeUndefined();
  });
});
