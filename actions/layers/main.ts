import path from 'node:path';

import { parseDockerfile } from '#dockerfile';
import type { Result } from '#gate';
import { platformOf } from '#image';
import type { Package } from '#inventory';
import {
  boundedFile,
  keepHeapSmall,
  kindOf,
  outputFile,
  read,
  UsageError,
  type Action,
  type Io,
  type Values,
} from '#io';
import {
  differencesOf,
  diveOf,
  diveReport,
  factsOf,
  inspect,
  judgeLayers,
  needsDive,
  type DiveAnalysis,
  type Inspected,
  type LayersDocument,
  type LayersOfPlatform,
  type LayersRules,
  type Look,
  type Subject,
} from '#layers';
import { pinned, platformKey, type OpenRepository, type Resolved } from '#oci';
import { layerCacheOf, openFor } from '#pipeline';

import { comparedWith } from './compare.ts';
import { diveResults, diveRules, writeDiveJson } from './dive.ts';
import { rulesOf } from './gates.ts';
import { attachTo, checkIndexes, namedIndexes } from './indexes.ts';
import { inputs } from './inputs.ts';
import { imageNamed } from './named.ts';
import { ownersFor } from './owners.ts';

type Input = Values<typeof inputs>;
const maxDockerfileBytes = 1024 * 1024;

/** Looks into an image, layer by layer, and compares it with another one. */
export const main: Action<LayersDocument> = async (io) => {
  const input = read(io, inputs);
  checkIndexes(input);
  keepHeapSmall();
  const rules = rulesOf(input);
  const open = openFor(io, input, []);
  const ofDive = await diveRules(io, input);
  const diveJson = await outputFile(io, 'dive-json');
  const look = await lookOf(io, input, open);
  const found = await imageNamed(input.image, { open, log: io.log });
  const subject = subjectOf(found);
  const other = input.compare && (await comparedWith(io, input.compare, { own: found, open }));
  const before = typeof other === 'object' ? subjectOf(other) : undefined;
  const attached = await namedIndexes(input, {
    open,
    subjects: before === undefined ? [subject] : [subject, before],
  });
  const platforms: LayersOfPlatform[] = [];
  const packages: (readonly Package[])[] = [];
  const results: Result[] = [];
  let dive: DiveAnalysis | undefined;
  for await (const each of inspect({
    ...look,
    attached,
    subject,
    before,
    platforms: input.platform,
  })) {
    const { digest } = each.analysis.image;
    const indexes = input.attach
      ? await attachTo(io, subject, { analysis: each.analysis, open })
      : (attached.get(digest)?.artifact ?? null);
    platforms.push({ ...each.report, indexes });
    packages.push(each.analysis.inventory.packages);
    results.push(...judged(each, { rules, verify: input.verify, isFirst: other === 'nothing' }));
    // Dive knows one platform: the machine's, else the first.
    const { image, config } = each.analysis;
    const isMachines = platformKey(platformOf(image, config)) === platformKey(io.machine);
    if (isMachines || platforms.length === 1) {
      if (input.compat === 'dive') dive = diveOf(each.analysis.listings);
      if (diveJson !== undefined) await writeDiveJson(diveJson, each.analysis);
    }
  }
  return {
    kind: kindOf('layers'),
    image: pinned(subject.name, subject.digest),
    digest: subject.digest,
    results: [
      ...results,
      ...(dive && ofDive ? diveResults(dive, { rules: ofDive, verify: input.verify }) : []),
    ],
    verified: input.verify,
    dockerfile: input.file ?? null,
    platforms,
    differences: differencesOf(platforms, packages),
    dive: dive === undefined ? null : diveReport(dive),
  };
};

const subjectOf = ({ repository, descriptor, reference }: Resolved): Subject => ({
  repository,
  digest: descriptor.digest,
  name: reference.name,
});

function judged(
  { analysis, before }: Inspected,
  asked: { readonly rules: LayersRules; readonly verify: boolean; readonly isFirst: boolean },
): readonly Result[] {
  const { rules, verify, isFirst } = asked;
  const dive = needsDive(rules);
  const standing =
    before === undefined ? (isFirst ? 'nothing' : undefined) : factsOf(before, { dive });
  return judgeLayers(rules, verify ? factsOf(analysis, { dive }) : undefined, standing);
}

async function lookOf(io: Io, input: Input, open: OpenRepository): Promise<Look> {
  const source = await sourceOf(io, input);
  return {
    open,
    openUntil: (signal) =>
      openFor({ ...io, signal: AbortSignal.any([io.signal, signal]) }, input, []),
    signal: io.signal,
    log: io.log,
    onPassedOver: (why) => {
      io.log.warn(`${why}; the layer is read`);
    },
    verify: input.verify,
    hash: input.hashes,
    cache: layerCacheOf(io, input),
    ...basesIn(input),
    source,
    owners: await ownersFor(io, input.file),
  };
}

/** One is the base, whether that is proven or not; of several it may be one. */
function basesIn({ base }: Input): Pick<Look, 'base' | 'candidates'> {
  const names = base.map((name) => ({ name }));
  const [first] = names;
  return first !== undefined && names.length === 1 ? { base: first } : { candidates: names };
}

/** @throws UsageError */
async function sourceOf({ cwd }: Io, { file, target }: Input): Promise<Look['source']> {
  if (file === undefined) {
    if (target === undefined) return undefined;
    const sentence = `target ${JSON.stringify(target)} is a stage of the Dockerfile, which is not given: name it in file`;
    throw new UsageError(sentence, { input: 'target' });
  }
  const text = await boundedFile(path.resolve(cwd, file), 'file', maxDockerfileBytes);
  if (text !== undefined) return { dockerfile: parseDockerfile(text, file), target };
  throw new UsageError(`file ${JSON.stringify(file)} is not there`, { input: 'file' });
}
