import { UsageError } from '#io';

/** Where an instruction stands. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** The one form of every complaint about a Dockerfile: it starts with the place. */
export function fault(at: Place, sentence: string): UsageError {
  return new UsageError(`${at.file}:${at.line}: ${sentence}`, {
    at: { file: at.file, line: at.line },
  });
}
