import { mediaType, type Descriptor } from './descriptor.ts';
import { digestOf, type Digest } from './digest.ts';
import { Corrupt, Unreachable } from './errors.ts';
import { isIndex, parseManifest } from './manifest.ts';
import { parseTag, type Tag } from './reference.ts';
import { referrersTag } from './referrers-tag.ts';
import type { RegistryClient } from './registry-client.ts';
import { readManifest, writeManifest } from './registry-manifests.ts';
import { pages } from './registry-pages.ts';

type List = readonly Descriptor[];

const rounds = 40;
const shortestMs = 60;
const spreadMs = 120;
const mostSpread = 6;

const tagOf = (subject: Digest): Tag => parseTag(referrersTag(subject));

/** What refers to a manifest, from the registry's own list or the one that its clients keep under a tag. */
export class Referrers {
  readonly #client: RegistryClient;
  readonly #queues = new Map<Digest, Promise<unknown>>();

  constructor(client: RegistryClient) {
    this.#client = client;
  }

  /** @throws Corrupt when the list is none */
  async *list(subject: Digest, artifactType?: string): AsyncGenerator<Descriptor> {
    const seen = new Set<Digest>();
    for await (const found of this.#all(subject, artifactType)) {
      // A registry may pass the filter over, and a list on several pages may repeat itself.
      if (seen.has(found.digest)) continue;
      seen.add(found.digest);
      if (artifactType === undefined || found.artifactType === artifactType) yield found;
    }
  }

  /** Puts a manifest on the list of its subject, where the registry did not do so by itself. */
  async add(subject: Digest, entry: Descriptor): Promise<void> {
    await this.#change(subject, (list) =>
      list.some(({ digest }) => digest === entry.digest) ? list : [...list, entry],
    );
  }

  /** Takes a manifest off the list of its subject, where clients keep one. */
  async drop(subject: Digest, dropped: Digest): Promise<void> {
    await this.#change(subject, (list) =>
      list.some(({ digest }) => digest === dropped)
        ? list.filter(({ digest }) => digest !== dropped)
        : list,
    );
  }

  async *#all(subject: Digest, artifactType: string | undefined): AsyncGenerator<Descriptor> {
    const client = this.#client;
    const what = `the list of referrers of ${client.name}@${subject}`;
    const url = client.url(
      `referrers/${subject}`,
      artifactType === undefined ? {} : { artifactType },
    );
    // Registries without the list say so in several ways.
    const none = [400, 404, 405, 501];
    for await (const page of pages(client, url, { what, none, accept: mediaType.index })) {
      if (page === undefined) yield* await this.#kept(subject);
      else yield* manifestsOf(page.bytes, what);
    }
  }

  /** The list that clients keep. */
  async #kept(subject: Digest): Promise<List> {
    const found = await readManifest(this.#client, tagOf(subject));
    return found === undefined
      ? []
      : manifestsOf(found.bytes, `the list of referrers of ${this.#client.name}@${subject}`);
  }

  /** One writer of this process after the other; against those of others only looking again helps. */
  async #change(subject: Digest, change: (list: List) => List): Promise<void> {
    const before = this.#queues.get(subject) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(async () => this.#settle(subject, change));
    this.#queues.set(subject, mine);
    await mine;
  }

  /**
   * Reads, writes and reads again until the change is there and nobody else is writing. Nothing makes the two
   * one step, so the waits are for those who read before we wrote; they differ, so that two do not go on
   * together, and grow while others write.
   */
  async #settle(subject: Digest, change: (list: List) => List): Promise<void> {
    let last: string | undefined;
    for (let round = 1; round <= rounds; round += 1) {
      const list = await this.#kept(subject);
      const wanted = change(list);
      const entries = wanted.map(({ digest }) => digest).join();
      if (wanted === list && (last ?? entries) === entries) return;
      if (wanted !== list) await this.#write(subject, wanted);
      last = entries;
      await this.#client.wait(shortestMs + Math.random() * spreadMs * Math.min(round, mostSpread));
    }
    throw new Unreachable(
      this.#client.name,
      `others wrote the list of referrers of ${subject} each time that we did; try again`,
    );
  }

  async #write(subject: Digest, manifests: List): Promise<void> {
    const bytes = Buffer.from(
      JSON.stringify({ schemaVersion: 2, mediaType: mediaType.index, manifests }),
    );
    const descriptor = {
      mediaType: mediaType.index,
      digest: digestOf(bytes),
      size: bytes.length,
    };
    await writeManifest(this.#client, tagOf(subject), { descriptor, bytes });
  }
}

function manifestsOf(bytes: Uint8Array, what: string): List {
  const list = parseManifest(bytes, mediaType.index, what);
  if (isIndex(list)) return list.manifests;
  throw new Corrupt(what, 'it is no index');
}
