import { expect, test } from '@jest/globals';

import { annotationsAt, parseAnnotations, type Annotation } from '#labels';

const at = (level: Annotation['level'], platform?: string) => ({
  level,
  platform,
  key: 'com.acme.a',
  value: '1',
});

test.each<[string, readonly Annotation[]]>([
  ['com.acme.a=1', [at('manifest')]],
  ['manifest:com.acme.a=1', [at('manifest')]],
  ['index:com.acme.a=1', [at('index')]],
  ['manifest,index:com.acme.a=1', [at('manifest'), at('index')]],
  ['manifest-descriptor:com.acme.a=1', [at('manifest-descriptor')]],
  ['index-descriptor:com.acme.a=1', [at('index-descriptor')]],
  ['manifest[linux/arm64]:com.acme.a=1', [at('manifest', 'linux/arm64')]],
  [
    'manifest-descriptor[linux/arm/v7],index:com.acme.a=1',
    [at('manifest-descriptor', 'linux/arm/v7'), at('index')],
  ],
  ['com.acme:a=b:c=d', [{ ...at('manifest'), key: 'com.acme:a', value: 'b:c=d' }]],
  ['a=', [{ ...at('manifest'), key: 'a', value: '' }]],
])('%s is read', (line, expected) => {
  expect(parseAnnotations([line])).toEqual(expected);
});

test.each([
  ['a', 'input "annotations" must hold name=value, not "a"'],
  ['=a', 'input "annotations" must hold name=value, not "=a"'],
  [
    'manifst:a=1',
    'input "annotations" has "manifst:a=1", and "manifst" is no level, did you mean "manifest"?',
  ],
  [
    'x:a=1',
    'input "annotations" has "x:a=1", and "x" is no level: write manifest, index, manifest-descriptor, index-descriptor',
  ],
  [
    'manifest[arm64]:a=1',
    'input "annotations" has "manifest[arm64]:a=1", whose platform must be os/architecture or os/architecture/variant',
  ],
  [
    'index[linux/arm64]:a=1',
    'input "annotations" has "index[linux/arm64]:a=1", and an index is for all platforms: write index:',
  ],
  [
    'manifest:a b=1',
    'input "annotations" has "manifest:a b", which must be a key of 1 to 255 printable characters without spaces and "="',
  ],
  [
    'a=\u001b[31m',
    'input "annotations" has "a", whose value must be text without control characters, not "\\u001b[31m"',
  ],
])('%j is refused in one sentence', (line, sentence) => {
  expect(() => parseAnnotations([line])).toThrow(
    expect.objectContaining({ exit: 2, input: 'annotations', message: sentence }),
  );
});

test('an image gets the annotations of its platform and those of all, the last of a key', () => {
  const all = parseAnnotations(['a=1', 'manifest[linux/arm64]:a=2', 'b=3', 'index:c=4']);
  expect(annotationsAt(all, 'manifest', 'linux/arm64')).toEqual({ a: '2', b: '3' });
  expect(annotationsAt(all, 'manifest', 'linux/amd64')).toEqual({ a: '1', b: '3' });
  expect(annotationsAt(all, 'index')).toEqual({ c: '4' });
});

test('a line of many levels is read soon', () => {
  const started = performance.now();
  expect(() => parseAnnotations([`${'manifest,'.repeat(20_000)}:a=1`])).toThrow('printable');
  expect(() => parseAnnotations([`${'a-'.repeat(50_000)}[${'x'.repeat(50_000)}=1`])).toThrow();
  expect(performance.now() - started).toBeLessThan(2_000);
});
