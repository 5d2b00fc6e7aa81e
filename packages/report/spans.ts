import { cut } from './width.ts';

/** Anything in a text that is more than letters. */
interface Styled {
  readonly kind: string;
}

const isOne = <S extends Styled>(text: string | S | readonly (string | S)[]): text is string | S =>
  typeof text === 'string' || 'kind' in text;

/** The spans of a text, neighbouring strings as one: an escaper has to see what stands together. */
export function spans<S extends Styled>(
  text: string | S | readonly (string | S)[],
): readonly (string | S)[] {
  const joined: (string | S)[] = [];
  for (const span of isOne(text) ? [text] : text) {
    const last = joined.at(-1);
    if (typeof span === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + span;
    else joined.push(span);
  }
  return joined;
}

const textOf = (span: string | { readonly text?: string }): string =>
  typeof span === 'string' ? span : (span.text ?? '');

/** At most so many characters of a text, with an ellipsis where some are missing. */
export function shortened<S extends Styled & { readonly text?: string }>(
  text: string | S | readonly (string | S)[],
  most: number,
): readonly (string | S)[] {
  const kept: (string | S)[] = [];
  let left = most;
  for (const span of spans(text)) {
    const whole = cut(textOf(span));
    const fits = whole.length <= left;
    const part = fits ? undefined : `${whole.slice(0, Math.max(0, left - 1)).join('')}…`;
    kept.push(
      part === undefined ? span : typeof span === 'string' ? part : { ...span, text: part },
    );
    if (!fits) break;
    left -= whole.length;
  }
  return kept;
}
