import { Failed, UsageError, type ServerResponse } from '#io';

import { Corrupt, Denied, NotThere, TagImmutable, TagMoved } from './errors.ts';

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes */
export type ErrorCode =
  | 'BLOB_UNKNOWN'
  | 'BLOB_UPLOAD_INVALID'
  | 'BLOB_UPLOAD_UNKNOWN'
  | 'DENIED'
  | 'DIGEST_INVALID'
  | 'MANIFEST_BLOB_UNKNOWN'
  | 'MANIFEST_INVALID'
  | 'MANIFEST_UNKNOWN'
  | 'NAME_INVALID'
  | 'NAME_UNKNOWN'
  | 'SIZE_INVALID'
  | 'TOOMANYREQUESTS'
  | 'UNAUTHORIZED'
  | 'UNKNOWN'
  | 'UNSUPPORTED';

/** Says that names are compared and written in one step: our own client asks for it then. */
export const comparesTags = 'ecluse-compares-tags';

export const json = (
  status: number,
  value: unknown,
  headers: ServerResponse['headers'] = {},
): ServerResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(JSON.stringify(value)),
});

export const empty = (status: number, headers: ServerResponse['headers'] = {}): ServerResponse => ({
  status,
  headers: status === 204 ? headers : { 'content-length': '0', ...headers },
});

/** A refusal, thrown or returned. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: ErrorCode;

  constructor(status: number, code: ErrorCode, sentence: string) {
    super(sentence);
    this.status = status;
    this.code = code;
  }
}

export const refused = (status: number, code: ErrorCode, message: string): ServerResponse =>
  json(status, { errors: [{ code, message }] });

/** What a client is told. Sentences of the storage stay here: they may name folders of this machine. */
export function replyTo(error: unknown): ServerResponse {
  if (error instanceof Refusal) return refused(error.status, error.code, error.message);
  if (error instanceof NotThere) return refused(404, 'BLOB_UNKNOWN', 'it is not here');
  if (error instanceof TagImmutable) return refused(409, 'DENIED', 'the tag is immutable');
  if (error instanceof TagMoved) return refused(412, 'DENIED', 'the tag stands elsewhere');
  if (error instanceof Denied) return refused(403, 'DENIED', 'the storage does not allow it');
  if (error instanceof Failed && error.code === 'unreachable') {
    return refused(503, 'UNKNOWN', 'the storage is away');
  }
  if (error instanceof Corrupt) {
    return refused(400, 'DIGEST_INVALID', 'the content is not what its digest or size promises');
  }
  if (error instanceof UsageError) return refused(400, 'NAME_INVALID', 'there is no such place');
  if (error instanceof Failed && error.code === 'disk-full') {
    return refused(507, 'UNKNOWN', 'there is no room for it');
  }
  throw error;
}
