import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { faultProxy, type Fault } from '../faults.ts';
import { fsck } from '../packages/oci/fsck.ts';
import { type Shelf } from './shelf.ts';
import type { Ran, Workshop } from './workshop.ts';

/** A git tag on a commit that nobody has built: all that a run can write is written. */
export const everyStep = ['run', '--ref', 'v1.0.0'];

/** The moment of an end: at the n-th request of its kind, counted from 1. */
export interface Moment {
  readonly kind: 'write' | 'read';
  readonly nth: number;
  /** Before the registry sees the request, or when it has answered and nobody has heard it. */
  readonly when: 'before' | 'after';
}

/** Where a run stores: the same repository name as nobody else's. */
export interface Spot {
  readonly registry: URL;
  readonly prefix: string;
}

const kindOf = (method: string): Moment['kind'] =>
  method === 'GET' || method === 'HEAD' ? 'read' : 'write';

const storeAt = (base: URL, { prefix }: Spot): string => new URL(prefix, base).href;

export const repositoryAt = ({ prefix }: Spot): string => `${prefix}/ghcr.io/acme/shop`;

/** How many requests of each kind a run sends that nobody ends. */
export async function countRequests(
  workshop: Workshop,
  spot: Spot,
  args: readonly string[] = everyStep,
): Promise<Readonly<Record<Moment['kind'], number>>> {
  const proxy = await faultProxy(spot.registry, []);
  const { code, stderr } = await workshop.ecluse(...args, '--store', storeAt(proxy.url, spot));
  await proxy.close();
  if (code !== 0) throw new Error(`the run without an end ended with ${String(code)}: ${stderr}`);
  const kinds = proxy.requests.map(({ method }) => kindOf(method));
  const writes = kinds.filter((kind) => kind === 'write').length;
  return { write: writes, read: kinds.length - writes };
}

/** Starts a run and sends it a signal at that moment. Gives how it ended. */
export async function endedAt(
  workshop: Workshop,
  spot: Spot,
  how: {
    readonly moment: Moment;
    readonly signal?: NodeJS.Signals;
    readonly args?: readonly string[];
  },
): Promise<Ran> {
  const { moment, signal = 'SIGKILL', args = everyStep } = how;
  let count = 0;
  const fault: Fault = {
    harm: {
      kind: 'meanwhile',
      when: moment.when,
      happens: async ({ method }) => {
        if (kindOf(method) === moment.kind) count += 1;
        if (kindOf(method) !== moment.kind || count !== moment.nth) return;
        run.kill(signal);
        await run.ended;
        throw new Error('nobody is there to hear it');
      },
    },
  };
  const proxy = await faultProxy(spot.registry, [fault]);
  const store = storeAt(proxy.url, spot);
  const run = workshop.start(...args, '--store', store, '--json');
  const ended = await run.ended;
  await proxy.close();
  return ended;
}

/** Starts a run into a folder and kills it so long after it began to write. */
export async function killedInFolder(workshop: Workshop, store: string, ms: number): Promise<Ran> {
  const run = workshop.start(...everyStep, '--store', store);
  const ended = run.ended.then(() => true);
  while (!existsSync(store) && !(await Promise.race([ended, sleep(1, false)])));
  await sleep(ms);
  run.kill('SIGKILL');
  return run.ended;
}

/** What a rerun brings, and what then stands in the repository. */
export async function rerun(workshop: Workshop, store: string, shelf: Shelf) {
  const { code, document } = await workshop.json(...everyStep, '--store', store);
  const { digest, images } = document as unknown as {
    readonly digest: string;
    readonly images?: readonly { readonly version: string | null }[];
  };
  const statements = await shelf.statements(digest);
  return {
    code,
    digest,
    version: images?.[0]?.version,
    names: await shelf.names(),
    passed: statements
      .filter(({ says }) => says === 'passed')
      .map(({ says, environment, from }) => ({ says, environment, from })),
    others: statements.map(({ says }) => says).filter((says) => says !== 'passed'),
  };
}

/** The same for a spot in a registry. */
export const rerunAt = async (workshop: Workshop, spot: Spot, shelf: Shelf) =>
  rerun(workshop, storeAt(spot.registry, spot), shelf);

/** What there has to be in the end, whenever the first run was ended. */
export function complete(digest: string, commit: string) {
  return {
    code: 0,
    digest,
    version: '1.0.0',
    names: { [`sha-${commit}`]: digest, '1.0.0': digest, dev: digest, preprod: digest },
    passed: [
      { says: 'passed', environment: 'dev', from: null },
      { says: 'passed', environment: 'preprod', from: null },
    ],
    others: ['built', 'release'],
  };
}

/** The layout of the image in a folder store. */
export const layoutIn = (store: string): string => join(store, 'ghcr.io/acme/shop');

/** What is wrong with a layout; one that has no index yet is none yet. */
export const problemsIn = (layout: string): readonly string[] =>
  existsSync(join(layout, 'index.json')) ? fsck(layout) : [];
