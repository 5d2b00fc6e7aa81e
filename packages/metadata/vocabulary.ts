import type { Vocabulary } from './template.ts';

const dates = ['date', 'commit_date'];

/** In prefix, suffix, value, enable, labels and annotations. */
export const global: Vocabulary = {
  plain: ['branch', 'tag', 'sha', 'base_ref', 'is_default_branch', 'is_not_default_branch'],
  dates,
};
/** In the pattern of a schedule. */
export const schedule: Vocabulary = { plain: [], dates };
/** In the pattern of semver. */
export const semver: Vocabulary = {
  plain: ['raw', 'version', 'major', 'minor', 'patch', 'prerelease', 'build'],
  dates: [],
};
/** In the pattern of pep440. */
export const pep440: Vocabulary = {
  plain: ['raw', 'version', 'major', 'minor', 'patch'],
  dates: [],
};
