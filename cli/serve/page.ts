import type { Page } from '#report';

import type { ServeDocument } from './document.ts';

/** The first line is the URL and nothing else: scripts read it. */
export function page({ url, repository, token, writable }: ServeDocument): Page {
  const { host } = new URL(url);
  const example = repository === null ? 'ghcr.io/acme/shop:1.0' : `${repository}:1.0`;
  const login = token ? ` Log in with docker login ${host}: any user, the token as password.` : '';
  const text = `Images are ${host}/${example}${writable ? '' : ', to be read alone'}.${login}`;
  return { title: url, blocks: [{ kind: 'paragraph', text }] };
}
