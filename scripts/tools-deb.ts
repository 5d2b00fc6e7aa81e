import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { cache, cacheBin, type DebTool } from './tools-lock.ts';
import { place, run } from './tools-place.ts';

const install = ['install', '-y', '--no-install-recommends'] as const;

/** Installs Debian packages as root; as anyone else unpacks them, and what they need, into the cache. */
export async function installDebs(name: string, tool: DebTool): Promise<void> {
  if (process.getuid?.() === 0) await installAsRoot(tool.packages);
  else await unpack(name, tool.packages);
}

async function installAsRoot(packages: readonly string[]): Promise<void> {
  // At runlevel 1 a package that brings a service does not start it.
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = (args: readonly string[]) =>
    run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=600', ...args], { env });
  try {
    await apt([...install, ...packages]);
  } catch {
    // A new machine has no package lists yet.
    await apt(['update']);
    await apt([...install, ...packages]);
  }
}

async function unpack(name: string, packages: readonly string[]): Promise<void> {
  const root = join(cache(), `deb-${name}`);
  await place(root, async (folder) => {
    const plan = await run('apt-get', ['--simulate', ...install, ...packages]);
    const needed = [...plan.matchAll(/^Inst (\S+) /gm)].map(([, found = '']) => found);
    // Installed but not found: it stands where neither PATH nor the cache looks, so it is taken all the same.
    await run('apt-get', ['download', ...(needed.length > 0 ? needed : packages)], { cwd: folder });
    for (const file of globSync('*.deb', { cwd: folder })) {
      await run('dpkg-deb', ['-x', file, folder], { cwd: folder });
      rmSync(join(folder, file));
    }
  });
  start(name, root);
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A program that was not installed does not find its libraries by itself. */
function start(name: string, root: string): void {
  const [program] = globSync(`{usr/,}{bin,sbin}/${name}`, { cwd: root });
  if (program === undefined) throw new Error(`the packages hold no program ${name}`);
  const libraries = globSync('{usr/,}lib/*-linux-gnu*', { cwd: root }).map((path) =>
    join(root, path),
  );
  const helpers = join(root, 'usr/lib/git-core');
  const script = [
    '#!/bin/sh',
    ...(libraries.length > 0 ? [`export LD_LIBRARY_PATH=${quoted(libraries.join(':'))}`] : []),
    ...(existsSync(helpers) ? [`export GIT_EXEC_PATH=${quoted(helpers)}`] : []),
    `exec ${quoted(join(root, program))} "$@"`,
    '',
  ].join('\n');
  mkdirSync(cacheBin(), { recursive: true });
  const file = join(cacheBin(), `.${name}-${process.pid}`);
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  renameSync(file, join(cacheBin(), name));
}
