import { type Span, type Text } from './page.ts';

const isSpan = (text: Text): text is Span => typeof text === 'string' || 'kind' in text;

/** The spans of a text, neighbouring strings as one: an escaper has to see what stands together. */
export function spans(text: Text): readonly Span[] {
  const joined: Span[] = [];
  for (const span of isSpan(text) ? [text] : text) {
    const last = joined.at(-1);
    if (typeof span === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + span;
    else joined.push(span);
  }
  return joined;
}
