export const id = 322;
export const ids = [322,414];
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
;// CONCATENATED MODULE: ./packages/version/order-pep440.ts

const separator = '[-_.]?';
const grammar = new RegExp([
    '^[ \\t\\n\\r\\f\\v]*v?(?:([0-9]+)!)?([0-9]+(?:\\.[0-9]+)*)',
    `(?:${separator}(alpha|a|beta|b|preview|pre|c|rc)${separator}([0-9]+)?)?`,
    `(?:-([0-9]+)|${separator}(post|rev|r)${separator}([0-9]+)?)?`,
    `(?:${separator}(dev)${separator}([0-9]+)?)?`,
    '(?:\\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?[ \\t\\n\\r\\f\\v]*$',
].join(''));
/** By the first letter of their spellings. */
const stages = new Map([
    ['a', 1],
    ['b', 2],
    ['c', 3],
    ['r', 3],
    ['p', 3],
]);
const release = 4;
/** Where a release ends, so that what follows it compares only where the releases are equal. */
const order_pep440_close = (0,order/* mark */.Gy)(0);
/**
 * Epoch, release, pre-release, post-release, development release and local version, in all their spellings.
 * https://peps.python.org/pep-0440/#summary-of-permitted-suffixes-and-relative-ordering
 */
const pep440 = (0,order/* orderBy */.My)('pep440', order_pep440_parse);
function order_pep440_parse(text) {
    const match = grammar.exec(text.toLowerCase());
    if (match === null)
        return undefined;
    const [, epoch = '', numbers = '', pre, preNumber, minus, post, postNumber, dev, devNumber] = match;
    const segments = numbers.split('.').map((one) => one.replace(/^0+(?=[0-9])/, ''));
    const rebuilt = minus !== undefined || post !== undefined;
    const stage = stages.get(pre?.charAt(0) ?? '') ?? (dev !== undefined && !rebuilt ? 0 : release);
    return {
        text,
        key: [
            (0,order/* numberAt */.tk)(1, epoch),
            ...withoutZeros(segments).map((one) => (0,order/* numberAt */.tk)(1, one)),
            order_pep440_close,
            (0,order/* numberAt */.tk)(stage, preNumber ?? ''),
            rebuilt ? (0,order/* numberAt */.tk)(1, minus ?? postNumber ?? '') : (0,order/* mark */.Gy)(0),
            // What is in development comes before what it becomes.
            dev === undefined ? (0,order/* mark */.Gy)(1) : (0,order/* numberAt */.tk)(0, devNumber ?? ''),
            ...localPlaces(match[10]),
        ],
        // Lines of two epochs would have one name.
        lines: /[1-9]/.test(epoch) ? [] : (0,order/* linesOf */.Dx)(segments),
        pre: pre !== undefined || dev !== undefined,
        revised: rebuilt,
    };
}
/** 1.0 and 1.0.0 are one release. */
function withoutZeros(segments) {
    const last = segments.findLastIndex((one) => one !== '0');
    return segments.slice(0, last + 1);
}
/** Words before numbers, a longer row behind a shorter one. https://peps.python.org/pep-0440/#local-version-identifiers */
const localPlaces = (local) => local === undefined
    ? []
    : local.split(/[-_.]/).map((one) => (/^[0-9]+$/.test(one) ? (0,order/* numberAt */.tk)(2, one) : (0,order/* wordAt */.E7)(1, one)));

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

/** The order that the inputs ask for. @throws UsageError for a suffix that cannot be one */
const orderIn = (input) => orderOf(input.order, { revisionSuffix: input['revision-suffix'] });


/***/ }),

/***/ 5322:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeComputed: () => (/* binding */ writeComputed),
  writeNames: () => (/* binding */ write_writeNames)
});

// UNUSED EXPORTS: writeWished

// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/nearest.ts
var nearest = __webpack_require__(7581);
// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
// EXTERNAL MODULE: ./packages/version/names.ts
var names = __webpack_require__(9801);
;// CONCATENATED MODULE: ./packages/lifecycle/name-policy.ts

/**
 * What keeps each name from lying: full versions and commits are written once, `latest`, `1` and `1.4` of a released version
 * move to a higher version alone, names of pull requests and schedules move freely, and all others follow commits.
 */
function wishesOf(names, given) {
    const released = releasedBy(given);
    const forms = names.flatMap(({ tag }) => (released && formIn(tag, released.text)) ?? []);
    return names.map((name) => wishOf(name, { ...given, released, forms }));
}
const releasedBy = ({ event, order, tagPrefix }) => event.kind === 'tag' ? (0,names/* versionIn */.It)(order, event.tag, tagPrefix) : undefined;
function wishOf({ tag, reason }, ground) {
    const { event, released } = ground;
    const { rule, meaning } = reason;
    if ((0,names/* isClaim */.j_)(tag))
        return { tag, policy: tag === (0,names/* claimTag */.rT)(event.commit) ? 'claim' : 'once' };
    if (rule === 'schedule' || (rule === 'ref' && event.kind === 'change')) {
        return { tag, policy: 'free' };
    }
    if (rule === 'sha' || rule === 'describe')
        return { tag, policy: 'once' };
    if (released !== undefined) {
        const wish = releaseWish(tag, { ...ground, released, isLatest: rule === 'latest' });
        if (wish !== undefined)
            return wish;
    }
    return meaning === 'version'
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

// EXTERNAL MODULE: ./packages/oci/reference.ts
var reference = __webpack_require__(1421);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var oci_digest = __webpack_require__(3670);
// EXTERNAL MODULE: ./packages/lifecycle/content.ts
var lifecycle_content = __webpack_require__(9212);
// EXTERNAL MODULE: ./packages/lifecycle/sides.ts
var sides = __webpack_require__(4601);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var oci_errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/lifecycle/origin.ts
var lifecycle_origin = __webpack_require__(5291);
// EXTERNAL MODULE: ./packages/lifecycle/release.ts
var release = __webpack_require__(9220);
;// CONCATENATED MODULE: ./packages/lifecycle/moving-judge.ts



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
    const carried = [];
    for (const tag of said) {
        const version = versionOf(tag, looked.wish, order);
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
        (0,release/* releaseStatements */.It)(repository, digest),
        (0,lifecycle_origin/* originOf */.y)(repository, digest),
    ]);
    const texts = [...statements.map(({ predicate }) => predicate.version), origin.version ?? ''];
    return [...new Set(texts)].filter(reference/* isTag */.dz).slice(0, mostSaid);
}
function versionOf(tag, { prefix = '', suffix = '' }, order) {
    if (!tag.startsWith(prefix) || !tag.endsWith(suffix))
        return undefined;
    const text = tag.slice(prefix.length, tag.length - suffix.length);
    return /^[0-9]/.test(text) ? order.parse(text) : undefined;
}

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
        return { decision: 'stays', why, candidates: [] };
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
    const own = (0,reference/* parseTag */.ED)(`${prefix}${version}${suffix}`);
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
            else if (tag !== own && (0,reference/* isTag */.dz)(tag)) {
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
    if (!tag.startsWith(prefix) || !tag.endsWith(suffix))
        return undefined;
    const text = tag.slice(prefix.length, tag.length - suffix.length);
    if (!/^[0-9]/.test(text) || (isCommit(text) && !isCommit(released.text)))
        return undefined;
    const version = order.parse(text);
    return version === undefined ? undefined : { tag, version };
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

;// CONCATENATED MODULE: ./packages/lifecycle/moving-look.ts

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
/** One plan for all names of one version in one form. */
function plansOf(wishes, order) {
    const groups = Map.groupBy(wishes, ({ version, prefix, suffix }) => JSON.stringify([version, prefix, suffix]));
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const { version, prefix = '', suffix = '' } = first;
        const targets = group.map(({ tag, line }) => ({ name: tag, line }));
        return [planMoving(order, version, { prefix, suffix, targets })];
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

;// CONCATENATED MODULE: ./packages/lifecycle/name-write.ts


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
        if (error instanceof oci_errors/* TagMoved */.a9)
            return error;
        if (error instanceof oci_errors/* TagImmutable */.Nq) {
            const reason = `the registry lets nobody move ${tag}: take it out of what is immutable there, or do not ask for it`;
            return { ...nothing, state: 'refused', reason };
        }
        if (error instanceof errors/* Failed */.cV && error.code === 'dry-run') {
            return { ...nothing, state: 'planned', reason: outcome.reason };
        }
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/lifecycle/name-wish.ts
/** Each round means that somebody else has moved the name between our look and our write. */
const nameRounds = 20;

;// CONCATENATED MODULE: ./packages/lifecycle/moving-tags.ts






/**
 * Moves names to a released version where it is the highest of their line, and leaves them where it is not. A write says
 * what the name was read to stand on, and is looked at again afterwards, since storage may be unable to compare, and since
 * the digest that stood there may have got a higher version meanwhile: where one has come and our write was the last one,
 * the name is put on that version. So names end on the highest version, however many release at once.
 */
async function moveNames(repository, wishes, how) {
    const outcomes = new Map();
    const digests = new VersionDigests(repository);
    let pending = wishes.map((wish) => ({ wish }));
    for (let round = 1; pending.length > 0 && round <= nameRounds; round += 1) {
        const looks = await lookAtMoving(repository, pending.map(({ wish }) => wish), how.order);
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
    if (plan.decision === 'stays') {
        if (isLast)
            return mend(repository, looked, how);
        const state = standing === ours ? 'there' : 'stays';
        return done({ state, before, guarantee: null, reason: plan.why });
    }
    if (standing === ours) {
        return isLast
            ? done(last.outcome)
            : done({ state: 'there', before, guarantee: null, reason: plan.why });
    }
    const objection = standing && (await objectionTo(repository, standing, { looked, how }));
    return objection === undefined
        ? write(repository, looked, { content, outcome: { state: 'written', reason: plan.why } })
        : done({ ...objection, before, guarantee: null });
}
const done = (outcome) => ({ outcome, again: false });
/** Why a name must not be moved from where it stands; undefined: it may. */
async function objectionTo(repository, standing, { looked, how }) {
    if (how.expected.has(standing))
        return undefined;
    const judged = await judgeStanding(repository, standing, { ...how, looked });
    if (judged.is === 'lower')
        return undefined;
    const { tag, version } = looked.wish;
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
    const written = await writeMoving(repository, wish.tag, { ...how, standing });
    if (!(written instanceof oci_errors/* TagMoved */.a9)) {
        return { outcome: written, again: true, put: how.content.descriptor.digest };
    }
    const reason = `${written.message}, again and again: run it once more`;
    const outcome = { before: standing ?? null, guarantee: null, reason };
    return { outcome: { ...outcome, state: 'not evaluated' }, again: true };
}

// EXTERNAL MODULE: ./packages/lifecycle/dry-run.ts
var dry_run = __webpack_require__(5904);
// EXTERNAL MODULE: ./packages/version/version.ts
var version_version = __webpack_require__(2229);
// EXTERNAL MODULE: ./packages/lifecycle/known.ts
var known = __webpack_require__(7534);
// EXTERNAL MODULE: ./packages/lifecycle/order.ts
var order = __webpack_require__(2761);
;// CONCATENATED MODULE: ./packages/lifecycle/forwards-tag.ts






/**
 * Moves a name that follows commits, such as that of a branch, to what comes after what it stands on: by the ancestry of
 * the commits, and where that does not tell, by version.
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
        const written = await writeMoving(repository, tag, {
            content: how.content,
            standing,
            outcome: decision,
        });
        if (!(written instanceof oci_errors/* TagMoved */.a9))
            return written;
        if (round === nameRounds)
            throw written;
    }
}
async function decideForwards(repository, tag, how) {
    const { standing, expected } = how;
    if (expected.has(standing))
        return { state: 'written', reason: 'a person has looked at it' };
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
async function relationOf(repository, how) {
    const { commit, version, history, standing, versions } = how;
    const other = await (0,known/* commitOf */.D3)(repository, standing);
    const relation = await (0,order/* relateCommits */._)(commit, other, history);
    if (relation.order === 'after' || relation.order === 'before' || version === undefined) {
        return relation;
    }
    const carried = await versions.of(repository, standing);
    const above = (0,version_version/* highest */.BR)(carried.flatMap((name) => (0,version_version/* parseVersion */.ot)(name) ?? []));
    if (above === undefined)
        return relation;
    const difference = (0,version_version/* compareVersions */.Zy)(version, above);
    if (difference === 0)
        return relation;
    return { order: difference > 0 ? 'after' : 'before', because: 'by version' };
}

// EXTERNAL MODULE: ./packages/lifecycle/versions.ts
var versions = __webpack_require__(1620);
// EXTERNAL MODULE: ./packages/lifecycle/version-tag.ts
var version_tag = __webpack_require__(5048);
// EXTERNAL MODULE: ./packages/lifecycle/claim.ts
var claim = __webpack_require__(2173);
// EXTERNAL MODULE: ./packages/version/existing.ts
var existing = __webpack_require__(8580);
// EXTERNAL MODULE: ./packages/config/read-policy.ts
var read_policy = __webpack_require__(5372);
;// CONCATENATED MODULE: ./packages/pipeline/name-refusals.ts



/** A claim is believed later, and names tell people what they run: they are not written on the word of whoever asks. */
async function refuseOther(repository, { digest, event: { commit }, names }) {
    if (names.every(({ policy }) => policy === 'free'))
        return;
    const { revision } = await (0,lifecycle_origin/* originOf */.y)(repository, digest);
    if (revision === commit)
        return;
    throw new errors/* Refused */.Lw('other-commit', `${digest} ${revision === undefined ? 'does not say which commit it is of' : `says that it is of commit ${JSON.stringify(revision)}`}, and the names are for commit ${commit}: the label org.opencontainers.image.revision has to be that commit`);
}
/** What is not merged yet gets no name that anybody else goes by. */
function refuseChange({ event, names }) {
    if (event.kind !== 'change')
        return;
    const other = names.find((name) => name.policy !== 'free' && (name.policy !== 'once' || name.version !== undefined));
    if (other === undefined)
        return;
    throw new errors/* Refused */.Lw('change', `a pull request or a merge group names no version and moves no name but its own, and ${other.tag} is another one: leave its rule to pushes and tags`);
}
/** @throws Refused for a name that only a promotion moves */
async function refusePurpose(io, { repository, event, names }) {
    if (names.every(({ policy }) => policy === 'claim'))
        return;
    const history = await io.history();
    // The policy that counts, however broken the tree is.
    const { policy } = await (0,read_policy/* readPolicy */.T)({ history, event, tree: undefined, cwd: io.cwd });
    const own = policy.images.some((image) => image.repository === repository);
    for (const { name, tag, repository: place } of policy.environments) {
        if (place === undefined ? !own : place !== repository)
            continue;
        if (!names.some((wish) => wish.tag === tag))
            continue;
        throw new errors/* Refused */.Lw('purpose-tag', `${tag} is the purpose tag of ${name} in ecluse.yml: only ecluse promote moves it, so leave it out here`);
    }
}

// EXTERNAL MODULE: ./packages/pipeline/prepare.ts
var prepare = __webpack_require__(4758);
// EXTERNAL MODULE: ./packages/pipeline/store.ts + 33 modules
var store = __webpack_require__(3333);
// EXTERNAL MODULE: ./packages/pipeline/stray.ts
var stray = __webpack_require__(9812);
;// CONCATENATED MODULE: ./packages/pipeline/write-names.ts








/**
 * Puts names on a digest that is there: the claim first, then what is written once, moving names last; of each release a
 * statement behind them. All that can be refused is asked before the first write. A dry run leaves what is missing `planned`.
 * @throws Refused for an image of another commit, a version off the default branch, a version that stands elsewhere, a
 * purpose tag
 */
async function writeNames(io, input, what) {
    (0,existing/* refuseAdopt */.l)(what.onExisting);
    const repository = (0,store/* openFor */.q)(io, input, [what.repository])(what.repository, 'write');
    const content = await (0,lifecycle_content/* contentOf */.$)(repository, what.digest);
    await refuseOther(repository, what);
    refuseChange(what);
    await refusePurpose(io, what);
    if (what.names.some(isVersion))
        await (0,stray/* refuseStray */.u)(what.event.commit, await io.history());
    const ours = {
        digest: what.digest,
        commit: what.event.commit,
        by: (0,prepare/* whoIs */.X8)(io.env),
        at: io.now().toISOString(),
    };
    const at = { io, repository, content, ours };
    const standing = await standingElsewhere(at, what);
    if (standing === undefined)
        return write_names_write(at, what);
    if (what.onExisting === 'skip') {
        return skipped(what, standing.name, new Map([[standing.name.tag, elsewhere(standing.found)]]));
    }
    throw await (0,sides/* taken */.uU)(repository, { name: nameOf(standing.name), found: standing.found }, ours);
}
const isOnce = (name) => name.policy === 'once';
const isMonotonic = (name) => name.policy === 'monotonic';
const isVersion = (name) => isOnce(name) && name.version !== undefined;
const nameOf = ({ tag, version }) => version === undefined ? `tag ${tag}` : `version ${tag}`;
/** Of those that do not wait for the end: what moves comes behind what is written once. */
const inOrder = (names) => ['claim', 'once', 'forwards', 'free'].flatMap((policy) => names.filter((name) => !isMonotonic(name)).filter((name) => name.policy === policy));
async function write_names_write(at, what) {
    const outcomes = new Map();
    for (const name of inOrder(what.names)) {
        const outcome = await writeOne(at, name, what);
        outcomes.set(name.tag, outcome);
        if (outcome.state === 'skipped')
            return skipped(what, name, outcomes);
    }
    const moving = what.names.filter(isMonotonic);
    const { order } = what;
    const how = { content: at.content, order, expected: new Set(what.expected) };
    // The widest line last: whoever follows it then finds the narrower ones moved.
    const moved = await moveNames(at.repository, moving.toReversed(), how);
    for (const [tag, outcome] of moved)
        outcomes.set(tag, outcome);
    for (const name of what.names.filter(isVersion)) {
        await (0,dry_run/* unlessDry */.O)(() => sayVersion(at, name, { what, outcome: outcomes.get(name.tag) }), null);
    }
    const all = what.names.map(({ tag }) => ({ tag, outcome: outcomes.get(tag) ?? planned }));
    return {
        outcomes: all.map(({ outcome }) => outcome),
        results: all.flatMap(({ outcome }) => resultOf(outcome)),
    };
}
const planned = { state: 'planned', before: null, guarantee: null, reason: '' };
async function writeOne(at, name, what) {
    const { io, repository, content } = at;
    const { event, expected } = what;
    const { tag } = name;
    switch (name.policy) {
        case 'claim':
            return (0,dry_run/* unlessDry */.O)(() => putClaim(repository, event.commit, content), planned);
        case 'once':
            return (0,dry_run/* unlessDry */.O)(() => writeOnce(at, name, what), planned);
        case 'forwards':
            return moveForwards(repository, tag, {
                content,
                commit: event.commit,
                version: event.kind === 'tag' ? (0,version_version/* parseVersion */.ot)(event.tag.replace(/^v/, '')) : undefined,
                history: await io.history(),
                versions: new versions/* Versions */.u(),
                expected: new Set(expected),
            });
        case 'free':
            return moveFreely(repository, tag, content);
    }
}
async function writeOnce({ repository, content, ours }, name, { onExisting }) {
    try {
        const put = await (0,version_tag/* putOnce */.L)(repository, name.tag, { content, ours, name: nameOf(name) });
        const before = put.state === 'there' ? content.descriptor.digest : null;
        return { ...put, before, reason: '' };
    }
    catch (error) {
        const found = error instanceof errors/* Refused */.Lw ? (error.conflict?.standing.digest ?? '') : '';
        if (onExisting === 'skip' && (0,oci_digest/* isDigest */.Bc)(found))
            return elsewhere(found);
        throw error;
    }
}
async function putClaim(repository, commit, content) {
    const { digest, won, guarantee } = await (0,claim/* claim */.B7)(repository, commit, content);
    if (digest === content.descriptor.digest) {
        const state = won ? 'written' : 'there';
        return { state, before: won ? null : digest, guarantee, reason: '' };
    }
    throw new errors/* Refused */.Lw('commit-claimed', `commit ${commit} was built before, as ${digest}: go on with that one, not with ${content.descriptor.digest}`);
}
async function sayVersion({ repository, content, ours }, name, about) {
    const { event } = about.what;
    const predicate = {
        version: name.tag,
        gitTag: event.kind === 'tag' ? event.tag : null,
        commit: event.commit,
        by: ours.by ?? '',
        at: ours.at ?? '',
    };
    const say = about.outcome?.state === 'written' ? release/* sayRelease */.LR : release/* completeRelease */.xB;
    await say(repository, content.descriptor, predicate);
    return null;
}
const outcomeOf = { refused: 'failed', 'not evaluated': 'not evaluated' };
function resultOf({ state, reason, before }) {
    if (state !== 'refused' && state !== 'not evaluated')
        return [];
    const evidence = before === null ? [] : [before];
    return [{ gate: 'names', outcome: outcomeOf[state], reason, evidence }];
}
/** The first name that is written once and stands on another digest: asked before anything is written. */
async function standingElsewhere({ repository }, { names, digest }) {
    const all = await Promise.all(names.filter(isOnce).map(async (name) => {
        const found = (await repository.resolve(name.tag))?.digest;
        return found === undefined || found === digest ? [] : [{ name, found }];
    }));
    return all.flat()[0];
}
const elsewhere = (found) => ({
    state: 'skipped',
    before: found,
    guarantee: null,
    reason: `it stands on ${found} and is written once`,
});
/** One name is taken, so that no further one is given. */
function skipped({ names }, taken, outcomes) {
    const reason = `${taken.tag} stands on another digest, so nothing more is named`;
    const others = { state: 'skipped', before: null, guarantee: null, reason };
    return { outcomes: names.map(({ tag }) => outcomes.get(tag) ?? others), results: [] };
}

// EXTERNAL MODULE: ./actions/tags/names.ts
var tags_names = __webpack_require__(1402);
// EXTERNAL MODULE: ./actions/tags/order.ts + 6 modules
var tags_order = __webpack_require__(9414);
;// CONCATENATED MODULE: ./actions/tags/write.ts







/** Writes the claim and the version, each once, and moves the names that the version may take. */
function write_writeNames(io, what) {
    const kinds = movingIn(what.input.moving);
    const wished = what.names.flatMap((name) => [
        write_wishOf(name),
        ...(name.version === undefined ? [] : movingOf(name.version, kinds)),
    ]);
    return writeWished(io, { ...what, wished });
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
    const order = (0,tags_order.orderIn)(input);
    const wishes = wishesOf(names.map(({ tag, reasons: [reason] }) => ({ tag, reason })), { event, order, tagPrefix: input['tag-prefix'] });
    const told = what.document.names;
    const computed = wishes.flatMap((wish, at) => {
        const { rule, why } = told[at] ?? {};
        return rule === undefined || why === undefined ? [] : [{ wish, rule, why }];
    });
    const claim = claimOf(event, wishes);
    const document = { ...what.document, image: (0,reference/* pinned */.dp)(name, digest), digest };
    const wished = [...claim, ...computed];
    return writeWished(io, { document, wished, digest, event, input });
}
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
    const { document, wished, digest, event, input } = what;
    const { outcomes, results } = await writeNames(io, input, {
        repository: document.repository,
        digest,
        event,
        order: (0,tags_order.orderIn)(input),
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
function write_wishOf({ tag, rule, why, version }) {
    const policy = rule === 'claim' ? 'claim' : 'once';
    const wish = policy === 'claim'
        ? { tag, policy }
        : { tag, policy, ...(version === undefined ? {} : { version: version.text }) };
    return { wish, rule, why };
}
const movingOf = (version, kinds) => movingTargets(version, kinds).map(({ name: tag, line }) => ({
    wish: { tag, policy: 'monotonic', version: version.text, line },
    rule: 'moving',
    why: `the highest version${line === undefined ? '' : ` of ${line}`}`,
}));
const isKind = (text) => moving_kinds/* movingKinds */.m.some((kind) => kind === text);
/** @throws UsageError for a word that is none, or for none beside others */
function movingIn(words) {
    if (words.length === 1 && words[0] === 'none')
        return [];
    return words.map((word) => {
        if (isKind(word))
            return word;
        const known = [...moving_kinds/* movingKinds */.m, 'none'];
        const hint = (0,nearest/* didYouMean */.a)(word, known) || `: write ${moving_kinds/* movingKinds */.m.join(', ')}, or none alone`;
        throw new errors/* UsageError */.eb(`"moving" knows no ${(0,quote/* quote */.h)(word)}${hint}`, { input: 'moving' });
    });
}


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
async function claim(repository, commit, { bytes, descriptor }) {
    const tag = (0,_version__WEBPACK_IMPORTED_MODULE_1__/* .claimTag */ .rT)(commit);
    const standing = await repository.resolve(tag);
    if (standing !== undefined)
        return { digest: standing.digest, won: false, guarantee: null };
    try {
        const { guarantee } = await repository.tag(tag, bytes, descriptor.mediaType, 'absent');
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
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7934);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7663);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3670);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4663);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3239);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(127);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6148);




const statementType = 'https://in-toto.io/Statement/v1';
const payloadType = 'application/vnd.in-toto+json';
const maxBytes = 1024 * 1024;
/** More statements of one kind on one digest are somebody's flood, not a history. */
const maxStatements = 1000;
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
/** All that was said under this name about a digest. What does not read as such a statement is passed over. */
async function said(repository, subject, name, schema) {
    const found = [];
    for await (const { digest } of repository.referrers(subject, (0,_io__WEBPACK_IMPORTED_MODULE_2__/* .artifactType */ .Tw)(name))) {
        const predicate = await readPredicate(repository, digest, { subject, name });
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_5__/* .safeParse */ .xLC(schema, predicate);
        if (parsed.success)
            found.push({ predicate: parsed.output, artifact: digest });
        if (found.length >= maxStatements)
            break;
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
const statementSchema = valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    _type: valibot__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(statementType),
    subject: valibot__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ digest: valibot__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()) })),
    predicateType: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    predicate: valibot__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5J(),
});
/** Undefined unless the artifact holds a statement of this name about this very digest. */
async function readPredicate(repository, artifact, { subject, name }) {
    const stored = await repository.manifest(artifact);
    if (stored === undefined)
        return undefined;
    const manifest = (0,_oci__WEBPACK_IMPORTED_MODULE_6__/* .parseManifest */ .Ng)(stored.bytes, stored.descriptor.mediaType);
    if ('manifests' in manifest || manifest.subject?.digest !== subject)
        return undefined;
    const payload = manifest.layers.find((layer) => layer.mediaType === payloadType);
    if (payload === undefined || payload.size > maxBytes)
        return undefined;
    const bytes = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(await repository.blob(payload));
    const statement = valibot__WEBPACK_IMPORTED_MODULE_5__/* .safeParse */ .xLC(statementSchema, (0,_oci__WEBPACK_IMPORTED_MODULE_7__/* .parseJson */ .q)(bytes, `statement ${artifact}`));
    if (!statement.success || statement.output.predicateType !== (0,_io__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(name))
        return undefined;
    const about = statement.output.subject.some(({ digest }) => digest[(0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .algorithmOf */ .Hy)(subject)] === (0,_oci__WEBPACK_IMPORTED_MODULE_1__/* .hexOf */ .ZD)(subject));
    return about ? statement.output.predicate : undefined;
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
        const known = this.#known(repository);
        const newest = await newestVersions(repository);
        const unknown = newest.filter((tag) => !known.has(tag));
        for (let from = 0; from < unknown.length; from += atOnce) {
            await Promise.all(unknown.slice(from, from + atOnce).map(async (tag) => {
                const descriptor = await repository.resolve(tag);
                if (descriptor !== undefined)
                    known.set(tag, descriptor.digest);
            }));
        }
        return newest.filter((tag) => known.get(tag) === digest);
    }
    #known(repository) {
        const known = this.#digests.get(repository) ?? new Map();
        this.#digests.set(repository, known);
        return known;
    }
}
async function newestVersions(repository) {
    const all = [];
    for await (const tag of repository.tags()) {
        const version = (0,_version__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(tag);
        if (version !== undefined)
            all.push({ tag, version });
    }
    all.sort((a, b) => (0,_version__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(b.version, a.version));
    return all.slice(0, asked).map(({ tag }) => tag);
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
/* harmony import */ var _layers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1691);
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
    const looks = new _looks_js__WEBPACK_IMPORTED_MODULE_4__/* .Looks */ .X({
        open,
        openUntil: (signal) => (0,_store_js__WEBPACK_IMPORTED_MODULE_3__/* .openFor */ .q)({ ...io, signal: AbortSignal.any([io.signal, signal]) }, input, written),
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
    return { tree, policy, ground, open, sources, looks };
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
