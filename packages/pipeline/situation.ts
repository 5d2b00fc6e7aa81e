import type { Event } from '#io';

/** What an event may do. */
export interface Duties {
  /** Store by digest and claim the commit; else build privately and report. */
  readonly store: boolean;
  /** Give the version that the git tag names. */
  readonly version: boolean;
  /** Move automatic environments. */
  readonly environments: boolean;
}

export type Situation = 'change' | 'default branch' | 'other branch' | 'version tag';

/** The table of events: who may store, name and move what. */
export const duties: Readonly<Record<Situation, Duties>> = {
  change: { store: false, version: false, environments: false },
  'default branch': { store: true, version: false, environments: true },
  'other branch': { store: true, version: false, environments: false },
  'version tag': { store: true, version: true, environments: true },
};

/** @returns undefined when the event is none that builds: a schedule */
export function situationOf(
  event: Event,
  defaultBranch: string | undefined,
): Situation | undefined {
  switch (event.kind) {
    case 'change':
      return 'change';
    case 'push':
      return event.branch === defaultBranch ? 'default branch' : 'other branch';
    case 'tag':
      return 'version tag';
    case 'schedule':
      return undefined;
  }
}
