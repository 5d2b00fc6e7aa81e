import type { Policy } from '#config';
import { kindOf, read, UsageError, type Action } from '#io';
import { prepare } from '#pipeline';
import { parseAsked, trace, type TraceDocument } from '#trace';

import { inputs } from './inputs.ts';

/** Goes back from an image to its commit, run, Dockerfile and base, and says who says so. */
export const main: Action<TraceDocument> = async (io) => {
  const input = read(io, inputs);
  const { policy, ground, openUntil, sources } = await prepare(io, input);
  const asked = parseAsked(inFull(input.image.trim(), policy));
  const { repository, platform } = input;
  if ('reference' in asked && repository !== undefined) {
    throw new UsageError(
      `"repository" goes with a digest alone: ${JSON.stringify(input.image)} names its repository itself`,
      { input: 'repository' },
    );
  }
  const repositories = repository === undefined ? repositoriesOf(policy) : [repository];
  const traced = await trace(
    { asked, repositories, platform },
    { ...ground, openUntil, policySource: sources.policy },
  );
  return { kind: kindOf('trace'), ...traced, results: [], asked: input.image };
};

/** `shop:1.4.2`, where `ecluse.yml` calls an image so. */
function inFull(text: string, { images }: Policy): string {
  const image = images.find(
    ({ name }) => text.startsWith(name) && /^[:@]/.test(text.slice(name.length)),
  );
  return image === undefined ? text : `${image.repository}${text.slice(image.name.length)}`;
}

const repositoriesOf = ({ images, environments }: Policy): readonly string[] => [
  ...new Set([
    ...images.map(({ repository }) => repository),
    ...environments.flatMap(({ repository }) => repository ?? []),
  ]),
];
