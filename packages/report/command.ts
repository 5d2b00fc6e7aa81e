import { type Escaped, inCommand, join, trusted } from './escaped.ts';

export interface CommandProperties {
  readonly title?: string | undefined;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly endLine?: number | undefined;
}

const data = (text: string): Escaped<'command'> =>
  trusted(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));

const property = (text: string): Escaped<'command'> =>
  trusted(data(text).replaceAll(':', '%3A').replaceAll(',', '%2C'));

/**
 * One line that makes the runner do something, with the escaping of `@actions/core`: message and
 * properties arrive there as they are here. Empty properties are left out.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function workflowCommand(
  name: 'error' | 'warning' | 'notice' | 'debug' | 'group' | 'endgroup' | 'add-mask',
  properties: CommandProperties,
  message: string,
): Escaped<'command'> {
  const pairs = Object.entries(properties)
    .filter(([, value]) => Boolean(value))
    .map(([key, value]) => inCommand`${property(key)}=${property(String(value))}`);
  const list = pairs.length === 0 ? inCommand`` : inCommand` ${join(pairs, inCommand`,`)}`;
  return inCommand`::${data(name)}${list}::${data(message)}`;
}
