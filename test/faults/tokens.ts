import { randomUUID } from 'node:crypto';

import type { Handler, ServerRequest, ServerResponse } from '#io';

import { bytesOfAnswer } from './harm.ts';
import { refusal } from './refusal.ts';

export interface TokenSettings {
  /** Passwords by user; who logs in may do everything. */
  readonly users: Readonly<Record<string, string>>;
  /** Who does not log in may read. */
  readonly anonymousPull?: boolean;
  readonly expiresS?: number;
  /** Changes what a token is good for. */
  readonly grant?: (scope: string) => string | undefined;
  readonly now?: () => number;
}

interface Token {
  readonly scopes: readonly string[];
  readonly until: number;
}

/**
 * A registry with a token service beside it, at `/token`: requests without a token that is good for them are 401
 * and say where to get one. https://distribution.github.io/distribution/spec/auth/token/
 */
export function withTokens(handler: Handler, settings: TokenSettings): Handler {
  const { now = Date.now } = settings;
  const tokens = new Map<string, Token>();
  return async (request) => {
    if (request.url.pathname === '/token') return give(request, settings, tokens);
    const [, bearer = ''] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const token = tokens.get(bearer);
    const wanted = scopesOf(request);
    const isGood = token !== undefined && token.until > now();
    if (isGood && wanted.every((scope) => isCovered(scope, token.scopes))) return handler(request);
    const error = isGood ? ',error="insufficient_scope"' : bearer && ',error="invalid_token"';
    const realm = `${request.url.protocol}//${request.headers.host ?? ''}/token`;
    const scope = wanted.length === 0 ? '' : `,scope="${wanted.join(' ')}"`;
    const { headers, ...answer } = refusal(401, 'UNAUTHORIZED', 'authentication required');
    const challenge = `Bearer realm="${realm}",service="registry.test"${scope}${error}`;
    return { ...answer, headers: { ...headers, 'www-authenticate': challenge } };
  };
}

function scopesOf({ method, url }: ServerRequest): readonly string[] {
  const [, name] = /^\/v2\/(.+)\/(?:manifests|blobs|tags|referrers)\//.exec(url.pathname) ?? [];
  if (name === undefined) return [];
  const actions = method === 'GET' || method === 'HEAD' ? 'pull' : 'pull,push';
  const from = url.searchParams.get('from');
  return [
    `repository:${name}:${method === 'DELETE' ? 'delete' : actions}`,
    ...(from === null ? [] : [`repository:${from}:pull`]),
  ];
}

function isCovered(wanted: string, given: readonly string[]): boolean {
  const [place, actions] = parted(wanted);
  return actions.every((action) =>
    given.some((scope) => parted(scope)[0] === place && parted(scope)[1].includes(action)),
  );
}

function parted(scope: string): readonly [place: string, actions: readonly string[]] {
  const at = scope.lastIndexOf(':');
  return [scope.slice(0, at), scope.slice(at + 1).split(',')];
}

async function give(
  request: ServerRequest,
  {
    users,
    anonymousPull = false,
    expiresS = 300,
    grant = (scope) => scope,
    now = Date.now,
  }: TokenSettings,
  tokens: Map<string, Token>,
): Promise<ServerResponse> {
  const form =
    request.method === 'POST'
      ? new URLSearchParams(
          (await bytesOfAnswer({ status: 200, headers: {}, body: request.body })).toString(),
        )
      : request.url.searchParams;
  const login = loginIn(request, form);
  const isKnown = login !== undefined && users[login.user] === login.password;
  if (login !== undefined && !isKnown) return refusal(401, 'UNAUTHORIZED', 'wrong password');
  const asked = form.getAll('scope').flatMap((scope) => scope.split(' '));
  const may = asked.flatMap((scope) => {
    const [place, actions] = parted(scope);
    const left = isKnown ? actions : actions.filter((action) => anonymousPull && action === 'pull');
    return left.length === 0 ? [] : (grant(`${place}:${left.join(',')}`) ?? []);
  });
  const token = randomUUID();
  tokens.set(token, { scopes: may, until: now() + expiresS * 1000 });
  const issued = new Date(now()).toISOString();
  const name = request.method === 'POST' ? 'access_token' : 'token';
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ [name]: token, expires_in: expiresS, issued_at: issued })),
  };
}

/** Basic, or a refresh token of the form `user:password`. */
function loginIn(request: ServerRequest, form: URLSearchParams) {
  const [, basic] = /^Basic (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const text =
    basic === undefined ? form.get('refresh_token') : Buffer.from(basic, 'base64').toString();
  if (text === null) return undefined;
  const at = text.indexOf(':');
  return { user: text.slice(0, at), password: text.slice(at + 1) };
}
