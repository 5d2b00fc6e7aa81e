import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import { expect, test } from '@jest/globals';

import { platformImages } from '#image';
import type { Package } from '#inventory';
import { analyse } from '#layers';
import { openLayout, parseTag } from '#oci';

import { layersJson } from '../../actions/layers-command.ts';
import { notRun } from '../../reporter.ts';
import { withTool } from '../../tools.ts';
import { Yard } from '../builder/buildah.fixture.ts';
import { tarOf } from '../image/tars.ts';

const run = promisify(execFile);

/** A package for npm: what a `package.json` has besides name and version. */
type Published = Readonly<Record<string, Readonly<Record<string, object>>>>;
const published: Published = {
  one: { '1.0.0': { license: 'MIT' }, '1.2.0-rc.1': {}, '2.0.0': { license: 'ISC' } },
  two: { '1.0.0': { dependencies: { one: '^1.0.0' } }, '1.1.0': { dependencies: { one: '2' } } },
  '@scope/three': { '0.1.0+build.5': { dependencies: { two: '*', one: '1.2.0-rc.1' } } },
  four: { '4.0.0': { peerDependencies: { one: '2' }, optionalDependencies: { six: '6' } } },
  five: { '5.0.0': {} },
};

/** A registry that npm installs from. */
async function npmRegistry(packages: Published) {
  const tarballs = new Map<string, Buffer>();
  const documents = new Map<string, string>();
  const server = createServer(({ url: asked = '' }, answer) => {
    const path = decodeURIComponent(asked).slice(1);
    const found = tarballs.get(path) ?? documents.get(path);
    answer.writeHead(found === undefined ? 404 : 200).end(found);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const [name, versions] of Object.entries(packages)) {
    const all = Object.entries(versions).map(([version, more]) => {
      const manifest = { name, version, ...more };
      const text = JSON.stringify(manifest);
      const tarball = gzipSync(tarOf({ path: 'package/package.json', text }));
      const path = `${name}/-/${version}.tgz`;
      tarballs.set(path, tarball);
      const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
      return [version, { ...manifest, dist: { tarball: `${url}/${path}`, integrity } }] as const;
    });
    const latest = all.at(-1)?.[0];
    const packument = { name, 'dist-tags': { latest }, versions: Object.fromEntries(all) };
    documents.set(name, JSON.stringify(packument));
  }
  return { url, close: () => server.close() };
}

/** Packages for dpkg: a file name, and the fields of the control file that are not the usual ones. */
const debs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'plain-1': { Package: 'plain', Version: '1.0-1' },
  'plain-2': { Package: 'plain', Version: '1:0.9~rc1-2+b3', Source: 'plain-src (1:0.9~rc1-2)' },
  'lib-amd64': {
    Package: 'libx',
    Version: '2.4',
    Architecture: 'amd64',
    'Multi-Arch': 'same',
    Source: 'x',
  },
  'lib-arm64': {
    Package: 'libx',
    Version: '2.4',
    Architecture: 'arm64',
    'Multi-Arch': 'same',
    Source: 'x',
  },
  'kept-1': { Package: 'kept', Version: '3.1' },
  'gone-1': { Package: 'gone', Version: '1' },
  'conf-1': { Package: 'conf', Version: '1' },
  'broken-1': { Package: 'broken', Version: '7', Depends: 'nothing-that-is-there' },
};

function writeDebs(yard: Yard): void {
  const into = join(yard.context, 'root/debs');
  mkdirSync(into);
  for (const [file, fields] of Object.entries(debs)) {
    const folder = join(yard.home, 'deb', file);
    const control = { Architecture: 'all', Maintainer: 'A <a@b.c>', Description: 'x', ...fields };
    const lines = Object.entries(control).map(([name, value]) => `${name}: ${value}\n`);
    mkdirSync(join(folder, 'DEBIAN'), { recursive: true });
    mkdirSync(join(folder, 'etc'));
    writeFileSync(join(folder, 'DEBIAN/control'), lines.join(''));
    writeFileSync(join(folder, 'DEBIAN/conffiles'), `/etc/${file}\n`);
    writeFileSync(join(folder, 'etc', file), file);
    const args = ['--build', '-Zgzip', folder, join(into, `${file}.deb`)];
    execFileSync('dpkg-deb', args, { stdio: 'pipe' });
  }
}

/** A root with dpkg and packages for it, which has those of this machine already. */
function writeDebian(yard: Yard): void {
  yard.root(
    ...['dpkg', 'dpkg-deb', 'dpkg-query', 'dpkg-split', 'tar', 'rm', 'diff'].map(
      (name) => `/usr/bin/${name}`,
    ),
    ...['/usr/sbin/ldconfig', '/usr/sbin/start-stop-daemon'],
  );
  const root = join(yard.context, 'root');
  for (const folder of ['info', 'updates', 'triggers']) {
    mkdirSync(join(root, 'var/lib/dpkg', folder), { recursive: true });
  }
  for (const folder of ['etc', 'tmp']) mkdirSync(join(root, folder));
  copyFileSync('/var/lib/dpkg/status', join(root, 'var/lib/dpkg/status'));
  copyFileSync('/etc/os-release', join(root, 'etc/os-release'));
  writeDebs(yard);
}

const dockerfile = [
  'FROM scratch',
  'COPY root /',
  'RUN dpkg --add-architecture arm64 && dpkg -i /debs/lib-*.deb /debs/*-1.deb; dpkg --remove conf',
  'COPY before /app',
  'RUN dpkg -i /debs/plain-2.deb && dpkg --purge gone && rm -r /app',
  'COPY after /app',
];

/** Built, in a layout; and its root, for the tools that list what is in it. */
async function built(yard: Yard, program: string) {
  yard.write({ Dockerfile: dockerfile.join('\n') });
  const place = (name: string) => join(yard.home, name);
  const storage = ['--root', place('storage'), '--runroot', place('run')];
  const env = { PATH: process.env.PATH, HOME: yard.home, BUILDAH_ISOLATION: 'chroot' };
  const buildah = async (...args: readonly string[]) =>
    (await run(program, [...storage, ...args], { env, maxBuffer: 1 << 26 })).stdout.trim();
  await buildah('bud', '--layers', '--tag', 'localhost/built:1', yard.context);
  await buildah('push', 'localhost/built:1', `oci:${place('image')}:1`);
  const container = await buildah('from', 'localhost/built:1');
  const root = await buildah('mount', container);
  const unmount = async () => {
    await buildah('umount', container);
  };
  return { layout: place('image'), root, [Symbol.asyncDispose]: unmount };
}

async function packagesIn(layout: string): Promise<readonly Package[]> {
  const from = openLayout(layout);
  const descriptor = await from.resolve(parseTag('1'));
  if (descriptor === undefined) throw new Error('nothing was built');
  const [image] = (await platformImages(from, descriptor.digest)).images;
  if (image === undefined) throw new Error('it is no image');
  const { signal } = new AbortController();
  const { inventory } = await analyse({ from, image, open: () => from, signal });
  expect(inventory.unread).toEqual([]);
  return inventory.packages;
}

const format =
  '${Package}|${Architecture}|${Version}|${source:Package}|${source:Version}|${db:Status-Status}\n';
/** Of those the files are not there, or not all. */
const gone = /\|(?:config-files|not-installed|half-installed)$/;

const isRoot = process.getuid?.() === 0;
const title =
  'a Debian image with a Node application that is built here has the packages that dpkg and npm list';
if (!isRoot) test.skip(`${title}${notRun}Buildah needs root to mount it`, () => undefined);
else {
  withTool(
    ['buildah', 'dpkg', 'dpkg-deb', 'dpkg-query', 'npm', 'ldd'],
    title,
    async (tools) => {
      await using yard = new Yard();
      const npm = async (folder: string, ...args: readonly string[]) => {
        const env = { PATH: process.env.PATH, HOME: yard.home };
        return (await run(tools.npm, [...args], { cwd: folder, env })).stdout;
      };
      writeDebian(yard);
      const registry = await npmRegistry(published);
      const install = async (name: string, dependencies: object) => {
        const manifest = JSON.stringify({ name: 'app', version: '1.0.0', dependencies });
        yard.write({ [`${name}/package.json`]: manifest });
        const quiet = ['--no-audit', '--no-fund', '--no-update-notifier'];
        await npm(join(yard.context, name), 'install', '--registry', registry.url, ...quiet);
      };
      await install('before', { one: '1.0.0', two: '1.0.0', five: '*' });
      const alias = { alias: 'npm:one@1.0.0' };
      await install('after', { one: '2', two: '1.0.0', '@scope/three': '*', four: '*', ...alias });
      registry.close();

      await using image = await built(yard, tools.buildah);
      const packages = await packagesIn(image.layout);
      const deb = packages.filter(({ ecosystem }) => ecosystem === 'deb');
      const admin = `--admindir=${join(image.root, 'var/lib/dpkg')}`;
      const listed = execFileSync(tools['dpkg-query'], [admin, '-W', '-f', format], {
        encoding: 'utf8',
      });
      const isThere = listed
        .trim()
        .split('\n')
        .filter((line) => !gone.test(line));
      expect(
        deb
          .map(({ name, architecture = '', version, source }) =>
            [name, architecture, version, source?.name, source?.version].join('|'),
          )
          .sort(),
      ).toEqual(isThere.map((line) => line.replace(/\|[^|]*$/, '')).sort());
      const own = deb.filter(({ layer }) => layer > 0);
      expect(own.map(({ name, version, layer }) => `${name} ${version} ${layer}`)).toEqual([
        'broken 7 1',
        'kept 3.1 1',
        'libx 2.4 1',
        'libx 2.4 1',
        'plain 1:0.9~rc1-2+b3 3',
      ]);
      expect(deb.length - own.length).toBe(
        execFileSync(tools['dpkg-query'], ['-W', '-f', '${db:Status-Status}\n'])
          .toString()
          .trim()
          .split('\n')
          .filter((state) => !gone.test(`|${state}`)).length,
      );

      const node = packages.filter(({ ecosystem }) => ecosystem === 'npm');
      const query = JSON.parse(await npm(join(image.root, 'app'), 'query', '*')) as Queried;
      const [, ...places] = query.map(
        ({ location, name, version }) => `app/${location}/package.json ${name} ${version}`,
      );
      expect(places).toHaveLength(7);
      expect(node.map(({ path, name, version }) => `${path} ${name} ${version}`).sort()).toEqual(
        places.sort(),
      );
      expect(new Set(node.map(({ layer }) => layer))).toEqual(new Set([4]));

      const { document } = await layersJson(yard.home, `oci:${image.layout}:1`);
      const pretty = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
      expect(document.platforms).toMatchObject([{ packages: packages.length, system: pretty }]);
    },
    60_000,
  );
}

type Queried = readonly {
  readonly location: string;
  readonly name: string;
  readonly version: string;
}[];
