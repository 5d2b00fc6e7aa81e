const longest = 2048;

/** `git@github.com:acme/shop.git`; one letter before the colon is a drive of Windows. */
const scp = /^(?:[^@/\s]+@)?([A-Za-z0-9][A-Za-z0-9.-]+):(?!\/\/)(.+)$/;

/** How git may be told to reach what a browser reaches too. */
const schemes: Readonly<Record<string, string>> = {
  'http:': 'http:',
  'https:': 'https:',
  'ssh:': 'https:',
  'git:': 'https:',
  'git+ssh:': 'https:',
};

/**
 * The URL at which people find a repository, from the one by which git does: without logins, ports of other protocols
 * and `.git`, so that all clones of a repository say the same.
 * @returns undefined for a path of this machine, and for what is no URL
 */
export function webUrl(remote: string): string | undefined {
  if (remote.length > longest || /[\p{Cc}\s\\]/u.test(remote)) return undefined;
  const [, host, path] = remote.includes('://') ? [] : (scp.exec(remote) ?? []);
  const url = URL.parse(host === undefined ? remote : `ssh://${host}/${path ?? ''}`);
  const scheme = schemes[url?.protocol ?? ''];
  if (url === null || scheme === undefined || url.hostname === '') return undefined;
  const place = scheme === url.protocol ? url.host : url.hostname;
  const inside = url.pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  return inside.length < 2 ? undefined : `${scheme}//${place}${inside}`;
}

/** Of the repository that a workflow runs for; undefined: none runs. */
export function sourceOfRun(env: ReadonlyMap<string, string>): string | undefined {
  const server = env.get('GITHUB_SERVER_URL') ?? '';
  const repository = env.get('GITHUB_REPOSITORY') ?? '';
  return server === '' || repository === '' ? undefined : webUrl(`${server}/${repository}`);
}
