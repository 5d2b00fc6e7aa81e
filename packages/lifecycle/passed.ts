import * as v from 'valibot';

import type { Environment } from '#config';
import type { Descriptor, Digest, Repository } from '#oci';

import type { Ground } from './ground.ts';
import { about, said, say } from './statement.ts';

const name = 'passed';

const schema = v.object({
  environment: v.string(),
  /** What the purpose tag stood on before. */
  from: v.nullable(v.string()),
  by: v.string(),
  at: v.string(),
  policy: v.object({ source: v.string(), digest: v.nullable(v.string()) }),
});
export type Passed = v.InferOutput<typeof schema>;

/** The statements that a digest has passed this environment, with the artifact that holds each. */
export async function passedStatements(
  repository: Repository,
  digest: Digest,
  environment: string,
): Promise<readonly { readonly predicate: Passed; readonly artifact: Digest }[]> {
  const all = await said(repository, digest, name, schema);
  return all.filter(({ predicate }) => predicate.environment === environment);
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
  subject: Descriptor,
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
