import { expect, test } from '@jest/globals';

import { parseDockerfile } from '#dockerfile';
import { ownerOf, type Owners } from '#layers';

const known: Readonly<Record<string, string>> = {
  'docker/Dockerfile': '@build',
  'app/src': '@shop',
  'app/src/a b': '@shop',
  'app/lib': '@libs',
  'app/x"y': '@odd',
  outside: '@outside',
};
const owners: Owners = {
  base: '@platform',
  of: (path) => Promise.resolve(known[path]),
  dockerfile: 'docker/Dockerfile',
  context: 'app',
};
const owner = (text: string, more: Partial<Owners> = {}) => {
  const [stage] = parseDockerfile(`FROM a AS b\n${text}\n`, 'Dockerfile').stages;
  return ownerOf({ ...owners, ...more }, { isBase: false, instruction: stage?.instructions[0] });
};

test.each([
  ['COPY src /app', '@shop'],
  ['COPY --chown=1 ./src/ /app', '@shop'],
  ['ADD ["src", "/app"]', '@shop'],
  ['COPY ["src", "src/a b", "/app/"]', '@shop'],
  ['COPY src lib /app/', '@build'],
  ['COPY other /app', '@build'],
  ['COPY --from=b src /app', '@build'],
  ['COPY $WHAT src /app/', '@build'],
  ['ADD https://example.com/src /app', '@build'],
  ['COPY <<src /app\nx\nsrc', '@build'],
  ['COPY ../../../outside /app', '@outside'],
  ['RUN src', '@build'],
])('%j is answered for by %s', async (text, expected) => {
  expect(await owner(text)).toBe(expected);
});

test('a layer of the base is answered for by the owner of bases, or by nobody', async () => {
  const base = { isBase: true, instruction: undefined };
  expect(await ownerOf(owners, base)).toBe('@platform');
  expect(await ownerOf({ ...owners, base: undefined }, base)).toBeUndefined();
});

test('without a Dockerfile nobody answers for the rest', async () => {
  expect(
    await ownerOf({ ...owners, dockerfile: undefined }, { isBase: false, instruction: undefined }),
  ).toBeUndefined();
  expect(await owner('COPY src /app', { dockerfile: undefined })).toBe('@shop');
});
