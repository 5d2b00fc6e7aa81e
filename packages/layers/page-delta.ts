import { formatBytes } from '#io';
import type { Block, Text } from '#report';

import { fileClasses } from './classes.ts';
import type { LayersDelta } from './document.ts';
import { code, counted, mostRows, note, tableOf, toned } from './page-words.ts';

const mostPackages = 50;

/** What is different from another image. */
export function deltaBlocks(delta: LayersDelta): readonly Block[] {
  const { added, removed, files, packages } = delta;
  const grown = growthByClass(delta);
  const facts: (readonly Text[])[] = [
    ['Files', `${added} added, ${removed} removed, ${changedOf(delta)}`],
    ['Size', growthOf(delta)],
    ...(grown === '' ? [] : [['By class', grown]]),
    ['To pull', pullOf(delta)],
    ...(delta.onlyTimes ? [['Note', toned('warning', 'only timestamps changed')] as const] : []),
  ];
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
        ...(files.length === 0 ? [] : [filesTable(delta)]),
        ...(changes.length === 0 ? [] : [packagesList(changes)]),
      ],
    },
  ];
}

const filesTable = ({ files }: LayersDelta): Block =>
  tableOf(files.slice(0, mostRows), [
    { title: 'Change', of: ({ kind }) => kind },
    { title: 'File', of: ({ path }) => code(path.startsWith('/') ? path : `/${path}`) },
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

function packagesList(changes: readonly string[]): Block {
  const more = changes.length - mostPackages;
  return {
    kind: 'details',
    summary: counted(changes.length, 'package'),
    blocks: [
      { kind: 'list', items: changes.slice(0, mostPackages) },
      ...(more > 0 ? [note(`and ${more} more`)] : []),
    ],
  };
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

const growthOf = ({ beforeBytes, afterBytes }: LayersDelta): string =>
  afterBytes === beforeBytes ? 'the same size' : signed(afterBytes - beforeBytes);

/** `application +2.1 MB, base −30.0 kB`; empty where each class has what it had. */
const growthByClass = ({ beforeClasses, afterClasses }: LayersDelta): string =>
  fileClasses
    .map((name) => ({ name, growth: afterClasses[name] - beforeClasses[name] }))
    .filter(({ growth }) => growth !== 0)
    .map(({ name, growth }) => `${name} ${signed(growth)}`)
    .join(', ');

const signed = (bytes: number): string => `${bytes < 0 ? '−' : '+'}${formatBytes(Math.abs(bytes))}`;
