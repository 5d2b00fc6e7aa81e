import { formatBytes, formatDuration } from './quantities.ts';

/** A piece of work that runs, as the logs show it. */
export interface Step {
  readonly name: string;
  readonly started: number;
  done: number;
  of: number | undefined;
  unit: 'bytes' | 'steps';
}

export const newStep = (name: string, now: number): Step => ({
  name,
  started: now,
  done: 0,
  of: undefined,
  unit: 'steps',
});

/** `12.3 MB of 40.0 MB, 8.1 MB/s`, `3 of 7`, or nothing when no progress was told. */
export function progressOf(step: Step, now: number): string {
  if (step.done === 0 && step.of === undefined) return '';
  if (step.unit === 'steps')
    return step.of === undefined ? `${step.done}` : `${step.done} of ${step.of}`;
  const amount =
    step.of === undefined || step.of === step.done
      ? formatBytes(step.done)
      : `${formatBytes(step.done)} of ${formatBytes(step.of)}`;
  const seconds = (now - step.started) / 1000;
  return seconds < 0.5 ? amount : `${amount}, ${formatBytes(Math.round(step.done / seconds))}/s`;
}

/** The line that stays when a step has ended. */
export function endOf(step: Step, outcome: 'done' | 'failed', now: number): string {
  const progress = outcome === 'done' ? progressOf(step, now) : '';
  const facts = [progress, formatDuration(now - step.started)].filter((fact) => fact !== '');
  return `${step.name}${outcome === 'failed' ? ' failed' : ''} (${facts.join(', ')})`;
}
