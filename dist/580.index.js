export const id = 580;
export const ids = [580];
export const modules = {

/***/ 661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ boundedFile),
/* harmony export */   L: () => (/* binding */ boundedText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2420);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5647);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6490);




/** The text of a stream that somebody else filled; more than `maxBytes` is a UsageError that starts with `what`. */
async function boundedText(stream, what, maxBytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of stream) {
        const bytes = Buffer.from(chunk);
        size += bytes.byteLength;
        if (size > maxBytes)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${what} must not be larger than ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(maxBytes)}`);
        chunks.push(bytes);
    }
    return Buffer.concat(chunks).toString('utf8');
}
/** The text of a file that a person named; undefined when it does not exist. */
async function boundedFile(path, what, maxBytes) {
    try {
        return await boundedText((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path), `${what} ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(path)}`, maxBytes);
    }
    catch (error) {
        switch ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error)) {
            case 'ENOENT':
            case 'ENOTDIR':
            case 'ENAMETOOLONG':
            case 'ERR_INVALID_ARG_VALUE':
                return undefined;
            case 'EISDIR':
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${what} ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(path)} is a folder, not a file`);
            case 'EACCES':
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${what} ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(path)} may not be read`);
            default:
                throw error;
        }
    }
}


/***/ }),

/***/ 7470:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ passedOn),
/* harmony export */   c: () => (/* binding */ environment)
/* harmony export */ });
/** What a child process may know of our environment; never tokens, never inputs. */
const names = new Set([
    'PATH',
    'HOME',
    'LANG',
    'TZ',
    'TMPDIR',
    'XDG_RUNTIME_DIR',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'ALL_PROXY',
    'http_proxy',
    'https_proxy',
    'no_proxy',
    'all_proxy',
]);
const prefixes = ['LC_', 'SSL_CERT_'];
/** The part of an environment that every child process gets. */
const passedOn = (env) => Object.fromEntries([...env].filter(([name]) => names.has(name) || prefixes.some((prefix) => name.startsWith(prefix))));
/** The environment of this process as plain data. */
const environment = (env) => new Map(Object.entries(env).filter((entry) => entry[1] !== undefined));


/***/ }),

/***/ 5312:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ hostOf)
});

// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/io/bounded-file.ts
var bounded_file = __webpack_require__(661);
// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
;// CONCATENATED MODULE: ./packages/io/given.ts




const maxBytes = 32 * 1024 * 1024;
/**
 * The text of every input that was given, ready for `read`: a document's file is read, and `-` is standard input
 * where there is one. A missing or too large file is a UsageError that names the input.
 */
async function gather(inputs, raw, from) {
    const texts = new Map();
    let reader;
    for (const [name, input] of Object.entries(inputs)) {
        const typed = raw(name);
        const text = input.verbatim ? typed : typed?.trim();
        if (text === undefined || text === '')
            continue;
        const fed = input.type === 'lines' || input.type === 'list' || input.type === 'document';
        if (fed && text === '-' && from.stdin !== undefined) {
            if (reader !== undefined)
                throw new errors/* UsageError */.eb(`inputs "${reader}" and "${name}" cannot both be read from standard input`, { input: name });
            reader = name;
            texts.set(name, await (0,bounded_file/* boundedText */.L)(from.stdin, `standard input for "${name}"`, maxBytes));
        }
        else {
            texts.set(name, input.type === 'document' ? await given_document(name, text, from.cwd) : text);
        }
    }
    return texts;
}
async function given_document(name, text, cwd) {
    // No document is a bare number or word, and hardly a path starts so.
    if (/^[{[]/.test(text))
        return text;
    const read = await (0,bounded_file/* boundedFile */.K)((0,external_node_path_.resolve)(cwd, text), `input "${name}": the file`, maxBytes);
    if (read !== undefined)
        return read;
    throw new errors/* UsageError */.eb(`input "${name}" must be JSON or the path of a JSON file, and there is no file ${(0,quote/* quote */.h)(text)}`, { input: name });
}

// EXTERNAL MODULE: ./packages/io/nothing.ts
var nothing = __webpack_require__(6330);
;// CONCATENATED MODULE: ./packages/io/github-event.ts



const known = [
    'pull_request',
    'merge_group',
    'push',
    'release',
    'create',
    'workflow_dispatch',
    'schedule',
];
/** A field of a payload that nobody has checked. */
function fieldOf(payload, ...path) {
    let value = payload;
    for (const name of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
            return undefined;
        value = Reflect.get(value, name);
    }
    return value;
}
const textOf = (payload, ...path) => {
    const value = fieldOf(payload, ...path);
    return typeof value === 'string' && value !== '' ? value : undefined;
};
/** The repository's default branch, as the payload names it. */
const defaultBranchOf = (payload) => textOf(payload, 'repository', 'default_branch');
function needed(env, name) {
    const value = env.get(name);
    if (value === undefined || value === '')
        throw new errors/* UsageError */.eb(`the environment variable ${name} is missing: GitHub sets it in a step`);
    return value;
}
function commitOf(env) {
    const commit = needed(env, 'GITHUB_SHA');
    if (/^[0-9a-f]{40}$/.test(commit))
        return commit;
    throw new errors/* UsageError */.eb(`GITHUB_SHA must be a commit of 40 hex digits, not ${(0,quote/* quote */.h)(commit)}`);
}
/** `refs/heads/x` → branch `x`, `refs/tags/x` → tag `x`. */
function refOf(env) {
    const ref = needed(env, 'GITHUB_REF');
    const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
    if (name === undefined)
        throw new errors/* UsageError */.eb(`GITHUB_REF must be a branch or a tag, not ${(0,quote/* quote */.h)(ref)}`);
    return kind === 'heads' ? { branch: name } : { tag: name };
}
/**
 * What a workflow's event means: https://docs.github.com/actions/reference/events-that-trigger-workflows.
 * What was deleted and the creation of a branch (its push says the same) are `NothingToDo`; an event that
 * runs foreign code with rights (pull_request_target, workflow_run) and any other is a UsageError.
 */
function gitHubEvent(env, payload) {
    const name = needed(env, 'GITHUB_EVENT_NAME');
    switch (name) {
        case 'pull_request':
            return change(commitOf(env), payload);
        case 'merge_group':
            return { kind: 'change', commit: commitOf(env) };
        case 'push':
            return pushed(env, payload);
        case 'release':
            return released(env, payload);
        case 'create':
            return created(env, payload);
        case 'workflow_dispatch':
            return refEvent(env);
        case 'schedule':
            return { kind: 'schedule', commit: commitOf(env) };
        default:
            throw new errors/* UsageError */.eb(`the event ${(0,quote/* quote */.h)(name)} is not one that ecluse runs on: use ${known.join(', ')}`);
    }
}
function change(commit, payload) {
    if (textOf(payload, 'action') === 'closed')
        throw new nothing/* NothingToDo */.iH('the pull request was closed: the push of its merge is an event of its own');
    const number = fieldOf(payload, 'pull_request', 'number');
    return Number.isSafeInteger(number) && typeof number === 'number'
        ? { kind: 'change', commit, number }
        : { kind: 'change', commit };
}
function pushed(env, payload) {
    const ref = refOf(env);
    const after = textOf(payload, 'after');
    if (fieldOf(payload, 'deleted') === true || (after !== undefined && /^0+$/.test(after))) {
        const what = ref.tag === undefined ? `branch ${(0,quote/* quote */.h)(ref.branch)}` : `tag ${(0,quote/* quote */.h)(ref.tag)}`;
        throw new nothing/* NothingToDo */.iH(`the ${what} was deleted`);
    }
    return refEvent(env);
}
/** A push of a branch, or a tag: a dispatch is as good as that. */
function refEvent(env) {
    const ref = refOf(env);
    // The commit that GitHub checked out: for an annotated tag the payload's `after` is the tag object.
    const commit = commitOf(env);
    return ref.tag === undefined
        ? { kind: 'push', commit, branch: ref.branch }
        : { kind: 'tag', commit, tag: ref.tag };
}
function released(env, payload) {
    const action = textOf(payload, 'action');
    if (action === 'deleted' || action === 'unpublished')
        throw new nothing/* NothingToDo */.iH(`the release was ${action}`);
    const tag = textOf(payload, 'release', 'tag_name') ?? refOf(env).tag;
    if (tag === undefined)
        throw new errors/* UsageError */.eb('the payload of the release names no tag');
    return { kind: 'tag', commit: commitOf(env), tag };
}
function created(env, payload) {
    if (textOf(payload, 'ref_type') !== 'tag')
        throw new nothing/* NothingToDo */.iH('a branch was created: its push is an event of its own');
    const tag = textOf(payload, 'ref') ?? refOf(env).tag;
    if (tag === undefined)
        throw new errors/* UsageError */.eb('the payload of the created tag names no tag');
    return { kind: 'tag', commit: commitOf(env), tag };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(3802);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./packages/io/child.ts




/** Ends a process group; one that is gone already is no error. */
function kill(child, signal) {
    if (child.pid === undefined)
        return;
    try {
        process.kill(-child.pid, signal);
    }
    catch {
        // ESRCH: nobody is left in the group.
    }
}
/** A program in a process group of its own, so that what it starts ends with it. */
function startGroup(command, args, how) {
    const child = child_open(command, args, how);
    let force;
    const end = () => {
        kill(child, 'SIGTERM');
        force ??= setTimeout(() => {
            kill(child, 'SIGKILL');
        }, how.graceMs);
    };
    const ended = new Promise((resolve, reject) => {
        child.once('error', (error) => {
            reject(sentenceOf(error, command, how.cwd));
        });
        child.once('exit', () => {
            // A process that it left behind may hold our pipes for ever.
            force ??= setTimeout(() => {
                kill(child, 'SIGKILL');
                child.stdout?.destroy();
                child.stderr?.destroy();
            }, how.graceMs);
        });
        child.once('close', (code, signal) => {
            resolve(code ?? (signal === null ? 1 : how.codeOfSignal(signal)));
        });
    }).finally(() => {
        clearTimeout(force);
    });
    return {
        child,
        end,
        endNow: () => {
            kill(child, 'SIGKILL');
        },
        ended,
    };
}
function child_open(command, args, how) {
    try {
        return (0,external_node_child_process_.spawn)(command, args, {
            cwd: how.cwd,
            env: how.env,
            detached: true,
            stdio: [how.stdin ? 'pipe' : 'ignore', 'pipe', 'pipe'],
        });
    }
    catch (cause) {
        // What spawn refuses by itself: an argument with a NUL byte, an argument list that is too long.
        throw sentenceOf(cause, command, how.cwd);
    }
}
function sentenceOf(error, command, cwd) {
    const name = (0,quote/* quote */.h)(command);
    switch ((0,errors/* codeOf */.$N)(error)) {
        case 'ENOENT':
            // The system says the same of a missing folder.
            return (0,external_node_fs_.statSync)(cwd, { throwIfNoEntry: false })?.isDirectory()
                ? new errors/* Failed */.cV(3, 'no-tool', `${name} is not installed or not on the PATH`)
                : new errors/* Failed */.cV(3, 'no-folder', `the folder ${(0,quote/* quote */.h)(cwd)} to run ${name} in does not exist`);
        case 'EACCES':
            return new errors/* Failed */.cV(3, 'no-tool', `${name} may not be run: it is not an executable file`);
        case 'E2BIG':
            return new errors/* Failed */.cV(3, 'exec', `${name} could not be run: its arguments are too long`);
        default:
            return new errors/* Failed */.cV(3, 'exec', `${name} could not be run`, { cause: error });
    }
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./packages/io/collect.ts

/** The first bytes of a stream; what comes after them is counted as cut and dropped. */
class Collected {
    #chunks = [];
    #maxBytes;
    #size = 0;
    #cut = false;
    constructor(maxBytes) {
        this.#maxBytes = maxBytes;
    }
    add(chunk) {
        const room = this.#maxBytes - this.#size;
        const part = chunk.subarray(0, room);
        if (part.byteLength > 0)
            this.#chunks.push(part);
        this.#size += part.byteLength;
        this.#cut ||= chunk.byteLength > room;
    }
    get cut() {
        return this.#cut;
    }
    bytes() {
        return Buffer.concat(this.#chunks);
    }
}
const longestLine = 8192;
/** Cuts a stream into lines and hands each on; a line that is too long is cut, so that no stream fills the memory. */
class Lines {
    #decoder = new external_node_string_decoder_.StringDecoder('utf8');
    #take;
    #rest = '';
    #over = false;
    constructor(take) {
        this.#take = take;
    }
    add(chunk) {
        this.#text(this.#decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)));
    }
    end() {
        this.#text(this.#decoder.end());
        if (this.#rest !== '' || this.#over)
            this.#line();
    }
    #text(text) {
        const parts = text.split('\n');
        parts.forEach((part, at) => {
            this.#append(part);
            if (at < parts.length - 1)
                this.#line();
        });
    }
    #append(part) {
        const room = longestLine - this.#rest.length;
        this.#over ||= part.length > room;
        this.#rest += part.slice(0, room);
    }
    #line() {
        const line = this.#over ? `${this.#rest}…` : this.#rest.replace(/\r$/, '');
        this.#rest = '';
        this.#over = false;
        this.#take(line);
    }
}

// EXTERNAL MODULE: ./packages/io/environment.ts
var environment = __webpack_require__(7470);
;// CONCATENATED MODULE: ./packages/io/exec.ts






/** From the polite request to end until the end by force: well within the 7.5 s that GitHub's runner waits after its first signal. */
const graceMs = 2000;
const codeOfSignal = (signal) => 128 + external_node_os_.constants.signals[signal];
/**
 * Runs programs as `Exec` says. A program that is missing is a `Failed` with the code `no-tool`; when the signal aborts, its
 * whole process group is ended first and then the signal's reason is thrown.
 */
function openChildren(how) {
    const running = new Set();
    const run = async (command, args, one) => {
        one.signal.throwIfAborted();
        const started = Date.now();
        const group = startGroup(command, args, {
            cwd: one.cwd ?? how.cwd,
            env: { ...(0,environment/* passedOn */.I)(how.env), ...one.env },
            stdin: one.stdin !== undefined,
            graceMs: how.graceMs ?? graceMs,
            codeOfSignal,
        });
        running.add(group);
        one.signal.addEventListener('abort', group.end);
        try {
            const output = listen(group, one);
            const code = await settled(group, one.stdin);
            one.signal.throwIfAborted();
            how.debug?.(`${command} ended with ${code} after ${Date.now() - started} ms`);
            return { code, ...output() };
        }
        finally {
            one.signal.removeEventListener('abort', group.end);
            running.delete(group);
            if (one.signal.aborted)
                group.endNow();
        }
    };
    return {
        exec: { run },
        end: async () => {
            const groups = [...running];
            for (const group of groups)
                group.end();
            await Promise.allSettled(groups.map(({ ended }) => ended));
        },
        endNow: () => {
            for (const group of running)
                group.endNow();
        },
    };
}
function listen({ child }, how) {
    const kept = { stdout: new Collected(how.maxBytes), stderr: new Collected(how.maxBytes) };
    for (const from of ['stdout', 'stderr']) {
        const lines = how.onLine && new Lines((line) => how.onLine?.(line, from));
        child[from]?.on('data', (chunk) => {
            kept[from].add(chunk);
            lines?.add(chunk);
        });
        child[from]?.once('close', () => {
            lines?.end();
        });
    }
    return () => ({
        stdout: kept.stdout.bytes(),
        stderr: kept.stderr.bytes(),
        truncated: kept.stdout.cut || kept.stderr.cut,
    });
}
/** The exit code; when what should be written to the program breaks, the program is ended and that error thrown. */
async function settled(group, stdin) {
    const { child, ended } = group;
    if (stdin === undefined || child.stdin === null)
        return ended;
    const fed = (0,promises_.pipeline)(stdin, child.stdin).catch((error) => {
        // A program may end without reading all that it is given.
        if ((0,errors/* codeOf */.$N)(error) === 'EPIPE' || (0,errors/* codeOf */.$N)(error) === 'ECONNRESET')
            return;
        if (child.exitCode !== null || child.signalCode !== null)
            return;
        group.end();
        throw error;
    });
    const [code, written] = await Promise.allSettled([ended, fed]);
    if (code.status === 'rejected')
        throw code.reason;
    if (written.status === 'rejected')
        throw written.reason;
    return code.value;
}

// EXTERNAL MODULE: ./packages/io/signals.ts
var signals = __webpack_require__(6290);
// EXTERNAL MODULE: ./packages/io/small-heap.ts
var small_heap = __webpack_require__(67);
;// CONCATENATED MODULE: ./packages/io/platform.ts
/** Node's names that differ from Go's, which OCI uses: https://go.dev/doc/install/source#environment */
const operatingSystems = { win32: 'windows', sunos: 'solaris' };
const architectures = {
    x64: 'amd64',
    ia32: '386',
    // Node runs on little-endian POWER alone.
    ppc64: 'ppc64le',
    mipsel: 'mipsle',
};
/** A platform of Node in OCI's words. */
const machineOf = (platform, arch) => ({
    os: operatingSystems[platform] ?? platform,
    architecture: architectures[arch] ?? arch,
});

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./packages/io/temporary.ts





/** Private folders below `parent` that end with the run. */
function openTemporary(parent) {
    const folders = new Set();
    return {
        make: async () => {
            try {
                const folder = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(parent, 'ecluse-'));
                folders.add(folder);
                return folder;
            }
            catch (cause) {
                throw new errors/* Failed */.cV(3, 'temporary', `no temporary folder could be made in ${(0,quote/* quote */.h)(parent)}`, {
                    cause,
                });
            }
        },
        remove: async () => {
            const left = [];
            for (const folder of folders) {
                await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true, maxRetries: 2 }).catch((error) => {
                    left.push(`${folder}: ${(0,errors/* messageOf */.bD)(error)}`);
                });
            }
            folders.clear();
            return left;
        },
        removeNow: () => {
            for (const folder of folders) {
                try {
                    (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
                }
                catch {
                    // The process is about to end; there is nobody to tell.
                }
            }
        },
    };
}

;// CONCATENATED MODULE: ./packages/io/machine.ts







/** Opens this machine for one run: from here on a first signal aborts `io.signal`, and a second ends the process at once. */
function openMachine(how) {
    const { cwd, env, log } = how;
    const controller = new AbortController();
    const { signal } = controller;
    const children = openChildren({
        cwd,
        env,
        debug: (sentence) => {
            log.debug(sentence);
        },
    });
    const temporary = openTemporary(env.get('RUNNER_TEMP') ?? env.get('TMPDIR') ?? (0,external_node_os_.tmpdir)());
    const servers = openServers(signal, log);
    const forget = (0,signals/* onSignals */.r)((reason) => {
        controller.abort(reason);
    }, ({ exit }) => {
        children.endNow();
        temporary.removeNow();
        process.exit(exit);
    });
    return {
        io: {
            cwd,
            env,
            now: () => new Date(),
            machine: machineOf(process.platform, process.arch),
            signal,
            log,
            exec: children.exec,
            transport: lazyTransport(env),
            temporary: temporary.make,
            listen: servers.listen,
        },
        close: async () => {
            await children.end();
            await servers.close();
            for (const left of await temporary.remove())
                log.warn(`a temporary folder stayed: ${left}`);
            forget();
        },
    };
}
/** A run that asks nothing of the network does not pay for it. */
function lazyTransport(env) {
    let opened;
    return {
        send: async (request) => {
            opened ??= __webpack_require__.e(/* import() */ 213).then(__webpack_require__.bind(__webpack_require__, 6213)).then(({ transport }) => transport({ env }));
            return (await opened).send(request);
        },
    };
}
function openServers(signal, log) {
    const open = [];
    const listen = async (handler, { drains = false, ...place } = {}) => {
        // A server that drains is all that its process does.
        if (drains)
            (0,small_heap/* keepHeapSmall */.p)();
        const server = await (await __webpack_require__.e(/* import() */ 463).then(__webpack_require__.bind(__webpack_require__, 9463))).listen(handler, {
            // One that drains ends by `close` alone.
            signal: drains ? new AbortController().signal : signal,
            failed: (error) => {
                log.warn(`a request failed: ${(0,errors/* messageOf */.bD)(error)}`);
            },
            ...place,
        });
        open.push(server);
        return server;
    };
    return {
        listen,
        close: async () => {
            await Promise.allSettled(open.map((server) => server.close()));
        },
    };
}

// EXTERNAL MODULE: ./packages/io/once.ts
var once = __webpack_require__(9798);
// EXTERNAL MODULE: ./packages/io/step.ts + 6 modules
var step = __webpack_require__(5202);
;// CONCATENATED MODULE: ./packages/io/host-of.ts






/** A host from its voice and its sources. */
function hostOf(voice, sources) {
    let machine;
    return {
        open: async (inputs) => {
            const given = await gather(inputs, sources.raw(inputs), sources);
            const input = (name) => given.get(name);
            voice.secret(input('github-token') ?? '');
            const opened = (machine = openMachine({ ...sources, log: voice.log }));
            return { ...opened.io, input, secret: voice.secret, ...asked(opened.io, input, sources) };
        },
        done: voice.done,
        failed: voice.failed,
        close: async () => machine?.close(),
    };
}
/** What is asked of the event or of git, at most once each. */
function asked({ exec, cwd, signal }, input, { env, inEvent, parts }) {
    const payload = (0,step/* payloadOf */.Md)(env);
    const history = (0,once/* once */.O)(async () => {
        const named = inEvent ? defaultBranchOf(await payload().catch(() => undefined)) : undefined;
        return parts.history({ exec, cwd, signal, ...branch(named, input('default-branch')) });
    });
    const event = (0,once/* once */.O)(async () => {
        const ref = input('ref');
        if (inEvent && ref !== undefined) {
            throw new errors/* UsageError */.eb('"ref" is for a terminal: in a workflow the event says what is built and promoted', { input: 'ref' });
        }
        if (inEvent)
            return gitHubEvent(env, await payload());
        const known = await history();
        return known === undefined ? undefined : parts.terminalEvent(known, ref);
    });
    const known = async () => (env.has('GITHUB_EVENT_PATH') ? payload() : undefined);
    return { history, event, payload: known };
}
/** The event knows best; where it says nothing, a person may. */
function branch(event, input) {
    if (event !== undefined)
        return { defaultBranch: { name: event, from: 'event' } };
    return input === undefined ? {} : { defaultBranch: { name: input, from: 'input' } };
}


/***/ }),

/***/ 9798:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
/** A question that is asked once; everybody gets the same answer. */
function once(ask) {
    let answer;
    return () => (answer ??= ask());
}


/***/ }),

/***/ 988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ plainLog)
/* harmony export */ });
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6152);

/** How often a step that goes on says so. */
const beatMs = 15_000;
/** A log of plain lines: a step is one line when it ends, and one from time to time while it goes on. */
function plainLog(lines, now = Date.now) {
    return {
        debug: (sentence) => {
            lines.debug?.(sentence);
        },
        info: (sentence) => {
            lines.info(sentence);
        },
        warn: (sentence) => {
            lines.warn(sentence);
        },
        step: async (name, work) => {
            const step = (0,_steps_js__WEBPACK_IMPORTED_MODULE_0__/* .newStep */ .zu)(name, now());
            const beat = setInterval(() => {
                lines.info(goingOn(step, now()));
            }, beatMs).unref();
            try {
                const value = await work((done, of, unit) => Object.assign(step, { done, of, unit }));
                lines.info((0,_steps_js__WEBPACK_IMPORTED_MODULE_0__/* .endOf */ .pJ)(step, 'done', now()));
                return value;
            }
            catch (error) {
                lines.info((0,_steps_js__WEBPACK_IMPORTED_MODULE_0__/* .endOf */ .pJ)(step, 'failed', now()));
                throw error;
            }
            finally {
                clearInterval(beat);
            }
        },
    };
}
const goingOn = (step, now) => {
    const progress = (0,_steps_js__WEBPACK_IMPORTED_MODULE_0__/* .progressOf */ .jA)(step, now);
    return `${step.name}: ${progress === '' ? 'still going on' : progress}`;
};


/***/ }),

/***/ 6490:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   LO: () => (/* binding */ parseRatio),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   z3: () => (/* binding */ formatBytes),
/* harmony export */   z_: () => (/* binding */ parseBytes)
/* harmony export */ });
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;
/** `90s`, `1h30m`, `7d`: whole numbers, from the largest unit to the smallest, each at most once. */
const durationPattern = /^(?=\d)(?:(\d{1,6})w)?(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,9})s)?$/;
/** Milliseconds of a duration; undefined when the text is none. */
function parseDuration(text) {
    const parts = durationPattern.exec(text)?.slice(1);
    if (parts === undefined)
        return undefined;
    return [week, day, hour, minute, second].reduce((sum, unit, at) => sum + unit * Number(parts[at] ?? 0), 0);
}
const units = {
    '': 1,
    b: 1,
    kb: 1e3,
    mb: 1e6,
    gb: 1e9,
    tb: 1e12,
    kib: 2 ** 10,
    mib: 2 ** 20,
    gib: 2 ** 30,
    tib: 2 ** 40,
};
/** `20MB`, `1.5GiB`, `512`: decimal and binary units in any case, bytes without one. */
const bytesPattern = /^(\d{1,15}(?:\.\d{1,6})?) ?([kmgtKMGT]?[iI]?[bB])?$/;
/** Bytes, rounded down; undefined when the text is no size or more than a number holds exactly. */
function parseBytes(text) {
    const [, amount, unit] = bytesPattern.exec(text) ?? [];
    const factor = units[(unit ?? '').toLowerCase()];
    if (amount === undefined || factor === undefined)
        return undefined;
    const bytes = Math.floor(Number(amount) * factor);
    return Number.isSafeInteger(bytes) ? bytes : undefined;
}
/** `0.95` or `95%`. */
const ratioPattern = /^(?:(0(?:\.\d{1,9})?|1(?:\.0{1,9})?|\.\d{1,9})|(\d{1,3}(?:\.\d{1,7})?) ?%)$/;
/** A part from 0 to 1; undefined when the text is none. */
function parseRatio(text) {
    const [, part, percent] = ratioPattern.exec(text) ?? [];
    if (part === undefined && percent === undefined)
        return undefined;
    const ratio = percent === undefined ? Number(part) : Number(percent) / 100;
    return ratio <= 1 ? ratio : undefined;
}
/** `12.3 MB`, in decimal units as registries and disks count. */
function formatBytes(bytes) {
    const names = ['B', 'kB', 'MB', 'GB', 'TB'];
    let amount = bytes;
    let at = 0;
    // 999.95 would be shown as 1000.0.
    while (amount >= (at === 0 ? 1000 : 999.95) && at < names.length - 1) {
        amount /= 1000;
        at += 1;
    }
    return `${at === 0 ? String(amount) : amount.toFixed(1)} ${names[at] ?? ''}`;
}
/** `0.4 s`, `12 s`, `3 min 5 s`, `2 h 10 min`, `9 d 3 h`: the two largest units. */
function formatDuration(ms) {
    if (ms < 10 * second)
        return `${(ms / second).toFixed(1)} s`;
    const seconds = Math.round(ms / second);
    const pairs = [
        [86_400, 'd', 3600, 'h'],
        [3600, 'h', 60, 'min'],
        [60, 'min', 1, 's'],
    ];
    for (const [large, name, small, rest] of pairs) {
        if (seconds < large)
            continue;
        const left = Math.floor((seconds % large) / small);
        return `${Math.floor(seconds / large)} ${name}${left === 0 ? '' : ` ${left} ${rest}`}`;
    }
    return `${seconds} s`;
}


/***/ }),

/***/ 8994:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ Secrets)
/* harmony export */ });
/** Shorter texts are in every log by chance; nobody's token is that short. */
const shortest = 4;
/** Values that no log may show. */
class Secrets {
    #values = [];
    /** Registers a value; one of several lines is hidden line by line too. Gives what is new. */
    add(value) {
        const parts = [value, ...value.split(/\r?\n/)].map((part) => part.trim());
        const added = [...new Set(parts)].filter((part) => part.length >= shortest && !this.#values.includes(part));
        // The longest first: a secret may be part of another.
        this.#values = [...this.#values, ...added].sort((a, b) => b.length - a.length);
        return added;
    }
    hide(text) {
        return this.#values.reduce((shown, value) => shown.replaceAll(value, '***'), text);
    }
}


/***/ }),

/***/ 67:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ keepHeapSmall)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8877);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_v8__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Keeps the part of the heap for new objects small, in MiB, for the rest of the process. It takes up to 128 MiB with
 * what is made and soon nothing again: the buffers of a server's bodies, the names of a layer's files. With this much
 * it is no slower.
 */
function keepHeapSmall() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--max-semi-space-size=1');
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--semi-space-growth-factor=1');
}


/***/ }),

/***/ 5202:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bK: () => (/* binding */ annotationLines),
  NY: () => (/* binding */ deliverToStep),
  Md: () => (/* binding */ payloadOf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./packages/report/escaped.ts
var escaped = __webpack_require__(8456);
;// CONCATENATED MODULE: ./packages/report/fit.ts

const gaps = { '\n': (0,escaped/* inMarkdown */.Hi) `\n`, '\n\n': (0,escaped/* inMarkdown */.Hi) `\n\n` };
const bytes = (text) => Buffer.byteLength(text);
const written = (pieces) => (0,escaped/* join */.fj)(pieces.map(({ gap, text }, index) => (index === 0 ? text : (0,escaped/* inMarkdown */.Hi) `${gaps[gap]}${text}`)), (0,escaped/* inMarkdown */.Hi) ``);
/** How many pieces fit into so many bytes, with what closes them. */
function count(pieces, room) {
    let size = 0;
    let fitting = 0;
    for (const [index, { gap, text, closing }] of pieces.entries()) {
        size += bytes(text) + gap.length;
        if (size > room)
            break;
        if (size + bytes(closing) <= room)
            fitting = index + 1;
    }
    return fitting;
}
/**
 * The pieces as one page of at most `maxBytes` bytes of UTF-8. A longer page ends after the last
 * piece that fits, closed, and with a sentence that says so; where not even that fits, it is empty.
 */
function fit(pieces, maxBytes) {
    const whole = (0,escaped/* inMarkdown */.Hi) `${written(pieces)}\n`;
    const size = bytes(whole);
    if (size <= maxBytes)
        return whole;
    const note = (0,escaped/* inMarkdown */.Hi) `Shortened: the whole page has ${size} bytes, and ${maxBytes} have room here.\n`;
    const room = maxBytes - bytes(note);
    if (room < 0)
        return (0,escaped/* inMarkdown */.Hi) ``;
    const kept = pieces.slice(0, count(pieces, room - 2));
    const last = kept.at(-1);
    return last === undefined ? note : (0,escaped/* inMarkdown */.Hi) `${written(kept)}${last.closing}\n\n${note}`;
}

// EXTERNAL MODULE: ./packages/report/visible.ts
var report_visible = __webpack_require__(8439);
;// CONCATENATED MODULE: ./packages/report/letters.ts


// What Markdown and HTML read: anywhere, around words, at the start of a block.
const syntax = /([\\`*[\]<>&|~!]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=^\s*)[-+=]|(?<=^\s*\d+)[.)])/u;
// What GitHub looks for in the finished page, where no escape is left to see: mentions, formulas,
// issues by number, emoji by name, addresses.
const noticed = /([@#$]|:(?=[\w+/-])|(?<=www)\.|(?<=gh)-(?=\d))/u;
const special = new RegExp(`${syntax.source}|${noticed.source}|\n`, 'giu');
const named = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const reference = (character) => named[character] ?? `&#${character.charCodeAt(0)};`;
/**
 * Data as letters, for Markdown and HTML alike, on one line. A character reference is never syntax
 * (https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references). An element around
 * a character keeps GitHub's filters from reading it together with its neighbours, and is not
 * copied along with the text.
 */
const letters = (text) => (0,escaped/* trusted */.IZ)((0,report_visible/* bounded */.M)(text)
    .replaceAll('\t', ' ')
    .replace(special, (_found, read, seen) => {
    if (read !== undefined)
        return reference(read);
    return seen === undefined ? '<br>' : `<span>${seen}</span>`;
}));
/**
 * A URL as the target of a link in Markdown or HTML, when it may be one: http or https, no user
 * name that looks like a host, not endless.
 */
function target(url) {
    const parsed = URL.parse(url);
    if (parsed === null || !['http:', 'https:'].includes(parsed.protocol))
        return undefined;
    if (parsed.username + parsed.password !== '' || parsed.href.length > 2000)
        return undefined;
    const percent = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
    return (0,escaped/* trusted */.IZ)(parsed.href.replace(/[^\w./:?#@%=+,;~&[\]-]/g, percent).replaceAll('&', '&amp;'));
}

// EXTERNAL MODULE: ./packages/report/spans.ts
var spans = __webpack_require__(4332);
;// CONCATENATED MODULE: ./packages/report/markdown-text.ts





const symbols = {
    passed: '✅',
    failed: '❌',
    'not evaluated': '❔',
    waiting: '⏳',
    unchanged: '➖',
};
const mark = ({ mark, text }) => `${symbols[mark]} ${text ?? mark}`;
function led({ kind, text, url }) {
    const to = target(url);
    const label = text.trim() === '' ? url : text;
    if (to !== undefined)
        return { kind, text: label, url: to };
    return label === url ? url : `${text} (${url})`;
}
/** Marks, tones, and links that lead nowhere, become letters, which are escaped together with those beside them. */
const shown = (text) => (0,spans/* spans */.i)((0,spans/* spans */.i)(text).map((span) => {
    if (typeof span === 'string')
        return span;
    if (span.kind === 'mark')
        return mark(span);
    if (span.kind === 'toned')
        return span.text;
    return span.kind === 'link' ? led(span) : span;
}));
// Backticks hold no newline, no pipe in a table, and not nothing; blanks at their edges get lost.
const forBackticks = /^(?! )[^`|\n\t]*[^`|\n\t ]$/;
function code(text, before) {
    if (text.trim() === '')
        return letters(text);
    const visible = (0,report_visible/* bounded */.M)(text);
    // Two runs of backticks that touch are one longer run.
    return forBackticks.test(visible) && !before.endsWith('`')
        ? (0,escaped/* trusted */.IZ)(`\`${visible}\``)
        : (0,escaped/* inMarkdown */.Hi) `<code>${letters(text)}</code>`;
}
function markdownSpan(span, before) {
    if (typeof span === 'string')
        return letters(span);
    switch (span.kind) {
        case 'code':
            return code(span.text, before);
        case 'strong':
            // Asterisks do not close between a full stop and a letter; an element does.
            return (0,escaped/* inMarkdown */.Hi) `<strong>${letters(span.text)}</strong>`;
        case 'link':
            return (0,escaped/* inMarkdown */.Hi) `[${letters(span.text)}](${span.url})`;
    }
}
function htmlSpan(span) {
    if (typeof span === 'string')
        return letters(span);
    switch (span.kind) {
        case 'code':
            return (0,escaped/* inHtml */.dj) `<code>${letters(span.text)}</code>`;
        case 'strong':
            return (0,escaped/* inHtml */.dj) `<strong>${letters(span.text)}</strong>`;
        case 'link':
            return (0,escaped/* inHtml */.dj) `<a href="${span.url}">${letters(span.text)}</a>`;
    }
}
// Not a pattern: one for blanks at the end takes quadratic time where many stand in the middle.
function trimmed(line) {
    let start = 0;
    let end = line.length;
    const blanks = ['<br>', ' '];
    const starts = () => blanks.find((blank) => line.startsWith(blank, start));
    const ends = () => blanks.find((blank) => line.slice(start, end).endsWith(blank));
    for (let blank = starts(); blank !== undefined; blank = starts())
        start += blank.length;
    for (let blank = ends(); blank !== undefined; blank = ends())
        end -= blank.length;
    return line.slice(start, end);
}
/** A text as one line of Markdown, fit for a paragraph, a heading, an item or a cell. */
function markdownText(text) {
    let line = (0,escaped/* inMarkdown */.Hi) ``;
    for (const span of shown(text))
        line = (0,escaped/* inMarkdown */.Hi) `${line}${markdownSpan(span, line)}`;
    return (0,escaped/* trusted */.IZ)(trimmed(line));
}
/** What a closed `<details>` shows. Markdown takes the line for HTML and reads nothing in it. */
function markdownSummary(text) {
    const inner = (0,escaped/* join */.fj)(shown(text).map(htmlSpan), (0,escaped/* inHtml */.dj) ``);
    return (0,escaped/* trusted */.IZ)((0,escaped/* inHtml */.dj) `<summary>${inner}</summary>`);
}

;// CONCATENATED MODULE: ./packages/report/markdown.ts






const none = (0,escaped/* inMarkdown */.Hi) ``;
const piece = (gap, text, closing = none) => ({
    gap,
    text,
    closing,
});
function heading(text, level) {
    const title = markdownText(text);
    const hashes = (0,escaped/* trusted */.IZ)('#'.repeat(Math.min(level, 6)));
    return title === '' ? [] : [piece('\n\n', (0,escaped/* inMarkdown */.Hi) `${hashes} ${title}`)];
}
/** Of a cell that stays on one line. */
const mostLetters = 80;
function table({ head, rows, right = [], clip = [] }) {
    const width = rows.reduce((most, row) => Math.max(most, row.length), head.length);
    if (width === 0)
        return [];
    const columns = Array.from({ length: width }, (_, column) => column);
    const line = (cells) => (0,escaped/* inMarkdown */.Hi) `| ${(0,escaped/* join */.fj)(cells, (0,escaped/* inMarkdown */.Hi) ` | `)} |`;
    const row = (cells) => line(columns.map((column) => {
        const cell = cells[column] ?? '';
        return markdownText(clip.includes(column) ? (0,spans/* shortened */.v)(cell, mostLetters) : cell);
    }));
    const rule = line(columns.map((column) => (right.includes(column) ? (0,escaped/* inMarkdown */.Hi) `---:` : (0,escaped/* inMarkdown */.Hi) `---`)));
    return [
        piece('\n\n', (0,escaped/* inMarkdown */.Hi) `${row(head)}\n${rule}`),
        ...rows.map((cells) => piece('\n', row(cells))),
    ];
}
const list = ({ items }) => items.map((item, index) => piece(index === 0 ? '\n\n' : '\n', (0,escaped/* inMarkdown */.Hi) `- ${markdownText(item)}`));
// GitHub draws, runs or offers to apply what stands in these.
const drawn = ['mermaid', 'math', 'geojson', 'topojson', 'stl', 'suggestion'];
function fenced({ text, language = '' }) {
    const lines = text.split(/\r?\n/).map(report_visible/* bounded */.M);
    const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
    const longest = runs.reduce((most, run) => Math.max(most, run.length), 2);
    const fence = (0,escaped/* trusted */.IZ)('`'.repeat(longest + 1));
    const plain = !/^[a-z][\w+#.-]{0,29}$/i.test(language) || drawn.includes(language.toLowerCase());
    const closing = (0,escaped/* inMarkdown */.Hi) `\n${fence}`;
    return [
        piece('\n\n', (0,escaped/* inMarkdown */.Hi) `${fence}${plain ? none : (0,escaped/* trusted */.IZ)(language)}`, closing),
        ...lines.map((line) => piece('\n', (0,escaped/* trusted */.IZ)(line), closing)),
        piece('\n', fence),
    ];
}
function details({ summary, blocks }, level) {
    const closing = (0,escaped/* inMarkdown */.Hi) `\n\n</details>`;
    return [
        piece('\n\n', (0,escaped/* inMarkdown */.Hi) `<details>\n${markdownSummary(summary)}`, closing),
        ...pieces(blocks, level).map((inner) => ({
            ...inner,
            closing: (0,escaped/* inMarkdown */.Hi) `${inner.closing}${closing}`,
        })),
        piece('\n\n', (0,escaped/* inMarkdown */.Hi) `</details>`),
    ];
}
const pieces = (blocks, level) => blocks.flatMap((block) => {
    switch (block.kind) {
        case 'paragraph': {
            const text = markdownText(block.text);
            return text === '' ? [] : [piece('\n\n', text)];
        }
        case 'table':
            return table(block);
        case 'list':
            return list(block);
        case 'code':
            return fenced(block);
        case 'section':
            return [...heading(block.title, level), ...pieces(block.blocks, level + 1)];
        case 'details':
            return details(block, level);
    }
});
/**
 * A page as GitHub-flavoured Markdown, for job summaries and comments. Data in it is letters only:
 * no markup, no mention, no number of an issue, no link but those of the page to http and https.
 * Characters that cannot be seen are spelled out. Annotations are left to `annotationCommands`.
 * At most `maxBytes` bytes, 1 MiB unless told, the limit of a step's summary; see `fit`.
 */
const markdown = (page, { maxBytes = 1024 * 1024 } = {}) => fit([...heading(page.title, 2), ...pieces(page.blocks, 3)], maxBytes);

// EXTERNAL MODULE: ./packages/report/command.ts
var command = __webpack_require__(1868);
;// CONCATENATED MODULE: ./packages/report/annotations.ts




/** GitHub drops what a step says beyond this, of each level, without a word. */
const annotations_shown = 10;
function annotate(annotation) {
    const { level, message, title, file, line, endLine } = annotation;
    const properties = { title: title && (0,report_visible/* visible */.R)(title), file, line, endLine };
    return (0,command/* workflowCommand */.N)(level, properties, (0,report_visible/* visible */.R)(message));
}
const remainder = (level, count) => (0,command/* workflowCommand */.N)(level, {}, `${count} more ${level}s are not shown: GitHub shows ${annotations_shown} of a step`);
/**
 * Workflow commands for remarks on lines of files, at most ten of each level: the tenth then says
 * how many are not shown. Characters that cannot be seen are spelled out in message and title; the
 * file is given as it is, since it has to match.
 */
function annotationCommands(annotations) {
    const commands = [];
    for (const level of ['error', 'warning', 'notice']) {
        const all = annotations.filter((annotation) => annotation.level === level);
        const kept = all.length > annotations_shown ? annotations_shown - 1 : all.length;
        commands.push(...all.slice(0, kept).map(annotate));
        if (kept < all.length)
            commands.push(remainder(level, all.length - kept));
    }
    return commands;
}

// EXTERNAL MODULE: ./packages/io/bounded-file.ts
var bounded_file = __webpack_require__(661);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/io/quantities.ts
var quantities = __webpack_require__(6490);
;// CONCATENATED MODULE: ./packages/io/github-files.ts





/** An output may hold 1 MiB: https://docs.github.com/actions/reference/workflow-syntax-for-github-actions#jobsjob_idoutputs */
const maxOutputBytes = 1024 * 1024;
/** Of one step; a larger summary is not shown at all. */
const maxSummaryBytes = 1024 * 1024;
/**
 * A name and a value of any text, as the runner reads them from GITHUB_OUTPUT: between two lines that the value cannot contain.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#multiline-strings
 */
function fileCommand(name, value) {
    let delimiter;
    do
        delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`;
    while (value.includes(delimiter));
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
/** Appends outputs to the step's file; gives a sentence for each that is too large for a workflow and was left out. */
function writeOutputs(path, outputs) {
    const leftOut = [];
    for (const [name, value] of outputs) {
        const size = Buffer.byteLength(value);
        if (size <= maxOutputBytes)
            (0,external_node_fs_.appendFileSync)(path, fileCommand(name, value));
        else
            leftOut.push(`the output "${name}" has ${(0,quantities/* formatBytes */.z3)(size)} and was left out: a workflow takes 1 MiB; read it from metadata-file`);
    }
    return leftOut;
}
/** A process takes no environment variable of 128 KiB or more: MAX_ARG_STRLEN of Linux. */
const maxVariableBytes = 128 * 1024 - 256;
/**
 * Appends outputs to the file of variables for the steps that follow, by their names there; gives a sentence for each that no
 * process would take and was left out.
 */
function writeVariables(path, outputs, names) {
    const leftOut = [];
    for (const [output, name] of names) {
        const value = outputs.get(output) ?? '';
        const size = Buffer.byteLength(value);
        if (size <= maxVariableBytes)
            (0,external_node_fs_.appendFileSync)(path, fileCommand(name, value));
        else
            leftOut.push(`the variable ${name} has ${(0,quantities/* formatBytes */.z3)(size)} and was left out: a process takes less than 128 KiB; read the output "${output}"`);
    }
    return leftOut;
}
/** Writes files into a new private folder that stays until the job ends; gives their paths, by output. */
function writeFiles(files, temporary) {
    if (files.size === 0)
        return new Map();
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(temporary ?? (0,external_node_os_.tmpdir)(), 'ecluse-'));
    return new Map([...files].map(([output, { name, text }]) => {
        const path = (0,external_node_path_.join)(folder, name);
        (0,external_node_fs_.writeFileSync)(path, text);
        return [output, path];
    }));
}
/** Appends to the step's summary what still fits; `render` is told how many bytes that are. */
function writeSummary(path, render) {
    const before = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size ?? 0;
    const room = maxSummaryBytes - before - 1;
    if (room < 1024)
        return;
    (0,external_node_fs_.appendFileSync)(path, `${render(room)}\n`);
}

// EXTERNAL MODULE: ./packages/io/once.ts
var once = __webpack_require__(9798);
;// CONCATENATED MODULE: ./packages/io/step.ts






/** GitHub caps payloads at 25 MB: https://docs.github.com/webhooks/webhook-events-and-payloads#payload-cap */
const maxPayloadBytes = 32 * 1024 * 1024;
/** The payload of the event that a workflow step runs for, read once. */
const payloadOf = (env) => (0,once/* once */.O)(async () => {
    const path = env.get('GITHUB_EVENT_PATH') ?? '';
    const text = await (0,bounded_file/* boundedFile */.K)(path, 'the event file', maxPayloadBytes);
    if (text === undefined)
        throw new errors/* UsageError */.eb('GITHUB_EVENT_PATH must name the file of the event: it is not there');
    try {
        const payload = JSON.parse(text);
        return payload;
    }
    catch {
        throw new errors/* UsageError */.eb('the file that GITHUB_EVENT_PATH names is not JSON');
    }
});
/** Writes outputs, variables and summary where the runner gave a file for them; gives sentences about what was left out. */
function deliverToStep(env, { outputs: given, page, files = new Map(), variables = new Map() }) {
    const output = fileOf(env, 'GITHUB_OUTPUT');
    const variable = fileOf(env, 'GITHUB_ENV');
    const summary = fileOf(env, 'GITHUB_STEP_SUMMARY');
    const paths = output === undefined ? [] : writeFiles(files, env.get('RUNNER_TEMP'));
    const outputs = new Map([...given, ...paths]);
    const warnings = output === undefined ? [] : [...writeOutputs(output, outputs)];
    if (variable !== undefined)
        warnings.push(...writeVariables(variable, outputs, variables));
    if (summary !== undefined)
        writeSummary(summary, (maxBytes) => markdown(page, { maxBytes }));
    return { warnings, summary: summary !== undefined };
}
/** The lines that make the runner show a page's annotations. */
const annotationLines = ({ page }) => annotationCommands(page.annotations ?? []);
function fileOf(env, name) {
    const path = env.get(name);
    return path !== undefined && path !== '' && (0,external_node_fs_.existsSync)(path) ? path : undefined;
}


/***/ }),

/***/ 6152:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jA: () => (/* binding */ progressOf),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   zu: () => (/* binding */ newStep)
/* harmony export */ });
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6490);

const newStep = (name, now) => ({
    name,
    started: now,
    done: 0,
    of: undefined,
    unit: 'steps',
});
/** `12.3 MB of 40.0 MB, 8.1 MB/s, 3.4 s left`, `3 of 7`, or nothing when no progress was told. */
function progressOf(step, now) {
    const { done, of, unit, started } = step;
    const amount = amountOf(step, now);
    const ms = now - started;
    if (unit === 'steps' || of === undefined || of <= done || done === 0 || ms < firstMs) {
        return amount;
    }
    return `${amount}, ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(((of - done) / done) * ms)} left`;
}
/** Before, a rate says nothing. */
const firstMs = 500;
function amountOf({ done, of, unit, started }, now) {
    if (done === 0 && of === undefined)
        return '';
    if (unit === 'steps')
        return of === undefined ? `${done}` : `${done} of ${of}`;
    const amount = of === undefined || of === done
        ? (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(done)
        : `${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(done)} of ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(of)}`;
    const ms = now - started;
    return ms < firstMs ? amount : `${amount}, ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(Math.round((done / ms) * 1000))}/s`;
}
/** The line that stays when a step has ended. */
function endOf(step, outcome, now) {
    const progress = outcome === 'done' ? amountOf(step, now) : '';
    const facts = [progress, (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(now - step.started)].filter((fact) => fact !== '');
    return `${step.name}${outcome === 'failed' ? ' failed' : ''} (${facts.join(', ')})`;
}


/***/ }),

/***/ 1868:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ workflowCommand)
/* harmony export */ });
/* harmony import */ var _escaped_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8456);

const data = (text) => (0,_escaped_js__WEBPACK_IMPORTED_MODULE_0__/* .trusted */ .IZ)(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
const property = (text) => (0,_escaped_js__WEBPACK_IMPORTED_MODULE_0__/* .trusted */ .IZ)(data(text).replaceAll(':', '%3A').replaceAll(',', '%2C'));
/**
 * One line that makes the runner do something, with the escaping of `@actions/core`: message and
 * properties arrive there as they are here. Empty properties are left out.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
function workflowCommand(name, properties, message) {
    const pairs = Object.entries(properties)
        .filter(([, value]) => Boolean(value))
        .map(([key, value]) => (0,_escaped_js__WEBPACK_IMPORTED_MODULE_0__/* .inCommand */ .PM) `${property(key)}=${property(String(value))}`);
    const list = pairs.length === 0 ? (0,_escaped_js__WEBPACK_IMPORTED_MODULE_0__/* .inCommand */ .PM) `` : (0,_escaped_js__WEBPACK_IMPORTED_MODULE_0__/* .inCommand */ .PM) ` ${(0,_escaped_js__WEBPACK_IMPORTED_MODULE_0__/* .join */ .fj)(pairs, (0,_escaped_js__WEBPACK_IMPORTED_MODULE_0__/* .inCommand */ .PM) `,`)}`;
    return (0,_escaped_js__WEBPACK_IMPORTED_MODULE_0__/* .inCommand */ .PM) `::${data(name)}${list}::${data(message)}`;
}


/***/ }),

/***/ 8456:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ inMarkdown),
/* harmony export */   IZ: () => (/* binding */ trusted),
/* harmony export */   PM: () => (/* binding */ inCommand),
/* harmony export */   dj: () => (/* binding */ inHtml),
/* harmony export */   e5: () => (/* binding */ inTerminal),
/* harmony export */   fj: () => (/* binding */ join)
/* harmony export */ });
/** The one door into the type: for escapers, which know that the text is safe there. */
const trusted = (text) => text;
const template = () => (ours, ...holes) => trusted(String.raw({ raw: ours }, ...holes));
/** Templates whose letters are ours and whose holes take text escaped for the same place. */
const inMarkdown = template();
const inTerminal = template();
const inCommand = template();
const inHtml = template();
/** As `Array.join`, without leaving the type. */
const join = (parts, separator) => trusted(parts.join(separator));


/***/ }),

/***/ 4336:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ inline),
/* harmony export */   t: () => (/* binding */ defused)
/* harmony export */ });
/* harmony import */ var _escaped_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8456);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8439);


/**
 * Makes lines inert in the log of a workflow. The runner takes `::name::` for a command at the
 * start of a line, blanks before it or not, and `##[name]` anywhere in a line.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
const defused = (lines) => lines.replace(/^([^\S\n]*):(?=:)/gm, '$1\\u003a').replace(/#(?=#\[)/g, '\\u0023');
/**
 * Text as one line for a terminal or a log. Newlines show as `\n`, other characters that cannot be
 * seen as `\u001b`. What the runner would take for a command shows its first character spelled
 * out: `\u003a:error::`, `\u0023#[error]`. So nothing has to stop and resume commands around it, but
 * it has to be the whole line: two texts that are harmless can make a command together.
 */
const inline = (text) => (0,_escaped_js__WEBPACK_IMPORTED_MODULE_0__/* .trusted */ .IZ)(defused((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .bounded */ .M)(text).replaceAll('\n', '\\n').replaceAll('\t', ' ')));


/***/ }),

/***/ 4332:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ spans),
/* harmony export */   v: () => (/* binding */ shortened)
/* harmony export */ });
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(601);

const isOne = (text) => typeof text === 'string' || 'kind' in text;
/** The spans of a text, neighbouring strings as one: an escaper has to see what stands together. */
function spans(text) {
    const joined = [];
    for (const span of isOne(text) ? [text] : text) {
        const last = joined.at(-1);
        if (typeof span === 'string' && typeof last === 'string')
            joined[joined.length - 1] = last + span;
        else
            joined.push(span);
    }
    return joined;
}
const textOf = (span) => typeof span === 'string' ? span : (span.text ?? '');
/** At most so many characters of a text, with an ellipsis where some are missing. */
function shortened(text, most) {
    const kept = [];
    let left = most;
    for (const span of spans(text)) {
        const whole = (0,_width_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .J)(textOf(span));
        const fits = whole.length <= left;
        const part = fits ? undefined : `${whole.slice(0, Math.max(0, left - 1)).join('')}…`;
        kept.push(part === undefined ? span : typeof span === 'string' ? part : { ...span, text: part });
        if (!fits)
            break;
        left -= whole.length;
    }
    return kept;
}


/***/ }),

/***/ 4667:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ terminal)
});

// EXTERNAL MODULE: ./packages/report/escaped.ts
var escaped = __webpack_require__(8456);
// EXTERNAL MODULE: ./packages/report/inline.ts
var inline = __webpack_require__(4336);
// EXTERNAL MODULE: ./packages/report/spans.ts
var spans = __webpack_require__(4332);
// EXTERNAL MODULE: ./packages/report/width.ts
var width = __webpack_require__(601);
;// CONCATENATED MODULE: ./packages/report/glyphs.ts





const marks = {
    passed: ['✔', 32],
    failed: ['✖', 31],
    'not evaluated': ['?', 33],
    waiting: ['…', 36],
    unchanged: ['=', 2],
};
const tones = { warning: 33, error: 31, quiet: 2 };
const glyphs = (text, style = 'plain') => (0,width/* cut */.J)(text).map((cluster) => ({ text: (0,escaped/* trusted */.IZ)(cluster), columns: (0,width/* columnsOf */.P)(cluster), style }));
function spanGlyphs(span) {
    if (typeof span === 'string')
        return glyphs((0,inline/* inline */.m)(span));
    switch (span.kind) {
        case 'code':
            return glyphs((0,inline/* inline */.m)(span.text));
        case 'strong':
            return glyphs((0,inline/* inline */.m)(span.text), 1);
        case 'toned':
            return glyphs((0,inline/* inline */.m)(span.text), tones[span.tone]);
        case 'mark': {
            const [symbol, style] = marks[span.mark];
            return glyphs((0,inline/* inline */.m)(`${symbol} ${span.text ?? span.mark}`), style);
        }
        case 'link': {
            const { text, url } = span;
            return glyphs((0,inline/* inline */.m)(text === url || text.trim() === '' ? url : `${text} (${url})`));
        }
    }
}
/** A text on one endless line. */
const textGlyphs = (text) => (0,spans/* spans */.i)(text).flatMap(spanGlyphs);
const bold = (line) => line.map((glyph) => (glyph.style === 'plain' ? { ...glyph, style: 1 } : glyph));
const widthOf = (line) => line.reduce((sum, { columns }) => sum + columns, 0);
/** Glyphs as text, each run of one style between its own sequence and the reset. */
function paint(line, colour) {
    const runs = [];
    for (const { text, style } of line) {
        const last = runs.at(-1);
        if (last?.style === style)
            last.texts.push(text);
        else
            runs.push({ style, texts: [text] });
    }
    const painted = runs.map(({ style, texts }) => {
        const text = (0,escaped/* join */.fj)(texts, (0,escaped/* inTerminal */.e5) ``);
        return style === 'plain' || !colour ? text : (0,escaped/* inTerminal */.e5) `\x1b[${style}m${text}\x1b[0m`;
    });
    return (0,escaped/* join */.fj)(painted, (0,escaped/* inTerminal */.e5) ``);
}
const ellipsis = glyphs((0,escaped/* inTerminal */.e5) `…`);
/** As much of it as has room; what is cut off is an ellipsis. */
function clipped(line, width) {
    if (widthOf(line) <= width)
        return line;
    let used = 1;
    const end = line.findIndex(({ columns }) => (used += columns) > width);
    const kept = line.slice(0, end);
    return [...(kept.at(-1)?.text === ' ' ? kept.slice(0, -1) : kept), ...ellipsis];
}
/** Breaks at blanks where there are any, behind a slash that is not far, else where the line is full. */
function wrap(line, width) {
    const lines = [];
    let start = 0;
    let blank = -1;
    let tight = -1;
    let slash = -1;
    let used = 0;
    for (let at = 0; at < line.length; at++) {
        const glyph = line[at];
        if (glyph === undefined)
            break;
        if (glyph.text === ' ') {
            if (isBeforeUnit(line, at))
                tight = at;
            else
                blank = at;
        }
        used += glyph.columns;
        if (used > width) {
            const full = slash > start && widthOf(line.slice(start, slash)) * 2 > width ? slash : at;
            // A number without room for its unit leaves it to the next line.
            const gap = blank > start ? blank : tight;
            const end = gap > start ? gap : full;
            lines.push(line.slice(start, end));
            start = gap > start ? gap + 1 : full;
            used = widthOf(line.slice(start, at + 1));
        }
        if (glyph.text === '/')
            slash = at + 1;
    }
    lines.push(line.slice(start));
    return lines;
}
/** Sizes and times as they are written in a page: number and unit stay together. */
function isBeforeUnit(line, blank) {
    const text = (from, to) => line
        .slice(Math.max(from, 0), to)
        .map((glyph) => glyph.text)
        .join('');
    const before = text(blank - longest, blank);
    return (/[ (][0-9.]+$/.test(blank < longest ? ` ${before}` : before) &&
        /^(?:[kMGT]?B|s|min|h|d)\b/.test(text(blank + 1, blank + 5)));
}
/** Of a number, with what stands before it. */
const longest = 9;

;// CONCATENATED MODULE: ./packages/report/terminal-table.ts



const gap = 2;
/** Below this a column is no column any more. */
const narrowest = 8;
/** No cell is higher; it ends with an ellipsis then. */
const highest = 8;
const terminal_table_ellipsis = glyphs((0,escaped/* inTerminal */.e5) `…`);
const blanks = (count) => (0,escaped/* trusted */.IZ)(' '.repeat(count));
/** What a column that may be clipped keeps for itself before others have their width. */
const clippedMin = 12;
/** Narrow columns keep their width, wide ones share what is left; those that may be clipped take the rest. */
function shared(natural, room, clip) {
    const widths = [...natural];
    let left = room;
    const columns = natural
        .map((width, column) => ({ width, column }))
        .sort((a, b) => a.width - b.width);
    const share = (some) => {
        for (const [index, { width, column }] of some.entries()) {
            widths[column] = Math.min(width, Math.floor(left / (some.length - index)));
            left -= widths[column];
        }
    };
    const last = columns.filter(({ column }) => clip.includes(column));
    const kept = last.reduce((sum, { width }) => sum + Math.min(width, clippedMin), 0);
    left -= kept;
    share(columns.filter(({ column }) => !clip.includes(column)));
    left += kept;
    share(last);
    return widths;
}
function cellLines(cell, { width, clip }) {
    if (clip)
        return [clipped(cell, width)];
    const lines = wrap(cell, width);
    if (lines.length <= highest)
        return lines;
    const last = wrap(lines[highest - 1] ?? [], width - 1)[0] ?? [];
    return [...lines.slice(0, highest - 1), [...last, ...terminal_table_ellipsis]];
}
function rowLines(cells, columns, colour) {
    const parts = columns.map((column, at) => cellLines(cells[at] ?? [], column));
    const height = parts.reduce((most, lines) => Math.max(most, lines.length), 0);
    return Array.from({ length: height }, (_, index) => {
        const drawn = columns.map(({ width, right }, column) => {
            const line = parts[column]?.[index] ?? [];
            const fill = blanks(Math.max(0, width - widthOf(line)));
            const text = paint(line, colour);
            return right ? (0,escaped/* inTerminal */.e5) `${fill}${text}` : (0,escaped/* inTerminal */.e5) `${text}${fill}`;
        });
        return (0,escaped/* trusted */.IZ)((0,escaped/* join */.fj)(drawn, blanks(gap)).trimEnd());
    });
}
/** Too narrow for columns: a row is a group of lines, each with its heading. */
function stacked({ head, rows, clip = [] }, { width, colour }) {
    return rows.flatMap((row, index) => {
        const lines = row.flatMap((cell, column) => {
            const title = head[column] ?? '';
            const named = title === '' ? [] : [...bold(textGlyphs(title)), ...glyphs((0,escaped/* inTerminal */.e5) `: `)];
            const one = { width, clip: clip.includes(column) };
            return cellLines([...named, ...textGlyphs(cell)], one).map((line) => paint(line, colour));
        });
        return index === 0 ? lines : [(0,escaped/* inTerminal */.e5) ``, ...lines];
    });
}
/** A table as lines of at most `width` columns. */
function tableLines(table, how) {
    const { head, rows, right = [], clip = [] } = table;
    const natural = [];
    const measure = (cell, column) => {
        natural[column] = Math.max(natural[column] ?? 0, widthOf(textGlyphs(cell)));
    };
    for (const row of [head, ...rows])
        row.forEach(measure);
    const widths = shared(natural, how.width - gap * (natural.length - 1), clip);
    if (widths.some((width, column) => width < Math.min(narrowest, natural[column] ?? 0))) {
        return stacked(table, how);
    }
    const columns = widths.map((width, column) => ({
        width,
        right: right.includes(column),
        clip: clip.includes(column),
    }));
    const draw = (row) => rowLines(row.map(textGlyphs), columns, how.colour);
    const rule = (0,escaped/* join */.fj)(widths.map((width) => (0,escaped/* trusted */.IZ)('─'.repeat(width))), blanks(gap));
    const titles = rowLines(head.map((title) => bold(textGlyphs(title))), columns, how.colour);
    const above = head.every((title) => title === '') ? [] : [...titles, rule];
    return [...above, ...rows.flatMap(draw)];
}

;// CONCATENATED MODULE: ./packages/report/terminal.ts





/** Nothing can be laid out in less. */
const terminal_narrowest = 20;
const empty = (0,escaped/* inTerminal */.e5) ``;
const styles = { error: 31, warning: 33, notice: 36 };
const flowed = (text, { width, colour }) => wrap(text, width).map((line) => paint(line, colour));
function indented(how, lines) {
    // Sections in sections stop moving right where there is no room for it.
    const by = how.width - 2 >= terminal_narrowest ? 2 : 0;
    return lines({ ...how, width: how.width - by }).map((line) => line === '' ? line : (0,escaped/* inTerminal */.e5) `${blanks(by)}${line}`);
}
const item = (text, how) => flowed(text, { ...how, width: how.width - 2 }).map((line, index) => index === 0 ? (0,escaped/* inTerminal */.e5) `- ${line}` : (0,escaped/* inTerminal */.e5) `  ${line}`);
function titled(block, how) {
    const title = bold(textGlyphs(block.kind === 'section' ? block.title : block.summary));
    const inner = indented(how, (narrower) => parted(block.blocks, narrower));
    return [...flowed(title, how), ...(inner.length === 0 ? [] : [empty, ...inner])];
}
function blockLines(block, how) {
    switch (block.kind) {
        case 'paragraph':
            return flowed(textGlyphs(block.text), how);
        case 'table':
            return tableLines(block, how);
        case 'list':
            return block.items.flatMap((text) => item(textGlyphs(text), how));
        case 'code': {
            const lines = block.text.split(/\r?\n/).map((line) => glyphs((0,inline/* inline */.m)(line)));
            return indented(how, (narrower) => lines.flatMap((line) => flowed(line, narrower)));
        }
        case 'section':
        case 'details':
            return titled(block, how);
    }
}
/** Blocks with an empty line between them. */
const parted = (blocks, how) => blocks
    .map((block) => blockLines(block, how))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : [empty, ...lines]));
function remark({ level, message, title, file, line }, how) {
    const at = file === undefined ? '' : line === undefined ? `${file}: ` : `${file}:${line}: `;
    const text = title === undefined ? message : `${title}: ${message}`;
    const sentence = [...glyphs((0,inline/* inline */.m)(level), styles[level]), ...glyphs((0,inline/* inline */.m)(` ${at}${text}`))];
    return item(sentence, how);
}
/**
 * A page as lines of text, with a newline at the end: `width` columns at most, 20 at least, wide
 * and combining characters counted as a terminal draws them. The only control characters in it are
 * newlines and, with `colour`, sequences that change the colour. It is fit for a workflow's log
 * too: a line that the runner would read as a command is spelled as by `inline`, which can make
 * that line a few columns longer.
 */
function terminal(page, { width, colour }) {
    const how = { colour, width: Math.max(terminal_narrowest, Math.floor(width) || 80) };
    const title = bold(textGlyphs(page.title));
    const rule = (0,escaped/* trusted */.IZ)('─'.repeat(Math.min(how.width, widthOf(title))));
    const head = title.length === 0 ? [] : [...flowed(title, how), rule];
    const remarks = (page.annotations ?? [])
        .filter(({ isOnPage }) => isOnPage !== true)
        .flatMap((annotation) => remark(annotation, how));
    const parts = [head, parted(page.blocks, how), remarks];
    const lines = parts.filter((part) => part.length > 0).flatMap((part) => [...part, empty]);
    return (0,escaped/* trusted */.IZ)((0,inline/* defused */.t)((0,escaped/* join */.fj)(lines, (0,escaped/* inTerminal */.e5) `\n`)));
}


/***/ }),

/***/ 8439:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ bounded),
/* harmony export */   R: () => (/* binding */ visible)
/* harmony export */ });
// Controls, bidi and other format characters, lone surrogates, line separators, blank fillers.
// A variation selector is kept where it makes an emoji; marks are kept while a script could need
// them: four on one letter, none without a letter.
const unseen = /(?![\n\t]|(?<=\p{Extended_Pictographic})\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?<=\p{M}{4}|^|\n)\p{M}/gu;
function spelled(character) {
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16).padStart(4, '0');
    return code > 0xffff ? `\\u{${hex}}` : `\\u${hex}`;
}
/** No sentence is longer; a text that is would push all that follows out of a bounded page. */
const longest = 10_000;
/**
 * The text with every character that a reader cannot see spelled out, as in `\u202e`. Newlines
 * and tabs stay, CR LF becomes a newline. Meant for eyes: a text that holds the six letters
 * `\u202e` looks the same.
 */
const visible = (text) => text.replaceAll('\r\n', '\n').replace(unseen, spelled);
/** The text as `visible` shows it, and no more than its first 10,000 characters. */
function bounded(text) {
    if (text.length <= longest)
        return visible(text);
    // Half of a surrogate pair would be spelled out.
    const kept = text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
    return `${visible(kept)}… (${text.length - kept.length} more characters)`;
}


/***/ }),

/***/ 601:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ cut),
/* harmony export */   P: () => (/* binding */ columnsOf)
/* harmony export */ });
// What a terminal draws as one: flags, emoji with a skin, a letter with its marks, a Korean syllable.
const clusters = /\p{Regional_Indicator}{2}|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|.[\p{M}\u1160-\u11ff]*/gsu;
// East Asian Wide and Fullwidth by block: https://www.unicode.org/reports/tr11/
const wide = /^[\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}|\ufe0f/u;
/** Text cut where a terminal can cut it. */
const cut = (text) => text.match(clusters) ?? [];
/** How many columns one such piece takes. */
const columnsOf = (cluster) => (wide.test(cluster) ? 2 : 1);


/***/ })

};
