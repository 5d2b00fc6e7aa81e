import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { withData, withTool, data } from '../tools.ts';
import { layersStage } from './layers.fixture.ts';

const { at, ecluse, json, put } = layersStage();

/** Dive's efficiency is 0.5, and all of what is not in the lowest layer is wasted. */
const wasteful = {
  layers: [[{ path: 'a', text: 'a'.repeat(100) }], [{ path: 'a', text: 'b'.repeat(100) }]],
};

describe("Dive's rules", () => {
  const outcomes = async (env: Readonly<Record<string, string>> = {}) => {
    const { exit, document } = await json(['oci:images:1', '--compat', 'dive'], { env });
    return [exit, document.results.map(({ gate, outcome }) => `${gate} ${outcome}`)];
  };
  const put1 = () => put('1', wasteful);
  const write = (file: string, text: string): void => {
    mkdirSync(at(file, '..'), { recursive: true });
    writeFileSync(at(file), text);
  };
  const lowest = (value: string) =>
    `rules:\n  lowest-efficiency-threshold: ${value}\n  highest-user-wasted-percent: off\n`;

  test('are its defaults in CI where there is no file, and none elsewhere', async () => {
    await put1();
    const defaults = [1, ['highestUserWastedPercent failed', 'lowestEfficiency failed']];
    expect(await outcomes()).toEqual([0, []]);
    expect(await outcomes({ CI: 'true' })).toEqual(defaults);
    expect(await outcomes({ CI: 'false' })).toEqual([0, []]);
    write('.dive.yaml', 'ci: true\n');
    expect(await outcomes()).toEqual(defaults);
  });

  test.each([
    ['.dive.yaml', {}],
    ['.dive/config.yaml', {}],
    ['settings/dive/any.yml', { XDG_CONFIG_HOME: 'settings' }],
    ['more/dive/any.yaml', { XDG_CONFIG_DIRS: 'none:more' }],
    ['.config/dive/config.yaml', {}],
  ])('are read from %s', async (file, env) => {
    await put1();
    write(file, lowest('0.4'));
    const folders = Object.entries(env).map(([name, folder]) => [
      name,
      folder
        .split(':')
        .map((one) => at(one))
        .join(':'),
    ]);
    expect(await outcomes(Object.fromEntries(folders) as Record<string, string>)).toEqual([
      0,
      ['lowestEfficiency passed'],
    ]);
  });

  test('that cannot be judged are refused before anything is read', async () => {
    write('.dive-ci', 'rules:\n  lowestEfficiency: much\n');
    const { exit, stderr } = await ecluse(['oci:images:none', '--compat', 'dive']);
    expect([exit, stderr]).toEqual([
      2,
      expect.stringContaining('invalid lowestEfficiency config value, given "much"'),
    ]);
  });

  test('of this folder come before those at home, and a .dive-ci before both', async () => {
    await put1();
    write('home/.dive.yaml', lowest('0.9'));
    const env = { HOME: at('home') };
    expect(await outcomes(env)).toEqual([1, ['lowestEfficiency failed']]);
    write('.dive.yaml', `${lowest('0.4')}ci-config: other\n`);
    expect(await outcomes(env)).toEqual([0, ['lowestEfficiency passed']]);
    write('other', 'rules:\n  lowestEfficiency: 0.8\n  highestUserWastedPercent: disabled\n');
    expect(await outcomes(env)).toEqual([1, ['lowestEfficiency failed']]);
    write('.dive-ci', 'rules:\n  lowestEfficiency: 0.3\n  highestUserWastedPercent: disabled\n');
    const named = ['oci:images:1', '--compat', 'dive', '--dive-ci', '.dive-ci'];
    expect((await json(named, { env })).exit).toBe(0);
  });

  test('in a file that is wrong end in a sentence', async () => {
    await put1();
    write('.dive.yaml', 'rules: 5\n');
    const { exit, stderr } = await ecluse(['oci:images:1', '--compat', 'dive']);
    expect([exit, stderr]).toEqual([2, expect.stringContaining('.dive.yaml must be a mapping')]);
  });
});

describe("Dive's JSON", () => {
  const withoutIds = (file: string) => readFileSync(file, 'utf8').replace(/^ +"id": .*\n/gm, '');
  const images = ['layers/cases/v2_rmfile.tar.gz', 'layers/cases/v10_implied_dir.tar.gz'] as const;

  test('is written to a file beside the document, and over a longer one', async () => {
    await put('1', { ...wasteful, history: ['/bin/sh -c #(nop) COPY a / '] });
    writeFileSync(at('dive.json'), 'x'.repeat(100_000));
    const { exit, document } = await json(['oci:images:1', '--dive-json', 'dive.json']);
    expect([exit, document.dive]).toEqual([0, null]);
    expect(JSON.parse(readFileSync(at('dive.json'), 'utf8'))).toMatchObject({
      layer: [
        { index: 0, id: 'blobs', command: '#(nop) COPY a / ', sizeBytes: 100 },
        { index: 1, digestId: document.platforms[0]?.layers[1]?.diffId, command: '(missing)' },
      ],
      image: {
        sizeBytes: 200,
        inefficientBytes: 200,
        efficiencyScore: 0.5,
        fileReference: [{ count: 2, sizeBytes: 200, file: '/a' }],
      },
    });
  });

  test('that finds no place ends the run before anything is done', async () => {
    await put('1', wasteful);
    const { exit, stdout } = await ecluse([
      'oci:images:1',
      '--dive-json',
      'images/oci-layout/x',
      '--json',
    ]);
    expect([exit, stdout]).toEqual([2, expect.stringContaining('change \\"dive-json\\"')]);
  });

  withTool(
    'dive',
    'is byte for byte what Dive writes, ids of layers in old archives apart',
    async ({ dive }) => {
      for (const name of images) {
        const archive = data(name);
        if (archive === undefined) continue;
        writeFileSync(at('image.tar'), gunzipSync(readFileSync(archive)));
        execFileSync(dive, ['docker-archive://image.tar', '--json', 'theirs.json'], { cwd: at() });
        await json(['docker-archive:image.tar', '--dive-json', 'ours.json']);
        expect(withoutIds(at('ours.json'))).toBe(withoutIds(at('theirs.json')));
      }
    },
  );

  withData('images/hello-world.tar', 'is that of a real image, ids and all', async (paths) => {
    await json([`docker-archive:${paths['images/hello-world.tar']}`, '--dive-json', 'ours.json']);
    expect(JSON.parse(readFileSync(at('ours.json'), 'utf8'))).toEqual({
      layer: [
        {
          index: 0,
          id: 'blobs',
          digestId: 'sha256:ac28800ec8bb38d5c35b49d45a6ac4777544941199075dff8c4eb63e093aa81e',
          sizeBytes: 13256,
          command: 'COPY hello / # buildkit',
          fileList: [
            {
              path: 'hello',
              typeFlag: 48,
              linkName: '',
              size: 13256,
              fileMode: 493,
              uid: 0,
              gid: 0,
              isDir: false,
            },
          ],
        },
      ],
      image: { sizeBytes: 13256, inefficientBytes: 0, efficiencyScore: 1, fileReference: [] },
    });
  });
});
