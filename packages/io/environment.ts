/** What a child process may know of our environment; never tokens, never inputs. */
const names = new Set([
  'PATH',
  'HOME',
  'LANG',
  'TZ',
  'TMPDIR',
  'XDG_RUNTIME_DIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'ALL_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'all_proxy',
]);
const prefixes = ['LC_', 'SSL_CERT_'];

/** The part of an environment that every child process gets. */
export const passedOn = (env: ReadonlyMap<string, string>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...env].filter(
      ([name]) => names.has(name) || prefixes.some((prefix) => name.startsWith(prefix)),
    ),
  );

/** The environment of this process as plain data. */
export const environment = (env: NodeJS.ProcessEnv): ReadonlyMap<string, string> =>
  new Map(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
