import { dayOfYear, isoWeek, sundayWeek } from './week.ts';
import { clockIn, type Clock } from './zone.ts';

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

function ordinal(value: number): string {
  const tens = Math.floor((value % 100) / 10) === 1;
  return `${value}${(tens ? undefined : ['th', 'st', 'nd', 'rd'][value % 10]) ?? 'th'}`;
}

function offset({ offsetMinutes }: Clock, colon: string): string {
  const minutes = Math.abs(offsetMinutes);
  return `${offsetMinutes < 0 ? '-' : '+'}${padded(Math.floor(minutes / 60), 2)}${colon}${padded(minutes % 60, 2)}`;
}

type Part = (clock: Clock) => number;
const year: Part = ({ shown }) => shown.getUTCFullYear();
const month: Part = ({ shown }) => shown.getUTCMonth() + 1;
const quarter: Part = (clock) => Math.ceil(month(clock) / 3);
const day: Part = ({ shown }) => shown.getUTCDate();
const yearday: Part = ({ shown }) => dayOfYear(shown);
const weekday: Part = ({ shown }) => shown.getUTCDay();
const hour: Part = ({ shown }) => shown.getUTCHours();
const twelfth: Part = (clock) => hour(clock) % 12 || 12;
const minute: Part = ({ shown }) => shown.getUTCMinutes();
const second: Part = ({ shown }) => shown.getUTCSeconds();
const week: Part = ({ shown }) => sundayWeek(shown).week;
const weekYear: Part = ({ shown }) => sundayWeek(shown).year;
const weekOfIso: Part = ({ shown }) => isoWeek(shown).week;
const yearOfIso: Part = ({ shown }) => isoWeek(shown).year;
const monthName = (clock: Clock): string => months[month(clock) - 1] ?? '';
const dayName = (clock: Clock): string => days[weekday(clock)] ?? '';
const two = (part: Part) => (clock: Clock) => padded(part(clock), 2);
const lastTwo = (part: Part) => (clock: Clock) => padded(part(clock) % 100, 2);
const wide = (part: Part, length: number) => (clock: Clock) => padded(part(clock), length);
const nth = (part: Part) => (clock: Clock) => ordinal(part(clock));
const minutes = (clock: Clock) => two(minute)(clock);
const clockText = (clock: Clock) => `${minutes(clock)}${two(second)(clock)}`;

/** https://momentjs.com/docs/#/displaying/format/ */
const tokens: Readonly<Record<string, ((clock: Clock) => number | string) | undefined>> = {
  ...{ M: month, Mo: nth(month), MM: two(month), MMMM: monthName },
  MMM: (clock) => monthName(clock).slice(0, 3),
  ...{ Q: quarter, Qo: nth(quarter), D: day, Do: nth(day), DD: two(day) },
  ...{ DDD: yearday, DDDo: nth(yearday), DDDD: wide(yearday, 3) },
  ...{ d: weekday, do: nth(weekday), dddd: dayName, e: weekday },
  dd: (clock) => dayName(clock).slice(0, 2),
  ddd: (clock) => dayName(clock).slice(0, 3),
  E: (clock) => weekday(clock) || 7,
  ...{ w: week, wo: nth(week), ww: two(week), gg: lastTwo(weekYear), gggg: wide(weekYear, 4) },
  ...{ W: weekOfIso, Wo: nth(weekOfIso), WW: two(weekOfIso), ggggg: wide(weekYear, 5) },
  ...{ GG: lastTwo(yearOfIso), GGGG: wide(yearOfIso, 4), GGGGG: wide(yearOfIso, 5) },
  ...{ Y: year, YY: lastTwo(year), YYYY: wide(year, 4), YYYYY: wide(year, 5) },
  YYYYYY: (clock) => `+${padded(year(clock), 6)}`,
  ...{ y: year, yo: nth(year), yy: two(year), yyy: wide(year, 3), yyyy: wide(year, 4) },
  ...{ N: () => 'AD', NN: () => 'AD', NNN: () => 'AD', NNNN: () => 'Anno Domini' },
  NNNNN: () => 'AD',
  a: (clock) => (hour(clock) < 12 ? 'am' : 'pm'),
  A: (clock) => (hour(clock) < 12 ? 'AM' : 'PM'),
  ...{ H: hour, HH: two(hour), h: twelfth, hh: two(twelfth) },
  k: (clock) => hour(clock) || 24,
  kk: (clock) => padded(hour(clock) || 24, 2),
  ...{ m: minute, mm: minutes, s: second, ss: two(second) },
  Hmm: (clock) => `${hour(clock)}${minutes(clock)}`,
  hmm: (clock) => `${twelfth(clock)}${minutes(clock)}`,
  Hmmss: (clock) => `${hour(clock)}${clockText(clock)}`,
  hmmss: (clock) => `${twelfth(clock)}${clockText(clock)}`,
  z: (clock) => clock.abbreviation(),
  // Its long form: moment-timezone gives the abbreviation for both.
  zz: (clock) => clock.abbreviation(),
  Z: (clock) => offset(clock, ':'),
  ZZ: (clock) => offset(clock, ''),
  X: ({ moment }) => Math.floor(moment.getTime() / 1000),
  x: ({ moment }) => moment.getTime(),
};

const grammar =
  /\[[^[]*\]|\\?(?:[Hh]mm(?:ss)?|Mo|M{1,4}|DDDo|Do|D{1,4}|d{2,4}|do?|w[ow]?|W[oW]?|Qo?|N{1,5}|Y{6}|Y{5}|YYYY|YY|y{2,4}|yo?|g{4,5}|gg|G{4,5}|GG|hh?|HH?|kk?|mm?|ss?|S{1,9}|zz?|ZZ?|[^])/gu;

const long: Readonly<Record<string, string | undefined>> = {
  LTS: 'h:mm:ss A',
  LT: 'h:mm A',
  L: 'MM/DD/YYYY',
  LL: 'MMMM D, YYYY',
  LLL: 'MMMM D, YYYY h:mm A',
  LLLL: 'dddd, MMMM D, YYYY h:mm A',
  l: 'M/D/YYYY',
  ll: 'MMM D, YYYY',
  lll: 'MMM D, YYYY h:mm A',
  llll: 'ddd, MMM D, YYYY h:mm A',
};
const longGrammar = /\[[^[]*\]|\\?(?:LTS|LT|L{1,4}|l{1,4})/g;

function token(text: string, clock: Clock): string {
  if (/^S+$/.test(text)) {
    return `${padded(clock.shown.getUTCMilliseconds(), 3)}000000`.slice(0, text.length);
  }
  const write = Object.hasOwn(tokens, text) ? tokens[text] : undefined;
  if (write !== undefined) return String(write(clock));
  return text.startsWith('[') && text.length > 1
    ? text.replace(/^\[|\]$/g, '')
    : text.replaceAll('\\', '');
}

const iso = 'YYYY-MM-DDTHH:mm:ss';

/**
 * A moment in the tokens of moment.js, in English; without a format in ISO 8601.
 * @param zone one that `isZone` knows
 */
export function formatDate(moment: Date, format: string | null, zone = 'UTC'): string {
  const clock = clockIn(zone, moment);
  const wanted =
    format === null || format === '' ? `${iso}${zone === 'UTC' ? '[Z]' : 'Z'}` : format;
  return wanted
    .replace(longGrammar, (text) => long[text] ?? text)
    .replace(grammar, (text) => token(text, clock));
}
