import { PassThrough } from 'node:stream';

import { expect, test } from '@jest/globals';

import {
  kindOf,
  parseArguments,
  read,
  UsageError,
  type ActionModule,
  type Document,
  type Inputs,
} from '#io';

import { cli, type Surroundings } from '../../cli/cli.ts';
import type { Random } from '../rounds.ts';
import { mutatedText, some } from './mutation.ts';
import { refused } from './sentence.ts';
import { watched, within } from './watched.ts';

const since = '0.1.0';
const inputs = {
  image: { type: 'text', description: 'A.', positional: true, since },
  push: { type: 'flag', description: 'B.', since },
  'no-cache': { type: 'flag', description: 'C.', since },
  tags: { type: 'list', description: 'D.', since },
  labels: { type: 'lines', description: 'E.', since },
  mode: { type: 'one-of', values: ['warn', 'fail'], description: 'F.', since },
  count: { type: 'count', description: 'G.', since },
  after: { type: 'duration', description: 'H.', since },
  size: { type: 'bytes', description: 'I.', default: '1MB', since },
  document: { type: 'document', description: 'J.', since },
} as const satisfies Inputs;
const names = Object.keys(inputs) as [keyof typeof inputs];

const pieces = [
  ...[
    '-',
    '--',
    '=',
    '---',
    'no-',
    'image',
    'push',
    'cache',
    'tags',
    'mode',
    'warn',
    'json',
    'help',
  ],
  ...[
    'verbose',
    'quiet',
    'v',
    'q',
    'h',
    '1',
    '1h',
    '-1',
    '20MB',
    '{}',
    '[',
    'a,b',
    '#',
    '\n',
    '\r\n',
  ],
  ...[
    '\0',
    '\u202e',
    '\x1b[31m',
    'é',
    '',
    ' ',
    '__proto__',
    'constructor',
    'toString',
    'x'.repeat(200),
  ],
] as const;
const whole = [
  ...['--push', '--no-push', '--no-cache', '--no-no-cache', '--json', '-v', '-q', '-h', '--help'],
  ...[
    '--mode=warn',
    '--mode',
    '--tags',
    'a,b',
    '--tags=',
    '--count=3',
    '--after',
    '1h',
    '--size=x',
  ],
  ...[
    '--',
    '-',
    'shop',
    '--version',
    'show',
    '--document={"a":1}',
    '--__proto__=1',
    '--constructor',
  ],
] as const;

const argument = (random: Random): string =>
  random.below(2) === 0
    ? random.pick(whole)
    : mutatedText(random, random.pick(whole), pieces).replaceAll('\0', random.pick(['', '\0']));
const line = (random: Random): readonly string[] =>
  Array.from({ length: random.below(8) }, () => argument(random));

test('any command line is refused in a sentence, or says what it says again when it is written out', async () => {
  const done = await watched(
    async (random) => {
      const args = line(random);
      await within({ ms: 500 }, JSON.stringify(args), () => {
        try {
          const { given, common } = parseArguments(args, inputs);
          expect([...given.keys()].filter((name) => !names.includes(name as 'image'))).toEqual([]);
          const again = [
            ...[...common].map((name) => `--${name}`),
            ...[...given].flatMap(([name, value]) => {
              const { type } = inputs[name as keyof typeof inputs];
              if (type !== 'flag') return [`--${name}=${value}`];
              return [value === 'true' ? `--${name}` : `--no-${name}`];
            }),
          ];
          expect(parseArguments(again, inputs)).toEqual({ given, common });
          const values = read({ input: (name) => given.get(name) }, inputs);
          expect(typeof values.push).toBe('boolean');
          expect(values.count === undefined || Number.isSafeInteger(values.count)).toBe(true);
          expect(values.tags.every((tag) => tag.trim() === tag && tag !== '')).toBe(true);
        } catch (error) {
          refused(error, UsageError);
          expect((error as UsageError).message.length).toBeLessThan(1500);
        }
      });
    },
    { parts: 2 },
  );
  expect(done).toBeGreaterThan(0);
});

interface Echo extends Document {
  readonly values: unknown;
}

const show: ActionModule<Echo> = {
  description: 'Shows what it was given.',
  inputs,
  outputs: {},
  main: async (io) => ({
    kind: kindOf('tags'),
    image: null,
    digest: null,
    results: [],
    values: read(io, inputs),
  }),
  page: ({ values }) => ({
    title: 'Shown',
    blocks: [{ kind: 'code', text: JSON.stringify(values) }],
  }),
};

/** A terminal that nobody sits at. */
function terminal(): {
  readonly process: Surroundings['process'];
  readonly said: () => { readonly out: string; readonly err: string };
} {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end('fed\n');
  const text = (stream: PassThrough): string => {
    const chunk: unknown = stream.read();
    return Buffer.isBuffer(chunk) ? chunk.toString() : '';
  };
  const streams = { stdin, stdout, stderr, env: {}, cwd: () => import.meta.dirname };
  return {
    process: streams as unknown as Surroundings['process'],
    said: () => ({ out: text(stdout), err: text(stderr) }),
  };
}

test('any command line ends with 0, or with 2 and one sentence', async () => {
  const table = { show: { load: async () => show as ActionModule<Document>, action: false } };
  const parts = {
    history: async () => undefined,
    terminalEvent: async () => Promise.reject(new Error()),
  };
  const done = await watched(
    async (random) => {
      const args = line(random).toSpliced(random.below(3), 0, ...some(random, ['show'], 1));
      const { process, said } = terminal();
      const code = await within({ ms: 1500 }, JSON.stringify(args), () =>
        cli(args, { table, parts, process }),
      );
      const { out, err } = said();
      expect([args, code]).toEqual([args, code === 0 ? 0 : 2]);
      // What stands there is ours: nothing that was typed gives orders to the terminal.
      expect(Buffer.from(out + err).filter((byte) => byte < 32 && byte !== 10)).toHaveLength(0);
      const lines = err.split('\n').filter((one) => one !== '');
      if (code !== 0) expect(lines.filter((one) => one.startsWith('ecluse: '))).toHaveLength(1);
      if (code === 2 && args.includes('--json')) {
        const document: unknown = args.includes('--') ? { exit: 2 } : JSON.parse(out);
        expect(document).toMatchObject({ exit: 2 });
      }
    },
    { parts: 2 },
  );
  expect(done).toBeGreaterThan(0);
});
