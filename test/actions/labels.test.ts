import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from '@jest/globals';

import { openLayout, parseTag, type Digest } from '#oci';

import { runningServer } from '../packages/oci/server.open.ts';
import { endedAt, countRequests, repositoryAt } from '../support/killed.ts';
import { together } from '../support/together.ts';
import { Workshop } from '../support/workshop.ts';
import { withTool } from '../tools.ts';

const oci = (key: string): string => `org.opencontainers.image.${key}`;
type Texts = Readonly<Record<string, string>>;
interface Manifest {
  readonly annotations?: Texts;
  readonly config?: { readonly digest: string };
  readonly manifests?: readonly {
    readonly digest: string;
    readonly platform?: { readonly architecture: string };
    readonly annotations?: Texts;
  }[];
}

/** A document of a layout, read without any code of the product. */
const read = (layout: string, digest: string): unknown =>
  JSON.parse(readFileSync(join(layout, 'blobs', ...digest.split(':')), 'utf8'));

function image(layout: string, digest: string) {
  const manifest = read(layout, digest) as Manifest;
  const config =
    manifest.config === undefined
      ? {}
      : (read(layout, manifest.config.digest) as { readonly config?: { readonly Labels?: Texts } });
  return { ...manifest, labels: config.config?.Labels ?? {} };
}

const layoutOf = (workshop: Workshop, name = 'ghcr.io/acme/shop'): string =>
  join(workshop.store, name);

async function build(workshop: Workshop, ...args: readonly string[]) {
  const { code, stdout, stderr } = await workshop.ecluse('build', ...args, '--json');
  const { digest } = JSON.parse(stdout) as { readonly digest: string };
  return { code, digest, stderr };
}

const policy = (labels: string): string => `apiVersion: ecluse/v1
image: ghcr.io/acme/shop
build: {context: ., file: Dockerfile}
labels: ${labels}
`;

test('every image says what it is and where it comes from, and nothing of the run', async () => {
  using workshop = new Workshop();
  const commit = workshop.commit();
  workshop.git('remote', 'add', 'origin', 'https://ada:ghp_secret@github.com/acme/shop.git');
  const { digest } = await build(workshop);
  const { labels, annotations } = image(layoutOf(workshop), digest);
  expect(labels).toEqual({
    [oci('base.name')]: 'scratch',
    [oci('created')]: '2026-01-05T09:01:00Z',
    [oci('revision')]: commit,
    [oci('source')]: 'https://github.com/acme/shop',
    [oci('title')]: 'shop',
    [oci('url')]: 'https://github.com/acme/shop',
  });
  expect(annotations).toEqual({
    ...labels,
    'dev.ecluse.recipe': expect.stringMatching(/^sha256:/),
  });
  // The same commit on GitHub, in another folder and another run.
  using other = workshop.at(join(workshop.home, 'clone'));
  execFileSync('git', ['clone', '--quiet', workshop.tree, other.tree]);
  other.env = {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: '42',
  };
  expect((await build(other)).digest).toBe(digest);
});

test('a version is said by a build that starts from it, and a changed tree says no commit', async () => {
  using workshop = new Workshop({
    Dockerfile: `FROM scratch\nLABEL ${oci('revision')}=lie\nCOPY app /app\n`,
  });
  workshop.commit();
  workshop.git('tag', 'v1.4.2');
  const tagged = await build(workshop, '--ref', 'v1.4.2');
  expect(image(layoutOf(workshop), tagged.digest).labels).toMatchObject({
    [oci('version')]: '1.4.2',
  });
  workshop.write({ app: 'changed\n' });
  const dirty = await build(workshop, '--ref', 'v1.4.2', '--labels', `${oci('revision')}=mine`);
  const { labels, annotations } = image(layoutOf(workshop), dirty.digest);
  for (const texts of [labels, annotations]) {
    expect(texts).toHaveProperty([oci('title')], 'shop');
    expect(texts).not.toHaveProperty([oci('revision')]);
    expect(texts).not.toHaveProperty([oci('version')]);
  }
  expect(dirty.stderr).toContain(`"mine" of "labels" is left out`);
});

test('labels come from ecluse.yml of the default branch, a file and the input, the nearest last', async () => {
  using workshop = new Workshop({
    'ecluse.yml': policy('{set: {a: policy, b: policy, c: policy}, required: [a, d]}'),
    Dockerfile: 'FROM scratch\nLABEL c=dockerfile d=dockerfile\nCOPY app /app\n',
  });
  workshop.commit();
  workshop.git('switch', '--quiet', '--create', 'side');
  workshop.commit({ 'ecluse.yml': policy('{set: {a: side}}'), 'labels.yml': 'b: file\n' });
  const args = ['--labels-from', 'labels.yml', '--labels', `${oci('created')}=then`];
  const { digest } = await build(workshop, ...args);
  const { labels, annotations } = image(layoutOf(workshop), digest);
  const given = { a: 'policy', b: 'file', c: 'policy', [oci('created')]: 'then' };
  expect(labels).toMatchObject({ ...given, d: 'dockerfile' });
  expect(annotations).toMatchObject(given);
  // What only tells the time makes no other image of the commit; another label would.
  const later = await build(workshop, ...args.slice(0, -1), `${oci('created')}=later`);
  expect(later).toMatchObject({ code: 0, digest });
  const other = await workshop.ecluse('build', '--labels-from', 'labels.yml', '--labels', 'x=y');
  expect(other.code).toBe(2);
  expect(other.stderr).toContain('was built before');
});

test('an image without a required label is not stored', async () => {
  using workshop = new Workshop({
    'ecluse.yml': policy('{required: [com.acme.team, com.acme.tier]}'),
    'labels.env': 'com.acme.team=\n',
  });
  workshop.commit();
  const refused = await workshop.ecluse('run', '--labels-from', 'labels.env');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain(
    'the image has no label "com.acme.team", "com.acme.tier", which ecluse.yml requires',
  );
  expect(existsSync(layoutOf(workshop))).toBe(false);
  const whole = ['--labels', 'com.acme.team=shop\ncom.acme.tier=1'];
  expect((await build(workshop, ...whole)).code).toBe(0);
});

test('an image that was stored before a label was required gets no name and is not promoted', async () => {
  const environments = 'environments: {dev: {promote: auto}}\n';
  using workshop = new Workshop({ 'ecluse.yml': policy('{required: [app]}') + environments });
  // Only what is on the default branch counts: the image is older than the rule.
  const rule = policy('{required: [com.acme.team]}') + environments;
  const commit = workshop.commit();
  workshop.git('tag', 'v1.0.0');
  const { digest } = await build(workshop, '--labels', 'app=shop');
  workshop.commit({ 'ecluse.yml': rule });
  const missing = 'the image has no label "com.acme.team", which ecluse.yml requires';
  const named = await workshop.ecluse('run', '--ref', 'v1.0.0');
  expect(named.code).toBe(1);
  expect(named.stderr).toContain(`${digest} gets no name: ${missing}`);
  const written = ['tags', `ghcr.io/acme/shop@${digest}`, '--ref', 'v1.0.0'];
  const byTags = await workshop.ecluse(...written);
  expect(byTags.code).toBe(1);
  expect(byTags.stderr).toContain(`${digest} gets no name: ${missing}`);
  const promoted = await workshop.json('promote', `shop:sha-${commit}`, '--environment', 'dev');
  expect(promoted).toMatchObject({
    code: 1,
    document: {
      results: expect.arrayContaining([
        expect.objectContaining({ gate: 'labels', outcome: 'failed', reason: missing }),
      ]),
    },
  });
});

test.each([
  [['--labels-from', 'no.env'], 'labels-from "no.env" is not there'],
  [['--labels-from', '.'], 'labels-from "'],
  [['--labels-from', 'large'], 'must not be larger than 262.1 kB'],
  [['--labels-from', 'bad.yml'], 'bad.yml:2:4: b must be text: put it in quotes'],
  [['--labels', 'a b=c'], 'input "labels" has "a b", which must be a key'],
  [['--labels', 'a=\u001b]0;x\u0007'], 'not "\\u001b]0;x\\u0007"'],
  [['--labels', 'dev.ecluse.recipe=x'], 'which only this product writes'],
  [['--annotations', 'idx:a=b'], '"idx" is no level'],
  [['--annotations', 'manifest[linux/s390x]:a=b'], 'the annotation "a" is for linux/s390x, and'],
])('%j is one sentence, and nothing is stored', async (args, says) => {
  using workshop = new Workshop({ large: 'x'.repeat(300_000), 'bad.yml': 'a: b\nb: [c]\n' });
  workshop.commit();
  const { code, stderr } = await workshop.ecluse('build', ...args);
  expect(code).toBe(2);
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(says)]);
  expect(existsSync(layoutOf(workshop))).toBe(false);
});

const both = ['--platforms', 'linux/amd64,linux/arm64'];

/** Sources on a base that has an image for each of two platforms, which stands in the store. */
async function onTwo(workshop: Workshop): Promise<string> {
  workshop.write({
    'base/Dockerfile': 'FROM scratch\nARG TARGETARCH\nCOPY $TARGETARCH /arch\n',
    'base/amd64': 'amd64',
    'base/arm64': 'arm64',
    Dockerfile: 'FROM ghcr.io/acme/base:1 AS a\nFROM a\nCOPY app /app\n',
  });
  workshop.commit();
  const base = ['base', '--image', 'ghcr.io/acme/base', ...both];
  const { digest } = await build(workshop, ...base);
  const layout = openLayout(layoutOf(workshop, 'ghcr.io/acme/base'));
  const stored = await layout.manifest(digest as Digest);
  if (stored === undefined) throw new Error('the base was not stored');
  await layout.tag(parseTag('1'), stored.bytes, stored.descriptor.mediaType, 'anything');
  return digest;
}

/** The annotations of each name of a digest in a layout, but for the name. */
function namesIn(layout: string, digest: string): readonly Texts[] {
  const { manifests = [] } = JSON.parse(
    readFileSync(join(layout, 'index.json'), 'utf8'),
  ) as Manifest;
  return manifests
    .filter((one) => one.digest === digest)
    .map(({ annotations = {} }) =>
      Object.fromEntries(Object.entries(annotations).filter(([key]) => key !== oci('ref.name'))),
    );
}

/** What is said of an image, and by which artifacts, from the referrers of a layout. */
function partOf(layout: string, digest: string) {
  const list = join(layout, 'index.json');
  const { manifests = [] } = JSON.parse(readFileSync(list, 'utf8')) as Manifest;
  const kept = manifests.find(
    ({ annotations }) => annotations?.[oci('ref.name')] === digest.replace(':', '-'),
  );
  const referrers =
    kept === undefined ? [] : ((read(layout, kept.digest) as Manifest).manifests ?? []);
  return referrers.map((one) => {
    const { layers } = read(layout, one.digest) as { layers: readonly { digest: string }[] };
    return (read(layout, layers[0]?.digest ?? '') as { readonly predicate: object }).predicate;
  });
}

test('an index, its images and their configs tell the base, and each image tells its index', async () => {
  using workshop = new Workshop();
  const base = await onTwo(workshop);
  const levels = [
    'index:a=index',
    'manifest:a=each',
    'manifest[linux/arm64]:b=arm',
    'index-descriptor:a=x',
  ];
  const annotations = [
    '--annotations',
    [...levels, 'manifest-descriptor[linux/arm64]:c=d'].join('\n'),
  ];
  const { digest, stderr } = await build(workshop, ...both, ...annotations);
  expect(stderr).not.toContain('left out');
  expect(namesIn(layoutOf(workshop), digest)).toEqual([{ a: 'x' }]);
  const layout = layoutOf(workshop);
  const index = image(layout, digest);
  const onBase = { [oci('base.name')]: 'ghcr.io/acme/base:1', [oci('base.digest')]: base };
  expect(index.annotations).toMatchObject({ ...onBase, [oci('title')]: 'shop', a: 'index' });
  expect(index.annotations).not.toHaveProperty('b');
  const [amd, arm] = index.manifests ?? [];
  expect([amd?.annotations, arm?.annotations]).toEqual([undefined, { c: 'd' }]);
  const images = [amd, arm].map((one) => image(layout, one?.digest ?? ''));
  expect(images.map(({ annotations: own }) => [own?.a, own?.b])).toEqual([
    ['each', undefined],
    ['each', 'arm'],
  ]);
  for (const { labels, annotations: own } of images) {
    expect(labels).toMatchObject(onBase);
    expect(own).toMatchObject(labels);
  }
  for (const one of [amd, arm]) {
    const platform = `linux/${one?.platform?.architecture ?? ''}`;
    expect(partOf(layout, one?.digest ?? '')).toEqual([{ index: digest, platform }]);
  }
  const copied = await workshop.ecluse('copy', `oci:${layout}@${digest}`, 'oci:copy:1');
  expect(copied.code).toBe(0);
  expect(namesIn(join(workshop.tree, 'copy'), digest)).toEqual([{ a: 'x' }]);
  expect((await workshop.ecluse('copy', `oci:copy@${digest}`, 'oci-archive:a.tar:1')).code).toBe(0);
  execFileSync('tar', ['xf', 'a.tar', 'index.json'], { cwd: workshop.tree });
  expect(namesIn(workshop.tree, digest)).toEqual([{ a: 'x' }]);
  expect((await workshop.ecluse('copy', 'oci-archive:a.tar:1', 'oci:again:1')).code).toBe(0);
  expect(namesIn(join(workshop.tree, 'again'), digest)).toEqual([{ a: 'x' }]);
  expect(partOf(join(workshop.tree, 'copy'), amd?.digest ?? '')).toHaveLength(1);
});

test('what is said of a descriptor stands beside each name in a folder, and has no place in a registry', async () => {
  using workshop = new Workshop();
  workshop.commit();
  workshop.git('tag', 'v1.0.0');
  const lines = ['manifest-descriptor:a=m', 'index-descriptor:b=i', 'index:c=i'];
  const args = ['--annotations', lines.join('\n'), '--no-layers', '--json'];
  const { stdout, stderr } = await workshop.ecluse('run', '--ref', 'v1.0.0', ...args);
  const { digest } = JSON.parse(stdout) as { readonly digest: string };
  // Claim, version, and the environments that it reached by itself.
  expect(namesIn(layoutOf(workshop), digest)).toEqual(
    Array.from({ length: 4 }, () => ({ a: 'm' })),
  );
  for (const level of ['index-descriptor', 'index']) {
    expect(stderr).toContain(
      `annotations of ${level} are left out: an image for one platform has no index`,
    );
  }
  const server = await runningServer();
  const elsewhere = await workshop.ecluse('build', ...args, '--store', server.url.href);
  await server.close();
  expect(elsewhere.stderr).toContain(
    'annotations of manifest-descriptor are left out: a registry has no descriptor beside a tag',
  );
  workshop.write({ app: 'changed\n' });
  expect((await workshop.ecluse('build', ...args)).stderr).toContain(
    'are left out: what differs from its commit gets no name',
  );
});

test('an index that is found again, or is named, gets the statements that its images lack', async () => {
  using workshop = new Workshop();
  workshop.commit();
  const { digest } = await build(workshop, ...both);
  const layout = layoutOf(workshop);
  const children = (image(layout, digest).manifests ?? []).map((one) => one.digest);
  const counts = () => children.map((one) => partOf(layout, one).length);
  const list = join(layout, 'index.json');
  const isOfChild = ({ annotations }: { readonly annotations?: Texts }): boolean =>
    children.includes((annotations?.[oci('ref.name')] ?? '').replace('-', ':'));
  workshop.git('tag', 'v1.0.0');
  for (const args of [
    ['build', ...both],
    ['tags', `ghcr.io/acme/shop@${digest}`, '--ref', 'v1.0.0'],
  ]) {
    const index = JSON.parse(readFileSync(list, 'utf8')) as Manifest;
    const manifests = (index.manifests ?? []).filter((one) => !isOfChild(one));
    writeFileSync(list, JSON.stringify({ ...index, manifests }));
    expect(counts()).toEqual([0, 0]);
    expect((await workshop.ecluse(...args)).code).toBe(0);
    expect(counts()).toEqual([1, 1]);
  }
});

test('a build of an index that is killed at a write is completed by the next one', async () => {
  const server = await runningServer();
  using workshop = new Workshop();
  workshop.commit();
  const args = ['build', ...both];
  const spotOf = (prefix: string) => ({ registry: server.url, prefix });
  const { write } = await countRequests(workshop, spotOf('whole'), args);
  // The last ones are the statements and the claim.
  const moments = Array.from({ length: 3 }, (_, at) => ({
    kind: 'write' as const,
    nth: write - 3 * at,
    when: 'before' as const,
  }));
  const ends = await together(moments, 2, async (moment) => {
    const spot = spotOf(`at-${moment.nth}`);
    const { signal } = await endedAt(workshop, spot, { moment, args });
    const store = ['--store', new URL(spot.prefix, server.url).href];
    const { code, digest } = await build(workshop, ...both, ...store);
    const layout = join(server.folder, 'store', repositoryAt(spot));
    const children = image(layout, digest).manifests ?? [];
    return [signal, code, children.map((one) => partOf(layout, one.digest).length)];
  });
  await server.close();
  expect(ends).toEqual(moments.map(() => ['SIGKILL', 0, [1, 1]]));
}, 60_000);

withTool(['skopeo', 'crane'], 'other tools see the labels', async ({ skopeo, crane }) => {
  const server = await runningServer();
  using workshop = new Workshop();
  const commit = workshop.commit();
  const store = new URL('store', server.url).href;
  const { digest } = await build(workshop, '--store', store, '--labels', 'com.acme.team=shop');
  const at = `${server.url.host}/store/ghcr.io/acme/shop@${digest}`;
  const run = async (tool: string, ...args: readonly string[]): Promise<unknown> => {
    const { stdout } = await promisify(execFile)(tool, args, { env: { HOME: workshop.home } });
    return JSON.parse(stdout);
  };
  const said = { 'com.acme.team': 'shop', [oci('revision')]: commit };
  const inspected = await run(skopeo, 'inspect', '--tls-verify=false', `docker://${at}`);
  expect(inspected).toMatchObject({ Labels: said });
  expect(await run(crane, 'config', at)).toMatchObject({ config: { Labels: said } });
  expect(await run(crane, 'manifest', at)).toMatchObject({ annotations: said });
  await server.close();
});
