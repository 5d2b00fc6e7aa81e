import { expect, test } from '@jest/globals';

import { listingOf, rawOf, type Listed } from '#image';
import { diveExport, diveOf } from '#layers';

import { entryOf } from '../image/random-layers.ts';

const exported = (...layers: readonly (readonly Listed[])[]): string => {
  const listings = layers.map(listingOf);
  const names = layers.map((_, at) => ({
    id: 'blobs',
    diffId: `sha256:${at}`,
    command: '/bin/sh -c echo "<b>" && true',
  }));
  return [...diveExport(diveOf(listings), listings, names)].join('');
};

test("Dive's export stands in its order and indentation, safe inside HTML", () => {
  const first = [entryOf('a/f<', { sizeBytes: 3 })];
  expect(exported(first, [], [entryOf('a/.wh.f<')])).toBe(`{
  "layer": [
    {
      "index": 0,
      "id": "blobs",
      "digestId": "sha256:0",
      "sizeBytes": 3,
      "command": "echo \\"\\u003cb\\u003e\\" \\u0026\\u0026 true",
      "fileList": [
        {
          "path": "a/f\\u003c",
          "typeFlag": 48,
          "linkName": "",
          "size": 3,
          "fileMode": 420,
          "uid": 0,
          "gid": 0,
          "isDir": false
        },
        {
          "path": "",
          "typeFlag": 0,
          "linkName": "",
          "size": 0,
          "fileMode": 0,
          "uid": 0,
          "gid": 0,
          "isDir": false
        }
      ]
    },
    {
      "index": 1,
      "id": "blobs",
      "digestId": "sha256:1",
      "sizeBytes": 0,
      "command": "echo \\"\\u003cb\\u003e\\" \\u0026\\u0026 true",
      "fileList": []
    },
    {
      "index": 2,
      "id": "blobs",
      "digestId": "sha256:2",
      "sizeBytes": 0,
      "command": "echo \\"\\u003cb\\u003e\\" \\u0026\\u0026 true",
      "fileList": [
        {
          "path": "a/.wh.f\\u003c",
          "typeFlag": 48,
          "linkName": "",
          "size": 0,
          "fileMode": 420,
          "uid": 0,
          "gid": 0,
          "isDir": false
        },
        {
          "path": "",
          "typeFlag": 0,
          "linkName": "",
          "size": 0,
          "fileMode": 0,
          "uid": 0,
          "gid": 0,
          "isDir": false
        }
      ]
    }
  ],
  "image": {
    "sizeBytes": 3,
    "inefficientBytes": 3,
    "efficiencyScore": 0,
    "fileReference": [
      {
        "count": 2,
        "sizeBytes": 3,
        "file": "/a/f\\u003c"
      }
    ]
  }
}`);
});

test('an image of nothing has empty lists', () => {
  expect(JSON.parse(exported())).toEqual({
    layer: [],
    image: { sizeBytes: 0, inefficientBytes: 0, efficiencyScore: 1, fileReference: [] },
  });
});

interface Exported {
  readonly layer: readonly [{ readonly fileList: readonly Readonly<Record<string, unknown>>[] }];
}

test('files come children first, with the modes and types that Go has', () => {
  const { layer } = JSON.parse(
    exported([
      entryOf('z', { kind: 'directory', mode: 0o755 }),
      entryOf('z/y', { kind: 'symlink', link: rawOf('ü'), mode: 0o777 }),
      entryOf(`/${rawOf('ü')}`, { mode: 0o6755, uid: 7, gid: 8 }),
      entryOf('h', { kind: 'hardlink', link: 'x', mode: 0o1600 }),
      entryOf('c', { kind: 'character' }),
      entryOf('b', { kind: 'block' }),
      entryOf('p', { kind: 'fifo' }),
    ]),
  ) as Exported;
  const rows = layer[0].fileList.map(({ path, typeFlag, linkName, fileMode, isDir }) =>
    [path, typeFlag, linkName, fileMode, isDir].join(' '),
  );
  expect(rows).toEqual([
    `b 52  ${2 ** 26 + 0o644} false`,
    `c 51  ${2 ** 26 + 2 ** 21 + 0o644} false`,
    `h 49 x ${2 ** 20 + 0o600} false`,
    `p 54  ${2 ** 25 + 0o644} false`,
    `z/y 50 ü ${2 ** 27 + 0o777} false`,
    'z 53  2147484141 true',
    `/ü 48  ${2 ** 23 + 2 ** 22 + 0o755} false`,
  ]);
  expect(layer[0].fileList.at(-1)).toMatchObject({ uid: 7, gid: 8, size: 0 });
});
