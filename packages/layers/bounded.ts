/** How much of a list a document has: so many rows, and so many characters of names and of what stands around each. */
export interface Bounds {
  readonly rows: number;
  readonly characters: number;
}
const all = { rows: 20_000, characters: 32 << 20 };
const perRow = 150;

/** What each list of a document may have that is about so many images: together they stay some megabytes. */
export const boundsOf = (images: number): Bounds => ({
  ...all,
  characters: all.characters / Math.max(images, 1),
});

/** As many of the first items as fit, whatever image they are of. */
export function bounded<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  { rows, characters }: Bounds = all,
): readonly Item[] {
  let length = 0;
  const end = items.findIndex((item, at) => {
    length += nameOf(item).length + perRow;
    return at >= rows || length > characters;
  });
  return end === -1 ? items : items.slice(0, end);
}
