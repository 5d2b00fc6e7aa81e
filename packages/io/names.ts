/** Names that others read and that never change: one place for all of them. */
const origin = 'https://ecluse.dev';

/** The `kind` of a document, at the same time its in-toto predicate type. */
export const kindOf = <N extends string>(document: N) => `${origin}/${document}/v1` as const;

/** The media type of an artifact of ours. */
export const artifactType = (name: string) => `application/vnd.ecluse.${name}.v1+json`;

/** The media type of the index of a layer, as a blob: its form is that of `writeLayerIndex` in `image`. */
export const layerIndexType = 'application/vnd.ecluse.layer-index.v1';

/** Keys of annotations and labels. Labels are only those of the OCI image specification. */
export const annotation = {
  created: 'org.opencontainers.image.created',
  revision: 'org.opencontainers.image.revision',
  source: 'org.opencontainers.image.source',
  version: 'org.opencontainers.image.version',
  title: 'org.opencontainers.image.title',
  url: 'org.opencontainers.image.url',
  baseName: 'org.opencontainers.image.base.name',
  baseDigest: 'org.opencontainers.image.base.digest',
  refName: 'org.opencontainers.image.ref.name',
  environment: 'dev.ecluse.environment',
  /** The digest of what an image was built with: context, file, target, platforms, arguments, labels. */
  recipe: 'dev.ecluse.recipe',
  /** Of the index of a layer: which layer, the format of the index, and each collector as `name@version`. */
  diffId: 'dev.ecluse.layer.diff-id',
  indexFormat: 'dev.ecluse.layer.index-format',
  collectors: 'dev.ecluse.layer.collectors',
} as const;
