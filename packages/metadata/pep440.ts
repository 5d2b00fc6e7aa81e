/** A version of Python's packages, as tags are written from it. */
export interface PythonVersion {
  /** As it was given. */
  readonly raw: string;
  /** Normalised. A local version (`+ubuntu.1`) has `-` between its parts: neither `+` nor its form can be a tag. */
  readonly version: string;
  readonly major: string;
  readonly minor: string;
  readonly patch: string;
  /** No pre-, post- or development release. */
  readonly final: boolean;
}

const separator = '[-_.]?';
const grammar = new RegExp(
  [
    '^v?(?:(?<epoch>[0-9]+)!)?(?<release>[0-9]+(?:\\.[0-9]+)*)',
    `(?:${separator}(?<pre>alpha|a|beta|b|preview|pre|c|rc)${separator}(?<preNumber>[0-9]+)?)?`,
    `(?:-(?<implicit>[0-9]+)|${separator}(?<post>post|rev|r)${separator}(?<postNumber>[0-9]+)?)?`,
    `(?:${separator}(?<dev>dev)${separator}(?<devNumber>[0-9]+)?)?`,
    '(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$',
  ].join(''),
  'i',
);
const letters: Readonly<Record<string, string>> = {
  alpha: 'a',
  beta: 'b',
  c: 'rc',
  pre: 'rc',
  preview: 'rc',
};
/** What no tag could hold is not read. */
const maxCharacters = 256;

const plain = (digits: string): string => digits.replace(/^0+(?=[0-9])/, '');

/** Reads a version of PEP 440; undefined for anything else. https://peps.python.org/pep-0440/#appendix-b-parsing-version-strings-with-regular-expressions */
export function parsePython(text: string): PythonVersion | undefined {
  if (text.length > maxCharacters) return undefined;
  const groups = grammar.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const part = (name: string): string | undefined => groups[name]?.toLowerCase();
  const release = (part('release') ?? '').split('.').map(plain);
  const [pre, dev] = [part('pre'), part('dev')];
  const implicit = part('implicit');
  const post = implicit ?? (part('post') === undefined ? undefined : (part('postNumber') ?? '0'));
  const epoch = plain(part('epoch') ?? '0');
  const local = part('local')
    ?.split(/[-_.]/)
    .map((each) => (/^[0-9]+$/.test(each) ? plain(each) : each));
  return {
    raw: text,
    version: [
      epoch === '0' ? '' : `${epoch}!`,
      release.join('.'),
      pre === undefined ? '' : `${letters[pre] ?? pre}${plain(part('preNumber') ?? '0')}`,
      post === undefined ? '' : `.post${plain(post)}`,
      dev === undefined ? '' : `.dev${plain(part('devNumber') ?? '0')}`,
      local === undefined ? '' : `+${local.join('-')}`,
    ].join(''),
    major: release[0] ?? '0',
    minor: release[1] ?? '0',
    patch: release[2] ?? '0',
    final: pre === undefined && post === undefined && dev === undefined,
  };
}
