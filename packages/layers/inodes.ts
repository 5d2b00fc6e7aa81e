import type { Listing } from '#image';

/** What a file's names lead to, and what anything else is that is no directory. */
export interface Inode {
  /** Where it is stored: a layer, and its entry there. */
  readonly layer: number;
  readonly ordinal: number;
  readonly bytes: number;
}

interface Layer {
  readonly listing: Listing;
  /** The number of its first entry. */
  readonly first: number;
  /** How many names each has in the tree as it stands. */
  readonly names: Uint32Array;
}

/** The entries of all layers, each with a number: an object for each would be most of the work of an analysis. */
export class Inodes {
  readonly #layers: Layer[] = [];
  #count = 0;

  /** Adds the next layer, and gives the number of its first entry. */
  add(listing: Listing): number {
    const first = this.#count;
    this.#layers.push({ listing, first, names: new Uint32Array(listing.count) });
    this.#count += listing.count;
    return first;
  }

  get(number: number): Inode {
    const layer = this.#layerOf(number);
    const { listing, first } = this.#at(layer);
    return { layer, ordinal: number - first, bytes: listing.sizeBytes(number - first) };
  }

  bytes(number: number): number {
    const { listing, first } = this.#at(this.#layerOf(number));
    return listing.sizeBytes(number - first);
  }

  /** How many names it has, when there are so many more. */
  names(number: number, more = 0): number {
    const { names, first } = this.#at(this.#layerOf(number));
    const at = number - first;
    if (more === 0) return names[at] ?? 0;
    return (names[at] = (names[at] ?? 0) + more);
  }

  #at(layer: number): Layer {
    const found = this.#layers[layer];
    if (found === undefined) throw new RangeError(`there is no layer ${layer}`);
    return found;
  }

  /** The last layer that begins at or below it. */
  #layerOf(number: number): number {
    let low = 0;
    let high = this.#layers.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#at(middle).first <= number) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
