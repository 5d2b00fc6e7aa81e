import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { faultProxy } from '../faults.ts';
import { runningDistribution } from '../packages/oci/distribution.open.ts';
import type { Running } from '../packages/oci/server.open.ts';
import { registryShelf, type Shelf } from '../support/shelf.ts';
import { Workshop } from '../support/workshop.ts';
import { tool, withTool } from '../tools.ts';

const command = promisify(execFile);
const program = tool('docker-registry');

// Without the program nothing below can be listed; this line then says so.
withTool('docker-registry', 'Distribution is here for whole runs', () => undefined);

/** A workshop whose store is a part of the registry that nobody else has. */
interface Yard extends Disposable {
  readonly workshop: Workshop;
  readonly commit: string;
  /** As clients of the registry call it. */
  readonly repository: string;
  readonly shelf: Shelf;
}

function yardAt(registry: URL, prefix: string): Yard {
  const workshop = new Workshop();
  workshop.store = new URL(prefix, registry).href;
  const repository = `${prefix}/ghcr.io/acme/shop`;
  return {
    workshop,
    commit: workshop.commit(),
    repository,
    shelf: registryShelf(registry, repository),
    [Symbol.dispose]: () => {
      workshop[Symbol.dispose]();
    },
  };
}

interface Ran {
  readonly code: number | null;
  readonly digest: string;
  readonly guarantee: string | null | undefined;
}

async function ran(workshop: Workshop, ...args: readonly string[]): Promise<Ran> {
  const { code, document } = await workshop.json(...args);
  const { digest, images, move } = document as unknown as {
    readonly digest: string;
    readonly images?: readonly { readonly moves: readonly { readonly guarantee: string }[] }[];
    readonly move?: { readonly guarantee: string | null };
  };
  return { code, digest, guarantee: move?.guarantee ?? images?.[0]?.moves[0]?.guarantee };
}

if (program !== undefined) {
  let registry: Running;
  beforeAll(async () => {
    registry = await runningDistribution(program);
  });
  afterAll(() => registry.close());

  /** Another image of the same commit gets its claim: it differs in an annotation. */
  async function takeClaim({ repository, commit }: Yard): Promise<string> {
    const at = new URL(`/v2/${repository}/manifests/sha-${commit}`, registry.url);
    const type = 'application/vnd.oci.image.manifest.v1+json';
    const manifest = (await (await fetch(at, { headers: { accept: type } })).json()) as object;
    const body = JSON.stringify({
      ...manifest,
      annotations: { ...annotationsOf(manifest), by: 'x' },
    });
    const put = await fetch(at, { method: 'PUT', headers: { 'content-type': type }, body });
    return put.headers.get('docker-content-digest') ?? '';
  }

  test('an image goes to production and back, as it does in a folder', async () => {
    using yard = yardAt(registry.url, 'whole');
    const { workshop, shelf, commit } = yard;
    const first = await ran(workshop, 'run');
    expect(first).toMatchObject({ code: 0, guarantee: 'read-back' });
    workshop.git('tag', 'v1.0.0');
    expect(await ran(workshop, 'run', '--ref', 'v1.0.0')).toMatchObject({
      code: 0,
      digest: first.digest,
    });
    const prod = ['promote', '--environment', 'prod'];
    expect(await ran(workshop, ...prod)).toEqual({ ...first, guarantee: 'read-back' });

    const newer = workshop.commit({ app: 'second\n' });
    workshop.git('tag', 'v1.1.0');
    const second = await ran(workshop, 'run', '--ref', 'v1.1.0');
    expect((await ran(workshop, ...prod)).digest).toBe(second.digest);
    expect((await ran(workshop, ...prod, '--rollback', '--to', '1.0.0')).code).toBe(0);

    expect(await shelf.names()).toEqual({
      [`sha-${commit}`]: first.digest,
      [`sha-${newer}`]: second.digest,
      '1.0.0': first.digest,
      '1.1.0': second.digest,
      dev: second.digest,
      preprod: second.digest,
      prod: first.digest,
    });
    const said = async ({ digest }: Ran) =>
      (await shelf.statements(digest))
        .filter(({ environment }) => environment !== undefined)
        .map(({ says, environment, from }) => [says, environment, from]);
    expect(await said(first)).toEqual([
      ['passed', 'dev', null],
      ['passed', 'preprod', null],
      ['passed', 'prod', null],
      ['hold', 'prod', undefined],
    ]);
    expect(await said(second)).toEqual([
      ['passed', 'dev', first.digest],
      ['passed', 'preprod', first.digest],
      ['passed', 'prod', first.digest],
    ]);
    const { document } = await workshop.json('status');
    expect(document).toMatchObject({
      board: [
        { environment: 'dev', versions: ['1.1.0'], commit: newer, behind: 0, held: false },
        { environment: 'preprod', versions: ['1.1.0'], commit: newer, behind: 0, held: false },
        { environment: 'prod', versions: ['1.0.0'], commit, behind: 1, held: true },
      ],
    });
  }, 60_000);

  withTool(
    ['oras', 'skopeo', 'crane'],
    'skopeo, crane and oras read what stands there',
    async ({ oras, skopeo, crane }) => {
      using yard = yardAt(registry.url, 'read');
      const { workshop, shelf } = yard;
      const { digest } = await ran(workshop, 'run');
      const dev = `${registry.url.host}/${yard.repository}:dev`;

      const listed = await command(oras, ['discover', '--plain-http', '--format', 'json', dev]);
      const { referrers } = JSON.parse(listed.stdout) as {
        readonly referrers: readonly { readonly artifactType: string; readonly digest: string }[];
      };
      const artifacts = (await shelf.statements(digest)).map(({ artifact }) => artifact);
      expect(artifacts).toHaveLength(3);
      expect(referrers.map((each) => each.digest).toSorted()).toEqual(artifacts.toSorted());
      expect(referrers.map(({ artifactType }) => artifactType).toSorted()).toEqual(
        ['built', 'passed', 'passed'].map((name) => `application/vnd.ecluse.${name}.v1+json`),
      );
      const inspected = await command(skopeo, ['inspect', '--tls-verify=false', `docker://${dev}`]);
      expect(JSON.parse(inspected.stdout)).toMatchObject({ Digest: digest, Os: 'linux' });
      await command(crane, ['validate', '--insecure', '--remote', dev]);
      const archive = join(workshop.home, 'app.tar');
      await command(crane, ['export', '--insecure', dev, archive]);
      expect((await command('tar', ['xOf', archive, 'app'])).stdout).toBe('first\n');
    },
  );

  test.each([2, 5])(
    '%d runs of one commit at once end on one digest',
    async (many) => {
      using yard = yardAt(registry.url, `race-${many}`);
      const runs = await Promise.all(
        Array.from({ length: many }, async () => ran(yard.workshop, 'run')),
      );
      const digest = runs[0]?.digest ?? '';
      for (const run of runs) expect(run).toMatchObject({ code: 0, digest });
      expect(await yard.shelf.names()).toEqual({
        [`sha-${yard.commit}`]: digest,
        dev: digest,
        preprod: digest,
      });
      const statements = await yard.shelf.statements(digest);
      expect(new Set(statements.map(({ environment }) => environment))).toEqual(
        new Set([undefined, 'dev', 'preprod']),
      );
      expect(statements.map(({ says }) => says)).toContain('built');
    },
    60_000,
  );

  test('a run whose claim is taken by one that had looked before goes on with the other digest', async () => {
    using yard = yardAt(registry.url, 'late');
    let other: string | undefined;
    let isWritten = false;
    const proxy = await faultProxy(registry.url, [
      {
        path: /manifests\/sha-[0-9a-f]{40}$/,
        harm: {
          kind: 'meanwhile',
          when: 'after',
          happens: async ({ method }) => {
            // After the look that follows our write: the registry has confirmed it.
            if (method === 'HEAD' && isWritten) other ??= await takeClaim(yard);
            isWritten ||= method === 'PUT';
          },
        },
      },
    ]);
    const { code, digest } = await ran(
      yard.workshop,
      'run',
      '--store',
      new URL('late', proxy.url).href,
    );
    await proxy.close();
    expect(code).toBe(0);
    expect(digest).toBe(other);
    expect(await yard.shelf.names()).toMatchObject({ dev: other, preprod: other });
  });

  test('10 processes promote at once, and nothing that they say is lost', async () => {
    using yard = yardAt(registry.url, 'ten');
    const { digest } = await ran(yard.workshop, 'run');
    const proxy = await faultProxy(registry.url, []);
    const store = new URL('ten', proxy.url).href;
    const runs = await Promise.all(
      Array.from({ length: 10 }, async () =>
        ran(yard.workshop, 'promote', '--environment', 'prod', '--store', store),
      ),
    );
    await proxy.close();
    expect(runs.map(({ code }) => code)).toEqual(runs.map(() => 0));
    expect((await yard.shelf.names()).prod).toBe(digest);
    const written = proxy.requests.flatMap(({ method, path }) =>
      method === 'PUT' ? (/manifests\/(sha256:[0-9a-f]{64})$/.exec(path)?.[1] ?? []) : [],
    );
    const statements = await yard.shelf.statements(digest);
    const said = statements.filter(({ environment }) => environment === 'prod');
    expect(said.map(({ artifact }) => artifact).toSorted()).toEqual(
      [...new Set(written)].toSorted(),
    );
  }, 60_000);
}

/** The annotations of a manifest. */
const annotationsOf = (manifest: object): object =>
  'annotations' in manifest ? (manifest.annotations as object) : {};
