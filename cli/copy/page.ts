import { formatBytes } from '#io';
import { short } from '#pipeline';
import type { Block, Mark, Page, Text } from '#report';

import type { CopiedName, CopyDocument } from './document.ts';

const marks: Readonly<Record<CopiedName['state'], Mark>> = {
  written: 'passed',
  moved: 'passed',
  there: 'unchanged',
  refused: 'failed',
};

export const page = (document: CopyDocument): Page => ({
  title: document.dryRun ? 'Copy (dry run)' : 'Copy',
  blocks: [
    {
      kind: 'table',
      head: ['', ''],
      rows: [
        ['From', { kind: 'code', text: document.source }],
        ...(document.image === null
          ? []
          : [['To', { kind: 'code' as const, text: document.image }] as const]),
        ['Copied', `${document.copied} (${formatBytes(document.copiedBytes)})`],
        ['Mounted', String(document.mounted)],
        ['Skipped', `${document.skipped} that were there`],
      ],
    },
    ...namesTable(document.names),
    ...notes(document),
  ],
});

function namesTable(names: readonly CopiedName[]): readonly Block[] {
  if (names.length === 0) return [];
  const rows = names.map(({ tag, digest, before, state }): readonly Text[] => [
    { kind: 'code', text: tag },
    { kind: 'mark', mark: marks[state], text: state },
    { kind: 'code', text: short(state === 'refused' ? before : digest) },
    state === 'moved' ? `from ${short(before)}` : '',
  ]);
  return [{ kind: 'table', head: ['Tag', 'State', 'Stands on', 'Before'], rows }];
}

function notes({ platforms, kept, source, digest }: CopyDocument): readonly Block[] {
  const sentences = [
    platforms.length > 0 && !source.endsWith(`@${digest ?? ''}`)
      ? `Only ${platforms.join(', ')}: the digest is another one than that of the source, whose own signatures do not count for it.`
      : undefined,
    kept.length > 0
      ? `Left as they were, since they stand on something else there: ${kept.join(', ')}`
      : undefined,
  ];
  return sentences
    .filter((text) => text !== undefined)
    .map((text) => ({ kind: 'paragraph' as const, text }));
}
