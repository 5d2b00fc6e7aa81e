import { posix } from 'node:path';

import * as v from 'valibot';

import { parseJson } from '#oci';
import { maxProvenanceBytes } from '#layers';

import { clipped, found, tell, type Findings, type Told } from './findings.ts';

const text = v.fallback(v.nullish(v.string()), undefined);
const texts = v.fallback(v.nullish(v.record(v.string(), v.unknown())), undefined);
const buildkit = v.fallback(v.nullish(v.object({ vcs: texts })), undefined);
const named = 'https://mobyproject.org/buildkit@v1#metadata';
const configSource = v.fallback(
  v.nullish(v.object({ uri: text, digest: texts, entryPoint: text, path: text })),
  undefined,
);
const parameters = v.fallback(v.nullish(v.object({ args: texts })), undefined);
const builder = v.fallback(v.nullish(v.object({ id: text })), undefined);

/** SLSA 0.2 has `builder`, `invocation` and `metadata`; SLSA 1 the other two. */
const predicate = v.object({
  builder,
  invocation: v.fallback(v.nullish(v.object({ configSource, parameters })), undefined),
  metadata: v.fallback(
    v.nullish(v.object({ buildFinishedOn: text, [named]: buildkit })),
    undefined,
  ),
  buildDefinition: v.fallback(
    v.nullish(
      v.object({
        externalParameters: v.fallback(
          v.nullish(v.object({ configSource, request: parameters })),
          undefined,
        ),
      }),
    ),
    undefined,
  ),
  runDetails: v.fallback(
    v.nullish(
      v.object({
        builder,
        metadata: v.fallback(
          v.nullish(v.object({ finishedOn: text, buildkit_metadata: buildkit })),
          undefined,
        ),
      }),
    ),
    undefined,
  ),
});
const statement = v.object({ predicate });

/**
 * What BuildKit's provenance says of the sources. Nobody signed it. What reads as none says nothing.
 * https://docs.docker.com/build/metadata/attestations/slsa-definitions/
 * @throws Corrupt when it is no JSON
 */
export function findProvenance(bytes: Uint8Array): Findings {
  const json = parseJson(bytes, 'the provenance', { maxBytes: maxProvenanceBytes });
  const read = v.safeParse(statement, json);
  if (!read.success) return found({});
  const { invocation, metadata, buildDefinition, runDetails, ...old } = read.output.predicate;
  const external = buildDefinition?.externalParameters;
  const source = invocation?.configSource ?? external?.configSource;
  const args = invocation?.parameters?.args ?? external?.request?.args;
  const vcs = metadata?.[named]?.vcs ?? runDetails?.metadata?.buildkit_metadata?.vcs;
  const [uri, ref] = (source?.uri ?? '').replace(/^git\+/, '').split('#', 2);
  const path = source?.entryPoint ?? source?.path;
  const revision = textIn(vcs, 'revision') ?? textIn(source?.digest, 'sha1');
  // Buildx writes it behind the commit of a tree that was changed.
  const commit = revision?.replace(/-dirty$/, '');
  const folder = textIn(vcs, 'localdir:dockerfile');
  return found({
    told: [
      ...said('source repository', textIn(vcs, 'source') ?? uri),
      ...said('commit', commit),
      ...said('ref', ref),
      ...said('dockerfile', path && folder ? posix.join(folder, path) : path),
      ...said('stage', textIn(args, 'target')),
      ...said('run', old.builder?.id ?? runDetails?.builder?.id),
      ...said('built', metadata?.buildFinishedOn ?? runDetails?.metadata?.finishedOn),
    ],
    checks:
      commit === undefined || commit === revision
        ? []
        : [
            {
              fact: 'commit',
              value: clipped(commit),
              doubt: 'its tree was changed, by provenance',
            },
          ],
  });
}

const textIn = (values: Readonly<Record<string, unknown>> | null | undefined, name: string) => {
  const value = Object.entries(values ?? {}).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
};

function said(fact: Told['fact'], value: string | null | undefined): readonly Told[] {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? [] : [tell(fact, clipped(trimmed), { source: 'provenance' })];
}
