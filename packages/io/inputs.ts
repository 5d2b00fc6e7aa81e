import { UsageError } from './errors.ts';
import type { Io } from './io.ts';
import { parseBytes, parseDuration, parseRatio } from './quantities.ts';
import { quote } from './quote.ts';

interface Described {
  /** One sentence with a period. */
  readonly description: string;
  /** As a person would type it; shown in action.yml, help and the README. */
  readonly default?: string;
  /** The default in action.yml alone, such as `${{ github.token }}`. */
  readonly expression?: string;
  /** The environment variable that the command line falls back to. */
  readonly env?: string;
  /** On the command line a value without a flag; several stand in the order of the inputs. */
  readonly positional?: true;
  /** A flag of the command line alone: a workflow says it in another way. */
  readonly terminal?: true;
  readonly required?: true;
  /** Blanks around the value belong to it. */
  readonly verbatim?: true;
  /** The version of Ecluse that brought it. */
  readonly since: string;
}

/**
 * One input. `lines` holds one item a line, `list` takes commas too, both with `#` comments; a `duration` is `24h`,
 * `bytes` are `20MB`, a `ratio` is `0.95` or `95%`, and a `document` is JSON or the path of a JSON file.
 */
export type Input = Described &
  (
    | {
        readonly type:
          | 'text'
          | 'flag'
          | 'count'
          | 'duration'
          | 'bytes'
          | 'ratio'
          | 'lines'
          | 'list'
          | 'document';
      }
    | { readonly type: 'one-of'; readonly values: readonly string[] }
  );
export type Inputs = Readonly<Record<string, Input>>;

interface Read {
  text: string;
  flag: boolean;
  count: number;
  /** Milliseconds. */
  duration: number;
  bytes: number;
  /** From 0 to 1. */
  ratio: number;
  lines: readonly string[];
  list: readonly string[];
  /** Parsed JSON. */
  document: unknown;
}
type Value<I extends Input> = I extends {
  readonly type: 'one-of';
  readonly values: readonly (infer V)[];
}
  ? V
  : I extends { readonly type: infer T extends keyof Read }
    ? Read[T]
    : never;
type Sure<I extends Input> = I extends { readonly required: true } | { readonly default: string }
  ? true
  : I extends { readonly type: 'lines' | 'list' | 'flag' }
    ? true
    : false;
/** What `read` gives: an input is undefined when it may be absent and has no default; an absent list is empty, an absent flag false. */
export type Values<I extends Inputs> = {
  readonly [K in keyof I]: Sure<I[K]> extends true ? Value<I[K]> : Value<I[K]> | undefined;
};

/** The items of a list: one a line, blank lines and `#` comments left out. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

const listOf = (text: string): readonly string[] =>
  linesOf(text)
    .flatMap((line) => line.split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '');

// The booleans of YAML's core schema: https://yaml.org/spec/1.2.2/#103-core-schema
const flags: Readonly<Record<string, boolean>> = {
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
};

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const expected: Readonly<Record<Exclude<Input['type'], 'one-of'>, string>> = {
  text: 'text',
  flag: 'true or false',
  count: 'a whole number',
  duration: 'a duration such as 90s, 1h30m or 7d',
  bytes: 'a size such as 512, 20MB or 1GiB',
  ratio: 'a part from 0 to 1, such as 0.95 or 95%',
  lines: 'one item a line',
  list: 'a list',
  document: 'JSON or the path of a JSON file',
};

/** The value, or undefined when the text is none of this type. */
function parse(input: Input, text: string): unknown {
  switch (input.type) {
    case 'text':
      return text;
    case 'lines':
      return linesOf(text);
    case 'list':
      return listOf(text);
    case 'flag':
      return Object.hasOwn(flags, text) ? flags[text] : undefined;
    case 'count':
      return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
    case 'duration':
      return parseDuration(text);
    case 'bytes':
      return parseBytes(text);
    case 'ratio':
      return parseRatio(text);
    case 'document':
      return json(text);
    case 'one-of':
      return input.values.includes(text) ? text : undefined;
  }
}

/**
 * All inputs of an action, read once and typed by their declaration; an empty string is absent.
 * A value that does not fit and a required one that is missing throw a UsageError that names the input, its value and the remedy.
 */
export function read<const I extends Inputs>(from: Pick<Io, 'input'>, inputs: I): Values<I> {
  const values: Record<string, unknown> = {};
  for (const [name, input] of Object.entries(inputs)) {
    const typed = from.input(name);
    const text = input.verbatim ? typed : typed?.trim();
    const given = text === undefined || text === '' ? input.default : text;
    if (given !== undefined) values[name] = parsed(name, input, given);
    else if (input.required)
      throw new UsageError(`input "${name}" is required: ${input.description}`, { input: name });
    else if (input.type === 'list' || input.type === 'lines') values[name] = [];
    else if (input.type === 'flag') values[name] = false;
  }
  return values as Values<I>;
}

function parsed(name: string, input: Input, text: string): unknown {
  const value = parse(input, text);
  if (value !== undefined) return value;
  const wanted =
    input.type === 'one-of' ? `one of ${input.values.join(', ')}` : expected[input.type];
  throw new UsageError(`input "${name}" must be ${wanted}, not ${quote(text)}`, { input: name });
}
