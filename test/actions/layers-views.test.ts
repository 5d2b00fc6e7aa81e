import { writeFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';

import { layersSchema } from '#layers';
import { markdown } from '#report';

import { layers } from '../../actions/layers/module.ts';
import { columnsOf, cut } from '../../packages/report/width.ts';
import { indexOf } from '../packages/oci/samples.ts';
import { layersStage } from './layers.fixture.ts';

const { at, ecluse, json, put, putManifest } = layersStage();

const dpkg = (...packages: readonly string[]) =>
  packages
    .map((one) => {
      const [name, version] = one.split(' ');
      return `Package: ${name}\nStatus: install ok installed\nVersion: ${version}\nArchitecture: any\n`;
    })
    .join('\n');

async function putPlatforms() {
  const status = (...packages: readonly string[]) => ({
    path: 'var/lib/dpkg/status',
    text: dpkg(...packages),
  });
  const amd64 = await put('amd64', {
    layers: [
      [{ path: 'etc/os-release', text: 'PRETTY_NAME="Debian 12"\n' }, status('a 1', 'b 2', 'c 3')],
    ],
  });
  const arm64 = await put('arm64', {
    layers: [
      [{ path: 'etc/os-release', text: 'PRETTY_NAME="Debian 12"\n' }, status('a 1', 'b 2+b1')],
      [{ path: 'big', text: 'x'.repeat(5000) }],
    ],
    architecture: 'arm64',
  });
  const index = indexOf([
    { ...amd64, platform: { os: 'linux', architecture: 'amd64' } },
    { ...arm64, platform: { os: 'linux', architecture: 'arm64' } },
  ]);
  await putManifest('all', index);
  return { amd64, arm64 };
}

describe('platforms', () => {
  test('are told apart: what is not alike, packages that some lack first', async () => {
    await putPlatforms();
    const { document } = await json(['oci:images:all']);
    expect(v.parse(layersSchema, document)).toEqual(document);
    expect(document.differences).toEqual([
      { what: 'layers', name: null, values: ['1', '2'] },
      { what: 'package', name: 'c', values: ['3', null] },
      { what: 'package', name: 'b', values: ['2', '2+b1'] },
    ]);
    expect((await json(['oci:images:amd64'])).document.differences).toEqual([]);
  });

  test('stand side by side on the page, and what differs stands out', async () => {
    await putPlatforms();
    const { document } = await json(['oci:images:all']);
    const text = markdown(layers.page(document));
    expect(text).toContain('|  | linux/amd64 | linux/arm64 |');
    expect(text).toContain('| Layers | <strong>1</strong> | <strong>2</strong> |');
    expect(text).toContain('| System | Debian 12 | Debian 12 |');
    expect(text).toMatch(/\| Files \| <strong>\d+ B<\/strong> \| <strong>5&#46;\d kB<\/strong> \|/);
    expect(text).toContain('2 packages not the same');
    expect(text).toContain('| b | 2 | 2+b1 |');
    expect(text).toContain('| c | <strong>3</strong> | <strong>–</strong> |');
    const { stdout } = await ecluse(['oci:images:amd64']);
    expect(stdout).not.toContain('linux/arm64');
  });
});

test('of an index that was copied in part, the platforms that are asked for are enough', async () => {
  const one = await put('1', { layers: [[{ path: 'a', text: 'a' }]] });
  const gone = { ...one, digest: one.digest.replace(/.{4}$/, '0000') as typeof one.digest };
  const platform = (architecture: string) => ({ os: 'linux', architecture });
  await putManifest(
    'part',
    indexOf([
      { ...gone, platform: platform('arm64') },
      { ...one, platform: platform('amd64') },
    ]),
  );
  const of = async (...args: readonly string[]) => {
    const { exit, stderr } = await ecluse(['oci:images:part', ...args]);
    return [exit, stderr];
  };
  expect(await of('--platform', 'linux/amd64')).toEqual([0, expect.anything()]);
  expect(await of('--platform', 'linux/arm64')).toEqual([3, expect.stringContaining('is not in')]);
  const { document } = await json(['oci:images:1', '--compare', 'part']);
  expect(document.platforms[0]?.delta).toMatchObject({ added: 0, removed: 0, changed: 0 });
  expect(await of('--platform', 'linux/s390x')).toEqual([
    2,
    expect.stringContaining('has no image for "linux/s390x": it has linux/arm64, linux/amd64'),
  ]);
});

test('linux/arm64 is also what an index calls linux/arm64/v8, as official images do', async () => {
  const { amd64, arm64 } = await putPlatforms();
  await putManifest(
    'official',
    indexOf([
      { ...amd64, platform: { os: 'linux', architecture: 'amd64' } },
      { ...arm64, platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
    ]),
  );
  const { document } = await json(['oci:images:official', '--platform', 'linux/arm64']);
  expect(document.platforms.map(({ platform }) => platform)).toEqual(['linux/arm64/v8']);
  const compared = await json(['oci:images:official', '--compare', 'all']);
  expect(compared.document.platforms.map(({ delta }) => delta?.changed)).toEqual([0, 0]);
});

test('an index is compared with one image by the platform that its config names', async () => {
  await putPlatforms();
  const { document } = await json(['oci:images:all', '--compare', 'amd64']);
  expect(document.platforms.map(({ platform, delta }) => [platform, delta?.changed])).toEqual([
    ['linux/amd64', 0],
    ['linux/arm64', undefined],
  ]);
});

test('where each side is one image, those are compared, whatever platform they are for', async () => {
  const layers = [[{ path: 'a', text: 'a' }]];
  await put('1', { layers });
  const arm = await put('arm', { layers: [[{ path: 'b', text: 'b' }]], architecture: 'arm64' });
  const attestation = { ...arm, platform: { os: 'unknown', architecture: 'unknown' } };
  const platform = { os: 'linux', architecture: 'arm64' };
  await putManifest('one', indexOf([{ ...arm, platform }, attestation]));
  const { document } = await json(['oci:images:1', '--compare', 'one']);
  expect(document.platforms[0]?.delta).toMatchObject({ added: 1, removed: 1 });
  const s390x = { ...arm, platform: { os: 'linux', architecture: 's390x' } };
  await putManifest('two', indexOf([s390x, arm]));
  const { document: none } = await json(['oci:images:1', '--compare', 'two']);
  expect(none.platforms[0]?.delta).toBeNull();
});

test('what an index in an index is for is told to whoever asks for something else', async () => {
  const arm = await put('arm', { layers: [[{ path: 'a', text: 'a' }]], architecture: 'arm64' });
  const platform = { os: 'linux', architecture: 'arm64' };
  const inner = await putManifest('inner', indexOf([{ ...arm, platform }]));
  await putManifest('outer', indexOf([inner]));
  const { exit, stderr } = await ecluse(['oci:images:outer', '--platform', 'linux/s390x']);
  const sentence = 'has no image for "linux/s390x": it has linux/arm64';
  expect([exit, stderr]).toEqual([2, expect.stringContaining(sentence)]);
});

describe('on a terminal', () => {
  const long = `RUN apt-get update && ${'apt-get install 包裹 e\u0301tc | tee log && '.repeat(9)}true`;
  const hostile = '\u001b[31mred\u0007\u202e::error::';
  const made = {
    layers: [
      [
        {
          path: 'usr/share/a/very/long/path/with/many/folders/in/it/and/a/file',
          text: 'a'.repeat(90_000),
        },
      ],
      [{ path: 'usr/share/a/very/long/path/with/many/folders/in/it/and/a/.wh.file' }],
      [{ path: 'b', text: 'b' }],
    ],
    history: [`/bin/sh -c #(nop) ADD file:${'a'.repeat(64)} in / `, `${long} # buildkit`, hostile],
  };

  test.each([40, 60, 80, 120, 200])(
    '%d columns are enough, and no line is longer',
    async (columns) => {
      await put('1', made);
      const { stdout } = await ecluse(['oci:images:1'], { columns, env: { NO_COLOR: '1' } });
      const widths = stdout
        .split('\n')
        .map((line) => cut(line).reduce((sum, cluster) => sum + columnsOf(cluster), 0));
      expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
      expect(stdout).toContain('ADD file:aaaaaaaaaaa'.slice(0, columns === 40 ? 12 : 14));
      expect(stdout).not.toContain('#(nop)');
      for (const unseen of ['\u001b', '\u0007', '\u202e']) expect(stdout).not.toContain(unseen);
    },
  );

  test('a command takes one line, as much of it as there is room for', async () => {
    await put('1', made);
    const lineAt = async (columns: number) => {
      const { stdout } = await ecluse(['oci:images:1'], { columns, env: { NO_COLOR: '1' } });
      return stdout.split('\n').find((line) => line.includes('RUN apt-get upd')) ?? '';
    };
    const [narrow, wide] = [await lineAt(80), await lineAt(200)];
    expect([narrow.endsWith('…'), wide.endsWith('…')]).toEqual([true, true]);
    expect(wide.length).toBeGreaterThan(narrow.length + 80);
  });

  test('waste and failed gates have a colour where colours are wanted', async () => {
    await put('1', made);
    const asked = ['oci:images:1', '--max-layers', '1'];
    const coloured = await ecluse(asked, { columns: 100 });
    expect(coloured.stdout).toContain('\u001b[33m90.0 kB (over 99.9 %)\u001b[0m');
    expect(coloured.stdout).toContain('\u001b[31m✖ failed\u001b[0m');
    const plain = await ecluse(asked, { columns: 100, env: { NO_COLOR: '1' } });
    expect(plain.stdout).not.toContain('\u001b');
  });

  test('columns that say nothing are left out', async () => {
    await put('1', { layers: [[{ path: 'a', text: 'a' }]] });
    const { stdout } = await ecluse(['oci:images:1']);
    expect(stdout).toMatch(/# +Size +To pull +Class\n/);
    expect(stdout).toContain('Wasted       nothing');
  });
});

test('the summary is Markdown that no name or command breaks', async () => {
  await put('1', {
    layers: [[{ path: 'a|b`c', text: 'x'.repeat(99) }], [{ path: 'a|b`c', text: 'y' }]],
    history: ['RUN a | b `c` <br> @team #1', 'RUN x'],
  });
  const text = markdown(layers.page((await json(['oci:images:1'])).document));
  const tables = text.split('\n').filter((line) => line.startsWith('|'));
  const cells = tables.map((line) => line.split('|').length);
  expect(new Set(cells.slice(-3))).toEqual(new Set([6]));
  expect(text).toContain(
    '<code>RUN a &#124; b &#96;c&#96; &lt;br&gt; <span>@</span>team <span>#</span>1</code>',
  );
  expect(text).toContain('<code>/a&#124;b&#96;c</code>');
});

describe('a word to compare with', () => {
  test('that is neither an environment nor a tag says that both were looked for', async () => {
    await put('1', { layers: [[{ path: 'a', text: 'a' }]] });
    writeFileSync(
      at('ecluse.yml'),
      'apiVersion: ecluse/v1\nimage: ghcr.io/acme/shop\nenvironments: {prod: {promote: manual}}\n',
    );
    const near = await ecluse(['oci:images:1', '--compare', 'prd', '--json']);
    expect([near.exit, JSON.parse(near.stdout)]).toEqual([
      2,
      expect.objectContaining({
        message:
          'compare "prd" is neither an environment of ecluse.yml nor a tag of oci:images, did you mean "prod"?',
      }),
    ]);
    const far = await ecluse(['oci:images:1', '--compare', 'yesterday', '--json']);
    expect(far.stdout).toContain('nor a tag of oci:images: write one of them, or an image');
    const nothing = await json(['oci:images:1', '--compare', 'prod']);
    expect([nothing.exit, nothing.document.platforms[0]?.delta]).toEqual([0, null]);
  });
});
