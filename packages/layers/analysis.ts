import {
  type AttachedIndexes,
  type ImageConfig,
  type LayerCache,
  type LayerIndex,
  type Listing,
  imageConfig,
  type Images,
  type PlatformImage,
  readLayers,
  type ImageLayer,
} from '#image';
import {
  collectors,
  inventoryOf,
  type Account,
  type FileFacts,
  type Inventory,
  type LayerFacts,
} from '#inventory';
import { Failed } from '#io';
import { Corrupt, type Digest, type ImageIndex, type OpenRepository } from '#oci';

import { adviceOn, type Advice } from './advice.ts';
import { findBase } from './base-find.ts';
import type { Base, BaseName } from './base.ts';
import { classifier, classOfLayer, type Classify, type FileClass } from './classes.ts';
import { hiddenIn } from './hidden-in.ts';
import { historyOf, type LayerHistory } from './history.ts';
import type { LayerLine } from './lines.ts';
import { runsAs, type RunsAs } from './not-root.ts';
import { baseInDockerfile, originLines, type Source } from './origin.ts';
import { ownersOf, type Owners } from './owners.ts';
import type { BuildProvenance } from './provenance.ts';
import { wasteOf, type WasteReport } from './waste.ts';

/** What is asked of one image, of one platform. */
export interface AnalysisRequest {
  readonly from: Images;
  readonly image: PlatformImage;
  /** The index that the image stands in, and what the engine wrote there of the build. */
  readonly index?: ImageIndex | undefined;
  readonly provenance?: BuildProvenance | undefined;
  /** For bases, which may be anywhere. */
  readonly open: OpenRepository;
  /** The same until a signal says that it is enough: for bases that only the image itself speaks of. */
  readonly openUntil?: ((signal: AbortSignal) => OpenRepository) | undefined;
  /** When that is, in milliseconds; a minute unless told: enough for a slow registry, and nobody waits longer. */
  readonly untilMs?: number;
  readonly signal: AbortSignal;
  /** False for images whose digests are made up. */
  readonly verify?: boolean;
  /** Files are hashed: else nobody can tell a file that was written again from one that changed. */
  readonly hash?: boolean;
  readonly cache?: LayerCache | undefined;
  /** Indexes that are believed, by the image that they tell of. */
  readonly attached?: ReadonlyMap<Digest, AttachedIndexes>;
  readonly onPassedOver?: (why: string) => void;
  readonly onReadAgain?: (why: string) => void;
  /** What the image is said to stand on. */
  readonly base?: BaseName | undefined;
  /** It may stand on one of these: the one that is proven. */
  readonly candidates?: readonly BaseName[] | undefined;
  /** What it was built from. */
  readonly source?: Source | undefined;
  readonly owners?: Owners | undefined;
  readonly onProgress?: (doneBytes: number, ofBytes: number) => void;
}

/** What is in an image, what is wasted, and who brought it. */
export interface Analysis {
  readonly image: PlatformImage;
  readonly config: ImageConfig;
  readonly indexes: readonly LayerIndex[];
  readonly listings: readonly Listing[];
  readonly history: LayerHistory;
  readonly base: Base | undefined;
  readonly lines: readonly (LayerLine | undefined)[];
  readonly classify: Classify;
  readonly classes: readonly FileClass[];
  readonly waste: WasteReport;
  readonly advice: readonly Advice[];
  readonly inventory: Inventory;
  readonly user: RunsAs;
  /** For each layer, who answers for it. */
  readonly owners: readonly (string | undefined)[];
}

/**
 * Reads every layer of an image once, or not at all where the cache has it, and tells what is in it.
 * @throws Corrupt for an image that is not what it says, or no image; NotThere
 */
export async function analyse(request: AnalysisRequest): Promise<Analysis> {
  const { from, image, source, provenance } = request;
  const { verify = true, hash = true } = request;
  const config = await imageConfig(from, image.manifest, { isBelieved: verify });
  const layers = layersOf(image, config, verify);
  const attached = request.attached?.get(image.digest);
  const indexes = await readLayers({ ...request, attached, layers, collectors, verify, hash });
  const listings = indexes.map(({ listing }) => listing);
  const history = historyOf(config);
  const base = await baseOf(request, config);
  const baseLayers = base?.layers ?? 0;
  const blobs = image.manifest.layers.map(({ digest }) => digest);
  const lines = originLines(history, { source, provenance, layers: blobs, baseLayers });
  const keywords = history.layers.map((step) => step?.keyword);
  const facts = indexes.map(factsIn);
  const systems = facts.map((layer) => (layer['os-release'] ?? []).length > 0);
  const classify = classifier({ baseLayers, keywords, systems });
  const waste = wasteOf(listings);
  const built = listings.map((_, at) => ({
    command:
      config.history?.filter(({ empty_layer }) => empty_layer !== true)[at]?.created_by ?? '',
    ...(base === undefined ? {} : { isBase: at < baseLayers }),
  }));
  return {
    image,
    config,
    indexes,
    listings,
    history,
    base,
    lines,
    classify,
    classes: listings.map((listing, at) => classOfLayer(listing, at, classify)),
    waste,
    advice: adviceOn({ waste: waste.waste, kept: waste.kept(), layers: built }),
    owners: await ownersOf(request.owners, lines, baseLayers),
    ...found(listings, facts, config),
  };
}

async function baseOf(request: AnalysisRequest, config: ImageConfig): Promise<Base | undefined> {
  const { image, index, provenance, source, base: given, candidates } = request;
  const { open, openUntil, untilMs = 60_000 } = request;
  const dockerfile = source && baseInDockerfile(source, config);
  const { manifest } = image;
  const sources = { config, index, manifest, given, candidates, provenance, dockerfile };
  const late = new AbortController();
  const timer = setTimeout(() => {
    late.abort(new Failed(3, 'late', `its registry did not answer in ${untilMs / 1000} s`));
  }, untilMs);
  try {
    const found = await findBase(sources, { open, openClaimed: openUntil?.(late.signal) ?? open });
    // Whoever was asked last says so only as a doubt.
    request.signal.throwIfAborted();
    return found;
  } finally {
    clearTimeout(timer);
  }
}

/** @throws Corrupt for an artifact, which has no layers of files, and for a config that disagrees */
function layersOf(
  { digest, manifest }: PlatformImage,
  { rootfs }: ImageConfig,
  verify: boolean,
): readonly ImageLayer[] {
  const foreign = manifest.layers.find(({ mediaType }) => !/(?:layer|rootfs).*tar/.test(mediaType));
  if (foreign !== undefined) {
    throw new Corrupt(digest, `it is no image: it holds ${JSON.stringify(foreign.mediaType)}`);
  }
  if (verify && rootfs.diff_ids.length !== manifest.layers.length) {
    const count = manifest.layers.length;
    const names = `${count} layer${count === 1 ? '' : 's'}, and its config names ${rootfs.diff_ids.length}`;
    throw new Corrupt(digest, `its manifest has ${names}`);
  }
  return manifest.layers.map((blob, at) => ({ blob, diffId: rootfs.diff_ids[at] }));
}

const factsIn = (index: LayerIndex): LayerFacts =>
  Object.fromEntries(collectors.map((each) => [each.name, index.facts<never>(each) ?? []]));

function found(
  listings: readonly Listing[],
  facts: readonly LayerFacts[],
  config: ImageConfig,
): Pick<Analysis, 'inventory' | 'user'> {
  const paths = facts.flatMap((layer) =>
    Object.values(layer).flatMap((files) => files.map(({ path }) => path)),
  );
  const hidden = hiddenIn(listings, paths);
  const accounts = facts
    .flatMap(({ passwd = [] }, at) => passwd.map((file) => ({ file, at })))
    .findLast(({ file, at }) => hidden(at, file.path) === undefined)?.file;
  return {
    inventory: inventoryOf(facts, hidden),
    user: runsAs(config.config?.User, accounts && passwdOf(accounts)),
  };
}

const passwdOf = ({ facts, unread }: FileFacts<Account>): Buffer | 'unread' =>
  unread === true
    ? 'unread'
    : Buffer.from(facts.map(({ name, uid }) => `${name}:x:${uid}:`).join('\n'), 'latin1');
