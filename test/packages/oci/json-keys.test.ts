import { expect, test } from '@jest/globals';

import { ambiguousKey } from '../../../packages/oci/json-keys.ts';

test.each<[string, string]>([
  [
    'a manifest',
    '{"schemaVersion":2,"config":{"digest":"x"},"layers":[{"digest":"y"},{"digest":"z"}]}',
  ],
  ['keys of other objects', '{"layers":[{"size":1},{"size":1}],"config":{"size":1},"size":1}'],
  ['annotations that differ in case', '{"annotations":{"Size":"1","size":"2","SIZE":"3"}}'],
  ['annotations of a layer with names of fields', '{"layers":[{"annotations":{"Digest":"1"}}]}'],
  ['an unknown field with anything in it', '{"x":{"Layers":1,"layers":2},"y":[[{"Size":1}]]}'],
  ['texts that look like keys', '{"annotations":{"a":"{\\"b\\":1,\\"b\\":2}","b":"\\\\"}}'],
  ['no object', '["a","a"]'],
  ['a number', '7'],
])('%s has none that is read in two ways', (_, text) => {
  expect(JSON.parse(text)).toBeDefined();
  expect(ambiguousKey(text)).toBeUndefined();
});

test.each<[string, string, string]>([
  ['at the top', '{"layers":[],"config":{},"layers":[1]}', 'layers'],
  ['spelt with an escape', String.raw`{"layers":[],"l\u0061yers":[1]}`, 'layers'],
  ['in a descriptor', '{"layers":[{"digest":"a","size":1,"digest":"b"}]}', 'digest'],
  ['in annotations', '{"annotations":{"a":"1","b":"2","a":"3"}}', 'a'],
  ['deep below', '{"x":[[{"y":{"z":1,"z":2}}]]}', 'z'],
  ['after an object and a list', '{"a":{"b":1},"c":["d"],"a":2}', 'a'],
])('a key that comes twice %s is one', (_, text, key) => {
  expect(JSON.parse(text)).toBeDefined();
  expect(ambiguousKey(text)).toBe(key);
});

test.each<[string, string, string]>([
  ['at the top', '{"schemaVersion":2,"Layers":[]}', 'Layers'],
  ['in a descriptor', '{"config":{"DIGEST":"a"}}', 'DIGEST'],
  ['in a platform', '{"manifests":[{"platform":{"OS":"linux"}}]}', 'OS'],
  ['with a long s', '{"layerſ":[]}', 'layerſ'],
])('a field in other letters than ours is one %s', (_, text, key) => {
  expect(ambiguousKey(text)).toBe(key);
});

test('a large hostile text is read in no time', () => {
  const before = performance.now();
  const keys = Array.from({ length: 300_000 }, (_, index) => `"${index}":1`).join();
  expect(ambiguousKey(`{"annotations":{${keys}}}`)).toBeUndefined();
  expect(ambiguousKey(`[${'{},'.repeat(1_000_000)}"${'\\"'.repeat(500_000)}"]`)).toBeUndefined();
  expect(performance.now() - before).toBeLessThan(3_000);
});
