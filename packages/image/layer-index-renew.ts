import type { Collector, FileFacts } from '#inventory';

import type { LayerIndex, SectionName } from './layer-index.ts';
import { factsPart, fileOf, magic, type Part } from './layer-index-write.ts';
import { readLayerIndex } from './layer-index-file.ts';
import type { Listing } from './listing.ts';
import { joinPath, type RawPath } from './path.ts';

/** Whose facts are wanted, and of which files. */
export type Wanted = Pick<Collector<unknown>, 'name' | 'version' | 'maxBytes' | 'wants'>;

/** Those that have not looked at the layer, or did so in another version. */
export const staleIn = (index: LayerIndex, collectors: readonly Wanted[]): readonly Wanted[] =>
  collectors.filter((collector) => index.facts(collector) === undefined);

/**
 * The index with the facts of all these collectors, of those that are stale by what it lists: most layers hold no file
 * for a collector, and such a layer need not be read for a new version of it. All else stays as it is, byte for byte.
 * Undefined where only the bytes of the layer can tell.
 */
export function renewed(index: LayerIndex, collectors: readonly Wanted[]): LayerIndex | undefined {
  const parts: Part[] = [];
  for (const collector of staleIn(index, collectors)) {
    const found = factsByName(index.listing, collector);
    if (found === undefined) return undefined;
    parts.push(factsPart(collector.name, collector.version, found));
  }
  return parts.length === 0 ? index : replaced(index, parts);
}

/** The index with what a later walk over the same layer found for those that are stale; all else stays as it is. */
export function joined(
  index: LayerIndex,
  walked: LayerIndex,
  collectors: readonly Wanted[],
): LayerIndex {
  const stale = new Set(staleIn(index, collectors).map(({ name }) => `facts:${name}`));
  return replaced(
    index,
    partsIn(walked).filter(({ name }) => stale.has(name)),
  );
}

/** What a walk would find where each file that is wanted cannot be read; undefined where one can. */
function factsByName(listing: Listing, collector: Wanted): readonly FileFacts<never>[] | undefined {
  const files = new Map<RawPath, FileFacts<never>>();
  for (let at = 0; at < listing.count; at++) {
    const kind = listing.kind(at);
    const folder = listing.folders[listing.folder(at)];
    if (folder === undefined || !(kind === 'file' || kind === 'hardlink')) continue;
    const path = joinPath(folder, listing.name(at));
    const sizeBytes = listing.sizeBytes(at);
    if (!collector.wants(path, sizeBytes)) continue;
    if (kind === 'file' && sizeBytes <= collector.maxBytes) return undefined;
    files.delete(path);
    files.set(path, { path, facts: [], unread: true });
  }
  return [...files.values()];
}

function replaced(index: LayerIndex, parts: readonly Part[]): LayerIndex {
  const names = new Set(parts.map(({ name }) => name));
  const kept = partsIn(index).filter(({ name }) => !names.has(name));
  const file = fileOf(index.header, [...kept, ...parts]);
  return readLayerIndex(file, 'the index of a layer');
}

/** Sections as they lie in the file of an index. */
function partsIn({ header: { sections }, bytes }: LayerIndex): readonly Part[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = magic.length + 4 + 32 + file.readUInt32LE(magic.length);
  return Object.entries(sections).flatMap(([name, section]): readonly Part[] => {
    if (section === undefined) return [];
    const { offset, ...rest } = section;
    const at = start + offset;
    return [{ name: name as SectionName, ...rest, body: file.subarray(at, at + rest.lengthBytes) }];
  });
}
