import type { ServerRequest, ServerResponse } from '#io';

import { mediaType, type Descriptor } from './descriptor.ts';
import { localOf } from './local.ts';
import type { Repository } from './repository.ts';
import { parsedDigest } from './server-blobs.ts';
import { json, Refusal } from './server-reply.ts';

// A page is JSON of at most some 4 MiB, which is all that clients have to take.
const mostTags = 10_000;
const mostReferrers = 1_000;
const mostReferrerBytes = 3 * 1024 * 1024;

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-tags */
export async function getTags(
  repository: Repository,
  name: string,
  { url }: ServerRequest,
): Promise<ServerResponse> {
  if ((await localOf(repository)?.isThere()) === false) {
    throw new Refusal(404, 'NAME_UNKNOWN', 'there is no such repository');
  }
  const last = url.searchParams.get('last') ?? '';
  const after = (await listOf(repository.tags())).filter((tag) => tag > last);
  const count = countOf(url, mostTags);
  const tags = after.slice(0, count);
  const lastOfPage = tags.at(-1);
  const more = tags.length < after.length && lastOfPage !== undefined;
  const next = `</v2/${name}/tags/list?n=${count}&last=${lastOfPage ?? ''}>; rel="next"`;
  return json(200, { name, tags }, more ? { link: next } : {});
}

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers */
export async function getReferrers(
  repository: Repository,
  name: string,
  { text, url }: { readonly text: string; readonly url: URL },
): Promise<ServerResponse> {
  const subject = parsedDigest(text);
  const type = url.searchParams.get('artifactType') ?? undefined;
  const all = (await listOf(repository.referrers(subject, type))).toSorted((a, b) =>
    a.digest < b.digest ? -1 : 1,
  );
  // By digest, not by place: what comes or goes between two pages moves nothing else.
  const last = url.searchParams.get('last') ?? '';
  const after = all.filter(({ digest }) => digest > last);
  const count = countOf(url, mostReferrers);
  const manifests = bounded(after.slice(0, count));
  const query = new URLSearchParams({
    n: String(count),
    last: manifests.at(-1)?.digest ?? '',
    ...(type === undefined ? {} : { artifactType: type }),
  });
  const next = `</v2/${name}/referrers/${subject}?${query.toString()}>; rel="next"`;
  return json(
    200,
    { schemaVersion: 2, mediaType: mediaType.index, manifests },
    {
      'content-type': mediaType.index,
      ...(type === undefined ? {} : { 'oci-filters-applied': 'artifactType' }),
      ...(manifests.length > 0 && manifests.length < after.length ? { link: next } : {}),
    },
  );
}

function countOf({ searchParams }: URL, most: number): number {
  const count = searchParams.get('n') ?? '';
  return /^\d{1,9}$/.test(count) ? Math.min(Number(count), most) : most;
}

/** As many as fit into a page, and one at least: annotations may be long. */
function bounded(all: readonly Descriptor[]): readonly Descriptor[] {
  let bytes = 0;
  const end = all.findIndex((descriptor, index) => {
    bytes += Buffer.byteLength(JSON.stringify(descriptor));
    return bytes > mostReferrerBytes && index > 0;
  });
  return end === -1 ? all : all.slice(0, end);
}

async function listOf<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
