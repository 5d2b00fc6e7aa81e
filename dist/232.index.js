export const id = 232;
export const ids = [232];
export const modules = {

/***/ 9414:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  orderIn: () => (/* binding */ orderIn)
});

// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
;// CONCATENATED MODULE: ./packages/version/calver-format.ts

const calver_format_short = '(0|[1-9][0-9]*)';
const padded = '([0-9]{2})';
const fields = new Map([
    ['YYYY', { grammar: '([1-9][0-9]{3})', varies: false }],
    ['YY', { grammar: calver_format_short, varies: true }],
    ['0Y', { grammar: '([0-9]{2}|[1-9][0-9]{2})', varies: true }],
    ['MM', { grammar: calver_format_short, most: 12, varies: true }],
    ['0M', { grammar: padded, most: 12, varies: false }],
    ['WW', { grammar: calver_format_short, most: 53, varies: true }],
    ['0W', { grammar: padded, most: 53, varies: false }],
    ['DD', { grammar: calver_format_short, most: 31, varies: true }],
    ['0D', { grammar: padded, most: 31, varies: false }],
    ['MAJOR', { grammar: calver_format_short, varies: true }],
    ['MINOR', { grammar: calver_format_short, varies: true }],
    ['MICRO', { grammar: calver_format_short, varies: true }],
]);
/** Weeks of some calendars start at 0, months and days do not. */
const fromOne = new Set(['MM', '0M', 'DD', '0D']);
const piece = new RegExp(`${[...fields.keys(), 'MODIFIER'].join('|')}|[._-]`, 'g');
const modifierGrammar = '([A-Za-z][0-9A-Za-z]*(?:[.-][0-9A-Za-z]+)*)';
/**
 * A reader of versions in a format such as `YYYY.0M.MICRO` or `YY.MM.MICRO-MODIFIER`. What stands before MODIFIER is
 * written only with it.
 * @throws UsageError for a format that is none or that can be read in two ways
 */
function calendarReader(format) {
    const pieces = format.length > 64 ? [] : (format.match(piece) ?? []);
    const names = pieces.filter((name) => fields.has(name));
    const fault = names.length === 0 || pieces.join('') !== format
        ? `write ${[...fields.keys()].join(', ')} or MODIFIER, with ".", "-" or "_" between them`
        : faultOf(pieces);
    if (fault === undefined)
        return readerOf(pieces, names);
    throw new errors/* UsageError */.eb(`${(0,quote/* quote */.h)(format)} is no CalVer format: ${fault}`);
}
function faultOf(pieces) {
    if (pieces.slice(0, -1).includes('MODIFIER'))
        return 'MODIFIER comes last';
    const unclear = pieces.find((name, at) => fields.get(name)?.varies === true && fields.has(pieces[at + 1] ?? ''));
    return unclear === undefined
        ? undefined
        : `nobody knows where ${unclear} ends, put "." behind it`;
}
function readerOf(pieces, names) {
    const grammar = new RegExp(`^${grammarOf(pieces)}$`, 'd');
    return (text) => {
        const match = grammar.exec(text);
        if (match === null)
            return undefined;
        const numbers = match.slice(1, names.length + 1);
        if (!names.every((name, at) => isInRange(name, numbers[at] ?? '')))
            return undefined;
        return {
            numbers,
            lines: names.map((_, at) => text.slice(0, match.indices?.[at + 1]?.[1])),
            modifier: match[names.length + 1],
        };
    };
}
function grammarOf(pieces) {
    const hasModifier = pieces.at(-1) === 'MODIFIER';
    const body = hasModifier ? pieces.slice(0, -1) : pieces;
    const before = hasModifier ? body.slice(body.findLastIndex((name) => fields.has(name)) + 1) : [];
    const written = (some) => some.map((name) => fields.get(name)?.grammar ?? `\\${name}`.replace('\\_', '_')).join('');
    const rest = hasModifier ? `(?:${written(before)}${modifierGrammar})?` : '';
    return `${written(body.slice(0, body.length - before.length))}${rest}`;
}
function isInRange(name, digits) {
    const most = fields.get(name)?.most;
    if (most === undefined)
        return true;
    return (digits.length <= 2 && Number(digits) <= most && Number(digits) >= (fromOne.has(name) ? 1 : 0));
}

// EXTERNAL MODULE: ./packages/version/order.ts
var order = __webpack_require__(7441);
;// CONCATENATED MODULE: ./packages/version/order-natural.ts

/** What people write for a version that is not released yet; here it has no place of its own in the order. */
const unfinished = /(?:^|[^A-Za-z])(?:alpha|beta|preview|pre|rc|dev|snapshot|nightly)(?![A-Za-z])/i;
/**
 * By turns numbers and the text between them, as people sort names: `build-9` before `build-10`, a name before one that
 * goes on. Numbers come before text, and text is in the order of ASCII. For names that follow no scheme.
 */
const natural = (0,order/* orderBy */.My)('natural', parse);
function parse(text) {
    if (!/^[!-~]+$/.test(text))
        return undefined;
    const key = Array.from(text.matchAll(/([0-9]+)|[^0-9]+/g), ([piece, digits]) => digits === undefined ? (0,order/* wordAt */.E7)(3, piece) : (0,order/* numberAt */.tk)(2, digits));
    const numbers = /^[0-9]+(?:\.[0-9]+)*/.exec(text)?.[0].split('.') ?? [];
    return { text, key, lines: (0,order/* linesOf */.Dx)(numbers), pre: unfinished.test(text), revised: false };
}

// EXTERNAL MODULE: ./packages/version/revision-suffix.ts
var revision_suffix = __webpack_require__(7472);
;// CONCATENATED MODULE: ./packages/version/order-calver.ts




/** The format that counts the releases of a month. */
const defaultCalendarFormat = 'YYYY.0M.MICRO';
/** Below the end of a key, so that a version with a modifier comes before the one without. */
const before = (0,order/* mark */.Gy)(-1);
/**
 * Versions by date, number after number; a modifier (`dev`, `rc1`) comes before the release, a revision behind it.
 * https://calver.org/#scheme
 * @throws UsageError for a format or a suffix that cannot be one
 */
function calver(format, suffix) {
    const read = calendarReader(format);
    const split = (0,revision_suffix/* revisionReader */.v)(suffix);
    return (0,order/* orderBy */.My)('calver', (text) => {
        const { base, digits } = split(text);
        const found = read(base);
        if (found === undefined)
            return undefined;
        const { numbers, lines, modifier } = found;
        return {
            text,
            key: [
                ...numbers.map((one) => (0,order/* numberAt */.tk)(1, one)),
                ...(modifier === undefined ? [] : [before, ...(natural.parse(modifier)?.key ?? [])]),
                ...(digits === undefined ? [] : [(0,order/* numberAt */.tk)(1, digits)]),
            ],
            lines,
            pre: modifier !== undefined,
            revised: digits !== undefined,
        };
    });
}

;// CONCATENATED MODULE: ./packages/version/order-maven.ts

/** Words that Maven knows; those below 0 come before the version that they follow. */
const known = new Map([
    ...[
        ['alpha', -5],
        ['beta', -4],
        ['milestone', -3],
        ['rc', -2],
        ['cr', -2],
    ],
    ...[
        ['snapshot', -1],
        ['ga', 1],
        ['final', 1],
        ['release', 1],
        ['sp', 2],
    ],
]);
const shortened = new Map([
    ['a', 'alpha'],
    ['b', 'beta'],
    ['m', 'milestone'],
]);
const rank = { released: 1, word: 3, hyphenNumber: 4, dotNumber: 5 };
const token = /[.-]|[0-9]+|[^.0-9-]+/g;
/**
 * The order of Maven's ComparableVersion: known words, then others, then numbers behind a hyphen, then those behind a dot.
 * What it calls null (0, `ga`, `final`, `release`) is dropped at the end, before each hyphen and before each word, so that
 * the order is total; ComparableVersion leaves some of them and then contradicts itself.
 * https://maven.apache.org/pom.html#version-order-specification
 */
const maven = (0,order/* orderBy */.My)('maven', order_maven_parse);
function order_maven_parse(text) {
    if (!/^[!-~]+$/.test(text))
        return undefined;
    const key = placesOf(text.toLowerCase());
    return {
        text,
        key,
        lines: (0,order/* linesOf */.Dx)(/^[0-9]+(?:\.[0-9]+)*/.exec(text)?.[0].split('.') ?? []),
        pre: key.some((place) => place.rank < 0),
        revised: false,
    };
}
function placesOf(text) {
    const places = [];
    let [separator, isFresh] = ['.', true];
    for (const { 0: piece, index } of text.matchAll(token)) {
        if (piece === '.' || piece === '-') {
            if (isFresh)
                add(places, numberPlace('0', separator));
            [separator, isFresh] = [piece, true];
            continue;
        }
        // Between digits and letters there is a hyphen that nobody writes.
        const before = isFresh ? separator : '-';
        const follows = /[0-9]/.test(text.charAt(index + piece.length));
        add(places, /[0-9]/.test(piece) ? numberPlace(piece, before) : wordPlace(piece, follows));
        isFresh = false;
    }
    dropNulls(places);
    return places;
}
const numberPlace = (digits, separator) => (0,order/* numberAt */.tk)(separator === '-' ? rank.hyphenNumber : rank.dotNumber, digits);
function wordPlace(word, isBeforeNumber) {
    const name = isBeforeNumber ? (shortened.get(word) ?? word) : word;
    const place = known.get(name);
    return place === undefined ? (0,order/* wordAt */.E7)(rank.word, name) : (0,order/* mark */.Gy)(place);
}
/** The first place is always a number's: a version is expected to start with one. */
function add(places, place) {
    if (place.rank !== rank.dotNumber)
        dropNulls(places);
    const isStart = places.length === 0 && place.rank === rank.released;
    places.push(isStart ? (0,order/* numberAt */.tk)(rank.dotNumber, '0') : place);
}
function dropNulls(places) {
    let last = places.at(-1);
    while (places.length > 1 && last !== undefined && isNull(last)) {
        places.pop();
        last = places.at(-1);
    }
}
const isNull = (place) => place.rank === rank.released || (place.rank > rank.word && place.digits === '');

// EXTERNAL MODULE: ./packages/version/order-names.ts
var order_names = __webpack_require__(3244);
// EXTERNAL MODULE: ./packages/version/python.ts
var python = __webpack_require__(1115);
;// CONCATENATED MODULE: ./packages/version/order-pep440.ts


const stages = { a: 1, b: 2, rc: 3 };
const release = 4;
/** Where a release ends, so that what follows it compares only where the releases are equal. */
const order_pep440_close = (0,order/* mark */.Gy)(0);
/**
 * Epoch, release, pre-release, post-release, development release and local version, in all their spellings.
 * https://peps.python.org/pep-0440/#summary-of-permitted-suffixes-and-relative-ordering
 */
const pep440 = (0,order/* orderBy */.My)('pep440', order_pep440_parse);
/**
 * Sought only where a row of them starts: else a long row inside the text takes the square of its length.
 * https://peps.python.org/pep-0440/#leading-and-trailing-whitespace
 */
const blanks = /^[ \t\n\r\f\v]+|(?<![ \t\n\r\f\v])[ \t\n\r\f\v]+$/g;
function order_pep440_parse(text) {
    const read = (0,python/* readPython */.Z)(text.replace(blanks, ''));
    if (read === undefined)
        return undefined;
    const { epoch, pre, post, dev, local = [] } = read;
    const stage = pre === undefined ? (dev !== undefined && post === undefined ? 0 : release) : stages[pre.stage];
    return {
        text,
        key: [
            (0,order/* numberAt */.tk)(1, epoch),
            ...withoutZeros(read.release).map((one) => (0,order/* numberAt */.tk)(1, one)),
            order_pep440_close,
            (0,order/* numberAt */.tk)(stage, pre?.number ?? ''),
            post === undefined ? (0,order/* mark */.Gy)(0) : (0,order/* numberAt */.tk)(1, post),
            // What is in development comes before what it becomes.
            dev === undefined ? (0,order/* mark */.Gy)(1) : (0,order/* numberAt */.tk)(0, dev),
            ...local.map(localPlace),
        ],
        // Lines of two epochs would have one name.
        lines: epoch === '0' ? (0,order/* linesOf */.Dx)(read.release) : [],
        pre: pre !== undefined || dev !== undefined,
        revised: post !== undefined,
    };
}
/** 1.0 and 1.0.0 are one release. */
function withoutZeros(segments) {
    const last = segments.findLastIndex((one) => one !== '0');
    return segments.slice(0, last + 1);
}
/** Words before numbers, a longer row behind a shorter one. https://peps.python.org/pep-0440/#local-version-identifiers */
const localPlace = (one) => /^[0-9]+$/.test(one) ? (0,order/* numberAt */.tk)(2, one) : (0,order/* wordAt */.E7)(1, one);

// EXTERNAL MODULE: ./packages/version/order-revisions.ts
var order_revisions = __webpack_require__(8438);
// EXTERNAL MODULE: ./packages/version/order-semver.ts
var order_semver = __webpack_require__(9250);
;// CONCATENATED MODULE: ./packages/version/orders.ts









const orders = {
    revisions: ({ revisionSuffix = revision_suffix/* defaultRevisionSuffix */.s }) => (0,order_revisions/* revisions */.Z)(revisionSuffix),
    semver: () => order_semver/* semver */.h,
    pep440: () => pep440,
    calver: ({ format = defaultCalendarFormat, revisionSuffix = revision_suffix/* defaultRevisionSuffix */.s }) => calver(format, revisionSuffix),
    maven: () => maven,
    natural: () => natural,
};
const isOrderName = (name) => Object.hasOwn(orders, name);
/**
 * The order of versions that has this name.
 * @throws UsageError for a name, suffix or format that is none
 */
function orderOf(name, settings = {}) {
    if (isOrderName(name))
        return orders[name](settings);
    throw new errors/* UsageError */.eb(`${(0,quote/* quote */.h)(name)} is no order of versions: write one of ${order_names/* orderNames */.p.join(', ')}`);
}

;// CONCATENATED MODULE: ./actions/tags/order.ts

/**
 * The order that the inputs ask for, else that of the rules.
 * @param reasons why there are names, where rules have given them
 * @throws UsageError for a suffix that cannot be one
 */
const orderIn = (input, reasons = []) => orderOf(input.order ?? orderOfRules(reasons), { revisionSuffix: input['revision-suffix'] });
/** Rules that read versions in one way only want them compared in that way. */
function orderOfRules(reasons) {
    const rules = new Set(reasons.flatMap(({ rule, version }) => (version === undefined ? [] : rule)));
    const [first] = rules;
    return rules.size === 1 && (first === 'pep440' || first === 'calver') ? first : 'revisions';
}


/***/ }),

/***/ 3114:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ wishedOf)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7581);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2420);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5647);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(947);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5197);


/** The names of an event and, behind a version, those that move to it. @throws UsageError for a word of `moving` that is none */
function wishedOf(names, { moving }) {
    const kinds = movingIn(moving);
    return names.flatMap((name) => [
        wishOf(name),
        ...(name.version === undefined ? [] : movingOf(name.version, kinds)),
    ]);
}
function wishOf({ tag, rule, why, version }) {
    const policy = rule === 'claim' ? 'claim' : 'once';
    const wish = policy === 'claim'
        ? { tag, policy }
        : { tag, policy, ...(version === undefined ? {} : { version: version.text }) };
    return { wish, rule, why };
}
const movingOf = (version, kinds) => (0,_version__WEBPACK_IMPORTED_MODULE_0__/* .movingTargets */ .Hy)(version, kinds).map(({ name: tag, line }) => ({
    wish: { tag, policy: 'monotonic', version: version.text, line },
    rule: 'moving',
    why: `the highest version${line === undefined ? '' : ` of ${line}`}`,
}));
const isKind = (text) => _version__WEBPACK_IMPORTED_MODULE_1__/* .movingKinds */ .m.some((kind) => kind === text);
/** @throws UsageError for a word that is none, or for none beside others */
function movingIn(words) {
    if (words.length === 1 && words[0] === 'none')
        return [];
    return words.map((word) => {
        if (isKind(word))
            return word;
        const known = [..._version__WEBPACK_IMPORTED_MODULE_1__/* .movingKinds */ .m, 'none'];
        const hint = (0,_io__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(word, known) || `: write ${_version__WEBPACK_IMPORTED_MODULE_1__/* .movingKinds */ .m.join(', ')}, or none alone`;
        throw new _io__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb(`"moving" knows no ${(0,_io__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(word)}${hint}`, { input: 'moving' });
    });
}


/***/ }),

/***/ 2173:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ claim),
/* harmony export */   Sf: () => (/* binding */ claimed),
/* harmony export */   _l: () => (/* binding */ settleMs)
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
async function claim(repository, commit, { bytes, descriptor, annotations = {} }) {
    const tag = (0,_version__WEBPACK_IMPORTED_MODULE_1__/* .claimTag */ .rT)(commit);
    const standing = await repository.resolve(tag);
    if (standing !== undefined)
        return { digest: standing.digest, won: false, guarantee: null };
    try {
        const { guarantee } = await repository.tag(tag, bytes, descriptor.mediaType, 'absent', {
            annotations,
        });
        const digest = await settled(repository, commit, { guarantee, digest: descriptor.digest });
        return { digest, won: digest === descriptor.digest, guarantee };
    }
    catch (error) {
        if (!(error instanceof _oci__WEBPACK_IMPORTED_MODULE_2__/* .TagMoved */ .a9) || error.found === undefined)
            throw error;
        const { found: digest } = error;
        return {
            digest: await settled(repository, commit, { guarantee: 'read-back', digest }),
            won: false,
            guarantee: null,
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

/***/ 9898:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UQ: () => (/* binding */ moveForwards),
/* harmony export */   hY: () => (/* binding */ moveFreely),
/* harmony export */   p5: () => (/* binding */ decideForwards)
/* harmony export */ });
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9205);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2229);
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7534);
/* harmony import */ var _name_write_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5708);
/* harmony import */ var _name_wish_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9152);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2761);
/* harmony import */ var _release_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2090);







/**
 * Moves a name that follows commits, such as that of a branch, to what comes after what it stands on: by the ancestry of
 * the commits, and where that does not tell, by version. `latest`, `1` and `1.4` that hold a release go by version alone.
 */
const moveForwards = (repository, tag, how) => moving(repository, tag, {
    content: how.content,
    decide: (standing) => decideForwards(repository, tag, { ...how, standing }),
});
/** Moves a name wherever it is put: that of a pull request or of a schedule. */
const moveFreely = (repository, tag, content) => moving(repository, tag, { content, decide: async () => ({ state: 'written', reason: '' }) });
async function moving(repository, tag, how) {
    const ours = how.content.descriptor.digest;
    for (let round = 1;; round += 1) {
        const standing = (await repository.resolve(tag))?.digest;
        const nothing = { before: standing ?? null, guarantee: null };
        if (standing === ours)
            return { ...nothing, state: 'there', reason: '' };
        const decision = standing === undefined
            ? { state: 'written', reason: 'nothing stood there' }
            : await how.decide(standing);
        if (decision.state !== 'written')
            return { ...nothing, ...decision };
        const written = await (0,_name_write_js__WEBPACK_IMPORTED_MODULE_0__/* .writeMoving */ .W)(repository, tag, {
            content: how.content,
            standing,
            outcome: decision,
        });
        if (!(written instanceof _oci__WEBPACK_IMPORTED_MODULE_1__/* .TagMoved */ .a9))
            return written;
        if (round === _name_wish_js__WEBPACK_IMPORTED_MODULE_2__/* .nameRounds */ .t)
            throw written;
    }
}
/** Whether a name that follows commits moves from where it stands; nothing is written. */
async function decideForwards(repository, tag, how) {
    const { standing, expected } = how;
    if (expected.has(standing))
        return { state: 'written', reason: 'a person has looked at it' };
    const isWanted = (version) => (0,_release_name_js__WEBPACK_IMPORTED_MODULE_3__/* .isLineOf */ ._h)(tag, version);
    const held = (0,_release_name_js__WEBPACK_IMPORTED_MODULE_3__/* .isLineName */ .uu)(tag) ? await versionOn(repository, how, isWanted) : undefined;
    if (held !== undefined)
        return decideRelease(tag, how.version, held);
    const { order, because } = await relationOf(repository, how);
    if (order === 'after')
        return { state: 'written', reason: `it comes later ${because}` };
    if (order === 'before') {
        return { state: 'stays', reason: `it stands on what comes later ${because}` };
    }
    const why = order === 'unknown' ? because : `neither comes later ${because}`;
    return {
        state: 'not evaluated',
        reason: `${tag} stands on ${standing}, and ${why}, so it stays; look at it, then pass --expect ${standing}`,
    };
}
/** A name by which releases are followed and that holds one goes to a higher one alone, whatever rule gives it. */
function decideRelease(tag, version, held) {
    const on = `it stands on release ${held.text}`;
    if (version === undefined)
        return { state: 'stays', reason: `${on}, and this is none` };
    if (!(0,_release_name_js__WEBPACK_IMPORTED_MODULE_3__/* .isLineOf */ ._h)(tag, version)) {
        return { state: 'stays', reason: `${on}, and ${version.text} is of another line` };
    }
    if (version.pre.length > 0 && held.pre.length === 0) {
        return { state: 'stays', reason: `${on}, and ${version.text} is a pre-release` };
    }
    return (0,_version__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Zy)(version, held) > 0
        ? { state: 'written', reason: `${version.text} is higher than ${held.text}` }
        : { state: 'stays', reason: `${on}, which is not lower than ${version.text}` };
}
/** The highest that what the name stands on was released as. */
const versionOn = (repository, { standing, versions }, isWanted) => 
// `v1.4.2` is one here, whichever rule has given it.
versions.newest(repository, standing, {
    read: _version__WEBPACK_IMPORTED_MODULE_4__/* .versionOfGitTag */ .M,
    ...(isWanted === undefined ? {} : { isWanted }),
});
async function relationOf(repository, how) {
    const { commit, version, history, standing } = how;
    const other = await (0,_known_js__WEBPACK_IMPORTED_MODULE_5__/* .commitOf */ .D3)(repository, standing);
    const relation = await (0,_order_js__WEBPACK_IMPORTED_MODULE_6__/* .relateCommits */ ._)(commit, other, history);
    if (relation.order === 'after' || relation.order === 'before' || version === undefined) {
        return relation;
    }
    const above = await versionOn(repository, how);
    if (above === undefined)
        return relation;
    const difference = (0,_version__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Zy)(version, above);
    if (difference === 0)
        return relation;
    return { order: difference > 0 ? 'after' : 'before', because: 'by version' };
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

/***/ 1577:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ objectionTo)
/* harmony export */ });
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1421);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(947);
/* harmony import */ var _origin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5291);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9220);




/**
 * Why a name must not be moved from where it stands; undefined: it may.
 * @param how.expected digests that a person has looked at
 */
async function objectionTo(repository, standing, how) {
    if (how.expected.has(standing))
        return undefined;
    const judged = await judgeStanding(repository, standing, how);
    if (judged.is === 'lower')
        return undefined;
    const { mayBeVersion, why } = how.looked.plan;
    if (mayBeVersion)
        return { state: 'stays', reason: why };
    const { tag, version } = how.looked.wish;
    if (judged.is === 'higher') {
        return {
            state: 'stays',
            reason: `it stands on ${judged.tag}, which is not lower than ${version}`,
        };
    }
    return {
        state: 'not evaluated',
        reason: `${tag} stands on ${standing}, and no version here says which one that is: it may be newer than ${version}, so it stays; look at it, then pass --expect ${standing}`,
    };
}
/** At first the one that it should be, then more at once: a name that is behind is rare. */
const batches = [1, 7, 8, 8, 8];
/** Versions that an image says it has, of which so many are asked for. */
const mostSaid = 8;
/**
 * Finds the version of the digest that a name stands on, which is verified by the version's own tag: it stands on that
 * digest. Asked are the versions below the released one, the highest first, then those that the image says it has.
 */
async function judgeStanding(repository, standing, how) {
    const { looked, digests } = how;
    let from = 0;
    for (const count of batches) {
        const batch = looked.plan.candidates.slice(from, from + count);
        const found = await Promise.all(batch.map((tag) => digests.of(tag)));
        if (found.includes(standing))
            return { is: 'lower' };
        from += count;
    }
    return judgeSaid(repository, standing, how);
}
async function judgeSaid(repository, standing, how) {
    const { looked, order, digests } = how;
    const released = order.parse(looked.wish.version);
    const said = await versionsSaid(repository, standing);
    // Where the name is a version, it is written once.
    if (said.includes(looked.wish.tag))
        return { is: 'unknown' };
    const carried = [];
    for (const tag of said) {
        const text = (0,_version__WEBPACK_IMPORTED_MODULE_0__/* .versionText */ .KA)(tag, looked.wish);
        const version = text === undefined ? undefined : order.parse(text);
        if (version !== undefined && (await digests.of(tag)) === standing)
            carried.push([tag, version]);
    }
    const [first] = carried.sort(([, a], [, b]) => order.compare(b, a));
    if (first === undefined || released === undefined)
        return { is: 'unknown' };
    const [tag, version] = first;
    return order.compare(version, released) < 0 ? { is: 'lower' } : { is: 'higher', tag };
}
async function versionsSaid(repository, digest) {
    const [statements, origin] = await Promise.all([
        (0,_release_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseStatements */ .It)(repository, digest),
        (0,_origin_js__WEBPACK_IMPORTED_MODULE_2__/* .originOf */ .y)(repository, digest),
    ]);
    const texts = [...statements.map(({ predicate }) => predicate.version), origin.version ?? ''];
    return [...new Set(texts)].filter(_oci__WEBPACK_IMPORTED_MODULE_3__/* .isTag */ .dz).slice(0, mostSaid);
}


/***/ }),

/***/ 5443:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ isSettled),
/* harmony export */   _K: () => (/* binding */ whyMoved),
/* harmony export */   g9: () => (/* binding */ VersionDigests),
/* harmony export */   x: () => (/* binding */ lookAtMoving)
/* harmony export */ });
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(947);

/**
 * Reads what the names stand on, then the list of all tags once. In this order: whoever moves a name has written his version
 * before, so that a version which is not in the list cannot be what a name was read to stand on.
 */
async function lookAtMoving(repository, wishes, order) {
    const all = plansOf(wishes, order);
    // A pre-release takes no name, whatever there is.
    const idle = all.every((plan) => plan.decide().every(({ decision }) => decision === 'stays'));
    const standing = idle
        ? []
        : await Promise.all(wishes.map(async ({ tag }) => (await repository.resolve(tag))?.digest));
    if (!idle)
        for await (const tag of repository.tags())
            for (const plan of all)
                plan.see(tag);
    const decided = new Map(all.flatMap((plan) => plan.decide()).map((name) => [name.name, name]));
    return wishes.flatMap((wish, at) => {
        const plan = decided.get(wish.tag);
        return plan === undefined ? [] : [{ wish, standing: standing[at], plan }];
    });
}
/** Does it stay, whatever it stands on? */
const isSettled = ({ decision, mayBeVersion }) => decision === 'stays' && mayBeVersion !== true;
/** Why a name goes to the released version, for a person. */
const whyMoved = ({ wish, plan }) => plan.mayBeVersion ? `${wish.version} is higher than what it stood on` : plan.why;
/** One plan for all names of one version in one form. */
function plansOf(wishes, order) {
    const groups = Map.groupBy(wishes, ({ version, prefix, suffix }) => JSON.stringify([version, prefix, suffix]));
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const { version, prefix = '', suffix = '' } = first;
        const targets = group.map(({ tag, line }) => ({ name: tag, line }));
        return [(0,_version__WEBPACK_IMPORTED_MODULE_0__/* .planMoving */ .Sc)(order, version, { prefix, suffix, targets })];
    });
}
/** What version tags stand on. They do not move, so each is asked for once. */
class VersionDigests {
    #repository;
    #asked = new Map();
    constructor(repository) {
        this.#repository = repository;
    }
    of(tag) {
        const asked = this.#asked.get(tag);
        if (asked !== undefined)
            return asked;
        const asking = this.#repository.resolve(tag).then((descriptor) => descriptor?.digest);
        this.#asked.set(tag, asking);
        return asking;
    }
}


/***/ }),

/***/ 2093:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ wishesOf)
/* harmony export */ });
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9801);
/* harmony import */ var _release_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2090);


/**
 * What keeps each name from lying: full versions and commits are written once, `latest`, `1` and `1.4` of a released version
 * move to a higher version alone, names of pull requests and schedules move freely, and all others follow commits. What reads
 * as a version is one, whichever rule gives it.
 */
function wishesOf(names, given) {
    const released = releasedBy(names, given);
    const forms = names.flatMap(({ tag }) => (released && formIn(tag, released.text)) ?? []);
    return names.map((name) => wishOf(name, { ...given, released, forms }));
}
/** What the git tag says, else the first rule that reads a version: from a git tag of another form, or from its value. */
function releasedBy(names, { event, order, tagPrefix }) {
    const tagged = event.kind === 'tag' ? (0,_version__WEBPACK_IMPORTED_MODULE_0__/* .versionIn */ .It)(order, event.tag, tagPrefix) : undefined;
    if (tagged !== undefined)
        return tagged;
    const versions = names.flatMap(({ reason: { version } }) => version ?? []);
    return versions.flatMap((version) => (0,_version__WEBPACK_IMPORTED_MODULE_0__/* .versionIn */ .It)(order, version) ?? [])[0];
}
function wishOf({ tag, reason }, ground) {
    const { event, released } = ground;
    const { rule, meaning } = reason;
    if ((0,_version__WEBPACK_IMPORTED_MODULE_0__/* .isClaim */ .j_)(tag))
        return { tag, policy: tag === (0,_version__WEBPACK_IMPORTED_MODULE_0__/* .claimTag */ .rT)(event.commit) ? 'claim' : 'once' };
    const isOwn = rule === 'ref' && event.kind === 'change' && !(0,_release_name_js__WEBPACK_IMPORTED_MODULE_1__/* .isReleaseName */ .jn)(tag);
    if (rule === 'schedule' || isOwn)
        return { tag, policy: 'free' };
    if (rule === 'sha' || rule === 'describe')
        return { tag, policy: 'once' };
    if (released !== undefined) {
        const wish = releaseWish(tag, { ...ground, released, isLatest: rule === 'latest' });
        if (wish !== undefined)
            return wish;
    }
    return meaning === 'version' || (0,_release_name_js__WEBPACK_IMPORTED_MODULE_1__/* .isVersionName */ .Cq)(tag)
        ? { tag, policy: 'once', version: tag }
        : { tag, policy: 'forwards' };
}
/** Of a name that shows the released version, or a line that it belongs to. */
function releaseWish(tag, how) {
    const { released, forms, isLatest } = how;
    const { text: version, lines } = released;
    if (formIn(tag, version) !== undefined)
        return { tag, policy: 'once', version: tag };
    const [first] = forms;
    // Without versions among the names there is nothing by which a line could be followed.
    if (first === undefined)
        return undefined;
    if (isLatest || tag === 'latest')
        return { tag, policy: 'monotonic', version, ...first };
    for (const line of lines.toReversed()) {
        const own = formIn(tag, line);
        if (own === undefined)
            continue;
        if (line === lines.at(-1))
            return { tag, policy: 'once', version: tag };
        const form = forms.find(({ suffix }) => suffix === own.suffix) ?? first;
        return { tag, policy: 'monotonic', version, line, ...form };
    }
    return undefined;
}
/** What stands around a version in a tag; undefined when it does not stand there as a whole. */
function formIn(tag, version) {
    const at = tag.indexOf(version);
    if (at < 0)
        return undefined;
    const [prefix, suffix] = [tag.slice(0, at), tag.slice(at + version.length)];
    return /[0-9.]$/.test(prefix) || /^\.?[0-9]/.test(suffix) ? undefined : { prefix, suffix };
}


/***/ }),

/***/ 9152:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ nameRounds)
/* harmony export */ });
/** Each round means that somebody else has moved the name between our look and our write. */
const nameRounds = 20;


/***/ }),

/***/ 5708:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ writeMoving)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2420);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9205);


/**
 * Writes a name that may move, if it still stands where it was read to stand. A registry that lets nobody move it is an
 * outcome; a dry run leaves it planned.
 * @returns TagMoved when somebody else has moved it meanwhile
 */
async function writeMoving(repository, tag, how) {
    const { content, standing, outcome } = how;
    const { bytes, descriptor } = content;
    const nothing = { before: standing ?? null, guarantee: null };
    try {
        const expect = standing ?? 'absent';
        const { guarantee } = await repository.tag(tag, bytes, descriptor.mediaType, expect);
        return { ...nothing, ...outcome, guarantee };
    }
    catch (error) {
        if (error instanceof _oci__WEBPACK_IMPORTED_MODULE_0__/* .TagMoved */ .a9)
            return error;
        if (error instanceof _oci__WEBPACK_IMPORTED_MODULE_0__/* .TagImmutable */ .Nq) {
            const reason = `the registry lets nobody move ${tag}: take it out of what is immutable there, or do not ask for it`;
            return { ...nothing, state: 'refused', reason };
        }
        if (error instanceof _io__WEBPACK_IMPORTED_MODULE_1__/* .Failed */ .cV && error.code === 'dry-run') {
            return { ...nothing, state: 'planned', reason: outcome.reason };
        }
        throw error;
    }
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

/***/ 2090:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cq: () => (/* binding */ isVersionName),
/* harmony export */   _h: () => (/* binding */ isLineOf),
/* harmony export */   jn: () => (/* binding */ isReleaseName),
/* harmony export */   uu: () => (/* binding */ isLineName)
/* harmony export */ });
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9801);

/** `1.4.2` and `v1.4.2`: whoever reads it takes it for that version. */
const isVersionName = (tag) => (0,_version__WEBPACK_IMPORTED_MODULE_0__/* .isVersionTag */ .JM)(tag.replace(/^v/, ''));
/** `latest`, `1`, `v1.4`: people follow releases by them. */
const isLineName = (tag) => tag === 'latest' || /^v?[0-9]+(?:\.[0-9]+)?$/.test(tag);
/** Is it `latest`, or names a line that this version is of? */
const isLineOf = (tag, { numbers: [major, minor] }) => ['latest', `${major}`, `${major}.${minor}`].includes(tag.replace(/^v(?=[0-9])/, ''));
/** A name that says something of releases. */
const isReleaseName = (tag) => isVersionName(tag) || isLineName(tag);


/***/ }),

/***/ 9220:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   It: () => (/* binding */ releaseStatements),
/* harmony export */   LR: () => (/* binding */ sayRelease),
/* harmony export */   xB: () => (/* binding */ completeRelease)
/* harmony export */ });
/* unused harmony export releaseSchema */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7663);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4836);
/* harmony import */ var _terms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1994);




const name = 'release';
/** The predicate that a digest is a version. */
const releaseSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    version: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The version, as the tag of the image.')),
    gitTag: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The git tag that names it. null: none was asked.')),
    commit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(_terms_js__WEBPACK_IMPORTED_MODULE_1__/* .aCommit */ .JS), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The commit that the subject was built from. null: it was not known.')),
    by: _terms_js__WEBPACK_IMPORTED_MODULE_1__/* .saidBy */ .TT,
    at: _terms_js__WEBPACK_IMPORTED_MODULE_1__/* .saidAt */ .J0,
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .readonly */ .tBZ(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The subject is a version: it was given once, and the tag was put on it.'));
/** The versions that a digest was given, as was said. Whether the tag stands on it is for the repository to say. */
const releaseStatements = (repository, digest) => (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .said */ .ag)(repository, digest, name, releaseSchema);
async function sayRelease(repository, subject, predicate) {
    const about = { [_io__WEBPACK_IMPORTED_MODULE_3__/* .annotation */ .w7.created]: predicate.at, [_io__WEBPACK_IMPORTED_MODULE_3__/* .annotation */ .w7.version]: predicate.version };
    await (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv)(repository, subject, name, predicate, about);
}
/** Says it unless it was said: a run that was ended left it to the next one. */
async function completeRelease(repository, subject, predicate) {
    const what = { name, key: _io__WEBPACK_IMPORTED_MODULE_3__/* .annotation */ .w7.version, value: predicate.version };
    if (await (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .isSaid */ .QV)(repository, subject.digest, what))
        return;
    await sayRelease(repository, subject, predicate);
}


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

/***/ 451:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jn: () => (/* binding */ elsewhere),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   fI: () => (/* binding */ standingElsewhere),
/* harmony export */   hT: () => (/* binding */ skipped),
/* harmony export */   lF: () => (/* binding */ isVersion)
/* harmony export */ });
const isOnce = (name) => name.policy === 'once';
/** Is it a version, which is written once, and a statement told of? */
const isVersion = (name) => isOnce(name) && name.version !== undefined;
/** What a person calls a name that is written once. */
const nameOf = ({ tag, version }) => version === undefined ? `tag ${tag}` : `version ${tag}`;
/** The first name that is written once and stands on another digest; undefined: all may be written. */
async function standingElsewhere(repository, names, digest) {
    const all = await Promise.all(names.filter(isOnce).map(async (name) => {
        const found = (await repository.resolve(name.tag))?.digest;
        return found === undefined || found === digest ? [] : [{ name, found }];
    }));
    return all.flat()[0];
}
/** What becomes of a name that stands on another digest and is left there. */
const elsewhere = (found) => ({
    state: 'skipped',
    before: found,
    guarantee: null,
    reason: `it stands on ${found} and is written once`,
});
/** What becomes of all names when one is taken: no further one is given. */
function skipped(names, taken, outcomes) {
    const reason = `${taken.tag} stands on another digest, so nothing more is named`;
    const others = { state: 'skipped', before: null, guarantee: null, reason };
    return names.map(({ tag }) => outcomes.get(tag) ?? others);
}


/***/ }),

/***/ 6090:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   Pn: () => (/* binding */ refuseChange),
/* harmony export */   RC: () => (/* binding */ refusePurpose),
/* harmony export */   Yx: () => (/* binding */ refuseEvidence),
/* harmony export */   aA: () => (/* binding */ refuseClaims),
/* harmony export */   hC: () => (/* binding */ refuseOther)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);
/* harmony import */ var _lifecycle__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5291);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9209);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9801);




/** Why no image of this event gets such a name, whatever stands there; undefined: it may. */
function refusalOf(name, event) {
    const given = { event, names: [name] };
    try {
        refuseClaims(given);
        refuseEvidence(given);
        refuseChange(given);
        return undefined;
    }
    catch (error) {
        if (error instanceof _io__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .Lw)
            return error.message;
        throw error;
    }
}
/** @throws Refused for a claim of another commit, which no rule may give: a later run of that commit would go on with this image */
function refuseClaims({ event: { commit }, names }) {
    const foreign = names.find(({ tag, policy }) => (0,_version__WEBPACK_IMPORTED_MODULE_1__/* .isClaim */ .j_)(tag) && policy !== 'claim');
    if (foreign === undefined)
        return;
    throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .Lw('other-commit', `${foreign.tag} claims another commit than ${commit}, which the names are for: leave its rule out`);
}
/** @throws Refused for a name under which registries or cosign keep what belongs to an image: a branch may be called so */
function refuseEvidence({ names }) {
    const kept = names.find(({ tag }) => (0,_oci__WEBPACK_IMPORTED_MODULE_2__/* .isReferrersTag */ .z)(tag.replace(/\..*$/, '')));
    if (kept === undefined)
        return;
    throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .Lw('evidence-tag', `${kept.tag} is where signatures and statements of an image are kept, so no image gets that name: leave its rule out`);
}
/** A claim is believed later, and names tell people what they run: they are not written on the word of whoever asks. */
async function refuseOther(repository, { digest, event: { commit }, names }) {
    if (names.every(({ policy }) => policy === 'free'))
        return;
    const { revision } = await (0,_lifecycle__WEBPACK_IMPORTED_MODULE_3__/* .originOf */ .y)(repository, digest);
    if (revision === commit)
        return;
    throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .Lw('other-commit', `${digest} ${revision === undefined ? 'does not say which commit it is of' : `says that it is of commit ${JSON.stringify(revision)}`}, and the names are for commit ${commit}: the label org.opencontainers.image.revision has to be that commit`);
}
/** What is not merged yet gets no name that anybody else goes by. */
function refuseChange({ event, names }) {
    if (event.kind !== 'change')
        return;
    const other = names.find((name) => name.policy !== 'free' && (name.policy !== 'once' || name.version !== undefined));
    if (other === undefined)
        return;
    throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .Lw('change', `a pull request or a merge group names no version and moves no name but its own, and ${other.tag} is another one: leave its rule to pushes and tags`);
}
/** @throws Refused for a name that only a promotion moves */
function refusePurpose(policy, { repository, names }) {
    const own = policy.images.some((image) => image.repository === repository);
    for (const { name, tag, repository: place } of policy.environments) {
        if (place === undefined ? !own : place !== repository)
            continue;
        if (!names.some((wish) => wish.tag === tag))
            continue;
        throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .Lw('purpose-tag', `${tag} is the purpose tag of ${name} in ecluse.yml: only ecluse promote moves it, so leave it out here`);
    }
}


/***/ }),

/***/ 9715:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ releasedAs)
/* harmony export */ });
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2229);
/* harmony import */ var _name_elsewhere_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(451);


/** What an image is released as: the highest version among its names, or that of the git tag. */
const releasedAs = ({ names, event, }) => (0,_version__WEBPACK_IMPORTED_MODULE_0__/* .highest */ .BR)([
    ...names.filter(_name_elsewhere_js__WEBPACK_IMPORTED_MODULE_1__/* .isVersion */ .lF).map(({ version }) => version),
    ...(event.kind === 'tag' ? [event.tag] : []),
].flatMap((text) => (0,_version__WEBPACK_IMPORTED_MODULE_0__/* .versionOfGitTag */ .M)(text) ?? []));


/***/ }),

/***/ 947:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Hy: () => (/* binding */ movingTargets),
  Sc: () => (/* binding */ planMoving),
  KA: () => (/* binding */ versionText)
});

// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
// EXTERNAL MODULE: ./packages/oci/reference.ts
var reference = __webpack_require__(1421);
// EXTERNAL MODULE: ./packages/version/moving-kinds.ts
var moving_kinds = __webpack_require__(5197);
;// CONCATENATED MODULE: ./packages/version/moving-line.ts
/** How many tags below the released one are kept: more than one, since a name can be behind after broken runs. */
const few = 32;
/** Follows the tags of one line: keeps the highest one that is not below the released version, and a few that are. */
function follow(of) {
    const { name, order, released } = of;
    const below = [];
    let above;
    return {
        name,
        see(standing) {
            if (!belongs(of, standing.version))
                return;
            if (order.compare(standing.version, released) < 0)
                insert(below, standing, order);
            else if (above === undefined || order.compare(standing.version, above.version) > 0) {
                above = standing;
            }
        },
        decide: (stands) => ({
            name,
            stands,
            ...decide(of, { above, below, stands }),
        }),
    };
}
function belongs({ line, preReleases }, version) {
    return (preReleases || !version.pre) && (line === undefined || version.lines.includes(line));
}
function insert(below, standing, order) {
    const last = below.at(-1);
    // Of many tags nearly all end here, so that a long list costs one comparison each.
    if (below.length === few && last && order.compare(standing.version, last.version) <= 0)
        return;
    // A list of tags that is read in pages may show one twice.
    if (below.some(({ tag }) => tag === standing.tag))
        return;
    const at = below.findIndex((other) => order.compare(standing.version, other.version) > 0);
    below.splice(at < 0 ? below.length : at, 0, standing);
    if (below.length > few)
        below.pop();
}
function decide(of, { above, below, stands }) {
    const { order, released, preReleases } = of;
    if (released.pre && !preReleases) {
        return { decision: 'stays', why: `${released.text} is a pre-release`, candidates: [] };
    }
    if (above !== undefined) {
        const isHigher = order.compare(above.version, released) > 0;
        const how = isHigher ? 'is higher' : 'is the same version in another spelling';
        return {
            decision: 'stays',
            why: `${above.tag} stands there and ${how}`,
            candidates: [above.tag],
        };
    }
    const [highest] = below;
    if (highest !== undefined) {
        const candidates = below.map(({ tag }) => tag);
        const why = `${released.text} is higher than ${highest.tag}, the highest that stands there`;
        return { decision: 'moves', why, candidates };
    }
    return first(of, stands);
}
function first({ name, line, order, released }, stands) {
    const isOwn = line === released.lines.at(-1);
    if (stands && !isOwn && line !== undefined && order.parse(line) !== undefined) {
        const why = `${name} stands there, may be a version itself, and none of its line is there to tell`;
        return { decision: 'stays', why, candidates: [], mayBeVersion: true };
    }
    const of = line === undefined ? '' : ` of ${line}`;
    return { decision: 'moves', why: `${released.text} is the first${of}`, candidates: [] };
}

;// CONCATENATED MODULE: ./packages/version/moving.ts




/**
 * Which moving names a version may take: `latest`, `1`, `1.4` and, where revisions move it, `1.4.2`. A name moves to a
 * version that is the highest of its line, so that a hotfix 1.1.9 after 1.2.0 moves `1.1` and leaves `1` and `latest`.
 * Takes time in proportion to the tags and keeps a handful of them.
 * @param version the version that is released, without prefix and suffix
 * @throws UsageError for a version that is none in this order, and for names that are no tags
 */
function planMoving(order, version, settings = {}) {
    const { prefix = '', suffix = '', preReleases = false } = settings;
    const released = releasedOf(order, version);
    const own = new Set([(0,reference/* parseTag */.ED)(`${prefix}${version}${suffix}`)]);
    if (prefix === '')
        own.add(`v${version}${suffix}`);
    const targets = settings.targets ?? [
        ...movingTargets(released, moving_kinds/* movingKinds */.m, settings),
        ...ownTarget(released, settings),
    ];
    const lines = targets.map(({ name, line }) => follow({ name, line, order, released, preReleases: preReleases && line !== undefined }));
    const names = new Set(lines.map(({ name }) => name));
    const stand = new Set();
    return {
        see(tag) {
            if (names.has(tag))
                stand.add(tag);
            else if (!own.has(tag) && (0,reference/* isTag */.dz)(tag)) {
                const standing = versionAt(tag, { order, prefix, suffix, released });
                if (standing !== undefined)
                    for (const line of lines)
                        line.see(standing);
            }
        },
        decide: () => lines.map((line) => line.decide(stand.has(line.name))),
    };
}
function versionAt(tag, { order, prefix, suffix, released }) {
    const text = versionText(tag, { prefix, suffix });
    if (text === undefined || (isCommit(text) && !isCommit(released.text)))
        return undefined;
    const version = order.parse(text);
    return version === undefined ? undefined : { tag, version };
}
/**
 * What stands between prefix and suffix of a tag, when it starts with a digit. Where no prefix is asked for, `v1.4.2` is a
 * spelling of 1.4.2: it was written before the image's names had none.
 */
function versionText(tag, { prefix = '', suffix = '' }) {
    if (!tag.startsWith(prefix) || !tag.endsWith(suffix))
        return undefined;
    const inner = tag.slice(prefix.length, tag.length - suffix.length);
    const text = prefix === '' ? inner.replace(/^v/, '') : inner;
    return /^[0-9]/.test(text) ? text : undefined;
}
/** Some orders read the digits of a commit as a version that is higher than all others. */
const isCommit = (text) => /^[0-9a-f]{7,40}$/.test(text);
function releasedOf(order, version) {
    const released = /^[0-9]/.test(version) ? order.parse(version) : undefined;
    if (released !== undefined)
        return released;
    throw new errors/* UsageError */.eb(`${(0,quote/* quote */.h)(version)} is no version of the order ${order.name}: write one that starts with a digit, and what stands before it as the prefix`);
}
/**
 * `latest`, `1` and `1.4` of a version 1.4.2, as far as they are asked for and are not the version itself.
 * @throws UsageError for a name that is no tag
 */
function movingTargets({ lines }, kinds, { prefix = '', suffix = '', latest = 'latest' } = {}) {
    const [major, minor] = lines.slice(0, -1);
    const at = { major, minor };
    return moving_kinds/* movingKinds */.m.flatMap((kind) => {
        if (!kinds.includes(kind))
            return [];
        if (kind === 'latest')
            return [{ name: (0,reference/* parseTag */.ED)(latest), line: undefined }];
        const line = at[kind];
        return line === undefined ? [] : [{ name: (0,reference/* parseTag */.ED)(`${prefix}${line}${suffix}`), line }];
    });
}
/** The release that a revision is of, where revisions move it. */
function ownTarget({ lines, revised }, { prefix = '', suffix = '', revisions = false }) {
    const own = revised && revisions ? lines.slice(-1) : [];
    return own.map((line) => ({ name: (0,reference/* parseTag */.ED)(`${prefix}${line}${suffix}`), line }));
}


/***/ })

};
