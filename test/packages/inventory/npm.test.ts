import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { inventoryOf, type NpmPackage } from '#inventory';

import { withTool } from '../../tools.ts';
import { named } from './layers.ts';

const npm = named('npm');
const parse = (manifest: unknown): readonly NpmPackage[] => parseText(JSON.stringify(manifest));
const parseText = (text: string | Uint8Array): readonly NpmPackage[] =>
  npm.parse('node_modules/a/package.json', Buffer.from(text)) as readonly NpmPackage[];

test('packages directly below node_modules are installed, and no others', () => {
  const wanted = [
    'node_modules/a/package.json',
    'app/node_modules/@scope/a/package.json',
    'app/node_modules/a/node_modules/b.js/package.json',
    'app/node_modules/.pnpm/a@1.0.0/node_modules/a/package.json',
    'usr/local/lib/node_modules/npm/package.json',
    'usr/local/lib/node_modules/npm/node_modules/@npmcli/arborist/package.json',
  ];
  const others = [
    'package.json',
    'app/package.json',
    'node_modules/package.json',
    'node_modules/@scope/package.json',
    'node_modules/a/lib/package.json',
    'node_modules/@scope/a/lib/package.json',
    'node_modules/.package-lock.json',
    'node_modules/.cache/package.json',
    'node_modules/@scope/.cache/package.json',
    'node_modules/a/package-lock.json',
    'my_node_modules/a/package.json',
    'node_modules/a/package.json/x',
  ];
  expect([...wanted, ...others].filter((each) => npm.wants(each, 1))).toEqual(wanted);
});

describe('a package.json', () => {
  const named = { name: 'a', version: '1.0.0' };

  test.each([
    [{ license: 'MIT' }, 'MIT'],
    [{ license: { type: 'MIT', url: 'x' } }, 'MIT'],
    [{ licenses: [{ type: 'MIT' }, 'ISC', 5] }, 'MIT OR ISC'],
    [{ licenses: { type: 'MIT' } }, 'MIT'],
    [{ license: 'a\u001b[31m' }, undefined],
    [{ license: '' }, undefined],
    [{ license: 5 }, undefined],
    [{ licenses: [] }, undefined],
  ])('%j: its licence is %j', (fields, license) => {
    expect(parse({ ...named, ...fields })).toEqual([
      license === undefined ? named : { ...named, license },
    ]);
  });

  test('a package calls itself, whatever its folder is called', () => {
    expect(parse({ name: '@scope/b', version: '1.0.0-rc.1+x' })).toEqual([
      { name: '@scope/b', version: '1.0.0-rc.1+x' },
    ]);
  });

  test('a byte order mark and names in other encodings do not hide a package', () => {
    expect(parseText('\ufeff{"name":"a","version":"1.0.0"}')).toEqual([named]);
    const latin1 = Buffer.from('{"author":"Jos\u00e9","name":"a","version":"1.0.0"}', 'latin1');
    expect(parseText(latin1)).toEqual([named]);
  });

  test.each([
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['text', '"a"'],
    ['one cut off', '{"name":"a","version":"1.0.0"'],
    ['binary', '\u0000\u0001'],
    ['no name', '{"version":"1.0.0"}'],
    ['no version', '{"name":"a"}'],
    ['a name that is a number', '{"name":5,"version":"1.0.0"}'],
    ['a name with a path', '{"name":"../a","version":"1.0.0"}'],
    ['a name that is a colour', '{"name":"\\u001b[31m","version":"1.0.0"}'],
    ['a name that is too long', `{"name":"${'a'.repeat(215)}","version":"1.0.0"}`],
    ['a version of two words', '{"name":"a","version":"1 2"}'],
    ['a version that is too long', `{"name":"a","version":"${'1'.repeat(257)}"}`],
    ['a prototype', '{"__proto__":{"name":"a","version":"1.0.0"}}'],
    ['500,000 levels', `${'['.repeat(500_000)}${']'.repeat(500_000)}`],
    ['500,000 levels that do not end', '{"a":'.repeat(200_000)],
  ])('of %s there is no fact, and no error', (_, text) => {
    expect(parseText(text)).toEqual([]);
  });

  test('of a field that stands twice the last counts, as in Node', () => {
    expect(parseText('{"name":"b","name":"a","version":"2","version":"1.0.0"}')).toEqual([named]);
  });

  test('a prototype among the fields changes nothing', () => {
    expect(parseText('{"__proto__":{"license":"X"},"name":"a","version":"1.0.0"}')).toEqual([
      named,
    ]);
  });
});

describe("this project's own packages", () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const found = () => {
    const files = readdirSync(path.join(root, 'node_modules'), {
      recursive: true,
      encoding: 'utf8',
    })
      .map((name) => `node_modules/${name}`)
      .filter((name) => npm.wants(name, 1));
    const facts = files.map((file) => ({
      path: file,
      facts: npm.parse(file, readFileSync(path.join(root, file))) as readonly NpmPackage[],
    }));
    return inventoryOf([{ npm: facts }], () => undefined).packages;
  };
  const lines = (packages: ReturnType<typeof found>) =>
    packages.map((each) => `${path.dirname(each.path)}:${each.name}@${each.version}`).sort();

  test('are those whose package.json Node reads', () => {
    const folders = (at: string): readonly string[] =>
      readdirSync(at, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map(({ name }) => path.join(at, name));
    const installed = (modules: string): readonly string[] =>
      folders(modules)
        .flatMap((at) => (path.basename(at).startsWith('@') ? folders(at) : [at]))
        .flatMap((at) => {
          const { name, version } = JSON.parse(
            readFileSync(path.join(at, 'package.json'), 'utf8'),
          ) as NpmPackage;
          const inner = folders(at).filter((each) => path.basename(each) === 'node_modules');
          return [`${path.relative(root, at)}:${name}@${version}`, ...inner.flatMap(installed)];
        });
    const all = installed(path.join(root, 'node_modules'));
    expect(all.length).toBeGreaterThan(100);
    expect(lines(found())).toEqual(all.toSorted());
  });

  withTool('npm', 'are those that npm lists', (tools) => {
    const listed = execFileSync(tools.npm, ['ls', '--all', '--parseable', '--long'], { cwd: root })
      .toString()
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.slice(root.length + 1).split(':'))
      // An alias is listed as `FOLDER:ALIAS@npm:NAME@VERSION`.
      .map(([folder = '', id = '', next = '']) => `${folder}:${id.endsWith('@npm') ? next : id}`);
    expect(listed.length).toBeGreaterThan(100);
    expect(lines(found())).toEqual([...new Set(listed)].sort());
  });
});
