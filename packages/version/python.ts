/** What a version of Python's packages says, in small letters, numbers without zeros before them. */
export interface Python {
  /** 0 where none is written. */
  readonly epoch: string;
  readonly release: readonly string[];
  readonly pre: { readonly stage: 'a' | 'b' | 'rc'; readonly number: string } | undefined;
  /** 0 where it has no number. */
  readonly post: string | undefined;
  readonly dev: string | undefined;
  readonly local: readonly string[] | undefined;
}

const separator = '[-_.]?';
const grammar = new RegExp(
  [
    '^v?(?:([0-9]+)!)?([0-9]+(?:\\.[0-9]+)*)',
    `(?:${separator}(alpha|a|beta|b|preview|pre|c|rc)${separator}([0-9]+)?)?`,
    `(?:-([0-9]+)|${separator}(post|rev|r)${separator}([0-9]+)?)?`,
    `(?:${separator}(dev)${separator}([0-9]+)?)?`,
    '(?:\\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$',
  ].join(''),
);

/**
 * Reads a version of PEP 440 in any of its spellings; undefined for anything else.
 * https://peps.python.org/pep-0440/#appendix-b-parsing-version-strings-with-regular-expressions
 */
export function readPython(text: string): Python | undefined {
  const match = grammar.exec(text.toLowerCase());
  if (match === null) return undefined;
  const [, epoch = '0', release = '', pre, preNumber = '0', implicit, post] = match;
  const [postNumber = '0', dev, devNumber = '0', local] = match.slice(7);
  return {
    epoch: plain(epoch),
    release: release.split('.').map(plain),
    pre: pre === undefined ? undefined : { stage: stageOf(pre), number: plain(preNumber) },
    post: post === undefined ? implicit && plain(implicit) : plain(postNumber),
    dev: dev === undefined ? undefined : plain(devNumber),
    local: local?.split(/[-_.]/).map((one) => (/^[0-9]+$/.test(one) ? plain(one) : one)),
  };
}

const plain = (digits: string): string => digits.replace(/^0+(?=[0-9])/, '');

/** `c`, `pre` and `preview` are spellings of `rc`. */
const stageOf = (word: string): 'a' | 'b' | 'rc' =>
  word.startsWith('a') ? 'a' : word.startsWith('b') ? 'b' : 'rc';
