import { UsageError } from '#io';
import { checkLabel, parseLabel, type Labels } from '#labels';

import { readYaml, type Problem } from './yaml.ts';

const input = 'labels-from';

/**
 * The labels of a file: YAML or JSON with one text for each key by its name's end, or by a `{` at its start; else lines
 * of `key=value`, in which empty ones and those that start with `#` say nothing.
 * @throws UsageError that names file and line
 */
export function readLabels(text: string, file: string): Labels {
  const label = /^[\w./ -]+$/.test(file) ? file : JSON.stringify(file);
  // Whoever read the bytes put this where they were no UTF-8.
  if (text.includes('\uFFFD')) throw new UsageError(`${label} is not UTF-8`, { input });
  return /\.(?:json|ya?ml)$/i.test(file) || text.trimStart().startsWith('{')
    ? ofMapping(text, { label, file })
    : ofLines(text, label);
}

function ofLines(text: string, label: string): Labels {
  const labels = new Map<string, string>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const name = `${label} line ${index + 1}`;
    const [key, value] = parseLabel(line.trim(), { name, input });
    if (labels.has(key)) throw new UsageError(`${name} has ${key} for the second time`, { input });
    labels.set(key, value);
  }
  return Object.fromEntries(labels);
}

function ofMapping(
  text: string,
  source: { readonly label: string; readonly file: string },
): Labels {
  const yaml = readYaml(new TextEncoder().encode(text), source);
  const { value } = yaml;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    yaml.refuse([{ path: [], says: 'must have a key and a text for each label' }]);
    return {};
  }
  const entries = Object.entries(value);
  yaml.refuse(
    entries.flatMap(([key, inner]): readonly Problem[] =>
      typeof inner === 'string' ? [] : [{ path: [key], says: 'must be text: put it in quotes' }],
    ),
  );
  const where = { name: source.label, input };
  return Object.fromEntries(entries.map(([key, inner]) => checkLabel(key, String(inner), where)));
}
