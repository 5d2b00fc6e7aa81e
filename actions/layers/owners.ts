import path from 'node:path';

import { findConfig, fromTop, treeOwners } from '#config';
import { Failed, UsageError, type Io } from '#io';
import type { Owners } from '#layers';

import { policiesOf, type Policies } from './policies.ts';

/**
 * Who answers for the layers of an image, by this tree: CODEOWNERS, and `base.owner` of `ecluse.yml`. Nothing that is
 * wrong there keeps an image from being looked into; the log says what it is.
 * @param file the Dockerfile, which is there
 */
export async function ownersFor(io: Io, file: string | undefined): Promise<Owners | undefined> {
  const root = await unlessWrong(io, async () => (await io.history())?.root ?? io.cwd);
  if (root === undefined) return undefined;
  const codeowners = await unlessWrong(io, () => treeOwners(root));
  // The default branch is asked only where there is something to ask for.
  const config = await unlessWrong(
    io,
    async () => (await findConfig(io.cwd, root)) && policiesOf(io),
  );
  const base = config?.policy.base?.owner ?? config?.tree?.base?.owner;
  if (codeowners === undefined && base === undefined) return undefined;
  const dockerfile = file && (await fromTop(root, path.resolve(io.cwd, file)));
  return {
    base,
    of: codeowners?.of ?? (() => Promise.resolve(undefined)),
    dockerfile,
    context: dockerfile === undefined ? '' : contextOf(dockerfile, config),
  };
}

async function unlessWrong<T>(
  { log }: Io,
  work: () => Promise<T | undefined>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof Failed)) throw error;
    log.warn(`not every owner is known: ${error.message}`);
    return undefined;
  }
}

/** That of the image which is built from this Dockerfile; without one, the folder of the Dockerfile, as Docker has it. */
function contextOf(dockerfile: string, config: Policies | undefined): string {
  const image = config?.tree?.images.find(({ build }) => build.file === dockerfile);
  return image?.build.context ?? path.posix.dirname(dockerfile);
}
