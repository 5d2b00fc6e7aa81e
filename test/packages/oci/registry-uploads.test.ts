import { createServer, connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, describe, expect, test } from '@jest/globals';

import type { Handler, ServerResponse } from '#io';
import { Corrupt, Denied, digestOf, type Descriptor, type Repository } from '#oci';

import type { Fault } from '../../faults.ts';
import { refusal } from '../../faults/refusal.ts';
import { registryBehind, type Behind } from './registry.open.ts';
import { bytesOf, opened, putSample, randomSample } from './samples.ts';
import { remote } from './server.open.ts';

const MiB = 1024 * 1024;
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

async function behind(
  change?: (handler: Handler) => Handler,
  faults?: readonly Fault[],
): Promise<Behind> {
  const registry = await registryBehind(change, faults);
  open.push(registry);
  return registry;
}

/** The bodies of requests of one method have at most so many bytes. */
const limited =
  (method: string, maxBytes: number, answer: () => ServerResponse) =>
  (handler: Handler): Handler =>
  async (request) =>
    request.method === method && Number(request.headers['content-length'] ?? 0) > maxBytes
      ? answer()
      : handler(request);

const ghcr = (): ServerResponse => ({
  status: 416,
  headers: { 'content-type': 'text/plain' },
  body: Buffer.from('request body is too large\n'),
});
const nginx = (): ServerResponse => ({
  status: 413,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<html>413 Request Entity Too Large</html>'),
});

const methods = (registry: Behind): string =>
  registry.requests.map(({ method }) => method).join(' ');

/** How a blob is read again and again, and from where. */
function counted(bytes: Uint8Array) {
  const reads: number[] = [];
  const source = async (from: number) => {
    reads.push(from);
    return Readable.from(pieces(bytes.subarray(from)), { objectMode: false });
  };
  return { reads, source };
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

const isStored = async (registry: Behind, { digest, size, mediaType }: Descriptor) =>
  digestOf(await bytesOf(await registry.layout('acme/shop').blob({ digest, size, mediaType }))) ===
  digest;

describe('a blob', () => {
  test('is sent with one POST and one PUT', async () => {
    const registry = await behind();
    expect(await putSample(registry.at('acme/shop'), randomSample(9 * MiB))).toBe('stored');
    expect(methods(registry)).toBe('HEAD POST PUT');
  });

  test('that is mounted takes one request', async () => {
    const registry = await behind();
    const blob = randomSample(100);
    await putSample(registry.layout('acme/base'), blob);
    const mount = registry.at('acme/base');
    const put = registry.at('acme/shop').putBlob(blob.descriptor, opened(blob.bytes), { mount });
    expect(await put).toBe('mounted');
    expect(methods(registry)).toBe('POST');
  });

  test.each<[string, Fault['harm'], string]>([
    [
      'opens an upload',
      { kind: 'answer', status: 202, headers: { location: '/v2/acme/shop/blobs/uploads/x' } },
      'POST HEAD PUT',
    ],
    ['denies it', { kind: 'answer', status: 403 }, 'POST HEAD POST PUT'],
    ['does not know it', { kind: 'answer', status: 405 }, 'POST HEAD POST PUT'],
    ['does not find the other one', { kind: 'answer', status: 404 }, 'POST HEAD POST PUT'],
  ])('is sent where the registry %s instead of mounting', async (what, harm, expected) => {
    const put: Fault = { method: 'PUT', path: /uploads\/x/, harm: { kind: 'answer', status: 201 } };
    const registry = await behind(undefined, [{ method: 'POST', path: /mount=/, harm }, put]);
    const blob = randomSample(100);
    const mount = registry.at('acme/base');
    const at = registry.at('acme/shop');
    expect(await at.putBlob(blob.descriptor, opened(blob.bytes), { mount })).toBe('stored');
    expect(methods(registry)).toBe(expected);
    if (!what.startsWith('opens')) expect(await isStored(registry, blob.descriptor)).toBe(true);
  });

  test('that is there while the sister has it not is not sent, and the upload is given up', async () => {
    const registry = await behind();
    const blob = randomSample(100);
    const at = registry.at('acme/shop');
    await putSample(at, blob);
    const mount = registry.at('acme/base');
    const unasked = async () => Promise.reject(new Error('nobody should ask'));
    expect(await at.putBlob(blob.descriptor, unasked, { mount })).toBe('there');
    expect(methods(registry)).toBe('HEAD POST PUT POST HEAD DELETE');
  });
});

describe('small blobs', () => {
  const asksFor = (registry: Behind) =>
    registry.requests.filter(({ path }) => path.includes('mount=')).map(({ path }) => path);
  async function twelve(registry: Behind) {
    const at = registry.at('acme/shop');
    const blobs = Array.from({ length: 12 }, () => randomSample(100));
    for (const blob of blobs) expect(await putSample(at, blob)).toBe('stored');
    for (const { descriptor } of blobs) expect(await isStored(registry, descriptor)).toBe(true);
    return { at, blobs };
  }
  const first = 'HEAD POST PUT '.repeat(7);
  const more = (each: string) => each.repeat(4).trimEnd();

  test('are asked for and their uploads opened in one request, once that was seen to work', async () => {
    const registry = await behind();
    const { at, blobs } = await twelve(registry);
    expect(methods(registry)).toBe(`${first}HEAD POST PUT POST ${more('POST PUT ')}`);
    const [one] = blobs.map(({ descriptor }) => descriptor);
    const unasked = async () => Promise.reject(new Error('nobody should ask'));
    if (one !== undefined) expect(await at.putBlob(one, unasked)).toBe('there');
    expect(await putSample(at, randomSample(MiB))).toBe('stored');
    expect(methods(registry).endsWith(' POST HEAD POST PUT')).toBe(true);
    expect(asksFor(registry).every((path) => path.includes('from=acme%2Fshop'))).toBe(true);
    expect(asksFor(registry).at(-1)).toContain(encodeURIComponent(one?.digest ?? ''));
  });

  const mounts = (change: (handler: Handler) => Handler) => (handler: Handler) => {
    const other = change(handler);
    return (async (request) =>
      (request.url.searchParams.has('mount') ? other : handler)(request)) satisfies Handler;
  };
  const passedOver = mounts((handler) => async (request) => {
    const url = new URL(request.url);
    url.search = '';
    return handler({ ...request, url });
  });
  const answering = (status: number) =>
    mounts(() => async () => ({ status, headers: {}, body: Buffer.alloc(0) }));

  test.each([
    ['opens an upload for what is there', passedOver, 'HEAD POST PUT POST DELETE'],
    ['refuses it', answering(403), 'HEAD POST POST PUT'],
    ['does not know it', answering(404), 'HEAD POST POST PUT'],
    ['says that it has what it has not', answering(201), 'HEAD POST POST PUT'],
  ])('are asked for by themselves where a registry %s', async (_, change, learning) => {
    const registry = await behind(change);
    await twelve(registry);
    expect(methods(registry)).toBe(`${first}${learning} ${more('HEAD POST PUT ')}`);
  });

  test('are asked for by themselves when the registry no longer takes the other way', async () => {
    let isRefused = false;
    const registry = await behind((handler) => async (request) => {
      const isMount = request.url.searchParams.has('mount');
      return isRefused && isMount ? refusal(403, 'DENIED', 'no') : handler(request);
    });
    const { at } = await twelve(registry);
    isRefused = true;
    expect(await putSample(at, randomSample(100))).toBe('stored');
    expect(methods(registry).endsWith('POST HEAD POST PUT')).toBe(true);
  });
});

describe('a registry that takes no large body', () => {
  test.each([
    ['413', limited('PUT', 4 * MiB, nginx)],
    ['416', limited('PUT', 4 * MiB, ghcr)],
    [
      '400 with that sentence',
      limited('PUT', 4 * MiB, () => refusal(400, 'SIZE_INVALID', 'blob too large')),
    ],
  ])('and says %s gets pieces of 4 MiB, and the next blob without asking', async (_, change) => {
    const registry = await behind((handler) => limited('PATCH', 4 * MiB, ghcr)(change(handler)));
    const at = registry.at('acme/shop');
    for (const size of [9 * MiB, 9 * MiB, 10]) {
      const blob = randomSample(size);
      await putSample(at, blob);
      expect(await isStored(registry, blob.descriptor)).toBe(true);
    }
    expect(methods(registry)).toBe(
      'HEAD POST PUT DELETE POST PATCH PATCH PATCH PUT HEAD POST PATCH PATCH PATCH PUT HEAD POST PUT',
    );
    const ranges = registry.requests.map(({ headers }) => headers['content-range']);
    expect(ranges.filter((range) => range !== undefined).slice(0, 3)).toEqual([
      '0-4194303',
      '4194304-8388607',
      '8388608-9437183',
    ]);
  });

  test('gets no smaller pieces than it wants', async () => {
    const registry = await behind((handler) => async (request) => {
      const answer = await limited('PUT', 4 * MiB, nginx)(handler)(request);
      const least = { 'oci-chunk-min-length': String(5 * MiB) };
      return request.method === 'POST'
        ? { ...answer, headers: { ...answer.headers, ...least } }
        : answer;
    });
    const blob = randomSample(11 * MiB);
    await putSample(registry.at('acme/shop'), blob);
    const sizes = registry.requests
      .filter(({ method }) => method === 'PATCH')
      .map(({ headers }) => Number(headers['content-length']) / MiB);
    expect(sizes).toEqual([5, 5, 1]);
    expect(await isStored(registry, blob.descriptor)).toBe(true);
  });

  test('and wants pieces larger than we hold in memory is Denied', async () => {
    const registry = await behind((handler) => async (request) => {
      const answer = await limited('PUT', 10, nginx)(handler)(request);
      const least = { 'oci-chunk-min-length': String(1024 ** 4) };
      return request.method === 'POST'
        ? { ...answer, headers: { ...answer.headers, ...least } }
        : answer;
    });
    const put = putSample(registry.at('acme/shop'), randomSample(11));
    await expect(put).rejects.toBeInstanceOf(Denied);
    await expect(put).rejects.toThrow(/it wants 1099511627776$/);
  });

  test('and no piece either is Denied', async () => {
    const registry = await behind((handler) =>
      limited('PATCH', 10, nginx)(limited('PUT', 10, nginx)(handler)),
    );
    await expect(putSample(registry.at('acme/shop'), randomSample(11))).rejects.toThrow(
      /answered 413/,
    );
    expect(methods(registry)).toBe('HEAD POST PUT DELETE POST PATCH');
  });

  test('and takes a part of a piece gets the rest of it', async () => {
    const registry = await behind((handler) => async (request) => {
      if (request.method !== 'PATCH' || request.headers['content-range']?.startsWith('0-') !== true)
        return limited('PUT', 4 * MiB, nginx)(handler)(request);
      const bytes = (await bytesOf(request.body)).subarray(0, MiB);
      return handler({
        ...request,
        headers: {
          ...request.headers,
          'content-length': String(MiB),
          'content-range': `0-${MiB - 1}`,
        },
        body: Readable.from([bytes], { objectMode: false }),
      });
    });
    const blob = randomSample(5 * MiB);
    await putSample(registry.at('acme/shop'), blob);
    const ranges = registry.requests.flatMap(({ headers }) => headers['content-range'] ?? []);
    expect(ranges).toEqual(['0-4194303', '1048576-4194303', '4194304-5242879']);
    expect(await isStored(registry, blob.descriptor)).toBe(true);
  });

  test('goes on with the piece after one whose answer was lost', async () => {
    const lost: Fault = {
      method: 'PATCH',
      nth: 2,
      harm: {
        kind: 'meanwhile',
        when: 'after',
        happens: () => {
          throw new Error('the line is cut');
        },
      },
    };
    const registry = await behind(limited('PUT', 4 * MiB, nginx), [lost]);
    const { bytes, descriptor } = randomSample(20 * MiB);
    const { reads, source } = counted(bytes);
    expect(await registry.at('acme/shop').putBlob(descriptor, source)).toBe('stored');
    expect(methods(registry)).toBe(
      'HEAD POST PUT DELETE POST PATCH PATCH GET PATCH PATCH PATCH PUT',
    );
    // The digest is taken up at the place that was hashed last before.
    expect(reads).toEqual([0, 0, 8 * MiB]);
    expect(await isStored(registry, descriptor)).toBe(true);
  });
});

/** A wire that is cut so many times, each time when so many bytes more have gone out. */
async function cutting(target: URL, afterBytes: readonly number[]): Promise<URL> {
  const left = [...afterBytes];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const onward = connect(Number(target.port), target.hostname);
    let sent = 0;
    const cut = () => {
      client.resetAndDestroy();
      onward.end();
    };
    client.on('data', (chunk: Buffer) => {
      sent += chunk.length;
      const limit = left[0] ?? Number.POSITIVE_INFINITY;
      if (sent < limit) onward.write(chunk);
      else {
        left.shift();
        onward.write(chunk.subarray(0, chunk.length - (sent - limit)));
        cut();
      }
    });
    onward.on('data', (chunk: Buffer) => client.write(chunk));
    for (const socket of [client, onward]) {
      sockets.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          client.destroy();
          onward.destroy();
        });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push({
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  });
  const address = server.address();
  return new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
}

/** A registry that keeps what it got of a PUT that broke off, and tells how much that is. */
function keeping(kept: Buffer[]): Handler {
  return async ({ method, url, headers, body }) => {
    const size = () => kept.reduce((sum, { length }) => sum + length, 0);
    const location = '/v2/acme/shop/blobs/uploads/x';
    if (method === 'HEAD') return { status: 404, headers: {} };
    if (method === 'POST') return { status: 202, headers: { location } };
    if (method === 'GET')
      return { status: 204, headers: { location: `${location}?again`, range: `0-${size() - 1}` } };
    const from = /^(\d+)-/.exec(headers['content-range'] ?? '0-')?.[1];
    if (Number(from) !== size()) return { status: 416, headers: {} };
    for await (const chunk of body) kept.push(chunk as Buffer);
    const isIt = digestOf(Buffer.concat(kept)) === url.searchParams.get('digest');
    return isIt ? { status: 201, headers: {} } : refusal(400, 'DIGEST_INVALID', 'no');
  };
}

describe('an upload whose connection breaks', () => {
  test('goes on in pieces where nothing is kept of a body that broke off', async () => {
    const registry = await behind();
    const wire = await cutting(
      registry.url,
      [9, 9, 9, 9].map((count) => count * MiB),
    );
    const { bytes, descriptor } = randomSample(20 * MiB);
    const { source } = counted(bytes);
    const at = remote(wire, 'acme/shop', { wait: async (ms) => sleep(ms / 4) });
    expect(await at.putBlob(descriptor, source)).toBe('stored');
    expect(await isStored(registry, descriptor)).toBe(true);
  });

  test('goes on with what the registry has not got, and the digest with it', async () => {
    const kept: Buffer[] = [];
    const registry = await behind(() => keeping(kept));
    const wire = await cutting(registry.url, [12 * MiB, 9 * MiB, 5 * MiB, 5 * MiB]);
    const { bytes, descriptor } = randomSample(40 * MiB);
    const { reads, source } = counted(bytes);
    // What a broken connection had still on its way needs a moment to get there.
    const at = remote(wire, 'acme/shop', { wait: async (ms) => sleep(ms / 4) });
    // Four breaks and three tries: a try that brings us a MiB further does not count.
    expect(await at.putBlob(descriptor, source)).toBe('stored');
    expect(Buffer.concat(kept).equals(bytes)).toBe(true);
    expect(registry.count('PUT')).toBeGreaterThanOrEqual(5);
    expect(registry.count('POST')).toBe(1);
    expect(registry.count('PUT', /\?again&digest=/)).toBe(registry.count('PUT') - 1);
    expect(reads[0]).toBe(0);
    expect(reads.slice(1).every((from) => from >= 8 * MiB)).toBe(true);
  });

  test('and whose source has other bytes by then is not stored', async () => {
    const kept: Buffer[] = [];
    const registry = await behind(() => keeping(kept));
    const wire = await cutting(registry.url, [12 * MiB]);
    const { bytes, descriptor } = randomSample(20 * MiB);
    const other = Buffer.from(bytes);
    other[15 * MiB] = (other[15 * MiB] ?? 0) ^ 1;
    let count = 0;
    const source = async (from: number) => {
      count += 1;
      return Readable.from(pieces((count === 1 ? bytes : other).subarray(from)), {
        objectMode: false,
      });
    };
    await expect(remote(wire, 'acme/shop').putBlob(descriptor, source)).rejects.toBeInstanceOf(
      Corrupt,
    );
  });

  test('begins anew where the registry has nothing of it', async () => {
    const registry = await behind();
    const wire = await cutting(registry.url, [2 * MiB]);
    const { bytes, descriptor } = randomSample(5 * MiB);
    const { reads, source } = counted(bytes);
    expect(await remote(wire, 'acme/shop').putBlob(descriptor, source)).toBe('stored');
    expect(await isStored(registry, descriptor)).toBe(true);
    expect(reads[0]).toBe(0);
  });
});

describe('an upload that we end', () => {
  const silent = async () => new Readable({ read: () => undefined });

  test.each(['its own signal', 'the signal of all'])(
    'by %s is given up at the registry',
    async (whose) => {
      const registry = await behind();
      const stop = new AbortController();
      const how = whose === 'its own signal' ? {} : { signal: stop.signal };
      const at = registry.at('acme/shop', how);
      // Not before the registry has opened an upload.
      const source = async () => {
        setTimeout(() => {
          stop.abort(new Error('enough'));
        }, 20);
        return silent();
      };
      const put = at.putBlob(randomSample(100).descriptor, source, { signal: stop.signal });
      await expect(put).rejects.toThrow('enough');
      // Before the first byte nothing of the PUT goes out.
      expect(methods(registry)).toBe('HEAD POST DELETE');
    },
  );

  const broken: readonly (readonly [
    string,
    (bytes: Uint8Array) => Parameters<Repository['putBlob']>[1],
  ])[] = [
    ['is corrupt', () => opened(randomSample(100).bytes)],
    ['cannot be opened', () => async () => Promise.reject(new Error('no such file'))],
  ];
  test.each(broken)('because its source %s is given up at the registry', async (_, source) => {
    const registry = await behind();
    const { bytes, descriptor } = randomSample(100);
    await expect(registry.at('acme/shop').putBlob(descriptor, source(bytes))).rejects.toThrow();
    expect(methods(registry)).toMatch(/^HEAD POST (?:PUT )?DELETE$/);
  });

  test('does not wait for a registry that does not answer', async () => {
    const registry = await behind(undefined, [
      { method: 'DELETE', harm: { kind: 'slow', ms: 2_900 } },
    ]);
    const stop = AbortSignal.timeout(50);
    const before = performance.now();
    const put = registry
      .at('acme/shop')
      .putBlob(randomSample(9).descriptor, silent, { signal: stop });
    await expect(put).rejects.toThrow(/timeout/);
    expect(performance.now() - before).toBeLessThan(2_850);
  });
});

test('an upload of which more came in than the registry said is asked for again, and goes on', async () => {
  const kept: Buffer[] = [];
  const late: Fault = {
    method: 'GET',
    nth: 1,
    harm: {
      kind: 'meanwhile',
      when: 'after',
      happens: () => kept.push(bytes.subarray(size(kept), size(kept) + 1000)),
    },
  };
  const size = (chunks: readonly Buffer[]) => chunks.reduce((sum, { length }) => sum + length, 0);
  const sample = randomSample(5 * MiB);
  const bytes = Buffer.from(sample.bytes);
  const registry = await behind(() => keeping(kept), [late]);
  const wire = await cutting(registry.url, [2 * MiB]);
  expect(
    await putSample(remote(wire, 'acme/shop', { wait: async (ms) => sleep(ms / 4) }), sample),
  ).toBe('stored');
  expect(Buffer.concat(kept).equals(bytes)).toBe(true);
  expect(registry.count('POST')).toBe(1);
  expect(registry.count('GET')).toBeGreaterThanOrEqual(2);
});
