import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';

import { openLayout, parseTag, type Repository } from '#oci';

import { folderShelf } from '../support/shelf.ts';
import { Workshop } from '../support/workshop.ts';

const shop = 'ghcr.io/acme/shop';
const config = `apiVersion: ecluse/v1
image: ghcr.io/acme/shop
build: {context: ., file: Dockerfile}
`;

interface Name {
  readonly tag: string;
  readonly rule: string;
  readonly state: string;
  readonly before: string | null;
  readonly reason: string;
}
interface Told {
  readonly code: number | null;
  readonly digest: string;
  readonly message: string;
  readonly names: readonly Name[];
  readonly results: readonly { readonly outcome: string; readonly reason: string }[];
}

/** An application with a release history that a test adds to. */
class Releases extends Workshop {
  get layout(): Repository {
    return openLayout(join(this.store, shop));
  }

  async told(...args: readonly string[]): Promise<Told> {
    const { code, document } = await this.json(...args);
    return { ...(document as unknown as Told), code };
  }

  /** Builds a new commit; gives the image by its digest. */
  async built(app: string): Promise<string> {
    this.commit({ app: `${app}\n` });
    return `${shop}@${(await this.told('build', '--no-layers')).digest}`;
  }

  /** Tags a new commit, builds it and writes its names. */
  async release(version: string, ...args: readonly string[]): Promise<Told> {
    const image = await this.built(version);
    this.git('tag', `v${version}`);
    return this.told('tags', image, '--ref', `v${version}`, ...args);
  }

  async standing(name: string): Promise<string | undefined> {
    return (await this.layout.resolve(parseTag(name)))?.digest;
  }

  /** The environment of a workflow step. */
  step(event: string, ref: string): void {
    const path = join(this.home, 'event.json');
    writeFileSync(path, JSON.stringify({ repository: { default_branch: 'main' }, number: 7 }));
    this.env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: path,
      GITHUB_REF: ref,
      GITHUB_SHA: this.git('rev-parse', 'HEAD'),
      GITHUB_SERVER_URL: 'https://github.test',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: '77',
    };
  }
}

const states = ({ names }: Told) => Object.fromEntries(names.map(({ tag, state }) => [tag, state]));

let releases: Releases;
beforeAll(async () => {
  releases = new Releases({ 'ecluse.yml': config });
  await releases.release('1.1.0');
}, 60_000);
afterEach(() => {
  releases.env = {};
});
afterAll(() => {
  releases[Symbol.dispose]();
});

test('a release gets its version, and the moving names that it is the highest of; a hotfix its own line alone', async () => {
  const first = await releases.release('1.2.0');
  const claim = `sha-${releases.git('rev-parse', 'HEAD')}`;
  expect(states(first)).toEqual({
    [claim]: 'there',
    '1.2.0': 'written',
    latest: 'written',
    '1': 'written',
    '1.2': 'written',
  });
  const hotfix = await releases.release('1.1.9');
  expect(states(hotfix)).toMatchObject({
    '1.1.9': 'written',
    '1.1': 'written',
    '1': 'stays',
    latest: 'stays',
  });
  expect(hotfix.code).toBe(0);
  expect(await releases.standing('latest')).toBe(first.digest);
  expect(await releases.standing('1.1')).toBe(hotfix.digest);
  const statements = await folderShelf(join(releases.store, shop)).statements(hotfix.digest);
  expect(statements).toMatchObject([
    { says: 'built', author: 'Ada', dockerfile: 'Dockerfile', ref: 'refs/heads/main' },
    { says: 'release', version: '1.1.9', gitTag: 'v1.1.9' },
  ]);
});

test('outputs name what the image has, and not what stays', async () => {
  const image = await releases.built('1.1.10');
  releases.git('tag', 'v1.1.10');
  releases.step('push', 'refs/tags/v1.1.10');
  const output = join(releases.home, 'output');
  writeFileSync(output, '');
  releases.env = { ...releases.env, GITHUB_OUTPUT: output };
  expect((await releases.ecluse('tags', image)).code).toBe(0);
  const commit = releases.git('rev-parse', 'HEAD');
  expect(readFileSync(output, 'utf8')).toMatch(
    new RegExp(`\ntag-names<<.*\nsha-${commit}\n1\\.1\\.10\n1\\.1\n[^1]`),
  );
});

test('a version on another digest is refused with commit, run and time of both, before anything is written', async () => {
  const standing = await releases.standing('1.2.0');
  releases.commit({ app: 'again\n' });
  const commit = releases.git('rev-parse', 'HEAD');
  releases.step('push', 'refs/heads/main');
  const { digest } = await releases.told('build', '--no-layers');
  releases.step('push', 'refs/tags/v1.2.0');
  const before = await folderShelf(join(releases.store, shop)).names();
  const refused = await releases.json('tags', `${shop}@${digest}`);
  expect(refused).toMatchObject({
    code: 1,
    document: {
      code: 'version-taken',
      conflict: {
        standing: { digest: standing, commit: expect.stringMatching(/^[0-9a-f]{40}$/) },
        ours: { digest, commit, by: 'https://github.test/acme/shop/actions/runs/77' },
      },
    },
  });
  const { message } = refused.document as unknown as Told;
  expect(message).toMatch(
    new RegExp(
      `^version 1\\.2\\.0 of ${shop} is written once: it stands on ${standing} \\(of commit [0-9a-f]{40}, by [^,]+, at [^ ]+\\); this is ${digest} \\(of commit ${commit}, by https://github\\.test/acme/shop/actions/runs/77, at [^ ]+\\); release it under a new version$`,
    ),
  );
  const skipped = await releases.told('tags', `${shop}@${digest}`, '--on-existing', 'skip');
  expect(skipped.code).toBe(0);
  expect(skipped.names.map(({ state }) => state)).toEqual(Array(5).fill('skipped'));
  expect(skipped.names[1]).toMatchObject({
    tag: '1.2.0',
    before: standing,
    reason: `it stands on ${standing} and is written once`,
  });
  const adopt = await releases.told('tags', `${shop}@${digest}`, '--on-existing', 'adopt');
  expect(adopt).toMatchObject({ code: 2 });
  expect(adopt.message).toContain('adopt needs verified provenance');
  expect(await folderShelf(join(releases.store, shop)).names()).toEqual(before);
});

test('a run asks for the version before it builds', async () => {
  releases.commit({ app: 'never built\n' });
  releases.git('tag', '--force', 'v1.2.0');
  const before = await folderShelf(join(releases.store, shop)).names();
  const refused = await releases.told('run', '--ref', 'v1.2.0');
  expect(refused.code).toBe(1);
  expect(refused.message).toContain('this is an image that is not built yet');
  const skipped = await releases.json('run', '--ref', 'v1.2.0', '--on-existing', 'skip');
  expect(skipped).toMatchObject({
    code: 0,
    document: {
      digest: null,
      results: [{ gate: 'version', outcome: 'passed' }],
      images: [{ how: 'skipped', version: '1.2.0', claim: null, steps: [] }],
    },
  });
  expect(await releases.told('run', '--on-existing', 'adopt')).toMatchObject({ code: 2 });
  expect(await folderShelf(join(releases.store, shop)).names()).toEqual(before);
});

test('names can be left out, and words that are none are refused', async () => {
  const only = await releases.release('1.3.0', '--moving', 'minor');
  expect(states(only)).toMatchObject({ '1.3.0': 'written', '1.3': 'written' });
  expect(only.names).toHaveLength(3);
  const none = await releases.release('1.3.1', '--moving', 'none');
  expect(none.names).toHaveLength(2);
  const wrong = await releases.told('tags', `${shop}@${none.digest}`, '--moving', 'lates');
  expect(wrong).toMatchObject({ code: 2 });
  expect(wrong.message).toContain('"moving" knows no "lates"');
});

test('a name that stands on something unknown ends with 3, and is moved when a person has looked', async () => {
  using own = new Releases({ 'ecluse.yml': config });
  await own.release('1.0.0');
  const stranger = await own.built('stranger');
  const [, digest = ''] = stranger.split('@');
  const manifest = await own.layout.manifest(digest as never);
  if (manifest === undefined) throw new Error('it is not there');
  const { bytes, descriptor } = manifest;
  await own.layout.tag(parseTag('latest'), bytes, descriptor.mediaType, 'anything');
  const refused = await own.release('1.1.0');
  expect(refused).toMatchObject({
    code: 3,
    results: [{ gate: 'names', outcome: 'not evaluated', evidence: [digest] }],
  });
  expect(states(refused)).toMatchObject({ '1.1.0': 'written', '1': 'written' });
  const image = `${shop}@${refused.digest}`;
  const text = await own.ecluse('tags', image, '--ref', 'v1.1.0');
  expect(text.stdout.replaceAll(/\s+/g, ' ')).toContain(`look at it, then pass --expect ${digest}`);
  const looked = await own.told('tags', image, '--ref', 'v1.1.0', '--expect', digest);
  expect(looked).toMatchObject({ code: 0, results: [] });
  expect(await own.standing('latest')).toBe(refused.digest);
});

test('a purpose tag is moved by promotions alone', async () => {
  using own = new Releases({
    'ecluse.yml': `${config}environments:\n  prod: {promote: manual, tag: latest}\n`,
  });
  const refused = await own.release('1.0.0');
  expect(refused.code).toBe(1);
  expect(refused.message).toBe(
    'latest is the purpose tag of prod in ecluse.yml: only ecluse promote moves it, so leave it out here',
  );
  expect(await own.standing('1.0.0')).toBeUndefined();
  expect(await own.release('1.0.1', '--moving', 'major, minor')).toMatchObject({ code: 0 });
});

test('versions of other schemes are read by their order', async () => {
  using own = new Releases({ 'ecluse.yml': config });
  const first = await own.release('2026.05.3', '--order', 'calver');
  expect(states(first)).toMatchObject({ '2026.05.3': 'written', '2026.05': 'written' });
  const next = await own.release('2026.11.1', '--order', 'calver');
  expect(states(next)).toMatchObject({ '2026': 'written', '2026.11': 'written' });
  const late = await own.release('2026.05.4', '--order', 'calver');
  expect(states(late)).toMatchObject({ '2026.05': 'written', latest: 'stays' });
});

const rules = (lines: readonly string[]) => lines.flatMap((line) => ['--tags', line]);

test('names that rules give are written by what they mean', async () => {
  using own = new Releases({ 'ecluse.yml': config });
  const block = rules([
    'type=ref,event=branch',
    'type=semver,pattern={{version}}',
    'type=semver,pattern={{major}}.{{minor}}',
    'type=sha',
    'type=raw,value=stable',
  ]);
  const older = await own.built('older');
  const pushed = await own.told('tags', older, ...block);
  const commit = own.git('rev-parse', 'HEAD');
  expect(states(pushed)).toEqual({
    [`sha-${commit}`]: 'there',
    main: 'written',
    stable: 'written',
    [`sha-${commit.slice(0, 7)}`]: 'written',
  });
  const newer = await own.built('newer');
  expect(states(await own.told('tags', newer, ...block))).toMatchObject({
    main: 'written',
    stable: 'written',
  });
  own.git('checkout', '--quiet', '-B', 'main', commit);
  expect(states(await own.told('tags', older, ...block))).toMatchObject({
    main: 'stays',
    stable: 'stays',
  });
  own.git('tag', 'v1.0.0');
  const released = await own.told('tags', older, '--ref', 'v1.0.0', ...block);
  expect(states(released)).toMatchObject({
    '1.0.0': 'written',
    '1.0': 'written',
    latest: 'written',
    stable: 'stays',
  });
}, 60_000);

test('rules that read versions of Python compare them as Python does', async () => {
  using own = new Releases({ 'ecluse.yml': config });
  const block = rules(['type=pep440,pattern={{version}}', 'type=pep440,pattern={{major}}']);
  const released = async (tag: string) => {
    const image = await own.built(tag);
    own.git('tag', tag);
    return states(await own.told('tags', image, '--ref', tag, ...block));
  };
  expect(await released('1.10')).toMatchObject({ '1.10': 'written', '1': 'written' });
  expect(await released('1.9')).toMatchObject({ '1.9': 'written', '1': 'stays' });
});

test('a pull request names itself alone', async () => {
  using own = new Releases({ 'ecluse.yml': config });
  const image = await own.built('change');
  own.step('pull_request', 'refs/pull/7/merge');
  own.env = { ...own.env, GITHUB_REPOSITORY: '' };
  const block = rules(['type=ref,event=pr', 'type=sha']);
  expect(await own.told('tags', image, ...block)).toMatchObject({
    code: 0,
    names: [
      { tag: 'pr-7', state: 'written' },
      { rule: 'sha', state: 'written' },
    ],
  });
  const event = { number: 7, pull_request: { number: 7, head: { sha: 'f'.repeat(40) } } };
  writeFileSync(own.env.GITHUB_EVENT_PATH ?? '', JSON.stringify(event));
  const merge = own.env;
  own.env = { ...merge, DOCKER_METADATA_PR_HEAD_SHA: 'true' };
  const head = await own.told('tags', image, ...block);
  expect(head).toMatchObject({ code: 2 });
  expect(head.message).toContain(
    `sha-fffffff is named after commit ${'f'.repeat(40)}, and the image`,
  );
  expect(await own.told('tags', image, ...block.slice(0, 2))).toMatchObject({ code: 0 });
  own.env = merge;
  for (const rule of ['type=raw,value=latest', 'type=ref,event=pr,prefix=']) {
    const other = await own.told('tags', image, ...rules([rule]));
    expect(other).toMatchObject({ code: 1 });
    expect(other.message).toContain('names no version and moves no name but its own');
  }
});

test('a rule claims no other commit and takes no name of evidence, and a claim that says another commit is not gone on with', async () => {
  using own = new Releases({ 'ecluse.yml': config });
  const image = await own.built('ours');
  const other = own.commit({ app: 'theirs\n' });
  own.git('checkout', '--quiet', '--detach', 'HEAD~1');
  own.step('push', 'refs/heads/main');
  own.env = { ...own.env, GITHUB_REPOSITORY: '' };
  const refused = await own.told('tags', image, ...rules([`type=raw,value=sha-${other}`]));
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.message).toContain(`sha-${other} claims another commit than`);
  expect(await own.standing(`sha-${other}`)).toBeUndefined();
  const [, digest = ''] = image.split('@');
  const evidence = `sha256-${'a'.repeat(64)}`;
  for (const name of [evidence, `${evidence}.sig`]) {
    const kept = await own.told('tags', image, ...rules([`type=raw,value=${name}`]));
    expect(kept).toMatchObject({ code: 1 });
    expect(kept.message).toContain(
      `${name} is where signatures and statements of an image are kept`,
    );
  }
  const manifest = await own.layout.manifest(digest as never);
  if (manifest === undefined) throw new Error('it is not there');
  const { bytes, descriptor } = manifest;
  await own.layout.tag(parseTag(`sha-${other}`), bytes, descriptor.mediaType, 'anything');
  own.env = {};
  own.git('checkout', '--quiet', 'main');
  const built = await own.told('build', '--no-layers');
  expect(built).toMatchObject({ code: 1 });
  expect(built.message).toContain(
    `sha-${other} stands on ${digest}, which says that it is of commit`,
  );
});

test('names that hold a release go to a higher one alone, whichever rule asks for them', async () => {
  using own = new Releases({ 'ecluse.yml': config });
  const block = rules([
    'type=match,pattern=rel-(.*),group=1',
    String.raw`type=match,pattern=rel-(\d+),group=1`,
    'type=raw,value=latest',
  ]);
  const named = async (tag: string) => {
    const image = await own.built(tag);
    own.git('tag', tag);
    return own.told('tags', image, '--ref', tag, ...block);
  };
  const newest = await named('rel-1.2.0');
  expect(states(newest)).toMatchObject({ '1.2.0': 'written', '1': 'written', latest: 'written' });
  const hotfix = await named('rel-1.1.9');
  expect(hotfix.code).toBe(0);
  expect(states(hotfix)).toMatchObject({ '1.1.9': 'written', '1': 'stays', latest: 'stays' });
  const push = await own.built('no release');
  const later = await own.told('tags', push, ...rules(['type=raw,value=latest', 'type=edge']));
  expect(later).toMatchObject({ code: 0 });
  expect(later.names).toContainEqual(
    expect.objectContaining({
      tag: 'latest',
      state: 'stays',
      reason: 'it stands on release 1.2.0, and this is none',
    }),
  );
});

test('a release that is written with a v is held as others are', async () => {
  using own = new Releases({ 'ecluse.yml': config });
  const release = await own.built('v1.2.0');
  own.git('tag', 'v1.2.0');
  const tagged = rules(['type=ref,event=tag', 'type=raw,value=latest']);
  expect(states(await own.told('tags', release, '--ref', 'v1.2.0', ...tagged))).toMatchObject({
    'v1.2.0': 'written',
    latest: 'written',
  });
  const push = await own.built('no release');
  expect(await own.told('tags', push, ...rules(['type=raw,value=latest']))).toMatchObject({
    code: 0,
    names: [
      {},
      { tag: 'latest', state: 'stays', reason: 'it stands on release 1.2.0, and this is none' },
    ],
  });
});

test('explain says what each name stands on and what would become of it, and writes nothing', async () => {
  using own = new Releases({ 'ecluse.yml': config });
  const first = await own.release('1.2.0');
  const image = await own.built('hotfix');
  own.git('tag', 'v1.1.9');
  const looked = (...args: readonly string[]) =>
    own.json('tags', shop, '--ref', 'v1.1.9', '--explain', ...args);
  const before = await folderShelf(join(own.store, shop)).names();
  const { code, document } = await looked();
  const [, to] = image.split('@');
  expect(code).toBe(0);
  expect(document).toMatchObject({
    names: [{ rule: 'claim', state: 'planned' }, { tag: '1.1.9' }],
    looks: [
      {
        repository: shop,
        failed: null,
        to,
        names: [
          { from: to, becomes: 'there' },
          { tag: '1.1.9', from: null, becomes: 'written', reason: 'nothing stands there' },
          { tag: 'latest', from: first.digest, becomes: 'stays' },
          { tag: '1', from: first.digest, becomes: 'stays' },
          { tag: '1.1', from: null, becomes: 'written' },
        ],
      },
    ],
  });
  const computed = await looked(
    ...rules(['type=semver,pattern={{version}},value=1.2.0', 'type=raw,value=stable']),
  );
  expect(computed.document).toMatchObject({
    looks: [{ names: [{ becomes: 'refused' }, { becomes: 'written' }, { becomes: 'stays' }] }],
  });
  const kept = await looked(...rules([`type=raw,value=sha256-${'a'.repeat(64)}`]));
  expect(kept.document).toMatchObject({
    looks: [
      { names: [{ becomes: 'refused', reason: expect.stringContaining('are kept, so no') }] },
    ],
  });
  expect(await folderShelf(join(own.store, shop)).names()).toEqual(before);
});

test('tags follows a run, and adds the names that move', async () => {
  using own = new Releases({ 'ecluse.yml': config });
  own.commit({ app: 'first\n' });
  own.git('tag', 'v1.0.0');
  const { document } = await own.json('run', '--ref', 'v1.0.0', '--no-layers');
  const { image } = document as unknown as { readonly image: string };
  expect(states(await own.told('tags', image, '--ref', 'v1.0.0'))).toMatchObject({
    '1.0.0': 'there',
    latest: 'written',
    '1': 'written',
    '1.0': 'written',
  });
});
