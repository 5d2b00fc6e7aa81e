import { join } from 'node:path';

import { buildah, builtin, type Builder } from '#builder';
import { version, type Io } from '#io';

/** Every builder that there is, the one that needs least first. */
export const enginesOf = (io: Io): readonly Builder[] => [
  builtin({ version }),
  buildah({
    exec: io.exec,
    listen: (handler) => io.listen(handler),
    now: io.now,
    machine: io.machine,
    cache: cacheOf(io.env),
  }),
];

/** Layers that an engine keeps for the next build. https://specifications.freedesktop.org/basedir-spec/latest/ */
function cacheOf(env: ReadonlyMap<string, string>): string | undefined {
  const home = env.get('HOME');
  const cache =
    env.get('XDG_CACHE_HOME') ?? (home === undefined ? undefined : join(home, '.cache'));
  return cache === undefined ? undefined : join(cache, 'ecluse', 'buildah');
}
