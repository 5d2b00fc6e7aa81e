import { createHash, timingSafeEqual } from 'node:crypto';

import type { Handler, ServerRequest } from '#io';

import { refused } from './server-reply.ts';

export interface Guard {
  readonly token: string;
  /** Reading needs no token. */
  readonly anonymousRead: boolean;
}

/**
 * Lets in who knows the token: as the password of any user, as `docker login` sends it, or as a bearer token. The
 * base of the API asks for it also where reading is free, since clients learn there how to log in.
 * https://www.rfc-editor.org/rfc/rfc7617
 */
export function guarded(handler: Handler, { token, anonymousRead }: Guard): Handler {
  return async (request) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const isBase = /^\/v2\/?$/.test(request.url.pathname);
    const given = tokenIn(request.headers);
    const may = given === undefined ? anonymousRead && isRead && !isBase : isEqual(given, token);
    return may ? handler(request) : unauthorized();
  };
}

function unauthorized() {
  const { headers, ...answer } = refused(401, 'UNAUTHORIZED', 'log in: the token is the password');
  return { ...answer, headers: { ...headers, 'www-authenticate': 'Basic realm="ecluse"' } };
}

function tokenIn({ authorization }: ServerRequest['headers']): string | undefined {
  const [, scheme = '', value = ''] = /^(\S+) +(\S+)$/.exec(authorization ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return value;
  // Something was given, and it is none of the two: never the token, since that is no part of a header alone.
  if (scheme.toLowerCase() !== 'basic') return authorization === undefined ? undefined : '';
  const pair = Buffer.from(value, 'base64').toString();
  // So tools send that nobody logged in: Buildah, skopeo.
  return pair === ':' ? undefined : pair.slice(pair.indexOf(':') + 1);
}

/** In the same time, wherever they differ. */
const isEqual = (a: string, b: string): boolean => timingSafeEqual(hashOf(a), hashOf(b));

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
