import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, expect, test } from '@jest/globals';

import { openChildren } from '#io';

const home = mkdtempSync(join(tmpdir(), 'exec-'));
afterAll(() => {
  rmSync(home, { recursive: true });
});

const path = process.env.PATH ?? '';
const signal = new AbortController().signal;
const open = (env: Readonly<Record<string, string>> = {}) =>
  openChildren({ cwd: home, env: new Map(Object.entries({ PATH: path, ...env })), graceMs: 300 });
const sh = (script: string, how: Readonly<Record<string, unknown>> = {}) =>
  open().exec.run('sh', ['-c', script], { signal, maxBytes: 10_000, ...how });
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

/** Is this process there and not only a name that its parent has not read yet? */
function lives(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !condition(); tries += 1) await wait(30);
}

const pidIn = (file: string): number =>
  Number(readFileSync(join(home, file), 'utf8').trim() || NaN);

test('code and both streams of a program come back', async () => {
  const { code, stdout, stderr, truncated } = await sh('echo out; echo err >&2; exit 7');
  expect([code, text(stdout), text(stderr), truncated]).toEqual([7, 'out\n', 'err\n', false]);
});

test('no shell reads the arguments', async () => {
  const hostile = '$(touch pwned); `id` & "\' \n*';
  const { stdout } = await open().exec.run('printf', ['%s', hostile], { signal, maxBytes: 1000 });
  expect(text(stdout)).toBe(hostile);
});

test('lines are told while the program runs', async () => {
  const lines: string[] = [];
  await sh('echo one; echo two >&2; printf three', {
    onLine: (line: string, from: string) => lines.push(`${from} ${line}`),
  });
  expect(lines.sort()).toEqual(['stderr two', 'stdout one', 'stdout three']);
});

test('output beyond the limit is read, dropped and told', async () => {
  const { code, stdout, truncated } = await sh('yes | head -c 5000000; echo done', {
    maxBytes: 10,
  });
  expect([code, stdout.byteLength, truncated]).toEqual([0, 10, true]);
});

test('standard input is a stream, and a program need not read it', async () => {
  const fed = await sh('cat', { stdin: Readable.from([Buffer.from('hello')]) });
  expect(text(fed.stdout)).toBe('hello');
  const ignored = await sh('exit 3', { stdin: Readable.from([Buffer.alloc(10_000_000)]) });
  expect(ignored.code).toBe(3);
  const none = await sh('cat');
  expect(none.stdout.byteLength).toBe(0);
});

test('standard input that breaks ends the program and is the error', async () => {
  const broken = new Readable({
    read() {
      this.destroy(new Error('the source broke'));
    },
  });
  await expect(sh('cat; sleep 60', { stdin: broken })).rejects.toThrow('the source broke');
});

test('a program that a signal ends has the code of a shell', async () => {
  const { code } = await sh('kill -9 $$');
  expect(code).toBe(137);
});

test('no token or input of ours reaches a child', async () => {
  const secret = 'ghs_planted_0123456789';
  const planted = {
    GITHUB_TOKEN: secret,
    GH_TOKEN: secret,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: secret,
    ACTIONS_RUNTIME_TOKEN: secret,
    'INPUT_GITHUB-TOKEN': secret,
    INPUT_PASSWORD: secret,
    AWS_SECRET_ACCESS_KEY: secret,
    DOCKER_AUTH_CONFIG: secret,
    NODE_OPTIONS: '--no-warnings',
    LD_PRELOAD: '',
    ECLUSE_STORE: secret,
  };
  const passed = {
    HOME: '/home/x',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    TMPDIR: '/tmp',
    XDG_RUNTIME_DIR: '/run/x',
    SSL_CERT_FILE: '/ca.pem',
    HTTPS_PROXY: 'http://proxy',
    no_proxy: 'localhost',
  };
  const { stdout } = await open({ ...planted, ...passed }).exec.run('env', [], {
    signal,
    maxBytes: 100_000,
    env: { BUILDAH_ISOLATION: 'chroot' },
  });
  expect(text(stdout)).not.toContain(secret);
  const names = text(stdout)
    .trim()
    .split('\n')
    .map((line) => line.slice(0, line.indexOf('=')));
  expect(names.sort()).toEqual(['BUILDAH_ISOLATION', ...Object.keys(passed), 'PATH'].sort());
});

test('a program that is missing is one sentence', async () => {
  await expect(open().exec.run('no-such-tool', [], { signal, maxBytes: 1 })).rejects.toMatchObject({
    exit: 3,
    code: 'no-tool',
    message: '"no-such-tool" is not installed or not on the PATH',
  });
});

test('a missing folder, a plain file, a NUL byte and a huge argument are one sentence each', async () => {
  writeFileSync(join(home, 'plain'), '');
  const { exec } = open();
  const how = { signal, maxBytes: 1 };
  await expect(exec.run('env', [], { ...how, cwd: join(home, 'gone') })).rejects.toThrow(
    /^the folder ".*gone" to run "env" in does not exist$/,
  );
  await expect(exec.run(join(home, 'plain'), [], how)).rejects.toThrow(
    /plain" may not be run: it is not an executable file$/,
  );
  await expect(exec.run('env', ['a\u0000b'], how)).rejects.toMatchObject({ code: 'exec', exit: 3 });
  await expect(exec.run('env', ['x'.repeat(4_000_000)], how)).rejects.toThrow(
    '"env" could not be run: its arguments are too long',
  );
});

test('an abort ends the whole process group and throws its reason', async () => {
  const controller = new AbortController();
  const running = sh('sleep 300 & echo $! > grandchild; wait', { signal: controller.signal });
  await until(() => safely(() => pidIn('grandchild')) > 0);
  controller.abort(new Error('enough'));
  await expect(running).rejects.toThrow('enough');
  const pid = pidIn('grandchild');
  await until(() => !lives(pid));
  expect(lives(pid)).toBe(false);
});

test('a program that does not listen is ended by force after the grace', async () => {
  const controller = new AbortController();
  const running = sh('trap "" TERM; echo $$ > stubborn; while :; do sleep 0.05; done', {
    signal: controller.signal,
  });
  await until(() => safely(() => pidIn('stubborn')) > 0);
  controller.abort(new Error('enough'));
  await expect(running).rejects.toThrow('enough');
  const pid = pidIn('stubborn');
  await until(() => !lives(pid));
  expect(lives(pid)).toBe(false);
});

test('what an ended program leaves behind cannot hold its output for ever', async () => {
  const { code, stdout } = await sh('sleep 300 & echo $! > left; echo done');
  expect([code, text(stdout)]).toEqual([0, 'done\n']);
  await until(() => !lives(pidIn('left')));
  expect(lives(pidIn('left'))).toBe(false);
});

test('nothing starts after the abort', async () => {
  await expect(
    sh('touch started', { signal: AbortSignal.abort(new Error('too late')) }),
  ).rejects.toThrow('too late');
  expect(() => readFileSync(join(home, 'started'))).toThrow();
});

test('the end of all children waits until they are gone', async () => {
  const children = open();
  const running = children.exec.run('sh', ['-c', 'echo $$ > one; sleep 300'], {
    signal,
    maxBytes: 1,
  });
  await until(() => safely(() => pidIn('one')) > 0);
  await children.end();
  expect(lives(pidIn('one'))).toBe(false);
  expect((await running).code).toBe(143);
});

function safely(ask: () => number): number {
  try {
    return ask();
  } catch {
    return 0;
  }
}
