/** https://docs.docker.com/reference/dockerfile/ */
export const keywords = [
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
] as const;
export type Keyword = (typeof keywords)[number];

/** `--name=value`, or `--name` alone. The value is as written: variables are not expanded. */
export interface Flag {
  readonly name: string;
  readonly value: string | true;
}

/** A file written into the Dockerfile itself: `<<name`, and the lines up to `name`. */
export interface Heredoc {
  readonly name: string;
  /** With the tabs at the start of its lines removed when `strip` (`<<-`). */
  readonly body: string;
  /** Variables in the body are expanded, as the name is not quoted. */
  readonly expand: boolean;
  readonly strip: boolean;
}

/** One instruction as it is written, before any variable is expanded. */
export interface Instruction {
  readonly keyword: Keyword;
  readonly line: number;
  /** The last line, that of the last heredoc's end included. */
  readonly endLine: number;
  /** Continuation lines joined, comments dropped, heredoc bodies not included. */
  readonly text: string;
  readonly flags: readonly Flag[];
  /** `exec` is a JSON array. `shell` is one line for the shell. `words` is everything else. */
  readonly form: 'shell' | 'exec' | 'words';
  /**
   * exec: the items. shell: the whole line as one. ENV, LABEL: `name=value` pairs. ARG: `name` or `name=value`.
   * HEALTHCHECK: `NONE`, or `CMD` and its words. ONBUILD: the trigger as one. Others: words.
   * Quotes and escapes stay in those that are not JSON: they are removed when variables are expanded.
   */
  readonly words: readonly string[];
  readonly heredocs: readonly Heredoc[];
}

export interface Stage {
  readonly index: number;
  /** Lower case, as Docker compares it. */
  readonly name?: string;
  /** As written. */
  readonly from: string;
  readonly platform?: string;
  readonly line: number;
  /** The FROM, on one line. */
  readonly text: string;
  /** Without the FROM. */
  readonly instructions: readonly Instruction[];
}

export interface Dockerfile {
  /** As messages name it. */
  readonly file: string;
  /** The whole text, for engines that read it themselves. */
  readonly source: string;
  readonly escape: '\\' | '`';
  /** The ARGs before the first FROM. */
  readonly args: readonly Instruction[];
  readonly stages: readonly Stage[];
}
