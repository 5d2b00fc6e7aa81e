import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';

import { resultSchema } from '#gate';
import { documentEntries, kindOf } from '#io';
import { moveSchema } from '#lifecycle';
import { imageRunSchema, sourcesSchema } from '#pipeline';

import type { DocumentSource } from './documents.ts';

/** What stands in several places of a document is said once. */
const shared = {
  result: resultSchema,
  move: moveSchema,
  sources: sourcesSchema,
  'image-run': imageRunSchema,
};

/**
 * The published JSON Schema of a document: closed at every level, `$id` is the kind.
 * https://json-schema.org/draft/2020-12
 */
export function documentSchema(name: string, { schema, metadata }: DocumentSource): JsonSchema {
  const definitions = Object.fromEntries(
    Object.entries(shared).filter(([, part]) => part !== schema),
  );
  const { $schema, $defs, description, ...body } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    definitions,
    // They tell the compiler something; JSON Schema has no word for them.
    ignoreActions: ['guard', 'readonly'],
    // A reader may pass over what it does not know; what we write has no more than this.
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      valibotSchema.type === 'object' ? { ...jsonSchema, additionalProperties: false } : undefined,
  });
  return {
    ...($schema === undefined ? {} : { $schema }),
    $id: kindOf(name),
    title: `${name}/v1`,
    ...(description === undefined ? {} : { description }),
    ...(metadata ? shortenable(body, Object.keys(documentEntries(name))) : body),
    ...used(body, $defs ?? {}),
  };
}

/** Either all fields are there, or `shortened` says which are not; `kept` are there always. */
function shortenable(
  { properties, required = [], ...rest }: JsonSchema,
  kept: readonly string[],
): JsonSchema {
  return {
    ...rest,
    properties: {
      ...properties,
      shortened: {
        type: 'string',
        description: 'In the output metadata alone: what was left out because it was too long.',
      },
    },
    required: [...kept],
    anyOf: [has(required.filter((field) => !kept.includes(field))), has(['shortened'])],
  };
}

/** Strict validators want what is required to stand among the properties beside it. */
const has = (fields: string[]): JsonSchema => ({
  properties: Object.fromEntries(fields.map((field) => [field, true])),
  required: fields,
});

/** The definitions that a schema refers to, directly or through another one. */
function used(body: JsonSchema, all: NonNullable<JsonSchema['$defs']>): Pick<JsonSchema, '$defs'> {
  const names = new Set<string>();
  const look = (part: unknown): void => {
    const text = JSON.stringify(part);
    for (const [name, definition] of Object.entries(all)) {
      if (names.has(name) || !text.includes(`"#/$defs/${name}"`)) continue;
      names.add(name);
      look(definition);
    }
  };
  look(body);
  const found = Object.entries(all).filter(([name]) => names.has(name));
  return found.length === 0 ? {} : { $defs: Object.fromEntries(found) };
}
