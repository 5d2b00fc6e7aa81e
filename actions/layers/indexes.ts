import { attachIndexes, openIndexes, platformImages, type AttachedIndexes } from '#image';
import { quote, UsageError, type Io, type Values } from '#io';
import type { Analysis, Subject } from '#layers';
import { unlessDry } from '#lifecycle';
import {
  isDigest,
  isIndexType,
  NotThere,
  parseReference,
  type Descriptor,
  type Digest,
  type OpenRepository,
} from '#oci';

import type { inputs } from './inputs.ts';

type Input = Values<typeof inputs>;
type Attached = ReadonlyMap<Digest, AttachedIndexes>;

/** @throws UsageError for what cannot be asked together */
export function checkIndexes({ attach, indexes, verify, image }: Input): void {
  const input = attach ? 'attach' : 'indexes';
  if (!attach && indexes.length === 0) return;
  if (!verify) {
    throw new UsageError(`${input} is only for images that are verified: leave --no-verify out`, {
      input,
    });
  }
  if (!attach || !parseReference(image).transport.endsWith('archive')) return;
  throw new UsageError(
    `attach needs a place that can be written, and ${quote(image)} is an archive: copy it to a registry or to oci:DIR first`,
    { input },
  );
}

/**
 * The artifacts that were named, by the image that each tells of.
 * @param subjects what is looked into: each artifact has to tell of an image in them
 * @throws UsageError for one that is of another kind or another image, and for two of one image; NotThere
 */
export async function namedIndexes(
  { indexes }: Pick<Input, 'indexes'>,
  { open, subjects }: { readonly open: OpenRepository; readonly subjects: readonly Subject[] },
): Promise<Attached> {
  const found = new Map<Digest, AttachedIndexes>();
  const name = subjects[0]?.name ?? '';
  for (const text of indexes) {
    const { name: where, digest } = artifactIn(text, name);
    const opened = await openIndexes(open(where, 'read'), digest);
    const other = found.get(opened.subject);
    if (other !== undefined && other.artifact !== digest) {
      const both = `${other.artifact} and ${digest}`;
      throw refused(`two artifacts tell of ${opened.subject}, ${both}: name one of them`);
    }
    found.set(opened.subject, opened);
  }
  const known = found.size === 0 ? new Set<Digest>() : await imagesIn(subjects, found);
  const stray = [...found.values()].find(({ subject }) => !known.has(subject));
  if (stray === undefined) return found;
  throw refused(
    `${stray.artifact} tells of ${stray.subject}, which is no image that is looked into: name what --attach returned for ${quote(name)}`,
  );
}

/** Those of the images that are asked for which stand there: the others need not be there. */
async function imagesIn(
  subjects: readonly Subject[],
  asked: ReadonlyMap<Digest, unknown>,
): Promise<ReadonlySet<Digest>> {
  const mayBe = ({ digest, mediaType }: Descriptor): boolean =>
    asked.has(digest) || isIndexType(mediaType);
  const all = await Promise.all(
    subjects.map(async ({ repository, digest }) => platformImages(repository, digest, mayBe)),
  );
  return new Set(all.flatMap(({ images }) => images.map(({ digest }) => digest)));
}

const refused = (sentence: string): UsageError =>
  new UsageError(`indexes: ${sentence}`, { input: 'indexes' });

/** A digest alone is looked for beside the image. */
function artifactIn(text: string, own: string): { readonly name: string; readonly digest: Digest } {
  if (isDigest(text)) return { name: own, digest: text };
  const { name, digest } = parseReference(text);
  if (digest !== undefined) return { name, digest };
  throw refused(
    `${quote(text)} names no artifact by its digest: write sha256:… or name@sha256:…, as --attach returned it`,
  );
}

/**
 * Attaches the indexes of an analysis to its image.
 * @returns the artifact; null for a dry run, and for an image without layers
 * @throws NotThere, and whatever the repository ends in
 */
export async function attachTo(
  { signal }: Io,
  { repository, name }: Subject,
  { analysis, open }: { readonly analysis: Analysis; readonly open: OpenRepository },
): Promise<Digest | null> {
  const { image, indexes } = analysis;
  // Its bytes are hashed on the way, so that its size is not what somebody says.
  const stored = await repository.manifest(image.digest);
  if (stored === undefined) throw new NotThere(image.digest, repository.name);
  const to = open(name, 'write');
  const write = () => attachIndexes(to, stored.descriptor, { indexes, signal });
  return (await unlessDry(write, undefined)) ?? null;
}
