import { UsageError, quote } from '#io';

import type { Dockerfile, Instruction, Stage } from './dockerfile.ts';
import { fault } from './fault.ts';
import { flagText } from './flags.ts';
import { parseInstruction } from './instruction.ts';
import { escapeOf, linesOf, nextLine, type Reader } from './lines.ts';

const largestBytes = 1 << 20;
const mostStages = 1000;

/**
 * Reads a Dockerfile as BuildKit does: https://docs.docker.com/reference/dockerfile/
 * `file` is the name that messages show.
 * @throws UsageError with the line that is wrong, and with the nearest name for an unknown one
 */
export function parseDockerfile(bytes: string | Uint8Array, file: string): Dockerfile {
  const source = decode(bytes, file);
  const lines = linesOf(source);
  const escape = escapeOf(lines, file);
  const reader: Reader = { file, lines, escape, at: 0 };
  const instructions = readInstructions(reader);
  if (instructions.length === 0) throw fault({ file, line: 1 }, 'the file has no instructions');
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const args = instructions.slice(0, first < 0 ? undefined : first);
  const stray = args.find(({ keyword }) => keyword !== 'ARG');
  if (stray !== undefined) {
    const why = first < 0 ? 'the file has no FROM' : 'only ARG can stand before the first FROM';
    throw fault({ file, line: stray.line }, `${stray.keyword} belongs to no stage: ${why}`);
  }
  if (first < 0) throw fault({ file, line: 1 }, 'the file has no FROM');
  return { file, source, escape, args, stages: stagesOf(instructions.slice(first), file) };
}

/** Instructions of a text that is no whole file: the ONBUILD triggers of an image. */
export function parseTriggers(
  triggers: readonly string[],
  { file, line }: { readonly file: string; readonly line: number },
): readonly Instruction[] {
  return triggers.flatMap((trigger) => {
    if (trigger.length > largestBytes)
      throw fault({ file, line }, 'an ONBUILD trigger is too long');
    const reader: Reader = { file, lines: linesOf(trigger), escape: '\\', at: 0 };
    return readInstructions(reader).map((one) => ({ ...one, line, endLine: line }));
  });
}

function readInstructions(reader: Reader): readonly Instruction[] {
  const instructions: Instruction[] = [];
  for (let line = nextLine(reader); line !== undefined; line = nextLine(reader)) {
    instructions.push(parseInstruction(line, reader));
  }
  return instructions;
}

function decode(source: string | Uint8Array, file: string): string {
  const size = typeof source === 'string' ? Buffer.byteLength(source) : source.byteLength;
  if (size > largestBytes) {
    throw new UsageError(`${file} is larger than 1 MiB: this is no Dockerfile`, {
      at: { file, line: 1 },
    });
  }
  if (typeof source === 'string') return source.replace(/^\uFEFF/, '');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    throw new UsageError(`${file} is not UTF-8 text`, { at: { file, line: 1 } });
  }
}

function stagesOf(instructions: readonly Instruction[], file: string): readonly Stage[] {
  const stages: { readonly head: Instruction; readonly body: Instruction[] }[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') stages.push({ head: instruction, body: [] });
    else stages.at(-1)?.body.push(instruction);
  }
  if (stages.length > mostStages) {
    throw fault(
      { file, line: stages[mostStages]?.head.line ?? 1 },
      `more than ${mostStages} stages`,
    );
  }
  const names = new Map<string, number>();
  return stages.map(({ head, body }, index) => {
    const stage = stageOf(head, body, { index, file });
    const before = stage.name === undefined ? undefined : names.get(stage.name);
    if (before !== undefined) {
      throw fault(
        { file, line: stage.line },
        `the stage name ${quote(stage.name ?? '')} is taken by line ${before}`,
      );
    }
    if (stage.name !== undefined) names.set(stage.name, stage.line);
    return stage;
  });
}

function stageOf(
  { words, flags, line, text }: Instruction,
  instructions: readonly Instruction[],
  { index, file }: { readonly index: number; readonly file: string },
): Stage {
  const [from = '', as, written] = words;
  const named = words.length === 3 && as?.toLowerCase() === 'as';
  if (!named && words.length !== 1) {
    throw fault({ file, line }, 'FROM takes an image, and a name after AS: FROM image AS name');
  }
  const name = written?.toLowerCase();
  if (name !== undefined && !/^[a-z][a-z0-9_.-]*$/.test(name)) {
    throw fault(
      { file, line },
      `${quote(written ?? '')} is no stage name: a letter first, then letters, digits, "_", "." and "-"`,
    );
  }
  const platform = flagText(flags, 'platform');
  return {
    index,
    ...(name === undefined ? {} : { name }),
    from,
    ...(platform === undefined ? {} : { platform }),
    line,
    text,
    instructions,
  };
}
