import { Failed, UsageError } from '#io';

import { asked, refusal, type Git } from './command.ts';
import { isCommit } from './names.ts';

const maxBytes = 1 << 20;

/**
 * As `History.file`: a regular file of a commit, by its path from the top with `/`; undefined when the commit has none.
 * @throws UsageError when something else stands there or it is over 1 MiB, Failed when the commit is not in the clone
 */
export async function fileAt(
  git: Git,
  commit: string,
  path: string,
): Promise<Uint8Array | undefined> {
  if (!isCommit(commit)) throw notACommit(commit);
  if (!isInside(path)) return undefined;
  const args = ['ls-tree', '-z', '--long', '--full-tree', commit, '--', path];
  const tree = await git(args);
  if (tree.code !== 0) throw refusal(args, tree);
  const [mode = '', , object = '', size = ''] = tree.text.split(/[ \t\0]+/);
  if (mode === '') return undefined;
  const where = `${JSON.stringify(path)} in commit ${commit.slice(0, 12)}`;
  if (!mode.startsWith('100')) {
    throw new UsageError(`${where} is ${kinds[mode] ?? 'no file'}: make it a regular file`);
  }
  if (Number(size) > maxBytes) {
    throw new UsageError(`${where} has ${size} bytes: at most ${maxBytes} are read`);
  }
  return (await asked(git, ['cat-file', 'blob', object], { maxBytes })).stdout;
}

export const notACommit = (text: string): Failed =>
  new Failed(3, 'git', `${JSON.stringify(text)} is not a commit: 40 hexadecimal digits are wanted`);

const kinds: Readonly<Record<string, string>> = {
  '040000': 'a folder',
  '120000': 'a symbolic link',
  '160000': 'a submodule',
};
const isInside = (path: string): boolean =>
  !path.includes('\0') &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
