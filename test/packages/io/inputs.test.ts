import { expect, test } from '@jest/globals';

import { linesOf, read, UsageError, type Inputs } from '#io';

const about = { description: 'Something.', since: '0.1.0' } as const;
const from = (given: Readonly<Record<string, string>>) => ({
  input: (name: string) => given[name],
});
const one = (
  type: 'text' | 'flag' | 'count' | 'duration' | 'bytes' | 'lines' | 'list' | 'document',
) => ({ x: { ...about, type } }) as const;

const every = {
  image: { ...about, type: 'text', required: true },
  push: { ...about, type: 'flag' },
  retries: { ...about, type: 'count', default: '3' },
  soak: { ...about, type: 'duration' },
  limit: { ...about, type: 'bytes', default: '20MB' },
  tags: { ...about, type: 'lines' },
  platforms: { ...about, type: 'list' },
  mode: { ...about, type: 'one-of', values: ['strict', 'warn'], default: 'strict' },
  metadata: { ...about, type: 'document' },
} as const satisfies Inputs;

test('every input comes with the type of its declaration', () => {
  const values = read(
    from({
      image: ' shop ',
      push: 'true',
      soak: '24h',
      tags: 'type=semver,pattern={{version}}\n# a comment, with a comma\n\n dev \r\n',
      platforms: 'linux/amd64, linux/arm64\n# linux/386\nlinux/s390x,',
      mode: 'warn',
      metadata: '{"a":[1]}',
    }),
    every,
  );
  const image: string = values.image;
  const retries: number = values.retries;
  const soak: number | undefined = values.soak;
  const mode: 'strict' | 'warn' = values.mode;
  expect({ ...values, image, retries, soak, mode }).toEqual({
    image: 'shop',
    push: true,
    retries: 3,
    soak: 86_400_000,
    limit: 20_000_000,
    tags: ['type=semver,pattern={{version}}', 'dev'],
    platforms: ['linux/amd64', 'linux/arm64', 'linux/s390x'],
    mode: 'warn',
    metadata: { a: [1] },
  });
});

test('an empty string is absent: the default, an empty list, false or undefined', () => {
  const empty = Object.fromEntries(Object.keys(every).map((name) => [name, '  ']));
  expect(read(from({ ...empty, image: 'shop' }), every)).toEqual({
    image: 'shop',
    push: false,
    retries: 3,
    limit: 20_000_000,
    tags: [],
    platforms: [],
    mode: 'strict',
  });
});

test.each([
  ['flag', 'yes', 'true or false'],
  ['count', '-1', 'a whole number'],
  ['count', '9007199254740993', 'a whole number'],
  ['duration', '1 day', 'a duration such as 90s, 1h30m or 7d'],
  ['bytes', '20M', 'a size such as 512, 20MB or 1GiB'],
  ['document', '{"a":', 'JSON or the path of a JSON file'],
] as const)('a %s does not take %j', (type, value, wanted) => {
  expect(() => read(from({ x: value }), one(type))).toThrow(
    new UsageError(`input "x" must be ${wanted}, not ${JSON.stringify(value)}`),
  );
});

test('a value outside of a closed set is refused with the set', () => {
  expect(() => read(from({ image: 'shop', mode: 'hard' }), every)).toThrow(
    new UsageError('input "mode" must be one of strict, warn, not "hard"'),
  );
});

test('a required input that is missing is named with what it is', () => {
  expect(() => read(from({}), every)).toThrow(
    new UsageError('input "image" is required: Something.'),
  );
});

test('the failure carries the name of the input', () => {
  expect(() => read(from({ image: 'x', push: 'maybe' }), every)).toThrow(
    expect.objectContaining({ exit: 2, code: 'usage', input: 'push' }),
  );
});

test('control characters and long values stay harmless in a sentence', () => {
  const refused = () => read(from({ x: `\u001b[2J\n::error::${'a'.repeat(1e6)}` }), one('count'));
  expect(refused).toThrow(/^input "x" must be a whole number, not "\\u001b\[2J\\n::error::a+…"$/);
  expect(refused).toThrow(
    expect.objectContaining({ message: expect.stringMatching(/^.{0,250}$/) }),
  );
});

test.each(['true', 'True', 'TRUE'])('%s switches a flag on as in YAML', (text) => {
  expect(read(from({ x: text }), one('flag'))).toEqual({ x: true });
});

test.each(['toString', '__proto__', 'constructor'])('a flag is not %s', (text) => {
  expect(() => read(from({ x: text }), one('flag'))).toThrow(UsageError);
});

test('lines keep commas and lose comments', () => {
  expect(linesOf('a,b\n  # no\nc # yes')).toEqual(['a,b', 'c # yes']);
});
