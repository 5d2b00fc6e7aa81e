import { resolve } from 'node:path';
import type { Readable } from 'node:stream';

import { boundedFile, boundedText } from './bounded-file.ts';
import { UsageError } from './errors.ts';
import type { Inputs } from './inputs.ts';
import { quote } from './quote.ts';

const maxBytes = 32 * 1024 * 1024;

/**
 * The text of every input that was given, ready for `read`: a document's file is read, and `-` is standard input
 * where there is one. A missing or too large file is a UsageError that names the input.
 */
export async function gather(
  inputs: Inputs,
  raw: (name: string) => string | undefined,
  from: { readonly cwd: string; readonly stdin?: Readable },
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  let reader: string | undefined;
  for (const [name, input] of Object.entries(inputs)) {
    const typed = raw(name);
    const text = input.verbatim ? typed : typed?.trim();
    if (text === undefined || text === '') continue;
    const fed = input.type === 'lines' || input.type === 'list' || input.type === 'document';
    if (fed && text === '-' && from.stdin !== undefined) {
      if (reader !== undefined)
        throw new UsageError(
          `inputs "${reader}" and "${name}" cannot both be read from standard input`,
          { input: name },
        );
      reader = name;
      texts.set(name, await boundedText(from.stdin, `standard input for "${name}"`, maxBytes));
    } else {
      texts.set(name, input.type === 'document' ? await document(name, text, from.cwd) : text);
    }
  }
  return texts;
}

async function document(name: string, text: string, cwd: string): Promise<string> {
  // No document is a bare number or word, and hardly a path starts so.
  if (/^[{[]/.test(text)) return text;
  const read = await boundedFile(resolve(cwd, text), `input "${name}": the file`, maxBytes);
  if (read !== undefined) return read;
  throw new UsageError(
    `input "${name}" must be JSON or the path of a JSON file, and there is no file ${quote(text)}`,
    { input: name },
  );
}
