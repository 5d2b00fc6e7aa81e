import { fault, type Ground, type Step, type TransferStep } from '#dockerfile';
import {
  quoted,
  rawOf,
  type FileTree,
  type History,
  type ImageConfig,
  type RuntimeConfig,
} from '#image';
import { timeOf } from '#labels';
import { mediaType, type Descriptor, type Digest } from '#oci';

import type { Step as Done } from './builder.ts';
import { configure } from './configure.ts';
import { LayerDraft, type Change } from './draft.ts';
import type { PrivateLayout } from './private-layout.ts';
import { transfer, type TransferFrom } from './transfer.ts';

/** A stage that is complete, or what one stands on. */
export interface Assembled {
  readonly config: ImageConfig;
  readonly layers: readonly Descriptor[];
  readonly ground: Ground;
  /** Of the last image below it; not to be changed. */
  tree(): Promise<FileTree>;
}

/** What the steps of a stage need from outside. */
export interface Surroundings {
  readonly file: string;
  /** Where layers are written; undefined when nobody will see them. */
  readonly layout: PrivateLayout | undefined;
  /** Seconds. */
  readonly epoch: number;
  readonly signal: AbortSignal;
  /** What a COPY or ADD reads from. */
  from(step: TransferStep): Promise<Pick<TransferFrom, 'files' | 'where' | 'isContext'>>;
  done(step: Done): void;
}

/** Carries out the steps of a stage on what it stands on. @throws UsageError with the line */
export async function assemble(
  start: Assembled,
  { steps, ground }: { readonly steps: readonly Step[]; readonly ground: Ground },
  surroundings: Surroundings,
): Promise<Assembled> {
  const assembly = new Assembly(start, surroundings);
  for (const step of steps) {
    const started = performance.now();
    await assembly.step(step);
    const { line, text } = step.instruction;
    const ms = Math.round(performance.now() - started);
    surroundings.done({ line, text, ms, cached: false });
  }
  return assembly.finish(ground);
}

class Assembly {
  readonly #start: Assembled;
  readonly #surroundings: Surroundings;
  readonly #layers: Descriptor[];
  readonly #diffIds: Digest[];
  readonly #history: History[];
  #config: RuntimeConfig;
  #author: string | undefined;
  #hasCommand = false;
  #tree: Promise<FileTree> | undefined;

  constructor(start: Assembled, surroundings: Surroundings) {
    this.#start = start;
    this.#surroundings = surroundings;
    this.#layers = [...start.layers];
    this.#diffIds = [...start.config.rootfs.diff_ids];
    this.#history = historyOf(start.config);
    // Triggers are for the one image that is built on this one.
    this.#config = { ...start.config.config, OnBuild: undefined };
    this.#author = start.config.author;
  }

  async step(step: Step): Promise<void> {
    this.#surroundings.signal.throwIfAborted();
    switch (step.keyword) {
      case 'RUN':
        throw fault(this.#at(step), 'RUN needs an engine');
      case 'COPY':
      case 'ADD':
        return this.#transfer(step);
      case 'WORKDIR':
        this.#config = configure(this.#config, step, this.#hasCommand);
        return this.#workdir(step);
      case 'MAINTAINER':
        this.#author = step.value;
        break;
      case 'CMD':
        this.#hasCommand = true;
        break;
    }
    this.#config = configure(this.#config, step, this.#hasCommand);
    this.#record(step, true);
  }

  finish(ground: Ground): Assembled {
    const { epoch } = this.#surroundings;
    const config: ImageConfig = {
      ...this.#start.config,
      created: timeOf(epoch),
      author: this.#author,
      config: this.#config,
      rootfs: { type: 'layers', diff_ids: this.#diffIds },
      history: this.#history,
    };
    return { config, layers: this.#layers, ground, tree: () => this.#files() };
  }

  #at({ instruction }: Step): { readonly file: string; readonly line: number } {
    return { file: this.#surroundings.file, line: instruction.line };
  }

  /** The files so far; the first to ask has what is below copied, so that it stays as it is. */
  #files(): Promise<FileTree> {
    return (this.#tree ??= this.#start.tree().then((tree) => tree.clone()));
  }

  async #transfer(step: TransferStep): Promise<void> {
    const draft = new LayerDraft(await this.#files());
    const from = await this.#surroundings.from(step);
    const workdir = this.#config.WorkingDir ?? '/';
    await transfer(step, draft, { ...from, workdir, at: this.#at(step) });
    await this.#layer(step, draft.changes());
  }

  async #workdir(step: Step): Promise<void> {
    const draft = new LayerDraft(await this.#files());
    const wanted = rawOf(this.#config.WorkingDir ?? '/');
    if (wanted.includes('\0')) throw fault(this.#at(step), 'the folder has a NUL in its name');
    const { path, node, blocked } = draft.tree.resolve(wanted, { followLast: true });
    if (blocked !== undefined || (node !== undefined && node.kind !== 'directory')) {
      throw fault(this.#at(step), `${quoted(path)} in the image is no folder`);
    }
    draft.ensure(path);
    await this.#layer(step, draft.changes());
  }

  async #layer(step: Step, changes: readonly Change[]): Promise<void> {
    const { layout, epoch, signal } = this.#surroundings;
    this.#record(step, changes.length === 0);
    if (changes.length === 0 || layout === undefined) return;
    const { digest, sizeBytes, diffId } = await layout.layer(changes, { modified: epoch, signal });
    this.#layers.push({ mediaType: mediaType.layerGzip, digest, size: sizeBytes });
    this.#diffIds.push(diffId);
  }

  #record({ instruction }: Step, isEmpty: boolean): void {
    this.#history.push({
      created: timeOf(this.#surroundings.epoch),
      created_by: instruction.text,
      comment: 'ecluse builtin',
      ...(isEmpty ? { empty_layer: true } : {}),
    });
  }
}

/** With an entry for every layer, also where a base keeps no history: readers match them by position. */
function historyOf({ history = [], rootfs }: ImageConfig): History[] {
  const full = history.filter(({ empty_layer }) => empty_layer !== true).length;
  const missing = Math.max(0, rootfs.diff_ids.length - full);
  return [...history, ...Array.from({ length: missing }, () => ({ comment: 'not recorded' }))];
}
