// Controls, bidi and other format characters, lone surrogates, line separators, blank fillers.
// A variation selector is kept where it makes an emoji; marks are kept while a script could need
// them: four on one letter, none without a letter.
const unseen =
  /(?![\n\t]|(?<=\p{Extended_Pictographic})\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?<=\p{M}{4}|^|\n)\p{M}/gu;

function spelled(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).padStart(4, '0');
  return code > 0xffff ? `\\u{${hex}}` : `\\u${hex}`;
}

/** No sentence is longer; a text that is would push all that follows out of a bounded page. */
const longest = 10_000;

/**
 * The text with every character that a reader cannot see spelled out, as in `\u202e`. Newlines
 * and tabs stay, CR LF becomes a newline. Meant for eyes: a text that holds the six letters
 * `\u202e` looks the same.
 */
export const visible = (text: string): string =>
  text.replaceAll('\r\n', '\n').replace(unseen, spelled);

/** The text as `visible` shows it, and no more than its first 10,000 characters. */
export function bounded(text: string): string {
  if (text.length <= longest) return visible(text);
  // Half of a surrogate pair would be spelled out.
  const kept = text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
  return `${visible(kept)}… (${text.length - kept.length} more characters)`;
}
