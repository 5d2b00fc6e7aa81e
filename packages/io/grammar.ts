import { UsageError } from './errors.ts';
import type { Input, Inputs } from './inputs.ts';
import { didYouMean } from './nearest.ts';
import { quote } from './quote.ts';

/** Flags that every command has, beside its own inputs. */
export const commonFlags = {
  json: 'Print the result document, and nothing else, on standard output.',
  verbose: 'Tell every detail (-v).',
  quiet: 'Tell warnings alone (-q).',
  help: 'Show what the command takes (-h).',
} as const;
type Common = keyof typeof commonFlags;

const short: Readonly<Record<string, Common>> = { '-v': 'verbose', '-q': 'quiet', '-h': 'help' };

/** What a command line says for one command. */
export interface Arguments {
  /** As typed, by input; a list that is given several times has a line for each. */
  readonly given: ReadonlyMap<string, string>;
  readonly common: ReadonlySet<Common>;
}

/** The flags among these arguments that every command has, whatever else stands there and however wrong it is. */
export function commonOf(args: readonly string[]): ReadonlySet<Common> {
  const end = args.indexOf('--');
  const before = end === -1 ? args : args.slice(0, end);
  return new Set(before.map(commonFlag).filter((flag) => flag !== undefined));
}

const commonFlag = (arg: string): Common | undefined =>
  short[arg] ?? (Object.keys(commonFlags) as Common[]).find((name) => arg === `--${name}`);

/**
 * The arguments after the command's name: `[POSITIONAL] [--flag value | --flag=value | --switch | --no-switch] … [-- POSITIONAL]`.
 * Everything that is wrong is a UsageError that names the flag and the nearest one that exists.
 */
export function parseArguments(args: readonly string[], inputs: Inputs): Arguments {
  const given = new Map<string, string>();
  const queue = [...args];
  let flags = true;
  for (let arg = queue.shift(); arg !== undefined; arg = queue.shift()) {
    if (flags && arg === '--') flags = false;
    else if (flags && commonFlag(arg) !== undefined) continue;
    else if (flags && arg.startsWith('-') && arg !== '-') flag(arg, queue, inputs, given);
    else positional(arg, inputs, given);
  }
  return { given, common: commonOf(args) };
}

function positional(value: string, inputs: Inputs, given: Map<string, string>): void {
  const names = Object.keys(inputs).filter((key) => inputs[key]?.positional);
  const last = names.at(-1);
  if (last === undefined)
    throw new UsageError(
      `${quote(value)} is one argument too many: this command takes flags alone`,
    );
  const name = names.find((key) => !given.has(key));
  if (name === undefined)
    throw new UsageError(`${quote(value)} is one argument too many: "${last}" is given already`, {
      input: last,
    });
  given.set(name, value);
}

function flag(arg: string, queue: string[], inputs: Inputs, given: Map<string, string>): void {
  const { name, input, value, no } = known(arg, inputs);
  if (input.type === 'flag') {
    if (value !== undefined)
      throw new UsageError(`--${name} takes no value: say --${name} or --no-${name}`, {
        input: name,
      });
    put(name, input, no ? 'false' : 'true', given);
    return;
  }
  const text = value ?? queue.shift();
  if (text === undefined || (value === undefined && text.startsWith('--')))
    throw new UsageError(
      `--${name} needs a value: one that starts with -- is given as --${name}=…`,
      {
        input: name,
      },
    );
  put(name, input, text, given);
}

function known(arg: string, inputs: Inputs) {
  const [, dashes = '', name = '', value] = /^(--?)([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
  const input = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
  if (dashes === '--' && input !== undefined) return { name, input, value, no: false };
  const positive = name.replace(/^no-/, '');
  const switched = Object.hasOwn(inputs, positive) ? inputs[positive] : undefined;
  if (dashes === '--' && name !== positive && switched?.type === 'flag')
    return { name: positive, input: switched, value, no: true };
  const names = [...Object.keys(inputs), ...Object.keys(commonFlags)].map((key) => `--${key}`);
  throw new UsageError(
    `${quote(`${dashes}${name}`)} is not a flag${didYouMean(`--${name}`, names)}`,
  );
}

const repeats = (input: Input): boolean => input.type === 'lines' || input.type === 'list';

function put(name: string, input: Input, value: string, given: Map<string, string>): void {
  const before = given.get(name);
  if (before === undefined) given.set(name, value);
  else if (repeats(input)) given.set(name, `${before}\n${value}`);
  else throw new UsageError(`--${name} is given twice`, { input: name });
}
