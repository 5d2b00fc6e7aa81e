import type { Descriptor } from './descriptor.ts';
import type { Digest } from './digest.ts';

export interface Manifest {
  readonly descriptor: Descriptor;
  readonly bytes: Uint8Array;
}

const mostBytes = 16 * 1024 * 1024;
const mostMs = 60_000;

/**
 * Manifests that were opened a moment ago for what they say of themselves: whoever asks for one of them next, as a
 * copy does, gets it from here, once.
 */
export class RecentManifests {
  readonly #clock: () => number;
  /** The oldest first. */
  readonly #kept = new Map<Digest, Manifest & { readonly atMs: number }>();
  #bytes = 0;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** @param manifest whose bytes were hashed */
  keep({ descriptor, bytes }: Manifest): void {
    this.take(descriptor.digest);
    this.#kept.set(descriptor.digest, { descriptor, bytes, atMs: this.#clock() });
    this.#bytes += bytes.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= mostBytes) return;
      this.take(oldest);
    }
  }

  take(digest: Digest): Manifest | undefined {
    const found = this.#kept.get(digest);
    if (found === undefined) return undefined;
    this.#kept.delete(digest);
    const { descriptor, bytes, atMs } = found;
    this.#bytes -= bytes.length;
    return this.#clock() - atMs <= mostMs ? { descriptor, bytes } : undefined;
  }
}
