import { claimed, type Ground } from '#lifecycle';
import type { Digest, Repository } from '#oci';

import type { Errand, RunPorts } from './errand.ts';
import { refusal, skippedResult, versionElsewhere, type Released } from './existing.ts';
import { report } from './image-report.ts';
import type { ImageRun } from './image-run.ts';
import { nameAndMove } from './name-and-move.ts';
import { findBuilt, obtain } from './obtain.ts';
import { runDirty, runPrivately } from './unnamed.ts';

/**
 * Takes one image as far as its event lets it: find or build, store, claim, version, environments. What
 * an earlier run has done is found and not done again, so a rerun continues where a run was ended.
 */
export async function runImage(errand: Errand, ports: RunPorts, ground: Ground): Promise<ImageRun> {
  const { image, duties, names } = errand;
  if (!duties.store) return runPrivately(errand, ports, ground);
  if (errand.dirty.length > 0) {
    return errand.dryRun ? runPrivately(errand, ports, ground) : runDirty(errand, ports, ground);
  }
  const repository = ports.open(image.repository, 'write');
  const version = duties.version ? names.flatMap((name) => name.version ?? [])[0] : undefined;
  const built = await claimed(repository, errand.event.commit);
  const taken = version && (await versionElsewhere(repository, version, built?.digest));
  if (version !== undefined && taken !== undefined) {
    if (errand.onExisting === 'skip') return skippedRun(errand, repository, { version, taken });
    throw await refusal(errand, repository, { version, taken, built: built?.digest, ground });
  }
  const found = await findBuilt(errand, repository, built?.digest);
  if (found === undefined && errand.dryRun) return runPrivately(errand, ports, ground);
  const obtained = found ?? (await obtain(errand, repository, { ports, ground }));
  return nameAndMove(errand, { ...obtained, version }, ground);
}

/** The version is given already, and it was asked to leave that be. */
const skippedRun = async (
  errand: Errand,
  repository: Repository,
  what: { readonly version: Released; readonly taken: Digest },
): Promise<ImageRun> => ({
  ...report(errand, undefined),
  how: 'skipped',
  version: what.version.text,
  results: [await skippedResult(repository, what)],
});
