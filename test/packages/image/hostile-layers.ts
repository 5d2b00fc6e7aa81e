import { gzipSync, zstdCompressSync } from 'node:zlib';

import { expect } from '@jest/globals';

import { finalFiles, readLayerIndex, walkLayer, writeLayerIndex, type Listing } from '#image';
import { adviceOn, deltaOf, diveOf, wasteOf } from '#layers';
import { collectors } from '#inventory';
import { Corrupt, digestOf } from '#oci';

import { mutatedBytes } from '../../deep/mutation.ts';
import { refused } from '../../deep/sentence.ts';
import { archive, shuffled } from '../../deep/tars.ts';
import type { Random } from '../../rounds.ts';
import { hiddenIn } from '../../../packages/layers/hidden-in.ts';

/** The bytes of a layer as somebody hostile stores it. */
function stored(random: Random): Uint8Array {
  const tar = archive(random);
  const bytes = random.pick([(of: Uint8Array) => of, gzipSync, zstdCompressSync])(tar);
  return random.below(4) === 0 ? mutatedBytes(random, bytes) : bytes;
}

async function listing(random: Random): Promise<Listing | undefined> {
  const bytes = stored(random);
  const blob = { mediaType: 'x', digest: digestOf(bytes), size: bytes.length };
  const request = {
    what: 'the layer',
    blob,
    diffId: undefined,
    verify: true,
    hash: random.below(2) === 0,
  };
  try {
    const walked = await walkLayer(
      shuffled(random, bytes),
      { ...request, maxBytes: 8 << 20 },
      collectors,
    );
    return readLayerIndex(writeLayerIndex(walked), 'the index').listing;
  } catch (error) {
    refused(error, Corrupt);
    return undefined;
  }
}

/**
 * An image of hostile layers goes through every analysis: each ends, adds up, or says in one sentence why not.
 * Tells how many of the layers could be read.
 */
export async function analyseHostile(random: Random): Promise<number> {
  const made = Array.from({ length: 1 + random.below(4) }, () => listing(random));
  const listings = (await Promise.all(made)).filter((one) => one !== undefined);
  const waste = wasteOf(listings);
  expect(waste.waste.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(waste.reclaimableBytes);
  expect(waste.reachableBytes + waste.reclaimableBytes).toBe(waste.storedBytes);
  const kept = [...waste.kept()]
    .flatMap(({ files }) => files())
    .reduce((sum, { inode }) => sum + inode.bytes, 0);
  expect(kept).toBe(waste.reachableBytes);
  const dive = diveOf(listings);
  expect(dive.layerSizes).toHaveLength(listings.length);
  const layers = listings.map(() => ({ command: 'RUN make' }));
  const advice = adviceOn({ waste: waste.waste, kept: waste.kept(), layers });
  const advised = advice.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(advised).toBeLessThanOrEqual(waste.reclaimableBytes);
  const files = finalFiles(listings);
  const delta = deltaOf({ listings }, { listings });
  expect([delta.added, delta.removed, delta.changed]).toEqual([[], [], []]);
  // A hard link to nothing is no file to one, and an entry to the other: engines refuse such a layer.
  const links = listings.some((one) => [...one].some(({ kind }) => kind === 'hardlink'));
  const hidden = hiddenIn(listings, files.keys());
  for (const [path, { layer, kind }] of links ? [] : files) {
    if (kind === 'file') expect([path, hidden(layer, path)]).toEqual([path, undefined]);
  }
  return listings.length;
}
