import * as v from 'valibot';

import { resultSchema } from '#gate';

import { aDigest } from './terms.ts';

/** What became of one environment. */
export const moveSchema = v.pipe(
  v.object({
    environment: v.pipe(v.string(), v.description('The environment.')),
    tag: v.pipe(v.string(), v.description('Its purpose tag, as repository:tag.')),
    state: v.pipe(
      v.picklist([
        'moved',
        'there',
        'superseded',
        'waiting',
        'held',
        'refused',
        'not evaluated',
        'not reached',
        'would move',
      ]),
      v.description(
        'moved: the tag was put on the digest. there: it stood there already. superseded: a newer digest stands there. waiting: a person promotes here. held: a rollback holds it. refused: a gate failed. not evaluated: a gate could not be found out. not reached: the environment before was not passed. would move: all gates passed, and it was a dry run.',
      ),
    ),
    before: v.pipe(
      v.nullable(aDigest),
      v.description('What the tag stood on before. null: nothing.'),
    ),
    after: v.pipe(v.nullable(aDigest), v.description('What the tag stands on now. null: nothing.')),
    guarantee: v.pipe(
      v.nullable(v.picklist(['atomic', 'read-back'])),
      v.description(
        'How sure it is that no other write was lost. atomic: storage compares and writes in one step. read-back: it was written and read again. null: nothing was written.',
      ),
    ),
    results: v.pipe(
      v.array(resultSchema),
      v.readonly(),
      v.description('What the gates before the environment said. Empty: none was asked.'),
    ),
  }),
  v.readonly(),
  v.description('What became of one environment.'),
);
export type Move = v.InferOutput<typeof moveSchema>;
export type MoveState = Move['state'];
