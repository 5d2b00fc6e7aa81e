import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';

import { ecluseSchema, parseConfig, type Config } from '#config';
import { UsageError } from '#io';

import { badByForm, badByMeaning, badYaml, bytes, short, whole } from '../packages/config/files.ts';
import type { Random } from '../rounds.ts';
import { mutatedBytes, mutatedText, some } from './mutation.ts';
import { refused } from './sentence.ts';
import { watched, within } from './watched.ts';

const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
ajv.addKeyword('x-ecluse-half');
const fits = ajv.compile(ecluseSchema());

const bad = [...badByForm, ...badByMeaning, ...badYaml].map(({ text }) => text);
const samples = [whole, short, whole, short, ...bad] as const;
const pieces = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    ': ',
    '- ',
    '? ',
    '| ',
    '> ',
    '& ',
    '* ',
    '! ',
    '!!',
    '%',
    '@',
    '`',
  ],
  ...[
    '"',
    "'",
    '#',
    ' # x',
    '\n',
    '\r\n',
    '\n  ',
    '\n    ',
    '\t',
    '  ',
    '\0',
    '\ufeff',
    '\u2028',
    '\x85',
  ],
  ...[
    '---\n',
    '...\n',
    '%YAML 1.2\n',
    '&a',
    '*a',
    '<<',
    '!!str ',
    '!!binary ',
    '__proto__',
    'null',
    '~',
  ],
  ...['0x1f', '1e400', '.nan', 'true', 'yes', '2026-01-01', '8080', 'é', '\ud800', 'x'.repeat(300)],
  ...[
    'apiVersion',
    'ecluse/v1',
    'image',
    'images',
    'build',
    'base',
    'environments',
    'promote',
    'auto',
  ],
  ...[
    'after',
    'tag',
    'repository',
    'dev',
    'prod',
    'scratch',
    'ghcr.io/acme/shop',
    '..',
    '../x',
    '/',
  ],
] as const;
/** Lines that cost a reader more than they cost their writer. */
const costly = [
  ...[
    '[',
    '{',
    '- ',
    '? ',
    '{a: ',
    '&a [',
    '*a, ',
    'a: &a\n',
    '"',
    "'",
    '|\n',
    '>-\n ',
    ' ',
    '\n',
    '#',
    'a:\n ',
  ],
  ...['[a,', '{a,', 'e: {}\n', '\t', ',', ': ', '!!', '!a ', '\\', '"\\u', '- - '],
] as const;

function written(random: Random): Uint8Array {
  const sample = random.pick(samples);
  switch (random.below(6)) {
    case 0:
      return mutatedBytes(random, bytes(sample));
    case 1:
      return bytes(`${sample}${some(random, costly, 3).join('').repeat(random.below(3000))}`);
    case 2:
      return bytes(some(random, pieces, 40).join(''));
    default:
      return bytes(mutatedText(random, sample, pieces));
  }
}

/** What holds of every file that is accepted. */
function sound({ images, environments, base }: Config): void {
  const unique = (values: readonly string[]): void => {
    expect(new Set(values).size).toBe(values.length);
  };
  expect(images.length).toBeGreaterThan(0);
  unique(images.map(({ name }) => name));
  unique(images.map(({ repository }) => repository));
  unique(environments.map(({ name }) => name.toLowerCase()));
  for (const [at, { name, after }] of environments.entries()) {
    const before = environments.slice(0, at).map((one) => one.name);
    expect([name, after.filter((other) => !before.includes(other))]).toEqual([name, []]);
  }
  for (const { build } of images) {
    for (const path of [build.context, build.file])
      expect(path).not.toMatch(/^(?:\/|\.\.(?:\/|$))/);
  }
  expect(base?.allowed.length).not.toBe(0);
}

test('any bytes are refused with their line, or are a file that fits its schema and its own rules', async () => {
  const done = await watched(async (random) => {
    const content = written(random);
    const text = Buffer.from(content).toString();
    await within({ ms: 8000, mib: 600 }, JSON.stringify(text).slice(0, 4000), () => {
      try {
        const config = parseConfig(content, 'ecluse.yml');
        sound(config);
        expect(parseConfig(content, 'ecluse.yml')).toEqual(config);
        // The same in other places and with a remark: the policy is the same one.
        expect(parseConfig(bytes(`# a remark\n${text}`), 'ecluse.yml').digest).toBe(config.digest);
        fits(parse(text));
        expect(fits.errors).toBeNull();
      } catch (error) {
        refused(error, UsageError);
        const { message, at } = error as UsageError;
        expect(message).toMatch(/^ecluse\.yml:\d+:\d+: /);
        expect(message.length).toBeLessThan(3000);
        expect(at?.file).toBe('ecluse.yml');
        expect(at?.line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
      }
    });
  });
  expect(done).toBeGreaterThan(0);
});
