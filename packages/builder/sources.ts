import { fault, hasWildcard, literalSource, matchSource, type Place } from '#dockerfile';
import { joinPath, rawOf, splitPath, type FileTree, type RawPath, type TreeNode } from '#image';

/** What a source of COPY or ADD stands for. */
export interface Match {
  /** As it is named, links not followed: its last part is the name that a file keeps. */
  readonly path: RawPath;
  /** What it leads to. */
  readonly node: TreeNode;
}

/** The parts of a source, from the top of the context: `..` does not leave it. */
function partsOf(pattern: string): readonly string[] {
  const parts: string[] = [];
  for (const part of pattern.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts;
}

/** The folder or file below which everything that a source can match lies. */
export function fixedPart(pattern: string): RawPath {
  const parts = partsOf(pattern);
  const first = parts.findIndex(hasWildcard);
  return rawOf(
    parts
      .slice(0, first < 0 ? undefined : first)
      .map(literalSource)
      .join('/'),
  );
}

/**
 * What a source matches, sorted; a source without wildcards matches itself or nothing.
 * @throws UsageError for a malformed pattern
 */
export function matchesOf(tree: FileTree, pattern: string, at: Place): readonly Match[] {
  let found: readonly RawPath[] = [''];
  for (const part of partsOf(pattern)) {
    found = hasWildcard(part)
      ? found.flatMap((folder) => childrenLike(tree, folder, matchSource(part, at)))
      : found.map((folder) => joinPath(folder, rawOf(literalSource(part))));
  }
  return found.flatMap((path) => {
    const { node } = tree.resolve(path, { followLast: true });
    return node === undefined ? [] : [{ path, node }];
  });
}

function childrenLike(
  tree: FileTree,
  folder: RawPath,
  matches: (name: string) => boolean,
): readonly RawPath[] {
  const { node } = tree.resolve(folder, { followLast: true });
  if (node?.kind !== 'directory') return [];
  return [...node.children.keys()]
    .filter((name) => matches(Buffer.from(name, 'latin1').toString('utf8')))
    .sort()
    .map((name) => joinPath(folder, name));
}

/** The one match of a source. @throws UsageError when there is none */
export function matchesOrFault(
  tree: FileTree,
  pattern: string,
  { at, where }: { readonly at: Place; readonly where: string },
): readonly Match[] {
  const matches = matchesOf(tree, pattern, at);
  if (matches.length > 0) return matches;
  throw fault(at, `${JSON.stringify(pattern)} is not in ${where}`);
}

export const nameOf = (path: RawPath): string => splitPath(path).name;
