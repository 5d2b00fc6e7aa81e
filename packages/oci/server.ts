import type { Handler, ServerRequest, ServerResponse } from '#io';

import { isRepositoryPath } from './reference.ts';
import type { Repository } from './repository.ts';
import { deleteBlob, getBlob } from './server-blobs.ts';
import { getReferrers, getTags } from './server-lists.ts';
import { deleteManifest, getManifest, putManifest } from './server-manifests.ts';
import { comparesTags, json, Refusal, replyTo } from './server-reply.ts';
import {
  appendToUpload,
  beginUpload,
  cancelUpload,
  endUpload,
  uploadStatus,
  type Uploading,
} from './server-uploads.ts';
import { Uploads, type UploadLimits } from './uploads.ts';

export interface ServeOptions extends UploadLimits {
  readonly readOnly?: true;
  /** A private folder for what clients are sending. Without one the registry is read only. */
  readonly uploads?: string;
  /** Takes manifests that name what is not here: an index of which one platform was copied. */
  readonly sparse?: boolean;
  /** A sentence that goes with every answer, for the person who uses the client. */
  readonly warning?: string;
}

interface At extends Uploading {
  readonly sparse: boolean;
}
type Serve = (at: At, place: string) => Promise<ServerResponse>;
interface Route {
  readonly pattern: RegExp;
  readonly methods: Readonly<Record<string, Serve>>;
}

const routes: readonly Route[] = [
  {
    pattern: /^\/v2\/(?<name>.+)\/manifests\/(?<place>[^/]+)$/,
    methods: {
      GET: async ({ repository, request }, place) => getManifest(repository, place, request),
      PUT: putManifest,
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
      GET: uploadStatus,
      PATCH: appendToUpload,
      PUT: endUpload,
      DELETE: cancelUpload,
    },
  },
  {
    pattern: /^\/v2\/(?<name>.+)\/blobs\/(?<place>[^/]+)$/,
    methods: {
      GET: async ({ repository, request }, digest) => getBlob(repository, digest, request),
      DELETE: async ({ repository }, digest) => deleteBlob(repository, digest),
    },
  },
  {
    pattern: /^\/v2\/(?<name>.+)\/tags\/list$/,
    methods: { GET: async ({ repository, name, request }) => getTags(repository, name, request) },
  },
  {
    pattern: /^\/v2\/(?<name>.+)\/referrers\/(?<place>[^/]+)$/,
    methods: {
      GET: async ({ repository, name, request: { url } }, text) =>
        getReferrers(repository, name, { text, url }),
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
  const known = new Set<string>();
  const openNamed = (name: string) => {
    const repository = open(parseName(name));
    remember(known, name);
    return repository;
  };
  const standing = {
    'docker-distribution-api-version': 'registry/2.0',
    ...(isReadOnly ? {} : { [comparesTags]: 'true' }),
    ...(how.warning === undefined ? {} : { warning: `299 - ${JSON.stringify(how.warning)}` }),
  };
  const sparse = how.sparse ?? false;
  return async (request) => {
    const parts = { openNamed, known, uploads, isReadOnly, sparse };
    const reply = await answer(request, parts).catch(replyTo);
    return { ...reply, headers: { ...standing, ...reply.headers } };
  };
}

const mostKnown = 100;

/** The names that were used last, in the order of use. */
function remember(known: Set<string>, name: string): void {
  known.delete(name);
  known.add(name);
  const [first] = known;
  if (known.size > mostKnown && first !== undefined) known.delete(first);
}

interface Parts {
  readonly openNamed: (name: string) => Repository;
  readonly known: ReadonlySet<string>;
  readonly sparse: boolean;
  readonly uploads: Uploads;
  readonly isReadOnly: boolean;
}

async function answer(request: ServerRequest, parts: Parts): Promise<ServerResponse> {
  // Tools send no such header: this is a page of the web that reaches for a server on its reader's machine.
  if (request.headers.origin !== undefined) {
    throw new Refusal(403, 'DENIED', 'web pages are not served');
  }
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
    const { openNamed: open, known, uploads, sparse } = parts;
    const repository = open(name);
    // A copy: what is opened on the way is remembered too.
    return serveIt({ repository, name, uploads, request, open, known: [...known], sparse }, place);
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
