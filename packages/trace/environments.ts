import type { Policy } from '#config';
import { placeName, placeOf, standingAt, type Image, type Place } from '#lifecycle';
import type { OpenRepository } from '#oci';

import { found, tell, together, type Findings } from './findings.ts';
import type { Gaps } from './gaps.ts';
import { pointsTo, type Members } from './members.ts';

/** The images of the policy that a repository belongs to: as their own, or as that of one of their environments. */
export const imagesIn = ({ images, environments }: Policy, repository: string): readonly Image[] =>
  images.filter(
    (image) =>
      image.repository === repository ||
      environments.some((environment) => environment.repository === repository),
  );

/** Where the purpose tags of these images are; each place once. */
export function placesOf(
  images: readonly Image[],
  { environments }: Policy,
  open: OpenRepository,
): readonly Place[] {
  const places = images.flatMap((image) =>
    environments.map((environment) => placeOf(image, environment, open)),
  );
  return [...new Map(places.map((place) => [placeName(place), place])).values()];
}

/** In which environments the image stands now. */
export async function findEnvironments(
  places: readonly Place[],
  members: Members,
  gaps: Gaps,
): Promise<Findings> {
  const all = await Promise.all(
    places.map(async (place): Promise<Findings> => {
      const tag = placeName(place);
      const standing = await gaps.ask(tag, () => standingAt(place), undefined);
      const points = standing && pointsTo(members, standing);
      if (points === undefined) return found({});
      const value = place.environment.name;
      return found({
        told: [tell('environment', value, { source: 'tag', where: tag })],
        checks: [{ fact: 'environment', value, verified: `its tag ${points}` }],
      });
    }),
  );
  return together(all);
}
