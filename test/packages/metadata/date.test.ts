import { expect, test } from '@jest/globals';

import { named, pushed } from './occasions.ts';

const moment = new Date('2021-01-03T22:05:09.042Z');
const dated = (format: string, zone = 'UTC') =>
  named({ labels: `x={{date '${format}' tz='${zone}'}}` }, pushed('dev'), {
    now: moment,
  }).labels.get('x');

test.each([
  ['YYYYMMDD-HHmmss', '20210103-220509'],
  ['YY M Mo MMM MMMM', '21 1 1st Jan January'],
  ['Q Qo D Do DDD DDDo DDDD', '1 1st 3 3rd 3 3rd 003'],
  ['d do dd ddd dddd e E', '0 0th Su Sun Sunday 0 7'],
  ['w wo ww gg gggg ggggg', '2 2nd 02 21 2021 02021'],
  ['W Wo WW GG GGGG GGGGG', '53 53rd 53 20 2020 02020'],
  ['YYYYY YYYYYY Y y yo yy N NNNN', '02021 +002021 2021 2021 2021st 2021 AD Anno Domini'],
  ['H HH h hh k kk A a', '22 22 10 10 22 22 PM pm'],
  ['m mm s ss S SS SSS SSSSSS', '5 05 9 09 0 04 042 042000'],
  ['Hmm hmm Hmmss hmmss', '2205 1005 220509 100509'],
  ['z Z ZZ X x', 'UTC +00:00 +0000 1609711509 1609711509042'],
  ['L LL LTS lll', '01/03/2021 January 3, 2021 10:05:09 PM Jan 3, 2021 10:05 PM'],
  ['[Week] W \\Y [it is', 'Week 53 Y [it i9'],
])('the tokens %s give %s', (format, text) => {
  expect(dated(format)).toBe(text);
});

test.each([
  ['Asia/Tokyo', '2021-01-04 07:05 +09:00'],
  ['America/St_Johns', '2021-01-03 18:35 -03:30'],
  ['europe/paris', '2021-01-03 23:05 +01:00'],
])('a date in %s is %s', (zone, text) => {
  expect(dated('YYYY-MM-DD HH:mm Z', zone)).toBe(text);
});

test('the date of the commit is another one than today', () => {
  const { tagNames } = named(
    { tags: "{{commit_date 'YYYYMMDD'}}-{{date 'YYYYMMDD'}}" },
    pushed('dev'),
    {
      now: moment,
      commitDate: new Date('2019-02-03T04:05:06Z'),
    },
  );
  expect(tagNames).toEqual(['20190203-20210103']);
});
