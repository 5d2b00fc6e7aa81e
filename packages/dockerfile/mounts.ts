import type { Flag } from './dockerfile.ts';

/** What `RUN --mount=…,from=X` reads from: the texts after `from=`. */
export function mountSources(flags: readonly Flag[]): readonly string[] {
  return flags.flatMap(({ name, value }) => {
    if (name !== 'mount' || value === true) return [];
    return csvFields(value).flatMap((field) => {
      const [, source] = /^from=(.*)$/is.exec(field.trim()) ?? [];
      return source === undefined || source === '' ? [] : [source];
    });
  });
}

/** Fields of a line of CSV; one in double quotes may hold commas. */
function csvFields(line: string): readonly string[] {
  return Array.from(
    line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g),
    ([, quoted, plain = '']) => (quoted === undefined ? plain : quoted.replaceAll('""', '"')),
  );
}
