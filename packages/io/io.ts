import type { Readable } from 'node:stream';

import type { Result } from '#gate';
import type { Page } from '#report';

import type { Inputs } from './inputs.ts';

/** What made us run. `commit` is what is built, 40 hex digits. */
export type Event = { readonly commit: string } & (
  | { readonly kind: 'change'; readonly number?: number }
  | { readonly kind: 'push'; readonly branch: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'schedule' }
);

/** Runs a program without a shell, in a process group of its own, with an allow-listed environment. */
export interface Exec {
  run(
    command: string,
    args: readonly string[],
    how: {
      readonly cwd?: string;
      /** Added to the allow list: PATH, HOME, LANG, LC_*, TZ, TMPDIR, XDG_RUNTIME_DIR, SSL_CERT_*, proxy variables. */
      readonly env?: Readonly<Record<string, string>>;
      readonly stdin?: Readable;
      readonly signal: AbortSignal;
      /** Of each stream; more is read, counted as `truncated` and dropped. */
      readonly maxBytes: number;
      onLine?(line: string, from: 'stdout' | 'stderr'): void;
    },
  ): Promise<{
    readonly code: number;
    readonly stdout: Uint8Array;
    readonly stderr: Uint8Array;
    readonly truncated: boolean;
  }>;
}

/** One HTTP exchange: no redirects, no inflating, no retries, no credentials of its own. */
export interface Transport {
  send(request: {
    readonly method: string;
    readonly url: URL;
    readonly headers: Readonly<Record<string, string>>;
    readonly lengthBytes?: number;
    readonly signal: AbortSignal;
    readonly body?: Uint8Array | (() => Readable);
  }): Promise<{
    readonly status: number;
    readonly headers: Readonly<Record<string, string | undefined>>;
    readonly body: Readable;
  }>;
}

export interface ServerRequest {
  readonly method: string;
  /** Path and query as they were sent, on the base of the server's own origin. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Readable;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
}
/** A part of a file, sent as it lies there. */
export interface FilePart {
  readonly path: string;
  readonly from: number;
  readonly lengthBytes: number;
}
export interface ServerResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | Readable | FilePart;
}
export type Handler = (request: ServerRequest) => Promise<ServerResponse>;
export interface Listening {
  /** `http://127.0.0.1:PORT` */
  readonly url: URL;
  close(): Promise<void>;
}

/** Where a server stands, and how it ends. */
export interface ServerPlace {
  /** An address of this machine. */
  readonly host?: string;
  readonly port?: number;
  /** After a signal, requests that are under way have a moment to end. */
  readonly drains?: boolean;
}

/** What git knows of the commits. Every answer may be "unknown": a shallow clone lies about ancestry. */
export interface History {
  /** Is `a` before or after `b`? `unknown` when the clone cannot tell; a shallow one is made whole first, unless `fetch` is false. */
  order(
    a: string,
    b: string,
    how?: { readonly fetch: boolean },
  ): Promise<'same' | 'before' | 'after' | 'diverged' | 'unknown'>;
  /** How many commits `to` has that `from` has not; undefined when the clone cannot tell. */
  distance(from: string, to: string): Promise<number | undefined>;
  file(commit: string, path: string): Promise<Uint8Array | undefined>;
  defaultBranch(): Promise<DefaultBranch | undefined>;
  /** Of the committer. */
  time(commit: string): Promise<Date>;
  /** The name of who wrote it, without the address; undefined when the clone has not got the commit. */
  author(commit: string): Promise<string | undefined>;
  /** Paths below `folder`, relative to it, that differ from the commit: changed, untracked, or ignored by git. */
  changes(folder: string): Promise<readonly Change[]>;
  /** Tags that point to this commit. */
  tagsAt(commit: string): Promise<readonly string[]>;
  /** The commit that a branch, tag or abbreviated hash names. */
  commitOf(name: string): Promise<string | undefined>;
  /** Where HEAD stands; no branch when it is detached, no commit before the first one. */
  head(): Promise<{ readonly commit: string | undefined; readonly branch: string | undefined }>;
  /** The names of all tags; undefined in a shallow clone that has none: they may be at the origin. */
  tags(): Promise<readonly string[] | undefined>;
  /**
   * What `git describe --tags` says of a commit, of tags that fit the glob `match` alone; undefined when no tag that is known is
   * before it.
   */
  describe(commit: string, match?: string): Promise<string | undefined>;
  /** The URL of the remote `origin` as it was configured, a login included; undefined when there is none. */
  origin(): Promise<string | undefined>;
  /** Where the working tree starts. */
  readonly root: string;
}
export interface DefaultBranch {
  readonly name: string;
  readonly commit: string;
  readonly from: 'event' | 'origin/HEAD' | 'main' | 'master' | 'input';
}
export interface Change {
  /** A folder ends with `/`. */
  readonly path: string;
  readonly kind: 'changed' | 'untracked' | 'ignored';
}

/** What a piece of work tells while it runs. */
export type Progress = (done: number, of: number | undefined, unit: 'bytes' | 'steps') => void;

/** Past tense, one fact a line. On a terminal steps are live; elsewhere plain lines. */
export interface Log {
  debug(sentence: string): void;
  info(sentence: string): void;
  warn(sentence: string): void;
  step<T>(name: string, work: (progress: Progress) => Promise<T>): Promise<T>;
}

/** Everything that an action may see of the machine it runs on. It speaks through its result alone. */
export interface Io {
  readonly cwd: string;
  readonly env: ReadonlyMap<string, string>;
  readonly now: () => Date;
  /** What this process runs on, in OCI's words: `linux`, `amd64`. */
  readonly machine: { readonly os: string; readonly architecture: string };
  readonly signal: AbortSignal;
  readonly log: Log;
  readonly exec: Exec;
  readonly transport: Transport;
  /** Asked once and kept, so that an action that needs no git starts none. Undefined outside a git repository. */
  history(): Promise<History | undefined>;
  /** Asked once and kept: from the workflow's event, on a terminal from git. */
  event(): Promise<Event | undefined>;
  /** The payload of the workflow's event as GitHub sent it; undefined where there is none. */
  payload(): Promise<unknown>;
  input(name: string): string | undefined;
  /** Registers a value that no log may show. */
  secret(value: string): void;
  /** A new empty private folder, removed at the end. */
  temporary(): Promise<string>;
  /** A server, closed at the end; on loopback, at a port that the system picks, unless it is said otherwise. */
  listen(handler: Handler, how?: ServerPlace): Promise<Listening>;
}

/** An action's result; its JSON is the predicate of an attestation, so `kind` is the predicate type. */
export interface Document {
  readonly kind: `https://${string}/v${number}`;
  /** `name@sha256:…`; null before a build, or for a set. */
  readonly image: string | null;
  readonly digest: string | null;
  readonly results: readonly Result[];
  readonly images?: readonly Document[];
}

/** A file that stays for the steps that follow. */
export interface FileOutput {
  readonly name: string;
  readonly text: string;
}

export type Action<R extends Document> = (io: Io) => Promise<R>;

// Methods, not function fields: a table of modules with different documents is then one type.
export interface ActionModule<R extends Document> {
  /** One sentence with a period. */
  readonly description: string;
  readonly inputs: Inputs;
  readonly outputs: Readonly<
    Record<string, { readonly description: string; of(result: R): string }>
  >;
  /** Outputs that are the path of a file; in a step alone. `of` gives no file: the output is empty. */
  readonly files?: Readonly<
    Record<string, { readonly description: string; of(result: R): FileOutput | undefined }>
  >;
  /** Names of environment variables that outputs become for the steps that follow, by output. */
  variables?(result: R, env: Io['env']): ReadonlyMap<string, string>;
  /** What `main` started goes on after its result is told, until a signal ends it: a server. */
  readonly lasts?: true;
  main(io: Io): Promise<R>;
  page(result: R): Page;
}
