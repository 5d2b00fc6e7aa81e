import type { ResolvedPlan } from '#dockerfile';
import { imageConfig, platformImages } from '#image';
import type { Descriptor } from '#oci';

import type { BuildPlan, StandingOn } from './builder.ts';
import { stagesBelow } from './chain.ts';
import { platformOf } from './starts.ts';

/** What the image of a plan stands on by its Dockerfile, for an engine that does not tell; undefined: on nothing. */
export async function standingOn(
  plan: BuildPlan,
  resolved: ResolvedPlan,
): Promise<StandingOn | undefined> {
  const lowest = stagesBelow(resolved).at(-1);
  const base = lowest?.base.kind === 'image' ? plan.bases.get(lowest.base.name) : undefined;
  if (lowest === undefined || base === undefined) return undefined;
  const { os, architecture } = platformOf(plan, lowest);
  const isFor = ({ platform }: Descriptor): boolean =>
    platform === undefined || (platform.os === os && platform.architecture === architecture);
  const { images } = await platformImages(base.from, base.descriptor.digest, isFor);
  const configs = await Promise.all(images.map(({ manifest }) => imageConfig(base.from, manifest)));
  return { name: base.name, digest: base.descriptor.digest, configs };
}
