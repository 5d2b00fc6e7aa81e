import { quote, Refused, UsageError } from '#io';
import type { LayersDocument } from '#layers';
import { claim, contentOf, originOf, type Ground } from '#lifecycle';
import { copy, openLayout, type Descriptor, type Digest, type Repository } from '#oci';
import { claimTag } from '#version';

import { buildRecipe, type Product, type Recipe } from './build.ts';
import type { Errand, RunPorts } from './errand.ts';
import { lookInto } from './look-into.ts';
import { sayParts } from './say-parts.ts';
import { sayUnkept } from './say-unkept.ts';

/** The image of a commit, and how it was come by. */
export interface Obtained {
  readonly digest: Digest;
  /** Undefined: it was built before. */
  readonly made: Made | undefined;
  /** Whose the claim is. `lost`: another run has just written it, and says what belongs to it. */
  readonly claim: 'won' | 'lost' | 'before';
}

/**
 * What was built for this commit.
 * @throws UsageError when that was with another recipe, Refused when it says that it is of another commit
 */
export async function findBuilt(
  { event: { commit }, fingerprint }: Errand,
  repository: Repository,
  built: Digest | undefined,
): Promise<Obtained | undefined> {
  if (built === undefined) return undefined;
  const { recipe } = await claimedOrigin(repository, built, commit);
  if (recipe === undefined || fingerprint === undefined || recipe === fingerprint) {
    return { digest: built, made: undefined, claim: 'before' };
  }
  throw new UsageError(
    `commit ${commit} was built before, as ${built}, with another context, file, target, platforms, build-args or labels: a commit has one image, so pass the same or commit the change`,
  );
}

/** @throws Refused for an image under the claim that says that it is of another commit */
async function claimedOrigin(repository: Repository, digest: Digest, commit: string) {
  const origin = await originOf(repository, digest);
  const { revision } = origin;
  if (revision === undefined || revision === commit) return origin;
  throw new Refused(
    'other-commit',
    `${claimTag(commit)} stands on ${digest}, which says that it is of commit ${quote(revision)}: find out who has put it there, and remove the tag`,
  );
}

/** Builds, stores, and claims; who loses the claim goes on with the image that won it. @throws Refused as `findBuilt` */
export async function obtain(
  errand: Errand,
  repository: Repository,
  how: { readonly ports: RunPorts; readonly ground: Ground },
): Promise<Obtained> {
  const made = await buildAndStore(errand, repository, how);
  const content = await contentOf(repository, made.root.digest);
  const { about: annotations } = made.product;
  const { digest, won } = await claim(repository, errand.event.commit, { ...content, annotations });
  if (!won) await claimedOrigin(repository, digest, errand.event.commit);
  sayUnkept(made.product, { repository, isNamed: true }, how.ports.log);
  return { digest, made, claim: won ? 'won' : 'lost' };
}

/** What was built, and what is in it. */
export interface Made {
  readonly product: Product;
  readonly root: Descriptor;
  readonly layers: LayersDocument | null;
}

/** What was built, and out of what. */
interface Built {
  readonly product: Product;
  readonly recipe: Recipe;
}

/** Builds in a private layout. */
export async function build({ recipe: read }: Errand, ports: RunPorts): Promise<Built> {
  const recipe = await read();
  return { product: await buildRecipe(recipe, ports), recipe };
}

/** Looks into what was built. */
export async function lookedInto(
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

/** Builds and stores by digest; no name stands on it yet. */
export async function buildAndStore(
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
  await sayParts(built.product.built, { repository, signal: ports.signal });
  return lookedInto(errand, built, how);
}
