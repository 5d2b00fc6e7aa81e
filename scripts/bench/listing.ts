import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Listed {
  readonly digest: string;
  readonly size: number;
}
interface Index {
  readonly manifests: readonly Listed[];
}
interface Manifest {
  readonly layers: readonly Listed[];
}

/** What an image holds. */
export interface Listing {
  /** Type, size and path of every file in its layers, sorted. */
  readonly files: readonly string[];
  /** Of its layers, as they are stored. */
  readonly bytes: number;
}

/** Reads the first image of an OCI layout, whose layers must be gzip. */
export function listing(layout: string): Listing {
  const blob = ({ digest }: Listed): string => join(layout, 'blobs', digest.replace(':', '/'));
  const index = JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8')) as Index;
  const [image] = index.manifests;
  if (image === undefined) throw new Error(`${layout} holds no image`);
  const { layers } = JSON.parse(readFileSync(blob(image), 'utf8')) as Manifest;
  const files = layers
    .flatMap((layer) =>
      execFileSync('tar', ['--numeric-owner', '-tvzf', blob(layer)], {
        encoding: 'utf8',
        env: { ...process.env, TZ: 'UTC' },
        maxBuffer: 64 * 1024 * 1024,
      }).split('\n'),
    )
    .flatMap(entry)
    .sort();
  return { files, bytes: layers.reduce((total, { size }) => total + size, 0) };
}

/** `-rw-r--r-- 0/0 40000 2026-11-25 12:00 app/a.bin`: folders may be left out by one of two, files not. */
function entry(line: string): readonly string[] {
  const [, type = '', size = '', path = ''] = /^(.)\S+ +\S+ +(\d+) \S+ \S+ (.*)$/.exec(line) ?? [];
  return type === '' || type === 'd' ? [] : [`${type} ${size} ${path.replace(/^\.?\//, '')}`];
}
