export const id = 989;
export const ids = [989];
export const modules = {

/***/ 7655:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ keywords)
/* harmony export */ });
/** https://docs.docker.com/reference/dockerfile/ */
const keywords = [
    'ADD',
    'ARG',
    'CMD',
    'COPY',
    'ENTRYPOINT',
    'ENV',
    'EXPOSE',
    'FROM',
    'HEALTHCHECK',
    'LABEL',
    'MAINTAINER',
    'ONBUILD',
    'RUN',
    'SHELL',
    'STOPSIGNAL',
    'USER',
    'VOLUME',
    'WORKDIR',
];


/***/ }),

/***/ 8651:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JI: () => (/* binding */ baseClaims),
/* harmony export */   X0: () => (/* binding */ layersProven),
/* harmony export */   bf: () => (/* binding */ chooseBase),
/* harmony export */   no: () => (/* binding */ settles)
/* harmony export */ });
/* unused harmony exports baseRungs, guessedLayers */
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7663);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3670);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6027);



/**
 * Who says what an image stands on, in the order in which they are asked: a person; the annotations of the index or
 * the manifest; a label of the config, which may be the base's own; the engine's provenance; the FROM of the
 * Dockerfile; an image that it may be; the image's history, which is a guess.
 */
const baseRungs = (/* unused pure expression or super */ null && ([
    'given',
    'annotation',
    'label',
    'provenance',
    'dockerfile',
    'candidate',
    'history',
]));
/** What each of them claims, in their order. Provenance that names several images has one claim for each. */
function baseClaims(sources) {
    const { given, index, manifest, config, provenance, dockerfile, candidates = [] } = sources;
    const claim = (rung) => ({ name, digest }) => ({ rung, name, digest });
    const of = (rung, name) => name === undefined ? [] : [claim(rung)(name)];
    return [
        ...of('given', given),
        ...of('annotation', nameIn(manifest?.annotations)),
        ...of('annotation', nameIn(index?.annotations)),
        ...of('label', nameIn(config.config?.Labels)),
        ...(provenance?.materials ?? []).slice(0, mostClaims).map(claim('provenance')),
        ...of('dockerfile', dockerfile),
        ...candidates.slice(0, mostClaims).map(claim('candidate')),
    ];
}
/** Each claim costs requests. */
const mostClaims = 20;
function nameIn(texts = {}) {
    const name = texts[_io__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7.baseName];
    const digest = texts[_io__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7.baseDigest];
    if (name === undefined || name === '')
        return undefined;
    return { name, digest: digest !== undefined && (0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest) ? digest : undefined };
}
/** How many of an image's layers, from the lowest, are those of a base; undefined: it does not begin with them. */
function layersProven(own, { diffIds = [] }) {
    const proven = diffIds.filter((ids) => ids.length > 0 && ids.every((id, position) => own[position] === id));
    return proven.length === 0 ? undefined : Math.max(...proven.map(({ length }) => length));
}
/** Whether nobody further down needs to be asked. A label may be older than the image: of an image below its base. */
function settles({ config }, evidence) {
    if (evidence.rung === 'given')
        return true;
    if (evidence.rung === 'label')
        return false;
    return (evidence.name === 'scratch' || layersProven(config.rootfs.diff_ids, evidence) !== undefined);
}
/**
 * The base by the first claim that is proven; a proven label only where none has more layers. Else by the first
 * claim that is not disproved, else by a guess. Undefined: nothing tells.
 */
function chooseBase({ config }, claims) {
    const own = config.rootfs.diff_ids;
    const known = claims.map((claim) => ({ claim, layers: layersProven(own, claim) }));
    const given = known.find(({ claim }) => claim.rung === 'given');
    if (given !== undefined && given.layers === undefined)
        return unproven(given.claim, config);
    const proven = known.flatMap(({ claim, layers }) => layers === undefined ? [] : { claim, layers });
    const label = proven.find(({ claim }) => claim.rung === 'label');
    const other = proven.find(({ claim }) => claim.rung !== 'label');
    const best = label !== undefined && label.layers > (other?.layers ?? 0) ? label : other;
    if (best !== undefined) {
        const { name, digest, rung } = best.claim;
        return { name, digest, layers: best.layers, rung, verified: true, doubt: undefined };
    }
    const possible = claims.find((claim) => mayBe(claim, claims));
    return possible === undefined ? guessed((0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .historyOf */ .o)(config)) : unproven(possible, config);
}
/** An image that was read and is not below this one is disproved, if it is surely the one that was meant. */
function mayBe({ rung, name, pinned, diffIds }, all) {
    if (rung === 'candidate')
        return false;
    if (name === 'scratch')
        return true;
    if (rung === 'provenance' && all.filter((one) => one.rung === rung).length > 1)
        return false;
    return diffIds === undefined || !pinned;
}
function unproven(claim, config) {
    const { name, rung, diffIds, doubt, pinned } = claim;
    const digest = pinned ? claim.digest : undefined;
    if (name === 'scratch') {
        return { name, digest: undefined, layers: 0, rung, verified: false, doubt: undefined };
    }
    const unlike = `the image does not begin with the layers of ${digest ?? name}`;
    const layers = diffIds === undefined ? guessedLayers((0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .historyOf */ .o)(config)) : 0;
    return { name, digest, layers, rung, verified: false, doubt: doubt ?? unlike };
}
function guessed(history) {
    const layers = guessedLayers(history);
    if (layers === 0)
        return undefined;
    const doubt = 'it is guessed from the history';
    return { name: undefined, digest: undefined, layers, rung: 'history', verified: false, doubt };
}
/**
 * Most bases end with a CMD or an ENTRYPOINT. The image's own come after its last layer, so the next ones below that
 * are the base's.
 */
function guessedLayers({ steps, disagreement }) {
    if (disagreement !== undefined)
        return 0;
    const top = steps.findLastIndex(({ layer }) => layer !== undefined);
    const end = steps
        .slice(0, Math.max(top, 0))
        .findLastIndex(({ layer, keyword }) => layer === undefined && (keyword === 'CMD' || keyword === 'ENTRYPOINT'));
    return steps.slice(0, end + 1).filter(({ layer }) => layer !== undefined).length;
}


/***/ }),

/***/ 6027:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ historyOf)
});

// EXTERNAL MODULE: ./packages/dockerfile/dockerfile.ts
var dockerfile = __webpack_require__(7655);
;// CONCATENATED MODULE: ./packages/image/history-command.ts

/** Scripts can be long; nothing that was written by hand is longer. */
const longest = 1 << 16;
const shell = /^(?:\/\S*\/)?(?:ba|da|z|k|a)?sh(?: -[A-Za-z]+| pipefail)* -[a-z]*c(?: |$)/;
const windowsShell = /^(?:cmd(?:\.exe)? \/S \/C|powershell(?:\.exe)?(?: -\S+)* -Command) ?/i;
/** Where a shell stands behind build arguments, whose values may have spaces. */
const shellInside = / (?:\/\S*\/)(?:ba|da|z|k|a)?sh(?: -[A-Za-z]+| pipefail)* -[a-z]*c /;
/**
 * Reads `created_by` as Docker, BuildKit, Buildah, kaniko and our builder write it: `/bin/sh -c #(nop)  CMD […]`,
 * `RUN |1 a=b /bin/sh -c make # buildkit`, `RUN make`. Never fails: what none of them writes has no keyword.
 */
function parseHistoryCommand(createdBy) {
    const whole = createdBy.slice(0, longest).trim();
    const text = whole.replace(/ # buildkit(?::\S*)?$/, '');
    if (/^RUN /i.test(text)) {
        const rest = text.slice('RUN '.length);
        // Without BuildKit's mark it is the Dockerfile's own text, in which a shell was written by hand.
        if (text === whole)
            return { keyword: 'RUN', rest };
        const bare = withoutArguments(rest);
        return { keyword: 'RUN', rest: withoutShell(bare) ?? bare };
    }
    const bare = withoutArguments(text);
    const command = withoutShell(bare);
    if (command === undefined) {
        return bare === text ? instructionOf(text) : { keyword: 'RUN', rest: bare };
    }
    if (command.startsWith('#(nop)'))
        return instructionOf(command.slice('#(nop)'.length).trim());
    return command === '' ? { keyword: undefined, rest: text } : { keyword: 'RUN', rest: command };
}
function instructionOf(text) {
    const [word = ''] = text.split(/\s/, 1);
    const keyword = dockerfile/* keywords */.R.find((one) => one === word.toUpperCase());
    return { keyword, rest: keyword === undefined ? text : text.slice(word.length).trim() };
}
function withoutShell(text) {
    const found = shell.exec(text) ?? windowsShell.exec(text);
    return found === null ? undefined : text.slice(found[0].length);
}
/** Build arguments stand before a command: `|2 a=b c=d /bin/sh -c make`. */
function withoutArguments(text) {
    const count = /^\|(\d{1,4}) /.exec(text);
    if (count === null)
        return text;
    const rest = text.slice(count[0].length);
    const at = shellInside.exec(` ${rest}`);
    if (at !== null)
        return rest.slice(at.index);
    const words = rest.split(' ');
    return words.slice(Number(count[1])).join(' ');
}
/** On one line, for people: digests shortened, white space as one blank. */
function showHistoryCommand({ keyword, rest }) {
    const ports = keyword === 'EXPOSE' ? /^map\[(.*)\]$/s.exec(rest)?.[1] : undefined;
    const text = ports === undefined ? rest : ports.replaceAll(':{}', '');
    return `${keyword ?? ''} ${text}`
        .replace(/\b(file|dir|multi):([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1:$2')
        .replace(/\s+/g, ' ')
        .trim();
}

;// CONCATENATED MODULE: ./packages/image/history.ts

/** Matches entries that made a layer with layers by their position: nothing else ties them together. */
function historyOf({ history = [], rootfs, }) {
    const count = rootfs.diff_ids.length;
    let made = 0;
    const steps = history.map(({ created_by = '', empty_layer }) => {
        const layer = empty_layer === true ? undefined : made++;
        const parsed = parseHistoryCommand(created_by);
        return {
            ...parsed,
            command: showHistoryCommand(parsed),
            layer: layer !== undefined && layer < count ? layer : undefined,
        };
    });
    const layers = rootfs.diff_ids.map(() => undefined);
    for (const step of steps)
        if (step.layer !== undefined)
            layers[step.layer] = step;
    return { steps, layers, disagreement: disagreement(made, count) };
}
function disagreement(made, count) {
    if (made === count)
        return undefined;
    const layers = `the image has ${count} layer${count === 1 ? '' : 's'}`;
    return made === 0
        ? `${layers} and no history of them`
        : `${layers}, and its history speaks of ${made}`;
}


/***/ }),

/***/ 5988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QF: () => (/* binding */ platformImages),
/* harmony export */   gj: () => (/* binding */ imageConfig),
/* harmony export */   tj: () => (/* binding */ platformOf)
/* harmony export */ });
/* unused harmony exports maxConfigBytes, isAttestation, smallBlob */
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(127);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9205);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4580);



const maxImages = 100;
const maxConfigBytes = 8 << 20;
/** BuildKit keeps what it tells of an image beside it in the index. https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
const isAttestation = ({ platform, annotations }) => platform?.os === 'unknown' ||
    annotations?.['vnd.docker.reference.type'] === 'attestation-manifest';
/**
 * The image, or those of an index in its order; attestations and indexes inside are left out. `wanted` chooses by
 * what the index says of them.
 * @throws NotThere, Corrupt, and whatever the repository ends in
 */
async function platformImages(repository, digest, wanted = () => true) {
    const root = await manifestAt(repository, digest);
    if (!(0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .isIndex */ .nw)(root)) {
        return { index: undefined, images: [{ digest, platform: undefined, manifest: root }] };
    }
    const children = root.manifests.filter((child) => !isAttestation(child) && wanted(child));
    if (children.length > maxImages) {
        throw new _oci__WEBPACK_IMPORTED_MODULE_2__/* .Corrupt */ .Q6(`the index ${digest}`, `it has more than ${maxImages} images`);
    }
    const images = await Promise.all(children.map(async ({ digest: child, platform }) => {
        const manifest = await manifestAt(repository, child);
        return (0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .isIndex */ .nw)(manifest) ? [] : [{ digest: child, platform, manifest }];
    }));
    return { index: root, images: images.flat() };
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

/***/ 8284:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ baseOf)
/* harmony export */ });
/* harmony import */ var _image__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5988);
/* harmony import */ var _image__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8651);
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
        const proven = (0,_image__WEBPACK_IMPORTED_MODULE_4__/* .layersProven */ .X0)(own, { diffIds: lists }) !== undefined;
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

/***/ 9751:
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
// EXTERNAL MODULE: ./packages/version/version.ts
var version = __webpack_require__(2229);
;// CONCATENATED MODULE: ./packages/lifecycle/order.ts

/**
 * By version when both carry one, else by the ancestry of their commits. Times never decide.
 * An order that cannot be found out says so, and what would help.
 */
async function relate(candidate, standing, history) {
    if (candidate.digest === standing.digest)
        return { order: 'same', because: 'it is this digest' };
    if (candidate.version !== undefined && standing.version !== undefined) {
        const difference = (0,version/* compareVersions */.Zy)(candidate.version, standing.version);
        const order = difference > 0 ? 'after' : difference < 0 ? 'before' : 'same';
        return { order, because: 'by version' };
    }
    return relateCommits(candidate.commit, standing.commit, history);
}
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
    const { base } = ground.policy;
    if (base !== undefined) {
        const facts = await (0,lifecycle_base/* baseOf */.b)(own, candidate.digest, ground.open);
        results.push(gates_base/* baseGate */.P.judge(base.allowed, facts, undefined));
    }
    return results;
}
async function judgeOrder(one, ground) {
    const { image, place, candidate, standing, expected } = one;
    const rule = { expected: expected !== undefined && expected !== 'absent' };
    const name = (0,lifecycle_known/* nameOf */.V)(candidate);
    if (standing === undefined) {
        return orderGate.judge(rule, { digest: candidate.digest, name }, 'nothing');
    }
    const known = await (0,lifecycle_known/* know */.u)(image, standing, ground);
    // What lost its claim, or stands in another repository alone, was of a known commit when it passed.
    const commit = known?.commit ?? (await (0,lifecycle_passed/* commitSaid */.rh)(place.repository, standing, place.environment.name));
    const there = { digest: standing, version: known?.version, commit };
    const relation = await relate(candidate, there, ground.history);
    const facts = { digest: candidate.digest, name, relation };
    return orderGate.judge(rule, facts, { digest: standing, name: (0,lifecycle_known/* nameOf */.V)(there) });
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

/***/ 391:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ cosignTags),
/* harmony export */   g: () => (/* binding */ isCosignTag)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3670);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1421);


const kinds = ['sig', 'att', 'sbom'];
/**
 * The tags under which cosign keeps what it knows of a manifest where it does not use referrers.
 * https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md
 */
const cosignTags = (digest) => kinds
    .map((kind) => `${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .algorithmOf */ .Hy)(digest)}-${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hexOf */ .ZD)(digest)}.${kind}`)
    .filter((tag) => (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isTag */ .dz)(tag));
const isCosignTag = (name) => /^sha(?:256|512)-[0-9a-f]{64,128}\.(?:sig|att|sbom)$/.test(name);


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
    for (const tag of (0,copy_cosign/* cosignTags */.F)(digest)) {
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

/***/ 2185:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
/**
 * Works on the items in their order, at most `concurrency` at a time. The first error is thrown once all work
 * that was begun has ended; the signal that each work gets is aborted by it.
 */
async function inParallel(items, { concurrency, signal }, work) {
    const queue = items[Symbol.iterator]();
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const worker = async () => {
        for (let next = queue.next(); next.done !== true; next = queue.next()) {
            if (either.aborted)
                return;
            await work(next.value, either).catch((error) => {
                stop.abort(error);
            });
        }
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
    signal.throwIfAborted();
    // An abort keeps its first reason; those that it caused come later.
    stop.signal.throwIfAborted();
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
/* harmony export */   K: () => (/* binding */ promoteInputs),
/* harmony export */   _: () => (/* binding */ buildInputs)
/* harmony export */ });
const since = '0.1.0';
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
    builder: {
        type: 'one-of',
        values: ['auto', 'builtin', 'buildah'],
        default: 'auto',
        description: 'Who builds: `builtin` needs no engine and cannot `RUN`; `auto` takes it when that is enough.',
        since,
    },
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
