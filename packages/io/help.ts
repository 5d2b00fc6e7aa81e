import { commonFlags } from './grammar.ts';
import type { Input } from './inputs.ts';
import type { ActionModule, Document } from './io.ts';

const gap = 2;
const narrowest = 24;

/** Words on lines of at most `width` columns. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Names at the left, what they are at the right, wrapped; below each other when the terminal is too narrow. */
function columns(rows: readonly (readonly [string, string])[], width: number): readonly string[] {
  const left = Math.max(...rows.map(([name]) => name.length)) + 2 * gap;
  if (width - left < narrowest)
    return rows.flatMap(([name, text]) => [
      `  ${name}`,
      ...wrap(text, Math.max(narrowest, width - 6)).map((line) => `      ${line}`),
    ]);
  return rows.flatMap(([name, text]) =>
    wrap(text, width - left).map((line, at) => (at === 0 ? `  ${name}` : '').padEnd(left) + line),
  );
}

const placeholders: Readonly<Record<Exclude<Input['type'], 'flag' | 'one-of'>, string>> = {
  text: 'TEXT',
  count: 'N',
  duration: 'DURATION',
  bytes: 'SIZE',
  ratio: 'PART',
  lines: 'ITEM',
  list: 'ITEM',
  document: 'JSON|FILE',
};

function flagOf(name: string, input: Input): string {
  if (input.type === 'flag') return input.default === 'true' ? `--no-${name}` : `--${name}`;
  const value = input.type === 'one-of' ? input.values.join('|') : placeholders[input.type];
  return `--${name} ${value}`;
}

function about(input: Input): string {
  const notes = [
    input.required ? 'Required.' : undefined,
    input.type === 'flag' || (input.default ?? '') === ''
      ? undefined
      : `Default: ${input.default ?? ''}.`,
    input.type === 'lines' || input.type === 'list' ? 'Can be repeated.' : undefined,
    input.env === undefined ? undefined : `Else the variable ${input.env}.`,
  ];
  const isOff = input.type === 'flag' && input.default === 'true';
  return [
    `${isOff ? 'Turns this off: ' : ''}${input.description}`,
    ...notes.filter((note) => note !== undefined),
  ].join(' ');
}

/** What `ecluse NAME --help` prints: generated from the inputs, so that it cannot be stale. */
export function helpOf(name: string, module: ActionModule<Document>, width: number): string {
  const entries = Object.entries(module.inputs);
  const positional = entries.filter(([, input]) => input.positional);
  const place = positional
    .map(([key, { required }]) => (required ? ` ${key.toUpperCase()}` : ` [${key.toUpperCase()}]`))
    .join('');
  const flags = entries.filter(([, input]) => !input.positional);
  return [
    `Usage: ecluse ${name}${place} [--flag …]`,
    '',
    ...wrap(module.description, width),
    ...section(
      positional.length > 1 ? 'Arguments' : 'Argument',
      positional.map(([key, input]) => [key.toUpperCase(), about(input)] as const),
      width,
    ),
    ...section(
      'Flags',
      flags.map(([key, input]) => [flagOf(key, input), about(input)]),
      width,
    ),
    ...section('Always', common, width),
    '',
  ].join('\n');
}

const common = Object.entries(commonFlags).map(([key, text]) => [`--${key}`, text] as const);

function section(
  title: string,
  rows: readonly (readonly [string, string])[],
  width: number,
): readonly string[] {
  return rows.length === 0 ? [] : ['', `${title}:`, ...columns(rows, width)];
}

/** What `ecluse` alone prints. */
export function helpOfCommands(
  commands: readonly (readonly [name: string, description: string])[],
  width: number,
): string {
  return [
    'Usage: ecluse COMMAND [--flag …]',
    '',
    ...wrap('Takes a container image from its Dockerfile to production, gate by gate.', width),
    ...section('Commands', commands, width),
    ...section(
      'Flags',
      [
        ['--help', 'With a command: what it takes.'],
        ['--version', 'Which version this is.'],
      ],
      width,
    ),
    '',
  ].join('\n');
}
