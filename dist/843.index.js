export const id = 843;
export const ids = [843];
export const modules = {

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

/***/ 8843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  terminalHost: () => (/* binding */ terminalHost)
});

// EXTERNAL MODULE: ./packages/report/command.ts
var command = __webpack_require__(1868);
// EXTERNAL MODULE: ./packages/report/inline.ts
var inline = __webpack_require__(4336);
// EXTERNAL MODULE: ./packages/report/terminal.ts + 2 modules
var terminal = __webpack_require__(4667);
// EXTERNAL MODULE: ./packages/io/environment.ts
var environment = __webpack_require__(7470);
// EXTERNAL MODULE: ./packages/io/grammar.ts
var grammar = __webpack_require__(8946);
// EXTERNAL MODULE: ./packages/io/host-of.ts + 8 modules
var host_of = __webpack_require__(5312);
// EXTERNAL MODULE: ./packages/io/secrets.ts
var io_secrets = __webpack_require__(8994);
// EXTERNAL MODULE: ./packages/io/step.ts + 6 modules
var step = __webpack_require__(5202);
// EXTERNAL MODULE: ./packages/io/steps.ts
var io_steps = __webpack_require__(6152);
;// CONCATENATED MODULE: ./packages/io/live-log.ts

const live_log_frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const frameMs = 100;
const mostLines = 6;
const up = (lines) => (lines === 0 ? '' : `\u001b[${lines}A\r\u001b[J`);
/** A log for a person who watches: running steps stand at the bottom and move, what is done scrolls away above them. */
function liveLog(screen, lines, now = Date.now) {
    const steps = new Set();
    let drawn = 0;
    let frame = 0;
    let timer;
    const draw = () => {
        const shown = [...steps].slice(0, mostLines).map((step) => {
            const line = `${live_log_frames[frame % live_log_frames.length] ?? ''} ${step.name} ${(0,io_steps/* progressOf */.jA)(step, now())}`;
            return screen.inline(line.trimEnd()).slice(0, Math.max(1, screen.columns - 1));
        });
        if (steps.size > mostLines)
            shown.push(`  and ${steps.size - mostLines} more`);
        drawn = shown.length;
        return shown.map((line) => `${line}\n`).join('');
    };
    const redraw = () => {
        const clear = up(drawn);
        screen.write(clear + draw());
    };
    const above = (speak) => {
        screen.write(up(drawn));
        drawn = 0;
        speak();
        screen.write(draw());
    };
    const begin = (step) => {
        steps.add(step);
        timer ??= setInterval(() => {
            frame += 1;
            redraw();
        }, frameMs).unref();
        redraw();
    };
    const finish = (step, outcome) => {
        steps.delete(step);
        if (steps.size === 0) {
            clearInterval(timer);
            timer = undefined;
        }
        above(() => {
            lines.info((0,io_steps/* endOf */.pJ)(step, outcome, now()));
        });
    };
    return {
        debug: (sentence) => {
            if (lines.debug !== undefined)
                above(() => lines.debug?.(sentence));
        },
        info: (sentence) => {
            above(() => {
                lines.info(sentence);
            });
        },
        warn: (sentence) => {
            above(() => {
                lines.warn(sentence);
            });
        },
        step: async (name, work) => {
            const step = (0,io_steps/* newStep */.zu)(name, now());
            begin(step);
            try {
                const value = await work((done, of, unit) => Object.assign(step, { done, of, unit }));
                finish(step, 'done');
                return value;
            }
            catch (error) {
                finish(step, 'failed');
                throw error;
            }
        },
    };
}

// EXTERNAL MODULE: ./packages/io/plain-log.ts
var plain_log = __webpack_require__(988);
;// CONCATENATED MODULE: ./packages/io/terminal-log.ts



/** The log of the command line, on stderr: live when a person watches, plain lines else; in a workflow step warnings are annotations. */
function terminalLog(how) {
    const { stderr, secrets, common } = how;
    const shown = (text) => (0,inline/* inline */.m)(secrets.hide(text));
    const line = (text) => stderr.write(`${text}\n`);
    const quiet = common.has('quiet');
    const lines = {
        ...(common.has('verbose') && { debug: (sentence) => line(shown(sentence)) }),
        info: (sentence) => {
            if (!quiet)
                line(shown(sentence));
        },
        warn: (sentence) => {
            line(how.inStep
                ? (0,command/* workflowCommand */.N)('warning', {}, secrets.hide(sentence))
                : shown(`warning: ${sentence}`));
        },
    };
    const live = stderr.isTTY && !quiet && how.env.get('TERM') !== 'dumb' && !how.inStep;
    if (!live)
        return (0,plain_log/* plainLog */.L)(lines);
    return liveLog({
        get columns() {
            return stderr.columns;
        },
        write: (text) => stderr.write(text),
        inline: shown,
    }, lines);
}

// EXTERNAL MODULE: ./packages/io/written.ts
var written = __webpack_require__(7784);
;// CONCATENATED MODULE: ./packages/io/terminal-host.ts








/**
 * The command line: inputs from flags and their environment variables, the page on stdout (with `--json` the document and nothing
 * else), logs on stderr. In a workflow step it takes the event and writes outputs, summary and annotations as an action does.
 */
function terminalHost(command, parts, streams) {
    const env = (0,environment/* environment */.c)(command.env);
    const inStep = env.get('GITHUB_ACTIONS') === 'true';
    return (0,host_of/* hostOf */.w)(terminalVoice(command.args, { env, streams, inStep }), {
        cwd: command.cwd(),
        env,
        stdin: streams.stdin,
        raw: (inputs) => {
            const { given } = (0,grammar/* parseArguments */.We)(command.args, inputs);
            return (name) => given.get(name) ?? env.get(inputs[name]?.env ?? '');
        },
        inEvent: inStep && env.has('GITHUB_EVENT_PATH'),
        parts,
    });
}
function terminalVoice(args, { env, streams, inStep }) {
    const { stdout, stderr } = streams;
    const common = (0,grammar/* commonOf */.$N)(args);
    const secrets = new io_secrets/* Secrets */.S();
    const log = terminalLog({ stderr, env, common, secrets, inStep });
    const speak = (line) => stderr.write(`${line}\n`);
    const json = (document) => `${JSON.stringify(document, null, 2)}\n`;
    const refuse = (sentence) => {
        const shown = secrets.hide(sentence);
        speak(inStep ? (0,command/* workflowCommand */.N)('error', {}, shown) : (0,inline/* inline */.m)(`ecluse: ${shown}`));
    };
    return {
        log,
        secret: (value) => {
            const added = secrets.add(value);
            // The runner obeys commands on stderr too, and stdout belongs to the result.
            if (inStep)
                for (const part of added)
                    speak((0,command/* workflowCommand */.N)('add-mask', {}, part));
        },
        done: async (delivery) => {
            await (0,written/* written */.M)(stdout, common.has('json') ? json(delivery.document) : secrets.hide(page(delivery, stdout, env)));
            if (inStep) {
                for (const warning of (0,step/* deliverToStep */.NY)(env, delivery).warnings)
                    log.warn(warning);
                for (const line of (0,step/* annotationLines */.bK)(delivery))
                    speak(secrets.hide(line));
            }
            if (delivery.refusal !== undefined)
                refuse(delivery.refusal);
        },
        failed: (failure, stack) => {
            const shown = { ...failure, message: secrets.hide(failure.message) };
            if (common.has('json'))
                stdout.write(json(shown));
            refuse(shown.message);
            if (stack !== undefined)
                log.debug(stack);
        },
    };
}
function page({ page }, stdout, env) {
    const colour = stdout.isTTY && (env.get('NO_COLOR') ?? '') === '';
    return `${(0,terminal/* terminal */.F)(page, { width: stdout.isTTY ? stdout.columns : 100, colour })}\n`;
}


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
