import { didYouMean, quote, UsageError } from '#io';
import { parseRegistryReference } from '#oci';

import { pairOf, recordsOf, type Line } from './csv.ts';
import { fault, type Place } from './place.ts';

const attributes = ['name', 'enable'];

/**
 * The names of the images that are enabled, in lower case and as they were written: `acme/shop` stays `acme/shop`. A single line
 * may hold several names; else it is one image a line, as `name` or `name=…,enable=…`.
 * @throws UsageError for a name that is none, has a tag or a digest, and for unknown attributes
 */
export function parseImages(text: string): readonly string[] {
  const lines = recordsOf('images', text);
  const [first] = lines;
  if (
    lines.length === 1 &&
    first !== undefined &&
    !first.fields.some((field) => /.=/.test(field))
  ) {
    return first.fields.map((field) => nameIn(field, first));
  }
  return lines.flatMap((line) => {
    const { name, enabled } = imageOf(line);
    return enabled ? [name] : [];
  });
}

function imageOf(line: Line): { readonly name: string; readonly enabled: boolean } {
  let name: string | undefined;
  let enabled = true;
  for (const field of line.fields) {
    const { key = 'name', value } = pairOf(field);
    if (key === 'name') {
      if (name !== undefined) throw fault(line.place, 'write one image a line');
      name = nameIn(value, line);
    } else if (key === 'enable') {
      if (value !== 'true' && value !== 'false') {
        throw fault(line.place, `enable must be true or false, not ${quote(value)}`);
      }
      enabled = value === 'true';
    } else {
      const hint = didYouMean(key, attributes) || `: use ${attributes.join(', ')}`;
      throw fault(line.place, `an image has no attribute ${quote(key)}${hint}`);
    }
  }
  if (name === undefined) throw fault(line.place, 'the image has no name');
  return { name, enabled };
}

function nameIn(field: string, { place }: Line): string {
  const name = field.trim().toLowerCase();
  if (name === '') throw fault(place, 'the name of an image is empty');
  const { tag, digest } = referenceIn(name, place);
  if (tag === undefined && digest === undefined) return name;
  throw fault(
    place,
    `an image must have neither tag nor digest: its tags are what is decided here`,
  );
}

function referenceIn(name: string, place: Place): ReturnType<typeof parseRegistryReference> {
  try {
    return parseRegistryReference(name);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw fault(
      place,
      `${quote(name)} is not the name of an image: write registry/repository, such as ghcr.io/acme/shop`,
    );
  }
}
