import { expect, test } from '@jest/globals';

import { type Block, markdown, type Text } from '#report';

import { hostile, random } from './hostile.ts';
import { everywhere, expected, normal } from './pages.ts';
import { readPage } from './reader.ts';

const page = (...blocks: readonly Block[]) => markdown({ title: '', blocks });
const line = (text: Text) => page({ kind: 'paragraph', text }).trimEnd();

test('a page becomes headings, paragraphs, tables, lists, code and details', () => {
  const text = markdown({
    title: ['Promoted ', { kind: 'code', text: 'shop' }],
    blocks: [
      {
        kind: 'paragraph',
        text: ['Moved to ', { kind: 'strong', text: 'prod' }, ', not snake_case.'],
      },
      {
        kind: 'section',
        title: 'Gates',
        blocks: [
          {
            kind: 'table',
            head: ['gate', 'outcome', 'ms'],
            right: [2],
            rows: [['after', { kind: 'mark', mark: 'passed' }, '12'], ['order']],
          },
          {
            kind: 'list',
            items: ['one', { kind: 'link', text: 'two', url: 'https://x.example/a?b' }],
          },
          {
            kind: 'details',
            summary: ['Log of ', { kind: 'link', text: 'run', url: 'https://x.example' }],
            blocks: [{ kind: 'code', text: 'RUN make\n\nCOPY . .', language: 'dockerfile' }],
          },
        ],
      },
    ],
  });
  expect(text).toBe(`## Promoted \`shop\`

Moved to <strong>prod</strong>, not snake_case.

### Gates

| gate | outcome | ms |
| --- | --- | ---: |
| after | ✅ passed | 12 |
| order |  |  |

- one
- [two](https://x.example/a?b)

<details>
<summary>Log of <a href="https://x.example/">run</a></summary>

\`\`\`dockerfile
RUN make

COPY . .
\`\`\`

</details>
`);
});

test.each(Object.entries(hostile))('%s is only letters at every place', (_name, text) => {
  expect(normal(readPage(markdown(everywhere(text))))).toEqual(expected(text));
});

test.each<[Text, string]>([
  [
    [{ kind: 'mark', mark: 'passed', text: 'www' }, '.phish.example'],
    '✅ www<span>.</span>phish.example',
  ],
  [[{ kind: 'link', text: '', url: 'x:' }, 'tada:'], 'x<span>:</span>tada:'],
  [['gh', { kind: 'mark', mark: 'passed', text: '-1' }], 'gh✅ -1'],
])(
  'what stands beside a mark, or a link that leads nowhere, makes nothing with it: %j',
  (text, shown) => {
    expect(line(text)).toBe(shown);
  },
);

test('texts from a seed are only letters at every place', () => {
  for (const text of random(4, 1500)) {
    expect(normal(readPage(markdown(everywhere(text))))).toEqual(expected(text));
  }
});

test.each([
  ['@octocat', '<span>@</span>octocat'],
  ['acme/shop#12 GH-3', 'acme/shop<span>#</span>12 GH<span>-</span>3'],
  [':tada:', '<span>:</span>tada:'],
  ['https://x.example', 'https<span>:</span>//x.example'],
  ['www.x.example', 'www<span>.</span>x.example'],
  ['$x$', '<span>$</span>x<span>$</span>'],
])('%j is kept from the filters that GitHub runs over the finished page', (text, written) => {
  expect(line(text)).toBe(written);
});

test('strings that stand together are escaped together', () => {
  expect(line(['www', '.x.example and ', ':', 'tada:'])).toBe(
    'www<span>.</span>x.example and <span>:</span>tada:',
  );
});

test('code stands in backticks where they hold it, else in an element', () => {
  const code = (text: string) => ({ kind: 'code', text }) as const;
  expect(line(code('a_b*c @d #1 <e>'))).toBe('`a_b*c @d #1 <e>`');
  expect(line(code('a`b'))).toBe('<code>a&#96;b</code>');
  expect(line(code('a|b'))).toBe('<code>a&#124;b</code>');
  expect(line(code('a\nb'))).toBe('<code>a<br>b</code>');
  expect(line([code('a'), code('b')])).toBe('`a`<code>b</code>');
});

test('a fence is longer than every run of backticks inside', () => {
  expect(page({ kind: 'code', text: '```\n`````' })).toBe('``````\n```\n`````\n``````\n');
});

test.each(['mermaid', 'Math', 'geojson', 'suggestion', 'js\n```', 'a b', 'é'])(
  'code in the language %j is not drawn',
  (language) => {
    expect(page({ kind: 'code', text: 'x', language })).toBe('```\nx\n```\n');
  },
);

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://x.example',
  '//x.example',
  'x.example',
  'https://user@x.example/',
  `https://x.example/${'a'.repeat(2000)}`,
])('%j is shown and not linked', (url) => {
  const [block] = readPage(page({ kind: 'paragraph', text: { kind: 'link', text: 'here', url } }));
  expect(block).toEqual({ kind: 'paragraph', text: `here (${url})` });
});

test('a link cannot leave its parentheses', () => {
  const link = {
    kind: 'link',
    text: 'a]b',
    url: 'https://x.example/)a|b`<c>"\'*$\\?d&amp;e',
  } as const;
  expect(line(link)).toBe(
    '[a&#93;b](https://x.example/%29a%7Cb%60%3Cc%3E%22%27%2A%24/?d&amp;amp;e)',
  );
});

test('a link without a text shows where it goes', () => {
  expect(line({ kind: 'link', text: ' ', url: 'https://x.example/' })).toBe(
    '[https<span>:</span>//x.example/](https://x.example/)',
  );
});

test('rows of different lengths get the same number of cells', () => {
  const rows = [['1'], ['1', '2', '3'], []];
  expect(page({ kind: 'table', head: ['a', 'b'], rows })).toBe(
    '| a | b |  |\n| --- | --- | --- |\n| 1 |  |  |\n| 1 | 2 | 3 |\n|  |  |  |\n',
  );
});

test('what is empty leaves nothing behind', () => {
  const empty = { kind: 'section', title: '', blocks: [] } as const;
  expect(page(empty, { kind: 'list', items: [] }, { kind: 'table', head: [], rows: [] })).toBe(
    '\n',
  );
});

test('headings go no deeper than six', () => {
  const nested = (depth: number): Block => ({
    kind: 'section',
    title: `at ${depth}`,
    blocks: depth === 9 ? [] : [nested(depth + 1)],
  });
  expect(
    page(nested(1))
      .match(/#+/g)
      ?.map((run) => run.length),
  ).toEqual([3, 4, 5, 6, 6, 6, 6, 6, 6]);
});

test('a cell that stays on one line is cut between its characters, in whatever it is written', () => {
  const cell = (text: Text) => {
    const table = page({ kind: 'table', head: ['a'], clip: [0], rows: [[text]] });
    return table.split('\n')[2];
  };
  expect(cell({ kind: 'code', text: 'x'.repeat(80) })).toBe(`| \`${'x'.repeat(80)}\` |`);
  expect(cell({ kind: 'code', text: 'x'.repeat(81) })).toBe(`| \`${'x'.repeat(79)}…\` |`);
  expect(cell(['e\u0301'.repeat(79), { kind: 'strong', text: 'ab' }, 'c'])).toBe(
    `| ${'e\u0301'.repeat(79)}<strong>…</strong> |`,
  );
  expect(cell({ kind: 'code', text: `${'|'.repeat(79)}ab` })).toBe(
    `| <code>${'&#124;'.repeat(79)}…</code> |`,
  );
});

test('a tone is letters', () => {
  expect(line(['a', { kind: 'toned', tone: 'warning', text: '*b*' }])).toBe('a&#42;b&#42;');
});
