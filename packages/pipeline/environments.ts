import type { Environment } from '#config';
import {
  placeName,
  placeOf,
  promote,
  standingAt,
  type Ground,
  type Image,
  type Known,
  type Move,
} from '#lifecycle';

/** States after which the next environment may be asked. */
const through = new Set<Move['state']>(['moved', 'there']);

/**
 * Takes a digest through the environments as far as it gets by itself: it stops before manual ones,
 * yields to newer digests, and goes no further than what it has passed.
 */
export async function moveThrough(
  image: Image,
  candidate: Known,
  ground: Ground,
): Promise<readonly Move[]> {
  const moves: Move[] = [];
  for (const environment of ground.policy.environments) {
    const reached = environment.after.every((name) =>
      moves.some((move) => move.environment === name && through.has(move.state)),
    );
    moves.push(
      reached
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
