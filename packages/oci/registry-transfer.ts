import type { Readable } from 'node:stream';

import type { Descriptor } from './descriptor.ts';
import { Corrupt, NotThere } from './errors.ts';
import { discard, isInterruption, type Answer } from './registry-answer.ts';
import { CarriedBytes } from './registry-carried.ts';
import { chunkBytesFor, chunksOf, rangeOf, usualPieceBytes } from './registry-chunks.ts';
import type { Call, RegistryClient } from './registry-client.ts';
import { Passing, retry } from './registry-retry.ts';
import {
  beginSession,
  cancelSession,
  keptBytes,
  moved,
  resumable,
  type Session,
} from './registry-session.ts';

export interface Upload {
  readonly descriptor: Descriptor;
  readonly open: (from: number) => Promise<Readable>;
  readonly signal: AbortSignal | undefined;
}

/** A body is larger than what the registry takes at once. */
class TooLarge extends Error {}

/** So much more that the registry has makes good for a connection that broke. */
const advanceBytes = 1024 * 1024;
const octets = { 'content-type': 'application/octet-stream' };

/** One blob on its way, over as many connections as it needs. */
export class Transfer {
  readonly #client: RegistryClient;
  readonly #upload: Upload;
  readonly #what: string;
  readonly #bytes: CarriedBytes;
  #session: Session | undefined;
  /** What the registry has of it; undefined when a connection broke and it must be asked. */
  #kept: number | undefined = 0;
  #isInPieces = false;
  /** Connections that broke. */
  #cuts = 0;
  #reached = 0;
  #counted = 0;

  constructor(client: RegistryClient, upload: Upload, session: Session | undefined) {
    this.#client = client;
    this.#upload = upload;
    this.#what = `the blob ${upload.descriptor.digest} for ${client.name}`;
    this.#bytes = new CarriedBytes(upload.descriptor, upload.open, this.#what);
    this.#session = session;
  }

  /** @throws Corrupt when the bytes are not those of the descriptor, and what the client throws */
  async run(): Promise<void> {
    const { name, wait } = this.#client;
    try {
      await retry({ name, wait, hasAdvanced: () => this.#hasAdvanced() }, async () => {
        try {
          await this.#goOn();
        } catch (error) {
          if (!(error instanceof TooLarge)) throw error;
          await this.#goOn();
        }
      });
    } catch (error) {
      // What the registry has ended by itself is no longer there.
      if (this.#session !== undefined) await cancelSession(this.#client, this.#session);
      throw error;
    }
  }

  #hasAdvanced(): boolean {
    if (this.#reached - this.#counted < advanceBytes) return false;
    this.#counted = this.#reached;
    return true;
  }

  async #goOn(): Promise<void> {
    if (this.#kept === undefined) await this.#askWhatIsKept();
    this.#session ??= await beginSession(this.#client, this.#upload.signal);
    const from = this.#kept ?? 0;
    const leftBytes = this.#upload.descriptor.size - from;
    try {
      this.#isInPieces ||= leftBytes >= this.#client.host.tooLargeBytes;
      if (this.#isInPieces) await this.#inPieces(this.#session, from);
      else await this.#atOnce(this.#session, { from, leftBytes });
    } catch (error) {
      if (isInterruption(error) || error instanceof Passing) this.#kept = undefined;
      if (isInterruption(error)) this.#cuts += 1;
      throw error;
    }
  }

  async #askWhatIsKept(): Promise<void> {
    const { signal, descriptor } = this.#upload;
    const found = this.#session && (await resumable(this.#client, this.#session, signal));
    // More than there is of it would be none of ours.
    const isOurs = found !== undefined && found.bytes <= descriptor.size;
    // Of pieces more is kept where nothing is of a body that broke off. Not at once: there are some that take none.
    if (!isOurs && this.#cuts > 1 && descriptor.size > usualPieceBytes) this.#isInPieces = true;
    this.#session = isOurs ? found.session : undefined;
    this.#keep(isOurs ? found.bytes : 0);
  }

  #keep(bytes: number): void {
    this.#kept = bytes;
    this.#reached = Math.max(this.#reached, bytes);
  }

  async #atOnce(
    session: Session,
    { from, leftBytes }: { readonly from: number; readonly leftBytes: number },
  ): Promise<void> {
    const body = () => this.#bytes.from(from);
    await this.#end(session, { body, lengthBytes: leftBytes, headers: rangeOf(from, leftBytes) });
  }

  async #inPieces(session: Session, from: number): Promise<void> {
    let at = from;
    const pieceBytes = chunkBytesFor(session, this.#client);
    for await (const piece of chunksOf(this.#bytes.from(from), pieceBytes)) {
      const end = at + piece.byteLength;
      while (at < end) {
        at = await this.#piece(piece.subarray(piece.byteLength - (end - at)), at);
        this.#keep(at);
      }
    }
    const last = this.#session ?? session;
    await this.#end(last, { body: new Uint8Array(), lengthBytes: 0, headers: {} });
  }

  /** Sends some bytes, and gives how many the registry has then: it may take fewer. */
  async #piece(body: Uint8Array, from: number): Promise<number> {
    const session = this.#session ?? (await beginSession(this.#client, this.#upload.signal));
    const call: Call = {
      method: 'PATCH',
      url: session.url,
      access: 'push',
      signal: this.#upload.signal,
      headers: { ...octets, 'content-range': `${from}-${from + body.byteLength - 1}` },
      body,
    };
    const answer = await this.#client.once(call);
    if (answer.status !== 202) throw await this.#refused(call, answer, body.byteLength);
    await discard(answer);
    this.#session = moved(this.#client, session, answer);
    const to = keptBytes(answer.headers.range) ?? from + body.byteLength;
    if (to > from && to <= from + body.byteLength) return to;
    throw new Passing(
      () => new Corrupt(this.#what, `${call.url.host} took other bytes than we sent`),
    );
  }

  /** The last request: it has what is left, and the digest of the whole. */
  async #end(
    session: Session,
    how: Required<Pick<Call, 'body' | 'lengthBytes' | 'headers'>>,
  ): Promise<void> {
    const url = new URL(session.url);
    const { digest } = this.#upload.descriptor;
    // As text: the rest of the query may be signed letter by letter.
    url.search += `${url.search === '' ? '?' : '&'}digest=${encodeURIComponent(digest)}`;
    const call: Call = {
      method: 'PUT',
      access: 'push',
      signal: this.#upload.signal,
      url,
      ...how,
      headers: { ...octets, ...how.headers },
    };
    const answer = await this.#client.once(call);
    if (answer.status !== 201 && answer.status !== 204) {
      throw await this.#refused(call, answer, how.lengthBytes);
    }
    this.#session = undefined;
    await discard(answer);
  }

  async #refused(call: Call, answer: Answer, sentBytes: number): Promise<Error> {
    const session = this.#session;
    this.#session = undefined;
    const error = await this.#client.refusal(call, answer, ({ codes, says }) => {
      const { status } = answer;
      // GHCR says 416 to a body of more than 4 MiB.
      const isTooLarge = status === 413 || /too large/i.test(says);
      if (isTooLarge && call.method === 'PUT' && sentBytes > 0) return new TooLarge();
      // Bytes of a broken connection may come in after it was asked what it has: it is asked again.
      if (status === 416 && (this.#kept ?? 0) > 0) this.#session = session;
      // The session is gone, or another one may do.
      if (status === 404 || status === 416) {
        return new Passing(() => new NotThere('the upload', this.#client.name));
      }
      return codes.some((code) => code === 'DIGEST_INVALID' || code === 'SIZE_INVALID')
        ? new Corrupt(this.#what, `${call.url.host} does not take it${says}`)
        : undefined;
    });
    if (error instanceof TooLarge) {
      this.#client.host.tooLargeBytes = sentBytes;
      this.#kept = 0;
      if (session !== undefined) await cancelSession(this.#client, session);
    }
    return error;
  }
}
