export const id = 516;
export const ids = [516];
export const modules = {

/***/ 5516:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listen: () => (/* binding */ listen)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2420);
/* harmony import */ var _loopback_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6826);




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
    server.maxHeadersCount = 200;
    const url = await bind(server, host, how.port ?? 0);
    server.on('request', (request, answer) => {
        void serveOne(handler, { request, answer, url, failed: how.failed });
    });
    return { url, close: closing(server, how) };
}
async function bind(server, host, port) {
    server.listen(port, host);
    try {
        await (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(server, 'listening');
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) ?? 'unknown';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failed */ .cV(3, code, `cannot listen on ${JSON.stringify(host)}, port ${port}: ${code}`);
    }
    const { port: given } = server.address();
    return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${given}`);
}
function closing(server, { signal, graceMs = 2_000 }) {
    const closed = (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(server, 'close');
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
            ? text(400, 'bad request')
            : isStranger(request, url)
                ? text(421, 'this server answers to its own name only')
                : await handler(requestOf(request, place, gone.signal));
        await send(response, request, answer);
    }
    catch (error) {
        if (!isDeparture(error, gone.signal))
            failed?.(error);
        if (answer.headersSent)
            answer.destroy();
        else
            await send(text(500, 'the server failed'), request, answer).catch(() => answer.destroy());
    }
}
const departures = new Set(['ABORT_ERR', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']);
/** Work that ended because the client went away is nobody's failure. */
const isDeparture = (error, gone) => gone.aborted && (error === gone.reason || departures.has((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) ?? ''));
const text = (status, sentence) => ({
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: Buffer.from(`${sentence}\n`),
});
/** Undefined for anything but a path: a proxy's absolute URL, `*`. */
const placeOf = ({ url = '' }, { origin }) => url.startsWith('/') ? (URL.parse(`${origin}${url}`) ?? undefined) : undefined;
const isStranger = ({ headers }, { hostname }) => (0,_loopback_js__WEBPACK_IMPORTED_MODULE_3__/* .isLoopback */ .U)(hostname) && !(0,_loopback_js__WEBPACK_IMPORTED_MODULE_3__/* .isLoopback */ .U)(URL.parse(`http://${headers.host ?? ''}`)?.hostname ?? '');
const requestOf = (request, url, signal) => ({
    method: request.method ?? '',
    url,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
    ])),
    body: request,
    signal,
});
async function send({ status, headers, body }, { method }, answer) {
    answer.writeHead(status, {
        ...headers,
        ...(body instanceof Uint8Array && !('content-length' in headers)
            ? { 'content-length': String(body.byteLength) }
            : {}),
    });
    if (body === undefined || body instanceof Uint8Array) {
        answer.end(method === 'HEAD' ? undefined : body);
    }
    else if (method === 'HEAD') {
        body.destroy();
        answer.end();
    }
    else {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(body, answer);
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
