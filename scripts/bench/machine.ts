import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** What numbers were taken on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  /** Programs that were busy or waited, on average over the last minute, before anything was measured. */
  readonly load: number;
}

export function machine(): Machine {
  const all = cpus();
  return {
    processor: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}

export const machineLine = ({ processor, cores, memoryGiB, system, node, load }: Machine): string =>
  `machine: ${cores} × ${processor}, ${memoryGiB} GiB, ${system}, Node ${node}, load ${load}`;
