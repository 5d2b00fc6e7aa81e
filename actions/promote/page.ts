import { gatesTable, moveBlocks, sourcesBlocks, type PromoteDocument } from '#pipeline';
import type { Block, Page } from '#report';

/** The move, every gate before it, and what follows from it. */
export function page({ name, move, held, resumed, results, sources }: PromoteDocument): Page {
  return {
    title: `${name}: ${move.environment}`,
    blocks: [
      ...moveBlocks(move),
      ...gatesTable(results),
      ...(held ? [holdNote(name, move.environment)] : []),
      ...(resumed > 0 ? [{ kind: 'paragraph' as const, text: 'Automatic moves go on.' }] : []),
      ...sourcesBlocks(sources),
    ],
  };
}

const holdNote = (name: string, environment: string): Block => ({
  kind: 'paragraph',
  text: [
    'Automatic moves wait until ',
    { kind: 'code', text: `ecluse promote ${name} --environment ${environment} --resume` },
  ],
});
