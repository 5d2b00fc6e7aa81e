import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from '@jest/globals';

import { cache, pinned, type NpmTool } from '../../scripts/tools-lock.ts';
import { unpackNpm } from '../../scripts/tools-npm.ts';

const folder = mkdtempSync(join(tmpdir(), 'tools-'));
process.env.ECLUSE_TOOLS = join(folder, 'cache');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A tarball as npm makes it, of a package with one program. */
function pack(): { readonly bytes: Uint8Array; readonly integrity: string } {
  const source = join(folder, 'package');
  mkdirSync(join(source, 'bin'), { recursive: true });
  writeFileSync(join(source, 'package.json'), '{"name":"hello","version":"1.0.0"}');
  writeFileSync(join(source, 'bin/hello'), '#!/bin/sh\necho hello\n', { mode: 0o755 });
  const file = join(folder, 'hello.tgz');
  execFileSync('tar', ['-czf', file, '-C', folder, 'package']);
  const bytes = readFileSync(file);
  return { bytes, integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}` };
}

/** Serves one version of one package as a registry does, and points npm at it until the work is done. */
async function published(bytes: Uint8Array, integrity: string, work: () => Promise<void>) {
  const server = createServer((request, response) => {
    const tarball = `http://${request.headers.host ?? ''}/hello-1.0.0.tgz`;
    const version = { name: 'hello', version: '1.0.0', dist: { tarball, integrity } };
    const packument = { name: 'hello', 'dist-tags': {}, versions: { '1.0.0': version } };
    response.end(request.url === '/hello' ? JSON.stringify(packument) : bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  Object.assign(process.env, {
    npm_config_registry: `http://127.0.0.1:${String(port)}/`,
    npm_config_cache: join(folder, 'npm'),
  });
  try {
    await work();
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const pin = (integrity: string): NpmTool => ({
  kind: 'npm',
  required: true,
  platforms: {
    [`${process.platform}-${process.arch}`]: {
      package: 'hello',
      version: '1.0.0',
      file: 'bin/hello',
      integrity,
    },
  },
});

test('a package is unpacked when its bytes have the pinned integrity, and only then', async () => {
  const { bytes, integrity } = pack();
  const other = `sha512-${'A'.repeat(86)}==`;
  mkdirSync(cache());
  await published(bytes, integrity, async () => {
    await unpackNpm('hello', pin(integrity));
    expect(execFileSync(pinned('hello', pin(integrity)) ?? '').toString()).toBe('hello\n');

    await expect(unpackNpm('hello', pin(other))).rejects.toThrow(
      `hello@1.0.0 has the integrity ${integrity}, tools.lock.json says ${other}`,
    );
    expect(readdirSync(cache())).toHaveLength(1);
  });
}, 60_000);

test('a platform that the lock leaves out is said by name', async () => {
  const nowhere: NpmTool = { kind: 'npm', required: true, platforms: {} };
  await expect(unpackNpm('hello', nowhere)).rejects.toThrow(
    `tools.lock.json has no package for ${process.platform}-${process.arch}`,
  );
});
