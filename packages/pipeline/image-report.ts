import type { Result } from '#gate';
import { kindOf, type Event, type Failure } from '#io';
import type { Image } from '#lifecycle';

import type { Errand } from './errand.ts';
import type { ImageRun } from './image-run.ts';
import type { Made } from './obtain.ts';

/** One image of several that could not be done. */
export function failedRun(image: Image, event: Event, { exit, message }: Failure): ImageRun {
  const result: Result = {
    gate: 'run',
    outcome: exit === 1 ? 'failed' : 'not evaluated',
    reason: `${image.name}: ${message}`,
    evidence: [],
  };
  return { ...report({ image, event, dirty: [] }, undefined), how: 'failed', results: [result] };
}

/** What is told of every way through the pipeline; each fills in what it has done. */
export function report(
  { image, event, dirty }: Pick<Errand, 'image' | 'event' | 'dirty'>,
  made: Made | undefined,
): ImageRun {
  return {
    kind: kindOf('image-run'),
    image: null,
    digest: null,
    results: [],
    name: image.name,
    repository: image.repository,
    commit: event.commit,
    how: 'private',
    version: null,
    claim: null,
    engine: made?.product.engine ?? null,
    steps: made?.product.steps ?? [],
    dirty,
    layers: made?.layers ?? null,
    moves: [],
    next: null,
  };
}
