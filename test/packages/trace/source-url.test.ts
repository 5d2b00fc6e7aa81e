import { expect, test } from '@jest/globals';

import { webUrl } from '#trace';

import { sourceKey } from '../../../packages/trace/source-url.ts';

test.each([
  'https://github.com/acme/shop',
  'https://github.com/Acme/shop.git',
  'https://user:secret@github.com/acme/shop/',
  'https://github.com/acme/shop.git#refs/heads/main',
  'git+https://github.com/acme/shop@refs'.replace('@refs', ''),
  'ssh://git@github.com/acme/shop.git',
  'git@github.com:acme/shop.git',
])('%s is one repository', (text) => {
  expect(sourceKey(text)).toBe('github.com/acme/shop');
});

test('what is no URL is itself', () => {
  expect(sourceKey('the shop')).toBe('the shop');
  expect(sourceKey('')).toBe('');
});

test.each([
  ['https://user:secret@github.com/acme/shop', 'https://github.com/acme/shop'],
  ['javascript:alert(1)', undefined],
  ['git@github.com:acme/shop.git', undefined],
  ['$(id)', undefined],
  ['https://a.test/$(id)`id`;id&id', 'https://a.test/%24%28id%29%60id%60%3Bid%26id'],
  ["https://[::1]/a'b", 'https://[::1]/a%27b'],
])('a web address of %s', (text, url) => {
  expect(webUrl(text)).toBe(url);
});
