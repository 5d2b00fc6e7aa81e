export const id = 414;
export const ids = [414];
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
