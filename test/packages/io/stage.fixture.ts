import { PassThrough, Readable, Writable } from 'node:stream';

import {
  kindOf,
  read,
  standing,
  type ActionModule,
  type Document,
  type Inputs,
  type Io,
  type Parts,
  type Streams,
} from '#io';

/** Standard streams that remember what was written to them. */
export function streams(how: { readonly stdin?: string; readonly columns?: number } = {}) {
  const written = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof written) => {
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        written[name] += chunk.toString();
        done();
      },
    });
    return Object.assign(stream, { isTTY: how.columns !== undefined, columns: how.columns });
  };
  const real = {
    stdin: how.stdin === undefined ? new PassThrough() : Readable.from([Buffer.from(how.stdin)]),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
  } as unknown as Streams;
  return { ...real, written };
}

export const noGit: Parts = {
  history: () => Promise.resolve(undefined),
  terminalEvent: () => Promise.reject(new Error('asked without a history')),
};

export const inputs = {
  image: {
    type: 'text',
    description: 'The image to look at.',
    positional: true,
    required: true,
    since: '0.1.0',
  },
  mode: {
    type: 'one-of',
    values: ['strict', 'warn'],
    default: 'strict',
    description: 'What a finding means.',
    since: '0.1.0',
  },
  tags: { type: 'lines', description: 'Names to write.', since: '0.1.0' },
  retries: { type: 'count', description: 'How often to try.', default: '3', since: '0.1.0' },
  push: { type: 'flag', description: 'Store the image.', since: '0.1.0' },
  ...standing,
} as const satisfies Inputs;

export interface Looked extends Document {
  readonly tags: readonly string[];
}

/** An action for tests: `work` is what it does between reading its inputs and its result. */
export function action(
  work: (io: Io) => Promise<Partial<Looked>> = () => Promise.resolve({}),
): ActionModule<Looked> {
  return {
    description: 'Looks at an image.',
    inputs,
    outputs: { tags: { description: 'The names, one a line.', of: ({ tags }) => tags.join('\n') } },
    main: async (io) => {
      const { image, tags } = read(io, inputs);
      return {
        kind: kindOf('looked'),
        image: `${image}@sha256:1`,
        digest: 'sha256:1',
        results: [],
        tags,
        ...(await work(io)),
      };
    },
    page: ({ image, tags, results }) => ({
      title: `Looked at ${image ?? 'nothing'}`,
      blocks: [{ kind: 'list', items: tags }],
      annotations: results
        .filter(({ outcome }) => outcome === 'failed')
        .map(({ reason }) => ({ level: 'warning', message: reason, file: 'Dockerfile', line: 7 })),
    }),
  };
}
