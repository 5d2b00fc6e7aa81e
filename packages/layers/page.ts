import { formatBytes } from '#io';
import type { Block, Text } from '#report';

import type { LayersDocument, LayersOfPlatform } from './document.ts';
import { byClass } from './page-classes.ts';
import { deltaBlocks, deltaSentence } from './page-delta.ts';
import {
  code,
  counted,
  mostAdvice,
  mostRows,
  notableAdvice,
  note,
  percent,
  sentence,
  tableOf,
  toned,
} from './page-words.ts';

type Layer = LayersOfPlatform['layers'][number];

/**
 * Everything about one platform: its layers, what is wasted, what would help, and what is different. `isTitled`: its
 * name stands above.
 */
export function platformBlocks(
  of: LayersOfPlatform,
  { isTitled = false }: { readonly isTitled?: boolean } = {},
): readonly Block[] {
  const { sizeBytes, compressedBytes, base, user, system } = of;
  const facts: (readonly Text[])[] = [
    ['Files', formatBytes(sizeBytes)],
    ['To pull', formatBytes(compressedBytes)],
    ['Wasted', wastedOf(of)],
    ...(byClass(of) === '' ? [] : [['By class', byClass(of)]]),
    ['Base', baseOf(base)],
    ['System', `${system ?? 'no distribution'}, ${counted(of.packages, 'package')}`],
    ...(of.unread.length === 0 ? [] : [['Unread', unreadOf(of)]]),
    ['User', user.why],
    ...(of.indexes === null ? [] : [['Indexes', code(of.indexes)]]),
  ];
  return [
    { kind: 'table', head: [isTitled ? '' : of.platform, ''], rows: facts },
    layersTable(of),
    ...wasteBlocks(of),
    ...duplicateBlocks(of),
    ...adviceBlocks(of),
    ...(of.delta === null ? [] : deltaBlocks(of.delta)),
  ];
}

function wastedOf({ reclaimableBytes, efficiency }: LayersOfPlatform): Text {
  if (reclaimableBytes === 0) return 'nothing';
  return toned('warning', `${formatBytes(reclaimableBytes)} (${percent(1 - efficiency)})`);
}

/** What a count of packages leaves out. */
function unreadOf({ unread: [first = '', ...others] }: LayersOfPlatform): Text {
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return [{ kind: 'code', text: first }, `${more}: what is in there is not known`];
}

/** Who says what an image stands on: the rungs of the ladder, for a sentence. */
const sayers: Readonly<Record<string, string>> = {
  given: 'as it was given',
  annotation: 'by an annotation',
  label: 'by a label',
  provenance: 'by the provenance',
  dockerfile: 'by the Dockerfile',
  candidate: 'as the one of those that were given',
};

function baseOf(base: LayersOfPlatform['base']): string {
  if (base === null) return 'not known';
  const layers = base.layers === 1 ? 'the lowest layer' : `the lowest ${base.layers} layers`;
  if (base.from === 'history') return `not known; by the history ${layers}`;
  const name = base.name ?? base.digest ?? 'an image without a name';
  const by = sayers[base.from] ?? base.from;
  if (base.name === 'scratch') return `scratch ${by}: every layer is the image's own`;
  if (base.verified) return `${name} ${by}, proven: ${layers}`;
  return `${name} ${by}, not proven${base.doubt === null ? '' : `: ${base.doubt}`}`;
}

const layersTable = ({ layers }: LayersOfPlatform): Block =>
  tableOf(layers, [
    { title: '#', right: true, of: (_, at) => String(at) },
    { title: 'Size', right: true, of: ({ sizeBytes }) => formatBytes(sizeBytes) },
    { title: 'To pull', right: true, of: ({ compressedBytes }) => formatBytes(compressedBytes) },
    {
      title: 'Wasted',
      right: true,
      of: ({ wastedBytes }) =>
        wastedBytes === 0 ? '' : toned('warning', formatBytes(wastedBytes)),
    },
    { title: 'Class', of: ({ class: of }) => (of === 'base' ? toned('quiet', of) : of) },
    { title: 'Owner', of: ({ owner }) => owner ?? '' },
    { title: 'Line', right: true, of: ({ line }) => (line === null ? '' : String(line)) },
    {
      title: 'Made by',
      clip: true,
      of: (layer) => (madeBy(layer) === '' ? '' : code(madeBy(layer))),
    },
  ]);

/** As the Dockerfile has it; of a script in a heredoc the history knows more. */
const madeBy = ({ instruction, command }: Layer): string =>
  (instruction?.includes('<<') === true ? (command ?? instruction) : (instruction ?? command)) ??
  '';

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

function wasteBlocks({ waste, reclaimableBytes }: LayersOfPlatform): readonly Block[] {
  if (waste.length === 0) return [note('Every byte that is stored is shown: nothing is wasted.')];
  const rows = waste.slice(0, mostRows);
  const more = waste.length - rows.length;
  return [
    {
      kind: 'section',
      title: `Wasted: ${formatBytes(reclaimableBytes)}`,
      blocks: [
        tableOf(rows, [
          { title: 'Size', right: true, of: ({ bytes }) => formatBytes(bytes) },
          { title: 'File', of: ({ path }) => code(path) },
          {
            title: 'Layers',
            of: ({ addedIn, hiddenIn }) => `${addedIn} → ${hiddenIn}`,
          },
          {
            title: 'How',
            of: ({ reason, sameContent }) =>
              sameContent === true ? `${reason}, same content` : reason,
          },
        ]),
        ...(more === 0 ? [] : [note(`and ${more} more`)]),
      ],
    },
  ];
}

/** Below a hundredth of all files they surprise nobody. */
const fewest = 0.01;

function duplicateBlocks(of: LayersOfPlatform): readonly Block[] {
  const { duplicates, duplicateBytes, sizeBytes } = of;
  if (duplicateBytes === 0 || duplicateBytes < sizeBytes * fewest) return [];
  const rows = duplicates.slice(0, mostRows);
  const table = tableOf(rows, [
    { title: 'Again', right: true, of: ({ extraBytes }) => formatBytes(extraBytes) },
    { title: 'Copies', right: true, of: ({ copies }) => String(copies) },
    { title: 'One of them', of: ({ paths: [path = ''] }) => code(path) },
  ]);
  const summary = `Equal files under several paths, which is no waste: ${formatBytes(duplicateBytes)}`;
  return [{ kind: 'details', summary, blocks: [table] }];
}

function adviceBlocks(of: LayersOfPlatform): readonly Block[] {
  const items = adviceItems(of);
  if (items.length === 0) return [];
  return [{ kind: 'section', title: 'What would help', blocks: [{ kind: 'list', items }] }];
}

const adviceItems = ({ layers, ...of }: LayersOfPlatform): readonly Text[] =>
  notableAdvice(of)
    .slice(0, mostAdvice.whole)
    .map(({ text, bytes, keptBytes, layer, line, owner }): Text => {
      const { [layer]: by } = layers;
      const saves = [
        ...(bytes > 0 ? [`saves ${formatBytes(bytes)}`] : []),
        ...(keptBytes > 0 ? [`${formatBytes(keptBytes)} less in the image`] : []),
      ].join(', ');
      const where = line === null ? `layer ${layer}` : `line ${line}`;
      return [
        `${sentence(text)} (${saves}; ${where}: `,
        { kind: 'code', text: shortened(by === undefined ? '' : madeBy(by)) },
        owner === null ? ')' : `; ${owner})`,
      ];
    });

/** The same in short, for a page that is about more than layers. */
export function layersSummary({ platforms }: LayersDocument): readonly Block[] {
  return platforms.flatMap((of): readonly Block[] => {
    const { sizeBytes, compressedBytes, reclaimableBytes, efficiency, layers, user, delta } = of;
    const facts: readonly Text[] = [
      `${formatBytes(sizeBytes)} of files in ${counted(layers.length, 'layer')}, ${formatBytes(compressedBytes)} to pull`,
      reclaimableBytes === 0
        ? 'nothing is wasted'
        : `${formatBytes(reclaimableBytes)} wasted (${percent(1 - efficiency)})`,
      ...adviceItems(of).slice(0, mostAdvice.short),
      user.why,
      ...(delta === null ? [] : [deltaSentence(delta)]),
    ];
    return [
      { kind: 'paragraph', text: `Layers (${of.platform}):` },
      { kind: 'list', items: facts },
      { kind: 'details', summary: counted(layers.length, 'layer'), blocks: [layersTable(of)] },
    ];
  });
}
