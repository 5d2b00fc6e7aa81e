import { expect, test, jest } from '@jest/globals';

import { plainLog } from '#io';

import { liveLog } from '../../../packages/io/live-log.ts';

function clock() {
  let now = 0;
  return { now: () => now, pass: (ms: number) => (now += ms) };
}

function recorded() {
  const said: string[] = [];
  return {
    said,
    lines: {
      debug: (sentence: string) => said.push(`debug ${sentence}`),
      info: (sentence: string) => said.push(sentence),
      warn: (sentence: string) => said.push(`warning ${sentence}`),
    },
  };
}

test('a plain log has one line for a step that ended, with what it moved and how fast', async () => {
  const { said, lines } = recorded();
  const time = clock();
  const log = plainLog(lines, time.now);
  const value = await log.step('Stored base', async (progress) => {
    progress(1_000_000, 40_000_000, 'bytes');
    time.pass(2000);
    progress(40_000_000, 40_000_000, 'bytes');
    log.info('found 3 layers');
    return 7;
  });
  expect(value).toBe(7);
  expect(said).toEqual(['found 3 layers', 'Stored base (40.0 MB, 20.0 MB/s, 2.0 s)']);
});

test('a plain log says from time to time how far a step is, how fast, and how long it will take', async () => {
  const { said, lines } = recorded();
  jest.useFakeTimers({ now: 0 });
  try {
    const work = Promise.withResolvers<undefined>();
    const step = plainLog(lines).step('Store base', async (progress) => {
      progress(1_000_000, undefined, 'bytes');
      await jest.advanceTimersByTimeAsync(15_000);
      progress(30_000_000, 100_000_000, 'bytes');
      await jest.advanceTimersByTimeAsync(15_000);
      await work.promise;
    });
    work.resolve(undefined);
    await step;
  } finally {
    jest.useRealTimers();
  }
  expect(said).toEqual([
    'Store base: 1.0 MB, 66.7 kB/s',
    'Store base: 30.0 MB of 100.0 MB, 1.0 MB/s, 1 min 10 s left',
    'Store base (30.0 MB of 100.0 MB, 1.0 MB/s, 30 s)',
  ]);
});

test('a step that failed says so and throws on', async () => {
  const { said, lines } = recorded();
  const log = plainLog(lines, clock().now);
  const failing = log.step('Built', () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(said).toEqual(['Built failed (0.0 s)']);
});

test('steps that count are counted', async () => {
  const { said, lines } = recorded();
  await plainLog(lines, clock().now).step('Read', async (progress) => {
    progress(3, 7, 'steps');
  });
  expect(said).toEqual(['Read (3 of 7, 0.0 s)']);
});

test('details are told only to who asked', () => {
  const { said, lines } = recorded();
  plainLog(lines).debug('one');
  plainLog({ info: lines.info, warn: lines.warn }).debug('two');
  expect(said).toEqual(['debug one']);
});

const escape = '\u001b';
const moves = new RegExp(`(${escape}\\[\\d+A\r|${escape}\\[J|\n)`);

/** What a person sees at the end: a terminal of one column set that knows `up` and `erase below`. */
function shownBy(written: string): readonly string[] {
  const rows: string[] = [''];
  let row = 0;
  for (const part of written.split(moves)) {
    const up = /^.\[(\d+)A\r$/.exec(part);
    if (up) row -= Number(up[1]);
    else if (part === `${escape}[J`) rows.splice(row, rows.length, '');
    else if (part === '\n') rows[(row += 1)] ??= '';
    else rows[row] = (rows[row] ?? '') + part;
  }
  return rows.filter((line) => line !== '');
}

function watched(columns = 80) {
  let written = '';
  const time = clock();
  const write = (text: string) => (written += text);
  const screen = { columns, write, inline: (text: string) => text.replaceAll('\u001b', '?') };
  const lines = {
    info: (sentence: string) => write(`${sentence}\n`),
    warn: (sentence: string) => write(`warning: ${sentence}\n`),
  };
  return { log: liveLog(screen, lines, time.now), time, shown: () => shownBy(written) };
}

test('running steps stand at the bottom and what is said stands above them', async () => {
  const { log, shown } = watched();
  const first = Promise.withResolvers<undefined>();
  const second = Promise.withResolvers<undefined>();
  const steps = [
    log.step('Store base', async (progress) => {
      progress(1, 3, 'steps');
      await first.promise;
    }),
    log.step('Store app', () => second.promise),
  ];
  log.info('found the base');
  expect(shown()).toEqual(['found the base', '⠋ Store base 1 of 3', '⠋ Store app']);
  first.resolve(undefined);
  await steps[0];
  expect(shown()).toEqual(['found the base', 'Store base (1 of 3, 0.0 s)', '⠋ Store app']);
  second.resolve(undefined);
  await steps[1];
  log.warn('late');
  expect(shown()).toEqual([
    'found the base',
    'Store base (1 of 3, 0.0 s)',
    'Store app (0.0 s)',
    'warning: late',
  ]);
});

test('a name neither wraps nor orders the terminal about', async () => {
  const { log, shown } = watched(20);
  const end = Promise.withResolvers<undefined>();
  const step = log.step(`\u001b[2J${'x'.repeat(50)}`, () => end.promise);
  expect(shown()).toEqual(['⠋ ?[2Jxxxxxxxxxxxxx']);
  end.resolve(undefined);
  await step;
});

test('of many steps a few are shown', async () => {
  const { log, shown } = watched();
  const end = Promise.withResolvers<undefined>();
  const steps = Array.from({ length: 9 }, (_, at) => log.step(`Layer ${at}`, () => end.promise));
  expect(shown()).toHaveLength(7);
  expect(shown().at(-1)).toBe('  and 3 more');
  end.resolve(undefined);
  await Promise.all(steps);
  expect(shown()).toHaveLength(9);
});
