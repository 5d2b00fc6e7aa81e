import { expect, test } from '@jest/globals';

import { UsageError } from '#io';
import { algorithmOf, digestOf, Hasher, hexOf, isDigest, parseDigest } from '#oci';

const empty256 = 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

test('a digest is that of its bytes, in one piece or in many', () => {
  expect(digestOf(Buffer.alloc(0))).toBe(empty256);
  const pieces = new Hasher('sha512').update(Buffer.from('ab')).update(Buffer.from('c')).digest();
  expect(pieces).toBe(digestOf(Buffer.from('abc'), 'sha512'));
  expect(pieces.startsWith('sha512:ddaf35a193617aba')).toBe(true);
});

test('a digest tells its algorithm and its digits', () => {
  expect(algorithmOf(parseDigest(empty256))).toBe('sha256');
  expect(hexOf(parseDigest(empty256))).toBe(empty256.slice(7));
  expect(algorithmOf(digestOf(Buffer.alloc(0), 'sha512'))).toBe('sha512');
});

test.each([
  '',
  'sha256:',
  empty256.slice(0, -1),
  `${empty256}0`,
  empty256.toUpperCase(),
  `${empty256}\n`,
  ` ${empty256}`,
  `md5:${'0'.repeat(32)}`,
  `sha512:${'0'.repeat(64)}`,
  `sha256:${'0'.repeat(62)}/x`,
])('%j is no digest', (text) => {
  expect(isDigest(text)).toBe(false);
  expect(() => parseDigest(text)).toThrow(UsageError);
  expect(() => parseDigest(text)).toThrow(`${JSON.stringify(text)} is not a digest`);
});
