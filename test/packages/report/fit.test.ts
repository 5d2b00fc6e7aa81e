import { expect, test } from '@jest/globals';

import { markdown, type Page } from '#report';

import { hostile } from './hostile.ts';
import { everywhere } from './pages.ts';
import { readPage } from './reader.ts';

const rows = (count: number): Page => ({
  title: 'Packages',
  blocks: [
    {
      kind: 'table',
      head: ['name'],
      rows: Array.from({ length: count }, (_, index) => [`é ${index}`]),
    },
  ],
});
const size = (text: string): number => Buffer.byteLength(text);

test('a page that is as long as it may be is whole', () => {
  const whole = markdown(rows(100));
  expect(markdown(rows(100), { maxBytes: size(whole) })).toBe(whole);
});

test('a longer page ends after a row and says so', () => {
  const whole = markdown(rows(1000));
  const short = markdown(rows(1000), { maxBytes: 1000 });
  expect(size(short)).toBeLessThanOrEqual(1000);
  expect(size(short)).toBeGreaterThan(980);
  const note = `\n\nShortened: the whole page has ${size(whole)} bytes, and 1000 have room here.\n`;
  expect(short.endsWith(` |${note}`)).toBe(true);
  expect(whole.startsWith(short.slice(0, -note.length))).toBe(true);
});

test('a summary of a step is at most one mebibyte', () => {
  const text = markdown(rows(200_000));
  expect(size(text)).toBeLessThanOrEqual(1_048_576);
  expect(size(text)).toBeGreaterThan(1_048_500);
});

test('wherever a page ends, its details and code are closed and its escapes are whole', () => {
  const text = ['an image', 'a fence', 'the end of details', 'a mention', 'lines and tabs']
    .map((name) => hostile[name])
    .join(' ');
  const page = everywhere(text);
  const longest = size(markdown(page));
  let before = 0;
  for (let maxBytes = 0; maxBytes <= longest; maxBytes += 7) {
    const short = markdown(page, { maxBytes });
    expect(size(short)).toBeLessThanOrEqual(maxBytes);
    const read = readPage(short);
    expect(read.length).toBeGreaterThanOrEqual(before);
    if (short !== '')
      expect(read.at(-1)).toHaveProperty('text', expect.stringMatching(/^Shortened: /));
    before = read.length;
  }
  expect(before).toBeGreaterThan(15);
});

test('where not even the sentence has room, nothing is written', () => {
  expect(markdown(rows(10), { maxBytes: 20 })).toBe('');
});
