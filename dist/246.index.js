export const id = 246;
export const ids = [246];
export const modules = {

/***/ 6516:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseBase),
/* harmony export */   z: () => (/* binding */ matchesBase)
/* harmony export */ });
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);

/**
 * Does a pattern of `base.allowed` name this base? `name` is `registry/repository`, or `scratch`. A last `*` is one
 * component of the path: `ghcr.io/acme/*` has `ghcr.io/acme/node` and not `ghcr.io/acme/node/slim`.
 */
function matchesBase(pattern, name) {
    if (!pattern.endsWith('/*'))
        return pattern === name;
    const below = pattern.slice(0, -1);
    const rest = name.slice(below.length);
    return name.startsWith(below) && rest !== '' && !rest.includes('/');
}
/** A pattern with its repository as references name it. @throws UsageError for a registry or repository that is none */
function parseBase(pattern) {
    if (pattern === 'scratch')
        return pattern;
    if (!pattern.endsWith('/*'))
        return (0,_oci__WEBPACK_IMPORTED_MODULE_0__/* .parseRegistryReference */ .qq)(pattern).name;
    // Any second part keeps Docker's rule for names of one part away.
    const { name } = (0,_oci__WEBPACK_IMPORTED_MODULE_0__/* .parseRegistryReference */ .qq)(pattern.replace(/\*$/, 'x/x'));
    return `${name.slice(0, -'x/x'.length)}*`;
}


/***/ }),

/***/ 3866:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ findUpwards),
/* harmony export */   TS: () => (/* binding */ foldersUp),
/* harmony export */   u0: () => (/* binding */ findConfig)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2420);
/* harmony import */ var _yaml_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7646);




const names = ['.github/ecluse.yml', 'ecluse.yml'];
/**
 * The `ecluse.yml` of a working tree: `.github/ecluse.yml` or `ecluse.yml` in `cwd`, else in the folder above, up to `root`.
 * @throws UsageError when a folder has both, when one is no regular file, or is called `ecluse.yaml`
 */
async function findConfig(cwd, root) {
    return findUpwards(await foldersUp(cwd, root), async (path) => {
        const misspelt = path.replace(/yml$/, 'yaml');
        if ((await kind((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, misspelt))) !== undefined) {
            throw new _io__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`${JSON.stringify(misspelt)} is not read: call it ecluse.yml`);
        }
        const what = await kind((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path));
        if (what === undefined)
            return undefined;
        if (what === 'other') {
            throw new _io__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`${JSON.stringify(path)} is no regular file: write the file itself`);
        }
        if (what > _yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .maxBytes */ .ID)
            throw (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .tooBig */ .xu)(JSON.stringify(path), what);
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path));
    });
}
/** From `cwd` to the top: each folder from the top, with `/` at its end, and `''` for the top. */
async function foldersUp(cwd, root) {
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(root), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, cwd)));
    const parts = below === '' || below.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)[0] === '..' ? [] : below.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
    return [...parts.keys(), parts.length]
        .map((count) => parts
        .slice(0, count)
        .map((part) => `${part}/`)
        .join(''))
        .reverse();
}
/** The first folder that has the file, through any way to read one. */
async function findUpwards(folders, read) {
    for (const folder of folders) {
        const [first, second] = await Promise.all(names.map(async (name) => ({
            path: `${folder}${name}`,
            bytes: await read(`${folder}${name}`),
        })));
        if (first?.bytes !== undefined && second?.bytes !== undefined) {
            throw new _io__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`${JSON.stringify(first.path)} and ${JSON.stringify(second.path)} are both there: remove one`);
        }
        for (const found of [first, second]) {
            if (found?.bytes !== undefined)
                return { path: found.path, bytes: found.bytes };
        }
    }
    return undefined;
}
/** The size of a regular file in bytes. */
async function kind(path) {
    try {
        const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path);
        return stats.isFile() ? stats.size : 'other';
    }
    catch (error) {
        const code = (0,_io__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 6514:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ parseConfig)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./packages/oci/reference.ts
var reference = __webpack_require__(1421);
// EXTERNAL MODULE: ./packages/config/base.ts
var config_base = __webpack_require__(6516);
// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
// EXTERNAL MODULE: ./packages/io/quantities.ts
var quantities = __webpack_require__(6490);
// EXTERNAL MODULE: ./packages/io/nearest.ts
var nearest = __webpack_require__(7581);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/labels/rules.ts
var rules = __webpack_require__(6111);
;// CONCATENATED MODULE: ./packages/config/grammar.ts

// Patterns are also those of the published JSON Schema, which reads them with the flag `u`; `constructor` and `prototype`
// are keys that no plain object should have.
const registry = '(?:localhost|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+|[A-Za-z0-9-]+(?=:)|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?';
const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const ordinary = '(?!(?:__proto__|constructor|prototype)$)';
/** How the values of `ecluse.yml` are written. */
const grammar = {
    imageName: {
        pattern: new RegExp(`^${ordinary}${component}$`),
        be: 'a name in lower case letters and digits, joined by ".", "_" or "-"',
    },
    environmentName: {
        pattern: new RegExp(`^${ordinary}[A-Za-z][A-Za-z0-9_.-]{0,63}$`),
        be: 'a name of 1 to 64 letters, digits, "_", "." and "-" that starts with a letter',
    },
    argName: {
        pattern: new RegExp(`^${ordinary}[A-Za-z_][A-Za-z0-9_]*$`),
        be: 'a name of letters, digits and "_" that does not start with a digit',
    },
    argValue: { pattern: /^[^\0]*$/, be: 'text without a NUL' },
    repository: {
        pattern: new RegExp(`^${registry}(?:/${component})+$`),
        be: 'a repository with its registry and without a tag, such as ghcr.io/acme/shop',
    },
    base: {
        pattern: new RegExp(`^(?:scratch|${registry}(?:/${component})*/(?:${component}|\\*))$`),
        be: 'scratch, a repository with its registry and without a tag, such as docker.io/library/debian, or all directly below a path, such as ghcr.io/acme/*',
    },
    owner: {
        pattern: /^@[A-Za-z0-9-]+(?:\/[A-Za-z0-9_.-]+)?$/,
        be: 'a user or a team, such as @acme/platform',
    },
    labelKey: rules/* labelGrammar */.C5.key,
    labelValue: rules/* labelGrammar */.C5.value,
    // A version, a claim and the fallback tag of referrers are no pointers that move.
    purposeTag: {
        pattern: /^(?!v[0-9])(?!sha[0-9]*-)[A-Za-z][A-Za-z0-9_.-]{0,127}$/,
        be: 'a purpose tag: up to 128 letters, digits, "_", "." and "-", a letter first, and not like a version (v1) or a claim (sha-…)',
    },
    tagPrefix: {
        pattern: /^[A-Za-z][A-Za-z0-9._/-]*[_/-]$/,
        be: 'what stands before the version in a git tag, such as shop- or shop/',
    },
    path: {
        pattern: /^(?!\/)(?![A-Za-z][A-Za-z0-9+.-]*:\/\/)(?:[^\0-\x20\x7f\\]| )+$/,
        be: 'a path with "/" that starts at the folder of this file',
    },
    stage: {
        pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]*$/,
        be: 'the name or number of a stage in the Dockerfile',
    },
    platform: {
        pattern: /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9_.]+)?$/,
        be: 'os/architecture or os/architecture/variant, such as linux/arm64',
    },
    bytes: {
        pattern: /^[0-9]{1,15}(?:\.[0-9]{1,6})? ?(?:[kmgtKMGT]?[iI]?[bB])?$/,
        be: 'a size such as 512, 20MB or 1GiB',
    },
    ratio: {
        pattern: /^(?:100(?:\.0{1,7})?|[0-9]{1,2}(?:\.[0-9]{1,7})?) ?%$/,
        be: 'a part from 0 to 1, such as 0.95 or 95%',
    },
};

;// CONCATENATED MODULE: ./packages/config/images.ts
/** The images of a file; the short form's image is called by the last part of its repository. */
function rawImages(raw) {
    const long = Object.entries(raw.images ?? {}).map(([name, image]) => ({
        name,
        repository: image.repository,
        place: ['images', name, 'repository'],
        tagPrefix: image['tag-prefix'],
        build: image.build,
        buildPlace: ['images', name, 'build'],
    }));
    if (raw.image === undefined)
        return long;
    const name = raw.image.slice(raw.image.lastIndexOf('/') + 1);
    const { build, image: repository } = raw;
    const short = {
        name,
        repository,
        place: ['image'],
        tagPrefix: undefined,
        build,
        buildPlace: ['build'],
    };
    return [short, ...long];
}

;// CONCATENATED MODULE: ./packages/config/labels.ts

/** What no pattern can say about the labels of a file. */
function labelProblems(labels) {
    if (labels === undefined)
        return [];
    const { set, required } = labels;
    if (set === undefined && required === undefined) {
        const says = 'asks for nothing: write set or required, or leave it out';
        return [{ path: ['labels'], says, about: 'key' }];
    }
    const place = ['labels', 'set'];
    const entries = Object.entries(set ?? {});
    const own = entries.flatMap(([key]) => {
        const whose = (0,rules/* isOurs */.MU)(key)
            ? 'is a key that only this product writes'
            : 'is what a build finds out by itself';
        return (0,rules/* isOurs */.MU)(key) || (0,rules/* isFoundOut */.vL)(key)
            ? [{ path: [...place, key], says: `${whose}: remove it`, about: 'key' }]
            : [];
    });
    return (0,rules/* bytesIn */.tD)(entries) > rules/* maxLabelBytes */.Wu
        ? [...own, { path: place, says: `has more than ${rules/* maxLabelBytes */.Wu} bytes: shorten it` }]
        : own;
}

;// CONCATENATED MODULE: ./packages/config/order.ts
/**
 * Sorts so that each stands behind those that it comes after, else as given; or names a circle. Names that are not in the
 * list are passed over.
 */
function order(all) {
    const ordered = [];
    let rest = all;
    while (rest.length > 0) {
        const waiting = new Set(rest.map(({ name }) => name));
        const ready = rest.filter(({ after }) => !after.some((name) => waiting.has(name)));
        if (ready.length === 0)
            return { circle: circleIn(rest) };
        ordered.push(...ready);
        rest = rest.filter((one) => !ready.includes(one));
    }
    return { ordered };
}
/** Each of them waits for another one: going on from any ends in the circle. */
function circleIn(rest) {
    const byName = new Map(rest.map((one) => [one.name, one]));
    const way = [];
    let [one] = rest;
    while (one !== undefined) {
        const start = way.indexOf(one.name);
        if (start >= 0)
            return way.slice(start);
        way.push(one.name);
        one = one.after.map((name) => byName.get(name)).find((next) => next !== undefined);
    }
    return way;
}

;// CONCATENATED MODULE: ./packages/config/check.ts








/** What keys say about each other, and what no pattern can say about a value. */
function check(raw, folder) {
    const images = rawImages(raw);
    return [
        ...check_form(raw),
        ...images.flatMap((image) => [
            ...tree(image, folder),
            ...repository(image.place, image.repository),
        ]),
        ...twice(images.map(({ place, repository }) => [place, known(repository)]), (other) => `is the repository of ${(0,quote/* quote */.h)(String(other.at(-2)))} too: two images need two`),
        ...base(raw),
        ...labelProblems(raw.labels),
        ...repeated(['labels', 'required'], raw.labels?.required ?? []),
        ...environments(raw, images),
    ];
}
function check_form(raw) {
    if (raw.images !== undefined && raw.image !== undefined) {
        return [key(['image'], 'and images are the same: write one of them')];
    }
    if (raw.images !== undefined && raw.build !== undefined) {
        return [key(['build'], 'belongs to image: with images, each has its own')];
    }
    if (raw.images !== undefined || raw.image !== undefined)
        return [];
    return [{ path: [], says: 'names no image: write image: REGISTRY/NAME, or images' }];
}
/** A build may use what is in the repository, and nothing above it. */
function tree({ build, buildPlace }, folder) {
    const paths = Object.entries({ context: build?.context, file: build?.file });
    return [
        ...paths.flatMap(([name, path]) => {
            const leaves = path !== undefined && /^\.\.(?:\/|$)/.test(external_node_path_.posix.join(folder, path));
            const says = `leaves the repository: ${(0,quote/* quote */.h)(path ?? '')}`;
            return leaves ? [{ path: [...buildPlace, name], says }] : [];
        }),
        ...repeated([...buildPlace, 'platforms'], build?.platforms ?? []),
    ];
}
function base(raw) {
    const place = ['base', 'allowed'];
    const allowed = raw.base?.allowed ?? [];
    return [
        ...repeated(place, allowed),
        ...allowed.flatMap((pattern, index) => reading([...place, index], () => (0,config_base/* parseBase */.H)(pattern))),
    ];
}
function environments(raw, images) {
    const all = Object.entries(raw.environments ?? {});
    const names = all.map(([name]) => name);
    const place = (name, ...rest) => ['environments', name, ...rest];
    return [
        ...all.flatMap(([name, one]) => [
            ...environment(name, one, names),
            ...(images.length > 1 && one.repository !== undefined
                ? [
                    {
                        path: place(name, 'repository'),
                        says: `is one repository for ${images.length} images: leave it out`,
                    },
                ]
                : []),
        ]),
        // GitHub's environments do not tell them apart.
        ...twice(all.map(([name]) => [place(name), name.toLowerCase()]), (other) => `and ${(0,quote/* quote */.h)(String(other.at(-1)))} are one environment to GitHub: choose another name`, 'key'),
        ...twice(all.map(([name, one]) => [
            one.tag === undefined ? place(name) : place(name, 'tag'),
            JSON.stringify([targets(one, images), one.tag ?? name]),
        ]), (other) => `has the tag and repository of ${(0,quote/* quote */.h)(String(other[1]))}: give it another tag`),
        ...circle(all),
    ];
}
function environment(name, one, names) {
    const place = ['environments', name];
    const after = one.after ?? [];
    const unknown = after.findIndex((other) => !names.includes(other));
    return [
        ...(one.tag === undefined && !grammar.purposeTag.pattern.test(name)
            ? [key(place, 'cannot be a tag as it is: give the environment another name, or a tag')]
            : []),
        ...(unknown < 0
            ? []
            : [{ path: [...place, 'after', unknown], says: noEnvironment(after[unknown] ?? '', names) }]),
        ...repeated([...place, 'after'], after),
        ...repository([...place, 'repository'], one.repository),
        ...gates([...place, 'gates'], one.gates),
    ];
}
/** Gates that ask for nothing let everything pass, and look as if they did not. */
function gates(place, of) {
    if (of === undefined)
        return [];
    const { layers } = of;
    if (layers === undefined)
        return [key(place, nothing)];
    const rules = Object.entries(layers).filter(([, rule]) => rule !== undefined);
    if (rules.length === 0)
        return [key([...place, 'layers'], nothing)];
    return [
        ...rules.flatMap(([name, rule]) => typeof rule === 'string' && !rule.endsWith('%') && (0,quantities/* parseBytes */.z_)(rule) === undefined
            ? [{ path: [...place, 'layers', name], says: `is too large: ${(0,quote/* quote */.h)(rule)}` }]
            : []),
        ...repeated([...place, 'layers', 'no-worse'], layers['no-worse'] ?? []),
    ];
}
const nothing = 'asks for nothing: name at least one gate, or leave it out';
const noEnvironment = (name, names) => `names ${(0,quote/* quote */.h)(name)}, which is no environment here${(0,nearest/* didYouMean */.a)(name, names)}`;
function circle(all) {
    const ordered = order(all.map(([name, { after = [] }]) => ({ name, after })));
    if (!('circle' in ordered))
        return [];
    const [first = ''] = ordered.circle;
    const says = `goes in a circle: ${[...ordered.circle, first].map((name) => (0,quote/* quote */.h)(name)).join(' after ')}`;
    return [{ path: ['environments', first, 'after'], says }];
}
/** Where an environment's tag is put. */
const targets = (one, images) => one.repository === undefined
    ? images.map(({ repository }) => known(repository))
    : [known(one.repository)];
const key = (path, says) => ({ path, says, about: 'key' });
const repository = (path, text) => text === undefined ? [] : reading(path, () => (0,reference/* parseRegistryReference */.qq)(text));
/** One that is wrong is told by its own problem. */
function known(repository) {
    try {
        return (0,reference/* parseRegistryReference */.qq)(repository).name;
    }
    catch {
        return repository;
    }
}
function reading(path, read) {
    try {
        read();
        return [];
    }
    catch (error) {
        if ((0,errors/* codeOf */.$N)(error) !== 'usage')
            throw error;
        return [{ path, says: `is wrong: ${(0,errors/* messageOf */.bD)(error)}` }];
    }
}
const repeated = (path, items) => twice(items.map((item, index) => [[...path, index], item]), () => 'is there twice: remove one');
/** A problem for each place whose value another place had before. */
function twice(places, says, about) {
    const seen = new Map();
    return places.flatMap(([path, value]) => {
        const other = seen.get(value);
        if (other === undefined)
            seen.set(value, path);
        return other === undefined
            ? []
            : [{ path, says: says(other), ...(about === undefined ? {} : { about }) }];
    });
}

;// CONCATENATED MODULE: ./packages/config/parse-gates.ts

const bytesOf = (amount) => typeof amount === 'string' ? (0,quantities/* parseBytes */.z_)(amount) : amount;
const ratioOf = (amount) => typeof amount === 'string' ? (0,quantities/* parseRatio */.LO)(amount) : amount;
/** The gates of one environment, with sizes in bytes and parts from 0 to 1. */
const gatesOf = (raw) => ({
    layers: raw?.layers && layersOf(raw.layers),
});
const layersOf = (raw) => ({
    reclaimable: bytesOf(raw.reclaimable),
    'max-size': bytesOf(raw['max-size']),
    'max-size-growth': bytesOf(raw['max-size-growth']),
    'max-layers': raw['max-layers'],
    'max-pull-cost': bytesOf(raw['max-pull-cost']),
    'lowest-efficiency': ratioOf(raw['lowest-efficiency']),
    'highest-wasted-bytes': bytesOf(raw['highest-wasted-bytes']),
    'highest-user-wasted-percent': ratioOf(raw['highest-user-wasted-percent']),
    'not-root': raw['not-root'],
    'no-worse': raw['no-worse'],
});

// EXTERNAL MODULE: ./packages/config/policy.ts
var policy = __webpack_require__(9243);
// EXTERNAL MODULE: ./packages/layers/gates/rules.ts + 1 modules
var gates_rules = __webpack_require__(1301);
;// CONCATENATED MODULE: ./packages/config/terms.ts


const most = 100;
/** What the JSON Schema says of a key besides its form. */
const about = (half, description, more = {}) => dist/* metadata */.yuE({
    description,
    'x-ecluse-half': half,
    ...more,
});
function shown(value) {
    if (typeof value === 'string')
        return (0,quote/* quote */.h)(value);
    if (typeof value === 'number' || typeof value === 'boolean')
        return `${value}`;
    return value === null ? 'empty' : Array.isArray(value) ? 'a list' : 'keys with values';
}
const must = (be) => ({ input }) => `must be ${be}, not ${shown(input)}`;
const terms_text = ({ pattern, be }) => dist/* pipe */.FsL(dist/* string */.YjP((issue) => ['number', 'boolean'].includes(typeof issue.input)
    ? 'must be text: put it in quotes'
    : must(be)(issue)), dist/* regex */.yGV(pattern, must(be)));
const terms_name = ({ pattern, be }) => dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(pattern, must(be)));
const examples = {
    '"apiVersion"': ': write apiVersion: ecluse/v1',
    '"repository"': ': write repository: REGISTRY/NAME',
    '"allowed"': ': write allowed: [REGISTRY/NAME]',
};
/** Keys and no others. `later` are keys of the design whose code does not exist yet. */
function keys(entries, later = []) {
    const known = Object.keys(entries);
    return dist/* strictObject */.rej(entries, ({ input, expected }) => {
        if (expected === 'Object') {
            return must(`keys with values (${known.join(', ')})`)({ input, expected });
        }
        if (expected !== 'never')
            return `is missing${examples[expected ?? ''] ?? ''}`;
        const key = String(input);
        return later.includes(key)
            ? 'is not there yet in this version: remove it'
            : `is not a key here${(0,nearest/* didYouMean */.a)(key, known) || `: write ${known.join(', ')}`}`;
    });
}
/** Names that the file chooses, each with a value. */
const map = (key, value) => dist/* pipe */.FsL(dist/* record */.g1P(key, value, must('names with values')), dist/* minEntries */.bPf(1, 'is empty: name at least one, or leave it out'), dist/* maxEntries */.bIj(most, `has more than ${most} names`));
const list = (item) => dist/* pipe */.FsL(dist/* array */.YOg(item, must('a list')), dist/* minLength */.BpQ(1, 'is empty: name at least one, or leave it out'), dist/* maxLength */.Ru6(most, `has more than ${most} items`));
/** For `about`: what a list in the JSON Schema says of its items. */
const unique = { uniqueItems: true };
/** A number, or text that stands for one. */
const amount = ({ pattern, be }, most) => dist/* union */.KCZ([
    dist/* pipe */.FsL(dist/* number */.aig(), dist/* minValue */.Wwf(0, must(be)), dist/* maxValue */.cGV(most, must(be))),
    dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(pattern, must(be))),
], must(be));
/** A whole number that is not below 0. */
const count = () => dist/* pipe */.FsL(dist/* number */.aig(must('a whole number')), dist/* integer */.ndf(must('a whole number')), dist/* minValue */.Wwf(0, must('a whole number')), dist/* maxValue */.cGV(Number.MAX_SAFE_INTEGER, must('a whole number')));
/** What is asked for or left out. */
const yes = () => dist/* boolean */.zMY(must('true or false'));
/** One of a few words. */
const oneOf = (words) => dist/* picklist */.KIO(words, (issue) => `${must(words.join(' or '))(issue)}${(0,nearest/* didYouMean */.a)(String(issue.input), words)}`);

;// CONCATENATED MODULE: ./packages/config/gates.ts




const bytes = (description) => dist/* optional */.lqM(dist/* pipe */.FsL(amount(grammar.bytes, Number.MAX_SAFE_INTEGER), about('policy', description)));
const ratio = (description) => dist/* optional */.lqM(dist/* pipe */.FsL(amount(grammar.ratio, 1), about('policy', description)));
const gates_layers = keys({
    reclaimable: bytes('The most that the image may store in vain, such as 20MB.'),
    'max-size': bytes('The most that its files may be.'),
    'max-size-growth': bytes('The most by which it may be larger than the image that stands there.'),
    'max-layers': dist/* optional */.lqM(dist/* pipe */.FsL(count(), about('policy', 'The most layers that it may have.'))),
    'max-pull-cost': bytes('The most that a node with the image that stands there may have to fetch.'),
    'lowest-efficiency': ratio("The least of Dive's efficiency, such as 0.95."),
    'highest-wasted-bytes': bytes('The most that Dive may count as wasted.'),
    'highest-user-wasted-percent': ratio('The largest part of all layers but the lowest that Dive may count as wasted, such as 0.1.'),
    'not-root': dist/* optional */.lqM(dist/* pipe */.FsL(yes(), about('policy', 'Its processes must not be root.'))),
    'no-worse': dist/* optional */.lqM(dist/* pipe */.FsL(list(oneOf(gates_rules/* comparisonNames */.cx)), about('policy', 'What may not be worse than in the image that stands there.', unique))),
});
/** What a digest has to be like to pass an environment's gate. */
const gates_gates = keys({
    layers: dist/* optional */.lqM(dist/* pipe */.FsL(gates_layers, about('policy', 'What its layers must be like.'))),
}, ['signed', 'vulnerabilities', 'chart', 'approvals', 'watch', 'application']);

;// CONCATENATED MODULE: ./packages/config/schema.ts




const build = keys({
    context: dist/* optional */.lqM(dist/* pipe */.FsL(terms_text(grammar.path), about('commit', 'The folder whose files the build may use.')), '.'),
    file: dist/* optional */.lqM(dist/* pipe */.FsL(terms_text(grammar.path), about('commit', 'The Dockerfile. Default: Dockerfile in the context.'))),
    target: dist/* optional */.lqM(dist/* pipe */.FsL(terms_text(grammar.stage), about('commit', 'The stage to build. Default: the last one.'))),
    platforms: dist/* optional */.lqM(dist/* pipe */.FsL(list(terms_text(grammar.platform)), about('commit', 'Platforms to build for. Default: that of the machine.', unique))),
    args: dist/* optional */.lqM(dist/* pipe */.FsL(map(terms_name(grammar.argName), terms_text(grammar.argValue)), about('commit', 'Values for ARG in the Dockerfile.'))),
}, ['test-target']);
const buildKey = dist/* optional */.lqM(dist/* pipe */.FsL(build, about('commit', 'How the image is built. Read from the tree of the commit.')));
const schema_image = keys({
    repository: dist/* pipe */.FsL(terms_text(grammar.repository), about('policy', 'Where the image is stored: registry and repository.')),
    'tag-prefix': dist/* optional */.lqM(dist/* pipe */.FsL(terms_text(grammar.tagPrefix), about('policy', "What stands before the version in this image's git tags, such as shop-."))),
    build: buildKey,
}, ['chart']);
const schema_base = keys({
    allowed: dist/* pipe */.FsL(list(terms_text(grammar.base)), about('policy', 'Images that ours may stand on. A last "*" is one part of a path.', unique)),
    owner: dist/* optional */.lqM(dist/* pipe */.FsL(terms_text(grammar.owner), about('policy', 'Who answers for the base images.'))),
});
const labels = keys({
    set: dist/* optional */.lqM(dist/* pipe */.FsL(map(terms_name(grammar.labelKey), terms_text(grammar.labelValue)), about('policy', 'Labels that every image gets, by key. Inputs of a build win over them.'))),
    required: dist/* optional */.lqM(dist/* pipe */.FsL(list(terms_text(grammar.labelKey)), about('policy', 'Keys of labels without which no image is stored.', unique))),
});
const schema_environment = keys({
    after: dist/* optional */.lqM(dist/* pipe */.FsL(list(terms_text(grammar.environmentName)), about('policy', 'Environments that a digest has to pass before this one.', unique))),
    promote: dist/* optional */.lqM(dist/* pipe */.FsL(oneOf(['auto', 'manual']), about('policy', 'auto: a digest goes on by itself. manual: a person sends it.')), 'manual'),
    tag: dist/* optional */.lqM(dist/* pipe */.FsL(terms_text(grammar.purposeTag), about('policy', 'The tag that stands for the environment. Default: its name.'))),
    repository: dist/* optional */.lqM(dist/* pipe */.FsL(terms_text(grammar.repository), about('policy', "Another repository to promote into. Default: the image's own."))),
    gates: dist/* optional */.lqM(dist/* pipe */.FsL(gates_gates, about('policy', 'What a digest has to be like to be promoted here.'))),
}, ['passed-by', 'soak', 'freeze', 'maintenance']);
/** What `ecluse.yml` may say, key by key; what keys say about each other is in check.ts. */
const schema = keys({
    apiVersion: dist/* pipe */.FsL(oneOf(['ecluse/v1']), about('policy', 'The version of this format.')),
    image: dist/* optional */.lqM(dist/* pipe */.FsL(terms_text(grammar.repository), about('policy', 'Short for images with one image: its repository. Its name is the last part.'))),
    build: buildKey,
    images: dist/* optional */.lqM(dist/* pipe */.FsL(map(terms_name(grammar.imageName), schema_image), about('policy', 'The images, by name.'))),
    base: dist/* optional */.lqM(dist/* pipe */.FsL(schema_base, about('policy', 'Rules for base images.'))),
    labels: dist/* optional */.lqM(dist/* pipe */.FsL(labels, about('policy', 'The labels of all images.'))),
    environments: dist/* optional */.lqM(dist/* pipe */.FsL(map(terms_name(grammar.environmentName), schema_environment), about('policy', 'The environments that an image is promoted through, by name.'))),
}, ['chart', 'lines', 'findings', 'signing', 'retention']);

// EXTERNAL MODULE: ./packages/config/yaml.ts
var config_yaml = __webpack_require__(7646);
;// CONCATENATED MODULE: ./packages/config/parse.ts











/**
 * Reads an `ecluse.yml`. `file` is its path from the top of the repository; `commit` is how sentences name the commit
 * that it comes from, for one that is not a file of this tree.
 * @throws UsageError with line and column for the first thing that is wrong
 */
function parseConfig(bytes, file, { commit } = {}) {
    const shown = /^[\w./ -]+$/.test(file) ? file : JSON.stringify(file);
    const yaml = (0,config_yaml/* readYaml */.gM)(bytes, commit === undefined
        ? { label: shown, file }
        : { label: `${commit}:${shown}`, file: undefined });
    const raw = validate(yaml);
    yaml.refuse(check(raw, folderOf(file)));
    const half = {
        images: rawImages(raw).map(({ name, repository, tagPrefix = '', build }) => ({
            name,
            repository: (0,reference/* parseRegistryReference */.qq)(repository).name,
            tagPrefix,
            build: buildOf(build, folderOf(file)),
        })),
        base: baseOf(raw),
        labels: labelsOf(raw),
        environments: environmentsOf(raw),
    };
    return { ...half, digest: (0,policy/* policyDigest */.p)(half), file };
}
/** The folder that paths in the file start at. */
function folderOf(file) {
    const folder = external_node_path_.posix.dirname(file);
    return external_node_path_.posix.basename(folder) === '.github' ? external_node_path_.posix.dirname(folder) : folder;
}
function validate(yaml) {
    const { issues = [], output, success } = dist/* safeParse */.xLC(schema, yaml.value);
    // The schema reads a list as a map with numbers for keys; what comes out of it is one.
    const misread = yaml.lists.filter((path) => !Array.isArray(at(output, path)));
    yaml.refuse(misread.length > 0
        ? misread.map((path) => ({ path, says: 'must be keys with values, not a list' }))
        : issues.map(problemOf));
    if (success)
        return output;
    throw new Error('the schema refused a file and gave no reason');
}
function at(value, path) {
    return path.reduce((inner, key) => typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined, value);
}
function problemOf(issue) {
    const path = issue.path?.map(({ key }) => (typeof key === 'number' ? key : String(key))) ?? [];
    const isKey = issue.path?.at(-1)?.origin === 'key';
    return { path, says: issue.message, ...(isKey ? { about: 'key' } : {}) };
}
function buildOf(build, folder) {
    const context = within(folder, build?.context ?? '.');
    return {
        context,
        file: build?.file === undefined ? within(context, 'Dockerfile') : within(folder, build.file),
        target: build?.target,
        platforms: build?.platforms ?? [],
        args: build?.args ?? {},
    };
}
const within = (folder, path) => external_node_path_.posix.join(folder, path).replace(/(.)\/$/, '$1');
const baseOf = ({ base }) => base && { allowed: base.allowed.map(config_base/* parseBase */.H), owner: base.owner };
const labelsOf = ({ labels }) => labels && { set: labels.set ?? {}, required: labels.required ?? [] };
function environmentsOf(raw) {
    const all = Object.entries(raw.environments ?? {}).map(([name, one]) => ({
        name,
        after: one.after ?? [],
        promote: one.promote,
        tag: (0,reference/* parseTag */.ED)(one.tag ?? name),
        repository: one.repository === undefined ? undefined : (0,reference/* parseRegistryReference */.qq)(one.repository).name,
        gates: gatesOf(one.gates),
    }));
    const result = order(all);
    return 'ordered' in result ? result.ordered : all;
}


/***/ }),

/***/ 9243:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ policyDifferences),
/* harmony export */   p: () => (/* binding */ policyDigest)
/* harmony export */ });
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3670);

/** The policy half as the file says it, with defaults filled in: what is hashed and what is compared. */
const halfOf = ({ images, base, labels, environments, }) => ({
    images: Object.fromEntries(images.map(({ name, repository, tagPrefix }) => [
        name,
        { repository, 'tag-prefix': tagPrefix },
    ])),
    base: base === undefined ? {} : { allowed: base.allowed, owner: base.owner ?? null },
    // Nothing for a file without them: its policy is the same as before there were any.
    ...(labels === undefined ? {} : { labels: { set: labels.set, required: labels.required } }),
    environments: Object.fromEntries(environments.map(({ name, after, promote, tag, repository, gates }) => [
        name,
        { after, promote, tag, repository: repository ?? null, ...gatesHalf(gates) },
    ])),
});
/** Nothing for an environment without gates: its policy is the same as before there were any. */
const gatesHalf = ({ layers }) => layers === undefined ? {} : { gates: { layers: present(layers) } };
/** What is asked; numbers as text, since a limit is compared and never counted with. */
const present = (rules) => Object.fromEntries(Object.entries(rules).flatMap(([name, rule]) => rule === undefined ? [] : [[name, typeof rule === 'object' ? [...rule] : String(rule)]]));
/** Of the JSON with sorted keys and without spaces. */
const policyDigest = (config) => (0,_oci__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(new TextEncoder().encode(JSON.stringify(sorted(halfOf(config)))));
/** The keys of policy in which two files differ; for an image or environment that only one has, its own key. */
const policyDifferences = (a, b) => differences(halfOf(a), halfOf(b), []);
function differences(a, b, path) {
    if (isObject(a) && isObject(b)) {
        const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
        return [...keys].flatMap((key) => differences(a[key], b[key], [...path, key]));
    }
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [path.join('.')];
}
function sorted(value) {
    if (!isObject(value))
        return value;
    const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)]);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);


/***/ }),

/***/ 5372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readPolicy)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2420);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5647);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3866);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6514);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9243);




/**
 * Reads each half of `ecluse.yml` where it counts: builds from the tree; policy from the default branch at its newest
 * commit, on a push to it from the pushed one. Where that has no file, the policy has no environments and its source is
 * `none`.
 * @throws UsageError for a file that is wrong, Failed when the default branch cannot be asked
 */
async function readPolicy({ history, event, tree, cwd }) {
    const built = tree && (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parseConfig */ .o)(tree.bytes, tree.path);
    const none = (why) => alone(built, built && unmoved(why));
    if (history === undefined)
        return none('there is no git repository to read policy from');
    const branch = await branchFor(history, event);
    if (branch instanceof _io__WEBPACK_IMPORTED_MODULE_1__/* .Failed */ .cV)
        return none(branch.message);
    if (branch === undefined) {
        return none('git knows no default branch: it is origin/HEAD, main or master, else name one that is there with default-branch');
    }
    const place = placeOf(branch, event);
    const folders = await (0,_find_js__WEBPACK_IMPORTED_MODULE_2__/* .foldersUp */ .TS)(cwd, history.root);
    const config = await readAt(place, () => (0,_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findUpwards */ .G5)(folders, (path) => history.file(place.commit, path)));
    if (config === undefined) {
        return none(`${(0,_io__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(tree?.path ?? '')} is not on ${branch.name}: commit it to ${branch.name} first`);
    }
    return config instanceof _io__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb
        ? alone(built, unmoved(config.message))
        : standing(built, { config, place });
}
/** Where it cannot be asked, builds go on: a push to the default branch itself has it at hand. */
async function branchFor(history, event) {
    try {
        return await history.defaultBranch();
    }
    catch (error) {
        const builds = event?.kind === 'change' || event?.kind === 'push';
        if (builds && error instanceof _io__WEBPACK_IMPORTED_MODULE_1__/* .Failed */ .cV && error.exit === 3)
            return error;
        throw error;
    }
}
function placeOf({ name, commit }, event) {
    const pushed = event?.kind === 'push' && event.branch === name;
    const at = pushed ? event.commit : commit;
    return {
        commit: at,
        shown: `${name}@${at.slice(0, 7)}`,
        still: event?.kind === 'change' || (event?.kind === 'push' && !pushed),
    };
}
/** A file there that is wrong must not keep a change from mending it. */
async function readAt({ shown, still }, find) {
    try {
        const found = await find();
        return found && (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parseConfig */ .o)(found.bytes, found.path, { commit: shown });
    }
    catch (error) {
        if (still && error instanceof _io__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb)
            return error;
        throw error;
    }
}
function standing(tree, { config, place }) {
    const { images, base, labels, environments, digest, file } = config;
    const unused = tree === undefined ? [] : (0,_policy_js__WEBPACK_IMPORTED_MODULE_4__/* .policyDifferences */ .b)(tree, config);
    return {
        policy: {
            images: images.map(policyOf),
            base,
            labels,
            environments,
            digest,
            source: { commit: place.commit, path: file },
        },
        builds: buildsOf(tree),
        unused,
        note: unused.length === 0
            ? undefined
            : `the tree has another policy than ${place.shown}, and it is not used: ${listed(unused)}`,
    };
}
/** Without a policy that counts: what is built has a place, and nothing is promoted. */
function alone(tree, note) {
    const half = { images: tree?.images ?? [], base: undefined, labels: undefined, environments: [] };
    return {
        policy: {
            ...half,
            images: half.images.map(policyOf),
            digest: (0,_policy_js__WEBPACK_IMPORTED_MODULE_4__/* .policyDigest */ .p)(half),
            source: 'none',
        },
        builds: buildsOf(tree),
        unused: [],
        note,
    };
}
const unmoved = (why) => `${why}; no environment is moved`;
const policyOf = ({ name, repository, tagPrefix }) => ({
    name,
    repository,
    tagPrefix,
});
const buildsOf = (tree) => new Map(tree?.images.map(({ name, build }) => [name, build]));
const most = 10;
const listed = (keys) => keys.length > most
    ? `${keys.slice(0, most).join(', ')} and ${keys.length - most} more`
    : keys.join(', ');


/***/ }),

/***/ 7646:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ID: () => (/* binding */ maxBytes),
/* harmony export */   gM: () => (/* binding */ readYaml),
/* harmony export */   xu: () => (/* binding */ tooBig)
/* harmony export */ });
/* unused harmony export keyPath */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2420);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5647);


const maxBytes = 256 * 1024;
const tooBig = (label, bytes) => new _io__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${label} has ${bytes} bytes: at most ${maxBytes} are read`);
const maxDepth = 16;
/**
 * Reads one document of the YAML that this file needs: maps, lists, text, numbers, booleans.
 * @throws UsageError with line and column for anything else
 */
function readYaml(bytes, source) {
    if (bytes.byteLength > maxBytes)
        throw tooBig(source.label, bytes.byteLength);
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const fail = (offset, says) => {
        const { line, col } = lines.linePos(offset);
        const at = source.file === undefined ? {} : { at: { file: source.file, line } };
        return new _io__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${source.label}:${line}:${col}: ${says}`, at);
    };
    // Equal keys are looked for below: the parser compares each with each.
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(textOf(bytes, source), {
        lineCounter: lines,
        prettyErrors: false,
        uniqueKeys: false,
        // Any lower and a second document is passed over in silence.
        logLevel: 'error',
    });
    const [error] = document.errors;
    if (error !== undefined)
        throw fail(error.pos[0], sentences[error.code] ?? notYaml(error.message));
    if (document.directives.yaml.explicit === true)
        throw fail(0, 'directives are not read: remove it');
    const walk = new Walk(fail);
    const value = walk.value(document.contents, []);
    return {
        value,
        lists: walk.lists,
        refuse: (problems) => {
            const [first] = problems
                .map((problem) => ({ problem, offset: walk.offset(problem) }))
                .sort((a, b) => a.offset - b.offset);
            if (first === undefined)
                return;
            const { path, says } = first.problem;
            throw fail(first.offset, path.length === 0 ? `the file ${says}` : `${keyPath(path)} ${says}`);
        },
    };
}
const notYaml = (message) => `this is not YAML: ${(0,_io__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(message)}`;
const tooDeep = `this is nested more than ${maxDepth} deep`;
const noAnchors = 'anchors and aliases are not read: write the value out';
const sentences = {
    TAB_AS_INDENT: 'a tab stands where spaces indent: use spaces',
    MULTIPLE_DOCS: 'a second document starts here: one file is one document',
    BAD_ALIAS: noAnchors,
    ALIAS_PROPS: noAnchors,
    RESOURCE_EXHAUSTION: tooDeep,
};
/** `images.shop.build.platforms[0]` */
const keyPath = (path) => path
    .map((part) => {
    if (typeof part === 'number')
        return `[${part}]`;
    return /^[A-Za-z0-9_-]{1,64}$/.test(part) ? `.${part}` : `[${(0,_io__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(part)}]`;
})
    .join('')
    .replace(/^\./, '');
function textOf(bytes, { label, file }) {
    const decode = (part) => new TextDecoder('utf-8', { fatal: true }).decode(part);
    try {
        return decode(bytes);
    }
    catch {
        const line = lineThatFails(bytes, decode);
        const at = file === undefined ? {} : { at: { file, line } };
        throw new _io__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${label}:${line}:1: this line is not UTF-8`, at);
    }
}
function lineThatFails(bytes, decode) {
    let line = 1;
    for (let start = 0; start < bytes.length; line += 1) {
        const newline = bytes.indexOf(10, start);
        const end = newline < 0 ? bytes.length : newline + 1;
        try {
            decode(bytes.subarray(start, end));
        }
        catch {
            return line;
        }
        start = end;
    }
    return line;
}
/** From the parser's nodes to plain data; the first thing that this file may not have ends it. */
class Walk {
    lists = [];
    #fail;
    #values = new Map();
    #keys = new Map();
    constructor(fail) {
        this.#fail = fail;
    }
    value(node, path) {
        if (node === null)
            return null;
        const offset = node.range?.[0] ?? 0;
        this.#values.set(JSON.stringify(path), offset);
        if (path.length > maxDepth)
            throw this.#fail(offset, tooDeep);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) || ('anchor' in node && node.anchor))
            throw this.#fail(offset, noAnchors);
        if (node.tag !== undefined)
            throw this.#fail(offset, `the tag ${(0,_io__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(node.tag)} is not read: remove it`);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
            return this.#map(node.items, path);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
            this.lists.push(path);
            return node.items.map((item, index) => this.value(item, [...path, index]));
        }
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node.value : null;
    }
    #map(items, path) {
        const entries = new Map();
        for (const { key, value } of items) {
            const offset = key.range?.[0] ?? 0;
            const name = this.value(key, [...path, '']);
            if (typeof name !== 'string')
                throw this.#fail(offset, 'a key must be text: put it in quotes');
            const inner = [...path, name];
            const says = entries.has(name)
                ? 'is there twice: remove one'
                : reserved.has(name)
                    ? 'is no name: choose another'
                    : undefined;
            if (says !== undefined)
                throw this.#fail(offset, `${keyPath(inner)} ${says}`);
            this.#keys.set(JSON.stringify(inner), offset);
            entries.set(name, this.value(value, inner));
        }
        return Object.fromEntries(entries);
    }
    /** Where a problem is; what is missing is missed where its map starts. */
    offset({ path, about }) {
        const at = JSON.stringify(path);
        const found = about === 'key' ? this.#keys.get(at) : (this.#values.get(at) ?? this.#keys.get(at));
        if (found !== undefined || path.length === 0)
            return found ?? 0;
        return this.offset({ path: path.slice(0, -1), says: '' });
    }
}
const reserved = new Set(['__proto__', 'constructor', 'prototype']);


/***/ }),

/***/ 3129:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   UD: () => (/* binding */ rawOf),
/* harmony export */   Uf: () => (/* binding */ splitPath),
/* harmony export */   bg: () => (/* binding */ byBytes),
/* harmony export */   pS: () => (/* binding */ shownPath),
/* harmony export */   ts: () => (/* binding */ cleanPath),
/* harmony export */   uJ: () => (/* binding */ joinPath)
/* harmony export */ });
const rawOf = (path) => (typeof path === 'string'
    ? Buffer.from(path, 'utf8')
    : Buffer.from(path.buffer, path.byteOffset, path.length)).toString('latin1');
const bytesOf = (path) => Buffer.from(path, 'latin1');
/** A character of several bytes in UTF-8, or a byte of none. https://www.rfc-editor.org/rfc/rfc3629#section-4 */
const characters = /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|([\x80-\xff])/g;
/** As text, in which a byte that is no UTF-8 stands as `\xff`: other bytes are another name. */
const shownPath = (path) => path.replace(characters, (piece, byte) => byte === undefined
    ? Buffer.from(piece, 'latin1').toString('utf8')
    : `\\x${byte.charCodeAt(0).toString(16)}`);
/** For people: what is no UTF-8 is replaced, and JSON's quoting makes control characters inert. */
const quoted = (path) => JSON.stringify(Buffer.from(path, 'latin1').toString('utf8'));
/**
 * Clean, as an engine does it before it unpacks: absolute paths are taken from the root. Undefined when `..` leads
 * out of the root or a NUL stands in it.
 */
function cleanPath(path) {
    if (isClean(path))
        return path;
    if (path.includes('\0'))
        return undefined;
    const parts = [];
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return parts.join('/');
}
const isClean = (path) => path === '' ||
    isPlainly(path) ||
    /^(?!\.{1,2}(?:\/|$))[^/\0]+(?:\/(?!\.{1,2}(?:\/|$))[^/\0]+)*$/.test(path);
/** Has it nothing that could be unclean? Most paths have not, and there are millions. */
function isPlainly(path) {
    const first = path.charCodeAt(0);
    return (first !== slash &&
        first !== dot &&
        path.charCodeAt(path.length - 1) !== slash &&
        !path.includes('/.') &&
        !path.includes('//') &&
        !path.includes('\0'));
}
const slash = 0x2f;
const dot = 0x2e;
function splitPath(path) {
    const slash = path.lastIndexOf('/');
    return { parent: slash < 0 ? '' : path.slice(0, slash), name: path.slice(slash + 1) };
}
const joinPath = (parent, name) => parent === '' ? name : `${parent}/${name}`;
/** Byte order, for sorting. */
const byBytes = (a, b) => (a < b ? -1 : a > b ? 1 : 0);


/***/ }),

/***/ 5831:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ pullCost)
/* harmony export */ });
/* unused harmony export pullCosts */

/** `before` is the image that the node holds; undefined: none. */
function pullCost(before, after) {
    const held = new Set(before?.layers.map(({ digest }) => digest));
    const layers = [...new Map(after.layers.map(({ digest, size }) => [digest, size]))];
    const sum = (of) => ({
        layers: of.length,
        sizeBytes: of.reduce((total, [, size]) => total + size, 0),
    });
    return { ...sum(layers.filter(([digest]) => !held.has(digest))), all: sum(layers) };
}
/** For each platform of the new image; one image on both sides is compared whatever its platform is called. */
function pullCosts(before, after) {
    const name = ({ platform }) => platform === undefined ? undefined : formatPlatform(platform);
    const key = ({ platform }) => platform && platformKey(platform);
    const [only] = before;
    const isOne = before.length === 1 && after.length === 1;
    const bare = isOne && (only?.platform === undefined || after[0]?.platform === undefined);
    return after.map((image) => {
        const old = bare ? only : before.find((one) => key(one) === key(image));
        return {
            platform: name(image) ?? (old === undefined ? undefined : name(old)),
            compared: old !== undefined,
            ...pullCost(old?.manifest, image.manifest),
        };
    });
}


/***/ }),

/***/ 6111:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ labelGrammar),
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   Wu: () => (/* binding */ maxLabelBytes),
/* harmony export */   oO: () => (/* binding */ isOci),
/* harmony export */   tD: () => (/* binding */ bytesIn),
/* harmony export */   vL: () => (/* binding */ isFoundOut),
/* harmony export */   xb: () => (/* binding */ refuseTooLong)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7663);

/** All but tab and line feed, C1 included: a terminal may obey them. */
const control = String.raw `\0-\x08\x0b-\x1f\x7f-\x9f`;
/** How keys and values are written. The published JSON Schema has these patterns too, and reads them with the flag `u`. */
const labelGrammar = {
    key: {
        pattern: /^(?!(?:__proto__|constructor|prototype)$)[!-<>-~]{1,255}$/,
        be: 'a key of 1 to 255 printable characters without spaces and "="',
    },
    value: {
        pattern: new RegExp(`^[^${control}]*$`),
        be: 'text without control characters',
    },
};
/** All keys and values together. Registries take manifests of 4 MiB, and labels stand in three documents. */
const maxLabelBytes = 64 * 1024;
const bytesIn = (entries) => entries.reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0);
/** @throws UsageError for more than 64 KiB */
function refuseTooLong(entries, what) {
    const bytes = bytesIn(entries);
    if (bytes <= maxLabelBytes)
        return;
    throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`the ${what} have ${bytes} bytes: at most ${maxLabelBytes} are written`);
}
/** The specification's own keys. https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md */
const isOci = (key) => key.startsWith('org.opencontainers.image.');
/** Keys that others read as facts: what a build finds out is written, and nothing else. */
const foundOut = [
    _io__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7.revision,
    _io__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7.baseName,
    _io__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7.baseDigest,
];
const isFoundOut = (key) => foundOut.includes(key);
/** Keys that only this product writes. */
const isOurs = (key) => key.startsWith('dev.ecluse.');


/***/ }),

/***/ 8861:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bb: () => (/* binding */ bytesByClass),
/* harmony export */   DO: () => (/* binding */ classOfLayer),
/* harmony export */   FY: () => (/* binding */ fileClasses),
/* harmony export */   KY: () => (/* binding */ keptByClass),
/* harmony export */   kd: () => (/* binding */ classifier)
/* harmony export */ });
/* harmony import */ var _image__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3129);

/** What a file is for, and with that who can make it smaller. */
const fileClasses = ['base', 'tooling', 'library', 'application'];
/** Where package managers of languages put what an application depends on. */
const libraries = /(?:^|\/)(?:node_modules|bower_components|\.yarn|\.pnpm-store|site-packages|dist-packages|\.venv|\.m2|\.gradle|\.ivy2|\.nuget|\.cargo|\.bundle|\.gem|gems|\.composer|vendor|go\/pkg\/mod|WEB-INF\/lib)\/|(?:^|\/)libs?\/[^/]+\.(?:jar|dll)$/;
/** Directories of the system; in `usr/src`, `var/www` and the like applications have their place. */
const system = /^(?:s?bin|lib(?:32|64|x32|exec)?|boot|etc|opt|run|tmp|usr\/(?!src\/)[^/]+|var\/(?:cache|lib|log|spool|tmp)|(?:root|home\/[^/]+)\/\.(?:cache|npm|config|local))(?:\/|$)/;
/** The first rule that fits says the class. */
const rules = [
    ['base', ({ layer, baseLayers }) => layer < baseLayers],
    ['tooling', ({ path, isPackaged }) => isPackaged?.(path) === true],
    ['library', ({ path }) => libraries.test(path)],
    ['application', (seen) => isBrought(seen)],
    ['tooling', ({ path }) => system.test(path)],
    ['application', () => true],
];
/** By COPY or ADD, and not as a part of a whole system. */
const isBrought = ({ layer, keywords, systems }) => (keywords[layer] === 'COPY' || keywords[layer] === 'ADD') && systems?.[layer] !== true;
/** How files of one image are classed: see `rules`. */
function classifier(facts) {
    const classify = (path, layer) => {
        const seen = { ...facts, path, layer };
        return rules.find(([, fits]) => fits(seen))?.[0] ?? 'application';
    };
    return Object.assign(classify, {
        folder: (folder, layer) => namesCount(folder, layer, facts) ? undefined : classify(`${folder}/x`, layer),
    });
}
/** Folders of the system are known by three names at most, and those in which names count by what is in them. */
const deep = /^(?:[^/]+\/){2}[^/]/;
const jars = /(?:^|\/)libs?$/;
function namesCount(folder, layer, facts) {
    if (layer < facts.baseLayers)
        return false;
    if (facts.isPackaged !== undefined)
        return true;
    if (libraries.test(`${folder}/`))
        return false;
    if (jars.test(folder))
        return true;
    return !(isBrought({ ...facts, layer }) || system.test(`${folder}/`) || deep.test(folder));
}
const none = () => ({ base: 0, tooling: 0, library: 0, application: 0 });
/** Bytes of files, of waste, or of anything else that has a path and a layer. */
function bytesByClass(items, classify) {
    const bytes = none();
    for (const { path, layer, sizeBytes } of items)
        bytes[classify(path, layer)] += sizeBytes;
    return bytes;
}
/** The same of what is kept, which comes folder by folder. */
function keptByClass(kept, classify) {
    const bytes = none();
    for (const { folder, files } of kept) {
        const known = [];
        for (const { name, inode } of files()) {
            const { layer } = inode;
            const found = (known[layer] ??= classify.folder(folder, layer) ?? 'by name');
            bytes[found === 'by name' ? classify((0,_image__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(folder, name), layer) : found] += inode.bytes;
        }
    }
    return bytes;
}
/** The class that most bytes of a layer have; of a layer without bytes that of most entries. */
function classOfLayer(listing, layer, classify) {
    const bytes = none();
    const entries = none();
    const folders = listing.folders.map((folder) => classify.folder(folder, layer));
    for (let at = 0; at < listing.count; at++) {
        const isDirectory = listing.kind(at) === 'directory';
        const known = isDirectory ? undefined : folders[listing.folder(at)];
        const found = known ?? classify(written(listing, at, isDirectory ? '/' : ''), layer);
        bytes[found] += listing.sizeBytes(at);
        entries[found] += 1;
    }
    const most = (of) => {
        const [first] = fileClasses.toSorted((a, b) => of[b] - of[a]);
        return first !== undefined && of[first] > 0 ? first : undefined;
    };
    return most(bytes) ?? most(entries) ?? classify('', layer);
}
function written(listing, at, end) {
    const folder = listing.folders[listing.folder(at)];
    const path = folder === undefined ? listing.entry(at).path : (0,_image__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(folder, listing.name(at));
    return path === '' ? '' : `${path}${end}`;
}


/***/ }),

/***/ 6328:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fy: () => (/* binding */ limits),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   et: () => (/* binding */ notVerified)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _image__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5831);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6490);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8681);




const limit = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0));
const say = (gate) => (outcome, reason) => ({ gate, outcome, reason, evidence: [] });
/** Nobody looked, or nobody verified what was seen. */
const notVerified = 'what is in the image was not verified';
/** A number of the candidate may not be above a limit. */
function atMost(name, { what, of, show }) {
    const result = say(name);
    return {
        name,
        rule: limit,
        judge(rule, candidate) {
            if (candidate === undefined)
                return result('not evaluated', notVerified);
            const value = of(candidate);
            if (value === undefined)
                return result('not evaluated', `${what} was not counted`);
            const sentence = `${what} is ${show(value)} on ${candidate.platform}`;
            return value <= rule
                ? result('passed', `${sentence}, at most ${show(rule)} is allowed`)
                : result('failed', `${sentence}, and ${show(rule)} is the most`);
        },
    };
}
/** What grows from the image before may not be above a limit; undefined: there is nothing to measure it against. */
function growth(name, of) {
    const result = say(name);
    return {
        name,
        rule: limit,
        judge(rule, candidate, standing) {
            if (candidate === undefined)
                return result('not evaluated', notVerified);
            if (standing === 'nothing')
                return result('passed', 'nothing stands there to compare with');
            if (standing === undefined) {
                return result('not evaluated', 'there is no other image to compare with');
            }
            const { value, says } = of(standing, candidate);
            const sentence = `${says} on ${candidate.platform}`;
            return value <= rule
                ? result('passed', `${sentence}, at most ${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(rule)} is allowed`)
                : result('failed', `${sentence}, and ${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(rule)} is the most`);
        },
    };
}
const lowestEfficiency = {
    name: 'lowest-efficiency',
    rule: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(limit, valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(1)),
    judge(rule, candidate) {
        const result = say('lowest-efficiency');
        if (candidate === undefined)
            return result('not evaluated', notVerified);
        const efficiency = candidate.dive?.efficiency;
        if (efficiency === undefined) {
            return result('not evaluated', "Dive's efficiency was not counted");
        }
        return result(efficiency >= rule ? 'passed' : 'failed', `Dive's efficiency is ${efficiency.toFixed(4)} on ${candidate.platform}, at least ${rule} is asked`);
    },
};
/** Gates with a number, by the names that inputs and `ecluse.yml` give them. */
const limits = {
    reclaimable: atMost('reclaimable', _quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .quantities */ .O.reclaimable),
    'max-size': atMost('max-size', _quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .quantities */ .O.size),
    'max-size-growth': growth('max-size-growth', (before, now) => {
        const grown = now.sizeBytes - before.sizeBytes;
        return {
            value: grown,
            says: grown > 0 ? `the image grows by ${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(grown)}` : 'the image does not grow',
        };
    }),
    'max-layers': atMost('max-layers', _quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .quantities */ .O.layers),
    'max-pull-cost': growth('max-pull-cost', (before, now) => {
        const { sizeBytes } = (0,_image__WEBPACK_IMPORTED_MODULE_3__/* .pullCost */ .b)(before.manifest, now.manifest);
        const says = `a node that has the image before must fetch ${(0,_io__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(sizeBytes)}`;
        return { value: sizeBytes, says };
    }),
    'lowest-efficiency': lowestEfficiency,
    'highest-wasted-bytes': atMost('highest-wasted-bytes', _quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .quantities */ .O['wasted-bytes']),
    'highest-user-wasted-percent': atMost('highest-user-wasted-percent', _quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .quantities */ .O['user-wasted-percent']),
};


/***/ }),

/***/ 8681:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ quantities)
/* harmony export */ });
/* harmony import */ var _image__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5831);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6490);


const percent = (part) => `${(part * 100).toFixed(2)} %`;
/** What gates put limits to, and compare with the image before. */
const quantities = {
    reclaimable: {
        what: 'what the image stores in vain',
        of: ({ reclaimableBytes }) => reclaimableBytes,
        show: _io__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3,
    },
    size: { what: 'the size of its files', of: ({ sizeBytes }) => sizeBytes, show: _io__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3 },
    layers: {
        what: 'the number of layers',
        of: ({ manifest }) => manifest.layers.length,
        show: String,
    },
    'pull-cost': {
        what: 'what a node that has nothing must fetch',
        of: ({ manifest }) => (0,_image__WEBPACK_IMPORTED_MODULE_1__/* .pullCost */ .b)(undefined, manifest).sizeBytes,
        show: _io__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3,
    },
    inefficiency: {
        what: "the part that Dive's efficiency lacks",
        of: ({ dive }) => dive && 1 - dive.efficiency,
        show: percent,
    },
    'wasted-bytes': {
        what: 'what Dive calls wasted',
        of: ({ dive }) => dive?.wastedBytes,
        show: _io__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3,
    },
    'user-wasted-percent': {
        what: 'the part of all layers but the lowest that Dive calls wasted',
        // An image of one layer has nothing there: no number, which is above no limit, or all of nothing.
        of: ({ dive }) => {
            const part = dive?.userWastedPercent;
            return part === '+Inf' ? Infinity : part === 'NaN' ? 0 : part;
        },
        show: percent,
    },
};


/***/ }),

/***/ 1301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cx: () => (/* binding */ comparisonNames),
  u9: () => (/* binding */ comparisonsNamed),
  ad: () => (/* binding */ judgeLayers),
  Ck: () => (/* binding */ needsDive)
});

// UNUSED EXPORTS: limitNames

// EXTERNAL MODULE: ./packages/io/nearest.ts
var nearest = __webpack_require__(7581);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
// EXTERNAL MODULE: ./packages/layers/gates/limits.ts
var limits = __webpack_require__(6328);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./packages/layers/gates/quantities.ts
var quantities = __webpack_require__(8681);
;// CONCATENATED MODULE: ./packages/layers/gates/no-worse.ts



const yes = dist/* literal */.euz(true);
/** A number of the candidate may not be above that of what stands there. */
function noWorse(name, { what, of, show }) {
    const result = (0,limits/* say */.cv)(`no-worse ${name}`);
    return {
        name,
        rule: yes,
        judge(_, candidate, standing) {
            if (candidate === undefined)
                return result('not evaluated', limits/* notVerified */.et);
            if (standing === 'nothing')
                return result('passed', 'nothing stands there that it could be worse than');
            if (standing === undefined) {
                return result('not evaluated', `there is no other image to compare ${what} with`);
            }
            const [now, before] = [of(candidate), of(standing)];
            if (now === undefined || before === undefined) {
                return result('not evaluated', `${what} was not counted`);
            }
            const sentence = `${what} is ${show(now)} on ${candidate.platform}, and was ${show(before)}`;
            return result(now <= before ? 'passed' : 'failed', sentence);
        },
    };
}
/** Processes may be root only where they were before. */
const notMoreRoot = {
    name: 'not-root',
    rule: yes,
    judge(_, candidate, standing) {
        const result = (0,limits/* say */.cv)('no-worse not-root');
        if (candidate === undefined)
            return result('not evaluated', limits/* notVerified */.et);
        if (candidate.root === false)
            return result('passed', candidate.rootWhy);
        if (standing === 'nothing')
            return result('passed', 'nothing stands there that it could be worse than');
        if (standing?.root === undefined || candidate.root === undefined) {
            const why = candidate.root === undefined ? candidate.rootWhy : standing?.rootWhy;
            return result('not evaluated', why ?? 'there is no other image to compare its user with');
        }
        return result(standing.root ? 'passed' : 'failed', `${candidate.rootWhy}; of what stands there, ${standing.rootWhy}`);
    },
};
/** The image's processes are not root. */
const notRoot = {
    name: 'not-root',
    rule: yes,
    judge(_, candidate) {
        const result = (0,limits/* say */.cv)('not-root');
        if (candidate === undefined)
            return result('not evaluated', limits/* notVerified */.et);
        const { root, rootWhy } = candidate;
        if (root === undefined)
            return result('not evaluated', rootWhy);
        return result(root ? 'failed' : 'passed', rootWhy);
    },
};
/** Gates that compare with what stands there, each by the name of what it compares. */
const comparisons = {
    reclaimable: noWorse('reclaimable', quantities/* quantities */.O.reclaimable),
    size: noWorse('size', quantities/* quantities */.O.size),
    layers: noWorse('layers', quantities/* quantities */.O.layers),
    'pull-cost': noWorse('pull-cost', quantities/* quantities */.O['pull-cost']),
    'not-root': notMoreRoot,
    efficiency: noWorse('efficiency', quantities/* quantities */.O.inefficiency),
    'wasted-bytes': noWorse('wasted-bytes', quantities/* quantities */.O['wasted-bytes']),
    'user-wasted-percent': noWorse('user-wasted-percent', quantities/* quantities */.O['user-wasted-percent']),
};

;// CONCATENATED MODULE: ./packages/layers/gates/rules.ts



const limitNames = [
    'reclaimable',
    'max-size',
    'max-size-growth',
    'max-layers',
    'max-pull-cost',
    'lowest-efficiency',
    'highest-wasted-bytes',
    'highest-user-wasted-percent',
];
const comparisonNames = [
    'reclaimable',
    'size',
    'layers',
    'pull-cost',
    'not-root',
    'efficiency',
    'wasted-bytes',
    'user-wasted-percent',
];
/** @throws UsageError for a name that is none */
const comparisonsNamed = (names) => names.map((name) => {
    const found = comparisonNames.find((known) => known === name);
    if (found !== undefined)
        return found;
    const hint = (0,nearest/* didYouMean */.a)(name, comparisonNames) || `: write ${comparisonNames.join(', ')}`;
    throw new errors/* UsageError */.eb(`no-worse ${(0,quote/* quote */.h)(name)} is not known${hint}`, { input: 'no-worse' });
});
/** Every gate that was asked for, of one platform. An image that nobody verified, which is undefined, passes none. */
function judgeLayers(rules, candidate, standing) {
    const results = [];
    for (const name of limitNames) {
        const rule = rules[name];
        if (rule !== undefined)
            results.push(limits/* limits */.Fy[name].judge(rule, candidate, standing));
    }
    if (rules['not-root'] === true)
        results.push(notRoot.judge(true, candidate, standing));
    for (const name of rules['no-worse'] ?? []) {
        results.push(comparisons[name].judge(true, candidate, standing));
    }
    return results;
}
const ofDive = [
    'lowest-efficiency',
    'highest-wasted-bytes',
    'highest-user-wasted-percent',
    'efficiency',
    'wasted-bytes',
    'user-wasted-percent',
];
/** Does any of them ask for what Dive counts? */
const needsDive = (rules) => limitNames.some((name) => rules[name] !== undefined && ofDive.includes(name)) ||
    (rules['no-worse'] ?? []).some((name) => ofDive.includes(name));


/***/ }),

/***/ 5742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parsePlatform),
/* harmony export */   G: () => (/* binding */ forPlatforms)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7934);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);
/* harmony import */ var _descriptor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3239);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3670);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9205);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6148);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(127);







const maxConfigBytes = 4 * 1024 * 1024;
const grammar = /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/;
/** BuildKit's mark of an attestation, with the digest of the manifest that it is about. */
const about = 'vnd.docker.reference.digest';
/** @throws UsageError for what is not `os/architecture[/variant]` */
function parsePlatform(text) {
    const [os = '', architecture = '', variant] = text.split('/');
    if (grammar.test(text))
        return { os, architecture, ...(variant === undefined ? {} : { variant }) };
    throw new _io__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${JSON.stringify(text)} is not a platform: write linux/amd64 or linux/arm/v7`, { input: 'platform' });
}
/**
 * Of an index, what is for these platforms: the manifest itself for one, which has a digest that others know; an
 * index of its own for several, whose digest is a new one. An image that is no index must be for the one.
 * @throws UsageError when there is none for a platform, with those that there are
 */
async function forPlatforms(from, root, platforms) {
    const found = await from.manifest(root.digest);
    if (found === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NotThere */ .W2(root.digest, from.name);
    const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(found.bytes, found.descriptor.mediaType, root.digest);
    if (!(0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndex */ .nw)(manifest)) {
        await mustBeFor(manifest, platforms, from);
        return { root, known: new Map() };
    }
    const chosen = platforms.flatMap((platform) => inIndex(manifest, platform));
    const [only] = chosen;
    if (new Set(chosen.map(({ digest }) => digest)).size === 1 && only !== undefined) {
        const { mediaType, digest, size } = only;
        return { root: { mediaType, digest, size }, known: new Map() };
    }
    return smaller(found.bytes, manifest.mediaType, new Set(chosen.map(({ digest }) => digest)));
}
function inIndex({ manifests }, wanted) {
    const images = manifests.filter(({ annotations }) => annotations?.[about] === undefined);
    const found = images.filter(({ platform }) => platform && matches(platform, wanted));
    if (found.length > 0)
        return found;
    throw none(wanted, images.flatMap(({ platform }) => platform ?? []));
}
/** A variant that nobody asked for may be any; arm64 is v8 when it does not say so. */
function matches(platform, wanted) {
    const variant = (of) => of.variant ?? (of.architecture === 'arm64' ? 'v8' : undefined);
    return (platform.os === wanted.os &&
        platform.architecture === wanted.architecture &&
        (wanted.variant === undefined || variant(platform) === wanted.variant));
}
function none(wanted, there) {
    const names = [...new Set(there.map(_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .formatPlatform */ .Bq))].join(', ');
    return new _io__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`the image is not for ${(0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .formatPlatform */ .Bq)(wanted)}: ${names === '' ? 'it names no platform' : `there is ${names}`}`, { input: 'platform' });
}
const configSchema = valibot__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    os: valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    architecture: valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    variant: valibot__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
});
async function mustBeFor({ config }, platforms, from) {
    const what = `the configuration ${config.digest} in ${from.name}`;
    if (config.size > maxConfigBytes)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Corrupt */ .Q6(what, `it has more than ${maxConfigBytes} bytes`);
    const chunks = [];
    for await (const chunk of await from.blob(config))
        chunks.push(chunk);
    const read = valibot__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xLC(configSchema, (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .q)(Buffer.concat(chunks), what));
    const there = read.success ? [read.output] : [];
    const wanted = platforms.find((each) => !there.some((one) => matches(platformOf(one), each)));
    if (wanted !== undefined)
        throw none(wanted, there.map(platformOf));
}
const platformOf = ({ os, architecture, variant, }) => ({
    os,
    architecture,
    ...(variant ? { variant } : {}),
});
const entrySchema = valibot__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({
    digest: valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    annotations: valibot__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP())),
});
const indexSchema = valibot__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({ manifests: valibot__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(entrySchema) });
/** The same index with fewer entries, which stay as they are; what tells about those that go goes too. */
function smaller(bytes, mediaType, chosen) {
    const index = valibot__WEBPACK_IMPORTED_MODULE_4__/* .parse */ .qgA(indexSchema, (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .q)(bytes, 'the index'));
    const manifests = index.manifests.filter(({ digest, annotations }) => chosen.has(digest) || chosen.has(annotations?.[about] ?? ''));
    const fewer = Buffer.from(JSON.stringify({ ...index, manifests }));
    const root = { mediaType, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .ol)(fewer), size: fewer.length };
    return { root, known: new Map([[root.digest, { bytes: fewer, mediaType }]]) };
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

/***/ 240:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ resolveReference)
/* harmony export */ });
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2420);
/* harmony import */ var _io__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5647);
/* harmony import */ var _copy_cosign_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(391);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3670);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9205);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(127);
/* harmony import */ var _referrers_tag_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9209);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var _some_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2586);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5996);









const mostShown = 5;
/**
 * Finds what a reference means: its digest, else its tag. Without either, a folder or an archive with exactly one
 * image means that image, as skopeo has it; a registry's repository means nothing.
 * @throws UsageError for a reference that means none or several; NotThere for one that is not there
 */
async function resolveReference(open, text) {
    const reference = (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(text);
    const repository = open(reference.name, 'read');
    const at = reference.digest ?? reference.tag;
    if (at === undefined) {
        return { reference, repository, descriptor: await onlyImage(reference, repository) };
    }
    const descriptor = await repository.resolve(at);
    if (descriptor !== undefined)
        return { reference, repository, descriptor };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NotThere */ .W2(at, `${reference.name}${(0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(at) ? '' : await holding(repository)}`);
}
/** The names that a folder or an archive has, as the end of a sentence. */
async function holding(repository) {
    const names = (await (0,_store_index_js__WEBPACK_IMPORTED_MODULE_3__/* .indexOf */ .qh)(repository))?.entries.flatMap(({ name }) => name ?? []) ?? [];
    const shown = (0,_some_js__WEBPACK_IMPORTED_MODULE_4__/* .some */ .z)([...new Set(names)].filter((name) => !isEvidence(name)));
    return shown && `, which holds ${shown}`;
}
async function onlyImage({ name, transport }, repository) {
    const index = await (0,_store_index_js__WEBPACK_IMPORTED_MODULE_3__/* .indexOf */ .qh)(repository);
    if (index === undefined) {
        throw new _io__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .eb(`${JSON.stringify(name)} names no image: write ${name}:TAG or ${name}@sha256:…`);
    }
    const images = new Map();
    for (const entry of index.entries) {
        const { descriptor, name: tag } = entry;
        if (descriptor === undefined)
            continue;
        if (tag === undefined ? await isReferrer(descriptor, repository) : isEvidence(tag))
            continue;
        const tags = images.get(descriptor.digest) ?? [];
        images.set(descriptor.digest, tag === undefined ? tags : [...tags, tag]);
    }
    const [first, ...others] = images.keys();
    if (first === undefined) {
        const remedy = transport === 'oci' ? ': name the folder of an OCI layout that has one' : '';
        throw new _io__WEBPACK_IMPORTED_MODULE_5__/* .Failed */ .cV(3, 'not-there', `${(0,_io__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)(name)} holds no image${remedy}`);
    }
    if (others.length > 0)
        throw new _io__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .eb(`${JSON.stringify(name)} holds ${images.size} images: ${choice(name, images)}`);
    const descriptor = await repository.resolve(first);
    if (descriptor === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NotThere */ .W2(first, name);
    return descriptor;
}
const isEvidence = (tag) => (0,_referrers_tag_js__WEBPACK_IMPORTED_MODULE_7__/* .isReferrersTag */ .z)(tag) || (0,_copy_cosign_js__WEBPACK_IMPORTED_MODULE_8__/* .isCosignTag */ .gm)(tag);
/** Tools that know no list of referrers leave them as entries without a name. */
async function isReferrer({ digest }, repository) {
    const found = await repository.manifest(digest);
    if (found === undefined)
        return false;
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .parseManifest */ .Ng)(found.bytes, found.descriptor.mediaType, digest).subject !== undefined;
}
function choice(name, images) {
    const all = [...images].map(([digest, [tag]]) => (tag === undefined ? `@${digest}` : `:${tag}`));
    const more = all.length > mostShown ? ', …' : '';
    return `write ${all
        .slice(0, mostShown)
        .map((place) => JSON.stringify(`${name}${place}`))
        .join(' or ')}${more}`;
}


/***/ })

};
