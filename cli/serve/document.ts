import * as v from 'valibot';

import { documentEntries } from '#io';

export const serveSchema = v.pipe(
  v.object({
    ...documentEntries('serve'),
    url: v.pipe(v.string(), v.description('Where the registry is: scheme, address and port.')),
    repository: v.pipe(
      v.nullable(v.string()),
      v.description('The one repository of an OCI layout. null: a store of many.'),
    ),
    token: v.pipe(v.boolean(), v.description('Whether clients have to log in.')),
    writable: v.pipe(v.boolean(), v.description('Whether clients may push.')),
  }),
  v.readonly(),
  v.description('A registry that is there until its process ends.'),
);
export type ServeDocument = v.InferOutput<typeof serveSchema>;
