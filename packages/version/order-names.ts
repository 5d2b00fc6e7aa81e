/** `revisions` is semver with rebuilds behind the release. */
export const orderNames = ['revisions', 'semver', 'pep440', 'calver', 'maven', 'natural'] as const;
export type OrderName = (typeof orderNames)[number];
