import { quote } from '#io';

const mostShown = 10;

/** A few of many texts, for a sentence: quoted, with `…` for the rest; empty when there are none. */
export const some = (texts: readonly string[], most = mostShown): string =>
  texts.slice(0, most).map(quote).join(', ') + (texts.length > most ? ', …' : '');
