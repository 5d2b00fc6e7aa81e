import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import type { Document } from '#io';

import { metadataOf } from '../packages/io/metadata.ts';
import { documents } from '../scripts/documents.ts';
import {
  fits,
  problems,
  published,
  without,
  withoutOne,
  withStranger,
} from './support/documents.ts';
import { Workshop } from './support/workshop.ts';

const shop = 'ghcr.io/acme/shop';
const dev = ['--environment', 'dev'];

interface Shape {
  readonly kind: string;
  readonly digest: string | null;
  readonly results: readonly { readonly outcome: string }[];
  readonly images?: readonly {
    readonly kind: string;
    readonly digest: string;
    readonly how: string;
    readonly moves: readonly { readonly state: string }[];
  }[];
  readonly move?: { readonly state: string };
}

const optionalIn = (kind: string) =>
  kind.endsWith('/error/v1') ? ['input', 'at', 'conflict'] : [];

/** Checks a document against its schema: it fits, nothing can be left out at any level, and there is room for nothing else. */
function check(kind: string, document: object): void {
  expect({ kind, problems: problems(kind, document) }).toEqual({ kind, problems: [] });
  expect(withStranger(document).filter((other) => fits(kind, other))).toEqual([]);
  const optional = optionalIn(kind).filter((name) => name in document);
  expect(withoutOne(document).filter((other) => fits(kind, other))).toEqual(
    optional.map((name) => without(document, name)),
  );
}

/** The document that a command prints, checked against its schema, with those in it. */
async function printed(workshop: Workshop, ...args: readonly string[]) {
  const { code, document } = await workshop.json(...args);
  const shape = document as unknown as Shape;
  check(shape.kind, shape);
  for (const image of shape.images ?? []) check(image.kind, image);
  const kind = /\/([a-z-]+)\/v1$/.exec(shape.kind)?.[1];
  const states = shape.images?.flatMap(({ moves }) => moves.map(({ state }) => state));
  return { ...shape, ended: code, kind, state: shape.move?.state, states };
}

/** The environment of a step that runs for a pull request, and what it has written as output. */
function pullRequest(workshop: Workshop, commit: string) {
  const file = (name: string, text = '') => {
    const path = join(workshop.home, name);
    writeFileSync(path, text);
    return path;
  };
  const output = file('output');
  workshop.env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: file(
      'event.json',
      JSON.stringify({
        action: 'synchronize',
        pull_request: { number: 7 },
        repository: { default_branch: 'main' },
      }),
    ),
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_SHA: commit,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: file('summary'),
  };
  return () => /^metadata<<(\S+)\n(.*)\n\1$/ms.exec(readFileSync(output, 'utf8'))?.[2] ?? '';
}

interface Node {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: boolean;
}

/** Every object in a schema, at any depth. */
const objectsIn = (part: unknown): readonly Node[] =>
  typeof part !== 'object' || part === null
    ? []
    : [
        ...('type' in part && part.type === 'object' ? [part as Node] : []),
        ...Object.values(part).flatMap(objectsIn),
      ];

test('every kind that the code names has a schema under its own address', () => {
  const root = join(import.meta.dirname, '..');
  const named = globSync('{actions,cli,packages}/**/*.ts', { cwd: root }).flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /\b(?:kindOf|documentEntries)\('(.+?)'\)/g,
      ),
    ].map(([, name = '']) => name),
  );
  expect(named.filter((name) => !(name in documents))).toEqual([]);
  expect([...published].map(([file, { $id }]) => [file, $id as unknown]).sort()).toEqual(
    Object.keys(documents)
      .map((name) => [`${name}.v1.schema.json`, `https://ecluse.dev/${name}/v1`])
      .sort(),
  );
  const readme = readFileSync(join(root, 'schemas/README.md'), 'utf8');
  for (const file of published.keys()) expect(readme).toContain(`](${file})`);
});

test.each([...published])('%s is closed and describes every field', (_, schema) => {
  const objects = objectsIn(schema);
  expect(objects.filter((node) => node.additionalProperties !== false)).toEqual([]);
  const definitions = (schema.$defs ?? {}) as Readonly<Record<string, Node>>;
  const descriptionOf = ({ $ref, description = '' }: Node) =>
    $ref === undefined ? description : definitions[$ref.replace('#/$defs/', '')]?.description;
  const fields = objects.flatMap(({ properties }) => Object.entries(properties ?? {}));
  expect(fields.length).toBeGreaterThan(1);
  expect(fields.filter(([, node]) => !/^.+\.$/.test(descriptionOf(node) ?? ''))).toEqual([]);
});

test('run: built, found, named, yielding to what is newer', async () => {
  using workshop = new Workshop();
  workshop.commit();
  expect(await printed(workshop, 'run')).toMatchObject({
    ended: 0,
    kind: 'run',
    states: ['moved', 'moved', 'waiting'],
  });
  expect(await printed(workshop, 'run')).toMatchObject({ states: ['there', 'there', 'waiting'] });
  workshop.git('tag', 'v1.0.0');
  expect(await printed(workshop, 'run', '--ref', 'v1.0.0')).toMatchObject({ ended: 0 });
  expect(await printed(workshop, 'run', '--environment', 'prod')).toMatchObject({
    ended: 0,
    kind: 'run',
    states: ['moved'],
  });
  workshop.commit({ app: 'second\n' });
  expect(await printed(workshop, 'build')).toMatchObject({ ended: 0, kind: 'run', states: [] });
  await printed(workshop, 'run');
  workshop.git('checkout', '--quiet', '-B', 'main', 'HEAD~1');
  expect(await printed(workshop, 'run')).toMatchObject({
    ended: 0,
    states: ['superseded', 'superseded', 'there'],
  });
});

test('run: a tree that differs from its commit, and a version that it cannot get', async () => {
  using workshop = new Workshop();
  workshop.commit();
  workshop.git('tag', 'v1.0.0');
  workshop.write({ app: 'not committed\n' });
  expect(await printed(workshop, 'run')).toMatchObject({
    ended: 0,
    images: [{ how: 'built', dirty: ['app'] }],
  });
  expect(await printed(workshop, 'run', '--ref', 'v1.0.0')).toMatchObject({
    ended: 1,
    kind: 'run',
    results: [{ gate: 'clean', outcome: 'failed' }],
  });
});

test('run: a set of images', async () => {
  using workshop = new Workshop({
    'ecluse.yml': `apiVersion: ecluse/v1
images:
  shop: {repository: ghcr.io/acme/shop, build: {context: .}}
  till: {repository: ghcr.io/acme/till, build: {context: .}}
environments:
  dev: {promote: auto}
`,
  });
  workshop.commit();
  expect(await printed(workshop, 'run')).toMatchObject({
    ended: 0,
    image: null,
    digest: null,
    images: [{ name: 'shop' }, { name: 'till' }],
    states: ['moved', 'moved'],
  });
});

test('promote and status: would move, moved, refused, held, resumed, not evaluated', async () => {
  using workshop = new Workshop();
  workshop.commit();
  expect(await printed(workshop, 'status')).toMatchObject({
    ended: 0,
    kind: 'status',
    board: [{ digest: null }, { digest: null }, { digest: null }],
  });
  const first = await printed(workshop, 'run');
  expect(await printed(workshop, 'promote', '--environment', 'prod', '--dry-run')).toMatchObject({
    ended: 0,
    kind: 'promote',
    state: 'would move',
  });
  expect(await printed(workshop, 'promote', '--environment', 'prod')).toMatchObject({
    state: 'moved',
  });
  workshop.commit({ app: 'second\n' });
  await printed(workshop, 'run');
  expect(
    await printed(workshop, 'promote', `${shop}@${first.digest}`, '--environment', 'preprod'),
  ).toMatchObject({ ended: 1, kind: 'promote', state: 'refused' });
  expect(
    await printed(workshop, 'promote', ...dev, '--rollback', '--to', first.digest ?? ''),
  ).toMatchObject({ ended: 0, held: true });
  expect((await printed(workshop, 'run')).states).toContain('held');
  expect(await printed(workshop, 'status')).toMatchObject({ board: [{ held: true }, {}, {}] });
  expect(await printed(workshop, 'promote', ...dev, '--resume')).toMatchObject({
    resumed: 1,
  });

  workshop.git('switch', '--quiet', '--create', 'loose', 'HEAD~1');
  workshop.commit({ app: 'loose\n' });
  const loose = await printed(workshop, 'run');
  await printed(workshop, 'promote', `${shop}:sha-${workshop.git('rev-parse', 'main')}`, ...dev);
  expect(await printed(workshop, 'promote', `${shop}@${loose.digest}`, ...dev)).toMatchObject({
    ended: 3,
    kind: 'promote',
    state: 'not evaluated',
  });

  const said = statements(workshop.store);
  for (const { predicateType, predicate } of said) check(predicateType, predicate);
  expect(new Set(said.map(({ predicateType }) => predicateType))).toEqual(
    new Set(['built', 'passed', 'hold', 'resume'].map((name) => `https://ecluse.dev/${name}/v1`)),
  );
});

/** Every in-toto statement that a store holds. */
function statements(store: string) {
  const files = globSync('**/blobs/sha256/*', { cwd: store });
  return files.flatMap((file) => {
    const text = readFileSync(join(store, file), 'utf8');
    if (!text.startsWith('{"_type":"https://in-toto.io/Statement/v1"')) return [];
    return [JSON.parse(text) as { readonly predicateType: string; readonly predicate: object }];
  });
}

test('tags: planned, written and there; and nothing', async () => {
  using workshop = new Workshop({
    'ecluse.yml': 'apiVersion: ecluse/v1\nimage: ghcr.io/acme/shop\n',
  });
  workshop.commit();
  expect(await printed(workshop, 'tags', shop)).toMatchObject({
    ended: 0,
    kind: 'tags',
    names: [{ rule: 'claim', state: 'planned' }],
  });
  const { digest } = await printed(workshop, 'run');
  workshop.git('tag', 'v1.0.0');
  expect(await printed(workshop, 'tags', `${shop}@${digest}`, '--ref', 'v1.0.0')).toMatchObject({
    names: [
      { state: 'there' },
      { rule: 'version', state: 'written', guarantee: 'atomic' },
      ...['latest', '1', '1.0'].map((tag) => ({ tag, rule: 'moving', state: 'written' })),
    ],
  });
  for (const { predicateType, predicate } of statements(workshop.store)) {
    check(predicateType, predicate);
  }
  workshop.commit({ app: 'second\n' });
  workshop.git('tag', '--force', 'v1.0.0');
  const taken = ['run', '--ref', 'v1.0.0'] as const;
  expect(await printed(workshop, ...taken)).toMatchObject({ ended: 1, code: 'version-taken' });
  expect(await printed(workshop, ...taken, '--on-existing', 'skip')).toMatchObject({
    ended: 0,
    images: [{ how: 'skipped', digest: null }],
  });
  workshop.git('tag', 'nightly');
  expect(await printed(workshop, 'run', '--ref', 'nightly')).toMatchObject({
    ended: 0,
    kind: 'nothing',
  });
});

test('error: a rule says no', async () => {
  using workshop = new Workshop();
  workshop.commit();
  const { digest } = await printed(workshop, 'build');
  expect(
    await printed(workshop, 'promote', ...dev, '--rollback', '--to', digest ?? ''),
  ).toMatchObject({ ended: 1, kind: 'error', exit: 1, code: 'never-passed', input: 'to' });
});

test.each([
  ['wrong use of an input', ['run', '--builder', 'kaniko'], 2, { input: 'builder' }],
  ['a file that is wrong', ['run', '--file', 'Wrong'], 2, { at: { line: 2 } }],
  ['a command that is none', ['bulid'], 2, {}],
  ['nothing there', ['promote', `${shop}:9.9.9`, ...dev], 3, {}],
])('error: %s', async (_, args, exit, more) => {
  using workshop = new Workshop({ Wrong: 'FROM scratch\nCPY app /app\n' });
  workshop.commit();
  const failure = await printed(workshop, ...args);
  expect(failure).toMatchObject({ ended: exit, kind: 'error', exit, ...more });
});

test('error: ended by a signal', async () => {
  using workshop = new Workshop();
  workshop.commit();
  // A registry that never answers.
  const { promise: asked, resolve } = Promise.withResolvers<Socket>();
  const server = createServer(resolve).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  workshop.store = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const status = workshop.start('status', '--json');
  const socket = await asked;
  status.kill('SIGINT');
  const { code, stdout } = await status.ended;
  socket.destroy();
  server.close();
  const document = JSON.parse(stdout) as Shape;
  check(document.kind, document);
  expect({ code, document }).toMatchObject({ code: 130, document: { exit: 130 } });
});

test('a pull request is built privately, and the output metadata is its whole document', async () => {
  using workshop = new Workshop({
    'ecluse.yml': `apiVersion: ecluse/v1
image: ghcr.io/acme/shop
build: {context: .}
base: {allowed: [ghcr.io/acme/base/*]}
`,
  });
  workshop.commit();
  workshop.git('switch', '--quiet', '--create', 'feature');
  const metadata = pullRequest(workshop, workshop.commit({ app: 'changed\n' }));
  const file = join(workshop.home, 'whole.json');
  const run = await printed(workshop, 'run', '--metadata-file', file);
  expect(run).toMatchObject({
    ended: 1,
    kind: 'run',
    event: 'change',
    image: null,
    images: [{ how: 'private', claim: null }],
    results: [{ gate: 'base', outcome: 'failed' }],
  });
  const whole = JSON.parse(readFileSync(file, 'utf8')) as Shape;
  expect(JSON.parse(metadata())).toEqual(whole);
  check(whole.kind, whole);
});

test('metadata that is too long is shortened, says so, and fits the same schema', async () => {
  const labels = Array.from({ length: 700 }, (_, at) => `LABEL l${at}="${'x'.repeat(60)}"\n`);
  using workshop = new Workshop({ Dockerfile: `FROM scratch\nCOPY app /app\n${labels.join('')}` });
  const metadata = pullRequest(workshop, workshop.commit());
  const { document } = await workshop.json('run');
  const whole = document as unknown as Shape;
  expect(problems(whole.kind, whole)).toEqual([]);
  const short = JSON.parse(metadata()) as Shape;
  expect(short).toMatchObject({ shortened: expect.stringContaining('left out: images') });
  expect(short).not.toHaveProperty('images');
  expect(problems(whole.kind, short)).toEqual([]);
  expect(withStranger(short).filter((other) => fits(whole.kind, other))).toEqual([]);
  // What is not there has to be said.
  expect(fits(whole.kind, without(short, 'shortened'))).toBe(false);

  const gates = Array.from({ length: 5000 }, () => ({
    gate: 'base',
    outcome: 'failed' as const,
    reason: 'r'.repeat(1000),
    evidence: [],
  }));
  const flood = { ...(document as unknown as Document), results: gates };
  expect(problems(whole.kind, JSON.parse(metadataOf(flood)))).toEqual([]);
});
