import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import { pipeAt } from '#io';

import { Corrupt } from './errors.ts';
import { inLayout } from './layout-errors.ts';
import type { Scratch } from './scratch.ts';

const most = 64 * 2 ** 30;

/** Archives are read here and there, and what a pipe brings comes once: it is kept in a file of its own. */
export class Piped {
  readonly #where: string;
  readonly #scratch: Scratch;
  #kept: Promise<string> | undefined;

  /** `where` is the archive as it stands in sentences. */
  constructor(where: string, scratch: Scratch) {
    this.#where = where;
    this.#scratch = scratch;
  }

  /** The file with all that the pipe brought. @throws Corrupt for nothing, and for more than 64 GiB */
  async of(pipe: string): Promise<string> {
    return (this.#kept ??= this.#keep(pipe));
  }

  async #keep(pipe: string): Promise<string> {
    const { temporary, signal } = this.#scratch;
    const target = path.join(await temporary(), 'piped.tar');
    try {
      const brought = await pipeAt(pipe);
      await inLayout(JSON.stringify(target), () =>
        pipeline(
          brought,
          (source: AsyncIterable<Uint8Array>) => this.#bounded(source),
          createWriteStream(target, { flags: 'wx', mode: 0o600 }),
          ...(signal === undefined ? [] : [{ signal }]),
        ),
      );
      return target;
    } catch (error) {
      await rm(target, { force: true });
      signal?.throwIfAborted();
      throw error;
    }
  }

  async *#bounded(source: AsyncIterable<Uint8Array>) {
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > most) throw new Corrupt(this.#where, `it brought more than ${most} bytes`);
      yield chunk;
    }
    if (bytes === 0) throw new Corrupt(this.#where, 'the pipe brought nothing');
  }
}
