import { expect, test } from '@jest/globals';

import { named, pulled, pushed, tagged, type Happened } from './occasions.ts';

const names = (tags: string, happened: Happened, flavor = '') =>
  named({ tags, flavor }, happened).tagNames;

test('without rules a schedule, a branch, a git tag and a pull request have a name each', () => {
  expect(names('', pushed('dev'))).toEqual(['dev']);
  expect(names('', tagged('v1.2.3'))).toEqual(['v1.2.3', 'latest']);
  expect(names('', pulled)).toEqual(['pr-15']);
  expect(names('', { ...pushed('master'), event: 'schedule' })).toEqual(['nightly', 'master']);
});

test('the rule of the highest priority gives the version, and says whether latest follows', () => {
  const tags = 'type=sha\ntype=semver,pattern={{version}}\ntype=raw,value=x,priority=950';
  expect(names(tags, tagged('v1.2.3'))).toEqual(['x', '1.2.3', 'sha-860c190']);
  expect(names('type=semver,pattern={{version}}', tagged('v1.2.3'))).toEqual(['1.2.3', 'latest']);
  expect(names('type=semver,pattern={{version}}', tagged('v1.2.3-rc.1'))).toEqual(['1.2.3-rc.1']);
});

test('a name that several rules give stands there once, with all its reasons', () => {
  const { names: all } = named(
    { tags: 'type=semver,pattern={{version}}\ntype=raw,value=1.2.3\nlatest' },
    tagged('v1.2.3'),
  );
  expect(all.map(({ tag, reasons }) => [tag, reasons.map(({ rule }) => rule)])).toEqual([
    ['1.2.3', ['semver', 'raw']],
    ['latest', ['raw', 'latest']],
  ]);
});

test('a name knows the line that it came from and why', () => {
  const { names: all, silent } = named(
    { tags: '# comment\n\ntype=semver,pattern={{major}}\ntype=edge' },
    tagged('v1.2.3'),
  );
  expect(all[0]?.reasons[0]).toEqual({
    rule: 'semver',
    place: { input: 'tags', line: 3, text: 'type=semver,pattern={{major}}' },
    why: 'version "v1.2.3"',
    meaning: 'pointer',
    version: '1.2.3',
  });
  expect(silent).toEqual([
    {
      place: { input: 'tags', line: 4, text: 'type=edge' },
      why: 'the event is of no branch',
    },
  ]);
});

test('a release and a pointer cannot have one name', () => {
  const tags = 'type=semver,pattern={{version}},value=v1.2.3\ntype=ref,event=branch';
  expect(() => names(tags, pushed('1.2.3'))).toThrow(
    '"1.2.3" has two meanings: tags line 1 (version "v1.2.3"), and tags line 2 (branch "1.2.3"); give one of them a prefix or enable=false',
  );
  expect(() =>
    names('type=semver,pattern={{version}}\ntype=schedule,pattern=1.2.3', {
      ...tagged('v1.2.3'),
      event: 'schedule',
    }),
  ).toThrow('"1.2.3" has two meanings');
});

test.each([
  ['$(curl evil|sh)', '-curl-evil-sh-'],
  ['`id`', '-id-'],
  ['a\n::set-output name=x::y', 'a-set-output-name-x-y'],
  ['a%0A::error::x', 'a-0A-error-x'],
  ['<img src=x>', '-img-src-x-'],
  ['x"; rm -rf /', 'x-rm--rf-'],
])('the branch %j becomes an inert name', (branch, name) => {
  expect(names('type=ref,event=branch,prefix=b', pushed(branch))).toEqual([`b${name}`]);
  expect(names('type=raw,value=b{{branch}}', pushed(branch))).toEqual([`b${name}`]);
});

test('a name that no registry takes is refused with its line', () => {
  expect(() => names('type=raw,value={{tag}}-x', pushed('dev'))).toThrow(
    'tags line 1, "type=raw,value={{tag}}-x": "-x" is not a tag, since a tag starts with a letter, a digit or "_": give it another value, or enable=false',
  );
  expect(() => names('', pushed('.hidden'))).toThrow('the default tags, "type=ref,event=branch"');
  expect(() => names('', pushed('b'.repeat(129)))).toThrow(
    'has 129 characters and a tag at most 128',
  );
});

test('flavor stands before and behind every name, and where it is said, latest', () => {
  const flavor = 'prefix=a-,onlatest=true\nsuffix=-{{sha}},onlatest=true';
  expect(names('type=ref,event=tag', tagged('v1'), flavor)).toEqual([
    'a-v1-860c190',
    'a-latest-860c190',
  ]);
  expect(names('type=ref,event=tag,prefix=,suffix=', tagged('v1'), flavor)[0]).toBe('v1');
  expect(names('x', pushed('dev'), 'latest=true')).toEqual(['x', 'latest']);
  expect(names('', tagged('v1'), 'latest=false')).toEqual(['v1']);
});

test('a version that is none gives no name and says why', () => {
  const { tagNames, silent } = named(
    { tags: 'type=semver,pattern={{version}}\ntype=pep440,pattern={{version}}' },
    tagged('1.2.3.4rc1-'),
  );
  expect(tagNames).toEqual([]);
  expect(silent.map(({ why }) => why)).toEqual([
    '"1.2.3.4rc1-" is not a version of semver',
    '"1.2.3.4rc1-" is not a version of PEP 440',
  ]);
});

test.each([
  ['v1.0', '1.0'],
  ['1.0.0-alpha_1', '1.0.0a1'],
  ['1!02.3.REV4', '1-2.3.post4'],
  ['1.0-1', '1.0.post1'],
  ['1.0preview2.dev', '1.0rc2.dev0'],
  ['1.0+Ubuntu.01', '1.0-ubuntu-1'],
])('the Python version %s is the tag %s', (tag, name) => {
  expect(names('type=pep440,pattern={{version}}', tagged(tag))[0]).toBe(name);
});

test.each([
  ['{{raw}}', 'v1.2.3+b.4', 'v1.2.3-b.4'],
  ['{{raw}}', 'v1.2.3-rc.1', 'v1.2.3-rc.1'],
  ['{{major}}.{{minor}}', 'v1.2.3-rc.1', '1.2.3-rc.1'],
  ['{{major}}.{{minor}}.{{patch}}-{{build}}', '1.2.3+b.4', '1.2.3-b-4'],
])('semver pattern %s on %s is %s', (pattern, tag, name) => {
  expect(names(`type=semver,pattern=${pattern}`, tagged(tag))[0]).toBe(name);
});

test('match takes a group of what the pattern finds', () => {
  expect(names('type=match,pattern=v(\\d+),group=1', tagged('v12-x'))[0]).toBe('12');
  expect(names('type=match,"pattern=\\d{1,2}.\\d{1,2}"', tagged('v1.12.3'))[0]).toBe('1.12');
  expect(names('type=match,pattern=/RC\\d/i', tagged('20-rc2'))[0]).toBe('rc2');
  expect(names('type=match,pattern=x', tagged('v1'))).toEqual([]);
  expect(names('type=match,pattern=v(x)?,group=1', tagged('v1'))).toEqual([]);
});

test('a git tag of more than a thousand characters meets no regular expression', () => {
  const start = performance.now();
  const { silent } = named({ tags: 'type=match,pattern=(a+)+$' }, tagged(`${'a'.repeat(4000)}!`));
  expect(silent[0]?.why).toBe('it has more than 1024 characters');
  expect(performance.now() - start).toBeLessThan(1000);
});

test('variables say how long a short commit is, and that a pull request is its head', () => {
  const of = (env: Readonly<Record<string, string>>) =>
    named({ tags: 'type=sha\ntype=sha,format=long,prefix=' }, pulled, { env }).tagNames;
  expect(of({ DOCKER_METADATA_SHORT_SHA_LENGTH: '12' })[0]).toBe('sha-860c1904a1ce');
  expect(of({ DOCKER_METADATA_PR_HEAD_SHA: 'true' })).toEqual(['sha-fffffff', 'f'.repeat(40)]);
  expect(() => of({ DOCKER_METADATA_SHORT_SHA_LENGTH: 'x' })).toThrow(
    'DOCKER_METADATA_SHORT_SHA_LENGTH must be a whole number from 1, not "x"',
  );
});
