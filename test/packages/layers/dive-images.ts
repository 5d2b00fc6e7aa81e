import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';

import { compressionOf, entries, listed, listingOf, type Listed, type Listing } from '#image';

import { collect, pieces } from '../image/tars.ts';

/**
 * The layers of an image in an archive of Docker's or OCI's shape, in manifest order. Nothing is verified, as the
 * random images have no true digests.
 */
export async function layersOf(file: string): Promise<readonly Listing[]> {
  const files = await filesOf(plain(await readFile(file)));
  return Promise.all(
    namesOf(files).map(async (name) => listingOf(await entriesOf(plain(read(files, name))))),
  );
}

const read = (files: ReadonlyMap<string, Buffer>, name: string): Buffer => {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`there is no ${name}`);
  return bytes;
};

function plain(bytes: Buffer): Buffer {
  const compression = compressionOf(bytes);
  if (compression === 'gzip') return gunzipSync(bytes);
  return compression === 'zstd' ? zstdDecompressSync(bytes) : bytes;
}

interface Manifests {
  readonly manifests: readonly [{ readonly digest: string }];
}
interface Manifest {
  readonly layers: readonly { readonly digest: string }[];
}

function namesOf(files: ReadonlyMap<string, Buffer>): readonly string[] {
  const docker = files.get('manifest.json');
  if (docker !== undefined) {
    const [image] = JSON.parse(docker.toString()) as [{ readonly Layers: readonly string[] }];
    return image.Layers;
  }
  const blob = (digest: string): string => `blobs/${digest.replace(':', '/')}`;
  const json = (name: string): unknown => JSON.parse(read(files, name).toString());
  const { manifests } = json('index.json') as Manifests;
  const { layers } = json(blob(manifests[0].digest)) as Manifest;
  return layers.map(({ digest }) => blob(digest));
}

async function filesOf(tar: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for await (const { path, body } of entries(pieces(tar))) {
    if (body !== undefined) files.set(path, await collect(body()));
  }
  return files;
}

async function entriesOf(tar: Buffer): Promise<readonly Listed[]> {
  const found: Listed[] = [];
  for await (const entry of entries(pieces(tar))) {
    const hash = createHash('sha256');
    if (entry.body !== undefined) for await (const part of entry.body()) hash.update(part);
    found.push(listed(entry, entry.body === undefined ? undefined : hash.digest('hex')));
  }
  return found;
}
