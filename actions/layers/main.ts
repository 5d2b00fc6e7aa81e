import path from 'node:path';

import { parseDockerfile } from '#dockerfile';
import type { Result } from '#gate';
import { boundedFile, kindOf, read, UsageError, type Action, type Io, type Values } from '#io';
import { imageConfig, LayerCache, platformImages, platformOf, type PlatformImage } from '#image';
import {
  analyse,
  deltaReport,
  diveOf,
  reportOf,
  type Analysis,
  type AnalysisRequest,
  type LayersDocument,
  type LayersOfPlatform,
} from '#layers';
import {
  formatPlatform,
  formatReference,
  parsePlatform,
  pinned,
  resolveReference,
  type Resolved,
} from '#oci';
import { openFor } from '#pipeline';

import { comparedWith } from './compare.ts';
import { diveResults, diveRules } from './dive.ts';
import { checkNoWorse, factsOf, judgeLayers } from './gates.ts';
import { inputs } from './inputs.ts';

type Input = Values<typeof inputs>;
const maxDockerfileBytes = 1024 * 1024;

type Asked = Omit<AnalysisRequest, 'from' | 'image'>;

/** Looks into an image, layer by layer, and compares it with another one. */
export const main: Action<LayersDocument> = async (io) => {
  const input = read(io, inputs);
  checkNoWorse(input['no-worse']);
  const open = openFor(io, input, []);
  const rules = input.compat === 'dive' ? await diveRules(io, input['dive-ci']) : undefined;
  const asked = { ...(await askedOf(io, input)), open };
  const found = await resolveReference(open, input.image);
  const other =
    input.compare === undefined
      ? undefined
      : await comparedWith(io, input.compare, { own: found.reference, open });
  const images = await imagesOf(found, input);
  const before =
    other === undefined || other === 'nothing'
      ? undefined
      : await imagesOf(other, { ...input, platform: [] });
  const platforms: LayersOfPlatform[] = [];
  const results: Result[] = [];
  let dive: LayersDocument['dive'] = null;
  for (const image of images) {
    const analysis = await analysed(io, found, image, asked);
    const old = before && counterpart(before, image, images.length);
    const standing =
      old && other !== 'nothing' && other ? await analysed(io, other, old, asked) : undefined;
    const delta =
      standing === undefined || other === undefined || other === 'nothing'
        ? null
        : deltaReport(standing, analysis, {
            name: other.reference.name,
            digest: other.descriptor.digest,
          });
    const report = reportOf(analysis, delta);
    platforms.push(report);
    const there =
      standing === undefined
        ? other === 'nothing'
          ? 'nothing'
          : undefined
        : factsOf(reportOf(standing, null));
    results.push(...judgeLayers(input, factsOf(report), there));
    if (input.compat === 'dive' && dive === null && isChosen(io, report, images.length)) {
      const numbers = diveOf(analysis.listings);
      dive = {
        ...numbers,
        layerSizes: [...numbers.layerSizes],
        inefficient: [...numbers.inefficient],
      };
      if (rules !== undefined) results.push(...diveResults(numbers, rules));
    }
  }
  const { digest } = found.descriptor;
  return {
    kind: kindOf('layers'),
    image: pinned(found.reference.name, digest),
    digest,
    results,
    verified: input.verify,
    dockerfile: input.file ?? null,
    platforms,
    dive,
  };
};

/** Dive knows one platform: the machine's, where the image has several. */
const isChosen = ({ machine }: Io, { platform }: LayersOfPlatform, count: number): boolean =>
  count === 1 || platform === formatPlatform(machine);

async function askedOf(io: Io, input: Input): Promise<Omit<Asked, 'open'>> {
  const cache = cacheOf(io, input);
  return {
    signal: io.signal,
    verify: input.verify,
    hash: input.hashes,
    ...(cache === undefined ? {} : { cache }),
    base: input.base === undefined ? undefined : { name: input.base },
    source: await sourceOf(io, input),
  };
}

/** Undefined where there is no home to keep anything in. */
function cacheOf({ env, cwd }: Io, input: Input): LayerCache | undefined {
  const home = env.get('HOME');
  const caches = env.get('XDG_CACHE_HOME') ?? (home && path.join(home, '.cache'));
  const folder = input.cache ?? (caches && path.join(caches, 'ecluse', 'layers'));
  if (folder === undefined || folder === '') return undefined;
  return new LayerCache(path.resolve(cwd, folder), { maxBytes: input['cache-size'] });
}

/** @throws UsageError */
async function sourceOf({ cwd }: Io, { file, target }: Input): Promise<Asked['source']> {
  if (file === undefined) return undefined;
  const text = await boundedFile(path.resolve(cwd, file), 'file', maxDockerfileBytes);
  if (text !== undefined) return { dockerfile: parseDockerfile(text, file), target };
  throw new UsageError(`file ${JSON.stringify(file)} is not there`, { input: 'file' });
}

/** @throws UsageError for a platform that the image has not got */
async function imagesOf(
  { repository, descriptor, reference }: Resolved,
  { platform, verify: isBelieved }: Pick<Input, 'platform' | 'verify'>,
): Promise<readonly PlatformImage[]> {
  const wanted = platform.map((text) => formatPlatform(parsePlatform(text)));
  const { images } = await platformImages(repository, descriptor.digest);
  if (wanted.length === 0) return images;
  const named = await Promise.all(
    images.map(async (image) =>
      formatPlatform(
        platformOf(image, await imageConfig(repository, image.manifest, { isBelieved })),
      ),
    ),
  );
  const missing = wanted.find((name) => !named.includes(name));
  if (missing === undefined) return images.filter((_, at) => wanted.includes(named[at] ?? ''));
  throw new UsageError(
    `${formatReference(reference)} has no image for ${missing}: it has ${named.join(', ')}`,
    { input: 'platform' },
  );
}

/** The image of the same platform; where each side is one image, that one. */
function counterpart(
  before: readonly PlatformImage[],
  { platform }: PlatformImage,
  count: number,
): PlatformImage | undefined {
  if (before.length === 1 && count === 1) return before[0];
  const name = platform && formatPlatform(platform);
  return before.find((one) => one.platform !== undefined && formatPlatform(one.platform) === name);
}

async function analysed(
  io: Io,
  { repository, reference }: Resolved,
  image: PlatformImage,
  asked: Asked,
): Promise<Analysis> {
  const platform = image.platform === undefined ? '' : ` (${formatPlatform(image.platform)})`;
  return io.log.step(`Read ${reference.name}${platform}`, (progress) =>
    analyse({
      ...asked,
      from: repository,
      image,
      onProgress: (done, of) => {
        progress(done, of, 'bytes');
      },
    }),
  );
}
