import { expect, test } from '@jest/globals';

import { bareGround, evaluate, parseDockerfile, resolve, type Ground } from '#dockerfile';
import { UsageError } from '#io';

import type { Random } from '../rounds.ts';
import { mutatedText, some } from './mutation.ts';
import { refused } from './sentence.ts';
import { watched, within } from './watched.ts';

const words = [
  ...[
    'a',
    'b',
    '/',
    '.',
    '*',
    '?',
    '[a-z]',
    '\\',
    '"',
    "'",
    '$',
    '${',
    '}',
    '$a',
    '${a}',
    '${b:-c}',
  ],
  ...[
    '${a:+$b}',
    '${a:?no}',
    '${a#*/}',
    '${a##*}',
    '${a%.*}',
    '${a%%b*}',
    '${a/b/c}',
    '${a//?/$b}',
  ],
  ...[
    '=',
    ':',
    '-',
    '--',
    '\\\n',
    '\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '\0',
    '\ufeff',
    '\u202e',
    '#',
    '# x',
  ],
  ...['`', '<<', '<<-', '<<E', "<<'E'", '\nE\n', '[', ']', '["a"]', '["a", 1]', ',', '\ud800', 'é'],
  ...[
    'FROM ',
    'AS ',
    'ONBUILD ',
    'RUN ',
    'COPY ',
    '# escape=`\n',
    '# syntax=x\n',
    '# check=skip=all\n',
  ],
  ...['--from=', '--chown=', '--exclude=', '--mount=type=bind,from=', '--link', '--interval=1s'],
  ...['1', '0', '65535', '1-65535', '80/tcp', '99999999999999999999', 'é'.repeat(300)],
] as const;
const values = ['x', '"a b"', "'$a'", '${a}', '$b$b', '${a:-${b:-c}}', '${a//b/$a}', ''] as const;
const names = ['a', 'b', 'PATH', 'é', 'TARGETPLATFORM'] as const;
const stages = ['base', 'build', 'Final', '0', '1', 'nope', '$a', '${a:-base}'] as const;
const images = [
  'scratch',
  'alpine',
  'ghcr.io/acme/base:1',
  '$a',
  '${b:-base}',
  'base',
  'BUILD',
] as const;

/** A line as people write it, with names that are there or not. */
function line(random: Random): string {
  const [name, value, stage] = [random.pick(names), random.pick(values), random.pick(stages)];
  switch (random.below(24)) {
    case 0:
    case 1:
      return `FROM ${random.pick(images)}${random.below(2) === 0 ? '' : ` AS ${stage}`}`;
    case 2:
      return `FROM --platform=${random.pick(['$BUILDPLATFORM', 'linux/arm64', '$a'])} ${stage}`;
    case 3:
      return `ARG ${name}${random.below(2) === 0 ? '' : `=${value}`}`;
    case 4:
    case 5:
      return `ENV ${name}=${value} ${random.pick(names)}=${random.pick(values)}`;
    case 6:
      return `ENV ${name} ${value}`;
    case 7:
      return `LABEL ${name}=${value} "x y"=${value}`;
    case 8:
      return `COPY --from=${stage} ${value} ${value} /x/`;
    case 9:
      return `COPY --chown=${value} --chmod=${value} --exclude=*.md a b ./`;
    case 10:
      return `COPY <<E <<-"F" /x/\n$a ${value}\nE\n\t${value}\n\tF`;
    case 11:
      return `ADD --checksum=${value} ${random.pick(['https://x.test/a', 'a.tar', 'git@x:y.git'])} /`;
    case 12:
      return `RUN --mount=type=bind,from=${stage},target=/x ${value}`;
    case 13:
      return `RUN <<E\n${value}\nE`;
    case 14:
      return `EXPOSE ${random.pick(['80', '$a', '1-9/udp', '65530-65535', '1:2', value])}`;
    case 15:
      return `HEALTHCHECK --interval=${random.pick(['1s', '1h2m', '0', value])} CMD ["a", "b"]`;
    case 16:
      return `SHELL ["/bin/sh", "${name}"]`;
    case 17:
      return `ONBUILD ${line(random)}`;
    case 18:
      return `VOLUME ["/a", "${value.replaceAll('"', '')}"]`;
    case 19:
      return `USER ${value}`;
    case 20:
      return `WORKDIR ${value}/x`;
    case 21:
      return `CMD ${value} && \\\n  # a remark\n  b`;
    case 22:
      return `ENTRYPOINT ["a", "${name}"]`;
    default:
      return random.pick(['', '# a remark', 'STOPSIGNAL 9', 'MAINTAINER $a', 'HEALTHCHECK NONE']);
  }
}

const lines = (random: Random, most: number): readonly string[] =>
  Array.from({ length: random.below(most) }, () => line(random));

/** Lines that grow, each by its own way, as a stranger would write them. */
const growing = [
  'ENV a=$a$a$b',
  'ENV a="${a//?/$a}"',
  'ENV b=${a//*a*a/b}',
  'ARG a=$a$a',
  'LABEL x=$a y=$a z=$a',
  'EXPOSE 1-65535',
  'ENV b=${a%%*a*b}${a##*b*a}',
  'COPY <<E /\n$a$a$a\nE',
  `ENV c=${'${x:-'.repeat(300)}`,
  `RUN ${'\\\n'.repeat(500)} a`,
  `RUN ${'\r'.repeat(3000)} a`,
] as const;

function written(random: Random): string {
  const start = ['ARG a=1', 'FROM scratch AS base', ...lines(random, 12)];
  switch (random.below(4)) {
    case 0:
      return [...start, 'ENV a=aaaaaaaab b=bbbb', ...some(random, growing, 80)].join('\n');
    case 1:
      return start.join('\n');
    case 2:
      return some(random, words, 60).join('');
    default:
      return mutatedText(random, start.join('\n'), words);
  }
}

/** The ground of a base that somebody else made. */
function groundOf(random: Random): Ground {
  if (random.below(2) === 0) return bareGround;
  return {
    env: new Map(some(random, names, 3).map((name) => [name, random.pick(values).repeat(50)])),
    args: new Map(),
    shell: random.below(2) === 0 ? [] : ['/bin/bash', '-c'],
    triggers: some(random, ['ENV b=2', 'RUN x', 'FROM x', 'COPY . .', '', 'X', 'ONBUILD RUN x'], 2),
  };
}

function options(random: Random): Parameters<typeof resolve>[1] {
  return {
    args: Object.fromEntries(some(random, names, 3).map((name) => [name, random.pick(values)])),
    platform: random.pick(['linux/amd64', 'linux/arm/v7']),
    target: random.below(3) === 0 ? random.pick(stages) : undefined,
  };
}

test('any text is refused in a sentence with a line, or every stage that it reaches can be carried out', async () => {
  const done = await watched(async (random) => {
    const text = written(random);
    const file = 'Dockerfile';
    await within({ ms: 3000, mib: 600 }, JSON.stringify(text).slice(0, 4000), () => {
      try {
        const dockerfile = parseDockerfile(text, file);
        expect(dockerfile.source).toBe(text.replace(/^\ufeff/, ''));
        const plan = resolve(dockerfile, options(random));
        const seen = new Set<number>();
        const grounds = new Map<number, Ground>();
        for (const resolved of plan.stages) {
          const { base, stage } = resolved;
          if (base.kind === 'stage') expect(seen.has(base.index)).toBe(true);
          const below = base.kind === 'stage' ? grounds.get(base.index) : undefined;
          const { steps, ground } = evaluate(plan, resolved, below ?? groundOf(random));
          expect(steps.length).toBeGreaterThanOrEqual(stage.instructions.length);
          for (const { instruction } of steps) {
            expect(instruction.line).toBeLessThanOrEqual(instruction.endLine);
          }
          seen.add(stage.index);
          grounds.set(stage.index, ground);
        }
        expect(plan.stages.at(-1)?.stage).toBe(plan.target);
      } catch (error) {
        refused(error, UsageError);
        const { at, input, message } = error as UsageError;
        expect(at?.file ?? input).toBe(at === undefined ? 'target' : file);
        expect(at === undefined || at.line <= text.split('\n').length).toBe(true);
        expect(message.length).toBeLessThan(2000);
      }
    });
  });
  expect(done).toBeGreaterThan(0);
});
