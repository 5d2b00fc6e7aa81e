import type { Io } from '#io';
import {
  copy,
  inParallel,
  isCosignTag,
  NotThere,
  type Copied,
  type Digest,
  type Repository,
  type Tag,
} from '#oci';

import type { CopiedName } from './document.ts';
import { writeName, type NameRules } from './names.ts';

/** So many images at a time: their manifests are in memory. */
const batch = 100;
/** Repositories bound their requests by themselves. */
const concurrency = 16;

interface How {
  readonly from: Repository;
  readonly to: Repository;
  readonly rules: NameRules;
  readonly withReferrers: boolean;
  readonly withCosignTags: boolean;
}
type Found = NonNullable<Awaited<ReturnType<Repository['manifest']>>>;

/** Copies every image that has a tag, and each tag once all of its image is there. */
export async function copyAllTags(
  io: Io,
  how: How,
): Promise<{ readonly copied: Copied; readonly names: readonly CopiedName[] }> {
  const { from, to, rules } = how;
  const tags = await listOf(from.tags());
  const images = tags.filter((tag) => !isCosignTag(tag));
  if (images.length === 0) throw new NotThere('a tag', from.name);
  const standing = new Set<Digest>();
  const names: CopiedName[] = [];
  let sum: Copied = { copied: 0, mounted: 0, skipped: 0, copiedBytes: 0, kept: [] };
  await io.log.step(`Copied ${images.length} tags of ${from.name}`, async (progress) => {
    for (let at = 0; at < images.length; at += batch) {
      const found = await manifestsOf(from, images.slice(at, at + batch), io.signal);
      const copied = await copyFound(io, found, { ...how, standing, tags: new Set(tags) });
      sum = added(sum, copied);
      await inParallel(found, { concurrency, signal: io.signal }, async ([tag, image]) => {
        names.push(await writeName(to, { tag, ...image }, rules));
      });
      progress(Math.min(at + batch, images.length), images.length, 'steps');
    }
  });
  return { copied: sum, names: names.sort((a, b) => (a.tag < b.tag ? -1 : 1)) };
}

async function copyFound(
  { signal }: Io,
  found: ReadonlyMap<Tag, Found>,
  how: How & {
    readonly standing: Set<Digest>;
    readonly tags: ReadonlySet<string>;
  },
): Promise<Copied> {
  const roots = new Map(
    [...found.values()].map(({ descriptor }) => [descriptor.digest, descriptor]),
  );
  const known = new Map(
    [...found.values()].map(({ descriptor, bytes }) => [
      descriptor.digest,
      { bytes, mediaType: descriptor.mediaType },
    ]),
  );
  const [root, ...also] = roots.values();
  if (root === undefined) return { copied: 0, mounted: 0, skipped: 0, copiedBytes: 0, kept: [] };
  return copy({ ...how, root, also, known, signal });
}

/** A tag that is removed while its repository is copied is one tag less. */
async function manifestsOf(
  from: Repository,
  tags: readonly Tag[],
  signal: AbortSignal,
): Promise<ReadonlyMap<Tag, Found>> {
  const found = new Map<Tag, Found>();
  await inParallel(tags, { concurrency, signal }, async (tag) => {
    const image = await from.manifest(tag);
    if (image !== undefined) found.set(tag, image);
  });
  return found;
}

const added = (a: Copied, b: Copied): Copied => ({
  copied: a.copied + b.copied,
  mounted: a.mounted + b.mounted,
  skipped: a.skipped + b.skipped,
  copiedBytes: a.copiedBytes + b.copiedBytes,
  kept: [...a.kept, ...b.kept],
});

async function listOf<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
