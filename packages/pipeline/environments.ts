import type { Environment } from '#config';
import {
  passedAmong,
  placeName,
  placeOf,
  promote,
  standingAt,
  type Ground,
  type Image,
  type Known,
  type Move,
} from '#lifecycle';

/**
 * Takes a digest through the environments as far as it gets by itself: it stops before manual ones,
 * yields to newer digests, and goes no further than what it has passed. What it passed in an earlier run
 * counts, wherever the tags stand now.
 */
export async function moveThrough(
  image: Image,
  candidate: Known,
  ground: Ground,
): Promise<readonly Move[]> {
  const moves: Move[] = [];
  for (const environment of ground.policy.environments) {
    const passed = await passedAmong(
      candidate.digest,
      ground.policy.environments.filter(({ name }) => environment.after.includes(name)),
      (one) => placeOf(image, one, ground.open).repository,
    );
    moves.push(
      passed.length === environment.after.length
        ? await promote({ image, candidate, environment, mode: 'automatic' }, ground)
        : await notReached(image, environment, ground),
    );
  }
  return moves;
}

async function notReached(image: Image, environment: Environment, ground: Ground): Promise<Move> {
  const place = placeOf(image, environment, ground.open);
  const standing = (await standingAt(place)) ?? null;
  return {
    environment: environment.name,
    tag: placeName(place),
    state: 'not reached',
    before: standing,
    after: standing,
    guarantee: null,
    results: [],
  };
}
