export type { Collector } from './collector.ts';
