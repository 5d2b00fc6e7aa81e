import { calendarReader } from './calver-format.ts';
import { mark, numberAt, orderBy, type VersionOrder } from './order.ts';
import { natural } from './order-natural.ts';
import { revisionReader } from './revision-suffix.ts';

/** The format that counts the releases of a month. */
export const defaultCalendarFormat = 'YYYY.0M.MICRO';

/** Below the end of a key, so that a version with a modifier comes before the one without. */
const before = mark(-1);

/**
 * Versions by date, number after number; a modifier (`dev`, `rc1`) comes before the release, a revision behind it.
 * https://calver.org/#scheme
 * @throws UsageError for a format or a suffix that cannot be one
 */
export function calver(format: string, suffix: string): VersionOrder<'calver'> {
  const read = calendarReader(format);
  const split = revisionReader(suffix);
  return orderBy('calver', (text) => {
    const { base, digits } = split(text);
    const found = read(base);
    if (found === undefined) return undefined;
    const { numbers, lines, modifier } = found;
    return {
      text,
      key: [
        ...numbers.map((one) => numberAt(1, one)),
        ...(modifier === undefined ? [] : [before, ...(natural.parse(modifier)?.key ?? [])]),
        ...(digits === undefined ? [] : [numberAt(1, digits)]),
      ],
      lines,
      pre: modifier !== undefined,
      revised: digits !== undefined,
    };
  });
}
