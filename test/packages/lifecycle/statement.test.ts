import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { artifactType } from '#io';
import { partOfStatements, sayPartOf } from '#lifecycle';
import {
  Corrupt,
  digestOf,
  forwarding,
  mediaType,
  openLayout,
  putBytes,
  type Descriptor,
  type Repository,
} from '#oci';

import { imageOf, store } from '../oci/samples.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'statement-'));
});
afterEach(() => rm(folder, { recursive: true }));

const type = artifactType('part-of');
const image = imageOf('a').descriptor;
const index = digestOf(Buffer.from('index'));

async function shelf(): Promise<Repository> {
  const repository = openLayout(folder);
  await store(repository, imageOf('a'));
  return repository;
}

/** An artifact of our type whose payload is anything. */
async function put(repository: Repository, payload: string): Promise<Descriptor> {
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaType.manifest,
    artifactType: type,
    config: await putBytes(repository, Buffer.from('{}'), mediaType.empty),
    layers: [await putBytes(repository, Buffer.from(payload), 'application/vnd.in-toto+json')],
    subject: image,
  };
  return repository.putManifest(Buffer.from(JSON.stringify(manifest)), mediaType.manifest);
}

test('what reads as no statement hides none that does', async () => {
  const repository = await shelf();
  const junk = ['{', '"x"', `${'['.repeat(100)}${']'.repeat(100)}`, '{"_type":1}'];
  for (const payload of junk) await put(repository, payload);
  await sayPartOf(repository, image, { index, platform: null });
  const found = await partOfStatements(repository, image.digest);
  expect(found.map(({ predicate }) => predicate)).toEqual([{ index, platform: null }]);
});

test('a flood of statements is read to an end, whether they can be read or not', async () => {
  const repository = await shelf();
  const junk = await put(repository, '{');
  const stored = await repository.manifest(junk.digest);
  let reads = 0;
  const flooded: Repository = {
    ...forwarding(repository),
    async manifest() {
      reads += 1;
      return stored;
    },
    blob: async () => Readable.from([Buffer.from('{')]),
    async *referrers() {
      for (;;) yield { ...junk, artifactType: type };
    },
  };
  const ends = partOfStatements(flooded, image.digest);
  await expect(ends).rejects.toThrow(Corrupt);
  await expect(ends).rejects.toThrow('there are more than 1000');
  expect(reads).toBe(1000);
});

test('what storage cannot give is an error: it may be the statement that counts', async () => {
  const repository = await shelf();
  await sayPartOf(repository, image, { index, platform: null });
  const without: Repository = {
    ...forwarding(repository),
    blob: () => Promise.reject(new Corrupt('the blob', 'its content does not have that digest')),
  };
  await expect(partOfStatements(without, image.digest)).rejects.toThrow(Corrupt);
});
