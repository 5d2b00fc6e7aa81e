import { readFileSync } from 'node:fs';

import { expect } from '@jest/globals';

import { withData } from '../../tools.ts';
import { named, pushed, tagged, type Happened } from './occasions.ts';

interface Case {
  readonly name: string;
  readonly env: string;
  readonly inputs: Readonly<Partial<Record<string, readonly string[]>>>;
  readonly exVersion: { readonly main?: string };
  readonly exTags: readonly string[];
  readonly exLabels: readonly string[];
  readonly exAnnotations?: readonly string[];
}

const onMaster = { repository: { default_branch: 'master' } };
const pull = {
  ...onMaster,
  number: 15,
  pull_request: {
    base: { ref: 'master' },
    head: { ref: 'test-pr', sha: '3370e228f2209994d57af4427fe64e71bb79ac96' },
  },
};
const merged = '266574110acf203503badf966df2ea24b5d732d7';
const nothing: Happened = { event: '', ref: '', sha: '', payload: {} };
const events: Readonly<Record<string, Happened>> = {
  null: nothing,
  empty: nothing,
  pull_request: {
    event: 'pull_request',
    ref: 'refs/pull/15/merge',
    sha: 'a9c8c5828b91be19d9728548b24759e352367ef1',
    payload: pull,
  },
  pull_request_target: {
    event: 'pull_request_target',
    ref: 'refs/heads/master',
    sha: merged,
    payload: pull,
  },
  push_dev: pushed('dev', onMaster),
  push_invalidchars: {
    ...pushed('my/feature#1245', onMaster),
    sha: '983315b5e8d46e46fc4c49869e85e7ee5fb289ba',
  },
  push_master: { ...pushed('master', onMaster), sha: merged },
  release_created: { ...tagged('v1.1.1', { action: 'created' }), event: 'release' },
  schedule: { ...pushed('master'), event: 'schedule' },
  workflow_dispatch: { ...pushed('master', onMaster), event: 'workflow_dispatch' },
  'tag_v1.1.1': tagged('v1.1.1', { ...onMaster, base_ref: 'refs/heads/master' }),
  'tag_p1-v1.0.0': tagged('p1/v1.0.0'),
};

/** `event_tag_v1.2.3.env` → the push of that tag. */
function happened(env: string): Happened {
  const name = env.replace(/^event_|\.env$/g, '');
  return events[name] ?? tagged(name.replace(/^tag_/, ''));
}

const lines = (map: ReadonlyMap<string, string>) =>
  [...map].map(([key, value]) => `${key}=${value}`);
const joined = (inputs: Case['inputs'], name: string) => (inputs[name] ?? []).join('\n');

withData('tags/cases.jsonl', 'every case of metadata-action gives what it gives there', (paths) => {
  const cases = readFileSync(paths['tags/cases.jsonl'], 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case);
  const given = cases.map(({ name, env, inputs }) => {
    const texts = {
      images: joined(inputs, 'images'),
      tags: joined(inputs, 'tags'),
      flavor: joined(inputs, 'flavor'),
      labels: joined(inputs, 'labels'),
      annotations: joined(inputs, 'annotations'),
    };
    const { version, tags, labels, annotations } = named(texts, happened(env));
    return { name, version, tags, labels: lines(labels), annotations: lines(annotations) };
  });
  expect(given).toHaveLength(102);
  expect(given).toEqual(
    cases.map(({ name, exVersion, exTags, exLabels, exAnnotations }) => ({
      name,
      version: exVersion.main,
      tags: exTags,
      labels: exLabels,
      annotations: exAnnotations ?? exLabels,
    })),
  );
});
