import { expect, test } from '@jest/globals';

import { type Annotation, annotationCommands } from '#report';

import { visible } from '../../../packages/report/visible.ts';
import { hostile } from './hostile.ts';
import { readCommand } from './runner.ts';

const many = (level: Annotation['level'], count: number): readonly Annotation[] =>
  Array.from({ length: count }, (_, index) => ({ level, message: `${level} ${index + 1}` }));

test('an annotation is a command with title, file and lines', () => {
  const annotation: Annotation = {
    level: 'warning',
    message: 'pin the base: 100%',
    title: 'Base, moving',
    file: 'Dockerfile',
    line: 3,
    endLine: 4,
  };
  expect(annotationCommands([annotation])).toEqual([
    '::warning title=Base%2C moving,file=Dockerfile,line=3,endLine=4::pin the base: 100%25',
  ]);
});

test('ten of a level are all shown', () => {
  expect(annotationCommands(many('error', 10))).toHaveLength(10);
});

test('of more than ten the tenth says how many are not shown', () => {
  const commands = annotationCommands(many('error', 14));
  expect(commands).toHaveLength(10);
  expect(commands[8]).toBe('::error::error 9');
  expect(commands[9]).toBe('::error::5 more errors are not shown: GitHub shows 10 of a step');
});

test('each level has its own ten', () => {
  const all = [...many('notice', 11), ...many('warning', 10), ...many('error', 12)];
  const levels = annotationCommands(all).map((command) => readCommand(command)?.name);
  expect(levels).toEqual(
    ['error', 'warning', 'notice'].flatMap((name) => Array<string>(10).fill(name)),
  );
});

test('hostile texts arrive as they are seen, and the file as it is', () => {
  for (const text of Object.values(hostile)) {
    const annotation = { level: 'error', message: text, title: text, file: text, line: 1 } as const;
    const [command = ''] = annotationCommands([annotation]);
    expect(command).not.toMatch(/[\r\n]/);
    const title = visible(text);
    expect(readCommand(command)).toEqual({
      name: 'error',
      properties: text === '' ? { line: '1' } : { title, file: text, line: '1' },
      message: visible(text),
    });
  }
});
