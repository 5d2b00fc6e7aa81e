// A process that writes into a layout: `node layout-writer.ts FOLDER NAME COUNT`. It prints a line for each tag
// that stands, and one for each tag that another one has.
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';

import { openLayout, parseTag, TagMoved, type Repository } from '#oci';

import { imageOf, referrerOf, sample, store, type SampleManifest } from './samples.ts';

const [folder = '', name = '', count = '1'] = process.argv.slice(2);
const repository = openLayout(folder);
const { descriptor: subject } = imageOf('shared');

async function tag(at: Repository, as: string, { bytes, descriptor }: SampleManifest) {
  try {
    await at.tag(parseTag(as), bytes, descriptor.mediaType, 'absent');
    console.log(`${as} ${descriptor.digest}`);
  } catch (error) {
    if (!(error instanceof TagMoved)) throw error;
    console.log(`lost ${as}`);
  }
}

/** A blob that takes many writes, so that a kill can come between them. */
async function putLarge(at: Repository): Promise<void> {
  const { bytes, descriptor } = sample(randomBytes(1_000_000));
  const pieces = Array.from({ length: 50 }, (_, index) =>
    bytes.subarray(index * 20_000, (index + 1) * 20_000),
  );
  await at.putBlob(descriptor, async () => Readable.from(pieces, { objectMode: false }));
}

for (let round = 0; round < Number(count); round++) {
  const image = imageOf(`${name}-${round}`);
  await putLarge(repository);
  await store(repository, image);
  await tag(repository, `${name}-${round}`, image);
  await tag(repository, `round-${round}`, image);
  const { digest } = await store(
    repository,
    referrerOf(subject, `${name}-${round}`, 'application/x.r'),
  );
  console.log(`referrer ${digest}`);
}
