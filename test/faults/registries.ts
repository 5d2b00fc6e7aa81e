import { Readable } from 'node:stream';

import type { Handler, ServerRequest, ServerResponse } from '#io';

import { refusal } from './refusal.ts';

/** How registries say that a tag is written once. */
export type ImmutableForm = 'ecr' | 'harbor' | 'quay' | 'docker-hub' | 'zot' | 'gar' | 'acr';

const forms: Readonly<Record<ImmutableForm, (repository: string, tag: string) => ServerResponse>> =
  {
    ecr: (repository, tag) =>
      refusal(
        400,
        'TAG_INVALID',
        `The image tag '${tag}' already exists in the '${repository}' repository and cannot be overwritten because the tag is immutable.`,
      ),
    harbor: (repository, tag) =>
      refusal(
        412,
        'PRECONDITION',
        `Failed to process request due to '${repository}:${tag}' configured as immutable.`,
      ),
    quay: () => refusal(409, 'UNKNOWN', 'tag is immutable and cannot be overwritten'),
    'docker-hub': (_, tag) => refusal(403, 'DENIED', `tag ${tag} is immutable`),
    // It knows no such thing: whoever may create and not update is denied.
    zot: () => refusal(403, 'DENIED', 'requested access to the resource is denied'),
    gar: (_, tag) =>
      refusal(
        400,
        'UNKNOWN',
        `cannot update tag ${tag}. The repository has enabled tag immutability`,
      ),
    acr: () =>
      refusal(405, 'UNKNOWN', 'The operation is disallowed on this registry, repository or image.'),
  };

const manifestPath = /^\/v2\/(?<name>.+)\/manifests\/(?<place>[^/]+)$/;

/** Tags are written once, all or those that `which` names; ECR refuses even the same digest again. */
export function immutableTags(
  handler: Handler,
  form: ImmutableForm,
  which: (tag: string) => boolean = () => true,
): Handler {
  return async (request) => {
    const found = manifestPath.exec(request.url.pathname)?.groups;
    const { name = '', place = '' } = found ?? {};
    const isTag = found !== undefined && !place.includes(':');
    if (request.method !== 'PUT' || !isTag || !which(place)) return handler(request);
    const standing = await handler(asking(request, 'HEAD'));
    return standing.status === 200 ? forms[form](name, place) : handler(request);
  };
}

/** The same place, asked for in another way. */
export const asking = (
  request: ServerRequest,
  method: string,
  url = request.url,
): ServerRequest => ({
  method,
  url,
  // A condition of the write is none of this question.
  headers: { host: request.headers.host, authorization: request.headers.authorization },
  body: Readable.from([]),
  signal: request.signal,
});

/** No API for referrers. `claims` says of manifests that they were listed all the same, as ECR did. */
export function withoutReferrers(
  handler: Handler,
  { claims = false }: { readonly claims?: boolean } = {},
): Handler {
  return async (request) => {
    if (request.url.pathname.includes('/referrers/')) {
      const headers = { 'content-type': 'text/plain; charset=utf-8' };
      return { status: 404, headers, body: Buffer.from('404 page not found\n') };
    }
    const answer = await handler(request);
    return claims ? answer : without(answer, ['oci-subject']);
  };
}

/** Knows of conditions and `?tag=` as little as Distribution: both are passed over without a word. */
export function unconditional(handler: Handler): Handler {
  return async (request) => {
    const url = new URL(request.url);
    url.searchParams.delete('tag');
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const kept = Object.fromEntries(
      Object.entries(request.headers).filter(
        ([name]) => isRead || !/^if-(?:none-)?match$/.test(name),
      ),
    );
    return without(await handler({ ...request, url, headers: kept }), [
      'oci-tag',
      'ecluse-compares-tags',
    ]);
  };
}

function without(answer: ServerResponse, names: readonly string[]): ServerResponse {
  const kept = Object.entries(answer.headers).filter(([name]) => !names.includes(name));
  return { ...answer, headers: Object.fromEntries(kept) };
}

/** The body of a PATCH has at most so many bytes: GHCR's limit is 4 MiB, and it says 416. */
export function bodyLimit(handler: Handler, maxBytes = 4 * 1024 * 1024): Handler {
  const tooLarge = (): ServerResponse => ({
    status: 416,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: Buffer.from('request body is too large\n'),
  });
  return async (request) => {
    if (request.method !== 'PATCH') return handler(request);
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) return tooLarge();
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of request.body as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > maxBytes) return tooLarge();
      chunks.push(chunk);
    }
    return handler({ ...request, body: Readable.from(chunks, { objectMode: false }) });
  };
}
