import type { Environment, ImagePolicy } from '#config';
import { kindOf, UsageError, type Io } from '#io';
import {
  placeName,
  placeOf,
  promote,
  resume,
  rollback,
  standingAt,
  unlessDry,
  type Expected,
  type Ground,
  type Move,
} from '#lifecycle';
import { parseDigest, pinned } from '#oci';

import { candidateFor, digestAt, namedEnvironment, namedImage, type Named } from './candidate.ts';
import { documentOf } from './document.ts';
import { prepare } from './prepare.ts';
import type { PromoteDocument } from './promote-document.ts';
import type { RunDocument } from './run-document.ts';
import type { LayerCacheInput } from './layer-cache.ts';
import type { StoreInput } from './store.ts';

/** Inputs of what a person decides. */
export interface PromoteInput extends StoreInput, LayerCacheInput {
  readonly image: string | undefined;
  readonly environment: string;
  readonly expect: string | undefined;
  readonly rollback: boolean;
  readonly to: string | undefined;
  readonly resume: boolean;
}

/** Promotes, rolls back or resumes one environment, as its policy on the default branch lets a person do. */
export async function promoteImage(io: Io, input: PromoteInput): Promise<PromoteDocument> {
  checkWish(input);
  await refuseChange(io);
  const { ground, sources } = await prepare(io, input);
  const environment = namedEnvironment(ground.policy, input.environment);
  const named = namedImage(ground.policy, input.image);
  const done = await decide(named, environment, { input, ground });
  const { image } = named;
  const digest = done.digest;
  return {
    kind: kindOf('promote'),
    image: digest === null ? null : pinned(image.repository, digest),
    digest,
    results: done.move.results,
    name: image.name,
    repository: image.repository,
    move: done.move,
    held: input.rollback && done.move.results.every(({ outcome }) => outcome === 'passed'),
    resumed: done.resumed,
    sources,
  };
}

/** The same as a step of the whole pipeline. */
export async function promoteInRun(io: Io, input: PromoteInput): Promise<RunDocument> {
  const { image, digest, results, name, repository, move, sources } = await promoteImage(io, input);
  const run = {
    kind: kindOf('image-run'),
    image,
    digest,
    results,
    name,
    repository,
    commit: null,
    how: 'found' as const,
    version: null,
    claim: null,
    engine: null,
    steps: [],
    dirty: [],
    layers: null,
    moves: [move],
    next: null,
  };
  return documentOf([run], 'dispatch', sources);
}

/** In a workflow the event decides whether anything may be promoted: a pull request is somebody's proposal. */
async function refuseChange(io: Io): Promise<void> {
  if (io.env.get('GITHUB_ACTIONS') !== 'true') return;
  const event = await io.event();
  if (event?.kind !== 'change') return;
  throw new UsageError(
    'a pull request promotes nothing: run this on push, workflow_dispatch or schedule',
  );
}

function checkWish({ rollback: back, to, resume: on, image, expect }: PromoteInput): void {
  const refuse = (sentence: string, input: string): never => {
    throw new UsageError(sentence, { input });
  };
  if (back && to === undefined)
    refuse('a rollback needs "to": the tag or digest to go back to', 'to');
  if (!back && to !== undefined)
    refuse('"to" goes with "rollback": without it, name the image', 'to');
  if (back && on) refuse('"rollback" and "resume" are two decisions: make one at a time', 'resume');
  if (on && image !== undefined && /[:@]/.test(image.slice(image.lastIndexOf('/') + 1))) {
    refuse('"resume" moves nothing: leave the tag or digest of the image out', 'image');
  }
  if (expect !== undefined) expectedOf(expect);
}

const expectedOf = (text: string | undefined): Expected | undefined =>
  text === undefined ? undefined : text === 'absent' ? 'absent' : parseDigest(text);

interface Done {
  readonly move: Move;
  readonly digest: Move['after'];
  readonly resumed: number;
}

async function decide(
  named: Named,
  environment: Environment,
  { input, ground }: { readonly input: PromoteInput; readonly ground: Ground },
): Promise<Done> {
  const { image } = named;
  const expected = expectedOf(input.expect);
  if (input.resume) return resumeAt(image, environment, ground);
  if (input.to !== undefined) {
    const to = await digestAt(image, input.to, ground);
    const move = await rollback(image, environment, { to, expected }, ground);
    return { move, digest: to, resumed: 0 };
  }
  const candidate = await candidateFor(named, environment, ground);
  const move = await promote({ image, candidate, environment, mode: 'person', expected }, ground);
  return { move, digest: candidate.digest, resumed: 0 };
}

async function resumeAt(
  image: ImagePolicy,
  environment: Environment,
  ground: Ground,
): Promise<Done> {
  const place = placeOf(image, environment, ground.open);
  const standing = await standingAt(place);
  const descriptor = standing && (await place.repository.resolve(standing));
  const resumed =
    descriptor === undefined
      ? 0
      : await unlessDry(() => resume(place.repository, descriptor, environment.name, ground), 0);
  const digest = standing ?? null;
  const move: Move = {
    environment: environment.name,
    tag: placeName(place),
    state: 'there',
    before: digest,
    after: digest,
    guarantee: null,
    results: [],
  };
  return { move, digest, resumed };
}
