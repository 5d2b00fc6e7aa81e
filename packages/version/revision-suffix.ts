import { quote, UsageError } from '#io';

/** What stands before the count of rebuilds: `1.4.2-r3`. */
export const defaultRevisionSuffix = '-r';

const grammar = /^[A-Za-z0-9._-]{0,15}[A-Za-z._-]$/;

/** A version's text without its revision, and the revision's digits; undefined digits: a release itself. */
export interface Revised {
  readonly base: string;
  readonly digits: string | undefined;
}

/**
 * Splits the revision off a version: `1.4.2-r3` is `1.4.2` and 3. A count starts at 1 and has at most 9 digits.
 * @throws UsageError when the suffix could not stand in a tag, or not be told from a number
 */
export function revisionReader(suffix: string): (text: string) => Revised {
  if (!grammar.test(suffix) || !/[A-Za-z]/.test(suffix)) {
    throw new UsageError(
      `${quote(suffix)} is no revision suffix: write 1 to 16 letters, digits, "_", "." or "-" with a letter among them and no digit last, such as "-r"`,
    );
  }
  return (text) => {
    const at = text.lastIndexOf(suffix);
    const digits = at < 1 ? '' : text.slice(at + suffix.length);
    return /^[1-9][0-9]{0,8}$/.test(digits)
      ? { base: text.slice(0, at), digits }
      : { base: text, digits: undefined };
  };
}
