import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { builtin, type Base, type BuildPlan, type Built } from '#builder';
import { parseDockerfile } from '#dockerfile';
import { entries, parseConfig, quoted, uncompressed, type ImageConfig } from '#image';
import {
  hexOf,
  isIndex,
  openLayout,
  parseManifest,
  type Descriptor,
  type ImageManifest,
} from '#oci';

import { pieces } from '../image/tars.ts';

/** A file by its text; a folder by a name that ends with `/`. */
export type Files = Readonly<
  Record<
    string,
    string | Buffer | { readonly link: string } | { readonly text: string; readonly mode: number }
  >
>;

const made: string[] = [];

/** A folder that `removeTemporary` removes. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ecluse-builder-'));
  made.push(folder);
  return folder;
}

export function removeTemporary(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function folderOf(files: Files, folder = temporary()): string {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(name.endsWith('/') ? path : dirname(path), { recursive: true });
    if (name.endsWith('/')) continue;
    if (typeof content === 'string' || Buffer.isBuffer(content)) writeFileSync(path, content);
    else if ('link' in content) symlinkSync(content.link, path);
    else {
      writeFileSync(path, content.text);
      chmodSync(path, content.mode);
    }
  }
  return folder;
}

export interface Wanted extends Partial<Omit<BuildPlan, 'dockerfile' | 'context'>> {
  readonly dockerfile: string;
  readonly files?: Files;
  readonly context?: string;
}

export const planOf = ({
  dockerfile,
  files = {},
  context = folderOf(files),
  ...rest
}: Wanted): BuildPlan => ({
  context,
  dockerfile: parseDockerfile(dockerfile, 'Dockerfile'),
  platform: { os: 'linux', architecture: 'amd64' },
  args: {},
  epoch: 0,
  bases: new Map(),
  ...rest,
});

export interface Image {
  readonly built: Built;
  readonly manifest: ImageManifest;
  readonly config: ImageConfig;
  /** A line for each entry of each layer. */
  readonly layers: readonly (readonly string[])[];
}

export const engine = builtin({ version: '0.0.0' });
export const never = new AbortController().signal;

export async function build(wanted: Wanted): Promise<Image> {
  const plan = planOf(wanted);
  const can = await engine.can(plan);
  if (can !== true) throw new Error(can.no);
  return imageOf(await engine.build(plan, temporary(), never));
}

const blob = (layout: string, { digest }: Descriptor): Buffer =>
  readFileSync(join(layout, 'blobs', 'sha256', hexOf(digest)));

export async function imageOf(built: Built): Promise<Image> {
  const manifest = parseManifest(blob(built.layout, built.root), built.root.mediaType);
  if (isIndex(manifest)) throw new Error('an index');
  const own = manifest.layers.filter(({ digest }) => !built.elsewhere.has(digest));
  return {
    built,
    manifest,
    config: parseConfig(blob(built.layout, manifest.config)),
    layers: await Promise.all(own.map((layer) => listLayer(blob(built.layout, layer)))),
  };
}

/** `rwxr-xr-x 0:0 path -> link`, as short as it goes: 755 and 0:0 are left out. */
export async function listLayer(bytes: Uint8Array): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const { path, kind, mode, uid, gid, link, body, modified } of entries(
    uncompressed(pieces(bytes)),
  )) {
    const usual = kind === 'symlink' ? 0o777 : kind === 'directory' ? 0o755 : 0o644;
    const parts: Uint8Array[] = [];
    for await (const part of body?.() ?? []) parts.push(Uint8Array.from(part));
    const text = Buffer.concat(parts).toString();
    lines.push(
      [
        quoted(path).slice(1, -1),
        ...(mode === usual ? [] : [mode.toString(8)]),
        ...(uid === 0 && gid === 0 ? [] : [`${uid}:${gid}`]),
        ...(modified === 0 ? [] : [`@${modified}`]),
        ...(link === undefined ? [] : [`${kind === 'hardlink' ? '=>' : '->'} ${link}`]),
        ...(kind === 'file' && text !== '' ? [JSON.stringify(text)] : []),
        ...(['file', 'directory', 'symlink', 'hardlink'].includes(kind) ? [] : [kind]),
      ].join(' '),
    );
  }
  return lines;
}

/** An image that others stand on, built from a tar; `text` is how a Dockerfile names it. */
export async function baseOf(
  tar: Uint8Array,
  config = '',
  text = 'base',
): Promise<ReadonlyMap<string, Base>> {
  const dockerfile = `FROM scratch\nADD root.tar /\n${config}`;
  const { built } = await build({ dockerfile, files: { 'root.tar': Buffer.from(tar) } });
  const from = openLayout(built.layout);
  const name = text.includes('/') ? text : `registry.example/${text}:1`;
  return new Map([[text, { name, descriptor: built.root, from }]]);
}
