/** Room for files that are there while something runs. */
export interface Scratch {
  /** Makes a private folder that somebody removes at the end. */
  readonly temporary: () => Promise<string>;
  readonly signal?: AbortSignal | undefined;
}
