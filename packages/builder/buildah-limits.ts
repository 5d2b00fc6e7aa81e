import type { Instruction, Keyword, ResolvedPlan } from '#dockerfile';

export interface Version {
  readonly major: number;
  readonly minor: number;
  /** As Buildah prints it. */
  readonly text: string;
}

/** The version in the output of `buildah --version`. */
export function parseVersion(output: string): Version | undefined {
  const [, text, major, minor] = /\b((\d+)\.(\d+)[\w.+-]*)/.exec(output) ?? [];
  return text === undefined ? undefined : { text, major: Number(major), minor: Number(minor) };
}

/** What versions before 1.33 take after an instruction's name. */
const oldFlags: Partial<Record<Keyword, readonly string[]>> = {
  ADD: ['chown', 'chmod'],
  COPY: ['chown', 'chmod', 'from'],
  RUN: ['mount'],
  HEALTHCHECK: ['interval', 'timeout', 'start-period', 'retries'],
  FROM: ['platform'],
};

/** Why this version cannot read what the target reaches; undefined when it can. */
export function unreadable(version: Version, plan: ResolvedPlan): string | undefined {
  if (version.major > 1 || version.minor >= 33) return undefined;
  for (const instruction of plan.stages.flatMap(({ stage }) => stage.instructions)) {
    const what = unreadableIn(instruction);
    if (what === undefined) continue;
    const name = `Buildah ${version.major}.${version.minor}`;
    return `${name} cannot read ${what} (${plan.dockerfile.file}:${instruction.line})`;
  }
  return undefined;
}

function unreadableIn({ keyword, flags, heredocs }: Instruction): string | undefined {
  if (heredocs.length > 0) return 'heredocs';
  const unknown = flags.find(({ name }) => !(oldFlags[keyword] ?? []).includes(name));
  return unknown === undefined ? undefined : `${keyword} --${unknown.name}`;
}
