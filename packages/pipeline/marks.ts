import path from 'node:path';

import { readLabels, type Policy } from '#config';
import { annotation, boundedFile, UsageError, type Io } from '#io';
import {
  marksOf,
  parseAnnotations,
  parseLabels,
  sourceOfRun,
  webUrl,
  type Facts,
  type Marks,
  type Said,
} from '#labels';
import type { Digest } from '#oci';

/** Inputs of what is said of an image. */
export interface LabelInput {
  readonly labels: readonly string[];
  readonly annotations: readonly string[];
  readonly 'labels-from': string | undefined;
}

const maxBytes = 256 * 1024;

/** Reads what inputs say of the images. @throws UsageError that names the input or the line of the file */
export async function readSaid({ cwd }: Pick<Io, 'cwd'>, input: LabelInput): Promise<Said> {
  return {
    labels: parseLabels(input.labels, 'labels'),
    file: await readFile(cwd, input['labels-from']),
    annotations: parseAnnotations(input.annotations),
  };
}

async function readFile(cwd: string, file: string | undefined): Promise<Said['file']> {
  if (file === undefined) return {};
  const text = await boundedFile(path.resolve(cwd, file), 'labels-from', maxBytes);
  if (text !== undefined) return readLabels(text, file);
  throw new UsageError(
    `labels-from ${JSON.stringify(file)} is not there: name a file with labels`,
    {
      input: 'labels-from',
    },
  );
}

/** The web page of the sources: the workflow's repository, else that of the remote `origin`. */
export const sourceUrl = async ({
  env,
  history,
}: Pick<Io, 'env' | 'history'>): Promise<string | undefined> =>
  sourceOfRun(env) ?? (await originOf(history));

/** What an image gets: what is known of it, what is said of it, and the digest of what decided its build. */
export async function marksFor(
  io: Pick<Io, 'env' | 'history'>,
  facts: Omit<Facts, 'source'>,
  {
    said,
    policy,
    fingerprint,
  }: { readonly said: Said; readonly policy: Policy; readonly fingerprint: Digest },
): Promise<Marks> {
  const source = await sourceUrl(io);
  const marks = marksOf({ ...facts, source }, said, policy.labels);
  const recipe = { platform: undefined, key: annotation.recipe, value: fingerprint };
  const own = (['manifest', 'index'] as const).map((level) => ({ level, ...recipe }));
  return { ...marks, annotations: [...marks.annotations, ...own] };
}

async function originOf(history: Io['history']): Promise<string | undefined> {
  const origin = await (await history())?.origin();
  return origin === undefined ? undefined : webUrl(origin);
}

/** They differ from run to run, and make no other image of a commit. */
const passing: readonly string[] = [annotation.created, annotation.version];

/** What people say of an image as it decides a build, in an order of its own. */
export function fingerprintOfSaid({ labels, file, annotations }: Said) {
  const lasting = (of: Said['labels']): readonly string[] =>
    Object.entries(of)
      .filter(([key]) => !passing.includes(key))
      .map(([key, value]) => `${key}=${value}`)
      .sort();
  const lines = annotations
    .filter(({ key }) => !passing.includes(key))
    .map(({ level, platform = '', key, value }) => `${level}[${platform}]:${key}=${value}`);
  return {
    labels: lasting(labels),
    ...(Object.keys(file).length === 0 ? {} : { file: lasting(file) }),
    ...(lines.length === 0 ? {} : { annotations: lines.sort() }),
  };
}
