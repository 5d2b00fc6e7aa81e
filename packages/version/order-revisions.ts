import { linesOf, numberAt, orderBy, type Ordered, type VersionOrder } from './order.ts';
import { preReleasePlaces } from './order-semver.ts';
import { versionReader } from './version.ts';

/**
 * The order of releases and their rebuilds: 1.4.2-rc.1 < 1.4.2 < 1.4.2-r1 < 1.4.2-r2 < 1.4.3-rc.1.
 * @param suffix what stands before the count of rebuilds
 * @throws UsageError for a suffix that cannot be one
 */
export function revisions(suffix: string): VersionOrder<'revisions'> {
  const read = versionReader(suffix);
  return orderBy('revisions', (text): Ordered | undefined => {
    const version = read(text);
    if (version === undefined) return undefined;
    const { pre, revision } = version;
    const numbers = version.numbers.map(String);
    return {
      text,
      key: [
        ...numbers.map((one) => numberAt(1, one)),
        ...preReleasePlaces(pre),
        // Behind the end of what is rebuilt, and before any further identifier of a pre-release.
        ...(revision === 0 ? [] : [numberAt(1, String(revision))]),
      ],
      lines: linesOf(numbers),
      pre: pre.length > 0,
      revised: revision > 0,
    };
  });
}
