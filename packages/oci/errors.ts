import { Failed } from '#io';

import type { Digest } from './digest.ts';

/** The closed set of ways in which a Repository can fail; every sentence names the place. All end with exit 3 unless someone above knows better. */
export type RepositoryError = NotThere | TagMoved | TagImmutable | Denied | Corrupt | Unreachable;

export class NotThere extends Failed {
  constructor(what: string, where: string, options: ErrorOptions = {}) {
    super(3, 'not-there', `${what} is not in ${where}`, options);
  }
}

/** Somebody else's write came between. */
export class TagMoved extends Failed {
  readonly expected: Digest | 'absent';
  readonly found: Digest | undefined;

  constructor(tag: string, expected: Digest | 'absent', found: Digest | undefined) {
    const before = expected === 'absent' ? 'not to exist' : `on ${expected}`;
    super(
      3,
      'tag-moved',
      `${tag} was expected ${before} and is ${found === undefined ? 'gone' : `on ${found}`}`,
    );
    this.expected = expected;
    this.found = found;
  }
}

export class TagImmutable extends Failed {
  constructor(tag: string, options: ErrorOptions = {}) {
    super(
      3,
      'tag-immutable',
      `the registry does not let ${tag} be moved: it is immutable`,
      options,
    );
  }
}

export class Denied extends Failed {
  constructor(what: string, remedy: string, options: ErrorOptions = {}) {
    super(3, 'denied', `${what} was denied: ${remedy}`, options);
  }
}

/** What came is not what its digest, size or type promised. */
export class Corrupt extends Failed {
  constructor(what: string, why: string, options: ErrorOptions = {}) {
    super(3, 'corrupt', `${what} is corrupt: ${why}`, options);
  }
}

export class Unreachable extends Failed {
  constructor(what: string, why: string, options: ErrorOptions = {}) {
    super(3, 'unreachable', `${what} could not be reached: ${why}`, options);
  }
}
