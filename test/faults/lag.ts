import { Readable } from 'node:stream';

import type { Handler, ServerRequest, ServerResponse } from '#io';

import { bytesOfAnswer } from './harm.ts';
import { asking } from './registries.ts';

interface Stale {
  readonly answer: ServerResponse;
  left: number;
}

/**
 * Reads lag behind writes: after a manifest was written or removed, so many reads of each place that it changed
 * (the manifest by its name or digest, the tags, the referrers of its subject) get what was there before.
 */
export function lagging(handler: Handler, reads: number): Handler {
  const stale = new Map<string, Stale>();
  return async (request) => {
    const { method, url } = request;
    if (method === 'GET' || method === 'HEAD') {
      const old = stale.get(url.pathname);
      if (old === undefined || old.left <= 0) return handler(request);
      old.left -= 1;
      return old.answer;
    }
    const [, name, place] = /^\/v2\/(.+)\/manifests\/([^/]+)$/.exec(url.pathname) ?? [];
    if (name === undefined || place === undefined) return handler(request);
    const body = await bytesOfAnswer({ status: 200, headers: {}, body: request.body });
    const places = [`manifests/${place}`, 'tags/list', ...subjectsIn(body)];
    const before = new Map<string, Stale>();
    for (const each of places) {
      const path = `/v2/${name}/${each}`;
      before.set(path, { answer: await kept(handler, request, path), left: reads });
    }
    const answer = await handler({
      ...request,
      body: Readable.from(body.length === 0 ? [] : [body], { objectMode: false }),
    });
    if (answer.status < 300) for (const [path, old] of before) stale.set(path, old);
    return answer;
  };
}

async function kept(
  handler: Handler,
  request: ServerRequest,
  path: string,
): Promise<ServerResponse> {
  const answer = await handler(asking(request, 'GET', new URL(path, request.url)));
  return { ...answer, body: await bytesOfAnswer(answer) };
}

function subjectsIn(manifest: Buffer): readonly string[] {
  try {
    const { subject } = JSON.parse(manifest.toString()) as {
      readonly subject?: { readonly digest: string };
    };
    return subject === undefined ? [] : [`referrers/${subject.digest}`];
  } catch {
    return [];
  }
}
