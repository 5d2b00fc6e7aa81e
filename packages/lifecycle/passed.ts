import * as v from 'valibot';

import type { Environment } from '#config';
import type { Digest, Repository } from '#oci';

import type { Ground } from './ground.ts';
import type { Known } from './known.ts';
import { about, said, say, type Said } from './statement.ts';
import { aCommit, aDigest, saidAt, saidBy } from './terms.ts';

const name = 'passed';

const policy = v.pipe(
  v.object({
    source: v.pipe(
      v.string(),
      v.description('Where the policy was read: a file at a commit, a pinned digest, or none.'),
    ),
    digest: v.pipe(
      v.nullable(aDigest),
      v.description(
        'The digest of what the policy says, as JSON with sorted keys and no spaces. null: there is none.',
      ),
    ),
  }),
  v.readonly(),
  v.description('The policy that was asked.'),
);

/** The predicate that a digest has passed an environment. */
export const passedSchema = v.pipe(
  v.object({
    environment: v.pipe(v.string(), v.description('The environment that was passed.')),
    from: v.pipe(
      v.nullable(aDigest),
      v.description('What the purpose tag stood on before. null: nothing, or it is not known.'),
    ),
    commit: v.pipe(
      v.nullable(aCommit),
      v.description('The commit that the digest was built from. null: it was not known.'),
    ),
    by: saidBy,
    at: saidAt,
    policy,
  }),
  v.readonly(),
  v.description('The subject has passed every gate before an environment, and its tag was moved.'),
);
export type Passed = v.InferOutput<typeof passedSchema>;

/** The statements that a digest has passed an environment, whichever. */
export const allPassed = (
  repository: Repository,
  digest: Digest,
): Promise<readonly Said<Passed>[]> => said(repository, digest, name, passedSchema);

/** The statements that a digest has passed this environment, with the artifact that holds each. */
export async function passedStatements(
  repository: Repository,
  digest: Digest,
  environment: string,
): Promise<readonly { readonly predicate: Passed; readonly artifact: Digest }[]> {
  const all = await allPassed(repository, digest);
  return all.filter(({ predicate }) => predicate.environment === environment);
}

/** The commit that a digest was of when it passed an environment. */
export async function commitSaid(
  repository: Repository,
  digest: Digest,
  environment: string,
): Promise<string | undefined> {
  const statements = await passedStatements(repository, digest, environment);
  return (
    statements.find(({ predicate }) => predicate.commit !== null)?.predicate.commit ?? undefined
  );
}

/** Which of the environments a digest has passed; each is asked where its purpose tag is. */
export async function passedAmong(
  digest: Digest,
  environments: readonly Environment[],
  where: (environment: Environment) => Repository,
): Promise<readonly { readonly environment: string; readonly artifact: Digest }[]> {
  const found = await Promise.all(
    environments.map(async (environment) => {
      const [first] = await passedStatements(where(environment), digest, environment.name);
      return first === undefined
        ? []
        : [{ environment: environment.name, artifact: first.artifact }];
    }),
  );
  return found.flat();
}

/** Says that a digest has passed, and what stood there before. Passing again later is said again. */
export async function sayPassed(
  repository: Repository,
  { descriptor: subject, commit }: Pick<Known, 'descriptor' | 'commit'>,
  what: {
    readonly environment: string;
    readonly from: Digest | undefined;
    readonly ground: Ground;
  },
): Promise<void> {
  const { environment, from, ground } = what;
  const at = ground.now();
  const predicate: Passed = {
    environment,
    from: from ?? null,
    commit: commit ?? null,
    by: ground.by,
    at: at.toISOString(),
    policy: policySource(ground),
  };
  await say(repository, subject, name, predicate, about(environment, at));
}

function policySource({ policy }: Ground): Passed['policy'] {
  const { source, digest } = policy;
  if (source === 'none') return { source: 'none', digest: null };
  return {
    source: 'pinned' in source ? source.pinned : `${source.path}@${source.commit}`,
    digest,
  };
}
