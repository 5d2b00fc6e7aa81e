import type { Io } from './io.ts';

/** What GitHub's API is asked with. */
export interface GitHubAccess {
  readonly io: Pick<Io, 'env' | 'signal' | 'transport'>;
  readonly token: string | undefined;
}

/**
 * What `GET path` of GitHub's API answers, as unchecked data. `path` starts with `/` and has its parts encoded. Loaded on demand.
 * @throws Failed with the code `github` when it cannot be had
 */
export async function gitHubJson(access: GitHubAccess, path: string): Promise<unknown> {
  return (await import('./github-api.ts')).gitHubJson(access, path);
}
