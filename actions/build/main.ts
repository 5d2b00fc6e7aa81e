import { read, type Action } from '#io';
import { buildEvent, type RunDocument } from '#pipeline';

import { inputs } from './inputs.ts';

/** Builds what the event is about, stores it by digest and claims its commit; names and environments are for others. */
export const main: Action<RunDocument> = (io) => buildEvent(io, read(io, inputs));
