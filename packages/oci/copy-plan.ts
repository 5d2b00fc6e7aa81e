import { Failed } from '#io';

import { isIndexType, isManifestType, type Descriptor } from './descriptor.ts';
import { algorithmOf, type Digest } from './digest.ts';
import { Corrupt, NotThere } from './errors.ts';
import { children, parseManifest } from './manifest.ts';
import { inParallel } from './parallel.ts';
import type { Repository } from './repository.ts';

/** A manifest to copy, and what has to be there before it. */
export interface Step {
  readonly descriptor: Descriptor;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly hasSubject: boolean;
  /** Digests of other steps. */
  readonly after: readonly Digest[];
}
export interface Plan {
  /** Groups in their order; those of one group do not need each other. */
  readonly groups: readonly (readonly Step[])[];
  readonly blobs: readonly Descriptor[];
}
export interface Sources {
  readonly from: Repository;
  readonly elsewhere: ReadonlyMap<Digest, Repository>;
  readonly withReferrers: boolean;
  readonly concurrency: number;
  readonly signal: AbortSignal;
}

// What a hostile image may make us read and keep. The largest honest ones have some dozens of manifests.
const maxManifests = 10_000;
const maxBytes = 256 * 1024 * 1024;
const maxLevels = 16;

// Not to be distributed: https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#non-distributable-layers
const staysWhereItIs = /\.(?:nondistributable|foreign)\./;

/**
 * Reads all manifests below `root`, level by level, each once.
 * @throws NotThere when one is missing; Corrupt when there are too many
 */
export async function planCopy(root: Descriptor, sources: Sources): Promise<Plan> {
  const steps = new Map<Digest, Step>();
  const blobs = new Map<Digest, Descriptor>();
  let level: readonly Descriptor[] = [root];
  for (let depth = 0, bytes = 0; level.length > 0; depth++) {
    if (depth === maxLevels)
      throw new Corrupt(root.digest, `it is more than ${maxLevels} levels deep`);
    const next = new Map<Digest, Descriptor>();
    await inParallel(level, sources, async (descriptor) => {
      const { step, below, contents } = await read(descriptor, sources);
      steps.set(descriptor.digest, step);
      for (const each of below) next.set(each.digest, each);
      for (const each of contents) blobs.set(each.digest, each);
      bytes += step.bytes.length;
      if (bytes > maxBytes || steps.size + next.size > maxManifests) {
        throw new Corrupt(
          root.digest,
          `more than ${maxManifests} manifests or ${maxBytes} bytes of them hang on it`,
        );
      }
    });
    level = [...next.values()].filter(({ digest }) => !steps.has(digest));
  }
  return { groups: inOrder(steps), blobs: [...blobs.values()] };
}

async function read(descriptor: Descriptor, sources: Sources) {
  const { digest } = descriptor;
  if (algorithmOf(digest) !== 'sha256') {
    throw new Failed(
      3,
      'unsupported',
      `${digest} cannot be copied: manifests are stored by sha256`,
    );
  }
  const { bytes, mediaType } = await manifestOf(descriptor, sources);
  const manifest = parseManifest(bytes, mediaType, digest);
  const parts = children(manifest).filter((part) => !staysWhereItIs.test(part.mediaType));
  const manifests = parts.filter(isManifest);
  const referrers: Descriptor[] = [];
  if (sources.withReferrers) {
    for await (const referrer of sources.from.referrers(digest)) referrers.push(referrer);
  }
  const after = manifests.map((each) => each.digest);
  if (sources.withReferrers && manifest.subject !== undefined) after.push(manifest.subject.digest);
  return {
    step: { descriptor, bytes, mediaType, hasSubject: manifest.subject !== undefined, after },
    below: [...manifests, ...referrers],
    contents: parts.filter((part) => !isManifest(part)),
  };
}

const isManifest = ({ mediaType }: Descriptor): boolean =>
  isIndexType(mediaType) || isManifestType(mediaType);

async function manifestOf({ digest, size }: Descriptor, { from, elsewhere }: Sources) {
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
  return groups.filter((group) => group.length > 0);
}
