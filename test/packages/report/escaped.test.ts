import { expect, test } from '@jest/globals';

import { type Escaped, inCommand, inMarkdown, inTerminal, join } from '#report';

import { inHtml, trusted } from '../../../packages/report/escaped.ts';

const data = ['data'].join('');
const safe = trusted<'markdown'>('*');

test('a template keeps its own letters and those of text for the same place', () => {
  expect(inMarkdown`**${safe}** ${3}\n`).toBe('***** 3\n');
});

test('a plain string does not typecheck where text lands', () => {
  // @ts-expect-error a string may hold anything
  const markdown: Escaped<'markdown'> = data;
  expect(markdown).toBe('data');
  // @ts-expect-error a string may hold anything
  expect(inMarkdown`${data}`).toBe('data');
  // @ts-expect-error a string may hold anything
  expect(inTerminal`${data}`).toBe('data');
  // @ts-expect-error a string may hold anything
  expect(inCommand`${data}`).toBe('data');
  // @ts-expect-error a string may hold anything
  expect(inHtml`${data}`).toBe('data');
});

test('text that is safe at one place does not typecheck at another', () => {
  // @ts-expect-error what is inert in Markdown can be an order to a terminal
  expect(inTerminal`${safe}`).toBe('*');
  // @ts-expect-error and the other way round
  expect(inMarkdown`${inTerminal`a`}`).toBe('a');
});

test('text that was changed is a plain string again', () => {
  // @ts-expect-error an escape cut in half is none
  const cut: Escaped<'markdown'> = safe.slice(1);
  expect(cut).toBe('');
});

test('parts are joined with a separator of the same place', () => {
  expect(join([safe, safe], inMarkdown`, `)).toBe('*, *');
});
