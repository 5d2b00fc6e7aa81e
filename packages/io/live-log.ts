import type { Log } from './io.ts';
import type { Lines } from './plain-log.ts';
import { endOf, newStep, progressOf, type Step } from './steps.ts';

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const frameMs = 100;
const mostLines = 6;

/** A terminal that can move its cursor up. */
export interface Screen {
  readonly columns: number;
  write(text: string): void;
  /** What a sentence may look like on it: one line, nothing that the terminal would obey. */
  inline(text: string): string;
}

const up = (lines: number): string => (lines === 0 ? '' : `\u001b[${lines}A\r\u001b[J`);

/** A log for a person who watches: running steps stand at the bottom and move, what is done scrolls away above them. */
export function liveLog(screen: Screen, lines: Lines, now: () => number = Date.now): Log {
  const steps = new Set<Step>();
  let drawn = 0;
  let frame = 0;
  let timer: NodeJS.Timeout | undefined;

  const draw = (): string => {
    const shown = [...steps].slice(0, mostLines).map((step) => {
      const line = `${frames[frame % frames.length] ?? ''} ${step.name} ${progressOf(step, now())}`;
      return screen.inline(line.trimEnd()).slice(0, Math.max(1, screen.columns - 1));
    });
    if (steps.size > mostLines) shown.push(`  and ${steps.size - mostLines} more`);
    drawn = shown.length;
    return shown.map((line) => `${line}\n`).join('');
  };
  const redraw = () => {
    const clear = up(drawn);
    screen.write(clear + draw());
  };
  const above = (speak: () => void) => {
    screen.write(up(drawn));
    drawn = 0;
    speak();
    screen.write(draw());
  };
  const begin = (step: Step) => {
    steps.add(step);
    timer ??= setInterval(() => {
      frame += 1;
      redraw();
    }, frameMs).unref();
    redraw();
  };
  const finish = (step: Step, outcome: 'done' | 'failed') => {
    steps.delete(step);
    if (steps.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
    above(() => {
      lines.info(endOf(step, outcome, now()));
    });
  };
  return {
    debug: (sentence) => {
      if (lines.debug !== undefined) above(() => lines.debug?.(sentence));
    },
    info: (sentence) => {
      above(() => {
        lines.info(sentence);
      });
    },
    warn: (sentence) => {
      above(() => {
        lines.warn(sentence);
      });
    },
    step: async (name, work) => {
      const step = newStep(name, now());
      begin(step);
      try {
        const value = await work((done, of, unit) => Object.assign(step, { done, of, unit }));
        finish(step, 'done');
        return value;
      } catch (error) {
        finish(step, 'failed');
        throw error;
      }
    },
  };
}
