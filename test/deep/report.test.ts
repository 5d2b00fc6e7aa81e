import { expect, test } from '@jest/globals';

import { annotationCommands, markdown, terminal, type Block, type Page, type Text } from '#report';

import { columnsOf, cut } from '../../packages/report/width.ts';
import { visible } from '../../packages/report/visible.ts';
import { hostile, random as texts } from '../packages/report/hostile.ts';
import { everywhere, expected, normal } from '../packages/report/pages.ts';
import { readPage } from '../packages/report/reader.ts';
import { isCommand, readCommand } from '../packages/report/runner.ts';
import type { Random } from '../rounds.ts';
import { mutatedText } from './mutation.ts';
import { watched, within } from './watched.ts';

const known = Object.values(hostile).filter((text) => text.length < 3000);
const samples = ['', ...known] as const;
const pieces = [
  ...[
    '`',
    '``',
    '|',
    '\\',
    '*',
    '_',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '&',
    '#',
    '@',
    '!',
    '~',
    '$',
    ':',
  ],
  ...[
    '::',
    '##[',
    '\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '\0',
    '\x1b[',
    '\x1b]8;;',
    '\x9b',
    '\u202e',
    '\u200b',
  ],
  ...[
    '\ud83d',
    '\u0301',
    '\ufe0f',
    '漢',
    '😀',
    '🇫',
    '</details>',
    '<!--',
    '```',
    '- ',
    '1. ',
    'www.',
    'gh-1',
  ],
  ...['https://x.example/', 'a', 'x'.repeat(60)],
] as const;

function text(random: Random, seed: number): string {
  const one = random.below(2) === 0 ? random.pick(samples) : ([...texts(seed, 1)][0] ?? '');
  return random.below(3) === 0 ? one : mutatedText(random, one, pieces).slice(0, 20_000);
}

test('a hostile text is only letters at every place of the Markdown', async () => {
  const done = await watched(
    async (random, seed) => {
      const one = text(random, seed);
      await within({ ms: 3000 }, JSON.stringify(one).slice(0, 4000), () => {
        expect(normal(readPage(markdown(everywhere(one))))).toEqual(expected(one));
      });
    },
    { parts: 4 },
  );
  expect(done).toBeGreaterThan(0);
});

/** A text of several spans. */
function spans(random: Random, seed: number): Text {
  const one = () => text(random, seed).slice(0, 300);
  return Array.from({ length: random.below(4) }, () => {
    switch (random.below(5)) {
      case 0:
        return { kind: 'code', text: one() };
      case 1:
        return { kind: 'strong', text: one() };
      case 2:
        return { kind: 'link', text: one(), url: random.pick(['https://x.example/a', one()]) };
      case 3:
        return { kind: 'mark', mark: random.pick(['passed', 'failed', 'waiting']) };
      default:
        return one();
    }
  });
}

function blocks(random: Random, seed: number, depth: number): readonly Block[] {
  const one = () => spans(random, seed);
  const inner = () => (depth > 5 ? [] : blocks(random, seed, depth + 1));
  return Array.from({ length: random.below(4) }, (): Block => {
    switch (random.below(6)) {
      case 0:
        return { kind: 'list', items: Array.from({ length: random.below(4) }, one) };
      case 1:
        return { kind: 'code', text: text(random, seed), language: random.pick(['', 'sh', '```']) };
      case 2:
        return { kind: 'section', title: one(), blocks: inner() };
      case 3:
        return { kind: 'details', summary: one(), blocks: inner() };
      case 4:
        return {
          kind: 'table',
          head: Array.from({ length: random.below(5) }, () => text(random, seed).slice(0, 60)),
          rows: Array.from({ length: random.below(4) }, () =>
            Array.from({ length: random.below(7) }, one),
          ),
          right: [random.below(5)],
        };
      default:
        return { kind: 'paragraph', text: one() };
    }
  });
}

const pageOf = (random: Random, seed: number): Page => ({
  title: spans(random, seed),
  blocks: blocks(random, seed, 0),
});

test('any page is Markdown of the renderer alone, closed and no longer than it may be', async () => {
  const done = await watched(
    async (random, seed) => {
      const page = pageOf(random, seed);
      await within({ ms: 3000 }, `a page of seed ${seed}`, () => {
        const all = markdown(page);
        expect(readPage(all).length).toBeGreaterThanOrEqual(0);
        const maxBytes = random.below(Buffer.byteLength(all) + 200);
        const short = markdown(page, { maxBytes });
        expect(Buffer.byteLength(short)).toBeLessThanOrEqual(maxBytes);
        expect(readPage(short).length).toBeGreaterThanOrEqual(0);
      });
    },
    { parts: 4 },
  );
  expect(done).toBeGreaterThan(0);
});

const unseen = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}]|[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;
const colours = new RegExp(`${String.fromCharCode(27)}\\[(?:0|1|2|31|32|33|36)m`, 'g');
const columns = (line: string): number =>
  cut(line).reduce((sum, cluster) => sum + columnsOf(cluster), 0);

test('any page on a terminal keeps to its width, shows what is there and gives no orders', async () => {
  const done = await watched(
    async (random, seed) => {
      const page = pageOf(random, seed);
      const width = random.below(130);
      await within({ ms: 3000 }, `a page of seed ${seed}`, () => {
        const plain = terminal(page, { width, colour: false });
        const coloured = terminal(page, { width, colour: true });
        expect(plain).not.toMatch(unseen);
        expect([isCommand(plain), isCommand(coloured)]).toEqual([false, false]);
        // What would be a command is spelled out, which is some columns longer.
        const most = Math.max(20, width || 80);
        const long = plain
          .split('\n')
          .filter((line) => columns(line.replace(/\\u003a|\\u0023/g, ':')) > most);
        expect(long).toEqual([]);
        // A coloured blank at the end of a line stays, and a colour inside a command takes it apart.
        const bare = (shown: string) =>
          shown
            .replace(/\\u003a/g, ':')
            .replace(/\\u0023/g, '#')
            .replace(/[^\S\n]+$/gm, '');
        expect(bare(coloured.replace(colours, ''))).toBe(bare(plain));
      });
    },
    { parts: 4 },
  );
  expect(done).toBeGreaterThan(0);
});

test('an annotation is one command that the runner reads back as it was', async () => {
  const done = await watched(
    async (random, seed) => {
      const [message, title, file] = [text(random, seed), text(random, seed), text(random, seed)];
      const line = random.below(1000);
      await within({ ms: 1000 }, JSON.stringify([message, title]).slice(0, 4000), () => {
        const level = random.pick(['error', 'warning', 'notice'] as const);
        const commands = annotationCommands([{ level, message, title, file, line }]);
        expect(commands).toHaveLength(1);
        expect(commands[0]).not.toMatch(/[\r\n]/);
        const read = readCommand(commands[0] ?? '');
        expect([read?.name, read?.message]).toEqual([level, visible(message)]);
        expect(read?.properties).toEqual({
          ...(title === '' ? {} : { title: visible(title) }),
          ...(file === '' ? {} : { file }),
          ...(line === 0 ? {} : { line: String(line) }),
        });
      });
    },
    { parts: 4 },
  );
  expect(done).toBeGreaterThan(0);
});
