import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { ecluseSchema } from '#config';
import type { ActionModule, Document } from '#io';

import type { Entry } from '../actions/table.ts';
import { actionYml } from './action-yml.ts';
import { documentSchema } from './document-schema.ts';
import { documents } from './documents.ts';
import { withTables } from './readme.ts';

/** The root of the repository is the action of the whole pipeline. */
const rootAction = 'run';

/** Every generated file but dist, by its path in the repository, with what belongs into it. */
export async function generated(
  root: string,
  table: Readonly<Record<string, Entry>>,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const [name, { load, action }] of Object.entries(table)) {
    const module = await load();
    if (action) files.set(...manifestOf(name, module));
    for (const path of readmesOf(name, action)) {
      const file = join(root, path);
      if (existsSync(file)) files.set(path, withTables(readFileSync(file, 'utf8'), module));
    }
  }
  files.set('schemas/ecluse.schema.json', JSON.stringify(ecluseSchema(), null, 2));
  for (const [name, source] of Object.entries(documents)) {
    const text = JSON.stringify(documentSchema(name, source), null, 2);
    files.set(`schemas/${name}.v1.schema.json`, text);
  }
  const config = await resolveConfig(join(root, 'README.md'));
  const formatted = [...files].map(
    async ([path, text]) =>
      [path, await format(text, { ...config, filepath: join(root, path) })] as const,
  );
  return new Map(await Promise.all(formatted));
}

const manifestOf = (
  name: string,
  module: ActionModule<Document>,
): readonly [path: string, text: string] =>
  name === rootAction
    ? ['action.yml', actionYml(module, 'Ecluse', `dist/${name}.js`)]
    : [`actions/${name}/action.yml`, actionYml(module, `Ecluse ${name}`, `../../dist/${name}.js`)];

/** Commands of the command line alone stand in their own folder. */
function readmesOf(name: string, action: boolean): readonly string[] {
  const own = `${action ? 'actions' : 'cli'}/${name}/README.md`;
  return name === rootAction ? ['README.md', own] : [own];
}

/** Paths whose file is not what belongs into it. */
export const stale = (root: string, files: ReadonlyMap<string, string>): readonly string[] =>
  [...files]
    .filter(([path, text]) => {
      const file = join(root, path);
      return !existsSync(file) || readFileSync(file, 'utf8') !== text;
    })
    .map(([path]) => path);
