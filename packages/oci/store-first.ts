import { Failed } from '#io';

import { wrap } from './behind.ts';
import { cosignSubject } from './copy-cosign.ts';
import type { Digest } from './digest.ts';
import { Unreachable } from './errors.ts';
import { withoutWrites } from './read-only.ts';
import type { Tag } from './reference.ts';
import type { Repository } from './repository.ts';

/**
 * Reads what the store holds of a repository, and the rest from where the repository comes from. Each tag and
 * each digest is looked for by itself. It cannot be written: writes go to the store alone.
 * @param shown the store as a person wrote it
 */
export function storeFirst(store: Repository, origin: Repository, shown: string): Repository {
  // Who named a store expects the image there, and no registry.
  const missed = (error: unknown): never => {
    if (!(error instanceof Unreachable)) throw error;
    const sentence = `the store ${JSON.stringify(shown)} does not have it, and ${error.message}`;
    throw new Failed(3, error.code, sentence);
  };
  const either = async <T>(ask: (one: Repository) => Promise<T | undefined>) =>
    (await ask(store)) ?? ask(origin).catch(missed);
  const holderOf = async (subject: Digest) =>
    (await store.resolve(subject)) === undefined ? origin : store;
  /** What is said of an image is asked where the image is: its referrers, and what cosign keeps under tags. */
  const byTag = async <T>(at: Tag | Digest, ask: (one: Repository) => Promise<T | undefined>) => {
    const subject = cosignSubject(at);
    return subject === undefined ? either(ask) : ask(await holderOf(subject));
  };
  const repository: Repository = {
    ...withoutWrites(origin, { code: 'read-only', why: 'it was opened to be read' }),
    key: store.key,
    resolve: (at) => byTag(at, (one) => one.resolve(at)),
    manifest: (at) => byTag(at, (one) => one.manifest(at)),
    blobSize: (digest) => either((one) => one.blobSize(digest)),
    hasBlob: async (digest) => (await store.hasBlob(digest)) || origin.hasBlob(digest),
    blob: async (descriptor, how) =>
      ((await store.hasBlob(descriptor.digest)) ? store : origin).blob(descriptor, how),
    async *tags() {
      let none = true;
      for await (const tag of store.tags()) {
        none = false;
        yield tag;
      }
      if (none) yield* origin.tags();
    },
    async *referrers(subject, artifactType) {
      yield* (await holderOf(subject)).referrers(subject, artifactType);
    },
  };
  return wrap(repository, store);
}

/** Stands for a registry that must not be asked: whatever is wanted of it is an error that names the image. */
export function offline(name: string, registry: string, store: string | undefined): Repository {
  const refuse = async (what: string): Promise<never> => {
    const missing =
      store === undefined ? 'there is no store' : `it is not in the store ${JSON.stringify(store)}`;
    throw new Failed(
      3,
      'offline',
      `${what} cannot be had: ${missing}, and --offline forbids to ask ${registry}`,
    );
  };
  const at = (place: string) => refuse(`${name}${place.includes(':') ? '@' : ':'}${place}`);
  return {
    name,
    key: `offline ${registry}`,
    resolve: at,
    manifest: at,
    hasBlob: at,
    blobSize: at,
    blob: ({ digest }) => at(digest),
    putBlob: ({ digest }) => at(digest),
    putManifest: () => refuse(name),
    tag: at,
    remove: at,
    tags: () => failing(() => refuse(name)),
    referrers: (subject) => failing(() => at(subject)),
  };
}

const failing = (next: () => Promise<never>): AsyncIterable<never> => ({
  [Symbol.asyncIterator]: () => ({ next }),
});
