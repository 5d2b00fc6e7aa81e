import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

const shop = join(mkdtempSync(join(realpathSync(tmpdir()), 'examples-')), 'shop');

const node = (folder: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    // Under node --test, or jest, a runner inside would report to the one outside.
    env: { PATH: process.env.PATH },
  });
  return { status, said: stdout + stderr };
};

beforeAll(() => {
  const source = resolve(import.meta.dirname, '../examples/shop');
  const made = [`${source}/base/root`, `${source}/dist`];
  cpSync(source, shop, { recursive: true, filter: (path) => !made.includes(path) });
});
afterAll(() => {
  rmSync(resolve(shop, '..'), { recursive: true });
});

test('the tests of the shop pass', () => {
  const { status, said } = node(shop, '--test');
  expect(said).toMatch(/\bpass 4\b/);
  expect(status).toBe(0);
});

test('the build stage makes an application that answers the same', () => {
  expect(node(shop, 'build.ts')).toMatchObject({ status: 0 });
  const ask = (module: string) =>
    node(shop, '-e', `import('${module}').then(({ answer }) => console.log(answer('/')))`);
  const built = ask('./dist/src/server.js');
  expect(built.said).toContain('Mooring rope');
  expect(built).toEqual(ask('./src/server.ts'));
});

test('the base has its users and no link that leads out of it or nowhere', () => {
  const { status, said } = node(join(shop, 'base'), 'make-root.ts');
  expect(said).toMatch(/^root: /);
  expect(status).toBe(0);
  const root = join(shop, 'base/root');
  expect(readlinkSync(join(root, 'bin'))).toBe('usr/bin');
  expect(readFileSync(join(root, 'etc/passwd'), 'utf8')).toMatch(/^app:x:10001:10001:/m);
  expect(lstatSync(join(root, 'tmp')).mode & 0o7777).toBe(0o1777);
  const links = globSync('**', { cwd: root }).filter((path) =>
    lstatSync(join(root, path)).isSymbolicLink(),
  );
  expect(links).toContain('lib64');
  for (const path of links) expect(realpathSync(join(root, path))).toContain(`${root}/`);

  // The loader that the base brings, and no library of this machine.
  for (const loader of globSync('usr/lib64/ld-linux-*', { cwd: root })) {
    const folders = globSync('usr/lib/*-linux-gnu', { cwd: root }).map((path) => join(root, path));
    const started = spawnSync(
      join(root, loader),
      ['--inhibit-cache', '--library-path', folders.join(':'), join(root, 'usr/bin/node'), '-v'],
      { encoding: 'utf8' },
    );
    expect(started.stdout.trim()).toBe(process.version);
  }
});

test('every workflow pins what it uses to a commit and starts with few rights', () => {
  const root = resolve(import.meta.dirname, '..');
  const files = globSync(['.github/workflows/*.yml', 'examples/*/.github/workflows/*.yml'], {
    cwd: root,
  });
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8');
    const uses = [...text.matchAll(/\buses: (\S+)/g)].map(([, name = '']) => name);
    expect(uses.filter((name) => !/@[0-9a-f]{40}$/.test(name))).toEqual([]);
    expect(text).toMatch(/^permissions:( \{\}\n|\n {2}contents: read\n\n)/m);
  }
});
