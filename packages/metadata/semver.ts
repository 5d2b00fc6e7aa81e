import { readSemantic } from '#version';

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

/** As in node-semver, which takes no larger numbers either. */
const maxCharacters = 256;

/** Reads `1.2.3-rc.1+build`, with or without `v`; undefined for anything else. https://semver.org/spec/v2.0.0.html */
export function parseSemantic(text: string): SemanticVersion | undefined {
  const read = text.length > maxCharacters ? undefined : readSemantic(text.replace(/^v/, ''));
  if (read === undefined) return undefined;
  const { numbers, pre, build } = read;
  if (numbers.some((one) => !Number.isSafeInteger(Number(one)))) return undefined;
  const [major, minor, patch] = numbers;
  return {
    raw: text,
    version: [numbers.join('.'), ...(pre.length === 0 ? [] : [pre.join('.')])].join('-'),
    major,
    minor,
    patch,
    prerelease: pre.join(','),
    build: build.join(','),
  };
}
