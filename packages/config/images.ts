import type { Raw, RawBuild } from './schema.ts';
import type { Path } from './yaml.ts';

/** An image as the file says it, in the long form or in the short one, and where. */
export interface RawImage {
  readonly name: string;
  readonly repository: string;
  readonly place: Path;
  readonly tagPrefix: string | undefined;
  readonly build: RawBuild | undefined;
  readonly buildPlace: Path;
}

/** The images of a file; the short form's image is called by the last part of its repository. */
export function rawImages(raw: Raw): readonly RawImage[] {
  const long = Object.entries(raw.images ?? {}).map(([name, image]) => ({
    name,
    repository: image.repository,
    place: ['images', name, 'repository'],
    tagPrefix: image['tag-prefix'],
    build: image.build,
    buildPlace: ['images', name, 'build'],
  }));
  if (raw.image === undefined) return long;
  const name = raw.image.slice(raw.image.lastIndexOf('/') + 1);
  const { build, image: repository } = raw;
  const short = {
    name,
    repository,
    place: ['image'],
    tagPrefix: undefined,
    build,
    buildPlace: ['build'],
  };
  return [short, ...long];
}
