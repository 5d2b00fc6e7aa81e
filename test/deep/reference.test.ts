import { expect, test } from '@jest/globals';

import { UsageError } from '#io';
import {
  formatReference,
  isDigest,
  isTag,
  parseDigest,
  parseReference,
  parseRegistryReference,
  parseTag,
} from '#oci';

import type { Random } from '../rounds.ts';
import { mutatedText, some } from './mutation.ts';
import { refused } from './sentence.ts';
import { watched, within } from './watched.ts';

const hex = '0123456789abcdef'.repeat(4);
const pieces = [
  ...['docker.io', 'index.docker.io', 'ghcr.io', 'localhost', '127.0.0.1', '[::1]', ':5000'],
  ...['/', '//', '..', '.', ':', '@', '-', '_', '__', '---', 'acme', 'Shop', 'shop', 'latest'],
  ...['1.4.2-rc.1', '1.4.2+b', 'é', ' ', 'oci:', 'oci-archive:', 'docker-archive:', 'C:\\'],
  ...['@sha256:', '@sha512:', '@md5:', hex, hex + hex, hex.toUpperCase(), '0', 'a'.repeat(200)],
  ...['\0', '\n', '\u202e', '%2f', '?', '#'],
] as const;
const valid = [
  'debian',
  'ghcr.io/acme/shop:1.4.2',
  `localhost:5000/a/b_c/d__e/f--g@sha256:${hex}`,
  `[::1]:5000/acme/shop:dev@sha512:${hex}${hex}`,
  'oci:/srv/store:dev',
  'docker-archive:image.tar:acme/shop',
] as const;

const written = (random: Random): string =>
  random.below(2) === 0
    ? some(random, pieces, 7).join('')
    : mutatedText(random, random.pick(valid), pieces);

test('any text is refused in a sentence, or is a reference that reads back as it was', async () => {
  const done = await watched(
    async (random) => {
      const text = written(random);
      await within({ ms: 200 }, JSON.stringify(text), () => {
        try {
          const reference = parseReference(text);
          expect(parseReference(formatReference(reference))).toEqual(reference);
          expect(reference.tag === undefined || isTag(reference.tag)).toBe(true);
          expect(reference.digest === undefined || isDigest(reference.digest)).toBe(true);
        } catch (error) {
          refused(error, UsageError);
        }
      });
    },
    { parts: 3 },
  );
  expect(done).toBeGreaterThan(0);
});

test('a reference for a registry keeps every part of the text in its place', async () => {
  const done = await watched(
    (random) => {
      const text = written(random);
      try {
        const { registry, repository, name, tag, digest } = parseRegistryReference(text);
        expect(name).toBe(`${registry}/${repository}`);
        const end = `${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
        expect(text.endsWith(end)).toBe(true);
        // What stands before that is the name, less what Docker's short forms leave out.
        const shown = text
          .slice(0, text.length - end.length)
          .replace(/^index\.(?=docker\.io\/)/, '');
        expect([name, name.replace('docker.io/library/', 'docker.io/')]).toEqual(
          expect.arrayContaining([
            expect.stringMatching(new RegExp(`(?:^|/)${RegExp.escape(shown)}$`)),
          ]),
        );
      } catch (error) {
        refused(error, UsageError);
      }
    },
    { parts: 3 },
  );
  expect(done).toBeGreaterThan(0);
});

test('tags and digests are those of the specifications', async () => {
  const done = await watched(
    (random) => {
      const text = some(random, pieces, 4).join('').replace(/^@/, '');
      const [tag, digest] = [parseTag, parseDigest].map((parse) => {
        try {
          return parse(text);
        } catch (error) {
          refused(error, UsageError);
          return undefined;
        }
      });
      expect(tag === text).toBe(isTag(text));
      expect(digest === text).toBe(isDigest(text));
      const word = Array.from(text).every((letter) => /[\w.-]/.test(letter));
      expect(isTag(text)).toBe(word && text.length > 0 && text.length < 129 && !/^[.-]/.test(text));
      const [algorithm, digits = ''] = text.split(/:(.*)/s);
      const length = algorithm === 'sha256' ? 64 : algorithm === 'sha512' ? 128 : -1;
      const low = Array.from(digits).every((letter) => hex.includes(letter));
      expect(isDigest(text)).toBe(digits.length === length && low);
    },
    { parts: 3 },
  );
  expect(done).toBeGreaterThan(0);
});
