import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';

import { describe, expect, test } from '@jest/globals';

import { readYaml } from '#config';
import { diveDefaults, diveOf, judgeDive, parseDiveCi, parseDiveConfig } from '#layers';
import { listingOf } from '#image';
import { digestOf } from '#oci';

import { together } from '../../support/together.ts';
import { withTool } from '../../tools.ts';
import { entryOf } from '../image/random-layers.ts';
import { tarOf } from '../image/tars.ts';
import { dockerArchive } from './docker-archive.ts';

const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
const rules = (...lines: readonly string[]) =>
  text('rules:', ...lines.map((line) => (line === '' ? '' : `  ${line}`)));
const read = (yaml: string, file = '.dive-ci') =>
  readYaml(Buffer.from(yaml), { label: file, file }).value;

/** How public projects write it: what is special, the file without its prose, and efficiency, bytes and percent. */
const files: readonly (readonly [string, string, readonly [string, string, string]])[] = [
  [
    'what the manual shows',
    rules(
      '# a ratio',
      'lowestEfficiency: 0.95',
      '',
      '# B, KB, MB, GB',
      'highestWastedBytes: 20MB',
      '',
      'highestUserWastedPercent: 0.20',
    ),
    ['0.95', '20MB', '0.2'],
  ],
  [
    'what the manual showed of old, with a plugin and a rule of it',
    text(
      '---',
      'plugins:',
      '  - plugin1',
      '',
      'rules:',
      '  lowestEfficiency: 0.95',
      '  highestWastedBytes: 300Kb',
      '  highestUserWastedPercent: 0.5',
      '',
      '  plugin1/rule1: error',
    ),
    ['0.95', '300Kb', '0.5'],
  ],
  [
    'a document that starts with dashes, and a lower case b',
    `---\n${rules('lowestEfficiency: 0.95', 'highestWastedBytes: 20Mb')}`,
    ['0.95', '20Mb', '0.1'],
  ],
  [
    'lines that end as in Windows',
    rules(
      '# above',
      'lowestEfficiency: 0.80',
      '',
      'highestWastedBytes: 1GB',
      'highestUserWastedPercent: 0.20',
    ).replaceAll('\n', '\r\n'),
    ['0.8', '1GB', '0.2'],
  ],
  [
    'comments behind the values',
    rules(
      'lowestEfficiency: 0.97          # a ratio',
      'highestWastedBytes: 20MB        # B, KB',
      'highestUserWastedPercent: 0.20  # a ratio',
    ),
    ['0.97', '20MB', '0.2'],
  ],
  [
    'comments in any language before the first key',
    `# Part des octets gaspill\u00e9s \u2014 \u5408\u5426\u5224\u5b9a\n\n${rules('lowestEfficiency: 0.5', 'highestWastedBytes: 16MB', 'highestUserWastedPercent: disabled')}`,
    ['0.5', '16MB', 'disabled'],
  ],
  [
    'no end of the last line',
    rules('lowestEfficiency: 0.99', 'highestWastedBytes: 1KB').trimEnd(),
    ['0.99', '1KB', '0.1'],
  ],
  [
    'an empty line at the start and one rule commented out',
    `\n${rules('lowestEfficiency: 0.98', '# highestWastedBytes: 20MB', 'highestUserWastedPercent: 0.10')}`,
    ['0.98', 'disabled', '0.1'],
  ],
  [
    'four spaces',
    text('rules:', '    lowestEfficiency: 0.90', '    highestWastedBytes: 20MB'),
    ['0.9', '20MB', '0.1'],
  ],
  [
    'the other order, and bytes as a number',
    rules(
      'highestUserWastedPercent: 0.05',
      'highestWastedBytes: 50000000',
      'lowestEfficiency: 0.95',
    ),
    ['0.95', '50000000', '0.05'],
  ],
  [
    'bytes as a number that is soon reached',
    rules('highestWastedBytes: 1000'),
    ['0.9', '1000', '0.1'],
  ],
  [
    'two rules turned off',
    rules(
      'lowestEfficiency: 0.65',
      'highestUserWastedPercent: disabled',
      'highestWastedBytes: disabled',
    ),
    ['0.65', 'disabled', 'disabled'],
  ],
  [
    'two rules turned off in quotes',
    rules(
      'lowestEfficiency: 0.98',
      'highestWastedBytes: "disabled"',
      'highestUserWastedPercent: "disabled"',
    ),
    ['0.98', 'disabled', 'disabled'],
  ],
  [
    'a size in quotes and a limit that Dive does not know',
    rules(
      'lowestEfficiency: 0.90',
      "highestWastedBytes: '20MB'",
      'highestUserWastedPercent: 0.10',
      'imageSizeLimit: 500MB # none',
    ),
    ['0.9', '20MB', '0.1'],
  ],
  [
    'a key that is nearly one',
    rules('lowestEfficiency: 0.90', 'highestWasteBytes: 20MB', 'highestUserWastedPercent: 0.10'),
    ['0.9', 'disabled', '0.1'],
  ],
  [
    'files that must not be there',
    rules('disallowFiles:', '  - /.env', 'lowestEfficiency: 0.9', 'highestWastedBytes: 50MB'),
    ['0.9', '50MB', '0.1'],
  ],
  [
    'nothing may be wasted',
    rules('lowestEfficiency: 1', 'highestWastedBytes: 0B', 'highestUserWastedPercent: 0'),
    ['1', '0B', '0'],
  ],
  [
    'one byte may be wasted',
    rules('lowestEfficiency: 1', 'highestWastedBytes: 1B', 'highestUserWastedPercent: 0'),
    ['1', '1B', '0'],
  ],
  [
    'a part of a megabyte',
    rules('lowestEfficiency: 0.91', 'highestWastedBytes: 1.6MB', 'highestUserWastedPercent: 0.055'),
    ['0.91', '1.6MB', '0.055'],
  ],
  [
    'much may be wasted',
    rules('lowestEfficiency: 0.4', 'highestWastedBytes: 4GB', 'highestUserWastedPercent: 0.95'),
    ['0.4', '4GB', '0.95'],
  ],
  ['one rule: bytes', rules('highestWastedBytes: 1MB'), ['0.9', '1MB', '0.1']],
  ['one rule: efficiency', rules('lowestEfficiency: 0.80'), ['0.8', 'disabled', '0.1']],
  ['one rule: percent', rules('highestUserWastedPercent: 0.16'), ['0.9', 'disabled', '0.16']],
  [
    'all in one line',
    text(
      'rules: { lowestEfficiency: 0.95, highestWastedBytes: "20MB", highestUserWastedPercent: 0.10 }',
    ),
    ['0.95', '20MB', '0.1'],
  ],
];

/** What nobody is known to write, and Dive reads. */
const unusual: typeof files = [
  [
    'keys in other cases',
    text('Rules:', '  lowestefficiency: 0.99', '  HIGHESTWASTEDBYTES: 1B'),
    ['0.99', '1B', '0.1'],
  ],
  [
    'keys with a dot',
    text('rules.lowestEfficiency: 0.99', 'Rules.highestwastedbytes: 1B'),
    ['0.99', '1B', '0.1'],
  ],
  [
    'numbers of other forms',
    rules('lowestEfficiency: .5', 'highestWastedBytes: 0x10', 'highestUserWastedPercent: 1e-2'),
    ['0.5', '16', '0.01'],
  ],
  [
    'sizes of other forms',
    rules('lowestEfficiency: "1e-2"', 'highestWastedBytes: 1,000 kib', 'highestUserWastedPercent:'),
    ['1e-2', '1,000 kib', '0.1'],
  ],
  ['nothing', '', ['0.9', 'disabled', '0.1']],
  ['no rules', text('plugins: []', 'rules:'), ['0.9', 'disabled', '0.1']],
];

describe('a .dive-ci', () => {
  test.each([...files, ...unusual])('with %s is read', (_, yaml, [lowest, bytes, percent]) => {
    expect(parseDiveCi(read(yaml))).toEqual({
      lowestEfficiency: lowest,
      highestWastedBytes: bytes,
      highestUserWastedPercent: percent,
    });
  });

  test('has a key that is written as it should be before one in another case', () => {
    const yaml = rules('lowestefficiency: 0.1', 'lowestEfficiency: 0.2', 'LOWESTEFFICIENCY: 0.3');
    expect(parseDiveCi(read(yaml)).lowestEfficiency).toBe('0.2');
  });

  const wastedBytes = 25_000_000;
  /** All bytes are wasted, so that each rule fails and shows its threshold. */
  const layers = [[{ path: 'a', text: 'a'.repeat(wastedBytes) }], [{ path: '.wh.a', text: '' }]];

  withTool(
    'dive',
    'is judged by Dive itself as we judge it, each rule with its threshold',
    async ({ dive }) => {
      const home = await mkdtemp(join(tmpdir(), 'dive-ci-'));
      try {
        const image = join(home, 'image.tar');
        await writeFile(image, dockerArchive(layers.map((members) => tarOf(...members))));
        const env = { HOME: home, CI: 'true', PATH: process.env.PATH };
        const said = await together([...files, ...unusual], 4, async ([name, yaml]) => {
          const file = join(home, digestOf(Buffer.from(name)).slice(7));
          await writeFile(file, yaml);
          const ran = promisify(execFile)(
            dive,
            [`docker-archive://${image}`, '--ci-config', file],
            { env },
          );
          const { stdout } = await ran.catch((error: unknown) => error as Awaited<typeof ran>);
          return [name, ...verdicts(stdout)];
        });
        const analysis = diveOf(
          layers.map((members) =>
            listingOf(members.map(({ path, text }) => entryOf(path, { sizeBytes: text.length }))),
          ),
        );
        expect(analysis).toMatchObject({ efficiency: 0, wastedBytes, userWastedPercent: '+Inf' });
        const ours = [...files, ...unusual].map(([name, yaml]) => [
          name,
          ...judgeDive(analysis, parseDiveCi(read(yaml))).map(
            ({ rule, status, message }) => `${status} ${rule}${thresholdIn(message)}`,
          ),
        ]);
        expect(said).toEqual(ours);
      } finally {
        await rm(home, { recursive: true });
      }
    },
    60_000,
  );
});

const thresholdIn = (message: string): string => / threshold=[^)]+/.exec(message)?.[0] ?? '';

/** Rules, how they end, and the thresholds of those that fail, out of what Dive prints. */
const verdicts = (printed: string): readonly string[] =>
  stripVTControlCharacters(printed)
    .split('\n')
    .flatMap((line) => {
      const [, status, rule, message = ''] = /^ {2}([A-Z]+): (\w+):?(.*)$/.exec(line) ?? [];
      return status === undefined ? [] : [`${status} ${rule ?? ''}${thresholdIn(message)}`];
    });

describe('a .dive.yaml', () => {
  test.each([
    [
      'rules as in a .dive-ci',
      rules('lowestEfficiency: 1', 'highestWastedBytes: 0B'),
      { lowestEfficiency: '1', highestWastedBytes: '0B' },
    ],
    ['one rule', rules('lowestEfficiency: 0.95'), { lowestEfficiency: '0.95' }],
    [
      'rules with dashes',
      rules('lowest-efficiency: 0.8', 'highest-user-wasted-percent: off'),
      { lowestEfficiency: '0.8', highestUserWastedPercent: 'off' },
    ],
    [
      'what it shows',
      text('diff:', '  hide:', '    - unmodified', '', 'filetree:', '  show-attributes: false'),
      {},
    ],
    [
      'what it logs',
      text('log:', '  # no', '  enabled: false', '  path: /tmp/dive.log', '  level: info', ''),
      {},
    ],
    [
      'an engine and its keys',
      text(
        'container-engine: docker',
        'ignore-errors: false',
        'keybinding:',
        '  quit: ctrl+c',
        '  filter-files: ctrl+f, ctrl+slash',
      ),
      {},
    ],
    ['comments alone', text('# nothing', '#diff:', '#  hide: []'), {}],
  ])('with %s is read', (_, yaml, found) => {
    expect(parseDiveConfig(read(yaml, '.dive.yaml'))).toEqual({ rules: found });
    expect(Object.keys(diveDefaults)).toEqual(expect.arrayContaining(Object.keys(found)));
  });

  test('may name the file of rules, in any case', () => {
    expect(parseDiveConfig(read(text('CI: true', 'CI-Config: ci/dive'))).ciConfig).toBe('ci/dive');
  });
});
