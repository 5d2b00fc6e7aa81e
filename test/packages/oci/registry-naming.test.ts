import { afterEach, describe, expect, test } from '@jest/globals';

import type { Handler } from '#io';
import { Denied, digestOf, parseTag, TagImmutable, TagMoved, type Repository } from '#oci';

import type { Fault } from '../../faults.ts';
import { lagging } from '../../faults/lag.ts';
import { refusal } from '../../faults/refusal.ts';
import { immutableTags, unconditional, type ImmutableForm } from '../../faults/registries.ts';
import { objectionOf } from '../../../packages/oci/registry-immutable.ts';
import { registryBehind, type Behind } from './registry.open.ts';
import { imageOf, store } from './samples.ts';

const tag = parseTag('1.0');
const [a, b, c] = [imageOf('a'), imageOf('b'), imageOf('c')];

const open: Behind[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** A registry in which `1.0` stands on `a`. */
async function standing(
  change?: (handler: Handler) => Handler,
  faults?: readonly Fault[],
): Promise<Behind> {
  const behind = await registryBehind(change, faults);
  open.push(behind);
  for (const image of [a, b, c]) await store(behind.layout('acme/shop'), image);
  await behind.layout('acme/shop').tag(tag, a.bytes, a.descriptor.mediaType, 'absent');
  return behind;
}

const move = async (at: Repository, expected = a.descriptor.digest) =>
  at.tag(tag, b.bytes, b.descriptor.mediaType, expected);

describe('a move', () => {
  test('whose digest is known takes four requests, that of the manifest included', async () => {
    const behind = await standing(unconditional);
    const at = behind.at('acme/shop');
    const found = await at.manifest(b.descriptor.digest);
    expect(
      await at.tag(tag, found?.bytes ?? b.bytes, b.descriptor.mediaType, a.descriptor.digest),
    ).toEqual({
      before: a.descriptor.digest,
      guarantee: 'read-back',
    });
    expect(behind.requests.map(({ method }) => method)).toEqual(['GET', 'HEAD', 'PUT', 'HEAD']);
  });

  test('from one tag to another takes five, and four where the registry compares by itself', async () => {
    const dev = parseTag('dev');
    const requests: number[] = [];
    for (const change of [unconditional, (handler: Handler) => handler]) {
      const behind = await standing(change);
      await behind.layout('acme/shop').tag(dev, b.bytes, b.descriptor.mediaType, 'absent');
      const at = behind.at('acme/shop');
      const source = await at.resolve(dev);
      const { bytes = b.bytes } = (await at.manifest(source?.digest ?? dev)) ?? {};
      await at.tag(tag, bytes, b.descriptor.mediaType, a.descriptor.digest);
      requests.push(behind.requests.length);
    }
    expect(requests).toEqual([5, 4]);
  });

  test('is atomic where the answer to the write says that it was compared', async () => {
    const behind = await standing();
    expect((await move(behind.at('acme/shop'))).guarantee).toBe('atomic');
    expect(behind.requests.map(({ method }) => method)).toEqual(['HEAD', 'PUT']);
  });

  test('is not called atomic because a read said so', async () => {
    const behind = await standing((handler) => async (request) => {
      const { headers, ...answer } = await handler(request);
      const { 'ecluse-compares-tags': said = '', ...rest } = headers;
      const isRead = request.method !== 'PUT';
      return { ...answer, headers: isRead ? { ...rest, 'ecluse-compares-tags': said } : rest };
    });
    expect((await move(behind.at('acme/shop'))).guarantee).toBe('read-back');
  });

  test('goes with a condition, in the words of the registry', async () => {
    const behind = await standing();
    const at = behind.at('acme/shop');
    await move(at);
    await at.tag(parseTag('new'), b.bytes, b.descriptor.mediaType, 'absent');
    await at.tag(tag, c.bytes, c.descriptor.mediaType, 'anything');
    const puts = behind.requests.filter(({ method }) => method === 'PUT');
    expect(puts.map(({ headers }) => [headers['if-match'], headers['if-none-match']])).toEqual([
      [`"${a.descriptor.digest}"`, undefined],
      [undefined, '*'],
      [undefined, undefined],
    ]);
  });

  test.each(['W/"weak"', 'none', ''])('has no condition on the etag %j', async (etag) => {
    const behind = await standing(undefined, [
      { method: 'HEAD', harm: { kind: 'headers', headers: { etag } } },
    ]);
    await move(behind.at('acme/shop'));
    expect(behind.requests.find(({ method }) => method === 'PUT')?.headers['if-match']).toBe(
      undefined,
    );
  });

  test('is done without the condition where that is what the registry refuses', async () => {
    const behind = await standing(
      (handler) => async (request) =>
        request.method === 'PUT' && request.headers['if-match'] !== undefined
          ? refusal(412, 'UNKNOWN', 'precondition failed')
          : unconditional(handler)(request),
    );
    expect(await move(behind.at('acme/shop'))).toEqual({
      before: a.descriptor.digest,
      guarantee: 'read-back',
    });
  });

  const meanwhile = (nth: number): Fault => ({
    method: 'PUT',
    path: /manifests\/1\.0$/,
    nth,
    harm: {
      kind: 'meanwhile',
      when: 'before',
      happens: async () =>
        open[0]?.layout('acme/shop').tag(tag, c.bytes, c.descriptor.mediaType, 'anything'),
    },
  });

  test('that comes too late is TagMoved and writes nothing, where the registry compares', async () => {
    const behind = await standing(undefined, [meanwhile(1)]);
    await expect(move(behind.at('acme/shop'))).rejects.toEqual(
      new TagMoved('registry.test/acme/shop:1.0', a.descriptor.digest, c.descriptor.digest),
    );
    expect((await behind.layout('acme/shop').resolve(tag))?.digest).toBe(c.descriptor.digest);
  });

  test('that somebody else writes over is TagMoved, where the registry compares nothing', async () => {
    const after: Fault = {
      ...meanwhile(1),
      harm: { ...meanwhile(1).harm, kind: 'meanwhile', when: 'after' } as Fault['harm'],
    };
    const behind = await standing(unconditional, [after]);
    await expect(move(behind.at('acme/shop'))).rejects.toEqual(
      new TagMoved('registry.test/acme/shop:1.0', b.descriptor.digest, c.descriptor.digest),
    );
    expect(behind.waits).toHaveLength(1);
  });

  test('whose answer was lost is no loss', async () => {
    for (const change of [unconditional, undefined]) {
      const lost: Fault = {
        method: 'PUT',
        nth: 1,
        harm: {
          kind: 'meanwhile',
          when: 'after',
          happens: () => {
            throw new Error('the line is cut');
          },
        },
      };
      const behind = await standing(change, [lost]);
      expect((await move(behind.at('acme/shop'))).guarantee).toBe('read-back');
      expect((await behind.layout('acme/shop').resolve(tag))?.digest).toBe(b.descriptor.digest);
    }
  });

  test.each([1, 2, 3])(
    'in a registry whose next %i reads are old is seen in time',
    async (reads) => {
      const behind = await standing((handler) => lagging(unconditional(handler), reads));
      expect((await move(behind.at('acme/shop'))).guarantee).toBe('read-back');
    },
  );

  test('in a registry whose reads stay old is in doubt, and says what stands there', async () => {
    const behind = await standing((handler) => lagging(unconditional(handler), 100));
    await expect(move(behind.at('acme/shop'))).rejects.toEqual(
      new TagMoved('registry.test/acme/shop:1.0', b.descriptor.digest, a.descriptor.digest),
    );
  });
});

describe('a name on a manifest whose digest is sha512', () => {
  const how = { algorithm: 'sha512' } as const;
  const digest = digestOf(b.bytes, 'sha512');

  test('is put on by a parameter, where the registry says that it did', async () => {
    const behind = await standing();
    const moved = await behind
      .at('acme/shop')
      .tag(tag, b.bytes, b.descriptor.mediaType, a.descriptor.digest, how);
    expect(moved).toEqual({ before: a.descriptor.digest, guarantee: 'read-back' });
    expect(behind.requests[1]?.path).toBe(`/v2/acme/shop/manifests/${digest}?tag=1.0`);
    expect((await behind.layout('acme/shop').resolve(tag))?.digest).toBe(digest);
  });

  test('is Denied where the registry does not know it, and the name stays', async () => {
    const behind = await standing(unconditional);
    const put = behind
      .at('acme/shop')
      .tag(tag, b.bytes, b.descriptor.mediaType, a.descriptor.digest, how);
    await expect(put).rejects.toBeInstanceOf(Denied);
    await expect(put).rejects.toThrow(/puts no name on a manifest whose digest is not sha256$/);
    expect((await behind.layout('acme/shop').resolve(tag))?.digest).toBe(a.descriptor.digest);
  });
});

describe('a tag that is written once', () => {
  const forms: readonly ImmutableForm[] = [
    'ecr',
    'harbor',
    'quay',
    'docker-hub',
    'zot',
    'gar',
    'acr',
  ];

  test.each(forms)('is TagImmutable as %s says it', async (form) => {
    const behind = await standing((handler) => immutableTags(unconditional(handler), form));
    await expect(move(behind.at('acme/shop'))).rejects.toEqual(
      new TagImmutable('registry.test/acme/shop:1.0'),
    );
    expect((await behind.layout('acme/shop').resolve(tag))?.digest).toBe(a.descriptor.digest);
  });

  test.each(forms)('is no error for %s when it stands where it should', async (form) => {
    const behind = await standing((handler) => immutableTags(unconditional(handler), form));
    const moved = await behind
      .at('acme/shop')
      .tag(tag, a.bytes, a.descriptor.mediaType, a.descriptor.digest);
    expect(moved.before).toBe(a.descriptor.digest);
    expect(behind.requests).toHaveLength(1);
  });

  test.each(forms)('is TagMoved for %s when somebody else wrote it in between', async (form) => {
    const fresh = parseTag('2.0');
    const behind = await standing(
      (handler) => immutableTags(unconditional(handler), form),
      [
        {
          method: 'PUT',
          nth: 1,
          harm: {
            kind: 'meanwhile',
            when: 'before',
            happens: async () =>
              open[0]?.layout('acme/shop').tag(fresh, c.bytes, c.descriptor.mediaType, 'absent'),
          },
        },
      ],
    );
    const late = behind.at('acme/shop').tag(fresh, b.bytes, b.descriptor.mediaType, 'absent');
    await expect(late).rejects.toEqual(
      new TagMoved('registry.test/acme/shop:2.0', 'absent', c.descriptor.digest),
    );
  });
});

describe('a login that may not write', () => {
  const refusals = [
    ['zot', 403, 'DENIED', 'requested access to the resource is denied'],
    ['GHCR', 403, 'DENIED', 'permission_denied: write_package'],
    [
      'Azure',
      405,
      'UNSUPPORTED',
      'The operation is disallowed on this registry, repository or image.',
    ],
  ] as const;

  test.each(refusals)(
    'is Denied as %s says it, not TagImmutable',
    async (_, status, code, text) => {
      const behind = await standing(
        (handler) => async (request) =>
          request.method === 'PUT' ? refusal(status, code, text) : handler(request),
      );
      await expect(move(behind.at('acme/shop'))).rejects.toBeInstanceOf(Denied);
    },
  );

  test.each(refusals)('is Denied for a new tag as %s says it', async (_, status, code, text) => {
    const behind = await standing(
      (handler) => async (request) =>
        request.method === 'PUT' ? refusal(status, code, text) : handler(request),
    );
    const put = behind
      .at('acme/shop')
      .tag(parseTag('new'), b.bytes, b.descriptor.mediaType, 'absent');
    await expect(put).rejects.toBeInstanceOf(Denied);
  });
});

test.each([
  [
    400,
    'TAG_INVALID',
    "The image tag '1' already exists and cannot be overwritten because the tag is immutable.",
    'immutable',
  ],
  [400, 'TAG_INVALID', 'already exists', 'conflict'],
  [412, 'PRECONDITION', "'r:1' configured as immutable.", 'immutable'],
  [412, 'DENIED', 'the tag stands elsewhere', 'conflict'],
  [409, 'UNKNOWN', 'tag is immutable and cannot be overwritten', 'immutable'],
  [400, 'UNKNOWN', 'The repository has enabled tag immutability', 'immutable'],
  [400, 'UNKNOWN', 'Repository does not allow updating assets: docker', 'immutable'],
  [
    405,
    'UNSUPPORTED',
    'The operation is disallowed on this registry, repository or image.',
    'denial',
  ],
  [403, 'DENIED', 'requested access to the resource is denied', 'denial'],
  [401, 'UNAUTHORIZED', 'immutable', 'other'],
  [400, 'MANIFEST_INVALID', 'schema', 'other'],
  [404, 'NAME_UNKNOWN', 'no such repository', 'other'],
  [413, 'SIZE_INVALID', 'too large', 'other'],
] as const)('the answer %i %s %j is read as %s', (status, code, message, objection) => {
  const says = `, and it says "${code}: ${message}"`;
  expect(objectionOf(status, { codes: [code], says })).toBe(objection);
});
