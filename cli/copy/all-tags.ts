import type { Io } from '#io';
import {
  copy,
  descriptorAnnotations,
  inParallel,
  isCosignTag,
  tagList,
  NotThere,
  Standing,
  type Copied,
  type CopyRequest,
  type Repository,
  type Tag,
} from '#oci';

import type { CopiedName } from './document.ts';
import { writeName, type NameRules } from './names.ts';

/** So many images at a time: their manifests are in memory. */
const batch = 50;
/** While some wait for nothing but time to pass, others are read and written. */
const abreast = 2;
/** Repositories bound their requests by themselves. */
const concurrency = 16;
/** Of large blobs, in all that goes on. */
const transfers = 4;

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
  const { to, rules } = how;
  const { tags, repository: from } = await tagList(how.from);
  const images = tags.filter((tag) => !isCosignTag(tag));
  if (images.length === 0) throw new NotThere('a tag', from.name);
  const batches = inBatches(images);
  const lanes = Math.min(abreast, batches.length);
  const shared = {
    ...how,
    from,
    standing: new Standing(),
    tags: new Set<string>(tags),
    concurrency: transfers / lanes,
  };
  const names: CopiedName[] = [];
  let [sum, done] = [nothing, 0];
  await io.log.step(`Copied ${images.length} tags of ${from.name}`, async (progress) => {
    await inParallel(batches, { concurrency: lanes, signal: io.signal }, async (some, signal) => {
      const found = await manifestsOf(from, some, signal);
      const copied = await copyFound(found, { ...shared, signal });
      sum = added(sum, copied);
      await inParallel(found, { concurrency, signal }, async ([tag, image]) => {
        const annotations = await descriptorAnnotations(how.from, image.descriptor.digest);
        names.push(await writeName(to, { tag, ...image, annotations }, rules));
      });
      done += some.length;
      progress(done, images.length, 'steps');
    });
  });
  return { copied: sum, names: names.sort((a, b) => (a.tag < b.tag ? -1 : 1)) };
}

const inBatches = (tags: readonly Tag[]): readonly (readonly Tag[])[] =>
  Array.from({ length: Math.ceil(tags.length / batch) }, (_, index) =>
    tags.slice(index * batch, (index + 1) * batch),
  );

async function copyFound(
  found: ReadonlyMap<Tag, Found>,
  how: Omit<CopyRequest, 'root' | 'also' | 'known'>,
): Promise<Copied> {
  const images = [...found.values()];
  const roots = new Map(images.map(({ descriptor }) => [descriptor.digest, descriptor]));
  const known = new Map(
    images.map(({ descriptor: { digest, mediaType }, bytes }) => [digest, { bytes, mediaType }]),
  );
  const [root, ...also] = roots.values();
  return root === undefined ? nothing : copy({ ...how, root, also, known });
}

const nothing: Copied = { copied: 0, mounted: 0, skipped: 0, copiedBytes: 0, kept: [] };

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
