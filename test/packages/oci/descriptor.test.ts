import { expect, test } from '@jest/globals';

import { parsePlatform, platformKey } from '#oci';

test.each([
  ['linux/arm64', 'linux/arm64/v8', true],
  ['linux/arm64/v8', 'linux/arm64/8', true],
  ['linux/arm64', 'linux/arm64/v9', false],
  ['linux/arm', 'linux/arm/v7', true],
  ['linux/arm', 'linux/arm/v6', false],
  ['linux/amd64', 'linux/amd64/v2', false],
  ['linux/amd64', 'windows/amd64', false],
])('%s and %s are one platform: %s', (one, other, isSame) => {
  const [a, b] = [one, other].map((text) => platformKey(parsePlatform(text)));
  expect(a === b).toBe(isSame);
});
