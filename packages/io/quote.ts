const longest = 120;

/** A value from outside inside a sentence: quoted, control characters spelt out, cut when long. */
export const quote = (text: string): string =>
  JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);
