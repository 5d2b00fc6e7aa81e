import { expect, test } from '@jest/globals';

import { rawOf, shownPath } from '#image';

test('a name is shown as it is, and each byte that is no UTF-8 by its number', () => {
  for (const name of ['plain', 'é ü ł', '日本語', '🚢', '\u{10ffff}', '\ud7ff\ue000', '\u001b\n']) {
    expect(shownPath(rawOf(name))).toBe(name);
  }
  const shown = (hex: string) => shownPath(rawOf(Buffer.from(hex, 'hex')));
  expect(shown('636166e9')).toBe('caf\\xe9');
  expect(shown('63616680')).toBe('caf\\x80');
  // Too long for what it says, half of a pair, above all, and cut off.
  expect(shown('c0af')).toBe('\\xc0\\xaf');
  expect(shown('eda080')).toBe('\\xed\\xa0\\x80');
  expect(shown('f4908080')).toBe('\\xf4\\x90\\x80\\x80');
  expect(shown('e697a5e697')).toBe('日\\xe6\\x97');
});

test('any bytes are shown as some text, and text that is UTF-8 as itself', () => {
  for (let first = 0; first < 256; first += 1) {
    for (let second = 0; second < 256; second += 1) {
      const bytes = Buffer.from([first, second, 0x41]);
      const shown = shownPath(rawOf(bytes));
      expect(shown).not.toContain('\ufffd');
      const decoded = bytes.toString('utf8');
      if (!decoded.includes('\ufffd')) expect(shown).toBe(decoded);
    }
  }
});
