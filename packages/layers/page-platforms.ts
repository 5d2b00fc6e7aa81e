import { formatBytes } from '#io';
import type { Block, Text } from '#report';

import type { LayersDocument, LayersOfPlatform } from './document.ts';
import { counted, mostRows, note } from './page-words.ts';

/** Sizes of platforms are never the same; from here on somebody may want to know why. */
const notable = 1.1;

interface Row {
  readonly title: string;
  readonly values: readonly string[];
  readonly differs: boolean;
}

/** The platforms of an index side by side; what is not alike stands out. Nothing where there is only one. */
export function platformsBlocks({
  platforms,
  differences,
}: Pick<LayersDocument, 'platforms' | 'differences'>): readonly Block[] {
  if (platforms.length < 2) return [];
  const packages = differences.filter(({ what }) => what === 'package');
  const head = ['', ...platforms.map(({ platform }) => platform)];
  const more = packages.length - mostRows;
  const rows = packages.slice(0, mostRows).map(({ name, values }): Row => ({
    title: name ?? '',
    values: values.map((value) => value ?? '–'),
    differs: values.includes(null),
  }));
  return [
    { kind: 'table', head, rows: rowsOf(platforms).map(cellsOf) },
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'details' as const,
            summary: `${counted(packages.length, 'package')} not the same`,
            blocks: [
              {
                kind: 'table' as const,
                head: ['Package', ...head.slice(1)],
                rows: rows.map(cellsOf),
              },
              ...(more > 0 ? [note(`and ${more} more`)] : []),
            ],
          },
        ]),
  ];
}

const rowsOf = (platforms: readonly LayersOfPlatform[]): readonly Row[] => {
  const sizes = (title: string, size: (of: LayersOfPlatform) => number): Row => {
    const all = platforms.map(size);
    const differs = Math.max(...all) > Math.min(...all) * notable;
    return { title, values: all.map(formatBytes), differs };
  };
  const texts = (title: string, text: (of: LayersOfPlatform) => string): Row => {
    const values = platforms.map(text);
    return { title, values, differs: new Set(values).size > 1 };
  };
  return [
    sizes('Files', ({ sizeBytes }) => sizeBytes),
    sizes('To pull', ({ compressedBytes }) => compressedBytes),
    sizes('Wasted', ({ reclaimableBytes }) => reclaimableBytes),
    texts('Layers', ({ layers }) => String(layers.length)),
    texts('Base', ({ base }) => base?.name ?? 'not known'),
    texts('System', ({ system }) => system ?? 'not known'),
    texts('Packages', ({ packages }) => String(packages)),
    texts('Root', ({ user }) => (user.root === null ? 'not known' : user.root ? 'yes' : 'no')),
  ];
};

const cellsOf = ({ title, values, differs }: Row): readonly Text[] => [
  title,
  ...values.map((text): Text => (differs ? { kind: 'strong', text } : text)),
];
