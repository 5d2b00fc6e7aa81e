import type { Result } from '#gate';
import { kindOf, UsageError, type Event, type Failure } from '#io';
import {
  claim,
  claimed,
  contentOf,
  know,
  originOf,
  putVersion,
  unlessDry,
  type Ground,
  type Image,
  type Known,
  type Move,
} from '#lifecycle';
import type { LayersDocument } from '#layers';
import {
  copy,
  NotThere,
  openLayout,
  pinned,
  whole,
  type Descriptor,
  type Digest,
  type Repository,
  type Tag,
} from '#oci';
import { claimTag, dirtyVersion, type Name, type OnExisting } from '#version';

import { judgeBase } from './base.ts';
import { buildRecipe, type BuildPorts, type Product, type Recipe } from './build.ts';
import { ourSide, refusal, skippedResult, versionElsewhere, type Released } from './existing.ts';
import { judgeLayersAhead, lookInto } from './look-into.ts';
import { moveThrough } from './environments.ts';
import type { ImageRun } from './image-run.ts';
import type { Looks } from './looks.ts';
import { sayParts } from './say-parts.ts';
import type { Duties } from './situation.ts';
import { sayHowBuilt, sayVersionGiven, type BuildTold } from './statements.ts';

export interface RunPorts extends BuildPorts {
  readonly looks: Looks;
}

/** One image and everything that its run depends on. */
export interface Errand {
  readonly image: Image;
  readonly event: Event;
  readonly duties: Duties;
  readonly dryRun: boolean;
  /** What is built is looked into. */
  readonly layers: boolean;
  /** What the event calls the image. */
  readonly names: readonly Name[];
  /** Paths that differ from the commit. */
  readonly dirty: readonly string[];
  /** Of what decides the build beside the commit; undefined: the tree is not at that commit. */
  readonly fingerprint: Digest | undefined;
  /** What becomes of a version that stands on another digest. */
  readonly onExisting: OnExisting;
  /** Asked only when something is built. */
  readonly recipe: () => Promise<Recipe>;
  /** How the commit is built, for the statement about it; undefined: the tree is not at that commit. */
  readonly told: (() => Promise<BuildTold>) | undefined;
}

/**
 * Takes one image as far as its event lets it: find or build, store, claim, version, environments. What
 * an earlier run has done is found and not done again, so a rerun continues where a run was ended.
 */
export async function runImage(errand: Errand, ports: RunPorts, ground: Ground): Promise<ImageRun> {
  const { image, duties, names } = errand;
  if (!duties.store) return runPrivately(errand, ports, ground);
  if (errand.dirty.length > 0) {
    return errand.dryRun ? runPrivately(errand, ports, ground) : runDirty(errand, ports, ground);
  }
  const repository = ports.open(image.repository, 'write');
  const version = duties.version ? names.flatMap((name) => name.version ?? [])[0] : undefined;
  const built = await claimed(repository, errand.event.commit);
  const taken = version && (await versionElsewhere(repository, version, built?.digest));
  if (version !== undefined && taken !== undefined) {
    if (errand.onExisting === 'skip') return skippedRun(errand, repository, { version, taken });
    throw await refusal(errand, repository, { version, taken, built: built?.digest, ground });
  }
  const found = await findBuilt(errand, repository, built?.digest);
  if (found === undefined && errand.dryRun) return runPrivately(errand, ports, ground);
  const obtained = found ?? (await obtain(errand, repository, { ports, ground }));
  return nameAndMove(errand, { ...obtained, version }, ground);
}

/** The image of a commit, and how it was come by. */
interface Obtained {
  readonly digest: Digest;
  /** Undefined: it was built before. */
  readonly made: Made | undefined;
  /** Whose the claim is. `lost`: another run has just written it, and says what belongs to it. */
  readonly claim: 'won' | 'lost' | 'before';
}
type Versioned = Obtained & { readonly version: Released | undefined };

/**
 * What was built for this commit.
 * @throws UsageError when that was with another recipe
 */
async function findBuilt(
  { event: { commit }, fingerprint }: Errand,
  repository: Repository,
  built: Digest | undefined,
): Promise<Obtained | undefined> {
  if (built === undefined) return undefined;
  const { recipe } = await originOf(repository, built);
  if (recipe === undefined || fingerprint === undefined || recipe === fingerprint) {
    return { digest: built, made: undefined, claim: 'before' };
  }
  throw new UsageError(
    `commit ${commit} was built before, as ${built}, with another context, file, target, platforms, build-args or labels: a commit has one image, so pass the same or commit the change`,
  );
}

/** Builds, stores, and claims; who loses the claim goes on with the image that won it. */
async function obtain(
  errand: Errand,
  repository: Repository,
  how: { readonly ports: RunPorts; readonly ground: Ground },
): Promise<Obtained> {
  const made = await buildAndStore(errand, repository, how);
  const content = await contentOf(repository, made.root.digest);
  const { digest, won } = await claim(repository, errand.event.commit, content);
  return { digest, made, claim: won ? 'won' : 'lost' };
}

/** Names and moves the image that holds the claim; where storage cannot compare, that is seen only afterwards. */
async function nameAndMove(errand: Errand, obtained: Versioned, ground: Ground): Promise<ImageRun> {
  const { image, event } = errand;
  const run = await nameAndMoveOnce(errand, obtained, ground);
  const standing = await claimed(ground.open(image.repository, 'write'), event.commit);
  if (standing === undefined || standing.digest === obtained.digest) return run;
  const other = { ...obtained, digest: standing.digest, claim: 'lost' } as const;
  return nameAndMoveOnce(errand, other, ground);
}

async function nameAndMoveOnce(
  errand: Errand,
  obtained: Versioned,
  ground: Ground,
): Promise<ImageRun> {
  const { digest, made, version } = obtained;
  const { image, event, duties } = errand;
  await unlessDry(() => nameAndSay(errand, obtained, ground), undefined);
  const candidate = await know(image, digest, ground);
  if (candidate === undefined) throw new NotThere(digest, image.repository);
  const moves = duties.environments ? await moveThrough(image, candidate, ground) : [];
  return {
    ...report(errand, made),
    image: pinned(image.repository, digest),
    digest,
    results: moves.flatMap(({ state, results }) => (state === 'superseded' ? [] : results)),
    how: made === undefined ? 'found' : 'built',
    version: (version ?? candidate.version)?.text ?? null,
    claim: claimTag(event.commit),
    moves,
    next: nextCommand(image, placeIn(candidate, event), moves),
  };
}

/** Writes the version, and the statements that belong to claim and version; what an ended run has left out is completed. */
async function nameAndSay(
  errand: Errand,
  { digest, claim: whose, version }: Versioned,
  ground: Ground,
): Promise<void> {
  const { image, event, told } = errand;
  const repository = ground.open(image.repository, 'write');
  const content = await contentOf(repository, digest);
  const ours = ourSide(errand, digest, ground);
  const put = version && (await putVersion(repository, version, { content, ours }));
  const at = { repository, subject: content.descriptor, event, ground };
  if (told !== undefined && whose !== 'lost')
    await sayHowBuilt(at, { told, isNew: whose === 'won' });
  if (version !== undefined) {
    await sayVersionGiven(at, { version, isNew: put?.state === 'written' });
  }
}

/** What was built, and what is in it. */
interface Made {
  readonly product: Product;
  readonly root: Descriptor;
  readonly layers: LayersDocument | null;
}

interface Built {
  readonly product: Product;
  readonly recipe: Recipe;
}

async function build({ recipe: read }: Errand, ports: RunPorts): Promise<Built> {
  const recipe = await read();
  return { product: await buildRecipe(recipe, ports), recipe };
}

async function lookedInto(
  { image, layers }: Errand,
  built: Built,
  { ports, ground }: { readonly ports: RunPorts; readonly ground: Ground },
): Promise<Made> {
  const { product } = built;
  return {
    product,
    root: product.built.root,
    layers: layers ? await lookInto({ image, ...built }, { ...ports, ground }) : null,
  };
}

async function buildAndStore(
  errand: Errand,
  repository: Repository,
  how: { readonly ports: RunPorts; readonly ground: Ground },
): Promise<Made> {
  const { ports } = how;
  const built = await build(errand, ports);
  const { layout, root, elsewhere } = built.product.built;
  await ports.log.step(`Stored ${repository.name}@${root.digest}`, (progress) =>
    copy({
      from: openLayout(layout),
      to: repository,
      root,
      elsewhere,
      signal: ports.signal,
      onProgress: (done, of) => {
        progress(done, of, 'bytes');
      },
    }),
  );
  await sayParts(built.product.built, repository, ports.signal);
  return lookedInto(errand, built, how);
}

/** A pull request, or a dry run: the image is built and judged, and nothing shared is written. */
async function runPrivately(errand: Errand, ports: RunPorts, ground: Ground): Promise<ImageRun> {
  const made = await lookedInto(errand, await build(errand, ports), { ports, ground });
  const { layout, root, elsewhere } = made.product.built;
  const own = whole(openLayout(layout), elsewhere);
  return {
    ...report(errand, made),
    digest: root.digest,
    results: [
      ...(await judgeBase(own, root.digest, ground)),
      ...(await judgeLayersAhead(errand.image, { own, digest: root.digest }, ground)),
    ],
  };
}

/** What belongs to no commit is stored by digest, and gets no name at all. */
async function runDirty(errand: Errand, ports: RunPorts, ground: Ground): Promise<ImageRun> {
  const { image, event, dirty, duties } = errand;
  const repository = ports.open(image.repository, 'write');
  const made = await buildAndStore(errand, repository, { ports, ground });
  const { root } = made;
  const refusal: Result = {
    gate: 'clean',
    outcome: 'failed',
    reason: `a version is given to a commit, and the tree differs from it in ${dirty.join(', ')}`,
    evidence: dirty,
  };
  return {
    ...report(errand, made),
    image: pinned(image.repository, root.digest),
    digest: root.digest,
    results: duties.version ? [refusal] : [],
    how: 'built',
    version: dirtyVersion(event.commit),
  };
}

/** The version is given already, and it was asked to leave that be. */
const skippedRun = async (
  errand: Errand,
  repository: Repository,
  what: { readonly version: Released; readonly taken: Digest },
): Promise<ImageRun> => ({
  ...report(errand, undefined),
  how: 'skipped',
  version: what.version.text,
  results: [await skippedResult(repository, what)],
});

/** One image of several that could not be done. */
export function failedRun(image: Image, event: Event, { exit, message }: Failure): ImageRun {
  const result: Result = {
    gate: 'run',
    outcome: exit === 1 ? 'failed' : 'not evaluated',
    reason: `${image.name}: ${message}`,
    evidence: [],
  };
  return { ...report({ image, event, dirty: [] }, undefined), how: 'failed', results: [result] };
}

function report(
  { image, event, dirty }: Pick<Errand, 'image' | 'event' | 'dirty'>,
  made: Made | undefined,
): ImageRun {
  return {
    kind: kindOf('image-run'),
    image: null,
    digest: null,
    results: [],
    name: image.name,
    repository: image.repository,
    commit: event.commit,
    how: 'private',
    version: null,
    claim: null,
    engine: made?.product.engine ?? null,
    steps: made?.product.steps ?? [],
    dirty,
    layers: made?.layers ?? null,
    moves: [],
    next: null,
  };
}

/** Version or claim, which never move: shorter than the digest, and as sure. */
const placeIn = ({ versions }: Known, { commit }: Event): Tag => versions[0] ?? claimTag(commit);

function nextCommand({ name }: Image, at: Tag, moves: readonly Move[]): string | null {
  const waiting = moves.find(({ state }) => state === 'waiting');
  if (waiting !== undefined) {
    return `ecluse promote ${name}:${at} --environment ${waiting.environment}`;
  }
  const held = moves.find(({ state }) => state === 'held');
  return held === undefined
    ? null
    : `ecluse promote ${name} --environment ${held.environment} --resume`;
}
