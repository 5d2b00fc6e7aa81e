export const id = 449;
export const ids = [449];
export const modules = {

/***/ 6826:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback)
/* harmony export */ });
/** Is this the `hostname` of a URL that never leaves the machine? */
const isLoopback = (hostname) => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);


/***/ }),

/***/ 1449:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  transport: () => (/* binding */ transport)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
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
const wireOf = (send, direct, proxied) => ({
    request: send,
    agentFor: ({ hostname }) => ((0,loopback/* isLoopback */.U)(hostname) ? direct : proxied),
});
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

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
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
    let sentBytes = 0;
    for await (const chunk of source) {
        sentBytes += chunk.byteLength;
        if (sentBytes > how.lengthBytes)
            break;
        if (!into.write(chunk))
            await (0,external_node_events_.once)(into, 'drain', { signal: how.over });
    }
    if (sentBytes !== how.lengthBytes) {
        const sent = sentBytes > how.lengthBytes ? 'more' : `${sentBytes}`;
        throw new errors/* Failed */.cV(3, 'length', `a body of ${how.lengthBytes} bytes had ${sent}`);
    }
    into.end();
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
/** What an abort gave for a reason, as an error. */
const errorOf = (thrown) => Error.isError(thrown) ? thrown : new Error('aborted', { cause: thrown });

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
            return exchange(request, await wire, limits);
        },
    };
}
async function exchange(request, wire, limits) {
    const { method, url } = request;
    const client = start(request, wire, limits);
    const { promise, resolve, reject } = Promise.withResolvers();
    let body;
    const fail = (error) => {
        body?.destroy(error);
        client.destroy(error);
        reject(error);
    };
    const broken = (error) => {
        fail(exchangeFailed(method, url, error));
    };
    client.on('error', broken);
    client.once('response', (response) => {
        body = bodyOf(response, broken);
        response.once('end', () => {
            if (!client.writableFinished)
                client.destroy();
        });
        resolve({ status: response.statusCode ?? 0, headers: headersOf(response), body });
    });
    const ourTurn = () => (body?.readableLength ?? 0) > 0 || (!client.writableEnded && client.writableLength === 0);
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
/** The answer's body as a stream whose errors are ours. */
function bodyOf(response, broken) {
    const body = new external_node_stream_.PassThrough();
    // An error that comes before anybody reads waits in the stream; unheard, it would end the process.
    body.on('error', () => undefined);
    response.on('error', broken).pipe(body);
    body.once('close', () => response.destroy());
    return body;
}
const headersOf = ({ headers }) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
]));


/***/ })

};
