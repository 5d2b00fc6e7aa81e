import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { Workshop } from '../support/workshop.ts';

const shop = 'ghcr.io/acme/shop';

interface RunShape {
  readonly digest: string;
  readonly sources: { readonly policy: string; readonly note: string | null };
  readonly images: readonly {
    readonly digest: string;
    readonly how: string;
    readonly version: string | null;
    readonly claim: string | null;
    readonly dirty: readonly string[];
    readonly next: string | null;
    readonly moves: readonly { readonly environment: string; readonly state: string }[];
  }[];
}
interface Square {
  readonly environment: string;
  readonly digest: string | null;
  readonly versions: readonly string[];
  readonly commit: string | null;
  readonly since: string | null;
  readonly behind: number | null;
  readonly held: boolean;
}

async function run(workshop: Workshop, ...args: readonly string[]) {
  const { code, document } = await workshop.json('run', ...args);
  const whole = document as unknown as RunShape;
  const [image] = whole.images;
  if (image === undefined) throw new Error(`no image in ${JSON.stringify(document)}`);
  const states = Object.fromEntries(
    image.moves.map(({ environment, state }) => [environment, state]),
  );
  return { code, ...whole, ...image, states };
}

async function board(workshop: Workshop): Promise<Readonly<Record<string, Square>>> {
  const { document } = await workshop.json('status');
  const { board } = document as unknown as { readonly board: readonly Square[] };
  return Object.fromEntries(board.map((square) => [square.environment, square]));
}

const promote = (workshop: Workshop, ...args: readonly string[]) =>
  workshop.ecluse('promote', ...args);

test('a push builds once, moves what is automatic and stops before a person', async () => {
  using workshop = new Workshop();
  const commit = workshop.commit();
  const first = await run(workshop);
  expect(first).toMatchObject({
    code: 0,
    how: 'built',
    claim: `sha-${commit}`,
    states: { dev: 'moved', preprod: 'moved', prod: 'waiting' },
    next: `ecluse promote shop:sha-${commit} --environment prod`,
  });
  const again = await run(workshop);
  expect(again).toMatchObject({
    code: 0,
    how: 'found',
    digest: first.digest,
    states: { dev: 'there', preprod: 'there', prod: 'waiting' },
  });
});

test('a git tag names the digest that is there, and a version is written once', async () => {
  using workshop = new Workshop();
  workshop.commit();
  const pushed = await run(workshop);
  workshop.git('tag', 'v1.0.0');
  expect(await run(workshop, '--ref', 'v1.0.0')).toMatchObject({
    code: 0,
    how: 'found',
    digest: pushed.digest,
    version: '1.0.0',
  });
  workshop.commit({ app: 'second\n' });
  const second = await run(workshop);
  expect(second.digest).not.toBe(pushed.digest);
  workshop.git('tag', '--force', 'v1.0.0');
  const refused = await workshop.ecluse('run', '--ref', 'v1.0.0');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain(`it stands on ${pushed.digest}`);
  expect(refused.stderr).toContain(second.digest);
  expect((await board(workshop)).dev).toMatchObject({ digest: second.digest, versions: [] });
});

test('a tag on a commit that nobody built builds it, then names and moves it', async () => {
  using workshop = new Workshop();
  workshop.commit();
  workshop.git('tag', 'v2.0.0-rc.1');
  expect(await run(workshop, '--ref', 'v2.0.0-rc.1')).toMatchObject({
    code: 0,
    how: 'built',
    version: '2.0.0-rc.1',
    states: { dev: 'moved', preprod: 'moved', prod: 'waiting' },
  });
});

test('a tag elsewhere is named when it was built, and else asks to be checked out', async () => {
  using workshop = new Workshop();
  workshop.commit();
  await run(workshop);
  workshop.git('tag', 'v1.0.0');
  workshop.commit({ app: 'second\n' });
  workshop.git('tag', 'v1.1.0');
  workshop.commit({ app: 'third\n' });
  expect(await run(workshop, '--ref', 'v1.0.0')).toMatchObject({ code: 0, version: '1.0.0' });
  const ran = await workshop.ecluse('run', '--ref', 'v1.1.0');
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('check it out and run again');
});

test('a tag that is no version is nothing to do', async () => {
  using workshop = new Workshop();
  workshop.commit();
  workshop.git('tag', 'nightly');
  const ran = await workshop.ecluse('run', '--ref', 'nightly');
  expect(ran.code).toBe(0);
  expect(ran.stdout).toContain('git tag "nightly" is not a version');
});

test('a tag on a commit that is not on the default branch is refused', async () => {
  using workshop = new Workshop();
  workshop.commit();
  workshop.git('switch', '--quiet', '--create', 'side');
  workshop.commit({ app: 'side\n' });
  workshop.git('tag', 'v1.0.0');
  const ran = await workshop.ecluse('run', '--ref', 'v1.0.0');
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain('is not on main');
});

test('an older commit yields to the newer one that stands there', async () => {
  using workshop = new Workshop();
  workshop.commit();
  const old = await run(workshop);
  workshop.commit({ app: 'second\n' });
  const newer = await run(workshop);
  // As a rerun of the older push would: the branch is where it was then.
  workshop.git('checkout', '--quiet', '-B', 'main', 'HEAD~1');
  expect(await run(workshop)).toMatchObject({
    code: 0,
    digest: old.digest,
    states: { dev: 'superseded', preprod: 'superseded', prod: 'waiting' },
  });
  expect((await board(workshop)).dev).toMatchObject({ digest: newer.digest });
});

test('another branch is built and claimed, and its policy is not used', async () => {
  using workshop = new Workshop();
  workshop.commit();
  const main = await run(workshop);
  workshop.git('switch', '--quiet', '--create', 'loose');
  workshop.commit({
    app: 'loose\n',
    'ecluse.yml': `apiVersion: ecluse/v1
image: ghcr.io/acme/shop
build: {context: ., file: Dockerfile}
environments:
  prod: {promote: auto}
`,
  });
  const branch = await run(workshop);
  expect(branch).toMatchObject({ code: 0, how: 'built', states: {}, next: null });
  expect(branch.sources.note).toContain('environments');
  const ran = await promote(workshop, `${shop}@${branch.digest}`, '--environment', 'prod');
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain('it has not passed preprod');
  expect((await board(workshop)).dev).toMatchObject({ digest: main.digest });
});

test('a dirty tree is built under no name and moves nothing', async () => {
  using workshop = new Workshop();
  const commit = workshop.commit();
  workshop.write({ app: 'not committed\n', 'stray.txt': 'ignored by the ignore file' });
  const dirty = await run(workshop);
  expect(dirty).toMatchObject({
    code: 0,
    how: 'built',
    claim: null,
    version: `0.0.0-g${commit.slice(0, 12)}-dirty`,
    dirty: ['app'],
    states: {},
  });
  expect((await board(workshop)).dev).toMatchObject({ digest: null });
  workshop.git('tag', 'v1.0.0');
  const tagged = await workshop.ecluse('run', '--ref', 'v1.0.0');
  expect(tagged.code).toBe(1);
  expect(tagged.stderr).toContain(
    'clean: a version is given to a commit, and the tree differs from it in app',
  );
});

test('files that git ignores and the ignore file lets in make a tree dirty', async () => {
  using workshop = new Workshop({ '.gitignore': 'app\n' });
  workshop.commit();
  expect(await run(workshop)).toMatchObject({ dirty: ['app'], claim: null });
});

test('promotion by a person goes forwards, back only to what has passed, and on again', async () => {
  using workshop = new Workshop();
  workshop.commit();
  const first = await run(workshop);
  workshop.git('tag', 'v1.0.0');
  await run(workshop, '--ref', 'v1.0.0');
  expect((await promote(workshop, '--environment', 'prod')).code).toBe(0);
  workshop.commit({ app: 'second\n' });
  workshop.git('tag', 'v1.1.0');
  const second = await run(workshop, '--ref', 'v1.1.0');

  const never = await promote(workshop, '--environment', 'prod', '--rollback', '--to', '1.1.0');
  expect(never.code).toBe(1);
  expect(never.stderr).toContain('has never passed prod');

  expect((await promote(workshop, '--environment', 'prod')).code).toBe(0);
  const backwards = await promote(workshop, `${shop}:1.0.0`, '--environment', 'preprod');
  expect(backwards.code).toBe(1);
  expect(backwards.stderr).toContain('order: 1.0.0 comes before 1.1.0 (by version');

  const back = await promote(workshop, '--environment', 'dev', '--rollback', '--to', '1.0.0');
  expect(back.code).toBe(0);
  expect((await board(workshop)).dev).toMatchObject({ digest: first.digest, held: true });
  expect((await run(workshop)).states).toMatchObject({ dev: 'held', preprod: 'there' });
  expect((await promote(workshop, '--environment', 'dev', '--resume')).code).toBe(0);
  expect((await run(workshop)).states).toMatchObject({ dev: 'moved', preprod: 'there' });
  expect((await board(workshop)).prod).toMatchObject({
    digest: second.digest,
    versions: ['1.1.0'],
    behind: 0,
    held: false,
  });
});

test('what was approved must still stand there', async () => {
  using workshop = new Workshop();
  workshop.commit();
  const first = await run(workshop);
  const absent = await promote(workshop, '--environment', 'prod', '--expect', 'absent');
  expect(absent.code).toBe(0);
  workshop.commit({ app: 'second\n' });
  await run(workshop);
  const moved = await promote(workshop, '--environment', 'prod', '--expect', 'absent');
  expect(moved.code).toBe(1);
  expect(moved.stderr).toContain(`nothing was expected and ${first.digest} stands there`);
  const right = await promote(workshop, '--environment', 'prod', '--expect', first.digest);
  expect(right.code).toBe(0);
});

test('a dry run judges and writes nothing', async () => {
  using workshop = new Workshop();
  workshop.commit();
  await run(workshop);
  const { code, document } = await workshop.json('promote', '--environment', 'prod', '--dry-run');
  expect(code).toBe(0);
  expect(document).toMatchObject({ move: { state: 'would move' } });
  expect((await board(workshop)).prod).toMatchObject({ digest: null });
});

test('two runs of one commit at once end on one digest, both green', async () => {
  using workshop = new Workshop();
  workshop.commit();
  const runs = await Promise.all([run(workshop), run(workshop), run(workshop)]);
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(new Set(runs.map(({ digest }) => digest)).size).toBe(1);
  expect((await board(workshop)).preprod).toMatchObject({ digest: runs[0].digest });
});

test('an environment may have a repository of its own: the same digest, with its evidence', async () => {
  using workshop = new Workshop();
  workshop.commit({
    'ecluse.yml': `apiVersion: ecluse/v1
image: ghcr.io/acme/shop
build: {context: ., file: Dockerfile}
environments:
  dev: {promote: auto}
  prod: {after: [dev], promote: manual, repository: ghcr.io/acme-prod/shop}
`,
  });
  const pushed = await run(workshop);
  expect((await promote(workshop, '--environment', 'prod')).code).toBe(0);
  const { document } = await workshop.json('status');
  expect(document).toMatchObject({
    board: [
      { tag: 'ghcr.io/acme/shop:dev', digest: pushed.digest },
      { tag: 'ghcr.io/acme-prod/shop:prod', digest: pushed.digest },
    ],
  });
});

test('the reason why there was nothing to do is a document too', async () => {
  using workshop = new Workshop();
  workshop.commit();
  workshop.git('tag', 'nightly');
  const { document } = await workshop.json(
    'run',
    '--ref',
    'nightly',
    '--metadata-file',
    'out.json',
  );
  const written = readFileSync(join(workshop.tree, 'out.json'), 'utf8');
  expect(JSON.parse(written)).toEqual(document);
  expect(document).toMatchObject({ kind: 'https://ecluse.dev/nothing/v1' });
});
