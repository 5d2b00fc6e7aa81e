import { isAttestation } from '#image';
import { annotation } from '#io';
import { cosignTags, isIndex, type Descriptor, type Digest, type Repository, type Tag } from '#oci';

import type { Evidence } from './document.ts';
import { predicateKeys } from './envelope.ts';
import type { Family } from './family.ts';
import { clipped } from './findings.ts';
import type { Gaps } from './gaps.ts';
import { mostListed } from './listed-once.ts';
import { digestsOf, type Members } from './members.ts';
import { storedAt } from './stored.ts';

/** What is more is a flood, and not read. */
const mostAttestations = 50;

interface Where {
  readonly members: Members;
  readonly repository: Repository;
  readonly gaps: Gaps;
}

/** All that is attached to the image and its index: referrers, cosign's tags, and what BuildKit put into the index. */
export async function findEvidence(
  family: Family,
  { members, repository, gaps }: Where,
): Promise<readonly Evidence[]> {
  const all = await Promise.all(
    digestsOf(members).map(async (member) => [
      ...(await gaps.ask(
        `what refers to ${member}`,
        () => referrersOf(member, repository, gaps),
        [],
      )),
      ...(
        await Promise.all(cosignTags(member).map((tag) => atTag(tag, member, { repository, gaps })))
      ).flat(),
    ]),
  );
  const inOrder = all.map((some) => some.toSorted(byTime)).flat();
  return [...inOrder, ...(await attestations(family, repository, gaps))];
}

/** Whatever order a storage lists them in. */
const byTime = (a: Evidence, b: Evidence): number =>
  `${a.created ?? ''} ${a.digest}` < `${b.created ?? ''} ${b.digest}` ? -1 : 1;

async function atTag(
  tag: Tag,
  member: Digest,
  { repository, gaps }: Omit<Where, 'members'>,
): Promise<readonly Evidence[]> {
  const standing = await gaps.ask(`the tag ${tag}`, () => repository.resolve(tag), undefined);
  return standing === undefined ? [] : [{ ...shown(standing, member), place: 'cosign tag', tag }];
}

async function referrersOf(
  member: Digest,
  repository: Repository,
  gaps: Gaps,
): Promise<readonly Evidence[]> {
  const all: Evidence[] = [];
  for await (const referrer of repository.referrers(member)) {
    if (all.length >= mostListed) {
      gaps.add(`what refers to ${member}`, `there are more than ${mostListed}`);
      break;
    }
    all.push({ ...shown(referrer, member), place: 'referrer', tag: null });
  }
  return all;
}

function shown(
  { digest, artifactType, annotations = {} }: Descriptor,
  about: Digest,
): Omit<Evidence, 'place' | 'tag'> {
  const created = annotations[annotation.created];
  return {
    about,
    digest,
    type: artifactType === undefined ? null : clipped(artifactType),
    predicates: predicateKeys.flatMap((key) => annotations[key] ?? []).map(clipped),
    created: created === undefined ? null : clipped(created),
  };
}

/** https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
async function attestations(
  { index, image }: Family,
  repository: Repository,
  gaps: Gaps,
): Promise<readonly Evidence[]> {
  const all: Evidence[] = [];
  const key = 'vnd.docker.reference.digest';
  for (const child of index?.manifest.manifests.filter(isAttestation).slice(0, mostAttestations) ??
    []) {
    const about = child.annotations?.[key];
    if (about === undefined || about !== image?.digest) continue;
    const look = () => storedAt(repository, child.digest);
    const stored = await gaps.ask(`the attestation ${child.digest}`, look, undefined);
    const layers = stored === undefined || isIndex(stored.manifest) ? [] : stored.manifest.layers;
    const predicates = layers
      .slice(0, mostAttestations)
      .flatMap(({ annotations = {} }) => predicateKeys.flatMap((name) => annotations[name] ?? []));
    const type = layers[0]?.mediaType ?? null;
    all.push({
      about,
      digest: child.digest,
      type,
      predicates: predicates.map(clipped),
      created: null,
      place: 'index',
      tag: null,
    });
  }
  return all;
}
