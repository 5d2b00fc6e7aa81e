import { Denied } from './errors.ts';
import type { RegistryClient } from './registry-client.ts';
import type { Session } from './registry-session.ts';

/** GHCR takes no more at once, and no registry is known that takes less. */
export const usualPieceBytes = 4 * 1024 * 1024;
/** A piece is held in memory, so that it can be sent again. */
const mostBytes = 64 * 1024 * 1024;

/** @throws Denied when the registry wants larger pieces than we can hold */
export function chunkBytesFor({ leastBytes }: Session, { name, base }: RegistryClient): number {
  if (leastBytes <= mostBytes) return Math.max(usualPieceBytes, leastBytes);
  throw new Denied(
    `writing ${name}`,
    `${base.host} takes neither the whole blob nor pieces of ${mostBytes} bytes; it wants ${leastBytes}`,
  );
}

/** Pieces of one size, the last of what is left. */
export async function* chunksOf(
  source: AsyncIterable<Uint8Array>,
  sizeBytes: number,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  for await (const part of source) {
    held.push(part);
    heldBytes += part.byteLength;
    if (heldBytes < sizeBytes) continue;
    const whole = Buffer.concat(held);
    let at = 0;
    for (; heldBytes - at >= sizeBytes; at += sizeBytes) yield whole.subarray(at, at + sizeBytes);
    held = at < heldBytes ? [whole.subarray(at)] : [];
    heldBytes -= at;
  }
  if (heldBytes > 0) yield Buffer.concat(held);
}

/** What a request says of the part of a blob that it brings; nothing when that is all of it, or the end. */
export const rangeOf = (from: number, bytes: number): Readonly<Record<string, string>> =>
  from === 0 || bytes === 0 ? {} : { 'content-range': `${from}-${from + bytes - 1}` };
