import { planCopy, type Sources, type Step } from './copy-plan.ts';
import type { Descriptor } from './descriptor.ts';
import type { Digest } from './digest.ts';
import { inParallel } from './parallel.ts';
import type { Repository } from './repository.ts';

export interface CopyRequest {
  readonly from: Repository;
  readonly to: Repository;
  /** A manifest or an index in `from`. */
  readonly root: Descriptor;
  readonly signal: AbortSignal;
  readonly concurrency?: number;
  /** Where content is that `from` does not hold: a builder's layout may lack the layers of the base. */
  readonly elsewhere?: ReadonlyMap<Digest, Repository>;
  /** Also what refers to the image or to a manifest in it, and what refers to that. */
  readonly withReferrers?: boolean;
  /** Bytes of blobs that are in `to`, of those that belong there. */
  readonly onProgress?: (doneBytes: number, ofBytes: number) => void;
}
export interface Copied {
  /** Of blobs and manifests that went over. */
  readonly copiedBytes: number;
  /** Counts of blobs and manifests. */
  readonly copied: number;
  readonly mounted: number;
  /** They were there. */
  readonly skipped: number;
}

/**
 * Copies an image by digest: blobs in parallel, then manifests, children first, so that whoever finds a
 * manifest finds all that it names. Names are not copied. What is there is skipped, so that a copy that broke
 * off goes on where it ended.
 * @throws NotThere, Corrupt, and what the repositories throw; the first error ends it
 */
export async function copy(request: CopyRequest): Promise<Copied> {
  const {
    from,
    to,
    signal,
    concurrency = 4,
    elsewhere = new Map(),
    withReferrers = false,
  } = request;
  const sources = { from, elsewhere, withReferrers, concurrency, signal };
  const plan = await planCopy(request.root, sources);
  const ofBytes = plan.blobs.reduce((sum, { size }) => sum + size, 0);
  const count = { copiedBytes: 0, copied: 0, mounted: 0, skipped: 0 };
  const add = (outcome: Outcome, bytes: number): void => {
    count[counters[outcome]]++;
    if (outcome === 'stored') count.copiedBytes += bytes;
  };
  let doneBytes = 0;
  await inParallel(plan.blobs, sources, async (blob, stop) => {
    add(await putBlob(blob, to, { ...sources, signal: stop }), blob.size);
    doneBytes += blob.size;
    request.onProgress?.(doneBytes, ofBytes);
  });
  for (const group of plan.groups) {
    await inParallel(group, sources, async (step) => {
      add(await putManifest(step, to), step.bytes.length);
    });
  }
  return count;
}

type Outcome = Awaited<ReturnType<Repository['putBlob']>>;
const counters = { stored: 'copied', mounted: 'mounted', there: 'skipped' } as const;

async function putBlob(
  blob: Descriptor,
  to: Repository,
  { from, elsewhere, signal }: Sources,
): Promise<Outcome> {
  const other = elsewhere.get(blob.digest);
  const source = other === undefined || (await from.hasBlob(blob.digest)) ? from : other;
  return to.putBlob(blob, (start) => source.blob(blob, { from: start, signal }), {
    signal,
    ...(source.key === to.key ? { mount: source } : {}),
  });
}

async function putManifest(step: Step, to: Repository): Promise<Outcome> {
  // One with a subject is stored again: it may be there and not yet be among the referrers.
  if (!step.hasSubject && (await to.resolve(step.descriptor.digest)) !== undefined) return 'there';
  await to.putManifest(step.bytes, step.mediaType);
  return 'stored';
}
