import { createHash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';

import type { FileFacts } from '#inventory';

import type { LayerId, LayerIndexHeader, Section, SectionName } from './layer-index.ts';
import type { Packing } from './packing.ts';

/**
 * The file of an index: this magic, the length of the header in four bytes, the SHA-256 of the header, the header as
 * JSON, and the sections one after the other, each compressed with zstd. Versions of a section go up with its form.
 */
export const magic = Buffer.from('ecluse layer 1\n');
export const versions = { entries: 2, hashes: 1 } as const;

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** What a walk over a layer found, not yet in one file. */
export interface Walked {
  readonly layer: LayerId;
  readonly sizeBytes: number;
  readonly packing: Packing;
  readonly hashed: LayerIndexHeader['hashed'];
  readonly facts: ReadonlyMap<
    string,
    { readonly version: number; readonly found: readonly FileFacts<unknown>[] }
  >;
}

/** The same walk always gives the same bytes. */
export function writeLayerIndex({ layer, sizeBytes, packing, hashed, facts }: Walked): Buffer {
  const parts: (readonly [SectionName, number, Uint8Array])[] = [
    ['entries', versions.entries, packing.entries()],
  ];
  if (hashed === 'sha256') parts.push(['hashes', versions.hashes, packing.hashes()]);
  for (const [name, { version, found }] of facts) {
    parts.push([`facts:${name}`, version, Buffer.from(JSON.stringify(found))]);
  }
  const bodies: Buffer[] = [];
  const sections: Partial<Record<SectionName, Section>> = {};
  let offset = 0;
  for (const [name, version, bytes] of parts) {
    const body = zstdCompressSync(bytes, {
      chunkSize: Math.min(Math.max(bytes.length, 1 << 12), 1 << 20),
    });
    sections[name] = {
      version,
      offset,
      lengthBytes: body.length,
      plainBytes: bytes.length,
      sha256: sha256(body).toString('hex'),
    };
    bodies.push(body);
    offset += body.length;
  }
  const header: LayerIndexHeader = {
    format: 1,
    layer,
    sizeBytes,
    entries: packing.count,
    hashed,
    sections,
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([magic, length, sha256(json), json, ...bodies]);
}
