import type { Environment } from '#config';
import { Refused } from '#io';
import { TagMoved, type Digest } from '#oci';

import { contentOf } from './content.ts';
import { expectGate, type Expected } from './gates/expect.ts';
import type { Ground } from './ground.ts';
import { hold, resume } from './hold.ts';
import type { Move } from './move.ts';
import { passedStatements } from './passed.ts';
import { placeName, placeOf, standingAt, type Image } from './place.ts';

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
  const { repository, tag } = place;
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
  const { bytes, descriptor } = await contentOf(repository, to);
  // The hold comes first: between tag and hold an automatic run would undo the rollback.
  await hold(repository, descriptor, environment.name, ground);
  if (before === to) return { ...move, state: 'there', after: to, guarantee: null, results };
  try {
    const put = await repository.tag(tag, bytes, descriptor.mediaType, before ?? 'absent');
    return { ...move, state: 'moved', after: to, guarantee: put.guarantee, results };
  } catch (error) {
    if (error instanceof TagMoved) await resume(repository, descriptor, environment.name, ground);
    throw error;
  }
}
