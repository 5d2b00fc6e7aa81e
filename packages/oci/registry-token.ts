import { basic, type Credential, type IdentityToken } from './credentials.ts';
import { Corrupt, Denied } from './errors.ts';
import { fieldOf, textOf } from './fields.ts';
import { parseJson } from './json.ts';
import { bytesOf, discard, type Answer } from './registry-answer.ts';

/** Where a registry says that its tokens come from. */
export interface TokenService {
  readonly realm: URL;
  readonly service: string | undefined;
}

export interface Token {
  /** For `Authorization`. */
  readonly header: string;
  /** From the moment that it was asked for. */
  readonly lifetimeMs: number;
  /** What stands for the login from now on. */
  readonly identityToken: string | undefined;
}

export interface TokenRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface TokenWish {
  /** Of the repository, for the sentence of an error. */
  readonly name: string;
  readonly scopes: readonly string[];
  /** Without one, the token is that of somebody unknown. */
  readonly login: Credential | IdentityToken | undefined;
  readonly send: (request: TokenRequest) => Promise<Answer>;
  /** What a person can do when the answer is no. */
  readonly remedy: () => Promise<string>;
}

const maxTokenBytes = 256 * 1024;
/** Less is never meant, says the specification, and a 401 says it if it is. */
const shortestMs = 60_000;
const longestMs = 24 * 3_600_000;
/** A token is not used up to its last second. */
const marginMs = 5_000;

/**
 * Gets a token. One who has an identity token posts it, and where that is not known it stands for a password.
 * https://distribution.github.io/distribution/spec/auth/token/
 * https://distribution.github.io/distribution/spec/auth/oauth/
 * @throws Denied when the service says no; Corrupt when it sends no token
 */
export async function fetchToken(service: TokenService, wish: TokenWish): Promise<Token> {
  const { login } = wish;
  if (login === undefined) return taken(await wish.send(asked(service, wish, {})), wish);
  if (!('identityToken' in login)) {
    return taken(await wish.send(asked(service, wish, { authorization: basic(login) })), wish);
  }
  const answer = await wish.send(posted(service, wish, login));
  if (answer.status !== 404 && answer.status !== 405) return taken(answer, wish);
  await discard(answer);
  const password = { username: '<token>', password: login.identityToken };
  return taken(await wish.send(asked(service, wish, { authorization: basic(password) })), wish);
}

function asked(
  { realm, service }: TokenService,
  { scopes }: TokenWish,
  headers: TokenRequest['headers'],
): TokenRequest {
  const url = new URL(realm);
  if (service !== undefined) url.searchParams.set('service', service);
  for (const scope of scopes) url.searchParams.append('scope', scope);
  return { method: 'GET', url, headers };
}

function posted(
  { realm, service }: TokenService,
  { scopes }: TokenWish,
  { identityToken }: IdentityToken,
): TokenRequest {
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: 'ecluse',
    ...(service === undefined ? {} : { service }),
    scope: scopes.join(' '),
    refresh_token: identityToken,
  });
  return {
    method: 'POST',
    url: realm,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(form.toString()),
  };
}

async function taken(answer: Answer, { name, remedy }: TokenWish): Promise<Token> {
  const { origin } = answer.url;
  const what = `the token from ${origin}`;
  const bytes = await bytesOf(answer, what, maxTokenBytes);
  if (answer.status !== 200) {
    throw new Denied(
      `using ${name}`,
      `${origin} answered ${answer.status} when asked for a token; ${await remedy()}`,
    );
  }
  const json = parseJson(bytes, what, { maxBytes: maxTokenBytes });
  const token = textOf(fieldOf(json, 'token')) ?? textOf(fieldOf(json, 'access_token'));
  // It becomes a header.
  if (token === undefined || !/^[\x21-\x7e]+$/.test(token)) {
    throw new Corrupt(what, 'it holds no token');
  }
  const refreshed = textOf(fieldOf(json, 'refresh_token'));
  return {
    header: `Bearer ${token}`,
    lifetimeMs: lifetimeOf(json, answer.headers.date),
    identityToken: refreshed === '' ? undefined : refreshed,
  };
}

/**
 * What is left of it. Its age is counted by the server's own clock: ours may go otherwise. One that is older than it
 * can be has a date that says nothing.
 */
function lifetimeOf(json: unknown, date: string | undefined): number {
  const seconds = fieldOf(json, 'expires_in');
  const given = typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : shortestMs;
  const whole = Math.min(Math.max(given, shortestMs), longestMs);
  const age = Date.parse(date ?? '') - Date.parse(textOf(fieldOf(json, 'issued_at')) ?? '');
  return whole - (age > 0 && age < whole ? age : 0) - marginMs;
}
