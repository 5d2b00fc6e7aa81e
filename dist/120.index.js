export const id = 120;
export const ids = [120];
export const modules = {

/***/ 6826:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback)
/* harmony export */ });
/** Is this the `hostname` of a URL that never leaves the machine? */
const isLoopback = (hostname) => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);


/***/ }),

/***/ 6346:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ wrap),
/* harmony export */   O: () => (/* binding */ innermost)
/* harmony export */ });
const behind = new WeakMap();
/** Remembers which repository a wrapper reads first, so that blobs can be taken from there without being read. */
function wrap(wrapper, inner) {
    behind.set(wrapper, inner);
    return wrapper;
}
/** The repository itself, without what was put around it. */
function innermost(repository) {
    const inner = behind.get(repository);
    return inner === undefined ? repository : innermost(inner);
}


/***/ }),

/***/ 3239:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   Bq: () => (/* binding */ formatPlatform),
/* harmony export */   JL: () => (/* binding */ mediaType),
/* harmony export */   Q3: () => (/* binding */ isManifestType)
/* harmony export */ });
const mediaType = {
    manifest: 'application/vnd.oci.image.manifest.v1+json',
    index: 'application/vnd.oci.image.index.v1+json',
    config: 'application/vnd.oci.image.config.v1+json',
    empty: 'application/vnd.oci.empty.v1+json',
    layerTar: 'application/vnd.oci.image.layer.v1.tar',
    layerGzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
    layerZstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
    dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
    dockerIndex: 'application/vnd.docker.distribution.manifest.list.v2+json',
    dockerConfig: 'application/vnd.docker.container.image.v1+json',
    dockerLayer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
};
const isIndexType = (type) => type === mediaType.index || type === mediaType.dockerIndex;
const isManifestType = (type) => type === mediaType.manifest || type === mediaType.dockerManifest;
const formatPlatform = ({ os, architecture, variant }) => [os, architecture, ...(variant === undefined ? [] : [variant])].join('/');


/***/ }),

/***/ 9205:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ Denied),
/* harmony export */   LL: () => (/* binding */ Unreachable),
/* harmony export */   Nq: () => (/* binding */ TagImmutable),
/* harmony export */   Q6: () => (/* binding */ Corrupt),
/* harmony export */   W2: () => (/* binding */ NotThere),
/* harmony export */   a9: () => (/* binding */ TagMoved)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);

class NotThere extends _io__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV {
    constructor(what, where, options = {}) {
        super(3, 'not-there', `${what} is not in ${where}`, options);
    }
}
/** Somebody else's write came between. */
class TagMoved extends _io__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV {
    expected;
    found;
    constructor(tag, expected, found) {
        const before = expected === 'absent' ? 'not to exist' : `on ${expected}`;
        super(3, 'tag-moved', `${tag} was expected ${before} and is ${found === undefined ? 'gone' : `on ${found}`}`);
        this.expected = expected;
        this.found = found;
    }
}
class TagImmutable extends _io__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV {
    constructor(tag, options = {}) {
        super(3, 'tag-immutable', `the registry does not let ${tag} be moved: it is immutable`, options);
    }
}
class Denied extends _io__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV {
    constructor(what, remedy, options = {}) {
        super(3, 'denied', `${what} was denied: ${remedy}`, options);
    }
}
/** What came is not what its digest, size or type promised. */
class Corrupt extends _io__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV {
    constructor(what, why, options = {}) {
        super(3, 'corrupt', `${what} is corrupt: ${why}`, options);
    }
}
class Unreachable extends _io__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV {
    constructor(what, why, options = {}) {
        super(3, 'unreachable', `${what} could not be reached: ${why}`, options);
    }
}


/***/ }),

/***/ 6148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ parseJson),
/* harmony export */   r: () => (/* binding */ maxManifestBytes)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9205);

/** A manifest of this size is as large as registries must take. https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-manifests */
const maxManifestBytes = 4 * 1024 * 1024;
const quote = 0x22;
const backslash = 0x5c;
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);
/**
 * Reads JSON that somebody else wrote. `what` names it in the sentence of the error.
 * @throws Corrupt when it is too large, too deep, no UTF-8 or no JSON
 */
function parseJson(bytes, what, { maxBytes = maxManifestBytes, maxDepth = 64 } = {}) {
    if (bytes.length > maxBytes) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Corrupt */ .Q6(what, `it has ${bytes.length} bytes, and ${maxBytes} are the most`);
    }
    // Before JSON.parse, which recurses: depth costs an attacker one byte a level.
    if (deeperThan(maxDepth, bytes)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Corrupt */ .Q6(what, `its JSON is nested more than ${maxDepth} levels deep`);
    }
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Corrupt */ .Q6(what, 'it is not JSON in UTF-8');
    }
}
function deeperThan(maxDepth, bytes) {
    let depth = 0;
    let inText = false;
    for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at] ?? 0;
        if (inText) {
            if (byte === backslash)
                at++;
            else if (byte === quote)
                inText = false;
        }
        else if (byte === quote)
            inText = true;
        else if (opening.has(byte)) {
            depth++;
            if (depth > maxDepth)
                return true;
        }
        else if (closing.has(byte))
            depth--;
    }
    return false;
}


/***/ }),

/***/ 4795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ openLayout)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./packages/oci/behind.ts
var behind = __webpack_require__(6346);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var oci_digest = __webpack_require__(3670);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/oci/json.ts
var oci_json = __webpack_require__(6148);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./packages/io/errors.ts
var io_errors = __webpack_require__(2420);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./packages/oci/owner.ts



const unknown = '-';
/**
 * A name for a temporary file: random, and it tells which process made it. The parts are a token, the id of
 * the machine's boot, the pid namespace, the pid, and when the process started; what the system does not tell
 * (there is no /proc) is `-`.
 */
async function ownName() {
    const [boot, namespace] = await place();
    const started = (await startOf(process.pid))?.started ?? unknown;
    return [(0,external_node_crypto_.randomBytes)(8).toString('hex'), boot, namespace, process.pid, started].join('.');
}
/** Whether the process that made this name is gone for certain; false when that cannot be told from here. */
async function isDead(name) {
    const [, boot, namespace, pidText, started] = name.split('.');
    const here = await place();
    if (boot !== here[0] || namespace !== here[1] || here.includes(unknown))
        return false;
    const pid = Number(pidText);
    if (!Number.isSafeInteger(pid) || pid <= 0)
        return false;
    if (!exists(pid))
        return true;
    const now = await startOf(pid);
    // A zombie runs no more, and another start is another process with the same number.
    return now !== undefined && (now.state === 'Z' || now.started !== started);
}
async function place() {
    const boot = await (0,promises_.readFile)('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => unknown);
    const namespace = await (0,promises_.readlink)('/proc/self/ns/pid').catch(() => unknown);
    return [boot.trim(), namespace.replace(/^pid:\[(\d+)\]$/, '$1')];
}
function exists(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return (0,io_errors/* codeOf */.$N)(error) !== 'ESRCH';
    }
}
/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the name of the program may hold spaces and brackets. */
async function startOf(pid) {
    const stat = await (0,promises_.readFile)(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, started] = [fields[0], fields[19]];
    return state === undefined || started === undefined ? undefined : { state, started };
}

;// CONCATENATED MODULE: ./packages/oci/files.ts






const dayMs = 24 * 60 * 60 * 1000;
// A link is not followed out of the layout, and a pipe does not keep us waiting.
const reading = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
/** For `catch`: undefined for these system errors, the others go on. */
const ignoring = (...codes) => (error) => {
    if (!codes.includes((0,io_errors/* codeOf */.$N)(error) ?? ''))
        throw error;
};
/** A file for reading; undefined when there is none, or something else than a regular file. */
async function openFile(file) {
    const handle = await (0,promises_.open)(file, reading).catch(ignoring('ENOENT', 'ENOTDIR'));
    if (handle === undefined || (await handle.stat()).isFile())
        return handle;
    await handle.close();
    return undefined;
}
/** All bytes of a file, which is closed; undefined when there are more than `maxBytes`. */
async function contentOf(file, maxBytes) {
    try {
        return (await file.stat()).size > maxBytes ? undefined : await file.readFile();
    }
    finally {
        await file.close();
    }
}
/**
 * False when nothing is there.
 * @throws Corrupt when it is a link or a file
 */
async function isFolder(folder) {
    const found = await (0,promises_.lstat)(folder).catch(ignoring('ENOENT', 'ENOTDIR'));
    if (found === undefined || found.isDirectory())
        return found !== undefined;
    throw new errors/* Corrupt */.Q6(JSON.stringify(folder), 'it is no folder, and links are not followed');
}
/**
 * Removes temporary files (`owner.ts`) of processes that were killed; of those that cannot be asked from here,
 * after a day.
 */
async function sweep(scratch) {
    for (const name of await (0,promises_.readdir)(scratch)) {
        const file = external_node_path_default().join(scratch, name);
        if (name !== 'lock' && ((await isDead(name)) || (await isOld(file)))) {
            await (0,promises_.rm)(file, { recursive: true, force: true });
        }
    }
}
async function isOld(file) {
    const found = await (0,promises_.lstat)(file).catch(ignoring('ENOENT'));
    return found !== undefined && Date.now() - found.mtimeMs > dayMs;
}

;// CONCATENATED MODULE: ./packages/oci/layout-errors.ts


const full = {
    ENOSPC: 'there is no room left on its disk',
    EDQUOT: 'the quota of its disk is used up',
    EFBIG: 'its disk takes no file of that size',
};
/** Does file system work; its errors become sentences about the layout, others go on as they are. */
async function inLayout(where, work) {
    try {
        return await work();
    }
    catch (error) {
        throw asLayoutError(error, where);
    }
}
function asLayoutError(error, where) {
    const code = (0,io_errors/* codeOf */.$N)(error);
    if (error instanceof io_errors/* Failed */.cV || code === undefined || !/^E[A-Z0-9]+$/.test(code))
        return error;
    const lack = full[code];
    if (lack !== undefined) {
        return new io_errors/* Failed */.cV(3, 'disk-full', `${where} cannot be written: ${lack}`, { cause: error });
    }
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
        return new errors/* Denied */.Cb(`access to ${where}`, 'let this user read and write the folder', {
            cause: error,
        });
    }
    if (code === 'ELOOP') {
        return new errors/* Corrupt */.Q6(where, 'a file in it is a symbolic link, and links are not followed', {
            cause: error,
        });
    }
    const inTheWay = code === 'ENOTDIR' || code === 'EEXIST';
    const why = inTheWay ? 'a file stands where a folder must be' : `the file system says ${code}`;
    return new errors/* Unreachable */.LL(where, why, { cause: error });
}

// EXTERNAL MODULE: ./packages/oci/verified.ts
var verified = __webpack_require__(74);
;// CONCATENATED MODULE: ./packages/oci/layout-blobs.ts
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










const chunkBytes = 1024 * 1024;
/**
 * The content of an OCI layout. A blob is flushed to the disk before it gets its name, because from then on
 * nobody looks at its bytes before they are used. Folders are not flushed: a name that is lost with the power
 * is a blob that the next run stores again.
 */
class LayoutBlobs {
    #top;
    /** Digests whose bytes this process hashed on their way in. */
    #hashed = new Set();
    constructor(top) {
        this.#top = top;
    }
    /** Size in bytes of a blob; undefined when there is none. */
    async size(digest) {
        return this.#guarded(async () => {
            if (!(await this.#hasFolder(digest)))
                return undefined;
            const found = await (0,promises_.lstat)(this.#path(digest)).catch(ignoring('ENOENT'));
            return found?.isFile() === true ? found.size : undefined;
        });
    }
    /**
     * The bytes of a blob, hashed; undefined when there is none, or when it has more than `maxBytes`.
     * @throws Corrupt
     */
    async read(digest, maxBytes) {
        const bytes = await this.#guarded(async () => {
            const file = await this.#open(digest);
            return file && contentOf(file, maxBytes);
        });
        if (bytes === undefined || (0,oci_digest/* digestOf */.ol)(bytes, (0,oci_digest/* algorithmOf */.Hy)(digest)) === digest)
            return bytes;
        throw new errors/* Corrupt */.Q6(this.#nameOf(digest), 'its content does not have that digest');
    }
    /**
     * A stream from byte `from` on; undefined when there is no such blob. All bytes are read and hashed, also
     * those before `from`: a part alone could not be verified.
     */
    async stream(descriptor, { from = 0, signal }) {
        signal?.throwIfAborted();
        const file = await this.#guarded(() => this.#open(descriptor.digest));
        if (file === undefined)
            return undefined;
        const what = this.#nameOf(descriptor.digest);
        const { size } = await file.stat();
        if (size !== descriptor.size || from > size) {
            await file.close();
            const why = from > size ? `byte ${from} was asked for` : `${descriptor.size} were promised`;
            throw new errors/* Corrupt */.Q6(what, `it has ${size} bytes, and ${why}`);
        }
        const source = file.createReadStream({ start: 0, highWaterMark: chunkBytes });
        const stream = external_node_stream_.Readable.from((0,verified/* verified */.z)(source, descriptor, { what, from }), {
            objectMode: false,
            highWaterMark: chunkBytes,
        });
        // A generator that nobody started does not come to its end.
        stream.once('close', () => source.destroy());
        return signal === undefined ? stream : (0,external_node_stream_.addAbortSignal)(signal, stream);
    }
    /** Stores a blob. @throws Corrupt when it is not what the descriptor promises */
    async write(descriptor, source, signal) {
        const what = `what was to become ${this.#nameOf(descriptor.digest)}`;
        // A source may break before it is read: then the reading tells.
        source.on('error', () => undefined);
        try {
            if (signal !== undefined)
                (0,external_node_stream_.addAbortSignal)(signal, source);
            await this.#publish(descriptor.digest, async (temporary) => {
                const env_1 = { stack: [], error: void 0, hasError: false };
                try {
                    const file = __addDisposableResource(env_1, await this.#guarded(() => (0,promises_.open)(temporary, 'wx', 0o644)), true);
                    for await (const chunk of (0,verified/* verified */.z)(source, descriptor, { what })) {
                        await this.#guarded(() => file.writeFile(chunk));
                    }
                    await this.#guarded(() => file.datasync());
                }
                catch (e_1) {
                    env_1.error = e_1;
                    env_1.hasError = true;
                }
                finally {
                    const result_1 = __disposeResources(env_1);
                    if (result_1)
                        await result_1;
                }
            });
        }
        catch (error) {
            // What the abort broke is of less interest than why it came.
            signal?.throwIfAborted();
            throw error;
        }
        finally {
            source.destroy();
        }
    }
    /** Stores small content by its digest, if it is not there whole. */
    async put(bytes, mediaType) {
        const descriptor = { mediaType, digest: (0,oci_digest/* digestOf */.ol)(bytes), size: bytes.length };
        const found = await this.read(descriptor.digest, bytes.length).catch(() => undefined);
        if (found === undefined) {
            await this.write(descriptor, external_node_stream_.Readable.from([bytes], { objectMode: false }));
        }
        return descriptor;
    }
    /**
     * Takes a blob over from another layout as a hard link; false when that cannot be done, for whatever
     * reason. Its bytes are hashed, unless this process did so on their way into the other layout.
     */
    async adopt(from, descriptor) {
        const { digest, size } = descriptor;
        try {
            if (from === this || (await from.size(digest)) !== size)
                return false;
            await this.#publish(digest, async (temporary) => {
                await (0,promises_.link)(from.#path(digest), temporary);
                if (!from.#hashed.has(digest))
                    await check(temporary, descriptor, from.#nameOf(digest));
            });
            return true;
        }
        catch {
            return false;
        }
    }
    /** False when it is not there. */
    async remove(digest) {
        if ((await this.size(digest)) === undefined)
            return false;
        await this.#guarded(() => (0,promises_.rm)(this.#path(digest), { force: true }));
        this.#hashed.delete(digest);
        return true;
    }
    /** `fill` makes a temporary file, which then gets the blob's name. */
    async #publish(digest, fill) {
        await this.#top.prepare();
        const temporary = external_node_path_default().join(this.#top.scratch, await ownName());
        try {
            await fill(temporary);
            await this.#guarded(async () => {
                await (0,promises_.mkdir)(external_node_path_default().dirname(this.#path(digest)), { recursive: true });
                await this.#hasFolder(digest);
                await (0,promises_.rename)(temporary, this.#path(digest));
            });
            this.#hashed.add(digest);
        }
        finally {
            // Also after the rename: between two links of one file it does nothing.
            await (0,promises_.rm)(temporary, { force: true });
        }
    }
    async #open(digest) {
        return (await this.#hasFolder(digest)) ? openFile(this.#path(digest)) : undefined;
    }
    async #hasFolder(digest) {
        const folder = external_node_path_default().dirname(this.#path(digest));
        return (await isFolder(external_node_path_default().dirname(folder))) && (await isFolder(folder));
    }
    // The grammar of a digest leaves no way out of the folder.
    #path(digest) {
        return external_node_path_default().join(this.#top.root, 'blobs', (0,oci_digest/* algorithmOf */.Hy)(digest), (0,oci_digest/* hexOf */.ZD)(digest));
    }
    #nameOf(digest) {
        return `${digest} in ${this.#top.where}`;
    }
    #guarded(work) {
        return inLayout(this.#top.where, work);
    }
}
async function check(name, descriptor, what) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const file = await openFile(name);
        if (file === undefined)
            throw new errors/* Corrupt */.Q6(what, 'it is no file');
        const open = __addDisposableResource(env_2, file, true);
        const source = open.createReadStream({ autoClose: false, highWaterMark: chunkBytes });
        await (0,external_node_stream_promises_.finished)(external_node_stream_.Readable.from((0,verified/* verified */.z)(source, descriptor, { what })).resume());
        await open.datasync();
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./packages/io/names.ts
var names = __webpack_require__(7663);
// EXTERNAL MODULE: ./packages/oci/descriptor.ts
var descriptor = __webpack_require__(3239);
// EXTERNAL MODULE: ./packages/oci/manifest.ts
var oci_manifest = __webpack_require__(8723);
;// CONCATENATED MODULE: ./packages/oci/layout-index.ts






/** The name by which containerd and BuildKit find an image; it is theirs. */
const containerdName = 'io.containerd.image.name';
const emptyIndex = {
    rest: { schemaVersion: 2, mediaType: descriptor/* mediaType */.JL.index },
    entries: [],
};
const anObject = dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J());
const namedSchema = dist/* object */.Ikc({
    annotations: dist/* object */.Ikc({ [names/* annotation */.w7.refName]: dist/* string */.YjP() }),
});
const indexSchema = dist/* looseObject */._H3({
    schemaVersion: dist/* literal */.euz(2),
    manifests: dist/* nullish */.cl6(dist/* array */.YOg(anObject)),
});
/** @throws Corrupt */
function parseIndex(bytes, what, limits) {
    const result = dist/* safeParse */.xLC(indexSchema, (0,oci_json/* parseJson */.q)(bytes, what, limits));
    if (!result.success) {
        throw new errors/* Corrupt */.Q6(what, 'it is no index with schemaVersion 2 and a list "manifests"');
    }
    const { manifests, ...rest } = result.output;
    return { rest, entries: (manifests ?? []).map(entryOf) };
}
const formatIndex = ({ rest, entries }) => Buffer.from(JSON.stringify({ ...rest, manifests: entries.map(({ raw }) => raw) }));
function entryOf(raw) {
    const descriptor = dist/* safeParse */.xLC(oci_manifest/* descriptorSchema */.TM, raw);
    const named = dist/* safeParse */.xLC(namedSchema, raw);
    return {
        raw,
        descriptor: descriptor.success ? descriptor.output : undefined,
        name: named.success ? named.output.annotations[names/* annotation */.w7.refName] : undefined,
    };
}
/**
 * What a name stands for.
 * @throws Corrupt when that cannot be read, or when two entries differ in it
 */
function standing(index, name, what) {
    const found = index.entries.filter((entry) => entry.name === name);
    const digests = new Set(found.map(({ descriptor }) => descriptor?.digest));
    if (digests.size > 1) {
        throw new errors/* Corrupt */.Q6(what, `${JSON.stringify(name)} stands in it for more than one digest`);
    }
    if (digests.has(undefined)) {
        throw new errors/* Corrupt */.Q6(what, `its entry ${JSON.stringify(name)} is no descriptor with a known digest`);
    }
    return found[0]?.descriptor;
}
const describedAs = (index, digest) => index.entries.find(({ descriptor }) => descriptor?.digest === digest)?.descriptor;
/** All descriptors without a name. */
const unnamed = (index) => index.entries.flatMap(({ name, descriptor }) => name === undefined && descriptor !== undefined ? [descriptor] : []);
const namesOf = (index) => index.entries.flatMap(({ name }) => (name === undefined ? [] : [name]));
function withEntry(index, descriptor) {
    return { ...index, entries: [...index.entries, entryOf({ ...descriptor })] };
}
/** Takes the name from where it stands and gives it to this descriptor. */
function withName(index, name, { mediaType, digest, size }) {
    const annotations = { [names/* annotation */.w7.refName]: name };
    return withEntry(withoutName(index, name), { mediaType, digest, size, annotations });
}
/** The entry goes with its name, unless containerd knows it by another one. */
function withoutName(index, name) {
    const entries = index.entries.flatMap((entry) => {
        if (entry.name !== name)
            return [entry];
        const kept = Object.entries(entry.descriptor?.annotations ?? {}).filter(([key]) => key !== names/* annotation */.w7.refName);
        const annotations = Object.fromEntries(kept);
        return containerdName in annotations ? [entryOf({ ...entry.raw, annotations })] : [];
    });
    return { ...index, entries };
}
function withoutDigest(index, digest) {
    const entries = index.entries.filter(({ descriptor }) => descriptor?.digest !== digest);
    return entries.length === index.entries.length ? index : { ...index, entries };
}

// EXTERNAL MODULE: ./packages/oci/referrers-tag.ts
var referrers_tag = __webpack_require__(9209);
;// CONCATENATED MODULE: ./packages/oci/layout-referrers.ts






/**
 * Referrers in an OCI layout: no standard says where they stand. They are kept as an index under the tag of
 * the distribution specification's fallback, which oras and regctl list; those that other tools left as
 * entries of `index.json` without a name are read too. An index that was replaced stays as a blob.
 */
async function* referrersIn(index, subject, { blobs, where }) {
    const kept = (await keptFor(index, subject, { blobs, where })) ?? emptyIndex;
    const listed = kept.entries.flatMap(({ descriptor }) => descriptor ?? []);
    const seen = new Set();
    for (const entry of [...listed, ...unnamed(index)]) {
        if (seen.has(entry.digest))
            continue;
        seen.add(entry.digest);
        const found = await opened(entry, blobs);
        if (found === 'gone')
            throw new errors/* NotThere */.W2(entry.digest, where);
        // What an index says of its entries is hearsay: the manifest itself tells subject, type and annotations.
        if (found?.manifest.subject?.digest === subject)
            yield (0,oci_manifest/* asReferrer */.wU)(found.descriptor, found.manifest);
    }
}
/** Adds a manifest to the referrers of its subject. The blob of the new list is written, `index.json` is not. */
async function withReferrer(index, subject, referrer, at) {
    const kept = (await keptFor(index, subject, at)) ?? emptyIndex;
    if (describedAs(kept, referrer.digest) !== undefined)
        return index;
    return keeping(index, subject, withEntry(kept, referrer), at.blobs);
}
/** Takes a manifest off the referrers of its subject. */
async function withoutReferrer(index, subject, referrer, at) {
    const kept = await keptFor(index, subject, at);
    if (kept === undefined || describedAs(kept, referrer) === undefined)
        return index;
    const fewer = withoutDigest(kept, referrer);
    if (fewer.entries.length > 0)
        return keeping(index, subject, fewer, at.blobs);
    return withoutName(index, (0,referrers_tag/* referrersTag */.L)(subject));
}
async function keptFor(index, subject, { blobs, where }) {
    const descriptor = standing(index, (0,referrers_tag/* referrersTag */.L)(subject), where);
    if (descriptor === undefined)
        return undefined;
    const bytes = await blobs.read(descriptor.digest, oci_json/* maxManifestBytes */.r);
    if (bytes === undefined)
        throw new errors/* NotThere */.W2(descriptor.digest, where);
    return parseIndex(bytes, `${descriptor.digest} in ${where}`);
}
async function keeping(index, subject, list, blobs) {
    return withName(index, (0,referrers_tag/* referrersTag */.L)(subject), await blobs.put(formatIndex(list), descriptor/* mediaType */.JL.index));
}
/** Undefined for what is no manifest. */
async function opened(entry, blobs) {
    const size = await blobs.size(entry.digest);
    if (size === undefined)
        return 'gone';
    const bytes = await blobs.read(entry.digest, oci_json/* maxManifestBytes */.r);
    const mediaType = bytes && (0,oci_manifest/* guessMediaType */.g4)(bytes);
    if (bytes === undefined || mediaType === undefined)
        return undefined;
    const descriptor = { mediaType, digest: entry.digest, size: bytes.length };
    return { descriptor, manifest: (0,oci_manifest/* parseManifest */.Ng)(bytes, mediaType) };
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./packages/oci/lock.ts





/**
 * Replaces the file `target` with what `edit` makes of it, one process at a time. `edit` reads the file itself,
 * returns the new content or undefined for no change, and may be called again. `scratch` is a folder on the
 * same file system.
 *
 * The lock is the folder `scratch/lock`, and it is held while there is an entry in it. A process prepares a
 * folder of its own with one empty file, both named after itself (`owner.ts`), and renames the folder to
 * `lock`: POSIX lets that happen only while `lock` is missing or empty. It then writes the new content into its
 * file, and renames `lock/<name>` to the target: the one step that publishes the content and gives the lock
 * back. Whoever finds a holder that is dead (same boot and pid namespace, its pid gone) or silent (the time of
 * its file, moved every second like a counter, stands still) removes `lock/<name>`. A holder that was only
 * asleep then has no file to rename, learns so, and starts again; of two robbers one removes the file; a late
 * one removes nothing, since no two names are equal. So a theft that was a mistake costs time, never an update:
 * who renamed his file held the lock from before he read the target until that very step.
 * @throws Failed `locked` when others hold it for longer than `waitMs`
 */
async function replaceLocked(target, scratch, edit, how = {}) {
    while (!(await tryToReplace(target, scratch, edit, how)))
        ;
}
/** False when the lock was stolen on the way. */
async function tryToReplace(target, scratch, edit, how) {
    const name = await ownName();
    const candidate = external_node_path_default().join(scratch, name);
    const held = external_node_path_default().join(scratch, 'lock', name);
    await (0,promises_.mkdir)(candidate);
    const file = await (0,promises_.open)(external_node_path_default().join(candidate, name), 'wx', 0o644);
    const pulse = beat(file);
    try {
        await acquire(candidate, external_node_path_default().join(scratch, 'lock'), how);
        const content = await edit();
        if (content === undefined)
            return true;
        await file.writeFile(content);
        // The content is on the disk before its name is; the rename itself may be lost with the power, whole.
        await file.datasync();
        return await publish(held, target);
    }
    finally {
        clearInterval(pulse);
        await file.close();
        await (0,promises_.rm)(held, { force: true });
        await (0,promises_.rm)(candidate, { force: true, recursive: true });
    }
}
function beat(file) {
    return setInterval(() => {
        const now = new Date();
        file.utimes(now, now).catch(() => undefined);
    }, 1000).unref();
}
async function publish(held, target) {
    try {
        await (0,promises_.rename)(held, target);
        return true;
    }
    catch (error) {
        if ((0,io_errors/* codeOf */.$N)(error) === 'ENOENT')
            return false;
        throw error;
    }
}
async function acquire(candidate, lock, { signal, silenceMs = 10_000, waitMs = 120_000 }) {
    const start = performance.now();
    const seen = new Map();
    for (;;) {
        signal?.throwIfAborted();
        if (await take(candidate, lock))
            return;
        const holder = (await (0,promises_.readdir)(lock).catch(() => []))[0];
        if (holder === undefined)
            continue;
        if ((await isDead(holder)) || (await isSilent(external_node_path_default().join(lock, holder), seen, silenceMs))) {
            await (0,promises_.unlink)(external_node_path_default().join(lock, holder)).catch(() => undefined);
        }
        else if (performance.now() - start > waitMs) {
            const pid = holder.split('.')[3] ?? '';
            throw new io_errors/* Failed */.cV(3, 'locked', `${JSON.stringify(external_node_path_default().dirname(lock))} is locked by process ${JSON.stringify(pid)} for more than ${waitMs / 1000} seconds: end that process, or remove the folder "lock" in it when there is none`);
        }
        await (0,external_node_timers_promises_.setTimeout)(2 + Math.random() * 20, undefined, signal && { signal });
    }
}
async function take(candidate, lock) {
    try {
        await (0,promises_.rename)(candidate, lock);
        return true;
    }
    catch (error) {
        if ((0,io_errors/* codeOf */.$N)(error) === 'ENOTEMPTY' || (0,io_errors/* codeOf */.$N)(error) === 'EEXIST')
            return false;
        throw error;
    }
}
/** Its own clock decides: those of two machines differ. */
async function isSilent(file, seen, silenceMs) {
    const sign = (await (0,promises_.stat)(file).catch(() => undefined))?.mtimeMs ?? 0;
    const now = performance.now();
    const before = seen.get(file);
    if (before?.sign !== sign)
        seen.set(file, { sign, since: now });
    return before?.sign === sign && now - before.since > silenceMs;
}

;// CONCATENATED MODULE: ./packages/oci/layout-top.ts









/** Some hundred thousand names. */
const maxIndexBytes = 32 * 1024 * 1024;
/** The files at the top of an OCI layout. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md */
class LayoutTop {
    root;
    /** What is not finished stands here, not beside the blobs: a file there must match its name. */
    scratch;
    /** The folder as it stands in sentences. */
    where;
    #patience;
    #ready;
    #queue = Promise.resolve();
    constructor(root, patience) {
        this.root = root;
        this.scratch = external_node_path_default().join(root, '.ecluse');
        this.where = JSON.stringify(root);
        this.#patience = patience;
    }
    /** The bytes of `index.json`; undefined when there is no layout. */
    async index() {
        const bytes = await this.#read('index.json', maxIndexBytes);
        if (bytes !== undefined)
            await this.#hasVersion();
        return bytes;
    }
    /**
     * Replaces `index.json` by what `change` makes of it, under the lock; undefined leaves it as it is. `change`
     * may run more than once.
     */
    async rewrite(change) {
        await this.prepare();
        await this.#rewrite(change);
    }
    /** Makes the layout where there is none. A crash in between leaves an empty one that the next call completes. */
    async prepare() {
        this.#ready ??= this.#prepare().catch((error) => {
            this.#ready = undefined;
            throw error;
        });
        await this.#ready;
    }
    async #prepare() {
        this.#patience.signal?.throwIfAborted();
        await inLayout(this.where, async () => {
            await (0,promises_.mkdir)(external_node_path_default().join(this.root, 'blobs'), { recursive: true });
            await (0,promises_.mkdir)(this.scratch, { recursive: true });
            await isFolder(this.scratch);
            await sweep(this.scratch);
        });
        if (!(await this.#hasVersion()))
            await this.#writeVersion();
        if ((await this.index()) === undefined) {
            await this.#rewrite(async (before) => (before ? undefined : formatIndex(emptyIndex)));
        }
    }
    /** @throws Corrupt when the layout is of a version that is not known */
    async #hasVersion() {
        const bytes = await this.#read('oci-layout', 64 * 1024);
        if (bytes === undefined)
            return false;
        const what = `"oci-layout" in ${this.where}`;
        const json = (0,oci_json/* parseJson */.q)(bytes, what);
        const known = typeof json === 'object' &&
            json !== null &&
            'imageLayoutVersion' in json &&
            json.imageLayoutVersion === '1.0.0';
        if (!known)
            throw new errors/* Corrupt */.Q6(what, 'its imageLayoutVersion must be "1.0.0"');
        return true;
    }
    async #writeVersion() {
        await inLayout(this.where, async () => {
            const temporary = external_node_path_default().join(this.scratch, await ownName());
            const file = await (0,promises_.open)(temporary, 'wx', 0o644);
            await file.writeFile('{"imageLayoutVersion":"1.0.0"}');
            await file.close();
            await (0,promises_.rename)(temporary, external_node_path_default().join(this.root, 'oci-layout'));
        });
    }
    // Those of one process stand in a queue of their own: asking for the lock again and again takes longer.
    async #rewrite(change) {
        const edit = async () => change(await this.index());
        const target = external_node_path_default().join(this.root, 'index.json');
        const turn = this.#queue.then(() => inLayout(this.where, () => replaceLocked(target, this.scratch, edit, this.#patience)));
        this.#queue = turn.catch(() => undefined);
        await turn;
    }
    async #read(name, maxBytes) {
        return inLayout(this.where, async () => {
            const file = await openFile(external_node_path_default().join(this.root, name));
            if (file === undefined)
                return undefined;
            const bytes = await contentOf(file, maxBytes);
            if (bytes !== undefined)
                return bytes;
            throw new errors/* Corrupt */.Q6(`"${name}" in ${this.where}`, `it has more than ${maxBytes} bytes`);
        });
    }
}

// EXTERNAL MODULE: ./packages/oci/reference.ts
var reference = __webpack_require__(1421);
;// CONCATENATED MODULE: ./packages/oci/layout.ts












/**
 * A repository in an OCI layout, a folder. `index.json` holds its names; what has no name is a blob that is
 * found by its digest. Writers of any number of processes may work in it at once (`lock.ts`), and none of
 * their steps leaves it in a state that another tool cannot read.
 */
class Layout {
    name;
    key = 'oci-layout';
    blobs;
    #top;
    constructor(folder, name, patience) {
        this.name = name;
        this.#top = new LayoutTop(folder, patience);
        this.blobs = new LayoutBlobs(this.#top);
    }
    async resolve(at) {
        return (await this.manifest(at))?.descriptor;
    }
    async manifest(at) {
        let missing;
        for (;;) {
            const index = await this.#index();
            const digest = (0,oci_digest/* isDigest */.Bc)(at) ? at : standing(index, at, this.#top.where)?.digest;
            if (digest === undefined)
                return undefined;
            const found = await this.#manifest(index, digest);
            if (found !== undefined || (0,oci_digest/* isDigest */.Bc)(at))
                return found;
            // Only when it is missing twice: between the index and the blob another process may have removed both.
            if (digest === missing)
                throw new errors/* NotThere */.W2(digest, this.#top.where);
            missing = digest;
        }
    }
    async #manifest(index, digest) {
        const bytes = await this.blobs.read(digest, oci_json/* maxManifestBytes */.r);
        const mediaType = bytes && ((0,oci_manifest/* guessMediaType */.g4)(bytes) ?? describedAs(index, digest)?.mediaType);
        if (bytes === undefined || mediaType === undefined)
            return undefined;
        return { descriptor: { mediaType, digest, size: bytes.length }, bytes };
    }
    async blob(descriptor, how = {}) {
        const stream = await this.blobs.stream(descriptor, how);
        if (stream === undefined)
            throw new errors/* NotThere */.W2(descriptor.digest, this.#top.where);
        return stream;
    }
    async hasBlob(digest) {
        return (await this.blobSize(digest)) !== undefined;
    }
    async blobSize(digest) {
        return this.blobs.size(digest);
    }
    async putBlob(descriptor, open, { mount, signal } = {}) {
        signal?.throwIfAborted();
        // A blob that was torn by a loss of power has another size: it is written again.
        if ((await this.blobs.size(descriptor.digest)) === descriptor.size)
            return 'there';
        const near = mount && (0,behind/* innermost */.O)(mount);
        if (near instanceof Layout && (await this.blobs.adopt(near.blobs, descriptor)))
            return 'mounted';
        await this.blobs.write(descriptor, await open(0), signal);
        return 'stored';
    }
    async putManifest(bytes, mediaType) {
        const manifest = (0,oci_manifest/* parseManifest */.Ng)(bytes, mediaType);
        if (manifest.subject === undefined)
            return this.blobs.put(bytes, mediaType);
        await this.#edit((index) => this.#stored(index, bytes, manifest));
        return { mediaType, digest: (0,oci_digest/* digestOf */.ol)(bytes), size: bytes.length };
    }
    async tag(name, bytes, mediaType, expect) {
        const manifest = (0,oci_manifest/* parseManifest */.Ng)(bytes, mediaType);
        let before;
        await this.#edit(async (index) => {
            before = standing(index, name, this.#top.where)?.digest;
            if (expect !== 'anything' && before !== (expect === 'absent' ? undefined : expect)) {
                throw new errors/* TagMoved */.a9(name, expect, before);
            }
            const descriptor = { mediaType, digest: (0,oci_digest/* digestOf */.ol)(bytes), size: bytes.length };
            return withName(await this.#stored(index, bytes, manifest), name, descriptor);
        });
        return { before, guarantee: 'atomic' };
    }
    async *tags() {
        const names = new Set(namesOf(await this.#index()));
        yield* [...names]
            .filter((name) => (0,reference/* isTag */.dz)(name))
            .filter((name) => !(0,referrers_tag/* isReferrersTag */.z)(name))
            .sort();
    }
    async *referrers(subject, artifactType) {
        const at = { blobs: this.blobs, where: this.#top.where };
        for await (const referrer of referrersIn(await this.#index(), subject, at)) {
            if (artifactType === undefined || referrer.artifactType === artifactType)
                yield referrer;
        }
    }
    async remove(at) {
        if ((0,oci_digest/* isDigest */.Bc)(at))
            return this.#removeManifest(at);
        let was = namesOf(await this.#index()).includes(at);
        if (!was)
            return false;
        await this.#edit(async (index) => {
            was = namesOf(index).includes(at);
            return was ? withoutName(index, at) : index;
        });
        return was;
    }
    /** First all that names it, then the blob: what stands in `index.json` is there at any moment. */
    async #removeManifest(digest) {
        if ((await this.manifest(digest)) === undefined)
            return false;
        await this.#edit(async (index) => this.#without(index, digest));
        let removed = false;
        await this.#edit(async (index) => {
            // Under the lock, so that nobody gives it a new name while it goes.
            if (describedAs(index, digest) === undefined)
                removed = await this.blobs.remove(digest);
            return index;
        });
        return removed;
    }
    async #without(index, digest) {
        const found = await this.#manifest(index, digest);
        const subject = found && (0,oci_manifest/* parseManifest */.Ng)(found.bytes, found.descriptor.mediaType).subject?.digest;
        const at = { blobs: this.blobs, where: this.#top.where };
        const fewer = subject ? await withoutReferrer(index, subject, digest, at) : index;
        return withoutDigest(fewer, digest);
    }
    /** Stores a manifest under the lock, so that nobody removes it before it has its name. */
    async #stored(index, bytes, manifest) {
        const descriptor = await this.blobs.put(bytes, manifest.mediaType);
        if (manifest.subject === undefined)
            return index;
        const at = { blobs: this.blobs, where: this.#top.where };
        return withReferrer(index, manifest.subject.digest, descriptor, at);
    }
    async #index() {
        return this.#parsed(await this.#top.index());
    }
    #parsed(bytes) {
        if (bytes === undefined)
            return emptyIndex;
        const what = `"index.json" in ${this.#top.where}`;
        return parseIndex(bytes, what, { maxBytes: maxIndexBytes });
    }
    /** `change` returns the index that it got when there is nothing to write; it may run more than once. */
    async #edit(change) {
        await this.#top.rewrite(async (bytes) => {
            const before = this.#parsed(bytes);
            const after = await change(before);
            return after === before ? undefined : formatIndex(after);
        });
    }
}
/**
 * The repository in the OCI layout `folder`, under a name for sentences. A folder that does not exist is an
 * empty repository, and is made by the first write.
 */
function openLayout(folder, name = `oci:${folder}`, patience = {}) {
    return new Layout(external_node_path_default().resolve(folder), name, patience);
}


/***/ }),

/***/ 8723:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   TM: () => (/* binding */ descriptorSchema),
/* harmony export */   Y_: () => (/* binding */ children),
/* harmony export */   g4: () => (/* binding */ guessMediaType),
/* harmony export */   nw: () => (/* binding */ isIndex),
/* harmony export */   wU: () => (/* binding */ asReferrer)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _descriptor_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3239);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3670);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9205);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6148);





// Messages of the schemas say what must be there: see `checked`.
const aText = valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP('a text');
// Go writes null for what is empty, and "" for a text that is not set.
const text = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(aText), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((given) => (given === null || given === '' ? undefined : given)));
const annotations = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(aText, aText, 'an object of texts')), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((given) => given ?? undefined));
const platform = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ os: aText, architecture: aText, variant: text }, 'a platform'), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ variant, ...rest }) => ({ ...rest, ...optional({ variant }) })));
const bytes = 'a whole number of bytes';
/** Reads a descriptor that somebody else wrote; fields that this product does not know are dropped. */
const descriptorSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    // Printable ASCII: a type becomes a header and a line of a log.
    mediaType: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(aText, valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[\x21-\x7e][\x20-\x7e]{0,254}$/, 'a media type')),
    digest: valibot__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((given) => typeof given === 'string' && (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(given), 'sha256: and 64, or sha512: and 128 of the digits 0-9a-f'),
    size: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(bytes), valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeInteger */ .Y2b(bytes), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0, bytes)),
    artifactType: text,
    annotations,
    platform: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(platform),
}, 'a descriptor'), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ artifactType, annotations, platform, ...rest }) => ({
    ...rest,
    ...optional({ artifactType, annotations, platform: platform ?? undefined }),
})));
const list = valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(descriptorSchema, 'a list of descriptors'));
const common = {
    schemaVersion: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(2, '2'),
    artifactType: text,
    subject: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(descriptorSchema),
    annotations,
};
const imageSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ...common, config: descriptorSchema, layers: list }, 'an object');
const indexSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ...common, manifests: list }, 'an object');
/**
 * Reads a manifest or an index of OCI or Docker. `type` is what the storage or the descriptor calls it.
 * @throws Corrupt when the content is not what `type` says
 */
function parseManifest(bytes, type, what = `the manifest ${(0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes)}`) {
    const json = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(bytes, what);
    const inside = fieldOf(json, 'mediaType') ?? type;
    if (inside !== type) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Corrupt */ .Q6(what, `it calls itself ${quoted(inside)} and was given as ${quoted(type)}`);
    }
    // Content that is both an image and an index is read differently by different tools: CVE-2021-41190.
    const foreign = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_4__/* .isIndexType */ .$U)(type) ? ['config', 'layers', 'fsLayers'] : ['manifests', 'fsLayers'];
    const stray = foreign.find((name) => fieldOf(json, name) !== undefined);
    if (stray !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Corrupt */ .Q6(what, `${quoted(type)} has no ${quoted(stray)}`);
    if (type === _descriptor_js__WEBPACK_IMPORTED_MODULE_4__/* .mediaType */ .JL.index || type === _descriptor_js__WEBPACK_IMPORTED_MODULE_4__/* .mediaType */ .JL.dockerIndex) {
        const { manifests, ...rest } = checked(indexSchema, json, what);
        return { mediaType: type, manifests: manifests ?? [], ...commonOf(rest) };
    }
    if (type === _descriptor_js__WEBPACK_IMPORTED_MODULE_4__/* .mediaType */ .JL.manifest || type === _descriptor_js__WEBPACK_IMPORTED_MODULE_4__/* .mediaType */ .JL.dockerManifest) {
        const { config, layers, ...rest } = checked(imageSchema, json, what);
        return { mediaType: type, config, layers: layers ?? [], ...commonOf(rest) };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Corrupt */ .Q6(what, `${quoted(type)} is no media type of a manifest`);
}
/** The values that are there. */
const optional = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
const quoted = (value) => JSON.stringify(value);
const fieldOf = (json, name) => typeof json === 'object' && json !== null
    ? Object.entries(json).find(([key]) => key === name)?.[1]
    : undefined;
const commonOf = ({ artifactType, subject, annotations, }) => optional({ artifactType, subject: subject ?? undefined, annotations });
function checked(schema, json, what) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(schema, json, { abortEarly: true });
    if (result.success)
        return result.output;
    const [issue] = result.issues;
    const place = valibot__WEBPACK_IMPORTED_MODULE_0__/* .getDotPath */ .BuJ(issue);
    const at = place === null ? 'it' : quoted(place);
    const why = issue.input === undefined
        ? `${at} is missing`
        : `${at} must be ${issue.message}, not ${quoted(issue.input).slice(0, 100)}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Corrupt */ .Q6(what, why);
}
const isIndex = (manifest) => 'manifests' in manifest;
/** What must be stored before the manifest: config and layers of an image, manifests of an index. */
const children = (manifest) => isIndex(manifest) ? manifest.manifests : [manifest.config, ...manifest.layers];
/**
 * How a list of referrers shows a manifest.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
 */
function asReferrer(descriptor, manifest) {
    const { mediaType, digest, size } = descriptor;
    const artifactType = manifest.artifactType ?? (isIndex(manifest) ? undefined : manifest.config.mediaType);
    return {
        mediaType,
        digest,
        size,
        ...optional({ artifactType, annotations: manifest.annotations }),
    };
}
/** What a manifest must be by its content when no descriptor says it; undefined for anything else. */
function guessMediaType(bytes) {
    let json;
    try {
        json = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(bytes, 'a blob');
    }
    catch {
        return undefined;
    }
    if (fieldOf(json, 'schemaVersion') !== 2)
        return undefined;
    const type = fieldOf(json, 'mediaType');
    if (typeof type === 'string' && ((0,_descriptor_js__WEBPACK_IMPORTED_MODULE_4__/* .isIndexType */ .$U)(type) || (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_4__/* .isManifestType */ .Q3)(type)))
        return type;
    if (type !== undefined)
        return undefined;
    if (Array.isArray(fieldOf(json, 'manifests')))
        return _descriptor_js__WEBPACK_IMPORTED_MODULE_4__/* .mediaType */ .JL.index;
    return fieldOf(json, 'config') !== undefined && fieldOf(json, 'layers') !== undefined
        ? _descriptor_js__WEBPACK_IMPORTED_MODULE_4__/* .mediaType */ .JL.manifest
        : undefined;
}


/***/ }),

/***/ 9373:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ withoutWrites),
/* harmony export */   T: () => (/* binding */ readOnly)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);

/** The same repository for a dry run: it is read as ever, and every write is an error. */
const readOnly = (repository) => withoutWrites(repository, { code: 'dry-run', why: 'this is a dry run' });
/** Every write ends in an error with this code and this reason. */
function withoutWrites(repository, { code, why }) {
    const refuse = async (what) => {
        throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV(3, code, `${what} was not written to ${repository.name}: ${why}`);
    };
    return {
        name: repository.name,
        key: repository.key,
        resolve: (at) => repository.resolve(at),
        manifest: (at) => repository.manifest(at),
        blob: (descriptor, how) => repository.blob(descriptor, how),
        hasBlob: (digest) => repository.hasBlob(digest),
        blobSize: (digest) => repository.blobSize(digest),
        tags: () => repository.tags(),
        referrers: (subject, artifactType) => repository.referrers(subject, artifactType),
        putBlob: ({ digest }) => refuse(digest),
        putManifest: () => refuse('a manifest'),
        tag: (name) => refuse(`the tag ${name}`),
        remove: (at) => refuse(`the removal of ${at}`),
    };
}


/***/ }),

/***/ 9209:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ referrersTag),
/* harmony export */   z: () => (/* binding */ isReferrersTag)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3670);

/**
 * The name under which the index of a manifest's referrers is kept where there is no API for them.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#referrers-tag-schema
 */
const referrersTag = (subject) => `${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .algorithmOf */ .Hy)(subject)}-${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hexOf */ .ZD)(subject).slice(0, 64)}`;
const isReferrersTag = (name) => /^sha(?:256|512)-[0-9a-f]{64}$/.test(name);


/***/ }),

/***/ 5748:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ie: () => (/* binding */ empty),
/* harmony export */   P_: () => (/* binding */ Refusal),
/* harmony export */   Pq: () => (/* binding */ json),
/* harmony export */   Ud: () => (/* binding */ comparesTags),
/* harmony export */   u7: () => (/* binding */ replyTo)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2420);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9205);


/** Says that names are compared and written in one step: our own client asks for it then. */
const comparesTags = 'ecluse-compares-tags';
const json = (status, value, headers = {}) => ({
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(JSON.stringify(value)),
});
const empty = (status, headers = {}) => ({
    status,
    headers: status === 204 ? headers : { 'content-length': '0', ...headers },
});
/** A refusal, thrown or returned. */
class Refusal extends Error {
    status;
    code;
    constructor(status, code, sentence) {
        super(sentence);
        this.status = status;
        this.code = code;
    }
}
const refused = (status, code, message) => json(status, { errors: [{ code, message }] });
/** What a client is told. Sentences of the storage stay here: they may name folders of this machine. */
function replyTo(error) {
    if (error instanceof Refusal)
        return refused(error.status, error.code, error.message);
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotThere */ .W2)
        return refused(404, 'BLOB_UNKNOWN', 'it is not here');
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .TagImmutable */ .Nq)
        return refused(409, 'DENIED', 'the tag is immutable');
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .TagMoved */ .a9)
        return refused(412, 'DENIED', 'the tag stands elsewhere');
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Denied */ .Cb)
        return refused(403, 'DENIED', 'the storage does not allow it');
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Unreachable */ .LL)
        return refused(503, 'UNKNOWN', 'the storage is away');
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Corrupt */ .Q6) {
        return refused(400, 'DIGEST_INVALID', 'the content is not what its digest or size promises');
    }
    if (error instanceof _io__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb)
        return refused(400, 'NAME_INVALID', 'there is no such place');
    if (error instanceof _io__WEBPACK_IMPORTED_MODULE_1__/* .Failed */ .cV && error.code === 'disk-full') {
        return refused(507, 'UNKNOWN', 'there is no room for it');
    }
    throw error;
}


/***/ }),

/***/ 74:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ verified)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3670);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9205);


/**
 * Passes bytes on from byte `from`, and ends in an error when the whole is not what the descriptor promises.
 * @throws Corrupt as soon as there are too many bytes, or at the end
 */
async function* verified(source, { digest, size }, { what, from = 0 }) {
    const hasher = new _digest_js__WEBPACK_IMPORTED_MODULE_0__/* .Hasher */ .OP((0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .algorithmOf */ .Hy)(digest));
    let read = 0;
    for await (const chunk of source) {
        hasher.update(chunk);
        const skip = Math.min(Math.max(from - read, 0), chunk.length);
        read += chunk.length;
        if (read > size)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Corrupt */ .Q6(what, `it has more than the ${size} bytes that were promised`);
        if (skip < chunk.length)
            yield chunk.subarray(skip);
    }
    if (read < size)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Corrupt */ .Q6(what, `it ended after ${read} of ${size} bytes`);
    const found = hasher.digest();
    if (found !== digest)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Corrupt */ .Q6(what, `its digest is ${found} and should be ${digest}`);
}


/***/ }),

/***/ 8120:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ openFor)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
;// CONCATENATED MODULE: ./packages/oci/credentials-file.ts


const maxBytes = 1024 * 1024;
const instead = 'only a user and password in "auths" can be used: put them in a file that REGISTRY_AUTH_FILE names';
const nothing = { find: () => undefined };
/**
 * Reads the `auths` of a file of Docker or Podman; a file that does not exist knows nothing.
 * @throws UsageError that names the file, and never what is in it
 */
async function readLogins(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        const code = (0,errors/* codeOf */.$N)(error) ?? 'unknown';
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw new errors/* UsageError */.eb(`the login file ${JSON.stringify(path)} cannot be read: ${code}`);
    });
    if (text === undefined)
        return nothing;
    const file = text.length > maxBytes ? undefined : recordOf(parsed(text));
    if (file === undefined) {
        throw new errors/* UsageError */.eb(`the login file ${JSON.stringify(path)} is not a JSON object: mend it, or log in anew`);
    }
    return { find: (origin, repository) => find(file, { origin, repository, path }) };
}
const parsed = (text) => {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
};
const recordOf = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
function find(file, wanted) {
    const hosts = hostsOf(wanted.origin);
    const auths = recordOf(file.auths) ?? {};
    const place = (key) => placeOf(key, wanted.repository);
    const keys = Object.keys(auths)
        .filter((key) => hosts.includes(place(key) ?? ''))
        .toSorted((a, b) => b.length - a.length);
    const helpers = recordOf(file.credHelpers) ?? {};
    const helper = Object.entries(helpers).find(([key]) => hosts.includes(hostOf(key)))?.[1] ??
        (keys.length > 0 ? file.credsStore : undefined);
    for (const key of keys) {
        const login = loginOf(recordOf(auths[key]) ?? {}, key, wanted.path);
        if (login !== undefined)
            return login;
    }
    return typeof helper === 'string' && helper !== ''
        ? {
            missing: `the login is kept by ${JSON.stringify(`docker-credential-${helper}`)}, and ${instead}`,
        }
        : undefined;
}
/** The names under which a registry stands in such files; Docker Hub has a history. */
const hostsOf = ({ host }) => host === 'registry-1.docker.io' || host === 'docker.io' || host === 'index.docker.io'
    ? ['index.docker.io', 'docker.io', 'registry-1.docker.io']
    : [host];
const hostOf = (key) => key.replace(/^https?:\/\//, '').replace(/\/.*$/s, '');
/** The host of a key, if the key is for this repository: Podman's keys may go on with a path, Docker's may be URLs. */
function placeOf(key, repository) {
    const path = /^https?:|\/v[12]\/?$/.test(key) ? '' : key.replace(/^[^/]*\/?/, '');
    return path === '' || `${repository}/`.startsWith(`${path}/`) ? hostOf(key) : undefined;
}
function loginOf(entry, key, path) {
    const { auth, username, password, identitytoken } = entry;
    if (typeof identitytoken === 'string' && identitytoken !== '') {
        return { missing: `the login is an identity token, and ${instead}` };
    }
    if (typeof auth === 'string' && auth !== '') {
        const text = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '');
        const colon = text.indexOf(':');
        if (colon < 1) {
            throw new errors/* UsageError */.eb(`the login file ${JSON.stringify(path)} has no user and password for ${JSON.stringify(key)}: log in anew`);
        }
        return { username: text.slice(0, colon), password: text.slice(colon + 1) };
    }
    return typeof username === 'string' && typeof password === 'string' && username !== ''
        ? { username, password }
        : undefined;
}

;// CONCATENATED MODULE: ./packages/oci/credentials.ts



/**
 * Logins from where people have them: the files of Docker and Podman, and the token of the workflow for
 * the repository's own registry. A login in a file was made on purpose, so it comes first.
 * @throws UsageError when such a file cannot be read as one
 */
function credentials(how) {
    let files;
    return async (origin, repository) => {
        files ??= Promise.all(loginFiles(how.env).map(readLogins));
        const found = (await files).map((logins) => logins.find(origin, repository));
        const usable = found.find((login) => login !== undefined && !('missing' in login)) ??
            ownLogin(origin, repository, how) ??
            found.find((login) => login !== undefined);
        if (usable !== undefined && !('missing' in usable)) {
            how.secret?.(usable.password);
            how.secret?.(basic(usable).slice('Basic '.length));
        }
        return usable;
    };
}
/** The value of an `Authorization` header. https://www.rfc-editor.org/rfc/rfc7617 */
const basic = ({ username, password }) => `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
/** Docker's file, then those of Podman, skopeo and Buildah: containers-auth.json(5). */
function loginFiles(env) {
    const home = env.get('HOME') ?? (0,external_node_os_.homedir)();
    const named = env.get('REGISTRY_AUTH_FILE');
    const runtime = env.get('XDG_RUNTIME_DIR');
    return [
        (0,external_node_path_.join)(env.get('DOCKER_CONFIG') ?? (0,external_node_path_.join)(home, '.docker'), 'config.json'),
        ...(named === undefined ? [] : [named]),
        ...(runtime === undefined ? [] : [(0,external_node_path_.join)(runtime, 'containers/auth.json')]),
        (0,external_node_path_.join)(env.get('XDG_CONFIG_HOME') ?? (0,external_node_path_.join)(home, '.config'), 'containers/auth.json'),
    ];
}
/** The token is for packages of its own owner; in a terminal nobody says who that is, and the person gave it. */
function ownLogin({ host }, repository, { env, githubToken }) {
    if (githubToken === undefined || host !== ownRegistry(env))
        return undefined;
    const owner = env.get('GITHUB_REPOSITORY')?.split('/')[0]?.toLowerCase();
    if (owner !== undefined && repository.split('/')[0] !== owner)
        return undefined;
    return { username: env.get('GITHUB_ACTOR') ?? 'token', password: githubToken };
}
/** https://docs.github.com/en/packages/working-with-a-github-packages-registry/working-with-the-container-registry */
function ownRegistry(env) {
    const host = URL.parse(env.get('GITHUB_SERVER_URL') ?? 'https://github.com')?.host;
    return host === 'github.com' || host === undefined ? 'ghcr.io' : `containers.${host}`;
}

// EXTERNAL MODULE: ./packages/oci/behind.ts
var behind = __webpack_require__(6346);
// EXTERNAL MODULE: ./packages/oci/layout.ts + 8 modules
var layout = __webpack_require__(4795);
// EXTERNAL MODULE: ./packages/oci/read-only.ts
var read_only = __webpack_require__(9373);
// EXTERNAL MODULE: ./packages/oci/reference.ts
var oci_reference = __webpack_require__(1421);
;// CONCATENATED MODULE: ./packages/oci/store-first.ts



/**
 * Reads what the store holds of a repository, and the rest from where the repository comes from. Each tag and
 * each digest is looked for by itself. It cannot be written: writes go to the store alone.
 */
function storeFirst(store, origin) {
    const either = async (ask) => (await ask(store)) ?? ask(origin);
    const repository = {
        ...(0,read_only/* withoutWrites */.F)(origin, { code: 'read-only', why: 'it was opened to be read' }),
        key: store.key,
        resolve: (at) => either((one) => one.resolve(at)),
        manifest: (at) => either((one) => one.manifest(at)),
        blobSize: (digest) => either((one) => one.blobSize(digest)),
        hasBlob: async (digest) => (await store.hasBlob(digest)) || origin.hasBlob(digest),
        blob: async (descriptor, how) => ((await store.hasBlob(descriptor.digest)) ? store : origin).blob(descriptor, how),
        async *tags() {
            let none = true;
            for await (const tag of store.tags()) {
                none = false;
                yield tag;
            }
            if (none)
                yield* origin.tags();
        },
        async *referrers(subject, artifactType) {
            const holder = (await store.resolve(subject)) === undefined ? origin : store;
            yield* holder.referrers(subject, artifactType);
        },
    };
    return (0,behind/* wrap */.L)(repository, store);
}
/** Stands for a registry that must not be asked: whatever is wanted of it is an error that names the image. */
function offline(name, registry, store) {
    const refuse = async (what) => {
        const missing = store === undefined ? 'there is no store' : `it is not in the store ${JSON.stringify(store)}`;
        throw new errors/* Failed */.cV(3, 'offline', `${what} cannot be had: ${missing}, and --offline forbids to ask ${registry}`);
    };
    const at = (place) => refuse(`${name}${place.includes(':') ? '@' : ':'}${place}`);
    return {
        name,
        key: `offline ${registry}`,
        resolve: at,
        manifest: at,
        hasBlob: at,
        blobSize: at,
        blob: ({ digest }) => at(digest),
        putBlob: ({ digest }) => at(digest),
        putManifest: () => refuse(name),
        tag: at,
        remove: at,
        tags: () => failing(() => refuse(name)),
        referrers: (subject) => failing(() => at(subject)),
    };
}
const failing = (next) => ({
    [Symbol.asyncIterator]: () => ({ next }),
});

;// CONCATENATED MODULE: ./packages/oci/store.ts







/**
 * Where a name leads: to the store when it is written or in `written`; else to the store and then to its own
 * registry. `oci:DIR` is that folder, whatever the store.
 * @throws UsageError for a store or a name that cannot be used
 */
function openStore(settings) {
    const store = settings.store === undefined ? undefined : storeAt(settings.store, settings);
    const opened = new Map();
    // One for each folder: its writers then stand in one queue.
    const once = (key, open) => {
        const known = opened.get(key) ?? open();
        opened.set(key, known);
        return known;
    };
    return (name, for_) => {
        const reference = (0,oci_reference/* parseReference */.F2)(name);
        const repository = once(`${for_} ${reference.name}`, () => {
            if (reference.transport !== 'registry')
                return atFile(reference, settings, once);
            const stored = store && once(`store ${reference.name}`, () => store(reference));
            if (stored !== undefined && (for_ === 'write' || settings.written(reference.name))) {
                return stored;
            }
            const origin = settings.offline
                ? offline(reference.name, reference.registry, settings.store)
                : settings.registry(originOf(reference));
            return stored === undefined ? origin : storeFirst(stored, origin);
        });
        return settings.dryRun ? (0,behind/* wrap */.L)((0,read_only/* readOnly */.T)(repository), repository) : repository;
    };
}
/** Docker Hub answers under another name than the one in references. */
function originOf({ registry, repository, name }) {
    const host = registry === 'docker.io' ? 'registry-1.docker.io' : registry;
    const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host);
    return { base: new URL(`${loopback ? 'http' : 'https'}://${host}`), repository, name };
}
function atFile({ transport, path: file, name }, { cwd = '', signal }, once) {
    if (transport !== 'oci') {
        throw new errors/* UsageError */.eb(`${JSON.stringify(name)} is an archive, which cannot be read yet: unpack it as an OCI layout and write oci:DIR`);
    }
    const folder = external_node_path_default().resolve(cwd, file);
    return once(`folder ${folder}`, () => (0,layout/* openLayout */.B)(folder, name, patience(signal)));
}
function storeAt(store, { cwd = '', registry, signal }) {
    if (/^https?:\/\//i.test(store)) {
        const base = storeUrl(store);
        return (reference) => {
            const prefix = base.pathname.split('/').filter((part) => part !== '');
            const repository = [...prefix, store_placeOf(reference), reference.repository].join('/');
            if ((0,oci_reference/* isRepositoryPath */.og)(repository)) {
                return registry({ base: new URL(base.origin), repository, name: reference.name });
            }
            throw new errors/* UsageError */.eb(`${JSON.stringify(reference.name)} cannot stand in the store ${JSON.stringify(store)}: ${JSON.stringify(repository)} is not a repository name`);
        };
    }
    const root = external_node_path_default().resolve(cwd, store);
    return (reference) => (0,layout/* openLayout */.B)(folderOf(root, reference), reference.name, patience(signal));
}
const patience = (signal) => (signal === undefined ? {} : { signal });
function storeUrl(text) {
    const url = URL.parse(text);
    const stray = url && url.username + url.password + url.search + url.hash;
    if (url !== null && stray === '')
        return url;
    throw new errors/* UsageError */.eb(`the store ${JSON.stringify(text.replace(/\/\/[^/]*@/, '//…@'))} is not the URL of a registry: write http://HOST:PORT or https://HOST, without user, query or fragment`, { input: 'store' });
}
/** `host[:port]` as one part of a path. */
const store_placeOf = ({ registry }) => registry.toLowerCase().replace(/:(\d+)$/, '_$1');
// Files of a layout: a repository of that name would lie in the one whose name is shorter.
const taken = new Set(['blobs', 'index.json', 'oci-layout']);
function folderOf(root, reference) {
    const parts = [store_placeOf(reference), ...reference.repository.split('/')];
    const refused = parts.find((part) => taken.has(part));
    if (refused !== undefined) {
        throw new errors/* UsageError */.eb(`${JSON.stringify(reference.name)} cannot stand in a store that is a folder: ${JSON.stringify(refused)} is the name of a file in an OCI layout`);
    }
    const folder = external_node_path_default().join(root, ...parts);
    // The grammar of names allows no way out; this is the second bolt.
    if (folder.startsWith(external_node_path_default().join(root, (external_node_path_default()).sep)))
        return folder;
    throw new errors/* UsageError */.eb(`${JSON.stringify(reference.name)} leads out of the store`);
}

// EXTERNAL MODULE: ./packages/oci/digest.ts
var oci_digest = __webpack_require__(3670);
// EXTERNAL MODULE: ./packages/oci/manifest.ts
var oci_manifest = __webpack_require__(8723);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var oci_errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
// EXTERNAL MODULE: ./packages/oci/json.ts
var oci_json = __webpack_require__(6148);
;// CONCATENATED MODULE: ./packages/oci/registry-answer.ts



const maxComplaintBytes = 16 * 1024;
/**
 * Reads a body whole.
 * @throws Corrupt when it has more bytes than `maxBytes`
 */
async function bytesOf({ body }, what, maxBytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        size += chunk.byteLength;
        if (size > maxBytes)
            throw new oci_errors/* Corrupt */.Q6(what, `it has more than ${maxBytes} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
/** Frees the connection of an answer whose body nobody wants; a long body is not waited for. */
async function discard(answer) {
    try {
        await bytesOf(answer, 'it', maxComplaintBytes);
    }
    catch {
        answer.body.destroy();
    }
}
/** Reads the error document of a registry, or its plain text; what is neither says nothing. */
async function complaintOf(answer) {
    const bytes = await bytesOf(answer, 'it', maxComplaintBytes).catch(() => Buffer.alloc(0));
    const errors = errorsIn(bytes);
    const plain = /^text\/plain\b/.test(answer.headers['content-type'] ?? '')
        ? bytes.toString().trim()
        : '';
    const text = errors.map(({ code, message }) => `${code}: ${message}`).join('; ') || plain;
    return {
        codes: errors.map(({ code }) => code),
        says: text === '' ? '' : `, and it says ${(0,quote/* quote */.h)(text)}`,
    };
}
/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes */
function errorsIn(bytes) {
    let json;
    try {
        json = (0,oci_json/* parseJson */.q)(bytes, 'it');
    }
    catch {
        return [];
    }
    const errors = fieldOf(json, 'errors');
    if (!Array.isArray(errors))
        return [];
    return errors.map((error) => ({
        code: textOf(fieldOf(error, 'code')) ?? 'UNKNOWN',
        message: textOf(fieldOf(error, 'message')) ?? 'nothing more',
    }));
}
/** A field of JSON from outside; undefined when there is no such object or field. */
const fieldOf = (json, name) => typeof json === 'object' && json !== null
    ? Object.getOwnPropertyDescriptor(json, name)?.value
    : undefined;
const textOf = (value) => typeof value === 'string' ? value : undefined;
const passingStatus = new Set([408, 429, 500, 502, 503, 504]);
const passingCodes = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']);
/** Is this an answer that another try may better? */
const isPassing = ({ status }) => passingStatus.has(status);
/** Is this an error of the transport that another try may better? */
const isInterruption = (error) => error instanceof errors/* Failed */.cV && passingCodes.has(error.code);
/** Is this an error of the transport? Its codes are those of the system. */
const isOfTransport = (error) => error instanceof errors/* Failed */.cV && /^(?:[A-Z][A-Z0-9_]+|network)$/.test(error.code);

;// CONCATENATED MODULE: ./packages/oci/registry-retry.ts


/** Something that may pass. `late` is the error when it has not passed in time. */
class Passing extends Error {
    late;
    waitMs;
    constructor(late, waitMs) {
        super('an exchange may work on another try');
        this.late = late;
        this.waitMs = waitMs;
    }
}
const tries = 3;
const firstMs = 400;
const longestMs = 60_000;
/** Before the try after `done` tries. */
const backoffMs = (done) => firstMs * 3 ** (done - 1) * (0.75 + Math.random() / 2);
/**
 * Tries three times what may pass, with waits that grow and are never the same for two clients.
 * @throws Unreachable for what does not pass, or whose server asks for more patience than a minute
 */
async function retry(name, wait, attempt) {
    for (let done = 1;; done += 1) {
        try {
            return await attempt();
        }
        catch (error) {
            const passing = isInterruption(error)
                ? new Passing((times) => new oci_errors/* Unreachable */.LL(name, `${error.message}${ofTries(times)}`))
                : error;
            if (!(passing instanceof Passing))
                throw unreachable(name, error);
            const { waitMs = backoffMs(done) } = passing;
            if (done === tries || waitMs > longestMs)
                throw passing.late(done);
            await wait(waitMs);
        }
    }
}
/** For the end of a sentence about the last try. */
const ofTries = (times) => times > 1 ? `, on the last of ${times} tries` : '';
/** An error of the transport is one of the port; all others are what they are. */
const unreachable = (name, error) => isOfTransport(error) ? new oci_errors/* Unreachable */.LL(name, error.message) : error;
const reasons = {
    408: 'it waited too long for us',
    429: 'too many requests; a login often has a higher limit',
    502: 'bad gateway',
    503: 'not available now',
    504: 'gateway timed out',
};
/** The error for an answer that `isPassing`. */
function passing(name, method, answer, said) {
    const { status, headers } = answer;
    const waitMs = retryAfterMs(headers);
    const asked = waitMs === undefined ? '' : `, asked to wait ${Math.ceil(waitMs / 1000)} s`;
    const reason = reasons[status] ?? 'its own failure';
    const late = (times) => new oci_errors/* Unreachable */.LL(name, `${method} ${answer.url.origin} was answered ${status} (${reason})${ofTries(times)}${asked}${said.says}`);
    return new Passing(late, waitMs);
}
/** Seconds, or a date that is compared with the server's own clock. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfterMs(headers) {
    const after = headers['retry-after'];
    if (after === undefined)
        return undefined;
    if (/^\d{1,9}$/.test(after))
        return Number(after) * 1000;
    const ms = Date.parse(after) - Date.parse(headers.date ?? '');
    return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

// EXTERNAL MODULE: ./packages/oci/verified.ts
var verified = __webpack_require__(74);
;// CONCATENATED MODULE: ./packages/oci/registry-blobs.ts





/** The size of a blob; undefined when it is not there. */
async function blobSize(client, digest, signal) {
    const call = {
        method: 'HEAD',
        url: client.url(`blobs/${digest}`),
        access: 'pull',
        signal,
    };
    return client.call(call, async (answer) => {
        await discard(answer);
        if (answer.status === 404)
            return undefined;
        if (answer.status !== 200)
            throw await client.refusal(call, answer);
        return lengthOf(answer) ?? 0;
    });
}
/**
 * Reads a blob, and goes on where it was when the connection breaks. From byte 0 on its digest is checked;
 * from a later byte only its size, since the bytes before do not come.
 */
async function readBlob(client, descriptor, { from = 0, signal }) {
    const { digest, size } = descriptor;
    const what = `the blob ${digest} of ${client.name}`;
    signal?.throwIfAborted();
    if (from > 0 && from >= size)
        return external_node_stream_.Readable.from([], { objectMode: false });
    const open = async (at) => openBlob(client, { descriptor, what, at, signal });
    const first = await open(from);
    const bytes = resumed(client, { first, open, from });
    const checked = from === 0 ? (0,verified/* verified */.z)(bytes, descriptor, { what }) : sized(bytes, { what, size: size - from });
    // The generators close it only once somebody has begun to read.
    return external_node_stream_.Readable.from(checked, { objectMode: false }).once('close', () => first.destroy());
}
async function openBlob(client, how) {
    const { descriptor, what, at, signal } = how;
    const call = {
        method: 'GET',
        url: client.url(`blobs/${descriptor.digest}`),
        access: 'pull',
        signal,
        ...(at > 0 ? { headers: { range: `bytes=${at}-` } } : {}),
    };
    return client.call(call, async (answer) => {
        const isPart = at > 0 && answer.headers['content-range']?.startsWith(`bytes ${at}-`) === true;
        if (answer.status !== 200 && !(answer.status === 206 && isPart)) {
            if (answer.status !== 404)
                throw await client.refusal(call, answer);
            await discard(answer);
            throw new oci_errors/* NotThere */.W2(`the blob ${descriptor.digest}`, client.name);
        }
        const begins = answer.status === 206 ? at : 0;
        const length = lengthOf(answer) ?? descriptor.size - begins;
        if (length !== descriptor.size - begins) {
            answer.body.destroy();
            throw new oci_errors/* Corrupt */.Q6(what, `it has ${length + begins} bytes and should have ${descriptor.size}`);
        }
        return begins === at ? answer.body : external_node_stream_.Readable.from(skipping(answer.body, at));
    });
}
const lengthOf = ({ headers }) => {
    const text = headers['content-length'];
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
};
/** For a server that does not know ranges. */
async function* skipping(source, skipBytes) {
    let left = skipBytes;
    for await (const chunk of source) {
        const skip = Math.min(left, chunk.byteLength);
        left -= skip;
        if (skip < chunk.byteLength)
            yield chunk.subarray(skip);
    }
}
async function* sized(source, { what, size }) {
    let read = 0;
    for await (const chunk of source) {
        read += chunk.byteLength;
        if (read > size)
            throw new oci_errors/* Corrupt */.Q6(what, 'it has more bytes than were promised');
        yield chunk;
    }
    if (read < size)
        throw new oci_errors/* Corrupt */.Q6(what, `it ended ${size - read} bytes too early`);
}
async function* resumed(client, how) {
    let source = how.first;
    let at = how.from;
    for (let done = 1;; done += 1) {
        try {
            for await (const chunk of source) {
                at += chunk.byteLength;
                yield chunk;
            }
            return;
        }
        catch (error) {
            if (!isInterruption(error))
                throw unreachable(client.name, error);
            if (done === tries)
                throw new oci_errors/* Unreachable */.LL(client.name, `${error.message}${ofTries(done)}`);
            await client.wait(backoffMs(done));
        }
        source = await how.open(at);
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./packages/io/loopback.ts
var loopback = __webpack_require__(6826);
;// CONCATENATED MODULE: ./packages/oci/challenge.ts
const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const part = new RegExp(`[\\s,]*(?:(?<name>${token})\\s*=\\s*(?:"(?<quoted>(?:[^"\\\\]|\\\\.)*)"|(?<plain>[^\\s,"]*))|(?<scheme>${token})(?=[\\s,]|$))`, 'y');
/**
 * Reads a `WWW-Authenticate` header, which may hold several challenges, and commas inside quotes. What
 * cannot be read ends the list. https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1
 */
function parseChallenges(header) {
    const found = [];
    part.lastIndex = 0;
    for (let groups = part.exec(header)?.groups; groups; groups = part.exec(header)?.groups) {
        const { name, quoted, plain, scheme } = groups;
        if (scheme !== undefined)
            found.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
        else if (name !== undefined) {
            const value = quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '';
            found.at(-1)?.parameters.set(name.toLowerCase(), value);
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./packages/oci/registry-auth.ts






const maxTokenBytes = 256 * 1024;
/** Who we are to one registry. It asks for no login until the registry does. */
class Authority {
    #how;
    #tokens = new Map();
    #login;
    #service;
    #basic;
    constructor(how) {
        this.#how = how;
    }
    /** The `Authorization` to send at once, as far as the registry has said what it wants. */
    async header(scopes) {
        return this.#service === undefined ? this.#basic : this.#token(this.#service, scopes, scopes);
    }
    /**
     * After a 401: what to send instead of `sent`; undefined when there is nothing else to try.
     * @throws Denied when the token service says no
     */
    async answer(challenge, scopes, sent) {
        const challenges = parseChallenges(challenge);
        const bearer = challenges.find(({ scheme }) => scheme === 'bearer')?.parameters;
        if (bearer !== undefined) {
            this.#service = { realm: this.#realm(bearer.get('realm')), service: bearer.get('service') };
            const key = scopes.join(' ');
            if ((await this.#tokens.get(key)?.catch(() => undefined)) === sent)
                this.#tokens.delete(key);
            const more = (bearer.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
            return this.#token(this.#service, scopes, [...new Set([...scopes, ...more])]);
        }
        const login = challenges.some(({ scheme }) => scheme === 'basic')
            ? await this.login()
            : undefined;
        if (login === undefined || 'missing' in login)
            return undefined;
        this.#basic = basic(login);
        return this.#basic === sent ? undefined : this.#basic;
    }
    /** Asked once, and only over a connection that nobody reads. */
    login() {
        const { base, credentials, repository } = this.#how;
        this.#login ??= isPrivate(base)
            ? credentials(base, repository)
            : Promise.resolve({ missing: 'a login is sent over https alone, and to loopback' });
        return this.#login;
    }
    #realm(text) {
        const realm = URL.parse(text ?? '');
        const { base, name } = this.#how;
        if (realm !== null && isPrivate(realm) && (realm.protocol === 'https:' || isPrivate(base))) {
            return realm;
        }
        throw new oci_errors/* Denied */.Cb(`using ${name}`, `the registry wants a token from ${(0,quote/* quote */.h)(text ?? '')}, and tokens are asked for over https alone`);
    }
    #token(service, scopes, wanted) {
        const key = scopes.join(' ');
        const known = this.#tokens.get(key);
        if (known !== undefined)
            return known;
        const token = this.#ask(service, wanted);
        this.#tokens.set(key, token);
        token.catch(() => this.#tokens.delete(key));
        return token;
    }
    /** https://distribution.github.io/distribution/spec/auth/token/ */
    async #ask({ realm, service }, scopes) {
        const { get, name, secret } = this.#how;
        const url = new URL(realm);
        if (service !== undefined)
            url.searchParams.set('service', service);
        for (const scope of scopes)
            url.searchParams.append('scope', scope);
        const login = await this.login();
        const known = login !== undefined && !('missing' in login);
        const answer = await get(url, known ? { authorization: basic(login) } : {});
        const what = `the token from ${url.origin}`;
        const bytes = await bytesOf(answer, what, maxTokenBytes);
        if (answer.status !== 200) {
            throw new oci_errors/* Denied */.Cb(`using ${name}`, `${url.origin} answered ${answer.status} when asked for a token; ${await this.remedy()}`);
        }
        const json = (0,oci_json/* parseJson */.q)(bytes, what, { maxBytes: maxTokenBytes });
        const token = textOf(fieldOf(json, 'token')) ?? textOf(fieldOf(json, 'access_token'));
        // It becomes a header.
        if (token === undefined || !/^[\x21-\x7e]+$/.test(token)) {
            throw new oci_errors/* Corrupt */.Q6(what, 'it holds no token');
        }
        secret?.(token);
        return `Bearer ${token}`;
    }
    /** What a person can do about a refusal. */
    async remedy() {
        const { base } = this.#how;
        const host = base.host === 'registry-1.docker.io' ? 'docker.io' : base.host;
        const ghcr = host === 'ghcr.io' ? ', or give github-token' : '';
        const login = await this.login();
        if (login === undefined)
            return `log in with "docker login ${host}"${ghcr}`;
        return 'missing' in login
            ? login.missing
            : `the login of ${(0,quote/* quote */.h)(login.username)} for ${host} is not enough or no longer good`;
    }
}
const isPrivate = ({ protocol, hostname }) => protocol === 'https:' || (protocol === 'http:' && (0,loopback/* isLoopback */.U)(hostname));

// EXTERNAL MODULE: ./packages/oci/server-reply.ts
var server_reply = __webpack_require__(5748);
;// CONCATENATED MODULE: ./packages/oci/registry-client.ts







const mostRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
/** Requests to one repository of one registry: logged in when that is asked for, redirected, tried again. */
class RegistryClient {
    name;
    base;
    repository;
    signal;
    wait;
    #transport;
    #log;
    #authority;
    #warned = new Set();
    #comparesTags = false;
    constructor(how) {
        this.name = how.name;
        this.base = new URL(how.base.origin);
        this.repository = how.repository;
        this.signal = how.signal;
        this.wait = how.wait ?? (async (ms) => (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal: how.signal }));
        this.#transport = how.transport;
        this.#log = how.log;
        this.#authority = new Authority({
            ...how,
            base: this.base,
            get: async (url, headers) => this.#tokenAnswer(url, headers),
        });
    }
    /** Does the registry compare and write a name in one step? Known once it has answered. */
    get comparesTags() {
        return this.#comparesTags;
    }
    /** A place of the API below this repository. */
    url(path, query = {}) {
        const url = new URL(`/v2/${this.repository}/${path}`, this.base);
        for (const [key, value] of Object.entries(query))
            url.searchParams.set(key, value);
        return url;
    }
    /**
     * Sends, and lets `read` take the answer; both are tried again together when that may help. `read` gets
     * every answer but those that may pass and 401, and reads or destroys the body.
     * @throws Unreachable, Denied, and what `read` throws
     */
    async call(call, read) {
        return retry(this.name, this.wait, async () => read(await this.once(call)));
    }
    /** One try of `call`. */
    async once(call) {
        const scopes = this.#scopes(call);
        const sent = await this.#authority.header(scopes);
        const answer = await this.#follow(call, sent);
        if (answer.status !== 401 || answer.url.origin !== this.base.origin) {
            return this.#checked(call, answer);
        }
        const challenge = answer.headers['www-authenticate'] ?? '';
        const other = await this.#authority.answer(challenge, scopes, sent);
        if (other === undefined)
            throw await this.refusal(call, answer);
        await discard(answer);
        const second = await this.#follow(call, other);
        if (second.status === 401)
            throw await this.refusal(call, second);
        return this.#checked(call, second);
    }
    /** The error for an answer that is none of those that the caller knows; `special` may know better what was said. */
    async refusal(call, answer, special = () => undefined) {
        const said = await complaintOf(answer);
        return special(said) ?? this.#refused(call, answer, said);
    }
    async #refused(call, { status, url }, said) {
        const doing = `${call.access === 'pull' ? 'reading' : 'writing'} ${this.name}`;
        const answered = `${url.host} answered ${status}${said.says}`;
        if (url.origin !== this.base.origin)
            return new oci_errors/* Unreachable */.LL(this.name, answered);
        if (status === 401 || status === 403) {
            return new oci_errors/* Denied */.Cb(doing, `${answered}; ${await this.#authority.remedy()}`);
        }
        return status === 404
            ? new oci_errors/* NotThere */.W2('the repository', `${url.host} under ${this.name} (${answered})`)
            : new oci_errors/* Denied */.Cb(doing, answered);
    }
    #scopes({ access, mount }) {
        const actions = access === 'pull' ? 'pull' : `pull,${access}`;
        const more = mount === undefined ? [] : [`repository:${mount}:pull`];
        // Some token services read the first scope alone.
        return [`repository:${this.repository}:${actions}`, ...more];
    }
    async #checked(call, answer) {
        const warning = answer.headers.warning;
        if (warning?.startsWith('299 ') && !this.#warned.has(warning)) {
            this.#warned.add(warning);
            this.#log?.warn(`${this.name} warned: ${(0,quote/* quote */.h)(warning)}`);
        }
        if (!isPassing(answer))
            return answer;
        throw passing(this.name, call.method, answer, await complaintOf(answer));
    }
    /** Follows redirects of reads. What has left the registry's own origin never gets its login again. */
    async #follow(call, authorization) {
        let { url } = call;
        let login = authorization;
        for (let left = mostRedirects;; left -= 1) {
            if (url.origin !== this.base.origin)
                login = undefined;
            const answer = await this.#send({ ...call, url }, login);
            const { location } = answer.headers;
            const isRead = call.method === 'GET' || call.method === 'HEAD';
            if (!isRead || !redirects.has(answer.status) || location === undefined)
                return answer;
            await discard(answer);
            if (left === 0)
                throw new oci_errors/* Unreachable */.LL(this.name, `it redirected ${mostRedirects} times`);
            url = this.locate(location, url);
        }
    }
    /**
     * The place that a `Location` names.
     * @throws Unreachable when it is none, or leaves https
     */
    locate(location, from) {
        const url = URL.parse(location, from.href);
        if (url === null)
            throw new oci_errors/* Unreachable */.LL(this.name, 'it sent us to a place that is no URL');
        if (url.protocol === 'https:' || (url.protocol === 'http:' && from.protocol === 'http:')) {
            return url;
        }
        const place = url.origin === 'null' ? url.protocol : url.origin;
        throw new oci_errors/* Unreachable */.LL(this.name, `it sent us to ${(0,quote/* quote */.h)(place)}, which is not private`);
    }
    async #send(call, authorization) {
        const { method, url, headers, body, lengthBytes } = call;
        const { status, ...answer } = await this.#transport.send({
            method,
            url,
            headers: {
                'user-agent': 'ecluse',
                ...headers,
                ...(authorization === undefined ? {} : { authorization }),
            },
            signal: call.signal === undefined ? this.signal : AbortSignal.any([this.signal, call.signal]),
            ...(body === undefined ? {} : { body }),
            ...(lengthBytes === undefined ? {} : { lengthBytes }),
        });
        if (answer.headers[server_reply/* comparesTags */.Ud] === 'true')
            this.#comparesTags = true;
        // Not the query: it may be a signature.
        this.#log?.debug(`${method} ${url.origin}${url.pathname} ${status}`);
        return { status, url, ...answer };
    }
    async #tokenAnswer(url, headers) {
        const call = { method: 'GET', url, access: 'pull', headers };
        return this.#checked(call, await this.#send(call, undefined));
    }
}

// EXTERNAL MODULE: ./packages/oci/descriptor.ts
var oci_descriptor = __webpack_require__(3239);
;// CONCATENATED MODULE: ./packages/oci/registry-manifests.ts






// A registry that is asked for one type alone says 404 for the others.
const accept = [
    oci_descriptor/* mediaType */.JL.manifest,
    oci_descriptor/* mediaType */.JL.index,
    oci_descriptor/* mediaType */.JL.dockerManifest,
    oci_descriptor/* mediaType */.JL.dockerIndex,
].join(', ');
const nameOf = (client, at) => `${client.name}${(0,oci_digest/* isDigest */.Bc)(at) ? '@' : ':'}${at}`;
const read = (client, method, at) => ({ method, url: client.url(`manifests/${at}`), access: 'pull', headers: { accept } });
/**
 * What stands at a place. Of a tag only the headers are asked for, which registries do not count, and all of
 * it when they do not tell enough.
 */
async function resolve(client, at) {
    if ((0,oci_digest/* isDigest */.Bc)(at))
        return (await readManifest(client, at))?.descriptor;
    const found = await client.call(read(client, 'HEAD', at), async (answer) => {
        await discard(answer);
        return answer.status === 404 ? 'nothing' : described(answer);
    });
    if (found === 'nothing')
        return undefined;
    return found ?? (await readManifest(client, at))?.descriptor;
}
function described({ status, headers }) {
    const type = typeOf(headers);
    const digest = headers['docker-content-digest'];
    const size = Number(headers['content-length'] ?? Number.NaN);
    return status === 200 &&
        type !== undefined &&
        digest !== undefined &&
        (0,oci_digest/* isDigest */.Bc)(digest) &&
        size > 0
        ? { mediaType: type, digest, size }
        : undefined;
}
/** The type that the registry calls it, if that is one of a manifest. */
function typeOf(headers) {
    const type = headers['content-type']?.split(';')[0]?.trim() ?? '';
    return (0,oci_descriptor/* isIndexType */.$U)(type) || (0,oci_descriptor/* isManifestType */.Q3)(type) ? type : undefined;
}
/**
 * Reads a manifest; its digest is that of the bytes.
 * @throws Corrupt when they are not those of `at`, or not those that the registry says they are
 */
async function readManifest(client, at) {
    const call = read(client, 'GET', at);
    const what = `the manifest ${nameOf(client, at)}`;
    return client.call(call, async (answer) => {
        if (answer.status === 404)
            return discard(answer).then(() => undefined);
        if (answer.status !== 200)
            throw await client.refusal(call, answer);
        const bytes = await bytesOf(answer, what, oci_json/* maxManifestBytes */.r);
        const said = answer.headers['docker-content-digest'] ?? '';
        const expected = (0,oci_digest/* isDigest */.Bc)(at) ? at : (0,oci_digest/* isDigest */.Bc)(said) ? said : (0,oci_digest/* digestOf */.ol)(bytes);
        const digest = (0,oci_digest/* digestOf */.ol)(bytes, (0,oci_digest/* algorithmOf */.Hy)(expected));
        if (digest !== expected) {
            throw new oci_errors/* Corrupt */.Q6(what, `its digest is ${digest} and should be ${expected}`);
        }
        const type = agreedType(bytes, typeOf(answer.headers), what);
        if (type !== undefined)
            return { descriptor: { mediaType: type, digest, size: bytes.length }, bytes };
        // Distribution gives any blob of JSON for a manifest.
        if ((0,oci_digest/* isDigest */.Bc)(at))
            return undefined;
        (0,oci_json/* parseJson */.q)(bytes, what);
        throw new oci_errors/* Corrupt */.Q6(what, 'it is neither a manifest nor an index');
    });
}
/** Two readers that believe different types would see two images: CVE-2021-41190. */
function agreedType(bytes, outside, what) {
    const guessed = (0,oci_manifest/* guessMediaType */.g4)(bytes);
    if (guessed === undefined || outside === undefined || guessed === outside)
        return guessed;
    const inside = textOf(fieldOf((0,oci_json/* parseJson */.q)(bytes, what), 'mediaType'));
    if (inside === undefined && (0,oci_descriptor/* isIndexType */.$U)(guessed) === (0,oci_descriptor/* isIndexType */.$U)(outside))
        return outside;
    const calls = inside === undefined ? 'reads like' : 'calls itself';
    throw new oci_errors/* Corrupt */.Q6(what, `it ${calls} ${JSON.stringify(guessed)} and was given as ${JSON.stringify(outside)}`);
}
/**
 * Writes a manifest under a tag or its digest.
 * @throws NotThere when a blob of it is missing, and what `special` makes of the refusal
 */
async function writeManifest(client, at, manifest) {
    const { descriptor, bytes, special } = manifest;
    const what = `the manifest ${nameOf(client, at)}`;
    const call = {
        method: 'PUT',
        url: client.url(`manifests/${at}`),
        access: 'push',
        headers: { 'content-type': descriptor.mediaType, ...manifest.headers },
        body: bytes,
    };
    return client.call(call, async (answer) => {
        if (answer.status !== 201) {
            throw await client.refusal(call, answer, (said) => special?.(answer.status, said) ?? refused(said, what, client));
        }
        await discard(answer);
        const stored = answer.headers['docker-content-digest'];
        if (stored?.startsWith('sha256:') === true && stored !== descriptor.digest) {
            throw new oci_errors/* Corrupt */.Q6(what, `the registry stored it as ${JSON.stringify(stored)}`);
        }
        return { knowsSubject: answer.headers['oci-subject'] !== undefined };
    });
}
function refused({ codes, says }, what, client) {
    const is = (...known) => codes.some((code) => known.includes(code));
    if (is('MANIFEST_BLOB_UNKNOWN', 'BLOB_UNKNOWN', 'MANIFEST_UNKNOWN')) {
        return new oci_errors/* NotThere */.W2(`something that ${what} names`, `it (${client.base.host} refused it${says})`);
    }
    return is('DIGEST_INVALID', 'MANIFEST_INVALID')
        ? new oci_errors/* Corrupt */.Q6(what, `${client.base.host} does not take it${says}`)
        : undefined;
}

// EXTERNAL MODULE: ./packages/oci/referrers-tag.ts
var referrers_tag = __webpack_require__(9209);
;// CONCATENATED MODULE: ./packages/oci/registry-pages.ts



const maxPages = 10_000;
const maxPageBytes = 16 * 1024 * 1024;
/**
 * The pages of a list, one after the other; one that is undefined when the registry has no such list.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-tags
 * @throws Corrupt when they do not end, leave the registry, or are no JSON
 */
async function* pages(client, start, how) {
    const { what } = how;
    const seen = new Set();
    for (let url = start; url !== undefined;) {
        if (seen.size >= maxPages || seen.has(url.href))
            throw new oci_errors/* Corrupt */.Q6(what, 'it has no end');
        seen.add(url.href);
        const found = await fetchPage(client, url, how);
        yield found?.page;
        url = found?.next;
    }
}
async function fetchPage(client, url, { what, none, accept }) {
    const headers = accept === undefined ? {} : { accept };
    const call = { method: 'GET', url, access: 'pull', headers };
    return client.call(call, async (answer) => {
        if (none.includes(answer.status))
            return discard(answer).then(() => undefined);
        if (answer.status !== 200)
            throw await client.refusal(call, answer);
        const bytes = await bytesOf(answer, what, maxPageBytes);
        const json = (0,oci_json/* parseJson */.q)(bytes, what, { maxBytes: maxPageBytes });
        const next = nextOf(answer.headers.link, { client, from: url, what });
        return { page: { bytes, json }, next };
    });
}
/** https://www.rfc-editor.org/rfc/rfc8288 */
function nextOf(link, how) {
    const target = /<([^<>]{1,4096})>\s*;\s*rel="?next"?/i.exec(link ?? '')?.[1];
    if (target === undefined)
        return undefined;
    const url = URL.parse(target, how.from.href);
    if (url?.origin === how.client.base.origin)
        return url;
    throw new oci_errors/* Corrupt */.Q6(how.what, 'its next page is in another place');
}

;// CONCATENATED MODULE: ./packages/oci/registry-referrers.ts








const rounds = 15;
const shortestMs = 40;
const spreadMs = 120;
const tagOf = (subject) => (0,oci_reference/* parseTag */.ED)((0,referrers_tag/* referrersTag */.L)(subject));
/** What refers to a manifest, from the registry's own list or the one that its clients keep under a tag. */
class Referrers {
    #client;
    #queues = new Map();
    constructor(client) {
        this.#client = client;
    }
    /** @throws Corrupt when the list is none */
    async *list(subject, artifactType) {
        const seen = new Set();
        for await (const found of this.#all(subject, artifactType)) {
            // A registry may pass the filter over, and a list on several pages may repeat itself.
            if (seen.has(found.digest))
                continue;
            seen.add(found.digest);
            if (artifactType === undefined || found.artifactType === artifactType)
                yield found;
        }
    }
    /** Puts a manifest on the list of its subject, where the registry did not do so by itself. */
    async add(subject, entry) {
        await this.#change(subject, (list) => list.some(({ digest }) => digest === entry.digest) ? list : [...list, entry]);
    }
    /** Takes a manifest off the list of its subject, where clients keep one. */
    async drop(subject, dropped) {
        await this.#change(subject, (list) => list.some(({ digest }) => digest === dropped)
            ? list.filter(({ digest }) => digest !== dropped)
            : list);
    }
    async *#all(subject, artifactType) {
        const client = this.#client;
        const what = `the list of referrers of ${client.name}@${subject}`;
        const url = client.url(`referrers/${subject}`, artifactType === undefined ? {} : { artifactType });
        // Registries without the list say so in several ways.
        const none = [400, 404, 405, 501];
        for await (const page of pages(client, url, { what, none, accept: oci_descriptor/* mediaType */.JL.index })) {
            if (page === undefined)
                yield* await this.#kept(subject);
            else
                yield* manifestsOf(page.bytes, what);
        }
    }
    /** The list that clients keep. */
    async #kept(subject) {
        const found = await readManifest(this.#client, tagOf(subject));
        return found === undefined
            ? []
            : manifestsOf(found.bytes, `the list of referrers of ${this.#client.name}@${subject}`);
    }
    /** One writer of this process after the other; against those of others only looking again helps. */
    async #change(subject, change) {
        const before = this.#queues.get(subject) ?? Promise.resolve();
        const mine = before.catch(() => undefined).then(async () => this.#settle(subject, change));
        this.#queues.set(subject, mine);
        await mine;
    }
    /**
     * Reads, writes and reads again until the change is there. Nothing makes the two one step, so the wait
     * between them is for those who read before we wrote, and it differs so that two do not go on together.
     */
    async #settle(subject, change) {
        for (let round = 1; round <= rounds; round += 1) {
            const list = await this.#kept(subject);
            const wanted = change(list);
            if (wanted === list)
                return;
            await this.#write(subject, wanted);
            await this.#client.wait(shortestMs + Math.random() * spreadMs * round);
        }
        throw new oci_errors/* Unreachable */.LL(this.#client.name, `others wrote the list of referrers of ${subject} each time that we did; try again`);
    }
    async #write(subject, manifests) {
        const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: oci_descriptor/* mediaType */.JL.index, manifests }));
        const descriptor = {
            mediaType: oci_descriptor/* mediaType */.JL.index,
            digest: (0,oci_digest/* digestOf */.ol)(bytes),
            size: bytes.length,
        };
        await writeManifest(this.#client, tagOf(subject), { descriptor, bytes });
    }
}
function manifestsOf(bytes, what) {
    const list = (0,oci_manifest/* parseManifest */.Ng)(bytes, oci_descriptor/* mediaType */.JL.index, what);
    if ((0,oci_manifest/* isIndex */.nw)(list))
        return list.manifests;
    throw new oci_errors/* Corrupt */.Q6(what, 'it is no index');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./packages/oci/registry-uploads.ts






/** Stores a blob with one POST and one PUT, or has the registry take it from another repository. */
async function writeBlob(client, upload) {
    const { descriptor, signal } = upload;
    if ((await blobSize(client, descriptor.digest, signal)) !== undefined)
        return 'there';
    return retry(client.name, client.wait, async () => {
        const session = (upload.mount === undefined ? undefined : await tryMount(client, upload, upload.mount)) ??
            (await begin(client, { signal }));
        if (session === 'mounted')
            return 'mounted';
        await send(client, upload, session);
        return 'stored';
    });
}
/** Undefined when the registry does not want to: the blob is then sent. */
async function tryMount(client, { descriptor, signal }, from) {
    try {
        return await begin(client, { mount: from, digest: descriptor.digest, signal });
    }
    catch (error) {
        if (error instanceof oci_errors/* Denied */.Cb || error instanceof oci_errors/* NotThere */.W2)
            return undefined;
        throw error;
    }
}
async function begin(client, how) {
    const { mount, digest, signal } = how;
    const isMount = mount !== undefined && digest !== undefined;
    const call = {
        method: 'POST',
        url: client.url('blobs/uploads/', isMount ? { mount: digest, from: mount } : {}),
        access: 'push',
        signal,
        ...(isMount ? { mount } : {}),
    };
    const answer = await client.once(call);
    const { location } = answer.headers;
    if (answer.status === 201 && isMount) {
        await discard(answer);
        return 'mounted';
    }
    if (answer.status !== 202 || location === undefined)
        throw await client.refusal(call, answer);
    await discard(answer);
    return client.locate(location, answer.url);
}
async function send(client, upload, session) {
    const { descriptor, open, signal } = upload;
    const what = `the blob ${descriptor.digest} for ${client.name}`;
    const url = new URL(session);
    // As text: the rest of the query may be signed letter by letter.
    url.search += `${url.search === '' ? '?' : '&'}digest=${encodeURIComponent(descriptor.digest)}`;
    const call = {
        method: 'PUT',
        url,
        access: 'push',
        signal,
        headers: { 'content-type': 'application/octet-stream' },
        lengthBytes: descriptor.size,
        body: () => external_node_stream_.Readable.from(late(checked(open, descriptor, what)), { objectMode: false }),
    };
    const answer = await client.once(call);
    if (answer.status === 201 || answer.status === 204)
        return discard(answer);
    throw await client.refusal(call, answer, ({ codes, says }) => {
        // The session is gone; another one may do.
        if (answer.status === 404)
            return new Passing(() => new oci_errors/* NotThere */.W2('the upload', client.name));
        return codes.some((code) => code === 'DIGEST_INVALID' || code === 'SIZE_INVALID')
            ? new oci_errors/* Corrupt */.Q6(what, `${url.host} does not take it${says}`)
            : undefined;
    });
}
async function* checked(open, descriptor, what) {
    yield* (0,verified/* verified */.z)(await open(0), descriptor, { what });
}
/** One chunk late: what `source` checks at its end comes before its last bytes are out. */
async function* late(source) {
    let held;
    for await (const chunk of source) {
        if (held !== undefined)
            yield held;
        held = chunk;
    }
    if (held !== undefined)
        yield held;
}

;// CONCATENATED MODULE: ./packages/oci/registry-remove.ts








/**
 * Removes a manifest with all its names.
 * @throws Denied where the registry removes none
 */
async function removeManifest(client, digest) {
    const found = await ask(client, digest);
    if (found === 'unsupported')
        throw unsupported(client, digest);
    return found === 'removed';
}
/**
 * Removes a name and leaves what it named. Where names cannot be removed, it is put on a manifest made for
 * that, and goes with it.
 * @throws Denied where the registry removes nothing
 */
async function removeTag(client, tag) {
    const found = await ask(client, tag);
    if (found !== 'unsupported')
        return found === 'removed';
    if ((await resolve(client, tag)) === undefined)
        return false;
    const standIn = makeStandIn();
    // Before the name is moved: a registry that removes no manifest would leave it there.
    if ((await ask(client, standIn.descriptor.digest)) !== 'absent')
        throw unsupported(client, tag);
    await writeBlob(client, { ...standIn.config, mount: undefined, signal: undefined });
    await writeManifest(client, tag, standIn);
    return removeManifest(client, standIn.descriptor.digest);
}
const unsupported = (client, what) => new oci_errors/* Denied */.Cb(`removing ${JSON.stringify(what)} from ${client.name}`, `${client.base.host} does not remove it by its API; use the registry's own pages or retention rules`);
async function ask(client, at) {
    const url = client.url(`manifests/${at}`);
    const call = { method: 'DELETE', url, access: 'delete' };
    return client.call(call, async (answer) => {
        const found = meanings[answer.status];
        if (found === undefined)
            throw await client.refusal(call, answer);
        await discard(answer);
        return found;
    });
}
const meanings = {
    200: 'removed',
    202: 'removed',
    204: 'removed',
    400: 'unsupported',
    404: 'absent',
    405: 'unsupported',
    501: 'unsupported',
};
/** A manifest that nobody else has. */
function makeStandIn() {
    const content = Buffer.from('{}');
    const config = {
        mediaType: oci_descriptor/* mediaType */.JL.empty,
        digest: (0,oci_digest/* digestOf */.ol)(content),
        size: content.byteLength,
    };
    const bytes = Buffer.from(JSON.stringify({
        schemaVersion: 2,
        mediaType: oci_descriptor/* mediaType */.JL.manifest,
        artifactType: 'application/vnd.oci.empty.v1+json',
        config,
        layers: [config],
        annotations: { 'dev.ecluse.removed': (0,external_node_crypto_.randomUUID)() },
    }));
    return {
        descriptor: { mediaType: oci_descriptor/* mediaType */.JL.manifest, digest: (0,oci_digest/* digestOf */.ol)(bytes), size: bytes.byteLength },
        bytes,
        config: {
            descriptor: config,
            open: async () => external_node_stream_.Readable.from([content], { objectMode: false }),
        },
    };
}

;// CONCATENATED MODULE: ./packages/oci/registry-tags.ts







const maxTags = 1_000_000;
const perPage = '1000';
/** All tags in the order of their bytes, without those that keep lists of referrers. */
async function listTags(client) {
    const what = `the list of tags of ${client.name}`;
    const found = new Set();
    const start = client.url('tags/list', { n: perPage });
    for await (const page of pages(client, start, { what, none: [404] })) {
        for (const tag of tagsOf(page?.json, what))
            if (!(0,referrers_tag/* isReferrersTag */.z)(tag))
                found.add(tag);
        if (found.size > maxTags)
            throw new oci_errors/* Corrupt */.Q6(what, `it has more than ${maxTags} tags`);
    }
    return [...found].sort();
}
/** An empty list may be null. */
function tagsOf(json, what) {
    const tags = fieldOf(json, 'tags') ?? [];
    if (!Array.isArray(tags))
        throw new oci_errors/* Corrupt */.Q6(what, '"tags" must be a list');
    return tags.map((tag) => {
        if (typeof tag === 'string' && (0,oci_reference/* isTag */.dz)(tag))
            return tag;
        throw new oci_errors/* Corrupt */.Q6(what, `${(0,quote/* quote */.h)(JSON.stringify(tag))} is not a tag`);
    });
}
/**
 * Compares, writes and reads again: but for our own server, registries have nothing better.
 * @throws TagMoved, TagImmutable
 */
async function moveTag(client, { tag, descriptor, bytes, expect }) {
    const name = `${client.name}:${tag}`;
    const standing = async () => (await resolve(client, tag))?.digest;
    const before = await standing();
    if (expect !== 'anything' && before !== (expect === 'absent' ? undefined : expect)) {
        throw new oci_errors/* TagMoved */.a9(name, expect, before);
    }
    // Where tags are written once, the same content again is refused too.
    if (before === descriptor.digest)
        return { before, stored: undefined, guarantee: 'read-back' };
    const condition = conditionOf(client, expect);
    const special = (status, said) => isImmutable(status, said, before) ? new oci_errors/* TagImmutable */.Nq(name) : undefined;
    const stored = await writeManifest(client, tag, {
        descriptor,
        bytes,
        special,
        ...condition,
    }).catch(async (error) => {
        if (!(error instanceof oci_errors/* TagImmutable */.Nq) || (await standing()) === before)
            throw error;
        return undefined;
    });
    if (condition !== undefined && stored !== undefined) {
        return { before, stored, guarantee: 'atomic' };
    }
    const after = await standing();
    if (after === descriptor.digest)
        return { before, stored, guarantee: 'read-back' };
    throw stored === undefined
        ? new oci_errors/* TagMoved */.a9(name, before ?? 'absent', after)
        : new oci_errors/* TagMoved */.a9(name, descriptor.digest, after);
}
function conditionOf(client, expect) {
    if (!client.comparesTags || expect === 'anything')
        return undefined;
    return {
        headers: expect === 'absent' ? { 'if-none-match': '*' } : { 'if-match': `"${expect}"` },
    };
}
/** Each registry says it in its own way: ECR, Harbor, Quay, zot. */
const isImmutable = (status, { codes, says }, before) => /immutable|cannot be overwritten/i.test(says) ||
    status === 409 ||
    status === 412 ||
    (status === 400 && codes.includes('TAG_INVALID')) ||
    (status === 403 && before !== undefined && codes.includes('DENIED') && !/permission/i.test(says));

;// CONCATENATED MODULE: ./packages/oci/registry.ts










/**
 * A repository of an HTTP registry: logged in when it asks for that, tried three times where it may help.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 */
function registry(how) {
    const client = new RegistryClient(how);
    const referrers = new Referrers(client);
    const { name, repository: path } = client;
    const key = client.base.origin;
    return {
        name,
        key,
        path,
        resolve: async (at) => resolve(client, at),
        manifest: async (at) => readManifest(client, at),
        blob: async (descriptor, options = {}) => readBlob(client, descriptor, options),
        hasBlob: async (digest) => (await blobSize(client, digest)) !== undefined,
        blobSize: async (digest) => blobSize(client, digest),
        putBlob: async (descriptor, open, { mount, signal } = {}) => writeBlob(client, {
            descriptor,
            open,
            signal,
            mount: mount && pathIn(key, (0,behind/* innermost */.O)(mount)),
        }),
        async putManifest(bytes, mediaType) {
            const manifest = manifestOf(bytes, mediaType, name);
            const stored = await writeManifest(client, manifest.descriptor.digest, manifest);
            await list(referrers, manifest, stored);
            return manifest.descriptor;
        },
        async tag(tag, bytes, mediaType, expect) {
            const manifest = manifestOf(bytes, mediaType, name);
            const { before, stored, guarantee } = await moveTag(client, { tag, expect, ...manifest });
            if (stored !== undefined)
                await list(referrers, manifest, stored);
            return { before, guarantee };
        },
        async *tags() {
            yield* await listTags(client);
        },
        referrers: (subject, artifactType) => referrers.list(subject, artifactType),
        async remove(at) {
            if (!(0,oci_digest/* isDigest */.Bc)(at))
                return removeTag(client, at);
            const found = await readManifest(client, at);
            const isRemoved = await removeManifest(client, at);
            const subject = found && subjectOf(found.bytes, found.descriptor.mediaType);
            if (isRemoved && subject !== undefined)
                await referrers.drop(subject.digest, at);
            return isRemoved;
        },
    };
}
/** Undefined for what is not in the registry with this key. */
const pathIn = (key, repository) => repository.key === key && 'path' in repository && typeof repository.path === 'string'
    ? repository.path
    : undefined;
/** @throws Corrupt for what is no manifest: no registry is asked to store it */
function manifestOf(bytes, mediaType, name) {
    const digest = (0,oci_digest/* digestOf */.ol)(bytes);
    const manifest = (0,oci_manifest/* parseManifest */.Ng)(bytes, mediaType, `the manifest ${digest} for ${name}`);
    const descriptor = { mediaType, digest, size: bytes.byteLength };
    return { manifest, descriptor, bytes };
}
async function list(referrers, { manifest, descriptor }, { knowsSubject }) {
    if (manifest.subject === undefined || knowsSubject)
        return;
    await referrers.add(manifest.subject.digest, (0,oci_manifest/* asReferrer */.wU)(descriptor, manifest));
}
/** Of a manifest that is to go: one that cannot be read has none. */
function subjectOf(bytes, mediaType) {
    try {
        return (0,oci_manifest/* parseManifest */.Ng)(bytes, mediaType).subject;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/pipeline/store.ts

/**
 * Opens repositories as the inputs say, with the logins that this machine has.
 * @param written names of images and environments: they are read where they are written
 */
function openFor(io, input, written) {
    const secret = (value) => {
        io.secret(value);
    };
    const logins = credentials({ env: io.env, githubToken: input['github-token'], secret });
    return openStore({
        ...(input.store === undefined ? {} : { store: input.store }),
        cwd: io.cwd,
        signal: io.signal,
        offline: input.offline,
        dryRun: input['dry-run'],
        written: (name) => written.includes(name),
        registry: (where) => registry({
            ...where,
            transport: io.transport,
            credentials: logins,
            signal: io.signal,
            log: io.log,
            secret,
        }),
    });
}


/***/ })

};
