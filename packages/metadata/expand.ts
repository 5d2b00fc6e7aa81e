import { quote } from '#io';

import { calendarName, describedName, revisionName } from './expand-new.ts';
import { matchedName, versionedName } from './expand-version.ts';
import type { Facts } from './facts.ts';
import { nothing, type Outcome } from './outcome.ts';
import type { Matter, Rule } from './rule.ts';
import { render, type Template } from './template.ts';
import { branchOf, globalValues, pullOf, shortCommit, tagOf } from './values.ts';

type Matters<T extends Matter['type']> = Matter & { readonly type: T };

/** The text that a rule makes of the facts, before prefix and suffix. @throws UsageError that names the rule's line */
export function expand({ matter, place }: Rule, facts: Facts): Outcome {
  const values = globalValues(facts, place);
  const write = (template: Template) => render(template, values);
  switch (matter.type) {
    case 'schedule':
      return scheduled(matter, facts, write);
    case 'semver':
    case 'pep440':
      return versionedName(matter, facts, { place, write });
    case 'match':
      return matchedName(matter, facts, { place, write });
    case 'edge':
      return edge(matter, facts);
    case 'ref':
      return referenced(matter, facts);
    case 'raw':
      return { text: write(matter.value), why: 'written so', meaning: 'text', latest: false };
    case 'sha':
      return commit(matter, facts);
    case 'calver':
      return calendarName(matter.calendar, facts);
    case 'describe':
      return describedName(matter.match, facts);
    case 'revision':
      return revisionName(matter.value && write(matter.value), facts, place);
  }
}

function scheduled(
  { pattern }: Matters<'schedule'>,
  { occasion }: Facts,
  write: (template: Template) => string,
): Outcome {
  if (!occasion.eventName.includes('schedule')) return nothing('the event is no schedule');
  const why = 'the event is a schedule';
  return { text: write(pattern), why, meaning: 'pointer', latest: false };
}

function edge({ branch }: Matters<'edge'>, { occasion, repository }: Facts): Outcome {
  const pushed = branchOf(occasion);
  const wanted = branch ?? repository.defaultBranch;
  if (pushed === undefined) return nothing('the event is of no branch');
  if (pushed !== wanted) return nothing(`branch ${quote(pushed)} is not ${quote(wanted)}`);
  return { text: 'edge', why: `branch ${quote(pushed)}`, meaning: 'pointer', latest: false };
}

const references = {
  branch: { of: branchOf, name: 'branch', meaning: 'pointer', latest: false },
  tag: { of: tagOf, name: 'git tag', meaning: 'version', latest: true },
  pr: { of: pullOf, name: 'pull request', meaning: 'pointer', latest: false },
} as const;

function referenced({ event }: Matters<'ref'>, { occasion }: Facts): Outcome {
  const { of, name, meaning, latest } = references[event];
  const text = of(occasion);
  if (text === undefined) return nothing(`the event is of no ${name}`);
  return { text, why: `${name} ${quote(text)}`, meaning, latest };
}

function commit({ format }: Matters<'sha'>, facts: Facts): Outcome {
  const { commit: hash } = facts.occasion;
  if (hash === '') return nothing('no commit is known');
  const text = format === 'short' ? shortCommit(facts) : hash;
  return { text, why: `commit ${hash}`, meaning: 'version', latest: false };
}
