/**
 * One piece of a pattern. `maybe` and `through` together are "any folders, or none": a `maybe` may skip the
 * `through` after it, and a `through` ends behind a slash.
 */
export type Token =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'any' | 'star' | 'all' | 'maybe' | 'through' }
  | { readonly kind: 'class'; readonly negated: boolean; readonly ranges: readonly Range[] };
type Range = readonly [from: string, to: string];

const within = (char: string, ranges: readonly Range[]): boolean =>
  ranges.some(([from, to]) => from <= char && char <= to);

function takes(token: Token, char: string): boolean {
  switch (token.kind) {
    case 'char':
      return token.char === char;
    case 'any':
    case 'star':
      return char !== '/';
    case 'class':
      return within(char, token.ranges) !== token.negated;
    case 'maybe':
      return false;
    default:
      return true;
  }
}

/** Which tokens may come next, as a walk over the text goes on. Time is at most tokens × characters. */
type States = ReadonlySet<number>;

function reach(tokens: readonly Token[], states: Set<number>, first: number): void {
  const open = [first];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (states.has(state)) continue;
    states.add(state);
    const kind = tokens[state]?.kind;
    if (kind === 'star' || kind === 'all') open.push(state + 1);
    if (kind === 'maybe') open.push(state + 1, state + 2);
  }
}

function step(tokens: readonly Token[], states: States, char: string): States {
  const next = new Set<number>();
  for (const state of states) {
    const token = tokens[state];
    if (token === undefined || !takes(token, char)) continue;
    const { kind } = token;
    if (kind === 'star' || kind === 'all' || kind === 'through') reach(tokens, next, state);
    if (kind !== 'star' && kind !== 'all' && (kind !== 'through' || char === '/')) {
      reach(tokens, next, state + 1);
    }
  }
  return next;
}

/** Lengths of the starts of `text` that the whole pattern matches, shortest first. */
export function* matches(tokens: readonly Token[], text: string): Generator<number> {
  let states: States = startOf(tokens);
  let length = 0;
  if (states.has(tokens.length)) yield 0;
  for (const char of text) {
    states = step(tokens, states, char);
    if (states.size === 0) return;
    length += char.length;
    if (states.has(tokens.length)) yield length;
  }
}

/** Whether some text that goes on from `start` can match. */
export function mayContinue(tokens: readonly Token[], start: string): boolean {
  let states: States = startOf(tokens);
  for (const char of start) states = step(tokens, states, char);
  return [...states].some((state) => state < tokens.length);
}

function startOf(tokens: readonly Token[]): States {
  const states = new Set<number>();
  reach(tokens, states, 0);
  return states;
}

/** A piece, and where the next one begins. */
interface Parsed {
  readonly token: Token;
  readonly end: number;
}

/**
 * The piece that begins at `at`, by the rules of Go's filepath.Match: `*` and `?` stay within a folder's name, `[a-z]`,
 * `[^x]`, `\` escapes. Undefined when it is malformed. https://pkg.go.dev/path/filepath#Match
 */
export function parseToken(text: readonly string[], at: number): Parsed | undefined {
  const char = text[at] ?? '';
  const end = at + 1;
  if (char === '[') return parseClass(text, at);
  if (char === '*') return { token: { kind: 'star' }, end };
  if (char === '?') return { token: { kind: 'any' }, end };
  if (char !== '\\') return { token: { kind: 'char', char }, end };
  const escaped = text[end];
  return escaped === undefined
    ? undefined
    : { token: { kind: 'char', char: escaped }, end: end + 1 };
}

/** Reads `[…]`; undefined when it does not end or is empty. */
function parseClass(text: readonly string[], from: number): Parsed | undefined {
  let at = from + 1;
  const negated = text[at] === '^';
  if (negated) at += 1;
  const ranges: Range[] = [];
  const one = (): string | undefined => {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '-' || text[at] === ']') return undefined;
    at += 1;
    return text[at - 1];
  };
  while (text[at] !== ']' || ranges.length === 0) {
    const low = one();
    if (low === undefined) return undefined;
    if (text[at] !== '-') {
      ranges.push([low, low]);
      continue;
    }
    at += 1;
    const high = one();
    if (high === undefined) return undefined;
    ranges.push([low, high]);
  }
  return { token: { kind: 'class', negated, ranges }, end: at + 1 };
}
