import type { Event } from '#io';
import type { NameWish } from '#lifecycle';
import { highest, versionOfGitTag, type Version } from '#version';

import { isVersion } from './name-elsewhere.ts';

/** What an image is released as: the highest version among its names, or that of the git tag. */
export const releasedAs = ({
  names,
  event,
}: {
  readonly names: readonly NameWish[];
  readonly event: Event;
}): Version | undefined =>
  highest(
    [
      ...names.filter(isVersion).map(({ version }) => version),
      ...(event.kind === 'tag' ? [event.tag] : []),
    ].flatMap((text) => versionOfGitTag(text) ?? []),
  );
