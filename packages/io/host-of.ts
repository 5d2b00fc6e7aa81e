import { UsageError } from './errors.ts';
import { gather } from './given.ts';
import { defaultBranchOf, gitHubEvent } from './github-event.ts';
import type { Host, Parts, Streams } from './host.ts';
import type { Inputs } from './inputs.ts';
import type { Event, Io, Log } from './io.ts';
import { openMachine, type Machine } from './machine.ts';
import { once } from './once.ts';
import { payloadOf } from './step.ts';

/** How a host speaks. */
export interface Voice {
  readonly log: Log;
  readonly secret: Io['secret'];
  readonly done: Host['done'];
  readonly failed: Host['failed'];
}

/** Where a host gets what it is asked for. */
export interface Sources {
  readonly cwd: string;
  readonly env: ReadonlyMap<string, string>;
  readonly stdin?: Streams['stdin'];
  /** As given, before files and standard input are read. */
  readonly raw: (inputs: Inputs) => (name: string) => string | undefined;
  /** Does the event come from the runner, or from git? */
  readonly inEvent: boolean;
  readonly parts: Parts;
}

/** A host from its voice and its sources. */
export function hostOf(voice: Voice, sources: Sources): Host {
  let machine: Machine | undefined;
  return {
    open: async (inputs) => {
      const given = await gather(inputs, sources.raw(inputs), sources);
      const input = (name: string) => given.get(name);
      voice.secret(input('github-token') ?? '');
      const opened = (machine = openMachine({ ...sources, log: voice.log }));
      return { ...opened.io, input, secret: voice.secret, ...asked(opened.io, input, sources) };
    },
    done: voice.done,
    failed: voice.failed,
    close: async () => machine?.close(),
  };
}

/** What is asked of the event or of git, at most once each. */
function asked(
  { exec, cwd, signal }: Machine['io'],
  input: Io['input'],
  { env, inEvent, parts }: Sources,
): Pick<Io, 'event' | 'history' | 'payload'> {
  const payload = payloadOf(env);
  const history = once(async () => {
    const named = inEvent ? defaultBranchOf(await payload().catch(() => undefined)) : undefined;
    return parts.history({ exec, cwd, signal, ...branch(named, input('default-branch')) });
  });
  const event = once(async (): Promise<Event | undefined> => {
    const ref = input('ref');
    if (inEvent && ref !== undefined) {
      throw new UsageError(
        '"ref" is for a terminal: in a workflow the event says what is built and promoted',
        { input: 'ref' },
      );
    }
    if (inEvent) return gitHubEvent(env, await payload());
    const known = await history();
    return known === undefined ? undefined : parts.terminalEvent(known, ref);
  });
  const known = async () => (env.has('GITHUB_EVENT_PATH') ? payload() : undefined);
  return { history, event, payload: known };
}

/** The event knows best; where it says nothing, a person may. */
function branch(event: string | undefined, input: string | undefined) {
  if (event !== undefined) return { defaultBranch: { name: event, from: 'event' as const } };
  return input === undefined ? {} : { defaultBranch: { name: input, from: 'input' as const } };
}
