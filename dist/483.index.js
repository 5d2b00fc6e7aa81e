export const id = 483;
export const ids = [483];
export const modules = {

/***/ 2483:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tags: () => (/* binding */ tags)
});

// EXTERNAL MODULE: ./packages/io/standing.ts + 1 modules
var standing = __webpack_require__(4941);
// EXTERNAL MODULE: ./packages/version/moving-kinds.ts
var moving_kinds = __webpack_require__(5197);
// EXTERNAL MODULE: ./packages/version/order-names.ts
var order_names = __webpack_require__(3244);
// EXTERNAL MODULE: ./packages/version/existing.ts
var existing = __webpack_require__(8580);
;// CONCATENATED MODULE: ./actions/tags/inputs.ts


const since = '0.1.0';
const compute = '0.2.0';
const writing = '0.3.0';
const inputs = {
    image: {
        type: 'text',
        description: 'The image: `name` shows the names that the event gives it, `name@sha256:…` writes them. Names are computed from rules where it is left out, or where `tags` or another list stands beside it.',
        positional: true,
        since,
    },
    images: {
        type: 'lines',
        description: 'Images to name, as `name` or `name=…,enable=…`. Without any, tags are names alone.',
        since: compute,
    },
    tags: {
        type: 'lines',
        description: 'Rules that give names, as `type=…,key=value`. Without any: a schedule, a branch, a git tag and a pull request give one each.',
        since: compute,
    },
    flavor: {
        type: 'lines',
        description: 'What holds for all rules: `latest=auto|true|false`, `prefix=…,onlatest=…`, `suffix=…,onlatest=…`.',
        since: compute,
    },
    labels: {
        type: 'lines',
        description: 'Labels beside those of OCI, or instead of them, as `key=value`.',
        since: compute,
    },
    annotations: {
        type: 'lines',
        description: 'Annotations beside those of OCI, or instead of them, as `key=value`.',
        since: compute,
    },
    context: {
        type: 'one-of',
        values: ['workflow', 'git'],
        description: "Where ref and commit come from: the workflow's event, which is the default in a workflow, or what git has checked out.",
        since: compute,
    },
    'sep-tags': {
        type: 'text',
        description: 'What stands between the tags of an output; a newline when it is left out.',
        verbatim: true,
        since: compute,
    },
    'sep-labels': {
        type: 'text',
        description: 'What stands between the labels of an output; a newline when it is left out.',
        verbatim: true,
        since: compute,
    },
    'sep-annotations': {
        type: 'text',
        description: 'What stands between the annotations of an output; a newline when it is left out.',
        verbatim: true,
        since: compute,
    },
    'bake-target': {
        type: 'text',
        description: 'The target of the bake files.',
        default: 'docker-metadata-action',
        since: compute,
    },
    explain: {
        type: 'flag',
        description: 'Say for each name which line it came from, and for each line that gave none why not; and, read from the repositories of the images, what each name stands on and whether it would move.',
        since: compute,
    },
    'tag-prefix': {
        type: 'text',
        description: 'What stands before the version in git tags, such as `shop-`.',
        default: '',
        since,
    },
    moving: {
        type: 'list',
        description: 'Names that a release takes when it is the highest of their line: `latest`, `major` (`1`), `minor` (`1.4`), or `none`. Rules say it themselves.',
        default: moving_kinds/* movingKinds */.m.join(', '),
        since: writing,
    },
    order: {
        type: 'one-of',
        values: order_names/* orderNames */.p,
        description: 'How versions are read and compared; `revisions` is semver with rebuilds behind the release, and counts where it is left out, but for rules of which all that read a version are `type=pep440` or `type=calver`.',
        since: writing,
    },
    'revision-suffix': {
        type: 'text',
        description: 'What stands before the count of rebuilds in a version, as in `1.4.2-r3`.',
        default: '-r',
        since: writing,
    },
    expect: {
        type: 'list',
        description: 'Digests that you have looked at: a moving name that stands on one of them may be moved, though nothing here tells its version.',
        since: writing,
    },
    ...existing/* existingInputs */.z,
    ...standing/* refInput */.g6,
    ...standing/* standing */.JA,
    'github-token': {
        ...standing/* standing */.JA['github-token'],
        description: "The token that asks GitHub about the repository, and logs in to the repository's own registry.",
    },
};

// EXTERNAL MODULE: ./packages/io/inputs.ts
var io_inputs = __webpack_require__(4222);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/nothing.ts
var nothing = __webpack_require__(6330);
// EXTERNAL MODULE: ./packages/io/names.ts
var io_names = __webpack_require__(7663);
// EXTERNAL MODULE: ./packages/oci/reference.ts
var reference = __webpack_require__(1421);
// EXTERNAL MODULE: ./packages/version/names.ts
var version_names = __webpack_require__(9801);
// EXTERNAL MODULE: ./actions/tags/names.ts
var tags_names = __webpack_require__(1402);
// EXTERNAL MODULE: ./actions/tags/separators.ts
var separators = __webpack_require__(2592);
;// CONCATENATED MODULE: ./actions/tags/main.ts






/** Any of these asks for names as metadata-action computes them. */
const lists = ['images', 'tags', 'flavor', 'labels', 'annotations'];
/** Decides the names; with a digest to put them on, writes them. */
const main = async (io) => {
    const input = (0,io_inputs/* read */.L)(io, inputs);
    if (input.image === undefined || lists.some((list) => input[list].length > 0)) {
        refuseMoving(input);
        const { computeNames } = await __webpack_require__.e(/* import() */ 616).then(__webpack_require__.bind(__webpack_require__, 6616));
        return computeNames(io, input);
    }
    const { name, tag, digest } = (0,reference/* parseRegistryReference */.qq)(input.image);
    if (tag !== undefined) {
        throw new errors/* UsageError */.eb(`image ${JSON.stringify(input.image)} must have no tag: tags are what is decided here`, { input: 'image' });
    }
    const event = await io.event();
    if (event === undefined) {
        throw new errors/* UsageError */.eb('there is neither an event nor a git repository to take names from');
    }
    const names = (0,version_names/* planNames */.AO)(event, input['tag-prefix'], await orderFor(input));
    if (names.length === 0 && event.kind === 'tag') {
        throw new nothing/* NothingToDo */.iH(`git tag ${JSON.stringify(event.tag)} is not a version`);
    }
    const document = {
        kind: (0,io_names/* kindOf */.I)('tags'),
        image: digest === undefined ? null : (0,reference/* pinned */.dp)(name, digest),
        digest: digest ?? null,
        results: [],
        repository: name,
        repositories: [name],
        version: names.find(({ rule }) => rule === 'version')?.tag ?? null,
        names: names.map(({ tag, rule, why }) => ({ tag, rule, why, ...tags_names/* planned */.l })),
        silent: [],
        looks: [],
        labels: [],
        annotations: [],
        separators: (0,separators/* separatorsOf */.o)(input),
        bakeTarget: null,
    };
    if (digest === undefined) {
        if (!input.explain)
            return document;
        const { explainNames } = await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(293), __webpack_require__.e(333), __webpack_require__.e(232), __webpack_require__.e(29)]).then(__webpack_require__.bind(__webpack_require__, 9454));
        return explainNames(io, { document, names, input });
    }
    // Storage is loaded only when something is written: most steps only ask for names.
    const { writeNames } = await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(815), __webpack_require__.e(293), __webpack_require__.e(333), __webpack_require__.e(246), __webpack_require__.e(590), __webpack_require__.e(232), __webpack_require__.e(583)]).then(__webpack_require__.bind(__webpack_require__, 9649));
    return writeNames(io, { document, names, digest, event, input });
};
/** Most versions are of the default scheme: the others are loaded only when they are asked for. */
async function orderFor(input) {
    const isDefault = (input.order ?? 'revisions') === 'revisions' &&
        input['revision-suffix'] === inputs['revision-suffix'].default;
    return isDefault ? undefined : (await __webpack_require__.e(/* import() */ 414).then(__webpack_require__.bind(__webpack_require__, 9414))).orderIn(input);
}
/** @throws UsageError for `moving` beside rules, which say themselves what moves */
function refuseMoving({ moving }) {
    if (moving.join(', ') === inputs.moving.default)
        return;
    throw new errors/* UsageError */.eb('moving has no use beside rules: leave it out, and give the names that move by rules and flavor', { input: 'moving' });
}

;// CONCATENATED MODULE: ./actions/tags/outputs.ts


/** Every image with every name; the names alone where there is no image. */
const tagsOf = (document) => {
    const { repositories } = document;
    const tags = (0,tags_names/* namesOn */.g)(document).map(({ tag }) => tag);
    if (repositories.length === 0)
        return tags;
    return repositories.flatMap((repository) => tags.map((tag) => `${repository}:${tag}`));
};
const pairOf = (label) => {
    const equals = label.indexOf('=');
    return [label.slice(0, equals), label.slice(equals + 1)];
};
const labelsOf = ({ labels }) => Object.fromEntries(labels.map(pairOf));
/** An item with a newline stands in quotes, as docker/build-push-action reads it. */
const joined = (items, separator) => items
    .map((item) => (/[\r\n]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item))
    .join(separator);
const outputs = {
    version: {
        description: 'The version that the event gives; empty when it gives none.',
        of: ({ version }) => version ?? '',
    },
    tags: {
        description: 'The names with the repository, one a line.',
        of: (document) => joined(tagsOf(document), document.separators.tags),
    },
    'tag-names': {
        description: 'The names alone, one a line.',
        of: (document) => joined((0,tags_names/* namesOn */.g)(document).map(({ tag }) => tag), document.separators.tags),
    },
    labels: {
        description: 'The labels, as `key=value`, one a line; empty unless they were computed.',
        of: ({ labels, separators }) => joined(labels, separators.labels),
    },
    annotations: {
        description: 'The annotations, as `level:key=value`, one a line; empty unless they were computed.',
        of: ({ annotations, separators }) => joined(annotations, separators.annotations),
    },
    json: {
        description: 'Tags, names, labels and annotations as JSON.',
        of: (document) => JSON.stringify({
            tags: tagsOf(document),
            'tag-names': (0,tags_names/* namesOn */.g)(document).map(({ tag }) => tag),
            labels: labelsOf(document),
            annotations: document.annotations,
        }),
    },
};
/** A bake file that gives its target what was computed. https://docs.docker.com/build/bake/reference/ */
const bake = (kind, content) => ({
    description: `The path of a bake file with ${kind}; empty unless they were computed.`,
    of: (document) => document.bakeTarget === null
        ? undefined
        : {
            name: `bake-${kind.replaceAll(/[^a-z]+/g, '-')}.json`,
            text: JSON.stringify({ target: { [document.bakeTarget]: content(document) } }, null, 2),
        },
});
const tagged = (document) => ({
    tags: tagsOf(document),
    args: {
        DOCKER_META_IMAGES: document.repositories.join(','),
        ...(document.version !== null && { DOCKER_META_VERSION: document.version }),
    },
});
const files = {
    'bake-file-tags': bake('tags', tagged),
    'bake-file-labels': bake('labels', (document) => ({ labels: labelsOf(document) })),
    'bake-file-annotations': bake('annotations', ({ annotations }) => ({ annotations })),
    'bake-file': bake('tags and labels', (document) => {
        const { tags, args } = tagged(document);
        return { tags, labels: labelsOf(document), args };
    }),
};
const truths = {
    ...Object.fromEntries(['1', 't', 'T', 'true', 'TRUE', 'True'].map((text) => [text, true])),
    ...Object.fromEntries(['0', 'f', 'F', 'false', 'FALSE', 'False'].map((text) => [text, false])),
};
/**
 * Outputs become `DOCKER_METADATA_OUTPUT_…` for the steps that follow, unless `DOCKER_METADATA_SET_OUTPUT_ENV` is false.
 * @throws UsageError when that is neither true nor false
 */
function variables({ bakeTarget }, env) {
    const text = env.get('DOCKER_METADATA_SET_OUTPUT_ENV') ?? '';
    const wanted = text === '' ? true : Object.hasOwn(truths, text) ? truths[text] : undefined;
    if (wanted === undefined) {
        throw new errors/* UsageError */.eb(`DOCKER_METADATA_SET_OUTPUT_ENV must be true or false, not ${JSON.stringify(text)}`);
    }
    if (!wanted || bakeTarget === null)
        return new Map();
    return new Map([...Object.keys(outputs), ...Object.keys(files ?? {})].map((output) => [
        output,
        `DOCKER_METADATA_OUTPUT_${output.replaceAll('-', '_').toUpperCase()}`,
    ]));
}

;// CONCATENATED MODULE: ./actions/tags/page.ts
const marks = {
    planned: 'waiting',
    written: 'passed',
    there: 'unchanged',
    stays: 'unchanged',
    skipped: 'unchanged',
    refused: 'failed',
    'not evaluated': 'not evaluated',
};
const page = ({ repositories, digest, names, silent, looks, labels, results, }) => ({
    title: repositories.length === 0 ? 'Names' : `Names of ${repositories.join(', ')}`,
    blocks: [
        names.length === 0
            ? { kind: 'paragraph', text: 'This event gives no name.' }
            : tableOf(names, digest !== null),
        ...results.map(({ reason }) => ({ kind: 'paragraph', text: reason })),
        ...looks.filter(({ failed, names: seen }) => failed !== null || seen.length > 0).map(lookOf),
        ...silentTable(silent),
        ...labelsBlock(labels),
    ],
});
/** Once the repository was asked, also what each name stood on. */
function tableOf(names, isAsked) {
    return {
        kind: 'table',
        head: ['Name', 'Rule', 'State', ...(isAsked ? ['Before'] : []), 'Why'],
        rows: names.map((name) => [
            { kind: 'code', text: name.tag },
            name.rule,
            { kind: 'mark', mark: marks[name.state], text: stateOf(name) },
            ...(isAsked ? [beforeOf(name)] : []),
            whyOf(name),
        ]),
    };
}
/** Where the registry guards tags itself, that is said. */
const stateOf = ({ state, guarantee }) => guarantee === 'atomic'
    ? `${state}, guarded`
    : guarantee === 'read-back'
        ? `${state}, read back`
        : state;
const beforeOf = ({ before }) => page_short(before, 'nothing');
/** Enough of a digest to tell two apart by eye. */
const page_short = (digest, none) => digest === null
    ? none
    : { kind: 'code', text: digest.replace(/^(sha\d+:[0-9a-f]{12}).*$/, '$1') };
/** What is told below the table is not told twice. */
const whyOf = ({ why, reason, state }) => reason === '' || state === 'refused' || state === 'not evaluated' ? why : `${why}: ${reason}`;
const moved = {
    written: 'would move',
    there: 'is there',
    stays: 'would stay',
    refused: 'would be refused',
    'not evaluated': 'would stay until a person has looked',
};
/** Where nothing stands yet. */
const first = {
    ...moved,
    written: 'would be written',
    stays: 'would not be written',
    'not evaluated': 'would not be written',
};
function lookOf({ repository, failed, to, names }) {
    if (failed !== null) {
        const text = `What stands in ${repository} could not be looked at: ${failed}.`;
        return { kind: 'paragraph', text };
    }
    const rows = names.map((name) => [
        { kind: 'code', text: name.tag },
        page_short(name.from, 'nothing'),
        name.becomes === 'written' ? page_short(to, 'what is built') : '',
        (name.from === null ? first : moved)[name.becomes],
        name.reason,
    ]);
    const table = { kind: 'table', head: ['Name', 'From', 'To', 'What', 'Why'], rows };
    return { kind: 'section', title: `What stands in ${repository}`, blocks: [table] };
}
function silentTable(silent) {
    if (silent.length === 0)
        return [];
    const rows = silent.map(({ rule, line, why }) => [
        line === 0 ? '' : String(line),
        { kind: 'code', text: rule },
        why,
    ]);
    const table = { kind: 'table', head: ['Line', 'Rule', 'Why not'], rows, right: [0] };
    return [{ kind: 'section', title: 'Rules that gave no name', blocks: [table] }];
}
function labelsBlock(labels) {
    if (labels.length === 0)
        return [];
    const list = { kind: 'list', items: labels };
    return [{ kind: 'details', summary: 'Labels', blocks: [list] }];
}

;// CONCATENATED MODULE: ./actions/tags/module.ts




const tags = {
    description: 'Show the names that an event gives an image, or write them, each once.',
    inputs: inputs,
    outputs: outputs,
    ...(files && { files: files }),
    variables: variables,
    main: main,
    page: page,
};


/***/ }),

/***/ 1402:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ namesOn),
/* harmony export */   l: () => (/* binding */ planned)
/* harmony export */ });
/** A name that nothing was done about. */
const planned = { state: 'planned', before: null, guarantee: null, reason: '' };
/** The names that the image has, or is to get. */
const namesOn = ({ names }) => names.filter(({ state }) => state === 'planned' || state === 'written' || state === 'there');


/***/ }),

/***/ 2592:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ separatorsOf)
/* harmony export */ });
/** What stands between the items of outputs. */
const separatorsOf = (input) => ({
    tags: input['sep-tags'] ?? '\n',
    labels: input['sep-labels'] ?? '\n',
    annotations: input['sep-annotations'] ?? '\n',
});


/***/ }),

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

/***/ 8580:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ refuseAdopt),
/* harmony export */   z: () => (/* binding */ existingInputs)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);

/** The same as an input, for the actions that give versions. */
const existingInputs = {
    'on-existing': {
        type: 'one-of',
        values: ['fail', 'adopt', 'skip'],
        default: 'fail',
        description: 'What to do when the version stands on another digest: `fail`, or `skip` what there is to do and end well. `adopt` needs provenance, which is not there yet.',
        since: '0.3.0',
    },
};
/** @throws UsageError for `adopt`, which has to prove what it adopts */
function refuseAdopt(onExisting) {
    if (onExisting !== 'adopt')
        return;
    throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('on-existing: adopt needs verified provenance of what stands there, and nothing is signed yet: use fail or skip until signing is there', { input: 'on-existing' });
}


/***/ }),

/***/ 5197:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ movingKinds)
/* harmony export */ });
/** `major` and `minor` are the first and the second place of a version, whatever its scheme calls them. */
const movingKinds = ['latest', 'major', 'minor'];


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

/***/ 3244:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ orderNames)
/* harmony export */ });
/** `revisions` is semver with rebuilds behind the release. */
const orderNames = ['revisions', 'semver', 'pep440', 'calver', 'maven', 'natural'];


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
