import type { Instruction } from '#dockerfile';

import type { Chain } from './lines-chain.ts';
import type { HistoryStep } from './history.ts';

/** A text, or with an `end` one in which something unknown stands between the two. */
interface Around {
  readonly start: string;
  readonly end: string | undefined;
}

/** What a history may say of an instruction. Texts are compared without white space, quotes and the like. */
export interface InstructionForm {
  readonly keyword: string;
  readonly texts: readonly string[];
  /** Of an instruction whose variables the history shows filled in. */
  readonly around: Around | undefined;
  /** Where a COPY or ADD goes to: engines that hash what is copied say nothing else. */
  readonly destination: Around | undefined;
}

export interface HistoryForm {
  readonly keyword: string | undefined;
  readonly texts: readonly string[];
  readonly destination: string | undefined;
}

/** Engines join words, quote and continue lines each in its own way. */
const squeezed = (text: string): string => text.replace(/[\s"'\\,[\]]+/g, '');
const withoutFlags = (text: string): string => text.replace(/^(?:--\S+\s+)+/, '');
/** Of a text with something unknown in it, to know it again. */
const enough = 200;
const around = (text: string): Around => {
  const first = text.indexOf('$');
  if (first < 0) return { start: text, end: undefined };
  const [, end = ''] =
    /^(?:\w+|\{[^}]*\}+)?(.*)$/s.exec(text.slice(text.lastIndexOf('$') + 1)) ?? [];
  return { start: text.slice(0, Math.min(first, enough)), end: end.slice(-enough) };
};

/** Whether a text can be what stands in the form once its variables are filled in. */
export const fits = ({ start, end }: Around, text: string): boolean =>
  end === undefined
    ? text === start
    : text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);

export function formOfStep({ keyword, rest }: HistoryStep): HistoryForm {
  const [, to] =
    keyword === 'COPY' || keyword === 'ADD'
      ? (/^(?:--\S+\s+)*(?:(?:file|dir|multi):\S*)?\s*\bin\s(.*)$/s.exec(rest) ?? [])
      : [];
  return {
    keyword,
    texts: [...new Set([squeezed(rest), squeezed(withoutFlags(rest))])],
    destination: to === undefined ? undefined : squeezed(to),
  };
}

/** The forms of a chain; a SHELL counts for the instructions after it. */
export function formsOf(chain: Chain): readonly InstructionForm[] {
  let shell: readonly string[] = [];
  return chain.map((instruction) => {
    if (instruction.keyword === 'SHELL') shell = instruction.words;
    return formOf(instruction, shell);
  });
}

function formOf(instruction: Instruction, shell: readonly string[]): InstructionForm {
  const { keyword, words, text, heredocs } = instruction;
  const written = text.slice(keyword.length);
  const plain = words.join(' ');
  const bodies = heredocs.map(({ body }) => body).join('\n');
  const ended = heredocs.map(({ body, name }) => body + name).join('\n');
  const transfer = keyword === 'COPY' || keyword === 'ADD';
  const texts = [
    plain,
    written,
    ...(keyword === 'RUN' && shell.length > 0 ? [[...shell, plain].join(' ')] : []),
    ...(heredocs.length > 0 && !transfer ? [bodies, written + bodies, written + ended] : []),
  ].map(squeezed);
  const expanded = keyword !== 'RUN' && plain.includes('$');
  const relative = keyword === 'WORKDIR' && !plain.startsWith('/');
  return {
    keyword,
    texts,
    around: expanded
      ? around(squeezed(plain))
      : relative
        ? { start: '', end: squeezed(plain) }
        : undefined,
    destination: transfer ? destinationOf(squeezed(words.at(-1) ?? '')) : undefined,
  };
}

/** Some engines make a relative one absolute. */
function destinationOf(to: string): Around {
  if (/^[/$]/.test(to)) return around(to);
  const { start, end = start } = around(to.replace(/^(?:\.\/|\.$)/, ''));
  return { start: '', end };
}
