// A process that names an image: `node names-writer.ts PLACE SEED VERSION...`. It stores an image of its own. At each line that
// comes it gives it the next version, moves what the version may take, and tells what came of it.
import { createInterface } from 'node:readline';

import { Refused, transport } from '#io';
import { moveNames, putVersion } from '#lifecycle';
import { openLayout, registry, type Repository } from '#oci';
import { movingKinds, movingTargets, orderOf } from '#version';

import { imageOf, store } from '../oci/samples.ts';

const [place = '', seed = '', ...versions] = process.argv.slice(2);

function open(): Repository {
  if (!URL.canParse(place)) return openLayout(place);
  return registry({
    base: new URL(place),
    repository: 'acme/shop',
    name: 'registry.test/acme/shop',
    transport: transport({ env: new Map() }),
    credentials: async () => undefined,
    signal: new AbortController().signal,
  });
}

const order = orderOf('revisions');
const repository = open();
const image = imageOf(seed);
const content = { bytes: image.bytes, descriptor: await store(repository, image) };
const { digest } = content.descriptor;
const ours = { digest, commit: null, by: seed, at: '2026-01-05T09:00:00Z' };

async function name(version: string): Promise<string> {
  const released = order.parse(version);
  if (released === undefined) throw new TypeError(`${version} is no version`);
  try {
    await putVersion(repository, released, { content, ours });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return `refused ${error.conflict?.standing.digest ?? ''}`;
  }
  const wishes = movingTargets(released, movingKinds).map(
    ({ name: tag, line }) => ({ tag, policy: 'monotonic', version, line }) as const,
  );
  const moved = await moveNames(repository, wishes, { content, order, expected: new Set() });
  const unsure = [...moved.values()].find(({ state }) => state === 'not evaluated');
  return unsure === undefined ? `won ${digest}` : `unsure ${unsure.reason}`;
}

console.log('ready');
const lines = createInterface(process.stdin)[Symbol.asyncIterator]();
for (const version of versions) {
  await lines.next();
  console.log(await name(version));
}
process.stdin.destroy();
