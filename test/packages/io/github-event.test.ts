import { expect, test } from '@jest/globals';

import { gitHubEvent, NothingToDo, UsageError } from '#io';

import { defaultBranchOf, fieldOf } from '../../../packages/io/github-event.ts';

const commit = '1a2b3c4d5e6f708192a3b4c5d6e7f80911121314';
const zeros = '0'.repeat(40);
const repository = { id: 1, full_name: 'acme/shop', default_branch: 'trunk' };

const ask = (name: string, ref: string, payload: unknown, sha = commit) =>
  gitHubEvent(
    new Map([
      ['GITHUB_EVENT_NAME', name],
      ['GITHUB_REF', ref],
      ['GITHUB_SHA', sha],
    ]),
    payload,
  );

test.each([
  [
    'a pull request',
    ask('pull_request', 'refs/pull/7/merge', {
      action: 'synchronize',
      number: 7,
      pull_request: { number: 7, head: { sha: 'f'.repeat(40) }, merged: false },
      repository,
    }),
    { kind: 'change', commit, number: 7 },
  ],
  [
    'a merge group',
    ask('merge_group', 'refs/heads/gh-readonly-queue/trunk/pr-7-abc', {
      action: 'checks_requested',
      merge_group: { head_sha: commit, base_ref: 'refs/heads/trunk' },
      repository,
    }),
    { kind: 'change', commit },
  ],
  [
    'a push to a branch',
    ask('push', 'refs/heads/feature/a', {
      ref: 'refs/heads/feature/a',
      before: zeros,
      after: commit,
      created: true,
      deleted: false,
      repository,
    }),
    { kind: 'push', commit, branch: 'feature/a' },
  ],
  [
    'a push of a tag, annotated: `after` is the tag object',
    ask('push', 'refs/tags/v1.4.2', { after: 'e'.repeat(40), deleted: false, repository }),
    { kind: 'tag', commit, tag: 'v1.4.2' },
  ],
  [
    'a release',
    ask('release', 'refs/tags/v1.4.2', {
      action: 'published',
      release: { tag_name: 'v1.4.2', target_commitish: 'trunk', draft: false },
      repository,
    }),
    { kind: 'tag', commit, tag: 'v1.4.2' },
  ],
  [
    'the creation of a tag',
    ask('create', 'refs/tags/v1.4.2', { ref: 'v1.4.2', ref_type: 'tag', repository }),
    { kind: 'tag', commit, tag: 'v1.4.2' },
  ],
  [
    'a dispatch from a branch',
    ask('workflow_dispatch', 'refs/heads/trunk', { inputs: { environment: 'prod' }, repository }),
    { kind: 'push', commit, branch: 'trunk' },
  ],
  [
    'a dispatch from a tag',
    ask('workflow_dispatch', 'refs/tags/v1', { inputs: null, repository }),
    { kind: 'tag', commit, tag: 'v1' },
  ],
  [
    'a schedule',
    ask('schedule', 'refs/heads/trunk', { schedule: '0 6 * * *', repository }),
    { kind: 'schedule', commit },
  ],
])('%s is read', (_, event, expected) => {
  expect(event).toEqual(expected);
});

test.each([
  [
    'a deleted branch',
    'the branch "old" was deleted',
    () => ask('push', 'refs/heads/old', { after: zeros, deleted: true, repository }),
  ],
  [
    'a deleted tag',
    'the tag "v1" was deleted',
    () => ask('push', 'refs/tags/v1', { after: zeros, repository }),
  ],
  [
    'a deleted release',
    'the release was deleted',
    () => ask('release', 'refs/tags/v1', { action: 'deleted', release: { tag_name: 'v1' } }),
  ],
  [
    'a created branch',
    'a branch was created: its push is an event of its own',
    () => ask('create', 'refs/heads/new', { ref: 'new', ref_type: 'branch' }),
  ],
  [
    'a closed pull request',
    'the pull request was closed: the push of its merge is an event of its own',
    () =>
      ask('pull_request', 'refs/pull/7/merge', { action: 'closed', pull_request: { number: 7 } }),
  ],
])('%s asks for nothing', (_, sentence, read) => {
  expect(read).toThrow(new NothingToDo(sentence));
  expect(read).toThrow(NothingToDo);
});

test.each([
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'delete',
  '__proto__',
  'a\n::b',
])('the event %j is refused with those that are known', (name) => {
  expect(() => ask(name, 'refs/heads/trunk', {})).toThrow(
    new UsageError(
      `the event ${JSON.stringify(name)} is not one that ecluse runs on: use pull_request, merge_group, push, release, create, workflow_dispatch, schedule`,
    ),
  );
});

test.each([
  ['a missing event name', new Map<string, string>(), 'GITHUB_EVENT_NAME is missing'],
  ['a missing commit', new Map([['GITHUB_EVENT_NAME', 'schedule']]), 'GITHUB_SHA is missing'],
])('%s is a sentence', (_, env, sentence) => {
  expect(() => gitHubEvent(env, {})).toThrow(sentence);
  expect(() => gitHubEvent(env, {})).toThrow(UsageError);
});

test('a commit or ref that is none is refused', () => {
  expect(() => ask('schedule', 'refs/heads/x', {}, 'HEAD')).toThrow(
    new UsageError('GITHUB_SHA must be a commit of 40 hex digits, not "HEAD"'),
  );
  expect(() => ask('push', 'refs/pull/1/merge', {})).toThrow(
    new UsageError('GITHUB_REF must be a branch or a tag, not "refs/pull/1/merge"'),
  );
});

test.each([null, 3, 'text', [], { repository: [] }, { pull_request: { number: '7; rm' } }])(
  'the payload %j may be anything',
  (payload) => {
    expect(ask('pull_request', 'refs/pull/7/merge', payload)).toEqual({ kind: 'change', commit });
    expect(defaultBranchOf(payload)).toBeUndefined();
  },
);

test('the default branch comes from the payload', () => {
  expect(defaultBranchOf({ repository })).toBe('trunk');
});

test('a field is never one that all objects have', () => {
  expect(fieldOf({}, 'constructor')).toBeUndefined();
  expect(fieldOf({ a: { b: 1 } }, 'a', 'b')).toBe(1);
});
