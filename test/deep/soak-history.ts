/** What a client did, as it stands in its journal; `key` is a place in the registry, such as a tag of a repository. */
export type Line =
  | { readonly begin: number; readonly at: number; readonly writes: Writes; readonly from?: string }
  | { readonly end: number; readonly at: number; readonly how: How }
  | { readonly reads: Writes; readonly since: number; readonly at: number }
  | { readonly complaint: string };
export type Writes = Readonly<Record<string, string>>;
/** `done`: acknowledged. `undone`: the server said no. `unknown`: the connection broke. */
export type How = 'done' | 'undone' | 'unknown';

export const absent = 'absent';

interface Write {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly acknowledged: boolean;
}
interface Read {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly who: string;
}
interface Move {
  readonly from: string;
  readonly acknowledged: boolean;
}

/**
 * All that clients say they did. Each key is a register: what is read of it was written by somebody, and not before
 * another write that was acknowledged began, if that one ended before the reading began.
 */
export class History {
  readonly #writes = new Map<string, Write[]>();
  readonly #reads = new Map<string, Read[]>();
  /** Conditional moves of a key, by what they move it to: no two move it to the same. */
  readonly #moves = new Map<string, Map<string, Move>>();
  readonly complaints: string[] = [];
  acknowledged = 0;
  unknown = 0;

  get keys(): readonly string[] {
    return [...new Set([...this.#writes.keys(), ...this.#reads.keys()])];
  }

  /** Takes in the journal of one process, which may have been killed at any line. */
  add(who: string, lines: readonly Line[]): void {
    const ends = new Map(lines.flatMap((line) => ('end' in line ? [[line.end, line]] : [])));
    for (const line of lines) {
      if ('complaint' in line) this.complaints.push(`${who}: ${line.complaint}`);
      else if ('reads' in line) {
        for (const [key, value] of Object.entries(line.reads)) {
          of(this.#reads, key).push({ value, start: line.since, end: line.at, who });
        }
      } else if ('begin' in line) this.#wrote(line, ends.get(line.begin));
    }
  }

  #wrote(
    { at, writes, from }: Extract<Line, { begin: number }>,
    ended: Extract<Line, { end: number }> | undefined,
  ): void {
    if (ended?.how === 'undone') return;
    const acknowledged = ended?.how === 'done';
    if (acknowledged) this.acknowledged += 1;
    else this.unknown += 1;
    for (const [key, value] of Object.entries(writes)) {
      // What a killed client asked for may still be done, and at any time.
      of(this.#writes, key).push({ value, start: at, end: ended?.at ?? Infinity, acknowledged });
      if (from === undefined || !key.startsWith('tag ')) continue;
      const moves = this.#moves.get(key) ?? new Map<string, Move>();
      this.#moves.set(key, moves.set(value, { from, acknowledged }));
    }
  }

  /** What is wrong, given what stands in the end. */
  problems(final: ReadonlyMap<string, string>): readonly string[] {
    const last = [...final].flatMap(([key, value]) =>
      this.#problemOf(key, { value, start: Infinity, end: Infinity, who: 'the end' }),
    );
    const reads = [...this.#reads].flatMap(([key, list]) =>
      list.flatMap((read) => this.#problemOf(key, read)),
    );
    const moves = [...this.#moves].flatMap(([key, list]) =>
      brokenChain(key, list, final.get(key) ?? absent),
    );
    return [...this.complaints, ...reads, ...last, ...moves];
  }

  #problemOf(key: string, { value, start, end, who }: Read): readonly string[] {
    const writes = this.#writes.get(key) ?? [];
    const nothing = { value: absent, start: -Infinity, end: -Infinity, acknowledged: true };
    const isCovered = (by: Write): boolean =>
      writes.some((later) => later.acknowledged && later.start > by.end && later.end < start);
    const fits = [nothing, ...writes].some(
      (write) => write.value === value && write.start < end && !isCovered(write),
    );
    if (fits) return [];
    const last = writes.filter((write) => write.acknowledged && write.end < start).at(-1);
    return [`${key} is ${value} for ${who}, and ${last?.value ?? 'nothing'} was acknowledged`];
  }
}

/** Every acknowledged move lies on the one way from nothing to what stands in the end. */
function brokenChain(
  key: string,
  moves: ReadonlyMap<string, Move>,
  standing: string,
): readonly string[] {
  const way = new Set<string>();
  for (let at = standing; at !== absent && !way.has(at); at = moves.get(at)?.from ?? absent) {
    way.add(at);
  }
  return [...moves].flatMap(([value, { acknowledged }]) =>
    acknowledged && !way.has(value) ? [`${key} was moved to ${value}, and lost it unnoticed`] : [],
  );
}

function of<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
