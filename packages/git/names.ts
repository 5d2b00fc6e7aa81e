const commit = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const forbidden = /[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^\/|[/.]$|(?:^|\/)\.|\.lock(?:\/|$)/;

/** A whole commit hash, SHA-1 or SHA-256. */
export const isCommit = (text: string): boolean => commit.test(text);

/**
 * May it stand behind `refs/heads/` or `refs/tags/`? Whatever passes is no pattern, no range and no revision
 * expression. https://git-scm.com/docs/git-check-ref-format
 */
export const isRefName = (text: string): boolean =>
  text !== '' && text !== '@' && text.length <= 1000 && !forbidden.test(text);
