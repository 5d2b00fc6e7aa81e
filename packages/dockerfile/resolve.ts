import { quote } from '#io';

import type { Dockerfile, Instruction, Stage } from './dockerfile.ts';
import { fault } from './fault.ts';
import { flagText } from './flags.ts';
import { mountSources } from './mounts.ts';
import { remoteKind } from './remote.ts';
import { scopeOf, unusedArgs, type Scope } from './scope.ts';
import { findStage, stageNamed } from './stage.ts';
import type { Source } from './step.ts';

/** A stage that the target reaches, with all that is known of it before its base is read. */
export interface ResolvedStage {
  readonly stage: Stage;
  readonly base: Source;
  /** Of `FROM --platform`, expanded; undefined is the plan's own. */
  readonly platform: string | undefined;
}

/** An image that the build needs from outside. */
export interface External {
  /** The text after FROM, `--from=` or `from=`, with variables filled in. */
  readonly name: string;
  readonly line: number;
  /** Index of the stage that needs it. */
  readonly stage: number;
  readonly platform: string | undefined;
  readonly use: 'base' | 'files';
}

/** Something that only an engine with a kernel or a network can do. */
export interface Beyond {
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

export interface ResolveOptions {
  readonly target?: string | undefined;
  readonly args: Readonly<Record<string, string>>;
  /** `os/architecture[/variant]` of the image. */
  readonly platform: string;
  /** Of the machine that builds; default: `platform`. */
  readonly buildPlatform?: string | undefined;
}

/** What building a target takes. */
export interface ResolvedPlan {
  readonly dockerfile: Dockerfile;
  readonly target: Stage;
  /** Those that the target reaches, each after those it needs; the target is the last. */
  readonly stages: readonly ResolvedStage[];
  /** One entry for every place that names one. */
  readonly externals: readonly External[];
  /** The first RUN among the reached stages. */
  readonly needsRun: Instruction | undefined;
  /** What an assembler without engine and network cannot do. ONBUILD triggers of bases are not known yet. */
  readonly beyond: readonly Beyond[];
  /** Build arguments given that no ARG of the file declares. */
  readonly unused: readonly string[];
  /** For `evaluate`. */
  readonly scope: Scope;
}

/**
 * Follows FROM, `COPY --from` and `RUN --mount=from=` from the target.
 * @throws UsageError for an unknown target or stage index, stages that need each other, a bad substitution
 */
export function resolve(dockerfile: Dockerfile, options: ResolveOptions): ResolvedPlan {
  const { args, platform, buildPlatform = platform, target: wanted } = options;
  const target = findStage(dockerfile, wanted);
  const scope = scopeOf(dockerfile, { args, platform, buildPlatform, target: wanted });
  const stages = inOrder(dockerfile, target, scope);
  const instructions = stages.flatMap(({ stage }) => stage.instructions);
  return {
    dockerfile,
    target,
    stages,
    externals: stages.flatMap((stage) => externalsOf(dockerfile, stage)),
    needsRun: instructions.find(({ keyword }) => keyword === 'RUN'),
    beyond: instructions.flatMap(beyondOf),
    unused: unusedArgs(dockerfile, scope.given.keys()),
    scope,
  };
}

function inOrder(dockerfile: Dockerfile, target: Stage, scope: Scope): readonly ResolvedStage[] {
  const done = new Map<number, ResolvedStage>();
  const open = new Set<number>();
  const visit = (stage: Stage, line: number): void => {
    if (done.has(stage.index)) return;
    if (open.has(stage.index)) {
      throw fault(
        { file: dockerfile.file, line },
        `stage ${quote(stage.name ?? String(stage.index))} needs itself`,
      );
    }
    open.add(stage.index);
    const resolved = resolveStage(dockerfile, stage, scope);
    for (const { source, line: from } of needs(dockerfile, resolved)) {
      const needed = source.kind === 'stage' ? dockerfile.stages[source.index] : undefined;
      if (needed !== undefined) visit(needed, from);
    }
    done.set(stage.index, resolved);
  };
  visit(target, target.line);
  return [...done.values()];
}

function resolveStage(dockerfile: Dockerfile, stage: Stage, scope: Scope): ResolvedStage {
  const at = { file: dockerfile.file, line: stage.line };
  const fill = (text: string): string =>
    scope.filler.fill(stage.line, text, (name) => scope.global.get(name));
  const name = fill(stage.from);
  if (name === '')
    throw fault(at, `FROM ${quote(stage.from)} is empty once its variables are filled in`);
  // Only stages before this one: a later one of that name is no stage yet, so the name is an image's.
  const before = dockerfile.stages.slice(0, stage.index);
  const named = before.find((one) => one.name === name.toLowerCase());
  const platform = stage.platform === undefined ? '' : fill(stage.platform);
  return { stage, base: baseOf(name, named), platform: platform === '' ? undefined : platform };
}

function baseOf(name: string, stage: Stage | undefined): Source {
  if (stage !== undefined) return { kind: 'stage', index: stage.index };
  return name === 'scratch' ? { kind: 'scratch' } : { kind: 'image', name };
}

interface Need {
  readonly source: Source;
  readonly line: number;
  readonly use: External['use'];
}

function needs(dockerfile: Dockerfile, { stage, base }: ResolvedStage): readonly Need[] {
  const files = stage.instructions.flatMap((instruction) =>
    sourcesOf(dockerfile, instruction).map((source): Need => ({
      source,
      line: instruction.line,
      use: 'files',
    })),
  );
  return [{ source: base, line: stage.line, use: 'base' }, ...files];
}

/** What a COPY or RUN reads beside the context. */
export function sourcesOf(dockerfile: Dockerfile, instruction: Instruction): readonly Source[] {
  const { keyword, flags, line } = instruction;
  const from = keyword === 'COPY' ? flagText(flags, 'from') : undefined;
  const texts = keyword === 'RUN' ? mountSources(flags) : from === undefined ? [] : [from];
  return texts.map((text) => fileSource(dockerfile, text, line));
}

function fileSource({ file, stages }: Dockerfile, text: string, line: number): Source {
  if (/\$./.test(text)) {
    throw fault(
      { file, line },
      `variables are not filled in after from=: write FROM ${text} AS a-name, and from=a-name here`,
    );
  }
  const stage = stageNamed(stages, text);
  if (stage !== undefined) return { kind: 'stage', index: stage.index };
  if (/^\d+$/.test(text))
    throw fault({ file, line }, `there is no stage ${text}: the file has ${stages.length}`);
  if (text === '') throw fault({ file, line }, 'from= names nothing');
  return text === 'scratch' ? { kind: 'scratch' } : { kind: 'image', name: text };
}

function externalsOf(dockerfile: Dockerfile, resolved: ResolvedStage): readonly External[] {
  return needs(dockerfile, resolved).flatMap(({ source, line, use }) =>
    source.kind === 'image'
      ? [
          {
            name: source.name,
            line,
            stage: resolved.stage.index,
            platform: use === 'base' ? resolved.platform : undefined,
            use,
          },
        ]
      : [],
  );
}

function beyondOf({ keyword, line, text, words }: Instruction): readonly Beyond[] {
  if (keyword === 'RUN') return [{ line, text, why: 'RUN runs a program' }];
  if (keyword !== 'ADD') return [];
  const kinds = new Set(words.slice(0, -1).map(remoteKind));
  return [
    ...(kinds.has('http') ? [{ line, text, why: 'ADD downloads a file' }] : []),
    ...(kinds.has('git') ? [{ line, text, why: 'ADD clones a git repository' }] : []),
  ];
}
