export const id = 29;
export const ids = [29,523];
export const modules = {

/***/ 9454:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explainComputed: () => (/* binding */ explainComputed),
  explainNames: () => (/* binding */ explainNames)
});

// EXTERNAL MODULE: ./packages/lifecycle/name-policy.ts
var name_policy = __webpack_require__(2093);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var digest = __webpack_require__(3670);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/nothing.ts
var nothing = __webpack_require__(6330);
// EXTERNAL MODULE: ./packages/oci/reference.ts
var reference = __webpack_require__(1421);
// EXTERNAL MODULE: ./packages/lifecycle/forwards-tag.ts
var forwards_tag = __webpack_require__(9898);
// EXTERNAL MODULE: ./packages/lifecycle/moving-judge.ts
var moving_judge = __webpack_require__(1577);
// EXTERNAL MODULE: ./packages/lifecycle/moving-look.ts
var moving_look = __webpack_require__(5443);
// EXTERNAL MODULE: ./packages/lifecycle/versions.ts
var versions = __webpack_require__(1620);
;// CONCATENATED MODULE: ./packages/lifecycle/name-look.ts






/** What a look at a repository says of one name. */
const nameLookSchema = dist/* pipe */.FsL(dist/* object */.Ikc({
    tag: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* guard */.ahr(reference/* isTag */.dz), dist/* description */.h_('The tag.')),
    from: dist/* pipe */.FsL(dist/* nullable */.mee(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* guard */.ahr(digest/* isDigest */.Bc))), dist/* description */.h_('What it stands on. null: nothing.')),
    becomes: dist/* pipe */.FsL(dist/* picklist */.KIO(['written', 'there', 'stays', 'refused', 'not evaluated']), dist/* description */.h_('What writing would do now. written: put it on the image. there: nothing, it stands on the image. stays: leave it, since what it stands on comes later. refused: it is written once, and stands on another image, or no image of this event gets such a name. not evaluated: what it stands on may be newer.')),
    reason: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('How that was decided, for a person.')),
}), dist/* readonly */.tBZ());
const atOnce = 8;
/** What would become of names if they were written now: what each stands on, and whether it would move. Nothing is written. */
async function lookAtNames(repository, wishes, how) {
    const moving = wishes.filter((wish) => wish.policy === 'monotonic');
    const looks = new Map((await lookAtAll(repository, moving, how)).map((look) => [look.tag, look]));
    const others = wishes.filter((wish) => wish.policy !== 'monotonic');
    const about = { ...how, versions: new versions/* Versions */.u() };
    for (let from = 0; from < others.length; from += atOnce) {
        const batch = others.slice(from, from + atOnce);
        const found = await Promise.all(batch.map((wish) => lookAtOne(repository, wish, about)));
        for (const look of found)
            looks.set(look.tag, look);
    }
    return wishes.flatMap(({ tag }) => looks.get(tag) ?? []);
}
async function lookAtAll(repository, wishes, { to, order, expected }) {
    const digests = new moving_look/* VersionDigests */.g9(repository);
    const found = [];
    for (const looked of await (0,moving_look/* lookAtMoving */.x)(repository, wishes, order)) {
        const { wish, standing, plan } = looked;
        const about = { tag: wish.tag, from: standing ?? null };
        const isThere = standing !== undefined && standing === to;
        if (isThere || (0,moving_look/* isSettled */.Is)(plan)) {
            found.push({ ...about, becomes: isThere ? 'there' : 'stays', reason: plan.why });
            continue;
        }
        const how = { looked, order, digests, expected };
        const objection = standing && (await (0,moving_judge/* objectionTo */.D)(repository, standing, how));
        const { state, reason } = objection ?? { state: 'written', reason: (0,moving_look/* whyMoved */._K)(looked) };
        found.push({ ...about, becomes: state, reason });
    }
    return found;
}
async function lookAtOne(repository, wish, how) {
    const { tag } = wish;
    const standing = (await repository.resolve(tag))?.digest;
    const about = { tag, from: standing ?? null };
    if (standing === undefined)
        return { ...about, becomes: 'written', reason: 'nothing stands there' };
    if (standing === how.to)
        return { ...about, becomes: 'there', reason: 'it stands there already' };
    switch (wish.policy) {
        case 'claim':
        case 'once':
            return {
                ...about,
                becomes: 'refused',
                reason: 'it is written once, and stands on another image',
            };
        case 'free':
            return { ...about, becomes: 'written', reason: 'it moves freely' };
        case 'forwards': {
            const { state, reason } = await (0,forwards_tag/* decideForwards */.p5)(repository, tag, {
                ...how,
                standing,
            });
            return { ...about, becomes: state, reason };
        }
    }
}

// EXTERNAL MODULE: ./packages/lifecycle/claim.ts
var claim = __webpack_require__(2173);
// EXTERNAL MODULE: ./packages/pipeline/name-refusals.ts
var name_refusals = __webpack_require__(6090);
// EXTERNAL MODULE: ./packages/pipeline/released-as.ts
var released_as = __webpack_require__(9715);
// EXTERNAL MODULE: ./packages/pipeline/store.ts + 33 modules
var store = __webpack_require__(3333);
;// CONCATENATED MODULE: ./packages/pipeline/look-at-names.ts







/** What a look at one repository says of names that it is to get. */
const namesLookSchema = dist/* pipe */.FsL(dist/* object */.Ikc({
    repository: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('The repository that was looked at.')),
    failed: dist/* pipe */.FsL(dist/* nullable */.mee(dist/* string */.YjP()), dist/* description */.h_('Why it could not be looked at. null: it could.')),
    to: dist/* pipe */.FsL(dist/* nullable */.mee(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* guard */.ahr(digest/* isDigest */.Bc))), dist/* description */.h_('The image that is to get the names: what was built from the commit. null: it is not built yet.')),
    names: dist/* pipe */.FsL(dist/* array */.YOg(nameLookSchema), dist/* readonly */.tBZ(), dist/* description */.h_('What stands there under each name, and what would become of it.')),
}), dist/* readonly */.tBZ(), dist/* description */.h_('What a look at one repository says of names that it is to get.'));
const mostRepositories = 20;
const mostSeconds = 10;
/**
 * Looks at what stands in repositories under names that are not written here, and only reads. Where it cannot look, or not
 * within ten seconds, or where the event is none that names are written on, the reason is what it gives.
 * @throws UsageError for inputs that are wrong
 */
async function look_at_names_lookAtNames(io, input, what) {
    const none = (repository, failed) => {
        return { repository, failed, to: null, names: [] };
    };
    const event = await eventOr(io);
    if (typeof event === 'string')
        return what.repositories.map((name) => none(name, event));
    const sought = { ...what, event, names: what.namesFor(event) };
    const timeout = AbortSignal.timeout(mostSeconds * 1000);
    const bounded = { ...io, signal: AbortSignal.any([io.signal, timeout]) };
    return Promise.all(what.repositories.map(async (name, at) => {
        if (at >= mostRepositories) {
            return none(name, `only the first ${mostRepositories} images are looked at`);
        }
        try {
            return await look(bounded, input, { name, sought });
        }
        catch (error) {
            io.signal.throwIfAborted();
            if (timeout.aborted)
                return none(name, `it did not answer within ${mostSeconds} seconds`);
            if (error instanceof errors/* Failed */.cV && error.exit === 3)
                return none(name, error.message);
            throw error;
        }
    }));
}
/** Names are computed on more events than they are written on: a sentence for those. */
async function eventOr(io) {
    try {
        return (await io.event()) ?? 'there is neither an event nor a git repository';
    }
    catch (error) {
        if (error instanceof errors/* UsageError */.eb || error instanceof nothing/* NothingToDo */.iH)
            return error.message;
        throw error;
    }
}
async function look(io, input, { name: image, sought }) {
    const { event, order, names } = sought;
    const { name } = (0,reference/* parseRegistryReference */.qq)(image);
    // Nothing is written here, whatever goes wrong.
    const repository = (0,store/* openFor */.q)(io, { ...input, 'dry-run': true }, [name])(name, 'write');
    const { commit } = event;
    const to = (await (0,claim/* claimed */.Sf)(repository, commit))?.digest;
    const expected = new Set(sought.expected);
    const version = (0,released_as/* releasedAs */.k)(sought);
    const history = asItIs(await io.history());
    const found = await lookAtNames(repository, names, { to, order, commit, version, history, expected });
    const refusals = new Map(names.map((wish) => [wish.tag, (0,name_refusals/* refusalOf */.Of)(wish, event)]));
    const looks = found.map((one) => {
        const reason = refusals.get(one.tag);
        return reason === undefined ? one : { ...one, becomes: 'refused', reason };
    });
    return { repository: image, failed: null, to: to ?? null, names: looks };
}
/** Git without its remote: to fetch takes its time, and changes the clone. */
const asItIs = (history) => history && { ...history, order: (a, b) => history.order(a, b, { fetch: false }) };

// EXTERNAL MODULE: ./actions/tags/order.ts + 6 modules
var tags_order = __webpack_require__(9414);
// EXTERNAL MODULE: ./actions/tags/wished.ts
var wished = __webpack_require__(3114);
;// CONCATENATED MODULE: ./actions/tags/explain.ts





/** The document, with what stands in the repository under the names of the event, and under those that would move. */
function explainNames(io, what) {
    const wishes = (0,wished/* wishedOf */.I)(what.names, what.input).map(({ wish }) => wish);
    return explained(io, { ...what, order: (0,tags_order.orderIn)(what.input) }, () => wishes);
}
/** The document, with what stands in each repository under the names that rules have given. */
function explainComputed(io, what) {
    const { names, input } = what;
    const computed = names.map(({ tag, reasons: [reason] }) => ({ tag, reason }));
    const reasons = computed.map(({ reason }) => reason);
    const order = (0,tags_order.orderIn)(input, reasons);
    return explained(io, { ...what, order }, (event) => (0,name_policy/* wishesOf */.p)(computed, { event, order, tagPrefix: input['tag-prefix'] }));
}
async function explained(io, what, namesFor) {
    const { document, input, order } = what;
    const { repositories } = document;
    const expected = input.expect.map(digest/* parseDigest */.m);
    const about = { repositories, order, expected, namesFor };
    return { ...document, looks: await look_at_names_lookAtNames(io, input, about) };
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

/***/ 5988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H3: () => (/* binding */ isAttestation),
/* harmony export */   QF: () => (/* binding */ platformImages),
/* harmony export */   XI: () => (/* binding */ smallBlob),
/* harmony export */   gj: () => (/* binding */ imageConfig),
/* harmony export */   tj: () => (/* binding */ platformOf)
/* harmony export */ });
/* unused harmony export maxConfigBytes */
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(127);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9205);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4580);



const maxImages = 100;
/** Indexes in indexes are allowed, and nobody needs many. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md */
const deepest = 4;
const maxConfigBytes = 8 << 20;
/** BuildKit keeps what it tells of an image beside it in the index. https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
const isAttestation = ({ platform, annotations }) => platform?.os === 'unknown' ||
    annotations?.['vnd.docker.reference.type'] === 'attestation-manifest';
/**
 * The image, or those of an index in its order and of the indexes in it; attestations are left out. `wanted` chooses by
 * what an index says of them.
 * @throws NotThere, Corrupt, and whatever the repository ends in
 */
async function platformImages(repository, digest, wanted = () => true) {
    const root = await manifestAt(repository, digest);
    if (!(0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .isIndex */ .nw)(root)) {
        return { index: undefined, images: [{ digest, platform: undefined, manifest: root }] };
    }
    const images = await imagesIn(root, { repository, digest, wanted, seen: { images: 0 } });
    return { index: root, images };
}
async function imagesIn({ manifests }, within) {
    const { repository, digest, wanted, seen, depth = 1 } = within;
    const children = manifests.filter((child) => !isAttestation(child) && wanted(child));
    seen.images += children.length;
    if (seen.images > maxImages) {
        throw new _oci__WEBPACK_IMPORTED_MODULE_2__/* .Corrupt */ .Q6(`the index ${digest}`, `it has more than ${maxImages} images`);
    }
    if (depth > deepest)
        throw new _oci__WEBPACK_IMPORTED_MODULE_2__/* .Corrupt */ .Q6(`the index ${digest}`, 'its indexes lie too deep');
    const images = await Promise.all(children.map(async ({ digest: child, platform }) => {
        const manifest = await manifestAt(repository, child);
        if ((0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .isIndex */ .nw)(manifest))
            return imagesIn(manifest, { ...within, depth: depth + 1 });
        return [{ digest: child, platform, manifest }];
    }));
    return images.flat();
}
async function manifestAt(repository, digest) {
    const stored = await repository.manifest(digest);
    if (stored === undefined)
        throw new _oci__WEBPACK_IMPORTED_MODULE_2__/* .NotThere */ .W2(digest, repository.name);
    return (0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)(stored.bytes, stored.descriptor.mediaType);
}
/**
 * @param how with `isBelieved` false, what a config must have may be missing, and its diffIDs are those of nobody:
 * the digests of the blobs stand for them
 * @throws Corrupt for one that is too long or no config
 */
async function imageConfig(repository, { config, layers }, { isBelieved = true } = {}) {
    const what = `the config of ${repository.name}`;
    const bytes = await smallBlob(repository, config, { what, maxBytes: maxConfigBytes });
    if (isBelieved)
        return (0,_config_js__WEBPACK_IMPORTED_MODULE_3__/* .parseConfig */ .o)(bytes, what);
    const loose = (0,_config_js__WEBPACK_IMPORTED_MODULE_3__/* .parseLooseConfig */ .Y)(bytes, what);
    return { ...loose, rootfs: { ...loose.rootfs, diff_ids: layers.map(({ digest }) => digest) } };
}
/** What an image runs on: as its index says, else as its config does. */
function platformOf({ platform }, { os, architecture, variant }) {
    return platform ?? { os, architecture, ...(variant === undefined ? {} : { variant }) };
}
/** The bytes of a blob that is read whole. @throws Corrupt when it says that it is longer */
async function smallBlob(repository, descriptor, { what, maxBytes }) {
    if (descriptor.size > maxBytes)
        throw new _oci__WEBPACK_IMPORTED_MODULE_2__/* .Corrupt */ .Q6(what, `it is longer than ${maxBytes} bytes`);
    return (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(await repository.blob(descriptor));
}


/***/ }),

/***/ 7581:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* unused harmony export nearest */
/** How many letters have to be added, dropped, replaced or swapped with their neighbour. */
function distance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row += 1) {
        const line = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const same = a[row - 1] === b[column - 1];
            const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            line[column] = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1), swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity);
        }
        beforeLast = last;
        last = line;
    }
    return last[b.length] ?? Infinity;
}
const longest = 64;
/**
 * The candidate that a mistyped name most likely means: at most one letter in three is wrong.
 * Undefined when none is near; of equals the first.
 */
function nearest(name, candidates) {
    if (name.length > longest)
        return undefined;
    const typed = name.toLowerCase();
    let best;
    for (const candidate of candidates) {
        const wrong = distance(typed, candidate.toLowerCase());
        const allowed = Math.max(1, Math.floor(Math.max(typed.length, candidate.length) / 3));
        if (wrong <= allowed && wrong < (best?.wrong ?? Infinity))
            best = { candidate, wrong };
    }
    return best?.candidate;
}
/** `, did you mean "build"?`, or nothing: the end of a sentence about an unknown name. */
function didYouMean(name, candidates) {
    const near = nearest(name, candidates);
    return near === undefined ? '' : `, did you mean ${JSON.stringify(near)}?`;
}


/***/ }),

/***/ 4663:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ putBytes)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3670);


/** Stores bytes that are in memory as a blob, unless it is there. @returns its descriptor */
async function putBytes(to, bytes, mediaType, how = {}) {
    const descriptor = { mediaType, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes), size: bytes.length };
    const open = async (from) => node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([bytes.subarray(from)], { objectMode: false });
    await to.putBlob(descriptor, open, how);
    return descriptor;
}


/***/ }),

/***/ 1115:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ readPython)
/* harmony export */ });
const separator = '[-_.]?';
const grammar = new RegExp([
    '^v?(?:([0-9]+)!)?([0-9]+(?:\\.[0-9]+)*)',
    `(?:${separator}(alpha|a|beta|b|preview|pre|c|rc)${separator}([0-9]+)?)?`,
    `(?:-([0-9]+)|${separator}(post|rev|r)${separator}([0-9]+)?)?`,
    `(?:${separator}(dev)${separator}([0-9]+)?)?`,
    '(?:\\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$',
].join(''));
/**
 * Reads a version of PEP 440 in any of its spellings; undefined for anything else.
 * https://peps.python.org/pep-0440/#appendix-b-parsing-version-strings-with-regular-expressions
 */
function readPython(text) {
    const match = grammar.exec(text.toLowerCase());
    if (match === null)
        return undefined;
    const [, epoch = '0', release = '', pre, preNumber = '0', implicit, post] = match;
    const [postNumber = '0', dev, devNumber = '0', local] = match.slice(7);
    return {
        epoch: plain(epoch),
        release: release.split('.').map(plain),
        pre: pre === undefined ? undefined : { stage: stageOf(pre), number: plain(preNumber) },
        post: post === undefined ? implicit && plain(implicit) : plain(postNumber),
        dev: dev === undefined ? undefined : plain(devNumber),
        local: local?.split(/[-_.]/).map((one) => (/^[0-9]+$/.test(one) ? plain(one) : one)),
    };
}
const plain = (digits) => digits.replace(/^0+(?=[0-9])/, '');
/** `c`, `pre` and `preview` are spellings of `rc`. */
const stageOf = (word) => word.startsWith('a') ? 'a' : word.startsWith('b') ? 'b' : 'rc';


/***/ })

};
