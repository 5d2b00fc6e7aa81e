import { expect, test } from '@jest/globals';

import { columnsOf, cut } from '../../../packages/report/width.ts';

test.each([
  ['abc', 3],
  ['Ünïcödé', 7],
  ['e\u0301\u0323', 1],
  ['日本語', 6],
  ['한국어', 6],
  ['\u1112\u1161\u11ab', 2],
  ['ｆｕｌｌ', 8],
  ['。「」', 6],
  ['ｱｲ', 2],
  ['😀🎉', 4],
  ['👍🏽', 2],
  ['🇫🇷🇩🇪', 4],
  ['⚠️', 2],
  ['✔✖…─', 4],
  ['שלום', 4],
  ['𠀀', 2],
  ['', 0],
])('%j takes %i columns', (text, columns) => {
  expect(cut(text).reduce((sum, cluster) => sum + columnsOf(cluster), 0)).toBe(columns);
});

test('a letter is not cut from its marks, nor a flag in half', () => {
  expect(cut('ae\u0301🇫🇷b')).toEqual(['a', 'e\u0301', '🇫🇷', 'b']);
});
