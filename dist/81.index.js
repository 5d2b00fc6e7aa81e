export const id = 81;
export const ids = [81];
export const modules = {

/***/ 8081:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   writeNames: () => (/* binding */ writeNames)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2420);
/* harmony import */ var _lifecycle__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9212);
/* harmony import */ var _lifecycle__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2173);
/* harmony import */ var _lifecycle__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5048);
/* harmony import */ var _pipeline__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8120);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2229);




/** Writes each name once, in their order; one that stands on another digest ends it with a refusal. */
async function writeNames(io, what) {
    const { document, digest, event, tagPrefix, input } = what;
    const open = (0,_pipeline__WEBPACK_IMPORTED_MODULE_0__/* .openFor */ .q)(io, input, [document.repository]);
    const repository = open(document.repository, 'write');
    const content = await (0,_lifecycle__WEBPACK_IMPORTED_MODULE_1__/* .contentOf */ .$)(repository, digest);
    const written = [];
    for (const name of document.names) {
        if (name.rule === 'claim') {
            const claimed = await (0,_lifecycle__WEBPACK_IMPORTED_MODULE_2__/* .claim */ .B)(repository, event.commit, content);
            if (claimed.digest !== digest) {
                throw new _io__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .Lw('commit-claimed', `commit ${event.commit} was built before, as ${claimed.digest}: go on with that one, not with ${digest}`);
            }
            written.push({ ...name, state: claimed.won ? 'written' : 'there' });
        }
        const version = event.kind === 'tag' ? (0,_version__WEBPACK_IMPORTED_MODULE_4__/* .versionOfGitTag */ .M)(event.tag, tagPrefix) : undefined;
        if (name.rule === 'version' && version !== undefined) {
            written.push({ ...name, state: await (0,_lifecycle__WEBPACK_IMPORTED_MODULE_5__/* .putVersion */ .G)(repository, version, content) });
        }
    }
    return { ...document, names: written };
}


/***/ }),

/***/ 2173:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ claim),
/* harmony export */   S: () => (/* binding */ claimed)
/* harmony export */ });
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9205);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9801);


/** The image that was claimed for a commit, undefined when nobody has built it. */
const claimed = (repository, commit) => repository.resolve((0,_version__WEBPACK_IMPORTED_MODULE_0__/* .claimTag */ .rT)(commit));
/**
 * Claims a commit for a stored image. Whoever loses drops his own digest and goes on with the one
 * that stands there, so that runs at once end on one digest.
 * @returns the digest that the claim points to
 */
async function claim(repository, commit, { bytes, descriptor }) {
    const tag = (0,_version__WEBPACK_IMPORTED_MODULE_0__/* .claimTag */ .rT)(commit);
    const standing = await repository.resolve(tag);
    if (standing !== undefined)
        return { digest: standing.digest, won: false };
    try {
        await repository.tag(tag, bytes, descriptor.mediaType, 'absent');
        return { digest: descriptor.digest, won: true };
    }
    catch (error) {
        if (!(error instanceof _oci__WEBPACK_IMPORTED_MODULE_1__/* .TagMoved */ .a9) || error.found === undefined)
            throw error;
        return { digest: error.found, won: false };
    }
}


/***/ }),

/***/ 9212:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ contentOf)
/* harmony export */ });
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9205);

/** @throws NotThere */
async function contentOf(repository, digest) {
    const content = await repository.manifest(digest);
    if (content === undefined)
        throw new _oci__WEBPACK_IMPORTED_MODULE_0__/* .NotThere */ .W2(digest, repository.name);
    return content;
}


/***/ }),

/***/ 5048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ putVersion)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2420);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9205);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9801);



/**
 * Gives a digest its version, once and for ever.
 * @throws Refused when the version stands on another digest
 */
async function putVersion(repository, version, content) {
    const tag = (0,_version__WEBPACK_IMPORTED_MODULE_0__/* .versionTag */ .Vm)(version);
    const { digest, mediaType } = content.descriptor;
    const standing = await repository.resolve(tag);
    if (standing !== undefined)
        return same(repository, version, { digest, found: standing.digest });
    try {
        await repository.tag(tag, content.bytes, mediaType, 'absent');
        return 'written';
    }
    catch (error) {
        // Written between the question and our answer, or refused by the registry's own rule: who is it?
        if (!(error instanceof _oci__WEBPACK_IMPORTED_MODULE_1__/* .TagMoved */ .a9 || error instanceof _oci__WEBPACK_IMPORTED_MODULE_1__/* .TagImmutable */ .Nq))
            throw error;
        const found = (await repository.resolve(tag))?.digest;
        if (found === undefined)
            throw error;
        return same(repository, version, { digest, found });
    }
}
function same(repository, version, { digest, found }) {
    if (found === digest)
        return 'there';
    throw new _io__WEBPACK_IMPORTED_MODULE_2__/* .Refused */ .Lw('version-taken', `version ${version.text} of ${repository.name} is written once: it stands on ${found}, and this is ${digest}; release it under a new version`);
}


/***/ })

};
