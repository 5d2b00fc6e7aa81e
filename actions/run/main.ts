import { read, type Action } from '#io';
import { promoteInRun, runEvent, type RunDocument } from '#pipeline';

import { inputs } from './inputs.ts';

/** Does what the event may do; with `environment`, what a person has decided. */
export const main: Action<RunDocument> = async (io) => {
  const input = read(io, inputs);
  const { environment } = input;
  return environment === undefined
    ? runEvent(io, input)
    : promoteInRun(io, { ...input, environment });
};
