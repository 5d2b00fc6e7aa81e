import {
  chooseBuilder,
  joinPlatforms,
  stamp,
  type Base,
  type Builder,
  type Built,
  type Stamped,
} from '#builder';
import { resolve, type Dockerfile, type ResolvedPlan } from '#dockerfile';
import { quote, Refused, UsageError, type Io } from '#io';
import { annotationsAt, isOurs, missingFrom, type Labels, type Marks } from '#labels';
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
  readonly marks: Marks;
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
  /** Annotations of its descriptor: they have a place where a folder keeps it under a name. */
  readonly about: Labels;
  readonly engine: Engine;
  readonly steps: readonly BuildStep[];
}

/** One platform's part of a product. */
interface Part extends Product {
  readonly platform: Platform;
  readonly said: Labels;
}

/**
 * Builds a recipe for all its platforms; more than one give an index. Nothing shared is written.
 * @throws Refused when the image lacks labels that the policy requires
 */
export async function buildRecipe(recipe: Recipe, ports: BuildPorts): Promise<Product> {
  const [platform, ...others] = recipe.platforms;
  if (platform === undefined)
    throw new UsageError('"platforms" names none', { input: 'platforms' });
  for (const note of [...recipe.marks.notes, ...unplaced(recipe)]) ports.log.warn(note);
  const bases = new Map<string, Base>();
  const first = await buildPlatform(recipe, { platform, bases }, ports);
  if (others.length === 0) return first;
  const rest: Part[] = [];
  for (const other of others) {
    rest.push(await buildPlatform(recipe, { platform: other, bases }, ports));
  }
  const { annotations } = recipe.marks;
  const part = (one: Part) => ({
    ...one,
    annotations: one.about,
  });
  const built = await joinPlatforms([part(first), ...rest.map(part)], {
    into: await ports.temporary(),
    annotations: annotationsAt(annotations, 'index'),
  });
  return {
    built,
    about: annotationsAt(annotations, 'index-descriptor'),
    engine: first.engine,
    steps: [first, ...rest].flatMap(({ steps }) => steps),
  };
}

/**
 * Annotations that have no place on what is built, a sentence each.
 * @throws UsageError for one that is for a platform that is not built
 */
function unplaced({ marks, platforms }: Recipe): readonly string[] {
  const names = platforms.map(formatPlatform);
  const none = new Set<string>();
  for (const { level, platform, key } of marks.annotations) {
    if (platform !== undefined && !names.includes(platform)) {
      throw new UsageError(
        `the annotation ${quote(key)} is for ${platform}, and what is built is for ${names.join(', ')}`,
        { input: 'annotations' },
      );
    }
    if (names.length === 1 && level.startsWith('index') && !isOurs(key)) none.add(level);
  }
  return [...none].map(
    (level) => `annotations of ${level} are left out: an image for one platform has no index`,
  );
}

async function buildPlatform(
  recipe: Recipe,
  { platform, bases }: { readonly platform: Platform; readonly bases: Map<string, Base> },
  ports: BuildPorts,
): Promise<Part> {
  const { context, dockerfile, ignore, target, args, epoch, marks } = recipe;
  const name = formatPlatform(platform);
  const buildPlatform = formatPlatform(ports.machine);
  const resolved = resolve(dockerfile, { target, args, platform: name, buildPlatform });
  const plan = {
    context,
    dockerfile,
    ...(target === undefined ? {} : { target }),
    ...(ignore === undefined ? {} : { ignore }),
    platform,
    args,
    epoch,
    bases: await pinBases(resolved, bases, ports),
  };
  const { builder, passedOver } = await chooseBuilder(ports.engines, plan, ports.builder);
  const into = await ports.temporary();
  const stamped = await ports.log.step(`Built ${name} with ${builder.name}`, async () =>
    stamp(await builder.build(plan, into, ports.signal), marks, { resolved, platform: name }),
  );
  if (stamped.doubt !== undefined) ports.log.warn(stamped.doubt);
  refuseUnlabelled(stamped, marks);
  const { built, said } = stamped;
  return {
    built,
    about: annotationsAt(marks.annotations, 'manifest-descriptor', name),
    said,
    platform,
    engine: { ...built.engine, passedOver },
    steps: built.steps.map((step) => ({ platform: name, ...step })),
  };
}

function refuseUnlabelled({ labels }: Stamped, { required }: Marks): void {
  const missing = missingFrom(labels, required);
  if (missing.length === 0) return;
  throw new Refused(
    'labels-missing',
    `the image has no label ${missing.map(quote).join(', ')}, which ecluse.yml requires: set it in the Dockerfile, in labels, labels-from or ecluse.yml`,
  );
}

/**
 * Every image that the target reaches, resolved once for all platforms: what a tag means must not change during a build.
 * @param known what was resolved before; more is added
 */
async function pinBases(
  { externals, dockerfile }: ResolvedPlan,
  known: Map<string, Base>,
  { open }: BuildPorts,
): Promise<ReadonlyMap<string, Base>> {
  for (const { name, line } of externals) {
    if (known.has(name)) continue;
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
    known.set(name, { name: formatReference(reference), descriptor, from });
  }
  return new Map(known);
}
