import type { Environment } from '#config';
import { exitCode, type Result } from '#gate';
import { copy, TagMoved, type Digest, type Guarantee } from '#oci';

import { contentOf } from './content.ts';
import { unlessDry } from './dry-run.ts';
import type { Expected } from './gates/expect.ts';
import type { Ground } from './ground.ts';
import { holdsInForce, resume } from './hold.ts';
import { judge } from './judge.ts';
import type { Known } from './known.ts';
import type { Move, MoveState } from './move.ts';
import { passedStatements, sayPassed } from './passed.ts';
import { placeName, placeOf, standingAt, type Image, type Place } from './place.ts';

export interface Wish {
  readonly image: Image;
  readonly candidate: Known;
  readonly environment: Environment;
  /** `automatic` stops before manual environments, waits at holds, and yields to what is newer. */
  readonly mode: 'automatic' | 'person';
  readonly expected?: Expected | undefined;
}

/** Each round means that somebody else has moved the tag between our look and our write. */
const rounds = 5;

/**
 * Moves an environment's purpose tag to a digest when every gate lets it, reads it back, and says that
 * the digest has passed. What stands there already is completed. Nothing is written unless all passed.
 */
export async function promote(wish: Wish, ground: Ground): Promise<Move> {
  const place = placeOf(wish.image, wish.environment, ground.open);
  for (let round = 1; ; round += 1) {
    try {
      return await attempt(wish, place, ground);
    } catch (error) {
      if (!(error instanceof TagMoved) || round === rounds) throw error;
    }
  }
}

async function attempt(wish: Wish, place: Place, ground: Ground): Promise<Move> {
  const { candidate, environment, mode } = wish;
  const before = await standingAt(place);
  const outcome = (
    state: MoveState,
    results: readonly Result[],
    rest: Partial<Move> = {},
  ): Move => ({
    environment: environment.name,
    tag: placeName(place),
    state,
    before: before ?? null,
    after: before ?? null,
    guarantee: null,
    results,
    ...rest,
  });
  if (mode === 'automatic' && before !== candidate.digest) {
    if (environment.promote === 'manual') return outcome('waiting', []);
    if (before !== undefined) {
      const holds = await holdsInForce(place.repository, before, environment.name);
      if (holds.length > 0) return outcome('held', []);
    }
  }
  const results = await judge(
    { image: wish.image, place, candidate, standing: before, expected: wish.expected },
    ground,
  );
  if (mode === 'automatic' && isOlder(results)) return outcome('superseded', results);
  const code = exitCode(results);
  if (code !== 0) return outcome(code === 1 ? 'refused' : 'not evaluated', results);
  if (before === candidate.digest) {
    await unlessDry(() => complete(place, candidate, ground), undefined);
    return outcome('there', results);
  }
  return unlessDry(
    async () => {
      const guarantee = await move(wish, place, { before, ground });
      const what = { environment: environment.name, from: before, ground };
      await sayPassed(place.repository, candidate, what);
      await endHold(wish, place, { before, ground });
      return outcome('moved', results, { after: candidate.digest, guarantee });
    },
    outcome('would move', results),
  );
}

/** A newer digest stands there: whatever else was said, that is no failure of an automatic run. */
const isOlder = (results: readonly Result[]): boolean =>
  results.some(({ gate, outcome }) => gate === 'order' && outcome === 'failed');

async function move(
  { image, candidate }: Wish,
  place: Place,
  { before, ground }: { readonly before: Digest | undefined; readonly ground: Ground },
): Promise<Guarantee> {
  const own = ground.open(image.repository, 'write');
  const content = await contentOf(own, candidate.digest);
  if (place.repository.key !== own.key || place.repository.name !== own.name) {
    await copy({
      from: own,
      to: place.repository,
      root: content.descriptor,
      signal: ground.signal,
      withReferrers: true,
    });
  }
  const { bytes, descriptor } = content;
  const expect = before ?? 'absent';
  return (await place.repository.tag(place.tag, bytes, descriptor.mediaType, expect)).guarantee;
}

/** A person's move ends the hold of a rollback, once it has happened: one that fails leaves it in force. */
async function endHold(
  { mode, environment }: Wish,
  { repository }: Place,
  { before, ground }: { readonly before: Digest | undefined; readonly ground: Ground },
): Promise<void> {
  if (mode !== 'person' || before === undefined) return;
  const standing = await repository.resolve(before);
  if (standing !== undefined) await resume(repository, standing, environment.name, ground);
}

/** A run that was killed between tag and statement left the statement to us. */
async function complete(
  { repository, environment }: Place,
  candidate: Known,
  ground: Ground,
): Promise<void> {
  const statements = await passedStatements(repository, candidate.digest, environment.name);
  if (statements.length > 0) return;
  await sayPassed(repository, candidate, {
    environment: environment.name,
    from: undefined,
    ground,
  });
}
