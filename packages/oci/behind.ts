import type { Repository } from './repository.ts';

const behind = new WeakMap<object, Repository>();

/** Remembers which repository a wrapper reads first, so that blobs can be taken from there without being read. */
export function wrap(wrapper: Repository, inner: Repository): Repository {
  behind.set(wrapper, inner);
  return wrapper;
}

/** The repository itself, without what was put around it. */
export function innermost<R extends object>(repository: R): R | Repository {
  const inner = behind.get(repository);
  return inner === undefined ? repository : innermost(inner);
}
