import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterAll, expect, test } from '@jest/globals';
import * as v from 'valibot';

import { lock } from '../../scripts/tools-lock.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'tools-'));
// An empty cache: node20 is required, pinned, and under that name nowhere else.
const env = { ...process.env, ECLUSE_TOOLS: join(folder, 'cache'), CI: '' };

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const required = v.boolean();
const text = v.pipe(v.string(), v.nonEmpty());
const held = v.strictObject({
  package: text,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  file: text,
  integrity: v.pipe(v.string(), v.regex(/^sha512-[A-Za-z0-9+/]{86}==$/)),
});
const Lock = v.record(
  v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  v.variant('kind', [
    v.strictObject({ kind: v.literal('deb'), required, packages: v.tupleWithRest([text], text) }),
    v.strictObject({ kind: v.literal('npm'), required, platforms: v.record(text, held) }),
    v.strictObject({
      kind: v.literal('go'),
      required,
      module: text,
      version: v.pipe(v.string(), v.regex(/^v\d+\.\d+\.\d+(?:-\d{14}-[0-9a-f]{12})?$/)),
      sum: v.pipe(v.string(), v.regex(/^h1:[A-Za-z0-9+/]{43}=$/)),
      package: v.pipe(v.string(), v.regex(/^\.(?:\/.+)?$/)),
    }),
  ]),
);

test('tools.lock.json pins every tool in full', () => {
  expect(v.safeParse(Lock, lock).issues).toBeUndefined();
});

test('--list gets nothing, says what is missing, and ends with 3 when that is required', () => {
  const listed = spawnSync(process.execPath, ['scripts/tools.ts', '--list', '--required'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  expect(listed.stdout).toMatch(/^node20 +required {2}missing$/m);
  expect(listed.stdout).not.toMatch(/optional/);
  expect(listed.stderr).toMatch(/^node20: missing$/m);
  expect(listed.status).toBe(3);
});

test('named tools are those alone, and an optional one that is missing ends with 3 too', () => {
  const args = ['scripts/tools.ts', '--list', 'buildctl', 'node20'];
  const listed = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  expect(listed.stdout).toMatch(/^buildctl +optional {2}\S+\nnode20 +required {2}missing\n$/);
  expect(listed.status).toBe(3);
  const optional = spawnSync(process.execPath, args.slice(0, 3), {
    cwd: root,
    env: { ...env, PATH: '' },
    encoding: 'utf8',
  });
  expect([optional.stdout, optional.status]).toEqual([
    expect.stringMatching(/^buildctl +optional {2}missing\n$/),
    3,
  ]);
});

test.each([
  ['no-such-tool', 'tools.lock.json has no "no-such-tool"'],
  ['toString', 'tools.lock.json has no "toString"'],
])('the name %s is wrong use', (name, sentence) => {
  const refused = spawnSync(process.execPath, ['scripts/tools.ts', '--list', name], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  expect([refused.stderr.split('\n')[0], refused.status]).toEqual([sentence, 2]);
});

test('an unknown flag is wrong use', () => {
  const refused = spawnSync(process.execPath, ['scripts/tools.ts', '--alll'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  expect(refused.stderr).toMatch(/^Unknown option '--alll'/);
  expect(refused.status).toBe(2);
});

/** Runs jest, as npm test does, over one test that needs node20 and one that needs data. */
function runJest(ci: string) {
  const tools = JSON.stringify(join(root, 'test/tools.ts'));
  writeFileSync(
    join(folder, 'needs.test.ts'),
    `import { withData, withTool } from ${tools};
     withTool(['node20'], 'uses an old Node', () => undefined);
     withData('no/such/file', 'reads data', () => undefined);`,
  );
  const jest = ['--experimental-vm-modules', join(root, 'node_modules/jest/bin/jest.js')];
  return spawnSync(process.execPath, [...jest, '--rootDir', root, '--roots', folder], {
    cwd: root,
    env: { ...env, CI: ci },
    encoding: 'utf8',
  });
}

test('a test without its tool is skipped and listed at the end', () => {
  const { status, stderr } = runJest('');
  expect(stderr).toContain(
    'Not run, node20 is missing: 1 test\n  uses an old Node\n' +
      'Not run, no/such/file is missing: 1 test\n  reads data\n',
  );
  expect(status).toBe(0);
}, 30_000);

test('in CI a test without a required tool fails', () => {
  const { status, stderr } = runJest('true');
  expect(stderr).toContain('node20 is missing: npm run tools gets it');
  expect(stderr).toContain('Not run, no/such/file is missing: 1 test');
  expect(status).toBe(1);
}, 30_000);
