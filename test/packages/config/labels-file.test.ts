import { expect, test } from '@jest/globals';

import { readLabels } from '#config';

const labels = { 'com.acme.team': 'shop', 'com.acme.note': 'a=b # c' };

test.each([
  ['labels.env', '\uFEFF# ours\r\n\r\ncom.acme.team=shop\r\n  com.acme.note=a=b # c  \r\n'],
  ['labels.yml', 'com.acme.team: shop # ours\ncom.acme.note: "a=b # c"\n'],
  ['labels.YAML', '{com.acme.team: shop, com.acme.note: "a=b # c"}'],
  ['labels.json', JSON.stringify(labels, undefined, 2)],
  ['labels', ` ${JSON.stringify(labels)}`],
])('%s is read', (file, text) => {
  expect(readLabels(text, file)).toEqual(labels);
});

test('text of several lines and letters of all scripts are kept', () => {
  expect(readLabels('a: |\n  one\n  two\nb: "\\u20ac \\ud83d\\ude00"\n', 'x.yml')).toEqual({
    a: 'one\ntwo\n',
    b: '€ 😀',
  });
});

test.each([
  ['labels', 'a: b\n', 'labels line 1 must hold name=value, not "a: b"'],
  ['labels', 'a=1\n\nb c=2\n', 'labels line 3 has "b c", which must be a key of 1 to 255'],
  ['labels', 'a=1\na=2\n', 'labels line 2 has a for the second time'],
  ['labels', `a=\uFFFD`, 'labels is not UTF-8'],
  ['x.yml', 'a: 1\n', 'x.yml:1:4: a must be text: put it in quotes'],
  ['x.yml', 'a: { b: c }\n', 'x.yml:1:4: a must be text: put it in quotes'],
  ['x.yml', 'a: [b]\n', 'x.yml:1:4: a must be text: put it in quotes'],
  ['x.yml', '- a\n', 'x.yml:1:1: the file must have a key and a text for each label'],
  ['x.yml', '', 'x.yml:1:1: the file must have a key and a text for each label'],
  ['x.yml', 'a: b\na: c\n', 'x.yml:2:1: a is there twice: remove one'],
  ['x.yml', 'a: &b c\n', 'x.yml:1:7: anchors and aliases are not read: write the value out'],
  ['x.yml', '"a b": c\n', 'x.yml has "a b", which must be a key of 1 to 255'],
  ['x.json', '{"a": "\\u0007"}', 'x.json has "a", whose value must be text without control'],
  ['x.json', '{"a": ', 'x.json:1:'],
  ['a\u001b[31m.yml', '', '"a\\u001b[31m.yml":1:1: '],
])('%j with %j is refused by its line', (file, text, says) => {
  expect(() => readLabels(text, file)).toThrow(
    expect.objectContaining({ exit: 2, message: expect.stringContaining(says) }),
  );
});
