import { cosignTags } from './copy-cosign.ts';
import { isIndexType, isManifestType, type Descriptor } from './descriptor.ts';
import type { Digest } from './digest.ts';
import { Corrupt, NotThere } from './errors.ts';
import { children, parseManifest } from './manifest.ts';
import { inParallel } from './parallel.ts';
import type { Tag } from './reference.ts';
import type { Repository } from './repository.ts';

/** A manifest to copy, and what has to be there before it. */
export interface Step {
  readonly descriptor: Descriptor;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly hasSubject: boolean;
  /** What it names. */
  readonly parts: readonly Digest[];
  /** Digests of other steps. */
  readonly after: readonly Digest[];
  /** Cosign finds it by these names alone: one for each image that it is about. */
  readonly tags: readonly Tag[];
}
export interface Plan {
  /** Groups in their order; those of one group do not need each other. */
  readonly groups: readonly (readonly Step[])[];
  /** The largest first, so that none of them is begun when the others are done. */
  readonly blobs: readonly Descriptor[];
}
export interface Sources {
  readonly from: Repository;
  readonly elsewhere: ReadonlyMap<Digest, Repository>;
  readonly known: ReadonlyMap<Digest, Known>;
  readonly withReferrers: boolean;
  readonly withCosignTags: boolean;
  /** All tags of `from`. Undefined: they were not listed. */
  readonly tags: ReadonlySet<string> | undefined;
  readonly concurrency: number;
  readonly signal: AbortSignal;
}
/** A manifest that was read before, or made and is nowhere yet. */
export interface Known {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}
/** A manifest that is still to be read. */
interface Next {
  readonly descriptor: Descriptor;
  /** What it tells something about must be there before it. Empty for images. */
  readonly about: readonly Digest[];
  readonly tags: readonly Tag[];
}

// What a hostile image may make us read and keep. The largest honest ones have some dozens of manifests.
const maxManifests = 10_000;
const maxBytes = 256 * 1024 * 1024;
const maxLevels = 16;

// Not to be distributed: https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#non-distributable-layers
const staysWhereItIs = /\.(?:nondistributable|foreign)\./;

/**
 * Reads all manifests below the roots, level by level, each once.
 * @throws NotThere when one is missing; Corrupt when there are too many
 */
export async function planCopy(roots: readonly Descriptor[], sources: Sources): Promise<Plan> {
  const steps = new Map<Digest, Step>();
  const blobs = new Map<Digest, Descriptor>();
  const { digest: what } = roots[0] ?? { digest: 'nothing' };
  let level: readonly Next[] = roots.map((descriptor) => ({ descriptor, about: [], tags: [] }));
  for (let depth = 0, bytes = 0; level.length > 0; depth++) {
    if (depth === maxLevels) throw new Corrupt(what, `it is more than ${maxLevels} levels deep`);
    const next = new Map<Digest, Next>();
    await inParallel(level, sources, async (each) => {
      const { step, below, contents } = await read(each, sources);
      steps.set(each.descriptor.digest, step);
      for (const one of below) {
        next.set(one.descriptor.digest, together(next.get(one.descriptor.digest), one));
      }
      for (const one of contents) blobs.set(one.digest, one);
      bytes += step.bytes.length;
      if (bytes > maxBytes || steps.size + next.size > maxManifests) {
        throw new Corrupt(
          what,
          `more than ${maxManifests} manifests or ${maxBytes} bytes of them hang on it`,
        );
      }
    });
    level = [...next.values()].filter((each) => !wasRead(each, steps));
  }
  return { groups: inOrder(steps), blobs: [...blobs.values()].sort(largestFirst) };
}

/** One that is found in several places. What is an image in one of them is one. */
const together = (one: Next | undefined, other: Next): Next =>
  one === undefined
    ? other
    : {
        descriptor: other.descriptor,
        about: isImage(one) || isImage(other) ? [] : [...one.about, ...other.about],
        tags: [...one.tags, ...other.tags],
      };

const isImage = ({ about }: Next): boolean => about.length === 0;

/** One that was read before may have got another name. */
function wasRead({ descriptor: { digest }, tags }: Next, steps: Map<Digest, Step>): boolean {
  const step = steps.get(digest);
  if (step === undefined) return false;
  steps.set(digest, { ...step, tags: [...new Set([...step.tags, ...tags])] });
  return true;
}

/** Those with one subject go together: their list is then written once for several. */
const bySubject = (a: Step, b: Step): number => {
  const key = ({ after, descriptor }: Step) => `${after.join()} ${descriptor.digest}`;
  return key(a) < key(b) ? -1 : 1;
};

const largestFirst = (a: Descriptor, b: Descriptor): number =>
  b.size - a.size || (a.digest < b.digest ? -1 : 1);

async function read(next: Next, sources: Sources) {
  const { descriptor, about, tags } = next;
  const { digest } = descriptor;
  const { bytes, mediaType } = await manifestOf(descriptor, sources);
  const manifest = parseManifest(bytes, mediaType, digest);
  const parts = children(manifest).filter((part) => !staysWhereItIs.test(part.mediaType));
  const manifests = parts.filter(isManifest);
  const below: Next[] = manifests.map((part) => ({ descriptor: part, about, tags: [] }));
  below.push(...(await evidence(next, sources)));
  const after = [...manifests.map((each) => each.digest), ...about];
  // One that is in an index too comes after what it is about all the same.
  if (manifest.subject !== undefined) after.push(manifest.subject.digest);
  const hasSubject = manifest.subject !== undefined;
  return {
    step: {
      descriptor,
      bytes,
      mediaType,
      hasSubject,
      parts: parts.map((part) => part.digest),
      after,
      tags,
    },
    below,
    contents: parts.filter((part) => !isManifest(part)),
  };
}

/** What refers to a manifest; of an image also what cosign keeps under tags. */
async function evidence(
  next: Next,
  { from, withReferrers, withCosignTags, tags }: Sources,
): Promise<readonly Next[]> {
  const { digest } = next.descriptor;
  const about = [digest];
  const found: Next[] = [];
  if (withReferrers) {
    for await (const descriptor of from.referrers(digest))
      found.push({ descriptor, about, tags: [] });
  }
  if (!withCosignTags || !isImage(next)) return found;
  for (const tag of cosignTags(digest)) {
    if (tags?.has(tag) === false) continue;
    const descriptor = await from.resolve(tag);
    if (descriptor !== undefined) found.push({ descriptor, about, tags: [tag] });
  }
  return found;
}

const isManifest = ({ mediaType }: Descriptor): boolean =>
  isIndexType(mediaType) || isManifestType(mediaType);

async function manifestOf(
  { digest, size }: Descriptor,
  { from, elsewhere, known }: Sources,
): Promise<Known> {
  const before = known.get(digest);
  if (before !== undefined) return before;
  const found = (await from.manifest(digest)) ?? (await elsewhere.get(digest)?.manifest(digest));
  if (found === undefined) throw new NotThere(digest, from.name);
  if (found.bytes.length !== size) {
    throw new Corrupt(digest, `it has ${found.bytes.length} bytes, and ${size} were promised`);
  }
  return { bytes: found.bytes, mediaType: found.descriptor.mediaType };
}

/** Groups by height: what needs nothing first. */
function inOrder(steps: ReadonlyMap<Digest, Step>): readonly (readonly Step[])[] {
  const heights = new Map<Digest, number>();
  const heightOf = (step: Step): number => {
    const known = heights.get(step.descriptor.digest);
    if (known !== undefined) return known;
    // A digest cannot stand in its own content, but a broken repository may say so: the circle ends here.
    heights.set(step.descriptor.digest, 0);
    const below = step.after.flatMap((digest) => steps.get(digest) ?? []).map(heightOf);
    const height = 1 + Math.max(-1, ...below);
    heights.set(step.descriptor.digest, height);
    return height;
  };
  const groups: Step[][] = [];
  for (const step of steps.values()) (groups[heightOf(step)] ??= []).push(step);
  return groups.filter((group) => group.length > 0).map((group) => group.sort(bySubject));
}
