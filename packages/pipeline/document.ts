import { kindOf } from '#io';

import type { ImageRun } from './image-run.ts';
import type { RunDocument } from './run-document.ts';
import type { Sources } from './sources.ts';

/** One image stands for the run; a set has its own line for each. */
export function documentOf(
  images: readonly ImageRun[],
  event: RunDocument['event'],
  sources: Sources,
): RunDocument {
  const [first] = images;
  const only = images.length === 1 ? first : undefined;
  return {
    kind: kindOf('run'),
    image: only?.image ?? null,
    digest: only?.digest ?? null,
    results: images.flatMap(({ results }) => results),
    event,
    sources,
    images,
  };
}
