import { quoted, type RawPath } from '#image';

import type { Advice, AdviceKind } from './advice.ts';

/** How a layer is named: `line 7`, `layer 3`. */
export type PlaceOf = (layer: number) => string;

type Words = (what: string, advice: Advice, hider: string) => string;

const remedies: Readonly<Record<AdviceKind, Words>> = {
  'same-run': (what, { fate, files }, hider) => {
    const [its, it] = files === 1 ? ['its', 'it'] : ['their', 'them'];
    const here = `in the RUN that makes ${it}, not in that of ${hider}`;
    if (fate === 'removed') return `remove ${what} ${here}`;
    if (fate === 'touched') return `give ${what} ${its} owner and mode ${here}`;
    if (fate === undefined) return `remove or change ${what} ${here}`;
    return `make one RUN of this and that of ${hider}, which writes ${what} again`;
  },
  'copy-chown': (what, { files }, hider) =>
    `give ${what} ${files === 1 ? 'its' : 'their'} owner and mode with COPY --chown and --chmod, not with the RUN of ${hider}`,
  'copy-once': (what, { fate, files, isUsed }, hider) => {
    const [it, is] = files === 1 ? ['it', 'it is'] : ['them', 'they are'];
    if (!isUsed) return `leave ${what} out of this COPY: that of ${hider} brings ${it} again`;
    return fate === 'touched'
      ? `leave ${what} out of the COPY of ${hider}: ${is} there already`
      : `copy ${what} once: the COPY of ${hider} brings ${it} again`;
  },
  'cache-mount': (_, { path }) =>
    `keep ${shown(path)} out of the image with RUN --mount=type=cache,target=${shown(path)}`,
  'multi-stage': (what) =>
    `move the work that needs ${what} to another stage, and COPY --from it only what the image needs`,
};

/** The advice in a sentence for people. */
export function remedyOf(advice: Advice, placeOf: PlaceOf = (layer) => `layer ${layer}`): string {
  const { kind, hiddenIn = advice.layer } = advice;
  return remedies[kind](subjectOf(advice), advice, placeOf(hiddenIn));
}

function subjectOf({ files, path, largest }: Advice): string {
  if (files === 1) return shown(path);
  return path === ''
    ? `${shown(largest)} and ${files - 1} more`
    : `${files} files in ${shown(path)}`;
}

const shown = (path: RawPath): string => (/^[\w./@+-]+$/.test(path) ? path : quoted(path));
