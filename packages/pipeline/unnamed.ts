import type { Result } from '#gate';
import type { Ground } from '#lifecycle';
import { openLayout, pinned, whole } from '#oci';
import { dirtyVersion } from '#version';

import { judgeBase } from './base.ts';
import type { Errand, RunPorts } from './errand.ts';
import { report } from './image-report.ts';
import type { ImageRun } from './image-run.ts';
import { judgeLayersAhead } from './look-into.ts';
import { build, buildAndStore, lookedInto } from './obtain.ts';
import { sayUnkept } from './say-unkept.ts';

/** A pull request, or a dry run: the image is built and judged, and nothing shared is written. */
export async function runPrivately(
  errand: Errand,
  ports: RunPorts,
  ground: Ground,
): Promise<ImageRun> {
  const made = await lookedInto(errand, await build(errand, ports), { ports, ground });
  const { layout, root, elsewhere } = made.product.built;
  const own = whole(openLayout(layout), elsewhere);
  return {
    ...report(errand, made),
    digest: root.digest,
    results: [
      ...(await judgeBase(own, root.digest, ground)),
      ...(await judgeLayersAhead(errand.image, { own, digest: root.digest }, ground)),
    ],
  };
}

/** What belongs to no commit is stored by digest, and gets no name at all. */
export async function runDirty(errand: Errand, ports: RunPorts, ground: Ground): Promise<ImageRun> {
  const { image, event, dirty, duties } = errand;
  const repository = ports.open(image.repository, 'write');
  const made = await buildAndStore(errand, repository, { ports, ground });
  const { root } = made;
  sayUnkept(made.product, { repository, isNamed: false }, ports.log);
  const refusal: Result = {
    gate: 'clean',
    outcome: 'failed',
    reason: `a version is given to a commit, and the tree differs from it in ${dirty.join(', ')}`,
    evidence: dirty,
  };
  return {
    ...report(errand, made),
    image: pinned(image.repository, root.digest),
    digest: root.digest,
    results: duties.version ? [refusal] : [],
    how: 'built',
    version: dirtyVersion(event.commit),
  };
}
