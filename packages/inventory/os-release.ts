import type { Collector } from './collector.ts';
import { isLine } from './printable.ts';

/** Which distribution an image says it is. What is not said is absent: the defaults of the specification name none. */
export interface OsRelease {
  /** `debian`, `alpine` */
  readonly id?: string;
  /** What it is near to, the nearest first. */
  readonly idLike?: readonly string[];
  readonly name?: string;
  readonly version?: string;
  /** `12`, `3.20.1` */
  readonly versionId?: string;
  readonly versionCodename?: string;
  readonly prettyName?: string;
  readonly variantId?: string;
  readonly cpeName?: string;
  /** Day of its last fix: `2028-06-30`. */
  readonly supportEnd?: string;
}

const fields = {
  ID: 'id',
  NAME: 'name',
  VERSION: 'version',
  VERSION_ID: 'versionId',
  VERSION_CODENAME: 'versionCodename',
  PRETTY_NAME: 'prettyName',
  VARIANT_ID: 'variantId',
  CPE_NAME: 'cpeName',
  SUPPORT_END: 'supportEnd',
} as const;
const byKey: ReadonlyMap<string, string> = new Map(Object.entries(fields));

/** In the order in which they count. */
export const osReleasePaths = ['etc/os-release', 'usr/lib/os-release'] as const;

/** With its quotes and backslashes. */
const maxValue = 4096;

/**
 * The files that say which system it is: one fact, or none where none of the fields stands.
 * https://www.freedesktop.org/software/systemd/man/latest/os-release.html
 */
export const osRelease: Collector<OsRelease> = {
  name: 'os-release',
  version: 1,
  maxBytes: 1 << 20,
  wants: (path) => osReleasePaths.some((wanted) => wanted === path),
  parse(_path, bytes) {
    const values = assignments(new TextDecoder().decode(bytes));
    const idLike = (values.get('ID_LIKE') ?? '').split(/\s+/).filter((id) => id !== '');
    const known = [...values].flatMap(([key, value]) => {
      const field = byKey.get(key);
      return field === undefined ? [] : [[field, value] as const];
    });
    const fact: OsRelease = {
      ...Object.fromEntries(known),
      ...(idLike.length === 0 ? {} : { idLike }),
    };
    return Object.keys(fact).length === 0 ? [] : [fact];
  },
};

/** Values by key, as a shell would set them: the last counts. */
function assignments(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const line of text.split('\n')) {
    const equals = line.indexOf('=');
    const key = line.slice(0, Math.max(equals, 0)).trimStart();
    if (key !== 'ID_LIKE' && !byKey.has(key)) continue;
    const value = unquoted(line.slice(equals + 1).trim());
    if (value !== undefined && isLine(value)) values.set(key, value);
    else values.delete(key);
  }
  return values;
}

/** Undefined where a quote is not closed, or something follows it: several strings in a row are not supported. */
function unquoted(text: string): string | undefined {
  if (text.length > maxValue) return undefined;
  const quote = text.charAt(0);
  if (quote === "'") return /^'([^']*)'$/.exec(text)?.[1];
  if (quote !== '"') return /["'`]/.test(text) ? undefined : text.replace(/\\(.)/g, '$1');
  const inner = /^"((?:[^"\\]|\\.)*)"$/.exec(text)?.[1];
  return inner?.replace(/\\([$"'\\`])/g, '$1');
}
