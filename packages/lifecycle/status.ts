import type { Ground } from './ground.ts';
import { holdsInForce, holdsOf } from './hold.ts';
import { know } from './known.ts';
import { passedStatements } from './passed.ts';
import { placeName, placeOf, standingAt, type Image } from './place.ts';
import type { Standing } from './standing.ts';

/** What stands where: every image by every environment, in the policy's order. */
export async function status(
  images: readonly Image[],
  ground: Ground,
): Promise<readonly Standing[]> {
  const tip = (await ground.history?.defaultBranch())?.commit;
  const board: Standing[] = [];
  for (const image of images) {
    for (const environment of ground.policy.environments) {
      board.push(await square(image, environment, { ground, tip }));
    }
  }
  return board;
}

async function square(
  image: Image,
  environment: Ground['policy']['environments'][number],
  { ground, tip }: { readonly ground: Ground; readonly tip: string | undefined },
): Promise<Standing> {
  const place = placeOf(image, environment, ground.open);
  const digest = await standingAt(place);
  const empty: Standing = {
    image: image.name,
    environment: environment.name,
    tag: placeName(place),
    digest: digest ?? null,
    versions: [],
    commit: null,
    since: null,
    behind: null,
    held: false,
  };
  if (digest === undefined) return empty;
  const known = await know(image, digest, ground);
  const passed = await passedStatements(place.repository, digest, environment.name);
  const holds = await holdsOf(place.repository, digest, environment.name);
  // It came by a promotion or by a rollback, whichever was last.
  const since = [...passed, ...holds]
    .map(({ predicate }) => predicate.at)
    .toSorted()
    .at(-1);
  const commit = known?.commit;
  const behind =
    commit === undefined || tip === undefined
      ? undefined
      : await ground.history?.distance(commit, tip);
  return {
    ...empty,
    versions: known?.versions ?? [],
    commit: commit ?? null,
    since: since ?? null,
    behind: behind ?? null,
    held: (await holdsInForce(place.repository, digest, environment.name)).length > 0,
  };
}
