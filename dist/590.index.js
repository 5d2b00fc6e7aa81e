export const id = 590;
export const ids = [590];
export const modules = {

/***/ 7655:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ keywords)
/* harmony export */ });
/** https://docs.docker.com/reference/dockerfile/ */
const keywords = [
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
];


/***/ }),

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

/***/ 2839:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NF: () => (/* binding */ matchSource),
/* harmony export */   R0: () => (/* binding */ literalSource),
/* harmony export */   rl: () => (/* binding */ hasWildcard)
/* harmony export */ });
/* unused harmony export globTokens */
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5647);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2793);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5607);



/** Whether a COPY or ADD source has a wildcard. */
const hasWildcard = (source) => /[*?[]/.test(source.replace(/\\./gs, ''));
/** The path that a source without wildcards names: `\` keeps the character after it as it is. */
const literalSource = (source) => source.replace(/\\(.)/gs, '$1');
/**
 * Matches paths against a COPY or ADD source by the rules of Go's filepath.Match.
 * @throws UsageError when the pattern is malformed
 */
function matchSource(pattern, at) {
    const tokens = globTokens(pattern);
    if (tokens === undefined)
        throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .fault */ .D)(at, `${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(pattern)} is a malformed pattern`);
    return (path) => {
        for (const length of (0,_pattern_js__WEBPACK_IMPORTED_MODULE_2__/* .matches */ .cK)(tokens, path))
            if (length === path.length)
                return true;
        return false;
    };
}
/** Undefined when malformed. */
function globTokens(pattern) {
    const text = Array.from(pattern);
    const tokens = [];
    for (let at = 0; at < text.length;) {
        const found = (0,_pattern_js__WEBPACK_IMPORTED_MODULE_2__/* .parseToken */ .pI)(text, at);
        if (found === undefined)
            return undefined;
        tokens.push(found.token);
        at = found.end;
    }
    return tokens;
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

/***/ 5607:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ mayContinue),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   pI: () => (/* binding */ parseToken)
/* harmony export */ });
const within = (char, ranges) => ranges.some(([from, to]) => from <= char && char <= to);
function takes(token, char) {
    switch (token.kind) {
        case 'char':
            return token.char === char;
        case 'any':
        case 'star':
            return char !== '/';
        case 'class':
            return within(char, token.ranges) !== token.negated;
        case 'maybe':
            return false;
        default:
            return true;
    }
}
function reach(tokens, states, first) {
    const open = [first];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
        if (states.has(state))
            continue;
        states.add(state);
        const kind = tokens[state]?.kind;
        if (kind === 'star' || kind === 'all')
            open.push(state + 1);
        if (kind === 'maybe')
            open.push(state + 1, state + 2);
    }
}
function step(tokens, states, char) {
    const next = new Set();
    for (const state of states) {
        const token = tokens[state];
        if (token === undefined || !takes(token, char))
            continue;
        const { kind } = token;
        if (kind === 'star' || kind === 'all' || kind === 'through')
            reach(tokens, next, state);
        if (kind !== 'star' && kind !== 'all' && (kind !== 'through' || char === '/')) {
            reach(tokens, next, state + 1);
        }
    }
    return next;
}
/** Lengths of the starts of `text` that the whole pattern matches, shortest first. */
function* matches(tokens, text) {
    let states = startOf(tokens);
    let length = 0;
    if (states.has(tokens.length))
        yield 0;
    for (const char of text) {
        states = step(tokens, states, char);
        if (states.size === 0)
            return;
        length += char.length;
        if (states.has(tokens.length))
            yield length;
    }
}
/** Whether some text that goes on from `start` can match. */
function mayContinue(tokens, start) {
    let states = startOf(tokens);
    for (const char of start)
        states = step(tokens, states, char);
    return [...states].some((state) => state < tokens.length);
}
function startOf(tokens) {
    const states = new Set();
    reach(tokens, states, 0);
    return states;
}
/**
 * The piece that begins at `at`, by the rules of Go's filepath.Match: `*` and `?` stay within a folder's name, `[a-z]`,
 * `[^x]`, `\` escapes. Undefined when it is malformed. https://pkg.go.dev/path/filepath#Match
 */
function parseToken(text, at) {
    const char = text[at] ?? '';
    const end = at + 1;
    if (char === '[')
        return parseClass(text, at);
    if (char === '*')
        return { token: { kind: 'star' }, end };
    if (char === '?')
        return { token: { kind: 'any' }, end };
    if (char !== '\\')
        return { token: { kind: 'char', char }, end };
    const escaped = text[end];
    return escaped === undefined
        ? undefined
        : { token: { kind: 'char', char: escaped }, end: end + 1 };
}
/** Reads `[…]`; undefined when it does not end or is empty. */
function parseClass(text, from) {
    let at = from + 1;
    const negated = text[at] === '^';
    if (negated)
        at += 1;
    const ranges = [];
    const one = () => {
        if (text[at] === '\\')
            at += 1;
        else if (text[at] === '-' || text[at] === ']')
            return undefined;
        at += 1;
        return text[at - 1];
    };
    while (text[at] !== ']' || ranges.length === 0) {
        const low = one();
        if (low === undefined)
            return undefined;
        if (text[at] !== '-') {
            ranges.push([low, low]);
            continue;
        }
        at += 1;
        const high = one();
        if (high === undefined)
            return undefined;
        ranges.push([low, high]);
    }
    return { token: { kind: 'class', negated, ranges }, end: at + 1 };
}


/***/ }),

/***/ 1139:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ remoteKind)
/* harmony export */ });
/** Whether an ADD source is a download or a git repository; undefined: a path. */
function remoteKind(source) {
    if (/^(?:git|ssh):\/\/|^git@/i.test(source))
        return 'git';
    if (!/^https?:\/\//i.test(source))
        return undefined;
    return /\.git(?:[#?]|$)/.test(source) ? 'git' : 'http';
}


/***/ }),

/***/ 8417:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ resolve),
  u: () => (/* binding */ sourcesOf)
});

// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
// EXTERNAL MODULE: ./packages/dockerfile/fault.ts
var fault = __webpack_require__(2793);
// EXTERNAL MODULE: ./packages/dockerfile/flags.ts
var dockerfile_flags = __webpack_require__(22);
;// CONCATENATED MODULE: ./packages/dockerfile/mounts.ts
/** What `RUN --mount=…,from=X` reads from: the texts after `from=`. */
function mountSources(flags) {
    return flags.flatMap(({ name, value }) => {
        if (name !== 'mount' || value === true)
            return [];
        return csvFields(value).flatMap((field) => {
            const [, source] = /^from=(.*)$/is.exec(field.trim()) ?? [];
            return source === undefined || source === '' ? [] : [source];
        });
    });
}
/** Fields of a line of CSV; one in double quotes may hold commas. */
function csvFields(line) {
    return Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain = '']) => (quoted === undefined ? plain : quoted.replaceAll('""', '"')));
}

// EXTERNAL MODULE: ./packages/dockerfile/remote.ts
var remote = __webpack_require__(1139);
// EXTERNAL MODULE: ./packages/dockerfile/scope.ts + 3 modules
var dockerfile_scope = __webpack_require__(2699);
// EXTERNAL MODULE: ./packages/dockerfile/stage.ts
var dockerfile_stage = __webpack_require__(4339);
;// CONCATENATED MODULE: ./packages/dockerfile/resolve.ts







/**
 * Follows FROM, `COPY --from` and `RUN --mount=from=` from the target.
 * @throws UsageError for an unknown target or stage index, stages that need each other, a bad substitution
 */
function resolve(dockerfile, options) {
    const { args, platform, buildPlatform = platform, target: wanted } = options;
    const target = (0,dockerfile_stage/* findStage */.U)(dockerfile, wanted);
    const scope = (0,dockerfile_scope/* scopeOf */.Od)(dockerfile, { args, platform, buildPlatform, target: wanted });
    const stages = inOrder(dockerfile, target, scope);
    const instructions = stages.flatMap(({ stage }) => stage.instructions);
    return {
        dockerfile,
        target,
        stages,
        externals: stages.flatMap((stage) => externalsOf(dockerfile, stage)),
        needsRun: instructions.find(({ keyword }) => keyword === 'RUN'),
        beyond: instructions.flatMap(beyondOf),
        unused: (0,dockerfile_scope/* unusedArgs */.Iu)(dockerfile, scope.given.keys()),
        scope,
    };
}
function inOrder(dockerfile, target, scope) {
    const done = new Map();
    const open = new Set();
    const visit = (stage, line) => {
        if (done.has(stage.index))
            return;
        if (open.has(stage.index)) {
            throw (0,fault/* fault */.D)({ file: dockerfile.file, line }, `stage ${(0,quote/* quote */.h)(stage.name ?? String(stage.index))} needs itself`);
        }
        open.add(stage.index);
        const resolved = resolveStage(dockerfile, stage, scope);
        for (const { source, line: from } of needs(dockerfile, resolved)) {
            const needed = source.kind === 'stage' ? dockerfile.stages[source.index] : undefined;
            if (needed !== undefined)
                visit(needed, from);
        }
        done.set(stage.index, resolved);
    };
    visit(target, target.line);
    return [...done.values()];
}
function resolveStage(dockerfile, stage, scope) {
    const at = { file: dockerfile.file, line: stage.line };
    const fill = (text) => scope.filler.fill(stage.line, text, (name) => scope.global.get(name));
    const name = fill(stage.from);
    if (name === '')
        throw (0,fault/* fault */.D)(at, `FROM ${(0,quote/* quote */.h)(stage.from)} is empty once its variables are filled in`);
    // Only stages before this one: a later one of that name is no stage yet, so the name is an image's.
    const before = dockerfile.stages.slice(0, stage.index);
    const named = before.find((one) => one.name === name.toLowerCase());
    const platform = stage.platform === undefined ? '' : fill(stage.platform);
    return { stage, base: baseOf(name, named), platform: platform === '' ? undefined : platform };
}
function baseOf(name, stage) {
    if (stage !== undefined)
        return { kind: 'stage', index: stage.index };
    return name === 'scratch' ? { kind: 'scratch' } : { kind: 'image', name };
}
function needs(dockerfile, { stage, base }) {
    const files = stage.instructions.flatMap((instruction) => sourcesOf(dockerfile, instruction).map((source) => ({
        source,
        line: instruction.line,
        use: 'files',
    })));
    return [{ source: base, line: stage.line, use: 'base' }, ...files];
}
/** What a COPY or RUN reads beside the context. */
function sourcesOf(dockerfile, instruction) {
    const { keyword, flags, line } = instruction;
    const from = keyword === 'COPY' ? (0,dockerfile_flags/* flagText */.us)(flags, 'from') : undefined;
    const texts = keyword === 'RUN' ? mountSources(flags) : from === undefined ? [] : [from];
    return texts.map((text) => fileSource(dockerfile, text, line));
}
function fileSource({ file, stages }, text, line) {
    if (/\$./.test(text)) {
        throw (0,fault/* fault */.D)({ file, line }, `variables are not filled in after from=: write FROM ${text} AS a-name, and from=a-name here`);
    }
    const stage = (0,dockerfile_stage/* stageNamed */.a)(stages, text);
    if (stage !== undefined)
        return { kind: 'stage', index: stage.index };
    if (/^\d+$/.test(text))
        throw (0,fault/* fault */.D)({ file, line }, `there is no stage ${text}: the file has ${stages.length}`);
    if (text === '')
        throw (0,fault/* fault */.D)({ file, line }, 'from= names nothing');
    return text === 'scratch' ? { kind: 'scratch' } : { kind: 'image', name: text };
}
function externalsOf(dockerfile, resolved) {
    return needs(dockerfile, resolved).flatMap(({ source, line, use }) => source.kind === 'image'
        ? [
            {
                name: source.name,
                line,
                stage: resolved.stage.index,
                platform: use === 'base' ? resolved.platform : undefined,
                use,
            },
        ]
        : []);
}
function beyondOf({ keyword, line, text, words }) {
    if (keyword === 'RUN')
        return [{ line, text, why: 'RUN runs a program' }];
    if (keyword !== 'ADD')
        return [];
    const kinds = new Set(words.slice(0, -1).map(remote/* remoteKind */.j));
    return [
        ...(kinds.has('http') ? [{ line, text, why: 'ADD downloads a file' }] : []),
        ...(kinds.has('git') ? [{ line, text, why: 'ADD clones a git repository' }] : []),
    ];
}


/***/ }),

/***/ 2699:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t4: () => (/* binding */ assignArgs),
  Od: () => (/* binding */ scopeOf),
  Iu: () => (/* binding */ unusedArgs)
});

// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
// EXTERNAL MODULE: ./packages/dockerfile/pattern.ts
var pattern = __webpack_require__(5607);
;// CONCATENATED MODULE: ./packages/dockerfile/shell-pattern.ts

/** How much work searches may be: that of one grows with the square of its value, and a file can have thousands. */
class SearchBudget {
    #left = 1e8;
    /** Whether a search is small enough to be made; it is counted. */
    allows(tokens, value) {
        this.#left -= value.length ** 2 * (tokens.length + 1);
        return this.#left >= 0;
    }
}
/** `*` any text, `?` one character, `\` escapes: what `${x#p}` and `${x/p/r}` know, without `[…]`. */
function shellTokens(pattern) {
    return Array.from(pattern.matchAll(/\\(.)|([^])/gsu), ([, escaped, char = '']) => {
        if (escaped !== undefined)
            return { kind: 'char', char: escaped };
        if (char === '*')
            return { kind: 'all' };
        return char === '?' ? { kind: 'class', negated: true, ranges: [] } : { kind: 'char', char };
    });
}
/** `${x#p}`, `${x##p}`: without the shortest or the longest match at the start. */
function withoutStart(tokens, value, longest) {
    return value.slice(lengthAt(tokens, value, longest) ?? 0);
}
/** `${x%p}`, `${x%%p}`: without the shortest or the longest match at the end. */
function withoutEnd(tokens, value, longest) {
    const starts = Array.from({ length: value.length + 1 }, (_, index) => index);
    for (const start of longest ? starts : starts.reverse()) {
        const end = value.slice(start);
        for (const length of (0,pattern/* matches */.cK)(tokens, end)) {
            if (length === end.length)
                return value.slice(0, start);
        }
    }
    return value;
}
/** `${x/p/r}` and `${x//p/r}`: the first match, or all of them, each as long as it can be; stops when it is too long. */
function replaced(tokens, value, how) {
    let result = '';
    let at = 0;
    while (at < value.length && result.length <= how.longest) {
        const length = lengthAt(tokens, value.slice(at), true) ?? 0;
        result += length === 0 ? value.charAt(at) : how.by;
        at += Math.max(length, 1);
        if (length > 0 && !how.all)
            break;
    }
    return result + value.slice(at);
}
function lengthAt(tokens, text, longest) {
    let found;
    for (const length of (0,pattern/* matches */.cK)(tokens, text)) {
        found = length;
        if (!longest)
            break;
    }
    return found;
}

;// CONCATENATED MODULE: ./packages/dockerfile/expand.ts


/** A malformed or refused substitution; the caller knows the line. */
class BadSubstitution extends Error {
}
/** `ENV a=$a$a` doubles its length each time: it has to end somewhere. */
const longest = 1 << 20;
/** `${a:-${b:-…}}`: each level is a few calls deep. */
const deepest = 100;
/**
 * Fills variables in and removes quotes and escapes, as for every instruction but RUN, CMD, ENTRYPOINT, SHELL,
 * HEALTHCHECK and ONBUILD. https://docs.docker.com/reference/dockerfile/#environment-replacement
 * @throws BadSubstitution when a quote or brace is not closed, a form is unknown, `${x:?why}` says no
 */
function expand(text, lookup, options) {
    const { escape, quotes = true, budget = new SearchBudget() } = options;
    return expandUntil({ text, lookup, escape, quotes, budget, at: 0, depth: 0 }, undefined);
}
/** Expands up to `stop`, which is taken too. `raw` keeps escapes, for patterns. */
function expandUntil(cursor, stop, raw = false) {
    let result = '';
    for (;;) {
        const char = cursor.text.charAt(cursor.at);
        if (char === '') {
            if (stop === undefined)
                return result;
            throw new BadSubstitution(`a "${stop}" is missing in ${(0,quote/* quote */.h)(cursor.text)}`);
        }
        if (char === stop) {
            cursor.at += 1;
            return result;
        }
        result += piece(cursor, char, raw);
        if (result.length > longest) {
            throw new BadSubstitution('a text is longer than 1 MiB once its variables are filled in');
        }
    }
}
function piece(cursor, char, raw) {
    if (char === '$')
        return substitute(cursor);
    if (cursor.quotes && char === "'")
        return single(cursor);
    if (cursor.quotes && char === '"')
        return expand_double(cursor);
    cursor.at += 1;
    if (char !== cursor.escape)
        return char;
    const escaped = take(cursor);
    return raw ? `${char}${escaped}` : escaped;
}
function single(cursor) {
    const end = cursor.text.indexOf("'", cursor.at + 1);
    if (end < 0)
        throw new BadSubstitution(`a single quote in ${(0,quote/* quote */.h)(cursor.text)} is not closed`);
    const inner = cursor.text.slice(cursor.at + 1, end);
    cursor.at = end + 1;
    return inner;
}
function expand_double(cursor) {
    let result = '';
    cursor.at += 1;
    for (;;) {
        const char = cursor.text.charAt(cursor.at);
        if (char === '' || result.length > longest) {
            throw new BadSubstitution(`a double quote in ${(0,quote/* quote */.h)(cursor.text)} is not closed`);
        }
        if (char === '$') {
            result += substitute(cursor);
            continue;
        }
        cursor.at += 1;
        if (char === '"')
            return result;
        const next = cursor.text.charAt(cursor.at);
        if (char === cursor.escape && (next === '"' || next === '$' || next === char)) {
            result += take(cursor);
        }
        else {
            result += char;
        }
    }
}
/** One `$…` at the cursor, which is moved behind it. */
function substitute(cursor) {
    cursor.at += 1;
    if (cursor.text.charAt(cursor.at) !== '{') {
        const name = takeName(cursor);
        return name === '' ? '$' : (cursor.lookup(name) ?? '');
    }
    cursor.at += 1;
    const name = takeName(cursor);
    const sign = take(cursor);
    if (name === '' || sign === '') {
        throw new BadSubstitution(`a name or a "}" is missing after "\${" in ${(0,quote/* quote */.h)(cursor.text)}`);
    }
    if (sign === '}')
        return cursor.lookup(name) ?? '';
    const operator = sign === ':' ? `:${take(cursor)}` : sign;
    if (++cursor.depth > deepest) {
        throw new BadSubstitution(`variables stand in each other more than ${deepest} deep`);
    }
    try {
        if (/^:?[-+?]$/.test(operator))
            return conditional(cursor, name, operator);
        if (/^[#%/]$/.test(operator))
            return patterned(cursor, name, operator);
    }
    finally {
        cursor.depth -= 1;
    }
    throw new BadSubstitution(`${(0,quote/* quote */.h)(`\${${name}${operator}`)} is no substitution of Dockerfiles`);
}
function conditional(cursor, name, operator) {
    const word = expandUntil(cursor, '}');
    const value = cursor.lookup(name);
    const set = value !== undefined && !(operator.startsWith(':') && value === '');
    if (operator.endsWith('-'))
        return set ? value : word;
    if (operator.endsWith('+'))
        return set ? word : '';
    if (set)
        return value;
    throw new BadSubstitution(`${name} is not set${word === '' ? '' : `: ${(0,quote/* quote */.h)(word)}`}`);
}
function patterned(cursor, name, operator) {
    const value = cursor.lookup(name) ?? '';
    const twice = cursor.text.charAt(cursor.at) === operator;
    if (twice)
        cursor.at += 1;
    const tokens = shellTokens(expandUntil(cursor, operator === '/' ? '/' : '}', true));
    const by = operator === '/' ? expandUntil(cursor, '}', true) : '';
    if (!cursor.budget.allows(tokens, value)) {
        throw new BadSubstitution(`the value of ${name} is too long for a pattern, or too often searched`);
    }
    if (operator === '#')
        return withoutStart(tokens, value, twice);
    if (operator === '%')
        return withoutEnd(tokens, value, twice);
    return replaced(tokens, value, { by, all: twice, longest });
}
/** Letters, digits and `_`; or digits alone; or one of the shell's special parameters. */
function takeName(cursor) {
    const rest = cursor.text.slice(cursor.at, cursor.at + 1024);
    const name = /^(?:\d+|[@*#?\-$!]|[\p{L}_][\p{L}\p{Nd}_]*)/u.exec(rest)?.[0] ?? '';
    cursor.at += name.length;
    return name;
}
function take(cursor) {
    const char = cursor.text.charAt(cursor.at);
    cursor.at += 1;
    return char;
}

// EXTERNAL MODULE: ./packages/dockerfile/fault.ts
var fault = __webpack_require__(2793);
;// CONCATENATED MODULE: ./packages/dockerfile/filler.ts



/** Characters. A thousand lines that each use a variable of a megabyte would fill the memory. */
const mostText = 1 << 26;
/** Fills variables in for one Dockerfile: with the line in messages, and with a bound for all of it together. */
class Filler {
    #file;
    #escape;
    #budget = new SearchBudget();
    #left = mostText;
    constructor({ file, escape }) {
        this.#file = file;
        this.#escape = escape;
    }
    at(line) {
        return { file: this.#file, line };
    }
    /** As `expand`. */
    fill(line, text, lookup) {
        return this.#expand(line, text, lookup, { escape: this.#escape });
    }
    /** As `fill`, for the body of a heredoc: quotes are text, and the escape character is always `\`. */
    fillDocument(line, text, lookup) {
        return this.#expand(line, text, lookup, { escape: '\\', quotes: false });
    }
    /** Counts what else grows with the file. */
    count(line, characters) {
        this.#left -= characters;
        if (this.#left < 0) {
            throw (0,fault/* fault */.D)(this.at(line), 'the file is too large once its variables and ranges are filled in');
        }
    }
    #expand(line, text, lookup, options) {
        try {
            const result = expand(text, lookup, { ...options, budget: this.#budget });
            this.count(line, result.length);
            return result;
        }
        catch (error) {
            if (error instanceof BadSubstitution)
                throw (0,fault/* fault */.D)(this.at(line), error.message);
            throw error;
        }
    }
}

;// CONCATENATED MODULE: ./packages/dockerfile/scope.ts

/** What each ARG of an instruction comes to; later ones see earlier ones through `set`. */
function assignArgs(instruction, { scope, lookup, set, }) {
    return instruction.words.map((word) => {
        const equals = word.indexOf('=');
        const fill = (text) => scope.filler.fill(instruction.line, text, lookup);
        const name = fill(equals < 0 ? word : word.slice(0, equals));
        const own = equals < 0 ? scope.global.get(name) : undefined;
        const value = scope.given.get(name) ?? (equals < 0 ? own : fill(word.slice(equals + 1)));
        set(name, value);
        return [name, value];
    });
}
/** https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope */
function platformArgs(side, platform) {
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
function scopeOf(dockerfile, { args: passed, platform, buildPlatform, target, }) {
    const given = new Map(Object.entries(passed));
    const global = new Map([
        ...platformArgs('TARGET', platform),
        ...platformArgs('BUILD', buildPlatform),
        ['TARGETSTAGE', target ?? 'default'],
    ]);
    for (const name of global.keys())
        if (given.has(name))
            global.set(name, given.get(name));
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
const freeArgs = /^(?:(?:https?|ftp|no|all)_proxy|BUILDKIT_[A-Z_]+|SOURCE_DATE_EPOCH|(?:TARGET|BUILD)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)|TARGETSTAGE)$/i;
/** Names that were passed and that no ARG of the file declares: mostly mistyped. */
function unusedArgs({ args, stages }, given) {
    const declared = new Set([...args, ...stages.flatMap(({ instructions }) => instructions)]
        .filter(({ keyword }) => keyword === 'ARG')
        .flatMap(({ words }) => words.map((word) => word.split('=', 1)[0])));
    return [...given].filter((name) => !declared.has(name) && !freeArgs.test(name));
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

/***/ 1506:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wc: () => (/* binding */ attachIndexes),
/* harmony export */   ml: () => (/* binding */ maxIndexBytes),
/* harmony export */   nJ: () => (/* binding */ indexesArtifact)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7663);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2185);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4663);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3239);


/** The name of the artifact that holds the indexes of an image. */
const indexesArtifact = (0,_io__WEBPACK_IMPORTED_MODULE_0__/* .artifactType */ .Tw)('layer-indexes');
/** Of one index: that of two million entries with hashes is half of it. What is longer is neither attached nor read. */
const maxIndexBytes = 128 << 20;
const emptyConfig = new TextEncoder().encode('{}');
const atOnce = 4;
/**
 * Attaches the indexes of an image's layers to its manifest, as one artifact: a referrer with a blob for each
 * layer. The same indexes always make the same artifact, and what is there is not written again. Indexes of
 * layers that nobody verified are left out.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md#guidelines-for-artifact-usage
 * @param image the manifest of one platform, whose layers were held against their digests and diffIDs
 * @returns the artifact; undefined where there is no index to attach
 * @throws whatever the repository ends in
 */
async function attachIndexes(to, image, { indexes, signal }) {
    const files = new Map();
    for (const index of indexes) {
        const { layer } = index.header;
        if ('diffId' in layer && index.bytes.length <= maxIndexBytes)
            files.set(layer.diffId, index);
    }
    if (files.size === 0)
        return undefined;
    const stored = new Map();
    await (0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .inParallel */ .H)(files, { concurrency: atOnce, signal }, async ([diffId, index], stop) => {
        const blob = await (0,_oci__WEBPACK_IMPORTED_MODULE_2__/* .putBytes */ .h)(to, index.bytes, _io__WEBPACK_IMPORTED_MODULE_0__/* .layerIndexType */ .Ag, { signal: stop });
        stored.set(diffId, { ...blob, annotations: annotationsOf(diffId, index.header) });
    });
    const manifest = {
        schemaVersion: 2,
        mediaType: _oci__WEBPACK_IMPORTED_MODULE_3__/* .mediaType */ .JL.manifest,
        artifactType: indexesArtifact,
        config: await (0,_oci__WEBPACK_IMPORTED_MODULE_2__/* .putBytes */ .h)(to, emptyConfig, _oci__WEBPACK_IMPORTED_MODULE_3__/* .mediaType */ .JL.empty, { signal }),
        // In the order of the layers, however the blobs were stored.
        layers: [...files.keys()].map((diffId) => stored.get(diffId)),
        subject: { mediaType: image.mediaType, digest: image.digest, size: image.size },
    };
    const bytes = new TextEncoder().encode(JSON.stringify(manifest));
    return (await to.putManifest(bytes, _oci__WEBPACK_IMPORTED_MODULE_3__/* .mediaType */ .JL.manifest)).digest;
}
const factsOf = 'facts:';
const annotationsOf = (diffId, { format, sections }) => ({
    [_io__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7.diffId]: diffId,
    [_io__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7.indexFormat]: String(format),
    [_io__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7.collectors]: Object.entries(sections)
        .flatMap(([name, part]) => part !== undefined && name.startsWith(factsOf)
        ? [`${name.slice(factsOf.length)}@${part.version}`]
        : [])
        .join(' '),
});


/***/ }),

/***/ 4935:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ takeAttached),
/* harmony export */   V: () => (/* binding */ openIndexes)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5647);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2420);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7663);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9205);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(127);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1421);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2185);
/* harmony import */ var _attach_indexes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1506);
/* harmony import */ var _layer_index_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4283);





const atOnce = 4;
/**
 * Opens an artifact of `attachIndexes`. Whoever may write to a repository can attach anything to an image of it, so
 * that the digest must come from somebody who is believed, and never from a list of referrers: layers whose
 * indexes are read here count as verified.
 * @throws NotThere; UsageError for an artifact of another kind
 */
async function openIndexes(from, artifact) {
    const stored = await from.manifest(artifact);
    if (stored === undefined)
        throw new _oci__WEBPACK_IMPORTED_MODULE_1__/* .NotThere */ .W2(`the artifact ${artifact}`, from.name);
    const manifest = (0,_oci__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(stored.bytes, stored.descriptor.mediaType);
    const { subject } = manifest;
    if ((0,_oci__WEBPACK_IMPORTED_MODULE_2__/* .isIndex */ .nw)(manifest) || manifest.artifactType !== _attach_indexes_js__WEBPACK_IMPORTED_MODULE_3__/* .indexesArtifact */ .nJ || subject === undefined) {
        const what = (0,_io__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)((0,_oci__WEBPACK_IMPORTED_MODULE_5__/* .pinned */ .dp)(from.name, artifact));
        throw new _io__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .eb(`${what} holds no indexes of layers: name an artifact of --attach`);
    }
    const blobs = new Map();
    for (const blob of manifest.layers) {
        const diffId = blob.annotations?.[_io__WEBPACK_IMPORTED_MODULE_7__/* .annotation */ .w7.diffId];
        if (diffId !== undefined && blob.mediaType === _io__WEBPACK_IMPORTED_MODULE_7__/* .layerIndexType */ .Ag)
            blobs.set(diffId, blob);
    }
    return {
        artifact,
        subject: subject.digest,
        async get(diffId, signal) {
            const blob = blobs.get(diffId);
            return blob && indexIn(from, blob, { diffId, signal });
        },
    };
}
async function indexIn(from, blob, { diffId, signal }) {
    const what = `the index ${blob.digest} of ${from.name}`;
    if (blob.size > _attach_indexes_js__WEBPACK_IMPORTED_MODULE_3__/* .maxIndexBytes */ .ml) {
        throw new _oci__WEBPACK_IMPORTED_MODULE_1__/* .Corrupt */ .Q6(what, `it is longer than ${_attach_indexes_js__WEBPACK_IMPORTED_MODULE_3__/* .maxIndexBytes */ .ml} bytes`);
    }
    const index = (0,_layer_index_file_js__WEBPACK_IMPORTED_MODULE_8__/* .readLayerIndex */ .a)(await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(await from.blob(blob, { signal })), what);
    const { layer } = index.header;
    if ('diffId' in layer && layer.diffId === diffId)
        return index;
    throw new _oci__WEBPACK_IMPORTED_MODULE_1__/* .Corrupt */ .Q6(what, `it is not that of the layer ${diffId}`);
}
/**
 * Finds the attached indexes of some layers, several at a time. One that cannot be used is passed over with a
 * sentence: its layer is then read.
 * @param enough the index with all that is wanted; undefined where it lacks some of that
 */
async function takeAttached(attached, layers, how) {
    const taken = new Map();
    const { signal, enough, onPassedOver } = how;
    await (0,_oci__WEBPACK_IMPORTED_MODULE_9__/* .inParallel */ .H)(layers, { concurrency: atOnce, signal }, async (layer, stop) => {
        const { diffId } = layer;
        if (diffId === undefined)
            return;
        const passOver = (why) => onPassedOver?.(`the attached index of the layer ${diffId} is not used: ${why}`);
        try {
            const index = await attached.get(diffId, stop);
            const whole = index && enough(index, layer);
            if (index === undefined)
                passOver('there is none');
            else if (whole !== undefined)
                taken.set(layer, whole);
            else
                passOver('it lacks some of what is wanted');
        }
        catch (error) {
            if (!(error instanceof _oci__WEBPACK_IMPORTED_MODULE_1__/* .Corrupt */ .Q6 || error instanceof _oci__WEBPACK_IMPORTED_MODULE_1__/* .NotThere */ .W2))
                throw error;
            passOver((0,_io__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error));
        }
    });
    return taken;
}


/***/ }),

/***/ 2627:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FQ: () => (/* binding */ Numbers),
/* harmony export */   NT: () => (/* binding */ Texts),
/* harmony export */   e: () => (/* binding */ Columns)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);

/** Numbers of one kind, in memory that grows by doubling. */
class Numbers {
    #make;
    #column;
    #length = 0;
    constructor(make) {
        this.#make = make;
        this.#column = make(1 << 6);
    }
    add(value) {
        const at = this.#length++;
        if (at === this.#column.length) {
            const larger = this.#make(2 * at);
            larger.set(this.#column);
            this.#column = larger;
        }
        this.#column[at] = value;
    }
    /** Little-endian. */
    bytes() {
        const { buffer, BYTES_PER_ELEMENT: width } = this.#column;
        return inOrder(Buffer.from(buffer, 0, this.#length * width), width);
    }
}
/** Texts one after the other, in memory that grows by doubling. */
class Texts {
    #memory = Buffer.allocUnsafeSlow(1 << 12);
    #length = 0;
    add(value, encoding) {
        const start = this.#length;
        this.#length += encoding === 'hex' ? value.length / 2 : value.length;
        if (this.#length > this.#memory.length) {
            const larger = Buffer.allocUnsafeSlow(Math.max(this.#length, 2 * this.#memory.length));
            this.#memory.copy(larger, 0, 0, start);
            this.#memory = larger;
        }
        this.#memory.write(value, start, encoding);
    }
    bytes() {
        return this.#memory.subarray(0, this.#length);
    }
}
/** Takes columns off bytes that begin where eight-byte numbers may stand; widest first, so that each does. */
class Columns {
    #bytes;
    #fail;
    #at = 0;
    /** @param fail is called when there is less than is taken */
    constructor(bytes, fail) {
        this.#bytes = bytes.byteOffset % 8 === 0 ? bytes : Buffer.from(Uint8Array.from(bytes).buffer);
        this.#fail = fail;
    }
    rest() {
        return this.#bytes.subarray(this.#at);
    }
    doubles(count) {
        return new Float64Array(...this.#next(count, 8));
    }
    words(count) {
        return new Uint32Array(...this.#next(count, 4));
    }
    shorts(count) {
        return new Uint16Array(...this.#next(count, 2));
    }
    bytes(count) {
        if (count > this.#bytes.length - this.#at)
            this.#fail('it is shorter than it says');
        return this.#bytes.subarray(this.#at, (this.#at += count));
    }
    #next(count, width) {
        const { buffer, byteOffset } = inOrder(this.bytes(count * width), width);
        return [buffer, byteOffset, count];
    }
}
/** To little-endian or back. */
function inOrder(bytes, width) {
    if ((0,node_os__WEBPACK_IMPORTED_MODULE_0__.endianness)() === 'LE' || width === 1)
        return bytes;
    const copy = Buffer.from(bytes);
    return width === 8 ? copy.swap64() : width === 4 ? copy.swap32() : copy.swap16();
}


/***/ }),

/***/ 4580:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ parseLooseConfig),
/* harmony export */   o: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3670);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6148);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9205);


// Go writes an empty list or map as null.
const optional = (schema) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(schema), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => value ?? undefined)));
const text = optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP());
const texts = optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()));
const set = optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()));
const healthcheck = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    Test: texts,
    Interval: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    Timeout: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    StartPeriod: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    StartInterval: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    Retries: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
});
const runtime = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    User: text,
    ExposedPorts: set,
    Env: texts,
    Entrypoint: texts,
    Cmd: texts,
    Volumes: set,
    WorkingDir: text,
    Labels: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    StopSignal: text,
    Shell: texts,
    Healthcheck: optional(healthcheck),
    OnBuild: texts,
});
const history = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    created: text,
    created_by: text,
    author: text,
    comment: text,
    empty_layer: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
});
const schema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    architecture: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    os: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    variant: text,
    created: text,
    author: text,
    config: optional(runtime),
    rootfs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        diff_ids: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .guard */ .ahr(_oci__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)))), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((ids) => ids ?? [])),
    }),
    history: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(history)),
});
const maxBytes = 8 << 20;
/**
 * Reads the config of an image, OCI's or Docker's; what we do not know stays in it.
 * @throws Corrupt when it is no such config
 */
function parseConfig(bytes, what = 'the image config') {
    const result = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(schema, (0,_oci__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(bytes, what, { maxBytes }));
    if (result.success)
        return result.output;
    const [issue] = result.issues;
    const path = valibot__WEBPACK_IMPORTED_MODULE_0__/* .getDotPath */ .BuJ(issue);
    const at = path === null ? 'it' : JSON.stringify(path);
    throw new _oci__WEBPACK_IMPORTED_MODULE_3__/* .Corrupt */ .Q6(what, `${at} is not right: ${issue.message}`);
}
const loose = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    architecture: valibot__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'unknown'),
    os: valibot__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'unknown'),
    config: valibot__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .NpB(optional(runtime), undefined),
    rootfs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('layers') }),
    history: valibot__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .NpB(optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(history)), undefined),
});
/**
 * Reads the config of an image that nobody believes: what is missing is unknown, and it has no diffIDs.
 * @throws Corrupt when it is that of no image
 */
function parseLooseConfig(bytes, what = 'the image config') {
    const result = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(loose, (0,_oci__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(bytes, what, { maxBytes }));
    if (!result.success)
        throw new _oci__WEBPACK_IMPORTED_MODULE_3__/* .Corrupt */ .Q6(what, 'it is that of no image with layers');
    return { ...result.output, rootfs: { ...result.output.rootfs, diff_ids: [] } };
}


/***/ }),

/***/ 7536:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ tarLimits)
/* harmony export */ });
const tarLimits = {
    what: 'the tar archive',
    maxEntries: 2_000_000,
    // PATH_MAX of Linux: what is longer cannot be unpacked anywhere.
    maxPathBytes: 4096,
    maxHeaderBytes: 1 << 20,
    maxHeadersBytes: 1 << 28,
};


/***/ }),

/***/ 2383:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ parseNumber),
/* harmony export */   Ms: () => (/* binding */ padding),
/* harmony export */   RW: () => (/* binding */ parseHeader),
/* harmony export */   VE: () => (/* binding */ blockBytes),
/* harmony export */   be: () => (/* binding */ isZero),
/* harmony export */   ry: () => (/* binding */ cString)
/* harmony export */ });
const blockBytes = 512;
/** What rounds a body up to whole blocks. */
const padding = (sizeBytes) => (blockBytes - (sizeBytes % blockBytes)) % 512;
function isZero(block) {
    return block.every((byte) => byte === 0);
}
/** Reads one header block; `fail` is called with what is wrong in it. */
function parseHeader(block, fail) {
    if (!hasRightSum(block, fail))
        return fail('a header has a wrong checksum');
    const format = formatOf(block);
    const name = cString(block, 0, 100);
    const prefix = format === 'gnu' ? oldPrefix(block) : cString(block, 345, prefixBytes[format]);
    const devices = format !== 'v7';
    return {
        type: String.fromCharCode(block[156] ?? 0),
        path: prefix === '' ? name : `${prefix}/${name}`,
        link: cString(block, 157, 100),
        mode: (parseNumber(block, 100, 8) ?? fail(noNumber('mode'))) & 0o7777,
        uid: parseNumber(block, 108, 8) ?? fail(noNumber('uid')),
        gid: parseNumber(block, 116, 8) ?? fail(noNumber('gid')),
        sizeBytes: parseNumber(block, 124, 12) ?? fail(noNumber('size')),
        modified: parseNumber(block, 136, 12) ?? fail(noNumber('time')),
        major: devices ? (parseNumber(block, 329, 8) ?? fail(noNumber('device number'))) : 0,
        minor: devices ? (parseNumber(block, 337, 8) ?? fail(noNumber('device number'))) : 0,
    };
}
const noNumber = (what) => `a header has a ${what} that is no number`;
/** Star has a time behind a shorter one. */
const prefixBytes = {
    ustar: 155,
    star: 131,
    v7: 0,
};
/** GNU keeps times where POSIX has a prefix for the path. Old writers put one there all the same, and Go reads it. */
function oldPrefix(block) {
    const isTime = (at) => block[at] === 0 || parseNumber(block, at, 12) !== undefined;
    if (isTime(345) && isTime(357))
        return '';
    const prefix = cString(block, 345, 155);
    return /[\x80-\xff]/.test(prefix) ? '' : prefix;
}
function formatOf(block) {
    if (stands(block, 257, 'ustar  \0'))
        return 'gnu';
    if (!stands(block, 257, 'ustar\0'))
        return 'v7';
    return stands(block, 508, 'tar\0') ? 'star' : 'ustar';
}
function stands(block, at, text) {
    for (let index = 0; index < text.length; index++) {
        if (block[at + index] !== text.charCodeAt(index))
            return false;
    }
    return true;
}
/** Bytes up to the first NUL. */
function cString(block, from, length) {
    const most = from + length;
    let end = from;
    while (end < most && block[end] !== 0)
        end++;
    return end === from ? '' : block.toString('latin1', from, end);
}
/** Octal digits among blanks and NULs, up to a NUL behind them, or GNU's base 256 when the first bit is set. */
function parseNumber(block, from, length) {
    const first = block[from] ?? 0;
    if ((first & 0x80) !== 0)
        return parseBase256(block.subarray(from, from + length));
    const end = from + length;
    let at = from;
    if (first === 0x20 || first === 0)
        while (at < end && isBlank(block[at]))
            at++;
    let value = 0;
    for (; at < end; at++) {
        const digit = (block[at] ?? 0) ^ 0x30;
        if (digit > 7)
            break;
        value = value * 8 + digit;
    }
    if (at < end && !isBlank(block[at]))
        return undefined;
    // Behind a NUL may be anything, behind a blank nothing.
    if (block[at] === 0)
        return value;
    while (at < end && isBlank(block[at]))
        at++;
    return at === end ? value : undefined;
}
const isBlank = (byte) => byte === 0x20 || byte === 0;
function parseBase256(field) {
    const negative = ((field[0] ?? 0) & 0x40) !== 0;
    let value = 0n;
    field.forEach((byte, at) => {
        value = (value << 8n) | BigInt(at === 0 ? byte & 0x7f : byte);
    });
    if (negative)
        value -= 1n << BigInt(8 * field.length - 1);
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : undefined;
}
/** Where the checksum stands, which is summed as if it were blanks. */
const sum = { at: 148, length: 8 };
function hasRightSum(block, fail) {
    const expected = parseNumber(block, sum.at, sum.length) ?? fail('a header has a checksum that is no number');
    let own = 0;
    for (let at = sum.at; at < sum.at + sum.length; at++)
        own += block[at] ?? 0;
    const unsigned = sumOf(block) - own + sum.length * 0x20;
    // Old archivers summed signed bytes, so both sums are right.
    return expected === unsigned || expected === unsigned - 256 * highBytes(block);
}
/** The sum of all bytes, four at a time: in each half of two words is room for a quarter of them. */
function sumOf(block) {
    const words = new DataView(block.buffer, block.byteOffset, blockBytes);
    let even = 0;
    let odd = 0;
    for (let at = 0; at < blockBytes; at += 4) {
        const word = words.getInt32(at, true);
        even += word & 0x00ff00ff;
        odd += (word >>> 8) & 0x00ff00ff;
    }
    return (even & 0xffff) + (even >>> 16) + (odd & 0xffff) + (odd >>> 16);
}
function highBytes(block) {
    let count = 0;
    for (let at = 0; at < blockBytes; at++) {
        if (at === sum.at)
            at += sum.length;
        if ((block[at] ?? 0) > 127)
            count++;
    }
    return count;
}


/***/ }),

/***/ 4283:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ readLayerIndex)
});

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var digest = __webpack_require__(3670);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/oci/json.ts
var oci_json = __webpack_require__(6148);
// EXTERNAL MODULE: ./packages/image/layer-index-write.ts
var layer_index_write = __webpack_require__(3270);
// EXTERNAL MODULE: ./packages/image/columns.ts
var image_columns = __webpack_require__(2627);
// EXTERNAL MODULE: ./packages/image/packing.ts + 1 modules
var packing = __webpack_require__(1000);
// EXTERNAL MODULE: ./packages/image/path.ts
var path = __webpack_require__(3129);
;// CONCATENATED MODULE: ./packages/image/stretches.ts
/** What is longer than this stays bytes, as a string has an end. */
const maxTextBytes = 1 << 26;
/** Texts that stand one after the other, each made when it is asked for. */
class Stretches {
    #ends;
    #bytes;
    #text;
    /** @param take gives so many bytes, which the texts are */
    constructor(lengths, take) {
        this.#ends = new Uint32Array(lengths.length);
        let end = 0;
        for (let at = 0; at < lengths.length; at++)
            this.#ends[at] = end += lengths[at] ?? 0;
        this.#bytes = take(end);
        this.#text = end > maxTextBytes ? undefined : this.#bytes.toString('latin1');
    }
    get(at) {
        const start = at === 0 ? 0 : (this.#ends[at - 1] ?? 0);
        const end = this.#ends[at] ?? start;
        return this.#text?.slice(start, end) ?? this.#bytes.toString('latin1', start, end);
    }
}

;// CONCATENATED MODULE: ./packages/image/unpacking.ts





const maxRareBytes = 256 * 1024 * 1024;
/**
 * Each entry is unpacked when it is asked for. `fail` is called for what `Packing` cannot have packed, as far as that
 * is seen without a look at each entry: what stands under a checksum is its work.
 */
function unpacked(packed, fail) {
    return new Unpacked(packed, fail);
}
class Unpacked {
    count;
    isHashed;
    folders;
    #sizes;
    #times;
    #uids;
    #gids;
    #folders;
    #modes;
    #kinds;
    #forms;
    #texts;
    #links;
    #rare;
    #hashes;
    #hashEnds;
    constructor({ count, entries, hashes }, fail) {
        const columns = new image_columns/* Columns */.e(entries, fail);
        const take = (length) => columns.bytes(length);
        this.count = count;
        const folderCount = columns.doubles(1)[0] ?? 0;
        if (!(folderCount <= count))
            fail('it has more folders than entries');
        this.#sizes = columns.doubles(count);
        this.#times = columns.doubles(count);
        this.#uids = columns.doubles(count);
        this.#gids = columns.doubles(count);
        this.#folders = columns.words(count);
        this.#modes = columns.shorts(count);
        const [textLengths, linkLengths] = [columns.shorts(count), columns.shorts(count)];
        const folderLengths = columns.shorts(folderCount);
        this.#kinds = take(count);
        this.#forms = take(count);
        this.#texts = new Stretches(textLengths, take);
        this.#links = new Stretches(linkLengths, take);
        const folders = new Stretches(folderLengths, take);
        this.folders = Array.from(folderLengths, (_, at) => folders.get(at));
        this.#rare = rareOf(columns.rest());
        this.isHashed = hashes !== undefined;
        this.#hashes = hashes;
        this.#hashEnds = hashes === undefined ? undefined : hashEnds(this.#kinds);
        const hashed = this.#hashEnds?.at(-1) ?? 0;
        if (hashed * packing/* hashBytes */.yi !== (hashes?.length ?? 0))
            fail('its hashes are cut off');
    }
    entry(at) {
        const kind = this.kind(at);
        const sha256 = this.sha256(at);
        return {
            path: this.#path(at),
            kind,
            mode: this.#modes[at] ?? 0,
            uid: this.#uids[at] ?? 0,
            gid: this.#gids[at] ?? 0,
            sizeBytes: this.sizeBytes(at),
            modified: this.#times[at] ?? 0,
            ...(kind === 'symlink' || kind === 'hardlink' ? { link: this.#links.get(at) } : undefined),
            ...this.#rare[at],
            ...(sha256 === undefined ? undefined : { sha256 }),
        };
    }
    kind(at) {
        const kind = packing/* kinds */.EZ[(this.#kinds[at] ?? 0) & packing/* kindBits */.Li];
        if (at >= 0 && at < this.count && kind !== undefined)
            return kind;
        throw new RangeError(`there is no entry ${at}`);
    }
    sizeBytes(at) {
        return this.#sizes[at] ?? 0;
    }
    folder(at) {
        const folder = this.#folders[at] ?? packing/* noFolder */.Cx;
        return folder === packing/* noFolder */.Cx ? -1 : folder;
    }
    name(at) {
        const text = this.#texts.get(at);
        return this.#forms[at] === packing/* otherForm */.j6 ? (0,path/* splitPath */.Uf)((0,path/* cleanPath */.ts)(text) ?? '').name : text;
    }
    isMarked(at) {
        return ((this.#kinds[at] ?? 0) & packing/* markedBit */.Eb) !== 0;
    }
    *[Symbol.iterator]() {
        for (let at = 0; at < this.count; at++)
            yield this.entry(at);
    }
    #path(at) {
        const form = packing/* forms */.uO[this.#forms[at] ?? packing/* otherForm */.j6];
        const text = this.#texts.get(at);
        if (form === undefined)
            return text;
        const clean = (0,path/* joinPath */.uJ)(this.folders[this.#folders[at] ?? 0] ?? '', text);
        return this.#forms[at] === 0 ? clean : `${form[0]}${clean}${form[1]}`;
    }
    sha256(at) {
        const start = this.#hashAt(at);
        return start === undefined
            ? undefined
            : this.#hashes?.toString('hex', start, start + packing/* hashBytes */.yi);
    }
    sha256Start(at) {
        const start = this.#hashAt(at);
        return start === undefined ? undefined : this.#hashes?.readUIntBE(start, 6);
    }
    #hashAt(at) {
        if (((this.#kinds[at] ?? 0) & packing/* hashedBit */.r8) === 0)
            return undefined;
        const end = this.#hashEnds?.[at];
        return end === undefined ? undefined : (end - 1) * packing/* hashBytes */.yi;
    }
}
function rareOf(json) {
    if (json.equals(noneRare))
        return {};
    return (0,oci_json/* parseJson */.q)(json, 'what is rare', { maxBytes: maxRareBytes });
}
const noneRare = Buffer.from('{}');
/** How many entries up to each have a hash. */
function hashEnds(kindsOf) {
    const ends = new Uint32Array(kindsOf.length);
    let count = 0;
    for (let at = 0; at < kindsOf.length; at++) {
        if (((kindsOf[at] ?? 0) & packing/* hashedBit */.r8) !== 0)
            count += 1;
        ends[at] = count;
    }
    return ends;
}

;// CONCATENATED MODULE: ./packages/image/layer-index-file.ts






const maxHeaderBytes = 1 << 20;
/** Of a section when it is inflated: some millions of entries. */
const maxSectionBytes = 1 << 30;
const whole = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0));
const section = dist/* object */.Ikc({
    version: whole,
    offset: whole,
    lengthBytes: whole,
    plainBytes: dist/* pipe */.FsL(whole, dist/* maxValue */.cGV(maxSectionBytes)),
    sha256: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{64}$/)),
});
const header = dist/* object */.Ikc({
    format: dist/* literal */.euz(1),
    layer: dist/* union */.KCZ([
        dist/* object */.Ikc({ diffId: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* guard */.ahr(digest/* isDigest */.Bc)) }),
        dist/* pipe */.FsL(dist/* object */.Ikc({ unverified: dist/* string */.YjP() }), dist/* transform */.pdi(({ unverified }) => ({ unverified: unverified }))),
    ]),
    sizeBytes: whole,
    entries: dist/* pipe */.FsL(whole, dist/* maxValue */.cGV(10_000_000)),
    hashed: dist/* picklist */.KIO(['none', 'sha256']),
    sections: dist/* record */.g1P(dist/* string */.YjP(), section),
});
const facts = dist/* array */.YOg(dist/* object */.Ikc({ path: dist/* string */.YjP(), facts: dist/* array */.YOg(dist/* unknown */.L5J()), unread: dist/* optional */.lqM(dist/* literal */.euz(true)) }));
/**
 * Reads the file of an index. Every byte is under a checksum.
 * @throws Corrupt when it is none, was changed, or is of another format
 */
function readLayerIndex(bytes, what) {
    const fail = (why) => {
        throw new errors/* Corrupt */.Q6(what, why);
    };
    const { json, body } = framed(bytes, fail);
    const parsed = dist/* safeParse */.xLC(header, (0,oci_json/* parseJson */.q)(json, what, { maxBytes: maxHeaderBytes }));
    if (!parsed.success)
        return fail('its header is not one that we know');
    const head = parsed.output;
    let partsBytes = 0;
    for (const [name, part] of Object.entries(parsed.output.sections)) {
        // They may not share bytes: a header has room for thousands of them.
        partsBytes += part.lengthBytes;
        if (partsBytes > body.length)
            fail('its parts are longer than it is');
        if ((0,layer_index_write/* sha256 */.sc)(partOf(body, part)).toString('hex') !== part.sha256) {
            fail(`its part ${(0,quote/* quote */.h)(name)} was changed`);
        }
    }
    const read = (name, version) => {
        const found = head.sections[name];
        if (found === undefined || found.version !== version)
            return undefined;
        try {
            return (0,external_node_zlib_.zstdDecompressSync)(partOf(body, found), {
                maxOutputLength: maxSectionBytes,
                // In one piece of memory, with room to see that this is all.
                chunkSize: Math.max(found.plainBytes + 1, 64),
            });
        }
        catch {
            return fail(`its part ${name} does not inflate`);
        }
    };
    const entries = read('entries', layer_index_write/* versions */.e4.entries) ?? fail('its entries are of another form');
    const hashes = read('hashes', layer_index_write/* versions */.e4.hashes);
    const listing = unpacked({ count: head.entries, entries, hashes }, fail);
    return {
        header: head,
        listing,
        bytes,
        facts({ name, version }) {
            const found = read(`facts:${name}`, version);
            if (found === undefined)
                return undefined;
            const said = dist/* safeParse */.xLC(facts, (0,oci_json/* parseJson */.q)(found, what, { maxBytes: maxSectionBytes }));
            // A collector wrote them, in this very version.
            return said.success
                ? said.output
                : fail(`its ${name} is not right`);
        },
    };
}
const partOf = (body, { offset, lengthBytes }) => body.subarray(offset, offset + lengthBytes);
function framed(bytes, fail) {
    const start = layer_index_write/* magic */.GE.length + 4 + 32;
    if (bytes.length < start || !bytes.subarray(0, layer_index_write/* magic */.GE.length).equals(layer_index_write/* magic */.GE)) {
        return fail('it is no index of a layer, or of another format');
    }
    const end = start + bytes.readUInt32LE(layer_index_write/* magic */.GE.length);
    const json = bytes.subarray(start, end);
    if (!(0,layer_index_write/* sha256 */.sc)(json).equals(bytes.subarray(layer_index_write/* magic */.GE.length + 4, start)))
        fail('its header was changed');
    return { json, body: bytes.subarray(end) };
}


/***/ }),

/***/ 3270:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GE: () => (/* binding */ magic),
/* harmony export */   W7: () => (/* binding */ fileOf),
/* harmony export */   e4: () => (/* binding */ versions),
/* harmony export */   p9: () => (/* binding */ writeLayerIndex),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   vf: () => (/* binding */ factsPart)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_1__);


/**
 * The file of an index: this magic, the length of the header in four bytes, the SHA-256 of the header, the header as
 * JSON, and the sections one after the other, each compressed with zstd. Versions of a section go up with its form.
 */
const magic = Buffer.from('ecluse layer 1\n');
const versions = { entries: 2, hashes: 1 };
const sha256 = (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest();
/** The same walk always gives the same bytes. */
function writeLayerIndex({ layer, sizeBytes, packing, hashed, facts }) {
    const parts = [partOf('entries', versions.entries, packing.entries())];
    if (hashed === 'sha256')
        parts.push(partOf('hashes', versions.hashes, packing.hashes()));
    for (const [name, { version, found }] of facts)
        parts.push(factsPart(name, version, found));
    return fileOf({ format: 1, layer, sizeBytes, entries: packing.count, hashed }, parts);
}
/** What one collector found. */
const factsPart = (name, version, found) => partOf(`facts:${name}`, version, Buffer.from(JSON.stringify(found)));
function partOf(name, version, bytes) {
    const body = (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.zstdCompressSync)(bytes, {
        chunkSize: Math.min(Math.max(bytes.length, 1 << 12), 1 << 20),
    });
    return {
        name,
        version,
        lengthBytes: body.length,
        plainBytes: bytes.length,
        sha256: sha256(body).toString('hex'),
        body,
    };
}
/** The file of an index with these sections, in their order. */
function fileOf({ format, layer, sizeBytes, entries, hashed }, parts) {
    const sections = {};
    let offset = 0;
    for (const { name, version, lengthBytes, plainBytes, sha256: hex } of parts) {
        sections[name] = { version, offset, lengthBytes, plainBytes, sha256: hex };
        offset += lengthBytes;
    }
    const header = { format, layer, sizeBytes, entries, hashed, sections };
    const json = Buffer.from(JSON.stringify(header));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(json.length);
    return Buffer.concat([magic, length, sha256(json), json, ...parts.map(({ body }) => body)]);
}


/***/ }),

/***/ 1000:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Gm: () => (/* binding */ Packing),
  uO: () => (/* binding */ packing_forms),
  yi: () => (/* binding */ hashBytes),
  r8: () => (/* binding */ hashedBit),
  Li: () => (/* binding */ kindBits),
  EZ: () => (/* binding */ kinds),
  Eb: () => (/* binding */ markedBit),
  Cx: () => (/* binding */ noFolder),
  j6: () => (/* binding */ otherForm)
});

// EXTERNAL MODULE: ./packages/image/columns.ts
var image_columns = __webpack_require__(2627);
// EXTERNAL MODULE: ./packages/image/path.ts
var image_path = __webpack_require__(3129);
;// CONCATENATED MODULE: ./packages/image/folders.ts

const nowhere = { folder: -1, name: '', isMarked: false };
/** The folders that entries of a layer stand in, numbered as they are met. */
class Folders {
    #paths = [];
    #numbers = new Map();
    /** Clean. */
    get paths() {
        return this.#paths;
    }
    /** @param clean what `cleanPath` gives for the path, if it was asked */
    place(path, clean = (0,image_path/* cleanPath */.ts)(path)) {
        if (clean === undefined)
            return nowhere;
        const { parent, name } = (0,image_path/* splitPath */.Uf)(clean);
        let folder = this.#numbers.get(parent);
        if (folder === undefined) {
            folder = this.#paths.push(parent) - 1;
            this.#numbers.set(parent, folder);
        }
        return { folder, name, isMarked: clean.includes('.wh.') };
    }
}

;// CONCATENATED MODULE: ./packages/image/packing.ts



/** In the order of their numbers in an index: only ever appended to. */
const kinds = [
    'file',
    'directory',
    'symlink',
    'hardlink',
    'character',
    'block',
    'fifo',
];
const hashBytes = 32;
/** Beside the number of its kind: the entry has a hash, its clean path has `.wh.` in it. */
const hashedBit = 0x80;
const markedBit = 0x40;
const kindBits = 0x3f;
/** How paths are written that are not clean: what stands before the clean path, and behind it. */
const packing_forms = [
    ['', ''],
    ['', '/'],
    ['./', ''],
    ['./', '/'],
    ['/', ''],
    ['/', '/'],
];
/** Beside those: in any other way, so that the path stands in full where else the name does. */
const otherForm = 0xff;
/** The folder of an entry that has no place. */
const noFolder = 0xffffffff;
/**
 * Packs entries into columns, since objects of a million entries take more memory than their layer; a path as its
 * folder's number, its name and the way in which it is written, so that nobody cleans or splits it once more.
 */
class Packing {
    #numbers = {
        sizes: doubles(),
        times: doubles(),
        uids: doubles(),
        gids: doubles(),
        folders: new image_columns/* Numbers */.FQ((length) => new Uint32Array(length)),
        modes: shorts(),
        textLengths: shorts(),
        linkLengths: shorts(),
    };
    #bytes = { kinds: bytes(), forms: bytes() };
    #texts = new image_columns/* Texts */.NT();
    #links = new image_columns/* Texts */.NT();
    #hashes = new image_columns/* Texts */.NT();
    #folders = new Folders();
    #rare = {};
    #count = 0;
    get count() {
        return this.#count;
    }
    /** @param clean what `cleanPath` gives for its path, if it was asked */
    add(entry, clean = (0,image_path/* cleanPath */.ts)(entry.path)) {
        const { sizes, times, uids, gids, modes, linkLengths } = this.#numbers;
        const { kind, link = '', sha256, device, xattrs } = entry;
        const place = this.#folders.place(entry.path, clean);
        sizes.add(entry.sizeBytes);
        times.add(entry.modified);
        uids.add(entry.uid);
        gids.add(entry.gid);
        modes.add(entry.mode);
        linkLengths.add(link.length);
        this.#bytes.kinds.add(kinds.indexOf(kind) |
            (sha256 === undefined ? 0 : hashedBit) |
            (place.isMarked ? markedBit : 0));
        this.#path(entry.path, place, clean);
        this.#links.add(link, 'latin1');
        if (sha256 !== undefined)
            this.#hashes.add(sha256, 'hex');
        if (device !== undefined || xattrs !== undefined) {
            this.#rare[this.#count] = {
                ...(device === undefined ? {} : { device }),
                ...(xattrs === undefined ? {} : { xattrs }),
            };
        }
        this.#count += 1;
    }
    #path(path, { folder, name }, clean) {
        const form = formOf(path, clean);
        const text = form === otherForm ? path : name;
        this.#numbers.folders.add(folder < 0 ? noFolder : folder);
        this.#numbers.textLengths.add(text.length);
        this.#bytes.forms.add(form);
        this.#texts.add(text, 'latin1');
    }
    /** All columns one after the other, the widest first, and what is rare as JSON behind them. */
    entries() {
        const [folders, folderLengths, folderCount] = [new image_columns/* Texts */.NT(), shorts(), doubles()];
        const { paths } = this.#folders;
        folderCount.add(paths.length);
        for (const path of paths) {
            folders.add(path, 'latin1');
            folderLengths.add(path.length);
        }
        const columns = [
            folderCount,
            ...Object.values(this.#numbers),
            folderLengths,
            ...Object.values(this.#bytes),
            this.#texts,
            this.#links,
            folders,
        ];
        return Buffer.concat([
            ...columns.map((column) => column.bytes()),
            Buffer.from(JSON.stringify(this.#rare)),
        ]);
    }
    hashes() {
        return this.#hashes.bytes();
    }
}
function formOf(path, clean) {
    if (path === clean)
        return 0;
    const found = packing_forms.findIndex(([before, behind]) => path === `${before}${clean}${behind}`);
    return clean === undefined || found < 0 ? otherForm : found;
}
function doubles() {
    return new image_columns/* Numbers */.FQ((length) => new Float64Array(length));
}
function shorts() {
    return new image_columns/* Numbers */.FQ((length) => new Uint16Array(length));
}
function bytes() {
    return new image_columns/* Numbers */.FQ((length) => new Uint8Array(length));
}


/***/ }),

/***/ 5988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H3: () => (/* binding */ isAttestation),
/* harmony export */   QF: () => (/* binding */ platformImages),
/* harmony export */   XI: () => (/* binding */ smallBlob),
/* harmony export */   gj: () => (/* binding */ imageConfig),
/* harmony export */   tj: () => (/* binding */ platformOf)
/* harmony export */ });
/* unused harmony export maxConfigBytes */
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(127);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9205);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4580);



const maxImages = 100;
/** Indexes in indexes are allowed, and nobody needs many. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md */
const deepest = 4;
const maxConfigBytes = 8 << 20;
/** BuildKit keeps what it tells of an image beside it in the index. https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
const isAttestation = ({ platform, annotations }) => platform?.os === 'unknown' ||
    annotations?.['vnd.docker.reference.type'] === 'attestation-manifest';
/**
 * The image, or those of an index in its order and of the indexes in it; attestations are left out. `wanted` chooses by
 * what an index says of them.
 * @throws NotThere, Corrupt, and whatever the repository ends in
 */
async function platformImages(repository, digest, wanted = () => true) {
    const root = await manifestAt(repository, digest);
    if (!(0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .isIndex */ .nw)(root)) {
        return { index: undefined, images: [{ digest, platform: undefined, manifest: root }] };
    }
    const images = await imagesIn(root, { repository, digest, wanted, seen: { images: 0 } });
    return { index: root, images };
}
async function imagesIn({ manifests }, within) {
    const { repository, digest, wanted, seen, depth = 1 } = within;
    const children = manifests.filter((child) => !isAttestation(child) && wanted(child));
    seen.images += children.length;
    if (seen.images > maxImages) {
        throw new _oci__WEBPACK_IMPORTED_MODULE_2__/* .Corrupt */ .Q6(`the index ${digest}`, `it has more than ${maxImages} images`);
    }
    if (depth > deepest)
        throw new _oci__WEBPACK_IMPORTED_MODULE_2__/* .Corrupt */ .Q6(`the index ${digest}`, 'its indexes lie too deep');
    const images = await Promise.all(children.map(async ({ digest: child, platform }) => {
        const manifest = await manifestAt(repository, child);
        if ((0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .isIndex */ .nw)(manifest))
            return imagesIn(manifest, { ...within, depth: depth + 1 });
        return [{ digest: child, platform, manifest }];
    }));
    return images.flat();
}
async function manifestAt(repository, digest) {
    const stored = await repository.manifest(digest);
    if (stored === undefined)
        throw new _oci__WEBPACK_IMPORTED_MODULE_2__/* .NotThere */ .W2(digest, repository.name);
    return (0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)(stored.bytes, stored.descriptor.mediaType);
}
/**
 * @param how with `isBelieved` false, what a config must have may be missing, and its diffIDs are those of nobody:
 * the digests of the blobs stand for them
 * @throws Corrupt for one that is too long or no config
 */
async function imageConfig(repository, { config, layers }, { isBelieved = true } = {}) {
    const what = `the config of ${repository.name}`;
    const bytes = await smallBlob(repository, config, { what, maxBytes: maxConfigBytes });
    if (isBelieved)
        return (0,_config_js__WEBPACK_IMPORTED_MODULE_3__/* .parseConfig */ .o)(bytes, what);
    const loose = (0,_config_js__WEBPACK_IMPORTED_MODULE_3__/* .parseLooseConfig */ .Y)(bytes, what);
    return { ...loose, rootfs: { ...loose.rootfs, diff_ids: layers.map(({ digest }) => digest) } };
}
/** What an image runs on: as its index says, else as its config does. */
function platformOf({ platform }, { os, architecture, variant }) {
    return platform ?? { os, architecture, ...(variant === undefined ? {} : { variant }) };
}
/** The bytes of a blob that is read whole. @throws Corrupt when it says that it is longer */
async function smallBlob(repository, descriptor, { what, maxBytes }) {
    if (descriptor.size > maxBytes)
        throw new _oci__WEBPACK_IMPORTED_MODULE_2__/* .Corrupt */ .Q6(what, `it is longer than ${maxBytes} bytes`);
    return (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(await repository.blob(descriptor));
}


/***/ }),

/***/ 4081:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ByteReader)
/* harmony export */ });
const nothing = Buffer.alloc(0);
/** Takes stretches of wanted lengths out of chunks of any length; copies only across a border. */
class ByteReader {
    #seek;
    #chunk = nothing;
    #at = 0;
    #ended = false;
    /** @param seek of a source that need not read what is skipped */
    constructor(seek) {
        this.#seek = seek;
    }
    /** Where the chunk stands that was given last. */
    get at() {
        return this.#at;
    }
    /** `length` bytes if they are here already: the way around a generator for each header. */
    buffered(length) {
        if (this.#chunk.length - this.#at < length)
            return undefined;
        return this.#chunk.subarray(this.#at, (this.#at += length));
    }
    /** At most `max` bytes, at least one; none at the end. */
    *some(max) {
        if (!(yield* this.#fill()))
            return nothing;
        const end = Math.min(this.#chunk.length, this.#at + max);
        return this.#chunk.subarray(this.#at, (this.#at = end));
    }
    /** `length` bytes, or what was left of them. */
    *upTo(length) {
        const here = this.buffered(length);
        if (here !== undefined)
            return here;
        const parts = [];
        let missing = length;
        while (missing > 0) {
            const part = yield* this.some(missing);
            if (part.length === 0)
                break;
            // The next chunk may come in the same memory.
            parts.push(Uint8Array.from(part));
            missing -= part.length;
        }
        return Buffer.concat(parts);
    }
    /** Skips as many of `length` bytes as are here, and gives how many are not. */
    skipBuffered(length) {
        const step = Math.min(length, this.#chunk.length - this.#at);
        this.#at += step;
        return length - step;
    }
    /** How many of `length` bytes there were to skip. */
    *skip(length) {
        let left = this.skipBuffered(length);
        while (left > 0) {
            left -= this.#seek?.(left) ?? 0;
            if (left === 0 || !(yield* this.#fill()))
                break;
            left = this.skipBuffered(left);
        }
        return length - left;
    }
    /** Reads to the end and forgets it, so that a source that checks itself gets to its check. */
    *drain() {
        do
            this.#at = this.#chunk.length;
        while (yield* this.#fill());
    }
    *#fill() {
        while (this.#at >= this.#chunk.length) {
            const next = this.#ended ? undefined : yield;
            if (next === undefined) {
                this.#ended = true;
                return false;
            }
            this.#chunk = Buffer.isBuffer(next)
                ? next
                : Buffer.from(next.buffer, next.byteOffset, next.length);
            this.#at = 0;
        }
        return true;
    }
}


/***/ }),

/***/ 199:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MB: () => (/* binding */ compressionOf),
  Sg: () => (/* binding */ opened),
  dD: () => (/* binding */ uncompressed)
});

// UNUSED EXPORTS: magicBytes

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var oci_errors = __webpack_require__(9205);
;// CONCATENATED MODULE: ./packages/image/inflate.ts

const outputBytes = 1 << 19;
const flags = {
    gzip: { more: external_node_zlib_.constants.Z_NO_FLUSH, end: external_node_zlib_.constants.Z_FINISH },
    zstd: { more: external_node_zlib_.constants.ZSTD_e_continue, end: external_node_zlib_.constants.ZSTD_e_end },
};
/** Inflates into one piece of memory, over and over. */
class Inflater {
    #handle;
    #state;
    #flags;
    #fail;
    #output = Buffer.allocUnsafeSlow(outputBytes);
    #error;
    /** Undefined where Node gives no way to it. */
    static open(compression, fail) {
        const stream = compression === 'gzip' ? (0,external_node_zlib_.createGunzip)() : (0,external_node_zlib_.createZstdDecompress)();
        const { _handle: handle, _writeState: state } = stream;
        if (typeof handle?.writeSync !== 'function' || state === undefined)
            return undefined;
        return new Inflater(handle, { state, fail, flags: flags[compression] });
    }
    constructor(handle, how) {
        this.#handle = handle;
        this.#state = how.state;
        this.#flags = how.flags;
        this.#fail = how.fail;
        handle.onerror = (message) => {
            this.#error = message;
        };
    }
    /** What some more bytes give; each piece is there until the next one is asked for. */
    add(bytes) {
        return this.#write(this.#flags.more, bytes);
    }
    /** What is left; it fails when that was cut off. */
    end() {
        return this.#write(this.#flags.end, new Uint8Array(0));
    }
    close() {
        this.#handle.close();
    }
    *#write(flag, bytes) {
        const output = this.#output;
        for (let at = 0;;) {
            const length = bytes.byteLength - at;
            this.#handle.writeSync(flag, bytes, at, length, output, 0, outputBytes);
            if (this.#error !== undefined)
                this.#fail(this.#error);
            const [leftOutput, leftInput] = [this.#state[0], this.#state[1]];
            at = bytes.byteLength - leftInput;
            if (leftOutput < outputBytes)
                yield output.subarray(0, outputBytes - leftOutput);
            // There may be more when there was no room for it.
            if (leftOutput > 0)
                return;
        }
    }
}
/**
 * Inflates in this thread: a third faster than to go to another one and back for each chunk, and in the same memory
 * all the time.
 */
async function* inflateWith(inflater, source) {
    try {
        for await (const bytes of source)
            yield* inflater.add(bytes);
        yield* inflater.end();
    }
    finally {
        inflater.close();
    }
}

// EXTERNAL MODULE: ./packages/image/reader.ts
var reader = __webpack_require__(4081);
;// CONCATENATED MODULE: ./packages/image/zstd-frames.ts

const magic = 0xfd2fb528;
const isSkippable = (number) => (number & 0xfffffff0) >>> 0 === 0x184d2a50;
const cutOff = 'zstd: it is cut off';
/**
 * Cuts a zstd stream where its frames end, by nothing but the lengths in it. node:zlib takes the end of the first
 * frame in a chunk for the end of the stream, and a stream that is cut off for one that ended.
 * https://www.rfc-editor.org/rfc/rfc8878#section-3.1
 */
class ZstdFrames {
    #reader = new reader/* ByteReader */.k();
    #fail;
    #ends;
    constructor(fail) {
        this.#fail = fail;
        this.#ends = this.#walk();
        this.#ends.next();
    }
    /** A chunk in pieces, of which none reaches into a next frame. */
    *cut(chunk) {
        if (chunk.length === 0)
            return;
        let from = 0;
        let end = this.#ends.next(chunk).value;
        for (; end !== undefined; end = this.#ends.next().value) {
            yield chunk.subarray(from, end);
            from = end;
        }
        if (from < chunk.length)
            yield chunk.subarray(from);
    }
    /** Fails when a frame has not ended. */
    end() {
        this.#ends.next();
    }
    /** Gives where in the chunk each frame ends; undefined when the next chunk is wanted. */
    *#walk() {
        for (;;) {
            const start = yield* this.#reader.upTo(4);
            if (start.length === 0)
                return;
            const number = start.length < 4 ? this.#fail(cutOff) : start.readUInt32LE();
            if (number === magic)
                yield* this.#frame();
            else if (isSkippable(number))
                yield* this.#pass((yield* this.#exactly(4)).readUInt32LE());
            else
                this.#fail('zstd: something else stands after a frame');
            yield this.#reader.at;
        }
    }
    *#frame() {
        const flags = (yield* this.#exactly(1))[0] ?? 0;
        yield* this.#pass(headerBytes(flags));
        for (let last = false; !last;) {
            const number = (yield* this.#exactly(3)).readUIntLE(0, 3);
            last = (number & 1) === 1;
            // A block of type 1 is one byte, repeated.
            yield* this.#pass(((number >> 1) & 3) === 1 ? 1 : number >> 3);
        }
        const hasChecksum = (flags & 4) !== 0;
        if (hasChecksum)
            yield* this.#pass(4);
    }
    *#exactly(length) {
        const bytes = yield* this.#reader.upTo(length);
        return bytes.length < length ? this.#fail(cutOff) : bytes;
    }
    *#pass(length) {
        if ((yield* this.#reader.skip(length)) < length)
            this.#fail(cutOff);
    }
}
/** Of the frame header after its first byte: window, dictionary, content size. */
function headerBytes(flags) {
    const single = (flags & 0x20) !== 0;
    const dictionary = [0, 1, 2, 4][flags & 3] ?? 0;
    const contentSize = [single ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
    return (single ? 0 : 1) + dictionary + contentSize;
}

;// CONCATENATED MODULE: ./packages/image/uncompressed.ts






const magics = [
    ['gzip', [0x1f, 0x8b, 0x08]],
    ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
    ['bzip2', [0x42, 0x5a, 0x68]],
    ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
];
/** So many bytes tell how a stream is compressed. */
const magicBytes = 6;
/** How a file that starts with these bytes is compressed. */
function compressionOf(start) {
    const found = magics.find(([, magic]) => magic.every((byte, at) => start[at] === byte));
    // zstd may begin with a skippable frame: 0x184D2A50 to 0x184D2A5F, least byte first.
    const skippable = [0x2a, 0x4d, 0x18].every((byte, at) => start[at + 1] === byte);
    if (skippable && ((start[0] ?? 0) & 0xf0) === 0x50)
        return 'zstd';
    return found?.[0] ?? 'none';
}
const chunkSize = 1 << 20;
/** Files of zeros come to a thousand with gzip; what is both that empty and that large was made to be. */
const defaults = {
    what: 'the stream',
    maxBytes: 64 * 2 ** 30,
    maxRatio: 200,
    freeBytes: 8 * 2 ** 30,
};
/**
 * The stream as it was before gzip or zstd, told by its first bytes as engines do it, whatever its media type says.
 * @throws Corrupt when it does not inflate, inflates to more than the limit, or is compressed in another way
 */
async function* uncompressed(stream, limits = {}) {
    yield* (await opened(stream, limits)).plain;
}
/** The same, with what it found. */
async function opened(stream, limits) {
    const { inThread = false, ...bounds } = { ...defaults, ...limits };
    const { what } = bounds;
    let storedBytes = 0;
    const { start, rest } = await peek(stream, (count) => (storedBytes += count));
    const compression = compressionOf(start);
    if (compression === 'bzip2' || compression === 'xz') {
        await rest.return();
        throw new oci_errors/* Corrupt */.Q6(what, `${compression} is not a compression of layers: gzip and zstd are`);
    }
    const plain = compression === 'none' ? rest : inflate(rest, compression, { what, inThread });
    return { compression, plain: bounded(plain, bounds, () => storedBytes) };
}
async function* bounded(plain, { what, maxBytes, maxRatio, freeBytes }, storedBytes) {
    let bytes = 0;
    for await (const chunk of plain) {
        bytes += chunk.length;
        if (bytes > maxBytes)
            throw new oci_errors/* Corrupt */.Q6(what, `it inflates to more than ${maxBytes} bytes`);
        if (bytes > freeBytes && bytes > storedBytes() * maxRatio) {
            throw new oci_errors/* Corrupt */.Q6(what, `it inflates to more than ${maxRatio} times its size`);
        }
        yield chunk;
    }
}
/** The first bytes, and the whole again. */
async function peek(stream, count) {
    const source = stream[Symbol.asyncIterator]();
    let start = new Uint8Array(0);
    while (start.length < magicBytes) {
        const next = await source.next();
        if (next.done === true)
            break;
        count(next.value.length);
        const isEnough = start.length === 0 && next.value.length >= magicBytes;
        start = isEnough ? next.value : Buffer.concat([start, next.value]);
    }
    const rest = async function* () {
        try {
            if (start.length > 0)
                yield start;
            for (;;) {
                const next = await source.next();
                if (next.done === true)
                    return;
                count(next.value.length);
                yield next.value;
            }
        }
        finally {
            await source.return?.();
        }
    };
    return { start, rest: rest() };
}
async function* inflate(source, compression, { what, inThread }) {
    const corrupt = (why, cause) => {
        throw new oci_errors/* Corrupt */.Q6(what, `it does not inflate (${why})`, { cause });
    };
    const fail = (why) => corrupt(`${compression}: ${why}`);
    const pieces = compression === 'gzip' ? source : zstdPieces(source, corrupt);
    const inflater = inThread ? Inflater.open(compression, fail) : undefined;
    if (inflater !== undefined) {
        yield* inflateWith(inflater, pieces);
        return;
    }
    const stream = compression === 'gzip' ? (0,external_node_zlib_.createGunzip)({ chunkSize }) : (0,external_node_zlib_.createZstdDecompress)({ chunkSize });
    // Its error arrives through the iteration below.
    (0,external_node_stream_.pipeline)(external_node_stream_.Readable.from(inThread ? copied(pieces) : pieces), stream, () => undefined);
    try {
        yield* stream;
    }
    catch (error) {
        if (!/^(?:Z_|ZSTD_|ERR_ZSTD)/.test((0,errors/* codeOf */.$N)(error) ?? ''))
            throw error;
        corrupt(`${compression}: ${(0,errors/* messageOf */.bD)(error)}`, error);
    }
}
async function* zstdPieces(source, fail) {
    const frames = new ZstdFrames(fail);
    for await (const bytes of source)
        yield* frames.cut(bytes);
    frames.end();
}
/** A stream holds several chunks at a time; those of one thread alone come in the same memory. */
async function* copied(source) {
    for await (const bytes of source)
        yield Uint8Array.from(bytes);
}


/***/ }),

/***/ 715:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ Walker)
});

// EXTERNAL MODULE: ./packages/oci/errors.ts
var errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/image/header.ts
var image_header = __webpack_require__(2383);
;// CONCATENATED MODULE: ./packages/image/body.ts

/** The body of the entry that the walk stands on. */
class BodyReader {
    #reader;
    #fail;
    #padding;
    #left;
    #passed = false;
    constructor(reader, sizeBytes, fail) {
        this.#reader = reader;
        this.#fail = fail;
        this.#left = sizeBytes;
        this.#padding = (0,image_header/* padding */.Ms)(sizeBytes);
    }
    /** Some more of it, there until the next is asked for; undefined at its end. */
    *next() {
        if (this.#passed)
            this.#fail('the body of an entry was asked for after the next entry');
        if (this.#left === 0)
            return undefined;
        const bytes = yield* this.#reader.some(this.#left);
        if (bytes.length === 0)
            this.#fail('it ends inside a file');
        this.#left -= bytes.length;
        return bytes;
    }
    /** Leaves the body; gives how much of it has not arrived, which is to be passed over before anything else. */
    leave() {
        this.#passed = true;
        return this.#reader.skipBuffered(this.#left + this.#padding);
    }
}

// EXTERNAL MODULE: ./packages/image/path.ts
var path = __webpack_require__(3129);
;// CONCATENATED MODULE: ./packages/image/pax.ts

/** `<length> <key>=<value>\n`, again and again. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_03 */
function parsePax(bytes, fail) {
    const records = new Map();
    let at = 0;
    while (at < bytes.length) {
        const space = bytes.indexOf(0x20, at);
        const digits = Buffer.from(bytes.subarray(at, space < 0 ? at : space)).toString('latin1');
        const end = /^[1-9][0-9]{0,7}$/.test(digits) ? at + Number(digits) : 0;
        const equals = bytes.indexOf(0x3d, space);
        if (end <= equals || equals < 0 || end > bytes.length || bytes[end - 1] !== 0x0a) {
            return fail('a pax header has a record that is not "length key=value"');
        }
        const key = Buffer.from(bytes.subarray(space + 1, equals)).toString('utf8');
        const value = bytes.slice(equals + 1, end - 1);
        if (key === '' || (names.has(key) && value.includes(0))) {
            return fail('a pax header has a record without a key or with a NUL in a name');
        }
        records.set(key, value);
        at = end;
    }
    return records;
}
const names = new Set(['path', 'linkpath', 'GNU.sparse.name']);
/** A value that is a decimal number; an empty or absent one is undefined: the header's own counts. */
function paxNumber(pax, key, fail, pattern = /^[0-9]{1,16}$/) {
    const value = pax.get(key);
    if (value === undefined || value.length === 0)
        return undefined;
    const text = Buffer.from(value).toString('latin1');
    return pattern.test(text) ? Number(text) : fail(`a pax header has a ${key} that is no number`);
}
const paxTime = /^-?[0-9]{1,16}(?:\.[0-9]*)?$/;
/** A value that is a name; an empty one is undefined: the header's own counts. */
function paxName(pax, key) {
    const value = pax.get(key);
    return value === undefined || value.length === 0 ? undefined : (0,path/* rawOf */.UD)(value);
}
/**
 * Whether these say that a file is stored with holes, in a version that Go's reader knows; to it all others are plain files.
 * https://www.gnu.org/software/tar/manual/html_section/Sparse-Formats.html
 */
function isSparse(pax) {
    if (pax.size === 0)
        return false;
    const text = (key) => Buffer.from(pax.get(`GNU.sparse.${key}`) ?? []).toString('latin1');
    const version = `${text('major')}.${text('minor')}`;
    if (version !== '.')
        return ['0.0', '0.1', '1.0'].includes(version);
    return text('map') !== '' || pax.has('GNU.sparse.offset');
}
const xattr = 'SCHILY.xattr.';
/** Extended attributes, undefined when there are none. */
function paxXattrs(pax) {
    if (pax.size === 0)
        return undefined;
    const found = [...pax].filter(([key]) => key.startsWith(xattr));
    if (found.length === 0)
        return undefined;
    return new Map(found.map(([key, value]) => [key.slice(xattr.length), value]));
}

;// CONCATENATED MODULE: ./packages/image/walker.ts




const kinds = {
    '0': 'file',
    '1': 'hardlink',
    '2': 'symlink',
    '3': 'character',
    '4': 'block',
    '5': 'directory',
    '6': 'fifo',
    '7': 'file',
    S: 'file',
};
const nothingBefore = { pax: new Map(), path: undefined, link: undefined };
/** An empty name is none: the header's own counts. */
function nameOf(extension) {
    const name = (0,image_header/* cString */.ry)(extension, 0, extension.length);
    return name === '' ? undefined : name;
}
/** Old archives have no type, and tell directories by a slash at the end. */
function kindOf(type, path) {
    if (type === '\0')
        return path.endsWith('/') ? 'directory' : 'file';
    return kinds[type];
}
/** Is the header of a type that no other header tells more of, and no other block? */
const isAlone = (block) => {
    const type = block[156] ?? 0;
    return type === 0 || (type >= 0x30 && type <= 0x37);
};
/** Goes from entry to entry of a tar archive. */
class Walker {
    #reader;
    #limits;
    #body;
    /** Bytes behind an entry that have not arrived. */
    #passing = 0;
    /** A header that `here` left to `next`. */
    #block;
    #seen = 0;
    #headersBytes = 0;
    constructor(reader, limits) {
        this.#reader = reader;
        this.#limits = limits;
    }
    /**
     * The next entry if all that tells of it has arrived, and stands in one header, as it does for most: `next` would
     * take longer for it. Undefined says nothing. @throws Corrupt
     */
    here() {
        this.#leaveBody();
        if (this.#passing > 0)
            return undefined;
        const block = (this.#block ??= this.#reader.buffered(image_header/* blockBytes */.VE));
        if (block === undefined || block[0] === 0 || !isAlone(block))
            return undefined;
        this.#block = undefined;
        return this.#member(this.#header(block), nothingBefore);
    }
    /** Undefined at the end, when its source was read to the end too. @throws Corrupt */
    *next() {
        let before = nothingBefore;
        for (;;) {
            yield* this.#pass();
            const block = this.#block ?? (yield* this.#reader.upTo(image_header/* blockBytes */.VE));
            this.#block = undefined;
            if ((block[0] === 0 || block.length < image_header/* blockBytes */.VE) && (yield* this.#isEnd(block))) {
                return undefined;
            }
            const header = this.#header(block);
            switch (header.type) {
                case 'x':
                    before = { ...before, pax: parsePax(yield* this.#extension(header), this.#fail) };
                    break;
                case 'L':
                    before = { ...before, path: nameOf(yield* this.#extension(header)) };
                    break;
                case 'K':
                    before = { ...before, link: nameOf(yield* this.#extension(header)) };
                    break;
                case 'g':
                    // Engines ignore global headers, so what they say is not what runs; and Go takes one for an entry.
                    yield* this.#extension(header);
                    before = nothingBefore;
                    break;
                default: {
                    const entry = yield* this.#entry(header, block, before);
                    if (entry !== undefined)
                        return entry;
                    before = nothingBefore;
                }
            }
        }
    }
    #header(block) {
        if (++this.#seen > this.#limits.maxEntries) {
            return this.#fail(`it has more than ${this.#limits.maxEntries} entries`);
        }
        return (0,image_header/* parseHeader */.RW)(block, this.#fail);
    }
    #leaveBody() {
        this.#passing += this.#body?.leave() ?? 0;
        this.#body = undefined;
    }
    *#pass() {
        this.#leaveBody();
        const rest = this.#passing;
        this.#passing = 0;
        if (rest > 0 && (yield* this.#reader.skip(rest)) < rest)
            this.#fail('it ends inside a file');
    }
    #fail = (why) => {
        throw new errors/* Corrupt */.Q6(this.#limits.what, why);
    };
    *#isEnd(block) {
        if (block.length === 0)
            return true;
        if (block.length < image_header/* blockBytes */.VE)
            return this.#fail('it ends inside a header');
        if (!(0,image_header/* isZero */.be)(block))
            return false;
        const second = yield* this.#reader.upTo(image_header/* blockBytes */.VE);
        if (!(0,image_header/* isZero */.be)(second))
            return this.#fail('a zero block stands between its entries');
        yield* this.#reader.drain();
        return true;
    }
    *#extension({ sizeBytes }) {
        if (sizeBytes < 0 || sizeBytes > this.#limits.maxHeaderBytes) {
            this.#fail(`a header is longer than ${this.#limits.maxHeaderBytes} bytes`);
        }
        const { maxHeadersBytes } = this.#limits;
        if ((this.#headersBytes += sizeBytes) > maxHeadersBytes) {
            this.#fail(`its headers are longer than ${maxHeadersBytes} bytes`);
        }
        const bytes = Buffer.from(yield* this.#reader.upTo(sizeBytes));
        const rest = (0,image_header/* padding */.Ms)(sizeBytes);
        if (bytes.length < sizeBytes || (yield* this.#reader.skip(rest)) < rest) {
            this.#fail('it ends inside a header');
        }
        return bytes;
    }
    *#entry(header, block, before) {
        const sparseBytes = header.type === 'S' ? yield* this.#oldSparseSize(block) : undefined;
        return this.#member(header, before, sparseBytes);
    }
    /** Undefined for an entry that engines step over, since they do not know its type. */
    #member(header, before, oldSparseBytes) {
        const { pax } = before;
        const fail = this.#fail;
        const stored = paxNumber(pax, 'size', fail) ?? header.sizeBytes;
        if (stored < 0)
            fail('an entry has a negative size');
        const isPaxSparse = oldSparseBytes === undefined && isSparse(pax);
        const sparse = isPaxSparse ? this.#paxSparseSize(pax, stored) : oldSparseBytes;
        const sparseName = isSparse(pax) ? paxName(pax, 'GNU.sparse.name') : undefined;
        const path = sparseName ?? before.path ?? paxName(pax, 'path') ?? header.path;
        const kind = kindOf(header.type, path);
        const hasBody = kind === 'file' || kind === undefined;
        const body = new BodyReader(this.#reader, hasBody ? stored : 0, fail);
        this.#body = body;
        if (kind === undefined)
            return undefined;
        const link = before.link ?? paxName(pax, 'linkpath') ?? header.link;
        const member = {
            path: this.#bounded(path),
            kind,
            mode: header.mode,
            uid: paxNumber(pax, 'uid', fail) ?? header.uid,
            gid: paxNumber(pax, 'gid', fail) ?? header.gid,
            sizeBytes: hasBody ? (sparse ?? stored) : 0,
            modified: paxNumber(pax, 'mtime', fail, paxTime) ?? header.modified,
        };
        // To spread these into the object takes as long as all the rest.
        if (kind === 'symlink' || kind === 'hardlink')
            member.link = this.#bounded(link);
        if (kind === 'character' || kind === 'block') {
            member.device = { major: header.major, minor: header.minor };
        }
        const xattrs = paxXattrs(pax);
        if (xattrs !== undefined)
            member.xattrs = xattrs;
        if (kind === 'file' && sparse === undefined)
            member.body = body;
        return member;
    }
    /** The size of a file stored with holes, as pax headers tell it. */
    #paxSparseSize(pax, stored) {
        const keys = ['GNU.sparse.size', 'GNU.sparse.realsize'];
        const sizes = keys.map((key) => paxNumber(pax, key, this.#fail));
        return sizes.find((size) => size !== undefined) ?? stored;
    }
    /** The size of a file stored with holes in GNU's first form, whose map is stepped over. */
    *#oldSparseSize(block) {
        const size = (0,image_header/* parseNumber */.$J)(block, 483, 12) ?? this.#fail('a sparse file has a size that is no number');
        let more = block[482] !== 0;
        for (let blocks = 0; more; blocks++) {
            const next = yield* this.#reader.upTo(image_header/* blockBytes */.VE);
            if (next.length < image_header/* blockBytes */.VE)
                this.#fail('it ends inside a header');
            if (blocks * image_header/* blockBytes */.VE > this.#limits.maxHeaderBytes) {
                this.#fail(`a header is longer than ${this.#limits.maxHeaderBytes} bytes`);
            }
            more = next[504] !== 0;
        }
        return size;
    }
    #bounded(path) {
        if (path.length <= this.#limits.maxPathBytes)
            return path;
        return this.#fail(`a path is longer than ${this.#limits.maxPathBytes} bytes`);
    }
}


/***/ }),

/***/ 9994:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ findBase)
/* harmony export */ });
/* harmony import */ var _image__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5988);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2420);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(240);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1421);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9205);
/* harmony import */ var _base_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7372);




/**
 * What an image stands on, by the ladder of `baseRungs`: claims are looked into one after the other until one is
 * proven by its diffIDs, and candidates all, since one of them may stand on another. One that cannot be read is no error: it stays unverified. Claims of an image are a
 * stranger's: they are looked for in registries alone, never in files.
 * @throws UsageError, NotThere for a base that was given and means no image
 */
async function findBase(sources, ports) {
    const evidence = [];
    let isSettled = false;
    for (const claim of (0,_base_js__WEBPACK_IMPORTED_MODULE_0__/* .baseClaims */ .JI)(sources)) {
        const isNext = claim.rung === 'candidate' && evidence.at(-1)?.rung === 'candidate';
        if (isSettled && !isNext)
            break;
        const found = await lookInto(claim, sources.config, ports);
        evidence.push(found);
        isSettled ||= (0,_base_js__WEBPACK_IMPORTED_MODULE_0__/* .settles */ .no)(sources, found);
    }
    return (0,_base_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseBase */ .bf)(sources, evidence);
}
async function lookInto(claim, config, { open, openClaimed }) {
    const pinned = claim.digest !== undefined || claim.name.includes('@');
    if (claim.name === 'scratch')
        return { ...claim, diffIds: undefined, pinned };
    const isNamed = claim.rung === 'given' || claim.rung === 'candidate';
    const found = isNamed ? await given(claim, open) : undefined;
    try {
        const { repository, digest } = found ?? (await claimed(claim, openClaimed));
        return { ...claim, digest, pinned, diffIds: await diffIdsOf(repository, digest, config) };
    }
    catch (error) {
        return { ...claim, diffIds: undefined, pinned, doubt: (0,_io__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error) };
    }
}
async function given({ name, digest }, open) {
    const text = digest === undefined ? name : `${name.replace(/@.*$/, '')}@${digest}`;
    const { repository, descriptor } = await (0,_oci__WEBPACK_IMPORTED_MODULE_2__/* .resolveReference */ .s)(open, text);
    return { repository, digest: descriptor.digest };
}
async function claimed({ name, digest }, open) {
    const reference = (0,_oci__WEBPACK_IMPORTED_MODULE_3__/* .parseRegistryReference */ .qq)(name);
    const repository = open(reference.name, 'read');
    const pinned = digest ?? reference.digest;
    if (pinned !== undefined)
        return { repository, digest: pinned };
    const tag = reference.tag ?? (0,_oci__WEBPACK_IMPORTED_MODULE_3__/* .parseTag */ .ED)('latest');
    const descriptor = await repository.resolve(tag);
    if (descriptor === undefined)
        throw new _oci__WEBPACK_IMPORTED_MODULE_4__/* .NotThere */ .W2(tag, reference.name);
    return { repository, digest: descriptor.digest };
}
/** An index that does not say what its images are for has few. */
const mostImages = 20;
/** Of the images for the same platform; of all where the index does not say. */
async function diffIdsOf(repository, digest, { os, architecture }) {
    const isFor = ({ platform }) => platform === undefined || (platform.os === os && platform.architecture === architecture);
    const { images } = await (0,_image__WEBPACK_IMPORTED_MODULE_5__/* .platformImages */ .QF)(repository, digest, isFor);
    return Promise.all(images
        .slice(0, mostImages)
        .map(async ({ manifest }) => (await (0,_image__WEBPACK_IMPORTED_MODULE_5__/* .imageConfig */ .gj)(repository, manifest)).rootfs.diff_ids));
}


/***/ }),

/***/ 7372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JI: () => (/* binding */ baseClaims),
/* harmony export */   X0: () => (/* binding */ layersProven),
/* harmony export */   bf: () => (/* binding */ chooseBase),
/* harmony export */   no: () => (/* binding */ settles)
/* harmony export */ });
/* unused harmony exports baseRungs, guessedLayers */
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7663);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3670);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5292);



/**
 * Who says what an image stands on, in the order in which they are asked: a person; a person who names several, of which
 * it may be one; the annotations of the index or the manifest; a label of the config, which may be the base's own; the
 * engine's provenance; the FROM of the Dockerfile; the image's history, which is a guess.
 */
const baseRungs = (/* unused pure expression or super */ null && ([
    'given',
    'candidate',
    'annotation',
    'label',
    'provenance',
    'dockerfile',
    'history',
]));
/** What each of them claims, in their order. Provenance that names several images has one claim for each. */
function baseClaims(sources) {
    const { given, index, manifest, config, provenance, dockerfile, candidates = [] } = sources;
    const claim = (rung) => ({ name, digest }) => ({ rung, name, digest });
    const of = (rung, name) => name === undefined ? [] : [claim(rung)(name)];
    return [
        ...of('given', given),
        ...candidates.map(claim('candidate')),
        ...namesIn(manifest?.annotations).map(claim('annotation')),
        ...namesIn(index?.annotations).map(claim('annotation')),
        ...namesIn(config.config?.Labels).map(claim('label')),
        ...(provenance?.materials ?? []).slice(0, mostClaims).map(claim('provenance')),
        ...of('dockerfile', dockerfile),
    ];
}
/** Each claim costs requests. */
const mostClaims = 20;
/**
 * The digest, and then what the name means today: Buildah with `--layers`, which is how Podman builds, writes the digest
 * of its last step but one there.
 */
function namesIn(texts = {}) {
    const name = texts[_io__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7.baseName];
    const digest = texts[_io__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7.baseDigest];
    if (name === undefined || name === '')
        return [];
    if (digest === undefined || !(0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest))
        return [{ name }];
    return name.includes('@') ? [{ name, digest }] : [{ name, digest }, { name }];
}
/** How many of an image's layers, from the lowest, are those of a base; undefined: it does not begin with them. */
function layersProven(own, { diffIds = [] }) {
    const proven = diffIds.filter((ids) => ids.length > 0 && ids.every((id, position) => own[position] === id));
    return proven.length === 0 ? undefined : Math.max(...proven.map(({ length }) => length));
}
/** Whether nobody further down needs to be asked. A label may be older than the image: of an image below its base. */
function settles({ config }, evidence) {
    if (evidence.rung === 'given')
        return true;
    if (evidence.rung === 'label')
        return false;
    if (evidence.name === 'scratch')
        return evidence.rung !== 'candidate';
    return layersProven(config.rootfs.diff_ids, evidence) !== undefined;
}
/**
 * The base by the first claim that is proven, of candidates by the one with the most layers; a proven label only where
 * none has more layers. Else by the first claim that is not disproved, else by a guess. Undefined: nothing tells.
 */
function chooseBase({ config }, claims) {
    const own = config.rootfs.diff_ids;
    const known = claims.map((claim) => ({ claim, layers: layersProven(own, claim) }));
    const given = known.find(({ claim }) => claim.rung === 'given');
    if (given !== undefined && given.layers === undefined)
        return unproven(given.claim, config);
    const proven = known.flatMap(({ claim, layers }) => layers === undefined ? [] : { claim, layers });
    const label = proven.find(({ claim }) => claim.rung === 'label');
    const [candidate] = proven
        .filter(({ claim }) => claim.rung === 'candidate')
        .sort((a, b) => b.layers - a.layers);
    const first = proven.find(({ claim }) => claim.rung !== 'label');
    const other = first?.claim.rung === 'candidate' ? candidate : first;
    const best = label !== undefined && label.layers > (other?.layers ?? 0) ? label : other;
    if (best !== undefined) {
        const { name, digest, rung } = best.claim;
        return { name, digest, layers: best.layers, rung, verified: true, doubt: undefined };
    }
    const possible = claims.find((claim) => mayBe(claim, claims));
    return possible === undefined ? guessed((0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .historyOf */ .o)(config)) : unproven(possible, config);
}
/** An image that was read and is not below this one is disproved, if it is surely the one that was meant. */
function mayBe({ rung, name, pinned, diffIds }, all) {
    if (rung === 'candidate')
        return false;
    // Behind the tag of a claim with a digest only a proof counts.
    if (!pinned && all.some((one) => one.pinned && one.rung === rung && one.name === name))
        return false;
    if (name === 'scratch')
        return true;
    if (rung === 'provenance' && all.filter((one) => one.rung === rung).length > 1)
        return false;
    return diffIds === undefined || !pinned;
}
function unproven(claim, config) {
    const { name, rung, diffIds, doubt, pinned } = claim;
    const digest = pinned ? claim.digest : undefined;
    if (name === 'scratch') {
        return { name, digest: undefined, layers: 0, rung, verified: false, doubt: undefined };
    }
    const unlike = `the image does not begin with the layers of ${digest ?? name}`;
    const layers = diffIds === undefined ? guessedLayers((0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .historyOf */ .o)(config)) : 0;
    return { name, digest, layers, rung, verified: false, doubt: doubt ?? unlike };
}
function guessed(history) {
    const layers = guessedLayers(history);
    if (layers === 0)
        return undefined;
    const doubt = 'it is guessed from the history';
    return { name: undefined, digest: undefined, layers, rung: 'history', verified: false, doubt };
}
/**
 * Most bases end with a CMD or an ENTRYPOINT. The image's own come after its last layer, so the next ones below that
 * are the base's.
 */
function guessedLayers({ steps, disagreement }) {
    if (disagreement !== undefined)
        return 0;
    const top = steps.findLastIndex(({ layer }) => layer !== undefined);
    const end = steps
        .slice(0, Math.max(top, 0))
        .findLastIndex(({ layer, keyword }) => layer === undefined && (keyword === 'CMD' || keyword === 'ENTRYPOINT'));
    return steps.slice(0, end + 1).filter(({ layer }) => layer !== undefined).length;
}


/***/ }),

/***/ 1232:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ boundsOf),
/* harmony export */   M: () => (/* binding */ bounded)
/* harmony export */ });
const all = { rows: 20_000, characters: 32 << 20 };
const perRow = 150;
/** What each list of a document may have that is about so many images: together they stay some megabytes. */
const boundsOf = (images) => ({
    ...all,
    characters: all.characters / Math.max(images, 1),
});
/** As many of the first items as fit, whatever image they are of. */
function bounded(items, nameOf, { rows, characters } = all) {
    let length = 0;
    const end = items.findIndex((item, at) => {
        length += nameOf(item).length + perRow;
        return at >= rows || length > characters;
    });
    return end === -1 ? items : items.slice(0, end);
}


/***/ }),

/***/ 7713:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ differencesOf)
/* harmony export */ });
const mostPackages = 100;
/** In what the images of several platforms are not alike. `packages` are those of each platform, in the same order. */
function differencesOf(platforms, packages) {
    const row = (what, value) => ({
        what,
        name: null,
        values: platforms.map(value),
    });
    const root = ({ user }) => user.root === null ? null : user.root ? 'root' : 'not root';
    const rows = [
        row('layers', ({ layers }) => String(layers.length)),
        row('base', ({ base }) => base && (base.name ?? base.digest)),
        row('system', ({ system }) => system),
        row('user', root),
    ];
    return [...rows.filter(isOne), ...versionsOf(packages).slice(0, mostPackages)];
}
const isOne = ({ values }) => new Set(values).size > 1;
/** Packages that are not alike. One that only some have is more of a surprise than another version. */
function versionsOf(packages) {
    const versions = new Map();
    for (const [at, list] of packages.entries()) {
        for (const { ecosystem, name, version } of list) {
            const key = `${ecosystem} ${name}`;
            const sets = versions.get(key) ?? packages.map(() => new Set());
            versions.set(key, sets);
            sets[at]?.add(version);
        }
    }
    return [...versions]
        .filter(([, [first, ...others]]) => others.some((set) => first === undefined || !alike(first, set)))
        .map(([key, sets]) => ({
        what: 'package',
        name: key.slice(key.indexOf(' ') + 1),
        values: sets.map(listed),
    }))
        .sort((a, b) => Number(b.values.includes(null)) - Number(a.values.includes(null)));
}
const alike = (one, other) => one.size === other.size && [...one].every((version) => other.has(version));
/** The same package may stand in many places, each with a version of its own. */
const mostVersions = 20;
function listed(versions) {
    if (versions.size === 0)
        return null;
    const more = versions.size - mostVersions;
    const shown = [...versions].sort().slice(0, mostVersions).join(', ');
    return more > 0 ? `${shown} and ${more} more` : shown;
}


/***/ }),

/***/ 8012:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ot: () => (/* binding */ tooMany),
/* harmony export */   W0: () => (/* binding */ hiddenBy),
/* harmony export */   _6: () => (/* binding */ divePath),
/* harmony export */   gI: () => (/* binding */ given),
/* harmony export */   gl: () => (/* binding */ diveLayer)
/* harmony export */ });
/* unused harmony export DiveTree */
/* harmony import */ var _image__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3129);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9205);


const whiteout = '.wh.';
const unseen = '.wh..wh..';
const tooMany = (maxNodes) => new _oci__WEBPACK_IMPORTED_MODULE_0__/* .Corrupt */ .Q6('the image', `it has more than ${maxNodes} files and directories`);
/** The name that a whiteout hides, also an empty one; undefined for all other names. */
const hiddenBy = (name) => name.startsWith(whiteout) ? name.slice(whiteout.length) : undefined;
const nodeOf = (name) => ({
    name,
    children: undefined,
    ordinal: -1,
    sizeBytes: 0,
    isDirectory: false,
});
/** Paths with what Dive knows of them. */
class DiveTree {
    root = nodeOf('');
    #maxNodes;
    #nodes = 0;
    #isPlain = true;
    #last;
    constructor(maxNodes) {
        this.#maxNodes = maxNodes;
    }
    /** The child of this name, made when there is none. */
    child(parent, name) {
        const found = parent.children?.get(name);
        if (found !== undefined)
            return found;
        if (++this.#nodes > this.#maxNodes)
            throw tooMany(this.#maxNodes);
        if (name === '..' || name.startsWith(whiteout))
            this.#isPlain = false;
        const made = nodeOf(name);
        parent.children ??= new Map();
        parent.children.set(name, made);
        return made;
    }
    /** Would it be the same when it is put on itself? */
    get isPlain() {
        return this.#isPlain;
    }
    /**
     * What a clean path leads to, made with its parents; undefined where markers and bookkeeping stand, which Dive drops.
     * While it is built nothing leaves it.
     */
    at(path) {
        const { parent, name } = (0,_image__WEBPACK_IMPORTED_MODULE_1__/* .splitPath */ .Uf)(path);
        const known = this.#last?.path === parent ? this.#last.node : this.#folder(parent);
        if (known === undefined || name === '')
            return undefined;
        this.#last = { path: parent, node: known };
        return name.startsWith(unseen) ? undefined : this.child(known, name);
    }
    #folder(path) {
        let node = this.root;
        for (const name of path.split('/')) {
            if (name === '')
                continue;
            if (name.startsWith(unseen))
                return undefined;
            node = this.child(node, name);
        }
        return node;
    }
    clone() {
        const copy = new DiveTree(this.#maxNodes);
        const todo = [[this.root, copy.root]];
        for (let pair = todo.pop(); pair !== undefined; pair = todo.pop()) {
            const [from, to] = pair;
            for (const child of from.children?.values() ?? []) {
                const made = copy.child(to, child.name);
                given(made, child);
                if (child.children !== undefined)
                    todo.push([child, made]);
            }
        }
        return copy;
    }
}
/** Takes what is known of another. */
function given(node, { ordinal, sizeBytes, isDirectory }) {
    node.ordinal = ordinal;
    node.sizeBytes = sizeBytes;
    node.isDirectory = isDirectory;
}
/**
 * One layer as Dive reads it: of two entries at one path the later counts, and keeps what is below.
 * @throws Corrupt for a tree over the limit
 */
function diveLayer(listing, maxNodes = 2_000_000) {
    const tree = new DiveTree(maxNodes);
    let layerBytes = 0;
    let ordinal = -1;
    for (const { path, kind, sizeBytes } of listing) {
        ordinal++;
        const clean = divePath(path);
        if (clean === '.')
            continue;
        layerBytes += sizeBytes;
        const node = tree.at(clean);
        if (node !== undefined) {
            node.ordinal = ordinal;
            node.sizeBytes = sizeBytes;
            node.isDirectory = kind === 'directory';
        }
    }
    return { tree, sizeBytes: layerBytes };
}
/** Clean as Go's `path.Clean` does it: a slash at the start stays, and so does a `..` that leads out. https://pkg.go.dev/path#Clean */
function divePath(path) {
    const slash = path.startsWith('/') ? '/' : '';
    const clean = (0,_image__WEBPACK_IMPORTED_MODULE_1__/* .cleanPath */ .ts)(path) ?? cleanUpwards(path);
    return slash + clean || '.';
}
function cleanUpwards(path) {
    const rooted = path.startsWith('/');
    const parts = [];
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else if (!rooted)
            parts.push(part);
    }
    return parts.join('/');
}


/***/ }),

/***/ 2241:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PY: () => (/* binding */ bottomUp),
/* harmony export */   fR: () => (/* binding */ stackDive)
/* harmony export */ });
/* unused harmony export DivePlace */
/* harmony import */ var _image__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3129);
/* harmony import */ var _dive_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8012);


/** Where a walk over a layer stands: a directory of it, and what another tree has at the same path. */
class DivePlace {
    node;
    above;
    /** `/a/b`, and `''` for the root. */
    path;
    /** Where Dive adds to the other tree: it cleans the path once more there, so that `..` at the root falls away. */
    adds;
    /** In the other tree. */
    found;
    #children;
    #next = 0;
    constructor(node, above, found) {
        this.node = node;
        this.above = above;
        this.path = above === undefined ? '' : `${above.path}/${node.name}`;
        this.found = found;
        this.adds = this.#addsAt();
        const children = [...(node.children?.values() ?? [])];
        this.#children = children.sort((a, b) => (0,_image__WEBPACK_IMPORTED_MODULE_0__/* .byBytes */ .bg)(a.name, b.name));
    }
    next() {
        return this.#children[this.#next++];
    }
    inside(node) {
        return new DivePlace(node, this, this.found?.children?.get(node.name));
    }
    #addsAt() {
        const { above, node } = this;
        if (above === undefined || above.adds === above) {
            return above !== undefined && isAbove(node, above) ? above : this;
        }
        return isAbove(node, above) ? above.adds : above.adds.inside(node);
    }
}
/**
 * Walks a layer as Dive does it, children before their parents, siblings in byte order, without the root, and beside it
 * another tree, until `visit` gives false. `place` is where the node stands.
 */
function bottomUp(layer, beside, visit) {
    const places = [new DivePlace(layer.root, undefined, beside.root)];
    for (let place = places.at(-1); place !== undefined; place = places.at(-1)) {
        const child = place.next();
        if (child === undefined) {
            places.pop();
            if (place.above !== undefined && !visit(place.node, place.above))
                return;
        }
        else if (child.children !== undefined) {
            places.push(place.inside(child));
        }
        else if (!visit(child, place))
            return;
    }
}
/**
 * Puts a layer on a tree. Whiteouts hide as the walk meets them, and a directory that is only implied takes from the
 * tree what it knew of that directory.
 */
function stackDive(tree, layer) {
    bottomUp(layer, tree, (node, place) => {
        const hidden = (0,_dive_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .hiddenBy */ .W0)(node.name);
        if (hidden !== undefined)
            remove(place, hidden);
        else if (!isAbove(node, place))
            (0,_dive_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(tree.child(made(tree, place.adds), node.name), node);
        return true;
    });
}
/** Where a place adds, with the parents that the tree lacks. */
function made(tree, place) {
    const missing = [];
    let at = place;
    for (; at !== undefined && at.found === undefined; at = at.above)
        missing.push(at);
    let node = at?.found ?? tree.root;
    for (const next of missing.reverse()) {
        node = tree.child(node, next.node.name);
        next.found = node;
    }
    return node;
}
function remove(place, name) {
    if (name !== '') {
        place.found?.children?.delete(name);
        return;
    }
    // A whiteout of nothing: its path is that of its directory.
    if (place.above === undefined)
        return;
    place.above.found?.children?.delete(place.node.name);
    place.found = undefined;
}
/** `..` is a name to Dive, but at the root alone: elsewhere it is cleaned away. */
const isAbove = (node, place) => node.name === '..' && place.adds.above === undefined;


/***/ }),

/***/ 6851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ diveOf)
/* harmony export */ });
/* harmony import */ var _image__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3129);
/* harmony import */ var _dive_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8012);
/* harmony import */ var _dive_walk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2241);



/**
 * What Dive finds in an image, to the last digit, its faults included: layers in manifest order, lowest first.
 * https://github.com/wagoodman/dive/blob/d6c691947f8fda635c952a17ee3b7555379d58f0/dive/filetree/efficiency.go
 * @throws Corrupt for an image with too many files
 */
function diveOf(listings, maxNodes = 2_000_000) {
    const tallies = new Map();
    const layerSizes = [];
    let lower;
    for (const listing of listings) {
        const { tree, sizeBytes } = (0,_dive_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .diveLayer */ .gl)(listing, maxNodes);
        layerSizes.push(sizeBytes);
        tally(tree, lower ?? tree, tallies);
        if (tallies.size > maxNodes)
            throw (0,_dive_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .tooMany */ .Ot)(maxNodes);
        // The lowest one is put on a copy of itself, so that its own whiteouts hide what it brings.
        const isItself = lower === undefined && tree.isPlain;
        lower ??= isItself ? tree : tree.clone();
        if (!isItself)
            (0,_dive_walk_js__WEBPACK_IMPORTED_MODULE_1__/* .stackDive */ .fR)(lower, tree);
    }
    const inefficient = rowsOf(tallies);
    const userSizeBytes = sum(layerSizes.slice(1));
    const wastedBytes = sum(inefficient.map((row) => row.sizeBytes));
    return {
        efficiency: scoreOf(tallies),
        sizeBytes: sum(layerSizes),
        userSizeBytes,
        wastedBytes,
        userWastedPercent: ratio(wastedBytes, userSizeBytes),
        layerSizes,
        inefficient,
    };
}
const sum = (numbers) => numbers.reduce((total, next) => total + next, 0);
function ratio(part, whole) {
    if (whole !== 0)
        return part / whole;
    return part === 0 ? 'NaN' : '+Inf';
}
/** Counts the paths of one layer that have nothing below them; `lower` is what the layers under it make. */
function tally(layer, lower, tallies) {
    const known = new Map();
    (0,_dive_walk_js__WEBPACK_IMPORTED_MODULE_1__/* .bottomUp */ .PY)(layer, lower, (node, place) => {
        if (node.children !== undefined)
            return true;
        const hidden = (0,_dive_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .hiddenBy */ .W0)(node.name);
        // At the root a whiteout of nothing is one of `/`, elsewhere of its directory with a slash behind.
        const kept = tallyOf(`${place.path}/${hidden ?? node.name}`, tallies);
        let size = node.sizeBytes;
        if (hidden !== undefined) {
            const previous = hidden === '' ? place.found : place.found?.children?.get(hidden);
            // Dive takes a whiteout of what is not there for an error, and ends with this layer.
            if (previous === undefined)
                return false;
            size = previous.isDirectory ? bytesIn(previous, known) : 0;
        }
        kept.allBytes += size;
        if (kept.leastBytes < 0 || size < kept.leastBytes)
            kept.leastBytes = size;
        kept.count++;
        return true;
    });
}
function tallyOf(path, tallies) {
    const found = tallies.get(path);
    if (found !== undefined)
        return found;
    const made = { allBytes: 0, leastBytes: -1, count: 0 };
    tallies.set(path, made);
    return made;
}
/** Of a directory and all below. `known` has what was summed before, as a layer may hide a directory and its parents. */
function bytesIn(top, known) {
    const todo = [top];
    const order = [];
    for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
        if (known.has(node))
            continue;
        order.push(node);
        for (const child of node.children?.values() ?? [])
            todo.push(child);
    }
    for (const node of order.reverse()) {
        let bytes = node.sizeBytes;
        for (const child of node.children?.values() ?? [])
            bytes += known.get(child) ?? 0;
        known.set(node, bytes);
    }
    return known.get(top) ?? 0;
}
function scoreOf(tallies) {
    let least = 0;
    let all = 0;
    for (const { leastBytes, allBytes } of tallies.values()) {
        least += leastBytes;
        all += allBytes;
    }
    return all === 0 ? 1 : least / all;
}
function rowsOf(tallies) {
    const rows = [];
    for (const [file, { count, allBytes }] of tallies) {
        if (count > 1)
            rows.push({ count, sizeBytes: allBytes, file });
    }
    return rows.sort((a, b) => b.sizeBytes - a.sizeBytes || (0,_image__WEBPACK_IMPORTED_MODULE_2__/* .byBytes */ .bg)(a.file, b.file));
}


/***/ }),

/***/ 8446:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _image__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5988);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3239);
/* harmony import */ var _dive_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6851);



/** What an analysis says to the gates. `dive`: also Dive's numbers, which take a walk of their own. */
function factsOf(analysis, { dive = false } = {}) {
    const { image, config, waste, user } = analysis;
    return {
        platform: (0,_oci__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)((0,_image__WEBPACK_IMPORTED_MODULE_1__/* .platformOf */ .tj)(image, config)),
        manifest: image.manifest,
        sizeBytes: waste.storedBytes,
        reclaimableBytes: waste.reclaimableBytes,
        root: user.root === 'unknown' ? undefined : user.root,
        rootWhy: user.why,
        dive: dive ? (0,_dive_js__WEBPACK_IMPORTED_MODULE_2__/* .diveOf */ .o)(analysis.listings) : undefined,
    };
}


/***/ }),

/***/ 5292:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ historyOf)
});

// EXTERNAL MODULE: ./packages/dockerfile/dockerfile.ts
var dockerfile = __webpack_require__(7655);
;// CONCATENATED MODULE: ./packages/layers/history-command.ts

/** Scripts can be long; nothing that was written by hand is longer. */
const longest = 1 << 16;
const shell = /^(?:\/\S*\/)?(?:ba|da|z|k|a)?sh(?: -[A-Za-z]+| pipefail)* -[a-z]*c(?: |$)/;
const windowsShell = /^(?:cmd(?:\.exe)? \/S \/C|powershell(?:\.exe)?(?: -\S+)* -Command) ?/i;
/** Where a shell stands behind build arguments, whose values may have spaces. */
const shellInside = / (?:\/\S*\/)(?:ba|da|z|k|a)?sh(?: -[A-Za-z]+| pipefail)* -[a-z]*c /;
/**
 * Reads `created_by` as Docker, BuildKit, Buildah, kaniko and our builder write it: `/bin/sh -c #(nop)  CMD […]`,
 * `RUN |1 a=b /bin/sh -c make # buildkit`, `RUN make`. Never fails: what none of them writes has no keyword.
 */
function parseHistoryCommand(createdBy) {
    const whole = createdBy.slice(0, longest).trim();
    const text = whole.replace(/ # buildkit(?::\S*)?$/, '');
    if (/^RUN /i.test(text)) {
        const rest = text.slice('RUN '.length);
        // Without BuildKit's mark it is the Dockerfile's own text, in which a shell was written by hand.
        if (text === whole)
            return { keyword: 'RUN', rest };
        const bare = withoutArguments(rest);
        return { keyword: 'RUN', rest: withoutShell(bare) ?? bare };
    }
    const bare = withoutArguments(text);
    const command = withoutShell(bare);
    if (command === undefined) {
        return bare === text ? instructionOf(text) : { keyword: 'RUN', rest: bare };
    }
    if (command.startsWith('#(nop)'))
        return instructionOf(command.slice('#(nop)'.length).trim());
    return command === '' ? { keyword: undefined, rest: text } : { keyword: 'RUN', rest: command };
}
function instructionOf(text) {
    const [word = ''] = text.split(/\s/, 1);
    const keyword = dockerfile/* keywords */.R.find((one) => one === word.toUpperCase());
    return { keyword, rest: keyword === undefined ? text : text.slice(word.length).trim() };
}
function withoutShell(text) {
    const found = shell.exec(text) ?? windowsShell.exec(text);
    return found === null ? undefined : text.slice(found[0].length);
}
/** Build arguments stand before a command: `|2 a=b c=d /bin/sh -c make`. */
function withoutArguments(text) {
    const count = /^\|(\d{1,4}) /.exec(text);
    if (count === null)
        return text;
    const rest = text.slice(count[0].length);
    const at = shellInside.exec(` ${rest}`);
    if (at !== null)
        return rest.slice(at.index);
    const words = rest.split(' ');
    return words.slice(Number(count[1])).join(' ');
}
/** On one line, for people: digests shortened, white space as one blank. */
function showHistoryCommand({ keyword, rest }) {
    const ports = keyword === 'EXPOSE' ? /^map\[(.*)\]$/s.exec(rest)?.[1] : undefined;
    const text = ports === undefined ? rest : ports.replaceAll(':{}', '');
    return `${keyword ?? ''} ${text}`
        .replace(/\b(file|dir|multi):([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1:$2')
        .replace(/\s+/g, ' ')
        .trim();
}

;// CONCATENATED MODULE: ./packages/layers/history.ts

/** Matches entries that made a layer with layers by their position: nothing else ties them together. */
function historyOf({ history = [], rootfs, }) {
    const count = rootfs.diff_ids.length;
    let made = 0;
    const steps = history.map(({ created_by = '', empty_layer }) => {
        const layer = empty_layer === true ? undefined : made++;
        const parsed = parseHistoryCommand(created_by);
        return {
            ...parsed,
            command: showHistoryCommand(parsed),
            layer: layer !== undefined && layer < count ? layer : undefined,
        };
    });
    const layers = rootfs.diff_ids.map(() => undefined);
    for (const step of steps)
        if (step.layer !== undefined)
            layers[step.layer] = step;
    return { steps, layers, disagreement: disagreement(made, count) };
}
function disagreement(made, count) {
    if (made === count)
        return undefined;
    const layers = `the image has ${count} layer${count === 1 ? '' : 's'}`;
    return made === 0
        ? `${layers} and no history of them`
        : `${layers}, and its history speaks of ${made}`;
}


/***/ }),

/***/ 2559:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ inspect)
});

// EXTERNAL MODULE: ./packages/image/platform-images.ts
var platform_images = __webpack_require__(5988);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
// EXTERNAL MODULE: ./packages/oci/descriptor.ts
var descriptor = __webpack_require__(3239);
// EXTERNAL MODULE: ./packages/oci/copy-platforms.ts
var copy_platforms = __webpack_require__(5742);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var oci_errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/oci/reference.ts
var reference = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./packages/oci/parallel.ts
var parallel = __webpack_require__(2185);
// EXTERNAL MODULE: ./packages/oci/local.ts
var local = __webpack_require__(1223);
// EXTERNAL MODULE: ./packages/image/attached-indexes.ts
var attached_indexes = __webpack_require__(4935);
;// CONCATENATED MODULE: ./packages/inventory/printable.ts
/** What stands for a whole value; more is no name and no version. */
const most = 1024;
/** Printable ASCII without spaces, as names, versions and architectures are. */
const isWord = (text) => text.length <= most && /^[\x21-\x7e]+$/.test(text);
/** One line of text that changes nothing on a terminal. */
const isLine = (text) => text !== '' && text.length <= most && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);

;// CONCATENATED MODULE: ./packages/inventory/stanzas.ts
/** A string of its own: a slice would keep the whole file in memory. */
const detached = (slice) => Buffer.from(slice, 'latin1').toString('latin1');
/**
 * The stanzas of a file of `Name: value` lines with empty lines between them, each as the first value of the fields
 * that are asked for. Lines that begin with a space go on with the field before them, and are stepped over.
 */
function* stanzas(bytes, fieldOf) {
    let stanza = new Map();
    for (const line of lines(bytes)) {
        const first = line.charCodeAt(0);
        if (!(first > 0x20)) {
            if (stanza.size === 0 || line.trim() !== '')
                continue;
            yield stanza;
            stanza = new Map();
            continue;
        }
        const colon = line.indexOf(':');
        const field = colon < 0 ? undefined : fieldOf(line.slice(0, colon));
        if (field === undefined || stanza.has(field))
            continue;
        stanza.set(field, detached(line.slice(colon + 1).trim()));
    }
    if (stanza.size > 0)
        yield stanza;
}
/** One character for each byte: what is asked for is ASCII, and the rest must not fail. */
function* lines(bytes) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    for (let at = 0; at < text.length;) {
        const newline = text.indexOf('\n', at);
        const end = newline < 0 ? text.length : newline;
        yield text.slice(at, end);
        at = end + 1;
    }
}

;// CONCATENATED MODULE: ./packages/inventory/apk.ts


const fields = {
    P: 'name',
    V: 'version',
    A: 'architecture',
    o: 'origin',
    L: 'license',
    C: 'checksum',
};
const byLetter = new Map(Object.entries(fields));
/**
 * apk's database of what is installed; newer images have it below `usr`. Of two packages with the same name and
 * architecture the last counts. https://wiki.alpinelinux.org/wiki/Apk_spec#Installed_Database_V2
 */
const apk = {
    name: 'apk',
    version: 1,
    maxBytes: 32 << 20,
    wants: (path) => /^(?:usr\/)?lib\/apk\/db\/installed$/.test(path),
    parse(_path, bytes) {
        const packages = new Map();
        for (const stanza of stanzas(bytes, (name) => byLetter.get(name))) {
            const found = packageOf(stanza);
            if (found !== undefined)
                packages.set(`${found.name} ${found.architecture ?? ''}`, found);
        }
        return [...packages.values()];
    },
};
function packageOf(stanza) {
    const word = (field) => stanza.get(field) ?? '';
    const [name, version] = [word('name'), word('version')];
    if (!isWord(name) || !isWord(version))
        return undefined;
    const [architecture, origin, license] = [word('architecture'), word('origin'), word('license')];
    const checksum = word('checksum');
    return {
        name,
        version,
        ...(isWord(architecture) ? { architecture } : {}),
        ...(isWord(origin) ? { origin } : {}),
        ...(isLine(license) ? { license } : {}),
        ...(isWord(checksum) ? { checksum } : {}),
    };
}

;// CONCATENATED MODULE: ./packages/inventory/dpkg.ts


const dpkg_fields = ['package', 'status', 'version', 'architecture', 'source'];
const byName = new Map(dpkg_fields.map((field) => [field, field]));
const longest = Math.max(...dpkg_fields.map(({ length }) => length));
/**
 * States in which the files are there, whatever shall become of them: `deinstall ok installed` waits for its removal.
 * Of `config-files` the configuration alone is left. https://manpages.debian.org/bookworm/dpkg/dpkg.1.en.html#Package_states
 */
const unpacked = new Set([
    'installed',
    'triggers-pending',
    'triggers-awaited',
    'half-configured',
    'unpacked',
]);
/**
 * dpkg's database: `status`, or one file for each package in `status.d` as distroless images have it. A stanza
 * without a state was written by a builder of images, and counts. Of two with the same name and architecture the last
 * counts. https://www.debian.org/doc/debian-policy/ch-controlfields.html
 */
const dpkg = {
    name: 'dpkg',
    version: 1,
    maxBytes: 32 << 20,
    wants: (path) => path === 'var/lib/dpkg/status' ||
        (/^var\/lib\/dpkg\/status\.d\/[^/]+$/.test(path) && !path.endsWith('.md5sums')),
    parse(_path, bytes) {
        const packages = new Map();
        for (const stanza of stanzas(bytes, fieldOf)) {
            const found = dpkg_packageOf(stanza);
            if (found !== undefined)
                packages.set(`${found.name} ${found.architecture ?? ''}`, found);
        }
        return [...packages.values()];
    },
};
/** Names of fields are the same in any case. */
const fieldOf = (name) => name.length > longest + 1 ? undefined : byName.get(name.trimEnd().toLowerCase());
function dpkg_packageOf(stanza) {
    const name = (stanza.get('package') ?? '').toLowerCase();
    const version = stanza.get('version') ?? '';
    if (!isName(name) || !isWord(version) || !isUnpacked(stanza.get('status')))
        return undefined;
    const architecture = stanza.get('architecture') ?? '';
    const source = sourceOf(stanza.get('source') ?? '');
    return {
        name,
        version,
        ...(isWord(architecture) ? { architecture } : {}),
        ...(source === undefined ? {} : { source }),
    };
}
const isName = (text) => isWord(text) && /^[a-z0-9][a-z0-9+._-]*$/.test(text);
/** `want flag state`: the third word says what is there. */
function isUnpacked(status) {
    if (status === undefined)
        return true;
    const [, , state = '', ...more] = status.split(/\s+/);
    return more.length === 0 && unpacked.has(state.toLowerCase());
}
/** `name` or `name (version)`. */
function sourceOf(text) {
    const open = text.indexOf('(');
    const name = (open < 0 ? text : text.slice(0, open)).trim();
    if (!isName(name))
        return undefined;
    const close = text.indexOf(')', open);
    const version = open < 0 || close < 0 ? '' : text.slice(open + 1, close).trim();
    return isWord(version) ? { name, version } : { name };
}

;// CONCATENATED MODULE: ./packages/inventory/npm.ts

/** What Node finds: a folder directly below `node_modules`, or one of a scope there. Those with a dot are npm's own. */
const installed = /(?:^|\/)node_modules\/(?:@[^/]+\/)?(?![.@])[^/]+\/package\.json$/;
const part = "[A-Za-z0-9._~!*'()-]+";
const nameForm = new RegExp(`^(?:@${part}/)?${part}$`);
/** https://docs.npmjs.com/cli/v11/configuring-npm/package-json#name */
const maxName = 214;
/** https://github.com/npm/node-semver#constants */
const maxVersion = 256;
/**
 * Packages that npm and its like have installed, npm itself among them: their `package.json`, and no lock file, which
 * says what shall be. https://docs.npmjs.com/cli/v11/configuring-npm/package-json
 */
const npm = {
    name: 'npm',
    version: 1,
    maxBytes: 1 << 20,
    wants: (path) => installed.test(path),
    parse(_path, bytes) {
        const manifest = parseObject(bytes);
        const { name, version } = manifest;
        if (typeof name !== 'string' || name.length > maxName || !nameForm.test(name))
            return [];
        if (typeof version !== 'string' || version.length > maxVersion || !isWord(version))
            return [];
        const license = licenseOf(manifest);
        const isSaid = license !== undefined && isLine(license);
        return [{ name, version, ...(isSaid ? { license } : {}) }];
    },
};
function parseObject(bytes) {
    try {
        // Old packages have names of people in other encodings: only ASCII is wanted of them.
        const value = JSON.parse(new TextDecoder().decode(bytes));
        return isObject(value) ? value : {};
    }
    catch {
        return {};
    }
}
const isObject = (value) => typeof value === 'object' && value !== null;
/** `license` is a string; of old an object, or a list `licenses` of which one may choose. */
function licenseOf({ license, licenses }) {
    if (license !== undefined)
        return typeOf(license);
    if (!Array.isArray(licenses))
        return typeOf(licenses);
    const types = licenses.map(typeOf).filter((type) => type !== undefined);
    return types.length === 0 ? undefined : types.join(' OR ');
}
function typeOf(license) {
    const type = isObject(license) ? license.type : license;
    return typeof type === 'string' && type !== '' ? type : undefined;
}

;// CONCATENATED MODULE: ./packages/inventory/os-release.ts

const os_release_fields = {
    ID: 'id',
    NAME: 'name',
    VERSION: 'version',
    VERSION_ID: 'versionId',
    VERSION_CODENAME: 'versionCodename',
    PRETTY_NAME: 'prettyName',
    VARIANT_ID: 'variantId',
    CPE_NAME: 'cpeName',
    SUPPORT_END: 'supportEnd',
};
const byKey = new Map(Object.entries(os_release_fields));
/** In the order in which they count. */
const osReleasePaths = ['etc/os-release', 'usr/lib/os-release'];
/** With its quotes and backslashes. */
const maxValue = 4096;
/**
 * The files that say which system it is: one fact, or none where none of the fields stands.
 * https://www.freedesktop.org/software/systemd/man/latest/os-release.html
 */
const osRelease = {
    name: 'os-release',
    version: 1,
    maxBytes: 1 << 20,
    wants: (path) => osReleasePaths.some((wanted) => wanted === path),
    parse(_path, bytes) {
        const values = assignments(new TextDecoder().decode(bytes));
        const idLike = (values.get('ID_LIKE') ?? '').split(/\s+/).filter((id) => id !== '');
        const known = [...values].flatMap(([key, value]) => {
            const field = byKey.get(key);
            return field === undefined ? [] : [[field, value]];
        });
        const fact = {
            ...Object.fromEntries(known),
            ...(idLike.length === 0 ? {} : { idLike }),
        };
        return Object.keys(fact).length === 0 ? [] : [fact];
    },
};
/** Values by key, as a shell would set them: the last counts. */
function assignments(text) {
    const values = new Map();
    for (const line of text.split('\n')) {
        const equals = line.indexOf('=');
        const key = line.slice(0, Math.max(equals, 0)).trimStart();
        if (key !== 'ID_LIKE' && !byKey.has(key))
            continue;
        const value = unquoted(line.slice(equals + 1).trim());
        if (value !== undefined && isLine(value))
            values.set(key, value);
        else
            values.delete(key);
    }
    return values;
}
/** Undefined where a quote is not closed, or something follows it: several strings in a row are not supported. */
function unquoted(text) {
    if (text.length > maxValue)
        return undefined;
    const quote = text.charAt(0);
    if (quote === "'")
        return /^'([^']*)'$/.exec(text)?.[1];
    if (quote !== '"')
        return /["'`]/.test(text) ? undefined : text.replace(/\\(.)/g, '$1');
    const inner = /^"((?:[^"\\]|\\.)*)"$/.exec(text)?.[1];
    return inner?.replace(/\\([$"'\\`])/g, '$1');
}

;// CONCATENATED MODULE: ./packages/inventory/passwd.ts
/** https://man7.org/linux/man-pages/man5/passwd.5.html */
const passwd = {
    name: 'passwd',
    version: 2,
    maxBytes: 1 << 20,
    wants: (path) => path === 'etc/passwd',
    parse: (_, bytes) => Buffer.from(bytes)
        .toString('latin1')
        .split('\n')
        .flatMap((line) => {
        // A line that ends before its number counts for engines too: its number is 0.
        const [name = '', , uid = ''] = line.trim().split(':');
        return name === '' ? [] : [{ name, uid }];
    }),
};

;// CONCATENATED MODULE: ./packages/inventory/facts.ts





/** All that look at a layer while it goes by. */
const collectors = [osRelease, dpkg, apk, npm, passwd];

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./packages/image/file-bytes.ts


const pieceBytes = 1 << 18;
/** To read less than this costs less than to ask once more. */
const leastSeek = 1 << 16;
const firstBytes = 1 << 14;
/** Part of a file, read in this thread into one piece of memory, over and over: for threads that do nothing else. */
class FileBytes {
    #file;
    #end;
    #memory = Buffer.allocUnsafeSlow(pieceBytes);
    #at;
    #length = pieceBytes;
    /** @throws Failed for a file that cannot be opened */
    constructor({ path, from, lengthBytes }) {
        this.#file = told(() => (0,external_node_fs_.openSync)(path, 'r'));
        this.#at = from;
        this.#end = from + lengthBytes;
    }
    async *[Symbol.asyncIterator]() {
        while (this.#at < this.#end) {
            const length = Math.min(this.#length, this.#end - this.#at);
            const count = told(() => (0,external_node_fs_.readSync)(this.#file, this.#memory, 0, length, this.#at));
            if (count === 0)
                return;
            this.#at += count;
            this.#length = Math.min(2 * this.#length, pieceBytes);
            yield this.#memory.subarray(0, count);
        }
    }
    /** Passes over bytes; gives how many of them, none where it is quicker to read them. */
    seek = (length) => {
        if (length < leastSeek)
            return 0;
        const passed = Math.min(length, this.#end - this.#at);
        this.#at += passed;
        this.#length = firstBytes;
        return passed;
    };
    [Symbol.dispose]() {
        (0,external_node_fs_.closeSync)(this.#file);
    }
}
function told(work) {
    try {
        return work();
    }
    catch (error) {
        throw new errors/* Failed */.cV(3, (0,errors/* codeOf */.$N)(error) ?? 'unknown', (0,errors/* messageOf */.bD)(error), { cause: error });
    }
}

// EXTERNAL MODULE: ./packages/image/layer-index-write.ts
var layer_index_write = __webpack_require__(3270);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/oci/check.ts
var oci_check = __webpack_require__(728);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var digest = __webpack_require__(3670);
// EXTERNAL MODULE: ./packages/image/entry.ts
var entry = __webpack_require__(7536);
;// CONCATENATED MODULE: ./packages/image/listing.ts

/** A listing of entries that are in memory. */
function listingOf(entries) {
    const folders = new Folders();
    const places = entries.map(({ path }) => folders.place(path));
    const at = (items, index) => {
        const found = items[index];
        if (found === undefined)
            throw new RangeError(`there is no entry ${index}`);
        return found;
    };
    return {
        count: entries.length,
        entry: (index) => at(entries, index),
        kind: (index) => at(entries, index).kind,
        sizeBytes: (index) => at(entries, index).sizeBytes,
        sha256: (index) => at(entries, index).sha256,
        sha256Start: (index) => {
            const { sha256 } = at(entries, index);
            return sha256 === undefined ? undefined : Number.parseInt(sha256.slice(0, 12), 16);
        },
        isHashed: entries.some(({ sha256 }) => sha256 !== undefined),
        folders: folders.paths,
        folder: (index) => at(places, index).folder,
        name: (index) => at(places, index).name,
        isMarked: (index) => at(places, index).isMarked,
        [Symbol.iterator]: () => entries[Symbol.iterator](),
    };
}
/** What a listing keeps of an entry of an archive. */
function listed(entry, sha256) {
    const { path, kind, mode, uid, gid, sizeBytes, modified, link, device, xattrs } = entry;
    const found = {
        path,
        kind,
        mode,
        uid,
        gid,
        sizeBytes,
        modified,
    };
    if (link !== undefined)
        found.link = link;
    if (device !== undefined)
        found.device = device;
    if (xattrs !== undefined)
        found.xattrs = Object.fromEntries([...xattrs].map(inHex));
    if (sha256 !== undefined)
        found.sha256 = sha256;
    return found;
}
const inHex = ([name, value]) => [name, Buffer.from(value).toString('hex')];

// EXTERNAL MODULE: ./packages/image/packing.ts + 1 modules
var image_packing = __webpack_require__(1000);
// EXTERNAL MODULE: ./packages/image/path.ts
var image_path = __webpack_require__(3129);
// EXTERNAL MODULE: ./packages/image/reader.ts
var reader = __webpack_require__(4081);
// EXTERNAL MODULE: ./packages/image/uncompressed.ts + 2 modules
var uncompressed = __webpack_require__(199);
// EXTERNAL MODULE: ./packages/image/walker.ts + 2 modules
var image_walker = __webpack_require__(715);
;// CONCATENATED MODULE: ./packages/image/walk-layer.ts









/**
 * Reads a layer once, from its stored bytes: what is in it, and what the collectors find.
 * @throws Corrupt for bytes that are not those of the descriptor or of the diffID, and for what is no layer
 */
async function walkLayer(stored, request, collectors) {
    const { what, blob, diffId, verify, maxBytes } = request;
    const check = verify ? new oci_check/* Check */.J(blob, what) : undefined;
    const limits = { what, inThread: true, ...(maxBytes === undefined ? {} : { maxBytes }) };
    const { compression, plain } = await (0,uncompressed/* opened */.Sg)(check === undefined ? stored : checked(stored, check), limits);
    const algorithm = diffId === undefined ? 'sha256' : (0,digest/* algorithmOf */.Hy)(diffId);
    // What is stored plain is one and the same stream, and hashed once.
    const isSame = compression === 'none' && algorithm === (0,digest/* algorithmOf */.Hy)(blob.digest);
    const hasher = verify && !isSame ? new digest/* Hasher */.OP(algorithm) : undefined;
    let sizeBytes = 0;
    const seek = (length) => {
        const passed = compression === 'none' && !verify ? (stored.seek?.(length) ?? 0) : 0;
        sizeBytes += passed;
        return passed;
    };
    const packing = new image_packing/* Packing */.Gm();
    const found = collectors.map((collector) => ({ collector, files: new Map() }));
    const walk = walkOver(new reader/* ByteReader */.k(seek), request, { packing, found });
    let isDone = walk.next().done;
    for await (const bytes of plain) {
        sizeBytes += bytes.length;
        hasher?.update(bytes);
        if (isDone !== true)
            isDone = walk.next(bytes).done;
    }
    if (isDone !== true)
        walk.next();
    check?.end();
    return {
        layer: idOf(request, hasher?.digest() ?? (verify ? blob.digest : undefined)),
        sizeBytes,
        packing,
        hashed: request.hash ? 'sha256' : 'none',
        facts: new Map(found.map(({ collector: { name, version }, files }) => [
            name,
            { version, found: [...files.values()] },
        ])),
    };
}
async function* checked(stored, check) {
    for await (const bytes of stored) {
        check.add(bytes);
        yield bytes;
    }
}
function* walkOver(reader, { what, hash: isHashed }, { packing, found }) {
    const walker = new image_walker/* Walker */.J(reader, { ...entry/* tarLimits */.G, what });
    for (;;) {
        const member = walker.here() ?? (yield* walker.next());
        if (member === undefined)
            return;
        const path = (0,image_path/* cleanPath */.ts)(member.path);
        const wanting = path === undefined || !(member.kind === 'file' || member.kind === 'hardlink')
            ? []
            : found.filter(({ collector }) => collector.wants(path, member.sizeBytes));
        const keep = wanting.some(({ collector }) => isReadable(member, collector));
        const { body, sizeBytes } = member;
        const { sha256, bytes } = body === undefined || !(isHashed || keep)
            ? nothing
            : yield* read(body, sizeBytes, { isHashed, keep });
        for (const { collector, files } of wanting) {
            const file = factsOf(path ?? '', isReadable(member, collector) ? bytes : undefined, collector);
            // Of what stands there twice the last counts, also when there is nothing in it.
            files.delete(path ?? '');
            if (file !== undefined)
                files.set(file.path, file);
        }
        packing.add(listed(member, sha256), path);
    }
}
function idOf({ what, blob, diffId }, proven) {
    if (proven === undefined)
        return { unverified: `unverified:${blob.digest}` };
    if (diffId === undefined || diffId === proven)
        return { diffId: proven };
    throw new oci_errors/* Corrupt */.Q6(what, `its content is ${proven}, and the image says ${diffId}`);
}
/** Neither too large, nor stored sparse or under another name. */
const isReadable = ({ body, sizeBytes }, { maxBytes }) => body !== undefined && sizeBytes <= maxBytes;
/** That a file was not read is a fact too: nothing found in it would say that nothing is in it. */
function factsOf(path, bytes, collector) {
    if (bytes === undefined)
        return { path, facts: [], unread: true };
    const facts = collector.parse(path, bytes);
    return facts.length === 0 ? undefined : { path, facts };
}
const nothing = {};
/** The hash of a body, and the bytes of one that is wanted. */
function* read(body, sizeBytes, how) {
    const kept = [];
    let sha256;
    let hasher;
    for (;;) {
        const part = yield* body.next();
        if (part === undefined)
            break;
        // Copied: a chunk belongs to the walk that gave it.
        if (how.keep)
            kept.push(Uint8Array.from(part));
        if (!how.isHashed)
            continue;
        if (part.byteLength === sizeBytes)
            sha256 = (0,external_node_crypto_.hash)('sha256', part, 'hex');
        else
            hasher = (hasher ?? new digest/* Hasher */.OP()).update(part);
    }
    sha256 ??= hasher?.digest().slice('sha256:'.length);
    return {
        ...(how.isHashed ? { sha256: sha256 ?? (0,external_node_crypto_.hash)('sha256', '', 'hex') } : {}),
        ...(how.keep ? { bytes: Buffer.concat(kept) } : {}),
    };
}

;// CONCATENATED MODULE: ./packages/image/errand.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






/** Runs an errand in this thread. @throws Corrupt as `walkLayer`, Failed for a file, and what the bytes end in */
async function indexOf({ file, ...request }, brought) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const opened = __addDisposableResource(env_1, file && new FileBytes(file), false);
        const walked = await walkLayer(opened ?? brought(), request, collectors);
        return new Uint8Array((0,layer_index_write/* writeLayerIndex */.p9)(walked));
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** Runs an errand for another thread. Errors become answers, since their classes do not survive the way there. */
async function run(errand, brought) {
    try {
        return { index: await indexOf(errand, brought) };
    }
    catch (error) {
        return { code: codeOf(error) ?? 'unknown', message: messageOf(error) };
    }
}
/** What came of an errand. @throws Corrupt, Failed: the error that it was where it ran */
function indexIn(answer, what) {
    if ('index' in answer)
        return Buffer.from(answer.index.buffer);
    const { code, message } = answer;
    const start = `${what} is corrupt: `;
    if (message.startsWith(start))
        throw new oci_errors/* Corrupt */.Q6(what, message.slice(start.length));
    throw new errors/* Failed */.cV(3, code, message);
}

// EXTERNAL MODULE: ./packages/image/layer-index-file.ts + 2 modules
var layer_index_file = __webpack_require__(4283);
;// CONCATENATED MODULE: ./packages/image/layer-index-renew.ts



/** Those that have not looked at the layer, or did so in another version. */
const staleIn = (index, collectors) => collectors.filter((collector) => index.facts(collector) === undefined);
/**
 * The index with the facts of all these collectors, of those that are stale by what it lists: most layers hold no file
 * for a collector, and such a layer need not be read for a new version of it. All else stays as it is, byte for byte.
 * Undefined where only the bytes of the layer can tell.
 */
function renewed(index, collectors) {
    const parts = [];
    for (const collector of staleIn(index, collectors)) {
        const found = factsByName(index.listing, collector);
        if (found === undefined)
            return undefined;
        parts.push((0,layer_index_write/* factsPart */.vf)(collector.name, collector.version, found));
    }
    return parts.length === 0 ? index : replaced(index, parts);
}
/** The index with what a later walk over the same layer found for those that are stale; all else stays as it is. */
function joined(index, walked, collectors) {
    const stale = new Set(staleIn(index, collectors).map(({ name }) => `facts:${name}`));
    return replaced(index, partsIn(walked).filter(({ name }) => stale.has(name)));
}
/** What a walk would find where each file that is wanted cannot be read; undefined where one can. */
function factsByName(listing, collector) {
    const files = new Map();
    for (let at = 0; at < listing.count; at++) {
        const kind = listing.kind(at);
        const folder = listing.folders[listing.folder(at)];
        if (folder === undefined || !(kind === 'file' || kind === 'hardlink'))
            continue;
        const path = (0,image_path/* joinPath */.uJ)(folder, listing.name(at));
        const sizeBytes = listing.sizeBytes(at);
        if (!collector.wants(path, sizeBytes))
            continue;
        if (kind === 'file' && sizeBytes <= collector.maxBytes)
            return undefined;
        files.delete(path);
        files.set(path, { path, facts: [], unread: true });
    }
    return [...files.values()];
}
function replaced(index, parts) {
    const names = new Set(parts.map(({ name }) => name));
    const kept = partsIn(index).filter(({ name }) => !names.has(name));
    const file = (0,layer_index_write/* fileOf */.W7)(index.header, [...kept, ...parts]);
    return (0,layer_index_file/* readLayerIndex */.a)(file, 'the index of a layer');
}
/** Sections as they lie in the file of an index. */
function partsIn({ header: { sections }, bytes }) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const start = layer_index_write/* magic */.GE.length + 4 + 32 + file.readUInt32LE(layer_index_write/* magic */.GE.length);
    return Object.entries(sections).flatMap(([name, section]) => {
        if (section === undefined)
            return [];
        const { offset, ...rest } = section;
        const at = start + offset;
        return [{ name: name, ...rest, body: file.subarray(at, at + rest.lengthBytes) }];
    });
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
// EXTERNAL MODULE: ./packages/io/flow.ts
var flow = __webpack_require__(5887);
;// CONCATENATED MODULE: ./packages/image/beside.ts
/** The URL of a script that stands beside its caller: TypeScript from source, JavaScript in a bundle. */
function beside(name, url) {
    // Put together at run time: a bundler copies a file whose name it can read.
    return new URL(`./${name}${url.endsWith('.ts') ? '.ts' : '.js'}`, url);
}

;// CONCATENATED MODULE: ./packages/image/workers.ts




/**
 * A hostile layer ends in an error of its worker, not in the memory of the machine. What is new in a walk is soon
 * nothing again, so that more room for it would only be kept.
 */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 2 };
/** Pieces that are on their way to a worker or wait there: a few, so that none of us waits for the other. */
const ahead = 4;
/** Threads that walk over layers, each one layer at a time. They start with the first errand that needs them. */
class Workers {
    #count;
    #idle = [];
    #all = new Set();
    constructor(count) {
        this.#count = count;
    }
    /** So many errands at a time keep all of them busy. */
    get count() {
        return this.#count;
    }
    /**
     * The index of a layer, as a file of it is written. `stored` is poured into the worker where the errand names no
     * file.
     * @throws Corrupt as `walkLayer`, and what the stream throws
     */
    async run(errand, stored, signal) {
        signal.throwIfAborted();
        const worker = this.#idle.pop() ?? this.#start();
        const stop = () => void worker.terminate();
        signal.addEventListener('abort', stop, { once: true });
        try {
            const index = await sent(worker, errand, stored);
            this.#idle.push(worker);
            return index;
        }
        catch (error) {
            // What it was told is half done.
            await worker.terminate();
            signal.throwIfAborted();
            throw error;
        }
        finally {
            signal.removeEventListener('abort', stop);
            stored?.destroy();
        }
    }
    /** Ends the threads that have nothing to do; they start again with the errands that need them. */
    async rest() {
        await Promise.all(this.#idle.splice(0).map(async (worker) => worker.terminate()));
    }
    async close() {
        await Promise.all([...this.#all].map(async (worker) => worker.terminate()));
    }
    #start() {
        const worker = new external_node_worker_threads_.Worker(beside('worker', import.meta.url), { resourceLimits });
        // Heard where it is waited for; unheard it would end the process.
        worker.on('error', () => undefined);
        worker.unref();
        this.#all.add(worker);
        worker.once('exit', () => this.#all.delete(worker));
        return worker;
    }
}
/** How many pieces may still be sent. */
class Credit {
    #left = ahead;
    #wake = () => undefined;
    give() {
        this.#left += 1;
        this.#wake();
    }
    async take(over) {
        while (this.#left === 0) {
            over.throwIfAborted();
            await new Promise((resolve) => {
                this.#wake = resolve;
                over.addEventListener('abort', () => {
                    resolve();
                }, { once: true });
            });
        }
        over.throwIfAborted();
        this.#left -= 1;
    }
}
async function sent(worker, errand, stored) {
    const over = new AbortController();
    const credit = new Credit();
    const { promise, resolve, reject } = Promise.withResolvers();
    const listen = (answer) => {
        if (answer === 'more')
            credit.give();
        else
            resolve(answer);
    };
    const fail = (error) => {
        reject(new errors/* Failed */.cV(3, 'worker', `${errand.what} could not be read: ${reasonOf(error)}`));
    };
    worker.on('message', listen).once('error', fail).once('exit', fail).ref();
    promise
        .catch(() => undefined)
        .finally(() => {
        over.abort();
    });
    try {
        worker.postMessage(errand);
        if (stored !== undefined)
            await bring(worker, { stored, credit, over: over.signal }).catch(reject);
        return indexIn(await promise, errand.what);
    }
    finally {
        worker.off('message', listen).off('error', fail).off('exit', fail).unref();
    }
}
async function bring(worker, how) {
    const { stored, credit, over } = how;
    over.addEventListener('abort', () => stored.destroy(), { once: true });
    await (0,flow/* pour */.fO)(stored, async (bytes) => {
        await credit.take(over);
        const copy = Uint8Array.from(bytes);
        worker.postMessage(copy, [copy.buffer]);
    });
    worker.postMessage(null);
}
const reasonOf = (error) => typeof error === 'number' ? `its worker ended with ${error}` : (0,errors/* messageOf */.bD)(error);

;// CONCATENATED MODULE: ./packages/image/read-layers.ts








/**
 * What the layers of an image hold, in their order. One that stands in the cache is not read, unless a newer collector
 * wants a file of it; the others are read once each, the largest first, on as many threads as there are processors.
 * @throws Corrupt for a layer that is not what its digest or the image says; NotThere
 */
async function readLayers(reading) {
    const { from, layers, signal, verify = true, cache } = reading;
    if (verify)
        checkSizes(reading);
    const { found, missing, stale } = await keptOf(reading);
    for (const [{ blob }, index] of await attachedOf(missing.values(), reading)) {
        found.set(blob.digest, index);
        missing.delete(blob.digest);
    }
    const largestFirst = [...missing.values()].sort((a, b) => b.blob.size - a.blob.size);
    const ofBytes = largestFirst.reduce((sum, { blob }) => sum + blob.size, 0);
    let doneBytes = 0;
    const { workers = shared() } = reading;
    await (0,parallel/* inParallel */.H)(largestFirst, { concurrency: workers.count, signal }, async (layer, stop) => {
        const older = stale.get(layer.blob.digest);
        const index = await walked(workers, layer, { ...reading, verify, older, signal: stop });
        if (verify)
            await cache?.put(layer.blob, index.bytes, index);
        found.set(layer.blob.digest, index);
        doneBytes += layer.blob.size;
        reading.onProgress?.(doneBytes, ofBytes);
    });
    // After so much, to start again is nothing, and the memory of a thread is.
    if (ofBytes > muchBytes)
        await workers.rest();
    if (missing.size > 0)
        await cache?.trim();
    return layers.map((layer) => {
        const index = found.get(layer.blob.digest);
        if (index !== undefined && (!verify || isMeant(index, layer)))
            return index;
        // It was read for another place in the image, which says something else of it.
        throw new oci_errors/* Corrupt */.Q6(`the layer ${layer.blob.digest} of ${from.name}`, 'it stands for two diffIDs');
    });
}
/** What the cache has of the layers: all that is wanted, or all but facts that only the layer can tell. */
async function keptOf(reading) {
    const { layers, cache, verify = true } = reading;
    const found = new Map();
    const missing = new Map();
    const stale = new Map();
    for (const layer of layers) {
        const { digest } = layer.blob;
        const kept = verify ? await cache?.get(layer.blob) : undefined;
        const known = kept && brought(kept, layer, reading);
        if (known === undefined) {
            missing.set(digest, layer);
            if (kept !== undefined && isListed(kept, layer, reading))
                stale.set(digest, kept);
            continue;
        }
        found.set(digest, known);
        if (known !== kept)
            await cache?.put(layer.blob, known.bytes, known);
    }
    return { found, missing, stale };
}
/** The index of a layer that is read; where only facts are stale, its entries and hashes are not found out again. */
async function walked(workers, layer, { older, ...reading }) {
    if (older !== undefined)
        reading.onReadAgain?.(whyAgain(older, layer, reading));
    const hash = reading.hash === true && older === undefined;
    const bytes = await indexed(workers, layer, { ...reading, hash });
    const index = (0,layer_index_file/* readLayerIndex */.a)(bytes, `the index of ${layer.blob.digest}`);
    return older === undefined ? index : joined(older, index, reading.collectors ?? []);
}
/** A layer that is shorter is read before a thread for it would have started; even a bomb is, in half a second. */
const smallBytes = 1 << 18;
const muchBytes = 1 << 26;
/** A blob of an image is counted by its size, and read once however often it is in it. */
function checkSizes({ from, layers }) {
    const sizes = new Map();
    for (const { digest, size } of layers.map(({ blob }) => blob)) {
        if (size !== (sizes.get(digest) ?? size)) {
            throw new oci_errors/* Corrupt */.Q6(`the layer ${digest} of ${from.name}`, 'it has two sizes');
        }
        sizes.set(digest, size);
    }
}
let read_layers_all;
/** Those of this process: they start with the first layer, and hold nothing up that ends. */
const shared = () => (read_layers_all ??= new Workers((0,external_node_os_.availableParallelism)()));
/** Of an image that is not verified nothing is believed. */
async function attachedOf(layers, reading) {
    const { attached, verify = true, signal, onPassedOver } = reading;
    if (attached === undefined || !verify)
        return [];
    const enough = (index, layer) => brought(index, layer, reading);
    return (0,attached_indexes/* takeAttached */.G)(attached, layers, { signal, enough, onPassedOver });
}
/** The index with all that is wanted; undefined where the layer must be read for it. */
const brought = (index, layer, reading) => isListed(index, layer, reading) ? renewed(index, reading.collectors ?? []) : undefined;
/** Is it the layer that the image means, with its hashes where those are wanted? */
const isListed = (index, layer, { hash = false }) => isMeant(index, layer) && (!hash || index.header.hashed === 'sha256');
function whyAgain(index, { blob }, { collectors = [] }) {
    const names = staleIn(index, collectors).map(({ name }) => name);
    return `the layer ${blob.digest} is read again: the cache has no facts of ${names.join(', ')} for this version`;
}
const isMeant = ({ header: { layer } }, { diffId }) => 'diffId' in layer && (diffId === undefined || diffId === layer.diffId);
/** What registries need not hold. https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#non-distributable-layers */
const foreign = /\.(?:foreign|nondistributable)\./;
async function indexed(workers, { blob, diffId }, { from, signal, verify = true, hash = false }) {
    const what = `the layer ${blob.digest} of ${from.name}`;
    const gone = (error) => {
        if (!(error instanceof oci_errors/* NotThere */.W2) || !foreign.test(blob.mediaType))
            throw error;
        throw new oci_errors/* NotThere */.W2(`the foreign layer ${blob.digest}, whose URLs are not followed,`, from.name);
    };
    const errand = { what, blob, diffId, verify, hash };
    const file = await (0,local/* filePartOf */.t$)(from, blob.digest).catch(gone);
    const isSmall = (file?.lengthBytes ?? (verify ? blob.size : Infinity)) <= smallBytes;
    // Whoever reads it hashes it.
    const stored = file === undefined ? await from.blob(blob, { signal, unchecked: true }).catch(gone) : undefined;
    const sent = { ...errand, ...(file === undefined ? {} : { file }) };
    if (!isSmall)
        return workers.run(sent, stored, signal);
    return Buffer.from((await indexOf(sent, () => stored ?? external_node_stream_.Readable.from([]))).buffer);
}

;// CONCATENATED MODULE: ./packages/inventory/standing.ts
/**
 * What holds in the final image of what the files of its layers, the lowest first, said. A file counts as a whole, in
 * each layer in which it is there; where two files speak of one thing, the one of the higher layer counts, and of one
 * layer the first in byte order. Looks at each fact as often as its file comes and goes.
 */
function standing(layers, keys, hiddenIn) {
    const things = new Map();
    const ending = new Map();
    for (const [layer, files] of layers.entries()) {
        const touched = new Set();
        for (const thing of thingsIn(ending.get(layer) ?? [], keys, things)) {
            dropGone(thing, layer);
            touched.add(thing);
        }
        ending.delete(layer);
        for (const file of wholeFiles(files)) {
            const until = hiddenIn(layer, file.path) ?? Infinity;
            if (until <= layer)
                continue;
            if (until < layers.length)
                standing_listed(ending, until).push(file);
            for (const fact of file.facts) {
                const thing = thingAt(things, keys.of(fact, file.path));
                thing.said.push({ fact, path: file.path, until });
                touched.add(thing);
            }
        }
        for (const thing of touched)
            settle(thing, keys, layer);
    }
    return [...things.values()].flatMap(({ said, since }) => {
        const last = said.at(-1);
        return last === undefined ? [] : [{ fact: last.fact, path: last.path, since }];
    });
}
/** The last of each path, so that the one which counts most comes last. */
function wholeFiles(files) {
    const byPath = new Map(files.map((file) => [file.path, file]));
    return [...byPath.values()].sort((a, b) => (a.path < b.path ? 1 : -1));
}
function* thingsIn(files, keys, things) {
    for (const { path, facts } of files) {
        for (const fact of facts) {
            const thing = things.get(keys.of(fact, path));
            if (thing !== undefined)
                yield thing;
        }
    }
}
function thingAt(things, key) {
    const known = things.get(key);
    if (known !== undefined)
        return known;
    const thing = { said: [], since: 0 };
    things.set(key, thing);
    return thing;
}
function standing_listed(lists, key) {
    const known = lists.get(key);
    if (known !== undefined)
        return known;
    const list = [];
    lists.set(key, list);
    return list;
}
function dropGone({ said }, layer) {
    for (let last = said.at(-1); last !== undefined && last.until <= layer; last = said.at(-1)) {
        said.pop();
    }
}
function settle(thing, keys, layer) {
    const last = thing.said.at(-1);
    const version = last === undefined ? undefined : keys.version(last.fact);
    if (version === thing.version)
        return;
    if (version === undefined)
        delete thing.version;
    else
        thing.version = version;
    thing.since = layer;
}

;// CONCATENATED MODULE: ./packages/inventory/packages.ts


/**
 * Joins the facts of an image's layers, the lowest first, to what the final image holds. A database counts as the
 * last whole file that stands there; a package that an upper layer changes belongs to that layer.
 */
function inventoryOf(layers, hiddenIn) {
    const os = osOf(filesOf(layers, 'os-release'), hiddenIn);
    const deb = standing(filesOf(layers, 'dpkg'), databaseKeys(), hiddenIn);
    const apk = standing(filesOf(layers, 'apk'), databaseKeys(), hiddenIn);
    const npm = standing(filesOf(layers, 'npm'), npmKeys, hiddenIn);
    const packages = [
        ...apk.map(({ fact, path, since }) => ({ ...apkPackage(fact), path, layer: since })),
        ...deb.map(({ fact, path, since }) => ({ ...debPackage(fact), path, layer: since })),
        ...npm.map(({ fact, path, since }) => ({ ...npmPackage(fact), path, layer: since })),
    ];
    return {
        ...(os === undefined ? {} : { os }),
        packages: packages.sort(inOrder),
        unread: unreadOf(layers, hiddenIn),
    };
}
/** One of each name and architecture is installed, whichever file of the database says so. */
const databaseKeys = () => ({
    of: ({ name, architecture = '' }) => `${name} ${architecture}`,
    version: ({ version }) => version,
});
/** The same package may stand in many places, each with its own version. */
const npmKeys = {
    of: (_fact, path) => path,
    version: ({ name, version }) => `${name} ${version}`,
};
const filesOf = (layers, name) => layers.map((layer) => layer[name] ?? []);
function osOf(layers, hiddenIn) {
    for (const path of osReleasePaths) {
        for (let layer = layers.length - 1; layer >= 0; layer--) {
            const file = layers[layer]?.findLast((each) => each.path === path);
            if (file === undefined || hiddenIn(layer, path) !== undefined)
                continue;
            const [fact] = file.facts;
            if (fact !== undefined)
                return fact;
        }
    }
    return undefined;
}
const debPackage = ({ name, version, architecture, source }) => ({
    ecosystem: 'deb',
    name,
    version,
    ...(architecture === undefined ? {} : { architecture }),
    source: { name: source?.name ?? name, version: source?.version ?? version },
});
const apkPackage = ({ origin, ...fact }) => ({
    ecosystem: 'apk',
    ...fact,
    source: { name: origin ?? fact.name, version: fact.version },
});
const npmPackage = (fact) => ({ ecosystem: 'npm', ...fact });
function unreadOf(layers, hiddenIn) {
    const paths = new Set();
    for (const [layer, byCollector] of layers.entries()) {
        for (const files of Object.values(byCollector)) {
            for (const { path, unread } of files) {
                if (unread === true && hiddenIn(layer, path) === undefined)
                    paths.add(path);
            }
        }
    }
    return [...paths].sort();
}
/** As code units stand, which is the same on every machine. */
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a, b) => byText(a.ecosystem, b.ecosystem) ||
    byText(a.name, b.name) ||
    byText(a.architecture ?? '', b.architecture ?? '') ||
    byText(a.path, b.path);

;// CONCATENATED MODULE: ./packages/layers/advice-caches.ts
const home = '(?:root|home/[^/]+)';
const advice_caches_packages = [
    'var/cache/(?:apt|apk|dnf|libdnf5|yum|zypp|pacman)',
    'var/lib/apt/lists',
    `${home}/\\.cache/(?:pip|uv|yarn|go-build|composer)`,
    'usr/local/share/\\.cache',
    `${home}/\\.npm/_cacache`,
    `(?:${home}/\\.|usr/local/)cargo/registry`,
];
const others = [
    `${home}/\\.cache(?:/[^/]+(?=/))?`,
    `${home}/\\.(?:npm|yarn|pnpm-store|m2|gradle|bundle/cache|composer/cache|nuget/packages)`,
    `${home}/\\.local/share/pnpm/store`,
    `(?:${home}/\\.|usr/local/)cargo/git`,
    '(?:go|root/go)/pkg/mod',
];
const anchored = (folders) => new RegExp(`^/(?:${folders.join('|')})(?=/)`);
const needless = anchored(advice_caches_packages);
const any = anchored([...advice_caches_packages, ...others]);
/** The folder of a build tool's cache that a path is in, whatever else may be there. */
const cacheOf = (path) => any.exec(path)?.[0];
/** The same of those caches alone that no program needs at run time. */
const needlessCacheOf = (path) => needless.exec(path)?.[0];

;// CONCATENATED MODULE: ./packages/layers/advice-command.ts
const instructions = /^(?:RUN|COPY|ADD|ARG|CMD|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)(?=\s|$)/;
/**
 * Reads a `created_by` of any builder, with its wrappings or without: `RUN /bin/sh -c make # buildkit`,
 * `/bin/sh -c #(nop) COPY file:… in /app`, `|1 A=b /bin/sh -c make`, `make`.
 */
function parseCommand(createdBy) {
    let text = createdBy
        .trim()
        .replace(/# buildkit$/, '')
        .trim();
    text = text.replace(/^(?:\|\d+ .*? )?\/bin\/sh -c\s+/s, '').replace(/^#\(nop\)\s+/, '');
    if (text === '')
        return { does: 'unknown', text };
    const [instruction] = instructions.exec(text) ?? [];
    if (instruction === undefined)
        return { does: 'run', text };
    const rest = text.slice(instruction.length).trim();
    if (instruction === 'RUN') {
        return { does: 'run', text: rest.replace(/^(?:\|\d+ .*? )?\/bin\/sh -c\s+/s, '') };
    }
    const copies = instruction === 'COPY' || instruction === 'ADD';
    return { does: copies ? 'copy' : 'other', text: rest };
}
/** The lowest layer of a base is often an archive that is unpacked at the root. */
const fillsRoot = ({ does, text }) => does === 'copy' && /\s\/$/.test(text);
/** Does it change owners or modes? */
const changesMetadata = ({ does, text }) => does === 'run' && /\b(?:chmod|chown|chgrp)\b/.test(text);
const uninstalls = [
    /\b(?:apt|apt-get|aptitude)\s+(?:-\S+\s+)*(?:purge|remove|autopurge|autoremove)\b/,
    /\bapk\s+(?:-\S+\s+)*del\b/,
    /\b(?:yum|dnf|microdnf|tdnf|zypper)\s+(?:-\S+\s+)*(?:remove|erase|autoremove|rm)\b/,
    /\bpacman\s+-R/,
];
/** Does it take packages away again? */
const uninstallsPackages = ({ does, text }) => does === 'run' && uninstalls.some((pattern) => pattern.test(text));

;// CONCATENATED MODULE: ./packages/layers/advice.ts



/**
 * Which change of the Dockerfile would save how much, the most first. What no change of this kind saves is in none:
 * what came with the base, and what one layer stores twice.
 */
function adviceOn({ waste, kept = [], layers }) {
    const commands = layers.map(commandOf);
    const drafts = new Map();
    for (const row of waste) {
        const found = judged(row, commands);
        if (found === undefined)
            continue;
        const draft = draftOf(drafts, { ...found, path: found.path ?? row.path, fate: fateOf(row) });
        draft.path = found.path ?? common(draft.path, row.path);
        draft.bytes += row.bytes;
        // The same for all of a draft, which has one pair of layers: asked once, since an image may have many of both.
        if (draft.files === 0)
            draft.isUsed = isUsed(row, commands);
        counted(draft, row);
    }
    for (const { folder, files } of kept) {
        const cache = needlessCacheOf(`/${folder}/`);
        if (cache === undefined)
            continue;
        for (const { inode } of files()) {
            if (inode.bytes === 0 || commands[inode.layer]?.does !== 'run')
                continue;
            const draft = draftOf(drafts, { kind: 'cache-mount', layer: inode.layer, path: cache });
            draft.keptBytes += inode.bytes;
            counted(draft, { path: cache, bytes: inode.bytes });
        }
    }
    return [...drafts.values()].sort((a, b) => b.bytes - a.bytes || b.keptBytes - a.keptBytes || a.layer - b.layer);
}
/** Nothing is known of what came with the base. */
function commandOf({ command, isBase }, index) {
    const parsed = parseCommand(command);
    const base = isBase ?? (index === 0 && fillsRoot(parsed));
    return base ? { does: 'unknown', text: '' } : parsed;
}
function judged(row, commands) {
    const { addedIn: layer, hiddenIn } = row;
    const added = commands[layer];
    const hider = commands[hiddenIn];
    if (layer === hiddenIn || added === undefined)
        return undefined;
    if (added.does === 'copy' && hider?.does === 'copy')
        return { kind: 'copy-once', layer, hiddenIn };
    if (hider?.does !== 'run')
        return undefined;
    if (added.does === 'run') {
        const path = cacheOf(row.path);
        if (path !== undefined)
            return { kind: 'cache-mount', layer, path };
        const tools = row.reason !== 'rewritten' && uninstallsPackages(hider);
        return { kind: tools ? 'multi-stage' : 'same-run', layer, hiddenIn };
    }
    if (added.does !== 'copy')
        return undefined;
    if (row.reason !== 'rewritten')
        return { kind: 'multi-stage', layer, hiddenIn };
    const metadata = changesMetadata(hider) && isMetadata(row);
    return metadata ? { kind: 'copy-chown', layer, hiddenIn } : undefined;
}
const fateOf = (row) => row.reason !== 'rewritten' ? 'removed' : isMetadata(row) ? 'touched' : 'rewritten';
const isUsed = ({ addedIn, hiddenIn }, commands) => commands.slice(addedIn + 1, hiddenIn).some(({ does }) => does !== 'copy' && does !== 'other');
/** Without hashes, a size and a time that stayed must do. */
function isMetadata({ sameContent, changed = [] }) {
    if (sameContent !== undefined)
        return sameContent;
    return changed.length > 0 && !changed.includes('time');
}
function draftOf(drafts, { kind, layer, hiddenIn, path, fate }) {
    const key = [kind, layer, hiddenIn, kind === 'cache-mount' ? path : ''].join(' ');
    const found = drafts.get(key);
    if (found !== undefined) {
        found.fate = together(found.fate, fate);
        return found;
    }
    const of = hiddenIn === undefined ? {} : { hiddenIn };
    const counts = { bytes: 0, keptBytes: 0, files: 0, largestBytes: -1 };
    const made = { kind, layer, ...of, path, largest: path, fate, isUsed: false, ...counts };
    drafts.set(key, made);
    return made;
}
/** To write the same again is to write. */
function together(one, other) {
    if (one === other)
        return one;
    return [one, other].every((fate) => fate === 'touched' || fate === 'rewritten')
        ? 'rewritten'
        : undefined;
}
function counted(draft, { path, bytes }) {
    draft.files++;
    if (bytes <= draft.largestBytes)
        return;
    draft.largestBytes = bytes;
    draft.largest = path;
}
/** The folder that two paths are in, or the one of them that holds the other. */
function common(folder, path) {
    let found = folder;
    while (found !== '' && path !== found && !path.startsWith(`${found}/`)) {
        found = (0,image_path/* splitPath */.Uf)(found).parent;
    }
    return found;
}

// EXTERNAL MODULE: ./packages/layers/base-find.ts
var base_find = __webpack_require__(9994);
// EXTERNAL MODULE: ./packages/layers/classes.ts
var classes = __webpack_require__(8861);
;// CONCATENATED MODULE: ./packages/layers/hidden-in.ts

const whiteout = '.wh.';
const opaque = '.wh..wh..opq';
const bookkeeping = '.wh..wh.';
/**
 * Tells for files of layers, lowest first, which layer takes them away: by a whiteout, an opaque directory, another
 * entry at the path, or one above it that is no directory. Only `paths` may be asked for, clean ones.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts
 */
function hiddenIn(listings, paths) {
    const watched = new Set();
    for (const path of paths)
        for (const one of withParents(path))
            watched.add(one);
    const doings = listings.map((listing) => doingOf(listing, watched));
    return (layer, path) => {
        const own = doings[layer];
        if (own !== undefined && isReplaced(own, path))
            return layer;
        const found = doings.slice(layer + 1).findIndex((doing) => takes(doing, path));
        return found < 0 ? undefined : layer + 1 + found;
    };
}
/** The path itself, and every directory above it but the root. */
function* withParents(path) {
    for (let at = path; at !== ''; at = (0,image_path/* splitPath */.Uf)(at).parent)
        yield at;
}
function doingOf(listing, watched) {
    const doing = { hides: new Set(), opaque: new Set(), entries: new Map() };
    const parents = new Set([...watched].map((path) => (0,image_path/* splitPath */.Uf)(path).parent));
    const isWatched = listing.folders.map((folder) => parents.has(folder));
    for (let at = 0; at < listing.count; at++) {
        const folder = listing.folder(at);
        const parent = listing.folders[folder];
        if (parent === undefined || !(isWatched[folder] === true || listing.isMarked(at)))
            continue;
        const name = listing.name(at);
        if (name === opaque)
            doing.opaque.add(parent);
        else if (name.startsWith(bookkeeping))
            continue;
        else if (name.startsWith(whiteout)) {
            const hidden = (0,image_path/* joinPath */.uJ)(parent, name.slice(whiteout.length));
            if (watched.has(hidden))
                doing.hides.add(hidden);
        }
        else if (watched.has((0,image_path/* joinPath */.uJ)(parent, name))) {
            const kind = listing.kind(at);
            const isFile = kind === 'file' || kind === 'hardlink';
            doing.entries.set((0,image_path/* joinPath */.uJ)(parent, name), { at, isDirectory: kind === 'directory', isFile });
        }
    }
    return doing;
}
function takes({ hides, opaque, entries }, path) {
    if (entries.has(path) || opaque.has(''))
        return true;
    for (const above of withParents(path)) {
        if (hides.has(above))
            return true;
        if (above === path)
            continue;
        if (opaque.has(above) || entries.get(above)?.isDirectory === false)
            return true;
    }
    return false;
}
/** Does a later entry of the same layer stand where the file was, or above it? */
function isReplaced({ entries }, path) {
    const own = entries.get(path);
    if (own?.isFile !== true)
        return true;
    for (const above of withParents((0,image_path/* splitPath */.Uf)(path).parent)) {
        const entry = entries.get(above);
        if (entry !== undefined && !entry.isDirectory && entry.at > own.at)
            return true;
    }
    return false;
}

// EXTERNAL MODULE: ./packages/layers/history.ts + 1 modules
var layers_history = __webpack_require__(5292);
;// CONCATENATED MODULE: ./packages/layers/not-root.ts

const maxBytes = 1 << 20;
/** Engines refuse what is larger; containerd once took 4294967296 for 0. https://nvd.nist.gov/vuln/detail/CVE-2024-40635 */
const maxUid = 2 ** 31 - 1;
/**
 * Whether the config's `User` is root, as engines read it: `uid`, `name`, and either with `:group`. `passwd` is the
 * image's own `/etc/passwd`; `unread`: nobody could read it; undefined: it has none.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#properties
 */
function runsAs(user, passwd) {
    const [name = ''] = (user ?? '').split(':', 1);
    if (name === '') {
        const said = user === undefined || user === '' ? 'names no user' : `has the USER ${(0,quote/* quote */.h)(user)}`;
        return { root: true, uid: 0, why: `the config ${said}, which is root` };
    }
    // As Go's Atoi reads it, which knows a sign.
    if (/^[+-]?[0-9]+$/.test(name))
        return ofNumber(name);
    if (passwd === undefined)
        return unlisted(name, 'the image has no /etc/passwd to find it in');
    if (passwd === 'unread')
        return unlisted(name, '/etc/passwd could not be read');
    if (passwd.length > maxBytes) {
        return unlisted(name, `/etc/passwd is longer than ${maxBytes} bytes`);
    }
    const uid = uidOf(name, Buffer.from(passwd).toString('utf8'));
    if (uid === undefined)
        return unlisted(name, '/etc/passwd has no such user');
    if (!isUid(uid))
        return outOfRange(`USER ${(0,quote/* quote */.h)(name)} is uid ${uid} in /etc/passwd`);
    return {
        root: uid === 0,
        uid,
        why: `USER ${(0,quote/* quote */.h)(name)} is uid ${uid} in /etc/passwd${uid === 0 ? ', which is root' : ''}`,
    };
}
const isUid = (uid) => uid >= 0 && uid <= maxUid;
function ofNumber(name) {
    // Adding 0 makes -0 plain.
    const uid = Number(name) + 0;
    if (!isUid(uid))
        return outOfRange(`USER ${(0,quote/* quote */.h)(name)}`);
    return {
        root: uid === 0,
        uid,
        why: `USER ${(0,quote/* quote */.h)(name)} is ${uid === 0 ? 'root' : `uid ${uid}`}`,
    };
}
const outOfRange = (what) => ({
    root: 'unknown',
    uid: undefined,
    why: `${what} is no uid from 0 to ${maxUid}: some engines take such a number for root`,
});
/** Engines do not start a container of such an image; should one know better, `root` is root. */
const unlisted = (name, why) => ({
    root: name === 'root' ? true : 'unknown',
    uid: name === 'root' ? 0 : undefined,
    why: `USER ${(0,quote/* quote */.h)(name)} is a name, and ${why}`,
});
/** The first line counts. A number that is none is 0 for engines, so it is root. */
function uidOf(name, passwd) {
    for (const line of passwd.split('\n')) {
        const [user, , uid = ''] = line.trim().split(':', 4);
        if (user !== name)
            continue;
        return /^[+-]?[0-9]+$/.test(uid) ? Number(uid) + 0 : 0;
    }
    return undefined;
}

// EXTERNAL MODULE: ./packages/dockerfile/parse.ts + 2 modules
var parse = __webpack_require__(6021);
// EXTERNAL MODULE: ./packages/dockerfile/resolve.ts + 1 modules
var resolve = __webpack_require__(8417);
;// CONCATENATED MODULE: ./packages/layers/lines-forms.ts
/** Engines join words, quote and continue lines each in its own way. */
const squeezed = (text) => text.replace(/[\s"'\\,[\]]+/g, '');
const withoutFlags = (text) => text.replace(/^(?:--\S+\s+)+/, '');
/** Of a text with something unknown in it, to know it again. */
const enough = 200;
const around = (text) => {
    const first = text.indexOf('$');
    if (first < 0)
        return { start: text, end: undefined };
    const [, end = ''] = /^(?:\w+|\{[^}]*\}+)?(.*)$/s.exec(text.slice(text.lastIndexOf('$') + 1)) ?? [];
    return { start: text.slice(0, Math.min(first, enough)), end: end.slice(-enough) };
};
/** Whether a text can be what stands in the form once its variables are filled in. */
const fits = ({ start, end }, text) => end === undefined
    ? text === start
    : text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
function formOfStep({ keyword, rest }) {
    const [, to] = keyword === 'COPY' || keyword === 'ADD'
        ? (/^(?:--\S+\s+)*(?:(?:file|dir|multi):\S*)?\s*\bin\s(.*)$/s.exec(rest) ?? [])
        : [];
    return {
        keyword,
        texts: [...new Set([squeezed(rest), squeezed(withoutFlags(rest))])],
        destination: to === undefined ? undefined : squeezed(to),
    };
}
/** The forms of a chain; a SHELL counts for the instructions after it. */
function formsOf(chain) {
    let shell = [];
    return chain.map((instruction) => {
        if (instruction.keyword === 'SHELL')
            shell = instruction.words;
        return formOf(instruction, shell);
    });
}
function formOf(instruction, shell) {
    const { keyword, words, text, heredocs } = instruction;
    const written = text.slice(keyword.length);
    const plain = words.join(' ');
    const bodies = heredocs.map(({ body }) => body).join('\n');
    const ended = heredocs.map(({ body, name }) => body + name).join('\n');
    const transfer = keyword === 'COPY' || keyword === 'ADD';
    const texts = [
        plain,
        written,
        ...(keyword === 'RUN' && shell.length > 0 ? [[...shell, plain].join(' ')] : []),
        ...(heredocs.length > 0 && !transfer ? [bodies, written + bodies, written + ended] : []),
    ].map(squeezed);
    const expanded = keyword !== 'RUN' && plain.includes('$');
    const relative = keyword === 'WORKDIR' && !plain.startsWith('/');
    return {
        keyword,
        texts,
        around: expanded
            ? around(squeezed(plain))
            : relative
                ? { start: '', end: squeezed(plain) }
                : undefined,
        destination: transfer ? destinationOf(squeezed(words.at(-1) ?? '')) : undefined,
    };
}
/** Some engines make a relative one absolute. */
function destinationOf(to) {
    if (/^[/$]/.test(to))
        return around(to);
    const { start, end = start } = around(to.replace(/^(?:\.\/|\.$)/, ''));
    return { start: '', end };
}

;// CONCATENATED MODULE: ./packages/layers/lines-align.ts

/** No image has more layers than 127; what is longer is looked at from its end. */
const lines_align_most = 500;
/** Engines write these in so many ways that the keyword has to do. They make no layer. */
const loose = new Set([
    'ARG',
    'CMD',
    'ENTRYPOINT',
    'ENV',
    'EXPOSE',
    'HEALTHCHECK',
    'LABEL',
    'MAINTAINER',
    'ONBUILD',
    'SHELL',
    'STOPSIGNAL',
    'USER',
    'VOLUME',
]);
/** How surely two belong together. The sum over an image decides, so a sure pair outweighs a few that are not. */
const sure = { text: 8, around: 5, destination: 4, keyword: 1 };
/**
 * Which instruction made which history entry: the pairing in order with the most in common, of equal ones the one
 * nearest to the end. An entry or instruction that the other side does not know stays alone.
 */
function align(steps, chain) {
    const left = steps.slice(-lines_align_most);
    const right = chain.slice(-lines_align_most);
    const score = scorer(left, right);
    const width = right.length + 1;
    const best = new Uint32Array((left.length + 1) * width);
    const at = (row, column) => best[row * width + column] ?? 0;
    for (let row = 1; row <= left.length; row++) {
        for (let column = 1; column < width; column++) {
            const points = score(row - 1, column - 1);
            const alone = Math.max(at(row - 1, column), at(row, column - 1));
            const together = points === 0 ? 0 : at(row - 1, column - 1) + points;
            best[row * width + column] = Math.max(alone, together);
        }
    }
    const pairs = new Map();
    for (let row = left.length, column = right.length; row > 0 && column > 0;) {
        const [step, instruction] = [left[row - 1], right[column - 1]];
        const points = score(row - 1, column - 1);
        if (points > 0 && at(row, column) === at(row - 1, column - 1) + points) {
            // A keyword alone holds the others in place, and says no line.
            if (step !== undefined && instruction !== undefined && points > sure.keyword) {
                pairs.set(step, instruction);
            }
            row--;
            column--;
        }
        else if (at(row, column) === at(row, column - 1))
            column--;
        else
            row--;
    }
    return pairs;
}
function scorer(steps, chain) {
    // As numbers, since each text is compared with each.
    const numbers = new Map();
    const number = (text) => {
        const known = numbers.get(text) ?? numbers.size;
        numbers.set(text, known);
        return known;
    };
    const left = steps.map(formOfStep).map((form) => ({ form, texts: form.texts.map(number) }));
    const right = formsOf(chain).map((form) => ({
        form,
        texts: new Set(form.texts.map(number)),
    }));
    return (row, column) => {
        const [step, instruction] = [left[row], right[column]];
        if (step === undefined || instruction === undefined)
            return 0;
        // Docker records a RUN of a JSON array as its words alone.
        if ((step.form.keyword ?? 'RUN') !== instruction.form.keyword)
            return 0;
        if (step.texts.some((text) => instruction.texts.has(text)))
            return sure.text;
        return step.form.keyword === undefined ? 0 : pointsOf(step.form, instruction.form);
    };
}
function pointsOf(step, instruction) {
    const { around, destination, keyword } = instruction;
    if (around !== undefined && step.texts.some((text) => fits(around, text)))
        return sure.around;
    if (destination !== undefined &&
        step.destination !== undefined &&
        fits(destination, step.destination)) {
        return sure.destination;
    }
    return loose.has(keyword) ? sure.keyword : 0;
}

// EXTERNAL MODULE: ./packages/layers/lines-chain.ts
var lines_chain = __webpack_require__(1350);
// EXTERNAL MODULE: ./packages/layers/provenance.ts
var provenance = __webpack_require__(5930);
;// CONCATENATED MODULE: ./packages/layers/lines.ts



/**
 * For each layer the instruction of this Dockerfile that made it; undefined for those of the base, and where it
 * cannot be told. The engine's own word counts first, where it built from the same text.
 * @throws UsageError for an unknown target
 */
function layerLines({ steps, layers, disagreement }, dockerfile, { target, chain = (0,lines_chain/* stageChain */.a)(dockerfile, target), baseLayers = 0, built } = {}) {
    const recorded = built?.provenance.source?.text === dockerfile.source
        ? (0,provenance/* linesInProvenance */.ek)(built.provenance, built.layers)
        : [];
    const top = steps.findLastIndex(({ layer }) => layer !== undefined && layer < baseLayers);
    // Where history and layers do not fit, a line would be that of some other layer.
    const pairs = align(disagreement === undefined ? steps.slice(top + 1) : [], chain);
    return layers.map((step, layer) => {
        if (layer < baseLayers)
            return undefined;
        const range = recorded[layer];
        const written = range === undefined ? undefined : instructionAt(dockerfile, range.line, range.endLine);
        if (written !== undefined)
            return lineOf(written, 'provenance');
        const found = step === undefined ? undefined : pairs.get(step);
        return found === undefined ? undefined : lineOf(found, 'history');
    });
}
function instructionAt({ stages }, line, endLine) {
    return stages
        .flatMap(({ instructions }) => instructions)
        .find((one) => one.line <= endLine && line <= one.endLine);
}
const lineOf = (instruction, source) => {
    const { line, endLine, keyword, text } = instruction;
    return { line, endLine, keyword, text, instruction, source };
};

;// CONCATENATED MODULE: ./packages/layers/origin.ts



/**
 * For each layer the instruction that made it: of the Dockerfile that is given; without one, what the engine wrote
 * down of the build, with the Dockerfile that it kept.
 * @throws UsageError for an unknown target
 */
function originLines(history, { source, provenance, layers, baseLayers }) {
    const built = provenance && { provenance, layers };
    if (source !== undefined) {
        return layerLines(history, source.dockerfile, { target: source.target, baseLayers, built });
    }
    const kept = keptDockerfile(provenance);
    if (kept === undefined)
        return layers.map(() => undefined);
    // Which stage was built is not known here, so what the engine does not say is not guessed.
    return layerLines(history, kept, { chain: [], baseLayers, built });
}
/** Nobody wrote a longer one by hand. */
const maxDockerfileLength = 1 << 20;
/** It comes with the image, so it may be anything. */
function keptDockerfile(provenance) {
    const text = provenance?.source?.text;
    if (text === undefined || text.length > maxDockerfileLength)
        return undefined;
    return unlessWrong(() => (0,parse/* parseDockerfile */.A)(text, 'the Dockerfile in the provenance'));
}
/** What stands behind the FROM of the stage that was built, through the stages below it; arguments have their defaults. */
function baseInDockerfile({ dockerfile, target }, { os, architecture, variant }) {
    const platform = [os, architecture, ...(variant === undefined ? [] : [variant])].join('/');
    const plan = unlessWrong(() => (0,resolve/* resolve */.h)(dockerfile, { target, args: {}, platform }));
    let at = plan?.stages.at(-1);
    while (at?.base.kind === 'stage') {
        const { index } = at.base;
        at = plan?.stages.find(({ stage }) => stage.index === index);
    }
    if (at === undefined)
        return undefined;
    return { name: at.base.kind === 'scratch' ? 'scratch' : at.base.name };
}
function unlessWrong(work) {
    try {
        return work();
    }
    catch (error) {
        if (error instanceof errors/* UsageError */.eb)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/dockerfile/remote.ts
var remote = __webpack_require__(1139);
// EXTERNAL MODULE: ./packages/dockerfile/glob.ts
var glob = __webpack_require__(2839);
;// CONCATENATED MODULE: ./packages/layers/owners.ts


/**
 * Who answers for a layer: for those of the base its owner; for what was copied from the context the owner of that,
 * where it is one; else the owner of the Dockerfile. Undefined: nobody says.
 */
async function ownerOf({ base, of, dockerfile, context }, layer) {
    if (layer.isBase)
        return base;
    const copied = layer.instruction === undefined ? [] : sourcesIn(layer.instruction);
    // From a root, no `..` leads out of it.
    const paths = copied.map((path) => external_node_path_.posix.join('/', context, path).replace(/^\/|\/$/g, ''));
    const owners = new Set(await Promise.all(paths.map(of)));
    const [only] = owners;
    const common = owners.size === 1 ? only : undefined;
    return common ?? (dockerfile === undefined ? undefined : of(dockerfile));
}
/** The same for each layer of an image; nobody where nobody is known. */
const ownersOf = (owners, lines, baseLayers) => Promise.all(lines.map(async (line, at) => owners === undefined
    ? undefined
    : ownerOf(owners, { isBase: at < baseLayers, instruction: line?.instruction })));
/** What of the context an instruction copies; nothing where that is not known before a build. */
function sourcesIn({ keyword, flags, form, words, heredocs }) {
    if (keyword !== 'COPY' && keyword !== 'ADD')
        return [];
    if (flags.some(({ name }) => name === 'from') || heredocs.length > 0)
        return [];
    const sources = words.slice(0, -1);
    const plain = form === 'exec' ? sources : sources.map((word) => word.replace(/["']/g, ''));
    const isUnknown = plain.some((source) => source.includes('$') || (0,remote/* remoteKind */.j)(source));
    return isUnknown ? [] : plain.map(glob/* literalSource */.R0);
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./packages/layers/inodes.ts
/** The entries of all layers, each with a number: an object for each would be most of the work of an analysis. */
class Inodes {
    #layers = [];
    #count = 0;
    /** Adds the next layer, and gives the number of its first entry. */
    add(listing) {
        const first = this.#count;
        this.#layers.push({ listing, first, names: new Uint32Array(listing.count) });
        this.#count += listing.count;
        return first;
    }
    get(number) {
        const layer = this.#layerOf(number);
        const { listing, first } = this.#at(layer);
        return { layer, ordinal: number - first, bytes: listing.sizeBytes(number - first) };
    }
    bytes(number) {
        const { listing, first } = this.#at(this.#layerOf(number));
        return listing.sizeBytes(number - first);
    }
    /** How many names it has, when there are so many more. */
    names(number, more = 0) {
        const { names, first } = this.#at(this.#layerOf(number));
        const at = number - first;
        if (more === 0)
            return names[at] ?? 0;
        return (names[at] = (names[at] ?? 0) + more);
    }
    #at(layer) {
        const found = this.#layers[layer];
        if (found === undefined)
            throw new RangeError(`there is no layer ${layer}`);
        return found;
    }
    /** The last layer that begins at or below it. */
    #layerOf(number) {
        let low = 0;
        let high = this.#layers.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.#at(middle).first <= number)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}

;// CONCATENATED MODULE: ./packages/layers/rootfs-role.ts

const rootfs_role_whiteout = '.wh.';
const rootfs_role_opaque = '.wh..wh..opq';
/** Bookkeeping of aufs, and what lies below. */
const rootfs_role_bookkeeping = /(?:^|\/)\.wh\.\.wh\./;
/**
 * The role of an entry by its name. Paths that lead out of the root, whiteouts of nothing and bookkeeping have none.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts
 */
function roleOf(raw) {
    const path = (0,image_path/* cleanPath */.ts)(raw);
    if (path === undefined)
        return { role: 'ignored', path: raw };
    if (!path.includes(rootfs_role_whiteout))
        return { role: 'entry', path };
    const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
    if (rootfs_role_bookkeeping.test(parent))
        return { role: 'ignored', path };
    if (name === rootfs_role_opaque)
        return { role: 'opaque', path: parent };
    if (rootfs_role_bookkeeping.test(name))
        return { role: 'ignored', path };
    if (!name.startsWith(rootfs_role_whiteout))
        return { role: 'entry', path };
    const hidden = name.slice(rootfs_role_whiteout.length);
    if (['', '.', '..'].includes(hidden))
        return { role: 'ignored', path };
    return { role: 'whiteout', path: (0,image_path/* joinPath */.uJ)(parent, hidden) };
}

;// CONCATENATED MODULE: ./packages/layers/rootfs.ts




const emptyDirectory = () => ({ children: new Map(), isGone: false });
/**
 * The file system that layers make, by the rules of engines: whiteouts and opaque directories hide lower layers alone,
 * what is no directory takes the place of one with all below, names of a hard link share their content.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md
 */
class RootFs {
    #root = emptyDirectory();
    #inodes = new Inodes();
    #lost;
    #maxNodes;
    #nodes = 0;
    #bytes = 0;
    /** The folders of the layer that is put on top, as far as they were looked for. */
    #folders = [];
    constructor(lost, maxNodes) {
        this.#lost = lost;
        this.#maxNodes = maxNodes;
    }
    /** Of all that names lead to. */
    get bytes() {
        return this.#bytes;
    }
    /**
     * Puts the next layer on top, and gives the bytes of all its entries.
     * @throws Corrupt for a tree over the limit
     */
    apply(listing) {
        this.#hide(listing);
        this.#folders = [];
        const first = this.#inodes.add(listing);
        let storedBytes = 0;
        for (let ordinal = 0; ordinal < listing.count; ordinal++) {
            const bytes = listing.sizeBytes(ordinal);
            storedBytes += bytes;
            if (this.#add(listing, ordinal, first) || bytes === 0)
                continue;
            this.#lost(this.#inodes.get(first + ordinal), 'ignored');
        }
        return storedBytes;
    }
    /** False for what engines do not unpack. */
    #add(listing, ordinal, first) {
        const number = listing.folder(ordinal);
        const name = listing.name(ordinal);
        const path = listing.folders[number];
        if (path === undefined)
            return false;
        if (listing.isMarked(ordinal) && roleOf((0,image_path/* joinPath */.uJ)(path, name)).role !== 'entry')
            return false;
        const kind = listing.kind(ordinal);
        if (kind === 'directory')
            this.#directory(name === '' ? path : (0,image_path/* joinPath */.uJ)(path, name));
        else if (name === '')
            return false;
        else {
            const target = kind === 'hardlink' ? this.#linked(listing.entry(ordinal).link ?? '') : undefined;
            this.#put({ path, number, name }, target ?? first + ordinal);
        }
        return true;
    }
    /** Each inode once, under the first of its names, folder by folder. */
    *kept() {
        const seen = new Set();
        const todo = [['', this.#root]];
        for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
            const [folder, { children }] = next;
            children.forEach((node, name) => {
                if (typeof node !== 'number')
                    todo.push([(0,image_path/* joinPath */.uJ)(folder, name), node]);
            });
            yield { folder, files: () => this.#files(children, seen) };
        }
    }
    #files(children, seen) {
        const files = [];
        children.forEach((node, name) => {
            if (typeof node !== 'number')
                return;
            const isLinked = this.#inodes.names(node) > 1;
            if (isLinked && seen.has(node))
                return;
            if (isLinked)
                seen.add(node);
            files.push({ name, inode: this.#inodes.get(node) });
        });
        return files;
    }
    /** What a layer hides goes first, whatever the order of its entries. */
    #hide(listing) {
        const whiteouts = [];
        for (let ordinal = 0; ordinal < listing.count; ordinal++) {
            if (!listing.isMarked(ordinal))
                continue;
            const { role, path } = roleOf(listing.entry(ordinal).path);
            if (role === 'whiteout')
                whiteouts.push(path);
            if (role === 'opaque')
                this.#clear(path);
        }
        for (const path of whiteouts) {
            const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
            const directory = this.#get(parent);
            if (typeof directory !== 'object')
                continue;
            const node = directory.children.get(name);
            if (node === undefined)
                continue;
            directory.children.delete(name);
            this.#drop(node, 'deleted');
        }
    }
    #clear(path) {
        const node = this.#get(path);
        if (typeof node !== 'object')
            return;
        for (const child of node.children.values())
            this.#drop(child, 'opaque');
        node.children.clear();
    }
    #get(path) {
        let node = this.#root;
        for (const name of path === '' ? [] : path.split('/')) {
            node = typeof node === 'object' ? node.children.get(name) : undefined;
        }
        return node;
    }
    /** What a hard link leads to; undefined when there is nothing or a directory, so that it is a thing of its own. */
    #linked(link) {
        const { role, path } = roleOf(link);
        const node = role === 'entry' ? this.#get(path) : undefined;
        return typeof node === 'number' ? node : undefined;
    }
    #put({ path, number, name }, inode) {
        // Before anything goes: what stands there may be, or hold, the last other name.
        if (this.#inodes.names(inode, 1) === 1)
            this.#bytes += this.#inodes.bytes(inode);
        const known = this.#folders[number];
        const { children } = known?.isGone === false ? known : (this.#folders[number] = this.#directory(path));
        const before = children.get(name);
        children.set(name, inode);
        if (before === undefined)
            this.#count();
        else
            this.#drop(before, typeof before === 'number' ? 'rewritten' : 'replaced', inode);
    }
    /** The directory at a path, made with its parents where something else or nothing stands. */
    #directory(path) {
        let directory = this.#root;
        for (const name of path === '' ? [] : path.split('/')) {
            let next = directory.children.get(name);
            if (typeof next !== 'object') {
                if (next === undefined)
                    this.#count();
                else
                    this.#drop(next, 'replaced');
                next = emptyDirectory();
                directory.children.set(name, next);
            }
            directory = next;
        }
        return directory;
    }
    #drop(node, reason, by) {
        const todo = [node];
        for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
            if (typeof next !== 'number') {
                next.isGone = true;
                for (const child of next.children.values())
                    todo.push(child);
            }
            else if (this.#inodes.names(next, -1) === 0) {
                const inode = this.#inodes.get(next);
                this.#bytes -= inode.bytes;
                this.#lost(inode, reason, by === undefined ? undefined : this.#inodes.get(by));
            }
        }
    }
    #count() {
        if (++this.#nodes > this.#maxNodes) {
            throw new oci_errors/* Corrupt */.Q6('the image', `it has more than ${this.#maxNodes} files and directories`);
        }
    }
}

;// CONCATENATED MODULE: ./packages/layers/waste.ts



/**
 * What an image stores in vain: layers in manifest order, lowest first. Links are not followed, and a hard link to what
 * is not there is a thing of its own.
 * @throws Corrupt for an image with too many files
 */
function wasteOf(listings, maxNodes = 2_000_000) {
    const waste = [];
    let storedBytes = 0;
    let reclaimableBytes = 0;
    let hiddenIn = 0;
    const lost = (inode, reason, by) => {
        if (inode.bytes === 0)
            return;
        reclaimableBytes += inode.bytes;
        const entry = entryOf(listings, inode);
        const place = { path: shown(entry.path), bytes: inode.bytes, addedIn: inode.layer, hiddenIn };
        const more = reason === 'rewritten' && by ? compared(entry, entryOf(listings, by)) : {};
        waste.push({ ...place, reason, ...more });
    };
    const rootfs = new RootFs(lost, maxNodes);
    for (const [layer, listing] of listings.entries()) {
        hiddenIn = layer;
        storedBytes += rootfs.apply(listing);
    }
    waste.sort((a, b) => b.bytes - a.bytes || a.hiddenIn - b.hiddenIn || (0,image_path/* byBytes */.bg)(a.path, b.path));
    return {
        storedBytes,
        reachableBytes: rootfs.bytes,
        reclaimableBytes,
        waste,
        kept: () => rootfs.kept(),
    };
}
/** Was a file written again for its metadata alone, or for nothing? */
const isMetadataOnly = ({ reason, sameContent }) => reason === 'rewritten' && sameContent === true;
function entryOf(listings, { layer, ordinal }) {
    const listing = listings[layer];
    if (listing === undefined)
        throw new RangeError(`there is no layer ${layer}`);
    return listing.entry(ordinal);
}
function shown(path) {
    const clean = (0,image_path/* cleanPath */.ts)(path);
    return clean === undefined ? path : `/${clean}`;
}
function compared(before, after) {
    if (after.kind !== 'file')
        return { sameContent: false };
    const same = sameContent(before, after);
    const differs = {
        mode: before.mode !== after.mode,
        owner: before.uid !== after.uid || before.gid !== after.gid,
        time: before.modified !== after.modified,
        xattrs: !(0,external_node_util_.isDeepStrictEqual)(before.xattrs, after.xattrs),
    };
    return {
        ...(same === undefined ? {} : { sameContent: same }),
        changed: changes.filter((change) => differs[change]),
    };
}
const changes = ['mode', 'owner', 'time', 'xattrs'];
function sameContent(before, after) {
    if (before.sizeBytes !== after.sizeBytes)
        return false;
    if (before.sha256 === undefined || after.sha256 === undefined)
        return undefined;
    return before.sha256 === after.sha256;
}

;// CONCATENATED MODULE: ./packages/layers/analysis.ts













/**
 * Reads every layer of an image once, or not at all where the cache has it, and tells what is in it.
 * @throws Corrupt for an image that is not what it says, or no image; NotThere
 */
async function analyse(request) {
    const { from, image, source, provenance } = request;
    const { verify = true, hash = true } = request;
    const config = await (0,platform_images/* imageConfig */.gj)(from, image.manifest, { isBelieved: verify });
    const layers = layersOf(image, config, verify);
    const attached = request.attached?.get(image.digest);
    const indexes = await readLayers({ ...request, attached, layers, collectors: collectors, verify, hash });
    const listings = indexes.map(({ listing }) => listing);
    const history = (0,layers_history/* historyOf */.o)(config);
    const base = await baseOf(request, config);
    const baseLayers = base?.layers ?? 0;
    const blobs = image.manifest.layers.map(({ digest }) => digest);
    const lines = originLines(history, { source, provenance, layers: blobs, baseLayers });
    const keywords = history.layers.map((step) => step?.keyword);
    const facts = indexes.map(factsIn);
    const systems = facts.map((layer) => (layer['os-release'] ?? []).length > 0);
    const classify = (0,classes/* classifier */.kd)({ baseLayers, keywords, systems });
    const waste = wasteOf(listings);
    const built = listings.map((_, at) => ({
        command: config.history?.filter(({ empty_layer }) => empty_layer !== true)[at]?.created_by ?? '',
        ...(base === undefined ? {} : { isBase: at < baseLayers }),
    }));
    return {
        image,
        config,
        indexes,
        listings,
        history,
        base,
        lines,
        classify,
        classes: listings.map((listing, at) => (0,classes/* classOfLayer */.DO)(listing, at, classify)),
        waste,
        advice: adviceOn({ waste: waste.waste, kept: waste.kept(), layers: built }),
        owners: await ownersOf(request.owners, lines, baseLayers),
        ...found(listings, facts, config),
    };
}
async function baseOf(request, config) {
    const { image, index, provenance, source, base: given, candidates } = request;
    const { open, openUntil, untilMs = 60_000 } = request;
    const dockerfile = source && baseInDockerfile(source, config);
    const { manifest } = image;
    const sources = { config, index, manifest, given, candidates, provenance, dockerfile };
    const late = new AbortController();
    const timer = setTimeout(() => {
        late.abort(new errors/* Failed */.cV(3, 'late', `its registry did not answer in ${untilMs / 1000} s`));
    }, untilMs);
    try {
        const found = await (0,base_find/* findBase */.l)(sources, { open, openClaimed: openUntil?.(late.signal) ?? open });
        // Whoever was asked last says so only as a doubt.
        request.signal.throwIfAborted();
        return found;
    }
    finally {
        clearTimeout(timer);
    }
}
/** @throws Corrupt for an artifact, which has no layers of files, and for a config that disagrees */
function layersOf({ digest, manifest }, { rootfs }, verify) {
    const foreign = manifest.layers.find(({ mediaType }) => !/(?:layer|rootfs).*tar/.test(mediaType));
    if (foreign !== undefined) {
        throw new oci_errors/* Corrupt */.Q6(digest, `it is no image: it holds ${JSON.stringify(foreign.mediaType)}`);
    }
    if (verify && rootfs.diff_ids.length !== manifest.layers.length) {
        const count = manifest.layers.length;
        const names = `${count} layer${count === 1 ? '' : 's'}, and its config names ${rootfs.diff_ids.length}`;
        throw new oci_errors/* Corrupt */.Q6(digest, `its manifest has ${names}`);
    }
    return manifest.layers.map((blob, at) => ({ blob, diffId: rootfs.diff_ids[at] }));
}
const factsIn = (index) => Object.fromEntries(collectors.map((each) => [each.name, index.facts(each) ?? []]));
function found(listings, facts, config) {
    const paths = facts.flatMap((layer) => Object.values(layer).flatMap((files) => files.map(({ path }) => path)));
    const hidden = hiddenIn(listings, paths);
    const accounts = facts
        .flatMap(({ passwd = [] }, at) => passwd.map((file) => ({ file, at })))
        .findLast(({ file, at }) => hidden(at, file.path) === undefined)?.file;
    return {
        inventory: inventoryOf(facts, hidden),
        user: runsAs(config.config?.User, accounts && passwdOf(accounts)),
    };
}
const passwdOf = ({ facts, unread }) => unread === true
    ? 'unread'
    : Buffer.from(facts.map(({ name, uid }) => `${name}:x:${uid}:`).join('\n'), 'latin1');

// EXTERNAL MODULE: ./packages/layers/bounded.ts
var bounded = __webpack_require__(1232);
// EXTERNAL MODULE: ./packages/layers/provenance-read.ts
var provenance_read = __webpack_require__(3691);
// EXTERNAL MODULE: ./packages/layers/report.ts + 3 modules
var report = __webpack_require__(8586);
// EXTERNAL MODULE: ./packages/image/pull-cost.ts
var pull_cost = __webpack_require__(5831);
;// CONCATENATED MODULE: ./packages/inventory/compare-apk.ts
const suffixes = ['alpha', 'beta', 'pre', 'rc', '', 'cvs', 'svn', 'git', 'hg', 'p'];
const names = suffixes.filter((name) => name !== '').join('|');
const compare_apk_form = new RegExp(`^\\d+(?:\\.\\d+)*(?:[a-z]\\d*)?(?:_(?:${names})\\d*)*(?:~[0-9a-f]+)?(?:-r\\d+)?$`);
const token = /(\.?)(\d+)|_([a-z]+)|~([0-9a-f]+)|-r(\d+)|([a-z])/g;
/** Where all before is equal, the version that goes on with the lower kind is the newer one. */
const kind = { number: 1, letter: 2, suffix: 3, suffixNumber: 4, commit: 5, revision: 6, end: 7 };
const end = { kind: kind.end, value: 0n };
/**
 * Compares two versions of apk: below 0 when the first is older, 0 when neither is. Undefined when one is no version.
 * https://gitlab.alpinelinux.org/alpine/apk-tools/-/blob/master/doc/apk-package.5.scd
 */
function compareApk(one, other) {
    if (!compare_apk_form.test(one) || !compare_apk_form.test(other))
        return undefined;
    const [a, b] = [tokens(one), tokens(other)];
    for (let at = 0; at < Math.max(a.length, b.length); at++) {
        const order = compareTokens(a[at] ?? end, b[at] ?? end);
        if (order !== 0)
            return order;
    }
    return 0;
}
function compareTokens(a, b) {
    if (a.kind === b.kind)
        return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
    if (isBefore(a))
        return -1;
    if (isBefore(b))
        return 1;
    return b.kind - a.kind;
}
/** `_rc` and the like come before the version itself. */
const isBefore = (of) => of.kind === kind.suffix && of.value < 0n;
function tokens(version) {
    const found = [];
    const add = (of, value) => found.push({ kind: of, value });
    for (const [, dot, number, suffix, commit, revision, letter = ''] of version.matchAll(token)) {
        if (suffix !== undefined)
            add(kind.suffix, BigInt(suffixOrder(suffix)));
        else if (commit !== undefined)
            add(kind.commit, BigInt(`0x${commit}`));
        else if (revision !== undefined)
            add(kind.revision, BigInt(revision));
        else if (number === undefined)
            add(kind.letter, BigInt(letter.charCodeAt(0)));
        else if (found.at(-1)?.kind === kind.suffix)
            add(kind.suffixNumber, BigInt(number));
        else if (dot === '' || !number.startsWith('0'))
            add(kind.number, BigInt(number));
        else {
            // As a fraction: 1.01 is before 1.1, and 1.001 before 1.01.
            const rest = number.replace(/^0+/, '');
            add(kind.number, BigInt(rest.length - number.length));
            add(kind.number, BigInt(rest));
        }
    }
    return found;
}
const suffixOrder = (name) => suffixes.findIndex((known) => known === name) - suffixes.indexOf('');

;// CONCATENATED MODULE: ./packages/inventory/compare-number.ts
/** So many digits are exact in a number. */
const exact = 15;
/** Of numbers of any length, with or without zeros before them; an empty one is 0. */
function compareNumbers(one, other) {
    if (one.length <= exact && other.length <= exact)
        return Number(one) - Number(other);
    const [a, b] = [BigInt(one), BigInt(other)];
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./packages/inventory/compare-deb.ts

/**
 * Compares two Debian versions: below 0 when the first is older, 0 when neither is. Undefined when one is no version.
 * https://www.debian.org/doc/debian-policy/ch-controlfields.html#version
 */
function compareDeb(one, other) {
    const [a, b] = [compare_deb_parse(one), compare_deb_parse(other)];
    if (a === undefined || b === undefined)
        return undefined;
    return (comparePart(a.epoch, b.epoch) ||
        comparePart(a.upstream, b.upstream) ||
        comparePart(a.revision, b.revision));
}
function compare_deb_parse(version) {
    if (!/^[A-Za-z0-9.+~:_-]+$/.test(version))
        return undefined;
    const colon = version.indexOf(':');
    const epoch = version.slice(0, Math.max(colon, 0));
    if (colon === 0 || !/^[0-9]*$/.test(epoch))
        return undefined;
    const rest = version.slice(colon + 1);
    const hyphen = rest.lastIndexOf('-');
    const upstream = hyphen < 0 ? rest : rest.slice(0, hyphen);
    if (upstream === '')
        return undefined;
    return { epoch, upstream, revision: hyphen < 0 ? '' : rest.slice(hyphen + 1) };
}
/** By turns what is no digit, and what is a number. */
function comparePart(a, b) {
    const [left, right] = [pieces(a), pieces(b)];
    for (let at = 0; at < Math.max(left.length, right.length); at++) {
        const [x = '', y = ''] = [left[at], right[at]];
        const order = at % 2 === 0 ? compareText(x, y) : compareNumbers(x, y);
        if (order !== 0)
            return order;
    }
    return 0;
}
const pieces = (part) => part.split(/([0-9]+)/);
/** A tilde before the end, the end before letters, letters before all else. */
function compareText(a, b) {
    for (let at = 0; at < Math.max(a.length, b.length); at++) {
        const order = weight(a.charAt(at)) - weight(b.charAt(at));
        if (order !== 0)
            return order;
    }
    return 0;
}
function weight(character) {
    if (character === '~')
        return -1;
    if (character === '')
        return 0;
    return character.charCodeAt(0) + (/[A-Za-z]/.test(character) ? 0 : 256);
}

;// CONCATENATED MODULE: ./packages/inventory/compare-semver.ts

const compare_semver_form = /^[v=\s]*(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
/**
 * Compares two semantic versions: below 0 when the first is older, 0 when neither is, as builds of one version are.
 * Undefined when one is no version. https://semver.org/spec/v2.0.0.html#spec-item-11
 */
function compareSemver(one, other) {
    const [a, b] = [compare_semver_parse(one), compare_semver_parse(other)];
    if (a === undefined || b === undefined)
        return undefined;
    for (const [at, number] of a.core.entries()) {
        const order = compareNumbers(number, b.core[at] ?? '');
        if (order !== 0)
            return order;
    }
    if (a.before.length === 0 || b.before.length === 0)
        return b.before.length - a.before.length;
    for (const [at, identifier] of a.before.entries()) {
        const rival = b.before[at];
        if (rival === undefined)
            return 1;
        const order = compareIdentifier(identifier, rival);
        if (order !== 0)
            return order;
    }
    return a.before.length - b.before.length;
}
function compare_semver_parse(version) {
    const match = compare_semver_form.exec(version);
    if (match === null)
        return undefined;
    const [, major = '', minor = '', patch = '', before] = match;
    return { core: [major, minor, patch], before: before === undefined ? [] : before.split('.') };
}
/** Numbers before words, and words as ASCII sorts. */
function compareIdentifier(a, b) {
    const [x, y] = [isNumber(a), isNumber(b)];
    if (x && y)
        return compareNumbers(a, b);
    if (x !== y)
        return x ? -1 : 1;
    return a < b ? -1 : a > b ? 1 : 0;
}
const isNumber = (text) => /^[0-9]+$/.test(text);

;// CONCATENATED MODULE: ./packages/inventory/compare.ts



const comparing = { apk: compareApk, deb: compareDeb, npm: compareSemver };
/** Longer than any version is. */
const compare_most = 1024;
/**
 * Compares two versions by the rules of their ecosystem: below 0 when the first is older, 0 when neither is.
 * Undefined when one of them is no version there.
 */
function compareVersions(ecosystem, one, other) {
    if (one.length > compare_most || other.length > compare_most)
        return undefined;
    return comparing[ecosystem](one, other);
}

;// CONCATENATED MODULE: ./packages/inventory/delta.ts

/**
 * What the packages of one image become in another, by ecosystem, name and architecture. Where npm has several
 * versions of one package, a version that both images have is no change, wherever it stands; of the others those of
 * one place belong together, and then the highest with the highest.
 */
function diffPackages(before, after) {
    const [old, now] = [delta_byName(before), delta_byName(after)];
    const parts = [...new Set([...old.keys(), ...now.keys()])]
        .sort()
        .map((key) => diffVersions(old.get(key) ?? new Map(), now.get(key) ?? new Map()));
    return {
        added: parts.flatMap(({ added }) => added),
        removed: parts.flatMap(({ removed }) => removed),
        changed: parts.flatMap(({ changed }) => changed),
    };
}
function delta_byName(packages) {
    const names = new Map();
    for (const each of packages) {
        const key = `${each.ecosystem} ${each.name} ${each.architecture ?? ''}`;
        const versions = names.get(key) ?? new Map();
        names.set(key, versions);
        const group = versions.get(each.version);
        if (group === undefined)
            versions.set(each.version, [each]);
        else
            group.push(each);
    }
    return names;
}
function diffVersions(old, now) {
    const rebuilt = [...now].flatMap(([version, group]) => {
        const was = old.get(version);
        return was === undefined || isSameBuild(was[0], group[0]) ? [] : [[was, group]];
    });
    const gone = [...old].filter(([version]) => !now.has(version)).map(([, group]) => group);
    const come = [...now].filter(([version]) => !old.has(version)).map(([, group]) => group);
    const moved = pairs(gone.sort(newestFirst), come.sort(newestFirst));
    const matched = new Set(moved.flat());
    const isLeft = (group) => !matched.has(group);
    return {
        added: come.filter(isLeft).map(versionOf),
        removed: gone.filter(isLeft).map(versionOf),
        changed: [...rebuilt, ...moved].map(([from, to]) => changeOf(from, to)),
    };
}
/** Of two lists, the newest first: those of one place, then one after the other. */
function pairs(gone, come) {
    const byPath = new Map(gone.flatMap((group) => group.map(({ path }) => [path, group])));
    const successors = new Map();
    const rest = [];
    for (const group of come) {
        const was = group
            .map(({ path }) => byPath.get(path))
            .find((each) => each !== undefined && !successors.has(each));
        if (was === undefined)
            rest.push(group);
        else
            successors.set(was, group);
    }
    const waiting = gone.filter((group) => !successors.has(group));
    for (const [at, group] of rest.entries()) {
        const was = waiting[at];
        if (was !== undefined)
            successors.set(was, group);
    }
    return [...successors];
}
function newestFirst([a], [b]) {
    const order = compareVersions(a.ecosystem, b.version, a.version) ?? 0;
    return order || (a.version < b.version ? 1 : -1);
}
const isSameBuild = (a, b) => a.checksum === undefined || b.checksum === undefined || a.checksum === b.checksum;
function versionOf(group) {
    const [{ ecosystem, name, architecture, version }] = group;
    return {
        ecosystem,
        name,
        ...(architecture === undefined ? {} : { architecture }),
        version,
        paths: group.map(({ path }) => path),
    };
}
function changeOf([from], group) {
    const { version, paths, ...named } = versionOf(group);
    return { ...named, from: from.version, to: version, change: kindOf(from, group[0]), paths };
}
/** A Debian version with another `+bN` is a build of the same source. */
function kindOf(from, to) {
    const isOfOneSource = from.source?.name === to.source?.name && from.source?.version === to.source?.version;
    if (from.source !== undefined && isOfOneSource)
        return 'rebuilt';
    const order = compareVersions(to.ecosystem, from.version, to.version);
    if (order === undefined)
        return 'unknown';
    return order < 0 ? 'up' : order > 0 ? 'down' : 'rebuilt';
}

;// CONCATENATED MODULE: ./packages/image/final-files.ts


/** Directories that no layer lists count too: one path can imply two thousand. */
const maxNodes = 4_000_000;
const final_files_opaque = '.wh..wh..opq';
/**
 * What the layers come to, lowest first, by the rules of OCI: a layer hides first and adds then, whatever the order
 * of its entries; hard links are the file that they name. In no certain order; directories that no layer lists are
 * not in it, nor are entries that no engine would unpack: paths out of the root, links to nothing.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md
 * @throws Corrupt when there are too many
 */
function finalFiles(listings) {
    const files = new Files();
    listings.forEach((listing, layer) => {
        files.apply(listing, layer);
    });
    return files.all();
}
class Files {
    #root = { file: undefined, children: new Map() };
    #nodes = 0;
    #inodes = 0;
    apply(listing, layer) {
        for (const { path } of listing)
            if (path.includes('.wh.'))
                this.#hide(path);
        for (const entry of listing)
            this.#add(entry, layer);
    }
    all() {
        const all = new Map();
        const open = [this.#root];
        for (let node = open.pop(); node !== undefined; node = open.pop()) {
            if (node.file !== undefined)
                all.set(node.file.path, node.file);
            for (const child of node.children?.values() ?? [])
                open.push(child);
        }
        return all;
    }
    #hide(written) {
        const path = (0,image_path/* cleanPath */.ts)(written);
        if (path === undefined)
            return;
        const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
        const directory = this.#find(parent);
        if (name === final_files_opaque)
            directory?.children?.clear();
        else if (isMarker(name))
            directory?.children?.delete(name.slice('.wh.'.length));
    }
    #add(entry, layer) {
        const path = (0,image_path/* cleanPath */.ts)(entry.path);
        if (path === undefined)
            return;
        const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
        if (name.startsWith('.wh.'))
            return;
        const target = entry.kind === 'hardlink' ? this.#target(entry) : undefined;
        if (entry.kind === 'hardlink' && target === undefined)
            return;
        const file = target === undefined
            ? { ...entry, path, layer, bytesLayer: layer, inode: this.#inodes++ }
            : { ...target, path, layer };
        if (path === '') {
            if (entry.kind === 'directory')
                this.#root.file = file;
            return;
        }
        const siblings = this.#directory(parent);
        const before = siblings.get(name);
        const isDirectory = file.kind === 'directory';
        if (before === undefined)
            this.#count();
        if (before !== undefined && isDirectory) {
            before.file = file;
            before.children ??= new Map();
        }
        else
            siblings.set(name, { file, children: isDirectory ? new Map() : undefined });
    }
    #target({ link = '' }) {
        const path = (0,image_path/* cleanPath */.ts)(link);
        const found = path === undefined ? undefined : this.#find(path);
        return found?.children === undefined ? found?.file : undefined;
    }
    #find(path) {
        let node = this.#root;
        for (const name of path === '' ? [] : path.split('/'))
            node = node?.children?.get(name);
        return node;
    }
    /** What is in a directory, which is made where something else or nothing stands. */
    #directory(path) {
        let node = this.#root;
        for (const name of path === '' ? [] : path.split('/')) {
            const children = (node.children ??= new Map());
            let next = children.get(name);
            if (next?.children === undefined) {
                if (next === undefined)
                    this.#count();
                next = { file: undefined, children: new Map() };
                children.set(name, next);
            }
            node = next;
        }
        return (node.children ??= new Map());
    }
    #count() {
        if (++this.#nodes > maxNodes) {
            throw new oci_errors/* Corrupt */.Q6('the image', `it has more than ${maxNodes} files and directories`);
        }
    }
}
/** A whiteout of something, and not bookkeeping of aufs. */
const isMarker = (name) => name.startsWith('.wh.') && !name.startsWith('.wh..wh.') && !/^\.wh\.\.{0,2}$/.test(name);
/** Each file once, under one of its names. */
function distinctFiles(files) {
    const byInode = new Map();
    for (const file of files)
        if (!byInode.has(file.inode))
            byInode.set(file.inode, file);
    return [...byInode.values()];
}

;// CONCATENATED MODULE: ./packages/layers/delta.ts


/**
 * Why a file is not the same: another kind of file, other bytes, bytes that cannot be compared as they were not hashed,
 * the target of a link, mode, owner, extended attributes, and the time where nothing else changed.
 */
const deltaCauses = [
    'kind',
    'content',
    'unknown',
    'link',
    'mode',
    'owner',
    'xattrs',
    'time',
];
/**
 * What is different between the file systems of two images. Linear in their entries.
 * @throws Corrupt for an image with too many files
 */
function deltaOf(before, after) {
    const old = finalFiles(before.listings);
    const now = finalFiles(after.listings);
    const added = missing(now, old);
    const removed = missing(old, now);
    const changed = [];
    let uncompared = 0;
    for (const [path, file] of now) {
        const was = old.get(path);
        if (was === undefined)
            continue;
        if (areOne([was, before.diffIds], [file, after.diffIds]))
            continue;
        const causes = causesOf(was, file);
        // The time of a directory says that something came or went in it, and the rest of a delta says what.
        if (isOnlyTime(causes) && file.kind === 'directory')
            continue;
        if (causes.length > 0)
            changed.push({ path, before: was, after: file, causes });
        else if (contentOf(was, file) === 'unknown')
            uncompared++;
    }
    const sides = [distinctFiles(old.values()), distinctFiles(now.values())];
    return {
        added,
        removed,
        changed: changed.sort((a, b) => (0,image_path/* byBytes */.bg)(a.path, b.path)),
        sizeBytes: { before: bytes(sides[0]), after: bytes(sides[1]) },
        classes: classesOf(sides, before.classify, after.classify),
        uncompared,
        onlyTimes: changed.length > 0 &&
            added.length + removed.length + uncompared === 0 &&
            changed.every(({ causes }) => isOnlyTime(causes)),
    };
}
const isOnlyTime = (causes) => causes.length > 0 && causes.every((cause) => cause === 'time');
/**
 * What one has and the other lacks, sorted. A directory that no layer lists is there all the same, and one comes and goes
 * with what is in it.
 */
function missing(has, lacks) {
    const found = [...has.values()].filter(({ path }) => !lacks.has(path));
    const folders = foldersOf(lacks.keys());
    const filled = foldersOf(found.map(({ path }) => path));
    return found
        .filter(({ path, kind }) => kind !== 'directory' || !(folders.has(path) || filled.has(path)))
        .sort((a, b) => (0,image_path/* byBytes */.bg)(a.path, b.path));
}
/** Each path is climbed as far as none has climbed before. */
function foldersOf(paths) {
    const folders = new Set(['']);
    for (const path of paths) {
        for (let at = (0,image_path/* splitPath */.Uf)(path).parent; !folders.has(at); at = (0,image_path/* splitPath */.Uf)(at).parent) {
            folders.add(at);
        }
    }
    return folders;
}
const bytes = (files) => files.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
function classesOf([old, now], before, after) {
    if (before === undefined || after === undefined)
        return undefined;
    const [was, is] = [(0,classes/* bytesByClass */.Bb)(old, before), (0,classes/* bytesByClass */.Bb)(now, after)];
    const pair = (name) => ({ before: was[name], after: is[name] });
    return {
        base: pair('base'),
        tooling: pair('tooling'),
        library: pair('library'),
        application: pair('application'),
    };
}
/** Both come from the same layer, by their names and by their bytes. */
function areOne([was, before], [file, after]) {
    const same = (one, other) => before?.[one] !== undefined && before[one] === after?.[other];
    return same(was.layer, file.layer) && same(was.bytesLayer, file.bytesLayer);
}
function contentOf(before, after) {
    if (before.kind !== 'file' || after.kind !== 'file')
        return 'same';
    if (before.sizeBytes !== after.sizeBytes)
        return 'other';
    if (before.sizeBytes === 0)
        return 'same';
    if (before.sha256 === undefined || after.sha256 === undefined)
        return 'unknown';
    return before.sha256 === after.sha256 ? 'same' : 'other';
}
function causesOf(before, after) {
    if (before.kind !== after.kind)
        return ['kind'];
    const content = contentOf(before, after);
    const otherTime = before.modified !== after.modified;
    const otherDevice = before.device?.major !== after.device?.major || before.device?.minor !== after.device?.minor;
    const is = {
        kind: otherDevice,
        content: content === 'other',
        // Where the time is the same too, nothing speaks for a change.
        unknown: content === 'unknown' && otherTime,
        link: before.link !== after.link,
        mode: before.mode !== after.mode,
        owner: before.uid !== after.uid || before.gid !== after.gid,
        xattrs: !sameXattrs(before.xattrs, after.xattrs),
        time: false,
    };
    const causes = deltaCauses.filter((cause) => is[cause]);
    return causes.length === 0 && otherTime ? ['time'] : causes;
}
function sameXattrs(before = {}, after = {}) {
    const names = Object.keys(before);
    return (names.length === Object.keys(after).length &&
        names.every((name) => Object.hasOwn(after, name) && before[name] === after[name]));
}

;// CONCATENATED MODULE: ./packages/layers/report-delta.ts





const mostFiles = 100;
/** From the root of the image, as all paths of the document are. */
const shownFile = (path) => (0,image_path/* shownPath */.pS)(`/${path}`);
function classesAt({ classes }, side) {
    const { base, tooling, library, application } = classes ?? {};
    return {
        base: base?.[side] ?? 0,
        tooling: tooling?.[side] ?? 0,
        library: library?.[side] ?? 0,
        application: application?.[side] ?? 0,
    };
}
/** What is different from another image, of the same platform. */
function deltaReport(before, after, { name, digest, bounds, }) {
    const texts = (of) => (0,bounded/* bounded */.M)(of, (text) => text, bounds);
    const side = ({ listings, classify, indexes }) => {
        const ids = indexes.flatMap(({ header: { layer } }) => 'diffId' in layer ? [layer.diffId] : []);
        return { listings, classify, diffIds: ids.length === listings.length ? ids : undefined };
    };
    const delta = deltaOf(side(before), side(after));
    const pull = (0,pull_cost/* pullCost */.b)(before.image.manifest, after.image.manifest);
    const packages = diffPackages(before.inventory.packages, after.inventory.packages);
    const files = [
        ...delta.added.map(({ path, sizeBytes }) => ({
            path: shownFile(path),
            kind: 'added',
            causes: [],
            beforeBytes: 0,
            afterBytes: sizeBytes,
        })),
        ...delta.removed.map(({ path, sizeBytes }) => ({
            path: shownFile(path),
            kind: 'removed',
            causes: [],
            beforeBytes: sizeBytes,
            afterBytes: 0,
        })),
        ...delta.changed.map(({ path, before: was, after: now, causes }) => ({
            path: shownFile(path),
            kind: 'changed',
            causes: [...causes],
            beforeBytes: was.sizeBytes,
            afterBytes: now.sizeBytes,
        })),
    ];
    const weight = ({ beforeBytes, afterBytes }) => Math.max(beforeBytes, afterBytes);
    return {
        image: (0,reference/* pinned */.dp)(name, digest),
        added: delta.added.length,
        removed: delta.removed.length,
        changed: delta.changed.length,
        changedTimes: delta.changed.filter(({ causes }) => causes.every((cause) => cause === 'time'))
            .length,
        beforeBytes: delta.sizeBytes.before,
        afterBytes: delta.sizeBytes.after,
        beforeStoredBytes: before.waste.storedBytes,
        afterStoredBytes: after.waste.storedBytes,
        beforeClasses: classesAt(delta, 'before'),
        afterClasses: classesAt(delta, 'after'),
        uncompared: delta.uncompared,
        onlyTimes: delta.onlyTimes,
        files: files.toSorted((a, b) => weight(b) - weight(a)).slice(0, mostFiles),
        pullBytes: pull.sizeBytes,
        pullLayers: pull.layers,
        packages: {
            added: texts(packages.added.map(versioned)),
            removed: texts(packages.removed.map(versioned)),
            changed: texts(packages.changed.map((each) => `${each.name} ${each.from} → ${each.to}`)),
        },
    };
}
const versioned = ({ name, version }) => `${name} ${version}`;

;// CONCATENATED MODULE: ./packages/layers/inspect.ts








/**
 * Looks into the image of each platform, one after the other, and compares it with the one before. What is needed of
 * one has to be taken before the next is asked for: an analysis is large.
 * @throws UsageError for a platform that the image has not got; Corrupt, NotThere
 */
async function* inspect(inspection) {
    const { subject, before, platforms = [], ...look } = inspection;
    const { images, index } = await imagesOf(subject, platforms, look);
    const standing = before && (await standingOf(before, await withNames(subject, images, look), look));
    const bounds = (0,bounded/* boundsOf */.B)(images.length);
    for (const image of images) {
        const analysis = await analysed(subject, { image, index }, look);
        const old = counterpart(standing?.olds ?? [], image, analysis, images.length);
        if (before === undefined || old === undefined) {
            yield { analysis, before: undefined, report: (0,report/* reportOf */.E)(analysis, null, bounds) };
            continue;
        }
        const other = await analysed(before, { image: old, index: standing?.index }, look);
        yield {
            analysis,
            before: other,
            report: (0,report/* reportOf */.E)(analysis, deltaReport(other, analysis, { ...before, bounds }), bounds),
        };
    }
}
async function imagesOf(subject, platforms, look) {
    const { repository, digest, name } = subject;
    const wanted = platforms.map((text) => (0,descriptor/* platformKey */.Ng)((0,copy_platforms/* parsePlatform */.F)(text)));
    const listed = [];
    const mayBe = ({ platform }) => {
        if (platform === undefined)
            return true;
        listed.push((0,descriptor/* formatPlatform */.Bq)(platform));
        return wanted.length === 0 || wanted.includes((0,descriptor/* platformKey */.Ng)(platform));
    };
    const { images, index } = await (0,platform_images/* platformImages */.QF)(repository, digest, mayBe);
    const named = wanted.length === 0 ? [] : await withNames(subject, images, look);
    const names = new Set([...listed, ...named.map(({ platform }) => (0,descriptor/* formatPlatform */.Bq)(platform))]);
    const isNone = wanted.length === 0 ? images.length === 0 : names.size === 0;
    if (isNone)
        throw new oci_errors/* Corrupt */.Q6((0,reference/* pinned */.dp)(name, digest), 'it is an index without images');
    if (wanted.length === 0)
        return { images, index };
    const keys = new Set(named.map(({ platform }) => (0,descriptor/* platformKey */.Ng)(platform)));
    const missing = platforms.find((_, at) => !keys.has(wanted[at] ?? ''));
    if (missing === undefined) {
        const asked = named.filter(({ platform }) => wanted.includes((0,descriptor/* platformKey */.Ng)(platform)));
        return { index, images: asked.map(({ image }) => image) };
    }
    throw new errors/* UsageError */.eb(`${(0,reference/* pinned */.dp)(name, digest)} has no image for ${(0,quote/* quote */.h)(missing)}: it has ${[...names].join(', ')}`, { input: 'platform' });
}
/** Images that stand in no index say themselves what they are for. */
const withNames = ({ repository }, images, { verify: isBelieved = true }) => Promise.all(images.map(async (image) => {
    const { manifest, platform } = image;
    if (platform !== undefined)
        return { image, platform };
    const config = await (0,platform_images/* imageConfig */.gj)(repository, manifest, { isBelieved });
    return { image, platform: (0,platform_images/* platformOf */.tj)(image, config) };
}));
/** Of what stands before the images for the same platforms; where each side is one image, that one. */
async function standingOf(before, named, look) {
    const { repository, digest } = before;
    const keys = new Set(named.map(({ platform }) => (0,descriptor/* platformKey */.Ng)(platform)));
    const isFor = ({ platform }) => platform === undefined || keys.has((0,descriptor/* platformKey */.Ng)(platform));
    const { images, index } = await (0,platform_images/* platformImages */.QF)(repository, digest, isFor);
    const olds = await withNames(before, images, look);
    const all = index?.manifests.filter((child) => !(0,platform_images/* isAttestation */.H3)(child)).length ?? 1;
    if (named.length > 1 || all > 1) {
        return { index, olds: olds.filter(({ platform }) => keys.has((0,descriptor/* platformKey */.Ng)(platform))) };
    }
    if (olds.length > 0)
        return { index, olds };
    const only = await (0,platform_images/* platformImages */.QF)(repository, digest);
    return { index, olds: await withNames(before, only.images, look) };
}
/** The image of the same platform; where each side is one image, that one. */
function counterpart(before, image, { config }, count) {
    if (before.length === 1 && count === 1)
        return before[0]?.image;
    const key = (0,descriptor/* platformKey */.Ng)((0,platform_images/* platformOf */.tj)(image, config));
    return before.find(({ platform }) => (0,descriptor/* platformKey */.Ng)(platform) === key)?.image;
}
async function analysed({ repository, name }, { image, index }, { log, ...look }) {
    const provenance = index && (await recorded({ repository, index, digest: image.digest }, log));
    const platform = image.platform === undefined ? '' : ` (${(0,descriptor/* formatPlatform */.Bq)(image.platform)})`;
    const short = image.digest.replace(/^(sha\d+:[0-9a-f]{12}).*$/, '$1');
    return log.step(`Read ${name}@${short}${platform}`, (progress) => analyse({
        ...look,
        from: repository,
        image,
        index,
        provenance,
        onReadAgain: (why) => {
            log.info(why);
        },
        onProgress: (done, of) => {
            progress(done, of, 'bytes');
        },
    }));
}
/** It is written by nobody in particular, so one that cannot be read keeps nothing else from being told. */
async function recorded(at, log) {
    try {
        return await (0,provenance_read/* readProvenance */.C)(at.repository, at.index, at.digest);
    }
    catch (error) {
        if (!(error instanceof errors/* Failed */.cV) || error.exit !== 3)
            throw error;
        log.warn(`what the engine wrote of the build is not used: ${error.message}`);
        return undefined;
    }
}


/***/ }),

/***/ 1350:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ stageChain),
/* harmony export */   d: () => (/* binding */ chainOf)
/* harmony export */ });
/* harmony import */ var _dockerfile__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4339);

/**
 * Those of the target's stage, after those of the stages that it stands on. Only names as written are followed: of a
 * `FROM` with variables `chainOf` knows more.
 * @throws UsageError for an unknown target
 */
function stageChain(dockerfile, target) {
    const chain = [];
    const below = ({ from, index }) => dockerfile.stages.slice(0, index).find(({ name }) => name === from.toLowerCase());
    let stage = (0,_dockerfile__WEBPACK_IMPORTED_MODULE_0__/* .findStage */ .U)(dockerfile, target);
    for (; stage !== undefined; stage = below(stage))
        chain.unshift(stage.instructions);
    return chain.flat();
}
/** As `stageChain`, with the variables of a build filled in. */
function chainOf({ target, stages }) {
    const chain = [];
    const find = (index) => stages.find(({ stage }) => stage.index === index);
    for (let at = find(target.index); at !== undefined;) {
        chain.unshift(at.stage.instructions);
        at = at.base.kind === 'stage' ? find(at.base.index) : undefined;
    }
    return chain.flat();
}


/***/ }),

/***/ 3691:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readProvenance),
/* harmony export */   V: () => (/* binding */ provenanceBytes)
/* harmony export */ });
/* harmony import */ var _image__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5988);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(127);
/* harmony import */ var _provenance_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5930);



/**
 * The SLSA provenance that BuildKit put beside an image into its index; undefined when there is none.
 * @throws Corrupt for one that cannot be read
 */
async function readProvenance(repository, index, image) {
    const bytes = await provenanceBytes(repository, index, image);
    return bytes && (0,_provenance_js__WEBPACK_IMPORTED_MODULE_0__/* .parseProvenance */ .X6)(bytes, nameOf(image));
}
const nameOf = (image) => `the provenance of ${image}`;
/**
 * The same as it is stored, for who wants to know something else of it.
 * @throws Corrupt for one that is longer than `maxProvenanceBytes`
 */
async function provenanceBytes(repository, { manifests }, image) {
    const about = manifests.filter((one) => (0,_image__WEBPACK_IMPORTED_MODULE_1__/* .isAttestation */ .H3)(one) && one.annotations?.['vnd.docker.reference.digest'] === image);
    const [attestation] = about;
    const stored = attestation && (await repository.manifest(attestation.digest));
    if (stored === undefined)
        return undefined;
    const manifest = (0,_oci__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(stored.bytes, stored.descriptor.mediaType);
    if ((0,_oci__WEBPACK_IMPORTED_MODULE_2__/* .isIndex */ .nw)(manifest))
        return undefined;
    const statement = manifest.layers.find(({ annotations }) => annotations?.['in-toto.io/predicate-type']?.startsWith('https://slsa.dev/provenance/'));
    if (statement === undefined)
        return undefined;
    return (0,_image__WEBPACK_IMPORTED_MODULE_1__/* .smallBlob */ .XI)(repository, statement, { what: nameOf(image), maxBytes: _provenance_js__WEBPACK_IMPORTED_MODULE_0__/* .maxProvenanceBytes */ .lY });
}


/***/ }),

/***/ 5930:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X6: () => (/* binding */ parseProvenance),
/* harmony export */   ek: () => (/* binding */ linesInProvenance),
/* harmony export */   lY: () => (/* binding */ maxProvenanceBytes)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6148);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9205);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3670);


const maxProvenanceBytes = 16 << 20;
const line = valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0)), 0);
const position = valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ line }), { line: 0 });
const range = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ start: position, end: position });
const location = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    sourceIndex: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), 0),
    ranges: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(range)),
});
const source = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    infos: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ data: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) }))),
    locations: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ locations: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(location)) }))),
});
const buildkit = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    source: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(source),
    layers: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ digest: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }))))),
});
const material = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    uri: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    digest: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
});
const named = 'https://mobyproject.org/buildkit@v1#metadata';
const metadata = valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ buildkit_metadata: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(buildkit), [named]: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(buildkit) }));
/** SLSA 0.2 has `metadata` and `materials`, SLSA 1 the other two. */
const predicate = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    metadata,
    materials: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(material)),
    runDetails: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ metadata })),
    buildDefinition: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ resolvedDependencies: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(material)) })),
});
const statement = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ predicate });
/**
 * Reads SLSA provenance of BuildKit, 0.2 or 1: an in-toto statement, or its predicate alone.
 * https://docs.docker.com/build/metadata/attestations/slsa-definitions/
 * @throws Corrupt when it is none
 */
function parseProvenance(bytes, what = 'the provenance') {
    const json = (0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(bytes, what, { maxBytes: maxProvenanceBytes });
    const whole = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(statement, json);
    const isStatement = typeof json === 'object' && json !== null && 'predicate' in json;
    const read = isStatement ? whole : valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(predicate, json);
    if (!read.success) {
        const [issue] = read.issues;
        throw new _oci__WEBPACK_IMPORTED_MODULE_2__/* .Corrupt */ .Q6(what, `${JSON.stringify(valibot__WEBPACK_IMPORTED_MODULE_0__/* .getDotPath */ .BuJ(issue))} is not right: ${issue.message}`);
    }
    const found = 'predicate' in read.output ? read.output.predicate : read.output;
    const { metadata: meta = found.runDetails?.metadata } = found;
    const { source: from, layers } = meta?.buildkit_metadata ?? meta?.[named] ?? {};
    const materials = found.materials ?? found.buildDefinition?.resolvedDependencies ?? [];
    return {
        materials: materials.flatMap(imageOf),
        source: sourceOf(from),
        layers: Object.entries(layers ?? {}).flatMap(([step, chains]) => chains.map((chain) => ({ step, chain: chain.map(({ digest }) => digest) }))),
    };
}
function sourceOf(from) {
    const data = from?.infos?.[0]?.data;
    if (data === undefined || data === null)
        return undefined;
    const lines = new Map();
    for (const [step, { locations }] of Object.entries(from?.locations ?? {})) {
        const ranges = (locations ?? [])
            .filter(({ sourceIndex }) => sourceIndex === 0)
            .flatMap((one) => one.ranges ?? []);
        const [first] = ranges;
        if (first === undefined || first.start.line === 0)
            continue;
        const endLine = ranges.reduce((end, one) => Math.max(end, one.end.line), first.start.line);
        lines.set(step, { line: first.start.line, endLine });
    }
    return {
        text: Buffer.from(data, 'base64')
            .toString('utf8')
            .replace(/^\uFEFF/, ''),
        lines,
    };
}
/** Images are written as package URLs: `pkg:docker/alpine@3.17?platform=linux%2Famd64`. */
function imageOf({ uri, digest }) {
    const [, path, version, query = ''] = /^pkg:docker\/([^@?#]+)(?:@([^?#]*))?(?:\?([^#]*))?/.exec(uri ?? '') ?? [];
    if (path === undefined)
        return [];
    const given = `sha256:${digest?.sha256 ?? ''}`;
    const pinned = new URLSearchParams(query).get('digest') ?? '';
    const name = decoded(path);
    const tag = version === undefined ? '' : decoded(version);
    if (name === undefined || tag === undefined)
        return [];
    return [
        {
            name: tag === '' ? name : `${name}${(0,_oci__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .Bc)(tag) ? '@' : ':'}${tag}`,
            digest: [given, pinned].find(_oci__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .Bc),
        },
    ];
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
/**
 * The lines of each layer of an image: a step made the layer that its chain has last, if the image begins with that
 * chain. Of several the first is the one that made it.
 */
function linesInProvenance({ source: from, layers: chains }, layers) {
    const number = (step) => Number(/^step(\d{1,9}):/.exec(step)?.[1] ?? Infinity);
    const made = layers.map(() => undefined);
    for (const { step, chain } of chains) {
        const isStart = chain.length > 0 && chain.every((digest, at) => digest === layers[at]);
        if (!isStart)
            continue;
        const before = made[chain.length - 1];
        if (before === undefined || number(step) < number(before))
            made[chain.length - 1] = step;
    }
    return made.map((step) => from?.lines.get(step?.replace(/:\d+$/, '') ?? ''));
}


/***/ }),

/***/ 8586:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ diveReport),
  E: () => (/* binding */ reportOf)
});

// EXTERNAL MODULE: ./packages/image/path.ts
var image_path = __webpack_require__(3129);
// EXTERNAL MODULE: ./packages/image/platform-images.ts
var platform_images = __webpack_require__(5988);
// EXTERNAL MODULE: ./packages/image/pull-cost.ts
var pull_cost = __webpack_require__(5831);
// EXTERNAL MODULE: ./packages/oci/descriptor.ts
var descriptor = __webpack_require__(3239);
;// CONCATENATED MODULE: ./packages/layers/advice-words.ts

const remedies = {
    'same-run': (what, { fate, files }, hider) => {
        const [its, it] = files === 1 ? ['its', 'it'] : ['their', 'them'];
        const here = `in the RUN that makes ${it}, not in that of ${hider}`;
        if (fate === 'removed')
            return `remove ${what} ${here}`;
        if (fate === 'touched')
            return `give ${what} ${its} owner and mode ${here}`;
        if (fate === undefined)
            return `remove or change ${what} ${here}`;
        return `make one RUN of this and that of ${hider}, which writes ${what} again`;
    },
    'copy-chown': (what, { files }, hider) => `give ${what} ${files === 1 ? 'its' : 'their'} owner and mode with COPY --chown and --chmod, not with the RUN of ${hider}`,
    'copy-once': (what, { fate, files, isUsed }, hider) => {
        const [it, is] = files === 1 ? ['it', 'it is'] : ['them', 'they are'];
        if (!isUsed)
            return `leave ${what} out of this COPY: that of ${hider} brings ${it} again`;
        return fate === 'touched'
            ? `leave ${what} out of the COPY of ${hider}: ${is} there already`
            : `copy ${what} once: the COPY of ${hider} brings ${it} again`;
    },
    'cache-mount': (_, { path }) => `keep ${shown(path)} out of the image with RUN --mount=type=cache,target=${shown(path)}`,
    'multi-stage': (what) => `move the work that needs ${what} to another stage, and COPY --from it only what the image needs`,
};
/** The advice in a sentence for people. */
function remedyOf(advice, placeOf = (layer) => `layer ${layer}`) {
    const { kind, hiddenIn = advice.layer } = advice;
    return remedies[kind](subjectOf(advice), advice, placeOf(hiddenIn));
}
function subjectOf({ files, path, largest }) {
    if (files === 1)
        return shown(path);
    return path === ''
        ? `${shown(largest)} and ${files - 1} more`
        : `${files} files in ${shown(path)}`;
}
const shown = (path) => (/^[\w./@+-]+$/.test(path) ? path : (0,image_path/* quoted */.TL)(path));

// EXTERNAL MODULE: ./packages/layers/bounded.ts
var bounded = __webpack_require__(1232);
// EXTERNAL MODULE: ./packages/layers/classes.ts
var classes = __webpack_require__(8861);
;// CONCATENATED MODULE: ./packages/layers/duplicates.ts

/**
 * Equal files among those that are kept (`wasteOf` gives them). They are no waste: every one of them can be reached.
 * Files that were not hashed are in none. Only of the `most` largest is kept where their copies are: half a million
 * small files may be copies.
 */
function duplicatesOf(listings, kept, most = 100) {
    if (!listings.some(({ isHashed }) => isHashed))
        return { extraBytes: 0, largest: [] };
    const found = [...counted(listings, kept)].filter(([, { count }]) => count > 1);
    const extraBytes = found.reduce((sum, [, content]) => sum + extra(content), 0);
    found.sort(([a, one], [b, other]) => extra(other) - extra(one) || (0,image_path/* byBytes */.bg)(a, b));
    const largest = new Map(found
        .slice(0, most)
        .map(([sha256, content]) => [
        sha256,
        { sha256, bytes: content.bytes, extraBytes: extra(content), copies: [] },
    ]));
    const sizes = new Set([...largest.values()].map(({ bytes }) => bytes));
    for (const { folder, name, layer, ordinal, bytes, listing } of files(listings, kept())) {
        const sha256 = sizes.has(bytes) ? listing.sha256(ordinal) : undefined;
        largest.get(sha256 ?? '')?.copies.push({ path: `/${(0,image_path/* joinPath */.uJ)(folder, name)}`, layer });
    }
    for (const { copies } of largest.values())
        copies.sort((a, b) => (0,image_path/* byBytes */.bg)(a.path, b.path));
    return { extraBytes, largest: [...largest.values()] };
}
const extra = ({ bytes, count }) => bytes * (count - 1);
/** How often each content is there, without those that are there once: most are, and nothing is made of them. */
function counted(listings, kept) {
    const isRepeated = repeated(startsOf(listings, kept()));
    const found = new Map();
    for (const { listing, ordinal, bytes } of files(listings, kept())) {
        if (!isRepeated(listing.sha256Start(ordinal)))
            continue;
        const sha256 = listing.sha256(ordinal) ?? '';
        const content = found.get(sha256);
        if (content === undefined)
            found.set(sha256, { bytes, count: 1 });
        else
            content.count += 1;
    }
    return found;
}
function startsOf(listings, kept) {
    const starts = new Float64Array(listings.reduce((sum, { count }) => sum + count, 0));
    let count = 0;
    for (const { listing, ordinal } of files(listings, kept)) {
        const start = listing.sha256Start(ordinal);
        if (start !== undefined)
            starts[count++] = start;
    }
    return starts.subarray(0, count);
}
/** Tells of a number whether it is more than once among these. */
function repeated(numbers) {
    const found = new Set();
    numbers.sort().forEach((value, at) => {
        if (value === numbers[at - 1])
            found.add(value);
    });
    return (value) => value !== undefined && found.has(value);
}
/** Those that are not empty. */
function* files(listings, kept) {
    for (const { folder, files: inFolder } of kept) {
        for (const { name, inode } of inFolder()) {
            const { layer, ordinal, bytes } = inode;
            const listing = listings[layer];
            if (bytes > 0 && listing !== undefined)
                yield { folder, name, layer, ordinal, bytes, listing };
        }
    }
}

;// CONCATENATED MODULE: ./packages/layers/waste-rows.ts


/**
 * What is wasted, the largest first, in a list that no image makes too long: of more files the smallest are one row for
 * each folder, which ends with a slash, or for all of them. The sum stays the same.
 */
function wasteRows(waste, bounds) {
    const fits = (rows) => (0,bounded/* bounded */.M)(rows, ({ path }) => path, bounds);
    const first = fits(waste);
    if (first.length === waste.length)
        return waste;
    const rest = waste.slice(first.length);
    const folders = inFolders(rest, ({ path }) => `${(0,image_path/* splitPath */.Uf)(path).parent}/`);
    const isFew = fits(folders).length === folders.length;
    const rows = isFew ? folders : inFolders(rest, () => '/');
    return [...first, ...rows].sort((a, b) => b.bytes - a.bytes);
}
function inFolders(waste, folderOf) {
    const rows = new Map();
    for (const row of waste) {
        const { addedIn, hiddenIn, reason, sameContent } = row;
        const path = folderOf(row);
        const key = [addedIn, hiddenIn, reason, String(sameContent), path].join(' ');
        const bytes = (rows.get(key)?.bytes ?? 0) + row.bytes;
        const known = sameContent === undefined ? {} : { sameContent };
        rows.set(key, { path, bytes, addedIn, hiddenIn, reason, ...known });
    }
    return [...rows.values()];
}

;// CONCATENATED MODULE: ./packages/layers/report.ts







const mostAdvice = 100;
const mostDuplicates = 100;
const mostCopies = 10;
const mostUnread = 1000;
/** What an analysis says, as data that leaves the house. */
function reportOf(analysis, delta, bounds) {
    const { image, config, waste, classify, base, inventory, user } = analysis;
    const layers = layersOf(analysis);
    const lost = waste.waste.map(({ path, addedIn, bytes }) => ({
        path: (0,image_path/* cleanPath */.ts)(path) ?? path,
        layer: addedIn,
        sizeBytes: bytes,
    }));
    const placeOf = (layer) => {
        const line = layers[layer]?.line ?? null;
        return line === null ? `layer ${layer}` : `line ${line}`;
    };
    const duplicates = duplicatesOf(analysis.listings, waste.kept, mostDuplicates);
    return {
        platform: (0,descriptor/* formatPlatform */.Bq)((0,platform_images/* platformOf */.tj)(image, config)),
        digest: image.digest,
        indexes: null,
        layers,
        sizeBytes: waste.storedBytes,
        compressedBytes: (0,pull_cost/* pullCost */.b)(undefined, image.manifest).sizeBytes,
        efficiency: waste.storedBytes === 0 ? 1 : waste.reachableBytes / waste.storedBytes,
        reclaimableBytes: waste.reclaimableBytes,
        waste: wasteRows(waste.waste, bounds).map(({ path, bytes, addedIn, hiddenIn, reason, sameContent }) => ({
            path: (0,image_path/* shownPath */.pS)(path),
            bytes,
            addedIn,
            hiddenIn,
            reason,
            sameContent: sameContent ?? null,
        })),
        advice: analysis.advice.slice(0, mostAdvice).map((advice) => ({
            kind: advice.kind,
            text: remedyOf(advice, placeOf),
            layer: advice.layer,
            line: layers[advice.layer]?.line ?? null,
            owner: layers[advice.layer]?.owner ?? null,
            bytes: advice.bytes,
            keptBytes: advice.keptBytes,
        })),
        duplicateBytes: duplicates.extraBytes,
        duplicates: duplicates.largest.map(duplicateReport),
        classes: (0,classes/* keptByClass */.KY)(waste.kept(), classify),
        wasteClasses: (0,classes/* bytesByClass */.Bb)(lost, classify),
        base: base === undefined
            ? null
            : {
                name: base.name === undefined ? null : clipped(base.name, mostOfName),
                digest: base.digest ?? null,
                layers: base.layers,
                from: base.rung,
                verified: base.verified,
                doubt: base.doubt === undefined ? null : clipped(base.doubt, mostOfName),
            },
        system: inventory.os?.prettyName ?? inventory.os?.id ?? null,
        packages: inventory.packages.length,
        unread: inventory.unread.slice(0, mostUnread).map((path) => (0,image_path/* shownPath */.pS)(`/${path}`)),
        user: { root: user.root === 'unknown' ? null : user.root, why: user.why },
        delta,
    };
}
function layersOf(analysis) {
    const { image, indexes, history, classes, waste, listings } = analysis;
    const wasted = listings.map(() => 0);
    for (const { addedIn, bytes } of waste.waste)
        wasted[addedIn] = (wasted[addedIn] ?? 0) + bytes;
    return image.manifest.layers.map(({ digest, size }, at) => {
        const layer = indexes[at]?.header.layer;
        let sizeBytes = 0;
        const listing = listings[at];
        for (let entry = 0; entry < (listing?.count ?? 0); entry++) {
            sizeBytes += listing?.sizeBytes(entry) ?? 0;
        }
        return {
            digest,
            diffId: layer !== undefined && 'diffId' in layer ? layer.diffId : null,
            sizeBytes,
            compressedBytes: size,
            wastedBytes: wasted[at] ?? 0,
            command: history.layers[at]?.command ?? null,
            class: classes[at] ?? 'application',
            ...madeBy(analysis, at),
        };
    });
}
const duplicateReport = ({ bytes, extraBytes, copies }) => ({
    bytes,
    extraBytes,
    copies: copies.length,
    paths: copies.slice(0, mostCopies).map(({ path }) => (0,image_path/* shownPath */.pS)(path)),
});
function madeBy({ lines, owners }, at) {
    const line = lines[at];
    const from = line?.source === 'history' ? 'dockerfile' : line?.source;
    return {
        instruction: line === undefined ? null : onOneLine(line.text),
        line: line?.line ?? null,
        lineFrom: from ?? null,
        owner: owners[at] ?? null,
    };
}
/** Somebody else's Dockerfile may give one long instruction to each of many layers. */
const longest = 10_000;
const onOneLine = (text) => clipped(text, longest).replace(/\s+/g, ' ');
/** No reference is longer. */
const mostOfName = 1000;
const clipped = (text, most) => text.length > most ? `${text.slice(0, most)}…` : text;
/** Dive's numbers as data that leaves the house. */
const diveReport = (dive) => ({
    ...dive,
    layerSizes: [...dive.layerSizes],
    inefficient: (0,bounded/* bounded */.M)(dive.inefficient, ({ file }) => file).map((row) => ({
        ...row,
        file: (0,image_path/* shownPath */.pS)(row.file),
    })),
});


/***/ }),

/***/ 4663:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ putBytes)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3670);


/** Stores bytes that are in memory as a blob, unless it is there. @returns its descriptor */
async function putBytes(to, bytes, mediaType, how = {}) {
    const descriptor = { mediaType, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes), size: bytes.length };
    const open = async (from) => node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([bytes.subarray(from)], { objectMode: false });
    await to.putBlob(descriptor, open, how);
    return descriptor;
}


/***/ }),

/***/ 4523:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ layerCacheOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./packages/io/make-folder.ts
var make_folder = __webpack_require__(234);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var oci_digest = __webpack_require__(3670);
// EXTERNAL MODULE: ./packages/image/layer-index-file.ts + 2 modules
var layer_index_file = __webpack_require__(4283);
;// CONCATENATED MODULE: ./packages/image/layer-cache.ts







const suffix = '.layer';
const blobs = 'blobs';
const hourMs = 60 * 60 * 1000;
/** That of a layer with as many entries as a walk reads is half of it. */
const maxFileBytes = 1 << 29;
/**
 * Indexes of verified layers in a folder, which several processes may share. Each stands under its diffID; which
 * blob inflates to it, and how long that is, stands beside it, so that an image cannot claim another layer's index for
 * a blob of its own, nor another size for the blob.
 * What cannot be read is not there: a cache is never the reason for an error.
 */
class LayerCache {
    #folder;
    #maxBytes;
    constructor(folder, { maxBytes = 1 << 30 } = {}) {
        this.#folder = folder;
        this.#maxBytes = maxBytes;
    }
    /** The index of the layer that a blob is, if somebody verified that it is. */
    async get({ digest, size }) {
        const line = (await quiet(contentOf(this.#blob(digest))))?.toString('utf8') ?? '';
        const [diffId = '', sizeBytes] = line.trimEnd().split(' ');
        if (!(0,oci_digest/* isDigest */.Bc)(diffId) || sizeBytes !== String(size))
            return undefined;
        const file = this.#file(diffId);
        const bytes = await quiet(contentOf(file));
        const index = bytes && readable(bytes, file);
        if (index === undefined || !('diffId' in index.header.layer))
            return undefined;
        if (index.header.layer.diffId !== diffId)
            return undefined;
        const now = new Date();
        await quiet((0,promises_.utimes)(file, now, now));
        return index;
    }
    /** Keeps the file of an index; of one that nobody verified nothing is kept. */
    async put({ digest, size }, bytes, { header }) {
        if (!('diffId' in header.layer))
            return;
        const { diffId } = header.layer;
        await quiet(this.#write(this.#file(diffId), bytes));
        await quiet(this.#write(this.#blob(digest), Buffer.from(`${diffId} ${size}\n`)));
    }
    /** Makes the folder as small as it must be: what was not used for longest goes first. */
    async trim() {
        await this.#sweep();
        const names = (await quiet((0,promises_.readdir)(this.#folder))) ?? [];
        const files = await Promise.all(names
            .filter((name) => name.endsWith(suffix))
            .map(async (name) => {
            const path = (0,external_node_path_.join)(this.#folder, name);
            const found = await quiet((0,promises_.stat)(path));
            return { path, sizeBytes: found?.size ?? 0, usedMs: found?.mtimeMs ?? 0 };
        }));
        let sumBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
        for (const { path, sizeBytes } of files.toSorted((a, b) => a.usedMs - b.usedMs)) {
            if (sumBytes <= this.#maxBytes)
                return;
            await quiet((0,promises_.rm)(path, { force: true }));
            sumBytes -= sizeBytes;
        }
    }
    /** Removes what killed processes were writing. */
    async #sweep() {
        const folder = (0,external_node_path_.join)(this.#folder, blobs);
        for (const name of (await quiet((0,promises_.readdir)(folder))) ?? []) {
            if (!name.startsWith('.'))
                continue;
            const file = (0,external_node_path_.join)(folder, name);
            const isOld = Date.now() - ((await quiet((0,promises_.stat)(file)))?.mtimeMs ?? Date.now()) > hourMs;
            if (isOld)
                await quiet((0,promises_.rm)(file, { force: true }));
        }
    }
    #file(diffId) {
        return (0,external_node_path_.join)(this.#folder, `${(0,oci_digest/* algorithmOf */.Hy)(diffId)}-${(0,oci_digest/* hexOf */.ZD)(diffId)}${suffix}`);
    }
    #blob(digest) {
        return (0,external_node_path_.join)(this.#folder, blobs, `${(0,oci_digest/* algorithmOf */.Hy)(digest)}-${(0,oci_digest/* hexOf */.ZD)(digest)}`);
    }
    async #write(file, bytes) {
        await (0,make_folder/* makeFolder */.f)((0,external_node_path_.join)(this.#folder, blobs));
        const temporary = (0,external_node_path_.join)(this.#folder, blobs, `.${(0,external_node_crypto_.randomUUID)()}`);
        try {
            await (0,promises_.writeFile)(temporary, bytes, { flag: 'wx' });
            await (0,promises_.rename)(temporary, file);
        }
        finally {
            await (0,promises_.rm)(temporary, { force: true });
        }
    }
}
/** The bytes of a plain file. A pipe would never come to its end, so nothing else is waited for. */
async function contentOf(path) {
    const file = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
    try {
        const found = await file.stat();
        return found.isFile() && found.size <= maxFileBytes ? await file.readFile() : undefined;
    }
    finally {
        await file.close();
    }
}
function readable(bytes, file) {
    try {
        return (0,layer_index_file/* readLayerIndex */.a)(bytes, JSON.stringify(file));
    }
    catch {
        return undefined;
    }
}
/** Undefined for what the system does not let us do. */
async function quiet(work) {
    try {
        return await work;
    }
    catch (error) {
        if ((0,errors/* codeOf */.$N)(error) === undefined)
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/pipeline/layer-cache.ts


/** What is known of layers on this machine; undefined where there is no home to keep anything in. */
function layerCacheOf({ env, cwd }, input) {
    const { 'layer-cache-size': maxBytes } = input;
    const home = env.get('HOME');
    const caches = env.get('XDG_CACHE_HOME') ?? (home && external_node_path_default().join(home, '.cache'));
    const folder = input['layer-cache'] ?? (caches && external_node_path_default().join(caches, 'ecluse', 'layers'));
    if (folder === undefined || folder === '')
        return undefined;
    return new LayerCache(external_node_path_default().resolve(cwd, folder), maxBytes === undefined ? {} : { maxBytes });
}


/***/ })

};
