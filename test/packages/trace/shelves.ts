import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Environment, Policy } from '#config';
import type { History } from '#io';
import {
  digestOf,
  mediaType,
  openLayout,
  parseTag,
  putBytes,
  type Descriptor,
  type Digest,
  type OpenRepository,
  type Repository,
} from '#oci';
import { parseAsked, trace, type Trace, type TraceGround, type TraceRequest } from '#trace';

type Texts = Readonly<Record<string, string>>;
const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** A layer of nothing but its name. */
export const diffId = (name: string): Digest => digestOf(new TextEncoder().encode(name));
export const revision = (commit: string): Texts => ({
  'org.opencontainers.image.revision': commit,
});

/** Repositories in a folder, and whatever else a trace stands on. */
export class Shelves {
  readonly #folder = mkdtempSync(join(tmpdir(), 'trace-'));
  readonly #opened = new Map<string, Repository>();

  readonly open: OpenRepository = (name) => {
    const known = this.#opened.get(name) ?? openLayout(join(this.#folder, name), name);
    this.#opened.set(name, known);
    return known;
  };

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Something else answers for this name. */
  replace(name: string, change: (repository: Repository) => Partial<Repository>): void {
    const repository = this.open(name, 'write');
    this.#opened.set(name, {
      name: repository.name,
      key: repository.key,
      resolve: (at) => repository.resolve(at),
      manifest: (at) => repository.manifest(at),
      blob: (descriptor, how) => repository.blob(descriptor, how),
      hasBlob: (digest) => repository.hasBlob(digest),
      blobSize: (digest) => repository.blobSize(digest),
      putBlob: () => Promise.reject(new Error('read only')),
      putManifest: () => Promise.reject(new Error('read only')),
      tag: () => Promise.reject(new Error('read only')),
      tags: () => repository.tags(),
      referrers: (subject, type) => repository.referrers(subject, type),
      remove: () => Promise.reject(new Error('read only')),
      ...change(repository),
    });
  }

  async trace(
    image: string,
    how: Partial<TraceGround & Pick<TraceRequest, 'repositories' | 'platform'>> = {},
  ): Promise<Trace> {
    const { repositories = [], platform, ...ground } = how;
    return trace(
      { asked: parseAsked(image), repositories, platform },
      {
        open: this.open,
        openUntil: () => this.open,
        policy: policyOf([]),
        policySource: 'none',
        history: undefined,
        signal: new AbortController().signal,
        ...ground,
      },
    );
  }
}

/** An image for amd64. */
export async function putImage(
  repository: Repository,
  how: {
    readonly labels?: Texts;
    readonly annotations?: Texts;
    readonly layers?: readonly string[];
    /** More layers, which are stored already. */
    readonly blobs?: readonly Descriptor[];
    readonly architecture?: string;
    readonly tags?: readonly string[];
  } = {},
): Promise<Descriptor & { readonly config: Digest }> {
  const { labels = {}, annotations = {}, layers = ['own'], architecture = 'amd64' } = how;
  const config = await putBytes(
    repository,
    json({
      os: 'linux',
      architecture,
      config: { Labels: labels },
      rootfs: { type: 'layers', diff_ids: layers.map(diffId) },
    }),
    mediaType.config,
  );
  const blobs = await Promise.all(
    layers.map((name) => putBytes(repository, new TextEncoder().encode(name), mediaType.layerTar)),
  );
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaType.manifest,
    config,
    layers: [...blobs, ...(how.blobs ?? [])],
    annotations,
  };
  const descriptor = await put(repository, manifest, how.tags);
  return { ...descriptor, platform: { os: 'linux', architecture }, config: config.digest };
}

export const putIndex = (
  repository: Repository,
  children: readonly Descriptor[],
  how: { readonly annotations?: Texts; readonly tags?: readonly string[] } = {},
): Promise<Descriptor> =>
  put(
    repository,
    {
      schemaVersion: 2,
      mediaType: mediaType.index,
      manifests: children.map(({ mediaType: type, digest, size, platform, annotations }) => ({
        mediaType: type,
        digest,
        size,
        platform,
        annotations,
      })),
      annotations: how.annotations ?? {},
    },
    how.tags,
  );

/** What BuildKit puts beside an image into its index. */
export async function putAttestation(
  repository: Repository,
  image: Digest,
  predicate: unknown,
): Promise<Descriptor> {
  const type = 'https://slsa.dev/provenance/v1';
  const statement = await putBytes(
    repository,
    json({ _type: 'https://in-toto.io/Statement/v1', predicateType: type, predicate }),
    'application/vnd.in-toto+json',
  );
  const descriptor = await put(repository, {
    schemaVersion: 2,
    mediaType: mediaType.manifest,
    config: await putBytes(repository, json({}), mediaType.config),
    layers: [{ ...statement, annotations: { 'in-toto.io/predicate-type': type } }],
  });
  const annotations = {
    'vnd.docker.reference.type': 'attestation-manifest',
    'vnd.docker.reference.digest': image,
  };
  return { ...descriptor, annotations, platform: { os: 'unknown', architecture: 'unknown' } };
}

/** Something that refers to an image. */
export async function putArtifact(
  repository: Repository,
  { mediaType: type, digest, size }: Descriptor,
  annotations: Texts = {},
  layers: readonly Descriptor[] = [],
): Promise<Descriptor> {
  const config = await putBytes(repository, json({}), mediaType.empty);
  return put(repository, {
    schemaVersion: 2,
    mediaType: mediaType.manifest,
    artifactType: layers[0]?.mediaType ?? 'application/vnd.acme.report',
    config,
    layers,
    subject: { mediaType: type, digest, size },
    annotations,
  });
}

async function put(
  repository: Repository,
  manifest: Readonly<Record<string, unknown>> & { readonly mediaType: string },
  tags: readonly string[] = [],
): Promise<Descriptor> {
  const bytes = json(manifest);
  const descriptor = await repository.putManifest(bytes, manifest.mediaType);
  for (const tag of tags)
    await repository.tag(parseTag(tag), bytes, manifest.mediaType, 'anything');
  return descriptor;
}

export function policyOf(
  environments: readonly { readonly name: string; readonly repository?: string }[],
  base?: Policy['base'],
): Policy {
  return {
    images: [{ name: 'shop', repository: 'ghcr.io/acme/shop', tagPrefix: '' }],
    base,
    labels: undefined,
    environments: environments.map(({ name, repository }): Environment => ({
      name,
      after: [],
      promote: 'auto',
      tag: parseTag(name),
      repository,
      gates: { layers: undefined },
    })),
    digest: diffId('policy'),
    source: 'none',
  };
}

/** A clone that has one commit. */
export function historyOf(
  commit: string,
  { files = {}, tags = {} }: { readonly files?: Texts; readonly tags?: Texts } = {},
): History {
  return {
    root: '/',
    order: () => Promise.resolve('unknown'),
    distance: () => Promise.resolve(undefined),
    file: (_, path) => {
      const text = files[path];
      return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
    },
    defaultBranch: () => Promise.resolve(undefined),
    time: () => Promise.resolve(new Date('2026-01-05T09:00:00Z')),
    author: () => Promise.resolve('Ada'),
    changes: () => Promise.resolve([]),
    tags: () => Promise.resolve([]),
    describe: () => Promise.resolve(undefined),
    origin: () => Promise.resolve(undefined),
    tagsAt: (at) =>
      Promise.resolve(Object.entries(tags).flatMap(([tag, to]) => (to === at ? [tag] : []))),
    commitOf: (name) =>
      Promise.resolve(name === commit ? commit : tags[name.replace('refs/tags/', '')]),
    head: () => Promise.resolve({ commit, branch: 'main' }),
  };
}

/** The lines of one fact, short enough to be read in a test. */
export const linesOf = ({ lines }: Trace, fact: string): readonly string[] =>
  lines
    .filter((line) => line.fact === fact)
    .map(({ value, sources, verified, doubt }) =>
      [
        value.replaceAll(/(sha256:[0-9a-f]{4})[0-9a-f]{60}/g, '$1').slice(0, 80),
        [...new Set(sources.map(({ source }) => source))].join('+'),
        doubt === null ? verified.join('+') || 'said' : `but ${doubt}`,
      ].join(' | '),
    );
