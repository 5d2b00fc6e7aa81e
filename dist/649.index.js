export const id = 649;
export const ids = [649];
export const modules = {

/***/ 9649:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeComputed: () => (/* binding */ writeComputed),
  writeNames: () => (/* binding */ write_writeNames)
});

// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/lifecycle/name-policy.ts
var name_policy = __webpack_require__(2093);
// EXTERNAL MODULE: ./packages/oci/reference.ts
var reference = __webpack_require__(1421);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var oci_digest = __webpack_require__(3670);
// EXTERNAL MODULE: ./packages/config/read-policy.ts
var read_policy = __webpack_require__(5372);
// EXTERNAL MODULE: ./packages/lifecycle/content.ts
var lifecycle_content = __webpack_require__(9212);
// EXTERNAL MODULE: ./packages/lifecycle/labels.ts
var labels = __webpack_require__(814);
// EXTERNAL MODULE: ./packages/lifecycle/versions.ts
var lifecycle_versions = __webpack_require__(1620);
// EXTERNAL MODULE: ./packages/lifecycle/sides.ts
var sides = __webpack_require__(4601);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var oci_errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/lifecycle/moving-judge.ts
var moving_judge = __webpack_require__(1577);
// EXTERNAL MODULE: ./packages/lifecycle/moving-look.ts
var moving_look = __webpack_require__(5443);
// EXTERNAL MODULE: ./packages/lifecycle/name-write.ts
var name_write = __webpack_require__(5708);
// EXTERNAL MODULE: ./packages/lifecycle/name-wish.ts
var name_wish = __webpack_require__(9152);
;// CONCATENATED MODULE: ./packages/lifecycle/moving-tags.ts






/**
 * Moves names to a released version where it is the highest of their line, and leaves them where it is not. A write says
 * what the name was read to stand on, and is looked at again afterwards, since storage may be unable to compare, and since
 * the digest that stood there may have got a higher version meanwhile: where one has come and our write was the last one,
 * the name is put on that version. So names end on the highest version, however many release at once.
 */
async function moveNames(repository, wishes, how) {
    const outcomes = new Map();
    const digests = new moving_look/* VersionDigests */.g9(repository);
    let pending = wishes.map((wish) => ({ wish }));
    for (let round = 1; pending.length > 0 && round <= name_wish/* nameRounds */.t; round += 1) {
        const looks = await (0,moving_look/* lookAtMoving */.x)(repository, pending.map(({ wish }) => wish), how.order);
        const next = [];
        for (const looked of looks) {
            const last = pending.find(({ wish }) => wish === looked.wish)?.last;
            const step = await stepOf(repository, looked, { ...how, digests, last });
            outcomes.set(looked.wish.tag, step.outcome);
            if (step.again)
                next.push({ wish: looked.wish, last: step.put && step });
        }
        pending = next;
    }
    return outcomes;
}
async function stepOf(repository, looked, how) {
    const { standing, plan } = looked;
    const { content, last } = how;
    const ours = content.descriptor.digest;
    const before = standing ?? null;
    const isLast = last?.put !== undefined && last.put === standing;
    if ((0,moving_look/* isSettled */.Is)(plan)) {
        if (isLast)
            return mend(repository, looked, how);
        const state = standing === ours ? 'there' : 'stays';
        return done({ state, before, guarantee: null, reason: plan.why });
    }
    if (standing === ours) {
        return isLast
            ? done(last.outcome)
            : done({ state: 'there', before, guarantee: null, reason: (0,moving_look/* whyMoved */._K)(looked) });
    }
    const objection = standing && (await (0,moving_judge/* objectionTo */.D)(repository, standing, { ...how, looked }));
    return objection === undefined
        ? write(repository, looked, {
            content,
            outcome: { state: 'written', reason: (0,moving_look/* whyMoved */._K)(looked) },
        })
        : done({ ...objection, before, guarantee: null });
}
const done = (outcome) => ({ outcome, again: false });
/** A higher version has come while we wrote, and our write was the last one. */
async function mend(repository, looked, how) {
    const { plan, standing } = looked;
    const [highest] = plan.candidates;
    const digest = highest && (await how.digests.of(highest));
    const outcome = { state: 'stays', reason: plan.why };
    if (digest === undefined || digest === standing) {
        return done({ ...outcome, before: standing ?? null, guarantee: null });
    }
    return write(repository, looked, { content: await (0,lifecycle_content/* contentOf */.$)(repository, digest), outcome });
}
async function write(repository, { wish, standing }, how) {
    const written = await (0,name_write/* writeMoving */.W)(repository, wish.tag, { ...how, standing });
    if (!(written instanceof oci_errors/* TagMoved */.a9)) {
        // In a dry run and where names are immutable nothing was written.
        if (written.state === 'planned' || written.state === 'refused')
            return done(written);
        return { outcome: written, again: true, put: how.content.descriptor.digest };
    }
    const reason = `${written.message}, again and again: run it once more`;
    const outcome = { before: standing ?? null, guarantee: null, reason };
    return { outcome: { ...outcome, state: 'not evaluated' }, again: true };
}

// EXTERNAL MODULE: ./packages/lifecycle/dry-run.ts
var dry_run = __webpack_require__(5904);
// EXTERNAL MODULE: ./packages/version/existing.ts
var existing = __webpack_require__(8580);
// EXTERNAL MODULE: ./packages/pipeline/existing.ts
var pipeline_existing = __webpack_require__(1552);
// EXTERNAL MODULE: ./packages/pipeline/name-elsewhere.ts
var name_elsewhere = __webpack_require__(451);
// EXTERNAL MODULE: ./packages/pipeline/name-refusals.ts
var name_refusals = __webpack_require__(6090);
// EXTERNAL MODULE: ./packages/pipeline/prepare.ts
var prepare = __webpack_require__(4758);
// EXTERNAL MODULE: ./packages/lifecycle/forwards-tag.ts
var forwards_tag = __webpack_require__(9898);
// EXTERNAL MODULE: ./packages/lifecycle/version-tag.ts
var version_tag = __webpack_require__(5048);
// EXTERNAL MODULE: ./packages/lifecycle/claim.ts
var claim = __webpack_require__(2173);
;// CONCATENATED MODULE: ./packages/pipeline/put-name.ts




/** A name that nothing was done about. */
const planned = { state: 'planned', before: null, guarantee: null, reason: '' };
/**
 * Puts one name where it may stand; those that follow versions are moved together, elsewhere.
 * @throws Refused for a claim or a version that stands on another digest
 */
async function putName(site, name) {
    const { io, repository, content, event } = site;
    switch (name.policy) {
        case 'claim':
            return (0,dry_run/* unlessDry */.O)(() => putClaim(site), planned);
        case 'once':
            return (0,dry_run/* unlessDry */.O)(() => writeOnce(site, name), planned);
        case 'forwards': {
            const history = await io.history();
            return (0,forwards_tag/* moveForwards */.UQ)(repository, name.tag, { ...site, commit: event.commit, history });
        }
        case 'free':
            return (0,forwards_tag/* moveFreely */.hY)(repository, name.tag, content);
    }
}
async function writeOnce({ repository, content, ours, onExisting }, name) {
    try {
        const put = await (0,version_tag/* putOnce */.L)(repository, name.tag, { content, ours, name: (0,name_elsewhere/* nameOf */.Vb)(name) });
        const before = put.state === 'there' ? content.descriptor.digest : null;
        return { ...put, before, reason: '' };
    }
    catch (error) {
        const found = error instanceof errors/* Refused */.Lw ? (error.conflict?.standing.digest ?? '') : '';
        if (onExisting === 'skip' && (0,oci_digest/* isDigest */.Bc)(found))
            return (0,name_elsewhere/* elsewhere */.Jn)(found);
        throw error;
    }
}
async function putClaim({ repository, content, event }) {
    const { digest, won, guarantee } = await (0,claim/* claim */.B7)(repository, event.commit, content);
    if (digest === content.descriptor.digest) {
        const state = won ? 'written' : 'there';
        return { state, before: won ? null : digest, guarantee, reason: '' };
    }
    throw new errors/* Refused */.Lw('commit-claimed', `commit ${event.commit} was built before, as ${digest}: go on with that one, not with ${content.descriptor.digest}`);
}

// EXTERNAL MODULE: ./packages/pipeline/released-as.ts
var released_as = __webpack_require__(9715);
// EXTERNAL MODULE: ./packages/pipeline/say-parts.ts
var say_parts = __webpack_require__(4725);
// EXTERNAL MODULE: ./packages/pipeline/statements.ts
var statements = __webpack_require__(8399);
// EXTERNAL MODULE: ./packages/pipeline/store.ts + 33 modules
var store = __webpack_require__(3333);
// EXTERNAL MODULE: ./packages/pipeline/stray.ts
var stray = __webpack_require__(9812);
;// CONCATENATED MODULE: ./packages/pipeline/write-names.ts













/**
 * Puts names on a digest that is there: the claim first, then what is written once, moving names last; of each release a
 * statement behind them, and beside each image of an index one that names it. All that can be refused is asked before the
 * first write. A dry run leaves what is missing `planned`.
 * @throws Refused for an image of another commit or without a required label, a version off the default branch, a version
 * that stands elsewhere, a purpose tag
 */
async function writeNames(io, input, what) {
    const { names, digest, event, onExisting } = what;
    (0,existing/* refuseAdopt */.l)(onExisting);
    const repository = (0,store/* openFor */.q)(io, input, [what.repository])(what.repository, 'write');
    const content = await (0,lifecycle_content/* contentOf */.$)(repository, digest);
    (0,name_refusals/* refuseClaims */.aA)(what);
    (0,name_refusals/* refuseEvidence */.Yx)(what);
    await (0,name_refusals/* refuseOther */.hC)(repository, what);
    (0,name_refusals/* refuseChange */.Pn)(what);
    const policy = await policyFor(io, what);
    (0,name_refusals/* refusePurpose */.RC)(policy, what);
    if (names.some((name) => name.policy !== 'free')) {
        await (0,labels/* refuseUnlabelled */.v)(repository, digest, policy.labels);
    }
    if (names.some(name_elsewhere/* isVersion */.lF))
        await (0,stray/* refuseStray */.u)(event.commit, await io.history());
    const ground = { by: (0,prepare/* whoIs */.X8)(io.env), now: io.now };
    const ours = (0,pipeline_existing/* ourSide */.ul)(what, digest, ground);
    const standing = await (0,name_elsewhere/* standingElsewhere */.fI)(repository, names, digest);
    if (standing === undefined) {
        const version = (0,released_as/* releasedAs */.k)(what);
        const expected = new Set(what.expected);
        const versions = new lifecycle_versions/* Versions */.u();
        const about = { event, onExisting, expected, version, versions };
        return write_names_write({ io, repository, content, ours, ground, ...about }, what);
    }
    const { name, found } = standing;
    if (onExisting !== 'skip')
        throw await (0,sides/* taken */.uU)(repository, { name: (0,name_elsewhere/* nameOf */.Vb)(name), found }, ours);
    const outcomes = new Map([[name.tag, (0,name_elsewhere/* elsewhere */.Jn)(found)]]);
    return { outcomes: (0,name_elsewhere/* skipped */.hT)(names, name, outcomes), results: [] };
}
/** The one that counts, however broken the tree is. */
async function policyFor(io, { event }) {
    const { cwd } = io;
    return (await (0,read_policy/* readPolicy */.T)({ history: await io.history(), event, tree: undefined, cwd })).policy;
}
const isMonotonic = (name) => name.policy === 'monotonic';
/** Of those that do not wait for the end: what moves comes behind what is written once. */
const inOrder = (names) => ['claim', 'once', 'forwards', 'free'].flatMap((policy) => names.filter((name) => !isMonotonic(name)).filter((name) => name.policy === policy));
async function write_names_write(site, { names, order }) {
    const { io, repository, content, ground, event } = site;
    const outcomes = new Map();
    for (const name of inOrder(names)) {
        const outcome = await putName(site, name);
        outcomes.set(name.tag, outcome);
        if (outcome.state === 'skipped') {
            return { outcomes: (0,name_elsewhere/* skipped */.hT)(names, name, outcomes), results: [] };
        }
    }
    // The widest line last: whoever follows it then finds the narrower ones moved.
    const moving = names.filter(isMonotonic).toReversed();
    for (const [tag, outcome] of await moveNames(repository, moving, { ...site, order })) {
        outcomes.set(tag, outcome);
    }
    if (names.some(({ policy }) => policy !== 'free')) {
        const where = { repository, signal: io.signal };
        await (0,dry_run/* unlessDry */.O)(() => (0,say_parts/* completeParts */.u)(content, where), undefined);
    }
    const about = { repository, subject: content.descriptor, event, ground };
    for (const { tag } of names.filter(name_elsewhere/* isVersion */.lF)) {
        const isNew = outcomes.get(tag)?.state === 'written';
        await (0,dry_run/* unlessDry */.O)(() => (0,statements/* sayVersionGiven */.n)(about, { version: { text: tag }, isNew }), undefined);
    }
    const all = names.map(({ tag }) => outcomes.get(tag) ?? planned);
    return { outcomes: all, results: all.flatMap(resultOf) };
}
const outcomeOf = { refused: 'failed', 'not evaluated': 'not evaluated' };
function resultOf({ state, reason, before }) {
    if (state !== 'refused' && state !== 'not evaluated')
        return [];
    const evidence = before === null ? [] : [before];
    return [{ gate: 'names', outcome: outcomeOf[state], reason, evidence }];
}

// EXTERNAL MODULE: ./packages/version/names.ts
var names = __webpack_require__(9801);
// EXTERNAL MODULE: ./actions/tags/names.ts
var tags_names = __webpack_require__(1402);
// EXTERNAL MODULE: ./actions/tags/order.ts + 6 modules
var tags_order = __webpack_require__(9414);
// EXTERNAL MODULE: ./actions/tags/wished.ts
var wished = __webpack_require__(3114);
;// CONCATENATED MODULE: ./actions/tags/write.ts








/** Writes the claim and the version, each once, and moves the names that the version may take. */
function write_writeNames(io, what) {
    const { names, input } = what;
    return writeWished(io, { ...what, wished: (0,wished/* wishedOf */.I)(names, input), order: (0,tags_order.orderIn)(input) });
}
/**
 * Writes the names that rules have given, each as what it means lets it, and before them the claim of the commit, by which
 * later runs tell what came first.
 */
async function writeComputed(io, what) {
    const { names, name, digest, input } = what;
    const event = await io.event();
    if (event === undefined) {
        throw new errors/* UsageError */.eb('there is neither an event nor a git repository to take names from');
    }
    refuseOtherCommit(what, event);
    const given = names.map(({ tag, reasons: [reason] }) => ({ tag, reason }));
    const reasons = given.map(({ reason }) => reason);
    const order = (0,tags_order.orderIn)(input, reasons);
    const wishes = (0,name_policy/* wishesOf */.p)(given, { event, order, tagPrefix: input['tag-prefix'] });
    const told = what.document.names;
    const computed = wishes.flatMap((wish, at) => {
        const { rule, why } = told[at] ?? {};
        return rule === undefined || why === undefined ? [] : [{ wish, rule, why }];
    });
    const claim = claimOf(event, wishes);
    const document = { ...what.document, image: (0,reference/* pinned */.dp)(name, digest), digest };
    const wished = [...claim, ...computed];
    return writeWished(io, { document, wished, digest, event, input, order });
}
/** @throws UsageError for a name that says another commit than the event's, which is the image's */
function refuseOtherCommit({ names, commit }, event) {
    if (commit === event.commit)
        return;
    const other = names.find(({ reasons }) => reasons.some(({ rule }) => commitRules.has(rule)));
    if (other === undefined)
        return;
    throw new errors/* UsageError */.eb(`${other.tag} is named after commit ${commit}, and the image is to be of commit ${event.commit}: leave its rule out, or context: git and DOCKER_METADATA_PR_HEAD_SHA`, { input: 'tags' });
}
const commitRules = new Set(['sha', 'describe']);
/** Of a push or a git tag that gives names, unless a rule gives the claim itself. */
function claimOf(event, wishes) {
    const tag = (0,names/* claimTag */.rT)(event.commit);
    const isLasting = event.kind === 'push' || event.kind === 'tag';
    if (!isLasting || wishes.length === 0 || wishes.some((wish) => wish.tag === tag))
        return [];
    const why = `built from commit ${event.commit}`;
    return [{ wish: { tag, policy: 'claim' }, rule: 'claim', why }];
}
/** Writes names, whatever they come from, and tells of each what became of it. */
async function writeWished(io, what) {
    const { document, wished, digest, event, input, order } = what;
    const { outcomes, results } = await writeNames(io, input, {
        repository: document.repository,
        digest,
        event,
        order,
        names: wished.map(({ wish }) => wish),
        onExisting: input['on-existing'],
        expected: input.expect.map(oci_digest/* parseDigest */.m),
    });
    const names = wished.map(({ wish, rule, why }, at) => {
        const name = { tag: wish.tag, rule, why };
        return { ...name, ...(outcomes[at] ?? tags_names/* planned */.l) };
    });
    return { ...document, names, results };
}


/***/ }),

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

/***/ 2721:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wy: () => (/* binding */ sayBuilt),
/* harmony export */   l0: () => (/* binding */ builtStatements),
/* harmony export */   mt: () => (/* binding */ completeBuilt)
/* harmony export */ });
/* unused harmony export builtSchema */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7663);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4836);
/* harmony import */ var _terms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1994);




const name = 'built';
/** The predicate that a digest is what came out of a commit. */
const builtSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    commit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(_terms_js__WEBPACK_IMPORTED_MODULE_1__/* .aCommit */ .JS, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The commit that the subject was built from.')),
    source: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The URL of the git repository. null: it is not known.')),
    ref: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The branch or tag that was built, as git calls it. null: none.')),
    author: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Who wrote the commit, as git says. null: it is not known.')),
    dockerfile: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The Dockerfile, from the top of the repository.')),
    target: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The stage that was built. null: the last one.')),
    by: _terms_js__WEBPACK_IMPORTED_MODULE_1__/* .saidBy */ .TT,
    at: _terms_js__WEBPACK_IMPORTED_MODULE_1__/* .saidAt */ .J0,
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .readonly */ .tBZ(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The subject was built from a commit, and holds the claim of it.'));
/** What was said about how a digest was built: nothing of it is signed. */
const builtStatements = (repository, digest) => (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .said */ .ag)(repository, digest, name, builtSchema);
async function sayBuilt(repository, subject, predicate) {
    const about = { [_io__WEBPACK_IMPORTED_MODULE_3__/* .annotation */ .w7.created]: predicate.at, [_io__WEBPACK_IMPORTED_MODULE_3__/* .annotation */ .w7.revision]: predicate.commit };
    await (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv)(repository, subject, name, predicate, about);
}
/** Says it unless it was said: a run that was ended left it to the next one. */
async function completeBuilt(repository, subject, predicate) {
    const what = { name, key: _io__WEBPACK_IMPORTED_MODULE_3__/* .annotation */ .w7.revision, value: predicate.commit };
    if (await (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .isSaid */ .QV)(repository, subject.digest, what))
        return;
    await sayBuilt(repository, subject, predicate);
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

/***/ 9520:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y5: () => (/* binding */ sayPartOf),
/* harmony export */   ll: () => (/* binding */ partOfStatements),
/* harmony export */   mr: () => (/* binding */ completePartOf)
/* harmony export */ });
/* unused harmony export partOfSchema */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4836);
/* harmony import */ var _terms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1994);



const name = 'part-of';
/** The predicate that an image is one of an index. */
const partOfSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    index: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(_terms_js__WEBPACK_IMPORTED_MODULE_1__/* .aDigest */ .Qd, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The index that holds the subject.')),
    platform: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('What the subject runs on, as the index says. null: it does not say.')),
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .readonly */ .tBZ(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The subject is in an index. Nodes report the digest of the image of their platform, and no registry finds the index by it.'));
/** The indexes that an image was said to be in. Whether it is, the index itself tells. */
const partOfStatements = (repository, digest) => (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .said */ .ag)(repository, digest, name, partOfSchema);
/** Says it unless it was said: an image may have been stored before it was, or by somebody else. */
async function completePartOf(repository, subject, predicate) {
    const all = await partOfStatements(repository, subject.digest);
    if (all.some((one) => one.predicate.index === predicate.index))
        return;
    await sayPartOf(repository, subject, predicate);
}
/** Says it of an image of an index. The same words twice are one artifact. */
async function sayPartOf(repository, subject, predicate) {
    await (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv)(repository, subject, name, predicate, {});
}


/***/ }),

/***/ 4601:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nd: () => (/* binding */ describeSide),
/* harmony export */   uU: () => (/* binding */ taken),
/* harmony export */   uz: () => (/* binding */ standingSide)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2420);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5647);
/* harmony import */ var _built_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2721);
/* harmony import */ var _origin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5291);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9220);




/**
 * What is known of an image that stands in the way: from the statements about it, else from what it says of itself. What
 * cannot be read is not known, since the refusal is what counts.
 */
async function standingSide(repository, digest) {
    const side = async () => {
        const [release, built, origin] = await Promise.all([
            (0,_release_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseStatements */ .It)(repository, digest),
            (0,_built_js__WEBPACK_IMPORTED_MODULE_1__/* .builtStatements */ .l0)(repository, digest),
            (0,_origin_js__WEBPACK_IMPORTED_MODULE_2__/* .originOf */ .y)(repository, digest),
        ]);
        const told = release[0]?.predicate ?? built[0]?.predicate;
        return {
            digest,
            commit: told?.commit ?? origin.revision ?? null,
            by: told?.by ?? null,
            at: told?.at ?? origin.created ?? null,
        };
    };
    return side().catch((error) => {
        if (error instanceof _io__WEBPACK_IMPORTED_MODULE_3__/* .Failed */ .cV)
            return { digest, commit: null, by: null, at: null };
        throw error;
    });
}
/** For a sentence: the digest, and in brackets commit, run and time as far as they are known. */
function describeSide({ digest, commit, by, at }) {
    const facts = [
        commit === null ? 'of a commit that is not known' : `of commit ${plain(commit)}`,
        by === null ? 'by a run that is not known' : `by ${plain(by)}`,
        at === null ? 'at a time that is not known' : `at ${plain(at)}`,
    ];
    const nothing = commit === null && by === null && at === null;
    const known = nothing ? 'commit, run and time are not known' : facts.join(', ');
    return `${digest ?? 'an image that is not built yet'} (${known})`;
}
/** Statements and labels are somebody's text. */
const plain = (text) => /^[\w.:/@+ -]{1,200}$/.test(text) ? text : (0,_io__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text.slice(0, 200));
/** The refusal of a name that is written once and stands on something else. */
async function taken(repository, what, ours) {
    const { name, found, guarded = false } = what;
    const standing = await standingSide(repository, found);
    const guard = guarded ? ', and the registry itself lets nobody move it' : '';
    return new _io__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .Lw('version-taken', `${name} of ${repository.name} is written once: it stands on ${describeSide(standing)}${guard}; this is ${describeSide(ours)}; release it under a new version`, { conflict: { standing, ours } });
}


/***/ }),

/***/ 5048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ putVersion),
/* harmony export */   L: () => (/* binding */ putOnce)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9205);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9801);
/* harmony import */ var _claim_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2173);
/* harmony import */ var _sides_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4601);





/**
 * Gives a digest its version, once and for ever.
 * @throws Refused when the version stands on another digest, with what is known of both
 */
function putVersion(repository, version, how) {
    return putOnce(repository, (0,_version__WEBPACK_IMPORTED_MODULE_1__/* .versionTag */ .Vm)(version), { ...how, name: `version ${version.text}` });
}
/** As `putVersion`, for any name that is written once; `name` is what a person calls it. */
async function putOnce(repository, tag, how) {
    const { digest, mediaType } = how.content.descriptor;
    const found = (await repository.resolve(tag))?.digest;
    if (found !== undefined)
        return same(repository, { ...how, found, digest });
    try {
        const { guarantee } = await repository.tag(tag, how.content.bytes, mediaType, 'absent');
        await settled(repository, tag, { ...how, guarantee });
        return { state: 'written', guarantee };
    }
    catch (error) {
        // Written between the question and our answer, or refused by the registry's own rule: who is it?
        if (!(error instanceof _oci__WEBPACK_IMPORTED_MODULE_2__/* .TagMoved */ .a9 || error instanceof _oci__WEBPACK_IMPORTED_MODULE_2__/* .TagImmutable */ .Nq))
            throw error;
        // What stands there a moment after a race is what stays.
        if (error instanceof _oci__WEBPACK_IMPORTED_MODULE_2__/* .TagMoved */ .a9)
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(_claim_js__WEBPACK_IMPORTED_MODULE_3__/* .settleMs */ ._l);
        const now = (await repository.resolve(tag))?.digest;
        if (now === undefined)
            throw error;
        const guarded = error instanceof _oci__WEBPACK_IMPORTED_MODULE_2__/* .TagImmutable */ .Nq;
        return same(repository, { ...how, found: now, digest, guarded });
    }
}
/** Storage that cannot compare lets two writers through: whose write is overwritten has to hear of it. */
async function settled(repository, tag, how) {
    if (how.guarantee === 'atomic')
        return;
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(_claim_js__WEBPACK_IMPORTED_MODULE_3__/* .settleMs */ ._l);
    const found = (await repository.resolve(tag))?.digest;
    const { digest } = how.content.descriptor;
    if (found !== digest)
        throw new _oci__WEBPACK_IMPORTED_MODULE_2__/* .TagMoved */ .a9(`${repository.name}:${tag}`, digest, found);
}
async function same(repository, how) {
    if (how.found === how.digest)
        return { state: 'there', guarantee: null };
    throw await (0,_sides_js__WEBPACK_IMPORTED_MODULE_4__/* .taken */ .uU)(repository, how, how.ours);
}


/***/ }),

/***/ 1552:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B6: () => (/* binding */ versionElsewhere),
/* harmony export */   ky: () => (/* binding */ skippedResult),
/* harmony export */   ul: () => (/* binding */ ourSide),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _lifecycle__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4601);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9801);


/** What a version stands on, when that is not what the commit has; undefined: nothing is in the way. */
async function versionElsewhere(repository, version, built) {
    const standing = await repository.resolve((0,_version__WEBPACK_IMPORTED_MODULE_0__/* .versionTag */ .Vm)(version));
    return standing?.digest === built ? undefined : standing?.digest;
}
/** This run, as a side of a conflict. */
const ourSide = ({ event: { commit } }, digest, { by, now }) => ({ digest: digest ?? null, commit, by, at: now().toISOString() });
/** The refusal of a version that stands on something else, before anything is built. */
function refusal(errand, repository, what) {
    const { version, taken: found, built, ground } = what;
    const name = `version ${version.text}`;
    return (0,_lifecycle__WEBPACK_IMPORTED_MODULE_1__/* .taken */ .uU)(repository, { name, found }, ourSide(errand, built, ground));
}
/** Says what stands there, for a run that was to leave it be. */
async function skippedResult(repository, { version, taken: found }) {
    const standing = (0,_lifecycle__WEBPACK_IMPORTED_MODULE_1__/* .describeSide */ .Nd)(await (0,_lifecycle__WEBPACK_IMPORTED_MODULE_1__/* .standingSide */ .uz)(repository, found));
    return {
        gate: 'version',
        outcome: 'passed',
        reason: `version ${version.text} of ${repository.name} stands on ${standing}: nothing is built or moved`,
        evidence: [found],
    };
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

/***/ 4725:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ sayParts),
/* harmony export */   u: () => (/* binding */ completeParts)
/* harmony export */ });
/* harmony import */ var _image__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5988);
/* harmony import */ var _lifecycle__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9212);
/* harmony import */ var _lifecycle__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9520);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5970);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(127);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3239);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2185);



const atOnce = 4;
/**
 * Says of each image of a stored index that it is in it, beside the image: by a child's digest alone no registry finds
 * its index. The same words are the same artifacts, so that a rerun adds what is missing and nothing else.
 */
async function sayParts({ layout, root }, where) {
    await ofEach(await (0,_lifecycle__WEBPACK_IMPORTED_MODULE_0__/* .contentOf */ .$)((0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .openLayout */ .B)(layout), root.digest), where, _lifecycle__WEBPACK_IMPORTED_MODULE_2__/* .sayPartOf */ .Y5);
}
/** The same of an index that was stored before: what is missing is said. */
const completeParts = (content, where) => ofEach(content, where, _lifecycle__WEBPACK_IMPORTED_MODULE_2__/* .completePartOf */ .mr);
async function ofEach({ bytes, descriptor }, { repository, signal }, say) {
    const manifest = (0,_oci__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .Ng)(bytes, descriptor.mediaType);
    if (!(0,_oci__WEBPACK_IMPORTED_MODULE_3__/* .isIndex */ .nw)(manifest))
        return;
    const { digest: index } = descriptor;
    const sayOf = (image) => {
        const platform = image.platform === undefined ? null : (0,_oci__WEBPACK_IMPORTED_MODULE_4__/* .formatPlatform */ .Bq)(image.platform);
        return say(repository, image, { index, platform });
    };
    const [first, ...others] = manifest.manifests.filter((child) => !(0,_image__WEBPACK_IMPORTED_MODULE_5__/* .isAttestation */ .H3)(child));
    // What statements have in common is stored with the first one.
    if (first !== undefined)
        await sayOf(first);
    await (0,_oci__WEBPACK_IMPORTED_MODULE_6__/* .inParallel */ .H)(others, { concurrency: atOnce, signal }, sayOf);
}


/***/ }),

/***/ 8399:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ sayVersionGiven),
/* harmony export */   u: () => (/* binding */ sayHowBuilt)
/* harmony export */ });
/* harmony import */ var _lifecycle__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2721);
/* harmony import */ var _lifecycle__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9220);

/** Says how a digest was built: at once by the run that has claimed the commit, else when nobody has said it. */
async function sayHowBuilt({ repository, subject, event, ground }, { told, isNew }) {
    const say = isNew ? _lifecycle__WEBPACK_IMPORTED_MODULE_0__/* .sayBuilt */ .Wy : _lifecycle__WEBPACK_IMPORTED_MODULE_0__/* .completeBuilt */ .mt;
    await say(repository, subject, {
        ...(await told()),
        commit: event.commit,
        ref: refOf(event),
        by: ground.by,
        at: ground.now().toISOString(),
    });
}
/** Says which version a digest was given. */
async function sayVersionGiven({ repository, subject, event, ground }, { version, isNew }) {
    const say = isNew ? _lifecycle__WEBPACK_IMPORTED_MODULE_1__/* .sayRelease */ .LR : _lifecycle__WEBPACK_IMPORTED_MODULE_1__/* .completeRelease */ .xB;
    await say(repository, subject, {
        version: version.text,
        gitTag: event.kind === 'tag' ? event.tag : null,
        commit: event.commit,
        by: ground.by,
        at: ground.now().toISOString(),
    });
}
/** As git calls it. */
function refOf(event) {
    if (event.kind === 'push')
        return `refs/heads/${event.branch}`;
    return event.kind === 'tag' ? `refs/tags/${event.tag}` : null;
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
    if (history === undefined) {
        throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .Failed */ .cV(3, 'no-default-branch', `there is no git repository here, so it is not known whether commit ${commit} is on the default branch, and no version is given: check out with fetch-depth: 0`);
    }
    const branch = await history.defaultBranch();
    if (branch === undefined) {
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
