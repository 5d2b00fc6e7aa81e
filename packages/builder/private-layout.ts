import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { gzipBlocks, type Packed } from '#image';
import { digestOf, hexOf, mediaType, type Descriptor } from '#oci';

import { layerTar, openBodies } from './layer-file.ts';
import type { Change } from './draft.ts';

/** Writes an image into an empty folder as an OCI layout. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md */
export class PrivateLayout {
  readonly folder: string;
  readonly #blobs: string;
  #files = 0;

  private constructor(folder: string) {
    this.folder = folder;
    this.#blobs = join(folder, 'blobs', 'sha256');
  }

  static async create(folder: string): Promise<PrivateLayout> {
    const layout = new PrivateLayout(folder);
    await mkdir(layout.#blobs, { recursive: true });
    await writeFile(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
    return layout;
  }

  /** Stores a layer as gzip while it is made. */
  async layer(
    changes: readonly Change[],
    how: { readonly modified: number; readonly signal: AbortSignal },
  ): Promise<Packed> {
    const bodies = await openBodies(changes, this.#temporary());
    try {
      const path = this.#temporary();
      const packed = await writeAll(path, gzipBlocks(layerTar(changes, { ...how, bodies })));
      await rename(path, join(this.#blobs, hexOf(packed.digest)));
      return packed;
    } finally {
      await bodies.close();
    }
  }

  /** Stores a config or manifest. */
  async json(value: object, type: string): Promise<Descriptor> {
    const bytes = Buffer.from(JSON.stringify(value));
    const digest = digestOf(bytes);
    await writeFile(join(this.#blobs, hexOf(digest)), bytes);
    return { mediaType: type, digest, size: bytes.length };
  }

  /** The one image of the layout. */
  async root(descriptor: Descriptor): Promise<void> {
    const index = { schemaVersion: 2, mediaType: mediaType.index, manifests: [descriptor] };
    await writeFile(join(this.folder, 'index.json'), JSON.stringify(index));
  }

  #temporary(): string {
    return join(this.folder, `part-${this.#files++}`);
  }
}

async function writeAll(
  path: string,
  source: AsyncGenerator<Uint8Array, Packed, undefined>,
): Promise<Packed> {
  const file = await open(path, 'wx');
  try {
    for (;;) {
      const step = await source.next();
      if (step.done === true) return step.value;
      await file.writeFile(step.value);
    }
  } finally {
    await file.close();
  }
}
