import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { FileOutput } from './io.ts';
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

/** A process takes no environment variable of 128 KiB or more: MAX_ARG_STRLEN of Linux. */
const maxVariableBytes = 128 * 1024 - 256;

/**
 * Appends outputs to the file of variables for the steps that follow, by their names there; gives a sentence for each that no
 * process would take and was left out.
 */
export function writeVariables(
  path: string,
  outputs: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const leftOut: string[] = [];
  for (const [output, name] of names) {
    const value = outputs.get(output) ?? '';
    const size = Buffer.byteLength(value);
    if (size <= maxVariableBytes) appendFileSync(path, fileCommand(name, value));
    else
      leftOut.push(
        `the variable ${name} has ${formatBytes(size)} and was left out: a process takes less than 128 KiB; read the output "${output}"`,
      );
  }
  return leftOut;
}

/** Writes files into a new private folder that stays until the job ends; gives their paths, by output. */
export function writeFiles(
  files: ReadonlyMap<string, FileOutput>,
  temporary: string | undefined,
): ReadonlyMap<string, string> {
  if (files.size === 0) return new Map();
  const folder = mkdtempSync(join(temporary ?? tmpdir(), 'ecluse-'));
  return new Map(
    [...files].map(([output, { name, text }]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return [output, path];
    }),
  );
}

/** Appends to the step's summary what still fits; `render` is told how many bytes that are. */
export function writeSummary(path: string, render: (maxBytes: number) => string): void {
  const before = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const room = maxSummaryBytes - before - 1;
  if (room < 1024) return;
  appendFileSync(path, `${render(room)}\n`);
}
