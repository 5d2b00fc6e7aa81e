import { codeOf, Failed } from '#io';

import { Corrupt, Denied, Unreachable } from './errors.ts';

const full: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no room left on its disk',
  EDQUOT: 'the quota of its disk is used up',
  EFBIG: 'its disk takes no file of that size',
};

/** Does file system work; its errors become sentences about the layout, others go on as they are. */
export async function inLayout<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asLayoutError(error, where);
  }
}

function asLayoutError(error: unknown, where: string): unknown {
  const code = codeOf(error);
  if (error instanceof Failed || code === undefined || !/^E[A-Z0-9]+$/.test(code)) return error;
  const lack = full[code];
  if (lack !== undefined) {
    return new Failed(3, 'disk-full', `${where} cannot be written: ${lack}`, { cause: error });
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new Denied(`access to ${where}`, 'let this user read and write the folder', {
      cause: error,
    });
  }
  if (code === 'ELOOP') {
    return new Corrupt(where, 'a file in it is a symbolic link, and links are not followed', {
      cause: error,
    });
  }
  const inTheWay = code === 'ENOTDIR' || code === 'EEXIST';
  const why = inTheWay ? 'a file stands where a folder must be' : `the file system says ${code}`;
  return new Unreachable(where, why, { cause: error });
}
