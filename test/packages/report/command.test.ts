import * as core from '@actions/core';
import { expect, test } from '@jest/globals';

import { workflowCommand } from '#report';

import { hostile, random } from './hostile.ts';
import { readCommand } from './runner.ts';

const texts = [...Object.values(hostile), ...random(3, 500)];

function printed(work: () => void): string {
  const write = process.stdout.write.bind(process.stdout);
  let text = '';
  process.stdout.write = (chunk: string | Uint8Array) => {
    text += String(chunk);
    return true;
  };
  try {
    work();
  } finally {
    process.stdout.write = write;
  }
  return text.replace(/\r?\n$/, '');
}

test.each(['error', 'warning', 'notice'] as const)(
  '%s is written as @actions/core does',
  (level) => {
    for (const text of texts) {
      const properties = { title: text, file: `${text}.ts`, startLine: 3, endLine: 5 };
      const theirs = printed(() => {
        core[level](text, properties);
      });
      const { title, file } = properties;
      expect(workflowCommand(level, { title, file, line: 3, endLine: 5 }, text)).toBe(theirs);
    }
  },
);

test('commands without properties are written as @actions/core does', () => {
  for (const text of texts) {
    expect(workflowCommand('error', {}, text)).toBe(
      printed(() => {
        core.error(text);
      }),
    );
    expect(workflowCommand('debug', {}, text)).toBe(
      printed(() => {
        core.debug(text);
      }),
    );
    expect(workflowCommand('add-mask', {}, text)).toBe(
      printed(() => {
        core.setSecret(text);
      }),
    );
    expect(workflowCommand('group', {}, text)).toBe(
      printed(() => {
        core.startGroup(text);
      }),
    );
  }
  expect(workflowCommand('endgroup', {}, '')).toBe(printed(core.endGroup));
});

test('a command is one line from which the runner reads exactly what was given', () => {
  for (const text of texts) {
    const file = `=${text}`;
    const command = workflowCommand('warning', { file, line: 7 }, text);
    expect(command).not.toMatch(/[\r\n]/);
    expect(readCommand(command)).toEqual({
      name: 'warning',
      properties: { file, line: '7' },
      message: text,
    });
  }
});

test('properties without a value are left out', () => {
  const nothing = { title: '', file: undefined, line: undefined };
  expect(workflowCommand('notice', nothing, 'done')).toBe('::notice::done');
});
