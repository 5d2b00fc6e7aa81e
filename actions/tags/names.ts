import type { TagsDocument } from './document.ts';

type Name = TagsDocument['names'][number];

/** A name that nothing was done about. */
export const planned = { state: 'planned', before: null, guarantee: null, reason: '' } as const;

/** The names that the image has, or is to get. */
export const namesOn = ({ names }: TagsDocument): readonly Name[] =>
  names.filter(({ state }) => state === 'planned' || state === 'written' || state === 'there');
