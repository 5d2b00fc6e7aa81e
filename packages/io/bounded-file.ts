import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';

import { codeOf, UsageError } from './errors.ts';
import { quote } from './quote.ts';
import { formatBytes } from './quantities.ts';

/** The text of a stream that somebody else filled; more than `maxBytes` is a UsageError that starts with `what`. */
export async function boundedText(
  stream: Readable,
  what: string,
  maxBytes: number,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.byteLength;
    if (size > maxBytes)
      throw new UsageError(`${what} must not be larger than ${formatBytes(maxBytes)}`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The text of a file that a person named; undefined when it does not exist. */
export async function boundedFile(
  path: string,
  what: string,
  maxBytes: number,
): Promise<string | undefined> {
  try {
    return await boundedText(createReadStream(path), `${what} ${quote(path)}`, maxBytes);
  } catch (error) {
    switch (codeOf(error)) {
      case 'ENOENT':
      case 'ENOTDIR':
      case 'ENAMETOOLONG':
      case 'ERR_INVALID_ARG_VALUE':
        return undefined;
      case 'EISDIR':
        throw new UsageError(`${what} ${quote(path)} is a folder, not a file`);
      case 'EACCES':
        throw new UsageError(`${what} ${quote(path)} may not be read`);
      default:
        throw error;
    }
  }
}
