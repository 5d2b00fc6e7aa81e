import { mediaType, type Descriptor } from './descriptor.ts';
import type { Digest } from './digest.ts';
import { Corrupt } from './errors.ts';
import { asListed, asManifest, asReferrer } from './manifest.ts';
import { referrersTag } from './referrers-tag.ts';
import type { Complaint } from './registry-answer.ts';
import type { RegistryClient } from './registry-client.ts';
import { entriesOf, KeptReferrers } from './registry-kept.ts';
import { readManifest } from './registry-manifests.ts';
import type { Stored } from './registry-put.ts';
import { pages } from './registry-pages.ts';
import type { RecentManifests } from './registry-recent.ts';
import { backoffMs, tries } from './registry-retry.ts';

/** Registries without the list say so in several ways. */
const none = [400, 404, 405, 501];
const mostReferrers = 100_000;
const atOnce = 8;
/** After so many answers that there is no such list, and none that there is, it is no longer asked for. */
const enough = 3;

/**
 * What refers to a manifest: by the registry's own list, and by the one that its clients keep under a tag where it
 * has none, or had none when they wrote.
 */
export class Referrers {
  readonly #client: RegistryClient;
  readonly #recent: RecentManifests;
  readonly #kept: KeptReferrers;
  /** How often it was said in this repository that there is no list. Others of the registry may be kept elsewhere. */
  #without = 0;

  constructor(client: RegistryClient, recent: RecentManifests) {
    this.#client = client;
    this.#recent = recent;
    this.#kept = new KeptReferrers(client);
  }

  /**
   * Type and annotations are those of the manifests themselves: a registry makes its list of them, and those on a
   * list that clients keep are opened, since anybody may write anything there.
   * @param lists tags of lists that clients keep, where it is known that there are no others
   * @throws Corrupt when a list is none, or has no end
   */
  async *list(
    subject: Digest,
    artifactType?: string,
    lists?: ReadonlySet<string>,
  ): AsyncGenerator<Descriptor> {
    const seen = new Set<Digest>();
    const isNew = ({ digest }: Descriptor): boolean => {
      if (seen.size >= mostReferrers) {
        throw new Corrupt(this.#what(subject), `it has more than ${mostReferrers} entries`);
      }
      // A list on several pages may repeat itself.
      const sizeBefore = seen.size;
      return seen.add(digest).size > sizeBefore;
    };
    const isAsked = this.#without < enough;
    for await (const page of isAsked ? this.#listed(subject, artifactType) : []) {
      const fresh = (page ?? []).filter(isNew);
      for (const found of fresh) {
        const entry =
          found.artifactType === undefined ? await this.#opened(found, subject) : asListed(found);
        // A registry may pass the filter over.
        if (isOfType(entry, artifactType)) yield entry;
      }
    }
    if (lists?.has(referrersTag(subject)) === false) return;
    const kept = (await this.#kept.read(subject)).filter(isNew);
    for (let at = 0; at < kept.length; at += atOnce) {
      const some = kept.slice(at, at + atOnce).map(async (each) => this.#opened(each, subject));
      for (const entry of await Promise.all(some)) if (isOfType(entry, artifactType)) yield entry;
    }
  }

  /**
   * Sees to it that a manifest that is being stored is then on a list of its subject.
   * @param stored what the registry answers; where it says that it does so by itself, that is looked up once.
   * Undefined: there was nothing to store
   * @throws what `stored` does
   */
  async attach(
    subject: Digest,
    entry: Descriptor,
    stored: Promise<Stored | undefined>,
  ): Promise<void> {
    const belongs = stored.then(
      async (answer) =>
        answer !== undefined && !(answer.knowsSubject && (await this.#lists(subject, entry))),
    );
    await this.#kept.add(subject, entry, belongs);
  }

  /** Does the registry list what it says that it lists? */
  async #lists(subject: Digest, entry: Descriptor): Promise<boolean> {
    const { host } = this.#client;
    host.listsReferrers ??= await this.#isThere(subject, entry);
    return host.listsReferrers === true;
  }

  /** Takes a manifest off the list of its subject, where clients keep one. */
  async drop(subject: Digest, dropped: Digest): Promise<void> {
    await this.#kept.drop(subject, dropped);
  }

  /** Undefined when the list is there and the manifest is not on it yet: the next one may tell. */
  async #isThere(subject: Digest, { digest, artifactType }: Descriptor) {
    for (let done = 1; done <= tries; done += 1) {
      for await (const page of this.#listed(subject, artifactType)) {
        if (page === undefined) return false;
        if (page.some((each) => each.digest === digest)) return true;
      }
      if (done < tries) await this.#client.wait(backoffMs(done));
    }
    return undefined;
  }

  /** The pages of the registry's own list; one that is undefined when it has none. */
  async *#listed(subject: Digest, artifactType: string | undefined) {
    const what = this.#what(subject);
    const filter = artifactType === undefined ? {} : { artifactType };
    const url = this.#client.url(`referrers/${subject}`, filter);
    const onNone = (status: number, { codes }: Complaint) => {
      // What is not there yet, or is refused for what it says, tells nothing of the list itself.
      const isOfSubject = status === 400 || codes.some((code) => code.endsWith('_UNKNOWN'));
      if (!isOfSubject) this.#without += 1;
    };
    const how = { what, none, onNone, accept: mediaType.index };
    for await (const page of pages(this.#client, url, how)) {
      if (page !== undefined) this.#without = Number.NEGATIVE_INFINITY;
      yield page && entriesOf(page.bytes, what);
    }
  }

  /** Undefined for what is not there, is no manifest, or refers to something else. */
  async #opened({ digest }: Descriptor, subject: Digest): Promise<Descriptor | undefined> {
    const found = await readManifest(this.#client, digest);
    if (found === undefined) return undefined;
    const { descriptor, bytes } = found;
    this.#recent.keep(found);
    const manifest = asManifest(bytes, descriptor.mediaType);
    return manifest?.subject?.digest === subject ? asReferrer(descriptor, manifest) : undefined;
  }

  #what(subject: Digest): string {
    return `the list of referrers of ${this.#client.name}@${subject}`;
  }
}

const isOfType = (
  entry: Descriptor | undefined,
  artifactType: string | undefined,
): entry is Descriptor =>
  entry !== undefined && (artifactType === undefined || entry.artifactType === artifactType);
