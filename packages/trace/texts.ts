import type { ImageConfig } from '#image';
import { annotation } from '#io';

import type { Fact, Teller } from './document.ts';
import type { Family } from './family.ts';
import { clipped, found, tell, type Findings, type Told } from './findings.ts';

type Texts = Readonly<Record<string, string>>;

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md */
const meanings: readonly (readonly [key: string, fact: Fact])[] = [
  [annotation.source, 'source repository'],
  [annotation.revision, 'commit'],
  [annotation.created, 'created'],
  [annotation.version, 'version'],
];

/** What index, manifest and config say of themselves, from the outside to the inside. */
export function findTexts({ index, image }: Family, config: ImageConfig | undefined): Findings {
  const created = config?.created;
  return found({
    told: [
      ...toldBy('index annotation', index?.manifest.annotations),
      ...toldBy('manifest annotation', image?.manifest.annotations),
      ...toldBy('label', config?.config?.Labels),
      ...(created === undefined
        ? []
        : [tell('created', clipped(created), { source: 'config', where: 'created' })]),
    ],
  });
}

const toldBy = (source: Teller, texts: Texts = {}): readonly Told[] =>
  meanings.flatMap(([key, fact]) => {
    const value = texts[key]?.trim() ?? '';
    return value === '' ? [] : [tell(fact, clipped(value), { source, where: key })];
  });

/** A label that the base has too, with the same value, is handed down by builders: it may mean the base. */
export const withInheritance = (told: readonly Told[], base: Texts): readonly Told[] =>
  told.map((one) =>
    one.source === 'label' && one.where !== null && base[one.where] === one.value
      ? { ...one, inherited: true }
      : one,
  );
