import type { Block, Page } from '#report';

import type { TagsDocument } from './document.ts';

export const page = ({ repositories, names, silent, labels }: TagsDocument): Page => ({
  title: repositories.length === 0 ? 'Names' : `Names of ${repositories.join(', ')}`,
  blocks: [
    names.length === 0
      ? { kind: 'paragraph', text: 'This event gives no name.' }
      : {
          kind: 'table',
          head: ['Name', 'Rule', 'State', 'Why'],
          rows: names.map(({ tag, rule, state, why }) => [
            { kind: 'code', text: tag },
            rule,
            state,
            why,
          ]),
        },
    ...silentTable(silent),
    ...labelsBlock(labels),
  ],
});

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
