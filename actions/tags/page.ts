import type { Block, Mark, Page, Text } from '#report';

import type { TagsDocument } from './document.ts';

type Name = TagsDocument['names'][number];

const marks: Readonly<Record<Name['state'], Mark>> = {
  planned: 'waiting',
  written: 'passed',
  there: 'unchanged',
  stays: 'unchanged',
  skipped: 'unchanged',
  refused: 'failed',
  'not evaluated': 'not evaluated',
};

export const page = ({
  repositories,
  digest,
  names,
  silent,
  looks,
  labels,
  results,
}: TagsDocument): Page => ({
  title: repositories.length === 0 ? 'Names' : `Names of ${repositories.join(', ')}`,
  blocks: [
    names.length === 0
      ? { kind: 'paragraph', text: 'This event gives no name.' }
      : tableOf(names, digest !== null),
    ...results.map(({ reason }): Block => ({ kind: 'paragraph', text: reason })),
    ...looks.filter(({ failed, names: seen }) => failed !== null || seen.length > 0).map(lookOf),
    ...silentTable(silent),
    ...labelsBlock(labels),
  ],
});

/** Once the repository was asked, also what each name stood on. */
function tableOf(names: readonly Name[], isAsked: boolean): Block {
  return {
    kind: 'table',
    head: ['Name', 'Rule', 'State', ...(isAsked ? ['Before'] : []), 'Why'],
    rows: names.map((name): readonly Text[] => [
      { kind: 'code', text: name.tag },
      name.rule,
      { kind: 'mark', mark: marks[name.state], text: stateOf(name) },
      ...(isAsked ? [beforeOf(name)] : []),
      whyOf(name),
    ]),
  };
}

/** Where the registry guards tags itself, that is said. */
const stateOf = ({ state, guarantee }: Name): string =>
  guarantee === 'atomic'
    ? `${state}, guarded`
    : guarantee === 'read-back'
      ? `${state}, read back`
      : state;

const beforeOf = ({ before }: Name): Text => short(before, 'nothing');

/** Enough of a digest to tell two apart by eye. */
const short = (digest: string | null, none: string): Text =>
  digest === null
    ? none
    : { kind: 'code', text: digest.replace(/^(sha\d+:[0-9a-f]{12}).*$/, '$1') };

/** What is told below the table is not told twice. */
const whyOf = ({ why, reason, state }: Name): string =>
  reason === '' || state === 'refused' || state === 'not evaluated' ? why : `${why}: ${reason}`;

type Look = TagsDocument['looks'][number];

type Becomes = Readonly<Record<Look['names'][number]['becomes'], string>>;

const moved: Becomes = {
  written: 'would move',
  there: 'is there',
  stays: 'would stay',
  refused: 'would be refused',
  'not evaluated': 'would stay until a person has looked',
};

/** Where nothing stands yet. */
const first: Becomes = {
  ...moved,
  written: 'would be written',
  stays: 'would not be written',
  'not evaluated': 'would not be written',
};

function lookOf({ repository, failed, to, names }: Look): Block {
  if (failed !== null) {
    const text = `What stands in ${repository} could not be looked at: ${failed}.`;
    return { kind: 'paragraph', text };
  }
  const rows = names.map((name): readonly Text[] => [
    { kind: 'code', text: name.tag },
    short(name.from, 'nothing'),
    name.becomes === 'written' ? short(to, 'what is built') : '',
    (name.from === null ? first : moved)[name.becomes],
    name.reason,
  ]);
  const table: Block = { kind: 'table', head: ['Name', 'From', 'To', 'What', 'Why'], rows };
  return { kind: 'section', title: `What stands in ${repository}`, blocks: [table] };
}

function silentTable(silent: TagsDocument['silent']): readonly Block[] {
  if (silent.length === 0) return [];
  const rows = silent.map(({ rule, line, why }) => [
    line === 0 ? '' : String(line),
    { kind: 'code' as const, text: rule },
    why,
  ]);
  const table: Block = { kind: 'table', head: ['Line', 'Rule', 'Why not'], rows, right: [0] };
  return [{ kind: 'section', title: 'Rules that gave no name', blocks: [table] }];
}

function labelsBlock(labels: TagsDocument['labels']): readonly Block[] {
  if (labels.length === 0) return [];
  const list: Block = { kind: 'list', items: labels };
  return [{ kind: 'details', summary: 'Labels', blocks: [list] }];
}
