import { didYouMean, quote, UsageError, type Io } from '#io';
import { isDigest, isTag, resolveReference, type OpenRepository, type Resolved } from '#oci';

import { imageNamed } from './named.ts';
import { policiesOf } from './policies.ts';

/**
 * The image to compare with: what a reference means, or what stands in an environment of `ecluse.yml`, or a tag or a
 * digest of the same repository.
 * @throws UsageError for a word that is neither; NotThere
 */
export async function comparedWith(
  io: Io,
  text: string,
  { own, open }: { readonly own: Pick<Resolved, 'reference'>; readonly open: OpenRepository },
): Promise<Resolved | 'nothing'> {
  if (isDigest(text)) return resolveReference(open, `${own.reference.name}@${text}`);
  if (/[/:@]/.test(text)) return imageNamed(text, { open, log: io.log });
  const environments = await environmentsIn(io);
  const environment = environments.find(({ name }) => name === text);
  const name = environment?.repository ?? own.reference.name;
  const tag = environment?.tag ?? text;
  const descriptor = isTag(tag) ? await open(name, 'read').resolve(tag) : undefined;
  if (descriptor !== undefined) return resolveReference(open, `${name}@${descriptor.digest}`);
  if (environment !== undefined) return 'nothing';
  const names = environments.map((one) => one.name);
  const near = didYouMean(text, names);
  throw new UsageError(
    `compare ${quote(text)} is neither an environment of ecluse.yml nor a tag of ${name}${near || ': write one of them, or an image'}`,
    { input: 'compare' },
  );
}

async function environmentsIn(io: Io) {
  const { policy, tree } = await policiesOf(io);
  return [...policy.environments, ...(tree?.environments ?? [])];
}
