import type { Tag } from '#oci';
import { isVersionTag, type Version } from '#version';

/** `1.4.2` and `v1.4.2`: whoever reads it takes it for that version. */
export const isVersionName = (tag: Tag): boolean => isVersionTag(tag.replace(/^v/, ''));

/** `latest`, `1`, `v1.4`: people follow releases by them. */
export const isLineName = (tag: Tag): boolean =>
  tag === 'latest' || /^v?[0-9]+(?:\.[0-9]+)?$/.test(tag);

/** Is it `latest`, or names a line that this version is of? */
export const isLineOf = (tag: Tag, { numbers: [major, minor] }: Version): boolean =>
  ['latest', `${major}`, `${major}.${minor}`].includes(tag.replace(/^v(?=[0-9])/, ''));

/** A name that says something of releases. */
export const isReleaseName = (tag: Tag): boolean => isVersionName(tag) || isLineName(tag);
