import type { FileHandle } from 'node:fs/promises';

import { annotation } from '#io';

import type { Descriptor } from './descriptor.ts';
import { algorithmOf, digestOf, hexOf, type Digest } from './digest.ts';
import { NotThere } from './errors.ts';
import {
  annotationsOf,
  emptyIndex,
  formatIndex,
  parseIndex,
  withEntry,
  type LayoutIndex,
} from './layout-index.ts';
import { children, guessMediaType, parseManifest } from './manifest.ts';
import { isReferrersTag } from './referrers-tag.ts';
import type { Reading } from './forward.ts';

const blockBytes = 512;
const mostOctal = 8 ** 11 - 1;

interface Blob {
  readonly descriptor: Descriptor;
  /** Of what is made here. */
  readonly bytes?: Uint8Array;
}

/**
 * Writes what the names of a layout reach as a tar archive: the same names and content give the same bytes,
 * whatever the order in which they came. `root` is an image without a name.
 */
export async function packLayout(
  file: FileHandle,
  layout: Reading,
  { index, root }: { readonly index: LayoutIndex; readonly root: Descriptor | undefined },
): Promise<void> {
  const made = new Map<Digest, Uint8Array>();
  const names = await namesIn(index, layout, made);
  const all = root === undefined ? names : [plain(root), ...names];
  const top = all.reduce(withEntry, emptyIndex);
  const blobs = await reached(all, layout, made);
  const tar = new TarFile(file);
  await tar.file('oci-layout', [Buffer.from('{"imageLayoutVersion":"1.0.0"}')]);
  await tar.file('index.json', [formatIndex(top)]);
  await tar.folder('blobs/');
  let folder = '';
  for (const { descriptor, bytes } of blobs) {
    const algorithm = algorithmOf(descriptor.digest);
    if (algorithm !== folder) await tar.folder(`blobs/${algorithm}/`);
    folder = algorithm;
    const name = `blobs/${algorithm}/${hexOf(descriptor.digest)}`;
    if (bytes === undefined) await tar.stream(name, descriptor.size, await layout.blob(descriptor));
    else await tar.file(name, [bytes]);
  }
  await tar.end();
}

const plain = ({ mediaType, digest, size }: Descriptor): Descriptor => ({
  mediaType,
  digest,
  size,
});

/** Sorted; lists of referrers are made anew, since their order tells who came first. */
async function namesIn(index: LayoutIndex, layout: Reading, made: Map<Digest, Uint8Array>) {
  const names: Descriptor[] = [];
  for (const { name, descriptor } of index.entries) {
    if (name === undefined || descriptor === undefined) continue;
    const found = isReferrersTag(name) ? await listOf(descriptor, layout, made) : descriptor;
    const said = Object.entries(annotationsOf(index, found.digest)).sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    const annotations = { ...Object.fromEntries(said), [annotation.refName]: name };
    names.push({ ...plain(found), annotations });
  }
  const key = ({ annotations }: Descriptor): string => annotations?.[annotation.refName] ?? '';
  return names.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

async function listOf(
  descriptor: Descriptor,
  layout: Reading,
  made: Map<Digest, Uint8Array>,
): Promise<Descriptor> {
  const found = await layout.manifest(descriptor.digest);
  if (found === undefined) throw new NotThere(descriptor.digest, layout.name);
  const { rest, entries } = parseIndex(found.bytes, descriptor.digest);
  const text = ({ raw }: (typeof entries)[number]) => String(raw.digest);
  const sorted = entries.toSorted((a, b) => (text(a) < text(b) ? -1 : 1));
  const bytes = formatIndex({ rest, entries: sorted });
  const digest = digestOf(bytes);
  made.set(digest, bytes);
  return { mediaType: descriptor.mediaType, digest, size: bytes.length };
}

/** Every manifest and blob below these, sorted; what is not to be distributed is not there. */
async function reached(
  roots: readonly Descriptor[],
  layout: Reading,
  made: ReadonlyMap<Digest, Uint8Array>,
): Promise<readonly Blob[]> {
  const blobs = new Map<Digest, Blob>();
  const queue = [...roots];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { digest } = next;
    if (blobs.has(digest)) continue;
    const bytes = made.get(digest);
    const size = bytes?.length ?? (await layout.blobSize(digest));
    if (size === undefined) continue;
    blobs.set(digest, { descriptor: { ...next, size }, ...(bytes === undefined ? {} : { bytes }) });
    const manifest = bytes ?? (await layout.manifest(digest))?.bytes;
    const type = manifest && guessMediaType(manifest);
    if (manifest !== undefined && type !== undefined) {
      queue.push(...children(parseManifest(manifest, type)));
    }
  }
  return [...blobs.values()].sort((a, b) => (a.descriptor.digest < b.descriptor.digest ? -1 : 1));
}

/** Entries of root from 1970, which may be read by all. */
class TarFile {
  readonly #file: FileHandle;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async folder(name: string): Promise<void> {
    await this.#write(header(name, 0, '5'));
  }

  async file(name: string, chunks: readonly Uint8Array[]): Promise<void> {
    const sizeBytes = chunks.reduce((sum, { length }) => sum + length, 0);
    await this.stream(name, sizeBytes, chunks);
  }

  async stream(
    name: string,
    sizeBytes: number,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<void> {
    await this.#write(pax(name, sizeBytes));
    await this.#write(header(name.slice(-100), sizeBytes, '0'));
    for await (const chunk of chunks) await this.#write(chunk);
    await this.#write(padding(sizeBytes));
  }

  async end(): Promise<void> {
    await this.#write(new Uint8Array(2 * blockBytes));
  }

  async #write(bytes: Uint8Array): Promise<void> {
    if (bytes.length > 0) await this.#file.writeFile(bytes);
  }
}

const padding = (sizeBytes: number): Uint8Array =>
  new Uint8Array((blockBytes - (sizeBytes % blockBytes)) % blockBytes);

/** What ustar has no room for: the name of a blob by sha512, and 8 GiB. */
function pax(name: string, sizeBytes: number): Uint8Array {
  const records = [
    ...(name.length > 100 ? [record('path', name)] : []),
    ...(sizeBytes > mostOctal ? [record('size', String(sizeBytes))] : []),
  ];
  if (records.length === 0) return new Uint8Array(0);
  const body = Buffer.from(records.join(''));
  return Buffer.concat([header('PaxHeaders.0', body.length, 'x'), body, padding(body.length)]);
}

/** The length at the start counts its own digits. */
function record(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const length = rest.length + String(rest.length).length;
  const exact = rest.length + String(length).length;
  return `${exact}${rest}`;
}

/** https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06 */
function header(name: string, sizeBytes: number, type: '0' | '5' | 'x'): Uint8Array {
  const block = Buffer.alloc(blockBytes);
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');
  block.write(name, 0);
  block.write(octal(type === '5' ? 0o755 : 0o644, 7), 100);
  block.write(octal(0, 7), 108);
  block.write(octal(0, 7), 116);
  block.write(octal(sizeBytes > mostOctal ? 0 : sizeBytes, 11), 124);
  block.write(octal(0, 11), 136);
  block.fill(' ', 148, 156);
  block.write(type, 156);
  block.write('ustar\x0000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)}\0 `, 148);
  return block;
}
