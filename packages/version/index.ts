export {
  claimTag,
  dirtyVersion,
  isClaim,
  isVersionTag,
  planNames,
  versionTag,
  type Name,
} from './names.ts';
export {
  compareVersions,
  highest,
  parseVersion,
  versionOfGitTag,
  type Version,
} from './version.ts';
