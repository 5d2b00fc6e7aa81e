import { readFile } from 'node:fs/promises';

import { codeOf, UsageError } from '#io';

import type { Credential, NoCredential } from './credentials.ts';

/** What one file knows. */
export interface Logins {
  find(origin: URL, repository: string): Credential | NoCredential | undefined;
}

const maxBytes = 1024 * 1024;
const instead =
  'only a user and password in "auths" can be used: put them in a file that REGISTRY_AUTH_FILE names';
const nothing: Logins = { find: () => undefined };

/**
 * Reads the `auths` of a file of Docker or Podman; a file that does not exist knows nothing.
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

function find(file: Fields, wanted: Wanted): Credential | NoCredential | undefined {
  const hosts = hostsOf(wanted.origin);
  const auths = recordOf(file.auths) ?? {};
  const place = (key: string) => placeOf(key, wanted.repository);
  const keys = Object.keys(auths)
    .filter((key) => hosts.includes(place(key) ?? ''))
    .toSorted((a, b) => b.length - a.length);
  const helpers = recordOf(file.credHelpers) ?? {};
  const helper =
    Object.entries(helpers).find(([key]) => hosts.includes(hostOf(key)))?.[1] ??
    (keys.length > 0 ? file.credsStore : undefined);
  for (const key of keys) {
    const login = loginOf(recordOf(auths[key]) ?? {}, key, wanted.path);
    if (login !== undefined) return login;
  }
  return typeof helper === 'string' && helper !== ''
    ? {
        missing: `the login is kept by ${JSON.stringify(`docker-credential-${helper}`)}, and ${instead}`,
      }
    : undefined;
}

/** The names under which a registry stands in such files; Docker Hub has a history. */
const hostsOf = ({ host }: URL): readonly string[] =>
  host === 'registry-1.docker.io' || host === 'docker.io' || host === 'index.docker.io'
    ? ['index.docker.io', 'docker.io', 'registry-1.docker.io']
    : [host];

const hostOf = (key: string): string => key.replace(/^https?:\/\//, '').replace(/\/.*$/s, '');

/** The host of a key, if the key is for this repository: Podman's keys may go on with a path, Docker's may be URLs. */
function placeOf(key: string, repository: string): string | undefined {
  const path = /^https?:|\/v[12]\/?$/.test(key) ? '' : key.replace(/^[^/]*\/?/, '');
  return path === '' || `${repository}/`.startsWith(`${path}/`) ? hostOf(key) : undefined;
}

function loginOf(entry: Fields, key: string, path: string): Credential | NoCredential | undefined {
  const { auth, username, password, identitytoken } = entry;
  if (typeof identitytoken === 'string' && identitytoken !== '') {
    return { missing: `the login is an identity token, and ${instead}` };
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
