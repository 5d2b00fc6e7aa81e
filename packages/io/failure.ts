import { codeOf, Failed, messageOf, UsageError } from './errors.ts';
import type { Failure } from './failure-schema.ts';
import { kindOf } from './names.ts';
import { Interrupted } from './signals.ts';

const kind = kindOf('error');

/** Any thrown value as the document that `--json` prints: one sentence, a code and the exit code. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Interrupted)
    return { kind, code: 'interrupted', exit: thrown.exit, message: thrown.message };
  if (thrown instanceof Failed)
    return {
      kind,
      code: thrown.code,
      exit: thrown.exit,
      // Who has to change an input is not helped by what a parser said below it.
      message: thrown instanceof UsageError ? thrown.message : messageOf(thrown),
      ...(thrown.input !== undefined && { input: thrown.input }),
      ...(thrown.at !== undefined && { at: thrown.at }),
      ...(thrown.conflict !== undefined && { conflict: thrown.conflict }),
    };
  // What V8 says where a text would be longer than half a gigabyte: somebody's data was that long.
  if (Error.isError(thrown) && thrown.message === 'Invalid string length')
    return { kind, code: 'too-long', exit: 3, message: 'the result is longer than a text can be' };
  // What the system refuses (a full disk, no right to read) is not our mistake.
  if (Error.isError(thrown) && 'syscall' in thrown && codeOf(thrown) !== undefined)
    return { kind, code: 'system', exit: 3, message: messageOf(thrown) };
  const message = `a bug in ecluse: ${messageOf(thrown)} (details with --verbose, in a workflow with debug logging)`;
  return { kind, code: 'bug', exit: 3, message };
}
