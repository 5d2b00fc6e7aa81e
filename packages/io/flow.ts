import { Readable } from 'node:stream';

/** Takes some bytes, which stay what they are until it is done with them: then their memory is used again. */
export type Sink = (bytes: Uint8Array) => Promise<void> | void;

/** Gives all bytes of something to a sink, piece by piece. An abort ends it in the signal's reason. */
export type Run = (sink: Sink, signal: AbortSignal) => Promise<void>;

const aheadBytes = 1024 * 1024;

/**
 * A stream that can be poured as well (`pour`): its pieces then go from hand to hand in the memory that they came
 * in, one at a time. Read as any other stream it gives copies of them.
 */
export class Flow extends Readable {
  readonly #run: Run;
  readonly #over = new AbortController();
  #isBegun = false;
  #goOn: () => void = () => undefined;

  constructor(run: Run) {
    super({ highWaterMark: aheadBytes });
    this.#run = run;
    // An error that comes before anybody reads waits in the stream; unheard, it would end the process.
    this.on('error', () => undefined);
  }

  /** Nobody has begun to read it. */
  get isWhole(): boolean {
    return !this.#isBegun;
  }

  async pour(sink: Sink): Promise<void> {
    const { signal } = this.#over;
    this.#isBegun = true;
    try {
      signal.throwIfAborted();
      await this.#run(sink, signal);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      this.destroy();
    }
  }

  override _read(): void {
    if (this.#isBegun) this.#goOn();
    else void this.#feed();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#over.abort(error ?? undefined);
    this.#goOn();
    done(error);
  }

  async #feed(): Promise<void> {
    const { signal } = this.#over;
    this.#isBegun = true;
    try {
      await this.#run(async (bytes) => {
        const isWanted = this.push(Buffer.from(bytes));
        if (!isWanted && !signal.aborted) await this.#asked();
        signal.throwIfAborted();
      }, signal);
      this.push(null);
    } catch (error) {
      this.destroy(Error.isError(error) ? error : new Error('the stream broke', { cause: error }));
    }
  }

  async #asked(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#goOn = resolve;
    });
  }
}

/** Gives a stream to a sink, to its end. The first error of either ends both. */
export async function pour(source: Readable, sink: Sink): Promise<void> {
  if (source instanceof Flow && source.isWhole) return source.pour(sink);
  for await (const bytes of source as AsyncIterable<Uint8Array>) await sink(bytes);
}

/** A flow that is made of a stream, which ends with it. */
export function flowOf(source: Readable, run: Run): Flow {
  const flow = new Flow(run);
  flow.once('close', () => source.destroy());
  return flow;
}
