import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';

// Nobody may write into a blob whose bytes were hashed on their way in. Other tools do the same.
export const hashedMode = 0o444;
const writableModes = 0o222n;

const nsPerSecond = 1_000_000_000n;
const nsPerMicrosecond = 1_000n;
const microseconds = 1_000_000;

/**
 * Says of a file that its bytes were hashed: in the microseconds of the time of its last change, which nobody needs.
 * What they say holds for this very file as long as nobody writes into it, and for no copy of it, whoever made that;
 * hard links are the same file. Where they cannot be set or kept, it is hashed again.
 */
export async function markHashed(file: FileHandle): Promise<void> {
  const found = await file.stat({ bigint: true });
  // In the middle of the microsecond, since the way to the system is a floating point number.
  const time = Number(found.mtimeNs / nsPerSecond) + (markOf(found) + 0.5) / microseconds;
  await file.utimes(time, time).catch(() => undefined);
}

/** Was this file hashed, and has nobody written into it since? */
export const isHashed = (found: BigIntStats): boolean =>
  (found.mode & writableModes) === 0n &&
  (found.mtimeNs % nsPerSecond) / nsPerMicrosecond === BigInt(markOf(found));

function markOf({ ino, size, birthtimeNs }: BigIntStats): number {
  const hash = createHash('sha256').update(`${ino} ${size} ${birthtimeNs}`).digest();
  return hash.readUInt32BE() % microseconds;
}
