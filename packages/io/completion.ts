import { commonFlags } from './grammar.ts';
import type { Input, Inputs } from './inputs.ts';

/** The shells that completion can be written for. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** A command as completion knows it. */
export interface Completed {
  readonly name: string;
  readonly description: string;
  readonly inputs: Inputs;
}

/** A script that completes commands, flags and fixed values; source it, or put it where the shell looks. */
export function completion(shell: Shell, commands: readonly Completed[]): string {
  return { bash, zsh, fish }[shell](commands);
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const flagsOf = (inputs: Inputs): readonly string[] =>
  Object.entries(inputs)
    .flatMap(([name, input]) =>
      input.type === 'flag' ? [`--${name}`, `--no-${name}`] : `--${name}`,
    )
    .concat(Object.keys(commonFlags).map((name) => `--${name}`));

const choices = (inputs: Inputs): readonly (readonly [string, readonly string[]])[] =>
  Object.entries(inputs).flatMap(([name, input]) =>
    input.type === 'one-of' ? [[name, input.values] as const] : [],
  );

function bash(commands: readonly Completed[]): string {
  const names = [...commands.map(({ name }) => name), 'completion'].join(' ');
  const values = commands.flatMap(({ name, inputs }) =>
    choices(inputs).map(
      ([flag, items]) => `    '${name} --${flag}') words=${quoted(items.join(' '))} ;;`,
    ),
  );
  const flags = commands.map(
    ({ name, inputs }) => `      ${name}) words=${quoted(flagsOf(inputs).join(' '))} ;;`,
  );
  return `# bash completion of ecluse: source <(ecluse completion bash)
_ecluse() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted(names)} -- "$word"))
    return
  fi
  case "$command $before" in
    'completion completion') words=${quoted(shells.join(' '))} ;;
${values.join('\n')}
  esac
  if [ -z "$words" ] && [ "\${word:0:1}" = - ]; then
    case "$command" in
${flags.join('\n')}
    esac
  fi
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$word")); fi
}
complete -o default -F _ecluse ecluse
`;
}

const zshText = (text: string): string => text.replace(/[\\[\]:]/g, '\\$&');

function zshFlags([name, input]: readonly [string, Input]): readonly string[] {
  const text = zshText(input.description);
  if (input.type === 'flag') return [`--${name}[${text}]`, `--no-${name}[${text}]`];
  const values = input.type === 'one-of' ? `(${input.values.join(' ')})` : '_files';
  const many = input.type === 'lines' || input.type === 'list' ? '*' : '';
  return [`${many}--${name}=[${text}]:${name}:${values}`];
}

function zsh(commands: readonly Completed[]): string {
  const described = commands.map(({ name, description }) =>
    quoted(`${name}:${zshText(description)}`),
  );
  const common = Object.entries(commonFlags).map(([name, text]) => `--${name}[${zshText(text)}]`);
  const cases = commands.map(({ name, inputs }) => {
    const flags = [...Object.entries(inputs).flatMap(zshFlags), ...common].map(quoted);
    return `    ${name}) _arguments ${[...flags, quoted('*:file:_files')].join(' ')} ;;`;
  });
  return `#compdef ecluse
# zsh completion of ecluse: ecluse completion zsh > a folder of $fpath/_ecluse
_ecluse() {
  local -a commands=(${described.join(' ')} 'completion:Completion for a shell.')
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
    completion) _values shell ${shells.join(' ')} ;;
  esac
}
if [ "$funcstack[1]" = _ecluse ]; then _ecluse "$@"; else compdef _ecluse ecluse; fi
`;
}

function fish(commands: readonly Completed[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  const lines = commands.flatMap(({ name, description, inputs }) => {
    const when = `-n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
    const flag = (key: string, input: Input) => {
      const text = quoted(input.description);
      if (input.type === 'flag')
        return [
          `complete -c ecluse ${when} -l ${key} -d ${text}`,
          `complete -c ecluse ${when} -l no-${key} -d ${text}`,
        ];
      const values = input.type === 'one-of' ? `-x -a ${quoted(input.values.join(' '))}` : '-r';
      return [`complete -c ecluse ${when} -l ${key} ${values} -d ${text}`];
    };
    return [
      `complete -c ecluse -f -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
      ...Object.entries(inputs).flatMap(([key, input]) => flag(key, input)),
    ];
  });
  return `# fish completion of ecluse: ecluse completion fish | source
${lines.join('\n')}
complete -c ecluse -f -n __fish_use_subcommand -a completion -d 'Completion for a shell.'
complete -c ecluse -f -n '__fish_seen_subcommand_from completion' -a ${quoted(shells.join(' '))}
${Object.entries(commonFlags)
  .map(
    ([name, text]) =>
      `complete -c ecluse -n ${quoted(`__fish_seen_subcommand_from ${names}`)} -l ${name} -d ${quoted(text)}`,
  )
  .join('\n')}
`;
}
