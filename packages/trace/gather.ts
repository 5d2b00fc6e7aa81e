import type { ImageConfig } from '#image';
import { parseProvenance, provenanceBytes, type BuildProvenance } from '#layers';
import { placeName, type Image } from '#lifecycle';
import type { Digest, Repository } from '#oci';

import { attestedProvenance, type Provenance } from './attested.ts';
import { baseFindings, type BaseFindings } from './base.ts';
import { checkClaims, findClaims } from './commits.ts';
import { findEnvironments, imagesIn, placesOf } from './environments.ts';
import type { Family } from './family.ts';
import type { Subject } from './find.ts';
import { found, short, tell, together, type Findings } from './findings.ts';
import type { Gaps } from './gaps.ts';
import { askGit, imageBelow } from './git.ts';
import type { TraceGround } from './ground.ts';
import { digestsOf, pointsTo, type Members } from './members.ts';
import type { Names } from './names.ts';
import { findProvenance } from './provenance.ts';
import { findPassed, findStatements, lastStage } from './statements.ts';
import { checkVersions, findTags } from './tags.ts';
import { findTexts, withInheritance } from './texts.ts';

/** The image that was found, and who can be asked about it. */
export interface Scene {
  readonly subject: Subject;
  readonly family: Family;
  readonly members: Members;
  readonly config: ImageConfig | undefined;
  readonly names: (repository: Repository) => Promise<Names>;
  /** Remembers what refers to what. */
  readonly listed: (repository: Repository) => Repository;
  readonly gaps: Gaps;
  readonly ground: TraceGround;
}

/** Asks everybody who may know something; what is said first is looked up by those who come later. */
export async function gather(scene: Scene): Promise<Findings> {
  const { subject, family, members, config, listed, gaps, ground } = scene;
  const { policy, history } = ground;
  const images = await heldImages(imagesIn(policy, subject.name), scene);
  const homes = homesOf(images, scene);
  const places = placesOf(images, policy, ground.open);
  const names = merged(await Promise.all(homes.map(scene.names)));
  const { repository } = subject;
  const provenance = await provenanceOf(scene);
  const attested = await attestedProvenance({ members, repository, gaps });
  const said = together([
    findClaims(names, members),
    await findStatements({ repositories: homes, members, gaps }),
    provenance.findings,
    attested.findings,
    findTexts(family, config),
  ]);
  const claims = await checkClaims(said.told, { repositories: homes, members, gaps });
  const git = await askGit(together([said, claims]), { history, gaps });
  const below = git.dockerfile && imageBelow(git.dockerfile, stageIn(said));
  const base = await baseOf(scene, provenance.build ?? attested.build, below);
  const told = withInheritance(said.told, base.labels);
  const passedIn = [...new Set([...homes, ...places.map((place) => listed(place.repository))])];
  const environments = policy.environments.map((environment) => environment.name);
  return together([
    findTags(names, members, new Set(places.map(placeName))),
    found({ ...said, told }),
    claims,
    git.findings,
    base.findings,
    checkVersions(told, names, members),
    besideDigest(subject, names, members),
    await findEnvironments(places, members, gaps),
    await findPassed({ repositories: passedIn, members, gaps }, environments),
  ]);
}

async function baseOf(
  { family, config, gaps, ground }: Scene,
  provenance: BuildProvenance | undefined,
  below: string | undefined,
): Promise<BaseFindings> {
  if (config === undefined) return { findings: found({}), labels: {} };
  const dockerfile = below === undefined ? undefined : { name: below };
  const [index, manifest] = [family.index?.manifest, family.image?.manifest];
  return baseFindings({ config, index, manifest, provenance, dockerfile }, { ...ground, gaps });
}

/** An environment may have one repository for several images: only those count that have the digest in their own. */
async function heldImages(images: readonly Image[], scene: Scene): Promise<readonly Image[]> {
  const held = await Promise.all(images.map((image) => isHeld(image, scene)));
  return images.filter((_, at) => held[at]);
}

async function isHeld(
  { repository: name }: Image,
  { subject, members, ground, gaps }: Scene,
): Promise<boolean> {
  if (name === subject.name) return true;
  const own = ground.open(name, 'read');
  const ask = (digest: Digest) => gaps.ask(name, () => own.resolve(digest), undefined);
  const found = await Promise.all(digestsOf(members).map(ask));
  return found.some((descriptor) => descriptor !== undefined);
}

/** Claims, versions and statements are in the image's own repository; where it was promoted to, there are copies. */
function homesOf(
  images: readonly Image[],
  { subject: { repository, name }, listed, ground }: Scene,
): readonly Repository[] {
  const others = images.filter((image) => image.repository !== name);
  return [repository, ...others.map((image) => listed(ground.open(image.repository, 'read')))];
}

const merged = (all: readonly Names[]): Names => ({
  named: all.flatMap(({ named }) => named),
  left: all.reduce((sum, { left }) => sum + left, 0),
});

/** What BuildKit put beside the image into its index. */
async function provenanceOf({ subject, family, members, gaps }: Scene): Promise<Provenance> {
  const { index, image } = family;
  const nothing = { findings: found({}), build: undefined };
  if (index === undefined || image === undefined) return nothing;
  return gaps.ask(
    'the provenance',
    async () => {
      const bytes = await provenanceBytes(subject.repository, index.manifest, image.digest);
      if (bytes === undefined) return nothing;
      const findings = findProvenance(bytes, { digests: digestsOf(members) });
      if (findings !== undefined) return { findings, build: parseProvenance(bytes) };
      gaps.add('the provenance', 'it is about another digest');
      return nothing;
    },
    nothing,
  );
}

function stageIn({ told }: Findings): string | undefined {
  const stage = told.find(({ fact }) => fact === 'stage')?.value;
  return stage === lastStage ? undefined : stage;
}

/** `name:tag@digest`: what counts is the digest, and the tag may have gone on. */
function besideDigest({ tag, name }: Subject, { named }: Names, members: Members): Findings {
  const standing = named.find((one) => one.place === `${name}:${tag ?? ''}`)?.descriptor.digest;
  if (tag === undefined || standing === undefined || pointsTo(members, standing) !== undefined)
    return found({});
  const doubt = `it points to ${short(standing)} now`;
  return found({
    told: [tell('tag', tag, { source: 'tag', where: `${name}:${tag}` })],
    checks: [{ fact: 'tag', value: tag, doubt }],
  });
}
