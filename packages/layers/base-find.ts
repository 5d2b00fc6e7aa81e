import { type ImageConfig, imageConfig, platformImages } from '#image';
import { messageOf } from '#io';
import {
  NotThere,
  parseRegistryReference,
  parseTag,
  resolveReference,
  type Descriptor,
  type Digest,
  type OpenRepository,
  type Repository,
} from '#oci';

import {
  baseClaims,
  chooseBase,
  settles,
  type Base,
  type BaseClaim,
  type BaseEvidence,
  type BaseSources,
} from './base.ts';

export interface BasePorts {
  /** For bases that a person named. */
  readonly open: OpenRepository;
  /** For all others. */
  readonly openClaimed: OpenRepository;
}

/**
 * What an image stands on, by the ladder of `baseRungs`: claims are looked into one after the other until one is
 * proven by its diffIDs, and candidates all, since one of them may stand on another. One that cannot be read is no error: it stays unverified. Claims of an image are a
 * stranger's: they are looked for in registries alone, never in files.
 * @throws UsageError, NotThere for a base that was given and means no image
 */
export async function findBase(sources: BaseSources, ports: BasePorts): Promise<Base | undefined> {
  const evidence: BaseEvidence[] = [];
  let isSettled = false;
  for (const claim of baseClaims(sources)) {
    const isNext = claim.rung === 'candidate' && evidence.at(-1)?.rung === 'candidate';
    if (isSettled && !isNext) break;
    const found = await lookInto(claim, sources.config, ports);
    evidence.push(found);
    isSettled ||= settles(sources, found);
  }
  return chooseBase(sources, evidence);
}

async function lookInto(
  claim: BaseClaim,
  config: ImageConfig,
  { open, openClaimed }: BasePorts,
): Promise<BaseEvidence> {
  const pinned = claim.digest !== undefined || claim.name.includes('@');
  if (claim.name === 'scratch') return { ...claim, diffIds: undefined, pinned };
  const isNamed = claim.rung === 'given' || claim.rung === 'candidate';
  const found = isNamed ? await given(claim, open) : undefined;
  try {
    const { repository, digest } = found ?? (await claimed(claim, openClaimed));
    return { ...claim, digest, pinned, diffIds: await diffIdsOf(repository, digest, config) };
  } catch (error) {
    return { ...claim, diffIds: undefined, pinned, doubt: messageOf(error) };
  }
}

interface Found {
  readonly repository: Repository;
  readonly digest: Digest;
}

async function given({ name, digest }: BaseClaim, open: OpenRepository): Promise<Found> {
  const text = digest === undefined ? name : `${name.replace(/@.*$/, '')}@${digest}`;
  const { repository, descriptor } = await resolveReference(open, text);
  return { repository, digest: descriptor.digest };
}

async function claimed({ name, digest }: BaseClaim, open: OpenRepository): Promise<Found> {
  const reference = parseRegistryReference(name);
  const repository = open(reference.name, 'read');
  const pinned = digest ?? reference.digest;
  if (pinned !== undefined) return { repository, digest: pinned };
  const tag = reference.tag ?? parseTag('latest');
  const descriptor = await repository.resolve(tag);
  if (descriptor === undefined) throw new NotThere(tag, reference.name);
  return { repository, digest: descriptor.digest };
}

/** An index that does not say what its images are for has few. */
const mostImages = 20;

/** Of the images for the same platform; of all where the index does not say. */
async function diffIdsOf(
  repository: Repository,
  digest: Digest,
  { os, architecture }: ImageConfig,
): Promise<readonly (readonly Digest[])[]> {
  const isFor = ({ platform }: Descriptor): boolean =>
    platform === undefined || (platform.os === os && platform.architecture === architecture);
  const { images } = await platformImages(repository, digest, isFor);
  return Promise.all(
    images
      .slice(0, mostImages)
      .map(async ({ manifest }) => (await imageConfig(repository, manifest)).rootfs.diff_ids),
  );
}
