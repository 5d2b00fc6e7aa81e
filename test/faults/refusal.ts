import type { ServerResponse } from '#io';

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes */
export const refusal = (status: number, code: string, message: string): ServerResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ errors: [{ code, message }] })),
});
