import { quote, UsageError } from '#io';

import { labelGrammar, type Labels } from './rules.ts';

/** Where text stands that a person wrote, and how a sentence about it starts. */
export interface Where {
  /** `input "labels"`, `labels.env line 3` */
  readonly name: string;
  readonly input: string;
}

/** One `key=value`. @throws UsageError that starts with the place */
export function parseLabel(text: string, where: Where): readonly [key: string, value: string] {
  const at = text.indexOf('=');
  if (at < 1) throw fault(where, `must hold name=value, not ${quote(text)}`);
  return checkLabel(text.slice(0, at), text.slice(at + 1), where);
}

/** @throws UsageError for a key or a value that no tool reads alike */
export function checkLabel(
  key: string,
  value: string,
  where: Where,
): readonly [key: string, value: string] {
  const { key: keys, value: values } = labelGrammar;
  if (!keys.pattern.test(key)) {
    throw fault(where, `has ${quote(key)}, which must be ${keys.be}`);
  }
  if (!values.pattern.test(value) || !value.isWellFormed()) {
    throw fault(where, `has ${quote(key)}, whose value must be ${values.be}, not ${quote(value)}`);
  }
  return [key, value];
}

/** The items of an input, one `key=value` each; the last one of a key counts. @throws UsageError */
export const parseLabels = (lines: readonly string[], input: string): Labels =>
  Object.fromEntries(
    lines.map((line) => parseLabel(line, { name: `input ${JSON.stringify(input)}`, input })),
  );

export const fault = ({ name, input }: Where, says: string): UsageError =>
  new UsageError(`${name} ${says}`, { input });
