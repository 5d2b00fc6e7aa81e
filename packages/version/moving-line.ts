import type { Tag } from '#oci';

import type { Ordered, VersionOrder } from './order.ts';

/** What becomes of one name, by the names of the tags alone. */
export interface MovingName {
  readonly name: Tag;
  readonly decision: 'moves' | 'stays';
  /** Why, for a person. */
  readonly why: string;
  /** The name is among the tags, so that its digest has to be read before it moves. */
  readonly stands: boolean;
  /**
   * The version tags whose digests tell what the name holds: it should hold the first of them. Where it moves, a few
   * lower ones, the highest first; where it stays for a higher one, that one.
   */
  readonly candidates: readonly Tag[];
  /** It stays because it reads as a version itself: what its digest says of itself may tell that it is none. */
  readonly mayBeVersion?: true;
}

/** A version tag that is there. */
export interface Standing {
  readonly tag: Tag;
  readonly version: Ordered;
}

interface Line {
  readonly name: Tag;
  /** As in `Ordered.lines`; undefined for all versions. */
  readonly line: string | undefined;
  readonly order: VersionOrder;
  readonly released: Ordered;
  /** Pre-releases belong to it. */
  readonly preReleases: boolean;
}

/** How many tags below the released one are kept: more than one, since a name can be behind after broken runs. */
const few = 32;

/** Follows the tags of one line: keeps the highest one that is not below the released version, and a few that are. */
export function follow(of: Line) {
  const { name, order, released } = of;
  const below: Standing[] = [];
  let above: Standing | undefined;
  return {
    name,
    see(standing: Standing): void {
      if (!belongs(of, standing.version)) return;
      if (order.compare(standing.version, released) < 0) insert(below, standing, order);
      else if (above === undefined || order.compare(standing.version, above.version) > 0) {
        above = standing;
      }
    },
    decide: (stands: boolean): MovingName => ({
      name,
      stands,
      ...decide(of, { above, below, stands }),
    }),
  };
}

function belongs({ line, preReleases }: Line, version: Ordered): boolean {
  return (preReleases || !version.pre) && (line === undefined || version.lines.includes(line));
}

function insert(below: Standing[], standing: Standing, order: VersionOrder): void {
  const last = below.at(-1);
  // Of many tags nearly all end here, so that a long list costs one comparison each.
  if (below.length === few && last && order.compare(standing.version, last.version) <= 0) return;
  // A list of tags that is read in pages may show one twice.
  if (below.some(({ tag }) => tag === standing.tag)) return;
  const at = below.findIndex((other) => order.compare(standing.version, other.version) > 0);
  below.splice(at < 0 ? below.length : at, 0, standing);
  if (below.length > few) below.pop();
}

interface Seen {
  readonly above: Standing | undefined;
  readonly below: readonly Standing[];
  readonly stands: boolean;
}

function decide(of: Line, { above, below, stands }: Seen): Omit<MovingName, 'name' | 'stands'> {
  const { order, released, preReleases } = of;
  if (released.pre && !preReleases) {
    return { decision: 'stays', why: `${released.text} is a pre-release`, candidates: [] };
  }
  if (above !== undefined) {
    const isHigher = order.compare(above.version, released) > 0;
    const how = isHigher ? 'is higher' : 'is the same version in another spelling';
    return {
      decision: 'stays',
      why: `${above.tag} stands there and ${how}`,
      candidates: [above.tag],
    };
  }
  const [highest] = below;
  if (highest !== undefined) {
    const candidates = below.map(({ tag }) => tag);
    const why = `${released.text} is higher than ${highest.tag}, the highest that stands there`;
    return { decision: 'moves', why, candidates };
  }
  return first(of, stands);
}

function first(
  { name, line, order, released }: Line,
  stands: boolean,
): Omit<MovingName, 'name' | 'stands'> {
  const isOwn = line === released.lines.at(-1);
  if (stands && !isOwn && line !== undefined && order.parse(line) !== undefined) {
    const why = `${name} stands there, may be a version itself, and none of its line is there to tell`;
    return { decision: 'stays', why, candidates: [], mayBeVersion: true };
  }
  const of = line === undefined ? '' : ` of ${line}`;
  return { decision: 'moves', why: `${released.text} is the first${of}`, candidates: [] };
}
