import { quote } from '#io';

import { fault, type Place } from './place.ts';
import { isoWeek } from './week.ts';
import { clockIn, isZone } from './zone.ts';

/** A scheme of calendar versions: fields of a date, and a counter. https://calver.org */
export interface Calendar {
  readonly parts: readonly string[];
  readonly zone: string;
  /** The first counter of a period. */
  readonly start: number;
}

const fields: Readonly<Record<string, (date: Date) => string>> = {
  YYYY: (date) => String(date.getUTCFullYear()),
  YY: (date) => String(date.getUTCFullYear() - 2000),
  '0Y': (date) => padded(date.getUTCFullYear() - 2000),
  MM: (date) => String(date.getUTCMonth() + 1),
  '0M': (date) => padded(date.getUTCMonth() + 1),
  WW: (date) => String(isoWeek(date).week),
  '0W': (date) => padded(isoWeek(date).week),
  DD: (date) => String(date.getUTCDate()),
  '0D': (date) => padded(date.getUTCDate()),
};
const padded = (value: number): string => String(value).padStart(2, '0');
const counter = 'MICRO';
const digits: Readonly<Record<string, string>> = {
  YYYY: '[0-9]{4}',
  [counter]: '(0|[1-9][0-9]{0,8})',
};
const token = /YYYY|0Y|YY|0M|MM|0W|WW|0D|DD|MICRO/g;
const zeroed = '[0-9]{2}';
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** Reads `pattern`, `tz` and `start`. @throws UsageError for a pattern without exactly one MICRO, and for letters that are no field */
export function parseCalendar(given: ReadonlyMap<string, string>, place: Place): Calendar {
  const pattern = given.get('pattern') ?? `YYYY.0M.${counter}`;
  const parts = pattern.split(new RegExp(`(${token.source})`)).filter((part) => part !== '');
  const counters = parts.filter((part) => part === counter).length;
  const strange = parts.find((part) => !isToken(part) && /[^._-]/.test(part));
  if (counters !== 1 || strange !== undefined || pattern.length > maxCharacters) {
    throw fault(
      place,
      `${quote(pattern)} is not a calendar version: write fields (${[...Object.keys(fields), counter].join(', ')}) with "." between, MICRO once`,
    );
  }
  const start = given.get('start') ?? '0';
  if (!/^[0-9]{1,9}$/.test(start)) {
    throw fault(place, `start must be a whole number, not ${quote(start)}`);
  }
  const zone = given.get('tz') ?? 'UTC';
  if (!isZone(zone)) throw fault(place, `${quote(zone)} is not a time zone: write tz=Europe/Paris`);
  return { parts, zone, start: Number(start) };
}

/** Of a pattern: no version is longer. */
const maxCharacters = 64;

const isToken = (part: string): boolean => part === counter || Object.hasOwn(fields, part);

/** Is a git tag (`2026.11.3`, `v2026.11.3`) a version of this scheme? Gives it without the `v`. */
export function calendarVersion(calendar: Calendar, tag: string): string | undefined {
  const text = tag.replace(/^v/, '');
  const form = calendar.parts.map((part) => {
    if (!isToken(part)) return literal(part);
    return digits[part] ?? (part.startsWith('0') ? zeroed : '(?:[1-9][0-9]{0,2}|0)');
  });
  return new RegExp(`^${form.join('')}$`).test(text) ? text : undefined;
}

/** The next version: that of today, with one more than the highest counter that a git tag of the same period has. */
export function nextCalendar(
  { parts, zone, start }: Calendar,
  now: Date,
  tags: readonly string[],
): { readonly version: string; readonly after: string | undefined } {
  const { shown } = clockIn(zone, now);
  const texts = parts.map((part) => (part === counter ? part : (fields[part]?.(shown) ?? part)));
  const form = new RegExp(
    `^v?${texts.map((text) => (text === counter ? '(0|[1-9][0-9]{0,8})' : literal(text))).join('')}$`,
  );
  let highest = -1;
  let after: string | undefined;
  for (const tag of tags) {
    const count = Number(form.exec(tag)?.[1] ?? -1);
    if (count > highest) [highest, after] = [count, tag];
  }
  const count = Math.max(highest + 1, start);
  return {
    version: texts.map((text) => (text === counter ? String(count) : text)).join(''),
    after,
  };
}
