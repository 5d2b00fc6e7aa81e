import type { Handler, ServerRequest, ServerResponse } from '#io';

import { isRepositoryPath } from './reference.ts';
import type { Repository } from './repository.ts';
import {
  appendToUpload,
  beginUpload,
  cancelUpload,
  endUpload,
  getBlob,
  uploadStatus,
  type Uploading,
} from './server-blobs.ts';
import {
  deleteManifest,
  getManifest,
  getReferrers,
  getTags,
  putManifest,
} from './server-manifests.ts';
import { comparesTags, json, Refusal, replyTo } from './server-reply.ts';
import { Uploads, type UploadLimits } from './uploads.ts';

export interface ServeOptions extends UploadLimits {
  readonly readOnly?: true;
  /** A private folder for what clients are sending. Without one the registry is read only. */
  readonly uploads?: string;
}

type Serve = (at: Uploading, place: string) => Promise<ServerResponse>;
interface Route {
  readonly pattern: RegExp;
  readonly methods: Readonly<Record<string, Serve>>;
}

const routes: readonly Route[] = [
  {
    pattern: /^\/v2\/(?<name>.+)\/manifests\/(?<place>[^/]+)$/,
    methods: {
      GET: async ({ repository, request }, place) => getManifest(repository, place, request),
      PUT: async ({ repository, request }, place) => putManifest(repository, place, request),
      DELETE: async ({ repository }, place) => deleteManifest(repository, place),
    },
  },
  {
    pattern: /^\/v2\/(?<name>.+)\/blobs\/uploads\/?$/,
    methods: { POST: beginUpload },
  },
  {
    pattern: /^\/v2\/(?<name>.+)\/blobs\/uploads\/(?<place>[^/]+)$/,
    methods: {
      GET: async (at, id) => uploadStatus(at, id),
      PATCH: appendToUpload,
      PUT: endUpload,
      DELETE: cancelUpload,
    },
  },
  {
    pattern: /^\/v2\/(?<name>.+)\/blobs\/(?<place>[^/]+)$/,
    methods: {
      GET: async ({ repository, request }, digest) => getBlob(repository, digest, request),
    },
  },
  {
    pattern: /^\/v2\/(?<name>.+)\/tags\/list$/,
    methods: { GET: async ({ repository, name, request }) => getTags(repository, name, request) },
  },
  {
    pattern: /^\/v2\/(?<name>.+)\/referrers\/(?<place>[^/]+)$/,
    methods: {
      GET: async ({ repository, request }, digest) => getReferrers(repository, digest, request),
    },
  },
];

/**
 * A registry over repositories, for `listen`: `open` gives the one of a name. Nobody is asked to log in.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 */
export function serve(open: (name: string) => Repository, how: ServeOptions = {}): Handler {
  const isReadOnly = how.readOnly === true || how.uploads === undefined;
  const uploads = new Uploads(how.uploads ?? '', how);
  const openNamed = (name: string) => open(parseName(name));
  const standing = {
    'docker-distribution-api-version': 'registry/2.0',
    ...(isReadOnly ? {} : { [comparesTags]: 'true' }),
  };
  return async (request) => {
    const reply = await answer(request, { openNamed, uploads, isReadOnly }).catch(replyTo);
    return { ...reply, headers: { ...standing, ...reply.headers } };
  };
}

interface Parts {
  readonly openNamed: (name: string) => Repository;
  readonly uploads: Uploads;
  readonly isReadOnly: boolean;
}

async function answer(request: ServerRequest, parts: Parts): Promise<ServerResponse> {
  const path = decoded(request.url.pathname);
  if (path === '/v2/' || path === '/v2') return json(200, {});
  for (const { pattern, methods } of routes) {
    const found = pattern.exec(path)?.groups;
    if (found === undefined) continue;
    // The answer to HEAD is that to GET; the body is not sent.
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const serveIt = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (serveIt === undefined || (parts.isReadOnly && method !== 'GET')) {
      throw new Refusal(405, 'UNSUPPORTED', 'this is not done here');
    }
    const { name = '', place = '' } = found;
    const { openNamed: open, uploads } = parts;
    return serveIt({ repository: open(name), name, uploads, request, open }, place);
  }
  throw new Refusal(404, 'UNSUPPORTED', 'there is nothing here');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new Refusal(400, 'NAME_INVALID', 'the path is not UTF-8');
  }
}

function parseName(name: string): string {
  if (isRepositoryPath(name)) return name;
  throw new Refusal(400, 'NAME_INVALID', 'this is not the name of a repository');
}
