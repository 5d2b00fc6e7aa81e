import { expect, test } from '@jest/globals';

import { named, pushed, tagged } from './occasions.ts';

const main = pushed('main');

test('a regular expression that does not end is given up, with its line', () => {
  const began = performance.now();
  const rule = `type=match,pattern=(a+)+$,value=${'a'.repeat(60)}b`;
  expect(() => named({ tags: `type=sha\n${rule}` }, main)).toThrow(
    /^tags line 2, .*: "\(a\+\)\+\$" does not end within a second on "a+b": write it without a repetition inside another one$/,
  );
  expect(performance.now() - began).toBeLessThan(10_000);
});

test('what a regular expression finds does not depend on how it is watched', () => {
  const names = (tags: string) => named({ tags }, tagged('shop-v1.2.3')).tagNames;
  expect(names('type=match,pattern=v(\\d).(\\d),group=2')).toEqual(['2', 'latest']);
  expect(names('type=match,pattern=/V(?<major>\\d)/i,group=1')).toEqual(['1', 'latest']);
  expect(names('type=match,pattern=x')).toEqual([]);
});

test('lists of a million characters are read in about the time that it takes to look at them', () => {
  const began = performance.now();
  const { labels } = named({ labels: 'a=b\n'.repeat(250_000) }, main);
  expect(labels.get('a')).toBe('b');
  const slashes = named({ labels: `a=${'\\'.repeat(1_000_000)}` }, main).labels;
  expect(slashes.get('a')).toHaveLength(1_000_000);
  const quoted = `name=a/b,${'"enable=true",'.repeat(70_000)}enable=true`;
  expect(named({ images: quoted }, main).images).toEqual(['a/b']);
  // Some 400 ms on an idle machine; reading from the start at every line takes minutes.
  expect(performance.now() - began).toBeLessThan(10_000);
});

test('a calendar version is not longer than a version', () => {
  expect(() =>
    named({ tags: `type=calver,pattern=${'YYYY.'.repeat(100_000)}MICRO` }, main),
  ).toThrow('is not a calendar version: write fields');
});

test.each([['{{'.repeat(10_000)], ['{{!-- }}'.repeat(10_000)], [`${'\\'.repeat(20_000)}{{sha}}`]])(
  'a text with expressions is no longer than anybody writes one: %#',
  (text) => {
    expect(() => named({ labels: `a=${text}` }, main)).toThrow(
      'a text with expressions has 16384 characters at most',
    );
  },
);
