import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parseRegistryReference } from '#oci';

import type { BuildPlan } from './builder.ts';

/** Where Buildah keeps its images and layers, and by which driver. */
export interface Storage {
  readonly folder: string;
  readonly driver: 'overlay' | 'vfs';
}

/** How Buildah is called, with all of its settings in files of ours. */
export interface Settings {
  /** Before the command's name. */
  readonly global: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly dockerfile: string;
  readonly ignore: string;
  readonly policy: string;
  /** Buildah writes the image's ID here. */
  readonly id: string;
}

/**
 * Writes every file that Buildah would else read from the machine, so that a build depends on the plan alone.
 * @param bases host and port that serve the plan's bases
 */
export async function writeSettings(
  work: string,
  plan: BuildPlan,
  { storage, bases }: { readonly storage: Storage; readonly bases: string },
): Promise<Settings> {
  const files = {
    Dockerfile: plan.dockerfile.source,
    ignore: plan.ignore ?? '',
    'policy.json': '{"default":[{"type":"insecureAcceptAnything"}]}',
    'auth.json': '{"auths":{}}',
    'containers.conf': '',
    'registries.conf': registriesConf(plan, bases),
    'storage.conf': storageConf(storage),
  };
  const path = (name: keyof typeof files | 'registries.d' | 'tmp' | 'id'): string =>
    join(work, name);
  for (const folder of ['registries.d', 'tmp'] as const) {
    await mkdir(path(folder), { recursive: true, mode: 0o700 });
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(work, name), text);
  return {
    global: [
      ...['--registries-conf', path('registries.conf')],
      ...['--registries-conf-dir', path('registries.d')],
    ],
    env: {
      BUILDAH_ISOLATION: 'chroot',
      CONTAINERS_STORAGE_CONF: path('storage.conf'),
      CONTAINERS_CONF: path('containers.conf'),
      REGISTRY_AUTH_FILE: path('auth.json'),
      TMPDIR: path('tmp'),
    },
    dockerfile: path('Dockerfile'),
    ignore: path('ignore'),
    policy: path('policy.json'),
    id: path('id'),
  };
}

/** A basic string of TOML. JSON's escapes are among TOML's. */
const toml = (text: string): string => JSON.stringify(text);

/** https://github.com/containers/storage/blob/main/docs/containers-storage.conf.5.md */
const storageConf = ({ folder, driver }: Storage): string => `[storage]
driver = ${toml(driver)}
graphroot = ${toml(join(folder, 'graph'))}
runroot = ${toml(join(folder, 'run'))}
[storage.options.overlay]
skip_mount_home = "true"
`;

/**
 * Every base under its own name at the place that serves it: names and history stay as the Dockerfile has them.
 * https://github.com/containers/image/blob/main/docs/containers-registries.conf.5.md
 */
function registriesConf({ bases }: BuildPlan, place: string): string {
  const names = new Set([...bases.values()].map(({ name }) => parseRegistryReference(name).name));
  const tables = [...names].map(
    (name) => `[[registry]]
prefix = ${toml(name)}
location = ${toml(`${place}/${servedName(name)}`)}
insecure = true
`,
  );
  return `unqualified-search-registries = ["docker.io"]
short-name-mode = "disabled"
${tables.join('')}`;
}

/** The name under which a base's repository is served: a port's colon may not stand in a path. */
export const servedName = (name: string): string => name.replace(':', '_');
