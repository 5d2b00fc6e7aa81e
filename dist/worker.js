import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
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

;// CONCATENATED MODULE: ./packages/io/errors.ts
/** An end with a sentence for a person and a code for a machine. `exit` is design contract: 1 no, 2 wrong use, 3 unknown. */
class errors_Failed extends Error {
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
class errors_UsageError extends errors_Failed {
    name = 'UsageError';
    constructor(sentence, details = {}) {
        super(2, 'usage', sentence, details);
    }
}
/** A rule of the product or of a policy says no: nothing is broken, and a rerun changes nothing. */
class Refused extends errors_Failed {
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

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
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
        this.#file = told(() => (0,external_node_fs_namespaceObject.openSync)(path, 'r'));
        this.#at = from;
        this.#end = from + lengthBytes;
    }
    async *[Symbol.asyncIterator]() {
        while (this.#at < this.#end) {
            const length = Math.min(this.#length, this.#end - this.#at);
            const count = told(() => (0,external_node_fs_namespaceObject.readSync)(this.#file, this.#memory, 0, length, this.#at));
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
        (0,external_node_fs_namespaceObject.closeSync)(this.#file);
    }
}
function told(work) {
    try {
        return work();
    }
    catch (error) {
        throw new errors_Failed(3, codeOf(error) ?? 'unknown', messageOf(error), { cause: error });
    }
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
;// CONCATENATED MODULE: ./packages/image/layer-index-write.ts


/**
 * The file of an index: this magic, the length of the header in four bytes, the SHA-256 of the header, the header as
 * JSON, and the sections one after the other, each compressed with zstd. Versions of a section go up with its form.
 */
const magic = Buffer.from('ecluse layer 1\n');
const versions = { entries: 2, hashes: 1 };
const sha256 = (bytes) => (0,external_node_crypto_namespaceObject.createHash)('sha256').update(bytes).digest();
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
    const body = (0,external_node_zlib_namespaceObject.zstdCompressSync)(bytes, {
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

;// CONCATENATED MODULE: ./packages/oci/digest.ts


const grammar = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const isDigest = (text) => grammar.test(text);
/** @throws UsageError that names the text */
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new UsageError(`${quote(text)} is not a digest: write sha256: and 64 of the digits 0-9a-f, or sha512: and 128`);
}
const algorithmOf = (digest) => digest.startsWith('sha512:') ? 'sha512' : 'sha256';
const hexOf = (digest) => digest.slice(7);
/** Feed it bytes, then ask for the digest. */
class Hasher {
    algorithm;
    #hash;
    constructor(algorithm = 'sha256', hash = (0,external_node_crypto_namespaceObject.createHash)(algorithm)) {
        this.algorithm = algorithm;
        this.#hash = hash;
    }
    /** One that goes on from here by itself. */
    copy() {
        return new Hasher(this.algorithm, this.#hash.copy());
    }
    update(bytes) {
        this.#hash.update(bytes);
        return this;
    }
    digest() {
        return `${this.algorithm}:${this.#hash.digest('hex')}`;
    }
}
const digestOf = (bytes, algorithm = 'sha256') => new Hasher(algorithm).update(bytes).digest();

;// CONCATENATED MODULE: ./packages/oci/errors.ts

class NotThere extends errors_Failed {
    constructor(what, where, options = {}) {
        super(3, 'not-there', `${what} is not in ${where}`, options);
    }
}
/** Somebody else's write came between. */
class TagMoved extends errors_Failed {
    expected;
    found;
    constructor(tag, expected, found) {
        const before = expected === 'absent' ? 'not to exist' : `on ${expected}`;
        super(3, 'tag-moved', `${tag} was expected ${before} and is ${found === undefined ? 'gone' : `on ${found}`}`);
        this.expected = expected;
        this.found = found;
    }
}
class TagImmutable extends errors_Failed {
    constructor(tag, options = {}) {
        super(3, 'tag-immutable', `the registry does not let ${tag} be moved: it is immutable`, options);
    }
}
class Denied extends errors_Failed {
    constructor(what, remedy, options = {}) {
        super(3, 'denied', `${what} was denied: ${remedy}`, options);
    }
}
/** What came is not what its digest, size or type promised. */
class errors_Corrupt extends errors_Failed {
    constructor(what, why, options = {}) {
        super(3, 'corrupt', `${what} is corrupt: ${why}`, options);
    }
}
class Unreachable extends errors_Failed {
    constructor(what, why, options = {}) {
        super(3, 'unreachable', `${what} could not be reached: ${why}`, options);
    }
}

;// CONCATENATED MODULE: ./packages/oci/check.ts


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
        this.#hasher = from?.hasher ?? new Hasher(algorithmOf(descriptor.digest));
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
        return new errors_Corrupt(this.#what, why);
    }
}

;// CONCATENATED MODULE: ./packages/image/entry.ts
const tarLimits = {
    what: 'the tar archive',
    maxEntries: 2_000_000,
    // PATH_MAX of Linux: what is longer cannot be unpacked anywhere.
    maxPathBytes: 4096,
    maxHeaderBytes: 1 << 20,
    maxHeadersBytes: 1 << 28,
};

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

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./packages/image/columns.ts

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
    if ((0,external_node_os_namespaceObject.endianness)() === 'LE' || width === 1)
        return bytes;
    const copy = Buffer.from(bytes);
    return width === 8 ? copy.swap64() : width === 4 ? copy.swap32() : copy.swap16();
}

;// CONCATENATED MODULE: ./packages/image/path.ts
const rawOf = (path) => (typeof path === 'string'
    ? Buffer.from(path, 'utf8')
    : Buffer.from(path.buffer, path.byteOffset, path.length)).toString('latin1');
const bytesOf = (path) => Buffer.from(path, 'latin1');
/** A character of several bytes in UTF-8, or a byte of none. https://www.rfc-editor.org/rfc/rfc3629#section-4 */
const characters = /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|([\x80-\xff])/g;
/** As text, in which a byte that is no UTF-8 stands as `\xff`: other bytes are another name. */
const shownPath = (path) => path.replace(characters, (piece, byte) => byte === undefined
    ? Buffer.from(piece, 'latin1').toString('utf8')
    : `\\x${byte.charCodeAt(0).toString(16)}`);
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
const isClean = (path) => path === '' ||
    isPlainly(path) ||
    /^(?!\.{1,2}(?:\/|$))[^/\0]+(?:\/(?!\.{1,2}(?:\/|$))[^/\0]+)*$/.test(path);
/** Has it nothing that could be unclean? Most paths have not, and there are millions. */
function isPlainly(path) {
    const first = path.charCodeAt(0);
    return (first !== slash &&
        first !== dot &&
        path.charCodeAt(path.length - 1) !== slash &&
        !path.includes('/.') &&
        !path.includes('//') &&
        !path.includes('\0'));
}
const slash = 0x2f;
const dot = 0x2e;
function splitPath(path) {
    const slash = path.lastIndexOf('/');
    return { parent: slash < 0 ? '' : path.slice(0, slash), name: path.slice(slash + 1) };
}
const joinPath = (parent, name) => parent === '' ? name : `${parent}/${name}`;
/** Byte order, for sorting. */
const byBytes = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

;// CONCATENATED MODULE: ./packages/image/folders.ts

const nowhere = { folder: -1, name: '', isMarked: false };
/** The folders that entries of a layer stand in, numbered as they are met. */
class folders_Folders {
    #paths = [];
    #numbers = new Map();
    /** Clean. */
    get paths() {
        return this.#paths;
    }
    /** @param clean what `cleanPath` gives for the path, if it was asked */
    place(path, clean = cleanPath(path)) {
        if (clean === undefined)
            return nowhere;
        const { parent, name } = splitPath(clean);
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
        folders: new Numbers((length) => new Uint32Array(length)),
        modes: shorts(),
        textLengths: shorts(),
        linkLengths: shorts(),
    };
    #bytes = { kinds: bytes(), forms: bytes() };
    #texts = new Texts();
    #links = new Texts();
    #hashes = new Texts();
    #folders = new folders_Folders();
    #rare = {};
    #count = 0;
    get count() {
        return this.#count;
    }
    /** @param clean what `cleanPath` gives for its path, if it was asked */
    add(entry, clean = cleanPath(entry.path)) {
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
        const [folders, folderLengths, folderCount] = [new Texts(), shorts(), doubles()];
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
    return new Numbers((length) => new Float64Array(length));
}
function shorts() {
    return new Numbers((length) => new Uint16Array(length));
}
function bytes() {
    return new Numbers((length) => new Uint8Array(length));
}

;// CONCATENATED MODULE: ./packages/image/reader.ts
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

;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");
;// CONCATENATED MODULE: ./packages/image/inflate.ts

const outputBytes = 1 << 19;
const flags = {
    gzip: { more: external_node_zlib_namespaceObject.constants.Z_NO_FLUSH, end: external_node_zlib_namespaceObject.constants.Z_FINISH },
    zstd: { more: external_node_zlib_namespaceObject.constants.ZSTD_e_continue, end: external_node_zlib_namespaceObject.constants.ZSTD_e_end },
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
        const stream = compression === 'gzip' ? (0,external_node_zlib_namespaceObject.createGunzip)() : (0,external_node_zlib_namespaceObject.createZstdDecompress)();
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

const zstd_frames_magic = 0xfd2fb528;
const isSkippable = (number) => (number & 0xfffffff0) >>> 0 === 0x184d2a50;
const cutOff = 'zstd: it is cut off';
/**
 * Cuts a zstd stream where its frames end, by nothing but the lengths in it. node:zlib takes the end of the first
 * frame in a chunk for the end of the stream, and a stream that is cut off for one that ended.
 * https://www.rfc-editor.org/rfc/rfc8878#section-3.1
 */
class ZstdFrames {
    #reader = new ByteReader();
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
            if (number === zstd_frames_magic)
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
        throw new errors_Corrupt(what, `${compression} is not a compression of layers: gzip and zstd are`);
    }
    const plain = compression === 'none' ? rest : inflate(rest, compression, { what, inThread });
    return { compression, plain: bounded(plain, bounds, () => storedBytes) };
}
async function* bounded(plain, { what, maxBytes, maxRatio, freeBytes }, storedBytes) {
    let bytes = 0;
    for await (const chunk of plain) {
        bytes += chunk.length;
        if (bytes > maxBytes)
            throw new errors_Corrupt(what, `it inflates to more than ${maxBytes} bytes`);
        if (bytes > freeBytes && bytes > storedBytes() * maxRatio) {
            throw new errors_Corrupt(what, `it inflates to more than ${maxRatio} times its size`);
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
        throw new errors_Corrupt(what, `it does not inflate (${why})`, { cause });
    };
    const fail = (why) => corrupt(`${compression}: ${why}`);
    const pieces = compression === 'gzip' ? source : zstdPieces(source, corrupt);
    const inflater = inThread ? Inflater.open(compression, fail) : undefined;
    if (inflater !== undefined) {
        yield* inflateWith(inflater, pieces);
        return;
    }
    const stream = compression === 'gzip' ? (0,external_node_zlib_namespaceObject.createGunzip)({ chunkSize }) : (0,external_node_zlib_namespaceObject.createZstdDecompress)({ chunkSize });
    // Its error arrives through the iteration below.
    (0,external_node_stream_namespaceObject.pipeline)(external_node_stream_namespaceObject.Readable.from(inThread ? copied(pieces) : pieces), stream, () => undefined);
    try {
        yield* stream;
    }
    catch (error) {
        if (!/^(?:Z_|ZSTD_|ERR_ZSTD)/.test(codeOf(error) ?? ''))
            throw error;
        corrupt(`${compression}: ${messageOf(error)}`, error);
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
    return value === undefined || value.length === 0 ? undefined : rawOf(value);
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




const walker_kinds = {
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
    const name = cString(extension, 0, extension.length);
    return name === '' ? undefined : name;
}
/** Old archives have no type, and tell directories by a slash at the end. */
function kindOf(type, path) {
    if (type === '\0')
        return path.endsWith('/') ? 'directory' : 'file';
    return walker_kinds[type];
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
        const block = (this.#block ??= this.#reader.buffered(blockBytes));
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
            const block = this.#block ?? (yield* this.#reader.upTo(blockBytes));
            this.#block = undefined;
            if ((block[0] === 0 || block.length < blockBytes) && (yield* this.#isEnd(block))) {
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
        return parseHeader(block, this.#fail);
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
        throw new errors_Corrupt(this.#limits.what, why);
    };
    *#isEnd(block) {
        if (block.length === 0)
            return true;
        if (block.length < blockBytes)
            return this.#fail('it ends inside a header');
        if (!isZero(block))
            return false;
        const second = yield* this.#reader.upTo(blockBytes);
        if (!isZero(second))
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
        const rest = padding(sizeBytes);
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
        const size = parseNumber(block, 483, 12) ?? this.#fail('a sparse file has a size that is no number');
        let more = block[482] !== 0;
        for (let blocks = 0; more; blocks++) {
            const next = yield* this.#reader.upTo(blockBytes);
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

;// CONCATENATED MODULE: ./packages/image/walk-layer.ts









/**
 * Reads a layer once, from its stored bytes: what is in it, and what the collectors find.
 * @throws Corrupt for bytes that are not those of the descriptor or of the diffID, and for what is no layer
 */
async function walkLayer(stored, request, collectors) {
    const { what, blob, diffId, verify, maxBytes } = request;
    const check = verify ? new Check(blob, what) : undefined;
    const limits = { what, inThread: true, ...(maxBytes === undefined ? {} : { maxBytes }) };
    const { compression, plain } = await opened(check === undefined ? stored : checked(stored, check), limits);
    const algorithm = diffId === undefined ? 'sha256' : algorithmOf(diffId);
    // What is stored plain is one and the same stream, and hashed once.
    const isSame = compression === 'none' && algorithm === algorithmOf(blob.digest);
    const hasher = verify && !isSame ? new Hasher(algorithm) : undefined;
    let sizeBytes = 0;
    const seek = (length) => {
        const passed = compression === 'none' && !verify ? (stored.seek?.(length) ?? 0) : 0;
        sizeBytes += passed;
        return passed;
    };
    const packing = new Packing();
    const found = collectors.map((collector) => ({ collector, files: new Map() }));
    const walk = walkOver(new ByteReader(seek), request, { packing, found });
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
    const walker = new Walker(reader, { ...tarLimits, what });
    for (;;) {
        const member = walker.here() ?? (yield* walker.next());
        if (member === undefined)
            return;
        const path = cleanPath(member.path);
        const wanting = path === undefined || !(member.kind === 'file' || member.kind === 'hardlink')
            ? []
            : found.filter(({ collector }) => collector.wants(path, member.sizeBytes));
        const keep = wanting.some(({ collector }) => isReadable(member, collector));
        const { body, sizeBytes } = member;
        const { sha256, bytes } = body === undefined || !(isHashed || keep)
            ? walk_layer_nothing
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
    throw new errors_Corrupt(what, `its content is ${proven}, and the image says ${diffId}`);
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
const walk_layer_nothing = {};
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
            sha256 = (0,external_node_crypto_namespaceObject.hash)('sha256', part, 'hex');
        else
            hasher = (hasher ?? new Hasher()).update(part);
    }
    sha256 ??= hasher?.digest().slice('sha256:'.length);
    return {
        ...(how.isHashed ? { sha256: sha256 ?? (0,external_node_crypto_namespaceObject.hash)('sha256', '', 'hex') } : {}),
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
        return new Uint8Array(writeLayerIndex(walked));
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
        throw new Corrupt(what, message.slice(start.length));
    throw new Failed(3, code, message);
}

;// CONCATENATED MODULE: ./packages/image/worker.ts


const port = external_node_worker_threads_namespaceObject.parentPort;
const brought = [];
let wake = () => undefined;
async function* worker_bytes() {
    for (;;) {
        const next = brought.shift();
        if (next === null)
            return;
        if (next === undefined) {
            await new Promise((resolve) => {
                wake = resolve;
            });
            continue;
        }
        yield next;
        port?.postMessage('more');
    }
}
// One errand at a time: null is the end of what is brought.
port?.on('message', (message) => {
    if (message === null || message instanceof Uint8Array) {
        brought.push(message);
        wake();
        return;
    }
    brought.length = 0;
    void run(message, worker_bytes).then((answer) => {
        port.postMessage(answer, 'index' in answer ? [answer.index.buffer] : []);
    });
});

