import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';

const folder = join(import.meta.dirname, '../../schemas');

/** The published schemas, by the name of their file. */
export const published: ReadonlyMap<string, AnySchemaObject> = new Map(
  globSync('*.v1.schema.json', { cwd: folder })
    .sort()
    .map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as AnySchemaObject]),
);

const ajv = new Ajv2020({ strict: true, allErrors: true });
for (const schema of published.values()) ajv.addSchema(schema);

/** Whether the published schema of this kind takes a value. */
export function fits(kind: string, value: unknown): boolean {
  const validate = ajv.getSchema(kind);
  if (validate === undefined) throw new Error(`schemas/ has no schema of ${kind}`);
  return validate(value) === true;
}

/** What the published schema of this kind has against a value. */
export function problems(kind: string, value: unknown): readonly string[] {
  if (fits(kind, value)) return [];
  const errors = ajv.getSchema(kind)?.errors ?? [];
  return errors.map(({ instancePath, message = '' }) => `${instancePath || '/'} ${message}`);
}

type Change = (fields: Readonly<Record<string, unknown>>) => readonly unknown[];

/** Copies of a value in each of which one object, at any depth, was changed. */
function changed(value: unknown, change: Change): readonly unknown[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.flatMap((item, at) => changed(item, change).map((other) => items.with(at, other)));
  }
  if (typeof value !== 'object' || value === null) return [];
  const fields = { ...value } as Readonly<Record<string, unknown>>;
  const below = Object.entries(fields).flatMap(([name, inner]) =>
    changed(inner, change).map((other) => ({ ...fields, [name]: other })),
  );
  return [...change(fields), ...below];
}

/** Copies with one field that nobody knows. */
export const withStranger = (value: unknown): readonly unknown[] =>
  changed(value, (fields) => [{ ...fields, stranger: null }]);

export const without = (fields: object, name: string): object =>
  Object.fromEntries(Object.entries(fields).filter(([other]) => other !== name));

/** Copies without one of the fields. */
export const withoutOne = (value: unknown): readonly unknown[] =>
  changed(value, (fields) => Object.keys(fields).map((name) => without(fields, name)));
