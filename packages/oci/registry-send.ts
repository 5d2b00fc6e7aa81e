import type { Readable } from 'node:stream';

import { quote, type Log, type Transport } from '#io';

import { Unreachable } from './errors.ts';
import { complaintOf, discard, isPassing, type Answer } from './registry-answer.ts';
import { hostAt, type Host } from './registry-host.ts';
import { passing } from './registry-retry.ts';

/** A request that can be sent again: its body is bytes, or opened anew. */
export interface Outgoing {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | (() => Readable);
  readonly lengthBytes?: number;
  readonly signal?: AbortSignal | undefined;
  /** It is sent also when the work as a whole was ended: `signal` alone ends it. */
  readonly isParting?: boolean;
  /** It is sent before those that wait for their turn: somebody may write in between. */
  readonly isUrgent?: boolean;
}

export interface SenderOptions {
  /** As people write the repository. */
  readonly name: string;
  readonly transport: Transport;
  readonly signal: AbortSignal;
  readonly log?: Pick<Log, 'debug' | 'warn'>;
  /** How long a document may take. */
  readonly documentMs?: number;
}

const mostRedirects = 5;
/** Of a 303 and, as it is done, of a 301 or 302, the method would be another one. */
const kept = new Set([307, 308]);
const redirects = new Set([301, 302, 303, ...kept]);
const defaultMs = 120_000;

/** Sends requests, each registry no more at a time than it can take, and says what it warns of. */
export class Sender {
  readonly #how: SenderOptions;

  constructor(how: SenderOptions) {
    this.#how = how;
  }

  host(url: URL): Host {
    return hostAt(this.#how.transport, url.origin);
  }

  /**
   * Sends, and follows redirects. The login is for the place that the request names first; what has left it
   * never gets the login again.
   * @throws Unreachable when they do not end, or leave what is private
   */
  async follow(request: Outgoing, authorization: string | undefined): Promise<Answer> {
    const { method } = request;
    const isRead = method === 'GET' || method === 'HEAD';
    let { url } = request;
    let login = authorization;
    for (let left = mostRedirects; ; left -= 1) {
      if (url.origin !== request.url.origin) login = undefined;
      const answer = await this.send({ ...request, url }, login);
      const { location } = answer.headers;
      if (location === undefined || !(isRead ? redirects : kept).has(answer.status)) return answer;
      await discard(answer);
      if (left === 0) {
        throw new Unreachable(this.#how.name, `it redirected ${mostRedirects} times`);
      }
      url = locate(this.#how.name, location, url);
    }
  }

  /** One exchange. Its turn is over when the answer is there, whose body may be long. */
  async send(request: Outgoing, authorization: string | undefined): Promise<Answer> {
    const { method, url, headers, body, lengthBytes } = request;
    const { transport, log, documentMs: withinMs = defaultMs } = this.#how;
    const isRead = method === 'GET' || method === 'HEAD';
    const leave =
      request.isParting === true
        ? () => undefined
        : await this.host(url).enter(isRead ? 'read' : 'write', request.isUrgent);
    try {
      const { status, ...answer } = await transport.send({
        method,
        url,
        headers: {
          'user-agent': 'ecluse',
          ...headers,
          ...(authorization === undefined ? {} : { authorization }),
        },
        signal: this.#signal(request),
        ...(body === undefined ? {} : { body }),
        ...(lengthBytes === undefined ? {} : { lengthBytes }),
      });
      // Not the query: it may be a signature.
      log?.debug(`${method} ${url.origin}${url.pathname} ${status}`);
      return { status, url, withinMs, ...answer };
    } finally {
      leave();
    }
  }

  #signal({ signal, isParting }: Outgoing): AbortSignal {
    if (signal === undefined) return this.#how.signal;
    return isParting === true ? signal : AbortSignal.any([this.#how.signal, signal]);
  }

  /** Says what the registry warns of. @throws Passing for an answer that another try may better */
  async checked(method: string, answer: Answer): Promise<Answer> {
    const { name, log } = this.#how;
    const host = this.host(answer.url);
    for (const warning of warningsIn(answer.headers.warning ?? '')) {
      if (host.isNews(warning)) log?.warn(`${name} warned: ${quote(warning)}`);
    }
    if (!isPassing(answer)) {
      host.wentWell();
      return answer;
    }
    throw passing(name, { method, answer, said: await complaintOf(answer), host });
  }
}

/** What a registry wants to be shown: https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#warnings */
const warningsIn = (header: string): readonly string[] =>
  [...header.matchAll(/(?:^|,)\s*299 \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
    text.replace(/\\(.)/g, '$1'),
  );

/**
 * The place that a `Location` names.
 * @throws Unreachable when it is none, or leaves https
 */
export function locate(name: string, location: string, from: URL): URL {
  const url = URL.parse(location, from.href);
  if (url === null) throw new Unreachable(name, 'it sent us to a place that is no URL');
  if (url.protocol === 'https:' || (url.protocol === 'http:' && from.protocol === 'http:')) {
    return url;
  }
  const place = url.origin === 'null' ? url.protocol : url.origin;
  throw new Unreachable(name, `it sent us to ${quote(place)}, which is not private`);
}
