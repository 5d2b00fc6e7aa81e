export const id = 304;
export const ids = [304];
export const modules = {

/***/ 4304:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  status: () => (/* binding */ module_status)
});

// EXTERNAL MODULE: ./packages/io/standing.ts + 1 modules
var standing = __webpack_require__(4941);
// EXTERNAL MODULE: ./packages/io/inputs.ts
var inputs = __webpack_require__(4222);
// EXTERNAL MODULE: ./packages/io/names.ts
var names = __webpack_require__(7663);
// EXTERNAL MODULE: ./packages/lifecycle/hold.ts
var hold = __webpack_require__(2068);
// EXTERNAL MODULE: ./packages/lifecycle/known.ts
var lifecycle_known = __webpack_require__(7534);
// EXTERNAL MODULE: ./packages/lifecycle/passed.ts
var lifecycle_passed = __webpack_require__(4881);
// EXTERNAL MODULE: ./packages/lifecycle/place.ts
var lifecycle_place = __webpack_require__(6762);
;// CONCATENATED MODULE: ./packages/lifecycle/status.ts




/** What stands where: every image by every environment, in the policy's order. */
async function status_status(images, ground) {
    const tip = (await ground.history?.defaultBranch())?.commit;
    const board = [];
    for (const image of images) {
        for (const environment of ground.policy.environments) {
            board.push(await square(image, environment, { ground, tip }));
        }
    }
    return board;
}
async function square(image, environment, { ground, tip }) {
    const place = (0,lifecycle_place/* placeOf */.$t)(image, environment, ground.open);
    const digest = await (0,lifecycle_place/* standingAt */.Ib)(place);
    const empty = {
        image: image.name,
        environment: environment.name,
        tag: (0,lifecycle_place/* placeName */.fW)(place),
        digest: digest ?? null,
        versions: [],
        commit: null,
        since: null,
        behind: null,
        held: false,
    };
    if (digest === undefined)
        return empty;
    const known = await (0,lifecycle_known/* know */.ux)(image, digest, ground);
    const passed = await (0,lifecycle_passed/* passedStatements */.F7)(place.repository, digest, environment.name);
    const holds = await (0,hold/* holdsOf */.e8)(place.repository, digest, environment.name);
    // It came by a promotion or by a rollback, whichever was last.
    const since = [...passed, ...holds]
        .map(({ predicate }) => predicate.at)
        .toSorted()
        .at(-1);
    const commit = known?.commit;
    const behind = commit === undefined || tip === undefined
        ? undefined
        : await ground.history?.distance(commit, tip);
    return {
        ...empty,
        versions: known?.versions ?? [],
        commit: commit ?? null,
        since: since ?? null,
        behind: behind ?? null,
        held: (await (0,hold/* holdsInForce */.lG)(place.repository, digest, environment.name)).length > 0,
    };
}

// EXTERNAL MODULE: ./packages/pipeline/prepare.ts
var prepare = __webpack_require__(4758);
;// CONCATENATED MODULE: ./packages/pipeline/board.ts



/** Every image of the policy by every environment. */
async function board(io, input) {
    const { ground, sources } = await (0,prepare/* prepare */.iA)(io, input);
    return {
        kind: (0,names/* kindOf */.I)('status'),
        image: null,
        digest: null,
        results: [],
        board: await status_status(ground.policy.images, ground),
        sources,
    };
}

// EXTERNAL MODULE: ./packages/pipeline/page.ts
var page = __webpack_require__(6838);
;// CONCATENATED MODULE: ./cli/status/page.ts

/** The board: image by environment. */
const page_page = ({ board, sources }) => ({
    title: 'Status',
    blocks: [
        {
            kind: 'table',
            head: ['Image', 'Environment', 'Version', 'Commit', 'Digest', 'Since', 'Behind'],
            right: [6],
            rows: board.map((square) => [
                square.image,
                square.held ? `${square.environment} (held)` : square.environment,
                square.versions.join(', '),
                square.commit?.slice(0, 12) ?? '',
                square.digest === null ? 'nothing' : { kind: 'code', text: (0,page/* short */.h0)(square.digest) },
                square.since?.slice(0, 16).replace('T', ' ') ?? '',
                square.behind === null ? '' : String(square.behind),
            ]),
        },
        { kind: 'paragraph', text: `Policy: ${sources.policy}` },
    ],
});

;// CONCATENATED MODULE: ./cli/status/module.ts



const module_status = {
    description: 'Show what stands in each environment.',
    inputs: standing/* standing */.JA,
    outputs: {},
    main: (io) => board(io, (0,inputs/* read */.L)(io, standing/* standing */.JA)),
    page: page_page,
};


/***/ }),

/***/ 2068:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ resume),
/* harmony export */   _2: () => (/* binding */ hold),
/* harmony export */   e8: () => (/* binding */ holdsOf),
/* harmony export */   lG: () => (/* binding */ holdsInForce)
/* harmony export */ });
/* unused harmony exports holdSchema, resumeSchema */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4836);
/* harmony import */ var _terms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1994);



/** The predicate that automatic moves wait. */
const holdSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    environment: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The environment that is held.')),
    by: _terms_js__WEBPACK_IMPORTED_MODULE_1__/* .saidBy */ .TT,
    at: _terms_js__WEBPACK_IMPORTED_MODULE_1__/* .saidAt */ .J0,
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .readonly */ .tBZ(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Automatic moves of an environment wait while the subject stands there.'));
/** The predicate that lifts one hold. */
const resumeSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    environment: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The environment that was held.')),
    hold: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(_terms_js__WEBPACK_IMPORTED_MODULE_1__/* .aDigest */ .Qd, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The artifact that holds the statement which is lifted.')),
    by: _terms_js__WEBPACK_IMPORTED_MODULE_1__/* .saidBy */ .TT,
    at: _terms_js__WEBPACK_IMPORTED_MODULE_1__/* .saidAt */ .J0,
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .readonly */ .tBZ(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('A hold is lifted: automatic moves go on.'));
/**
 * A hold is said about the digest that a rollback went to. It is in force while that digest stands in
 * the environment and no later statement lifts it: automatic moves wait, a person's do not.
 */
async function holdsInForce(repository, digest, environment) {
    const own = await holdsOf(repository, digest, environment);
    if (own.length === 0)
        return [];
    const resumed = await (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .said */ .ag)(repository, digest, 'resume', resumeSchema);
    return own
        .map(({ artifact }) => artifact)
        .filter((hold) => !resumed.some(({ predicate }) => predicate.hold === hold));
}
/** Every hold of an environment on a digest, lifted or not. */
async function holdsOf(repository, digest, environment) {
    const holds = await (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .said */ .ag)(repository, digest, 'hold', holdSchema);
    return holds.filter(({ predicate }) => predicate.environment === environment);
}
async function hold(repository, subject, environment, ground) {
    if ((await holdsInForce(repository, subject.digest, environment)).length > 0)
        return;
    const at = ground.now();
    const predicate = { environment, by: ground.by, at: at.toISOString() };
    await (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv)(repository, subject, 'hold', predicate, (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .about */ .Cv)(environment, at));
}
/** Lifts every hold in force. @returns how many there were */
async function resume(repository, subject, environment, ground) {
    const holds = await holdsInForce(repository, subject.digest, environment);
    for (const artifact of holds) {
        const at = ground.now();
        const predicate = { environment, hold: artifact, by: ground.by, at: at.toISOString() };
        await (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv)(repository, subject, 'resume', predicate, (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .about */ .Cv)(environment, at));
    }
    return holds.length;
}


/***/ }),

/***/ 7534:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ commitOf),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   ux: () => (/* binding */ know)
/* harmony export */ });
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2229);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9801);
/* harmony import */ var _origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5291);


/**
 * Asks the image's own repository, where its claims and versions are.
 * @returns undefined when the digest is not there
 */
async function know({ repository }, at, { open, versions }) {
    const own = open(repository, 'write');
    const descriptor = await own.resolve(at);
    if (descriptor === undefined)
        return undefined;
    const { digest } = descriptor;
    const [carried, commit] = await Promise.all([versions.of(own, digest), commitOf(own, digest)]);
    return {
        descriptor,
        digest,
        commit,
        versions: carried,
        version: (0,_version__WEBPACK_IMPORTED_MODULE_0__/* .highest */ .BR)(carried.flatMap((tag) => (0,_version__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(tag) ?? [])),
    };
}
/** The commit that an image names, when that commit's claim names the image. */
async function commitOf(repository, digest) {
    const { revision } = await (0,_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originOf */ .y)(repository, digest);
    if (revision === undefined || !/^[0-9a-f]{40}$/.test(revision))
        return undefined;
    const claim = await repository.resolve((0,_version__WEBPACK_IMPORTED_MODULE_2__/* .claimTag */ .rT)(revision));
    return claim?.digest === digest ? revision : undefined;
}
/** What a person calls it: its version, else its commit, else its digest, shortened. */
const nameOf = ({ version, commit, digest, }) => version?.text ?? (commit === undefined ? digest.slice(0, 19) : `commit ${commit.slice(0, 12)}`);


/***/ }),

/***/ 5291:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var _image__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5988);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7663);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(127);



/**
 * Reads annotations, and where they name no revision the labels of the config: of the first image, where it is an index,
 * since builders write labels of a commit into all of them.
 */
async function originOf(repository, digest) {
    const stored = await repository.manifest(digest);
    if (stored === undefined)
        return nothingSaid;
    const manifest = (0,_oci__WEBPACK_IMPORTED_MODULE_0__/* .parseManifest */ .Ng)(stored.bytes, stored.descriptor.mediaType);
    const annotated = said(manifest.annotations ?? {});
    if (annotated.revision !== undefined)
        return annotated;
    const config = await firstConfig(repository, digest, manifest);
    const labelled = said(config?.config?.Labels ?? {});
    return {
        recipe: annotated.recipe,
        revision: labelled.revision,
        version: annotated.version ?? labelled.version,
        created: annotated.created ?? labelled.created ?? config?.created,
    };
}
const said = (labels) => ({
    revision: labels[_io__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7.revision],
    recipe: labels[_io__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7.recipe],
    version: labels[_io__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7.version],
    created: labels[_io__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7.created],
});
const nothingSaid = said({});
async function firstConfig(repository, digest, manifest) {
    if (!(0,_oci__WEBPACK_IMPORTED_MODULE_0__/* .isIndex */ .nw)(manifest))
        return (0,_image__WEBPACK_IMPORTED_MODULE_2__/* .imageConfig */ .gj)(repository, manifest);
    let asked = 0;
    const { images } = await (0,_image__WEBPACK_IMPORTED_MODULE_2__/* .platformImages */ .QF)(repository, digest, () => (asked += 1) === 1);
    const [first] = images;
    return first && (0,_image__WEBPACK_IMPORTED_MODULE_2__/* .imageConfig */ .gj)(repository, first.manifest);
}


/***/ })

};
