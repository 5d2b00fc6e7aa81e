import { pullCost, shownPath, type RawPath } from '#image';
import { diffPackages, type Package } from '#inventory';
import { pinned, type Digest } from '#oci';

import type { Analysis } from './analysis.ts';
import { bounded, type Bounds } from './bounded.ts';
import type { ByClass } from './classes.ts';
import { deltaOf, type BeforeAfter, type Delta } from './delta.ts';
import type { LayersDelta } from './document.ts';

const mostFiles = 100;

/** From the root of the image, as all paths of the document are. */
const shownFile = (path: RawPath): string => shownPath(`/${path}`);

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
  {
    name,
    digest,
    bounds,
  }: { readonly name: string; readonly digest: Digest; readonly bounds?: Bounds },
): LayersDelta {
  const texts = (of: readonly string[]): readonly string[] => bounded(of, (text) => text, bounds);
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
      path: shownFile(path),
      kind: 'added' as const,
      causes: [],
      beforeBytes: 0,
      afterBytes: sizeBytes,
    })),
    ...delta.removed.map(({ path, sizeBytes }) => ({
      path: shownFile(path),
      kind: 'removed' as const,
      causes: [],
      beforeBytes: sizeBytes,
      afterBytes: 0,
    })),
    ...delta.changed.map(({ path, before: was, after: now, causes }) => ({
      path: shownFile(path),
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
    beforeStoredBytes: before.waste.storedBytes,
    afterStoredBytes: after.waste.storedBytes,
    beforeClasses: classesAt(delta, 'before'),
    afterClasses: classesAt(delta, 'after'),
    uncompared: delta.uncompared,
    onlyTimes: delta.onlyTimes,
    files: files.toSorted((a, b) => weight(b) - weight(a)).slice(0, mostFiles),
    pullBytes: pull.sizeBytes,
    pullLayers: pull.layers,
    packages: {
      added: texts(packages.added.map(versioned)),
      removed: texts(packages.removed.map(versioned)),
      changed: texts(packages.changed.map((each) => `${each.name} ${each.from} → ${each.to}`)),
    },
  };
}

const versioned = ({ name, version }: Pick<Package, 'name' | 'version'>): string =>
  `${name} ${version}`;
