import { findStage, parseDockerfile, type Dockerfile } from '#dockerfile';
import type { History } from '#io';

import {
  found,
  isCommit,
  tell,
  together,
  type Check,
  type Findings,
  type Told,
} from './findings.ts';
import type { Gaps } from './gaps.ts';
import { lastStage } from './statements.ts';

const mostCommits = 10;
const mostFiles = 5;
const mostTags = 20;

/** What a clone adds, where there is one that has the commit. */
export interface GitFindings {
  readonly findings: Findings;
  /** As it is at the commit; undefined: it is not known which one it is, or it is not there. */
  readonly dockerfile: Dockerfile | undefined;
}

interface Ground {
  readonly history: History | undefined;
  readonly gaps: Gaps;
}

/**
 * Asks the clone that is at hand: does it have the commits, when were they made, which tags stand on the best of them,
 * are Dockerfile and stage there?
 * @param checks what is verified of the commits already: such a commit is the best
 */
export async function askGit(
  { told, checks }: Findings,
  { history, gaps }: Ground,
): Promise<GitFindings> {
  const nothing = { findings: found({}), dockerfile: undefined };
  if (history === undefined) return nothing;
  const commits = [...new Set(values(told, 'commit'))].filter(isCommit).slice(0, mostCommits);
  const there: string[] = [];
  for (const commit of commits) {
    const known = await gaps.ask(`commit ${commit}`, () => history.commitOf(commit), undefined);
    if (known === commit) there.push(commit);
  }
  const isVerified = (commit: string): boolean =>
    checks.some(({ value, verified }) => value === commit && verified !== undefined);
  const best = there.find(isVerified) ?? there[0];
  const has = there.map((value): Check => ({
    fact: 'commit',
    value,
    verified: 'this clone has it',
    weak: true,
  }));
  if (best === undefined) return nothing;
  const isOnly = commits.length === 1;
  const { findings, dockerfile } = await atCommit(best, told, { history, gaps, isOnly });
  return { findings: together([found({ checks: has }), findings]), dockerfile };
}

async function atCommit(
  commit: string,
  told: readonly Told[],
  {
    history,
    gaps,
    isOnly,
  }: { readonly history: History; readonly gaps: Gaps; readonly isOnly: boolean },
): Promise<GitFindings> {
  const time = await gaps.ask(`the time of ${commit}`, () => history.time(commit), undefined);
  const author = await gaps.ask(`the author of ${commit}`, () => history.author(commit), undefined);
  const tags = await gaps.ask(`the tags of ${commit}`, () => history.tagsAt(commit), []);
  const moved = await movedTags(commit, told, { history, gaps });
  const files = await filesAt(commit, told, { history, gaps });
  const source = { source: 'git', where: commit } as const;
  const verified = 'git says so';
  const committed = time?.toISOString();
  return {
    findings: together([
      found({
        told: [
          ...(author === undefined ? [] : [tell('author', author, source)]),
          ...(committed === undefined ? [] : [tell('committed', committed, source)]),
          ...tags.slice(0, mostTags).map((tag) => tell('git tag', tag, source)),
        ],
        checks: [
          ...(author === undefined ? [] : [{ fact: 'author' as const, value: author, verified }]),
          ...(committed === undefined
            ? []
            : [{ fact: 'committed' as const, value: committed, verified }]),
          ...tags.map((value): Check => ({
            fact: 'git tag',
            value,
            verified: 'it is on the commit',
          })),
        ],
      }),
      isOnly ? otherAuthors(author, told) : found({}),
      moved,
      files.findings,
    ]),
    dockerfile: files.dockerfile,
  };
}

/** Who is said to have written the commit, and has not, by git. */
function otherAuthors(author: string | undefined, told: readonly Told[]): Findings {
  const others = new Set(values(told, 'author').filter((value) => value !== author));
  if (author === undefined) return found({});
  return found({
    checks: [...others].map((value) => ({ fact: 'author', value, doubt: `git says ${author}` })),
    contradictions: [...others].map((value) => ({
      fact: 'author',
      sentence: `a built statement says ${value}; git says ${author}`,
    })),
  });
}

/** Git tags that a release names, and that stand on another commit in this clone. */
async function movedTags(
  commit: string,
  told: readonly Told[],
  { history, gaps }: { readonly history: History; readonly gaps: Gaps },
): Promise<Findings> {
  const all: Findings[] = [];
  for (const tag of [...new Set(values(told, 'git tag'))].slice(0, mostFiles)) {
    const ask = () => history.commitOf(`refs/tags/${tag}`);
    const stands = await gaps.ask(`the git tag ${tag}`, ask, undefined);
    if (stands === undefined || stands === commit) continue;
    const doubt = `it is on ${stands.slice(0, 12)} in this clone`;
    const sentence = `a release statement names the git tag ${tag}, which is on ${stands.slice(0, 12)} and not on ${commit.slice(0, 12)}`;
    all.push(
      found({
        checks: [{ fact: 'git tag', value: tag, doubt }],
        contradictions: [{ fact: 'git tag', sentence }],
      }),
    );
  }
  return together(all);
}

async function filesAt(
  commit: string,
  told: readonly Told[],
  { history, gaps }: { readonly history: History; readonly gaps: Gaps },
): Promise<GitFindings> {
  const checks: Check[] = [];
  let dockerfile: Dockerfile | undefined;
  for (const path of [...new Set(values(told, 'dockerfile'))].slice(0, mostFiles)) {
    const bytes = await gaps.ask(`${path} at ${commit}`, () => history.file(commit, path), null);
    if (bytes === null) continue;
    if (bytes === undefined) {
      checks.push({ fact: 'dockerfile', value: path, doubt: 'the commit has no such file' });
      continue;
    }
    checks.push({ fact: 'dockerfile', value: path, verified: 'the commit has it', weak: true });
    const text = new TextDecoder().decode(bytes);
    dockerfile ??= await gaps.ask(path, async () => parseDockerfile(text, path), undefined);
  }
  const stages = dockerfile === undefined ? [] : checkStages(dockerfile, told);
  return { findings: found({ checks: [...checks, ...stages] }), dockerfile };
}

const checkStages = (dockerfile: Dockerfile, told: readonly Told[]): readonly Check[] =>
  [...new Set(values(told, 'stage'))]
    .filter((value) => value !== lastStage)
    .map((value) => ({
      fact: 'stage',
      value,
      ...(hasStage(dockerfile, value)
        ? { verified: 'the Dockerfile has it', weak: true }
        : { doubt: 'the Dockerfile has no such stage' }),
    }));

const hasStage = ({ stages }: Dockerfile, target: string): boolean =>
  stages.some(({ name, index }) => name === target.toLowerCase() || String(index) === target);

const values = (told: readonly Told[], fact: Told['fact']): readonly string[] =>
  told.filter((one) => one.fact === fact).map(({ value }) => value);

/** What the stage that was built stands on, where the Dockerfile says it without a variable. */
export function imageBelow(dockerfile: Dockerfile, target: string | undefined): string | undefined {
  const names = dockerfile.stages;
  const known = target === undefined || hasStage(dockerfile, target);
  if (!known || names.length === 0) return undefined;
  let stage = findStage(dockerfile, target);
  for (;;) {
    const { from, index } = stage;
    const below = names.slice(0, index).find(({ name }) => name === from.toLowerCase());
    if (below === undefined) return from.includes('$') ? undefined : from;
    stage = below;
  }
}
