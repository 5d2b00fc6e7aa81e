import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { table } from '../actions/table.ts';
import { notRun } from './reporter.ts';
import { bundled, statsOf } from './support/dist.ts';
import { tool } from './tools.ts';

const home = realpathSync(mkdtempSync(join(tmpdir(), 'dist-')));
const dist = join(home, 'dist');
const budget = JSON.parse(
  readFileSync(join(import.meta.dirname, 'dist.budget.json'), 'utf8'),
) as Readonly<Record<string, { readonly bytes: number; readonly modules: number } | undefined>>;
const stubs = Object.entries(table).flatMap(([name, { action }]) => (action ? [name] : []));
const commit = '1a2b3c4d5e6f708192a3b4c5d6e7f80911121314';
const PATH = process.env.PATH ?? '';

function run(
  script: string,
  env: Readonly<Record<string, string>>,
  { node = process.execPath, args = [] as readonly string[] } = {},
) {
  return spawnSync(node, [join(dist, script), ...args], {
    cwd: home,
    env: { PATH, HOME: home, ...env },
    encoding: 'utf8',
  });
}

let files = 0;
const file = (text = ''): string => {
  const path = join(home, `file-${(files += 1)}`);
  writeFileSync(path, text);
  return path;
};

/** The environment of a step as the runner makes it. */
const step = (extra: Readonly<Record<string, string>> = {}) => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_EVENT_PATH: file('{"repository":{"default_branch":"main"}}'),
  GITHUB_REF: 'refs/tags/v1.4.2',
  GITHUB_SHA: commit,
  GITHUB_WORKSPACE: home,
  GITHUB_OUTPUT: file(),
  GITHUB_STEP_SUMMARY: file(),
  GITHUB_STATE: file(),
  RUNNER_TEMP: home,
  ...extra,
});

interface Module {
  readonly name: string;
  readonly modules?: readonly Module[];
}
interface Stats {
  readonly chunks: readonly {
    readonly files: readonly string[];
    readonly modules: readonly Module[];
  }[];
}
const stats = join(home, 'stats.json');

/** The source files in a module of the bundler, which joins what is always loaded together. */
const sources = ({ name, modules }: Module): readonly string[] =>
  modules?.flatMap(sources) ?? [name];

/** What a run loads, from the coverage that Node itself writes: files of dist, and the source files in them. */
function loaded(script: string, env: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(home, 'loaded-'));
  run(script, { ...env, NODE_V8_COVERAGE: folder });
  const urls = globSync('*.json', { cwd: folder }).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      readonly result: readonly { readonly url: string }[];
    };
    return result.map(({ url }) => url);
  });
  const files = [...new Set(urls)]
    .filter((url) => url.startsWith(`file://${dist}/`))
    .map((url) => basename(url));
  const { chunks } = JSON.parse(readFileSync(stats, 'utf8')) as Stats;
  const modules = chunks
    .filter((chunk) => chunk.files.some((name) => files.includes(name)))
    .flatMap((chunk) => chunk.modules.flatMap(sources));
  return {
    bytes: files.reduce((sum, name) => sum + statSync(join(dist, name)).size, 0),
    modules: new Set(modules),
  };
}

beforeAll(() => {
  cpSync(bundled(), dist, { recursive: true });
  cpSync(statsOf(bundled()), stats);
}, 120_000);
afterAll(() => {
  rmSync(home, { recursive: true });
});

test('tags writes its outputs and summary as the runner reads them', () => {
  const env = step({ INPUT_IMAGE: 'ghcr.io/acme/shop' });
  expect(run('tags.js', env)).toMatchObject({ status: 0, stderr: '' });
  const output = readFileSync(env.GITHUB_OUTPUT, 'utf8');
  expect(output).toMatch(/^image<<(ghadelimiter_\S+)\n.*\n\1\n/);
  expect(output).toMatch(/^version<<(\S+)\n1\.4\.2\n\1$/m);
  expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toContain('1.4.2');
});

const wrong = () => step({ GITHUB_EVENT_NAME: 'workflow_run', INPUT_IMAGE: 'no image' });

test.each(stubs)('%s starts, and a wrong event or image is one sentence and 2', (name) => {
  const ran = run(`${name}.js`, wrong());
  expect(ran).toMatchObject({ status: 2, stderr: '' });
  expect(ran.stdout).toMatch(/^::error::[^\n]+\n$/);
});

test('the command line runs from dist alone, with nothing installed', () => {
  const help = run('cli.js', {}, { args: ['--help'] });
  expect(help).toMatchObject({ status: 0, stderr: '' });
  for (const name of Object.keys(table)) expect(help.stdout).toContain(`\n  ${name} `);
  const wrong = run('cli.js', {}, { args: ['bild', '--json'] });
  expect(wrong.status).toBe(2);
  expect(JSON.parse(wrong.stdout)).toMatchObject({ code: 'usage', exit: 2 });
});

test('tags loads no room that it does not need', () => {
  const { modules } = loaded('tags.js', step({ INPUT_IMAGE: 'ghcr.io/acme/shop' }));
  const rooms = [...modules].flatMap((name) => /^\.\/packages\/([^/]+)\//.exec(name)?.[1] ?? []);
  expect([...new Set(rooms)].sort()).toEqual(['gate', 'io', 'oci', 'report', 'version']);
  expect([...modules].filter((name) => name.includes('node_modules'))).toEqual([]);
});

test('no stub loads more than its budget', () => {
  const over = stubs.flatMap((name) => {
    const { bytes, modules } = loaded(`${name}.js`, wrong());
    const allowed = budget[name] ?? { bytes: 0, modules: 0 };
    return [
      ...(bytes > allowed.bytes ? [`${name}: ${bytes} bytes, ${allowed.bytes} allowed`] : []),
      ...(modules.size > allowed.modules
        ? [`${name}: ${modules.size} modules, ${allowed.modules} allowed`]
        : []),
    ];
  });
  expect(over).toEqual([]);
});

const version = (node: string): number =>
  Number(/^v(\d+)/.exec(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout)?.[1]);
const old = [
  ...PATH.split(delimiter).map((folder) => join(folder, 'node')),
  tool('node20') ?? '',
].find((node) => existsSync(node) && version(node) < 24);

(old === undefined ? test.skip : test).each(['cli.js', ...stubs.map((name) => `${name}.js`)])(
  `an older Node gets one sentence and 2 from %s${old === undefined ? `${notRun}there is no node20` : ''}`,
  (script) => {
    const ran = run(script, {}, { node: old ?? '' });
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(/^ecluse needs Node 24 or newer, this is v\d+\.\d+\.\d+\n$/);
  },
);
