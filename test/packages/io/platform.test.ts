import { expect, test } from '@jest/globals';

import { machineOf } from '../../../packages/io/platform.ts';

test.each([
  ['linux', 'x64', 'linux', 'amd64'],
  ['linux', 'arm64', 'linux', 'arm64'],
  ['linux', 'ppc64', 'linux', 'ppc64le'],
  ['linux', 's390x', 'linux', 's390x'],
  ['darwin', 'arm64', 'darwin', 'arm64'],
  ['win32', 'ia32', 'windows', '386'],
])('%s on %s is %s/%s', (platform, arch, os, architecture) => {
  expect(machineOf(platform, arch)).toEqual({ os, architecture });
});
