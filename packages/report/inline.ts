import { type Escaped, trusted } from './escaped.ts';
import { bounded } from './visible.ts';

/**
 * Makes lines inert in the log of a workflow. The runner takes `::name::` for a command at the
 * start of a line, blanks before it or not, and `##[name]` anywhere in a line.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export const defused = (lines: string): string =>
  lines.replace(/^([^\S\n]*):(?=:)/gm, '$1\\u003a').replace(/#(?=#\[)/g, '\\u0023');

/**
 * Text as one line for a terminal or a log. Newlines show as `\n`, other characters that cannot be
 * seen as `\u001b`. What the runner would take for a command shows its first character spelled
 * out: `\u003a:error::`, `\u0023#[error]`. So nothing has to stop and resume commands around it, but
 * it has to be the whole line: two texts that are harmless can make a command together.
 */
export const inline = (text: string): Escaped<'terminal'> =>
  trusted(defused(bounded(text).replaceAll('\n', '\\n').replaceAll('\t', ' ')));
