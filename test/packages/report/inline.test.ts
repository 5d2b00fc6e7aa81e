import { expect, test } from '@jest/globals';

import { inline } from '#report';

import { hostile, random } from './hostile.ts';
import { isCommand } from './runner.ts';

test.each([
  ['::error::x', String.raw`\u003a:error::x`],
  ['  ::error::x', String.raw`  \u003a:error::x`],
  ['\u3000::error::x', `\u3000${String.raw`\u003a:error::x`}`],
  ['see ##[error]x', String.raw`see \u0023#[error]x`],
  ['###[error]x', String.raw`#\u0023#[error]x`],
  ['one\ntwo\r\nthree\rfour', String.raw`one\ntwo\nthree\u000dfour`],
  ['a\tb', 'a b'],
  ['\u001b[31mred', String.raw`\u001b[31mred`],
])('%j is one inert line', (text, line) => {
  expect(inline(text)).toBe(line);
});

test.each(['std::vector', 'fe80::1', 'sha256:0a1b', 'issue #12', '## title', ':'])(
  '%j is harmless and stays as it is',
  (text) => {
    expect(inline(text)).toBe(text);
  },
);

test('no text is a command, more than a line, or an order to the terminal', () => {
  for (const text of [...Object.values(hostile), ...random(2, 2000)]) {
    const line = inline(text);
    expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    expect(isCommand(line)).toBe(false);
  }
});
