import { expect, test } from '@jest/globals';

import { ignoreRules, matchSource } from '#dockerfile';
import { UsageError } from '#io';

import type { Random } from '../rounds.ts';
import { mutatedText, some } from './mutation.ts';
import { refused } from './sentence.ts';
import { watched, within } from './watched.ts';

const letters = ['a', 'b', 'c', '.'] as const;
const folders = ['a', 'b', 'ab', 'c', '.a', 'a.b'] as const;
const pieces = [
  ...['a', 'b', '/', '/', '*', '**', '**/', '/**', '?', '[ab]', '[^a]', '[a-c]', '\\*', '.', 'a.b'],
] as const;
const hostile = [
  ...pieces,
  '!',
  '#',
  '[',
  ']',
  '\\',
  '\n',
  '\r',
  ' ',
  '\0',
  'é',
  '{',
  '(',
  '|',
  '+',
  '$',
  '^',
] as const;

const pattern = (random: Random): string =>
  Array.from({ length: 1 + random.below(5) }, () => random.pick(pieces)).join('');
const path = (random: Random): string =>
  Array.from({ length: 1 + random.below(4) }, () => random.pick(folders)).join('/');
const above = (of: string): readonly string[] =>
  of.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'));

/** Go's path.Clean, then without the slash at the start. */
function clean(written: string): string {
  const parts: string[] = [];
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    const isUp = part === '..';
    if (isUp && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!isUp || !written.startsWith('/')) parts.push(part);
  }
  return parts.length === 0 ? (written.startsWith('/') ? '/' : '.') : parts.join('/');
}

/** A rule as a regular expression, the way Docker's own matcher makes one: https://docs.docker.com/build/concepts/context/#dockerignore-files */
function expression(written: string): RegExp {
  const text = clean(written);
  let source = '';
  for (let at = 0; at < text.length; at += 1) {
    const [char, next] = [text.charAt(at), text.charAt(at + 1)];
    if (char === '*' && next === '*') {
      const slash = text.charAt(at + 2) === '/';
      at += slash ? 2 : 1;
      source += at + 1 === text.length ? '.*' : '(?:.*/)?';
    } else if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else if (char === '[') {
      const end = text.indexOf(']', at);
      source += text.slice(at, end + 1);
      at = end;
    } else if (char === '\\') {
      at += 1;
      source += RegExp.escape(next);
    } else source += RegExp.escape(char);
  }
  // "**x" without other wildcards is asked as "ends with x".
  const plain = text.startsWith('**') && !text.startsWith('**/') && !/[*?[\\]/.test(text.slice(2));
  return plain
    ? new RegExp(`${RegExp.escape(text.slice(2))}$`, 's')
    : new RegExp(`^${source}$`, 's');
}

test('rules leave out what the documented rules leave out, and no folder that has to be looked into', async () => {
  const done = await watched(
    (random) => {
      const written = Array.from({ length: 1 + random.below(5) }, () => ({
        include: random.below(3) === 0,
        text: pattern(random),
      }));
      const text = written.map((one) => `${one.include ? '!' : ''}${one.text}`).join('\n');
      const rules = ignoreRules(text);
      const model = (asked: string): boolean =>
        written.reduce(
          (ignored, rule) =>
            above(asked).some((one) => expression(rule.text).test(one)) ? !rule.include : ignored,
          false,
        );
      for (let count = 0; count < 10; count += 1) {
        const asked = path(random);
        const ignored = rules.ignores(asked);
        expect([text, asked, ignored]).toEqual([text, asked, model(asked)]);
        if (ignored) continue;
        for (const folder of above(asked).slice(0, -1)) {
          const open = !rules.ignores(folder) || rules.mayHoldIncluded(folder);
          expect([text, asked, folder, open]).toEqual([text, asked, folder, true]);
        }
      }
    },
    { parts: 3 },
  );
  expect(done).toBeGreaterThan(0);
});

test('any text is refused in a sentence or judges any path in bounded time', async () => {
  const done = await watched(
    async (random) => {
      const one = some(random, hostile, 12)
        .join('')
        .repeat(1 + random.below(200));
      const text = mutatedText(random, `*\n!a/b\n${one}`, hostile);
      const asked = `${some(random, letters, 8).join('').repeat(40)}/`.repeat(1 + random.below(10));
      await within({ ms: 2000 }, JSON.stringify([text, asked]).slice(0, 4000), () => {
        try {
          const rules = ignoreRules(text);
          for (const each of [asked, 'a/b/c', path(random)]) {
            expect(typeof rules.ignores(each)).toBe('boolean');
            expect(typeof rules.mayHoldIncluded(each)).toBe('boolean');
          }
        } catch (error) {
          refused(error, UsageError);
        }
      });
    },
    { parts: 3 },
  );
  expect(done).toBeGreaterThan(0);
});

test('the source of a COPY matches what Go matches, and in bounded time', async () => {
  const done = await watched(
    async (random) => {
      const written = pattern(random).replaceAll('**', '*');
      const asked = path(random);
      const at = { file: 'Dockerfile', line: 1 };
      const source = written.replace(/\[[^\]]*\]|\\.|[^[\\]/gs, (part) =>
        part === '*'
          ? '[^/]*'
          : part === '?'
            ? '[^/]'
            : /^[[\\]/.test(part)
              ? part
              : RegExp.escape(part),
      );
      expect([written, asked, matchSource(written, at)(asked)]).toEqual([
        ...[written, asked],
        new RegExp(`^${source}$`, 's').test(asked),
      ]);
      const text = some(random, hostile, 30).join('');
      await within({ ms: 500 }, JSON.stringify(text), () => {
        try {
          matchSource(text, at)(asked.repeat(50));
        } catch (error) {
          refused(error, UsageError);
        }
      });
    },
    { parts: 3 },
  );
  expect(done).toBeGreaterThan(0);
});
