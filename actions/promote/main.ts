import { read, type Action } from '#io';
import { promoteImage, type PromoteDocument } from '#pipeline';

import { inputs } from './inputs.ts';

/** Moves one environment, as a person has decided: forwards through its gates, back, or on again. */
export const main: Action<PromoteDocument> = (io) => promoteImage(io, read(io, inputs));
