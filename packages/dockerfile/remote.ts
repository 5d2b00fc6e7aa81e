/** Whether an ADD source is a download or a git repository; undefined: a path. */
export function remoteKind(source: string): 'http' | 'git' | undefined {
  if (/^(?:git|ssh):\/\/|^git@/i.test(source)) return 'git';
  if (!/^https?:\/\//i.test(source)) return undefined;
  return /\.git(?:[#?]|$)/.test(source) ? 'git' : 'http';
}
