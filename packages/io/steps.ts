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

/** `12.3 MB of 40.0 MB, 8.1 MB/s, 3.4 s left`, `3 of 7`, or nothing when no progress was told. */
export function progressOf(step: Step, now: number): string {
  const { done, of, unit, started } = step;
  const amount = amountOf(step, now);
  const ms = now - started;
  if (unit === 'steps' || of === undefined || of <= done || done === 0 || ms < firstMs) {
    return amount;
  }
  return `${amount}, ${formatDuration(((of - done) / done) * ms)} left`;
}

/** Before, a rate says nothing. */
const firstMs = 500;

function amountOf({ done, of, unit, started }: Step, now: number): string {
  if (done === 0 && of === undefined) return '';
  if (unit === 'steps') return of === undefined ? `${done}` : `${done} of ${of}`;
  const amount =
    of === undefined || of === done
      ? formatBytes(done)
      : `${formatBytes(done)} of ${formatBytes(of)}`;
  const ms = now - started;
  return ms < firstMs ? amount : `${amount}, ${formatBytes(Math.round((done / ms) * 1000))}/s`;
}

/** The line that stays when a step has ended. */
export function endOf(step: Step, outcome: 'done' | 'failed', now: number): string {
  const progress = outcome === 'done' ? amountOf(step, now) : '';
  const facts = [progress, formatDuration(now - step.started)].filter((fact) => fact !== '');
  return `${step.name}${outcome === 'failed' ? ' failed' : ''} (${facts.join(', ')})`;
}
