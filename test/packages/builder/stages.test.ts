import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { afterAll, expect, test } from '@jest/globals';

import { digestOf, hexOf, mediaType, openLayout } from '#oci';

import { withTool } from '../../tools.ts';
import { tarOf } from '../image/tars.ts';
import {
  baseOf,
  build,
  engine,
  folderOf,
  planOf,
  removeTemporary,
  temporary,
  type Files,
} from './builds.ts';

afterAll(removeTemporary);

const path = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

test('every config instruction is in the config, and nothing else changes', async () => {
  const { config, layers } = await build({
    dockerfile: `FROM scratch
MAINTAINER somebody
ARG V=1
ENV A=a B=$V
ENV A=again
LABEL z=1 a="two words"
EXPOSE 80 53/udp
VOLUME /data /more
VOLUME ["/json"]
USER web:web
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=5s --retries=3 CMD ["check"]
SHELL ["/bin/bash", "-c"]
ENTRYPOINT ["/run"]
CMD one two
ONBUILD COPY . /later
`,
    epoch: 1_700_000_000,
  });
  expect(layers).toEqual([]);
  expect(config).toMatchObject({
    author: 'somebody',
    created: '2023-11-14T22:13:20Z',
    architecture: 'amd64',
    os: 'linux',
    rootfs: { type: 'layers', diff_ids: [] },
  });
  expect(config.config).toEqual({
    Env: [path, 'A=again', 'B=1'],
    Labels: { a: 'two words', z: '1' },
    ExposedPorts: { '53/udp': {}, '80/tcp': {} },
    Volumes: { '/data': {}, '/json': {}, '/more': {} },
    User: 'web:web',
    StopSignal: 'SIGQUIT',
    Healthcheck: { Test: ['CMD', 'check'], Interval: 5e9, Retries: 3 },
    Shell: ['/bin/bash', '-c'],
    Entrypoint: ['/run'],
    Cmd: ['/bin/bash', '-c', 'one two'],
    OnBuild: ['COPY . /later'],
  });
  expect(Object.keys(config.config?.Labels ?? {})).toEqual(['a', 'z']);
});

test('history tells the instructions, and which of them have a layer', async () => {
  const { config } = await build({
    dockerfile: 'FROM scratch\nENV A=a\nCOPY x \\\n  /x\nWORKDIR /w\nWORKDIR /w\n',
    files: { x: 'x' },
  });
  expect(config.history).toEqual([
    {
      created: '1970-01-01T00:00:00Z',
      created_by: 'ENV A=a',
      comment: 'ecluse builtin',
      empty_layer: true,
    },
    {
      created: '1970-01-01T00:00:00Z',
      created_by: expect.stringMatching(/^COPY x\s+\/x$/),
      comment: 'ecluse builtin',
    },
    { created: '1970-01-01T00:00:00Z', created_by: 'WORKDIR /w', comment: 'ecluse builtin' },
    {
      created: '1970-01-01T00:00:00Z',
      created_by: 'WORKDIR /w',
      comment: 'ecluse builtin',
      empty_layer: true,
    },
  ]);
});

const root = tarOf({ path: 'etc', kind: 'directory' }, { path: 'etc/os', text: 'base' });

test('an image is built on a base: its config goes on, its layers are named and stay where they are', async () => {
  const bases = await baseOf(root, 'ENV A=base PATH=/own\nLABEL l=base\nCMD ["base"]\nUSER 5\n');
  const { built, config, manifest, layers } = await build({
    dockerfile: 'FROM base\nENV B=$A\nCOPY x /x\nENTRYPOINT ["/e"]\n',
    files: { x: 'x' },
    bases,
  });
  const base = bases.get('base');
  expect(config.config).toEqual({
    Env: ['PATH=/own', 'A=base', 'B=base'],
    Labels: { l: 'base' },
    User: '5',
    Entrypoint: ['/e'],
  });
  expect(layers).toEqual([['x "x"']]);
  expect([...built.elsewhere]).toEqual([[manifest.layers[0]?.digest, base?.from]]);
  expect(built.on).toMatchObject({
    name: 'registry.example/base:1',
    digest: base?.descriptor.digest,
    configs: [{ config: { Labels: { l: 'base' } } }],
  });
  expect(config.history?.map(({ created_by }) => created_by)).toEqual([
    'ADD root.tar /',
    'ENV A=base PATH=/own',
    'LABEL l=base',
    'CMD ["base"]',
    'USER 5',
    'ENV B=$A',
    'COPY x /x',
    'ENTRYPOINT ["/e"]',
  ]);
  expect(built.steps.map(({ line, text }) => [line, text])).toEqual([
    [1, 'FROM base'],
    [2, 'ENV B=$A'],
    [3, 'COPY x /x'],
    [4, 'ENTRYPOINT ["/e"]'],
  ]);
});

test('a command that stands before the entrypoint of its own stage stays', async () => {
  const { config } = await build({ dockerfile: 'FROM scratch\nCMD ["c"]\nENTRYPOINT ["/e"]\n' });
  expect(config.config).toMatchObject({ Cmd: ['c'], Entrypoint: ['/e'] });
});

test('stages give files and ground to later ones, and only the layers below the target are in the image', async () => {
  const { layers, config, built } = await build({
    dockerfile: `FROM scratch AS files
COPY a /from/a
COPY b /from/b
FROM scratch AS ground
ENV G=ground
COPY a /g
FROM ground
COPY --from=files --chown=3:4 /from /to
COPY --from=1 /g /$G
`,
    files: { a: 'a', b: 'b' },
  });
  expect(layers).toEqual([['g "a"'], ['to/ 3:4', 'to/a 3:4 "a"', 'to/b 3:4 "b"'], ['ground "a"']]);
  expect(config.config?.Env).toEqual([path, 'G=ground']);
  expect(readdirSync(join(built.layout, 'blobs', 'sha256'))).toHaveLength(5);
});

test('a target is built, and what it does not reach is not looked at', async () => {
  const { layers } = await build({
    dockerfile: 'FROM scratch AS one\nCOPY a /\nFROM nowhere AS two\nRUN make\n',
    target: 'one',
    files: { a: 'a' },
  });
  expect(layers).toEqual([['a "a"']]);
});

test('triggers of the base are carried out before the stage, once', async () => {
  const bases = await baseOf(root, 'ONBUILD COPY a /triggered\nONBUILD ENV T=1\n');
  const first = await build({
    dockerfile: 'FROM base AS x\nCOPY a /own\nFROM x\n',
    files: { a: 'a' },
    bases,
  });
  expect(first.layers).toEqual([['triggered "a"'], ['own "a"']]);
  expect(first.config.config?.Env).toContain('T=1');
  expect(first.config.config?.OnBuild).toBeUndefined();
});

test.each([
  ['FROM scratch\nRUN make', 'RUN at Dockerfile:2 needs an engine'],
  [
    'FROM scratch\nADD https://example.com/x /x',
    'ADD downloads a file at Dockerfile:2, which needs an engine',
  ],
  ['FROM scratch\nCOPY --parents a /x', 'COPY --parents at Dockerfile:2 needs an engine'],
  ['FROM scratch\nCOPY --exclude=*.o a /x', 'COPY --exclude at Dockerfile:2 needs an engine'],
  ['FROM scratch\nADD a.tar.xz /x', 'ADD of "a.tar.xz" at Dockerfile:2 needs an engine'],
  [
    'FROM triggers',
    'registry.example/triggers:1 has the trigger "RUN make", which needs an engine',
  ],
])('builtin says no to %j', async (dockerfile, no) => {
  const bases = await baseOf(root, 'ONBUILD RUN make\n', 'triggers');
  expect(await engine.can(planOf({ dockerfile, bases }))).toEqual({ no });
});

test('an index gives the image of the platform, and another platform is refused', async () => {
  const [image] = [...(await baseOf(root)).values()];
  if (image === undefined) throw new Error('no base');
  const index = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [{ ...image.descriptor, platform: { os: 'linux', architecture: 'amd64' } }],
  };
  const descriptor = await image.from.putManifest(
    Buffer.from(JSON.stringify(index)),
    index.mediaType,
  );
  const bases = new Map([['base', { ...image, descriptor }]]);
  const { built, manifest } = await build({ dockerfile: 'FROM base\n', bases });
  expect(manifest.layers).toHaveLength(1);
  expect(built.on?.digest).toBe(descriptor.digest);
  const arm = { os: 'linux', architecture: 'arm64' };
  await expect(build({ dockerfile: 'FROM base\n', bases, platform: arm })).rejects.toThrow(
    'registry.example/base:1 has no image for linux/arm64; it has linux/amd64',
  );
  await expect(
    build({ dockerfile: 'FROM base\n', bases: new Map([['base', image]]), platform: arm }),
  ).rejects.toThrow('registry.example/base:1 is an image for linux/amd64, not for linux/arm64');
});

test("a base of Docker's types that keeps no history becomes one of OCI's with a history", async () => {
  const [image] = [...(await baseOf(root)).values()];
  if (image === undefined) throw new Error('no base');
  const bases = new Map([['base', image]]);
  const { manifest, config } = await build({ dockerfile: 'FROM base\n', bases });
  const bare = Buffer.from(JSON.stringify({ ...config, history: null }));
  const put = { mediaType: mediaType.dockerConfig, digest: digestOf(bare), size: bare.length };
  await image.from.putBlob(put, async () => Readable.from([bare]));
  const layers = manifest.layers.map((layer) => ({ ...layer, mediaType: mediaType.dockerLayer }));
  const docker = { schemaVersion: 2, mediaType: mediaType.dockerManifest, config: put, layers };
  const descriptor = await image.from.putManifest(
    Buffer.from(JSON.stringify(docker)),
    mediaType.dockerManifest,
  );
  const next = await build({
    dockerfile: 'FROM base\nENV A=b\n',
    bases: new Map([['base', { ...image, descriptor }]]),
  });
  expect(next.manifest.mediaType).toBe(mediaType.manifest);
  expect(next.manifest.config.mediaType).toBe(mediaType.config);
  expect(next.manifest.layers).toEqual(manifest.layers);
  expect(next.config.history?.map(({ comment }) => comment)).toEqual([
    'not recorded',
    'ecluse builtin',
  ]);
});

const reproducible: Files = {
  'app/a.txt': 'a'.repeat(300_000),
  'app/sub/b': 'b',
  'app/ln': { link: 'a.txt' },
  'run.sh': { text: 'run', mode: 0o755 },
  'data.tar': tarOf({ path: 'd/x', text: 'x', modified: 12345 }),
};
const dockerfile = 'FROM scratch\nCOPY app /app\nCOPY run.sh /\nADD data.tar /\nWORKDIR /w\n';

test('the same content gives the same digest, whatever the folder, its times and rights', async () => {
  const one = await build({ dockerfile, files: reproducible });
  const context = folderOf(Object.fromEntries(Object.entries(reproducible).reverse()));
  chmodSync(join(context, 'app'), 0o700);
  chmodSync(join(context, 'app/a.txt'), 0o600);
  chmodSync(join(context, 'run.sh'), 0o711);
  utimesSync(join(context, 'app/sub/b'), 1, 2);
  const two = await build({ dockerfile, context });
  expect(two.built.root).toEqual(one.built.root);
  const later = await build({ dockerfile, context, epoch: 1 });
  expect(later.built.root.digest).not.toBe(one.built.root.digest);
  expect(later.layers.flat().every((line) => / @1(?: |$)/.test(line))).toBe(true);
});

test('nothing of the machine is in the image', async () => {
  const context = folderOf(reproducible);
  const { built, manifest } = await build({ dockerfile, context });
  for (const { digest } of [built.root, manifest.config]) {
    const text = readFileSync(join(built.layout, 'blobs', 'sha256', hexOf(digest)), 'utf8');
    expect(text).not.toContain(context);
    expect(text).not.toContain(built.layout);
  }
});

test('the layout is one that our own storage reads, and holds nothing but the image', async () => {
  const { built, manifest } = await build({ dockerfile, files: reproducible });
  expect((await openLayout(built.layout).manifest(built.root.digest))?.descriptor.size).toBe(
    built.root.size,
  );
  expect(readdirSync(built.layout).sort()).toEqual(['blobs', 'index.json', 'oci-layout']);
  expect(readdirSync(join(built.layout, 'blobs', 'sha256')).sort()).toEqual(
    [built.root, manifest.config, ...manifest.layers].map(({ digest }) => hexOf(digest)).sort(),
  );
});

withTool(
  ['skopeo', 'tar'],
  'skopeo copies the image, and tar unpacks what it wrote',
  async ({ skopeo, tar }) => {
    const { built } = await build({ dockerfile, files: reproducible });
    const to = temporary();
    execFileSync(skopeo, [
      'copy',
      '--insecure-policy',
      '-q',
      `oci:${built.layout}`,
      `dir:${to}/image`,
    ]);
    const { layers } = JSON.parse(readFileSync(join(to, 'image', 'manifest.json'), 'utf8')) as {
      readonly layers: readonly { readonly digest: string }[];
    };
    const root = join(to, 'root');
    mkdirSync(root);
    for (const { digest } of layers) {
      execFileSync(tar, ['-xzf', join(to, 'image', digest.slice('sha256:'.length)), '-C', root]);
    }
    expect(readFileSync(join(root, 'app/ln'), 'utf8')).toBe('a'.repeat(300_000));
    expect(readFileSync(join(root, 'd/x'), 'utf8')).toBe('x');
    expect(readdirSync(root).sort()).toEqual(['app', 'd', 'run.sh', 'w']);
  },
);
