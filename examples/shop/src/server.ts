import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';

import { find, products } from './products.ts';
import { page } from './page.ts';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const style = readFileSync(new URL('../public/style.css', import.meta.url), 'utf8');

const json = (status: number, value: unknown): Answer => ({
  status,
  type: 'application/json',
  body: `${JSON.stringify(value)}\n`,
});

/** What the shop answers to a GET of a path. */
export function answer(path: string): Answer {
  if (path === '/') return { status: 200, type: 'text/html; charset=utf-8', body: page(products) };
  if (path === '/style.css') return { status: 200, type: 'text/css', body: style };
  if (path === '/healthz') return json(200, { status: 'ok' });
  if (path === '/api/products') return json(200, products);
  const [, id] = /^\/api\/products\/([^/]+)$/.exec(path) ?? [];
  const product = id === undefined ? undefined : find(id);
  return product === undefined ? json(404, { error: 'not found' }) : json(200, product);
}

/** The shop, not yet listening. */
export const shop = (): Server =>
  createServer((request, response) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const path = (request.url ?? '/').replace(/\?.*$/s, '');
    const { status, type, body } = reads ? answer(path) : json(405, { error: 'only GET' });
    response.writeHead(status, {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'content-security-policy': "default-src 'none'; style-src 'self'",
      'x-content-type-options': 'nosniff',
      ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
