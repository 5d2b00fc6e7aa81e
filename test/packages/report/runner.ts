/** A command as the runner reads it: src/Runner.Common/ActionCommand.cs of actions/runner. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const escapes: readonly (readonly [string, string])[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];
const unescape = (text: string, only: string): string =>
  escapes
    .filter(([, letter]) => only.includes(letter))
    .reduce((unescaped, [code, letter]) => unescaped.replaceAll(code, letter), text);

/** Reads a line as the runner would; undefined when it is just output. */
export function readCommand(line: string): Command | undefined {
  const [, head, message] = /^\s*::(.*?)::(.*)$/s.exec(line) ?? [];
  if (head === undefined || message === undefined) return undefined;
  const [, name = '', list = ''] = /^([^ ]*) ?(.*)$/s.exec(head) ?? [];
  const pairs = list.split(',').filter((pair) => pair !== '');
  const properties = pairs.map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), unescape(pair.slice(at + 1), '\r\n:,%')];
  });
  return {
    name,
    properties: Object.fromEntries(properties) as Record<string, string>,
    message: unescape(message, '\r\n%'),
  };
}

/** Could the runner take one of these lines for a command, of the new form or the old one? */
export const isCommand = (output: string): boolean =>
  output
    .split(/\r\n|\r|\n/)
    .some((line) => line.trimStart().startsWith('::') || line.includes('##['));
