/** What a mode becomes; `x` of a symbolic `X` depends on the kind. */
export type ChangeMode = (mode: number, isDirectory: boolean) => number;

const clause = /^([ugoa]*)((?:[-+=][rwxXst]*)+)$/;

/**
 * Reads `--chmod`: octal as 0 to 7777, or symbolic as chmod(1) has it. Undefined when it is neither.
 * https://docs.docker.com/reference/dockerfile/#copy---chown---chmod
 */
export function parseMode(text: string): ChangeMode | undefined {
  if (/^0*[0-7]{1,4}$/.test(text)) {
    const fixed = Number.parseInt(text, 8);
    return () => fixed;
  }
  const clauses = text.split(',').map(parseClause);
  if (clauses.includes(undefined)) return undefined;
  const changes = clauses.flatMap((changes) => changes ?? []);
  return (mode, isDirectory) =>
    changes.reduce((before, change) => change(before, isDirectory), mode);
}

function parseClause(text: string): readonly ChangeMode[] | undefined {
  const [, who = '', actions] = clause.exec(text) ?? [];
  if (actions === undefined) return undefined;
  const parts = Array.from(actions.matchAll(/([-+=])([rwxXst]*)/g));
  return parts.map(([, operator, letters = '']) => (mode, isDirectory) => {
    const bits = bitsOf(letters, who, isDirectory || (mode & 0o111) !== 0);
    if (operator === '+') return mode | bits;
    if (operator === '-') return mode & ~bits;
    return (mode & ~classesOf(who)) | bits;
  });
}

const shifts: Readonly<Record<string, number>> = { u: 6, g: 3, o: 0 };
const special: Readonly<Record<string, number>> = { u: 0o4000, g: 0o2000, o: 0 };

const expanded = (who: string): readonly string[] => {
  const everyone = who === '' || who.includes('a');
  return ['u', 'g', 'o'].filter((one) => everyone || who.includes(one));
};

function bitsOf(letters: string, who: string, canRun: boolean): number {
  const has = (letter: string): boolean => letters.includes(letter);
  const three =
    (has('r') ? 4 : 0) | (has('w') ? 2 : 0) | (has('x') || (has('X') && canRun) ? 1 : 0);
  const all = expanded(who);
  const permissions = all.reduce((bits, one) => bits | (three << (shifts[one] ?? 0)), 0);
  const set = has('s') ? all.reduce((bits, one) => bits | (special[one] ?? 0), 0) : 0;
  return permissions | set | (has('t') ? 0o1000 : 0);
}

/** The bits that `=` clears. */
const classesOf = (who: string): number =>
  expanded(who).reduce((bits, one) => bits | (7 << (shifts[one] ?? 0)) | (special[one] ?? 0), 0);
