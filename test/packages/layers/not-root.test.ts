import { expect, test } from '@jest/globals';

import { runsAs } from '#layers';

const passwd = Buffer.from(
  [
    'root:x:0:0:root:/root:/bin/sh',
    '  node:x:1000:1000::/home/node:/bin/sh  ',
    'toor:x:0:0::/:',
    'node:x:0:0::/:',
    '1001:x:0:0::/:',
    'empty:x::5::/:',
    'word:x:abc:5::/:',
    'short',
    'minus:x:-1:0::/:',
    'wide:x:4294967296:0::/:',
    '',
  ].join('\n'),
);

test.each<[string | undefined, boolean | 'unknown', number | undefined, string]>([
  [undefined, true, 0, 'the config names no user, which is root'],
  ['', true, 0, 'the config names no user, which is root'],
  [':5', true, 0, 'the config has the USER ":5", which is root'],
  ['0', true, 0, 'USER "0" is root'],
  ['00:1000', true, 0, 'USER "00" is root'],
  ['+0', true, 0, 'USER "+0" is root'],
  ['-0', true, 0, 'USER "-0" is root'],
  ['1000', false, 1000, 'USER "1000" is uid 1000'],
  ['1000:0', false, 1000, 'USER "1000" is uid 1000'],
  // A number is a uid, whatever names the image has.
  ['1001', false, 1001, 'USER "1001" is uid 1001'],
  ['2147483647', false, 2147483647, 'USER "2147483647" is uid 2147483647'],
  ['root', true, 0, 'USER "root" is uid 0 in /etc/passwd, which is root'],
  ['toor', true, 0, 'USER "toor" is uid 0 in /etc/passwd, which is root'],
  ['node', false, 1000, 'USER "node" is uid 1000 in /etc/passwd'],
  ['node:root', false, 1000, 'USER "node" is uid 1000 in /etc/passwd'],
  // Engines take a uid that is no number for 0.
  ['empty', true, 0, 'USER "empty" is uid 0 in /etc/passwd, which is root'],
  ['word', true, 0, 'USER "word" is uid 0 in /etc/passwd, which is root'],
  ['short', true, 0, 'USER "short" is uid 0 in /etc/passwd, which is root'],
  ['nobody', 'unknown', undefined, 'USER "nobody" is a name, and /etc/passwd has no such user'],
  ['0x0', 'unknown', undefined, 'USER "0x0" is a name, and /etc/passwd has no such user'],
  [' 0', 'unknown', undefined, 'USER " 0" is a name, and /etc/passwd has no such user'],
  ['$APP', 'unknown', undefined, 'USER "$APP" is a name, and /etc/passwd has no such user'],
])('USER %j: root is %s', (user, root, uid, why) => {
  expect(runsAs(user, passwd)).toEqual({ root, uid, why });
});

test.each(['4294967296', '-1', '99999999999999999999', 'minus', 'wide'])(
  'whether USER %s is root cannot be told: it is out of range',
  (user) => {
    expect(runsAs(user, passwd)).toEqual({
      root: 'unknown',
      uid: undefined,
      why: expect.stringContaining('is no uid from 0 to 2147483647'),
    });
  },
);

test('a name without an /etc/passwd is unknown, but root is root', () => {
  const why = 'USER "app" is a name, and the image has no /etc/passwd to find it in';
  expect(runsAs('app', undefined)).toEqual({ root: 'unknown', uid: undefined, why });
  expect(runsAs('root', undefined)).toMatchObject({ root: true, uid: 0 });
  expect(runsAs('app', 'unread')).toMatchObject({
    root: 'unknown',
    why: 'USER "app" is a name, and /etc/passwd could not be read',
  });
  expect(runsAs('root', Buffer.from('app:x:1:1::/:'))).toMatchObject({ root: true, uid: 0 });
  expect(runsAs('root', Buffer.from('root:x:7:7::/:'))).toMatchObject({ root: false, uid: 7 });
});

test('what a stranger wrote is shown inert and looked at within bounds', () => {
  expect(runsAs('\u001b[31m\n::error::', undefined).why).toBe(
    'USER "\\u001b[31m\\n" is a name, and the image has no /etc/passwd to find it in',
  );
  expect(runsAs('app', Buffer.alloc((1 << 20) + 1, 'a')).root).toBe('unknown');
  expect(runsAs('app', Buffer.alloc(1 << 20, ':')).root).toBe('unknown');
});
