import { posix } from 'node:path';

import { codeOf, didYouMean, messageOf, parseBytes, quote } from '#io';
import { parseRegistryReference } from '#oci';

import { parseBase } from './base.ts';
import { grammar } from './grammar.ts';
import { rawImages, type RawImage } from './images.ts';
import { labelProblems } from './labels.ts';
import { order } from './order.ts';
import type { Raw } from './schema.ts';
import type { Path, Problem } from './yaml.ts';

type RawEnvironment = NonNullable<Raw['environments']>[string];

/** What keys say about each other, and what no pattern can say about a value. */
export function check(raw: Raw, folder: string): readonly Problem[] {
  const images = rawImages(raw);
  return [
    ...form(raw),
    ...images.flatMap((image) => [
      ...tree(image, folder),
      ...repository(image.place, image.repository),
    ]),
    ...twice(
      images.map(({ place, repository }) => [place, known(repository)]),
      (other) => `is the repository of ${quote(String(other.at(-2)))} too: two images need two`,
    ),
    ...base(raw),
    ...labelProblems(raw.labels),
    ...repeated(['labels', 'required'], raw.labels?.required ?? []),
    ...environments(raw, images),
  ];
}

function form(raw: Raw): readonly Problem[] {
  if (raw.images !== undefined && raw.image !== undefined) {
    return [key(['image'], 'and images are the same: write one of them')];
  }
  if (raw.images !== undefined && raw.build !== undefined) {
    return [key(['build'], 'belongs to image: with images, each has its own')];
  }
  if (raw.images !== undefined || raw.image !== undefined) return [];
  return [{ path: [], says: 'names no image: write image: REGISTRY/NAME, or images' }];
}

/** A build may use what is in the repository, and nothing above it. */
function tree({ build, buildPlace }: RawImage, folder: string): readonly Problem[] {
  const paths = Object.entries({ context: build?.context, file: build?.file });
  return [
    ...paths.flatMap(([name, path]) => {
      const leaves = path !== undefined && /^\.\.(?:\/|$)/.test(posix.join(folder, path));
      const says = `leaves the repository: ${quote(path ?? '')}`;
      return leaves ? [{ path: [...buildPlace, name], says }] : [];
    }),
    ...repeated([...buildPlace, 'platforms'], build?.platforms ?? []),
  ];
}

function base(raw: Raw): readonly Problem[] {
  const place = ['base', 'allowed'];
  const allowed = raw.base?.allowed ?? [];
  return [
    ...repeated(place, allowed),
    ...allowed.flatMap((pattern, index) => reading([...place, index], () => parseBase(pattern))),
  ];
}

function environments(raw: Raw, images: readonly RawImage[]): readonly Problem[] {
  const all = Object.entries(raw.environments ?? {});
  const names = all.map(([name]) => name);
  const place = (name: string, ...rest: Path): Path => ['environments', name, ...rest];
  return [
    ...all.flatMap(([name, one]) => [
      ...environment(name, one, names),
      ...(images.length > 1 && one.repository !== undefined
        ? [
            {
              path: place(name, 'repository'),
              says: `is one repository for ${images.length} images: leave it out`,
            },
          ]
        : []),
    ]),
    // GitHub's environments do not tell them apart.
    ...twice(
      all.map(([name]) => [place(name), name.toLowerCase()]),
      (other) =>
        `and ${quote(String(other.at(-1)))} are one environment to GitHub: choose another name`,
      'key',
    ),
    ...twice(
      all.map(([name, one]) => [
        one.tag === undefined ? place(name) : place(name, 'tag'),
        JSON.stringify([targets(one, images), one.tag ?? name]),
      ]),
      (other) => `has the tag and repository of ${quote(String(other[1]))}: give it another tag`,
    ),
    ...circle(all),
  ];
}

function environment(
  name: string,
  one: RawEnvironment,
  names: readonly string[],
): readonly Problem[] {
  const place = ['environments', name];
  const after = one.after ?? [];
  const unknown = after.findIndex((other) => !names.includes(other));
  return [
    ...(one.tag === undefined && !grammar.purposeTag.pattern.test(name)
      ? [key(place, 'cannot be a tag as it is: give the environment another name, or a tag')]
      : []),
    ...(unknown < 0
      ? []
      : [{ path: [...place, 'after', unknown], says: noEnvironment(after[unknown] ?? '', names) }]),
    ...repeated([...place, 'after'], after),
    ...repository([...place, 'repository'], one.repository),
    ...gates([...place, 'gates'], one.gates),
  ];
}

/** Gates that ask for nothing let everything pass, and look as if they did not. */
function gates(place: Path, of: RawEnvironment['gates']): readonly Problem[] {
  if (of === undefined) return [];
  const { layers } = of;
  if (layers === undefined) return [key(place, nothing)];
  const rules = Object.entries(layers).filter(([, rule]) => rule !== undefined);
  if (rules.length === 0) return [key([...place, 'layers'], nothing)];
  return [
    ...rules.flatMap(([name, rule]) =>
      typeof rule === 'string' && !rule.endsWith('%') && parseBytes(rule) === undefined
        ? [{ path: [...place, 'layers', name], says: `is too large: ${quote(rule)}` }]
        : [],
    ),
    ...repeated([...place, 'layers', 'no-worse'], layers['no-worse'] ?? []),
  ];
}
const nothing = 'asks for nothing: name at least one gate, or leave it out';

const noEnvironment = (name: string, names: readonly string[]): string =>
  `names ${quote(name)}, which is no environment here${didYouMean(name, names)}`;

function circle(all: readonly (readonly [string, RawEnvironment])[]): readonly Problem[] {
  const ordered = order(all.map(([name, { after = [] }]) => ({ name, after })));
  if (!('circle' in ordered)) return [];
  const [first = ''] = ordered.circle;
  const says = `goes in a circle: ${[...ordered.circle, first].map((name) => quote(name)).join(' after ')}`;
  return [{ path: ['environments', first, 'after'], says }];
}

/** Where an environment's tag is put. */
const targets = (one: RawEnvironment, images: readonly RawImage[]): readonly string[] =>
  one.repository === undefined
    ? images.map(({ repository }) => known(repository))
    : [known(one.repository)];

const key = (path: Path, says: string): Problem => ({ path, says, about: 'key' });

const repository = (path: Path, text: string | undefined): readonly Problem[] =>
  text === undefined ? [] : reading(path, () => parseRegistryReference(text));

/** One that is wrong is told by its own problem. */
function known(repository: string): string {
  try {
    return parseRegistryReference(repository).name;
  } catch {
    return repository;
  }
}

function reading(path: Path, read: () => unknown): readonly Problem[] {
  try {
    read();
    return [];
  } catch (error) {
    if (codeOf(error) !== 'usage') throw error;
    return [{ path, says: `is wrong: ${messageOf(error)}` }];
  }
}

const repeated = (path: Path, items: readonly string[]): readonly Problem[] =>
  twice(
    items.map((item, index) => [[...path, index], item]),
    () => 'is there twice: remove one',
  );

/** A problem for each place whose value another place had before. */
function twice(
  places: readonly (readonly [Path, string])[],
  says: (other: Path) => string,
  about?: 'key',
): readonly Problem[] {
  const seen = new Map<string, Path>();
  return places.flatMap(([path, value]) => {
    const other = seen.get(value);
    if (other === undefined) seen.set(value, path);
    return other === undefined
      ? []
      : [{ path, says: says(other), ...(about === undefined ? {} : { about }) }];
  });
}
