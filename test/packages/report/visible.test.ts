import { expect, test } from '@jest/globals';

import { bounded, visible } from '../../../packages/report/visible.ts';
import { hostile, random } from './hostile.ts';

const unseen = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}]|[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;

test.each([
  ['a bidi override', 'a\u202eb', String.raw`a\u202eb`],
  ['a zero width space', 'a\u200bb', String.raw`a\u200bb`],
  ['escape', '\u001b[31m', String.raw`\u001b[31m`],
  ['NUL', '\0', String.raw`\u0000`],
  ['a control of the second set', '\u009b', String.raw`\u009b`],
  ['a lone carriage return', 'a\rb', String.raw`a\u000db`],
  ['half a surrogate pair', '\ud83d!', String.raw`\ud83d!`],
  ['a tag', 'a\u{e0041}', String.raw`a\u{e0041}`],
  ['an anchor between lines', 'a\ufff9', String.raw`a\ufff9`],
  ['a separator of lines', 'a\u2028b', String.raw`a\u2028b`],
  ['a joiner between emoji', '👩\u200d👧', String.raw`👩\u200d👧`],
  ['a variation selector on a letter', 'a\ufe0f', String.raw`a\ufe0f`],
  ['a mark without a letter', '\u0301a\n\u0301', String.raw`\u0301a` + '\n' + String.raw`\u0301`],
  [
    'the fifth mark on a letter',
    'e\u0301\u0301\u0301\u0301\u0301',
    'e\u0301\u0301\u0301\u0301\\u0301',
  ],
])('%s is spelled out', (_name, text, shown) => {
  expect(visible(text)).toBe(shown);
});

test.each([
  'plain text, 1.2',
  'ligne\n\tnext',
  'Ünïcödé e\u0301',
  '日本語 한국어',
  'שלום',
  '😀 ⚠️ 👍🏽 🇫🇷',
])('%j stays as it is', (text) => {
  expect(visible(text)).toBe(text);
});

test('a newline of Windows becomes a newline', () => {
  expect(visible('a\r\nb\r\n')).toBe('a\nb\n');
});

test('no text keeps a character that cannot be seen, and none is changed twice', () => {
  for (const text of [...Object.values(hostile), ...random(1, 500)]) {
    const shown = visible(text);
    expect(shown).not.toMatch(unseen);
    expect(shown.isWellFormed()).toBe(true);
    expect(visible(shown)).toBe(shown);
  }
});

test('a text of more than ten thousand characters is shortened and says by how much', () => {
  expect(bounded('x'.repeat(10_000))).toBe('x'.repeat(10_000));
  expect(bounded('x'.repeat(10_007))).toBe(`${'x'.repeat(10_000)}… (7 more characters)`);
});

test('a text is not shortened inside a surrogate pair', () => {
  expect(bounded(`${'x'.repeat(9_999)}😀`)).toBe(`${'x'.repeat(9_999)}… (2 more characters)`);
});
