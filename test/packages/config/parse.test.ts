import { expect, test } from '@jest/globals';

import { parseConfig } from '#config';

import {
  badByForm,
  badByMeaning,
  badYaml,
  config,
  refusal,
  short,
  whole,
  withImage,
} from './files.ts';

test('a file with every key is read, with defaults and whole names', () => {
  expect(config(whole)).toEqual({
    images: [
      {
        name: 'shop',
        repository: 'ghcr.io/acme/shop',
        tagPrefix: 'shop-',
        build: {
          context: '.',
          file: 'docker/Dockerfile',
          target: 'runtime',
          platforms: ['linux/amd64', 'linux/arm64/v8'],
          args: { NODE: '24', EMPTY: '' },
        },
      },
      {
        name: 'worker',
        repository: 'localhost:5000/acme/worker',
        tagPrefix: '',
        build: { context: '.', file: 'Dockerfile', target: undefined, platforms: [], args: {} },
      },
    ],
    base: {
      allowed: ['ghcr.io/acme/base/*', 'docker.io/library/debian', 'scratch'],
      owner: '@acme/platform',
    },
    labels: {
      set: { 'com.acme.team': 'shop', 'org.opencontainers.image.vendor': 'Acme, Inc.' },
      required: ['com.acme.team', 'org.opencontainers.image.licenses'],
    },
    environments: [
      { name: 'dev', after: [], promote: 'auto', tag: 'dev', repository: undefined, gates: {} },
      {
        name: 'preprod',
        after: ['dev'],
        promote: 'manual',
        tag: 'preprod',
        repository: undefined,
        gates: {
          layers: {
            reclaimable: 20e6,
            'max-size': 1.5 * 2 ** 30,
            'max-size-growth': 512,
            'max-layers': 30,
            'max-pull-cost': 100e6,
            'lowest-efficiency': 0.95,
            'highest-wasted-bytes': 10e6,
            'highest-user-wasted-percent': 0.1,
            'not-root': true,
            'no-worse': ['reclaimable', 'size'],
          },
        },
      },
      {
        name: 'prod',
        after: ['preprod'],
        promote: 'manual',
        tag: 'production',
        repository: undefined,
        gates: {},
      },
    ],
    digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    file: 'ecluse.yml',
  });
});

test('the short form is one image, called by the last part of its repository', () => {
  const { images, base, environments } = config(short);
  expect(images).toEqual([
    {
      name: 'shop',
      repository: 'ghcr.io/acme/shop',
      tagPrefix: '',
      build: {
        context: '.',
        file: 'Dockerfile',
        target: 'runtime',
        platforms: [],
        args: {},
      },
    },
  ]);
  expect(base).toBeUndefined();
  expect(environments.at(-1)?.repository).toBe('ghcr.io/acme-prod/shop');
});

test('paths start at the folder of the file, which .github stands in for, and end at the top', () => {
  const built = (file: string, build: string) => {
    const [image] = config(withImage(`build: ${build}\n`), file).images;
    return [image?.build.context, image?.build.file];
  };
  expect(built('.github/ecluse.yml', '{ context: app/ }')).toEqual(['app', 'app/Dockerfile']);
  expect(built('a/b/ecluse.yml', '{}')).toEqual(['a/b', 'a/b/Dockerfile']);
  expect(built('a/.github/ecluse.yml', '{ context: .., file: x }')).toEqual(['.', 'a/x']);
  expect(built('ecluse.yml', '{ context: ./., file: ./a b/../ü }')).toEqual(['.', 'ü']);
});

test('the digest is that of the policy: not of builds, order, comments, or the form', () => {
  const { digest } = config(short);
  const same = [
    short.replace('{ target: runtime }', '{ target: other }'),
    `# a comment\n${short}`,
    short.replace('promote: auto', 'tag: dev, promote: "auto"'),
    short
      .replace('image: ghcr.io/acme/shop', 'images: { shop: { repository: ghcr.io/acme/shop } }')
      .replace(/build.*\n/, ''),
  ];
  expect(same.map((text) => config(text).digest)).toEqual(same.map(() => digest));
  const others = [
    short.replace('auto', 'manual'),
    short.replace('after: [dev], ', ''),
    short.replace('acme-prod', 'acme-live'),
    `${short}base: { allowed: [scratch] }\n`,
    `${short}labels: { set: { a: b } }\n`,
    short.replace('ghcr.io/acme/shop', 'ghcr.io/acme/other'),
  ];
  expect(new Set([digest, ...others.map((text) => config(text).digest)]).size).toBe(7);
});

test.each([...badByForm, ...badByMeaning, ...badYaml])(
  'refused with its line and column: $what',
  ({ text, says }) => {
    expect(refusal(text)).toBe(`ecluse.yml:${says}`);
  },
);

test('a file that is not UTF-8 is refused with the line', () => {
  const latin = Buffer.from('apiVersion: ecluse/v1\nimage: \xff\n', 'latin1');
  expect(refusal(latin)).toBe('ecluse.yml:2:1: this line is not UTF-8');
});

test.each(['[', '{a: ', '- ', '? ', 'a: {'])(
  'nesting %j without an end is refused, and soon',
  (piece) => {
    const started = performance.now();
    expect(refusal(piece.repeat(Math.floor(250_000 / piece.length)))).toMatch(
      /^ecluse\.yml:\d+:\d+: this is /,
    );
    expect(performance.now() - started).toBeLessThan(10_000);
  },
);

test('a file of many equal or long things is read or refused soon', () => {
  const started = performance.now();
  expect(refusal(Array.from({ length: 25_000 }, (_, n) => `k${n}: 1`).join('\n'))).toMatch(
    /^ecluse\.yml:1:1: /,
  );
  expect(refusal(withImage(`image: "${'a'.repeat(200_000)}"\n`))).toBe(
    'ecluse.yml:3:1: image is there twice: remove one',
  );
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('a file of more than 256 KiB is not read', () => {
  const text = `${short}#${' '.repeat(256 * 1024)}\n`;
  expect(refusal(text)).toBe(`ecluse.yml has ${text.length} bytes: at most 262144 are read`);
});

test('what is wrong first in the file is told first, as an error that names file and line', () => {
  const text = withImage('environments:\n  prod: { after: [x], tag: "1" }\nbase: {}\n');
  expect(() => config(text, 'a/ecluse.yml')).toThrow(
    expect.objectContaining({
      exit: 2,
      code: 'usage',
      at: { file: 'a/ecluse.yml', line: 4 },
      message: expect.stringMatching(/^a\/ecluse\.yml:4:28: environments\.prod\.tag must be /),
    }),
  );
});

test('a file of another commit is named with it, and no line of this tree is blamed', () => {
  const read = () =>
    parseConfig(new TextEncoder().encode('x: 1'), 'ecluse.yml', { commit: 'main@1a2b3c4' });
  expect(read).toThrow(
    expect.objectContaining({
      at: undefined,
      message: expect.stringMatching(/^main@1a2b3c4:ecluse\.yml:1:1: /),
    }),
  );
});

test('a file in a folder with an odd name is named in quotes', () => {
  expect(refusal('', 'a\u001b[31m/ecluse.yml')).toMatch(/^"a\\u001b\[31m\/ecluse\.yml":1:1: /);
});

test('Windows line ends and a byte order mark change nothing', () => {
  expect(config(`\uFEFF${short.replaceAll('\n', '\r\n')}`)).toEqual(config(short));
});
