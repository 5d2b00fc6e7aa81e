import { resolve } from 'node:path';

import { fromTop, treeOwners } from '#config';
import type { Result } from '#gate';
import type { Io } from '#io';
import type { LayersDocument, Owners, Subject } from '#layers';
import { judgeLayersOf, placeOf, standingAt, type Ground, type Image } from '#lifecycle';
import { openLayout, whole, type Digest, type Readable } from '#oci';

import type { Product, Recipe } from './build.ts';
import { unlessUnknown, type Looks } from './looks.ts';

export interface Built {
  readonly image: Image;
  readonly product: Product;
  readonly recipe: Pick<Recipe, 'context' | 'dockerfile' | 'target'>;
}

/**
 * What is in an image that was just built, compared with what stands in the last environment: read from where it was
 * built, which lies nearest. Null where it cannot be told, which the log says.
 */
export async function lookInto(
  { image, product, recipe }: Built,
  {
    looks,
    ground,
    log,
  }: { readonly looks: Looks; readonly ground: Ground; readonly log: Io['log'] },
): Promise<LayersDocument | null> {
  const { layout, root, elsewhere } = product.built;
  const unknown = (why: string): null => {
    log.warn(`what is in the image is not known: ${why}`);
    return null;
  };
  return unlessUnknown(async () => {
    const subject = {
      repository: whole(openLayout(layout), elsewhere),
      digest: root.digest,
      name: image.repository,
    };
    const before = await unlessUnknown(() => lastStanding(image, ground), unknown);
    const { dockerfile, target } = recipe;
    const owners = await ownersOf(recipe, ground);
    const source = { dockerfile, target };
    return looks.document(subject, { source, owners, before: before ?? undefined });
  }, unknown);
}

/** Who answers for what is built here, by the CODEOWNERS of this tree and the policy. */
async function ownersOf(
  { context, dockerfile }: Built['recipe'],
  { history, policy }: Ground,
): Promise<Owners | undefined> {
  if (history === undefined) return undefined;
  const { root } = history;
  const codeowners = await treeOwners(root);
  return {
    base: policy.base?.owner,
    of: codeowners?.of ?? (() => Promise.resolve(undefined)),
    dockerfile: await fromTop(root, resolve(root, dockerfile.file)),
    context: (await fromTop(root, context)) ?? '',
  };
}

/** What users have: the image in the environment that comes last. */
async function lastStanding(image: Image, ground: Ground): Promise<Subject | null> {
  const last = ground.policy.environments.at(-1);
  if (last === undefined) return null;
  const place = placeOf(image, last, ground.open);
  const digest = await standingAt(place);
  return digest === undefined
    ? null
    : { repository: place.repository, digest, name: place.repository.name };
}

/** The gates over layers of every environment, for an image that is promoted nowhere: what would happen to it. */
export async function judgeLayersAhead(
  image: Image,
  { own, digest }: { readonly own: Readable; readonly digest: Digest },
  ground: Ground,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const environment of ground.policy.environments) {
    const { layers } = environment.gates;
    if (layers === undefined) continue;
    const place = placeOf(image, environment, ground.open);
    const standing = await standingAt(place);
    const judged = await judgeLayersOf(
      layers,
      { own, place, candidate: digest, standing },
      ground.layers,
    );
    results.push(
      ...judged.map((one) => ({ ...one, reason: `${environment.name}: ${one.reason}` })),
    );
  }
  return results;
}
