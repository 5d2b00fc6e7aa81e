import { createHash, type Hash } from 'node:crypto';

import { quote, UsageError } from '#io';

/** `sha256:<64 hex>` or `sha512:<128 hex>`. https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests */
export type Digest = string & { readonly __brand: 'Digest' };
export type Algorithm = 'sha256' | 'sha512';

const grammar = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

export const isDigest = (text: string): text is Digest => grammar.test(text);

/** @throws UsageError that names the text */
export function parseDigest(text: string): Digest {
  if (isDigest(text)) return text;
  throw new UsageError(
    `${quote(text)} is not a digest: write sha256: and 64 of the digits 0-9a-f, or sha512: and 128`,
  );
}

export const algorithmOf = (digest: Digest): Algorithm =>
  digest.startsWith('sha512:') ? 'sha512' : 'sha256';
export const hexOf = (digest: Digest): string => digest.slice(7);

/** Feed it bytes, then ask for the digest. */
export class Hasher {
  readonly algorithm: Algorithm;
  readonly #hash: Hash;

  constructor(algorithm: Algorithm = 'sha256', hash: Hash = createHash(algorithm)) {
    this.algorithm = algorithm;
    this.#hash = hash;
  }

  /** One that goes on from here by itself. */
  copy(): Hasher {
    return new Hasher(this.algorithm, this.#hash.copy());
  }

  update(bytes: Uint8Array): this {
    this.#hash.update(bytes);
    return this;
  }

  digest(): Digest {
    return `${this.algorithm}:${this.#hash.digest('hex')}` as Digest;
  }
}

export const digestOf = (bytes: Uint8Array, algorithm: Algorithm = 'sha256'): Digest =>
  new Hasher(algorithm).update(bytes).digest();
