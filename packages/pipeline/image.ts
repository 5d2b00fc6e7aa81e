import { kindOf, Refused, type Event } from '#io';
import {
  claim,
  claimed,
  contentOf,
  know,
  putVersion,
  type Ground,
  type Image,
  type Move,
} from '#lifecycle';
import {
  copy,
  openLayout,
  pinned,
  type Descriptor,
  type Digest,
  type Repository,
  type Tag,
} from '#oci';
import { claimTag, dirtyVersion, versionOfGitTag, versionTag, type Version } from '#version';

import { judgeBase } from './base.ts';
import { buildRecipe, type BuildPorts, type Product, type Recipe } from './build.ts';
import { moveThrough } from './environments.ts';
import type { ImageRun } from './image-run.ts';
import type { Duties } from './situation.ts';

/** One image and everything that its run depends on. */
export interface Errand {
  readonly image: Image;
  /** What stands before the version in this image's git tags. */
  readonly tagPrefix: string;
  readonly event: Event;
  readonly duties: Duties;
  /** Read only when something is built. */
  readonly recipe: () => Promise<Recipe>;
  /** Paths that differ from the commit. */
  readonly dirty: readonly string[];
}

/**
 * Takes one image as far as its event lets it: find or build, store, claim, version, environments. What
 * an earlier run has done is found and not done again, so a rerun continues where a run was ended.
 */
export async function runImage(
  errand: Errand,
  ports: BuildPorts,
  ground: Ground,
): Promise<ImageRun> {
  if (!errand.duties.store) return runPrivately(errand, ports, ground);
  if (errand.dirty.length > 0) return runDirty(errand, ports);
  const { image, event, duties } = errand;
  const repository = ports.open(image.repository, 'write');
  const version =
    duties.version && event.kind === 'tag'
      ? versionOfGitTag(event.tag, errand.tagPrefix)
      : undefined;
  const found = await findBuilt(repository, event.commit, version);
  const made = found === undefined ? await buildAndStore(errand, repository, ports) : undefined;
  const digest = found?.digest ?? (await claimFor(repository, event.commit, made));
  if (version !== undefined) {
    await putVersion(repository, version, await contentOf(repository, digest));
  }
  const candidate = await know(repository, digest);
  const moves =
    duties.environments && candidate !== undefined
      ? await moveThrough(image, candidate, ground)
      : [];
  return {
    ...report(errand, made?.product),
    image: pinned(image.repository, digest),
    digest,
    results: moves.flatMap(({ results }) => results),
    how: made === undefined ? 'found' : 'built',
    version: version?.text ?? candidate?.version?.text ?? null,
    claim: claimTag(event.commit),
    moves,
    next: nextCommand(image, candidate?.versions[0] ?? claimTag(event.commit), moves),
  };
}

interface Made {
  readonly product: Product;
  readonly root: Descriptor;
}

/**
 * What was built for this commit. A version that stands on something else ends the run here, before
 * anything is built.
 * @throws Refused
 */
async function findBuilt(
  repository: Repository,
  commit: string,
  version: Version | undefined,
): Promise<Descriptor | undefined> {
  const built = await claimed(repository, commit);
  if (version === undefined) return built;
  const standing = await repository.resolve(versionTag(version));
  if (standing === undefined || standing.digest === built?.digest) return built;
  throw new Refused(
    'version-taken',
    `version ${version.text} of ${repository.name} is written once: it stands on ${standing.digest}, and commit ${commit} ${
      built === undefined ? 'has no image yet' : `has ${built.digest}`
    }; release it under a new version`,
  );
}

async function buildAndStore(
  { recipe }: Errand,
  repository: Repository,
  ports: BuildPorts,
): Promise<Made> {
  const product = await buildRecipe(await recipe(), ports);
  const { layout, root, elsewhere } = product.built;
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
  return { product, root };
}

async function claimFor(
  repository: Repository,
  commit: string,
  made: Made | undefined,
): Promise<Digest> {
  if (made === undefined) throw new RangeError('nothing was found and nothing was built');
  return (await claim(repository, commit, await contentOf(repository, made.root.digest))).digest;
}

/** A pull request: the image is built and judged, and nothing shared is written. */
async function runPrivately(errand: Errand, ports: BuildPorts, ground: Ground): Promise<ImageRun> {
  const product = await buildRecipe(await errand.recipe(), ports);
  const { layout, root, elsewhere } = product.built;
  return {
    ...report(errand, product),
    digest: root.digest,
    results: await judgeBase(openLayout(layout), { root, elsewhere }, ground),
  };
}

/** What belongs to no commit is stored by digest, and gets no name at all. */
async function runDirty(errand: Errand, ports: BuildPorts): Promise<ImageRun> {
  const { image, event, dirty, duties } = errand;
  const repository = ports.open(image.repository, 'write');
  const { product, root } = await buildAndStore(errand, repository, ports);
  const refusal = {
    gate: 'clean',
    outcome: 'failed' as const,
    reason: `a version is given to a commit, and the tree differs from it in ${dirty.join(', ')}`,
    evidence: dirty,
  };
  return {
    ...report(errand, product),
    image: pinned(image.repository, root.digest),
    digest: root.digest,
    results: duties.version ? [refusal] : [],
    how: 'built',
    version: dirtyVersion(event.commit),
  };
}

function report({ image, event, dirty }: Errand, product: Product | undefined): ImageRun {
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
    engine: product?.engine ?? null,
    steps: product?.steps ?? [],
    dirty,
    moves: [],
    next: null,
  };
}

/** By version or claim, which never move: shorter than the digest, and as sure. */
function nextCommand({ name }: Image, at: Tag, moves: readonly Move[]): string | null {
  const waiting = moves.find(({ state }) => state === 'waiting');
  if (waiting !== undefined) {
    return `ecluse promote ${name}:${at} --environment ${waiting.environment}`;
  }
  const held = moves.find(({ state }) => state === 'held');
  return held === undefined ? null : `ecluse promote --environment ${held.environment} --resume`;
}
