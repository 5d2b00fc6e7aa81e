import type { Collector } from './collector.ts';

export type { Collector } from './collector.ts';

/** All of them, in the order of their parts in an index. */
export const collectors: readonly Collector<unknown>[] = [];
