import { expect, test } from '@jest/globals';

import { quote, UsageError } from '#io';
import {
  formatReference,
  isTag,
  parseDigest,
  parseReference,
  parseRegistryReference,
  parseTag,
  pinned,
} from '#oci';

const digest = parseDigest(`sha256:${'a'.repeat(64)}`);

test.each([
  ['debian', 'docker.io', 'library/debian', undefined],
  ['debian:12', 'docker.io', 'library/debian', '12'],
  ['acme/shop', 'docker.io', 'acme/shop', undefined],
  ['docker.io/debian', 'docker.io', 'library/debian', undefined],
  ['index.docker.io/acme/shop:1', 'docker.io', 'acme/shop', '1'],
  ['localhost/shop', 'localhost', 'shop', undefined],
  ['localhost:5000/shop:1.0', 'localhost:5000', 'shop', '1.0'],
  ['ghcr.io/acme/shop', 'ghcr.io', 'acme/shop', undefined],
  ['registry.acme.io:8443/a/b__c/d-e.f:V_1', 'registry.acme.io:8443', 'a/b__c/d-e.f', 'V_1'],
  ['127.0.0.1:5000/x', '127.0.0.1:5000', 'x', undefined],
  ['[::1]:5000/x:y', '[::1]:5000', 'x', 'y'],
])('%s is %s, %s, %s', (text, registry, repository, tag) => {
  for (const end of ['', `@${digest}`]) {
    const reference = parseReference(text + end);
    expect(reference).toEqual({
      transport: 'registry',
      registry,
      repository,
      name: `${registry}/${repository}`,
      ...(tag === undefined ? {} : { tag }),
      ...(end === '' ? {} : { digest }),
    });
    expect(parseReference(formatReference(reference))).toEqual(reference);
  }
});

test.each([
  ['oci:dir', 'oci', 'dir', undefined],
  ['oci:/a/b:1.0', 'oci', '/a/b', '1.0'],
  ['oci:../c:d/e', 'oci', '../c:d/e', undefined],
  ['oci:C:\\images', 'oci', 'C:\\images', undefined],
  ['oci:l:1', 'oci', 'l', '1'],
  ['oci-archive:a.tar:x', 'oci-archive', 'a.tar', 'x'],
  ['docker-archive:a.tar', 'docker-archive', 'a.tar', undefined],
])('%s is %s, %s, %s', (text, transport, path, tag) => {
  const reference = parseReference(text);
  expect(reference).toEqual({
    transport,
    path,
    name: `${transport}:${path}`,
    ...(tag === undefined ? {} : { tag }),
  });
  expect(parseReference(formatReference(reference))).toEqual(reference);
  expect(parseReference(`${text}@${digest}`)).toEqual({ ...reference, digest });
});

test.each([
  ['docker-archive:a.tar:acme/shop:1.0', 'a.tar', 'docker.io/acme/shop', '1.0'],
  ['docker-archive:/a/b.tar:shop:1.0', '/a/b.tar', 'docker.io/library/shop', '1.0'],
  ['docker-archive:a.tar:ghcr.io/acme/shop', 'a.tar', 'ghcr.io/acme/shop', undefined],
  ['docker-archive:a.tar:localhost:5000/shop:1.0', 'a.tar', 'localhost:5000/shop', '1.0'],
  ['docker-archive:C:\\a.tar:acme/shop', 'C:\\a.tar', 'docker.io/acme/shop', undefined],
])('%s is %s, of which it is %s, %s', (text, path, image, tag) => {
  const reference = parseReference(text);
  expect(reference).toEqual({
    transport: 'docker-archive',
    path,
    image,
    name: `docker-archive:${path}:${image}`,
    ...(tag === undefined ? {} : { tag }),
  });
  expect(parseReference(formatReference(reference))).toEqual(reference);
  expect(parseReference(`${text}@${digest}`)).toEqual({ ...reference, digest });
});

test.each([
  '',
  ':',
  ':1.0',
  '@',
  'Shop',
  'ghcr.io/Acme/shop',
  'ghcr.io/',
  'ghcr.io//shop',
  '/shop',
  'ghcr.io/shop/',
  'ghcr.io/../shop',
  'ghcr.io/a..b',
  'ghcr.io/-a',
  'ghcr.io/shop:',
  'ghcr.io/shop:.x',
  `ghcr.io/shop:${'x'.repeat(129)}`,
  'ghcr.io/shop@sha256:short',
  `ghcr.io/shop@${digest}@${digest}`,
  'ghcr.io/shop 1',
  'ghcr.io/shop\n',
  'ghcr.io/\u0000',
  `ghcr.io/${'a'.repeat(256)}`,
  'https://ghcr.io/shop',
  'user@ghcr.io/shop',
  'ghcr.io:port/shop',
  '-x.io/shop',
  'oci:',
  'oci:\u0000',
  'oci-archive:',
  'docker-archive::acme/shop:1.0',
])('%j is no reference, and the sentence says so', (text) => {
  const parsing = () => parseReference(text);
  expect(parsing).toThrow(UsageError);
  expect(parsing).toThrow(quote(text));
  expect(parsing).toThrow('oci:DIR[:tag]');
});

test('a name in capitals is told what is wrong with it', () => {
  expect(() => parseRegistryReference('ghcr.io/Acme')).toThrow('a repository name is lower case');
});

test.each(['1.0', '_x', 'A', 'a.b-c_d', 'x'.repeat(128)])('%s is a tag', (text) => {
  expect(isTag(text)).toBe(true);
  expect(parseTag(text)).toBe(text);
});

test.each(['', '.x', '-x', 'a b', 'a/b', 'a:b', 'é', 'a\n', 'x'.repeat(129)])(
  '%j is no tag',
  (text) => {
    expect(isTag(text)).toBe(false);
    expect(() => parseTag(text)).toThrow(`${quote(text)} is not a tag`);
  },
);

test('long texts are refused quickly', () => {
  const begun = performance.now();
  for (const piece of ['a', 'a-', 'a.', 'a/', '-', '_', ':', '@']) {
    expect(() => parseReference(`x.io/${piece.repeat(50_000)}!`)).toThrow(UsageError);
    expect(() => parseReference(`${piece.repeat(50_000)}!/x`)).toThrow(UsageError);
  }
  expect(performance.now() - begun).toBeLessThan(2000);
});

test('a pinned image is its name and its digest', () => {
  expect(pinned('ghcr.io/acme/shop', digest)).toBe(`ghcr.io/acme/shop@${digest}`);
});
