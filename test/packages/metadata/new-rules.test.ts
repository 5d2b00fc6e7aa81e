import { expect, test } from '@jest/globals';

import type { Facts } from '#metadata';

import { named, pulled, pushed, tagged, type Happened } from './occasions.ts';

const now = new Date('2026-11-30T23:30:00Z');
const names = (tags: string, happened: Happened, facts: Partial<Facts> = {}) =>
  named({ tags, flavor: 'latest=false' }, happened, { now, ...facts }).tagNames;

test('a calendar version counts on from the git tags of its period', () => {
  const gitTags = ['2026.11.0', 'v2026.11.9', 'v2026.11.10', '2026.10.44', '2026.11.x', 'junk'];
  expect(names('type=calver', pushed('main'), { gitTags })).toEqual(['2026.11.11']);
  expect(names('type=calver', pushed('main'))).toEqual(['2026.11.0']);
  expect(names('type=calver,start=1', pushed('main'))).toEqual(['2026.11.1']);
  expect(names('type=calver,tz=Asia/Tokyo', pushed('main'), { gitTags })).toEqual(['2026.12.0']);
  expect(names('type=calver,pattern=YY.MM.DD-MICRO', pushed('main'))).toEqual(['26.11.30-0']);
  expect(names('type=calver,pattern=YYYY.0W.MICRO', pushed('main'))).toEqual(['2026.49.0']);
});

test('a git tag of the scheme is the calendar version itself', () => {
  expect(names('type=calver', tagged('v2026.02.7'))).toEqual(['2026.02.7']);
  expect(names('type=calver', tagged('v1.2.3'))).toEqual([]);
  expect(names('type=calver', tagged('v2026.2.7'))).toEqual([]);
});

test('describe gives what git says, for each glob', () => {
  const descriptions = new Map([
    ['', 'v1.4.2-3-gabc1234'],
    ['shop-*', undefined],
  ]);
  expect(names('type=describe', pushed('main'), { descriptions })).toEqual(['v1.4.2-3-gabc1234']);
  expect(names('type=describe,match=shop-*', pushed('main'), { descriptions })).toEqual([]);
});

test('a revision is the next rebuild of its release', () => {
  const gitTags = ['v1.4.2', 'v1.4.2-r1', 'v1.4.2-r9', 'v1.4.2-r10', 'v1.4.20-r44', 'v1.4.2-rc.1'];
  const rule = 'type=revision,value=1.4.2';
  expect(names(rule, pushed('main'), { gitTags })).toEqual(['1.4.2-r11']);
  expect(names(rule, pushed('main'))).toEqual(['1.4.2-r1']);
  expect(names('type=revision', tagged('v1.4.2-r3'))).toEqual(['1.4.2-r3']);
  expect(names('type=revision', tagged('v1.4.2'), { gitTags })).toEqual(['1.4.2-r11']);
  expect(names('type=revision', tagged('nightly'))).toEqual([]);
  expect(() => names('type=revision,value=main', pushed('main'))).toThrow(
    'value "main" is not a version: write one such as 1.4.2',
  );
});

test('where a git repository has several images, each counts its own git tags', () => {
  const gitTags = [
    'shop-2026.11.4',
    'cart-2026.11.9',
    '2026.11.7',
    'shop-v1.4.2.b3',
    'cart-v1.4.2.b8',
  ];
  const facts = { gitTags, form: { tagPrefix: 'shop-', revisionSuffix: '.b' } };
  expect(names('type=calver', pushed('main'), facts)).toEqual(['2026.11.5']);
  expect(names('type=calver', tagged('shop-2026.11.4'), facts)).toEqual(['2026.11.4']);
  expect(names('type=calver', tagged('cart-2026.11.9'), facts)).toEqual([]);
  expect(names('type=revision', tagged('shop-v1.4.2'), facts)).toEqual(['1.4.2.b4']);
  expect(names('type=revision', tagged('shop-v1.4.2.b3'), facts)).toEqual(['1.4.2.b3']);
  expect(names('type=revision', tagged('cart-v1.4.2'), facts)).toEqual([]);
  expect(names('type=revision,value={{tag}}', tagged('shop-v1.4.2'), facts)).toEqual(['1.4.2.b4']);
  // A git tag is told as it is called.
  expect(named({ tags: 'type=revision' }, tagged('shop-next'), { now, ...facts }).silent).toEqual([
    expect.objectContaining({ why: 'git tag "shop-next" is not a version' }),
  ]);
});

test('a pull request and a merge queue release nothing', () => {
  const rules = 'type=calver\ntype=describe\ntype=revision,value=1.4.2';
  expect(names(rules, pulled)).toEqual([]);
  expect(names(rules, pushed('gh-readonly-queue/main/pr-7-abc'))).toEqual([]);
});
