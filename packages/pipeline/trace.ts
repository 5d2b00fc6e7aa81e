import type { Policy } from '#config';
import { kindOf, UsageError, type Io } from '#io';
import { parseAsked, trace, type TraceDocument } from '#trace';

import { prepare } from './prepare.ts';
import type { StoreInput } from './store.ts';

export interface TraceInput extends StoreInput {
  readonly image: string;
  readonly repository: string | undefined;
  readonly platform: string | undefined;
}

/**
 * Goes back from an image to where it comes from; the policy says which environments there are.
 * @throws UsageError, NotThere
 */
export async function traceImage(io: Io, input: TraceInput): Promise<TraceDocument> {
  const { policy, open, ground, sources } = await prepare(io, input);
  const asked = parseAsked(inFull(input.image.trim(), policy));
  if ('reference' in asked && input.repository !== undefined) {
    throw new UsageError(
      `"repository" goes with a digest alone: ${JSON.stringify(input.image)} names its repository itself`,
      { input: 'repository' },
    );
  }
  const repositories = input.repository === undefined ? repositoriesOf(policy) : [input.repository];
  const traced = await trace(
    { asked, repositories, platform: input.platform },
    { ...ground, open, policySource: sources.policy },
  );
  return { kind: kindOf('trace'), ...traced, results: [], asked: input.image };
}

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
