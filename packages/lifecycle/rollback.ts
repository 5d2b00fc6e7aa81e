import type { Environment } from '#config';
import { Refused } from '#io';
import { TagMoved, type Digest, type Guarantee } from '#oci';

import { contentOf, type Content } from './content.ts';
import { unlessDry } from './dry-run.ts';
import { expectGate, type Expected } from './gates/expect.ts';
import type { Ground } from './ground.ts';
import { hold, resume } from './hold.ts';
import type { Move } from './move.ts';
import { passedStatements } from './passed.ts';
import { placeName, placeOf, standingAt, type Image, type Place } from './place.ts';

/**
 * Puts an environment back on a digest that has passed it before, and holds it there: automatic moves
 * wait until a person resumes them.
 * @throws Refused when the digest has never passed this environment
 */
export async function rollback(
  image: Image,
  environment: Environment,
  { to, expected }: { readonly to: Digest; readonly expected: Expected | undefined },
  ground: Ground,
): Promise<Move> {
  const place = placeOf(image, environment, ground.open);
  const { repository } = place;
  const passed = await passedStatements(repository, to, environment.name);
  if (passed.length === 0) {
    throw new Refused(
      'never-passed',
      `${to} has never passed ${environment.name}: a rollback goes only to what has`,
      { input: 'to' },
    );
  }
  const before = await standingAt(place);
  const results =
    expected === undefined
      ? []
      : [
          expectGate.judge(
            expected,
            { digest: to },
            before === undefined ? 'nothing' : { digest: before },
          ),
        ];
  const move = { environment: environment.name, tag: placeName(place), before: before ?? null };
  if (results.some(({ outcome }) => outcome !== 'passed')) {
    return { ...move, state: 'refused', after: before ?? null, guarantee: null, results };
  }
  const content = await contentOf(repository, to);
  const stays = { ...move, after: before ?? null, guarantee: null, results };
  return unlessDry(
    async (): Promise<Move> => {
      // The hold comes first: between tag and hold an automatic run would undo the rollback.
      await hold(repository, content.descriptor, environment.name, ground);
      if (before === to) return { ...stays, state: 'there' };
      const guarantee = await putBack(place, content, { before, ground });
      return { ...stays, state: 'moved', after: to, guarantee };
    },
    { ...stays, state: 'would move' as const },
  );
}

/** A hold whose move did not come about is lifted again. */
async function putBack(
  { repository, tag, environment }: Place,
  { bytes, descriptor }: Content,
  { before, ground }: { readonly before: Digest | undefined; readonly ground: Ground },
): Promise<Guarantee> {
  try {
    const expect = before ?? 'absent';
    return (await repository.tag(tag, bytes, descriptor.mediaType, expect)).guarantee;
  } catch (error) {
    if (error instanceof TagMoved) await resume(repository, descriptor, environment.name, ground);
    throw error;
  }
}
