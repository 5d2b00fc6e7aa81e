import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { afterAll, expect, test } from '@jest/globals';

import { read, UsageError, type Inputs } from '#io';

import { gather } from '../../../packages/io/given.ts';

const cwd = mkdtempSync(join(tmpdir(), 'given-'));
writeFileSync(join(cwd, 'result.json'), '{"kind":"x"}');
mkdirSync(join(cwd, 'folder'));
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

const about = { description: 'Something.', since: '0.1.0' } as const;
const inputs = {
  metadata: { ...about, type: 'document' },
  tags: { ...about, type: 'lines' },
  image: { ...about, type: 'text' },
} as const satisfies Inputs;
const gathered = (given: Readonly<Record<string, string>>, stdin?: string) =>
  gather(inputs, (name) => given[name], {
    cwd,
    ...(stdin !== undefined && { stdin: Readable.from([Buffer.from(stdin)]) }),
  });

test('a document is taken as JSON text or from its file', async () => {
  expect(await gathered({ metadata: ' {"a":1}' })).toEqual(new Map([['metadata', '{"a":1}']]));
  expect(await gathered({ metadata: 'result.json' })).toEqual(
    new Map([['metadata', '{"kind":"x"}']]),
  );
});

test('a dash is standard input for lists and documents, and a text elsewhere', async () => {
  expect(await gathered({ tags: '-', image: '-' }, 'a\nb\n')).toEqual(
    new Map([
      ['tags', 'a\nb\n'],
      ['image', '-'],
    ]),
  );
});

test('standing on no standard input a dash is a name as any other', async () => {
  await expect(gathered({ metadata: '-' })).rejects.toThrow(
    new UsageError(
      'input "metadata" must be JSON or the path of a JSON file, and there is no file "-"',
    ),
  );
});

test('standard input is read once', async () => {
  await expect(gathered({ metadata: '-', tags: '-' }, '{}')).rejects.toThrow(
    new UsageError('inputs "metadata" and "tags" cannot both be read from standard input'),
  );
});

test.each([
  ['missing.json', /there is no file "missing.json"$/],
  ['result.json/x', /there is no file "result.json\/x"$/],
  ['a\u0000b', /there is no file "a\\u0000b"$/],
  ['folder', /^input "metadata": the file ".*folder" is a folder, not a file$/],
  ['/dev/zero', /^input "metadata": the file "\/dev\/zero" must not be larger than 33.6 MB$/],
])('the document %j is refused in one sentence', async (path, sentence) => {
  await expect(gathered({ metadata: path })).rejects.toThrow(UsageError);
  await expect(gathered({ metadata: path })).rejects.toThrow(sentence);
});

test('blanks around a value are dropped unless they belong to it', async () => {
  const separators = {
    plain: { ...about, type: 'text' },
    kept: { ...about, type: 'text', verbatim: true },
    empty: { ...about, type: 'text', verbatim: true },
  } as const satisfies Inputs;
  const typed: Readonly<Record<string, string>> = { plain: ' x ', kept: '\n', empty: '' };
  const given = await gather(separators, (name) => typed[name], { cwd });
  expect(given).toEqual(
    new Map([
      ['plain', 'x'],
      ['kept', '\n'],
    ]),
  );
  expect(read({ input: (name) => given.get(name) }, separators)).toEqual({
    plain: 'x',
    kept: '\n',
  });
});
