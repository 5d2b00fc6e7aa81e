import { UsageError, type Event, type Io, type Values } from '#io';
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
export const explainNames = (
  io: Io,
  what: { readonly document: TagsDocument; readonly names: readonly Name[]; readonly input: Input },
): Promise<TagsDocument> =>
  explained(io, what, () => wishedOf(what.names, what.input).map(({ wish }) => wish));

/** The document, with what stands in each repository under the names that rules have given. */
export const explainComputed = (
  io: Io,
  what: {
    readonly document: TagsDocument;
    readonly names: readonly Named[];
    readonly input: Input;
  },
): Promise<TagsDocument> =>
  explained(io, what, (event) =>
    wishesOf(
      what.names.map(({ tag, reasons: [reason] }) => ({ tag, reason })),
      { event, order: orderIn(what.input), tagPrefix: what.input['tag-prefix'] },
    ),
  );

async function explained(
  io: Io,
  { document, input }: { readonly document: TagsDocument; readonly input: Input },
  wishesFor: (event: Event) => readonly NameWish[],
): Promise<TagsDocument> {
  const { repositories } = document;
  const order = orderIn(input);
  const look = async () => {
    const event = await io.event();
    if (event === undefined) throw new UsageError('there is neither an event nor a git repository');
    return { event, order, names: wishesFor(event), expected: input.expect.map(parseDigest) };
  };
  return { ...document, looks: await lookAtNames(io, input, { repositories, look }) };
}
