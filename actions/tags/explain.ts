import type { Event, Io, Values } from '#io';
import { wishesOf, type NameWish } from '#lifecycle';
import type { Named } from '#metadata';
import { parseDigest } from '#oci';
import { lookAtNames } from '#pipeline';
import type { Name } from '#version';

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
  return explained(io, what, () => wishes);
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
  const given = { order: orderIn(input), tagPrefix: input['tag-prefix'] };
  return explained(io, what, (event) => wishesOf(computed, { event, ...given }));
}

async function explained(
  io: Io,
  { document, input }: { readonly document: TagsDocument; readonly input: Input },
  namesFor: (event: Event) => readonly NameWish[],
): Promise<TagsDocument> {
  const { repositories } = document;
  const expected = input.expect.map(parseDigest);
  const about = { repositories, order: orderIn(input), expected, namesFor };
  return { ...document, looks: await lookAtNames(io, input, about) };
}
