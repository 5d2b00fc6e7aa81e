import { spawnSync } from 'node:child_process';

import { test } from '@jest/globals';

import { notRun } from '../reporter.ts';

/** Runs a script with mounts of its own, which end with it. */
const apart = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c'] as const;

const isAllowed = spawnSync(apart[0], [...apart.slice(1), 'mount -t tmpfs none /tmp']).status === 0;

/** A test that mounts; where that is not allowed, it is skipped and listed at the end. */
export function withMounts(title: string, body: () => Promise<void>, timeoutMs?: number): void {
  if (isAllowed) test(title, body, timeoutMs);
  else test.skip(`${title}${notRun}mounts are not allowed here`, () => undefined);
}

/**
 * Around a command line: it works on `store`, a disk that has the content of `from` and then so many more KiB of
 * room; what it left there is copied to `to`.
 */
export const onSmallDisk = (how: {
  readonly store: string;
  readonly from: string;
  readonly to: string;
  readonly roomKiB: number;
}): readonly string[] => [
  ...apart,
  `set -e
  store=$0 from=$1 to=$2 room=$3; shift 3
  mount -t tmpfs -o size=2m none "$store"
  cp -r "$from/." "$store"
  head -c 4194304 /dev/zero > "$store/filler" 2> "$to.log" || true
  truncate -s "-\${room}K" "$store/filler"
  code=0; "$@" || code=$?
  rm "$store/filler"
  cp -r "$store" "$to"
  exit $code`,
  how.store,
  how.from,
  how.to,
  String(how.roomKiB),
];

/** Around a command line: it can only read `folder`. */
export const onReadOnlyDisk = (folder: string): readonly string[] => [
  ...apart,
  'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"',
  folder,
];

/** Around a command line: no file can have more than so many KiB. */
export const withSmallFiles = (mostKiB: number): readonly string[] => [
  'bash',
  '-c',
  `ulimit -f ${mostKiB}; exec "$@"`,
  'bash',
];
