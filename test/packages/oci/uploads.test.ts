import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { digestOf } from '#oci';

import { ownName } from '../../../packages/oci/owner.ts';
import { Uploads } from '../../../packages/oci/uploads.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ecluse-uploads-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** As two servers on one folder have them. */
const two = () => [new Uploads(folder, {}), new Uploads(folder, {})] as const;
const bytes = (text: string) => Readable.from([Buffer.from(text)], { objectMode: false });
const busy = { message: 'another request works on this upload' };

test('an upload that one server began goes on at another', async () => {
  const [one, other] = two();
  const begun = await one.begin('acme/shop', 'sha256');
  await one.append(begun, bytes('one '));
  const more = await other.append(await other.find(begun.id, 'acme/shop'), bytes('two'));
  expect(await other.digest(more, 'sha256')).toBe(digestOf(Buffer.from('one two')));
  const content = await one.end(more, async ({ file }) => readFile(file, 'utf8'));
  expect(content).toBe('one two');
  expect(await readdir(folder)).toEqual([]);
});

test('while one works on it, no other does, whichever server it asks', async () => {
  const [one, other] = two();
  const begun = await one.begin('acme/shop', 'sha256');
  const body = new PassThrough();
  const appending = one.append(begun, body);
  body.write('half');
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (const uploads of [one, other]) {
    await expect(uploads.find(begun.id, 'acme/shop')).rejects.toMatchObject(busy);
    await expect(uploads.end(begun, async () => undefined)).rejects.toMatchObject(busy);
  }
  body.end(' done');
  expect((await appending).sizeBytes).toBe(9);
  expect((await other.find(begun.id, 'acme/shop')).sizeBytes).toBe(9);
});

test('what was written since it was found is not ended over', async () => {
  const [one, other] = two();
  const begun = await one.begin('acme/shop', 'sha256');
  await other.append(await other.find(begun.id, 'acme/shop'), bytes('more'));
  await expect(one.append(begun, bytes('x'))).rejects.toMatchObject(busy);
  expect((await one.find(begun.id, 'acme/shop')).sizeBytes).toBe(4);
});

test('one that a killed process worked on is free', async () => {
  const [one] = two();
  const begun = await one.begin('acme/shop', 'sha256');
  await one.append(begun, bytes('kept'));
  const parts = (await ownName()).split('.');
  // No system has so many processes.
  await rename(begun.file, `${begun.file}.${parts.with(3, '99999999').join('.')}`);
  expect((await one.find(begun.id, 'acme/shop')).sizeBytes).toBe(4);
});

test('one that there never was is not there', async () => {
  const [one] = two();
  const { id } = await one.begin('acme/shop', 'sha256');
  await expect(one.find(id, 'acme/other')).rejects.toMatchObject({ status: 404 });
  await expect(one.find('../../etc/passwd', 'acme/shop')).rejects.toMatchObject({ status: 404 });
});
