import { isLoopback, quote, UsageError } from '#io';

/** What a store is. */
export type StorePlace =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'registry'; readonly base: URL };

// https://github.com/containers/image/blob/main/docs/containers-transports.5.md, and regctl's "ocidir".
const transport =
  /^(?:containers-storage|dir|docker|docker-archive|docker-daemon|oci|oci-archive|ocidir|ostree|sif|tarball):/;
const hostAndPort = /^(?:[^/\\@]*@)?(([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]):\d{1,5}(?:\/.*)?)$/s;
const registryForms = 'http://HOST:PORT or https://HOST';

/**
 * Reads what was given as a store: the http or https URL of a registry, or a folder. What means something else to
 * other tools is no folder, unless it is written with `./` or from the root on.
 * @throws UsageError that names the text, without a password, and the `input` that it came by
 */
export function parseStore(text: string, input: string): StorePlace {
  const refuse = (why: string): never => {
    const shown = quote(text.replace(/^((?:[^/]*:\/\/)?)[^/\\]*@/, '$1…@'));
    throw new UsageError(`the store ${shown} ${why}`, { input });
  };
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1];
  if (scheme !== undefined) {
    if (!/^https?$/i.test(scheme)) {
      refuse(`is neither a folder nor a registry: write a folder, ${registryForms}`);
    }
    const base = URL.parse(text);
    if (base !== null && base.username + base.password + base.search + base.hash === '') {
      return { kind: 'registry', base };
    }
    return refuse(
      `is not the URL of a registry: write ${registryForms}, without user, query or fragment`,
    );
  }
  const [start] = transport.exec(text) ?? [];
  if (start !== undefined) {
    refuse(`starts with ${quote(start)} as an image does: write a folder, ${registryForms}`);
  }
  const [, place, host = ''] = hostAndPort.exec(text) ?? [];
  if (place !== undefined) {
    const protocol = isLoopback(host) ? 'http' : 'https';
    refuse(`may be a registry or a folder: write ${protocol}://${place} or ./${place}`);
  }
  return { kind: 'folder', path: text };
}
