import { isLoopback, quote } from '#io';

import { parseChallenges } from './challenge.ts';
import { basic, type Credential, type Credentials, type NoCredential } from './credentials.ts';
import { Corrupt, Denied } from './errors.ts';
import { parseJson } from './json.ts';
import { bytesOf, fieldOf, textOf, type Answer } from './registry-answer.ts';

type Login = Credential | NoCredential | undefined;
interface TokenService {
  readonly realm: URL;
  readonly service: string | undefined;
}

export interface AuthorityOptions {
  readonly base: URL;
  /** As people write it. */
  readonly name: string;
  /** Its path in the registry. */
  readonly repository: string;
  readonly credentials: Credentials;
  /** One GET, tried again where that may help; every answer but those is returned. */
  readonly get: (url: URL, headers: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly secret?: (value: string) => void;
}

const maxTokenBytes = 256 * 1024;

/** Who we are to one registry. It asks for no login until the registry does. */
export class Authority {
  readonly #how: AuthorityOptions;
  readonly #tokens = new Map<string, Promise<string>>();
  #login: Promise<Login> | undefined;
  #service: TokenService | undefined;
  #basic: string | undefined;

  constructor(how: AuthorityOptions) {
    this.#how = how;
  }

  /** The `Authorization` to send at once, as far as the registry has said what it wants. */
  async header(scopes: readonly string[]): Promise<string | undefined> {
    return this.#service === undefined ? this.#basic : this.#token(this.#service, scopes, scopes);
  }

  /**
   * After a 401: what to send instead of `sent`; undefined when there is nothing else to try.
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
      if ((await this.#tokens.get(key)?.catch(() => undefined)) === sent) this.#tokens.delete(key);
      const more = (bearer.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
      return this.#token(this.#service, scopes, [...new Set([...scopes, ...more])]);
    }
    const login = challenges.some(({ scheme }) => scheme === 'basic')
      ? await this.login()
      : undefined;
    if (login === undefined || 'missing' in login) return undefined;
    this.#basic = basic(login);
    return this.#basic === sent ? undefined : this.#basic;
  }

  /** Asked once, and only over a connection that nobody reads. */
  login(): Promise<Login> {
    const { base, credentials, repository } = this.#how;
    this.#login ??= isPrivate(base)
      ? credentials(base, repository)
      : Promise.resolve({ missing: 'a login is sent over https alone, and to loopback' });
    return this.#login;
  }

  #realm(text: string | undefined): URL {
    const realm = URL.parse(text ?? '');
    const { base, name } = this.#how;
    if (realm !== null && isPrivate(realm) && (realm.protocol === 'https:' || isPrivate(base))) {
      return realm;
    }
    throw new Denied(
      `using ${name}`,
      `the registry wants a token from ${quote(text ?? '')}, and tokens are asked for over https alone`,
    );
  }

  #token(
    service: TokenService,
    scopes: readonly string[],
    wanted: readonly string[],
  ): Promise<string> {
    const key = scopes.join(' ');
    const known = this.#tokens.get(key);
    if (known !== undefined) return known;
    const token = this.#ask(service, wanted);
    this.#tokens.set(key, token);
    token.catch(() => this.#tokens.delete(key));
    return token;
  }

  /** https://distribution.github.io/distribution/spec/auth/token/ */
  async #ask({ realm, service }: TokenService, scopes: readonly string[]): Promise<string> {
    const { get, name, secret } = this.#how;
    const url = new URL(realm);
    if (service !== undefined) url.searchParams.set('service', service);
    for (const scope of scopes) url.searchParams.append('scope', scope);
    const login = await this.login();
    const known = login !== undefined && !('missing' in login);
    const answer = await get(url, known ? { authorization: basic(login) } : {});
    const what = `the token from ${url.origin}`;
    const bytes = await bytesOf(answer, what, maxTokenBytes);
    if (answer.status !== 200) {
      throw new Denied(
        `using ${name}`,
        `${url.origin} answered ${answer.status} when asked for a token; ${await this.remedy(scopes.some((scope) => scope.includes('push')) ? 'write' : 'read')}`,
      );
    }
    const json = parseJson(bytes, what, { maxBytes: maxTokenBytes });
    const token = textOf(fieldOf(json, 'token')) ?? textOf(fieldOf(json, 'access_token'));
    // It becomes a header.
    if (token === undefined || !/^[\x21-\x7e]+$/.test(token)) {
      throw new Corrupt(what, 'it holds no token');
    }
    secret?.(token);
    return `Bearer ${token}`;
  }

  /** What a person can do about a refusal. */
  async remedy(access: 'read' | 'write'): Promise<string> {
    const { base } = this.#how;
    const host = base.host === 'registry-1.docker.io' ? 'docker.io' : base.host;
    const needs = host === 'ghcr.io' ? ` with the permission packages: ${access}` : '';
    const token = host === 'ghcr.io' ? `, or give a github-token${needs}` : '';
    const login = await this.login();
    if (login === undefined) return `log in with "docker login ${host}"${token}`;
    return 'missing' in login
      ? login.missing
      : `the login of ${quote(login.username)} for ${host} is not enough or no longer good${needs && `; it must be one${needs}`}`;
  }
}

const isPrivate = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
