import { expect, test } from '@jest/globals';

import { sourceOfRun, webUrl } from '#labels';

const shop = 'https://github.com/acme/shop';

test.each([
  [shop],
  [`${shop}.git`],
  [`${shop}/`],
  ['https://x-access-token:ghs_secret@github.com/acme/shop.git'],
  ['https://ghp_secret@github.com/acme/shop?token=ghp_secret#ghp_secret'],
  ['git@github.com:acme/shop.git'],
  ['github.com:acme/shop'],
  ['ssh://git@github.com:22/acme/shop.git'],
  ['git+ssh://git@github.com/acme/shop.git'],
  ['git://github.com/acme/shop.git'],
])('%s is the same repository as all other ways to it', (remote) => {
  expect(webUrl(remote)).toBe(shop);
});

test.each([
  ['https://git.acme.test:8443/a/b.git', 'https://git.acme.test:8443/a/b'],
  ['http://gitea.local:3000/a/b', 'http://gitea.local:3000/a/b'],
  ['https://git.acme.test/a%0ab', 'https://git.acme.test/a%0ab'],
])('%s keeps its scheme and port', (remote, url) => {
  expect(webUrl(remote)).toBe(url);
});

test.each([
  ['/home/ada/shop'],
  ['../shop'],
  ['file:///home/ada/shop.git'],
  ['C:\\Users\\ada\\shop'],
  ['C:/Users/ada/shop'],
  ['https://github.com/'],
  ['https://'],
  ['javascript://github.com/%0aalert(1)'],
  ['git@github.com:acme/shop\n::set-output name=x::y'],
  [`https://github.com/${'a'.repeat(3000)}`],
  [''],
])('%j is no place that a browser finds', (remote) => {
  expect(webUrl(remote)).toBeUndefined();
});

test('a workflow says for which repository it runs, and half of that is nothing', () => {
  const run = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'acme/shop' };
  expect(sourceOfRun(new Map(Object.entries(run)))).toBe(shop);
  expect(sourceOfRun(new Map([['GITHUB_REPOSITORY', 'acme/shop']]))).toBeUndefined();
  expect(sourceOfRun(new Map([...Object.entries(run), ['GITHUB_REPOSITORY', '']]))).toBeUndefined();
});
