import {
  computeMetadata,
  occasionOf,
  parseMetadata,
  shortLengthOf,
  tagsOf,
  type Facts,
  type MetadataTexts,
} from '#metadata';

/** What a workflow knows of its event. */
export interface Happened {
  readonly event: string;
  readonly ref: string;
  readonly sha: string;
  readonly payload?: unknown;
}

const sha = '860c1904a1ce19322e91ac35af1ab07466440c37';

export const pushed = (branch: string, payload: unknown = {}): Happened => ({
  event: 'push',
  ref: `refs/heads/${branch}`,
  sha,
  payload,
});
export const tagged = (tag: string, payload: unknown = {}): Happened => ({
  event: 'push',
  ref: `refs/tags/${tag}`,
  sha,
  payload,
});
export const pulled: Happened = {
  event: 'pull_request',
  ref: 'refs/pull/15/merge',
  sha,
  payload: { number: 15, pull_request: { base: { ref: 'main' }, head: { sha: 'f'.repeat(40) } } },
};

/** The names and labels of an event, as a caller of the room gets them. */
export function named(
  texts: MetadataTexts,
  { event, ref, sha: commit, payload }: Happened,
  facts: Partial<Facts> & { readonly env?: Readonly<Record<string, string>> } = {},
) {
  const { env, ...given } = facts;
  const variables = new Map(
    Object.entries({ GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_SHA: commit, ...env }),
  );
  const now = new Date('2020-01-10T00:30:00Z');
  const metadata = computeMetadata(parseMetadata(texts), {
    occasion: occasionOf(variables, payload),
    now,
    commitDate: now,
    shortLength: shortLengthOf(variables),
    repository: {
      name: 'Hello-World',
      description: 'This your first repo!',
      url: 'https://github.com/octocat/Hello-World',
      defaultBranch: 'master',
      license: 'MIT',
    },
    ...given,
  });
  const names = metadata.names.map(({ tag }) => tag);
  return { ...metadata, tags: tagsOf(metadata.images, names), tagNames: names };
}
