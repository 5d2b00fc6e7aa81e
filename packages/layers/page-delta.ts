import { formatBytes } from '#io';
import type { Block, Text } from '#report';

import { fileClasses } from './classes.ts';
import type { LayersDelta } from './document.ts';
import { code, counted, mostRows, note, tableOf, toned } from './page-words.ts';

const mostPackages = 50;

/** What is different from another image. */
export function deltaBlocks(delta: LayersDelta): readonly Block[] {
  const { added, removed, files } = delta;
  const grown = growthByClass(delta);
  const facts: (readonly Text[])[] = [
    ['Files', `${added} added, ${removed} removed, ${changedOf(delta)}`],
    ['Size', growthOf(delta)],
    ...(grown === '' ? [] : [['By class', grown]]),
    ['To pull', pullOf(delta)],
    ...(delta.uncompared === 0 ? [] : [['Not compared', uncomparedOf(delta)]]),
    ...(delta.onlyTimes ? [['Note', toned('warning', 'only timestamps changed')] as const] : []),
  ];
  return [
    {
      kind: 'section',
      title: ['Compared with ', { kind: 'code', text: delta.image }],
      blocks: [
        { kind: 'table', head: ['', ''], rows: facts },
        ...(files.length === 0 ? [] : [filesTable(delta), ...unlisted(delta)]),
        ...packagesBlocks(delta),
      ],
    },
  ];
}

const uncomparedOf = ({ uncompared }: LayersDelta): string =>
  `${counted(uncompared, 'file')} of the same size, whose bytes were not hashed`;

function unlisted({ added, removed, changed, files }: LayersDelta): readonly Block[] {
  const more = added + removed + changed - Math.min(files.length, mostRows);
  return more > 0 ? [note(`and ${more} more`)] : [];
}

const filesTable = ({ files }: LayersDelta): Block =>
  tableOf(files.slice(0, mostRows), [
    { title: 'Change', of: ({ kind }) => kind },
    { title: 'File', of: ({ path }) => code(path) },
    {
      title: 'Before',
      right: true,
      of: ({ kind, beforeBytes }) => (kind === 'added' ? '' : formatBytes(beforeBytes)),
    },
    {
      title: 'Now',
      right: true,
      of: ({ kind, afterBytes }) => (kind === 'removed' ? '' : formatBytes(afterBytes)),
    },
    { title: 'Why', of: ({ causes }) => causes.join(', ') },
  ]);

function packagesBlocks({ packages }: LayersDelta): readonly Block[] {
  const { changed, added, removed } = packages;
  const all = [
    ...changed,
    ...added.map((name) => `${name} added`),
    ...removed.map((name) => `${name} removed`),
  ];
  if (all.length === 0) return [];
  const more = all.length - mostPackages;
  const counts = Object.entries({ changed, added, removed })
    .filter(([, { length }]) => length > 0)
    .map(([what, { length }]) => `${length} ${what}`);
  return [
    {
      kind: 'details',
      summary: `Packages: ${counts.join(', ')}`,
      blocks: [
        { kind: 'list', items: all.slice(0, mostPackages) },
        ...(more > 0 ? [note(`and ${more} more`)] : []),
      ],
    },
  ];
}

/** The same in a sentence. */
export function deltaSentence(delta: LayersDelta): Text {
  const { added, removed, image } = delta;
  return [
    'compared with ',
    { kind: 'code', text: image.replace(/^.*@/, '').slice(0, 19) },
    `: ${growthOf(delta)}, ${counted(added, 'file')} added, ${removed} removed, ${changedOf(delta)}, ${pullOf(delta)} to pull`,
  ];
}

function changedOf({ changed, changedTimes, onlyTimes }: LayersDelta): string {
  if (onlyTimes) return `${changed} changed (only timestamps)`;
  return `${changed} changed${changedTimes === 0 ? '' : ` (${changedTimes} of them only in time)`}`;
}

const pullOf = ({ pullBytes, pullLayers }: LayersDelta): string =>
  pullLayers === 0 ? 'nothing' : `${formatBytes(pullBytes)} in ${counted(pullLayers, 'layer')}`;

/** What is stored, as the gates have it; where something else is shown of it, that too. */
function growthOf(delta: LayersDelta): string {
  const stored = delta.afterStoredBytes - delta.beforeStoredBytes;
  const shown = delta.afterBytes - delta.beforeBytes;
  if (stored === shown) return stored === 0 ? 'the same size' : signed(stored);
  return `${signed(stored)} in the layers, ${signed(shown)} in the image`;
}

/** `application +2.1 MB, base −30.0 kB`; empty where each class has what it had. */
const growthByClass = ({ beforeClasses, afterClasses }: LayersDelta): string =>
  fileClasses
    .map((name) => ({ name, growth: afterClasses[name] - beforeClasses[name] }))
    .filter(({ growth }) => growth !== 0)
    .map(({ name, growth }) => `${name} ${signed(growth)}`)
    .join(', ');

const signed = (bytes: number): string => `${bytes < 0 ? '−' : '+'}${formatBytes(Math.abs(bytes))}`;
