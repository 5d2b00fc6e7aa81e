import { labelGrammar } from '#labels';

// Patterns are also those of the published JSON Schema, which reads them with the flag `u`; `constructor` and `prototype`
// are keys that no plain object should have.
const registry =
  '(?:localhost|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+|[A-Za-z0-9-]+(?=:)|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?';
const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const ordinary = '(?!(?:__proto__|constructor|prototype)$)';

interface Grammar {
  readonly pattern: RegExp;
  /** Ends the sentence "it must be …". */
  readonly be: string;
}

/** How the values of `ecluse.yml` are written. */
export const grammar = {
  imageName: {
    pattern: new RegExp(`^${ordinary}${component}$`),
    be: 'a name in lower case letters and digits, joined by ".", "_" or "-"',
  },
  environmentName: {
    pattern: new RegExp(`^${ordinary}[A-Za-z][A-Za-z0-9_.-]{0,63}$`),
    be: 'a name of 1 to 64 letters, digits, "_", "." and "-" that starts with a letter',
  },
  argName: {
    pattern: new RegExp(`^${ordinary}[A-Za-z_][A-Za-z0-9_]*$`),
    be: 'a name of letters, digits and "_" that does not start with a digit',
  },
  argValue: { pattern: /^[^\0]*$/, be: 'text without a NUL' },
  repository: {
    pattern: new RegExp(`^${registry}(?:/${component})+$`),
    be: 'a repository with its registry and without a tag, such as ghcr.io/acme/shop',
  },
  base: {
    pattern: new RegExp(`^(?:scratch|${registry}(?:/${component})*/(?:${component}|\\*))$`),
    be: 'scratch, a repository with its registry and without a tag, such as docker.io/library/debian, or all directly below a path, such as ghcr.io/acme/*',
  },
  owner: {
    pattern: /^@[A-Za-z0-9-]+(?:\/[A-Za-z0-9_.-]+)?$/,
    be: 'a user or a team, such as @acme/platform',
  },
  labelKey: labelGrammar.key,
  labelValue: labelGrammar.value,
  // A version, a claim and the fallback tag of referrers are no pointers that move.
  purposeTag: {
    pattern: /^(?!v[0-9])(?!sha[0-9]*-)[A-Za-z][A-Za-z0-9_.-]{0,127}$/,
    be: 'a purpose tag: up to 128 letters, digits, "_", "." and "-", a letter first, and not like a version (v1) or a claim (sha-…)',
  },
  tagPrefix: {
    pattern: /^[A-Za-z][A-Za-z0-9._/-]*[_/-]$/,
    be: 'what stands before the version in a git tag, such as shop- or shop/',
  },
  path: {
    pattern: /^(?!\/)(?![A-Za-z][A-Za-z0-9+.-]*:\/\/)(?:[^\0-\x20\x7f\\]| )+$/,
    be: 'a path with "/" that starts at the folder of this file',
  },
  stage: {
    pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]*$/,
    be: 'the name or number of a stage in the Dockerfile',
  },
  platform: {
    pattern: /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9_.]+)?$/,
    be: 'os/architecture or os/architecture/variant, such as linux/arm64',
  },
  bytes: {
    pattern: /^[0-9]{1,15}(?:\.[0-9]{1,6})? ?(?:[kmgtKMGT]?[iI]?[bB])?$/,
    be: 'a size such as 512, 20MB or 1GiB',
  },
  ratio: {
    pattern: /^(?:100(?:\.0{1,7})?|[0-9]{1,2}(?:\.[0-9]{1,7})?) ?%$/,
    be: 'a part from 0 to 1, such as 0.95 or 95%',
  },
} as const satisfies Readonly<Record<string, Grammar>>;
