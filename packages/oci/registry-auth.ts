import { isLoopback, quote } from '#io';

import { parseChallenges } from './challenge.ts';
import { basic, type Credentials, type Login } from './credentials.ts';
import { Denied } from './errors.ts';
import type { Answer } from './registry-answer.ts';
import { fetchToken, type Token, type TokenRequest, type TokenService } from './registry-token.ts';

export interface AuthorityOptions {
  readonly base: URL;
  /** As people write it. */
  readonly name: string;
  /** Its path in the registry. */
  readonly repository: string;
  readonly credentials: Credentials;
  /** Somebody asked that logins go over plain http to this `host:port`, which may be another machine. */
  readonly loginOverHttp?: (host: string) => boolean;
  /** One request to a token service, without redirects; every answer that may not pass is returned. */
  readonly send: (request: TokenRequest) => Promise<Answer>;
  readonly secret?: (value: string) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly clock?: () => number;
}

interface Known {
  readonly token: Token;
  readonly untilMs: number;
}

/** Who we are to one registry. It asks for no login until the registry does. */
export class Authority {
  readonly #how: AuthorityOptions;
  readonly #clock: () => number;
  readonly #tokens = new Map<string, Promise<Known>>();
  /** Scopes that the registry wanted beside those that we thought of. */
  readonly #more = new Map<string, ReadonlySet<string>>();
  #login: Promise<Login | undefined> | undefined;
  #service: TokenService | undefined;
  #basic: string | undefined;

  constructor(how: AuthorityOptions) {
    this.#how = how;
    this.#clock = how.clock ?? (() => performance.now());
  }

  /** The `Authorization` to send at once, as far as the registry has said what it wants. */
  async header(scopes: readonly string[]): Promise<string | undefined> {
    return this.#service === undefined ? this.#basic : this.#token(this.#service, scopes);
  }

  /**
   * After a 401 of the registry itself: what to send instead of `sent`; undefined when there is nothing else to try.
   * @throws Denied when the token service says no
   */
  async answer(
    challenge: string,
    scopes: readonly string[],
    sent: string | undefined,
  ): Promise<string | undefined> {
    const challenges = parseChallenges(challenge);
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer')?.parameters;
    if (bearer !== undefined) {
      this.#service = { realm: this.#realm(bearer.get('realm')), service: bearer.get('service') };
      const key = scopes.join(' ');
      const more = (bearer.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
      this.#more.set(key, new Set([...(this.#more.get(key) ?? []), ...more]));
      const known = await this.#tokens.get(key)?.catch(() => undefined);
      if (known?.token.header === sent) this.#tokens.delete(key);
      return this.#token(this.#service, scopes);
    }
    const login = challenges.some(({ scheme }) => scheme === 'basic')
      ? await this.login()
      : undefined;
    if (login === undefined || !('password' in login)) return undefined;
    this.#basic = basic(login);
    return this.#basic === sent ? undefined : this.#basic;
  }

  /** Asked once, and only over a connection that nobody reads. */
  login(): Promise<Login | undefined> {
    const { base, credentials, repository } = this.#how;
    this.#login ??= this.#mayKnow(base)
      ? credentials(base, repository)
      : Promise.resolve({
          missing: `a login is sent over https alone, and to loopback: name ${base.host} in plain-http to send it`,
        });
    return this.#login;
  }

  #mayKnow({ protocol, hostname, host }: URL): boolean {
    if (protocol === 'https:') return true;
    const isAsked = this.#how.loginOverHttp?.(host) === true;
    return protocol === 'http:' && (isLoopback(hostname) || isAsked);
  }

  /**
   * Docker and containerd send the login to every realm that a registry names, on any host and over http too.
   * Another host is needed (Docker Hub's is auth.docker.io) and may be named by the registry itself alone, never
   * by a place that it redirects to; plain http is for those whose registry is reached like that.
   */
  #realm(text: string | undefined): URL {
    const realm = URL.parse(text ?? '');
    const { base, name } = this.#how;
    const isAsPrivate =
      realm !== null &&
      (realm.protocol === 'https:' ||
        (this.#mayKnow(realm) && base.protocol === 'http:' && this.#mayKnow(base)));
    if (isAsPrivate) return realm;
    throw new Denied(
      `using ${name}`,
      `the registry wants a token from ${quote(text ?? '')}, and tokens are asked for over https alone`,
    );
  }

  async #token(service: TokenService, scopes: readonly string[]): Promise<string> {
    const key = scopes.join(' ');
    const known = this.#tokens.get(key);
    if (known === undefined) {
      const asked = this.#ask(service, scopes, [...(this.#more.get(key) ?? [])]);
      this.#tokens.set(key, asked);
      asked.catch(() => this.#tokens.delete(key));
      return (await asked).token.header;
    }
    const { token, untilMs } = await known;
    if (this.#clock() < untilMs) return token.header;
    if (this.#tokens.get(key) === known) this.#tokens.delete(key);
    return this.#token(service, scopes);
  }

  async #ask(
    service: TokenService,
    scopes: readonly string[],
    more: readonly string[],
  ): Promise<Known> {
    const { name, send, secret } = this.#how;
    const login = await this.login();
    const askedMs = this.#clock();
    // Those that we thought of first: some services read one scope alone.
    const all = [...scopes, ...more.filter((scope) => !scopes.some((ours) => covers(ours, scope)))];
    const access = all.some((scope) => scope.includes('push')) ? 'write' : 'read';
    const token = await fetchToken(service, {
      name,
      scopes: all,
      login: login !== undefined && 'missing' in login ? undefined : login,
      send,
      remedy: async () => this.remedy(access),
    });
    secret?.(token.header.slice('Bearer '.length));
    if (token.identityToken !== undefined && login !== undefined && 'identityToken' in login) {
      secret?.(token.identityToken);
      this.#login = Promise.resolve({ identityToken: token.identityToken });
    }
    return { token, untilMs: askedMs + token.lifetimeMs };
  }

  /** What a person can do about a refusal. */
  async remedy(access: 'read' | 'write'): Promise<string> {
    const { base } = this.#how;
    const host = base.host === 'registry-1.docker.io' ? 'docker.io' : base.host;
    const needs = host === 'ghcr.io' ? ` with the permission packages: ${access}` : '';
    const token = host === 'ghcr.io' ? `, or give a github-token${needs}` : '';
    const login = await this.login();
    if (login === undefined) return `log in with "docker login ${host}"${token}`;
    if ('missing' in login) return login.missing;
    const whose = 'username' in login ? quote(login.username) : 'an identity token';
    return `the login of ${whose} for ${host} is not enough or no longer good${needs && `; it must be one${needs}`}`;
  }
}

/** `repository:a/b:pull,push` covers `repository:a/b:push`. */
function covers(scope: string, other: string): boolean {
  const [place, actions] = parted(scope);
  const [otherPlace, wanted] = parted(other);
  return place === otherPlace && wanted.every((action) => actions.includes(action));
}

const parted = (scope: string): readonly [string, readonly string[]] => {
  const colon = scope.lastIndexOf(':');
  return [scope.slice(0, colon), scope.slice(colon + 1).split(',')];
};
