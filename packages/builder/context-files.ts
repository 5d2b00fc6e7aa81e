import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
} from 'node:fs';

import { codeOf, Failed } from '#io';
import { bytesOf, quoted, rawOf, type Leaf, type RawPath } from '#image';

const chunkBytes = 1 << 20;

/** The files of a context as they go into an image. */
export class ContextFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What stands at a path, links not followed; undefined for nothing, and for a socket, which tar leaves out too. */
  look(path: RawPath): Leaf | 'directory' | undefined {
    const real = this.#real(path);
    return reading(path, () => {
      const info = lstatSync(real);
      if (info.isDirectory()) return 'directory';
      const { size: sizeBytes } = info;
      const common = { uid: 0, gid: 0, modified: 0, sizeBytes: 0 };
      if (info.isSymbolicLink()) {
        const link = rawOf(readlinkSync(real, { encoding: 'buffer' }));
        return { ...common, kind: 'symlink', mode: 0o777, link };
      }
      if (info.isFile()) {
        const mode = (info.mode & 0o100) === 0 ? 0o644 : 0o755;
        const open = () => readUnchanged(real, path, sizeBytes);
        return { ...common, kind: 'file', mode, sizeBytes, body: { open } };
      }
      return info.isSocket() ? undefined : { ...common, kind: 'fifo', mode: 0o644 };
    });
  }

  names(folder: RawPath): readonly string[] {
    const names = reading(folder, () => readdirSync(this.#real(folder), { encoding: 'buffer' }));
    return (names ?? []).map((name) => rawOf(name));
  }

  /** A buffer, as names may be no UTF-8. */
  #real(path: RawPath): Buffer {
    return Buffer.concat([Buffer.from(`${this.#folder}/`), bytesOf(path)]);
  }
}

/** No file has such a path, the last two as it is too long or holds a NUL. */
const absent = new Set<string | undefined>([
  'ENOENT',
  'ENOTDIR',
  'ENAMETOOLONG',
  'ERR_INVALID_ARG_VALUE',
]);

/** Undefined when there is nothing at the path. */
function reading<T>(path: RawPath, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const code = codeOf(error);
    if (absent.has(code)) return undefined;
    const why = code === undefined ? '' : ` (${code})`;
    throw new Failed(
      3,
      'context-unreadable',
      `${quoted(path)} in the context cannot be read${why}`,
      {
        cause: error,
      },
    );
  }
}

/** The bytes of a file that must be as long as it was when the context was looked at. */
async function* readUnchanged(
  real: Buffer,
  path: RawPath,
  sizeBytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  // Not through a link that has come to stand there since.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = reading(path, () => openSync(real, flags)) ?? changed(path);
  try {
    const info = fstatSync(file);
    if (!info.isFile() || info.size !== sizeBytes) changed(path);
    for (let left = sizeBytes; left > 0;) {
      const chunk = Buffer.allocUnsafe(Math.min(left, chunkBytes));
      const bytes = readSync(file, chunk);
      if (bytes === 0) changed(path);
      left -= bytes;
      yield chunk.subarray(0, bytes);
    }
    if (fstatSync(file).size !== sizeBytes) changed(path);
  } finally {
    closeSync(file);
  }
}

function changed(path: RawPath): never {
  throw new Failed(
    3,
    'context-changed',
    `${quoted(path)} in the context changed while it was read: build again when nothing writes there`,
  );
}
