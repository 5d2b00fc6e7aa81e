import { didYouMean, quote, UsageError, type Values } from '#io';
import type { NameWish } from '#lifecycle';
import { movingKinds, movingTargets, type MovingKind, type Name, type Ordered } from '#version';

import type { TagsDocument } from './document.ts';
import type { inputs } from './inputs.ts';

/** A name to write, and how the document tells of it. */
export interface Wished {
  readonly wish: NameWish;
  readonly rule: TagsDocument['names'][number]['rule'];
  readonly why: string;
}

/** The names of an event and, behind a version, those that move to it. @throws UsageError for a word of `moving` that is none */
export function wishedOf(
  names: readonly Name[],
  { moving }: Pick<Values<typeof inputs>, 'moving'>,
): readonly Wished[] {
  const kinds = movingIn(moving);
  return names.flatMap((name): readonly Wished[] => [
    wishOf(name),
    ...(name.version === undefined ? [] : movingOf(name.version, kinds)),
  ]);
}

function wishOf({ tag, rule, why, version }: Name): Wished {
  const policy = rule === 'claim' ? 'claim' : 'once';
  const wish: NameWish =
    policy === 'claim'
      ? { tag, policy }
      : { tag, policy, ...(version === undefined ? {} : { version: version.text }) };
  return { wish, rule, why };
}

const movingOf = (version: Ordered, kinds: readonly MovingKind[]): readonly Wished[] =>
  movingTargets(version, kinds).map(({ name: tag, line }) => ({
    wish: { tag, policy: 'monotonic', version: version.text, line },
    rule: 'moving',
    why: `the highest version${line === undefined ? '' : ` of ${line}`}`,
  }));

const isKind = (text: string): text is MovingKind => movingKinds.some((kind) => kind === text);

/** @throws UsageError for a word that is none, or for none beside others */
function movingIn(words: readonly string[]): readonly MovingKind[] {
  if (words.length === 1 && words[0] === 'none') return [];
  return words.map((word) => {
    if (isKind(word)) return word;
    const known = [...movingKinds, 'none'];
    const hint = didYouMean(word, known) || `: write ${movingKinds.join(', ')}, or none alone`;
    throw new UsageError(`"moving" knows no ${quote(word)}${hint}`, { input: 'moving' });
  });
}
