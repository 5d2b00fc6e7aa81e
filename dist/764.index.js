export const id = 764;
export const ids = [764];
export const modules = {

/***/ 764:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  serve: () => (/* binding */ serve)
});

;// CONCATENATED MODULE: ./cli/serve/inputs.ts
const since = '0.2.0';
const inputs = {
    folder: {
        type: 'text',
        description: 'A store, which is made when it is not there, or an OCI layout.',
        positional: true,
        required: true,
        env: 'ECLUSE_STORE',
        since,
    },
    port: { type: 'count', description: 'The port; 0 is one that is free.', default: '0', since },
    listen: {
        type: 'text',
        description: 'An address of this machine that others reach, such as 0.0.0.0; needs a token.',
        default: '127.0.0.1',
        since,
    },
    token: {
        type: 'text',
        description: 'What clients log in with, as the password of any user.',
        env: 'ECLUSE_SERVE_TOKEN',
        since,
    },
    'anonymous-read': {
        type: 'flag',
        description: 'Let those without the token read.',
        default: 'false',
        since,
    },
    'read-only': { type: 'flag', description: 'Take nothing.', default: 'false', since },
    sparse: {
        type: 'flag',
        description: 'Take manifests that name what is not here, as an index with some platforms.',
        default: 'false',
        since,
    },
    name: {
        type: 'text',
        description: "The repository's name, for a folder that is an OCI layout; else the folder's.",
        since,
    },
};

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./packages/io/inputs.ts
var io_inputs = __webpack_require__(4222);
// EXTERNAL MODULE: ./packages/io/names.ts
var names = __webpack_require__(7663);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/loopback.ts
var loopback = __webpack_require__(6826);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./packages/oci/files.ts
var files = __webpack_require__(9679);
// EXTERNAL MODULE: ./packages/oci/layout.ts + 3 modules
var oci_layout = __webpack_require__(5970);
// EXTERNAL MODULE: ./packages/oci/layout-top.ts + 1 modules
var layout_top = __webpack_require__(5284);
// EXTERNAL MODULE: ./packages/oci/reference.ts
var reference = __webpack_require__(1421);
// EXTERNAL MODULE: ./packages/oci/server-reply.ts
var server_reply = __webpack_require__(5748);
;// CONCATENATED MODULE: ./packages/oci/server-folder.ts







const mostOpen = 1_000;
/**
 * Opens a folder for a server: an OCI layout is one repository, under `name` or that of the folder; anything else
 * is a store, in which the repository `ghcr.io/acme/shop` is the layout `ghcr.io/acme/shop`. A folder that is not
 * there yet is a store.
 */
async function openFolder(folder, { name, signal } = {}) {
    const root = external_node_path_default().resolve(folder);
    const patience = signal === undefined ? {} : { signal };
    const uploads = external_node_path_default().join(root, '.ecluse', 'uploads');
    const layout = await (0,promises_.stat)(external_node_path_default().join(root, 'oci-layout')).catch((0,files/* ignoring */.O_)('ENOENT', 'ENOTDIR'));
    if (layout === undefined)
        return { only: undefined, uploads, open: inStore(root, patience) };
    const only = name ?? nameOf(root);
    return { only, uploads, open: alone((0,oci_layout/* openLayout */.B)(root, only, patience)) };
}
const alone = (repository) => (name) => {
    if (name === repository.name)
        return repository;
    throw new server_reply/* Refusal */.P_(404, 'NAME_UNKNOWN', `this is the repository ${repository.name} alone`);
};
function inStore(root, patience) {
    const opened = new Map();
    return (name) => {
        const parts = name.split('/');
        if (parts.some(layout_top/* isPartOfLayout */.Rd)) {
            throw new server_reply/* Refusal */.P_(400, 'NAME_INVALID', 'that is the name of a file in an OCI layout');
        }
        const layout = opened.get(name) ?? (0,oci_layout/* openLayout */.B)(external_node_path_default().join(root, ...parts), name, patience);
        // Set anew, so that the order of the map is the order of use.
        opened.delete(name);
        opened.set(name, layout);
        const [first] = opened.keys();
        if (opened.size > mostOpen && first !== undefined)
            opened.delete(first);
        return layout;
    };
}
function nameOf(folder) {
    const name = external_node_path_default().basename(folder).toLowerCase();
    return (0,reference/* isRepositoryPath */.og)(name) ? name : 'image';
}

// EXTERNAL MODULE: ./packages/oci/server.ts + 8 modules
var server = __webpack_require__(279);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./packages/oci/server-auth.ts


/**
 * Lets in who knows the token: as the password of any user, as `docker login` sends it, or as a bearer token. The
 * base of the API asks for it also where reading is free, since clients learn there how to log in.
 * https://www.rfc-editor.org/rfc/rfc7617
 */
function guarded(handler, { token, anonymousRead }) {
    return async (request) => {
        const isRead = request.method === 'GET' || request.method === 'HEAD';
        const isBase = /^\/v2\/?$/.test(request.url.pathname);
        const given = tokenIn(request.headers);
        const may = given === undefined ? anonymousRead && isRead && !isBase : isEqual(given, token);
        return may ? handler(request) : unauthorized();
    };
}
function unauthorized() {
    const { headers, ...answer } = (0,server_reply/* refused */.J5)(401, 'UNAUTHORIZED', 'log in: the token is the password');
    return { ...answer, headers: { ...headers, 'www-authenticate': 'Basic realm="ecluse"' } };
}
function tokenIn({ authorization }) {
    const [, scheme = '', value = ''] = /^(\S+) +(\S+)$/.exec(authorization ?? '') ?? [];
    if (scheme.toLowerCase() === 'bearer')
        return value;
    // Something was given, and it is none of the two: never the token, since that is no part of a header alone.
    if (scheme.toLowerCase() !== 'basic')
        return authorization === undefined ? undefined : '';
    const pair = Buffer.from(value, 'base64').toString();
    // So tools send that nobody logged in: Buildah, skopeo.
    return pair === ':' ? undefined : pair.slice(pair.indexOf(':') + 1);
}
/** In the same time, wherever they differ. */
const isEqual = (a, b) => (0,external_node_crypto_.timingSafeEqual)(hashOf(a), hashOf(b));
const hashOf = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest();

// EXTERNAL MODULE: ./packages/oci/store-place.ts
var store_place = __webpack_require__(2455);
;// CONCATENATED MODULE: ./cli/serve/main.ts




/** Offers a folder as a registry, and returns once it is there. */
const main = async (io) => {
    const input = (0,io_inputs/* read */.L)(io, inputs);
    const { token, port, listen: host, name } = input;
    io.secret(token ?? '');
    check(input);
    const served = await openFolder((0,external_node_path_.resolve)(io.cwd, folderOf(input.folder)), {
        signal: afterDrain(io.signal),
        ...(name === undefined ? {} : { name }),
    });
    const registry = (0,server/* serve */.w)(served.open, {
        uploads: served.uploads,
        sparse: input.sparse,
        ...(input['read-only'] ? { readOnly: true } : {}),
        ...(isPublic(host)
            ? { warning: 'there is no TLS: what is sent, logins too, can be read' }
            : {}),
    });
    const handler = token === undefined
        ? registry
        : guarded(registry, { token, anonymousRead: input['anonymous-read'] });
    const { url } = await io.listen(handler, { host, port, drains: true });
    return {
        kind: (0,names/* kindOf */.I)('serve'),
        image: null,
        digest: null,
        results: [],
        url: url.origin,
        repository: served.only ?? null,
        token: token !== undefined,
        writable: !input['read-only'],
    };
};
/** @throws UsageError for what is no folder, such as the registry that ECLUSE_STORE may name */
function folderOf(text) {
    const place = (0,store_place/* parseStore */.P)(text, 'folder');
    if (place.kind === 'folder')
        return place.path;
    throw new errors/* UsageError */.eb(`the store ${JSON.stringify(text)} is a registry already: name a folder to offer as one`, { input: 'folder' });
}
const drainMs = 2_000;
/** Requests that are under way when a signal comes may still wait for a lock, and not for ever. */
function afterDrain(signal) {
    const late = new AbortController();
    const abort = () => {
        late.abort(signal.reason);
    };
    signal.addEventListener('abort', () => setTimeout(abort, drainMs).unref(), { once: true });
    return late.signal;
}
const mostPort = 65_535;
function check(input) {
    const refuse = (sentence, name) => {
        throw new errors/* UsageError */.eb(sentence, { input: name });
    };
    const { port, listen, token, name } = input;
    if (port > mostPort)
        refuse(`input "port" must be at most ${mostPort}, not ${port}`, 'port');
    if (isPublic(listen) && token === undefined) {
        refuse('input "listen" needs a token: give "token", or ECLUSE_SERVE_TOKEN', 'token');
    }
    if (name !== undefined && !(0,reference/* isRepositoryPath */.og)(name)) {
        refuse(`input "name" must be the name of a repository, not ${JSON.stringify(name)}`, 'name');
    }
}
/** Can others reach this address? */
const isPublic = (host) => !(0,loopback/* isLoopback */.U)(host.includes(':') ? `[${host}]` : host);

;// CONCATENATED MODULE: ./cli/serve/page.ts
/** The first line is the URL and nothing else: scripts read it. */
function page({ url, repository, token, writable }) {
    const { host } = new URL(url);
    const example = repository === null ? 'ghcr.io/acme/shop:1.0' : `${repository}:1.0`;
    const login = token ? ` Log in with docker login ${host}: any user, the token as password.` : '';
    const text = `Images are ${host}/${example}${writable ? '' : ', to be read alone'}.${login}`;
    return { title: url, blocks: [{ kind: 'paragraph', text }] };
}

;// CONCATENATED MODULE: ./cli/serve/module.ts



const serve = {
    description: 'Offer a folder as a registry, until a signal ends it.',
    inputs: inputs,
    outputs: {},
    lasts: true,
    main: main,
    page: page,
};


/***/ }),

/***/ 4222:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ read)
/* harmony export */ });
/* unused harmony export linesOf */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2420);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6490);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5647);



/** The items of a list: one a line, blank lines and `#` comments left out. */
const linesOf = (text) => text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
const listOf = (text) => linesOf(text)
    .flatMap((line) => line.split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '');
// The booleans of YAML's core schema: https://yaml.org/spec/1.2.2/#103-core-schema
const flags = {
    true: true,
    True: true,
    TRUE: true,
    false: false,
    False: false,
    FALSE: false,
};
function json(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const expected = {
    text: 'text',
    flag: 'true or false',
    count: 'a whole number',
    duration: 'a duration such as 90s, 1h30m or 7d',
    bytes: 'a size such as 512, 20MB or 1GiB',
    ratio: 'a part from 0 to 1, such as 0.95 or 95%',
    lines: 'one item a line',
    list: 'a list',
    document: 'JSON or the path of a JSON file',
};
/** The value, or undefined when the text is none of this type. */
function parse(input, text) {
    switch (input.type) {
        case 'text':
            return text;
        case 'lines':
            return linesOf(text);
        case 'list':
            return listOf(text);
        case 'flag':
            return Object.hasOwn(flags, text) ? flags[text] : undefined;
        case 'count':
            return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
        case 'duration':
            return (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(text);
        case 'bytes':
            return (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBytes */ .z_)(text);
        case 'ratio':
            return (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRatio */ .LO)(text);
        case 'document':
            return json(text);
        case 'one-of':
            return input.values.includes(text) ? text : undefined;
    }
}
/**
 * All inputs of an action, read once and typed by their declaration; an empty string is absent.
 * A value that does not fit and a required one that is missing throw a UsageError that names the input, its value and the remedy.
 */
function read(from, inputs) {
    const values = {};
    for (const [name, input] of Object.entries(inputs)) {
        const typed = from.input(name);
        const text = input.verbatim ? typed : typed?.trim();
        const given = text === undefined || text === '' ? input.default : text;
        if (given !== undefined)
            values[name] = parsed(name, input, given);
        else if (input.required)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`input "${name}" is required: ${input.description}`, { input: name });
        else if (input.type === 'list' || input.type === 'lines')
            values[name] = [];
        else if (input.type === 'flag')
            values[name] = false;
    }
    return values;
}
function parsed(name, input, text) {
    const value = parse(input, text);
    if (value !== undefined)
        return value;
    const wanted = input.type === 'one-of' ? `one of ${input.values.join(', ')}` : expected[input.type];
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`input "${name}" must be ${wanted}, not ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(text)}`, { input: name });
}


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

/***/ 3670:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Hy: () => (/* binding */ algorithmOf),
/* harmony export */   OP: () => (/* binding */ Hasher),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2420);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5647);


const grammar = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const isDigest = (text) => grammar.test(text);
/** @throws UsageError that names the text */
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new _io__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${(0,_io__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(text)} is not a digest: write sha256: and 64 of the digits 0-9a-f, or sha512: and 128`);
}
const algorithmOf = (digest) => digest.startsWith('sha512:') ? 'sha512' : 'sha256';
const hexOf = (digest) => digest.slice(7);
/** Feed it bytes, then ask for the digest. */
class Hasher {
    algorithm;
    #hash;
    constructor(algorithm = 'sha256', hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm)) {
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


/***/ }),

/***/ 1421:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ parseTag),
/* harmony export */   EV: () => (/* binding */ isRegistryHost),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   og: () => (/* binding */ isRepositoryPath),
/* harmony export */   qq: () => (/* binding */ parseRegistryReference)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5647);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3670);


const tagGrammar = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const host = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?$/;
const path = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const isTag = (text) => tagGrammar.test(text);
/** `host` or `host:port`, as a reference starts. */
const isRegistryHost = (text) => host.test(text) && URL.canParse(`http://${text}`);
/** What stands between the registry and the tag: `acme/shop`. */
const isRepositoryPath = (text) => path.test(text) && text.length <= 255;
/** @throws UsageError that names the text */
function parseTag(text) {
    if (isTag(text))
        return text;
    throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(text)} is not a tag: 1 to 128 letters, digits, "_", "." or "-", and no "." or "-" first`);
}
const transports = ['oci', 'oci-archive', 'docker-archive'];
const forms = 'write registry/repository[:tag][@digest], oci:DIR[:tag], oci-archive:FILE[:tag] or docker-archive:FILE[:name][:tag]';
/**
 * Reads a reference as docker and skopeo users write it. Without a registry it is Docker Hub's
 * (`debian` is `docker.io/library/debian`); no tag is added.
 * @throws UsageError that names the text
 */
function parseReference(text) {
    const transport = transports.find((name) => text.startsWith(`${name}:`));
    return transport === undefined
        ? parseRegistryReference(text)
        : parseFileReference(transport, text);
}
/** As `parseReference`, for places where only a registry's repository makes sense. */
function parseRegistryReference(text) {
    const refuse = (why) => {
        throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(text)} is not an image reference: ${why}; ${forms}`);
    };
    const at = text.indexOf('@');
    const digest = at < 0 ? undefined : text.slice(at + 1);
    const named = at < 0 ? text : text.slice(0, at);
    const colon = named.lastIndexOf(':');
    const hasTag = colon > named.lastIndexOf('/');
    const tag = hasTag ? named.slice(colon + 1) : undefined;
    const name = hasTag ? named.slice(0, colon) : named;
    const { registry, repository } = splitName(name);
    if (!host.test(registry))
        return refuse(`${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(registry)} is not a registry host`);
    if (!isRepositoryPath(repository)) {
        return refuse(/[A-Z]/.test(repository)
            ? 'a repository name is lower case'
            : `${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(repository)} is not a repository name`);
    }
    if (tag !== undefined && !isTag(tag))
        return refuse(`${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(tag)} is not a tag`);
    if (digest !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest)) {
        return refuse(`${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(digest)} is not a digest`);
    }
    return {
        transport: 'registry',
        registry,
        repository,
        name: `${registry}/${repository}`,
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest }),
    };
}
/** Docker's rule: the first component is a host when it has a dot or a colon, or is localhost. */
function splitName(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    if (/[.:[]/.test(first) || first === 'localhost') {
        const registry = first === 'index.docker.io' ? 'docker.io' : first;
        const rest = name.slice(slash + 1);
        return {
            registry,
            repository: registry === 'docker.io' && !rest.includes('/') ? `library/${rest}` : rest,
        };
    }
    return { registry: 'docker.io', repository: slash < 0 ? `library/${name}` : name };
}
function parseFileReference(transport, text) {
    const rest = text.slice(transport.length + 1);
    const at = rest.lastIndexOf('@');
    const digest = at > 0 ? (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)(rest.slice(at + 1)) : undefined;
    const named = digest === undefined ? rest : rest.slice(0, at);
    const { file, image, tag } = transport === 'docker-archive' ? savedIn(named) : namedIn(named);
    if (file === '' || file.includes('\0')) {
        throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(text)} names no file: ${forms}`);
    }
    return {
        transport,
        path: file,
        name: `${transport}:${file}${image === undefined ? '' : `:${image}`}`,
        ...(image === undefined ? {} : { image }),
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest }),
    };
}
/** `FILE[:tag]` */
function namedIn(text) {
    const colon = text.lastIndexOf(':');
    // A colon that ends a Windows drive or stands in a folder's name is no tag.
    if (colon < 1 || /[/\\]/.test(text.slice(colon)))
        return { file: text };
    return { file: text.slice(0, colon), tag: parseTag(text.slice(colon + 1)) };
}
/** `FILE[:tag]`, or as skopeo has it `FILE:name[:tag]`: the file ends at the first colon that is no drive's. */
function savedIn(text) {
    const colon = text.indexOf(':', /^[A-Za-z]:[/\\]/.test(text) ? 2 : 0);
    if (colon < 0)
        return { file: text };
    const [file, rest] = [text.slice(0, colon), text.slice(colon + 1)];
    if (!/[:/]/.test(rest))
        return { file, tag: parseTag(rest) };
    const { name, tag } = parseRegistryReference(rest);
    return { file, image: name, tag };
}
/** The text that `parseReference` reads back. */
const formatReference = ({ name, tag, digest }) => `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
/** `name@digest`: the form in which every action hands an image on. */
const pinned = (name, digest) => `${name}@${digest}`;


/***/ })

};
