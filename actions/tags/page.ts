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
  labels,
  results,
}: TagsDocument): Page => ({
  title: repositories.length === 0 ? 'Names' : `Names of ${repositories.join(', ')}`,
  blocks: [
    names.length === 0
      ? { kind: 'paragraph', text: 'This event gives no name.' }
      : tableOf(names, digest !== null),
    ...results.map(({ reason }): Block => ({ kind: 'paragraph', text: reason })),
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

/** Enough of a digest to tell two apart by eye. */
const beforeOf = ({ before }: Name): Text =>
  before === null
    ? 'nothing'
    : { kind: 'code', text: before.replace(/^(sha\d+:[0-9a-f]{12}).*$/, '$1') };

/** What is told below the table is not told twice. */
const whyOf = ({ why, reason, state }: Name): string =>
  reason === '' || state === 'refused' || state === 'not evaluated' ? why : `${why}: ${reason}`;

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
