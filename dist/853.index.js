export const id = 853;
export const ids = [853];
export const modules = {

/***/ 4881:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ passedAmong),
/* harmony export */   F7: () => (/* binding */ passedStatements),
/* harmony export */   OE: () => (/* binding */ allPassed),
/* harmony export */   qy: () => (/* binding */ sayPassed),
/* harmony export */   rh: () => (/* binding */ commitSaid)
/* harmony export */ });
/* unused harmony export passedSchema */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4836);
/* harmony import */ var _terms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1994);



const name = 'passed';
const policy = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    source: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Where the policy was read: a file at a commit, a pinned digest, or none.')),
    digest: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(_terms_js__WEBPACK_IMPORTED_MODULE_1__/* .aDigest */ .Qd), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The digest of what the policy says, as JSON with sorted keys and no spaces. null: there is none.')),
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .readonly */ .tBZ(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The policy that was asked.'));
/** The predicate that a digest has passed an environment. */
const passedSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    environment: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The environment that was passed.')),
    from: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(_terms_js__WEBPACK_IMPORTED_MODULE_1__/* .aDigest */ .Qd), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('What the purpose tag stood on before. null: nothing, or it is not known.')),
    commit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(_terms_js__WEBPACK_IMPORTED_MODULE_1__/* .aCommit */ .JS), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The commit that the digest was built from. null: it was not known.')),
    by: _terms_js__WEBPACK_IMPORTED_MODULE_1__/* .saidBy */ .TT,
    at: _terms_js__WEBPACK_IMPORTED_MODULE_1__/* .saidAt */ .J0,
    policy,
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .readonly */ .tBZ(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The subject has passed every gate before an environment, and its tag was moved.'));
/** The statements that a digest has passed an environment, whichever. */
const allPassed = (repository, digest) => (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .said */ .ag)(repository, digest, name, passedSchema);
/** The statements that a digest has passed this environment, with the artifact that holds each. */
async function passedStatements(repository, digest, environment) {
    const all = await allPassed(repository, digest);
    return all.filter(({ predicate }) => predicate.environment === environment);
}
/** The commit that a digest was of when it passed an environment. */
async function commitSaid(repository, digest, environment) {
    const statements = await passedStatements(repository, digest, environment);
    return (statements.find(({ predicate }) => predicate.commit !== null)?.predicate.commit ?? undefined);
}
/** Which of the environments a digest has passed; each is asked where its purpose tag is. */
async function passedAmong(digest, environments, where) {
    const found = await Promise.all(environments.map(async (environment) => {
        const [first] = await passedStatements(where(environment), digest, environment.name);
        return first === undefined
            ? []
            : [{ environment: environment.name, artifact: first.artifact }];
    }));
    return found.flat();
}
/** Says that a digest has passed, and what stood there before. Passing again later is said again. */
async function sayPassed(repository, { descriptor: subject, commit }, what) {
    const { environment, from, ground } = what;
    const at = ground.now();
    const predicate = {
        environment,
        from: from ?? null,
        commit: commit ?? null,
        by: ground.by,
        at: at.toISOString(),
        policy: policySource(ground),
    };
    await (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv)(repository, subject, name, predicate, (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .about */ .Cv)(environment, at));
}
function policySource({ policy }) {
    const { source, digest } = policy;
    if (source === 'none')
        return { source: 'none', digest: null };
    return {
        source: 'pinned' in source ? source.pinned : `${source.path}@${source.commit}`,
        digest,
    };
}


/***/ }),

/***/ 6762:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Ib: () => (/* binding */ standingAt),
/* harmony export */   fW: () => (/* binding */ placeName)
/* harmony export */ });
function placeOf(image, environment, open) {
    const name = environment.repository ?? image.repository;
    return { environment, repository: open(name, 'write'), tag: environment.tag };
}
/** As a person writes it. */
const placeName = ({ repository, tag }) => `${repository.name}:${tag}`;
const standingAt = async ({ repository, tag }) => (await repository.resolve(tag))?.digest;


/***/ }),

/***/ 4836:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   QV: () => (/* binding */ isSaid),
/* harmony export */   ag: () => (/* binding */ said),
/* harmony export */   cv: () => (/* binding */ say)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7934);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7663);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3670);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4663);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3239);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9205);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(127);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6148);




const statementType = 'https://in-toto.io/Statement/v1';
const payloadType = 'application/vnd.in-toto+json';
const maxBytes = 1024 * 1024;
/** More statements of one kind on one digest, readable or not, are somebody's flood and no history. */
const maxStatements = 1000;
const maxBytesOfAll = 16 * maxBytes;
const emptyConfig = new TextEncoder().encode('{}');
/**
 * Says something about a digest: an in-toto statement (not signed yet), stored beside the image as a
 * referrer. https://github.com/in-toto/attestation/blob/v1.1.0/spec/v1/statement.md
 * @param name of the document: it gives predicate type and artifact type
 */
async function say(repository, subject, name, predicate, annotations) {
    const statement = {
        _type: statementType,
        subject: [
            { name: repository.name, digest: { [(0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .algorithmOf */ .Hy)(subject.digest)]: (0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .hexOf */ .ZD)(subject.digest) } },
        ],
        predicateType: (0,_io__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(name),
        predicate,
    };
    const payload = await (0,_oci__WEBPACK_IMPORTED_MODULE_3__/* .putBytes */ .h)(repository, new TextEncoder().encode(JSON.stringify(statement)), payloadType);
    const config = await (0,_oci__WEBPACK_IMPORTED_MODULE_3__/* .putBytes */ .h)(repository, emptyConfig, _oci__WEBPACK_IMPORTED_MODULE_4__/* .mediaType */ .JL.empty);
    const manifest = {
        schemaVersion: 2,
        mediaType: _oci__WEBPACK_IMPORTED_MODULE_4__/* .mediaType */ .JL.manifest,
        artifactType: (0,_io__WEBPACK_IMPORTED_MODULE_2__/* .artifactType */ .Tw)(name),
        config,
        layers: [payload],
        subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
        annotations,
    };
    return repository.putManifest(new TextEncoder().encode(JSON.stringify(manifest)), _oci__WEBPACK_IMPORTED_MODULE_4__/* .mediaType */ .JL.manifest);
}
/**
 * All that was said under this name about a digest. What does not read as such a statement is passed over.
 * @throws Corrupt for a flood: a part of what was said could be the part that somebody wants to be seen
 */
async function said(repository, subject, name, schema) {
    const found = [];
    const what = `what is said of ${subject} as ${name}`;
    let looked = 0;
    let bytes = 0;
    for await (const { digest } of repository.referrers(subject, (0,_io__WEBPACK_IMPORTED_MODULE_2__/* .artifactType */ .Tw)(name))) {
        looked += 1;
        if (looked > maxStatements)
            throw new _oci__WEBPACK_IMPORTED_MODULE_5__/* .Corrupt */ .Q6(what, `there are more than ${maxStatements}`);
        const payload = await payloadOf(repository, digest, subject);
        if (payload === undefined)
            continue;
        bytes += payload.length;
        if (bytes > maxBytesOfAll)
            throw new _oci__WEBPACK_IMPORTED_MODULE_5__/* .Corrupt */ .Q6(what, `it has more than ${maxBytesOfAll} bytes`);
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_6__/* .safeParse */ .xLC(schema, predicateIn(payload, { subject, name }));
        if (parsed.success)
            found.push({ predicate: parsed.output, artifact: digest });
    }
    return found;
}
/**
 * Was this said already? Asked of the list of referrers alone, where an annotation tells one statement from another; a
 * registry that keeps no annotations in its list is believed.
 */
async function isSaid(repository, subject, what) {
    const { name, key, value } = what;
    for await (const { annotations } of repository.referrers(subject, (0,_io__WEBPACK_IMPORTED_MODULE_2__/* .artifactType */ .Tw)(name))) {
        const text = annotations?.[key];
        if (text === undefined || text === value)
            return true;
    }
    return false;
}
const statementSchema = valibot__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    _type: valibot__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(statementType),
    subject: valibot__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ digest: valibot__WEBPACK_IMPORTED_MODULE_6__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()) })),
    predicateType: valibot__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    predicate: valibot__WEBPACK_IMPORTED_MODULE_6__/* .unknown */ .L5J(),
});
/** The statement in an artifact, as it is stored; undefined when the artifact is none of ours about this digest. */
async function payloadOf(repository, artifact, subject) {
    const stored = await repository.manifest(artifact);
    if (stored === undefined)
        return undefined;
    const { bytes, descriptor } = stored;
    const manifest = unlessCorrupt(() => (0,_oci__WEBPACK_IMPORTED_MODULE_7__/* .parseManifest */ .Ng)(bytes, descriptor.mediaType));
    if (manifest === undefined || (0,_oci__WEBPACK_IMPORTED_MODULE_7__/* .isIndex */ .nw)(manifest))
        return undefined;
    if (manifest.subject?.digest !== subject)
        return undefined;
    const payload = manifest.layers.find((layer) => layer.mediaType === payloadType);
    if (payload === undefined || payload.size > maxBytes)
        return undefined;
    return (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(await repository.blob(payload));
}
/** Undefined unless it is a statement of this name about this very digest. */
function predicateIn(bytes, { subject, name }) {
    const json = unlessCorrupt(() => (0,_oci__WEBPACK_IMPORTED_MODULE_8__/* .parseJson */ .q)(bytes, 'a statement'));
    const statement = valibot__WEBPACK_IMPORTED_MODULE_6__/* .safeParse */ .xLC(statementSchema, json);
    if (!statement.success || statement.output.predicateType !== (0,_io__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(name))
        return undefined;
    const about = statement.output.subject.some(({ digest }) => digest[(0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .algorithmOf */ .Hy)(subject)] === (0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .hexOf */ .ZD)(subject));
    return about ? statement.output.predicate : undefined;
}
/** Anybody may write anything beside an image. What storage cannot give stays an error: it may be the one that counts. */
function unlessCorrupt(read) {
    try {
        return read();
    }
    catch (error) {
        if (error instanceof _oci__WEBPACK_IMPORTED_MODULE_5__/* .Corrupt */ .Q6)
            return undefined;
        throw error;
    }
}
/** Annotations by which a reader of the referrers finds a statement without opening it. */
const about = (environment, at) => ({
    [_io__WEBPACK_IMPORTED_MODULE_2__/* .annotation */ .w7.created]: at.toISOString(),
    [_io__WEBPACK_IMPORTED_MODULE_2__/* .annotation */ .w7.environment]: environment,
});


/***/ }),

/***/ 1994:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J0: () => (/* binding */ saidAt),
/* harmony export */   JS: () => (/* binding */ aCommit),
/* harmony export */   Qd: () => (/* binding */ aDigest),
/* harmony export */   TT: () => (/* binding */ saidBy)
/* harmony export */ });
/* unused harmony export aMoment */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3670);


/** A digest in a document or a statement. */
const aDigest = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 
// For the published schema: it has no word for a guard.
valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/), valibot__WEBPACK_IMPORTED_MODULE_0__/* .guard */ .ahr(_oci__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc));
/** A commit of git, whole. */
const aCommit = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[0-9a-f]{40}$/));
/** A moment as `Date.toISOString` writes it. */
const aMoment = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/));
/** Who says a statement, and when. */
const saidBy = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The run, or the person at a terminal, who says it.'));
const saidAt = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(aMoment, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('When it was said, ISO 8601 in UTC.'));


/***/ }),

/***/ 1620:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ Versions)
/* harmony export */ });
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2229);

/** Of this many versions, newest first, it is asked whether they carry a digest. */
const asked = 100;
const atOnce = 8;
/** Which versions a digest carries. A version is written once, so what was asked is kept for the run. */
class Versions {
    #digests = new WeakMap();
    /** The newest first. */
    async of(repository, digest) {
        const newest = (await newestVersions(repository, { read: _version__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot })).map(({ tag }) => tag);
        const digests = await this.#digestsOf(repository, newest);
        return newest.filter((tag) => digests.get(tag) === digest);
    }
    /**
     * The newest that a digest carries. They are asked from the newest on, and no more once one does: a name mostly stands
     * where it should.
     */
    async newest(repository, digest, how) {
        const wanted = await newestVersions(repository, how);
        for (let from = 0; from < wanted.length; from += atOnce) {
            const some = wanted.slice(from, from + atOnce);
            const digests = await this.#digestsOf(repository, some.map(({ tag }) => tag));
            const found = some.find(({ tag }) => digests.get(tag) === digest);
            if (found !== undefined)
                return found.version;
        }
        return undefined;
    }
    /** What is known, and of these tags what they stand on. */
    async #digestsOf(repository, tags) {
        const known = this.#known(repository);
        const unknown = tags.filter((tag) => !known.has(tag));
        for (let from = 0; from < unknown.length; from += atOnce) {
            await Promise.all(unknown.slice(from, from + atOnce).map(async (tag) => {
                const descriptor = await repository.resolve(tag);
                if (descriptor !== undefined)
                    known.set(tag, descriptor.digest);
            }));
        }
        return known;
    }
    #known(repository) {
        const known = this.#digests.get(repository) ?? new Map();
        this.#digests.set(repository, known);
        return known;
    }
}
async function newestVersions(repository, { read, isWanted = () => true }) {
    const all = [];
    for await (const tag of repository.tags()) {
        const version = read(tag);
        if (version !== undefined && isWanted(version))
            all.push({ tag, version });
    }
    return all.sort((a, b) => (0,_version__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(b.version, a.version)).slice(0, asked);
}


/***/ }),

/***/ 6949:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ Looks),
/* harmony export */   j: () => (/* binding */ unlessUnknown)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7663);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2420);
/* harmony import */ var _layers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2559);
/* harmony import */ var _layers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8446);
/* harmony import */ var _layers__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7713);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1421);



/** Looks into the images of one run. What their layers are like is remembered by digest, and not found out again. */
class Looks {
    #look;
    #dive;
    #known = new Map();
    /** @param how with `dive`, also Dive's numbers are wanted */
    constructor(look, { dive }) {
        this.#look = look;
        this.#dive = dive;
    }
    /** @throws Corrupt, NotThere, and what the repository throws */
    of(repository, digest) {
        const known = this.#known.get(digest);
        if (known !== undefined)
            return known;
        const facts = this.#facts({ repository, digest, name: repository.name });
        this.#known.set(digest, facts);
        facts.catch(() => this.#known.delete(digest));
        return facts;
    }
    /**
     * Everything there is to say of an image, for a page.
     * @throws as `of`
     */
    async document(subject, { source, owners, before }) {
        const platforms = [];
        const packages = [];
        const [facts, standing] = [[], []];
        const dive = this.#dive;
        for await (const each of (0,_layers__WEBPACK_IMPORTED_MODULE_0__/* .inspect */ .N)({ ...this.#look, subject, before, source, owners })) {
            platforms.push(each.report);
            packages.push(each.analysis.inventory.packages);
            facts.push((0,_layers__WEBPACK_IMPORTED_MODULE_1__/* .factsOf */ .x)(each.analysis, { dive }));
            if (each.before !== undefined)
                standing.push((0,_layers__WEBPACK_IMPORTED_MODULE_1__/* .factsOf */ .x)(each.before, { dive }));
        }
        this.#known.set(subject.digest, Promise.resolve(facts));
        // Platforms that the new image has not got were not looked at.
        if (before !== undefined && standing.length === platforms.length) {
            this.#known.set(before.digest, Promise.resolve(standing));
        }
        return {
            kind: (0,_io__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)('layers'),
            image: (0,_oci__WEBPACK_IMPORTED_MODULE_3__/* .pinned */ .dp)(subject.name, subject.digest),
            digest: subject.digest,
            results: [],
            verified: true,
            dockerfile: source?.dockerfile.file ?? null,
            platforms,
            differences: (0,_layers__WEBPACK_IMPORTED_MODULE_4__/* .differencesOf */ .g)(platforms, packages),
            dive: null,
        };
    }
    async #facts(subject) {
        const facts = [];
        for await (const { analysis } of (0,_layers__WEBPACK_IMPORTED_MODULE_0__/* .inspect */ .N)({ ...this.#look, subject })) {
            facts.push((0,_layers__WEBPACK_IMPORTED_MODULE_1__/* .factsOf */ .x)(analysis, { dive: this.#dive }));
        }
        return facts;
    }
}
/** What is only for people to read ends no run that could be done. */
async function unlessUnknown(work, otherwise) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof _io__WEBPACK_IMPORTED_MODULE_5__/* .Failed */ .cV) || error.exit !== 3)
            throw error;
        return otherwise(error.message);
    }
}


/***/ }),

/***/ 4758:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ eventOf),
/* harmony export */   X8: () => (/* binding */ whoIs),
/* harmony export */   iA: () => (/* binding */ prepare)
/* harmony export */ });
/* harmony import */ var _config__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3866);
/* harmony import */ var _config__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6514);
/* harmony import */ var _config__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5372);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2420);
/* harmony import */ var _lifecycle__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1620);
/* harmony import */ var _layers__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1301);
/* harmony import */ var _layer_cache_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4523);
/* harmony import */ var _looks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6949);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3333);







/**
 * Reads `ecluse.yml`, each half from where it counts, and opens the store.
 * @param event what the tree is built for; without one its `ecluse.yml` is not read
 * @param named repositories that the inputs name beside those of the file
 */
async function prepare(io, input, { event, named = [] } = {}) {
    const history = await io.history();
    const { cwd } = io;
    // Without an event nothing of the tree is asked: only policy counts then, however broken the tree is.
    const found = event && (await (0,_config__WEBPACK_IMPORTED_MODULE_0__/* .findConfig */ .u0)(cwd, history?.root ?? cwd));
    const tree = found && (0,_config__WEBPACK_IMPORTED_MODULE_1__/* .parseConfig */ .o)(found.bytes, found.path);
    const { policy, note } = await (0,_config__WEBPACK_IMPORTED_MODULE_2__/* .readPolicy */ .T)({ history, event, tree: found, cwd });
    const written = [
        ...named,
        ...[...policy.images, ...(tree?.images ?? [])].map(({ repository }) => repository),
        ...policy.environments.flatMap(({ repository }) => repository ?? []),
    ];
    const open = (0,_store_js__WEBPACK_IMPORTED_MODULE_3__/* .openFor */ .q)(io, input, written);
    const openUntil = (signal) => (0,_store_js__WEBPACK_IMPORTED_MODULE_3__/* .openFor */ .q)({ ...io, signal: AbortSignal.any([io.signal, signal]) }, input, written);
    const looks = new _looks_js__WEBPACK_IMPORTED_MODULE_4__/* .Looks */ .X({
        open,
        openUntil,
        signal: io.signal,
        log: io.log,
        cache: (0,_layer_cache_js__WEBPACK_IMPORTED_MODULE_5__/* .layerCacheOf */ .n)(io, input),
    }, { dive: asksDive(policy) });
    const ground = {
        open,
        policy,
        history,
        versions: new _lifecycle__WEBPACK_IMPORTED_MODULE_6__/* .Versions */ .u(),
        now: io.now,
        by: whoIs(io.env),
        signal: io.signal,
        layers: (repository, digest) => looks.of(repository, digest),
    };
    const sources = {
        build: event === undefined ? null : tree === undefined ? 'inputs' : 'this tree',
        policy: await sourceOf(policy, history),
        note: note ?? null,
    };
    return { tree, policy, ground, open, openUntil, sources, looks };
}
const asksDive = ({ environments }) => environments.some(({ gates }) => gates.layers !== undefined && (0,_layers__WEBPACK_IMPORTED_MODULE_7__/* .needsDive */ .Ck)(gates.layers));
/** `main@1a2b3c4` */
async function sourceOf({ source }, history) {
    if (source === 'none')
        return 'none';
    if ('pinned' in source)
        return source.pinned;
    const branch = await history?.defaultBranch();
    return `${branch?.name ?? source.path}@${source.commit.slice(0, 7)}`;
}
/** The run on GitHub, else the person at the terminal. */
function whoIs(env) {
    const [server, repository, run] = ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'].map((name) => env.get(name));
    if (server !== undefined && repository !== undefined && run !== undefined) {
        return `${server}/${repository}/actions/runs/${run}`;
    }
    return env.get('USER') ?? env.get('LOGNAME') ?? 'a terminal';
}
/** @throws UsageError when there is neither a workflow event nor a git repository */
async function eventOf(io) {
    const event = await io.event();
    if (event !== undefined)
        return event;
    throw new _io__WEBPACK_IMPORTED_MODULE_8__/* .UsageError */ .eb(`${JSON.stringify(io.cwd)} is in no git repository: run it where the sources are, after git init and a first commit`);
}


/***/ }),

/***/ 9801:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AO: () => (/* binding */ planNames),
/* harmony export */   It: () => (/* binding */ versionIn),
/* harmony export */   JM: () => (/* binding */ isVersionTag),
/* harmony export */   Pb: () => (/* binding */ dirtyVersion),
/* harmony export */   Vm: () => (/* binding */ versionTag),
/* harmony export */   j_: () => (/* binding */ isClaim),
/* harmony export */   rT: () => (/* binding */ claimTag)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2420);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5647);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var _order_revisions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8438);
/* harmony import */ var _revision_suffix_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7472);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2229);





const commitGrammar = /^[0-9a-f]{40}$/;
const claimGrammar = /^sha-[0-9a-f]{40}$/;
/** The tag by which a build says: this digest is what came out of this commit. */
function claimTag(commit) {
    const tag = `sha-${commit}`;
    if (commitGrammar.test(commit) && (0,_oci__WEBPACK_IMPORTED_MODULE_0__/* .isTag */ .dz)(tag))
        return tag;
    throw new _io__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${JSON.stringify(commit)} is not a commit: write its 40 hexadecimal digits`);
}
const isClaim = (tag) => claimGrammar.test(tag);
const isVersionTag = (tag) => (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseVersion */ .ot)(tag) !== undefined;
/** A version as a tag of the image. */
function versionTag(version) {
    if ((0,_oci__WEBPACK_IMPORTED_MODULE_0__/* .isTag */ .dz)(version.text))
        return version.text;
    throw new _io__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${(0,_io__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(version.text)} cannot be a tag: use 128 characters at most, of letters, digits, ".", "_" and "-"`);
}
/** What a working tree that differs from its commit is called: a name to show, never a tag. */
const dirtyVersion = (commit) => `0.0.0-g${commit.slice(0, 12)}-dirty`;
/**
 * The version that a git tag gives an image, in any scheme: behind the prefix of the image and a `v`, it starts with a
 * digit. Undefined: the tag is not a version of this image.
 */
function versionIn(order, tag, prefix = '') {
    if (!tag.startsWith(prefix))
        return undefined;
    const text = tag.slice(prefix.length).replace(/^v/, '');
    return /^[0-9]/.test(text) ? order.parse(text) : undefined;
}
/**
 * The names that an event gives an image, in the order in which they are written: the claim first, the
 * version after it. Pull requests name nothing.
 * @param tagPrefix what stands before the version in this image's git tags
 * @param order the scheme of the versions
 */
function planNames(event, tagPrefix = '', order = (0,_order_revisions_js__WEBPACK_IMPORTED_MODULE_4__/* .revisions */ .Z)(_revision_suffix_js__WEBPACK_IMPORTED_MODULE_5__/* .defaultRevisionSuffix */ .s)) {
    const claim = {
        tag: claimTag(event.commit),
        rule: 'claim',
        why: `built from commit ${event.commit}`,
    };
    switch (event.kind) {
        case 'change':
        case 'schedule':
            return [];
        case 'push':
            return [claim];
        case 'tag': {
            const version = versionIn(order, event.tag, tagPrefix);
            if (version === undefined)
                return [];
            return [
                claim,
                {
                    tag: versionTag(version),
                    rule: 'version',
                    why: `git tag ${JSON.stringify(event.tag)}`,
                    version,
                },
            ];
        }
    }
}


/***/ }),

/***/ 8438:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ revisions)
/* harmony export */ });
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7441);
/* harmony import */ var _order_semver_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9250);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2229);



/**
 * The order of releases and their rebuilds: 1.4.2-rc.1 < 1.4.2 < 1.4.2-r1 < 1.4.2-r2 < 1.4.3-rc.1.
 * @param suffix what stands before the count of rebuilds
 * @throws UsageError for a suffix that cannot be one
 */
function revisions(suffix) {
    const read = (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .versionReader */ .SI)(suffix);
    return (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .orderBy */ .My)('revisions', (text) => {
        const version = read(text);
        if (version === undefined)
            return undefined;
        const { pre, revision } = version;
        const numbers = version.numbers.map(String);
        return {
            text,
            key: [
                ...numbers.map((one) => (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(1, one)),
                ...(0,_order_semver_js__WEBPACK_IMPORTED_MODULE_2__/* .preReleasePlaces */ .R)(pre),
                // Behind the end of what is rebuilt, and before any further identifier of a pre-release.
                ...(revision === 0 ? [] : [(0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(1, String(revision))]),
            ],
            lines: (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .linesOf */ .Dx)(numbers),
            pre: pre.length > 0,
            revised: revision > 0,
        };
    });
}


/***/ }),

/***/ 9250:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ preReleasePlaces),
/* harmony export */   h: () => (/* binding */ semver)
/* harmony export */ });
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7441);
/* harmony import */ var _semantic_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9373);


/** Below the end of a key, so that what follows it is a pre-release. */
const before = (0,_order_js__WEBPACK_IMPORTED_MODULE_0__/* .mark */ .Gy)(-1);
/** The identifiers of a pre-release as they compare: numbers before words, a longer row behind a shorter one. */
const preReleasePlaces = (identifiers) => identifiers.length === 0
    ? []
    : [
        before,
        ...identifiers.map((one) => (/^[0-9]+$/.test(one) ? (0,_order_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(2, one) : (0,_order_js__WEBPACK_IMPORTED_MODULE_0__/* .wordAt */ .E7)(3, one))),
    ];
/** https://semver.org/spec/v2.0.0.html: no `v` before it, build metadata is read and does not count. */
const semver = (0,_order_js__WEBPACK_IMPORTED_MODULE_0__/* .orderBy */ .My)('semver', (text) => {
    const read = (0,_semantic_js__WEBPACK_IMPORTED_MODULE_1__/* .readSemantic */ .N)(text);
    if (read === undefined)
        return undefined;
    const { numbers, pre } = read;
    return {
        text,
        key: [...numbers.map((one) => (0,_order_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(1, one)), ...preReleasePlaces(pre)],
        lines: (0,_order_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOf */ .Dx)(numbers),
        pre: pre.length > 0,
        revised: false,
    };
});


/***/ }),

/***/ 7441:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   E7: () => (/* binding */ wordAt),
/* harmony export */   Gy: () => (/* binding */ mark),
/* harmony export */   My: () => (/* binding */ orderBy),
/* harmony export */   tk: () => (/* binding */ numberAt)
/* harmony export */ });
/* unused harmony export compareKeys */
/** A number at a place, of any length and with or without zeros before it. */
const numberAt = (rank, digits) => ({
    rank,
    digits: digits.replace(/^0+/, ''),
    word: '',
});
const wordAt = (rank, word) => ({ rank, digits: '', word });
const mark = (rank) => ({ rank, digits: '', word: '' });
const end = mark(0);
/**
 * The first place that differs decides, which makes it a total order whatever the keys are.
 * @returns below, equal or above zero
 */
function compareKeys(a, b) {
    for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
        const order = comparePlaces(a[at] ?? end, b[at] ?? end);
        if (order !== 0)
            return order;
    }
    return 0;
}
function comparePlaces(a, b) {
    return (a.rank - b.rank ||
        // Without zeros before them the longer number is the larger one; a float would lose digits.
        a.digits.length - b.digits.length ||
        compareText(a.digits, b.digits) ||
        compareText(a.word, b.word));
}
const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** An order of which only the reading is its own. */
const orderBy = (name, parse) => ({ name, parse, compare: (a, b) => compareKeys(a.key, b.key) });
/** `1.4.2` gives `1`, `1.4`, `1.4.2`. */
const linesOf = (numbers) => 
// More would be of no use to a name, and cost a square of the length.
numbers.slice(0, deepest).map((_, at) => numbers.slice(0, at + 1).join('.'));
const deepest = 8;


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
