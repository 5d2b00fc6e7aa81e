import { UsageError, type Values } from '#io';
import type { Result } from '#gate';
import {
  layersNoWorse,
  maxLayers,
  maxPullCost,
  maxSize,
  maxSizeGrowth,
  notRoot,
  reclaimable,
  reclaimableNoWorse,
  sizeNoWorse,
  type LayersFacts,
  type LayersOfPlatform,
} from '#layers';

import type { inputs } from './inputs.ts';

type Input = Values<typeof inputs>;

const noWorse = { reclaimable: reclaimableNoWorse, size: sizeNoWorse, layers: layersNoWorse };

/** What the gates look at, of one platform. */
export const factsOf = (of: LayersOfPlatform): LayersFacts => ({
  platform: of.platform,
  sizeBytes: of.sizeBytes,
  reclaimableBytes: of.reclaimableBytes,
  layers: of.layers.length,
  pullBytes: of.delta?.pullBytes,
  root: of.user.root ?? undefined,
  rootWhy: of.user.why,
});

/** @throws UsageError for a name that is none */
export function checkNoWorse(names: readonly string[]): void {
  const unknown = names.find((name) => !(name in noWorse));
  if (unknown === undefined) return;
  throw new UsageError(
    `no-worse ${JSON.stringify(unknown)} is not known: write ${Object.keys(noWorse).join(', ')}`,
    { input: 'no-worse' },
  );
}

/** Every gate that was asked for, of one platform. An image that nobody verified passes none. */
export function judgeLayers(
  input: Input,
  facts: LayersFacts,
  standing: LayersFacts | 'nothing' | undefined,
): readonly Result[] {
  const candidate = input.verify ? facts : undefined;
  const results: Result[] = [];
  if (input.reclaimable !== undefined) {
    results.push(reclaimable.judge(input.reclaimable, candidate, standing));
  }
  const size = input['max-size'];
  if (size !== undefined) results.push(maxSize.judge(size, candidate, standing));
  const growth = input['max-size-growth'];
  if (growth !== undefined) results.push(maxSizeGrowth.judge(growth, candidate, standing));
  const layers = input['max-layers'];
  if (layers !== undefined) results.push(maxLayers.judge(layers, candidate, standing));
  const pull = input['max-pull-cost'];
  if (pull !== undefined) results.push(maxPullCost.judge(pull, candidate, standing));
  if (input['not-root']) results.push(notRoot.judge(true, candidate, standing));
  for (const [name, gate] of Object.entries(noWorse)) {
    if (input['no-worse'].includes(name)) results.push(gate.judge(true, candidate, standing));
  }
  return results;
}
