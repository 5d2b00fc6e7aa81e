import { formatDate } from './date.ts';
import { payloadText, type Facts, type Occasion } from './facts.ts';
import { fault, type Place } from './place.ts';
import type { Values } from './template.ts';

/** What stands behind a prefix of the ref; undefined for another kind of ref. */
export const behind = (ref: string, prefix: string): string | undefined =>
  ref.startsWith(prefix) ? ref.slice(prefix.length) : undefined;

export const branchOf = ({ ref }: Occasion): string | undefined => behind(ref, 'refs/heads/');
export const tagOf = ({ ref }: Occasion): string | undefined => behind(ref, 'refs/tags/');
/** `15`, of `refs/pull/15/merge`. */
export const pullOf = ({ ref }: Occasion): string | undefined =>
  behind(ref, 'refs/pull/')?.replace(/\/merge$/, '');

export const shortCommit = ({ occasion, shortLength }: Facts): string =>
  occasion.commit.slice(0, shortLength);

/** Events that always stand for the last commit of the default branch. https://docs.github.com/actions/reference/events-that-trigger-workflows */
const ofDefaultBranch = /create|discussion|issues|schedule/;

function isDefaultBranch({ occasion }: Facts): boolean {
  const branch = branchOf(occasion) ?? occasion.ref;
  if (branch === '') return false;
  return (
    payloadText(occasion.payload, 'repository', 'default_branch') === branch ||
    ofDefaultBranch.test(occasion.eventName)
  );
}

function baseRef({ occasion }: Facts): string {
  const { payload } = occasion;
  const pushed = tagOf(occasion) === undefined ? undefined : payloadText(payload, 'base_ref');
  if (pushed !== undefined) return behind(pushed, 'refs/heads/') ?? pushed;
  if (pullOf(occasion) === undefined) return '';
  return payloadText(payload, 'pull_request', 'base', 'ref') ?? '';
}

const plain: Readonly<Record<string, (facts: Facts) => string>> = {
  branch: ({ occasion }) => branchOf(occasion) ?? '',
  tag: ({ occasion }) => tagOf(occasion) ?? '',
  sha: shortCommit,
  base_ref: baseRef,
  is_default_branch: (facts) => String(isDefaultBranch(facts)),
  is_not_default_branch: (facts) => String(!isDefaultBranch(facts)),
};

/** The values of the global expressions. @throws UsageError when the date of the commit was not found out */
export function globalValues(facts: Facts, place: Place): Values {
  return {
    plain: (name) => plain[name]?.(facts) ?? '',
    date: ({ name, format, zone }) => {
      const moment = name === 'date' ? facts.now : facts.commitDate;
      if (moment === undefined) throw fault(place, 'the date of the commit is not known here');
      return formatDate(moment, format ?? null, zone);
    },
  };
}
