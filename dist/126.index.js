export const id = 126;
export const ids = [126];
export const modules = {

/***/ 7126:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  layers: () => (/* binding */ module_layers)
});

// EXTERNAL MODULE: ./packages/io/standing.ts + 1 modules
var standing = __webpack_require__(4941);
// EXTERNAL MODULE: ./packages/pipeline/inputs.ts
var inputs = __webpack_require__(9608);
;// CONCATENATED MODULE: ./actions/layers/inputs.ts


const since = '0.3.0';
const inputs_inputs = {
    image: {
        type: 'text',
        description: 'What to look into: `name[:tag]` (default: `latest`), `name@sha256:…`, `oci:DIR[:tag]`, `oci-archive:FILE` or `docker-archive:FILE`.',
        positional: true,
        required: true,
        since,
    },
    compare: {
        type: 'text',
        description: 'What to compare it with: an environment of `ecluse.yml`, a tag or a digest of the same repository, or any image.',
        since,
    },
    platform: {
        type: 'list',
        description: 'Only these platforms, such as `linux/amd64` (default: all).',
        since,
    },
    file: {
        type: 'text',
        description: 'The Dockerfile that it was built from: layers then have its lines.',
        since,
    },
    target: { type: 'text', description: 'The stage that was built (default: the last one).', since },
    base: {
        type: 'list',
        description: 'The image that it stands on (default: what the image itself says); of several the one that is proven.',
        since,
    },
    reclaimable: {
        type: 'bytes',
        description: 'Fails when the image stores more than this in vain, such as `20MB`.',
        since,
    },
    'max-size': { type: 'bytes', description: 'Fails when its files are more than this.', since },
    'max-size-growth': {
        type: 'bytes',
        description: 'Fails when it is larger than the image of `compare` by more than this.',
        since,
    },
    'max-layers': { type: 'count', description: 'Fails when it has more layers.', since },
    'max-pull-cost': {
        type: 'bytes',
        description: 'Fails when a node that has the image of `compare` must fetch more than this.',
        since,
    },
    'lowest-efficiency': {
        type: 'ratio',
        description: "Fails when Dive's efficiency is less, such as `0.95` or `95%`.",
        since,
    },
    'highest-wasted-bytes': {
        type: 'bytes',
        description: 'Fails when Dive counts more wasted bytes.',
        since,
    },
    'highest-user-wasted-percent': {
        type: 'ratio',
        description: 'Fails when Dive counts a larger part of all layers but the lowest as wasted, such as `0.1` or `10%`.',
        since,
    },
    'not-root': {
        type: 'flag',
        description: 'Fails when its processes are root.',
        default: 'false',
        since,
    },
    'no-worse': {
        type: 'list',
        description: 'Fails when one of these is worse than in the image of `compare`: `reclaimable`, `size`, `layers`, `pull-cost`, `not-root`, `efficiency`, `wasted-bytes`, `user-wasted-percent`.',
        since,
    },
    compat: {
        type: 'one-of',
        values: ['none', 'dive'],
        description: "`dive`: also Dive's numbers to the last digit, and its rules as gates, from `dive-ci` or a `.dive.yaml`; with `CI=true` Dive's defaults where there is none.",
        default: 'none',
        since,
    },
    'dive-ci': {
        type: 'text',
        description: "The file of Dive's rules (default: `.dive-ci` where there is one).",
        since,
    },
    'dive-json': {
        type: 'text',
        description: "A file to write Dive's JSON export to, as `dive --json FILE` does; of several platforms the machine's, else the first.",
        since,
    },
    verify: {
        type: 'flag',
        description: 'Compare every digest; without it nothing is kept and no gate believes the image.',
        default: 'true',
        since,
    },
    hashes: {
        type: 'flag',
        description: 'Hash every file: else a file that is stored again is not told from a changed one.',
        default: 'true',
        since,
    },
    ...inputs/* layerCacheInputs */.Zq,
    attach: {
        type: 'flag',
        description: 'Attach what is known of its layers to the image, for `indexes` of a later run. Needs write access.',
        default: 'false',
        since,
    },
    indexes: {
        type: 'list',
        description: 'Artifacts of `attach`, as `sha256:…` or `name@sha256:…`, at most one for each image: layers that they tell of are not read. What they say is believed, so take digests only from a run of your own.',
        since,
    },
    ...standing/* standing */.JA,
};

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./packages/dockerfile/parse.ts + 2 modules
var parse = __webpack_require__(6021);
// EXTERNAL MODULE: ./packages/image/platform-images.ts
var platform_images = __webpack_require__(5988);
// EXTERNAL MODULE: ./packages/io/inputs.ts
var io_inputs = __webpack_require__(4222);
// EXTERNAL MODULE: ./packages/io/small-heap.ts
var small_heap = __webpack_require__(67);
// EXTERNAL MODULE: ./packages/io/output-file.ts
var output_file = __webpack_require__(7397);
// EXTERNAL MODULE: ./packages/io/names.ts
var names = __webpack_require__(7663);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/bounded-file.ts
var bounded_file = __webpack_require__(661);
// EXTERNAL MODULE: ./packages/layers/inspect.ts + 42 modules
var inspect = __webpack_require__(2559);
// EXTERNAL MODULE: ./packages/layers/dive.ts
var layers_dive = __webpack_require__(6851);
// EXTERNAL MODULE: ./packages/layers/differences.ts
var differences = __webpack_require__(7713);
// EXTERNAL MODULE: ./packages/layers/report.ts + 3 modules
var report = __webpack_require__(8586);
// EXTERNAL MODULE: ./packages/layers/gates/rules.ts + 1 modules
var gates_rules = __webpack_require__(1301);
// EXTERNAL MODULE: ./packages/layers/facts.ts
var facts = __webpack_require__(8446);
// EXTERNAL MODULE: ./packages/oci/descriptor.ts
var descriptor = __webpack_require__(3239);
// EXTERNAL MODULE: ./packages/oci/reference.ts
var reference = __webpack_require__(1421);
// EXTERNAL MODULE: ./packages/pipeline/store.ts + 33 modules
var store = __webpack_require__(3333);
// EXTERNAL MODULE: ./packages/pipeline/layer-cache.ts + 1 modules
var layer_cache = __webpack_require__(4523);
// EXTERNAL MODULE: ./packages/io/nearest.ts
var nearest = __webpack_require__(7581);
// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var oci_digest = __webpack_require__(3670);
// EXTERNAL MODULE: ./packages/oci/store-resolve.ts
var store_resolve = __webpack_require__(240);
;// CONCATENATED MODULE: ./actions/layers/named.ts


/** How files are called, and images are not. */
const archive = /\.(?:tar|tgz|tar\.(?:gz|zst))$/i;
/**
 * Finds an image to look into. The repository of a registry alone means `latest`, as engines have it: the log says so.
 * @throws UsageError for a reference that means none or several; NotThere
 */
async function imageNamed(text, { open, log }) {
    const { transport, name, tag, digest } = (0,reference/* parseReference */.F2)(text);
    if (transport !== 'registry')
        return (0,store_resolve/* resolveReference */.s)(open, text);
    const isWhole = tag !== undefined || digest !== undefined;
    if (!isWhole) {
        if (archive.test(text))
            throw new errors/* UsageError */.eb(fileNamed(text));
        log.info(`${name} was named without a tag, which means latest`);
    }
    return (0,store_resolve/* resolveReference */.s)(open, isWhole ? text : `${name}:latest`).catch((error) => {
        const isShort = name.startsWith('docker.io/') && !text.startsWith('docker.io/');
        throw isShort ? hinted(error) : error;
    });
}
const fileNamed = (text) => `${(0,quote/* quote */.h)(text)} is the name of an image in a registry: for a file write docker-archive:${text} or oci-archive:${text}`;
/** A name that was written without its registry may be meant for an engine on this machine. */
function hinted(error) {
    if (!(error instanceof errors/* Failed */.cV) || error.exit !== 3)
        return error;
    const hint = 'an image of an engine is looked into with docker save NAME | ecluse layers docker-archive:-';
    return new errors/* Failed */.cV(3, error.code, `${(0,errors/* messageOf */.bD)(error)}; ${hint}`);
}

// EXTERNAL MODULE: ./packages/config/find.ts
var find = __webpack_require__(3866);
// EXTERNAL MODULE: ./packages/config/read-policy.ts
var read_policy = __webpack_require__(5372);
// EXTERNAL MODULE: ./packages/config/parse.ts + 9 modules
var config_parse = __webpack_require__(6514);
;// CONCATENATED MODULE: ./actions/layers/policies.ts

/** @throws UsageError for a file that is wrong; Failed when the default branch cannot be asked */
async function policiesOf(io) {
    const history = await io.history();
    const { cwd } = io;
    const tree = await (0,find/* findConfig */.u0)(cwd, history?.root ?? cwd);
    const { policy } = await (0,read_policy/* readPolicy */.T)({ history, event: undefined, tree, cwd });
    return { policy, tree: tree && (0,config_parse/* parseConfig */.o)(tree.bytes, tree.path) };
}

;// CONCATENATED MODULE: ./actions/layers/compare.ts




/**
 * The image to compare with: what a reference means, or what stands in an environment of `ecluse.yml`, or a tag or a
 * digest of the same repository.
 * @throws UsageError for a word that is neither; NotThere
 */
async function comparedWith(io, text, { own, open }) {
    if ((0,oci_digest/* isDigest */.Bc)(text))
        return (0,store_resolve/* resolveReference */.s)(open, `${own.reference.name}@${text}`);
    if (/[/:@]/.test(text))
        return imageNamed(text, { open, log: io.log });
    const environments = await environmentsIn(io);
    const environment = environments.find(({ name }) => name === text);
    const name = environment?.repository ?? own.reference.name;
    const tag = environment?.tag ?? text;
    const descriptor = (0,reference/* isTag */.dz)(tag) ? await open(name, 'read').resolve(tag) : undefined;
    if (descriptor !== undefined)
        return (0,store_resolve/* resolveReference */.s)(open, `${name}@${descriptor.digest}`);
    if (environment !== undefined)
        return 'nothing';
    const names = environments.map((one) => one.name);
    const near = (0,nearest/* didYouMean */.a)(text, names);
    throw new errors/* UsageError */.eb(`compare ${(0,quote/* quote */.h)(text)} is neither an environment of ecluse.yml nor a tag of ${name}${near || ': write one of them, or an image'}`, { input: 'compare' });
}
async function environmentsIn(io) {
    const { policy, tree } = await policiesOf(io);
    return [...policy.environments, ...(tree?.environments ?? [])];
}

// EXTERNAL MODULE: ./packages/config/yaml.ts
var yaml = __webpack_require__(7646);
;// CONCATENATED MODULE: ./packages/layers/dive-values.ts

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/**
 * A threshold between 0 and 1.
 * @throws UsageError
 */
function parseDiveRatio(rule, value) {
    if (!decimal.test(value)) {
        throw new errors/* UsageError */.eb(`invalid ${rule} config value, given ${JSON.stringify(value)}: it is not a number from 0 to 1`);
    }
    const ratio = Number(value);
    if (ratio >= 0 && ratio <= 1)
        return ratio;
    throw new errors/* UsageError */.eb(`${rule} config value is outside allowed range (0-1), given '${ratio.toFixed(6)}'`);
}
const powers = ['k', 'm', 'g', 't', 'p', 'e'];
const factors = new Map([
    ['', 1],
    ['b', 1],
    ...powers.flatMap((letter, at) => {
        const [ten, two] = [1000 ** (at + 1), 1024 ** (at + 1)];
        return [
            [letter, ten],
            [`${letter}b`, ten],
            [`${letter}i`, two],
            [`${letter}ib`, two],
        ];
    }),
]);
/**
 * A size as go-humanize reads it: `20MB`, `20Mb` and `20 m` are powers of ten, `20MiB` and `20mi` of two.
 * https://pkg.go.dev/github.com/dustin/go-humanize#ParseBytes
 * @throws UsageError
 */
function parseDiveBytes(rule, value) {
    const [, digits = '', unit = ''] = /^([\d.,]*)(.*)$/s.exec(value) ?? [];
    const number = digits.replaceAll(',', '');
    const factor = factors.get(unit.trim().toLowerCase());
    if (decimal.test(number) && factor !== undefined) {
        const bytes = Math.trunc(Number(number) * factor);
        if (bytes < 2 ** 64)
            return bytes;
    }
    throw new errors/* UsageError */.eb(`invalid ${rule} config value, given ${JSON.stringify(value)}: it is not a size such as "20MB" or "20MiB"`);
}
/** As Go's `%2.2f` writes it: a tie goes to the even digit. */
function twoDigits(value) {
    if (typeof value === 'string')
        return value;
    // The only ties are eighths: all others are no binary fractions.
    const eighths = Math.abs(value) * 8;
    const isTie = Number.isInteger(eighths) && eighths % 4 === 1;
    if (!isTie)
        return value.toFixed(2);
    return `${value < 0 ? '-' : ''}${Math.trunc(Math.abs(value))}.${eighths % 8 === 1 ? '12' : '62'}`;
}
/** As Go's `%v` writes a number from 0 to 1: with an exponent of two digits where it is small. */
function goNumber(value) {
    if (value === 0 || value >= 1e-4)
        return String(value);
    return value.toExponential().replace(/-(\d)$/, '-0$1');
}

;// CONCATENATED MODULE: ./packages/layers/dive-rules.ts


/** What Dive takes when nothing is said. */
const diveDefaults = {
    lowestEfficiency: '0.9',
    highestWastedBytes: 'disabled',
    highestUserWastedPercent: '0.1',
};
const ruleNames = [
    'highestUserWastedPercent',
    'highestWastedBytes',
    'lowestEfficiency',
];
/** The names in `.dive.yaml`, whose ones in `.dive-ci` are those of the flags. */
const kebab = {
    lowestEfficiency: ['lowest-efficiency-threshold', 'lowest-efficiency'],
    highestWastedBytes: ['highest-wasted-bytes'],
    highestUserWastedPercent: ['highest-user-wasted-percent'],
};
/**
 * The rules in a parsed `.dive-ci`: its `rules`, and Dive's defaults for what it does not say. Other keys are ignored;
 * those that are meant may be in any case, and may stand at the top with a dot: `rules.lowestEfficiency`.
 * @throws UsageError for a file of another shape; thresholds are read by `judgeDive`
 */
function parseDiveCi(value, what = '.dive-ci') {
    return { ...diveDefaults, ...rulesIn(value, what, (rule) => [rule]) };
}
/**
 * The same of a parsed `.dive.yaml`, whose keys have dashes.
 * @throws UsageError for a file of another shape
 */
function parseDiveConfig(value, what = '.dive.yaml') {
    const rules = rulesIn(value, what, (rule) => [...kebab[rule], rule]);
    const config = recordOf(value, what);
    const [, ciConfig] = firstOf(config, ['ci-config']) ?? [];
    const [, ci] = firstOf(config, ['ci']) ?? [];
    return {
        rules,
        ...(typeof ciConfig === 'string' && ciConfig !== '' ? { ciConfig } : {}),
        ...(typeof ci === 'boolean' ? { ci } : {}),
    };
}
function rulesIn(value, what, keysOf) {
    const all = recordOf(value, what);
    const rules = recordOf(all[keyIn(all, 'rules') ?? ''], `"rules" in ${what}`);
    const found = ruleNames.flatMap((rule) => {
        const keys = keysOf(rule);
        const [key, threshold] = firstOf(rules, keys) ??
            firstOf(all, keys.map((each) => `rules.${each}`)) ??
            [];
        if (threshold === undefined || threshold === null)
            return [];
        if (isScalar(threshold))
            return [[rule, String(threshold)]];
        throw new errors/* UsageError */.eb(`${JSON.stringify(key)} in ${what} must be a threshold or "disabled"`);
    });
    return Object.fromEntries(found);
}
/** The key as it is written there: Dive takes it in any case. https://pkg.go.dev/github.com/spf13/viper */
const keyIn = (fields, key) => Object.hasOwn(fields, key)
    ? key
    : Object.keys(fields).find((each) => each.toLowerCase() === key.toLowerCase());
function firstOf(fields, keys) {
    const key = keys.map((each) => keyIn(fields, each)).find((each) => each !== undefined);
    return key === undefined ? undefined : [key, fields[key]];
}
const isScalar = (value) => ['string', 'number', 'boolean'].includes(typeof value);
/** An empty file is an empty record. */
function recordOf(value, what) {
    if (value === undefined || value === null)
        return {};
    if (typeof value === 'object' && !Array.isArray(value))
        return { ...value };
    throw new errors/* UsageError */.eb(`${what} must be a mapping`);
}
const off = ['', 'disabled', 'off', 'false'];
/**
 * What Dive's rules say of an image, by their names as Dive sorts them. A threshold that is met passes.
 * @throws UsageError when a threshold is none
 */
function judgeDive(analysis, rules = diveDefaults) {
    return ruleNames.map((rule) => {
        const threshold = rules[rule];
        if (off.includes(threshold.trim().toLowerCase())) {
            return { rule, status: 'SKIP', message: 'disabled' };
        }
        const failure = failures[rule](analysis, threshold);
        return failure === undefined
            ? { rule, status: 'PASS', message: threshold }
            : { rule, status: 'FAIL', message: failure };
    });
}
/** The same rules, if each of them can be judged: known before a layer is read. @throws UsageError when a threshold is none */
function checkedDiveRules(rules) {
    judgeDive({ efficiency: 1, wastedBytes: 0, userWastedPercent: 0 }, rules);
    return rules;
}
const failures = {
    lowestEfficiency({ efficiency }, value) {
        const threshold = parseDiveRatio('lowestEfficiency', value);
        if (threshold <= efficiency)
            return undefined;
        return `image efficiency is too low (efficiency=${twoDigits(efficiency)} < threshold=${goNumber(threshold)})`;
    },
    highestWastedBytes({ wastedBytes }, value) {
        const threshold = parseDiveBytes('highestWastedBytes', value);
        if (wastedBytes <= threshold)
            return undefined;
        return `too many bytes wasted (wasted-bytes=${wastedBytes} > threshold=${threshold})`;
    },
    highestUserWastedPercent({ userWastedPercent }, value) {
        const threshold = parseDiveRatio('highestUserWastedPercent', value);
        const failed = userWastedPercent === '+Inf' || Number(userWastedPercent) > threshold;
        if (!failed)
            return undefined;
        return `too many bytes wasted, relative to the user bytes added (%-user-wasted-bytes=${twoDigits(userWastedPercent)} > threshold=${goNumber(threshold)})`;
    },
};

// EXTERNAL MODULE: ./packages/layers/gates/limits.ts
var limits = __webpack_require__(6328);
// EXTERNAL MODULE: ./packages/layers/dive-tree.ts
var dive_tree = __webpack_require__(8012);
// EXTERNAL MODULE: ./packages/layers/dive-walk.ts
var dive_walk = __webpack_require__(2241);
;// CONCATENATED MODULE: ./packages/layers/dive-export.ts


/**
 * The JSON that `dive --json` writes, in pieces, as it may be longer than a string: a layer's files children first,
 * directories that have no entry with empty fields, whiteouts as files.
 * https://github.com/wagoodman/dive/blob/d6c691947f8fda635c952a17ee3b7555379d58f0/cmd/dive/cli/internal/command/export/export.go
 * @throws Corrupt for an image with too many files
 */
function* diveExport({ sizeBytes, wastedBytes, efficiency, inefficient, layerSizes }, listings, names) {
    yield '{\n  "layer": ';
    yield* list('  ', layersOf(listings, names, layerSizes));
    yield `,\n  "image": {\n    "sizeBytes": ${sizeBytes},\n    "inefficientBytes": ${wastedBytes},\n`;
    yield `    "efficiencyScore": ${efficiency},\n    "fileReference": `;
    yield* list('    ', references(inefficient));
    yield '\n  }\n}';
}
function* references(rows) {
    for (const { count, sizeBytes, file } of rows) {
        yield [record('      ', { count, sizeBytes, file: textOf(file) })];
    }
}
function* layersOf(listings, names, sizes) {
    for (const [index, listing] of listings.entries()) {
        const { id = '', diffId = '', command = '' } = names[index] ?? {};
        yield dive_export_layer(listing, {
            index,
            id,
            digestId: diffId,
            sizeBytes: sizes[index] ?? 0,
            command: command.replace(/^\/bin\/sh -c /, ''),
        });
    }
}
function* dive_export_layer(listing, fields) {
    yield `{\n${linesOf('      ', fields)},\n      "fileList": `;
    yield* list('      ', filesOf(listing));
    yield '\n    }';
}
function* filesOf(listing) {
    const { tree } = (0,dive_tree/* diveLayer */.gl)(listing);
    const ordinals = [];
    (0,dive_walk/* bottomUp */.PY)(tree, tree, ({ ordinal }) => ordinals.push(ordinal) > 0);
    for (const ordinal of ordinals) {
        yield [record('        ', ordinal < 0 ? implied : fileOf(listing.entry(ordinal)))];
    }
}
const implied = {
    path: '',
    typeFlag: 0,
    linkName: '',
    size: 0,
    fileMode: 0,
    uid: 0,
    gid: 0,
    isDir: false,
};
function fileOf({ path, kind, link = '', sizeBytes, mode, uid, gid }) {
    return {
        path: textOf((0,dive_tree/* divePath */._6)(path)),
        typeFlag: kinds[kind].flag.charCodeAt(0),
        linkName: textOf(link),
        size: sizeBytes,
        fileMode: fileMode(mode, kind),
        uid,
        gid,
        isDir: kind === 'directory',
    };
}
/** Types of tar, and what Go's `os.FileMode` has for them. https://pkg.go.dev/io/fs#FileMode */
const kinds = {
    file: { flag: '0', bits: 0 },
    hardlink: { flag: '1', bits: 0 },
    symlink: { flag: '2', bits: 2 ** 27 },
    character: { flag: '3', bits: 2 ** 26 + 2 ** 21 },
    block: { flag: '4', bits: 2 ** 26 },
    directory: { flag: '5', bits: 2 ** 31 },
    fifo: { flag: '6', bits: 2 ** 25 },
};
function fileMode(mode, kind) {
    const special = [
        [0o4000, 2 ** 23],
        [0o2000, 2 ** 22],
        [0o1000, 2 ** 20],
    ];
    const bits = special.map(([bit, go]) => ((mode & bit) === 0 ? 0 : go));
    return bits.reduce((sum, bit) => sum + bit, (mode & 0o777) + kinds[kind].bits);
}
/** Names are text to JSON: what is no UTF-8 is replaced, as Go does it. */
const textOf = (path) => Buffer.from(path, 'latin1').toString('utf8');
/** An array as Go indents it, whose elements come in pieces. */
function* list(indent, elements) {
    let separator = '[\n';
    for (const element of elements) {
        yield `${separator}${indent}  `;
        yield* element;
        separator = ',\n';
    }
    yield separator === '[\n' ? '[]' : `\n${indent}]`;
}
const record = (indent, fields) => `{\n${linesOf(`${indent}  `, fields)}\n${indent}}`;
const linesOf = (indent, fields) => Object.entries(fields)
    .map(([name, value]) => `${indent}"${name}": ${typeof value === 'string' ? json(value) : value}`)
    .join(',\n');
/** A string as Go writes it, safe inside HTML. https://pkg.go.dev/encoding/json#HTMLEscape */
const json = (text) => JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./packages/config/names-in.ts


/** The names in a folder, sorted; none where there is no such folder, or it is not for us. */
async function namesIn(folder) {
    try {
        return (await (0,promises_.readdir)(folder)).sort();
    }
    catch (error) {
        const code = (0,errors/* codeOf */.$N)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES')
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./actions/layers/dive-config.ts




const maxBytes = 64 * 1024;
/**
 * What the `.dive.yaml` of this folder or of the user says, the first that is there: `.dive.yaml`,
 * `.dive/config.yaml`, `dive/*.yaml` in the folders for settings, and `.dive.yaml` at home.
 * https://github.com/wagoodman/dive#ui-configuration
 * @throws UsageError for one that is wrong
 */
async function diveConfig(io) {
    const home = io.env.get('HOME');
    const settings = [
        io.env.get('XDG_CONFIG_HOME'),
        ...(io.env.get('XDG_CONFIG_DIRS') ?? '').split(':'),
        home && external_node_path_default().join(home, '.config'),
    ];
    const places = [
        ...named(io.cwd, '.dive'),
        ...named(external_node_path_default().join(io.cwd, '.dive'), 'config'),
        ...(await Promise.all(settings.map(yamlIn))).flat(),
        ...(home === undefined ? [] : named(home, '.dive')),
    ];
    for (const place of places) {
        const text = await (0,bounded_file/* boundedFile */.K)(place, 'the configuration of dive', maxBytes);
        if (text === undefined)
            continue;
        const { value } = (0,yaml/* readYaml */.gM)(Buffer.from(text), { label: place, file: place });
        return parseDiveConfig(value, place);
    }
    return { rules: {} };
}
const endings = ['.yaml', '.yml'];
const named = (folder, name) => endings.map((ending) => external_node_path_default().join(folder, `${name}${ending}`));
async function yamlIn(settings) {
    if (settings === undefined || settings === '')
        return [];
    const folder = external_node_path_default().join(settings, 'dive');
    const names = await namesIn(folder);
    return names
        .filter((name) => endings.includes(external_node_path_default().extname(name)))
        .map((name) => external_node_path_default().join(folder, name));
}

;// CONCATENATED MODULE: ./actions/layers/dive.ts





const usual = '.dive-ci';
const dive_maxBytes = 64 * 1024;
/**
 * Dive's rules: from the file that is named, that a `.dive.yaml` names, or from `.dive-ci`; else from a `.dive.yaml`.
 * Without any, Dive's defaults where Dive would judge: with `CI=true`, or `ci: true` in a `.dive.yaml`. Undefined: none
 * are asked for.
 * @throws UsageError
 */
async function diveRules(io, { compat, 'dive-ci': named }) {
    if (compat !== 'dive') {
        if (named === undefined)
            return undefined;
        const sentence = `dive-ci ${JSON.stringify(named)} counts only with compat "dive": set that, or leave dive-ci out`;
        throw new errors/* UsageError */.eb(sentence, { input: 'dive-ci' });
    }
    const config = await diveConfig(io);
    const file = named ?? config.ciConfig ?? usual;
    const text = await (0,bounded_file/* boundedFile */.K)(external_node_path_default().resolve(io.cwd, file), 'dive-ci', dive_maxBytes);
    if (text !== undefined) {
        const { value } = (0,yaml/* readYaml */.gM)(Buffer.from(text), { label: file, file });
        return checkedDiveRules(parseDiveCi(value, file));
    }
    if (named !== undefined) {
        throw new errors/* UsageError */.eb(`dive-ci ${JSON.stringify(file)} is not there`, { input: 'dive-ci' });
    }
    const isSaid = Object.keys(config.rules).length > 0 || config.ci === true || isCi(io);
    return isSaid ? checkedDiveRules({ ...diveDefaults, ...config.rules }) : undefined;
}
const isCi = ({ env }) => ['true', '1', 'yes'].includes((env.get('CI') ?? '').toLowerCase());
/** Dive's verdicts as gates; what it skips is none, and what nobody verified passes none. */
const diveResults = (analysis, { rules, verify }) => judgeDive(analysis, rules)
    .filter(({ status }) => status !== 'SKIP')
    .map(({ rule: gate, status, message }) => {
    const passed = status === 'PASS';
    const reason = passed ? `met: ${message}` : message;
    return verify
        ? { gate, outcome: passed ? 'passed' : 'failed', reason, evidence: [] }
        : { gate, outcome: 'not evaluated', reason: limits/* notVerified */.et, evidence: [] };
});
/** Writes what `dive --json FILE` writes. @throws Failed */
async function writeDiveJson(file, { config, listings }) {
    const made = config.history?.filter(({ empty_layer }) => empty_layer !== true) ?? [];
    const names = listings.map((_, at) => ({
        // Of images in OCI's shape, which all are here, Dive has no other.
        id: 'blobs',
        diffId: config.rootfs.diff_ids[at] ?? '',
        command: made[at]?.created_by ?? '(missing)',
    }));
    await (0,output_file/* writePieces */.R)(file, diveExport((0,layers_dive/* diveOf */.o)(listings), listings, names));
}

;// CONCATENATED MODULE: ./actions/layers/gates.ts

/** What the inputs ask of the layers. @throws UsageError for a comparison that is none */
const rulesOf = (input) => ({
    reclaimable: input.reclaimable,
    'max-size': input['max-size'],
    'max-size-growth': input['max-size-growth'],
    'max-layers': input['max-layers'],
    'max-pull-cost': input['max-pull-cost'],
    'lowest-efficiency': input['lowest-efficiency'],
    'highest-wasted-bytes': input['highest-wasted-bytes'],
    'highest-user-wasted-percent': input['highest-user-wasted-percent'],
    'not-root': input['not-root'],
    'no-worse': (0,gates_rules/* comparisonsNamed */.u9)(input['no-worse']),
});

// EXTERNAL MODULE: ./packages/image/attached-indexes.ts
var attached_indexes = __webpack_require__(4935);
// EXTERNAL MODULE: ./packages/image/attach-indexes.ts
var attach_indexes = __webpack_require__(1506);
// EXTERNAL MODULE: ./packages/lifecycle/dry-run.ts
var dry_run = __webpack_require__(5904);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var oci_errors = __webpack_require__(9205);
;// CONCATENATED MODULE: ./actions/layers/indexes.ts




/** @throws UsageError for what cannot be asked together */
function checkIndexes({ attach, indexes, verify, image }) {
    const input = attach ? 'attach' : 'indexes';
    if (!attach && indexes.length === 0)
        return;
    if (!verify) {
        throw new errors/* UsageError */.eb(`${input} is only for images that are verified: leave --no-verify out`, {
            input,
        });
    }
    if (!attach || !(0,reference/* parseReference */.F2)(image).transport.endsWith('archive'))
        return;
    throw new errors/* UsageError */.eb(`attach needs a place that can be written, and ${(0,quote/* quote */.h)(image)} is an archive: copy it to a registry or to oci:DIR first`, { input });
}
/**
 * The artifacts that were named, by the image that each tells of.
 * @param subjects what is looked into: each artifact has to tell of an image in them
 * @throws UsageError for one that is of another kind or another image, and for two of one image; NotThere
 */
async function namedIndexes({ indexes }, { open, subjects }) {
    const found = new Map();
    const name = subjects[0]?.name ?? '';
    for (const text of indexes) {
        const { name: where, digest } = artifactIn(text, name);
        const opened = await (0,attached_indexes/* openIndexes */.V)(open(where, 'read'), digest);
        const other = found.get(opened.subject);
        if (other !== undefined && other.artifact !== digest) {
            const both = `${other.artifact} and ${digest}`;
            throw refused(`two artifacts tell of ${opened.subject}, ${both}: name one of them`);
        }
        found.set(opened.subject, opened);
    }
    const known = found.size === 0 ? new Set() : await imagesIn(subjects, found);
    const stray = [...found.values()].find(({ subject }) => !known.has(subject));
    if (stray === undefined)
        return found;
    throw refused(`${stray.artifact} tells of ${stray.subject}, which is no image that is looked into: name what --attach returned for ${(0,quote/* quote */.h)(name)}`);
}
/** Those of the images that are asked for which stand there: the others need not be there. */
async function imagesIn(subjects, asked) {
    const mayBe = ({ digest, mediaType }) => asked.has(digest) || (0,descriptor/* isIndexType */.$U)(mediaType);
    const all = await Promise.all(subjects.map(async ({ repository, digest }) => (0,platform_images/* platformImages */.QF)(repository, digest, mayBe)));
    return new Set(all.flatMap(({ images }) => images.map(({ digest }) => digest)));
}
const refused = (sentence) => new errors/* UsageError */.eb(`indexes: ${sentence}`, { input: 'indexes' });
/** A digest alone is looked for beside the image. */
function artifactIn(text, own) {
    if ((0,oci_digest/* isDigest */.Bc)(text))
        return { name: own, digest: text };
    const { name, digest } = (0,reference/* parseReference */.F2)(text);
    if (digest !== undefined)
        return { name, digest };
    throw refused(`${(0,quote/* quote */.h)(text)} names no artifact by its digest: write sha256:… or name@sha256:…, as --attach returned it`);
}
/**
 * Attaches the indexes of an analysis to its image.
 * @returns the artifact; null for a dry run, and for an image without layers
 * @throws NotThere, and whatever the repository ends in
 */
async function attachTo({ signal }, { repository, name }, { analysis, open }) {
    const { image, indexes } = analysis;
    // Its bytes are hashed on the way, so that its size is not what somebody says.
    const stored = await repository.manifest(image.digest);
    if (stored === undefined)
        throw new oci_errors/* NotThere */.W2(image.digest, repository.name);
    const to = open(name, 'write');
    const write = () => (0,attach_indexes/* attachIndexes */.Wc)(to, stored.descriptor, { indexes, signal });
    return (await (0,dry_run/* unlessDry */.O)(write, undefined)) ?? null;
}

// EXTERNAL MODULE: ./packages/config/tree-owners.ts + 1 modules
var tree_owners = __webpack_require__(2736);
;// CONCATENATED MODULE: ./actions/layers/owners.ts




/**
 * Who answers for the layers of an image, by this tree: CODEOWNERS, and `base.owner` of `ecluse.yml`. Nothing that is
 * wrong there keeps an image from being looked into; the log says what it is.
 * @param file the Dockerfile, which is there
 */
async function ownersFor(io, file) {
    const root = await unlessWrong(io, async () => (await io.history())?.root ?? io.cwd);
    if (root === undefined)
        return undefined;
    const codeowners = await unlessWrong(io, () => (0,tree_owners/* treeOwners */.X)(root));
    // The default branch is asked only where there is something to ask for.
    const config = await unlessWrong(io, async () => (await (0,find/* findConfig */.u0)(io.cwd, root)) && policiesOf(io));
    const base = config?.policy.base?.owner ?? config?.tree?.base?.owner;
    if (codeowners === undefined && base === undefined)
        return undefined;
    const dockerfile = file && (await (0,tree_owners/* fromTop */.k)(root, external_node_path_default().resolve(io.cwd, file)));
    return {
        base,
        of: codeowners?.of ?? (() => Promise.resolve(undefined)),
        dockerfile,
        context: dockerfile === undefined ? '' : contextOf(dockerfile, config),
    };
}
async function unlessWrong({ log }, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof errors/* UsageError */.eb || error instanceof errors/* Failed */.cV))
            throw error;
        log.warn(`not every owner is known: ${error.message}`);
        return undefined;
    }
}
/** That of the image which is built from this Dockerfile; without one, the folder of the Dockerfile, as Docker has it. */
function contextOf(dockerfile, config) {
    const image = config?.tree?.images.find(({ build }) => build.file === dockerfile);
    return image?.build.context ?? external_node_path_default().posix.dirname(dockerfile);
}

;// CONCATENATED MODULE: ./actions/layers/main.ts














const maxDockerfileBytes = 1024 * 1024;
/** Looks into an image, layer by layer, and compares it with another one. */
const main = async (io) => {
    const input = (0,io_inputs/* read */.L)(io, inputs_inputs);
    checkIndexes(input);
    (0,small_heap/* keepHeapSmall */.p)();
    const rules = rulesOf(input);
    const open = (0,store/* openFor */.q)(io, input, []);
    const ofDive = await diveRules(io, input);
    const diveJson = await (0,output_file/* outputFile */.i)(io, 'dive-json');
    const look = await lookOf(io, input, open);
    const found = await imageNamed(input.image, { open, log: io.log });
    const subject = subjectOf(found);
    const other = input.compare && (await comparedWith(io, input.compare, { own: found, open }));
    const before = typeof other === 'object' ? subjectOf(other) : undefined;
    const attached = await namedIndexes(input, {
        open,
        subjects: before === undefined ? [subject] : [subject, before],
    });
    const platforms = [];
    const packages = [];
    const results = [];
    let dive;
    for await (const each of (0,inspect/* inspect */.N)({
        ...look,
        attached,
        subject,
        before,
        platforms: input.platform,
    })) {
        const { digest } = each.analysis.image;
        const indexes = input.attach
            ? await attachTo(io, subject, { analysis: each.analysis, open })
            : (attached.get(digest)?.artifact ?? null);
        platforms.push({ ...each.report, indexes });
        packages.push(each.analysis.inventory.packages);
        results.push(...judged(each, { rules, verify: input.verify, isFirst: other === 'nothing' }));
        // Dive knows one platform: the machine's, else the first.
        const { image, config } = each.analysis;
        const isMachines = (0,descriptor/* platformKey */.Ng)((0,platform_images/* platformOf */.tj)(image, config)) === (0,descriptor/* platformKey */.Ng)(io.machine);
        if (isMachines || platforms.length === 1) {
            if (input.compat === 'dive')
                dive = (0,layers_dive/* diveOf */.o)(each.analysis.listings);
            if (diveJson !== undefined)
                await writeDiveJson(diveJson, each.analysis);
        }
    }
    return {
        kind: (0,names/* kindOf */.I)('layers'),
        image: (0,reference/* pinned */.dp)(subject.name, subject.digest),
        digest: subject.digest,
        results: [
            ...results,
            ...(dive && ofDive ? diveResults(dive, { rules: ofDive, verify: input.verify }) : []),
        ],
        verified: input.verify,
        dockerfile: input.file ?? null,
        platforms,
        differences: (0,differences/* differencesOf */.g)(platforms, packages),
        dive: dive === undefined ? null : (0,report/* diveReport */.F)(dive),
    };
};
const subjectOf = ({ repository, descriptor, reference }) => ({
    repository,
    digest: descriptor.digest,
    name: reference.name,
});
function judged({ analysis, before }, asked) {
    const { rules, verify, isFirst } = asked;
    const dive = (0,gates_rules/* needsDive */.Ck)(rules);
    const standing = before === undefined ? (isFirst ? 'nothing' : undefined) : (0,facts/* factsOf */.x)(before, { dive });
    return (0,gates_rules/* judgeLayers */.ad)(rules, verify ? (0,facts/* factsOf */.x)(analysis, { dive }) : undefined, standing);
}
async function lookOf(io, input, open) {
    const source = await sourceOf(io, input);
    return {
        open,
        openUntil: (signal) => (0,store/* openFor */.q)({ ...io, signal: AbortSignal.any([io.signal, signal]) }, input, []),
        signal: io.signal,
        log: io.log,
        onPassedOver: (why) => {
            io.log.warn(`${why}; the layer is read`);
        },
        verify: input.verify,
        hash: input.hashes,
        cache: (0,layer_cache/* layerCacheOf */.n)(io, input),
        ...basesIn(input),
        source,
        owners: await ownersFor(io, input.file),
    };
}
/** One is the base, whether that is proven or not; of several it may be one. */
function basesIn({ base }) {
    const names = base.map((name) => ({ name }));
    const [first] = names;
    return first !== undefined && names.length === 1 ? { base: first } : { candidates: names };
}
/** @throws UsageError */
async function sourceOf({ cwd }, { file, target }) {
    if (file === undefined) {
        if (target === undefined)
            return undefined;
        const sentence = `target ${JSON.stringify(target)} is a stage of the Dockerfile, which is not given: name it in file`;
        throw new errors/* UsageError */.eb(sentence, { input: 'target' });
    }
    const text = await (0,bounded_file/* boundedFile */.K)(external_node_path_default().resolve(cwd, file), 'file', maxDockerfileBytes);
    if (text !== undefined)
        return { dockerfile: (0,parse/* parseDockerfile */.A)(text, file), target };
    throw new errors/* UsageError */.eb(`file ${JSON.stringify(file)} is not there`, { input: 'file' });
}

// EXTERNAL MODULE: ./packages/io/quantities.ts
var quantities = __webpack_require__(6490);
// EXTERNAL MODULE: ./packages/layers/page-words.ts
var page_words = __webpack_require__(534);
;// CONCATENATED MODULE: ./packages/layers/page-platforms.ts


/** Sizes of platforms are never the same; from here on somebody may want to know why. */
const notable = 1.1;
/** The platforms of an index side by side; what is not alike stands out. Nothing where there is only one. */
function platformsBlocks({ platforms, differences, }) {
    if (platforms.length < 2)
        return [];
    const packages = differences.filter(({ what }) => what === 'package');
    const head = ['', ...platforms.map(({ platform }) => platform)];
    const more = packages.length - page_words/* mostRows */.ZB;
    const rows = packages.slice(0, page_words/* mostRows */.ZB).map(({ name, values }) => ({
        title: name ?? '',
        values: values.map((value) => value ?? '–'),
        differs: values.includes(null),
    }));
    return [
        { kind: 'table', head, rows: rowsOf(platforms).map(cellsOf) },
        ...(rows.length === 0
            ? []
            : [
                {
                    kind: 'details',
                    summary: `${(0,page_words/* counted */.hS)(packages.length, 'package')} not the same`,
                    blocks: [
                        {
                            kind: 'table',
                            head: ['Package', ...head.slice(1)],
                            rows: rows.map(cellsOf),
                        },
                        ...(more > 0 ? [(0,page_words/* note */.N4)(`and ${more} more`)] : []),
                    ],
                },
            ]),
    ];
}
const rowsOf = (platforms) => {
    const sizes = (title, size) => {
        const all = platforms.map(size);
        const differs = Math.max(...all) > Math.min(...all) * notable;
        return { title, values: all.map(quantities/* formatBytes */.z3), differs };
    };
    const texts = (title, text) => {
        const values = platforms.map(text);
        return { title, values, differs: new Set(values).size > 1 };
    };
    return [
        sizes('Files', ({ sizeBytes }) => sizeBytes),
        sizes('To pull', ({ compressedBytes }) => compressedBytes),
        sizes('Wasted', ({ reclaimableBytes }) => reclaimableBytes),
        texts('Layers', ({ layers }) => String(layers.length)),
        texts('Base', ({ base }) => base?.name ?? 'not known'),
        texts('System', ({ system }) => system ?? 'not known'),
        texts('Packages', ({ packages }) => String(packages)),
        texts('Root', ({ user }) => (user.root === null ? 'not known' : user.root ? 'yes' : 'no')),
    ];
};
const cellsOf = ({ title, values, differs }) => [
    title,
    ...values.map((text) => (differs ? { kind: 'strong', text } : text)),
];

// EXTERNAL MODULE: ./packages/layers/page.ts + 2 modules
var page = __webpack_require__(9184);
// EXTERNAL MODULE: ./packages/layers/page-annotations.ts
var page_annotations = __webpack_require__(1049);
// EXTERNAL MODULE: ./packages/pipeline/page.ts
var pipeline_page = __webpack_require__(6838);
;// CONCATENATED MODULE: ./actions/layers/page.ts



const mostRows = 15;
/** The layers of every platform, what is wasted and what would mend it, and what is different from another image. */
function page_page({ image, platforms, differences, results, dive, dockerfile, verified, }) {
    return {
        title: `Layers of ${image ?? ''}`,
        blocks: [
            ...(verified ? [] : [note('Digests were not verified: no gate believes any of this.')]),
            ...platformsBlocks({ platforms, differences }),
            ...platforms.flatMap((each) => platforms.length === 1
                ? (0,page/* platformBlocks */.I)(each)
                : [
                    {
                        kind: 'section',
                        title: each.platform,
                        blocks: (0,page/* platformBlocks */.I)(each, { isTitled: true }),
                    },
                ]),
            ...(dive === null ? [] : diveBlocks(dive)),
            ...(0,pipeline_page/* gatesTable */.vF)(results),
        ],
        annotations: (0,page_annotations/* layersAnnotations */.v)({ platforms, dockerfile }, page_words/* mostAdvice */.gs.whole),
    };
}
const note = (text) => ({ kind: 'paragraph', text });
const code = (text) => ({ kind: 'code', text });
const userWasted = ({ userWastedPercent: part }) => typeof part === 'number' ? (0,page_words/* percent */.KN)(part) : part;
const diveBlocks = (dive) => [
    {
        kind: 'section',
        title: 'As Dive counts',
        blocks: [
            {
                kind: 'table',
                head: ['efficiency', 'wastedBytes', 'userWastedPercent'],
                right: [0, 1, 2],
                rows: [[(0,page_words/* percent */.KN)(dive.efficiency), (0,quantities/* formatBytes */.z3)(dive.wastedBytes), userWasted(dive)]],
            },
            ...(dive.inefficient.length === 0
                ? []
                : [
                    {
                        kind: 'table',
                        head: ['Count', 'Wasted Space', 'File Path'],
                        right: [0, 1],
                        rows: dive.inefficient
                            .slice(0, mostRows)
                            .map(({ count, sizeBytes, file }) => [
                            String(count),
                            (0,quantities/* formatBytes */.z3)(sizeBytes),
                            code(file),
                        ]),
                    },
                    ...(dive.inefficient.length > mostRows
                        ? [note(`and ${dive.inefficient.length - mostRows} more`)]
                        : []),
                ]),
        ],
    },
];

;// CONCATENATED MODULE: ./actions/layers/module.ts



const sum = ({ platforms }, of) => String(platforms.reduce((most, each) => Math.max(most, each[of]), 0));
const module_layers = {
    description: 'Show what is in an image layer by layer, what is wasted, and who brought it.',
    inputs: inputs_inputs,
    outputs: {
        'reclaimable-bytes': {
            description: 'What the image stores in vain; of several platforms the most.',
            of: (result) => sum(result, 'reclaimableBytes'),
        },
        'size-bytes': {
            description: 'All files of all layers; of several platforms the most.',
            of: (result) => sum(result, 'sizeBytes'),
        },
        indexes: {
            description: 'The artifacts that `attach` wrote or `indexes` named, one digest a line; empty when there is none.',
            of: ({ platforms }) => [...new Set(platforms.flatMap(({ indexes }) => indexes ?? []))].join('\n'),
        },
    },
    main: main,
    page: page_page,
};


/***/ }),

/***/ 2736:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ fromTop),
  X: () => (/* binding */ treeOwners)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/io/bounded-file.ts
var bounded_file = __webpack_require__(661);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
;// CONCATENATED MODULE: ./packages/config/owners.ts
/** Where GitHub looks for it: the first that exists counts. */
const ownersFiles = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];
/** GitHub does not load a larger one. */
const maxOwnersBytes = 3 << 20;
/** The file of a repository; `read` gives the bytes at a path of it. Undefined: it has none. */
async function findOwners(read) {
    for (const file of ownersFiles) {
        const bytes = await read(file);
        if (bytes !== undefined)
            return { file, ...parseOwners(bytes) };
    }
    return undefined;
}
const owner = /^(?:@[A-Za-z0-9][A-Za-z0-9_-]*(?:\/[A-Za-z0-9_.-]+)?|[^\s@]+@[^\s@]+\.[^\s@]+)$/;
/**
 * Reads a CODEOWNERS file as GitHub does: the last pattern that matches counts, also when it names nobody. Lines that
 * GitHub does not understand are passed over, and are among the faults; so is a file that is too large.
 * https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
function parseOwners(bytes) {
    if (bytes.length > maxOwnersBytes) {
        return { of: () => [], faults: [{ line: 1, why: 'the file is larger than 3 MB' }] };
    }
    const rules = [];
    const faults = [];
    const text = Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/, '');
    text.split('\n').forEach((written, index) => {
        const rule = parseRule(written);
        if (typeof rule === 'string')
            faults.push({ line: index + 1, why: rule });
        else if (rule !== undefined)
            rules.push(rule);
    });
    return {
        of: (path) => {
            const names = path.split('/').filter((name) => name !== '' && name !== '.');
            return rules.findLast((rule) => isMatch(rule, names))?.owners ?? [];
        },
        faults,
    };
}
function parseRule(written) {
    // A blank may be part of a path when it is escaped.
    const words = written.match(/(?:\\.|[^\s\\]|\\$)+/g) ?? [];
    const end = words.findIndex((word) => word.startsWith('#'));
    const [pattern, ...owners] = end < 0 ? words : words.slice(0, end);
    if (pattern === undefined)
        return undefined;
    if (pattern.startsWith('!'))
        return 'a pattern cannot be negated with "!"';
    if (pattern.startsWith('\\#'))
        return 'a "#" at the start of a pattern cannot be escaped';
    if (/[[\]]/.test(pattern))
        return 'a pattern cannot have a range in "[" and "]"';
    if (/^\/*$/.test(pattern))
        return 'a pattern has to name something';
    const stranger = owners.find((one) => !owner.test(one));
    if (stranger !== undefined) {
        return `${JSON.stringify(stranger.slice(0, 100))} is no @person, no @organisation/team and no address`;
    }
    return { ...patternOf(pattern), owners };
}
function patternOf(pattern) {
    const isDirectory = pattern.endsWith('/');
    const isRooted = /\/./.test(pattern);
    const names = pattern.split('/').filter((name) => name !== '');
    const below = names.at(-1) === '**' && names.length > 1;
    const last = below ? names.slice(0, -1) : names;
    return {
        segments: [...(isRooted ? [] : ['**']), ...last]
            .filter((name, at, all) => name !== '**' || all[at - 1] !== '**')
            .map(segmentOf),
        // `docs/*` has what is in docs, and not what is below it.
        isShallow: isRooted && !isDirectory && names.at(-1) === '*',
        isDirectory: isDirectory || below,
    };
}
const segmentOf = (name) => {
    if (name === '**')
        return '**';
    const parts = [''];
    for (const [piece, escaped] of name.matchAll(/\\(.)|[^]/gsu)) {
        if (piece === '*')
            parts.push('');
        else
            parts.push((parts.pop() ?? '') + (piece === '?' ? any : (escaped ?? piece)));
    }
    return parts;
};
/** Stands for `?`: no path has a NUL. */
const any = '\0';
/** States are how many segments are matched, in order; time is segments × names. */
function isMatch({ segments, isShallow, isDirectory }, names) {
    let states = reached([0], segments);
    for (let at = 0; at < names.length && states.length > 0; at++) {
        const next = [];
        for (const state of states) {
            const segment = segments[state];
            if (segment === '**')
                next.push(state);
            else if (segment !== undefined && isName(segment, names[at] ?? ''))
                next.push(state + 1);
        }
        states = reached(next, segments);
        const isLast = at === names.length - 1;
        if (states.at(-1) !== segments.length)
            continue;
        if (isLast ? !isDirectory : !isShallow)
            return true;
    }
    return false;
}
/** A `**` may stand for nothing. */
function reached(states, segments) {
    const all = [];
    for (const state of states) {
        if (state > (all.at(-1) ?? -1))
            all.push(state);
        if (segments[state] === '**' && state + 1 > (all.at(-1) ?? -1))
            all.push(state + 1);
    }
    return all;
}
/** Each part at the first place after the one before it, which is as good as any other. */
function isName(parts, name) {
    const [first = '', ...rest] = parts;
    const last = rest.pop();
    if (!isAt(first, name, 0))
        return false;
    if (last === undefined)
        return name.length === first.length;
    let at = first.length;
    for (const part of rest) {
        while (at + part.length <= name.length && !isAt(part, name, at))
            at++;
        if (at + part.length > name.length)
            return false;
        at += part.length;
    }
    return at + last.length <= name.length && isAt(last, name, name.length - last.length);
}
function isAt(part, name, at) {
    if (at + part.length > name.length)
        return false;
    for (let index = 0; index < part.length; index++) {
        if (part[index] !== any && part[index] !== name[at + index])
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./packages/config/tree-owners.ts




/**
 * The owners of what lies below `root`; undefined where there is no CODEOWNERS that GitHub would read.
 * @throws UsageError for one that may not be read
 */
async function treeOwners(root) {
    const found = await findOwners(async (path) => {
        const at = await kindOf((0,external_node_path_.join)(root, path));
        if (at?.isFile() !== true || at.size > maxOwnersBytes)
            return undefined;
        const text = await (0,bounded_file/* boundedFile */.K)((0,external_node_path_.join)(root, path), 'CODEOWNERS', maxOwnersBytes);
        return text === undefined ? undefined : Buffer.from(text);
    });
    return (found && {
        file: found.file,
        of: async (path) => {
            const isFolder = (await kindOf((0,external_node_path_.join)(root, path)))?.isDirectory() === true;
            // A folder has the owners of any file in it; no pattern knows this name.
            const owners = found.of(isFolder ? `${path}/\u{f8ff}` : path);
            return owners.length === 0 ? undefined : owners.join(' ');
        },
    });
}
/** A path from the top of a tree, with `/`; undefined: it is not in it. */
async function fromTop(root, path) {
    const [top, at] = await Promise.all([(0,promises_.realpath)(root), (0,promises_.realpath)(path)]);
    const parts = (0,external_node_path_.relative)(top, at).split(external_node_path_.sep);
    return parts[0] === '..' || at === top ? undefined : parts.join('/');
}
async function kindOf(path) {
    try {
        return await (0,promises_.stat)(path);
    }
    catch (error) {
        // A Dockerfile may name what no system can have: too long, with a NUL, behind a link to itself.
        if ((0,errors/* codeOf */.$N)(error) === undefined)
            throw error;
        return undefined;
    }
}


/***/ }),

/***/ 661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ boundedFile),
/* harmony export */   L: () => (/* binding */ boundedText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2420);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5647);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6490);




/** The text of a stream that somebody else filled; more than `maxBytes` is a UsageError that starts with `what`. */
async function boundedText(stream, what, maxBytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of stream) {
        const bytes = Buffer.from(chunk);
        size += bytes.byteLength;
        if (size > maxBytes)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${what} must not be larger than ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(maxBytes)}`);
        chunks.push(bytes);
    }
    return Buffer.concat(chunks).toString('utf8');
}
/** The text of a file that a person named; undefined when it does not exist. */
async function boundedFile(path, what, maxBytes) {
    try {
        return await boundedText((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path), `${what} ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(path)}`, maxBytes);
    }
    catch (error) {
        switch ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error)) {
            case 'ENOENT':
            case 'ENOTDIR':
            case 'ENAMETOOLONG':
            case 'ERR_INVALID_ARG_VALUE':
                return undefined;
            case 'EISDIR':
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${what} ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(path)} is a folder, not a file`);
            case 'EACCES':
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${what} ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(path)} may not be read`);
            default:
                throw error;
        }
    }
}


/***/ }),

/***/ 67:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ keepHeapSmall)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8877);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_v8__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Keeps the part of the heap for new objects small, in MiB, for the rest of the process. It takes up to 128 MiB with
 * what is made and soon nothing again: the buffers of a server's bodies, the names of a layer's files. With this much
 * it is no slower.
 */
function keepHeapSmall() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--max-semi-space-size=1');
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--semi-space-growth-factor=1');
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
