/** What a CODEOWNERS file says, and what of it GitHub does not understand. */
export interface Owners {
  /** `@person`, `@org/team` or an address; none: nobody owns the path. The path is relative to the repository. */
  readonly of: (path: string) => readonly string[];
  readonly faults: readonly { readonly line: number; readonly why: string }[];
}

/** Where GitHub looks for it: the first that exists counts. */
export const ownersFiles = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

/** GitHub does not load a larger one. */
export const maxOwnersBytes = 3 << 20;

/** The file of a repository; `read` gives the bytes at a path of it. Undefined: it has none. */
export async function findOwners(
  read: (path: string) => Promise<Uint8Array | undefined>,
): Promise<(Owners & { readonly file: string }) | undefined> {
  for (const file of ownersFiles) {
    const bytes = await read(file);
    if (bytes !== undefined) return { file, ...parseOwners(bytes) };
  }
  return undefined;
}

interface Rule {
  readonly segments: readonly Segment[];
  /** Only what is in the directory itself. */
  readonly isShallow: boolean;
  /** Only what is below it. */
  readonly isDirectory: boolean;
  readonly owners: readonly string[];
}
/** The name of a folder or file with `*` and `?`, split at its stars; `**` is any number of them. */
type Segment = '**' | readonly string[];

const owner = /^(?:@[A-Za-z0-9][A-Za-z0-9_-]*(?:\/[A-Za-z0-9_.-]+)?|[^\s@]+@[^\s@]+\.[^\s@]+)$/;

/**
 * Reads a CODEOWNERS file as GitHub does: the last pattern that matches counts, also when it names nobody. Lines that
 * GitHub does not understand are passed over, and are among the faults; so is a file that is too large.
 * https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export function parseOwners(bytes: Uint8Array): Owners {
  if (bytes.length > maxOwnersBytes) {
    return { of: () => [], faults: [{ line: 1, why: 'the file is larger than 3 MB' }] };
  }
  const rules: Rule[] = [];
  const faults: { readonly line: number; readonly why: string }[] = [];
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  text.split('\n').forEach((written, index) => {
    const rule = parseRule(written);
    if (typeof rule === 'string') faults.push({ line: index + 1, why: rule });
    else if (rule !== undefined) rules.push(rule);
  });
  return {
    of: (path) => {
      const names = path.split('/').filter((name) => name !== '' && name !== '.');
      return rules.findLast((rule) => isMatch(rule, names))?.owners ?? [];
    },
    faults,
  };
}

function parseRule(written: string): Rule | string | undefined {
  // A blank may be part of a path when it is escaped.
  const words = written.match(/(?:\\.|[^\s\\]|\\$)+/g) ?? [];
  const end = words.findIndex((word) => word.startsWith('#'));
  const [pattern, ...owners] = end < 0 ? words : words.slice(0, end);
  if (pattern === undefined) return undefined;
  if (pattern.startsWith('!')) return 'a pattern cannot be negated with "!"';
  if (pattern.startsWith('\\#')) return 'a "#" at the start of a pattern cannot be escaped';
  if (/[[\]]/.test(pattern)) return 'a pattern cannot have a range in "[" and "]"';
  if (/^\/*$/.test(pattern)) return 'a pattern has to name something';
  const stranger = owners.find((one) => !owner.test(one));
  if (stranger !== undefined) {
    return `${JSON.stringify(stranger.slice(0, 100))} is no @person, no @organisation/team and no address`;
  }
  return { ...patternOf(pattern), owners };
}

function patternOf(pattern: string): Omit<Rule, 'owners'> {
  const isDirectory = pattern.endsWith('/');
  const isRooted = /\/./.test(pattern);
  const names = pattern.split('/').filter((name) => name !== '');
  const below = names.at(-1) === '**' && names.length > 1;
  const last = below ? names.slice(0, -1) : names;
  return {
    segments: [...(isRooted ? [] : ['**']), ...last]
      .filter((name, at, all) => name !== '**' || all[at - 1] !== '**')
      .map(segmentOf),
    // `docs/*` has what is in docs, and not what is below it.
    isShallow: isRooted && !isDirectory && names.at(-1) === '*',
    isDirectory: isDirectory || below,
  };
}

const segmentOf = (name: string): Segment => {
  if (name === '**') return '**';
  const parts = [''];
  for (const [piece, escaped] of name.matchAll(/\\(.)|[^]/gsu)) {
    if (piece === '*') parts.push('');
    else parts.push((parts.pop() ?? '') + (piece === '?' ? any : (escaped ?? piece)));
  }
  return parts;
};
/** Stands for `?`: no path has a NUL. */
const any = '\0';

/** States are how many segments are matched, in order; time is segments × names. */
function isMatch({ segments, isShallow, isDirectory }: Rule, names: readonly string[]): boolean {
  let states = reached([0], segments);
  for (let at = 0; at < names.length && states.length > 0; at++) {
    const next: number[] = [];
    for (const state of states) {
      const segment = segments[state];
      if (segment === '**') next.push(state);
      else if (segment !== undefined && isName(segment, names[at] ?? '')) next.push(state + 1);
    }
    states = reached(next, segments);
    const isLast = at === names.length - 1;
    if (states.at(-1) !== segments.length) continue;
    if (isLast ? !isDirectory : !isShallow) return true;
  }
  return false;
}

/** A `**` may stand for nothing. */
function reached(states: readonly number[], segments: readonly Segment[]): readonly number[] {
  const all: number[] = [];
  for (const state of states) {
    if (state > (all.at(-1) ?? -1)) all.push(state);
    if (segments[state] === '**' && state + 1 > (all.at(-1) ?? -1)) all.push(state + 1);
  }
  return all;
}

/** Each part at the first place after the one before it, which is as good as any other. */
function isName(parts: readonly string[], name: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (!isAt(first, name, 0)) return false;
  if (last === undefined) return name.length === first.length;
  let at = first.length;
  for (const part of rest) {
    while (at + part.length <= name.length && !isAt(part, name, at)) at++;
    if (at + part.length > name.length) return false;
    at += part.length;
  }
  return at + last.length <= name.length && isAt(last, name, name.length - last.length);
}

function isAt(part: string, name: string, at: number): boolean {
  if (at + part.length > name.length) return false;
  for (let index = 0; index < part.length; index++) {
    if (part[index] !== any && part[index] !== name[at + index]) return false;
  }
  return true;
}
