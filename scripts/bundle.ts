import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const options = ['--transpile-only', '--no-cache', '--quiet', '--license', 'licenses.txt'];
if (stats !== undefined) options.push('--stats-out', resolve(stats));
execFileSync(process.execPath, [ncc, 'build', 'actions/index.ts', '-o', dist, ...options], {
  cwd: root,
  stdio: 'inherit',
});
for (const [name, { action }] of Object.entries(table)) {
  if (action) writeFileSync(join(dist, `${name}.js`), stub.replace('START', `start('${name}')`));
}
writeFileSync(join(dist, 'cli.js'), `#!/usr/bin/env node\n${stub.replace('START', 'startCli()')}`, {
  mode: 0o755,
});
