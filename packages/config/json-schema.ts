import { toJsonSchema } from '@valibot/to-json-schema';

import { schema } from './schema.ts';

/**
 * The JSON Schema of `ecluse.yml`, for editors. It knows keys and how values are written, and of what keys say about each
 * other only the two forms of images. `x-ecluse-half` says where a key is read: `commit` or `policy`.
 * https://json-schema.org/draft-07
 */
export const ecluseSchema = (): object => ({
  title: 'ecluse.yml',
  description: 'How a container image is built, and what it has to pass on the way to production.',
  ...toJsonSchema(schema, { typeMode: 'input' }),
  oneOf: [{ required: ['image'] }, { required: ['images'] }],
  dependencies: { build: ['image'] },
});
