import { Unreachable } from './errors.ts';
import { isInterruption, isOfTransport, type Answer, type Complaint } from './registry-answer.ts';
import type { Host } from './registry-host.ts';

/** Something that may pass. `late` is the error when it has not passed in time. */
export class Passing extends Error {
  readonly late: (times: number) => Error;
  readonly waitMs: number | undefined;
  /** A registry that wants less to do. */
  readonly slows: Host | undefined;

  constructor(
    late: (times: number) => Error,
    how: { readonly waitMs?: number | undefined; readonly slows?: Host | undefined } = {},
  ) {
    super('an exchange may work on another try');
    this.late = late;
    this.waitMs = how.waitMs;
    this.slows = how.slows;
  }
}

export const tries = 3;
const firstMs = 400;
const longestMs = 60_000;

/** Before the try after `done` tries. */
export const backoffMs = (done: number): number =>
  firstMs * 3 ** (done - 1) * (0.75 + Math.random() / 2);

export interface Trying {
  /** As people write the repository. */
  readonly name: string;
  readonly wait: (ms: number) => Promise<void>;
  /** Has the last try brought us so much further that it does not count? */
  readonly hasAdvanced?: () => boolean;
}

/**
 * Tries three times what may pass, with waits that grow and are never the same for two clients.
 * @throws Unreachable for what does not pass, or whose server asks for more patience than a minute
 */
export async function retry<T>(how: Trying, attempt: () => Promise<T>): Promise<T> {
  for (let done = 1; ; done += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (how.hasAdvanced?.() === true) done = 1;
      const passing = isInterruption(error)
        ? new Passing((times) => new Unreachable(how.name, `${error.message}${ofTries(times)}`))
        : error;
      if (!(passing instanceof Passing)) throw unreachable(how.name, error);
      const { waitMs = backoffMs(done), slows } = passing;
      if (done === tries || waitMs > longestMs) throw passing.late(done);
      const waiting = how.wait(waitMs);
      slows?.tooMany(waiting);
      await waiting;
    }
  }
}

/** For the end of a sentence about the last try. */
export const ofTries = (times: number): string =>
  times > 1 ? `, on the last of ${times} tries` : '';

/** An error of the transport is one of the port; all others are what they are. */
export const unreachable = (name: string, error: unknown): unknown =>
  isOfTransport(error) ? new Unreachable(name, error.message) : error;

const reasons: Readonly<Record<number, string>> = {
  408: 'it waited too long for us',
  429: 'too many requests; a login often has a higher limit',
  502: 'bad gateway',
  503: 'not available now',
  504: 'gateway timed out',
};

/** The error for an answer that `isPassing`. */
export function passing(
  name: string,
  told: {
    readonly method: string;
    readonly answer: Answer;
    readonly said: Complaint;
    readonly host: Host;
  },
): Passing {
  const { method, answer, said, host } = told;
  const { status, headers, url } = answer;
  const waitMs = retryAfterMs(headers);
  const asked = waitMs === undefined ? '' : `, asked to wait ${Math.ceil(waitMs / 1000)} s`;
  const reason = reasons[status] ?? 'its own failure';
  const late = (times: number) =>
    new Unreachable(
      name,
      `${method} ${url.origin} was answered ${status} (${reason})${ofTries(times)}${asked}${said.says}`,
    );
  return new Passing(late, { waitMs, slows: status === 429 ? host : undefined });
}

/** Seconds, or a date that is compared with the server's own clock. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfterMs(headers: Answer['headers']): number | undefined {
  const after = headers['retry-after'];
  if (after === undefined) return undefined;
  if (/^\d{1,9}$/.test(after)) return Number(after) * 1000;
  const ms = Date.parse(after) - Date.parse(headers.date ?? '');
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
