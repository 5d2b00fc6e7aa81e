import { cleanPath, platformOf, pullCost, shownPath } from '#image';
import { formatPlatform } from '#oci';

import { remedyOf } from './advice-words.ts';
import type { Analysis } from './analysis.ts';
import { bounded, type Bounds } from './bounded.ts';
import { bytesByClass, keptByClass } from './classes.ts';
import { duplicatesOf, type Duplicate } from './duplicates.ts';
import type { DiveAnalysis } from './dive.ts';
import type { LayersDelta, LayersDocument, LayersOfPlatform } from './document.ts';
import { wasteRows } from './waste-rows.ts';

const mostAdvice = 100;
const mostDuplicates = 100;
const mostCopies = 10;
const mostUnread = 1000;

/** What an analysis says, as data that leaves the house. */
export function reportOf(
  analysis: Analysis,
  delta: LayersDelta | null,
  bounds?: Bounds,
): LayersOfPlatform {
  const { image, config, waste, classify, base, inventory, user } = analysis;
  const layers = layersOf(analysis);
  const lost = waste.waste.map(({ path, addedIn, bytes }) => ({
    path: cleanPath(path) ?? path,
    layer: addedIn,
    sizeBytes: bytes,
  }));
  const placeOf = (layer: number): string => {
    const line = layers[layer]?.line ?? null;
    return line === null ? `layer ${layer}` : `line ${line}`;
  };
  const duplicates = duplicatesOf(analysis.listings, waste.kept, mostDuplicates);
  return {
    platform: formatPlatform(platformOf(image, config)),
    digest: image.digest,
    indexes: null,
    layers,
    sizeBytes: waste.storedBytes,
    compressedBytes: pullCost(undefined, image.manifest).sizeBytes,
    efficiency: waste.storedBytes === 0 ? 1 : waste.reachableBytes / waste.storedBytes,
    reclaimableBytes: waste.reclaimableBytes,
    waste: wasteRows(waste.waste, bounds).map(
      ({ path, bytes, addedIn, hiddenIn, reason, sameContent }) => ({
        path: shownPath(path),
        bytes,
        addedIn,
        hiddenIn,
        reason,
        sameContent: sameContent ?? null,
      }),
    ),
    advice: analysis.advice.slice(0, mostAdvice).map((advice) => ({
      kind: advice.kind,
      text: remedyOf(advice, placeOf),
      layer: advice.layer,
      line: layers[advice.layer]?.line ?? null,
      owner: layers[advice.layer]?.owner ?? null,
      bytes: advice.bytes,
      keptBytes: advice.keptBytes,
    })),
    duplicateBytes: duplicates.extraBytes,
    duplicates: duplicates.largest.map(duplicateReport),
    classes: keptByClass(waste.kept(), classify),
    wasteClasses: bytesByClass(lost, classify),
    base:
      base === undefined
        ? null
        : {
            name: base.name === undefined ? null : clipped(base.name, mostOfName),
            digest: base.digest ?? null,
            layers: base.layers,
            from: base.rung,
            verified: base.verified,
            doubt: base.doubt === undefined ? null : clipped(base.doubt, mostOfName),
          },
    system: inventory.os?.prettyName ?? inventory.os?.id ?? null,
    packages: inventory.packages.length,
    unread: inventory.unread.slice(0, mostUnread).map((path) => shownPath(`/${path}`)),
    user: { root: user.root === 'unknown' ? null : user.root, why: user.why },
    delta,
  };
}

function layersOf(analysis: Analysis): LayersOfPlatform['layers'] {
  const { image, indexes, history, classes, waste, listings } = analysis;
  const wasted = listings.map(() => 0);
  for (const { addedIn, bytes } of waste.waste) wasted[addedIn] = (wasted[addedIn] ?? 0) + bytes;
  return image.manifest.layers.map(({ digest, size }, at) => {
    const layer = indexes[at]?.header.layer;
    let sizeBytes = 0;
    const listing = listings[at];
    for (let entry = 0; entry < (listing?.count ?? 0); entry++) {
      sizeBytes += listing?.sizeBytes(entry) ?? 0;
    }
    return {
      digest,
      diffId: layer !== undefined && 'diffId' in layer ? layer.diffId : null,
      sizeBytes,
      compressedBytes: size,
      wastedBytes: wasted[at] ?? 0,
      command: history.layers[at]?.command ?? null,
      class: classes[at] ?? 'application',
      ...madeBy(analysis, at),
    };
  });
}

const duplicateReport = ({ bytes, extraBytes, copies }: Duplicate) => ({
  bytes,
  extraBytes,
  copies: copies.length,
  paths: copies.slice(0, mostCopies).map(({ path }) => shownPath(path)),
});

type MadeBy = Pick<
  LayersOfPlatform['layers'][number],
  'instruction' | 'line' | 'lineFrom' | 'owner'
>;

function madeBy({ lines, owners }: Analysis, at: number): MadeBy {
  const line = lines[at];
  const from = line?.source === 'history' ? 'dockerfile' : line?.source;
  return {
    instruction: line === undefined ? null : onOneLine(line.text),
    line: line?.line ?? null,
    lineFrom: from ?? null,
    owner: owners[at] ?? null,
  };
}

/** Somebody else's Dockerfile may give one long instruction to each of many layers. */
const longest = 10_000;

const onOneLine = (text: string): string => clipped(text, longest).replace(/\s+/g, ' ');

/** No reference is longer. */
const mostOfName = 1000;

const clipped = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}…` : text;

/** Dive's numbers as data that leaves the house. */
export const diveReport = (dive: DiveAnalysis): NonNullable<LayersDocument['dive']> => ({
  ...dive,
  layerSizes: [...dive.layerSizes],
  inefficient: bounded(dive.inefficient, ({ file }) => file).map((row) => ({
    ...row,
    file: shownPath(row.file),
  })),
});
