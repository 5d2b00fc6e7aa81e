import { expect, test } from '@jest/globals';

import { UsageError } from '#io';
import { formatReference, parseReference } from '#oci';

import { rounds, type Random } from '../rounds.ts';

const pieces = [
  ...['docker.io', 'ghcr.io', 'localhost', '127.0.0.1', '[::1]', ':5000', '/', '//', '..', '.'],
  ...[
    ':',
    '@',
    '-',
    '_',
    '__',
    'acme',
    'Shop',
    'shop',
    'latest',
    '1.4.2-rc.1',
    '1.4.2+b',
    'é',
    ' ',
  ],
  ...['oci:', 'oci-archive:', 'docker-archive:', '@sha256:', '0'.repeat(64), 'f'.repeat(128)],
  ...['\0', '\n', '\u202e', '%2f', '?', '#', 'a'.repeat(200)],
] as const;

const text = (random: Random): string =>
  Array.from({ length: 1 + random.below(7) }, () => random.pick(pieces)).join('');

test('any text is refused in a sentence or read back as it was written', async () => {
  const done = await rounds((random) => {
    const written = text(random);
    try {
      const reference = parseReference(written);
      expect(parseReference(formatReference(reference))).toEqual(reference);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      expect(Buffer.from(error.message).filter((byte) => byte < 32)).toHaveLength(0);
    }
  });
  expect(done).toBeGreaterThan(0);
});
