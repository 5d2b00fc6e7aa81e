import { quote } from '#io';
import type { FileTree } from '#image';

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

export const rootOwner: Owner = { uid: 0, gid: 0 };

const maxBytes = 8 << 20;
/** The largest id of Linux; -1 stands for no change. */
const maxId = 2 ** 32 - 2;

/**
 * Reads `--chown=user[:group]` with the names of the image it is for. A user's name alone brings its own group, a
 * number alone is the group too. `complain` is called with a reason.
 */
export async function parseOwner(
  text: string,
  tree: FileTree,
  complain: (why: string) => never,
): Promise<Owner> {
  const [user = '', group, ...more] = text.split(':');
  if (more.length > 0 || (user === '' && (group ?? '') === '')) {
    return complain(`--chown=${quote(text)} is not user, user:group or :group`);
  }
  const { uid, gid } = user === '' ? rootOwner : await userOf(user, tree, complain);
  return {
    uid,
    gid: group === undefined || group === '' ? gid : await groupOf(group, tree, complain),
  };
}

async function userOf(
  user: string,
  tree: FileTree,
  complain: (why: string) => never,
): Promise<Owner> {
  const number = idOf(user);
  if (number !== undefined) return { uid: number, gid: number };
  for (const [name, , uid = '', gid = ''] of await table(tree, 'etc/passwd')) {
    const ids = { uid: idOf(uid), gid: idOf(gid) };
    if (name === user && ids.uid !== undefined && ids.gid !== undefined) {
      return { uid: ids.uid, gid: ids.gid };
    }
  }
  return complain(`--chown: the image has no user ${quote(user)} in /etc/passwd`);
}

async function groupOf(
  group: string,
  tree: FileTree,
  complain: (why: string) => never,
): Promise<number> {
  const number = idOf(group);
  if (number !== undefined) return number;
  for (const [name, , gid = ''] of await table(tree, 'etc/group')) {
    const id = idOf(gid);
    if (name === group && id !== undefined) return id;
  }
  return complain(`--chown: the image has no group ${quote(group)} in /etc/group`);
}

function idOf(text: string): number | undefined {
  const number = /^[0-9]{1,10}$/.test(text) ? Number(text) : Infinity;
  return number <= maxId ? number : undefined;
}

/** The fields of each line; nothing when the image has no such file. */
async function table(tree: FileTree, path: string): Promise<readonly (readonly string[])[]> {
  const bytes = await tree.readFile(path, maxBytes);
  if (bytes === undefined) return [];
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((line) => line.split(':'));
}
