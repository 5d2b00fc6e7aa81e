import * as v from 'valibot';

import type { Descriptor, Digest, Repository } from '#oci';

import type { Ground } from './ground.ts';
import { about, said, say, type Said } from './statement.ts';
import { aDigest, saidAt, saidBy } from './terms.ts';

/** The predicate that automatic moves wait. */
export const holdSchema = v.pipe(
  v.object({
    environment: v.pipe(v.string(), v.description('The environment that is held.')),
    by: saidBy,
    at: saidAt,
  }),
  v.readonly(),
  v.description('Automatic moves of an environment wait while the subject stands there.'),
);

/** The predicate that lifts one hold. */
export const resumeSchema = v.pipe(
  v.object({
    environment: v.pipe(v.string(), v.description('The environment that was held.')),
    hold: v.pipe(aDigest, v.description('The artifact that holds the statement which is lifted.')),
    by: saidBy,
    at: saidAt,
  }),
  v.readonly(),
  v.description('A hold is lifted: automatic moves go on.'),
);

/**
 * A hold is said about the digest that a rollback went to. It is in force while that digest stands in
 * the environment and no later statement lifts it: automatic moves wait, a person's do not.
 */
export async function holdsInForce(
  repository: Repository,
  digest: Digest,
  environment: string,
): Promise<readonly Digest[]> {
  const own = await holdsOf(repository, digest, environment);
  if (own.length === 0) return [];
  const resumed = await said(repository, digest, 'resume', resumeSchema);
  return own
    .map(({ artifact }) => artifact)
    .filter((hold) => !resumed.some(({ predicate }) => predicate.hold === hold));
}

/** Every hold of an environment on a digest, lifted or not. */
export async function holdsOf(
  repository: Repository,
  digest: Digest,
  environment: string,
): Promise<readonly Said<v.InferOutput<typeof holdSchema>>[]> {
  const holds = await said(repository, digest, 'hold', holdSchema);
  return holds.filter(({ predicate }) => predicate.environment === environment);
}

export async function hold(
  repository: Repository,
  subject: Descriptor,
  environment: string,
  ground: Ground,
): Promise<void> {
  if ((await holdsInForce(repository, subject.digest, environment)).length > 0) return;
  const at = ground.now();
  const predicate = { environment, by: ground.by, at: at.toISOString() };
  await say(repository, subject, 'hold', predicate, about(environment, at));
}

/** Lifts every hold in force. @returns how many there were */
export async function resume(
  repository: Repository,
  subject: Descriptor,
  environment: string,
  ground: Ground,
): Promise<number> {
  const holds = await holdsInForce(repository, subject.digest, environment);
  for (const artifact of holds) {
    const at = ground.now();
    const predicate = { environment, hold: artifact, by: ground.by, at: at.toISOString() };
    await say(repository, subject, 'resume', predicate, about(environment, at));
  }
  return holds.length;
}
