import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { parseRegistryReference, openLayout, parseTag } from '#oci';

import { Workshop } from '../support/workshop.ts';

const shop = 'ghcr.io/acme/shop';
const policy = `apiVersion: ecluse/v1
image: ghcr.io/acme/shop
build: {context: ., file: Dockerfile}
environments:
  dev: {promote: auto}
  prod: {after: [dev], promote: manual}
`;

interface Image {
  readonly name: string;
  readonly digest: string | null;
  readonly how: string;
  readonly dirty: readonly string[];
  readonly claim: string | null;
  readonly results: readonly { readonly gate: string; readonly reason: string }[];
  readonly moves: readonly { readonly environment: string; readonly state: string }[];
}
async function images(workshop: Workshop, ...args: readonly string[]) {
  const { code, document } = await workshop.json('run', ...args);
  const { images: list, sources } = document as unknown as {
    readonly images: readonly Image[];
    readonly sources: { readonly note: string | null };
  };
  return { code, images: list, note: sources.note, document };
}
async function only(workshop: Workshop, ...args: readonly string[]) {
  const { images: list, ...rest } = await images(workshop, ...args);
  const [image] = list;
  if (image === undefined) throw new Error('there is no image');
  return { ...rest, ...image };
}

/** The environment of a workflow step, for an event with a payload. */
function step(workshop: Workshop, event: string, ref: string, payload: object = {}): void {
  const path = join(workshop.home, 'event.json');
  writeFileSync(path, JSON.stringify({ repository: { default_branch: 'main' }, ...payload }));
  workshop.env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: path,
    GITHUB_REF: ref,
    GITHUB_SHA: workshop.git('rev-parse', 'HEAD'),
  };
}

test.each(['.dockerignore', 'Dockerfile.dockerignore'])(
  'an ignore file that differs from the commit makes the tree dirty: %s',
  async (name) => {
    using workshop = new Workshop({ Dockerfile: 'FROM scratch\nCOPY . /\n', [name]: '*\n!app\n' });
    workshop.commit({ other: 'kept out\n' });
    expect(await only(workshop)).toMatchObject({ how: 'built', dirty: [] });
    workshop.write({ [name]: '*\n!app\n!other\n' });
    expect(await only(workshop)).toMatchObject({ claim: null, dirty: [name], moves: [] });
  },
);

test('a commit has one image: another target, argument or context is not taken for it', async () => {
  using workshop = new Workshop({
    Dockerfile: 'FROM scratch AS test\nCOPY app /test\nFROM scratch AS runtime\nCOPY app /app\n',
  });
  workshop.commit();
  expect((await workshop.ecluse('build', '--target', 'test')).code).toBe(0);
  const other = await workshop.ecluse('run');
  expect(other.code).toBe(2);
  expect(other.stderr).toContain('was built before');
  expect(await only(workshop, '--target', 'test')).toMatchObject({ how: 'found' });
});

test('a pull request promotes nothing, whatever it asks for', async () => {
  using workshop = new Workshop({ 'ecluse.yml': policy });
  workshop.commit();
  const built = await only(workshop);
  step(workshop, 'pull_request', 'refs/pull/1/merge');
  for (const args of [
    ['promote', `${shop}@${String(built.digest)}`, '--environment', 'prod'],
    ['run', '--environment', 'prod'],
  ]) {
    const ran = await workshop.ecluse(...args);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('a pull request promotes nothing');
  }
  step(workshop, 'pull_request_target', 'refs/heads/main');
  const target = await workshop.ecluse('promote', '--environment', 'prod');
  expect(target.code).toBe(2);
  expect(target.stderr).toContain('pull_request_target');
  const ref = await workshop.ecluse('run', '--ref', 'main');
  expect(ref.code).toBe(2);
  expect(ref.stderr).toContain('"ref" is for a terminal');
});

test('a pull request is built and judged, and nothing is stored', async () => {
  using workshop = new Workshop({ 'ecluse.yml': policy });
  workshop.commit();
  step(workshop, 'pull_request', 'refs/pull/1/merge');
  const change = await only(workshop);
  expect(change).toMatchObject({ code: 0, how: 'private', claim: null, moves: [] });
  const layout = openLayout(join(workshop.store, parseRegistryReference(shop).name));
  for await (const tag of layout.tags()) throw new Error(`${tag} was written`);
});

test('a dispatch of a tag is that tag, a dispatch of the default branch a push of it', async () => {
  using workshop = new Workshop({ 'ecluse.yml': policy });
  workshop.commit();
  step(workshop, 'workflow_dispatch', 'refs/heads/main');
  expect(await only(workshop)).toMatchObject({
    how: 'built',
    moves: [{ state: 'moved' }, { state: 'waiting' }],
  });
  step(workshop, 'workflow_dispatch', 'refs/tags/v1.0.0');
  expect(await only(workshop)).toMatchObject({ how: 'found', version: '1.0.0' });
});

test('what a digest has passed counts, wherever the tags stand now', async () => {
  using workshop = new Workshop({ 'ecluse.yml': policy });
  workshop.commit();
  await only(workshop);
  workshop.git('tag', 'v1.0.0');
  workshop.commit({ app: 'second\n' });
  await only(workshop);
  expect(await only(workshop, '--ref', 'v1.0.0')).toMatchObject({
    moves: [
      { environment: 'dev', state: 'superseded' },
      { environment: 'prod', state: 'waiting' },
    ],
    next: 'ecluse promote shop:1.0.0 --environment prod',
  });
});

test('an image that the policy does not know is stored and moves nothing', async () => {
  using workshop = new Workshop({ 'ecluse.yml': policy });
  workshop.commit();
  const stranger = await only(workshop, '--image', 'ghcr.io/acme/other');
  expect(stranger).toMatchObject({ code: 0, name: 'ghcr.io/acme/other', moves: [] });
  expect(stranger.note).toContain('the policy does not know ghcr.io/acme/other');
  workshop.git('switch', '--quiet', '--create', 'away');
  workshop.commit({ 'ecluse.yml': policy.replace('acme/shop', 'acme/elsewhere') });
  const away = await only(workshop);
  expect(away.moves).toEqual([]);
  expect(away.note).toContain('the policy does not know elsewhere');
});

test('one image of several that fails does not hide what became of the others', async () => {
  using workshop = new Workshop({
    'ecluse.yml': `apiVersion: ecluse/v1
images:
  web: {repository: ghcr.io/acme/web, build: {file: Dockerfile}}
  api: {repository: ghcr.io/acme/api, build: {file: Broken}}
environments:
  dev: {promote: auto}
`,
    Broken: 'FROM scratch\nCPY app /\n',
  });
  workshop.commit();
  const run = await images(workshop);
  expect(run.code).toBe(3);
  expect(run.images).toMatchObject([
    { name: 'web', how: 'built', moves: [{ state: 'moved' }] },
    { name: 'api', how: 'failed', moves: [], results: [{ gate: 'run' }] },
  ]);
});

test('one git repository has several images with versions of their own', async () => {
  using workshop = new Workshop({
    'ecluse.yml': `apiVersion: ecluse/v1
images:
  web: {repository: ghcr.io/acme/web, tag-prefix: web-}
  api: {repository: ghcr.io/acme/api, tag-prefix: api-}
environments:
  dev: {promote: auto}
  prod: {after: [dev], promote: auto}
`,
  });
  workshop.commit();
  workshop.git('tag', 'api-v2.1.0');
  const run = await images(workshop, '--ref', 'api-v2.1.0');
  expect(run.images).toMatchObject([{ name: 'api', version: '2.1.0' }]);
  const back = await workshop.ecluse(
    'promote',
    '--environment',
    'prod',
    '--rollback',
    '--to',
    '2.1.0',
  );
  expect(back.code).toBe(2);
  expect(back.stderr).toContain('several images, name one: web, api');
  const held = await workshop.ecluse(
    'promote',
    'api',
    '--environment',
    'dev',
    '--rollback',
    '--to',
    '2.1.0',
  );
  expect(held.stdout).toContain('ecluse promote api --environment dev --resume');
});

test('a dry run finds, judges and writes nothing', async () => {
  using workshop = new Workshop({ 'ecluse.yml': policy });
  workshop.commit();
  expect(await only(workshop, '--dry-run')).toMatchObject({ code: 0, how: 'private', claim: null });
  await only(workshop);
  workshop.git('tag', 'v1.0.0');
  expect(await only(workshop, '--ref', 'v1.0.0', '--dry-run')).toMatchObject({
    code: 0,
    how: 'found',
    version: '1.0.0',
    moves: [{ state: 'there' }, { state: 'waiting' }],
  });
  const layout = openLayout(join(workshop.store, shop));
  expect(await layout.resolve(parseTag('1.0.0'))).toBeUndefined();
  workshop.commit({ app: 'second\n' });
  await only(workshop);
  const before = await layout.resolve(parseTag('dev'));
  const back = await workshop.json(
    ...['promote', '--environment', 'dev', '--rollback', '--dry-run'],
    ...['--to', `sha-${workshop.git('rev-parse', 'HEAD~1')}`],
  );
  expect(back).toMatchObject({ code: 0, document: { move: { state: 'would move' } } });
  expect(await layout.resolve(parseTag('dev'))).toEqual(before);
});

test('names are written on an image of their commit alone', async () => {
  using workshop = new Workshop({ 'ecluse.yml': policy });
  workshop.commit();
  workshop.write({ app: 'not committed\n' });
  const dirty = await only(workshop);
  const claimed = await workshop.ecluse('tags', `${shop}@${String(dirty.digest)}`);
  expect(claimed.code).toBe(1);
  expect(claimed.stderr).toContain('does not say which commit it is of');
  workshop.git('checkout', '--quiet', '.');
  const clean = await only(workshop);
  workshop.git('tag', 'v3.0.0');
  const named = await workshop.json('tags', `${shop}@${String(clean.digest)}`, '--ref', 'v3.0.0');
  expect(named).toMatchObject({
    code: 0,
    document: {
      names: [
        { state: 'there' },
        { tag: '3.0.0', state: 'written' },
        { tag: 'latest', state: 'written' },
        { tag: '3', state: 'written' },
        { tag: '3.0', state: 'written' },
      ],
    },
  });
  workshop.git('switch', '--quiet', '--create', 'side');
  workshop.commit({ app: 'side\n' });
  const side = await only(workshop);
  workshop.git('tag', 'v4.0.0');
  const stray = await workshop.ecluse('tags', `${shop}@${String(side.digest)}`, '--ref', 'v4.0.0');
  expect(stray.code).toBe(1);
  expect(stray.stderr).toContain('is not on main');
});

test('the base is proven by its layers, and one that is not allowed is refused', async () => {
  const allowing = (base: string) =>
    policy.replace('environments:', `base: {allowed: ['${base}']}\nenvironments:`);
  using base = new Workshop({
    'ecluse.yml':
      'apiVersion: ecluse/v1\nimage: ghcr.io/acme/base/os\nbase: {allowed: [scratch]}\n',
    app: 'root\n',
  });
  base.commit();
  base.git('tag', 'v1.0.0');
  expect(await only(base, '--ref', 'v1.0.0')).toMatchObject({ code: 0, version: '1.0.0' });
  using workshop = new Workshop({
    'ecluse.yml': allowing('ghcr.io/acme/base/*'),
    Dockerfile: 'FROM ghcr.io/acme/base/os:1.0.0\nCOPY app /shop\n',
  });
  workshop.store = base.store;
  workshop.commit();
  expect(await only(workshop)).toMatchObject({
    code: 0,
    moves: [
      { state: 'moved', results: [{ gate: 'order' }, { gate: 'base', outcome: 'passed' }] },
      {},
    ],
  });
  workshop.commit({ 'ecluse.yml': allowing('docker.io/library/debian'), app: 'second\n' });
  expect(await only(workshop)).toMatchObject({
    code: 1,
    moves: [{ state: 'refused' }, { state: 'not reached' }],
  });
});

test('a broken ecluse.yml in the tree does not stop what asks the policy alone', async () => {
  using workshop = new Workshop({ 'ecluse.yml': policy });
  workshop.commit();
  await only(workshop);
  workshop.write({ 'ecluse.yml': 'nonsense: [' });
  expect((await workshop.ecluse('status')).code).toBe(0);
  expect((await workshop.ecluse('promote', '--environment', 'prod')).code).toBe(0);
});

test('a store inside the context would be part of the image, so it is refused', async () => {
  using workshop = new Workshop({ 'ecluse.yml': policy, '.dockerignore': '' });
  workshop.commit();
  const ran = await workshop.ecluse('run', '--store', 'store');
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('the store "store" lies in the context of the build');
});
