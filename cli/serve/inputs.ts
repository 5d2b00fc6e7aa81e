import type { Inputs } from '#io';

const since = '0.2.0';

export const inputs = {
  folder: {
    type: 'text',
    description: 'A store, which is made when it is not there, or an OCI layout.',
    positional: true,
    required: true,
    env: 'ECLUSE_STORE',
    since,
  },
  port: { type: 'count', description: 'The port; 0 is one that is free.', default: '0', since },
  listen: {
    type: 'text',
    description: 'An address of this machine that others reach, such as 0.0.0.0; needs a token.',
    default: '127.0.0.1',
    since,
  },
  token: {
    type: 'text',
    description: 'What clients log in with, as the password of any user.',
    env: 'ECLUSE_SERVE_TOKEN',
    since,
  },
  'anonymous-read': {
    type: 'flag',
    description: 'Let those without the token read.',
    default: 'false',
    since,
  },
  'read-only': { type: 'flag', description: 'Take nothing.', default: 'false', since },
  sparse: {
    type: 'flag',
    description: 'Take manifests that name what is not here, as an index with some platforms.',
    default: 'false',
    since,
  },
  name: {
    type: 'text',
    description: "The repository's name, for a folder that is an OCI layout; else the folder's.",
    since,
  },
} as const satisfies Inputs;
