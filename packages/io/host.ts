import type { Page } from '#report';

import type { Failure } from './failure-schema.ts';
import type { Inputs } from './inputs.ts';
import type { Document, Event, Exec, FileOutput, History, Io } from './io.ts';

/** What a run hands over when its action has ended. */
export interface Delivery {
  readonly document: Document;
  readonly page: Page;
  readonly outputs: ReadonlyMap<string, string>;
  /** Outputs that are the path of a file. */
  readonly files?: ReadonlyMap<string, FileOutput>;
  /** Outputs that are environment variables too, and their names there. */
  readonly variables?: ReadonlyMap<string, string>;
  /** Why the exit code is not 0. */
  readonly refusal: string | undefined;
}

/** Where an action runs and where its result goes: a workflow step or a terminal. */
export interface Host {
  /** Reads what was given for these inputs and makes all that the action may see. */
  open(inputs: Inputs): Promise<Io>;
  done(delivery: Delivery): Promise<void>;
  /** `stack` is for whoever asked for details. */
  failed(failure: Failure, stack: string | undefined): void;
  /** Ends children, servers and temporary folders. */
  close(): Promise<void>;
}

/** What rooms below this one bring along. */
export interface Parts {
  history(how: {
    readonly exec: Exec;
    readonly cwd: string;
    readonly signal: AbortSignal;
    readonly defaultBranch?: { readonly name: string; readonly from: 'event' | 'input' };
  }): Promise<History | undefined>;
  /** What a person at a terminal means: the branch that HEAD is on, or `ref`. */
  terminalEvent(history: History, ref: string | undefined): Promise<Event>;
}

/** The standard streams of a process. */
export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** What a command of the command line stands on. */
export interface Command {
  /** The arguments after the command's name. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  cwd(): string;
}
