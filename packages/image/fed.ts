/** Work that waits at each `yield` for its next bytes; undefined is their end. One way of it serves all who bring them. */
export type Fed<T> = Generator<undefined, T, Uint8Array | undefined>;

/** Does the work with what a source gives. */
export async function fedFrom<T>(source: AsyncIterator<Uint8Array>, work: Fed<T>): Promise<T> {
  let step = work.next();
  while (step.done !== true) {
    const next = await source.next();
    step = work.next(next.done === true ? undefined : next.value);
  }
  return step.value;
}
