import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { notRun } from '../reporter.ts';
import { randomFrom } from '../rounds.ts';
import { withTool } from '../tools.ts';
import { isAsExtracted } from './extracted-image.ts';

const title = 'what 40 images waste is what tar leaves on a disk, file by file';
if (process.getuid?.() !== 0) test.skip(`${title}${notRun}owners need root`, () => undefined);
else {
  withTool(
    'tar',
    title,
    async () => {
      const home = mkdtempSync(join(tmpdir(), 'layers-extracted-'));
      try {
        for (let seed = 1; seed <= 40; seed++) {
          const folder = join(home, String(seed));
          mkdirSync(folder);
          await isAsExtracted(randomFrom(seed), folder).catch((cause: unknown) => {
            throw new Error(`seed ${seed}`, { cause });
          });
          rmSync(folder, { recursive: true });
        }
      } finally {
        rmSync(home, { recursive: true });
      }
      expect.hasAssertions();
    },
    60_000,
  );
}
