import { matchesBase, type Policy } from '#config';
import { imageConfig, isAttestation, type ImageConfig } from '#image';
import { annotation, Failed } from '#io';
import { baseClaims, findBase, layersProven, type Base, type BaseSources } from '#layers';
import {
  isIndex,
  parseRegistryReference,
  type Digest,
  type OpenRepository,
  type Repository,
} from '#oci';

import type { Teller } from './document.ts';
import { clipped, found, tell, together, type Findings } from './findings.ts';
import { Gaps } from './gaps.ts';
import type { TraceGround } from './ground.ts';
import { storedAt } from './stored.ts';

interface Ground {
  readonly open: OpenRepository;
  readonly policy: Policy;
  /** Where the policy was read. */
  readonly policySource: string;
  readonly gaps: Gaps;
  readonly signal: AbortSignal;
}

type Until = Pick<TraceGround, 'openUntil' | 'untilMs'>;

export interface BaseFindings {
  readonly findings: Findings;
  /** Labels of the base: builders hand them down. */
  readonly labels: Readonly<Record<string, string>>;
}

const mostImages = 20;
const tellerOf: Readonly<Record<Base['rung'], Teller>> = {
  given: 'policy',
  annotation: 'manifest annotation',
  label: 'label',
  provenance: 'provenance',
  dockerfile: 'git',
  candidate: 'policy',
  history: 'history',
};

/** What the image stands on, whether that is proven by its layers, and who owns it. */
export async function baseFindings(
  sources: BaseSources,
  { openUntil, untilMs = 60_000, ...ground }: Omit<Ground, 'open'> & Until,
): Promise<BaseFindings> {
  const late = new AbortController();
  const timer = setTimeout(() => {
    late.abort(new Failed(3, 'late', `its registry did not answer in ${untilMs / 1000} s`));
  }, untilMs);
  try {
    const findings = await findingsUntil(sources, { ...ground, open: openUntil(late.signal) });
    // Whoever was asked last says so only as a doubt.
    ground.signal.throwIfAborted();
    return findings;
  } finally {
    clearTimeout(timer);
  }
}

async function findingsUntil(sources: BaseSources, ground: Ground): Promise<BaseFindings> {
  const base = await ground.gaps.ask(
    'the base',
    () => findBase(sources, { open: ground.open, openClaimed: ground.open }),
    undefined,
  );
  const disproved = await findDisproved(sources, base, ground);
  if (base === undefined) return { findings: disproved, labels: {} };
  const value = valueOf(base);
  const proof = base.verified
    ? {
        verified: `the image begins with its ${base.layers} ${base.layers === 1 ? 'layer' : 'layers'}`,
      }
    : { doubt: clipped(base.doubt ?? 'it is not proven') };
  const told = tell('base', value, { source: tellerOf[base.rung], where: whereOf(base.rung) });
  const checks: Findings['checks'] =
    base.name === 'scratch' ? [] : [{ fact: 'base', value, ...proof }, ...ownerCheck(base, ground)];
  return {
    findings: together([disproved, found({ told: [told, ...ownerOf(base, ground)], checks })]),
    labels: base.verified ? await labelsOf(base, sources, ground) : {},
  };
}

/** A base that the image names by its digest, and whose layers are not below those of the image. */
async function findDisproved(
  sources: BaseSources,
  base: Base | undefined,
  ground: Ground,
): Promise<Findings> {
  const claim = baseClaims(sources).find(
    ({ rung, digest }) => digest !== undefined && (rung === 'annotation' || rung === 'label'),
  );
  if (claim === undefined) return found({});
  // A label may be of an image below the base.
  const isOther =
    base?.verified !== true || (claim.rung === 'annotation' && claim.name !== base.name);
  if (!isOther) return found({});
  // Why it cannot be read is said of the base already.
  const quiet = new Gaps(ground.signal);
  const read = await quiet.ask('the base', () => configsOf(claim, sources, ground), []);
  const lists = read.map(({ rootfs }) => rootfs.diff_ids);
  const own = sources.config.rootfs.diff_ids;
  if (read.length === 0 || layersProven(own, { diffIds: lists }) !== undefined) return found({});
  const value = valueOf({ ...claim, layers: 0 });
  const source = tellerOf[claim.rung];
  const doubt = 'the image does not begin with its layers';
  return found({
    told: [tell('base', value, { source, where: whereOf(claim.rung) })],
    checks: [{ fact: 'base', value, doubt }],
    contradictions: [{ fact: 'base', sentence: `${source} says ${value}, and ${doubt}` }],
  });
}

async function labelsOf(base: Base, sources: BaseSources, ground: Ground) {
  const ask = () => configsOf(base, sources, ground);
  const [config] = await ground.gaps.ask('the labels of the base', ask, []);
  return config?.config?.Labels ?? {};
}

function valueOf({ name, digest, layers }: Pick<Base, 'name' | 'digest' | 'layers'>): string {
  const known = name === undefined ? undefined : name.replace(/@.*$/, '');
  if (known !== undefined) return clipped(digest === undefined ? known : `${known}@${digest}`);
  return digest ?? `an image of ${layers} layers whose name is not known`;
}

const whereOf = (rung: Base['rung']): string | null =>
  rung === 'annotation' || rung === 'label' ? annotation.baseName : null;

/** The configs of the base for the platform of the image. */
async function configsOf(
  { name, digest }: Pick<Base, 'name' | 'digest'>,
  { config }: BaseSources,
  { open }: Ground,
): Promise<readonly ImageConfig[]> {
  if (name === undefined || digest === undefined) return [];
  const repository = open(parseRegistryReference(name).name, 'read');
  return configsIn(repository, digest, config);
}

async function configsIn(
  repository: Repository,
  digest: Digest,
  { os, architecture }: ImageConfig,
): Promise<readonly ImageConfig[]> {
  const stored = await storedAt(repository, digest);
  if (stored === undefined) return [];
  const { manifest } = stored;
  if (!isIndex(manifest)) return [await imageConfig(repository, manifest)];
  const children = manifest.manifests.filter(
    (child) =>
      !isAttestation(child) &&
      (child.platform === undefined ||
        (child.platform.os === os && child.platform.architecture === architecture)),
  );
  const images = await Promise.all(
    children.slice(0, mostImages).map(async (child) => storedAt(repository, child.digest)),
  );
  return Promise.all(
    images.flatMap((image) =>
      image === undefined || isIndex(image.manifest)
        ? []
        : [imageConfig(repository, image.manifest)],
    ),
  );
}

function owner({ name }: Base, { policy }: Ground): string | undefined {
  const { base } = policy;
  if (name === undefined || base?.owner === undefined) return undefined;
  const plain = name === 'scratch' ? name : nameIn(name);
  return plain !== undefined && base.allowed.some((pattern) => matchesBase(pattern, plain))
    ? base.owner
    : undefined;
}

/** A stranger's text may be no name at all. */
function nameIn(text: string): string | undefined {
  try {
    return parseRegistryReference(text).name;
  } catch {
    return undefined;
  }
}

const ownerOf = (base: Base, ground: Ground): Findings['told'] => {
  const value = owner(base, ground);
  const source = { source: 'policy', where: ground.policySource } as const;
  return value === undefined ? [] : [tell('base owner', value, source)];
};

const ownerCheck = (base: Base, ground: Ground): Findings['checks'] => {
  const value = owner(base, ground);
  return value === undefined || !base.verified
    ? []
    : [
        {
          fact: 'base owner',
          value,
          verified: 'the base is proven, and the policy names its owner',
        },
      ];
};
