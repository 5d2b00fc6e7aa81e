import { expect, test } from '@jest/globals';

import { annotationLines, levelsOf, parseMetadata } from '#metadata';

import { named, pushed } from './occasions.ts';

const labelsOf = (labels: string) => named({ labels }, pushed('feat/<a>&b')).labels;

test('labels are those of OCI, and those that are given replace them', () => {
  expect(Object.fromEntries(labelsOf('org.opencontainers.image.title=Shop\nteam=a=b'))).toEqual({
    'org.opencontainers.image.created': '2020-01-10T00:30:00.000Z',
    'org.opencontainers.image.description': 'This your first repo!',
    'org.opencontainers.image.licenses': 'MIT',
    'org.opencontainers.image.revision': '860c1904a1ce19322e91ac35af1ab07466440c37',
    'org.opencontainers.image.source': 'https://github.com/octocat/Hello-World',
    'org.opencontainers.image.title': 'Shop',
    'org.opencontainers.image.url': 'https://github.com/octocat/Hello-World',
    'org.opencontainers.image.version': 'feat-a-b',
    team: 'a=b',
  });
});

test('a label holds the value of an expression as it is', () => {
  expect(labelsOf('branch={{branch}}').get('branch')).toBe('feat/<a>&b');
});

test('quotes, commas and newlines may stand in a label', () => {
  expect(labelsOf('a=say "hi", you').get('a')).toBe('say "hi", you');
  expect(labelsOf('"a=one, two\nthree ""four"""\nb=2').get('a')).toBe('one, two\nthree "four"');
});

test('a name that means something to JavaScript is a label like any other', () => {
  expect(labelsOf('__proto__=x').get('__proto__')).toBe('x');
});

test('a label that is no key and value is refused', () => {
  expect(() => labelsOf('just text')).toThrow(
    'labels line 1, "just text": "just text" is not key=value',
  );
  expect(() => parseMetadata({ annotations: 'a={{nope}}' })).toThrow('annotations line 1, ');
});

test('annotations stand at every level that is named', () => {
  const annotations = new Map([['a', 'b']]);
  const levels = (text: string) =>
    levelsOf(new Map([['DOCKER_METADATA_ANNOTATIONS_LEVELS', text]]));
  expect(annotationLines(annotations, levelsOf(new Map()))).toEqual(['manifest:a=b']);
  expect(annotationLines(annotations, levels('manifest, index'))).toEqual([
    'manifest:a=b',
    'index:a=b',
  ]);
  expect(levels('manifest-descriptor[linux/amd64],index-descriptor')).toEqual([
    'manifest-descriptor[linux/amd64]',
    'index-descriptor',
  ]);
  expect(() => levels('indexes')).toThrow(
    'DOCKER_METADATA_ANNOTATIONS_LEVELS must name manifest, index, manifest-descriptor, index-descriptor, not "indexes"',
  );
});
