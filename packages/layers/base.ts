import type { ImageConfig } from '#image';
import { annotation } from '#io';
import { isDigest, type Digest, type ImageIndex, type ImageManifest } from '#oci';

import { historyOf, type LayerHistory } from './history.ts';
import type { BuildProvenance } from './provenance.ts';

/**
 * Who says what an image stands on, in the order in which they are asked: a person; a person who names several, of which
 * it may be one; the annotations of the index or the manifest; a label of the config, which may be the base's own; the
 * engine's provenance; the FROM of the Dockerfile; the image's history, which is a guess.
 */
export const baseRungs = [
  'given',
  'candidate',
  'annotation',
  'label',
  'provenance',
  'dockerfile',
  'history',
] as const;
export type BaseRung = (typeof baseRungs)[number];

export interface BaseClaim {
  readonly rung: Exclude<BaseRung, 'history'>;
  readonly name: string;
  readonly digest: Digest | undefined;
}

/** A claim after it was looked into. */
export interface BaseEvidence extends BaseClaim {
  /** The diffIDs of each image that it names; undefined: they could not be read. */
  readonly diffIds: readonly (readonly Digest[])[] | undefined;
  /** Why they could not be read. */
  readonly doubt?: string | undefined;
  /** The claim itself names the digest; behind a tag there may be another image by now. */
  readonly pinned: boolean;
}

export interface Base {
  readonly name: string | undefined;
  readonly digest: Digest | undefined;
  /** How many of the image's layers, from the lowest, are the base's. */
  readonly layers: number;
  readonly rung: BaseRung;
  /** The image begins with the layers of this base. */
  readonly verified: boolean;
  /** Why it is not verified. */
  readonly doubt: string | undefined;
}

/** Who can be asked about one image. */
export interface BaseSources {
  readonly given?: BaseName | undefined;
  /** It may be one of these, or none. */
  readonly candidates?: readonly BaseName[] | undefined;
  readonly index?: Pick<ImageIndex, 'annotations'> | undefined;
  readonly manifest?: Pick<ImageManifest, 'annotations'> | undefined;
  readonly config: ImageConfig;
  readonly provenance?: BuildProvenance | undefined;
  /** What the FROM below the built stage names. */
  readonly dockerfile?: BaseName | undefined;
}
/** A reference as people write it, and its digest where that is not part of it. */
export interface BaseName {
  readonly name: string;
  readonly digest?: Digest | undefined;
}

/** What each of them claims, in their order. Provenance that names several images has one claim for each. */
export function baseClaims(sources: BaseSources): readonly BaseClaim[] {
  const { given, index, manifest, config, provenance, dockerfile, candidates = [] } = sources;
  const claim =
    (rung: BaseClaim['rung']) =>
    ({ name, digest }: BaseName): BaseClaim => ({ rung, name, digest });
  const of = (rung: BaseClaim['rung'], name: BaseName | undefined): readonly BaseClaim[] =>
    name === undefined ? [] : [claim(rung)(name)];
  return [
    ...of('given', given),
    ...candidates.map(claim('candidate')),
    ...namesIn(manifest?.annotations).map(claim('annotation')),
    ...namesIn(index?.annotations).map(claim('annotation')),
    ...namesIn(config.config?.Labels).map(claim('label')),
    ...(provenance?.materials ?? []).slice(0, mostClaims).map(claim('provenance')),
    ...of('dockerfile', dockerfile),
  ];
}

/** Each claim costs requests. */
const mostClaims = 20;

/**
 * The digest, and then what the name means today: Buildah with `--layers`, which is how Podman builds, writes the digest
 * of its last step but one there.
 */
function namesIn(texts: Readonly<Record<string, string>> = {}): readonly BaseName[] {
  const name = texts[annotation.baseName];
  const digest = texts[annotation.baseDigest];
  if (name === undefined || name === '') return [];
  if (digest === undefined || !isDigest(digest)) return [{ name }];
  return name.includes('@') ? [{ name, digest }] : [{ name, digest }, { name }];
}

/** How many of an image's layers, from the lowest, are those of a base; undefined: it does not begin with them. */
export function layersProven(
  own: readonly Digest[],
  { diffIds = [] }: Pick<BaseEvidence, 'diffIds'>,
): number | undefined {
  const proven = diffIds.filter(
    (ids) => ids.length > 0 && ids.every((id, position) => own[position] === id),
  );
  return proven.length === 0 ? undefined : Math.max(...proven.map(({ length }) => length));
}

/** Whether nobody further down needs to be asked. A label may be older than the image: of an image below its base. */
export function settles({ config }: BaseSources, evidence: BaseEvidence): boolean {
  if (evidence.rung === 'given') return true;
  if (evidence.rung === 'label') return false;
  if (evidence.name === 'scratch') return evidence.rung !== 'candidate';
  return layersProven(config.rootfs.diff_ids, evidence) !== undefined;
}

/**
 * The base by the first claim that is proven, of candidates by the one with the most layers; a proven label only where
 * none has more layers. Else by the first claim that is not disproved, else by a guess. Undefined: nothing tells.
 */
export function chooseBase(
  { config }: BaseSources,
  claims: readonly BaseEvidence[],
): Base | undefined {
  const own = config.rootfs.diff_ids;
  const known = claims.map((claim) => ({ claim, layers: layersProven(own, claim) }));
  const given = known.find(({ claim }) => claim.rung === 'given');
  if (given !== undefined && given.layers === undefined) return unproven(given.claim, config);
  const proven = known.flatMap(({ claim, layers }) =>
    layers === undefined ? [] : { claim, layers },
  );
  const label = proven.find(({ claim }) => claim.rung === 'label');
  const [candidate] = proven
    .filter(({ claim }) => claim.rung === 'candidate')
    .sort((a, b) => b.layers - a.layers);
  const first = proven.find(({ claim }) => claim.rung !== 'label');
  const other = first?.claim.rung === 'candidate' ? candidate : first;
  const best = label !== undefined && label.layers > (other?.layers ?? 0) ? label : other;
  if (best !== undefined) {
    const { name, digest, rung } = best.claim;
    return { name, digest, layers: best.layers, rung, verified: true, doubt: undefined };
  }
  const possible = claims.find((claim) => mayBe(claim, claims));
  return possible === undefined ? guessed(historyOf(config)) : unproven(possible, config);
}

/** An image that was read and is not below this one is disproved, if it is surely the one that was meant. */
function mayBe(
  { rung, name, pinned, diffIds }: BaseEvidence,
  all: readonly BaseEvidence[],
): boolean {
  if (rung === 'candidate') return false;
  // Behind the tag of a claim with a digest only a proof counts.
  if (!pinned && all.some((one) => one.pinned && one.rung === rung && one.name === name))
    return false;
  if (name === 'scratch') return true;
  if (rung === 'provenance' && all.filter((one) => one.rung === rung).length > 1) return false;
  return diffIds === undefined || !pinned;
}

function unproven(claim: BaseEvidence, config: ImageConfig): Base {
  const { name, rung, diffIds, doubt, pinned } = claim;
  const digest = pinned ? claim.digest : undefined;
  if (name === 'scratch') {
    return { name, digest: undefined, layers: 0, rung, verified: false, doubt: undefined };
  }
  const unlike = `the image does not begin with the layers of ${digest ?? name}`;
  const layers = diffIds === undefined ? guessedLayers(historyOf(config)) : 0;
  return { name, digest, layers, rung, verified: false, doubt: doubt ?? unlike };
}

function guessed(history: LayerHistory): Base | undefined {
  const layers = guessedLayers(history);
  if (layers === 0) return undefined;
  const doubt = 'it is guessed from the history';
  return { name: undefined, digest: undefined, layers, rung: 'history', verified: false, doubt };
}

/**
 * Most bases end with a CMD or an ENTRYPOINT. The image's own come after its last layer, so the next ones below that
 * are the base's.
 */
export function guessedLayers({ steps, disagreement }: LayerHistory): number {
  if (disagreement !== undefined) return 0;
  const top = steps.findLastIndex(({ layer }) => layer !== undefined);
  const end = steps
    .slice(0, Math.max(top, 0))
    .findLastIndex(
      ({ layer, keyword }) =>
        layer === undefined && (keyword === 'CMD' || keyword === 'ENTRYPOINT'),
    );
  return steps.slice(0, end + 1).filter(({ layer }) => layer !== undefined).length;
}
