export const id = 459;
export const ids = [459];
export const modules = {

/***/ 2793:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ fault)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);

/** The one form of every complaint about a Dockerfile: it starts with the place. */
function fault(at, sentence) {
    return new _io__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${at.file}:${at.line}: ${sentence}`, {
        at: { file: at.file, line: at.line },
    });
}


/***/ }),

/***/ 22:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qo: () => (/* binding */ cutFlags),
/* harmony export */   bQ: () => (/* binding */ parseFlags),
/* harmony export */   us: () => (/* binding */ flagText),
/* harmony export */   wi: () => (/* binding */ flagOn)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5647);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7581);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2793);


const transfer = { chown: 'text', chmod: 'text', link: 'switch', exclude: 'many' };
/** https://docs.docker.com/reference/dockerfile/ */
const table = {
    ADD: { ...transfer, checksum: 'text', 'keep-git-dir': 'switch', unpack: 'switch' },
    COPY: { ...transfer, from: 'text', parents: 'switch' },
    FROM: { platform: 'text' },
    HEALTHCHECK: {
        interval: 'text',
        timeout: 'text',
        'start-period': 'text',
        'start-interval': 'text',
        retries: 'text',
    },
    RUN: { mount: 'many', network: 'text', security: 'text', device: 'many' },
};
/** Cuts `--name=value` words off the start of a line; quotes in them are removed. */
function cutFlags(text) {
    const words = [];
    let rest = text.trimStart();
    while (rest.startsWith('--')) {
        const [word, end] = flagWord(rest);
        rest = rest.slice(end).trimStart();
        if (word === '--')
            break;
        words.push(word);
    }
    return { words, rest };
}
function flagWord(text) {
    let word = '';
    let quoted = '';
    let at = 0;
    for (; at < text.length; at += 1) {
        const char = text.charAt(at);
        if (char === '\\') {
            at += 1;
            word += text.charAt(at);
        }
        else if (quoted === '') {
            if (/\s/.test(char))
                break;
            if (char === '"' || char === "'")
                quoted = char;
            else
                word += char;
        }
        else if (char === quoted) {
            quoted = '';
        }
        else {
            word += char;
        }
    }
    return [word, at];
}
/** Flags with their values, each one known to the instruction and given once. */
function parseFlags(keyword, words, at) {
    const kinds = new Map(Object.entries(table[keyword] ?? {}));
    const seen = new Set();
    return words.map((word) => {
        const equals = word.indexOf('=');
        const name = word.slice(2, equals < 0 ? undefined : equals);
        const kind = kinds.get(name);
        if (kind === undefined) {
            const flags = [...kinds.keys()].map((one) => `--${one}`);
            const typed = `--${name}`;
            throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .fault */ .D)(at, `${keyword} has no flag ${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(typed)}${(0,_io__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(typed, flags)}`);
        }
        if (seen.has(name) && kind !== 'many')
            throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .fault */ .D)(at, `${keyword} has --${name} twice`);
        seen.add(name);
        return {
            name,
            value: valueOf(kind, equals < 0 ? undefined : word.slice(equals + 1), name, at),
        };
    });
}
function valueOf(kind, text, name, at) {
    if (kind !== 'switch') {
        if (text === undefined)
            throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .fault */ .D)(at, `--${name} needs a value: --${name}=…`);
        return text;
    }
    const lower = text?.toLowerCase();
    if (lower === undefined || lower === 'true')
        return true;
    if (lower === 'false')
        return 'false';
    throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .fault */ .D)(at, `--${name} is true or false, not ${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(text ?? '')}`);
}
/** The text of a flag; undefined when it is not given. */
function flagText(flags, name) {
    const value = flags.find((flag) => flag.name === name)?.value;
    return value === true ? undefined : value;
}
/** Whether a switch is on; undefined when it is not given. */
function flagOn(flags, name) {
    const flag = flags.find((one) => one.name === name);
    return flag === undefined ? undefined : flag.value === true;
}


/***/ }),

/***/ 7301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _W: () => (/* binding */ parseOpening),
/* harmony export */   mS: () => (/* binding */ openings),
/* harmony export */   wS: () => (/* binding */ takeBodies)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5647);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2793);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5948);



/** A word that opens a heredoc: `<<name`, `<<-name`, `3<<"name"`. */
function parseOpening(word) {
    const [, strip, rest] = /^\d*<<(-?)\s*([^<]*)$/.exec(word) ?? [];
    if (rest === undefined || rest === '')
        return undefined;
    const name = rest.replace(/\\(.)|["']/gs, '$1');
    if (name === '')
        return undefined;
    return { name, expand: !/["']/.test(rest), strip: strip === '-' };
}
/** The heredocs that a line opens, in order. A line whose quotes do not close opens none. */
function openings(text) {
    if (!text.includes('<<'))
        return [];
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quotedWords */ .IS)(text, '\\', { heredocs: true }) ?? [];
    return words.map(parseOpening).filter((one) => one !== undefined);
}
/** Takes the bodies from the lines that follow. */
function takeBodies(reader, opened, line) {
    return opened.map((opening) => {
        const body = [];
        for (;;) {
            const next = reader.lines[reader.at];
            if (next === undefined) {
                throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .fault */ .D)({ file: reader.file, line }, `the heredoc ${(0,_io__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(opening.name)} does not end: a line with that word alone is missing`);
            }
            reader.at += 1;
            const text = opening.strip ? next.replace(/^\t+/, '') : next;
            if (text === opening.name)
                break;
            body.push(`${text}\n`);
        }
        return { ...opening, body: body.join('') };
    });
}


/***/ }),

/***/ 6021:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ parseDockerfile),
  Z: () => (/* binding */ parseTriggers)
});

// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
// EXTERNAL MODULE: ./packages/dockerfile/fault.ts
var fault = __webpack_require__(2793);
// EXTERNAL MODULE: ./packages/dockerfile/flags.ts
var dockerfile_flags = __webpack_require__(22);
// EXTERNAL MODULE: ./packages/io/nearest.ts
var nearest = __webpack_require__(7581);
// EXTERNAL MODULE: ./packages/dockerfile/dockerfile.ts
var dockerfile = __webpack_require__(7655);
// EXTERNAL MODULE: ./packages/dockerfile/heredoc.ts
var heredoc = __webpack_require__(7301);
// EXTERNAL MODULE: ./packages/dockerfile/words.ts
var dockerfile_words = __webpack_require__(5948);
;// CONCATENATED MODULE: ./packages/dockerfile/instruction.ts






const isKeyword = (text) => dockerfile/* keywords */.R.includes(text);
/**
 * Reads one instruction; heredoc bodies are taken from the reader.
 * @throws UsageError with the line: unknown instruction or flag, wrong number of words, no end of a heredoc
 */
function parseInstruction({ text, line }, reader) {
    const at = { file: reader.file, line };
    const [, word = '', tail = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
    const keyword = keywordOf(word, at);
    const { words, rest } = (0,dockerfile_flags/* cutFlags */.Qo)(tail);
    const flags = (0,dockerfile_flags/* parseFlags */.bQ)(keyword, words, at);
    const shape = shapeOf(keyword, rest.trim(), { at, escape: reader.escape });
    const heredocs = heredocsOf(keyword, { text: rest.trim(), line }, reader);
    const instruction = { keyword, line, endLine: reader.at, text, flags, ...shape, heredocs };
    check(instruction, at);
    return instruction;
}
function keywordOf(word, at) {
    const upper = word.toUpperCase();
    if (isKeyword(upper))
        return upper;
    throw (0,fault/* fault */.D)(at, `unknown instruction ${(0,quote/* quote */.h)(word)}${(0,nearest/* didYouMean */.a)(upper, dockerfile/* keywords */.R)}`);
}
/** Those of ADD, COPY and RUN, but not with a JSON array; of ONBUILD those of the instruction after it. */
function heredocsOf(keyword, rest, reader) {
    if (keyword === 'ONBUILD') {
        const [, word = ''] = /^(\S+)/.exec(rest.text) ?? [];
        if (!/^(?:ONBUILD|FROM|MAINTAINER)?$/i.test(word))
            return parseInstruction(rest, reader).heredocs;
        throw (0,fault/* fault */.D)({ file: reader.file, line: rest.line }, `ONBUILD needs an instruction that can wait, not ${(0,quote/* quote */.h)(word)}`);
    }
    if (!['ADD', 'COPY', 'RUN'].includes(keyword))
        return [];
    if (Array.isArray((0,dockerfile_words/* jsonWords */.WY)(rest.text)))
        return [];
    return (0,heredoc/* takeBodies */.wS)(reader, (0,heredoc/* openings */.mS)(rest.text), rest.line);
}
function shapeOf(keyword, rest, context) {
    switch (keyword) {
        case 'RUN':
        case 'CMD':
        case 'ENTRYPOINT':
        case 'SHELL':
            return commandOf(rest, context.at);
        case 'ADD':
        case 'COPY':
        case 'VOLUME':
            return listOf(rest, context.at);
        case 'ENV':
        case 'LABEL':
            return { form: 'words', words: pairsOf(keyword, rest, context) };
        case 'ARG':
            return { form: 'words', words: wordsOf(rest, context) };
        case 'EXPOSE':
        case 'FROM':
            return { form: 'words', words: (0,dockerfile_words/* plainWords */.c5)(rest) };
        case 'HEALTHCHECK':
            return healthOf(rest, context.at);
        default:
            return { form: 'words', words: rest === '' ? [] : [rest] };
    }
}
function commandOf(rest, at) {
    const items = strings(rest, at);
    if (items !== undefined)
        return { form: 'exec', words: items };
    return { form: 'shell', words: rest === '' ? [] : [rest] };
}
function listOf(rest, at) {
    const items = strings(rest, at);
    return items === undefined
        ? { form: 'words', words: (0,dockerfile_words/* plainWords */.c5)(rest) }
        : { form: 'exec', words: items };
}
function strings(rest, at) {
    const items = (0,dockerfile_words/* jsonWords */.WY)(rest);
    if (items === 'mixed')
        throw (0,fault/* fault */.D)(at, 'the items of a JSON array are strings: put quotes around each');
    return items;
}
function wordsOf(rest, { at, escape }) {
    const words = (0,dockerfile_words/* quotedWords */.IS)(rest, escape);
    if (words === undefined)
        throw (0,fault/* fault */.D)(at, `a quote in ${(0,quote/* quote */.h)(rest)} is not closed`);
    return words;
}
/** `name=value …`, or the old form `name value with spaces`. */
function pairsOf(keyword, rest, context) {
    const first = (0,dockerfile_words/* plainWords */.c5)(rest)[0] ?? '';
    const words = (0,dockerfile_words/* quotedWords */.IS)(rest, context.escape);
    if (!(words?.[0] ?? first).includes('=')) {
        const [, name = '', value] = /^(\S+)[\t\v\f\r ]+(.+)$/s.exec(rest) ?? [];
        if (value !== undefined)
            return [`${name}=${value}`];
        throw (0,fault/* fault */.D)(context.at, `${keyword} needs a name and a value: ${keyword} name=value`);
    }
    const pairs = wordsOf(rest, context);
    const bad = pairs.find((word) => !word.includes('='));
    if (bad === undefined)
        return pairs;
    throw (0,fault/* fault */.D)(context.at, `${(0,quote/* quote */.h)(bad)} has no "=": ${keyword} takes name=value, with quotes around spaces`);
}
function healthOf(rest, at) {
    const [, type = '', tail = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
    const { form, words } = commandOf(tail, at);
    return { form, words: type === '' ? [] : [type.toUpperCase(), ...words] };
}
function check({ keyword, words, form, heredocs }, at) {
    const refuse = (sentence) => {
        throw (0,fault/* fault */.D)(at, sentence);
    };
    const [first = ''] = words;
    switch (keyword) {
        case 'ADD':
        case 'COPY':
            if (words.length < 2)
                refuse(`${keyword} needs a source and a destination`);
            return;
        case 'SHELL':
            if (form !== 'exec' || words.length === 0)
                refuse('SHELL takes a JSON array: SHELL ["/bin/sh", "-c"]');
            return;
        case 'CMD':
        case 'ENTRYPOINT':
            if (form === 'shell' && words.length === 0)
                refuse(`${keyword} needs a command; [] resets it`);
            return;
        case 'RUN':
            if (first.trim() === '' && heredocs.length === 0)
                refuse('RUN needs a command');
            return;
        case 'HEALTHCHECK':
            checkHealth(words, refuse);
            return;
        case 'FROM':
            return;
        case 'ENV':
        case 'LABEL':
        case 'ARG':
            if (words.some((word) => word.startsWith('=')))
                refuse(`${keyword} needs a name before "="`);
            break;
        case 'VOLUME':
            if (words.some((word) => word.trim() === ''))
                refuse('a VOLUME has an empty name');
            break;
        default:
    }
    if (words.length === 0)
        refuse(`${keyword} needs a value`);
}
function checkHealth(words, refuse) {
    const [type = '', ...command] = words;
    if (type === 'NONE' && command.length > 0)
        refuse('HEALTHCHECK NONE takes nothing more');
    if (type === 'CMD' && command.length === 0)
        refuse('HEALTHCHECK CMD needs a command');
    if (type !== 'NONE' && type !== 'CMD')
        refuse(`HEALTHCHECK takes NONE or CMD, not ${(0,quote/* quote */.h)(type)}`);
}

;// CONCATENATED MODULE: ./packages/dockerfile/lines.ts

const isComment = (line) => /^\s*#/.test(line);
/** Lines of a text, without their ends; a carriage return before an end belongs to it. */
const linesOf = (text) => text.replace(/\n$/, '').split('\n').map(withoutReturns);
/** Not a pattern: one for the end of a line takes quadratic time where many stand in the middle. */
function withoutReturns(line) {
    let end = line.length;
    while (line.charAt(end - 1) === '\r')
        end -= 1;
    return line.slice(0, end);
}
const directive = /^\s*#\s*([A-Za-z][A-Za-z0-9]*)\s*=\s*(.+?)\s*$/;
const known = new Set(['syntax', 'escape', 'check']);
/**
 * The escape character. Parser directives are comments before everything else, each at most once.
 * https://docs.docker.com/reference/dockerfile/#parser-directives
 */
function escapeOf(lines, file) {
    const seen = new Set();
    let escape = '\\';
    for (const [index, line] of lines.entries()) {
        const [, name = '', value = ''] = directive.exec(line) ?? [];
        const key = name.toLowerCase();
        if (!known.has(key))
            return escape;
        const at = { file, line: index + 1 };
        if (seen.has(key))
            throw (0,fault/* fault */.D)(at, `the parser directive "${key}" stands twice`);
        seen.add(key);
        if (key !== 'escape')
            continue;
        if (value !== '\\' && value !== '`') {
            throw (0,fault/* fault */.D)(at, `the escape character is "\\" or "\`", not ${JSON.stringify(value)}`);
        }
        escape = value;
    }
    return escape;
}
/** The next instruction's line; undefined at the end of the file. */
function nextLine(reader) {
    const ends = reader.escape === '\\' ? /(^|[^\\])\\[ \t]*$/ : /(^|[^`])`[ \t]*$/;
    for (;;) {
        const first = reader.lines[reader.at];
        if (first === undefined)
            return undefined;
        reader.at += 1;
        const line = reader.at;
        if (isComment(first) || first.trim() === '')
            continue;
        const parts = [first.trimStart()];
        while (ends.test(parts.at(-1) ?? '')) {
            parts.push((parts.pop() ?? '').replace(ends, '$1'));
            const next = nextPart(reader);
            if (next === undefined)
                break;
            parts.push(next);
        }
        const text = parts.join('').trim();
        if (text !== '')
            return { text, line };
    }
}
/** The next line of an instruction: comments and empty lines inside it do not count. */
function nextPart(reader) {
    for (;;) {
        const line = reader.lines[reader.at];
        if (line === undefined)
            return undefined;
        reader.at += 1;
        if (!isComment(line) && line.trim() !== '')
            return line;
    }
}

;// CONCATENATED MODULE: ./packages/dockerfile/parse.ts





const largestBytes = 1 << 20;
const mostStages = 1000;
/**
 * Reads a Dockerfile as BuildKit does: https://docs.docker.com/reference/dockerfile/
 * `file` is the name that messages show.
 * @throws UsageError with the line that is wrong, and with the nearest name for an unknown one
 */
function parseDockerfile(bytes, file) {
    const source = decode(bytes, file);
    const lines = linesOf(source);
    const escape = escapeOf(lines, file);
    const reader = { file, lines, escape, at: 0 };
    const instructions = readInstructions(reader);
    if (instructions.length === 0)
        throw (0,fault/* fault */.D)({ file, line: 1 }, 'the file has no instructions');
    const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
    const args = instructions.slice(0, first < 0 ? undefined : first);
    const stray = args.find(({ keyword }) => keyword !== 'ARG');
    if (stray !== undefined) {
        const why = first < 0 ? 'the file has no FROM' : 'only ARG can stand before the first FROM';
        throw (0,fault/* fault */.D)({ file, line: stray.line }, `${stray.keyword} belongs to no stage: ${why}`);
    }
    if (first < 0)
        throw (0,fault/* fault */.D)({ file, line: 1 }, 'the file has no FROM');
    return { file, source, escape, args, stages: stagesOf(instructions.slice(first), file) };
}
/** Instructions of a text that is no whole file: the ONBUILD triggers of an image. */
function parseTriggers(triggers, { file, line }) {
    return triggers.flatMap((trigger) => {
        if (trigger.length > largestBytes)
            throw (0,fault/* fault */.D)({ file, line }, 'an ONBUILD trigger is too long');
        const reader = { file, lines: linesOf(trigger), escape: '\\', at: 0 };
        return readInstructions(reader).map((one) => ({ ...one, line, endLine: line }));
    });
}
function readInstructions(reader) {
    const instructions = [];
    for (let line = nextLine(reader); line !== undefined; line = nextLine(reader)) {
        instructions.push(parseInstruction(line, reader));
    }
    return instructions;
}
function decode(source, file) {
    const size = typeof source === 'string' ? Buffer.byteLength(source) : source.byteLength;
    if (size > largestBytes) {
        throw new errors/* UsageError */.eb(`${file} is larger than 1 MiB: this is no Dockerfile`, {
            at: { file, line: 1 },
        });
    }
    if (typeof source === 'string')
        return source.replace(/^\uFEFF/, '');
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(source);
    }
    catch {
        throw new errors/* UsageError */.eb(`${file} is not UTF-8 text`, { at: { file, line: 1 } });
    }
}
function stagesOf(instructions, file) {
    const stages = [];
    for (const instruction of instructions) {
        if (instruction.keyword === 'FROM')
            stages.push({ head: instruction, body: [] });
        else
            stages.at(-1)?.body.push(instruction);
    }
    if (stages.length > mostStages) {
        throw (0,fault/* fault */.D)({ file, line: stages[mostStages]?.head.line ?? 1 }, `more than ${mostStages} stages`);
    }
    const names = new Map();
    return stages.map(({ head, body }, index) => {
        const stage = stageOf(head, body, { index, file });
        const before = stage.name === undefined ? undefined : names.get(stage.name);
        if (before !== undefined) {
            throw (0,fault/* fault */.D)({ file, line: stage.line }, `the stage name ${(0,quote/* quote */.h)(stage.name ?? '')} is taken by line ${before}`);
        }
        if (stage.name !== undefined)
            names.set(stage.name, stage.line);
        return stage;
    });
}
function stageOf({ words, flags, line, text }, instructions, { index, file }) {
    const [from = '', as, written] = words;
    const named = words.length === 3 && as?.toLowerCase() === 'as';
    if (!named && words.length !== 1) {
        throw (0,fault/* fault */.D)({ file, line }, 'FROM takes an image, and a name after AS: FROM image AS name');
    }
    const name = written?.toLowerCase();
    if (name !== undefined && !/^[a-z][a-z0-9_.-]*$/.test(name)) {
        throw (0,fault/* fault */.D)({ file, line }, `${(0,quote/* quote */.h)(written ?? '')} is no stage name: a letter first, then letters, digits, "_", "." and "-"`);
    }
    const platform = (0,dockerfile_flags/* flagText */.us)(flags, 'platform');
    return {
        index,
        ...(name === undefined ? {} : { name }),
        from,
        ...(platform === undefined ? {} : { platform }),
        line,
        text,
        instructions,
    };
}


/***/ }),

/***/ 4339:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ findStage),
/* harmony export */   a: () => (/* binding */ stageNamed)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7581);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2420);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5647);

/** The stage with this name, in any case, or with this index. */
function stageNamed(stages, text) {
    const name = text.toLowerCase();
    const named = stages.find((stage) => stage.name === name);
    return named ?? (/^\d+$/.test(text) ? stages[Number(text)] : undefined);
}
/**
 * The stage that a build makes: by name or index, without a target the last one.
 * @throws UsageError with the nearest name
 */
function findStage(dockerfile, target) {
    const { stages, file } = dockerfile;
    const stage = target === undefined ? stages.at(-1) : stageNamed(stages, target);
    if (stage !== undefined)
        return stage;
    const names = stages.map(({ name }) => name).filter((name) => name !== undefined);
    const near = (0,_io__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(target ?? '', names);
    throw new _io__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${file} has no stage ${(0,_io__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(target ?? '')}${near}`, { input: 'target' });
}


/***/ }),

/***/ 5948:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IS: () => (/* binding */ quotedWords),
/* harmony export */   WY: () => (/* binding */ jsonWords),
/* harmony export */   c5: () => (/* binding */ plainWords)
/* harmony export */ });
/** Words at white space, as COPY, EXPOSE, FROM and VOLUME split: quotes mean nothing here. */
const plainWords = (text) => text.split(/[\t\v\f\r ]+/).filter((word) => word !== '');
/**
 * Words at white space outside quotes, as ENV, LABEL and ARG split. Quotes and escapes stay in the words.
 * Undefined when a quote is not closed.
 */
function quotedWords(text, escape, { heredocs = false } = {}) {
    const words = [];
    let word = '';
    let quote = '';
    for (let at = 0; at < text.length; at += 1) {
        const char = text.charAt(at);
        if (quote === '' && /\s/.test(char)) {
            if (heredocs && /^\d*<<-?$/.test(word))
                continue;
            if (word !== '')
                words.push(word);
            word = '';
            continue;
        }
        word += char;
        if (char === escape && quote !== "'") {
            at += 1;
            word += text.charAt(at);
        }
        else if (quote === '') {
            if (char === '"' || char === "'")
                quote = char;
        }
        else if (char === quote) {
            quote = '';
        }
    }
    if (word !== '')
        words.push(word);
    return quote === '' ? words : undefined;
}
/** The items of a JSON array of strings; `'mixed'` for any other JSON array; undefined for all else. */
function jsonWords(text) {
    if (!text.startsWith('['))
        return undefined;
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    if (!Array.isArray(value))
        return undefined;
    const items = value;
    return items.every((item) => typeof item === 'string') ? items : 'mixed';
}


/***/ }),

/***/ 3129:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   UD: () => (/* binding */ rawOf),
/* harmony export */   Uf: () => (/* binding */ splitPath),
/* harmony export */   bg: () => (/* binding */ byBytes),
/* harmony export */   ts: () => (/* binding */ cleanPath),
/* harmony export */   uJ: () => (/* binding */ joinPath)
/* harmony export */ });
const rawOf = (path) => (typeof path === 'string'
    ? Buffer.from(path, 'utf8')
    : Buffer.from(path.buffer, path.byteOffset, path.length)).toString('latin1');
const bytesOf = (path) => Buffer.from(path, 'latin1');
/** For people: what is no UTF-8 is replaced, and JSON's quoting makes control characters inert. */
const quoted = (path) => JSON.stringify(Buffer.from(path, 'latin1').toString('utf8'));
/**
 * Clean, as an engine does it before it unpacks: absolute paths are taken from the root. Undefined when `..` leads
 * out of the root or a NUL stands in it.
 */
function cleanPath(path) {
    if (isClean(path))
        return path;
    if (path.includes('\0'))
        return undefined;
    const parts = [];
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return parts.join('/');
}
const isClean = (path) => path === '' || /^(?!\.{1,2}(?:\/|$))[^/\0]+(?:\/(?!\.{1,2}(?:\/|$))[^/\0]+)*$/.test(path);
function splitPath(path) {
    const slash = path.lastIndexOf('/');
    return { parent: slash < 0 ? '' : path.slice(0, slash), name: path.slice(slash + 1) };
}
const joinPath = (parent, name) => parent === '' ? name : `${parent}/${name}`;
/** Byte order, for sorting. */
const byBytes = (a, b) => (a < b ? -1 : a > b ? 1 : 0);


/***/ })

};
