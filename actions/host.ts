import type { Parts } from '#io';

/** A git tag that gives some image a version, behind a prefix or not: `v1.2.3`, `shop-v1.2.3`, `apps/shop/1.2.3`. */
async function versionTags(): Promise<(tag: string) => boolean> {
  const { versionOfGitTag } = await import('#version');
  return (tag) =>
    [0, ...[...tag.matchAll(/[-/_@]/g)].map(({ index }) => index + 1)].some(
      (start) => versionOfGitTag(tag.slice(start)) !== undefined,
    );
}

/** What rooms below #io bring to every host; loaded when an action asks for it. */
export const parts: Parts = {
  history: async (how) => (await import('#git')).openHistory(how),
  terminalEvent: async (history, ref) =>
    (await import('#git')).terminalEvent(history, { ref, isVersion: await versionTags() }),
};
