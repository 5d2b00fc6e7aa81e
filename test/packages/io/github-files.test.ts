import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as core from '@actions/core';
import { afterAll, afterEach, expect, test } from '@jest/globals';

import {
  fileCommand,
  writeFiles,
  writeOutputs,
  writeSummary,
  writeVariables,
} from '../../../packages/io/github-files.ts';

const home = mkdtempSync(join(tmpdir(), 'files-'));
const before = process.env.GITHUB_OUTPUT;
afterEach(() => {
  if (before === undefined) delete process.env.GITHUB_OUTPUT;
  else process.env.GITHUB_OUTPUT = before;
});
afterAll(() => {
  rmSync(home, { recursive: true });
});

const empty = (name: string): string => {
  const path = join(home, name);
  writeFileSync(path, '');
  return path;
};
const sameDelimiter = (text: string): string => text.replace(/ghadelimiter_[0-9a-f-]{36}/g, 'D');

/** As the runner reads it: FileCommandManager of https://github.com/actions/runner */
function runnerReads(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  while (lines.length > 1) {
    const [, name = '', end = ''] = /^(.*?)<<(.*)$/.exec(lines.shift() ?? '') ?? [];
    const value = lines.splice(0, lines.indexOf(end));
    lines.shift();
    values[name] = value.join('\n');
  }
  return values;
}

const values: readonly string[] = [
  'plain',
  '',
  'two\nlines',
  'ends with a newline\n',
  '\n',
  'with\r\nCR',
  'ghadelimiter_x\nEOF\nother<<EOF\nvalue\nEOF',
  '::set-output name=x::y',
  '%0A%25',
  '{"a":"é€😀"}',
  'x=y',
];

test.each(values)('%j is written as the toolkit writes it', (value) => {
  const theirs = empty('theirs');
  process.env.GITHUB_OUTPUT = theirs;
  core.setOutput('tags', value);
  expect(sameDelimiter(fileCommand('tags', value))).toBe(
    sameDelimiter(readFileSync(theirs, 'utf8')),
  );
});

test('the runner reads back what was written', () => {
  const path = empty('ours');
  const outputs = new Map(values.map((value, at) => [`value-${at}`, value]));
  expect(writeOutputs(path, outputs)).toEqual([]);
  expect(runnerReads(readFileSync(path, 'utf8'))).toEqual(Object.fromEntries(outputs));
});

test('every value has a delimiter of its own', () => {
  expect(fileCommand('a', '')).not.toBe(fileCommand('a', ''));
});

test('an output that no workflow takes is left out with a sentence', () => {
  const path = empty('large');
  const outputs = new Map([
    ['large', 'é'.repeat(524_289)],
    ['fits', 'x'.repeat(1_048_576)],
  ]);
  expect(writeOutputs(path, outputs)).toEqual([
    'the output "large" has 1.0 MB and was left out: a workflow takes 1 MiB; read it from metadata-file',
  ]);
  expect(Object.keys(runnerReads(readFileSync(path, 'utf8')))).toEqual(['fits']);
});

test('a summary is appended and told how much still fits', () => {
  const path = join(home, 'summary');
  writeFileSync(path, 'before\n');
  const rooms: number[] = [];
  writeSummary(path, (maxBytes) => {
    rooms.push(maxBytes);
    return '# Ours';
  });
  expect(readFileSync(path, 'utf8')).toBe('before\n# Ours\n');
  expect(rooms).toEqual([1024 * 1024 - 8]);
});

test('a summary that is full stays as it is', () => {
  const path = join(home, 'full');
  writeFileSync(path, 'x'.repeat(1024 * 1024));
  writeSummary(path, () => 'more');
  expect(readFileSync(path, 'utf8')).toHaveLength(1024 * 1024);
});

test('variables are written by their names, and one that no process takes is left out', () => {
  const path = empty('variables');
  const outputs = new Map([
    ['tags', 'a\nb'],
    ['json', 'x'.repeat(128 * 1024)],
  ]);
  const names = new Map([
    ['tags', 'X_TAGS'],
    ['json', 'X_JSON'],
    ['none', 'X_NONE'],
  ]);
  expect(writeVariables(path, outputs, names)).toEqual([
    'the variable X_JSON has 131.1 kB and was left out: a process takes less than 128 KiB; read the output "json"',
  ]);
  expect(runnerReads(readFileSync(path, 'utf8'))).toEqual({ X_TAGS: 'a\nb', X_NONE: '' });
});

test('files of outputs stand in a new folder for the steps that follow', () => {
  const files = new Map([['bake-file', { name: 'bake.json', text: '{}' }]]);
  const path = writeFiles(files, home).get('bake-file') ?? '';
  expect(path.startsWith(join(home, 'ecluse-'))).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('{}');
  expect(writeFiles(new Map(), join(home, 'nowhere'))).toEqual(new Map());
});
