import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, test } from '@jest/globals';

import type { OsRelease } from '#inventory';

import { withTool } from '../../tools.ts';
import { named } from './layers.ts';

const collector = named('os-release');
const parse = (text: string | Uint8Array): readonly OsRelease[] =>
  collector.parse('etc/os-release', Buffer.from(text)) as readonly OsRelease[];

test('two files are read', () => {
  const paths = ['etc/os-release', 'usr/lib/os-release', 'etc/lsb-release', 'x/etc/os-release'];
  expect(paths.filter((each) => collector.wants(each, 1))).toEqual(paths.slice(0, 2));
});

test("Debian's file is read", () => {
  const text = `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
NAME="Debian GNU/Linux"
VERSION_ID="12"
VERSION="12 (bookworm)"
VERSION_CODENAME=bookworm
ID=debian
HOME_URL="https://www.debian.org/"
`;
  expect(parse(text)).toEqual([
    {
      prettyName: 'Debian GNU/Linux 12 (bookworm)',
      name: 'Debian GNU/Linux',
      versionId: '12',
      version: '12 (bookworm)',
      versionCodename: 'bookworm',
      id: 'debian',
    },
  ]);
});

/** Lines, and what a shell makes of them. */
const cases: readonly (readonly [string, OsRelease])[] = [
  ['ID=alpine', { id: 'alpine' }],
  ["NAME='It is $HOME'", { name: 'It is $HOME' }],
  ['NAME="a \\"b\\" \\$c \\`d\\` \\\\e \\f"', { name: 'a "b" $c `d` \\e \\f' }],
  ['ID=a\nID=b', { id: 'b' }],
  ['ID_LIKE="rhel  fedora"', { idLike: ['rhel', 'fedora'] }],
  ['# ID=a\n\n  ID=b  \nFOO=c', { id: 'b' }],
  ['NAME=a\\ b', { name: 'a b' }],
  ['PRETTY_NAME="Grüße"', { prettyName: 'Grüße' }],
  [
    'CPE_NAME="cpe:/o:redhat:8"\nVARIANT_ID=server\nSUPPORT_END=2028-06-30',
    { cpeName: 'cpe:/o:redhat:8', variantId: 'server', supportEnd: '2028-06-30' },
  ],
];
test.each(cases)('%j', (text, fact) => {
  expect(parse(text)).toEqual([fact]);
});

withTool('sh', 'a shell reads the same', ({ sh }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'os-release-'));
  const file = path.join(folder, 'os-release');
  const keys = ['ID', 'NAME', 'PRETTY_NAME', 'CPE_NAME', 'VARIANT_ID', 'SUPPORT_END'];
  const echo = keys.map((key) => `printf '%s\\0' "$${key}"`).join('; ');
  try {
    for (const [text, fact] of cases) {
      writeFileSync(file, text);
      const said = execFileSync(sh, ['-c', `. ${file}; ${echo}`], { env: {} })
        .toString()
        .split('\0');
      const { id, name, prettyName, cpeName, variantId, supportEnd } = fact;
      const ours = [id, name, prettyName, cpeName, variantId, supportEnd];
      expect(said.slice(0, -1)).toEqual(ours.map((value) => value ?? ''));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('CRLF is read', () => {
  expect(parse('ID="a"\r\nNAME=b\r\n')).toEqual([{ id: 'a', name: 'b' }]);
});

test.each([
  ['nothing', ''],
  ['binary', '\u0000\u0001ID'],
  ['no value', 'ID='],
  ['a quote that does not close', 'ID="a'],
  ['several strings in a row', 'ID="a""b"'],
  ['a quote inside', "ID=a'b"],
  ['a backslash before the last quote', 'ID="a\\"'],
  ['a colour', 'ID="\u001b[31m"'],
  ['text that turns around', 'ID="a\u202eb"'],
  ['a value of a megabyte', `ID="${'a'.repeat(1 << 20)}"`],
  ['a megabyte of backslashes', `ID="${'\\'.repeat(1 << 20)}"`],
  ['prototypes', '__proto__=a\nconstructor=b\ntoString=c'],
])('of %s there is no fact, and no error', (_, text) => {
  expect(parse(text)).toEqual([]);
});

test('a field that is wrong does not take the others along', () => {
  expect(parse('ID="a\nNAME=b')).toEqual([{ name: 'b' }]);
});

test("this machine's own file is read", () => {
  const file = '/etc/os-release';
  const own = existsSync(file) ? readFileSync(file) : Buffer.from('ID=linux');
  expect(parse(own)).toHaveLength(1);
});
