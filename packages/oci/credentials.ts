import { homedir } from 'node:os';
import { join } from 'node:path';

import { readLogins, type Logins } from './credentials-file.ts';

/** A user and a password, or a token in its place. */
export interface Credential {
  readonly username: string;
  readonly password: string;
}
/** There is a login, but not one that can be used; `missing` says why, for the end of a sentence. */
export interface NoCredential {
  readonly missing: string;
}
/** Asked once per registry, when it wants a login. `repository` is the path in the registry. */
export type Credentials = (
  origin: URL,
  repository: string,
) => Promise<Credential | NoCredential | undefined>;

export interface CredentialOptions {
  readonly env: ReadonlyMap<string, string>;
  readonly githubToken?: string | undefined;
  /** Told each secret before it is used. */
  readonly secret?: (value: string) => void;
}

/**
 * Logins from where people have them: the files of Docker and Podman, and the token of the workflow for
 * the repository's own registry. A login in a file was made on purpose, so it comes first.
 * @throws UsageError when such a file cannot be read as one
 */
export function credentials(how: CredentialOptions): Credentials {
  let files: Promise<readonly Logins[]> | undefined;
  return async (origin, repository) => {
    files ??= Promise.all(loginFiles(how.env).map(readLogins));
    const found = (await files).map((logins) => logins.find(origin, repository));
    const usable =
      found.find((login) => login !== undefined && !('missing' in login)) ??
      ownLogin(origin, repository, how) ??
      found.find((login) => login !== undefined);
    if (usable !== undefined && !('missing' in usable)) {
      how.secret?.(usable.password);
      how.secret?.(basic(usable).slice('Basic '.length));
    }
    return usable;
  };
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
