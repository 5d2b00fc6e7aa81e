export const id = 961;
export const ids = [961];
export const modules = {

/***/ 4222:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ read)
/* harmony export */ });
/* unused harmony export linesOf */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2420);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6490);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5647);



/** The items of a list: one a line, blank lines and `#` comments left out. */
const linesOf = (text) => text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
const listOf = (text) => linesOf(text)
    .flatMap((line) => line.split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '');
// The booleans of YAML's core schema: https://yaml.org/spec/1.2.2/#103-core-schema
const flags = {
    true: true,
    True: true,
    TRUE: true,
    false: false,
    False: false,
    FALSE: false,
};
function json(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const expected = {
    text: 'text',
    flag: 'true or false',
    count: 'a whole number',
    duration: 'a duration such as 90s, 1h30m or 7d',
    bytes: 'a size such as 512, 20MB or 1GiB',
    ratio: 'a part from 0 to 1, such as 0.95 or 95%',
    lines: 'one item a line',
    list: 'a list',
    document: 'JSON or the path of a JSON file',
};
/** The value, or undefined when the text is none of this type. */
function parse(input, text) {
    switch (input.type) {
        case 'text':
            return text;
        case 'lines':
            return linesOf(text);
        case 'list':
            return listOf(text);
        case 'flag':
            return Object.hasOwn(flags, text) ? flags[text] : undefined;
        case 'count':
            return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
        case 'duration':
            return (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(text);
        case 'bytes':
            return (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBytes */ .z_)(text);
        case 'ratio':
            return (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRatio */ .LO)(text);
        case 'document':
            return json(text);
        case 'one-of':
            return input.values.includes(text) ? text : undefined;
    }
}
/**
 * All inputs of an action, read once and typed by their declaration; an empty string is absent.
 * A value that does not fit and a required one that is missing throw a UsageError that names the input, its value and the remedy.
 */
function read(from, inputs) {
    const values = {};
    for (const [name, input] of Object.entries(inputs)) {
        const typed = from.input(name);
        const text = input.verbatim ? typed : typed?.trim();
        const given = text === undefined || text === '' ? input.default : text;
        if (given !== undefined)
            values[name] = parsed(name, input, given);
        else if (input.required)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`input "${name}" is required: ${input.description}`, { input: name });
        else if (input.type === 'list' || input.type === 'lines')
            values[name] = [];
        else if (input.type === 'flag')
            values[name] = false;
    }
    return values;
}
function parsed(name, input, text) {
    const value = parse(input, text);
    if (value !== undefined)
        return value;
    const wanted = input.type === 'one-of' ? `one of ${input.values.join(', ')}` : expected[input.type];
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`input "${name}" must be ${wanted}, not ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(text)}`, { input: name });
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

/***/ 6490:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   LO: () => (/* binding */ parseRatio),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   z3: () => (/* binding */ formatBytes),
/* harmony export */   z_: () => (/* binding */ parseBytes)
/* harmony export */ });
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;
/** `90s`, `1h30m`, `7d`: whole numbers, from the largest unit to the smallest, each at most once. */
const durationPattern = /^(?=\d)(?:(\d{1,6})w)?(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,9})s)?$/;
/** Milliseconds of a duration; undefined when the text is none. */
function parseDuration(text) {
    const parts = durationPattern.exec(text)?.slice(1);
    if (parts === undefined)
        return undefined;
    return [week, day, hour, minute, second].reduce((sum, unit, at) => sum + unit * Number(parts[at] ?? 0), 0);
}
const units = {
    '': 1,
    b: 1,
    kb: 1e3,
    mb: 1e6,
    gb: 1e9,
    tb: 1e12,
    kib: 2 ** 10,
    mib: 2 ** 20,
    gib: 2 ** 30,
    tib: 2 ** 40,
};
/** `20MB`, `1.5GiB`, `512`: decimal and binary units in any case, bytes without one. */
const bytesPattern = /^(\d{1,15}(?:\.\d{1,6})?) ?([kmgtKMGT]?[iI]?[bB])?$/;
/** Bytes, rounded down; undefined when the text is no size or more than a number holds exactly. */
function parseBytes(text) {
    const [, amount, unit] = bytesPattern.exec(text) ?? [];
    const factor = units[(unit ?? '').toLowerCase()];
    if (amount === undefined || factor === undefined)
        return undefined;
    const bytes = Math.floor(Number(amount) * factor);
    return Number.isSafeInteger(bytes) ? bytes : undefined;
}
/** `0.95` or `95%`. */
const ratioPattern = /^(?:(0(?:\.\d{1,9})?|1(?:\.0{1,9})?|\.\d{1,9})|(\d{1,3}(?:\.\d{1,7})?) ?%)$/;
/** A part from 0 to 1; undefined when the text is none. */
function parseRatio(text) {
    const [, part, percent] = ratioPattern.exec(text) ?? [];
    if (part === undefined && percent === undefined)
        return undefined;
    const ratio = percent === undefined ? Number(part) : Number(percent) / 100;
    return ratio <= 1 ? ratio : undefined;
}
/** `12.3 MB`, in decimal units as registries and disks count. */
function formatBytes(bytes) {
    const names = ['B', 'kB', 'MB', 'GB', 'TB'];
    let amount = bytes;
    let at = 0;
    // 999.95 would be shown as 1000.0.
    while (amount >= (at === 0 ? 1000 : 999.95) && at < names.length - 1) {
        amount /= 1000;
        at += 1;
    }
    return `${at === 0 ? String(amount) : amount.toFixed(1)} ${names[at] ?? ''}`;
}
/** `0.4 s`, `12 s`, `3 min 5 s`, `2 h 10 min`, `9 d 3 h`: the two largest units. */
function formatDuration(ms) {
    if (ms < 10 * second)
        return `${(ms / second).toFixed(1)} s`;
    const seconds = Math.round(ms / second);
    const pairs = [
        [86_400, 'd', 3600, 'h'],
        [3600, 'h', 60, 'min'],
        [60, 'min', 1, 's'],
    ];
    for (const [large, name, small, rest] of pairs) {
        if (seconds < large)
            continue;
        const left = Math.floor((seconds % large) / small);
        return `${Math.floor(seconds / large)} ${name}${left === 0 ? '' : ` ${left} ${rest}`}`;
    }
    return `${seconds} s`;
}


/***/ }),

/***/ 1049:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ layersAnnotations)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6490);
/* harmony import */ var _page_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(534);



const mostAnnotations = 10;
/**
 * The advice that saves most, on the lines that it is about. GitHub knows a file by its plain path alone, without `./`.
 * @param onPage how many pieces of advice the page has for each platform
 */
function layersAnnotations({ platforms, dockerfile }, onPage) {
    if (dockerfile === null)
        return [];
    const file = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(dockerfile);
    const seen = new Set();
    const found = platforms.flatMap((of) => (0,_page_words_js__WEBPACK_IMPORTED_MODULE_1__/* .notableAdvice */ .Ui)(of).flatMap(({ line, text, bytes, keptBytes }, at) => {
        if (line === null || seen.has(`${line} ${text}`))
            return [];
        seen.add(`${line} ${text}`);
        const message = `${(0,_page_words_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(text)} (saves ${(0,_io__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(bytes + keptBytes)}).`;
        const said = at < onPage ? { isOnPage: true } : {};
        return [{ level: 'warning', title: 'Layers', message, file, line, ...said }];
    }));
    return found.slice(0, mostAnnotations);
}


/***/ }),

/***/ 534:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   N4: () => (/* binding */ note),
/* harmony export */   Ui: () => (/* binding */ notableAdvice),
/* harmony export */   ZB: () => (/* binding */ mostRows),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   bQ: () => (/* binding */ toned),
/* harmony export */   c_: () => (/* binding */ tableOf),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   gs: () => (/* binding */ mostAdvice),
/* harmony export */   hS: () => (/* binding */ counted)
/* harmony export */ });
/** Rows of a table that a person may read; all of them are in the document. */
const mostRows = 15;
/** Pieces of advice on a page about layers, and on one that is about more. */
const mostAdvice = { whole: mostRows, short: 3 };
const note = (text) => ({ kind: 'paragraph', text });
const code = (text) => ({ kind: 'code', text });
const toned = (tone, text) => ({ kind: 'toned', tone, text });
/** `12.5 %`; what is not all and not nothing never looks as if it were. */
function percent(part) {
    if (part > 0 && part < 0.0005)
        return 'under 0.1 %';
    if (part > 0.9995 && part < 1)
        return 'over 99.9 %';
    return `${(part * 100).toFixed(1)} %`;
}
/** `1 layer`, `2 layers`. */
const counted = (count, what) => `${count} ${what}${count === 1 ? '' : 's'}`;
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** A table without the columns that say nothing in any row. */
function tableOf(rows, columns) {
    const filled = columns
        .map((column) => ({ ...column, cells: rows.map(column.of) }))
        .filter(({ cells }) => cells.some((cell) => cell !== ''));
    const places = (is) => filled.flatMap((column, at) => (column[is] === true ? [at] : []));
    return {
        kind: 'table',
        head: filled.map(({ title }) => title),
        rows: rows.map((_, at) => filled.map(({ cells }) => cells[at] ?? '')),
        right: places('right'),
        clip: places('clip'),
    };
}
/** Of the files of an image; what saves less is in the document, and troubles nobody on a page. */
const fewest = 0.001;
/** The advice that is worth a line. */
const notableAdvice = ({ advice, sizeBytes, }) => advice.filter(({ bytes, keptBytes }) => bytes + keptBytes >= sizeBytes * fewest);


/***/ }),

/***/ 9184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ layersSummary),
  I: () => (/* binding */ platformBlocks)
});

// EXTERNAL MODULE: ./packages/io/quantities.ts
var quantities = __webpack_require__(6490);
// EXTERNAL MODULE: ./packages/layers/classes.ts
var layers_classes = __webpack_require__(8861);
;// CONCATENATED MODULE: ./packages/layers/page-classes.ts


/** `base 5.6 MB, application 0.6 MB (+1.5 MB wasted)`; empty where all is of one class, which the layers tell. */
function byClass({ classes, wasteClasses, }) {
    const found = layers_classes/* fileClasses */.FY.filter((name) => classes[name] + wasteClasses[name] > 0);
    if (found.length < 2)
        return '';
    return found
        .map((name) => {
        const wasted = wasteClasses[name];
        const more = wasted === 0 ? '' : ` (+${(0,quantities/* formatBytes */.z3)(wasted)} wasted)`;
        return `${name} ${(0,quantities/* formatBytes */.z3)(classes[name])}${more}`;
    })
        .join(', ');
}

// EXTERNAL MODULE: ./packages/layers/page-words.ts
var page_words = __webpack_require__(534);
;// CONCATENATED MODULE: ./packages/layers/page-delta.ts



const mostPackages = 50;
/** What is different from another image. */
function deltaBlocks(delta) {
    const { added, removed, files } = delta;
    const grown = growthByClass(delta);
    const facts = [
        ['Files', `${added} added, ${removed} removed, ${changedOf(delta)}`],
        ['Size', growthOf(delta)],
        ...(grown === '' ? [] : [['By class', grown]]),
        ['To pull', pullOf(delta)],
        ...(delta.uncompared === 0 ? [] : [['Not compared', uncomparedOf(delta)]]),
        ...(delta.onlyTimes ? [['Note', (0,page_words/* toned */.bQ)('warning', 'only timestamps changed')]] : []),
    ];
    return [
        {
            kind: 'section',
            title: ['Compared with ', { kind: 'code', text: delta.image }],
            blocks: [
                { kind: 'table', head: ['', ''], rows: facts },
                ...(files.length === 0 ? [] : [filesTable(delta), ...unlisted(delta)]),
                ...packagesBlocks(delta),
            ],
        },
    ];
}
const uncomparedOf = ({ uncompared }) => `${(0,page_words/* counted */.hS)(uncompared, 'file')} of the same size, whose bytes were not hashed`;
function unlisted({ added, removed, changed, files }) {
    const more = added + removed + changed - Math.min(files.length, page_words/* mostRows */.ZB);
    return more > 0 ? [(0,page_words/* note */.N4)(`and ${more} more`)] : [];
}
const filesTable = ({ files }) => (0,page_words/* tableOf */.c_)(files.slice(0, page_words/* mostRows */.ZB), [
    { title: 'Change', of: ({ kind }) => kind },
    { title: 'File', of: ({ path }) => (0,page_words/* code */.aY)(path) },
    {
        title: 'Before',
        right: true,
        of: ({ kind, beforeBytes }) => (kind === 'added' ? '' : (0,quantities/* formatBytes */.z3)(beforeBytes)),
    },
    {
        title: 'Now',
        right: true,
        of: ({ kind, afterBytes }) => (kind === 'removed' ? '' : (0,quantities/* formatBytes */.z3)(afterBytes)),
    },
    { title: 'Why', of: ({ causes }) => causes.join(', ') },
]);
function packagesBlocks({ packages }) {
    const { changed, added, removed } = packages;
    const all = [
        ...changed,
        ...added.map((name) => `${name} added`),
        ...removed.map((name) => `${name} removed`),
    ];
    if (all.length === 0)
        return [];
    const more = all.length - mostPackages;
    const counts = Object.entries({ changed, added, removed })
        .filter(([, { length }]) => length > 0)
        .map(([what, { length }]) => `${length} ${what}`);
    return [
        {
            kind: 'details',
            summary: `Packages: ${counts.join(', ')}`,
            blocks: [
                { kind: 'list', items: all.slice(0, mostPackages) },
                ...(more > 0 ? [(0,page_words/* note */.N4)(`and ${more} more`)] : []),
            ],
        },
    ];
}
/** The same in a sentence. */
function deltaSentence(delta) {
    const { added, removed, image } = delta;
    return [
        'compared with ',
        { kind: 'code', text: image.replace(/^.*@/, '').slice(0, 19) },
        `: ${growthOf(delta)}, ${(0,page_words/* counted */.hS)(added, 'file')} added, ${removed} removed, ${changedOf(delta)}, ${pullOf(delta)} to pull`,
    ];
}
function changedOf({ changed, changedTimes, onlyTimes }) {
    if (onlyTimes)
        return `${changed} changed (only timestamps)`;
    return `${changed} changed${changedTimes === 0 ? '' : ` (${changedTimes} of them only in time)`}`;
}
const pullOf = ({ pullBytes, pullLayers }) => pullLayers === 0 ? 'nothing' : `${(0,quantities/* formatBytes */.z3)(pullBytes)} in ${(0,page_words/* counted */.hS)(pullLayers, 'layer')}`;
/** What is stored, as the gates have it; where something else is shown of it, that too. */
function growthOf(delta) {
    const stored = delta.afterStoredBytes - delta.beforeStoredBytes;
    const shown = delta.afterBytes - delta.beforeBytes;
    if (stored === shown)
        return stored === 0 ? 'the same size' : signed(stored);
    return `${signed(stored)} in the layers, ${signed(shown)} in the image`;
}
/** `application +2.1 MB, base −30.0 kB`; empty where each class has what it had. */
const growthByClass = ({ beforeClasses, afterClasses }) => layers_classes/* fileClasses */.FY
    .map((name) => ({ name, growth: afterClasses[name] - beforeClasses[name] }))
    .filter(({ growth }) => growth !== 0)
    .map(({ name, growth }) => `${name} ${signed(growth)}`)
    .join(', ');
const signed = (bytes) => `${bytes < 0 ? '−' : '+'}${(0,quantities/* formatBytes */.z3)(Math.abs(bytes))}`;

;// CONCATENATED MODULE: ./packages/layers/page.ts




/**
 * Everything about one platform: its layers, what is wasted, what would help, and what is different. `isTitled`: its
 * name stands above.
 */
function platformBlocks(of, { isTitled = false } = {}) {
    const { sizeBytes, compressedBytes, base, user, system } = of;
    const facts = [
        ['Files', (0,quantities/* formatBytes */.z3)(sizeBytes)],
        ['To pull', (0,quantities/* formatBytes */.z3)(compressedBytes)],
        ['Wasted', wastedOf(of)],
        ...(byClass(of) === '' ? [] : [['By class', byClass(of)]]),
        ['Base', baseOf(base)],
        ['System', `${system ?? 'no distribution'}, ${(0,page_words/* counted */.hS)(of.packages, 'package')}`],
        ...(of.unread.length === 0 ? [] : [['Unread', unreadOf(of)]]),
        ['User', user.why],
        ...(of.indexes === null ? [] : [['Indexes', (0,page_words/* code */.aY)(of.indexes)]]),
    ];
    return [
        { kind: 'table', head: [isTitled ? '' : of.platform, ''], rows: facts },
        layersTable(of),
        ...wasteBlocks(of),
        ...duplicateBlocks(of),
        ...adviceBlocks(of),
        ...(of.delta === null ? [] : deltaBlocks(of.delta)),
    ];
}
function wastedOf({ reclaimableBytes, efficiency }) {
    if (reclaimableBytes === 0)
        return 'nothing';
    return (0,page_words/* toned */.bQ)('warning', `${(0,quantities/* formatBytes */.z3)(reclaimableBytes)} (${(0,page_words/* percent */.KN)(1 - efficiency)})`);
}
/** What a count of packages leaves out. */
function unreadOf({ unread: [first = '', ...others] }) {
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    return [{ kind: 'code', text: first }, `${more}: what is in there is not known`];
}
/** Who says what an image stands on: the rungs of the ladder, for a sentence. */
const sayers = {
    given: 'as it was given',
    annotation: 'by an annotation',
    label: 'by a label',
    provenance: 'by the provenance',
    dockerfile: 'by the Dockerfile',
    candidate: 'as the one of those that were given',
};
function baseOf(base) {
    if (base === null)
        return 'not known';
    const layers = base.layers === 1 ? 'the lowest layer' : `the lowest ${base.layers} layers`;
    if (base.from === 'history')
        return `not known; by the history ${layers}`;
    const name = base.name ?? base.digest ?? 'an image without a name';
    const by = sayers[base.from] ?? base.from;
    if (base.name === 'scratch')
        return `scratch ${by}: every layer is the image's own`;
    if (base.verified)
        return `${name} ${by}, proven: ${layers}`;
    return `${name} ${by}, not proven${base.doubt === null ? '' : `: ${base.doubt}`}`;
}
const layersTable = ({ layers }) => (0,page_words/* tableOf */.c_)(layers, [
    { title: '#', right: true, of: (_, at) => String(at) },
    { title: 'Size', right: true, of: ({ sizeBytes }) => (0,quantities/* formatBytes */.z3)(sizeBytes) },
    { title: 'To pull', right: true, of: ({ compressedBytes }) => (0,quantities/* formatBytes */.z3)(compressedBytes) },
    {
        title: 'Wasted',
        right: true,
        of: ({ wastedBytes }) => wastedBytes === 0 ? '' : (0,page_words/* toned */.bQ)('warning', (0,quantities/* formatBytes */.z3)(wastedBytes)),
    },
    { title: 'Class', of: ({ class: of }) => (of === 'base' ? (0,page_words/* toned */.bQ)('quiet', of) : of) },
    { title: 'Owner', of: ({ owner }) => owner ?? '' },
    { title: 'Line', right: true, of: ({ line }) => (line === null ? '' : String(line)) },
    {
        title: 'Made by',
        clip: true,
        of: (layer) => (madeBy(layer) === '' ? '' : (0,page_words/* code */.aY)(madeBy(layer))),
    },
]);
/** As the Dockerfile has it; of a script in a heredoc the history knows more. */
const madeBy = ({ instruction, command }) => (instruction?.includes('<<') === true ? (command ?? instruction) : (instruction ?? command)) ??
    '';
const shortened = (text) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
function wasteBlocks({ waste, reclaimableBytes }) {
    if (waste.length === 0)
        return [(0,page_words/* note */.N4)('Every byte that is stored is shown: nothing is wasted.')];
    const rows = waste.slice(0, page_words/* mostRows */.ZB);
    const more = waste.length - rows.length;
    return [
        {
            kind: 'section',
            title: `Wasted: ${(0,quantities/* formatBytes */.z3)(reclaimableBytes)}`,
            blocks: [
                (0,page_words/* tableOf */.c_)(rows, [
                    { title: 'Size', right: true, of: ({ bytes }) => (0,quantities/* formatBytes */.z3)(bytes) },
                    { title: 'File', of: ({ path }) => (0,page_words/* code */.aY)(path) },
                    {
                        title: 'Layers',
                        of: ({ addedIn, hiddenIn }) => `${addedIn} → ${hiddenIn}`,
                    },
                    {
                        title: 'How',
                        of: ({ reason, sameContent }) => sameContent === true ? `${reason}, same content` : reason,
                    },
                ]),
                ...(more === 0 ? [] : [(0,page_words/* note */.N4)(`and ${more} more`)]),
            ],
        },
    ];
}
/** Below a hundredth of all files they surprise nobody. */
const fewest = 0.01;
function duplicateBlocks(of) {
    const { duplicates, duplicateBytes, sizeBytes } = of;
    if (duplicateBytes === 0 || duplicateBytes < sizeBytes * fewest)
        return [];
    const rows = duplicates.slice(0, page_words/* mostRows */.ZB);
    const table = (0,page_words/* tableOf */.c_)(rows, [
        { title: 'Again', right: true, of: ({ extraBytes }) => (0,quantities/* formatBytes */.z3)(extraBytes) },
        { title: 'Copies', right: true, of: ({ copies }) => String(copies) },
        { title: 'One of them', of: ({ paths: [path = ''] }) => (0,page_words/* code */.aY)(path) },
    ]);
    const summary = `Equal files under several paths, which is no waste: ${(0,quantities/* formatBytes */.z3)(duplicateBytes)}`;
    return [{ kind: 'details', summary, blocks: [table] }];
}
function adviceBlocks(of) {
    const items = adviceItems(of);
    if (items.length === 0)
        return [];
    return [{ kind: 'section', title: 'What would help', blocks: [{ kind: 'list', items }] }];
}
const adviceItems = ({ layers, ...of }) => (0,page_words/* notableAdvice */.Ui)(of)
    .slice(0, page_words/* mostAdvice */.gs.whole)
    .map(({ text, bytes, keptBytes, layer, line, owner }) => {
    const { [layer]: by } = layers;
    const saves = [
        ...(bytes > 0 ? [`saves ${(0,quantities/* formatBytes */.z3)(bytes)}`] : []),
        ...(keptBytes > 0 ? [`${(0,quantities/* formatBytes */.z3)(keptBytes)} less in the image`] : []),
    ].join(', ');
    const where = line === null ? `layer ${layer}` : `line ${line}`;
    return [
        `${(0,page_words/* sentence */.em)(text)} (${saves}; ${where}: `,
        { kind: 'code', text: shortened(by === undefined ? '' : madeBy(by)) },
        owner === null ? ')' : `; ${owner})`,
    ];
});
/** The same in short, for a page that is about more than layers. */
function layersSummary({ platforms }) {
    return platforms.flatMap((of) => {
        const { sizeBytes, compressedBytes, reclaimableBytes, efficiency, layers, user, delta } = of;
        const facts = [
            `${(0,quantities/* formatBytes */.z3)(sizeBytes)} of files in ${(0,page_words/* counted */.hS)(layers.length, 'layer')}, ${(0,quantities/* formatBytes */.z3)(compressedBytes)} to pull`,
            reclaimableBytes === 0
                ? 'nothing is wasted'
                : `${(0,quantities/* formatBytes */.z3)(reclaimableBytes)} wasted (${(0,page_words/* percent */.KN)(1 - efficiency)})`,
            ...adviceItems(of).slice(0, page_words/* mostAdvice */.gs.short),
            user.why,
            ...(delta === null ? [] : [deltaSentence(delta)]),
        ];
        return [
            { kind: 'paragraph', text: `Layers (${of.platform}):` },
            { kind: 'list', items: facts },
            { kind: 'details', summary: (0,page_words/* counted */.hS)(layers.length, 'layer'), blocks: [layersTable(of)] },
        ];
    });
}


/***/ }),

/***/ 3670:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Hy: () => (/* binding */ algorithmOf),
/* harmony export */   OP: () => (/* binding */ Hasher),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2420);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5647);


const grammar = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const isDigest = (text) => grammar.test(text);
/** @throws UsageError that names the text */
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new _io__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${(0,_io__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(text)} is not a digest: write sha256: and 64 of the digits 0-9a-f, or sha512: and 128`);
}
const algorithmOf = (digest) => digest.startsWith('sha512:') ? 'sha512' : 'sha256';
const hexOf = (digest) => digest.slice(7);
/** Feed it bytes, then ask for the digest. */
class Hasher {
    algorithm;
    #hash;
    constructor(algorithm = 'sha256', hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm)) {
        this.algorithm = algorithm;
        this.#hash = hash;
    }
    /** One that goes on from here by itself. */
    copy() {
        return new Hasher(this.algorithm, this.#hash.copy());
    }
    update(bytes) {
        this.#hash.update(bytes);
        return this;
    }
    digest() {
        return `${this.algorithm}:${this.#hash.digest('hex')}`;
    }
}
const digestOf = (bytes, algorithm = 'sha256') => new Hasher(algorithm).update(bytes).digest();


/***/ }),

/***/ 1421:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ parseTag),
/* harmony export */   EV: () => (/* binding */ isRegistryHost),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   og: () => (/* binding */ isRepositoryPath),
/* harmony export */   qq: () => (/* binding */ parseRegistryReference)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5647);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3670);


const tagGrammar = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const host = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?$/;
const path = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const isTag = (text) => tagGrammar.test(text);
/** `host` or `host:port`, as a reference starts. */
const isRegistryHost = (text) => host.test(text) && URL.canParse(`http://${text}`);
/** What stands between the registry and the tag: `acme/shop`. */
const isRepositoryPath = (text) => path.test(text) && text.length <= 255;
/** @throws UsageError that names the text */
function parseTag(text) {
    if (isTag(text))
        return text;
    throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(text)} is not a tag: 1 to 128 letters, digits, "_", "." or "-", and no "." or "-" first`);
}
const transports = ['oci', 'oci-archive', 'docker-archive'];
const forms = 'write registry/repository[:tag][@digest], oci:DIR[:tag], oci-archive:FILE[:tag] or docker-archive:FILE[:name][:tag]';
/**
 * Reads a reference as docker and skopeo users write it. Without a registry it is Docker Hub's
 * (`debian` is `docker.io/library/debian`); no tag is added.
 * @throws UsageError that names the text
 */
function parseReference(text) {
    const transport = transports.find((name) => text.startsWith(`${name}:`));
    return transport === undefined
        ? parseRegistryReference(text)
        : parseFileReference(transport, text);
}
/** As `parseReference`, for places where only a registry's repository makes sense. */
function parseRegistryReference(text) {
    const refuse = (why) => {
        throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(text)} is not an image reference: ${why}; ${forms}`);
    };
    const at = text.indexOf('@');
    const digest = at < 0 ? undefined : text.slice(at + 1);
    const named = at < 0 ? text : text.slice(0, at);
    const colon = named.lastIndexOf(':');
    const hasTag = colon > named.lastIndexOf('/');
    const tag = hasTag ? named.slice(colon + 1) : undefined;
    const name = hasTag ? named.slice(0, colon) : named;
    const { registry, repository } = splitName(name);
    if (!host.test(registry))
        return refuse(`${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(registry)} is not a registry host`);
    if (!isRepositoryPath(repository)) {
        return refuse(/[A-Z]/.test(repository)
            ? 'a repository name is lower case'
            : `${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(repository)} is not a repository name`);
    }
    if (tag !== undefined && !isTag(tag))
        return refuse(`${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(tag)} is not a tag`);
    if (digest !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest)) {
        return refuse(`${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(digest)} is not a digest`);
    }
    return {
        transport: 'registry',
        registry,
        repository,
        name: `${registry}/${repository}`,
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest }),
    };
}
/** Docker's rule: the first component is a host when it has a dot or a colon, or is localhost. */
function splitName(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    if (/[.:[]/.test(first) || first === 'localhost') {
        const registry = first === 'index.docker.io' ? 'docker.io' : first;
        const rest = name.slice(slash + 1);
        return {
            registry,
            repository: registry === 'docker.io' && !rest.includes('/') ? `library/${rest}` : rest,
        };
    }
    return { registry: 'docker.io', repository: slash < 0 ? `library/${name}` : name };
}
function parseFileReference(transport, text) {
    const rest = text.slice(transport.length + 1);
    const at = rest.lastIndexOf('@');
    const digest = at > 0 ? (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)(rest.slice(at + 1)) : undefined;
    const named = digest === undefined ? rest : rest.slice(0, at);
    const { file, image, tag } = transport === 'docker-archive' ? savedIn(named) : namedIn(named);
    if (file === '' || file.includes('\0')) {
        throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(text)} names no file: ${forms}`);
    }
    return {
        transport,
        path: file,
        name: `${transport}:${file}${image === undefined ? '' : `:${image}`}`,
        ...(image === undefined ? {} : { image }),
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest }),
    };
}
/** `FILE[:tag]` */
function namedIn(text) {
    const colon = text.lastIndexOf(':');
    // A colon that ends a Windows drive or stands in a folder's name is no tag.
    if (colon < 1 || /[/\\]/.test(text.slice(colon)))
        return { file: text };
    return { file: text.slice(0, colon), tag: parseTag(text.slice(colon + 1)) };
}
/** `FILE[:tag]`, or as skopeo has it `FILE:name[:tag]`: the file ends at the first colon that is no drive's. */
function savedIn(text) {
    const colon = text.indexOf(':', /^[A-Za-z]:[/\\]/.test(text) ? 2 : 0);
    if (colon < 0)
        return { file: text };
    const [file, rest] = [text.slice(0, colon), text.slice(colon + 1)];
    if (!/[:/]/.test(rest))
        return { file, tag: parseTag(rest) };
    const { name, tag } = parseRegistryReference(rest);
    return { file, image: name, tag };
}
/** The text that `parseReference` reads back. */
const formatReference = ({ name, tag, digest }) => `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
/** `name@digest`: the form in which every action hands an image on. */
const pinned = (name, digest) => `${name}@${digest}`;


/***/ }),

/***/ 6838:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aw: () => (/* binding */ moveBlocks),
/* harmony export */   bI: () => (/* binding */ sourcesBlocks),
/* harmony export */   fL: () => (/* binding */ runPage),
/* harmony export */   h0: () => (/* binding */ short),
/* harmony export */   vF: () => (/* binding */ gatesTable)
/* harmony export */ });
/* unused harmony exports movesTable, imageBlocks */
/* harmony import */ var _layers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9184);
/* harmony import */ var _layers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1049);
/* harmony import */ var _layers__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(534);

/** Enough of a digest to tell two apart by eye. */
const short = (digest) => digest === null ? '' : digest.replace(/^(sha\d+:[0-9a-f]{12}).*$/, '$1');
const marks = {
    moved: 'passed',
    there: 'unchanged',
    superseded: 'unchanged',
    waiting: 'waiting',
    held: 'waiting',
    refused: 'failed',
    'not evaluated': 'not evaluated',
    'not reached': 'unchanged',
    'would move': 'waiting',
};
/** What became of each environment, for a person. */
function movesTable(moves) {
    if (moves.length === 0)
        return [];
    const rows = moves.map((move) => [
        move.environment,
        { kind: 'mark', mark: marks[move.state], text: move.state },
        { kind: 'code', text: short(move.after) },
        sentenceOf(move),
    ]);
    return [{ kind: 'table', head: ['Environment', 'State', 'Stands on', 'Why'], rows }];
}
function sentenceOf(move) {
    const { state, before, results, environment } = move;
    switch (state) {
        case 'moved':
            return before === null ? 'nothing stood there' : `from ${short(before)}`;
        case 'there':
            return 'it stood there already';
        case 'superseded':
            return 'a newer digest stands there';
        case 'waiting':
            return `${environment} is promoted by a person`;
        case 'held':
            return 'held since a rollback, until a person resumes';
        case 'not reached':
            return 'it has not passed the environment before';
        case 'would move':
            return 'dry run: nothing was written';
        case 'refused':
        case 'not evaluated':
            return results
                .filter(({ outcome }) => outcome !== 'passed')
                .map(({ gate, reason }) => `${gate}: ${reason}`)
                .join('; ');
    }
}
/** One move whose gates are shown beside it: what they said is not said twice. */
function moveBlocks(move) {
    if (move.state !== 'refused' && move.state !== 'not evaluated')
        return movesTable([move]);
    const stands = move.before === null ? ['empty'] : ['on ', code(short(move.before))];
    return [{ kind: 'paragraph', text: [`${move.environment} stays `, ...stands, '.'] }];
}
const code = (text) => ({ kind: 'code', text });
const how = {
    built: 'built and stored',
    found: 'found: this commit was built before',
    private: 'built, and stored nowhere',
    skipped: 'skipped: the version stands on another digest',
    failed: 'failed',
};
/** One image's run, without the title. */
function imageBlocks(image) {
    const facts = [
        ['image ', code(image.image ?? image.digest ?? '')],
        how[image.how],
        ...(image.commit === null ? [] : [['commit ', code(image.commit.slice(0, 12))]]),
        ...(image.version === null ? [] : [['version ', code(image.version)]]),
        ...engineFacts(image),
        ...(image.dirty.length === 0
            ? []
            : [`the tree differs from the commit: ${image.dirty.join(', ')}; no name is given`]),
    ];
    return [
        { kind: 'list', items: facts },
        ...(image.layers === null ? [] : (0,_layers__WEBPACK_IMPORTED_MODULE_0__/* .layersSummary */ .P)(image.layers)),
        ...movesTable(image.moves),
        ...gateTable(image),
        ...(image.next === null
            ? []
            : [
                { kind: 'paragraph', text: 'To continue:' },
                { kind: 'code', text: image.next, language: 'sh' },
            ]),
    ];
}
function engineFacts({ engine }) {
    if (engine === null)
        return [];
    const { name, version, passedOver } = engine;
    return [
        `builder ${name} ${version}`,
        ...passedOver.map((other) => `builder ${other.name} was passed over: ${other.why}`),
    ];
}
/** Gates that belong to no environment: those of a pull request. */
const gateTable = ({ moves, results }) => moves.length > 0 ? [] : gatesTable(results);
/** What each gate said. */
function gatesTable(results) {
    if (results.length === 0)
        return [];
    const rows = results.map(({ gate, outcome, reason }) => [
        gate,
        { kind: 'mark', mark: outcome },
        reason,
    ]);
    return [{ kind: 'table', head: ['Gate', 'Outcome', 'Why'], rows }];
}
/** A run as a person reads it: one section an image. */
function runPage({ images, sources }) {
    const [first] = images;
    const blocks = first !== undefined && images.length === 1
        ? imageBlocks(first)
        : images.map((image) => ({
            kind: 'section',
            title: image.name,
            blocks: imageBlocks(image),
        }));
    return {
        title: images.map(({ name }) => name).join(', '),
        blocks: [...blocks, ...sourcesBlocks(sources)],
        annotations: images.flatMap(({ layers }) => layers === null ? [] : (0,_layers__WEBPACK_IMPORTED_MODULE_1__/* .layersAnnotations */ .v)(layers, _layers__WEBPACK_IMPORTED_MODULE_2__/* .mostAdvice */ .gs.short)),
    };
}
/** Where the two halves of `ecluse.yml` came from, and what a person should know of it. */
const sourcesBlocks = ({ build, policy, note }) => [
    { kind: 'paragraph', text: `${build === null ? 'P' : `Build: ${build} · p`}olicy: ${policy}` },
    ...(note === null ? [] : [{ kind: 'paragraph', text: `Note: ${note}` }]),
];


/***/ })

};
