import type { Readable } from 'node:stream';

import { Failed, quote, type Transport } from '#io';

import { Corrupt } from './errors.ts';
import { fieldOf, textOf } from './fields.ts';
import { parseJson } from './json.ts';

/** What came back, with the place that it came from after redirects. */
export interface Answer {
  readonly status: number;
  readonly headers: Awaited<ReturnType<Transport['send']>>['headers'];
  readonly url: URL;
  readonly body: Readable;
  /** How long a document may take: who sends a byte now and then would keep us for ever. */
  readonly withinMs: number;
}

/** What a registry says when it says no. */
export interface Complaint {
  readonly codes: readonly string[];
  /** For the end of a sentence: empty, or `, and it says "…"`. */
  readonly says: string;
}

const maxComplaintBytes = 16 * 1024;

/**
 * Reads a body whole.
 * @throws Corrupt when it has more bytes than `maxBytes`; Failed when it does not end in time
 */
export async function bytesOf(answer: Answer, what: string, maxBytes: number): Promise<Buffer> {
  const { body, url, withinMs } = answer;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const late = setTimeout(() => {
    const sentence = `the answer of ${url.origin} did not end within ${withinMs / 1000} s`;
    body.destroy(new Failed(3, 'ETIMEDOUT', sentence));
  }, withinMs);
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new Corrupt(what, `it has more than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
  } finally {
    clearTimeout(late);
  }
  return Buffer.concat(chunks);
}

/** Frees the connection of an answer whose body nobody wants; a long body is not waited for. */
export async function discard(answer: Answer): Promise<void> {
  try {
    await bytesOf(answer, 'it', maxComplaintBytes);
  } catch {
    answer.body.destroy();
  }
}

/** Reads the error document of a registry, or its plain text; what is neither says nothing. */
export async function complaintOf(answer: Answer): Promise<Complaint> {
  const bytes = await bytesOf(answer, 'it', maxComplaintBytes).catch(() => Buffer.alloc(0));
  const errors = errorsIn(bytes);
  const plain = /^text\/plain\b/.test(answer.headers['content-type'] ?? '')
    ? bytes.toString().trim()
    : '';
  const text = errors.map(({ code, message }) => `${code}: ${message}`).join('; ') || plain;
  return {
    codes: errors.map(({ code }) => code),
    says: text === '' ? '' : `, and it says ${quote(text)}`,
  };
}

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes */
function errorsIn(
  bytes: Uint8Array,
): readonly { readonly code: string; readonly message: string }[] {
  let json: unknown;
  try {
    json = parseJson(bytes, 'it');
  } catch {
    return [];
  }
  const errors = fieldOf(json, 'errors');
  if (!Array.isArray(errors)) return [];
  return errors.map((error: unknown) => ({
    code: textOf(fieldOf(error, 'code')) ?? 'UNKNOWN',
    message: textOf(fieldOf(error, 'message')) ?? 'nothing more',
  }));
}

const passingStatus = new Set([408, 429, 500, 502, 503, 504]);
const passingCodes = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']);

/** Is this an answer that another try may better? */
export const isPassing = ({ status }: Answer): boolean => passingStatus.has(status);

/** Is this an error of the transport that another try may better? */
export const isInterruption = (error: unknown): error is Failed =>
  error instanceof Failed && passingCodes.has(error.code);

/** Is this an error of the transport? Its codes are those of the system. */
export const isOfTransport = (error: unknown): error is Failed =>
  error instanceof Failed && /^(?:[A-Z][A-Z0-9_]+|network)$/.test(error.code);
