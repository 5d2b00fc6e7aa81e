import { expect, test } from '@jest/globals';

import { Corrupt, parseJson } from '#oci';

const parse = (text: string | Uint8Array, limits = {}) =>
  parseJson(typeof text === 'string' ? Buffer.from(text) : text, 'the thing', limits);

test.each([
  ['{"a":[1,"x",null,true]}', { a: [1, 'x', null, true] }],
  ['"[[[[ \\" ]]]]"', '[[[[ " ]]]]'],
  ['  0 ', 0],
  ['"é"', 'é'],
])('%s is read', (text, value) => {
  expect(parse(text, { maxDepth: 2 })).toEqual(value);
});

test.each([
  ['nothing', '', 'it is not JSON in UTF-8'],
  ['half of it', '{"a":', 'it is not JSON in UTF-8'],
  ['a page', '<html>', 'it is not JSON in UTF-8'],
  ['another encoding', Buffer.from([0x22, 0xff, 0x22]), 'it is not JSON in UTF-8'],
  ['an open text', '"\\', 'it is not JSON in UTF-8'],
  ['more depth than is allowed', '[[[0]]]', 'its JSON is nested more than 2 levels deep'],
  ['depth without an end', '['.repeat(100_000), 'its JSON is nested more than 2 levels deep'],
  ['more bytes than are allowed', ' '.repeat(200), 'it has 200 bytes, and 100 are the most'],
])('%s is corrupt', (_, text, why) => {
  const limits = { maxDepth: 2, maxBytes: text.length === 100_000 ? 200_000 : 100 };
  expect(() => parse(text, limits)).toThrow(Corrupt);
  expect(() => parse(text, limits)).toThrow(`the thing is corrupt: ${why}`);
});

test('a manifest may have 4 MiB, and no byte more', () => {
  const text = `"${'x'.repeat(4 * 1024 * 1024 - 2)}"`;
  expect(parse(text)).toHaveLength(text.length - 2);
  expect(() => parse(`${text} `)).toThrow(Corrupt);
});
