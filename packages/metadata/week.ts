const dayMs = 86_400_000;

const startOfYear = (year: number): number => Date.UTC(year, 0, 1);

/** The day of the year, from 1. */
export const dayOfYear = (date: Date): number =>
  Math.floor((date.getTime() - startOfYear(date.getUTCFullYear())) / dayMs) + 1;

interface Week {
  readonly year: number;
  readonly week: number;
}

/** ISO 8601: weeks start on Monday, and the first one holds the year's first Thursday. */
export function isoWeek(date: Date): Week {
  const weekday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(date.getTime() + (3 - weekday) * dayMs);
  return { year: thursday.getUTCFullYear(), week: Math.ceil(dayOfYear(thursday) / 7) };
}

/** As in the United States: weeks start on Sunday, and the first one holds the first of January. */
export function sundayWeek(date: Date): Week {
  const saturday = new Date(date.getTime() + (6 - date.getUTCDay()) * dayMs);
  return { year: saturday.getUTCFullYear(), week: Math.ceil(dayOfYear(saturday) / 7) };
}
