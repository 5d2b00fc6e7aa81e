/** A version of semver, as tags are written from it. */
export interface SemanticVersion {
  /** As it was given. */
  readonly raw: string;
  /** The numbers and the pre-release. */
  readonly version: string;
  readonly major: string;
  readonly minor: string;
  readonly patch: string;
  /** Its parts, with a comma between. */
  readonly prerelease: string;
  /** Its parts, with a comma between. */
  readonly build: string;
}

const number = '(0|[1-9][0-9]*)';
const identifier = '(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)';
const grammar = new RegExp(
  `^v?${number}\\.${number}\\.${number}(?:-(${identifier}(?:\\.${identifier})*))?(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?$`,
);
/** As in node-semver. */
const maxCharacters = 256;

/** Reads `1.2.3-rc.1+build`, with or without `v`; undefined for anything else. https://semver.org/spec/v2.0.0.html */
export function parseSemantic(text: string): SemanticVersion | undefined {
  if (text.length > maxCharacters) return undefined;
  const [whole, major = '', minor = '', patch = '', prerelease = '', build = ''] =
    grammar.exec(text) ?? [];
  if (whole === undefined) return undefined;
  if ([major, minor, patch].some((part) => !Number.isSafeInteger(Number(part)))) return undefined;
  const version = `${major}.${minor}.${patch}${prerelease === '' ? '' : `-${prerelease}`}`;
  return {
    raw: text,
    version,
    major,
    minor,
    patch,
    prerelease: prerelease.replaceAll('.', ','),
    build: build.replaceAll('.', ','),
  };
}
