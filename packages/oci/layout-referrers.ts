import { mediaType, type Descriptor } from './descriptor.ts';
import type { Digest } from './digest.ts';
import { Denied, NotThere } from './errors.ts';
import { maxManifestBytes } from './json.ts';
import type { LayoutBlobs } from './layout-blobs.ts';
import {
  describedAs,
  emptyIndex,
  formatIndex,
  parseIndex,
  standing,
  withEntry,
  withName,
  withoutDigest,
  withoutName,
  type LayoutIndex,
} from './layout-index.ts';
import { asManifest, asReferrer, guessMediaType } from './manifest.ts';
import { referrersTag } from './referrers-tag.ts';

interface Listing {
  readonly blobs: LayoutBlobs;
  readonly where: string;
  readonly artifactType?: string | undefined;
}

/** As long as an `index.json` may be. */
const maxListBytes = 32 * 1024 * 1024;

/**
 * Referrers in an OCI layout: no standard says where they stand. They are kept as an index under the tag of
 * the distribution specification's fallback, which oras and regctl list; those that other tools left as
 * entries of `index.json` without a name are read too. A list that was
 * replaced stays as a blob until its layout is written again: a reader may be about to open it.
 * @param artifactType what the list calls otherwise is not opened: a list may be long
 */
export async function* referrersIn(
  index: LayoutIndex,
  subject: Digest,
  { blobs, where, artifactType }: Listing,
): AsyncGenerator<Descriptor, void, undefined> {
  const kept = (await keptFor(index, subject, { blobs, where })) ?? emptyIndex;
  const seen = new Set<Digest>();
  for (const entry of [
    ...kept.entries,
    ...index.entries.filter(({ name }) => name === undefined),
  ]) {
    if (!mayBe(entry.raw.artifactType, artifactType)) continue;
    const { descriptor } = entry;
    if (descriptor === undefined || seen.has(descriptor.digest)) continue;
    seen.add(descriptor.digest);
    const found = await opened(descriptor, blobs);
    if (found === 'gone') throw new NotThere(descriptor.digest, where);
    // What an index says of its entries is hearsay: the manifest itself tells subject, type and annotations.
    if (found?.manifest.subject?.digest === subject)
      yield asReferrer(found.descriptor, found.manifest);
  }
}

/** Some tools leave the type out, or call everything empty. */
const mayBe = (listed: unknown, wanted: string | undefined): boolean =>
  wanted === undefined ||
  typeof listed !== 'string' ||
  listed === '' ||
  listed === mediaType.empty ||
  listed === wanted;

/** Adds a manifest to the referrers of its subject. The blob of the new list is written, `index.json` is not. */
export async function withReferrer(
  index: LayoutIndex,
  subject: Digest,
  referrer: Descriptor,
  at: { readonly blobs: LayoutBlobs; readonly where: string },
): Promise<LayoutIndex> {
  const kept = (await keptFor(index, subject, at)) ?? emptyIndex;
  if (describedAs(kept, referrer.digest) !== undefined) return index;
  return keeping(index, subject, withEntry(kept, referrer), at.blobs);
}

/** Does the list that is kept for a subject name this manifest? */
export async function hasReferrer(
  index: LayoutIndex,
  subject: Digest,
  referrer: Digest,
  at: { readonly blobs: LayoutBlobs; readonly where: string },
): Promise<boolean> {
  const kept = await keptFor(index, subject, at);
  return kept !== undefined && describedAs(kept, referrer) !== undefined;
}

/** Takes a manifest off the referrers of its subject. */
export async function withoutReferrer(
  index: LayoutIndex,
  subject: Digest,
  referrer: Digest,
  at: { readonly blobs: LayoutBlobs; readonly where: string },
): Promise<LayoutIndex> {
  const kept = await keptFor(index, subject, at);
  if (kept === undefined || describedAs(kept, referrer) === undefined) return index;
  const fewer = withoutDigest(kept, referrer);
  if (fewer.entries.length > 0) return keeping(index, subject, fewer, at.blobs);
  return withoutName(index, referrersTag(subject));
}

async function keptFor(
  index: LayoutIndex,
  subject: Digest,
  { blobs, where }: { readonly blobs: LayoutBlobs; readonly where: string },
): Promise<LayoutIndex | undefined> {
  const descriptor = standing(index, referrersTag(subject), where);
  if (descriptor === undefined) return undefined;
  const bytes = await blobs.read(descriptor.digest, maxListBytes);
  if (bytes === undefined) throw new NotThere(descriptor.digest, where);
  return parseIndex(bytes, `${descriptor.digest} in ${where}`, { maxBytes: maxListBytes });
}

async function keeping(
  index: LayoutIndex,
  subject: Digest,
  list: LayoutIndex,
  blobs: LayoutBlobs,
): Promise<LayoutIndex> {
  const bytes = formatIndex(list);
  // What is once longer than is read could never be read again, nor made shorter.
  if (bytes.byteLength > maxListBytes) {
    throw new Denied(
      `listing another referrer of ${subject}`,
      `the list would have more than ${maxListBytes} bytes`,
    );
  }
  return withName(index, referrersTag(subject), await blobs.put(bytes, mediaType.index));
}

/** Undefined for what is no manifest. */
async function opened(entry: Descriptor, blobs: LayoutBlobs) {
  const size = await blobs.size(entry.digest);
  if (size === undefined) return 'gone';
  const bytes = await blobs.read(entry.digest, maxManifestBytes);
  const mediaType = bytes && guessMediaType(bytes);
  if (bytes === undefined || mediaType === undefined) return undefined;
  const manifest = asManifest(bytes, mediaType);
  const descriptor = { mediaType, digest: entry.digest, size: bytes.length };
  return manifest && { descriptor, manifest };
}
