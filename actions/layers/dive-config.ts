import path from 'node:path';

import { namesIn, readYaml } from '#config';
import { boundedFile, type Io } from '#io';
import { parseDiveConfig, type DiveConfig } from '#layers';

const maxBytes = 64 * 1024;

/**
 * What the `.dive.yaml` of this folder or of the user says, the first that is there: `.dive.yaml`,
 * `.dive/config.yaml`, `dive/*.yaml` in the folders for settings, and `.dive.yaml` at home.
 * https://github.com/wagoodman/dive#ui-configuration
 * @throws UsageError for one that is wrong
 */
export async function diveConfig(io: Io): Promise<DiveConfig> {
  const home = io.env.get('HOME');
  const settings = [
    io.env.get('XDG_CONFIG_HOME'),
    ...(io.env.get('XDG_CONFIG_DIRS') ?? '').split(':'),
    home && path.join(home, '.config'),
  ];
  const places = [
    ...named(io.cwd, '.dive'),
    ...named(path.join(io.cwd, '.dive'), 'config'),
    ...(await Promise.all(settings.map(yamlIn))).flat(),
    ...(home === undefined ? [] : named(home, '.dive')),
  ];
  for (const place of places) {
    const text = await boundedFile(place, 'the configuration of dive', maxBytes);
    if (text === undefined) continue;
    const { value } = readYaml(Buffer.from(text), { label: place, file: place });
    return parseDiveConfig(value, place);
  }
  return { rules: {} };
}

const endings = ['.yaml', '.yml'];
const named = (folder: string, name: string): readonly string[] =>
  endings.map((ending) => path.join(folder, `${name}${ending}`));

async function yamlIn(settings: string | undefined): Promise<readonly string[]> {
  if (settings === undefined || settings === '') return [];
  const folder = path.join(settings, 'dive');
  const names = await namesIn(folder);
  return names
    .filter((name) => endings.includes(path.extname(name)))
    .map((name) => path.join(folder, name));
}
