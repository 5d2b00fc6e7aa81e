import { setTimeout as sleep } from 'node:timers/promises';
import type { Readable } from 'node:stream';

import { quote, type Log, type Transport } from '#io';

import type { Credentials } from './credentials.ts';
import { Denied, NotThere, Unreachable } from './errors.ts';
import { complaintOf, discard, isPassing, type Answer, type Complaint } from './registry-answer.ts';
import { Authority } from './registry-auth.ts';
import { passing, retry } from './registry-retry.ts';
import { comparesTags } from './server-reply.ts';

export interface RegistryOptions {
  /** Where the API is: `https://registry-1.docker.io`. */
  readonly base: URL;
  /** The path in the registry: `library/debian`. */
  readonly repository: string;
  /** As people write it: `docker.io/library/debian`. */
  readonly name: string;
  readonly transport: Transport;
  readonly credentials: Credentials;
  readonly signal: AbortSignal;
  readonly log?: Pick<Log, 'debug' | 'warn'>;
  readonly wait?: (ms: number) => Promise<void>;
  /** Told tokens before they are used. */
  readonly secret?: (value: string) => void;
}

export type Access = 'pull' | 'push' | 'delete';

export interface Call {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly access: Access;
  /** Another repository that is read from. */
  readonly mount?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | (() => Readable);
  readonly lengthBytes?: number;
  readonly signal?: AbortSignal | undefined;
}

const mostRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/** Requests to one repository of one registry: logged in when that is asked for, redirected, tried again. */
export class RegistryClient {
  readonly name: string;
  readonly base: URL;
  readonly repository: string;
  readonly signal: AbortSignal;
  readonly wait: (ms: number) => Promise<void>;
  readonly #transport: Transport;
  readonly #log: RegistryOptions['log'];
  readonly #authority: Authority;
  readonly #warned = new Set<string>();
  #comparesTags = false;

  constructor(how: RegistryOptions) {
    this.name = how.name;
    this.base = new URL(how.base.origin);
    this.repository = how.repository;
    this.signal = how.signal;
    this.wait = how.wait ?? (async (ms) => sleep(ms, undefined, { signal: how.signal }));
    this.#transport = how.transport;
    this.#log = how.log;
    this.#authority = new Authority({
      ...how,
      base: this.base,
      get: async (url, headers) => this.#tokenAnswer(url, headers),
    });
  }

  /** Does the registry compare and write a name in one step? Known once it has answered. */
  get comparesTags(): boolean {
    return this.#comparesTags;
  }

  /** A place of the API below this repository. */
  url(path: string, query: Readonly<Record<string, string>> = {}): URL {
    const url = new URL(`/v2/${this.repository}/${path}`, this.base);
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    return url;
  }

  /**
   * Sends, and lets `read` take the answer; both are tried again together when that may help. `read` gets
   * every answer but those that may pass and 401, and reads or destroys the body.
   * @throws Unreachable, Denied, and what `read` throws
   */
  async call<T>(call: Call, read: (answer: Answer) => Promise<T>): Promise<T> {
    return retry(this.name, this.wait, async () => read(await this.once(call)));
  }

  /** One try of `call`. */
  async once(call: Call): Promise<Answer> {
    const scopes = this.#scopes(call);
    const sent = await this.#authority.header(scopes);
    const answer = await this.#follow(call, sent);
    if (answer.status !== 401 || answer.url.origin !== this.base.origin) {
      return this.#checked(call, answer);
    }
    const challenge = answer.headers['www-authenticate'] ?? '';
    const other = await this.#authority.answer(challenge, scopes, sent);
    if (other === undefined) throw await this.refusal(call, answer);
    await discard(answer);
    const second = await this.#follow(call, other);
    if (second.status === 401) throw await this.refusal(call, second);
    return this.#checked(call, second);
  }

  /** The error for an answer that is none of those that the caller knows; `special` may know better what was said. */
  async refusal(
    call: Call,
    answer: Answer,
    special: (said: Complaint) => Error | undefined = () => undefined,
  ): Promise<Error> {
    const said = await complaintOf(answer);
    return special(said) ?? this.#refused(call, answer, said);
  }

  async #refused(call: Call, { status, url }: Answer, said: Complaint): Promise<Error> {
    const doing = `${call.access === 'pull' ? 'reading' : 'writing'} ${this.name}`;
    const answered = `${url.host} answered ${status}${said.says}`;
    if (url.origin !== this.base.origin) return new Unreachable(this.name, answered);
    if (status === 401 || status === 403) {
      return new Denied(
        doing,
        `${answered}; ${await this.#authority.remedy(call.access === 'pull' ? 'read' : 'write')}`,
      );
    }
    return status === 404
      ? new NotThere('the repository', `${url.host} under ${this.name} (${answered})`)
      : new Denied(doing, answered);
  }

  #scopes({ access, mount }: Call): readonly string[] {
    const actions = access === 'pull' ? 'pull' : `pull,${access}`;
    const more = mount === undefined ? [] : [`repository:${mount}:pull`];
    // Some token services read the first scope alone.
    return [`repository:${this.repository}:${actions}`, ...more];
  }

  async #checked(call: Call, answer: Answer): Promise<Answer> {
    const warning = answer.headers.warning;
    if (warning?.startsWith('299 ') && !this.#warned.has(warning)) {
      this.#warned.add(warning);
      this.#log?.warn(`${this.name} warned: ${quote(warning)}`);
    }
    if (!isPassing(answer)) return answer;
    throw passing(this.name, call.method, answer, await complaintOf(answer));
  }

  /** Follows redirects of reads. What has left the registry's own origin never gets its login again. */
  async #follow(call: Call, authorization: string | undefined): Promise<Answer> {
    let { url } = call;
    let login = authorization;
    for (let left = mostRedirects; ; left -= 1) {
      if (url.origin !== this.base.origin) login = undefined;
      const answer = await this.#send({ ...call, url }, login);
      const { location } = answer.headers;
      const isRead = call.method === 'GET' || call.method === 'HEAD';
      if (!isRead || !redirects.has(answer.status) || location === undefined) return answer;
      await discard(answer);
      if (left === 0) throw new Unreachable(this.name, `it redirected ${mostRedirects} times`);
      url = this.locate(location, url);
    }
  }

  /**
   * The place that a `Location` names.
   * @throws Unreachable when it is none, or leaves https
   */
  locate(location: string, from: URL): URL {
    const url = URL.parse(location, from.href);
    if (url === null) throw new Unreachable(this.name, 'it sent us to a place that is no URL');
    if (url.protocol === 'https:' || (url.protocol === 'http:' && from.protocol === 'http:')) {
      return url;
    }
    const place = url.origin === 'null' ? url.protocol : url.origin;
    throw new Unreachable(this.name, `it sent us to ${quote(place)}, which is not private`);
  }

  async #send(call: Call, authorization: string | undefined): Promise<Answer> {
    const { method, url, headers, body, lengthBytes } = call;
    const { status, ...answer } = await this.#transport.send({
      method,
      url,
      headers: {
        'user-agent': 'ecluse',
        ...headers,
        ...(authorization === undefined ? {} : { authorization }),
      },
      signal: call.signal === undefined ? this.signal : AbortSignal.any([this.signal, call.signal]),
      ...(body === undefined ? {} : { body }),
      ...(lengthBytes === undefined ? {} : { lengthBytes }),
    });
    if (answer.headers[comparesTags] === 'true') this.#comparesTags = true;
    // Not the query: it may be a signature.
    this.#log?.debug(`${method} ${url.origin}${url.pathname} ${status}`);
    return { status, url, ...answer };
  }

  async #tokenAnswer(url: URL, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const call = { method: 'GET', url, access: 'pull', headers } as const;
    return this.#checked(call, await this.#send(call, undefined));
  }
}
