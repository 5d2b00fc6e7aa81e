import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { isAsExtracted } from '../actions/extracted-image.ts';
import { notRun } from '../reporter.ts';
import { withTool } from '../tools.ts';
import { watched } from './watched.ts';

const title = 'what images waste is what tar leaves on a disk, file by file';
if (process.getuid?.() !== 0) test.skip(`${title}${notRun}owners need root`, () => undefined);
else {
  withTool('tar', title, async () => {
    const ran = await watched(async (random) => {
      const folder = mkdtempSync(join(tmpdir(), 'extracted-'));
      try {
        await isAsExtracted(random, folder);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
    expect(ran).toBeGreaterThan(0);
  });
}
