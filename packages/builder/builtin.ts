import {
  evaluate,
  resolve,
  type ResolvedPlan,
  type ResolvedStage,
  type Source,
  type TransferStep,
} from '#dockerfile';
import { FileTree } from '#image';
import { formatPlatform, mediaType, type Descriptor } from '#oci';

import { assemble, type Assembled, type Surroundings } from './assemble.ts';
import type { BaseImage } from './base.ts';
import type { Builder, BuildPlan, Built, Step } from './builder.ts';
import { cannot } from './builtin-can.ts';
import { stagesBelow } from './chain.ts';
import { readContext } from './context.ts';
import { PrivateLayout } from './private-layout.ts';
import { fixedPart } from './sources.ts';
import { Bases, fromImage, fromScratch, platformOf } from './starts.ts';

const name = 'builtin';

/** Assembles images that need no `RUN`: without an engine, without root, the same bytes every time. */
export const builtin = ({ version }: { readonly version: string }): Builder => ({
  name,
  can: async (plan) => {
    const no = await cannot(plan, resolved(plan));
    return no === undefined ? true : { no };
  },
  build: (plan, into, signal) => new Build(plan, into, signal).run({ name, version }),
});

const resolved = ({ dockerfile, target, args, platform }: BuildPlan): ResolvedPlan =>
  resolve(dockerfile, { target, args, platform: formatPlatform(platform) });

class Build {
  readonly #plan: BuildPlan;
  readonly #into: string;
  readonly #signal: AbortSignal;
  readonly #resolved: ResolvedPlan;
  readonly #bases: Bases;
  readonly #stages = new Map<number, Assembled>();
  readonly #steps: Step[] = [];

  constructor(plan: BuildPlan, into: string, signal: AbortSignal) {
    this.#plan = plan;
    this.#into = into;
    this.#signal = signal;
    this.#resolved = resolved(plan);
    this.#bases = new Bases(plan, signal);
  }

  async run(engine: Built['engine']): Promise<Built> {
    const layout = await PrivateLayout.create(this.#into);
    const below = stagesBelow(this.#resolved);
    for (const stage of this.#resolved.stages) {
      await this.#stage(stage, below.includes(stage) ? layout : undefined);
    }
    const root = await this.#image(layout);
    const found = { layout: this.#into, root, engine, steps: this.#steps };
    const base = await this.#base(below.at(-1));
    if (base === undefined) return { ...found, on: undefined, elsewhere: new Map() };
    const { name: named, digest, config, layers, from } = base;
    return {
      ...found,
      on: { name: named, digest, configs: [config] },
      elsewhere: new Map(layers.map((layer) => [layer.digest, from])),
    };
  }

  async #stage(stage: ResolvedStage, layout: PrivateLayout | undefined): Promise<void> {
    const { dockerfile, epoch } = this.#plan;
    const started = performance.now();
    const start = await this.#start(stage);
    const done = (step: Step): void => void this.#steps.push(step);
    const { line, from } = stage.stage;
    const ms = Math.round(performance.now() - started);
    done({ line, text: `FROM ${from}`, ms, cached: false });
    const evaluated = evaluate(this.#resolved, stage, start.ground);
    const surroundings: Surroundings = {
      file: dockerfile.file,
      layout,
      epoch,
      signal: this.#signal,
      from: (step) => this.#from(step),
      done,
    };
    this.#stages.set(stage.stage.index, await assemble(start, evaluated, surroundings));
  }

  async #start(stage: ResolvedStage): Promise<Assembled> {
    const { base } = stage;
    const platform = platformOf(this.#plan, stage);
    if (base.kind === 'scratch') return fromScratch(platform);
    if (base.kind === 'stage') return this.#assembled(base.index);
    return fromImage(await this.#bases.image(base.name, platform));
  }

  #assembled(index: number): Assembled {
    const stage = this.#stages.get(index);
    if (stage === undefined) throw new Error(`stage ${index} was not built before it was needed`);
    return stage;
  }

  async #from(step: TransferStep): ReturnType<Surroundings['from']> {
    const { context: folder, ignore, platform } = this.#plan;
    const { from } = step;
    if (from === undefined) {
      const paths = step.sources.map(fixedPart);
      const files = readContext({ folder, ignore }, paths, this.#signal);
      const where = `the context${ignore === undefined ? '' : ', or its ignore file leaves it out'}`;
      return { files, where, isContext: true };
    }
    const { files, where } = await this.#files(from, platform);
    return { files, where, isContext: false };
  }

  async #files(
    from: Source,
    platform: BuildPlan['platform'],
  ): Promise<{ readonly files: FileTree; readonly where: string }> {
    switch (from.kind) {
      case 'scratch':
        return { files: new FileTree(), where: 'scratch' };
      case 'stage': {
        const { name: named } = this.#plan.dockerfile.stages[from.index] ?? {};
        const where = `stage ${JSON.stringify(named ?? String(from.index))}`;
        return { files: await this.#assembled(from.index).tree(), where };
      }
      case 'image': {
        const image = await this.#bases.image(from.name, platform);
        return { files: await image.tree(), where: image.name };
      }
    }
  }

  async #image(layout: PrivateLayout): Promise<Descriptor> {
    const { config, layers } = this.#assembled(this.#resolved.target.index);
    const root = await layout.json(
      {
        schemaVersion: 2,
        mediaType: mediaType.manifest,
        config: await layout.json(config, mediaType.config),
        layers,
      },
      mediaType.manifest,
    );
    await layout.root(root);
    return root;
  }

  async #base(lowest: ResolvedStage | undefined): Promise<BaseImage | undefined> {
    if (lowest?.base.kind !== 'image') return undefined;
    return this.#bases.image(lowest.base.name, platformOf(this.#plan, lowest));
  }
}
