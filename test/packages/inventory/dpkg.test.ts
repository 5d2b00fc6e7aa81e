import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { DpkgPackage } from '#inventory';

import { withTool } from '../../tools.ts';
import { named } from './layers.ts';

const dpkg = named('dpkg');
const parse = (bytes: string | Uint8Array): readonly DpkgPackage[] =>
  dpkg.parse(
    'var/lib/dpkg/status',
    typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
  ) as readonly DpkgPackage[];
const stanza = (...lines: readonly string[]) =>
  ['Package: a', 'Architecture: amd64', 'Version: 1', ...lines].join('\n');

test('the database and the files of distroless images are read, and nothing beside them', () => {
  const wanted = [
    'var/lib/dpkg/status',
    'var/lib/dpkg/status.d/base',
    'var/lib/dpkg/status.d/bGliYw',
  ];
  const others = [
    'var/lib/dpkg/status-old',
    'var/lib/dpkg/status.d/base.md5sums',
    'var/lib/dpkg/status.d',
    'var/lib/dpkg/status.d/a/b',
    'x/var/lib/dpkg/status',
    'var/lib/dpkg/available',
  ];
  expect([...wanted, ...others].filter((each) => dpkg.wants(each, 1))).toEqual(wanted);
});

describe('stanzas', () => {
  test('a source is named where it is another, or has another version', () => {
    expect(parse(stanza('Source: b'))).toMatchObject([{ source: { name: 'b' } }]);
    expect(parse(stanza('Source: b (2:3-4)'))).toEqual([
      { name: 'a', architecture: 'amd64', version: '1', source: { name: 'b', version: '2:3-4' } },
    ]);
    expect(parse(stanza())).toEqual([{ name: 'a', architecture: 'amd64', version: '1' }]);
  });

  test.each([
    ['install ok installed', true],
    ['hold ok installed', true],
    ['deinstall ok installed', true],
    ['install reinstreq installed', true],
    ['install ok unpacked', true],
    ['install ok half-configured', true],
    ['install ok triggers-awaited', true],
    ['install ok triggers-pending', true],
    ['deinstall ok config-files', false],
    ['install reinstreq half-installed', false],
    ['purge ok not-installed', false],
    ['installed', false],
    ['install ok installed more', false],
  ])('%j: its files are there: %j', (status, isThere) => {
    expect(parse(stanza(`Status: ${status}`))).toHaveLength(isThere ? 1 : 0);
  });

  test('one without a state, as builders of images write it, counts', () => {
    expect(parse(stanza('Description: base files'))).toHaveLength(1);
  });

  test('lines that go on, CRLF, any case, and empty lines of spaces are read', () => {
    const text =
      '\r\n\r\npackage: a\r\nDESCRIPTION: b\r\n Version: 7\r\n .\r\n\tPackage: c\r\nvErsion : 1\r\n \t\r\n\r\n\nPackage: d\nVersion: 2';
    expect(parse(text)).toEqual([
      { name: 'a', version: '1' },
      { name: 'd', version: '2' },
    ]);
  });

  test('of a field that stands twice the first counts, of a package the last', () => {
    expect(parse(stanza('Version: 2', 'Package: b'))).toMatchObject([{ name: 'a', version: '1' }]);
    const twice = `${stanza()}\n\n${stanza().replace('1', '2')}`;
    expect(parse(twice)).toEqual([{ name: 'a', architecture: 'amd64', version: '2' }]);
  });

  test.each([
    ['no name', 'Version: 1\n'],
    ['no version', 'Package: a\n'],
    ['a name with a space', 'Package: a b\nVersion: 1\n'],
    ['a name with a slash', 'Package: ../a\nVersion: 1\n'],
    ['a name that is a colour', 'Package: \u001b[31ma\nVersion: 1\n'],
    ['a version of two words', 'Package: a\nVersion: 1 2\n'],
    ['a name of 2,000 letters', `Package: ${'a'.repeat(2000)}\nVersion: 1\n`],
    ['nothing', ''],
    ['zeros', '\0'.repeat(1000)],
    ['colons', ':'.repeat(1000)],
  ])('%s gives no package, and the next one is read', (_, text) => {
    expect(parse(`${text}\n\nPackage: next\nVersion: 1\n`)).toEqual([
      { name: 'next', version: '1' },
    ]);
  });

  test('a cut anywhere loses the last package at most', () => {
    const whole = Buffer.from(`${stanza('Source: b (2)')}\n\n${stanza().replace(': a', ': z')}\n`);
    for (let end = 0; end <= whole.length; end++) {
      const found = parse(whole.subarray(0, end));
      expect(found.length).toBeGreaterThanOrEqual(end > 60 ? 1 : 0);
      expect(found.every(({ name }) => name === 'a' || name === 'z')).toBe(true);
    }
  });

  test.each([
    ['lines of one letter', 'a\n'],
    ['empty lines', '\n'],
    ['colons', ':\n'],
    ['one field again and again', 'Package: a\n'],
    ['spaces', ' '],
    ['packages', 'Package: a\nVersion: 1\n\n'],
  ])('4 MB of %s are read in one pass', (_, text) => {
    const half = Buffer.alloc(2 << 20, text);
    const whole = Buffer.alloc(4 << 20, text);
    const time = (bytes: Buffer) => {
      const start = performance.now();
      parse(bytes);
      return performance.now() - start;
    };
    expect(time(whole)).toBeLessThan(8 * time(half) + 500);
  });
});

describe('what dpkg itself says', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dpkg-'));
    await Promise.all(['updates', 'info'].map(async (name) => mkdir(path.join(folder, name))));
    await writeFile(path.join(folder, 'available'), '');
  });
  afterAll(async () => rm(folder, { recursive: true }));

  const format =
    '${Package}|${Architecture}|${Version}|${source:Package}|${source:Version}|${db:Status-Status}\n';
  const states = [
    'installed',
    'triggers-pending',
    'triggers-awaited',
    'half-configured',
    'unpacked',
  ];
  /** What is unpacked, each in one line. */
  const query = (tool: string, ...how: readonly string[]): readonly string[] =>
    execFileSync(tool, [...how, '-W', '-f', format], { stdio: 'pipe', maxBuffer: 1 << 28 })
      .toString()
      .split('\n')
      .map((line) => line.split('|'))
      .filter((parts) => states.includes(parts.at(-1) ?? ''))
      .map((parts) => parts.slice(0, -1).join('|'))
      .sort();
  const ours = (bytes: Uint8Array | string): readonly string[] =>
    parse(bytes)
      .map(({ name, architecture = '', version, source }) =>
        [name, architecture, version, source?.name ?? name, source?.version ?? version].join('|'),
      )
      .sort();

  withTool('dpkg-query', "this machine's own packages, word for word", async (tools) => {
    const status = await readFile('/var/lib/dpkg/status');
    const listed = query(tools['dpkg-query']);
    expect(listed.length).toBeGreaterThan(10);
    expect(ours(status)).toEqual(listed);
  });

  withTool('dpkg-query', 'a database with every state, source and architecture', async (tools) => {
    const triggers: Readonly<Record<string, string>> = {
      'triggers-awaited': 'Triggers-Awaited: other\n',
      'triggers-pending': 'Triggers-Pending: /x\n',
    };
    const sources = ['', 'Source: src\n', 'Source: src (3:4-5)\n', 'Source:  src  ( 6 )\n'];
    const kinds = [
      ['amd64', 'same'],
      ['all', 'foreign'],
      ['arm64', 'same'],
      ['armhf', 'same'],
    ] as const;
    const lines = (want: string, state: string, at: number) => [
      // What is for all architectures stands beside nothing else.
      `Package: P.${want}+${state}${kinds[at]?.[0] === 'all' ? '-all' : ''}`,
      `Status: ${want} ok ${state}`,
      `Multi-Arch: ${kinds[at]?.[1] ?? ''}`,
      `${triggers[state] ?? ''}Architecture: ${kinds[at]?.[0] ?? ''}`,
      `${sources[at] ?? ''}Version: 1:2~rc1-3+b1`,
      'Maintainer: none',
      'Description: of',
      ' Version: 9',
      ' .',
      ' Package: no',
      '',
    ];
    const all = ['install', 'deinstall', 'purge', 'hold'].flatMap((want) =>
      [...states, 'config-files', 'half-installed'].flatMap((state) =>
        kinds.map((_, at) => lines(want, state, at).join('\n')),
      ),
    );
    const text = `${all.join('\n')}\n`;
    await writeFile(path.join(folder, 'status'), text);
    const listed = query(tools['dpkg-query'], `--admindir=${folder}`);
    expect(listed).toHaveLength(4 * states.length * kinds.length);
    expect(ours(text)).toEqual(listed);
  });
});
