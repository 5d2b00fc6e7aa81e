import type { Values } from '#io';

import type { TagsDocument } from './document.ts';
import type { inputs } from './inputs.ts';

/** What stands between the items of outputs. */
export const separatorsOf = (input: Values<typeof inputs>): TagsDocument['separators'] => ({
  tags: input['sep-tags'] ?? '\n',
  labels: input['sep-labels'] ?? '\n',
  annotations: input['sep-annotations'] ?? '\n',
});
