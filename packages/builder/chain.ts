import type { ResolvedPlan, ResolvedStage } from '#dockerfile';

/** The target, the stage it is built on, and so on: only their layers are in the image. */
export function stagesBelow({ target, stages }: ResolvedPlan): readonly ResolvedStage[] {
  const find = (index: number) => stages.find(({ stage }) => stage.index === index);
  const chain: ResolvedStage[] = [];
  for (let at = find(target.index); at !== undefined;) {
    chain.push(at);
    at = at.base.kind === 'stage' ? find(at.base.index) : undefined;
  }
  return chain;
}
