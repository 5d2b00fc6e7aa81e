import { short, type StatusDocument } from '#pipeline';
import type { Page, Text } from '#report';

/** The board: image by environment. */
export const page = ({ board, sources }: StatusDocument): Page => ({
  title: 'Status',
  blocks: [
    {
      kind: 'table',
      head: ['Image', 'Environment', 'Version', 'Commit', 'Digest', 'Since', 'Behind'],
      right: [6],
      rows: board.map((square): readonly Text[] => [
        square.image,
        square.held ? `${square.environment} (held)` : square.environment,
        square.versions.join(', '),
        square.commit?.slice(0, 12) ?? '',
        square.digest === null ? 'nothing' : { kind: 'code', text: short(square.digest) },
        square.since?.slice(0, 16).replace('T', ' ') ?? '',
        square.behind === null ? '' : String(square.behind),
      ]),
    },
    { kind: 'paragraph', text: `Policy: ${sources.policy}` },
  ],
});
