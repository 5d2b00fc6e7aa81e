import type { Readable } from 'node:stream';

import { flowOf, pour, type Flow } from '#io';

import { Check } from './check.ts';
import type { Descriptor } from './descriptor.ts';

/**
 * Passes bytes on from byte `from`, and ends in an error when the whole is not what the descriptor promises: before
 * its last bytes are out.
 * @throws Corrupt as soon as there are too many bytes, or with the last ones
 */
export const verified = (
  source: Readable,
  descriptor: Descriptor,
  { what, from = 0 }: { readonly what: string; readonly from?: number },
): Flow =>
  flowOf(source, async (sink) => {
    const check = new Check(descriptor, what);
    await pour(source, async (bytes) => {
      const skip = Math.min(Math.max(from - check.bytes, 0), bytes.byteLength);
      check.add(bytes);
      if (skip < bytes.byteLength) await sink(bytes.subarray(skip));
    });
    check.end();
  });
