import { expect, test } from '@jest/globals';

import { refuseStray } from '../../../packages/pipeline/stray.ts';

test('without a git repository no version is given, and the sentence says to check out', async () => {
  const commit = 'a'.repeat(40);
  await expect(refuseStray(commit, undefined)).rejects.toMatchObject({
    exit: 3,
    message: `there is no git repository here, so it is not known whether commit ${commit} is on the default branch, and no version is given: check out with fetch-depth: 0`,
  });
});
