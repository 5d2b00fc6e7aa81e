import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Writable } from 'node:stream';

import { expect, test } from '@jest/globals';

import type { Entry } from '../../actions/table.ts';
import { cli } from '../../cli/cli.ts';
import { version } from '#io';
import { action, noGit, streams } from '../packages/io/stage.fixture.ts';
import { compiled } from '../support/compiled.ts';

const root = join(import.meta.dirname, '../..');
const loaded: string[] = [];
const entry = (name: string): Entry => ({
  load: () => {
    loaded.push(name);
    return Promise.resolve(action());
  },
  action: true,
});
const table = { look: entry('look'), promote: entry('promote') };

async function typed(...args: readonly string[]) {
  const { written, ...std } = streams();
  const process = { ...std, env: {}, cwd: () => root };
  return { exit: await cli(args, { table, parts: noGit, process }), ...written };
}

test('a command runs with its arguments, and only it is loaded', async () => {
  loaded.length = 0;
  const { exit, stdout } = await typed('look', 'shop', '--json');
  expect([exit, loaded]).toEqual([0, ['look']]);
  expect(JSON.parse(stdout)).toMatchObject({ image: 'shop@sha256:1' });
});

test('--json may stand before the command', async () => {
  const { exit, stdout } = await typed('--json', 'look', 'shop');
  expect([exit, JSON.parse(stdout)]).toMatchObject([0, { image: 'shop@sha256:1' }]);
});

test.each([[[]], [['--help']], [['-h']]])('%j lists the commands', async (args) => {
  const { exit, stdout, stderr } = await typed(...args);
  expect([exit, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/\n {2}look +Looks at an image\.\n {2}promote +Looks at an image\.\n/);
});

test('the version is that of package.json', async () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  expect(version).toBe(manifest.version);
  for (const asked of ['--version', 'version']) {
    expect(await typed(asked)).toEqual({ exit: 0, stdout: `ecluse ${version}\n`, stderr: '' });
  }
});

test('help is a word too', async () => {
  expect(await typed('help')).toEqual(await typed('--help'));
});

test('help of a command wins over what is wrong with its arguments', async () => {
  const { exit, stdout } = await typed('look', '--mdoe', '--help');
  expect(exit).toBe(0);
  expect(stdout).toMatch(/^Usage: ecluse look IMAGE/);
});

test.each([
  [['lok'], '"lok" is not a command, did you mean "look"?'],
  [['deploy'], '"deploy" is not a command: there are look, promote, completion'],
  [['constructor'], '"constructor" is not a command: there are look, promote, completion'],
  [['--store'], '"--store" stands where a command belongs: there are look, promote, completion'],
  [['completion'], 'completion is written for one of bash, zsh, fish'],
  [['completion', 'csh'], 'completion is written for one of bash, zsh, fish'],
  [['look', 'shop', '--tgas', 'x'], '"--tgas" is not a flag, did you mean "--tags"?'],
])('%j is wrong use', async (args, sentence) => {
  expect(await typed(...args)).toEqual({ exit: 2, stdout: '', stderr: `ecluse: ${sentence}\n` });
});

test('an unknown command with --json prints the failure as a document', async () => {
  const { exit, stdout } = await typed('lok', '--json', '--tags', 'x');
  expect([exit, JSON.parse(stdout)]).toMatchObject([2, { code: 'usage', exit: 2 }]);
});

test.each(['bash', 'zsh', 'fish'])('completion of %s knows every command', async (shell) => {
  const { exit, stdout } = await typed('completion', shell);
  expect(exit).toBe(0);
  expect(stdout).toContain('look');
  expect(stdout).toContain('promote');
});

test('a reader that goes away is no failure', () => {
  const script = `
    import { cli } from ${JSON.stringify(join(root, 'cli/cli.ts'))};
    const table = { look: { load: () => Promise.resolve({ description: 'x', inputs: {}, outputs: {},
      main: () => Promise.resolve({ kind: 'https://x/v1', image: null, digest: null, results: [], text: 'x'.repeat(1e7) }),
      page: () => ({ title: '', blocks: [] }) }) } };
    process.exitCode = await cli(['look', '--json'], { table, parts: {}, process });`;
  const node = [process.execPath, '--input-type=module', '-e', script];
  const piped = `"$@" | head -c 1 >/dev/null; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', piped, 'bash', ...node], {
    cwd: root,
    env: { ...process.env, ...compiled },
    encoding: 'utf8',
  });
  expect([stdout, stderr]).toEqual(['0\n', '']);
});

test.each([
  [['look', 'shop', '--json'], 'ENOSPC', 3],
  [['look', 'shop'], 'ENOSPC', 3],
  [['--help'], 'ENOSPC', 3],
  [['look', 'shop', '--json'], 'EPIPE', 0],
  [['--help'], 'EPIPE', 0],
])('%j with a standard output that ends in %s exits with %i', async (args, code, exit) => {
  const { written, ...std } = streams();
  const stdout = new Writable({
    write: (_chunk, _encoding, done) => {
      done(Object.assign(new Error(`${code}: it cannot be written`), { code }));
    },
  });
  const process = {
    ...std,
    env: {},
    cwd: () => root,
    stdout: stdout as unknown as NodeJS.WriteStream,
  };
  expect(await cli(args, { table, parts: noGit, process })).toBe(exit);
  const sentence = 'ecluse: standard output cannot be written: ENOSPC: it cannot be written\n';
  expect(written.stderr).toBe(exit === 0 ? '' : sentence);
});
