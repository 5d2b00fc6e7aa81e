import { expect, test } from '@jest/globals';

import { formatBytes, formatDuration, parseBytes, parseDuration } from '#io';

const hour = 3_600_000;

test.each([
  ['90s', 90_000],
  ['15m', 900_000],
  ['24h', 24 * hour],
  ['7d', 168 * hour],
  ['2w', 336 * hour],
  ['1h30m', 1.5 * hour],
  ['1d12h', 36 * hour],
  ['0s', 0],
])('the duration %s is %d ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each([
  '',
  '24',
  'h',
  '30m1h',
  '1h1h',
  '-1h',
  '1.5h',
  '1 h',
  '1H',
  '١h',
  '1h\n',
  '9'.repeat(30),
])('%j is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test.each([
  ['512', 512],
  ['20MB', 20_000_000],
  ['20mb', 20_000_000],
  ['20 MB', 20_000_000],
  ['1GiB', 1_073_741_824],
  ['1.5KiB', 1536],
  ['0.1B', 0],
  ['2TB', 2e12],
])('the size %s is %d bytes', (text, bytes) => {
  expect(parseBytes(text)).toBe(bytes);
});

test.each(['', 'MB', '-1', '1e9', '20M', '1,5MB', '20MBs', '999999999999999TB', '0x10'])(
  '%j is no size',
  (text) => {
    expect(parseBytes(text)).toBeUndefined();
  },
);

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [12_345_678, '12.3 MB'],
  [999_960, '1.0 MB'],
  [3e15, '3000.0 TB'],
])('%d bytes are shown as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [0, '0.0 s'],
  [420, '0.4 s'],
  [12_300, '12 s'],
  [59_700, '1 min'],
  [185_000, '3 min 5 s'],
  [2.5 * hour, '2 h 30 min'],
  [75 * hour, '3 d 3 h'],
])('%d ms are shown as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
