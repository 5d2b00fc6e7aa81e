import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, expect } from '@jest/globals';

import { buildGo } from '../../scripts/tools-go.ts';
import { cache, pinned, type GoTool } from '../../scripts/tools-lock.ts';
import { withTool } from '../tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'tools-'));
const proxy = join(folder, 'proxy');
// Jest's process.env is a copy: a child sees these only when it is handed over.
Object.assign(process.env, {
  ECLUSE_TOOLS: join(folder, 'cache'),
  GOPROXY: pathToFileURL(proxy).href,
  GONOSUMDB: 'tools.test',
  GOMODCACHE: join(folder, 'modules'),
  GOFLAGS: '-modcacherw',
  GOTOOLCHAIN: 'local',
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Puts a module of one program into a folder that is served as a module proxy. */
function publish(git: string): void {
  const source = join(folder, 'source');
  const versions = join(proxy, 'tools.test/hello/@v');
  mkdirSync(join(source, 'cmd/hello'), { recursive: true });
  mkdirSync(versions, { recursive: true });
  const mod = 'module tools.test/hello\n\ngo 1.21\n';
  writeFileSync(join(source, 'go.mod'), mod);
  writeFileSync(
    join(source, 'cmd/hello/main.go'),
    'package main\n\nimport "os"\n\nfunc main() { os.Stdout.WriteString("hello") }\n',
  );
  const run = (...args: readonly string[]) => execFileSync(git, args, { cwd: source });
  run('init', '--quiet');
  run('add', '.');
  const zip = join(versions, 'v1.0.0.zip');
  const tree = run('write-tree').toString().trim();
  run('archive', '--format=zip', '--prefix=tools.test/hello@v1.0.0/', '-o', zip, tree);
  writeFileSync(join(versions, 'v1.0.0.mod'), mod);
  writeFileSync(join(versions, 'v1.0.0.info'), '{"Version":"v1.0.0"}');
}

withTool(
  ['go', 'git'],
  'a Go program is built when its module has the pinned checksum, and only then',
  async ({ go, git }) => {
    publish(git);
    mkdirSync(cache());
    const downloaded = execFileSync(go, ['mod', 'download', '-json', 'tools.test/hello@v1.0.0'], {
      cwd: folder,
      env: process.env,
    });
    const { Sum: sum } = JSON.parse(downloaded.toString()) as { readonly Sum: string };
    const place = { module: 'tools.test/hello', version: 'v1.0.0', package: './cmd/hello' };
    const tool: GoTool = { kind: 'go', required: true, ...place, sum };
    const other: GoTool = { ...tool, sum: `h1:${'A'.repeat(43)}=` };

    await buildGo('hello', tool);
    const said = execFileSync(pinned('hello', tool) ?? '');
    expect(said.toString()).toBe('hello');

    await expect(buildGo('hello', other)).rejects.toThrow(
      `tools.test/hello@v1.0.0 has the checksum ${sum}, tools.lock.json says ${other.sum}`,
    );
    expect(existsSync(dirname(pinned('hello', other) ?? ''))).toBe(false);
  },
  60_000,
);
