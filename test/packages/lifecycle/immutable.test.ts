import { expect, test } from '@jest/globals';

import { moveNames, putVersion } from '#lifecycle';
import type { Repository } from '#oci';
import { movingKinds, movingTargets, orderOf } from '#version';

import { immutableTags, type ImmutableForm } from '../../faults/registries.ts';
import { registryBehind } from '../oci/registry.open.ts';
import { imageOf, store } from '../oci/samples.ts';

const order = orderOf('revisions');

/** Gives an image of its own, or of another seed, a version, and moves what the version may take. */
async function release(repository: Repository, version: string, seed = version) {
  const image = imageOf(seed);
  const content = { bytes: image.bytes, descriptor: await store(repository, image) };
  const ours = { digest: content.descriptor.digest, commit: null, by: 'ada', at: null };
  const released = order.parse(version);
  if (released === undefined) throw new Error(`${version} is no version`);
  const { state } = await putVersion(repository, released, { content, ours });
  const wishes = movingTargets(released, movingKinds).map(
    ({ name: tag, line }) => ({ tag, policy: 'monotonic', version, line }) as const,
  );
  const moved = await moveNames(repository, wishes, { content, order, expected: new Set() });
  const names = Object.fromEntries([...moved].map(([tag, outcome]) => [tag, outcome.state]));
  return { [version]: state, ...names };
}

const forms: readonly ImmutableForm[] = [
  'ecr',
  'harbor',
  'quay',
  'docker-hub',
  'zot',
  'gar',
  'acr',
];

test.each(forms)('releases where all tags are immutable, as %s has it', async (form) => {
  const behind = await registryBehind((handler) => immutableTags(handler, form));
  try {
    const repository = behind.at('acme/shop');
    const first = { '1.0.0': 'written', latest: 'written', '1': 'written', '1.0': 'written' };
    expect(await release(repository, '1.0.0')).toEqual(first);
    const there = { '1.0.0': 'there', latest: 'there', '1': 'there', '1.0': 'there' };
    expect(await release(repository, '1.0.0')).toEqual(there);
    expect(await release(repository, '1.1.0')).toEqual({
      '1.1.0': 'written',
      latest: 'refused',
      '1': 'refused',
      '1.1': 'written',
    });
    await expect(release(repository, '1.1.0', 'another')).rejects.toMatchObject({
      code: 'version-taken',
      conflict: { standing: { digest: imageOf('1.1.0').descriptor.digest } },
    });
  } finally {
    await behind.close();
  }
});
