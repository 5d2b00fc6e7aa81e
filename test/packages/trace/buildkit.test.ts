import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from '@jest/globals';

import { openArchive } from '#oci';

import { runningBuildkit } from '../../support/buildkit.ts';
import { withTool } from '../../tools.ts';
import { linesOf, Shelves } from './shelves.ts';

const commit = 'c'.repeat(40);
const source = 'https://github.com/acme/shop.git';

withTool(
  ['buildkitd', 'buildctl', 'runc'],
  'the provenance that BuildKit writes says source, commit, Dockerfile and stage, in both versions of SLSA',
  async (tools) => {
    const folder = await mkdtemp(join(tmpdir(), 'trace-buildkit-'));
    const buildkit = await runningBuildkit(tools);
    try {
      for (const version of ['v0.2', 'v1']) {
        const file = join(folder, `${version}.tar`);
        const options = {
          // Buildx names it always.
          filename: 'Dockerfile',
          target: 'runtime',
          'attest:provenance': `mode=max,version=${version}`,
          'vcs:source': source,
          'vcs:revision': commit,
        };
        await buildkit.build(
          'FROM scratch AS runtime\nCOPY app /app\nFROM runtime\n',
          [
            ...Object.entries(options).flatMap(([name, value]) => ['--opt', `${name}=${value}`]),
            ...['--output', `type=oci,dest=${file}`],
          ],
          { files: { app: version } },
        );
        using shelves = new Shelves();
        const found = await shelves.trace(`oci-archive:${file}`, {
          open: (name) => openArchive('oci-archive', file, { name }),
        });
        expect(linesOf(found, 'source repository')).toEqual([`${source} | provenance | said`]);
        expect(linesOf(found, 'commit')).toEqual([`${commit} | provenance | said`]);
        expect(linesOf(found, 'dockerfile')).toEqual(['Dockerfile | provenance | said']);
        expect(linesOf(found, 'stage')).toEqual(['runtime | provenance | said']);
        expect(linesOf(found, 'built')).toHaveLength(1);
      }
    } finally {
      await buildkit.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
