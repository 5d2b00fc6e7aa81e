import { asked, refusal, type Git } from './command.ts';
import { isCommit } from './names.ts';
import { isShallow } from './order.ts';

/** A hundred thousand tags with long names. */
const maxBytes = 32 * 1024 * 1024;

/** As `History.tags`. */
export async function allTags(git: Git): Promise<readonly string[] | undefined> {
  const args = ['for-each-ref', '--format=%(refname)', '--', 'refs/tags/'];
  const { text } = await asked(git, args, { maxBytes });
  const tags = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.slice('refs/tags/'.length));
  return tags.length === 0 && (await isShallow(git)) ? undefined : tags;
}

/** As `History.describe`. https://git-scm.com/docs/git-describe */
export async function describe(git: Git, commit: string, match = ''): Promise<string | undefined> {
  if (!isCommit(commit)) return undefined;
  const only = match === '' ? [] : [`--match=${match}`];
  const args = ['describe', '--tags', ...only, commit];
  const answer = await git(args);
  if (answer.code === 0) return answer.text.trim();
  if (/cannot describe|No (?:annotated )?tags can describe/.test(answer.stderr)) return undefined;
  throw refusal(args, answer);
}
