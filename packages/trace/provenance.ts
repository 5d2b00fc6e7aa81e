import { posix } from 'node:path';

import * as v from 'valibot';

import { parseJson, type Digest } from '#oci';
import { maxProvenanceBytes } from '#layers';

import { isAbout, isProvenance } from './envelope.ts';
import { clipped, found, tell, type Findings, type Told } from './findings.ts';
import { sourceKey } from './source-url.ts';

const text = v.fallback(v.nullish(v.string()), undefined);
const texts = v.fallback(v.nullish(v.record(v.string(), v.unknown())), undefined);
const maybe = <S extends v.GenericSchema>(schema: S) => v.fallback(v.nullish(schema), undefined);
const buildkit = maybe(v.object({ vcs: texts }));
const named = 'https://mobyproject.org/buildkit@v1#metadata';
const configSource = maybe(v.object({ uri: text, digest: texts, entryPoint: text, path: text }));
const parameters = maybe(v.object({ args: texts }));
const builder = maybe(v.object({ id: text }));
const sources = maybe(v.array(maybe(v.object({ uri: text, digest: texts }))));
const workflow = maybe(v.object({ repository: text, ref: text }));

/** SLSA 0.2 has `builder`, `invocation`, `metadata` and `materials`; SLSA 1 the other two. */
const predicate = v.object({
  buildType: text,
  builder,
  invocation: maybe(v.object({ configSource, parameters })),
  metadata: maybe(
    v.object({
      buildFinishedOn: text,
      buildInvocationID: text,
      buildInvocationId: text,
      [named]: buildkit,
    }),
  ),
  buildDefinition: maybe(
    v.object({
      buildType: text,
      externalParameters: maybe(v.object({ configSource, request: parameters, workflow })),
      resolvedDependencies: sources,
    }),
  ),
  runDetails: maybe(
    v.object({
      builder,
      metadata: maybe(
        v.object({ finishedOn: text, invocationId: text, buildkit_metadata: buildkit }),
      ),
    }),
  ),
});
const statement = v.object({ predicateType: text, predicate });
type Predicate = v.InferOutput<typeof predicate>;

/** A predicate alone says of itself that it is one. */
const slsa = 'https://slsa.dev/provenance/';

/** Who says it, and about what. */
export interface ProvenanceSource extends Partial<Pick<Told, 'where' | 'signature'>> {
  /** What the image goes by. */
  readonly digests: readonly Digest[];
}

/**
 * What SLSA provenance says of the sources: that of BuildKit, and that of a workflow of GitHub. What reads as none says
 * nothing; undefined: it is about something else.
 * https://docs.docker.com/build/metadata/attestations/slsa-definitions/
 * https://actions.github.io/buildtypes/workflow/v1
 * @throws Corrupt when it is no JSON
 */
export function findProvenance(
  bytes: Uint8Array,
  { digests, ...source }: ProvenanceSource,
): Findings | undefined {
  const json = parseJson(bytes, 'the provenance', { maxBytes: maxProvenanceBytes });
  const read = v.safeParse(statement, json);
  if (!read.success || !isProvenance(read.output.predicateType ?? slsa)) return found({});
  if (!isAbout(json, digests)) return undefined;
  const facts = factsIn(read.output.predicate);
  const { revision } = facts;
  // Buildx writes it behind the commit of a tree that was changed.
  const commit = revision?.replace(/-dirty$/, '');
  const said = (fact: Told['fact'], value: string | null | undefined): readonly Told[] => {
    const trimmed = value?.trim() ?? '';
    return trimmed === ''
      ? []
      : [tell(fact, clipped(trimmed), { source: 'provenance', ...source })];
  };
  const doubt = 'its tree was changed, by provenance';
  return found({
    told: [
      ...said('source repository', facts.repository),
      ...said('commit', commit),
      ...said('ref', facts.ref),
      ...said('dockerfile', facts.dockerfile),
      ...said('stage', facts.stage),
      ...said('run', facts.run),
      ...said('built', facts.built),
    ],
    checks:
      commit === undefined || commit === revision
        ? []
        : [{ fact: 'commit', value: clipped(commit), doubt }],
  });
}

type Text = string | null | undefined;
interface Facts {
  readonly repository: Text;
  readonly revision: string | undefined;
  readonly ref: Text;
  readonly dockerfile?: Text;
  readonly stage?: Text;
  readonly run: Text;
  readonly built: Text;
}

function factsIn(of: Predicate): Facts {
  const { metadata, runDetails } = of;
  const invocation =
    runDetails?.metadata?.invocationId ??
    metadata?.buildInvocationId ??
    metadata?.buildInvocationID;
  const id = of.builder?.id ?? runDetails?.builder?.id;
  const built = metadata?.buildFinishedOn ?? runDetails?.metadata?.finishedOn;
  const type = of.buildType ?? of.buildDefinition?.buildType ?? 'buildkit';
  const run = isUrl(invocation) ? invocation : id;
  if (/buildkit/i.test(type)) return { ...ofBuildkit(of), run, built };
  // What others call a builder is a program, and a source's entry point a workflow.
  return { ...ofWorkflow(of), run: isUrl(invocation) || isRun(id) ? run : undefined, built };
}

const isUrl = (value: Text): boolean => /^https?:\/\//.test(value ?? '');
const isRun = (value: Text): boolean => /\/runs\/\d+/.test(value ?? '');

function ofBuildkit({ invocation, metadata, buildDefinition, runDetails }: Predicate) {
  const external = buildDefinition?.externalParameters;
  const source = invocation?.configSource ?? external?.configSource;
  const args = invocation?.parameters?.args ?? external?.request?.args;
  const vcs = metadata?.[named]?.vcs ?? runDetails?.metadata?.buildkit_metadata?.vcs;
  const { repository, ref } = placeIn(source?.uri);
  const path = source?.entryPoint ?? source?.path;
  const folder = textIn(vcs, 'localdir:dockerfile');
  return {
    repository: textIn(vcs, 'source') ?? repository,
    revision: textIn(vcs, 'revision') ?? commitIn(source?.digest),
    ref,
    dockerfile: path && folder ? posix.join(folder, path) : path,
    stage: textIn(args, 'target'),
  };
}

function ofWorkflow({ invocation, buildDefinition }: Predicate) {
  const { configSource: source } = invocation ?? {};
  const { workflow: from } = buildDefinition?.externalParameters ?? {};
  const old = placeIn(source?.uri);
  const repository = from?.repository ?? old.repository;
  // Others that the build has read are not what it was built from.
  const own = (buildDefinition?.resolvedDependencies ?? []).find(
    (one) => sourceKey(placeIn(one?.uri).repository) === sourceKey(repository),
  );
  return {
    repository,
    revision: commitIn(own?.digest) ?? commitIn(source?.digest),
    ref: from?.ref ?? old.ref,
  };
}

/** `git+https://github.com/acme/shop@refs/heads/main`, or with `#` before the ref, as BuildKit writes it. */
function placeIn(uri: Text): { readonly repository: string; readonly ref: Text } {
  const text = (uri ?? '').replace(/^git\+/, '');
  const at = text.search(/#|@refs\//);
  return at < 0
    ? { repository: text, ref: undefined }
    : { repository: text.slice(0, at), ref: text.slice(at + 1) };
}

const commitIn = (digest: Readonly<Record<string, unknown>> | null | undefined) =>
  textIn(digest, 'gitCommit') ?? textIn(digest, 'sha1');

const textIn = (values: Readonly<Record<string, unknown>> | null | undefined, name: string) => {
  const value = Object.entries(values ?? {}).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
};
