import type { ImageConfig } from '#config';
import { NothingToDo, Refused, Failed, UsageError, type Event, type Io } from '#io';
import type { Image } from '#lifecycle';
import { parseReference } from '#oci';
import { versionOfGitTag } from '#version';

import type { BuildPorts } from './build.ts';
import { dirtOf } from './clean.ts';
import { documentOf } from './document.ts';
import { enginesOf } from './engines.ts';
import { runImage } from './image.ts';
import type { ImageRun } from './image-run.ts';
import { eventOf, prepare, type Prepared } from './prepare.ts';
import { planBuild, recipeOf, type BuildInput } from './recipe.ts';
import type { RunDocument } from './run-document.ts';
import { duties as dutiesOf, situationOf, type Duties } from './situation.ts';
import type { StoreInput } from './store.ts';

/** Inputs of the actions that build. */
export interface RunInput extends StoreInput, BuildInput {
  readonly image: string | undefined;
  readonly builder: string;
}

/** Does for every image what the event may do: the whole pipeline. */
export const runEvent = (io: Io, input: RunInput): Promise<RunDocument> =>
  runWith(io, input, (duties) => duties);

/** Builds, stores and claims; names and environments are left to others. */
export const buildEvent = (io: Io, input: RunInput): Promise<RunDocument> =>
  runWith(io, input, ({ store }) => ({ store, version: false, environments: false }));

async function runWith(
  io: Io,
  input: RunInput,
  limit: (duties: Duties) => Duties,
): Promise<RunDocument> {
  const event = await eventOf(io);
  const prepared = await prepare(io, input, { event, named: namedIn(input) });
  const duties = limit(await dutiesFor(io, event, input));
  const wanted = chosen(prepared, input).filter((image) => concerns(event, image));
  if (wanted.length === 0 && event.kind === 'tag') {
    throw new NothingToDo(`git tag ${JSON.stringify(event.tag)} is not a version`);
  }
  if (duties.version) await refuseStray(event, prepared);
  const ports: BuildPorts = {
    signal: io.signal,
    log: io.log,
    machine: io.machine,
    temporary: () => io.temporary(),
    open: prepared.open,
    engines: enginesOf(io),
    builder: input.builder,
  };
  const images: ImageRun[] = [];
  for (const image of wanted) {
    images.push(await runOne(io, { image, event, duties, input }, { ports, prepared }));
  }
  return documentOf(images, event.kind, prepared.sources);
}

async function runOne(
  io: Io,
  what: {
    readonly image: Wanted;
    readonly event: Event;
    readonly duties: Duties;
    readonly input: RunInput;
  },
  { ports, prepared }: { readonly ports: BuildPorts; readonly prepared: Prepared },
): Promise<ImageRun> {
  const { image, event, duties, input } = what;
  const { history } = prepared.ground;
  if (history === undefined) throw new UsageError('a run needs the git repository of its sources');
  const plan = await planBuild(io, history.root, { build: image.build, input });
  const { context, file } = plan.build;
  const { commit } = event;
  // A pull request is built as it was checked out, whichever commit the event calls it.
  const here = event.kind === 'change' || (await history.head()).commit === commit;
  const dirty = here
    ? await dirtOf(history, {
        context,
        files: [file, ...(prepared.tree === undefined ? [] : [prepared.tree.file])],
        ignore: plan.source.ignore,
      })
    : [];
  const recipe = async () => {
    if (here) return recipeOf(io, plan, { commit, labels: input.labels });
    throw new UsageError(
      `commit ${commit} was not built before, and the tree is at another one: check it out and run again`,
      { input: 'ref' },
    );
  };
  const { tagPrefix } = image;
  return runImage({ image, tagPrefix, event, duties, recipe, dirty }, ports, prepared.ground);
}

interface Wanted extends Image {
  readonly tagPrefix: string;
  readonly build: ImageConfig['build'] | undefined;
}

const namedIn = ({ image }: RunInput): readonly string[] =>
  image?.includes('/') === true ? [parseReference(image).name] : [];

/** The images of the file, one of them, or the one that the inputs name. */
function chosen({ tree, policy }: Prepared, { image }: RunInput): readonly Wanted[] {
  const images = (tree?.images ?? []).map((one) => ({
    ...one,
    // Where an image is kept is policy: a branch cannot send it elsewhere.
    ...policy.images.find(({ name }) => name === one.name),
  }));
  if (image === undefined) {
    if (images.length > 0) return images;
    throw new UsageError(
      'there is no ecluse.yml here and no image is named: write one, or pass --image REGISTRY/NAME',
      { input: 'image' },
    );
  }
  const found = images.filter(({ name, repository }) => name === image || repository === image);
  if (found.length > 0) return found;
  if (!image.includes('/') && images.length > 0) {
    const names = images.map(({ name }) => name).join(', ');
    throw new UsageError(
      `there is no image ${JSON.stringify(image)} in ecluse.yml: it has ${names}`,
      {
        input: 'image',
      },
    );
  }
  const reference = parseReference(image);
  if (reference.tag !== undefined || reference.digest !== undefined) {
    throw new UsageError(
      `image ${JSON.stringify(image)} must have no tag and no digest: images are stored by digest, and tags and promote name them`,
      { input: 'image' },
    );
  }
  return [{ name: reference.name, repository: reference.name, tagPrefix: '', build: undefined }];
}

/** A git tag is for the images whose version it can be. */
const concerns = (event: Event, { tagPrefix }: Wanted): boolean =>
  event.kind !== 'tag' || versionOfGitTag(event.tag, tagPrefix) !== undefined;

async function dutiesFor(io: Io, event: Event, input: RunInput): Promise<Duties> {
  const branch = await (await io.history())?.defaultBranch();
  const situation = situationOf(event, branch?.name);
  if (situation === undefined) {
    throw new UsageError(
      'a schedule has nothing to run yet: this version builds and promotes on push, tag, pull_request and workflow_dispatch',
    );
  }
  // A dry run is a pull request's: it builds privately and judges.
  return input['dry-run'] ? dutiesOf.change : dutiesOf[situation];
}

/** A version is given to what the default branch has: a tag on a stray commit is no release. */
async function refuseStray(event: Event, { ground }: Prepared): Promise<void> {
  const branch = await ground.history?.defaultBranch();
  if (branch === undefined || ground.history === undefined) {
    throw new Failed(
      3,
      'no-default-branch',
      'it is not known which branch is the default one, so no version is given: pass --default-branch NAME',
    );
  }
  const order = await ground.history.order(event.commit, branch.commit);
  if (order === 'same' || order === 'before') return;
  if (order === 'unknown') {
    throw new Failed(
      3,
      'unknown-order',
      `this clone cannot tell whether commit ${event.commit} is on ${branch.name}: check out with fetch-depth: 0`,
    );
  }
  throw new Refused(
    'stray-tag',
    `commit ${event.commit} is not on ${branch.name}: a version is given to what is on the default branch`,
  );
}
