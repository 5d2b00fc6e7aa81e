import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { NpmTool } from './tools-lock.ts';
import { pinnedFolder } from './tools-lock.ts';
import { place, run } from './tools-place.ts';

/** Unpacks the package for this platform once its bytes have the integrity that tools.lock.json pins. */
export async function unpackNpm(name: string, tool: NpmTool): Promise<void> {
  const held = tool.platforms[`${process.platform}-${process.arch}`];
  if (held === undefined) {
    throw new Error(`tools.lock.json has no package for ${process.platform}-${process.arch}`);
  }
  const spec = `${held.package}@${held.version}`;
  await place(pinnedFolder(name, held.version, held.integrity), async (folder) => {
    const file = await run('npm', ['pack', spec, '--silent', '--pack-destination', folder], {
      cwd: folder,
    });
    const tarball = join(folder, file.trim());
    const digest = createHash('sha512').update(readFileSync(tarball)).digest('base64');
    if (`sha512-${digest}` !== held.integrity) {
      throw new Error(
        `${spec} has the integrity sha512-${digest}, tools.lock.json says ${held.integrity}`,
      );
    }
    await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1', '--no-same-owner']);
    rmSync(tarball);
  });
}
