import type { Document } from '#io';
import type { Name } from '#version';

/** The names of an image, and what was done about each. */
export interface TagsDocument extends Document {
  readonly repository: string;
  readonly names: readonly (Name & { readonly state: 'planned' | 'written' | 'there' })[];
}
