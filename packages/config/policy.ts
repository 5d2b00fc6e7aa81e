import type { LabelPolicy } from '#labels';
import type { LayersRules } from '#layers';
import { digestOf, type Digest } from '#oci';

import type { BasePolicy, Config, Environment, EnvironmentGates, ImagePolicy } from './config.ts';

/** The half of `ecluse.yml` that says what may happen to an image, and where it was read. */
export interface Policy {
  readonly images: readonly ImagePolicy[];
  readonly base: BasePolicy | undefined;
  readonly labels: LabelPolicy | undefined;
  readonly environments: readonly Environment[];
  readonly digest: Digest;
  readonly source:
    { readonly commit: string; readonly path: string } | { readonly pinned: string } | 'none';
}
type Plain = string | null | readonly Plain[] | { readonly [key: string]: Plain };

/** The policy half as the file says it, with defaults filled in: what is hashed and what is compared. */
const halfOf = ({
  images,
  base,
  labels,
  environments,
}: Omit<Config, 'digest' | 'file'>): Plain => ({
  images: Object.fromEntries(
    images.map(({ name, repository, tagPrefix }) => [
      name,
      { repository, 'tag-prefix': tagPrefix },
    ]),
  ),
  base: base === undefined ? {} : { allowed: base.allowed, owner: base.owner ?? null },
  // Nothing for a file without them: its policy is the same as before there were any.
  ...(labels === undefined ? {} : { labels: { set: labels.set, required: labels.required } }),
  environments: Object.fromEntries(
    environments.map(({ name, after, promote, tag, repository, gates }) => [
      name,
      { after, promote, tag, repository: repository ?? null, ...gatesHalf(gates) },
    ]),
  ),
});

/** Nothing for an environment without gates: its policy is the same as before there were any. */
const gatesHalf = ({ layers }: EnvironmentGates): Readonly<Record<string, Plain>> =>
  layers === undefined ? {} : { gates: { layers: present(layers) } };

/** What is asked; numbers as text, since a limit is compared and never counted with. */
const present = (rules: LayersRules): Plain =>
  Object.fromEntries(
    Object.entries(rules).flatMap(([name, rule]) =>
      rule === undefined ? [] : [[name, typeof rule === 'object' ? [...rule] : String(rule)]],
    ),
  );

/** Of the JSON with sorted keys and without spaces. */
export const policyDigest = (config: Omit<Config, 'digest' | 'file'>): Digest =>
  digestOf(new TextEncoder().encode(JSON.stringify(sorted(halfOf(config)))));

/** The keys of policy in which two files differ; for an image or environment that only one has, its own key. */
export const policyDifferences = (a: Config, b: Config): readonly string[] =>
  differences(halfOf(a), halfOf(b), []);

function differences(
  a: Plain | undefined,
  b: Plain | undefined,
  path: readonly string[],
): readonly string[] {
  if (isObject(a) && isObject(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].flatMap((key) => differences(a[key], b[key], [...path, key]));
  }
  return JSON.stringify(a) === JSON.stringify(b) ? [] : [path.join('.')];
}

function sorted(value: Plain): Plain {
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const isObject = (value: Plain | undefined): value is Readonly<Record<string, Plain>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
