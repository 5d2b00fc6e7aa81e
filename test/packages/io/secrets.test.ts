import { expect, test } from '@jest/globals';

import { Secrets } from '../../../packages/io/secrets.ts';

test('a registered value is hidden everywhere', () => {
  const secrets = new Secrets();
  expect(secrets.add(' token-1 ')).toEqual(['token-1']);
  expect(secrets.hide('Bearer token-1, again token-1')).toBe('Bearer ***, again ***');
});

test('a secret that is part of another does not uncover the rest', () => {
  const secrets = new Secrets();
  secrets.add('abcd');
  secrets.add('abcdefgh');
  expect(secrets.hide('abcdefgh abcd')).toBe('*** ***');
});

test('the lines of a key are hidden one by one', () => {
  const secrets = new Secrets();
  expect(secrets.add('BEGIN KEY\nbase64\n')).toEqual(['BEGIN KEY\nbase64', 'BEGIN KEY', 'base64']);
  expect(secrets.hide('> base64')).toBe('> ***');
});

test('nothing is registered twice, and nothing so short that it is in every log', () => {
  const secrets = new Secrets();
  secrets.add('token');
  expect(secrets.add('token')).toEqual([]);
  expect(secrets.add('')).toEqual([]);
  expect(secrets.add('abc')).toEqual([]);
  expect(secrets.hide('abc $& token')).toBe('abc $& ***');
});
