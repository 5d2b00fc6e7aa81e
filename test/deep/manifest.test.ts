import { expect, test } from '@jest/globals';

import {
  asReferrer,
  children,
  Corrupt,
  digestOf,
  isDigest,
  isIndex,
  mediaType,
  parseJson,
  parseManifest,
} from '#oci';

import { imageOf, indexOf, referrerOf } from '../packages/oci/samples.ts';
import type { Random } from '../rounds.ts';
import { mutatedBytes, mutatedText, some } from './mutation.ts';
import { refused } from './sentence.ts';
import { watched, within } from './watched.ts';

const { descriptor } = imageOf('a');
const samples = [
  imageOf('a'),
  imageOf('b', { annotations: { a: '1' }, artifactType: 'application/x.a' }),
  referrerOf(descriptor, 'evidence', 'application/x.test'),
  indexOf([
    { ...descriptor, platform: { os: 'linux', architecture: 'arm', variant: 'v7' } },
    descriptor,
  ]),
] as const;
const types = ['application/json', '', ...Object.values(mediaType)] as const;
const pieces = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    'null',
    'true',
    '0',
    '-1',
    '1e400',
    '9007199254740992',
  ],
  ...['"a"', '""', '"\\u0000"', '"\\ud800"', '\ud800', '{"a":', '[[', ' ', '\n', '\ufeff', '//'],
  ...['"mediaType"', '"layers"', '"manifests"', '"config"', '"subject"', '"__proto__"'],
] as const;

const hostile = [
  ...[null, true, 0, -1, 1.5, 2 ** 53, '', 'text', 'a'.repeat(2000), '\0', '\u202e', [], {}],
  ...[{ __proto__: null }, ['a'], { size: 1 }, JSON.parse('{"__proto__":{"size":1}}') as unknown],
] as const;

/** The same value with one part of it replaced, left out, doubled or put deep. */
function twisted(random: Random, value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null;
  if (!isObject || random.below(5) === 0) return random.pick(hostile);
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const at = random.below(entries.length + 1);
  const [key = random.pick(['mediaType', 'urls', 'data', '__proto__', '']), inner] =
    entries[at] ?? [];
  if (Array.isArray(value)) {
    const changed = random.below(3) === 0 ? some(random, [1, inner], 3) : [twisted(random, inner)];
    return (value as readonly unknown[]).toSpliced(at, 1, ...changed);
  }
  const others = entries.filter(([name]) => name !== key);
  if (random.below(4) === 0) return Object.fromEntries(others);
  return Object.fromEntries([...others, [key, twisted(random, inner)]]);
}

function written(random: Random): Uint8Array {
  const { bytes } = random.pick(samples);
  const text = Buffer.from(bytes).toString();
  switch (random.below(4)) {
    case 0:
      return mutatedBytes(random, bytes);
    case 1:
      return Buffer.from(mutatedText(random, text, pieces));
    case 2:
      return Buffer.from('{"a":['.repeat(random.below(100_000)) + ']}'.repeat(random.below(90)));
    default:
      return Buffer.from(JSON.stringify(twisted(random, JSON.parse(text))));
  }
}

test('any bytes are refused in a sentence, or are a manifest whose parts can be asked for', async () => {
  const done = await watched(
    async (random) => {
      const bytes = written(random);
      const own = random.pick(samples).descriptor.mediaType;
      const type = random.below(4) === 0 ? random.pick(types) : own;
      await within({ ms: 500 }, Buffer.from(bytes).toString().slice(0, 500), () => {
        try {
          const manifest = parseManifest(bytes, type);
          expect(manifest.mediaType).toBe(type);
          for (const { digest, size, mediaType: kind } of children(manifest)) {
            expect([isDigest(digest), Number.isSafeInteger(size), size >= 0]).toEqual([
              ...[true, true, true],
            ]);
            expect(kind).toMatch(/^[\x21-\x7e][\x20-\x7e]*$/);
          }
          const again = Buffer.from(JSON.stringify({ ...manifest, schemaVersion: 2 }));
          expect(parseManifest(again, type)).toEqual(manifest);
          const shown = asReferrer({ mediaType: type, digest: digestOf(bytes), size: 1 }, manifest);
          expect(shown.artifactType === undefined).toBe(
            isIndex(manifest) && manifest.artifactType === undefined,
          );
        } catch (error) {
          refused(error, Corrupt);
          expect((error as Corrupt).message.length).toBeLessThan(1000);
        }
      });
    },
    { parts: 2 },
  );
  expect(done).toBeGreaterThan(0);
});

/** Levels of lists and objects. */
const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Object.values(value).reduce<number>((most, one) => Math.max(most, depthOf(one)), 0)
    : 0;

const plain = (bytes: Uint8Array): { readonly value: unknown } | undefined => {
  try {
    return {
      value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown,
    };
  } catch {
    return undefined;
  }
};

test('JSON within the limits reads as the language reads it, all else is refused in a sentence', async () => {
  const done = await watched(
    (random) => {
      const bytes = written(random).subarray(0, 20_000);
      const limits = { maxBytes: 5000 + random.below(20_000), maxDepth: 1 + random.below(70) };
      const value = plain(bytes);
      const fits =
        value !== undefined &&
        bytes.length <= limits.maxBytes &&
        depthOf(value.value) <= limits.maxDepth;
      try {
        expect(parseJson(bytes, 'it', limits)).toEqual(value?.value);
        expect(fits).toBe(true);
      } catch (error) {
        refused(error, Corrupt);
        expect(fits).toBe(false);
      }
    },
    { parts: 2 },
  );
  expect(done).toBeGreaterThan(0);
});
