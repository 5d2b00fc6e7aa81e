import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { table } from '../actions/table.ts';
import { generated, stale } from './generated.ts';

const root = join(import.meta.dirname, '..');
const files = await generated(root, table);
const old = stale(root, files);
if (process.argv.includes('--check')) {
  for (const path of old) process.stderr.write(`${path} is stale: npm run docs renews it\n`);
  process.exitCode = old.length === 0 ? 0 : 1;
} else {
  for (const path of old) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), files.get(path) ?? '');
    process.stdout.write(`${path}\n`);
  }
}
