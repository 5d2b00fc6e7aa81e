import { kindOf, type Io } from '#io';
import { status } from '#lifecycle';

import { prepare } from './prepare.ts';
import type { StatusDocument } from './status-document.ts';
import type { StoreInput } from './store.ts';

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
