import { zstdDecompressSync } from 'node:zlib';
import * as v from 'valibot';

import type { FileFacts } from '#inventory';
import { quote } from '#io';
import { Corrupt, isDigest, parseJson } from '#oci';

import type {
  LayerIndex,
  LayerIndexHeader,
  Section,
  SectionName,
  UnverifiedId,
} from './layer-index.ts';
import { magic, sha256, versions } from './layer-index-write.ts';
import { unpacked } from './unpacking.ts';

const maxHeaderBytes = 1 << 20;
/** Of a section when it is inflated: some millions of entries. */
const maxSectionBytes = 1 << 30;

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const section = v.object({
  version: whole,
  offset: whole,
  lengthBytes: whole,
  plainBytes: v.pipe(whole, v.maxValue(maxSectionBytes)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
const header = v.object({
  format: v.literal(1),
  layer: v.union([
    v.object({ diffId: v.pipe(v.string(), v.guard(isDigest)) }),
    v.pipe(
      v.object({ unverified: v.string() }),
      v.transform(({ unverified }) => ({ unverified: unverified as UnverifiedId })),
    ),
  ]),
  sizeBytes: whole,
  entries: v.pipe(whole, v.maxValue(10_000_000)),
  hashed: v.picklist(['none', 'sha256']),
  sections: v.record(v.string(), section),
});
const facts = v.array(
  v.object({ path: v.string(), facts: v.array(v.unknown()), unread: v.optional(v.literal(true)) }),
);

/**
 * Reads the file of an index. Every byte is under a checksum.
 * @throws Corrupt when it is none, was changed, or is of another format
 */
export function readLayerIndex(bytes: Buffer, what: string): LayerIndex {
  const fail = (why: string): never => {
    throw new Corrupt(what, why);
  };
  const { json, body } = framed(bytes, fail);
  const parsed = v.safeParse(header, parseJson(json, what, { maxBytes: maxHeaderBytes }));
  if (!parsed.success) return fail('its header is not one that we know');
  const head: LayerIndexHeader = parsed.output;
  let partsBytes = 0;
  for (const [name, part] of Object.entries(parsed.output.sections)) {
    // They may not share bytes: a header has room for thousands of them.
    partsBytes += part.lengthBytes;
    if (partsBytes > body.length) fail('its parts are longer than it is');
    if (sha256(partOf(body, part)).toString('hex') !== part.sha256) {
      fail(`its part ${quote(name)} was changed`);
    }
  }
  const read = (name: SectionName, version: number | undefined): Buffer | undefined => {
    const found = head.sections[name];
    if (found === undefined || found.version !== version) return undefined;
    try {
      return zstdDecompressSync(partOf(body, found), {
        maxOutputLength: maxSectionBytes,
        // In one piece of memory, with room to see that this is all.
        chunkSize: Math.max(found.plainBytes + 1, 64),
      });
    } catch {
      return fail(`its part ${name} does not inflate`);
    }
  };
  const entries = read('entries', versions.entries) ?? fail('its entries are of another form');
  const hashes = read('hashes', versions.hashes);
  const listing = unpacked({ count: head.entries, entries, hashes }, fail);
  return {
    header: head,
    listing,
    bytes,
    facts<Fact>({ name, version }: { readonly name: string; readonly version: number }) {
      const found = read(`facts:${name}`, version);
      if (found === undefined) return undefined;
      const said = v.safeParse(facts, parseJson(found, what, { maxBytes: maxSectionBytes }));
      // A collector wrote them, in this very version.
      return said.success
        ? (said.output as readonly FileFacts<Fact>[])
        : fail(`its ${name} is not right`);
    },
  };
}

const partOf = (body: Buffer, { offset, lengthBytes }: Section): Buffer =>
  body.subarray(offset, offset + lengthBytes);

function framed(bytes: Buffer, fail: (why: string) => never) {
  const start = magic.length + 4 + 32;
  if (bytes.length < start || !bytes.subarray(0, magic.length).equals(magic)) {
    return fail('it is no index of a layer, or of another format');
  }
  const end = start + bytes.readUInt32LE(magic.length);
  const json = bytes.subarray(start, end);
  if (!sha256(json).equals(bytes.subarray(magic.length + 4, start))) fail('its header was changed');
  return { json, body: bytes.subarray(end) };
}
