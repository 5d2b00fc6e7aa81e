import { accessSync, constants, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

/** A program built from a Go module; `sum` is the module's `h1:` checksum, which covers its go.sum too. */
export interface GoTool {
  readonly kind: 'go';
  readonly required: boolean;
  readonly module: string;
  readonly version: string;
  readonly sum: string;
  /** The package to build, relative to the module: `./cmd/crane`. */
  readonly package: string;
}

/** A program that an npm package holds, per `process.platform-process.arch`. */
export interface NpmTool {
  readonly kind: 'npm';
  readonly required: boolean;
  readonly platforms: Readonly<
    Record<
      string,
      | {
          readonly package: string;
          readonly version: string;
          readonly integrity: string;
          /** The program inside the package. */
          readonly file: string;
        }
      | undefined
    >
  >;
}

/** A program of Debian packages, in the version that the machine's release has. */
export interface DebTool {
  readonly kind: 'deb';
  readonly required: boolean;
  readonly packages: readonly string[];
}

export type Tool = GoTool | NpmTool | DebTool;

const root = resolve(import.meta.dirname, '..');

/** What tools.lock.json pins, by the name that tests ask for. */
export const lock = JSON.parse(readFileSync(join(root, 'tools.lock.json'), 'utf8')) as Readonly<
  Record<string, Tool | undefined>
>;

/** Where tools are kept: outside the checkout, shared by all of them. */
export const cache = (): string =>
  resolve(process.env.ECLUSE_TOOLS ?? join(homedir(), '.cache', 'ecluse', 'tools'));

/** Programs of Debian packages that were unpacked, not installed. */
export const cacheBin = (): string => join(cache(), 'bin');

/** The folder of one pin: a new pin is a new place, so checkouts with different locks share one cache. */
export const pinnedFolder = (name: string, version: string, sum: string): string =>
  join(
    cache(),
    `${name}-${version}-${sum
      .replace(/^[^:-]*[:-]/, '')
      .replace(/\W/g, '')
      .slice(0, 12)}`,
  );

/** Where a pinned tool is once the cache holds it; undefined when this platform has none. */
export function pinned(name: string, tool: GoTool | NpmTool): string | undefined {
  if (tool.kind === 'go') return join(pinnedFolder(name, tool.version, tool.sum), name);
  const held = tool.platforms[`${process.platform}-${process.arch}`];
  return held && join(pinnedFolder(name, held.version, held.integrity), held.file);
}

const executable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

// Debian keeps runtimes such as runc where a plain user's PATH does not look.
const searched = (): readonly string[] => [
  ...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
  '/usr/sbin',
  '/sbin',
  cacheBin(),
];

/** PATH with every folder that `locate` looks in, for children that start tools of their own. */
export const toolsPath = (): string => [...new Set(searched())].join(delimiter);

/** The absolute path of a tool: the pinned one, else by its name from PATH or the cache. */
export function locate(name: string): string | undefined {
  const tool = lock[name];
  const exact = tool === undefined || tool.kind === 'deb' ? undefined : pinned(name, tool);
  if (exact !== undefined && executable(exact)) return exact;
  return searched()
    .map((folder) => join(folder, name))
    .find(executable);
}
