import { isAttestation } from '#image';
import { partOfStatements } from '#lifecycle';
import {
  formatPlatform,
  isIndex,
  isIndexType,
  platformKey,
  type Descriptor,
  type Digest,
  type ImageIndex,
  type ImageManifest,
  type Platform,
  type Repository,
  type Tag,
} from '#oci';

import { statementMediaType } from './envelope.ts';
import { about } from './find.ts';
import { found, short, tell, together, type Findings } from './findings.ts';
import type { Gaps } from './gaps.ts';
import { firstOf, type Names } from './names.ts';
import { storedAt, type Stored } from './stored.ts';

const mostStatements = 20;
/** https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
const attested = 'vnd.docker.reference.digest';

/** An index and the image of one platform in it; one of them may be missing. */
export interface Family {
  readonly index: { readonly digest: Digest; readonly manifest: ImageIndex } | undefined;
  readonly image:
    | {
        readonly digest: Digest;
        readonly manifest: ImageManifest;
        readonly platform: string | undefined;
      }
    | undefined;
}

interface Where {
  readonly repository: Repository;
  readonly names: () => Promise<Names>;
  readonly gaps: Gaps;
}

/** The index around what was asked for, or the image that stands for an index. */
export async function familyOf(
  { descriptor, manifest }: Stored,
  where: Where,
  platform: Platform | undefined,
): Promise<{ readonly family: Family; readonly findings: Findings }> {
  const { digest } = descriptor;
  if (isIndex(manifest)) {
    const image = await imageIn(manifest, where, platform);
    return { family: { index: { digest, manifest }, image }, findings: found({}) };
  }
  const image = { digest, manifest, platform: undefined };
  const said = await saidIndex(digest, where);
  const { index, findings } = said.index === undefined ? await searchedIndex(digest, where) : said;
  if (index === undefined) return { family: { index, image }, findings: said.findings };
  const own = index.manifest.manifests.find((child) => child.digest === digest);
  const told = own?.annotations?.[attested];
  if (own !== undefined && isAttestation(own) && told !== undefined && isStatements(manifest)) {
    throw about(`${digest} is no image but an attestation in the index ${index.digest}`, told);
  }
  return {
    family: { index, image: { ...image, platform: own?.platform && formatPlatform(own.platform) } },
    findings: said.index === undefined ? together([said.findings, findings]) : findings,
  };
}

const isFor = (child: Descriptor, platform: Platform): boolean =>
  child.platform !== undefined && platformKey(child.platform) === platformKey(platform);

/** The one that was asked for, else the first. */
async function imageIn(
  { manifests }: ImageIndex,
  { repository, gaps }: Where,
  platform: Platform | undefined,
): Promise<Family['image']> {
  const images = manifests.filter(
    (child) => !isAttestation(child) && !isIndexType(child.mediaType),
  );
  const nameOf = (child: Descriptor) => child.platform && formatPlatform(child.platform);
  const chosen =
    platform === undefined ? images[0] : images.find((child) => isFor(child, platform));
  if (chosen === undefined) return undefined;
  const stored = await gaps.ask(
    `the image of ${nameOf(chosen) ?? chosen.digest}`,
    () => storedAt(repository, chosen.digest),
    undefined,
  );
  if (stored === undefined || isIndex(stored.manifest)) return undefined;
  return { digest: chosen.digest, manifest: stored.manifest, platform: nameOf(chosen) };
}

interface Search {
  readonly index: Family['index'];
  readonly findings: Findings;
}

const listed = (index: Digest, source: ReturnType<typeof tell>, how = ''): Findings =>
  found({
    told: [source],
    checks: [{ fact: 'index', value: index, verified: `it lists this image${how}` }],
  });

/**
 * The index that a statement names, once the index itself says so too. Of several that list the image all are shown; what is
 * gone into is the first that a tag stands on.
 */
async function saidIndex(image: Digest, { repository, names, gaps }: Where): Promise<Search> {
  const statements = await gaps.ask(
    'the index by part-of statements',
    () => partOfStatements(repository, image),
    [],
  );
  const all: Findings[] = [];
  const holders = new Map<Digest, { readonly manifest: ImageIndex; readonly says: Findings }>();
  for (const { predicate, artifact } of statements.slice(0, mostStatements)) {
    const { index } = predicate;
    const source = tell('index', index, { source: 'part-of statement', where: artifact });
    const stored = await gaps.ask(
      `the index ${index}`,
      () => storedAt(repository, index),
      undefined,
    );
    if (stored === undefined) {
      all.push(
        found({
          told: [source],
          checks: [{ fact: 'index', value: index, doubt: 'it is not there' }],
        }),
      );
    } else if (isIndex(stored.manifest) && holds(stored.manifest, image)) {
      holders.set(index, { manifest: stored.manifest, says: listed(index, source) });
    } else {
      const sentence = `a part-of statement says ${short(index)}, which does not list this image`;
      const doubt = 'it does not list this image';
      all.push(
        found({
          told: [source],
          checks: [{ fact: 'index', value: index, doubt }],
          contradictions: [{ fact: 'index', sentence }],
        }),
      );
    }
  }
  const [digest, ...others] = await inOrder([...holders.keys()], names);
  const chosen = digest && holders.get(digest);
  const listing = [digest, ...others].flatMap((one) => (one && holders.get(one)?.says) ?? []);
  return {
    index: digest && chosen && { digest, manifest: chosen.manifest },
    findings: together([...listing, ...all]),
  };
}

/** Those that a tag stands on first. */
async function inOrder(
  digests: readonly Digest[],
  names: Where['names'],
): Promise<readonly Digest[]> {
  if (digests.length < 2) return digests;
  const { named } = await names();
  const stands = (digest: Digest) => named.some(({ descriptor }) => descriptor.digest === digest);
  return digests.toSorted((a, b) => Number(stands(b)) - Number(stands(a)));
}

/** Anybody may call anything an attestation in an index: one holds statements, and nothing else. */
const isStatements = ({ layers }: ImageManifest): boolean =>
  layers.every(({ mediaType }) => mediaType === statementMediaType);

const holds = ({ manifests }: ImageIndex, image: Digest): boolean =>
  manifests.some(({ digest }) => digest === image);

/** No registry finds an index by what it holds: the tags are gone through, unless one of them stands on the image. */
async function searchedIndex(image: Digest, { repository, names, gaps }: Where): Promise<Search> {
  const { named, left } = await names();
  if (named.some(({ descriptor }) => descriptor.digest === image)) {
    return { index: undefined, findings: found({}) };
  }
  const indexes = new Map<Digest, Tag>();
  for (const { tag, descriptor } of named) {
    if (isIndexType(descriptor.mediaType) && !indexes.has(descriptor.digest)) {
      indexes.set(descriptor.digest, tag);
    }
  }
  const hit = await firstOf([...indexes], async ([digest, tag]): Promise<Search | undefined> => {
    const look = () => storedAt(repository, digest);
    const stored = await gaps.ask(`the index ${digest}`, look, undefined);
    if (stored === undefined || !isIndex(stored.manifest) || !holds(stored.manifest, image)) {
      return undefined;
    }
    const source = tell('index', digest, { source: 'tag', where: tag });
    const findings = listed(
      digest,
      source,
      `, found by a search of ${named.length} ${named.length === 1 ? 'tag' : 'tags'}`,
    );
    return { index: { digest, manifest: stored.manifest }, findings };
  });
  if (hit !== undefined) return hit;
  if (left > 0) gaps.add('the index', `${named.length} tags were searched, and ${left} were not`);
  return { index: undefined, findings: found({}) };
}
