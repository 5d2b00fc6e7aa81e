import { expect, test } from '@jest/globals';

import { commonOf, parseArguments, UsageError } from '#io';

import { inputs } from './stage.fixture.ts';

const given = (...args: readonly string[]) =>
  Object.fromEntries(parseArguments(args, inputs).given);

test.each([
  [['shop'], { image: 'shop' }],
  [['shop', '--mode', 'warn'], { image: 'shop', mode: 'warn' }],
  [['--mode=warn', 'shop'], { image: 'shop', mode: 'warn' }],
  [['--tags=a=b'], { tags: 'a=b' }],
  [['--mode='], { mode: '' }],
  [['--push'], { push: 'true' }],
  [['--no-push', 'shop'], { push: 'false', image: 'shop' }],
  [['--push', 'shop'], { push: 'true', image: 'shop' }],
  [['--tags', 'a', '--tags', 'b', '--tags=c\nd'], { tags: 'a\nb\nc\nd' }],
  [['--tags', '-'], { tags: '-' }],
  [['-'], { image: '-' }],
  [['--mode', '-x'], { mode: '-x' }],
  [['--', '--mode'], { image: '--mode' }],
  [['--mode=--json'], { mode: '--json' }],
  [['--json', 'shop', '-v'], { image: 'shop' }],
])('%j is understood', (args, expected) => {
  expect(given(...args)).toEqual(expected);
});

test.each([
  [['--mod', 'warn'], '"--mod" is not a flag, did you mean "--mode"?'],
  [['--jsno'], '"--jsno" is not a flag, did you mean "--json"?'],
  [['--zzz=secret'], '"--zzz" is not a flag'],
  [['-x'], '"-x" is not a flag'],
  [['-mode'], '"-mode" is not a flag, did you mean "--mode"?'],
  [['--no-mode'], '"--no-mode" is not a flag, did you mean "--mode"?'],
  [['--constructor', 'x'], '"--constructor" is not a flag'],
  [['--push=true'], '--push takes no value: say --push or --no-push'],
  [['--mode'], '--mode needs a value: one that starts with -- is given as --mode=…'],
  [['--mode', '--json'], '--mode needs a value: one that starts with -- is given as --mode=…'],
  [['--mode', 'a', '--mode', 'b'], '--mode is given twice'],
  [['a', 'b'], '"b" is one argument too many: "image" is given already'],
])('%j is refused', (args, sentence) => {
  expect(() => parseArguments(args, inputs)).toThrow(new UsageError(sentence));
});

test('a command without a place takes no argument', () => {
  expect(() => parseArguments(['x'], {})).toThrow(
    new UsageError('"x" is one argument too many: this command takes flags alone'),
  );
});

test('the flags of every command are seen wherever they stand, but not behind --', () => {
  expect(commonOf(['--zzz', '--json', '-v', '--', '--help'])).toEqual(new Set(['json', 'verbose']));
  expect(parseArguments(['-q', '-h'], inputs).common).toEqual(new Set(['quiet', 'help']));
});
