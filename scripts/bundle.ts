import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

import { table } from '../actions/table.ts';

const root = resolve(import.meta.dirname, '..');
// npm run bundle [-- DIR [STATS]]: tests bundle elsewhere and read what each chunk holds.
const [into, stats] = process.argv.slice(2);
const dist = resolve(into ?? join(root, 'dist'));
const ncc = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js');
const stub = readFileSync(join(import.meta.dirname, 'stub.js.txt'), 'utf8');

// The bundler keeps old files, and the names of chunks are numbers: start from nothing.
rmSync(dist, { recursive: true, force: true });
const usual = ['--transpile-only', '--no-cache', '--quiet'];
const build = (entry: string, folder: string, ...options: readonly string[]) => {
  const args = [ncc, 'build', entry, '-o', folder, ...usual, ...options];
  execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
};
const listing = stats === undefined ? [] : ['--stats-out', resolve(stats)];
build('actions/index.ts', dist, '--license', 'licenses.txt', ...listing);
// The script of a worker is found by its name beside the others, and is a bundle of its own.
const apart = join(dist, 'worker');
build('packages/image/worker.ts', apart);
renameSync(join(apart, 'index.js'), join(dist, 'worker.js'));
rmSync(apart, { recursive: true });
for (const [name, { action }] of Object.entries(table)) {
  if (action) writeFileSync(join(dist, `${name}.js`), stub.replace('START', `start('${name}')`));
}
writeFileSync(join(dist, 'cli.js'), `#!/usr/bin/env node\n${stub.replace('START', 'startCli()')}`, {
  mode: 0o755,
});
