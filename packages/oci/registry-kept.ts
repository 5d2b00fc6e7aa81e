import { mediaType, type Descriptor } from './descriptor.ts';
import { digestOf, type Digest } from './digest.ts';
import { Corrupt, Denied, Unreachable } from './errors.ts';
import { maxManifestBytes } from './json.ts';
import { parseIndex } from './layout-index.ts';
import { isIndex, parseManifest } from './manifest.ts';
import { parseTag, type Tag } from './reference.ts';
import { referrersTag } from './referrers-tag.ts';
import type { RegistryClient } from './registry-client.ts';
import { readManifest } from './registry-manifests.ts';
import { writeManifest } from './registry-put.ts';

type List = readonly Descriptor[];
/** Gives the list that it got when there is nothing to change. */
type Change = (list: List) => List;

interface Queue {
  running: Promise<void>;
  /** Manifests on their way there that are then to go on the list. */
  readonly coming: Set<Promise<unknown>>;
  next: { readonly changes: Change[]; readonly done: Promise<void> } | undefined;
}

const rounds = 40;
const shortestMs = 100;
const longestMs = 3_000;
const spreadMs = 150;
const mostSpread = 6;
/** Others who read before we wrote need about as long as we did to write; they may be slower. */
const slower = 4;

const tagOf = (subject: Digest): Tag => parseTag(referrersTag(subject));

/**
 * The lists of referrers that clients keep under tags, for registries that keep none.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#referrers-tag-schema
 */
export class KeptReferrers {
  readonly #client: RegistryClient;
  readonly #queues = new Map<Digest, Queue>();

  constructor(client: RegistryClient) {
    this.#client = client;
  }

  /** What the list says, as far as it can be read; nobody has looked whether it is so. */
  async read(subject: Digest): Promise<List> {
    const found = await readManifest(this.#client, tagOf(subject));
    return found === undefined ? [] : entriesOf(found.bytes, this.#what(subject));
  }

  /** The whole list, for who writes it again: what cannot be read would be lost. */
  async #whole(subject: Digest): Promise<List> {
    const found = await readManifest(this.#client, tagOf(subject), { isUrgent: true });
    return found === undefined ? [] : manifestsOf(found.bytes, this.#what(subject));
  }

  #what(subject: Digest): string {
    return `the list of referrers of ${this.#client.name}@${subject}`;
  }

  /**
   * Puts a manifest on the list once it is known that it is there and belongs on it. What others of this process are
   * about to put there goes along in one write.
   */
  async add(subject: Digest, entry: Descriptor, belongs: Promise<boolean>): Promise<void> {
    const { coming } = this.#queue(subject);
    coming.add(belongs);
    try {
      if (!(await belongs)) return;
    } finally {
      coming.delete(belongs);
    }
    await this.#change(subject, (list) =>
      list.some(({ digest }) => digest === entry.digest) ? list : [...list, entry],
    );
  }

  async drop(subject: Digest, dropped: Digest): Promise<void> {
    await this.#change(subject, (list) =>
      list.some(({ digest }) => digest === dropped)
        ? list.filter(({ digest }) => digest !== dropped)
        : list,
    );
  }

  #queue(subject: Digest): Queue {
    const queue = this.#queues.get(subject) ?? {
      running: Promise.resolve(),
      coming: new Set(),
      next: undefined,
    };
    this.#queues.set(subject, queue);
    return queue;
  }

  /** One writer of this process for each subject; what comes while it writes is one write together. */
  async #change(subject: Digest, change: Change): Promise<void> {
    const queue = this.#queue(subject);
    if (queue.next === undefined) {
      const changes: Change[] = [];
      const done = queue.running.then(async () => {
        await Promise.allSettled(queue.coming);
        queue.next = undefined;
        await this.#settle(subject, (list) => changes.reduce((sum, each) => each(sum), list));
      });
      queue.next = { changes, done };
      queue.running = done.catch(() => undefined);
    }
    queue.next.changes.push(change);
    return queue.next.done;
  }

  /**
   * Reads, writes and reads again until the change is there and nobody else is writing. Nothing makes the two
   * one step, so the waits are for those who read before we wrote; they differ, so that two do not go on
   * together, and grow while others write.
   */
  async #settle(subject: Digest, change: Change): Promise<void> {
    const { wait, name } = this.#client;
    let last: string | undefined;
    let calm = 0;
    let isContested = false;
    for (let round = 1; round <= rounds; round += 1) {
      const { list, wanted, tookMs } = await this.#exchange(subject, change);
      const entries = wanted.map(({ digest }) => digest).join();
      const isAsLeft = wanted === list && (last ?? entries) === entries;
      if (isAsLeft) calm += 1;
      else if (last !== undefined) [calm, isContested] = [0, true];
      if (isAsLeft && (last === undefined || calm >= (isContested ? 2 : 1))) return;
      last = entries;
      const spread = Math.random() * spreadMs * Math.min(round, mostSpread);
      await wait(Math.min(Math.max(shortestMs, slower * tookMs), longestMs) + spread);
    }
    throw new Unreachable(
      name,
      `others wrote the list of referrers of ${subject} each time that we did; try again`,
    );
  }

  /**
   * Reads, and writes what is to be changed. In between nothing of this process waits for its turn: who writes late
   * what he read early takes away what others wrote, and the longer that takes the longer all have to wait for it.
   */
  async #exchange(subject: Digest, change: Change) {
    const { clock, host } = this.#client;
    const leave = await host.enter('list');
    try {
      const begun = clock();
      const list = await this.#whole(subject);
      const wanted = change(list);
      if (wanted !== list) await this.#write(subject, wanted);
      return { list, wanted, tookMs: clock() - begun };
    } finally {
      leave();
    }
  }

  async #write(subject: Digest, manifests: List): Promise<void> {
    const index = { schemaVersion: 2, mediaType: mediaType.index, manifests };
    const bytes = Buffer.from(JSON.stringify(index));
    if (bytes.byteLength > maxManifestBytes) {
      throw new Denied(
        `listing another referrer of ${this.#client.name}@${subject}`,
        `the list would have more than ${maxManifestBytes} bytes`,
      );
    }
    const descriptor = {
      mediaType: mediaType.index,
      digest: digestOf(bytes),
      size: bytes.byteLength,
    };
    await writeManifest(this.#client, tagOf(subject), { descriptor, bytes, isUrgent: true });
  }
}

/** Entries that can be read: one that cannot hides no other. @throws Corrupt when the list is none */
export const entriesOf = (bytes: Uint8Array, what: string): List =>
  parseIndex(bytes, what).entries.flatMap(({ descriptor }) => descriptor ?? []);

/** @throws Corrupt when the list is none, or an entry cannot be read */
function manifestsOf(bytes: Uint8Array, what: string): List {
  const list = parseManifest(bytes, mediaType.index, what);
  if (isIndex(list)) return list.manifests;
  throw new Corrupt(what, 'it is no index');
}
