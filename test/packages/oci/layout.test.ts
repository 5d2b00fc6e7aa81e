import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { openLayout } from '#oci';

import { contract } from './repository.contract.ts';

contract('a repository in an OCI layout', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'layout-'));
  return {
    repository: openLayout(path.join(folder, 'one')),
    sister: openLayout(path.join(folder, 'two')),
    guarantee: 'atomic',
    close: () => rm(folder, { recursive: true }),
  };
});
