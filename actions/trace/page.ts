import { short } from '#pipeline';
import type { Block, Page, Text } from '#report';
import type { TraceDocument } from '#trace';

type Line = TraceDocument['lines'][number];
type Evidence = TraceDocument['evidence'][number];

const mostRows = 100;

/** Contradictions first, then every fact with who says it and what agrees, then what is attached. */
export function page(document: TraceDocument): Page {
  const { image, contradictions, lines, evidence, gaps, policy } = document;
  return {
    title: `Trace of ${image ?? ''}`,
    blocks: [
      ...contradictionBlocks(contradictions),
      { kind: 'paragraph', text: roleOf(document) },
      {
        kind: 'table',
        head: ['Fact', 'Value', 'Source', 'Verified'],
        rows: lines.slice(0, mostRows).map(rowOf),
      },
      ...evidenceBlocks(evidence, image),
      ...listed(
        'Not found out',
        gaps.map(({ what, why }) => `${what}: ${why}`),
      ),
      { kind: 'paragraph', text: `Policy: ${policy}` },
    ],
    annotations: contradictions.map(({ fact, sentence }) => ({
      level: 'warning',
      title: `${fact}: sources contradict each other`,
      message: sentence,
    })),
  };
}

function contradictionBlocks(all: TraceDocument['contradictions']): readonly Block[] {
  if (all.length === 0) return [];
  return [
    {
      kind: 'section',
      title: 'Contradictions',
      blocks: [
        {
          kind: 'table',
          head: ['', ''],
          rows: all.map(({ fact, sentence }): readonly Text[] => [
            { kind: 'mark', mark: 'failed', text: fact },
            sentence,
          ]),
        },
      ],
    },
  ];
}

function roleOf({ role, platform, platformDigest, configDigest, asked }: TraceDocument): Text {
  const of = platform === null ? '' : ` for ${platform}`;
  const byConfig =
    configDigest !== null && asked.includes(configDigest.replace(/^sha256:/, ''))
      ? ' It was found by the digest of its config, which engines call the image ID.'
      : '';
  if (role === 'index') {
    return platformDigest === null
      ? 'An index without an image.'
      : [
          'An index; labels and base are those of ',
          { kind: 'code', text: short(platformDigest) },
          `${of}.`,
        ];
  }
  return `${role === 'image' ? 'An image' : 'An image of an index'}${of}.${byConfig}`;
}

function rowOf(line: Line): readonly Text[] {
  const { fact, value, sources, verified, doubt } = line;
  const says: readonly string[] = [...new Set(sources.map(({ source }) => source))];
  return [
    fact,
    shown(value),
    says.join(', '),
    doubt !== null
      ? { kind: 'mark', mark: 'not evaluated', text: doubt }
      : verified.length > 0
        ? { kind: 'mark', mark: 'passed', text: verified.join(', ') }
        : saidBy(line),
  ];
}

/** A digest as long as it takes to tell two apart; the whole is in the document. */
const shown = (value: string): string => value.replace(/(sha256:[0-9a-f]{12})[0-9a-f]{52}/g, '$1');

function saidBy({ sources, fact }: Line): string {
  const { by, at, signature } = sources[0] ?? {};
  if (signature != null) return 'said, signature not verified';
  const when = at?.slice(0, 16).replace('T', ' ');
  // Who built it stands in a line of its own.
  if (fact !== 'passed' && fact !== 'version' && fact !== 'git tag') return 'said';
  return ['said', ...(by == null ? [] : [`by ${by}`]), ...(when === undefined ? [] : [when])].join(
    ' ',
  );
}

function evidenceBlocks(
  evidence: TraceDocument['evidence'],
  image: string | null,
): readonly Block[] {
  if (evidence.length === 0) return [{ kind: 'paragraph', text: 'Nothing is attached to it.' }];
  const isOwn = ({ about }: Evidence): boolean => image?.endsWith(about) === true;
  const isAll = evidence.every(isOwn);
  const rows = evidence
    .slice(0, mostRows)
    .map((one): readonly Text[] => [
      [
        one.tag ?? one.type ?? 'without a type',
        ...one.predicates.slice(0, 3).map((each) => ` ${each}`),
      ],
      { kind: 'code', text: short(one.digest) },
      ...(isAll ? [] : [isOwn(one) ? '' : short(one.about)]),
      one.created?.slice(0, 16).replace('T', ' ') ?? '',
    ]);
  const more = evidence.length - rows.length;
  const head = ['Attached', 'Digest', ...(isAll ? [] : ['To']), 'Created'];
  return [
    { kind: 'table', head, rows },
    ...(more > 0 ? [{ kind: 'paragraph' as const, text: `and ${more} more` }] : []),
  ];
}

const listed = (title: string, items: readonly string[]): readonly Block[] =>
  items.length === 0
    ? []
    : [{ kind: 'section', title, blocks: [{ kind: 'list', items: items.slice(0, mostRows) }] }];
