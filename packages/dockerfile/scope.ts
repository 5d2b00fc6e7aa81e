import type { Dockerfile, Instruction } from './dockerfile.ts';
import type { Lookup } from './expand.ts';
import { Filler } from './filler.ts';

/** Where ARG instructions find their values. */
export interface Scope {
  /** One for all stages, as they share its bounds. */
  readonly filler: Filler;
  /** What the user passed. */
  readonly given: ReadonlyMap<string, string>;
  /** Values of the ARGs before the first FROM, and `TARGETPLATFORM` and its like; undefined: no value. */
  readonly global: ReadonlyMap<string, string | undefined>;
}

/** What each ARG of an instruction comes to; later ones see earlier ones through `set`. */
export function assignArgs(
  instruction: Instruction,
  {
    scope,
    lookup,
    set,
  }: {
    readonly scope: Scope;
    readonly lookup: Lookup;
    readonly set: (name: string, value: string | undefined) => void;
  },
): readonly (readonly [name: string, value: string | undefined])[] {
  return instruction.words.map((word) => {
    const equals = word.indexOf('=');
    const fill = (text: string): string => scope.filler.fill(instruction.line, text, lookup);
    const name = fill(equals < 0 ? word : word.slice(0, equals));
    const own = equals < 0 ? scope.global.get(name) : undefined;
    const value = scope.given.get(name) ?? (equals < 0 ? own : fill(word.slice(equals + 1)));
    set(name, value);
    return [name, value] as const;
  });
}

/** https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope */
function platformArgs(side: 'TARGET' | 'BUILD', platform: string): ReadonlyMap<string, string> {
  const [os = '', architecture = '', variant = ''] = platform.split('/');
  return new Map([
    [`${side}PLATFORM`, platform],
    [`${side}OS`, os],
    [`${side}OSVERSION`, ''],
    [`${side}ARCH`, architecture],
    [`${side}VARIANT`, variant],
  ]);
}

/** The scope of a build. `target` is the stage as the user named it. */
export function scopeOf(
  dockerfile: Dockerfile,
  {
    args: passed,
    platform,
    buildPlatform,
    target,
  }: {
    readonly args: Readonly<Record<string, string>>;
    readonly platform: string;
    readonly buildPlatform: string;
    readonly target: string | undefined;
  },
): Scope {
  const given = new Map(Object.entries(passed));
  const global = new Map<string, string | undefined>([
    ...platformArgs('TARGET', platform),
    ...platformArgs('BUILD', buildPlatform),
    ['TARGETSTAGE', target ?? 'default'],
  ]);
  for (const name of global.keys()) if (given.has(name)) global.set(name, given.get(name));
  const filler = new Filler(dockerfile);
  for (const instruction of dockerfile.args) {
    assignArgs(instruction, {
      scope: { filler, given, global },
      lookup: (name) => global.get(name),
      set: (name, value) => global.set(name, value),
    });
  }
  return { filler, given, global };
}

/** Taken without an ARG, or by the engine itself. */
const freeArgs =
  /^(?:(?:https?|ftp|no|all)_proxy|BUILDKIT_[A-Z_]+|SOURCE_DATE_EPOCH|(?:TARGET|BUILD)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)|TARGETSTAGE)$/i;

/** Names that were passed and that no ARG of the file declares: mostly mistyped. */
export function unusedArgs(
  { args, stages }: Dockerfile,
  given: Iterable<string>,
): readonly string[] {
  const declared = new Set(
    [...args, ...stages.flatMap(({ instructions }) => instructions)]
      .filter(({ keyword }) => keyword === 'ARG')
      .flatMap(({ words }) => words.map((word) => word.split('=', 1)[0])),
  );
  return [...given].filter((name) => !declared.has(name) && !freeArgs.test(name));
}
