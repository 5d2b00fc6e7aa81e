import type { Dockerfile, Instruction, Keyword } from '#dockerfile';
import type { Digest } from '#oci';

import type { LayerHistory } from './history.ts';
import { align } from './lines-align.ts';
import { stageChain, type Chain } from './lines-chain.ts';
import { linesInProvenance, type BuildProvenance } from './provenance.ts';

/** The instruction that made a layer. */
export interface LayerLine {
  readonly line: number;
  /** That of a heredoc's end included. */
  readonly endLine: number;
  readonly keyword: Keyword;
  /** On one line, as written: `RUN make`. */
  readonly text: string;
  readonly instruction: Instruction;
  /** Who says so: the engine, or the likeness of the history. */
  readonly source: 'provenance' | 'history';
}

export interface LinesOptions {
  /** The stage that was built, by name or index; default: the last one. */
  readonly target?: string | undefined;
  /** Instead of `target`: the instructions of a build whose variables are known, by `chainOf`. */
  readonly chain?: Chain | undefined;
  /** How many layers came with the base: they have no line here. */
  readonly baseLayers?: number | undefined;
  /** What the engine wrote down, with the digests of the layers in the manifest. */
  readonly built?:
    { readonly provenance: BuildProvenance; readonly layers: readonly Digest[] } | undefined;
}

/**
 * For each layer the instruction of this Dockerfile that made it; undefined for those of the base, and where it
 * cannot be told. The engine's own word counts first, where it built from the same text.
 * @throws UsageError for an unknown target
 */
export function layerLines(
  { steps, layers, disagreement }: LayerHistory,
  dockerfile: Dockerfile,
  { target, chain = stageChain(dockerfile, target), baseLayers = 0, built }: LinesOptions = {},
): readonly (LayerLine | undefined)[] {
  const recorded =
    built?.provenance.source?.text === dockerfile.source
      ? linesInProvenance(built.provenance, built.layers)
      : [];
  const top = steps.findLastIndex(({ layer }) => layer !== undefined && layer < baseLayers);
  // Where history and layers do not fit, a line would be that of some other layer.
  const pairs = align(disagreement === undefined ? steps.slice(top + 1) : [], chain);
  return layers.map((step, layer) => {
    if (layer < baseLayers) return undefined;
    const range = recorded[layer];
    const written =
      range === undefined ? undefined : instructionAt(dockerfile, range.line, range.endLine);
    if (written !== undefined) return lineOf(written, 'provenance');
    const found = step === undefined ? undefined : pairs.get(step);
    return found === undefined ? undefined : lineOf(found, 'history');
  });
}

function instructionAt(
  { stages }: Dockerfile,
  line: number,
  endLine: number,
): Instruction | undefined {
  return stages
    .flatMap(({ instructions }) => instructions)
    .find((one) => one.line <= endLine && line <= one.endLine);
}

const lineOf = (instruction: Instruction, source: LayerLine['source']): LayerLine => {
  const { line, endLine, keyword, text } = instruction;
  return { line, endLine, keyword, text, instruction, source };
};
