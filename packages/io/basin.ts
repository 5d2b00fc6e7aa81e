/** Memory that bytes come into, and how much of what came is waiting or worked on. */
interface Tank {
  readonly memory: Buffer;
  filledBytes: number;
  heldParts: number;
}
interface Part {
  readonly tank: Tank;
  readonly bytes: Uint8Array;
}

const tankBytes = 1024 * 1024;
const leastRoomBytes = 64 * 1024;
const mostFullTanks = 2;

/**
 * Bytes on their way from who fills memory to who works on it. The same memory is used again and again, since new
 * memory costs more than what is done with it; none is filled before the work on what it held is done.
 */
export class Basin {
  readonly #onRoom: () => void;
  readonly #parts: Part[] = [];
  readonly #empty: Tank[] = [];
  #tank: Tank = tank();
  #fullTanks = 0;
  #totalBytes = 0;
  #onPart: (() => void) | undefined;

  /** @param onRoom called when it is no longer full */
  constructor(onRoom: () => void) {
    this.#onRoom = onRoom;
  }

  /** Nothing more should come; what comes all the same takes more memory. */
  get isFull(): boolean {
    return this.#fullTanks >= mostFullTanks;
  }

  /** Of all that came. */
  get totalBytes(): number {
    return this.#totalBytes;
  }

  /** Where the next bytes go: the same place until it is `filled`. */
  get room(): Uint8Array {
    const { memory, filledBytes } = this.#tank;
    return memory.subarray(filledBytes);
  }

  /** So many bytes of `room` came. */
  filled(count: number): void {
    const into = this.#tank;
    this.#add({ tank: into, bytes: this.room.subarray(0, count) });
    into.filledBytes += count;
    this.#totalBytes += count;
    if (tankBytes - into.filledBytes < leastRoomBytes) {
      this.#fullTanks += 1;
      this.#tank = this.#empty.pop() ?? tank();
    }
    this.#onPart?.();
  }

  /** Gives the bytes that came first to `work`, as soon as there are some. */
  async take(
    work: (bytes: Uint8Array) => Promise<void> | void,
    signal: AbortSignal,
  ): Promise<void> {
    const { tank: from, bytes } = await this.#next(signal);
    await work(bytes);
    from.heldParts -= 1;
    if (from.heldParts > 0 || from === this.#tank) return;
    from.filledBytes = 0;
    this.#empty.push(from);
    this.#fullTanks -= 1;
    if (this.#fullTanks === mostFullTanks - 1) this.#onRoom();
  }

  /** What follows on bytes that still wait goes with them. */
  #add(part: Part): void {
    const last = this.#parts.at(-1);
    if (last?.tank === part.tank) {
      const { buffer, byteOffset, byteLength } = last.bytes;
      const bytes = new Uint8Array(buffer, byteOffset, byteLength + part.bytes.byteLength);
      this.#parts[this.#parts.length - 1] = { tank: part.tank, bytes };
      return;
    }
    this.#parts.push(part);
    part.tank.heldParts += 1;
  }

  async #next(signal: AbortSignal): Promise<Part> {
    for (;;) {
      signal.throwIfAborted();
      const part = this.#parts.shift();
      if (part !== undefined) return part;
      await this.#come(signal);
    }
  }

  /** Until something comes, or the signal is aborted. */
  async #come(signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#onPart = () => {
      resolve(undefined);
    };
    signal.addEventListener('abort', this.#onPart, { once: true });
    await promise;
    signal.removeEventListener('abort', this.#onPart);
    this.#onPart = undefined;
  }
}

const tank = (): Tank => ({
  memory: Buffer.allocUnsafeSlow(tankBytes),
  filledBytes: 0,
  heldParts: 0,
});
