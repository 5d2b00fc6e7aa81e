import { smallBlob } from '#image';
import { maxProvenanceBytes, parseProvenance, type BuildProvenance } from '#layers';
import { cosignTags, isIndex, type Descriptor, type Digest, type Repository } from '#oci';

import {
  envelopeMediaType,
  isBundleType,
  mayBeProvenance,
  statementIn,
  statementMediaType,
} from './envelope.ts';
import { together, type Findings } from './findings.ts';
import type { Gaps } from './gaps.ts';
import { mostListed } from './listed-once.ts';
import { digestsOf, type Members } from './members.ts';
import { findProvenance } from './provenance.ts';
import { storedAt, type Stored } from './stored.ts';

/** What is more is a flood, and not read. */
const mostOpened = 20;
const maxBytesOfAll = 4 * maxProvenanceBytes;

export interface Provenance {
  readonly findings: Findings;
  /** What it says of the images that the build read. */
  readonly build: BuildProvenance | undefined;
}

interface Where {
  readonly members: Members;
  readonly repository: Repository;
  readonly gaps: Gaps;
}

/**
 * Provenance that others keep beside the image, in sigstore's bundles and other referrers and under cosign's tag `.att`:
 * statements in envelopes, whose signatures nobody looks at yet.
 * https://github.com/sigstore/cosign/blob/main/specs/BUNDLE_SPEC.md
 */
export async function attestedProvenance(where: Where): Promise<Provenance> {
  const opened = new Opened(where);
  for (const member of digestsOf(where.members)) {
    await opened.referrers(member);
    await opened.tags(member);
  }
  return { findings: together(opened.findings), build: opened.build };
}

/** What was opened so far: there is an end to it, however much there is. */
class Opened {
  readonly findings: Findings[] = [];
  build: BuildProvenance | undefined;
  readonly #where: Where;
  #bytes = 0;

  constructor(where: Where) {
    this.#where = where;
  }

  async referrers(member: Digest): Promise<void> {
    const { repository, gaps } = this.#where;
    const what = `provenance that refers to ${member}`;
    const some = await gaps.ask(what, () => candidates(repository, member), []);
    if (some.length > mostOpened) {
      gaps.add(what, `of ${some.length} artifacts that may be it ${mostOpened} were opened`);
    }
    for (const { digest } of some.slice(0, mostOpened)) await this.#open(digest, digest);
  }

  async tags(member: Digest): Promise<void> {
    const { repository, gaps } = this.#where;
    const tag = cosignTags(member).find((name) => name.endsWith('.att'));
    if (tag === undefined) return;
    const standing = await gaps.ask(`the tag ${tag}`, () => repository.resolve(tag), undefined);
    if (standing !== undefined) await this.#open(standing.digest, tag);
  }

  async #open(digest: Digest, name: string): Promise<void> {
    const { repository, gaps } = this.#where;
    const look = () => storedAt(repository, digest);
    const stored = await gaps.ask(`the artifact ${digest}`, look, undefined);
    for (const layer of layersIn(stored)) {
      await gaps.ask(`the provenance in ${name}`, () => this.#read(layer, name), undefined);
    }
  }

  async #read(layer: Descriptor, name: string): Promise<void> {
    const { members, repository, gaps } = this.#where;
    const what = `the provenance in ${name}`;
    // One that says that it is longer is not read, and takes nothing from the others.
    if (layer.size <= maxProvenanceBytes) this.#bytes += layer.size;
    if (this.#bytes > maxBytesOfAll) {
      gaps.add(what, `more than ${maxBytesOfAll} bytes of evidence are not read`);
      return;
    }
    const bytes = await smallBlob(repository, layer, { what, maxBytes: maxProvenanceBytes });
    const isSigned = layer.mediaType !== statementMediaType;
    const statement = isSigned ? statementIn(bytes, what) : bytes;
    if (statement === undefined) return;
    const signature = isSigned ? ({ signature: 'not verified' } as const) : {};
    const digests = digestsOf(members);
    const findings = findProvenance(statement, { digests, where: name, ...signature });
    if (findings === undefined) {
      gaps.add(what, 'it is about another digest');
      return;
    }
    this.findings.push(findings);
    if (findings.told.length === 0) return;
    const build = parseProvenance(statement, what);
    if (build.materials.length > 0) this.build ??= build;
  }
}

/** Referrers in which there may be provenance. */
async function candidates(repository: Repository, member: Digest): Promise<readonly Descriptor[]> {
  const all: Descriptor[] = [];
  let looked = 0;
  for await (const referrer of repository.referrers(member)) {
    looked += 1;
    // That there are more is said of the evidence.
    if (looked > mostListed) break;
    const { artifactType = '', annotations } = referrer;
    if (holdsStatement(artifactType) && mayBeProvenance(annotations)) all.push(referrer);
  }
  return all;
}

const layersIn = (stored: Stored | undefined): readonly Descriptor[] =>
  stored === undefined || isIndex(stored.manifest)
    ? []
    : stored.manifest.layers
        .filter(({ mediaType }) => holdsStatement(mediaType))
        .filter(({ annotations }) => mayBeProvenance(annotations))
        .slice(0, mostOpened);

const holdsStatement = (type: string): boolean =>
  isBundleType(type) || type === envelopeMediaType || type === statementMediaType;
