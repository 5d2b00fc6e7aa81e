import {
  imageConfig,
  isAttestation,
  platformImages,
  platformOf,
  type Images,
  type PlatformImage,
  type PlatformImages,
} from '#image';
import { Failed, quote, UsageError, type Log } from '#io';
import {
  Corrupt,
  formatPlatform,
  parsePlatform,
  pinned,
  platformKey,
  type Descriptor,
  type Digest,
  type ImageIndex,
  type Platform,
} from '#oci';

import { analyse, type Analysis, type AnalysisRequest } from './analysis.ts';
import { boundsOf } from './bounded.ts';
import type { LayersOfPlatform } from './document.ts';
import type { BuildProvenance } from './provenance.ts';
import { readProvenance } from './provenance-read.ts';
import { reportOf } from './report.ts';
import { deltaReport } from './report-delta.ts';

/** An image or an index, where it lies. */
export interface Subject {
  readonly repository: Images;
  readonly digest: Digest;
  /** Registry and repository, for pages. */
  readonly name: string;
}

/** How each of its images is looked into. */
export type Look = Omit<
  AnalysisRequest,
  'from' | 'image' | 'index' | 'provenance' | 'onProgress' | 'onReadAgain'
> & {
  readonly log: Log;
};

export interface Inspection extends Look {
  readonly subject: Subject;
  /** What it is compared with, platform by platform. */
  readonly before?: Subject | undefined;
  /** Only these, such as `linux/arm64`; none: all. */
  readonly platforms?: readonly string[];
}

/** One platform of what was looked into. */
export interface Inspected {
  readonly analysis: Analysis;
  /** The image of the same platform in what it is compared with. */
  readonly before: Analysis | undefined;
  readonly report: LayersOfPlatform;
}

/**
 * Looks into the image of each platform, one after the other, and compares it with the one before. What is needed of
 * one has to be taken before the next is asked for: an analysis is large.
 * @throws UsageError for a platform that the image has not got; Corrupt, NotThere
 */
export async function* inspect(inspection: Inspection): AsyncGenerator<Inspected, void, undefined> {
  const { subject, before, platforms = [], ...look } = inspection;
  const { images, index } = await imagesOf(subject, platforms, look);
  const standing =
    before && (await standingOf(before, await withNames(subject, images, look), look));
  const bounds = boundsOf(images.length);
  for (const image of images) {
    const analysis = await analysed(subject, { image, index }, look);
    const old = counterpart(standing?.olds ?? [], image, analysis, images.length);
    if (before === undefined || old === undefined) {
      yield { analysis, before: undefined, report: reportOf(analysis, null, bounds) };
      continue;
    }
    const other = await analysed(before, { image: old, index: standing?.index }, look);
    yield {
      analysis,
      before: other,
      report: reportOf(analysis, deltaReport(other, analysis, { ...before, bounds }), bounds),
    };
  }
}

async function imagesOf(
  subject: Subject,
  platforms: readonly string[],
  look: Pick<Look, 'verify'>,
): Promise<PlatformImages> {
  const { repository, digest, name } = subject;
  const wanted = platforms.map((text) => platformKey(parsePlatform(text)));
  const listed: string[] = [];
  const mayBe = ({ platform }: Descriptor): boolean => {
    if (platform === undefined) return true;
    listed.push(formatPlatform(platform));
    return wanted.length === 0 || wanted.includes(platformKey(platform));
  };
  const { images, index } = await platformImages(repository, digest, mayBe);
  const named = wanted.length === 0 ? [] : await withNames(subject, images, look);
  const names = new Set([...listed, ...named.map(({ platform }) => formatPlatform(platform))]);
  const isNone = wanted.length === 0 ? images.length === 0 : names.size === 0;
  if (isNone) throw new Corrupt(pinned(name, digest), 'it is an index without images');
  if (wanted.length === 0) return { images, index };
  const keys = new Set(named.map(({ platform }) => platformKey(platform)));
  const missing = platforms.find((_, at) => !keys.has(wanted[at] ?? ''));
  if (missing === undefined) {
    const asked = named.filter(({ platform }) => wanted.includes(platformKey(platform)));
    return { index, images: asked.map(({ image }) => image) };
  }
  throw new UsageError(
    `${pinned(name, digest)} has no image for ${quote(missing)}: it has ${[...names].join(', ')}`,
    { input: 'platform' },
  );
}

interface Named {
  readonly image: PlatformImage;
  readonly platform: Platform;
}

/** Images that stand in no index say themselves what they are for. */
const withNames = (
  { repository }: Pick<Subject, 'repository'>,
  images: readonly PlatformImage[],
  { verify: isBelieved = true }: Pick<Look, 'verify'>,
): Promise<readonly Named[]> =>
  Promise.all(
    images.map(async (image) => {
      const { manifest, platform } = image;
      if (platform !== undefined) return { image, platform };
      const config = await imageConfig(repository, manifest, { isBelieved });
      return { image, platform: platformOf(image, config) };
    }),
  );

/** Of what stands before the images for the same platforms; where each side is one image, that one. */
async function standingOf(before: Subject, named: readonly Named[], look: Pick<Look, 'verify'>) {
  const { repository, digest } = before;
  const keys = new Set(named.map(({ platform }) => platformKey(platform)));
  const isFor = ({ platform }: Descriptor): boolean =>
    platform === undefined || keys.has(platformKey(platform));
  const { images, index } = await platformImages(repository, digest, isFor);
  const olds = await withNames(before, images, look);
  const all = index?.manifests.filter((child) => !isAttestation(child)).length ?? 1;
  if (named.length > 1 || all > 1) {
    return { index, olds: olds.filter(({ platform }) => keys.has(platformKey(platform))) };
  }
  if (olds.length > 0) return { index, olds };
  const only = await platformImages(repository, digest);
  return { index, olds: await withNames(before, only.images, look) };
}

/** The image of the same platform; where each side is one image, that one. */
function counterpart(
  before: readonly Named[],
  image: PlatformImage,
  { config }: Analysis,
  count: number,
): PlatformImage | undefined {
  if (before.length === 1 && count === 1) return before[0]?.image;
  const key = platformKey(platformOf(image, config));
  return before.find(({ platform }) => platformKey(platform) === key)?.image;
}

async function analysed(
  { repository, name }: Subject,
  { image, index }: { readonly image: PlatformImage; readonly index: ImageIndex | undefined },
  { log, ...look }: Look,
): Promise<Analysis> {
  const provenance = index && (await recorded({ repository, index, digest: image.digest }, log));
  const platform = image.platform === undefined ? '' : ` (${formatPlatform(image.platform)})`;
  const short = image.digest.replace(/^(sha\d+:[0-9a-f]{12}).*$/, '$1');
  return log.step(`Read ${name}@${short}${platform}`, (progress) =>
    analyse({
      ...look,
      from: repository,
      image,
      index,
      provenance,
      onReadAgain: (why) => {
        log.info(why);
      },
      onProgress: (done, of) => {
        progress(done, of, 'bytes');
      },
    }),
  );
}

/** It is written by nobody in particular, so one that cannot be read keeps nothing else from being told. */
async function recorded(
  at: { readonly repository: Images; readonly index: ImageIndex; readonly digest: Digest },
  log: Log,
): Promise<BuildProvenance | undefined> {
  try {
    return await readProvenance(at.repository, at.index, at.digest);
  } catch (error) {
    if (!(error instanceof Failed) || error.exit !== 3) throw error;
    log.warn(`what the engine wrote of the build is not used: ${error.message}`);
    return undefined;
  }
}
