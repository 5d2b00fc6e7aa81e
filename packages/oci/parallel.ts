/**
 * Works on the items in their order, at most `concurrency` at a time. The first error is thrown once all work
 * that was begun has ended; the signal that each work gets is aborted by it.
 */
export async function inParallel<T>(
  items: Iterable<T>,
  { concurrency, signal }: { readonly concurrency: number; readonly signal: AbortSignal },
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const worker = async () => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      if (either.aborted) return;
      await work(next.value, either).catch((error: unknown) => {
        stop.abort(error);
      });
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  signal.throwIfAborted();
  // An abort keeps its first reason; those that it caused come later.
  stop.signal.throwIfAborted();
}
