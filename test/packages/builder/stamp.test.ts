import { afterAll, expect, test } from '@jest/globals';

import { builtin, joinPlatforms, stamp, type Base, type Built } from '#builder';
import { parseDockerfile, resolve } from '#dockerfile';
import { parseAnnotations, type Marks } from '#labels';
import { openLayout, parseManifest, parseTag } from '#oci';

import { withTool } from '../../tools.ts';
import { tarOf } from '../image/tars.ts';
import { look, Yard } from './buildah.fixture.ts';
import { baseOf, imageOf, never, planOf, removeTemporary, temporary } from './builds.ts';

afterAll(removeTemporary);

const oci = (key: string): string => `org.opencontainers.image.${key}`;
const marked = (more: Partial<Marks> = {}): Marks => ({
  labels: {},
  defaults: {},
  without: [],
  annotations: [],
  required: [],
  notes: [],
  ...more,
});
const platform = 'linux/amd64';
const engine = builtin({ version: '0.0.0' });

/** What is built by a Dockerfile, and what it is like with marks. */
async function stamped(
  dockerfile: string,
  marks: Marks,
  {
    bases,
    alter = (built) => built,
  }: { bases?: ReadonlyMap<string, Base>; alter?: (built: Built) => Built } = {},
) {
  const plan = planOf({ dockerfile, files: { x: 'x' }, ...(bases === undefined ? {} : { bases }) });
  const built = alter(await engine.build(plan, temporary(), never));
  const resolved = resolve(plan.dockerfile, { args: {}, platform });
  const whole = await stamp(built, marks, { resolved, platform });
  const { manifest, config } = await imageOf(whole.built);
  return { ...whole, manifest, config, of: config.config?.Labels ?? {} };
}

const root = tarOf({ path: 'etc', kind: 'directory' });
const ofBase = {
  [oci('base.name')]: 'registry.example/base:1',
  [oci('base.digest')]: expect.stringMatching(/^sha256:/),
};

test('labels of a Dockerfile that are too long for annotations are refused, and others are not', async () => {
  const long = 'x'.repeat(70_000);
  await expect(
    stamped(`FROM scratch\nLABEL ${oci('description')}=${long}\n`, marked()),
  ).rejects.toThrow(
    /the labels that annotations repeat have 70\d+ bytes: at most 65536 are written/,
  );
  const { of } = await stamped(`FROM scratch\nLABEL io.acme.plan=${long}\n`, marked());
  expect(of).toHaveProperty(['io.acme.plan'], long);
});

test('labels stand in the config and as annotations, in one order', async () => {
  const { of, manifest, said, doubt } = await stamped(
    `FROM scratch\nLABEL b=file kept=yes ${oci('title')}="from file"\n`,
    marked({
      labels: { b: 'given', a: 'given' },
      defaults: { [oci('title')]: 'default', [oci('source')]: 'default' },
      annotations: parseAnnotations([
        'note=1',
        'manifest[linux/arm64]:note=2',
        'index:note=3',
        `${oci('source')}=annotated`,
      ]),
    }),
  );
  expect(Object.entries(of)).toEqual([
    ['a', 'given'],
    ['b', 'given'],
    ['kept', 'yes'],
    [oci('base.name'), 'scratch'],
    [oci('source'), 'default'],
    [oci('title'), 'from file'],
  ]);
  const { kept, ...rest } = of;
  expect(kept).toBe('yes');
  expect(said).toEqual(rest);
  expect(Object.entries(manifest.annotations ?? {})).toEqual(
    Object.entries({ ...rest, note: '1', [oci('source')]: 'annotated' }).sort(([a], [b]) =>
      a < b ? -1 : 1,
    ),
  );
  expect(doubt).toBeUndefined();
});

test('the base is that of the lowest stage, and its digest that of what its name stands for', async () => {
  const bases = await baseOf(root);
  const { of, manifest } = await stamped(
    'FROM base AS a\nCOPY x /x\nFROM a AS b\nFROM b\nCOPY --from=a /x /y\n',
    marked(),
    { bases },
  );
  expect(of).toEqual({ ...ofBase, [oci('base.digest')]: bases.get('base')?.descriptor.digest });
  expect(manifest.annotations).toEqual(of);
});

test('what the labels of the specification say of the base is not said of the image', async () => {
  const labels = `LABEL other=base ${oci('title')}=base ${oci('vendor')}=Acme ${oci('revision')}=base ${oci('authors')}=base`;
  const bases = await baseOf(root, `${labels}\n`);
  const dockerfile = `FROM base AS a\nLABEL "${oci('vendor')}"=Acme\nFROM a\nLABEL ${oci('authors')}=own\n`;
  expect((await stamped(dockerfile, marked(), { bases })).of).toEqual({
    ...ofBase,
    other: 'base',
    [oci('vendor')]: 'Acme',
    [oci('authors')]: 'own',
  });
});

test('nobody else names the base, or a commit that a changed tree does not have', async () => {
  const { of } = await stamped(
    `FROM scratch\nLABEL ${oci('base.name')}=lie ${oci('base.digest')}=lie ${oci('revision')}=lie\n`,
    marked({ without: [oci('revision')] }),
  );
  expect(of).toEqual({ [oci('base.name')]: 'scratch' });
});

test('an image that does not begin with the layers of its base says nothing of it', async () => {
  const bases = await baseOf(root);
  const others = await baseOf(tarOf({ path: 'z', text: 'z' }));
  const { config } = await stamped('FROM base\n', marked(), { bases: others });
  const { of, manifest, doubt } = await stamped('FROM base\nCOPY x /x\n', marked(), {
    bases,
    alter: (built) => ({ ...built, on: built.on && { ...built.on, configs: [config] } }),
  });
  expect(of).toEqual({});
  expect(manifest.annotations).toEqual({});
  expect(doubt).toBe(
    `the image does not begin with the layers of registry.example/base:1, ${bases.get('base')?.descriptor.digest ?? ''}: nothing is said of its base`,
  );
  const squashed = await stamped('FROM base\n', marked(), {
    bases,
    alter: (built) => ({ ...built, on: built.on && { ...built.on, configs: [] } }),
  });
  expect(squashed.of).toEqual({});
});

test('an index says what its images say alike, and has annotations of its own', async () => {
  const two = await Promise.all(
    ['amd64', 'arm64'].map(async (architecture) => {
      const labels = { same: 'yes', only: architecture };
      const { built, said } = await stamped('FROM scratch\nCOPY x /x\n', marked({ labels }));
      const annotations = architecture === 'arm64' ? { on: 'descriptor' } : {};
      return { built, said, platform: { os: 'linux', architecture }, annotations };
    }),
  );
  const [first, second] = two;
  if (first === undefined || second === undefined) throw new Error('two were built');
  const how = { into: temporary(), annotations: { own: 'index', same: 'over' } };
  const { layout, root: index } = await joinPlatforms([first, second], how);
  const stored = await openLayout(layout).manifest(index.digest);
  const read = parseManifest(stored?.bytes ?? new Uint8Array(0), index.mediaType);
  expect(read.annotations).toEqual({ own: 'index', same: 'over', [oci('base.name')]: 'scratch' });
  expect('manifests' in read && read.manifests.map(({ annotations }) => annotations)).toEqual([
    undefined,
    { on: 'descriptor' },
  ]);
});

withTool(
  ['buildah', 'ldd'],
  'an image of Buildah gets the same labels, annotations and base, through its stages',
  async () => {
    await using yard = new Yard();
    yard.root();
    const base = ['FROM scratch', 'COPY root /', `LABEL ${oci('title')}=base kept=base`];
    const first = await yard.build(base);
    const from = openLayout(first.layout);
    expect(await from.resolve(parseTag('latest'))).toBeDefined();
    const name = 'docker.io/library/base:1';
    const bases = new Map([['base:1', { name, descriptor: first.root, from }]]);
    const lines = ['FROM base:1 AS a', 'RUN ["/bin/mkdir", "/made"]', 'FROM a', 'LABEL own=yes'];
    const marks = marked({
      labels: { [oci('revision')]: 'r' },
      annotations: parseAnnotations(['note=1']),
    });
    const built = await yard.build(lines, { bases });
    const resolved = resolve(parseDockerfile(lines.join('\n'), 'Dockerfile'), {
      args: {},
      platform,
    });
    const whole = await stamp(built, marks, { resolved, platform });
    const { config, manifest } = await look(whole.built);
    const said = {
      [oci('base.digest')]: first.root.digest,
      [oci('base.name')]: name,
      [oci('revision')]: 'r',
    };
    const { Labels } = config.config;
    expect(Labels).toMatchObject({ kept: 'base', own: 'yes', ...said });
    expect(Labels).not.toHaveProperty([oci('title')]);
    expect(manifest).toMatchObject({ annotations: { note: '1', ...said } });
    expect(whole.doubt).toBeUndefined();
  },
  60_000,
);
