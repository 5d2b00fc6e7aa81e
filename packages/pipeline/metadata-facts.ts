import { codeOf, Failed, gitHubJson, messageOf, UsageError, type History, type Io } from '#io';
import {
  occasionOf,
  payloadText,
  shortLengthOf,
  type Facts,
  type MetadataPlan,
  type Occasion,
  type RepositoryFacts,
} from '#metadata';

export interface MetadataInput {
  /** Where ref and commit come from; undefined: from the workflow's event where there is one. */
  readonly context: 'workflow' | 'git' | undefined;
  readonly 'github-token': string | undefined;
  readonly 'tag-prefix': string;
  readonly 'revision-suffix': string;
}

/**
 * Finds out what names are computed from: the event, GitHub's word on the repository, and from git or GitHub what the plan needs.
 * No registry is asked.
 * @throws UsageError outside a workflow and a git repository; Failed when something that is needed cannot be had
 */
export async function metadataFacts(
  io: Io,
  plan: MetadataPlan,
  input: MetadataInput,
): Promise<Facts> {
  const isWorkflow = (io.env.get('GITHUB_EVENT_NAME') ?? '') !== '';
  const context = input.context ?? (isWorkflow ? 'workflow' : 'git');
  const occasion =
    context === 'workflow'
      ? occasionOf(io.env, await io.payload())
      : await gitOccasion(io, isWorkflow);
  const source = { io, occasion, context, token: input['github-token'] };
  const { needs } = plan;
  const [repository, committed, tags, described] = await Promise.all([
    repositoryFacts(source),
    needs.commitDate ? commitDate(source) : undefined,
    needs.gitTags ? gitTags(io) : undefined,
    descriptions(io, occasion.commit, needs.descriptions),
  ]);
  return {
    occasion,
    now: io.now(),
    shortLength: shortLengthOf(io.env),
    repository,
    descriptions: described,
    form: { tagPrefix: input['tag-prefix'], revisionSuffix: input['revision-suffix'] },
    ...(committed && { commitDate: committed }),
    ...(tags && { gitTags: tags }),
  };
}

interface Source {
  readonly io: Io;
  readonly occasion: Occasion;
  readonly context: 'workflow' | 'git';
  readonly token: string | undefined;
}

/** The occasion that the working tree stands for. */
async function gitOccasion(io: Io, isWorkflow: boolean): Promise<Occasion> {
  if (!isWorkflow) {
    const event = await io.event();
    if (event === undefined) throw noGit();
    const at = { eventName: '', commit: event.commit, payload: {} };
    if (event.kind === 'push') return { ...at, ref: `refs/heads/${event.branch}` };
    return { ...at, ref: event.kind === 'tag' ? `refs/tags/${event.tag}` : '' };
  }
  const history = await historyOf(io);
  const { commit, branch } = await history.head();
  if (commit === undefined) throw new UsageError('the git repository has no commit yet');
  const workflow = occasionOf(io.env, await io.payload());
  if (branch !== undefined) return { ...workflow, commit, ref: `refs/heads/${branch}` };
  // What the event's own commit is called is what the event says: a pull request has no branch here.
  if (commit === io.env.get('GITHUB_SHA')) return workflow;
  const [tag, ...others] = await history.tagsAt(commit);
  if (tag !== undefined && others.length === 0)
    return { ...workflow, commit, ref: `refs/tags/${tag}` };
  throw new UsageError(
    `HEAD is detached at ${commit.slice(0, 12)}, where ${tag === undefined ? 'no git tag is' : 'several git tags are'}: check out a branch or one tag, or leave out context: git`,
    { input: 'context' },
  );
}

const noGit = (): UsageError =>
  new UsageError('there is neither an event nor a git repository to take names from');

async function historyOf(io: Io): Promise<History> {
  const history = await io.history();
  if (history === undefined) {
    throw new UsageError('there is no git repository here: check it out first');
  }
  return history;
}

const pathOf = ({ io }: Source): string | undefined => {
  const parts = (io.env.get('GITHUB_REPOSITORY') ?? '').split('/');
  if (parts.length !== 2 || parts.includes('')) return undefined;
  return `/repos/${parts.map(encodeURIComponent).join('/')}`;
};

async function repositoryFacts(source: Source): Promise<RepositoryFacts> {
  const { io, occasion, token } = source;
  const path = pathOf(source);
  const known: unknown = Reflect.get(Object(occasion.payload) as object, 'repository');
  if (path === undefined) return withBranch(io, factsIn(known));
  try {
    return factsIn(await gitHubJson({ io, token }, path));
  } catch (error) {
    const facts = factsIn(known);
    if (codeOf(error) !== 'github' || facts.name === '' || facts.url === '') throw error;
    io.log.warn(`labels are taken from the event: ${messageOf(error)}`);
    return facts;
  }
}

/** On a terminal git knows the default branch. */
async function withBranch(io: Io, facts: RepositoryFacts): Promise<RepositoryFacts> {
  if (facts.defaultBranch !== '') return facts;
  const branch = await (await io.history())?.defaultBranch();
  return { ...facts, defaultBranch: branch?.name ?? '' };
}

/** https://docs.github.com/rest/repos/repos#get-a-repository */
const factsIn = (repository: unknown): RepositoryFacts => ({
  name: payloadText(repository, 'name') ?? '',
  description: payloadText(repository, 'description') ?? '',
  url: payloadText(repository, 'html_url') ?? '',
  defaultBranch: payloadText(repository, 'default_branch') ?? '',
  license: payloadText(repository, 'license', 'spdx_id') ?? '',
});

/** In a context of git its word; else the event's where it says so, and GitHub's. */
async function commitDate(source: Source): Promise<Date> {
  const { io, occasion, context } = source;
  const { commit, payload } = occasion;
  if (context === 'git') return (await historyOf(io)).time(commit);
  const date = new Date(pushedAt(payload, commit) ?? (await committedAt(source)) ?? '');
  if (!Number.isNaN(date.getTime())) return date;
  throw new Failed(3, 'github', `the date of commit ${commit} is not known to GitHub`);
}

/** https://docs.github.com/rest/commits/commits#get-a-commit */
async function committedAt(source: Source): Promise<string | undefined> {
  const { io, occasion, token } = source;
  const path = pathOf(source);
  if (path === undefined) return undefined;
  const commit = encodeURIComponent(occasion.commit);
  const answer = await gitHubJson({ io, token }, `${path}/commits/${commit}`);
  return payloadText(answer, 'commit', 'committer', 'date');
}

/** https://docs.github.com/webhooks/webhook-events-and-payloads#push */
function pushedAt(payload: unknown, commit: string): string | undefined {
  const commits: unknown = Reflect.get(Object(payload) as object, 'commits');
  const pushed: readonly unknown[] = Array.isArray(commits) ? commits : [];
  const head: unknown = Reflect.get(Object(payload) as object, 'head_commit');
  const found = [...pushed, head].find((each) => payloadText(each, 'id') === commit);
  return payloadText(found, 'timestamp');
}

async function gitTags(io: Io): Promise<readonly string[]> {
  const tags = await (await historyOf(io)).tags();
  if (tags !== undefined) return tags;
  throw new UsageError(
    'this shallow clone holds no git tags, and a version is counted from them: check out with fetch-tags: true',
    { input: 'tags' },
  );
}

async function descriptions(
  io: Io,
  commit: string,
  matches: readonly string[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const found = new Map<string, string | undefined>();
  if (matches.length === 0) return found;
  const history = await historyOf(io);
  for (const match of matches) found.set(match, await history.describe(commit, match));
  return found;
}
