export const id = 732;
export const ids = [732];
export const modules = {

/***/ 7487:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** As in package.json, which does not come along with dist. */
const version = '0.1.0';


/***/ }),

/***/ 2173:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ claim),
/* harmony export */   S: () => (/* binding */ claimed)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9205);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9801);



/** A write that was under way when ours was read back has landed by then, or is very slow. */
const settleMs = 250;
/** The image that was claimed for a commit, undefined when nobody has built it. */
const claimed = (repository, commit) => repository.resolve((0,_version__WEBPACK_IMPORTED_MODULE_1__/* .claimTag */ .rT)(commit));
/**
 * Claims a commit for a stored image. Whoever loses drops his own digest and goes on with the one
 * that stands there, so that runs at once end on one digest.
 * @returns the digest that the claim points to
 */
async function claim(repository, commit, { bytes, descriptor }) {
    const tag = (0,_version__WEBPACK_IMPORTED_MODULE_1__/* .claimTag */ .rT)(commit);
    const standing = await repository.resolve(tag);
    if (standing !== undefined)
        return { digest: standing.digest, won: false };
    try {
        const { guarantee } = await repository.tag(tag, bytes, descriptor.mediaType, 'absent');
        const digest = await settled(repository, commit, { guarantee, digest: descriptor.digest });
        return { digest, won: digest === descriptor.digest };
    }
    catch (error) {
        if (!(error instanceof _oci__WEBPACK_IMPORTED_MODULE_2__/* .TagMoved */ .a9) || error.found === undefined)
            throw error;
        const { found: digest } = error;
        return {
            digest: await settled(repository, commit, { guarantee: 'read-back', digest }),
            won: false,
        };
    }
}
/** Storage that cannot compare lets two claims through: the later write is the one that stays. */
async function settled(repository, commit, { guarantee, digest }) {
    if (guarantee === 'atomic')
        return digest;
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(settleMs);
    return (await claimed(repository, commit))?.digest ?? digest;
}


/***/ }),

/***/ 5048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ putVersion)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2420);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9205);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9801);



/**
 * Gives a digest its version, once and for ever.
 * @throws Refused when the version stands on another digest
 */
async function putVersion(repository, version, content) {
    const tag = (0,_version__WEBPACK_IMPORTED_MODULE_0__/* .versionTag */ .Vm)(version);
    const { digest, mediaType } = content.descriptor;
    const standing = await repository.resolve(tag);
    if (standing !== undefined)
        return same(repository, version, { digest, found: standing.digest });
    try {
        await repository.tag(tag, content.bytes, mediaType, 'absent');
        return 'written';
    }
    catch (error) {
        // Written between the question and our answer, or refused by the registry's own rule: who is it?
        if (!(error instanceof _oci__WEBPACK_IMPORTED_MODULE_1__/* .TagMoved */ .a9 || error instanceof _oci__WEBPACK_IMPORTED_MODULE_1__/* .TagImmutable */ .Nq))
            throw error;
        const found = (await repository.resolve(tag))?.digest;
        if (found === undefined)
            throw error;
        return same(repository, version, { digest, found });
    }
}
function same(repository, version, { digest, found }) {
    if (found === digest)
        return 'there';
    throw new _io__WEBPACK_IMPORTED_MODULE_2__/* .Refused */ .Lw('version-taken', `version ${version.text} of ${repository.name} is written once: it stands on ${found}, and this is ${digest}; release it under a new version`);
}


/***/ }),

/***/ 7732:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ buildEvent),
  K: () => (/* binding */ runEvent)
});

// EXTERNAL MODULE: ./packages/io/nothing.ts
var nothing = __webpack_require__(6330);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/failure.ts
var failure = __webpack_require__(1593);
// EXTERNAL MODULE: ./packages/version/names.ts
var names = __webpack_require__(9801);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
// EXTERNAL MODULE: ./packages/dockerfile/fault.ts
var fault = __webpack_require__(2793);
;// CONCATENATED MODULE: ./packages/dockerfile/pattern.ts
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
/** Reads `[…]`; undefined when it does not end or is empty. `^` negates, `\` escapes. */
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

;// CONCATENATED MODULE: ./packages/dockerfile/ignore.ts




/** Names of the ignore files of a Dockerfile: the first that exists counts, the other lies in the context. */
const ignoreFileNames = (dockerfilePath) => [
    `${dockerfilePath}.dockerignore`,
    '.dockerignore',
];
/**
 * Reads a .dockerignore: the last rule that matches a path or a folder above it decides.
 * https://docs.docker.com/build/concepts/context/#dockerignore-files
 * @throws UsageError with the line of a malformed pattern
 */
function ignoreRules(text, file = '.dockerignore') {
    const rules = text
        .replace(/^\uFEFF/, '')
        .split('\n')
        .map((line, index) => parseRule(line, { file, line: index + 1 }))
        .filter((rule) => rule !== undefined);
    return {
        ignores: (path) => {
            let ignored = false;
            for (const { include, tokens } of rules) {
                if (include === ignored && matchesPathOrAbove(tokens, path))
                    ignored = !include;
            }
            return ignored;
        },
        mayHoldIncluded: (folder) => rules.some(({ include, tokens }) => include && mayContinue(tokens, `${folder}/`)),
    };
}
function matchesPathOrAbove(tokens, path) {
    for (const length of matches(tokens, path)) {
        if (length > 0 && (length === path.length || path.charAt(length) === '/'))
            return true;
    }
    return false;
}
function parseRule(written, at) {
    if (written.startsWith('#'))
        return undefined;
    const line = written.trim();
    const include = line.startsWith('!');
    const pattern = include ? line.slice(1).trim() : line;
    if (pattern === '') {
        if (include)
            throw (0,fault/* fault */.D)(at, 'a "!" stands alone: a pattern is missing after it');
        return undefined;
    }
    const clean = external_node_path_.posix
        .normalize(pattern)
        .replace(/(?<=.)\/$/, '')
        .replace(/^\/(?=.)/, '')
        .trim();
    const tokens = ignoreTokens(Array.from(clean));
    if (tokens === undefined)
        throw (0,fault/* fault */.D)(at, `${(0,quote/* quote */.h)(pattern)} is a malformed pattern`);
    return { include, tokens };
}
/** Go's filepath.Match with `**`, which stands for any number of folders and at the end for everything. */
function ignoreTokens(text) {
    const tokens = [];
    for (let at = 0; at < text.length; at += 1) {
        const char = text[at] ?? '';
        if (char === '[') {
            const found = parseClass(text, at);
            if (found === undefined)
                return undefined;
            tokens.push(found.token);
            at = found.end - 1;
        }
        else if (char === '\\') {
            at += 1;
            const escaped = text[at];
            if (escaped === undefined)
                return undefined;
            tokens.push({ kind: 'char', char: escaped });
        }
        else if (char === '*' && text[at + 1] === '*') {
            // `**/**/` is `**/`.
            if (tokens.at(-1)?.kind !== 'through' || text[at + 2] !== '/')
                tokens.push(...deep(text, at));
            at += text[at + 2] === '/' ? 2 : 1;
        }
        else if (char === '*') {
            tokens.push({ kind: 'star' });
        }
        else {
            tokens.push(char === '?' ? { kind: 'any' } : { kind: 'char', char });
        }
    }
    return tokens;
}
function deep(text, at) {
    const after = text.slice(at + (text[at + 2] === '/' ? 3 : 2));
    // Docker takes "**x" without further wildcards for "ends with x", whatever stands before it in the name.
    const ending = at === 0 && text[2] !== '/' && !after.some((char) => /[*?[\]\\]/.test(char));
    if (after.length === 0 || ending)
        return [{ kind: 'all' }];
    return [{ kind: 'maybe' }, { kind: 'through' }];
}

;// CONCATENATED MODULE: ./packages/pipeline/clean.ts


/** Enough to mend it; nobody reads a thousand. */
const shown = 20;
/**
 * Paths that the build reads and that are not as in the commit: changed, untracked, or ignored by git
 * while the ignore file lets them in. Empty: what comes out belongs to the commit.
 * @returns paths relative to the top of the repository, twenty at most
 */
async function dirtOf(history, inputs) {
    const rules = inputs.ignore === undefined ? undefined : ignoreRules(inputs.ignore);
    const dirty = [];
    for (const { path } of await history.changes(inputs.context)) {
        const folder = path.endsWith('/');
        const name = folder ? path.slice(0, -1) : path;
        const letIn = rules === undefined ||
            !rules.ignores(name, folder) ||
            (folder && rules.mayHoldIncluded(name));
        if (letIn)
            dirty.push(external_node_path_.posix.join(inputs.context, path));
    }
    for (const file of inputs.files) {
        const changes = await history.changes(external_node_path_.posix.dirname(file));
        const changed = changes.some(({ path }) => external_node_path_.posix.join(external_node_path_.posix.dirname(file), path) === file);
        if (changed && !dirty.includes(file))
            dirty.push(file);
    }
    return dirty.slice(0, shown);
}

// EXTERNAL MODULE: ./packages/pipeline/document.ts
var pipeline_document = __webpack_require__(7628);
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

;// CONCATENATED MODULE: ./packages/dockerfile/remote.ts
/** Whether an ADD source is a download or a git repository; undefined: a path. */
function remoteKind(source) {
    if (/^(?:git|ssh):\/\/|^git@/i.test(source))
        return 'git';
    if (!/^https?:\/\//i.test(source))
        return undefined;
    return /\.git(?:[#?]|$)/.test(source) ? 'git' : 'http';
}

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
        for (const length of matches(tokens, end)) {
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
    for (const length of matches(tokens, text)) {
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
    const scope = scopeOf(dockerfile, { args, platform, buildPlatform, target: wanted });
    const stages = inOrder(dockerfile, target, scope);
    const instructions = stages.flatMap(({ stage }) => stage.instructions);
    return {
        dockerfile,
        target,
        stages,
        externals: stages.flatMap((stage) => externalsOf(dockerfile, stage)),
        needsRun: instructions.find(({ keyword }) => keyword === 'RUN'),
        beyond: instructions.flatMap(beyondOf),
        unused: unusedArgs(dockerfile, scope.given.keys()),
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
    const kinds = new Set(words.slice(0, -1).map(remoteKind));
    return [
        ...(kinds.has('http') ? [{ line, text, why: 'ADD downloads a file' }] : []),
        ...(kinds.has('git') ? [{ line, text, why: 'ADD clones a git repository' }] : []),
    ];
}

;// CONCATENATED MODULE: ./packages/dockerfile/healthcheck.ts



const nanoseconds = {
    ns: 1,
    us: 1e3,
    µs: 1e3,
    ms: 1e6,
    s: 1e9,
    m: 60e9,
    h: 3600e9,
};
/** A HEALTHCHECK as the image's config holds it. https://docs.docker.com/reference/dockerfile/#healthcheck */
function healthcheckOf({ form, words, flags }, at) {
    const [type = '', ...command] = words;
    const time = (name) => {
        const text = (0,dockerfile_flags/* flagText */.us)(flags, name);
        return text === undefined ? undefined : duration(text, name, at);
    };
    const retries = (0,dockerfile_flags/* flagText */.us)(flags, 'retries');
    if (retries !== undefined && !/^\d{1,9}$/.test(retries)) {
        throw (0,fault/* fault */.D)(at, `--retries is a whole number, not ${(0,quote/* quote */.h)(retries)}`);
    }
    return {
        test: type === 'NONE' ? ['NONE'] : [form === 'exec' ? 'CMD' : 'CMD-SHELL', ...command],
        interval: time('interval'),
        timeout: time('timeout'),
        startPeriod: time('start-period'),
        startInterval: time('start-interval'),
        retries: retries === undefined ? undefined : Number(retries),
    };
}
/** A duration as Go writes it: `1m30s`. https://pkg.go.dev/time#ParseDuration */
function duration(text, name, at) {
    const parts = [...text.matchAll(/(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)/gy)];
    const whole = parts.map(([part]) => part).join('') === text && parts.length > 0;
    if (text === '0')
        return 0;
    const total = parts.reduce((sum, [, n = '', unit = '']) => sum + Number(n) * (nanoseconds[unit] ?? 0), 0);
    if (!whole || !Number.isSafeInteger(Math.round(total))) {
        throw (0,fault/* fault */.D)(at, `--${name} is a duration such as 30s or 1m30s, not ${(0,quote/* quote */.h)(text)}`);
    }
    if (total > 0 && total < 1e6)
        throw (0,fault/* fault */.D)(at, `--${name} is at least 1ms, not ${(0,quote/* quote */.h)(text)}`);
    return Math.round(total);
}

// EXTERNAL MODULE: ./packages/dockerfile/heredoc.ts
var heredoc = __webpack_require__(7301);
// EXTERNAL MODULE: ./packages/dockerfile/parse.ts + 2 modules
var parse = __webpack_require__(6021);
;// CONCATENATED MODULE: ./packages/dockerfile/ports.ts


/**
 * Ports of an EXPOSE as `80/tcp`, ranges spelt out. A host's address and port before a colon say nothing here.
 * https://docs.docker.com/reference/dockerfile/#expose
 * @throws UsageError when a port or a protocol is none
 */
function portsOf(words, at) {
    const ports = new Set();
    for (const word of words) {
        const [, range = '', protocol = 'tcp'] = /^([^/]*)(?:\/(.*))?$/.exec(word.split(':').at(-1) ?? '') ?? [];
        const kind = protocol.toLowerCase() || 'tcp';
        const [, first = '', last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(range) ?? [];
        const [low, high] = [Number(first), Number(last)];
        if (first === '' || high > 65_535 || low > high || !['tcp', 'udp', 'sctp'].includes(kind)) {
            throw (0,fault/* fault */.D)(at, `EXPOSE takes ports such as 80, 53/udp or 8000-8005/tcp, not ${(0,quote/* quote */.h)(word)}`);
        }
        for (let port = low; port <= high; port += 1)
            ports.add(`${port}/${kind}`);
    }
    return [...ports];
}

// EXTERNAL MODULE: ./packages/dockerfile/words.ts
var dockerfile_words = __webpack_require__(5948);
;// CONCATENATED MODULE: ./packages/dockerfile/evaluate.ts










/** The ground of `FROM scratch`, and of an image whose config says nothing. */
const bareGround = { env: new Map(), args: new Map(), shell: [], triggers: [] };
/**
 * The instructions of a stage with variables filled in, ONBUILD triggers of its base first. An ENV always wins
 * over an ARG of its name, in whatever order they stand.
 * @throws UsageError with the line: bad substitution, port, duration or trigger
 */
function evaluate(plan, { stage }, ground) {
    const { dockerfile, scope } = plan;
    const evaluation = new Evaluation(dockerfile, scope, ground);
    const at = { file: dockerfile.file, line: stage.line };
    const triggered = (0,parse/* parseTriggers */.Z)(ground.triggers, at);
    const odd = triggered.find(({ keyword }) => ['FROM', 'MAINTAINER', 'ONBUILD'].includes(keyword));
    if (odd !== undefined)
        throw (0,fault/* fault */.D)(at, `the base has the ONBUILD trigger ${(0,quote/* quote */.h)(odd.text)}`);
    const steps = [...triggered, ...stage.instructions].map((one) => evaluation.step(one));
    return { steps, ground: evaluation.ground() };
}
const charactersOfPort = 9;
/** Keeps what instructions hand on to later ones. */
class Evaluation {
    #dockerfile;
    #scope;
    #filler;
    #env;
    #args;
    #triggers = [];
    #shell;
    constructor(dockerfile, scope, { env, args, shell }) {
        this.#dockerfile = dockerfile;
        this.#scope = scope;
        this.#filler = scope.filler;
        this.#env = new Map(env);
        this.#args = new Map(args);
        this.#shell = shell.length === 0 ? ['/bin/sh', '-c'] : shell;
    }
    ground() {
        return { env: this.#env, args: this.#args, shell: this.#shell, triggers: this.#triggers };
    }
    step(instruction) {
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
                throw (0,fault/* fault */.D)(this.#at(instruction), 'FROM starts a stage');
        }
    }
    #lookup = (name) => this.#env.get(name) ?? this.#args.get(name);
    #at({ line }) {
        return this.#filler.at(line);
    }
    #fill({ line }, text) {
        return this.#filler.fill(line, text, this.#lookup);
    }
    #pairs(keyword, instruction) {
        const pairs = instruction.words.map((word) => {
            const equals = word.indexOf('=');
            const name = this.#fill(instruction, word.slice(0, equals));
            if (name === '')
                throw (0,fault/* fault */.D)(this.#at(instruction), `${keyword} has an empty name`);
            return [name, this.#fill(instruction, word.slice(equals + 1))];
        });
        // After all of them: a value sees what was set before this instruction.
        if (keyword === 'ENV')
            for (const [name, value] of pairs)
                this.#env.set(name, value);
        return pairs;
    }
    #arg(instruction) {
        const set = (name, value) => {
            if (value !== undefined)
                this.#args.set(name, value);
        };
        return [...assignArgs(instruction, { scope: this.#scope, lookup: this.#lookup, set })];
    }
    #command({ form, words }) {
        return form === 'exec' ? words : [...this.#shell, ...words];
    }
    #ports(instruction) {
        const words = instruction.words.flatMap((word) => (0,dockerfile_words/* plainWords */.c5)(this.#fill(instruction, word)));
        const ports = portsOf(words, this.#at(instruction));
        this.#filler.count(instruction.line, ports.length * charactersOfPort);
        return ports;
    }
    #trigger({ words, heredocs }) {
        const trigger = [words[0] ?? '', ...heredocs.map(({ body, name }) => body + name)].join('\n');
        this.#triggers.push(trigger);
        return trigger;
    }
    #transfer(keyword, instruction) {
        const { words, flags, heredocs, form } = instruction;
        const isDocument = (word) => form !== 'exec' && (0,heredoc/* parseOpening */._W)(word) !== undefined;
        const sources = words.slice(0, -1).filter((word) => !isDocument(word));
        const documents = heredocs.map(({ name, body, expand }) => ({
            name: this.#fill(instruction, name),
            body: expand ? this.#filler.fillDocument(instruction.line, body, this.#lookup) : body,
        }));
        const text = (name) => {
            const value = (0,dockerfile_flags/* flagText */.us)(flags, name);
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
            link: (0,dockerfile_flags/* flagOn */.wi)(flags, 'link') ?? false,
            parents: (0,dockerfile_flags/* flagOn */.wi)(flags, 'parents') ?? false,
            unpack: (0,dockerfile_flags/* flagOn */.wi)(flags, 'unpack'),
            exclude: flags.flatMap(({ name, value }) => name === 'exclude' && value !== true ? [value] : []),
        };
    }
}

// EXTERNAL MODULE: ./packages/io/names.ts
var io_names = __webpack_require__(7663);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var oci_errors = __webpack_require__(9205);
;// CONCATENATED MODULE: ./packages/image/entry.ts
const tarLimits = {
    what: 'the tar archive',
    maxEntries: 2_000_000,
    // PATH_MAX of Linux: what is longer cannot be unpacked anywhere.
    maxPathBytes: 4096,
    maxHeaderBytes: 1 << 20,
    maxHeadersBytes: 1 << 28,
};

;// CONCATENATED MODULE: ./packages/image/header.ts
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
    const number = (from, length, what) => parseNumber(block, from, length) ?? fail(`a header has a ${what} that is no number`);
    const format = formatOf(block);
    const name = cString(block, 0, 100);
    const prefix = format === 'gnu' ? oldPrefix(block) : cString(block, 345, prefixBytes[format]);
    const devices = format !== 'v7';
    return {
        type: String.fromCharCode(block[156] ?? 0),
        path: prefix.length === 0 ? name : Buffer.concat([prefix, Buffer.from('/'), name]),
        link: cString(block, 157, 100),
        mode: number(100, 8, 'mode') & 0o7777,
        uid: number(108, 8, 'uid'),
        gid: number(116, 8, 'gid'),
        sizeBytes: number(124, 12, 'size'),
        modified: number(136, 12, 'time'),
        major: devices ? number(329, 8, 'device number') : 0,
        minor: devices ? number(337, 8, 'device number') : 0,
    };
}
/** Star has a time behind a shorter one. */
const prefixBytes = {
    ustar: 155,
    star: 131,
    v7: 0,
};
/** GNU keeps times where POSIX has a prefix for the path. Old writers put one there all the same, and Go reads it. */
function oldPrefix(block) {
    const isTime = (at) => block[at] === 0 || parseNumber(block, at, 12) !== undefined;
    const prefix = cString(block, 345, 155);
    const isPrefix = !(isTime(345) && isTime(357)) && prefix.every((byte) => byte < 0x80);
    return isPrefix ? prefix : prefix.subarray(0, 0);
}
function formatOf(block) {
    const at = (from, length) => Buffer.from(block.buffer, block.byteOffset + from, length).toString('latin1');
    if (at(257, 8) === 'ustar  \0')
        return 'gnu';
    if (at(257, 6) !== 'ustar\0')
        return 'v7';
    return at(508, 4) === 'tar\0' ? 'star' : 'ustar';
}
/** Bytes up to the first NUL, copied: the block is in memory that comes to hold other bytes. */
function cString(block, from, length) {
    const field = block.subarray(from, from + length);
    const end = field.indexOf(0);
    return Uint8Array.from(field.subarray(0, end < 0 ? length : end));
}
/** Octal digits among blanks and NULs, up to a NUL behind them, or GNU's base 256 when the first bit is set. */
function parseNumber(block, from, length) {
    const first = block[from] ?? 0;
    if ((first & 0x80) !== 0)
        return parseBase256(block.subarray(from, from + length));
    const end = from + length;
    let at = from;
    while (at < end && isBlank(block[at]))
        at++;
    let value = 0;
    for (; at < end && !isBlank(block[at]); at++) {
        const digit = (block[at] ?? 0) - 0x30;
        if (digit < 0 || digit > 7)
            return undefined;
        value = value * 8 + digit;
    }
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
/** Old archivers summed signed bytes, so both sums are right. */
function hasRightSum(block, fail) {
    const expected = parseNumber(block, 148, 8) ?? fail('a header has a checksum that is no number');
    let unsigned = 8 * 0x20;
    let high = 0;
    for (let at = 0; at < blockBytes; at++) {
        if (at === 148)
            at = 156;
        const byte = block[at] ?? 0;
        unsigned += byte;
        if (byte > 127)
            high++;
    }
    return expected === unsigned || expected === unsigned - 256 * high;
}

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
        this.#padding = padding(sizeBytes);
    }
    async *read() {
        for (let bytes = await this.#next(); bytes !== undefined; bytes = await this.#next()) {
            yield bytes;
        }
    }
    async finish() {
        this.#passed = true;
        const rest = this.#left + this.#padding;
        if (rest > 0 && (await this.#reader.skip(rest)) < rest)
            this.#fail('it ends inside a file');
    }
    async #next() {
        if (this.#passed)
            this.#fail('the body of an entry was asked for after the next entry');
        if (this.#left === 0)
            return undefined;
        const bytes = await this.#reader.some(this.#left);
        if (bytes.length === 0)
            this.#fail('it ends inside a file');
        this.#left -= bytes.length;
        return bytes;
    }
}

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
        if (key === '' || (pax_names.has(key) && value.includes(0))) {
            return fail('a pax header has a record without a key or with a NUL in a name');
        }
        records.set(key, value);
        at = end;
    }
    return records;
}
const pax_names = new Set(['path', 'linkpath', 'GNU.sparse.name']);
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
    return value === undefined || value.length === 0 ? undefined : value;
}
/**
 * Whether these say that a file is stored with holes, in a version that Go's reader knows; to it all others are plain files.
 * https://www.gnu.org/software/tar/manual/html_section/Sparse-Formats.html
 */
function isSparse(pax) {
    const text = (key) => Buffer.from(pax.get(`GNU.sparse.${key}`) ?? []).toString('latin1');
    const version = `${text('major')}.${text('minor')}`;
    if (version !== '.')
        return ['0.0', '0.1', '1.0'].includes(version);
    return text('map') !== '' || pax.has('GNU.sparse.offset');
}
const xattr = 'SCHILY.xattr.';
/** Extended attributes, undefined when there are none. */
function paxXattrs(pax) {
    const found = [...pax].filter(([key]) => key.startsWith(xattr));
    if (found.length === 0)
        return undefined;
    return new Map(found.map(([key, value]) => [key.slice(xattr.length), value]));
}

;// CONCATENATED MODULE: ./packages/image/reader.ts
const reader_nothing = new Uint8Array(0);
/** Takes stretches of wanted lengths out of chunks of any length; copies only across a border. */
class ByteReader {
    #source;
    #chunk = reader_nothing;
    #at = 0;
    constructor(source) {
        this.#source = source[Symbol.asyncIterator]();
    }
    /** `length` bytes if they are here already: the way around a promise for each header. */
    buffered(length) {
        if (this.#chunk.length - this.#at < length)
            return undefined;
        return this.#chunk.subarray(this.#at, (this.#at += length));
    }
    /** At most `max` bytes, at least one; none at the end. */
    async some(max) {
        if (!(await this.#fill()))
            return reader_nothing;
        const end = Math.min(this.#chunk.length, this.#at + max);
        return this.#chunk.subarray(this.#at, (this.#at = end));
    }
    /** `length` bytes, or what was left of them. */
    async upTo(length) {
        const here = this.buffered(length);
        if (here !== undefined)
            return here;
        const parts = [];
        let missing = length;
        while (missing > 0) {
            const part = await this.some(missing);
            if (part.length === 0)
                break;
            // The next chunk may come in the same memory.
            parts.push(Uint8Array.from(part));
            missing -= part.length;
        }
        return Buffer.concat(parts);
    }
    /** How many of `length` bytes there were to skip. */
    async skip(length) {
        let left = length;
        while (left > 0 && (await this.#fill())) {
            const step = Math.min(left, this.#chunk.length - this.#at);
            this.#at += step;
            left -= step;
        }
        return length - left;
    }
    /** Reads to the end and forgets it, so that a source that checks itself gets to its check. */
    async drain() {
        do
            this.#at = this.#chunk.length;
        while (await this.#fill());
    }
    /** Gives the source up. */
    async close() {
        await this.#source.return?.();
    }
    async #fill() {
        while (this.#at >= this.#chunk.length) {
            const next = await this.#source.next();
            if (next.done === true)
                return false;
            this.#chunk = next.value;
            this.#at = 0;
        }
        return true;
    }
}

;// CONCATENATED MODULE: ./packages/image/entries.ts






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
const nothingBefore = () => ({ pax: new Map(), path: undefined, link: undefined });
/**
 * The entries of a plain tar archive in their order: ustar, pax, GNU and old ones, as Go's archive/tar reads them,
 * since engines unpack with that. Ends at two zero blocks and then reads its source to the end.
 * @throws Corrupt for an archive that is cut off, malformed, or over a limit
 */
async function* entries(tar, limits = {}) {
    const walker = new Walker(new ByteReader(tar), { ...tarLimits, ...limits });
    try {
        for (;;) {
            const entry = await walker.next();
            if (entry === undefined)
                return;
            yield entry;
        }
    }
    finally {
        await walker.close();
    }
}
/** An empty name is none: the header's own counts. */
function nameOf(extension) {
    const name = cString(extension, 0, Infinity);
    return name.length === 0 ? undefined : name;
}
/** Old archives have no type, and tell directories by a slash at the end. */
function kindOf(type, path) {
    if (type === '\0')
        return path.at(-1) === 0x2f ? 'directory' : 'file';
    return kinds[type];
}
class Walker {
    #reader;
    #limits;
    #body;
    #seen = 0;
    #headersBytes = 0;
    constructor(reader, limits) {
        this.#reader = reader;
        this.#limits = limits;
    }
    async next() {
        let before = nothingBefore();
        for (;;) {
            await this.#body?.finish();
            this.#body = undefined;
            const block = this.#reader.buffered(blockBytes) ?? (await this.#reader.upTo(blockBytes));
            if (await this.#isEnd(block))
                return undefined;
            if (++this.#seen > this.#limits.maxEntries) {
                return this.#fail(`it has more than ${this.#limits.maxEntries} entries`);
            }
            const header = parseHeader(block, this.#fail);
            switch (header.type) {
                case 'x':
                    before = { ...before, pax: parsePax(await this.#extension(header), this.#fail) };
                    break;
                case 'L':
                    before = { ...before, path: nameOf(await this.#extension(header)) };
                    break;
                case 'K':
                    before = { ...before, link: nameOf(await this.#extension(header)) };
                    break;
                case 'g':
                    // Engines ignore global headers, so what they say is not what runs; and Go takes one for an entry.
                    await this.#extension(header);
                    before = nothingBefore();
                    break;
                default: {
                    const entry = await this.#entry(header, block, before);
                    if (entry !== undefined)
                        return entry;
                    before = nothingBefore();
                }
            }
        }
    }
    async close() {
        await this.#reader.close();
    }
    #fail = (why) => {
        throw new oci_errors/* Corrupt */.Q6(this.#limits.what, why);
    };
    async #isEnd(block) {
        if (block.length === 0)
            return true;
        if (block.length < blockBytes)
            return this.#fail('it ends inside a header');
        if (!isZero(block))
            return false;
        const second = await this.#reader.upTo(blockBytes);
        if (!isZero(second))
            return this.#fail('a zero block stands between its entries');
        await this.#reader.drain();
        return true;
    }
    async #extension({ sizeBytes }) {
        if (sizeBytes < 0 || sizeBytes > this.#limits.maxHeaderBytes) {
            this.#fail(`a header is longer than ${this.#limits.maxHeaderBytes} bytes`);
        }
        const { maxHeadersBytes } = this.#limits;
        if ((this.#headersBytes += sizeBytes) > maxHeadersBytes) {
            this.#fail(`its headers are longer than ${maxHeadersBytes} bytes`);
        }
        const bytes = Uint8Array.from(await this.#reader.upTo(sizeBytes));
        const rest = padding(sizeBytes);
        if (bytes.length < sizeBytes || (await this.#reader.skip(rest)) < rest) {
            this.#fail('it ends inside a header');
        }
        return bytes;
    }
    async #entry(header, block, before) {
        const { pax } = before;
        const fail = this.#fail;
        const stored = paxNumber(pax, 'size', fail) ?? header.sizeBytes;
        if (stored < 0)
            fail('an entry has a negative size');
        const sparse = await this.#sparseSize(header, block, { pax, stored });
        const sparseName = isSparse(pax) ? paxName(pax, 'GNU.sparse.name') : undefined;
        const path = sparseName ?? before.path ?? paxName(pax, 'path') ?? header.path;
        const kind = kindOf(header.type, path);
        const hasBody = kind === 'file' || kind === undefined;
        const body = new BodyReader(this.#reader, hasBody ? stored : 0, fail);
        this.#body = body;
        // Engines step over types that they do not know.
        if (kind === undefined)
            return undefined;
        const link = before.link ?? paxName(pax, 'linkpath') ?? header.link;
        const xattrs = paxXattrs(pax);
        return {
            path: this.#bounded(path),
            kind,
            mode: header.mode,
            uid: paxNumber(pax, 'uid', fail) ?? header.uid,
            gid: paxNumber(pax, 'gid', fail) ?? header.gid,
            sizeBytes: hasBody ? (sparse ?? stored) : 0,
            modified: paxNumber(pax, 'mtime', fail, paxTime) ?? header.modified,
            ...(kind === 'symlink' || kind === 'hardlink' ? { link: this.#bounded(link) } : {}),
            ...(kind === 'character' || kind === 'block'
                ? { device: { major: header.major, minor: header.minor } }
                : {}),
            ...(xattrs === undefined ? {} : { xattrs }),
            ...(kind === 'file' && sparse === undefined ? { body: () => body.read() } : {}),
        };
    }
    /** The size of a file stored with holes, whose map is stepped over; undefined for every other. */
    async #sparseSize(header, block, { pax, stored }) {
        if (header.type !== 'S') {
            if (!isSparse(pax))
                return undefined;
            const keys = ['GNU.sparse.size', 'GNU.sparse.realsize'];
            const sizes = keys.map((key) => paxNumber(pax, key, this.#fail));
            return sizes.find((size) => size !== undefined) ?? stored;
        }
        const size = parseNumber(block, 483, 12) ?? this.#fail('a sparse file has a size that is no number');
        let more = block[482] !== 0;
        for (let blocks = 0; more; blocks++) {
            const next = await this.#reader.upTo(blockBytes);
            if (next.length < blockBytes)
                this.#fail('it ends inside a header');
            if (blocks * blockBytes > this.#limits.maxHeaderBytes) {
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

// EXTERNAL MODULE: ./packages/image/path.ts
var image_path = __webpack_require__(3129);
;// CONCATENATED MODULE: ./packages/image/layer.ts




const whiteout = '.wh.';
const opaque = '.wh..wh..opq';
/** Bookkeeping of aufs, which engines ignore. */
const bookkeeping = '.wh..wh.';
/**
 * Reads the headers of a layer once, and keeps the bodies that `keep` asks for: whoever wants them needs no second walk. https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md
 * @throws Corrupt for a malformed archive, a path that leaves the root, a whiteout of nothing
 */
async function readLayer(source, limits = {}, keep = () => false) {
    const kept = [];
    const whiteouts = [];
    const opaques = [];
    let ordinal = -1;
    for await (const entry of entries(source.open(), { ...limits, what: source.what })) {
        ordinal++;
        const path = inside(entry.path, source.what);
        const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
        if (name === opaque)
            opaques.push(parent);
        else if (name.startsWith(bookkeeping))
            continue;
        else if (!name.startsWith(whiteout)) {
            const plain = layerEntry(entry, path, ordinal, source.what);
            const bytes = keep(path, entry.sizeBytes) ? await bytesOf(entry) : undefined;
            kept.push(bytes === undefined ? plain : { ...plain, bytes });
        }
        else
            whiteouts.push((0,image_path/* joinPath */.uJ)(parent, layer_hidden(name, path, source.what)));
    }
    return { source, entries: kept, whiteouts, opaque: opaques };
}
async function bytesOf({ body }) {
    if (body === undefined)
        return undefined;
    const parts = [];
    // Copied: a chunk belongs to the walk that gave it.
    for await (const part of body())
        parts.push(Uint8Array.from(part));
    return Buffer.concat(parts);
}
function layer_hidden(name, path, what) {
    const target = name.slice(whiteout.length);
    if (target !== '' && target !== '.' && target !== '..')
        return target;
    throw new oci_errors/* Corrupt */.Q6(what, `${(0,image_path/* quoted */.TL)(path)} is a whiteout of nothing`);
}
function inside(path, what) {
    const clean = (0,image_path/* cleanPath */.ts)((0,image_path/* rawOf */.UD)(path));
    if (clean !== undefined)
        return clean;
    throw new oci_errors/* Corrupt */.Q6(what, `its entry ${(0,image_path/* quoted */.TL)((0,image_path/* rawOf */.UD)(path))} leads out of the root`);
}
function layerEntry(entry, path, ordinal, what) {
    const { kind, mode, uid, gid, sizeBytes, modified, link, device, xattrs, body } = entry;
    const target = link === undefined ? undefined : kind === 'hardlink' ? inside(link, what) : (0,image_path/* rawOf */.UD)(link);
    return {
        path,
        kind,
        mode,
        uid,
        gid,
        sizeBytes,
        modified,
        ...(device === undefined ? {} : { device }),
        ...(xattrs === undefined ? {} : { xattrs }),
        ordinal,
        hasBody: body !== undefined,
        ...(target === undefined ? {} : { link: target }),
    };
}
/** The bodies of the entries with these ordinals, in the order of the layer; stops after the last one. */
async function* bodies(source, ordinals) {
    let at = -1;
    let missing = ordinals.size;
    if (missing === 0)
        return;
    for await (const { body } of entries(source.open(), { ...tarLimits, what: source.what })) {
        if (!ordinals.has(++at) || body === undefined)
            continue;
        yield { ordinal: at, body };
        if (--missing === 0)
            return;
    }
    throw new oci_errors/* Corrupt */.Q6(source.what, 'it is not the same when it is read again');
}
const isPlain = (kind) => kind !== 'hardlink';

;// CONCATENATED MODULE: ./packages/image/node.ts

/** The bytes of one body. */
async function* bytesOfBody(body) {
    if ('open' in body)
        yield* body.open();
    else {
        for await (const found of bodies(body.layer, new Set([body.ordinal])))
            yield* found.body();
    }
}

;// CONCATENATED MODULE: ./packages/image/tree.ts





const implied = () => ({
    kind: 'directory',
    mode: 0o755,
    uid: 0,
    gid: 0,
    modified: 0,
    children: new Map(),
});
/** As many as Linux follows are 40; engines that resolve paths themselves stop at 255. */
const maxLinks = 255;
const maxNodes = 8_000_000;
/** The file system of an image, without the bytes of its files. */
class FileTree {
    #root;
    #nodes = 0;
    constructor(root = implied()) {
        this.#root = root;
    }
    get root() {
        return this.#root;
    }
    /** One that changes on its own. */
    clone() {
        const copy = (directory) => ({
            ...directory,
            children: new Map([...directory.children].map(([name, node]) => [
                name,
                node.kind === 'directory' ? copy(node) : node,
            ])),
        });
        return new FileTree(copy(this.#root));
    }
    /**
     * Puts a layer on top: what it hides of the layers below goes first, whatever the order of its entries. Links are
     * not followed: a layer's `bin/x` over a link `bin` makes `bin` a directory.
     * @throws Corrupt for a hard link to nothing or to a directory, or a tree over the limit
     */
    apply(layer) {
        for (const path of layer.opaque) {
            const node = this.get(path);
            if (node?.kind === 'directory')
                this.#inner(path).children.clear();
        }
        for (const path of layer.whiteouts)
            this.remove(path);
        for (const entry of layer.entries)
            this.#add(entry, layer.source);
    }
    /** The node at a clean path, links not followed. */
    get(path) {
        let node = this.#root;
        for (const name of path === '' ? [] : path.split('/')) {
            const next = node.kind === 'directory' ? node.children.get(name) : undefined;
            if (next === undefined)
                return undefined;
            node = next;
        }
        return node;
    }
    /** Puts a leaf at a clean path; what stood there goes, and what its parents lack is made. */
    put(path, leaf) {
        const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
        this.#count();
        this.#inner(parent).children.set(name, leaf);
    }
    /** Makes a directory, or gives one that is there these attributes. */
    putDirectory(path, attributes) {
        const { children } = this.#inner(path);
        const { mode, uid, gid, modified, xattrs } = attributes;
        const node = {
            kind: 'directory',
            mode,
            uid,
            gid,
            modified,
            ...(xattrs === undefined ? {} : { xattrs }),
            children,
        };
        const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
        if (path === '')
            this.#root = node;
        else
            this.#inner(parent).children.set(name, node);
    }
    remove(path) {
        const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
        if (this.get(parent)?.kind === 'directory')
            this.#inner(parent).children.delete(name);
    }
    /**
     * Where a path leads when links are followed, never out of the root; the last link only with `followLast`. What
     * does not exist is taken as written.
     * @throws Failed (3, `link-loop`)
     */
    resolve(path, { followLast }) {
        const todo = path.split('/').reverse();
        let at = '';
        let links = 0;
        for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
            if (name === '' || name === '.')
                continue;
            if (name === '..') {
                at = (0,image_path/* splitPath */.Uf)(at).parent;
                continue;
            }
            const next = (0,image_path/* joinPath */.uJ)(at, name);
            const node = this.get(next);
            const isLast = todo.every((part) => part === '' || part === '.');
            if (node?.kind === 'symlink' && (followLast || !isLast || todo.length > 0)) {
                if (++links > maxLinks) {
                    throw new errors/* Failed */.cV(3, 'link-loop', `${(0,image_path/* quoted */.TL)(path)} leads through too many links`);
                }
                const target = node.link ?? '';
                if (target.startsWith('/'))
                    at = '';
                todo.push(...target.split('/').reverse());
                continue;
            }
            if (node !== undefined && node.kind !== 'directory' && !isLast) {
                return { path: next, blocked: next };
            }
            at = next;
        }
        const node = this.get(at);
        return { path: at, ...(node === undefined ? {} : { node }) };
    }
    /**
     * The bytes of a file, links followed; undefined when there is none.
     * @throws Corrupt when it is longer than `maxBytes` or cannot be read
     */
    async readFile(path, maxBytes) {
        const { node } = this.resolve(path, { followLast: true });
        if (node?.kind !== 'file')
            return undefined;
        if (node.sizeBytes > maxBytes) {
            throw new oci_errors/* Corrupt */.Q6((0,image_path/* quoted */.TL)(path), `it is longer than ${maxBytes} bytes`);
        }
        if (node.body === undefined)
            throw new oci_errors/* Corrupt */.Q6((0,image_path/* quoted */.TL)(path), 'it is stored sparse');
        const parts = [];
        // Copied: a chunk belongs to the walk that gave it.
        for await (const part of bytesOfBody(node.body))
            parts.push(Uint8Array.from(part));
        return Buffer.concat(parts);
    }
    #add(entry, layer) {
        const { path, kind, mode, uid, gid, modified, sizeBytes, link, device, xattrs } = entry;
        const attributes = { mode, uid, gid, modified, ...(xattrs === undefined ? {} : { xattrs }) };
        if (kind === 'directory') {
            this.putDirectory(path, attributes);
            return;
        }
        if (path === '')
            throw new oci_errors/* Corrupt */.Q6(layer.what, `its root is a ${kind}`);
        if (!isPlain(kind)) {
            this.put(path, this.#linked(entry, layer));
            return;
        }
        this.put(path, {
            kind,
            ...attributes,
            sizeBytes,
            ...(link === undefined ? {} : { link }),
            ...(device === undefined ? {} : { device }),
            ...(entry.hasBody ? { body: bodyOf(entry, layer) } : {}),
        });
    }
    #linked({ path, link }, layer) {
        const target = this.get(link ?? '');
        if (target !== undefined && target.kind !== 'directory')
            return target;
        throw new oci_errors/* Corrupt */.Q6(layer.what, `${(0,image_path/* quoted */.TL)(path)} is a hard link to ${(0,image_path/* quoted */.TL)(link ?? '')}, which is ${target === undefined ? 'not there' : 'a directory'}`);
    }
    /** The directory at a path, made with its parents where something else or nothing stands. */
    #inner(path) {
        let node = this.#root;
        for (const name of path === '' ? [] : path.split('/')) {
            let next = node.children.get(name);
            if (next?.kind !== 'directory') {
                this.#count();
                next = implied();
                node.children.set(name, next);
            }
            node = next;
        }
        return node;
    }
    #count() {
        if (++this.#nodes > maxNodes) {
            throw new oci_errors/* Corrupt */.Q6('the image', `it has more than ${maxNodes} files and directories`);
        }
    }
}
function bodyOf({ ordinal, bytes }, layer) {
    if (bytes === undefined)
        return { layer, ordinal };
    return {
        open: async function* () {
            yield bytes;
        },
    };
}

// EXTERNAL MODULE: ./packages/oci/descriptor.ts
var oci_descriptor = __webpack_require__(3239);
;// CONCATENATED MODULE: ./packages/builder/destination.ts

/** An absolute path as WORKDIR and destinations are joined: `..` does not leave the root. */
function absolute(workdir, path) {
    const parts = [];
    for (const part of `${path.startsWith('/') ? '' : workdir}/${path}`.split('/')) {
        if (part === '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    return `/${parts.join('/')}`;
}
/** Reads the destination of a COPY or ADD. */
const destinationOf = (destination, workdir) => ({
    path: (0,image_path/* rawOf */.UD)(absolute(workdir, destination).slice(1)),
    isFolder: /(?:^|\/)\.{0,2}$/.test(destination),
});

;// CONCATENATED MODULE: ./packages/builder/configure.ts

/** The config after an instruction; `hasCommand`: a CMD stands before it in its stage. */
function configure(config, step, hasCommand) {
    switch (step.keyword) {
        case 'ENV':
            return { ...config, Env: withEnv(config.Env ?? [], step.pairs) };
        case 'LABEL':
            return { ...config, Labels: sorted({ ...config.Labels, ...Object.fromEntries(step.pairs) }) };
        case 'EXPOSE':
            return { ...config, ExposedPorts: withKeys(config.ExposedPorts, step.ports) };
        case 'VOLUME':
            return { ...config, Volumes: withKeys(config.Volumes, step.paths) };
        case 'CMD':
            return { ...config, Cmd: [...step.command] };
        case 'ENTRYPOINT':
            // A command that was meant for another entrypoint does not go with this one.
            return { ...config, Entrypoint: [...step.command], Cmd: hasCommand ? config.Cmd : undefined };
        case 'SHELL':
            return { ...config, Shell: [...step.command] };
        case 'HEALTHCHECK':
            return { ...config, Healthcheck: healthcheck(step.healthcheck) };
        case 'USER':
            return { ...config, User: step.value };
        case 'WORKDIR':
            return { ...config, WorkingDir: absolute(config.WorkingDir ?? '/', step.value) };
        case 'STOPSIGNAL':
            return { ...config, StopSignal: step.value };
        case 'ONBUILD':
            return { ...config, OnBuild: [...(config.OnBuild ?? []), step.trigger] };
        case 'ARG':
        case 'MAINTAINER':
            return config;
    }
}
/** Values are replaced where they stand, new ones come last. */
function withEnv(env, pairs) {
    const all = new Map(env.map((entry) => [entry.split('=', 1)[0] ?? '', entry]));
    for (const [name, value] of pairs)
        all.set(name, `${name}=${value}`);
    return [...all.values()];
}
const envOf = (env) => new Map(env.map((entry) => {
    const [name = '', ...value] = entry.split('=');
    return [name, value.join('=')];
}));
const withKeys = (before, keys) => sorted({ ...before, ...Object.fromEntries(keys.map((key) => [key, {}])) });
const sorted = (record) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
function healthcheck(check) {
    const { interval, timeout, startPeriod, startInterval, retries } = check;
    const values = {
        Interval: interval,
        Timeout: timeout,
        StartPeriod: startPeriod,
        StartInterval: startInterval,
        Retries: retries,
    };
    const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== 0);
    return { Test: [...check.test], ...Object.fromEntries(given) };
}

;// CONCATENATED MODULE: ./packages/builder/owner.ts

const rootOwner = { uid: 0, gid: 0 };
const maxBytes = 8 << 20;
/** The largest id of Linux; -1 stands for no change. */
const maxId = 2 ** 32 - 2;
/**
 * Reads `--chown=user[:group]` with the names of the image it is for. A user's name alone brings its own group, a
 * number alone is the group too. `complain` is called with a reason.
 */
async function parseOwner(text, tree, complain) {
    const [user = '', group, ...more] = text.split(':');
    if (more.length > 0 || (user === '' && (group ?? '') === '')) {
        return complain(`--chown=${(0,quote/* quote */.h)(text)} is not user, user:group or :group`);
    }
    const { uid, gid } = user === '' ? rootOwner : await userOf(user, tree, complain);
    return {
        uid,
        gid: group === undefined || group === '' ? gid : await groupOf(group, tree, complain),
    };
}
async function userOf(user, tree, complain) {
    const number = idOf(user);
    if (number !== undefined)
        return { uid: number, gid: number };
    for (const [name, , uid = '', gid = ''] of await table(tree, 'etc/passwd')) {
        const ids = { uid: idOf(uid), gid: idOf(gid) };
        if (name === user && ids.uid !== undefined && ids.gid !== undefined) {
            return { uid: ids.uid, gid: ids.gid };
        }
    }
    return complain(`--chown: the image has no user ${(0,quote/* quote */.h)(user)} in /etc/passwd`);
}
async function groupOf(group, tree, complain) {
    const number = idOf(group);
    if (number !== undefined)
        return number;
    for (const [name, , gid = ''] of await table(tree, 'etc/group')) {
        const id = idOf(gid);
        if (name === group && id !== undefined)
            return id;
    }
    return complain(`--chown: the image has no group ${(0,quote/* quote */.h)(group)} in /etc/group`);
}
function idOf(text) {
    const number = /^[0-9]{1,10}$/.test(text) ? Number(text) : Infinity;
    return number <= maxId ? number : undefined;
}
/** The fields of each line; nothing when the image has no such file. */
async function table(tree, path) {
    const bytes = await tree.readFile(path, maxBytes);
    if (bytes === undefined)
        return [];
    return new TextDecoder()
        .decode(bytes)
        .split('\n')
        .map((line) => line.split(':'));
}

;// CONCATENATED MODULE: ./packages/builder/draft.ts


/** Changes a tree and remembers what a layer must hold to do the same. */
class LayerDraft {
    tree;
    #touched = new Set();
    constructor(tree) {
        this.tree = tree;
    }
    put(path, leaf) {
        this.tree.put(path, leaf);
        this.#touch(path);
    }
    directory(path, attributes) {
        this.tree.putDirectory(path, attributes);
        if (path !== '')
            this.#touch(path);
    }
    /** Makes the directories that are missing on a resolved path; those that are there stay as they are. */
    ensure(path, owner = rootOwner) {
        if (this.tree.get(path) !== undefined)
            return;
        this.ensure((0,image_path/* splitPath */.Uf)(path).parent, owner);
        this.directory(path, { mode: 0o755, ...owner, modified: 0 });
    }
    /**
     * Sorted by bytes, parents first. Directories on the way are in it with what the image has for them: engines
     * differ in what they make of one that is missing from a layer.
     */
    changes() {
        return [...this.#touched].sort(image_path/* byBytes */.bg).flatMap((path) => {
            const node = this.tree.get(path);
            return node === undefined ? [] : [{ path, node }];
        });
    }
    #touch(path) {
        for (let at = path; at !== '' && !this.#touched.has(at); at = (0,image_path/* splitPath */.Uf)(at).parent) {
            this.#touched.add(at);
        }
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./packages/image/inflate.ts

const outputBytes = 1 << 20;
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

;// CONCATENATED MODULE: ./packages/image/zstd-frames.ts

const magic = 0xfd2fb528;
const isSkippable = (number) => (number & 0xfffffff0) >>> 0 === 0x184d2a50;
const flushBytes = 1 << 16;
/**
 * The data frames of a zstd stream in chunks of which none reaches into a next frame. node:zlib takes the end of the
 * first frame for the end of the stream, and a stream that is cut off for one that ended.
 * https://www.rfc-editor.org/rfc/rfc8878#section-3.1
 */
async function* zstdFrames(source, fail) {
    const reader = new ByteReader(source);
    try {
        for (;;) {
            const start = await reader.upTo(4);
            if (start.length === 0)
                return;
            const number = view(start.length < 4 ? fail(cutOff) : start).getUint32(0, true);
            if (number === magic)
                yield* zstd_frames_frame(reader, start, fail);
            else if (isSkippable(number))
                await skip(reader, fail);
            else
                fail('zstd: something else stands after a frame');
        }
    }
    finally {
        await reader.close();
    }
}
const cutOff = 'zstd: it is cut off';
const view = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
async function skip(reader, fail) {
    const size = await exactly(reader, 4, fail);
    const length = view(size).getUint32(0, true);
    if ((await reader.skip(length)) < length)
        fail(cutOff);
}
async function exactly(reader, length, fail) {
    const bytes = await reader.upTo(length);
    return bytes.length < length ? fail(cutOff) : bytes;
}
async function* zstd_frames_frame(reader, start, fail) {
    const descriptor = await exactly(reader, 1, fail);
    const flags = descriptor[0] ?? 0;
    const parts = [start, descriptor, await exactly(reader, headerBytes(flags), fail)];
    let waiting = parts.reduce((total, part) => total + part.length, 0);
    for (let last = false; !last;) {
        const header = await exactly(reader, 3, fail);
        const number = (header[0] ?? 0) | ((header[1] ?? 0) << 8) | ((header[2] ?? 0) << 16);
        last = (number & 1) === 1;
        // A block of type 1 is one byte, repeated.
        const length = ((number >> 1) & 3) === 1 ? 1 : number >> 3;
        parts.push(header, await exactly(reader, length, fail));
        waiting += 3 + length;
        if (waiting < flushBytes || last)
            continue;
        yield Buffer.concat(parts.splice(0));
        waiting = 0;
    }
    const hasChecksum = (flags & 4) !== 0;
    if (hasChecksum)
        parts.push(await exactly(reader, 4, fail));
    yield Buffer.concat(parts);
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
const defaults = { what: 'the stream', maxBytes: 64 * 2 ** 30 };
/**
 * The stream as it was before gzip or zstd, told by its first bytes as engines do it, whatever its media type says.
 * @throws Corrupt when it does not inflate, inflates to more than the limit, or is compressed in another way
 */
async function* uncompressed(stream, limits = {}) {
    const { what, maxBytes, inThread = false } = { ...defaults, ...limits };
    const { start, rest } = await peek(stream);
    const compression = compressionOf(start);
    if (compression === 'bzip2' || compression === 'xz') {
        await rest.return();
        throw new oci_errors/* Corrupt */.Q6(what, `${compression} is not a compression of layers: gzip and zstd are`);
    }
    let bytes = 0;
    const plain = compression === 'none' ? rest : inflate(rest, compression, { what, inThread });
    for await (const chunk of plain) {
        bytes += chunk.length;
        if (bytes > maxBytes)
            throw new oci_errors/* Corrupt */.Q6(what, `it inflates to more than ${maxBytes} bytes`);
        yield chunk;
    }
}
/** The first bytes, and the whole again. */
async function peek(stream) {
    const source = stream[Symbol.asyncIterator]();
    let start = new Uint8Array(0);
    while (start.length < 6) {
        const next = await source.next();
        if (next.done === true)
            break;
        start = start.length === 0 ? next.value : Buffer.concat([start, next.value]);
    }
    const rest = async function* () {
        try {
            if (start.length > 0)
                yield start;
            for (;;) {
                const next = await source.next();
                if (next.done === true)
                    return;
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
    const input = compression === 'gzip' ? source : zstdFrames(source, corrupt);
    const inflater = inThread ? Inflater.open(compression, fail) : undefined;
    if (inflater !== undefined) {
        yield* inflateWith(inflater, input);
        return;
    }
    const stream = compression === 'gzip' ? (0,external_node_zlib_.createGunzip)({ chunkSize }) : (0,external_node_zlib_.createZstdDecompress)({ chunkSize });
    // Its error arrives through the iteration below.
    (0,external_node_stream_.pipeline)(external_node_stream_.Readable.from(input), stream, () => undefined);
    try {
        yield* stream;
    }
    catch (error) {
        if (!/^(?:Z_|ZSTD_|ERR_ZSTD)/.test((0,errors/* codeOf */.$N)(error) ?? ''))
            throw error;
        corrupt(`${compression}: ${(0,errors/* messageOf */.bD)(error)}`, error);
    }
}

;// CONCATENATED MODULE: ./packages/builder/archive.ts



/**
 * The archive that a file is, plain or compressed; undefined for any other file.
 * @throws UsageError for a compression that an engine would undo and we cannot
 */
async function archiveOf(leaf, path, at) {
    const { body } = leaf;
    if (leaf.kind !== 'file' || body === undefined)
        return undefined;
    for await (const start of bytesOfBody(body)) {
        const compression = compressionOf(start);
        if (compression === 'none' || compression === 'gzip' || compression === 'zstd')
            break;
        throw (0,fault/* fault */.D)(at, `${(0,image_path/* quoted */.TL)(path)} is compressed with ${compression}, which this builder cannot unpack: use gzip or zstd, or an engine`);
    }
    const what = `the archive ${(0,image_path/* quoted */.TL)(path)}`;
    const source = { what, open: () => uncompressed(bytesOfBody(body), { what }) };
    return (await startsAsTar(source)) ? source : undefined;
}
async function startsAsTar(source) {
    try {
        for await (const entry of entries(source.open()))
            return entry.path.length > 0;
        return false;
    }
    catch (error) {
        if (error instanceof oci_errors/* Corrupt */.Q6)
            return false;
        throw error;
    }
}
/**
 * Puts what an archive holds into a folder, owners and modes as they are in it.
 * @throws UsageError for one that is malformed or reaches out of the folder
 */
async function unpack(source, draft, into) {
    const unpacker = new Unpacker(source, draft, into);
    try {
        for await (const entry of entries(source.open(), { what: source.what }))
            unpacker.add(entry);
    }
    catch (error) {
        throw error instanceof oci_errors/* Corrupt */.Q6 ? (0,fault/* fault */.D)(into.at, error.message) : error;
    }
}
class Unpacker {
    #source;
    #draft;
    #into;
    /** Symlinks of the archive itself: nothing is written through them. */
    #links = new Set();
    #ordinal = -1;
    constructor(source, draft, into) {
        this.#source = source;
        this.#draft = draft;
        this.#into = into;
    }
    add(entry) {
        this.#ordinal++;
        const inside = this.#inside(entry.path, 'has an entry');
        if (inside === '')
            return;
        const path = this.#place(inside);
        const { kind, mode, uid, gid, modified, xattrs } = entry;
        const attributes = { mode, uid, gid, modified, ...(xattrs ? { xattrs } : {}) };
        this.#links.delete(inside);
        if (kind === 'directory')
            this.#draft.directory(path, attributes);
        else if (kind === 'hardlink')
            this.#draft.put(path, this.#linked(entry, inside));
        else
            this.#draft.put(path, this.#leaf({ ...entry, kind }, attributes));
        if (kind === 'symlink')
            this.#links.add(inside);
    }
    #leaf(entry, attributes) {
        const { kind, sizeBytes, link, device, body } = entry;
        if (kind === 'file' && body === undefined) {
            this.#refuse(`stores ${(0,image_path/* quoted */.TL)((0,image_path/* rawOf */.UD)(entry.path))} sparse, which is not supported`);
        }
        return {
            kind,
            ...attributes,
            sizeBytes,
            ...(link === undefined ? {} : { link: (0,image_path/* rawOf */.UD)(link) }),
            ...(device === undefined ? {} : { device }),
            ...(body === undefined ? {} : { body: { layer: this.#source, ordinal: this.#ordinal } }),
        };
    }
    #linked(entry, path) {
        const target = this.#inside(entry.link ?? new Uint8Array(0), 'has a hard link to');
        const node = this.#draft.tree.get(this.#place(target));
        if (node !== undefined && node.kind !== 'directory')
            return node;
        return this.#refuse(`has a hard link ${(0,image_path/* quoted */.TL)(path)} to ${(0,image_path/* quoted */.TL)(target)}, which is no file in it`);
    }
    /** Where an entry goes: links of the image on the way to it are followed, as an engine follows them. */
    #place(inside) {
        for (let at = (0,image_path/* splitPath */.Uf)(inside).parent; at !== ''; at = (0,image_path/* splitPath */.Uf)(at).parent) {
            if (!this.#links.has(at))
                continue;
            this.#refuse(`has an entry ${(0,image_path/* quoted */.TL)(inside)} that goes through its own link ${(0,image_path/* quoted */.TL)(at)}`);
        }
        const { parent, name } = (0,image_path/* splitPath */.Uf)(inside);
        const { tree } = this.#draft;
        const { path, blocked } = tree.resolve((0,image_path/* joinPath */.uJ)(this.#into.folder, parent), {
            followLast: true,
        });
        return (0,image_path/* joinPath */.uJ)(blocked === undefined ? path : (0,image_path/* joinPath */.uJ)(this.#into.folder, parent), name);
    }
    #inside(bytes, what) {
        const raw = (0,image_path/* rawOf */.UD)(bytes);
        if (raw.startsWith('/'))
            this.#refuse(`${what} ${(0,image_path/* quoted */.TL)(raw)}, which is absolute`);
        return (0,image_path/* cleanPath */.ts)(raw) ?? this.#refuse(`${what} ${(0,image_path/* quoted */.TL)(raw)}, which leads out of it`);
    }
    #refuse(why) {
        throw (0,fault/* fault */.D)(this.#into.at, `${this.#source.what} ${why}`);
    }
}

;// CONCATENATED MODULE: ./packages/builder/mode.ts
const clause = /^([ugoa]*)((?:[-+=][rwxXst]*)+)$/;
/**
 * Reads `--chmod`: octal as 0 to 7777, or symbolic as chmod(1) has it. Undefined when it is neither.
 * https://docs.docker.com/reference/dockerfile/#copy---chown---chmod
 */
function parseMode(text) {
    if (/^0*[0-7]{1,4}$/.test(text)) {
        const fixed = Number.parseInt(text, 8);
        return () => fixed;
    }
    const clauses = text.split(',').map(parseClause);
    if (clauses.includes(undefined))
        return undefined;
    const changes = clauses.flatMap((changes) => changes ?? []);
    return (mode, isDirectory) => changes.reduce((before, change) => change(before, isDirectory), mode);
}
function parseClause(text) {
    const [, who = '', actions] = clause.exec(text) ?? [];
    if (actions === undefined)
        return undefined;
    const parts = Array.from(actions.matchAll(/([-+=])([rwxXst]*)/g));
    return parts.map(([, operator, letters = '']) => (mode, isDirectory) => {
        const bits = bitsOf(letters, who, isDirectory || (mode & 0o111) !== 0);
        if (operator === '+')
            return mode | bits;
        if (operator === '-')
            return mode & ~bits;
        return (mode & ~classesOf(who)) | bits;
    });
}
const shifts = { u: 6, g: 3, o: 0 };
const special = { u: 0o4000, g: 0o2000, o: 0 };
const expanded = (who) => {
    const everyone = who === '' || who.includes('a');
    return ['u', 'g', 'o'].filter((one) => everyone || who.includes(one));
};
function bitsOf(letters, who, canRun) {
    const has = (letter) => letters.includes(letter);
    const three = (has('r') ? 4 : 0) | (has('w') ? 2 : 0) | (has('x') || (has('X') && canRun) ? 1 : 0);
    const all = expanded(who);
    const permissions = all.reduce((bits, one) => bits | (three << (shifts[one] ?? 0)), 0);
    const set = has('s') ? all.reduce((bits, one) => bits | (special[one] ?? 0), 0) : 0;
    return permissions | set | (has('t') ? 0o1000 : 0);
}
/** The bits that `=` clears. */
const classesOf = (who) => expanded(who).reduce((bits, one) => bits | (7 << (shifts[one] ?? 0)) | (special[one] ?? 0), 0);

;// CONCATENATED MODULE: ./packages/dockerfile/glob.ts



/** Whether a COPY or ADD source has a wildcard. */
const hasWildcard = (source) => /[*?[]/.test(source.replace(/\\./gs, ''));
/** The path that a source without wildcards names: `\` keeps the character after it as it is. */
const literalSource = (source) => source.replace(/\\(.)/gs, '$1');
/**
 * Matches paths against a COPY or ADD source by the rules of Go's filepath.Match: `*` and `?` stay within a
 * folder's name, `[a-z]`, `[^x]`, `\` escapes. https://pkg.go.dev/path/filepath#Match
 * @throws UsageError when the pattern is malformed
 */
function matchSource(pattern, at) {
    const tokens = globTokens(pattern);
    if (tokens === undefined)
        throw (0,fault/* fault */.D)(at, `${(0,quote/* quote */.h)(pattern)} is a malformed pattern`);
    return (path) => {
        for (const length of matches(tokens, path))
            if (length === path.length)
                return true;
        return false;
    };
}
/** Undefined when malformed. */
function globTokens(pattern) {
    const text = Array.from(pattern);
    const tokens = [];
    for (let at = 0; at < text.length; at += 1) {
        const char = text[at] ?? '';
        if (char === '[') {
            const found = parseClass(text, at);
            if (found === undefined)
                return undefined;
            tokens.push(found.token);
            at = found.end - 1;
        }
        else if (char === '\\') {
            at += 1;
            const escaped = text[at];
            if (escaped === undefined)
                return undefined;
            tokens.push({ kind: 'char', char: escaped });
        }
        else {
            tokens.push(wildcards[char] ?? { kind: 'char', char });
        }
    }
    return tokens;
}
const wildcards = {
    '*': { kind: 'star' },
    '?': { kind: 'any' },
};

;// CONCATENATED MODULE: ./packages/builder/sources.ts


/** The parts of a source, from the top of the context: `..` does not leave it. */
function partsOf(pattern) {
    const parts = [];
    for (const part of pattern.split('/')) {
        if (part === '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    return parts;
}
/** The folder or file below which everything that a source can match lies. */
function fixedPart(pattern) {
    const parts = partsOf(pattern);
    const first = parts.findIndex(hasWildcard);
    return (0,image_path/* rawOf */.UD)(parts
        .slice(0, first < 0 ? undefined : first)
        .map(literalSource)
        .join('/'));
}
/**
 * What a source matches, sorted; a source without wildcards matches itself or nothing.
 * @throws UsageError for a malformed pattern
 */
function matchesOf(tree, pattern, at) {
    let found = [''];
    for (const part of partsOf(pattern)) {
        found = hasWildcard(part)
            ? found.flatMap((folder) => childrenLike(tree, folder, matchSource(part, at)))
            : found.map((folder) => (0,image_path/* joinPath */.uJ)(folder, (0,image_path/* rawOf */.UD)(literalSource(part))));
    }
    return found.flatMap((path) => {
        const { node } = tree.resolve(path, { followLast: true });
        return node === undefined ? [] : [{ path, node }];
    });
}
function childrenLike(tree, folder, matches) {
    const { node } = tree.resolve(folder, { followLast: true });
    if (node?.kind !== 'directory')
        return [];
    return [...node.children.keys()]
        .filter((name) => matches(Buffer.from(name, 'latin1').toString('utf8')))
        .sort()
        .map((name) => (0,image_path/* joinPath */.uJ)(folder, name));
}
/** The one match of a source. @throws UsageError when there is none */
function matchesOrFault(tree, pattern, { at, where }) {
    const matches = matchesOf(tree, pattern, at);
    if (matches.length > 0)
        return matches;
    throw (0,fault/* fault */.D)(at, `${JSON.stringify(pattern)} is not in ${where}`);
}
const sources_nameOf = (path) => splitPath(path).name;

;// CONCATENATED MODULE: ./packages/builder/transfer.ts








/**
 * Carries out a COPY or ADD on the draft. https://docs.docker.com/reference/dockerfile/#copy
 * @throws UsageError with the line: a source that is not there, a user that is unknown, a file in the way
 */
async function transfer(step, draft, from) {
    const { at, workdir } = from;
    const written = step.sources.length + step.documents.length;
    const destination = destinationOf(step.destination, workdir);
    if (destination.path.includes('\0'))
        throw (0,fault/* fault */.D)(at, 'the destination has a NUL in it');
    if (written > 1 && !destination.isFolder) {
        throw (0,fault/* fault */.D)(at, `${step.keyword} of several sources needs a destination that ends with "/"`);
    }
    const copier = new Copier(draft, from, await overrides(step, draft.tree, at));
    const matches = step.sources.flatMap((source) => matchesOrFault(from.files, source, from));
    const target = { ...destination, isFolder: destination.isFolder || matches.length > 1 };
    for (const { path, node } of matches) {
        if (node.kind === 'directory')
            copier.directory(node, target);
        else if (!(await unpacked(step, node, { draft, copier, target, at, path }))) {
            copier.leaf(node, (0,image_path/* splitPath */.Uf)(path).name, target);
        }
    }
    for (const { name, body } of step.documents)
        copier.leaf(transfer_document(body), (0,image_path/* rawOf */.UD)(name), target);
}
function transfer_document(text) {
    const bytes = Buffer.from(text);
    const open = async function* () {
        yield bytes;
    };
    return {
        kind: 'file',
        mode: 0o644,
        uid: 0,
        gid: 0,
        modified: 0,
        sizeBytes: bytes.length,
        body: { open },
    };
}
/** Whether a source was an archive that ADD takes apart, and is that now. */
async function unpacked(step, leaf, how) {
    if (step.keyword !== 'ADD' || step.unpack === false)
        return false;
    const archive = await archiveOf(leaf, how.path, how.at);
    if (archive === undefined && step.unpack === true) {
        throw (0,fault/* fault */.D)(how.at, `${(0,image_path/* quoted */.TL)(how.path)} is to be unpacked and is no tar archive`);
    }
    if (archive === undefined)
        return false;
    await unpack(archive, how.draft, { folder: how.copier.folder(how.target), at: how.at });
    return true;
}
async function overrides(step, tree, at) {
    const { chown, chmod } = step;
    const complain = (why) => {
        throw (0,fault/* fault */.D)(at, why);
    };
    const mode = chmod === undefined ? undefined : parseMode(chmod);
    if (chmod !== undefined && mode === undefined) {
        complain(`--chmod=${(0,quote/* quote */.h)(chmod)} is neither octal (0 to 7777) nor symbolic (u=rwX,go=rX)`);
    }
    return { owner: chown === undefined ? undefined : await parseOwner(chown, tree, complain), mode };
}
class Copier {
    #draft;
    #from;
    #overrides;
    /** Hard links stay hard links. */
    #copies = new Map();
    constructor(draft, from, overrides) {
        this.#draft = draft;
        this.#from = from;
        this.#overrides = overrides;
    }
    /** The content of a folder goes into the destination, which is made when it is missing and else stays as it is. */
    directory(node, target) {
        this.#children(node, this.folder(target));
    }
    leaf(node, name, target) {
        const { tree } = this.#draft;
        const stands = tree.resolve(target.path, { followLast: true });
        if (target.isFolder || stands.node?.kind === 'directory') {
            this.#put((0,image_path/* joinPath */.uJ)(this.folder(target), name), node);
            return;
        }
        const { path, blocked } = tree.resolve(target.path, { followLast: false });
        if (blocked !== undefined)
            this.#inTheWay(blocked);
        this.#draft.ensure((0,image_path/* splitPath */.Uf)(path).parent, this.#overrides.owner);
        this.#put(path, node);
    }
    /** The destination as a folder, links followed. */
    folder(target) {
        const { path, node, blocked } = this.#draft.tree.resolve(target.path, { followLast: true });
        if (blocked !== undefined)
            return this.#inTheWay(blocked);
        if (node !== undefined && node.kind !== 'directory')
            return this.#inTheWay(path);
        this.#draft.ensure(path, this.#overrides.owner);
        return path;
    }
    #children(directory, folder) {
        for (const [name, node] of directory.children) {
            const path = (0,image_path/* joinPath */.uJ)(folder, name);
            if (node.kind !== 'directory') {
                this.#put(path, node);
                continue;
            }
            const standing = this.#draft.tree.get(path);
            if (standing !== undefined && standing.kind !== 'directory')
                this.#inTheWay(path);
            this.#draft.directory(path, this.#attributes(node, true));
            this.#children(node, path);
        }
    }
    #put(path, node) {
        const { at, isContext } = this.#from;
        if (this.#draft.tree.get(path)?.kind === 'directory') {
            throw (0,fault/* fault */.D)(at, `a folder stands at ${(0,image_path/* quoted */.TL)(path)}, where a file is to be copied`);
        }
        if (isContext && node.kind === 'fifo') {
            throw (0,fault/* fault */.D)(at, `what is to be copied to ${(0,image_path/* quoted */.TL)(path)} is no file, folder or link`);
        }
        if (node.kind === 'file' && node.body === undefined) {
            throw (0,fault/* fault */.D)(at, `what is to be copied to ${(0,image_path/* quoted */.TL)(path)} is stored sparse, which is not supported`);
        }
        const copy = this.#copies.get(node) ?? { ...node, ...this.#attributes(node, false) };
        this.#copies.set(node, copy);
        this.#draft.put(path, copy);
    }
    #attributes(node, isDirectory) {
        const { mode, owner } = this.#overrides;
        const { uid, gid, modified, xattrs } = node;
        const isLink = node.kind === 'symlink';
        return {
            mode: isLink || mode === undefined ? node.mode : mode(node.mode, isDirectory),
            ...(owner ?? { uid, gid }),
            modified,
            ...(xattrs === undefined ? {} : { xattrs }),
        };
    }
    #inTheWay(path) {
        throw (0,fault/* fault */.D)(this.#from.at, `${(0,image_path/* quoted */.TL)(path)} in the image is no folder, and one is needed there`);
    }
}

;// CONCATENATED MODULE: ./packages/builder/assemble.ts






/** Carries out the steps of a stage on what it stands on. @throws UsageError with the line */
async function assemble(start, { steps, ground }, surroundings) {
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
/** `2025-01-01T00:00:00Z`, as Go writes it. */
const timeOf = (epoch) => new Date(epoch * 1000).toISOString().replace('.000Z', 'Z');
class Assembly {
    #start;
    #surroundings;
    #layers;
    #diffIds;
    #history;
    #config;
    #author;
    #hasCommand = false;
    #tree;
    constructor(start, surroundings) {
        this.#start = start;
        this.#surroundings = surroundings;
        this.#layers = [...start.layers];
        this.#diffIds = [...start.config.rootfs.diff_ids];
        this.#history = historyOf(start.config);
        // Triggers are for the one image that is built on this one.
        this.#config = { ...start.config.config, OnBuild: undefined };
        this.#author = start.config.author;
    }
    async step(step) {
        this.#surroundings.signal.throwIfAborted();
        switch (step.keyword) {
            case 'RUN':
                throw (0,fault/* fault */.D)(this.#at(step), 'RUN needs an engine');
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
    finish(ground) {
        const { epoch } = this.#surroundings;
        const config = {
            ...this.#start.config,
            created: timeOf(epoch),
            author: this.#author,
            config: this.#config,
            rootfs: { type: 'layers', diff_ids: this.#diffIds },
            history: this.#history,
        };
        return { config, layers: this.#layers, ground, tree: () => this.#files() };
    }
    #at({ instruction }) {
        return { file: this.#surroundings.file, line: instruction.line };
    }
    /** The files so far; the first to ask has what is below copied, so that it stays as it is. */
    #files() {
        return (this.#tree ??= this.#start.tree().then((tree) => tree.clone()));
    }
    async #transfer(step) {
        const draft = new LayerDraft(await this.#files());
        const from = await this.#surroundings.from(step);
        const workdir = this.#config.WorkingDir ?? '/';
        await transfer(step, draft, { ...from, workdir, at: this.#at(step) });
        await this.#layer(step, draft.changes());
    }
    async #workdir(step) {
        const draft = new LayerDraft(await this.#files());
        const wanted = (0,image_path/* rawOf */.UD)(this.#config.WorkingDir ?? '/');
        if (wanted.includes('\0'))
            throw (0,fault/* fault */.D)(this.#at(step), 'the folder has a NUL in its name');
        const { path, node, blocked } = draft.tree.resolve(wanted, { followLast: true });
        if (blocked !== undefined || (node !== undefined && node.kind !== 'directory')) {
            throw (0,fault/* fault */.D)(this.#at(step), `${(0,image_path/* quoted */.TL)(path)} in the image is no folder`);
        }
        draft.ensure(path);
        await this.#layer(step, draft.changes());
    }
    async #layer(step, changes) {
        const { layout, epoch, signal } = this.#surroundings;
        this.#record(step, changes.length === 0);
        if (changes.length === 0 || layout === undefined)
            return;
        const { digest, sizeBytes, diffId } = await layout.layer(changes, { modified: epoch, signal });
        this.#layers.push({ mediaType: oci_descriptor/* mediaType */.JL.layerGzip, digest, size: sizeBytes });
        this.#diffIds.push(diffId);
    }
    #record({ instruction }, isEmpty) {
        this.#history.push({
            created: timeOf(this.#surroundings.epoch),
            created_by: instruction.text,
            comment: 'ecluse builtin',
            ...(isEmpty ? { empty_layer: true } : {}),
        });
    }
}
/** With an entry for every layer, also where a base keeps no history: readers match them by position. */
function historyOf({ history = [], rootfs }) {
    const full = history.filter(({ empty_layer }) => empty_layer !== true).length;
    const missing = Math.max(0, rootfs.diff_ids.length - full);
    return [...history, ...Array.from({ length: missing }, () => ({ comment: 'not recorded' }))];
}

// EXTERNAL MODULE: ./packages/image/config.ts
var image_config = __webpack_require__(4580);
// EXTERNAL MODULE: ./packages/oci/manifest.ts + 1 modules
var oci_manifest = __webpack_require__(127);
;// CONCATENATED MODULE: ./packages/builder/base.ts



const maxConfigBytes = 8 << 20;
/** Layers whose headers are read at once. */
const atOnce = 4;
/**
 * Reads manifest and config of the image of a platform; layers only when its tree is asked for.
 * @throws UsageError when there is none for the platform; RepositoryError
 */
async function openBase(base, platform, signal) {
    const { name, from } = base;
    const manifest = await manifestFor(base, base.descriptor, platform);
    const what = `the config of ${name}`;
    const config = (0,image_config/* parseConfig */.o)(await base_bytesOf(from, manifest.config, { what, signal }), what);
    if (config.os !== platform.os || config.architecture !== platform.architecture) {
        throw new errors/* UsageError */.eb(`${name} is an image for ${config.os}/${config.architecture}, not for ${(0,oci_descriptor/* formatPlatform */.Bq)(platform)}`);
    }
    if (config.rootfs.diff_ids.length !== manifest.layers.length) {
        throw new oci_errors/* Corrupt */.Q6(what, 'it does not have as many diff ids as the manifest has layers');
    }
    let tree;
    return {
        name,
        config,
        layers: manifest.layers,
        from,
        tree: () => (tree ??= treeOf(manifest.layers.map((layer) => source(from, layer, signal)))),
    };
}
async function manifestFor({ name, from }, descriptor, platform) {
    const found = await from.manifest(descriptor.digest);
    if (found === undefined)
        throw new oci_errors/* NotThere */.W2(descriptor.digest, from.name);
    const manifest = (0,oci_manifest/* parseManifest */.Ng)(found.bytes, found.descriptor.mediaType);
    if (!(0,oci_manifest/* isIndex */.nw)(manifest))
        return manifest;
    const { os, architecture, variant } = platform;
    const fitting = manifest.manifests.filter((one) => one.platform?.os === os && one.platform.architecture === architecture);
    const exact = fitting.find((one) => one.platform?.variant === variant);
    const chosen = exact ?? fitting[0];
    if (chosen === undefined) {
        const there = manifest.manifests.flatMap((one) => one.platform === undefined ? [] : [(0,oci_descriptor/* formatPlatform */.Bq)(one.platform)]);
        throw new errors/* UsageError */.eb(`${name} has no image for ${(0,oci_descriptor/* formatPlatform */.Bq)(platform)}; it has ${there.join(', ') || 'none'}`);
    }
    const image = await from.manifest(chosen.digest);
    if (image === undefined)
        throw new oci_errors/* NotThere */.W2(chosen.digest, from.name);
    const inner = (0,oci_manifest/* parseManifest */.Ng)(image.bytes, image.descriptor.mediaType);
    if ((0,oci_manifest/* isIndex */.nw)(inner))
        throw new oci_errors/* Corrupt */.Q6(name, 'an index stands in its index');
    return inner;
}
async function base_bytesOf(from, descriptor, { what, signal }) {
    if (descriptor.size > maxConfigBytes) {
        throw new oci_errors/* Corrupt */.Q6(what, `it is longer than ${maxConfigBytes} bytes`);
    }
    const parts = [];
    for await (const part of await from.blob(descriptor, { signal })) {
        parts.push(part);
    }
    return Buffer.concat(parts);
}
function source(from, layer, signal) {
    const what = `the layer ${layer.digest} of ${from.name}`;
    const open = async function* () {
        yield* uncompressed(await from.blob(layer, { signal }), { what });
    };
    return { what, open };
}
/** What `--chown` and `USER` ask for: a layer is fetched once, and not again for each of these. */
const isWanted = (path, sizeBytes) => (path === 'etc/passwd' || path === 'etc/group') && sizeBytes <= 1 << 20;
async function treeOf(sources) {
    const tree = new FileTree();
    for (let at = 0; at < sources.length; at += atOnce) {
        const layers = await Promise.all(sources.slice(at, at + atOnce).map((one) => readLayer(one, {}, isWanted)));
        for (const layer of layers)
            tree.apply(layer);
    }
    return tree;
}

;// CONCATENATED MODULE: ./packages/builder/starts.ts






/** What engines give a stage that has no PATH. */
const path = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** The platform of a stage: its own `FROM --platform`, else that of the plan. */
function platformOf(plan, { platform }) {
    if (platform === undefined)
        return plan.platform;
    const [os = '', architecture = '', variant, ...more] = platform.split('/');
    if (os === '' || architecture === '' || more.length > 0) {
        throw new errors/* UsageError */.eb(`${plan.dockerfile.file}: --platform=${JSON.stringify(platform)} is not os/architecture[/variant]`);
    }
    return { os, architecture, ...(variant === undefined ? {} : { variant }) };
}
/** The images that a build needs, each opened once. */
class Bases {
    #plan;
    #signal;
    #open = new Map();
    constructor(plan, signal) {
        this.#plan = plan;
        this.#signal = signal;
    }
    image(name, platform) {
        const base = this.#plan.bases.get(name);
        if (base === undefined) {
            throw new errors/* UsageError */.eb(`the image ${JSON.stringify(name)} is not among the bases of the plan`);
        }
        const key = JSON.stringify([name, platform.os, platform.architecture, platform.variant]);
        const opened = this.#open.get(key) ?? openBase(base, platform, this.#signal);
        this.#open.set(key, opened);
        return opened;
    }
}
/** `FROM scratch`. */
function fromScratch({ os, architecture, variant }) {
    const config = {
        architecture,
        os,
        ...(variant === undefined ? {} : { variant }),
        config: { Env: [path] },
        rootfs: { type: 'layers', diff_ids: [] },
    };
    const tree = new FileTree();
    return { config, layers: [], ground: groundOf(config), tree: async () => tree };
}
/** `FROM` an image; its layers are named as OCI names them, the bytes are the same. */
function fromImage(image) {
    const { Env = [] } = image.config.config ?? {};
    const env = envOf(Env).has('PATH') ? Env : withEnv(Env, [['PATH', path.slice('PATH='.length)]]);
    const config = { ...image.config, config: { ...image.config.config, Env: env } };
    return {
        config,
        layers: image.layers.map(asOci),
        ground: groundOf(config),
        tree: () => image.tree(),
    };
}
function groundOf({ config }) {
    return {
        ...bareGround,
        env: envOf(config?.Env ?? []),
        shell: config?.Shell ?? [],
        triggers: config?.OnBuild ?? [],
    };
}
function asOci({ mediaType: type, digest, size }) {
    return { mediaType: type === oci_descriptor/* mediaType */.JL.dockerLayer ? oci_descriptor/* mediaType */.JL.layerGzip : type, digest, size };
}

;// CONCATENATED MODULE: ./packages/builder/builtin-can.ts

/** Why `builtin` cannot build a plan; undefined when it can. Reads the configs of bases for their ONBUILD triggers. */
async function cannot(plan, resolved) {
    if (plan.platform.os === 'windows')
        return 'layers for Windows need an engine';
    const { file } = plan.dockerfile;
    const at = (line) => `${file}:${line}`;
    const { needsRun, beyond, stages } = resolved;
    if (needsRun !== undefined)
        return `RUN at ${at(needsRun.line)} needs an engine`;
    const [first] = beyond;
    if (first !== undefined)
        return `${first.why} at ${at(first.line)}, which needs an engine`;
    for (const instruction of stages.flatMap(({ stage }) => stage.instructions)) {
        const why = unsupported(instruction);
        if (why !== undefined)
            return `${why} at ${at(instruction.line)} needs an engine`;
    }
    return triggered(plan, resolved);
}
function unsupported({ keyword, flags, words }) {
    if (keyword !== 'COPY' && keyword !== 'ADD')
        return undefined;
    const flag = flags.find(({ name }) => name === 'parents' || name === 'exclude');
    if (flag !== undefined)
        return `${keyword} --${flag.name}`;
    const packed = words.slice(0, -1).find((word) => /\.(?:bz2|tbz2?|xz|txz|lzma)$/i.test(word));
    return keyword === 'ADD' && packed !== undefined ? `ADD of ${JSON.stringify(packed)}` : undefined;
}
async function triggered(plan, { stages }) {
    const bases = new Bases(plan, new AbortController().signal);
    for (const stage of stages) {
        if (stage.base.kind !== 'image')
            continue;
        const { name, config } = await bases.image(stage.base.name, platformOf(plan, stage));
        const run = config.config?.OnBuild?.find((trigger) => /^\s*RUN\b/i.test(trigger));
        if (run !== undefined)
            return `${name} has the trigger ${JSON.stringify(run)}, which needs an engine`;
    }
    return undefined;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./packages/builder/context-files.ts



const chunkBytes = 1 << 20;
/** The files of a context as they go into an image. */
class ContextFiles {
    #folder;
    constructor(folder) {
        this.#folder = folder;
    }
    /** What stands at a path, links not followed; undefined for nothing, and for a socket, which tar leaves out too. */
    look(path) {
        const real = this.#real(path);
        return reading(path, () => {
            const info = (0,external_node_fs_.lstatSync)(real);
            if (info.isDirectory())
                return 'directory';
            const { size: sizeBytes } = info;
            const common = { uid: 0, gid: 0, modified: 0, sizeBytes: 0 };
            if (info.isSymbolicLink()) {
                const link = (0,image_path/* rawOf */.UD)((0,external_node_fs_.readlinkSync)(real, { encoding: 'buffer' }));
                return { ...common, kind: 'symlink', mode: 0o777, link };
            }
            if (info.isFile()) {
                const mode = (info.mode & 0o100) === 0 ? 0o644 : 0o755;
                const open = () => readUnchanged(real, path, sizeBytes);
                return { ...common, kind: 'file', mode, sizeBytes, body: { open } };
            }
            return info.isSocket() ? undefined : { ...common, kind: 'fifo', mode: 0o644 };
        });
    }
    names(folder) {
        const names = reading(folder, () => (0,external_node_fs_.readdirSync)(this.#real(folder), { encoding: 'buffer' }));
        return (names ?? []).map((name) => (0,image_path/* rawOf */.UD)(name));
    }
    /** A buffer, as names may be no UTF-8. */
    #real(path) {
        return Buffer.concat([Buffer.from(`${this.#folder}/`), (0,image_path/* bytesOf */.$$)(path)]);
    }
}
/** No file has such a path, the last two as it is too long or holds a NUL. */
const absent = new Set([
    'ENOENT',
    'ENOTDIR',
    'ENAMETOOLONG',
    'ERR_INVALID_ARG_VALUE',
]);
/** Undefined when there is nothing at the path. */
function reading(path, read) {
    try {
        return read();
    }
    catch (error) {
        const code = (0,errors/* codeOf */.$N)(error);
        if (absent.has(code))
            return undefined;
        const why = code === undefined ? '' : ` (${code})`;
        throw new errors/* Failed */.cV(3, 'context-unreadable', `${(0,image_path/* quoted */.TL)(path)} in the context cannot be read${why}`, {
            cause: error,
        });
    }
}
/** The bytes of a file that must be as long as it was when the context was looked at. */
async function* readUnchanged(real, path, sizeBytes) {
    // Not through a link that has come to stand there since.
    const flags = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
    const file = reading(path, () => (0,external_node_fs_.openSync)(real, flags)) ?? changed(path);
    try {
        const info = (0,external_node_fs_.fstatSync)(file);
        if (!info.isFile() || info.size !== sizeBytes)
            changed(path);
        for (let left = sizeBytes; left > 0;) {
            const chunk = Buffer.allocUnsafe(Math.min(left, chunkBytes));
            const bytes = (0,external_node_fs_.readSync)(file, chunk);
            if (bytes === 0)
                changed(path);
            left -= bytes;
            yield chunk.subarray(0, bytes);
        }
        if ((0,external_node_fs_.fstatSync)(file).size !== sizeBytes)
            changed(path);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function changed(path) {
    throw new errors/* Failed */.cV(3, 'context-changed', `${(0,image_path/* quoted */.TL)(path)} in the context changed while it was read: build again when nothing writes there`);
}

;// CONCATENATED MODULE: ./packages/builder/context.ts




const context_maxLinks = 255;
/**
 * The part of a context that lies at or below `paths`, and what links on the way lead to, as a tree. Owners, modes and
 * times are normalised, so that the tree depends on the content alone: 0:0, and 0755 for what can be run.
 * @throws UsageError for a link on the way that leaves the context; Failed (3, `context-unreadable`)
 */
function readContext({ folder, ignore }, paths, signal) {
    const reader = new ContextReader(new ContextFiles(folder), ignoreRules(ignore ?? ''), signal);
    for (const path of paths)
        reader.read(path);
    return reader.tree;
}
class ContextReader {
    tree = new FileTree();
    #files;
    #rules;
    #signal;
    /** Folders that are in the tree with all that is below them. */
    #whole = new Set();
    constructor(files, rules, signal) {
        this.#files = files;
        this.#rules = rules;
        this.#signal = signal;
    }
    /** Takes a path into the tree, whole when it is a folder; a path that is not there is no error here. */
    read(path, links = 0) {
        if (path === '') {
            this.#walk('');
            return;
        }
        const parts = path.split('/');
        let at = '';
        for (const [index, part] of parts.entries()) {
            at = (0,image_path/* joinPath */.uJ)(at, part);
            const found = this.#files.look(at);
            if (found === undefined || this.#leavesOut(at, found === 'directory'))
                return;
            if (found !== 'directory') {
                this.tree.put(at, found);
                if (found.link !== undefined) {
                    this.#follow({ at, target: found.link, rest: parts.slice(index + 1), links: links + 1 });
                }
                return;
            }
        }
        this.#walk(at);
    }
    #follow(link) {
        const { at, target, rest, links } = link;
        const parts = (0,image_path/* splitPath */.Uf)(at).parent.split('/');
        if (target.startsWith('/'))
            leaves(at, target);
        for (const part of [...target.split('/'), ...rest]) {
            if (part === '..' && parts.join('') === '')
                leaves(at, target);
            if (part === '..')
                parts.pop();
            else if (part !== '' && part !== '.')
                parts.push(part);
        }
        if (links > context_maxLinks) {
            throw new errors/* UsageError */.eb(`${(0,image_path/* quoted */.TL)(at)} in the context leads through too many links`);
        }
        this.read(parts.filter((part) => part !== '').join('/'), links);
    }
    #walk(path) {
        if (this.#whole.has(path))
            return;
        this.#whole.add(path);
        this.#signal.throwIfAborted();
        if (path !== '' && !this.#leavesOut(path, false)) {
            this.tree.putDirectory(path, { mode: 0o755, uid: 0, gid: 0, modified: 0 });
        }
        for (const name of this.#files.names(path)) {
            const child = (0,image_path/* joinPath */.uJ)(path, name);
            const found = this.#files.look(child);
            if (found === undefined || this.#leavesOut(child, found === 'directory'))
                continue;
            if (found === 'directory')
                this.#walk(child);
            else
                this.tree.put(child, found);
        }
    }
    /** A folder that is left out may still hold what a later rule lets in. */
    #leavesOut(path, mayHold) {
        const text = Buffer.from(path, 'latin1').toString('utf8');
        return this.#rules.ignores(text) && !(mayHold && this.#rules.mayHoldIncluded(text));
    }
}
function leaves(link, target) {
    throw new errors/* UsageError */.eb(`${(0,image_path/* quoted */.TL)(link)} in the context is a link to ${(0,image_path/* quoted */.TL)(target)}, which leaves the context: put a copy of the file there`);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var oci_digest = __webpack_require__(3670);
;// CONCATENATED MODULE: ./packages/image/gzip.ts



const gzipDefaults = {
    /** 2 % more bytes than 6 for two thirds of its time; still fewer than engines write. */
    level: 4,
    /** Each block costs a new deflate with tables of its own: a quarter of this is a seventh slower. */
    blockBytes: 1 << 20,
    /** As many as are compressed at once or wait for their turn; bounds the memory. */
    inFlight: 8,
};
/** How far back deflate looks. https://www.rfc-editor.org/rfc/rfc1951 */
const windowBytes = 1 << 15;
/** No time, no name, and 255 for the system. https://www.rfc-editor.org/rfc/rfc1952#section-2.3 */
const header = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
const deflate = (0,external_node_util_.promisify)(external_node_zlib_.deflateRaw);
/**
 * One gzip member whose bytes do not depend on the number of cores: the input is cut into blocks of one size, each
 * compressed on the thread pool with the end of the one before as its dictionary, and put together in order.
 */
async function* gzipBlocks(source, how = {}) {
    const { level, blockBytes, inFlight } = { ...gzipDefaults, ...how };
    const packed = new oci_digest/* Hasher */.OP();
    const plain = new oci_digest/* Hasher */.OP();
    let sizeBytes = 0;
    let plainBytes = 0;
    let crc = 0;
    const out = (bytes) => {
        packed.update(bytes);
        sizeBytes += bytes.length;
        return bytes;
    };
    yield out(header);
    const waiting = [];
    for await (const { block, dictionary, last } of cut(source, blockBytes)) {
        waiting.push(compress(block, dictionary, { last, level }));
        plain.update(block);
        crc = (0,external_node_zlib_.crc32)(block, crc);
        plainBytes += block.length;
        if (waiting.length < inFlight)
            continue;
        const first = waiting.shift();
        if (first !== undefined)
            yield out(await first);
    }
    for (const rest of waiting)
        yield out(await rest);
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(crc, 0);
    trailer.writeUInt32LE(plainBytes % 2 ** 32, 4);
    yield out(trailer);
    return { digest: packed.digest(), sizeBytes, diffId: plain.digest() };
}
async function compress(block, dictionary, { last, level }) {
    return deflate(block, {
        level,
        // All of a block in one go: the default of 16 KiB goes to the pool and back for each piece.
        chunkSize: block.length + (block.length >> 10) + 1024,
        finishFlush: last ? external_node_zlib_.constants.Z_FINISH : external_node_zlib_.constants.Z_SYNC_FLUSH,
        ...(dictionary.length === 0 ? {} : { dictionary }),
    });
}
/** Blocks of one size; the last one is shorter, and empty when nothing is left for it. */
async function* cut(source, blockBytes) {
    let block = Buffer.allocUnsafe(blockBytes);
    let filled = 0;
    let dictionary = new Uint8Array(0);
    for await (const chunk of source) {
        for (let at = 0; at < chunk.length;) {
            if (filled === blockBytes) {
                yield { block, dictionary, last: false };
                dictionary = block.subarray(-windowBytes);
                block = Buffer.allocUnsafe(blockBytes);
                filled = 0;
            }
            const step = Math.min(blockBytes - filled, chunk.length - at);
            block.set(chunk.subarray(at, at + step), filled);
            filled += step;
            at += step;
        }
    }
    yield { block: block.subarray(0, filled), dictionary, last: true };
}

;// CONCATENATED MODULE: ./packages/image/tar.ts


const types = {
    file: '0',
    hardlink: '1',
    symlink: '2',
    character: '3',
    block: '4',
    directory: '5',
    fifo: '6',
};
/**
 * The header blocks of an entry: ustar, and a pax header before it only for what does not fit. The same entry gives
 * the same bytes. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 */
function tarHeader(entry) {
    const path = entry.kind === 'directory' ? `${entry.path}/` : entry.path;
    const records = paxRecords(entry, path);
    const main = headerBlock(entry, splitName(path) ?? { prefix: '', name: path.slice(-100) });
    if (records.length === 0)
        return main;
    const pax = Buffer.concat(records);
    const name = `PaxHeaders.0/${(0,image_path/* splitPath */.Uf)(entry.path).name}`.slice(0, 100);
    const header = headerBlock({ path: name, kind: 'file', mode: 0o644, uid: 0, gid: 0, sizeBytes: pax.length, modified: 0 }, { prefix: '', name }, 'x');
    return Buffer.concat([header, pax, new Uint8Array(padding(pax.length)), main]);
}
/** Two zero blocks. */
const tarEnd = () => new Uint8Array(2 * blockBytes);
/** What stands after a body. */
const tarPadding = (sizeBytes) => new Uint8Array(padding(sizeBytes));
const most = (digits) => 8 ** digits - 1;
function paxRecords(entry, path) {
    const records = [];
    const number = (key, value, digits) => {
        if (value < 0 || value > most(digits))
            records.push(record(key, Buffer.from(String(value))));
    };
    number('gid', entry.gid, 7);
    if (entry.link !== undefined && entry.link.length > 100) {
        records.push(record('linkpath', (0,image_path/* bytesOf */.$$)(entry.link)));
    }
    number('mtime', entry.modified, 11);
    if (splitName(path) === undefined)
        records.push(record('path', (0,image_path/* bytesOf */.$$)(path)));
    number('size', entry.sizeBytes, 11);
    number('uid', entry.uid, 7);
    for (const [name, value] of [...(entry.xattrs ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))) {
        records.push(record(`SCHILY.xattr.${name}`, value));
    }
    return records;
}
/** The length at the start of a record counts its own digits. */
function record(key, value) {
    const rest = Buffer.concat([Buffer.from(` ${key}=`), value, Buffer.from('\n')]);
    let length = rest.length;
    while (String(length).length + rest.length !== length) {
        length = String(length).length + rest.length;
    }
    return Buffer.concat([Buffer.from(String(length)), rest]);
}
/** A path in ustar's two fields; undefined when it does not fit. */
function splitName(path) {
    if (path.length <= 100)
        return { prefix: '', name: path };
    // The slash between the two is not stored, and a name of no bytes is none.
    const slash = path.indexOf('/', path.length - 101);
    if (slash < 1 || slash > 155 || slash === path.length - 1)
        return undefined;
    return { prefix: path.slice(0, slash), name: path.slice(slash + 1) };
}
function headerBlock(entry, { prefix, name }, type = types[entry.kind]) {
    const block = Buffer.alloc(blockBytes);
    const text = (at, value, length) => {
        block.write(value.slice(0, length), at, 'latin1');
    };
    const octal = (at, value, digits) => {
        const fits = value >= 0 && value <= most(digits);
        text(at, (fits ? value : 0).toString(8).padStart(digits, '0'), digits);
    };
    text(0, name, 100);
    octal(100, entry.mode, 7);
    octal(108, entry.uid, 7);
    octal(116, entry.gid, 7);
    octal(124, entry.sizeBytes, 11);
    octal(136, entry.modified, 11);
    text(156, type, 1);
    text(157, entry.link ?? '', 100);
    text(257, 'ustar\x0000', 8);
    octal(329, entry.device?.major ?? 0, 7);
    octal(337, entry.device?.minor ?? 0, 7);
    text(345, prefix, 155);
    block.fill(' ', 148, 156);
    const sum = block.reduce((total, byte) => total + byte, 0);
    text(148, `${sum.toString(8).padStart(6, '0')}\0 `, 8);
    return block;
}

;// CONCATENATED MODULE: ./packages/builder/layer-file.ts



/**
 * The tar of a layer: entries in the order given, every time the same `modified`, a file that comes again under
 * another name a hard link.
 */
async function* layerTar(changes, how) {
    const seen = new Map();
    for (const { path, node } of changes) {
        how.signal.throwIfAborted();
        const { mode, uid, gid, xattrs } = node;
        const common = { path, mode, uid, gid, modified: how.modified, ...(xattrs && { xattrs }) };
        if (node.kind === 'directory') {
            yield tarHeader({ ...common, kind: 'directory', sizeBytes: 0 });
            continue;
        }
        const link = seen.get(node);
        if (link !== undefined) {
            yield tarHeader({ ...common, kind: 'hardlink', link, sizeBytes: 0 });
            continue;
        }
        if (node.kind === 'file')
            seen.set(node, path);
        const { kind, sizeBytes, device } = node;
        yield tarHeader({
            ...common,
            kind,
            sizeBytes,
            ...(node.link === undefined ? {} : { link: node.link }),
            ...(device && { device }),
        });
        if (node.body !== undefined)
            yield* layer_file_exactly(how.bodies.read(node, node.body), node, path);
    }
    yield tarEnd();
}
/** A body that is not as long as its header says would shift everything after it. */
async function* layer_file_exactly(body, { sizeBytes }, path) {
    let bytes = 0;
    for await (const part of body) {
        bytes += part.length;
        if (bytes > sizeBytes)
            break;
        yield part;
    }
    if (bytes !== sizeBytes) {
        throw new oci_errors/* Corrupt */.Q6(JSON.stringify(path), `it does not have the ${sizeBytes} bytes that it had`);
    }
    yield tarPadding(sizeBytes);
}
/**
 * Reads the files of other layers once, in their order, into a file of its own at `path`, so that they can be
 * written in another order; all other bodies are opened when they are asked for.
 */
async function openBodies(changes, path) {
    const wanted = wantedOf(changes);
    if (wanted.size === 0)
        return { read: direct, close: async () => undefined };
    const file = await (0,promises_.open)(path, 'wx+', 0o600);
    const places = new Map();
    const close = async () => {
        await file.close();
        await (0,promises_.rm)(path, { force: true });
    };
    try {
        await fill(file, wanted, places);
    }
    catch (error) {
        await close();
        throw error;
    }
    const read = (leaf, body) => {
        const at = places.get(leaf);
        return at === undefined ? direct(leaf, body) : slice(file, at, leaf.sizeBytes);
    };
    return { read, close };
}
function wantedOf(changes) {
    const wanted = new Map();
    for (const { node } of changes) {
        if (node.kind !== 'file' || node.body === undefined || 'open' in node.body)
            continue;
        const { layer, ordinal } = node.body;
        const ordinals = wanted.get(layer) ?? new Map();
        wanted.set(layer, ordinals);
        ordinals.set(ordinal, [...(ordinals.get(ordinal) ?? []), node]);
    }
    return wanted;
}
async function fill(file, wanted, places) {
    let at = 0;
    for (const [source, ordinals] of wanted) {
        for await (const { ordinal, body } of bodies(source, new Set(ordinals.keys()))) {
            for (const leaf of ordinals.get(ordinal) ?? [])
                places.set(leaf, at);
            for await (const part of body()) {
                await file.writeFile(part);
                at += part.length;
            }
        }
    }
}
const layer_file_chunkBytes = 1 << 20;
async function* slice(file, from, length) {
    for (let at = 0; at < length;) {
        const chunk = Buffer.allocUnsafe(Math.min(layer_file_chunkBytes, length - at));
        const { bytesRead } = await file.read(chunk, 0, chunk.length, from + at);
        if (bytesRead === 0)
            return;
        at += bytesRead;
        yield chunk.subarray(0, bytesRead);
    }
}
function direct(_, body) {
    if ('open' in body)
        return body.open();
    throw new Error('the body of a layer was not read before');
}

;// CONCATENATED MODULE: ./packages/builder/private-layout.ts





/** Writes an image into an empty folder as an OCI layout. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md */
class PrivateLayout {
    folder;
    #blobs;
    #files = 0;
    constructor(folder) {
        this.folder = folder;
        this.#blobs = (0,external_node_path_.join)(folder, 'blobs', 'sha256');
    }
    static async create(folder) {
        const layout = new PrivateLayout(folder);
        await (0,promises_.mkdir)(layout.#blobs, { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
        return layout;
    }
    /** Stores a layer as gzip while it is made. */
    async layer(changes, how) {
        const bodies = await openBodies(changes, this.#temporary());
        try {
            const path = this.#temporary();
            const packed = await writeAll(path, gzipBlocks(layerTar(changes, { ...how, bodies })));
            await (0,promises_.rename)(path, (0,external_node_path_.join)(this.#blobs, (0,oci_digest/* hexOf */.ZD)(packed.digest)));
            return packed;
        }
        finally {
            await bodies.close();
        }
    }
    /** Stores a config or manifest. */
    async json(value, type) {
        const bytes = Buffer.from(JSON.stringify(value));
        const digest = (0,oci_digest/* digestOf */.ol)(bytes);
        await (0,promises_.writeFile)((0,external_node_path_.join)(this.#blobs, (0,oci_digest/* hexOf */.ZD)(digest)), bytes);
        return { mediaType: type, digest, size: bytes.length };
    }
    /** The one image of the layout. */
    async root(descriptor) {
        const index = { schemaVersion: 2, mediaType: oci_descriptor/* mediaType */.JL.index, manifests: [descriptor] };
        await (0,promises_.writeFile)((0,external_node_path_.join)(this.folder, 'index.json'), JSON.stringify(index));
    }
    #temporary() {
        return (0,external_node_path_.join)(this.folder, `part-${this.#files++}`);
    }
}
async function writeAll(path, source) {
    const file = await (0,promises_.open)(path, 'wx');
    try {
        for (;;) {
            const step = await source.next();
            if (step.done === true)
                return step.value;
            await file.writeFile(step.value);
        }
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./packages/builder/builtin.ts











const builtin_name = 'builtin';
/** Assembles images that need no `RUN`: without an engine, without root, the same bytes every time. */
const builtin = ({ version }) => ({
    name: builtin_name,
    can: async (plan) => {
        const no = await cannot(plan, resolved(plan));
        return no === undefined ? true : { no };
    },
    build: (plan, into, signal) => new Build(plan, into, signal).run({ name: builtin_name, version }),
});
const resolved = ({ dockerfile, target, args, platform }) => resolve(dockerfile, { target, args, platform: (0,oci_descriptor/* formatPlatform */.Bq)(platform) });
class Build {
    #plan;
    #into;
    #signal;
    #resolved;
    #bases;
    #stages = new Map();
    #steps = [];
    constructor(plan, into, signal) {
        this.#plan = plan;
        this.#into = into;
        this.#signal = signal;
        this.#resolved = resolved(plan);
        this.#bases = new Bases(plan, signal);
    }
    async run(engine) {
        const layout = await PrivateLayout.create(this.#into);
        const below = this.#belowTarget();
        for (const stage of this.#resolved.stages) {
            await this.#stage(stage, below.includes(stage) ? layout : undefined);
        }
        const root = await this.#image(layout, below.at(-1)?.base);
        const elsewhere = await this.#elsewhere(below.at(-1));
        return { layout: this.#into, root, engine, steps: this.#steps, elsewhere };
    }
    /** The target, the stage it is built on, and so on: only their layers are in the image. */
    #belowTarget() {
        const chain = [];
        for (let at = this.#resolved.stages.at(-1); at !== undefined;) {
            chain.push(at);
            const { base } = at;
            at =
                base.kind === 'stage'
                    ? this.#resolved.stages.find(({ stage }) => stage.index === base.index)
                    : undefined;
        }
        return chain;
    }
    async #stage(stage, layout) {
        const { dockerfile, epoch } = this.#plan;
        const started = performance.now();
        const start = await this.#start(stage);
        const done = (step) => void this.#steps.push(step);
        const { line, from } = stage.stage;
        const ms = Math.round(performance.now() - started);
        done({ line, text: `FROM ${from}`, ms, cached: false });
        const evaluated = evaluate(this.#resolved, stage, start.ground);
        const surroundings = {
            file: dockerfile.file,
            layout,
            epoch,
            signal: this.#signal,
            from: (step) => this.#from(step),
            done,
        };
        this.#stages.set(stage.stage.index, await assemble(start, evaluated, surroundings));
    }
    async #start(stage) {
        const { base } = stage;
        const platform = platformOf(this.#plan, stage);
        if (base.kind === 'scratch')
            return fromScratch(platform);
        if (base.kind === 'stage')
            return this.#assembled(base.index);
        return fromImage(await this.#bases.image(base.name, platform));
    }
    #assembled(index) {
        const stage = this.#stages.get(index);
        if (stage === undefined)
            throw new Error(`stage ${index} was not built before it was needed`);
        return stage;
    }
    async #from(step) {
        const { context: folder, ignore, platform } = this.#plan;
        const { from } = step;
        if (from === undefined) {
            const paths = step.sources.map(fixedPart);
            const files = readContext({ folder, ignore }, paths, this.#signal);
            const where = `the context${ignore === undefined ? '' : ', or its ignore file leaves it out'}`;
            return { files, where, isContext: true };
        }
        const { files, where } = await this.#files(from, platform);
        return { files, where, isContext: false };
    }
    async #files(from, platform) {
        switch (from.kind) {
            case 'scratch':
                return { files: new FileTree(), where: 'scratch' };
            case 'stage': {
                const { name: named } = this.#plan.dockerfile.stages[from.index] ?? {};
                const where = `stage ${JSON.stringify(named ?? String(from.index))}`;
                return { files: await this.#assembled(from.index).tree(), where };
            }
            case 'image': {
                const image = await this.#bases.image(from.name, platform);
                return { files: await image.tree(), where: image.name };
            }
        }
    }
    async #image(layout, base) {
        const { config, layers } = this.#assembled(this.#resolved.target.index);
        const { labels, annotations } = this.#plan;
        const inner = { ...config.config };
        if (Object.keys({ ...inner.Labels, ...labels }).length > 0) {
            inner.Labels = sorted({ ...inner.Labels, ...labels });
        }
        const root = await layout.json({
            schemaVersion: 2,
            mediaType: oci_descriptor/* mediaType */.JL.manifest,
            config: await layout.json({ ...config, config: inner }, oci_descriptor/* mediaType */.JL.config),
            layers,
            annotations: sorted({ ...this.#baseAnnotations(base), ...annotations }),
        }, oci_descriptor/* mediaType */.JL.manifest);
        await layout.root(root);
        return root;
    }
    /** The digest is that of what the name stands for, so that it can be compared with what it stands for later. */
    #baseAnnotations(base) {
        if (base?.kind !== 'image')
            return { [io_names/* annotation */.w7.baseName]: 'scratch' };
        const { name: named = base.name, descriptor } = this.#plan.bases.get(base.name) ?? {};
        return {
            [io_names/* annotation */.w7.baseName]: named,
            ...(descriptor === undefined ? {} : { [io_names/* annotation */.w7.baseDigest]: descriptor.digest }),
        };
    }
    async #elsewhere(lowest) {
        if (lowest?.base.kind !== 'image')
            return new Map();
        const image = await this.#bases.image(lowest.base.name, platformOf(this.#plan, lowest));
        return new Map(image.layers.map(({ digest }) => [digest, image.from]));
    }
}

// EXTERNAL MODULE: ./packages/oci/server.ts + 8 modules
var oci_server = __webpack_require__(279);
// EXTERNAL MODULE: ./packages/oci/json.ts
var oci_json = __webpack_require__(6148);
;// CONCATENATED MODULE: ./packages/builder/buildah-arguments.ts

/** Arguments of `buildah build`. Nothing secret is in them: every process of the machine can read them. */
function buildArguments({ context, platform, args, labels, epoch }, { dockerfile, target }, { dockerfile: file, ignore, policy, id }) {
    const isLast = target.index === dockerfile.stages.length - 1;
    // Buildah compares names letter by letter, so it gets the name as it is written.
    const name = target.name === undefined ? String(target.index) : (target.text.split(/\s+/).at(-1) ?? '');
    const pairs = (flag, values) => Object.entries(values).flatMap(([key, value]) => [flag, `${key}=${value}`]);
    return [
        'build',
        // In OCI's format Buildah ignores SHELL, even for the RUNs that come after it.
        ...['--format', 'docker', '--layers', '--force-rm', '--pull-always', '--identity-label=false'],
        ...['--signature-policy', policy, '--ignorefile', ignore, '--file', file, '--iidfile', id],
        ...['--platform', (0,oci_descriptor/* formatPlatform */.Bq)(platform), '--timestamp', String(epoch)],
        ...(isLast ? [] : ['--target', name]),
        ...pairs('--label', labels),
        ...pairs('--build-arg', args),
        '--',
        context,
    ];
}

// EXTERNAL MODULE: ./packages/oci/reference.ts
var oci_reference = __webpack_require__(1421);
// EXTERNAL MODULE: ./packages/oci/read-only.ts
var read_only = __webpack_require__(9373);
;// CONCATENATED MODULE: ./packages/builder/buildah-settings.ts



/**
 * Writes every file that Buildah would else read from the machine, so that a build depends on the plan alone.
 * @param bases host and port that serve the plan's bases
 */
async function writeSettings(work, plan, { storage, bases }) {
    const files = {
        Dockerfile: plan.dockerfile.source,
        ignore: plan.ignore ?? '',
        'policy.json': '{"default":[{"type":"insecureAcceptAnything"}]}',
        'auth.json': '{"auths":{}}',
        'containers.conf': '',
        'registries.conf': registriesConf(plan, bases),
        'storage.conf': storageConf(storage),
    };
    const path = (name) => (0,external_node_path_.join)(work, name);
    for (const folder of ['registries.d', 'tmp']) {
        await (0,promises_.mkdir)(path(folder), { recursive: true, mode: 0o700 });
    }
    for (const [name, text] of Object.entries(files))
        await (0,promises_.writeFile)((0,external_node_path_.join)(work, name), text);
    return {
        global: [
            ...['--registries-conf', path('registries.conf')],
            ...['--registries-conf-dir', path('registries.d')],
        ],
        env: {
            BUILDAH_ISOLATION: 'chroot',
            CONTAINERS_STORAGE_CONF: path('storage.conf'),
            CONTAINERS_CONF: path('containers.conf'),
            REGISTRY_AUTH_FILE: path('auth.json'),
            TMPDIR: path('tmp'),
        },
        dockerfile: path('Dockerfile'),
        ignore: path('ignore'),
        policy: path('policy.json'),
        id: path('id'),
    };
}
/** A basic string of TOML. JSON's escapes are among TOML's. */
const toml = (text) => JSON.stringify(text);
/** https://github.com/containers/storage/blob/main/docs/containers-storage.conf.5.md */
const storageConf = ({ folder, driver }) => `[storage]
driver = ${toml(driver)}
graphroot = ${toml((0,external_node_path_.join)(folder, 'graph'))}
runroot = ${toml((0,external_node_path_.join)(folder, 'run'))}
[storage.options.overlay]
skip_mount_home = "true"
`;
/**
 * Every base under its own name at the place that serves it: names and history stay as the Dockerfile has them.
 * https://github.com/containers/image/blob/main/docs/containers-registries.conf.5.md
 */
function registriesConf({ bases }, place) {
    const names = new Set([...bases.values()].map(({ name }) => (0,oci_reference/* parseRegistryReference */.qq)(name).name));
    const tables = [...names].map((name) => `[[registry]]
prefix = ${toml(name)}
location = ${toml(`${place}/${servedName(name)}`)}
insecure = true
`);
    return `unqualified-search-registries = ["docker.io"]
short-name-mode = "disabled"
${tables.join('')}`;
}
/** The name under which a base's repository is served: a port's colon may not stand in a path. */
const servedName = (name) => name.replace(':', '_');

;// CONCATENATED MODULE: ./packages/builder/buildah-bases.ts


/**
 * The repositories of a plan's bases, to be served to Buildah. A tag stands for what was pinned, whatever it
 * stands for in its repository by now.
 * @throws NotThere for a name that is no base
 */
function openBases(bases) {
    const all = [...bases].map((base) => ({ base, reference: (0,oci_reference/* parseRegistryReference */.qq)(base.name) }));
    return (name) => {
        const here = all.filter(({ reference }) => servedName(reference.name) === name);
        const [first] = here;
        if (first === undefined)
            throw new oci_errors/* NotThere */.W2(name, 'the bases of this build');
        const pins = new Map(here.map(({ base, reference }) => [reference.tag ?? 'latest', base.descriptor.digest]));
        return pinnedTo(first.base.from, pins);
    };
}
function pinnedTo(from, pins) {
    const repository = (0,read_only/* readOnly */.T)(from);
    const pin = (at) => ((0,oci_digest/* isDigest */.Bc)(at) ? at : pins.get(at));
    return {
        ...repository,
        resolve: async (at) => {
            const digest = pin(at);
            return digest === undefined ? undefined : repository.resolve(digest);
        },
        manifest: async (at) => {
            const digest = pin(at);
            return digest === undefined ? undefined : repository.manifest(digest);
        },
    };
}

;// CONCATENATED MODULE: ./packages/builder/buildah-failure.ts

const longestOutput = 1500;
/** What a failed `buildah build` comes to: the line, the instruction, and the end of what it printed. */
function buildFailure(output, file) {
    const { last, error, tail } = output;
    const own = /StartLine:(\d+)/.exec(error)?.[1];
    const line = own === undefined ? (last?.line ?? undefined) : Number(own);
    const place = line === undefined ? file : `${file}:${line}`;
    const [, status] = /\bexit status (\d+)$/.exec(error) ?? [];
    const what = last === undefined ? 'the build' : (0,quote/* quote */.h)(last.text);
    const failed = status === undefined ? 'failed' : `ended with exit code ${status}`;
    const why = status === undefined ? `: ${quoteLong(reasonOf(error))}` : '';
    const printed = tail.length === 0 ? '' : `; the end of its output: ${quoteLong(tail.join('\n'))}`;
    return new errors/* Failed */.cV(3, 'build-failed', `${place}: ${what} ${failed}${why}${printed}`, {
        ...(line === undefined ? {} : { at: { file, line } }),
    });
}
/** Without the repetition of the instruction, and of how Buildah holds it. */
function reasonOf(error) {
    const reason = error.replace(/^building at STEP "(?:[^"\\]|\\.)*": /, '');
    return reason.replace(/^resolving step \{.*?\}: /, '') || 'Buildah gave no reason';
}
/** The end of a long text, quoted: control characters in it do nothing. */
const quoteLong = (text) => JSON.stringify(text.length > longestOutput ? `…${text.slice(-longestOutput)}` : text);

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: ./packages/oci/layout.ts + 3 modules
var oci_layout = __webpack_require__(5970);
;// CONCATENATED MODULE: ./packages/builder/buildah-image.ts





const latest = (0,oci_reference/* parseTag */.ED)('latest');
/**
 * Completes what Buildah pushed into a layout: HEALTHCHECK, SHELL and ONBUILD, annotations, and a history
 * without the IDs of intermediate images, which differ from build to build.
 * @returns the manifest that is now the layout's
 */
async function completeImage(layout, plan, { resolved, fields }) {
    const repository = (0,oci_layout/* openLayout */.B)(layout);
    const stored = await repository.manifest(latest);
    if (stored === undefined)
        throw new oci_errors/* NotThere */.W2('the image', layout);
    const manifest = (0,oci_manifest/* parseManifest */.Ng)(stored.bytes, stored.descriptor.mediaType);
    if (!('config' in manifest))
        throw new oci_errors/* Corrupt */.Q6('what Buildah wrote', 'it is no image');
    const written = (0,image_config/* parseConfig */.o)(await (0,consumers_.buffer)(await repository.blob(manifest.config)));
    const config = encode(completeConfig(written, plan, fields));
    const descriptor = { mediaType: oci_descriptor/* mediaType */.JL.config, digest: (0,oci_digest/* digestOf */.ol)(config), size: config.length };
    await repository.putBlob(descriptor, async () => external_node_stream_.Readable.from([config]));
    const annotations = { ...baseAnnotations(plan, resolved), ...plan.annotations };
    const bytes = encode({
        schemaVersion: 2,
        mediaType: oci_descriptor/* mediaType */.JL.manifest,
        config: descriptor,
        layers: manifest.layers,
        ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    });
    await repository.tag(latest, bytes, oci_descriptor/* mediaType */.JL.manifest, 'anything');
    return { mediaType: oci_descriptor/* mediaType */.JL.manifest, digest: (0,oci_digest/* digestOf */.ol)(bytes), size: bytes.length };
}
const encode = (value) => new TextEncoder().encode(JSON.stringify(value));
function completeConfig({ config, history, ...rest }, { platform }, { Healthcheck, Shell, OnBuild = [] }) {
    const runtime = {
        ...config,
        ...(Healthcheck === undefined ? {} : { Healthcheck }),
        ...(Shell === undefined || Shell.length === 0 ? {} : { Shell }),
        ...(OnBuild.length === 0 ? {} : { OnBuild }),
    };
    return {
        ...rest,
        ...(platform.variant === undefined ? {} : { variant: platform.variant }),
        config: runtime,
        history: history?.map(({ comment, ...entry }) => comment === undefined || /^FROM [0-9a-f]{12}$/.test(comment) ? entry : { ...entry, comment }),
    };
}
/** Of the image below the target, through the stages between them. */
function baseAnnotations({ bases }, { target, stages }) {
    let base = stages.find(({ stage }) => stage.index === target.index)?.base;
    while (base?.kind === 'stage') {
        const { index } = base;
        base = stages.find(({ stage }) => stage.index === index)?.base;
    }
    const image = base?.kind === 'image' ? bases.get(base.name) : undefined;
    if (image === undefined)
        return {};
    return {
        [io_names/* annotation */.w7.baseName]: image.name,
        [io_names/* annotation */.w7.baseDigest]: image.descriptor.digest,
    };
}

;// CONCATENATED MODULE: ./packages/builder/buildah-limits.ts
/** The version in the output of `buildah --version`. */
function parseVersion(output) {
    const [, text, major, minor] = /\b((\d+)\.(\d+)[\w.+-]*)/.exec(output) ?? [];
    return text === undefined ? undefined : { text, major: Number(major), minor: Number(minor) };
}
/** What versions before 1.33 take after an instruction's name. */
const oldFlags = {
    ADD: ['chown', 'chmod'],
    COPY: ['chown', 'chmod', 'from'],
    RUN: ['mount'],
    HEALTHCHECK: ['interval', 'timeout', 'start-period', 'retries'],
    FROM: ['platform'],
};
/** Why this version cannot read what the target reaches; undefined when it can. */
function unreadable(version, plan) {
    if (version.major > 1 || version.minor >= 33)
        return undefined;
    for (const instruction of plan.stages.flatMap(({ stage }) => stage.instructions)) {
        const what = unreadableIn(instruction);
        if (what === undefined)
            continue;
        const name = `Buildah ${version.major}.${version.minor}`;
        return `${name} cannot read ${what} (${plan.dockerfile.file}:${instruction.line})`;
    }
    return undefined;
}
function unreadableIn({ keyword, flags, heredocs }) {
    if (heredocs.length > 0)
        return 'heredocs';
    const unknown = flags.find(({ name }) => !(oldFlags[keyword] ?? []).includes(name));
    return unknown === undefined ? undefined : `${keyword} --${unknown.name}`;
}

;// CONCATENATED MODULE: ./packages/builder/buildah-machine.ts


/** QEMU's names of architectures, where they differ from OCI's. */
const qemuNames = {
    '386': 'i386',
    amd64: 'x86_64',
    arm64: 'aarch64',
};
/** Why programs of the plan cannot run on this machine; undefined when they can. */
async function unrunnable(machine, plan, platform) {
    for (const resolved of plan.stages) {
        const run = resolved.stage.instructions.find(({ keyword }) => keyword === 'RUN');
        const wanted = resolved.platform ?? platform;
        if (run === undefined || (await runs(machine, wanted)))
            continue;
        const place = `${plan.dockerfile.file}:${run.line}`;
        return `programs for ${wanted} do not run on ${(0,oci_descriptor/* formatPlatform */.Bq)(machine)} without QEMU (${place})`;
    }
    return undefined;
}
async function runs(machine, platform) {
    const [os, architecture = ''] = platform.split('/');
    if (os !== machine.os)
        return false;
    if (architecture === machine.architecture)
        return true;
    if (architecture === '386' && machine.architecture === 'amd64')
        return true;
    const name = qemuNames[architecture] ?? architecture;
    if (!/^[a-z0-9_]+$/.test(name))
        return false;
    const handler = await (0,promises_.readFile)(`/proc/sys/fs/binfmt_misc/qemu-${name}`, 'utf8').catch(() => '');
    return handler.startsWith('enabled');
}

;// CONCATENATED MODULE: ./packages/builder/buildah-output.ts
const tailLines = 20;
const tailLength = 300;
const mostSteps = 10_000;
/** What is compared: Buildah joins lines with other white space than we do. */
const bare = (text) => text.replace(/\s+/g, '').toLowerCase();
/**
 * Reads what `buildah build` prints, one line at a time, and knows which instruction runs. The output of a RUN
 * can look like Buildah's own: then steps are shown wrongly, and nothing else follows from it.
 */
class BuildahOutput {
    #stages;
    #heads;
    #now;
    #done = [];
    #running;
    #stage = -1;
    #next = 0;
    #tail = [];
    #error = '';
    constructor({ stages }, now) {
        // Buildah goes through the stages that are needed in the order of the file.
        const inFile = stages.map(({ stage }) => stage).toSorted((a, b) => a.index - b.index);
        this.#stages = inFile.map(({ instructions }) => instructions);
        this.#heads = inFile;
        this.#now = now;
    }
    read(line, from) {
        const [, number, text] = /^(?:\[\d+\/\d+\] )?STEP (\d+)\/\d+: (.*)$/s.exec(line) ?? [];
        if (from === 'stdout' && text !== undefined)
            this.#start(Number(number), text);
        else if (from === 'stdout' && /^(?:\[\d+\/\d+\] )?COMMIT\b/.test(line))
            this.#finish();
        else if (from === 'stdout' && line.startsWith('--> '))
            this.#mark(line);
        else if (from === 'stderr' && line.startsWith('Error: '))
            this.#error = line.slice(7);
        else if (!/^time=".*" level=|^subprocess exited with status/.test(line))
            this.#keep(line);
    }
    /** All steps up to now. */
    steps() {
        this.#finish();
        return this.#done;
    }
    /** The instruction that ran last: the one that failed, when something did. */
    get last() {
        return this.#running ?? this.#done.at(-1);
    }
    /** Buildah's own last words. */
    get error() {
        return this.#error;
    }
    /** The last lines that the running instruction printed. */
    get tail() {
        return this.#tail;
    }
    #start(number, printed) {
        this.#finish();
        this.#tail = [];
        const found = number === 1 ? this.#head() : this.#instruction(printed);
        this.#running = {
            line: found?.line ?? null,
            text: found?.text ?? printed.slice(0, tailLength),
            since: this.#now().getTime(),
            cached: false,
        };
    }
    #head() {
        this.#stage += 1;
        this.#next = 0;
        return this.#heads[this.#stage];
    }
    /** The next instruction of the stage with this text; triggers and labels of ours have none. */
    #instruction(printed) {
        const instructions = this.#stages[this.#stage] ?? [];
        const wanted = bare(printed);
        const index = instructions.findIndex(({ text }, at) => at >= this.#next && bare(text) === wanted);
        if (index >= 0)
            this.#next = index + 1;
        return instructions[index];
    }
    #mark(line) {
        if (this.#running !== undefined && line.startsWith('--> Using cache ')) {
            this.#running.cached = true;
        }
    }
    #finish() {
        if (this.#running === undefined)
            return;
        const { line, text, cached, since } = this.#running;
        const ms = Math.max(0, this.#now().getTime() - since);
        if (this.#done.length < mostSteps)
            this.#done.push({ line, text, ms, cached });
        this.#running = undefined;
    }
    #keep(line) {
        if (line.trim() === '')
            return;
        this.#tail.push(line.slice(0, tailLength));
        if (this.#tail.length > tailLines)
            this.#tail.shift();
    }
}

;// CONCATENATED MODULE: ./packages/builder/buildah-store.ts



const patienceMs = 30_000;
/**
 * The cache folder when nobody else uses it, so that its layers serve again; else a folder of this build alone.
 * One build at a time works in the cache: what a killed one left can then be told from what another one needs.
 */
async function openBuildahStore(exec, { cache, work }) {
    const lease = cache === undefined ? undefined : await lend(cache);
    if (cache !== undefined && lease !== undefined) {
        return {
            folder: cache,
            shared: true,
            dirty: lease === 'after a killed one',
            close: async () => {
                await unmountBelow(exec, cache);
                await (0,promises_.rm)((0,external_node_path_.join)(cache, 'owner'), { force: true });
            },
        };
    }
    const folder = (0,external_node_path_.join)(work, 'storage');
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    return {
        folder,
        shared: false,
        dirty: false,
        close: async () => {
            await unmountBelow(exec, folder);
            await removeTree(exec, folder);
        },
    };
}
/** Takes a cache folder; undefined when a living process has it. */
async function lend(cache) {
    await (0,promises_.mkdir)(cache, { recursive: true, mode: 0o700 });
    const file = (0,external_node_path_.join)(cache, 'owner');
    const me = `${await (0,promises_.readlink)('/proc/self/ns/pid')} ${await (0,promises_.readlink)('/proc/self')}`;
    for (const answer of ['clean', 'after a killed one']) {
        try {
            await (0,promises_.writeFile)(file, me, { flag: 'wx' });
            return answer;
        }
        catch (error) {
            if ((0,errors/* codeOf */.$N)(error) !== 'EEXIST')
                throw error;
        }
        if (await lives(file, me))
            return undefined;
        await (0,promises_.rm)(file, { force: true });
    }
    return undefined;
}
/** Whether the owner still runs. One in another namespace cannot be asked, so it does. */
async function lives(file, me) {
    const [namespace, pid = ''] = (await (0,promises_.readFile)(file, 'utf8').catch(() => '')).split(' ');
    if (namespace !== me.split(' ')[0] || !/^\d+$/.test(pid))
        return namespace !== '';
    return (0,promises_.stat)(`/proc/${pid}`).then(() => true, () => false);
}
/** A process that is killed leaves its mounts, and a folder with mounts below it cannot be removed. */
async function unmountBelow(exec, folder) {
    const table = await (0,promises_.readFile)('/proc/self/mountinfo', 'utf8');
    const points = table
        .split('\n')
        .map((line) => unescapeOctal(line.split(' ')[4] ?? ''))
        .filter((point) => point.startsWith(`${folder}/`));
    const signal = AbortSignal.timeout(patienceMs);
    // The last mounted is the first to go.
    for (const point of points.reverse()) {
        await exec.run('umount', ['-l', '--', point], { signal, maxBytes: 4096 });
    }
}
const unescapeOctal = (text) => text.replace(/\\([0-7]{3})/g, (_, digits) => String.fromCharCode(parseInt(digits, 8)));
/** Files of a rootless build belong to other users, whom only its user namespace can remove. */
async function removeTree(exec, folder) {
    try {
        await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
    }
    catch (error) {
        const code = (0,errors/* codeOf */.$N)(error);
        if (code !== 'EACCES' && code !== 'EPERM')
            throw error;
        const signal = AbortSignal.timeout(patienceMs);
        const args = ['unshare', 'rm', '-rf', '--', folder];
        const { code: exit } = await exec.run('buildah', args, { signal, maxBytes: 4096 });
        if (exit !== 0)
            throw new Error(`cannot remove ${folder}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./packages/builder/buildah.ts















/**
 * The engine Buildah, with chroot isolation: no daemon, and RUN works where containers are not allowed. It reads
 * the bases from a server on loopback and writes to a private layout; nothing of the machine's own settings counts.
 */
const buildah = (ports) => new Buildah(ports);
const probeMs = 20_000;
const cleanMs = 30_000;
const buildah_outputBytes = 64 * 1024;
const documentBytes = 16 * 1024 * 1024;
class Buildah {
    name = 'buildah';
    #ports;
    #version;
    constructor(ports) {
        this.#ports = ports;
    }
    async can(plan) {
        const { machine } = this.#ports;
        if (machine.os !== 'linux')
            return { no: `Buildah needs Linux, and this is ${machine.os}` };
        const version = await this.#installed();
        if (version === undefined)
            return { no: 'Buildah is not installed' };
        const resolved = this.#resolve(plan);
        const no = unreadable(version, resolved) ??
            (await unrunnable(machine, resolved, (0,oci_descriptor/* formatPlatform */.Bq)(plan.platform)));
        return no === undefined ? true : { no };
    }
    async build(plan, into, signal) {
        const version = await this.#installed();
        if (version === undefined)
            throw new errors/* Failed */.cV(3, 'no-tool', 'Buildah is not installed');
        const { exec, listen, cache } = this.#ports;
        const resolved = this.#resolve(plan);
        const missing = resolved.externals.find(({ name }) => !plan.bases.has(name));
        if (missing !== undefined)
            throw new oci_errors/* NotThere */.W2(missing.name, 'the bases of this build');
        const work = (0,external_node_path_.join)(into, 'work');
        await (0,promises_.mkdir)(work, { mode: 0o700 });
        const server = await listen((0,oci_server/* serve */.w)(openBases(plan.bases.values()), { readOnly: true }));
        const store = await openBuildahStore(exec, { cache, work });
        try {
            const settings = await this.#settings(plan, { store, work, bases: server.url.host, signal });
            const run = { settings, cwd: into, signal };
            const steps = await this.#inStore(store, run, () => this.#image(plan, resolved, run));
            const fields = await this.#push(run);
            const layout = (0,external_node_path_.join)(into, 'layout');
            const root = await completeImage(layout, plan, { resolved, fields });
            const engine = { name: this.name, version: version.text };
            return { layout, root, engine, steps, elsewhere: new Map() };
        }
        finally {
            await store.close();
            await server.close();
            await (0,promises_.rm)(work, { recursive: true, force: true });
        }
    }
    #resolve({ dockerfile, target, args, platform }) {
        const buildPlatform = (0,oci_descriptor/* formatPlatform */.Bq)(this.#ports.machine);
        return resolve(dockerfile, { target, args, platform: (0,oci_descriptor/* formatPlatform */.Bq)(platform), buildPlatform });
    }
    /** Asked once; undefined when there is none. */
    async #installed() {
        this.#version ??= this.#ports.exec
            .run('buildah', ['--version'], {
            signal: AbortSignal.timeout(probeMs),
            maxBytes: buildah_outputBytes,
        })
            .then(({ stdout }) => parseVersion(new TextDecoder().decode(stdout)), (error) => {
            if ((0,errors/* codeOf */.$N)(error) === 'no-tool')
                return undefined;
            throw error;
        });
        return this.#version;
    }
    /** With the overlay driver where it works, else with vfs, which copies every layer whole. */
    async #settings(plan, how) {
        const { store, work, bases, signal } = how;
        const write = (driver) => writeSettings(work, plan, { storage: { folder: store.folder, driver }, bases });
        const settings = await write('overlay');
        const { code } = await this.#run(['info'], { settings, cwd: work, signal });
        return code === 0 ? settings : write('vfs');
    }
    /** Removes the containers that a build leaves in a store when it fails. */
    async #inStore(store, run, work) {
        const clean = async () => {
            await this.#run(['rm', '--all'], { ...run, signal: AbortSignal.timeout(cleanMs) });
        };
        if (store.dirty)
            await clean();
        try {
            return await work();
        }
        catch (error) {
            if (store.shared)
                await clean();
            throw error;
        }
    }
    async #image(plan, resolved, run) {
        const output = new BuildahOutput(resolved, this.#ports.now);
        const onLine = (line, from) => {
            output.read(line, from);
        };
        const { code } = await this.#run(buildArguments(plan, resolved, run.settings), run, onLine);
        if (code !== 0)
            throw buildFailure(output, plan.dockerfile.file);
        return output.steps();
    }
    /** Writes the image into the layout, and returns what gets lost on the way. */
    async #push({ settings, ...run }) {
        const id = (await (0,promises_.readFile)(settings.id, 'utf8')).trim();
        const what = { settings, ...run };
        const push = ['push', '--quiet', '--signature-policy', settings.policy, '--format', 'oci'];
        await this.#succeed([...push, id, 'oci:layout:latest'], what);
        const inspected = await this.#succeed(['inspect', '--type', 'image', id], what);
        const json = (0,oci_json/* parseJson */.q)(inspected, 'what buildah inspect printed');
        const docker = typeof json === 'object' && json !== null && 'Docker' in json ? json.Docker : {};
        return (0,image_config/* parseConfig */.o)(new TextEncoder().encode(JSON.stringify(docker))).config ?? {};
    }
    async #succeed(args, run) {
        const { code, stdout, stderr, truncated } = await this.#run(args, run);
        if (code === 0 && !truncated)
            return stdout;
        const last = new TextDecoder().decode(stderr).trim().split('\n').at(-1) ?? '';
        const why = truncated ? 'it printed too much' : `exit code ${code}: ${(0,quote/* quote */.h)(last)}`;
        throw new errors/* Failed */.cV(3, 'buildah-failed', `buildah ${args[0] ?? ''} failed: ${why}`);
    }
    #run(args, { settings, ...how }, onLine) {
        return this.#ports.exec.run('buildah', [...settings.global, ...args], {
            ...how,
            env: settings.env,
            maxBytes: documentBytes,
            ...(onLine === undefined ? {} : { onLine }),
        });
    }
}

// EXTERNAL MODULE: ./packages/io/version.ts
var version = __webpack_require__(7487);
;// CONCATENATED MODULE: ./packages/pipeline/engines.ts



/** Every builder that there is, the one that needs least first. */
const enginesOf = (io) => [
    builtin({ version: version/* version */.r }),
    buildah({
        exec: io.exec,
        listen: (handler) => io.listen(handler),
        now: io.now,
        machine: io.machine,
        cache: cacheOf(io.env),
    }),
];
/** Layers that an engine keeps for the next build. https://specifications.freedesktop.org/basedir-spec/latest/ */
function cacheOf(env) {
    const home = env.get('HOME');
    const cache = env.get('XDG_CACHE_HOME') ?? (home === undefined ? undefined : (0,external_node_path_.join)(home, '.cache'));
    return cache === undefined ? undefined : (0,external_node_path_.join)(cache, 'ecluse', 'buildah');
}

// EXTERNAL MODULE: ./packages/lifecycle/claim.ts
var claim = __webpack_require__(2173);
// EXTERNAL MODULE: ./packages/lifecycle/origin.ts
var origin = __webpack_require__(5291);
// EXTERNAL MODULE: ./packages/lifecycle/content.ts
var lifecycle_content = __webpack_require__(9212);
// EXTERNAL MODULE: ./packages/lifecycle/dry-run.ts
var dry_run = __webpack_require__(5904);
// EXTERNAL MODULE: ./packages/lifecycle/version-tag.ts
var version_tag = __webpack_require__(5048);
// EXTERNAL MODULE: ./packages/lifecycle/known.ts
var known = __webpack_require__(7534);
// EXTERNAL MODULE: ./packages/oci/copy.ts + 2 modules
var copy = __webpack_require__(4864);
// EXTERNAL MODULE: ./packages/lifecycle/base.ts
var base = __webpack_require__(8284);
// EXTERNAL MODULE: ./packages/lifecycle/gates/base.ts
var gates_base = __webpack_require__(1589);
;// CONCATENATED MODULE: ./packages/pipeline/base.ts


/** Whether an image that is stored nowhere yet stands on an allowed base; nothing when the policy names none. */
async function judgeBase(layout, built, { policy, open }) {
    if (policy.base === undefined)
        return [];
    const { root, elsewhere } = built;
    const whole = {
        name: layout.name,
        manifest: (at) => (((0,oci_digest/* isDigest */.Bc)(at) ? elsewhere.get(at) : undefined) ?? layout).manifest(at),
        blob: (descriptor) => (elsewhere.get(descriptor.digest) ?? layout).blob(descriptor),
    };
    const facts = await (0,base/* baseOf */.b)(whole, root.digest, open);
    return [gates_base/* baseGate */.P.judge(policy.base.allowed, facts, undefined)];
}

;// CONCATENATED MODULE: ./packages/builder/join.ts

/**
 * One image from those of several platforms: an index in a private layout, which finds the rest where
 * each platform's build left it. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md
 */
async function joinPlatforms(images, how) {
    const manifests = [];
    const elsewhere = new Map();
    for (const { built, platform } of images) {
        for (const [digest, repository] of await contents(built))
            elsewhere.set(digest, repository);
        const { mediaType: type, digest, size } = built.root;
        manifests.push({ mediaType: type, digest, size, platform });
    }
    const index = {
        schemaVersion: 2,
        mediaType: oci_descriptor/* mediaType */.JL.index,
        manifests,
        annotations: how.annotations,
    };
    const bytes = new TextEncoder().encode(JSON.stringify(index));
    return {
        layout: how.into,
        root: await (0,oci_layout/* openLayout */.B)(how.into).putManifest(bytes, oci_descriptor/* mediaType */.JL.index),
        engine: images[0].built.engine,
        steps: images.flatMap(({ built }) => built.steps),
        elsewhere,
    };
}
/** Where everything is that one platform's image consists of. */
async function contents({ layout, root, elsewhere }) {
    const own = (0,oci_layout/* openLayout */.B)(layout);
    const stored = await own.manifest(root.digest);
    if (stored === undefined)
        throw new oci_errors/* NotThere */.W2(root.digest, layout);
    const inner = (0,oci_manifest/* children */.Y_)((0,oci_manifest/* parseManifest */.Ng)(stored.bytes, stored.descriptor.mediaType));
    const all = new Map(inner.map(({ digest }) => [digest, own]));
    return new Map([...all, [root.digest, own], ...elsewhere]);
}

;// CONCATENATED MODULE: ./packages/builder/choose.ts

/**
 * The builder for a plan. `auto` takes the first of `engines` that can do it: put the one that needs
 * least first. A name takes that one or nothing.
 * @throws UsageError when the named one is unknown or cannot; Failed (3, `no-builder`) when none can
 */
async function chooseBuilder(engines, plan, wanted) {
    if (wanted !== 'auto')
        return { builder: await named(engines, plan, wanted), passedOver: [] };
    const passedOver = [];
    for (const builder of engines) {
        const answer = await builder.can(plan);
        if (answer === true)
            return { builder, passedOver };
        passedOver.push({ name: builder.name, why: answer.no });
    }
    const reasons = passedOver.map(({ name, why }) => `${name}: ${why}`).join('; ');
    throw new errors/* Failed */.cV(3, 'no-builder', `no builder can do this build (${reasons || 'none is known'})`);
}
async function named(engines, plan, wanted) {
    const builder = engines.find(({ name }) => name === wanted);
    if (builder === undefined) {
        const known = ['auto', ...engines.map(({ name }) => name)].join(', ');
        throw new errors/* UsageError */.eb(`builder must be one of ${known}, not ${JSON.stringify(wanted)}`, {
            input: 'builder',
        });
    }
    const answer = await builder.can(plan);
    if (answer === true)
        return builder;
    throw new errors/* UsageError */.eb(`builder ${wanted} cannot do this build: ${answer.no}`, {
        input: 'builder',
    });
}

;// CONCATENATED MODULE: ./packages/pipeline/build.ts




/** Builds a recipe for all its platforms; more than one give an index. Nothing shared is written. */
async function buildRecipe(recipe, ports) {
    const [platform, ...others] = recipe.platforms;
    if (platform === undefined)
        throw new errors/* UsageError */.eb('"platforms" names none', { input: 'platforms' });
    const first = await buildPlatform(recipe, platform, ports);
    if (others.length === 0)
        return first;
    const rest = [];
    for (const other of others) {
        rest.push({ platform: other, ...(await buildPlatform(recipe, other, ports)) });
    }
    const built = await joinPlatforms([{ built: first.built, platform }, ...rest], {
        into: await ports.temporary(),
        annotations: recipe.annotations,
    });
    return { built, engine: first.engine, steps: [first, ...rest].flatMap(({ steps }) => steps) };
}
async function buildPlatform(recipe, platform, ports) {
    const { context, dockerfile, ignore, target, args, labels, annotations, epoch } = recipe;
    const name = (0,oci_descriptor/* formatPlatform */.Bq)(platform);
    const plan = {
        context,
        dockerfile,
        ...(target === undefined ? {} : { target }),
        ...(ignore === undefined ? {} : { ignore }),
        platform,
        args,
        labels,
        annotations,
        epoch,
        bases: await pinBases(recipe, name, ports),
    };
    const { builder, passedOver } = await chooseBuilder(ports.engines, plan, ports.builder);
    const into = await ports.temporary();
    const built = await ports.log.step(`Built ${name} with ${builder.name}`, () => builder.build(plan, into, ports.signal));
    return {
        built,
        engine: { ...built.engine, passedOver },
        steps: built.steps.map((step) => ({ platform: name, ...step })),
    };
}
/** Every image that the target reaches, resolved once: what a tag means must not change during a build. */
async function pinBases({ dockerfile, target, args }, platform, { open, machine }) {
    const { externals } = resolve(dockerfile, {
        target,
        args,
        platform,
        buildPlatform: (0,oci_descriptor/* formatPlatform */.Bq)(machine),
    });
    const bases = new Map();
    for (const { name, line } of externals) {
        if (bases.has(name))
            continue;
        const reference = (0,oci_reference/* parseRegistryReference */.qq)(name);
        const from = open(reference.name, 'read');
        const at = reference.digest ?? reference.tag ?? (0,oci_reference/* parseTag */.ED)('latest');
        const descriptor = await from.resolve(at);
        if (descriptor === undefined) {
            throw new oci_errors/* NotThere */.W2(`${(0,oci_reference/* formatReference */.FH)(reference)}, which ${dockerfile.file}:${line} names,`, `the store or its registry`);
        }
        bases.set(name, { name: (0,oci_reference/* formatReference */.FH)(reference), descriptor, from });
    }
    return bases;
}

// EXTERNAL MODULE: ./packages/lifecycle/passed.ts
var lifecycle_passed = __webpack_require__(4881);
// EXTERNAL MODULE: ./packages/lifecycle/place.ts
var lifecycle_place = __webpack_require__(6762);
// EXTERNAL MODULE: ./packages/lifecycle/promote.ts + 4 modules
var promote = __webpack_require__(9751);
;// CONCATENATED MODULE: ./packages/pipeline/environments.ts

/**
 * Takes a digest through the environments as far as it gets by itself: it stops before manual ones,
 * yields to newer digests, and goes no further than what it has passed. What it passed in an earlier run
 * counts, wherever the tags stand now.
 */
async function moveThrough(image, candidate, ground) {
    const moves = [];
    for (const environment of ground.policy.environments) {
        const passed = await (0,lifecycle_passed/* passedAmong */.$)(candidate.digest, ground.policy.environments.filter(({ name }) => environment.after.includes(name)), (one) => (0,lifecycle_place/* placeOf */.$t)(image, one, ground.open).repository);
        moves.push(passed.length === environment.after.length
            ? await (0,promote/* promote */.p)({ image, candidate, environment, mode: 'automatic' }, ground)
            : await notReached(image, environment, ground));
    }
    return moves;
}
async function notReached(image, environment, ground) {
    const place = (0,lifecycle_place/* placeOf */.$t)(image, environment, ground.open);
    const standing = (await (0,lifecycle_place/* standingAt */.Ib)(place)) ?? null;
    return {
        environment: environment.name,
        tag: (0,lifecycle_place/* placeName */.fW)(place),
        state: 'not reached',
        before: standing,
        after: standing,
        guarantee: null,
        results: [],
    };
}

;// CONCATENATED MODULE: ./packages/pipeline/image.ts







/**
 * Takes one image as far as its event lets it: find or build, store, claim, version, environments. What
 * an earlier run has done is found and not done again, so a rerun continues where a run was ended.
 */
async function runImage(errand, ports, ground) {
    const { image, duties, names } = errand;
    if (!duties.store)
        return runPrivately(errand, ports, ground);
    if (errand.dirty.length > 0) {
        return errand.dryRun ? runPrivately(errand, ports, ground) : runDirty(errand, ports);
    }
    const repository = ports.open(image.repository, 'write');
    const version = duties.version ? names.flatMap((name) => name.version ?? [])[0] : undefined;
    const found = await findBuilt(errand, repository, version);
    if (found === undefined && errand.dryRun)
        return runPrivately(errand, ports, ground);
    const obtained = found ?? (await obtain(errand, repository, ports));
    return nameAndMove(errand, { ...obtained, version }, ground);
}
/**
 * What was built for this commit. What stands in the way ends the run here, before anything is built.
 * @throws Refused for a version that stands on something else, UsageError for another recipe
 */
async function findBuilt({ event: { commit }, fingerprint }, repository, version) {
    const built = await (0,claim/* claimed */.S)(repository, commit);
    const standing = version === undefined ? undefined : await repository.resolve((0,names/* versionTag */.Vm)(version));
    if (version !== undefined && standing !== undefined && standing.digest !== built?.digest) {
        throw new errors/* Refused */.Lw('version-taken', `version ${version.text} of ${repository.name} is written once: it stands on ${standing.digest}, and commit ${commit} ${built === undefined ? 'has no image yet' : `has ${built.digest}`}; release it under a new version`);
    }
    if (built === undefined)
        return undefined;
    const { recipe } = await (0,origin/* originOf */.y)(repository, built.digest);
    if (recipe === undefined || fingerprint === undefined || recipe === fingerprint) {
        return { digest: built.digest, product: undefined };
    }
    throw new errors/* UsageError */.eb(`commit ${commit} was built before, as ${built.digest}, with another context, file, target, platforms, build-args or labels: a commit has one image, so pass the same or commit the change`);
}
/** Builds, stores, and claims; who loses the claim goes on with the image that won it. */
async function obtain(errand, repository, ports) {
    const { product, root } = await buildAndStore(errand, repository, ports);
    const content = await (0,lifecycle_content/* contentOf */.$)(repository, root.digest);
    const { digest } = await (0,claim/* claim */.B)(repository, errand.event.commit, content);
    return { digest, product };
}
/** Names and moves the image that holds the claim; where storage cannot compare, that is seen only afterwards. */
async function nameAndMove(errand, obtained, ground) {
    const { image, event } = errand;
    const run = await nameAndMoveOnce(errand, obtained, ground);
    const standing = await (0,claim/* claimed */.S)(ground.open(image.repository, 'write'), event.commit);
    if (standing === undefined || standing.digest === obtained.digest)
        return run;
    return nameAndMoveOnce(errand, { ...obtained, digest: standing.digest }, ground);
}
async function nameAndMoveOnce(errand, { digest, product, version }, ground) {
    const { image, event, duties } = errand;
    const repository = ground.open(image.repository, 'write');
    if (version !== undefined) {
        const content = await (0,lifecycle_content/* contentOf */.$)(repository, digest);
        await (0,dry_run/* unlessDry */.O)(() => (0,version_tag/* putVersion */.G)(repository, version, content), undefined);
    }
    const candidate = await (0,known/* know */.u)(image, digest, ground);
    if (candidate === undefined)
        throw new oci_errors/* NotThere */.W2(digest, image.repository);
    const moves = duties.environments ? await moveThrough(image, candidate, ground) : [];
    return {
        ...report(errand, product),
        image: (0,oci_reference/* pinned */.dp)(image.repository, digest),
        digest,
        results: moves.flatMap(({ state, results }) => (state === 'superseded' ? [] : results)),
        how: product === undefined ? 'found' : 'built',
        version: (version ?? candidate.version)?.text ?? null,
        claim: (0,names/* claimTag */.rT)(event.commit),
        moves,
        next: nextCommand(image, placeIn(candidate, event), moves),
    };
}
async function buildAndStore({ recipe }, repository, ports) {
    const product = await buildRecipe(await recipe(), ports);
    const { layout, root, elsewhere } = product.built;
    await ports.log.step(`Stored ${repository.name}@${root.digest}`, (progress) => (0,copy/* copy */.C)({
        from: (0,oci_layout/* openLayout */.B)(layout),
        to: repository,
        root,
        elsewhere,
        signal: ports.signal,
        onProgress: (done, of) => {
            progress(done, of, 'bytes');
        },
    }));
    return { product, root };
}
/** A pull request, or a dry run: the image is built and judged, and nothing shared is written. */
async function runPrivately(errand, ports, ground) {
    const product = await buildRecipe(await errand.recipe(), ports);
    const { layout, root, elsewhere } = product.built;
    return {
        ...report(errand, product),
        digest: root.digest,
        results: await judgeBase((0,oci_layout/* openLayout */.B)(layout), { root, elsewhere }, ground),
    };
}
/** What belongs to no commit is stored by digest, and gets no name at all. */
async function runDirty(errand, ports) {
    const { image, event, dirty, duties } = errand;
    const repository = ports.open(image.repository, 'write');
    const { product, root } = await buildAndStore(errand, repository, ports);
    const refusal = {
        gate: 'clean',
        outcome: 'failed',
        reason: `a version is given to a commit, and the tree differs from it in ${dirty.join(', ')}`,
        evidence: dirty,
    };
    return {
        ...report(errand, product),
        image: (0,oci_reference/* pinned */.dp)(image.repository, root.digest),
        digest: root.digest,
        results: duties.version ? [refusal] : [],
        how: 'built',
        version: (0,names/* dirtyVersion */.Pb)(event.commit),
    };
}
/** One image of several that could not be done. */
function failedRun(image, event, { exit, message }) {
    const result = {
        gate: 'run',
        outcome: exit === 1 ? 'failed' : 'not evaluated',
        reason: `${image.name}: ${message}`,
        evidence: [],
    };
    return { ...report({ image, event, dirty: [] }, undefined), how: 'failed', results: [result] };
}
function report({ image, event, dirty }, product) {
    return {
        kind: (0,io_names/* kindOf */.I)('image-run'),
        image: null,
        digest: null,
        results: [],
        name: image.name,
        repository: image.repository,
        commit: event.commit,
        how: 'private',
        version: null,
        claim: null,
        engine: product?.engine ?? null,
        steps: product?.steps ?? [],
        dirty,
        moves: [],
        next: null,
    };
}
/** Version or claim, which never move: shorter than the digest, and as sure. */
const placeIn = ({ versions }, { commit }) => versions[0] ?? (0,names/* claimTag */.rT)(commit);
function nextCommand({ name }, at, moves) {
    const waiting = moves.find(({ state }) => state === 'waiting');
    if (waiting !== undefined) {
        return `ecluse promote ${name}:${at} --environment ${waiting.environment}`;
    }
    const held = moves.find(({ state }) => state === 'held');
    return held === undefined
        ? null
        : `ecluse promote ${name} --environment ${held.environment} --resume`;
}

// EXTERNAL MODULE: ./packages/pipeline/prepare.ts + 1 modules
var prepare = __webpack_require__(7394);
;// CONCATENATED MODULE: ./packages/builder/source.ts




const source_maxBytes = 1024 * 1024;
/**
 * Reads what a build starts from. `<Dockerfile>.dockerignore` counts before `.dockerignore`.
 * @param file absolute, or relative to `root`; so is `context`
 * @throws UsageError when there is no such folder or file, or it is no Dockerfile
 */
async function readSource(root, { context, file }) {
    const folder = (0,external_node_path_.resolve)(root, context);
    const found = await (0,promises_.stat)(folder).catch(() => undefined);
    if (found?.isDirectory() !== true) {
        throw new errors/* UsageError */.eb(`context ${JSON.stringify(context)} is not a folder`, {
            input: 'context',
        });
    }
    const path = (0,external_node_path_.resolve)(root, file);
    const bytes = await readBounded(path, file);
    if (bytes === undefined) {
        throw new errors/* UsageError */.eb(`there is no Dockerfile at ${JSON.stringify(file)}: name it with "file"`, {
            input: 'file',
        });
    }
    const dockerfile = (0,parse/* parseDockerfile */.A)(bytes, (0,external_node_path_.relative)(root, path) || file);
    const ignoreFiles = ignoreFileNames(path).map((name) => (0,external_node_path_.resolve)(folder, name));
    return {
        context: folder,
        dockerfile,
        ignore: await readFirst(ignoreFiles),
        ignoreFiles: ignoreFiles.map((name) => (0,external_node_path_.relative)(root, name)),
    };
}
async function readFirst(paths) {
    for (const path of paths) {
        const bytes = await readBounded(path, path);
        if (bytes !== undefined)
            return new TextDecoder().decode(bytes);
    }
    return undefined;
}
async function readBounded(path, shown) {
    const info = await (0,promises_.stat)(path).catch((error) => {
        if ((0,errors/* codeOf */.$N)(error) === 'ENOENT' || (0,errors/* codeOf */.$N)(error) === 'ENOTDIR')
            return undefined;
        throw new errors/* UsageError */.eb(`${JSON.stringify(shown)} cannot be read`, { cause: error });
    });
    if (info === undefined)
        return undefined;
    if (!info.isFile())
        throw new errors/* UsageError */.eb(`${JSON.stringify(shown)} is not a file`);
    if (info.size > source_maxBytes) {
        throw new errors/* UsageError */.eb(`${JSON.stringify(shown)} is larger than 1 MiB`);
    }
    return (0,promises_.readFile)(path);
}

;// CONCATENATED MODULE: ./packages/pipeline/recipe.ts





/**
 * What file and inputs say together. Paths in it start at the top of the repository.
 * @throws UsageError for a path that leaves the repository
 */
function buildOf(io, root, { build, input }) {
    const given = (name, path) => {
        const inside = (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(io.cwd, path)).split(external_node_path_.sep).join('/') || '.';
        if (inside !== '..' && !inside.startsWith('../') && !(0,external_node_path_.isAbsolute)(inside))
            return inside;
        throw new errors/* UsageError */.eb(`${name} ${JSON.stringify(path)} lies outside of the repository: what is built belongs to a commit`, { input: name });
    };
    const context = input.context === undefined
        ? (build?.context ?? given('context', '.'))
        : given('context', input.context);
    const beside = external_node_path_.posix.join(context, 'Dockerfile');
    const file = input.file !== undefined
        ? given('file', input.file)
        : input.context === undefined
            ? (build?.file ?? beside)
            : beside;
    return {
        context,
        file,
        target: input.target ?? build?.target,
        platforms: [...new Set(input.platforms.length > 0 ? input.platforms : build?.platforms)],
        args: { ...build?.args, ...pairs('build-args', input['build-args']) },
    };
}
/**
 * Reads Dockerfile and ignore file.
 * @throws UsageError also when the store would be part of the image
 */
async function sourceOf(root, build, store) {
    const source = await readSource(root, build);
    if (store === undefined || store.includes('://'))
        return source;
    const inside = (0,external_node_path_.relative)(source.context, (0,external_node_path_.resolve)(store)).split(external_node_path_.sep).join('/');
    const outside = inside === '' || inside === '..' || inside.startsWith('../') || (0,external_node_path_.isAbsolute)(inside);
    if (outside ||
        (source.ignore !== undefined && ignoreRules(source.ignore).ignores(inside, true))) {
        return source;
    }
    throw new errors/* UsageError */.eb(`the store ${JSON.stringify(store)} lies in the context of the build: put it elsewhere, or into the ignore file`, { input: 'store' });
}
/** A digest of what decides a build beside its commit: two builds of a commit are the same only when these are. */
function fingerprintOf(build, labels) {
    const { context, file, target, platforms, args } = build;
    const said = {
        context,
        file,
        target: target ?? null,
        platforms,
        args: Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1)),
        labels: labels.toSorted(),
    };
    return (0,oci_digest/* digestOf */.ol)(new TextEncoder().encode(JSON.stringify(said)));
}
/** The recipe for a commit; a tree that differs from it does not call itself by it. */
async function recipeOf(io, { build, source }, about) {
    const { commit, fingerprint, dirty } = about;
    const origin = dirty ? {} : { [io_names/* annotation */.w7.revision]: commit };
    return {
        ...source,
        target: build.target,
        platforms: build.platforms.length > 0 ? build.platforms.map(parsePlatform) : [machinePlatform(io)],
        args: build.args,
        labels: { ...origin, ...pairs('labels', about.labels) },
        annotations: { ...origin, [io_names/* annotation */.w7.recipe]: fingerprint },
        epoch: await epochOf(io, commit),
    };
}
/** Images are for Linux, whatever builds them. */
const machinePlatform = ({ machine }) => ({
    os: 'linux',
    architecture: machine.architecture,
});
/** @throws UsageError */
function parsePlatform(text) {
    const [, os, architecture, variant] = /^([a-z0-9]+)\/([a-z0-9_]+)(?:\/([a-z0-9_.]+))?$/.exec(text) ?? [];
    if (os !== undefined && architecture !== undefined) {
        return { os, architecture, ...(variant === undefined ? {} : { variant }) };
    }
    throw new errors/* UsageError */.eb(`platform ${JSON.stringify(text)} must be os/architecture or os/architecture/variant, such as linux/arm64`, { input: 'platforms' });
}
/** `SOURCE_DATE_EPOCH`, else the time of the commit: https://reproducible-builds.org/specs/source-date-epoch/ */
async function epochOf(io, commit) {
    const given = io.env.get('SOURCE_DATE_EPOCH');
    if (given !== undefined && given !== '') {
        if (/^\d{1,12}$/.test(given))
            return Number(given);
        throw new errors/* UsageError */.eb(`SOURCE_DATE_EPOCH must be seconds since 1970, not ${JSON.stringify(given)}`);
    }
    const history = await io.history();
    return history === undefined ? 0 : Math.floor((await history.time(commit)).getTime() / 1000);
}
function pairs(input, lines) {
    return Object.fromEntries(lines.map((line) => {
        const at = line.indexOf('=');
        if (at > 0)
            return [line.slice(0, at), line.slice(at + 1)];
        throw new errors/* UsageError */.eb(`input "${input}" must hold name=value, not ${JSON.stringify(line)}`, {
            input,
        });
    }));
}

;// CONCATENATED MODULE: ./packages/pipeline/situation.ts
/** The table of events: who may store, name and move what. */
const duties = {
    change: { store: false, version: false, environments: false },
    'default branch': { store: true, version: false, environments: true },
    'other branch': { store: true, version: false, environments: false },
    'version tag': { store: true, version: true, environments: true },
};
/** @returns undefined when the event is none that builds: a schedule */
function situationOf(event, defaultBranch) {
    switch (event.kind) {
        case 'change':
            return 'change';
        case 'push':
            return event.branch === defaultBranch ? 'default branch' : 'other branch';
        case 'tag':
            return 'version tag';
        case 'schedule':
            return undefined;
    }
}

// EXTERNAL MODULE: ./packages/pipeline/stray.ts
var stray = __webpack_require__(9812);
// EXTERNAL MODULE: ./packages/version/version.ts
var version_version = __webpack_require__(2229);
;// CONCATENATED MODULE: ./packages/pipeline/wanted.ts



/** A repository that the input names beside those of the file. */
const repositoriesIn = (image) => image?.includes('/') === true ? [(0,oci_reference/* parseReference */.F2)(image).name] : [];
/**
 * The images of the file, one of them by name or repository, or the one that the input names.
 * @throws UsageError
 */
function wantedImages({ tree, policy }, image) {
    const images = (tree?.images ?? []).map((one) => {
        // Where an image is kept is policy: what the tree says of it counts only until the policy knows the image.
        const policied = policy.images.find(({ name }) => name === one.name);
        return { ...one, ...policied, known: policied !== undefined };
    });
    if (image === undefined) {
        if (images.length > 0)
            return images;
        throw new errors/* UsageError */.eb('there is no ecluse.yml here and no image is named: write one, or pass --image REGISTRY/NAME', { input: 'image' });
    }
    const found = images.filter(({ name, repository }) => name === image || repository === image);
    if (found.length > 0)
        return found;
    if (!image.includes('/') && images.length > 0) {
        const names = images.map(({ name }) => name).join(', ');
        throw new errors/* UsageError */.eb(`there is no image ${JSON.stringify(image)} in ecluse.yml: it has ${names}`, { input: 'image' });
    }
    return [wanted_named(image)];
}
function wanted_named(image) {
    const { name, tag, digest } = (0,oci_reference/* parseReference */.F2)(image);
    if (tag === undefined && digest === undefined) {
        return { name, repository: name, tagPrefix: '', build: undefined, known: false };
    }
    throw new errors/* UsageError */.eb(`image ${JSON.stringify(image)} must have no tag and no digest: images are stored by digest, and tags and promote name them`, { input: 'image' });
}
/** A git tag is for the images whose version it can be. */
const concerns = (event, { tagPrefix }) => event.kind !== 'tag' || (0,version_version/* versionOfGitTag */.M)(event.tag, tagPrefix) !== undefined;

;// CONCATENATED MODULE: ./packages/pipeline/run.ts











/** Does for every image what the event may do: the whole pipeline. */
const runEvent = (io, input) => runWith(io, input, (duties) => duties);
/** Builds, stores and claims; names and environments are left to others. */
const buildEvent = (io, input) => runWith(io, input, ({ store }) => ({ store, version: false, environments: false }));
async function runWith(io, input, limit) {
    const event = await (0,prepare/* eventOf */.A6)(io);
    const prepared = await (0,prepare/* prepare */.iA)(io, input, { event, named: repositoriesIn(input.image) });
    const duties = limit(await dutiesFor(io, event));
    const wanted = wantedImages(prepared, input.image).filter((image) => concerns(event, image));
    if (wanted.length === 0 && event.kind === 'tag') {
        throw new nothing/* NothingToDo */.iH(`git tag ${JSON.stringify(event.tag)} is not a version`);
    }
    if (duties.version)
        await (0,stray/* refuseStray */.u)(event.commit, prepared.ground.history);
    const run = new Run(io, input, { event, duties, prepared });
    const images = [];
    for (const image of wanted) {
        images.push(wanted.length === 1 ? await run.image(image) : await run.imageOfMany(image));
    }
    return (0,pipeline_document/* documentOf */.l)(images, event.kind, withNote(prepared.sources, wanted));
}
async function dutiesFor(io, event) {
    const situation = situationOf(event, await defaultName(io, event));
    if (situation !== undefined)
        return duties[situation];
    throw new errors/* UsageError */.eb('a schedule has nothing to run yet: this version builds and promotes on push, tag, pull_request and workflow_dispatch');
}
/** A push to the default branch has it at hand: where it cannot be asked, this is another branch. */
async function defaultName(io, { kind }) {
    if (kind !== 'push')
        return undefined;
    try {
        return (await (await io.history())?.defaultBranch())?.name;
    }
    catch (error) {
        if (error instanceof errors/* Failed */.cV && error.exit === 3)
            return undefined;
        throw error;
    }
}
function withNote(sources, wanted) {
    const unknown = wanted.filter(({ known }) => !known).map(({ name }) => name);
    if (unknown.length === 0 || sources.policy === 'none')
        return sources;
    const note = `the policy does not know ${unknown.join(', ')}: it moves nothing`;
    return { ...sources, note: sources.note === null ? note : `${sources.note}; ${note}` };
}
class Run {
    #io;
    #input;
    #event;
    #duties;
    #prepared;
    #ports;
    constructor(io, input, about) {
        this.#io = io;
        this.#input = input;
        this.#event = about.event;
        this.#duties = about.duties;
        this.#prepared = about.prepared;
        this.#ports = {
            signal: io.signal,
            log: io.log,
            machine: io.machine,
            temporary: () => io.temporary(),
            open: about.prepared.open,
            engines: enginesOf(io),
            builder: input.builder,
        };
    }
    async image(image) {
        return runImage(await this.#errand(image), this.#ports, this.#groundOf(image));
    }
    /** What fails for one image of several is told beside what became of the others. */
    async imageOfMany(image) {
        try {
            return await this.image(image);
        }
        catch (error) {
            if (this.#io.signal.aborted || !(error instanceof errors/* Failed */.cV))
                throw error;
            return failedRun(image, this.#event, (0,failure/* failureOf */.g)(error));
        }
    }
    #groundOf({ known }) {
        const { ground } = this.#prepared;
        return known ? ground : { ...ground, policy: { ...ground.policy, environments: [] } };
    }
    async #errand(image) {
        const io = this.#io;
        const input = this.#input;
        const { history } = this.#prepared.ground;
        if (history === undefined)
            throw new errors/* UsageError */.eb('a run needs the git repository of its sources');
        const { commit } = this.#event;
        const build = buildOf(io, history.root, { build: image.build, input });
        const about = {
            image,
            event: this.#event,
            duties: this.#duties,
            dryRun: input['dry-run'],
            names: (0,names/* planNames */.AO)(this.#event, image.tagPrefix),
        };
        // A pull request is built as it was checked out, whichever commit the event calls it.
        const here = this.#event.kind === 'change' || (await history.head()).commit === commit;
        if (!here) {
            const recipe = async () => {
                throw new errors/* UsageError */.eb(`commit ${commit} was not built before, and the tree is at another one: check it out and run again`, { input: 'ref' });
            };
            return { ...about, dirty: [], fingerprint: undefined, recipe };
        }
        const source = await sourceOf(history.root, build, input.store);
        const config = this.#prepared.tree?.file;
        const dirty = await dirtOf(history, {
            context: build.context,
            files: [build.file, ...source.ignoreFiles, ...(config === undefined ? [] : [config])],
            ignore: source.ignore,
        });
        const fingerprint = fingerprintOf(build, input.labels);
        const recipe = () => recipeOf(io, { build, source }, { commit, fingerprint, labels: input.labels, dirty: dirty.length > 0 });
        return { ...about, dirty, fingerprint, recipe };
    }
}


/***/ }),

/***/ 9812:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ refuseStray)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);

/**
 * A version is given to what the default branch has: a tag on a stray commit is no release.
 * @throws Refused when the commit is not there, Failed when that cannot be found out
 */
async function refuseStray(commit, history) {
    const branch = await history?.defaultBranch();
    if (branch === undefined || history === undefined) {
        throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV(3, 'no-default-branch', 'it is not known which branch is the default one, so no version is given: pass --default-branch NAME');
    }
    const order = await history.order(commit, branch.commit);
    if (order === 'same' || order === 'before')
        return;
    if (order === 'unknown') {
        throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV(3, 'unknown-order', `this clone cannot tell whether commit ${commit} is on ${branch.name}: check out with fetch-depth: 0`);
    }
    throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .Lw('stray-tag', `commit ${commit} is not on ${branch.name}: a version is given to what is on the default branch`);
}


/***/ })

};
