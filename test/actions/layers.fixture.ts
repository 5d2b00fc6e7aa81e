import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach } from '@jest/globals';

import type { Parts } from '#io';
import type { LayersDocument } from '#layers';
import { digestOf, mediaType, openLayout, parseTag, type Descriptor } from '#oci';

import { table } from '../../actions/table.ts';
import { cli } from '../../cli/cli.ts';
import { tarOf, type Member } from '../packages/image/tars.ts';
import { noGit, streams } from '../packages/io/stage.fixture.ts';
import { sample, store, type SampleManifest } from '../packages/oci/samples.ts';

interface How {
  readonly env?: Readonly<Record<string, string>>;
  readonly parts?: Parts;
  /** Of a terminal. */
  readonly columns?: number;
}

export interface Made {
  readonly layers: readonly (readonly Member[])[];
  readonly history?: readonly string[];
  readonly architecture?: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A folder with images in the layout `images`, and `ecluse layers` in it. */
export function layersStage() {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'actions-layers-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const images = () => openLayout(join(folder, 'images'));
  const at = (...names: readonly string[]) => join(folder, ...names);

  async function ecluse(args: readonly string[], how: How = {}) {
    const { written, ...std } = streams(how.columns === undefined ? {} : { columns: how.columns });
    const env = { HOME: folder, TMPDIR: folder, PATH: process.env.PATH, ...how.env };
    const parts = how.parts ?? noGit;
    const around = { table, parts, process: { ...std, env, cwd: () => folder } };
    const exit = await cli(['layers', ...args], around);
    return { exit, ...written };
  }
  async function json(args: readonly string[], how: How = {}) {
    const ran = await ecluse([...args, '--json'], how);
    return { ...ran, document: JSON.parse(ran.stdout) as LayersDocument };
  }
  async function putManifest(tag: string, manifest: SampleManifest): Promise<Descriptor> {
    const descriptor = await store(images(), manifest);
    await images().tag(parseTag(tag), manifest.bytes, descriptor.mediaType, 'anything');
    return descriptor;
  }
  const put = (tag: string, made: Made): Promise<Descriptor> => putManifest(tag, imageOf(made));
  return { at, ecluse, json, put, putManifest };
}

/** An image with these layers, and their digests. */
export function imageOf({ layers, history = [], architecture = 'amd64', annotations }: Made) {
  const tars = layers.map((members) => tarOf(...members));
  const blobs = tars.map((tar) => sample(gzipSync(tar), mediaType.layerGzip));
  const config = {
    architecture,
    os: 'linux',
    history: history.map((created_by) => ({ created_by })),
    rootfs: { type: 'layers', diff_ids: tars.map((tar) => digestOf(tar)) },
  };
  const settings = sample(JSON.stringify(config), mediaType.config);
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaType.manifest,
    config: settings.descriptor,
    layers: blobs.map(({ descriptor }) => descriptor),
    ...(annotations === undefined ? {} : { annotations }),
  };
  const stored = sample(JSON.stringify(manifest), mediaType.manifest);
  return { ...stored, blobs: [settings, ...blobs], layers: blobs.map((blob) => blob.descriptor) };
}
