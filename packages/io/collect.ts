import { StringDecoder } from 'node:string_decoder';

/** The first bytes of a stream; what comes after them is counted as cut and dropped. */
export class Collected {
  readonly #chunks: Uint8Array[] = [];
  readonly #maxBytes: number;
  #size = 0;
  #cut = false;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  add(chunk: Uint8Array): void {
    const room = this.#maxBytes - this.#size;
    const part = chunk.subarray(0, room);
    if (part.byteLength > 0) this.#chunks.push(part);
    this.#size += part.byteLength;
    this.#cut ||= chunk.byteLength > room;
  }

  get cut(): boolean {
    return this.#cut;
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }
}

const longestLine = 8192;

/** Cuts a stream into lines and hands each on; a line that is too long is cut, so that no stream fills the memory. */
export class Lines {
  readonly #decoder = new StringDecoder('utf8');
  readonly #take: (line: string) => void;
  #rest = '';
  #over = false;

  constructor(take: (line: string) => void) {
    this.#take = take;
  }

  add(chunk: Uint8Array): void {
    this.#text(this.#decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)));
  }

  end(): void {
    this.#text(this.#decoder.end());
    if (this.#rest !== '' || this.#over) this.#line();
  }

  #text(text: string): void {
    const parts = text.split('\n');
    parts.forEach((part, at) => {
      this.#append(part);
      if (at < parts.length - 1) this.#line();
    });
  }

  #append(part: string): void {
    const room = longestLine - this.#rest.length;
    this.#over ||= part.length > room;
    this.#rest += part.slice(0, room);
  }

  #line(): void {
    const line = this.#over ? `${this.#rest}…` : this.#rest.replace(/\r$/, '');
    this.#rest = '';
    this.#over = false;
    this.#take(line);
  }
}
