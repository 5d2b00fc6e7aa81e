import { outputsOf, type ActionModule, type Document, type Input } from '#io';

import { defaultOf, described, sorted } from './action-yml.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const code = (text: string): string => `\`${text}\``;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))];
  return lines.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function about(input: Input): string {
  const places = [
    input.required && 'Required.',
    input.terminal && 'On the command line alone.',
    input.env !== undefined && `The command line falls back to ${code(input.env)}.`,
  ];
  return [described(input), ...places.filter((place) => typeof place === 'string')].join(' ');
}

function inputsOf(module: ActionModule<Document>): string {
  const rows = sorted(module.inputs).map(([name, input]) => {
    const value = defaultOf(input);
    return [code(name), about(input), value === undefined ? '' : code(value), input.since];
  });
  return table(['input', 'what it is', 'default', 'since'], rows);
}

const outputs = (module: ActionModule<Document>): string =>
  table(
    ['output', 'what it is'],
    Object.entries(outputsOf(module)).map(([name, { description }]) => [code(name), description]),
  );

/** A README with its tables of inputs and outputs renewed between their markers; what has no markers stays as it is. */
export function withTables(readme: string, module: ActionModule<Document>): string {
  const between = (text: string, marker: string, content: () => string) =>
    text.replace(
      new RegExp(`(<!-- ${marker} -->).*?(<!-- /${marker} -->)`, 's'),
      (_, open: string, close: string) => `${open}\n\n${content()}\n\n${close}`,
    );
  return between(
    between(readme, 'inputs', () => inputsOf(module)),
    'outputs',
    () => outputs(module),
  );
}
