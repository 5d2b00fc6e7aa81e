import type { Log } from './io.ts';
import { endOf, newStep, progressOf, type Step } from './steps.ts';

/** How often a step that goes on says so. */
const beatMs = 15_000;

/** Where lines go; `debug` is absent when nobody wants to see it. */
export interface Lines {
  debug?(sentence: string): void;
  info(sentence: string): void;
  warn(sentence: string): void;
}

/** A log of plain lines: a step is one line when it ends, and one from time to time while it goes on. */
export function plainLog(lines: Lines, now: () => number = Date.now): Log {
  return {
    debug: (sentence) => {
      lines.debug?.(sentence);
    },
    info: (sentence) => {
      lines.info(sentence);
    },
    warn: (sentence) => {
      lines.warn(sentence);
    },
    step: async (name, work) => {
      const step = newStep(name, now());
      const beat = setInterval(() => {
        lines.info(goingOn(step, now()));
      }, beatMs).unref();
      try {
        const value = await work((done, of, unit) => Object.assign(step, { done, of, unit }));
        lines.info(endOf(step, 'done', now()));
        return value;
      } catch (error) {
        lines.info(endOf(step, 'failed', now()));
        throw error;
      } finally {
        clearInterval(beat);
      }
    },
  };
}

const goingOn = (step: Step, now: number): string => {
  const progress = progressOf(step, now);
  return `${step.name}: ${progress === '' ? 'still going on' : progress}`;
};
