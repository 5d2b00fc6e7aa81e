import type { Readable } from 'node:stream';

import { flowOf, pour } from '#io';

import type { Descriptor } from './descriptor.ts';
import type { Digest } from './digest.ts';

/** How many bytes of some blobs are where they belong, while they go there. */
export class Tally {
  readonly #ofBytes: number;
  readonly #onProgress: (doneBytes: number, ofBytes: number) => void;
  readonly #seen = new Map<Digest, number>();
  #doneBytes = 0;

  constructor(
    blobs: readonly Descriptor[],
    onProgress: (doneBytes: number, ofBytes: number) => void = () => undefined,
  ) {
    this.#ofBytes = blobs.reduce((sum, { size }) => sum + size, 0);
    this.#onProgress = onProgress;
  }

  /** A blob is sent from a byte on, perhaps not for the first time. Gives what is told of its bytes. */
  begin({ digest }: Descriptor, start: number): (bytes: number) => void {
    this.#set(digest, start);
    return (bytes) => {
      this.#set(digest, (this.#seen.get(digest) ?? 0) + bytes);
      this.#onProgress(this.#doneBytes, this.#ofBytes);
    };
  }

  /** All of it is there. */
  end({ digest, size }: Descriptor): void {
    this.#set(digest, size);
    this.#onProgress(this.#doneBytes, this.#ofBytes);
  }

  #set(digest: Digest, bytes: number): void {
    this.#doneBytes += bytes - (this.#seen.get(digest) ?? 0);
    this.#seen.set(digest, bytes);
  }
}

/** Tells of the bytes that a stream gives. */
export const counted = (stream: Readable, onBytes: (bytes: number) => void): Readable =>
  flowOf(stream, (sink) =>
    pour(stream, (bytes) => {
      onBytes(bytes.byteLength);
      return sink(bytes);
    }),
  );
