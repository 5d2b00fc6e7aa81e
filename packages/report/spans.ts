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
