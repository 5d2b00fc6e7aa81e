import { annotation, UsageError } from '#io';

/** Labels of a config, or annotations of a manifest. */
export type Labels = Readonly<Record<string, string>>;

/** All but tab and line feed, C1 included: a terminal may obey them. */
const control = String.raw`\0-\x08\x0b-\x1f\x7f-\x9f`;

/** How keys and values are written. The published JSON Schema has these patterns too, and reads them with the flag `u`. */
export const labelGrammar = {
  key: {
    pattern: /^(?!(?:__proto__|constructor|prototype)$)[!-<>-~]{1,255}$/,
    be: 'a key of 1 to 255 printable characters without spaces and "="',
  },
  value: {
    pattern: new RegExp(`^[^${control}]*$`),
    be: 'text without control characters',
  },
} as const;

/** All keys and values together. Registries take manifests of 4 MiB, and labels stand in three documents. */
export const maxLabelBytes = 64 * 1024;

export const bytesIn = (entries: readonly (readonly [string, string])[]): number =>
  entries.reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0);

/** @throws UsageError for more than 64 KiB */
export function refuseTooLong(entries: readonly (readonly [string, string])[], what: string): void {
  const bytes = bytesIn(entries);
  if (bytes <= maxLabelBytes) return;
  throw new UsageError(`the ${what} have ${bytes} bytes: at most ${maxLabelBytes} are written`);
}

/** The specification's own keys. https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md */
export const isOci = (key: string): boolean => key.startsWith('org.opencontainers.image.');

/** Keys that others read as facts: what a build finds out is written, and nothing else. */
const foundOut: readonly string[] = [
  annotation.revision,
  annotation.baseName,
  annotation.baseDigest,
];

export const isFoundOut = (key: string): boolean => foundOut.includes(key);

/** Keys that only this product writes. */
export const isOurs = (key: string): boolean => key.startsWith('dev.ecluse.');
