import { compareNumbers } from './compare-number.ts';

/** `[epoch:]upstream[-revision]` in its parts; undefined for none. */
interface Parts {
  readonly epoch: string;
  readonly upstream: string;
  readonly revision: string;
}

/**
 * Compares two Debian versions: below 0 when the first is older, 0 when neither is. Undefined when one is no version.
 * https://www.debian.org/doc/debian-policy/ch-controlfields.html#version
 */
export function compareDeb(one: string, other: string): number | undefined {
  const [a, b] = [parse(one), parse(other)];
  if (a === undefined || b === undefined) return undefined;
  return (
    comparePart(a.epoch, b.epoch) ||
    comparePart(a.upstream, b.upstream) ||
    comparePart(a.revision, b.revision)
  );
}

function parse(version: string): Parts | undefined {
  if (!/^[A-Za-z0-9.+~:_-]+$/.test(version)) return undefined;
  const colon = version.indexOf(':');
  const epoch = version.slice(0, Math.max(colon, 0));
  if (colon === 0 || !/^[0-9]*$/.test(epoch)) return undefined;
  const rest = version.slice(colon + 1);
  const hyphen = rest.lastIndexOf('-');
  const upstream = hyphen < 0 ? rest : rest.slice(0, hyphen);
  if (upstream === '') return undefined;
  return { epoch, upstream, revision: hyphen < 0 ? '' : rest.slice(hyphen + 1) };
}

/** By turns what is no digit, and what is a number. */
function comparePart(a: string, b: string): number {
  const [left, right] = [pieces(a), pieces(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const [x = '', y = ''] = [left[at], right[at]];
    const order = at % 2 === 0 ? compareText(x, y) : compareNumbers(x, y);
    if (order !== 0) return order;
  }
  return 0;
}

const pieces = (part: string): readonly string[] => part.split(/([0-9]+)/);

/** A tilde before the end, the end before letters, letters before all else. */
function compareText(a: string, b: string): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const order = weight(a.charAt(at)) - weight(b.charAt(at));
    if (order !== 0) return order;
  }
  return 0;
}

function weight(character: string): number {
  if (character === '~') return -1;
  if (character === '') return 0;
  return character.charCodeAt(0) + (/[A-Za-z]/.test(character) ? 0 : 256);
}
