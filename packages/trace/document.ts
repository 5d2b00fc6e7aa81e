import * as v from 'valibot';

import { documentEntries } from '#io';

/** What can be known of where an image comes from, in the order in which it is shown. */
export const facts = [
  'index',
  'source repository',
  'commit',
  'ref',
  'author',
  'committed',
  'run',
  'built',
  'created',
  'dockerfile',
  'stage',
  'base',
  'base owner',
  'version',
  'git tag',
  'tag',
  'environment',
  'passed',
] as const;
export type Fact = (typeof facts)[number];

/** Who can say something of an image. */
export const tellers = [
  'claim tag',
  'tag',
  'built statement',
  'release statement',
  'passed statement',
  'part-of statement',
  'provenance',
  'index annotation',
  'manifest annotation',
  'label',
  'config',
  'history',
  'git',
  'policy',
] as const;
export type Teller = (typeof tellers)[number];

const text = (what: string) => v.pipe(v.string(), v.description(what));
const textOrNull = (what: string) => v.pipe(v.nullable(v.string()), v.description(what));
const list = <T extends v.GenericSchema>(of: T, what: string) =>
  v.pipe(v.array(of), v.readonly(), v.description(what));

const source = v.pipe(
  v.object({
    source: v.pipe(v.picklist(tellers), v.description('What says it.')),
    where: textOrNull(
      'Where exactly: the key of the label or annotation, the tag, or the artifact that holds the statement. null: there is only one place.',
    ),
    by: textOrNull('The run or the person who said it. null: it is not known.'),
    at: textOrNull('When it was said. null: it is not known.'),
    signature: v.pipe(
      v.nullable(v.picklist(['not verified'])),
      v.description(
        'not verified: it was signed, and nobody has looked at the signature. null: nobody signed it.',
      ),
    ),
  }),
  v.readonly(),
);

const line = v.pipe(
  v.object({
    fact: v.pipe(v.picklist(facts), v.description('What it is about.')),
    value: text('What is said, cut after 500 characters.'),
    sources: list(source, 'Who says so; the most believable first.'),
    verified: list(
      v.string(),
      'What was looked up and agrees, one sentence each. None: it is only said.',
    ),
    doubt: textOrNull('What was looked up and does not agree. null: nothing.'),
  }),
  v.readonly(),
);

const contradiction = v.pipe(
  v.object({
    fact: v.pipe(v.picklist(facts), v.description('What it is about.')),
    sentence: text('Who says what, in one sentence.'),
  }),
  v.readonly(),
);

const evidence = v.pipe(
  v.object({
    about: text('The digest that it is about.'),
    digest: text('The digest of the evidence.'),
    type: textOrNull('The type of the artifact. null: it has none.'),
    predicates: list(v.string(), 'The predicate types of the statements in it, where it says so.'),
    created: textOrNull('When it was made, as it says. null: it does not say.'),
    place: v.pipe(
      v.picklist(['referrer', 'cosign tag', 'index']),
      v.description(
        'Where it was found: among the referrers, under a tag of cosign, or in the index beside the image.',
      ),
    ),
    tag: textOrNull('The tag of cosign. null: it was found elsewhere.'),
  }),
  v.readonly(),
);

const gap = v.pipe(
  v.object({
    what: text('What was not found out.'),
    why: text('Why not, in one sentence.'),
  }),
  v.readonly(),
);

/** Where an image comes from, and where it stands. */
export const traceSchema = v.pipe(
  v.object({
    ...documentEntries('trace'),
    asked: text('The reference or image ID, as it was given.'),
    role: v.pipe(
      v.picklist(['index', 'image of an index', 'image']),
      v.description(
        'What the digest is: an index, the image of one platform that is in an index, or an image that is in none.',
      ),
    ),
    platform: textOrNull(
      'The platform whose labels, config and base are shown. null: there is no image, or it does not say.',
    ),
    platformDigest: textOrNull('The image of that platform. null: the index has none.'),
    configDigest: textOrNull(
      'The digest of its config, which docker and podman call the image ID. null: there is no image.',
    ),
    contradictions: list(contradiction, 'Where those who say something do not agree.'),
    lines: list(
      line,
      'What is known: one entry for each value that is said of a fact, the most believable first.',
    ),
    evidence: list(evidence, 'What is attached to the image and to its index.'),
    gaps: list(gap, 'What could not be asked, or is too long to be shown.'),
    policy: text('Where the policy was read that names environments and bases, or none.'),
  }),
  v.readonly(),
  v.description('Where an image comes from: who says so, and whether that is verified.'),
);
export type TraceDocument = v.InferOutput<typeof traceSchema>;
export type Line = v.InferOutput<typeof line>;
export type Source = v.InferOutput<typeof source>;
export type Contradiction = v.InferOutput<typeof contradiction>;
export type Evidence = v.InferOutput<typeof evidence>;
export type Gap = v.InferOutput<typeof gap>;
