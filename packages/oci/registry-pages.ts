import { Corrupt } from './errors.ts';
import { parseJson } from './json.ts';
import { bytesOf, complaintOf, type Complaint } from './registry-answer.ts';
import type { RegistryClient } from './registry-client.ts';

const maxPages = 10_000;
const maxPageBytes = 16 * 1024 * 1024;

export interface Page {
  readonly bytes: Uint8Array;
  readonly json: unknown;
}

export interface PageOptions {
  readonly what: string;
  /** What the registry answers when it has no such list. */
  readonly none: readonly number[];
  /** Told what it said then. */
  readonly onNone?: (status: number, said: Complaint) => void;
  readonly accept?: string;
}

/**
 * The pages of a list, one after the other; one that is undefined when the registry has no such list.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-tags
 * @throws Corrupt when they do not end, leave the registry, or are no JSON
 */
export async function* pages(
  client: RegistryClient,
  start: URL,
  how: PageOptions,
): AsyncGenerator<Page | undefined> {
  const { what } = how;
  const seen = new Set<string>();
  for (let url: URL | undefined = start; url !== undefined;) {
    if (seen.size >= maxPages || seen.has(url.href)) throw new Corrupt(what, 'it has no end');
    seen.add(url.href);
    const found: Found | undefined = await fetchPage(client, url, how);
    yield found?.page;
    url = found?.next;
  }
}

interface Found {
  readonly page: Page;
  readonly next: URL | undefined;
}

async function fetchPage(
  client: RegistryClient,
  url: URL,
  { what, none, onNone, accept }: PageOptions,
): Promise<Found | undefined> {
  const headers = accept === undefined ? {} : { accept };
  const call = { method: 'GET', url, access: 'pull', headers } as const;
  return client.call(call, async (answer) => {
    if (none.includes(answer.status)) {
      onNone?.(answer.status, await complaintOf(answer));
      return undefined;
    }
    if (answer.status !== 200) throw await client.refusal(call, answer);
    const bytes = await bytesOf(answer, what, maxPageBytes);
    const json = parseJson(bytes, what, { maxBytes: maxPageBytes });
    const next = nextOf(answer.headers.link, { client, from: url, what });
    return { page: { bytes, json }, next };
  });
}

/** https://www.rfc-editor.org/rfc/rfc8288 */
function nextOf(
  link: string | undefined,
  how: { readonly client: RegistryClient; readonly from: URL; readonly what: string },
): URL | undefined {
  const target = /<([^<>]{1,4096})>\s*;\s*rel="?next"?/i.exec(link ?? '')?.[1];
  if (target === undefined) return undefined;
  const url = URL.parse(target, how.from.href);
  if (url?.origin === how.client.base.origin) return url;
  throw new Corrupt(how.what, 'its next page is in another place');
}
