import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from '@jest/globals';

import {
  Failed,
  NothingToDo,
  Refused,
  run,
  UsageError,
  type Failure,
  type Host,
  type Io,
} from '#io';

import type { Delivery } from '../../../packages/io/host.ts';
import { Interrupted } from '../../../packages/io/signals.ts';
import { refusalOf } from '../../../packages/io/run.ts';
import { action } from './stage.fixture.ts';

const cwd = mkdtempSync(join(tmpdir(), 'run-'));
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

const passed = {
  gate: 'after',
  outcome: 'passed',
  reason: 'preprod was passed',
  evidence: [],
} as const;
const failed = { gate: 'order', outcome: 'failed', reason: 'prod is newer', evidence: [] } as const;
const unknown = {
  gate: 'base',
  outcome: 'not evaluated',
  reason: 'the base is not known',
  evidence: [],
} as const;

function hosted(given: Readonly<Record<string, string>> = {}, controller = new AbortController()) {
  const told: {
    delivery?: Delivery;
    failure?: Failure;
    stack?: string | undefined;
    closed: number;
  } = { closed: 0 };
  const io = {
    cwd,
    signal: controller.signal,
    input: (name: string) => ({ image: 'shop', ...given })[name],
  } as unknown as Io;
  const host: Host = {
    open: () => Promise.resolve(io),
    done: (delivery) => {
      told.delivery = delivery;
      return Promise.resolve();
    },
    failed: (failure, stack) => {
      told.failure = failure;
      told.stack = stack;
    },
    close: () => {
      told.closed += 1;
      return Promise.resolve();
    },
  };
  return { host, told, controller };
}

test('a result is delivered with its page, its own outputs and those of every action', async () => {
  const { host, told } = hosted({ tags: '1.2.3\ndev' });
  expect(await run(action(), host)).toBe(0);
  expect(told.closed).toBe(1);
  expect(told.failure).toBeUndefined();
  expect(told.delivery?.refusal).toBeUndefined();
  expect(told.delivery?.page.title).toBe('Looked at shop@sha256:1');
  expect(Object.fromEntries(told.delivery?.outputs ?? [])).toEqual({
    image: 'shop@sha256:1',
    digest: 'sha256:1',
    metadata: JSON.stringify(told.delivery?.document),
    tags: '1.2.3\ndev',
  });
});

test('outputs are empty where a document has no image', async () => {
  const { host, told } = hosted();
  await run(
    action(() => Promise.resolve({ image: null, digest: null })),
    host,
  );
  expect(told.delivery?.outputs.get('image')).toBe('');
  expect(told.delivery?.outputs.get('digest')).toBe('');
});

test.each([
  [[passed], 0, undefined],
  [[passed, failed, unknown], 1, '1 of 3 gates failed: order: prod is newer'],
  [[passed, unknown], 3, '1 of 2 gates could not be evaluated: base: the base is not known'],
  [[failed], 1, '1 of 1 gate failed: order: prod is newer'],
])(
  'gates decide the exit code, and what is not 0 has a sentence',
  async (results, exit, refusal) => {
    const { host, told } = hosted();
    expect(
      await run(
        action(() => Promise.resolve({ results })),
        host,
      ),
    ).toBe(exit);
    expect(told.delivery?.refusal).toBe(refusal);
  },
);

test('of many reasons the first are told', () => {
  expect(refusalOf(Array.from({ length: 5 }, () => failed))).toBe(
    '5 of 5 gates failed: order: prod is newer; order: prod is newer; order: prod is newer; and 2 more',
  );
});

test.each([
  ['usage', 2, new UsageError('input "x" is wrong')],
  ['immutable', 1, new Refused('immutable', 'the version stands')],
  ['unreachable', 3, new Failed(3, 'unreachable', 'no network')],
  ['bug', 3, new TypeError('undefined is not a function')],
])('what is thrown ends the run with its code: %s is %d', async (code, exit, thrown) => {
  const { host, told } = hosted();
  expect(
    await run(
      action(() => Promise.reject(thrown)),
      host,
    ),
  ).toBe(exit);
  expect(told).toMatchObject({ failure: { exit, code }, closed: 1 });
  expect(told.stack).toContain(thrown.message);
  expect(told.delivery).toBeUndefined();
});

test('a wrong input never reaches the work', async () => {
  const { host, told } = hosted({ mode: 'hard' });
  let worked = false;
  const exit = await run(
    action(async () => {
      worked = true;
      return {};
    }),
    host,
  );
  expect([exit, worked]).toEqual([2, false]);
  expect(told.failure).toMatchObject({
    input: 'mode',
    message: 'input "mode" must be one of strict, warn, not "hard"',
  });
});

test('an event that asks for nothing is no failure and has a document', async () => {
  const { host, told } = hosted();
  expect(
    await run(
      action(() => Promise.reject(new NothingToDo('the branch was deleted'))),
      host,
    ),
  ).toBe(0);
  expect(told.failure).toBeUndefined();
  expect(told.delivery?.document).toEqual({
    kind: 'https://ecluse.dev/nothing/v1',
    image: null,
    digest: null,
    results: [],
    reason: 'the branch was deleted',
  });
  expect(told.delivery?.outputs.get('image')).toBe('');
});

test('the whole document goes to the file that was named, and its folder is made', async () => {
  const { host, told } = hosted({ 'metadata-file': 'out/result.json' });
  expect(await run(action(), host)).toBe(0);
  expect(JSON.parse(readFileSync(join(cwd, 'out/result.json'), 'utf8'))).toEqual(
    told.delivery?.document,
  );
});

test('a document that cannot be written is a failure with a remedy', async () => {
  const { host, told } = hosted({ 'metadata-file': '/dev/null/result.json' });
  expect(await run(action(), host)).toBe(2);
  expect(told.failure).toMatchObject({ code: 'usage', input: 'metadata-file' });
  expect(told.failure?.message).toMatch(
    /^"\/dev\/null\/result.json" cannot be written \(E[A-Z]+\): change "metadata-file"$/,
  );
});

test('a host that cannot open is closed too', async () => {
  const { host, told } = hosted();
  const exit = await run(action(), {
    ...host,
    open: () => Promise.reject(new UsageError('"--x" is not a flag')),
  });
  expect([exit, told.closed, told.failure?.exit]).toEqual([2, 1, 2]);
});

test('work that does not end after a signal is left behind after the grace', async () => {
  const { host, told, controller } = hosted();
  const never = action(async () => {
    controller.abort(new Interrupted('SIGINT'));
    return new Promise<never>(() => undefined);
  });
  expect(await run(never, host, { graceMs: 20 })).toBe(130);
  expect(told).toMatchObject({ failure: { code: 'interrupted', exit: 130 }, closed: 1 });
});

test('work that is done within the grace has its result delivered', async () => {
  const { host, told, controller } = hosted();
  const exit = await run(
    action(async () => {
      controller.abort(new Interrupted('SIGINT'));
      return {};
    }),
    host,
  );
  expect([exit, told.failure]).toEqual([0, undefined]);
});
