import type { Package } from '#inventory';
import { Failed, kindOf } from '#io';
import {
  differencesOf,
  factsOf,
  inspect,
  type LayersDocument,
  type LayersFacts,
  type LayersOfPlatform,
  type Look,
  type Subject,
} from '#layers';
import { pinned, type Digest, type Readable } from '#oci';

/** What a look at something that was just built is told besides. */
export interface Origin {
  readonly source: Look['source'];
  readonly owners: Look['owners'];
  /** What it is compared with. */
  readonly before: Subject | undefined;
}

/** Looks into the images of one run. What their layers are like is remembered by digest, and not found out again. */
export class Looks {
  readonly #look: Look;
  readonly #dive: boolean;
  readonly #known = new Map<Digest, Promise<readonly LayersFacts[]>>();

  /** @param how with `dive`, also Dive's numbers are wanted */
  constructor(look: Look, { dive }: { readonly dive: boolean }) {
    this.#look = look;
    this.#dive = dive;
  }

  /** @throws Corrupt, NotThere, and what the repository throws */
  of(repository: Readable, digest: Digest): Promise<readonly LayersFacts[]> {
    const known = this.#known.get(digest);
    if (known !== undefined) return known;
    const facts = this.#facts({ repository, digest, name: repository.name });
    this.#known.set(digest, facts);
    facts.catch(() => this.#known.delete(digest));
    return facts;
  }

  /**
   * Everything there is to say of an image, for a page.
   * @throws as `of`
   */
  async document(subject: Subject, { source, owners, before }: Origin): Promise<LayersDocument> {
    const platforms: LayersOfPlatform[] = [];
    const packages: (readonly Package[])[] = [];
    const [facts, standing]: [LayersFacts[], LayersFacts[]] = [[], []];
    const dive = this.#dive;
    for await (const each of inspect({ ...this.#look, subject, before, source, owners })) {
      platforms.push(each.report);
      packages.push(each.analysis.inventory.packages);
      facts.push(factsOf(each.analysis, { dive }));
      if (each.before !== undefined) standing.push(factsOf(each.before, { dive }));
    }
    this.#known.set(subject.digest, Promise.resolve(facts));
    // Platforms that the new image has not got were not looked at.
    if (before !== undefined && standing.length === platforms.length) {
      this.#known.set(before.digest, Promise.resolve(standing));
    }
    return {
      kind: kindOf('layers'),
      image: pinned(subject.name, subject.digest),
      digest: subject.digest,
      results: [],
      verified: true,
      dockerfile: source?.dockerfile.file ?? null,
      platforms,
      differences: differencesOf(platforms, packages),
      dive: null,
    };
  }

  async #facts(subject: Subject): Promise<readonly LayersFacts[]> {
    const facts: LayersFacts[] = [];
    for await (const { analysis } of inspect({ ...this.#look, subject })) {
      facts.push(factsOf(analysis, { dive: this.#dive }));
    }
    return facts;
  }
}

/** What is only for people to read ends no run that could be done. */
export async function unlessUnknown<T>(
  work: () => Promise<T>,
  otherwise: (why: string) => T,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failed) || error.exit !== 3) throw error;
    return otherwise(error.message);
  }
}
