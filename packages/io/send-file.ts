import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { ServerResponse as Answer } from 'node:http';

import { Failed } from './errors.ts';
import type { FilePart } from './io.ts';

const pieceBytes = 128 * 1024;
const mostSpare = 32;
/** Pieces that were sent, for the next file: a new one costs more than to fill it. */
const spare: Buffer[] = [];

/** Opens the file for a part of it. @throws Failed when it is no file, or too short */
export async function openPart({ path, from, lengthBytes }: FilePart): Promise<FileHandle> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  const found = await file.stat();
  if (found.isFile() && found.size >= from + lengthBytes) return file;
  await file.close();
  throw new Failed(3, 'file', `${JSON.stringify(path)} is not the file that it was`);
}

/**
 * Writes a part of a file as the rest of an answer. Two pieces of memory take turns: one is filled while the other
 * is on its way, and none is used again before the system has taken it.
 */
export async function sendFile(
  file: FileHandle,
  { from, lengthBytes }: FilePart,
  answer: Answer,
): Promise<void> {
  const first = piece();
  const pieces = [first, lengthBytes > pieceBytes ? piece() : first] as const;
  let sent: Promise<void> = Promise.resolve();
  for (let at = from, turn = 0; at < from + lengthBytes; turn ^= 1) {
    const buffer = pieces[turn === 0 ? 0 : 1];
    const want = Math.min(buffer.byteLength, from + lengthBytes - at);
    const { bytesRead } = await file.read(buffer, 0, want, at);
    if (bytesRead === 0) throw new Failed(3, 'file', 'a file ended while it was sent');
    await sent;
    sent = written(answer, buffer.subarray(0, bytesRead));
    // A client may go away while the next piece is read, before anybody waits for this one.
    sent.catch(() => undefined);
    at += bytesRead;
  }
  await sent;
  answer.end();
  // Only here: after an error the system may still hold one.
  for (const each of new Set(pieces)) if (spare.length < mostSpare) spare.push(each);
}

const piece = (): Buffer => spare.pop() ?? Buffer.allocUnsafeSlow(pieceBytes);

async function written(answer: Answer, bytes: Uint8Array): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const gone = () => {
    reject(new Failed(3, 'ECONNRESET', 'the client went away'));
  };
  answer.once('close', gone);
  answer.write(bytes, (error) => {
    answer.off('close', gone);
    if (error) reject(error);
    else resolve(undefined);
  });
  await promise;
}
