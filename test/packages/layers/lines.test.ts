import { afterAll, describe, expect, test } from '@jest/globals';

import { parseDockerfile, resolve } from '#dockerfile';
import { type History } from '#image';
import {
  chainOf,
  historyOf,
  layerLines,
  linesInProvenance,
  parseProvenance,
  type LinesOptions,
} from '#layers';

import { withTool } from '../../tools.ts';
import { Yard } from '../builder/buildah.fixture.ts';
import { build, imageOf, removeTemporary } from '../builder/builds.ts';
import { digest, empty, history } from './histories.ts';

afterAll(removeTemporary);

type Entries = readonly (string | History)[];

/** For each layer the line that it is said to come from; 0 for none. */
function lines(dockerfile: string, entries: Entries, options: LinesOptions = {}): number[] {
  const parsed = parseDockerfile(dockerfile, 'Dockerfile');
  return layerLines(historyOf(history(...entries)), parsed, options).map((one) => one?.line ?? 0);
}

const dockerfile = `FROM node AS build
RUN npm ci
FROM debian AS tools
ARG WHO
RUN apt-get update && \\
    # why
    apt-get install -y  curl
FROM tools
ENV MODE="prod mode"
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN ["mkdir", "/a b"]
RUN <<EOF
echo one
echo two
EOF
RUN cat <<A > /x
text
A
WORKDIR srv
COPY --from=build --chown=1:2 dist/ /srv/$WHO/
COPY ["two words", "there/"]
COPY <<B /b
b
B
ADD --link app.tar .
RUN --mount=type=cache,target=/c make $WHO
EXPOSE 80 443
USER 1000
CMD node server.js
`;

describe('each layer has its line in a history', () => {
  const base: Entries = [
    '/bin/sh -c #(nop) ADD file:0a in / ',
    empty('/bin/sh -c #(nop)  CMD ["bash"]'),
  ];
  const expected = [0, 5, 11, 12, 16, 20, 21, 22, 25, 26];
  const shell = empty('SHELL [/bin/bash -o pipefail -c]');

  test.each<[string, Entries, readonly number[]]>([
    [
      'of BuildKit',
      [
        empty('ARG WHO=me'),
        'RUN |1 WHO=me /bin/sh -c apt-get update &&     apt-get install -y  curl # buildkit',
        empty('ENV MODE=prod mode'),
        shell,
        'RUN |1 WHO=me mkdir /a b # buildkit',
        'RUN |1 WHO=me /bin/bash -o pipefail -c echo one\necho two\n # buildkit',
        'RUN |1 WHO=me /bin/bash -o pipefail -c cat <<A > /x\ntext\nA # buildkit',
        'WORKDIR /srv',
        'COPY --chown=1:2 dist/ /srv/me/ # buildkit',
        'COPY two words there/ # buildkit',
        'COPY <<B /b # buildkit',
        'ADD --link app.tar . # buildkit',
        'RUN |1 WHO=me /bin/bash -o pipefail -c make $WHO # buildkit',
        empty('EXPOSE map[443/tcp:{} 80/tcp:{}]'),
        empty('USER 1000'),
        empty('CMD ["/bin/bash" "-o" "pipefail" "-c" "node server.js"]'),
      ],
      [0, 5, 11, 12, 16, 19, 20, 21, 22, 25, 26],
    ],
    [
      'of Docker without BuildKit',
      [
        empty('/bin/sh -c #(nop)  ARG WHO'),
        '|1 WHO=me /bin/sh -c apt-get update &&     apt-get install -y  curl',
        empty('/bin/sh -c #(nop)  ENV MODE=prod mode'),
        empty('/bin/sh -c #(nop)  SHELL [/bin/bash -o pipefail -c]'),
        '|1 WHO=me mkdir /a b',
        '|1 WHO=me /bin/bash -o pipefail -c echo one\necho two\n',
        '|1 WHO=me /bin/bash -o pipefail -c cat <<A > /x\ntext\nA',
        empty('/bin/bash -o pipefail -c #(nop) WORKDIR /srv'),
        '/bin/bash -o pipefail -c #(nop) COPY --chown=1:2 dir:0a in /srv/me/ ',
        '/bin/bash -o pipefail -c #(nop) COPY file:0b in /srv/there/ ',
        '/bin/bash -o pipefail -c #(nop) COPY file:0c in /b ',
        '/bin/bash -o pipefail -c #(nop) ADD file:0d in /srv ',
        '|1 WHO=me /bin/bash -o pipefail -c make $WHO',
        empty('/bin/bash -o pipefail -c #(nop)  EXPOSE 443 80'),
        empty('/bin/bash -o pipefail -c #(nop)  USER 1000'),
        empty('/bin/bash -o pipefail -c #(nop)  CMD ["/bin/bash" "-o"]'),
        empty('/bin/bash -o pipefail -c #(nop)  LABEL added=later'),
      ],
      expected,
    ],
    [
      'of kaniko',
      [
        'RUN apt-get update &&     apt-get install -y  curl',
        'RUN ["mkdir", "/a b"]',
        'RUN <<EOF',
        'RUN cat <<A > /x',
        'COPY --from=build --chown=1:2 dist/ /srv/$WHO/',
        'COPY ["two words", "there/"]',
        'COPY <<B /b',
        'ADD --link app.tar .',
        'RUN --mount=type=cache,target=/c make $WHO',
      ],
      expected,
    ],
    [
      'of newer Buildah',
      [
        empty('/bin/sh -c #(nop) ARG WHO'),
        '|1 WHO=me /bin/sh -c apt-get update &&     apt-get install -y  curl',
        '|1 WHO=me /bin/sh -c ["mkdir", "/a b"]',
        '|1 WHO=me /bin/sh -c <<EOF\necho one\necho two',
        '|1 WHO=me /bin/sh -c cat <<A > /x\ntext',
        '/bin/sh -c #(nop) COPY dir:0a in /srv/$WHO/ ',
        '/bin/sh -c #(nop) COPY file:0b in there/ ',
        '/bin/sh -c #(nop) COPY file:0c in /b ',
        '/bin/sh -c #(nop) ADD --link file:0d in . ',
        '|1 WHO=me /bin/sh -c --mount=type=cache,target=/c make $WHO',
      ],
      expected,
    ],
  ])('%s', (_, entries, numbers) => {
    expect(lines(dockerfile, [...base, ...entries])).toEqual(numbers);
    expect(lines(dockerfile, [...base, ...entries], { baseLayers: 1 })).toEqual(numbers);
  });
});

test('layers of the base have no line, even where it did the same', () => {
  const same = 'FROM debian\nRUN make\nRUN make test\n';
  expect(lines(same, ['RUN make', 'RUN make'])).toEqual([0, 2]);
  expect(lines(same, ['RUN make', 'RUN make test'], { baseLayers: 1 })).toEqual([0, 3]);
  expect(lines(same, ['RUN make', 'RUN make test'], { baseLayers: 2 })).toEqual([0, 0]);
});

test('instructions that are written twice are told apart by their order', () => {
  const twice = 'FROM a\nRUN x\nRUN y\nRUN x\nRUN z\n';
  expect(lines(twice, ['RUN x', 'RUN y', 'RUN x', 'RUN z'])).toEqual([2, 3, 4, 5]);
  expect(lines(twice, ['RUN x', 'RUN x', 'RUN z'])).toEqual([2, 4, 5]);
});

test('what the Dockerfile does not say has no line: triggers, and a Dockerfile of another image', () => {
  expect(lines('FROM a\nRUN x\n', ['RUN on build', 'RUN x', 'RUN other'])).toEqual([0, 2, 0]);
  expect(lines('FROM a\nRUN x\nENV A=b\n', ['RUN y', empty('ENV C=d')])).toEqual([0]);
});

test('a history that does not fit the layers gives no lines', () => {
  const parsed = parseDockerfile('FROM a\nRUN x\n', 'Dockerfile');
  expect(layerLines(historyOf(history('RUN x').of(2)), parsed)).toEqual([undefined, undefined]);
});

test('the stage that was built counts', () => {
  const stages = 'FROM a AS one\nRUN x\nFROM one AS two\nRUN y\nFROM a\nRUN x\n';
  expect(lines(stages, ['RUN x'])).toEqual([6]);
  expect(lines(stages, ['RUN x', 'RUN y'], { target: 'two' })).toEqual([2, 4]);
  expect(() => lines(stages, [], { target: 'tow' })).toThrow('did you mean');
});

test('a FROM with variables is followed as the build resolved it', () => {
  const text =
    'ARG KIND\nFROM a AS one-x\nRUN x\nFROM a AS one-y\nRUN y\nFROM one-${KIND}\nRUN z\n';
  const parsed = parseDockerfile(text, 'Dockerfile');
  const plan = resolve(parsed, { args: { KIND: 'y' }, platform: 'linux/amd64' });
  const found = layerLines(historyOf(history('RUN y', 'RUN z')), parsed, { chain: chainOf(plan) });
  expect(found).toMatchObject([
    { line: 5, endLine: 5, keyword: 'RUN', text: 'RUN y', source: 'history' },
    { line: 7, endLine: 7, keyword: 'RUN', text: 'RUN z', source: 'history' },
  ]);
});

test('a thousand entries that are nearly alike are matched in no time', () => {
  const text = 'x'.repeat(900);
  const copies = Array.from({ length: 1000 }, (_, at) => `COPY ${text}$A${at} /`);
  const entries = Array.from({ length: 3000 }, (_, at) => `COPY ${text}b${at} / # buildkit`);
  const started = performance.now();
  const found = lines(`FROM a\n${copies.join('\n')}\n`, entries);
  expect(performance.now() - started).toBeLessThan(2000);
  expect(found).toHaveLength(3000);
});

const built = [
  'ARG ROOT',
  'COPY root /',
  'ENV GREETING="hello  there"',
  'ARG WHO=me',
  'COPY --chown=1:2 one /$WHO/',
  'copy ["two words", "/t w/"]',
  'ADD app/*.txt \\',
  '   /add/',
  'WORKDIR /work',
  'USER 5',
  'FROM below',
  'ENV B=1',
  'COPY --from=0 /add /made3',
  'CMD ["/app"]',
];
const files = { 'app/a.txt': 'a', one: '1', 'two words': '2', 'root/r': 'r' };

test('an image of our builder has its lines', async () => {
  const text = ['FROM scratch AS below', ...built].join('\n');
  const { config } = await build({ dockerfile: text, files });
  const found = layerLines(historyOf(config), parseDockerfile(text, 'Dockerfile'));
  expect(found.map((one) => one?.line)).toEqual([3, 6, 7, 8, 10, 14]);
});

withTool(
  ['buildah', 'ldd'],
  'an image that Buildah built has its lines',
  async () => {
    await using yard = new Yard();
    yard.root();
    yard.write(files);
    const text = [
      'FROM scratch AS below',
      ...built.slice(0, 9),
      'SHELL ["/bin/sh", "-ec"]',
      'RUN echo "$GREETING" > /made; \\',
      '    # a comment between',
      '    echo   "$WHO" >> /made; false || true',
      'RUN ["/bin/mkdir", "/x y"]',
      'RUN --mount=type=tmpfs,target=/tt echo 1 > /c',
      ...built.slice(9),
    ];
    const { config } = await imageOf(await yard.build(text));
    const found = layerLines(historyOf(config), parseDockerfile(text.join('\n'), 'Dockerfile'));
    expect(found.map((one) => one?.line)).toEqual([3, 6, 7, 8, 12, 15, 16, 20]);
    expect(found.map((one) => one?.endLine)).toEqual([3, 6, 7, 9, 14, 15, 16, 20]);
  },
  60_000,
);

describe('what BuildKit wrote of its build', () => {
  const text = 'FROM a AS one\nRUN x\nFROM b\nCOPY --from=one /x /\nRUN same\n';
  const layers = ['b1', 'b2', 'copied', 'ran'].map(digest);
  const chains = (...names: readonly string[]) => [names.map((name) => ({ digest: digest(name) }))];
  const at = (line: number) => ({
    locations: [{ ranges: [{ start: { line }, end: { line } }] }],
  });
  const metadata = {
    source: {
      infos: [{ filename: 'Dockerfile', data: Buffer.from(text).toString('base64') }],
      locations: {
        step0: at(3),
        step1: at(1),
        step2: at(2),
        step3: at(4),
        step4: at(5),
        step5: {},
      },
    },
    layers: {
      'step0:0': chains('b1', 'b2'),
      'step1:0': chains('a1'),
      'step2:0': chains('a1', 'x'),
      'step3:0': [...chains('other', 'copied'), ...chains('b1', 'b2', 'copied')],
      'step5:0': chains('b1', 'b2', 'copied', 'ran'),
      'step4:0': chains('b1', 'b2', 'copied', 'ran'),
    },
  };
  const statements = {
    'SLSA 0.2': {
      predicate: { metadata: { 'https://mobyproject.org/buildkit@v1#metadata': metadata } },
    },
    'SLSA 1': { predicate: { runDetails: { metadata: { buildkit_metadata: metadata } } } },
    'a predicate alone': { runDetails: { metadata: { buildkit_metadata: metadata } } },
  };
  const made = history('RUN b1', 'RUN b2', 'RUN same', 'RUN same');
  const read = (statement: unknown) => parseProvenance(Buffer.from(JSON.stringify(statement)));

  test.each(Object.entries(statements))('counts before the history: %s', (_, statement) => {
    const provenance = read(statement);
    const parsed = parseDockerfile(text, 'Dockerfile');
    const found = layerLines(historyOf(made), parsed, { built: { provenance, layers } });
    expect(found.map((one) => [one?.line, one?.source])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [4, 'provenance'],
      [5, 'provenance'],
    ]);
  });

  test('does not count for another Dockerfile', () => {
    const provenance = read(statements['SLSA 1']);
    const parsed = parseDockerfile(`# more\n${text}`, 'Dockerfile');
    const found = layerLines(historyOf(made), parsed, { built: { provenance, layers } });
    expect(found.map((one) => [one?.line, one?.source])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [undefined, undefined],
      [6, 'history'],
    ]);
  });

  test('counts for layers of this image alone', () => {
    const provenance = read(statements['SLSA 1']);
    expect(linesInProvenance(provenance, ['b1', 'copied'].map(digest))).toEqual([
      undefined,
      undefined,
    ]);
  });
});
