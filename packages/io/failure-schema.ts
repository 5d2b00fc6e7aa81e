import * as v from 'valibot';

import { kindOf } from './names.ts';

const at = v.pipe(
  v.object({
    file: v.pipe(v.string(), v.description('The file, as the sentence names it.')),
    line: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.description('The line, counted from 1.'),
    ),
  }),
  v.readonly(),
  v.description('The place that has to change.'),
);

const known = (sentence: string) => v.pipe(v.nullable(v.string()), v.description(sentence));

const side = (sentence: string) =>
  v.pipe(
    v.object({
      digest: known('Its digest. null: it has none yet.'),
      commit: known('The commit that it says it is of. null: it is not known.'),
      by: known('The run, or the person at a terminal. null: it is not known.'),
      at: known('When, ISO 8601 in UTC. null: it is not known.'),
    }),
    v.readonly(),
    v.description(sentence),
  );

const conflict = v.pipe(
  v.object({
    standing: side('What has the name. What it says of itself is not proven.'),
    ours: side('What was to get the name.'),
  }),
  v.readonly(),
  v.description('The two images that want one name.'),
);

/** What `--json` prints when there is no result. */
export const failureSchema = v.pipe(
  v.object({
    kind: v.pipe(v.literal(kindOf('error')), v.description('Which document this is.')),
    code: v.pipe(
      v.string(),
      v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/),
      v.description('What happened, for a program; the sentence may change, the code does not.'),
    ),
    exit: v.pipe(
      v.picklist([1, 2, 3, 130, 143]),
      v.description(
        'The exit code. 1: a rule says no. 2: wrong use. 3: it could not be found out. 130, 143: ended by a signal.',
      ),
    ),
    message: v.pipe(
      v.string(),
      v.nonEmpty(),
      v.description('One sentence for a person: what happened, and what to change.'),
    ),
    input: v.exactOptional(
      v.pipe(v.string(), v.description('The input or flag that has to change.')),
    ),
    at: v.exactOptional(at),
    conflict: v.exactOptional(conflict),
  }),
  v.readonly(),
  v.description('Why there is no result. It is printed in place of one with --json.'),
);
export type Failure = v.InferOutput<typeof failureSchema>;
