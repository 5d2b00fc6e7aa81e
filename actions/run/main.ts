import { read, UsageError, type Action, type Values } from '#io';
import { promoteInRun, runEvent, type RunDocument } from '#pipeline';

import { inputs } from './inputs.ts';

/** Does what the event may do; with `environment`, what a person has decided. */
export const main: Action<RunDocument> = async (io) => {
  const input = read(io, inputs);
  const { environment } = input;
  refuseMixture(input);
  return environment === undefined
    ? runEvent(io, input)
    : promoteInRun(io, { ...input, environment });
};

/** What belongs to a build says nothing about an environment, and the other way round: neither is passed over in silence. */
function refuseMixture(input: Values<typeof inputs>): void {
  const { environment, expect, to, rollback, resume, context, file, target, platforms } = input;
  const ofPromotion = { expect, to, rollback: rollback || undefined, resume: resume || undefined };
  const ofBuild = {
    context,
    file,
    target,
    platforms: platforms[0],
    'build-args': input['build-args'][0],
    labels: input.labels[0],
  };
  const stray = Object.entries(environment === undefined ? ofPromotion : ofBuild).find(
    ([, value]) => value !== undefined,
  );
  if (stray === undefined) return;
  const [name] = stray;
  throw new UsageError(
    environment === undefined
      ? `"${name}" is for promoting: name the "environment" too`
      : `"${name}" is for building, and with "environment" nothing is built: leave one of them out`,
    { input: name },
  );
}
