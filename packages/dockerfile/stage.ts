import { UsageError, didYouMean, quote } from '#io';

import type { Dockerfile, Stage } from './dockerfile.ts';

/** The stage with this name, in any case, or with this index. */
export function stageNamed(stages: readonly Stage[], text: string): Stage | undefined {
  const name = text.toLowerCase();
  const named = stages.find((stage) => stage.name === name);
  return named ?? (/^\d+$/.test(text) ? stages[Number(text)] : undefined);
}

/**
 * The stage that a build makes: by name or index, without a target the last one.
 * @throws UsageError with the nearest name
 */
export function findStage(dockerfile: Dockerfile, target?: string): Stage {
  const { stages, file } = dockerfile;
  const stage = target === undefined ? stages.at(-1) : stageNamed(stages, target);
  if (stage !== undefined) return stage;
  const names = stages.map(({ name }) => name).filter((name) => name !== undefined);
  const near = didYouMean(target ?? '', names);
  throw new UsageError(`${file} has no stage ${quote(target ?? '')}${near}`, { input: 'target' });
}
