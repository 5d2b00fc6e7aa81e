export const id = 161;
export const ids = [161];
export const modules = {

/***/ 2161:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cli: () => (/* binding */ cli)
});

// EXTERNAL MODULE: ./packages/io/version.ts
var version = __webpack_require__(7487);
// EXTERNAL MODULE: ./packages/io/grammar.ts
var grammar = __webpack_require__(8946);
;// CONCATENATED MODULE: ./packages/io/help.ts

const gap = 2;
const narrowest = 24;
/** Words on lines of at most `width` columns. */
function wrap(text, width) {
    const lines = [];
    let line = '';
    for (const word of text.split(/\s+/)) {
        if (line !== '' && line.length + 1 + word.length > width) {
            lines.push(line);
            line = word;
        }
        else
            line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
}
/** Names at the left, what they are at the right, wrapped; below each other when the terminal is too narrow. */
function columns(rows, width) {
    const left = Math.max(...rows.map(([name]) => name.length)) + 2 * gap;
    if (width - left < narrowest)
        return rows.flatMap(([name, text]) => [
            `  ${name}`,
            ...wrap(text, Math.max(narrowest, width - 6)).map((line) => `      ${line}`),
        ]);
    return rows.flatMap(([name, text]) => wrap(text, width - left).map((line, at) => (at === 0 ? `  ${name}` : '').padEnd(left) + line));
}
const placeholders = {
    text: 'TEXT',
    count: 'N',
    duration: 'DURATION',
    bytes: 'SIZE',
    ratio: 'PART',
    lines: 'ITEM',
    list: 'ITEM',
    document: 'JSON|FILE',
};
function flagOf(name, input) {
    if (input.type === 'flag')
        return input.default === 'true' ? `--no-${name}` : `--${name}`;
    const value = input.type === 'one-of' ? input.values.join('|') : placeholders[input.type];
    return `--${name} ${value}`;
}
function about(input) {
    const notes = [
        input.required ? 'Required.' : undefined,
        input.type === 'flag' || (input.default ?? '') === ''
            ? undefined
            : `Default: ${input.default ?? ''}.`,
        input.type === 'lines' || input.type === 'list' ? 'Can be repeated.' : undefined,
        input.env === undefined ? undefined : `Else the variable ${input.env}.`,
    ];
    const isOff = input.type === 'flag' && input.default === 'true';
    return [
        `${isOff ? 'Turns this off: ' : ''}${input.description}`,
        ...notes.filter((note) => note !== undefined),
    ].join(' ');
}
/** What `ecluse NAME --help` prints: generated from the inputs, so that it cannot be stale. */
function helpOf(name, module, width) {
    const entries = Object.entries(module.inputs);
    const positional = entries.filter(([, input]) => input.positional);
    const place = positional
        .map(([key, { required }]) => (required ? ` ${key.toUpperCase()}` : ` [${key.toUpperCase()}]`))
        .join('');
    const flags = entries.filter(([, input]) => !input.positional);
    return [
        `Usage: ecluse ${name}${place} [--flag …]`,
        '',
        ...wrap(module.description, width),
        ...section(positional.length > 1 ? 'Arguments' : 'Argument', positional.map(([key, input]) => [key.toUpperCase(), about(input)]), width),
        ...section('Flags', flags.map(([key, input]) => [flagOf(key, input), about(input)]), width),
        ...section('Always', common, width),
        '',
    ].join('\n');
}
const common = Object.entries(grammar/* commonFlags */.Bh).map(([key, text]) => [`--${key}`, text]);
function section(title, rows, width) {
    return rows.length === 0 ? [] : ['', `${title}:`, ...columns(rows, width)];
}
/** What `ecluse` alone prints. */
function helpOfCommands(commands, width) {
    return [
        'Usage: ecluse COMMAND [--flag …]',
        '',
        ...wrap('Takes a container image from its Dockerfile to production, gate by gate.', width),
        ...section('Commands', commands, width),
        ...section('Flags', [
            ['--help', 'With a command: what it takes.'],
            ['--version', 'Which version this is.'],
        ], width),
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./packages/io/run.ts
var run = __webpack_require__(7458);
// EXTERNAL MODULE: ./packages/io/hosts.ts
var hosts = __webpack_require__(2524);
// EXTERNAL MODULE: ./packages/io/written.ts
var written = __webpack_require__(7784);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
;// CONCATENATED MODULE: ./packages/io/completion.ts

/** The shells that completion can be written for. */
const shells = ['bash', 'zsh', 'fish'];
/** A script that completes commands, flags and fixed values; source it, or put it where the shell looks. */
function completion(shell, commands) {
    return { bash, zsh, fish }[shell](commands);
}
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
const flagsOf = (inputs) => Object.entries(inputs)
    .flatMap(([name, input]) => input.type === 'flag' ? [`--${name}`, `--no-${name}`] : `--${name}`)
    .concat(Object.keys(grammar/* commonFlags */.Bh).map((name) => `--${name}`));
const choices = (inputs) => Object.entries(inputs).flatMap(([name, input]) => input.type === 'one-of' ? [[name, input.values]] : []);
function bash(commands) {
    const names = [...commands.map(({ name }) => name), 'completion'].join(' ');
    const values = commands.flatMap(({ name, inputs }) => choices(inputs).map(([flag, items]) => `    '${name} --${flag}') words=${quoted(items.join(' '))} ;;`));
    const flags = commands.map(({ name, inputs }) => `      ${name}) words=${quoted(flagsOf(inputs).join(' '))} ;;`);
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
const zshText = (text) => text.replace(/[\\[\]:]/g, '\\$&');
function zshFlags([name, input]) {
    const text = zshText(input.description);
    if (input.type === 'flag')
        return [`--${name}[${text}]`, `--no-${name}[${text}]`];
    const values = input.type === 'one-of' ? `(${input.values.join(' ')})` : '_files';
    const many = input.type === 'lines' || input.type === 'list' ? '*' : '';
    return [`${many}--${name}=[${text}]:${name}:${values}`];
}
function zsh(commands) {
    const described = commands.map(({ name, description }) => quoted(`${name}:${zshText(description)}`));
    const common = Object.entries(grammar/* commonFlags */.Bh).map(([name, text]) => `--${name}[${zshText(text)}]`);
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
function fish(commands) {
    const names = commands.map(({ name }) => name).join(' ');
    const lines = commands.flatMap(({ name, description, inputs }) => {
        const when = `-n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
        const flag = (key, input) => {
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
${Object.entries(grammar/* commonFlags */.Bh)
        .map(([name, text]) => `complete -c ecluse -n ${quoted(`__fish_seen_subcommand_from ${names}`)} -l ${name} -d ${quoted(text)}`)
        .join('\n')}
`;
}

// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
// EXTERNAL MODULE: ./packages/io/nearest.ts
var nearest = __webpack_require__(7581);
;// CONCATENATED MODULE: ./cli/cli.ts

/**
 * `ecluse COMMAND [ARGUMENT] [--flag value …]`; gives the exit code. What is asked about the command line itself is answered
 * here, all else is the command's own run.
 */
async function cli(args, around) {
    endQuietly(around.process);
    const at = args.findIndex((arg) => !arg.startsWith('-'));
    const name = at === -1 ? undefined : args[at];
    const rest = args.filter((_, index) => index !== at);
    const print = (text) => said(text, args, around);
    const asked = (word) => name === word && !Object.hasOwn(around.table, word);
    if (asked('version') || (name === undefined && args.includes('--version')))
        return print(`ecluse ${version/* version */.r}\n`);
    if (asked('help') || (name === undefined && (args.length === 0 || (0,grammar/* commonOf */.$N)(args).has('help'))))
        return print(helpOfCommands(await described(around.table), widthOf(around)));
    const entry = name !== undefined && Object.hasOwn(around.table, name) ? around.table[name] : undefined;
    if (name === 'completion' && entry === undefined) {
        const script = await completed(rest, around.table);
        if (script !== undefined)
            return print(script);
    }
    if (name === undefined || entry === undefined)
        return refuse(unknown(name, rest, around), args, around);
    const module = await entry.load();
    if ((0,grammar/* commonOf */.$N)(rest).has('help'))
        return print(helpOf(name, module, widthOf(around)));
    return (0,run/* run */.e)(module, await (0,hosts/* terminalHost */.P)(commandOf(rest, around), around.parts, around.process));
}
/** What is asked about the command line itself, on standard output. */
async function said(text, args, around) {
    try {
        await (0,written/* written */.M)(around.process.stdout, text);
        return 0;
    }
    catch (error) {
        if (!(error instanceof errors/* Failed */.cV))
            throw error;
        return refuse(error, args, around);
    }
}
/** `ecluse … | head` is no failure. */
function endQuietly({ stdout, stderr }) {
    for (const stream of [stdout, stderr])
        stream.on('error', () => undefined);
}
const commandOf = (args, { process }) => ({
    args,
    env: process.env,
    cwd: () => process.cwd(),
});
const widthOf = ({ process }) => process.stdout.isTTY ? Math.max(40, process.stdout.columns) : 100;
async function described(table) {
    const commands = await Promise.all(Object.entries(table).map(async ([name, { load }]) => [name, (await load()).description]));
    return [...commands, ['completion', `Print completion for ${shells.join(', ')}.`]];
}
async function completed(args, table) {
    const shell = shells.find((known) => args.length === 1 && known === args[0]);
    if (shell === undefined)
        return undefined;
    const commands = await Promise.all(Object.entries(table).map(async ([name, { load }]) => {
        const { description, inputs } = await load();
        return { name, description, inputs };
    }));
    return completion(shell, commands);
}
function unknown(name, args, { table }) {
    const names = [...Object.keys(table), 'completion'];
    if (name === 'completion')
        return new errors/* UsageError */.eb(`completion is written for one of ${shells.join(', ')}`);
    if (name !== undefined)
        return new errors/* UsageError */.eb(`${(0,quote/* quote */.h)(name)} is not a command${(0,nearest/* didYouMean */.a)(name, names) || `: there are ${names.join(', ')}`}`);
    return new errors/* UsageError */.eb(`${(0,quote/* quote */.h)(args[0] ?? '')} stands where a command belongs: there are ${names.join(', ')}`);
}
/** A sentence about the command line, delivered as any other failure is. */
async function refuse(error, args, around) {
    const json = (0,grammar/* commonOf */.$N)(args).has('json') ? ['--json'] : [];
    const module = {
        description: 'Refuses.',
        inputs: {},
        outputs: {},
        main: () => Promise.reject(error),
        page: () => ({ title: '', blocks: [] }),
    };
    return (0,run/* run */.e)(module, await (0,hosts/* terminalHost */.P)(commandOf(json, around), around.parts, around.process));
}


/***/ }),

/***/ 8946:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ commonOf),
/* harmony export */   Bh: () => (/* binding */ commonFlags),
/* harmony export */   We: () => (/* binding */ parseArguments)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7581);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5647);



/** Flags that every command has, beside its own inputs. */
const commonFlags = {
    json: 'Print the result document, and nothing else, on standard output.',
    verbose: 'Tell every detail (-v).',
    quiet: 'Tell warnings alone (-q).',
    help: 'Show what the command takes (-h).',
};
const short = { '-v': 'verbose', '-q': 'quiet', '-h': 'help' };
/** The flags among these arguments that every command has, whatever else stands there and however wrong it is. */
function commonOf(args) {
    const end = args.indexOf('--');
    const before = end === -1 ? args : args.slice(0, end);
    return new Set(before.map(commonFlag).filter((flag) => flag !== undefined));
}
const commonFlag = (arg) => short[arg] ?? Object.keys(commonFlags).find((name) => arg === `--${name}`);
/**
 * The arguments after the command's name: `[POSITIONAL] [--flag value | --flag=value | --switch | --no-switch] … [-- POSITIONAL]`.
 * Everything that is wrong is a UsageError that names the flag and the nearest one that exists.
 */
function parseArguments(args, inputs) {
    const given = new Map();
    const queue = [...args];
    let flags = true;
    for (let arg = queue.shift(); arg !== undefined; arg = queue.shift()) {
        if (flags && arg === '--')
            flags = false;
        else if (flags && commonFlag(arg) !== undefined)
            continue;
        else if (flags && arg.startsWith('-') && arg !== '-')
            flag(arg, queue, inputs, given);
        else
            positional(arg, inputs, given);
    }
    return { given, common: commonOf(args) };
}
function positional(value, inputs, given) {
    const names = Object.keys(inputs).filter((key) => inputs[key]?.positional);
    const last = names.at(-1);
    if (last === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(value)} is one argument too many: this command takes flags alone`);
    const name = names.find((key) => !given.has(key));
    if (name === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(value)} is one argument too many: "${last}" is given already`, {
            input: last,
        });
    given.set(name, value);
}
function flag(arg, queue, inputs, given) {
    const { name, input, value, no } = known(arg, inputs);
    if (input.type === 'flag') {
        if (value !== undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`--${name} takes no value: say --${name} or --no-${name}`, {
                input: name,
            });
        put(name, input, no ? 'false' : 'true', given);
        return;
    }
    const text = value ?? queue.shift();
    if (text === undefined || (value === undefined && text.startsWith('--')))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`--${name} needs a value: one that starts with -- is given as --${name}=…`, {
            input: name,
        });
    put(name, input, text, given);
}
function known(arg, inputs) {
    const [, dashes = '', name = '', value] = /^(--?)([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
    const input = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    if (dashes === '--' && input !== undefined)
        return { name, input, value, no: false };
    const positive = name.replace(/^no-/, '');
    const switched = Object.hasOwn(inputs, positive) ? inputs[positive] : undefined;
    if (dashes === '--' && name !== positive && switched?.type === 'flag')
        return { name: positive, input: switched, value, no: true };
    const names = [...Object.keys(inputs), ...Object.keys(commonFlags)].map((key) => `--${key}`);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${dashes}${name}`)} is not a flag${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(`--${name}`, names)}`);
}
const repeats = (input) => input.type === 'lines' || input.type === 'list';
function put(name, input, value, given) {
    const before = given.get(name);
    if (before === undefined)
        given.set(name, value);
    else if (repeats(input))
        given.set(name, `${before}\n${value}`);
    else
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`--${name} is given twice`, { input: name });
}


/***/ }),

/***/ 7581:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* unused harmony export nearest */
/** How many letters have to be added, dropped, replaced or swapped with their neighbour. */
function distance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row += 1) {
        const line = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const same = a[row - 1] === b[column - 1];
            const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            line[column] = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1), swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity);
        }
        beforeLast = last;
        last = line;
    }
    return last[b.length] ?? Infinity;
}
const longest = 64;
/**
 * The candidate that a mistyped name most likely means: at most one letter in three is wrong.
 * Undefined when none is near; of equals the first.
 */
function nearest(name, candidates) {
    if (name.length > longest)
        return undefined;
    const typed = name.toLowerCase();
    let best;
    for (const candidate of candidates) {
        const wrong = distance(typed, candidate.toLowerCase());
        const allowed = Math.max(1, Math.floor(Math.max(typed.length, candidate.length) / 3));
        if (wrong <= allowed && wrong < (best?.wrong ?? Infinity))
            best = { candidate, wrong };
    }
    return best?.candidate;
}
/** `, did you mean "build"?`, or nothing: the end of a sentence about an unknown name. */
function didYouMean(name, candidates) {
    const near = nearest(name, candidates);
    return near === undefined ? '' : `, did you mean ${JSON.stringify(near)}?`;
}


/***/ }),

/***/ 7487:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** As in package.json, which does not come along with dist. */
const version = '0.1.0';


/***/ }),

/***/ 7784:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ written)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);

/**
 * Writes a result, and waits until it is out. That a reader has seen enough, as `| head` has, is no failure.
 * @throws Failed where it cannot be written: a result that nobody got was not delivered
 */
function written(stream, text) {
    const { promise, resolve, reject } = Promise.withResolvers();
    stream.write(text, (error) => {
        if (error === undefined || error === null || (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$N)(error) === 'EPIPE')
            resolve(undefined);
        else
            reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV(3, 'output', 'standard output cannot be written', { cause: error }));
    });
    return promise;
}


/***/ })

};
