import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { buildah, type Base } from '#builder';
import { openLayout, parseTag } from '#oci';

import { withTool } from '../../tools.ts';
import { filesOf, look, Yard } from './buildah.fixture.ts';

const small = ['FROM scratch', 'COPY root /'];
const mounts = (folder: string): readonly string[] =>
  readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .filter((line) => line.includes(folder));

withTool(
  ['buildah', 'ldd'],
  'Buildah runs, copies between stages, and reports each step with its line',
  async () => {
    await using yard = new Yard();
    yard.root();
    yard.write({ 'app/a.txt': 'a', 'app/b.log': 'b', '.dockerignore': '*.txt' });
    const built = await yard.build(
      [
        'ARG ROOT=root',
        'FROM scratch AS Tools',
        'COPY root /',
        'ENV GREETING="hello  there"',
        'SHELL ["/bin/sh", "-ec"]',
        'ARG TARGETARCH',
        'RUN echo "$GREETING" > /made; \\',
        '    # a comment between',
        '    echo "$TARGETARCH" >> /made; false || true',
        'FROM other AS unused',
        'FROM scratch AS Result',
        'COPY --from=Tools /made /made',
        'COPY app /app/',
        'HEALTHCHECK --interval=5s CMD ["/app/check"]',
        'ONBUILD COPY . /src',
        'LABEL who=file kept=yes',
        'CMD ["/app"]',
        'FROM scratch AS after',
      ],
      {
        target: 'result',
        ignore: '**/*.log',
      },
    );
    const { manifest, config, documents } = await look(built);
    expect(built.engine).toMatchObject({ name: 'buildah', version: expect.stringMatching(/^1\./) });
    expect(built.steps.map(({ line, text }) => [line, text.split(' ', 1)[0]])).toEqual([
      [2, 'FROM'],
      [3, 'COPY'],
      [4, 'ENV'],
      [5, 'SHELL'],
      [6, 'ARG'],
      [7, 'RUN'],
      [11, 'FROM'],
      [12, 'COPY'],
      [13, 'COPY'],
      [14, 'HEALTHCHECK'],
      [15, 'ONBUILD'],
      [16, 'LABEL'],
      [17, 'CMD'],
    ]);
    expect(built.steps.some(({ cached }) => cached)).toBe(false);
    expect(config.config).toMatchObject({
      Cmd: ['/app'],
      Healthcheck: { Test: ['CMD', '/app/check'], Interval: 5e9 },
      OnBuild: ['COPY . /src'],
      Labels: { who: 'file', kept: 'yes' },
    });
    expect(built.on).toBeUndefined();
    expect(manifest.layers.flatMap(({ digest }) => filesOf(built, digest))).toEqual([
      'made',
      'app/a.txt',
    ]);
    expect(config.history.map(({ created }) => created)).toEqual(
      config.history.map(() => '2001-09-09T01:46:40Z'),
    );
    expect(documents).not.toContain(yard.home);
    expect(documents).not.toContain('127.0.0.1');
    expect(readdirSync(join(built.layout, '..'))).toEqual(['layout']);
  },
  60_000,
);

withTool(
  ['buildah', 'ldd'],
  'The same plan gives the same digest in an empty store',
  async () => {
    await using yard = new Yard();
    yard.root();
    const lines = [...small, 'ENV a=1', 'RUN ["/bin/mkdir", "/made"]', 'ENV b=2'];
    const [one, two] = [await yard.build(lines), await yard.build(lines)];
    expect(one.root).toEqual(two.root);
  },
  60_000,
);

withTool(
  ['buildah', 'ldd'],
  'Bases are what the plan pinned, under the names that the Dockerfile has',
  async () => {
    await using yard = new Yard();
    yard.root();
    const first = await yard.build([
      ...small,
      'ENV from=first',
      'SHELL ["/bin/sh", "-ec"]',
      'ONBUILD ENV on=build',
    ]);
    const from = openLayout(first.layout);
    const moved = await yard.build([...small, 'ENV from=second'], {});
    const other = openLayout(moved.layout);
    const second = await other.manifest(moved.root.digest);
    if (second === undefined) throw new Error('the second base is missing');
    const base = (name: string, repository = from, descriptor = first.root): Base => ({
      name,
      descriptor,
      from: repository,
    });
    // The name stands for something else by now.
    writeFileSync(
      join(first.layout, 'index.json'),
      JSON.stringify({ schemaVersion: 2, manifests: [] }),
    );
    expect(await from.resolve(parseTag('latest'))).toBeUndefined();
    const pinned = `tools.example:5000/x/y@${moved.root.digest}`;
    const built = await yard.build(
      [
        'ARG V=1',
        'FROM base:${V} AS below',
        'FROM below',
        'RUN false || echo "$from $on" > /made',
        `COPY --from=${pinned} /bin/cat /copied`,
      ],
      {
        bases: new Map([
          ['base:1', base('docker.io/library/base:1')],
          [pinned, base(pinned, other, moved.root)],
        ]),
      },
    );
    const { manifest, config, documents } = await look(built);
    expect(config.config).toMatchObject({
      Env: expect.arrayContaining(['from=first', 'on=build']),
      Shell: ['/bin/sh', '-ec'],
    });
    expect(config.config).not.toHaveProperty('OnBuild');
    expect(built.on).toMatchObject({
      name: 'docker.io/library/base:1',
      digest: first.root.digest,
      configs: [{ rootfs: { diff_ids: [expect.stringMatching(/^sha256:/)] } }],
    });
    expect(manifest.layers.slice(1).flatMap(({ digest }) => filesOf(built, digest))).toEqual(
      // The first three are where chroot isolation mounts the machine's own.
      ['etc/hostname', 'etc/hosts', 'etc/resolv.conf', 'made', 'copied'],
    );
    expect(documents).not.toContain('127.0.0.1');
    expect(documents).not.toContain(yard.home);
  },
  60_000,
);

withTool(
  ['buildah', 'ldd'],
  'A failure names the line, the instruction, its exit code and the end of its output',
  async () => {
    await using yard = new Yard();
    yard.root();
    const cases: readonly [lines: readonly string[], message: RegExp, line: number][] = [
      [
        [...small, 'RUN echo early', 'RUN echo out; \\', '  printf "\\033[31mred\\n" >&2; exit 7'],
        /^Dockerfile:4: "RUN echo out;.*exit 7" ended with exit code 7; the end of its output: "(?:out\\n\\u001b\[31mred|\\u001b\[31mred\\nout)"$/,
        4,
      ],
      [
        [...small, '', 'COPY nothing /x'],
        /^Dockerfile:4: "COPY nothing \/x" failed: ".*nothing.*no such file or directory"$/,
        4,
      ],
      [['FROM scratch', 'ENV a=${b:?say}'], /^Dockerfile:2: .* failed: "Unsupported modifier/, 2],
    ];
    for (const [lines, message, line] of cases) {
      await expect(yard.build(lines)).rejects.toMatchObject({
        exit: 3,
        code: 'build-failed',
        message: expect.stringMatching(message),
        at: { file: 'Dockerfile', line },
      });
    }
    expect(mounts(yard.home)).toEqual([]);
  },
  60_000,
);

withTool(
  ['buildah', 'ldd'],
  'A cache folder keeps layers, also after a build that failed',
  async () => {
    await using yard = new Yard();
    yard.root();
    const builder = buildah({ ...yard.ports, cache: join(yard.home, 'cache') });
    await expect(yard.build([...small, 'RUN exit 3'], {}, builder)).rejects.toThrow('exit code 3');
    const again = await yard.build([...small, 'ENV a=b'], {}, builder);
    expect(again.steps.map(({ cached }) => cached)).toEqual([false, true, false]);
    const meanwhile = yard.build([...small, 'RUN sleep 1'], {}, builder);
    await wait(300);
    const alone = await yard.build([...small, 'ENV a=b'], {}, builder);
    expect(alone.steps.map(({ cached }) => cached)).toEqual([false, false, false]);
    await meanwhile;
    const last = await yard.build([...small, 'RUN sleep 1'], {}, builder);
    expect(last.steps.map(({ cached }) => cached)).toEqual([false, true, true]);
    expect(mounts(yard.home)).toEqual([]);
  },
  60_000,
);

withTool(
  ['buildah', 'ldd'],
  'A build that is aborted leaves no process, no mount and a cache that serves again',
  async () => {
    await using yard = new Yard();
    yard.root();
    const cache = join(yard.home, 'cache');
    const builder = buildah({ ...yard.ports, cache });
    const controller = new AbortController();
    const into = yard.into();
    const plan = yard.plan([...small, 'RUN echo up; exec sleep 77.77']);
    const build = builder.build(plan, into, controller.signal);
    while (!readdirSync('/proc').some((pid) => sleeps(pid))) await wait(50);
    controller.abort(new Error('enough'));
    await expect(build).rejects.toThrow('enough');
    expect(readdirSync('/proc').some((pid) => sleeps(pid))).toBe(false);
    expect(mounts(yard.home)).toEqual([]);
    expect(readdirSync(into)).toEqual([]);
    const again = await yard.build([...small, 'ENV a=b'], {}, builder);
    expect(again.steps.map(({ cached }) => cached)).toEqual([false, true, false]);
    expect(readdirSync(cache).sort()).toEqual(['graph', 'run']);
  },
  60_000,
);

withTool(
  'buildah',
  'What an owner that is gone left in the cache is cleaned',
  async () => {
    await using yard = new Yard();
    yard.write({ a: 'a' });
    const cache = join(yard.home, 'cache');
    const builder = buildah({ ...yard.ports, cache });
    await yard.build(['FROM scratch', 'COPY a /'], {}, builder);
    writeFileSync(join(cache, 'owner'), `${readNamespace()} 999999999`);
    const { steps } = await yard.build(['FROM scratch', 'COPY a /'], {}, builder);
    expect(steps.map(({ cached }) => cached)).toEqual([false, true]);
  },
  60_000,
);

describe('whether Buildah can', () => {
  withTool('buildah', 'is said before it tries', async () => {
    await using yard = new Yard();
    const builder = buildah(yard.ports);
    const foreign = { os: 'linux', architecture: 'mips64' };
    const cases: readonly [
      lines: readonly string[],
      platform: typeof foreign | undefined,
      answer: unknown,
    ][] = [
      [['FROM scratch', 'RUN x'], undefined, true],
      [['FROM scratch', 'COPY a /'], foreign, true],
      [
        ['FROM --platform=$BUILDPLATFORM a AS t', 'RUN x', 'FROM scratch', 'COPY --from=t a /'],
        foreign,
        true,
      ],
      [
        ['FROM scratch', '', 'RUN x'],
        foreign,
        {
          no: expect.stringMatching(
            /^programs for linux\/mips64 do not run on linux\/\w+ without QEMU \(Dockerfile:3\)$/,
          ),
        },
      ],
    ];
    for (const [lines, platform, answer] of cases) {
      const plan = yard.plan(lines, platform === undefined ? {} : { platform });
      expect(await builder.can(plan)).toEqual(answer);
    }
  });

  test('is no when it is not installed', async () => {
    await using yard = new Yard({ PATH: '/nonexistent' });
    const builder = buildah(yard.ports);
    const plan = yard.plan(['FROM scratch']);
    expect(await builder.can(plan)).toEqual({ no: 'Buildah is not installed' });
    await expect(builder.build(plan, yard.into(), AbortSignal.timeout(9_000))).rejects.toThrow(
      'Buildah is not installed',
    );
  });

  test('is no where there is no Linux', async () => {
    await using yard = new Yard();
    const builder = buildah({ ...yard.ports, machine: { os: 'darwin', architecture: 'arm64' } });
    expect(await builder.can(yard.plan(['FROM scratch']))).toEqual({
      no: 'Buildah needs Linux, and this is darwin',
    });
  });
});

withTool('buildah', 'A base that the plan does not hold is not looked for elsewhere', async () => {
  await using yard = new Yard();
  await expect(yard.build(['FROM debian:12', 'RUN x'])).rejects.toThrow('debian:12');
});

const readNamespace = (): string => readlinkSync('/proc/self/ns/pid');

function sleeps(pid: string): boolean {
  if (!/^\d+$/.test(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('sleep\x0077.77');
  } catch {
    return false;
  }
}
