import { afterAll, expect, test } from '@jest/globals';

import type { Base } from '#builder';
import type { Repository } from '#oci';

import { tarOf } from '../image/tars.ts';
import { baseOf, build, removeTemporary } from './builds.ts';

afterAll(removeTemporary);

/** The same repository, which remembers the blobs that were asked for. */
function counting(from: Repository, asked: string[]): Repository {
  return new Proxy(from, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: readonly unknown[]): unknown => {
        const [first] = args;
        if (name === 'blob' && typeof first === 'object' && first !== null && 'digest' in first) {
          asked.push(String(first.digest));
        }
        return Reflect.apply(value, target, args);
      };
    },
  });
}

test('a layer of the base is fetched once, also when owners are named', async () => {
  const tar = tarOf(
    { path: 'etc/passwd', text: 'web:x:101:102::/:\n' },
    { path: 'etc/group', text: 'webg:x:103:\n' },
  );
  const [[text, base]] = [...(await baseOf(tar))] as [[string, Base]];
  const asked: string[] = [];
  const bases = new Map([[text, { ...base, from: counting(base.from, asked) }]]);
  const dockerfile = 'FROM base\nCOPY --chown=web:webg one /\nCOPY --chown=web two /\n';
  const { layers, manifest } = await build({ dockerfile, files: { one: '1', two: '2' }, bases });
  expect(layers).toEqual([['one 101:103 "1"'], ['two 101:102 "2"']]);
  const layer = manifest.layers[0]?.digest;
  expect(asked.filter((digest) => digest === layer)).toEqual([layer]);
});
