export const id = 293;
export const ids = [293];
export const modules = {

/***/ 5887:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fO: () => (/* binding */ pour),
/* harmony export */   gB: () => (/* binding */ flowOf),
/* harmony export */   nl: () => (/* binding */ Flow)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_0__);

const aheadBytes = 1024 * 1024;
/**
 * A stream that can be poured as well (`pour`): its pieces then go from hand to hand in the memory that they came
 * in, one at a time. Read as any other stream it gives copies of them.
 */
class Flow extends node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable {
    #run;
    #over = new AbortController();
    #isBegun = false;
    #goOn = () => undefined;
    constructor(run) {
        super({ highWaterMark: aheadBytes });
        this.#run = run;
        // An error that comes before anybody reads waits in the stream; unheard, it would end the process.
        this.on('error', () => undefined);
    }
    /** Nobody has begun to read it. */
    get isWhole() {
        return !this.#isBegun;
    }
    async pour(sink) {
        const { signal } = this.#over;
        this.#isBegun = true;
        try {
            signal.throwIfAborted();
            await this.#run(sink, signal);
        }
        catch (error) {
            signal.throwIfAborted();
            throw error;
        }
        finally {
            this.destroy();
        }
    }
    _read() {
        if (this.#isBegun)
            this.#goOn();
        else
            void this.#feed();
    }
    _destroy(error, done) {
        this.#over.abort(error ?? undefined);
        this.#goOn();
        done(error);
    }
    async #feed() {
        const { signal } = this.#over;
        this.#isBegun = true;
        try {
            await this.#run(async (bytes) => {
                const isWanted = this.push(Buffer.from(bytes));
                if (!isWanted && !signal.aborted)
                    await this.#asked();
                signal.throwIfAborted();
            }, signal);
            this.push(null);
        }
        catch (error) {
            this.destroy(Error.isError(error) ? error : new Error('the stream broke', { cause: error }));
        }
    }
    async #asked() {
        await new Promise((resolve) => {
            this.#goOn = resolve;
        });
    }
}
/** Gives a stream to a sink, to its end. The first error of either ends both. */
async function pour(source, sink) {
    if (source instanceof Flow && source.isWhole)
        return source.pour(sink);
    for await (const bytes of source)
        await sink(bytes);
}
/** A flow that is made of a stream, which ends with it. */
function flowOf(source, run) {
    const flow = new Flow(run);
    flow.once('close', () => source.destroy());
    return flow;
}


/***/ }),

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

/***/ 728:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ Check)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3670);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9205);


/** Holds bytes against what a descriptor promises of them. */
class Check {
    #descriptor;
    #what;
    #hasher;
    #bytes;
    /** @param from where bytes that were hashed before end */
    constructor(descriptor, what, from) {
        this.#descriptor = descriptor;
        this.#what = what;
        this.#hasher = from?.hasher ?? new _digest_js__WEBPACK_IMPORTED_MODULE_0__/* .Hasher */ .OP((0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .algorithmOf */ .Hy)(descriptor.digest));
        this.#bytes = from?.at ?? 0;
    }
    /** How many there were. */
    get bytes() {
        return this.#bytes;
    }
    /** What was hashed so far, to go on from. */
    get mark() {
        return { at: this.#bytes, hasher: this.#hasher.copy() };
    }
    /** @throws Corrupt when there are too many; with the last ones, when the digest of all is another one */
    add(bytes) {
        this.#hasher.update(bytes);
        this.#bytes += bytes.byteLength;
        const { size } = this.#descriptor;
        if (this.#bytes > size)
            throw this.#corrupt(`it has more than the ${size} bytes that were promised`);
        if (this.#bytes === size && bytes.byteLength > 0)
            this.#compare();
    }
    /** @throws Corrupt when there were too few */
    end() {
        const { size } = this.#descriptor;
        if (this.#bytes < size)
            throw this.#corrupt(`it ended after ${this.#bytes} of ${size} bytes`);
        if (size === 0)
            this.#compare();
    }
    #compare() {
        const { digest } = this.#descriptor;
        const found = this.#hasher.copy().digest();
        if (found !== digest)
            throw this.#corrupt(`its digest is ${found} and should be ${digest}`);
    }
    #corrupt(why) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Corrupt */ .Q6(this.#what, why);
    }
}


/***/ }),

/***/ 3239:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   Bq: () => (/* binding */ formatPlatform),
/* harmony export */   JL: () => (/* binding */ mediaType),
/* harmony export */   Ng: () => (/* binding */ platformKey),
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
/**
 * What tells whether two platforms are the same: an ARM processor has a variant, whether it is said or not.
 * https://github.com/containerd/platforms/blob/v1.0.0/database.go
 */
function platformKey({ os, architecture, variant = '' }) {
    if (architecture === 'arm64' && /^v?8$/.test(variant))
        return `${os}/arm64`;
    if (architecture === 'arm' && /^v?7?$/.test(variant))
        return `${os}/arm/v7`;
    return formatPlatform({ os, architecture, ...(variant === '' ? {} : { variant }) });
}


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

/***/ 9679:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   OX: () => (/* binding */ standsThere),
/* harmony export */   O_: () => (/* binding */ ignoring),
/* harmony export */   S3: () => (/* binding */ openNamed),
/* harmony export */   Tq: () => (/* binding */ openFile),
/* harmony export */   X0: () => (/* binding */ sweep),
/* harmony export */   f4: () => (/* binding */ writeAll),
/* harmony export */   iR: () => (/* binding */ flowOfFile),
/* harmony export */   lQ: () => (/* binding */ isFolder),
/* harmony export */   rx: () => (/* binding */ pourFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2420);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5887);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9205);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7699);






const dayMs = 24 * 60 * 60 * 1000;
// A link is not followed out of the layout, and a pipe does not keep us waiting.
const reading = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK;
/** For `catch`: undefined for these system errors, the others go on. */
const ignoring = (...codes) => (error) => {
    if (!codes.includes((0,_io__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error) ?? ''))
        throw error;
};
/** A file for reading; undefined when there is none, or something else than a regular file. */
const openFile = (file) => opened(file, reading);
/** The same of a file that a person named, also by a link to it. */
const openNamed = (file) => opened(file, reading & ~node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
async function opened(file, flags) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, flags).catch(ignoring('ENOENT', 'ENOTDIR'));
    if (handle === undefined || (await handle.stat()).isFile())
        return handle;
    await handle.close();
    return undefined;
}
/** What somebody finds who looks for a file, for a sentence; undefined: nothing. */
async function standsThere(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(ignoring('ENOENT', 'ENOTDIR'));
    if (found === undefined)
        return undefined;
    if (found.isFile())
        return 'a file';
    if (found.isDirectory())
        return 'a folder';
    return found.isFIFO() ? 'a pipe' : found.isSocket() ? 'a socket' : 'a device';
}
/** Writes all of it at the file's own place. */
async function writeAll(file, chunks) {
    const { bytesWritten } = await file.writev(chunks);
    const length = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
    if (bytesWritten < length) {
        await file.writeFile(Buffer.concat(chunks).subarray(bytesWritten));
    }
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
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(folder).catch(ignoring('ENOENT', 'ENOTDIR'));
    if (found === undefined || found.isDirectory())
        return found !== undefined;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Corrupt */ .Q6(JSON.stringify(folder), 'it is no folder, and links are not followed');
}
/**
 * Removes temporary files (`owner.ts`) of processes that were killed; of those that cannot be asked from here,
 * after a day.
 */
async function sweep(scratch) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(scratch)) {
        const file = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(scratch, name);
        if (name !== 'lock' && ((await (0,_owner_js__WEBPACK_IMPORTED_MODULE_5__/* .isDead */ .X)(name)) || (await isOld(file)))) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(file, { recursive: true, force: true });
        }
    }
}
async function isOld(file) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(file).catch(ignoring('ENOENT'));
    return found !== undefined && Date.now() - found.mtimeMs > dayMs;
}
const pieceBytes = 1024 * 1024;
/** Gives a part of a file to a sink, which may use less than a piece's memory but no longer than it works on it. */
async function pourFile(file, { from, to }, sink, signal) {
    const size = Math.min(pieceBytes, to - from);
    const read = async (into, at) => file.read(into, 0, Math.min(size, to - at), at);
    // One is filled while the other is worked on.
    let [now, next] = [Buffer.allocUnsafeSlow(size), Buffer.allocUnsafeSlow(size)];
    let reading = read(now, from);
    for (let at = from; at < to;) {
        const { bytesRead } = await reading;
        signal?.throwIfAborted();
        if (bytesRead === 0)
            return;
        at += bytesRead;
        if (at < to)
            reading = read(next, at);
        reading.catch(() => undefined);
        await sink(now.subarray(0, bytesRead));
        [now, next] = [next, now];
    }
}
/** A part of a file, which is closed with it. */
function flowOfFile(file, range) {
    const flow = new _io__WEBPACK_IMPORTED_MODULE_6__/* .Flow */ .nl((sink, signal) => pourFile(file, range, sink, signal));
    return flow.once('close', () => void file.close().catch(() => undefined));
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

/***/ 6814:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ inLayout)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9205);


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
    const code = (0,_io__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$N)(error);
    if (error instanceof _io__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV || code === undefined || !/^E[A-Z0-9]+$/.test(code))
        return error;
    const lack = full[code];
    if (lack !== undefined) {
        return new _io__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV(3, 'disk-full', `${where} cannot be written: ${lack}`, { cause: error });
    }
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Denied */ .Cb(`access to ${where}`, 'let this user read and write the folder', {
            cause: error,
        });
    }
    if (code === 'ELOOP') {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Corrupt */ .Q6(where, 'a file in it is a symbolic link, and links are not followed', {
            cause: error,
        });
    }
    const inTheWay = code === 'ENOTDIR' || code === 'EEXIST';
    const why = inTheWay ? 'a file stands where a folder must be' : `the file system says ${code}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Unreachable */ .LL(where, why, { cause: error });
}


/***/ }),

/***/ 1317:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ parseIndex),
/* harmony export */   Ih: () => (/* binding */ annotationsOf),
/* harmony export */   JA: () => (/* binding */ standing),
/* harmony export */   Ke: () => (/* binding */ describedAs),
/* harmony export */   Qe: () => (/* binding */ formatIndex),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   el: () => (/* binding */ withName),
/* harmony export */   gW: () => (/* binding */ emptyIndex),
/* harmony export */   nA: () => (/* binding */ withoutDigest),
/* harmony export */   p1: () => (/* binding */ unnamed),
/* harmony export */   rM: () => (/* binding */ withEntry),
/* harmony export */   u_: () => (/* binding */ withoutName)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7663);
/* harmony import */ var _descriptor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3239);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9205);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6148);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(127);






/** An entry as it stands in the file, so that what other tools wrote there is written back. */
class Entry {
    raw;
    name;
    #descriptor;
    constructor(raw) {
        this.raw = raw;
        const annotations = aRecord(raw.annotations);
        const name = annotations?.[_io__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7.refName];
        this.name = typeof name === 'string' ? name : undefined;
    }
    /** Undefined for what cannot be read: a digest of another algorithm. Read when it is asked for: most are not. */
    get descriptor() {
        if (this.#descriptor === undefined) {
            const read = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .descriptorSchema */ .TM, this.raw);
            this.#descriptor = { value: read.success ? read.output : undefined };
        }
        return this.#descriptor.value;
    }
}
/** The name by which containerd and BuildKit find an image; it is theirs. */
const containerdName = 'io.containerd.image.name';
const emptyIndex = {
    rest: { schemaVersion: 2, mediaType: _descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .mediaType */ .JL.index },
    entries: [],
};
const aRecord = (value) => valibot__WEBPACK_IMPORTED_MODULE_1__.is(valibot__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({}), value) && !Array.isArray(value) ? value : undefined;
const indexSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    schemaVersion: valibot__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(2),
    manifests: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({}))),
});
/** @throws Corrupt */
function parseIndex(bytes, what, limits) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(indexSchema, (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .q)(bytes, what, limits));
    if (!result.success) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .Corrupt */ .Q6(what, 'it is no index with schemaVersion 2 and a list "manifests"');
    }
    const { manifests, ...rest } = result.output;
    return { rest, entries: (manifests ?? []).map((raw) => new Entry(raw)) };
}
const formatIndex = ({ rest, entries }) => Buffer.from(JSON.stringify({ ...rest, manifests: entries.map(({ raw }) => raw) }));
/**
 * What a name stands for.
 * @throws Corrupt when that cannot be read, or when two entries differ in it
 */
function standing(index, name, what) {
    const found = index.entries.filter((entry) => entry.name === name);
    const digests = new Set(found.map(({ descriptor }) => descriptor?.digest));
    if (digests.size > 1) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .Corrupt */ .Q6(what, `${JSON.stringify(name)} stands in it for more than one digest`);
    }
    if (digests.has(undefined)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .Corrupt */ .Q6(what, `its entry ${JSON.stringify(name)} is no descriptor with a known digest`);
    }
    return found[0]?.descriptor;
}
// The text first: it is cheaper than the whole descriptor.
const isOf = (entry, digest) => entry.raw.digest === digest && entry.descriptor !== undefined;
const describedAs = (index, digest) => index.entries.find((entry) => isOf(entry, digest))?.descriptor;
/** All descriptors without a name. */
const unnamed = (index) => index.entries.flatMap(({ name, descriptor }) => name === undefined && descriptor !== undefined ? [descriptor] : []);
const namesOf = (index) => index.entries.flatMap(({ name }) => (name === undefined ? [] : [name]));
function withEntry(index, descriptor) {
    return { ...index, entries: [...index.entries, new Entry({ ...descriptor })] };
}
/**
 * Takes the name from where it stands and gives it to this descriptor, whose annotations are joined by those of the other
 * entries for its digest: what is said of a descriptor holds under each of its names.
 */
function withName(index, name, { mediaType, digest, size, annotations: given = {} }) {
    const annotations = { ...annotationsOf(index, digest), ...given, [_io__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7.refName]: name };
    return withEntry(withoutName(index, name), { mediaType, digest, size, annotations });
}
/** Annotations of the entries for a digest, but for those that are names. */
function annotationsOf(index, digest) {
    const all = index.entries
        .filter((entry) => isOf(entry, digest))
        .flatMap(({ descriptor }) => Object.entries(descriptor?.annotations ?? {}));
    return Object.fromEntries(all.filter(([key]) => key !== _io__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7.refName && key !== containerdName));
}
/** The entry goes with its name, unless containerd knows it by another one. */
function withoutName(index, name) {
    const entries = index.entries.flatMap((entry) => {
        if (entry.name !== name)
            return [entry];
        const kept = Object.entries(entry.descriptor?.annotations ?? {}).filter(([key]) => key !== _io__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7.refName);
        const annotations = Object.fromEntries(kept);
        return containerdName in annotations ? [new Entry({ ...entry.raw, annotations })] : [];
    });
    return { ...index, entries };
}
function withoutDigest(index, digest) {
    const entries = index.entries.filter((entry) => !isOf(entry, digest));
    return entries.length === index.entries.length ? index : { ...index, entries };
}


/***/ }),

/***/ 5284:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G$: () => (/* binding */ LayoutTop),
  Rd: () => (/* binding */ isPartOfLayout)
});

// UNUSED EXPORTS: maxIndexBytes

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./packages/io/make-folder.ts
var make_folder = __webpack_require__(234);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/oci/files.ts
var files = __webpack_require__(9679);
// EXTERNAL MODULE: ./packages/oci/json.ts
var oci_json = __webpack_require__(6148);
// EXTERNAL MODULE: ./packages/oci/layout-errors.ts
var layout_errors = __webpack_require__(6814);
// EXTERNAL MODULE: ./packages/oci/layout-index.ts
var layout_index = __webpack_require__(1317);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./packages/io/errors.ts
var io_errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/oci/owner.ts
var owner = __webpack_require__(7699);
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
    const name = await (0,owner/* ownName */.q)();
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
        if ((await (0,owner/* isDead */.X)(holder)) || (await isSilent(external_node_path_default().join(lock, holder), seen, silenceMs))) {
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
// Younger than so, a file may be followed by another one that bears the same times: clocks of file systems tick.
const settledMs = 2_000;
/** A repository of that name would lie in the layout whose name is shorter. */
const isPartOfLayout = (name) => name === 'blobs' || name === 'index.json' || name === 'oci-layout';
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
    #known;
    constructor(root, patience) {
        this.root = root;
        this.scratch = external_node_path_default().join(root, '.ecluse');
        this.where = JSON.stringify(root);
        this.#patience = patience;
    }
    /** What `index.json` holds: the very same value when it is the same file. Undefined when there is no layout. */
    async index() {
        const file = external_node_path_default().join(this.root, 'index.json');
        return (0,layout_errors/* inLayout */._)(this.where, async () => {
            // Another call may forget it in between.
            const known = this.#known;
            if (known !== undefined) {
                const found = await (0,promises_.stat)(file, { bigint: true }).catch((0,files/* ignoring */.O_)('ENOENT', 'ENOTDIR'));
                if (found !== undefined && markOf(found) === known.mark)
                    return known.index;
            }
            const handle = await (0,files/* openFile */.Tq)(file);
            if (handle === undefined)
                return undefined;
            const found = await handle.stat({ bigint: true });
            const bytes = await this.#content(handle, 'index.json', maxIndexBytes);
            await this.#hasVersion();
            const index = (0,layout_index/* parseIndex */.A1)(bytes, `"index.json" in ${this.where}`, { maxBytes: maxIndexBytes });
            const isSettled = Date.now() - Number(found.mtimeMs) > settledMs;
            this.#known = isSettled ? { index, mark: markOf(found) } : undefined;
            return index;
        });
    }
    /** Replaces `index.json` by what `change` makes of it, under the lock. */
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
        await (0,layout_errors/* inLayout */._)(this.where, async () => {
            await (0,make_folder/* makeFolder */.f)(external_node_path_default().join(this.root, 'blobs'));
            await (0,make_folder/* makeFolder */.f)(this.scratch);
            await (0,files/* isFolder */.lQ)(this.scratch);
            await (0,files/* sweep */.X0)(this.scratch);
        });
        if (!(await this.#hasVersion()))
            await this.#writeVersion();
        if ((await this.index()) === undefined) {
            await this.#rewrite(async (before) => ({ ...before }));
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
        await (0,layout_errors/* inLayout */._)(this.where, async () => {
            const temporary = external_node_path_default().join(this.scratch, await (0,owner/* ownName */.q)());
            const file = await (0,promises_.open)(temporary, 'wx', 0o644);
            await file.writeFile('{"imageLayoutVersion":"1.0.0"}');
            await file.close();
            await (0,promises_.rename)(temporary, external_node_path_default().join(this.root, 'oci-layout'));
        });
    }
    // Those of one process stand in a queue of their own: asking for the lock again and again takes longer.
    async #rewrite(change) {
        const edit = async () => {
            const found = await this.index();
            const before = found ?? layout_index/* emptyIndex */.gW;
            const after = await change(before);
            return after === before ? undefined : (0,layout_index/* formatIndex */.Qe)(after);
        };
        const target = external_node_path_default().join(this.root, 'index.json');
        const turn = this.#queue.then(() => (0,layout_errors/* inLayout */._)(this.where, () => replaceLocked(target, this.scratch, edit, this.#patience)));
        this.#queue = turn.catch(() => undefined);
        await turn;
    }
    async #read(name, maxBytes) {
        return (0,layout_errors/* inLayout */._)(this.where, async () => {
            const file = await (0,files/* openFile */.Tq)(external_node_path_default().join(this.root, name));
            return file && this.#content(file, name, maxBytes);
        });
    }
    async #content(file, name, maxBytes) {
        const bytes = await (0,files/* contentOf */.$E)(file, maxBytes);
        if (bytes !== undefined)
            return bytes;
        throw new errors/* Corrupt */.Q6(`"${name}" in ${this.where}`, `it has more than ${maxBytes} bytes`);
    }
}
const markOf = ({ dev, ino, size, mtimeNs, ctimeNs }) => [dev, ino, size, mtimeNs, ctimeNs].join(' ');


/***/ }),

/***/ 5970:
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
var json = __webpack_require__(6148);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./packages/io/flow.ts
var flow = __webpack_require__(5887);
// EXTERNAL MODULE: ./packages/oci/check.ts
var oci_check = __webpack_require__(728);
// EXTERNAL MODULE: ./packages/oci/files.ts
var files = __webpack_require__(9679);
// EXTERNAL MODULE: ./packages/oci/layout-errors.ts
var layout_errors = __webpack_require__(6814);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./packages/oci/layout-hashed.ts

// Nobody may write into a blob whose bytes were hashed on their way in. Other tools do the same.
const hashedMode = 0o444;
const writableModes = 146n;
const nsPerSecond = 1000000000n;
const nsPerMicrosecond = 1000n;
const microseconds = 1_000_000;
/**
 * Says of a file that its bytes were hashed: in the microseconds of the time of its last change, which nobody needs.
 * What they say holds for this very file as long as nobody writes into it, and for no copy of it, whoever made that;
 * hard links are the same file. Where they cannot be set or kept, it is hashed again.
 */
async function markHashed(file) {
    const found = await file.stat({ bigint: true });
    // In the middle of the microsecond, since the way to the system is a floating point number.
    const time = Number(found.mtimeNs / nsPerSecond) + (markOf(found) + 0.5) / microseconds;
    await file.utimes(time, time).catch(() => undefined);
}
/** Was this file hashed, and has nobody written into it since? */
const isHashed = (found) => (found.mode & writableModes) === 0n &&
    (found.mtimeNs % nsPerSecond) / nsPerMicrosecond === BigInt(markOf(found));
function markOf({ ino, size, birthtimeNs }) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(`${ino} ${size} ${birthtimeNs}`).digest();
    return hash.readUInt32BE() % microseconds;
}

// EXTERNAL MODULE: ./packages/oci/owner.ts
var owner = __webpack_require__(7699);
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












/**
 * The content of an OCI layout. A blob is flushed to the disk before it gets its name, because from then on
 * nobody looks at its bytes before they are used. Folders are not flushed: a name that is lost with the power
 * is a blob that the next run stores again.
 */
class LayoutBlobs {
    #top;
    constructor(top) {
        this.#top = top;
    }
    /** Size in bytes of a blob; undefined when there is none. */
    async size(digest) {
        return this.#guarded(async () => {
            if (!(await this.#hasFolder(digest)))
                return undefined;
            const found = await (0,promises_.lstat)(this.#path(digest)).catch((0,files/* ignoring */.O_)('ENOENT'));
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
            return file && (0,files/* contentOf */.$E)(file, maxBytes);
        });
        if (bytes === undefined || (0,oci_digest/* digestOf */.ol)(bytes, (0,oci_digest/* algorithmOf */.Hy)(digest)) === digest)
            return bytes;
        throw new errors/* Corrupt */.Q6(this.#nameOf(digest), 'its content does not have that digest');
    }
    /**
     * A stream from byte `from` on; undefined when there is no such blob. All bytes are read and hashed, also
     * those before `from`: a part alone could not be verified.
     */
    async stream(descriptor, { from = 0, signal, unchecked }) {
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
        const bytes = unchecked === true
            ? (0,files/* flowOfFile */.iR)(file, { from, to: size })
            : (0,verified/* verified */.z)((0,files/* flowOfFile */.iR)(file, { from: 0, to: size }), descriptor, { what, from });
        return signal === undefined ? bytes : (0,external_node_stream_.addAbortSignal)(signal, bytes);
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
                    const file = __addDisposableResource(env_1, await this.#guarded(() => (0,promises_.open)(temporary, 'wx', hashedMode)), true);
                    const check = new oci_check/* Check */.J(descriptor, what);
                    const flushing = new Flushing(file);
                    await (0,flow/* pour */.fO)(source, async (bytes) => {
                        check.add(bytes);
                        await this.#guarded(() => (0,files/* writeAll */.f4)(file, [bytes]));
                        flushing.wrote(bytes.byteLength);
                    });
                    check.end();
                    await this.#guarded(() => flushing.end());
                    await this.#guarded(() => markHashed(file));
                    return true;
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
    /**
     * Is a blob there with all its bytes? A file that we did not hash on its way in is hashed: what was torn by a loss of
     * power, or spoilt, is then written again.
     */
    async isWhole(descriptor, signal) {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const file = await this.#guarded(() => this.#open(descriptor.digest));
            if (file === undefined)
                return false;
            const open = __addDisposableResource(env_2, file, true);
            const found = await open.stat({ bigint: true });
            if (found.size !== BigInt(descriptor.size))
                return false;
            if (isHashed(found))
                return true;
            try {
                await hash(open, descriptor, { what: this.#nameOf(descriptor.digest), signal });
                return true;
            }
            catch (error) {
                if (error instanceof errors/* Corrupt */.Q6)
                    return false;
                throw error;
            }
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
    /** Stores small content by its digest, if it is not there whole. */
    async put(bytes, mediaType, algorithm = 'sha256') {
        const descriptor = { mediaType, digest: (0,oci_digest/* digestOf */.ol)(bytes, algorithm), size: bytes.length };
        const found = await this.read(descriptor.digest, bytes.length).catch(() => undefined);
        if (found === undefined) {
            await this.write(descriptor, external_node_stream_.Readable.from([bytes], { objectMode: false }));
        }
        return descriptor;
    }
    /**
     * Takes a blob over from another layout as a hard link; false when that cannot be done, for whatever
     * reason. Its bytes are hashed, unless the file says that we did so on their way into the other layout.
     */
    async adopt(from, descriptor) {
        const { digest, size } = descriptor;
        try {
            if (from === this || (await from.size(digest)) !== size)
                return false;
            return await this.#publish(digest, async (temporary) => {
                await (0,promises_.link)(from.#path(digest), temporary);
                await settle(temporary, descriptor, from.#nameOf(digest));
                return true;
            });
        }
        catch {
            return false;
        }
    }
    /** Where a blob lies; undefined when there is none. */
    async file(digest) {
        const sizeBytes = await this.size(digest);
        return sizeBytes === undefined ? undefined : { path: this.#path(digest), sizeBytes };
    }
    /**
     * Makes a file the blob, which its bytes were hashed to be; the file goes. False when it lies on another disk.
     */
    async take({ digest }, file) {
        return this.#publish(digest, async (temporary) => this.#guarded(async () => {
            const env_3 = { stack: [], error: void 0, hasError: false };
            try {
                const moved = await (0,promises_.rename)(file, temporary).then(() => true, (0,files/* ignoring */.O_)('EXDEV'));
                if (moved !== true)
                    return false;
                const written = __addDisposableResource(env_3, await (0,promises_.open)(temporary, 'r'), true);
                const { mode } = await written.stat();
                // Never for more people than the file was for.
                await written.chmod(mode & hashedMode);
                await written.datasync();
                await markHashed(written);
                return true;
            }
            catch (e_3) {
                env_3.error = e_3;
                env_3.hasError = true;
            }
            finally {
                const result_3 = __disposeResources(env_3);
                if (result_3)
                    await result_3;
            }
        }));
    }
    /** False when it is not there. */
    async remove(digest) {
        if ((await this.size(digest)) === undefined)
            return false;
        await this.#guarded(() => (0,promises_.rm)(this.#path(digest), { force: true }));
        return true;
    }
    /** `fill` makes a temporary file, which then gets the blob's name, unless it says that there is none. */
    async #publish(digest, fill) {
        await this.#top.prepare();
        const temporary = external_node_path_default().join(this.#top.scratch, await (0,owner/* ownName */.q)());
        try {
            if (!(await fill(temporary)))
                return false;
            await this.#guarded(async () => {
                await (0,promises_.mkdir)(external_node_path_default().dirname(this.#path(digest)), { recursive: true });
                await this.#hasFolder(digest);
                await (0,promises_.rename)(temporary, this.#path(digest));
            });
            return true;
        }
        finally {
            // Also after the rename: between two links of one file it does nothing.
            await (0,promises_.rm)(temporary, { force: true });
        }
    }
    async #open(digest) {
        return (await this.#hasFolder(digest)) ? (0,files/* openFile */.Tq)(this.#path(digest)) : undefined;
    }
    async #hasFolder(digest) {
        const folder = external_node_path_default().dirname(this.#path(digest));
        return (await (0,files/* isFolder */.lQ)(external_node_path_default().dirname(folder))) && (await (0,files/* isFolder */.lQ)(folder));
    }
    // The grammar of a digest leaves no way out of the folder.
    #path(digest) {
        return external_node_path_default().join(this.#top.root, 'blobs', (0,oci_digest/* algorithmOf */.Hy)(digest), (0,oci_digest/* hexOf */.ZD)(digest));
    }
    #nameOf(digest) {
        return `${digest} in ${this.#top.where}`;
    }
    #guarded(work) {
        return (0,layout_errors/* inLayout */._)(this.#top.where, work);
    }
}
const flushBytes = 16 * 1024 * 1024;
/** Flushes a file to the disk while more of it comes, so that little is left to be waited for at its end. */
class Flushing {
    #file;
    #flushed = Promise.resolve();
    #bytes = 0;
    constructor(file) {
        this.#file = file;
    }
    wrote(bytes) {
        this.#bytes += bytes;
        if (this.#bytes < flushBytes)
            return;
        this.#bytes = 0;
        this.#flushed = this.#flushed.then(() => this.#file.datasync());
        // The end tells of it.
        this.#flushed.catch(() => undefined);
    }
    async end() {
        await this.#flushed;
        await this.#file.datasync();
    }
}
/** Sees to it that a file is what the descriptor promises, and on the disk. @throws Corrupt */
async function settle(name, descriptor, what) {
    const env_4 = { stack: [], error: void 0, hasError: false };
    try {
        const file = await (0,files/* openFile */.Tq)(name);
        if (file === undefined)
            throw new errors/* Corrupt */.Q6(what, 'it is no file');
        const open = __addDisposableResource(env_4, file, true);
        const found = await open.stat({ bigint: true });
        if (!isHashed(found))
            await hash(open, descriptor, { what });
        await open.datasync();
    }
    catch (e_4) {
        env_4.error = e_4;
        env_4.hasError = true;
    }
    finally {
        const result_4 = __disposeResources(env_4);
        if (result_4)
            await result_4;
    }
}
/** @throws Corrupt when it is not what the descriptor promises */
async function hash(file, descriptor, { what, signal }) {
    const check = new oci_check/* Check */.J(descriptor, what);
    const add = (bytes) => {
        check.add(bytes);
    };
    await (0,files/* pourFile */.rx)(file, { from: 0, to: (await file.stat()).size }, add, signal);
    check.end();
}

// EXTERNAL MODULE: ./packages/oci/layout-index.ts
var layout_index = __webpack_require__(1317);
// EXTERNAL MODULE: ./packages/oci/descriptor.ts
var descriptor = __webpack_require__(3239);
// EXTERNAL MODULE: ./packages/oci/manifest.ts + 1 modules
var oci_manifest = __webpack_require__(127);
// EXTERNAL MODULE: ./packages/oci/referrers-tag.ts
var referrers_tag = __webpack_require__(9209);
;// CONCATENATED MODULE: ./packages/oci/layout-referrers.ts






/** As long as an `index.json` may be. */
const maxListBytes = 32 * 1024 * 1024;
/**
 * Referrers in an OCI layout: no standard says where they stand. They are kept as an index under the tag of
 * the distribution specification's fallback, which oras and regctl list; those that other tools left as
 * entries of `index.json` without a name are read too. A list that was
 * replaced stays as a blob until its layout is written again: a reader may be about to open it.
 * @param artifactType what the list calls otherwise is not opened: a list may be long
 */
async function* referrersIn(index, subject, { blobs, where, artifactType }) {
    const kept = (await keptFor(index, subject, { blobs, where })) ?? layout_index/* emptyIndex */.gW;
    const seen = new Set();
    for (const entry of [
        ...kept.entries,
        ...index.entries.filter(({ name }) => name === undefined),
    ]) {
        if (!mayBe(entry.raw.artifactType, artifactType))
            continue;
        const { descriptor } = entry;
        if (descriptor === undefined || seen.has(descriptor.digest))
            continue;
        seen.add(descriptor.digest);
        const found = await opened(descriptor, blobs);
        if (found === 'gone')
            throw new errors/* NotThere */.W2(descriptor.digest, where);
        // What an index says of its entries is hearsay: the manifest itself tells subject, type and annotations.
        if (found?.manifest.subject?.digest === subject)
            yield (0,oci_manifest/* asReferrer */.wU)(found.descriptor, found.manifest);
    }
}
/** Some tools leave the type out, or call everything empty. */
const mayBe = (listed, wanted) => wanted === undefined ||
    typeof listed !== 'string' ||
    listed === '' ||
    listed === descriptor/* mediaType */.JL.empty ||
    listed === wanted;
/** Adds a manifest to the referrers of its subject. The blob of the new list is written, `index.json` is not. */
async function withReferrer(index, subject, referrer, at) {
    const kept = (await keptFor(index, subject, at)) ?? layout_index/* emptyIndex */.gW;
    if ((0,layout_index/* describedAs */.Ke)(kept, referrer.digest) !== undefined)
        return index;
    return keeping(index, subject, (0,layout_index/* withEntry */.rM)(kept, referrer), at.blobs);
}
/** Does the list that is kept for a subject name this manifest? */
async function hasReferrer(index, subject, referrer, at) {
    const kept = await keptFor(index, subject, at);
    return kept !== undefined && (0,layout_index/* describedAs */.Ke)(kept, referrer) !== undefined;
}
/** Takes a manifest off the referrers of its subject. */
async function withoutReferrer(index, subject, referrer, at) {
    const kept = await keptFor(index, subject, at);
    if (kept === undefined || (0,layout_index/* describedAs */.Ke)(kept, referrer) === undefined)
        return index;
    const fewer = (0,layout_index/* withoutDigest */.nA)(kept, referrer);
    if (fewer.entries.length > 0)
        return keeping(index, subject, fewer, at.blobs);
    return (0,layout_index/* withoutName */.u_)(index, (0,referrers_tag/* referrersTag */.L)(subject));
}
async function keptFor(index, subject, { blobs, where }) {
    const descriptor = (0,layout_index/* standing */.JA)(index, (0,referrers_tag/* referrersTag */.L)(subject), where);
    if (descriptor === undefined)
        return undefined;
    const bytes = await blobs.read(descriptor.digest, maxListBytes);
    if (bytes === undefined)
        throw new errors/* NotThere */.W2(descriptor.digest, where);
    return (0,layout_index/* parseIndex */.A1)(bytes, `${descriptor.digest} in ${where}`, { maxBytes: maxListBytes });
}
async function keeping(index, subject, list, blobs) {
    const bytes = (0,layout_index/* formatIndex */.Qe)(list);
    // What is once longer than is read could never be read again, nor made shorter.
    if (bytes.byteLength > maxListBytes) {
        throw new errors/* Denied */.Cb(`listing another referrer of ${subject}`, `the list would have more than ${maxListBytes} bytes`);
    }
    return (0,layout_index/* withName */.el)(index, (0,referrers_tag/* referrersTag */.L)(subject), await blobs.put(bytes, descriptor/* mediaType */.JL.index));
}
/** Undefined for what is no manifest. */
async function opened(entry, blobs) {
    const size = await blobs.size(entry.digest);
    if (size === undefined)
        return 'gone';
    const bytes = await blobs.read(entry.digest, json/* maxManifestBytes */.r);
    const mediaType = bytes && (0,oci_manifest/* guessMediaType */.g4)(bytes);
    if (bytes === undefined || mediaType === undefined)
        return undefined;
    const manifest = (0,oci_manifest/* asManifest */.i6)(bytes, mediaType);
    const descriptor = { mediaType, digest: entry.digest, size: bytes.length };
    return manifest && { descriptor, manifest };
}

// EXTERNAL MODULE: ./packages/oci/layout-top.ts + 1 modules
var layout_top = __webpack_require__(5284);
// EXTERNAL MODULE: ./packages/oci/local.ts
var local = __webpack_require__(1223);
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
    #replaced = new Set();
    constructor(folder, name, patience) {
        this.name = name;
        this.#top = new layout_top/* LayoutTop */.G$(folder, patience);
        this.blobs = new LayoutBlobs(this.#top);
    }
    async resolve(at) {
        return (await this.manifest(at))?.descriptor;
    }
    async manifest(at) {
        let missing;
        for (;;) {
            const index = await this.#index();
            const digest = (0,oci_digest/* isDigest */.Bc)(at) ? at : (0,layout_index/* standing */.JA)(index, at, this.#top.where)?.digest;
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
        const bytes = await this.blobs.read(digest, json/* maxManifestBytes */.r);
        const mediaType = bytes && ((0,oci_manifest/* guessMediaType */.g4)(bytes) ?? (0,layout_index/* describedAs */.Ke)(index, digest)?.mediaType);
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
        if (await this.blobs.isWhole(descriptor, signal))
            return 'there';
        const near = mount && (0,behind/* innermost */.O)(mount);
        if (near instanceof Layout && (await this.blobs.adopt(near.blobs, descriptor)))
            return 'mounted';
        await this.blobs.write(descriptor, await open(0), signal);
        return 'stored';
    }
    async putManifest(bytes, mediaType, { algorithm = 'sha256' } = {}) {
        const manifest = (0,oci_manifest/* parseManifest */.Ng)(bytes, mediaType);
        if (manifest.subject === undefined)
            return this.blobs.put(bytes, mediaType, algorithm);
        await this.#edit((index) => this.#stored(index, { bytes, manifest, algorithm }));
        return { mediaType, digest: (0,oci_digest/* digestOf */.ol)(bytes, algorithm), size: bytes.length };
    }
    async tag(name, bytes, mediaType, expect, { algorithm = 'sha256', annotations = {} } = {}) {
        const manifest = (0,oci_manifest/* parseManifest */.Ng)(bytes, mediaType);
        let before;
        await this.#edit(async (index) => {
            before = (0,layout_index/* standing */.JA)(index, name, this.#top.where)?.digest;
            if (expect !== 'anything' && before !== (expect === 'absent' ? undefined : expect)) {
                throw new errors/* TagMoved */.a9(name, expect, before);
            }
            const descriptor = { mediaType, digest: (0,oci_digest/* digestOf */.ol)(bytes, algorithm), size: bytes.length };
            const stored = await this.#stored(index, { bytes, manifest, algorithm });
            return (0,layout_index/* withName */.el)(stored, name, { ...descriptor, annotations });
        });
        return { before, guarantee: 'atomic' };
    }
    async *tags() {
        const names = new Set((0,layout_index/* namesOf */.eZ)(await this.#index()));
        yield* [...names]
            .filter((name) => (0,reference/* isTag */.dz)(name))
            .filter((name) => !(0,referrers_tag/* isReferrersTag */.z)(name))
            .sort();
    }
    async *referrers(subject, artifactType) {
        const at = { blobs: this.blobs, where: this.#top.where, artifactType };
        const given = new Set();
        let before;
        for (;;) {
            const index = await this.#index();
            const list = (0,layout_index/* standing */.JA)(index, (0,referrers_tag/* referrersTag */.L)(subject), at.where)?.digest;
            try {
                // Whoever has seen enough ends it: the rest is not opened.
                for await (const referrer of referrersIn(index, subject, at)) {
                    if (artifactType !== undefined && referrer.artifactType !== artifactType)
                        continue;
                    if (given.has(referrer.digest))
                        continue;
                    given.add(referrer.digest);
                    yield referrer;
                }
                return;
            }
            catch (error) {
                // Another process may have replaced the list, or removed one of it, since the index was read.
                if (!(error instanceof errors/* NotThere */.W2) || list === before)
                    throw error;
                before = list;
            }
        }
    }
    async remove(at) {
        if ((0,oci_digest/* isDigest */.Bc)(at))
            return this.#removeManifest(at);
        let was = (0,layout_index/* namesOf */.eZ)(await this.#index()).includes(at);
        if (!was)
            return false;
        await this.#edit(async (index) => {
            was = (0,layout_index/* namesOf */.eZ)(index).includes(at);
            return was ? (0,layout_index/* withoutName */.u_)(index, at) : index;
        });
        return was;
    }
    async isThere() {
        return (await this.#top.index()) !== undefined;
    }
    async annotationsOf(digest) {
        return (0,layout_index/* annotationsOf */.Ih)(await this.#index(), digest);
    }
    async removeBlob(digest) {
        if ((await this.manifest(digest)) !== undefined)
            return 'a manifest';
        return (await this.blobs.remove(digest)) ? 'removed' : 'not there';
    }
    /** First all that names it, then the blob: what stands in `index.json` is there at any moment. */
    async #removeManifest(digest) {
        if ((await this.manifest(digest)) === undefined)
            return false;
        await this.#edit(async (index) => this.#without(index, digest));
        let removed = false;
        await this.#edit(async (index) => {
            // Under the lock, so that nobody gives it a new name while it goes. What was stored anew since then stays.
            removed = (await this.#isNamed(index, digest)) || (await this.blobs.remove(digest));
            return index;
        });
        return removed;
    }
    /** By a tag, or as a referrer. */
    async #isNamed(index, digest) {
        if ((0,layout_index/* describedAs */.Ke)(index, digest) !== undefined)
            return true;
        const subject = await this.#subjectOf(index, digest);
        const at = { blobs: this.blobs, where: this.#top.where };
        return subject !== undefined && (await hasReferrer(index, subject, digest, at));
    }
    async #subjectOf(index, digest) {
        const found = await this.#manifest(index, digest);
        return found && (0,oci_manifest/* parseManifest */.Ng)(found.bytes, found.descriptor.mediaType).subject?.digest;
    }
    async #without(index, digest) {
        const subject = await this.#subjectOf(index, digest);
        const at = { blobs: this.blobs, where: this.#top.where };
        const fewer = subject
            ? this.#relisted(index, subject, await withoutReferrer(index, subject, digest, at))
            : index;
        return (0,layout_index/* withoutDigest */.nA)(fewer, digest);
    }
    /** Stores a manifest under the lock, so that nobody removes it before it has its name. */
    async #stored(index, { bytes, manifest, algorithm }) {
        const stored = await this.blobs.put(bytes, manifest.mediaType, algorithm);
        if (manifest.subject === undefined)
            return index;
        // Our readers open the manifests; others believe the list.
        const descriptor = (0,oci_manifest/* asReferrer */.wU)(stored, manifest);
        const at = { blobs: this.blobs, where: this.#top.where };
        const subject = manifest.subject.digest;
        return this.#relisted(index, subject, await withReferrer(index, subject, descriptor, at));
    }
    async #index() {
        return (await this.#top.index()) ?? layout_index/* emptyIndex */.gW;
    }
    /** `change` returns the index that it got when there is nothing to write; it may run more than once. */
    async #edit(change) {
        await this.#top.rewrite(async (before) => {
            const after = await change(before);
            await this.#dropReplaced(before, after);
            return after;
        });
    }
    /** A list of referrers that an earlier edit replaced goes now, under the lock: nobody points to it any more. */
    async #dropReplaced(...kept) {
        for (const digest of this.#replaced) {
            const isKept = kept.some((index) => (0,layout_index/* describedAs */.Ke)(index, digest) !== undefined);
            if (!isKept) {
                await this.blobs.remove(digest);
                this.#replaced.delete(digest);
            }
        }
    }
    #relisted(index, subject, after) {
        const list = (0,layout_index/* standing */.JA)(index, (0,referrers_tag/* referrersTag */.L)(subject), this.#top.where)?.digest;
        if (after !== index && list !== undefined)
            this.#replaced.add(list);
        return after;
    }
}
/**
 * The repository in the OCI layout `folder`, under a name for sentences. A folder that does not exist is an
 * empty repository, and is made by the first write.
 */
function openLayout(folder, name = `oci:${folder}`, patience = {}) {
    const layout = new Layout(external_node_path_default().resolve(folder), name, patience);
    (0,local/* withParts */.dK)(layout, async (digest) => {
        const file = await layout.blobs.file(digest);
        return file && { path: file.path, from: 0, lengthBytes: file.sizeBytes };
    });
    return (0,local/* withLocal */.eG)(layout, {
        isThere: () => layout.isThere(),
        blobFile: (digest) => layout.blobs.file(digest),
        takeBlob: (descriptor, file) => layout.blobs.take(descriptor, file),
        removeBlob: (digest) => layout.removeBlob(digest),
        annotationsOf: (digest) => layout.annotationsOf(digest),
    });
}


/***/ }),

/***/ 1223:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E8: () => (/* binding */ descriptorAnnotations),
/* harmony export */   Fc: () => (/* binding */ localOf),
/* harmony export */   dK: () => (/* binding */ withParts),
/* harmony export */   eG: () => (/* binding */ withLocal),
/* harmony export */   t$: () => (/* binding */ filePartOf),
/* harmony export */   vR: () => (/* binding */ keepsDescriptors)
/* harmony export */ });
/* harmony import */ var _behind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6346);
/* harmony import */ var _layout_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1317);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5996);



const locals = new WeakMap();
/** Remembers what a repository can do on the disk. */
function withLocal(repository, local) {
    locals.set(repository, local);
    return repository;
}
/** Undefined for storage that is elsewhere. */
const localOf = (repository) => locals.get((0,_behind_js__WEBPACK_IMPORTED_MODULE_0__/* .innermost */ .O)(repository));
/** Whether the descriptors that names stand on are kept, with their annotations: in a folder they are, in a registry not. */
const keepsDescriptors = (repository) => localOf(repository) !== undefined;
/** Those that a folder or an archive has; nothing elsewhere. */
async function descriptorAnnotations(repository, digest) {
    const local = localOf(repository);
    if (local !== undefined)
        return local.annotationsOf(digest);
    const index = await (0,_store_index_js__WEBPACK_IMPORTED_MODULE_1__/* .indexOf */ .qh)(repository);
    return index === undefined ? {} : (0,_layout_index_js__WEBPACK_IMPORTED_MODULE_2__/* .annotationsOf */ .Ih)(index, digest);
}
const parts = new WeakMap();
/** Remembers where the blobs of a repository lie on the disk. */
function withParts(repository, partOf) {
    parts.set(repository, partOf);
    return repository;
}
/** Where a blob lies; undefined for one that is not there, and for storage that is elsewhere. */
const filePartOf = async (repository, digest) => parts.get((0,_behind_js__WEBPACK_IMPORTED_MODULE_0__/* .innermost */ .O)(repository))?.(digest);


/***/ }),

/***/ 127:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Gy: () => (/* binding */ asListed),
  i6: () => (/* binding */ asManifest),
  wU: () => (/* binding */ asReferrer),
  Y_: () => (/* binding */ children),
  TM: () => (/* binding */ descriptorSchema),
  g4: () => (/* binding */ guessMediaType),
  nw: () => (/* binding */ isIndex),
  Ng: () => (/* binding */ parseManifest)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./packages/oci/descriptor.ts
var descriptor = __webpack_require__(3239);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var digest = __webpack_require__(3670);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var errors = __webpack_require__(9205);
;// CONCATENATED MODULE: ./packages/oci/json-keys.ts
/** Objects that Go's tools read into fields; all others are maps, or passed over. */
const places = /^(?:(?:config|subject|layers|manifests)(?:\/platform)?)?$/;
const fields = new Set([
    ['schemaVersion', 'mediaType', 'artifactType', 'config', 'layers', 'manifests', 'subject'],
    ['annotations', 'fsLayers', 'digest', 'size', 'urls', 'data', 'platform'],
    ['os', 'architecture', 'variant', 'os.version', 'os.features'],
].flat());
const folded = new Set([...fields].map(fold));
/** As Go compares names of fields: U+017F is an s, too. */
function fold(key) {
    return key.toUpperCase().toLowerCase();
}
/**
 * The first key of a manifest that not everybody reads alike; undefined when there is none. Of two equal keys Go and
 * JavaScript take the last, others the first, and Go takes "Layers" for "layers" where there is no such key or it comes
 * later: one set of bytes would be two images.
 * @param text JSON that has been parsed, so that its form and depth are known
 */
function ambiguousKey(text) {
    const levels = [];
    let isKey = false;
    for (let at = 0; at < text.length; at += 1) {
        const level = levels.at(-1);
        const sign = text[at] ?? '';
        if (sign === '"') {
            const end = endOfText(text, at);
            if (isKey && level !== undefined) {
                level.key = JSON.parse(text.slice(at, end));
                if (isAmbiguous(level))
                    return level.key;
                level.keys.add(level.key);
            }
            isKey = false;
            at = end - 1;
        }
        else if (sign === '{' || sign === '[') {
            levels.push(below(level, sign === '{'));
            isKey = sign === '{';
        }
        else if (sign === '}' || sign === ']') {
            levels.pop();
            isKey = false;
        }
        else if (sign === ',')
            isKey = level?.isObject === true;
    }
    return undefined;
}
const below = (level, isObject) => ({
    isObject,
    path: level?.isObject === true
        ? `${level.path}/${level.key}`.replace(/^\//, '')
        : (level?.path ?? ''),
    keys: new Set(),
    key: '',
});
const isAmbiguous = ({ path, keys, key }) => keys.has(key) || (places.test(path) && !fields.has(key) && folded.has(fold(key)));
function endOfText(text, start) {
    let at = start + 1;
    while (text[at] !== '"')
        at += text[at] === '\\' ? 2 : 1;
    return at + 1;
}

// EXTERNAL MODULE: ./packages/oci/json.ts
var oci_json = __webpack_require__(6148);
;// CONCATENATED MODULE: ./packages/oci/manifest.ts






// Messages of the schemas say what must be there: see `checked`.
const aText = dist/* string */.YjP('a text');
// Go writes null for what is empty, and "" for a text that is not set.
const manifest_text = dist/* pipe */.FsL(dist/* nullish */.cl6(aText), dist/* transform */.pdi((given) => (given === null || given === '' ? undefined : given)));
const annotations = dist/* pipe */.FsL(dist/* nullish */.cl6(dist/* record */.g1P(aText, aText, 'an object of texts')), dist/* transform */.pdi((given) => given ?? undefined));
const platform = dist/* pipe */.FsL(dist/* object */.Ikc({ os: aText, architecture: aText, variant: manifest_text }, 'a platform'), dist/* transform */.pdi(({ variant, ...rest }) => ({ ...rest, ...optional({ variant }) })));
const bytes = 'a whole number of bytes';
const maxDataBytes = 4096;
const maxDataLength = Math.ceil(maxDataBytes / 3) * 4;
const data = `at most ${maxDataBytes} bytes in base64`;
/** Reads a descriptor that somebody else wrote; fields that this product does not know are dropped. */
const descriptorSchema = dist/* pipe */.FsL(dist/* object */.Ikc({
    // Printable ASCII: a type becomes a header and a line of a log.
    mediaType: dist/* pipe */.FsL(aText, dist/* regex */.yGV(/^[\x21-\x7e][\x20-\x7e]{0,254}$/, 'a media type')),
    digest: dist/* custom */.IeY((given) => typeof given === 'string' && (0,digest/* isDigest */.Bc)(given), 'sha256: and 64, or sha512: and 128 of the digits 0-9a-f'),
    size: dist/* pipe */.FsL(dist/* number */.aig(bytes), dist/* safeInteger */.Y2b(bytes), dist/* minValue */.Wwf(0, bytes)),
    artifactType: manifest_text,
    annotations,
    platform: dist/* nullish */.cl6(platform),
    data: dist/* nullish */.cl6(dist/* pipe */.FsL(aText, dist/* maxLength */.Ru6(maxDataLength, data))),
}, 'a descriptor'), dist/* check */.z6Y((given) => isItsContent(given), 'a descriptor whose "data" has its size and digest'), dist/* transform */.pdi(({ mediaType, digest, size, artifactType, annotations, platform }) => ({
    mediaType,
    digest,
    size,
    ...optional({ artifactType, annotations, platform: platform ?? undefined }),
})));
/** Content that comes along is not used, but whoever uses it must not get something else. */
function isItsContent(given) {
    if (given.data === undefined || given.data === null || given.data === '')
        return true;
    const content = Buffer.from(given.data, 'base64');
    if (content.toString('base64') !== given.data || content.length !== given.size)
        return false;
    return (0,digest/* digestOf */.ol)(content, (0,digest/* algorithmOf */.Hy)(given.digest)) === given.digest;
}
const list = dist/* nullish */.cl6(dist/* array */.YOg(descriptorSchema, 'a list of descriptors'));
const common = {
    schemaVersion: dist/* literal */.euz(2, '2'),
    artifactType: manifest_text,
    subject: dist/* nullish */.cl6(descriptorSchema),
    annotations,
};
const imageSchema = dist/* object */.Ikc({ ...common, config: descriptorSchema, layers: list }, 'an object');
const indexSchema = dist/* object */.Ikc({ ...common, manifests: list }, 'an object');
/**
 * Reads a manifest or an index of OCI or Docker. `type` is what the storage or the descriptor calls it.
 * @throws Corrupt when the content is not what `type` says
 */
function parseManifest(bytes, type, what = `the manifest ${(0,digest/* digestOf */.ol)(bytes)}`) {
    const json = (0,oci_json/* parseJson */.q)(bytes, what);
    const ambiguous = ambiguousKey(new TextDecoder().decode(bytes));
    if (ambiguous !== undefined) {
        throw new errors/* Corrupt */.Q6(what, `its key ${quoted(ambiguous)} is not read alike by all tools`);
    }
    const inside = fieldOf(json, 'mediaType') ?? type;
    if (inside !== type) {
        throw new errors/* Corrupt */.Q6(what, `it calls itself ${quoted(inside)} and was given as ${quoted(type)}`);
    }
    // Content that is both an image and an index is read differently by different tools: CVE-2021-41190.
    const foreign = (0,descriptor/* isIndexType */.$U)(type) ? ['config', 'layers', 'fsLayers'] : ['manifests', 'fsLayers'];
    const stray = foreign.find((name) => fieldOf(json, name) !== undefined);
    if (stray !== undefined)
        throw new errors/* Corrupt */.Q6(what, `${quoted(type)} has no ${quoted(stray)}`);
    if (type === descriptor/* mediaType */.JL.index || type === descriptor/* mediaType */.JL.dockerIndex) {
        const { manifests, ...rest } = checked(indexSchema, json, what);
        return { mediaType: type, manifests: manifests ?? [], ...commonOf(rest) };
    }
    if (type === descriptor/* mediaType */.JL.manifest || type === descriptor/* mediaType */.JL.dockerManifest) {
        const { config, layers, ...rest } = checked(imageSchema, json, what);
        return { mediaType: type, config, layers: layers ?? [], ...commonOf(rest) };
    }
    throw new errors/* Corrupt */.Q6(what, `${quoted(type)} is no media type of a manifest`);
}
/** The same of what anybody may have put on a list; undefined for what reads as none, so that it hides nothing else. */
function asManifest(bytes, type) {
    try {
        return parseManifest(bytes, type);
    }
    catch (error) {
        if (error instanceof errors/* Corrupt */.Q6)
            return undefined;
        throw error;
    }
}
/** The values that are there. */
const optional = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
const longest = 100;
/** No longer than a sentence bears: what is shown may be all that a stranger's manifest holds. */
function quoted(value) {
    const whole = JSON.stringify(value);
    return whole.length > longest ? `${whole.slice(0, longest)}…` : whole;
}
const fieldOf = (json, name) => typeof json === 'object' && json !== null
    ? Object.entries(json).find(([key]) => key === name)?.[1]
    : undefined;
const commonOf = ({ artifactType, subject, annotations, }) => optional({ artifactType, subject: subject ?? undefined, annotations });
function checked(schema, json, what) {
    const result = dist/* safeParse */.xLC(schema, json, { abortEarly: true });
    if (result.success)
        return result.output;
    const [issue] = result.issues;
    const place = dist/* getDotPath */.BuJ(issue);
    const at = place === null ? 'it' : quoted(place);
    const why = issue.input === undefined
        ? `${at} is missing`
        : `${at} must be ${issue.message}, not ${quoted(issue.input)}`;
    throw new errors/* Corrupt */.Q6(what, why);
}
const isIndex = (manifest) => 'manifests' in manifest;
/** What must be stored before the manifest: config and layers of an image, manifests of an index. */
const children = (manifest) => isIndex(manifest) ? manifest.manifests : [manifest.config, ...manifest.layers];
/** A list has many entries, and everybody may write one: those of honest manifests have some hundred bytes. */
const maxListedBytes = 8 * 1024;
/**
 * How a list of referrers shows a manifest. Of annotations that are longer than a list bears some are left out; who opens
 * the manifest finds them.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
 */
function asReferrer(descriptor, manifest) {
    const { mediaType, digest, size } = descriptor;
    const artifactType = manifest.artifactType ?? (isIndex(manifest) ? undefined : manifest.config.mediaType);
    return {
        mediaType,
        digest,
        size,
        ...optional({
            artifactType,
            annotations: manifest.annotations && listed(manifest.annotations),
        }),
    };
}
/** An entry of somebody's list, with no more annotations than `asReferrer` gives one. */
const asListed = (entry) => entry.annotations === undefined ? entry : { ...entry, annotations: listed(entry.annotations) };
/** The shortest first: what tells one artifact from another is short. In the order in which they stand. */
function listed(annotations) {
    const sized = Object.entries(annotations).map(([key, value]) => [key, Buffer.byteLength(key) + Buffer.byteLength(value)]);
    let left = maxListedBytes;
    const kept = new Set();
    for (const [key, bytes] of sized.toSorted((a, b) => a[1] - b[1])) {
        left -= bytes;
        if (left < 0)
            break;
        kept.add(key);
    }
    return kept.size === sized.length
        ? annotations
        : Object.fromEntries(Object.entries(annotations).filter(([key]) => kept.has(key)));
}
/** What a manifest must be by its content when no descriptor says it; undefined for anything else. */
function guessMediaType(bytes) {
    let json;
    try {
        json = (0,oci_json/* parseJson */.q)(bytes, 'a blob');
    }
    catch {
        return undefined;
    }
    if (fieldOf(json, 'schemaVersion') !== 2)
        return undefined;
    const type = fieldOf(json, 'mediaType');
    if (typeof type === 'string' && ((0,descriptor/* isIndexType */.$U)(type) || (0,descriptor/* isManifestType */.Q3)(type)))
        return type;
    if (type !== undefined)
        return undefined;
    if (Array.isArray(fieldOf(json, 'manifests')))
        return descriptor/* mediaType */.JL.index;
    return fieldOf(json, 'config') !== undefined && fieldOf(json, 'layers') !== undefined
        ? descriptor/* mediaType */.JL.manifest
        : undefined;
}


/***/ }),

/***/ 7699:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ isDead),
/* harmony export */   q: () => (/* binding */ ownName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2420);



const unknown = '-';
/**
 * A name for a temporary file: random, and it tells which process made it. The parts are a token, the id of
 * the machine's boot, the pid namespace, the pid, and when the process started; what the system does not tell
 * (there is no /proc) is `-`.
 */
async function ownName() {
    const [boot, namespace] = await place();
    const started = (await startOf(process.pid))?.started ?? unknown;
    return [(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex'), boot, namespace, process.pid, started].join('.');
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
    const boot = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => unknown);
    const namespace = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)('/proc/self/ns/pid').catch(() => unknown);
    return [boot.trim(), namespace.replace(/^pid:\[(\d+)\]$/, '$1')];
}
function exists(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return (0,_io__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) !== 'ESRCH';
    }
}
/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the name of the program may hold spaces and brackets. */
async function startOf(pid) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, started] = [fields[0], fields[19]];
    return state === undefined || started === undefined ? undefined : { state, started };
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
/* harmony export */   J5: () => (/* binding */ refused),
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
    if (error instanceof _io__WEBPACK_IMPORTED_MODULE_1__/* .Failed */ .cV && error.code === 'unreachable') {
        return refused(503, 'UNKNOWN', 'the storage is away');
    }
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

/***/ 5996:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NH: () => (/* binding */ withIndex),
/* harmony export */   YP: () => (/* binding */ indexIn),
/* harmony export */   qh: () => (/* binding */ indexOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _behind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6346);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9205);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9679);
/* harmony import */ var _layout_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6814);
/* harmony import */ var _layout_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1317);






const maxIndexBytes = 32 * 1024 * 1024;
const indexes = new WeakMap();
/** Remembers how the `index.json` behind a repository is read: the port tells names alone, and images may have none. */
function withIndex(repository, read) {
    indexes.set(repository, read);
    return repository;
}
/** What stands in the `index.json` behind a repository; undefined for what has none. */
const indexOf = async (repository) => indexes.get((0,_behind_js__WEBPACK_IMPORTED_MODULE_1__/* .innermost */ .O)(repository))?.();
/** The `index.json` of a folder; empty when there is none. */
async function indexIn(folder) {
    const where = JSON.stringify(folder);
    return (0,_layout_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .inLayout */ ._)(where, async () => {
        const what = `"index.json" in ${where}`;
        const file = await (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .openFile */ .Tq)(node_path__WEBPACK_IMPORTED_MODULE_0___default().join(folder, 'index.json'));
        if (file === undefined)
            return _layout_index_js__WEBPACK_IMPORTED_MODULE_4__/* .emptyIndex */ .gW;
        const bytes = await (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .contentOf */ .$E)(file, maxIndexBytes);
        if (bytes !== undefined)
            return (0,_layout_index_js__WEBPACK_IMPORTED_MODULE_4__/* .parseIndex */ .A1)(bytes, what, { maxBytes: maxIndexBytes });
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .Corrupt */ .Q6(what, `it has more than ${maxIndexBytes} bytes`);
    });
}


/***/ }),

/***/ 2455:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ parseStore)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5647);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2420);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6826);

// https://github.com/containers/image/blob/main/docs/containers-transports.5.md, and regctl's "ocidir".
const transport = /^(?:containers-storage|dir|docker|docker-archive|docker-daemon|oci|oci-archive|ocidir|ostree|sif|tarball):/;
const hostAndPort = /^(?:[^/\\@]*@)?(([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]):\d{1,5}(?:\/.*)?)$/s;
const registryForms = 'http://HOST:PORT or https://HOST';
/**
 * Reads what was given as a store: the http or https URL of a registry, or a folder. What means something else to
 * other tools is no folder, unless it is written with `./` or from the root on.
 * @throws UsageError that names the text, without a password, and the `input` that it came by
 */
function parseStore(text, input) {
    const refuse = (why) => {
        const shown = (0,_io__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(text.replace(/^((?:[^/]*:\/\/)?)[^/\\]*@/, '$1…@'));
        throw new _io__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`the store ${shown} ${why}`, { input });
    };
    const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1];
    if (scheme !== undefined) {
        if (!/^https?$/i.test(scheme)) {
            refuse(`is neither a folder nor a registry: write a folder, ${registryForms}`);
        }
        const base = URL.parse(text);
        if (base !== null && base.username + base.password + base.search + base.hash === '') {
            return { kind: 'registry', base };
        }
        return refuse(`is not the URL of a registry: write ${registryForms}, without user, query or fragment`);
    }
    const [start] = transport.exec(text) ?? [];
    if (start !== undefined) {
        refuse(`starts with ${(0,_io__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(start)} as an image does: write a folder, ${registryForms}`);
    }
    const [, place, host = ''] = hostAndPort.exec(text) ?? [];
    if (place !== undefined) {
        const protocol = (0,_io__WEBPACK_IMPORTED_MODULE_2__/* .isLoopback */ .U)(host) ? 'http' : 'https';
        refuse(`may be a registry or a folder: write ${protocol}://${place} or ./${place}`);
    }
    return { kind: 'folder', path: text };
}


/***/ }),

/***/ 74:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ verified)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5887);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(728);


/**
 * Passes bytes on from byte `from`, and ends in an error when the whole is not what the descriptor promises: before
 * its last bytes are out.
 * @throws Corrupt as soon as there are too many bytes, or with the last ones
 */
const verified = (source, descriptor, { what, from = 0 }) => (0,_io__WEBPACK_IMPORTED_MODULE_0__/* .flowOf */ .gB)(source, async (sink) => {
    const check = new _check_js__WEBPACK_IMPORTED_MODULE_1__/* .Check */ .J(descriptor, what);
    await (0,_io__WEBPACK_IMPORTED_MODULE_0__/* .pour */ .fO)(source, async (bytes) => {
        const skip = Math.min(Math.max(from - check.bytes, 0), bytes.byteLength);
        check.add(bytes);
        if (skip < bytes.byteLength)
            await sink(bytes.subarray(skip));
    });
    check.end();
});


/***/ })

};
