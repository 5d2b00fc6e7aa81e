export const id = 333;
export const ids = [333];
export const modules = {

/***/ 2503:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ standardInput),
/* harmony export */   q: () => (/* binding */ pipeAt)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_3__);




const opened = (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_fs__WEBPACK_IMPORTED_MODULE_0__.open);
/** Standard input where it has a name. */
const standardInput = '/dev/stdin';
/**
 * What comes through a pipe that has a name. To wait for somebody who writes into it keeps no thread busy, so that a
 * signal can end it.
 * @throws an error of the system when it cannot be opened
 */
async function pipeAt(path) {
    // Node gives its children sockets, which nobody can open by a name.
    const isSocket = path === standardInput && (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).isSocket();
    const fd = isSocket ? 0 : await opened(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
    return new node_net__WEBPACK_IMPORTED_MODULE_2__.Socket({ fd, readable: true, writable: false });
}


/***/ }),

/***/ 569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ ArchiveFile)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./packages/io/pipe.ts
var io_pipe = __webpack_require__(2503);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var oci_errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/oci/layout-errors.ts
var layout_errors = __webpack_require__(6814);
;// CONCATENATED MODULE: ./packages/oci/archive-inflated.ts








const defaults = { maxBytes: 64 * 2 ** 30, maxRatio: 200, freeBytes: 2 ** 30 };
const chunkBytes = 1024 * 1024;
const magic = Buffer.from('1f8b08', 'hex');
/**
 * Archives are read here and there, which no compressed file can be: one that is compressed as a whole by gzip is
 * inflated, once, into a file of its own.
 */
class Inflated {
    #where;
    #how;
    #known;
    /** `where` is the archive as it stands in sentences. */
    constructor(where, how) {
        this.#where = where;
        this.#how = how;
    }
    /**
     * The plain file of an archive; undefined for one that is not compressed. `mark` changes with the archive.
     * @throws Corrupt when it does not inflate, or to more than it may
     */
    async of(file, mark) {
        const before = this.#known;
        if (before?.mark === mark)
            return before.plain;
        const known = { mark, plain: this.#inflate(file) };
        this.#known = known;
        try {
            return await known.plain;
        }
        catch (error) {
            if (this.#known === known)
                this.#known = undefined;
            throw error;
        }
        finally {
            const old = await before?.plain.catch(() => undefined);
            if (old !== undefined)
                await (0,promises_.rm)(old, { force: true });
        }
    }
    async #inflate(file) {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(magic.length), 0, magic.length, 0);
        if (bytesRead < magic.length || !buffer.equals(magic))
            return undefined;
        const { temporary, signal } = this.#how;
        const target = external_node_path_default().join(await temporary(), 'archive.tar');
        try {
            const most = this.#most((await file.stat()).size);
            await (0,layout_errors/* inLayout */._)(JSON.stringify(target), () => (0,external_node_stream_promises_.pipeline)(file.createReadStream({ start: 0, autoClose: false, highWaterMark: chunkBytes }), (0,external_node_zlib_.createGunzip)({ chunkSize: chunkBytes }), (source) => this.#bounded(source, most), (0,external_node_fs_.createWriteStream)(target, { flags: 'wx', mode: 0o600 }), ...(signal === undefined ? [] : [{ signal }])));
            return target;
        }
        catch (error) {
            await (0,promises_.rm)(target, { force: true });
            signal?.throwIfAborted();
            if (!((0,errors/* codeOf */.$N)(error) ?? '').startsWith('Z_'))
                throw error;
            throw new oci_errors/* Corrupt */.Q6(this.#where, `it does not inflate (gzip: ${(0,errors/* messageOf */.bD)(error)})`, {
                cause: error,
            });
        }
    }
    #most(sizeBytes) {
        const { maxBytes, maxRatio, freeBytes } = { ...defaults, ...this.#how };
        return Math.min(maxBytes, Math.max(freeBytes, sizeBytes * maxRatio));
    }
    async *#bounded(source, most) {
        let bytes = 0;
        for await (const chunk of source) {
            bytes += chunk.length;
            if (bytes <= most)
                yield chunk;
            else
                throw new oci_errors/* Corrupt */.Q6(this.#where, `it inflates to more than ${most} bytes: unpack it first`);
        }
    }
}

;// CONCATENATED MODULE: ./packages/oci/archive-piped.ts







const most = 64 * 2 ** 30;
/** Archives are read here and there, and what a pipe brings comes once: it is kept in a file of its own. */
class Piped {
    #where;
    #scratch;
    #kept;
    /** `where` is the archive as it stands in sentences. */
    constructor(where, scratch) {
        this.#where = where;
        this.#scratch = scratch;
    }
    /** The file with all that the pipe brought. @throws Corrupt for nothing, and for more than 64 GiB */
    async of(pipe) {
        return (this.#kept ??= this.#keep(pipe));
    }
    async #keep(pipe) {
        const { temporary, signal } = this.#scratch;
        const target = external_node_path_default().join(await temporary(), 'piped.tar');
        try {
            const brought = await (0,io_pipe/* pipeAt */.q)(pipe);
            await (0,layout_errors/* inLayout */._)(JSON.stringify(target), () => (0,external_node_stream_promises_.pipeline)(brought, (source) => this.#bounded(source), (0,external_node_fs_.createWriteStream)(target, { flags: 'wx', mode: 0o600 }), ...(signal === undefined ? [] : [{ signal }])));
            return target;
        }
        catch (error) {
            await (0,promises_.rm)(target, { force: true });
            signal?.throwIfAborted();
            throw error;
        }
    }
    async *#bounded(source) {
        let bytes = 0;
        for await (const chunk of source) {
            bytes += chunk.length;
            if (bytes > most)
                throw new oci_errors/* Corrupt */.Q6(this.#where, `it brought more than ${most} bytes`);
            yield chunk;
        }
        if (bytes === 0)
            throw new oci_errors/* Corrupt */.Q6(this.#where, 'the pipe brought nothing');
    }
}

;// CONCATENATED MODULE: ./packages/oci/archive-header.ts
/** Says of a compressed archive how it is compressed. */
function refuseCompressed(block, fail) {
    const start = block.subarray(0, 4).toString('hex');
    const known = { '1f8b': 'gzip', '28b52ffd': 'zstd', '425a68': 'bzip2', fd377a58: 'xz' };
    for (const [magic, name] of Object.entries(known)) {
        if (start.startsWith(magic))
            fail(`it is compressed by ${name}: unpack that first`);
    }
}
/** Reads a header block. */
function headerOf(block, fail) {
    const text = (from, length) => {
        const field = block.subarray(from, from + length);
        const end = field.indexOf(0);
        return field.subarray(0, end < 0 ? length : end).toString();
    };
    const sum = numberOf(block.subarray(148, 156));
    const zeroed = Buffer.from(block).fill(0x20, 148, 156);
    if (sum !== zeroed.reduce((total, byte) => total + byte, 0)) {
        fail('it is no tar archive, or one of its headers is damaged');
    }
    const isUstar = block.toString('latin1', 257, 263) === 'ustar\0';
    const prefix = isUstar ? text(345, 155) : '';
    const type = String.fromCharCode(block[156] ?? 0);
    const hasBody = !/[1-6]/.test(type);
    return {
        type: type === '\0' ? '0' : type,
        name: prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`,
        link: text(157, 100),
        // Links, folders and devices have no bytes, and may say a size all the same.
        hasBody,
        sizeBytes: hasBody
            ? (numberOf(block.subarray(124, 136)) ?? fail('a size in it is no number'))
            : 0,
    };
}
/** Octal digits, or GNU's base 256 when the first bit is set. */
function numberOf(field) {
    if (((field[0] ?? 0) & 0x80) === 0) {
        const digits = field.toString('latin1').replace(/^[ \0]+|[ \0]+$/g, '');
        return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : undefined;
    }
    const value = BigInt(`0x${field.toString('hex')}`) & ((1n << BigInt(8 * field.length - 1)) - 1n);
    return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : undefined;
}
/** Reads the body of a header of the types `x` (pax), `L` and `K` (GNU's long names). */
function extension(type, bytes, fail) {
    if (type !== 'x') {
        const text = bytes.toString().replace(/\0.*$/s, '');
        return type === 'L' ? { path: text } : { link: text };
    }
    const records = paxOf(bytes, fail);
    const [path, link, size] = ['path', 'linkpath', 'size'].map((key) => records.get(key));
    if (size !== undefined && !/^\d{1,15}$/.test(size))
        fail('a size in it is no number');
    return {
        ...(path === undefined ? {} : { path }),
        ...(link === undefined ? {} : { link }),
        ...(size === undefined ? {} : { size: Number(size) }),
    };
}
/** Records of `LENGTH KEY=VALUE\n`, the length counting itself. */
function paxOf(bytes, fail) {
    const records = new Map();
    for (let at = 0; at < bytes.length;) {
        const space = bytes.indexOf(0x20, at);
        const digits = bytes.toString('latin1', at, Math.max(at, space));
        const end = at + Number(digits);
        const record = bytes.toString('utf8', space + 1, end - 1);
        const equals = record.indexOf('=');
        if (!/^\d{1,6}$/.test(digits) || end <= space || end > bytes.length || equals < 1) {
            return fail('a pax header in it is damaged');
        }
        records.set(record.slice(0, equals), record.slice(equals + 1));
        at = end;
    }
    return records;
}

;// CONCATENATED MODULE: ./packages/oci/archive-tar.ts



const blockBytes = 512;
const windowBytes = 64 * 1024;
// Archives of images have some hundreds; those that hold unpacked files beside them some thousands.
const maxEntries = 200_000;
const maxNamesBytes = 32 * 1024 * 1024;
const maxExtensionBytes = 64 * 1024;
const maxLinks = 8;
/** Where every file of a tar archive lies; its content is not read. */
class ArchiveTable {
    #what;
    #entries;
    constructor(what, entries) {
        this.#what = what;
        this.#entries = entries;
    }
    /**
     * The file under a name, links followed inside the archive; undefined when there is none.
     * @throws Corrupt when the name stands twice, or its links go round
     */
    find(name) {
        let at = external_node_path_.posix.normalize(name);
        for (let left = maxLinks; left > 0; left--) {
            const entry = this.#entries.get(at);
            if (entry === 'twice') {
                throw new oci_errors/* Corrupt */.Q6(this.#what, `${JSON.stringify(at.slice(0, 200))} stands in it twice`);
            }
            if (entry === undefined || 'at' in entry)
                return entry;
            at = entry.link;
        }
        throw new oci_errors/* Corrupt */.Q6(this.#what, `${JSON.stringify(name.slice(0, 200))} is a link without an end`);
    }
}
/**
 * Reads the headers of a tar archive: ustar, pax and GNU, as Go's archive/tar writes and reads them.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 * @throws Corrupt for what is no tar archive, is cut off, or has more entries than an image can have
 */
async function readTable(file, what) {
    const { size } = await file.stat();
    const fail = (why) => {
        throw new oci_errors/* Corrupt */.Q6(what, why);
    };
    const blocks = new Blocks(file, size, fail);
    const entries = new Map();
    let namesBytes = 0;
    let said = {};
    let at = 0;
    for (let seen = 0; at < size; seen++) {
        const block = await blocks.at(at);
        if (block === undefined)
            break;
        if (seen === 0)
            refuseCompressed(block, fail);
        const header = headerOf(block, fail);
        const isExtension = /[xgLK]/.test(header.type);
        const sizeBytes = isExtension || !header.hasBody ? header.sizeBytes : (said.size ?? header.sizeBytes);
        const body = at + blockBytes;
        if (body + sizeBytes > size)
            fail('it is cut off');
        if (isExtension) {
            const bytes = await blocks.bytes(body, header.sizeBytes);
            said = header.type === 'g' ? said : { ...said, ...extension(header.type, bytes, fail) };
        }
        else {
            const name = nameOf(said.path ?? header.name);
            namesBytes += name.length + (said.link?.length ?? 0);
            if (seen > maxEntries || namesBytes > maxNamesBytes)
                fail(`it has more than ${maxEntries} entries, or their names are too long`);
            const entry = entryOf(header, { name, link: said.link ?? header.link, at: body, sizeBytes });
            if (entry !== undefined)
                entries.set(name, entries.has(name) ? 'twice' : entry);
            said = {};
        }
        at = body + Math.ceil(sizeBytes / blockBytes) * blockBytes;
    }
    if (at > size)
        fail('it is cut off');
    return new ArchiveTable(what, entries);
}
const nameOf = (name) => external_node_path_.posix.normalize(name).replace(/^\/+|\/+$/g, '');
function entryOf({ type }, how) {
    if (type === '0' || type === '7')
        return { at: how.at, sizeBytes: how.sizeBytes };
    // Docker before 25 wrote a layer that it had written before as a symlink to it.
    if (type === '2')
        return { link: nameOf(external_node_path_.posix.join(external_node_path_.posix.dirname(how.name), how.link)) };
    return type === '1' ? { link: nameOf(how.link) } : undefined;
}
/** The blocks of a file, read some at a time. */
class Blocks {
    #file;
    #sizeBytes;
    #fail;
    #window = Buffer.alloc(0);
    #start = 0;
    constructor(file, sizeBytes, fail) {
        this.#file = file;
        this.#sizeBytes = sizeBytes;
        this.#fail = fail;
    }
    /** The header at a place; undefined for the zeros that end an archive. */
    async at(at) {
        if (at + blockBytes > this.#sizeBytes)
            return this.#fail('it is cut off');
        if (at < this.#start || at + blockBytes > this.#start + this.#window.length) {
            this.#window = await this.#read(at, Math.min(windowBytes, this.#sizeBytes - at));
            this.#start = at;
        }
        const block = this.#window.subarray(at - this.#start, at - this.#start + blockBytes);
        return block.every((byte) => byte === 0) ? undefined : block;
    }
    async bytes(at, length) {
        if (length > maxExtensionBytes)
            this.#fail(`a header in it is longer than ${maxExtensionBytes} bytes`);
        return this.#read(at, length);
    }
    async #read(at, length) {
        const bytes = Buffer.alloc(length);
        for (let done = 0; done < length;) {
            const { bytesRead } = await this.#file.read(bytes, done, length - done, at + done);
            if (bytesRead === 0)
                this.#fail('it was cut off while it was read');
            done += bytesRead;
        }
        return bytes;
    }
}

// EXTERNAL MODULE: ./packages/oci/files.ts
var files = __webpack_require__(9679);
// EXTERNAL MODULE: ./packages/oci/verified.ts
var verified = __webpack_require__(74);
;// CONCATENATED MODULE: ./packages/oci/archive-file.ts
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








/** A tar archive on the disk. It is opened for each reading, so that nothing has to be closed. */
class ArchiveFile {
    path;
    /** The file as it stands in sentences. */
    where;
    #inflated;
    #piped;
    #known;
    /** Without a place to inflate to, an archive that is compressed or comes through a pipe is refused. */
    constructor(path, inflating) {
        this.path = path;
        this.where = JSON.stringify(path);
        this.#inflated = inflating && new Inflated(this.where, inflating);
        this.#piped = inflating && new Piped(this.where, inflating);
    }
    /** Where its files lie; the very same value while it is the same file. */
    async table() {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await this.#open(), true);
            return (await this.#tableOf(file)).table;
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
    }
    /**
     * The whole of a small file; undefined when it is not there.
     * @throws Corrupt when it has more bytes than `maxBytes`
     */
    async read(name, maxBytes) {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_2, await this.#open(), true);
            const { table } = await this.#tableOf(file);
            const member = table.find(name);
            if (member === undefined)
                return undefined;
            if (member.sizeBytes > maxBytes) {
                throw new oci_errors/* Corrupt */.Q6(`${JSON.stringify(name)} in ${this.where}`, `it has more than ${maxBytes} bytes`);
            }
            const bytes = Buffer.alloc(member.sizeBytes);
            for (let done = 0; done < bytes.length;) {
                const { bytesRead } = await file.read(bytes, done, bytes.length - done, member.at + done);
                if (bytesRead === 0)
                    throw new oci_errors/* Corrupt */.Q6(this.where, 'it was cut off while it was read');
                done += bytesRead;
            }
            return bytes;
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
    /** The bytes of a file, as they lie there. */
    async raw({ at, sizeBytes }) {
        return this.#part({ from: at, to: at + sizeBytes });
    }
    /** The bytes of a file from byte `from` on; all are hashed. Ends in Corrupt when they are not the descriptor's. */
    async stream(member, descriptor, { from = 0, signal, unchecked }) {
        signal?.throwIfAborted();
        const what = `${descriptor.digest} in ${this.where}`;
        if (member.sizeBytes !== descriptor.size || from > descriptor.size) {
            const why = from > descriptor.size ? `byte ${from} was asked for` : `${descriptor.size} were promised`;
            throw new oci_errors/* Corrupt */.Q6(what, `it has ${member.sizeBytes} bytes, and ${why}`);
        }
        const bytes = unchecked === true
            ? await this.#part({ from: member.at + from, to: member.at + member.sizeBytes })
            : (0,verified/* verified */.z)(await this.raw(member), descriptor, { what, from });
        return signal === undefined ? bytes : (0,external_node_stream_.addAbortSignal)(signal, bytes);
    }
    /** Where its bytes lie on the disk: in the archive, or in the plain one that it became. */
    async part({ at, sizeBytes }) {
        const env_3 = { stack: [], error: void 0, hasError: false };
        try {
            const path = await this.#place();
            const file = __addDisposableResource(env_3, await this.#openAt(path), true);
            return { path: (await this.#plain(file)) ?? path, from: at, lengthBytes: sizeBytes };
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
    }
    async #part(range) {
        return (0,files/* flowOfFile */.iR)(await this.#open(), range);
    }
    /** The archive, or the plain one that it became. */
    async #open() {
        const file = await this.#openAt(await this.#place());
        const plain = await this.#plain(file).catch(async (error) => {
            await file.close();
            throw error;
        });
        if (plain === undefined)
            return file;
        await file.close();
        return this.#openAt(plain);
    }
    async #plain(file) {
        return this.#inflated?.of(file, await markOf(file));
    }
    /** The archive, or the file that what came through a pipe is kept in. */
    async #place() {
        const found = await (0,files/* standsThere */.OX)(this.path).catch(this.#unreadable);
        if (found === undefined || found === 'a file')
            return this.path;
        const isPipe = found === 'a pipe' || (found === 'a socket' && this.path === io_pipe/* standardInput */.i);
        if (isPipe && this.#piped !== undefined)
            return this.#piped.of(this.path);
        const remedy = found === 'a folder' ? ': a layout in a folder is read as oci:DIR' : '';
        throw new oci_errors/* Unreachable */.LL(this.where, `it is ${found}, not a file${remedy}`);
    }
    #unreadable = (error) => {
        throw new oci_errors/* Unreachable */.LL(this.where, 'it cannot be read', { cause: error });
    };
    async #openAt(path) {
        const file = await (0,files/* openNamed */.S3)(path).catch(this.#unreadable);
        if (file !== undefined)
            return file;
        throw new oci_errors/* Unreachable */.LL(this.where, 'there is no such file');
    }
    async #tableOf(file) {
        const mark = await markOf(file);
        if (this.#known?.mark !== mark) {
            this.#known = { mark, table: await readTable(file, this.where) };
        }
        return this.#known;
    }
}
/** Another one when the file is another one. */
async function markOf(file) {
    const { dev, ino, size, mtimeNs } = await file.stat({ bigint: true });
    return [dev, ino, size, mtimeNs].join(' ');
}


/***/ }),

/***/ 1953:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ createArchive),
  _: () => (/* binding */ sealArchive)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./packages/io/make-folder.ts
var make_folder = __webpack_require__(234);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/names.ts
var io_names = __webpack_require__(7663);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var oci_digest = __webpack_require__(3670);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var oci_errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/oci/layout-index.ts
var layout_index = __webpack_require__(1317);
// EXTERNAL MODULE: ./packages/oci/manifest.ts + 1 modules
var oci_manifest = __webpack_require__(127);
// EXTERNAL MODULE: ./packages/oci/referrers-tag.ts
var referrers_tag = __webpack_require__(9209);
;// CONCATENATED MODULE: ./packages/oci/archive-pack.ts






const blockBytes = 512;
const mostOctal = 8 ** 11 - 1;
/**
 * Writes what the names of a layout reach as a tar archive: the same names and content give the same bytes,
 * whatever the order in which they came. `root` is an image without a name.
 */
async function packLayout(file, layout, { index, root }) {
    const made = new Map();
    const names = await namesIn(index, layout, made);
    const all = root === undefined ? names : [plain(root), ...names];
    const top = all.reduce(layout_index/* withEntry */.rM, layout_index/* emptyIndex */.gW);
    const blobs = await reached(all, layout, made);
    const tar = new TarFile(file);
    await tar.file('oci-layout', [Buffer.from('{"imageLayoutVersion":"1.0.0"}')]);
    await tar.file('index.json', [(0,layout_index/* formatIndex */.Qe)(top)]);
    await tar.folder('blobs/');
    let folder = '';
    for (const { descriptor, bytes } of blobs) {
        const algorithm = (0,oci_digest/* algorithmOf */.Hy)(descriptor.digest);
        if (algorithm !== folder)
            await tar.folder(`blobs/${algorithm}/`);
        folder = algorithm;
        const name = `blobs/${algorithm}/${(0,oci_digest/* hexOf */.ZD)(descriptor.digest)}`;
        if (bytes === undefined)
            await tar.stream(name, descriptor.size, await layout.blob(descriptor));
        else
            await tar.file(name, [bytes]);
    }
    await tar.end();
}
const plain = ({ mediaType, digest, size }) => ({
    mediaType,
    digest,
    size,
});
/** Sorted; lists of referrers are made anew, since their order tells who came first. */
async function namesIn(index, layout, made) {
    const names = [];
    for (const { name, descriptor } of index.entries) {
        if (name === undefined || descriptor === undefined)
            continue;
        const found = (0,referrers_tag/* isReferrersTag */.z)(name) ? await listOf(descriptor, layout, made) : descriptor;
        const said = Object.entries((0,layout_index/* annotationsOf */.Ih)(index, found.digest)).sort(([a], [b]) => a < b ? -1 : 1);
        const annotations = { ...Object.fromEntries(said), [io_names/* annotation */.w7.refName]: name };
        names.push({ ...plain(found), annotations });
    }
    const key = ({ annotations }) => annotations?.[io_names/* annotation */.w7.refName] ?? '';
    return names.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
async function listOf(descriptor, layout, made) {
    const found = await layout.manifest(descriptor.digest);
    if (found === undefined)
        throw new oci_errors/* NotThere */.W2(descriptor.digest, layout.name);
    const { rest, entries } = (0,layout_index/* parseIndex */.A1)(found.bytes, descriptor.digest);
    const text = ({ raw }) => String(raw.digest);
    const sorted = entries.toSorted((a, b) => (text(a) < text(b) ? -1 : 1));
    const bytes = (0,layout_index/* formatIndex */.Qe)({ rest, entries: sorted });
    const digest = (0,oci_digest/* digestOf */.ol)(bytes);
    made.set(digest, bytes);
    return { mediaType: descriptor.mediaType, digest, size: bytes.length };
}
/** Every manifest and blob below these, sorted; what is not to be distributed is not there. */
async function reached(roots, layout, made) {
    const blobs = new Map();
    const queue = [...roots];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const { digest } = next;
        if (blobs.has(digest))
            continue;
        const bytes = made.get(digest);
        const size = bytes?.length ?? (await layout.blobSize(digest));
        if (size === undefined)
            continue;
        blobs.set(digest, { descriptor: { ...next, size }, ...(bytes === undefined ? {} : { bytes }) });
        const manifest = bytes ?? (await layout.manifest(digest))?.bytes;
        const type = manifest && (0,oci_manifest/* guessMediaType */.g4)(manifest);
        if (manifest !== undefined && type !== undefined) {
            queue.push(...(0,oci_manifest/* children */.Y_)((0,oci_manifest/* parseManifest */.Ng)(manifest, type)));
        }
    }
    return [...blobs.values()].sort((a, b) => (a.descriptor.digest < b.descriptor.digest ? -1 : 1));
}
/** Entries of root from 1970, which may be read by all. */
class TarFile {
    #file;
    constructor(file) {
        this.#file = file;
    }
    async folder(name) {
        await this.#write(header(name, 0, '5'));
    }
    async file(name, chunks) {
        const sizeBytes = chunks.reduce((sum, { length }) => sum + length, 0);
        await this.stream(name, sizeBytes, chunks);
    }
    async stream(name, sizeBytes, chunks) {
        await this.#write(pax(name, sizeBytes));
        await this.#write(header(name.slice(-100), sizeBytes, '0'));
        for await (const chunk of chunks)
            await this.#write(chunk);
        await this.#write(padding(sizeBytes));
    }
    async end() {
        await this.#write(new Uint8Array(2 * blockBytes));
    }
    async #write(bytes) {
        if (bytes.length > 0)
            await this.#file.writeFile(bytes);
    }
}
const padding = (sizeBytes) => new Uint8Array((blockBytes - (sizeBytes % blockBytes)) % blockBytes);
/** What ustar has no room for: the name of a blob by sha512, and 8 GiB. */
function pax(name, sizeBytes) {
    const records = [
        ...(name.length > 100 ? [record('path', name)] : []),
        ...(sizeBytes > mostOctal ? [record('size', String(sizeBytes))] : []),
    ];
    if (records.length === 0)
        return new Uint8Array(0);
    const body = Buffer.from(records.join(''));
    return Buffer.concat([header('PaxHeaders.0', body.length, 'x'), body, padding(body.length)]);
}
/** The length at the start counts its own digits. */
function record(key, value) {
    const rest = ` ${key}=${value}\n`;
    const length = rest.length + String(rest.length).length;
    const exact = rest.length + String(length).length;
    return `${exact}${rest}`;
}
/** https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06 */
function header(name, sizeBytes, type) {
    const block = Buffer.alloc(blockBytes);
    const octal = (value, digits) => value.toString(8).padStart(digits, '0');
    block.write(name, 0);
    block.write(octal(type === '5' ? 0o755 : 0o644, 7), 100);
    block.write(octal(0, 7), 108);
    block.write(octal(0, 7), 116);
    block.write(octal(sizeBytes > mostOctal ? 0 : sizeBytes, 11), 124);
    block.write(octal(0, 11), 136);
    block.fill(' ', 148, 156);
    block.write(type, 156);
    block.write('ustar\x0000', 257);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${octal(sum, 6)}\0 `, 148);
    return block;
}

// EXTERNAL MODULE: ./packages/oci/archive.ts + 3 modules
var archive = __webpack_require__(9703);
// EXTERNAL MODULE: ./packages/oci/layout-errors.ts
var layout_errors = __webpack_require__(6814);
// EXTERNAL MODULE: ./packages/oci/layout.ts + 3 modules
var layout = __webpack_require__(5970);
// EXTERNAL MODULE: ./packages/oci/owner.ts
var owner = __webpack_require__(7699);
// EXTERNAL MODULE: ./packages/oci/store-index.ts
var store_index = __webpack_require__(5996);
;// CONCATENATED MODULE: ./packages/oci/archive-write.ts
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
 * An archive that is to be written, once: what comes is kept in a folder beside it, and the first name makes
 * the file of it, in one step. A run that was killed leaves the folder, and the next one goes on with it.
 */
class ArchiveToBe {
    name;
    // Its folder is a layout, so that blobs of layouts are linked.
    key = 'oci-layout';
    #file;
    #patience;
    #staging;
    #layout;
    #done;
    constructor(file, name, patience) {
        this.#file = file;
        this.name = name;
        this.#patience = patience;
    }
    async resolve(at) {
        return this.#read()?.resolve(at);
    }
    async manifest(at) {
        return this.#read()?.manifest(at);
    }
    async blob(descriptor, how) {
        return (this.#read() ?? (await this.#write())).blob(descriptor, how);
    }
    async hasBlob(digest) {
        return (await this.blobSize(digest)) !== undefined;
    }
    async blobSize(digest) {
        return this.#read()?.blobSize(digest);
    }
    async putBlob(descriptor, from, how) {
        return (await this.#write()).putBlob(descriptor, from, how);
    }
    async putManifest(bytes, mediaType, how) {
        return (await this.#write()).putManifest(bytes, mediaType, how);
    }
    async tag(name, bytes, mediaType, expect, how) {
        const moved = await (await this.#write()).tag(name, bytes, mediaType, expect, how);
        await this.seal(undefined);
        return moved;
    }
    async *tags() {
        yield* this.#read()?.tags() ?? [];
    }
    async *referrers(subject, artifactType) {
        yield* this.#read()?.referrers(subject, artifactType) ?? [];
    }
    async remove(at) {
        return this.#read() === undefined ? false : (await this.#write()).remove(at);
    }
    /** Makes the file of what came; `root` is an image that has no name. */
    async seal(root) {
        const layout = await this.#write();
        const folder = await this.#folder();
        const packed = external_node_path_default().join(folder, 'archive');
        await (0,layout_errors/* inLayout */._)(JSON.stringify(this.#file), async () => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                await (0,promises_.rm)(packed, { force: true });
                const file = __addDisposableResource(env_1, await (0,promises_.open)(packed, 'wx', 0o644), true);
                await packLayout(file, layout, { index: await (0,store_index/* indexIn */.YP)(external_node_path_default().join(folder, 'layout')), root });
                await file.datasync();
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
        await (0,layout_errors/* inLayout */._)(JSON.stringify(this.#file), () => (0,promises_.rename)(packed, this.#file));
        this.#done = (0,archive/* openArchive */.p)('oci-archive', this.#file, { name: this.name });
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
    #read() {
        return this.#done ?? this.#layout;
    }
    async #write() {
        // An archive that is there can be read alone, and says so.
        if (this.#done !== undefined)
            return this.#done;
        const folder = await this.#folder();
        this.#layout ??= (0,layout/* openLayout */.B)(external_node_path_default().join(folder, 'layout'), this.name, this.#patience);
        return this.#layout;
    }
    async #folder() {
        this.#staging ??= (0,layout_errors/* inLayout */._)(JSON.stringify(this.#file), async () => {
            await refuseDevice(this.#file);
            return stagingFor(this.#file);
        });
        return this.#staging;
    }
}
/** A folder beside the file: one that a killed process left there, or a new one. */
async function stagingFor(file) {
    const [above, prefix] = [external_node_path_default().dirname(file), `.${external_node_path_default().basename(file)}.partial.`];
    await (0,make_folder/* makeFolder */.f)(above);
    const own = external_node_path_default().join(above, `${prefix}${await (0,owner/* ownName */.q)()}`);
    for (const name of await (0,promises_.readdir)(above)) {
        if (!name.startsWith(prefix) || !(await (0,owner/* isDead */.X)(name.slice(prefix.length))))
            continue;
        // Two may want it: one gets it.
        const mine = await (0,promises_.rename)(external_node_path_default().join(above, name), own).then(() => true, () => false);
        if (mine)
            return own;
    }
    await (0,promises_.mkdir)(own, { mode: 0o700 });
    return own;
}
/** The archive `file` as a repository that is written once: its first name, or `sealArchive`, makes the file. */
function createArchive(file, name = `oci-archive:${file}`, patience = {}) {
    return new ArchiveToBe(external_node_path_default().resolve(file), name, patience);
}
/** Makes the file of an archive whose image has no name; for every other repository there is nothing to do. */
async function sealArchive(repository, root) {
    if (repository instanceof ArchiveToBe)
        await repository.seal(root);
}
/** A file is put in the place of what the name stands for, and a device or a pipe would be gone. */
async function refuseDevice(file) {
    const found = await (0,promises_.stat)(file).catch(() => undefined);
    if (found === undefined || found.isFile())
        return;
    throw new errors/* UsageError */.eb(`${JSON.stringify(file)} is ${found.isDirectory() ? 'a folder' : 'a device or a pipe'}, and an archive is a file: name another one`);
}


/***/ }),

/***/ 9703:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ archiveIn),
  p: () => (/* binding */ openArchive)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./packages/io/names.ts
var names = __webpack_require__(7663);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var oci_digest = __webpack_require__(3670);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/oci/layout-index.ts
var layout_index = __webpack_require__(1317);
;// CONCATENATED MODULE: ./packages/oci/archive-oci.ts



const maxIndexBytes = 32 * 1024 * 1024;
/**
 * An OCI layout in a tar archive. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
 * @throws Corrupt for an archive that is none
 */
async function ociImages(file) {
    const table = await file.table();
    const bytes = await file.read('index.json', maxIndexBytes);
    if (bytes === undefined) {
        const isDocker = table.find('manifest.json') !== undefined;
        throw new errors/* Corrupt */.Q6(file.where, isDocker
            ? 'it has no "index.json" but a "manifest.json": read it as docker-archive:FILE'
            : 'it has no "index.json", so it is no archive of images');
    }
    const index = (0,layout_index/* parseIndex */.A1)(bytes, `"index.json" in ${file.where}`, { maxBytes: maxIndexBytes });
    return {
        index,
        manifests: new Map(),
        blob: (digest) => table.find(`blobs/${(0,oci_digest/* algorithmOf */.Hy)(digest)}/${(0,oci_digest/* hexOf */.ZD)(digest)}`),
    };
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./packages/oci/json.ts
var json = __webpack_require__(6148);
// EXTERNAL MODULE: ./packages/oci/reference.ts
var reference = __webpack_require__(1421);
// EXTERNAL MODULE: ./packages/oci/some.ts
var some = __webpack_require__(2586);
;// CONCATENATED MODULE: ./packages/oci/archive-saved.ts





const maxImages = 1000;
const maxLayers = 10_000;
const texts = dist/* nullish */.cl6(dist/* array */.YOg(dist/* string */.YjP()));
// https://github.com/moby/docker-image-spec/blob/v1.3.1/v1.2.md#combined-image-json--filesystem-changeset-format
const listSchema = dist/* array */.YOg(dist/* object */.Ikc({ Config: dist/* string */.YjP(), RepoTags: texts, Layers: texts }));
/**
 * What an archive of `docker save` says that it holds.
 * @throws Corrupt
 */
async function savedIn(file) {
    const what = `"manifest.json" in ${file.where}`;
    const bytes = await file.read('manifest.json', json/* maxManifestBytes */.r);
    if (bytes === undefined) {
        const isOci = (await file.table()).find('index.json') !== undefined;
        throw new errors/* Corrupt */.Q6(file.where, isOci
            ? 'it has no "manifest.json" but an "index.json": read it as oci-archive:FILE'
            : 'it has no "manifest.json", so it is no archive of images');
    }
    const result = dist/* safeParse */.xLC(listSchema, (0,json/* parseJson */.q)(bytes, what));
    if (!result.success)
        throw new errors/* Corrupt */.Q6(what, 'it is no list of images with "Config" and "Layers"');
    const list = result.output;
    const layers = list.reduce((sum, { Layers }) => sum + (Layers?.length ?? 0), 0);
    if (list.length > maxImages || layers > maxLayers) {
        throw new errors/* Corrupt */.Q6(what, `it lists more than ${maxImages} images or ${maxLayers} layers`);
    }
    return list;
}
/**
 * Those that have the name, with its tags alone.
 * @throws NotThere when there is none
 */
function withName(list, image, where) {
    const found = list.flatMap((saved) => {
        const RepoTags = (saved.RepoTags ?? []).filter((text) => fullName(text) === image);
        return RepoTags.length === 0 ? [] : [{ ...saved, RepoTags }];
    });
    if (found.length > 0)
        return found;
    const names = new Set(list.flatMap(({ RepoTags }) => RepoTags ?? []));
    throw new errors/* NotThere */.W2(image, `${where}, which holds ${(0,some/* some */.z)([...names]) || 'no name'}`);
}
/** Docker writes `acme/shop:1.0`, and skopeo `docker.io/acme/shop:1.0`. */
function fullName(text) {
    try {
        return (0,reference/* parseRegistryReference */.qq)(text).name;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./packages/oci/descriptor.ts
var oci_descriptor = __webpack_require__(3239);
// EXTERNAL MODULE: ./packages/oci/manifest.ts + 1 modules
var oci_manifest = __webpack_require__(127);
;// CONCATENATED MODULE: ./packages/oci/archive-docker.ts









// An image's manifest stands in "index.json" or in an index below; containerd writes one in one.
const maxLevels = 4;
const maxManifests = 1000;
/**
 * The images that `manifest.json` lists: what `docker save` and kaniko write. What in there is not named by its digest
 * is hashed. With an `image` those alone that have this name, as `parseReference` writes it in full.
 * @throws Corrupt, and NotThere when none has the name
 */
async function dockerImages(file, image) {
    const saved = await savedIn(file);
    const list = image === undefined ? saved : withName(saved, image, file.where);
    const stored = await manifestsIn(file);
    const contents = new Map();
    const manifests = new Map();
    let index = layout_index/* emptyIndex */.gW;
    for (const { Config, RepoTags, Layers } of list) {
        const config = await describe(file, Config, contents, true);
        const layers = [];
        for (const layer of Layers ?? [])
            layers.push(await describe(file, layer, contents, false));
        const { bytes, type } = manifestOf(config, layers, stored);
        const digest = (0,oci_digest/* digestOf */.ol)(bytes);
        manifests.set(digest, bytes);
        index = named(index, { mediaType: type, digest, size: bytes.length }, RepoTags ?? []);
    }
    const members = new Map([...contents.values()].map(({ descriptor, member }) => [descriptor.digest, member]));
    return { index, manifests, blob: (digest) => members.get(digest) };
}
/** The manifest as it stands in the archive, which gives its digest; else one of ours. */
function manifestOf(config, layers, stored) {
    const wanted = [config, ...layers].map(({ digest }) => digest).join();
    const found = stored.find(({ manifest }) => [manifest.config, ...manifest.layers].map(({ digest }) => digest).join() === wanted);
    if (found !== undefined)
        return { bytes: found.bytes, type: found.manifest.mediaType };
    const type = oci_descriptor/* mediaType */.JL.manifest;
    const manifest = { schemaVersion: 2, mediaType: type, config, layers };
    return { bytes: Buffer.from(JSON.stringify(manifest)), type };
}
/** Manifests of images that the archive's OCI part holds, if it has one. */
async function manifestsIn(file) {
    const table = await file.table();
    if (table.find('index.json') === undefined)
        return [];
    const { index, blob } = await ociImages(file);
    const found = [];
    const seen = new Set();
    let level = index.entries.flatMap(({ descriptor }) => descriptor ?? []);
    for (let depth = 0; depth < maxLevels && level.length > 0; depth++) {
        const below = [];
        for (const { digest } of level) {
            if (seen.has(digest) || seen.size >= maxManifests)
                continue;
            seen.add(digest);
            const member = blob(digest);
            // An index names platforms that are not in the archive.
            if (member === undefined || member.sizeBytes > json/* maxManifestBytes */.r)
                continue;
            const bytes = await bytesOf(file, member);
            const type = (0,oci_manifest/* guessMediaType */.g4)(bytes);
            if (type === undefined || (0,oci_digest/* digestOf */.ol)(bytes, (0,oci_digest/* algorithmOf */.Hy)(digest)) !== digest)
                continue;
            const manifest = (0,oci_manifest/* parseManifest */.Ng)(bytes, type, digest);
            if ((0,oci_manifest/* isIndex */.nw)(manifest))
                below.push(...manifest.manifests);
            else
                found.push({ bytes, manifest });
        }
        level = below;
    }
    return found;
}
async function bytesOf(file, member) {
    const chunks = [];
    for await (const chunk of await file.raw(member))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
/** What a file of the archive is by its bytes; asked once for each name. */
async function describe(file, name, known, isConfig) {
    const before = known.get(name);
    if (before !== undefined)
        return before.descriptor;
    const member = (await file.table()).find(name);
    const shown = JSON.stringify(name.slice(0, 200));
    if (member === undefined)
        throw new errors/* Corrupt */.Q6(file.where, `${shown} is not in it, and its "manifest.json" names it`);
    if (isConfig && member.sizeBytes > json/* maxManifestBytes */.r) {
        throw new errors/* Corrupt */.Q6(`${shown} in ${file.where}`, `it has more than ${json/* maxManifestBytes */.r} bytes`);
    }
    // Newer engines name blobs by their digest. Whoever reads one hashes it.
    const named = /^blobs\/(sha256)\/([0-9a-f]{64})$/.exec(name);
    const said = named === null ? '' : `${named[1] ?? ''}:${named[2] ?? ''}`;
    if (!isConfig && (0,oci_digest/* isDigest */.Bc)(said)) {
        const start = await bytesOf(file, { ...member, sizeBytes: Math.min(4, member.sizeBytes) });
        const descriptor = { mediaType: layerType(start), digest: said, size: member.sizeBytes };
        known.set(name, { descriptor, member });
        return descriptor;
    }
    const hasher = new oci_digest/* Hasher */.OP();
    let start = Buffer.alloc(0);
    for await (const chunk of await file.raw(member)) {
        const bytes = chunk;
        if (start.length === 0)
            start = Buffer.from(bytes.subarray(0, 4));
        hasher.update(bytes);
    }
    const type = isConfig ? oci_descriptor/* mediaType */.JL.config : layerType(start);
    const descriptor = { mediaType: type, digest: hasher.digest(), size: member.sizeBytes };
    known.set(name, { descriptor, member });
    return descriptor;
}
/** By its first bytes: names tell nothing, Docker's "layer.tar" may be compressed. */
function layerType(start) {
    const magic = start.toString('hex');
    if (magic.startsWith('1f8b'))
        return oci_descriptor/* mediaType */.JL.layerGzip;
    return magic === '28b52ffd' ? oci_descriptor/* mediaType */.JL.layerZstd : oci_descriptor/* mediaType */.JL.layerTar;
}
/** One entry for each tag, without the names of repositories before it; one without a name when there is none. */
function named(index, image, repoTags) {
    const tags = new Set(repoTags.map((text) => text.slice(text.lastIndexOf(':') + 1)));
    if (tags.size === 0)
        return (0,layout_index/* withEntry */.rM)(index, image);
    let more = index;
    for (const tag of tags) {
        more = (0,layout_index/* withEntry */.rM)(more, { ...image, annotations: { [names/* annotation */.w7.refName]: tag } });
    }
    return more;
}

// EXTERNAL MODULE: ./packages/oci/archive-file.ts + 4 modules
var archive_file = __webpack_require__(569);
// EXTERNAL MODULE: ./packages/oci/local.ts
var local = __webpack_require__(1223);
// EXTERNAL MODULE: ./packages/oci/read-only.ts
var read_only = __webpack_require__(1754);
// EXTERNAL MODULE: ./packages/oci/referrers-tag.ts
var referrers_tag = __webpack_require__(9209);
// EXTERNAL MODULE: ./packages/oci/store-index.ts
var store_index = __webpack_require__(5996);
;// CONCATENATED MODULE: ./packages/oci/archive.ts














/**
 * An archive as a repository that is read alone. `oci-archive` is an OCI layout in a tar file. `docker-archive`
 * is what `docker save` and kaniko write, each image of which has one platform: where the archive holds an
 * image's manifest too, as Docker writes it since 25, the image keeps its digest; else a manifest is made, the
 * same one each time. With an `image` it is what has that name in a docker-archive: `docker.io/acme/shop`.
 */
const openArchive = (kind, file, { name = `${kind}:${file}`, image, inflating } = {}) => archiveIn(new archive_file/* ArchiveFile */.n(external_node_path_default().resolve(file), inflating), { kind, name, image });
/** The same of a file that is open already. */
function archiveIn(opened, { kind, name, image }) {
    const read = () => (kind === 'oci-archive' ? ociImages(opened) : dockerImages(opened, image));
    const archive = new Archive(opened, { name, read });
    const reading = (0,read_only/* withoutWrites */.F)(archive, { code: 'read-only', why: 'an archive is written once' });
    (0,local/* withParts */.dK)(reading, (digest) => archive.part(digest));
    return (0,store_index/* withIndex */.NH)(reading, () => archive.index());
}
class Archive {
    name;
    key;
    #file;
    #read;
    #held;
    constructor(file, how) {
        this.name = how.name;
        this.key = `archive ${file.path}`;
        this.#file = file;
        this.#read = how.read;
    }
    async resolve(at) {
        return (await this.manifest(at))?.descriptor;
    }
    async manifest(at) {
        const { index, manifests, blob } = await this.#content();
        const digest = (0,oci_digest/* isDigest */.Bc)(at) ? at : (0,layout_index/* standing */.JA)(index, at, this.#file.where)?.digest;
        if (digest === undefined)
            return undefined;
        const member = blob(digest);
        const bytes = manifests.get(digest) ?? (member && (await this.#bytes(member, digest)));
        const mediaType = bytes && ((0,oci_manifest/* guessMediaType */.g4)(bytes) ?? (0,layout_index/* describedAs */.Ke)(index, digest)?.mediaType);
        if (bytes !== undefined && mediaType !== undefined) {
            return { descriptor: { mediaType, digest, size: bytes.length }, bytes };
        }
        if ((0,oci_digest/* isDigest */.Bc)(at))
            return undefined;
        throw new errors/* NotThere */.W2(digest, this.#file.where);
    }
    async blob(descriptor, how = {}) {
        const member = (await this.#content()).blob(descriptor.digest);
        if (member === undefined)
            throw new errors/* NotThere */.W2(descriptor.digest, this.#file.where);
        return this.#file.stream(member, descriptor, how);
    }
    async part(digest) {
        const member = (await this.#content()).blob(digest);
        return member && this.#file.part(member);
    }
    async hasBlob(digest) {
        return (await this.blobSize(digest)) !== undefined;
    }
    async blobSize(digest) {
        return (await this.#content()).blob(digest)?.sizeBytes;
    }
    async *tags() {
        const names = [...new Set((0,layout_index/* namesOf */.eZ)((await this.#content()).index))].sort();
        for (const name of names)
            if ((0,reference/* isTag */.dz)(name) && !(0,referrers_tag/* isReferrersTag */.z)(name))
                yield name;
    }
    async index() {
        return (await this.#content()).index;
    }
    /** From the list under the fallback tag and from entries without a name, as in a layout. */
    async *referrers(subject, artifactType) {
        const { index } = await this.#content();
        const candidates = [...(await this.#listed(index, subject)), ...(0,layout_index/* unnamed */.p1)(index)];
        for (const digest of new Set(candidates.map((each) => each.digest))) {
            const found = await this.manifest(digest);
            if (found === undefined)
                continue;
            const manifest = (0,oci_manifest/* asManifest */.i6)(found.bytes, found.descriptor.mediaType);
            if (manifest?.subject?.digest !== subject)
                continue;
            const referrer = (0,oci_manifest/* asReferrer */.wU)(found.descriptor, manifest);
            if (artifactType === undefined || referrer.artifactType === artifactType)
                yield referrer;
        }
    }
    async #listed(index, subject) {
        const kept = (0,layout_index/* standing */.JA)(index, (0,referrers_tag/* referrersTag */.L)(subject), this.#file.where);
        const found = kept && (await this.manifest(kept.digest));
        if (found === undefined)
            return [];
        const list = (0,layout_index/* parseIndex */.A1)(found.bytes, `${found.descriptor.digest} in ${this.#file.where}`);
        return list.entries.flatMap(({ descriptor }) => descriptor ?? []);
    }
    /** Undefined for what is too large to be a manifest. */
    async #bytes(member, digest) {
        if (member.sizeBytes > json/* maxManifestBytes */.r)
            return undefined;
        const chunks = [];
        for await (const chunk of await this.#file.raw(member))
            chunks.push(chunk);
        const bytes = Buffer.concat(chunks);
        if ((0,oci_digest/* digestOf */.ol)(bytes, (0,oci_digest/* algorithmOf */.Hy)(digest)) === digest)
            return bytes;
        throw new errors/* Corrupt */.Q6(`${digest} in ${this.#file.where}`, 'its content does not have that digest');
    }
    /** Read again when the file has become another one. */
    async #content() {
        const table = await this.#file.table();
        if (this.#held?.of !== table)
            this.#held = { of: table, held: this.#read() };
        return this.#held.held;
    }
}


/***/ }),

/***/ 391:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FJ: () => (/* binding */ cosignTags),
/* harmony export */   gm: () => (/* binding */ isCosignTag),
/* harmony export */   k8: () => (/* binding */ cosignSubject)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3670);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1421);


const kinds = ['sig', 'att', 'sbom'];
/**
 * The tags under which cosign keeps what it knows of a manifest where it does not use referrers.
 * https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md
 */
const cosignTags = (digest) => kinds
    .map((kind) => `${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .algorithmOf */ .Hy)(digest)}-${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hexOf */ .ZD)(digest)}.${kind}`)
    .filter((tag) => (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isTag */ .dz)(tag));
const isCosignTag = (name) => /^sha(?:256|512)-[0-9a-f]{64,128}\.(?:sig|att|sbom)$/.test(name);
/** The manifest that one of cosign's tags is about; undefined for other names. */
function cosignSubject(name) {
    if (!isCosignTag(name))
        return undefined;
    const digest = name.replace('-', ':').replace(/\.[a-z]+$/, '');
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest) ? digest : undefined;
}


/***/ }),

/***/ 5757:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readsOf),
/* harmony export */   S: () => (/* binding */ forwarding)
/* harmony export */ });
/** What reads in a repository, as a plain object whose methods another one may stand in for. */
const readsOf = (repository) => ({
    name: repository.name,
    key: repository.key,
    resolve: (at) => repository.resolve(at),
    manifest: (at) => repository.manifest(at),
    blob: (descriptor, how) => repository.blob(descriptor, how),
    hasBlob: (digest) => repository.hasBlob(digest),
    blobSize: (digest) => repository.blobSize(digest),
    tags: () => repository.tags(),
    referrers: (subject, artifactType) => repository.referrers(subject, artifactType),
});
/** The same with what writes. Where its blobs lie on the disk is not known of it. */
const forwarding = (repository) => ({
    ...readsOf(repository),
    putBlob: (descriptor, from, how) => repository.putBlob(descriptor, from, how),
    putManifest: (bytes, mediaType, how) => repository.putManifest(bytes, mediaType, how),
    tag: (...named) => repository.tag(...named),
    remove: (at) => repository.remove(at),
});


/***/ }),

/***/ 1754:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ withoutWrites),
/* harmony export */   T: () => (/* binding */ readOnly)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);
/* harmony import */ var _forward_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5757);


/** The same repository for a dry run: it is read as ever, and every write is an error. */
const readOnly = (repository) => withoutWrites(repository, { code: 'dry-run', why: 'this is a dry run' });
/** Every write ends in an error with this code and this reason. */
function withoutWrites(repository, { code, why }) {
    const refuse = async (what) => {
        throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV(3, code, `${what} was not written to ${repository.name}: ${why}`);
    };
    return {
        ...(0,_forward_js__WEBPACK_IMPORTED_MODULE_1__/* .readsOf */ .J)(repository),
        putBlob: ({ digest }) => refuse(digest),
        putManifest: () => refuse('a manifest'),
        tag: (name) => refuse(`the tag ${name}`),
        remove: (at) => refuse(`the removal of ${at}`),
    };
}


/***/ }),

/***/ 2586:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ some)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5647);

const mostShown = 10;
/** A few of many texts, for a sentence: quoted, with `…` for the rest; empty when there are none. */
const some = (texts, most = mostShown) => texts.slice(0, most).map(_io__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h).join(', ') + (texts.length > most ? ', …' : '');


/***/ }),

/***/ 497:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ tagList),
/* harmony export */   t: () => (/* binding */ withTagList)
/* harmony export */ });
const lists = new WeakMap();
/** Remembers how a repository lists its tags when it makes more of that than the port can say. */
function withTagList(repository, list) {
    lists.set(repository, list);
    return repository;
}
/**
 * Lists the tags for somebody who is about to read all that stands under them. The repository that comes with them
 * may leave out questions that the list has answered: what others write from then on need not be seen.
 */
async function tagList(repository) {
    const list = lists.get(repository);
    if (list !== undefined)
        return list();
    const tags = [];
    for await (const tag of repository.tags())
        tags.push(tag);
    return { tags, repository };
}


/***/ }),

/***/ 3333:
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
const nothing = { find: () => [] };
/**
 * Reads a file of Docker or Podman; one that does not exist knows nothing. As Docker does, it asks
 * `credHelpers` before `credsStore`, and that before `auths`.
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
function* find(file, wanted) {
    const hosts = hostsOf(wanted.origin);
    const auths = recordOf(file.auths) ?? {};
    const keys = Object.keys(auths)
        .filter((key) => hosts.includes(placeOf(key, wanted.repository) ?? ''))
        .toSorted((a, b) => b.length - a.length);
    // A program knows a login by the name under which it was given, which is a key of `auths` at best.
    const servers = [...new Set([...keys, serverOf(wanted.origin)])];
    const named = Object.entries(recordOf(file.credHelpers) ?? {}).filter(([key]) => hosts.includes(hostOf(key)));
    for (const helper of [...named.map(([, value]) => value), file.credsStore]) {
        if (typeof helper === 'string' && helper !== '')
            yield { kind: 'helper', helper, servers };
    }
    for (const key of keys) {
        const login = loginOf(recordOf(auths[key]) ?? {}, key, wanted.path);
        if (login !== undefined)
            yield { kind: 'login', login };
    }
}
const isDockerHub = ({ host }) => /^(?:registry-1\.|index\.)?docker\.io$/.test(host);
/** The names under which a registry stands in such files; Docker Hub has a history. */
const hostsOf = (origin) => isDockerHub(origin) ? ['index.docker.io', 'docker.io', 'registry-1.docker.io'] : [origin.host];
/** What a program is asked for. */
const serverOf = (origin) => isDockerHub(origin) ? 'https://index.docker.io/v1/' : origin.host;
const hostOf = (key) => key.replace(/^https?:\/\//, '').replace(/\/.*$/s, '');
/** The host of a key, if the key is for this repository: Podman's keys may go on with a path, Docker's may be URLs. */
function placeOf(key, repository) {
    const path = /^https?:|\/v[12]\/?$/.test(key) ? '' : key.replace(/^[^/]*\/?/, '');
    return path === '' || `${repository}/`.startsWith(`${path}/`) ? hostOf(key) : undefined;
}
function loginOf(entry, key, path) {
    const { auth, username, password, identitytoken } = entry;
    if (typeof identitytoken === 'string' && identitytoken !== '') {
        return { identityToken: identitytoken };
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

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
;// CONCATENATED MODULE: ./packages/oci/fields.ts
/** A field of JSON from outside; undefined when there is no such object or field. */
const fieldOf = (json, name) => typeof json === 'object' && json !== null
    ? Object.getOwnPropertyDescriptor(json, name)?.value
    : undefined;
const textOf = (value) => typeof value === 'string' ? value : undefined;

// EXTERNAL MODULE: ./packages/oci/json.ts
var oci_json = __webpack_require__(6148);
;// CONCATENATED MODULE: ./packages/oci/credentials-helper.ts




const credentials_helper_maxBytes = 64 * 1024;
const defaultMs = 30_000;
/**
 * What the programs need beside what every program gets: the accounts of the clouds, whose registries they log
 * in to, and the way to the keyring of the desktop.
 */
const names = new Set([
    'DBUS_SESSION_BUS_ADDRESS',
    'DISPLAY',
    'DOCKER_CONFIG',
    'GNUPGHOME',
    'PASSWORD_STORE_DIR',
    'WAYLAND_DISPLAY',
]);
const prefixes = ['AWS_', 'AZURE_', 'CLOUDSDK_', 'ECR_', 'GOOGLE_'];
/**
 * Asks `docker-credential-NAME` for a login. Undefined when it has none; `missing` says what went wrong.
 * https://github.com/docker/docker-credential-helpers#development
 */
async function askHelper(helper, server, how) {
    const program = `docker-credential-${helper}`;
    // It comes from a file: no way out of PATH.
    if (!/^[\w][\w.+-]{0,63}$/.test(helper)) {
        return { missing: `the login is kept by ${(0,quote/* quote */.h)(program)}, which is no name of a program` };
    }
    const { code, stdout, says } = await ask(program, server, how);
    if (code === 0)
        return loginIn(stdout, program);
    if (/credentials not found/i.test(says))
        return undefined;
    const why = code === undefined ? says : `ended with ${code}, and it says ${(0,quote/* quote */.h)(says)}`;
    return { missing: `the login is kept by ${(0,quote/* quote */.h)(program)}, which ${why}` };
}
async function ask(program, server, how) {
    const { exec, env, signal, helperMs = defaultMs } = how;
    const late = AbortSignal.timeout(helperMs);
    const given = [...env].filter(([name]) => names.has(name) || prefixes.some((prefix) => name.startsWith(prefix)));
    try {
        const { code, stdout, stderr } = await exec.run(program, ['get'], {
            env: Object.fromEntries(given),
            stdin: external_node_stream_.Readable.from([Buffer.from(server)], { objectMode: false }),
            signal: AbortSignal.any([signal, late]),
            maxBytes: credentials_helper_maxBytes,
        });
        // What went wrong is told on the one or the other; a login is never told on an exit that is not 0.
        const says = code === 0 ? '' : textOfBytes(stdout) || textOfBytes(stderr);
        return { code, stdout, says };
    }
    catch (error) {
        signal.throwIfAborted();
        return { code: undefined, stdout: new Uint8Array(), says: whyOf(error, late, helperMs) };
    }
}
function whyOf(error, late, ms) {
    if (late.aborted)
        return `did not answer within ${ms / 1000} s`;
    return error instanceof errors/* Failed */.cV && error.code === 'no-tool'
        ? 'is not installed'
        : `could not be asked: ${(0,errors/* messageOf */.bD)(error)}`;
}
const textOfBytes = (bytes) => Buffer.from(bytes).toString('utf8').trim();
function loginIn(stdout, program) {
    let json;
    try {
        json = (0,oci_json/* parseJson */.q)(stdout, program, { maxBytes: credentials_helper_maxBytes });
    }
    catch {
        json = undefined;
    }
    const username = textOf(fieldOf(json, 'Username'));
    const secret = textOf(fieldOf(json, 'Secret'));
    if (username === undefined || secret === undefined) {
        return {
            missing: `the login is kept by ${(0,quote/* quote */.h)(program)}, which gave none that can be read`,
        };
    }
    if (secret === '')
        return undefined;
    return username === '<token>' ? { identityToken: secret } : { username, password: secret };
}

;// CONCATENATED MODULE: ./packages/oci/credentials.ts




/**
 * Logins from where people have them: the files of Docker and Podman, the programs that these files name, and
 * the token of the workflow for the repository's own registry. A login in a file was made on purpose, so it
 * comes first. Each program is asked once for each registry.
 * @throws UsageError when such a file cannot be read as one
 */
function credentials(how) {
    let files;
    const asked = new Map();
    const ask = (helper, server) => {
        const key = JSON.stringify([helper, server]);
        const known = asked.get(key) ?? askHelper(helper, server, how);
        asked.set(key, known);
        return known;
    };
    return async (origin, repository) => {
        files ??= Promise.all(loginFiles(how.env).map(readLogins));
        const kept = (await files).map((logins) => logins.find(origin, repository));
        const found = await firstUsable(inTurn(kept), ask);
        const login = isUsable(found) ? found : (ownLogin(origin, repository, how) ?? found);
        for (const value of secretsOf(login))
            how.secret?.(value);
        return login;
    };
}
function* inTurn(lists) {
    for (const list of lists)
        yield* list;
}
/** The first that can be used; else why the first of the others cannot. */
async function firstUsable(kept, ask) {
    let unusable;
    for (const each of kept) {
        if (each.kind === 'login')
            return each.login;
        for (const server of each.servers) {
            const login = await ask(each.helper, server);
            if (isUsable(login))
                return login;
            unusable ??= login;
        }
    }
    return unusable;
}
const isUsable = (login) => login !== undefined && !('missing' in login);
function secretsOf(login) {
    if (!isUsable(login))
        return [];
    if ('identityToken' in login)
        return [login.identityToken];
    return [login.password, basic(login).slice('Basic '.length)];
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

// EXTERNAL MODULE: ./packages/oci/reference.ts
var oci_reference = __webpack_require__(1421);
;// CONCATENATED MODULE: ./packages/oci/plain-http.ts


const plain_http_hostOf = (registry) => new URL(`http://${registry}`).host;
/**
 * Whether a registry is one of those that somebody wants to be asked over plain http, logins included.
 * @throws UsageError for what is no `host` or `host:port`
 */
function plainHttp(registries) {
    const wrong = registries.find((text) => !(0,oci_reference/* isRegistryHost */.EV)(text));
    if (wrong !== undefined) {
        throw new errors/* UsageError */.eb(`input "plain-http" must name registries as host or host:port, not ${(0,quote/* quote */.h)(wrong)}`, { input: 'plain-http' });
    }
    const hosts = new Set(registries.map(plain_http_hostOf));
    return (registry) => hosts.has(plain_http_hostOf(registry));
}

// EXTERNAL MODULE: ./packages/io/pipe.ts
var pipe = __webpack_require__(2503);
// EXTERNAL MODULE: ./packages/oci/archive-write.ts + 1 modules
var archive_write = __webpack_require__(1953);
// EXTERNAL MODULE: ./packages/oci/archive-file.ts + 4 modules
var archive_file = __webpack_require__(569);
// EXTERNAL MODULE: ./packages/oci/archive.ts + 3 modules
var oci_archive = __webpack_require__(9703);
// EXTERNAL MODULE: ./packages/oci/behind.ts
var behind = __webpack_require__(6346);
// EXTERNAL MODULE: ./packages/oci/layout.ts + 3 modules
var layout = __webpack_require__(5970);
// EXTERNAL MODULE: ./packages/oci/layout-top.ts + 1 modules
var layout_top = __webpack_require__(5284);
// EXTERNAL MODULE: ./packages/oci/read-only.ts
var read_only = __webpack_require__(1754);
// EXTERNAL MODULE: ./packages/oci/copy-cosign.ts
var copy_cosign = __webpack_require__(391);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var oci_errors = __webpack_require__(9205);
;// CONCATENATED MODULE: ./packages/oci/store-first.ts





/**
 * Reads what the store holds of a repository, and the rest from where the repository comes from. Each tag and
 * each digest is looked for by itself. It cannot be written: writes go to the store alone.
 * @param shown the store as a person wrote it
 */
function storeFirst(store, origin, shown) {
    // Who named a store expects the image there, and no registry.
    const missed = (error) => {
        if (!(error instanceof oci_errors/* Unreachable */.LL))
            throw error;
        const sentence = `the store ${JSON.stringify(shown)} does not have it, and ${error.message}`;
        throw new errors/* Failed */.cV(3, error.code, sentence);
    };
    const either = async (ask) => (await ask(store)) ?? ask(origin).catch(missed);
    const holderOf = async (subject) => (await store.resolve(subject)) === undefined ? origin : store;
    /** What is said of an image is asked where the image is: its referrers, and what cosign keeps under tags. */
    const byTag = async (at, ask) => {
        const subject = (0,copy_cosign/* cosignSubject */.k8)(at);
        return subject === undefined ? either(ask) : ask(await holderOf(subject));
    };
    const repository = {
        ...(0,read_only/* withoutWrites */.F)(origin, { code: 'read-only', why: 'it was opened to be read' }),
        key: store.key,
        resolve: (at) => byTag(at, (one) => one.resolve(at)),
        manifest: (at) => byTag(at, (one) => one.manifest(at)),
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
            yield* (await holderOf(subject)).referrers(subject, artifactType);
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

// EXTERNAL MODULE: ./packages/oci/store-index.ts
var store_index = __webpack_require__(5996);
// EXTERNAL MODULE: ./packages/oci/store-place.ts
var store_place = __webpack_require__(2455);
;// CONCATENATED MODULE: ./packages/oci/store.ts













/**
 * Where a name leads: to the store when it is written or in `written`; else to the store and then to its own
 * registry. `oci:DIR` is that folder and `oci-archive:FILE` that file, whatever the store.
 * @throws UsageError for a store or a name that cannot be used
 */
function openStore(settings) {
    const { store: shown } = settings;
    const store = shown === undefined ? undefined : storeAt(shown, settings);
    const opened = new Map();
    const fileAt = archiveFiles(settings);
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
                return atFile(reference, for_, { settings, once, fileAt });
            const stored = store && once(`store ${reference.name}`, () => store(reference));
            if (stored !== undefined && (for_ === 'write' || settings.written(reference.name))) {
                return stored;
            }
            const origin = settings.offline
                ? offline(reference.name, reference.registry, settings.store)
                : settings.registry(originOf(reference, settings));
            if (stored === undefined || shown === undefined)
                return origin;
            return storeFirst(stored, origin, shown);
        });
        return settings.dryRun ? (0,behind/* wrap */.L)((0,read_only/* readOnly */.T)(repository), repository) : repository;
    };
}
/** One for each archive: what comes through a pipe comes once, whichever of its images are asked for. */
function archiveFiles({ temporary, signal }) {
    const files = new Map();
    return (place) => {
        const known = files.get(place) ?? new archive_file/* ArchiveFile */.n(place, temporary && { temporary, signal });
        files.set(place, known);
        return known;
    };
}
/** Docker Hub answers under another name than the one in references. */
function originOf({ registry, repository, name }, { plainHttp = () => false }) {
    const host = registry === 'docker.io' ? 'registry-1.docker.io' : registry;
    const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host);
    const scheme = loopback || plainHttp(registry) ? 'http' : 'https';
    return { base: new URL(`${scheme}://${host}`), repository, name };
}
function atFile({ transport, path: file, name, image }, for_, how) {
    const { cwd = '', signal } = how.settings;
    const place = external_node_path_default().resolve(cwd, file);
    if (transport === 'oci') {
        return how.once(`folder ${place}`, () => (0,store_index/* withIndex */.NH)((0,layout/* openLayout */.B)(place, name, patience(signal)), () => (0,store_index/* indexIn */.YP)(place)));
    }
    if (for_ === 'read') {
        // As `docker save` and `docker load` have it.
        const archive = how.fileAt(file === '-' ? pipe/* standardInput */.i : place);
        return (0,oci_archive/* archiveIn */.a)(archive, { kind: transport, name, image });
    }
    if (file === '-') {
        throw new errors/* UsageError */.eb(`${JSON.stringify(name)} can only be read, from standard input: name a file`);
    }
    if (transport === 'oci-archive')
        return (0,archive_write/* createArchive */.t)(place, name, patience(signal));
    throw new errors/* UsageError */.eb(`${JSON.stringify(name)} can only be read: Docker loads an OCI archive too, so write oci-archive:FILE`);
}
function storeAt(store, { cwd = '', registry, signal }) {
    const place = (0,store_place/* parseStore */.P)(store, 'store');
    if (place.kind === 'folder') {
        const root = external_node_path_default().resolve(cwd, place.path);
        return (reference) => (0,layout/* openLayout */.B)(folderOf(root, reference), reference.name, patience(signal));
    }
    const { origin, pathname } = place.base;
    const prefix = pathname.split('/').filter((part) => part !== '');
    return (reference) => {
        const repository = [...prefix, store_placeOf(reference), reference.repository].join('/');
        if ((0,oci_reference/* isRepositoryPath */.og)(repository)) {
            return registry({ base: new URL(origin), repository, name: reference.name });
        }
        throw new errors/* UsageError */.eb(`${JSON.stringify(reference.name)} cannot stand in the store ${JSON.stringify(store)}: ${JSON.stringify(repository)} is not a repository name`);
    };
}
const patience = (signal) => (signal === undefined ? {} : { signal });
/** `host[:port]` as one part of a path. */
const store_placeOf = ({ registry }) => registry.toLowerCase().replace(/:(\d+)$/, '_$1');
function folderOf(root, reference) {
    const parts = [store_placeOf(reference), ...reference.repository.split('/')];
    const refused = parts.find(layout_top/* isPartOfLayout */.Rd);
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
// EXTERNAL MODULE: ./packages/oci/tag-list.ts
var tag_list = __webpack_require__(497);
// EXTERNAL MODULE: ./packages/oci/manifest.ts + 1 modules
var oci_manifest = __webpack_require__(127);
// EXTERNAL MODULE: ./packages/io/flow.ts
var flow = __webpack_require__(5887);
;// CONCATENATED MODULE: ./packages/oci/registry-answer.ts




const maxComplaintBytes = 16 * 1024;
/**
 * Reads a body whole.
 * @throws Corrupt when it has more bytes than `maxBytes`; Failed when it does not end in time
 */
async function bytesOf(answer, what, maxBytes) {
    const { body, url, withinMs } = answer;
    const chunks = [];
    let size = 0;
    const late = setTimeout(() => {
        const sentence = `the answer of ${url.origin} did not end within ${withinMs / 1000} s`;
        body.destroy(new errors/* Failed */.cV(3, 'ETIMEDOUT', sentence));
    }, withinMs);
    try {
        for await (const chunk of body) {
            size += chunk.byteLength;
            if (size > maxBytes)
                throw new oci_errors/* Corrupt */.Q6(what, `it has more than ${maxBytes} bytes`);
            chunks.push(chunk);
        }
    }
    finally {
        clearTimeout(late);
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
    /** A registry that wants less to do. */
    slows;
    constructor(late, how = {}) {
        super('an exchange may work on another try');
        this.late = late;
        this.waitMs = how.waitMs;
        this.slows = how.slows;
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
async function retry(how, attempt) {
    for (let done = 1;; done += 1) {
        try {
            return await attempt();
        }
        catch (error) {
            if (how.hasAdvanced?.() === true)
                done = 1;
            const passing = isInterruption(error)
                ? new Passing((times) => new oci_errors/* Unreachable */.LL(how.name, `${error.message}${ofTries(times)}`))
                : error;
            if (!(passing instanceof Passing))
                throw unreachable(how.name, error);
            const { waitMs = backoffMs(done), slows } = passing;
            if (done === tries || waitMs > longestMs)
                throw passing.late(done);
            const waiting = how.wait(waitMs);
            slows?.tooMany(waiting);
            await waiting;
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
function passing(name, told) {
    const { method, answer, said, host } = told;
    const { status, headers, url } = answer;
    const waitMs = retryAfterMs(headers);
    const asked = waitMs === undefined ? '' : `, asked to wait ${Math.ceil(waitMs / 1000)} s`;
    const reason = reasons[status] ?? 'its own failure';
    const late = (times) => new oci_errors/* Unreachable */.LL(name, `${method} ${url.origin} was answered ${status} (${reason})${ofTries(times)}${asked}${said.says}`);
    return new Passing(late, { waitMs, slows: status === 429 ? host : undefined });
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
async function readBlob(client, descriptor, { from = 0, signal, unchecked }) {
    const { digest, size } = descriptor;
    const what = `the blob ${digest} of ${client.name}`;
    signal?.throwIfAborted();
    if (from > 0 && from >= size)
        return external_node_stream_.Readable.from([], { objectMode: false });
    const open = async (at) => openBlob(client, { descriptor, what, at, signal });
    const bytes = resumed(client, { first: await open(from), open, from, size });
    return from === 0 && unchecked !== true
        ? (0,verified/* verified */.z)(bytes, descriptor, { what })
        : sized(bytes, { what, size: size - from });
}
async function openBlob(client, how) {
    const { descriptor, what, at, signal } = how;
    const call = {
        method: 'GET',
        url: client.url(`blobs/${descriptor.digest}`),
        access: 'pull',
        signal,
        // With its end, since some take no range without one.
        ...(at > 0 ? { headers: { range: `bytes=${at}-${descriptor.size - 1}` } } : {}),
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
        const whole = begins === 0 ? undefined : totalOf(answer);
        const length = whole === undefined ? lengthOf(answer) : whole - begins;
        if (length !== undefined && length !== descriptor.size - begins) {
            answer.body.destroy();
            throw new oci_errors/* Corrupt */.Q6(what, `it has ${length + begins} bytes and should have ${descriptor.size}`);
        }
        return begins === at ? answer.body : skipping(answer.body, at);
    });
}
const lengthOf = ({ headers }) => {
    const text = headers['content-length'];
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
};
/** The size of the whole, of which a part was sent. */
const totalOf = ({ headers }) => {
    const text = /\/(\d{1,15})$/.exec(headers['content-range'] ?? '')?.[1];
    return text === undefined ? undefined : Number(text);
};
/** For a server that does not know ranges. */
const skipping = (source, skipBytes) => (0,flow/* flowOf */.gB)(source, async (sink) => {
    let left = skipBytes;
    await (0,flow/* pour */.fO)(source, async (bytes) => {
        const skip = Math.min(left, bytes.byteLength);
        left -= skip;
        if (skip < bytes.byteLength)
            await sink(bytes.subarray(skip));
    });
});
const sized = (source, { what, size }) => (0,flow/* flowOf */.gB)(source, async (sink) => {
    let read = 0;
    await (0,flow/* pour */.fO)(source, async (bytes) => {
        read += bytes.byteLength;
        if (read > size)
            throw new oci_errors/* Corrupt */.Q6(what, 'it has more bytes than were promised');
        await sink(bytes);
    });
    if (read < size)
        throw new oci_errors/* Corrupt */.Q6(what, `it ended ${size - read} bytes too early`);
});
/** So much more of a blob makes good for a connection that broke. */
const advanceBytes = 1024 * 1024;
const resumed = (client, { first, open, from, size }) => (0,flow/* flowOf */.gB)(first, async (sink, signal) => {
    let source = first;
    let at = from;
    let lastBreak = from;
    for (let done = 1;; done += 1) {
        const ended = await poured(client, source, {
            signal,
            sink: async (bytes) => {
                at += bytes.byteLength;
                await sink(bytes);
            },
        });
        if (ended === 'whole')
            return;
        if (!isInterruption(ended.by))
            throw unreachable(client.name, ended.by);
        // Only the end of the answer was lost, and there is nothing left to ask for.
        if (at === size)
            return;
        if (at - lastBreak >= advanceBytes)
            done = 1;
        if (done === tries)
            throw new oci_errors/* Unreachable */.LL(client.name, `${ended.by.message}${ofTries(done)}`);
        lastBreak = at;
        await client.wait(backoffMs(done));
        source = await open(at);
    }
});
const windowMs = 60_000;
/** Less than a telephone line carried. */
const leastBytes = windowMs;
/**
 * Pours a body that may break. It also ends when hardly anything comes, though never nothing: only the time that
 * we wait is counted, since where bytes go on to may be slower than where they come from.
 * @throws what the sink throws
 */
async function poured(client, source, { sink, signal }) {
    const { clock, base, name } = client;
    let [waitedMs, bytes, asked] = [0, 0, clock()];
    const ofSink = [];
    const stop = () => source.destroy();
    signal.addEventListener('abort', stop, { once: true });
    try {
        await (0,flow/* pour */.fO)(source, async (chunk) => {
            waitedMs += clock() - asked;
            bytes += chunk.byteLength;
            if (waitedMs >= windowMs) {
                const place = `${base.host} sent ${bytes} bytes in ${Math.round(waitedMs / 1000)} s`;
                if (bytes < leastBytes)
                    throw new oci_errors/* Unreachable */.LL(name, place);
                [waitedMs, bytes] = [0, 0];
            }
            try {
                await sink(chunk);
            }
            catch (error) {
                ofSink.push(error);
                throw error;
            }
            asked = clock();
        });
        return 'whole';
    }
    catch (error) {
        if (signal.aborted || ofSink.includes(error))
            throw error;
        return { by: error };
    }
    finally {
        signal.removeEventListener('abort', stop);
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

;// CONCATENATED MODULE: ./packages/oci/registry-token.ts





const maxTokenBytes = 256 * 1024;
/** Less is never meant, says the specification, and a 401 says it if it is. */
const shortestMs = 60_000;
const registry_token_longestMs = 24 * 3_600_000;
/** A token is not used up to its last second. */
const marginMs = 5_000;
/**
 * Gets a token. One who has an identity token posts it, and where that is not known it stands for a password.
 * https://distribution.github.io/distribution/spec/auth/token/
 * https://distribution.github.io/distribution/spec/auth/oauth/
 * @throws Denied when the service says no; Corrupt when it sends no token
 */
async function fetchToken(service, wish) {
    const { login } = wish;
    if (login === undefined)
        return taken(await wish.send(asked(service, wish, {})), wish);
    if (!('identityToken' in login)) {
        return taken(await wish.send(asked(service, wish, { authorization: basic(login) })), wish);
    }
    const answer = await wish.send(posted(service, wish, login));
    if (answer.status !== 404 && answer.status !== 405)
        return taken(answer, wish);
    await discard(answer);
    const password = { username: '<token>', password: login.identityToken };
    return taken(await wish.send(asked(service, wish, { authorization: basic(password) })), wish);
}
function asked({ realm, service }, { scopes }, headers) {
    const url = new URL(realm);
    if (service !== undefined)
        url.searchParams.set('service', service);
    for (const scope of scopes)
        url.searchParams.append('scope', scope);
    return { method: 'GET', url, headers };
}
function posted({ realm, service }, { scopes }, { identityToken }) {
    const form = new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: 'ecluse',
        ...(service === undefined ? {} : { service }),
        scope: scopes.join(' '),
        refresh_token: identityToken,
    });
    return {
        method: 'POST',
        url: realm,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: Buffer.from(form.toString()),
    };
}
async function taken(answer, { name, remedy }) {
    const { origin } = answer.url;
    const what = `the token from ${origin}`;
    const bytes = await bytesOf(answer, what, maxTokenBytes);
    if (answer.status !== 200) {
        throw new oci_errors/* Denied */.Cb(`using ${name}`, `${origin} answered ${answer.status} when asked for a token; ${await remedy()}`);
    }
    const json = (0,oci_json/* parseJson */.q)(bytes, what, { maxBytes: maxTokenBytes });
    const token = textOf(fieldOf(json, 'token')) ?? textOf(fieldOf(json, 'access_token'));
    // It becomes a header.
    if (token === undefined || !/^[\x21-\x7e]+$/.test(token)) {
        throw new oci_errors/* Corrupt */.Q6(what, 'it holds no token');
    }
    const refreshed = textOf(fieldOf(json, 'refresh_token'));
    return {
        header: `Bearer ${token}`,
        lifetimeMs: lifetimeOf(json, answer.headers.date),
        identityToken: refreshed === '' ? undefined : refreshed,
    };
}
/**
 * What is left of it. Its age is counted by the server's own clock: ours may go otherwise. One that is older than it
 * can be has a date that says nothing.
 */
function lifetimeOf(json, date) {
    const seconds = fieldOf(json, 'expires_in');
    const given = typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : shortestMs;
    const whole = Math.min(Math.max(given, shortestMs), registry_token_longestMs);
    const age = Date.parse(date ?? '') - Date.parse(textOf(fieldOf(json, 'issued_at')) ?? '');
    return whole - (age > 0 && age < whole ? age : 0) - marginMs;
}

;// CONCATENATED MODULE: ./packages/oci/registry-auth.ts





/** Who we are to one registry. It asks for no login until the registry does. */
class Authority {
    #how;
    #clock;
    #tokens = new Map();
    /** Scopes that the registry wanted beside those that we thought of. */
    #more = new Map();
    #login;
    #service;
    #basic;
    constructor(how) {
        this.#how = how;
        this.#clock = how.clock ?? (() => performance.now());
    }
    /** The `Authorization` to send at once, as far as the registry has said what it wants. */
    async header(scopes) {
        return this.#service === undefined ? this.#basic : this.#token(this.#service, scopes);
    }
    /**
     * After a 401 of the registry itself: what to send instead of `sent`; undefined when there is nothing else to try.
     * @throws Denied when the token service says no
     */
    async answer(challenge, scopes, sent) {
        const challenges = parseChallenges(challenge);
        const bearer = challenges.find(({ scheme }) => scheme === 'bearer')?.parameters;
        if (bearer !== undefined) {
            this.#service = { realm: this.#realm(bearer.get('realm')), service: bearer.get('service') };
            const key = scopes.join(' ');
            const more = (bearer.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
            this.#more.set(key, new Set([...(this.#more.get(key) ?? []), ...more]));
            const known = await this.#tokens.get(key)?.catch(() => undefined);
            if (known?.token.header === sent)
                this.#tokens.delete(key);
            return this.#token(this.#service, scopes);
        }
        const login = challenges.some(({ scheme }) => scheme === 'basic')
            ? await this.login()
            : undefined;
        if (login === undefined || !('password' in login))
            return undefined;
        this.#basic = basic(login);
        return this.#basic === sent ? undefined : this.#basic;
    }
    /** Asked once, and only over a connection that nobody reads. */
    login() {
        const { base, credentials, repository } = this.#how;
        this.#login ??= this.#mayKnow(base)
            ? credentials(base, repository)
            : Promise.resolve({
                missing: `a login is sent over https alone, and to loopback: name ${base.host} in plain-http to send it`,
            });
        return this.#login;
    }
    #mayKnow({ protocol, hostname, host }) {
        if (protocol === 'https:')
            return true;
        const isAsked = this.#how.loginOverHttp?.(host) === true;
        return protocol === 'http:' && ((0,loopback/* isLoopback */.U)(hostname) || isAsked);
    }
    /**
     * Docker and containerd send the login to every realm that a registry names, on any host and over http too.
     * Another host is needed (Docker Hub's is auth.docker.io) and may be named by the registry itself alone, never
     * by a place that it redirects to; plain http is for those whose registry is reached like that.
     */
    #realm(text) {
        const realm = URL.parse(text ?? '');
        const { base, name } = this.#how;
        const isAsPrivate = realm !== null &&
            (realm.protocol === 'https:' ||
                (this.#mayKnow(realm) && base.protocol === 'http:' && this.#mayKnow(base)));
        if (isAsPrivate)
            return realm;
        throw new oci_errors/* Denied */.Cb(`using ${name}`, `the registry wants a token from ${(0,quote/* quote */.h)(text ?? '')}, and tokens are asked for over https alone`);
    }
    async #token(service, scopes) {
        const key = scopes.join(' ');
        const known = this.#tokens.get(key);
        if (known === undefined) {
            const asked = this.#ask(service, scopes, [...(this.#more.get(key) ?? [])]);
            this.#tokens.set(key, asked);
            asked.catch(() => this.#tokens.delete(key));
            return (await asked).token.header;
        }
        const { token, untilMs } = await known;
        if (this.#clock() < untilMs)
            return token.header;
        if (this.#tokens.get(key) === known)
            this.#tokens.delete(key);
        return this.#token(service, scopes);
    }
    async #ask(service, scopes, more) {
        const { name, send, secret } = this.#how;
        const login = await this.login();
        const askedMs = this.#clock();
        // Those that we thought of first: some services read one scope alone.
        const all = [...scopes, ...more.filter((scope) => !scopes.some((ours) => covers(ours, scope)))];
        const access = all.some((scope) => scope.includes('push')) ? 'write' : 'read';
        const token = await fetchToken(service, {
            name,
            scopes: all,
            login: login !== undefined && 'missing' in login ? undefined : login,
            send,
            remedy: async () => this.remedy(access),
        });
        secret?.(token.header.slice('Bearer '.length));
        if (token.identityToken !== undefined && login !== undefined && 'identityToken' in login) {
            secret?.(token.identityToken);
            this.#login = Promise.resolve({ identityToken: token.identityToken });
        }
        return { token, untilMs: askedMs + token.lifetimeMs };
    }
    /** What a person can do about a refusal. */
    async remedy(access) {
        const { base } = this.#how;
        const host = base.host === 'registry-1.docker.io' ? 'docker.io' : base.host;
        const needs = host === 'ghcr.io' ? ` with the permission packages: ${access}` : '';
        const token = host === 'ghcr.io' ? `, or give a github-token${needs}` : '';
        const login = await this.login();
        if (login === undefined)
            return `log in with "docker login ${host}"${token}`;
        if ('missing' in login)
            return login.missing;
        const whose = 'username' in login ? (0,quote/* quote */.h)(login.username) : 'an identity token';
        return `the login of ${whose} for ${host} is not enough or no longer good${needs && `; it must be one${needs}`}`;
    }
}
/** `repository:a/b:pull,push` covers `repository:a/b:push`. */
function covers(scope, other) {
    const [place, actions] = parted(scope);
    const [otherPlace, wanted] = parted(other);
    return place === otherPlace && wanted.every((action) => actions.includes(action));
}
const parted = (scope) => {
    const colon = scope.lastIndexOf(':');
    return [scope.slice(0, colon), scope.slice(colon + 1).split(',')];
};

;// CONCATENATED MODULE: ./packages/oci/registry-host.ts
const most = 8;
/** So many good answers give back a part of what "too many requests" took. */
const registry_host_patience = 16;
const mostWarnings = 20;
/** What all repositories of one registry share: how much it is asked at once, and what it has told. */
class Host {
    #lanes = { read: new Turns(), write: new Turns(), list: new Turns() };
    #warnings = new Set();
    #limit = most;
    #good = 0;
    #pause;
    /** Bodies of this size and more are too large for it; it is learnt when one is refused. */
    tooLargeBytes = Number.POSITIVE_INFINITY;
    /** Does it list referrers when it says so? Undefined until somebody has looked. */
    listsReferrers;
    /** Waits until a request may be sent, and gives what says that it was answered. Urgent ones are the next in line. */
    async enter(lane, isUrgent = false) {
        while (this.#pause !== undefined)
            await this.#pause;
        return this.#lanes[lane].take(this.#limit, isUrgent);
    }
    /** It said that there are too many requests: all wait for what the one that was told so waits for. */
    tooMany(waiting) {
        this.#limit = Math.max(1, Math.floor(this.#limit / 2));
        this.#good = 0;
        const pause = Promise.allSettled([this.#pause, waiting]).then(() => {
            if (this.#pause === pause)
                this.#pause = undefined;
        });
        this.#pause = pause;
    }
    wentWell() {
        this.#good += 1;
        if (this.#limit === most || this.#good < registry_host_patience)
            return;
        this.#limit += 1;
        this.#good = 0;
    }
    /** True once for each warning; a registry that warns of something else each time is not heard for ever. */
    isNews(warning) {
        if (this.#warnings.has(warning) || this.#warnings.size >= mostWarnings)
            return false;
        this.#warnings.add(warning);
        return true;
    }
}
/** Turns in the order in which they were asked for, urgent ones first, so many at a time. */
class Turns {
    #waiting = [];
    #urgent = [];
    #taken = 0;
    #limit = most;
    async take(limit, isUrgent) {
        this.#limit = limit;
        if (this.#taken >= limit) {
            await new Promise((resolve) => {
                (isUrgent ? this.#urgent : this.#waiting).push(resolve);
            });
        }
        else
            this.#taken += 1;
        let isOver = false;
        return () => {
            if (!isOver)
                this.#give();
            isOver = true;
        };
    }
    #give() {
        // A turn goes over to the next in line, unless there are now fewer turns.
        const isFewer = this.#taken > this.#limit;
        const next = isFewer ? undefined : (this.#urgent.shift() ?? this.#waiting.shift());
        if (next === undefined)
            this.#taken -= 1;
        else
            next();
    }
}
const known = new WeakMap();
/** The registry at an origin, the same one for all that use one transport. */
function hostAt(transport, origin) {
    const hosts = known.get(transport) ?? new Map();
    known.set(transport, hosts);
    const host = hosts.get(origin) ?? new Host();
    hosts.set(origin, host);
    return host;
}

;// CONCATENATED MODULE: ./packages/oci/registry-send.ts





const mostRedirects = 5;
/** Of a 303 and, as it is done, of a 301 or 302, the method would be another one. */
const kept = new Set([307, 308]);
const redirects = new Set([301, 302, 303, ...kept]);
const registry_send_defaultMs = 120_000;
/** Sends requests, each registry no more at a time than it can take, and says what it warns of. */
class Sender {
    #how;
    constructor(how) {
        this.#how = how;
    }
    host(url) {
        return hostAt(this.#how.transport, url.origin);
    }
    /**
     * Sends, and follows redirects. The login is for the place that the request names first; what has left it
     * never gets the login again.
     * @throws Unreachable when they do not end, or leave what is private
     */
    async follow(request, authorization) {
        const { method } = request;
        const isRead = method === 'GET' || method === 'HEAD';
        let { url } = request;
        let login = authorization;
        for (let left = mostRedirects;; left -= 1) {
            if (url.origin !== request.url.origin)
                login = undefined;
            const answer = await this.send({ ...request, url }, login);
            const { location } = answer.headers;
            if (location === undefined || !(isRead ? redirects : kept).has(answer.status))
                return answer;
            await discard(answer);
            if (left === 0) {
                throw new oci_errors/* Unreachable */.LL(this.#how.name, `it redirected ${mostRedirects} times`);
            }
            url = locate(this.#how.name, location, url);
        }
    }
    /** One exchange. Its turn is over when the answer is there, whose body may be long. */
    async send(request, authorization) {
        const { method, url, headers, body, lengthBytes } = request;
        const { transport, log, documentMs: withinMs = registry_send_defaultMs } = this.#how;
        const isRead = method === 'GET' || method === 'HEAD';
        const leave = request.isParting === true
            ? () => undefined
            : await this.host(url).enter(isRead ? 'read' : 'write', request.isUrgent);
        try {
            const { status, ...answer } = await transport.send({
                method,
                url,
                headers: {
                    'user-agent': 'ecluse',
                    ...headers,
                    ...(authorization === undefined ? {} : { authorization }),
                },
                signal: this.#signal(request),
                ...(body === undefined ? {} : { body }),
                ...(lengthBytes === undefined ? {} : { lengthBytes }),
            });
            // Not the query: it may be a signature.
            log?.debug(`${method} ${url.origin}${url.pathname} ${status}`);
            return { status, url, withinMs, ...answer };
        }
        finally {
            leave();
        }
    }
    #signal({ signal, isParting }) {
        if (signal === undefined)
            return this.#how.signal;
        return isParting === true ? signal : AbortSignal.any([this.#how.signal, signal]);
    }
    /** Says what the registry warns of. @throws Passing for an answer that another try may better */
    async checked(method, answer) {
        const { name, log } = this.#how;
        const host = this.host(answer.url);
        for (const warning of warningsIn(answer.headers.warning ?? '')) {
            if (host.isNews(warning))
                log?.warn(`${name} warned: ${(0,quote/* quote */.h)(warning)}`);
        }
        if (!isPassing(answer)) {
            host.wentWell();
            return answer;
        }
        throw passing(name, { method, answer, said: await complaintOf(answer), host });
    }
}
/** What a registry wants to be shown: https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#warnings */
const warningsIn = (header) => [...header.matchAll(/(?:^|,)\s*299 \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text.replace(/\\(.)/g, '$1'));
/**
 * The place that a `Location` names.
 * @throws Unreachable when it is none, or leaves https
 */
function locate(name, location, from) {
    const url = URL.parse(location, from.href);
    if (url === null)
        throw new oci_errors/* Unreachable */.LL(name, 'it sent us to a place that is no URL');
    if (url.protocol === 'https:' || (url.protocol === 'http:' && from.protocol === 'http:')) {
        return url;
    }
    const place = url.origin === 'null' ? url.protocol : url.origin;
    throw new oci_errors/* Unreachable */.LL(name, `it sent us to ${(0,quote/* quote */.h)(place)}, which is not private`);
}

;// CONCATENATED MODULE: ./packages/oci/registry-session.ts




const partingMs = 2_000;
/** Opens an upload. */
async function beginSession(client, signal) {
    const session = await post(client, { method: 'POST', ...place(client, {}), signal });
    if (session !== 'mounted')
        return session;
    throw new oci_errors/* Denied */.Cb(`writing ${client.name}`, `${client.base.host} took a blob that it has not got`);
}
/**
 * Asks the registry to take the blob from another repository. Where it does not want to, it opens an upload, or
 * says so: undefined.
 */
async function tryMount(client, how) {
    const { from, digest, signal } = how;
    const asked = place(client, { mount: digest, from });
    try {
        return await post(client, { method: 'POST', ...asked, mount: from, signal });
    }
    catch (error) {
        if (error instanceof oci_errors/* Denied */.Cb || error instanceof oci_errors/* NotThere */.W2)
            return undefined;
        throw error;
    }
}
const place = (client, query) => ({ url: client.url('blobs/uploads/', query), access: 'push' });
async function post(client, call) {
    const answer = await client.once(call);
    const { location, 'oci-chunk-min-length': least } = answer.headers;
    if (answer.status === 201 && call.mount !== undefined) {
        await discard(answer);
        return 'mounted';
    }
    if (answer.status !== 202 || location === undefined)
        throw await client.refusal(call, answer);
    await discard(answer);
    return {
        url: locate(client.name, location, answer.url),
        leastBytes: /^\d{1,15}$/.test(least ?? '') ? Number(least) : 0,
    };
}
/** The place of the session after an answer to one of its requests. */
const moved = (client, session, answer) => {
    const { location } = answer.headers;
    return location === undefined
        ? session
        : { ...session, url: locate(client.name, location, answer.url) };
};
/** How many bytes the registry has, by the header that tells the last one. */
function keptBytes(range) {
    const last = /^(?:bytes=)?0-(\d{1,15})$/.exec(range ?? '')?.[1];
    // "0-0" is said for one byte and for none; so are other lengths that tell nothing.
    return last === undefined || last === '0' ? undefined : Number(last) + 1;
}
/** What the registry has of an upload that broke; undefined when that is nothing, or the session is gone. */
async function resumable(client, session, signal) {
    const answer = await client.once({ method: 'GET', url: session.url, access: 'push', signal });
    await discard(answer);
    const bytes = keptBytes(answer.headers.range);
    const isOpen = answer.status === 204 || answer.status === 200 || answer.status === 202;
    return isOpen && bytes !== undefined
        ? { session: moved(client, session, answer), bytes }
        : undefined;
}
/** Frees what the registry keeps of an upload that we end. It is not waited for long, and need not work. */
async function cancelSession(client, { url }) {
    const late = new AbortController();
    const { signal } = late;
    const cancelled = client
        .once({ method: 'DELETE', url, access: 'push', signal, isParting: true })
        .then(discard)
        .catch(() => undefined);
    // A token may have to be asked for first.
    await Promise.race([cancelled, (0,external_node_timers_promises_.setTimeout)(partingMs, undefined, { ref: false })]);
    late.abort();
}

;// CONCATENATED MODULE: ./packages/oci/registry-own.ts


/** With larger blobs one more request is little of what they take. */
const smallBytes = 256 * 1024;
/** After so many blobs it is worth a request to learn how to do with one less for each. */
const worth = 8;
/**
 * A blob that is mounted from the repository that it is to go to is there already; for one that is not there an
 * upload is opened: one request instead of two. The specification does not say that, so it is tried out, with one
 * blob before and after it is stored, and only a repository where both answers are right is asked so.
 */
class OwnMounts {
    #seen = 0;
    #works;
    /** Are small blobs asked for so? */
    serveFor({ size }) {
        return this.#works === true && size < smallBytes;
    }
    /** Stores a blob that is not there, and with one of them learns. */
    async store(client, { descriptor, signal }, send) {
        if (this.#works !== undefined || descriptor.size >= smallBytes || ++this.#seen < worth) {
            return send(undefined);
        }
        this.#works = false;
        const ask = async () => askOwn(client, { descriptor, signal });
        const before = await ask();
        await send(before === 'mounted' ? undefined : before);
        if (before === undefined || before === 'mounted')
            return;
        const after = await ask().catch(() => undefined);
        this.#works = after === 'mounted';
        if (after !== undefined && after !== 'mounted')
            await cancelSession(client, after);
    }
}
/** Undefined where that is refused. */
const askOwn = async (client, { descriptor: { digest }, signal }) => retry(client, async () => tryMount(client, { from: client.repository, digest, signal }));

;// CONCATENATED MODULE: ./packages/oci/registry-client.ts







/** Requests to one repository of one registry: logged in when that is asked for, tried again. */
class RegistryClient {
    name;
    base;
    repository;
    wait;
    clock;
    /** What is learnt of the repository's answers to uploads. */
    own = new OwnMounts();
    #sender;
    #authority;
    constructor(how) {
        this.name = how.name;
        this.base = new URL(how.base.origin);
        this.repository = how.repository;
        this.wait = how.wait ?? (async (ms) => (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal: how.signal }));
        this.clock = how.clock ?? (() => performance.now());
        const sender = new Sender(how);
        this.#sender = sender;
        this.#authority = new Authority({
            ...how,
            base: this.base,
            // Not redirected: there is a login in it.
            send: async (request) => sender.checked(request.method, await sender.send(request, undefined)),
        });
    }
    /** What is known of the registry. */
    get host() {
        return this.#sender.host(this.base);
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
        return retry(this, async () => read(await this.once(call)));
    }
    /** One try of `call`. */
    async once(call) {
        // Where an upload goes may be another place, which gets no login.
        const isOurs = call.url.origin === this.base.origin;
        const scopes = this.#scopes(call);
        const sent = isOurs ? await this.#authority.header(scopes) : undefined;
        const answer = await this.#sender.follow(call, sent);
        if (answer.status !== 401 || !isOurs || answer.url.origin !== this.base.origin) {
            return this.#sender.checked(call.method, answer);
        }
        const challenge = answer.headers['www-authenticate'] ?? '';
        const other = await this.#authority.answer(challenge, scopes, sent);
        if (other === undefined)
            throw await this.refusal(call, answer);
        await discard(answer);
        const second = await this.#sender.follow(call, other);
        if (second.status === 401)
            throw await this.refusal(call, second);
        return this.#sender.checked(call.method, second);
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
            return new oci_errors/* Denied */.Cb(doing, `${answered}; ${await this.#authority.remedy(call.access === 'pull' ? 'read' : 'write')}`);
        }
        return status === 404
            ? new oci_errors/* NotThere */.W2('the repository', `${url.host} under ${this.name} (${answered})`)
            : new oci_errors/* Denied */.Cb(doing, answered);
    }
    #scopes({ access, mount }) {
        const actions = access === 'pull' ? 'pull' : `pull,${access}`;
        const isOther = mount !== undefined && mount !== this.repository;
        const more = isOther ? [`repository:${mount}:pull`] : [];
        // Some token services read the first scope alone.
        return [`repository:${this.repository}:${actions}`, ...more];
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
/** A place in the repository, as people write it. */
const registry_manifests_placeOf = (client, at) => `${client.name}${(0,oci_digest/* isDigest */.Bc)(at) ? '@' : ':'}${at}`;
const read = (client, method, { at, isUrgent = false }) => {
    const url = client.url(`manifests/${at}`);
    return { method, url, access: 'pull', headers: { accept }, isUrgent };
};
/**
 * What stands at a place. Of a tag only the headers are asked for, which registries do not count, and all of
 * it when they do not tell enough.
 */
async function resolve(client, at) {
    return (0,oci_digest/* isDigest */.Bc)(at)
        ? (await readManifest(client, at))?.descriptor
        : (await lookAt(client, at))?.descriptor;
}
/** What a tag stands for. */
async function lookAt(client, tag) {
    const found = await client.call(read(client, 'HEAD', { at: tag }), async (answer) => {
        await discard(answer);
        return answer.status === 404 ? 'nothing' : described(answer);
    });
    if (found === 'nothing')
        return undefined;
    if (found !== undefined)
        return found;
    const whole = await readManifest(client, tag);
    return whole && { descriptor: whole.descriptor, etag: undefined };
}
function described({ status, headers }) {
    const type = typeOf(headers);
    const digest = headers['docker-content-digest'];
    const size = Number(headers['content-length'] ?? Number.NaN);
    if (status !== 200 || type === undefined || digest === undefined)
        return undefined;
    return (0,oci_digest/* isDigest */.Bc)(digest) && size > 0
        ? { descriptor: { mediaType: type, digest, size }, etag: headers.etag }
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
async function readManifest(client, at, { isUrgent = false } = {}) {
    const call = read(client, 'GET', { at, isUrgent });
    const what = `the manifest ${registry_manifests_placeOf(client, at)}`;
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
        const given = typeOf(answer.headers);
        const type = agreedType(bytes, given, what);
        if (type !== undefined)
            return { descriptor: { mediaType: type, digest, size: bytes.length }, bytes };
        // Distribution gives any blob of JSON for a manifest; what cannot be read at all is none of those.
        if ((0,oci_digest/* isDigest */.Bc)(at) && given === undefined)
            return undefined;
        const json = (0,oci_json/* parseJson */.q)(bytes, what);
        if ((0,oci_digest/* isDigest */.Bc)(at))
            return undefined;
        const isOld = fieldOf(json, 'schemaVersion') === 1;
        throw new oci_errors/* Corrupt */.Q6(what, isOld
            ? 'it has the schema version 1 of Docker, which is given up: push the image anew'
            : 'it is neither a manifest nor an index');
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

// EXTERNAL MODULE: ./packages/oci/server-reply.ts
var server_reply = __webpack_require__(5748);
;// CONCATENATED MODULE: ./packages/oci/registry-put.ts





/**
 * Writes a manifest under a tag or its digest.
 * @throws NotThere when a blob of it is missing, and what `special` makes of the refusal
 */
async function writeManifest(client, at, manifest) {
    const { descriptor, bytes, named, special, isUrgent = false } = manifest;
    const what = `the manifest ${registry_manifests_placeOf(client, at)}`;
    const call = {
        method: 'PUT',
        url: client.url(`manifests/${at}`, named === undefined ? {} : { tag: named }),
        access: 'push',
        headers: { 'content-type': descriptor.mediaType, ...manifest.headers },
        body: bytes,
        isUrgent,
    };
    return client.call(call, async (answer) => {
        const { status, headers } = answer;
        if (status !== 201) {
            let said = { codes: [], says: '' };
            const error = await client.refusal(call, answer, (heard) => {
                said = heard;
                return refused(heard, what, client);
            });
            throw special?.({ status, said, error }) ?? error;
        }
        await discard(answer);
        const stored = headers['docker-content-digest'];
        if (stored?.startsWith('sha256:') === true && stored !== descriptor.digest) {
            throw new oci_errors/* Corrupt */.Q6(what, `the registry stored it as ${JSON.stringify(stored)}`);
        }
        return {
            knowsSubject: headers['oci-subject'] !== undefined,
            named: (headers['oci-tag'] ?? '').split(',').map((name) => name.trim()),
            hasCompared: headers[server_reply/* comparesTags */.Ud] === 'true',
        };
    });
}
function refused({ codes, says }, what, client) {
    const is = (...known) => codes.some((code) => known.includes(code));
    if (is('MANIFEST_BLOB_UNKNOWN', 'BLOB_UNKNOWN', 'MANIFEST_UNKNOWN')) {
        // What was stored a moment ago is sometimes not found yet: seen in Distribution with several writers.
        return new Passing(() => new oci_errors/* NotThere */.W2(`something that ${what} names`, `the repository (${client.base.host} refused it${says})`));
    }
    return is('DIGEST_INVALID', 'MANIFEST_INVALID')
        ? new oci_errors/* Corrupt */.Q6(what, `${client.base.host} does not take it${says}`)
        : undefined;
}

;// CONCATENATED MODULE: ./packages/oci/registry-recent.ts
const mostBytes = 16 * 1024 * 1024;
const mostMs = 60_000;
/**
 * Manifests that were opened a moment ago for what they say of themselves: whoever asks for one of them next, as a
 * copy does, gets it from here, once.
 */
class RecentManifests {
    #clock;
    /** The oldest first. */
    #kept = new Map();
    #bytes = 0;
    constructor(clock) {
        this.#clock = clock;
    }
    /** @param manifest whose bytes were hashed */
    keep({ descriptor, bytes }) {
        this.take(descriptor.digest);
        this.#kept.set(descriptor.digest, { descriptor, bytes, atMs: this.#clock() });
        this.#bytes += bytes.length;
        for (const oldest of this.#kept.keys()) {
            if (this.#bytes <= mostBytes)
                return;
            this.take(oldest);
        }
    }
    take(digest) {
        const found = this.#kept.get(digest);
        if (found === undefined)
            return undefined;
        this.#kept.delete(digest);
        const { descriptor, bytes, atMs } = found;
        this.#bytes -= bytes.length;
        return this.#clock() - atMs <= mostMs ? { descriptor, bytes } : undefined;
    }
}

// EXTERNAL MODULE: ./packages/oci/referrers-tag.ts
var referrers_tag = __webpack_require__(9209);
// EXTERNAL MODULE: ./packages/oci/layout-index.ts
var layout_index = __webpack_require__(1317);
;// CONCATENATED MODULE: ./packages/oci/registry-kept.ts










const rounds = 40;
const registry_kept_shortestMs = 100;
const registry_kept_longestMs = 3_000;
const spreadMs = 150;
const mostSpread = 6;
/** Others who read before we wrote need about as long as we did to write; they may be slower. */
const slower = 4;
const tagOf = (subject) => (0,oci_reference/* parseTag */.ED)((0,referrers_tag/* referrersTag */.L)(subject));
/**
 * The lists of referrers that clients keep under tags, for registries that keep none.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#referrers-tag-schema
 */
class KeptReferrers {
    #client;
    #queues = new Map();
    constructor(client) {
        this.#client = client;
    }
    /** What the list says, as far as it can be read; nobody has looked whether it is so. */
    async read(subject) {
        const found = await readManifest(this.#client, tagOf(subject));
        return found === undefined ? [] : entriesOf(found.bytes, this.#what(subject));
    }
    /** The whole list, for who writes it again: what cannot be read would be lost. */
    async #whole(subject) {
        const found = await readManifest(this.#client, tagOf(subject), { isUrgent: true });
        return found === undefined ? [] : manifestsOf(found.bytes, this.#what(subject));
    }
    #what(subject) {
        return `the list of referrers of ${this.#client.name}@${subject}`;
    }
    /**
     * Puts a manifest on the list once it is known that it is there and belongs on it. What others of this process are
     * about to put there goes along in one write.
     */
    async add(subject, entry, belongs) {
        const { coming } = this.#queue(subject);
        coming.add(belongs);
        try {
            if (!(await belongs))
                return;
        }
        finally {
            coming.delete(belongs);
        }
        await this.#change(subject, (list) => list.some(({ digest }) => digest === entry.digest) ? list : [...list, entry]);
    }
    async drop(subject, dropped) {
        await this.#change(subject, (list) => list.some(({ digest }) => digest === dropped)
            ? list.filter(({ digest }) => digest !== dropped)
            : list);
    }
    #queue(subject) {
        const queue = this.#queues.get(subject) ?? {
            running: Promise.resolve(),
            coming: new Set(),
            next: undefined,
        };
        this.#queues.set(subject, queue);
        return queue;
    }
    /** One writer of this process for each subject; what comes while it writes is one write together. */
    async #change(subject, change) {
        const queue = this.#queue(subject);
        if (queue.next === undefined) {
            const changes = [];
            const done = queue.running.then(async () => {
                await Promise.allSettled(queue.coming);
                queue.next = undefined;
                await this.#settle(subject, (list) => changes.reduce((sum, each) => each(sum), list));
            });
            queue.next = { changes, done };
            queue.running = done.catch(() => undefined);
        }
        queue.next.changes.push(change);
        return queue.next.done;
    }
    /**
     * Reads, writes and reads again until the change is there and nobody else is writing. Nothing makes the two
     * one step, so the waits are for those who read before we wrote; they differ, so that two do not go on
     * together, and grow while others write.
     */
    async #settle(subject, change) {
        const { wait, name } = this.#client;
        let last;
        let calm = 0;
        let isContested = false;
        for (let round = 1; round <= rounds; round += 1) {
            const { list, wanted, tookMs } = await this.#exchange(subject, change);
            const entries = wanted.map(({ digest }) => digest).join();
            const isAsLeft = wanted === list && (last ?? entries) === entries;
            if (isAsLeft)
                calm += 1;
            else if (last !== undefined)
                [calm, isContested] = [0, true];
            if (isAsLeft && (last === undefined || calm >= (isContested ? 2 : 1)))
                return;
            last = entries;
            const spread = Math.random() * spreadMs * Math.min(round, mostSpread);
            await wait(Math.min(Math.max(registry_kept_shortestMs, slower * tookMs), registry_kept_longestMs) + spread);
        }
        throw new oci_errors/* Unreachable */.LL(name, `others wrote the list of referrers of ${subject} each time that we did; try again`);
    }
    /**
     * Reads, and writes what is to be changed. In between nothing of this process waits for its turn: who writes late
     * what he read early takes away what others wrote, and the longer that takes the longer all have to wait for it.
     */
    async #exchange(subject, change) {
        const { clock, host } = this.#client;
        const leave = await host.enter('list');
        try {
            const begun = clock();
            const list = await this.#whole(subject);
            const wanted = change(list);
            if (wanted !== list)
                await this.#write(subject, wanted);
            return { list, wanted, tookMs: clock() - begun };
        }
        finally {
            leave();
        }
    }
    async #write(subject, manifests) {
        const index = { schemaVersion: 2, mediaType: oci_descriptor/* mediaType */.JL.index, manifests };
        const bytes = Buffer.from(JSON.stringify(index));
        if (bytes.byteLength > oci_json/* maxManifestBytes */.r) {
            throw new oci_errors/* Denied */.Cb(`listing another referrer of ${this.#client.name}@${subject}`, `the list would have more than ${oci_json/* maxManifestBytes */.r} bytes`);
        }
        const descriptor = {
            mediaType: oci_descriptor/* mediaType */.JL.index,
            digest: (0,oci_digest/* digestOf */.ol)(bytes),
            size: bytes.byteLength,
        };
        await writeManifest(this.#client, tagOf(subject), { descriptor, bytes, isUrgent: true });
    }
}
/** Entries that can be read: one that cannot hides no other. @throws Corrupt when the list is none */
const entriesOf = (bytes, what) => (0,layout_index/* parseIndex */.A1)(bytes, what).entries.flatMap(({ descriptor }) => descriptor ?? []);
/** @throws Corrupt when the list is none, or an entry cannot be read */
function manifestsOf(bytes, what) {
    const list = (0,oci_manifest/* parseManifest */.Ng)(bytes, oci_descriptor/* mediaType */.JL.index, what);
    if ((0,oci_manifest/* isIndex */.nw)(list))
        return list.manifests;
    throw new oci_errors/* Corrupt */.Q6(what, 'it is no index');
}

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
async function fetchPage(client, url, { what, none, onNone, accept }) {
    const headers = accept === undefined ? {} : { accept };
    const call = { method: 'GET', url, access: 'pull', headers };
    return client.call(call, async (answer) => {
        if (none.includes(answer.status)) {
            onNone?.(answer.status, await complaintOf(answer));
            return undefined;
        }
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








/** Registries without the list say so in several ways. */
const none = [400, 404, 405, 501];
const mostReferrers = 100_000;
const atOnce = 8;
/** After so many answers that there is no such list, and none that there is, it is no longer asked for. */
const enough = 3;
/**
 * What refers to a manifest: by the registry's own list, and by the one that its clients keep under a tag where it
 * has none, or had none when they wrote.
 */
class Referrers {
    #client;
    #recent;
    #kept;
    /** How often it was said in this repository that there is no list. Others of the registry may be kept elsewhere. */
    #without = 0;
    constructor(client, recent) {
        this.#client = client;
        this.#recent = recent;
        this.#kept = new KeptReferrers(client);
    }
    /**
     * Type and annotations are those of the manifests themselves: a registry makes its list of them, and those on a
     * list that clients keep are opened, since anybody may write anything there.
     * @param lists tags of lists that clients keep, where it is known that there are no others
     * @throws Corrupt when a list is none, or has no end
     */
    async *list(subject, artifactType, lists) {
        const seen = new Set();
        const isNew = ({ digest }) => {
            if (seen.size >= mostReferrers) {
                throw new oci_errors/* Corrupt */.Q6(this.#what(subject), `it has more than ${mostReferrers} entries`);
            }
            // A list on several pages may repeat itself.
            const sizeBefore = seen.size;
            return seen.add(digest).size > sizeBefore;
        };
        const isAsked = this.#without < enough;
        for await (const page of isAsked ? this.#listed(subject, artifactType) : []) {
            const fresh = (page ?? []).filter(isNew);
            for (const found of fresh) {
                const entry = found.artifactType === undefined ? await this.#opened(found, subject) : (0,oci_manifest/* asListed */.Gy)(found);
                // A registry may pass the filter over.
                if (isOfType(entry, artifactType))
                    yield entry;
            }
        }
        if (lists?.has((0,referrers_tag/* referrersTag */.L)(subject)) === false)
            return;
        const kept = (await this.#kept.read(subject)).filter(isNew);
        for (let at = 0; at < kept.length; at += atOnce) {
            const some = kept.slice(at, at + atOnce).map(async (each) => this.#opened(each, subject));
            for (const entry of await Promise.all(some))
                if (isOfType(entry, artifactType))
                    yield entry;
        }
    }
    /**
     * Sees to it that a manifest that is being stored is then on a list of its subject.
     * @param stored what the registry answers; where it says that it does so by itself, that is looked up once.
     * Undefined: there was nothing to store
     * @throws what `stored` does
     */
    async attach(subject, entry, stored) {
        const belongs = stored.then(async (answer) => answer !== undefined && !(answer.knowsSubject && (await this.#lists(subject, entry))));
        await this.#kept.add(subject, entry, belongs);
    }
    /** Does the registry list what it says that it lists? */
    async #lists(subject, entry) {
        const { host } = this.#client;
        host.listsReferrers ??= await this.#isThere(subject, entry);
        return host.listsReferrers === true;
    }
    /** Takes a manifest off the list of its subject, where clients keep one. */
    async drop(subject, dropped) {
        await this.#kept.drop(subject, dropped);
    }
    /** Undefined when the list is there and the manifest is not on it yet: the next one may tell. */
    async #isThere(subject, { digest, artifactType }) {
        for (let done = 1; done <= tries; done += 1) {
            for await (const page of this.#listed(subject, artifactType)) {
                if (page === undefined)
                    return false;
                if (page.some((each) => each.digest === digest))
                    return true;
            }
            if (done < tries)
                await this.#client.wait(backoffMs(done));
        }
        return undefined;
    }
    /** The pages of the registry's own list; one that is undefined when it has none. */
    async *#listed(subject, artifactType) {
        const what = this.#what(subject);
        const filter = artifactType === undefined ? {} : { artifactType };
        const url = this.#client.url(`referrers/${subject}`, filter);
        const onNone = (status, { codes }) => {
            // What is not there yet, or is refused for what it says, tells nothing of the list itself.
            const isOfSubject = status === 400 || codes.some((code) => code.endsWith('_UNKNOWN'));
            if (!isOfSubject)
                this.#without += 1;
        };
        const how = { what, none, onNone, accept: oci_descriptor/* mediaType */.JL.index };
        for await (const page of pages(this.#client, url, how)) {
            if (page !== undefined)
                this.#without = Number.NEGATIVE_INFINITY;
            yield page && entriesOf(page.bytes, what);
        }
    }
    /** Undefined for what is not there, is no manifest, or refers to something else. */
    async #opened({ digest }, subject) {
        const found = await readManifest(this.#client, digest);
        if (found === undefined)
            return undefined;
        const { descriptor, bytes } = found;
        this.#recent.keep(found);
        const manifest = (0,oci_manifest/* asManifest */.i6)(bytes, descriptor.mediaType);
        return manifest?.subject?.digest === subject ? (0,oci_manifest/* asReferrer */.wU)(descriptor, manifest) : undefined;
    }
    #what(subject) {
        return `the list of referrers of ${this.#client.name}@${subject}`;
    }
}
const isOfType = (entry, artifactType) => entry !== undefined && (artifactType === undefined || entry.artifactType === artifactType);

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/oci/check.ts
var oci_check = __webpack_require__(728);
;// CONCATENATED MODULE: ./packages/oci/registry-carried.ts



const closestBytes = 8 * 1024 * 1024;
const mostMarks = 256;
/**
 * Bytes that can be had from any place on, as often as needed, and are hashed on the way: where a reading begins
 * in the middle, it takes the digest up from a place that was hashed before.
 */
class CarriedBytes {
    #descriptor;
    #open;
    #what;
    #marks;
    #apartBytes;
    constructor(descriptor, open, what) {
        this.#descriptor = descriptor;
        this.#open = open;
        this.#what = what;
        this.#marks = [{ at: 0, hasher: new oci_digest/* Hasher */.OP((0,oci_digest/* algorithmOf */.Hy)(descriptor.digest)) }];
        this.#apartBytes = Math.max(closestBytes, descriptor.size / mostMarks);
    }
    /**
     * The bytes from `start` on.
     * @throws Corrupt as soon as there are too many, or before the last ones are out, when the whole is not what the
     * descriptor promises
     */
    from(start) {
        return new flow/* Flow */.nl(async (sink, signal) => {
            const mark = this.#marks.findLast(({ at }) => at <= start);
            const check = new oci_check/* Check */.J(this.#descriptor, this.#what, mark && { at: mark.at, hasher: mark.hasher.copy() });
            const source = await this.#open(check.bytes);
            const stop = () => source.destroy();
            signal.addEventListener('abort', stop, { once: true });
            if (signal.aborted)
                stop();
            await (0,flow/* pour */.fO)(source, async (bytes) => {
                const skip = Math.min(Math.max(start - check.bytes, 0), bytes.byteLength);
                check.add(bytes);
                this.#remember(check);
                if (skip < bytes.byteLength)
                    await sink(bytes.subarray(skip));
            });
            check.end();
        });
    }
    #remember(check) {
        if (check.bytes - (this.#marks.at(-1)?.at ?? 0) < this.#apartBytes)
            return;
        this.#marks.push(check.mark);
    }
}

;// CONCATENATED MODULE: ./packages/oci/registry-chunks.ts

/** GHCR takes no more at once, and no registry is known that takes less. */
const usualPieceBytes = 4 * 1024 * 1024;
/** A piece is held in memory, so that it can be sent again. */
const registry_chunks_mostBytes = 64 * 1024 * 1024;
/** @throws Denied when the registry wants larger pieces than we can hold */
function chunkBytesFor({ leastBytes }, { name, base }) {
    if (leastBytes <= registry_chunks_mostBytes)
        return Math.max(usualPieceBytes, leastBytes);
    throw new oci_errors/* Denied */.Cb(`writing ${name}`, `${base.host} takes neither the whole blob nor pieces of ${registry_chunks_mostBytes} bytes; it wants ${leastBytes}`);
}
/** Pieces of one size, the last of what is left. */
async function* chunksOf(source, sizeBytes) {
    let held = [];
    let heldBytes = 0;
    for await (const part of source) {
        held.push(part);
        heldBytes += part.byteLength;
        if (heldBytes < sizeBytes)
            continue;
        const whole = Buffer.concat(held);
        let at = 0;
        for (; heldBytes - at >= sizeBytes; at += sizeBytes)
            yield whole.subarray(at, at + sizeBytes);
        held = at < heldBytes ? [whole.subarray(at)] : [];
        heldBytes -= at;
    }
    if (heldBytes > 0)
        yield Buffer.concat(held);
}
/** What a request says of the part of a blob that it brings; nothing when that is all of it, or the end. */
const rangeOf = (from, bytes) => from === 0 || bytes === 0 ? {} : { 'content-range': `${from}-${from + bytes - 1}` };

;// CONCATENATED MODULE: ./packages/oci/registry-transfer.ts






/** A body is larger than what the registry takes at once. */
class TooLarge extends Error {
}
/** So much more that the registry has makes good for a connection that broke. */
const registry_transfer_advanceBytes = 1024 * 1024;
const octets = { 'content-type': 'application/octet-stream' };
/** One blob on its way, over as many connections as it needs. */
class Transfer {
    #client;
    #upload;
    #what;
    #bytes;
    #session;
    /** What the registry has of it; undefined when a connection broke and it must be asked. */
    #kept = 0;
    #isInPieces = false;
    /** Connections that broke. */
    #cuts = 0;
    #reached = 0;
    #counted = 0;
    constructor(client, upload, session) {
        this.#client = client;
        this.#upload = upload;
        this.#what = `the blob ${upload.descriptor.digest} for ${client.name}`;
        this.#bytes = new CarriedBytes(upload.descriptor, upload.open, this.#what);
        this.#session = session;
    }
    /** @throws Corrupt when the bytes are not those of the descriptor, and what the client throws */
    async run() {
        const { name, wait } = this.#client;
        try {
            await retry({ name, wait, hasAdvanced: () => this.#hasAdvanced() }, async () => {
                try {
                    await this.#goOn();
                }
                catch (error) {
                    if (!(error instanceof TooLarge))
                        throw error;
                    await this.#goOn();
                }
            });
        }
        catch (error) {
            // What the registry has ended by itself is no longer there.
            if (this.#session !== undefined)
                await cancelSession(this.#client, this.#session);
            throw error;
        }
    }
    #hasAdvanced() {
        if (this.#reached - this.#counted < registry_transfer_advanceBytes)
            return false;
        this.#counted = this.#reached;
        return true;
    }
    async #goOn() {
        if (this.#kept === undefined)
            await this.#askWhatIsKept();
        this.#session ??= await beginSession(this.#client, this.#upload.signal);
        const from = this.#kept ?? 0;
        const leftBytes = this.#upload.descriptor.size - from;
        try {
            this.#isInPieces ||= leftBytes >= this.#client.host.tooLargeBytes;
            if (this.#isInPieces)
                await this.#inPieces(this.#session, from);
            else
                await this.#atOnce(this.#session, { from, leftBytes });
        }
        catch (error) {
            if (isInterruption(error) || error instanceof Passing)
                this.#kept = undefined;
            if (isInterruption(error))
                this.#cuts += 1;
            throw error;
        }
    }
    async #askWhatIsKept() {
        const { signal, descriptor } = this.#upload;
        const found = this.#session && (await resumable(this.#client, this.#session, signal));
        // More than there is of it would be none of ours.
        const isOurs = found !== undefined && found.bytes <= descriptor.size;
        // Of pieces more is kept where nothing is of a body that broke off. Not at once: there are some that take none.
        if (!isOurs && this.#cuts > 1 && descriptor.size > usualPieceBytes)
            this.#isInPieces = true;
        this.#session = isOurs ? found.session : undefined;
        this.#keep(isOurs ? found.bytes : 0);
    }
    #keep(bytes) {
        this.#kept = bytes;
        this.#reached = Math.max(this.#reached, bytes);
    }
    async #atOnce(session, { from, leftBytes }) {
        const body = () => this.#bytes.from(from);
        await this.#end(session, { body, lengthBytes: leftBytes, headers: rangeOf(from, leftBytes) });
    }
    async #inPieces(session, from) {
        let at = from;
        const pieceBytes = chunkBytesFor(session, this.#client);
        for await (const piece of chunksOf(this.#bytes.from(from), pieceBytes)) {
            const end = at + piece.byteLength;
            while (at < end) {
                at = await this.#piece(piece.subarray(piece.byteLength - (end - at)), at);
                this.#keep(at);
            }
        }
        const last = this.#session ?? session;
        await this.#end(last, { body: new Uint8Array(), lengthBytes: 0, headers: {} });
    }
    /** Sends some bytes, and gives how many the registry has then: it may take fewer. */
    async #piece(body, from) {
        const session = this.#session ?? (await beginSession(this.#client, this.#upload.signal));
        const call = {
            method: 'PATCH',
            url: session.url,
            access: 'push',
            signal: this.#upload.signal,
            headers: { ...octets, 'content-range': `${from}-${from + body.byteLength - 1}` },
            body,
        };
        const answer = await this.#client.once(call);
        if (answer.status !== 202)
            throw await this.#refused(call, answer, body.byteLength);
        await discard(answer);
        this.#session = moved(this.#client, session, answer);
        const to = keptBytes(answer.headers.range) ?? from + body.byteLength;
        if (to > from && to <= from + body.byteLength)
            return to;
        throw new Passing(() => new oci_errors/* Corrupt */.Q6(this.#what, `${call.url.host} took other bytes than we sent`));
    }
    /** The last request: it has what is left, and the digest of the whole. */
    async #end(session, how) {
        const url = new URL(session.url);
        const { digest } = this.#upload.descriptor;
        // As text: the rest of the query may be signed letter by letter.
        url.search += `${url.search === '' ? '?' : '&'}digest=${encodeURIComponent(digest)}`;
        const call = {
            method: 'PUT',
            access: 'push',
            signal: this.#upload.signal,
            url,
            ...how,
            headers: { ...octets, ...how.headers },
        };
        const answer = await this.#client.once(call);
        if (answer.status !== 201 && answer.status !== 204) {
            throw await this.#refused(call, answer, how.lengthBytes);
        }
        this.#session = undefined;
        await discard(answer);
    }
    async #refused(call, answer, sentBytes) {
        const session = this.#session;
        this.#session = undefined;
        const error = await this.#client.refusal(call, answer, ({ codes, says }) => {
            const { status } = answer;
            // GHCR says 416 to a body of more than 4 MiB.
            const isTooLarge = status === 413 || /too large/i.test(says);
            if (isTooLarge && call.method === 'PUT' && sentBytes > 0)
                return new TooLarge();
            // Bytes of a broken connection may come in after it was asked what it has: it is asked again.
            if (status === 416 && (this.#kept ?? 0) > 0)
                this.#session = session;
            // The session is gone, or another one may do.
            if (status === 404 || status === 416) {
                return new Passing(() => new oci_errors/* NotThere */.W2('the upload', this.#client.name));
            }
            return codes.some((code) => code === 'DIGEST_INVALID' || code === 'SIZE_INVALID')
                ? new oci_errors/* Corrupt */.Q6(this.#what, `${call.url.host} does not take it${says}`)
                : undefined;
        });
        if (error instanceof TooLarge) {
            this.#client.host.tooLargeBytes = sentBytes;
            this.#kept = 0;
            if (session !== undefined)
                await cancelSession(this.#client, session);
        }
        return error;
    }
}

;// CONCATENATED MODULE: ./packages/oci/registry-uploads.ts





/**
 * Stores a blob: taken by the registry from another repository, or sent with one POST and one PUT, or in pieces
 * where a registry takes no large body. What a broken connection left there is not sent again.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-blobs
 * @param upload with `mount`, the path of a repository that has the blob
 */
async function writeBlob(client, upload) {
    const { descriptor, signal, mount: from } = upload;
    const { digest } = descriptor;
    const { own } = client;
    const send = async (session) => new Transfer(client, upload, session).run();
    if (from === undefined && own.serveFor(descriptor)) {
        const found = await askOwn(client, upload);
        if (found === 'mounted')
            return 'there';
        if (found !== undefined)
            return send(found).then(() => 'stored');
    }
    // A mount that works says that it is there, too.
    const mounted = from === undefined
        ? undefined
        : await retry(client, async () => tryMount(client, { from, digest, signal }));
    if (mounted === 'mounted')
        return 'mounted';
    if ((await blobSize(client, digest, signal)) !== undefined) {
        if (mounted !== undefined)
            await cancelSession(client, mounted);
        return 'there';
    }
    await (mounted === undefined ? own.store(client, upload, send) : send(mounted));
    return 'stored';
}

;// CONCATENATED MODULE: ./packages/oci/registry-remove.ts









/**
 * Removes a manifest with all its names.
 * @throws Denied where the registry removes none
 */
async function removeManifest(client, digest) {
    const found = await registry_remove_ask(client, digest);
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
    const found = await registry_remove_ask(client, tag);
    if (found !== 'unsupported')
        return found === 'removed';
    if ((await resolve(client, tag)) === undefined)
        return false;
    const standIn = makeStandIn();
    // Before the name is moved: a registry that removes no manifest would leave it there.
    if ((await registry_remove_ask(client, standIn.descriptor.digest)) !== 'absent')
        throw unsupported(client, tag);
    await writeBlob(client, { ...standIn.config, mount: undefined, signal: undefined });
    await writeManifest(client, tag, standIn);
    return removeManifest(client, standIn.descriptor.digest);
}
const unsupported = (client, what) => new oci_errors/* Denied */.Cb(`removing ${JSON.stringify(what)} from ${client.name}`, `${client.base.host} does not remove it by its API; use the registry's own pages or retention rules`);
async function registry_remove_ask(client, at) {
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

;// CONCATENATED MODULE: ./packages/oci/registry-immutable.ts
/**
 * Reads a refusal. Each registry has its own way to say that a tag is written once: ECR 400 TAG_INVALID, Harbor
 * 412 PRECONDITION, Quay 400 or 409 UNKNOWN, Docker Hub and Artifact Registry by their text, Azure 405 with
 * "disallowed" for what is locked, Nexus 400 "does not allow updating", zot 403 DENIED as for a login.
 */
function objectionOf(status, { codes, says }) {
    if (status < 400 || status === 401)
        return 'other';
    if (/immutab|cannot be overwritten|does not allow updating/i.test(says))
        return 'immutable';
    if (status === 409 || status === 412)
        return 'conflict';
    if (status === 400 && codes.includes('TAG_INVALID'))
        return 'conflict';
    if (/operation is disallowed/i.test(says))
        return 'denial';
    return status === 403 ? 'denial' : 'other';
}

;// CONCATENATED MODULE: ./packages/oci/registry-naming.ts






/**
 * Compares, writes and reads again: registries have nothing better, but for our own server and others that say
 * so. The condition goes along to all; that it was heeded is believed of an answer that shows it.
 * @throws TagMoved, TagImmutable
 */
async function moveTag(client, naming) {
    const { tag, descriptor, expect } = naming;
    const name = `${client.name}:${tag}`;
    const standing = await lookAt(client, tag);
    const before = standing?.descriptor.digest;
    if (expect !== 'anything' && before !== (expect === 'absent' ? undefined : expect)) {
        throw new oci_errors/* TagMoved */.a9(name, expect, before);
    }
    // Where tags are written once, the same content again is refused too.
    if (before === descriptor.digest)
        return { before, stored: undefined, guarantee: 'read-back' };
    const condition = conditionOf(expect, standing);
    const stored = await write(client, naming, { name, before, condition });
    if (stored?.hasCompared === true) {
        return { before, stored, guarantee: 'atomic' };
    }
    // Those who compared when we did write in the meantime: whoever reads too early does not see them.
    if (expect !== 'anything')
        await client.wait(leastMs + Math.random() * registry_naming_spreadMs);
    const after = await digestAfter(client, naming, before);
    if (after === descriptor.digest)
        return { before, stored, guarantee: 'read-back' };
    throw new oci_errors/* TagMoved */.a9(name, descriptor.digest, after);
}
const leastMs = 50;
const registry_naming_spreadMs = 100;
/** https://www.rfc-editor.org/rfc/rfc9110#section-13.1 */
function conditionOf(expect, standing) {
    if (expect === 'anything')
        return undefined;
    if (expect === 'absent')
        return { 'if-none-match': '*' };
    // The registry's own word for it: one that is not strong, or that we made up, would never be equal.
    const { etag = '' } = standing ?? {};
    return /^"[\x21\x23-\x7e]{1,256}"$/.test(etag) ? { 'if-match': etag } : undefined;
}
/** What stands there after the write; a registry whose reads come late is asked again. */
async function digestAfter(client, { tag, descriptor }, before) {
    for (let done = 1;; done += 1) {
        const after = (await lookAt(client, tag))?.descriptor.digest;
        if (after === descriptor.digest || after !== before || done > tries)
            return after;
        await client.wait(backoffMs(done));
    }
}
/** The registry minds the name, not the manifest. */
class Objected extends Error {
    objection;
    plain;
    constructor(objection, plain) {
        super('the registry does not put the name there');
        this.objection = objection;
        this.plain = plain;
    }
}
const objected = ({ status, said, error }) => {
    const objection = objectionOf(status, said);
    return objection === 'other' ? undefined : new Objected(objection, error);
};
/** Undefined when it stands there already: by somebody else, or by a try of ours whose answer was lost. */
async function write(client, naming, how) {
    const { name, before, condition } = how;
    try {
        const stored = await put(client, naming, condition);
        return condition === undefined ? { ...stored, hasCompared: false } : stored;
    }
    catch (error) {
        if (!(error instanceof Objected))
            throw error;
        const after = (await lookAt(client, naming.tag))?.descriptor.digest;
        if (after === naming.descriptor.digest)
            return undefined;
        if (after !== before)
            throw new oci_errors/* TagMoved */.a9(name, before ?? 'absent', after);
        if (error.objection === 'immutable')
            throw new oci_errors/* TagImmutable */.Nq(name);
        // It stands where it should: the condition itself may be what the registry does not understand.
        if (error.objection === 'conflict' && condition !== undefined) {
            return write(client, naming, { ...how, condition: undefined });
        }
        if (before === undefined)
            throw error.plain;
        if (error.objection === 'conflict' || (await mayWrite(client, naming))) {
            throw new oci_errors/* TagImmutable */.Nq(name);
        }
        throw error.plain;
    }
}
/** Who may write the manifest without a name, and not with one that stands elsewhere, may not move the name. */
const mayWrite = async (client, { descriptor, bytes }) => writeManifest(client, descriptor.digest, { descriptor, bytes }).then(() => true, () => false);
/**
 * Under a tag a registry names a manifest by sha256. Another digest is written by that digest, with the tag as
 * a parameter, which not all registries know.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests
 */
async function put(client, { tag, descriptor, bytes }, condition) {
    const manifest = { descriptor, bytes, special: objected, headers: condition ?? {} };
    if ((0,oci_digest/* algorithmOf */.Hy)(descriptor.digest) === 'sha256')
        return writeManifest(client, tag, manifest);
    const stored = await writeManifest(client, descriptor.digest, { ...manifest, named: tag });
    // What a parameter names is not said to be compared.
    if (stored.named.includes(tag))
        return { ...stored, hasCompared: false };
    throw new oci_errors/* Denied */.Cb(`naming ${client.name}:${tag}`, `${client.base.host} puts no name on a manifest whose digest is not sha256`);
}

;// CONCATENATED MODULE: ./packages/oci/registry-tags.ts






const maxTags = 1_000_000;
const perPage = '1000';
/** Tags in the order of their bytes: those that people gave, and those that keep lists of referrers. */
async function listTags(client) {
    const what = `the list of tags of ${client.name}`;
    const found = new Set();
    const lists = new Set();
    const start = client.url('tags/list', { n: perPage });
    for await (const page of pages(client, start, { what, none: [404] })) {
        for (const tag of tagsOf(page?.json, what))
            ((0,referrers_tag/* isReferrersTag */.z)(tag) ? lists : found).add(tag);
        if (found.size + lists.size > maxTags)
            throw new oci_errors/* Corrupt */.Q6(what, `it has more than ${maxTags} tags`);
    }
    return { tags: [...found].sort(), lists };
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

;// CONCATENATED MODULE: ./packages/oci/registry.ts














/**
 * A repository of an HTTP registry: logged in when it asks for that, tried three times where it may help.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 */
function registry(how) {
    const client = new RegistryClient(how);
    const recent = new RecentManifests(client.clock);
    const referrers = new Referrers(client, recent);
    const { name, repository: path } = client;
    const key = client.base.origin;
    const repository = {
        name,
        key,
        path,
        resolve: async (at) => resolve(client, at),
        manifest: async (at) => ((0,oci_digest/* isDigest */.Bc)(at) ? recent.take(at) : undefined) ?? readManifest(client, at),
        blob: async (descriptor, options = {}) => readBlob(client, descriptor, options),
        hasBlob: async (digest) => (await blobSize(client, digest)) !== undefined,
        blobSize: async (digest) => blobSize(client, digest),
        putBlob: async (descriptor, open, { mount, signal } = {}) => writeBlob(client, {
            descriptor,
            open,
            signal,
            mount: mount && pathIn(key, (0,behind/* innermost */.O)(mount)),
        }),
        async putManifest(bytes, mediaType, how) {
            const manifest = manifestOf(bytes, mediaType, { name, ...how });
            await attached(referrers, manifest, writeManifest(client, manifest.descriptor.digest, manifest));
            return manifest.descriptor;
        },
        async tag(tag, bytes, mediaType, expect, how) {
            const manifest = manifestOf(bytes, mediaType, { name, ...how });
            const moved = moveTag(client, { tag, expect, ...manifest });
            const stored = moved.then((done) => done.stored);
            await attached(referrers, manifest, stored);
            const { before, guarantee } = await moved;
            return { before, guarantee };
        },
        async *tags() {
            yield* (await listTags(client)).tags;
        },
        referrers: (subject, artifactType) => referrers.list(subject, artifactType),
        async remove(at) {
            if (!(0,oci_digest/* isDigest */.Bc)(at))
                return removeTag(client, at);
            recent.take(at);
            const found = await readManifest(client, at);
            const isRemoved = await removeManifest(client, at);
            const subject = found && subjectOf(found.bytes, found.descriptor.mediaType);
            if (isRemoved && subject !== undefined)
                await referrers.drop(subject.digest, at);
            return isRemoved;
        },
    };
    return (0,tag_list/* withTagList */.t)(repository, async () => {
        const { tags, lists } = await listTags(client);
        // A registry whose list names none of them may leave them out.
        const known = lists.size === 0 ? undefined : lists;
        return {
            tags,
            repository: {
                ...repository,
                referrers: (subject, artifactType) => referrers.list(subject, artifactType, known),
            },
        };
    });
}
/** Undefined for what is not in the registry with this key. */
const pathIn = (key, repository) => repository.key === key && 'path' in repository && typeof repository.path === 'string'
    ? repository.path
    : undefined;
/** @throws Corrupt for what is no manifest: no registry is asked to store it */
function manifestOf(bytes, mediaType, { name, algorithm }) {
    const digest = (0,oci_digest/* digestOf */.ol)(bytes, algorithm);
    const manifest = (0,oci_manifest/* parseManifest */.Ng)(bytes, mediaType, `the manifest ${digest} for ${name}`);
    const descriptor = { mediaType, digest, size: bytes.byteLength };
    return { manifest, descriptor, bytes };
}
/** Once it is stored; that it is on its way is told before, so that several come on a list together. */
async function attached(referrers, { manifest: { subject }, manifest, descriptor }, stored) {
    await (subject === undefined
        ? stored
        : referrers.attach(subject.digest, (0,oci_manifest/* asReferrer */.wU)(descriptor, manifest), stored));
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
    const logins = credentials({
        env: io.env,
        exec: io.exec,
        signal: io.signal,
        githubToken: input['github-token'],
        secret,
    });
    const plain = plainHttp(input['plain-http']);
    return openStore({
        ...(input.store === undefined ? {} : { store: input.store }),
        cwd: io.cwd,
        signal: io.signal,
        offline: input.offline,
        dryRun: input['dry-run'],
        plainHttp: plain,
        temporary: () => io.temporary(),
        written: (name) => written.includes(name),
        registry: (where) => registry({
            ...where,
            transport: io.transport,
            credentials: logins,
            loginOverHttp: plain,
            signal: io.signal,
            log: io.log,
            secret,
        }),
    });
}


/***/ })

};
