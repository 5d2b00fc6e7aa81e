const enoughBytes = 256 * 1024;

/**
 * Chunks in groups that are worth a write: from a socket they come in 64 KiB or less. When the source breaks,
 * what came before is given first.
 */
export async function* gathered(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly Uint8Array[], void, undefined> {
  let group: Uint8Array[] = [];
  let size = 0;
  let broken: { readonly by: unknown } | undefined;
  const chunks = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await chunks.next().catch((by: unknown) => {
        broken = { by };
        return { done: true, value: undefined } as const;
      });
      if (next.done === true) break;
      group.push(next.value);
      size += next.value.byteLength;
      if (size < enoughBytes) continue;
      yield group;
      group = [];
      size = 0;
    }
    if (group.length > 0) yield group;
  } finally {
    await chunks.return?.();
  }
  if (broken !== undefined) throw broken.by;
}
