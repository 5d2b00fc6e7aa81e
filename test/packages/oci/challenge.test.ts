import { expect, test } from '@jest/globals';

import { parseChallenges } from '../../../packages/oci/challenge.ts';

const read = (header: string) =>
  parseChallenges(header).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)]);

test.each<[string, string, unknown]>([
  [
    'commas and spaces inside quotes',
    'Bearer realm="https://auth.example/token",service="registry.example",scope="repository:a/b:pull,push repository:c:pull"',
    [
      [
        'bearer',
        {
          realm: 'https://auth.example/token',
          service: 'registry.example',
          scope: 'repository:a/b:pull,push repository:c:pull',
        },
      ],
    ],
  ],
  [
    'several challenges in one header',
    'Negotiate, Basic realm="a, b", Bearer realm="c",error="invalid_token"',
    [
      ['negotiate', {}],
      ['basic', { realm: 'a, b' }],
      ['bearer', { realm: 'c', error: 'invalid_token' }],
    ],
  ],
  ['names in any case and values without quotes', 'BASIC Realm=x', [['basic', { realm: 'x' }]]],
  [
    'space around the equals sign',
    'Bearer realm = "a" , service= "b"',
    [['bearer', { realm: 'a', service: 'b' }]],
  ],
  ['escaped quotes', String.raw`Basic realm="a\"b\\c"`, [['basic', { realm: String.raw`a"b\c` }]]],
  ['a quote that does not end', 'Basic realm="a', [['basic', { realm: '' }]]],
  ['parameters of nobody', 'realm="a"', []],
  ['nothing', '', []],
])('a header with %s is read', (_, header, expected) => {
  expect(read(header)).toEqual(expected);
});

test('a long hostile header is read in no time', () => {
  const before = performance.now();
  parseChallenges(`Bearer ${'a'.repeat(30_000)} ="${'\\'.repeat(30_000)}`);
  parseChallenges(`${'a,'.repeat(15_000)}${' '.repeat(30_000)}"`);
  expect(performance.now() - before).toBeLessThan(1_000);
});
