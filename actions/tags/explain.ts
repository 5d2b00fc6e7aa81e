import type { Event, Io, Values } from '#io';
import { wishesOf, type NameWish } from '#lifecycle';
import type { Named } from '#metadata';
import { parseDigest } from '#oci';
import { lookAtNames } from '#pipeline';
import type { Name, VersionOrder } from '#version';

import type { TagsDocument } from './document.ts';
import type { inputs } from './inputs.ts';
import { orderIn } from './order.ts';
import { wishedOf } from './wished.ts';

type Input = Values<typeof inputs>;

/** The document, with what stands in the repository under the names of the event, and under those that would move. */
export function explainNames(
  io: Io,
  what: { readonly document: TagsDocument; readonly names: readonly Name[]; readonly input: Input },
): Promise<TagsDocument> {
  const wishes = wishedOf(what.names, what.input).map(({ wish }) => wish);
  return explained(io, { ...what, order: orderIn(what.input) }, () => wishes);
}

/** The document, with what stands in each repository under the names that rules have given. */
export function explainComputed(
  io: Io,
  what: {
    readonly document: TagsDocument;
    readonly names: readonly Named[];
    readonly input: Input;
  },
): Promise<TagsDocument> {
  const { names, input } = what;
  const computed = names.map(({ tag, reasons: [reason] }) => ({ tag, reason }));
  const reasons = computed.map(({ reason }) => reason);
  const order = orderIn(input, reasons);
  return explained(io, { ...what, order }, (event) =>
    wishesOf(computed, { event, order, tagPrefix: input['tag-prefix'] }),
  );
}

async function explained(
  io: Io,
  what: { readonly document: TagsDocument; readonly input: Input; readonly order: VersionOrder },
  namesFor: (event: Event) => readonly NameWish[],
): Promise<TagsDocument> {
  const { document, input, order } = what;
  const { repositories } = document;
  const expected = input.expect.map(parseDigest);
  const about = { repositories, order, expected, namesFor };
  return { ...document, looks: await lookAtNames(io, input, about) };
}
