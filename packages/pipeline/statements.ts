import type { Event } from '#io';
import {
  completeBuilt,
  completeRelease,
  sayBuilt,
  sayRelease,
  type BuiltStatement,
  type Ground,
} from '#lifecycle';
import type { Descriptor, Repository } from '#oci';

/** How a commit is built, for the statement about it. */
export type BuildTold = Pick<BuiltStatement, 'source' | 'author' | 'dockerfile' | 'target'>;

interface About {
  readonly repository: Repository;
  readonly subject: Descriptor;
  readonly event: Event;
  readonly ground: Pick<Ground, 'by' | 'now'>;
}

/** Says how a digest was built: at once by the run that has claimed the commit, else when nobody has said it. */
export async function sayHowBuilt(
  { repository, subject, event, ground }: About,
  { told, isNew }: { readonly told: () => Promise<BuildTold>; readonly isNew: boolean },
): Promise<void> {
  const say = isNew ? sayBuilt : completeBuilt;
  await say(repository, subject, {
    ...(await told()),
    commit: event.commit,
    ref: refOf(event),
    by: ground.by,
    at: ground.now().toISOString(),
  });
}

/** Says which version a digest was given. */
export async function sayVersionGiven(
  { repository, subject, event, ground }: About,
  { version, isNew }: { readonly version: { readonly text: string }; readonly isNew: boolean },
): Promise<void> {
  const say = isNew ? sayRelease : completeRelease;
  await say(repository, subject, {
    version: version.text,
    gitTag: event.kind === 'tag' ? event.tag : null,
    commit: event.commit,
    by: ground.by,
    at: ground.now().toISOString(),
  });
}

/** As git calls it. */
function refOf(event: Event): string | null {
  if (event.kind === 'push') return `refs/heads/${event.branch}`;
  return event.kind === 'tag' ? `refs/tags/${event.tag}` : null;
}
