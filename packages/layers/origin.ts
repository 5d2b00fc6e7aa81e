import { parseDockerfile, resolve, type Dockerfile } from '#dockerfile';
import type { ImageConfig } from '#image';
import { UsageError } from '#io';
import type { Digest } from '#oci';

import type { BaseName } from './base.ts';
import type { LayerHistory } from './history.ts';
import { layerLines, type LayerLine } from './lines.ts';
import type { BuildProvenance } from './provenance.ts';

/** What an image was built from, as a person says. */
export interface Source {
  readonly dockerfile: Dockerfile;
  readonly target?: string | undefined;
}

/** All that can say which instruction made a layer. */
export interface Origins {
  readonly source: Source | undefined;
  /** What the engine wrote of the build. */
  readonly provenance: BuildProvenance | undefined;
  /** The digests of the layers in the manifest. */
  readonly layers: readonly Digest[];
  readonly baseLayers: number;
}

/**
 * For each layer the instruction that made it: of the Dockerfile that is given; without one, what the engine wrote
 * down of the build, with the Dockerfile that it kept.
 * @throws UsageError for an unknown target
 */
export function originLines(
  history: LayerHistory,
  { source, provenance, layers, baseLayers }: Origins,
): readonly (LayerLine | undefined)[] {
  const built = provenance && { provenance, layers };
  if (source !== undefined) {
    return layerLines(history, source.dockerfile, { target: source.target, baseLayers, built });
  }
  const kept = keptDockerfile(provenance);
  if (kept === undefined) return layers.map(() => undefined);
  // Which stage was built is not known here, so what the engine does not say is not guessed.
  return layerLines(history, kept, { chain: [], baseLayers, built });
}

/** Nobody wrote a longer one by hand. */
const maxDockerfileLength = 1 << 20;

/** It comes with the image, so it may be anything. */
function keptDockerfile(provenance: BuildProvenance | undefined): Dockerfile | undefined {
  const text = provenance?.source?.text;
  if (text === undefined || text.length > maxDockerfileLength) return undefined;
  return unlessWrong(() => parseDockerfile(text, 'the Dockerfile in the provenance'));
}

/** What stands behind the FROM of the stage that was built, through the stages below it; arguments have their defaults. */
export function baseInDockerfile(
  { dockerfile, target }: Source,
  { os, architecture, variant }: Pick<ImageConfig, 'os' | 'architecture' | 'variant'>,
): BaseName | undefined {
  const platform = [os, architecture, ...(variant === undefined ? [] : [variant])].join('/');
  const plan = unlessWrong(() => resolve(dockerfile, { target, args: {}, platform }));
  let at = plan?.stages.at(-1);
  while (at?.base.kind === 'stage') {
    const { index } = at.base;
    at = plan?.stages.find(({ stage }) => stage.index === index);
  }
  if (at === undefined) return undefined;
  return { name: at.base.kind === 'scratch' ? 'scratch' : at.base.name };
}

function unlessWrong<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
