import type { Healthcheck, Step, TransferStep } from '#dockerfile';
import type { RuntimeConfig } from '#image';

import { absolute } from './destination.ts';

/** What changes no file. */
export type ConfigStep = Exclude<Step, TransferStep | { readonly keyword: 'RUN' }>;

/** The config after an instruction; `hasCommand`: a CMD stands before it in its stage. */
export function configure(
  config: RuntimeConfig,
  step: ConfigStep,
  hasCommand: boolean,
): RuntimeConfig {
  switch (step.keyword) {
    case 'ENV':
      return { ...config, Env: withEnv(config.Env ?? [], step.pairs) };
    case 'LABEL':
      return { ...config, Labels: sorted({ ...config.Labels, ...Object.fromEntries(step.pairs) }) };
    case 'EXPOSE':
      return { ...config, ExposedPorts: withKeys(config.ExposedPorts, step.ports) };
    case 'VOLUME':
      return { ...config, Volumes: withKeys(config.Volumes, step.paths) };
    case 'CMD':
      return { ...config, Cmd: [...step.command] };
    case 'ENTRYPOINT':
      // A command that was meant for another entrypoint does not go with this one.
      return { ...config, Entrypoint: [...step.command], Cmd: hasCommand ? config.Cmd : undefined };
    case 'SHELL':
      return { ...config, Shell: [...step.command] };
    case 'HEALTHCHECK':
      return { ...config, Healthcheck: healthcheck(step.healthcheck) };
    case 'USER':
      return { ...config, User: step.value };
    case 'WORKDIR':
      return { ...config, WorkingDir: absolute(config.WorkingDir ?? '/', step.value) };
    case 'STOPSIGNAL':
      return { ...config, StopSignal: step.value };
    case 'ONBUILD':
      return { ...config, OnBuild: [...(config.OnBuild ?? []), step.trigger] };
    case 'ARG':
    case 'MAINTAINER':
      return config;
  }
}

/** Values are replaced where they stand, new ones come last. */
export function withEnv(
  env: readonly string[],
  pairs: readonly (readonly [string, string])[],
): string[] {
  const all = new Map(env.map((entry) => [entry.split('=', 1)[0] ?? '', entry]));
  for (const [name, value] of pairs) all.set(name, `${name}=${value}`);
  return [...all.values()];
}

export const envOf = (env: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    env.map((entry) => {
      const [name = '', ...value] = entry.split('=');
      return [name, value.join('=')];
    }),
  );

const withKeys = (
  before: Readonly<Record<string, unknown>> | undefined,
  keys: readonly string[],
): Record<string, unknown> =>
  sorted({ ...before, ...Object.fromEntries(keys.map((key) => [key, {}])) });

export const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

function healthcheck(check: Healthcheck): NonNullable<RuntimeConfig['Healthcheck']> {
  const { interval, timeout, startPeriod, startInterval, retries } = check;
  const values = {
    Interval: interval,
    Timeout: timeout,
    StartPeriod: startPeriod,
    StartInterval: startInterval,
    Retries: retries,
  };
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== 0);
  return { Test: [...check.test], ...Object.fromEntries(given) };
}
