import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 4705:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ exitCode)
/* harmony export */ });
/** Any failed gate is 1, else any that was not evaluated is 3. */
const exitCode = (results) => {
    if (results.some(({ outcome }) => outcome === 'failed'))
        return 1;
    return results.some(({ outcome }) => outcome === 'not evaluated') ? 3 : 0;
};


/***/ }),

/***/ 2420:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   Lw: () => (/* binding */ Refused),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cV: () => (/* binding */ Failed),
/* harmony export */   eb: () => (/* binding */ UsageError)
/* harmony export */ });
/** An end with a sentence for a person and a code for a machine. `exit` is design contract: 1 no, 2 wrong use, 3 unknown. */
class Failed extends Error {
    name = 'Failed';
    exit;
    code;
    input;
    at;
    conflict;
    constructor(exit, code, sentence, details = {}) {
        super(sentence, details.cause === undefined ? undefined : { cause: details.cause });
        this.exit = exit;
        this.code = code;
        this.input = details.input;
        this.at = details.at;
        this.conflict = details.conflict;
    }
}
/** The person who wrote the workflow or the command can mend this one. */
class UsageError extends Failed {
    name = 'UsageError';
    constructor(sentence, details = {}) {
        super(2, 'usage', sentence, details);
    }
}
/** A rule of the product or of a policy says no: nothing is broken, and a rerun changes nothing. */
class Refused extends Failed {
    name = 'Refused';
    constructor(code, sentence, details = {}) {
        super(1, code, sentence, details);
    }
}
/** One sentence for a thrown value, its causes included. */
function messageOf(thrown) {
    // Not instanceof: an error of another realm (worker, vm) is an error too.
    if (!Error.isError(thrown))
        return String(thrown);
    return thrown.cause === undefined
        ? thrown.message
        : `${thrown.message}: ${messageOf(thrown.cause)}`;
}
/** The `code` of a system error (`ENOENT`), for thrown values of any realm. */
function codeOf(thrown) {
    if (!Error.isError(thrown) || !('code' in thrown))
        return undefined;
    return typeof thrown.code === 'string' ? thrown.code : undefined;
}


/***/ }),

/***/ 1593:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2420);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7663);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6290);



const kind = (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)('error');
/** Any thrown value as the document that `--json` prints: one sentence, a code and the exit code. */
function failureOf(thrown) {
    if (thrown instanceof _signals_js__WEBPACK_IMPORTED_MODULE_1__/* .Interrupted */ .j)
        return { kind, code: 'interrupted', exit: thrown.exit, message: thrown.message };
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failed */ .cV)
        return {
            kind,
            code: thrown.code,
            exit: thrown.exit,
            // Who has to change an input is not helped by what a parser said below it.
            message: thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb ? thrown.message : (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(thrown),
            ...(thrown.input !== undefined && { input: thrown.input }),
            ...(thrown.at !== undefined && { at: thrown.at }),
            ...(thrown.conflict !== undefined && { conflict: thrown.conflict }),
        };
    // What V8 says where a text would be longer than half a gigabyte: somebody's data was that long.
    if (Error.isError(thrown) && thrown.message === 'Invalid string length')
        return { kind, code: 'too-long', exit: 3, message: 'the result is longer than a text can be' };
    // What the system refuses (a full disk, no right to read) is not our mistake.
    if (Error.isError(thrown) && 'syscall' in thrown && (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(thrown) !== undefined)
        return { kind, code: 'system', exit: 3, message: (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(thrown) };
    const message = `a bug in ecluse: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(thrown)} (details with --verbose, in a workflow with debug logging)`;
    return { kind, code: 'bug', exit: 3, message };
}


/***/ }),

/***/ 2524:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ gitHubHost),
/* harmony export */   P: () => (/* binding */ terminalHost)
/* harmony export */ });
/** A step of a GitHub workflow. Loaded on demand, as every room imports this room's face. */
async function gitHubHost(process, parts, streams) {
    return (await Promise.all(/* import() */[__nccwpck_require__.e(580), __nccwpck_require__.e(175)]).then(__nccwpck_require__.bind(__nccwpck_require__, 175))).gitHubHost(process, parts, streams);
}
/** The command line. Loaded on demand. */
async function terminalHost(command, parts, streams) {
    return (await Promise.all(/* import() */[__nccwpck_require__.e(580), __nccwpck_require__.e(843)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8843))).terminalHost(command, parts, streams);
}


/***/ }),

/***/ 234:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makeFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2420);



/**
 * Makes a folder and those above it; one that is there is left as it is. Node's own way tries for ever where a folder
 * that is there takes none, as `/proc` does.
 * @throws what the system says
 */
async function makeFolder(path) {
    if (await isMade(path))
        return;
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    if (above !== path)
        await makeFolder(above);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path).catch((error) => orThere(path, error));
}
/** False: what is above it is missing. */
async function isMade(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) === 'ENOENT')
            return false;
        await orThere(path, error);
    }
    return true;
}
async function orThere(path, error) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    if (found?.isDirectory() !== true)
        throw error;
}


/***/ }),

/***/ 7663:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ layerIndexType),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   Tw: () => (/* binding */ artifactType),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
/** Names that others read and that never change: one place for all of them. */
const origin = 'https://ecluse.dev';
/** The `kind` of a document, at the same time its in-toto predicate type. */
const kindOf = (document) => `${origin}/${document}/v1`;
/** The media type of an artifact of ours. */
const artifactType = (name) => `application/vnd.ecluse.${name}.v1+json`;
/** The media type of the index of a layer, as a blob: its form is that of `writeLayerIndex` in `image`. */
const layerIndexType = 'application/vnd.ecluse.layer-index.v1';
/** Keys of annotations and labels. Labels are only those of the OCI image specification. */
const annotation = {
    created: 'org.opencontainers.image.created',
    revision: 'org.opencontainers.image.revision',
    source: 'org.opencontainers.image.source',
    version: 'org.opencontainers.image.version',
    title: 'org.opencontainers.image.title',
    url: 'org.opencontainers.image.url',
    baseName: 'org.opencontainers.image.base.name',
    baseDigest: 'org.opencontainers.image.base.digest',
    refName: 'org.opencontainers.image.ref.name',
    environment: 'dev.ecluse.environment',
    /** The digest of what an image was built with: context, file, target, platforms, arguments, labels. */
    recipe: 'dev.ecluse.recipe',
    /** Of the index of a layer: which layer, the format of the index, and each collector as `name@version`. */
    diffId: 'dev.ecluse.layer.diff-id',
    indexFormat: 'dev.ecluse.layer.index-format',
    collectors: 'dev.ecluse.layer.collectors',
};


/***/ }),

/***/ 6330:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   iH: () => (/* binding */ NothingToDo),
/* harmony export */   jF: () => (/* binding */ nothingPage),
/* harmony export */   s6: () => (/* binding */ nothing)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7663);

/** The event asks for nothing: not a failure, exit 0, with the reason for a person. */
class NothingToDo extends Error {
    name = 'NothingToDo';
}
const nothing = (reason) => ({
    kind: (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)('nothing'),
    image: null,
    digest: null,
    results: [],
    reason,
});
const nothingPage = ({ reason }) => ({
    title: 'Nothing to do',
    blocks: [{ kind: 'paragraph', text: reason }],
});


/***/ }),

/***/ 7397:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ writePieces),
/* harmony export */   i: () => (/* binding */ outputFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__nccwpck_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__nccwpck_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(2420);
/* harmony import */ var _make_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(234);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(5647);








/**
 * The file that an input names, ready to be written: what finds no place at the end would be lost. Undefined: it names
 * none.
 * @throws UsageError for one that cannot be written
 */
async function outputFile({ cwd, input }, name) {
    const named = input(name);
    if (named === undefined)
        return undefined;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(cwd, named);
    try {
        await (0,_make_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .makeFolder */ .f)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, '', { flag: 'a' });
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .eb(`${(0,_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(path)} cannot be written (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .codeOf */ .$N)(cause) ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(cause)}): change ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(name)}`, { input: name });
    }
    return path;
}
/** Writes a file that may be longer than a text can be. @throws Failed */
async function writePieces(path, pieces) {
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from(joined(pieces)), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(path));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .Failed */ .cV(3, 'output', `${(0,_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(path)} could not be written (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(cause)})`, {
            cause,
        });
    }
}
const enough = 1 << 18;
/** A stream of many small pieces takes far longer than what is in them. */
function* joined(pieces) {
    let text = '';
    for (const piece of pieces) {
        text += piece;
        if (text.length < enough)
            continue;
        yield text;
        text = '';
    }
    yield text;
}


/***/ }),

/***/ 5647:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
const longest = 120;
/** A value from outside inside a sentence: quoted, control characters spelt out, cut when long. */
const quote = (text) => JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);


/***/ }),

/***/ 7458:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/* unused harmony export refusalOf */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _gate__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4705);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1593);
/* harmony import */ var _nothing_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6330);
/* harmony import */ var _output_file_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7397);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6290);
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4941);







/** How long work may take to wind up after a first signal; the runner's second comes after 7.5 s. */
const graceMs = 5000;
/**
 * Runs an action and delivers its result; the only catch of the product. Gives the exit code: 0 done and passed, 1 a gate or a
 * policy said no, 2 wrong use, 3 it could not be found out or our own bug, 130 and 143 ended by a signal.
 */
async function run(module, host, how = {}) {
    let signal;
    try {
        const io = await host.open(module.inputs);
        signal = io.signal;
        // Before anything is done.
        const file = await (0,_output_file_js__WEBPACK_IMPORTED_MODULE_1__/* .outputFile */ .i)(io, 'metadata-file');
        const ending = await beforeSignal(endOf(module, io), io.signal, how.graceMs ?? graceMs);
        const exit = await deliver(ending, file, host);
        return module.lasts === true ? await signalled(io.signal) : exit;
    }
    catch (thrown) {
        const ended = signal?.aborted ? signal.reason : thrown;
        const failure = (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOf */ .g)(ended instanceof _signals_js__WEBPACK_IMPORTED_MODULE_3__/* .Interrupted */ .j ? ended : thrown);
        host.failed(failure, Error.isError(thrown) ? thrown.stack : undefined);
        return failure.exit;
    }
    finally {
        await host.close();
    }
}
/** Waits for the signal that ends the process; gives its exit code. */
async function signalled(signal) {
    const { promise: over, resolve } = Promise.withResolvers();
    // A promise alone does not keep the process alive.
    const awake = setInterval(() => undefined, 60_000);
    const end = () => {
        resolve(undefined);
    };
    if (signal.aborted)
        end();
    else
        signal.addEventListener('abort', end);
    await over;
    clearInterval(awake);
    return signal.reason instanceof _signals_js__WEBPACK_IMPORTED_MODULE_3__/* .Interrupted */ .j ? signal.reason.exit : 0;
}
/** The result of the work; when a signal comes, the work has the grace to end by itself. */
async function beforeSignal(work, signal, ms) {
    let timer;
    const { promise: over, reject } = Promise.withResolvers();
    const start = () => {
        timer = setTimeout(() => {
            reject(signal.reason);
        }, ms);
    };
    if (signal.aborted)
        start();
    else
        signal.addEventListener('abort', start);
    return Promise.race([work, over]).finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', start);
    });
}
async function endOf(module, io) {
    try {
        const document = await module.main(io);
        return {
            document,
            page: module.page(document),
            outputs: valuesOf((0,_standing_js__WEBPACK_IMPORTED_MODULE_4__/* .outputsOf */ .Yz)(module), document),
            files: filesOf(module, document),
            ...(module.variables && { variables: module.variables(document, io.env) }),
        };
    }
    catch (thrown) {
        if (!(thrown instanceof _nothing_js__WEBPACK_IMPORTED_MODULE_5__/* .NothingToDo */ .iH))
            throw thrown;
        const document = (0,_nothing_js__WEBPACK_IMPORTED_MODULE_5__/* .nothing */ .s6)(thrown.message);
        return { document, page: (0,_nothing_js__WEBPACK_IMPORTED_MODULE_5__/* .nothingPage */ .jF)(document), outputs: valuesOf(_standing_js__WEBPACK_IMPORTED_MODULE_4__/* .standingOutputs */ .F4, document) };
    }
}
const valuesOf = (outputs, document) => new Map(Object.entries(outputs).map(([name, output]) => [name, output.of(document)]));
const filesOf = ({ files = {} }, document) => new Map(Object.entries(files).flatMap(([name, output]) => {
    const file = output.of(document);
    return file === undefined ? [] : [[name, file]];
}));
async function deliver(ending, file, host) {
    const { document } = ending;
    if (file !== undefined)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, `${JSON.stringify(document, null, 2)}\n`);
    const exit = (0,_gate__WEBPACK_IMPORTED_MODULE_6__/* .exitCode */ .I)(document.results);
    const refusal = exit === 0 ? undefined : refusalOf(document.results);
    await host.done({ ...ending, refusal });
    return exit;
}
const mostReasons = 3;
/** `1 of 4 gates failed: order: preprod holds a newer version`, the first reasons only. */
function refusalOf(results) {
    const failed = results.filter(({ outcome }) => outcome === 'failed');
    const worst = failed.length > 0 ? failed : results.filter(({ outcome }) => outcome !== 'passed');
    const verb = failed.length > 0 ? 'failed' : 'could not be evaluated';
    const reasons = worst.slice(0, mostReasons).map(({ gate, reason }) => `${gate}: ${reason}`);
    if (worst.length > mostReasons)
        reasons.push(`and ${worst.length - mostReasons} more`);
    const gates = results.length === 1 ? 'gate' : 'gates';
    return `${worst.length} of ${results.length} ${gates} ${verb}: ${reasons.join('; ')}`;
}


/***/ }),

/***/ 6290:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ Interrupted),
/* harmony export */   r: () => (/* binding */ onSignals)
/* harmony export */ });
/** We are told to end: 128 and the number of the signal. */
class Interrupted extends Error {
    name = 'Interrupted';
    exit;
    constructor(signal) {
        super(`ended by ${signal}`);
        this.exit = signal === 'SIGINT' ? 130 : 143;
    }
}
/**
 * Calls `first` with the first SIGINT or SIGTERM, and `second` with each after it.
 * GitHub's runner sends SIGINT, after 7.5 s SIGTERM, and 2.5 s later kills.
 */
function onSignals(first, second) {
    let take = (reason) => {
        take = second;
        first(reason);
    };
    const listen = (signal) => {
        take(new Interrupted(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM'));
    };
    process.on('SIGINT', listen);
    process.on('SIGTERM', listen);
    return () => {
        process.off('SIGINT', listen);
        process.off('SIGTERM', listen);
    };
}


/***/ }),

/***/ 4941:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ outputsOf),
  g6: () => (/* binding */ refInput),
  JA: () => (/* binding */ standing),
  F4: () => (/* binding */ standingOutputs)
});

;// CONCATENATED MODULE: ./packages/io/metadata.ts
/** An output may hold 1 MiB, but it becomes the input of a later step: one environment variable of at most 128 KiB. */
const limitBytes = 64 * 1024;
const bytesOf = (value) => Buffer.byteLength(JSON.stringify([value]));
const kept = new Set(['kind', 'image', 'digest', 'results']);
/**
 * The result document as the output `metadata`: whole when it is small enough, else without its largest fields, then without
 * the gates' evidence, then with as many gates as fit. `shortened` says what is missing.
 */
function metadataOf(document) {
    const whole = JSON.stringify(document);
    if (Buffer.byteLength(whole) <= limitBytes)
        return whole;
    const fields = Object.entries(document)
        .filter(([name]) => !kept.has(name))
        .sort(([, a], [, b]) => bytesOf(b) - bytesOf(a));
    const left = [];
    for (const [name] of fields) {
        left.push(name);
        const text = without(document, left, document.results);
        if (Buffer.byteLength(text) <= limitBytes)
            return text;
    }
    return gates(document, left);
}
function gates(document, left) {
    // Failures first: they are what a reader of a summary needs.
    const results = document.results
        .map((result) => ({ ...result, reason: result.reason.slice(0, 400), evidence: [] }))
        .sort((a, b) => Number(a.outcome === 'passed') - Number(b.outcome === 'passed'));
    let count = results.length;
    for (;;) {
        const missing = count === results.length ? 'evidence' : `gates but ${count}`;
        const text = without(document, [...left, missing], results.slice(0, count));
        if (Buffer.byteLength(text) <= limitBytes || count === 0)
            return text;
        count = Math.floor(count / 2);
    }
}
function without(document, left, results) {
    const fields = Object.entries(document).filter(([name]) => !left.includes(name));
    const shortened = `left out: ${left.join(', ').slice(0, 1000)}; the file named by metadata-file holds all`;
    return JSON.stringify({ ...Object.fromEntries(fields), results, shortened });
}

;// CONCATENATED MODULE: ./packages/io/standing.ts

const since = '0.1.0';
/** Inputs that every action has, with the same names and meaning everywhere: spread them after the action's own. */
const standing = {
    store: {
        type: 'text',
        description: 'A folder (OCI layouts) or the URL of a registry that stands for all registries: everything is written there.',
        env: 'ECLUSE_STORE',
        since,
    },
    offline: {
        type: 'flag',
        description: 'Read nothing from a registry that the store does not hold.',
        default: 'false',
        since,
    },
    'dry-run': {
        type: 'flag',
        description: 'Write no image, tag or statement; say what would be written.',
        default: 'false',
        since,
    },
    'github-token': {
        type: 'text',
        description: "The token that logs in to the repository's own registry.",
        expression: '${{ github.token }}',
        env: 'GITHUB_TOKEN',
        since,
    },
    'plain-http': {
        type: 'list',
        description: 'Registries (`host` or `host:port`) that are asked over plain http, and get logins over it; without this only loopback is and does.',
        env: 'ECLUSE_PLAIN_HTTP',
        since: '0.2.0',
    },
    'default-branch': {
        type: 'text',
        description: 'The default branch, where neither the event nor git says which it is.',
        since,
    },
    'metadata-file': {
        type: 'text',
        description: 'A file to write the whole result document to.',
        since,
    },
};
/** For actions that work on a commit: on a terminal, what to work on instead of the branch that HEAD is on. */
const refInput = {
    ref: {
        type: 'text',
        description: 'The branch, tag or commit to work on, instead of what HEAD is on.',
        terminal: true,
        since,
    },
};
/** Outputs that every action has. */
const standingOutputs = {
    image: {
        description: 'The image with its digest, `name@sha256:…`; empty when there is none.',
        of: ({ image }) => image ?? '',
    },
    digest: {
        description: 'The digest of the image; empty when there is none.',
        of: ({ digest }) => digest ?? '',
    },
    metadata: {
        description: 'The result document as JSON, at most 64 KiB: what is longer is left out, and `shortened` says so.',
        of: metadataOf,
    },
};
/** All outputs of an action. */
const outputsOf = (module) => ({
    ...standingOutputs,
    ...module.outputs,
    ...Object.fromEntries(Object.entries(module.files ?? {}).map(([name, { description }]) => [
        name,
        { description, of: () => '' },
    ])),
});


/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 3802:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 714:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ start),
  P: () => (/* binding */ startCli)
});

// EXTERNAL MODULE: ./packages/io/hosts.ts
var hosts = __nccwpck_require__(2524);
// EXTERNAL MODULE: ./packages/io/run.ts
var run = __nccwpck_require__(7458);
;// CONCATENATED MODULE: ./actions/host.ts
/** A git tag that gives some image a version, behind a prefix or not: `v1.2.3`, `shop-v1.2.3`, `apps/shop/1.2.3`. */
async function versionTags() {
    const { versionOfGitTag } = await __nccwpck_require__.e(/* import() */ 61).then(__nccwpck_require__.bind(__nccwpck_require__, 3061));
    return (tag) => [0, ...[...tag.matchAll(/[-/_@]/g)].map(({ index }) => index + 1)].some((start) => versionOfGitTag(tag.slice(start)) !== undefined);
}
/** What rooms below #io bring to every host; loaded when an action asks for it. */
const parts = {
    history: async (how) => (await __nccwpck_require__.e(/* import() */ 337).then(__nccwpck_require__.bind(__nccwpck_require__, 5337))).openHistory(how),
    terminalEvent: async (history, ref) => (await __nccwpck_require__.e(/* import() */ 337).then(__nccwpck_require__.bind(__nccwpck_require__, 5337))).terminalEvent(history, { ref, isVersion: await versionTags() }),
};

;// CONCATENATED MODULE: ./actions/table.ts
const entries = {
    run: { load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(815), __nccwpck_require__.e(293), __nccwpck_require__.e(333), __nccwpck_require__.e(246), __nccwpck_require__.e(590), __nccwpck_require__.e(961), __nccwpck_require__.e(853), __nccwpck_require__.e(383), __nccwpck_require__.e(279), __nccwpck_require__.e(972), __nccwpck_require__.e(135)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4135))).run, action: true },
    build: { load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(815), __nccwpck_require__.e(293), __nccwpck_require__.e(333), __nccwpck_require__.e(246), __nccwpck_require__.e(590), __nccwpck_require__.e(961), __nccwpck_require__.e(853), __nccwpck_require__.e(383), __nccwpck_require__.e(279), __nccwpck_require__.e(972), __nccwpck_require__.e(174)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3174))).build, action: true },
    tags: { load: async () => (await __nccwpck_require__.e(/* import() */ 483).then(__nccwpck_require__.bind(__nccwpck_require__, 2483))).tags, action: true },
    layers: { load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(815), __nccwpck_require__.e(293), __nccwpck_require__.e(333), __nccwpck_require__.e(246), __nccwpck_require__.e(590), __nccwpck_require__.e(961), __nccwpck_require__.e(126)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7126))).layers, action: true },
    promote: { load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(815), __nccwpck_require__.e(293), __nccwpck_require__.e(333), __nccwpck_require__.e(246), __nccwpck_require__.e(590), __nccwpck_require__.e(961), __nccwpck_require__.e(853), __nccwpck_require__.e(383), __nccwpck_require__.e(164)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5164))).promote, action: true },
    trace: { load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(815), __nccwpck_require__.e(293), __nccwpck_require__.e(333), __nccwpck_require__.e(246), __nccwpck_require__.e(590), __nccwpck_require__.e(961), __nccwpck_require__.e(853), __nccwpck_require__.e(726)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6726))).trace, action: true },
    copy: { load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(815), __nccwpck_require__.e(293), __nccwpck_require__.e(333), __nccwpck_require__.e(246), __nccwpck_require__.e(961), __nccwpck_require__.e(923)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1923))).copy, action: false },
    serve: { load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(293), __nccwpck_require__.e(279), __nccwpck_require__.e(764)]).then(__nccwpck_require__.bind(__nccwpck_require__, 764))).serve, action: false },
    status: { load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(815), __nccwpck_require__.e(293), __nccwpck_require__.e(333), __nccwpck_require__.e(246), __nccwpck_require__.e(590), __nccwpck_require__.e(961), __nccwpck_require__.e(853), __nccwpck_require__.e(304)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4304))).status, action: false },
};
/** All that the suite can do, by name. */
const table = entries;

;// CONCATENATED MODULE: ./actions/index.ts



/** What the stub of an action calls. */
async function start(name) {
    const host = await (0,hosts/* gitHubHost */.E)(process, parts, process);
    process.exitCode = await (0,run/* run */.e)(await table[name].load(), host);
}
/** What the stub of the command line calls. */
async function startCli() {
    const { cli } = await __nccwpck_require__.e(/* import() */ 161).then(__nccwpck_require__.bind(__nccwpck_require__, 2161));
    process.exitCode = await cli(process.argv.slice(2), { table: table, parts: parts, process });
}

var __webpack_exports__start = __webpack_exports__.n;
var __webpack_exports__startCli = __webpack_exports__.P;
export { __webpack_exports__start as start, __webpack_exports__startCli as startCli };
