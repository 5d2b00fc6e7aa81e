import { chooseBuilder, joinPlatforms, type Base, type Builder, type Built } from '#builder';
import { resolve, type Dockerfile } from '#dockerfile';
import { UsageError, type Io } from '#io';
import {
  formatPlatform,
  formatReference,
  NotThere,
  parseRegistryReference,
  parseTag,
  type OpenRepository,
  type Platform,
} from '#oci';

import type { BuildStep, Engine } from './image-run.ts';

/** What is built, with everything already read that decides it. */
export interface Recipe {
  /** An existing folder. */
  readonly context: string;
  readonly dockerfile: Dockerfile;
  readonly ignore: string | undefined;
  readonly target: string | undefined;
  readonly platforms: readonly Platform[];
  readonly args: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Seconds. */
  readonly epoch: number;
}

export interface BuildPorts extends Pick<Io, 'signal' | 'log' | 'temporary' | 'machine'> {
  readonly open: OpenRepository;
  /** The one that needs least first. */
  readonly engines: readonly Builder[];
  /** `auto` or a name. */
  readonly builder: string;
}

/** An image in a private layout, and how it came to be. */
export interface Product {
  readonly built: Built;
  readonly engine: Engine;
  readonly steps: readonly BuildStep[];
}

/** Builds a recipe for all its platforms; more than one give an index. Nothing shared is written. */
export async function buildRecipe(recipe: Recipe, ports: BuildPorts): Promise<Product> {
  const [platform, ...others] = recipe.platforms;
  if (platform === undefined)
    throw new UsageError('"platforms" names none', { input: 'platforms' });
  const first = await buildPlatform(recipe, platform, ports);
  if (others.length === 0) return first;
  const rest: (Product & { readonly platform: Platform })[] = [];
  for (const other of others) {
    rest.push({ platform: other, ...(await buildPlatform(recipe, other, ports)) });
  }
  const built = await joinPlatforms([{ built: first.built, platform }, ...rest], {
    into: await ports.temporary(),
    annotations: recipe.annotations,
  });
  return { built, engine: first.engine, steps: [first, ...rest].flatMap(({ steps }) => steps) };
}

async function buildPlatform(
  recipe: Recipe,
  platform: Platform,
  ports: BuildPorts,
): Promise<Product> {
  const { context, dockerfile, ignore, target, args, labels, annotations, epoch } = recipe;
  const name = formatPlatform(platform);
  const plan = {
    context,
    dockerfile,
    ...(target === undefined ? {} : { target }),
    ...(ignore === undefined ? {} : { ignore }),
    platform,
    args,
    labels,
    annotations,
    epoch,
    bases: await pinBases(recipe, name, ports),
  };
  const { builder, passedOver } = await chooseBuilder(ports.engines, plan, ports.builder);
  const into = await ports.temporary();
  const built = await ports.log.step(`Built ${name} with ${builder.name}`, () =>
    builder.build(plan, into, ports.signal),
  );
  return {
    built,
    engine: { ...built.engine, passedOver },
    steps: built.steps.map((step) => ({ platform: name, ...step })),
  };
}

/** Every image that the target reaches, resolved once: what a tag means must not change during a build. */
async function pinBases(
  { dockerfile, target, args }: Recipe,
  platform: string,
  { open, machine }: BuildPorts,
): Promise<ReadonlyMap<string, Base>> {
  const { externals } = resolve(dockerfile, {
    target,
    args,
    platform,
    buildPlatform: formatPlatform(machine),
  });
  const bases = new Map<string, Base>();
  for (const { name, line } of externals) {
    if (bases.has(name)) continue;
    const reference = parseRegistryReference(name);
    const from = open(reference.name, 'read');
    const at = reference.digest ?? reference.tag ?? parseTag('latest');
    const descriptor = await from.resolve(at);
    if (descriptor === undefined) {
      throw new NotThere(
        `${formatReference(reference)}, which ${dockerfile.file}:${line} names,`,
        `the store or its registry`,
      );
    }
    bases.set(name, { name: formatReference(reference), descriptor, from });
  }
  return bases;
}
