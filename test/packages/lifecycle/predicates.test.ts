import { expect, test } from '@jest/globals';
import * as v from 'valibot';

import {
  builtSchema,
  holdSchema,
  partOfSchema,
  passedSchema,
  releaseSchema,
  resumeSchema,
} from '#lifecycle';

const digest = `sha256:${'1'.repeat(64)}`;
const at = '2026-01-05T09:00:00.000Z';
const policy = { source: 'ecluse.yml@main', digest };
const passed = { environment: 'dev', from: null, commit: null, by: 'ada', at, policy };
const commit = '2'.repeat(40);
const built = {
  commit,
  source: null,
  ref: 'main',
  author: null,
  dockerfile: 'Dockerfile',
  target: null,
  by: 'ada',
  at,
};
const release = { version: '1.2.3', gitTag: 'v1.2.3', commit, by: 'ada', at };
const partOf = { index: digest, platform: 'linux/arm64' };
const hold = { environment: 'dev', by: 'ada', at };
const resume = { environment: 'dev', hold: digest, by: 'ada', at };

test.each([
  ['passed', passedSchema, passed],
  ['built', builtSchema, built],
  ['release', releaseSchema, release],
  ['part-of', partOfSchema, partOf],
  ['hold', holdSchema, hold],
  ['resume', resumeSchema, resume],
] as const)('%s is read when a later version says more', (_, schema, predicate) => {
  expect(v.parse(schema, { ...predicate, signedBy: 'somebody' })).toEqual(predicate);
});

test.each([
  ['a digest that is none', passedSchema, { ...passed, from: 'sha256:12' }],
  ['a policy without its source', passedSchema, { ...passed, policy: { digest } }],
  ['a time that is none', holdSchema, { ...hold, at: 'yesterday' }],
  ['nobody who said it', holdSchema, { ...hold, by: undefined }],
  ['a commit that is none', builtSchema, { ...built, commit: 'HEAD' }],
  ['a release of no version', releaseSchema, { ...release, version: undefined }],
  ['an index that is none', partOfSchema, { ...partOf, index: 'latest' }],
  ['a hold that is none', resumeSchema, { ...resume, hold: 'all' }],
] as const)('%s is not read', (_, schema, predicate) => {
  expect(v.is(schema, predicate)).toBe(false);
});
