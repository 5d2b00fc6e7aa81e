export const id = 557;
export const ids = [557];
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

/***/ 2557:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gitHubJson: () => (/* binding */ gitHubJson)
/* harmony export */ });
/* harmony import */ var _bounded_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(661);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);
/* harmony import */ var _loopback_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6826);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5647);




const maxBytes = 8 * 1024 * 1024;
const seconds = 30;
const mostRedirects = 3;
const redirects = new Set([301, 302, 307, 308]);
/** As `gitHubJson` of the door. https://docs.github.com/rest/using-the-rest-api/getting-started-with-the-rest-api */
async function gitHubJson({ io, token }, path) {
    const url = locate(io.env.get('GITHUB_API_URL') ?? '', path);
    const signal = AbortSignal.any([io.signal, AbortSignal.timeout(seconds * 1000)]);
    try {
        return await answerOf({ url, token, signal, transport: io.transport });
    }
    catch (error) {
        if (io.signal.aborted ||
            (Error.isError(error) && error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV && error.code === code)) {
            throw error;
        }
        const why = signal.aborted ? `it did not answer within ${seconds} s` : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
        throw failed(url, why, error);
    }
}
const code = 'github';
const failed = (url, why, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV(3, code, `GitHub was asked for ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(url.href)}: ${why}`, { cause });
function locate(base, path) {
    const api = base === '' ? 'https://api.github.com' : base.replace(/\/+$/, '');
    if (!URL.canParse(`${api}${path}`)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV(3, code, `GITHUB_API_URL must be a URL, not ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(api)}`);
    }
    const url = new URL(`${api}${path}`);
    if (url.protocol === 'https:' || (url.protocol === 'http:' && (0,_loopback_js__WEBPACK_IMPORTED_MODULE_2__/* .isLoopback */ .U)(url.hostname)))
        return url;
    throw failed(url, 'the token would go over plain http: GITHUB_API_URL must start with https');
}
async function answerOf(request) {
    const { token, signal, transport } = request;
    let { url } = request;
    for (let left = mostRedirects;; left -= 1) {
        const answer = await transport.send({ method: 'GET', url, headers: headersOf(token), signal });
        const { location } = answer.headers;
        if (!redirects.has(answer.status) || location === undefined)
            return jsonOf(url, answer);
        answer.body.destroy();
        const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
        // A repository that was renamed. The token is for this host alone.
        if (left === 0 || next?.origin !== url.origin)
            throw failed(url, 'it redirects elsewhere');
        url = next;
    }
}
const headersOf = (token) => ({
    accept: 'application/vnd.github+json',
    'user-agent': 'ecluse',
    'x-github-api-version': '2022-11-28',
    ...(token !== undefined && token !== '' && { authorization: `Bearer ${token}` }),
});
async function jsonOf(url, { status, body }) {
    if (status !== 200) {
        body.destroy();
        throw failed(url, refusals[status] ?? `it answered ${status}`);
    }
    const text = await (0,_bounded_file_js__WEBPACK_IMPORTED_MODULE_3__/* .boundedText */ .L)(body, 'the answer of GitHub', maxBytes);
    try {
        const json = JSON.parse(text);
        return json;
    }
    catch {
        throw failed(url, 'the answer is not JSON');
    }
}
const refusals = {
    401: 'the token is not valid (401): check "github-token"',
    403: 'the token may not read it, or too much was asked (403): check "github-token" and its permissions',
    404: 'it is not there, or the token may not read it (404): the job needs contents: read',
    429: 'too much was asked (429): try again later',
};


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
