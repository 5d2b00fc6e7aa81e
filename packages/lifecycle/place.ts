import type { Environment } from '#config';
import type { Digest, OpenRepository, Repository, Tag } from '#oci';

/** The image that is promoted: its own repository holds builds, claims and versions. */
export interface Image {
  /** As `ecluse.yml` calls it. */
  readonly name: string;
  readonly repository: string;
}

/** Where an environment's purpose tag of an image is. */
export interface Place {
  readonly environment: Environment;
  readonly repository: Repository;
  readonly tag: Tag;
}

export function placeOf(image: Image, environment: Environment, open: OpenRepository): Place {
  const name = environment.repository ?? image.repository;
  return { environment, repository: open(name, 'write'), tag: environment.tag };
}

/** As a person writes it. */
export const placeName = ({ repository, tag }: Place): string => `${repository.name}:${tag}`;

export const standingAt = async ({ repository, tag }: Place): Promise<Digest | undefined> =>
  (await repository.resolve(tag))?.digest;
