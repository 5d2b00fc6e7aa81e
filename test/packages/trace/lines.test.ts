import { expect, test } from '@jest/globals';

import { found, tell, type Told } from '../../../packages/trace/findings.ts';
import { contradictionsOf, linesOf } from '../../../packages/trace/lines.ts';

const label = (fact: Told['fact'], value: string): Told => tell(fact, value, { source: 'label' });
const tag = (value: string): Told => tell('version', value, { source: 'tag' });
const commit = 'c'.repeat(40);

test('what is proven comes before what is there, and what is doubted comes last', () => {
  const { lines } = linesOf(
    found({
      told: ['a', 'b', 'c', 'd'].map((value) => label('commit', value)),
      checks: [
        { fact: 'commit', value: 'a', doubt: 'another' },
        { fact: 'commit', value: 'c', verified: 'it is there', weak: true },
        { fact: 'commit', value: 'd', verified: 'its claim points here' },
      ],
    }),
  );
  expect(lines.map(({ value }) => value)).toEqual(['d', 'b', 'c', 'a']);
});

test('one value that several say is one line with all of them', () => {
  const { lines } = linesOf(
    found({
      told: [
        label('source repository', 'https://github.com/acme/shop'),
        tell('source repository', 'git@github.com:Acme/shop.git', { source: 'provenance' }),
        tag('v1.2.3'),
        label('version', '1.2.3'),
      ],
      checks: [{ fact: 'version', value: 'v1.2.3', verified: 'the tag points here' }],
    }),
  );
  expect(lines).toMatchObject([
    {
      value: 'https://github.com/acme/shop',
      sources: [{ source: 'label' }, { source: 'provenance' }],
    },
    {
      value: 'v1.2.3',
      sources: [{ source: 'tag' }, { source: 'label' }],
      verified: ['the tag points here'],
    },
  ]);
});

test('a flood of values is cut, and it is said how many there are', () => {
  const told = Array.from({ length: 1000 }, (_, at) => label('run', String(at)));
  const { lines, gaps } = linesOf(found({ told }));
  expect(lines).toHaveLength(20);
  expect(gaps).toEqual([{ what: 'run', why: '980 more values are said, and not shown' }]);
  const same = told.map(() => label('run', 'same'));
  expect(linesOf(found({ told: same })).lines[0]?.sources).toHaveLength(10);
});

test.each<[string, readonly Told[], readonly string[]]>([
  ['a shortened commit', [label('commit', commit), label('commit', commit.slice(0, 7))], []],
  ['times', [label('created', '2026'), tell('created', '2025', { source: 'config' })], []],
  ['several versions', [tag('1.4.2'), tag('1.4.2-r1'), label('version', '1.4.2')], []],
  ['a version without any tag', [label('version', '1.4.2')], []],
  ['a label of a branch', [tag('1.4.2'), label('version', 'main')], []],
  ['a handed down label', [tag('1.4.2'), { ...label('version', '24.4.0'), inherited: true }], []],
  [
    'another version',
    [tag('1.4.2'), label('version', '1.4.3')],
    ['label says 1.4.3; by its tags and releases it is 1.4.2'],
  ],
  [
    'another commit',
    [label('commit', commit), tell('commit', 'd'.repeat(40), { source: 'provenance' })],
    [`label says ${commit}; provenance says ${'d'.repeat(40)}`],
  ],
])('contradictions of %s', (_, told, sentences) => {
  expect(contradictionsOf(told).map(({ sentence }) => sentence)).toEqual(sentences);
});
