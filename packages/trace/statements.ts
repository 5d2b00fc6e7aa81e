import {
  allPassed,
  builtStatements,
  releaseStatements,
  type BuiltStatement,
  type Passed,
  type Release,
} from '#lifecycle';
import type { Digest, Repository } from '#oci';

import type { Teller } from './document.ts';
import { clipped, found, tell, together, type Findings, type Told } from './findings.ts';
import type { Gaps } from './gaps.ts';
import { digestsOf, type Members } from './members.ts';

interface Said<P> {
  readonly predicate: P;
  readonly artifact: Digest;
}
/** How a reader of one kind of statement is called. */
type Reader<P> = (repository: Repository, digest: Digest) => Promise<readonly Said<P>[]>;

/** Where it is asked, and about which digests. */
export interface Places {
  readonly repositories: readonly Repository[];
  readonly members: Members;
  readonly gaps: Gaps;
}

/** What the suite's own statements say of where a digest comes from. Nothing of it is signed. */
export async function findStatements(places: Places): Promise<Findings> {
  const [built, releases] = await Promise.all([
    statementsOf('built statements', builtStatements, places),
    statementsOf('release statements', releaseStatements, places),
  ]);
  return together([
    found({ told: built.flatMap(toldByBuilt) }),
    found({ told: releases.flatMap(toldByRelease) }),
  ]);
}

/**
 * Which environments it was said to have passed; those of the policy first, then the newest.
 * @param environments of the policy
 */
export async function findPassed(
  places: Places,
  environments: readonly string[],
): Promise<Findings> {
  const passed = await statementsOf('passed statements', allPassed, places);
  const rank = ({ predicate }: Said<Passed>): number => {
    const at = environments.indexOf(predicate.environment);
    return at < 0 ? environments.length : at;
  };
  const told = passed
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ predicate, artifact }) =>
      tell(
        'passed',
        clipped(predicate.environment),
        saidBy('passed statement', predicate, artifact),
      ),
    );
  return found({ told });
}

/** Each once, wherever it is kept; the newest first. */
async function statementsOf<P extends { readonly at: string }>(
  what: string,
  read: Reader<P>,
  { repositories, members, gaps }: Places,
): Promise<readonly Said<P>[]> {
  const asked = repositories.flatMap((repository) =>
    digestsOf(members).map((digest) =>
      gaps.ask(`the ${what} in ${repository.name}`, () => read(repository, digest), []),
    ),
  );
  const some = (await Promise.all(asked)).flat();
  const all = new Map(some.map((one) => [one.artifact, one]));
  return [...all.values()].sort((a, b) => (a.predicate.at < b.predicate.at ? 1 : -1));
}

const saidBy = (
  source: Teller,
  { by, at }: { readonly by: string; readonly at: string },
  where: Digest,
) => ({ source, where, by: clipped(by), at });

function toldByBuilt({ predicate, artifact }: Said<BuiltStatement>): readonly Told[] {
  const { commit, source, ref, author, dockerfile, target, by, at } = predicate;
  const said = saidBy('built statement', predicate, artifact);
  const known = (fact: Told['fact'], value: string | null): readonly Told[] =>
    value === null || value.trim() === '' ? [] : [tell(fact, clipped(value.trim()), said)];
  return [
    ...known('source repository', source),
    ...known('commit', commit),
    ...known('ref', ref),
    ...known('author', author),
    ...known('run', by),
    ...known('built', at),
    ...known('dockerfile', dockerfile),
    ...known('stage', target ?? lastStage),
  ];
}

/** What a build without a target makes. */
export const lastStage = 'the last one';

function toldByRelease({ predicate, artifact }: Said<Release>): readonly Told[] {
  const { version, gitTag, commit } = predicate;
  const said = saidBy('release statement', predicate, artifact);
  return [
    tell('version', clipped(version), said),
    ...(gitTag === null ? [] : [tell('git tag', clipped(gitTag), said)]),
    ...(commit === null ? [] : [tell('commit', commit, said)]),
  ];
}
