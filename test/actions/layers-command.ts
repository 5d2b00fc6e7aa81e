import type { LayersDocument } from '#layers';

import { table } from '../../actions/table.ts';
import { cli } from '../../cli/cli.ts';
import { noGit, streams } from '../packages/io/stage.fixture.ts';

/** `ecluse layers` in this process: its home, its temporary files and its working folder are `folder`. */
export async function layersCommand(folder: string, ...args: readonly string[]) {
  const { written, ...std } = streams();
  const env = { HOME: folder, TMPDIR: folder, PATH: process.env.PATH };
  const around = { table, parts: noGit, process: { ...std, env, cwd: () => folder } };
  const exit = await cli(['layers', ...args], around);
  return { exit, ...written };
}

/** The document that it prints. */
export async function layersJson(folder: string, ...args: readonly string[]) {
  const { exit, stdout } = await layersCommand(folder, ...args, '--json');
  return { exit, document: JSON.parse(stdout) as LayersDocument };
}
