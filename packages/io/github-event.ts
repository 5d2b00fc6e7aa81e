import { UsageError } from './errors.ts';
import type { Event } from './io.ts';
import { NothingToDo } from './nothing.ts';
import { quote } from './quote.ts';

const known = [
  'pull_request',
  'merge_group',
  'push',
  'release',
  'create',
  'workflow_dispatch',
  'schedule',
];

/** A field of a payload that nobody has checked. */
export function fieldOf(payload: unknown, ...path: readonly string[]): unknown {
  let value = payload;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
      return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

const textOf = (payload: unknown, ...path: readonly string[]): string | undefined => {
  const value = fieldOf(payload, ...path);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** The repository's default branch, as the payload names it. */
export const defaultBranchOf = (payload: unknown): string | undefined =>
  textOf(payload, 'repository', 'default_branch');

function needed(env: ReadonlyMap<string, string>, name: string): string {
  const value = env.get(name);
  if (value === undefined || value === '')
    throw new UsageError(`the environment variable ${name} is missing: GitHub sets it in a step`);
  return value;
}

function commitOf(env: ReadonlyMap<string, string>): string {
  const commit = needed(env, 'GITHUB_SHA');
  if (/^[0-9a-f]{40}$/.test(commit)) return commit;
  throw new UsageError(`GITHUB_SHA must be a commit of 40 hex digits, not ${quote(commit)}`);
}

/** `refs/heads/x` → branch `x`, `refs/tags/x` → tag `x`. */
function refOf(env: ReadonlyMap<string, string>) {
  const ref = needed(env, 'GITHUB_REF');
  const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
  if (name === undefined)
    throw new UsageError(`GITHUB_REF must be a branch or a tag, not ${quote(ref)}`);
  return kind === 'heads' ? { branch: name } : { tag: name };
}

/**
 * What a workflow's event means: https://docs.github.com/actions/reference/events-that-trigger-workflows.
 * What was deleted and the creation of a branch (its push says the same) are `NothingToDo`; an event that
 * runs foreign code with rights (pull_request_target, workflow_run) and any other is a UsageError.
 */
export function gitHubEvent(env: ReadonlyMap<string, string>, payload: unknown): Event {
  const name = needed(env, 'GITHUB_EVENT_NAME');
  switch (name) {
    case 'pull_request':
      return change(commitOf(env), payload);
    case 'merge_group':
      return { kind: 'change', commit: commitOf(env) };
    case 'push':
      return pushed(env, payload);
    case 'release':
      return released(env, payload);
    case 'create':
      return created(env, payload);
    case 'workflow_dispatch':
      return refEvent(env);
    case 'schedule':
      return { kind: 'schedule', commit: commitOf(env) };
    default:
      throw new UsageError(
        `the event ${quote(name)} is not one that ecluse runs on: use ${known.join(', ')}`,
      );
  }
}

function change(commit: string, payload: unknown): Event {
  if (textOf(payload, 'action') === 'closed')
    throw new NothingToDo(
      'the pull request was closed: the push of its merge is an event of its own',
    );
  const number = fieldOf(payload, 'pull_request', 'number');
  return Number.isSafeInteger(number) && typeof number === 'number'
    ? { kind: 'change', commit, number }
    : { kind: 'change', commit };
}

function pushed(env: ReadonlyMap<string, string>, payload: unknown): Event {
  const ref = refOf(env);
  const after = textOf(payload, 'after');
  if (fieldOf(payload, 'deleted') === true || (after !== undefined && /^0+$/.test(after))) {
    const what = ref.tag === undefined ? `branch ${quote(ref.branch)}` : `tag ${quote(ref.tag)}`;
    throw new NothingToDo(`the ${what} was deleted`);
  }
  return refEvent(env);
}

/** A push of a branch, or a tag: a dispatch is as good as that. */
function refEvent(env: ReadonlyMap<string, string>): Event {
  const ref = refOf(env);
  // The commit that GitHub checked out: for an annotated tag the payload's `after` is the tag object.
  const commit = commitOf(env);
  return ref.tag === undefined
    ? { kind: 'push', commit, branch: ref.branch }
    : { kind: 'tag', commit, tag: ref.tag };
}

function released(env: ReadonlyMap<string, string>, payload: unknown): Event {
  const action = textOf(payload, 'action');
  if (action === 'deleted' || action === 'unpublished')
    throw new NothingToDo(`the release was ${action}`);
  const tag = textOf(payload, 'release', 'tag_name') ?? refOf(env).tag;
  if (tag === undefined) throw new UsageError('the payload of the release names no tag');
  return { kind: 'tag', commit: commitOf(env), tag };
}

function created(env: ReadonlyMap<string, string>, payload: unknown): Event {
  if (textOf(payload, 'ref_type') !== 'tag')
    throw new NothingToDo('a branch was created: its push is an event of its own');
  const tag = textOf(payload, 'ref') ?? refOf(env).tag;
  if (tag === undefined) throw new UsageError('the payload of the created tag names no tag');
  return { kind: 'tag', commit: commitOf(env), tag };
}
