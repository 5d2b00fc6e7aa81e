import { posix } from 'node:path';

import { literalSource, remoteKind, type Instruction } from '#dockerfile';

import type { LayerLine } from './lines.ts';

/** Who answers for what of an image. */
export interface Owners {
  /** For the base images. */
  readonly base: string | undefined;
  /** For a file or folder, from the top of the repository. */
  readonly of: (path: string) => Promise<string | undefined>;
  /** The Dockerfile, from the top of the repository; undefined: it is not known, or not there. */
  readonly dockerfile: string | undefined;
  /** The folder that COPY and ADD read, from the top of the repository; empty for the top itself. */
  readonly context: string;
}

/**
 * Who answers for a layer: for those of the base its owner; for what was copied from the context the owner of that,
 * where it is one; else the owner of the Dockerfile. Undefined: nobody says.
 */
export async function ownerOf(
  { base, of, dockerfile, context }: Owners,
  layer: { readonly isBase: boolean; readonly instruction: Instruction | undefined },
): Promise<string | undefined> {
  if (layer.isBase) return base;
  const copied = layer.instruction === undefined ? [] : sourcesIn(layer.instruction);
  // From a root, no `..` leads out of it.
  const paths = copied.map((path) => posix.join('/', context, path).replace(/^\/|\/$/g, ''));
  const owners = new Set(await Promise.all(paths.map(of)));
  const [only] = owners;
  const common = owners.size === 1 ? only : undefined;
  return common ?? (dockerfile === undefined ? undefined : of(dockerfile));
}

/** The same for each layer of an image; nobody where nobody is known. */
export const ownersOf = (
  owners: Owners | undefined,
  lines: readonly (LayerLine | undefined)[],
  baseLayers: number,
): Promise<readonly (string | undefined)[]> =>
  Promise.all(
    lines.map(async (line, at) =>
      owners === undefined
        ? undefined
        : ownerOf(owners, { isBase: at < baseLayers, instruction: line?.instruction }),
    ),
  );

/** What of the context an instruction copies; nothing where that is not known before a build. */
function sourcesIn({ keyword, flags, form, words, heredocs }: Instruction): readonly string[] {
  if (keyword !== 'COPY' && keyword !== 'ADD') return [];
  if (flags.some(({ name }) => name === 'from') || heredocs.length > 0) return [];
  const sources = words.slice(0, -1);
  const plain = form === 'exec' ? sources : sources.map((word) => word.replace(/["']/g, ''));
  const isUnknown = plain.some((source) => source.includes('$') || remoteKind(source));
  return isUnknown ? [] : plain.map(literalSource);
}
