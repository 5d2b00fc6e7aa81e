import {
  findStage,
  type Dockerfile,
  type Instruction,
  type ResolvedPlan,
  type Stage,
} from '#dockerfile';

/** Instructions that an image is made of, in their order; those before them came with the base. */
export type Chain = readonly Instruction[];

/**
 * Those of the target's stage, after those of the stages that it stands on. Only names as written are followed: of a
 * `FROM` with variables `chainOf` knows more.
 * @throws UsageError for an unknown target
 */
export function stageChain(dockerfile: Dockerfile, target?: string): Chain {
  const chain: Chain[] = [];
  const below = ({ from, index }: Stage): Stage | undefined =>
    dockerfile.stages.slice(0, index).find(({ name }) => name === from.toLowerCase());
  let stage: Stage | undefined = findStage(dockerfile, target);
  for (; stage !== undefined; stage = below(stage)) chain.unshift(stage.instructions);
  return chain.flat();
}

/** As `stageChain`, with the variables of a build filled in. */
export function chainOf({ target, stages }: ResolvedPlan): Chain {
  const chain: Chain[] = [];
  const find = (index: number) => stages.find(({ stage }) => stage.index === index);
  for (let at = find(target.index); at !== undefined;) {
    chain.unshift(at.stage.instructions);
    at = at.base.kind === 'stage' ? find(at.base.index) : undefined;
  }
  return chain.flat();
}
