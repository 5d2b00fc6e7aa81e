import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, describe, expect, test } from '@jest/globals';

import { transport, type Handler } from '#io';
import { parseTag, Unreachable } from '#oci';

import { faultProxy, type Fault } from '../../faults.ts';
import { refusal } from '../../faults/refusal.ts';
import { registryBehind } from './registry.open.ts';
import { remote } from './server.open.ts';
import { bytesOf, imageOf, putSample, randomSample, store } from './samples.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});
async function behind(change?: (handler: Handler) => Handler, faults?: readonly Fault[]) {
  const registry = await registryBehind(change, faults);
  open.push(registry);
  return registry;
}

const tag = parseTag('1.0');
const name = 'registry.test/acme/shop';

describe('one registry', () => {
  /** Counts how many requests it works on at once. */
  const counting =
    (at: { now: number; most: number }) =>
    (handler: Handler): Handler => {
      return async (request) => {
        at.now += 1;
        at.most = Math.max(at.most, at.now);
        await sleep(10);
        at.now -= 1;
        return handler(request);
      };
    };

  test('is asked for eight things at once, by all its repositories together', async () => {
    const at = { now: 0, most: 0 };
    const registry = await behind(counting(at));
    const all = Array.from({ length: 40 }, async (_, index) =>
      registry.at(`acme/r${index % 4}`).resolve(parseTag(`t${index}`)),
    );
    expect(await Promise.all(all)).toEqual(Array(40).fill(undefined));
    expect(at.most).toBe(8);
  });

  test('that says 429 is left alone by all until the wait of one is over, and then asked for less', async () => {
    const at = { now: 0, most: 0 };
    let isTired = true;
    const registry = await behind((handler) => {
      const counted = counting(at)(handler);
      return async (request) =>
        isTired ? refusal(429, 'TOOMANYREQUESTS', 'slow down') : counted(request);
    });
    const released = Promise.withResolvers<undefined>();
    const asked: number[] = [];
    const how = {
      wait: async (ms: number) => {
        asked.push(ms);
        await released.promise;
      },
    };
    const first = registry.at('acme/one', how).resolve(tag);
    while (asked.length === 0) await sleep(5);
    const others = Array.from({ length: 20 }, async (_, index) =>
      registry.at(`acme/other-${index}`, how).resolve(tag),
    );
    await sleep(100);
    expect(registry.requests).toHaveLength(1);
    isTired = false;
    released.resolve(undefined);
    await Promise.all([first, ...others]);
    expect(registry.requests).toHaveLength(22);
    expect(at.most).toBe(4);
  });

  test('gets back its eight after a while without complaints', async () => {
    const at = { now: 0, most: 0 };
    const registry = await behind(counting(at), [
      { nth: 1, harm: { kind: 'answer', status: 429 } },
    ]);
    const many = async (count: number) =>
      Promise.all(
        Array.from({ length: count }, async (_, index) =>
          registry.at('acme/shop').resolve(parseTag(`t${index}`)),
        ),
      );
    await registry.at('acme/shop').resolve(tag);
    await many(16 * 4 + 8);
    at.most = 0;
    await many(40);
    expect(at.most).toBe(8);
  });

  test('does not wait for itself: a write that feeds on a read of it goes on, however tired it is', async () => {
    const registry = await behind(undefined, [
      ...[1, 2, 3, 4].map((nth) => ({ nth, harm: { kind: 'answer', status: 429 } }) as const),
    ]);
    for (let count = 0; count < 2; count += 1)
      await registry
        .at('acme/shop')
        .resolve(tag)
        .catch(() => undefined);
    const [from, to] = [registry.at('acme/base'), registry.at('acme/shop')];
    const blobs = Array.from({ length: 10 }, () => randomSample(100_000));
    for (const blob of blobs) await putSample(registry.layout('acme/base'), blob);
    const copies = blobs.map(async ({ descriptor }) =>
      to.putBlob(descriptor, async (start) => from.blob(descriptor, { from: start })),
    );
    expect(await Promise.all(copies)).toEqual(Array(10).fill('stored'));
  });
});

describe('a warning', () => {
  test('is shown once for all repositories, with its text alone', async () => {
    const warned: string[] = [];
    const log = { debug: () => undefined, warn: (line: string) => warned.push(line) };
    const warning =
      '299 - "this \\"goes\\" away", 299 registry "\u001b[2Jand, this", 199 - "not for us"';
    const registry = await behind(undefined, [
      { harm: { kind: 'headers', headers: { warning: warning.replace('\u001b', '') } } },
    ]);
    for (const repository of ['acme/shop', 'acme/base', 'acme/shop'])
      await registry.at(repository, { log }).resolve(tag);
    expect(warned).toEqual([
      String.raw`${name} warned: "this \"goes\" away"`,
      `${name} warned: "[2Jand, this"`,
    ]);
  });

  test('that is another one each time is not shown for ever', async () => {
    const warned: string[] = [];
    const log = { debug: () => undefined, warn: (line: string) => warned.push(line) };
    let count = 0;
    const registry = await behind((handler) => async (request) => {
      count += 1;
      const { headers, ...answer } = await handler(request);
      return { ...answer, headers: { ...headers, warning: `299 - "warning ${count}"` } };
    });
    const at = registry.at('acme/shop', { log });
    for (let each = 0; each < 50; each += 1) await at.resolve(tag);
    expect(warned).toHaveLength(20);
  });
});

describe('a redirect of a write', () => {
  const credentials = async () => ({ username: 'alice', password: 'sesame' });
  const away = (status: number, location: string): Fault['harm'] => ({
    kind: 'answer',
    status,
    headers: { location },
  });
  const login: Fault = {
    nth: 1,
    harm: { kind: 'answer', status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } },
  };

  test.each([307, 308])(
    'with %i is followed with the same body, without the login',
    async (status) => {
      const image = imageOf('a');
      const other = await behind();
      await store(other.layout('acme/shop'), image);
      const registry = await behind(undefined, [
        login,
        { method: 'PUT', harm: away(status, `${other.url.href}v2/acme/shop/manifests/1.0`) },
      ]);
      await registry
        .at('acme/shop', { credentials })
        .tag(tag, image.bytes, image.descriptor.mediaType, 'anything')
        .catch(() => undefined);
      const put = other.requests.find(({ method }) => method === 'PUT');
      expect(put?.headers['content-length']).toBe(String(image.bytes.length));
      expect(put?.headers.authorization).toBeUndefined();
      expect((await other.layout('acme/shop').resolve(tag))?.digest).toBe(image.descriptor.digest);
    },
  );

  test.each([301, 302, 303])(
    'with %i would change the method, and is not followed',
    async (status) => {
      const other = await faultProxy(undefined, []);
      open.push(other);
      const registry = await behind(undefined, [
        { method: 'POST', harm: away(status, other.url.href) },
      ]);
      await expect(putSample(registry.at('acme/shop'), randomSample(9))).rejects.toThrow(
        `answered ${status}`,
      );
      expect(other.requests).toEqual([]);
    },
  );

  test('around in a circle of two places ends', async () => {
    const registry = await behind(undefined, [
      { path: /one/, harm: away(307, '/two') },
      { path: /./, harm: away(307, '/one') },
    ]);
    await expect(registry.at('acme/shop').resolve(tag)).rejects.toEqual(
      new Unreachable(name, 'it redirected 5 times'),
    );
    expect(registry.requests).toHaveLength(6);
  });

  test('for an upload to another place that wants a login gets none', async () => {
    const thief = await faultProxy(undefined, [
      { harm: { kind: 'answer', status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } } },
    ]);
    open.push(thief);
    const registry = await behind(undefined, [
      login,
      {
        method: 'POST',
        harm: { kind: 'answer', status: 202, headers: { location: `${thief.url.href}up` } },
      },
    ]);
    const put = putSample(registry.at('acme/shop', { credentials }), randomSample(9));
    await expect(put).rejects.toBeInstanceOf(Unreachable);
    expect(thief.requests.map(({ headers }) => headers.authorization)).toEqual(
      thief.requests.map(() => undefined),
    );
    expect(thief.requests.length).toBeGreaterThan(0);
  });
});

describe('a registry that hardly answers', () => {
  test('with a manifest that comes letter by letter is Unreachable', async () => {
    const registry = await behind(undefined, [
      { path: /manifests/, harm: { kind: 'trickle', bytes: 1, ms: 20 } },
    ]);
    const image = imageOf('a');
    const { digest } = await store(registry.layout('acme/shop'), image);
    const at = registry.at('acme/shop', { documentMs: 100 });
    await expect(at.manifest(digest)).rejects.toEqual(
      new Unreachable(
        name,
        `the answer of ${registry.url.origin} did not end within 0.1 s, on the last of 3 tries`,
      ),
    );
  });

  test('with headers that do not end is Unreachable', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('HTTP/1.1 200 OK\r\nx: ');
      const timer = setInterval(() => socket.write('x'), 10);
      socket.on('close', () => {
        clearInterval(timer);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    open.push({
      close: async () => {
        server.close();
      },
    });
    const address = server.address();
    const url = new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    const slow = transport({ env: new Map(), answerMs: 100 });
    await expect(remote(url, 'acme/shop', { transport: slow }).resolve(tag)).rejects.toEqual(
      new Unreachable(
        name,
        `HEAD ${url.origin} failed: no answer within 0.1 s, on the last of 3 tries`,
      ),
    );
  });

  test('with a blob of which hardly anything comes is Unreachable', async () => {
    const registry = await behind(undefined, [
      { path: /blobs/, harm: { kind: 'trickle', bytes: 100, ms: 1 } },
    ]);
    const blob = randomSample(200_000);
    await putSample(registry.layout('acme/shop'), blob);
    const now = { ms: 0 };
    // Ten seconds for every look at the clock.
    const at = registry.at('acme/shop', { clock: () => (now.ms += 10_000) });
    const read = async () => bytesOf(await at.blob(blob.descriptor));
    await expect(read()).rejects.toBeInstanceOf(Unreachable);
    await expect(read()).rejects.toThrow(/sent \d+ bytes in \d+ s$/);
  });

  test('with a blob whose reader is slow is not what we complain of', async () => {
    const registry = await behind();
    const blob = randomSample(2_000_000);
    await putSample(registry.layout('acme/shop'), blob);
    const now = { ms: 0 };
    const at = registry.at('acme/shop', { clock: () => now.ms });
    let read = 0;
    for await (const chunk of await at.blob(blob.descriptor)) {
      await sleep(5);
      now.ms += 100_000;
      read += (chunk as Uint8Array).byteLength;
    }
    expect(read).toBe(2_000_000);
  });
});
