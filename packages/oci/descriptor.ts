import type { Digest } from './digest.ts';

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

/** What names a piece of content: its type, its digest, its size in bytes. */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly size: number;
  readonly artifactType?: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly platform?: Platform;
}

export const mediaType = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  index: 'application/vnd.oci.image.index.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  empty: 'application/vnd.oci.empty.v1+json',
  layerTar: 'application/vnd.oci.image.layer.v1.tar',
  layerGzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
  layerZstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
  dockerIndex: 'application/vnd.docker.distribution.manifest.list.v2+json',
  dockerConfig: 'application/vnd.docker.container.image.v1+json',
  dockerLayer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
} as const;

export const isIndexType = (type: string): boolean =>
  type === mediaType.index || type === mediaType.dockerIndex;
export const isManifestType = (type: string): boolean =>
  type === mediaType.manifest || type === mediaType.dockerManifest;

export const formatPlatform = ({ os, architecture, variant }: Platform): string =>
  [os, architecture, ...(variant === undefined ? [] : [variant])].join('/');

/**
 * What tells whether two platforms are the same: an ARM processor has a variant, whether it is said or not.
 * https://github.com/containerd/platforms/blob/v1.0.0/database.go
 */
export function platformKey({ os, architecture, variant = '' }: Platform): string {
  if (architecture === 'arm64' && /^v?8$/.test(variant)) return `${os}/arm64`;
  if (architecture === 'arm' && /^v?7?$/.test(variant)) return `${os}/arm/v7`;
  return formatPlatform({ os, architecture, ...(variant === '' ? {} : { variant }) });
}
