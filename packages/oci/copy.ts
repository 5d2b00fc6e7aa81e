import { planCopy, type Known, type Sources, type Step } from './copy-plan.ts';
import { Standing } from './copy-standing.ts';
import { counted, Tally } from './copy-tally.ts';
import type { Descriptor } from './descriptor.ts';
import { algorithmOf, type Digest } from './digest.ts';
import { TagImmutable, TagMoved } from './errors.ts';
import { inParallel } from './parallel.ts';
import type { Tag } from './reference.ts';
import type { Repository } from './repository.ts';

export interface CopyRequest {
  readonly from: Repository;
  readonly to: Repository;
  /** A manifest or an index in `from`. */
  readonly root: Descriptor;
  /** More of them, which share what they have in common. */
  readonly also?: readonly Descriptor[];
  readonly signal: AbortSignal;
  readonly concurrency?: number;
  /** Where content is that `from` does not hold: a builder's layout may lack the layers of the base. */
  readonly elsewhere?: ReadonlyMap<Digest, Repository>;
  /** Manifests that were read before, or made and are nowhere yet. */
  readonly known?: ReadonlyMap<Digest, Known>;
  /** Also what refers to the image or to a manifest in it, and what refers to that. */
  readonly withReferrers?: boolean;
  /** Also cosign's tags of the image and of the manifests in it; by default as `withReferrers`. */
  readonly withCosignTags?: boolean;
  /** All tags of `from`, where they were listed: then cosign's are not asked for one by one. */
  readonly tags?: ReadonlySet<string>;
  /** Shared with other copies into `to`: what one of them has brought the others do not ask for. */
  readonly standing?: Standing;
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
  /** Cosign's tags that stand on something else in `to`, and were left there: nobody's signatures are lost. */
  readonly kept: readonly Tag[];
}

/**
 * Copies images by digest: blobs in parallel, then manifests, children first, so that whoever finds a
 * manifest finds all that it names. But for cosign's, names are not copied. What is there is skipped, so that a copy
 * that broke off goes on where it ended.
 * @throws NotThere, Corrupt, and what the repositories throw; the first error ends it
 */
export async function copy(request: CopyRequest): Promise<Copied> {
  const { from, root, also = [], signal, concurrency = 4, withReferrers = false } = request;
  const { withCosignTags = withReferrers, elsewhere = new Map(), known = new Map() } = request;
  const limits = { concurrency, signal };
  const wide = { concurrency: concurrency * smallPerLarge, signal };
  const sources = { from, elsewhere, known, withReferrers, withCosignTags, tags: request.tags };
  const roots = [root, ...also];
  const plan = await planCopy(roots, { ...sources, ...wide });
  const work = new Work(request, { ...sources, ...limits });
  const tally = new Tally(plan.blobs, request.onProgress);
  const [large, small] = bySize(plan.blobs);
  await inParallel(large, limits, (blob, stop) => work.blob(blob, tally, stop));
  await inParallel(small, wide, (blob, stop) => work.blob(blob, tally, stop));
  for (const group of plan.groups) {
    // Those with a subject wait for its list to settle more than they send.
    const all = { concurrency: group.length, signal };
    await inParallel(group, all, (step) => work.manifest(step));
  }
  return work.copied();
}

/** Of small content each takes several round trips and hardly any bytes: repositories bound requests by themselves. */
const smallPerLarge = 4;
const largeBytes = 1024 * 1024;

const bySize = (blobs: readonly Descriptor[]) =>
  [
    blobs.filter(({ size }) => size >= largeBytes),
    blobs.filter(({ size }) => size < largeBytes),
  ] as const;

type Outcome = Awaited<ReturnType<Repository['putBlob']>>;
const counters = { stored: 'copied', mounted: 'mounted', there: 'skipped' } as const;

/** What one copy does, and what came of it. */
class Work {
  readonly #to: Repository;
  readonly #sources: Sources;
  readonly #standing: Standing;
  readonly #count = { copiedBytes: 0, copied: 0, mounted: 0, skipped: 0 };
  readonly #kept: Tag[] = [];
  /** What was not there before. */
  readonly #new = new Set<Digest>();

  constructor({ to, standing = new Standing() }: CopyRequest, sources: Sources) {
    this.#to = to;
    this.#sources = sources;
    this.#standing = standing;
  }

  copied(): Copied {
    return { ...this.#count, kept: this.#kept.sort() };
  }

  async blob(blob: Descriptor, tally: Tally, signal: AbortSignal): Promise<void> {
    const put = async () => this.#putBlob(blob, tally, signal);
    this.#add(await this.#standing.once(blob.digest, put), blob);
    tally.end(blob);
  }

  async #putBlob(blob: Descriptor, tally: Tally, signal: AbortSignal): Promise<Outcome> {
    const { from, elsewhere } = this.#sources;
    const other = elsewhere.get(blob.digest);
    const source = other === undefined || (await from.hasBlob(blob.digest)) ? from : other;
    const open = async (start: number) => {
      const stream = await source.blob(blob, { from: start, signal, unchecked: true });
      return counted(stream, tally.begin(blob, start));
    };
    const mount = source.key === this.#to.key ? { mount: source } : {};
    return this.#to.putBlob(blob, open, { signal, ...mount });
  }

  async manifest(step: Step): Promise<void> {
    const { descriptor, tags } = step;
    const outcome =
      tags.length === 0
        ? await this.#standing.once(descriptor.digest, async () => this.#putManifest(step))
        : await this.#nameAll(step, tags);
    this.#add(outcome, descriptor);
  }

  async #nameAll(step: Step, tags: readonly Tag[]): Promise<Outcome> {
    let outcome: Outcome = 'there';
    for (const tag of tags) {
      if ((await this.#name(step, tag)) === 'stored') outcome = 'stored';
    }
    return outcome;
  }

  async #putManifest(step: Step): Promise<Outcome> {
    const { descriptor, bytes, mediaType, hasSubject, parts } = step;
    const { digest } = descriptor;
    // One with a subject is stored again: it may be there and not yet be among the referrers. One of whose parts
    // something was missing is stored without a question: it was hardly there, and storing takes no more than asking.
    const mayBeThere = !hasSubject && !parts.some((part) => this.#new.has(part));
    if (mayBeThere && (await this.#to.resolve(digest)) !== undefined) return 'there';
    await this.#to.putManifest(bytes, mediaType, { algorithm: algorithmOf(digest) });
    return 'stored';
  }

  /** Cosign's tag for a manifest. What stands under it there may be somebody else's signature: it stays. */
  async #name({ descriptor: { digest }, bytes, mediaType }: Step, tag: Tag): Promise<Outcome> {
    try {
      await this.#to.tag(tag, bytes, mediaType, 'absent', { algorithm: algorithmOf(digest) });
      return 'stored';
    } catch (error) {
      if (!(error instanceof TagMoved || error instanceof TagImmutable)) throw error;
      const found = await this.#to.resolve(tag);
      if (found === undefined) throw error;
      if (found.digest !== digest) this.#kept.push(tag);
      return 'there';
    }
  }

  #add(outcome: Outcome, { digest, size }: Descriptor): void {
    this.#count[counters[outcome]]++;
    if (outcome === 'stored') this.#count.copiedBytes += size;
    if (outcome !== 'there') this.#new.add(digest);
  }
}
