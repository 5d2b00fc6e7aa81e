import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect } from '@jest/globals';
import { parse } from 'yaml';

import { serve } from '#oci';

import { withTool } from '../../tools.ts';
import { running, runningServer } from './server.open.ts';

/** https://github.com/opencontainers/distribution-spec/blob/main/conformance/README.md: every switch that there is. */
const switches = [
  ...['PULL', 'PUSH', 'REFERRER'],
  ...['ATOMIC', 'DELETE', 'DIGEST_HEADER', 'MOUNT_ANONYMOUS', 'UPLOAD_CANCEL'].map(
    (name) => `BLOBS_${name}`,
  ),
  ...['ATOMIC', 'DELETE', 'DIGEST_HEADER', 'TAG_PARAM'].map((name) => `MANIFESTS_${name}`),
  ...['ATOMIC', 'DELETE', 'LIST'].map((name) => `TAGS_${name}`),
].map((name) => `OCI_API_${name}`);
const data = [
  ...['IMAGE', 'INDEX', 'INDEX_LIST', 'SPARSE', 'ARTIFACT', 'SUBJECT', 'SUBJECT_MISSING'],
  ...['ARTIFACT_LIST', 'SUBJECT_LIST', 'DATA_FIELD', 'NONDISTRIBUTABLE', 'CUSTOM_FIELDS'],
  ...['NO_LAYERS', 'EMPTY_BLOB', 'SHA512'],
].map((name) => `OCI_DATA_${name}`);

interface Results {
  readonly config: { readonly apis: object; readonly data: object };
  readonly apis: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, string>>;
}

/** Every value in an object of objects. */
const leaves = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];

withTool(
  'conformance',
  'our server passes the conformance suite with everything that can be switched on',
  async ({ conformance }) => {
    const server = await runningServer();
    const uploads = join(server.folder, 'sparse-uploads');
    const sparse = await running(serve(server.layout, { uploads, sparse: true }));
    const results = join(server.folder, 'results');
    try {
      const { stdout } = await promisify(execFile)(conformance, [], {
        cwd: server.folder,
        maxBuffer: 64 * 1024 * 1024,
        env: {
          OCI_REGISTRY: sparse.url.host,
          OCI_TLS: 'disabled',
          OCI_VERSION: '1.1',
          OCI_RESULTS_DIR: results,
          ...Object.fromEntries([...switches, ...data].map((name) => [name, 'true'])),
        },
      });
      const count = (what: string) =>
        Number(new RegExp(`^ *${what}\\.*: +(\\d+)$`, 'm').exec(stdout)?.[1]);
      expect(['FAIL', 'Error', 'Skip', 'Disabled'].map(count)).toEqual([0, 0, 0, 0]);
      expect(count('Pass')).toBe(count('Total'));
      expect(count('Pass')).toBeGreaterThan(1000);

      const { config, ...found } = parse(
        await readFile(join(results, 'results.yaml'), 'utf8'),
      ) as Results;
      // Nothing that the suite knows is off, also what a newer one brings.
      const on = [...leaves(config.apis), ...leaves(config.data)];
      expect(on).toEqual(on.map(() => true));
      // And one that has no switch: the base of the API.
      expect(on).toHaveLength(switches.length + data.length + 1);
      for (const group of [found.apis, found.data]) {
        expect(Object.entries(group).filter(([, status]) => status !== 'Pass')).toEqual([]);
      }
      expect(Object.keys(found.data)).toContain('Digest Algorithm sha512');
      expect(await readFile(join(results, 'junit.xml'), 'utf8')).toMatch(/failures="0"/);
    } finally {
      await sparse.close();
      await server.close();
      await rm(results, { recursive: true, force: true });
    }
  },
  120_000,
);
