import type { BuildConfig } from '#config';
import { UsageError, type Event } from '#io';
import type { Image } from '#lifecycle';
import { parseReference } from '#oci';
import { versionOfGitTag } from '#version';

import type { Prepared } from './prepare.ts';

/** An image that a run is about. */
export interface Wanted extends Image {
  /** What stands before the version in this image's git tags. */
  readonly tagPrefix: string;
  /** What the tree says of its build; undefined: the inputs say all. */
  readonly build: BuildConfig | undefined;
  /** The policy knows it. One that it does not know is built, and moves nothing. */
  readonly known: boolean;
}

/** A repository that the input names beside those of the file. */
export const repositoriesIn = (image: string | undefined): readonly string[] =>
  image?.includes('/') === true ? [parseReference(image).name] : [];

/**
 * The images of the file, one of them by name or repository, or the one that the input names.
 * @throws UsageError
 */
export function wantedImages(
  { tree, policy }: Pick<Prepared, 'tree' | 'policy'>,
  image: string | undefined,
): readonly Wanted[] {
  const images = (tree?.images ?? []).map((one): Wanted => {
    // Where an image is kept is policy: what the tree says of it counts only until the policy knows the image.
    const policied = policy.images.find(({ name }) => name === one.name);
    return { ...one, ...policied, known: policied !== undefined };
  });
  if (image === undefined) {
    if (images.length > 0) return images;
    throw new UsageError(
      'there is no ecluse.yml here and no image is named: write one, or pass --image REGISTRY/NAME',
      { input: 'image' },
    );
  }
  const found = images.filter(({ name, repository }) => name === image || repository === image);
  if (found.length > 0) return found;
  if (!image.includes('/') && images.length > 0) {
    const names = images.map(({ name }) => name).join(', ');
    throw new UsageError(
      `there is no image ${JSON.stringify(image)} in ecluse.yml: it has ${names}`,
      { input: 'image' },
    );
  }
  return [named(image)];
}

function named(image: string): Wanted {
  const { name, tag, digest } = parseReference(image);
  if (tag === undefined && digest === undefined) {
    return { name, repository: name, tagPrefix: '', build: undefined, known: false };
  }
  throw new UsageError(
    `image ${JSON.stringify(image)} must have no tag and no digest: images are stored by digest, and tags and promote name them`,
    { input: 'image' },
  );
}

/** A git tag is for the images whose version it can be. */
export const concerns = (event: Event, { tagPrefix }: Wanted): boolean =>
  event.kind !== 'tag' || versionOfGitTag(event.tag, tagPrefix) !== undefined;
