import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { transport } from '#io';
import { parseTag, type Repository } from '#oci';

import { imageOf, randomSample, store, type SampleManifest } from '../packages/oci/samples.ts';
import { remote } from '../packages/oci/server.open.ts';
import { compiled } from '../support/compiled.ts';
import { serving } from '../support/serving.ts';

const root = resolve(import.meta.dirname, '../..');
const wire = transport({ env: new Map() });
const { signal } = new AbortController();
const tag = parseTag('1.0');
const image = imageOf('a');

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'ecluse-serve-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const status = async (url: URL, method: string, path: string, authorization?: string) => {
  const headers = authorization === undefined ? {} : { authorization };
  const answer = await wire.send({ method, url: new URL(path, url), headers, signal });
  answer.body.destroy();
  return answer.status;
};

function refused(...args: readonly string[]) {
  const env = { PATH: process.env.PATH, ...compiled };
  const command = [join(root, 'cli/main.ts'), 'serve', ...args];
  const ran = spawnSync(process.execPath, command, { cwd: root, env, encoding: 'utf8' });
  return [ran.status, ran.stdout, ran.stderr];
}

describe('ecluse serve', () => {
  test('offers a store, which two processes write at once, and says where as its first line', async () => {
    const folder = join(home, 'store');
    const both = await Promise.all([serving(folder), serving(folder)]);
    try {
      const [a, b] = both.map(({ url }) => remote(url, 'ghcr.io/acme/shop'));
      if (a === undefined || b === undefined) throw new Error('there are two');
      await store(a, image);
      await a.tag(tag, image.bytes, image.descriptor.mediaType, 'absent');
      expect(await b.resolve(tag)).toEqual(image.descriptor);
      const others = [imageOf('b'), imageOf('c')] as const;
      for (const other of others) await store(b, other);
      const move = (by: Repository, { bytes, descriptor }: SampleManifest) =>
        by.tag(tag, bytes, descriptor.mediaType, image.descriptor.digest);
      const moves = await Promise.allSettled([move(a, others[0]), move(b, others[1])]);
      expect(moves.map((move) => move.status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const winner = others[moves[0].status === 'fulfilled' ? 0 : 1];
      expect(await both[0].layout('ghcr.io/acme/shop').resolve(tag)).toEqual(winner.descriptor);
    } finally {
      for (const each of both) await each.close();
    }
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends with %s, lets what is under way end, and exits with %i', async (name, code) => {
    const server = await serving(join(home, 'store'));
    const { bytes, descriptor } = randomSample(2_000_000);
    const repository = remote(server.url, 'acme/shop');
    const ended = Promise.withResolvers<Awaited<ReturnType<typeof server.close>>>();
    const slow = async (from: number) =>
      Readable.from(
        (async function* () {
          // Two: the client keeps one back until it knows that the whole is right.
          yield bytes.subarray(from, 500_000);
          yield bytes.subarray(500_000, 1_000_000);
          await sleep(100);
          server.close(name).then(ended.resolve, ended.reject);
          await sleep(300);
          yield bytes.subarray(1_000_000);
        })(),
        { objectMode: false },
      );
    await repository.putBlob(descriptor, slow);
    expect(await ended.promise).toEqual({ code, said: '' });
    expect(await server.layout('acme/shop').blobSize(descriptor.digest)).toBe(bytes.length);
  });

  test('with a token lets in who has it, and others to read where that is said', async () => {
    const server = await serving(join(home, 'store'), ['--listen', '0.0.0.0', '--anonymous-read'], {
      ECLUSE_SERVE_TOKEN: 'secret',
    });
    try {
      const url = new URL(server.url);
      url.hostname = '127.0.0.1';
      const uploads = '/v2/acme/shop/blobs/uploads/';
      expect(await status(url, 'GET', '/v2/')).toBe(401);
      expect(await status(url, 'GET', '/v2/acme/shop/manifests/1.0')).toBe(404);
      expect(await status(url, 'POST', uploads)).toBe(401);
      expect(await status(url, 'POST', uploads, 'Bearer secret')).toBe(202);
      const basic = `Basic ${Buffer.from('ada:secret').toString('base64')}`;
      expect(await status(url, 'POST', uploads, basic)).toBe(202);
    } finally {
      await server.close();
    }
  });

  test('prints one document with --json, and none when it is ended', async () => {
    const args = [join(root, 'cli/main.ts'), 'serve', join(home, 'store'), '--json', '--read-only'];
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { PATH: process.env.PATH, ...compiled },
    });
    let out = '';
    child.stdout.on('data', (bytes: Buffer) => {
      out += bytes.toString();
      if (out.endsWith('}\n')) child.kill('SIGINT');
    });
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(130);
    expect(JSON.parse(out)).toEqual({
      kind: 'https://ecluse.dev/serve/v1',
      image: null,
      digest: null,
      results: [],
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as unknown,
      repository: null,
      token: false,
      writable: false,
    });
  });

  test.each([
    [['--listen', '0.0.0.0'], 'input "listen" needs a token: give "token", or ECLUSE_SERVE_TOKEN'],
    [['--port', '65536'], 'input "port" must be at most 65535, not 65536'],
    [['--name', 'Shop'], 'input "name" must be the name of a repository, not "Shop"'],
  ])('with %j is wrong use', (args, sentence) => {
    expect(refused(join(home, 'store'), ...args)).toEqual([2, '', `ecluse: ${sentence}\n`]);
  });

  test.each([
    ['oci:images', 'the store "oci:images" starts with "oci:" as an image does: write a folder'],
    ['https://ghcr.io', 'the store "https://ghcr.io" is a registry already: name a folder'],
  ])('does not take %s for a folder', (folder, sentence) => {
    const [code, , said] = refused(folder);
    expect([code, said]).toEqual([2, expect.stringContaining(sentence)]);
  });

  test('at a port that is taken says so', async () => {
    const taken = createServer();
    taken.listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const sentence = `cannot listen on "127.0.0.1", port ${port}: EADDRINUSE`;
    expect(refused(join(home, 'store'), '--port', String(port))).toEqual([
      3,
      '',
      `ecluse: ${sentence}\n`,
    ]);
    taken.close();
  });
});
