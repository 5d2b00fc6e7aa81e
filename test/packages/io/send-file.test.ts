import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { HangUp, listen, type Handler, type Listening } from '#io';

const bytes = randomBytes(3_000_000);
let home: string;
let file: string;
let server: Listening | undefined;
const complaints: unknown[] = [];
beforeEach(async () => {
  complaints.length = 0;
  home = await mkdtemp(join(tmpdir(), 'ecluse-send-'));
  file = join(home, 'file');
  await writeFile(file, bytes);
});
afterEach(async () => {
  await server?.close();
  await rm(home, { recursive: true, force: true });
});

async function started(handler: Handler): Promise<URL> {
  server = await listen(handler, {
    signal: new AbortController().signal,
    graceMs: 50,
    failed: (error) => complaints.push(error),
  });
  return server.url;
}

const part =
  (path: string, from: number, lengthBytes: number): Handler =>
  async () => ({
    status: 200,
    headers: { 'content-length': String(lengthBytes) },
    body: { path, from, lengthBytes },
  });

describe('a part of a file', () => {
  test.each([
    [0, 0],
    [0, 1],
    [0, 262_144],
    [0, 262_145],
    [0, 3_000_000],
    [1_234_567, 600_000],
    [2_999_999, 1],
    [3_000_000, 0],
  ])('from byte %i, %i bytes long, comes as it lies there', async (from, length) => {
    const url = await started(part(file, from, length));
    const got = await Promise.all(
      [1, 2, 3].map(async () => Buffer.from(await (await fetch(url)).arrayBuffer())),
    );
    for (const each of got) expect(each.equals(bytes.subarray(from, from + length))).toBe(true);
    expect((await fetch(url, { method: 'HEAD' })).headers.get('content-length')).toBe(`${length}`);
    expect(complaints).toEqual([]);
  });

  test('of which the client takes its time is not read ahead of it', async () => {
    const large = join(home, 'large');
    await writeFile(large, '');
    await truncate(large, 200_000_000);
    const url = await started(part(large, 0, 200_000_000));
    const before = process.memoryUsage().rss;
    const socket = connect(Number(url.port), url.hostname);
    socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    await sleep(300);
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
    socket.destroy();
    await sleep(50);
    expect(complaints).toEqual([]);
  });

  test.each([
    ['that is too short', async (path: string) => truncate(path, 10)],
    ['that is gone', async (path: string) => rm(path)],
    [
      'that is a link',
      async (path: string) => {
        await rm(path);
        await symlink('/etc/passwd', path);
      },
    ],
    [
      'that is a folder',
      async (path: string) => {
        await rm(path);
        await symlink('.', path);
      },
    ],
  ])('of a file %s is 500, and only we are told why', async (_, harm) => {
    await harm(file);
    const url = await started(part(file, 0, 3_000_000));
    const answer = await fetch(url);
    expect([answer.status, await answer.text()]).toEqual([500, 'the server failed\n']);
    expect(complaints).toHaveLength(1);
  });

  test('of a file that ends while it is sent ends the connection', async () => {
    const large = join(home, 'large');
    await writeFile(large, '');
    await truncate(large, 50_000_000);
    const url = await started(part(large, 0, 50_000_000));
    const answer = await fetch(url);
    await truncate(large, 1_000_000);
    await expect(answer.arrayBuffer()).rejects.toThrow();
  });
});

test('clients that go away in the middle of a file leave the server as it was', async () => {
  const large = join(home, 'large');
  await writeFile(large, '');
  await truncate(large, 20_000_000);
  const fixture = join(import.meta.dirname, 'departing.fixture.ts');
  // In a process of its own, which an error that nobody takes would end.
  const { stdout } = await promisify(execFile)(process.execPath, [fixture, large]);
  expect(stdout).toBe('20000000\n');
});

test('a handler that hangs up ends the connection without an answer, and it is no failure', async () => {
  const url = await started(async () => {
    throw new HangUp();
  });
  await expect(fetch(url)).rejects.toThrow();
  expect(complaints).toEqual([]);
});
