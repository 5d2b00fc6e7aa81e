import { expect, test } from '@jest/globals';

import { FileTree, readLayer, type Directory, type LayerEntries } from '#image';
import { Failed } from '#io';
import { Corrupt } from '#oci';

import { pieces, tarOf, type Member } from '../packages/image/tars.ts';
import type { Random } from '../rounds.ts';
import { applied, resolved, type Files, type Standing } from './model.ts';
import { watched, within } from './watched.ts';

const letters = ['a', 'b', 'c', 'd'] as const;
const path = (random: Random): string =>
  Array.from({ length: 1 + random.below(4) }, () => random.pick(letters)).join('/');
const link = (random: Random): string =>
  random.pick([path, path, (r: Random) => `/${path(r)}`, (r: Random) => `../${path(r)}`, target])(
    random,
  );
const target = (random: Random): string =>
  random.pick(['.', '..', '/', '', '../../..', 'a/../b', './c/.', 'd/', 'none/x', '../a']);

function member(random: Random): Member {
  const mode = random.below(0o1000);
  const at = path(random);
  const parent = at.replace(/[^/]*$/, '');
  switch (random.below(12)) {
    case 0:
    case 1:
      return { path: at, kind: 'directory', mode };
    case 2:
    case 3:
      return { path: at, kind: 'symlink', link: link(random), mode };
    case 4:
      return { path: at, kind: 'hardlink', link: path(random), mode };
    case 5:
      return { path: `${parent}.wh.${random.pick(letters)}`, mode };
    case 6:
      return { path: random.below(5) === 0 ? '.wh..wh..opq' : `${at}/.wh..wh..opq`, mode };
    case 7:
      return { path: at, kind: 'fifo', mode };
    default:
      return { path: at, mode, text: at };
  }
}

const layerOf = (random: Random): Promise<LayerEntries> => {
  const tar = tarOf(...Array.from({ length: random.below(12) }, () => member(random)));
  return readLayer({ what: 'the layer', open: () => pieces(tar) });
};

/** The tree as the model has it: all paths, and which are one file. */
function listed(tree: FileTree, layers: readonly LayerEntries[]): Files {
  const found: Record<string, Standing> = {};
  const walk = (folder: Directory, prefix: string): void => {
    for (const [name, node] of folder.children) {
      const { kind, mode } = node;
      found[prefix + name] =
        node.kind === 'directory'
          ? { kind, mode }
          : { kind, mode, ...(node.link === undefined ? {} : { link: node.link }) };
      if (node.kind === 'directory') walk(node, `${prefix}${name}/`);
      if (node.kind !== 'directory' && node.body !== undefined && 'layer' in node.body) {
        const { layer, ordinal } = node.body;
        const at = layers.findIndex(({ source }) => source === layer);
        found[prefix + name] = { kind, mode, file: `${at} ${ordinal}` };
      }
    }
  };
  walk(tree.root, '');
  return found;
}

/** Only files have a body that says which they are; the root's attributes are looked at apart. */
const comparable = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).flatMap(([at, { file, ...rest }]) =>
      at === ''
        ? []
        : [[at, rest.kind === 'file' && file !== undefined ? { ...rest, file } : rest]],
    ),
  );

/** What went wrong, or what came of it. */
function outcome<T>(work: () => T): T | 'refused' {
  try {
    return work();
  } catch (error) {
    if (error instanceof Corrupt || (error instanceof Failed && error.code === 'link-loop')) {
      return 'refused';
    }
    throw error;
  }
}

async function grown(random: Random): Promise<{ readonly tree: FileTree; readonly files: Files }> {
  let tree = new FileTree();
  let files: Files = {};
  const layers: LayerEntries[] = [];
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    const layer = await layerOf(random);
    layers.push(layer);
    const before = { tree, list: listed(tree, layers) };
    const next = tree.clone();
    const after = outcome(() => {
      next.apply(layer);
      return listed(next, layers);
    });
    const model = ((): Files | 'refused' => {
      try {
        return applied(files, layer, String(layers.length - 1));
      } catch {
        return 'refused';
      }
    })();
    expect(after).toEqual(model === 'refused' ? model : comparable(model));
    expect(listed(before.tree, layers)).toEqual(before.list);
    if (model === 'refused') break;
    [tree, files] = [next, model];
  }
  return { tree, files };
}

test('layers make the tree that the specification describes, and a clone leaves its original alone', async () => {
  const done = await watched((random) => within({ ms: 1000 }, 'layers', () => grown(random)), {
    parts: 2,
  });
  expect(done).toBeGreaterThan(0);
});

test('a path leads to where a kernel would find it below the root of the image', async () => {
  const done = await watched(
    async (random) => {
      const { tree, files } = await grown(random);
      for (let count = 0; count < 20; count += 1) {
        const wanted = [path(random), random.pick([target, path, link])(random)].join('/');
        const followLast = random.below(2) === 0;
        await within({ ms: 500 }, wanted, () => {
          const found = outcome(() => tree.resolve(wanted, { followLast }));
          const model = resolved(files, wanted, followLast);
          if (found === 'refused') {
            expect([wanted, model]).toEqual([wanted, undefined]);
            return;
          }
          expect([wanted, found.path, found.blocked !== undefined]).toEqual([
            wanted,
            ...(model === undefined ? [] : [model.path, model.blocked]),
          ]);
          const { node } = found;
          if (found.blocked === undefined && found.path !== '') {
            expect(node?.kind).toBe(files[found.path]?.kind);
          }
        });
      }
    },
    { parts: 2 },
  );
  expect(done).toBeGreaterThan(0);
});
