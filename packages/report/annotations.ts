import { workflowCommand } from './command.ts';
import { type Escaped } from './escaped.ts';
import { type Annotation } from './page.ts';
import { visible } from './visible.ts';

type Level = Annotation['level'];

/** GitHub drops what a step says beyond this, of each level, without a word. */
const shown = 10;

function annotate(annotation: Annotation): Escaped<'command'> {
  const { level, message, title, file, line, endLine } = annotation;
  const properties = { title: title && visible(title), file, line, endLine };
  return workflowCommand(level, properties, visible(message));
}

const remainder = (level: Level, count: number): Escaped<'command'> =>
  workflowCommand(
    level,
    {},
    `${count} more ${level}s are not shown: GitHub shows ${shown} of a step`,
  );

/**
 * Workflow commands for remarks on lines of files, at most ten of each level: the tenth then says
 * how many are not shown. Characters that cannot be seen are spelled out in message and title; the
 * file is given as it is, since it has to match.
 */
export function annotationCommands(
  annotations: readonly Annotation[],
): readonly Escaped<'command'>[] {
  const commands: Escaped<'command'>[] = [];
  for (const level of ['error', 'warning', 'notice'] as const) {
    const all = annotations.filter((annotation) => annotation.level === level);
    const kept = all.length > shown ? shown - 1 : all.length;
    commands.push(...all.slice(0, kept).map(annotate));
    if (kept < all.length) commands.push(remainder(level, all.length - kept));
  }
  return commands;
}
