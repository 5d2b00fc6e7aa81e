declare const place: unique symbol;

/** Where text lands. Each place has its own idea of what is a letter and what is an order. */
export type Place = 'markdown' | 'terminal' | 'command' | 'html';

/** Text that one place takes as letters only. A plain string is not assignable to it. */
export type Escaped<P extends Place> = string & { readonly [place]: P };

/** The one door into the type: for escapers, which know that the text is safe there. */
export const trusted = <P extends Place>(text: string): Escaped<P> => text as Escaped<P>;

type Template<P extends Place> = (
  ours: TemplateStringsArray,
  ...holes: readonly (Escaped<P> | number)[]
) => Escaped<P>;

const template =
  <P extends Place>(): Template<P> =>
  (ours, ...holes) =>
    trusted(String.raw({ raw: ours }, ...holes));

/** Templates whose letters are ours and whose holes take text escaped for the same place. */
export const inMarkdown = template<'markdown'>();
export const inTerminal = template<'terminal'>();
export const inCommand = template<'command'>();
export const inHtml = template<'html'>();

/** As `Array.join`, without leaving the type. */
export const join = <P extends Place>(
  parts: readonly Escaped<P>[],
  separator: Escaped<P>,
): Escaped<P> => trusted(parts.join(separator));
