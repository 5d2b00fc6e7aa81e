export const id = 463;
export const ids = [463];
export const modules = {

/***/ 9463:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HangUp: () => (/* binding */ HangUp),
  listen: () => (/* binding */ listen)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/loopback.ts
var loopback = __webpack_require__(6826);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./packages/io/send-file.ts



const pieceBytes = 128 * 1024;
const mostSpare = 32;
/** Pieces that were sent, for the next file: a new one costs more than to fill it. */
const spare = [];
/** Opens the file for a part of it. @throws Failed when it is no file, or too short */
async function openPart({ path, from, lengthBytes }) {
    const file = await (0,external_node_fs_promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
    const found = await file.stat();
    if (found.isFile() && found.size >= from + lengthBytes)
        return file;
    await file.close();
    throw new errors/* Failed */.cV(3, 'file', `${JSON.stringify(path)} is not the file that it was`);
}
/**
 * Writes a part of a file as the rest of an answer. Two pieces of memory take turns: one is filled while the other
 * is on its way, and none is used again before the system has taken it.
 */
async function sendFile(file, { from, lengthBytes }, answer) {
    const first = piece();
    const pieces = [first, lengthBytes > pieceBytes ? piece() : first];
    let sent = Promise.resolve();
    for (let at = from, turn = 0; at < from + lengthBytes; turn ^= 1) {
        const buffer = pieces[turn === 0 ? 0 : 1];
        const want = Math.min(buffer.byteLength, from + lengthBytes - at);
        const { bytesRead } = await file.read(buffer, 0, want, at);
        if (bytesRead === 0)
            throw new errors/* Failed */.cV(3, 'file', 'a file ended while it was sent');
        await sent;
        sent = written(answer, buffer.subarray(0, bytesRead));
        // A client may go away while the next piece is read, before anybody waits for this one.
        sent.catch(() => undefined);
        at += bytesRead;
    }
    await sent;
    answer.end();
    // Only here: after an error the system may still hold one.
    for (const each of new Set(pieces))
        if (spare.length < mostSpare)
            spare.push(each);
}
const piece = () => spare.pop() ?? Buffer.allocUnsafeSlow(pieceBytes);
async function written(answer, bytes) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const gone = () => {
        reject(new errors/* Failed */.cV(3, 'ECONNRESET', 'the client went away'));
    };
    answer.once('close', gone);
    answer.write(bytes, (error) => {
        answer.off('close', gone);
        if (error)
            reject(error);
        else
            resolve(undefined);
    });
    await promise;
}

;// CONCATENATED MODULE: ./packages/io/listen.ts
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
 * Serves `handler` over HTTP/1.1; bodies stream in both directions. On loopback only requests whose Host
 * is loopback are answered, so that no web page reaches it under a name of its own.
 * @throws Failed when the address cannot be had
 */
async function listen(handler, how) {
    how.signal.throwIfAborted();
    const { createServer } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 23));
    const host = how.host ?? '127.0.0.1';
    const headersMs = how.headersMs ?? 20_000;
    const server = createServer({
        maxHeaderSize: how.maxHeaderBytes ?? 32 * 1024,
        headersTimeout: headersMs,
        requestTimeout: 0,
        connectionsCheckingInterval: Math.min(headersMs, 5_000),
    });
    server.timeout = how.idleMs ?? 120_000;
    // Longer than clients in Go keep an idle connection: else they send into one that ends.
    server.keepAliveTimeout = Math.min(how.idleMs ?? 95_000, 95_000);
    server.maxHeadersCount = 200;
    server.maxConnections = how.maxConnections ?? 1_000;
    const url = await bind(server, host, how.port ?? 0);
    server.on('request', (request, answer) => {
        void serveOne(handler, { request, answer, url, failed: how.failed });
    });
    return { url, close: closing(server, how) };
}
async function bind(server, host, port) {
    server.listen(port, host);
    try {
        await (0,external_node_events_.once)(server, 'listening');
    }
    catch (error) {
        const code = (0,errors/* codeOf */.$N)(error) ?? 'unknown';
        throw new errors/* Failed */.cV(3, code, `cannot listen on ${JSON.stringify(host)}, port ${port}: ${code}`);
    }
    const { port: given } = server.address();
    return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${given}`);
}
function closing(server, { signal, graceMs = 2_000 }) {
    const closed = (0,external_node_events_.once)(server, 'close');
    const end = () => {
        server.close();
        server.closeAllConnections();
    };
    signal.addEventListener('abort', end, { once: true });
    return async () => {
        signal.removeEventListener('abort', end);
        server.close();
        const late = setTimeout(end, graceMs);
        // Node ends the connections that are idle now, and not those that become so.
        const sweep = setInterval(() => {
            server.closeIdleConnections();
        }, 10);
        await closed;
        clearInterval(sweep);
        clearTimeout(late);
    };
}
/** Thrown by a handler or the body of its answer: the connection ends here, without another word. */
class HangUp extends Error {
    name = 'HangUp';
}
async function serveOne(handler, exchange) {
    const { request, answer, url, failed } = exchange;
    const gone = new AbortController();
    answer.once('close', () => {
        if (!answer.writableFinished)
            gone.abort();
    });
    try {
        const place = placeOf(request, url);
        const response = place === undefined
            ? listen_text(400, 'bad request')
            : isStranger(request, url)
                ? listen_text(421, 'this server answers to its own name only')
                : await handler(requestOf(exchange, place, gone.signal));
        await send(response, request, answer);
    }
    catch (error) {
        if (error instanceof HangUp && !answer.headersSent) {
            request.socket.resetAndDestroy();
            return;
        }
        if (!(error instanceof HangUp || isDeparture(error, gone.signal)))
            failed?.(error);
        if (answer.headersSent)
            answer.destroy();
        else
            await send(listen_text(500, 'the server failed'), request, answer).catch(() => answer.destroy());
    }
}
const departures = new Set([
    'ABORT_ERR',
    'ECANCELED',
    'ECONNRESET',
    'EPIPE',
    'ERR_STREAM_DESTROYED',
    'ERR_STREAM_PREMATURE_CLOSE',
]);
/** Work that ended because the client went away is nobody's failure. */
const isDeparture = (error, gone) => gone.aborted && (error === gone.reason || departures.has((0,errors/* codeOf */.$N)(error) ?? ''));
const listen_text = (status, sentence) => ({
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: Buffer.from(`${sentence}\n`),
});
/** Undefined for anything but a path: a proxy's absolute URL, `*`. */
const placeOf = ({ url = '' }, { origin }) => url.startsWith('/') ? (URL.parse(`${origin}${url}`) ?? undefined) : undefined;
const isStranger = ({ headers }, { hostname }) => (0,loopback/* isLoopback */.U)(hostname) && !(0,loopback/* isLoopback */.U)(URL.parse(`http://${headers.host ?? ''}`)?.hostname ?? '');
const requestOf = ({ request, answer }, url, signal) => ({
    method: request.method ?? '',
    url,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
    ])),
    body: hasBody(request) ? bodyOf(request, answer) : external_node_stream_.Readable.from([]),
    signal,
});
// https://www.rfc-editor.org/rfc/rfc9112#section-6.3
const hasBody = ({ headers }) => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
/** Who destroys it, or answers before its end, wants no more bytes; the connection stays. */
function bodyOf(request, answer) {
    const body = new external_node_stream_.PassThrough();
    body.on('error', () => undefined).once('close', () => request.unpipe(body).resume());
    request.once('error', (error) => body.destroy(error)).pipe(body);
    answer.once('finish', () => body.destroy());
    return body;
}
async function send({ status, headers, body }, { method }, answer) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const isBytes = body instanceof Uint8Array;
        const part = body !== undefined && 'path' in body ? body : undefined;
        const file = __addDisposableResource(env_1, part && method !== 'HEAD' ? await openPart(part) : undefined, true);
        answer.writeHead(status, {
            ...headers,
            ...(isBytes && !('content-length' in headers || 'transfer-encoding' in headers)
                ? { 'content-length': String(body.byteLength) }
                : {}),
        });
        if (part !== undefined && file !== undefined)
            await sendFile(file, part, answer);
        else if (body instanceof external_node_stream_.Readable && method !== 'HEAD')
            await (0,promises_.pipeline)(body, answer);
        else {
            if (body instanceof external_node_stream_.Readable)
                body.destroy();
            answer.end(isBytes && method !== 'HEAD' ? body : undefined);
        }
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


/***/ }),

/***/ 6826:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback)
/* harmony export */ });
/** Is this the `hostname` of a URL that never leaves the machine? */
const isLoopback = (hostname) => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);


/***/ })

};
