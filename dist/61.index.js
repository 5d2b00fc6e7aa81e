export const id = 61;
export const ids = [61];
export const modules = {

/***/ 3061:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   versionOfGitTag: () => (/* reexport safe */ _version_js__WEBPACK_IMPORTED_MODULE_0__.M)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2229);











/***/ }),

/***/ 7472:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ defaultRevisionSuffix),
/* harmony export */   v: () => (/* binding */ revisionReader)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5647);

/** What stands before the count of rebuilds: `1.4.2-r3`. */
const defaultRevisionSuffix = '-r';
const grammar = /^[A-Za-z0-9._-]{0,15}[A-Za-z._-]$/;
/**
 * Splits the revision off a version: `1.4.2-r3` is `1.4.2` and 3. A count starts at 1 and has at most 9 digits.
 * @throws UsageError when the suffix could not stand in a tag, or not be told from a number
 */
function revisionReader(suffix) {
    if (!grammar.test(suffix) || !/[A-Za-z]/.test(suffix)) {
        throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(suffix)} is no revision suffix: write 1 to 16 letters, digits, "_", "." or "-" with a letter among them and no digit last, such as "-r"`);
    }
    return (text) => {
        const at = text.lastIndexOf(suffix);
        const digits = at < 1 ? '' : text.slice(at + suffix.length);
        return /^[1-9][0-9]{0,8}$/.test(digits)
            ? { base: text.slice(0, at), digits }
            : { base: text, digits: undefined };
    };
}


/***/ }),

/***/ 9373:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ readSemantic)
/* harmony export */ });
const number = '(0|[1-9][0-9]*)';
const core = new RegExp(`^${number}\\.${number}\\.${number}$`);
const identifier = /^(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)$/;
const buildIdentifier = /^[0-9A-Za-z-]+$/;
/** Reads `1.2.3-rc.1+build`, without a `v`; undefined for anything else. https://semver.org/spec/v2.0.0.html */
function readSemantic(text) {
    const [version, build] = cut(text, '+');
    const [release, pre] = cut(version, '-');
    const [, major, minor, patch] = core.exec(release) ?? [];
    if (major === undefined || minor === undefined || patch === undefined)
        return undefined;
    const identifiers = { pre: pre?.split('.') ?? [], build: build?.split('.') ?? [] };
    const isRight = identifiers.pre.every((one) => identifier.test(one)) &&
        identifiers.build.every((one) => buildIdentifier.test(one));
    return isRight ? { numbers: [major, minor, patch], ...identifiers } : undefined;
}
/** What stands before the first such letter, and what behind it. */
function cut(text, letter) {
    const at = text.indexOf(letter);
    return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}


/***/ }),

/***/ 2229:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BR: () => (/* binding */ highest),
/* harmony export */   M: () => (/* binding */ versionOfGitTag),
/* harmony export */   SI: () => (/* binding */ versionReader),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ot: () => (/* binding */ parseVersion)
/* harmony export */ });
/* harmony import */ var _revision_suffix_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7472);
/* harmony import */ var _semantic_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9373);


/** So that they are numbers, and not roughly. */
const mostDigits = 15;
/**
 * Reads `1.4.2`, `1.4.2-rc.1`, `1.4.2-r3`, `1.4.2-rc.1-r3`; undefined for anything else.
 * `-r<n>` is asked before semver, which would take it for a pre-release. Build metadata (`+x`) cannot
 * be a tag and is no version here. https://semver.org/spec/v2.0.0.html
 */
const parseVersion = versionReader(_revision_suffix_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultRevisionSuffix */ .s);
/**
 * As `parseVersion`, where something else than `-r` stands before the count of rebuilds.
 * @throws UsageError for a suffix that cannot be one
 */
function versionReader(suffix) {
    const split = (0,_revision_suffix_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionReader */ .v)(suffix);
    return (text) => {
        // What no registry would take as a tag is not read at all.
        if (text.length > 128)
            return undefined;
        const { base, digits } = split(text);
        const read = (0,_semantic_js__WEBPACK_IMPORTED_MODULE_1__/* .readSemantic */ .N)(base);
        if (read === undefined || read.build.length > 0)
            return undefined;
        const [major, minor, patch] = read.numbers;
        if (Math.max(major.length, minor.length, patch.length) > mostDigits)
            return undefined;
        return {
            text,
            numbers: [Number(major), Number(minor), Number(patch)],
            pre: read.pre,
            revision: Number(digits ?? 0),
        };
    };
}
/**
 * The version that a git tag gives an image: `v1.2.3`, `1.2.3`, and behind `prefix` where one git
 * repository has several images (`shop-v1.2.3`). Undefined: the tag is not a version of this image.
 */
function versionOfGitTag(tag, prefix = '') {
    if (!tag.startsWith(prefix))
        return undefined;
    return parseVersion(tag.slice(prefix.length).replace(/^v/, ''));
}
/** Below, equal or above zero: 1.4.2-rc.1 < 1.4.2 < 1.4.2-r1 < 1.4.2-r2 < 1.4.3-rc.1. */
function compareVersions(a, b) {
    for (const [i, left] of a.numbers.entries()) {
        const right = b.numbers[i] ?? 0;
        if (left !== right)
            return left - right;
    }
    return comparePre(a.pre, b.pre) || a.revision - b.revision;
}
/** https://semver.org/spec/v2.0.0.html#spec-item-11 */
function comparePre(a, b) {
    if (a.length === 0 || b.length === 0)
        return b.length - a.length;
    for (const [i, left] of a.entries()) {
        const right = b[i];
        if (right === undefined)
            return 1;
        const order = compareIdentifiers(left, right);
        if (order !== 0)
            return order;
    }
    return a.length - b.length;
}
function compareIdentifiers(a, b) {
    const numeric = [a, b].map((text) => /^[0-9]+$/.test(text));
    if (numeric[0] !== numeric[1])
        return numeric[0] ? -1 : 1;
    // Numbers without leading zeros: the longer one is the larger one, however long.
    if (numeric[0] && a.length !== b.length)
        return a.length - b.length;
    return a === b ? 0 : a < b ? -1 : 1;
}
/** The highest of them, undefined for none. */
const highest = (versions) => versions.reduce((best, one) => (best === undefined || compareVersions(best, one) < 0 ? one : best), undefined);


/***/ })

};
