/**
 * Finds facts in files of a certain kind while a layer goes by. Pure: it is given bytes, and runs beside the walk.
 * The same file in two layers is parsed twice, each time by itself: what holds at the end, the reader of facts says.
 */
export interface Collector<Fact> {
  /** Names its part of a layer's index: `dpkg`. */
  readonly name: string;
  /** Goes up when it finds something else in the same bytes: older facts are then not used. */
  readonly version: number;
  /** Larger files are not kept for it. */
  readonly maxBytes: number;
  /** Is it a file for this one? `path` is clean, without a leading slash, one character for each byte. */
  wants(path: string, sizeBytes: number): boolean;
  /** What the bytes say: JSON values alone. Bytes that are not what they should be give fewer facts, never an error. */
  parse(path: string, bytes: Uint8Array): readonly Fact[];
}
