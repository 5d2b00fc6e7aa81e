import type { ImageConfig } from '#image';
import { parseHistoryCommand, showHistoryCommand, type HistoryCommand } from './history-command.ts';

/** One entry of an image's history. */
export interface HistoryStep extends HistoryCommand {
  /** For people: `RUN make`, `COPY file:8c4c78967558 in /`. */
  readonly command: string;
  /** The layer that it made; undefined: it made none. */
  readonly layer: number | undefined;
}

/** The history of an image beside its layers. */
export interface LayerHistory {
  readonly steps: readonly HistoryStep[];
  /** For each layer, lowest first, the entry that made it; undefined: the history does not say. */
  readonly layers: readonly (HistoryStep | undefined)[];
  /** Why the two do not fit; layers are then matched by position as far as it goes. */
  readonly disagreement: string | undefined;
}

/** Matches entries that made a layer with layers by their position: nothing else ties them together. */
export function historyOf({
  history = [],
  rootfs,
}: Pick<ImageConfig, 'history' | 'rootfs'>): LayerHistory {
  const count = rootfs.diff_ids.length;
  let made = 0;
  const steps = history.map(({ created_by = '', empty_layer }): HistoryStep => {
    const layer = empty_layer === true ? undefined : made++;
    const parsed = parseHistoryCommand(created_by);
    return {
      ...parsed,
      command: showHistoryCommand(parsed),
      layer: layer !== undefined && layer < count ? layer : undefined,
    };
  });
  const layers: (HistoryStep | undefined)[] = rootfs.diff_ids.map(() => undefined);
  for (const step of steps) if (step.layer !== undefined) layers[step.layer] = step;
  return { steps, layers, disagreement: disagreement(made, count) };
}

function disagreement(made: number, count: number): string | undefined {
  if (made === count) return undefined;
  const layers = `the image has ${count} layer${count === 1 ? '' : 's'}`;
  return made === 0
    ? `${layers} and no history of them`
    : `${layers}, and its history speaks of ${made}`;
}
