import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { table } from '../actions/table.ts';
import { actionYml } from '../scripts/action-yml.ts';
import { generated, stale } from '../scripts/generated.ts';
import { withTables } from '../scripts/readme.ts';
import { action } from './packages/io/stage.fixture.ts';

test('every action.yml, table and schema says what the code declares', async () => {
  const root = join(import.meta.dirname, '..');
  expect(stale(root, await generated(root, table))).toEqual([]);
});

test('a manifest has required inputs first, every default, and the outputs of every action', () => {
  const manifest = parse(actionYml(action(), 'Ecluse look', '../../dist/look.js')) as {
    inputs: Readonly<Record<string, unknown>>;
    outputs: Readonly<Record<string, unknown>>;
  };
  expect(manifest).toMatchObject({
    name: 'Ecluse look',
    runs: { using: 'node24', main: '../../dist/look.js' },
    inputs: {
      image: { description: 'The image to look at.', required: true },
      mode: { description: 'What a finding means. One of strict, warn.', default: 'strict' },
      tags: { description: 'Names to write. One item a line.', required: false },
      push: { default: 'false' },
      'github-token': { default: '${{ github.token }}' },
    },
  });
  expect(Object.keys(manifest.inputs)[0]).toBe('image');
  expect(manifest.inputs.tags).not.toHaveProperty('default');
  expect(Object.keys(manifest.outputs)).toEqual(['image', 'digest', 'metadata', 'tags']);
});

test('an input of the command line alone is in the README and not in action.yml', () => {
  const module = {
    ...action(),
    inputs: {
      ref: { type: 'text', description: 'A | ref.', terminal: true, env: 'REF', since: '0.1.0' },
    },
  } as const;
  expect(parse(actionYml(module, 'x', 'y'))).toMatchObject({ inputs: {} });
  expect(withTables('a\n<!-- inputs -->old<!-- /inputs -->\nz', module)).toBe(
    `a
<!-- inputs -->

| input | what it is | default | since |
| --- | --- | --- | --- |
| \`ref\` | A \\| ref. On the command line alone. The command line falls back to \`REF\`. |  | 0.1.0 |

<!-- /inputs -->
z`,
  );
});

test('a README without markers stays as it is', () => {
  expect(withTables('# Title\n', action())).toBe('# Title\n');
});
