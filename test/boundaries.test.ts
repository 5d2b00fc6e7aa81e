import { globSync, readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';
import ts from 'typescript';

import { allowed, rooms } from './boundaries.table.ts';

const root = `${import.meta.dirname}/..`;
const imports = (file: string): readonly string[] =>
  ts
    .preProcessFile(readFileSync(`${root}/${file}`, 'utf8'))
    .importedFiles.map(({ fileName }) => fileName);

test('every room stands in the table', () => {
  expect(
    globSync('packages/*', { cwd: root })
      .map((path) => path.slice(9))
      .sort(),
  ).toEqual(Object.keys(rooms).sort());
});

test.each(Object.keys(rooms))('%s imports only what the table gives it', (room) => {
  const may = allowed(room);
  const strangers = globSync(`packages/${room}/**/*.ts`, { cwd: root }).flatMap((file) =>
    imports(file)
      .filter((name) => !name.startsWith('./') && !may.includes(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(strangers).toEqual([]);
});

test('no action imports another', () => {
  const strangers = globSync('actions/*/*.ts', { cwd: root }).flatMap((file) =>
    imports(file).filter((name) => name.startsWith('..')),
  );
  expect(strangers).toEqual([]);
});

test('environment, network and standard streams belong to io', () => {
  const reaches = /\bprocess\.(?:env|cwd|argv|exit\w*|std\w+|on)\b|\bfetch\(|\bWebSocket\b/;
  const strangers = globSync('{packages,actions}/*/**/*.ts', { cwd: root }).filter(
    (file) =>
      !file.startsWith('packages/io/') && reaches.test(readFileSync(`${root}/${file}`, 'utf8')),
  );
  expect(strangers).toEqual([]);
});
