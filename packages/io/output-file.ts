import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { codeOf, Failed, messageOf, UsageError } from './errors.ts';
import type { Io } from './io.ts';
import { makeFolder } from './make-folder.ts';
import { quote } from './quote.ts';

/**
 * The file that an input names, ready to be written: what finds no place at the end would be lost. Undefined: it names
 * none.
 * @throws UsageError for one that cannot be written
 */
export async function outputFile(
  { cwd, input }: Pick<Io, 'cwd' | 'input'>,
  name: string,
): Promise<string | undefined> {
  const named = input(name);
  if (named === undefined) return undefined;
  const path = resolve(cwd, named);
  try {
    await makeFolder(dirname(path));
    await writeFile(path, '', { flag: 'a' });
  } catch (cause) {
    throw new UsageError(
      `${quote(path)} cannot be written (${codeOf(cause) ?? messageOf(cause)}): change ${quote(name)}`,
      { input: name },
    );
  }
  return path;
}

/** Writes a file that may be longer than a text can be. @throws Failed */
export async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(joined(pieces)), createWriteStream(path));
  } catch (cause) {
    throw new Failed(3, 'output', `${quote(path)} could not be written (${messageOf(cause)})`, {
      cause,
    });
  }
}

const enough = 1 << 18;

/** A stream of many small pieces takes far longer than what is in them. */
function* joined(pieces: Iterable<string>): Generator<string, void, undefined> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < enough) continue;
    yield text;
    text = '';
  }
  yield text;
}
