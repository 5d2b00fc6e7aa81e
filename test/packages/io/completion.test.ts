import { spawnSync } from 'node:child_process';

import { expect, test } from '@jest/globals';

import { completion } from '#io';

import { withTool } from '../../tools.ts';
import { inputs } from './stage.fixture.ts';

const commands = [
  { name: 'look', description: "Looks at an image's layers: all.", inputs },
  { name: 'run', description: 'Does all.', inputs: {} },
];

/** What bash offers for the last of these words. */
function offered(...words: readonly string[]): readonly string[] {
  const script = `${completion('bash', commands)}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _ecluse; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = spawnSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line !== '');
}

test('bash offers commands, flags and fixed values', () => {
  expect(offered('ecluse', '')).toEqual(['look', 'run', 'completion']);
  expect(offered('ecluse', 'l')).toEqual(['look']);
  expect(offered('ecluse', 'look', '--mo')).toEqual(['--mode']);
  expect(offered('ecluse', 'look', '--no-p')).toEqual(['--no-push']);
  expect(offered('ecluse', 'look', '--mode', '')).toEqual(['strict', 'warn']);
  expect(offered('ecluse', 'completion', 'z')).toEqual(['zsh']);
  expect(offered('ecluse', 'look', 'fi')).toEqual([]);
});

test('the scripts of the other shells know every command and flag', () => {
  for (const shell of ['zsh', 'fish'] as const) {
    const script = completion(shell, commands);
    for (const name of ['look', 'run', ...Object.keys(inputs), 'json', 'strict'])
      expect(script).toContain(name);
  }
});

test('a description cannot leave its quotes', () => {
  expect(completion('fish', commands)).toContain("-d 'Looks at an image'\\''s layers: all.'");
  expect(completion('zsh', commands)).toContain("'look:Looks at an image'\\''s layers\\: all.'");
});

for (const shell of ['zsh', 'fish'] as const) {
  withTool(shell, `${shell} can read its script`, (paths) => {
    const script = completion(shell, commands);
    const read = spawnSync(paths[shell], ['-n'], { input: script, encoding: 'utf8' });
    expect(read).toMatchObject({ status: 0, stderr: '' });
  });
}
