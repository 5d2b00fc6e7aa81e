import { expect, test } from '@jest/globals';

import { inLayout } from '../../../packages/oci/layout-errors.ts';

const system = (code: string) => Object.assign(new Error(`${code}: of the system`), { code });
const failing = (error: unknown) =>
  inLayout('"/store"', async () => {
    throw error;
  });

test.each([
  ['ENOSPC', 'disk-full', '"/store" cannot be written: there is no room left on its disk'],
  ['EDQUOT', 'disk-full', '"/store" cannot be written: the quota of its disk is used up'],
  ['EFBIG', 'disk-full', '"/store" cannot be written: its disk takes no file of that size'],
  ['EACCES', 'denied', 'access to "/store" was denied: let this user read and write the folder'],
  ['EROFS', 'denied', 'access to "/store" was denied: let this user read and write the folder'],
  [
    'ELOOP',
    'corrupt',
    '"/store" is corrupt: a file in it is a symbolic link, and links are not followed',
  ],
  ['ENOTDIR', 'unreachable', '"/store" could not be reached: a file stands where a folder must be'],
  ['EIO', 'unreachable', '"/store" could not be reached: the file system says EIO'],
])('%s of the file system is %s', async (errno, code, message) => {
  const cause = system(errno);
  await expect(failing(cause)).rejects.toMatchObject({ code, message, exit: 3, cause });
});

test('other errors go on as they are', async () => {
  for (const error of [new Error('ours'), system('ERR_INVALID_ARG_TYPE')]) {
    await expect(failing(error)).rejects.toBe(error);
  }
});
