import { expect, test } from '@jest/globals';

import { helpOf, helpOfCommands } from '#io';

import { action, inputs } from './stage.fixture.ts';

test('the help of a command names its argument, every flag and their defaults', () => {
  const help = helpOf('look', action(), 80);
  expect(help.split('\n').slice(0, 14)).toEqual([
    'Usage: ecluse look IMAGE [--flag …]',
    '',
    'Looks at an image.',
    '',
    'Argument:',
    '  IMAGE  The image to look at. Required.',
    '',
    'Flags:',
    '  --mode strict|warn     What a finding means. Default: strict.',
    '  --tags ITEM            Names to write. Can be repeated.',
    '  --retries N            How often to try. Default: 3.',
    '  --push                 Store the image.',
    '  --store TEXT           A folder (OCI layouts) or the URL of a registry that',
    '                         stands for all registries: everything is written there.',
  ]);
  for (const name of Object.keys(inputs).slice(1)) expect(help).toContain(`--${name}`);
  expect(help).toContain('--json');
});

test.each([40, 60, 100])('no line is wider than a terminal of %d columns', (width) => {
  const help = helpOf('look', action(), width);
  expect(help.split('\n').filter((line) => line.length > width)).toEqual([]);
});

test('an argument that may be left out stands in brackets, and a flag that is on shows how it goes off', () => {
  const help = helpOf(
    'x',
    {
      ...action(),
      inputs: {
        context: { type: 'text', description: 'Where.', positional: true, since: '0.1.0' },
        cache: { type: 'flag', description: 'Reuse layers.', default: 'true', since: '0.1.0' },
        prefix: { type: 'text', description: 'Before.', default: '', since: '0.1.0' },
      },
    },
    80,
  );
  expect(help).toContain('Usage: ecluse x [CONTEXT]');
  expect(help).toMatch(/--no-cache +Turns this off: Reuse layers\.$/m);
  expect(help).toMatch(/Before\.$/m);
});

test('the help of all lists the commands', () => {
  const help = helpOfCommands(
    [
      ['run', 'Does all.'],
      ['promote', 'Moves an image.'],
    ],
    80,
  );
  expect(help).toContain('\nCommands:\n  run      Does all.\n  promote  Moves an image.\n');
});
