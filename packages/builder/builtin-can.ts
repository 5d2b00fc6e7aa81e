import type { Instruction, ResolvedPlan } from '#dockerfile';

import type { BuildPlan } from './builder.ts';
import { Bases, platformOf } from './starts.ts';

/** Why `builtin` cannot build a plan; undefined when it can. Reads the configs of bases for their ONBUILD triggers. */
export async function cannot(plan: BuildPlan, resolved: ResolvedPlan): Promise<string | undefined> {
  if (plan.platform.os === 'windows') return 'layers for Windows need an engine';
  const { file } = plan.dockerfile;
  const at = (line: number): string => `${file}:${line}`;
  const { needsRun, beyond, stages } = resolved;
  if (needsRun !== undefined) return `RUN at ${at(needsRun.line)} needs an engine`;
  const [first] = beyond;
  if (first !== undefined) return `${first.why} at ${at(first.line)}, which needs an engine`;
  for (const instruction of stages.flatMap(({ stage }) => stage.instructions)) {
    const why = unsupported(instruction);
    if (why !== undefined) return `${why} at ${at(instruction.line)} needs an engine`;
  }
  return triggered(plan, resolved);
}

function unsupported({ keyword, flags, words }: Instruction): string | undefined {
  if (keyword !== 'COPY' && keyword !== 'ADD') return undefined;
  const flag = flags.find(({ name }) => name === 'parents' || name === 'exclude');
  if (flag !== undefined) return `${keyword} --${flag.name}`;
  const packed = words.slice(0, -1).find((word) => /\.(?:bz2|tbz2?|xz|txz|lzma)$/i.test(word));
  return keyword === 'ADD' && packed !== undefined ? `ADD of ${JSON.stringify(packed)}` : undefined;
}

async function triggered(plan: BuildPlan, { stages }: ResolvedPlan): Promise<string | undefined> {
  const bases = new Bases(plan, new AbortController().signal);
  for (const stage of stages) {
    if (stage.base.kind !== 'image') continue;
    const { name, config } = await bases.image(stage.base.name, platformOf(plan, stage));
    const run = config.config?.OnBuild?.find((trigger) => /^\s*RUN\b/i.test(trigger));
    if (run !== undefined)
      return `${name} has the trigger ${JSON.stringify(run)}, which needs an engine`;
  }
  return undefined;
}
