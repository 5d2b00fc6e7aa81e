import { quote } from '#io';

import type { Dockerfile, Instruction } from './dockerfile.ts';
import { fault, type Place } from './fault.ts';
import type { Filler } from './filler.ts';
import { flagOn, flagText } from './flags.ts';
import { healthcheckOf } from './healthcheck.ts';
import { parseOpening } from './heredoc.ts';
import { parseTriggers } from './parse.ts';
import { portsOf } from './ports.ts';
import { sourcesOf, type ResolvedPlan, type ResolvedStage } from './resolve.ts';
import { assignArgs, type Scope } from './scope.ts';
import type { Command, Step, TransferStep } from './step.ts';
import { plainWords } from './words.ts';

/** What a stage takes over from the image or the stage it stands on. */
export interface Ground {
  readonly env: ReadonlyMap<string, string>;
  /** ARGs of the stage it stands on; none from an image. */
  readonly args: ReadonlyMap<string, string>;
  /** SHELL; empty is the default, `/bin/sh -c`. */
  readonly shell: Command;
  /** ONBUILD triggers, which run before the stage's own instructions. */
  readonly triggers: readonly string[];
}

export interface Evaluated {
  readonly steps: readonly Step[];
  /** What a stage `FROM` this one takes over. */
  readonly ground: Ground;
}

/** The ground of `FROM scratch`, and of an image whose config says nothing. */
export const bareGround: Ground = { env: new Map(), args: new Map(), shell: [], triggers: [] };

/**
 * The instructions of a stage with variables filled in, ONBUILD triggers of its base first. An ENV always wins
 * over an ARG of its name, in whatever order they stand.
 * @throws UsageError with the line: bad substitution, port, duration or trigger
 */
export function evaluate(plan: ResolvedPlan, { stage }: ResolvedStage, ground: Ground): Evaluated {
  const { dockerfile, scope } = plan;
  const evaluation = new Evaluation(dockerfile, scope, ground);
  const at = { file: dockerfile.file, line: stage.line };
  const triggered = parseTriggers(ground.triggers, at);
  const odd = triggered.find(({ keyword }) => ['FROM', 'MAINTAINER', 'ONBUILD'].includes(keyword));
  if (odd !== undefined) throw fault(at, `the base has the ONBUILD trigger ${quote(odd.text)}`);
  const steps = [...triggered, ...stage.instructions].map((one) => evaluation.step(one));
  return { steps, ground: evaluation.ground() };
}

const charactersOfPort = 9;

/** Keeps what instructions hand on to later ones. */
class Evaluation {
  readonly #dockerfile: Dockerfile;
  readonly #scope: Scope;
  readonly #filler: Filler;
  readonly #env: Map<string, string>;
  readonly #args: Map<string, string>;
  readonly #triggers: string[] = [];
  #shell: Command;

  constructor(dockerfile: Dockerfile, scope: Scope, { env, args, shell }: Ground) {
    this.#dockerfile = dockerfile;
    this.#scope = scope;
    this.#filler = scope.filler;
    this.#env = new Map(env);
    this.#args = new Map(args);
    this.#shell = shell.length === 0 ? ['/bin/sh', '-c'] : shell;
  }

  ground(): Ground {
    return { env: this.#env, args: this.#args, shell: this.#shell, triggers: this.#triggers };
  }

  step(instruction: Instruction): Step {
    const { keyword, words } = instruction;
    const [first = ''] = words;
    switch (keyword) {
      case 'ADD':
      case 'COPY':
        return this.#transfer(keyword, instruction);
      case 'ENV':
      case 'LABEL':
        return { keyword, instruction, pairs: this.#pairs(keyword, instruction) };
      case 'ARG':
        return { keyword, instruction, pairs: this.#arg(instruction) };
      case 'RUN':
      case 'CMD':
      case 'ENTRYPOINT':
        return { keyword, instruction, command: this.#command(instruction) };
      case 'SHELL':
        this.#shell = words;
        return { keyword, instruction, command: words };
      case 'HEALTHCHECK':
        return {
          keyword,
          instruction,
          healthcheck: healthcheckOf(instruction, this.#at(instruction)),
        };
      case 'MAINTAINER':
        return { keyword, instruction, value: first };
      case 'USER':
      case 'WORKDIR':
      case 'STOPSIGNAL':
        return { keyword, instruction, value: this.#fill(instruction, first) };
      case 'EXPOSE':
        return { keyword, instruction, ports: this.#ports(instruction) };
      case 'VOLUME':
        return { keyword, instruction, paths: words.map((word) => this.#fill(instruction, word)) };
      case 'ONBUILD':
        return { keyword, instruction, trigger: this.#trigger(instruction) };
      case 'FROM':
        throw fault(this.#at(instruction), 'FROM starts a stage');
    }
  }

  readonly #lookup = (name: string): string | undefined =>
    this.#env.get(name) ?? this.#args.get(name);

  #at({ line }: Instruction): Place {
    return this.#filler.at(line);
  }

  #fill({ line }: Instruction, text: string): string {
    return this.#filler.fill(line, text, this.#lookup);
  }

  #pairs(keyword: 'ENV' | 'LABEL', instruction: Instruction): [string, string][] {
    const pairs = instruction.words.map((word): [string, string] => {
      const equals = word.indexOf('=');
      const name = this.#fill(instruction, word.slice(0, equals));
      if (name === '') throw fault(this.#at(instruction), `${keyword} has an empty name`);
      return [name, this.#fill(instruction, word.slice(equals + 1))];
    });
    // After all of them: a value sees what was set before this instruction.
    if (keyword === 'ENV') for (const [name, value] of pairs) this.#env.set(name, value);
    return pairs;
  }

  #arg(instruction: Instruction): (readonly [string, string | undefined])[] {
    const set = (name: string, value: string | undefined): void => {
      if (value !== undefined) this.#args.set(name, value);
    };
    return [...assignArgs(instruction, { scope: this.#scope, lookup: this.#lookup, set })];
  }

  #command({ form, words }: Instruction): Command {
    return form === 'exec' ? words : [...this.#shell, ...words];
  }

  #ports(instruction: Instruction): readonly string[] {
    const words = instruction.words.flatMap((word) => plainWords(this.#fill(instruction, word)));
    const ports = portsOf(words, this.#at(instruction));
    this.#filler.count(instruction.line, ports.length * charactersOfPort);
    return ports;
  }

  #trigger({ words, heredocs }: Instruction): string {
    const trigger = [words[0] ?? '', ...heredocs.map(({ body, name }) => body + name)].join('\n');
    this.#triggers.push(trigger);
    return trigger;
  }

  #transfer(keyword: 'COPY' | 'ADD', instruction: Instruction): TransferStep {
    const { words, flags, heredocs, form } = instruction;
    const isDocument = (word: string): boolean =>
      form !== 'exec' && parseOpening(word) !== undefined;
    const sources = words.slice(0, -1).filter((word) => !isDocument(word));
    const documents = heredocs.map(({ name, body, expand }) => ({
      name: this.#fill(instruction, name),
      body: expand ? this.#filler.fillDocument(instruction.line, body, this.#lookup) : body,
    }));
    const text = (name: string): string | undefined => {
      const value = flagText(flags, name);
      return value === undefined ? undefined : this.#fill(instruction, value);
    };
    return {
      keyword,
      instruction,
      sources: sources.map((word) => this.#fill(instruction, word)),
      documents,
      destination: this.#fill(instruction, words.at(-1) ?? ''),
      from: sourcesOf(this.#dockerfile, instruction)[0],
      chown: text('chown'),
      chmod: text('chmod'),
      checksum: text('checksum'),
      link: flagOn(flags, 'link') ?? false,
      parents: flagOn(flags, 'parents') ?? false,
      unpack: flagOn(flags, 'unpack'),
      exclude: flags.flatMap(({ name, value }) =>
        name === 'exclude' && value !== true ? [value] : [],
      ),
    };
  }
}
