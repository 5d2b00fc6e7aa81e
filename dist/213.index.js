export const id = 213;
export const ids = [213];
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

/***/ 6213:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  transport: () => (/* binding */ transport)
});

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/loopback.ts
var loopback = __webpack_require__(6826);
;// CONCATENATED MODULE: ./packages/io/basin.ts
const tankBytes = 1024 * 1024;
const leastRoomBytes = 64 * 1024;
const mostFullTanks = 2;
/**
 * Bytes on their way from who fills memory to who works on it. The same memory is used again and again, since new
 * memory costs more than what is done with it; none is filled before the work on what it held is done.
 */
class Basin {
    #onRoom;
    #parts = [];
    #empty = [];
    #tank = tank();
    #fullTanks = 0;
    #totalBytes = 0;
    #onPart;
    /** @param onRoom called when it is no longer full */
    constructor(onRoom) {
        this.#onRoom = onRoom;
    }
    /** Nothing more should come; what comes all the same takes more memory. */
    get isFull() {
        return this.#fullTanks >= mostFullTanks;
    }
    /** Of all that came. */
    get totalBytes() {
        return this.#totalBytes;
    }
    /** Where the next bytes go: the same place until it is `filled`. */
    get room() {
        const { memory, filledBytes } = this.#tank;
        return memory.subarray(filledBytes);
    }
    /** So many bytes of `room` came. */
    filled(count) {
        const into = this.#tank;
        this.#add({ tank: into, bytes: this.room.subarray(0, count) });
        into.filledBytes += count;
        this.#totalBytes += count;
        if (tankBytes - into.filledBytes < leastRoomBytes) {
            this.#fullTanks += 1;
            this.#tank = this.#empty.pop() ?? tank();
        }
        this.#onPart?.();
    }
    /** Gives the bytes that came first to `work`, as soon as there are some. */
    async take(work, signal) {
        const { tank: from, bytes } = await this.#next(signal);
        await work(bytes);
        from.heldParts -= 1;
        if (from.heldParts > 0 || from === this.#tank)
            return;
        from.filledBytes = 0;
        this.#empty.push(from);
        this.#fullTanks -= 1;
        if (this.#fullTanks === mostFullTanks - 1)
            this.#onRoom();
    }
    /** What follows on bytes that still wait goes with them. */
    #add(part) {
        const last = this.#parts.at(-1);
        if (last?.tank === part.tank) {
            const { buffer, byteOffset, byteLength } = last.bytes;
            const bytes = new Uint8Array(buffer, byteOffset, byteLength + part.bytes.byteLength);
            this.#parts[this.#parts.length - 1] = { tank: part.tank, bytes };
            return;
        }
        this.#parts.push(part);
        part.tank.heldParts += 1;
    }
    async #next(signal) {
        for (;;) {
            signal.throwIfAborted();
            const part = this.#parts.shift();
            if (part !== undefined)
                return part;
            await this.#come(signal);
        }
    }
    /** Until something comes, or the signal is aborted. */
    async #come(signal) {
        const { promise, resolve } = Promise.withResolvers();
        this.#onPart = () => {
            resolve(undefined);
        };
        signal.addEventListener('abort', this.#onPart, { once: true });
        await promise;
        signal.removeEventListener('abort', this.#onPart);
        this.#onPart = undefined;
    }
}
const tank = () => ({
    memory: Buffer.allocUnsafeSlow(tankBytes),
    filledBytes: 0,
    heldParts: 0,
});

;// CONCATENATED MODULE: ./packages/io/transport-sockets.ts

const slabBytes = 256 * 1024;
const transport_sockets_leastRoomBytes = 64 * 1024;
/**
 * How a socket is read: into memory that we give, in pieces as large as they come, and from some moment on past
 * the parser of HTTP, which would copy them.
 */
class Reading {
    #socket;
    #basin;
    constructor(socket) {
        this.#socket = socket;
    }
    get basin() {
        return this.#basin;
    }
    /** What comes from now on goes into a basin. */
    divert() {
        this.#basin = new Basin(() => this.#socket.resume());
        return this.#basin;
    }
}
const readings = new WeakMap();
/** Undefined for a socket that is read otherwise, such as one in the tunnel of a proxy. */
const readingOf = (socket) => readings.get(socket);
/** Sees to it that the sockets of an agent are read in large pieces: Node's own are of 64 KiB, each allocated anew. */
function readLarge(agent) {
    const connect = agent.createConnection.bind(agent);
    agent.createConnection = (options, done) => {
        const large = { ...options, onread: reader() };
        return connect(large, done);
    };
    return agent;
}
/** https://nodejs.org/docs/latest-v24.x/api/net.html#new-netsocketoptions */
function reader() {
    let slab = Buffer.alloc(0);
    let reading;
    return {
        buffer: () => {
            if (reading?.basin !== undefined)
                return reading.basin.room;
            if (slab.byteLength < transport_sockets_leastRoomBytes)
                slab = Buffer.allocUnsafeSlow(slabBytes);
            return slab;
        },
        callback(count, bytes) {
            if (reading === undefined) {
                reading = new Reading(this);
                readings.set(this, reading);
            }
            const { basin } = reading;
            if (basin !== undefined) {
                basin.filled(count);
                return !basin.isFull;
            }
            slab = bytes.subarray(count);
            return this.push(bytes.subarray(0, count));
        },
    };
}

;// CONCATENATED MODULE: ./packages/io/transport-agents.ts





const pool = { keepAlive: true, maxFreeSockets: 16, scheduling: 'lifo' };
const maxCertificates = 1000;
const maxCertificateBytes = 1024 * 1024;
/** Node's modules for the network are loaded here, when the first request needs them. */
async function openWire(protocol, how) {
    const proxyEnv = proxyOf(how.env);
    if (protocol === 'http:') {
        const http = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 23));
        return wireOf(http.request, new http.Agent(pool), new http.Agent({ ...pool, proxyEnv }));
    }
    if (protocol !== 'https:') {
        throw new errors/* UsageError */.eb(`${JSON.stringify(protocol)} is not a protocol to send with: use https:`);
    }
    const https = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 23));
    const tls = { ...pool, ...(await trust(how)) };
    return wireOf(https.request, new https.Agent(tls), new https.Agent({ ...tls, proxyEnv }));
}
// A proxy cannot reach our loopback, and Node asks NO_PROXY alone.
const wireOf = (send, direct, proxied) => {
    const agents = { direct: readLarge(direct), proxied: readLarge(proxied) };
    return {
        request: send,
        agentFor: ({ hostname }) => ((0,loopback/* isLoopback */.U)(hostname) ? agents.direct : agents.proxied),
    };
};
/** @throws UsageError for a proxy that Node would silently pass over */
function proxyOf(env) {
    const named = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'].flatMap((name) => [
        name,
        name.toLowerCase(),
    ]);
    return Object.fromEntries(named.flatMap((name) => {
        const value = env.get(name);
        if (value === undefined || value === '')
            return [];
        if (/no_proxy/i.test(name) || /^https?:$/.test(URL.parse(value)?.protocol ?? '')) {
            return [[name, value]];
        }
        // The value may hold a password.
        throw new errors/* UsageError */.eb(`the variable ${name} is not the URL of a proxy: write http://host:port`);
    }));
}
/** A context made once: with a list in its place, Node parses every certificate for every connection. */
async function trust({ env, ca = [] }) {
    const more = [
        ...ca,
        ...(await certificateFile(env.get('SSL_CERT_FILE'))),
        ...(await certificateFolders(env.get('SSL_CERT_DIR'))),
    ];
    if (more.length === 0)
        return {};
    const { createSecureContext, getCACertificates } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1692, 23));
    try {
        const all = new Set([...getCACertificates('default'), ...more]);
        return { secureContext: createSecureContext({ ca: [...all] }) };
    }
    catch (error) {
        throw new errors/* UsageError */.eb('a certificate of SSL_CERT_FILE or SSL_CERT_DIR cannot be used', {
            cause: error,
        });
    }
}
async function certificateFile(path) {
    if (path === undefined || path === '')
        return [];
    try {
        return [await (0,promises_.readFile)(path, 'utf8')];
    }
    catch (error) {
        throw new errors/* UsageError */.eb(`SSL_CERT_FILE names ${JSON.stringify(path)}, which cannot be read: ${(0,errors/* codeOf */.$N)(error) ?? 'unknown'}`);
    }
}
/** As OpenSSL does: a list of folders, and what in them is no certificate is passed over. */
async function certificateFolders(paths) {
    const found = [];
    for (const folder of (paths ?? '').split(':').filter((path) => path !== '')) {
        const names = await (0,promises_.readdir)(folder).catch(() => []);
        for (const name of names.slice(0, maxCertificates)) {
            const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, name), 'utf8').catch(() => '');
            if (text.length <= maxCertificateBytes && text.includes('-----BEGIN CERTIFICATE-----')) {
                found.push(text);
            }
        }
    }
    return found;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./packages/io/flow.ts
var flow = __webpack_require__(5887);
;// CONCATENATED MODULE: ./packages/io/transport-body.ts



// Such a body comes alone on its connection; with TLS the next one costs a handshake.
const largeBytes = 1024 * 1024;
const largeOverTlsBytes = 16 * largeBytes;
/** The body of an answer to a request, as a stream whose errors are ours. */
function bodyOf(response, method) {
    const body = largeBody(response, method) ?? smallBody(response);
    // An error that comes before anybody reads waits in the stream; unheard, it would end the process.
    body.stream.on('error', () => undefined);
    body.stream.once('close', () => response.destroy());
    return body;
}
function smallBody(response) {
    const stream = new external_node_stream_.PassThrough();
    response.pipe(stream);
    return { stream, isWaiting: () => stream.readableLength > 0, isComplete: () => false };
}
/** One that goes past the parser; undefined when it is not worth that, or its length is not known. */
function largeBody(response, method) {
    const { headers, statusCode, socket } = response;
    const length = Number(headers['content-length'] ?? 0);
    const isBytes = method === 'GET' && (statusCode === 200 || statusCode === 206);
    const isLarge = length >= ('encrypted' in socket ? largeOverTlsBytes : largeBytes);
    if (!isBytes || !isLarge || headers['transfer-encoding'] !== undefined)
        return undefined;
    const basin = readingOf(socket)?.divert();
    if (basin === undefined)
        return undefined;
    // The parser has had the beginning, which came with the headers.
    let begunBytes = 0;
    const run = async (sink, signal) => {
        for (let next = chunkOf(response); next !== undefined; next = chunkOf(response)) {
            begunBytes += next.byteLength;
            await sink(next);
        }
        for (let left = length - begunBytes; left > 0;) {
            await basin.take((bytes) => {
                const wanted = bytes.subarray(0, left);
                left -= wanted.byteLength;
                return sink(wanted);
            }, signal);
        }
    };
    const isComplete = () => begunBytes + response.readableLength + basin.totalBytes >= length;
    return { stream: new flow/* Flow */.nl(run), isWaiting: () => basin.isFull || isComplete(), isComplete };
}
const chunkOf = (response) => response.read() ?? undefined;

;// CONCATENATED MODULE: ./packages/io/transport-errors.ts

const sentences = {
    EAI_AGAIN: 'its name could not be looked up now',
    ECONNREFUSED: 'nothing listens there',
    ECONNRESET: 'the connection was reset',
    EHOSTUNREACH: 'there is no way to it',
    ENETUNREACH: 'there is no network to it',
    ENOTFOUND: 'its name is not known',
    EPIPE: 'the connection was closed while we sent',
    ERR_PROXY_TUNNEL: 'the proxy did not let us through',
    HPE_HEADER_OVERFLOW: 'its headers are too big',
};
const certificate = /CERT|^ERR_TLS|UNABLE_TO_|SELF_SIGNED/;
function sentenceOf(code, error) {
    const known = sentences[code];
    if (known !== undefined)
        return known;
    if (certificate.test(code)) {
        return `its certificate is not trusted (${code}); name its authority's file in SSL_CERT_FILE`;
    }
    return code.startsWith('HPE_')
        ? 'it does not speak HTTP'
        : `${code} ${JSON.stringify((0,errors/* messageOf */.bD)(error).slice(0, 200))}`;
}
/** The error of an exchange: the system's code, and one sentence with method and place but without path and query, which may hold secrets. */
function exchangeFailed(method, { origin }, error) {
    if (error instanceof errors/* Failed */.cV)
        return error;
    const code = (0,errors/* codeOf */.$N)(error) ?? 'network';
    return new errors/* Failed */.cV(3, code, `${method} ${origin} failed: ${sentenceOf(code, error)}`);
}
const timedOut = (method, { origin }, what) => new errors/* Failed */.cV(3, 'ETIMEDOUT', `${method} ${origin} failed: ${what}`);
/** To Node a server that goes over to another protocol is no error, and no answer either. */
const noAnswer = (method, { origin }) => new errors/* Failed */.cV(3, 'network', `${method} ${origin} failed: it ended the connection without an answer`);
/** What an abort gave for a reason, as an error. */
const errorOf = (thrown) => Error.isError(thrown) ? thrown : new Error('aborted', { cause: thrown });

;// CONCATENATED MODULE: ./packages/io/transport-upload.ts



/** The length to announce; undefined for a request that has no body by its nature. */
function lengthOf({ method, body, lengthBytes }) {
    if (body === undefined)
        return /^(?:GET|HEAD|DELETE|OPTIONS)$/.test(method) ? undefined : 0;
    if (typeof body !== 'function')
        return body.byteLength;
    if (lengthBytes !== undefined)
        return lengthBytes;
    throw new TypeError('a body that is streamed needs lengthBytes');
}
/** Sends the body as fast as the connection takes it, until all is sent or the answer is there. */
async function upload(request, into) {
    const { body } = request;
    if (typeof body !== 'function') {
        into.end(body);
        return;
    }
    const over = new AbortController();
    const source = body();
    const stop = () => {
        over.abort();
        source.destroy();
    };
    into.once('response', stop).once('close', stop);
    try {
        await pump(source, into, { lengthBytes: lengthOf(request) ?? 0, over: over.signal });
    }
    catch (error) {
        if (!over.signal.aborted)
            throw error;
    }
}
async function pump(source, into, how) {
    const { lengthBytes, over } = how;
    let sentBytes = 0;
    await (0,flow/* pour */.fO)(source, async (bytes) => {
        sentBytes += bytes.byteLength;
        if (sentBytes > lengthBytes)
            throw wrongLength(lengthBytes, 'more');
        await written(into, bytes, over);
    });
    if (sentBytes < lengthBytes)
        throw wrongLength(lengthBytes, `${sentBytes}`);
    into.end();
}
const wrongLength = (lengthBytes, sent) => new errors/* Failed */.cV(3, 'length', `a body of ${lengthBytes} bytes had ${sent}`);
/** Until the system has them: their memory may then be used again. */
async function written(into, bytes, over) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const stop = () => {
        reject(errorOf(over.reason));
    };
    over.throwIfAborted();
    over.addEventListener('abort', stop, { once: true });
    into.write(bytes, (error) => {
        // What it was that broke, the request tells better, which ends then.
        if (Error.isError(error))
            into.destroy(error);
        else
            resolve(undefined);
    });
    await promise.finally(() => {
        over.removeEventListener('abort', stop);
    });
}

;// CONCATENATED MODULE: ./packages/io/transport-watch.ts

/** Ends the exchange when it hangs, and when the caller's signal says so. */
function watch(client, how) {
    const { request, limits, ourTurn, fail } = how;
    const { method, url, signal } = request;
    const seconds = (ms) => `within ${ms / 1000} s`;
    const connecting = setTimeout(() => {
        fail(timedOut(method, url, `no connection ${seconds(limits.connectMs)}`));
    }, limits.connectMs);
    const connected = () => {
        clearTimeout(connecting);
    };
    client.once('socket', (socket) => {
        if (socket.connecting)
            socket.once('connect', connected);
        else
            connected();
    });
    client.setTimeout(limits.idleMs).on('timeout', () => {
        // A socket's timer runs once: it is set anew while the other side is not the reason.
        if (ourTurn())
            client.setTimeout(limits.idleMs);
        else
            fail(timedOut(method, url, `no byte ${seconds(limits.idleMs)}`));
    });
    const answering = answerTimer(client, limits.answerMs, () => {
        fail(timedOut(method, url, `no answer ${seconds(limits.answerMs)}`));
    });
    const abort = () => {
        fail(errorOf(signal.reason));
    };
    signal.addEventListener('abort', abort, { once: true });
    client.once('close', () => {
        connected();
        answering.end();
        signal.removeEventListener('abort', abort);
    });
}
function answerTimer(client, ms, late) {
    let timer;
    let isOver = false;
    const end = () => {
        isOver = true;
        clearTimeout(timer);
    };
    // An answer may come before the request has gone out.
    client.once('response', end).once('finish', () => {
        if (!isOver)
            timer = setTimeout(late, ms);
    });
    return { end };
}

;// CONCATENATED MODULE: ./packages/io/transport.ts






const maxHeaders = 200;
/**
 * HTTP/1.1 over Node's own client: connections are kept, proxy variables and certificate variables are
 * honoured, lengths are always sent. An answer that comes before the body is sent ends the sending. The
 * caller reads the answer's body to its end, or destroys it: until then its connection is taken.
 * @throws Failed with the system's code; an abort ends in the signal's reason
 */
function transport(how) {
    const wires = new Map();
    const limits = {
        idleMs: how.idleMs ?? 120_000,
        connectMs: how.connectMs ?? 20_000,
        answerMs: how.answerMs ?? 300_000,
        maxHeaderSize: 32 * 1024,
    };
    return {
        async send(request) {
            request.signal.throwIfAborted();
            const { protocol } = request.url;
            const wire = wires.get(protocol) ?? openWire(protocol, how);
            wires.set(protocol, wire);
            const opened = await wire;
            request.signal.throwIfAborted();
            return exchange(request, opened, limits);
        },
    };
}
async function exchange(request, wire, limits) {
    const { method, url } = request;
    const client = start(request, wire, limits);
    const { promise, resolve, reject } = Promise.withResolvers();
    let body;
    const fail = (error) => {
        if (body?.isComplete() === true)
            return;
        body?.stream.destroy(error);
        client.destroy(error);
        reject(error);
    };
    const broken = (error) => {
        fail(exchangeFailed(method, url, error));
    };
    client.on('error', broken);
    client.once('close', () => {
        if (body === undefined)
            fail(noAnswer(method, url));
    });
    client.once('response', (response) => {
        body = bodyOf(response, method);
        response.on('error', broken).once('end', () => {
            if (!client.writableFinished)
                client.destroy();
        });
        resolve({ status: response.statusCode ?? 0, headers: headersOf(response), body: body.stream });
    });
    const ourTurn = () => body?.isWaiting() === true || (!client.writableEnded && client.writableLength === 0);
    watch(client, { request, limits, ourTurn, fail });
    void upload(request, client).catch((error) => {
        fail(errorOf(error));
    });
    return promise;
}
function start(request, wire, limits) {
    const { method, url } = request;
    const length = lengthOf(request);
    try {
        const client = wire.request({
            ...(0,external_node_url_.urlToHttpOptions)(url),
            auth: null,
            method,
            headers: {
                ...request.headers,
                ...(length === undefined ? {} : { 'content-length': String(length) }),
            },
            agent: wire.agentFor(url),
            maxHeaderSize: limits.maxHeaderSize,
        });
        client.maxHeadersCount = maxHeaders;
        return client;
    }
    catch (error) {
        throw exchangeFailed(method, url, error);
    }
}
const headersOf = ({ headers }) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
]));


/***/ })

};
