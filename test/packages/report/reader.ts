/** What a page says, read back from its Markdown. */
export type Read =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph' | 'item' | 'summary'; readonly text: string }
  | { readonly kind: 'cells'; readonly texts: readonly string[] }
  | { readonly kind: 'rule'; readonly right: readonly boolean[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | { readonly kind: 'details' | 'end of details' };

const references: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

// Every way in which the renderer may write something, and nothing else.
const inlines: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/[^\\`*[\]<>&|~!@#$_:\n]+/y, ([text]) => text],
  [/(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])/uy, () => '_'],
  [/:(?![\w+/-])/y, () => ':'],
  [/&(?:amp|lt|gt);/y, ([text]) => references[text] ?? ''],
  [/&#(\d+);/y, ([, code]) => String.fromCharCode(Number(code))],
  [/<span>([@#$:.-])<\/span>/y, ([, letter = '']) => letter],
  [/<br>/y, () => '\n'],
  [/<\/?(?:strong|code)>/y, () => ''],
  [/(?<!`)`([^`|\n]+)`(?!`)/y, ([, text = '']) => text],
  [/\[((?:[^[\]`]|`[^`]+`)*)\]\(https?:[\w./:?#@%=+,;~&[\]-]*\)/y, ([, text = '']) => inline(text)],
  [/<a href="https?:[\w./:?#@%=+,;~&[\]-]*">(.*?)<\/a>/y, ([, text = '']) => inline(text)],
];

/** The letters of a line; throws where one stands that could be more than a letter. */
export function inline(line: string): string {
  let text = '';
  for (let at = 0; at < line.length;) {
    const start = at;
    for (const [pattern, read] of inlines) {
      pattern.lastIndex = at;
      const match = pattern.exec(line);
      if (match === null) continue;
      // Taken before a nested read moves the shared pattern.
      at += match[0].length;
      text += read(match);
      break;
    }
    if (at === start) throw new Error(`not a letter: ${JSON.stringify(line.slice(at, at + 40))}`);
  }
  return text;
}

const marker = /^(?:[ \t]|[-+=>#|~]|```|\d+[.)]|<(?!(?:span|strong|code|br)>))/;

function one(line: string): Read {
  const [, hashes, title] = /^(#{1,6}) (.+)$/.exec(line) ?? [];
  if (hashes !== undefined && title !== undefined) {
    return { kind: 'heading', level: hashes.length, text: inline(title) };
  }
  if (line === '<details>') return { kind: 'details' };
  if (line === '</details>') return { kind: 'end of details' };
  const [, summary] = /^<summary>(.*)<\/summary>$/.exec(line) ?? [];
  if (summary !== undefined) return { kind: 'summary', text: inline(summary) };
  if (/^\|(?: ---:? \|)+$/.test(line)) {
    const cells = line.slice(2, -2).split(' | ');
    return { kind: 'rule', right: cells.map((cell) => cell.endsWith(':')) };
  }
  if (line.startsWith('| ') && line.endsWith(' |')) {
    const cells = line.slice(1, -1).split('|');
    return { kind: 'cells', texts: cells.map((cell) => inline(cell.trim())) };
  }
  if (line.startsWith('- ')) {
    if (marker.test(line.slice(2))) throw new Error(`a block in an item: ${line.slice(0, 40)}`);
    return { kind: 'item', text: inline(line.slice(2)) };
  }
  if (marker.test(line)) throw new Error(`a block that is not ours: ${line.slice(0, 40)}`);
  return { kind: 'paragraph', text: inline(line) };
}

/** Reads a page as strictly as the renderer writes it; throws at anything else. */
export function readPage(markdown: string): readonly Read[] {
  const lines = markdown.split('\n');
  const read: Read[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, fence, language = ''] = /^(`{3,})([\w+#.-]*)$/.exec(line) ?? [];
    if (fence !== undefined) {
      // https://spec.commonmark.org/0.31.2/#fenced-code-blocks: what closes may be longer.
      const closes = new RegExp(`^ {0,3}${fence}\`*\\s*$`);
      const end = lines.findIndex((other, index) => index > at && closes.test(other));
      if (end === -1 || lines[end] !== fence) throw new Error('a fence that is not ours');
      read.push({ kind: 'code', language, text: lines.slice(at + 1, end).join('\n') });
      at = end;
    } else if (line !== '') read.push(one(line));
  }
  const depth = (kind: string) => read.filter((block) => block.kind === kind).length;
  if (depth('details') !== depth('end of details')) throw new Error('details that stay open');
  return read;
}
