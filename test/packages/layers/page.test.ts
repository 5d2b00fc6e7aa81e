import { expect, test } from '@jest/globals';

import { percent, platformBlocks, type LayersOfPlatform } from '#layers';
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
