import * as v from 'valibot';

/** What one gate said, and why. */
export const resultSchema = v.pipe(
  v.object({
    gate: v.pipe(v.string(), v.nonEmpty(), v.description('The name of the gate.')),
    outcome: v.pipe(
      v.picklist(['passed', 'failed', 'not evaluated']),
      v.description('not evaluated: it could not be found out, which never passes.'),
    ),
    reason: v.pipe(v.string(), v.description('Why, for a person.')),
    evidence: v.pipe(
      v.array(v.string()),
      v.readonly(),
      v.description('What the gate looked at: digests, files, URLs.'),
    ),
  }),
  v.readonly(),
  v.description('What one gate said, and why.'),
);
export type Result = v.InferOutput<typeof resultSchema>;
export type Outcome = Result['outcome'];
