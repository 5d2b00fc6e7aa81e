import { expect, test } from '@jest/globals';

import {
  marksOf,
  missingFrom,
  parseAnnotations,
  parseLabels,
  type Facts,
  type LabelPolicy,
  type Said,
} from '#labels';

const oci = (key: string): string => `org.opencontainers.image.${key}`;
const commit = '1a2b3c4d'.repeat(5);
const facts: Facts = {
  title: 'shop',
  source: 'https://github.com/acme/shop',
  epoch: 1_767_603_600,
  commit,
  version: undefined,
};
const nothing: Said = { labels: {}, file: {}, annotations: [] };
const policy: LabelPolicy = { set: {}, required: [] };

test('what is known is said, and nothing of the run', () => {
  expect(marksOf(facts, nothing, undefined)).toEqual({
    labels: { [oci('created')]: '2026-01-05T09:00:00Z', [oci('revision')]: commit },
    defaults: {
      [oci('title')]: 'shop',
      [oci('source')]: facts.source,
      [oci('url')]: facts.source,
    },
    without: [],
    annotations: [],
    required: [],
    notes: [],
  });
});

test('a build from a version says it, and one of a changed tree says no commit', () => {
  expect(marksOf({ ...facts, version: '1.4.2' }, nothing, undefined).labels).toMatchObject({
    [oci('version')]: '1.4.2',
  });
  const dirty = marksOf({ ...facts, commit: undefined, source: undefined }, nothing, policy);
  expect(dirty.labels).not.toHaveProperty(oci('revision'));
  expect(dirty.defaults).toEqual({ [oci('title')]: 'shop' });
  expect(dirty.without).toEqual([oci('revision')]);
});

test('the input wins over the file, the file over ecluse.yml, and that over what is known', () => {
  const set = { a: 'policy', b: 'policy', c: 'policy', [oci('created')]: 'then' };
  const said = { ...nothing, file: { a: 'file', b: 'file' }, labels: { a: 'input' } };
  expect(marksOf(facts, said, { ...policy, set }).labels).toMatchObject({
    a: 'input',
    b: 'file',
    c: 'policy',
    [oci('created')]: 'then',
  });
});

test('what a build finds out nobody says: it is left out, and that is told where it differs', () => {
  const own = parseLabels([`${oci('revision')}=${commit}`, `${oci('base.name')}=mine`], 'labels');
  const said = {
    ...nothing,
    labels: own,
    annotations: parseAnnotations([`index:${oci('base.digest')}=sha256:0`, 'a=b']),
  };
  const marks = marksOf(facts, said, undefined);
  expect(marks.labels).not.toHaveProperty(oci('base.name'));
  expect(marks.annotations.map(({ key }) => key)).toEqual(['a']);
  expect(marks.notes).toEqual([
    `${oci('base.name')} is what the build finds out: "mine" of "labels" is left out`,
    `${oci('base.digest')} is what the build finds out: "sha256:0" of "annotations" is left out`,
  ]);
  const other = { ...nothing, labels: { [oci('revision')]: 'x\n::error::' } };
  expect(marksOf({ ...facts, commit: undefined }, other, undefined)).toMatchObject({
    notes: [
      `${oci('revision')} is what the build finds out: "x\\n::error::" of "labels" is left out`,
    ],
  });
});

test('our own keys and more than 64 KiB are refused', () => {
  const marks = (said: Partial<Said>) => () => marksOf(facts, { ...nothing, ...said }, undefined);
  expect(marks({ labels: { 'dev.ecluse.recipe': 'x' } })).toThrow(
    '"labels" has "dev.ecluse.recipe", which only this product writes: remove it',
  );
  const long = 'x'.repeat(40_000);
  expect(marks({ labels: { a: long }, file: { b: long } })).toThrow(
    'the labels have 80002 bytes: at most 65536 are written',
  );
  const twice = parseAnnotations([`a=${long}`, `index:a=${long}`]);
  expect(marks({ annotations: twice })).toThrow('the annotations have 80002 bytes');
  expect(marks({ labels: { a: long }, file: { a: long } })).not.toThrow();
});

test('a required label that is empty is missing', () => {
  expect(missingFrom({ a: 'x', b: ' ', c: '' }, ['a', 'b', 'c', 'd', 'toString'])).toEqual([
    'b',
    'c',
    'd',
    'toString',
  ]);
});

test.each([
  ['a', 'must hold name=value, not "a"'],
  ['a b=c', 'has "a b", which must be a key'],
  ['__proto__=c', 'has "__proto__", which must be a key'],
  ['a\u0000b=c', 'has "a\\u0000b", which must be a key'],
  ['a=\u0007', 'has "a", whose value must be text without control characters, not "\\u0007"'],
  ['a=\ud800', 'has "a", whose value must be text'],
])('the label %j is refused', (line, says) => {
  expect(() => parseLabels([line], 'labels')).toThrow(`input "labels" ${says}`);
});
