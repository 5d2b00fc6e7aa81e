import { describe, expect, test } from '@jest/globals';

import { inventoryOf, type Package } from '#inventory';

import { withData } from '../../tools.ts';
import { tarOf, type Member } from '../image/tars.ts';
import { archived, stackOf } from './layers.ts';

const status = 'var/lib/dpkg/status';
const deb = (...packages: readonly string[]): string =>
  packages
    .map((text) => text.split(' '))
    .map(([name = '', version = '', architecture = 'amd64']) =>
      [
        `Package: ${name}`,
        'Status: install ok installed',
        `Architecture: ${architecture}`,
        `Version: ${version}`,
        '',
      ].join('\n'),
    )
    .join('\n');
const origins = (packages: readonly Package[]) =>
  packages.map(({ name, version, layer }) => `${name} ${version} ${layer}`);

/** What an image of these layers holds. */
const image = async (...layers: readonly (readonly Member[])[]) => {
  const { layers: facts, hiddenIn } = await stackOf(...layers.map((members) => tarOf(...members)));
  return inventoryOf(facts, hiddenIn);
};
const origin = async (...layers: readonly (readonly Member[])[]) =>
  origins((await image(...layers)).packages);

describe('images of others', () => {
  const count = (packages: readonly Package[]) =>
    Object.fromEntries(
      [...Map.groupBy(packages, ({ layer }) => layer)].map(([layer, all]) => [layer, all.length]),
    );

  withData(
    'images/dockergoof.tar',
    'Debian packages have the layer that brought them',
    async (of) => {
      const { layers, hiddenIn } = await archived(of['images/dockergoof.tar']);
      const { os, packages, unread } = inventoryOf(layers, hiddenIn);
      expect(packages).toHaveLength(381);
      expect(count(packages)).toEqual({ 0: 110, 1: 20, 2: 34, 3: 217 });
      expect(unread).toEqual([]);
      expect(os).toMatchObject({ id: 'debian', versionId: '8' });
      expect(packages.find(({ name }) => name === 'procps')).toEqual({
        ecosystem: 'deb',
        name: 'procps',
        version: '2:3.3.9-9+deb8u1',
        architecture: 'amd64',
        source: { name: 'procps', version: '2:3.3.9-9+deb8u1' },
        path: status,
        layer: 2,
      });
      const named = (layers.at(-1)?.dpkg ?? []).flatMap(({ facts }) => facts);
      expect(named.filter(({ source }) => source !== undefined)).toHaveLength(322);
    },
  );

  withData('images/alpine.tar', 'Alpine packages have their origins', async (of) => {
    const { layers, hiddenIn } = await archived(of['images/alpine.tar']);
    const { os, packages } = inventoryOf(layers, hiddenIn);
    expect(os).toMatchObject({ id: 'alpine', versionId: expect.stringMatching(/^3\.14\./) });
    expect(packages.map(({ name, source }) => `${name} < ${source?.name ?? ''}`)).toEqual([
      'alpine-baselayout < alpine-baselayout',
      'alpine-keys < alpine-keys',
      'apk-tools < apk-tools',
      'busybox < busybox',
      'ca-certificates-bundle < ca-certificates',
      'libc-utils < libc-dev',
      'libcrypto1.1 < openssl',
      'libretls < libretls',
      'libssl1.1 < openssl',
      'musl < musl',
      'musl-utils < musl',
      'scanelf < pax-utils',
      'ssl_client < busybox',
      'zlib < zlib',
    ]);
    expect(packages.every(({ layer, ecosystem }) => layer === 0 && ecosystem === 'apk')).toBe(true);
  });

  for (const name of ['busybox-single-arch-with-attestation-manifest', 'hello-world']) {
    const file = `images/${name}.tar`;
    withData(file, `${name} has no packages`, async (of) => {
      const { layers, hiddenIn } = await archived(of[file] ?? '');
      expect(inventoryOf(layers, hiddenIn)).toEqual({ packages: [], unread: [] });
    });
  }
});

describe('databases', () => {
  test('a package belongs to the layer since which it has one version without a break', async () => {
    const found = await origin(
      [{ path: status, text: deb('a 1', 'b 1', 'c 1', 'd 1') }],
      [{ path: status, text: deb('a 1', 'b 2', 'd 1') }],
      [{ path: 'etc/motd', text: 'none' }],
      [{ path: status, text: deb('a 1', 'b 2', 'c 1', 'e 1') }],
    );
    expect(found).toEqual(['a 1 0', 'b 2 1', 'c 1 3', 'e 1 3']);
  });

  test('a version that comes back belongs to the layer that brought it back', async () => {
    const found = await origin(
      ...['a 1', 'a 2', 'a 1'].map((each) => [{ path: status, text: deb(each) }]),
    );
    expect(found).toEqual(['a 1 2']);
  });

  test('architectures of one package are packages of their own', async () => {
    const found = await origin(
      [{ path: status, text: deb('a 1 amd64') }],
      [{ path: status, text: deb('a 1 amd64', 'a 1 i386') }],
    );
    expect(found).toEqual(['a 1 0', 'a 1 1']);
  });

  const hiding: Readonly<Record<string, Member>> = {
    'a whiteout': { path: 'var/lib/dpkg/.wh.status' },
    'a whiteout of a directory above': { path: 'var/.wh.lib' },
    'an opaque directory': { path: 'var/lib/.wh..wh..opq' },
    'a link in its place': { path: status, kind: 'symlink', link: '/tmp/status' },
    'a file over a directory above': { path: 'var/lib', text: 'no directory' },
  };
  for (const [what, member] of Object.entries(hiding)) {
    test(`${what} takes a database away, and the next one begins anew`, async () => {
      const lower = [{ path: status, text: deb('a 1') }];
      expect(await origin(lower, [member])).toEqual([]);
      expect(await origin(lower, [member], lower)).toEqual(['a 1 2']);
    });
  }

  test('a database that is hidden and written in one layer goes on', async () => {
    const file = { path: status, text: deb('a 1') };
    expect(await origin([file], [{ path: 'var/.wh.lib' }, file])).toEqual(['a 1 0']);
  });

  test('one file for each package, as distroless images have it, goes away alone', async () => {
    const one = (name: string) => ({ path: `${status}.d/${name}`, text: deb(`${name} 1`) });
    expect(await origin([one('a'), one('b')], [{ path: `${status}.d/.wh.a` }, one('c')])).toEqual([
      'b 1 0',
      'c 1 1',
    ]);
  });

  test('of two files that speak of one package, that of the higher layer counts', async () => {
    const one = { path: `${status}.d/a`, text: deb('a 1') };
    const all = (version: string) => ({ path: status, text: deb(`a ${version}`) });
    expect(await origin([one], [all('1')])).toEqual(['a 1 0']);
    expect(await origin([one], [all('2')])).toEqual(['a 2 1']);
    expect(await origin([one], [all('2')], [{ path: 'var/lib/dpkg/.wh.status' }])).toEqual([
      'a 1 2',
    ]);
    expect(await origin([all('2'), one])).toEqual(['a 2 0']);
    expect(await origin([one, all('2')])).toEqual(['a 2 0']);
  });

  test("apk's database may move below usr, and its packages stay where they were", async () => {
    const text = 'P:musl\nV:1.2.5-r0\nA:x86_64\n\n';
    const found = await image(
      [{ path: 'lib/apk/db/installed', text }],
      [
        { path: '.wh.lib' },
        { path: 'usr/lib/apk/db/installed', text: `${text}P:zlib\nV:1.3-r0\nA:x86_64\n\n` },
      ],
    );
    expect(origins(found.packages)).toEqual(['musl 1.2.5-r0 0', 'zlib 1.3-r0 1']);
    expect(found.packages[0]?.path).toBe('usr/lib/apk/db/installed');
  });
});

describe('npm', () => {
  const at = (path: string, name: string, version: string): Member => ({
    path: `${path}/package.json`,
    text: JSON.stringify({ name, version }),
  });

  test('each place has its own version and its own layer', async () => {
    const found = await image(
      [at('app/node_modules/a', 'a', '1.0.0'), at('app/node_modules/b', 'b', '1.0.0')],
      [at('app/node_modules/a', 'a', '1.0.1')],
      [
        at('app/node_modules/b', 'b', '1.0.0'),
        at('app/node_modules/b/node_modules/a', 'a', '1.0.0'),
      ],
    );
    expect(found.packages.map(({ path, version, layer }) => [path, version, layer])).toEqual([
      ['app/node_modules/a/package.json', '1.0.1', 1],
      ['app/node_modules/b/node_modules/a/package.json', '1.0.0', 2],
      ['app/node_modules/b/package.json', '1.0.0', 0],
    ]);
  });

  test('another package in the same folder is another package', async () => {
    const found = await origin(
      [at('node_modules/a', 'a', '1.0.0')],
      [at('node_modules/a', 'b', '1.0.0')],
    );
    expect(found).toEqual(['b 1.0.0 1']);
  });

  test('a folder that goes takes its packages along', async () => {
    const lower = [at('app/node_modules/a', 'a', '1.0.0'), at('lib/node_modules/b', 'b', '1.0.0')];
    expect(await origin(lower, [{ path: 'app/.wh.node_modules' }])).toEqual(['b 1.0.0 0']);
  });
});

describe('which system it is', () => {
  const release = (path: string, id: string): Member => ({ path, text: `ID=${id}\n` });

  test('etc counts before usr/lib, whichever layer is higher', async () => {
    const { os } = await image(
      [release('etc/os-release', 'one')],
      [release('usr/lib/os-release', 'two')],
    );
    expect(os).toEqual({ id: 'one' });
  });

  test('where etc links to usr/lib, that counts', async () => {
    const link = {
      path: 'etc/os-release',
      kind: 'symlink',
      link: '../usr/lib/os-release',
    } as const;
    const { os } = await image([link, release('usr/lib/os-release', 'two')]);
    expect(os).toEqual({ id: 'two' });
    const over = await image(
      [release('etc/os-release', 'one')],
      [link, release('usr/lib/os-release', 'two')],
    );
    expect(over.os).toEqual({ id: 'two' });
  });

  test('the last of one path counts, and none when it is gone', async () => {
    const lower = [release('etc/os-release', 'one')];
    expect((await image(lower, [release('etc/os-release', 'two')])).os).toEqual({ id: 'two' });
    expect((await image(lower, [{ path: 'etc/.wh.os-release' }])).os).toBeUndefined();
  });
});

describe('what packages/image says', () => {
  const file = (version: string) => ({
    path: status,
    facts: [{ name: 'a', version, architecture: 'amd64' }],
  });

  test('a file that its own layer replaces says nothing, and of two the last is meant', () => {
    const layers = [{ dpkg: [file('1')] }, { dpkg: [file('2'), file('3')] }];
    const found = (at: number | undefined) =>
      origins(inventoryOf(layers, (layer) => (layer === 0 ? 1 : at)).packages);
    expect(found(undefined)).toEqual(['a 3 1']);
    expect(found(1)).toEqual([]);
  });

  test('a database that was too large to be read is named, and only while it stands', () => {
    const layers = [{ dpkg: [{ path: status, facts: [], unread: true as const }] }, {}];
    expect(inventoryOf(layers, () => undefined)).toEqual({ packages: [], unread: [status] });
    expect(inventoryOf(layers, () => 1)).toEqual({ packages: [], unread: [] });
  });

  test('500 layers that each write 1,000 packages anew are read in one pass', () => {
    const names = Array.from({ length: 1000 }, (_, at) => `p${at}`);
    const layers = Array.from({ length: 500 }, (_, layer) => ({
      dpkg: [
        {
          path: status,
          facts: names.map((name, at) => ({ name, version: at === layer ? '2' : '1' })),
        },
      ],
    }));
    let asked = 0;
    const { packages } = inventoryOf(layers, (layer) => {
      asked++;
      return layer === 499 ? undefined : layer + 1;
    });
    expect(asked).toBe(500);
    expect(Object.fromEntries(packages.map(({ name, layer }) => [name, layer]))).toEqual(
      Object.fromEntries(
        names.map((name, at) => [name, at === 0 ? 1 : at < 499 ? at + 1 : at === 499 ? 499 : 0]),
      ),
    );
  });

  test('50,000 files that speak of one package come and go in one pass', () => {
    const files = Array.from({ length: 50_000 }, (_, at) => ({
      path: `${status}.d/${at}`,
      facts: [{ name: 'a', version: `${at}` }],
    }));
    const layers = [{ dpkg: files }, {}];
    const { packages } = inventoryOf(layers, () => 1);
    expect(packages).toEqual([]);
    expect(inventoryOf(layers, () => undefined).packages).toHaveLength(1);
  });
});
