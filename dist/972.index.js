export const id = 972;
export const ids = [972];
export const modules = {

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

/***/ 7487:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** As in package.json, which does not come along with dist. */
const version = '0.1.0';


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

/***/ 7972:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ buildEvent),
  K: () => (/* binding */ runEvent)
});

// EXTERNAL MODULE: ./packages/io/nothing.ts
var nothing = __webpack_require__(6330);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/failure.ts
var failure = __webpack_require__(1593);
// EXTERNAL MODULE: ./packages/version/existing.ts
var existing = __webpack_require__(8580);
// EXTERNAL MODULE: ./packages/version/names.ts
var names = __webpack_require__(9801);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
// EXTERNAL MODULE: ./packages/dockerfile/fault.ts
var fault = __webpack_require__(2793);
// EXTERNAL MODULE: ./packages/dockerfile/pattern.ts
var pattern = __webpack_require__(5607);
;// CONCATENATED MODULE: ./packages/dockerfile/ignore.ts




/** Names of the ignore files of a Dockerfile: the first that exists counts, the other lies in the context. */
const ignoreFileNames = (dockerfilePath) => [
    `${dockerfilePath}.dockerignore`,
    '.dockerignore',
];
/**
 * Reads a .dockerignore: the last rule that matches a path or a folder above it decides.
 * https://docs.docker.com/build/concepts/context/#dockerignore-files
 * @throws UsageError with the line of a malformed pattern
 */
function ignoreRules(text, file = '.dockerignore') {
    const rules = text
        .replace(/^\uFEFF/, '')
        .split('\n')
        .map((line, index) => parseRule(line, { file, line: index + 1 }))
        .filter((rule) => rule !== undefined);
    return {
        ignores: (path) => {
            let ignored = false;
            for (const { include, tokens } of rules) {
                if (include === ignored && matchesPathOrAbove(tokens, path))
                    ignored = !include;
            }
            return ignored;
        },
        mayHoldIncluded: (folder) => rules.some(({ include, tokens }) => include && (0,pattern/* mayContinue */.D)(tokens, `${folder}/`)),
    };
}
function matchesPathOrAbove(tokens, path) {
    for (const length of (0,pattern/* matches */.cK)(tokens, path)) {
        if (length > 0 && (length === path.length || path.charAt(length) === '/'))
            return true;
    }
    return false;
}
function parseRule(written, at) {
    if (written.startsWith('#'))
        return undefined;
    const line = written.trim();
    const include = line.startsWith('!');
    const pattern = include ? line.slice(1).trim() : line;
    if (pattern === '') {
        if (include)
            throw (0,fault/* fault */.D)(at, 'a "!" stands alone: a pattern is missing after it');
        return undefined;
    }
    const clean = external_node_path_.posix
        .normalize(pattern)
        .replace(/(?<=.)\/$/, '')
        .replace(/^\/(?=.)/, '')
        .trim();
    const tokens = ignoreTokens(Array.from(clean));
    if (tokens === undefined)
        throw (0,fault/* fault */.D)(at, `${(0,quote/* quote */.h)(pattern)} is a malformed pattern`);
    return { include, tokens };
}
/** Go's filepath.Match with `**`, which stands for any number of folders and at the end for everything. */
function ignoreTokens(text) {
    const tokens = [];
    for (let at = 0; at < text.length;) {
        if (text[at] === '*' && text[at + 1] === '*') {
            // `**/**/` is `**/`.
            if (tokens.at(-1)?.kind !== 'through' || text[at + 2] !== '/')
                tokens.push(...deep(text, at));
            at += text[at + 2] === '/' ? 3 : 2;
            continue;
        }
        const found = (0,pattern/* parseToken */.pI)(text, at);
        if (found === undefined)
            return undefined;
        tokens.push(found.token);
        at = found.end;
    }
    return tokens;
}
function deep(text, at) {
    const after = text.slice(at + (text[at + 2] === '/' ? 3 : 2));
    // Docker takes "**x" without further wildcards for "ends with x", whatever stands before it in the name.
    const ending = at === 0 && text[2] !== '/' && !after.some((char) => /[*?[\]\\]/.test(char));
    if (after.length === 0 || ending)
        return [{ kind: 'all' }];
    return [{ kind: 'maybe' }, { kind: 'through' }];
}

;// CONCATENATED MODULE: ./packages/pipeline/clean.ts


/** Enough to mend it; nobody reads a thousand. */
const shown = 20;
/**
 * Paths that the build reads and that are not as in the commit: changed, untracked, or ignored by git
 * while the ignore file lets them in. Empty: what comes out belongs to the commit.
 * @returns paths relative to the top of the repository, twenty at most
 */
async function dirtOf(history, inputs) {
    const rules = inputs.ignore === undefined ? undefined : ignoreRules(inputs.ignore);
    const dirty = [];
    // Git looks through the whole folder each time, and most of the files lie in the context.
    const known = new Map();
    const changesIn = async (folder) => {
        const found = known.get(folder) ?? (await history.changes(folder));
        known.set(folder, found);
        return found;
    };
    for (const { path } of await changesIn(inputs.context)) {
        const folder = path.endsWith('/');
        const name = folder ? path.slice(0, -1) : path;
        const letIn = rules === undefined ||
            !rules.ignores(name, folder) ||
            (folder && rules.mayHoldIncluded(name));
        if (letIn)
            dirty.push(external_node_path_.posix.join(inputs.context, path));
    }
    for (const file of inputs.files) {
        const changes = await changesIn(external_node_path_.posix.dirname(file));
        const changed = changes.some(({ path }) => external_node_path_.posix.join(external_node_path_.posix.dirname(file), path) === file);
        if (changed && !dirty.includes(file))
            dirty.push(file);
    }
    return dirty.slice(0, shown);
}

// EXTERNAL MODULE: ./packages/pipeline/document.ts
var pipeline_document = __webpack_require__(7628);
// EXTERNAL MODULE: ./packages/dockerfile/resolve.ts + 1 modules
var resolve = __webpack_require__(8417);
// EXTERNAL MODULE: ./packages/dockerfile/flags.ts
var dockerfile_flags = __webpack_require__(22);
;// CONCATENATED MODULE: ./packages/dockerfile/healthcheck.ts



const nanoseconds = {
    ns: 1,
    us: 1e3,
    µs: 1e3,
    ms: 1e6,
    s: 1e9,
    m: 60e9,
    h: 3600e9,
};
/** A HEALTHCHECK as the image's config holds it. https://docs.docker.com/reference/dockerfile/#healthcheck */
function healthcheckOf({ form, words, flags }, at) {
    const [type = '', ...command] = words;
    const time = (name) => {
        const text = (0,dockerfile_flags/* flagText */.us)(flags, name);
        return text === undefined ? undefined : duration(text, name, at);
    };
    const retries = (0,dockerfile_flags/* flagText */.us)(flags, 'retries');
    if (retries !== undefined && !/^\d{1,9}$/.test(retries)) {
        throw (0,fault/* fault */.D)(at, `--retries is a whole number, not ${(0,quote/* quote */.h)(retries)}`);
    }
    return {
        test: type === 'NONE' ? ['NONE'] : [form === 'exec' ? 'CMD' : 'CMD-SHELL', ...command],
        interval: time('interval'),
        timeout: time('timeout'),
        startPeriod: time('start-period'),
        startInterval: time('start-interval'),
        retries: retries === undefined ? undefined : Number(retries),
    };
}
/** A duration as Go writes it: `1m30s`. https://pkg.go.dev/time#ParseDuration */
function duration(text, name, at) {
    const parts = [...text.matchAll(/(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)/gy)];
    const whole = parts.map(([part]) => part).join('') === text && parts.length > 0;
    if (text === '0')
        return 0;
    const total = parts.reduce((sum, [, n = '', unit = '']) => sum + Number(n) * (nanoseconds[unit] ?? 0), 0);
    if (!whole || !Number.isSafeInteger(Math.round(total))) {
        throw (0,fault/* fault */.D)(at, `--${name} is a duration such as 30s or 1m30s, not ${(0,quote/* quote */.h)(text)}`);
    }
    if (total > 0 && total < 1e6)
        throw (0,fault/* fault */.D)(at, `--${name} is at least 1ms, not ${(0,quote/* quote */.h)(text)}`);
    return Math.round(total);
}

// EXTERNAL MODULE: ./packages/dockerfile/heredoc.ts
var heredoc = __webpack_require__(7301);
// EXTERNAL MODULE: ./packages/dockerfile/parse.ts + 2 modules
var parse = __webpack_require__(6021);
;// CONCATENATED MODULE: ./packages/dockerfile/ports.ts


/**
 * Ports of an EXPOSE as `80/tcp`, ranges spelt out. A host's address and port before a colon say nothing here.
 * https://docs.docker.com/reference/dockerfile/#expose
 * @throws UsageError when a port or a protocol is none
 */
function portsOf(words, at) {
    const ports = new Set();
    for (const word of words) {
        const [, range = '', protocol = 'tcp'] = /^([^/]*)(?:\/(.*))?$/.exec(word.split(':').at(-1) ?? '') ?? [];
        const kind = protocol.toLowerCase() || 'tcp';
        const [, first = '', last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(range) ?? [];
        const [low, high] = [Number(first), Number(last)];
        if (first === '' || high > 65_535 || low > high || !['tcp', 'udp', 'sctp'].includes(kind)) {
            throw (0,fault/* fault */.D)(at, `EXPOSE takes ports such as 80, 53/udp or 8000-8005/tcp, not ${(0,quote/* quote */.h)(word)}`);
        }
        for (let port = low; port <= high; port += 1)
            ports.add(`${port}/${kind}`);
    }
    return [...ports];
}

// EXTERNAL MODULE: ./packages/dockerfile/scope.ts + 3 modules
var scope = __webpack_require__(2699);
// EXTERNAL MODULE: ./packages/dockerfile/words.ts
var dockerfile_words = __webpack_require__(5948);
;// CONCATENATED MODULE: ./packages/dockerfile/evaluate.ts










/** The ground of `FROM scratch`, and of an image whose config says nothing. */
const bareGround = { env: new Map(), args: new Map(), shell: [], triggers: [] };
/**
 * The instructions of a stage with variables filled in, ONBUILD triggers of its base first. An ENV always wins
 * over an ARG of its name, in whatever order they stand.
 * @throws UsageError with the line: bad substitution, port, duration or trigger
 */
function evaluate(plan, { stage }, ground) {
    const { dockerfile, scope } = plan;
    const evaluation = new Evaluation(dockerfile, scope, ground);
    const at = { file: dockerfile.file, line: stage.line };
    const triggered = (0,parse/* parseTriggers */.Z)(ground.triggers, at);
    const odd = triggered.find(({ keyword }) => ['FROM', 'MAINTAINER', 'ONBUILD'].includes(keyword));
    if (odd !== undefined)
        throw (0,fault/* fault */.D)(at, `the base has the ONBUILD trigger ${(0,quote/* quote */.h)(odd.text)}`);
    const steps = [...triggered, ...stage.instructions].map((one) => evaluation.step(one));
    return { steps, ground: evaluation.ground() };
}
const charactersOfPort = 9;
/** Keeps what instructions hand on to later ones. */
class Evaluation {
    #dockerfile;
    #scope;
    #filler;
    #env;
    #args;
    #triggers = [];
    #shell;
    constructor(dockerfile, scope, { env, args, shell }) {
        this.#dockerfile = dockerfile;
        this.#scope = scope;
        this.#filler = scope.filler;
        this.#env = new Map(env);
        this.#args = new Map(args);
        this.#shell = shell.length === 0 ? ['/bin/sh', '-c'] : shell;
    }
    ground() {
        return { env: this.#env, args: this.#args, shell: this.#shell, triggers: this.#triggers };
    }
    step(instruction) {
        const { keyword, words } = instruction;
        const [first = ''] = words;
        switch (keyword) {
            case 'ADD':
            case 'COPY':
                return this.#transfer(keyword, instruction);
            case 'ENV':
            case 'LABEL':
                return { keyword, instruction, pairs: this.#pairs(keyword, instruction) };
            case 'ARG':
                return { keyword, instruction, pairs: this.#arg(instruction) };
            case 'RUN':
            case 'CMD':
            case 'ENTRYPOINT':
                return { keyword, instruction, command: this.#command(instruction) };
            case 'SHELL':
                this.#shell = words;
                return { keyword, instruction, command: words };
            case 'HEALTHCHECK':
                return {
                    keyword,
                    instruction,
                    healthcheck: healthcheckOf(instruction, this.#at(instruction)),
                };
            case 'MAINTAINER':
                return { keyword, instruction, value: first };
            case 'USER':
            case 'WORKDIR':
            case 'STOPSIGNAL':
                return { keyword, instruction, value: this.#fill(instruction, first) };
            case 'EXPOSE':
                return { keyword, instruction, ports: this.#ports(instruction) };
            case 'VOLUME':
                return { keyword, instruction, paths: words.map((word) => this.#fill(instruction, word)) };
            case 'ONBUILD':
                return { keyword, instruction, trigger: this.#trigger(instruction) };
            case 'FROM':
                throw (0,fault/* fault */.D)(this.#at(instruction), 'FROM starts a stage');
        }
    }
    #lookup = (name) => this.#env.get(name) ?? this.#args.get(name);
    #at({ line }) {
        return this.#filler.at(line);
    }
    #fill({ line }, text) {
        return this.#filler.fill(line, text, this.#lookup);
    }
    #pairs(keyword, instruction) {
        const pairs = instruction.words.map((word) => {
            const equals = word.indexOf('=');
            const name = this.#fill(instruction, word.slice(0, equals));
            if (name === '')
                throw (0,fault/* fault */.D)(this.#at(instruction), `${keyword} has an empty name`);
            return [name, this.#fill(instruction, word.slice(equals + 1))];
        });
        // After all of them: a value sees what was set before this instruction.
        if (keyword === 'ENV')
            for (const [name, value] of pairs)
                this.#env.set(name, value);
        return pairs;
    }
    #arg(instruction) {
        const set = (name, value) => {
            if (value !== undefined)
                this.#args.set(name, value);
        };
        return [...(0,scope/* assignArgs */.t4)(instruction, { scope: this.#scope, lookup: this.#lookup, set })];
    }
    #command({ form, words }) {
        return form === 'exec' ? words : [...this.#shell, ...words];
    }
    #ports(instruction) {
        const words = instruction.words.flatMap((word) => (0,dockerfile_words/* plainWords */.c5)(this.#fill(instruction, word)));
        const ports = portsOf(words, this.#at(instruction));
        this.#filler.count(instruction.line, ports.length * charactersOfPort);
        return ports;
    }
    #trigger({ words, heredocs }) {
        const trigger = [words[0] ?? '', ...heredocs.map(({ body, name }) => body + name)].join('\n');
        this.#triggers.push(trigger);
        return trigger;
    }
    #transfer(keyword, instruction) {
        const { words, flags, heredocs, form } = instruction;
        const isDocument = (word) => form !== 'exec' && (0,heredoc/* parseOpening */._W)(word) !== undefined;
        const sources = words.slice(0, -1).filter((word) => !isDocument(word));
        const documents = heredocs.map(({ name, body, expand }) => ({
            name: this.#fill(instruction, name),
            body: expand ? this.#filler.fillDocument(instruction.line, body, this.#lookup) : body,
        }));
        const text = (name) => {
            const value = (0,dockerfile_flags/* flagText */.us)(flags, name);
            return value === undefined ? undefined : this.#fill(instruction, value);
        };
        return {
            keyword,
            instruction,
            sources: sources.map((word) => this.#fill(instruction, word)),
            documents,
            destination: this.#fill(instruction, words.at(-1) ?? ''),
            from: (0,resolve/* sourcesOf */.u)(this.#dockerfile, instruction)[0],
            chown: text('chown'),
            chmod: text('chmod'),
            checksum: text('checksum'),
            link: (0,dockerfile_flags/* flagOn */.wi)(flags, 'link') ?? false,
            parents: (0,dockerfile_flags/* flagOn */.wi)(flags, 'parents') ?? false,
            unpack: (0,dockerfile_flags/* flagOn */.wi)(flags, 'unpack'),
            exclude: flags.flatMap(({ name, value }) => name === 'exclude' && value !== true ? [value] : []),
        };
    }
}

// EXTERNAL MODULE: ./packages/oci/errors.ts
var oci_errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/image/entry.ts
var entry = __webpack_require__(7536);
;// CONCATENATED MODULE: ./packages/image/fed.ts
/** Does the work with what a source gives. */
async function fedFrom(source, work) {
    let step = work.next();
    while (step.done !== true) {
        const next = await source.next();
        step = work.next(next.done === true ? undefined : next.value);
    }
    return step.value;
}

// EXTERNAL MODULE: ./packages/image/reader.ts
var reader = __webpack_require__(4081);
// EXTERNAL MODULE: ./packages/image/walker.ts + 2 modules
var image_walker = __webpack_require__(715);
;// CONCATENATED MODULE: ./packages/image/entries.ts




/**
 * The entries of a plain tar archive in their order: ustar, pax, GNU and old ones, as Go's archive/tar reads them,
 * since engines unpack with that. Ends at two zero blocks and then reads its source to the end.
 * @throws Corrupt for an archive that is cut off, malformed, or over a limit
 */
async function* entries(tar, limits = {}) {
    const walker = new image_walker/* Walker */.J(new reader/* ByteReader */.k(), { ...entry/* tarLimits */.G, ...limits });
    const source = tar[Symbol.asyncIterator]();
    try {
        for (;;) {
            const member = await fedFrom(source, walker.next());
            if (member === undefined)
                return;
            const { body, ...entry } = member;
            yield body === undefined ? entry : { ...entry, body: () => bytesOf(source, body) };
        }
    }
    finally {
        // Gives the source up.
        await source.return?.();
    }
}
async function* bytesOf(source, body) {
    for (;;) {
        const bytes = await fedFrom(source, body.next());
        if (bytes === undefined)
            return;
        yield bytes;
    }
}

// EXTERNAL MODULE: ./packages/image/path.ts
var image_path = __webpack_require__(3129);
;// CONCATENATED MODULE: ./packages/image/layer.ts




const whiteout = '.wh.';
const opaque = '.wh..wh..opq';
/** Bookkeeping of aufs, which engines ignore. */
const bookkeeping = '.wh..wh.';
/**
 * Reads the headers of a layer once, and keeps the bodies that `keep` asks for: whoever wants them needs no second walk. https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md
 * @throws Corrupt for a malformed archive, a path that leaves the root, a whiteout of nothing
 */
async function readLayer(source, limits = {}, keep = () => false) {
    const kept = [];
    const whiteouts = [];
    const opaques = [];
    let ordinal = -1;
    for await (const entry of entries(source.open(), { ...limits, what: source.what })) {
        ordinal++;
        const path = inside(entry.path, source.what);
        const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
        if (name === opaque)
            opaques.push(parent);
        else if (name.startsWith(bookkeeping))
            continue;
        else if (!name.startsWith(whiteout)) {
            const plain = layerEntry(entry, path, ordinal, source.what);
            const bytes = keep(path, entry.sizeBytes) ? await layer_bytesOf(entry) : undefined;
            kept.push(bytes === undefined ? plain : { ...plain, bytes });
        }
        else
            whiteouts.push((0,image_path/* joinPath */.uJ)(parent, layer_hidden(name, path, source.what)));
    }
    return { source, entries: kept, whiteouts, opaque: opaques };
}
async function layer_bytesOf({ body }) {
    if (body === undefined)
        return undefined;
    const parts = [];
    // Copied: a chunk belongs to the walk that gave it.
    for await (const part of body())
        parts.push(Uint8Array.from(part));
    return Buffer.concat(parts);
}
function layer_hidden(name, path, what) {
    const target = name.slice(whiteout.length);
    if (target !== '' && target !== '.' && target !== '..')
        return target;
    throw new oci_errors/* Corrupt */.Q6(what, `${(0,image_path/* quoted */.TL)(path)} is a whiteout of nothing`);
}
function inside(path, what) {
    const clean = (0,image_path/* cleanPath */.ts)(path);
    if (clean !== undefined)
        return clean;
    throw new oci_errors/* Corrupt */.Q6(what, `its entry ${(0,image_path/* quoted */.TL)(path)} leads out of the root`);
}
function layerEntry(entry, path, ordinal, what) {
    const { kind, mode, uid, gid, sizeBytes, modified, link, device, xattrs, body } = entry;
    const target = link === undefined ? undefined : kind === 'hardlink' ? inside(link, what) : link;
    return {
        path,
        kind,
        mode,
        uid,
        gid,
        sizeBytes,
        modified,
        ...(device === undefined ? {} : { device }),
        ...(xattrs === undefined ? {} : { xattrs }),
        ordinal,
        hasBody: body !== undefined,
        ...(target === undefined ? {} : { link: target }),
    };
}
/** The bodies of the entries with these ordinals, in the order of the layer; stops after the last one. */
async function* bodies(source, ordinals) {
    let at = -1;
    let missing = ordinals.size;
    if (missing === 0)
        return;
    for await (const { body } of entries(source.open(), { ...entry/* tarLimits */.G, what: source.what })) {
        if (!ordinals.has(++at) || body === undefined)
            continue;
        yield { ordinal: at, body };
        if (--missing === 0)
            return;
    }
    throw new oci_errors/* Corrupt */.Q6(source.what, 'it is not the same when it is read again');
}
const isPlain = (kind) => kind !== 'hardlink';

;// CONCATENATED MODULE: ./packages/image/node.ts

/** The bytes of one body. */
async function* bytesOfBody(body) {
    if ('open' in body)
        yield* body.open();
    else {
        for await (const found of bodies(body.layer, new Set([body.ordinal])))
            yield* found.body();
    }
}

;// CONCATENATED MODULE: ./packages/image/tree.ts





const implied = () => ({
    kind: 'directory',
    mode: 0o755,
    uid: 0,
    gid: 0,
    modified: 0,
    children: new Map(),
});
/** As many as Linux follows are 40; engines that resolve paths themselves stop at 255. */
const maxLinks = 255;
const maxNodes = 8_000_000;
/** The file system of an image, without the bytes of its files. */
class FileTree {
    #root;
    #nodes = 0;
    constructor(root = implied()) {
        this.#root = root;
    }
    get root() {
        return this.#root;
    }
    /** One that changes on its own. */
    clone() {
        const copy = (directory) => ({
            ...directory,
            children: new Map([...directory.children].map(([name, node]) => [
                name,
                node.kind === 'directory' ? copy(node) : node,
            ])),
        });
        return new FileTree(copy(this.#root));
    }
    /**
     * Puts a layer on top: what it hides of the layers below goes first, whatever the order of its entries. Links are
     * not followed: a layer's `bin/x` over a link `bin` makes `bin` a directory.
     * @throws Corrupt for a hard link to nothing or to a directory, or a tree over the limit
     */
    apply(layer) {
        for (const path of layer.opaque) {
            const node = this.get(path);
            if (node?.kind === 'directory')
                this.#inner(path).children.clear();
        }
        for (const path of layer.whiteouts)
            this.remove(path);
        for (const entry of layer.entries)
            this.#add(entry, layer.source);
    }
    /** The node at a clean path, links not followed. */
    get(path) {
        let node = this.#root;
        for (const name of path === '' ? [] : path.split('/')) {
            const next = node.kind === 'directory' ? node.children.get(name) : undefined;
            if (next === undefined)
                return undefined;
            node = next;
        }
        return node;
    }
    /** Puts a leaf at a clean path; what stood there goes, and what its parents lack is made. */
    put(path, leaf) {
        const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
        this.#count();
        this.#inner(parent).children.set(name, leaf);
    }
    /** Makes a directory, or gives one that is there these attributes. */
    putDirectory(path, attributes) {
        const { children } = this.#inner(path);
        const { mode, uid, gid, modified, xattrs } = attributes;
        const node = {
            kind: 'directory',
            mode,
            uid,
            gid,
            modified,
            ...(xattrs === undefined ? {} : { xattrs }),
            children,
        };
        const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
        if (path === '')
            this.#root = node;
        else
            this.#inner(parent).children.set(name, node);
    }
    remove(path) {
        const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
        if (this.get(parent)?.kind === 'directory')
            this.#inner(parent).children.delete(name);
    }
    /**
     * Where a path leads when links are followed, never out of the root; the last link only with `followLast`. What
     * does not exist is taken as written.
     * @throws Failed (3, `link-loop`)
     */
    resolve(path, { followLast }) {
        const todo = path.split('/').reverse();
        let at = '';
        let links = 0;
        for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
            if (name === '' || name === '.')
                continue;
            if (name === '..') {
                at = (0,image_path/* splitPath */.Uf)(at).parent;
                continue;
            }
            const next = (0,image_path/* joinPath */.uJ)(at, name);
            const node = this.get(next);
            const isLast = todo.every((part) => part === '' || part === '.');
            if (node?.kind === 'symlink' && (followLast || !isLast || todo.length > 0)) {
                if (++links > maxLinks) {
                    throw new errors/* Failed */.cV(3, 'link-loop', `${(0,image_path/* quoted */.TL)(path)} leads through too many links`);
                }
                const target = node.link ?? '';
                if (target.startsWith('/'))
                    at = '';
                todo.push(...target.split('/').reverse());
                continue;
            }
            if (node !== undefined && node.kind !== 'directory' && !isLast) {
                return { path: next, blocked: next };
            }
            at = next;
        }
        const node = this.get(at);
        return { path: at, ...(node === undefined ? {} : { node }) };
    }
    /**
     * The bytes of a file, links followed; undefined when there is none.
     * @throws Corrupt when it is longer than `maxBytes` or cannot be read
     */
    async readFile(path, maxBytes) {
        const { node } = this.resolve(path, { followLast: true });
        if (node?.kind !== 'file')
            return undefined;
        if (node.sizeBytes > maxBytes) {
            throw new oci_errors/* Corrupt */.Q6((0,image_path/* quoted */.TL)(path), `it is longer than ${maxBytes} bytes`);
        }
        if (node.body === undefined)
            throw new oci_errors/* Corrupt */.Q6((0,image_path/* quoted */.TL)(path), 'it is stored sparse');
        const parts = [];
        // Copied: a chunk belongs to the walk that gave it.
        for await (const part of bytesOfBody(node.body))
            parts.push(Uint8Array.from(part));
        return Buffer.concat(parts);
    }
    #add(entry, layer) {
        const { path, kind, mode, uid, gid, modified, sizeBytes, link, device, xattrs } = entry;
        const attributes = { mode, uid, gid, modified, ...(xattrs === undefined ? {} : { xattrs }) };
        if (kind === 'directory') {
            this.putDirectory(path, attributes);
            return;
        }
        if (path === '')
            throw new oci_errors/* Corrupt */.Q6(layer.what, `its root is a ${kind}`);
        if (!isPlain(kind)) {
            this.put(path, this.#linked(entry, layer));
            return;
        }
        this.put(path, {
            kind,
            ...attributes,
            sizeBytes,
            ...(link === undefined ? {} : { link }),
            ...(device === undefined ? {} : { device }),
            ...(entry.hasBody ? { body: bodyOf(entry, layer) } : {}),
        });
    }
    #linked({ path, link }, layer) {
        const target = this.get(link ?? '');
        if (target !== undefined && target.kind !== 'directory')
            return target;
        throw new oci_errors/* Corrupt */.Q6(layer.what, `${(0,image_path/* quoted */.TL)(path)} is a hard link to ${(0,image_path/* quoted */.TL)(link ?? '')}, which is ${target === undefined ? 'not there' : 'a directory'}`);
    }
    /** The directory at a path, made with its parents where something else or nothing stands. */
    #inner(path) {
        let node = this.#root;
        for (const name of path === '' ? [] : path.split('/')) {
            let next = node.children.get(name);
            if (next?.kind !== 'directory') {
                this.#count();
                next = implied();
                node.children.set(name, next);
            }
            node = next;
        }
        return node;
    }
    #count() {
        if (++this.#nodes > maxNodes) {
            throw new oci_errors/* Corrupt */.Q6('the image', `it has more than ${maxNodes} files and directories`);
        }
    }
}
function bodyOf({ ordinal, bytes }, layer) {
    if (bytes === undefined)
        return { layer, ordinal };
    return {
        open: async function* () {
            yield bytes;
        },
    };
}

// EXTERNAL MODULE: ./packages/oci/descriptor.ts
var oci_descriptor = __webpack_require__(3239);
// EXTERNAL MODULE: ./packages/labels/marks.ts
var labels_marks = __webpack_require__(2114);
;// CONCATENATED MODULE: ./packages/builder/destination.ts

/** An absolute path as WORKDIR and destinations are joined: `..` does not leave the root. */
function absolute(workdir, path) {
    const parts = [];
    for (const part of `${path.startsWith('/') ? '' : workdir}/${path}`.split('/')) {
        if (part === '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    return `/${parts.join('/')}`;
}
/** Reads the destination of a COPY or ADD. */
const destinationOf = (destination, workdir) => ({
    path: (0,image_path/* rawOf */.UD)(absolute(workdir, destination).slice(1)),
    isFolder: /(?:^|\/)\.{0,2}$/.test(destination),
});

;// CONCATENATED MODULE: ./packages/builder/configure.ts

/** The config after an instruction; `hasCommand`: a CMD stands before it in its stage. */
function configure(config, step, hasCommand) {
    switch (step.keyword) {
        case 'ENV':
            return { ...config, Env: withEnv(config.Env ?? [], step.pairs) };
        case 'LABEL':
            return { ...config, Labels: sorted({ ...config.Labels, ...Object.fromEntries(step.pairs) }) };
        case 'EXPOSE':
            return { ...config, ExposedPorts: withKeys(config.ExposedPorts, step.ports) };
        case 'VOLUME':
            return { ...config, Volumes: withKeys(config.Volumes, step.paths) };
        case 'CMD':
            return { ...config, Cmd: [...step.command] };
        case 'ENTRYPOINT':
            // A command that was meant for another entrypoint does not go with this one.
            return { ...config, Entrypoint: [...step.command], Cmd: hasCommand ? config.Cmd : undefined };
        case 'SHELL':
            return { ...config, Shell: [...step.command] };
        case 'HEALTHCHECK':
            return { ...config, Healthcheck: healthcheck(step.healthcheck) };
        case 'USER':
            return { ...config, User: step.value };
        case 'WORKDIR':
            return { ...config, WorkingDir: absolute(config.WorkingDir ?? '/', step.value) };
        case 'STOPSIGNAL':
            return { ...config, StopSignal: step.value };
        case 'ONBUILD':
            return { ...config, OnBuild: [...(config.OnBuild ?? []), step.trigger] };
        case 'ARG':
        case 'MAINTAINER':
            return config;
    }
}
/** Values are replaced where they stand, new ones come last. */
function withEnv(env, pairs) {
    const all = new Map(env.map((entry) => [entry.split('=', 1)[0] ?? '', entry]));
    for (const [name, value] of pairs)
        all.set(name, `${name}=${value}`);
    return [...all.values()];
}
const envOf = (env) => new Map(env.map((entry) => {
    const [name = '', ...value] = entry.split('=');
    return [name, value.join('=')];
}));
const withKeys = (before, keys) => sorted({ ...before, ...Object.fromEntries(keys.map((key) => [key, {}])) });
const sorted = (record) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
function healthcheck(check) {
    const { interval, timeout, startPeriod, startInterval, retries } = check;
    const values = {
        Interval: interval,
        Timeout: timeout,
        StartPeriod: startPeriod,
        StartInterval: startInterval,
        Retries: retries,
    };
    const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== 0);
    return { Test: [...check.test], ...Object.fromEntries(given) };
}

;// CONCATENATED MODULE: ./packages/builder/owner.ts

const rootOwner = { uid: 0, gid: 0 };
const maxBytes = 8 << 20;
/** The largest id of Linux; -1 stands for no change. */
const maxId = 2 ** 32 - 2;
/**
 * Reads `--chown=user[:group]` with the names of the image it is for. A user's name alone brings its own group, a
 * number alone is the group too. `complain` is called with a reason.
 */
async function parseOwner(text, tree, complain) {
    const [user = '', group, ...more] = text.split(':');
    if (more.length > 0 || (user === '' && (group ?? '') === '')) {
        return complain(`--chown=${(0,quote/* quote */.h)(text)} is not user, user:group or :group`);
    }
    const { uid, gid } = user === '' ? rootOwner : await userOf(user, tree, complain);
    return {
        uid,
        gid: group === undefined || group === '' ? gid : await groupOf(group, tree, complain),
    };
}
async function userOf(user, tree, complain) {
    const number = idOf(user);
    if (number !== undefined)
        return { uid: number, gid: number };
    for (const [name, , uid = '', gid = ''] of await table(tree, 'etc/passwd')) {
        const ids = { uid: idOf(uid), gid: idOf(gid) };
        if (name === user && ids.uid !== undefined && ids.gid !== undefined) {
            return { uid: ids.uid, gid: ids.gid };
        }
    }
    return complain(`--chown: the image has no user ${(0,quote/* quote */.h)(user)} in /etc/passwd`);
}
async function groupOf(group, tree, complain) {
    const number = idOf(group);
    if (number !== undefined)
        return number;
    for (const [name, , gid = ''] of await table(tree, 'etc/group')) {
        const id = idOf(gid);
        if (name === group && id !== undefined)
            return id;
    }
    return complain(`--chown: the image has no group ${(0,quote/* quote */.h)(group)} in /etc/group`);
}
function idOf(text) {
    const number = /^[0-9]{1,10}$/.test(text) ? Number(text) : Infinity;
    return number <= maxId ? number : undefined;
}
/** The fields of each line; nothing when the image has no such file. */
async function table(tree, path) {
    const bytes = await tree.readFile(path, maxBytes);
    if (bytes === undefined)
        return [];
    return new TextDecoder()
        .decode(bytes)
        .split('\n')
        .map((line) => line.split(':'));
}

;// CONCATENATED MODULE: ./packages/builder/draft.ts


/** Changes a tree and remembers what a layer must hold to do the same. */
class LayerDraft {
    tree;
    #touched = new Set();
    constructor(tree) {
        this.tree = tree;
    }
    put(path, leaf) {
        this.tree.put(path, leaf);
        this.#touch(path);
    }
    directory(path, attributes) {
        this.tree.putDirectory(path, attributes);
        if (path !== '')
            this.#touch(path);
    }
    /** Makes the directories that are missing on a resolved path; those that are there stay as they are. */
    ensure(path, owner = rootOwner) {
        if (this.tree.get(path) !== undefined)
            return;
        this.ensure((0,image_path/* splitPath */.Uf)(path).parent, owner);
        this.directory(path, { mode: 0o755, ...owner, modified: 0 });
    }
    /**
     * Sorted by bytes, parents first. Directories on the way are in it with what the image has for them: engines
     * differ in what they make of one that is missing from a layer.
     */
    changes() {
        return [...this.#touched].sort(image_path/* byBytes */.bg).flatMap((path) => {
            const node = this.tree.get(path);
            return node === undefined ? [] : [{ path, node }];
        });
    }
    #touch(path) {
        for (let at = path; at !== '' && !this.#touched.has(at); at = (0,image_path/* splitPath */.Uf)(at).parent) {
            this.#touched.add(at);
        }
    }
}

// EXTERNAL MODULE: ./packages/image/uncompressed.ts + 2 modules
var uncompressed = __webpack_require__(199);
;// CONCATENATED MODULE: ./packages/builder/archive.ts



/**
 * The archive that a file is, plain or compressed; undefined for any other file.
 * @throws UsageError for a compression that an engine would undo and we cannot
 */
async function archiveOf(leaf, path, at) {
    const { body } = leaf;
    if (leaf.kind !== 'file' || body === undefined)
        return undefined;
    for await (const start of bytesOfBody(body)) {
        const compression = (0,uncompressed/* compressionOf */.MB)(start);
        if (compression === 'none' || compression === 'gzip' || compression === 'zstd')
            break;
        throw (0,fault/* fault */.D)(at, `${(0,image_path/* quoted */.TL)(path)} is compressed with ${compression}, which this builder cannot unpack: use gzip or zstd, or an engine`);
    }
    const what = `the archive ${(0,image_path/* quoted */.TL)(path)}`;
    const source = { what, open: () => (0,uncompressed/* uncompressed */.dD)(bytesOfBody(body), { what }) };
    return (await startsAsTar(source)) ? source : undefined;
}
async function startsAsTar(source) {
    try {
        for await (const entry of entries(source.open()))
            return entry.path.length > 0;
        return false;
    }
    catch (error) {
        if (error instanceof oci_errors/* Corrupt */.Q6)
            return false;
        throw error;
    }
}
/**
 * Puts what an archive holds into a folder, owners and modes as they are in it.
 * @throws UsageError for one that is malformed or reaches out of the folder
 */
async function unpack(source, draft, into) {
    const unpacker = new Unpacker(source, draft, into);
    try {
        for await (const entry of entries(source.open(), { what: source.what }))
            unpacker.add(entry);
    }
    catch (error) {
        throw error instanceof oci_errors/* Corrupt */.Q6 ? (0,fault/* fault */.D)(into.at, error.message) : error;
    }
}
class Unpacker {
    #source;
    #draft;
    #into;
    /** Symlinks of the archive itself: nothing is written through them. */
    #links = new Set();
    #ordinal = -1;
    constructor(source, draft, into) {
        this.#source = source;
        this.#draft = draft;
        this.#into = into;
    }
    add(entry) {
        this.#ordinal++;
        const inside = this.#inside(entry.path, 'has an entry');
        if (inside === '')
            return;
        const path = this.#place(inside);
        const { kind, mode, uid, gid, modified, xattrs } = entry;
        const attributes = { mode, uid, gid, modified, ...(xattrs ? { xattrs } : {}) };
        this.#links.delete(inside);
        if (kind === 'directory')
            this.#draft.directory(path, attributes);
        else if (kind === 'hardlink')
            this.#draft.put(path, this.#linked(entry, inside));
        else
            this.#draft.put(path, this.#leaf({ ...entry, kind }, attributes));
        if (kind === 'symlink')
            this.#links.add(inside);
    }
    #leaf(entry, attributes) {
        const { kind, sizeBytes, link, device, body } = entry;
        if (kind === 'file' && body === undefined) {
            this.#refuse(`stores ${(0,image_path/* quoted */.TL)(entry.path)} sparse, which is not supported`);
        }
        return {
            kind,
            ...attributes,
            sizeBytes,
            ...(link === undefined ? {} : { link: link }),
            ...(device === undefined ? {} : { device }),
            ...(body === undefined ? {} : { body: { layer: this.#source, ordinal: this.#ordinal } }),
        };
    }
    #linked(entry, path) {
        const target = this.#inside(entry.link ?? '', 'has a hard link to');
        const node = this.#draft.tree.get(this.#place(target));
        if (node !== undefined && node.kind !== 'directory')
            return node;
        return this.#refuse(`has a hard link ${(0,image_path/* quoted */.TL)(path)} to ${(0,image_path/* quoted */.TL)(target)}, which is no file in it`);
    }
    /** Where an entry goes: links of the image on the way to it are followed, as an engine follows them. */
    #place(inside) {
        for (let at = (0,image_path/* splitPath */.Uf)(inside).parent; at !== ''; at = (0,image_path/* splitPath */.Uf)(at).parent) {
            if (!this.#links.has(at))
                continue;
            this.#refuse(`has an entry ${(0,image_path/* quoted */.TL)(inside)} that goes through its own link ${(0,image_path/* quoted */.TL)(at)}`);
        }
        const { parent, name } = (0,image_path/* splitPath */.Uf)(inside);
        const { tree } = this.#draft;
        const { path, blocked } = tree.resolve((0,image_path/* joinPath */.uJ)(this.#into.folder, parent), {
            followLast: true,
        });
        return (0,image_path/* joinPath */.uJ)(blocked === undefined ? path : (0,image_path/* joinPath */.uJ)(this.#into.folder, parent), name);
    }
    #inside(raw, what) {
        if (raw.startsWith('/'))
            this.#refuse(`${what} ${(0,image_path/* quoted */.TL)(raw)}, which is absolute`);
        return (0,image_path/* cleanPath */.ts)(raw) ?? this.#refuse(`${what} ${(0,image_path/* quoted */.TL)(raw)}, which leads out of it`);
    }
    #refuse(why) {
        throw (0,fault/* fault */.D)(this.#into.at, `${this.#source.what} ${why}`);
    }
}

;// CONCATENATED MODULE: ./packages/builder/mode.ts
const clause = /^([ugoa]*)((?:[-+=][rwxXst]*)+)$/;
/**
 * Reads `--chmod`: octal as 0 to 7777, or symbolic as chmod(1) has it. Undefined when it is neither.
 * https://docs.docker.com/reference/dockerfile/#copy---chown---chmod
 */
function parseMode(text) {
    if (/^0*[0-7]{1,4}$/.test(text)) {
        const fixed = Number.parseInt(text, 8);
        return () => fixed;
    }
    const clauses = text.split(',').map(parseClause);
    if (clauses.includes(undefined))
        return undefined;
    const changes = clauses.flatMap((changes) => changes ?? []);
    return (mode, isDirectory) => changes.reduce((before, change) => change(before, isDirectory), mode);
}
function parseClause(text) {
    const [, who = '', actions] = clause.exec(text) ?? [];
    if (actions === undefined)
        return undefined;
    const parts = Array.from(actions.matchAll(/([-+=])([rwxXst]*)/g));
    return parts.map(([, operator, letters = '']) => (mode, isDirectory) => {
        const bits = bitsOf(letters, who, isDirectory || (mode & 0o111) !== 0);
        if (operator === '+')
            return mode | bits;
        if (operator === '-')
            return mode & ~bits;
        return (mode & ~classesOf(who)) | bits;
    });
}
const shifts = { u: 6, g: 3, o: 0 };
const special = { u: 0o4000, g: 0o2000, o: 0 };
const expanded = (who) => {
    const everyone = who === '' || who.includes('a');
    return ['u', 'g', 'o'].filter((one) => everyone || who.includes(one));
};
function bitsOf(letters, who, canRun) {
    const has = (letter) => letters.includes(letter);
    const three = (has('r') ? 4 : 0) | (has('w') ? 2 : 0) | (has('x') || (has('X') && canRun) ? 1 : 0);
    const all = expanded(who);
    const permissions = all.reduce((bits, one) => bits | (three << (shifts[one] ?? 0)), 0);
    const set = has('s') ? all.reduce((bits, one) => bits | (special[one] ?? 0), 0) : 0;
    return permissions | set | (has('t') ? 0o1000 : 0);
}
/** The bits that `=` clears. */
const classesOf = (who) => expanded(who).reduce((bits, one) => bits | (7 << (shifts[one] ?? 0)) | (special[one] ?? 0), 0);

// EXTERNAL MODULE: ./packages/dockerfile/glob.ts
var glob = __webpack_require__(2839);
;// CONCATENATED MODULE: ./packages/builder/sources.ts


/** The parts of a source, from the top of the context: `..` does not leave it. */
function partsOf(pattern) {
    const parts = [];
    for (const part of pattern.split('/')) {
        if (part === '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    return parts;
}
/** The folder or file below which everything that a source can match lies. */
function fixedPart(pattern) {
    const parts = partsOf(pattern);
    const first = parts.findIndex(glob/* hasWildcard */.rl);
    return (0,image_path/* rawOf */.UD)(parts
        .slice(0, first < 0 ? undefined : first)
        .map(glob/* literalSource */.R0)
        .join('/'));
}
/**
 * What a source matches, sorted; a source without wildcards matches itself or nothing.
 * @throws UsageError for a malformed pattern
 */
function matchesOf(tree, pattern, at) {
    let found = [''];
    for (const part of partsOf(pattern)) {
        found = (0,glob/* hasWildcard */.rl)(part)
            ? found.flatMap((folder) => childrenLike(tree, folder, (0,glob/* matchSource */.NF)(part, at)))
            : found.map((folder) => (0,image_path/* joinPath */.uJ)(folder, (0,image_path/* rawOf */.UD)((0,glob/* literalSource */.R0)(part))));
    }
    return found.flatMap((path) => {
        const { node } = tree.resolve(path, { followLast: true });
        return node === undefined ? [] : [{ path, node }];
    });
}
function childrenLike(tree, folder, matches) {
    const { node } = tree.resolve(folder, { followLast: true });
    if (node?.kind !== 'directory')
        return [];
    return [...node.children.keys()]
        .filter((name) => matches(Buffer.from(name, 'latin1').toString('utf8')))
        .sort()
        .map((name) => (0,image_path/* joinPath */.uJ)(folder, name));
}
/** The one match of a source. @throws UsageError when there is none */
function matchesOrFault(tree, pattern, { at, where }) {
    const matches = matchesOf(tree, pattern, at);
    if (matches.length > 0)
        return matches;
    throw (0,fault/* fault */.D)(at, `${JSON.stringify(pattern)} is not in ${where}`);
}
const nameOf = (path) => splitPath(path).name;

;// CONCATENATED MODULE: ./packages/builder/transfer.ts








/**
 * Carries out a COPY or ADD on the draft. https://docs.docker.com/reference/dockerfile/#copy
 * @throws UsageError with the line: a source that is not there, a user that is unknown, a file in the way
 */
async function transfer(step, draft, from) {
    const { at, workdir } = from;
    const written = step.sources.length + step.documents.length;
    const destination = destinationOf(step.destination, workdir);
    if (destination.path.includes('\0'))
        throw (0,fault/* fault */.D)(at, 'the destination has a NUL in it');
    if (written > 1 && !destination.isFolder) {
        throw (0,fault/* fault */.D)(at, `${step.keyword} of several sources needs a destination that ends with "/"`);
    }
    const copier = new Copier(draft, from, await overrides(step, draft.tree, at));
    const matches = step.sources.flatMap((source) => matchesOrFault(from.files, source, from));
    const target = { ...destination, isFolder: destination.isFolder || matches.length > 1 };
    for (const { path, node } of matches) {
        if (node.kind === 'directory')
            copier.directory(node, target);
        else if (!(await unpacked(step, node, { draft, copier, target, at, path }))) {
            copier.leaf(node, (0,image_path/* splitPath */.Uf)(path).name, target);
        }
    }
    for (const { name, body } of step.documents)
        copier.leaf(transfer_document(body), (0,image_path/* rawOf */.UD)(name), target);
}
function transfer_document(text) {
    const bytes = Buffer.from(text);
    const open = async function* () {
        yield bytes;
    };
    return {
        kind: 'file',
        mode: 0o644,
        uid: 0,
        gid: 0,
        modified: 0,
        sizeBytes: bytes.length,
        body: { open },
    };
}
/** Whether a source was an archive that ADD takes apart, and is that now. */
async function unpacked(step, leaf, how) {
    if (step.keyword !== 'ADD' || step.unpack === false)
        return false;
    const archive = await archiveOf(leaf, how.path, how.at);
    if (archive === undefined && step.unpack === true) {
        throw (0,fault/* fault */.D)(how.at, `${(0,image_path/* quoted */.TL)(how.path)} is to be unpacked and is no tar archive`);
    }
    if (archive === undefined)
        return false;
    await unpack(archive, how.draft, { folder: how.copier.folder(how.target), at: how.at });
    return true;
}
async function overrides(step, tree, at) {
    const { chown, chmod } = step;
    const complain = (why) => {
        throw (0,fault/* fault */.D)(at, why);
    };
    const mode = chmod === undefined ? undefined : parseMode(chmod);
    if (chmod !== undefined && mode === undefined) {
        complain(`--chmod=${(0,quote/* quote */.h)(chmod)} is neither octal (0 to 7777) nor symbolic (u=rwX,go=rX)`);
    }
    return { owner: chown === undefined ? undefined : await parseOwner(chown, tree, complain), mode };
}
class Copier {
    #draft;
    #from;
    #overrides;
    /** Hard links stay hard links. */
    #copies = new Map();
    constructor(draft, from, overrides) {
        this.#draft = draft;
        this.#from = from;
        this.#overrides = overrides;
    }
    /** The content of a folder goes into the destination, which is made when it is missing and else stays as it is. */
    directory(node, target) {
        this.#children(node, this.folder(target));
    }
    leaf(node, name, target) {
        const { tree } = this.#draft;
        const stands = tree.resolve(target.path, { followLast: true });
        if (target.isFolder || stands.node?.kind === 'directory') {
            this.#put((0,image_path/* joinPath */.uJ)(this.folder(target), name), node);
            return;
        }
        const { path, blocked } = tree.resolve(target.path, { followLast: false });
        if (blocked !== undefined)
            this.#inTheWay(blocked);
        this.#draft.ensure((0,image_path/* splitPath */.Uf)(path).parent, this.#overrides.owner);
        this.#put(path, node);
    }
    /** The destination as a folder, links followed. */
    folder(target) {
        const { path, node, blocked } = this.#draft.tree.resolve(target.path, { followLast: true });
        if (blocked !== undefined)
            return this.#inTheWay(blocked);
        if (node !== undefined && node.kind !== 'directory')
            return this.#inTheWay(path);
        this.#draft.ensure(path, this.#overrides.owner);
        return path;
    }
    #children(directory, folder) {
        for (const [name, node] of directory.children) {
            const path = (0,image_path/* joinPath */.uJ)(folder, name);
            if (node.kind !== 'directory') {
                this.#put(path, node);
                continue;
            }
            const standing = this.#draft.tree.get(path);
            if (standing !== undefined && standing.kind !== 'directory')
                this.#inTheWay(path);
            this.#draft.directory(path, this.#attributes(node, true));
            this.#children(node, path);
        }
    }
    #put(path, node) {
        const { at, isContext } = this.#from;
        if (this.#draft.tree.get(path)?.kind === 'directory') {
            throw (0,fault/* fault */.D)(at, `a folder stands at ${(0,image_path/* quoted */.TL)(path)}, where a file is to be copied`);
        }
        if (isContext && node.kind === 'fifo') {
            throw (0,fault/* fault */.D)(at, `what is to be copied to ${(0,image_path/* quoted */.TL)(path)} is no file, folder or link`);
        }
        if (node.kind === 'file' && node.body === undefined) {
            throw (0,fault/* fault */.D)(at, `what is to be copied to ${(0,image_path/* quoted */.TL)(path)} is stored sparse, which is not supported`);
        }
        const copy = this.#copies.get(node) ?? { ...node, ...this.#attributes(node, false) };
        this.#copies.set(node, copy);
        this.#draft.put(path, copy);
    }
    #attributes(node, isDirectory) {
        const { mode, owner } = this.#overrides;
        const { uid, gid, modified, xattrs } = node;
        const isLink = node.kind === 'symlink';
        return {
            mode: isLink || mode === undefined ? node.mode : mode(node.mode, isDirectory),
            ...(owner ?? { uid, gid }),
            modified,
            ...(xattrs === undefined ? {} : { xattrs }),
        };
    }
    #inTheWay(path) {
        throw (0,fault/* fault */.D)(this.#from.at, `${(0,image_path/* quoted */.TL)(path)} in the image is no folder, and one is needed there`);
    }
}

;// CONCATENATED MODULE: ./packages/builder/assemble.ts







/** Carries out the steps of a stage on what it stands on. @throws UsageError with the line */
async function assemble(start, { steps, ground }, surroundings) {
    const assembly = new Assembly(start, surroundings);
    for (const step of steps) {
        const started = performance.now();
        await assembly.step(step);
        const { line, text } = step.instruction;
        const ms = Math.round(performance.now() - started);
        surroundings.done({ line, text, ms, cached: false });
    }
    return assembly.finish(ground);
}
class Assembly {
    #start;
    #surroundings;
    #layers;
    #diffIds;
    #history;
    #config;
    #author;
    #hasCommand = false;
    #tree;
    constructor(start, surroundings) {
        this.#start = start;
        this.#surroundings = surroundings;
        this.#layers = [...start.layers];
        this.#diffIds = [...start.config.rootfs.diff_ids];
        this.#history = historyOf(start.config);
        // Triggers are for the one image that is built on this one.
        this.#config = { ...start.config.config, OnBuild: undefined };
        this.#author = start.config.author;
    }
    async step(step) {
        this.#surroundings.signal.throwIfAborted();
        switch (step.keyword) {
            case 'RUN':
                throw (0,fault/* fault */.D)(this.#at(step), 'RUN needs an engine');
            case 'COPY':
            case 'ADD':
                return this.#transfer(step);
            case 'WORKDIR':
                this.#config = configure(this.#config, step, this.#hasCommand);
                return this.#workdir(step);
            case 'MAINTAINER':
                this.#author = step.value;
                break;
            case 'CMD':
                this.#hasCommand = true;
                break;
        }
        this.#config = configure(this.#config, step, this.#hasCommand);
        this.#record(step, true);
    }
    finish(ground) {
        const { epoch } = this.#surroundings;
        const config = {
            ...this.#start.config,
            created: (0,labels_marks/* timeOf */.nR)(epoch),
            author: this.#author,
            config: this.#config,
            rootfs: { type: 'layers', diff_ids: this.#diffIds },
            history: this.#history,
        };
        return { config, layers: this.#layers, ground, tree: () => this.#files() };
    }
    #at({ instruction }) {
        return { file: this.#surroundings.file, line: instruction.line };
    }
    /** The files so far; the first to ask has what is below copied, so that it stays as it is. */
    #files() {
        return (this.#tree ??= this.#start.tree().then((tree) => tree.clone()));
    }
    async #transfer(step) {
        const draft = new LayerDraft(await this.#files());
        const from = await this.#surroundings.from(step);
        const workdir = this.#config.WorkingDir ?? '/';
        await transfer(step, draft, { ...from, workdir, at: this.#at(step) });
        await this.#layer(step, draft.changes());
    }
    async #workdir(step) {
        const draft = new LayerDraft(await this.#files());
        const wanted = (0,image_path/* rawOf */.UD)(this.#config.WorkingDir ?? '/');
        if (wanted.includes('\0'))
            throw (0,fault/* fault */.D)(this.#at(step), 'the folder has a NUL in its name');
        const { path, node, blocked } = draft.tree.resolve(wanted, { followLast: true });
        if (blocked !== undefined || (node !== undefined && node.kind !== 'directory')) {
            throw (0,fault/* fault */.D)(this.#at(step), `${(0,image_path/* quoted */.TL)(path)} in the image is no folder`);
        }
        draft.ensure(path);
        await this.#layer(step, draft.changes());
    }
    async #layer(step, changes) {
        const { layout, epoch, signal } = this.#surroundings;
        this.#record(step, changes.length === 0);
        if (changes.length === 0 || layout === undefined)
            return;
        const { digest, sizeBytes, diffId } = await layout.layer(changes, { modified: epoch, signal });
        this.#layers.push({ mediaType: oci_descriptor/* mediaType */.JL.layerGzip, digest, size: sizeBytes });
        this.#diffIds.push(diffId);
    }
    #record({ instruction }, isEmpty) {
        this.#history.push({
            created: (0,labels_marks/* timeOf */.nR)(this.#surroundings.epoch),
            created_by: instruction.text,
            comment: 'ecluse builtin',
            ...(isEmpty ? { empty_layer: true } : {}),
        });
    }
}
/** With an entry for every layer, also where a base keeps no history: readers match them by position. */
function historyOf({ history = [], rootfs }) {
    const full = history.filter(({ empty_layer }) => empty_layer !== true).length;
    const missing = Math.max(0, rootfs.diff_ids.length - full);
    return [...history, ...Array.from({ length: missing }, () => ({ comment: 'not recorded' }))];
}

// EXTERNAL MODULE: ./packages/image/config.ts
var image_config = __webpack_require__(4580);
// EXTERNAL MODULE: ./packages/oci/manifest.ts + 1 modules
var oci_manifest = __webpack_require__(127);
;// CONCATENATED MODULE: ./packages/builder/base.ts



const maxConfigBytes = 8 << 20;
/** Layers whose headers are read at once. */
const atOnce = 4;
/**
 * Reads manifest and config of the image of a platform; layers only when its tree is asked for.
 * @throws UsageError when there is none for the platform; RepositoryError
 */
async function openBase(base, platform, signal) {
    const { name, from } = base;
    const manifest = await manifestFor(base, base.descriptor, platform);
    const what = `the config of ${name}`;
    const config = (0,image_config/* parseConfig */.o)(await base_bytesOf(from, manifest.config, { what, signal }), what);
    if (config.os !== platform.os || config.architecture !== platform.architecture) {
        throw new errors/* UsageError */.eb(`${name} is an image for ${config.os}/${config.architecture}, not for ${(0,oci_descriptor/* formatPlatform */.Bq)(platform)}`);
    }
    if (config.rootfs.diff_ids.length !== manifest.layers.length) {
        throw new oci_errors/* Corrupt */.Q6(what, 'it does not have as many diff ids as the manifest has layers');
    }
    let tree;
    return {
        name,
        digest: base.descriptor.digest,
        config,
        layers: manifest.layers,
        from,
        tree: () => (tree ??= treeOf(manifest.layers.map((layer) => source(from, layer, signal)))),
    };
}
async function manifestFor({ name, from }, descriptor, platform) {
    const found = await from.manifest(descriptor.digest);
    if (found === undefined)
        throw new oci_errors/* NotThere */.W2(descriptor.digest, from.name);
    const manifest = (0,oci_manifest/* parseManifest */.Ng)(found.bytes, found.descriptor.mediaType);
    if (!(0,oci_manifest/* isIndex */.nw)(manifest))
        return manifest;
    const { os, architecture, variant } = platform;
    const fitting = manifest.manifests.filter((one) => one.platform?.os === os && one.platform.architecture === architecture);
    const exact = fitting.find((one) => one.platform?.variant === variant);
    const chosen = exact ?? fitting[0];
    if (chosen === undefined) {
        const there = manifest.manifests.flatMap((one) => one.platform === undefined ? [] : [(0,oci_descriptor/* formatPlatform */.Bq)(one.platform)]);
        throw new errors/* UsageError */.eb(`${name} has no image for ${(0,oci_descriptor/* formatPlatform */.Bq)(platform)}; it has ${there.join(', ') || 'none'}`);
    }
    const image = await from.manifest(chosen.digest);
    if (image === undefined)
        throw new oci_errors/* NotThere */.W2(chosen.digest, from.name);
    const inner = (0,oci_manifest/* parseManifest */.Ng)(image.bytes, image.descriptor.mediaType);
    if ((0,oci_manifest/* isIndex */.nw)(inner))
        throw new oci_errors/* Corrupt */.Q6(name, 'an index stands in its index');
    return inner;
}
async function base_bytesOf(from, descriptor, { what, signal }) {
    if (descriptor.size > maxConfigBytes) {
        throw new oci_errors/* Corrupt */.Q6(what, `it is longer than ${maxConfigBytes} bytes`);
    }
    const parts = [];
    for await (const part of await from.blob(descriptor, { signal })) {
        parts.push(part);
    }
    return Buffer.concat(parts);
}
function source(from, layer, signal) {
    const what = `the layer ${layer.digest} of ${from.name}`;
    const open = async function* () {
        yield* (0,uncompressed/* uncompressed */.dD)(await from.blob(layer, { signal }), { what });
    };
    return { what, open };
}
/** What `--chown` and `USER` ask for: a layer is fetched once, and not again for each of these. */
const isWanted = (path, sizeBytes) => (path === 'etc/passwd' || path === 'etc/group') && sizeBytes <= 1 << 20;
async function treeOf(sources) {
    const tree = new FileTree();
    for (let at = 0; at < sources.length; at += atOnce) {
        const layers = await Promise.all(sources.slice(at, at + atOnce).map((one) => readLayer(one, {}, isWanted)));
        for (const layer of layers)
            tree.apply(layer);
    }
    return tree;
}

;// CONCATENATED MODULE: ./packages/builder/starts.ts






/** What engines give a stage that has no PATH. */
const path = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** The platform of a stage: its own `FROM --platform`, else that of the plan. */
function platformOf(plan, { platform }) {
    if (platform === undefined)
        return plan.platform;
    const [os = '', architecture = '', variant, ...more] = platform.split('/');
    if (os === '' || architecture === '' || more.length > 0) {
        throw new errors/* UsageError */.eb(`${plan.dockerfile.file}: --platform=${JSON.stringify(platform)} is not os/architecture[/variant]`);
    }
    return { os, architecture, ...(variant === undefined ? {} : { variant }) };
}
/** The images that a build needs, each opened once. */
class Bases {
    #plan;
    #signal;
    #open = new Map();
    constructor(plan, signal) {
        this.#plan = plan;
        this.#signal = signal;
    }
    image(name, platform) {
        const base = this.#plan.bases.get(name);
        if (base === undefined) {
            throw new errors/* UsageError */.eb(`the image ${JSON.stringify(name)} is not among the bases of the plan`);
        }
        const key = JSON.stringify([name, platform.os, platform.architecture, platform.variant]);
        const opened = this.#open.get(key) ?? openBase(base, platform, this.#signal);
        this.#open.set(key, opened);
        return opened;
    }
}
/** `FROM scratch`. */
function fromScratch({ os, architecture, variant }) {
    const config = {
        architecture,
        os,
        ...(variant === undefined ? {} : { variant }),
        config: { Env: [path] },
        rootfs: { type: 'layers', diff_ids: [] },
    };
    const tree = new FileTree();
    return { config, layers: [], ground: groundOf(config), tree: async () => tree };
}
/** `FROM` an image; its layers are named as OCI names them, the bytes are the same. */
function fromImage(image) {
    const { Env = [] } = image.config.config ?? {};
    const env = envOf(Env).has('PATH') ? Env : withEnv(Env, [['PATH', path.slice('PATH='.length)]]);
    const config = { ...image.config, config: { ...image.config.config, Env: env } };
    return {
        config,
        layers: image.layers.map(asOci),
        ground: groundOf(config),
        tree: () => image.tree(),
    };
}
function groundOf({ config }) {
    return {
        ...bareGround,
        env: envOf(config?.Env ?? []),
        shell: config?.Shell ?? [],
        triggers: config?.OnBuild ?? [],
    };
}
function asOci({ mediaType: type, digest, size }) {
    return { mediaType: type === oci_descriptor/* mediaType */.JL.dockerLayer ? oci_descriptor/* mediaType */.JL.layerGzip : type, digest, size };
}

;// CONCATENATED MODULE: ./packages/builder/builtin-can.ts

/** Why `builtin` cannot build a plan; undefined when it can. Reads the configs of bases for their ONBUILD triggers. */
async function cannot(plan, resolved) {
    if (plan.platform.os === 'windows')
        return 'layers for Windows need an engine';
    const { file } = plan.dockerfile;
    const at = (line) => `${file}:${line}`;
    const { needsRun, beyond, stages } = resolved;
    if (needsRun !== undefined)
        return `RUN at ${at(needsRun.line)} needs an engine`;
    const [first] = beyond;
    if (first !== undefined)
        return `${first.why} at ${at(first.line)}, which needs an engine`;
    for (const instruction of stages.flatMap(({ stage }) => stage.instructions)) {
        const why = unsupported(instruction);
        if (why !== undefined)
            return `${why} at ${at(instruction.line)} needs an engine`;
    }
    return triggered(plan, resolved);
}
function unsupported({ keyword, flags, words }) {
    if (keyword !== 'COPY' && keyword !== 'ADD')
        return undefined;
    const flag = flags.find(({ name }) => name === 'parents' || name === 'exclude');
    if (flag !== undefined)
        return `${keyword} --${flag.name}`;
    const packed = words.slice(0, -1).find((word) => /\.(?:bz2|tbz2?|xz|txz|lzma)$/i.test(word));
    return keyword === 'ADD' && packed !== undefined ? `ADD of ${JSON.stringify(packed)}` : undefined;
}
async function triggered(plan, { stages }) {
    const bases = new Bases(plan, new AbortController().signal);
    for (const stage of stages) {
        if (stage.base.kind !== 'image')
            continue;
        const { name, config } = await bases.image(stage.base.name, platformOf(plan, stage));
        const run = config.config?.OnBuild?.find((trigger) => /^\s*RUN\b/i.test(trigger));
        if (run !== undefined)
            return `${name} has the trigger ${JSON.stringify(run)}, which needs an engine`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/builder/chain.ts
/** The target, the stage it is built on, and so on: only their layers are in the image. */
function stagesBelow({ target, stages }) {
    const find = (index) => stages.find(({ stage }) => stage.index === index);
    const chain = [];
    for (let at = find(target.index); at !== undefined;) {
        chain.push(at);
        at = at.base.kind === 'stage' ? find(at.base.index) : undefined;
    }
    return chain;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./packages/builder/context-files.ts



const chunkBytes = 1 << 20;
/** The files of a context as they go into an image. */
class ContextFiles {
    #folder;
    constructor(folder) {
        this.#folder = folder;
    }
    /** What stands at a path, links not followed; undefined for nothing, and for a socket, which tar leaves out too. */
    look(path) {
        const real = this.#real(path);
        return reading(path, () => {
            const info = (0,external_node_fs_.lstatSync)(real);
            if (info.isDirectory())
                return 'directory';
            const { size: sizeBytes } = info;
            const common = { uid: 0, gid: 0, modified: 0, sizeBytes: 0 };
            if (info.isSymbolicLink()) {
                const link = (0,image_path/* rawOf */.UD)((0,external_node_fs_.readlinkSync)(real, { encoding: 'buffer' }));
                return { ...common, kind: 'symlink', mode: 0o777, link };
            }
            if (info.isFile()) {
                const mode = (info.mode & 0o100) === 0 ? 0o644 : 0o755;
                const open = () => readUnchanged(real, path, sizeBytes);
                return { ...common, kind: 'file', mode, sizeBytes, body: { open } };
            }
            return info.isSocket() ? undefined : { ...common, kind: 'fifo', mode: 0o644 };
        });
    }
    names(folder) {
        const names = reading(folder, () => (0,external_node_fs_.readdirSync)(this.#real(folder), { encoding: 'buffer' }));
        return (names ?? []).map((name) => (0,image_path/* rawOf */.UD)(name));
    }
    /** A buffer, as names may be no UTF-8. */
    #real(path) {
        return Buffer.concat([Buffer.from(`${this.#folder}/`), (0,image_path/* bytesOf */.$$)(path)]);
    }
}
/** No file has such a path, the last two as it is too long or holds a NUL. */
const absent = new Set([
    'ENOENT',
    'ENOTDIR',
    'ENAMETOOLONG',
    'ERR_INVALID_ARG_VALUE',
]);
/** Undefined when there is nothing at the path. */
function reading(path, read) {
    try {
        return read();
    }
    catch (error) {
        const code = (0,errors/* codeOf */.$N)(error);
        if (absent.has(code))
            return undefined;
        const why = code === undefined ? '' : ` (${code})`;
        throw new errors/* Failed */.cV(3, 'context-unreadable', `${(0,image_path/* quoted */.TL)(path)} in the context cannot be read${why}`, {
            cause: error,
        });
    }
}
/** The bytes of a file that must be as long as it was when the context was looked at. */
async function* readUnchanged(real, path, sizeBytes) {
    // Not through a link that has come to stand there since.
    const flags = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
    const file = reading(path, () => (0,external_node_fs_.openSync)(real, flags)) ?? changed(path);
    try {
        const info = (0,external_node_fs_.fstatSync)(file);
        if (!info.isFile() || info.size !== sizeBytes)
            changed(path);
        for (let left = sizeBytes; left > 0;) {
            const chunk = Buffer.allocUnsafe(Math.min(left, chunkBytes));
            const bytes = (0,external_node_fs_.readSync)(file, chunk);
            if (bytes === 0)
                changed(path);
            left -= bytes;
            yield chunk.subarray(0, bytes);
        }
        if ((0,external_node_fs_.fstatSync)(file).size !== sizeBytes)
            changed(path);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function changed(path) {
    throw new errors/* Failed */.cV(3, 'context-changed', `${(0,image_path/* quoted */.TL)(path)} in the context changed while it was read: build again when nothing writes there`);
}

;// CONCATENATED MODULE: ./packages/builder/context.ts




const context_maxLinks = 255;
/**
 * The part of a context that lies at or below `paths`, and what links on the way lead to, as a tree. Owners, modes and
 * times are normalised, so that the tree depends on the content alone: 0:0, and 0755 for what can be run.
 * @throws UsageError for a link on the way that leaves the context; Failed (3, `context-unreadable`)
 */
function readContext({ folder, ignore }, paths, signal) {
    const reader = new ContextReader(new ContextFiles(folder), ignoreRules(ignore ?? ''), signal);
    for (const path of paths)
        reader.read(path);
    return reader.tree;
}
class ContextReader {
    tree = new FileTree();
    #files;
    #rules;
    #signal;
    /** Folders that are in the tree with all that is below them. */
    #whole = new Set();
    constructor(files, rules, signal) {
        this.#files = files;
        this.#rules = rules;
        this.#signal = signal;
    }
    /** Takes a path into the tree, whole when it is a folder; a path that is not there is no error here. */
    read(path, links = 0) {
        if (path === '') {
            this.#walk('');
            return;
        }
        const parts = path.split('/');
        let at = '';
        for (const [index, part] of parts.entries()) {
            at = (0,image_path/* joinPath */.uJ)(at, part);
            const found = this.#files.look(at);
            if (found === undefined || this.#leavesOut(at, found === 'directory'))
                return;
            if (found !== 'directory') {
                this.tree.put(at, found);
                if (found.link !== undefined) {
                    this.#follow({ at, target: found.link, rest: parts.slice(index + 1), links: links + 1 });
                }
                return;
            }
        }
        this.#walk(at);
    }
    #follow(link) {
        const { at, target, rest, links } = link;
        const parts = (0,image_path/* splitPath */.Uf)(at).parent.split('/');
        if (target.startsWith('/'))
            leaves(at, target);
        for (const part of [...target.split('/'), ...rest]) {
            if (part === '..' && parts.join('') === '')
                leaves(at, target);
            if (part === '..')
                parts.pop();
            else if (part !== '' && part !== '.')
                parts.push(part);
        }
        if (links > context_maxLinks) {
            throw new errors/* UsageError */.eb(`${(0,image_path/* quoted */.TL)(at)} in the context leads through too many links`);
        }
        this.read(parts.filter((part) => part !== '').join('/'), links);
    }
    #walk(path) {
        if (this.#whole.has(path))
            return;
        this.#whole.add(path);
        this.#signal.throwIfAborted();
        if (path !== '' && !this.#leavesOut(path, false)) {
            this.tree.putDirectory(path, { mode: 0o755, uid: 0, gid: 0, modified: 0 });
        }
        for (const name of this.#files.names(path)) {
            const child = (0,image_path/* joinPath */.uJ)(path, name);
            const found = this.#files.look(child);
            if (found === undefined || this.#leavesOut(child, found === 'directory'))
                continue;
            if (found === 'directory')
                this.#walk(child);
            else
                this.tree.put(child, found);
        }
    }
    /** A folder that is left out may still hold what a later rule lets in. */
    #leavesOut(path, mayHold) {
        const text = Buffer.from(path, 'latin1').toString('utf8');
        return this.#rules.ignores(text) && !(mayHold && this.#rules.mayHoldIncluded(text));
    }
}
function leaves(link, target) {
    throw new errors/* UsageError */.eb(`${(0,image_path/* quoted */.TL)(link)} in the context is a link to ${(0,image_path/* quoted */.TL)(target)}, which leaves the context: put a copy of the file there`);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var oci_digest = __webpack_require__(3670);
;// CONCATENATED MODULE: ./packages/image/gzip.ts



const gzipDefaults = {
    /** 2 % more bytes than 6 for two thirds of its time; still fewer than engines write. */
    level: 4,
    /** Each block costs a new deflate with tables of its own: a quarter of this is a seventh slower. */
    blockBytes: 1 << 20,
    /** As many as are compressed at once or wait for their turn; bounds the memory. */
    inFlight: 8,
};
/** How far back deflate looks. https://www.rfc-editor.org/rfc/rfc1951 */
const windowBytes = 1 << 15;
/** No time, no name, and 255 for the system. https://www.rfc-editor.org/rfc/rfc1952#section-2.3 */
const header = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
const deflate = (0,external_node_util_.promisify)(external_node_zlib_.deflateRaw);
/**
 * One gzip member whose bytes do not depend on the number of cores: the input is cut into blocks of one size, each
 * compressed on the thread pool with the end of the one before as its dictionary, and put together in order.
 */
async function* gzipBlocks(source, how = {}) {
    const { level, blockBytes, inFlight } = { ...gzipDefaults, ...how };
    const packed = new oci_digest/* Hasher */.OP();
    const plain = new oci_digest/* Hasher */.OP();
    let sizeBytes = 0;
    let plainBytes = 0;
    let crc = 0;
    const out = (bytes) => {
        packed.update(bytes);
        sizeBytes += bytes.length;
        return bytes;
    };
    yield out(header);
    const waiting = [];
    for await (const { block, dictionary, last } of cut(source, blockBytes)) {
        waiting.push(compress(block, dictionary, { last, level }));
        plain.update(block);
        crc = (0,external_node_zlib_.crc32)(block, crc);
        plainBytes += block.length;
        if (waiting.length < inFlight)
            continue;
        const first = waiting.shift();
        if (first !== undefined)
            yield out(await first);
    }
    for (const rest of waiting)
        yield out(await rest);
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(crc, 0);
    trailer.writeUInt32LE(plainBytes % 2 ** 32, 4);
    yield out(trailer);
    return { digest: packed.digest(), sizeBytes, diffId: plain.digest() };
}
async function compress(block, dictionary, { last, level }) {
    return deflate(block, {
        level,
        // All of a block in one go: the default of 16 KiB goes to the pool and back for each piece.
        chunkSize: block.length + (block.length >> 10) + 1024,
        finishFlush: last ? external_node_zlib_.constants.Z_FINISH : external_node_zlib_.constants.Z_SYNC_FLUSH,
        ...(dictionary.length === 0 ? {} : { dictionary }),
    });
}
/** Blocks of one size; the last one is shorter, and empty when nothing is left for it. */
async function* cut(source, blockBytes) {
    let block = Buffer.allocUnsafe(blockBytes);
    let filled = 0;
    let dictionary = new Uint8Array(0);
    for await (const chunk of source) {
        for (let at = 0; at < chunk.length;) {
            if (filled === blockBytes) {
                yield { block, dictionary, last: false };
                dictionary = block.subarray(-windowBytes);
                block = Buffer.allocUnsafe(blockBytes);
                filled = 0;
            }
            const step = Math.min(blockBytes - filled, chunk.length - at);
            block.set(chunk.subarray(at, at + step), filled);
            filled += step;
            at += step;
        }
    }
    yield { block: block.subarray(0, filled), dictionary, last: true };
}

// EXTERNAL MODULE: ./packages/image/header.ts
var image_header = __webpack_require__(2383);
;// CONCATENATED MODULE: ./packages/image/tar.ts


const types = {
    file: '0',
    hardlink: '1',
    symlink: '2',
    character: '3',
    block: '4',
    directory: '5',
    fifo: '6',
};
/**
 * The header blocks of an entry: ustar, and a pax header before it only for what does not fit. The same entry gives
 * the same bytes. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 */
function tarHeader(entry) {
    const path = entry.kind === 'directory' ? `${entry.path}/` : entry.path;
    const records = paxRecords(entry, path);
    const main = headerBlock(entry, splitName(path) ?? { prefix: '', name: path.slice(-100) });
    if (records.length === 0)
        return main;
    const pax = Buffer.concat(records);
    const name = `PaxHeaders.0/${(0,image_path/* splitPath */.Uf)(entry.path).name}`.slice(0, 100);
    const header = headerBlock({ path: name, kind: 'file', mode: 0o644, uid: 0, gid: 0, sizeBytes: pax.length, modified: 0 }, { prefix: '', name }, 'x');
    return Buffer.concat([header, pax, new Uint8Array((0,image_header/* padding */.Ms)(pax.length)), main]);
}
/** Two zero blocks. */
const tarEnd = () => new Uint8Array(2 * image_header/* blockBytes */.VE);
/** What stands after a body. */
const tarPadding = (sizeBytes) => new Uint8Array((0,image_header/* padding */.Ms)(sizeBytes));
const most = (digits) => 8 ** digits - 1;
function paxRecords(entry, path) {
    const records = [];
    const number = (key, value, digits) => {
        if (value < 0 || value > most(digits))
            records.push(record(key, Buffer.from(String(value))));
    };
    number('gid', entry.gid, 7);
    if (entry.link !== undefined && entry.link.length > 100) {
        records.push(record('linkpath', (0,image_path/* bytesOf */.$$)(entry.link)));
    }
    number('mtime', entry.modified, 11);
    if (splitName(path) === undefined)
        records.push(record('path', (0,image_path/* bytesOf */.$$)(path)));
    number('size', entry.sizeBytes, 11);
    number('uid', entry.uid, 7);
    for (const [name, value] of [...(entry.xattrs ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))) {
        records.push(record(`SCHILY.xattr.${name}`, value));
    }
    return records;
}
/** The length at the start of a record counts its own digits. */
function record(key, value) {
    const rest = Buffer.concat([Buffer.from(` ${key}=`), value, Buffer.from('\n')]);
    let length = rest.length;
    while (String(length).length + rest.length !== length) {
        length = String(length).length + rest.length;
    }
    return Buffer.concat([Buffer.from(String(length)), rest]);
}
/** A path in ustar's two fields; undefined when it does not fit. */
function splitName(path) {
    if (path.length <= 100)
        return { prefix: '', name: path };
    // The slash between the two is not stored, and a name of no bytes is none.
    const slash = path.indexOf('/', path.length - 101);
    if (slash < 1 || slash > 155 || slash === path.length - 1)
        return undefined;
    return { prefix: path.slice(0, slash), name: path.slice(slash + 1) };
}
function headerBlock(entry, { prefix, name }, type = types[entry.kind]) {
    const block = Buffer.alloc(image_header/* blockBytes */.VE);
    const text = (at, value, length) => {
        block.write(value.slice(0, length), at, 'latin1');
    };
    const octal = (at, value, digits) => {
        const fits = value >= 0 && value <= most(digits);
        text(at, (fits ? value : 0).toString(8).padStart(digits, '0'), digits);
    };
    text(0, name, 100);
    octal(100, entry.mode, 7);
    octal(108, entry.uid, 7);
    octal(116, entry.gid, 7);
    octal(124, entry.sizeBytes, 11);
    octal(136, entry.modified, 11);
    text(156, type, 1);
    text(157, entry.link ?? '', 100);
    text(257, 'ustar\x0000', 8);
    octal(329, entry.device?.major ?? 0, 7);
    octal(337, entry.device?.minor ?? 0, 7);
    text(345, prefix, 155);
    block.fill(' ', 148, 156);
    const sum = block.reduce((total, byte) => total + byte, 0);
    text(148, `${sum.toString(8).padStart(6, '0')}\0 `, 8);
    return block;
}

;// CONCATENATED MODULE: ./packages/builder/layer-file.ts



/**
 * The tar of a layer: entries in the order given, every time the same `modified`, a file that comes again under
 * another name a hard link.
 */
async function* layerTar(changes, how) {
    const seen = new Map();
    for (const { path, node } of changes) {
        how.signal.throwIfAborted();
        const { mode, uid, gid, xattrs } = node;
        const common = { path, mode, uid, gid, modified: how.modified, ...(xattrs && { xattrs }) };
        if (node.kind === 'directory') {
            yield tarHeader({ ...common, kind: 'directory', sizeBytes: 0 });
            continue;
        }
        const link = seen.get(node);
        if (link !== undefined) {
            yield tarHeader({ ...common, kind: 'hardlink', link, sizeBytes: 0 });
            continue;
        }
        if (node.kind === 'file')
            seen.set(node, path);
        const { kind, sizeBytes, device } = node;
        yield tarHeader({
            ...common,
            kind,
            sizeBytes,
            ...(node.link === undefined ? {} : { link: node.link }),
            ...(device && { device }),
        });
        if (node.body !== undefined)
            yield* exactly(how.bodies.read(node, node.body), node, path);
    }
    yield tarEnd();
}
/** A body that is not as long as its header says would shift everything after it. */
async function* exactly(body, { sizeBytes }, path) {
    let bytes = 0;
    for await (const part of body) {
        bytes += part.length;
        if (bytes > sizeBytes)
            break;
        yield part;
    }
    if (bytes !== sizeBytes) {
        throw new oci_errors/* Corrupt */.Q6(JSON.stringify(path), `it does not have the ${sizeBytes} bytes that it had`);
    }
    yield tarPadding(sizeBytes);
}
/**
 * Reads the files of other layers once, in their order, into a file of its own at `path`, so that they can be
 * written in another order; all other bodies are opened when they are asked for.
 */
async function openBodies(changes, path) {
    const wanted = wantedOf(changes);
    if (wanted.size === 0)
        return { read: direct, close: async () => undefined };
    const file = await (0,promises_.open)(path, 'wx+', 0o600);
    const places = new Map();
    const close = async () => {
        await file.close();
        await (0,promises_.rm)(path, { force: true });
    };
    try {
        await fill(file, wanted, places);
    }
    catch (error) {
        await close();
        throw error;
    }
    const read = (leaf, body) => {
        const at = places.get(leaf);
        return at === undefined ? direct(leaf, body) : slice(file, at, leaf.sizeBytes);
    };
    return { read, close };
}
function wantedOf(changes) {
    const wanted = new Map();
    for (const { node } of changes) {
        if (node.kind !== 'file' || node.body === undefined || 'open' in node.body)
            continue;
        const { layer, ordinal } = node.body;
        const ordinals = wanted.get(layer) ?? new Map();
        wanted.set(layer, ordinals);
        ordinals.set(ordinal, [...(ordinals.get(ordinal) ?? []), node]);
    }
    return wanted;
}
async function fill(file, wanted, places) {
    let at = 0;
    for (const [source, ordinals] of wanted) {
        for await (const { ordinal, body } of bodies(source, new Set(ordinals.keys()))) {
            for (const leaf of ordinals.get(ordinal) ?? [])
                places.set(leaf, at);
            for await (const part of body()) {
                await file.writeFile(part);
                at += part.length;
            }
        }
    }
}
const layer_file_chunkBytes = 1 << 20;
async function* slice(file, from, length) {
    for (let at = 0; at < length;) {
        const chunk = Buffer.allocUnsafe(Math.min(layer_file_chunkBytes, length - at));
        const { bytesRead } = await file.read(chunk, 0, chunk.length, from + at);
        if (bytesRead === 0)
            return;
        at += bytesRead;
        yield chunk.subarray(0, bytesRead);
    }
}
function direct(_, body) {
    if ('open' in body)
        return body.open();
    throw new Error('the body of a layer was not read before');
}

;// CONCATENATED MODULE: ./packages/builder/private-layout.ts





/** Writes an image into an empty folder as an OCI layout. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md */
class PrivateLayout {
    folder;
    #blobs;
    #files = 0;
    constructor(folder) {
        this.folder = folder;
        this.#blobs = (0,external_node_path_.join)(folder, 'blobs', 'sha256');
    }
    static async create(folder) {
        const layout = new PrivateLayout(folder);
        await (0,promises_.mkdir)(layout.#blobs, { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
        return layout;
    }
    /** Stores a layer as gzip while it is made. */
    async layer(changes, how) {
        const bodies = await openBodies(changes, this.#temporary());
        try {
            const path = this.#temporary();
            const packed = await writeAll(path, gzipBlocks(layerTar(changes, { ...how, bodies })));
            await (0,promises_.rename)(path, (0,external_node_path_.join)(this.#blobs, (0,oci_digest/* hexOf */.ZD)(packed.digest)));
            return packed;
        }
        finally {
            await bodies.close();
        }
    }
    /** Stores a config or manifest. */
    async json(value, type) {
        const bytes = Buffer.from(JSON.stringify(value));
        const digest = (0,oci_digest/* digestOf */.ol)(bytes);
        await (0,promises_.writeFile)((0,external_node_path_.join)(this.#blobs, (0,oci_digest/* hexOf */.ZD)(digest)), bytes);
        return { mediaType: type, digest, size: bytes.length };
    }
    /** The one image of the layout. */
    async root(descriptor) {
        const index = { schemaVersion: 2, mediaType: oci_descriptor/* mediaType */.JL.index, manifests: [descriptor] };
        await (0,promises_.writeFile)((0,external_node_path_.join)(this.folder, 'index.json'), JSON.stringify(index));
    }
    #temporary() {
        return (0,external_node_path_.join)(this.folder, `part-${this.#files++}`);
    }
}
async function writeAll(path, source) {
    const file = await (0,promises_.open)(path, 'wx');
    try {
        for (;;) {
            const step = await source.next();
            if (step.done === true)
                return step.value;
            await file.writeFile(step.value);
        }
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./packages/builder/builtin.ts










const builtin_name = 'builtin';
/** Assembles images that need no `RUN`: without an engine, without root, the same bytes every time. */
const builtin = ({ version }) => ({
    name: builtin_name,
    can: async (plan) => {
        const no = await cannot(plan, resolved(plan));
        return no === undefined ? true : { no };
    },
    build: (plan, into, signal) => new Build(plan, into, signal).run({ name: builtin_name, version }),
});
const resolved = ({ dockerfile, target, args, platform }) => (0,resolve/* resolve */.h)(dockerfile, { target, args, platform: (0,oci_descriptor/* formatPlatform */.Bq)(platform) });
class Build {
    #plan;
    #into;
    #signal;
    #resolved;
    #bases;
    #stages = new Map();
    #steps = [];
    constructor(plan, into, signal) {
        this.#plan = plan;
        this.#into = into;
        this.#signal = signal;
        this.#resolved = resolved(plan);
        this.#bases = new Bases(plan, signal);
    }
    async run(engine) {
        const layout = await PrivateLayout.create(this.#into);
        const below = stagesBelow(this.#resolved);
        for (const stage of this.#resolved.stages) {
            await this.#stage(stage, below.includes(stage) ? layout : undefined);
        }
        const root = await this.#image(layout);
        const found = { layout: this.#into, root, engine, steps: this.#steps };
        const base = await this.#base(below.at(-1));
        if (base === undefined)
            return { ...found, on: undefined, elsewhere: new Map() };
        const { name: named, digest, config, layers, from } = base;
        return {
            ...found,
            on: { name: named, digest, configs: [config] },
            elsewhere: new Map(layers.map((layer) => [layer.digest, from])),
        };
    }
    async #stage(stage, layout) {
        const { dockerfile, epoch } = this.#plan;
        const started = performance.now();
        const start = await this.#start(stage);
        const done = (step) => void this.#steps.push(step);
        const { line, from } = stage.stage;
        const ms = Math.round(performance.now() - started);
        done({ line, text: `FROM ${from}`, ms, cached: false });
        const evaluated = evaluate(this.#resolved, stage, start.ground);
        const surroundings = {
            file: dockerfile.file,
            layout,
            epoch,
            signal: this.#signal,
            from: (step) => this.#from(step),
            done,
        };
        this.#stages.set(stage.stage.index, await assemble(start, evaluated, surroundings));
    }
    async #start(stage) {
        const { base } = stage;
        const platform = platformOf(this.#plan, stage);
        if (base.kind === 'scratch')
            return fromScratch(platform);
        if (base.kind === 'stage')
            return this.#assembled(base.index);
        return fromImage(await this.#bases.image(base.name, platform));
    }
    #assembled(index) {
        const stage = this.#stages.get(index);
        if (stage === undefined)
            throw new Error(`stage ${index} was not built before it was needed`);
        return stage;
    }
    async #from(step) {
        const { context: folder, ignore, platform } = this.#plan;
        const { from } = step;
        if (from === undefined) {
            const paths = step.sources.map(fixedPart);
            const files = readContext({ folder, ignore }, paths, this.#signal);
            const where = `the context${ignore === undefined ? '' : ', or its ignore file leaves it out'}`;
            return { files, where, isContext: true };
        }
        const { files, where } = await this.#files(from, platform);
        return { files, where, isContext: false };
    }
    async #files(from, platform) {
        switch (from.kind) {
            case 'scratch':
                return { files: new FileTree(), where: 'scratch' };
            case 'stage': {
                const { name: named } = this.#plan.dockerfile.stages[from.index] ?? {};
                const where = `stage ${JSON.stringify(named ?? String(from.index))}`;
                return { files: await this.#assembled(from.index).tree(), where };
            }
            case 'image': {
                const image = await this.#bases.image(from.name, platform);
                return { files: await image.tree(), where: image.name };
            }
        }
    }
    async #image(layout) {
        const { config, layers } = this.#assembled(this.#resolved.target.index);
        const root = await layout.json({
            schemaVersion: 2,
            mediaType: oci_descriptor/* mediaType */.JL.manifest,
            config: await layout.json(config, oci_descriptor/* mediaType */.JL.config),
            layers,
        }, oci_descriptor/* mediaType */.JL.manifest);
        await layout.root(root);
        return root;
    }
    async #base(lowest) {
        if (lowest?.base.kind !== 'image')
            return undefined;
        return this.#bases.image(lowest.base.name, platformOf(this.#plan, lowest));
    }
}

// EXTERNAL MODULE: ./packages/oci/server.ts + 8 modules
var oci_server = __webpack_require__(279);
// EXTERNAL MODULE: ./packages/oci/json.ts
var oci_json = __webpack_require__(6148);
;// CONCATENATED MODULE: ./packages/builder/buildah-arguments.ts

/** Arguments of `buildah build`. Nothing secret is in them: every process of the machine can read them. */
function buildArguments({ context, platform, args, epoch }, { dockerfile, target }, { dockerfile: file, ignore, policy, id }) {
    const isLast = target.index === dockerfile.stages.length - 1;
    // Buildah compares names letter by letter, so it gets the name as it is written.
    const name = target.name === undefined ? String(target.index) : (target.text.split(/\s+/).at(-1) ?? '');
    const pairs = (flag, values) => Object.entries(values).flatMap(([key, value]) => [flag, `${key}=${value}`]);
    return [
        'build',
        // In OCI's format Buildah ignores SHELL, even for the RUNs that come after it.
        ...['--format', 'docker', '--layers', '--force-rm', '--pull-always', '--identity-label=false'],
        ...['--signature-policy', policy, '--ignorefile', ignore, '--file', file, '--iidfile', id],
        ...['--platform', (0,oci_descriptor/* formatPlatform */.Bq)(platform), '--timestamp', String(epoch)],
        ...(isLast ? [] : ['--target', name]),
        ...pairs('--build-arg', args),
        '--',
        context,
    ];
}

// EXTERNAL MODULE: ./packages/oci/reference.ts
var oci_reference = __webpack_require__(1421);
// EXTERNAL MODULE: ./packages/oci/read-only.ts
var read_only = __webpack_require__(1754);
;// CONCATENATED MODULE: ./packages/builder/buildah-settings.ts



/**
 * Writes every file that Buildah would else read from the machine, so that a build depends on the plan alone.
 * @param bases host and port that serve the plan's bases
 */
async function writeSettings(work, plan, { storage, bases }) {
    const files = {
        Dockerfile: plan.dockerfile.source,
        ignore: plan.ignore ?? '',
        'policy.json': '{"default":[{"type":"insecureAcceptAnything"}]}',
        'auth.json': '{"auths":{}}',
        'containers.conf': '',
        'registries.conf': registriesConf(plan, bases),
        'storage.conf': storageConf(storage),
    };
    const path = (name) => (0,external_node_path_.join)(work, name);
    for (const folder of ['registries.d', 'tmp']) {
        await (0,promises_.mkdir)(path(folder), { recursive: true, mode: 0o700 });
    }
    for (const [name, text] of Object.entries(files))
        await (0,promises_.writeFile)((0,external_node_path_.join)(work, name), text);
    return {
        global: [
            ...['--registries-conf', path('registries.conf')],
            ...['--registries-conf-dir', path('registries.d')],
        ],
        env: {
            BUILDAH_ISOLATION: 'chroot',
            CONTAINERS_STORAGE_CONF: path('storage.conf'),
            CONTAINERS_CONF: path('containers.conf'),
            REGISTRY_AUTH_FILE: path('auth.json'),
            TMPDIR: path('tmp'),
        },
        dockerfile: path('Dockerfile'),
        ignore: path('ignore'),
        policy: path('policy.json'),
        id: path('id'),
    };
}
/** A basic string of TOML. JSON's escapes are among TOML's. */
const toml = (text) => JSON.stringify(text);
/** https://github.com/containers/storage/blob/main/docs/containers-storage.conf.5.md */
const storageConf = ({ folder, driver }) => `[storage]
driver = ${toml(driver)}
graphroot = ${toml((0,external_node_path_.join)(folder, 'graph'))}
runroot = ${toml((0,external_node_path_.join)(folder, 'run'))}
[storage.options.overlay]
skip_mount_home = "true"
`;
/**
 * Every base under its own name at the place that serves it: names and history stay as the Dockerfile has them.
 * https://github.com/containers/image/blob/main/docs/containers-registries.conf.5.md
 */
function registriesConf({ bases }, place) {
    const names = new Set([...bases.values()].map(({ name }) => (0,oci_reference/* parseRegistryReference */.qq)(name).name));
    const tables = [...names].map((name) => `[[registry]]
prefix = ${toml(name)}
location = ${toml(`${place}/${servedName(name)}`)}
insecure = true
`);
    return `unqualified-search-registries = ["docker.io"]
short-name-mode = "disabled"
${tables.join('')}`;
}
/** The name under which a base's repository is served: a port's colon may not stand in a path. */
const servedName = (name) => name.replace(':', '_');

;// CONCATENATED MODULE: ./packages/builder/buildah-bases.ts


/**
 * The repositories of a plan's bases, to be served to Buildah. A tag stands for what was pinned, whatever it
 * stands for in its repository by now.
 * @throws NotThere for a name that is no base
 */
function openBases(bases) {
    const all = [...bases].map((base) => ({ base, reference: (0,oci_reference/* parseRegistryReference */.qq)(base.name) }));
    return (name) => {
        const here = all.filter(({ reference }) => servedName(reference.name) === name);
        const [first] = here;
        if (first === undefined)
            throw new oci_errors/* NotThere */.W2(name, 'the bases of this build');
        const pins = new Map(here.map(({ base, reference }) => [reference.tag ?? 'latest', base.descriptor.digest]));
        return pinnedTo(first.base.from, pins);
    };
}
function pinnedTo(from, pins) {
    const repository = (0,read_only/* readOnly */.T)(from);
    const pin = (at) => ((0,oci_digest/* isDigest */.Bc)(at) ? at : pins.get(at));
    return {
        ...repository,
        resolve: async (at) => {
            const digest = pin(at);
            return digest === undefined ? undefined : repository.resolve(digest);
        },
        manifest: async (at) => {
            const digest = pin(at);
            return digest === undefined ? undefined : repository.manifest(digest);
        },
    };
}

;// CONCATENATED MODULE: ./packages/builder/buildah-failure.ts

const longestOutput = 1500;
/** What a failed `buildah build` comes to: the line, the instruction, and the end of what it printed. */
function buildFailure(output, file) {
    const { last, error, tail } = output;
    const own = /StartLine:(\d+)/.exec(error)?.[1];
    const line = own === undefined ? (last?.line ?? undefined) : Number(own);
    const place = line === undefined ? file : `${file}:${line}`;
    const [, status] = /\bexit status (\d+)$/.exec(error) ?? [];
    const what = last === undefined ? 'the build' : (0,quote/* quote */.h)(last.text);
    const failed = status === undefined ? 'failed' : `ended with exit code ${status}`;
    const why = status === undefined ? `: ${quoteLong(reasonOf(error))}` : '';
    const printed = tail.length === 0 ? '' : `; the end of its output: ${quoteLong(tail.join('\n'))}`;
    return new errors/* Failed */.cV(3, 'build-failed', `${place}: ${what} ${failed}${why}${printed}`, {
        ...(line === undefined ? {} : { at: { file, line } }),
    });
}
/** Without the repetition of the instruction, and of how Buildah holds it. */
function reasonOf(error) {
    const reason = error.replace(/^building at STEP "(?:[^"\\]|\\.)*": /, '');
    return reason.replace(/^resolving step \{.*?\}: /, '') || 'Buildah gave no reason';
}
/** The end of a long text, quoted: control characters in it do nothing. */
const quoteLong = (text) => JSON.stringify(text.length > longestOutput ? `…${text.slice(-longestOutput)}` : text);

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: ./packages/oci/layout.ts + 3 modules
var oci_layout = __webpack_require__(5970);
;// CONCATENATED MODULE: ./packages/builder/buildah-image.ts




const latest = (0,oci_reference/* parseTag */.ED)('latest');
/**
 * Completes what Buildah pushed into a layout: HEALTHCHECK, SHELL and ONBUILD, and a history without the IDs of intermediate images, which differ from build to build.
 * @returns the manifest that is now the layout's
 */
async function completeImage(layout, plan, fields) {
    const repository = (0,oci_layout/* openLayout */.B)(layout);
    const stored = await repository.manifest(latest);
    if (stored === undefined)
        throw new oci_errors/* NotThere */.W2('the image', layout);
    const manifest = (0,oci_manifest/* parseManifest */.Ng)(stored.bytes, stored.descriptor.mediaType);
    if (!('config' in manifest))
        throw new oci_errors/* Corrupt */.Q6('what Buildah wrote', 'it is no image');
    const written = (0,image_config/* parseConfig */.o)(await (0,consumers_.buffer)(await repository.blob(manifest.config)));
    const config = encode(completeConfig(written, plan, fields));
    const descriptor = { mediaType: oci_descriptor/* mediaType */.JL.config, digest: (0,oci_digest/* digestOf */.ol)(config), size: config.length };
    await repository.putBlob(descriptor, async () => external_node_stream_.Readable.from([config]));
    const bytes = encode({
        schemaVersion: 2,
        mediaType: oci_descriptor/* mediaType */.JL.manifest,
        config: descriptor,
        layers: manifest.layers,
    });
    await repository.tag(latest, bytes, oci_descriptor/* mediaType */.JL.manifest, 'anything');
    return { mediaType: oci_descriptor/* mediaType */.JL.manifest, digest: (0,oci_digest/* digestOf */.ol)(bytes), size: bytes.length };
}
const encode = (value) => new TextEncoder().encode(JSON.stringify(value));
function completeConfig({ config, history, ...rest }, { platform }, { Healthcheck, Shell, OnBuild = [] }) {
    const runtime = {
        ...config,
        ...(Healthcheck === undefined ? {} : { Healthcheck }),
        ...(Shell === undefined || Shell.length === 0 ? {} : { Shell }),
        ...(OnBuild.length === 0 ? {} : { OnBuild }),
    };
    return {
        ...rest,
        ...(platform.variant === undefined ? {} : { variant: platform.variant }),
        config: runtime,
        history: history?.map(({ comment, ...entry }) => comment === undefined || /^FROM [0-9a-f]{12}$/.test(comment) ? entry : { ...entry, comment }),
    };
}

;// CONCATENATED MODULE: ./packages/builder/buildah-limits.ts
/** The version in the output of `buildah --version`. */
function parseVersion(output) {
    const [, text, major, minor] = /\b((\d+)\.(\d+)[\w.+-]*)/.exec(output) ?? [];
    return text === undefined ? undefined : { text, major: Number(major), minor: Number(minor) };
}
/** What versions before 1.33 take after an instruction's name. */
const oldFlags = {
    ADD: ['chown', 'chmod'],
    COPY: ['chown', 'chmod', 'from'],
    RUN: ['mount'],
    HEALTHCHECK: ['interval', 'timeout', 'start-period', 'retries'],
    FROM: ['platform'],
};
/** Why this version cannot read what the target reaches; undefined when it can. */
function unreadable(version, plan) {
    if (version.major > 1 || version.minor >= 33)
        return undefined;
    for (const instruction of plan.stages.flatMap(({ stage }) => stage.instructions)) {
        const what = unreadableIn(instruction);
        if (what === undefined)
            continue;
        const name = `Buildah ${version.major}.${version.minor}`;
        return `${name} cannot read ${what} (${plan.dockerfile.file}:${instruction.line})`;
    }
    return undefined;
}
function unreadableIn({ keyword, flags, heredocs }) {
    if (heredocs.length > 0)
        return 'heredocs';
    const unknown = flags.find(({ name }) => !(oldFlags[keyword] ?? []).includes(name));
    return unknown === undefined ? undefined : `${keyword} --${unknown.name}`;
}

;// CONCATENATED MODULE: ./packages/builder/buildah-machine.ts


/** QEMU's names of architectures, where they differ from OCI's. */
const qemuNames = {
    '386': 'i386',
    amd64: 'x86_64',
    arm64: 'aarch64',
};
/** Why programs of the plan cannot run on this machine; undefined when they can. */
async function unrunnable(machine, plan, platform) {
    for (const resolved of plan.stages) {
        const run = resolved.stage.instructions.find(({ keyword }) => keyword === 'RUN');
        const wanted = resolved.platform ?? platform;
        if (run === undefined || (await runs(machine, wanted)))
            continue;
        const place = `${plan.dockerfile.file}:${run.line}`;
        return `programs for ${wanted} do not run on ${(0,oci_descriptor/* formatPlatform */.Bq)(machine)} without QEMU (${place})`;
    }
    return undefined;
}
async function runs(machine, platform) {
    const [os, architecture = ''] = platform.split('/');
    if (os !== machine.os)
        return false;
    if (architecture === machine.architecture)
        return true;
    if (architecture === '386' && machine.architecture === 'amd64')
        return true;
    const name = qemuNames[architecture] ?? architecture;
    if (!/^[a-z0-9_]+$/.test(name))
        return false;
    const handler = await (0,promises_.readFile)(`/proc/sys/fs/binfmt_misc/qemu-${name}`, 'utf8').catch(() => '');
    return handler.startsWith('enabled');
}

;// CONCATENATED MODULE: ./packages/builder/buildah-output.ts
const tailLines = 20;
const tailLength = 300;
const mostSteps = 10_000;
/** What is compared: Buildah joins lines with other white space than we do. */
const bare = (text) => text.replace(/\s+/g, '').toLowerCase();
/**
 * Reads what `buildah build` prints, one line at a time, and knows which instruction runs. The output of a RUN
 * can look like Buildah's own: then steps are shown wrongly, and nothing else follows from it.
 */
class BuildahOutput {
    #stages;
    #heads;
    #now;
    #done = [];
    #running;
    #stage = -1;
    #next = 0;
    #tail = [];
    #error = '';
    constructor({ stages }, now) {
        // Buildah goes through the stages that are needed in the order of the file.
        const inFile = stages.map(({ stage }) => stage).toSorted((a, b) => a.index - b.index);
        this.#stages = inFile.map(({ instructions }) => instructions);
        this.#heads = inFile;
        this.#now = now;
    }
    read(line, from) {
        const [, number, text] = /^(?:\[\d+\/\d+\] )?STEP (\d+)\/\d+: (.*)$/s.exec(line) ?? [];
        if (from === 'stdout' && text !== undefined)
            this.#start(Number(number), text);
        else if (from === 'stdout' && /^(?:\[\d+\/\d+\] )?COMMIT\b/.test(line))
            this.#finish();
        else if (from === 'stdout' && line.startsWith('--> '))
            this.#mark(line);
        else if (from === 'stderr' && line.startsWith('Error: '))
            this.#error = line.slice(7);
        else if (!/^time=".*" level=|^subprocess exited with status/.test(line))
            this.#keep(line);
    }
    /** All steps up to now. */
    steps() {
        this.#finish();
        return this.#done;
    }
    /** The instruction that ran last: the one that failed, when something did. */
    get last() {
        return this.#running ?? this.#done.at(-1);
    }
    /** Buildah's own last words. */
    get error() {
        return this.#error;
    }
    /** The last lines that the running instruction printed. */
    get tail() {
        return this.#tail;
    }
    #start(number, printed) {
        this.#finish();
        this.#tail = [];
        const found = number === 1 ? this.#head() : this.#instruction(printed);
        this.#running = {
            line: found?.line ?? null,
            text: found?.text ?? printed.slice(0, tailLength),
            since: this.#now().getTime(),
            cached: false,
        };
    }
    #head() {
        this.#stage += 1;
        this.#next = 0;
        return this.#heads[this.#stage];
    }
    /** The next instruction of the stage with this text; triggers and labels of ours have none. */
    #instruction(printed) {
        const instructions = this.#stages[this.#stage] ?? [];
        const wanted = bare(printed);
        const index = instructions.findIndex(({ text }, at) => at >= this.#next && bare(text) === wanted);
        if (index >= 0)
            this.#next = index + 1;
        return instructions[index];
    }
    #mark(line) {
        if (this.#running !== undefined && line.startsWith('--> Using cache ')) {
            this.#running.cached = true;
        }
    }
    #finish() {
        if (this.#running === undefined)
            return;
        const { line, text, cached, since } = this.#running;
        const ms = Math.max(0, this.#now().getTime() - since);
        if (this.#done.length < mostSteps)
            this.#done.push({ line, text, ms, cached });
        this.#running = undefined;
    }
    #keep(line) {
        if (line.trim() === '')
            return;
        this.#tail.push(line.slice(0, tailLength));
        if (this.#tail.length > tailLines)
            this.#tail.shift();
    }
}

;// CONCATENATED MODULE: ./packages/builder/buildah-store.ts



const patienceMs = 30_000;
/**
 * The cache folder when nobody else uses it, so that its layers serve again; else a folder of this build alone.
 * One build at a time works in the cache: what a killed one left can then be told from what another one needs.
 */
async function openBuildahStore(exec, { cache, work }) {
    const lease = cache === undefined ? undefined : await lend(cache);
    if (cache !== undefined && lease !== undefined) {
        return {
            folder: cache,
            shared: true,
            dirty: lease === 'after a killed one',
            close: async () => {
                await unmountBelow(exec, cache);
                await (0,promises_.rm)((0,external_node_path_.join)(cache, 'owner'), { force: true });
            },
        };
    }
    const folder = (0,external_node_path_.join)(work, 'storage');
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    return {
        folder,
        shared: false,
        dirty: false,
        close: async () => {
            await unmountBelow(exec, folder);
            await removeTree(exec, folder);
        },
    };
}
/** Takes a cache folder; undefined when a living process has it. */
async function lend(cache) {
    await (0,promises_.mkdir)(cache, { recursive: true, mode: 0o700 });
    const file = (0,external_node_path_.join)(cache, 'owner');
    const me = `${await (0,promises_.readlink)('/proc/self/ns/pid')} ${await (0,promises_.readlink)('/proc/self')}`;
    for (const answer of ['clean', 'after a killed one']) {
        try {
            await (0,promises_.writeFile)(file, me, { flag: 'wx' });
            return answer;
        }
        catch (error) {
            if ((0,errors/* codeOf */.$N)(error) !== 'EEXIST')
                throw error;
        }
        if (await lives(file, me))
            return undefined;
        await (0,promises_.rm)(file, { force: true });
    }
    return undefined;
}
/** Whether the owner still runs. One in another namespace cannot be asked, so it does. */
async function lives(file, me) {
    const [namespace, pid = ''] = (await (0,promises_.readFile)(file, 'utf8').catch(() => '')).split(' ');
    if (namespace !== me.split(' ')[0] || !/^\d+$/.test(pid))
        return namespace !== '';
    return (0,promises_.stat)(`/proc/${pid}`).then(() => true, () => false);
}
/** A process that is killed leaves its mounts, and a folder with mounts below it cannot be removed. */
async function unmountBelow(exec, folder) {
    const table = await (0,promises_.readFile)('/proc/self/mountinfo', 'utf8');
    const points = table
        .split('\n')
        .map((line) => unescapeOctal(line.split(' ')[4] ?? ''))
        .filter((point) => point.startsWith(`${folder}/`));
    const signal = AbortSignal.timeout(patienceMs);
    // The last mounted is the first to go.
    for (const point of points.reverse()) {
        await exec.run('umount', ['-l', '--', point], { signal, maxBytes: 4096 });
    }
}
const unescapeOctal = (text) => text.replace(/\\([0-7]{3})/g, (_, digits) => String.fromCharCode(parseInt(digits, 8)));
/** Files of a rootless build belong to other users, whom only its user namespace can remove. */
async function removeTree(exec, folder) {
    try {
        await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
    }
    catch (error) {
        const code = (0,errors/* codeOf */.$N)(error);
        if (code !== 'EACCES' && code !== 'EPERM')
            throw error;
        const signal = AbortSignal.timeout(patienceMs);
        const args = ['unshare', 'rm', '-rf', '--', folder];
        const { code: exit } = await exec.run('buildah', args, { signal, maxBytes: 4096 });
        if (exit !== 0)
            throw new Error(`cannot remove ${folder}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}

// EXTERNAL MODULE: ./packages/image/platform-images.ts
var platform_images = __webpack_require__(5988);
;// CONCATENATED MODULE: ./packages/builder/standing-on.ts



/** What the image of a plan stands on by its Dockerfile, for an engine that does not tell; undefined: on nothing. */
async function standingOn(plan, resolved) {
    const lowest = stagesBelow(resolved).at(-1);
    const base = lowest?.base.kind === 'image' ? plan.bases.get(lowest.base.name) : undefined;
    if (lowest === undefined || base === undefined)
        return undefined;
    const { os, architecture } = platformOf(plan, lowest);
    const isFor = ({ platform }) => platform === undefined || (platform.os === os && platform.architecture === architecture);
    const { images } = await (0,platform_images/* platformImages */.QF)(base.from, base.descriptor.digest, isFor);
    const configs = await Promise.all(images.map(({ manifest }) => (0,platform_images/* imageConfig */.gj)(base.from, manifest)));
    return { name: base.name, digest: base.descriptor.digest, configs };
}

;// CONCATENATED MODULE: ./packages/builder/buildah.ts
















/**
 * The engine Buildah, with chroot isolation: no daemon, and RUN works where containers are not allowed. It reads
 * the bases from a server on loopback and writes to a private layout; nothing of the machine's own settings counts.
 */
const buildah = (ports) => new Buildah(ports);
const probeMs = 20_000;
const cleanMs = 30_000;
const outputBytes = 64 * 1024;
const documentBytes = 16 * 1024 * 1024;
class Buildah {
    name = 'buildah';
    #ports;
    #version;
    constructor(ports) {
        this.#ports = ports;
    }
    async can(plan) {
        const { machine } = this.#ports;
        if (machine.os !== 'linux')
            return { no: `Buildah needs Linux, and this is ${machine.os}` };
        const version = await this.#installed();
        if (version === undefined)
            return { no: 'Buildah is not installed' };
        const resolved = this.#resolve(plan);
        const no = unreadable(version, resolved) ??
            (await unrunnable(machine, resolved, (0,oci_descriptor/* formatPlatform */.Bq)(plan.platform)));
        return no === undefined ? true : { no };
    }
    async build(plan, into, signal) {
        const version = await this.#installed();
        if (version === undefined)
            throw new errors/* Failed */.cV(3, 'no-tool', 'Buildah is not installed');
        const { exec, listen, cache } = this.#ports;
        const resolved = this.#resolve(plan);
        const missing = resolved.externals.find(({ name }) => !plan.bases.has(name));
        if (missing !== undefined)
            throw new oci_errors/* NotThere */.W2(missing.name, 'the bases of this build');
        const work = (0,external_node_path_.join)(into, 'work');
        await (0,promises_.mkdir)(work, { mode: 0o700 });
        const server = await listen((0,oci_server/* serve */.w)(openBases(plan.bases.values()), { readOnly: true }));
        const store = await openBuildahStore(exec, { cache, work });
        try {
            const settings = await this.#settings(plan, { store, work, bases: server.url.host, signal });
            const run = { settings, cwd: into, signal };
            const steps = await this.#inStore(store, run, () => this.#image(plan, resolved, run));
            const fields = await this.#push(run);
            const layout = (0,external_node_path_.join)(into, 'layout');
            const root = await completeImage(layout, plan, fields);
            const on = await standingOn(plan, resolved);
            const engine = { name: this.name, version: version.text };
            return { layout, root, engine, steps, on, elsewhere: new Map() };
        }
        finally {
            await store.close();
            await server.close();
            await (0,promises_.rm)(work, { recursive: true, force: true });
        }
    }
    #resolve({ dockerfile, target, args, platform }) {
        const buildPlatform = (0,oci_descriptor/* formatPlatform */.Bq)(this.#ports.machine);
        return (0,resolve/* resolve */.h)(dockerfile, { target, args, platform: (0,oci_descriptor/* formatPlatform */.Bq)(platform), buildPlatform });
    }
    /** Asked once; undefined when there is none. */
    async #installed() {
        this.#version ??= this.#ports.exec
            .run('buildah', ['--version'], {
            signal: AbortSignal.timeout(probeMs),
            maxBytes: outputBytes,
        })
            .then(({ stdout }) => parseVersion(new TextDecoder().decode(stdout)), (error) => {
            if ((0,errors/* codeOf */.$N)(error) === 'no-tool')
                return undefined;
            throw error;
        });
        return this.#version;
    }
    /** With the overlay driver where it works, else with vfs, which copies every layer whole. */
    async #settings(plan, how) {
        const { store, work, bases, signal } = how;
        const write = (driver) => writeSettings(work, plan, { storage: { folder: store.folder, driver }, bases });
        const settings = await write('overlay');
        const { code } = await this.#run(['info'], { settings, cwd: work, signal });
        return code === 0 ? settings : write('vfs');
    }
    /** Removes the containers that a build leaves in a store when it fails. */
    async #inStore(store, run, work) {
        const clean = async () => {
            await this.#run(['rm', '--all'], { ...run, signal: AbortSignal.timeout(cleanMs) });
        };
        if (store.dirty)
            await clean();
        try {
            return await work();
        }
        catch (error) {
            if (store.shared)
                await clean();
            throw error;
        }
    }
    async #image(plan, resolved, run) {
        const output = new BuildahOutput(resolved, this.#ports.now);
        const onLine = (line, from) => {
            output.read(line, from);
        };
        const { code } = await this.#run(buildArguments(plan, resolved, run.settings), run, onLine);
        if (code !== 0)
            throw buildFailure(output, plan.dockerfile.file);
        return output.steps();
    }
    /** Writes the image into the layout, and returns what gets lost on the way. */
    async #push({ settings, ...run }) {
        const id = (await (0,promises_.readFile)(settings.id, 'utf8')).trim();
        const what = { settings, ...run };
        const push = ['push', '--quiet', '--signature-policy', settings.policy, '--format', 'oci'];
        await this.#succeed([...push, id, 'oci:layout:latest'], what);
        const inspected = await this.#succeed(['inspect', '--type', 'image', id], what);
        const json = (0,oci_json/* parseJson */.q)(inspected, 'what buildah inspect printed');
        const docker = typeof json === 'object' && json !== null && 'Docker' in json ? json.Docker : {};
        return (0,image_config/* parseConfig */.o)(new TextEncoder().encode(JSON.stringify(docker))).config ?? {};
    }
    async #succeed(args, run) {
        const { code, stdout, stderr, truncated } = await this.#run(args, run);
        if (code === 0 && !truncated)
            return stdout;
        const last = new TextDecoder().decode(stderr).trim().split('\n').at(-1) ?? '';
        const why = truncated ? 'it printed too much' : `exit code ${code}: ${(0,quote/* quote */.h)(last)}`;
        throw new errors/* Failed */.cV(3, 'buildah-failed', `buildah ${args[0] ?? ''} failed: ${why}`);
    }
    #run(args, { settings, ...how }, onLine) {
        return this.#ports.exec.run('buildah', [...settings.global, ...args], {
            ...how,
            env: settings.env,
            maxBytes: documentBytes,
            ...(onLine === undefined ? {} : { onLine }),
        });
    }
}

// EXTERNAL MODULE: ./packages/io/version.ts
var version = __webpack_require__(7487);
;// CONCATENATED MODULE: ./packages/pipeline/engines.ts



/** Every builder that there is, the one that needs least first. */
const enginesOf = (io) => [
    builtin({ version: version/* version */.r }),
    buildah({
        exec: io.exec,
        listen: (handler) => io.listen(handler),
        now: io.now,
        machine: io.machine,
        cache: cacheOf(io.env),
    }),
];
/** Layers that an engine keeps for the next build. https://specifications.freedesktop.org/basedir-spec/latest/ */
function cacheOf(env) {
    const home = env.get('HOME');
    const cache = env.get('XDG_CACHE_HOME') ?? (home === undefined ? undefined : (0,external_node_path_.join)(home, '.cache'));
    return cache === undefined ? undefined : (0,external_node_path_.join)(cache, 'ecluse', 'buildah');
}

// EXTERNAL MODULE: ./packages/io/names.ts
var io_names = __webpack_require__(7663);
;// CONCATENATED MODULE: ./packages/pipeline/image-report.ts

/** One image of several that could not be done. */
function failedRun(image, event, { exit, message }) {
    const result = {
        gate: 'run',
        outcome: exit === 1 ? 'failed' : 'not evaluated',
        reason: `${image.name}: ${message}`,
        evidence: [],
    };
    return { ...report({ image, event, dirty: [] }, undefined), how: 'failed', results: [result] };
}
/** What is told of every way through the pipeline; each fills in what it has done. */
function report({ image, event, dirty }, made) {
    return {
        kind: (0,io_names/* kindOf */.I)('image-run'),
        image: null,
        digest: null,
        results: [],
        name: image.name,
        repository: image.repository,
        commit: event.commit,
        how: 'private',
        version: null,
        claim: null,
        engine: made?.product.engine ?? null,
        steps: made?.product.steps ?? [],
        dirty,
        layers: made?.layers ?? null,
        moves: [],
        next: null,
    };
}

// EXTERNAL MODULE: ./packages/lifecycle/claim.ts
var claim = __webpack_require__(2173);
// EXTERNAL MODULE: ./packages/pipeline/existing.ts
var pipeline_existing = __webpack_require__(1552);
// EXTERNAL MODULE: ./packages/lifecycle/labels.ts
var labels = __webpack_require__(814);
// EXTERNAL MODULE: ./packages/lifecycle/dry-run.ts
var dry_run = __webpack_require__(5904);
// EXTERNAL MODULE: ./packages/lifecycle/known.ts
var known = __webpack_require__(7534);
// EXTERNAL MODULE: ./packages/lifecycle/content.ts
var lifecycle_content = __webpack_require__(9212);
// EXTERNAL MODULE: ./packages/lifecycle/version-tag.ts
var version_tag = __webpack_require__(5048);
// EXTERNAL MODULE: ./packages/lifecycle/passed.ts
var lifecycle_passed = __webpack_require__(4881);
// EXTERNAL MODULE: ./packages/lifecycle/place.ts
var lifecycle_place = __webpack_require__(6762);
// EXTERNAL MODULE: ./packages/lifecycle/promote.ts + 3 modules
var promote = __webpack_require__(6306);
;// CONCATENATED MODULE: ./packages/pipeline/environments.ts

/**
 * Takes a digest through the environments as far as it gets by itself: it stops before manual ones,
 * yields to newer digests, and goes no further than what it has passed. What it passed in an earlier run
 * counts, wherever the tags stand now.
 */
async function moveThrough(image, candidate, ground) {
    const moves = [];
    for (const environment of ground.policy.environments) {
        const passed = await (0,lifecycle_passed/* passedAmong */.$)(candidate.digest, ground.policy.environments.filter(({ name }) => environment.after.includes(name)), (one) => (0,lifecycle_place/* placeOf */.$t)(image, one, ground.open).repository);
        moves.push(passed.length === environment.after.length
            ? await (0,promote/* promote */.p)({ image, candidate, environment, mode: 'automatic' }, ground)
            : await notReached(image, environment, ground));
    }
    return moves;
}
async function notReached(image, environment, ground) {
    const place = (0,lifecycle_place/* placeOf */.$t)(image, environment, ground.open);
    const standing = (await (0,lifecycle_place/* standingAt */.Ib)(place)) ?? null;
    return {
        environment: environment.name,
        tag: (0,lifecycle_place/* placeName */.fW)(place),
        state: 'not reached',
        before: standing,
        after: standing,
        guarantee: null,
        results: [],
    };
}

// EXTERNAL MODULE: ./packages/pipeline/say-parts.ts
var say_parts = __webpack_require__(4725);
// EXTERNAL MODULE: ./packages/pipeline/statements.ts
var statements = __webpack_require__(8399);
;// CONCATENATED MODULE: ./packages/pipeline/name-and-move.ts








/** Names and moves the image that holds the claim; where storage cannot compare, that is seen only afterwards. */
async function nameAndMove(errand, obtained, ground) {
    const { image, event } = errand;
    const run = await nameAndMoveOnce(errand, obtained, ground);
    const standing = await (0,claim/* claimed */.Sf)(ground.open(image.repository, 'write'), event.commit);
    if (standing === undefined || standing.digest === obtained.digest)
        return run;
    const other = { ...obtained, digest: standing.digest, claim: 'lost' };
    return nameAndMoveOnce(errand, other, ground);
}
async function nameAndMoveOnce(errand, obtained, ground) {
    const { digest, made, version } = obtained;
    const { image, event, duties } = errand;
    // Labels of what this run has built were asked for before it was stored.
    if (version !== undefined && made?.root.digest !== digest) {
        const repository = ground.open(image.repository, 'write');
        await (0,labels/* refuseUnlabelled */.v)(repository, digest, ground.policy.labels);
    }
    await (0,dry_run/* unlessDry */.O)(() => nameAndSay(errand, obtained, ground), undefined);
    const candidate = await (0,known/* know */.ux)(image, digest, ground);
    if (candidate === undefined)
        throw new oci_errors/* NotThere */.W2(digest, image.repository);
    const moves = duties.environments ? await moveThrough(image, candidate, ground) : [];
    return {
        ...report(errand, made),
        image: (0,oci_reference/* pinned */.dp)(image.repository, digest),
        digest,
        results: moves.flatMap(({ state, results }) => (state === 'superseded' ? [] : results)),
        how: made === undefined ? 'found' : 'built',
        version: (version ?? candidate.version)?.text ?? null,
        claim: (0,names/* claimTag */.rT)(event.commit),
        moves,
        next: nextCommand(image, placeIn(candidate, event), moves),
    };
}
/** Writes the version, and the statements that belong to claim and version; what an ended run has left out is completed. */
async function nameAndSay(errand, { digest, claim: whose, version }, ground) {
    const { image, event, told } = errand;
    const repository = ground.open(image.repository, 'write');
    const content = await (0,lifecycle_content/* contentOf */.$)(repository, digest);
    const ours = (0,pipeline_existing/* ourSide */.ul)(errand, digest, ground);
    if (whose === 'before')
        await (0,say_parts/* completeParts */.u)(content, { repository, signal: ground.signal });
    const put = version && (await (0,version_tag/* putVersion */.G)(repository, version, { content, ours }));
    const at = { repository, subject: content.descriptor, event, ground };
    if (told !== undefined && whose !== 'lost')
        await (0,statements/* sayHowBuilt */.u)(at, { told, isNew: whose === 'won' });
    if (version !== undefined) {
        await (0,statements/* sayVersionGiven */.n)(at, { version, isNew: put?.state === 'written' });
    }
}
/** Version or claim, which never move: shorter than the digest, and as sure. */
const placeIn = ({ versions }, { commit }) => versions[0] ?? (0,names/* claimTag */.rT)(commit);
function nextCommand({ name }, at, moves) {
    const waiting = moves.find(({ state }) => state === 'waiting');
    if (waiting !== undefined) {
        return `ecluse promote ${name}:${at} --environment ${waiting.environment}`;
    }
    const held = moves.find(({ state }) => state === 'held');
    return held === undefined
        ? null
        : `ecluse promote ${name} --environment ${held.environment} --resume`;
}

// EXTERNAL MODULE: ./packages/lifecycle/origin.ts
var lifecycle_origin = __webpack_require__(5291);
// EXTERNAL MODULE: ./packages/oci/copy.ts + 2 modules
var copy = __webpack_require__(4864);
;// CONCATENATED MODULE: ./packages/builder/join.ts


/**
 * One image from those of several platforms: an index in a private layout, which finds the rest where
 * each platform's build left it. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md
 */
async function joinPlatforms(images, how) {
    const manifests = [];
    const elsewhere = new Map();
    for (const { built, platform, annotations } of images) {
        for (const [digest, repository] of await contents(built))
            elsewhere.set(digest, repository);
        const { mediaType: type, digest, size } = built.root;
        const about = Object.keys(annotations).length === 0 ? {} : { annotations: sorted(annotations) };
        manifests.push({ mediaType: type, digest, size, platform, ...about });
    }
    const index = {
        schemaVersion: 2,
        mediaType: oci_descriptor/* mediaType */.JL.index,
        manifests,
        annotations: sorted({ ...common(images.map(({ said }) => said)), ...how.annotations }),
    };
    const bytes = new TextEncoder().encode(JSON.stringify(index));
    return {
        layout: how.into,
        root: await (0,oci_layout/* openLayout */.B)(how.into).putManifest(bytes, oci_descriptor/* mediaType */.JL.index),
        engine: images[0].built.engine,
        steps: images.flatMap(({ built }) => built.steps),
        on: undefined,
        elsewhere,
    };
}
/** What all of them say alike. */
const common = ([first = {}, ...others]) => Object.fromEntries(Object.entries(first).filter(([key, value]) => others.every((one) => one[key] === value)));
/** Where everything is that one platform's image consists of. */
async function contents({ layout, root, elsewhere }) {
    const own = (0,oci_layout/* openLayout */.B)(layout);
    const stored = await own.manifest(root.digest);
    if (stored === undefined)
        throw new oci_errors/* NotThere */.W2(root.digest, layout);
    const inner = (0,oci_manifest/* children */.Y_)((0,oci_manifest/* parseManifest */.Ng)(stored.bytes, stored.descriptor.mediaType));
    const all = new Map(inner.map(({ digest }) => [digest, own]));
    return new Map([...all, [root.digest, own], ...elsewhere]);
}

;// CONCATENATED MODULE: ./packages/builder/choose.ts

/**
 * The builder for a plan. `auto` takes the first of `engines` that can do it: put the one that needs
 * least first. A name takes that one or nothing.
 * @throws UsageError when the named one is unknown or cannot; Failed (3, `no-builder`) when none can
 */
async function chooseBuilder(engines, plan, wanted) {
    if (wanted !== 'auto')
        return { builder: await named(engines, plan, wanted), passedOver: [] };
    const passedOver = [];
    for (const builder of engines) {
        const answer = await builder.can(plan);
        if (answer === true)
            return { builder, passedOver };
        passedOver.push({ name: builder.name, why: answer.no });
    }
    const reasons = passedOver.map(({ name, why }) => `${name}: ${why}`).join('; ');
    throw new errors/* Failed */.cV(3, 'no-builder', `no builder can do this build (${reasons || 'none is known'})`);
}
async function named(engines, plan, wanted) {
    const builder = engines.find(({ name }) => name === wanted);
    if (builder === undefined) {
        const known = ['auto', ...engines.map(({ name }) => name)].join(', ');
        throw new errors/* UsageError */.eb(`builder must be one of ${known}, not ${JSON.stringify(wanted)}`, {
            input: 'builder',
        });
    }
    const answer = await builder.can(plan);
    if (answer === true)
        return builder;
    throw new errors/* UsageError */.eb(`builder ${wanted} cannot do this build: ${answer.no}`, {
        input: 'builder',
    });
}

// EXTERNAL MODULE: ./packages/labels/rules.ts
var rules = __webpack_require__(6111);
// EXTERNAL MODULE: ./packages/io/nearest.ts
var nearest = __webpack_require__(7581);
;// CONCATENATED MODULE: ./packages/labels/lines.ts


/** One `key=value`. @throws UsageError that starts with the place */
function parseLabel(text, where) {
    const at = text.indexOf('=');
    if (at < 1)
        throw lines_fault(where, `must hold name=value, not ${(0,quote/* quote */.h)(text)}`);
    return checkLabel(text.slice(0, at), text.slice(at + 1), where);
}
/** @throws UsageError for a key or a value that no tool reads alike */
function checkLabel(key, value, where) {
    const { key: keys, value: values } = rules/* labelGrammar */.C5;
    if (!keys.pattern.test(key)) {
        throw lines_fault(where, `has ${(0,quote/* quote */.h)(key)}, which must be ${keys.be}`);
    }
    if (!values.pattern.test(value) || !value.isWellFormed()) {
        throw lines_fault(where, `has ${(0,quote/* quote */.h)(key)}, whose value must be ${values.be}, not ${(0,quote/* quote */.h)(value)}`);
    }
    return [key, value];
}
/** The items of an input, one `key=value` each; the last one of a key counts. @throws UsageError */
const parseLabels = (lines, input) => Object.fromEntries(lines.map((line) => parseLabel(line, { name: `input ${JSON.stringify(input)}`, input })));
const lines_fault = ({ name, input }, says) => new errors/* UsageError */.eb(`${name} ${says}`, { input });

;// CONCATENATED MODULE: ./packages/labels/annotations.ts


/** Where an annotation is put. https://docs.docker.com/build/metadata/annotations/ */
const annotationLevels = [
    'manifest',
    'index',
    'manifest-descriptor',
    'index-descriptor',
];
const where = { name: 'input "annotations"', input: 'annotations' };
const place = String.raw `[a-z-]+(?:\[[^\],:=]*\])?`;
const placed = new RegExp(`^(${place}(?:,${place})*):(.+)$`, 's');
/**
 * Lines of `[LEVEL[PLATFORM],…:]key=value`, as build-push-action takes them and metadata-action writes them; without a
 * level an annotation is the manifest's.
 * @throws UsageError that quotes the line
 */
const parseAnnotations = (lines) => lines.flatMap((line) => {
    const [whole, value] = parseLabel(line, where);
    const [, places, key = whole] = placed.exec(whole) ?? [];
    checkLabel(key, value, where);
    if (places === undefined)
        return [{ level: 'manifest', platform: undefined, key, value }];
    return places.split(',').map((text) => ({ ...levelOf(text, line), key, value }));
});
function levelOf(text, line) {
    const [, name = '', platform] = /^([a-z-]+)(?:\[(.*)\])?$/s.exec(text) ?? [];
    const level = annotationLevels.find((known) => known === name);
    if (level === undefined) {
        const known = (0,nearest/* didYouMean */.a)(name, annotationLevels) || `: write ${annotationLevels.join(', ')}`;
        throw lines_fault(where, `has ${(0,quote/* quote */.h)(line)}, and ${(0,quote/* quote */.h)(name)} is no level${known}`);
    }
    if (platform === undefined)
        return { level, platform };
    if (level.startsWith('index')) {
        throw lines_fault(where, `has ${(0,quote/* quote */.h)(line)}, and an index is for all platforms: write ${level}:`);
    }
    if (/^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9_.]+)?$/.test(platform))
        return { level, platform };
    throw lines_fault(where, `has ${(0,quote/* quote */.h)(line)}, whose platform must be os/architecture or os/architecture/variant`);
}
/** Those of a level that are for a platform, and those for all. */
const annotationsAt = (annotations, level, platform) => Object.fromEntries(annotations
    .filter((one) => one.level === level)
    .filter((one) => one.platform === undefined || one.platform === platform)
    .map(({ key, value }) => [key, value]));

// EXTERNAL MODULE: ./packages/layers/base.ts
var layers_base = __webpack_require__(7372);
// EXTERNAL MODULE: ./packages/layers/lines-chain.ts
var lines_chain = __webpack_require__(1350);
;// CONCATENATED MODULE: ./packages/builder/stamp.ts







/**
 * Writes labels into the config and annotations onto the manifest of an image that was just built, whatever engine built
 * it. The base is named only when the image begins with its layers. What the specification's labels of the base say
 * is about the base: they are not taken over, as an engine does.
 * @param about the platform as annotations name it
 * @throws UsageError for labels of the Dockerfile that are longer than annotations can be
 */
async function stamp(built, marks, about) {
    const layout = (0,oci_layout/* openLayout */.B)(built.layout);
    const manifest = await imageAt(layout, built.root);
    const config = await (0,platform_images/* imageConfig */.gj)(layout, manifest);
    const { base, labels: inherited, doubt } = provenBase(config, built.on);
    const own = withoutInherited(config.config?.Labels ?? {}, inherited, about.resolved);
    for (const key of [io_names/* annotation */.w7.baseName, io_names/* annotation */.w7.baseDigest, ...marks.without])
        own.delete(key);
    const { defaults, labels: given, annotations } = marks;
    const labels = sorted({ ...defaults, ...Object.fromEntries(own), ...given, ...base });
    const said = Object.fromEntries(Object.entries(labels).filter(([key]) => (0,rules/* isOci */.oO)(key) || Object.hasOwn(given, key)));
    (0,rules/* refuseTooLong */.xb)(Object.entries(said), 'labels that annotations repeat');
    const root = await rewrite(layout, manifest, {
        config: { ...config, config: { ...config.config, Labels: labels } },
        annotations: sorted({ ...said, ...annotationsAt(annotations, 'manifest', about.platform) }),
    });
    return { built: { ...built, root }, labels, said, doubt };
}
async function imageAt(layout, root) {
    const stored = await layout.manifest(root.digest);
    if (stored === undefined)
        throw new oci_errors/* NotThere */.W2(root.digest, layout.name);
    const manifest = (0,oci_manifest/* parseManifest */.Ng)(stored.bytes, stored.descriptor.mediaType);
    if ((0,oci_manifest/* isIndex */.nw)(manifest))
        throw new oci_errors/* Corrupt */.Q6('what was built', 'it is an index, and no image');
    return manifest;
}
/** What may be said of the base, and the labels that it has. The digest is that of what its name stands for. */
function provenBase({ rootfs }, on) {
    if (on === undefined) {
        return { base: { [io_names/* annotation */.w7.baseName]: 'scratch' }, labels: {}, doubt: undefined };
    }
    const { name, digest, configs } = on;
    const found = configs.find((one) => (0,layers_base/* layersProven */.X0)(rootfs.diff_ids, { diffIds: [one.rootfs.diff_ids] }) !== undefined);
    if (found === undefined) {
        const doubt = `the image does not begin with the layers of ${name}, ${digest}: nothing is said of its base`;
        return { base: {}, labels: {}, doubt };
    }
    const base = { [io_names/* annotation */.w7.baseName]: name, [io_names/* annotation */.w7.baseDigest]: digest };
    return { base, labels: found.config?.Labels ?? {}, doubt: undefined };
}
/** A label that came with the base has its value, and no LABEL of the build names it. */
function withoutInherited(labels, ofBase, resolved) {
    const all = new Map(Object.entries(labels));
    const inherited = [...all.keys()].filter((key) => (0,rules/* isOci */.oO)(key) && labels[key] === ofBase[key]);
    if (inherited.length === 0)
        return all;
    const named = new Set((0,lines_chain/* chainOf */.d)(resolved)
        .filter(({ keyword }) => keyword === 'LABEL')
        .flatMap(({ words }) => words.map((word) => stamp_bare(word.slice(0, word.indexOf('='))))));
    for (const key of inherited)
        if (!named.has(key))
            all.delete(key);
    return all;
}
const stamp_bare = (name) => name.replace(/["']/g, '');
async function rewrite(layout, { layers }, { config, annotations }) {
    const bytes = stamp_encode(config);
    const descriptor = { mediaType: oci_descriptor/* mediaType */.JL.config, digest: (0,oci_digest/* digestOf */.ol)(bytes), size: bytes.length };
    await layout.putBlob(descriptor, async () => external_node_stream_.Readable.from([bytes]));
    const manifest = {
        schemaVersion: 2,
        mediaType: oci_descriptor/* mediaType */.JL.manifest,
        config: descriptor,
        layers,
        annotations,
    };
    return layout.putManifest(stamp_encode(manifest), oci_descriptor/* mediaType */.JL.manifest);
}
const stamp_encode = (value) => new TextEncoder().encode(JSON.stringify(value));

;// CONCATENATED MODULE: ./packages/pipeline/build.ts





/**
 * Builds a recipe for all its platforms; more than one give an index. Nothing shared is written.
 * @throws Refused when the image lacks labels that the policy requires
 */
async function buildRecipe(recipe, ports) {
    const [platform, ...others] = recipe.platforms;
    if (platform === undefined)
        throw new errors/* UsageError */.eb('"platforms" names none', { input: 'platforms' });
    for (const note of [...recipe.marks.notes, ...unplaced(recipe)])
        ports.log.warn(note);
    const bases = new Map();
    const first = await buildPlatform(recipe, { platform, bases }, ports);
    if (others.length === 0)
        return first;
    const rest = [];
    for (const other of others) {
        rest.push(await buildPlatform(recipe, { platform: other, bases }, ports));
    }
    const { annotations } = recipe.marks;
    const part = (one) => ({
        ...one,
        annotations: one.about,
    });
    const built = await joinPlatforms([part(first), ...rest.map(part)], {
        into: await ports.temporary(),
        annotations: annotationsAt(annotations, 'index'),
    });
    return {
        built,
        about: annotationsAt(annotations, 'index-descriptor'),
        engine: first.engine,
        steps: [first, ...rest].flatMap(({ steps }) => steps),
    };
}
/**
 * Annotations that have no place on what is built, a sentence each.
 * @throws UsageError for one that is for a platform that is not built
 */
function unplaced({ marks, platforms }) {
    const names = platforms.map(oci_descriptor/* formatPlatform */.Bq);
    const none = new Set();
    for (const { level, platform, key } of marks.annotations) {
        if (platform !== undefined && !names.includes(platform)) {
            throw new errors/* UsageError */.eb(`the annotation ${(0,quote/* quote */.h)(key)} is for ${platform}, and what is built is for ${names.join(', ')}`, { input: 'annotations' });
        }
        if (names.length === 1 && level.startsWith('index') && !(0,rules/* isOurs */.MU)(key))
            none.add(level);
    }
    return [...none].map((level) => `annotations of ${level} are left out: an image for one platform has no index`);
}
async function buildPlatform(recipe, { platform, bases }, ports) {
    const { context, dockerfile, ignore, target, args, epoch, marks } = recipe;
    const name = (0,oci_descriptor/* formatPlatform */.Bq)(platform);
    const buildPlatform = (0,oci_descriptor/* formatPlatform */.Bq)(ports.machine);
    const resolved = (0,resolve/* resolve */.h)(dockerfile, { target, args, platform: name, buildPlatform });
    const plan = {
        context,
        dockerfile,
        ...(target === undefined ? {} : { target }),
        ...(ignore === undefined ? {} : { ignore }),
        platform,
        args,
        epoch,
        bases: await pinBases(resolved, bases, ports),
    };
    const { builder, passedOver } = await chooseBuilder(ports.engines, plan, ports.builder);
    const into = await ports.temporary();
    const stamped = await ports.log.step(`Built ${name} with ${builder.name}`, async () => stamp(await builder.build(plan, into, ports.signal), marks, { resolved, platform: name }));
    if (stamped.doubt !== undefined)
        ports.log.warn(stamped.doubt);
    refuseUnlabelled(stamped, marks);
    const { built, said } = stamped;
    return {
        built,
        about: annotationsAt(marks.annotations, 'manifest-descriptor', name),
        said,
        platform,
        engine: { ...built.engine, passedOver },
        steps: built.steps.map((step) => ({ platform: name, ...step })),
    };
}
function refuseUnlabelled({ labels }, { required }) {
    const missing = (0,labels_marks/* missingFrom */.fY)(labels, required);
    if (missing.length === 0)
        return;
    throw new errors/* Refused */.Lw('labels-missing', `the image has no label ${missing.map(quote/* quote */.h).join(', ')}, which ecluse.yml requires: set it in the Dockerfile, in labels, labels-from or ecluse.yml`);
}
/**
 * Every image that the target reaches, resolved once for all platforms: what a tag means must not change during a build.
 * @param known what was resolved before; more is added
 */
async function pinBases({ externals, dockerfile }, known, { open }) {
    for (const { name, line } of externals) {
        if (known.has(name))
            continue;
        const reference = (0,oci_reference/* parseRegistryReference */.qq)(name);
        const from = open(reference.name, 'read');
        const at = reference.digest ?? reference.tag ?? (0,oci_reference/* parseTag */.ED)('latest');
        const descriptor = await from.resolve(at);
        if (descriptor === undefined) {
            throw new oci_errors/* NotThere */.W2(`${(0,oci_reference/* formatReference */.FH)(reference)}, which ${dockerfile.file}:${line} names,`, `the store or its registry`);
        }
        known.set(name, { name: (0,oci_reference/* formatReference */.FH)(reference), descriptor, from });
    }
    return new Map(known);
}

// EXTERNAL MODULE: ./packages/config/tree-owners.ts + 1 modules
var tree_owners = __webpack_require__(2736);
// EXTERNAL MODULE: ./packages/lifecycle/layers.ts
var lifecycle_layers = __webpack_require__(8891);
// EXTERNAL MODULE: ./packages/oci/local.ts
var local = __webpack_require__(1223);
;// CONCATENATED MODULE: ./packages/oci/whole.ts


/** A layout as if it held what others hold for it: layers of the base, say. */
function whole(layout, elsewhere) {
    const holder = (digest) => elsewhere.get(digest) ?? layout;
    return (0,local/* withParts */.dK)({
        name: layout.name,
        manifest: (at) => ((0,oci_digest/* isDigest */.Bc)(at) ? holder(at) : layout).manifest(at),
        blob: (descriptor, how) => holder(descriptor.digest).blob(descriptor, how),
    }, (digest) => (0,local/* filePartOf */.t$)(holder(digest), digest));
}

// EXTERNAL MODULE: ./packages/pipeline/looks.ts
var pipeline_looks = __webpack_require__(6949);
;// CONCATENATED MODULE: ./packages/pipeline/look-into.ts





/**
 * What is in an image that was just built, compared with what stands in the last environment: read from where it was
 * built, which lies nearest. Null where it cannot be told, which the log says.
 */
async function lookInto({ image, product, recipe }, { looks, ground, log, }) {
    const { layout, root, elsewhere } = product.built;
    const unknown = (why) => {
        log.warn(`what is in the image is not known: ${why}`);
        return null;
    };
    return (0,pipeline_looks/* unlessUnknown */.j)(async () => {
        const subject = {
            repository: whole((0,oci_layout/* openLayout */.B)(layout), elsewhere),
            digest: root.digest,
            name: image.repository,
        };
        const before = await (0,pipeline_looks/* unlessUnknown */.j)(() => lastStanding(image, ground), unknown);
        const { dockerfile, target } = recipe;
        const owners = await ownersOf(recipe, ground);
        const source = { dockerfile, target };
        return looks.document(subject, { source, owners, before: before ?? undefined });
    }, unknown);
}
/** Who answers for what is built here, by the CODEOWNERS of this tree and the policy. */
async function ownersOf({ context, dockerfile }, { history, policy }) {
    if (history === undefined)
        return undefined;
    const { root } = history;
    const codeowners = await (0,tree_owners/* treeOwners */.X)(root);
    return {
        base: policy.base?.owner,
        of: codeowners?.of ?? (() => Promise.resolve(undefined)),
        dockerfile: await (0,tree_owners/* fromTop */.k)(root, (0,external_node_path_.resolve)(root, dockerfile.file)),
        context: (await (0,tree_owners/* fromTop */.k)(root, context)) ?? '',
    };
}
/** What users have: the image in the environment that comes last. */
async function lastStanding(image, ground) {
    const last = ground.policy.environments.at(-1);
    if (last === undefined)
        return null;
    const place = (0,lifecycle_place/* placeOf */.$t)(image, last, ground.open);
    const digest = await (0,lifecycle_place/* standingAt */.Ib)(place);
    return digest === undefined
        ? null
        : { repository: place.repository, digest, name: place.repository.name };
}
/** The gates over layers of every environment, for an image that is promoted nowhere: what would happen to it. */
async function judgeLayersAhead(image, { own, digest }, ground) {
    const results = [];
    for (const environment of ground.policy.environments) {
        const { layers } = environment.gates;
        if (layers === undefined)
            continue;
        const place = (0,lifecycle_place/* placeOf */.$t)(image, environment, ground.open);
        const standing = await (0,lifecycle_place/* standingAt */.Ib)(place);
        const judged = await (0,lifecycle_layers/* judgeLayersOf */.N)(layers, { own, place, candidate: digest, standing }, ground.layers);
        results.push(...judged.map((one) => ({ ...one, reason: `${environment.name}: ${one.reason}` })));
    }
    return results;
}

;// CONCATENATED MODULE: ./packages/pipeline/say-unkept.ts

/**
 * Says which annotations have no place: those of a descriptor stand beside the name of what it describes, and only a folder
 * keeps that.
 */
function sayUnkept({ about, built }, { repository, isNamed }, log) {
    if (Object.keys(about).length === 0 || (isNamed && (0,local/* keepsDescriptors */.vR)(repository)))
        return;
    const level = (0,oci_descriptor/* isIndexType */.$U)(built.root.mediaType) ? 'index-descriptor' : 'manifest-descriptor';
    const why = isNamed
        ? 'a registry has no descriptor beside a tag, and only a store that is a folder has'
        : 'what differs from its commit gets no name';
    log.warn(`annotations of ${level} are left out: ${why}`);
}

;// CONCATENATED MODULE: ./packages/pipeline/obtain.ts








/**
 * What was built for this commit.
 * @throws UsageError when that was with another recipe, Refused when it says that it is of another commit
 */
async function findBuilt({ event: { commit }, fingerprint }, repository, built) {
    if (built === undefined)
        return undefined;
    const { recipe } = await claimedOrigin(repository, built, commit);
    if (recipe === undefined || fingerprint === undefined || recipe === fingerprint) {
        return { digest: built, made: undefined, claim: 'before' };
    }
    throw new errors/* UsageError */.eb(`commit ${commit} was built before, as ${built}, with another context, file, target, platforms, build-args or labels: a commit has one image, so pass the same or commit the change`);
}
/** @throws Refused for an image under the claim that says that it is of another commit */
async function claimedOrigin(repository, digest, commit) {
    const origin = await (0,lifecycle_origin/* originOf */.y)(repository, digest);
    const { revision } = origin;
    if (revision === undefined || revision === commit)
        return origin;
    throw new errors/* Refused */.Lw('other-commit', `${(0,names/* claimTag */.rT)(commit)} stands on ${digest}, which says that it is of commit ${(0,quote/* quote */.h)(revision)}: find out who has put it there, and remove the tag`);
}
/** Builds, stores, and claims; who loses the claim goes on with the image that won it. @throws Refused as `findBuilt` */
async function obtain(errand, repository, how) {
    const made = await buildAndStore(errand, repository, how);
    const content = await (0,lifecycle_content/* contentOf */.$)(repository, made.root.digest);
    const { about: annotations } = made.product;
    const { digest, won } = await (0,claim/* claim */.B7)(repository, errand.event.commit, { ...content, annotations });
    if (!won)
        await claimedOrigin(repository, digest, errand.event.commit);
    sayUnkept(made.product, { repository, isNamed: true }, how.ports.log);
    return { digest, made, claim: won ? 'won' : 'lost' };
}
/** Builds in a private layout. */
async function build({ recipe: read }, ports) {
    const recipe = await read();
    return { product: await buildRecipe(recipe, ports), recipe };
}
/** Looks into what was built. */
async function lookedInto({ image, layers }, built, { ports, ground }) {
    const { product } = built;
    return {
        product,
        root: product.built.root,
        layers: layers ? await lookInto({ image, ...built }, { ...ports, ground }) : null,
    };
}
/** Builds and stores by digest; no name stands on it yet. */
async function buildAndStore(errand, repository, how) {
    const { ports } = how;
    const built = await build(errand, ports);
    const { layout, root, elsewhere } = built.product.built;
    await ports.log.step(`Stored ${repository.name}@${root.digest}`, (progress) => (0,copy/* copy */.C)({
        from: (0,oci_layout/* openLayout */.B)(layout),
        to: repository,
        root,
        elsewhere,
        signal: ports.signal,
        onProgress: (done, of) => {
            progress(done, of, 'bytes');
        },
    }));
    await (0,say_parts/* sayParts */.U)(built.product.built, { repository, signal: ports.signal });
    return lookedInto(errand, built, how);
}

// EXTERNAL MODULE: ./packages/lifecycle/base.ts
var base = __webpack_require__(8284);
// EXTERNAL MODULE: ./packages/lifecycle/gates/base.ts
var gates_base = __webpack_require__(1589);
;// CONCATENATED MODULE: ./packages/pipeline/base.ts

/** Whether an image that is stored nowhere yet stands on an allowed base; nothing when the policy names none. */
async function judgeBase(own, digest, { policy, open }) {
    if (policy.base === undefined)
        return [];
    const facts = await (0,base/* baseOf */.b)(own, digest, open);
    return [gates_base/* baseGate */.P.judge(policy.base.allowed, facts, undefined)];
}

;// CONCATENATED MODULE: ./packages/pipeline/unnamed.ts







/** A pull request, or a dry run: the image is built and judged, and nothing shared is written. */
async function runPrivately(errand, ports, ground) {
    const made = await lookedInto(errand, await build(errand, ports), { ports, ground });
    const { layout, root, elsewhere } = made.product.built;
    const own = whole((0,oci_layout/* openLayout */.B)(layout), elsewhere);
    return {
        ...report(errand, made),
        digest: root.digest,
        results: [
            ...(await judgeBase(own, root.digest, ground)),
            ...(await judgeLayersAhead(errand.image, { own, digest: root.digest }, ground)),
        ],
    };
}
/** What belongs to no commit is stored by digest, and gets no name at all. */
async function runDirty(errand, ports, ground) {
    const { image, event, dirty, duties } = errand;
    const repository = ports.open(image.repository, 'write');
    const made = await buildAndStore(errand, repository, { ports, ground });
    const { root } = made;
    sayUnkept(made.product, { repository, isNamed: false }, ports.log);
    const refusal = {
        gate: 'clean',
        outcome: 'failed',
        reason: `a version is given to a commit, and the tree differs from it in ${dirty.join(', ')}`,
        evidence: dirty,
    };
    return {
        ...report(errand, made),
        image: (0,oci_reference/* pinned */.dp)(image.repository, root.digest),
        digest: root.digest,
        results: duties.version ? [refusal] : [],
        how: 'built',
        version: (0,names/* dirtyVersion */.Pb)(event.commit),
    };
}

;// CONCATENATED MODULE: ./packages/pipeline/image.ts






/**
 * Takes one image as far as its event lets it: find or build, store, claim, version, environments. What
 * an earlier run has done is found and not done again, so a rerun continues where a run was ended.
 */
async function runImage(errand, ports, ground) {
    const { image, duties, names } = errand;
    if (!duties.store)
        return runPrivately(errand, ports, ground);
    if (errand.dirty.length > 0) {
        return errand.dryRun ? runPrivately(errand, ports, ground) : runDirty(errand, ports, ground);
    }
    const repository = ports.open(image.repository, 'write');
    const version = duties.version ? names.flatMap((name) => name.version ?? [])[0] : undefined;
    const built = await (0,claim/* claimed */.Sf)(repository, errand.event.commit);
    const taken = version && (await (0,pipeline_existing/* versionElsewhere */.B6)(repository, version, built?.digest));
    if (version !== undefined && taken !== undefined) {
        if (errand.onExisting === 'skip')
            return skippedRun(errand, repository, { version, taken });
        throw await (0,pipeline_existing/* refusal */.x5)(errand, repository, { version, taken, built: built?.digest, ground });
    }
    const found = await findBuilt(errand, repository, built?.digest);
    if (found === undefined && errand.dryRun)
        return runPrivately(errand, ports, ground);
    const obtained = found ?? (await obtain(errand, repository, { ports, ground }));
    return nameAndMove(errand, { ...obtained, version }, ground);
}
/** The version is given already, and it was asked to leave that be. */
const skippedRun = async (errand, repository, what) => ({
    ...report(errand, undefined),
    how: 'skipped',
    version: what.version.text,
    results: [await (0,pipeline_existing/* skippedResult */.ky)(repository, what)],
});

// EXTERNAL MODULE: ./packages/config/yaml.ts
var config_yaml = __webpack_require__(7646);
;// CONCATENATED MODULE: ./packages/config/labels-file.ts



const input = 'labels-from';
/**
 * The labels of a file: YAML or JSON with one text for each key by its name's end, or by a `{` at its start; else lines
 * of `key=value`, in which empty ones and those that start with `#` say nothing.
 * @throws UsageError that names file and line
 */
function readLabels(text, file) {
    const label = /^[\w./ -]+$/.test(file) ? file : JSON.stringify(file);
    // Whoever read the bytes put this where they were no UTF-8.
    if (text.includes('\uFFFD'))
        throw new errors/* UsageError */.eb(`${label} is not UTF-8`, { input });
    return /\.(?:json|ya?ml)$/i.test(file) || text.trimStart().startsWith('{')
        ? ofMapping(text, { label, file })
        : ofLines(text, label);
}
function ofLines(text, label) {
    const labels = new Map();
    for (const [index, line] of text
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .entries()) {
        if (/^\s*(?:#|$)/.test(line))
            continue;
        const name = `${label} line ${index + 1}`;
        const [key, value] = parseLabel(line.trim(), { name, input });
        if (labels.has(key))
            throw new errors/* UsageError */.eb(`${name} has ${key} for the second time`, { input });
        labels.set(key, value);
    }
    return Object.fromEntries(labels);
}
function ofMapping(text, source) {
    const yaml = (0,config_yaml/* readYaml */.gM)(new TextEncoder().encode(text), source);
    const { value } = yaml;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        yaml.refuse([{ path: [], says: 'must have a key and a text for each label' }]);
        return {};
    }
    const entries = Object.entries(value);
    yaml.refuse(entries.flatMap(([key, inner]) => typeof inner === 'string' ? [] : [{ path: [key], says: 'must be text: put it in quotes' }]));
    const where = { name: source.label, input };
    return Object.fromEntries(entries.map(([key, inner]) => checkLabel(key, String(inner), where)));
}

// EXTERNAL MODULE: ./packages/io/bounded-file.ts
var bounded_file = __webpack_require__(661);
;// CONCATENATED MODULE: ./packages/labels/source-url.ts
const longest = 2048;
/** `git@github.com:acme/shop.git`; one letter before the colon is a drive of Windows. */
const scp = /^(?:[^@/\s]+@)?([A-Za-z0-9][A-Za-z0-9.-]+):(?!\/\/)(.+)$/;
/** How git may be told to reach what a browser reaches too. */
const schemes = {
    'http:': 'http:',
    'https:': 'https:',
    'ssh:': 'https:',
    'git:': 'https:',
    'git+ssh:': 'https:',
};
/**
 * The URL at which people find a repository, from the one by which git does: without logins, ports of other protocols
 * and `.git`, so that all clones of a repository say the same.
 * @returns undefined for a path of this machine, and for what is no URL
 */
function webUrl(remote) {
    if (remote.length > longest || /[\p{Cc}\s\\]/u.test(remote))
        return undefined;
    const [, host, path] = remote.includes('://') ? [] : (scp.exec(remote) ?? []);
    const url = URL.parse(host === undefined ? remote : `ssh://${host}/${path ?? ''}`);
    const scheme = schemes[url?.protocol ?? ''];
    if (url === null || scheme === undefined || url.hostname === '')
        return undefined;
    const place = scheme === url.protocol ? url.host : url.hostname;
    const inside = url.pathname.replace(/\/+$/, '').replace(/\.git$/, '');
    return inside.length < 2 ? undefined : `${scheme}//${place}${inside}`;
}
/** Of the repository that a workflow runs for; undefined: none runs. */
function sourceOfRun(env) {
    const server = env.get('GITHUB_SERVER_URL') ?? '';
    const repository = env.get('GITHUB_REPOSITORY') ?? '';
    return server === '' || repository === '' ? undefined : webUrl(`${server}/${repository}`);
}

;// CONCATENATED MODULE: ./packages/pipeline/marks.ts




const marks_maxBytes = 256 * 1024;
/** Reads what inputs say of the images. @throws UsageError that names the input or the line of the file */
async function readSaid({ cwd }, input) {
    return {
        labels: parseLabels(input.labels, 'labels'),
        file: await readFile(cwd, input['labels-from']),
        annotations: parseAnnotations(input.annotations),
    };
}
async function readFile(cwd, file) {
    if (file === undefined)
        return {};
    const text = await (0,bounded_file/* boundedFile */.K)(external_node_path_default().resolve(cwd, file), 'labels-from', marks_maxBytes);
    if (text !== undefined)
        return readLabels(text, file);
    throw new errors/* UsageError */.eb(`labels-from ${JSON.stringify(file)} is not there: name a file with labels`, {
        input: 'labels-from',
    });
}
/** The web page of the sources: the workflow's repository, else that of the remote `origin`. */
const sourceUrl = async ({ env, history, }) => sourceOfRun(env) ?? (await originOf(history));
/** What an image gets: what is known of it, what is said of it, and the digest of what decided its build. */
async function marksFor(io, facts, { said, policy, fingerprint, }) {
    const source = await sourceUrl(io);
    const marks = (0,labels_marks/* marksOf */.Ok)({ ...facts, source }, said, policy.labels);
    const recipe = { platform: undefined, key: io_names/* annotation */.w7.recipe, value: fingerprint };
    const own = ['manifest', 'index'].map((level) => ({ level, ...recipe }));
    return { ...marks, annotations: [...marks.annotations, ...own] };
}
async function originOf(history) {
    const origin = await (await history())?.origin();
    return origin === undefined ? undefined : webUrl(origin);
}
/** They differ from run to run, and make no other image of a commit. */
const passing = [io_names/* annotation */.w7.created, io_names/* annotation */.w7.version];
/** What people say of an image as it decides a build, in an order of its own. */
function fingerprintOfSaid({ labels, file, annotations }) {
    const lasting = (of) => Object.entries(of)
        .filter(([key]) => !passing.includes(key))
        .map(([key, value]) => `${key}=${value}`)
        .sort();
    const lines = annotations
        .filter(({ key }) => !passing.includes(key))
        .map(({ level, platform = '', key, value }) => `${level}[${platform}]:${key}=${value}`);
    return {
        labels: lasting(labels),
        ...(Object.keys(file).length === 0 ? {} : { file: lasting(file) }),
        ...(lines.length === 0 ? {} : { annotations: lines.sort() }),
    };
}

// EXTERNAL MODULE: ./packages/pipeline/prepare.ts
var prepare = __webpack_require__(4758);
;// CONCATENATED MODULE: ./packages/builder/source.ts




const source_maxBytes = 1024 * 1024;
/**
 * Reads what a build starts from. `<Dockerfile>.dockerignore` counts before `.dockerignore`.
 * @param file absolute, or relative to `root`; so is `context`
 * @throws UsageError when there is no such folder or file, or it is no Dockerfile
 */
async function readSource(root, { context, file }) {
    const folder = (0,external_node_path_.resolve)(root, context);
    const found = await (0,promises_.stat)(folder).catch(() => undefined);
    if (found?.isDirectory() !== true) {
        throw new errors/* UsageError */.eb(`context ${JSON.stringify(context)} is not a folder`, {
            input: 'context',
        });
    }
    const path = (0,external_node_path_.resolve)(root, file);
    const bytes = await readBounded(path, file);
    if (bytes === undefined) {
        throw new errors/* UsageError */.eb(`there is no Dockerfile at ${JSON.stringify(file)}: name it with "file"`, {
            input: 'file',
        });
    }
    const dockerfile = (0,parse/* parseDockerfile */.A)(bytes, (0,external_node_path_.relative)(root, path) || file);
    const ignoreFiles = ignoreFileNames(path).map((name) => (0,external_node_path_.resolve)(folder, name));
    return {
        context: folder,
        dockerfile,
        ignore: await readFirst(ignoreFiles),
        ignoreFiles: ignoreFiles.map((name) => (0,external_node_path_.relative)(root, name)),
    };
}
async function readFirst(paths) {
    for (const path of paths) {
        const bytes = await readBounded(path, path);
        if (bytes !== undefined)
            return new TextDecoder().decode(bytes);
    }
    return undefined;
}
async function readBounded(path, shown) {
    const info = await (0,promises_.stat)(path).catch((error) => {
        if ((0,errors/* codeOf */.$N)(error) === 'ENOENT' || (0,errors/* codeOf */.$N)(error) === 'ENOTDIR')
            return undefined;
        throw new errors/* UsageError */.eb(`${JSON.stringify(shown)} cannot be read`, { cause: error });
    });
    if (info === undefined)
        return undefined;
    if (!info.isFile())
        throw new errors/* UsageError */.eb(`${JSON.stringify(shown)} is not a file`);
    if (info.size > source_maxBytes) {
        throw new errors/* UsageError */.eb(`${JSON.stringify(shown)} is larger than 1 MiB`);
    }
    return (0,promises_.readFile)(path);
}

;// CONCATENATED MODULE: ./packages/pipeline/recipe.ts






/**
 * What file and inputs say together. Paths in it start at the top of the repository.
 * @throws UsageError for a path that leaves the repository
 */
function buildOf(io, root, { build, input }) {
    const given = (name, path) => {
        const inside = (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(io.cwd, path)).split(external_node_path_.sep).join('/') || '.';
        if (inside !== '..' && !inside.startsWith('../') && !(0,external_node_path_.isAbsolute)(inside))
            return inside;
        throw new errors/* UsageError */.eb(`${name} ${JSON.stringify(path)} lies outside of the repository: what is built belongs to a commit`, { input: name });
    };
    const context = input.context === undefined
        ? (build?.context ?? given('context', '.'))
        : given('context', input.context);
    const beside = external_node_path_.posix.join(context, 'Dockerfile');
    const file = input.file !== undefined
        ? given('file', input.file)
        : input.context === undefined
            ? (build?.file ?? beside)
            : beside;
    return {
        context,
        file,
        target: input.target ?? build?.target,
        platforms: [...new Set(input.platforms.length > 0 ? input.platforms : build?.platforms)],
        args: { ...build?.args, ...pairs('build-args', input['build-args']) },
    };
}
/**
 * Reads Dockerfile and ignore file.
 * @throws UsageError also when the store would be part of the image
 */
async function sourceOf(root, build, { cwd, store }) {
    const source = await readSource(root, build);
    if (store === undefined || store.includes('://'))
        return source;
    const inside = (0,external_node_path_.relative)(source.context, (0,external_node_path_.resolve)(cwd, store)).split(external_node_path_.sep).join('/');
    const outside = inside === '' || inside === '..' || inside.startsWith('../') || (0,external_node_path_.isAbsolute)(inside);
    if (outside ||
        (source.ignore !== undefined && ignoreRules(source.ignore).ignores(inside, true))) {
        return source;
    }
    throw new errors/* UsageError */.eb(`the store ${JSON.stringify(store)} lies in the context of the build: put it elsewhere, or into the ignore file`, { input: 'store' });
}
/** A digest of what decides a build beside its commit: two builds of a commit are the same only when these are. */
function fingerprintOf(build, of) {
    const { context, file, target, platforms, args } = build;
    const said = {
        context,
        file,
        target: target ?? null,
        platforms,
        args: Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1)),
        ...fingerprintOfSaid(of),
    };
    return (0,oci_digest/* digestOf */.ol)(new TextEncoder().encode(JSON.stringify(said)));
}
/** The recipe for a commit; a tree that differs from it does not call itself by it. */
async function recipeOf(io, { build, source }, about) {
    const { commit, fingerprint, title, dirty } = about;
    const epoch = await epochOf(io, commit);
    const facts = {
        title,
        epoch,
        commit: dirty ? undefined : commit,
        version: dirty ? undefined : about.version,
    };
    return {
        ...source,
        target: build.target,
        platforms: build.platforms.length > 0 ? build.platforms.map(parsePlatform) : [machinePlatform(io)],
        args: build.args,
        marks: await marksFor(io, facts, { said: about.said, policy: about.policy, fingerprint }),
        epoch,
    };
}
/** Images are for Linux, whatever builds them. */
const machinePlatform = ({ machine }) => ({
    os: 'linux',
    architecture: machine.architecture,
});
/** @throws UsageError */
function parsePlatform(text) {
    const [, os, architecture, variant] = /^([a-z0-9]+)\/([a-z0-9_]+)(?:\/([a-z0-9_.]+))?$/.exec(text) ?? [];
    if (os !== undefined && architecture !== undefined) {
        return { os, architecture, ...(variant === undefined ? {} : { variant }) };
    }
    throw new errors/* UsageError */.eb(`platform ${JSON.stringify(text)} must be os/architecture or os/architecture/variant, such as linux/arm64`, { input: 'platforms' });
}
/** `SOURCE_DATE_EPOCH`, else the time of the commit: https://reproducible-builds.org/specs/source-date-epoch/ */
async function epochOf(io, commit) {
    const given = io.env.get('SOURCE_DATE_EPOCH');
    if (given !== undefined && given !== '') {
        if (/^\d{1,12}$/.test(given))
            return Number(given);
        throw new errors/* UsageError */.eb(`SOURCE_DATE_EPOCH must be seconds since 1970, not ${JSON.stringify(given)}`);
    }
    const history = await io.history();
    return history === undefined ? 0 : Math.floor((await history.time(commit)).getTime() / 1000);
}
function pairs(input, lines) {
    return Object.fromEntries(lines.map((line) => {
        const at = line.indexOf('=');
        if (at > 0)
            return [line.slice(0, at), line.slice(at + 1)];
        throw new errors/* UsageError */.eb(`input "${input}" must hold name=value, not ${JSON.stringify(line)}`, {
            input,
        });
    }));
}

;// CONCATENATED MODULE: ./packages/pipeline/situation.ts
/** The table of events: who may store, name and move what. */
const duties = {
    change: { store: false, version: false, environments: false },
    'default branch': { store: true, version: false, environments: true },
    'other branch': { store: true, version: false, environments: false },
    'version tag': { store: true, version: true, environments: true },
};
/** @returns undefined when the event is none that builds: a schedule */
function situationOf(event, defaultBranch) {
    switch (event.kind) {
        case 'change':
            return 'change';
        case 'push':
            return event.branch === defaultBranch ? 'default branch' : 'other branch';
        case 'tag':
            return 'version tag';
        case 'schedule':
            return undefined;
    }
}

// EXTERNAL MODULE: ./packages/pipeline/stray.ts
var stray = __webpack_require__(9812);
// EXTERNAL MODULE: ./packages/version/version.ts
var version_version = __webpack_require__(2229);
;// CONCATENATED MODULE: ./packages/pipeline/wanted.ts



/** A repository that the input names beside those of the file. */
const repositoriesIn = (image) => image?.includes('/') === true ? [(0,oci_reference/* parseReference */.F2)(image).name] : [];
/**
 * The images of the file, one of them by name or repository, or the one that the input names.
 * @throws UsageError
 */
function wantedImages({ tree, policy }, image) {
    const images = (tree?.images ?? []).map((one) => {
        // Where an image is kept is policy: what the tree says of it counts only until the policy knows the image.
        const policied = policy.images.find(({ name }) => name === one.name);
        return { ...one, ...policied, known: policied !== undefined };
    });
    if (image === undefined) {
        if (images.length > 0)
            return images;
        throw new errors/* UsageError */.eb('there is no ecluse.yml here and no image is named: write one, or pass --image REGISTRY/NAME', { input: 'image' });
    }
    const found = images.filter(({ name, repository }) => name === image || repository === image);
    if (found.length > 0)
        return found;
    if (!image.includes('/') && images.length > 0) {
        const names = images.map(({ name }) => name).join(', ');
        throw new errors/* UsageError */.eb(`there is no image ${JSON.stringify(image)} in ecluse.yml: it has ${names}`, { input: 'image' });
    }
    return [wanted_named(image)];
}
function wanted_named(image) {
    const { name, tag, digest } = (0,oci_reference/* parseReference */.F2)(image);
    if (tag === undefined && digest === undefined) {
        return { name, repository: name, tagPrefix: '', build: undefined, known: false };
    }
    throw new errors/* UsageError */.eb(`image ${JSON.stringify(image)} must have no tag and no digest: images are stored by digest, and tags and promote name them`, { input: 'image' });
}
/** A git tag is for the images whose version it can be. */
const concerns = (event, { tagPrefix }) => event.kind !== 'tag' || (0,version_version/* versionOfGitTag */.M)(event.tag, tagPrefix) !== undefined;

;// CONCATENATED MODULE: ./packages/pipeline/run.ts













/** Does for every image what the event may do: the whole pipeline. */
const runEvent = (io, input) => runWith(io, input, (duties) => duties);
/** Builds, stores and claims; names and environments are left to others. */
const buildEvent = (io, input) => runWith(io, { ...input, 'on-existing': 'fail' }, ({ store }) => ({
    store,
    version: false,
    environments: false,
}));
async function runWith(io, input, limit) {
    (0,existing/* refuseAdopt */.l)(input['on-existing']);
    const event = await (0,prepare/* eventOf */.A6)(io);
    const prepared = await (0,prepare/* prepare */.iA)(io, input, { event, named: repositoriesIn(input.image) });
    const duties = limit(await dutiesFor(io, event));
    const wanted = wantedImages(prepared, input.image).filter((image) => concerns(event, image));
    if (wanted.length === 0 && event.kind === 'tag') {
        throw new nothing/* NothingToDo */.iH(`git tag ${JSON.stringify(event.tag)} is not a version`);
    }
    if (duties.version)
        await (0,stray/* refuseStray */.u)(event.commit, prepared.ground.history);
    const run = new Run(io, input, { event, duties, prepared });
    const images = [];
    for (const image of wanted) {
        images.push(wanted.length === 1 ? await run.image(image) : await run.imageOfMany(image));
    }
    return (0,pipeline_document/* documentOf */.l)(images, event.kind, withNote(prepared.sources, wanted));
}
async function dutiesFor(io, event) {
    const situation = situationOf(event, await defaultName(io, event));
    if (situation !== undefined)
        return duties[situation];
    throw new errors/* UsageError */.eb('a schedule has nothing to run yet: this version builds and promotes on push, tag, pull_request and workflow_dispatch');
}
/** A push to the default branch has it at hand: where it cannot be asked, this is another branch. */
async function defaultName(io, { kind }) {
    if (kind !== 'push')
        return undefined;
    try {
        return (await (await io.history())?.defaultBranch())?.name;
    }
    catch (error) {
        if (error instanceof errors/* Failed */.cV && error.exit === 3)
            return undefined;
        throw error;
    }
}
function withNote(sources, wanted) {
    const unknown = wanted.filter(({ known }) => !known).map(({ name }) => name);
    if (unknown.length === 0 || sources.policy === 'none')
        return sources;
    const note = `the policy does not know ${unknown.join(', ')}: it moves nothing`;
    return { ...sources, note: sources.note === null ? note : `${sources.note}; ${note}` };
}
/** An image that no file names is called by its repository. */
const titleOf = ({ name }) => name.slice(name.lastIndexOf('/') + 1);
class Run {
    #io;
    #input;
    #event;
    #duties;
    #prepared;
    #ports;
    constructor(io, input, about) {
        this.#io = io;
        this.#input = input;
        this.#event = about.event;
        this.#duties = about.duties;
        this.#prepared = about.prepared;
        this.#ports = {
            signal: io.signal,
            log: io.log,
            machine: io.machine,
            temporary: () => io.temporary(),
            open: about.prepared.open,
            engines: enginesOf(io),
            builder: input.builder,
            looks: about.prepared.looks,
        };
    }
    async image(image) {
        return runImage(await this.#errand(image), this.#ports, this.#groundOf(image));
    }
    /** What fails for one image of several is told beside what became of the others. */
    async imageOfMany(image) {
        try {
            return await this.image(image);
        }
        catch (error) {
            if (this.#io.signal.aborted || !(error instanceof errors/* Failed */.cV))
                throw error;
            return failedRun(image, this.#event, (0,failure/* failureOf */.g)(error));
        }
    }
    #groundOf({ known }) {
        const { ground } = this.#prepared;
        return known ? ground : { ...ground, policy: { ...ground.policy, environments: [] } };
    }
    async #errand(image) {
        const io = this.#io;
        const input = this.#input;
        const { history } = this.#prepared.ground;
        if (history === undefined)
            throw new errors/* UsageError */.eb('a run needs the git repository of its sources');
        const { commit } = this.#event;
        const build = buildOf(io, history.root, { build: image.build, input });
        const about = {
            image,
            event: this.#event,
            duties: this.#duties,
            dryRun: input['dry-run'],
            layers: input.layers,
            onExisting: input['on-existing'],
            names: (0,names/* planNames */.AO)(this.#event, image.tagPrefix),
        };
        // A pull request is built as it was checked out, whichever commit the event calls it.
        const here = this.#event.kind === 'change' || (await history.head()).commit === commit;
        if (!here) {
            const recipe = async () => {
                throw new errors/* UsageError */.eb(`commit ${commit} was not built before, and the tree is at another one: check it out and run again`, { input: 'ref' });
            };
            return { ...about, dirty: [], fingerprint: undefined, recipe, told: undefined };
        }
        const source = await sourceOf(history.root, build, { cwd: io.cwd, store: input.store });
        const config = this.#prepared.tree?.file;
        const dirty = await dirtOf(history, {
            context: build.context,
            files: [build.file, ...source.ignoreFiles, ...(config === undefined ? [] : [config])],
            ignore: source.ignore,
        });
        const said = await readSaid(io, input);
        const fingerprint = fingerprintOf(build, said);
        const { policy } = this.#prepared.ground;
        const version = about.names.flatMap((name) => name.version?.text ?? [])[0];
        const recipe = () => recipeOf(io, { build, source }, {
            commit,
            fingerprint,
            said,
            policy,
            title: titleOf(image),
            version,
            dirty: dirty.length > 0,
        });
        const told = async () => ({
            source: (await sourceUrl(io)) ?? null,
            author: (await history.author(commit)) ?? null,
            dockerfile: build.file,
            target: build.target ?? null,
        });
        return { ...about, dirty, fingerprint, recipe, told };
    }
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


/***/ })

};
