/** A stretch of text. Plain strings are data: every renderer escapes them for the place they land in. */
export type Span =
  | string
  | { readonly kind: 'code' | 'strong'; readonly text: string }
  /** A colour on a terminal; elsewhere plain letters. */
  | { readonly kind: 'toned'; readonly tone: Tone; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** Without a text the mark's own name stands beside its symbol. */
  | { readonly kind: 'mark'; readonly mark: Mark; readonly text?: string };
export type Tone = 'warning' | 'error' | 'quiet';
export type Text = Span | readonly Span[];

/** A state with a colour on a terminal and a symbol in Markdown. */
export type Mark = 'passed' | 'failed' | 'not evaluated' | 'waiting' | 'unchanged';

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Text }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly Text[])[];
      /** Columns of numbers stand right. */
      readonly right?: readonly number[];
      /** Columns whose cells stay on one line: what has no room ends with an ellipsis. */
      readonly clip?: readonly number[];
    }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'code'; readonly text: string; readonly language?: string }
  | { readonly kind: 'section'; readonly title: Text; readonly blocks: readonly Block[] }
  | { readonly kind: 'details'; readonly summary: Text; readonly blocks: readonly Block[] };

/** A remark on a line of a file, shown in the diff of a pull request. Lines count from 1. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  /** The page says it too: on a terminal, which shows both, it is not said twice. */
  readonly isOnPage?: true;
}

/** A result as a person reads it: the same data becomes a job summary, annotations, and terminal text. */
export interface Page {
  readonly title: Text;
  readonly blocks: readonly Block[];
  readonly annotations?: readonly Annotation[];
}
