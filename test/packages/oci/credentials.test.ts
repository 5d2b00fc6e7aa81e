import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { UsageError } from '#io';
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

function find(
  place: string,
  how: { readonly env?: Readonly<Record<string, string>>; readonly githubToken?: string } = {},
  secrets: string[] = [],
) {
  const { env = {}, githubToken } = how;
  const url = new URL(`https://${place}`);
  const login = credentials({
    env: new Map(Object.entries({ HOME: home, ...env })),
    githubToken,
    secret: (value) => secrets.push(value),
  });
  return login(url, url.pathname.slice(1));
}

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

  test('that a helper keeps is named, and not used', async () => {
    write('.docker/config.json', {
      auths: { 'registry.example': {} },
      credsStore: 'desktop',
      credHelpers: { 'other.example': 'ecr-login' },
    });
    expect(await find('registry.example/a')).toEqual({
      missing:
        'the login is kept by "docker-credential-desktop", and only a user and password in "auths" can be used: put them in a file that REGISTRY_AUTH_FILE names',
    });
    expect(await find('other.example/a')).toMatchObject({
      missing: expect.stringContaining('docker-credential-ecr-login'),
    });
    expect(await find('third.example/a')).toBeUndefined();
  });

  test('that is an identity token gives way to one that can be used', async () => {
    write('.docker/config.json', { auths: { 'registry.example': { identitytoken: 'x' } } });
    expect(await find('registry.example/a')).toMatchObject({
      missing: expect.stringContaining('identity token'),
    });
    const file = write('auth.json', { auths: { 'registry.example': alice } });
    const env = { REGISTRY_AUTH_FILE: file };
    expect(await find('registry.example/a', { env })).toEqual(asAlice);
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
    write('.docker/config.json', { auths: { 'ghcr.io': {} }, credsStore: 'desktop' });
    const how = { env: inWorkflow, githubToken: 't0ken' };
    expect(await find('ghcr.io/acme/shop', how)).toEqual(token);
  });
});
