import { constants } from 'node:fs';
import { lstat, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

import { codeOf, Flow, type Sink } from '#io';

import { Corrupt } from './errors.ts';
import { isDead } from './owner.ts';

const dayMs = 24 * 60 * 60 * 1000;
// A link is not followed out of the layout, and a pipe does not keep us waiting.
const reading = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** For `catch`: undefined for these system errors, the others go on. */
export const ignoring =
  (...codes: readonly string[]) =>
  (error: unknown): undefined => {
    if (!codes.includes(codeOf(error) ?? '')) throw error;
  };

/** A file for reading; undefined when there is none, or something else than a regular file. */
export const openFile = (file: string): Promise<FileHandle | undefined> => opened(file, reading);

/** The same of a file that a person named, also by a link to it. */
export const openNamed = (file: string): Promise<FileHandle | undefined> =>
  opened(file, reading & ~constants.O_NOFOLLOW);

async function opened(file: string, flags: number): Promise<FileHandle | undefined> {
  const handle = await open(file, flags).catch(ignoring('ENOENT', 'ENOTDIR'));
  if (handle === undefined || (await handle.stat()).isFile()) return handle;
  await handle.close();
  return undefined;
}

/** What somebody finds who looks for a file, for a sentence; undefined: nothing. */
export async function standsThere(
  path: string,
): Promise<'a file' | 'a folder' | 'a pipe' | 'a socket' | 'a device' | undefined> {
  const found = await stat(path).catch(ignoring('ENOENT', 'ENOTDIR'));
  if (found === undefined) return undefined;
  if (found.isFile()) return 'a file';
  if (found.isDirectory()) return 'a folder';
  return found.isFIFO() ? 'a pipe' : found.isSocket() ? 'a socket' : 'a device';
}

/** Writes all of it at the file's own place. */
export async function writeAll(file: FileHandle, chunks: readonly Uint8Array[]): Promise<void> {
  const { bytesWritten } = await file.writev(chunks);
  const length = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
  if (bytesWritten < length) {
    await file.writeFile(Buffer.concat(chunks).subarray(bytesWritten));
  }
}

/** All bytes of a file, which is closed; undefined when there are more than `maxBytes`. */
export async function contentOf(
  file: FileHandle,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  try {
    return (await file.stat()).size > maxBytes ? undefined : await file.readFile();
  } finally {
    await file.close();
  }
}

/**
 * False when nothing is there.
 * @throws Corrupt when it is a link or a file
 */
export async function isFolder(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(ignoring('ENOENT', 'ENOTDIR'));
  if (found === undefined || found.isDirectory()) return found !== undefined;
  throw new Corrupt(JSON.stringify(folder), 'it is no folder, and links are not followed');
}

/**
 * Removes temporary files (`owner.ts`) of processes that were killed; of those that cannot be asked from here,
 * after a day.
 */
export async function sweep(scratch: string): Promise<void> {
  for (const name of await readdir(scratch)) {
    const file = path.join(scratch, name);
    if (name !== 'lock' && ((await isDead(name)) || (await isOld(file)))) {
      await rm(file, { recursive: true, force: true });
    }
  }
}

async function isOld(file: string): Promise<boolean> {
  const found = await lstat(file).catch(ignoring('ENOENT'));
  return found !== undefined && Date.now() - found.mtimeMs > dayMs;
}

/** A part of a file, in bytes; `to` is the first one behind it. */
interface Range {
  readonly from: number;
  readonly to: number;
}

const pieceBytes = 1024 * 1024;

/** Gives a part of a file to a sink, which may use less than a piece's memory but no longer than it works on it. */
export async function pourFile(
  file: FileHandle,
  { from, to }: Range,
  sink: Sink,
  signal?: AbortSignal,
): Promise<void> {
  const size = Math.min(pieceBytes, to - from);
  const read = async (into: Buffer, at: number) => file.read(into, 0, Math.min(size, to - at), at);
  // One is filled while the other is worked on.
  let [now, next] = [Buffer.allocUnsafeSlow(size), Buffer.allocUnsafeSlow(size)];
  let reading = read(now, from);
  for (let at = from; at < to;) {
    const { bytesRead } = await reading;
    signal?.throwIfAborted();
    if (bytesRead === 0) return;
    at += bytesRead;
    if (at < to) reading = read(next, at);
    reading.catch(() => undefined);
    await sink(now.subarray(0, bytesRead));
    [now, next] = [next, now];
  }
}

/** A part of a file, which is closed with it. */
export function flowOfFile(file: FileHandle, range: Range): Flow {
  const flow = new Flow((sink, signal) => pourFile(file, range, sink, signal));
  return flow.once('close', () => void file.close().catch(() => undefined));
}
