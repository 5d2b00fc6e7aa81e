import { posix } from 'node:path';

import * as v from 'valibot';

import type { LabelPolicy } from '#labels';
import { parseRegistryReference, parseTag } from '#oci';

import { parseBase } from './base.ts';
import { check } from './check.ts';
import type { BasePolicy, BuildConfig, Config, Environment } from './config.ts';
import { gatesOf } from './parse-gates.ts';
import { rawImages } from './images.ts';
import { order } from './order.ts';
import { policyDigest } from './policy.ts';
import { schema, type Raw, type RawBuild } from './schema.ts';
import { readYaml, type Path, type Problem, type Yaml } from './yaml.ts';

/**
 * Reads an `ecluse.yml`. `file` is its path from the top of the repository; `commit` is how sentences name the commit
 * that it comes from, for one that is not a file of this tree.
 * @throws UsageError with line and column for the first thing that is wrong
 */
export function parseConfig(
  bytes: Uint8Array,
  file: string,
  { commit }: { readonly commit?: string } = {},
): Config {
  const shown = /^[\w./ -]+$/.test(file) ? file : JSON.stringify(file);
  const yaml = readYaml(
    bytes,
    commit === undefined
      ? { label: shown, file }
      : { label: `${commit}:${shown}`, file: undefined },
  );
  const raw = validate(yaml);
  yaml.refuse(check(raw, folderOf(file)));
  const half = {
    images: rawImages(raw).map(({ name, repository, tagPrefix = '', build }) => ({
      name,
      repository: parseRegistryReference(repository).name,
      tagPrefix,
      build: buildOf(build, folderOf(file)),
    })),
    base: baseOf(raw),
    labels: labelsOf(raw),
    environments: environmentsOf(raw),
  };
  return { ...half, digest: policyDigest(half), file };
}

/** The folder that paths in the file start at. */
function folderOf(file: string): string {
  const folder = posix.dirname(file);
  return posix.basename(folder) === '.github' ? posix.dirname(folder) : folder;
}

function validate(yaml: Yaml): Raw {
  const { issues = [], output, success } = v.safeParse(schema, yaml.value);
  // The schema reads a list as a map with numbers for keys; what comes out of it is one.
  const misread = yaml.lists.filter((path) => !Array.isArray(at(output, path)));
  yaml.refuse(
    misread.length > 0
      ? misread.map((path) => ({ path, says: 'must be keys with values, not a list' }))
      : issues.map(problemOf),
  );
  if (success) return output;
  throw new Error('the schema refused a file and gave no reason');
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );
}

function problemOf(issue: v.InferIssue<typeof schema>): Problem {
  const path = issue.path?.map(({ key }) => (typeof key === 'number' ? key : String(key))) ?? [];
  const isKey = issue.path?.at(-1)?.origin === 'key';
  return { path, says: issue.message, ...(isKey ? { about: 'key' } : {}) };
}

function buildOf(build: RawBuild | undefined, folder: string): BuildConfig {
  const context = within(folder, build?.context ?? '.');
  return {
    context,
    file: build?.file === undefined ? within(context, 'Dockerfile') : within(folder, build.file),
    target: build?.target,
    platforms: build?.platforms ?? [],
    args: build?.args ?? {},
  };
}

const within = (folder: string, path: string): string =>
  posix.join(folder, path).replace(/(.)\/$/, '$1');

const baseOf = ({ base }: Raw): BasePolicy | undefined =>
  base && { allowed: base.allowed.map(parseBase), owner: base.owner };

const labelsOf = ({ labels }: Raw): LabelPolicy | undefined =>
  labels && { set: labels.set ?? {}, required: labels.required ?? [] };

function environmentsOf(raw: Raw): readonly Environment[] {
  const all = Object.entries(raw.environments ?? {}).map(([name, one]) => ({
    name,
    after: one.after ?? [],
    promote: one.promote,
    tag: parseTag(one.tag ?? name),
    repository:
      one.repository === undefined ? undefined : parseRegistryReference(one.repository).name,
    gates: gatesOf(one.gates),
  }));
  const result = order(all);
  return 'ordered' in result ? result.ordered : all;
}
