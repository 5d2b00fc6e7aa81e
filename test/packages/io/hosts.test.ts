import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from '@jest/globals';

import {
  gitHubHost,
  refInput,
  run,
  terminalHost,
  UsageError,
  type Event,
  type Io,
  type Parts,
} from '#io';

import { action, noGit, streams, type Looked } from './stage.fixture.ts';

const home = mkdtempSync(join(tmpdir(), 'hosts-'));
afterAll(() => {
  rmSync(home, { recursive: true });
});
let files = 0;
const file = (text: string): string => {
  const path = join(home, `file-${(files += 1)}`);
  writeFileSync(path, text);
  return path;
};
const commit = '1a2b3c4d5e6f708192a3b4c5d6e7f80911121314';
const failed = {
  gate: 'order',
  outcome: 'failed',
  reason: 'prod is\nnewer',
  evidence: [],
} as const;

/** The environment of a step, as the runner makes it. */
function step(extra: Readonly<Record<string, string>> = {}) {
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: file(JSON.stringify({ repository: { default_branch: 'trunk' } })),
    GITHUB_REF: 'refs/heads/trunk',
    GITHUB_SHA: commit,
    GITHUB_OUTPUT: file(''),
    GITHUB_STEP_SUMMARY: file(''),
    RUNNER_TEMP: home,
    ...extra,
  };
}
const outputIn = (env: { readonly GITHUB_OUTPUT: string }): string =>
  readFileSync(env.GITHUB_OUTPUT, 'utf8').replace(/ghadelimiter_[0-9a-f-]{36}/g, 'D');

async function onGitHub(
  env: Readonly<Record<string, string>>,
  work?: (io: Io) => Promise<Partial<Looked>>,
  parts: Parts = noGit,
) {
  const { written, ...std } = streams();
  const host = await gitHubHost({ env, cwd: () => home }, parts, std);
  return { exit: await run(action(work), host), ...written };
}

async function onTerminal(
  args: readonly string[],
  how: {
    readonly env?: Readonly<Record<string, string>>;
    readonly stdin?: string;
    readonly columns?: number;
    readonly parts?: Parts;
  } = {},
  work?: (io: Io) => Promise<Partial<Looked>>,
) {
  const { written, ...std } = streams(how);
  const command = { args, env: how.env ?? {}, cwd: () => home };
  const host = await terminalHost(command, how.parts ?? noGit, std);
  return { exit: await run(action(work), host), ...written };
}

test('a step gets inputs, writes outputs and summary, and says little', async () => {
  const env = step({ INPUT_IMAGE: ' shop ', INPUT_TAGS: 'a\nb', INPUT_MODE: '' });
  expect(await onGitHub(env)).toEqual({ exit: 0, stdout: '', stderr: '' });
  expect(outputIn(env)).toMatch(
    /^image<<D\nshop@sha256:1\nD\ndigest<<D\nsha256:1\nD\nmetadata<<D\n\{.*\}\nD\ntags<<D\na\nb\nD\n$/,
  );
  expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toContain('Looked at shop');
});

test('the name of an input keeps its dashes', async () => {
  const env = step({ INPUT_IMAGE: 'shop', 'INPUT_METADATA-FILE': 'result.json' });
  await onGitHub(env);
  expect(JSON.parse(readFileSync(join(home, 'result.json'), 'utf8'))).toMatchObject({
    digest: 'sha256:1',
  });
});

test('an input of the command line alone is none in a step', async () => {
  const refs: unknown[] = [];
  const { written, ...std } = streams();
  const env = step({ INPUT_IMAGE: 'shop', INPUT_REF: 'other' });
  const host = await gitHubHost({ env, cwd: () => home }, noGit, std);
  const module = action(async (io) => {
    refs.push(io.input('ref'));
    return {};
  });
  expect(await run({ ...module, inputs: { ...module.inputs, ...refInput } }, host)).toBe(0);
  expect([refs, written.stdout]).toEqual([[undefined], '']);
});

test('a failed gate is an error of the step, and annotations stand on their line', async () => {
  const env = step({ INPUT_IMAGE: 'shop' });
  expect(await onGitHub(env, () => Promise.resolve({ results: [failed] }))).toEqual({
    exit: 1,
    stderr: '',
    stdout:
      '::warning file=Dockerfile,line=7::prod is%0Anewer\n' +
      '::error::1 of 1 gate failed: order: prod is%0Anewer\n',
  });
});

test('a wrong input is one error of the step, a bug shows its stack only to who debugs', async () => {
  expect(await onGitHub(step())).toMatchObject({
    exit: 2,
    stdout: '::error::input "image" is required: The image to look at.\n',
  });
  const bug = () => Promise.reject(new TypeError('oops'));
  const quiet = await onGitHub(step({ INPUT_IMAGE: 'shop' }), bug);
  expect(quiet.stdout).toMatch(/^::error::a bug in ecluse: oops .*\n$/);
  const loud = await onGitHub(step({ INPUT_IMAGE: 'shop', RUNNER_DEBUG: '1' }), bug);
  expect(loud.stdout).toMatch(/\n::debug::TypeError: oops%0A +at /);
});

test('a failure with a place in a file is shown there', async () => {
  const { stdout } = await onGitHub(step({ INPUT_IMAGE: 'shop' }), () =>
    Promise.reject(new UsageError('unknown key', { at: { file: 'ecluse.yml', line: 3 } })),
  );
  expect(stdout).toBe('::error file=ecluse.yml,line=3::unknown key\n');
});

test('no log line of a step is a command, and no secret is in one', async () => {
  const { stdout } = await onGitHub(step({ INPUT_IMAGE: 'shop' }), async (io) => {
    io.secret('tok-12345');
    io.log.info('::error::from a file name');
    io.log.info('the token is tok-12345');
    io.log.warn('tok-12345 is old');
    io.log.debug('not asked for');
    return {};
  });
  expect(stdout.split('\n')).toEqual([
    '::add-mask::tok-12345',
    '\\u003a:error::from a file name',
    'the token is ***',
    '::warning::*** is old',
    '',
  ]);
});

test('the event of a step is read once, and the default branch goes to git', async () => {
  const asked: unknown[] = [];
  const parts: Parts = {
    ...noGit,
    history: ({ defaultBranch, cwd }) => {
      asked.push([defaultBranch, cwd]);
      return Promise.resolve(undefined);
    },
  };
  const events: (Event | undefined)[] = [];
  await onGitHub(
    step({ INPUT_IMAGE: 'shop' }),
    async (io) => {
      events.push(await io.event(), await io.event());
      await io.history();
      await io.history();
      return {};
    },
    parts,
  );
  expect(events).toEqual(Array(2).fill({ kind: 'push', commit, branch: 'trunk' }));
  expect(asked).toEqual([[{ name: 'trunk', from: 'event' }, home]]);
});

test('an event that asks for nothing ends the step with 0 and says why in its summary', async () => {
  const env = step({
    INPUT_IMAGE: 'shop',
    GITHUB_EVENT_PATH: file('{"deleted":true}'),
  });
  const { exit } = await onGitHub(env, async (io) => {
    await io.event();
    return {};
  });
  expect(exit).toBe(0);
  expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toContain('was deleted');
});

test.each([
  ['not JSON', '{', 'the file that GITHUB_EVENT_PATH names is not JSON'],
  ['missing', undefined, 'GITHUB_EVENT_PATH must name the file of the event: it is not there'],
])('an event file that is %s is one sentence', async (_, text, sentence) => {
  const path = text === undefined ? join(home, 'gone') : file(text);
  const env = step({ INPUT_IMAGE: 'shop', GITHUB_EVENT_PATH: path });
  const { exit, stdout } = await onGitHub(env, async (io) => {
    await io.event();
    return {};
  });
  expect([exit, stdout]).toEqual([2, `::error::${sentence}\n`]);
});

test('without files for them a step shows the page in its log', async () => {
  const { exit, stdout } = await onGitHub({ INPUT_IMAGE: 'shop', RUNNER_TEMP: home });
  expect(exit).toBe(0);
  expect(stdout).toContain('Looked at shop@sha256:1');
});

test('a terminal shows the page on stdout and the log on stderr', async () => {
  const ran = await onTerminal(['shop', '--tags', 'a'], {}, async (io) => {
    io.log.info('found it');
    io.log.debug('a detail');
    return {};
  });
  expect(ran).toMatchObject({ exit: 0, stderr: 'found it\n' });
  expect(ran.stdout).toContain('Looked at shop@sha256:1');
  expect(ran.stdout).not.toContain('\u001b');
});

test('verbose tells details, quiet tells warnings alone', async () => {
  const work = async (io: Io) => {
    io.log.info('found it');
    io.log.debug('a detail');
    io.log.warn('old');
    return {};
  };
  expect((await onTerminal(['shop', '-v'], {}, work)).stderr).toBe(
    'found it\na detail\nwarning: old\n',
  );
  expect((await onTerminal(['shop', '--quiet'], {}, work)).stderr).toBe('warning: old\n');
});

test('colour is for a person who wants it', async () => {
  const env = { TERM: 'xterm' };
  expect((await onTerminal(['shop'], { env, columns: 80 })).stdout).toContain('\u001b[');
  const plain = await onTerminal(['shop'], { env: { ...env, NO_COLOR: '1' }, columns: 80 });
  expect(plain.stdout).not.toContain('\u001b[');
});

test('with --json stdout is one document: the result', async () => {
  const { exit, stdout } = await onTerminal(['shop', '--json', '--tags', 'a'], {}, () =>
    Promise.resolve({ results: [failed] }),
  );
  expect(exit).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'https://ecluse.dev/looked/v1', tags: ['a'] });
});

test('with --json stdout is one document: the failure', async () => {
  const { exit, stdout, stderr } = await onTerminal(['shop', '--json', '--mdoe', 'x']);
  expect(exit).toBe(2);
  expect(JSON.parse(stdout)).toEqual({
    kind: 'https://ecluse.dev/error/v1',
    code: 'usage',
    exit: 2,
    message: '"--mdoe" is not a flag, did you mean "--mode"?',
  });
  expect(stderr).toBe('ecluse: "--mdoe" is not a flag, did you mean "--mode"?\n');
});

test('inputs come from flags, then from their variable, never from INPUT_*', async () => {
  const env = { ECLUSE_STORE: '/from/env', INPUT_IMAGE: 'other' };
  const stores: (string | undefined)[] = [];
  const work = async (io: Io) => {
    stores.push(io.input('store'));
    return {};
  };
  await onTerminal(['shop'], { env }, work);
  await onTerminal(['shop', '--store', '/from/flag'], { env }, work);
  expect(stores).toEqual(['/from/env', '/from/flag']);
  expect((await onTerminal([], { env })).exit).toBe(2);
});

test('a list can come from standard input', async () => {
  const { stdout } = await onTerminal(['shop', '--json', '--tags', '-'], { stdin: 'a\nb\n' });
  expect(JSON.parse(stdout)).toMatchObject({ tags: ['a', 'b'] });
});

test('a secret is in no output of the terminal', async () => {
  const { stdout, stderr } = await onTerminal(['shop', '-v', '--json'], {}, async (io) => {
    io.secret('tok-12345');
    io.log.info('tok-12345');
    io.log.debug('tok-12345');
    throw new UsageError('input "x" must not be "tok-12345"');
  });
  expect(`${stdout}${stderr}`).not.toContain('tok-12345');
  expect(stderr).toContain('ecluse: input "x" must not be "***"\n');
});

test('the token for the registry is a secret from the first line on', async () => {
  const { stderr } = await onTerminal(
    ['shop'],
    { env: { GITHUB_TOKEN: 'tok-12345' } },
    async (io) => {
      io.log.info(io.input('github-token') ?? 'none');
      return {};
    },
  );
  expect(stderr).toBe('***\n');
  const env = step({ INPUT_IMAGE: 'shop', 'INPUT_GITHUB-TOKEN': 'tok-12345' });
  expect((await onGitHub(env)).stdout).toBe('::add-mask::tok-12345\n');
});

test('on a terminal the event comes from git, and --default-branch is handed on', async () => {
  const asked: unknown[] = [];
  const parts = {
    history: ({ defaultBranch }: { readonly defaultBranch?: unknown }) => {
      asked.push(defaultBranch);
      return Promise.resolve({});
    },
    terminalEvent: (_: unknown, ref: string | undefined) => {
      asked.push(ref);
      return Promise.resolve({ kind: 'push', commit, branch: 'x' });
    },
  } as unknown as Parts;
  const events: unknown[] = [];
  const work = async (io: Io) => {
    events.push(await io.event());
    return {};
  };
  await onTerminal(['shop', '--default-branch', 'trunk'], { parts }, work);
  await onTerminal(['shop'], {}, work);
  expect(events).toEqual([{ kind: 'push', commit, branch: 'x' }, undefined]);
  expect(asked).toEqual([{ name: 'trunk', from: 'input' }, undefined]);
});

test('in a step the command line takes the event and writes outputs, summary and annotations', async () => {
  const env = step();
  const events: unknown[] = [];
  const ran = await onTerminal(['shop', '--json'], { env }, async (io) => {
    io.secret('tok-12345');
    events.push(await io.event());
    return { results: [failed] };
  });
  expect(events).toEqual([{ kind: 'push', commit, branch: 'trunk' }]);
  expect(JSON.parse(ran.stdout)).toMatchObject({ digest: 'sha256:1' });
  expect(ran.stderr).toBe(
    '::add-mask::tok-12345\n' +
      '::warning file=Dockerfile,line=7::prod is%0Anewer\n' +
      '::error::1 of 1 gate failed: order: prod is%0Anewer\n',
  );
  expect(outputIn(env)).toContain('digest<<D\nsha256:1\nD\n');
  expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toContain('Looked at shop');
});

test('an action sees its machine, and its temporary folders end with it', async () => {
  const seen: string[] = [];
  await onTerminal(['shop'], { env: { TMPDIR: home } }, async (io) => {
    seen.push(await io.temporary());
    expect(io.machine.os).toBe(process.platform);
    expect(Math.abs(io.now().getTime() - Date.now())).toBeLessThan(5000);
    return {};
  });
  expect(seen[0]).toContain(join(home, 'ecluse-'));
  expect(() => readFileSync(seen[0] ?? '')).toThrow('ENOENT');
});

test('a server of an action answers through its transport and ends with it', async () => {
  const urls: URL[] = [];
  const { exit, stderr } = await onTerminal(['shop'], {}, async (io) => {
    const { url } = await io.listen(() =>
      Promise.resolve({ status: 200, headers: {}, body: Buffer.from('hello') }),
    );
    urls.push(url);
    const { status, body } = await io.transport.send({
      method: 'GET',
      url,
      headers: {},
      signal: io.signal,
    });
    expect([status, (await body.toArray()).join('')]).toEqual([200, 'hello']);
    return {};
  });
  expect([exit, stderr]).toEqual([0, '']);
  // Somebody else may have the port by now.
  const answer = await fetch(urls[0] ?? '').then(
    (response) => response.text(),
    () => 'nobody',
  );
  expect(answer).not.toBe('hello');
});
