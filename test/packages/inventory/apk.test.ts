import { expect, test } from '@jest/globals';

import { named } from './layers.ts';

const apk = named('apk');
const parse = (text: string): readonly unknown[] =>
  apk.parse('lib/apk/db/installed', Buffer.from(text));

test('the database is read where apk has it, below usr or not', () => {
  const wanted = ['lib/apk/db/installed', 'usr/lib/apk/db/installed'];
  const others = [
    'lib/apk/db/scripts.tar',
    'usr/local/lib/apk/db/installed',
    'lib/apk/db/installed/x',
  ];
  expect([...wanted, ...others].filter((path) => apk.wants(path, 1))).toEqual(wanted);
});

test('a package has what the letters say, in their own case, and files are no packages', () => {
  const text = [
    'C:Q1Ksd0LNPSCFDpkoKoNOuSTGIAhRM=',
    'P:libcrypto3',
    'V:3.3.2-r0',
    'A:x86_64',
    'S:1862610',
    'T:Crypto library from openssl',
    'L:Apache-2.0 AND MIT',
    'o:openssl',
    'p:so:libcrypto.so.3=3',
    'F:etc/ssl',
    'R:P:openssl.cnf',
    'Z:Q1xyz=',
    '',
    'P:.build-deps',
    'V:20240101.120000',
    'A:noarch',
    '',
  ].join('\n');
  expect(parse(text)).toEqual([
    {
      name: 'libcrypto3',
      version: '3.3.2-r0',
      architecture: 'x86_64',
      origin: 'openssl',
      license: 'Apache-2.0 AND MIT',
      checksum: 'Q1Ksd0LNPSCFDpkoKoNOuSTGIAhRM=',
    },
    { name: '.build-deps', version: '20240101.120000', architecture: 'noarch' },
  ]);
});

test('what is cut off, repeated, binary or too long gives fewer facts, never an error', () => {
  const good = 'P:a\nV:1-r0\nA:x86_64\n';
  const one = [{ name: 'a', version: '1-r0', architecture: 'x86_64' }];
  expect(parse(good)).toEqual(one);
  expect(parse(good.replaceAll('\n', '\r\n'))).toEqual(one);
  expect(parse(`${good}V:2-r0\nP:b\n`)).toEqual(one);
  expect(parse(`P:a\nV:0-r0\nA:x86_64\n\n${good}`)).toEqual(one);
  expect(parse(`${good}L:\u001b[31mMIT\no:\u0000\n`)).toEqual(one);
  expect(parse(`P:${'b'.repeat(5000)}\nV:1\n\n${good}`)).toEqual(one);
  expect(parse(`P:b c\nV:1\n\nP:b\n\nV:1\n\n${good}`)).toEqual(one);
  expect(parse('P:a\nV:1-r0')).toEqual([{ name: 'a', version: '1-r0' }]);
  expect(parse('P:a')).toEqual([]);
  expect(parse('\u0000'.repeat(10_000))).toEqual([]);
});
