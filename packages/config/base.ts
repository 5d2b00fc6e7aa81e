import { parseRegistryReference } from '#oci';

/**
 * Does a pattern of `base.allowed` name this base? `name` is `registry/repository`, or `scratch`. A last `*` is one
 * component of the path: `ghcr.io/acme/*` has `ghcr.io/acme/node` and not `ghcr.io/acme/node/slim`.
 */
export function matchesBase(pattern: string, name: string): boolean {
  if (!pattern.endsWith('/*')) return pattern === name;
  const below = pattern.slice(0, -1);
  const rest = name.slice(below.length);
  return name.startsWith(below) && rest !== '' && !rest.includes('/');
}

/** A pattern with its repository as references name it. @throws UsageError for a registry or repository that is none */
export function parseBase(pattern: string): string {
  if (pattern === 'scratch') return pattern;
  if (!pattern.endsWith('/*')) return parseRegistryReference(pattern).name;
  // Any second part keeps Docker's rule for names of one part away.
  const { name } = parseRegistryReference(pattern.replace(/\*$/, 'x/x'));
  return `${name.slice(0, -'x/x'.length)}*`;
}
