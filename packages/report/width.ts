// What a terminal draws as one: flags, emoji with a skin, a letter with its marks, a Korean syllable.
const clusters =
  /\p{Regional_Indicator}{2}|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|.[\p{M}\u1160-\u11ff]*/gsu;

// East Asian Wide and Fullwidth by block: https://www.unicode.org/reports/tr11/
const wide =
  /^[\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}|\ufe0f/u;

/** Text cut where a terminal can cut it. */
export const cut = (text: string): readonly string[] => text.match(clusters) ?? [];

/** How many columns one such piece takes. */
export const columnsOf = (cluster: string): 1 | 2 => (wide.test(cluster) ? 2 : 1);
