import { randomBytes } from 'node:crypto';
import { gzipSync, zstdCompressSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { readLayerIndex, walkLayer, writeLayerIndex, type WalkRequest } from '#image';
import type { Collector } from '#inventory';
import { Corrupt, digestOf } from '#oci';

import { pieces, tarOf } from './tars.ts';

const tar = tarOf(
  { path: 'etc', kind: 'directory' },
  { path: 'etc/os-release', text: 'ID=x\n' },
  { path: './etc/big', text: 'b'.repeat(300_000) },
  { path: 'etc/none' },
  { path: 'etc/same', kind: 'hardlink', link: 'etc/os-release' },
  { path: 'etc/.wh.gone' },
);
const request = (stored: Uint8Array, how: Partial<WalkRequest> = {}): WalkRequest => ({
  what: 'the layer',
  blob: { mediaType: 'x', digest: digestOf(stored), size: stored.length },
  diffId: digestOf(tar),
  verify: true,
  hash: true,
  ...how,
});
const lines: Collector<string> = {
  name: 'lines',
  version: 1,
  maxBytes: 1000,
  wants: (path) => path === 'etc/os-release' || path === 'etc/big',
  parse: (path, bytes) => [`${path} ${Buffer.from(bytes).toString()}`],
};

async function index(
  stored: Uint8Array,
  how: Partial<WalkRequest> = {},
  collectors: readonly Collector<unknown>[] = [lines],
) {
  const walked = await walkLayer(pieces(stored, 5000), request(stored, how), collectors);
  return readLayerIndex(writeLayerIndex(walked), 'the index');
}

describe('a walk over a layer', () => {
  test.each([
    ['plain', tar],
    ['in gzip', gzipSync(tar)],
    ['in zstd', zstdCompressSync(tar)],
  ])('that is stored %s finds all in it', async (_, stored) => {
    const found = await index(stored);
    const { header, listing } = found;
    expect(header).toMatchObject({
      layer: { diffId: digestOf(tar) },
      sizeBytes: tar.length,
      entries: 6,
    });
    expect([...listing].map(({ path, kind }) => [path, kind])).toEqual([
      ['etc/', 'directory'],
      ['etc/os-release', 'file'],
      ['./etc/big', 'file'],
      ['etc/none', 'file'],
      ['etc/same', 'hardlink'],
      ['etc/.wh.gone', 'file'],
    ]);
    const hash = (text: string) => digestOf(Buffer.from(text)).slice(7);
    expect([...listing].map(({ sha256 }) => sha256)).toEqual([
      undefined,
      hash('ID=x\n'),
      hash('b'.repeat(300_000)),
      hash(''),
      undefined,
      hash(''),
    ]);
    expect(found.facts(lines)).toEqual([
      { path: 'etc/os-release', facts: ['etc/os-release ID=x\n'] },
      { path: 'etc/big', facts: [], unread: true },
    ]);
  });

  test('that is longer than any chunk gives every name and every hash as they are', async () => {
    const members = Array.from({ length: 400 }, (_, at) => ({
      path: `dir-${at % 7}/file-${at}`,
      text: randomBytes((at % 40) * 977).toString('base64'),
    }));
    const large = tarOf(...members);
    expect(large.length).toBeGreaterThan(4_000_000);
    for (const stored of [large, gzipSync(large), zstdCompressSync(large)]) {
      const { listing } = await index(stored, { diffId: digestOf(large) });
      expect([...listing].map(({ path, sha256 }) => [path, sha256])).toEqual(
        members.map(({ path, text }) => [path, digestOf(Buffer.from(text)).slice(7)]),
      );
    }
  });

  test('does not hash files unless it is asked to', async () => {
    const { header, listing } = await index(tar, { hash: false });
    expect(header.hashed).toBe('none');
    expect([...listing].every(({ sha256 }) => sha256 === undefined)).toBe(true);
  });

  test('proves the diffID, and takes one that nobody told', async () => {
    expect((await index(tar, { diffId: undefined })).header.layer).toEqual({
      diffId: digestOf(tar),
    });
    const other = digestOf(Buffer.from('another'));
    await expect(index(tar, { diffId: other })).rejects.toThrow(
      `the layer is corrupt: its content is ${digestOf(tar)}, and the image says ${other}`,
    );
  });

  test('sees other bytes than the digest promised', async () => {
    const stored = gzipSync(tar);
    const blob = { mediaType: 'x', digest: digestOf(tar), size: stored.length };
    await expect(index(stored, { blob })).rejects.toBeInstanceOf(Corrupt);
    const longer = { ...request(stored).blob, size: stored.length + 1 };
    await expect(index(stored, { blob: longer })).rejects.toThrow('it ended after');
  });

  test('gives one that was not verified a name that is no digest', async () => {
    const placeholder = { mediaType: 'x', digest: digestOf(Buffer.from('made up')), size: 3 };
    const { header } = await index(tar, { verify: false, blob: placeholder, diffId: undefined });
    expect(header.layer).toEqual({ unverified: `unverified:${placeholder.digest}` });
  });

  test('ends at a layer that inflates to more than it may', async () => {
    const stored = gzipSync(tar);
    await expect(index(stored, { maxBytes: 10_000 })).rejects.toThrow(
      'the layer is corrupt: it inflates to more than 10000 bytes',
    );
  });
});
