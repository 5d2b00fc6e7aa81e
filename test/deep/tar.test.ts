import { expect, test } from '@jest/globals';

import { bodies, entries, readLayer, tarHeader, type Entry, type Written } from '#image';
import { Corrupt, digestOf } from '#oci';

import { collect, pieces } from '../packages/image/tars.ts';
import type { Random } from '../rounds.ts';
import { refused } from './sentence.ts';
import { archive, shuffled, sound } from './tars.ts';
import { watched, within } from './watched.ts';

type Seen = Omit<Entry, 'body'> & { readonly content: string | undefined };

interface Walk {
  readonly seen: readonly Seen[];
  /** Why it ended early. */
  readonly why: string | undefined;
}

/** `reads` says of each entry how its body is read. */
async function walked(
  source: AsyncIterable<Uint8Array>,
  reads: (body: AsyncIterable<Uint8Array>) => Promise<string | undefined>,
): Promise<Walk> {
  const seen: Seen[] = [];
  try {
    for await (const { body, ...rest } of entries(source)) {
      // Pushed before its body is read: that may be where the archive ends.
      const at = seen.push({ ...rest, content: undefined }) - 1;
      if (body !== undefined) seen[at] = { ...rest, content: await reads(body()) };
    }
    return { seen, why: undefined };
  } catch (error) {
    refused(error, Corrupt);
    return { seen, why: (error as Corrupt).message };
  }
}

const whole = async (body: AsyncIterable<Uint8Array>): Promise<string> => {
  const bytes = await collect(body);
  return `${bytes.length} ${digestOf(bytes)}`;
};

const partly =
  (random: Random) =>
  async (body: AsyncIterable<Uint8Array>): Promise<undefined> => {
    if (random.below(2) === 0) return;
    for await (const part of body) if (part.length > random.below(600)) return;
  };

const heads = ({ seen }: Walk): readonly unknown[] =>
  seen.map((one) => ({ ...one, content: undefined }));

test('any archive is walked to its end or refused, and however its bytes arrive', async () => {
  const done = await watched(
    async (random) => {
      const tar = archive(random);
      const what = Buffer.from(tar).toString('base64').slice(0, 4000);
      const all = await within({ ms: 500 }, what, () => walked(pieces(tar), whole));
      expect(await walked(shuffled(random, tar), whole)).toEqual(all);
      const skipped = await walked(shuffled(random, tar), partly(random));
      expect(skipped.why).toBe(all.why);
      expect(heads(skipped)).toEqual(heads(all));
      expect(all.seen.length).toBeLessThanOrEqual(tar.length / 512);
      const sizes = all.seen.map(({ content }) => Number(content?.split(' ')[0] ?? 0));
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(tar.length);
    },
    { parts: 3 },
  );
  expect(done).toBeGreaterThan(0);
});

test('a layer of any bytes is read or refused, and the bodies that it has are found again', async () => {
  const done = await watched(
    async (random) => {
      const tar = archive(random);
      const what = Buffer.from(tar).toString('base64').slice(0, 4000);
      await within({ ms: 500 }, what, async () => {
        const source = { what: 'the layer', open: () => shuffled(random, tar) };
        try {
          const layer = await readLayer(source);
          const wanted = layer.entries.filter(({ hasBody }) => hasBody);
          const found: number[] = [];
          for await (const { ordinal, body } of bodies(
            source,
            new Set(wanted.map(({ ordinal }) => ordinal)),
          )) {
            found.push(ordinal);
            const size = wanted.find((one) => one.ordinal === ordinal)?.sizeBytes;
            expect((await collect(body())).length).toBe(size);
          }
          expect(found).toEqual(wanted.map(({ ordinal }) => ordinal));
        } catch (error) {
          refused(error, Corrupt);
        }
      });
    },
    { parts: 3 },
  );
  expect(done).toBeGreaterThan(0);
});

const byte = (random: Random): string => String.fromCharCode(1 + random.below(255));
const path = (random: Random, most: number): string =>
  Array.from({ length: 1 + random.below(most) }, () =>
    random.below(6) === 0 ? '/' : byte(random),
  ).join('');
const number = (random: Random, ...borders: readonly [number, ...number[]]): number =>
  random.pick(borders) + random.below(3);

const kinds = ['directory', 'symlink', 'hardlink', 'character', 'fifo', 'file'] as const;

/** What our own writer may be asked to write. */
function writable(random: Random): Written {
  const kind = random.pick(kinds);
  const length = random.pick([4, 99, 101, 255, 300, 4000]);
  return {
    path: path(random, length).replace(/\/+$/, '') || 'a',
    kind,
    mode: random.below(0o10000),
    uid: number(random, 0, 8 ** 7 - 2, 2 ** 31, 2 ** 32),
    gid: number(random, 0, 8 ** 7 - 2, 2 ** 31, 2 ** 32),
    sizeBytes: 0,
    modified: number(random, -2, 0, 1.7e9, 8 ** 11 - 2, 2 ** 40),
    ...(kind === 'symlink' || kind === 'hardlink' ? { link: path(random, length) } : {}),
    ...(kind === 'character' ? { device: { major: random.below(4096), minor: 9 } } : {}),
    ...(random.below(3) === 0
      ? { xattrs: new Map([[`user.${byte(random).replace('=', 'a')}`, random.bytes(20)]]) }
      : {}),
  };
}

test('what our writer writes is what our reader reads', async () => {
  const done = await watched(
    async (random) => {
      const written = writable(random);
      const read: Entry[] = [];
      const tar = Buffer.concat([tarHeader(written), sound(random)]);
      for await (const entry of entries(shuffled(random, tar))) read.push(entry);
      const [first] = read;
      if (first === undefined) throw new Error('nothing was read');
      const { body, ...rest } = first;
      expect(body === undefined).toBe(written.kind !== 'file');
      const slash = written.kind === 'directory' ? '/' : '';
      expect(rest).toEqual({ ...written, path: `${written.path}${slash}` });
    },
    { parts: 3 },
  );
  expect(done).toBeGreaterThan(0);
});
