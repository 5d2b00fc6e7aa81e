import { createHash, type Hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createGzip, createZstdCompress, type Gzip } from 'node:zlib';
import { once } from 'node:events';

import { rawOf, tarEnd, tarHeader, tarPadding } from '#image';
import type { FilePart } from '#oci';

/** How layers are stored. */
export type Stored = 'gzip' | 'zstd' | 'plain';

/** A file of a layer: a whiteout has no bytes. */
export interface Made {
  readonly path: string;
  readonly sizeBytes: number;
}

const meta = { mode: 0o644, uid: 0, gid: 0, modified: 1_700_000_000, kind: 'file' } as const;

/** What files are cut out of: programs, and what programs are written in. */
interface Pool {
  readonly code: Buffer;
  readonly text: Buffer;
}

/** Real bytes, since made-up ones are faster or slower to inflate than any image. */
const realBytes = (): Pool => ({
  code: readFileSync(process.execPath),
  text: readFileSync(createRequire(import.meta.url).resolve('typescript/lib/typescript.js')),
});

/** A stretch of the pool. */
function* body(sizeBytes: number, pool: Buffer, from: number): Generator<Buffer> {
  for (let done = 0; done < sizeBytes;) {
    const at = (from + done) % pool.length;
    const piece = pool.subarray(at, at + sizeBytes - done);
    yield piece;
    done += piece.length;
  }
}

/** Where the layers lie in the archive, and how many bytes they are when they are plain. */
export interface MadeImage {
  readonly plainBytes: number;
  readonly parts: readonly FilePart[];
}

/** Writes a docker-archive, as `docker save` of a new engine does, so that every reader takes it. */
export async function writeImage(
  file: string,
  layers: readonly (readonly Made[])[],
  stored: Stored,
): Promise<MadeImage> {
  const folder = `${file}.parts`;
  mkdirSync(folder);
  const pool = realBytes();
  const parts: { readonly digest: string; readonly path: string; readonly size: number }[] = [];
  const diffIds: string[] = [];
  let plainBytes = 0;
  for (const [at, members] of layers.entries()) {
    const path = join(folder, String(at));
    const { diffId, digest, size, plain } = await writeLayer(path, members, { stored, pool });
    diffIds.push(`sha256:${diffId}`);
    parts.push({ digest, path, size });
    plainBytes += plain;
  }
  const config = Buffer.from(
    JSON.stringify({
      architecture: 'amd64',
      os: 'linux',
      config: {},
      rootfs: { type: 'layers', diff_ids: diffIds },
      history: layers.map((_, at) => ({ created_by: `RUN step ${at}` })),
    }),
  );
  const configName = `blobs/sha256/${sha256(config)}`;
  const manifest = Buffer.from(
    JSON.stringify([
      {
        Config: configName,
        RepoTags: ['bench:1'],
        Layers: parts.map(({ digest }) => `blobs/sha256/${digest}`),
      },
    ]),
  );
  const out = openSync(file, 'w');
  let at = 0;
  const add = (path: string, bytes: Uint8Array): FilePart => {
    const lengthBytes = bytes.byteLength;
    const header = tarHeader({ ...meta, path: rawOf(path), sizeBytes: lengthBytes });
    const from = at + header.length;
    const padding = tarPadding(lengthBytes);
    for (const piece of [header, bytes, padding]) writeSync(out, piece);
    at = from + lengthBytes + padding.length;
    return { path: file, from, lengthBytes };
  };
  add(configName, config);
  const lying = parts.map(({ digest, path }) => add(`blobs/sha256/${digest}`, readFileSync(path)));
  add('manifest.json', manifest);
  writeSync(out, tarEnd());
  closeSync(out);
  return { plainBytes, parts: lying };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function writeLayer(
  path: string,
  members: readonly Made[],
  { stored, pool }: { readonly stored: Stored; readonly pool: Pool },
) {
  const [plainHash, hash] = [createHash('sha256'), createHash('sha256')];
  const out = openSync(path, 'w');
  let [size, plain] = [0, 0];
  const put = (bytes: Buffer) => {
    hash.update(bytes);
    size += bytes.length;
    writeSync(out, bytes);
  };
  const packer =
    stored === 'gzip'
      ? createGzip({ level: 6 })
      : stored === 'zstd'
        ? createZstdCompress()
        : undefined;
  packer?.on('data', put);
  for (const bytes of tarBytes(members, pool)) {
    plainHash.update(bytes);
    plain += bytes.length;
    await send(packer, bytes, put);
  }
  if (packer !== undefined) {
    packer.end();
    await once(packer, 'end');
  }
  closeSync(out);
  return { diffId: hex(plainHash), digest: hex(hash), size, plain };
}

const hex = (hash: Hash): string => hash.digest('hex');

async function send(
  packer: Gzip | ReturnType<typeof createZstdCompress> | undefined,
  bytes: Buffer,
  put: (bytes: Buffer) => void,
): Promise<void> {
  if (packer === undefined) put(bytes);
  else if (!packer.write(bytes)) await once(packer, 'drain');
}

function* tarBytes(members: readonly Made[], { code, text }: Pool): Generator<Buffer> {
  let group: Uint8Array[] = [];
  let length = 0;
  const pieces = function* () {
    let from = 0;
    for (const [at, { path, sizeBytes }] of members.entries()) {
      yield tarHeader({ ...meta, path: rawOf(path), sizeBytes });
      yield* body(sizeBytes, at % 2 === 0 ? code : text, from);
      yield tarPadding(sizeBytes);
      from += sizeBytes;
    }
    yield tarEnd();
  };
  for (const piece of pieces()) {
    group.push(piece);
    length += piece.byteLength;
    if (length < 1 << 20) continue;
    yield Buffer.concat(group);
    [group, length] = [[], 0];
  }
  yield Buffer.concat(group);
}

/** Files as they are spread in images: most are small, a few hold half of the bytes. */
export function spread(prefix: string, count: number, totalBytes: number): readonly Made[] {
  const large = Math.ceil(count / 400);
  return Array.from({ length: count }, (_, at) => ({
    path: `${prefix}/dir-${at % 997}/file-${at}`,
    sizeBytes:
      at % 400 === 0
        ? Math.floor(totalBytes / 2 / large)
        : Math.floor(totalBytes / 2 / (count - large)) + ((at * 37) % 64),
  }));
}
