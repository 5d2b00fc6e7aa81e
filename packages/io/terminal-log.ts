import { inline, workflowCommand } from '#report';

import type { Arguments } from './grammar.ts';
import type { Log } from './io.ts';
import { liveLog } from './live-log.ts';
import { plainLog, type Lines } from './plain-log.ts';
import type { Secrets } from './secrets.ts';

/** The log of the command line, on stderr: live when a person watches, plain lines else; in a workflow step warnings are annotations. */
export function terminalLog(how: {
  readonly stderr: NodeJS.WriteStream;
  readonly env: ReadonlyMap<string, string>;
  readonly common: Arguments['common'];
  readonly secrets: Secrets;
  readonly inStep: boolean;
}): Log {
  const { stderr, secrets, common } = how;
  const shown = (text: string): string => inline(secrets.hide(text));
  const line = (text: string) => stderr.write(`${text}\n`);
  const quiet = common.has('quiet');
  const lines: Lines = {
    ...(common.has('verbose') && { debug: (sentence: string) => line(shown(sentence)) }),
    info: (sentence) => {
      if (!quiet) line(shown(sentence));
    },
    warn: (sentence) => {
      line(
        how.inStep
          ? workflowCommand('warning', {}, secrets.hide(sentence))
          : shown(`warning: ${sentence}`),
      );
    },
  };
  const live = stderr.isTTY && !quiet && how.env.get('TERM') !== 'dumb' && !how.inStep;
  if (!live) return plainLog(lines);
  return liveLog(
    {
      get columns() {
        return stderr.columns;
      },
      write: (text) => stderr.write(text),
      inline: shown,
    },
    lines,
  );
}
