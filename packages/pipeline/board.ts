import { kindOf, type Document, type Io } from '#io';
import { status, type Standing } from '#lifecycle';

import type { Sources } from './document.ts';
import { prepare } from './prepare.ts';
import type { StoreInput } from './store.ts';

/** What stands where. */
export interface StatusDocument extends Document {
  readonly board: readonly Standing[];
  readonly sources: Sources;
}

/** Every image of the policy by every environment. */
export async function board(io: Io, input: StoreInput): Promise<StatusDocument> {
  const { ground, sources } = await prepare(io, input);
  return {
    kind: kindOf('status'),
    image: null,
    digest: null,
    results: [],
    board: await status(ground.policy.images, ground),
    sources,
  };
}
