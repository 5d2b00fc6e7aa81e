import { expect, test } from '@jest/globals';

import {
  cleanPath,
  joinPath,
  listingOf,
  readLayerIndex,
  writeLayerIndex,
  type Listed,
  type Listing,
  type Walked,
} from '#image';
import { Corrupt, digestOf } from '#oci';

import { magic, sha256 as hashOf } from '../../../packages/image/layer-index-write.ts';
import { Packing } from '../../../packages/image/packing.ts';
import { randomFrom, type Random } from '../../rounds.ts';

const layer = { diffId: digestOf(Buffer.from('a layer')) };
const sha256 = digestOf(Buffer.from('x')).slice(7);

const samples: readonly Listed[] = [
  { path: './etc/', kind: 'directory', mode: 0o755, uid: 0, gid: 0, sizeBytes: 0, modified: 0 },
  {
    path: 'etc/\xff\xfe <script>',
    kind: 'file',
    mode: 0o4711,
    uid: 2 ** 40,
    gid: 7,
    sizeBytes: 2 ** 45 + 1,
    modified: -1.5,
    sha256,
    xattrs: { 'security.capability': '0100', ['__proto__']: 'ff' },
  },
  {
    path: 'etc/link',
    kind: 'symlink',
    mode: 0o777,
    uid: 1,
    gid: 1,
    sizeBytes: 0,
    modified: 1_700_000_000.25,
    link: '../../\xe9',
  },
  { path: 'l', kind: 'symlink', mode: 0, uid: 0, gid: 0, sizeBytes: 0, modified: 0, link: '' },
  {
    path: 'dev/x',
    kind: 'block',
    mode: 0o600,
    uid: 0,
    gid: 6,
    sizeBytes: 0,
    modified: 1,
    device: { major: 8, minor: 1 },
  },
];

function walked(entries: readonly Listed[], more: Partial<Walked> = {}): Walked {
  const packing = new Packing();
  for (const entry of entries) packing.add(entry);
  const facts = new Map([
    ['dpkg', { version: 2, found: [{ path: 'var/lib/dpkg/status', facts: [{ name: 'libc6' }] }] }],
  ]);
  return { layer, sizeBytes: 10_240, packing, hashed: 'sha256', facts, ...more };
}
const file = (entries: readonly Listed[]) => writeLayerIndex(walked(entries));

test('entries come back as they were', () => {
  const { header, listing } = readLayerIndex(file(samples), 'the index');
  expect([...listing]).toEqual(samples);
  expect(listing.entry(2)).toEqual(samples[2]);
  expect(header).toMatchObject({
    format: 1,
    layer,
    sizeBytes: 10_240,
    entries: 5,
    hashed: 'sha256',
  });
  expect(() => listing.entry(5)).toThrow(RangeError);
  expect(() => listing.entry(-1)).toThrow(RangeError);
});

test('a layer of nothing is one too', () => {
  const { listing } = readLayerIndex(file([]), 'the index');
  expect([listing.count, [...listing]]).toEqual([0, []]);
});

test('facts come back for the version of the collector that found them, and for no other', () => {
  const index = readLayerIndex(file(samples), 'the index');
  expect(index.facts({ name: 'dpkg', version: 2 })).toEqual([
    { path: 'var/lib/dpkg/status', facts: [{ name: 'libc6' }] },
  ]);
  expect(index.facts({ name: 'dpkg', version: 3 })).toBeUndefined();
  expect(index.facts({ name: 'apk', version: 2 })).toBeUndefined();
});

test('the same layer gives the same bytes', () => {
  expect(file(samples).equals(file(samples))).toBe(true);
});

const names = (random: Random): string =>
  Array.from({ length: 1 + random.below(5) }, () =>
    Buffer.from(random.bytes(1 + random.below(9))).toString('latin1'),
  ).join('/');

test('any entries come back as they were', () => {
  const random = randomFrom(7);
  for (let round = 0; round < 50; round += 1) {
    const entries = Array.from({ length: random.below(60) }, (): Listed => ({
      path: names(random),
      kind: random.pick(['file', 'directory', 'fifo', 'character']),
      mode: random.below(0o10000),
      uid: random.below(2 ** 31),
      gid: random.below(70_000),
      sizeBytes: random.below(2 ** 31),
      modified: random.below(2 ** 31),
      ...(random.below(3) === 0 ? { sha256: Buffer.from(random.bytes(32)).toString('hex') } : {}),
    }));
    expect([...readLayerIndex(file(entries), 'the index').listing]).toEqual(entries);
  }
});

test('what is asked of all entries is the same whether they were packed or not', () => {
  const random = randomFrom(11);
  const part = () => random.pick(['a', 'b', '.', '..', '', '.wh.a', '.wh..wh..opq', 'x\0', '\xff']);
  const asked = (of: Listing) =>
    Array.from({ length: of.count }, (_, at) => [
      of.folders[of.folder(at)],
      ...[of.name(at), of.isMarked(at), of.kind(at), of.sizeBytes(at), of.sha256(at)],
    ]);
  for (let round = 0; round < 100; round += 1) {
    const entries = Array.from({ length: random.below(30) }, (): Listed => ({
      path: Array.from({ length: 1 + random.below(4) }, part).join('/'),
      kind: random.pick(['file', 'directory']),
      ...{ mode: 0, uid: 0, gid: 0, modified: 0, sizeBytes: random.below(100) },
      ...(random.below(2) === 0 ? { sha256 } : {}),
    }));
    const { listing } = readLayerIndex(file(entries), 'the index');
    expect(asked(listing)).toEqual(asked(listingOf(entries)));
    expect([...listing]).toEqual(entries);
    for (const [at, { path }] of entries.entries()) {
      const clean = cleanPath(path);
      const folder = listing.folders[listing.folder(at)];
      expect(folder === undefined ? undefined : joinPath(folder, listing.name(at))).toBe(clean);
    }
  }
});

test('not a byte of the file can be another one', () => {
  const whole = file(samples);
  const random = randomFrom(3);
  for (let round = 0; round < 400; round += 1) {
    const at = round < whole.length ? round : random.below(whole.length);
    const broken = Buffer.from(whole);
    broken[at] = (broken[at] ?? 0) ^ (1 << random.below(8));
    expect(() => {
      const index = readLayerIndex(broken, 'the index');
      index.facts({ name: 'dpkg', version: 2 });
    }).toThrow(Corrupt);
  }
  for (const length of [0, 10, 40, 80, whole.length - 1]) {
    expect(() => {
      const index = readLayerIndex(whole.subarray(0, length), 'the index');
      index.facts({ name: 'dpkg', version: 2 });
    }).toThrow(Corrupt);
  }
});

test('parts have their own bytes: many that share theirs would be hashed and copied without end', () => {
  const whole = file(samples);
  const { sections, ...head } = readLayerIndex(whole, 'the index').header;
  const json = Buffer.from(
    JSON.stringify({ ...head, sections: { ...sections, 'facts:again': sections.entries } }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const body = whole.subarray(magic.length + 36 + whole.readUInt32LE(magic.length));
  const forged = Buffer.concat([magic, length, hashOf(json), json, body]);
  expect(() => readLayerIndex(forged, 'the index')).toThrow('its parts are longer than it is');
});
