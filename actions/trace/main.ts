import { read, type Action } from '#io';
import { traceImage } from '#pipeline';
import type { TraceDocument } from '#trace';

import { inputs } from './inputs.ts';

/** Goes back from an image to its commit, run, Dockerfile and base, and says who says so. */
export const main: Action<TraceDocument> = (io) => traceImage(io, read(io, inputs));
