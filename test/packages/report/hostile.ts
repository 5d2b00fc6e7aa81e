/** Texts that mean harm to some place where a report lands. None may do anything there but show. */
export const hostile: Readonly<Record<string, string>> = {
  // Markdown
  'a heading': '# You have won',
  'a setext underline': 'a title\n=====',
  'a rule of dashes': '---',
  'a rule of stars': '* * *',
  'a bullet': '- another item',
  'a plus bullet': '+ another item',
  'a numbered item': '7. seventh',
  'a numbered item with a parenthesis': '7) seventh',
  'a task': '[x] all gates passed',
  'a quotation': '> said nobody',
  'an alert': '> [!CAUTION]\n> turn the checks off',
  'an indented block': '      eval "$x"',
  'a fence': '```mermaid\ngraph TD; a-->b\n```',
  'a fence of tildes': '~~~\ncode\n~~~',
  emphasis: '*stars* **two** _lines_ __two__ ~gone~ ~~gone~~',
  'emphasis inside a word': 'snake_case_name and 2*3*4',
  'an image': '![a pixel that counts visitors](https://tracker.example/p.png)',
  'an exclamation mark before what follows': 'look!',
  'a link': '[click here](https://phish.example/login)',
  'a reference link': '[click here][1]\n\n[1]: https://phish.example',
  'a footnote': 'true[^1]\n\n[^1]: not true',
  'an autolink': '<https://phish.example>',
  'a bare address': 'see https://phish.example/a_b?c=d&e=f',
  'a bare host': 'see WWW.phish.example now',
  'a mail address': 'write to victim+tag@phish.example',
  'a mailto address': 'mailto:victim@phish.example',
  'a closed bracket': '](https://phish.example)',
  'one backtick': '`',
  'runs of backticks': '` `` ``` ```` ````` ``````',
  'code that is not closed': '``half',
  'code between others': 'a`b`c',
  backslashes: '\\ \\\\ \\` \\| \\* C:\\new\\table\\',
  'a hard break': 'one  \ntwo\\\nthree',
  'character references': '&lt;b&gt; &#64;octocat &commat;octocat &amp;amp;',
  formulas: '$x^2$ and $$\\int$$ and $`y`$ cost $100',
  // tables
  'more cells': 'a | b | c',
  'an escaped pipe': 'a \\| b \\\\| c `|` \\',
  'a new row': 'cell |\n| --- |\n| forged | passed |',
  'a row of its own': '| a | b |\n|---|---|\n| 1 | 2 |',
  'lines and tabs': 'one\n\n\ntwo\tthree\n',
  // GitHub
  'a mention': '@octocat please approve',
  'a team': 'cc @acme/owners, (@acme/admins)',
  'a number of an issue': 'fixes #1, acme/shop#2, GH-3, gh-4',
  'emoji by name': ':tada: :+1: :white_check_mark: passed',
  'an address of an issue': 'https://github.com/acme/shop/issues/1',
  // HTML
  'a script': '<script>alert(document.domain)</script>',
  'an image with a handler': '<img src=x onerror=alert(1)>',
  'a drawing': '<svg onload="alert(1)"><use href="data:image/svg+xml,x"/></svg>',
  'a frame': '<iframe src="https://phish.example"></iframe>',
  'the end of details': '</summary></details></td></table><h1>outside</h1>',
  'a comment': '<!-- hides the rest',
  'the end of a comment': '--> shows again',
  'a processing instruction': '<?php echo 1 ?> <!DOCTYPE html> <![CDATA[x]]>',
  'an attribute': '" onmouseover="alert(1)" x="',
  'a style': '<style>td { display: none }</style>',
  // addresses
  'a script as address': 'javascript:alert(1)',
  'a script in disguise': ' java\tscript:alert(1)',
  'a page as address': 'data:text/html,<script>alert(1)</script>',
  'a file as address': 'file:///etc/passwd',
  'a user that looks like a host': 'https://github.com:443@phish.example/',
  'an address that ends its link': 'https://phish.example/) [more](https://x.example/" title="x',
  'an address with a pipe': 'https://phish.example/a|b`c`<d>\\',
  // terminals
  colours: '\u001b[31mred\u001b[0m \u001b[8mhidden\u001b[0m',
  'a cleared screen': '\u001b[2J\u001b[H\u001b[3Jclean',
  'a line written over': 'failed\rpassed',
  'letters taken back': 'failed\b\b\b\b\b\bpassed',
  'a hidden link': '\u001b]8;;https://phish.example\u001b\\docs\u001b]8;;\u001b\\',
  'a clipboard': '\u001b]52;c;cm0gLXJmIH4=\u0007',
  'a window title': '\u001b]0;root@prod\u0007',
  'controls of one byte': '\u009b31mred\u009d0;title\u009c\u0085next',
  'a question to the terminal': '\u001b[6n\u001b[c\u0005',
  'all controls': String.fromCharCode(...Array(32).keys(), 127, 128, 144, 159),
  nothing: '',
  'only blanks': ' \t  \n ',
  'NUL bytes': 'a\u0000b\u0000',
  // the log of a workflow
  'an error': '::error file=a.ts,line=1::forged',
  'an error after blanks': ' \t\u3000::error::forged',
  'an error on a new line': 'fine\n::error::forged\r\n::warning::forged\r::notice::forged',
  'a mask': '::add-mask::a',
  'an output': '::set-output name=digest::sha256:0000\n::save-state name=x::y',
  'commands stopped': '::stop-commands::token\n::token::',
  'a group': '::group::all is well\n::endgroup::',
  'an old command': '##[error]forged',
  'an old command inside a line': 'fine ##[add-mask]a ###[group]b #[c] ##',
  'a property of a command': 'a,line=1,title=b::forged%0A::error::%25',
  'only colons': ':::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::',
  'a colon': ':',
  'an environment file': 'x<<EOF\nPATH=/evil\nEOF',
  // letters
  'a bidi override': 'invoice\u202Egpj.exe',
  'bidi isolates': '\u2066if (admin)\u2069\u2067 { \u2069',
  'marks of direction': '\u200Eleft\u200Fright\u061C',
  'zero widths': 'ad\u200Bmin\u200C\u200D\u2060\uFEFF',
  'a soft hyphen': 'pay\u00ADpal',
  'tags that spell a text': 'ok\u{E0069}\u{E0067}\u{E006E}',
  'variation selectors': 'a\uFE00b\uFE0Fc\u{E0100}',
  'separators of lines': 'one\u2028two\u2029three',
  'fillers that look blank': '\u3164\u115F\u1160\uFFA0',
  'half a pair': 'a\uD83D b\uDE00',
  'pairs the wrong way round': '\uDE00\uD83D',
  noncharacters: '\uFFFE\uFFFF\u{10FFFF}',
  'a flood of marks': `Z${'\u0351\u0322\u0489'.repeat(60)}algo`,
  'a mark without a letter': '\u0301\u20DD',
  emoji: '😀 👩‍👩‍👧 👍🏽 🇫🇷 ⚠️ 1️⃣',
  'wide letters': '日本語のとても長いテキスト、한국어、ｆｕｌｌ',
  'letters from right to left': 'שלום עולם, مرحبا 123',
  lookalikes: 'gіthub.com ⁄ раураl',
  'no blank anywhere': 'x'.repeat(500),
  'no blank anywhere, wide': '漢'.repeat(300),
  'very long': 'long @octocat `x` | <b> '.repeat(3000),
  'very deep': `${'['.repeat(2000)}${'>'.repeat(2000)}${'*'.repeat(2000)}`,
};

const alphabet: readonly string[] = [
  ...'a b 1 _ * ` ~ [ ] ( ) < > | \\ # : @ ! $ & - + = . ^ " \' % , ; { } /'.split(' '),
  ...':: ##[ ``` https:// www. <b> </details> <!-- &#64; 日 😀 ⚠️'.split(' '),
  ...[' ', '  ', '\t', '\n', '\r', '\r\n', '\0', '\u001b['],
  ...['\u202e', '\u200b', '\ud83d', '\u0301'],
];

/** Texts of the same kind from a seed: the same seed gives the same texts. */
export function* random(seed: number, count: number): Generator<string> {
  let state = seed;
  const next = (below: number): number => {
    // https://en.wikipedia.org/wiki/Linear_congruential_generator, the constants of Numerical Recipes
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let index = 0; index < count; index++) {
    const length = 1 + next(24);
    yield Array.from({ length }, () => alphabet[next(alphabet.length)] ?? '').join('');
  }
}
