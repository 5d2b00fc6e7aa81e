import { cleanPath, splitPath, type RawPath } from './path.ts';

/** Where an entry stands. */
export interface Place {
  /** -1 for a path that leads out of the root or has a NUL. */
  readonly folder: number;
  readonly name: RawPath;
  readonly isMarked: boolean;
}

const nowhere: Place = { folder: -1, name: '', isMarked: false };

/** The folders that entries of a layer stand in, numbered as they are met. */
export class Folders {
  readonly #paths: RawPath[] = [];
  readonly #numbers = new Map<RawPath, number>();

  /** Clean. */
  get paths(): readonly RawPath[] {
    return this.#paths;
  }

  /** @param clean what `cleanPath` gives for the path, if it was asked */
  place(path: RawPath, clean: RawPath | undefined = cleanPath(path)): Place {
    if (clean === undefined) return nowhere;
    const { parent, name } = splitPath(clean);
    let folder = this.#numbers.get(parent);
    if (folder === undefined) {
      folder = this.#paths.push(parent) - 1;
      this.#numbers.set(parent, folder);
    }
    return { folder, name, isMarked: clean.includes('.wh.') };
  }
}
