import { expect, test } from '@jest/globals';

import { annotationCommands, type Block, inline, type Mark, terminal, type Text } from '#report';

import { textGlyphs, wrap } from '../../../packages/report/glyphs.ts';
import { columnsOf, cut } from '../../../packages/report/width.ts';
import { hostile, random } from './hostile.ts';
import { everywhere } from './pages.ts';
import { isCommand } from './runner.ts';

const unseen = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}]|[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;
const colours = new RegExp(`${String.fromCharCode(27)}\\[(?:0|1|2|31|32|33|36)m`, 'g');
const plain = { width: 40, colour: false };
const page = (how: typeof plain, ...blocks: readonly Block[]) =>
  terminal({ title: '', blocks }, how);
const columns = (line: string) => cut(line).reduce((sum, cluster) => sum + columnsOf(cluster), 0);

test('a page becomes a title, sections, aligned tables and lists', () => {
  const text = terminal(
    {
      title: ['Promoted ', { kind: 'code', text: 'shop' }],
      blocks: [
        {
          kind: 'paragraph',
          text: [
            'A sentence that is longer than a line of the terminal, ',
            { kind: 'strong', text: 'so' },
          ],
        },
        {
          kind: 'section',
          title: 'Gates',
          blocks: [
            {
              kind: 'table',
              head: ['gate', 'outcome', 'ms'],
              right: [2],
              rows: [
                ['after', { kind: 'mark', mark: 'passed' }, '1,204'],
                ['順序', { kind: 'mark', mark: 'failed' }, '3'],
              ],
            },
            { kind: 'list', items: ['one', 'two that goes on and on until it wraps'] },
          ],
        },
        { kind: 'details', summary: 'Log', blocks: [{ kind: 'code', text: 'RUN make\n  all' }] },
      ],
      annotations: [
        { level: 'error', message: 'pin it', title: 'Base', file: 'Dockerfile', line: 3 },
      ],
    },
    plain,
  );
  expect(text).toBe(`Promoted shop
─────────────

A sentence that is longer than a line of
the terminal, so

Gates

  gate   outcome      ms
  ─────  ────────  ─────
  after  ✔ passed  1,204
  順序   ✖ failed      3

  - one
  - two that goes on and on until it
    wraps

Log

    RUN make
      all

- error Dockerfile:3: Base: pin it
`);
});

test.each<[Mark, string]>([
  ['passed', '\x1b[32m✔ passed\x1b[0m\n'],
  ['failed', '\x1b[31m✖ failed\x1b[0m\n'],
  ['not evaluated', '\x1b[33m? not evaluated\x1b[0m\n'],
  ['waiting', '\x1b[36m… waiting\x1b[0m\n'],
  ['unchanged', '\x1b[2m= unchanged\x1b[0m\n'],
])('%s has a colour of its own, and a symbol and a word without it', (mark, painted) => {
  const block: Block = { kind: 'paragraph', text: { kind: 'mark', mark } };
  expect(page({ ...plain, colour: true }, block)).toBe(painted);
  expect(page(plain, block)).toBe(painted.replace(colours, ''));
});

test('colours do not move what stands beside them', () => {
  const rows: readonly (readonly Text[])[] = [
    [{ kind: 'mark', mark: 'passed' }, { kind: 'strong', text: 'b' }, 'c'],
    ['a', 'long cell', 'c'],
  ];
  const table: Block = { kind: 'table', head: ['one', 'two', 'three'], rows };
  const painted = page({ ...plain, colour: true }, table);
  expect(painted).not.toBe(page(plain, table));
  expect(painted.replace(colours, '')).toBe(page(plain, table));
});

test('a cell that is too wide wraps in its column, and ends with an ellipsis when it is too high', () => {
  const cell = Array.from({ length: 50 }, (_, index) => `word${index}`).join(' ');
  const table: Block = { kind: 'table', head: ['name', 'text'], rows: [['shop', cell]] };
  const lines = page(plain, table).trimEnd().split('\n');
  expect(lines).toHaveLength(10);
  expect(lines[2]).toBe('shop  word0 word1 word2 word3 word4');
  expect(lines.slice(3).every((line) => line.startsWith('      word'))).toBe(true);
  expect(lines.at(-1)).toMatch(/…$/);
});

test('a number stays with its unit, and a long word is broken all the same', () => {
  const wrapped = (text: string, width: number) =>
    page({ ...plain, width }, { kind: 'paragraph', text })
      .trimEnd()
      .split('\n');
  expect(wrapped('wasted are some 2.1 MB (12 s)', 20)).toEqual([
    'wasted are some',
    '2.1 MB (12 s)',
  ]);
  expect(wrapped('word0 word1 word2 word3', 20)).toEqual(['word0 word1 word2', 'word3']);
  expect(wrapped('1 B'.padStart(22, '0'), 20)).toEqual(['0'.repeat(19) + '1', 'B']);
});

test('where a number and its unit have no room on a line, the unit stays whole', () => {
  const wrapped = (text: string, width: number) =>
    wrap(textGlyphs(text), width).map((line) => line.map((glyph) => glyph.text).join(''));
  expect(wrapped('wasted (999.9 kB)', 8)).toEqual(['wasted', '(999.9', 'kB)']);
});

test('a table with no room for its columns is a list of rows', () => {
  const head = ['image', 'environment', 'digest', 'since'];
  const row = ['registry.example/shop', 'production', `sha256:${'0'.repeat(20)}`, 'yesterday'];
  const group = `image: registry.example/shop
environment: production
digest:
sha256:00000000000000000000
since: yesterday
`;
  const shown = page({ ...plain, width: 30 }, { kind: 'table', head, rows: [row, row] });
  expect(shown).toBe(`${group}\n${group}`);
});

test('a link shows where it goes', () => {
  const text: Text = [
    { kind: 'link', text: 'run 12', url: 'https://x.example/12' },
    ', ',
    { kind: 'link', text: '', url: 'https://x.example' },
  ];
  expect(page({ ...plain, width: 80 }, { kind: 'paragraph', text })).toBe(
    'run 12 (https://x.example/12), https://x.example\n',
  );
});

test('what is empty leaves nothing behind', () => {
  const blocks: readonly Block[] = [
    { kind: 'list', items: [] },
    { kind: 'table', head: [], rows: [] },
  ];
  expect(page(plain, ...blocks)).toBe('');
});

test('a width that is none is eighty, and one that is too small is twenty', () => {
  const block: Block = { kind: 'paragraph', text: 'x'.repeat(100) };
  const longest = (width: number) => page({ ...plain, width }, block).indexOf('\n');
  expect([NaN, 0, 3, 20, 64.9].map(longest)).toEqual([80, 80, 20, 20, 64]);
});

test('sections inside sections stay within the width', () => {
  const nested = (depth: number): Block => ({
    kind: 'section',
    title: 'a title of some words',
    blocks: depth === 0 ? [{ kind: 'paragraph', text: 'some words to wrap' }] : [nested(depth - 1)],
  });
  const lines = page(plain, nested(30)).split('\n');
  expect(Math.max(...lines.map(columns))).toBeLessThanOrEqual(40);
});

function inert(text: string, how: typeof plain): void {
  const shown = terminal(everywhere(text), how);
  const bare = how.colour ? shown.replace(colours, '') : shown;
  expect(bare).not.toMatch(unseen);
  expect(bare.isWellFormed()).toBe(true);
  expect(isCommand(shown)).toBe(false);
  // A defused command is a few columns longer than the line was.
  const calm = bare.split('\n').filter((line) => !/\\u003a:|\\u0023#\[/.test(line));
  expect(Math.max(...calm.map(columns))).toBeLessThanOrEqual(how.width);
}

test.each(Object.entries(hostile))(
  '%s is inert at every place and within the width',
  (_name, text) => {
    inert(text, { width: 80, colour: true });
    inert(text, { width: 20, colour: false });
    const whole = page({ ...plain, width: Infinity }, { kind: 'paragraph', text });
    expect(whole).toBe(`${inline(text)}\n`);
  },
);

test('texts from a seed are inert at every place and within the width', () => {
  for (const text of random(5, 400)) inert(text, { width: 30, colour: true });
});

test('a column that may be clipped stays on one line and takes what the others leave', () => {
  const table = (width: number) =>
    terminal(
      {
        title: '',
        blocks: [
          {
            kind: 'table',
            head: ['#', 'Class', 'Made by'],
            right: [0],
            clip: [2],
            rows: [
              [
                '0',
                'application',
                { kind: 'code', text: '順序順序順序順序 and a command that is long' },
              ],
              ['1', 'base', 'RUN true'],
            ],
          },
        ],
      },
      { width, colour: false },
    );
  expect(table(40)).toBe(`#  Class        Made by
─  ───────────  ────────────────────────
0  application  順序順序順序順序 and a…
1  base         RUN true
`);
  expect(table(30)).toContain('0  application  順序順序順序…\n');
  expect(table(100)).toContain('順序順序順序順序 and a command that is long\n');
  expect(table(20)).toContain('Class: application\nMade by: 順序順序順…\n');
});

test('a tone is a colour where there are colours, and letters else', () => {
  const toned = (['warning', 'error', 'quiet'] as const).map((tone): Block => ({
    kind: 'paragraph',
    text: { kind: 'toned', tone, text: `a ${tone}` },
  }));
  expect(page({ width: 40, colour: true }, ...toned)).toBe(
    '\u001b[33ma warning\u001b[0m\n\n\u001b[31ma error\u001b[0m\n\n\u001b[2ma quiet\u001b[0m\n',
  );
  expect(page(plain, ...toned)).toBe('a warning\n\na error\n\na quiet\n');
});

test('a path that is too long breaks behind a slash, unless that is far away', () => {
  const text = (path: string) =>
    page({ width: 20, colour: false }, { kind: 'paragraph', text: path });
  expect(text('/usr/share/zoneinfo/Europe/Paris')).toBe('/usr/share/zoneinfo/\nEurope/Paris\n');
  expect(text('/var/lib/apt/extended_states_and_more')).toBe(
    '/var/lib/apt/\nextended_states_and_\nmore\n',
  );
  expect(text(`/a/${'b'.repeat(30)}`)).toBe(`/a/${'b'.repeat(17)}\n${'b'.repeat(13)}\n`);
});

test('a remark that the page makes too is made once, and on its line all the same', () => {
  const remark = { level: 'warning', message: 'pin it', file: 'Dockerfile', line: 3 } as const;
  const page = { title: 'Base', blocks: [{ kind: 'paragraph', text: 'Pin it.' }] } as const;
  const annotations = [{ ...remark, isOnPage: true as const }];
  expect(terminal({ ...page, annotations }, plain)).toBe('Base\n────\n\nPin it.\n');
  expect(terminal({ ...page, annotations: [remark] }, plain)).toContain('pin it');
  expect(annotationCommands(annotations)).toEqual(annotationCommands([remark]));
});
