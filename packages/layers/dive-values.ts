import { UsageError } from '#io';

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * A threshold between 0 and 1.
 * @throws UsageError
 */
export function parseDiveRatio(rule: string, value: string): number {
  if (!decimal.test(value)) {
    throw new UsageError(
      `invalid ${rule} config value, given ${JSON.stringify(value)}: it is not a number from 0 to 1`,
    );
  }
  const ratio = Number(value);
  if (ratio >= 0 && ratio <= 1) return ratio;
  throw new UsageError(
    `${rule} config value is outside allowed range (0-1), given '${ratio.toFixed(6)}'`,
  );
}

const powers = ['k', 'm', 'g', 't', 'p', 'e'];
const factors: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['b', 1],
  ...powers.flatMap((letter, at) => {
    const [ten, two] = [1000 ** (at + 1), 1024 ** (at + 1)];
    return [
      [letter, ten],
      [`${letter}b`, ten],
      [`${letter}i`, two],
      [`${letter}ib`, two],
    ] as const;
  }),
]);

/**
 * A size as go-humanize reads it: `20MB`, `20Mb` and `20 m` are powers of ten, `20MiB` and `20mi` of two.
 * https://pkg.go.dev/github.com/dustin/go-humanize#ParseBytes
 * @throws UsageError
 */
export function parseDiveBytes(rule: string, value: string): number {
  const [, digits = '', unit = ''] = /^([\d.,]*)(.*)$/s.exec(value) ?? [];
  const number = digits.replaceAll(',', '');
  const factor = factors.get(unit.trim().toLowerCase());
  if (decimal.test(number) && factor !== undefined) {
    const bytes = Math.trunc(Number(number) * factor);
    if (bytes < 2 ** 64) return bytes;
  }
  throw new UsageError(
    `invalid ${rule} config value, given ${JSON.stringify(value)}: it is not a size such as "20MB" or "20MiB"`,
  );
}

/** As Go's `%2.2f` writes it: a tie goes to the even digit. */
export function twoDigits(value: number | 'NaN' | '+Inf'): string {
  if (typeof value === 'string') return value;
  // The only ties are eighths: all others are no binary fractions.
  const eighths = Math.abs(value) * 8;
  const isTie = Number.isInteger(eighths) && eighths % 4 === 1;
  if (!isTie) return value.toFixed(2);
  return `${value < 0 ? '-' : ''}${Math.trunc(Math.abs(value))}.${eighths % 8 === 1 ? '12' : '62'}`;
}

/** As Go's `%v` writes a number from 0 to 1: with an exponent of two digits where it is small. */
export function goNumber(value: number): string {
  if (value === 0 || value >= 1e-4) return String(value);
  return value.toExponential().replace(/-(\d)$/, '-0$1');
}
