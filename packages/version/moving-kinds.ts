/** `major` and `minor` are the first and the second place of a version, whatever its scheme calls them. */
export const movingKinds = ['latest', 'major', 'minor'] as const;
export type MovingKind = (typeof movingKinds)[number];
