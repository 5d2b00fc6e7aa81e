import { describe, expect, test } from '@jest/globals';

import { BadSubstitution, expand } from '#dockerfile';

const values = new Map([
  ['a', 'one'],
  ['empty', ''],
  ['path', '/usr/local/bin/x.tar.gz'],
  ['é', 'letter'],
]);
const fill = (text: string, escape = '\\', quotes = true) =>
  expand(text, (name) => values.get(name), { escape, quotes });

describe('variables', () => {
  test.each([
    ['$a', 'one'],
    ['${a}', 'one'],
    ['x${a}y$a.z', 'xoneyone.z'],
    ['$a_b', ''],
    ['$none', ''],
    ['$é', 'letter'],
    ['${none:-d}', 'd'],
    ['${none-d}', 'd'],
    ['${empty:-d}', 'd'],
    ['${empty-d}', ''],
    ['${a:-d}', 'one'],
    ['${a:+alt}', 'alt'],
    ['${empty:+alt}', ''],
    ['${empty+alt}', 'alt'],
    ['${none+alt}', ''],
    ['${a:?why}', 'one'],
    ['${none:-${empty:-$a}}', 'one'],
    ['${none:-"a}b"}', 'a}b'],
    ['${path#*/}', 'usr/local/bin/x.tar.gz'],
    ['${path##*/}', 'x.tar.gz'],
    ['${path%.*}', '/usr/local/bin/x.tar'],
    ['${path%%.*}', '/usr/local/bin/x'],
    ['${path%.zip}', '/usr/local/bin/x.tar.gz'],
    ['${path/local/}', '/usr//bin/x.tar.gz'],
    ['${path/\\//_}', '_usr/local/bin/x.tar.gz'],
    ['${path//\\//_}', '_usr_local_bin_x.tar.gz'],
    ['${path/x?tar/y}', '/usr/local/bin/y.gz'],
    ['\\$a', '$a'],
    ['\\a\\\\b', 'a\\b'],
    ["'$a'", '$a'],
    ['"$a"', 'one'],
    ['"\\$a \\"b\\" \\n"', '$a "b" \\n'],
    ['"it\'s"', "it's"],
    ['$', '$'],
    ['a$ b', 'a$ b'],
    ['$1x', 'x'],
    ['end\\', 'end'],
  ])('%s is %s', (text, result) => {
    expect(fill(text)).toBe(result);
  });

  test('the escape character may be another', () => {
    expect(fill('c:\\dir`$a', '`')).toBe('c:\\dir$a');
  });

  test('quotes are plain text in a heredoc, and escapes are not', () => {
    expect(fill('\'$a\' "x" \\$a', '\\', false)).toBe('\'one\' "x" $a');
  });
});

describe('a bad substitution', () => {
  test.each([
    ['${a', 'a name or a "}" is missing'],
    ['${}', 'a name or a "}" is missing'],
    ['${a:-b', 'a "}" is missing'],
    ['${a:x}', 'is no substitution'],
    ['${a@Q}', 'is no substitution'],
    ['${a:#x}', 'is no substitution'],
    ['${none:?say so}', 'none is not set: "say so"'],
    ['${none?}', 'none is not set'],
    ['${empty:?}', 'empty is not set'],
    ["'a", 'a single quote in "\'a" is not closed'],
    ['"a', 'a double quote'],
    ['${a/x}', 'a "/" is missing'],
  ])('%s', (text, message) => {
    expect(() => fill(text)).toThrow(BadSubstitution);
    expect(() => fill(text)).toThrow(message);
  });

  test('is one that grows without end', () => {
    const long = 'x'.repeat(1 << 19);
    const call = () => expand('$v$v$v', () => long, { escape: '\\' });
    expect(call).toThrow('longer than 1 MiB');
  });

  test('is one that would search for minutes', () => {
    const call = () => expand('${v%%*a*b*c}', () => 'x'.repeat(100_000), { escape: '\\' });
    expect(call).toThrow('too long for a pattern');
  });

  test('is one of many that would search for minutes together', () => {
    const call = () => expand('${v//*b*b/}'.repeat(200), () => 'x'.repeat(4000), { escape: '\\' });
    expect(call).toThrow('too often searched');
  });

  test('is one whose replacements grow without end', () => {
    const values: Readonly<Record<string, string>> = {
      v: 'x'.repeat(5000),
      by: 'y'.repeat(1 << 20),
    };
    const call = () => expand('${v//x/$by}', (name) => values[name], { escape: '\\' });
    expect(call).toThrow('longer than 1 MiB');
  });

  test('is one in another, again and again', () => {
    const nested = (depth: number) => '${none:-'.repeat(depth) + 'x' + '}'.repeat(depth);
    expect(fill(nested(100))).toBe('x');
    expect(() => fill(nested(100_000))).toThrow('variables stand in each other more than 100 deep');
  });
});
