import { expect, test } from '@jest/globals';

import { collectors } from '#inventory';

const passwd = collectors.find(({ name }) => name === 'passwd');
const parse = (text: string) => passwd?.parse('etc/passwd', Buffer.from(text));

test('accounts are read in their order, and lines that are none are passed over', () => {
  expect(
    parse('root:x:0:0:root:/root:/bin/sh\n\n:x:1:\n app:x:1000:1000::/:\r\nodd:x:0x1:\ncut\n'),
  ).toEqual([
    { name: 'root', uid: '0' },
    { name: 'app', uid: '1000' },
    { name: 'odd', uid: '0x1' },
    { name: 'cut', uid: '' },
  ]);
});

test('only the list itself is wanted', () => {
  expect(passwd?.wants('etc/passwd', 1)).toBe(true);
  expect(passwd?.wants('etc/passwd-', 1)).toBe(false);
  expect(passwd?.wants('srv/etc/passwd', 1)).toBe(false);
});
