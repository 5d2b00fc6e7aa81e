import { describe, expect, test } from '@jest/globals';

import { parseDockerfile, resolve } from '#dockerfile';

import { buildFailure } from '../../../packages/builder/buildah-failure.ts';
import { BuildahOutput } from '../../../packages/builder/buildah-output.ts';

const dockerfile = parseDockerfile(
  [
    'FROM a AS one',
    'RUN x && \\',
    '  y',
    'RUN x && y',
    'FROM b AS unused',
    'RUN z',
    'FROM scratch',
    'COPY --from=one /a /b',
  ].join('\n'),
  'docker/Dockerfile',
);

/** What it makes of these lines, one second apart; those that start with `!` are of standard error. */
function read(...lines: readonly string[]): BuildahOutput {
  let seconds = 0;
  const now = () => new Date((seconds += 1) * 1000);
  const plan = resolve(dockerfile, { args: {}, platform: 'linux/amd64' });
  const output = new BuildahOutput(plan, now);
  for (const line of lines) {
    output.read(line.replace(/^!/, ''), line.startsWith('!') ? 'stderr' : 'stdout');
  }
  return output;
}

describe('what Buildah prints', () => {
  test('becomes steps with line, text, time and whether they came from the cache', () => {
    const output = read(
      '[1/2] STEP 1/3: FROM docker.io/library/a:latest',
      '[1/2] STEP 2/3: RUN x &&   y',
      'out',
      '--> 0123456789ab',
      '[1/2] STEP 3/3: RUN x && y',
      '--> Using cache 0123',
      '[2/2] STEP 1/2: FROM scratch',
      '[2/2] STEP 2/2: COPY --from=one /a /b',
      '[2/2] COMMIT',
      '--> 0123',
    );
    expect(output.steps()).toEqual([
      { line: 1, text: 'FROM a AS one', ms: 1000, cached: false },
      { line: 2, text: 'RUN x &&   y', ms: 1000, cached: false },
      { line: 4, text: 'RUN x && y', ms: 1000, cached: true },
      { line: 7, text: 'FROM scratch', ms: 1000, cached: false },
      { line: 8, text: 'COPY --from=one /a /b', ms: 1000, cached: false },
    ]);
  });

  test('may name what the Dockerfile does not hold: a trigger of the base has no line', () => {
    const output = read('STEP 1/3: FROM a', 'STEP 2/4: ENV on=build', 'STEP 3/4: RUN x && y');
    expect(output.steps().map(({ line, text }) => [line, text])).toEqual([
      [1, 'FROM a AS one'],
      [null, 'ENV on=build'],
      [2, 'RUN x &&   y'],
    ]);
  });
});

describe('a failure', () => {
  const start = ['STEP 1/3: FROM a', 'STEP 2/3: RUN x && y'];
  test.each<[string, readonly string[], string]>([
    [
      'of a program has its exit code and its last lines',
      [
        ...start,
        'one',
        '!two',
        '!subprocess exited with status 7',
        '!Error: building at STEP "RUN x && y": exit status 7',
      ],
      'docker/Dockerfile:2: "RUN x &&   y" ended with exit code 7; the end of its output: "one\\ntwo"',
    ],
    [
      'of Buildah has its reason without the instruction',
      [...start, '!Error: building at STEP "RUN \\"x\\"": no space left on device'],
      'docker/Dockerfile:2: "RUN x &&   y" failed: "no space left on device"',
    ],
    [
      'before a step has the line that Buildah names',
      ['!Error: resolving step {Value:env StartLine:4 EndLine:4}: Unsupported modifier'],
      'docker/Dockerfile:4: the build failed: "Unsupported modifier"',
    ],
    [
      'without a reason says so',
      [],
      'docker/Dockerfile: the build failed: "Buildah gave no reason"',
    ],
  ])('%s', (_, lines, message) => {
    expect(buildFailure(read(...lines), 'docker/Dockerfile').message).toBe(message);
  });

  test('does not show output of earlier steps, and of its own only the end', () => {
    const many = Array.from({ length: 500 }, (_, i) => `line ${i} ${'x'.repeat(400)}`);
    const { message } = buildFailure(
      read('STEP 1/2: FROM a', 'early', 'STEP 2/2: RUN x && y', ...many),
      'f',
    );
    expect(message).not.toContain('early');
    expect(message).not.toContain('line 479 ');
    expect(message).toContain('line 499 ');
    expect(message.length).toBeLessThan(2000);
  });

  test('shows control characters as text', () => {
    const { message } = buildFailure(read(...start, '\u001b[2J::error::x\u0007'), 'f');
    expect(message).toContain('"\\u001b[2J::error::x\\u0007"');
  });
});
