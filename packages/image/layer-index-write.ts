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

/** A section and its compressed bytes, wherever they will lie. */
export interface Part extends Omit<Section, 'offset'> {
  readonly name: SectionName;
  readonly body: Uint8Array;
}

/** The same walk always gives the same bytes. */
export function writeLayerIndex({ layer, sizeBytes, packing, hashed, facts }: Walked): Buffer {
  const parts = [partOf('entries', versions.entries, packing.entries())];
  if (hashed === 'sha256') parts.push(partOf('hashes', versions.hashes, packing.hashes()));
  for (const [name, { version, found }] of facts) parts.push(factsPart(name, version, found));
  return fileOf({ format: 1, layer, sizeBytes, entries: packing.count, hashed }, parts);
}

/** What one collector found. */
export const factsPart = (
  name: string,
  version: number,
  found: readonly FileFacts<unknown>[],
): Part => partOf(`facts:${name}`, version, Buffer.from(JSON.stringify(found)));

function partOf(name: SectionName, version: number, bytes: Uint8Array): Part {
  const body = zstdCompressSync(bytes, {
    chunkSize: Math.min(Math.max(bytes.length, 1 << 12), 1 << 20),
  });
  return {
    name,
    version,
    lengthBytes: body.length,
    plainBytes: bytes.length,
    sha256: sha256(body).toString('hex'),
    body,
  };
}

/** The file of an index with these sections, in their order. */
export function fileOf(
  { format, layer, sizeBytes, entries, hashed }: Omit<LayerIndexHeader, 'sections'>,
  parts: readonly Part[],
): Buffer {
  const sections: Partial<Record<SectionName, Section>> = {};
  let offset = 0;
  for (const { name, version, lengthBytes, plainBytes, sha256: hex } of parts) {
    sections[name] = { version, offset, lengthBytes, plainBytes, sha256: hex };
    offset += lengthBytes;
  }
  const header: LayerIndexHeader = { format, layer, sizeBytes, entries, hashed, sections };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([magic, length, sha256(json), json, ...parts.map(({ body }) => body)]);
}
