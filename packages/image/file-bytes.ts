import { closeSync, openSync, readSync } from 'node:fs';

import { codeOf, Failed, messageOf } from '#io';
import type { FilePart } from '#oci';

const pieceBytes = 1 << 18;
/** To read less than this costs less than to ask once more. */
const leastSeek = 1 << 16;
const firstBytes = 1 << 14;

/** Part of a file, read in this thread into one piece of memory, over and over: for threads that do nothing else. */
export class FileBytes implements Disposable {
  readonly #file: number;
  readonly #end: number;
  readonly #memory = Buffer.allocUnsafeSlow(pieceBytes);
  #at: number;
  #length = pieceBytes;

  /** @throws Failed for a file that cannot be opened */
  constructor({ path, from, lengthBytes }: FilePart) {
    this.#file = told(() => openSync(path, 'r'));
    this.#at = from;
    this.#end = from + lengthBytes;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    while (this.#at < this.#end) {
      const length = Math.min(this.#length, this.#end - this.#at);
      const count = told(() => readSync(this.#file, this.#memory, 0, length, this.#at));
      if (count === 0) return;
      this.#at += count;
      this.#length = Math.min(2 * this.#length, pieceBytes);
      yield this.#memory.subarray(0, count);
    }
  }

  /** Passes over bytes; gives how many of them, none where it is quicker to read them. */
  readonly seek = (length: number): number => {
    if (length < leastSeek) return 0;
    const passed = Math.min(length, this.#end - this.#at);
    this.#at += passed;
    this.#length = firstBytes;
    return passed;
  };

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }
}

function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Failed(3, codeOf(error) ?? 'unknown', messageOf(error), { cause: error });
  }
}
