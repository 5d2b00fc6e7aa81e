/** A moment as the clocks of a time zone show it. */
export interface Clock {
  /** Its UTC fields are the fields of the clock. */
  readonly shown: Date;
  readonly moment: Date;
  readonly offsetMinutes: number;
  /** `UTC`, `EST`; `GMT+9` where no abbreviation is known. */
  abbreviation(): string;
}

/** Is it `UTC`, `Europe/Paris` or another name of the IANA list, or an offset such as `+02:00`? */
export function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** A moment in a time zone. @throws RangeError for a zone that `isZone` does not know */
export function clockIn(zone: string, moment: Date): Clock {
  if (zone === 'UTC') {
    return { shown: moment, moment, offsetMinutes: 0, abbreviation: () => 'UTC' };
  }
  const offsetMinutes = offset(named(zone, moment, 'longOffset'));
  return {
    shown: new Date(moment.getTime() + offsetMinutes * 60_000),
    moment,
    offsetMinutes,
    abbreviation: () => named(zone, moment, 'short'),
  };
}

function named(zone: string, moment: Date, timeZoneName: 'longOffset' | 'short'): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName });
  return parts.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** Minutes in `GMT+09:00`. */
function offset(text: string): number {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d+)(?::(\d+))?/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
