import { expect, test } from '@jest/globals';

import { asReferrer, children, Corrupt, digestOf, isIndex, mediaType, parseManifest } from '#oci';

import { imageOf, indexOf, referrerOf } from './samples.ts';

const parse = (value: unknown, type: string = mediaType.manifest) =>
  parseManifest(Buffer.from(JSON.stringify(value)), type, 'the manifest');
const part = (content: string, type: string = mediaType.layerGzip) => ({
  mediaType: type,
  digest: digestOf(Buffer.from(content)),
  size: content.length,
});
const image = { schemaVersion: 2, config: part('{}', mediaType.config), layers: [part('layer')] };
const index = { schemaVersion: 2, manifests: [part('image', mediaType.manifest)] };

test('an image names its config, then its layers', () => {
  const manifest = parse({ ...image, annotations: { a: 'b' }, unknown: 1 });
  expect(manifest).toEqual({
    mediaType: mediaType.manifest,
    config: image.config,
    layers: image.layers,
    annotations: { a: 'b' },
  });
  expect(isIndex(manifest)).toBe(false);
  expect(children(manifest)).toEqual([image.config, ...image.layers]);
});

test('an index names its manifests, with their platforms', () => {
  const platform = { os: 'linux', architecture: 'arm64', variant: 'v8' };
  const manifest = parse(
    { ...index, manifests: [{ ...index.manifests[0], platform }] },
    mediaType.index,
  );
  expect(isIndex(manifest)).toBe(true);
  expect(children(manifest)).toEqual([{ ...index.manifests[0], platform }]);
});

test.each([mediaType.manifest, mediaType.dockerManifest])('%s is an image', (type) => {
  expect(parse({ ...image, mediaType: type }, type).mediaType).toBe(type);
});

test.each([mediaType.index, mediaType.dockerIndex])('%s is an index', (type) => {
  expect(parse({ ...index, mediaType: type }, type).mediaType).toBe(type);
});

test('null and empty texts, as Go writes them, stand for what is not set', () => {
  const platform = { os: 'linux', architecture: 'amd64', variant: '' };
  const loose = { ...part('x'), annotations: null, artifactType: '', platform };
  expect(
    parse({ ...image, layers: null, subject: null, annotations: null }).annotations,
  ).toBeUndefined();
  expect(children(parse({ ...index, manifests: [loose] }, mediaType.index))).toEqual([
    { ...part('x'), platform: { os: 'linux', architecture: 'amd64' } },
  ]);
  expect(children(parse({ schemaVersion: 2, manifests: null }, mediaType.index))).toEqual([]);
});

const bad = (change: object) => ({ ...image, config: { ...image.config, ...change } });
test.each<[string, unknown, string, string?]>([
  ['of no object', 'text', 'it must be an object, not "text"'],
  ['without schemaVersion', { ...image, schemaVersion: undefined }, '"schemaVersion" is missing'],
  ['of schema 1', { ...image, schemaVersion: 1 }, '"schemaVersion" must be 2, not 1'],
  ['without config', { ...image, config: undefined }, '"config" is missing'],
  [
    'with layers that are none',
    { ...image, layers: {} },
    '"layers" must be a list of descriptors, not {}',
  ],
  [
    'with a digest that is none',
    bad({ digest: 'sha256:../../x' }),
    '"config.digest" must be sha256: and 64, or sha512: and 128 of the digits 0-9a-f, not "sha256:../../x"',
  ],
  [
    'with a digest in capitals',
    bad({ digest: `sha256:${'A'.repeat(64)}` }),
    '"config.digest" must be',
  ],
  [
    'with a size below nothing',
    bad({ size: -1 }),
    '"config.size" must be a whole number of bytes, not -1',
  ],
  [
    'with half a byte',
    bad({ size: 0.5 }),
    '"config.size" must be a whole number of bytes, not 0.5',
  ],
  [
    'with a size as text',
    bad({ size: '5' }),
    '"config.size" must be a whole number of bytes, not "5"',
  ],
  [
    'with a size beyond counting',
    bad({ size: 2 ** 53 }),
    '"config.size" must be a whole number of bytes',
  ],
  [
    'with a type of two lines',
    bad({ mediaType: 'a/b\nx' }),
    '"config.mediaType" must be a media type, not "a/b\\nx"',
  ],
  [
    'with a number as annotation',
    { ...image, annotations: { a: 1 } },
    '"annotations.a" must be a text, not 1',
  ],
  [
    'that calls itself an index',
    { ...image, mediaType: mediaType.index },
    'it calls itself "application/vnd.oci.image.index.v1+json" and was given as "application/vnd.oci.image.manifest.v1+json"',
  ],
  [
    'that is an index as well',
    { ...image, ...index },
    '"application/vnd.oci.image.manifest.v1+json" has no "manifests"',
  ],
  [
    'index that is an image as well',
    { ...image, ...index },
    '"application/vnd.oci.image.index.v1+json" has no "config"',
    mediaType.index,
  ],
  [
    'of the first Docker schema',
    { schemaVersion: 1, fsLayers: [] },
    '"x/y" has no "fsLayers"',
    'x/y',
  ],
  ['of an unknown type', image, '"x/y" is no media type of a manifest', 'x/y'],
])('a manifest %s is corrupt', (_, value, why, type = mediaType.manifest) => {
  expect(() => parse(value, type)).toThrow(Corrupt);
  expect(() => parse(value, type)).toThrow(`the manifest is corrupt: ${why}`);
});

test('a long value is cut in the sentence', () => {
  const long = bad({ digest: 'x'.repeat(1_000_000) });
  expect(() => parse(long)).toThrow(/^.{0,300}$/);
});

test('a referrer shows its own type, else that of its config, else none', () => {
  const subject = imageOf('a').descriptor;
  const shown = ({ bytes, descriptor }: ReturnType<typeof imageOf>) =>
    asReferrer(descriptor, parseManifest(bytes, descriptor.mediaType)).artifactType;
  expect(shown(referrerOf(subject, 'x', 'application/x.own'))).toBe('application/x.own');
  expect(shown(referrerOf(subject, 'x'))).toBe('application/x.test');
  expect(shown(indexOf([], { subject }))).toBeUndefined();
});
