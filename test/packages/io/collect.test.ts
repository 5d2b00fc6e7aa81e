import { expect, test } from '@jest/globals';

import { Collected, Lines } from '../../../packages/io/collect.ts';

const bytes = (text: string) => Buffer.from(text);

function linesOf(...chunks: readonly (string | Buffer)[]): readonly string[] {
  const taken: string[] = [];
  const lines = new Lines((line) => taken.push(line));
  for (const chunk of chunks) lines.add(Buffer.from(chunk));
  lines.end();
  return taken;
}

test('the first bytes are kept and the rest is counted as cut', () => {
  const collected = new Collected(5);
  collected.add(bytes('abc'));
  expect(collected.cut).toBe(false);
  collected.add(bytes('def'));
  collected.add(bytes('ghi'));
  expect(Buffer.from(collected.bytes()).toString()).toBe('abcde');
  expect(collected.cut).toBe(true);
});

test('what fits exactly is not cut', () => {
  const collected = new Collected(3);
  collected.add(bytes('abc'));
  expect(collected.cut).toBe(false);
});

test('lines are cut wherever the chunks are', () => {
  expect(linesOf('a', 'b\ncd\r\n', '\ne')).toEqual(['ab', 'cd', '', 'e']);
  expect(linesOf()).toEqual([]);
});

test('a letter may be split over two chunks', () => {
  const [first, second] = [Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1)];
  expect(linesOf(first, second)).toEqual(['é']);
});

test('a line without an end fills no memory', () => {
  const [line, ...more] = linesOf(...Array.from({ length: 100 }, () => 'x'.repeat(1000)), '\nnext');
  expect(line).toBe(`${'x'.repeat(8192)}…`);
  expect(more).toEqual(['next']);
});
