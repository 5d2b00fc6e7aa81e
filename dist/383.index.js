export const id = 383;
export const ids = [383];
export const modules = {

/***/ 2114:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ok: () => (/* binding */ marksOf),
/* harmony export */   fY: () => (/* binding */ missingFrom),
/* harmony export */   nR: () => (/* binding */ timeOf)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7663);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2420);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5647);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6111);


/**
 * Joins what is known with what is said. Who says most nearly wins: the input, the file of `labels-from`, `ecluse.yml`,
 * what is known. The commit and the base are found out, and nobody says them.
 * @throws UsageError for labels that only we write, or more of them than are read
 */
function marksOf(facts, said, policy) {
    const { commit, version, epoch, source, title } = facts;
    const notes = [];
    const counting = (labels, where) => Object.fromEntries(Object.entries(labels).filter((entry) => counts(entry, where, { commit, notes })));
    const given = {
        ...counting(policy?.set ?? {}, 'ecluse.yml'),
        ...counting(said.file, '"labels-from"'),
        ...counting(said.labels, '"labels"'),
    };
    const annotations = said.annotations.filter(({ key, value }) => counts([key, value], '"annotations"', { commit, notes }));
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseTooLong */ .xb)(Object.entries(given), 'labels');
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseTooLong */ .xb)(annotations.map(({ key, value }) => [key, value]), 'annotations');
    return {
        labels: {
            [_io__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7.created]: timeOf(epoch),
            ...(version === undefined ? {} : { [_io__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7.version]: version }),
            ...given,
            ...(commit === undefined ? {} : { [_io__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7.revision]: commit }),
        },
        defaults: {
            [_io__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7.title]: title,
            ...(source === undefined ? {} : { [_io__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7.source]: source, [_io__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7.url]: source }),
        },
        without: commit === undefined ? [_io__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7.revision] : [],
        annotations,
        required: policy?.required ?? [],
        notes: [...new Set(notes)],
    };
}
/** `2025-01-01T00:00:00Z`, RFC 3339 as Go writes it. */
const timeOf = (epoch) => new Date(epoch * 1000).toISOString().replace('.000Z', 'Z');
/** Whether people may say it: what a build finds out by itself is noted, and does not count. */
function counts([key, value], where, { commit, notes }) {
    if ((0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .isOurs */ .MU)(key)) {
        throw new _io__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`${where} has ${(0,_io__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(key)}, which only this product writes: remove it`);
    }
    if (!(0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .isFoundOut */ .vL)(key))
        return true;
    if (value !== commit) {
        notes.push(`${key} is what the build finds out: ${(0,_io__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(value)} of ${where} is left out`);
    }
    return false;
}
/** Required keys that an image does not have, or has nothing in. */
const missingFrom = (labels, required) => required.filter((key) => !Object.hasOwn(labels, key) || labels[key]?.trim() === '');


/***/ }),

/***/ 8284:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ baseOf)
/* harmony export */ });
/* harmony import */ var _image__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5988);
/* harmony import */ var _layers__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7372);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7663);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2420);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3670);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1421);




/**
 * On what an image says that it stands, and whether that is so: the base's diffIDs are the first ones
 * of the image's. Every platform of an index has to agree.
 */
async function baseOf(repository, digest, open) {
    const { images } = await (0,_image__WEBPACK_IMPORTED_MODULE_0__/* .platformImages */ .QF)(repository, digest);
    const facts = await Promise.all(images.map(({ manifest }) => baseOfImage(repository, manifest, open)));
    const [first] = facts;
    if (first === undefined)
        return { name: undefined, digest: undefined };
    const other = facts.find(({ name }) => name !== first.name);
    if (other !== undefined) {
        return {
            ...first,
            doubt: `its platforms stand on ${first.name ?? 'none'} and ${other.name ?? 'none'}`,
        };
    }
    return (facts.find(({ disproof }) => disproof !== undefined) ??
        facts.find(({ doubt }) => doubt !== undefined) ??
        first);
}
async function baseOfImage(repository, image, open) {
    const name = image.annotations?.[_io__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7.baseName];
    const digest = image.annotations?.[_io__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7.baseDigest];
    if (name === undefined || name === 'scratch')
        return { name, digest: undefined };
    if (digest === undefined || !(0,_oci__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest)) {
        return { name, digest: undefined, doubt: 'the image names no digest of it' };
    }
    try {
        const base = open((0,_oci__WEBPACK_IMPORTED_MODULE_3__/* .parseRegistryReference */ .qq)(name).name, 'read');
        const own = await diffIds(repository, image);
        const { images } = await (0,_image__WEBPACK_IMPORTED_MODULE_0__/* .platformImages */ .QF)(base, digest);
        const lists = await Promise.all(images.map(({ manifest }) => diffIds(base, manifest)));
        const proven = (0,_layers__WEBPACK_IMPORTED_MODULE_4__/* .layersProven */ .X0)(own, { diffIds: lists }) !== undefined;
        return proven
            ? { name, digest }
            : { name, digest, disproof: `the image does not begin with the layers of ${digest}` };
    }
    catch (error) {
        return { name, digest, doubt: (0,_io__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(error) };
    }
}
async function diffIds(repository, image) {
    return (await (0,_image__WEBPACK_IMPORTED_MODULE_0__/* .imageConfig */ .gj)(repository, image)).rootfs.diff_ids;
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

/***/ 1589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ baseGate)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _config__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6516);


/** An image stands on a base that the policy allows, and its layers prove that it does. */
const baseGate = {
    name: 'base',
    rule: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_0__/* .readonly */ .tBZ()),
    judge(allowed, candidate) {
        const result = (outcome, reason) => ({
            gate: 'base',
            outcome,
            reason,
            evidence: candidate?.digest === undefined ? [] : [candidate.digest],
        });
        if (candidate?.name === undefined) {
            return result('not evaluated', 'the image does not say on which base it stands');
        }
        const { name, doubt, disproof } = candidate;
        const repository = repositoryOf(name);
        if (!allowed.some((pattern) => (0,_config__WEBPACK_IMPORTED_MODULE_1__/* .matchesBase */ .z)(pattern, repository))) {
            return result('failed', `${name} is not among the allowed bases: ${allowed.join(', ')}`);
        }
        if (disproof !== undefined) {
            return result('failed', `it does not stand on ${name}: ${disproof}`);
        }
        return doubt === undefined
            ? result('passed', `it stands on ${name}`)
            : result('not evaluated', `that it stands on ${name} is not proven: ${doubt}`);
    },
};
/** Patterns speak of repositories. The name is somebody's text: one that is no reference is allowed by no pattern. */
const repositoryOf = (name) => /^[^:@]*(?::[0-9]+\/[^:@]*)?/.exec(name)?.[0] ?? '';


/***/ }),

/***/ 8165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ expectGate)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3670);


/** What the one who approved has seen must still stand there. */
const expectGate = {
    name: 'expect',
    rule: valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .guard */ .ahr(_oci__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)), valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('absent')]),
    judge(rule, _candidate, standing) {
        const found = standing === undefined || standing === 'nothing' ? standing : standing.digest;
        if (found === undefined) {
            return {
                gate: 'expect',
                outcome: 'not evaluated',
                reason: 'what stands there could not be read',
                evidence: [],
            };
        }
        const outcome = found === (rule === 'absent' ? 'nothing' : rule) ? 'passed' : 'failed';
        return {
            gate: 'expect',
            outcome,
            reason: outcome === 'passed'
                ? `${rule} stands there as expected`
                : `${rule === 'absent' ? 'nothing' : rule} was expected and ${found} stands there: it moved since`,
            evidence: found === 'nothing' ? [] : [found],
        };
    },
};


/***/ }),

/***/ 1023:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ labelsGate),
/* harmony export */   r: () => (/* binding */ withoutLabel)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5647);
/* harmony import */ var _labels__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2114);



/** Every image of a digest has the labels that the policy requires, and something in them. */
const labelsGate = {
    name: 'labels',
    rule: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_0__/* .readonly */ .tBZ()),
    judge(required, candidate) {
        const result = (outcome, reason) => ({
            gate: 'labels',
            outcome,
            reason,
            evidence: [],
        });
        if (candidate === undefined || candidate.length === 0) {
            return result('not evaluated', 'there is no image whose labels could be read');
        }
        const missing = withoutLabel(candidate, required);
        return missing === undefined
            ? result('passed', `it has ${required.map(_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h).join(', ')}`)
            : result('failed', `${missing}, which ecluse.yml requires`);
    },
};
/** The first image that lacks labels, and which, as the start of a sentence; undefined: none does. */
function withoutLabel(images, required) {
    for (const { platform, labels } of images) {
        const missing = (0,_labels__WEBPACK_IMPORTED_MODULE_2__/* .missingFrom */ .fY)(labels, required);
        if (missing.length === 0)
            continue;
        const which = platform === undefined ? 'the image' : `the image for ${platform}`;
        return `${which} has no label ${missing.map(_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h).join(', ')}`;
    }
    return undefined;
}


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

/***/ 814:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ labelsOf),
/* harmony export */   v: () => (/* binding */ refuseUnlabelled)
/* harmony export */ });
/* harmony import */ var _image__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5988);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2420);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3239);
/* harmony import */ var _gates_labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1023);




/** The labels of each image of a digest: those in its config, or the annotations of an artifact, which has no such config. */
async function labelsOf(repository, digest) {
    const { images } = await (0,_image__WEBPACK_IMPORTED_MODULE_0__/* .platformImages */ .QF)(repository, digest);
    return Promise.all(images.map(async ({ manifest, platform }) => ({
        platform: platform && (0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq)(platform),
        labels: isImage(manifest)
            ? ((await (0,_image__WEBPACK_IMPORTED_MODULE_0__/* .imageConfig */ .gj)(repository, manifest)).config?.Labels ?? {})
            : (manifest.annotations ?? {}),
    })));
}
const isImage = ({ config }) => config.mediaType === _oci__WEBPACK_IMPORTED_MODULE_1__/* .mediaType */ .JL.config || config.mediaType === _oci__WEBPACK_IMPORTED_MODULE_1__/* .mediaType */ .JL.dockerConfig;
/**
 * An image that was stored before a label was required, or was built elsewhere, gets no name.
 * @throws Refused
 */
async function refuseUnlabelled(repository, digest, policy) {
    const required = policy?.required ?? [];
    if (required.length === 0)
        return;
    const images = await labelsOf(repository, digest);
    const missing = images.length === 0 ? 'it holds no image with a label' : (0,_gates_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutLabel */ .r)(images, required);
    if (missing === undefined)
        return;
    throw new _io__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .Lw('labels-missing', `${digest} gets no name: ${missing}, which ecluse.yml requires; set it, and build another commit`);
}


/***/ }),

/***/ 8891:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ judgeLayersOf)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2420);
/* harmony import */ var _layers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1301);


/**
 * The gates over layers before one environment: each platform of the candidate is compared with the same one of what
 * stands there. What cannot be looked into passes nothing.
 */
async function judgeLayersOf(rules, { own, place, candidate, standing }, layersOf) {
    try {
        const images = await layersOf(own, candidate);
        const before = standing === undefined ? [] : await layersOf(place.repository, standing);
        return images.flatMap((image) => (0,_layers__WEBPACK_IMPORTED_MODULE_0__/* .judgeLayers */ .ad)(rules, image, counterpart(image, before, images)));
    }
    catch (error) {
        if (!(error instanceof _io__WEBPACK_IMPORTED_MODULE_1__/* .Failed */ .cV) || error.exit !== 3)
            throw error;
        return [{ gate: 'layers', outcome: 'not evaluated', reason: error.message, evidence: [] }];
    }
}
function counterpart({ platform }, before, { length }) {
    const [only] = before;
    if (before.length === 1 && length === 1)
        return only;
    return before.find((image) => image.platform === platform) ?? 'nothing';
}


/***/ }),

/***/ 2761:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ relateCommits),
/* harmony export */   c: () => (/* binding */ relate)
/* harmony export */ });
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2229);

/**
 * By version when both carry one, else by the ancestry of their commits. Times never decide.
 * An order that cannot be found out says so, and what would help.
 */
async function relate(candidate, standing, history) {
    if (candidate.digest === standing.digest)
        return { order: 'same', because: 'it is this digest' };
    if (candidate.version !== undefined && standing.version !== undefined) {
        const difference = (0,_version__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(candidate.version, standing.version);
        const order = difference > 0 ? 'after' : difference < 0 ? 'before' : 'same';
        return { order, because: 'by version' };
    }
    return relateCommits(candidate.commit, standing.commit, history);
}
/** As `relate`, by the ancestry of commits alone. */
async function relateCommits(candidate, standing, history) {
    const unknown = (because) => ({ order: 'unknown', because });
    if (candidate === undefined)
        return unknown('no claim says which commit the candidate is from');
    if (standing === undefined)
        return unknown('no claim says which commit the standing image is from');
    if (history === undefined)
        return unknown('there is no git repository here to ask');
    const order = await history.order(candidate, standing);
    if (order !== 'unknown')
        return { order, because: 'by the ancestry of their commits' };
    return unknown(`this clone cannot tell which of commits ${candidate.slice(0, 12)} and ${standing.slice(0, 12)} came first: check out with fetch-depth: 0`);
}


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


/***/ }),

/***/ 6306:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ promote)
});

// EXTERNAL MODULE: ./packages/gate/gate.ts
var gate = __webpack_require__(4705);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/oci/copy.ts + 2 modules
var copy = __webpack_require__(4864);
// EXTERNAL MODULE: ./packages/lifecycle/content.ts
var lifecycle_content = __webpack_require__(9212);
// EXTERNAL MODULE: ./packages/lifecycle/dry-run.ts
var dry_run = __webpack_require__(5904);
// EXTERNAL MODULE: ./packages/lifecycle/hold.ts
var hold = __webpack_require__(2068);
// EXTERNAL MODULE: ./packages/lifecycle/base.ts
var lifecycle_base = __webpack_require__(8284);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./packages/lifecycle/gates/after.ts

/** A digest passes the environments before this one first: what counts is its statements, not where tags stand. */
const afterGate = {
    name: 'after',
    rule: dist/* pipe */.FsL(dist/* array */.YOg(dist/* string */.YjP()), dist/* readonly */.tBZ()),
    judge(rule, candidate) {
        if (candidate === undefined) {
            return {
                gate: 'after',
                outcome: 'not evaluated',
                reason: 'what the digest has passed could not be read',
                evidence: [],
            };
        }
        const missing = rule.filter((name) => !candidate.passed.some(({ environment }) => environment === name));
        const evidence = candidate.passed
            .filter(({ environment }) => rule.includes(environment))
            .map(({ artifact }) => artifact);
        return missing.length === 0
            ? { gate: 'after', outcome: 'passed', reason: `it has passed ${rule.join(', ')}`, evidence }
            : {
                gate: 'after',
                outcome: 'failed',
                reason: `it has not passed ${missing.join(', ')}`,
                evidence,
            };
    },
};

// EXTERNAL MODULE: ./packages/lifecycle/gates/base.ts
var gates_base = __webpack_require__(1589);
// EXTERNAL MODULE: ./packages/lifecycle/gates/expect.ts
var expect = __webpack_require__(8165);
// EXTERNAL MODULE: ./packages/lifecycle/gates/labels.ts
var gates_labels = __webpack_require__(1023);
;// CONCATENATED MODULE: ./packages/lifecycle/gates/order.ts

/** A purpose tag goes forwards. `expected`: a person has named what stands there, which settles a doubt. */
const orderGate = {
    name: 'order',
    rule: dist/* object */.Ikc({ expected: dist/* boolean */.zMY() }),
    judge({ expected }, candidate, standing) {
        const result = (outcome, reason) => ({
            gate: 'order',
            outcome,
            reason,
            evidence: [candidate, standing].flatMap((one) => typeof one === 'object' ? [one.digest] : []),
        });
        if (standing === 'nothing')
            return result('passed', 'nothing stands there');
        if (candidate?.relation === undefined || standing === undefined) {
            return result('not evaluated', 'the order of the two could not be found out');
        }
        const { order, because } = candidate.relation;
        switch (order) {
            case 'same':
                return result('passed', `${candidate.name} stands there already (${because})`);
            case 'after':
                return result('passed', `${candidate.name} comes after ${standing.name} (${because})`);
            case 'before':
                return result('failed', `${candidate.name} comes before ${standing.name} (${because}): going back takes --rollback --to`);
            case 'diverged':
            case 'unknown':
                return expected
                    ? result('passed', `a person expects ${standing.name} there and puts ${candidate.name}`)
                    : result('not evaluated', order === 'diverged'
                        ? `${candidate.name} and ${standing.name} have diverged (${because}): a person decides it with ecluse promote --expect ${standing.digest}`
                        : `${because}; or a person decides it with ecluse promote --expect ${standing.digest}`);
        }
    },
};

// EXTERNAL MODULE: ./packages/lifecycle/known.ts
var lifecycle_known = __webpack_require__(7534);
// EXTERNAL MODULE: ./packages/lifecycle/labels.ts
var lifecycle_labels = __webpack_require__(814);
// EXTERNAL MODULE: ./packages/lifecycle/layers.ts
var lifecycle_layers = __webpack_require__(8891);
// EXTERNAL MODULE: ./packages/lifecycle/order.ts
var order = __webpack_require__(2761);
// EXTERNAL MODULE: ./packages/lifecycle/passed.ts
var lifecycle_passed = __webpack_require__(4881);
// EXTERNAL MODULE: ./packages/lifecycle/place.ts
var lifecycle_place = __webpack_require__(6762);
;// CONCATENATED MODULE: ./packages/lifecycle/judge.ts












/** Every gate before one environment, judged for one digest. */
async function judge(one, ground) {
    const { image, place, candidate, standing, expected } = one;
    const own = ground.open(image.repository, 'write');
    const results = [];
    if (expected !== undefined) {
        const there = standing === undefined ? 'nothing' : { digest: standing };
        results.push(expect/* expectGate */.N.judge(expected, candidate, there));
    }
    results.push(await judgeOrder(one, ground));
    if (place.environment.after.length > 0)
        results.push(await judgeAfter(one, ground));
    const { layers } = place.environment.gates;
    if (layers !== undefined) {
        const about = { own, place, candidate: candidate.digest, standing };
        results.push(...(await (0,lifecycle_layers/* judgeLayersOf */.N)(layers, about, ground.layers)));
    }
    const { base, labels } = ground.policy;
    if (labels !== undefined && labels.required.length > 0) {
        results.push(gates_labels/* labelsGate */.F.judge(labels.required, await (0,lifecycle_labels/* labelsOf */.P)(own, candidate.digest), undefined));
    }
    if (base !== undefined) {
        const facts = await (0,lifecycle_base/* baseOf */.b)(own, candidate.digest, ground.open);
        results.push(gates_base/* baseGate */.P.judge(base.allowed, facts, undefined));
    }
    return results;
}
async function judgeOrder(one, ground) {
    const { image, place, candidate, standing, expected } = one;
    const rule = { expected: expected !== undefined && expected !== 'absent' };
    const name = (0,lifecycle_known/* nameOf */.Vb)(candidate);
    if (standing === undefined) {
        return orderGate.judge(rule, { digest: candidate.digest, name }, 'nothing');
    }
    const known = await (0,lifecycle_known/* know */.ux)(image, standing, ground);
    // What lost its claim, or stands in another repository alone, was of a known commit when it passed.
    const commit = known?.commit ?? (await (0,lifecycle_passed/* commitSaid */.rh)(place.repository, standing, place.environment.name));
    const there = { digest: standing, version: known?.version, commit };
    const relation = await (0,order/* relate */.c)(candidate, there, ground.history);
    const facts = { digest: candidate.digest, name, relation };
    return orderGate.judge(rule, facts, { digest: standing, name: (0,lifecycle_known/* nameOf */.Vb)(there) });
}
async function judgeAfter(one, ground) {
    const { image, place, candidate } = one;
    const { environments } = ground.policy;
    const before = environments.filter(({ name }) => place.environment.after.includes(name));
    const passed = await (0,lifecycle_passed/* passedAmong */.$)(candidate.digest, before, (environment) => (0,lifecycle_place/* placeOf */.$t)(image, environment, ground.open).repository);
    return afterGate.judge(place.environment.after, { passed }, undefined);
}

;// CONCATENATED MODULE: ./packages/lifecycle/promote.ts








/** Each round means that somebody else has moved the tag between our look and our write. */
const rounds = 5;
/**
 * Moves an environment's purpose tag to a digest when every gate lets it, reads it back, and says that
 * the digest has passed. What stands there already is completed. Nothing is written unless all passed.
 */
async function promote(wish, ground) {
    const place = (0,lifecycle_place/* placeOf */.$t)(wish.image, wish.environment, ground.open);
    for (let round = 1;; round += 1) {
        try {
            return await attempt(wish, place, ground);
        }
        catch (error) {
            if (!(error instanceof errors/* TagMoved */.a9) || round === rounds)
                throw error;
        }
    }
}
async function attempt(wish, place, ground) {
    const { candidate, environment, mode } = wish;
    const before = await (0,lifecycle_place/* standingAt */.Ib)(place);
    const outcome = (state, results, rest = {}) => ({
        environment: environment.name,
        tag: (0,lifecycle_place/* placeName */.fW)(place),
        state,
        before: before ?? null,
        after: before ?? null,
        guarantee: null,
        results,
        ...rest,
    });
    if (mode === 'automatic' && before !== candidate.digest) {
        if (environment.promote === 'manual')
            return outcome('waiting', []);
        if (before !== undefined) {
            const holds = await (0,hold/* holdsInForce */.lG)(place.repository, before, environment.name);
            if (holds.length > 0)
                return outcome('held', []);
        }
    }
    const results = await judge({ image: wish.image, place, candidate, standing: before, expected: wish.expected }, ground);
    if (mode === 'automatic' && isOlder(results))
        return outcome('superseded', results);
    const code = (0,gate/* exitCode */.I)(results);
    if (code !== 0)
        return outcome(code === 1 ? 'refused' : 'not evaluated', results);
    if (before === candidate.digest) {
        await (0,dry_run/* unlessDry */.O)(() => complete(place, candidate, ground), undefined);
        return outcome('there', results);
    }
    return (0,dry_run/* unlessDry */.O)(async () => {
        const guarantee = await move(wish, place, { before, ground });
        const what = { environment: environment.name, from: before, ground };
        await (0,lifecycle_passed/* sayPassed */.qy)(place.repository, candidate, what);
        await endHold(wish, place, { before, ground });
        return outcome('moved', results, { after: candidate.digest, guarantee });
    }, outcome('would move', results));
}
/** A newer digest stands there: whatever else was said, that is no failure of an automatic run. */
const isOlder = (results) => results.some(({ gate, outcome }) => gate === 'order' && outcome === 'failed');
async function move({ image, candidate }, place, { before, ground }) {
    const own = ground.open(image.repository, 'write');
    const content = await (0,lifecycle_content/* contentOf */.$)(own, candidate.digest);
    if (place.repository.key !== own.key || place.repository.name !== own.name) {
        await (0,copy/* copy */.C)({
            from: own,
            to: place.repository,
            root: content.descriptor,
            signal: ground.signal,
            withReferrers: true,
        });
    }
    const { bytes, descriptor } = content;
    const expect = before ?? 'absent';
    return (await place.repository.tag(place.tag, bytes, descriptor.mediaType, expect)).guarantee;
}
/** A person's move ends the hold of a rollback, once it has happened: one that fails leaves it in force. */
async function endHold({ mode, environment }, { repository }, { before, ground }) {
    if (mode !== 'person' || before === undefined)
        return;
    const standing = await repository.resolve(before);
    if (standing !== undefined)
        await (0,hold/* resume */.U)(repository, standing, environment.name, ground);
}
/** A run that was killed between tag and statement left the statement to us. */
async function complete({ repository, environment }, candidate, ground) {
    const statements = await (0,lifecycle_passed/* passedStatements */.F7)(repository, candidate.digest, environment.name);
    if (statements.length > 0)
        return;
    await (0,lifecycle_passed/* sayPassed */.qy)(repository, candidate, {
        environment: environment.name,
        from: undefined,
        ground,
    });
}


/***/ }),

/***/ 5720:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ Standing)
/* harmony export */ });
/** What copies that go on side by side have brought into one repository: nothing is asked for or sent twice. */
class Standing {
    #brought = new Map();
    /**
     * One of those who come with a digest brings it. To the others it is there as soon as it is.
     * @throws what `bring` throws, to all of them
     */
    async once(digest, bring) {
        const brought = this.#brought.get(digest);
        if (brought !== undefined)
            return brought.then(() => 'there');
        const bringing = bring();
        this.#brought.set(digest, bringing);
        return bringing;
    }
}


/***/ }),

/***/ 4864:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ copy)
});

// EXTERNAL MODULE: ./packages/oci/copy-cosign.ts
var copy_cosign = __webpack_require__(391);
// EXTERNAL MODULE: ./packages/oci/descriptor.ts
var descriptor = __webpack_require__(3239);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/oci/manifest.ts + 1 modules
var oci_manifest = __webpack_require__(127);
// EXTERNAL MODULE: ./packages/oci/parallel.ts
var parallel = __webpack_require__(2185);
;// CONCATENATED MODULE: ./packages/oci/copy-plan.ts





// What a hostile image may make us read and keep. The largest honest ones have some dozens of manifests.
const maxManifests = 10_000;
const maxBytes = 256 * 1024 * 1024;
const maxLevels = 16;
// Not to be distributed: https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#non-distributable-layers
const staysWhereItIs = /\.(?:nondistributable|foreign)\./;
/**
 * Reads all manifests below the roots, level by level, each once.
 * @throws NotThere when one is missing; Corrupt when there are too many
 */
async function planCopy(roots, sources) {
    const steps = new Map();
    const blobs = new Map();
    const { digest: what } = roots[0] ?? { digest: 'nothing' };
    let level = roots.map((descriptor) => ({ descriptor, about: [], tags: [] }));
    for (let depth = 0, bytes = 0; level.length > 0; depth++) {
        if (depth === maxLevels)
            throw new errors/* Corrupt */.Q6(what, `it is more than ${maxLevels} levels deep`);
        const next = new Map();
        await (0,parallel/* inParallel */.H)(level, sources, async (each) => {
            const { step, below, contents } = await read(each, sources);
            steps.set(each.descriptor.digest, step);
            for (const one of below) {
                next.set(one.descriptor.digest, together(next.get(one.descriptor.digest), one));
            }
            for (const one of contents)
                blobs.set(one.digest, one);
            bytes += step.bytes.length;
            if (bytes > maxBytes || steps.size + next.size > maxManifests) {
                throw new errors/* Corrupt */.Q6(what, `more than ${maxManifests} manifests or ${maxBytes} bytes of them hang on it`);
            }
        });
        level = [...next.values()].filter((each) => !wasRead(each, steps));
    }
    return { groups: inOrder(steps), blobs: [...blobs.values()].sort(largestFirst) };
}
/** One that is found in several places. What is an image in one of them is one. */
const together = (one, other) => one === undefined
    ? other
    : {
        descriptor: other.descriptor,
        about: isImage(one) || isImage(other) ? [] : [...one.about, ...other.about],
        tags: [...one.tags, ...other.tags],
    };
const isImage = ({ about }) => about.length === 0;
/** One that was read before may have got another name. */
function wasRead({ descriptor: { digest }, tags }, steps) {
    const step = steps.get(digest);
    if (step === undefined)
        return false;
    steps.set(digest, { ...step, tags: [...new Set([...step.tags, ...tags])] });
    return true;
}
/** Those with one subject go together: their list is then written once for several. */
const bySubject = (a, b) => {
    const key = ({ after, descriptor }) => `${after.join()} ${descriptor.digest}`;
    return key(a) < key(b) ? -1 : 1;
};
const largestFirst = (a, b) => b.size - a.size || (a.digest < b.digest ? -1 : 1);
async function read(next, sources) {
    const { descriptor, about, tags } = next;
    const { digest } = descriptor;
    const { bytes, mediaType } = await manifestOf(descriptor, sources);
    const manifest = (0,oci_manifest/* parseManifest */.Ng)(bytes, mediaType, digest);
    const parts = (0,oci_manifest/* children */.Y_)(manifest).filter((part) => !staysWhereItIs.test(part.mediaType));
    const manifests = parts.filter(isManifest);
    const below = manifests.map((part) => ({ descriptor: part, about, tags: [] }));
    below.push(...(await evidence(next, sources)));
    const after = [...manifests.map((each) => each.digest), ...about];
    // One that is in an index too comes after what it is about all the same.
    if (manifest.subject !== undefined)
        after.push(manifest.subject.digest);
    const hasSubject = manifest.subject !== undefined;
    return {
        step: {
            descriptor,
            bytes,
            mediaType,
            hasSubject,
            parts: parts.map((part) => part.digest),
            after,
            tags,
        },
        below,
        contents: parts.filter((part) => !isManifest(part)),
    };
}
/** What refers to a manifest; of an image also what cosign keeps under tags. */
async function evidence(next, { from, withReferrers, withCosignTags, tags }) {
    const { digest } = next.descriptor;
    const about = [digest];
    const found = [];
    if (withReferrers) {
        for await (const descriptor of from.referrers(digest))
            found.push({ descriptor, about, tags: [] });
    }
    if (!withCosignTags || !isImage(next))
        return found;
    for (const tag of (0,copy_cosign/* cosignTags */.FJ)(digest)) {
        if (tags?.has(tag) === false)
            continue;
        const descriptor = await from.resolve(tag);
        if (descriptor !== undefined)
            found.push({ descriptor, about, tags: [tag] });
    }
    return found;
}
const isManifest = ({ mediaType }) => (0,descriptor/* isIndexType */.$U)(mediaType) || (0,descriptor/* isManifestType */.Q3)(mediaType);
async function manifestOf({ digest, size }, { from, elsewhere, known }) {
    const before = known.get(digest);
    if (before !== undefined)
        return before;
    const found = (await from.manifest(digest)) ?? (await elsewhere.get(digest)?.manifest(digest));
    if (found === undefined)
        throw new errors/* NotThere */.W2(digest, from.name);
    if (found.bytes.length !== size) {
        throw new errors/* Corrupt */.Q6(digest, `it has ${found.bytes.length} bytes, and ${size} were promised`);
    }
    return { bytes: found.bytes, mediaType: found.descriptor.mediaType };
}
/** Groups by height: what needs nothing first. */
function inOrder(steps) {
    const heights = new Map();
    const heightOf = (step) => {
        const known = heights.get(step.descriptor.digest);
        if (known !== undefined)
            return known;
        // A digest cannot stand in its own content, but a broken repository may say so: the circle ends here.
        heights.set(step.descriptor.digest, 0);
        const below = step.after.flatMap((digest) => steps.get(digest) ?? []).map(heightOf);
        const height = 1 + Math.max(-1, ...below);
        heights.set(step.descriptor.digest, height);
        return height;
    };
    const groups = [];
    for (const step of steps.values())
        (groups[heightOf(step)] ??= []).push(step);
    return groups.filter((group) => group.length > 0).map((group) => group.sort(bySubject));
}

// EXTERNAL MODULE: ./packages/oci/copy-standing.ts
var copy_standing = __webpack_require__(5720);
// EXTERNAL MODULE: ./packages/io/flow.ts
var flow = __webpack_require__(5887);
;// CONCATENATED MODULE: ./packages/oci/copy-tally.ts

/** How many bytes of some blobs are where they belong, while they go there. */
class Tally {
    #ofBytes;
    #onProgress;
    #seen = new Map();
    #doneBytes = 0;
    constructor(blobs, onProgress = () => undefined) {
        this.#ofBytes = blobs.reduce((sum, { size }) => sum + size, 0);
        this.#onProgress = onProgress;
    }
    /** A blob is sent from a byte on, perhaps not for the first time. Gives what is told of its bytes. */
    begin({ digest }, start) {
        this.#set(digest, start);
        return (bytes) => {
            this.#set(digest, (this.#seen.get(digest) ?? 0) + bytes);
            this.#onProgress(this.#doneBytes, this.#ofBytes);
        };
    }
    /** All of it is there. */
    end({ digest, size }) {
        this.#set(digest, size);
        this.#onProgress(this.#doneBytes, this.#ofBytes);
    }
    #set(digest, bytes) {
        this.#doneBytes += bytes - (this.#seen.get(digest) ?? 0);
        this.#seen.set(digest, bytes);
    }
}
/** Tells of the bytes that a stream gives. */
const counted = (stream, onBytes) => (0,flow/* flowOf */.gB)(stream, (sink) => (0,flow/* pour */.fO)(stream, (bytes) => {
    onBytes(bytes.byteLength);
    return sink(bytes);
}));

// EXTERNAL MODULE: ./packages/oci/digest.ts
var oci_digest = __webpack_require__(3670);
;// CONCATENATED MODULE: ./packages/oci/copy.ts






/**
 * Copies images by digest: blobs in parallel, then manifests, children first, so that whoever finds a
 * manifest finds all that it names. But for cosign's, names are not copied. What is there is skipped, so that a copy
 * that broke off goes on where it ended.
 * @throws NotThere, Corrupt, and what the repositories throw; the first error ends it
 */
async function copy(request) {
    const { from, root, also = [], signal, concurrency = 4, withReferrers = false } = request;
    const { withCosignTags = withReferrers, elsewhere = new Map(), known = new Map() } = request;
    const limits = { concurrency, signal };
    const wide = { concurrency: concurrency * smallPerLarge, signal };
    const sources = { from, elsewhere, known, withReferrers, withCosignTags, tags: request.tags };
    const roots = [root, ...also];
    const plan = await planCopy(roots, { ...sources, ...wide });
    const work = new Work(request, { ...sources, ...limits });
    const tally = new Tally(plan.blobs, request.onProgress);
    const [large, small] = bySize(plan.blobs);
    await (0,parallel/* inParallel */.H)(large, limits, (blob, stop) => work.blob(blob, tally, stop));
    await (0,parallel/* inParallel */.H)(small, wide, (blob, stop) => work.blob(blob, tally, stop));
    for (const group of plan.groups) {
        // Those with a subject wait for its list to settle more than they send.
        const all = { concurrency: group.length, signal };
        await (0,parallel/* inParallel */.H)(group, all, (step) => work.manifest(step));
    }
    return work.copied();
}
/** Of small content each takes several round trips and hardly any bytes: repositories bound requests by themselves. */
const smallPerLarge = 4;
const largeBytes = 1024 * 1024;
const bySize = (blobs) => [
    blobs.filter(({ size }) => size >= largeBytes),
    blobs.filter(({ size }) => size < largeBytes),
];
const counters = { stored: 'copied', mounted: 'mounted', there: 'skipped' };
/** What one copy does, and what came of it. */
class Work {
    #to;
    #sources;
    #standing;
    #count = { copiedBytes: 0, copied: 0, mounted: 0, skipped: 0 };
    #kept = [];
    /** What was not there before. */
    #new = new Set();
    constructor({ to, standing = new copy_standing/* Standing */.N() }, sources) {
        this.#to = to;
        this.#sources = sources;
        this.#standing = standing;
    }
    copied() {
        return { ...this.#count, kept: this.#kept.sort() };
    }
    async blob(blob, tally, signal) {
        const put = async () => this.#putBlob(blob, tally, signal);
        this.#add(await this.#standing.once(blob.digest, put), blob);
        tally.end(blob);
    }
    async #putBlob(blob, tally, signal) {
        const { from, elsewhere } = this.#sources;
        const other = elsewhere.get(blob.digest);
        const source = other === undefined || (await from.hasBlob(blob.digest)) ? from : other;
        const open = async (start) => {
            const stream = await source.blob(blob, { from: start, signal, unchecked: true });
            return counted(stream, tally.begin(blob, start));
        };
        const mount = source.key === this.#to.key ? { mount: source } : {};
        return this.#to.putBlob(blob, open, { signal, ...mount });
    }
    async manifest(step) {
        const { descriptor, tags } = step;
        const outcome = tags.length === 0
            ? await this.#standing.once(descriptor.digest, async () => this.#putManifest(step))
            : await this.#nameAll(step, tags);
        this.#add(outcome, descriptor);
    }
    async #nameAll(step, tags) {
        let outcome = 'there';
        for (const tag of tags) {
            if ((await this.#name(step, tag)) === 'stored')
                outcome = 'stored';
        }
        return outcome;
    }
    async #putManifest(step) {
        const { descriptor, bytes, mediaType, hasSubject, parts } = step;
        const { digest } = descriptor;
        // One with a subject is stored again: it may be there and not yet be among the referrers. One of whose parts
        // something was missing is stored without a question: it was hardly there, and storing takes no more than asking.
        const mayBeThere = !hasSubject && !parts.some((part) => this.#new.has(part));
        if (mayBeThere && (await this.#to.resolve(digest)) !== undefined)
            return 'there';
        await this.#to.putManifest(bytes, mediaType, { algorithm: (0,oci_digest/* algorithmOf */.Hy)(digest) });
        return 'stored';
    }
    /** Cosign's tag for a manifest. What stands under it there may be somebody else's signature: it stays. */
    async #name({ descriptor: { digest }, bytes, mediaType }, tag) {
        try {
            await this.#to.tag(tag, bytes, mediaType, 'absent', { algorithm: (0,oci_digest/* algorithmOf */.Hy)(digest) });
            return 'stored';
        }
        catch (error) {
            if (!(error instanceof errors/* TagMoved */.a9 || error instanceof errors/* TagImmutable */.Nq))
                throw error;
            const found = await this.#to.resolve(tag);
            if (found === undefined)
                throw error;
            if (found.digest !== digest)
                this.#kept.push(tag);
            return 'there';
        }
    }
    #add(outcome, { digest, size }) {
        this.#count[counters[outcome]]++;
        if (outcome === 'stored')
            this.#count.copiedBytes += size;
        if (outcome !== 'there')
            this.#new.add(digest);
    }
}


/***/ }),

/***/ 7628:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ documentOf)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7663);

/** One image stands for the run; a set has its own line for each. */
function documentOf(images, event, sources) {
    const [first] = images;
    const only = images.length === 1 ? first : undefined;
    return {
        kind: (0,_io__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)('run'),
        image: only?.image ?? null,
        digest: only?.digest ?? null,
        results: images.flatMap(({ results }) => results),
        event,
        sources,
        images,
    };
}


/***/ }),

/***/ 9608:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kr: () => (/* binding */ promoteInputs),
/* harmony export */   Zq: () => (/* binding */ layerCacheInputs),
/* harmony export */   _9: () => (/* binding */ buildInputs)
/* harmony export */ });
const since = '0.1.0';
/** What is remembered of layers, for the actions that look into them. */
const layerCacheInputs = {
    'layer-cache': {
        type: 'text',
        description: 'A folder for what is known of layers, which are then not read again (default: `ecluse/layers` in the cache folder of the user).',
        env: 'ECLUSE_LAYER_CACHE',
        since: '0.3.0',
    },
    'layer-cache-size': {
        type: 'bytes',
        description: 'The most that this folder holds.',
        default: '1GB',
        since: '0.3.0',
    },
};
/** What is built, for the actions that build. */
const buildInputs = {
    image: {
        type: 'text',
        description: 'The repository to store the image in, or the name of an image in `ecluse.yml` (default: all that it has).',
        since,
    },
    file: {
        type: 'text',
        description: 'The Dockerfile (default: `Dockerfile` in the context).',
        since,
    },
    target: { type: 'text', description: 'The stage to build (default: the last one).', since },
    platforms: {
        type: 'list',
        description: "Platforms such as `linux/amd64` (default: the machine's own).",
        since,
    },
    'build-args': {
        type: 'lines',
        description: 'Build arguments, one `NAME=value` a line.',
        since,
    },
    labels: { type: 'lines', description: 'Labels, one `name=value` a line.', since },
    'labels-from': {
        type: 'text',
        description: 'A file of labels: lines of `name=value`, or YAML or JSON. `labels` wins over it, and it over `ecluse.yml`.',
        since: '0.4.0',
    },
    annotations: {
        type: 'lines',
        description: 'Annotations, one `name=value` a line, at the level before a colon: `manifest:` (default), `index:`, `manifest-descriptor:`, for one platform `manifest[linux/arm64]:`.',
        since: '0.4.0',
    },
    builder: {
        type: 'one-of',
        values: ['auto', 'builtin', 'buildah'],
        default: 'auto',
        description: 'Who builds: `builtin` needs no engine and cannot `RUN`; `auto` takes it when that is enough.',
        since,
    },
    layers: {
        type: 'flag',
        description: 'Look into the layers of what was built, and compare it with what stands in the last environment.',
        default: 'true',
        since: '0.3.0',
    },
    ...layerCacheInputs,
};
/** What a person decides about an environment, for the actions that promote. */
const promoteInputs = {
    expect: {
        type: 'text',
        description: 'The digest that must still stand there, or `absent`: what the one who approves has seen.',
        since,
    },
    rollback: {
        type: 'flag',
        description: 'Go back to what `to` names; automatic moves then wait for `resume`.',
        default: 'false',
        since,
    },
    to: {
        type: 'text',
        description: 'With `rollback`: the tag or digest to go back to. It must have passed the environment.',
        since,
    },
    resume: {
        type: 'flag',
        description: 'Let automatic moves go on after a rollback.',
        default: 'false',
        since,
    },
};


/***/ })

};
