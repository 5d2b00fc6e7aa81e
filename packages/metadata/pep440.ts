import { readPython } from '#version';

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

/** What no tag could hold is not read. */
const maxCharacters = 256;

/** Reads a version of PEP 440; undefined for anything else. https://peps.python.org/pep-0440/#normalization */
export function parsePython(text: string): PythonVersion | undefined {
  const read = text.length > maxCharacters ? undefined : readPython(text);
  if (read === undefined) return undefined;
  const { epoch, release, pre, post, dev, local } = read;
  const [major = '0', minor = '0', patch = '0'] = release;
  return {
    raw: text,
    version: [
      epoch === '0' ? '' : `${epoch}!`,
      release.join('.'),
      pre === undefined ? '' : `${pre.stage}${pre.number}`,
      post === undefined ? '' : `.post${post}`,
      dev === undefined ? '' : `.dev${dev}`,
      local === undefined ? '' : `+${local.join('-')}`,
    ].join(''),
    major,
    minor,
    patch,
    final: pre === undefined && post === undefined && dev === undefined,
  };
}
