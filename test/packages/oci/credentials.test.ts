import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { openChildren, UsageError } from '#io';
import { credentials } from '#oci';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'ecluse-logins-'));
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

const encoded = (text: string) => Buffer.from(text).toString('base64');
const alice = { auth: encoded('alice:open:sesame') };
const asAlice = { username: 'alice', password: 'open:sesame' };
const bob = { auth: encoded('bob:b') };
const asBob = { username: 'bob', password: 'b' };

function write(path: string, content: unknown): string {
  const file = join(home, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

interface Asking {
  readonly env?: Readonly<Record<string, string>>;
  readonly githubToken?: string;
  readonly helperMs?: number;
  readonly signal?: AbortSignal;
}

function open(how: Asking = {}, secrets: string[] = []) {
  const { env = {}, githubToken, helperMs = 20_000 } = how;
  const all = new Map(Object.entries({ HOME: home, PATH: `${home}/bin:/usr/bin:/bin`, ...env }));
  const login = credentials({
    env: all,
    exec: openChildren({ cwd: home, env: all, graceMs: 50 }).exec,
    signal: how.signal ?? new AbortController().signal,
    helperMs,
    githubToken,
    secret: (value) => secrets.push(value),
  });
  return (place: string) => {
    const url = new URL(`https://${place}`);
    return login(url, url.pathname.slice(1));
  };
}

const find = (place: string, how: Asking = {}, secrets: string[] = []) => open(how, secrets)(place);

describe('a login in a file', () => {
  test.each([
    ['its host', 'registry.example', 'registry.example/a'],
    ['its host and port', 'registry.example:5000', 'registry.example:5000/a'],
    ['its URL', 'https://registry.example', 'registry.example/a'],
    ['its URL with a version', 'https://registry.example/v2/', 'registry.example/a'],
    ['its host with a version', 'registry.example/v1/', 'registry.example/a'],
    ['Docker Hub in its old form', 'https://index.docker.io/v1/', 'registry-1.docker.io/library/a'],
    ['Docker Hub by its name', 'docker.io', 'registry-1.docker.io/library/a'],
    ['a path above the repository', 'registry.example/team', 'registry.example/team/a/b'],
    ['the repository itself', 'registry.example/team/a', 'registry.example/team/a'],
  ])('is found by %s', async (_, key, place) => {
    write('.docker/config.json', { auths: { 'other.example': bob, [key]: alice } });
    expect(await find(place)).toEqual(asAlice);
  });

  test.each([
    ['another host', 'registry.example.evil', 'registry.example/a'],
    ['the end of a host', 'example', 'registry.example/a'],
    ['another port', 'registry.example:5000', 'registry.example/a'],
    ['a path beside the repository', 'registry.example/tea', 'registry.example/team/a'],
  ])('of %s is not used', async (_, key, place) => {
    write('.docker/config.json', { auths: { [key]: alice } });
    expect(await find(place)).toBeUndefined();
  });

  test('with the longest path wins', async () => {
    write('.docker/config.json', {
      auths: { 'registry.example': bob, 'registry.example/team': alice },
    });
    expect(await find('registry.example/team/a')).toEqual(asAlice);
    expect(await find('registry.example/other')).toEqual(asBob);
  });

  test('may stand in two fields', async () => {
    write('.docker/config.json', { auths: { 'registry.example': asAlice } });
    expect(await find('registry.example/a')).toEqual(asAlice);
  });

  test.each([
    ['DOCKER_CONFIG', 'd/config.json', (file: string) => dirname(file)],
    ['REGISTRY_AUTH_FILE', 'r/auth.json', (file: string) => file],
    ['XDG_RUNTIME_DIR', 'x/containers/auth.json', (file: string) => dirname(dirname(file))],
    ['XDG_CONFIG_HOME', 'c/containers/auth.json', (file: string) => dirname(dirname(file))],
  ])('is found where %s says', async (name, path, value) => {
    const file = write(path, { auths: { 'registry.example': alice } });
    expect(await find('registry.example/a', { env: { [name]: value(file) } })).toEqual(asAlice);
  });

  test('is told as a secret, in both of its forms', async () => {
    write('.docker/config.json', { auths: { 'registry.example': alice } });
    const secrets: string[] = [];
    await find('registry.example/a', {}, secrets);
    expect(secrets).toEqual(['open:sesame', alice.auth]);
  });

  test('that is an identity token is one', async () => {
    const entry = { auth: encoded('<token>:'), identitytoken: 'refresh-me' };
    write('.docker/config.json', { auths: { 'registry.example': entry } });
    const secrets: string[] = [];
    expect(await find('registry.example/a', {}, secrets)).toEqual({ identityToken: 'refresh-me' });
    expect(secrets).toEqual(['refresh-me']);
  });

  test.each([
    ['no JSON', '{"auths": secret'],
    ['no object', '["secret"]'],
    ['an auth without a colon', { auths: { 'registry.example': { auth: encoded('secret') } } }],
  ])('in a file with %s is wrong use, and nothing of it is shown', async (_, content) => {
    const file = write('.docker/config.json', content);
    const error: unknown = await find('registry.example/a').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toContain(JSON.stringify(file));
    expect(String(error)).not.toContain('secret');
    expect(String(error)).not.toContain(encoded('secret'));
  });

  test.each([
    ['auths of no object', { auths: 'x' }],
    ['a login of no object', { auths: { 'registry.example': 'x' } }],
    ['names from the prototype', { auths: { __proto__: alice, constructor: alice } }],
  ])('in a file with %s is not found', async (_, content) => {
    write('.docker/config.json', content);
    expect(await find('registry.example/a')).toBeUndefined();
  });
});

describe('the token of the workflow', () => {
  const inWorkflow = { GITHUB_REPOSITORY: 'Acme/shop', GITHUB_ACTOR: 'octocat' };
  const token = { username: 'octocat', password: 't0ken' };

  test.each([
    ['the registry of its owner', 'ghcr.io/acme/shop', {}, true],
    ['another package of its owner', 'ghcr.io/acme/base', {}, true],
    ['a package of somebody else', 'ghcr.io/other/shop', {}, false],
    ['an owner whose name begins alike', 'ghcr.io/acme-prod/shop', {}, false],
    ['another registry', 'registry.example/acme/shop', {}, false],
    [
      'the registry of github.com, from a server of a company',
      'ghcr.io/acme/shop',
      { GITHUB_SERVER_URL: 'https://git.corp.example' },
      false,
    ],
    [
      'the registry of that company',
      'containers.git.corp.example/acme/shop',
      { GITHUB_SERVER_URL: 'https://git.corp.example' },
      true,
    ],
  ])('for %s', async (_, place, env, isUsed) => {
    const found = await find(place, { env: { ...inWorkflow, ...env }, githubToken: 't0ken' });
    expect(found).toEqual(isUsed ? token : undefined);
  });

  test('that a person gives in a terminal is used for the registry of GitHub', async () => {
    expect(await find('ghcr.io/anyone/shop', { githubToken: 't0ken' })).toEqual({
      username: 'token',
      password: 't0ken',
    });
  });

  test('gives way to a login in a file, which was made on purpose', async () => {
    write('.docker/config.json', { auths: { 'ghcr.io': alice } });
    const how = { env: inWorkflow, githubToken: 't0ken' };
    expect(await find('ghcr.io/acme/shop', how)).toEqual(asAlice);
  });

  test('stands in for a login that cannot be used', async () => {
    write('.docker/config.json', { auths: { 'ghcr.io': {} }, credsStore: 'nowhere' });
    const how = { env: inWorkflow, githubToken: 't0ken' };
    expect(await find('ghcr.io/acme/shop', how)).toEqual(token);
  });
});

describe('a login that a program keeps', () => {
  /** `docker-credential-NAME`, which writes down what it is asked and then does `body`. */
  const helper = (name: string, body: string): void => {
    const file = write(
      `bin/docker-credential-${name}`,
      `#!/bin/sh\nserver=$(cat)\necho "$1 $server" >> ${home}/asked\n${body}\n`,
    );
    chmodSync(file, 0o755);
  };
  const asked = (): readonly string[] => {
    const file = join(home, 'asked');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  };
  const gives = (username: string, secret: string): string =>
    `echo '${JSON.stringify({ ServerURL: 'x', Username: username, Secret: secret })}'`;
  const hasNone = `echo 'credentials not found in native keychain'; exit 1`;

  test.each([
    ['credHelpers', { credHelpers: { 'registry.example': 'x' }, credsStore: 'y' }],
    ['credsStore', { credsStore: 'x' }],
  ])('is asked for where %s says, before what the file holds', async (_, config) => {
    helper('x', gives('alice', 'open:sesame'));
    helper('y', gives('carol', 'c'));
    write('.docker/config.json', { ...config, auths: { 'registry.example': bob } });
    const secrets: string[] = [];
    expect(await find('registry.example/a', {}, secrets)).toEqual(asAlice);
    expect(asked()).toEqual(['get registry.example']);
    expect(secrets).toEqual(['open:sesame', alice.auth]);
  });

  test.each([
    ['its host', 'registry.example:5000/a', {}, ['get registry.example:5000']],
    [
      'the key of its entry',
      'registry.example/a',
      { 'https://registry.example': {} },
      ['get https://registry.example', 'get registry.example'],
    ],
    [
      'the old name of Docker Hub',
      'registry-1.docker.io/library/a',
      {},
      ['get https://index.docker.io/v1/'],
    ],
  ])('is asked for by %s', async (_, place, auths, questions) => {
    helper('x', hasNone);
    write('.docker/config.json', { credsStore: 'x', auths });
    expect(await find(place)).toBeUndefined();
    expect(asked()).toEqual(questions);
  });

  test('gives way to the next place when the program has none', async () => {
    helper('x', hasNone);
    helper('y', gives('alice', 'open:sesame'));
    write('.docker/config.json', { credHelpers: { 'registry.example': 'x' }, credsStore: 'y' });
    expect(await find('registry.example/a')).toEqual(asAlice);
    write('.docker/config.json', { credsStore: 'x', auths: { 'registry.example': bob } });
    expect(await find('registry.example/a')).toEqual(asBob);
  });

  test('is an identity token when its user is called so', async () => {
    helper('x', gives('<token>', 'refresh-me'));
    write('.docker/config.json', { credsStore: 'x' });
    expect(await find('registry.example/a')).toEqual({ identityToken: 'refresh-me' });
  });

  test('is asked for once, however many repositories want it', async () => {
    helper('x', gives('alice', 'open:sesame'));
    write('.docker/config.json', { credsStore: 'x' });
    const login = open();
    const all = ['a', 'b', 'c'].map((name) => login(`registry.example/${name}`));
    expect(await Promise.all(all)).toEqual([asAlice, asAlice, asAlice]);
    expect(asked()).toHaveLength(1);
  });

  test('comes with the accounts of the clouds, and without tokens of ours', async () => {
    helper('x', `env > ${home}/env; ${hasNone}`);
    write('.docker/config.json', { credsStore: 'x' });
    const env = { AWS_PROFILE: 'release', GITHUB_TOKEN: 't0ken', INPUT_STORE: 's' };
    await find('registry.example/a', { env });
    const seen = readFileSync(join(home, 'env'), 'utf8');
    expect(seen).toContain('AWS_PROFILE=release');
    expect(seen).not.toMatch(/GITHUB_TOKEN|INPUT_STORE/);
  });

  test.each([
    ['is not there', 'gone', '', 'which is not installed'],
    ['has the name of a path', '../x', '', 'which is no name of a program'],
    [
      'fails',
      'x',
      'echo "the vault\u001b[2J is closed" >&2; exit 3',
      String.raw`which ended with 3, and it says "the vault\u001b[2J is closed"`,
    ],
    ['says what is no login', 'x', 'echo hello', 'which gave none that can be read'],
    [
      'says more than can be a login',
      'x',
      'head -c 100000 /dev/zero',
      'which gave none that can be read',
    ],
  ])('that %s cannot be used, and the sentence says why', async (_, name, body, why) => {
    if (body !== '') helper(name, body);
    write('.docker/config.json', { credsStore: name });
    expect(await find('registry.example/a')).toEqual({
      missing: `the login is kept by ${JSON.stringify(`docker-credential-${name}`)}, ${why}`,
    });
  });

  test('is not waited for without an end', async () => {
    helper('x', 'sleep 60');
    write('.docker/config.json', { credsStore: 'x' });
    expect(await find('registry.example/a', { helperMs: 200 })).toEqual({
      missing: 'the login is kept by "docker-credential-x", which did not answer within 0.2 s',
    });
  });

  test('is not waited for once the run is ended', async () => {
    helper('x', 'sleep 60');
    write('.docker/config.json', { credsStore: 'x' });
    const signal = AbortSignal.timeout(200);
    await expect(find('registry.example/a', { signal })).rejects.toThrow(/timeout/);
  });
});
