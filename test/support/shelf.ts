import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in one repository of a store, read without any code of the product. */
export interface Shelf {
  /** Names and their digests; lists of referrers are no names. */
  names(): Promise<Readonly<Record<string, string>>>;
  /** All that is said about a digest, the oldest first. */
  statements(digest: string): Promise<readonly Statement[]>;
}

export interface Statement {
  /** The manifest that holds it. */
  readonly artifact: string;
  /** `built`, `release`, `passed`, `hold`, `resume` */
  readonly says: string;
  readonly environment?: string;
  readonly from?: string | null;
  readonly at: string;
}

interface Source {
  readonly tags: () => Promise<Readonly<Record<string, string>>>;
  readonly manifest: (at: string) => Promise<Buffer | undefined>;
  readonly blob: (digest: string) => Promise<Buffer>;
}

interface Manifest {
  readonly manifests: readonly { readonly digest: string }[];
  readonly layers: readonly { readonly digest: string; readonly mediaType: string }[];
}

/** A repository in a folder store: `STORE/ghcr.io/acme/shop`. */
export function folderShelf(folder: string): Shelf {
  const file = (digest: string) => readFileSync(join(folder, 'blobs', ...digest.split(':')));
  const tags = async () => {
    const { manifests } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {
      readonly manifests: readonly {
        readonly digest: string;
        readonly annotations?: Readonly<Record<string, string>>;
      }[];
    };
    return Object.fromEntries(
      manifests.flatMap(({ digest, annotations }) => {
        const name = annotations?.['org.opencontainers.image.ref.name'];
        return name === undefined ? [] : [[name, digest]];
      }),
    );
  };
  return shelf({
    tags,
    manifest: async (at) => {
      const digest = at.includes(':') ? at : (await tags())[at];
      return digest === undefined ? undefined : file(digest);
    },
    blob: async (digest) => file(digest),
  });
}

/** A repository of a registry that keeps lists of referrers under tags, as Distribution does. */
export function registryShelf(registry: URL, repository: string): Shelf {
  const get = async (path: string, method = 'GET') =>
    fetch(new URL(`/v2/${repository}/${path}`, registry), { method, headers: { accept } });
  const bytes = async (path: string) => {
    const answer = await get(path);
    return answer.status === 404 ? undefined : Buffer.from(await answer.arrayBuffer());
  };
  const digestOf = async (tag: string) =>
    (await get(`manifests/${tag}`, 'HEAD')).headers.get('docker-content-digest') ?? '';
  return shelf({
    tags: async () => {
      const list = (await bytes('tags/list'))?.toString() ?? '{}';
      const { tags } = JSON.parse(list) as { readonly tags?: readonly string[] | null };
      const pairs = (tags ?? []).map(async (tag) => [tag, await digestOf(tag)] as const);
      return Object.fromEntries(await Promise.all(pairs));
    },
    manifest: async (at) => bytes(`manifests/${at}`),
    blob: async (digest) => (await bytes(`blobs/${digest}`)) ?? Buffer.alloc(0),
  });
}

const accept = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
].join(', ');

function shelf({ tags, manifest, blob }: Source): Shelf {
  const read = async (digest: string): Promise<Statement> => {
    const { layers } = JSON.parse(String(await manifest(digest))) as Manifest;
    const payload = layers.find(({ mediaType }) => mediaType === 'application/vnd.in-toto+json');
    const { predicateType, predicate } = JSON.parse(
      String(await blob(payload?.digest ?? '')),
    ) as Readonly<{ predicateType: string; predicate: Statement }>;
    return { ...predicate, artifact: digest, says: predicateType.split('/').at(-2) ?? '' };
  };
  return {
    names: async () =>
      Object.fromEntries(
        Object.entries(await tags()).filter(([name]) => !/^sha256-[0-9a-f]{64}$/.test(name)),
      ),
    statements: async (digest) => {
      const list = await manifest(digest.replace(':', '-'));
      if (list === undefined) return [];
      const { manifests } = JSON.parse(list.toString()) as Manifest;
      const all = await Promise.all(manifests.map(async (each) => read(each.digest)));
      return all.toSorted((a, b) => a.at.localeCompare(b.at));
    },
  };
}
