import { quote, UsageError } from '#io';

/** What GitHub says of the repository. */
export interface RepositoryFacts {
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly defaultBranch: string;
  /** Of its licence, in SPDX. */
  readonly license: string;
}

/** Where in the history the work stands. */
export interface Occasion {
  /** `push`, `schedule`; empty on a terminal. */
  readonly eventName: string;
  /** `refs/heads/main`; empty when there is none. */
  readonly ref: string;
  /** Empty when there is none. */
  readonly commit: string;
  readonly payload: unknown;
}

/** All that names are computed from, beside what was asked for. */
export interface Facts {
  readonly occasion: Occasion;
  readonly now: Date;
  readonly repository: RepositoryFacts;
  /** Of a short commit. */
  readonly shortLength: number;
  /** Of the commit; asked for when `needs` says so. */
  readonly commitDate?: Date;
  /** All tags of the git repository, for calver and revision; asked for when `needs` says so. */
  readonly gitTags?: readonly string[];
  /** How versions are written in git tags. */
  readonly form?: {
    /** What stands before them, where one git repository has several images. */
    readonly tagPrefix: string;
    /** What stands before the count of rebuilds. */
    readonly revisionSuffix: string;
  };
  /** What git describe says, by `match`; asked for when `needs` says so. */
  readonly descriptions?: ReadonlyMap<string, string | undefined>;
}

/** A field of a payload that nobody has checked. */
export function payloadText(payload: unknown, ...path: readonly string[]): string | undefined {
  let value = payload;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
      return undefined;
    value = Reflect.get(value, name);
  }
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' ? value : undefined;
}

/**
 * The occasion of a workflow's event. `pull_request_target` runs on the base branch and is named after its pull request;
 * `DOCKER_METADATA_PR_HEAD_SHA` names a pull request by the commit that was pushed, not by its merge.
 */
export function occasionOf(env: ReadonlyMap<string, string>, payload: unknown): Occasion {
  const eventName = env.get('GITHUB_EVENT_NAME') ?? '';
  let ref = env.get('GITHUB_REF') ?? '';
  let commit = env.get('GITHUB_SHA') ?? '';
  if (eventName.includes('pull_request_target')) {
    const number = payloadText(payload, 'number');
    if (number === undefined) {
      throw new UsageError(
        'the payload of pull_request_target must name the number of its pull request',
      );
    }
    ref = `refs/pull/${number}/merge`;
  }
  if (
    /true/i.test(env.get('DOCKER_METADATA_PR_HEAD_SHA') ?? '') &&
    eventName.includes('pull_request')
  ) {
    commit = payloadText(payload, 'pull_request', 'head', 'sha') ?? commit;
  }
  return { eventName, ref, commit, payload };
}

/** `DOCKER_METADATA_SHORT_SHA_LENGTH`, by default 7. @throws UsageError for anything but a whole number from 1 */
export function shortLengthOf(env: ReadonlyMap<string, string>): number {
  const text = env.get('DOCKER_METADATA_SHORT_SHA_LENGTH') ?? '';
  if (text === '') return 7;
  if (/^[1-9][0-9]{0,2}$/.test(text)) return Number(text);
  throw new UsageError(
    `DOCKER_METADATA_SHORT_SHA_LENGTH must be a whole number from 1, not ${quote(text)}`,
  );
}

const levels = ['manifest', 'index', 'manifest-descriptor', 'index-descriptor'];

/**
 * `DOCKER_METADATA_ANNOTATIONS_LEVELS`, by default `manifest`. https://docs.docker.com/build/metadata/annotations/
 * @throws UsageError for a level that nobody knows
 */
export function levelsOf(env: ReadonlyMap<string, string>): readonly string[] {
  const given = env.get('DOCKER_METADATA_ANNOTATIONS_LEVELS') ?? '';
  return (given === '' ? 'manifest' : given).split(',').map((text) => {
    const level = text.trim();
    if (levels.includes(level.replace(/\[[A-Za-z0-9_/.-]+\]$/, ''))) return level;
    throw new UsageError(
      `DOCKER_METADATA_ANNOTATIONS_LEVELS must name ${levels.join(', ')}, not ${quote(level)}`,
    );
  });
}
