import { keywords, type Keyword } from '#dockerfile';

/** What a history entry says was done, in the words of a Dockerfile. */
export interface HistoryCommand {
  /** Undefined: no instruction of a Dockerfile, or one that an engine recorded without saying which. */
  readonly keyword: Keyword | undefined;
  /** All after the keyword; all of it where there is none. */
  readonly rest: string;
}

/** Scripts can be long; nothing that was written by hand is longer. */
const longest = 1 << 16;

const shell = /^(?:\/\S*\/)?(?:ba|da|z|k|a)?sh(?: -[A-Za-z]+| pipefail)* -[a-z]*c(?: |$)/;
const windowsShell = /^(?:cmd(?:\.exe)? \/S \/C|powershell(?:\.exe)?(?: -\S+)* -Command) ?/i;
/** Where a shell stands behind build arguments, whose values may have spaces. */
const shellInside = / (?:\/\S*\/)(?:ba|da|z|k|a)?sh(?: -[A-Za-z]+| pipefail)* -[a-z]*c /;

/**
 * Reads `created_by` as Docker, BuildKit, Buildah, kaniko and our builder write it: `/bin/sh -c #(nop)  CMD […]`,
 * `RUN |1 a=b /bin/sh -c make # buildkit`, `RUN make`. Never fails: what none of them writes has no keyword.
 */
export function parseHistoryCommand(createdBy: string): HistoryCommand {
  const whole = createdBy.slice(0, longest).trim();
  const text = whole.replace(/ # buildkit(?::\S*)?$/, '');
  if (/^RUN /i.test(text)) {
    const rest = text.slice('RUN '.length);
    // Without BuildKit's mark it is the Dockerfile's own text, in which a shell was written by hand.
    if (text === whole) return { keyword: 'RUN', rest };
    const bare = withoutArguments(rest);
    return { keyword: 'RUN', rest: withoutShell(bare) ?? bare };
  }
  const bare = withoutArguments(text);
  const command = withoutShell(bare);
  if (command === undefined) {
    return bare === text ? instructionOf(text) : { keyword: 'RUN', rest: bare };
  }
  if (command.startsWith('#(nop)')) return instructionOf(command.slice('#(nop)'.length).trim());
  return command === '' ? { keyword: undefined, rest: text } : { keyword: 'RUN', rest: command };
}

function instructionOf(text: string): HistoryCommand {
  const [word = ''] = text.split(/\s/, 1);
  const keyword = keywords.find((one) => one === word.toUpperCase());
  return { keyword, rest: keyword === undefined ? text : text.slice(word.length).trim() };
}

function withoutShell(text: string): string | undefined {
  const found = shell.exec(text) ?? windowsShell.exec(text);
  return found === null ? undefined : text.slice(found[0].length);
}

/** Build arguments stand before a command: `|2 a=b c=d /bin/sh -c make`. */
function withoutArguments(text: string): string {
  const count = /^\|(\d{1,4}) /.exec(text);
  if (count === null) return text;
  const rest = text.slice(count[0].length);
  const at = shellInside.exec(` ${rest}`);
  if (at !== null) return rest.slice(at.index);
  const words = rest.split(' ');
  return words.slice(Number(count[1])).join(' ');
}

/** On one line, for people: digests shortened, white space as one blank. */
export function showHistoryCommand({ keyword, rest }: HistoryCommand): string {
  const ports = keyword === 'EXPOSE' ? /^map\[(.*)\]$/s.exec(rest)?.[1] : undefined;
  const text = ports === undefined ? rest : ports.replaceAll(':{}', '');
  return `${keyword ?? ''} ${text}`
    .replace(/\b(file|dir|multi):([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1:$2')
    .replace(/\s+/g, ' ')
    .trim();
}
