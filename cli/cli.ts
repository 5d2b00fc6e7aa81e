import {
  commonOf,
  completion,
  didYouMean,
  Failed,
  helpOf,
  helpOfCommands,
  quote,
  run,
  shells,
  terminalHost,
  UsageError,
  version,
  written,
  type ActionModule,
  type Document,
  type Parts,
  type Streams,
} from '#io';

import type { Entry } from '../actions/table.ts';

/** What the command line stands on; tests bring their own. */
export interface Surroundings {
  readonly table: Readonly<Record<string, Entry>>;
  readonly parts: Parts;
  readonly process: Streams & { readonly env: NodeJS.ProcessEnv; cwd(): string };
}

/**
 * `ecluse COMMAND [ARGUMENT] [--flag value …]`; gives the exit code. What is asked about the command line itself is answered
 * here, all else is the command's own run.
 */
export async function cli(args: readonly string[], around: Surroundings): Promise<number> {
  endQuietly(around.process);
  const at = args.findIndex((arg) => !arg.startsWith('-'));
  const name = at === -1 ? undefined : args[at];
  const rest = args.filter((_, index) => index !== at);
  const print = (text: string) => said(text, args, around);

  const asked = (word: string) => name === word && !Object.hasOwn(around.table, word);
  if (asked('version') || (name === undefined && args.includes('--version')))
    return print(`ecluse ${version}\n`);
  if (asked('help') || (name === undefined && (args.length === 0 || commonOf(args).has('help'))))
    return print(helpOfCommands(await described(around.table), widthOf(around)));
  const entry =
    name !== undefined && Object.hasOwn(around.table, name) ? around.table[name] : undefined;
  if (name === 'completion' && entry === undefined) {
    const script = await completed(rest, around.table);
    if (script !== undefined) return print(script);
  }
  if (name === undefined || entry === undefined)
    return refuse(unknown(name, rest, around), args, around);
  const module = await entry.load();
  if (commonOf(rest).has('help')) return print(helpOf(name, module, widthOf(around)));
  return run(module, await terminalHost(commandOf(rest, around), around.parts, around.process));
}

/** What is asked about the command line itself, on standard output. */
async function said(text: string, args: readonly string[], around: Surroundings): Promise<number> {
  try {
    await written(around.process.stdout, text);
    return 0;
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    return refuse(error, args, around);
  }
}

/** `ecluse … | head` is no failure. */
function endQuietly({ stdout, stderr }: Streams): void {
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
}

const commandOf = (args: readonly string[], { process }: Surroundings) => ({
  args,
  env: process.env,
  cwd: () => process.cwd(),
});

const widthOf = ({ process }: Surroundings): number =>
  process.stdout.isTTY ? Math.max(40, process.stdout.columns) : 100;

async function described(table: Surroundings['table']) {
  const commands = await Promise.all(
    Object.entries(table).map(
      async ([name, { load }]) => [name, (await load()).description] as const,
    ),
  );
  return [...commands, ['completion', `Print completion for ${shells.join(', ')}.`] as const];
}

async function completed(
  args: readonly string[],
  table: Surroundings['table'],
): Promise<string | undefined> {
  const shell = shells.find((known) => args.length === 1 && known === args[0]);
  if (shell === undefined) return undefined;
  const commands = await Promise.all(
    Object.entries(table).map(async ([name, { load }]) => {
      const { description, inputs } = await load();
      return { name, description, inputs };
    }),
  );
  return completion(shell, commands);
}

function unknown(
  name: string | undefined,
  args: readonly string[],
  { table }: Surroundings,
): UsageError {
  const names = [...Object.keys(table), 'completion'];
  if (name === 'completion')
    return new UsageError(`completion is written for one of ${shells.join(', ')}`);
  if (name !== undefined)
    return new UsageError(
      `${quote(name)} is not a command${didYouMean(name, names) || `: there are ${names.join(', ')}`}`,
    );
  return new UsageError(
    `${quote(args[0] ?? '')} stands where a command belongs: there are ${names.join(', ')}`,
  );
}

/** A sentence about the command line, delivered as any other failure is. */
async function refuse(
  error: Failed,
  args: readonly string[],
  around: Surroundings,
): Promise<number> {
  const json = commonOf(args).has('json') ? ['--json'] : [];
  const module: ActionModule<Document> = {
    description: 'Refuses.',
    inputs: {},
    outputs: {},
    main: () => Promise.reject(error),
    page: () => ({ title: '', blocks: [] }),
  };
  return run(module, await terminalHost(commandOf(json, around), around.parts, around.process));
}
