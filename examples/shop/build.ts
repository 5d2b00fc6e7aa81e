import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, join } from 'node:path';

// Makes dist/: the same application as plain JavaScript.
const here = import.meta.dirname;
const dist = join(here, 'dist');

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, 'src'), { recursive: true });
for (const file of globSync('src/*.ts', { cwd: here }).sort()) {
  const script = stripTypeScriptTypes(readFileSync(join(here, file), 'utf8'));
  const name = `${basename(file, '.ts')}.js`;
  writeFileSync(join(dist, 'src', name), script.replaceAll(/(from '\.\/[a-z-]+)\.ts'/g, "$1.js'"));
}
cpSync(join(here, 'public'), join(dist, 'public'), { recursive: true });
writeFileSync(join(dist, 'package.json'), '{"type":"module"}\n');
