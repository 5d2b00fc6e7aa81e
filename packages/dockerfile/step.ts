import type { Instruction } from './dockerfile.ts';

/** A command as the image's config holds it: a shell form starts with the stage's SHELL. */
export type Command = readonly string[];

/** COPY and ADD with variables expanded. */
export interface TransferStep {
  readonly keyword: 'COPY' | 'ADD';
  readonly instruction: Instruction;
  /** Patterns in the context, or in what `from` names; for ADD also URLs. */
  readonly sources: readonly string[];
  /** Files written in the Dockerfile itself, after the sources. */
  readonly documents: readonly { readonly name: string; readonly body: string }[];
  /** As written: relative to the working directory, and a folder when it ends with `/`. */
  readonly destination: string;
  /** COPY alone: a stage (by name or index) or an image; undefined is the context. */
  readonly from: Source | undefined;
  readonly chown: string | undefined;
  readonly chmod: string | undefined;
  readonly link: boolean;
  readonly parents: boolean;
  readonly exclude: readonly string[];
  /** ADD alone. */
  readonly checksum: string | undefined;
  /** ADD alone: undefined is the default, which unpacks local archives and no downloads. */
  readonly unpack: boolean | undefined;
}

/** Where a stage stands, or what a COPY reads. An image's `name` is expanded and otherwise as written. */
export type Source =
  | { readonly kind: 'scratch' }
  | { readonly kind: 'stage'; readonly index: number }
  | { readonly kind: 'image'; readonly name: string };

export type Step =
  | TransferStep
  | {
      readonly keyword: 'ENV' | 'LABEL';
      readonly instruction: Instruction;
      readonly pairs: readonly (readonly [name: string, value: string])[];
    }
  | {
      readonly keyword: 'ARG';
      readonly instruction: Instruction;
      /** Undefined: neither given nor with a default, so it stays unset. */
      readonly pairs: readonly (readonly [name: string, value: string | undefined])[];
    }
  | {
      readonly keyword: 'CMD' | 'ENTRYPOINT';
      readonly instruction: Instruction;
      /** Empty resets it. */
      readonly command: Command;
    }
  | {
      readonly keyword: 'RUN';
      readonly instruction: Instruction;
      readonly command: Command;
    }
  | {
      readonly keyword: 'SHELL';
      readonly instruction: Instruction;
      readonly command: Command;
    }
  | {
      readonly keyword: 'HEALTHCHECK';
      readonly instruction: Instruction;
      readonly healthcheck: Healthcheck;
    }
  | {
      readonly keyword: 'USER' | 'WORKDIR' | 'STOPSIGNAL' | 'MAINTAINER';
      readonly instruction: Instruction;
      readonly value: string;
    }
  | {
      readonly keyword: 'EXPOSE';
      readonly instruction: Instruction;
      /** `80/tcp`, one a port: ranges are spelt out. */
      readonly ports: readonly string[];
    }
  | {
      readonly keyword: 'VOLUME';
      readonly instruction: Instruction;
      readonly paths: readonly string[];
    }
  | {
      readonly keyword: 'ONBUILD';
      readonly instruction: Instruction;
      /** Not expanded: it is when a stage is built from this image. */
      readonly trigger: string;
    };

/** As the image's config holds it; times in nanoseconds, 0 or undefined is the engine's default. */
export interface Healthcheck {
  /** `['NONE']`, `['CMD', …]` or `['CMD-SHELL', line]`. */
  readonly test: readonly string[];
  readonly interval: number | undefined;
  readonly timeout: number | undefined;
  readonly startPeriod: number | undefined;
  readonly startInterval: number | undefined;
  readonly retries: number | undefined;
}
