import { mediaType, type Descriptor } from './descriptor.ts';
import type { Digest } from './digest.ts';
import { Corrupt } from './errors.ts';
import { asReferrer, parseManifest } from './manifest.ts';
import type { RegistryClient } from './registry-client.ts';
import { KeptReferrers, manifestsOf } from './registry-kept.ts';
import { readManifest } from './registry-manifests.ts';
import { pages } from './registry-pages.ts';
import { backoffMs, tries } from './registry-retry.ts';

/** Registries without the list say so in several ways. */
const none = [400, 404, 405, 501];
const mostReferrers = 100_000;
const atOnce = 8;

/**
 * What refers to a manifest: by the registry's own list, and by the one that its clients keep under a tag where it
 * has none, or had none when they wrote.
 */
export class Referrers {
  readonly #client: RegistryClient;
  readonly #kept: KeptReferrers;

  constructor(client: RegistryClient) {
    this.#client = client;
    this.#kept = new KeptReferrers(client);
  }

  /**
   * Type and annotations are those of the manifests themselves: a registry makes its list of them, and those on a
   * list that clients keep are opened, since anybody may write anything there.
   * @throws Corrupt when a list is none, or has no end
   */
  async *list(subject: Digest, artifactType?: string): AsyncGenerator<Descriptor> {
    const seen = new Set<Digest>();
    const isNew = ({ digest }: Descriptor): boolean => {
      if (seen.size >= mostReferrers) {
        throw new Corrupt(this.#what(subject), `it has more than ${mostReferrers} entries`);
      }
      // A list on several pages may repeat itself.
      const sizeBefore = seen.size;
      return seen.add(digest).size > sizeBefore;
    };
    for await (const page of this.#listed(subject, artifactType)) {
      const fresh = (page ?? []).filter(isNew);
      for (const found of fresh) {
        const entry = found.artifactType === undefined ? await this.#opened(found, subject) : found;
        // A registry may pass the filter over.
        if (isOfType(entry, artifactType)) yield entry;
      }
    }
    const kept = (await this.#kept.read(subject)).filter(isNew);
    for (let at = 0; at < kept.length; at += atOnce) {
      const some = kept.slice(at, at + atOnce).map(async (each) => this.#opened(each, subject));
      for (const entry of await Promise.all(some)) if (isOfType(entry, artifactType)) yield entry;
    }
  }

  /**
   * Sees to it that a manifest that was stored is on a list of its subject.
   * @param isListed the registry said that it does so by itself; whether that is true is looked up once
   */
  async attach(subject: Digest, entry: Descriptor, isListed: boolean): Promise<void> {
    const { host } = this.#client;
    if (isListed && host.listsReferrers === undefined) {
      host.listsReferrers = await this.#isThere(subject, entry);
    }
    if (!isListed || host.listsReferrers !== true) await this.#kept.add(subject, entry);
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
    for await (const page of pages(this.#client, url, { what, none, accept: mediaType.index })) {
      yield page && manifestsOf(page.bytes, what);
    }
  }

  /** Undefined for what is not there, or refers to something else. */
  async #opened({ digest }: Descriptor, subject: Digest): Promise<Descriptor | undefined> {
    const found = await readManifest(this.#client, digest);
    if (found === undefined) return undefined;
    const { descriptor, bytes } = found;
    const what = `the manifest ${this.#client.name}@${digest}`;
    const manifest = parseManifest(bytes, descriptor.mediaType, what);
    return manifest.subject?.digest === subject ? asReferrer(descriptor, manifest) : undefined;
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
