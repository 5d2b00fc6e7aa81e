import { setTimeout as sleep } from 'node:timers/promises';

import type { Credentials } from './credentials.ts';
import { Denied, NotThere, Unreachable } from './errors.ts';
import { complaintOf, discard, type Answer, type Complaint } from './registry-answer.ts';
import { Authority } from './registry-auth.ts';
import type { Host } from './registry-host.ts';
import { OwnMounts } from './registry-own.ts';
import { retry } from './registry-retry.ts';
import { Sender, type SenderOptions, type Outgoing } from './registry-send.ts';

export interface RegistryOptions extends SenderOptions {
  /** Where the API is: `https://registry-1.docker.io`. */
  readonly base: URL;
  /** The path in the registry: `library/debian`. */
  readonly repository: string;
  readonly credentials: Credentials;
  /** Somebody asked that logins go over plain http to this `host:port`, which may be another machine. */
  readonly loginOverHttp?: (host: string) => boolean;
  readonly wait?: (ms: number) => Promise<void>;
  /** Milliseconds of a clock that only goes forward. */
  readonly clock?: () => number;
  /** Told tokens before they are used. */
  readonly secret?: (value: string) => void;
}

export type Access = 'pull' | 'push' | 'delete';

export interface Call extends Outgoing {
  readonly access: Access;
  /** The repository that is read from. */
  readonly mount?: string;
}

/** Requests to one repository of one registry: logged in when that is asked for, tried again. */
export class RegistryClient {
  readonly name: string;
  readonly base: URL;
  readonly repository: string;
  readonly wait: (ms: number) => Promise<void>;
  readonly clock: () => number;
  /** What is learnt of the repository's answers to uploads. */
  readonly own = new OwnMounts();
  readonly #sender: Sender;
  readonly #authority: Authority;

  constructor(how: RegistryOptions) {
    this.name = how.name;
    this.base = new URL(how.base.origin);
    this.repository = how.repository;
    this.wait = how.wait ?? (async (ms) => sleep(ms, undefined, { signal: how.signal }));
    this.clock = how.clock ?? (() => performance.now());
    const sender = new Sender(how);
    this.#sender = sender;
    this.#authority = new Authority({
      ...how,
      base: this.base,
      // Not redirected: there is a login in it.
      send: async (request) =>
        sender.checked(request.method, await sender.send(request, undefined)),
    });
  }

  /** What is known of the registry. */
  get host(): Host {
    return this.#sender.host(this.base);
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
    return retry(this, async () => read(await this.once(call)));
  }

  /** One try of `call`. */
  async once(call: Call): Promise<Answer> {
    // Where an upload goes may be another place, which gets no login.
    const isOurs = call.url.origin === this.base.origin;
    const scopes = this.#scopes(call);
    const sent = isOurs ? await this.#authority.header(scopes) : undefined;
    const answer = await this.#sender.follow(call, sent);
    if (answer.status !== 401 || !isOurs || answer.url.origin !== this.base.origin) {
      return this.#sender.checked(call.method, answer);
    }
    const challenge = answer.headers['www-authenticate'] ?? '';
    const other = await this.#authority.answer(challenge, scopes, sent);
    if (other === undefined) throw await this.refusal(call, answer);
    await discard(answer);
    const second = await this.#sender.follow(call, other);
    if (second.status === 401) throw await this.refusal(call, second);
    return this.#sender.checked(call.method, second);
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
    const isOther = mount !== undefined && mount !== this.repository;
    const more = isOther ? [`repository:${mount}:pull`] : [];
    // Some token services read the first scope alone.
    return [`repository:${this.repository}:${actions}`, ...more];
  }
}
