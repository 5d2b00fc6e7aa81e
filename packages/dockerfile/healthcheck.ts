import { quote } from '#io';

import type { Instruction } from './dockerfile.ts';
import { fault, type Place } from './fault.ts';
import { flagText } from './flags.ts';
import type { Healthcheck } from './step.ts';

const nanoseconds: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** A HEALTHCHECK as the image's config holds it. https://docs.docker.com/reference/dockerfile/#healthcheck */
export function healthcheckOf({ form, words, flags }: Instruction, at: Place): Healthcheck {
  const [type = '', ...command] = words;
  const time = (name: string): number | undefined => {
    const text = flagText(flags, name);
    return text === undefined ? undefined : duration(text, name, at);
  };
  const retries = flagText(flags, 'retries');
  if (retries !== undefined && !/^\d{1,9}$/.test(retries)) {
    throw fault(at, `--retries is a whole number, not ${quote(retries)}`);
  }
  return {
    test: type === 'NONE' ? ['NONE'] : [form === 'exec' ? 'CMD' : 'CMD-SHELL', ...command],
    interval: time('interval'),
    timeout: time('timeout'),
    startPeriod: time('start-period'),
    startInterval: time('start-interval'),
    retries: retries === undefined ? undefined : Number(retries),
  };
}

/** A duration as Go writes it: `1m30s`. https://pkg.go.dev/time#ParseDuration */
function duration(text: string, name: string, at: Place): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)/gy)];
  const whole = parts.map(([part]) => part).join('') === text && parts.length > 0;
  if (text === '0') return 0;
  const total = parts.reduce(
    (sum, [, n = '', unit = '']) => sum + Number(n) * (nanoseconds[unit] ?? 0),
    0,
  );
  if (!whole || !Number.isSafeInteger(Math.round(total))) {
    throw fault(at, `--${name} is a duration such as 30s or 1m30s, not ${quote(text)}`);
  }
  if (total > 0 && total < 1e6) throw fault(at, `--${name} is at least 1ms, not ${quote(text)}`);
  return Math.round(total);
}
