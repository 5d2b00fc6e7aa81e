import { Failed, failureOf, NothingToDo, UsageError, type Event, type Io } from '#io';
import type { Ground } from '#lifecycle';
import { planNames, refuseAdopt, type OnExisting } from '#version';

import { dirtOf } from './clean.ts';
import { documentOf } from './document.ts';
import { enginesOf } from './engines.ts';
import type { Errand, RunPorts } from './errand.ts';
import { failedRun } from './image-report.ts';
import { runImage } from './image.ts';
import type { LayerCacheInput } from './layer-cache.ts';
import type { ImageRun } from './image-run.ts';
import { readSaid, sourceUrl, type LabelInput } from './marks.ts';
import { eventOf, prepare, type Prepared } from './prepare.ts';
import { buildOf, fingerprintOf, recipeOf, sourceOf, type BuildInput } from './recipe.ts';
import type { RunDocument } from './run-document.ts';
import { duties as dutiesOf, situationOf, type Duties } from './situation.ts';
import type { StoreInput } from './store.ts';
import { refuseStray } from './stray.ts';
import { concerns, repositoriesIn, wantedImages, type Wanted } from './wanted.ts';

/** Inputs of the actions that build. */
export interface RunInput extends StoreInput, BuildInput, LabelInput, LayerCacheInput {
  readonly image: string | undefined;
  readonly builder: string;
  readonly layers: boolean;
  readonly 'on-existing': OnExisting;
}

/** Does for every image what the event may do: the whole pipeline. */
export const runEvent = (io: Io, input: RunInput): Promise<RunDocument> =>
  runWith(io, input, (duties) => duties);

/** Builds, stores and claims; names and environments are left to others. */
export const buildEvent = (io: Io, input: Omit<RunInput, 'on-existing'>): Promise<RunDocument> =>
  runWith(io, { ...input, 'on-existing': 'fail' }, ({ store }) => ({
    store,
    version: false,
    environments: false,
  }));

async function runWith(
  io: Io,
  input: RunInput,
  limit: (duties: Duties) => Duties,
): Promise<RunDocument> {
  refuseAdopt(input['on-existing']);
  const event = await eventOf(io);
  const prepared = await prepare(io, input, { event, named: repositoriesIn(input.image) });
  const duties = limit(await dutiesFor(io, event));
  const wanted = wantedImages(prepared, input.image).filter((image) => concerns(event, image));
  if (wanted.length === 0 && event.kind === 'tag') {
    throw new NothingToDo(`git tag ${JSON.stringify(event.tag)} is not a version`);
  }
  if (duties.version) await refuseStray(event.commit, prepared.ground.history);
  const run = new Run(io, input, { event, duties, prepared });
  const images: ImageRun[] = [];
  for (const image of wanted) {
    images.push(wanted.length === 1 ? await run.image(image) : await run.imageOfMany(image));
  }
  return documentOf(images, event.kind, withNote(prepared.sources, wanted));
}

async function dutiesFor(io: Io, event: Event): Promise<Duties> {
  const situation = situationOf(event, await defaultName(io, event));
  if (situation !== undefined) return dutiesOf[situation];
  throw new UsageError(
    'a schedule has nothing to run yet: this version builds and promotes on push, tag, pull_request and workflow_dispatch',
  );
}

/** A push to the default branch has it at hand: where it cannot be asked, this is another branch. */
async function defaultName(io: Io, { kind }: Event): Promise<string | undefined> {
  if (kind !== 'push') return undefined;
  try {
    return (await (await io.history())?.defaultBranch())?.name;
  } catch (error) {
    if (error instanceof Failed && error.exit === 3) return undefined;
    throw error;
  }
}

function withNote(sources: Prepared['sources'], wanted: readonly Wanted[]): Prepared['sources'] {
  const unknown = wanted.filter(({ known }) => !known).map(({ name }) => name);
  if (unknown.length === 0 || sources.policy === 'none') return sources;
  const note = `the policy does not know ${unknown.join(', ')}: it moves nothing`;
  return { ...sources, note: sources.note === null ? note : `${sources.note}; ${note}` };
}

/** An image that no file names is called by its repository. */
const titleOf = ({ name }: Wanted): string => name.slice(name.lastIndexOf('/') + 1);

class Run {
  readonly #io: Io;
  readonly #input: RunInput;
  readonly #event: Event;
  readonly #duties: Duties;
  readonly #prepared: Prepared;
  readonly #ports: RunPorts;

  constructor(
    io: Io,
    input: RunInput,
    about: { readonly event: Event; readonly duties: Duties; readonly prepared: Prepared },
  ) {
    this.#io = io;
    this.#input = input;
    this.#event = about.event;
    this.#duties = about.duties;
    this.#prepared = about.prepared;
    this.#ports = {
      signal: io.signal,
      log: io.log,
      machine: io.machine,
      temporary: () => io.temporary(),
      open: about.prepared.open,
      engines: enginesOf(io),
      builder: input.builder,
      looks: about.prepared.looks,
    };
  }

  async image(image: Wanted): Promise<ImageRun> {
    return runImage(await this.#errand(image), this.#ports, this.#groundOf(image));
  }

  /** What fails for one image of several is told beside what became of the others. */
  async imageOfMany(image: Wanted): Promise<ImageRun> {
    try {
      return await this.image(image);
    } catch (error) {
      if (this.#io.signal.aborted || !(error instanceof Failed)) throw error;
      return failedRun(image, this.#event, failureOf(error));
    }
  }

  #groundOf({ known }: Wanted): Ground {
    const { ground } = this.#prepared;
    return known ? ground : { ...ground, policy: { ...ground.policy, environments: [] } };
  }

  async #errand(image: Wanted): Promise<Errand> {
    const io = this.#io;
    const input = this.#input;
    const { history } = this.#prepared.ground;
    if (history === undefined)
      throw new UsageError('a run needs the git repository of its sources');
    const { commit } = this.#event;
    const build = buildOf(io, history.root, { build: image.build, input });
    const about = {
      image,
      event: this.#event,
      duties: this.#duties,
      dryRun: input['dry-run'],
      layers: input.layers,
      onExisting: input['on-existing'],
      names: planNames(this.#event, image.tagPrefix),
    };
    // A pull request is built as it was checked out, whichever commit the event calls it.
    const here = this.#event.kind === 'change' || (await history.head()).commit === commit;
    if (!here) {
      const recipe = async () => {
        throw new UsageError(
          `commit ${commit} was not built before, and the tree is at another one: check it out and run again`,
          { input: 'ref' },
        );
      };
      return { ...about, dirty: [], fingerprint: undefined, recipe, told: undefined };
    }
    const source = await sourceOf(history.root, build, { cwd: io.cwd, store: input.store });
    const config = this.#prepared.tree?.file;
    const dirty = await dirtOf(history, {
      context: build.context,
      files: [build.file, ...source.ignoreFiles, ...(config === undefined ? [] : [config])],
      ignore: source.ignore,
    });
    const said = await readSaid(io, input);
    const fingerprint = fingerprintOf(build, said);
    const { policy } = this.#prepared.ground;
    const version = about.names.flatMap((name) => name.version?.text ?? [])[0];
    const recipe = () =>
      recipeOf(
        io,
        { build, source },
        {
          commit,
          fingerprint,
          said,
          policy,
          title: titleOf(image),
          version,
          dirty: dirty.length > 0,
        },
      );
    const told = async () => ({
      source: (await sourceUrl(io)) ?? null,
      author: (await history.author(commit)) ?? null,
      dockerfile: build.file,
      target: build.target ?? null,
    });
    return { ...about, dirty, fingerprint, recipe, told };
  }
}
