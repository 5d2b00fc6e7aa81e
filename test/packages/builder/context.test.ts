import { writeFileSync } from 'node:fs';

import { afterAll, expect, test } from '@jest/globals';

import { rawOf } from '#image';

import { build, folderOf, removeTemporary, type Files } from './builds.ts';

afterAll(removeTemporary);

const files: Files = {
  Dockerfile: 'd',
  a: 'a',
  'b.o': 'o',
  'node_modules/x/index.js': 'x',
  'node_modules/keep/index.js': 'k',
  'src/main.ts': 'm',
  'src/main.test.ts': 't',
  'empty/': '',
};

test.each([
  [
    '',
    [
      'Dockerfile "d"',
      'a "a"',
      'b.o "o"',
      'empty/',
      'node_modules/',
      'node_modules/keep/',
      'node_modules/keep/index.js "k"',
      'node_modules/x/',
      'node_modules/x/index.js "x"',
      'src/',
      'src/main.test.ts "t"',
      'src/main.ts "m"',
    ],
  ],
  ['*\n!src', ['src/', 'src/main.test.ts "t"', 'src/main.ts "m"']],
  [
    'node_modules\n!node_modules/keep\n*.o\nDockerfile\n**/*.test.ts\nempty',
    [
      'a "a"',
      'node_modules/',
      'node_modules/keep/',
      'node_modules/keep/index.js "k"',
      'src/',
      'src/main.ts "m"',
    ],
  ],
  ['*', []],
])('a context with the ignore file %j is what is left', async (ignore, expected) => {
  const { layers } = await build({ dockerfile: 'FROM scratch\nCOPY . /\n', files, ignore });
  expect(layers).toEqual(expected.length === 0 ? [] : [expected]);
});

test('only what is copied is looked at', async () => {
  const context = folderOf({ 'a/x': 'x', 'b/y': { link: '/nowhere' } });
  const { layers } = await build({ dockerfile: 'FROM scratch\nCOPY a /\nCOPY b /b\n', context });
  expect(layers).toEqual([['x "x"'], ['b/', 'b/y -> /nowhere']]);
});

test('names that are no UTF-8, and names that look like options, are copied byte by byte', async () => {
  const context = folderOf({ '-rf': '1', ü: '2', 'new\nline': '3' });
  writeFileSync(Buffer.from(`${context}/\xff`, 'latin1'), '4');
  const { built, layers } = await build({ dockerfile: 'FROM scratch\nCOPY . /\n', context });
  expect(layers[0]).toEqual(['-rf "1"', 'new\\nline "3"', 'ü "2"', '\ufffd "4"']);
  expect(rawOf(Buffer.from([0xff]))).toBe('\xff');
  expect(built.steps).toHaveLength(2);
});

test('a large file comes whole', async () => {
  const text = Array.from({ length: 400_000 }, (_, n) => `${n}\n`).join('');
  const { layers } = await build({
    dockerfile: 'FROM scratch\nCOPY big /\n',
    files: { big: text },
  });
  expect(layers).toEqual([[`big ${JSON.stringify(text)}`]]);
});

test('a folder with a hundred levels is copied', async () => {
  const deep = 'd/'.repeat(100);
  const { layers } = await build({
    dockerfile: 'FROM scratch\nCOPY . /\n',
    files: { [`${deep}x`]: 'x' },
  });
  expect(layers[0]).toHaveLength(101);
  expect(layers[0]?.at(-1)).toBe(`${deep}x "x"`);
});
