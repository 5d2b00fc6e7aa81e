import type { BodyReader } from './body.ts';
import { tarLimits, type Entry, type TarLimits } from './entry.ts';
import { fedFrom } from './fed.ts';
import { ByteReader } from './reader.ts';
import { Walker } from './walker.ts';

/**
 * The entries of a plain tar archive in their order: ustar, pax, GNU and old ones, as Go's archive/tar reads them,
 * since engines unpack with that. Ends at two zero blocks and then reads its source to the end.
 * @throws Corrupt for an archive that is cut off, malformed, or over a limit
 */
export async function* entries(
  tar: AsyncIterable<Uint8Array>,
  limits: TarLimits = {},
): AsyncGenerator<Entry, void, undefined> {
  const walker = new Walker(new ByteReader(), { ...tarLimits, ...limits });
  const source = tar[Symbol.asyncIterator]();
  try {
    for (;;) {
      const member = await fedFrom(source, walker.next());
      if (member === undefined) return;
      const { body, ...entry } = member;
      yield body === undefined ? entry : { ...entry, body: () => bytesOf(source, body) };
    }
  } finally {
    // Gives the source up.
    await source.return?.();
  }
}

async function* bytesOf(
  source: AsyncIterator<Uint8Array>,
  body: BodyReader,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    const bytes = await fedFrom(source, body.next());
    if (bytes === undefined) return;
    yield bytes;
  }
}
