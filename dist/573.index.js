export const id = 573;
export const ids = [573];
export const modules = {

/***/ 8573:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeNames: () => (/* binding */ writeNames)
});

// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/lifecycle/content.ts
var lifecycle_content = __webpack_require__(9212);
// EXTERNAL MODULE: ./packages/lifecycle/dry-run.ts
var dry_run = __webpack_require__(5904);
// EXTERNAL MODULE: ./packages/lifecycle/version-tag.ts
var version_tag = __webpack_require__(5048);
// EXTERNAL MODULE: ./packages/lifecycle/claim.ts
var claim = __webpack_require__(2173);
// EXTERNAL MODULE: ./packages/lifecycle/origin.ts
var origin = __webpack_require__(5291);
// EXTERNAL MODULE: ./packages/pipeline/store.ts + 33 modules
var store = __webpack_require__(3333);
// EXTERNAL MODULE: ./packages/pipeline/stray.ts
var stray = __webpack_require__(9812);
;// CONCATENATED MODULE: ./packages/pipeline/put-names.ts




/**
 * Puts the names of an event on a digest, in their order and each once. A dry run leaves what is missing `planned`.
 * @throws Refused for an image of another commit, a version off the default branch, a name that stands elsewhere
 */
async function putNames(io, input, what) {
    const { digest, event, names } = what;
    const repository = (0,store/* openFor */.q)(io, input, [what.repository])(what.repository, 'write');
    const content = await (0,lifecycle_content/* contentOf */.$)(repository, digest);
    await refuseOther(repository, digest, event.commit);
    if (names.some(({ version }) => version !== undefined)) {
        await (0,stray/* refuseStray */.u)(event.commit, await io.history());
    }
    const states = [];
    for (const name of names) {
        states.push(await (0,dry_run/* unlessDry */.O)(() => putName(repository, content, { name, event }), 'planned'));
    }
    return states;
}
async function putName(repository, content, { name, event }) {
    if (name.version !== undefined)
        return (0,version_tag/* putVersion */.G)(repository, name.version, content);
    const { digest, won } = await (0,claim/* claim */.B)(repository, event.commit, content);
    if (digest === content.descriptor.digest)
        return won ? 'written' : 'there';
    throw new errors/* Refused */.Lw('commit-claimed', `commit ${event.commit} was built before, as ${digest}: go on with that one, not with ${content.descriptor.digest}`);
}
/** A claim is believed later, so it is not written on the word of whoever asks. */
async function refuseOther(repository, digest, commit) {
    const { revision } = await (0,origin/* originOf */.y)(repository, digest);
    if (revision === commit)
        return;
    throw new errors/* Refused */.Lw('other-commit', `${digest} ${revision === undefined ? 'does not say which commit it is of' : `says that it is of commit ${JSON.stringify(revision)}`}, and the names are for commit ${commit}: the label org.opencontainers.image.revision has to be that commit`);
}

;// CONCATENATED MODULE: ./actions/tags/write.ts

/** Writes each name once, in their order; one that stands on another digest ends it with a refusal. */
async function writeNames(io, what) {
    const { document, names, digest, event, input } = what;
    const { repository } = document;
    const states = await putNames(io, input, { repository, digest, event, names });
    return {
        ...document,
        names: document.names.map((name, i) => ({ ...name, state: states[i] ?? name.state })),
    };
}


/***/ }),

/***/ 4580:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ parseLooseConfig),
/* harmony export */   o: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3670);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6148);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9205);


// Go writes an empty list or map as null.
const optional = (schema) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(schema), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => value ?? undefined)));
const text = optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP());
const texts = optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()));
const set = optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()));
const healthcheck = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    Test: texts,
    Interval: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    Timeout: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    StartPeriod: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    StartInterval: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    Retries: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
});
const runtime = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    User: text,
    ExposedPorts: set,
    Env: texts,
    Entrypoint: texts,
    Cmd: texts,
    Volumes: set,
    WorkingDir: text,
    Labels: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    StopSignal: text,
    Shell: texts,
    Healthcheck: optional(healthcheck),
    OnBuild: texts,
});
const history = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    created: text,
    created_by: text,
    author: text,
    comment: text,
    empty_layer: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
});
const schema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    architecture: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    os: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    variant: text,
    created: text,
    author: text,
    config: optional(runtime),
    rootfs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        diff_ids: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .guard */ .ahr(_oci__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)))), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((ids) => ids ?? [])),
    }),
    history: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(history)),
});
const maxBytes = 8 << 20;
/**
 * Reads the config of an image, OCI's or Docker's; what we do not know stays in it.
 * @throws Corrupt when it is no such config
 */
function parseConfig(bytes, what = 'the image config') {
    const result = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(schema, (0,_oci__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(bytes, what, { maxBytes }));
    if (result.success)
        return result.output;
    const [issue] = result.issues;
    const path = valibot__WEBPACK_IMPORTED_MODULE_0__/* .getDotPath */ .BuJ(issue);
    const at = path === null ? 'it' : JSON.stringify(path);
    throw new _oci__WEBPACK_IMPORTED_MODULE_3__/* .Corrupt */ .Q6(what, `${at} is not right: ${issue.message}`);
}
const loose = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    architecture: valibot__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'unknown'),
    os: valibot__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'unknown'),
    config: valibot__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .NpB(optional(runtime), undefined),
    rootfs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('layers') }),
    history: valibot__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .NpB(optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(history)), undefined),
});
/**
 * Reads the config of an image that nobody believes: what is missing is unknown, and it has no diffIDs.
 * @throws Corrupt when it is that of no image
 */
function parseLooseConfig(bytes, what = 'the image config') {
    const result = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(loose, (0,_oci__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(bytes, what, { maxBytes }));
    if (!result.success)
        throw new _oci__WEBPACK_IMPORTED_MODULE_3__/* .Corrupt */ .Q6(what, 'it is that of no image with layers');
    return { ...result.output, rootfs: { ...result.output.rootfs, diff_ids: [] } };
}


/***/ }),

/***/ 2173:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ claim),
/* harmony export */   S: () => (/* binding */ claimed)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9205);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9801);



/** A write that was under way when ours was read back has landed by then, or is very slow. */
const settleMs = 250;
/** The image that was claimed for a commit, undefined when nobody has built it. */
const claimed = (repository, commit) => repository.resolve((0,_version__WEBPACK_IMPORTED_MODULE_1__/* .claimTag */ .rT)(commit));
/**
 * Claims a commit for a stored image. Whoever loses drops his own digest and goes on with the one
 * that stands there, so that runs at once end on one digest.
 * @returns the digest that the claim points to
 */
async function claim(repository, commit, { bytes, descriptor }) {
    const tag = (0,_version__WEBPACK_IMPORTED_MODULE_1__/* .claimTag */ .rT)(commit);
    const standing = await repository.resolve(tag);
    if (standing !== undefined)
        return { digest: standing.digest, won: false };
    try {
        const { guarantee } = await repository.tag(tag, bytes, descriptor.mediaType, 'absent');
        const digest = await settled(repository, commit, { guarantee, digest: descriptor.digest });
        return { digest, won: digest === descriptor.digest };
    }
    catch (error) {
        if (!(error instanceof _oci__WEBPACK_IMPORTED_MODULE_2__/* .TagMoved */ .a9) || error.found === undefined)
            throw error;
        const { found: digest } = error;
        return {
            digest: await settled(repository, commit, { guarantee: 'read-back', digest }),
            won: false,
        };
    }
}
/** Storage that cannot compare lets two claims through: the later write is the one that stays. */
async function settled(repository, commit, { guarantee, digest }) {
    if (guarantee === 'atomic')
        return digest;
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(settleMs);
    return (await claimed(repository, commit))?.digest ?? digest;
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

/***/ 5904:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ unlessDry)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);

/** What a piece of writing gives; in a dry run, whose first write ends it, `otherwise`. */
async function unlessDry(write, otherwise) {
    try {
        return await write();
    }
    catch (error) {
        if (error instanceof _io__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV && error.code === 'dry-run')
            return otherwise;
        throw error;
    }
}


/***/ }),

/***/ 5291:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _image__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4580);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7663);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(127);




/** Reads annotations, and for the revision also the label of the config. */
async function originOf(repository, digest) {
    const stored = await repository.manifest(digest);
    if (stored === undefined)
        return { revision: undefined, recipe: undefined };
    const manifest = (0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)(stored.bytes, stored.descriptor.mediaType);
    const recipe = manifest.annotations?.[_io__WEBPACK_IMPORTED_MODULE_2__/* .annotation */ .w7.recipe];
    const annotated = manifest.annotations?.[_io__WEBPACK_IMPORTED_MODULE_2__/* .annotation */ .w7.revision];
    if (annotated !== undefined || 'manifests' in manifest)
        return { revision: annotated, recipe };
    const config = (0,_image__WEBPACK_IMPORTED_MODULE_3__/* .parseConfig */ .o)(await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(await repository.blob(manifest.config)));
    return { revision: config.config?.Labels?.[_io__WEBPACK_IMPORTED_MODULE_2__/* .annotation */ .w7.revision], recipe };
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


/***/ }),

/***/ 9812:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ refuseStray)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);

/**
 * A version is given to what the default branch has: a tag on a stray commit is no release.
 * @throws Refused when the commit is not there, Failed when that cannot be found out
 */
async function refuseStray(commit, history) {
    const branch = await history?.defaultBranch();
    if (branch === undefined || history === undefined) {
        throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV(3, 'no-default-branch', 'it is not known which branch is the default one, so no version is given: pass --default-branch NAME');
    }
    const order = await history.order(commit, branch.commit);
    if (order === 'same' || order === 'before')
        return;
    if (order === 'unknown') {
        throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV(3, 'unknown-order', `this clone cannot tell whether commit ${commit} is on ${branch.name}: check out with fetch-depth: 0`);
    }
    throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .Lw('stray-tag', `commit ${commit} is not on ${branch.name}: a version is given to what is on the default branch`);
}


/***/ })

};
