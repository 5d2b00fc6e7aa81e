import type { Inputs } from './inputs.ts';
import type { ActionModule, Document } from './io.ts';
import { metadataOf } from './metadata.ts';

const since = '0.1.0';

/** Inputs that every action has, with the same names and meaning everywhere: spread them after the action's own. */
export const standing = {
  store: {
    type: 'text',
    description:
      'A folder (OCI layouts) or the URL of a registry that stands for all registries: everything is written there.',
    env: 'ECLUSE_STORE',
    since,
  },
  offline: {
    type: 'flag',
    description: 'Read nothing from a registry that the store does not hold.',
    default: 'false',
    since,
  },
  'dry-run': {
    type: 'flag',
    description: 'Write no image, tag or statement; say what would be written.',
    default: 'false',
    since,
  },
  'github-token': {
    type: 'text',
    description: "The token that logs in to the repository's own registry.",
    expression: '${{ github.token }}',
    env: 'GITHUB_TOKEN',
    since,
  },
  'plain-http': {
    type: 'list',
    description:
      'Registries (`host` or `host:port`) that are asked over plain http, and get logins over it; without this only loopback is and does.',
    env: 'ECLUSE_PLAIN_HTTP',
    since: '0.2.0',
  },
  'default-branch': {
    type: 'text',
    description: 'The default branch, where neither the event nor git says which it is.',
    since,
  },
  'metadata-file': {
    type: 'text',
    description: 'A file to write the whole result document to.',
    since,
  },
} as const satisfies Inputs;

/** For actions that work on a commit: on a terminal, what to work on instead of the branch that HEAD is on. */
export const refInput = {
  ref: {
    type: 'text',
    description: 'The branch, tag or commit to work on, instead of what HEAD is on.',
    terminal: true,
    since,
  },
} as const satisfies Inputs;

/** Outputs that every action has. */
export const standingOutputs: ActionModule<Document>['outputs'] = {
  image: {
    description: 'The image with its digest, `name@sha256:…`; empty when there is none.',
    of: ({ image }) => image ?? '',
  },
  digest: {
    description: 'The digest of the image; empty when there is none.',
    of: ({ digest }) => digest ?? '',
  },
  metadata: {
    description:
      'The result document as JSON, at most 64 KiB: what is longer is left out, and `shortened` says so.',
    of: metadataOf,
  },
};

/** All outputs of an action. */
export const outputsOf = <R extends Document>(module: ActionModule<R>) => ({
  ...standingOutputs,
  ...module.outputs,
  ...Object.fromEntries(
    Object.entries(module.files ?? {}).map(([name, { description }]) => [
      name,
      { description, of: () => '' },
    ]),
  ),
});
