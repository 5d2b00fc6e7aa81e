import { formatBytes } from '#io';
import type { Annotation, Block, Text } from '#report';

import type { LayersDelta, LayersDocument, LayersOfPlatform } from './document.ts';

const mostRows = 15;
const mostAnnotations = 10;

const note = (text: string): Block => ({ kind: 'paragraph', text });
const code = (text: string): Text => ({ kind: 'code', text });
export const percent = (part: number): string =>
  `${(part * 100).toFixed(part > 0.9995 && part < 1 ? 2 : 1)} %`;

/** Everything about one platform: its layers, what is wasted, what would help, and what is different. */
export function platformBlocks(of: LayersOfPlatform): readonly Block[] {
  const { sizeBytes, compressedBytes, efficiency, reclaimableBytes, base, user, system } = of;
  const facts: (readonly Text[])[] = [
    ['Files', formatBytes(sizeBytes)],
    ['To pull', formatBytes(compressedBytes)],
    ['Wasted', `${formatBytes(reclaimableBytes)} (${percent(1 - efficiency)})`],
    ['Base', baseOf(base)],
    ['System', [system ?? 'not known', `, ${of.packages} packages`]],
    ['User', user.why],
    ...(of.indexes === null ? [] : [['Indexes', code(of.indexes)]]),
  ];
  return [
    { kind: 'table', head: [of.platform, ''], rows: facts },
    layersTable(of),
    ...wasteBlocks(of),
    ...adviceBlocks(of),
    ...(of.delta === null ? [] : deltaBlocks(of.delta)),
  ];
}

function baseOf(base: LayersOfPlatform['base']): string {
  if (base === null) return 'not known';
  const name = base.name ?? base.digest ?? 'an image without a name';
  return base.verified
    ? `${name}, ${base.layers} layers, proven (${base.from})`
    : `${name}, not proven (${base.from})`;
}

const layersTable = ({ layers }: LayersOfPlatform): Block => ({
  kind: 'table',
  head: ['#', 'Size', 'To pull', 'Wasted', 'Class', 'Line', 'Made by'],
  right: [0, 1, 2, 3, 5],
  rows: layers.map(({ sizeBytes, compressedBytes, wastedBytes, line, command, class: of }, at) => [
    String(at),
    formatBytes(sizeBytes),
    formatBytes(compressedBytes),
    wastedBytes === 0 ? '' : formatBytes(wastedBytes),
    of,
    line === null ? '' : String(line),
    command === null ? '' : code(shortened(command)),
  ]),
});

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

function wasteBlocks({ waste, reclaimableBytes }: LayersOfPlatform): readonly Block[] {
  if (waste.length === 0) return [note('Every byte that is stored is shown: nothing is wasted.')];
  const rows = waste
    .slice(0, mostRows)
    .map(({ bytes, path, addedIn, hiddenIn, reason, sameContent }): readonly Text[] => [
      formatBytes(bytes),
      code(path),
      String(addedIn),
      String(hiddenIn),
      sameContent === true ? `${reason}, with the same content` : reason,
    ]);
  const more = waste.length - rows.length;
  return [
    {
      kind: 'section',
      title: `Wasted: ${formatBytes(reclaimableBytes)}`,
      blocks: [
        {
          kind: 'table',
          head: ['Size', 'File', 'Added in', 'Hidden in', 'How'],
          right: [0, 2, 3],
          rows,
        },
        ...(more === 0 ? [] : [note(`and ${more} more`)]),
      ],
    },
  ];
}

function adviceBlocks(of: LayersOfPlatform): readonly Block[] {
  const items = adviceItems(of);
  if (items.length === 0) return [];
  return [{ kind: 'section', title: 'What would help', blocks: [{ kind: 'list', items }] }];
}

const adviceItems = ({ advice, layers }: LayersOfPlatform): readonly Text[] =>
  advice.slice(0, mostRows).map(({ text, bytes, keptBytes, layer, line }): Text => {
    const saves = [
      ...(bytes > 0 ? [`saves ${formatBytes(bytes)}`] : []),
      ...(keptBytes > 0 ? [`${formatBytes(keptBytes)} less in the image`] : []),
    ].join(', ');
    const where = line === null ? `layer ${layer}` : `line ${line}`;
    return [
      `${sentence(text)} (${saves}; ${where}: `,
      { kind: 'code', text: shortened(layers[layer]?.command ?? '') },
      ')',
    ];
  });

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function deltaBlocks(delta: LayersDelta): readonly Block[] {
  const { added, removed, changed, pullBytes, pullLayers, packages } = delta;
  const facts: (readonly Text[])[] = [
    ['Files', `${added} added, ${removed} removed, ${changed} changed`],
    ['Size', growthOf(delta)],
    ['To pull', `${formatBytes(pullBytes)} in ${pullLayers} layers`],
    ...(delta.onlyTimes ? [['Note', 'only timestamps changed'] as const] : []),
  ];
  const rows = delta.files
    .slice(0, mostRows)
    .map((file): readonly Text[] => [
      file.kind,
      code(file.path),
      formatBytes(file.beforeBytes),
      formatBytes(file.afterBytes),
      file.causes.join(', '),
    ]);
  const changes = [
    ...packages.changed,
    ...packages.added.map((name) => `+ ${name}`),
    ...packages.removed.map((name) => `− ${name}`),
  ];
  return [
    {
      kind: 'section',
      title: ['Compared with ', { kind: 'code', text: delta.image }],
      blocks: [
        { kind: 'table', head: ['', ''], rows: facts },
        ...(rows.length === 0
          ? []
          : [
              {
                kind: 'table' as const,
                head: ['Change', 'File', 'Before', 'Now', 'Why'],
                right: [2, 3],
                rows,
              },
            ]),
        ...(changes.length === 0
          ? []
          : [
              {
                kind: 'details' as const,
                summary: `${changes.length} packages`,
                blocks: [{ kind: 'list' as const, items: changes }],
              },
            ]),
      ],
    },
  ];
}

/** The advice that saves most, on the lines that it is about. */
export function layersAnnotations({
  platforms,
  dockerfile: file,
}: Pick<LayersDocument, 'platforms' | 'dockerfile'>): readonly Annotation[] {
  if (file === null) return [];
  const seen = new Set<string>();
  return platforms
    .flatMap(({ advice }) => advice)
    .flatMap(({ line, text, bytes, keptBytes }): readonly Annotation[] => {
      if (line === null || seen.has(`${line} ${text}`)) return [];
      seen.add(`${line} ${text}`);
      const message = `${sentence(text)}: saves ${formatBytes(bytes + keptBytes)}.`;
      return [{ level: 'warning', title: 'Layers', message, file, line }];
    })
    .slice(0, mostAnnotations);
}

/** The same in short, for a page that is about more than layers. */
export function layersSummary({ platforms }: LayersDocument): readonly Block[] {
  return platforms.flatMap((of): readonly Block[] => {
    const { sizeBytes, compressedBytes, reclaimableBytes, efficiency, layers, user, delta } = of;
    const facts: readonly Text[] = [
      `${formatBytes(sizeBytes)} of files in ${many(layers.length, 'layer')}, ${formatBytes(compressedBytes)} to pull`,
      reclaimableBytes === 0
        ? 'nothing is wasted'
        : `${formatBytes(reclaimableBytes)} wasted (${percent(1 - efficiency)})`,
      ...adviceItems(of).slice(0, 3),
      user.why,
      ...(delta === null ? [] : [deltaSentence(delta)]),
    ];
    return [
      { kind: 'paragraph', text: `Layers (${of.platform}):` },
      { kind: 'list', items: facts },
      { kind: 'details', summary: many(layers.length, 'layer'), blocks: [layersTable(of)] },
    ];
  });
}

function deltaSentence(delta: LayersDelta): Text {
  const { added, removed, changed, pullBytes, pullLayers, image, onlyTimes, changedTimes } = delta;
  const inTime = onlyTimes
    ? ' (only timestamps)'
    : changedTimes === 0
      ? ''
      : ` (${changedTimes} of them only in time)`;
  return [
    'compared with ',
    { kind: 'code', text: image.replace(/^.*@/, '').slice(0, 19) },
    `: ${growthOf(delta)}, ${many(added, 'file')} added, ${removed} removed, ${changed} changed${inTime}, ${formatBytes(pullBytes)} in ${many(pullLayers, 'layer')} to pull`,
  ];
}

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const growthOf = ({ beforeBytes, afterBytes }: LayersDelta): string => {
  const growth = afterBytes - beforeBytes;
  return `${growth < 0 ? '−' : '+'}${formatBytes(Math.abs(growth))}`;
};
