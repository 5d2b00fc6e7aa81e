import { quote, UsageError } from '#io';

/** Where a record of an input stands, and how it was written. */
export interface Place {
  readonly input: string;
  /** From 1; 0 for what stands in no input. */
  readonly line: number;
  readonly text: string;
}

/** `tags line 3`, or `the default rules`. */
export const placeName = ({ input, line }: Place): string =>
  line === 0 ? `the default ${input}` : `${input} line ${line}`;

/** The record is wrong; `what` says how, and what to write. */
export const fault = (place: Place, what: string): UsageError =>
  new UsageError(`${placeName(place)}, ${quote(place.text)}: ${what}`, { input: place.input });
