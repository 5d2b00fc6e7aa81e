import { inline, terminal, workflowCommand } from '#report';

import { environment } from './environment.ts';
import type { Host, Parts, Streams } from './host.ts';
import { hostOf, type Voice } from './host-of.ts';
import type { Log } from './io.ts';
import { plainLog } from './plain-log.ts';
import { Secrets } from './secrets.ts';
import { annotationLines, deliverToStep } from './step.ts';

/**
 * A step of a GitHub workflow: inputs from `INPUT_*`, outputs and summary into the runner's files, log and annotations on stdout.
 * The toolkit does the same, but loading it takes longer than most of our actions run.
 */
export function gitHubHost(
  process: { readonly env: NodeJS.ProcessEnv; cwd(): string },
  parts: Parts,
  { stdout }: Pick<Streams, 'stdout'>,
): Host {
  const env = environment(process.env);
  return hostOf(
    gitHubVoice(env, (line) => stdout.write(`${line}\n`)),
    {
      cwd: process.cwd(),
      env,
      // The runner hands on inputs that no action.yml declares.
      raw: (inputs) => (name) =>
        inputs[name]?.terminal
          ? undefined
          : env.get(`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`),
      inEvent: true,
      parts,
    },
  );
}

function gitHubVoice(env: ReadonlyMap<string, string>, write: (line: string) => unknown): Voice {
  const secrets = new Secrets();
  const log = gitHubLog(write, secrets, env.get('RUNNER_DEBUG') === '1');
  return {
    log,
    secret: (value) => {
      for (const part of secrets.add(value)) write(workflowCommand('add-mask', {}, part));
    },
    done: async (delivery) => {
      const { warnings, summary } = deliverToStep(env, delivery);
      if (!summary) write(secrets.hide(terminal(delivery.page, { width: 100, colour: false })));
      for (const warning of warnings) log.warn(warning);
      for (const line of annotationLines(delivery)) write(secrets.hide(line));
      if (delivery.refusal !== undefined)
        write(workflowCommand('error', {}, secrets.hide(delivery.refusal)));
    },
    failed: ({ message, at }, stack) => {
      write(workflowCommand('error', at ?? {}, secrets.hide(message)));
      if (stack !== undefined) log.debug(stack);
    },
  };
}

function gitHubLog(write: (line: string) => unknown, secrets: Secrets, debug: boolean): Log {
  return plainLog({
    ...(debug && {
      debug: (sentence: string) => write(workflowCommand('debug', {}, secrets.hide(sentence))),
    }),
    info: (sentence) => write(inline(secrets.hide(sentence))),
    warn: (sentence) => write(workflowCommand('warning', {}, secrets.hide(sentence))),
  });
}
