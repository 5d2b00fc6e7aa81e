import { findConfig, parseConfig, readPolicy, type Config, type Policy } from '#config';
import type { Io } from '#io';

/** What `ecluse.yml` says where it counts, and what the one in this tree says. */
export interface Policies {
  readonly policy: Policy;
  readonly tree: Config | undefined;
}

/** @throws UsageError for a file that is wrong; Failed when the default branch cannot be asked */
export async function policiesOf(io: Pick<Io, 'cwd' | 'history'>): Promise<Policies> {
  const history = await io.history();
  const { cwd } = io;
  const tree = await findConfig(cwd, history?.root ?? cwd);
  const { policy } = await readPolicy({ history, event: undefined, tree, cwd });
  return { policy, tree: tree && parseConfig(tree.bytes, tree.path) };
}
