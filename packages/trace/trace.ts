import { imageConfig, type ImageConfig } from '#image';
import { UsageError } from '#io';
import {
  formatPlatform,
  isIndex,
  parsePlatform,
  pinned,
  type Digest,
  type Platform,
  type Repository,
} from '#oci';

import type { TraceDocument } from './document.ts';
import { findEvidence } from './evidence.ts';
import { familyOf, type Family } from './family.ts';
import { findSubject, type Subject } from './find.ts';
import { together, type Findings } from './findings.ts';
import { Gaps } from './gaps.ts';
import { gather, type Scene } from './gather.ts';
import type { TraceGround } from './ground.ts';
import type { Asked } from './image-id.ts';
import { contradictionsOf, linesOf } from './lines.ts';
import { listedOnce } from './listed-once.ts';
import { membersOf } from './members.ts';
import { namesOf, noNames } from './names.ts';

export interface TraceRequest {
  readonly asked: Asked;
  /** Where a digest alone is looked for. */
  readonly repositories: readonly string[];
  /** Of an index: whose labels and base are shown; undefined: those of the first. */
  readonly platform: string | undefined;
}

/** What the document says, but for what every document has and how the image was asked for. */
export type Trace = Omit<TraceDocument, 'kind' | 'image' | 'results' | 'asked' | 'digest'> & {
  readonly image: string;
  readonly digest: Digest;
};

/**
 * Goes back from an image to where it comes from, and says of each answer who gives it and what agrees with it. Only
 * the image itself has to be there; what else is missing or broken is named in `gaps`. Texts of images are never
 * followed but to a base, which is looked for in registries alone.
 * @throws UsageError, NotThere, and what the repository ends in
 */
export async function trace(request: TraceRequest, ground: TraceGround): Promise<Trace> {
  const { policy, open, signal } = ground;
  const gaps = new Gaps(signal);
  const first = policy.environments.map(({ tag }) => tag);
  const names = eachOnce((repository) =>
    gaps.ask(
      `the tags of ${repository.name}`,
      () => namesOf(repository, { first, signal }),
      noNames,
    ),
  );
  const { repositories } = request;
  const found = await findSubject(request.asked, { open, repositories, names, gaps });
  const listed = eachOnce(listedOnce);
  const subject = { ...found, repository: listed(found.repository) };
  const { repository, stored } = subject;
  const platform = request.platform === undefined ? undefined : parsePlatform(request.platform);
  const where = { repository, names: () => names(repository), gaps };
  const { family, findings: kin } = await familyOf(stored, where, platform);
  if (platform !== undefined && isIndex(stored.manifest)) mustHave(family, platform, subject);
  const config = await configOf(family, repository, gaps);
  const members = membersOf(stored.descriptor.digest, family);
  const scene: Scene = { subject, family, members, config, names, listed, gaps, ground };
  const findings = together([kin, await gather(scene)]);
  return told(scene, findings, await findEvidence(family, { members, repository, gaps }));
}

/** What was found, as the document says it. */
function told(scene: Scene, findings: Findings, evidence: Trace['evidence']): Trace {
  const { subject, family, config, gaps, ground } = scene;
  const { descriptor, manifest } = subject.stored;
  const { lines, gaps: more } = linesOf(findings);
  const alone = family.index === undefined ? 'image' : 'image of an index';
  return {
    image: pinned(subject.name, descriptor.digest),
    digest: descriptor.digest,
    role: isIndex(manifest) ? 'index' : alone,
    platform: family.image?.platform ?? platformIn(config),
    platformDigest: family.image?.digest ?? null,
    configDigest: family.image?.manifest.config.digest ?? null,
    contradictions: [...findings.contradictions, ...contradictionsOf(findings.told)],
    lines,
    evidence,
    gaps: [...gaps.found, ...more],
    policy: ground.policySource,
  };
}

/** One answer for each repository, however it was opened. */
function eachOnce<T>(ask: (repository: Repository) => T): (repository: Repository) => T {
  const known = new Map<string, T>();
  return (repository) => {
    const answer = known.get(repository.name) ?? ask(repository);
    known.set(repository.name, answer);
    return answer;
  };
}

function mustHave({ image, index }: Family, platform: Platform, { name, stored }: Subject): void {
  if (image !== undefined) return;
  const there = (index?.manifest.manifests ?? []).flatMap((child) =>
    child.platform === undefined || child.platform.os === 'unknown'
      ? []
      : formatPlatform(child.platform),
  );
  throw new UsageError(
    `${pinned(name, stored.descriptor.digest)} has no image for ${formatPlatform(platform)}: it has ${there.join(', ') || 'none'}`,
    { input: 'platform' },
  );
}

function platformIn(config: ImageConfig | undefined): string | null {
  if (config === undefined) return null;
  const { os, architecture, variant } = config;
  return [os, architecture, variant].filter((part) => part !== undefined).join('/');
}

/** Artifacts have a config of another kind, or none. */
async function configOf(
  { image }: Family,
  repository: Repository,
  gaps: Gaps,
): Promise<ImageConfig | undefined> {
  if (image === undefined) return undefined;
  const { mediaType } = image.manifest.config;
  if (!/container\.image|image\.config/.test(mediaType)) return undefined;
  return gaps.ask('its config', () => imageConfig(repository, image.manifest), undefined);
}
