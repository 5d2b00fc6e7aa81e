import { join, dirname } from 'node:path';

import { pinned, type GoTool } from './tools-lock.ts';
import { place, run } from './tools-place.ts';

const checkout = (text: string): { readonly Dir: string; readonly Sum: string } =>
  JSON.parse(text) as { readonly Dir: string; readonly Sum: string };

/**
 * Builds a program inside its own module, so that the module's go.sum, which the pinned checksum covers,
 * holds for everything it is built from.
 */
export async function buildGo(name: string, tool: GoTool): Promise<void> {
  const found = pinned(name, tool);
  if (found === undefined) throw new Error(`no place for ${name}`);
  await place(dirname(found), async (folder) => {
    const version = `${tool.module}@${tool.version}`;
    const { Dir, Sum } = checkout(
      await run('go', ['mod', 'download', '-json', version], { cwd: folder }),
    );
    if (Sum !== tool.sum) {
      throw new Error(`${version} has the checksum ${Sum}, tools.lock.json says ${tool.sum}`);
    }
    await run(
      'go',
      ['build', '-trimpath', '-ldflags=-s -w', '-o', join(folder, name), tool.package],
      {
        cwd: Dir,
        env: { CGO_ENABLED: '0', GOFLAGS: '-mod=readonly -buildvcs=false', GOWORK: 'off' },
      },
    );
  });
}
