import { expect, test } from '@jest/globals';

import { parseMetadata } from '#metadata';

import { named, pushed, tagged } from './occasions.ts';

test.each([
  ['type=semvre', 'type "semvre" is unknown, did you mean "semver"?'],
  ['type=sha,formt=long', 'type=sha has no attribute "formt", did you mean "format"?'],
  [
    'type=edge,zone=x',
    'type=edge has no attribute "zone": it takes branch, enable, priority, prefix, suffix',
  ],
  ['type=sha,abc', 'type=sha takes no value: it takes format, enable, priority, prefix, suffix'],
  ['type=semver', 'type=semver needs pattern=…'],
  ['type=pep440,value=1', 'type=pep440 needs pattern=…'],
  ['type=match', 'type=match needs pattern=…'],
  ['type=match,pattern=(', '"(" is not a regular expression (unterminated group)'],
  ['type=match,pattern=x,group=y', 'group must be a whole number from 0 to 99, not "y"'],
  ['type=ref', 'type=ref needs event= one of branch, tag, pr'],
  ['type=ref,event=pull', 'type=ref needs event= one of branch, tag, pr, not "pull"'],
  ['type=sha,format=x', 'type=sha needs format= one of short, long, not "x"'],
  ['type=raw', 'type=raw needs value=…'],
  ['x,priority=high', 'priority must be a number, not "high"'],
  ['x,prefix=a,prefix=b', '"prefix" is given twice'],
  [
    'type=raw,value="x"',
    'a quote stands inside a field: put the whole field in quotes, and double those inside',
  ],
  ['"type=raw,value=x', 'the quote is not closed'],
  ['{{brnch}}', '"{{brnch}}" is not known here, did you mean "branch"?'],
  [
    'type=semver,pattern={{branch}}',
    '"{{branch}}" is not known here: use raw, version, major, minor, patch, prerelease, build',
  ],
  [
    '{{#if x}}y{{/if}}',
    '"{{#if x}}" is a block of Handlebars: only single expressions are understood',
  ],
  ['{{date}}', "\"{{date}}\" must be written as {{date 'YYYYMMDD' tz='UTC'}}"],
  [
    "{{date 'YYYY' 'x'}}",
    "\"{{date 'YYYY' 'x'}}\" must be written as {{date 'YYYYMMDD' tz='UTC'}}",
  ],
  ['{{sha 8}}', '"{{sha 8}}" must be written as {{sha}}'],
  ["{{date 'YYYY' zone='UTC'}}", `"{{date 'YYYY' zone='UTC'}}" takes no "zone"`],
  [
    "{{date 'YYYY' tz='Mars/Crater'}}",
    '"Mars/Crater" is not a time zone: write tz=\'Europe/Paris\'',
  ],
  ['{{branch', 'an expression is not closed: end it with }}'],
  ['type=calver,pattern=YYYY.MM', 'is not a calendar version'],
  ['type=calver,tz=Mars', '"Mars" is not a time zone: write tz=Europe/Paris'],
])('the rule %s is refused', (rule, sentence) => {
  const refused = () => parseMetadata({ tags: `# rules\ntype=sha\n${rule}` });
  expect(refused).toThrow(sentence);
  expect(refused).toThrow('tags line 3, ');
});

test('an enable that is neither true nor false is refused when it is known', () => {
  expect(() => named({ tags: 'x,enable={{branch}}' }, pushed('dev'))).toThrow(
    'tags line 1, "x,enable={{branch}}": enable must be true or false, not "dev"',
  );
});

test.each([
  ['acme/shop:1.0', 'an image must have neither tag nor digest'],
  [`acme/shop@sha256:${'0'.repeat(64)}`, 'an image must have neither tag nor digest'],
  [
    'acme/b\nhttps://ghcr.io/acme/shop',
    'images line 2, "https://ghcr.io/acme/shop": "https://ghcr.io/acme/shop" is not the name of an image: write registry/repository, such as ghcr.io/acme/shop',
  ],
  ['name=acme/shop,enabled=false', 'an image has no attribute "enabled", did you mean "enable"?'],
  ['name=acme/shop,enable=no', 'enable must be true or false, not "no"'],
  ['enable=true', 'the image has no name'],
  ['acme/shop,', 'the name of an image is empty'],
  ['acme/a,acme/b\nacme/c', 'write one image a line'],
])('the images %j are refused', (images, sentence) => {
  expect(() => parseMetadata({ images })).toThrow(sentence);
});

test('images stand on one line or one a line, in lower case, and can be switched off', () => {
  expect(parseMetadata({ images: 'acme/Shop, GHCR.io/acme/shop' }).images).toEqual([
    'acme/shop',
    'ghcr.io/acme/shop',
  ]);
  expect(
    parseMetadata({ images: 'name=acme/a\nacme/b,enable=false\nlocalhost:5000/c\n' }).images,
  ).toEqual(['acme/a', 'localhost:5000/c']);
});

test.each([
  ['latest=yes', 'latest must be auto, true or false, not "yes"'],
  ['onlatest=true', 'onlatest must be true or false and stand behind a prefix or suffix'],
  ['prefx=a', 'flavor has no "prefx", did you mean "prefix"?'],
  ['alpine', 'flavor has no "alpine": use latest, prefix, suffix, onlatest'],
])('the flavor %s is refused', (flavor, sentence) => {
  expect(() => parseMetadata({ flavor })).toThrow(sentence);
});

test('a field in quotes holds commas and quotes, also where quotes are taken off twice', () => {
  const of = (tags: string) => named({ tags }, tagged('v1.2.3')).tagNames[0];
  expect(of('type=match,"pattern=\\d{1,3}.\\d{1,3}"')).toBe('1.2');
  expect(of('"type=match,""pattern=\\d{1,3}.\\d{1,3}"""')).toBe('1.2');
  expect(of('"type=raw,value=x"')).toBe('x');
  expect(of(`type=raw,"value=a{{date ""YYYY""}}"`)).toBe('a2020');
});

test('a tag of more than a million characters of rules is not read', () => {
  expect(() => parseMetadata({ tags: 'x\n'.repeat(1 << 20) })).toThrow(
    'it has more than a million characters',
  );
});

test('what has to be found out is known before it is', () => {
  expect(parseMetadata({ tags: 'type=sha' }).needs).toEqual({
    commitDate: false,
    gitTags: false,
    descriptions: [],
  });
  expect(
    parseMetadata({
      tags: 'type=describe\ntype=describe,match=v*\ntype=calver',
      labels: "x={{commit_date 'YYYY'}}",
    }).needs,
  ).toEqual({ commitDate: true, gitTags: true, descriptions: ['', 'v*'] });
});

test('a format without quotes is told, since the date is then written in ISO 8601', () => {
  const plan = parseMetadata({ tags: 'x-{{date YYYYMMDD}}' });
  expect(plan.doubts).toEqual([
    'tags line 1: the format of {{date}} stands in no quotes, so the date is written in ISO 8601',
  ]);
  expect(named({ tags: 'x-{{date YYYYMMDD}}' }, pushed('dev')).tagNames).toEqual([
    'x-2020-01-10T00-30-00Z',
  ]);
});

test.each([
  ['{{ branch }}', 'dev'],
  ['{{{branch}}}', 'dev'],
  ['{{&branch}}', 'dev'],
  ['a {{~branch~}} b', 'adevb'],
  ['a{{! no }}b{{!-- {{x}} --}}c', 'abc'],
  ['\\{{branch}}', '-branch-'],
  ['{{is_default_branch}}', 'false'],
  ['{{is_not_default_branch}}', 'true'],
])('the template %s is %s', (value, name) => {
  expect(named({ tags: `type=raw,value=${value},prefix=x` }, pushed('dev')).tagNames).toEqual([
    `x${name}`,
  ]);
});
