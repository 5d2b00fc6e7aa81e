// A process that asks a repository: `node tags-moving-child.ts list|decide URL DIGEST VERSION FILE`. It lists the tags; to
// decide, it plans which moving names the digest may take as that version, reads what has to be read, and writes nothing.
// FILE gets what it took.
import { writeFileSync } from 'node:fs';

import { transport, type Transport } from '#io';
import { contentOf, moveNames } from '#lifecycle';
import { parseDigest, readOnly, registry, type Repository } from '#oci';
import { movingKinds, movingTargets, orderOf } from '#version';

const [what = '', url = '', digest = '', version = '', file = ''] = process.argv.slice(2);

const direct = transport({ env: new Map() });
let requests = 0;
const counting: Transport = {
  send: (request) => {
    requests += 1;
    return direct.send(request);
  },
};
const remote = registry({
  base: new URL(url),
  repository: 'acme/shop',
  name: 'registry.test/acme/shop',
  transport: counting,
  credentials: async () => undefined,
  signal: new AbortController().signal,
});

let count = 0;
let listedAt = 0;
let forList = 0;
const repository: Repository = {
  ...readOnly(remote),
  tags: async function* () {
    const before = requests;
    const all = remote.tags()[Symbol.asyncIterator]();
    let next = await all.next();
    forList += requests - before;
    // The list has come whole: from here on it is our own time.
    listedAt = performance.now();
    for (; next.done !== true; next = await all.next()) {
      count += 1;
      yield next.value;
    }
  },
};

async function decide(): Promise<readonly string[]> {
  const order = orderOf('revisions');
  const released = order.parse(version);
  if (released === undefined) throw new TypeError(`${version} is no version`);
  const wishes = movingTargets(released, movingKinds).map(
    ({ name: tag, line }) => ({ tag, policy: 'monotonic', version, line }) as const,
  );
  const content = await contentOf(repository, parseDigest(digest));
  requests = 0;
  const moved = await moveNames(repository, wishes, { content, order, expected: new Set() });
  return [...moved.values()].map(({ state }) => state);
}

async function decideNothing(): Promise<void> {
  const all = repository.tags()[Symbol.asyncIterator]();
  while ((await all.next()).done !== true);
}

let states: readonly string[] = [];
if (what === 'decide') states = await decide();
else await decideNothing();
const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
const decideMs = performance.now() - listedAt;
writeFileSync(
  file,
  JSON.stringify({ states, count, decideMs, reads: requests - forList, peakMiB }),
);
