import { createHash } from 'node:crypto';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}
export interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The server was not there: nothing was asked. */
export class Unasked extends Error {}
/** The connection broke: nobody knows what came of it. */
export class Lost extends Error {}

/** One request, without any code of the product. */
export async function ask(base: string, { method, path, headers, body }: Ask): Promise<Told> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(body.length) };
    const broken = ({ message, code }: NodeJS.ErrnoException): void => {
      reject(code === 'ECONNREFUSED' ? new Unasked(message) : new Lost(`${path}: ${message}`));
    };
    const sent = request(
      new URL(path, base),
      { method, agent, headers: { ...length, ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', broken);
        answer.on('end', () => {
          const whole = Buffer.concat(chunks);
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: whole });
        });
      },
    );
    sent.on('error', broken);
    sent.end(body);
  });
}

/** Of two servers the one that is there: what was not asked of one is asked of the other. */
export async function askEither(bases: readonly string[], what: Ask): Promise<Told> {
  for (let turn = 0; ; turn += 1) {
    try {
      return await ask(bases[turn % bases.length] ?? '', what);
    } catch (error) {
      if (!(error instanceof Unasked) || turn > 600) throw error;
      await sleep(50);
    }
  }
}

export const sha256 = (bytes: Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** Bytes that look random and are the same for the same words. */
export const bytesOf = (words: string, outputLength: number): Buffer =>
  createHash('shake256', { outputLength }).update(words).digest();
