import { codeOf, Failed, messageOf } from './errors.ts';

const sentences: Readonly<Record<string, string>> = {
  EAI_AGAIN: 'its name could not be looked up now',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was reset',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no network to it',
  ENOTFOUND: 'its name is not known',
  EPIPE: 'the connection was closed while we sent',
  ERR_PROXY_TUNNEL: 'the proxy did not let us through',
  HPE_HEADER_OVERFLOW: 'its headers are too big',
};

const certificate = /CERT|^ERR_TLS|UNABLE_TO_|SELF_SIGNED/;

function sentenceOf(code: string, error: unknown): string {
  const known = sentences[code];
  if (known !== undefined) return known;
  if (certificate.test(code)) {
    return `its certificate is not trusted (${code}); name its authority's file in SSL_CERT_FILE`;
  }
  return code.startsWith('HPE_')
    ? 'it does not speak HTTP'
    : `${code} ${JSON.stringify(messageOf(error).slice(0, 200))}`;
}

/** The error of an exchange: the system's code, and one sentence with method and place but without path and query, which may hold secrets. */
export function exchangeFailed(method: string, { origin }: URL, error: unknown): Failed {
  if (error instanceof Failed) return error;
  const code = codeOf(error) ?? 'network';
  return new Failed(3, code, `${method} ${origin} failed: ${sentenceOf(code, error)}`);
}

export const timedOut = (method: string, { origin }: URL, what: string): Failed =>
  new Failed(3, 'ETIMEDOUT', `${method} ${origin} failed: ${what}`);

/** To Node a server that goes over to another protocol is no error, and no answer either. */
export const noAnswer = (method: string, { origin }: URL): Failed =>
  new Failed(3, 'network', `${method} ${origin} failed: it ended the connection without an answer`);

/** What an abort gave for a reason, as an error. */
export const errorOf = (thrown: unknown): Error =>
  Error.isError(thrown) ? thrown : new Error('aborted', { cause: thrown });
