import { expect, test } from '@jest/globals';

import { matchesBase } from '#config';

test.each([
  ['docker.io/library/debian', 'docker.io/library/debian', true],
  ['docker.io/library/debian', 'docker.io/library/debian-x', false],
  ['docker.io/library/debian', 'docker.io/library', false],
  ['ghcr.io/acme/*', 'ghcr.io/acme/node', true],
  ['ghcr.io/acme/*', 'ghcr.io/acme/node/slim', false],
  ['ghcr.io/acme/*', 'ghcr.io/acme/', false],
  ['ghcr.io/acme/*', 'ghcr.io/acme', false],
  ['ghcr.io/acme/*', 'ghcr.io/acme-x/node', false],
  ['ghcr.io/acme/*', 'evil.example/ghcr.io/acme/node', false],
  ['ghcr.io/*', 'ghcr.io/node', true],
  ['ghcr.io/*', 'ghcr.io.evil.example/node', false],
  ['scratch', 'scratch', true],
  ['ghcr.io/*', 'scratch', false],
  ['scratch', 'docker.io/library/scratch', false],
])('the pattern %s and the base %s: %s', (pattern, name, expected) => {
  expect(matchesBase(pattern, name)).toBe(expected);
});
