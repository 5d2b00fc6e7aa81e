import type { Transport } from '#io';

/**
 * Reads never wait for a write: a write may be what feeds on them. A list that is read, changed and written has a turn
 * of its own around both.
 */
export type Lane = 'read' | 'write' | 'list';

const most = 8;
/** So many good answers give back a part of what "too many requests" took. */
const patience = 16;
const mostWarnings = 20;

/** What all repositories of one registry share: how much it is asked at once, and what it has told. */
export class Host {
  readonly #lanes = { read: new Turns(), write: new Turns(), list: new Turns() };
  readonly #warnings = new Set<string>();
  #limit = most;
  #good = 0;
  #pause: Promise<unknown> | undefined;
  /** Bodies of this size and more are too large for it; it is learnt when one is refused. */
  tooLargeBytes = Number.POSITIVE_INFINITY;
  /** Does it list referrers when it says so? Undefined until somebody has looked. */
  listsReferrers: boolean | undefined;

  /** Waits until a request may be sent, and gives what says that it was answered. Urgent ones are the next in line. */
  async enter(lane: Lane, isUrgent = false): Promise<() => void> {
    while (this.#pause !== undefined) await this.#pause;
    return this.#lanes[lane].take(this.#limit, isUrgent);
  }

  /** It said that there are too many requests: all wait for what the one that was told so waits for. */
  tooMany(waiting: Promise<unknown>): void {
    this.#limit = Math.max(1, Math.floor(this.#limit / 2));
    this.#good = 0;
    const pause: Promise<unknown> = Promise.allSettled([this.#pause, waiting]).then(() => {
      if (this.#pause === pause) this.#pause = undefined;
    });
    this.#pause = pause;
  }

  wentWell(): void {
    this.#good += 1;
    if (this.#limit === most || this.#good < patience) return;
    this.#limit += 1;
    this.#good = 0;
  }

  /** True once for each warning; a registry that warns of something else each time is not heard for ever. */
  isNews(warning: string): boolean {
    if (this.#warnings.has(warning) || this.#warnings.size >= mostWarnings) return false;
    this.#warnings.add(warning);
    return true;
  }
}

/** Turns in the order in which they were asked for, urgent ones first, so many at a time. */
class Turns {
  readonly #waiting: (() => void)[] = [];
  readonly #urgent: (() => void)[] = [];
  #taken = 0;
  #limit = most;

  async take(limit: number, isUrgent: boolean): Promise<() => void> {
    this.#limit = limit;
    if (this.#taken >= limit) {
      await new Promise<void>((resolve) => {
        (isUrgent ? this.#urgent : this.#waiting).push(resolve);
      });
    } else this.#taken += 1;
    let isOver = false;
    return () => {
      if (!isOver) this.#give();
      isOver = true;
    };
  }

  #give(): void {
    // A turn goes over to the next in line, unless there are now fewer turns.
    const isFewer = this.#taken > this.#limit;
    const next = isFewer ? undefined : (this.#urgent.shift() ?? this.#waiting.shift());
    if (next === undefined) this.#taken -= 1;
    else next();
  }
}

const known = new WeakMap<Transport, Map<string, Host>>();

/** The registry at an origin, the same one for all that use one transport. */
export function hostAt(transport: Transport, origin: string): Host {
  const hosts = known.get(transport) ?? new Map<string, Host>();
  known.set(transport, hosts);
  const host = hosts.get(origin) ?? new Host();
  hosts.set(origin, host);
  return host;
}
