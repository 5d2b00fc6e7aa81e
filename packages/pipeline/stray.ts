import { Failed, Refused, type History } from '#io';

/**
 * A version is given to what the default branch has: a tag on a stray commit is no release.
 * @throws Refused when the commit is not there, Failed when that cannot be found out
 */
export async function refuseStray(commit: string, history: History | undefined): Promise<void> {
  if (history === undefined) {
    throw new Failed(
      3,
      'no-default-branch',
      `there is no git repository here, so it is not known whether commit ${commit} is on the default branch, and no version is given: check out with fetch-depth: 0`,
    );
  }
  const branch = await history.defaultBranch();
  if (branch === undefined) {
    throw new Failed(
      3,
      'no-default-branch',
      'it is not known which branch is the default one, so no version is given: pass --default-branch NAME',
    );
  }
  const order = await history.order(commit, branch.commit);
  if (order === 'same' || order === 'before') return;
  if (order === 'unknown') {
    throw new Failed(
      3,
      'unknown-order',
      `this clone cannot tell whether commit ${commit} is on ${branch.name}: check out with fetch-depth: 0`,
    );
  }
  throw new Refused(
    'stray-tag',
    `commit ${commit} is not on ${branch.name}: a version is given to what is on the default branch`,
  );
}
