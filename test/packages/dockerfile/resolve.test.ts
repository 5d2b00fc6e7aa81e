import { describe, expect, test } from '@jest/globals';

import { findStage, resolve, type ResolveOptions } from '#dockerfile';

import { file, sentence } from './text.ts';

const amd64: ResolveOptions = { args: {}, platform: 'linux/amd64' };
const plan = (lines: readonly string[], options: Partial<ResolveOptions> = {}) =>
  resolve(file(...lines), { ...amd64, ...options });
const indexes = (lines: readonly string[], target?: string) =>
  plan(lines, { target }).stages.map(({ stage }) => stage.index);

describe('the target', () => {
  const lines = ['FROM a AS Build', 'FROM b AS test', 'FROM c AS runtime'];
  test.each([
    [undefined, 2],
    ['build', 0],
    ['BUILD', 0],
    ['1', 1],
  ])('%j is stage %i', (target, index) => {
    expect(findStage(file(...lines), target).index).toBe(index);
  });

  test.each([
    ['runtme', 'Dockerfile has no stage "runtme", did you mean "runtime"?'],
    ['3', 'Dockerfile has no stage "3"'],
    ['', 'Dockerfile has no stage ""'],
  ])('%j is refused', (target, message) => {
    expect(sentence(() => findStage(file(...lines), target))).toBe(message);
  });
});

describe('the stages that a target reaches', () => {
  test('are those it stands on and copies from, each after those it needs', () => {
    const lines = [
      'FROM a AS base',
      'FROM base AS build',
      'FROM x AS unused',
      'FROM scratch',
      'COPY --from=build /a /',
    ];
    expect(indexes(lines)).toEqual([0, 1, 3]);
    expect(indexes(lines, 'build')).toEqual([0, 1]);
    expect(indexes(lines, 'unused')).toEqual([2]);
  });

  test('are found by index, and by the source of a mount', () => {
    expect(indexes(['FROM a', 'FROM b', 'COPY --from=0 x /'])).toEqual([0, 1]);
    expect(
      indexes(['FROM a AS x', 'FROM b', 'RUN --mount=type=bind,"from=X",target=/x true']),
    ).toEqual([0, 1]);
  });

  test('may stand later in the file when files are copied from them', () => {
    expect(indexes(['FROM a AS x', 'COPY --from=y /a /', 'FROM b AS y'], 'x')).toEqual([1, 0]);
  });

  test('do not hold the stage of a later line whose name is an image of FROM', () => {
    const { stages, externals } = plan(['FROM debian AS debian', 'RUN x', 'FROM debian']);
    expect(stages.map(({ base }) => base)).toEqual([
      { kind: 'image', name: 'debian' },
      { kind: 'stage', index: 0 },
    ]);
    expect(externals.map(({ name }) => name)).toEqual(['debian']);
  });

  test.each<[string, string[], string]>([
    ['itself', ['FROM a AS x', 'COPY --from=x /a /'], 'Dockerfile:2: stage "x" needs itself'],
    [
      'one that needs it',
      ['FROM a AS x', 'COPY --from=y /a /', 'FROM x AS y'],
      'Dockerfile:2: stage "y" needs itself',
    ],
    [
      'no stage',
      ['FROM a', 'COPY --from=7 /a /'],
      'Dockerfile:2: there is no stage 7: the file has 1',
    ],
    [
      'a variable',
      ['FROM a', 'COPY --from=$x /a /'],
      'Dockerfile:2: variables are not filled in after from=',
    ],
    ['nothing', ['FROM a', 'COPY --from= /a /'], 'Dockerfile:2: from= names nothing'],
    ['an empty base', ['FROM $none'], 'Dockerfile:1: FROM "$none" is empty'],
  ])('cannot need %s', (_, lines, message) => {
    expect(sentence(() => plan(lines))).toContain(message);
  });
});

describe('images from outside', () => {
  test('are named with their line, stage, platform and use', () => {
    const lines = [
      'ARG V=12',
      'FROM --platform=$BUILDPLATFORM debian:${V} AS build',
      'RUN --mount=type=bind,from=tools:1,target=/t true',
      'FROM scratch',
      'COPY --from=build /a /',
      'COPY --from=Nginx:1.2 /b /',
    ];
    expect(plan(lines, { buildPlatform: 'linux/arm64/v8' }).externals).toEqual([
      { name: 'debian:12', line: 2, stage: 0, platform: 'linux/arm64/v8', use: 'base' },
      { name: 'tools:1', line: 3, stage: 0, platform: undefined, use: 'files' },
      { name: 'Nginx:1.2', line: 6, stage: 1, platform: undefined, use: 'files' },
    ]);
  });

  test.each<[string[], Record<string, string>, string]>([
    [['ARG V=1', 'FROM a:$V'], { V: '2' }, 'a:2'],
    [['ARG V=1', 'FROM a:$V'], {}, 'a:1'],
    [['ARG V', 'FROM a:${V:-3}'], {}, 'a:3'],
    [['ARG V=1', 'ARG W=$V-x', 'FROM a:$W'], {}, 'a:1-x'],
    [['ARG V=1 W=$V-x', 'FROM a:$W'], { V: '2' }, 'a:2-x'],
    [['FROM a:$V'], { V: '2' }, 'a:'],
    [['FROM a:$TARGETARCH$TARGETVARIANT'], {}, 'a:amd64'],
    [['FROM a:$TARGETARCH'], { TARGETARCH: 'mine' }, 'a:mine'],
    [['ARG TARGETOS=plan9', 'FROM a:$TARGETOS'], {}, 'a:plan9'],
    [['ARG REGISTRY=r:5000/x', 'FROM "${REGISTRY}/a"'], {}, 'r:5000/x/a'],
  ])('%j with %j is %s', (lines, args, name) => {
    expect(plan(lines, { args }).externals[0]?.name).toBe(name);
  });
});

describe('what an assembler cannot do', () => {
  test('is the first RUN of the reached stages, and every download', () => {
    const lines = [
      'FROM a AS tests',
      'RUN make test',
      'FROM b',
      'ADD https://example.com/x.tar /',
      'ADD https://example.com/x.git /',
      'ADD local.tar /',
      'RUN make',
    ];
    const { needsRun, beyond } = plan(lines);
    expect(needsRun).toMatchObject({ line: 7, text: 'RUN make' });
    expect(beyond.map(({ line, why }) => [line, why])).toEqual([
      [4, 'ADD downloads a file'],
      [5, 'ADD clones a git repository'],
      [7, 'RUN runs a program'],
    ]);
  });

  test('is nothing in a file of COPY alone', () => {
    expect(plan(['FROM a AS t', 'RUN x', 'FROM b', 'COPY a /'])).toMatchObject({
      needsRun: undefined,
      beyond: [],
    });
  });
});

test('build arguments that no ARG declares are named, those that engines know are not', () => {
  const args = {
    V: '1',
    WRONG: '1',
    HTTP_PROXY: 'x',
    no_proxy: 'x',
    TARGETARCH: 'x',
    SOURCE_DATE_EPOCH: '0',
    BUILDKIT_INLINE_CACHE: '1',
    inner: '2',
  };
  expect(plan(['ARG V', 'FROM a', 'ARG inner=1'], { args }).unused).toEqual(['WRONG']);
});

test('a chain of a thousand stages is followed', () => {
  const lines = Array.from(
    { length: 1000 },
    (_, i) => `FROM ${i === 0 ? 'a' : `s${i - 1}`} AS s${i}`,
  );
  expect(indexes(lines)).toHaveLength(1000);
});
