import { claimed } from '#lifecycle';
import type { Repository } from '#oci';
import { isClaim } from '#version';

import { found, isCommit, short, tell, type Check, type Findings, type Told } from './findings.ts';
import type { Gaps } from './gaps.ts';
import { digestsOf, pointsTo, type Members } from './members.ts';
import { namedOn, type Names } from './names.ts';

const mostAsked = 10;

interface Where {
  readonly repositories: readonly Repository[];
  readonly members: Members;
  readonly gaps: Gaps;
}

/** Claims that stand on the image say its commit, whether or not it says one itself. */
export const findClaims = (names: Names, members: Members): Findings =>
  found({
    told: namedOn(names, digestsOf(members))
      .filter(({ tag }) => isClaim(tag))
      .map(({ tag, place }) =>
        tell('commit', tag.slice('sha-'.length), { source: 'claim tag', where: place }),
      ),
  });

/** Whether the claim of each commit that is said stands on the image. */
export async function checkClaims(
  told: readonly Told[],
  { repositories, members, gaps }: Where,
): Promise<Findings> {
  const commits = [
    ...new Set(told.filter(({ fact }) => fact === 'commit').map(({ value }) => value)),
  ];
  const checks: Check[] = [];
  for (const value of commits.filter((text) => /^[0-9a-f]{40}$/.test(text)).slice(0, mostAsked)) {
    for (const repository of repositories) {
      const what = `the claim of ${value} in ${repository.name}`;
      const claim = await gaps.ask(what, () => claimed(repository, value), undefined);
      if (claim === undefined) continue;
      const stands = pointsTo(members, claim.digest);
      checks.push({
        fact: 'commit',
        value,
        ...(stands !== undefined
          ? { verified: `its claim ${stands}` }
          : { doubt: `its claim points to ${short(claim.digest)}` }),
      });
      break;
    }
  }
  for (const value of commits.filter((text) => !isCommit(text))) {
    checks.push({ fact: 'commit', value, doubt: 'it is no whole commit of git' });
  }
  return found({ checks });
}
