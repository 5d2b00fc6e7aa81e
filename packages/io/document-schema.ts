import * as v from 'valibot';

import { resultSchema } from '#gate';

import { kindOf } from './names.ts';

/** The digest of an image. https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests */
const digest = 'sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}';

/** The fields that every result document has. `name` is the document's: it gives the kind. */
export const documentEntries = <const N extends string>(name: N) => ({
  kind: v.pipe(
    v.literal(kindOf(name)),
    v.description('Which document this is; at the same time the type of its predicate.'),
  ),
  image: v.pipe(
    v.nullable(v.pipe(v.string(), v.regex(new RegExp(`^[^@]+@(?:${digest})$`)))),
    v.description(
      'What it is about, as name@digest. null: nothing that is stored, or several images.',
    ),
  ),
  digest: v.pipe(
    v.nullable(v.pipe(v.string(), v.regex(new RegExp(`^(?:${digest})$`)))),
    v.description('The digest of the image. null: there is none, or there are several.'),
  ),
  results: v.pipe(
    v.array(resultSchema),
    v.readonly(),
    v.description(
      'What the gates said. One that failed makes the exit code 1; else one not evaluated makes it 3.',
    ),
  ),
});
