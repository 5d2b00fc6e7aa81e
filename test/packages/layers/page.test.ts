import { describe, expect, test } from '@jest/globals';

import {
  layersAnnotations,
  percent,
  platformBlocks,
  type LayersDelta,
  type LayersOfPlatform,
} from '#layers';
import { markdown } from '#report';

const digest = `sha256:${'0'.repeat(64)}`;
const layer: LayersOfPlatform['layers'][number] = {
  digest,
  diffId: null,
  sizeBytes: 10,
  compressedBytes: 5,
  wastedBytes: 0,
  command: null,
  instruction: null,
  line: null,
  lineFrom: null,
  class: 'application',
  owner: null,
};
const platform: LayersOfPlatform = {
  platform: 'linux/amd64',
  digest,
  indexes: null,
  layers: [layer],
  sizeBytes: 10,
  compressedBytes: 5,
  efficiency: 1,
  reclaimableBytes: 0,
  waste: [],
  advice: [],
  duplicateBytes: 0,
  duplicates: [],
  classes: { base: 0, tooling: 0, library: 0, application: 10 },
  wasteClasses: { base: 0, tooling: 0, library: 0, application: 0 },
  base: null,
  system: null,
  packages: 1,
  unread: [],
  user: { root: true, why: 'it is root' },
  delta: null,
};
const shown = (more: Partial<LayersOfPlatform>): string =>
  markdown({ title: '', blocks: platformBlocks({ ...platform, ...more }) });

test.each([
  [0, '0.0 %'],
  [0.0001, 'under 0.1 %'],
  [0.0352, '3.5 %'],
  [0.99999, 'over 99.9 %'],
  [1, '100.0 %'],
  [1.5, '150.0 %'],
])('%d is %s', (part, expected) => {
  expect(percent(part)).toBe(expected);
});

const base = { name: 'debian', digest, layers: 1, from: 'annotation', verified: true, doubt: null };
test.each([
  [null, 'not known'],
  [base, 'debian by an annotation, proven: the lowest layer'],
  [
    { ...base, from: 'dockerfile', layers: 2 },
    'debian by the Dockerfile, proven: the lowest 2 layers',
  ],
  [
    { ...base, verified: false, doubt: 'it is gone' },
    'debian by an annotation, not proven: it is gone',
  ],
  [
    { ...base, name: 'scratch', digest: null, layers: 0, verified: false },
    "scratch by an annotation: every layer is the image's own",
  ],
  [
    { ...base, name: null, from: 'history', verified: false, doubt: 'it is guessed' },
    'not known; by the history the lowest layer',
  ],
])('the base %j is shown as %j', (of, expected) => {
  expect(shown({ base: of })).toContain(`| Base | ${expected} |`);
});

test('a layer is shown with its instruction; of a script in a heredoc the history says more', () => {
  const made = (more: Partial<typeof layer>) =>
    /`(.*)`/.exec(shown({ layers: [{ ...layer, ...more }] }))?.[1];
  expect(made({ command: 'COPY a b', instruction: 'COPY . .' })).toBe('COPY . .');
  expect(made({ command: 'RUN make' })).toBe('RUN make');
  expect(made({ command: 'RUN echo 1', instruction: 'RUN <<EOF' })).toBe('RUN echo 1');
  expect(made({ instruction: 'RUN <<EOF' })).toBe('RUN <<EOF');
  expect(made({})).toBeUndefined();
});

test('advice names the line and who answers for it', () => {
  const advice = {
    kind: 'same-run' as const,
    text: 'remove it',
    layer: 0,
    line: 7,
    owner: '@acme/shop',
    bytes: 2000,
    keptBytes: 0,
  };
  const layers = [{ ...layer, command: 'RUN make', owner: '@acme/shop' }];
  const text = shown({ advice: [advice], layers });
  expect(text).toContain('Remove it (saves 2.0 kB; line 7: `RUN make`; <span>@</span>acme/shop)');
  expect(text).toContain('| Owner |');
  expect(shown({ advice: [{ ...advice, line: null, owner: null }], layers: [layer] })).toContain(
    'layer 0: )',
  );
});

test('advice that saves next to nothing troubles nobody', () => {
  const advice = (bytes: number) => ({
    kind: 'copy-once' as const,
    text: 'copy it once',
    layer: 0,
    line: 7,
    owner: null,
    bytes,
    keptBytes: 0,
  });
  const of = { ...platform, sizeBytes: 1_000_000 };
  const said = (bytes: number) => [
    shown({ ...of, advice: [advice(bytes)] }).includes('Copy it once'),
    layersAnnotations({ platforms: [{ ...of, advice: [advice(bytes)] }], dockerfile: 'D' }, 9)
      .length,
  ];
  expect([said(1000), said(999)]).toEqual([
    [true, 1],
    [false, 0],
  ]);
});

test('what is shown and what is wasted is told by class, where there are several', () => {
  const classes = { base: 5000, tooling: 0, library: 0, application: 10 };
  const wasteClasses = { base: 0, tooling: 7, library: 0, application: 3000 };
  expect(shown({ classes, wasteClasses })).toContain(
    '| By class | base 5.0 kB, tooling 0 B (+7 B wasted), application 10 B (+3.0 kB wasted) |',
  );
  expect(shown({})).not.toContain('By class');
});

test('databases that could not be read stand beside the count of packages', () => {
  const text = shown({ unread: ['/var/lib/dpkg/status', '/b'] });
  expect(text).toContain(
    '| Unread | `/var/lib/dpkg/status` and 1 more: what is in there is not known |',
  );
  expect(shown({})).not.toContain('Unread');
});

test('a platform whose name stands above is not named again', () => {
  const text = markdown({ title: '', blocks: platformBlocks(platform, { isTitled: true }) });
  expect(text).not.toContain('linux/amd64');
});

describe('what is compared', () => {
  const delta: LayersDelta = {
    image: `a@${digest}`,
    added: 1,
    removed: 0,
    changed: 0,
    changedTimes: 0,
    beforeBytes: 1000,
    afterBytes: 3000,
    beforeStoredBytes: 1000,
    afterStoredBytes: 3000,
    beforeClasses: platform.classes,
    afterClasses: platform.classes,
    uncompared: 0,
    onlyTimes: false,
    files: [],
    pullBytes: 10,
    pullLayers: 1,
    packages: { added: ['a 1'], removed: ['b 2'], changed: ['c 1 → 2', 'd 1 → 2'] },
  };

  test('has one growth where all that is stored is shown, and else both', () => {
    expect(shown({ delta })).toContain('| Size | &#43;2.0 kB |');
    expect(shown({ delta: { ...delta, afterStoredBytes: 9000 } })).toContain(
      '| Size | &#43;8.0 kB in the layers, +2.0 kB in the image |',
    );
  });

  test('says how many files it does not list', () => {
    const one = { path: '/a', kind: 'added' as const, causes: [], beforeBytes: 0, afterBytes: 1 };
    const files = Array.from({ length: 20 }, () => one);
    expect(shown({ delta: { ...delta, added: 120, files } })).toContain('and 105 more');
    expect(shown({ delta: { ...delta, files: [one] } })).not.toContain('more');
  });

  test('lists what has no bytes too, such as a link', () => {
    const row = (path: string, afterBytes: number) =>
      ({ path, kind: 'added', causes: [], beforeBytes: 0, afterBytes }) as const;
    const text = shown({ delta: { ...delta, added: 2, files: [row('/a', 1), row('/link', 0)] } });
    expect(text.match(/`\/\w+`|and \d+ more/g)).toEqual(['`/a`', '`/link`']);
  });

  test('tells how many packages became what, and how many files nobody could compare', () => {
    const text = shown({ delta });
    expect(text).toContain('Packages: 2 changed, 1 added, 1 removed');
    expect(text).toContain('a 1 added');
    expect(text).toContain('b 2 removed');
    expect(text).not.toContain('Not compared');
    expect(shown({ delta: { ...delta, uncompared: 2 } })).toContain(
      '| Not compared | 2 files of the same size, whose bytes were not hashed |',
    );
  });
});

test('a line is that of a file by its plain path', () => {
  const advice = [
    { ...layer, kind: 'copy-once' as const, text: 'x', layer: 0, line: 7, bytes: 5, keptBytes: 0 },
  ];
  const dockerfile = './deploy/../Dockerfile';
  const told = (onPage: number) =>
    layersAnnotations({ platforms: [{ ...platform, advice }], dockerfile }, onPage);
  expect(told(0)).toEqual([
    { level: 'warning', title: 'Layers', message: 'X (saves 5 B).', file: 'Dockerfile', line: 7 },
  ]);
  expect(told(1)).toMatchObject([{ isOnPage: true }]);
});
