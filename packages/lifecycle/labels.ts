import { imageConfig, platformImages, type Images } from '#image';
import { Refused } from '#io';
import { formatPlatform, mediaType, type Digest, type ImageManifest } from '#oci';
import type { LabelPolicy } from '#labels';

import { withoutLabel, type Labelled } from './gates/labels.ts';

/** The labels of each image of a digest: those in its config, or the annotations of an artifact, which has no such config. */
export async function labelsOf(repository: Images, digest: Digest): Promise<readonly Labelled[]> {
  const { images } = await platformImages(repository, digest);
  return Promise.all(
    images.map(async ({ manifest, platform }) => ({
      platform: platform && formatPlatform(platform),
      labels: isImage(manifest)
        ? ((await imageConfig(repository, manifest)).config?.Labels ?? {})
        : (manifest.annotations ?? {}),
    })),
  );
}

const isImage = ({ config }: ImageManifest): boolean =>
  config.mediaType === mediaType.config || config.mediaType === mediaType.dockerConfig;

/**
 * An image that was stored before a label was required, or was built elsewhere, gets no name.
 * @throws Refused
 */
export async function refuseUnlabelled(
  repository: Images,
  digest: Digest,
  policy: LabelPolicy | undefined,
): Promise<void> {
  const required = policy?.required ?? [];
  if (required.length === 0) return;
  const images = await labelsOf(repository, digest);
  const missing =
    images.length === 0 ? 'it holds no image with a label' : withoutLabel(images, required);
  if (missing === undefined) return;
  throw new Refused(
    'labels-missing',
    `${digest} gets no name: ${missing}, which ecluse.yml requires; set it, and build another commit`,
  );
}
