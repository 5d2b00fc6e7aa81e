import { randomUUID } from 'node:crypto';
import { appendFileSync, statSync } from 'node:fs';

import { formatBytes } from './quantities.ts';

/** An output may hold 1 MiB: https://docs.github.com/actions/reference/workflow-syntax-for-github-actions#jobsjob_idoutputs */
const maxOutputBytes = 1024 * 1024;
/** Of one step; a larger summary is not shown at all. */
const maxSummaryBytes = 1024 * 1024;

/**
 * A name and a value of any text, as the runner reads them from GITHUB_OUTPUT: between two lines that the value cannot contain.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#multiline-strings
 */
export function fileCommand(name: string, value: string): string {
  let delimiter: string;
  do delimiter = `ghadelimiter_${randomUUID()}`;
  while (value.includes(delimiter));
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

/** Appends outputs to the step's file; gives a sentence for each that is too large for a workflow and was left out. */
export function writeOutputs(
  path: string,
  outputs: ReadonlyMap<string, string>,
): readonly string[] {
  const leftOut: string[] = [];
  for (const [name, value] of outputs) {
    const size = Buffer.byteLength(value);
    if (size <= maxOutputBytes) appendFileSync(path, fileCommand(name, value));
    else
      leftOut.push(
        `the output "${name}" has ${formatBytes(size)} and was left out: a workflow takes 1 MiB; read it from metadata-file`,
      );
  }
  return leftOut;
}

/** Appends to the step's summary what still fits; `render` is told how many bytes that are. */
export function writeSummary(path: string, render: (maxBytes: number) => string): void {
  const before = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const room = maxSummaryBytes - before - 1;
  if (room < 1024) return;
  appendFileSync(path, `${render(room)}\n`);
}
