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
    if (!action) continue;
    const module = await load();
    for (const [path, text] of filesOf(root, name, module)) files.set(path, text);
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

function filesOf(
  root: string,
  name: string,
  module: ActionModule<Document>,
): readonly (readonly [string, string])[] {
  const folder = `actions/${name}`;
  const manifest =
    name === rootAction
      ? (['action.yml', actionYml(module, 'Ecluse', `dist/${name}.js`)] as const)
      : ([
          `${folder}/action.yml`,
          actionYml(module, `Ecluse ${name}`, `../../dist/${name}.js`),
        ] as const);
  const readmes =
    name === rootAction ? ['README.md', `${folder}/README.md`] : [`${folder}/README.md`];
  return [
    manifest,
    ...readmes
      .filter((path) => existsSync(join(root, path)))
      .map((path) => [path, withTables(readFileSync(join(root, path), 'utf8'), module)] as const),
  ];
}

/** Paths whose file is not what belongs into it. */
export const stale = (root: string, files: ReadonlyMap<string, string>): readonly string[] =>
  [...files]
    .filter(([path, text]) => {
      const file = join(root, path);
      return !existsSync(file) || readFileSync(file, 'utf8') !== text;
    })
    .map(([path]) => path);
