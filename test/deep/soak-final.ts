import { createHash } from 'node:crypto';

import { together } from '../support/together.ts';
import { absent } from './soak-history.ts';
import { ask, sha256 } from './soak-wire.ts';

interface Lists {
  readonly names: ReadonlySet<string>;
  readonly listed: ReadonlySet<string>;
}
type Kind = 'blob' | 'manifest' | 'tag' | 'name' | 'listed';

/** What stands in the end for each key, as a server tells it that nobody else asks. */
export async function whatStands(
  base: string,
  keys: readonly string[],
  subject: string,
): Promise<ReadonlyMap<string, string>> {
  const parts = keys.map((key) => key.split(' ') as [Kind, string, string]);
  const lists = new Map<string, Lists>();
  for (const repository of new Set(parts.map(([, name]) => name))) {
    lists.set(repository, await listsOf(base, repository, subject));
  }
  const values = await together(parts, 8, async ([kind, repository, place]) => {
    const known = lists.get(repository);
    if (kind === 'name') return known?.names.has(place) ? 'there' : absent;
    if (kind === 'listed') return known?.listed.has(place) ? 'there' : absent;
    return whatIs(base, `/v2/${repository}`, { kind, place });
  });
  return new Map(keys.map((key, index) => [key, values[index] ?? absent]));
}

async function listsOf(base: string, repository: string, subject: string): Promise<Lists> {
  const get = async (path: string): Promise<unknown> => {
    const { status, body } = await ask(base, { method: 'GET', path: `/v2/${repository}/${path}` });
    if (status !== 200 && status !== 404) throw new Error(`${path}: ${status} ${body.toString()}`);
    return JSON.parse(body.toString()) as unknown;
  };
  const { tags = [] } = (await get('tags/list')) as { readonly tags?: readonly string[] };
  const { manifests } = (await get(`referrers/${subject}`)) as {
    readonly manifests: readonly { readonly digest: string }[];
  };
  const listed = new Set(manifests.map(({ digest }) => digest));
  return { names: new Set(tags), listed };
}

async function whatIs(
  base: string,
  repository: string,
  { kind, place }: { readonly kind: 'blob' | 'manifest' | 'tag'; readonly place: string },
): Promise<string> {
  const path = `${repository}/${kind === 'blob' ? 'blobs' : 'manifests'}/${place}`;
  const { status, body } = await ask(base, { method: 'GET', path });
  if (status === 404) return absent;
  if (status !== 200) return `answered with ${status} ${body.toString()}`;
  if (kind === 'tag') return sha256(body);
  const [algorithm = '', hex] = place.split(':');
  return createHash(algorithm).update(body).digest('hex') === hex ? 'there' : 'torn';
}
