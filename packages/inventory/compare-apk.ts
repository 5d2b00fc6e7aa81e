const suffixes = ['alpha', 'beta', 'pre', 'rc', '', 'cvs', 'svn', 'git', 'hg', 'p'] as const;
const names = suffixes.filter((name) => name !== '').join('|');
const form = new RegExp(
  `^\\d+(?:\\.\\d+)*(?:[a-z]\\d*)?(?:_(?:${names})\\d*)*(?:~[0-9a-f]+)?(?:-r\\d+)?$`,
);
const token = /(\.?)(\d+)|_([a-z]+)|~([0-9a-f]+)|-r(\d+)|([a-z])/g;

/** Where all before is equal, the version that goes on with the lower kind is the newer one. */
const kind = { number: 1, letter: 2, suffix: 3, suffixNumber: 4, commit: 5, revision: 6, end: 7 };

interface Token {
  readonly kind: number;
  readonly value: bigint;
}
const end: Token = { kind: kind.end, value: 0n };

/**
 * Compares two versions of apk: below 0 when the first is older, 0 when neither is. Undefined when one is no version.
 * https://gitlab.alpinelinux.org/alpine/apk-tools/-/blob/master/doc/apk-package.5.scd
 */
export function compareApk(one: string, other: string): number | undefined {
  if (!form.test(one) || !form.test(other)) return undefined;
  const [a, b] = [tokens(one), tokens(other)];
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const order = compareTokens(a[at] ?? end, b[at] ?? end);
    if (order !== 0) return order;
  }
  return 0;
}

function compareTokens(a: Token, b: Token): number {
  if (a.kind === b.kind) return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
  if (isBefore(a)) return -1;
  if (isBefore(b)) return 1;
  return b.kind - a.kind;
}

/** `_rc` and the like come before the version itself. */
const isBefore = (of: Token): boolean => of.kind === kind.suffix && of.value < 0n;

function tokens(version: string): readonly Token[] {
  const found: Token[] = [];
  const add = (of: number, value: bigint) => found.push({ kind: of, value });
  for (const [, dot, number, suffix, commit, revision, letter = ''] of version.matchAll(token)) {
    if (suffix !== undefined) add(kind.suffix, BigInt(suffixOrder(suffix)));
    else if (commit !== undefined) add(kind.commit, BigInt(`0x${commit}`));
    else if (revision !== undefined) add(kind.revision, BigInt(revision));
    else if (number === undefined) add(kind.letter, BigInt(letter.charCodeAt(0)));
    else if (found.at(-1)?.kind === kind.suffix) add(kind.suffixNumber, BigInt(number));
    else if (dot === '' || !number.startsWith('0')) add(kind.number, BigInt(number));
    else {
      // As a fraction: 1.01 is before 1.1, and 1.001 before 1.01.
      const rest = number.replace(/^0+/, '');
      add(kind.number, BigInt(rest.length - number.length));
      add(kind.number, BigInt(rest));
    }
  }
  return found;
}

const suffixOrder = (name: string): number =>
  suffixes.findIndex((known) => known === name) - suffixes.indexOf('');
