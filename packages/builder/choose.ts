import { Failed, UsageError } from '#io';

import type { Builder, BuildPlan } from './builder.ts';

/** Which builder it is, and who was asked before and said no. */
export interface Choice {
  readonly builder: Builder;
  readonly passedOver: readonly { readonly name: string; readonly why: string }[];
}

/**
 * The builder for a plan. `auto` takes the first of `engines` that can do it: put the one that needs
 * least first. A name takes that one or nothing.
 * @throws UsageError when the named one is unknown or cannot; Failed (3, `no-builder`) when none can
 */
export async function chooseBuilder(
  engines: readonly Builder[],
  plan: BuildPlan,
  wanted: string,
): Promise<Choice> {
  if (wanted !== 'auto') return { builder: await named(engines, plan, wanted), passedOver: [] };
  const passedOver: { readonly name: string; readonly why: string }[] = [];
  for (const builder of engines) {
    const answer = await builder.can(plan);
    if (answer === true) return { builder, passedOver };
    passedOver.push({ name: builder.name, why: answer.no });
  }
  const reasons = passedOver.map(({ name, why }) => `${name}: ${why}`).join('; ');
  throw new Failed(3, 'no-builder', `no builder can do this build (${reasons || 'none is known'})`);
}

async function named(
  engines: readonly Builder[],
  plan: BuildPlan,
  wanted: string,
): Promise<Builder> {
  const builder = engines.find(({ name }) => name === wanted);
  if (builder === undefined) {
    const known = ['auto', ...engines.map(({ name }) => name)].join(', ');
    throw new UsageError(`builder must be one of ${known}, not ${JSON.stringify(wanted)}`, {
      input: 'builder',
    });
  }
  const answer = await builder.can(plan);
  if (answer === true) return builder;
  throw new UsageError(`builder ${wanted} cannot do this build: ${answer.no}`, {
    input: 'builder',
  });
}
