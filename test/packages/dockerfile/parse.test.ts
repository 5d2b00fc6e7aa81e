import { describe, expect, test } from '@jest/globals';

import { parseDockerfile } from '#dockerfile';
import { UsageError } from '#io';

import { file, inStage, sentence } from './text.ts';

const only = (...lines: readonly string[]) => {
  const [instruction] = inStage(...lines);
  if (instruction === undefined) throw new Error('there is no instruction');
  return instruction;
};

describe('the words and the form of an instruction', () => {
  test.each<[string, string, string[]]>([
    ['RUN echo  "a b"', 'shell', ['echo  "a b"']],
    ['RUN ["echo", "a b"]', 'exec', ['echo', 'a b']],
    ['RUN [ -f /x ] && true', 'shell', ['[ -f /x ] && true']],
    ["RUN ['echo']", 'shell', ["['echo']"]],
    ['CMD ["/a",]', 'shell', ['["/a",]']],
    ['CMD []', 'exec', []],
    ['ENTRYPOINT ["/app", "-x"]', 'exec', ['/app', '-x']],
    ['SHELL ["/bin/bash", "-c"]', 'exec', ['/bin/bash', '-c']],
    ['COPY a b  /c/', 'words', ['a', 'b', '/c/']],
    ['COPY ["a b", "/c d/"]', 'exec', ['a b', '/c d/']],
    ['ADD\ta\t/b', 'words', ['a', '/b']],
    ['VOLUME /a /b', 'words', ['/a', '/b']],
    ['VOLUME ["/a", "/b"]', 'exec', ['/a', '/b']],
    ['EXPOSE 80 $PORT/udp', 'words', ['80', '$PORT/udp']],
    ['ENV a=1 b="x y" c=\'$z\'', 'words', ['a=1', 'b="x y"', "c='$z'"]],
    ['ENV a=x\\ y b=2', 'words', ['a=x\\ y', 'b=2']],
    ['ENV name one  two "three"', 'words', ['name=one  two "three"']],
    ["ENV name it's", 'words', ["name=it's"]],
    ['LABEL "com.example.a b"="c=d" e=', 'words', ['"com.example.a b"="c=d"', 'e=']],
    ['ARG a b=2', 'words', ['a', 'b=2']],
    ['USER  app:app ', 'words', ['app:app']],
    ['WORKDIR /a b', 'words', ['/a b']],
    ['STOPSIGNAL SIGTERM', 'words', ['SIGTERM']],
    ['MAINTAINER A B <a@b.c>', 'words', ['A B <a@b.c>']],
    ['HEALTHCHECK none', 'shell', ['NONE']],
    ['HEALTHCHECK CMD curl -f x', 'shell', ['CMD', 'curl -f x']],
    ['HEALTHCHECK --interval=5s cmd ["a", "b"]', 'exec', ['CMD', 'a', 'b']],
    ['ONBUILD COPY . /src', 'words', ['COPY . /src']],
    ['cOpY a /b', 'words', ['a', '/b']],
  ])('of %s', (line, form, words) => {
    expect(only(line)).toMatchObject({ form, words, line: 2, endLine: 2, text: line.trim() });
  });

  test('a keyword is upper case however it is written', () => {
    expect(inStage('env a=1', 'Run x').map(({ keyword }) => keyword)).toEqual(['ENV', 'RUN']);
  });

  test.each<[string, object[]]>([
    [
      'COPY --from=0 --chown=a:b --link x /y',
      [
        { name: 'from', value: '0' },
        { name: 'chown', value: 'a:b' },
        { name: 'link', value: true },
      ],
    ],
    ['COPY --link=FALSE x /y', [{ name: 'link', value: 'false' }]],
    [
      'COPY --exclude=*.md --exclude="a b" x /y',
      [
        { name: 'exclude', value: '*.md' },
        { name: 'exclude', value: 'a b' },
      ],
    ],
    [
      'RUN --mount=type=cache,target=/c --network=none make --fast',
      [
        { name: 'mount', value: 'type=cache,target=/c' },
        { name: 'network', value: 'none' },
      ],
    ],
  ])('flags of %s', (line, flags) => {
    expect(only(line).flags).toEqual(flags);
  });
});

describe('lines', () => {
  test('continuation lines are joined, and comments and empty lines between them dropped', () => {
    const [run, env] = inStage('RUN a && \\', '  # why', '', '   b \\  ', 'c', 'ENV x=1');
    expect(run).toMatchObject({ text: 'RUN a &&    b c', line: 2, endLine: 6 });
    expect(env).toMatchObject({ line: 7, endLine: 7 });
  });

  test('an escaped backslash at the end of a line joins nothing', () => {
    expect(inStage('RUN echo \\\\', 'RUN b').map(({ text }) => text)).toEqual([
      'RUN echo \\\\',
      'RUN b',
    ]);
  });

  test('a continuation at the end of the file ends with the file', () => {
    expect(inStage('RUN a \\').map(({ text }) => text)).toEqual(['RUN a']);
  });

  test('a byte order mark, CRLF and tabs are no part of the words', () => {
    const source = '\uFEFFFROM scratch AS x\r\nRUN a \\\r\n  b\r\n\tCOPY a\t/b\r\n';
    const { stages } = parseDockerfile(new TextEncoder().encode(source), 'Dockerfile');
    expect(stages[0]?.instructions.map(({ text, words }) => [text, words])).toEqual([
      ['RUN a   b', ['a   b']],
      ['COPY a\t/b', ['a', '/b']],
    ]);
  });

  test('carriage returns inside a line stay, however many', () => {
    const returns = '\r'.repeat(500_000);
    expect(inStage(`RUN a${returns}b\r\r`)[0]?.words).toEqual([`a${returns}b`]);
  });

  test('the escape directive changes what joins lines', () => {
    const { escape, stages } = file(
      '# syntax=x/y:1',
      '# Escape = `',
      'FROM scratch',
      'COPY a `',
      ' c:\\b\\',
    );
    expect(escape).toBe('`');
    expect(stages[0]?.instructions[0]?.words).toEqual(['a', 'c:\\b\\']);
  });

  test.each([
    ['after a comment', ['# a comment', '# escape=`', 'FROM scratch']],
    ['after an empty line', ['', '# escape=`', 'FROM scratch']],
    ['after an instruction', ['FROM scratch', '# escape=`']],
  ])('a directive %s is a comment', (_, lines) => {
    expect(file(...lines).escape).toBe('\\');
  });

  test('check is a directive, so one may stand after it', () => {
    expect(file('# check=skip=all', '# escape=`', 'FROM scratch').escape).toBe('`');
  });
});

describe('heredocs', () => {
  test('two on one line are taken in order', () => {
    const [copy, run] = inStage('COPY <<a <<"b" /x/', 'one $v', 'a', '', 'b', 'RUN c');
    expect(copy).toMatchObject({ words: ['<<a', '<<"b"', '/x/'], line: 2, endLine: 6 });
    expect(copy?.heredocs).toEqual([
      { name: 'a', body: 'one $v\n', expand: true, strip: false },
      { name: 'b', body: '\n', expand: false, strip: false },
    ]);
    expect(run?.line).toBe(7);
  });

  test.each<[string, string[], object]>([
    ['<<-EOF', ['\t\tx', '\tEOF'], { name: 'EOF', body: 'x\n', strip: true, expand: true }],
    ["<<'E O'", ['\tx', 'E O'], { name: 'E O', body: '\tx\n', strip: false, expand: false }],
    ['3<<EOF', ['# kept', 'EOF'], { name: 'EOF', body: '# kept\n' }],
    ['<< EOF', ['a \\', 'b', 'EOF'], { name: 'EOF', body: 'a \\\nb\n' }],
    ['<<$EOF', ['$EOF'], { name: '$EOF', body: '' }],
  ])('RUN cat %s', (opening, lines, heredoc) => {
    const [run] = inStage(`RUN cat ${opening}`, ...lines);
    expect(run?.heredocs).toMatchObject([heredoc]);
  });

  test.each([
    'RUN cat <<<word',
    'RUN ["cat", "<<EOF"]',
    'RUN echo "<<EOF"',
    'RUN echo $((1<<2))',
    'CMD cat <<EOF',
    "RUN echo 'a <<EOF",
  ])('there is none in %s', (line) => {
    expect(inStage(line, 'RUN true').map(({ heredocs }) => heredocs)).toEqual([[], []]);
  });

  test('ONBUILD keeps those of its instruction', () => {
    expect(only('ONBUILD COPY <<EOF /x', 'hello', 'EOF').heredocs).toMatchObject([
      { body: 'hello\n' },
    ]);
  });
});

describe('stages', () => {
  test('have an index, a name in lower case, a platform and their line', () => {
    const { args, stages } = file(
      'ARG V=1',
      'FROM --platform=$BUILDPLATFORM a:$V AS Build',
      'RUN x',
      'FROM scratch',
    );
    expect(args.map(({ text }) => text)).toEqual(['ARG V=1']);
    expect(stages).toMatchObject([
      { index: 0, name: 'build', from: 'a:$V', platform: '$BUILDPLATFORM', line: 2 },
      { index: 1, from: 'scratch', line: 4, instructions: [] },
    ]);
    expect(stages[1]).not.toHaveProperty('name');
  });
});

describe('what is wrong is said with its line', () => {
  test.each<[string, string[], string]>([
    [
      'unknown instruction',
      ['FROM a', 'RUM x'],
      'Dockerfile:2: unknown instruction "RUM", did you mean "RUN"?',
    ],
    ['no instruction', ['# nothing'], 'Dockerfile:1: the file has no instructions'],
    ['no FROM', ['ARG a=1'], 'Dockerfile:1: the file has no FROM'],
    ['something before FROM', ['RUN x', 'FROM a'], 'only ARG can stand before the first FROM'],
    [
      'something without FROM',
      ['ARG a', 'RUN x'],
      'Dockerfile:2: RUN belongs to no stage: the file has no FROM',
    ],
    [
      'heredoc without end',
      ['FROM a', 'RUN <<EOF', 'x'],
      'Dockerfile:2: the heredoc "EOF" does not end',
    ],
    [
      'unknown flag',
      ['FROM a', 'COPY --form=b c /d'],
      'COPY has no flag "--form", did you mean "--from"?',
    ],
    ['flag on an instruction without any', ['FROM a', 'CMD --x'], 'CMD has no flag "--x"'],
    ['flag twice', ['FROM a', 'COPY --from=b --from=c d /e'], 'COPY has --from twice'],
    ['flag without value', ['FROM a', 'COPY --from b /c'], '--from needs a value: --from=…'],
    [
      'switch with a value',
      ['FROM a', 'COPY --link=maybe b /c'],
      '--link is true or false, not "maybe"',
    ],
    [
      'stage name twice',
      ['FROM a AS x', 'FROM b AS X'],
      'Dockerfile:2: the stage name "x" is taken by line 1',
    ],
    ['bad stage name', ['FROM a AS 1x'], '"1x" is no stage name'],
    ['FROM with two words', ['FROM a b'], 'FROM takes an image'],
    ['FROM without words', ['FROM'], 'FROM takes an image'],
    ['COPY without destination', ['FROM a', 'COPY b'], 'COPY needs a source and a destination'],
    ['JSON of numbers', ['FROM a', 'CMD [1]'], 'the items of a JSON array are strings'],
    ['SHELL as words', ['FROM a', 'SHELL /bin/sh -c'], 'SHELL takes a JSON array'],
    ['ENV without value', ['FROM a', 'ENV b'], 'ENV needs a name and a value'],
    ['LABEL with a bare word', ['FROM a', 'LABEL b=c d'], '"d" has no "="'],
    ['ENV without name', ['FROM a', 'ENV =c'], 'ENV needs a name before "="'],
    ['open quote', ['FROM a', 'ENV b="c'], 'is not closed'],
    ['empty RUN', ['FROM a', 'RUN'], 'RUN needs a command'],
    ['empty CMD', ['FROM a', 'CMD'], 'CMD needs a command; [] resets it'],
    ['empty USER', ['FROM a', 'USER'], 'USER needs a value'],
    ['blank VOLUME', ['FROM a', 'VOLUME [""]'], 'a VOLUME has an empty name'],
    ['HEALTHCHECK of another kind', ['FROM a', 'HEALTHCHECK TCP 80'], 'NONE or CMD, not "TCP"'],
    [
      'HEALTHCHECK NONE with more',
      ['FROM a', 'HEALTHCHECK NONE x'],
      'HEALTHCHECK NONE takes nothing more',
    ],
    ['HEALTHCHECK CMD alone', ['FROM a', 'HEALTHCHECK CMD'], 'HEALTHCHECK CMD needs a command'],
    [
      'ONBUILD ONBUILD',
      ['FROM a', 'ONBUILD ONBUILD RUN x'],
      'ONBUILD needs an instruction that can wait, not "ONBUILD"',
    ],
    ['ONBUILD of nothing known', ['FROM a', 'ONBUILD RUM x'], 'unknown instruction "RUM"'],
    ['escape of three', ['# escape=x', 'FROM a'], 'Dockerfile:1: the escape character is'],
    [
      'directive twice',
      ['# escape=`', '# escape=`', 'FROM a'],
      'Dockerfile:2: the parser directive "escape" stands twice',
    ],
    ['control characters', ['FROM a', 'R\u001b[31mM x'], '"R\\u001b[31mM"'],
  ])('%s', (_, lines, message) => {
    expect(sentence(() => file(...lines))).toContain(message);
  });

  test('it is wrong use, with file and line as data', () => {
    expect.assertions(2);
    try {
      file('FROM a', '', 'RUM x');
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      expect(error).toMatchObject({ exit: 2, at: { file: 'Dockerfile', line: 3 } });
    }
  });

  test.each<[string, string | Uint8Array, string]>([
    ['what is not UTF-8', Uint8Array.of(0x46, 0xff, 0xfe), 'x is not UTF-8 text'],
    ['more than 1 MiB', `FROM a\n#${'x'.repeat(1 << 20)}`, 'x is larger than 1 MiB'],
    ['more than 1000 stages', 'FROM a\n'.repeat(1001), 'x:1001: more than 1000 stages'],
    ['nothing', '', 'the file has no instructions'],
  ])('%s is refused', (_, source, message) => {
    expect(sentence(() => parseDockerfile(source, 'x'))).toContain(message);
  });
});
