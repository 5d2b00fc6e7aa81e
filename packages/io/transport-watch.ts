import type { ClientRequest } from 'node:http';

import type { Transport } from './io.ts';
import { errorOf, timedOut } from './transport-errors.ts';

type Request = Parameters<Transport['send']>[0];

export interface Limits {
  readonly idleMs: number;
  readonly connectMs: number;
  readonly answerMs: number;
}

/** Ends the exchange when it hangs, and when the caller's signal says so. */
export function watch(
  client: ClientRequest,
  how: {
    readonly request: Request;
    readonly limits: Limits;
    readonly ourTurn: () => boolean;
    readonly fail: (error: Error) => void;
  },
): void {
  const { request, limits, ourTurn, fail } = how;
  const { method, url, signal } = request;
  const seconds = (ms: number) => `within ${ms / 1000} s`;
  const connecting = setTimeout(() => {
    fail(timedOut(method, url, `no connection ${seconds(limits.connectMs)}`));
  }, limits.connectMs);
  const connected = () => {
    clearTimeout(connecting);
  };
  client.once('socket', (socket) => {
    if (socket.connecting) socket.once('connect', connected);
    else connected();
  });
  client.setTimeout(limits.idleMs).on('timeout', () => {
    // A socket's timer runs once: it is set anew while the other side is not the reason.
    if (ourTurn()) client.setTimeout(limits.idleMs);
    else fail(timedOut(method, url, `no byte ${seconds(limits.idleMs)}`));
  });
  const answering = answerTimer(client, limits.answerMs, () => {
    fail(timedOut(method, url, `no answer ${seconds(limits.answerMs)}`));
  });
  const abort = () => {
    fail(errorOf(signal.reason));
  };
  signal.addEventListener('abort', abort, { once: true });
  client.once('close', () => {
    connected();
    answering.end();
    signal.removeEventListener('abort', abort);
  });
}

function answerTimer(client: ClientRequest, ms: number, late: () => void) {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const end = () => {
    isOver = true;
    clearTimeout(timer);
  };
  // An answer may come before the request has gone out.
  client.once('response', end).once('finish', () => {
    if (!isOver) timer = setTimeout(late, ms);
  });
  return { end };
}
