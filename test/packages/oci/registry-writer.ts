// A process that writes into a registry or a layout: `node registry-writer.ts PLACE SUBJECT NAME EXPECTED`. It waits for
// a line, attaches a referrer to SUBJECT, then moves the tag `contested` from EXPECTED to an image of its own, and tells
// what came of it.
import { once } from 'node:events';

import { transport } from '#io';
import { openLayout, parseDigest, parseTag, registry, TagMoved, type Repository } from '#oci';

import { imageOf, referrerOf, store } from './samples.ts';

const [place = '', subject = '', name = '', expected = ''] = process.argv.slice(2);

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

async function move(repository: Repository): Promise<string> {
  const image = imageOf(name);
  const { mediaType, digest } = await store(repository, image);
  try {
    const moved = await repository.tag(
      parseTag('contested'),
      image.bytes,
      mediaType,
      parseDigest(expected),
    );
    return `won ${digest} ${moved.guarantee}`;
  } catch (error) {
    if (!(error instanceof TagMoved)) throw error;
    return `lost ${error.found ?? ''}`;
  }
}

const repository = open();
console.log('ready');
await once(process.stdin, 'data');
const shared = { ...imageOf('shared').descriptor, digest: parseDigest(subject) };
const { digest } = await store(repository, referrerOf(shared, name, 'application/x.r'));
console.log(`referrer ${digest}`);
console.log(await move(repository));
process.stdin.destroy();
