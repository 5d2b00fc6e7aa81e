import type { Descriptor } from './descriptor.ts';
import { algorithmOf, Hasher } from './digest.ts';
import { Corrupt } from './errors.ts';

/**
 * Passes bytes on from byte `from`, and ends in an error when the whole is not what the descriptor promises.
 * @throws Corrupt as soon as there are too many bytes, or at the end
 */
export async function* verified(
  source: AsyncIterable<Uint8Array>,
  { digest, size }: Descriptor,
  { what, from = 0 }: { readonly what: string; readonly from?: number },
): AsyncGenerator<Uint8Array, void, undefined> {
  const hasher = new Hasher(algorithmOf(digest));
  let read = 0;
  for await (const chunk of source) {
    hasher.update(chunk);
    const skip = Math.min(Math.max(from - read, 0), chunk.length);
    read += chunk.length;
    if (read > size)
      throw new Corrupt(what, `it has more than the ${size} bytes that were promised`);
    if (skip < chunk.length) yield chunk.subarray(skip);
  }
  if (read < size) throw new Corrupt(what, `it ended after ${read} of ${size} bytes`);
  const found = hasher.digest();
  if (found !== digest) throw new Corrupt(what, `its digest is ${found} and should be ${digest}`);
}
