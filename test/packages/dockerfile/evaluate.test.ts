import { describe, expect, test } from '@jest/globals';

import { bareGround, evaluate, resolve, type Ground, type Step } from '#dockerfile';

import { file, sentence } from './text.ts';

interface Given {
  readonly args?: Record<string, string>;
  readonly ground?: Partial<Ground>;
}

/** Steps of the last stage; stages before it are grounds as in a build. */
function steps(lines: readonly string[], { args = {}, ground = {} }: Given = {}): readonly Step[] {
  const plan = resolve(file(...lines), { args, platform: 'linux/arm64/v8' });
  const grounds = new Map<number, Ground>();
  let last: readonly Step[] = [];
  for (const stage of plan.stages) {
    const below = stage.base.kind === 'stage' ? grounds.get(stage.base.index) : undefined;
    const evaluated = evaluate(plan, stage, below ?? { ...bareGround, ...ground });
    grounds.set(stage.stage.index, evaluated.ground);
    last = evaluated.steps;
  }
  return last;
}

/** The value of a last instruction `LABEL x=…`. */
function label(lines: readonly string[], given?: Given): string | undefined {
  const step = steps(lines, given).at(-1);
  return step?.keyword === 'LABEL' ? step.pairs[0]?.[1] : undefined;
}

const last = (...lines: readonly string[]) => steps(['FROM scratch', ...lines]).at(-1);

describe('a variable', () => {
  test.each<[string, string[], Given, string]>([
    ['comes from ENV', ['FROM a', 'ENV v=1', 'LABEL x=$v'], {}, '1'],
    [
      'comes from the base',
      ['FROM a', 'LABEL x=$v'],
      { ground: { env: new Map([['v', 'base']]) } },
      'base',
    ],
    [
      'of one ENV sees what was before it',
      ['FROM a', 'ENV v=old', 'ENV v=new w=$v', 'LABEL x=$w'],
      {},
      'old',
    ],
    ['of ARG has its default', ['FROM a', 'ARG v=d', 'LABEL x=$v'], {}, 'd'],
    ['of ARG has what was given', ['FROM a', 'ARG v=d', 'LABEL x=$v'], { args: { v: 'g' } }, 'g'],
    ['of ARG without value is unset', ['FROM a', 'ARG v', 'LABEL x=${v-unset}'], {}, 'unset'],
    [
      'of ARG is not seen before it',
      ['FROM a', 'LABEL x=${v-unset}'],
      { args: { v: 'g' } },
      'unset',
    ],
    [
      'of ARG may be in the default of another',
      ['FROM a', 'ARG v=1 w=$v.2', 'LABEL x=$w'],
      {},
      '1.2',
    ],
    ['of ARG gives way to ENV', ['FROM a', 'ARG v=arg', 'ENV v=env', 'LABEL x=$v'], {}, 'env'],
    [
      'of ARG gives way to an ENV before it',
      ['FROM a', 'ENV v=env', 'ARG v=arg', 'LABEL x=$v'],
      { args: { v: 'g' } },
      'env',
    ],
    ['of ARG can make an ENV', ['FROM a', 'ARG v=1', 'ENV v=v${v}', 'LABEL x=$v'], {}, 'v1'],
    [
      'before FROM is not seen in a stage',
      ['ARG v=1', 'FROM a', 'LABEL x=${v-unset}'],
      {},
      'unset',
    ],
    ['before FROM is declared again', ['ARG v=1', 'FROM a', 'ARG v', 'LABEL x=$v'], {}, '1'],
    [
      'before FROM gives way to a default of the stage',
      ['ARG v=1', 'FROM a', 'ARG v=2', 'LABEL x=$v'],
      {},
      '2',
    ],
    [
      'before FROM has what was given',
      ['ARG v=1', 'FROM a', 'ARG v', 'LABEL x=$v'],
      { args: { v: 'g' } },
      'g',
    ],
    [
      'of another stage is not seen',
      ['FROM a AS s', 'ARG v=1', 'ENV w=2', 'FROM b', 'COPY --from=s a b', 'LABEL x=${v-u}${w-u}'],
      {},
      'uu',
    ],
    [
      'of the stage below is seen',
      ['FROM a AS s', 'ARG v=1', 'ENV w=2', 'FROM s', 'LABEL x=$v$w'],
      {},
      '12',
    ],
    [
      'of the platform is declared first',
      ['FROM a', 'ARG TARGETARCH TARGETVARIANT', 'LABEL x=$TARGETOS$TARGETARCH$TARGETVARIANT'],
      {},
      'arm64v8',
    ],
    ['in quotes is filled in', ['FROM a', 'ENV v="a b"', 'LABEL x="$v c"'], {}, 'a b c'],
    ['in single quotes is not', ['FROM a', 'ENV v=1', "LABEL x='$v'"], {}, '$v'],
    [
      'named like a property of objects is a variable',
      ['FROM a', 'ARG __proto__=1', 'LABEL x=${constructor-u}$__proto__'],
      {},
      'u1',
    ],
  ])('%s', (_, lines, given, value) => {
    expect(label(lines, given)).toBe(value);
  });
});

describe('the step of', () => {
  test.each<[string[], object]>([
    [
      ['ENV a=1 b="x y"'],
      {
        pairs: [
          ['a', '1'],
          ['b', 'x y'],
        ],
      },
    ],
    [['ENV a some  text "q"'], { pairs: [['a', 'some  text q']] }],
    [['LABEL "a b"=c'], { pairs: [['a b', 'c']] }],
    [['ENV k=K', 'LABEL $k=v'], { pairs: [['K', 'v']] }],
    [
      ['ARG a b=2'],
      {
        pairs: [
          ['a', undefined],
          ['b', '2'],
        ],
      },
    ],
    [
      ['ENV p=80', 'EXPOSE $p 90/UDP 8000-8002 127.0.0.1:1:2'],
      { ports: ['80/tcp', '90/udp', '8000/tcp', '8001/tcp', '8002/tcp', '2/tcp'] },
    ],
    [['ENV p="1 2"', 'EXPOSE $p'], { ports: ['1/tcp', '2/tcp'] }],
    [['ENV v=/d', 'VOLUME $v/a /b'], { paths: ['/d/a', '/b'] }],
    [['ENV v=/d', 'VOLUME ["$v"]'], { paths: ['/d'] }],
    [['ENV u=app', 'USER $u:${g:-0}'], { value: 'app:0' }],
    [['WORKDIR "/a b"'], { value: '/a b' }],
    [['ENV s=TERM', 'STOPSIGNAL SIG$s'], { value: 'SIGTERM' }],
    [['MAINTAINER $me'], { value: '$me' }],
    [['CMD echo $v'], { command: ['/bin/sh', '-c', 'echo $v'] }],
    [['CMD ["echo", "$v"]'], { command: ['echo', '$v'] }],
    [['SHELL ["/bin/bash", "-ec"]', 'ENTRYPOINT x'], { command: ['/bin/bash', '-ec', 'x'] }],
    [['ENTRYPOINT []'], { command: [] }],
    [['RUN echo $v'], { command: ['/bin/sh', '-c', 'echo $v'] }],
    [['SHELL ["a"]'], { command: ['a'] }],
    [['HEALTHCHECK NONE'], { healthcheck: { test: ['NONE'] } }],
    [
      [
        'HEALTHCHECK --interval=1m30s --timeout=1.5s --retries=3 --start-period=500ms --start-interval=0 CMD curl $v',
      ],
      {
        healthcheck: {
          test: ['CMD-SHELL', 'curl $v'],
          interval: 90e9,
          timeout: 1.5e9,
          retries: 3,
          startPeriod: 5e8,
          startInterval: 0,
        },
      },
    ],
    [
      ['HEALTHCHECK CMD ["a", "b"]'],
      { healthcheck: { test: ['CMD', 'a', 'b'], retries: undefined } },
    ],
    [['ONBUILD ENV a=$b'], { trigger: 'ENV a=$b' }],
    [['ONBUILD COPY <<EOF /x', 'hi', 'EOF'], { trigger: 'COPY <<EOF /x\nhi\nEOF' }],
  ])('%j', (lines, step) => {
    expect(last(...lines)).toMatchObject(step);
  });

  test('COPY has sources, destination and flags filled in', () => {
    const copy = last(
      'ARG d=/srv u=app',
      'COPY --chown=$u:$u --chmod=0755 --link --exclude=*.md --parents a*.txt "b" $d/',
    );
    expect(copy).toMatchObject({
      sources: ['a*.txt', 'b'],
      destination: '/srv/',
      documents: [],
      from: undefined,
      chown: 'app:app',
      chmod: '0755',
      link: true,
      parents: true,
      exclude: ['*.md'],
      unpack: undefined,
    });
  });

  test('COPY has its heredocs as documents, filled in unless their name is quoted', () => {
    const copy = last('ENV v=1', 'COPY <<-a x <<"b" /d/', '\t"$v" \\$v', 'a', '$v', 'b');
    expect(copy).toMatchObject({
      sources: ['x'],
      documents: [
        { name: 'a', body: '"1" $v\n' },
        { name: 'b', body: '$v\n' },
      ],
      destination: '/d/',
    });
  });

  test.each<[string, object]>([
    ['COPY --from=build a /', { from: { kind: 'stage', index: 0 } }],
    ['COPY --from=0 a /', { from: { kind: 'stage', index: 0 } }],
    ['COPY --from=nginx:1 a /', { from: { kind: 'image', name: 'nginx:1' } }],
    ['ADD --checksum=sha256:0 --unpack=false a /', { checksum: 'sha256:0', unpack: false }],
    ['COPY ["a b", "<<c", "/"]', { sources: ['a b', '<<c'], destination: '/' }],
  ])('%s', (line, step) => {
    expect(steps(['FROM a AS build', 'FROM scratch', line]).at(-1)).toMatchObject(step);
  });
});

describe('the ground', () => {
  test('brings SHELL along, and ONBUILD triggers that run first', () => {
    const lines = [
      'FROM a AS s',
      'SHELL ["/b"]',
      'ONBUILD ENV v=1',
      'ONBUILD COPY . /src',
      'FROM s',
      'CMD $v',
    ];
    expect(steps(lines)).toMatchObject([
      { keyword: 'ENV', instruction: { line: 5 } },
      { keyword: 'COPY', sources: ['.'], destination: '/src' },
      { keyword: 'CMD', command: ['/b', '$v'] },
    ]);
  });

  test('triggers of a base are not handed on to the stage after the next', () => {
    const lines = ['FROM a AS s', 'FROM s', 'LABEL x=y'];
    const ground = { triggers: ['ENV v=1'] };
    expect(steps(lines, { ground }).map(({ keyword }) => keyword)).toEqual(['LABEL']);
  });

  test.each([
    ['ONBUILD RUN x', 'has the ONBUILD trigger "ONBUILD RUN x"'],
    ['NONSENSE', 'Dockerfile:1: unknown instruction "NONSENSE"'],
  ])('with the trigger %j is refused', (trigger, message) => {
    const call = () => steps(['FROM a'], { ground: { triggers: [trigger] } });
    expect(sentence(call)).toContain(message);
  });
});

describe('what is wrong is said with its line', () => {
  test.each<[string, string]>([
    ['EXPOSE http', 'Dockerfile:2: EXPOSE takes ports such as 80'],
    ['EXPOSE 80/icmp', 'not "80/icmp"'],
    ['EXPOSE 70000', 'not "70000"'],
    ['EXPOSE 9-8', 'not "9-8"'],
    ['ENV a="${b:?give it}"', 'Dockerfile:2: b is not set: "give it"'],
    ['ENV $a=b', 'Dockerfile:2: ENV has an empty name'],
    ['COPY "a /', 'a double quote in "\\"a" is not closed'],
    ['HEALTHCHECK --interval=5 CMD x', '--interval is a duration such as 30s'],
    ['HEALTHCHECK --timeout=1us CMD x', '--timeout is at least 1ms'],
    ['HEALTHCHECK --retries=-1 CMD x', '--retries is a whole number'],
  ])('%s', (line, message) => {
    expect(sentence(() => steps(['FROM a', line]))).toContain(message);
  });

  test('a value that doubles with every line ends', () => {
    const lines = Array.from({ length: 40 }, () => 'ENV a=$a$a');
    expect(sentence(() => steps(['FROM a', 'ENV a=xxxxxxxx', ...lines]))).toContain(
      'longer than 1 MiB',
    );
  });

  test.each<[string, string[]]>([
    [
      'variables',
      ['ENV a=$x$x', 'ENV b="$a$a"', ...Array.from({ length: 200 }, (_, i) => `ENV c${i}=$b`)],
    ],
    ['ranges of ports', Array.from({ length: 200 }, () => 'EXPOSE 0-65535')],
  ])('a file that %s blow up ends', (_, lines) => {
    const ground = { env: new Map([['x', 'x'.repeat(1 << 18)]]) };
    const call = () => steps(['FROM a', ...lines], { ground });
    expect(sentence(call)).toContain(
      'the file is too large once its variables and ranges are filled in',
    );
  });
});
