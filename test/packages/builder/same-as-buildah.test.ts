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
  { path: 'hard', kind: 'hardlink', link: 'sub/f' },
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
  'a[b]/z': 'z',
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

const cases: readonly (readonly [title: string, lines: string, ignore?: string])[] = [
  ['a file under a new name', 'COPY one /x'],
  ['a file over a file', 'COPY one /srv/file'],
  ['a file into a new folder', 'COPY one /n/m/'],
  ['a file into a folder', 'COPY one /srv'],
  ['a file that can be run', 'COPY run.sh /x'],
  ['a folder', 'COPY app /x'],
  ['a folder with a slash', 'COPY app/ /x/'],
  ['a folder into the root', 'COPY d1 /'],
  ['the whole context', 'COPY . /all'],
  ['the whole context into a working directory', 'WORKDIR /w\nCOPY . .'],
  ['several files', 'COPY one two /x/'],
  ['a folder and a file', 'COPY d1 one /x/'],
  ['the JSON form', 'COPY ["one", "two", "/x y/"]'],
  ['a star', 'COPY d* /x/'],
  ['a question mark', 'COPY tw? /x'],
  ['a class', 'COPY d[12]/[xy] /x/'],
  ['a negated class', 'COPY [^r-z]ne /x/'],
  ['an escaped bracket', 'COPY a\\[b\\] /x'],
  ['an empty folder', 'COPY empty /e'],
  ['a link to a file', 'COPY lnfile /x'],
  ['a link to a file into a folder', 'COPY lnfile /x/'],
  ['a link to a folder', 'COPY lndir /x'],
  ['through a link', 'COPY lndir/sub/x /x'],
  ['above the context', 'COPY ../one /x'],
  ['with dots in the destination', 'COPY one /a/../b/./c'],
  ['to a linked folder', 'COPY one /bin/x'],
  ['a folder to a linked folder', 'COPY d1 /bin'],
  ['through an absolute link', 'COPY one /abs/new/'],
  ['over a link to a file', 'COPY one /tool'],
  ['through a dangling link', 'COPY one /gone/x'],
  ['into a sticky folder', 'COPY one /tmp/'],
  ['a folder over one with owner and rights', 'COPY d1 /srv/keep'],
  ['a nested folder over one with owner and rights', 'COPY tree /srv'],
  ['--chown by name', 'COPY --chown=web app /n/x'],
  ['--chown by name and group', 'COPY --chown=web:other one /n/x'],
  ['--chown by group', 'COPY --chown=:webg one /n/x'],
  ['--chown by number', 'COPY --chown=101 one /n/x'],
  ['--chown by an unknown number', 'COPY --chown=999 one /n/x'],
  ['--chown into a folder that is there', 'COPY --chown=web d1 /srv/keep'],
  ['--chmod', 'COPY --chmod=711 app /x'],
  ['from an image, with owners', `COPY --from=${base} /opt/own /z`],
  ['from an image, a folder of folders', `COPY --from=${base} /opt /z`],
  ['from an image, files', `COPY --from=${base} /opt/own/f /bin/tool /z/`],
  ['from an image, through a link', `COPY --from=${base} /abs /z`],
  ['from an image, for another user', `COPY --from=${base} --chown=9 /srv /z`],
  ['from an image, all of it', `COPY --from=${base} / /all/`],
  ['ADD of a file', 'ADD one /x'],
  ['ADD of a folder', 'ADD app /x'],
  ['ADD of an archive', 'ADD a.tar /z'],
  ['ADD of an archive into a linked folder', 'ADD a.tar /bin'],
  ['ADD of an archive through a link', 'ADD bin.tar /'],
  ['ADD of an archive with --chown', 'ADD --chown=web a.tar /z'],
  ['ADD of an archive and a file', 'ADD a.tar one /z/'],
  ['WORKDIR', 'WORKDIR /a/b\nCOPY one x'],
  ['WORKDIR through a link', 'WORKDIR /abs/w\nCOPY one ./'],
  ['WORKDIR relative to another', 'WORKDIR /a\nWORKDIR b\nWORKDIR ../c\nCOPY one .'],
  ['WORKDIR after USER', 'USER web\nWORKDIR /w\nCOPY one .'],
  ['an ignore file', 'COPY . /x', 'node_modules\n*.tar\n'],
  ['an ignore file with an exception', 'COPY . /x', 'node_modules/*\n!node_modules/keep\n'],
  ['an ignore file that leaves everything out but one', 'COPY . /x', '*\n!app\n'],
  ['ENV', 'ENV A=1 B=$FROM C="x y"\nENV A=2 D=$A'],
  ['ENV in the old form', 'ENV A x  y'],
  ['LABEL', 'LABEL a=1 "b c"="d e" base=over'],
  ['EXPOSE', 'EXPOSE 80 443/tcp 53/udp'],
  ['VOLUME', 'VOLUME /data /more\nVOLUME ["/json"]'],
  ['CMD', 'CMD ["a", "b"]'],
  ['CMD in the shell form', 'CMD echo $HOME'],
  ['ENTRYPOINT after CMD', 'CMD ["a"]\nENTRYPOINT ["/e"]'],
  ['ENTRYPOINT alone', 'ENTRYPOINT ["/e"]'],
  ['SHELL', 'SHELL ["/bin/bash", "-c"]\nCMD x'],
  ['USER and STOPSIGNAL', 'USER web:webg\nSTOPSIGNAL SIGQUIT'],
  ['HEALTHCHECK', 'HEALTHCHECK --interval=5s --timeout=1m --retries=3 CMD check it'],
  ['HEALTHCHECK NONE', 'HEALTHCHECK NONE'],
  ['ONBUILD', 'ONBUILD COPY . /later'],
  ['ARG', 'ARG V=def\nARG W\nENV A=$V B=${W:-none} C=${V:+set}'],
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

for (const [title, lines, ignore] of cases) {
  const sentence = `builtin and Buildah make the same of ${title}`;
  if (isRoot) {
    withTool(['buildah', 'tar'], sentence, async ({ tar }) => {
      const more = { bases, ...(ignore === undefined ? {} : { ignore }) };
      const written = [`FROM ${base}`, ...lines.split('\n')];
      const ours = await yard.build(written, more, builtin({ version: '0.0.0' }));
      const theirs = await yard.build(written, more, buildah(yard.ports));
      expect(await unpacked(ours, tar)).toEqual(await unpacked(theirs, tar));
      expect(await configOf(ours)).toEqual(await configOf(theirs));
    });
  } else test.skip(`${sentence}${notRun}unpacking with owners needs root`, () => undefined);
}
