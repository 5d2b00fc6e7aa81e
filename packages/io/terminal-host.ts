import { inline, terminal, workflowCommand } from '#report';

import { environment } from './environment.ts';
import type { Failure } from './failure-schema.ts';
import { commonOf, parseArguments } from './grammar.ts';
import type { Command, Delivery, Host, Parts, Streams } from './host.ts';
import { hostOf, type Voice } from './host-of.ts';
import { Secrets } from './secrets.ts';
import { annotationLines, deliverToStep } from './step.ts';
import { terminalLog } from './terminal-log.ts';
import { written } from './written.ts';

/**
 * The command line: inputs from flags and their environment variables, the page on stdout (with `--json` the document and nothing
 * else), logs on stderr. In a workflow step it takes the event and writes outputs, summary and annotations as an action does.
 */
export function terminalHost(command: Command, parts: Parts, streams: Streams): Host {
  const env = environment(command.env);
  const inStep = env.get('GITHUB_ACTIONS') === 'true';
  return hostOf(terminalVoice(command.args, { env, streams, inStep }), {
    cwd: command.cwd(),
    env,
    stdin: streams.stdin,
    raw: (inputs) => {
      const { given } = parseArguments(command.args, inputs);
      return (name) => given.get(name) ?? env.get(inputs[name]?.env ?? '');
    },
    inEvent: inStep && env.has('GITHUB_EVENT_PATH'),
    parts,
  });
}

interface Around {
  readonly env: ReadonlyMap<string, string>;
  readonly streams: Streams;
  readonly inStep: boolean;
}

function terminalVoice(args: readonly string[], { env, streams, inStep }: Around): Voice {
  const { stdout, stderr } = streams;
  const common = commonOf(args);
  const secrets = new Secrets();
  const log = terminalLog({ stderr, env, common, secrets, inStep });
  const speak = (line: string) => stderr.write(`${line}\n`);
  const json = (document: unknown) => `${JSON.stringify(document, null, 2)}\n`;
  const refuse = (sentence: string) => {
    const shown = secrets.hide(sentence);
    speak(inStep ? workflowCommand('error', {}, shown) : inline(`ecluse: ${shown}`));
  };
  return {
    log,
    secret: (value) => {
      const added = secrets.add(value);
      // The runner obeys commands on stderr too, and stdout belongs to the result.
      if (inStep) for (const part of added) speak(workflowCommand('add-mask', {}, part));
    },
    done: async (delivery) => {
      await written(
        stdout,
        common.has('json') ? json(delivery.document) : secrets.hide(page(delivery, stdout, env)),
      );
      if (inStep) {
        for (const warning of deliverToStep(env, delivery).warnings) log.warn(warning);
        for (const line of annotationLines(delivery)) speak(secrets.hide(line));
      }
      if (delivery.refusal !== undefined) refuse(delivery.refusal);
    },
    failed: (failure, stack) => {
      const shown: Failure = { ...failure, message: secrets.hide(failure.message) };
      if (common.has('json')) stdout.write(json(shown));
      refuse(shown.message);
      if (stack !== undefined) log.debug(stack);
    },
  };
}

function page(
  { page }: Delivery,
  stdout: NodeJS.WriteStream,
  env: ReadonlyMap<string, string>,
): string {
  const colour = stdout.isTTY && (env.get('NO_COLOR') ?? '') === '';
  return `${terminal(page, { width: stdout.isTTY ? stdout.columns : 100, colour })}\n`;
}
