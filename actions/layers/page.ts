import { formatBytes } from '#io';
import {
  layersAnnotations,
  mostAdvice,
  percent,
  platformBlocks,
  platformsBlocks,
  type LayersDocument,
} from '#layers';
import { gatesTable } from '#pipeline';
import type { Block, Page, Text } from '#report';

const mostRows = 15;

/** The layers of every platform, what is wasted and what would mend it, and what is different from another image. */
export function page({
  image,
  platforms,
  differences,
  results,
  dive,
  dockerfile,
  verified,
}: LayersDocument): Page {
  return {
    title: `Layers of ${image ?? ''}`,
    blocks: [
      ...(verified ? [] : [note('Digests were not verified: no gate believes any of this.')]),
      ...platformsBlocks({ platforms, differences }),
      ...platforms.flatMap((each): readonly Block[] =>
        platforms.length === 1
          ? platformBlocks(each)
          : [
              {
                kind: 'section',
                title: each.platform,
                blocks: platformBlocks(each, { isTitled: true }),
              },
            ],
      ),
      ...(dive === null ? [] : diveBlocks(dive)),
      ...gatesTable(results),
    ],
    annotations: layersAnnotations({ platforms, dockerfile }, mostAdvice.whole),
  };
}

const note = (text: string): Block => ({ kind: 'paragraph', text });
const code = (text: string): Text => ({ kind: 'code', text });

const userWasted = ({ userWastedPercent: part }: NonNullable<LayersDocument['dive']>): string =>
  typeof part === 'number' ? percent(part) : part;

const diveBlocks = (dive: NonNullable<LayersDocument['dive']>): readonly Block[] => [
  {
    kind: 'section',
    title: 'As Dive counts',
    blocks: [
      {
        kind: 'table',
        head: ['efficiency', 'wastedBytes', 'userWastedPercent'],
        right: [0, 1, 2],
        rows: [[percent(dive.efficiency), formatBytes(dive.wastedBytes), userWasted(dive)]],
      },
      ...(dive.inefficient.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              head: ['Count', 'Wasted Space', 'File Path'],
              right: [0, 1],
              rows: dive.inefficient
                .slice(0, mostRows)
                .map(({ count, sizeBytes, file }) => [
                  String(count),
                  formatBytes(sizeBytes),
                  code(file),
                ]),
            },
            ...(dive.inefficient.length > mostRows
              ? [note(`and ${dive.inefficient.length - mostRows} more`)]
              : []),
          ]),
    ],
  },
];
