import { writeFile } from 'node:fs/promises';

import { exitCode, type Result } from '#gate';

import { failureOf } from './failure.ts';
import type { Delivery, Host } from './host.ts';
import type { ActionModule, Document, Io } from './io.ts';
import { nothing, nothingPage, NothingToDo } from './nothing.ts';
import { outputFile } from './output-file.ts';
import { Interrupted } from './signals.ts';
import { outputsOf, standingOutputs } from './standing.ts';

/** How long work may take to wind up after a first signal; the runner's second comes after 7.5 s. */
const graceMs = 5000;

/**
 * Runs an action and delivers its result; the only catch of the product. Gives the exit code: 0 done and passed, 1 a gate or a
 * policy said no, 2 wrong use, 3 it could not be found out or our own bug, 130 and 143 ended by a signal.
 */
export async function run<R extends Document>(
  module: ActionModule<R>,
  host: Host,
  how: { readonly graceMs?: number } = {},
): Promise<number> {
  let signal: AbortSignal | undefined;
  try {
    const io = await host.open(module.inputs);
    signal = io.signal;
    // Before anything is done.
    const file = await outputFile(io, 'metadata-file');
    const ending = await beforeSignal(endOf(module, io), io.signal, how.graceMs ?? graceMs);
    const exit = await deliver(ending, file, host);
    return module.lasts === true ? await signalled(io.signal) : exit;
  } catch (thrown) {
    const ended: unknown = signal?.aborted ? signal.reason : thrown;
    const failure = failureOf(ended instanceof Interrupted ? ended : thrown);
    host.failed(failure, Error.isError(thrown) ? thrown.stack : undefined);
    return failure.exit;
  } finally {
    await host.close();
  }
}

/** Waits for the signal that ends the process; gives its exit code. */
async function signalled(signal: AbortSignal): Promise<number> {
  const { promise: over, resolve } = Promise.withResolvers<undefined>();
  // A promise alone does not keep the process alive.
  const awake = setInterval(() => undefined, 60_000);
  const end = () => {
    resolve(undefined);
  };
  if (signal.aborted) end();
  else signal.addEventListener('abort', end);
  await over;
  clearInterval(awake);
  return signal.reason instanceof Interrupted ? signal.reason.exit : 0;
}

/** The result of the work; when a signal comes, the work has the grace to end by itself. */
async function beforeSignal<T>(work: Promise<T>, signal: AbortSignal, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const { promise: over, reject } = Promise.withResolvers<never>();
  const start = () => {
    timer = setTimeout(() => {
      reject(signal.reason);
    }, ms);
  };
  if (signal.aborted) start();
  else signal.addEventListener('abort', start);
  return Promise.race([work, over]).finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', start);
  });
}

/** What an action ends with: its result, or the reason why there was nothing to do. */
type Ending = Omit<Delivery, 'refusal'>;

async function endOf<R extends Document>(module: ActionModule<R>, io: Io): Promise<Ending> {
  try {
    const document = await module.main(io);
    return {
      document,
      page: module.page(document),
      outputs: valuesOf(outputsOf(module), document),
      files: filesOf(module, document),
      ...(module.variables && { variables: module.variables(document, io.env) }),
    };
  } catch (thrown) {
    if (!(thrown instanceof NothingToDo)) throw thrown;
    const document = nothing(thrown.message);
    return { document, page: nothingPage(document), outputs: valuesOf(standingOutputs, document) };
  }
}

const valuesOf = <R extends Document>(outputs: ActionModule<R>['outputs'], document: R) =>
  new Map(Object.entries(outputs).map(([name, output]) => [name, output.of(document)]));

const filesOf = <R extends Document>({ files = {} }: ActionModule<R>, document: R) =>
  new Map(
    Object.entries(files).flatMap(([name, output]) => {
      const file = output.of(document);
      return file === undefined ? [] : [[name, file] as const];
    }),
  );

async function deliver(ending: Ending, file: string | undefined, host: Host): Promise<number> {
  const { document } = ending;
  if (file !== undefined) await writeFile(file, `${JSON.stringify(document, null, 2)}\n`);
  const exit = exitCode(document.results);
  const refusal = exit === 0 ? undefined : refusalOf(document.results);
  await host.done({ ...ending, refusal });
  return exit;
}

const mostReasons = 3;

/** `1 of 4 gates failed: order: preprod holds a newer version`, the first reasons only. */
export function refusalOf(results: readonly Result[]): string {
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  const worst = failed.length > 0 ? failed : results.filter(({ outcome }) => outcome !== 'passed');
  const verb = failed.length > 0 ? 'failed' : 'could not be evaluated';
  const reasons = worst.slice(0, mostReasons).map(({ gate, reason }) => `${gate}: ${reason}`);
  if (worst.length > mostReasons) reasons.push(`and ${worst.length - mostReasons} more`);
  const gates = results.length === 1 ? 'gate' : 'gates';
  return `${worst.length} of ${results.length} ${gates} ${verb}: ${reasons.join('; ')}`;
}
