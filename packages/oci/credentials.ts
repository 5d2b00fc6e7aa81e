import { homedir } from 'node:os';
import { join } from 'node:path';

import { readLogins, type Kept, type Logins } from './credentials-file.ts';
import { askHelper, type HelperOptions } from './credentials-helper.ts';

/** A user and a password, or a token in its place. */
export interface Credential {
  readonly username: string;
  readonly password: string;
}
/** What a token service gives tokens for, in place of a user and a password. */
export interface IdentityToken {
  readonly identityToken: string;
}
/** There is a login, but not one that can be used; `missing` says why, for the end of a sentence. */
export interface NoCredential {
  readonly missing: string;
}
export type Login = Credential | IdentityToken | NoCredential;
/** Asked once per repository, when its registry wants a login. `repository` is the path in the registry. */
export type Credentials = (origin: URL, repository: string) => Promise<Login | undefined>;

export interface CredentialOptions extends HelperOptions {
  readonly githubToken?: string | undefined;
  /** Told each secret before it is used. */
  readonly secret?: (value: string) => void;
}

/**
 * Logins from where people have them: the files of Docker and Podman, the programs that these files name, and
 * the token of the workflow for the repository's own registry. A login in a file was made on purpose, so it
 * comes first. Each program is asked once for each registry.
 * @throws UsageError when such a file cannot be read as one
 */
export function credentials(how: CredentialOptions): Credentials {
  let files: Promise<readonly Logins[]> | undefined;
  const asked = new Map<string, Promise<Login | undefined>>();
  const ask = (helper: string, server: string) => {
    const key = JSON.stringify([helper, server]);
    const known = asked.get(key) ?? askHelper(helper, server, how);
    asked.set(key, known);
    return known;
  };
  return async (origin, repository) => {
    files ??= Promise.all(loginFiles(how.env).map(readLogins));
    const kept = (await files).map((logins) => logins.find(origin, repository));
    const found = await firstUsable(inTurn(kept), ask);
    const login = isUsable(found) ? found : (ownLogin(origin, repository, how) ?? found);
    for (const value of secretsOf(login)) how.secret?.(value);
    return login;
  };
}

function* inTurn<T>(lists: Iterable<Iterable<T>>): Generator<T> {
  for (const list of lists) yield* list;
}

/** The first that can be used; else why the first of the others cannot. */
async function firstUsable(
  kept: Iterable<Kept>,
  ask: (helper: string, server: string) => Promise<Login | undefined>,
): Promise<Login | undefined> {
  let unusable: Login | undefined;
  for (const each of kept) {
    if (each.kind === 'login') return each.login;
    for (const server of each.servers) {
      const login = await ask(each.helper, server);
      if (isUsable(login)) return login;
      unusable ??= login;
    }
  }
  return unusable;
}

const isUsable = (login: Login | undefined): login is Credential | IdentityToken =>
  login !== undefined && !('missing' in login);

function secretsOf(login: Login | undefined): readonly string[] {
  if (!isUsable(login)) return [];
  if ('identityToken' in login) return [login.identityToken];
  return [login.password, basic(login).slice('Basic '.length)];
}

/** The value of an `Authorization` header. https://www.rfc-editor.org/rfc/rfc7617 */
export const basic = ({ username, password }: Credential): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** Docker's file, then those of Podman, skopeo and Buildah: containers-auth.json(5). */
function loginFiles(env: ReadonlyMap<string, string>): readonly string[] {
  const home = env.get('HOME') ?? homedir();
  const named = env.get('REGISTRY_AUTH_FILE');
  const runtime = env.get('XDG_RUNTIME_DIR');
  return [
    join(env.get('DOCKER_CONFIG') ?? join(home, '.docker'), 'config.json'),
    ...(named === undefined ? [] : [named]),
    ...(runtime === undefined ? [] : [join(runtime, 'containers/auth.json')]),
    join(env.get('XDG_CONFIG_HOME') ?? join(home, '.config'), 'containers/auth.json'),
  ];
}

/** The token is for packages of its own owner; in a terminal nobody says who that is, and the person gave it. */
function ownLogin(
  { host }: URL,
  repository: string,
  { env, githubToken }: CredentialOptions,
): Credential | undefined {
  if (githubToken === undefined || host !== ownRegistry(env)) return undefined;
  const owner = env.get('GITHUB_REPOSITORY')?.split('/')[0]?.toLowerCase();
  if (owner !== undefined && repository.split('/')[0] !== owner) return undefined;
  return { username: env.get('GITHUB_ACTOR') ?? 'token', password: githubToken };
}

/** https://docs.github.com/en/packages/working-with-a-github-packages-registry/working-with-the-container-registry */
function ownRegistry(env: ReadonlyMap<string, string>): string {
  const host = URL.parse(env.get('GITHUB_SERVER_URL') ?? 'https://github.com')?.host;
  return host === 'github.com' || host === undefined ? 'ghcr.io' : `containers.${host}`;
}
