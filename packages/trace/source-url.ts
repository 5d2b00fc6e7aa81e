/**
 * What two ways to write the URL of one git repository have in common: `git@github.com:acme/shop.git`,
 * `ssh://git@github.com/acme/shop` and `https://github.com/acme/shop#main` are `github.com/acme/shop`. For comparing alone.
 */
export function sourceKey(text: string): string {
  const plain = text.trim().replace(/^git\+/, '');
  const [, host, path] = /^(?:[^@/\s]+@)?([^@/:\s]+):(?!\/\/)([^\s]+)$/.exec(plain) ?? [];
  const url = URL.parse(host === undefined ? plain : `ssh://${host}/${path ?? ''}`);
  if (url === null || url.host === '') return plain;
  const folder = url.pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  return `${url.host}${folder}`.toLowerCase();
}

/** Signs that a URL may hold and that a shell would obey, in a script into which a workflow puts it. */
const shellSigns = /[!$&'()*;<>`|"]/g;

/** A URL that a browser may be sent to, without logins and inert in scripts; undefined for anything else. */
export function webUrl(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  url.username = '';
  url.password = '';
  return url.href.replace(
    shellSigns,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
