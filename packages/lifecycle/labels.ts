import { imageConfig, platformImages, type Images } from '#image';
import { Refused } from '#io';
import { formatPlatform, type Digest } from '#oci';
import type { LabelPolicy } from '#labels';

import { withoutLabel, type Labelled } from './gates/labels.ts';

/** The labels in the config of each image of a digest. */
export async function labelsOf(repository: Images, digest: Digest): Promise<readonly Labelled[]> {
  const { images } = await platformImages(repository, digest);
  return Promise.all(
    images.map(async ({ manifest, platform }) => {
      const { config } = await imageConfig(repository, manifest);
      return { platform: platform && formatPlatform(platform), labels: config?.Labels ?? {} };
    }),
  );
}

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
  const missing = withoutLabel(await labelsOf(repository, digest), required);
  if (missing === undefined) return;
  throw new Refused(
    'labels-missing',
    `${digest} gets no name: ${missing}, which ecluse.yml requires; set it, and build another commit`,
  );
}
