import { kindOf, read, UsageError, type Action, type Io, type Values } from '#io';
import {
  copy,
  descriptorAnnotations,
  forPlatforms,
  formatReference,
  NotThere,
  parsePlatform,
  parseReference,
  pinned,
  resolveReference,
  sealArchive,
  type Digest,
  type OpenRepository,
  type Part,
  type Reference,
  type Repository,
} from '#oci';
import { openFor } from '#pipeline';

import { copyAllTags } from './all-tags.ts';
import type { CopiedName, CopyDocument } from './document.ts';
import { inputs } from './inputs.ts';
import { checkName, nameRules, versionTaken, writeName } from './names.ts';
import { rehearsal } from './rehearse.ts';

type Input = Values<typeof inputs>;
interface Place {
  readonly reference: Reference;
  readonly to: Repository;
  readonly open: OpenRepository;
  readonly withReferrers: boolean;
  readonly withCosignTags: boolean;
}

/** Copies an image, or all that have a tag, between registries, layouts and archives. */
export const main: Action<CopyDocument> = async (io) => {
  const input = read(io, inputs);
  const reference = destinationOf(input);
  const open = openFor(io, input, [reference.name]);
  const to = open(reference.name, 'write');
  const place: Place = {
    reference,
    to: input['dry-run'] ? rehearsal(to) : to,
    open,
    withReferrers: input.referrers,
    withCosignTags: given(io, 'cosign-tags') ? input['cosign-tags'] : input.referrers,
  };
  return input['all-tags'] ? everything(io, input, place) : one(io, input, place);
};

const given = (io: Io, name: string): boolean => (io.input(name) ?? '') !== '';

/** @throws UsageError */
function destinationOf(input: Input): Reference {
  const reference = parseReference(input.destination);
  const refuse = (why: string): never => {
    throw new UsageError(`destination ${JSON.stringify(input.destination)} ${why}`, {
      input: 'destination',
    });
  };
  const { transport, tag, digest, name } = reference;
  if (digest !== undefined) refuse('must have no digest: it is that of what is copied');
  if (input['all-tags']) {
    const source = parseReference(input.source);
    if (tag !== undefined || source.tag !== undefined || source.digest !== undefined) {
      refuse('is for all tags: name a tag on neither side');
    }
    if (transport === 'oci-archive') refuse('is an archive, which holds one image: write oci:DIR');
    if (input.platform.length > 0) refuse('is for all tags: those are copied for all platforms');
  } else if (transport === 'oci' && tag === undefined) {
    refuse(`needs a tag, without which nobody finds the image in the folder: write ${name}:TAG`);
  }
  return reference;
}

async function one(io: Io, input: Input, place: Place): Promise<CopyDocument> {
  const { reference, to, withReferrers, withCosignTags } = place;
  const rules = await nameRules(io, reference);
  const {
    repository: from,
    reference: source,
    descriptor,
  } = await resolveReference(place.open, input.source);
  const platforms = input.platform.map(parsePlatform);
  const part = platforms.length === 0 ? undefined : await forPlatforms(from, descriptor, platforms);
  const root = part?.root ?? descriptor;
  const known: Part['known'] = part?.known ?? new Map<Digest, never>();
  const { tag } = reference;
  if (tag !== undefined) await checkName(to, { tag, digest: root.digest }, rules);
  const shown = formatReference(source);
  const copied = await io.log.step(`Copied ${shown}`, (progress) => {
    const onProgress = (done: number, of: number) => {
      progress(done, of, 'bytes');
    };
    return copy({
      from,
      to,
      root,
      known,
      withReferrers,
      withCosignTags,
      signal: io.signal,
      onProgress,
    });
  });
  const bytes = known.get(root.digest)?.bytes ?? (await from.manifest(root.digest))?.bytes;
  if (bytes === undefined) throw new NotThere(root.digest, from.name);
  const annotations = await descriptorAnnotations(from, root.digest);
  const names =
    tag === undefined
      ? []
      : [await writeName(to, { tag, descriptor: root, bytes, annotations }, rules)];
  const refused = names.find(({ state }) => state === 'refused');
  if (refused !== undefined && tag !== undefined) {
    const { before, digest } = refused;
    throw versionTaken(to, tag, { standing: before ?? 'nothing', digest });
  }
  if (tag === undefined) await sealArchive(to, root);
  return {
    kind: kindOf('copy'),
    image: pinned(reference.name, root.digest),
    digest: root.digest,
    results: [],
    source: pinned(source.name, descriptor.digest),
    platforms: input.platform,
    names,
    ...copied,
    dryRun: input['dry-run'],
  };
}

async function everything(io: Io, input: Input, place: Place): Promise<CopyDocument> {
  const source = parseReference(input.source);
  const from = place.open(source.name, 'read');
  const rules = await nameRules(io, place.reference);
  const { copied, names } = await copyAllTags(io, { ...place, from, rules });
  const refused = names.filter(({ state }) => state === 'refused');
  return {
    kind: kindOf('copy'),
    image: null,
    digest: null,
    results: refused.length === 0 ? [] : [resultOf(refused)],
    source: source.name,
    platforms: [],
    names,
    ...copied,
    dryRun: input['dry-run'],
  };
}

const mostNamed = 5;

const resultOf = (refused: readonly CopiedName[]): CopyDocument['results'][number] => ({
  gate: 'names',
  outcome: 'failed',
  reason: `${refused.length} tags stand on another digest, and are versions or purpose tags: ${refused
    .slice(0, mostNamed)
    .map(({ tag }) => tag)
    .join(', ')}${refused.length > mostNamed ? ', …' : ''}`,
  evidence: [],
});
