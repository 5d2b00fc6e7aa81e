import { expect, test } from '@jest/globals';

import { UsageError } from '#io';
import { parseAsked } from '#trace';

const hex = '1'.repeat(64);
const digest = `sha256:${hex}`;

test.each([
  ['a reference', 'ghcr.io/acme/shop:1.4.2', { reference: 'ghcr.io/acme/shop:1.4.2' }],
  [
    'kubelet with Docker',
    `docker-pullable://acme/shop@${digest}`,
    { reference: `acme/shop@${digest}` },
  ],
  ['kubelet with Docker, not pulled', `docker://${digest}`, { digest }],
  [
    'containerd and CRI-O',
    `docker.io/library/x@${digest}`,
    { reference: `docker.io/library/x@${digest}` },
  ],
  ['containerd, with its name', `containerd://${digest}`, { digest }],
  ['CRI-O, with its name', `cri-o://quay.io/a/b@${digest}`, { reference: `quay.io/a/b@${digest}` }],
  ['docker inspect', digest, { digest }],
  ['podman', hex, { digest }],
  ['a line of jsonpath', ` ${digest}\n`, { digest }],
  ['a folder', 'oci:dist/image:1', { reference: 'oci:dist/image:1' }],
])('%s is read', (_, text, asked) => {
  expect(parseAsked(text)).toEqual(asked);
});

test.each([
  [`docker://${hex}`, 'is the ID of a container: take the imageID beside it'],
  [`containerd://${hex}`, 'is the ID of a container'],
  [`cri-o://${hex}`, 'is the ID of a container'],
  ['https://ghcr.io/acme/shop', 'is not an image: write NAME:TAG'],
  ['sha256:123', 'sha256:123'],
  [`acme/a@${digest} acme/b@${digest}`, 'is not a digest'],
  ['Acme/Shop', 'lower case'],
])('%s is refused', (text, why) => {
  expect(() => parseAsked(text)).toThrow(UsageError);
  expect(() => parseAsked(text)).toThrow(why);
});
