/** What stands for a whole value; more is no name and no version. */
const most = 1024;

/** Printable ASCII without spaces, as names, versions and architectures are. */
export const isWord = (text: string): boolean => text.length <= most && /^[\x21-\x7e]+$/.test(text);

/** One line of text that changes nothing on a terminal. */
export const isLine = (text: string): boolean =>
  text !== '' && text.length <= most && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);
