import * as v from 'valibot';

import { isDigest } from '#oci';

/** A digest in a document or a statement. */
export const aDigest = v.pipe(
  v.string(),
  // For the published schema: it has no word for a guard.
  v.regex(/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/),
  v.guard(isDigest),
);

/** A commit of git, whole. */
export const aCommit = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/));

/** A moment as `Date.toISOString` writes it. */
export const aMoment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/),
);

/** Who says a statement, and when. */
export const saidBy = v.pipe(
  v.string(),
  v.description('The run, or the person at a terminal, who says it.'),
);
export const saidAt = v.pipe(aMoment, v.description('When it was said, ISO 8601 in UTC.'));
