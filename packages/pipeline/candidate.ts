import type { Environment, ImagePolicy, Policy } from '#config';
import { didYouMean, UsageError } from '#io';
import { know, placeName, placeOf, standingAt, type Ground, type Known } from '#lifecycle';
import { isDigest, NotThere, parseRegistryReference, parseTag, type Digest, type Tag } from '#oci';

/** What a person has named: an image of the policy, and perhaps a place in it. */
export interface Named {
  readonly image: ImagePolicy;
  readonly at: Tag | Digest | undefined;
}

/**
 * Reads `ghcr.io/acme/shop:1.4.2`, `…@sha256:…`, or the same behind the name in `ecluse.yml`: `shop:1.4.2`.
 * Nothing names the only image that there is.
 * @throws UsageError when it is none of the policy's images
 */
export function namedImage({ images }: Policy, text: string | undefined): Named {
  const [only, ...others] = images;
  if (text === undefined) {
    if (only !== undefined && others.length === 0) return { image: only, at: undefined };
    throw new UsageError(
      images.length === 0
        ? 'the policy has no images: ecluse.yml names them, on the default branch'
        : `ecluse.yml has several images, name one: ${images.map(({ name }) => name).join(', ')}`,
      { input: 'image' },
    );
  }
  const short = images.find(({ name }) => text === name || /^[:@]/.test(after(text, name)));
  const whole = short === undefined ? text : `${short.repository}${after(text, short.name)}`;
  const { name, tag, digest } = parseRegistryReference(whole);
  const image = images.find(({ repository }) => repository === name);
  if (image !== undefined) return { image, at: digest ?? tag };
  const repositories = images.map(({ repository }) => repository);
  throw new UsageError(
    `${JSON.stringify(text)} is no image of ecluse.yml${didYouMean(name, repositories) || `, which has ${repositories.join(', ')}`}`,
    { input: 'image' },
  );
}

const after = (text: string, start: string): string =>
  text.startsWith(start) ? text.slice(start.length) : '';

/** @throws UsageError with the nearest name */
export function namedEnvironment({ environments, source }: Policy, name: string): Environment {
  const found = environments.find((environment) => environment.name === name);
  if (found !== undefined) return found;
  const names = environments.map((environment) => environment.name);
  const known =
    names.length > 0
      ? didYouMean(name, names) || `: there are ${names.join(', ')}`
      : source === 'none'
        ? ': no ecluse.yml is on the default branch yet, commit it there first'
        : ': ecluse.yml has none';
  throw new UsageError(`there is no environment ${JSON.stringify(name)}${known}`, {
    input: 'environment',
  });
}

/**
 * The digest that is to be promoted: what is named, else what stands in the environments before.
 * @throws NotThere, UsageError when that is not one digest
 */
export async function candidateFor(
  { image, at }: Named,
  environment: Environment,
  ground: Ground,
): Promise<Known> {
  const wanted = at ?? (await standingBefore(image, environment, ground));
  const known = await know(image, wanted, ground);
  if (known !== undefined) return known;
  throw new NotThere(wanted, `${image.repository}: build it first`);
}

async function standingBefore(
  image: ImagePolicy,
  environment: Environment,
  ground: Ground,
): Promise<Digest> {
  const before = ground.policy.environments.filter(({ name }) => environment.after.includes(name));
  if (before.length === 0) {
    throw new UsageError(
      `${environment.name} comes after no environment: name the image to promote, ${image.repository}:TAG or @DIGEST`,
      { input: 'image' },
    );
  }
  const places = before.map((one) => placeOf(image, one, ground.open));
  const found = await Promise.all(
    places.map(async (place) => ({ name: placeName(place), digest: await standingAt(place) })),
  );
  const [first] = found;
  if (first?.digest === undefined || found.some(({ digest }) => digest !== first.digest)) {
    const list = found.map(({ name, digest }) => `${name} on ${digest ?? 'nothing'}`).join(', ');
    throw new UsageError(
      `what is to be promoted is not clear: ${list}; name the image, ${image.repository}:TAG or @DIGEST`,
      { input: 'image' },
    );
  }
  return first.digest;
}

/** A tag or a digest of the image's, as `--to` takes it. @throws UsageError, NotThere */
export async function digestAt(
  { repository }: ImagePolicy,
  text: string,
  ground: Ground,
): Promise<Digest> {
  if (isDigest(text)) return text;
  const at = text.includes('/') ? placeIn(repository, text) : parseTag(text);
  if (isDigest(at)) return at;
  const descriptor = await ground.open(repository, 'write').resolve(at);
  if (descriptor !== undefined) return descriptor.digest;
  throw new NotThere(`tag ${at}`, `${repository}: name one that is there`);
}

/** Of a whole reference: it must be this image's, and name a place in it. */
function placeIn(repository: string, text: string): Tag | Digest {
  const { name, tag, digest } = parseRegistryReference(text);
  const at = digest ?? tag;
  if (name === repository && at !== undefined) return at;
  throw new UsageError(
    `"to" must be a tag or a digest of ${repository}, not ${JSON.stringify(text)}`,
    { input: 'to' },
  );
}
