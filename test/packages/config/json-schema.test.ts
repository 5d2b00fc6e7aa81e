import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';

import { ecluseSchema } from '#config';

import { badByForm, badByMeaning, refusal, short, whole } from './files.ts';

const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
ajv.addKeyword('x-ecluse-half');
const fits = ajv.compile(ecluseSchema());

test.each([
  ['whole', whole],
  ['short', short],
])('the %s example fits the published schema', (_, text) => {
  fits(parse(text));
  expect(fits.errors).toBeNull();
});

test.each(badByForm)('the published schema refuses it as we do: $what', ({ text }) => {
  expect(fits(parse(text))).toBe(false);
  expect(refusal(text)).not.toBe('it was not refused');
});

test.each(badByMeaning)('the published schema has no words for it: $what', ({ text }) => {
  expect(fits(parse(text))).toBe(true);
});

test('the published file is the schema that the code has', () => {
  const path = join(import.meta.dirname, '../../../schemas/ecluse.schema.json');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(ecluseSchema());
});

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly description?: string;
  readonly 'x-ecluse-half'?: string;
}
const leaves = (node: Node, path: string): readonly (readonly [string, Node])[] => {
  const below = Object.entries(node.properties ?? {}).map(
    ([key, inner]) => [`${path}.${key}`, inner] as const,
  );
  const each =
    typeof node.additionalProperties === 'object'
      ? [[`${path}.*`, node.additionalProperties] as const]
      : [];
  return [
    ...below.flatMap(([at, inner]) => [[at, inner] as const, ...leaves(inner, at)]),
    ...each.flatMap(([at, inner]) => leaves(inner, at)),
  ];
};

test('each key says what it is, and whether it is read from the commit or is policy', () => {
  const all = leaves(ecluseSchema(), '');
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter(([, { description = '' }]) => !/^.+\.$/.test(description))).toEqual([]);
  for (const [path, node] of all) {
    expect([path, node['x-ecluse-half']]).toEqual([
      path,
      /\.build\b/.test(path) ? 'commit' : 'policy',
    ]);
  }
});
