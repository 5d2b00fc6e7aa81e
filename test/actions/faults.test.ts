import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { faultProxy, type Fault, type Harm } from '../faults.ts';
import { fsck } from '../packages/oci/fsck.ts';
import { runningServer, type RunningServer } from '../packages/oci/server.open.ts';
import { onReadOnlyDisk, onSmallDisk, withMounts, withSmallFiles } from '../support/disks.ts';
import { folderShelf } from '../support/shelf.ts';
import { placesIn, stocked, type Stocked } from '../support/stocked.ts';
import { together } from '../support/together.ts';
import type { Json } from '../support/workshop.ts';

let server: RunningServer;
let stock: Stocked;

const says = (
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): Harm => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ errors: [{ code, message: `${code.toLowerCase()} it is` }] }),
});
const gives = (body: string): Harm => ({ kind: 'answer', status: 200, body });
const reset: Harm = { kind: 'reset' };

/** The first two requests that fit; the third try meets none. */
const twice = (fault: Omit<Fault, 'nth'>): readonly Fault[] =>
  [1, 1].map((nth) => ({ ...fault, nth }));

interface Row {
  readonly what: string;
  readonly faults: readonly Fault[];
  readonly args?: readonly string[];
  readonly message: string;
}

/** Comes with the last try. */
const last = 'on the last of 3 tries';

const baseBlob = /base\/tiny\/blobs\//;
const baseManifest = /base\/tiny\/manifests\//;
const claim = /shop\/manifests\/sha-/;
const upload = /shop\/blobs\/uploads/;
const atDev = /shop\/manifests\/dev$/;
const page503: Harm = {
  kind: 'answer',
  status: 503,
  headers: { 'content-type': 'text/html' },
  body: '<html>',
};

const failing: readonly Row[] = [
  {
    what: 'a blob with other bytes',
    faults: [{ method: 'GET', path: baseBlob, harm: { kind: 'corrupt' } }],
    message:
      'the blob DIGEST of ghcr.io/acme/base/tiny is corrupt: its digest is DIGEST and should be DIGEST',
  },
  {
    what: 'a blob that ends too early each time',
    faults: [{ method: 'GET', path: baseBlob, harm: { kind: 'truncate', afterBytes: 20 } }],
    message: `ghcr.io/acme/base/tiny could not be reached: GET http://HOST failed: the connection was reset, ${last}`,
  },
  {
    what: 'a manifest with other bytes',
    faults: [{ method: 'GET', path: baseManifest, harm: { kind: 'corrupt' } }],
    message:
      'the manifest ghcr.io/acme/base/tiny@DIGEST is corrupt: its digest is DIGEST and should be DIGEST',
  },
  {
    what: 'a manifest that is no JSON',
    faults: [{ path: baseManifest, harm: gives('{"schemaVersion": 2,') }],
    message: 'the manifest ghcr.io/acme/base/tiny:stable is corrupt: it is not JSON in UTF-8',
  },
  {
    what: 'a manifest that is too deep',
    faults: [{ path: baseManifest, harm: gives(`${'['.repeat(99_999)}${']'.repeat(99_999)}`) }],
    message:
      'the manifest ghcr.io/acme/base/tiny:stable is corrupt: its JSON is nested more than 64 levels deep',
  },
  {
    what: 'a manifest of more than 4 MiB',
    faults: [{ path: baseManifest, harm: gives(`"${'x'.repeat(4 * 1024 * 1024)}"`) }],
    message:
      'the manifest ghcr.io/acme/base/tiny:stable is corrupt: it has more than 4194304 bytes',
  },
  {
    what: 'a list of tags that is none',
    faults: [{ path: /tags\/list/, harm: gives('{"tags": "all"}') }],
    message: 'the list of tags of ghcr.io/acme/shop is corrupt: "tags" must be a list',
  },
  {
    what: 'a list of referrers that is none',
    faults: [{ path: /referrers\//, harm: gives('[]') }],
    message:
      'the list of referrers of ghcr.io/acme/shop@DIGEST is corrupt: it is no index with schemaVersion 2 and a list "manifests"',
  },
  {
    what: '401 without a login',
    faults: [{ harm: says(401, 'UNAUTHORIZED', { 'www-authenticate': 'Basic realm="x"' }) }],
    message:
      'reading ghcr.io/acme/shop was denied: HOST answered 401; log in with "docker login HOST"',
  },
  {
    what: '403 for a write',
    faults: [{ method: 'POST', harm: says(403, 'DENIED') }],
    message:
      'writing ghcr.io/acme/shop was denied: HOST answered 403, and it says "DENIED: denied it is"; log in with "docker login HOST"',
  },
  {
    what: '404 for the repository',
    faults: [{ method: 'POST', harm: says(404, 'NAME_UNKNOWN') }],
    message:
      'the repository is not in HOST under ghcr.io/acme/shop (HOST answered 404, and it says "NAME_UNKNOWN: name_unknown it is")',
  },
  {
    what: '404 for the base image, offline',
    faults: [{ path: baseManifest, harm: says(404, 'MANIFEST_UNKNOWN') }],
    args: ['--offline'],
    message:
      'ghcr.io/acme/base/tiny:stable cannot be had: it is not in the store "http://HOST/404-for-the-base-image-offline", and --offline forbids to ask ghcr.io',
  },
  {
    what: '429 for ever',
    faults: [{ path: claim, harm: says(429, 'TOOMANYREQUESTS') }],
    message: `ghcr.io/acme/shop could not be reached: HEAD http://HOST was answered 429 (too many requests; a login often has a higher limit), ${last}`,
  },
  {
    what: '429 for an hour',
    faults: [{ path: claim, harm: says(429, 'TOOMANYREQUESTS', { 'retry-after': '3600' }) }],
    message:
      'ghcr.io/acme/shop could not be reached: HEAD http://HOST was answered 429 (too many requests; a login often has a higher limit), asked to wait 3600 s',
  },
  {
    what: '500 for ever',
    faults: [{ method: 'PUT', path: upload, harm: says(500, 'UNKNOWN') }],
    message: `ghcr.io/acme/shop could not be reached: PUT http://HOST was answered 500 (its own failure), ${last}, and it says "UNKNOWN: unknown it is"`,
  },
  {
    what: '503 for ever',
    faults: [{ method: 'PUT', path: atDev, harm: page503 }],
    message: `ghcr.io/acme/shop could not be reached: PUT http://HOST was answered 503 (not available now), ${last}`,
  },
  {
    what: 'resets for ever',
    faults: [{ method: 'POST', path: upload, harm: reset }],
    message: `ghcr.io/acme/shop could not be reached: POST http://HOST failed: the connection was reset, ${last}`,
  },
];

const passing: readonly (Omit<Row, 'message'> & { readonly atLeastMs: number })[] = [
  {
    what: '429 twice',
    faults: twice({ path: claim, harm: says(429, 'TOOMANYREQUESTS') }),
    atLeastMs: 1000,
  },
  {
    what: '429 with two seconds to wait',
    faults: [{ path: claim, nth: 1, harm: says(429, 'TOOMANYREQUESTS', { 'retry-after': '2' }) }],
    atLeastMs: 2000,
  },
  {
    what: '500 twice',
    faults: twice({ method: 'PUT', path: upload, harm: says(500, 'UNKNOWN') }),
    atLeastMs: 0,
  },
  { what: '503 twice', faults: twice({ method: 'PUT', path: atDev, harm: page503 }), atLeastMs: 0 },
  {
    what: 'two resets',
    faults: twice({ method: 'POST', path: upload, harm: reset }),
    atLeastMs: 0,
  },
  {
    what: 'a blob that ends too early twice',
    faults: twice({ method: 'GET', path: baseBlob, harm: { kind: 'truncate', afterBytes: 20 } }),
    atLeastMs: 0,
  },
];

interface Outcome {
  readonly code: number | null;
  readonly message: string | undefined;
  readonly ms: number;
}

/** One run of the sources against this store. */
async function run(store: string, ...args: readonly string[]): Promise<Outcome> {
  const started = performance.now();
  const { code, document } = await stock.workshop.json('run', '--store', store, ...args);
  const { message } = document as unknown as { readonly message?: string };
  return {
    code,
    message: message?.replaceAll(/sha256:[0-9a-f]{64}/g, 'DIGEST'),
    ms: performance.now() - started,
  };
}

const prefixOf = (what: string): string => what.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** A copy of the store, as a folder and as a part of the server. */
function copied(what: string): { readonly folder: string; readonly prefix: string } {
  const prefix = prefixOf(what);
  const folder = folderOf(what);
  cpSync(stock.store, folder, { recursive: true });
  return { folder, prefix };
}

/** Where the names are that a person gave; of the layout's problems there must be none. */
async function standing(folder: string): Promise<Readonly<Record<string, string>>> {
  const { shop } = placesIn(folder);
  expect(fsck(shop)).toEqual([]);
  const names = Object.entries(await folderShelf(shop).names());
  return Object.fromEntries(names.filter(([name]) => !name.startsWith('sha-')));
}

const unmoved = () => {
  const { released } = stock;
  return { dev: released, preprod: released, prod: released, '1.0.0': released };
};

const folderOf = (what: string): string => join(server.folder, 'store', prefixOf(what));

async function meet({ what, faults, args = [] }: Omit<Row, 'message'>): Promise<Outcome> {
  const { prefix } = copied(what);
  const proxy = await faultProxy(server.url, faults);
  const outcome = await run(new URL(prefix, proxy.url).href, ...args);
  await proxy.close();
  return { ...outcome, message: outcome.message?.replaceAll(proxy.url.host, 'HOST') };
}

let outcomes: readonly Outcome[];
beforeAll(async () => {
  server = await runningServer();
  stock = await stocked();
  // They wait more than they work.
  outcomes = await together([...failing, ...passing], 4, meet);
}, 120_000);
afterAll(async () => {
  stock[Symbol.dispose]();
  await server.close();
});

describe('of a registry', () => {
  test.each(failing.map((row, index) => [row.what, row, index] as const))(
    '%s ends a run with 3 and one sentence, and moves nothing',
    async (what, { message }, index) => {
      expect(outcomes[index]).toMatchObject({ code: 3, message });
      expect(await standing(folderOf(what))).toEqual(unmoved());
    },
  );

  test.each(passing.map((row, index) => [row.what, row, failing.length + index] as const))(
    '%s is waited for, and the run goes on',
    async (what, { atLeastMs }, index) => {
      expect(outcomes[index]).toMatchObject({ code: 0 });
      expect(outcomes[index]?.ms).toBeGreaterThanOrEqual(atLeastMs);
      const { dev, preprod, prod } = await standing(folderOf(what));
      expect(dev).toBe(preprod);
      expect(dev).not.toBe(prod);
    },
  );
});

/** What became of each environment in a run. */
function statesIn(document: Json): Readonly<Record<string, string>> {
  const { images } = document as unknown as {
    readonly images: readonly {
      readonly moves: readonly { readonly environment: string; readonly state: string }[];
    }[];
  };
  const moves = images.flatMap((image) => image.moves);
  return Object.fromEntries(moves.map(({ environment, state }) => [environment, state]));
}

test('what fails between two environments leaves the second, and a rerun completes it', async () => {
  const { folder, prefix } = copied('half');
  const fault = { method: 'PUT', path: /manifests\/preprod$/, harm: page503 };
  const proxy = await faultProxy(server.url, [fault]);
  expect(await run(new URL(prefix, proxy.url).href)).toMatchObject({ code: 3 });
  await proxy.close();
  const { dev = '', ...others } = await standing(folder);
  expect({ dev: stock.released, ...others }).toEqual(unmoved());
  expect(dev).not.toBe(stock.released);
  expect(await run(folder)).toMatchObject({ code: 0 });
  expect(await standing(folder)).toEqual({ ...unmoved(), dev, preprod: dev });
});

test('a promotion that fails leaves the hold of a rollback in force', async () => {
  const { folder, prefix } = copied('hold');
  await run(folder);
  const promote = async (store: string, ...args: readonly string[]) =>
    stock.workshop.json('promote', '--store', store, '--environment', 'dev', ...args);
  expect((await promote(folder, '--rollback', '--to', '1.0.0')).code).toBe(0);
  const commit = stock.workshop.git('rev-parse', 'HEAD');
  const proxy = await faultProxy(server.url, [{ method: 'PUT', path: atDev, harm: page503 }]);
  const failed = await promote(new URL(prefix, proxy.url).href, `shop:sha-${commit}`);
  await proxy.close();
  expect(failed.code).toBe(3);
  const { code, document } = await stock.workshop.json('run', '--store', folder);
  expect(code).toBe(0);
  expect(statesIn(document).dev).toBe('held');
  expect((await standing(folder)).dev).toBe(stock.released);
});

describe('somebody who moves a tag between look and write', () => {
  let older: string;
  let newer: string;
  beforeAll(() => {
    const { workshop } = stock;
    older = workshop.git('rev-parse', 'HEAD');
    newer = workshop.commit({ app: 'third\n' });
  });

  const at = (repository: string, name: string): URL =>
    new URL(`/v2/${repository}/manifests/${name}`, server.url);

  /** Puts the manifest that has one name under `dev` too, as any client of the registry would. */
  async function moveDev(repository: string, from: string): Promise<void> {
    const accept = 'application/vnd.oci.image.manifest.v1+json';
    const found = await fetch(at(repository, from), { headers: { accept } });
    const body = await found.arrayBuffer();
    const headers = { 'content-type': accept };
    await fetch(at(repository, 'dev'), { method: 'PUT', headers, body });
  }

  /** A run of the older commit, the newer one being built; `happens` before each write to `dev`. */
  async function meanwhile(name: string, happens: (repository: string) => Promise<void>) {
    const { workshop } = stock;
    const { folder, prefix } = copied(name);
    const repository = `${prefix}/ghcr.io/acme/shop`;
    const harm: Harm = { kind: 'meanwhile', when: 'before', happens: () => happens(repository) };
    const proxy = await faultProxy(server.url, [{ method: 'PUT', path: atDev, harm }]);
    await workshop.json('build', '--store', folder);
    workshop.git('checkout', '--quiet', '-B', 'main', older);
    const store = new URL(prefix, proxy.url).href;
    const { code, document } = await workshop.json('run', '--store', store);
    workshop.git('checkout', '--quiet', '-B', 'main', newer);
    await proxy.close();
    return { code, document, names: await standing(folder) };
  }

  test('to a newer digest has the run yield to it', async () => {
    const { code, document, names } = await meanwhile('newer', async (repository) =>
      moveDev(repository, `sha-${newer}`),
    );
    expect(code).toBe(0);
    expect(statesIn(document)).toEqual({
      dev: 'superseded',
      preprod: 'not reached',
      prod: 'not reached',
    });
    expect({ ...names, dev: stock.released }).toEqual(unmoved());
    expect(names.dev).not.toBe(stock.released);
  });

  test('to the very digest of the run has it go on', async () => {
    const { code, document, names } = await meanwhile('same', async (repository) =>
      moveDev(repository, `sha-${older}`),
    );
    expect(code).toBe(0);
    expect(statesIn(document)).toEqual({ dev: 'moved', preprod: 'moved', prod: 'waiting' });
    expect(names.dev).toBe(names.preprod);
  });

  test('again and again ends the run with 3', async () => {
    let times = 0;
    const { code, document, names } = await meanwhile('restless', async (repository) => {
      times += 1;
      if (times % 2 === 0) await moveDev(repository, 'prod');
      else await fetch(at(repository, 'dev'), { method: 'DELETE' });
    });
    expect(code).toBe(3);
    expect(document).toMatchObject({
      code: 'tag-moved',
      message: `ghcr.io/acme/shop:dev was expected on ${stock.released} and is gone`,
    });
    expect(times).toBe(5);
    expect({ dev: stock.released, ...names }).toEqual(unmoved());
  });
});

describe('of a folder', () => {
  /** A run with a program around it. Of its message the folder is left out. */
  async function runIn(folder: string, around: readonly string[]) {
    using own = stock.workshop.at(stock.workshop.tree);
    own.around = around;
    const { code, document } = await own.json('run', '--store', folder);
    const failure = document as unknown as { readonly code?: string; readonly message?: string };
    return { code, failure: failure.code, message: failure.message?.replaceAll(folder, 'STORE') };
  }

  const full =
    '"STORE/ghcr.io/acme/shop" cannot be written: there is no room left on its disk: ENOSPC: no space left on device, write';

  withMounts('a full disk ends a run with 3, and a rerun with room completes it', async () => {
    for (const roomKiB of [0, 8, 16, 24]) {
      const store = join(stock.workshop.home, `disk-${roomKiB}`);
      const to = join(stock.workshop.home, `left-${roomKiB}`);
      mkdirSync(store);
      const ended = await runIn(store, onSmallDisk({ store, from: stock.store, to, roomKiB }));
      expect(ended).toEqual({ code: 3, failure: 'disk-full', message: full });
      expect((await standing(to)).preprod).toBe(stock.released);
      expect(await run(to)).toMatchObject({ code: 0 });
      expect((await standing(to)).preprod).not.toBe(stock.released);
    }
  });

  test('a disk that takes no bigger files ends a run with 3', async () => {
    const { folder } = copied('small files');
    expect(await runIn(folder, withSmallFiles(1))).toEqual({
      code: 3,
      failure: 'disk-full',
      message:
        '"STORE/ghcr.io/acme/shop" cannot be written: its disk takes no file of that size: EFBIG: file too large, write',
    });
    expect(await standing(folder)).toEqual(unmoved());
  });

  withMounts('a folder that can only be read ends a run with 3', async () => {
    const { folder } = copied('read only');
    const { message, ...ended } = await runIn(folder, onReadOnlyDisk(folder));
    expect(ended).toEqual({ code: 3, failure: 'denied' });
    expect(message).toContain(
      'access to "STORE/ghcr.io/acme/shop" was denied: let this user read and write the folder',
    );
    expect(await standing(folder)).toEqual(unmoved());
  });

  test.each([
    ['a base whose manifest is missing', 'base', 'ghcr.io/acme/base/tiny'],
    ['an image whose manifest is missing', 'shop', 'ghcr.io/acme/shop'],
  ] as const)('%s ends a run with 3', async (what, place, name) => {
    const { folder } = copied(what);
    const digest = place === 'base' ? stock.base : stock.released;
    rmSync(join(placesIn(folder)[place], 'blobs', ...digest.split(':')));
    expect(await run(folder, '--offline')).toMatchObject({
      code: 3,
      message: `DIGEST is not in ${JSON.stringify(join(folder, name))}`,
    });
    expect(await folderShelf(placesIn(folder).shop).names()).toMatchObject(unmoved());
  });

  test('a base with a missing blob ends a run with 3, when no registry may be asked', async () => {
    const { folder } = copied('a missing blob');
    const { base } = placesIn(folder);
    const manifest = JSON.parse(
      readFileSync(join(base, 'blobs', ...stock.base.split(':')), 'utf8'),
    ) as { readonly layers: readonly [{ readonly digest: string }] };
    rmSync(join(base, 'blobs', ...manifest.layers[0].digest.split(':')));
    expect(await run(folder, '--offline')).toMatchObject({
      code: 3,
      message: `ghcr.io/acme/base/tiny@DIGEST cannot be had: it is not in the store ${JSON.stringify(folder)}, and --offline forbids to ask ghcr.io`,
    });
    expect(await standing(folder)).toEqual(unmoved());
  });
});

test('a registry that is not there ends a run with 3', async () => {
  const proxy = await faultProxy(undefined, []);
  await proxy.close();
  expect(await run(proxy.url.href)).toMatchObject({
    code: 3,
    message: `ghcr.io/acme/shop could not be reached: HEAD ${proxy.url.origin} failed: nothing listens there`,
  });
});
