import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { buildah, builtin, type Base, type Built } from '#builder';
import { digestOf, openLayout, type Digest } from '#oci';

import { notRun } from '../../reporter.ts';
import { withTool } from '../../tools.ts';
import { tarOf } from '../image/tars.ts';
import { look, Yard } from './buildah.fixture.ts';
import { baseOf, folderOf, removeTemporary, temporary, type Files } from './builds.ts';

const base = 'registry.example/base:1';
const archive = tarOf(
  { path: 'sub', kind: 'directory', mode: 0o700, uid: 5, gid: 6 },
  { path: 'sub/f', text: 'f', mode: 0o4711, uid: 5, gid: 6 },
  { path: 'hard', kind: 'hardlink', link: 'sub/f', mode: 0o4711, uid: 5, gid: 6 },
  { path: 'out', kind: 'symlink', mode: 0o777, link: '/etc/passwd' },
);
const files: Files = {
  'app/a.txt': 'a',
  'app/sub/x': 'x',
  'app/ln': { link: 'a.txt' },
  'run.sh': { text: 'run', mode: 0o755 },
  one: '1',
  two: '2',
  'd1/x': 'd1x',
  'd2/y': 'd2y',
  'empty/': '',
  'tree/keep/k': 'k',
  'tree/keep/inner/': '',
  lnfile: { link: 'run.sh' },
  lndir: { link: 'app' },
  'node_modules/m/i.js': 'i',
  'node_modules/keep/i.js': 'k',
  'a.tar': archive,
  'bin.tar': tarOf({ path: 'bin/y', text: 'y' }),
};

/** Lines of one Dockerfile, each a case of its own; together, as a build by an engine takes its time. */
const groups: readonly (readonly [title: string, lines: readonly string[], ignore?: string])[] = [
  [
    'files and folders',
    [
      'COPY one /a',
      'COPY one /b/m/',
      'COPY run.sh /c',
      'COPY one /srv',
      'COPY two /srv/file',
      'COPY app /d',
      'COPY app/ /e/',
      'COPY d1 /',
      'COPY one two /f/',
      'COPY d1 one /g/',
      'COPY ["one", "two", "/h h/"]',
      'COPY empty /i',
      'COPY ../one /j',
      'COPY one /k/../l/./m',
      'COPY . /n',
    ],
  ],
  [
    'patterns',
    ['COPY d* /a/', 'COPY tw? /b', 'COPY d[12]/[xy] /c/', 'COPY [^r-z]ne /d/', 'COPY * /e/'],
  ],
  [
    'links in the context',
    [
      'COPY lnfile /a',
      'COPY lnfile /b/',
      'COPY lndir /c',
      'COPY lndir/sub/x /d',
      'COPY app/ln /e/',
    ],
  ],
  [
    'links in the image',
    [
      'COPY one /bin/x',
      'COPY d2 /bin',
      'COPY one /abs/new/',
      'COPY one /tool',
      'COPY one /gone/x',
      'WORKDIR /abs/w',
      'COPY one ./',
    ],
  ],
  ['a folder over one with owner and rights', ['COPY one /tmp/', 'COPY d1 /srv/keep']],
  ['a folder with a folder over one with owner and rights', ['COPY tree /srv']],
  [
    'owners and rights',
    [
      'COPY --chown=web app /a/x',
      'COPY --chown=web:other one /b/x',
      'COPY --chown=:webg one /c/x',
      'COPY --chown=101 one /d/x',
      'COPY --chown=999 one /e/x',
      'COPY --chown=0:65534 one /f/x',
      'COPY --chown=web d1 /srv/keep',
      'COPY --chmod=711 app /g',
      'COPY --chmod=4600 one lnfile /h/',
    ],
  ],
  [
    'files of another image',
    [
      `COPY --from=${base} /opt/own /a`,
      `COPY --from=${base} /opt /b`,
      `COPY --from=${base} /opt/own/f /bin/tool /c/`,
      `COPY --from=${base} /abs /d`,
      `COPY --from=${base} --chown=9 /srv /e`,
      `COPY --from=${base} / /f/`,
    ],
  ],
  [
    'ADD',
    [
      'ADD one /a',
      'ADD app /b',
      'ADD a.tar /c',
      'ADD a.tar /bin',
      'ADD bin.tar /',
      'ADD --chown=web a.tar /d',
      'ADD a.tar one /e/',
    ],
  ],
  [
    'working directories',
    [
      'WORKDIR /a/b',
      'COPY one x',
      'USER web',
      'WORKDIR /c',
      'COPY . .',
      'WORKDIR ../e',
      'COPY one .',
    ],
  ],
  ['an ignore file', ['COPY . /x'], 'node_modules\n*.tar\n'],
  ['an ignore file with an exception', ['COPY . /x'], 'node_modules/*\n!node_modules/keep\n'],
  ['an ignore file that lets one folder in', ['COPY . /x'], '*\n!app\n'],
  [
    'config',
    [
      'ENV A=1 B=$FROM C="x y"',
      'ENV A=2 D=$A',
      'ENV E x  y',
      'LABEL a=1 "b c"="d e" base=over',
      'EXPOSE 80 443/tcp 53/udp',
      'VOLUME /data /more',
      'VOLUME ["/json"]',
      'USER web:webg',
      'STOPSIGNAL SIGQUIT',
      'HEALTHCHECK --interval=5s --timeout=1m --retries=3 CMD check it',
      'ONBUILD COPY . /later',
      'ARG V=def',
      'ARG W',
      'ENV F=$V G=${W:-none} H=${V:+set}',
      'CMD ["a", "b"]',
    ],
  ],
  ['an entrypoint after a command', ['CMD echo $HOME', 'ENTRYPOINT ["/e"]', 'HEALTHCHECK NONE']],
  ['an entrypoint over the command of the base', ['ENTRYPOINT /e x']],
];

const yard = new Yard();
let bases: ReadonlyMap<string, Base>;

beforeAll(async () => {
  const root = tarOf(
    { path: 'usr/bin', kind: 'directory' },
    { path: 'usr/bin/tool', text: 'tool' },
    { path: 'bin', kind: 'symlink', mode: 0o777, link: 'usr/bin' },
    { path: 'abs', kind: 'symlink', mode: 0o777, link: '/opt' },
    { path: 'gone', kind: 'symlink', mode: 0o777, link: 'no/where' },
    { path: 'tool', kind: 'symlink', mode: 0o777, link: 'usr/bin/tool' },
    { path: 'tmp', kind: 'directory', mode: 0o1777 },
    { path: 'srv/keep', kind: 'directory', mode: 0o700, uid: 7, gid: 8 },
    { path: 'srv/file', text: 'f' },
    { path: 'opt/own', kind: 'directory', uid: 33, gid: 44 },
    { path: 'opt/own/f', text: 'own', mode: 0o4755, uid: 33, gid: 44 },
    { path: 'etc/passwd', text: 'root:x:0:0::/:\nweb:x:101:102::/:\n' },
    { path: 'etc/group', text: 'root:x:0:\nwebg:x:102:\nother:x:300:\n' },
  );
  bases = await baseOf(root, 'ENV FROM=base\nLABEL base=yes\nCMD ["base"]\nUSER 0\n', base);
  folderOf(files, yard.context);
});
afterAll(async () => {
  removeTemporary();
  await yard[Symbol.asyncDispose]();
});

/** The bytes of a blob, from the layout or from where the base is. */
async function blobOf({ layout, elsewhere }: Built, digest: Digest, size: number): Promise<Buffer> {
  const from = elsewhere.get(digest) ?? openLayout(layout);
  return buffer(await from.blob({ mediaType: '', digest, size }));
}

/** Unpacks an image as root with the system's tar and lists what is there then. */
async function unpacked(built: Built, tar: string): Promise<readonly string[]> {
  const root = temporary();
  const { manifest } = await look(built);
  for (const { digest, size } of manifest.layers) {
    const layer = gunzipSync(await blobOf(built, digest, size));
    const names = execFileSync(tar, ['-t'], { input: layer }).toString().trim().split('\n');
    for (const name of names.filter((one) => one.includes('.wh.'))) {
      rmSync(join(root, name.replace(/\.wh\.(?:\.wh\.\.opq)?/, '')), {
        recursive: true,
        force: true,
      });
    }
    const how = ['--numeric-owner', '--exclude=.wh.*', '-C', root];
    execFileSync(tar, ['-xp', ...how], { input: layer });
  }
  return list(root);
}

function list(root: string, folder = ''): readonly string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    const info = lstatSync(join(root, path));
    const common = `${path} ${(info.mode & 0o7777).toString(8)} ${info.uid}:${info.gid}`;
    if (info.isDirectory()) return [`${common} /`, ...list(root, path)];
    if (info.isSymbolicLink()) return [`${common} -> ${readlinkSync(join(root, path))}`];
    return [`${common} ${digestOf(readFileSync(join(root, path)))}`];
  });
}

/** What a container starts with; labels of the engine itself left out. */
async function configOf(built: Built): Promise<object> {
  const { config } = (await look(built)).config;
  const { Labels, ...rest } = config as { readonly Labels?: Readonly<Record<string, string>> };
  const labels = Object.entries(Labels ?? {}).filter(([name]) => !name.startsWith('io.buildah.'));
  return { ...rest, Labels: Object.fromEntries(labels) };
}

const isRoot = process.getuid?.() === 0;

for (const [title, lines, ignore] of groups) {
  const sentence = `builtin and Buildah make the same of ${title}`;
  if (isRoot) {
    withTool(['buildah', 'tar'], sentence, async ({ tar }) => {
      const more = { bases, ...(ignore === undefined ? {} : { ignore }) };
      const written = [`FROM ${base}`, ...lines];
      const ours = await yard.build(written, more, builtin({ version: '0.0.0' }));
      const theirs = await yard.build(written, more, buildah(yard.ports));
      expect(await unpacked(ours, tar)).toEqual(await unpacked(theirs, tar));
      expect(await configOf(ours)).toEqual(await configOf(theirs));
    });
  } else test.skip(`${sentence}${notRun}unpacking with owners needs root`, () => undefined);
}
