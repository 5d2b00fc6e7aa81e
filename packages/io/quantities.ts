const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;

/** `90s`, `1h30m`, `7d`: whole numbers, from the largest unit to the smallest, each at most once. */
const durationPattern =
  /^(?=\d)(?:(\d{1,6})w)?(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,9})s)?$/;

/** Milliseconds of a duration; undefined when the text is none. */
export function parseDuration(text: string): number | undefined {
  const parts = durationPattern.exec(text)?.slice(1);
  if (parts === undefined) return undefined;
  return [week, day, hour, minute, second].reduce(
    (sum, unit, at) => sum + unit * Number(parts[at] ?? 0),
    0,
  );
}

const units: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
};

/** `20MB`, `1.5GiB`, `512`: decimal and binary units in any case, bytes without one. */
const bytesPattern = /^(\d{1,15}(?:\.\d{1,6})?) ?([kmgtKMGT]?[iI]?[bB])?$/;

/** Bytes, rounded down; undefined when the text is no size or more than a number holds exactly. */
export function parseBytes(text: string): number | undefined {
  const [, amount, unit] = bytesPattern.exec(text) ?? [];
  const factor = units[(unit ?? '').toLowerCase()];
  if (amount === undefined || factor === undefined) return undefined;
  const bytes = Math.floor(Number(amount) * factor);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** `0.95` or `95%`. */
const ratioPattern = /^(?:(0(?:\.\d{1,9})?|1(?:\.0{1,9})?|\.\d{1,9})|(\d{1,3}(?:\.\d{1,7})?) ?%)$/;

/** A part from 0 to 1; undefined when the text is none. */
export function parseRatio(text: string): number | undefined {
  const [, part, percent] = ratioPattern.exec(text) ?? [];
  if (part === undefined && percent === undefined) return undefined;
  const ratio = percent === undefined ? Number(part) : Number(percent) / 100;
  return ratio <= 1 ? ratio : undefined;
}

/** `12.3 MB`, in decimal units as registries and disks count. */
export function formatBytes(bytes: number): string {
  const names = ['B', 'kB', 'MB', 'GB', 'TB'];
  let amount = bytes;
  let at = 0;
  // 999.95 would be shown as 1000.0.
  while (amount >= (at === 0 ? 1000 : 999.95) && at < names.length - 1) {
    amount /= 1000;
    at += 1;
  }
  return `${at === 0 ? String(amount) : amount.toFixed(1)} ${names[at] ?? ''}`;
}

/** `0.4 s`, `12 s`, `3 min 5 s`, `2 h 10 min`, `9 d 3 h`: the two largest units. */
export function formatDuration(ms: number): string {
  if (ms < 10 * second) return `${(ms / second).toFixed(1)} s`;
  const seconds = Math.round(ms / second);
  const pairs: readonly (readonly [number, string, number, string])[] = [
    [86_400, 'd', 3600, 'h'],
    [3600, 'h', 60, 'min'],
    [60, 'min', 1, 's'],
  ];
  for (const [large, name, small, rest] of pairs) {
    if (seconds < large) continue;
    const left = Math.floor((seconds % large) / small);
    return `${Math.floor(seconds / large)} ${name}${left === 0 ? '' : ` ${left} ${rest}`}`;
  }
  return `${seconds} s`;
}
