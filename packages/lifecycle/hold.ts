import * as v from 'valibot';

import type { Descriptor, Digest, Repository } from '#oci';

import type { Ground } from './ground.ts';
import { about, said, say } from './statement.ts';

const holdSchema = v.object({ environment: v.string(), by: v.string(), at: v.string() });
const resumeSchema = v.object({ environment: v.string(), hold: v.string() });

/**
 * A hold is said about the digest that a rollback went to. It is in force while that digest stands in
 * the environment and no later statement lifts it: automatic moves wait, a person's do not.
 */
export async function holdsInForce(
  repository: Repository,
  digest: Digest,
  environment: string,
): Promise<readonly Digest[]> {
  const holds = await said(repository, digest, 'hold', holdSchema);
  const own = holds.filter(({ predicate }) => predicate.environment === environment);
  if (own.length === 0) return [];
  const resumed = await said(repository, digest, 'resume', resumeSchema);
  return own
    .map(({ artifact }) => artifact)
    .filter((hold) => !resumed.some(({ predicate }) => predicate.hold === hold));
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
