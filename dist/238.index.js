export const id = 238;
export const ids = [238];
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

/***/ 6397:
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
// EXTERNAL MODULE: ./packages/io/nearest.ts
var nearest = __webpack_require__(7581);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
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
    ];
}
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

// EXTERNAL MODULE: ./packages/config/policy.ts
var policy = __webpack_require__(9243);
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
/** One of a few words. */
const oneOf = (words) => dist/* picklist */.KIO(words, (issue) => `${must(words.join(' or '))(issue)}${(0,nearest/* didYouMean */.a)(String(issue.input), words)}`);

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
const schema_environment = keys({
    after: dist/* optional */.lqM(dist/* pipe */.FsL(list(terms_text(grammar.environmentName)), about('policy', 'Environments that a digest has to pass before this one.', unique))),
    promote: dist/* optional */.lqM(dist/* pipe */.FsL(oneOf(['auto', 'manual']), about('policy', 'auto: a digest goes on by itself. manual: a person sends it.')), 'manual'),
    tag: dist/* optional */.lqM(dist/* pipe */.FsL(terms_text(grammar.purposeTag), about('policy', 'The tag that stands for the environment. Default: its name.'))),
    repository: dist/* optional */.lqM(dist/* pipe */.FsL(terms_text(grammar.repository), about('policy', "Another repository to promote into. Default: the image's own."))),
}, ['gates', 'passed-by', 'soak', 'freeze', 'maintenance']);
/** What `ecluse.yml` may say, key by key; what keys say about each other is in check.ts. */
const schema = keys({
    apiVersion: dist/* pipe */.FsL(oneOf(['ecluse/v1']), about('policy', 'The version of this format.')),
    image: dist/* optional */.lqM(dist/* pipe */.FsL(terms_text(grammar.repository), about('policy', 'Short for images with one image: its repository. Its name is the last part.'))),
    build: buildKey,
    images: dist/* optional */.lqM(dist/* pipe */.FsL(map(terms_name(grammar.imageName), schema_image), about('policy', 'The images, by name.'))),
    base: dist/* optional */.lqM(dist/* pipe */.FsL(schema_base, about('policy', 'Rules for base images.'))),
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
function environmentsOf(raw) {
    const all = Object.entries(raw.environments ?? {}).map(([name, one]) => ({
        name,
        after: one.after ?? [],
        promote: one.promote,
        tag: (0,reference/* parseTag */.ED)(one.tag ?? name),
        repository: one.repository === undefined ? undefined : (0,reference/* parseRegistryReference */.qq)(one.repository).name,
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
const halfOf = ({ images, base, environments }) => ({
    images: Object.fromEntries(images.map(({ name, repository, tagPrefix }) => [
        name,
        { repository, 'tag-prefix': tagPrefix },
    ])),
    base: base === undefined ? {} : { allowed: base.allowed, owner: base.owner ?? null },
    environments: Object.fromEntries(environments.map(({ name, after, promote, tag, repository }) => [
        name,
        { after, promote, tag, repository: repository ?? null },
    ])),
});
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
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6397);
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
    const { images, base, environments, digest, file } = config;
    const unused = tree === undefined ? [] : (0,_policy_js__WEBPACK_IMPORTED_MODULE_4__/* .policyDifferences */ .b)(tree, config);
    return {
        policy: {
            images: images.map(policyOf),
            base,
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
    const half = { images: tree?.images ?? [], base: undefined, environments: [] };
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
        const text = from.input(name)?.trim();
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
    if (colon <= 1 || /[/\\]/.test(text.slice(colon)))
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
    };
}
/** Where the two halves of `ecluse.yml` came from, and what a person should know of it. */
const sourcesBlocks = ({ build, policy, note }) => [
    { kind: 'paragraph', text: `${build === null ? 'P' : `Build: ${build} · p`}olicy: ${policy}` },
    ...(note === null ? [] : [{ kind: 'paragraph', text: `Note: ${note}` }]),
];


/***/ })

};
