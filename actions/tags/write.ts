import type { Event, Io } from '#io';
import type { Digest } from '#oci';
import { putNames, type StoreInput } from '#pipeline';
import type { Name } from '#version';

import type { TagsDocument } from './document.ts';

/** Writes each name once, in their order; one that stands on another digest ends it with a refusal. */
export async function writeNames(
  io: Io,
  what: {
    readonly document: TagsDocument;
    readonly names: readonly Name[];
    readonly digest: Digest;
    readonly event: Event;
    readonly input: StoreInput;
  },
): Promise<TagsDocument> {
  const { document, names, digest, event, input } = what;
  const { repository } = document;
  const states = await putNames(io, input, { repository, digest, event, names });
  return {
    ...document,
    names: document.names.map((name, i) => ({ ...name, state: states[i] ?? name.state })),
  };
}
