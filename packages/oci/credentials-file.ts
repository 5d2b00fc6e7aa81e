import { readFile } from 'node:fs/promises';

import { codeOf, UsageError } from '#io';

import type { Credential, IdentityToken } from './credentials.ts';

/** Where a file says that a login is: in itself, or with a program that knows it by one of these names. */
export type Kept =
  | { readonly kind: 'login'; readonly login: Credential | IdentityToken }
  | { readonly kind: 'helper'; readonly helper: string; readonly servers: readonly string[] };

/** What one file knows, the best first. What comes later is not read when it is not asked for. */
export interface Logins {
  find(origin: URL, repository: string): Iterable<Kept>;
}

const maxBytes = 1024 * 1024;
const nothing: Logins = { find: () => [] };

/**
 * Reads a file of Docker or Podman; one that does not exist knows nothing. As Docker does, it asks
 * `credHelpers` before `credsStore`, and that before `auths`.
 * @throws UsageError that names the file, and never what is in it
 */
export async function readLogins(path: string): Promise<Logins> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const code = codeOf(error) ?? 'unknown';
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UsageError(`the login file ${JSON.stringify(path)} cannot be read: ${code}`);
  });
  if (text === undefined) return nothing;
  const file = text.length > maxBytes ? undefined : recordOf(parsed(text));
  if (file === undefined) {
    throw new UsageError(
      `the login file ${JSON.stringify(path)} is not a JSON object: mend it, or log in anew`,
    );
  }
  return { find: (origin, repository) => find(file, { origin, repository, path }) };
}

type Fields = Readonly<Record<string, unknown>>;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const recordOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;

interface Wanted {
  readonly origin: URL;
  readonly repository: string;
  readonly path: string;
}

function* find(file: Fields, wanted: Wanted): Generator<Kept> {
  const hosts = hostsOf(wanted.origin);
  const auths = recordOf(file.auths) ?? {};
  const keys = Object.keys(auths)
    .filter((key) => hosts.includes(placeOf(key, wanted.repository) ?? ''))
    .toSorted((a, b) => b.length - a.length);
  // A program knows a login by the name under which it was given, which is a key of `auths` at best.
  const servers = [...new Set([...keys, serverOf(wanted.origin)])];
  const named = Object.entries(recordOf(file.credHelpers) ?? {}).filter(([key]) =>
    hosts.includes(hostOf(key)),
  );
  for (const helper of [...named.map(([, value]) => value), file.credsStore]) {
    if (typeof helper === 'string' && helper !== '') yield { kind: 'helper', helper, servers };
  }
  for (const key of keys) {
    const login = loginOf(recordOf(auths[key]) ?? {}, key, wanted.path);
    if (login !== undefined) yield { kind: 'login', login };
  }
}

const isDockerHub = ({ host }: URL): boolean => /^(?:registry-1\.|index\.)?docker\.io$/.test(host);

/** The names under which a registry stands in such files; Docker Hub has a history. */
const hostsOf = (origin: URL): readonly string[] =>
  isDockerHub(origin) ? ['index.docker.io', 'docker.io', 'registry-1.docker.io'] : [origin.host];

/** What a program is asked for. */
const serverOf = (origin: URL): string =>
  isDockerHub(origin) ? 'https://index.docker.io/v1/' : origin.host;

const hostOf = (key: string): string => key.replace(/^https?:\/\//, '').replace(/\/.*$/s, '');

/** The host of a key, if the key is for this repository: Podman's keys may go on with a path, Docker's may be URLs. */
function placeOf(key: string, repository: string): string | undefined {
  const path = /^https?:|\/v[12]\/?$/.test(key) ? '' : key.replace(/^[^/]*\/?/, '');
  return path === '' || `${repository}/`.startsWith(`${path}/`) ? hostOf(key) : undefined;
}

function loginOf(entry: Fields, key: string, path: string): Credential | IdentityToken | undefined {
  const { auth, username, password, identitytoken } = entry;
  if (typeof identitytoken === 'string' && identitytoken !== '') {
    return { identityToken: identitytoken };
  }
  if (typeof auth === 'string' && auth !== '') {
    const text = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '');
    const colon = text.indexOf(':');
    if (colon < 1) {
      throw new UsageError(
        `the login file ${JSON.stringify(path)} has no user and password for ${JSON.stringify(key)}: log in anew`,
      );
    }
    return { username: text.slice(0, colon), password: text.slice(colon + 1) };
  }
  return typeof username === 'string' && typeof password === 'string' && username !== ''
    ? { username, password }
    : undefined;
}
