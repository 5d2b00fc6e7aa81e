import * as v from 'valibot';

import type { ArchiveFile } from './archive-file.ts';
import { Corrupt, NotThere } from './errors.ts';
import { maxManifestBytes, parseJson } from './json.ts';
import { parseRegistryReference } from './reference.ts';
import { some } from './some.ts';

const maxImages = 1000;
const maxLayers = 10_000;

const texts = v.nullish(v.array(v.string()));
// https://github.com/moby/docker-image-spec/blob/v1.3.1/v1.2.md#combined-image-json--filesystem-changeset-format
const listSchema = v.array(v.object({ Config: v.string(), RepoTags: texts, Layers: texts }));
/** An image in `manifest.json`. */
export type Saved = v.InferOutput<typeof listSchema>[number];

/**
 * What an archive of `docker save` says that it holds.
 * @throws Corrupt
 */
export async function savedIn(file: ArchiveFile): Promise<readonly Saved[]> {
  const what = `"manifest.json" in ${file.where}`;
  const bytes = await file.read('manifest.json', maxManifestBytes);
  if (bytes === undefined) {
    const isOci = (await file.table()).find('index.json') !== undefined;
    throw new Corrupt(
      file.where,
      isOci
        ? 'it has no "manifest.json" but an "index.json": read it as oci-archive:FILE'
        : 'it has no "manifest.json", so it is no archive of images',
    );
  }
  const result = v.safeParse(listSchema, parseJson(bytes, what));
  if (!result.success)
    throw new Corrupt(what, 'it is no list of images with "Config" and "Layers"');
  const list = result.output;
  const layers = list.reduce((sum, { Layers }) => sum + (Layers?.length ?? 0), 0);
  if (list.length > maxImages || layers > maxLayers) {
    throw new Corrupt(what, `it lists more than ${maxImages} images or ${maxLayers} layers`);
  }
  return list;
}

/**
 * Those that have the name, with its tags alone.
 * @throws NotThere when there is none
 */
export function withName(list: readonly Saved[], image: string, where: string): readonly Saved[] {
  const found = list.flatMap((saved) => {
    const RepoTags = (saved.RepoTags ?? []).filter((text) => fullName(text) === image);
    return RepoTags.length === 0 ? [] : [{ ...saved, RepoTags }];
  });
  if (found.length > 0) return found;
  const names = new Set(list.flatMap(({ RepoTags }) => RepoTags ?? []));
  throw new NotThere(image, `${where}, which holds ${some([...names]) || 'no name'}`);
}

/** Docker writes `acme/shop:1.0`, and skopeo `docker.io/acme/shop:1.0`. */
function fullName(text: string): string | undefined {
  try {
    return parseRegistryReference(text).name;
  } catch {
    return undefined;
  }
}
