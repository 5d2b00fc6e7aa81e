import { parseBytes, parseRatio } from '#io';
import type { LayersRules } from '#layers';

import type { EnvironmentGates } from './config.ts';
import type { RawGates } from './gates.ts';

type Amount = number | string | undefined;
const bytesOf = (amount: Amount): number | undefined =>
  typeof amount === 'string' ? parseBytes(amount) : amount;
const ratioOf = (amount: Amount): number | undefined =>
  typeof amount === 'string' ? parseRatio(amount) : amount;

/** The gates of one environment, with sizes in bytes and parts from 0 to 1. */
export const gatesOf = (raw: RawGates | undefined): EnvironmentGates => ({
  layers: raw?.layers && layersOf(raw.layers),
});

const layersOf = (raw: NonNullable<RawGates['layers']>): LayersRules => ({
  reclaimable: bytesOf(raw.reclaimable),
  'max-size': bytesOf(raw['max-size']),
  'max-size-growth': bytesOf(raw['max-size-growth']),
  'max-layers': raw['max-layers'],
  'max-pull-cost': bytesOf(raw['max-pull-cost']),
  'lowest-efficiency': ratioOf(raw['lowest-efficiency']),
  'highest-wasted-bytes': bytesOf(raw['highest-wasted-bytes']),
  'highest-user-wasted-percent': ratioOf(raw['highest-user-wasted-percent']),
  'not-root': raw['not-root'],
  'no-worse': raw['no-worse'],
});
