import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { findConfig, readPolicy } from '#config';
import type { Event } from '#io';

import { historyOf, trees, type Tree } from '../git/repository.ts';
import { bytes, config, short } from './files.ts';

const make = trees();
const loose = short.replace('after: [dev], ', '');

async function reading(tree: Tree, event: Event | undefined, below = '') {
  const cwd = join(tree.root, below);
  return readPolicy({
    history: await historyOf(tree),
    event,
    tree: await findConfig(cwd, tree.root),
    cwd,
  });
}
const push = (branch: string, commit: string): Event => ({ kind: 'push', branch, commit });
const prod = (result: Awaited<ReturnType<typeof reading>>) =>
  result.policy.environments.find(({ name }) => name === 'prod');

/** `short` is on main, and a branch is checked out that says something else. */
function branched(text: string) {
  const tree = make.init();
  const main = tree.commit({ 'ecluse.yml': short });
  tree.git('checkout', '--quiet', '-b', 'feature');
  return { tree, main, feature: tree.commit({ 'ecluse.yml': text }) };
}

test('policy is the default branch’s, builds are the tree’s', async () => {
  const { tree, main, feature } = branched(loose.replace('runtime', 'debug'));
  const result = await reading(tree, push('feature', feature));
  const { images, environments, base, digest } = config(short);
  expect(result.policy).toEqual({
    images: [{ name: 'shop', repository: 'ghcr.io/acme/shop', tagPrefix: '' }],
    environments,
    base,
    digest,
    source: { commit: main, path: 'ecluse.yml' },
  });
  expect(images).toHaveLength(1);
  expect(result.builds.get('shop')?.target).toBe('debug');
});

test('policy in the tree that differs is named and not used', async () => {
  const { tree, main, feature } = branched(
    `${loose.replace('promote: auto', 'promote: manual')}  extra: {}\nbase: { allowed: [scratch] }\n`,
  );
  const result = await reading(tree, { kind: 'change', number: 1, commit: feature });
  expect(result.unused).toEqual([
    'base.allowed',
    'base.owner',
    'environments.dev.promote',
    'environments.prod.after',
    'environments.extra',
  ]);
  expect(result.note).toBe(
    `the tree has another policy than main@${main.slice(0, 7)}, and it is not used: base.allowed, base.owner, environments.dev.promote, environments.prod.after, environments.extra`,
  );
  expect(prod(result)?.after).toEqual(['dev']);
});

test('a tree that differs only in builds says nothing', async () => {
  const { tree, feature } = branched(`# other\n${short.replace('runtime', 'debug')}`);
  const result = await reading(tree, push('feature', feature));
  expect([result.unused, result.note]).toEqual([[], undefined]);
});

test('on a push to the default branch, policy is the pushed commit’s, not a newer one’s', async () => {
  const tree = make.init();
  const pushed = tree.commit({ 'ecluse.yml': short });
  tree.commit({ 'ecluse.yml': loose });
  const result = await reading(tree, push('main', pushed));
  expect(result.policy.source).toEqual({ commit: pushed, path: 'ecluse.yml' });
  expect(prod(result)?.after).toEqual(['dev']);
});

test('a tag’s policy is the default branch’s newest', async () => {
  const tree = make.init();
  const tagged = tree.commit({ 'ecluse.yml': loose });
  const newest = tree.commit({ 'ecluse.yml': short });
  const result = await reading(tree, { kind: 'tag', tag: 'v1.0.0', commit: tagged });
  expect(result.policy.source).toEqual({ commit: newest, path: 'ecluse.yml' });
});

test('a change that nobody has committed is not policy', async () => {
  const tree = make.init();
  const commit = tree.commit({ 'ecluse.yml': short });
  tree.write('ecluse.yml', loose);
  const result = await reading(tree, push('main', commit));
  expect(prod(result)?.after).toEqual(['dev']);
  expect(result.unused).toEqual(['environments.prod.after']);
});

test('a nearer file of a branch does not hide the policy of the default branch', async () => {
  const { tree, main } = branched(short);
  const feature = tree.commit({ 'app/ecluse.yml': loose });
  const result = await reading(tree, push('feature', feature), 'app');
  expect(result.policy.source).toEqual({ commit: main, path: 'ecluse.yml' });
  expect(result.builds.get('shop')?.context).toBe('app');
  expect(result.unused).toEqual(['environments.prod.after']);
});

test('a file that moved into .github is still policy at its old place', async () => {
  const { tree, main } = branched(short);
  tree.git('rm', '--quiet', 'ecluse.yml');
  const feature = tree.commit({ '.github/ecluse.yml': loose });
  const result = await reading(tree, push('feature', feature));
  expect(result.policy.source).toEqual({ commit: main, path: 'ecluse.yml' });
});

test('a file that is not on the default branch yet builds and moves nothing', async () => {
  const tree = make.init();
  tree.commit({ file: '1' });
  tree.git('checkout', '--quiet', '-b', 'feature');
  const feature = tree.commit({ 'ecluse.yml': short });
  const result = await reading(tree, push('feature', feature));
  expect(result).toMatchObject({
    policy: {
      source: 'none',
      environments: [],
      images: [{ name: 'shop', repository: 'ghcr.io/acme/shop', tagPrefix: '' }],
    },
    note: '"ecluse.yml" is not on main: commit it to main first; no environment is moved',
  });
  expect([...result.builds.keys()]).toEqual(['shop']);
});

test('no file anywhere is no policy and no remark', async () => {
  const tree = make.init();
  const commit = tree.commit({ file: '1' });
  expect(await reading(tree, push('main', commit))).toMatchObject({
    policy: { source: 'none', environments: [], images: [] },
    unused: [],
    note: undefined,
  });
});

test('a tree without the file has a policy and no builds', async () => {
  const { tree, feature } = branched(short);
  tree.git('rm', '--quiet', 'ecluse.yml');
  const result = await reading(tree, push('feature', feature));
  expect(prod(result)?.name).toBe('prod');
  expect([result.builds.size, result.note]).toEqual([0, undefined]);
});

test('without git, or without a default branch, nothing is moved', async () => {
  const found = { path: 'ecluse.yml', bytes: bytes(short) };
  const alone = await readPolicy({ history: undefined, event: undefined, tree: found, cwd: '/' });
  expect(alone.policy.source).toBe('none');
  expect(alone.note).toBe(
    'there is no git repository to read policy from; no environment is moved',
  );
  const tree = make.init('trunk');
  const commit = tree.commit({ 'ecluse.yml': short });
  expect((await reading(tree, push('trunk', commit))).note).toBe(
    'git knows no default branch: it is origin/HEAD, main or master, else name one that is there with default-branch; no environment is moved',
  );
});

test('a wrong file on the default branch lets a change mend it, and stops all else', async () => {
  const { tree, feature } = branched(short);
  tree.git('checkout', '--quiet', 'main');
  const broken = tree.commit({ 'ecluse.yml': 'x: 1\n' });
  tree.git('checkout', '--quiet', 'feature');
  const sentence = `main@${broken.slice(0, 7)}:ecluse.yml:1:1: apiVersion is missing: write apiVersion: ecluse/v1`;
  for (const event of [push('feature', feature), { kind: 'change', commit: feature } as const]) {
    const result = await reading(tree, event);
    expect(result.policy).toMatchObject({ source: 'none', environments: [] });
    expect(result.note).toBe(`${sentence}; no environment is moved`);
  }
  for (const event of [
    { kind: 'tag', tag: 'v1.0.0', commit: feature },
    { kind: 'schedule', commit: feature },
    undefined,
  ] as const) {
    await expect(reading(tree, event)).rejects.toMatchObject({ exit: 2, message: sentence });
  }
});

test('a link on the default branch is not followed', async () => {
  const tree = make.init();
  symlinkSync('/etc/passwd', join(tree.root, 'ecluse.yml'));
  const commit = tree.commit();
  await expect(
    readPolicy({
      history: await historyOf(tree),
      event: push('main', commit),
      tree: undefined,
      cwd: tree.root,
    }),
  ).rejects.toMatchObject({
    exit: 2,
    message: `"ecluse.yml" in commit ${commit.slice(0, 12)} is a symbolic link: make it a regular file`,
  });
});

test('a wrong file in the tree is refused with its line', async () => {
  const { tree, feature } = branched('apiVersion: ecluse/v1\nimgae: x\n');
  await expect(reading(tree, push('feature', feature))).rejects.toMatchObject({
    exit: 2,
    at: { file: 'ecluse.yml', line: 2 },
    message: 'ecluse.yml:2:1: imgae is not a key here, did you mean "image"?',
  });
});
