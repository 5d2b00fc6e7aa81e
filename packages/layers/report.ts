import { cleanPath, platformOf, pullCost, shownPath } from '#image';
import { diffPackages, type Package } from '#inventory';
import { formatPlatform, pinned, type Digest } from '#oci';

import { remedyOf } from './advice.ts';
import type { Analysis } from './analysis.ts';
import { bytesByClass, keptByClass, type ByClass } from './classes.ts';
import { deltaOf, type BeforeAfter, type Delta } from './delta.ts';
import { duplicatesOf, type Duplicate } from './duplicates.ts';
import type { LayersDelta, LayersOfPlatform } from './document.ts';
import { wasteRows } from './waste-rows.ts';

const mostFiles = 100;
const mostDuplicates = 100;
const mostCopies = 10;
const mostUnread = 1000;

/** What an analysis says, as data that leaves the house. */
export function reportOf(analysis: Analysis, delta: LayersDelta | null): LayersOfPlatform {
  const { image, config, waste, classify, base, inventory, user } = analysis;
  const layers = layersOf(analysis);
  const lost = waste.waste.map(({ path, addedIn, bytes }) => ({
    path: cleanPath(path) ?? path,
    layer: addedIn,
    sizeBytes: bytes,
  }));
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
    waste: wasteRows(waste.waste).map(
      ({ path, bytes, addedIn, hiddenIn, reason, sameContent }) => ({
        path: shownPath(path),
        bytes,
        addedIn,
        hiddenIn,
        reason,
        sameContent: sameContent ?? null,
      }),
    ),
    advice: analysis.advice.map((advice) => ({
      kind: advice.kind,
      text: remedyOf(advice),
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
            name: base.name ?? null,
            digest: base.digest ?? null,
            layers: base.layers,
            from: base.rung,
            verified: base.verified,
            doubt: base.doubt ?? null,
          },
    system: inventory.os?.prettyName ?? inventory.os?.id ?? null,
    packages: inventory.packages.length,
    unread: inventory.unread.slice(0, mostUnread).map(shownPath),
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
    instruction: line?.text.replace(/\s+/g, ' ') ?? null,
    line: line?.line ?? null,
    lineFrom: from ?? null,
    owner: owners[at] ?? null,
  };
}

function classesAt({ classes }: Delta, side: keyof BeforeAfter): ByClass {
  const { base, tooling, library, application } = classes ?? {};
  return {
    base: base?.[side] ?? 0,
    tooling: tooling?.[side] ?? 0,
    library: library?.[side] ?? 0,
    application: application?.[side] ?? 0,
  };
}

/** What is different from another image, of the same platform. */
export function deltaReport(
  before: Analysis,
  after: Analysis,
  { name, digest }: { readonly name: string; readonly digest: Digest },
): LayersDelta {
  const side = ({ listings, classify, indexes }: Analysis) => {
    const ids = indexes.flatMap(({ header: { layer } }) =>
      'diffId' in layer ? [layer.diffId] : [],
    );
    return { listings, classify, diffIds: ids.length === listings.length ? ids : undefined };
  };
  const delta = deltaOf(side(before), side(after));
  const pull = pullCost(before.image.manifest, after.image.manifest);
  const packages = diffPackages(before.inventory.packages, after.inventory.packages);
  const files: LayersDelta['files'] = [
    ...delta.added.map(({ path, sizeBytes }) => ({
      path: shownPath(path),
      kind: 'added' as const,
      causes: [],
      beforeBytes: 0,
      afterBytes: sizeBytes,
    })),
    ...delta.removed.map(({ path, sizeBytes }) => ({
      path: shownPath(path),
      kind: 'removed' as const,
      causes: [],
      beforeBytes: sizeBytes,
      afterBytes: 0,
    })),
    ...delta.changed.map(({ path, before: was, after: now, causes }) => ({
      path: shownPath(path),
      kind: 'changed' as const,
      causes: [...causes],
      beforeBytes: was.sizeBytes,
      afterBytes: now.sizeBytes,
    })),
  ];
  const weight = ({ beforeBytes, afterBytes }: LayersDelta['files'][number]) =>
    Math.max(beforeBytes, afterBytes);
  return {
    image: pinned(name, digest),
    added: delta.added.length,
    removed: delta.removed.length,
    changed: delta.changed.length,
    changedTimes: delta.changed.filter(({ causes }) => causes.every((cause) => cause === 'time'))
      .length,
    beforeBytes: delta.sizeBytes.before,
    afterBytes: delta.sizeBytes.after,
    beforeClasses: classesAt(delta, 'before'),
    afterClasses: classesAt(delta, 'after'),
    uncompared: delta.uncompared,
    onlyTimes: delta.onlyTimes,
    files: files.toSorted((a, b) => weight(b) - weight(a)).slice(0, mostFiles),
    pullBytes: pull.sizeBytes,
    pullLayers: pull.layers,
    packages: {
      added: packages.added.map(versioned),
      removed: packages.removed.map(versioned),
      changed: packages.changed.map((each) => `${each.name} ${each.from} → ${each.to}`),
    },
  };
}

const versioned = ({ name, version }: Pick<Package, 'name' | 'version'>): string =>
  `${name} ${version}`;
