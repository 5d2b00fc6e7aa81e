export const id = 165;
export const ids = [165];
export const modules = {

/***/ 9546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  layers: () => (/* binding */ module_layers)
});

// EXTERNAL MODULE: ./packages/io/standing.ts + 1 modules
var standing = __webpack_require__(4941);
;// CONCATENATED MODULE: ./actions/layers/inputs.ts

const since = '0.3.0';
const inputs = {
    image: {
        type: 'text',
        description: 'What to look into: `name:tag`, `name@sha256:…`, `oci:DIR[:tag]`, `oci-archive:FILE` or `docker-archive:FILE`.',
        positional: true,
        required: true,
        since,
    },
    compare: {
        type: 'text',
        description: 'What to compare it with: an environment of `ecluse.yml`, a tag of the same repository, or any image.',
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
        type: 'text',
        description: 'The image that it stands on (default: what the image itself says).',
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
    'not-root': {
        type: 'flag',
        description: 'Fails when its processes are root.',
        default: 'false',
        since,
    },
    'no-worse': {
        type: 'list',
        description: 'Fails when one of these is more than in the image of `compare`: `reclaimable`, `size`, `layers`.',
        since,
    },
    compat: {
        type: 'one-of',
        values: ['none', 'dive'],
        description: "`dive`: also Dive's numbers to the last digit, and its rules as gates, from `dive-ci`.",
        default: 'none',
        since,
    },
    'dive-ci': {
        type: 'text',
        description: "The file of Dive's rules (default: `.dive-ci` where there is one).",
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
    cache: {
        type: 'text',
        description: 'A folder for what is known of layers, which are then not read again (default: `ecluse/layers` in the cache folder of the user).',
        env: 'ECLUSE_LAYER_CACHE',
        since,
    },
    'cache-size': {
        type: 'bytes',
        description: 'The most that this folder holds.',
        default: '1GB',
        since,
    },
    ...standing/* standing */.JA,
};

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./packages/dockerfile/parse.ts + 2 modules
var parse = __webpack_require__(6021);
// EXTERNAL MODULE: ./packages/io/inputs.ts
var io_inputs = __webpack_require__(4222);
// EXTERNAL MODULE: ./packages/io/names.ts
var names = __webpack_require__(7663);
// EXTERNAL MODULE: ./packages/io/bounded-file.ts
var bounded_file = __webpack_require__(661);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
;// CONCATENATED MODULE: ./packages/inventory/compare-apk.ts
const suffixes = ['alpha', 'beta', 'pre', 'rc', '', 'cvs', 'svn', 'git', 'hg', 'p'];
const compare_apk_names = suffixes.filter((name) => name !== '').join('|');
const compare_apk_form = new RegExp(`^\\d+(?:\\.\\d+)*(?:[a-z]\\d*)?(?:_(?:${compare_apk_names})\\d*)*(?:~[0-9a-f]+)?(?:-r\\d+)?$`);
const token = /(\.?)(\d+)|_([a-z]+)|~([0-9a-f]+)|-r(\d+)|([a-z])/g;
/** Where all before is equal, the version that goes on with the lower kind is the newer one. */
const kind = { number: 1, letter: 2, suffix: 3, suffixNumber: 4, commit: 5, revision: 6, end: 7 };
const end = { kind: kind.end, value: 0n };
/**
 * Compares two versions of apk: below 0 when the first is older, 0 when neither is. Undefined when one is no version.
 * https://gitlab.alpinelinux.org/alpine/apk-tools/-/blob/master/doc/apk-package.5.scd
 */
function compareApk(one, other) {
    if (!compare_apk_form.test(one) || !compare_apk_form.test(other))
        return undefined;
    const [a, b] = [tokens(one), tokens(other)];
    for (let at = 0; at < Math.max(a.length, b.length); at++) {
        const order = compareTokens(a[at] ?? end, b[at] ?? end);
        if (order !== 0)
            return order;
    }
    return 0;
}
function compareTokens(a, b) {
    if (a.kind === b.kind)
        return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
    if (isBefore(a))
        return -1;
    if (isBefore(b))
        return 1;
    return b.kind - a.kind;
}
/** `_rc` and the like come before the version itself. */
const isBefore = (of) => of.kind === kind.suffix && of.value < 0n;
function tokens(version) {
    const found = [];
    const add = (of, value) => found.push({ kind: of, value });
    for (const [, dot, number, suffix, commit, revision, letter = ''] of version.matchAll(token)) {
        if (suffix !== undefined)
            add(kind.suffix, BigInt(suffixOrder(suffix)));
        else if (commit !== undefined)
            add(kind.commit, BigInt(`0x${commit}`));
        else if (revision !== undefined)
            add(kind.revision, BigInt(revision));
        else if (number === undefined)
            add(kind.letter, BigInt(letter.charCodeAt(0)));
        else if (found.at(-1)?.kind === kind.suffix)
            add(kind.suffixNumber, BigInt(number));
        else if (dot === '' || !number.startsWith('0'))
            add(kind.number, BigInt(number));
        else {
            // As a fraction: 1.01 is before 1.1, and 1.001 before 1.01.
            const rest = number.replace(/^0+/, '');
            add(kind.number, BigInt(rest.length - number.length));
            add(kind.number, BigInt(rest));
        }
    }
    return found;
}
const suffixOrder = (name) => suffixes.findIndex((known) => known === name) - suffixes.indexOf('');

;// CONCATENATED MODULE: ./packages/inventory/compare-number.ts
/** So many digits are exact in a number. */
const exact = 15;
/** Of numbers of any length, with or without zeros before them; an empty one is 0. */
function compareNumbers(one, other) {
    if (one.length <= exact && other.length <= exact)
        return Number(one) - Number(other);
    const [a, b] = [BigInt(one), BigInt(other)];
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./packages/inventory/compare-deb.ts

/**
 * Compares two Debian versions: below 0 when the first is older, 0 when neither is. Undefined when one is no version.
 * https://www.debian.org/doc/debian-policy/ch-controlfields.html#version
 */
function compareDeb(one, other) {
    const [a, b] = [compare_deb_parse(one), compare_deb_parse(other)];
    if (a === undefined || b === undefined)
        return undefined;
    return (comparePart(a.epoch, b.epoch) ||
        comparePart(a.upstream, b.upstream) ||
        comparePart(a.revision, b.revision));
}
function compare_deb_parse(version) {
    if (!/^[A-Za-z0-9.+~:_-]+$/.test(version))
        return undefined;
    const colon = version.indexOf(':');
    const epoch = version.slice(0, Math.max(colon, 0));
    if (colon === 0 || !/^[0-9]*$/.test(epoch))
        return undefined;
    const rest = version.slice(colon + 1);
    const hyphen = rest.lastIndexOf('-');
    const upstream = hyphen < 0 ? rest : rest.slice(0, hyphen);
    if (upstream === '')
        return undefined;
    return { epoch, upstream, revision: hyphen < 0 ? '' : rest.slice(hyphen + 1) };
}
/** By turns what is no digit, and what is a number. */
function comparePart(a, b) {
    const [left, right] = [pieces(a), pieces(b)];
    for (let at = 0; at < Math.max(left.length, right.length); at++) {
        const [x = '', y = ''] = [left[at], right[at]];
        const order = at % 2 === 0 ? compareText(x, y) : compareNumbers(x, y);
        if (order !== 0)
            return order;
    }
    return 0;
}
const pieces = (part) => part.split(/([0-9]+)/);
/** A tilde before the end, the end before letters, letters before all else. */
function compareText(a, b) {
    for (let at = 0; at < Math.max(a.length, b.length); at++) {
        const order = weight(a.charAt(at)) - weight(b.charAt(at));
        if (order !== 0)
            return order;
    }
    return 0;
}
function weight(character) {
    if (character === '~')
        return -1;
    if (character === '')
        return 0;
    return character.charCodeAt(0) + (/[A-Za-z]/.test(character) ? 0 : 256);
}

;// CONCATENATED MODULE: ./packages/inventory/compare-semver.ts

const compare_semver_form = /^[v=\s]*(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
/**
 * Compares two semantic versions: below 0 when the first is older, 0 when neither is, as builds of one version are.
 * Undefined when one is no version. https://semver.org/spec/v2.0.0.html#spec-item-11
 */
function compareSemver(one, other) {
    const [a, b] = [compare_semver_parse(one), compare_semver_parse(other)];
    if (a === undefined || b === undefined)
        return undefined;
    for (const [at, number] of a.core.entries()) {
        const order = compareNumbers(number, b.core[at] ?? '');
        if (order !== 0)
            return order;
    }
    if (a.before.length === 0 || b.before.length === 0)
        return b.before.length - a.before.length;
    for (const [at, identifier] of a.before.entries()) {
        const rival = b.before[at];
        if (rival === undefined)
            return 1;
        const order = compareIdentifier(identifier, rival);
        if (order !== 0)
            return order;
    }
    return a.before.length - b.before.length;
}
function compare_semver_parse(version) {
    const match = compare_semver_form.exec(version);
    if (match === null)
        return undefined;
    const [, major = '', minor = '', patch = '', before] = match;
    return { core: [major, minor, patch], before: before === undefined ? [] : before.split('.') };
}
/** Numbers before words, and words as ASCII sorts. */
function compareIdentifier(a, b) {
    const [x, y] = [isNumber(a), isNumber(b)];
    if (x && y)
        return compareNumbers(a, b);
    if (x !== y)
        return x ? -1 : 1;
    return a < b ? -1 : a > b ? 1 : 0;
}
const isNumber = (text) => /^[0-9]+$/.test(text);

;// CONCATENATED MODULE: ./packages/inventory/compare.ts



const comparing = { apk: compareApk, deb: compareDeb, npm: compareSemver };
/** Longer than any version is. */
const most = 1024;
/**
 * Compares two versions by the rules of their ecosystem: below 0 when the first is older, 0 when neither is.
 * Undefined when one of them is no version there.
 */
function compareVersions(ecosystem, one, other) {
    if (one.length > most || other.length > most)
        return undefined;
    return comparing[ecosystem](one, other);
}

;// CONCATENATED MODULE: ./packages/inventory/delta.ts

/**
 * What the packages of one image become in another, by ecosystem, name and architecture. Where npm has several
 * versions of one package, a version that both images have is no change, wherever it stands; of the others those of
 * one place belong together, and then the highest with the highest.
 */
function diffPackages(before, after) {
    const [old, now] = [byName(before), byName(after)];
    const parts = [...new Set([...old.keys(), ...now.keys()])]
        .sort()
        .map((key) => diffVersions(old.get(key) ?? new Map(), now.get(key) ?? new Map()));
    return {
        added: parts.flatMap(({ added }) => added),
        removed: parts.flatMap(({ removed }) => removed),
        changed: parts.flatMap(({ changed }) => changed),
    };
}
function byName(packages) {
    const names = new Map();
    for (const each of packages) {
        const key = `${each.ecosystem} ${each.name} ${each.architecture ?? ''}`;
        const versions = names.get(key) ?? new Map();
        names.set(key, versions);
        const group = versions.get(each.version);
        if (group === undefined)
            versions.set(each.version, [each]);
        else
            group.push(each);
    }
    return names;
}
function diffVersions(old, now) {
    const rebuilt = [...now].flatMap(([version, group]) => {
        const was = old.get(version);
        return was === undefined || isSameBuild(was[0], group[0]) ? [] : [[was, group]];
    });
    const gone = [...old].filter(([version]) => !now.has(version)).map(([, group]) => group);
    const come = [...now].filter(([version]) => !old.has(version)).map(([, group]) => group);
    const moved = pairs(gone.sort(newestFirst), come.sort(newestFirst));
    const matched = new Set(moved.flat());
    const isLeft = (group) => !matched.has(group);
    return {
        added: come.filter(isLeft).map(versionOf),
        removed: gone.filter(isLeft).map(versionOf),
        changed: [...rebuilt, ...moved].map(([from, to]) => changeOf(from, to)),
    };
}
/** Of two lists, the newest first: those of one place, then one after the other. */
function pairs(gone, come) {
    const byPath = new Map(gone.flatMap((group) => group.map(({ path }) => [path, group])));
    const successors = new Map();
    const rest = [];
    for (const group of come) {
        const was = group
            .map(({ path }) => byPath.get(path))
            .find((each) => each !== undefined && !successors.has(each));
        if (was === undefined)
            rest.push(group);
        else
            successors.set(was, group);
    }
    const waiting = gone.filter((group) => !successors.has(group));
    for (const [at, group] of rest.entries()) {
        const was = waiting[at];
        if (was !== undefined)
            successors.set(was, group);
    }
    return [...successors];
}
function newestFirst([a], [b]) {
    const order = compareVersions(a.ecosystem, b.version, a.version) ?? 0;
    return order || (a.version < b.version ? 1 : -1);
}
const isSameBuild = (a, b) => a.checksum === undefined || b.checksum === undefined || a.checksum === b.checksum;
function versionOf(group) {
    const [{ ecosystem, name, architecture, version }] = group;
    return {
        ecosystem,
        name,
        ...(architecture === undefined ? {} : { architecture }),
        version,
        paths: group.map(({ path }) => path),
    };
}
function changeOf([from], group) {
    const { version, paths, ...named } = versionOf(group);
    return { ...named, from: from.version, to: version, change: kindOf(from, group[0]), paths };
}
/** A Debian version with another `+bN` is a build of the same source. */
function kindOf(from, to) {
    const isOfOneSource = from.source?.name === to.source?.name && from.source?.version === to.source?.version;
    if (from.source !== undefined && isOfOneSource)
        return 'rebuilt';
    const order = compareVersions(to.ecosystem, from.version, to.version);
    if (order === undefined)
        return 'unknown';
    return order < 0 ? 'up' : order > 0 ? 'down' : 'rebuilt';
}

// EXTERNAL MODULE: ./packages/oci/descriptor.ts
var oci_descriptor = __webpack_require__(3239);
// EXTERNAL MODULE: ./packages/oci/reference.ts
var oci_reference = __webpack_require__(1421);
;// CONCATENATED MODULE: ./packages/image/advice-caches.ts
const home = '(?:root|home/[^/]+)';
const advice_caches_packages = [
    'var/cache/(?:apt|apk|dnf|libdnf5|yum|zypp|pacman)',
    'var/lib/apt/lists',
    `${home}/\\.cache/(?:pip|uv|yarn|go-build|composer)`,
    'usr/local/share/\\.cache',
    `${home}/\\.npm/_cacache`,
    `(?:${home}/\\.|usr/local/)cargo/registry`,
];
const others = [
    `${home}/\\.cache(?:/[^/]+(?=/))?`,
    `${home}/\\.(?:npm|yarn|pnpm-store|m2|gradle|bundle/cache|composer/cache|nuget/packages)`,
    `${home}/\\.local/share/pnpm/store`,
    `(?:${home}/\\.|usr/local/)cargo/git`,
    '(?:go|root/go)/pkg/mod',
];
const anchored = (folders) => new RegExp(`^/(?:${folders.join('|')})(?=/)`);
const needless = anchored(advice_caches_packages);
const any = anchored([...advice_caches_packages, ...others]);
/** The folder of a build tool's cache that a path is in, whatever else may be there. */
const cacheOf = (path) => any.exec(path)?.[0];
/** The same of those caches alone that no program needs at run time. */
const needlessCacheOf = (path) => needless.exec(path)?.[0];

;// CONCATENATED MODULE: ./packages/image/advice-command.ts
const instructions = /^(?:RUN|COPY|ADD|ARG|CMD|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)(?=\s|$)/;
/**
 * Reads a `created_by` of any builder, with its wrappings or without: `RUN /bin/sh -c make # buildkit`,
 * `/bin/sh -c #(nop) COPY file:… in /app`, `|1 A=b /bin/sh -c make`, `make`.
 */
function parseCommand(createdBy) {
    let text = createdBy
        .trim()
        .replace(/# buildkit$/, '')
        .trim();
    text = text.replace(/^(?:\|\d+ .*? )?\/bin\/sh -c\s+/s, '').replace(/^#\(nop\)\s+/, '');
    if (text === '')
        return { does: 'unknown', text };
    const [instruction] = instructions.exec(text) ?? [];
    if (instruction === undefined)
        return { does: 'run', text };
    const rest = text.slice(instruction.length).trim();
    if (instruction === 'RUN') {
        return { does: 'run', text: rest.replace(/^(?:\|\d+ .*? )?\/bin\/sh -c\s+/s, '') };
    }
    const copies = instruction === 'COPY' || instruction === 'ADD';
    return { does: copies ? 'copy' : 'other', text: rest };
}
/** The lowest layer of a base is often an archive that is unpacked at the root. */
const fillsRoot = ({ does, text }) => does === 'copy' && /\s\/$/.test(text);
/** Does it change owners or modes? */
const changesMetadata = ({ does, text }) => does === 'run' && /\b(?:chmod|chown|chgrp)\b/.test(text);
const uninstalls = [
    /\b(?:apt|apt-get|aptitude)\s+(?:-\S+\s+)*(?:purge|remove|autopurge|autoremove)\b/,
    /\bapk\s+(?:-\S+\s+)*del\b/,
    /\b(?:yum|dnf|microdnf|tdnf|zypper)\s+(?:-\S+\s+)*(?:remove|erase|autoremove|rm)\b/,
    /\bpacman\s+-R/,
];
/** Does it take packages away again? */
const uninstallsPackages = ({ does, text }) => does === 'run' && uninstalls.some((pattern) => pattern.test(text));

// EXTERNAL MODULE: ./packages/image/path.ts
var image_path = __webpack_require__(3129);
;// CONCATENATED MODULE: ./packages/image/advice.ts



/**
 * Which change of the Dockerfile would save how much, the most first. What no change of this kind saves is in none:
 * what came with the base, what one layer stores twice, what is copied twice.
 */
function adviceOn({ waste, kept = [], layers }) {
    const commands = layers.map(commandOf);
    const drafts = new Map();
    for (const row of waste) {
        const found = judged(row, commands);
        if (found === undefined)
            continue;
        const draft = draftOf(drafts, { ...found, path: found.path ?? row.path });
        draft.path = found.path ?? common(draft.path, row.path);
        draft.bytes += row.bytes;
        draft.files++;
    }
    for (const { path, inode } of kept) {
        const cache = inode.bytes === 0 ? undefined : needlessCacheOf(path);
        if (cache === undefined || commands[inode.layer]?.does !== 'run')
            continue;
        const draft = draftOf(drafts, { kind: 'cache-mount', layer: inode.layer, path: cache });
        draft.keptBytes += inode.bytes;
        draft.files++;
    }
    return [...drafts.values()].sort((a, b) => b.bytes - a.bytes || b.keptBytes - a.keptBytes || a.layer - b.layer);
}
/** Nothing is known of what came with the base. */
function commandOf({ command, isBase }, index) {
    const parsed = parseCommand(command);
    const base = isBase ?? (index === 0 && fillsRoot(parsed));
    return base ? { does: 'unknown', text: '' } : parsed;
}
function judged(row, commands) {
    const { addedIn: layer, hiddenIn } = row;
    const added = commands[layer];
    const hider = commands[hiddenIn];
    if (layer === hiddenIn || added === undefined || hider?.does !== 'run')
        return undefined;
    if (added.does === 'run') {
        const path = cacheOf(row.path);
        if (path !== undefined)
            return { kind: 'cache-mount', layer, path };
        const tools = row.reason !== 'rewritten' && uninstallsPackages(hider);
        return { kind: tools ? 'multi-stage' : 'same-run', layer, hiddenIn };
    }
    if (added.does !== 'copy')
        return undefined;
    if (row.reason !== 'rewritten')
        return { kind: 'multi-stage', layer, hiddenIn };
    const metadata = changesMetadata(hider) && isMetadata(row);
    return metadata ? { kind: 'copy-chown', layer, hiddenIn } : undefined;
}
/** Without hashes, a size and a time that stayed must do. */
function isMetadata({ sameContent, changed = [] }) {
    if (sameContent !== undefined)
        return sameContent;
    return changed.length > 0 && !changed.includes('time');
}
function draftOf(drafts, { kind, layer, hiddenIn, path }) {
    const key = [kind, layer, hiddenIn, kind === 'cache-mount' ? path : ''].join(' ');
    const found = drafts.get(key);
    if (found !== undefined)
        return found;
    const of = hiddenIn === undefined ? {} : { hiddenIn };
    const made = { kind, layer, ...of, path, bytes: 0, keptBytes: 0, files: 0 };
    drafts.set(key, made);
    return made;
}
/** The folder that two paths are in, or the one of them that holds the other. */
function common(folder, path) {
    let found = folder;
    while (found !== '' && path !== found && !path.startsWith(`${found}/`)) {
        found = (0,image_path/* splitPath */.Uf)(found).parent;
    }
    return found;
}
const remedies = {
    'same-run': (path) => `remove or change ${path} in the RUN that makes it, not in a later one`,
    'copy-chown': (path) => `give ${path} its owner and mode with COPY --chown and --chmod, not with a RUN behind it`,
    'cache-mount': (path) => `keep ${path} out of the image with RUN --mount=type=cache,target=${path}`,
    'multi-stage': (path) => `use ${path} in a stage of its own, and COPY --from it only what the image needs`,
};
/** The advice in a sentence for people. */
const remedyOf = ({ kind, path }) => remedies[kind](/^[\w./@+-]+$/.test(path) ? path : (0,image_path/* quoted */.TL)(path === '' ? '/' : path));

;// CONCATENATED MODULE: ./packages/image/classes.ts
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
    ['application', ({ layer, keywords }) => isTransfer(keywords[layer])],
    ['tooling', ({ path }) => system.test(path)],
    ['application', () => true],
];
const isTransfer = (keyword) => keyword === 'COPY' || keyword === 'ADD';
/** How files of one image are classed: see `rules`. */
const classifier = (facts) => (path, layer) => {
    const seen = { ...facts, path, layer };
    return rules.find(([, fits]) => fits(seen))?.[0] ?? 'application';
};
const none = () => ({ base: 0, tooling: 0, library: 0, application: 0 });
/** Bytes of files, of waste, or of anything else that has a path and a layer. */
function bytesByClass(items, classify) {
    const bytes = none();
    for (const { path, layer, sizeBytes } of items)
        bytes[classify(path, layer)] += sizeBytes;
    return bytes;
}
/** The class that most bytes of a layer have; of a layer without bytes that of most entries. */
function classOfLayer(listing, layer, classify) {
    const bytes = none();
    const entries = none();
    for (const { path, sizeBytes } of listing) {
        const found = classify(path.replace(/^(?:\.?\/)+/, ''), layer);
        bytes[found] += sizeBytes;
        entries[found] += 1;
    }
    const most = (of) => {
        const [first] = fileClasses.toSorted((a, b) => of[b] - of[a]);
        return first !== undefined && of[first] > 0 ? first : undefined;
    };
    return most(bytes) ?? most(entries) ?? classify('', layer);
}

// EXTERNAL MODULE: ./packages/oci/errors.ts
var oci_errors = __webpack_require__(9205);
;// CONCATENATED MODULE: ./packages/image/final-files.ts


/** Directories that no layer lists count too: one path can imply two thousand. */
const maxNodes = 4_000_000;
const opaque = '.wh..wh..opq';
/**
 * What the layers come to, lowest first, by the rules of OCI: a layer hides first and adds then, whatever the order
 * of its entries; hard links are the file that they name. In no certain order; directories that no layer lists are
 * not in it, nor are entries that no engine would unpack: paths out of the root, links to nothing.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md
 * @throws Corrupt when there are too many
 */
function finalFiles(listings) {
    const files = new Files();
    listings.forEach((listing, layer) => {
        files.apply(listing, layer);
    });
    return files.all();
}
class Files {
    #root = { file: undefined, children: new Map() };
    #nodes = 0;
    #inodes = 0;
    apply(listing, layer) {
        for (const { path } of listing)
            if (path.includes('.wh.'))
                this.#hide(path);
        for (const entry of listing)
            this.#add(entry, layer);
    }
    all() {
        const all = new Map();
        const open = [this.#root];
        for (let node = open.pop(); node !== undefined; node = open.pop()) {
            if (node.file !== undefined)
                all.set(node.file.path, node.file);
            for (const child of node.children?.values() ?? [])
                open.push(child);
        }
        return all;
    }
    #hide(written) {
        const path = (0,image_path/* cleanPath */.ts)(written);
        if (path === undefined)
            return;
        const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
        const directory = this.#find(parent);
        if (name === opaque)
            directory?.children?.clear();
        else if (isMarker(name))
            directory?.children?.delete(name.slice('.wh.'.length));
    }
    #add(entry, layer) {
        const path = (0,image_path/* cleanPath */.ts)(entry.path);
        if (path === undefined)
            return;
        const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
        if (name.startsWith('.wh.'))
            return;
        const target = entry.kind === 'hardlink' ? this.#target(entry) : undefined;
        if (entry.kind === 'hardlink' && target === undefined)
            return;
        const file = target === undefined
            ? { ...entry, path, layer, bytesLayer: layer, inode: this.#inodes++ }
            : { ...target, path, layer };
        if (path === '') {
            if (entry.kind === 'directory')
                this.#root.file = file;
            return;
        }
        const siblings = this.#directory(parent);
        const before = siblings.get(name);
        const isDirectory = file.kind === 'directory';
        if (before === undefined)
            this.#count();
        if (before !== undefined && isDirectory) {
            before.file = file;
            before.children ??= new Map();
        }
        else
            siblings.set(name, { file, children: isDirectory ? new Map() : undefined });
    }
    #target({ link = '' }) {
        const path = (0,image_path/* cleanPath */.ts)(link);
        const found = path === undefined ? undefined : this.#find(path);
        return found?.children === undefined ? found?.file : undefined;
    }
    #find(path) {
        let node = this.#root;
        for (const name of path === '' ? [] : path.split('/'))
            node = node?.children?.get(name);
        return node;
    }
    /** What is in a directory, which is made where something else or nothing stands. */
    #directory(path) {
        let node = this.#root;
        for (const name of path === '' ? [] : path.split('/')) {
            const children = (node.children ??= new Map());
            let next = children.get(name);
            if (next?.children === undefined) {
                if (next === undefined)
                    this.#count();
                next = { file: undefined, children: new Map() };
                children.set(name, next);
            }
            node = next;
        }
        return (node.children ??= new Map());
    }
    #count() {
        if (++this.#nodes > maxNodes) {
            throw new oci_errors/* Corrupt */.Q6('the image', `it has more than ${maxNodes} files and directories`);
        }
    }
}
/** A whiteout of something, and not bookkeeping of aufs. */
const isMarker = (name) => name.startsWith('.wh.') && !name.startsWith('.wh..wh.') && !/^\.wh\.\.{0,2}$/.test(name);
/** Each file once, under one of its names. */
function distinctFiles(files) {
    const byInode = new Map();
    for (const file of files)
        if (!byInode.has(file.inode))
            byInode.set(file.inode, file);
    return [...byInode.values()];
}

;// CONCATENATED MODULE: ./packages/image/delta.ts



/**
 * Why a file is not the same: another kind of file, other bytes, bytes that cannot be compared as they were not hashed,
 * the target of a link, mode, owner, extended attributes, and the time where nothing else changed.
 */
const deltaCauses = [
    'kind',
    'content',
    'unknown',
    'link',
    'mode',
    'owner',
    'xattrs',
    'time',
];
/**
 * What is different between the file systems of two images. Linear in their entries.
 * @throws Corrupt for an image with too many files
 */
function deltaOf(before, after) {
    const old = finalFiles(before.listings);
    const now = finalFiles(after.listings);
    const added = missing(now, old);
    const removed = missing(old, now);
    const changed = [];
    let uncompared = 0;
    for (const [path, file] of now) {
        const was = old.get(path);
        if (was === undefined)
            continue;
        if (areOne([was, before.diffIds], [file, after.diffIds]))
            continue;
        const causes = causesOf(was, file);
        if (causes.length > 0)
            changed.push({ path, before: was, after: file, causes });
        else if (contentOf(was, file) === 'unknown')
            uncompared++;
    }
    const sides = [distinctFiles(old.values()), distinctFiles(now.values())];
    return {
        added,
        removed,
        changed: changed.sort((a, b) => (0,image_path/* byBytes */.bg)(a.path, b.path)),
        sizeBytes: { before: bytes(sides[0]), after: bytes(sides[1]) },
        classes: classesOf(sides, before.classify, after.classify),
        uncompared,
        onlyTimes: changed.length > 0 &&
            added.length + removed.length + uncompared === 0 &&
            changed.every(({ causes }) => causes.every((cause) => cause === 'time')),
    };
}
/** What one has and the other lacks, sorted. A directory that no layer lists is there all the same. */
function missing(has, lacks) {
    const folders = foldersOf(lacks.keys());
    return [...has.values()]
        .filter(({ path, kind }) => !lacks.has(path) && !(kind === 'directory' && folders.has(path)))
        .sort((a, b) => (0,image_path/* byBytes */.bg)(a.path, b.path));
}
/** Each path is climbed as far as none has climbed before. */
function foldersOf(paths) {
    const folders = new Set(['']);
    for (const path of paths) {
        for (let at = (0,image_path/* splitPath */.Uf)(path).parent; !folders.has(at); at = (0,image_path/* splitPath */.Uf)(at).parent) {
            folders.add(at);
        }
    }
    return folders;
}
const bytes = (files) => files.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
function classesOf([old, now], before, after) {
    if (before === undefined || after === undefined)
        return undefined;
    const [was, is] = [bytesByClass(old, before), bytesByClass(now, after)];
    const pair = (name) => ({ before: was[name], after: is[name] });
    return {
        base: pair('base'),
        tooling: pair('tooling'),
        library: pair('library'),
        application: pair('application'),
    };
}
/** Both come from the same layer, by their names and by their bytes. */
function areOne([was, before], [file, after]) {
    const same = (one, other) => before?.[one] !== undefined && before[one] === after?.[other];
    return same(was.layer, file.layer) && same(was.bytesLayer, file.bytesLayer);
}
function contentOf(before, after) {
    if (before.kind !== 'file' || after.kind !== 'file')
        return 'same';
    if (before.sizeBytes !== after.sizeBytes)
        return 'other';
    if (before.sizeBytes === 0)
        return 'same';
    if (before.sha256 === undefined || after.sha256 === undefined)
        return 'unknown';
    return before.sha256 === after.sha256 ? 'same' : 'other';
}
function causesOf(before, after) {
    if (before.kind !== after.kind)
        return ['kind'];
    const content = contentOf(before, after);
    const otherTime = before.modified !== after.modified;
    const otherDevice = before.device?.major !== after.device?.major || before.device?.minor !== after.device?.minor;
    const is = {
        kind: otherDevice,
        content: content === 'other',
        // Where the time is the same too, nothing speaks for a change.
        unknown: content === 'unknown' && otherTime,
        link: before.link !== after.link,
        mode: before.mode !== after.mode,
        owner: before.uid !== after.uid || before.gid !== after.gid,
        xattrs: !sameXattrs(before.xattrs, after.xattrs),
        time: false,
    };
    const causes = deltaCauses.filter((cause) => is[cause]);
    return causes.length === 0 && otherTime ? ['time'] : causes;
}
function sameXattrs(before = {}, after = {}) {
    const names = Object.keys(before);
    return (names.length === Object.keys(after).length &&
        names.every((name) => Object.hasOwn(after, name) && before[name] === after[name]));
}

;// CONCATENATED MODULE: ./packages/image/duplicates.ts

/**
 * Equal files among those that are kept (`wasteOf` gives them), the most bytes first. They are no waste: every one of
 * them can be reached. Files that were not hashed are in none.
 */
function duplicatesOf(listings, kept) {
    const groups = new Map();
    for (const { path, inode } of kept) {
        if (inode.bytes === 0)
            continue;
        const sha256 = listings[inode.layer]?.entry(inode.ordinal).sha256;
        if (sha256 === undefined)
            continue;
        const copy = { path, layer: inode.layer };
        const group = groups.get(sha256);
        if (group === undefined)
            groups.set(sha256, { bytes: inode.bytes, copies: [copy] });
        else
            group.copies.push(copy);
    }
    const found = [];
    for (const [sha256, { bytes, copies }] of groups) {
        if (copies.length < 2)
            continue;
        copies.sort((a, b) => (0,image_path/* byBytes */.bg)(a.path, b.path));
        found.push({ sha256, bytes, extraBytes: bytes * (copies.length - 1), copies });
    }
    return found.sort((a, b) => b.extraBytes - a.extraBytes || (0,image_path/* byBytes */.bg)(a.sha256, b.sha256));
}

// EXTERNAL MODULE: ./packages/image/platform-images.ts
var platform_images = __webpack_require__(5988);
;// CONCATENATED MODULE: ./packages/image/pull-cost.ts

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
    const [only] = before;
    const isOne = before.length === 1 && after.length === 1;
    const bare = isOne && (only?.platform === undefined || after[0]?.platform === undefined);
    return after.map((image) => {
        const old = bare ? only : before.find((one) => name(one) === name(image));
        return {
            platform: name(image) ?? (old === undefined ? undefined : name(old)),
            compared: old !== undefined,
            ...pullCost(old?.manifest, image.manifest),
        };
    });
}

;// CONCATENATED MODULE: ./packages/image/layers-report.ts









const mostFiles = 100;
/** Names that are no UTF-8 are shown with the replacement character. */
const shown = (path) => Buffer.from(path, 'latin1').toString('utf8');
/** What an analysis says, as data that leaves the house. */
function reportOf(analysis, delta) {
    const { image, config, waste, classify, base, inventory, user } = analysis;
    const kept = [...waste.kept()].map(({ path, inode }) => ({
        path: (0,image_path/* cleanPath */.ts)(path) ?? path,
        layer: inode.layer,
        sizeBytes: inode.bytes,
    }));
    const lost = waste.waste.map(({ path, addedIn, bytes }) => ({
        path: (0,image_path/* cleanPath */.ts)(path) ?? path,
        layer: addedIn,
        sizeBytes: bytes,
    }));
    const duplicates = duplicatesOf(analysis.listings, waste.kept());
    return {
        platform: (0,oci_descriptor/* formatPlatform */.Bq)((0,platform_images/* platformOf */.tj)(image, config)),
        digest: image.digest,
        layers: layersOf(analysis),
        sizeBytes: waste.storedBytes,
        compressedBytes: pullCost(undefined, image.manifest).sizeBytes,
        efficiency: waste.storedBytes === 0 ? 1 : waste.reachableBytes / waste.storedBytes,
        reclaimableBytes: waste.reclaimableBytes,
        waste: waste.waste.map(({ path, bytes, addedIn, hiddenIn, reason, sameContent }) => ({
            path: shown(path),
            bytes,
            addedIn,
            hiddenIn,
            reason,
            sameContent: sameContent ?? null,
        })),
        advice: analysis.advice.map((advice) => ({
            kind: advice.kind,
            text: remedyOf(advice),
            layer: advice.layer,
            line: analysis.lines[advice.layer]?.line ?? null,
            bytes: advice.bytes,
            keptBytes: advice.keptBytes,
        })),
        duplicateBytes: duplicates.reduce((sum, { extraBytes }) => sum + extraBytes, 0),
        classes: bytesByClass(kept, classify),
        wasteClasses: bytesByClass(lost, classify),
        base: base === undefined
            ? null
            : {
                name: base.name ?? null,
                digest: base.digest ?? null,
                layers: base.layers,
                from: base.rung,
                verified: base.verified,
                doubt: base.doubt ?? null,
            },
        system: inventory.os?.prettyName ?? inventory.os?.id ?? null,
        packages: inventory.packages.length,
        unread: inventory.unread.map(shown),
        user: { root: user.root === 'unknown' ? null : user.root, why: user.why },
        delta,
    };
}
function layersOf({ image, indexes, history, lines, classes, waste, listings, }) {
    const wasted = listings.map(() => 0);
    for (const { addedIn, bytes } of waste.waste)
        wasted[addedIn] = (wasted[addedIn] ?? 0) + bytes;
    return image.manifest.layers.map(({ digest, size }, at) => {
        const layer = indexes[at]?.header.layer;
        let sizeBytes = 0;
        for (const entry of listings[at] ?? [])
            sizeBytes += entry.sizeBytes;
        return {
            digest,
            diffId: layer !== undefined && 'diffId' in layer ? layer.diffId : null,
            sizeBytes,
            compressedBytes: size,
            wastedBytes: wasted[at] ?? 0,
            command: history.layers[at]?.command ?? null,
            line: lines[at]?.line ?? null,
            class: classes[at] ?? 'application',
        };
    });
}
/** What is different from another image, of the same platform. */
function deltaReport(before, after, { name, digest }) {
    const side = ({ listings, classify, indexes }) => {
        const ids = indexes.flatMap(({ header: { layer } }) => 'diffId' in layer ? [layer.diffId] : []);
        return { listings, classify, diffIds: ids.length === listings.length ? ids : undefined };
    };
    const delta = deltaOf(side(before), side(after));
    const pull = pullCost(before.image.manifest, after.image.manifest);
    const packages = diffPackages(before.inventory.packages, after.inventory.packages);
    const files = [
        ...delta.added.map(({ path, sizeBytes }) => ({
            path: shown(path),
            kind: 'added',
            causes: [],
            beforeBytes: 0,
            afterBytes: sizeBytes,
        })),
        ...delta.removed.map(({ path, sizeBytes }) => ({
            path: shown(path),
            kind: 'removed',
            causes: [],
            beforeBytes: sizeBytes,
            afterBytes: 0,
        })),
        ...delta.changed.map(({ path, before: was, after: now, causes }) => ({
            path: shown(path),
            kind: 'changed',
            causes: [...causes],
            beforeBytes: was.sizeBytes,
            afterBytes: now.sizeBytes,
        })),
    ];
    const weight = ({ beforeBytes, afterBytes }) => Math.max(beforeBytes, afterBytes);
    return {
        image: (0,oci_reference/* pinned */.dp)(name, digest),
        added: delta.added.length,
        removed: delta.removed.length,
        changed: delta.changed.length,
        beforeBytes: delta.sizeBytes.before,
        afterBytes: delta.sizeBytes.after,
        uncompared: delta.uncompared,
        onlyTimes: delta.onlyTimes,
        files: files.toSorted((a, b) => weight(b) - weight(a)).slice(0, mostFiles),
        pullBytes: pull.sizeBytes,
        pullLayers: pull.layers,
        packages: {
            added: packages.added.map(versioned),
            removed: packages.removed.map(versioned),
            changed: packages.changed.map((each) => `${each.name} ${each.from} → ${each.to}`),
        },
    };
}
const versioned = ({ name, version }) => `${name} ${version}`;

;// CONCATENATED MODULE: ./packages/image/dive-tree.ts


const whiteout = '.wh.';
const unseen = '.wh..wh..';
const tooMany = (maxNodes) => new oci_errors/* Corrupt */.Q6('the image', `it has more than ${maxNodes} files and directories`);
/** The name that a whiteout hides, also an empty one; undefined for all other names. */
const hiddenBy = (name) => name.startsWith(whiteout) ? name.slice(whiteout.length) : undefined;
const nodeOf = (name) => ({
    name,
    children: undefined,
    ordinal: -1,
    sizeBytes: 0,
    isDirectory: false,
});
/** Paths with what Dive knows of them. */
class DiveTree {
    root = nodeOf('');
    #maxNodes;
    #nodes = 0;
    #isPlain = true;
    #last;
    constructor(maxNodes) {
        this.#maxNodes = maxNodes;
    }
    /** The child of this name, made when there is none. */
    child(parent, name) {
        const found = parent.children?.get(name);
        if (found !== undefined)
            return found;
        if (++this.#nodes > this.#maxNodes)
            throw tooMany(this.#maxNodes);
        if (name === '..' || name.startsWith(whiteout))
            this.#isPlain = false;
        const made = nodeOf(name);
        parent.children ??= new Map();
        parent.children.set(name, made);
        return made;
    }
    /** Would it be the same when it is put on itself? */
    get isPlain() {
        return this.#isPlain;
    }
    /**
     * What a clean path leads to, made with its parents; undefined where markers and bookkeeping stand, which Dive drops.
     * While it is built nothing leaves it.
     */
    at(path) {
        const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
        const known = this.#last?.path === parent ? this.#last.node : this.#folder(parent);
        if (known === undefined || name === '')
            return undefined;
        this.#last = { path: parent, node: known };
        return name.startsWith(unseen) ? undefined : this.child(known, name);
    }
    #folder(path) {
        let node = this.root;
        for (const name of path.split('/')) {
            if (name === '')
                continue;
            if (name.startsWith(unseen))
                return undefined;
            node = this.child(node, name);
        }
        return node;
    }
    clone() {
        const copy = new DiveTree(this.#maxNodes);
        const todo = [[this.root, copy.root]];
        for (let pair = todo.pop(); pair !== undefined; pair = todo.pop()) {
            const [from, to] = pair;
            for (const child of from.children?.values() ?? []) {
                const made = copy.child(to, child.name);
                given(made, child);
                if (child.children !== undefined)
                    todo.push([child, made]);
            }
        }
        return copy;
    }
}
/** Takes what is known of another. */
function given(node, { ordinal, sizeBytes, isDirectory }) {
    node.ordinal = ordinal;
    node.sizeBytes = sizeBytes;
    node.isDirectory = isDirectory;
}
/**
 * One layer as Dive reads it: of two entries at one path the later counts, and keeps what is below.
 * @throws Corrupt for a tree over the limit
 */
function diveLayer(listing, maxNodes = 2_000_000) {
    const tree = new DiveTree(maxNodes);
    let layerBytes = 0;
    let ordinal = -1;
    for (const { path, kind, sizeBytes } of listing) {
        ordinal++;
        const clean = divePath(path);
        if (clean === '.')
            continue;
        layerBytes += sizeBytes;
        const node = tree.at(clean);
        if (node !== undefined) {
            node.ordinal = ordinal;
            node.sizeBytes = sizeBytes;
            node.isDirectory = kind === 'directory';
        }
    }
    return { tree, sizeBytes: layerBytes };
}
/** Clean as Go's `path.Clean` does it: a slash at the start stays, and so does a `..` that leads out. https://pkg.go.dev/path#Clean */
function divePath(path) {
    const slash = path.startsWith('/') ? '/' : '';
    const clean = (0,image_path/* cleanPath */.ts)(path) ?? cleanUpwards(path);
    return slash + clean || '.';
}
function cleanUpwards(path) {
    const rooted = path.startsWith('/');
    const parts = [];
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else if (!rooted)
            parts.push(part);
    }
    return parts.join('/');
}

;// CONCATENATED MODULE: ./packages/image/dive-walk.ts


/** Where a walk over a layer stands: a directory of it, and what another tree has at the same path. */
class DivePlace {
    node;
    above;
    /** `/a/b`, and `''` for the root. */
    path;
    /** Where Dive adds to the other tree: it cleans the path once more there, so that `..` at the root falls away. */
    adds;
    /** In the other tree. */
    found;
    #children;
    #next = 0;
    constructor(node, above, found) {
        this.node = node;
        this.above = above;
        this.path = above === undefined ? '' : `${above.path}/${node.name}`;
        this.found = found;
        this.adds = this.#addsAt();
        const children = [...(node.children?.values() ?? [])];
        this.#children = children.sort((a, b) => (0,image_path/* byBytes */.bg)(a.name, b.name));
    }
    next() {
        return this.#children[this.#next++];
    }
    inside(node) {
        return new DivePlace(node, this, this.found?.children?.get(node.name));
    }
    #addsAt() {
        const { above, node } = this;
        if (above === undefined || above.adds === above) {
            return above !== undefined && isAbove(node, above) ? above : this;
        }
        return isAbove(node, above) ? above.adds : above.adds.inside(node);
    }
}
/**
 * Walks a layer as Dive does it, children before their parents, siblings in byte order, without the root, and beside it
 * another tree, until `visit` gives false. `place` is where the node stands.
 */
function bottomUp(layer, beside, visit) {
    const places = [new DivePlace(layer.root, undefined, beside.root)];
    for (let place = places.at(-1); place !== undefined; place = places.at(-1)) {
        const child = place.next();
        if (child === undefined) {
            places.pop();
            if (place.above !== undefined && !visit(place.node, place.above))
                return;
        }
        else if (child.children !== undefined) {
            places.push(place.inside(child));
        }
        else if (!visit(child, place))
            return;
    }
}
/**
 * Puts a layer on a tree. Whiteouts hide as the walk meets them, and a directory that is only implied takes from the
 * tree what it knew of that directory.
 */
function stackDive(tree, layer) {
    bottomUp(layer, tree, (node, place) => {
        const hidden = hiddenBy(node.name);
        if (hidden !== undefined)
            remove(place, hidden);
        else if (!isAbove(node, place))
            given(tree.child(made(tree, place.adds), node.name), node);
        return true;
    });
}
/** Where a place adds, with the parents that the tree lacks. */
function made(tree, place) {
    const missing = [];
    let at = place;
    for (; at !== undefined && at.found === undefined; at = at.above)
        missing.push(at);
    let node = at?.found ?? tree.root;
    for (const next of missing.reverse()) {
        node = tree.child(node, next.node.name);
        next.found = node;
    }
    return node;
}
function remove(place, name) {
    if (name !== '') {
        place.found?.children?.delete(name);
        return;
    }
    // A whiteout of nothing: its path is that of its directory.
    if (place.above === undefined)
        return;
    place.above.found?.children?.delete(place.node.name);
    place.found = undefined;
}
/** `..` is a name to Dive, but at the root alone: elsewhere it is cleaned away. */
const isAbove = (node, place) => node.name === '..' && place.adds.above === undefined;

;// CONCATENATED MODULE: ./packages/image/dive.ts



/**
 * What Dive finds in an image, to the last digit, its faults included: layers in manifest order, lowest first.
 * https://github.com/wagoodman/dive/blob/d6c691947f8fda635c952a17ee3b7555379d58f0/dive/filetree/efficiency.go
 * @throws Corrupt for an image with too many files
 */
function diveOf(listings, maxNodes = 2_000_000) {
    const tallies = new Map();
    const layerSizes = [];
    let lower;
    for (const listing of listings) {
        const { tree, sizeBytes } = diveLayer(listing, maxNodes);
        layerSizes.push(sizeBytes);
        tally(tree, lower ?? tree, tallies);
        if (tallies.size > maxNodes)
            throw tooMany(maxNodes);
        // The lowest one is put on a copy of itself, so that its own whiteouts hide what it brings.
        const isItself = lower === undefined && tree.isPlain;
        lower ??= isItself ? tree : tree.clone();
        if (!isItself)
            stackDive(lower, tree);
    }
    const inefficient = rowsOf(tallies);
    const userSizeBytes = sum(layerSizes.slice(1));
    const wastedBytes = sum(inefficient.map((row) => row.sizeBytes));
    return {
        efficiency: scoreOf(tallies),
        sizeBytes: sum(layerSizes),
        userSizeBytes,
        wastedBytes,
        userWastedPercent: ratio(wastedBytes, userSizeBytes),
        layerSizes,
        inefficient,
    };
}
const sum = (numbers) => numbers.reduce((total, next) => total + next, 0);
function ratio(part, whole) {
    if (whole !== 0)
        return part / whole;
    return part === 0 ? 'NaN' : '+Inf';
}
/** Counts the paths of one layer that have nothing below them; `lower` is what the layers under it make. */
function tally(layer, lower, tallies) {
    const known = new Map();
    bottomUp(layer, lower, (node, place) => {
        if (node.children !== undefined)
            return true;
        const hidden = hiddenBy(node.name);
        // At the root a whiteout of nothing is one of `/`, elsewhere of its directory with a slash behind.
        const kept = tallyOf(`${place.path}/${hidden ?? node.name}`, tallies);
        let size = node.sizeBytes;
        if (hidden !== undefined) {
            const previous = hidden === '' ? place.found : place.found?.children?.get(hidden);
            // Dive takes a whiteout of what is not there for an error, and ends with this layer.
            if (previous === undefined)
                return false;
            size = previous.isDirectory ? bytesIn(previous, known) : 0;
        }
        kept.allBytes += size;
        if (kept.leastBytes < 0 || size < kept.leastBytes)
            kept.leastBytes = size;
        kept.count++;
        return true;
    });
}
function tallyOf(path, tallies) {
    const found = tallies.get(path);
    if (found !== undefined)
        return found;
    const made = { allBytes: 0, leastBytes: -1, count: 0 };
    tallies.set(path, made);
    return made;
}
/** Of a directory and all below. `known` has what was summed before, as a layer may hide a directory and its parents. */
function bytesIn(top, known) {
    const todo = [top];
    const order = [];
    for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
        if (known.has(node))
            continue;
        order.push(node);
        for (const child of node.children?.values() ?? [])
            todo.push(child);
    }
    for (const node of order.reverse()) {
        let bytes = node.sizeBytes;
        for (const child of node.children?.values() ?? [])
            bytes += known.get(child) ?? 0;
        known.set(node, bytes);
    }
    return known.get(top) ?? 0;
}
function scoreOf(tallies) {
    let least = 0;
    let all = 0;
    for (const { leastBytes, allBytes } of tallies.values()) {
        least += leastBytes;
        all += allBytes;
    }
    return all === 0 ? 1 : least / all;
}
function rowsOf(tallies) {
    const rows = [];
    for (const [file, { count, allBytes }] of tallies) {
        if (count > 1)
            rows.push({ count, sizeBytes: allBytes, file });
    }
    return rows.sort((a, b) => b.sizeBytes - a.sizeBytes || (0,image_path/* byBytes */.bg)(a.file, b.file));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var oci_digest = __webpack_require__(3670);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
// EXTERNAL MODULE: ./packages/oci/json.ts
var oci_json = __webpack_require__(6148);
;// CONCATENATED MODULE: ./packages/image/packing.ts
/** In the order of their numbers in an index: only ever appended to. */
const kinds = [
    'file',
    'directory',
    'symlink',
    'hardlink',
    'character',
    'block',
    'fifo',
];
const hashBytes = 32;
/** Beside the number of its kind: the entry has a hash. */
const hashedBit = 0x80;
/** Memory that grows by doubling. */
class Growing {
    #memory = Buffer.allocUnsafeSlow(1 << 12);
    #length = 0;
    double(value) {
        const at = this.#more(8);
        this.#memory.writeDoubleLE(value, at);
    }
    short(value) {
        const at = this.#more(2);
        this.#memory.writeUInt16LE(value, at);
    }
    byte(value) {
        const at = this.#more(1);
        this.#memory[at] = value;
    }
    text(value, encoding) {
        const at = this.#more(encoding === 'hex' ? value.length / 2 : value.length);
        this.#memory.write(value, at, encoding);
    }
    /** Makes room for so many more bytes, and tells where. */
    #more(count) {
        const start = this.#length;
        this.#length += count;
        if (this.#length > this.#memory.length) {
            const larger = Buffer.allocUnsafeSlow(Math.max(this.#length, 2 * this.#memory.length));
            this.#memory.copy(larger, 0, 0, start);
            this.#memory = larger;
        }
        return start;
    }
    get bytes() {
        return this.#memory.subarray(0, this.#length);
    }
}
/**
 * Packs entries into columns, since objects of a million entries take more memory than their layer. Numbers are
 * little-endian.
 */
class Packing {
    #columns = {
        sizes: new Growing(),
        times: new Growing(),
        uids: new Growing(),
        gids: new Growing(),
        modes: new Growing(),
        pathLengths: new Growing(),
        linkLengths: new Growing(),
        kinds: new Growing(),
        paths: new Growing(),
        links: new Growing(),
    };
    #hashes = new Growing();
    #rare = {};
    #count = 0;
    get count() {
        return this.#count;
    }
    add(entry) {
        const { sizes, times, uids, gids, modes, pathLengths, linkLengths } = this.#columns;
        const { kind, link = '', sha256, device, xattrs } = entry;
        sizes.double(entry.sizeBytes);
        times.double(entry.modified);
        uids.double(entry.uid);
        gids.double(entry.gid);
        modes.short(entry.mode);
        pathLengths.short(entry.path.length);
        linkLengths.short(link.length);
        this.#columns.kinds.byte(kinds.indexOf(kind) | (sha256 === undefined ? 0 : hashedBit));
        this.#columns.paths.text(entry.path, 'latin1');
        this.#columns.links.text(link, 'latin1');
        if (sha256 !== undefined)
            this.#hashes.text(sha256, 'hex');
        if (device !== undefined || xattrs !== undefined) {
            this.#rare[this.#count] = {
                ...(device === undefined ? {} : { device }),
                ...(xattrs === undefined ? {} : { xattrs }),
            };
        }
        this.#count += 1;
    }
    /** All columns one after the other, and what is rare as JSON behind them. */
    entries() {
        const columns = Object.values(this.#columns).map(({ bytes }) => bytes);
        return Buffer.concat([...columns, Buffer.from(JSON.stringify(this.#rare))]);
    }
    hashes() {
        return this.#hashes.bytes;
    }
}

;// CONCATENATED MODULE: ./packages/image/unpacking.ts


const fixedBytes = 4 * 8 + 3 * 2 + 1;
const maxRareBytes = 256 * 1024 * 1024;
/** What `Packing` packed, each entry unpacked when it is asked for. `fail` is called for what it cannot have packed. */
function unpacked({ count, entries, hashes, }, fail) {
    if (entries.length < count * fixedBytes)
        fail('it has fewer entries than it says');
    let at = 0;
    const next = (bytes) => entries.subarray(at, (at += bytes));
    const numbers = { sizes: next(8 * count), times: next(8 * count) };
    const owners = { uids: next(8 * count), gids: next(8 * count) };
    const [modes, pathLengths, linkLengths] = [next(2 * count), next(2 * count), next(2 * count)];
    const kindsOf = next(count);
    const pathEnds = ends(pathLengths, count);
    const linkEnds = ends(linkLengths, count);
    const hashEnds = hashed(kindsOf);
    const paths = next(pathEnds.at(-1) ?? 0);
    const links = next(linkEnds.at(-1) ?? 0);
    if (at > entries.length)
        fail('its paths are cut off');
    if (kindsOf.some((kind) => (kind & ~hashedBit) >= kinds.length))
        fail('it has an unknown kind');
    if ((hashEnds.at(-1) ?? 0) * hashBytes !== (hashes?.length ?? 0))
        fail('its hashes are cut off');
    const rare = (0,oci_json/* parseJson */.q)(entries.subarray(at), 'what is rare', {
        maxBytes: maxRareBytes,
    });
    const text = (from, stops, index) => from.toString('latin1', index === 0 ? 0 : stops[index - 1], stops[index]);
    const entry = (index) => {
        const kind = kinds[(kindsOf[index] ?? 0) & ~hashedBit];
        if (index < 0 || index >= count || kind === undefined) {
            throw new RangeError(`there is no entry ${index}`);
        }
        const isHashed = ((kindsOf[index] ?? 0) & hashedBit) !== 0;
        const hashEnd = (hashEnds[index] ?? 0) * hashBytes;
        return {
            path: text(paths, pathEnds, index),
            kind,
            mode: modes.readUInt16LE(2 * index),
            uid: owners.uids.readDoubleLE(8 * index),
            gid: owners.gids.readDoubleLE(8 * index),
            sizeBytes: numbers.sizes.readDoubleLE(8 * index),
            modified: numbers.times.readDoubleLE(8 * index),
            ...(kind === 'symlink' || kind === 'hardlink' ? { link: text(links, linkEnds, index) } : {}),
            ...rare[index],
            ...(isHashed ? { sha256: hashes?.toString('hex', hashEnd - hashBytes, hashEnd) ?? '' } : {}),
        };
    };
    return {
        count,
        entry,
        *[Symbol.iterator]() {
            for (let index = 0; index < count; index += 1)
                yield entry(index);
        },
    };
}
/** Where each of some stretches ends, from their lengths. */
function ends(lengths, count) {
    const stops = new Uint32Array(count);
    let end = 0;
    for (let index = 0; index < count; index += 1) {
        end += lengths.readUInt16LE(2 * index);
        stops[index] = end;
    }
    return stops;
}
/** How many entries up to each have a hash. */
function hashed(kindsOf) {
    const stops = new Uint32Array(kindsOf.length);
    let count = 0;
    for (const [index, kind] of kindsOf.entries()) {
        if ((kind & hashedBit) !== 0)
            count += 1;
        stops[index] = count;
    }
    return stops;
}

;// CONCATENATED MODULE: ./packages/image/layer-index-file.ts






/**
 * The file of an index: this magic, the length of the header in four bytes, the SHA-256 of the header, the header as
 * JSON, and the sections one after the other, each compressed with zstd. Versions of a section go up with its form.
 */
const magic = Buffer.from('ecluse layer 1\n');
const versions = { entries: 1, hashes: 1 };
const maxHeaderBytes = 1 << 20;
/** Of a section when it is inflated: some millions of entries. */
const maxSectionBytes = 1 << 30;
const sha256 = (bytes) => (0,external_node_crypto_.createHash)('sha256').update(bytes).digest();
/** The same walk always gives the same bytes. */
function writeLayerIndex({ layer, sizeBytes, packing, hashed, facts }) {
    const parts = [
        ['entries', versions.entries, packing.entries()],
    ];
    if (hashed === 'sha256')
        parts.push(['hashes', versions.hashes, packing.hashes()]);
    for (const [name, { version, found }] of facts) {
        parts.push([`facts:${name}`, version, Buffer.from(JSON.stringify(found))]);
    }
    const bodies = [];
    const sections = {};
    let offset = 0;
    for (const [name, version, bytes] of parts) {
        const body = zstdCompressSync(bytes);
        sections[name] = {
            version,
            offset,
            lengthBytes: body.length,
            sha256: sha256(body).toString('hex'),
        };
        bodies.push(body);
        offset += body.length;
    }
    const header = {
        format: 1,
        layer,
        sizeBytes,
        entries: packing.count,
        hashed,
        sections,
    };
    const json = Buffer.from(JSON.stringify(header));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(json.length);
    return Buffer.concat([magic, length, sha256(json), json, ...bodies]);
}
const whole = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0));
const section = dist/* object */.Ikc({
    version: whole,
    offset: whole,
    lengthBytes: whole,
    sha256: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{64}$/)),
});
const header = dist/* object */.Ikc({
    format: dist/* literal */.euz(1),
    layer: dist/* union */.KCZ([
        dist/* object */.Ikc({ diffId: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* guard */.ahr(oci_digest/* isDigest */.Bc)) }),
        dist/* pipe */.FsL(dist/* object */.Ikc({ unverified: dist/* string */.YjP() }), dist/* transform */.pdi(({ unverified }) => ({ unverified: unverified }))),
    ]),
    sizeBytes: whole,
    entries: dist/* pipe */.FsL(whole, dist/* maxValue */.cGV(10_000_000)),
    hashed: dist/* picklist */.KIO(['none', 'sha256']),
    sections: dist/* record */.g1P(dist/* string */.YjP(), section),
});
const facts = dist/* array */.YOg(dist/* object */.Ikc({ path: dist/* string */.YjP(), facts: dist/* array */.YOg(dist/* unknown */.L5J()), unread: dist/* optional */.lqM(dist/* literal */.euz(true)) }));
/**
 * Reads the file of an index. Every byte is under a checksum.
 * @throws Corrupt when it is none, was changed, or is of another format
 */
function readLayerIndex(bytes, what) {
    const fail = (why) => {
        throw new oci_errors/* Corrupt */.Q6(what, why);
    };
    const { json, body } = framed(bytes, fail);
    const parsed = dist/* safeParse */.xLC(header, (0,oci_json/* parseJson */.q)(json, what, { maxBytes: maxHeaderBytes }));
    if (!parsed.success)
        return fail('its header is not one that we know');
    const head = parsed.output;
    for (const [name, part] of Object.entries(parsed.output.sections)) {
        if (sha256(partOf(body, part)).toString('hex') !== part.sha256) {
            fail(`its part ${(0,quote/* quote */.h)(name)} was changed`);
        }
    }
    const read = (name, version) => {
        const found = head.sections[name];
        if (found === undefined || found.version !== version)
            return undefined;
        try {
            return (0,external_node_zlib_.zstdDecompressSync)(partOf(body, found), { maxOutputLength: maxSectionBytes });
        }
        catch {
            return fail(`its part ${name} does not inflate`);
        }
    };
    const entries = read('entries', versions.entries) ?? fail('its entries are of another form');
    const hashes = read('hashes', versions.hashes);
    const listing = unpacked({ count: head.entries, entries, hashes }, fail);
    return {
        header: head,
        listing,
        facts({ name, version }) {
            const found = read(`facts:${name}`, version);
            if (found === undefined)
                return undefined;
            const said = dist/* safeParse */.xLC(facts, (0,oci_json/* parseJson */.q)(found, what, { maxBytes: maxSectionBytes }));
            // A collector wrote them, in this very version.
            return said.success
                ? said.output
                : fail(`its ${name} is not right`);
        },
    };
}
const partOf = (body, { offset, lengthBytes }) => body.subarray(offset, offset + lengthBytes);
function framed(bytes, fail) {
    const start = magic.length + 4 + 32;
    if (bytes.length < start || !bytes.subarray(0, magic.length).equals(magic)) {
        return fail('it is no index of a layer, or of another format');
    }
    const end = start + bytes.readUInt32LE(magic.length);
    const json = bytes.subarray(start, end);
    if (!sha256(json).equals(bytes.subarray(magic.length + 4, start)))
        fail('its header was changed');
    return { json, body: bytes.subarray(end) };
}

;// CONCATENATED MODULE: ./packages/image/layer-cache.ts






const suffix = '.layer';
const blobs = 'blobs';
const hourMs = 60 * 60 * 1000;
/**
 * Indexes of verified layers in a folder, which several processes may share. Each stands under its diffID; which
 * blob inflates to it stands beside it, so that an image cannot claim another layer's index for a blob of its own.
 * What cannot be read is not there: a cache is never the reason for an error.
 */
class LayerCache {
    #folder;
    #maxBytes;
    constructor(folder, { maxBytes = 1 << 30 } = {}) {
        this.#folder = folder;
        this.#maxBytes = maxBytes;
    }
    /** The index of the layer that a blob is, if somebody verified that it is. */
    async get(blob) {
        const diffId = (await quiet((0,promises_.readFile)(this.#blob(blob), 'utf8')))?.trim();
        if (diffId === undefined || !(0,oci_digest/* isDigest */.Bc)(diffId))
            return undefined;
        const file = this.#file(diffId);
        const bytes = await quiet((0,promises_.readFile)(file));
        const index = bytes && readable(bytes, file);
        if (index === undefined || !('diffId' in index.header.layer))
            return undefined;
        if (index.header.layer.diffId !== diffId)
            return undefined;
        const now = new Date();
        await quiet((0,promises_.utimes)(file, now, now));
        return index;
    }
    /** Keeps the file of an index; of one that nobody verified nothing is kept. */
    async put(blob, bytes, { header }) {
        if (!('diffId' in header.layer))
            return;
        const { diffId } = header.layer;
        await quiet(this.#write(this.#file(diffId), bytes));
        await quiet(this.#write(this.#blob(blob), Buffer.from(`${diffId}\n`)));
    }
    /** Makes the folder as small as it must be: what was not used for longest goes first. */
    async trim() {
        await this.#sweep();
        const names = (await quiet((0,promises_.readdir)(this.#folder))) ?? [];
        const files = await Promise.all(names
            .filter((name) => name.endsWith(suffix))
            .map(async (name) => {
            const path = (0,external_node_path_.join)(this.#folder, name);
            const found = await quiet((0,promises_.stat)(path));
            return { path, sizeBytes: found?.size ?? 0, usedMs: found?.mtimeMs ?? 0 };
        }));
        let sumBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
        for (const { path, sizeBytes } of files.toSorted((a, b) => a.usedMs - b.usedMs)) {
            if (sumBytes <= this.#maxBytes)
                return;
            await quiet((0,promises_.rm)(path, { force: true }));
            sumBytes -= sizeBytes;
        }
    }
    /** Removes what killed processes were writing. */
    async #sweep() {
        const folder = (0,external_node_path_.join)(this.#folder, blobs);
        for (const name of (await quiet((0,promises_.readdir)(folder))) ?? []) {
            if (!name.startsWith('.'))
                continue;
            const file = (0,external_node_path_.join)(folder, name);
            const isOld = Date.now() - ((await quiet((0,promises_.stat)(file)))?.mtimeMs ?? Date.now()) > hourMs;
            if (isOld)
                await quiet((0,promises_.rm)(file, { force: true }));
        }
    }
    #file(diffId) {
        return (0,external_node_path_.join)(this.#folder, `${(0,oci_digest/* algorithmOf */.Hy)(diffId)}-${(0,oci_digest/* hexOf */.ZD)(diffId)}${suffix}`);
    }
    #blob(digest) {
        return (0,external_node_path_.join)(this.#folder, blobs, `${(0,oci_digest/* algorithmOf */.Hy)(digest)}-${(0,oci_digest/* hexOf */.ZD)(digest)}`);
    }
    async #write(file, bytes) {
        await (0,promises_.mkdir)((0,external_node_path_.join)(this.#folder, blobs), { recursive: true });
        const temporary = (0,external_node_path_.join)(this.#folder, blobs, `.${(0,external_node_crypto_.randomUUID)()}`);
        try {
            await (0,promises_.writeFile)(temporary, bytes, { flag: 'wx' });
            await (0,promises_.rename)(temporary, file);
        }
        finally {
            await (0,promises_.rm)(temporary, { force: true });
        }
    }
}
function readable(bytes, file) {
    try {
        return readLayerIndex(bytes, JSON.stringify(file));
    }
    catch {
        return undefined;
    }
}
/** Undefined for what the system does not let us do. */
async function quiet(work) {
    try {
        return await work;
    }
    catch (error) {
        if ((0,errors/* codeOf */.$N)(error) === undefined)
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/inventory/printable.ts
/** What stands for a whole value; more is no name and no version. */
const printable_most = 1024;
/** Printable ASCII without spaces, as names, versions and architectures are. */
const isWord = (text) => text.length <= printable_most && /^[\x21-\x7e]+$/.test(text);
/** One line of text that changes nothing on a terminal. */
const isLine = (text) => text !== '' && text.length <= printable_most && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);

;// CONCATENATED MODULE: ./packages/inventory/stanzas.ts
/** A string of its own: a slice would keep the whole file in memory. */
const detached = (slice) => Buffer.from(slice, 'latin1').toString('latin1');
/**
 * The stanzas of a file of `Name: value` lines with empty lines between them, each as the first value of the fields
 * that are asked for. Lines that begin with a space go on with the field before them, and are stepped over.
 */
function* stanzas(bytes, fieldOf) {
    let stanza = new Map();
    for (const line of lines(bytes)) {
        const first = line.charCodeAt(0);
        if (!(first > 0x20)) {
            if (stanza.size === 0 || line.trim() !== '')
                continue;
            yield stanza;
            stanza = new Map();
            continue;
        }
        const colon = line.indexOf(':');
        const field = colon < 0 ? undefined : fieldOf(line.slice(0, colon));
        if (field === undefined || stanza.has(field))
            continue;
        stanza.set(field, detached(line.slice(colon + 1).trim()));
    }
    if (stanza.size > 0)
        yield stanza;
}
/** One character for each byte: what is asked for is ASCII, and the rest must not fail. */
function* lines(bytes) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    for (let at = 0; at < text.length;) {
        const newline = text.indexOf('\n', at);
        const end = newline < 0 ? text.length : newline;
        yield text.slice(at, end);
        at = end + 1;
    }
}

;// CONCATENATED MODULE: ./packages/inventory/apk.ts


const fields = {
    P: 'name',
    V: 'version',
    A: 'architecture',
    o: 'origin',
    L: 'license',
    C: 'checksum',
};
const byLetter = new Map(Object.entries(fields));
/**
 * apk's database of what is installed; newer images have it below `usr`. Of two packages with the same name and
 * architecture the last counts. https://wiki.alpinelinux.org/wiki/Apk_spec#Installed_Database_V2
 */
const apk = {
    name: 'apk',
    version: 1,
    maxBytes: 32 << 20,
    wants: (path) => /^(?:usr\/)?lib\/apk\/db\/installed$/.test(path),
    parse(_path, bytes) {
        const packages = new Map();
        for (const stanza of stanzas(bytes, (name) => byLetter.get(name))) {
            const found = packageOf(stanza);
            if (found !== undefined)
                packages.set(`${found.name} ${found.architecture ?? ''}`, found);
        }
        return [...packages.values()];
    },
};
function packageOf(stanza) {
    const word = (field) => stanza.get(field) ?? '';
    const [name, version] = [word('name'), word('version')];
    if (!isWord(name) || !isWord(version))
        return undefined;
    const [architecture, origin, license] = [word('architecture'), word('origin'), word('license')];
    const checksum = word('checksum');
    return {
        name,
        version,
        ...(isWord(architecture) ? { architecture } : {}),
        ...(isWord(origin) ? { origin } : {}),
        ...(isLine(license) ? { license } : {}),
        ...(isWord(checksum) ? { checksum } : {}),
    };
}

;// CONCATENATED MODULE: ./packages/inventory/dpkg.ts


const dpkg_fields = ['package', 'status', 'version', 'architecture', 'source'];
const dpkg_byName = new Map(dpkg_fields.map((field) => [field, field]));
const longest = Math.max(...dpkg_fields.map(({ length }) => length));
/**
 * States in which the files are there, whatever shall become of them: `deinstall ok installed` waits for its removal.
 * Of `config-files` the configuration alone is left. https://manpages.debian.org/bookworm/dpkg/dpkg.1.en.html#Package_states
 */
const dpkg_unpacked = new Set([
    'installed',
    'triggers-pending',
    'triggers-awaited',
    'half-configured',
    'unpacked',
]);
/**
 * dpkg's database: `status`, or one file for each package in `status.d` as distroless images have it. A stanza
 * without a state was written by a builder of images, and counts. Of two with the same name and architecture the last
 * counts. https://www.debian.org/doc/debian-policy/ch-controlfields.html
 */
const dpkg = {
    name: 'dpkg',
    version: 1,
    maxBytes: 32 << 20,
    wants: (path) => path === 'var/lib/dpkg/status' ||
        (/^var\/lib\/dpkg\/status\.d\/[^/]+$/.test(path) && !path.endsWith('.md5sums')),
    parse(_path, bytes) {
        const packages = new Map();
        for (const stanza of stanzas(bytes, fieldOf)) {
            const found = dpkg_packageOf(stanza);
            if (found !== undefined)
                packages.set(`${found.name} ${found.architecture ?? ''}`, found);
        }
        return [...packages.values()];
    },
};
/** Names of fields are the same in any case. */
const fieldOf = (name) => name.length > longest + 1 ? undefined : dpkg_byName.get(name.trimEnd().toLowerCase());
function dpkg_packageOf(stanza) {
    const name = (stanza.get('package') ?? '').toLowerCase();
    const version = stanza.get('version') ?? '';
    if (!isName(name) || !isWord(version) || !isUnpacked(stanza.get('status')))
        return undefined;
    const architecture = stanza.get('architecture') ?? '';
    const source = sourceOf(stanza.get('source') ?? '');
    return {
        name,
        version,
        ...(isWord(architecture) ? { architecture } : {}),
        ...(source === undefined ? {} : { source }),
    };
}
const isName = (text) => isWord(text) && /^[a-z0-9][a-z0-9+._-]*$/.test(text);
/** `want flag state`: the third word says what is there. */
function isUnpacked(status) {
    if (status === undefined)
        return true;
    const [, , state = '', ...more] = status.split(/\s+/);
    return more.length === 0 && dpkg_unpacked.has(state.toLowerCase());
}
/** `name` or `name (version)`. */
function sourceOf(text) {
    const open = text.indexOf('(');
    const name = (open < 0 ? text : text.slice(0, open)).trim();
    if (!isName(name))
        return undefined;
    const close = text.indexOf(')', open);
    const version = open < 0 || close < 0 ? '' : text.slice(open + 1, close).trim();
    return isWord(version) ? { name, version } : { name };
}

;// CONCATENATED MODULE: ./packages/inventory/npm.ts

/** What Node finds: a folder directly below `node_modules`, or one of a scope there. Those with a dot are npm's own. */
const installed = /(?:^|\/)node_modules\/(?:@[^/]+\/)?(?![.@])[^/]+\/package\.json$/;
const part = "[A-Za-z0-9._~!*'()-]+";
const nameForm = new RegExp(`^(?:@${part}/)?${part}$`);
/** https://docs.npmjs.com/cli/v11/configuring-npm/package-json#name */
const maxName = 214;
/** https://github.com/npm/node-semver#constants */
const maxVersion = 256;
/**
 * Packages that npm and its like have installed, npm itself among them: their `package.json`, and no lock file, which
 * says what shall be. https://docs.npmjs.com/cli/v11/configuring-npm/package-json
 */
const npm = {
    name: 'npm',
    version: 1,
    maxBytes: 1 << 20,
    wants: (path) => installed.test(path),
    parse(_path, bytes) {
        const manifest = parseObject(bytes);
        const { name, version } = manifest;
        if (typeof name !== 'string' || name.length > maxName || !nameForm.test(name))
            return [];
        if (typeof version !== 'string' || version.length > maxVersion || !isWord(version))
            return [];
        const license = licenseOf(manifest);
        const isSaid = license !== undefined && isLine(license);
        return [{ name, version, ...(isSaid ? { license } : {}) }];
    },
};
function parseObject(bytes) {
    try {
        // Old packages have names of people in other encodings: only ASCII is wanted of them.
        const value = JSON.parse(new TextDecoder().decode(bytes));
        return isObject(value) ? value : {};
    }
    catch {
        return {};
    }
}
const isObject = (value) => typeof value === 'object' && value !== null;
/** `license` is a string; of old an object, or a list `licenses` of which one may choose. */
function licenseOf({ license, licenses }) {
    if (license !== undefined)
        return typeOf(license);
    if (!Array.isArray(licenses))
        return typeOf(licenses);
    const types = licenses.map(typeOf).filter((type) => type !== undefined);
    return types.length === 0 ? undefined : types.join(' OR ');
}
function typeOf(license) {
    const type = isObject(license) ? license.type : license;
    return typeof type === 'string' && type !== '' ? type : undefined;
}

;// CONCATENATED MODULE: ./packages/inventory/os-release.ts

const os_release_fields = {
    ID: 'id',
    NAME: 'name',
    VERSION: 'version',
    VERSION_ID: 'versionId',
    VERSION_CODENAME: 'versionCodename',
    PRETTY_NAME: 'prettyName',
    VARIANT_ID: 'variantId',
    CPE_NAME: 'cpeName',
    SUPPORT_END: 'supportEnd',
};
const byKey = new Map(Object.entries(os_release_fields));
/** In the order in which they count. */
const osReleasePaths = ['etc/os-release', 'usr/lib/os-release'];
/** With its quotes and backslashes. */
const maxValue = 4096;
/**
 * The files that say which system it is: one fact, or none where none of the fields stands.
 * https://www.freedesktop.org/software/systemd/man/latest/os-release.html
 */
const osRelease = {
    name: 'os-release',
    version: 1,
    maxBytes: 1 << 20,
    wants: (path) => osReleasePaths.some((wanted) => wanted === path),
    parse(_path, bytes) {
        const values = assignments(new TextDecoder().decode(bytes));
        const idLike = (values.get('ID_LIKE') ?? '').split(/\s+/).filter((id) => id !== '');
        const known = [...values].flatMap(([key, value]) => {
            const field = byKey.get(key);
            return field === undefined ? [] : [[field, value]];
        });
        const fact = {
            ...Object.fromEntries(known),
            ...(idLike.length === 0 ? {} : { idLike }),
        };
        return Object.keys(fact).length === 0 ? [] : [fact];
    },
};
/** Values by key, as a shell would set them: the last counts. */
function assignments(text) {
    const values = new Map();
    for (const line of text.split('\n')) {
        const equals = line.indexOf('=');
        const key = line.slice(0, Math.max(equals, 0)).trimStart();
        if (key !== 'ID_LIKE' && !byKey.has(key))
            continue;
        const value = unquoted(line.slice(equals + 1).trim());
        if (value !== undefined && isLine(value))
            values.set(key, value);
        else
            values.delete(key);
    }
    return values;
}
/** Undefined where a quote is not closed, or something follows it: several strings in a row are not supported. */
function unquoted(text) {
    if (text.length > maxValue)
        return undefined;
    const quote = text.charAt(0);
    if (quote === "'")
        return /^'([^']*)'$/.exec(text)?.[1];
    if (quote !== '"')
        return /["'`]/.test(text) ? undefined : text.replace(/\\(.)/g, '$1');
    const inner = /^"((?:[^"\\]|\\.)*)"$/.exec(text)?.[1];
    return inner?.replace(/\\([$"'\\`])/g, '$1');
}

;// CONCATENATED MODULE: ./packages/inventory/passwd.ts
/** https://man7.org/linux/man-pages/man5/passwd.5.html */
const passwd = {
    name: 'passwd',
    version: 1,
    maxBytes: 1 << 20,
    wants: (path) => path === 'etc/passwd',
    parse: (_, bytes) => Buffer.from(bytes)
        .toString('latin1')
        .split('\n')
        .flatMap((line) => {
        const [name = '', , uid] = line.split(':');
        return name === '' || uid === undefined ? [] : [{ name, uid }];
    }),
};

;// CONCATENATED MODULE: ./packages/inventory/facts.ts





/** All that look at a layer while it goes by. */
const collectors = [osRelease, dpkg, apk, npm, passwd];

;// CONCATENATED MODULE: ./packages/inventory/standing.ts
/**
 * What holds in the final image of what the files of its layers, the lowest first, said. A file counts as a whole, in
 * each layer in which it is there; where two files speak of one thing, the one of the higher layer counts, and of one
 * layer the first in byte order. Looks at each fact as often as its file comes and goes.
 */
function standing_standing(layers, keys, hiddenIn) {
    const things = new Map();
    const ending = new Map();
    for (const [layer, files] of layers.entries()) {
        const touched = new Set();
        for (const thing of thingsIn(ending.get(layer) ?? [], keys, things)) {
            dropGone(thing, layer);
            touched.add(thing);
        }
        ending.delete(layer);
        for (const file of wholeFiles(files)) {
            const until = hiddenIn(layer, file.path) ?? Infinity;
            if (until <= layer)
                continue;
            if (until < layers.length)
                listed(ending, until).push(file);
            for (const fact of file.facts) {
                const thing = thingAt(things, keys.of(fact, file.path));
                thing.said.push({ fact, path: file.path, until });
                touched.add(thing);
            }
        }
        for (const thing of touched)
            settle(thing, keys, layer);
    }
    return [...things.values()].flatMap(({ said, since }) => {
        const last = said.at(-1);
        return last === undefined ? [] : [{ fact: last.fact, path: last.path, since }];
    });
}
/** The last of each path, so that the one which counts most comes last. */
function wholeFiles(files) {
    const byPath = new Map(files.map((file) => [file.path, file]));
    return [...byPath.values()].sort((a, b) => (a.path < b.path ? 1 : -1));
}
function* thingsIn(files, keys, things) {
    for (const { path, facts } of files) {
        for (const fact of facts) {
            const thing = things.get(keys.of(fact, path));
            if (thing !== undefined)
                yield thing;
        }
    }
}
function thingAt(things, key) {
    const known = things.get(key);
    if (known !== undefined)
        return known;
    const thing = { said: [], since: 0 };
    things.set(key, thing);
    return thing;
}
function listed(lists, key) {
    const known = lists.get(key);
    if (known !== undefined)
        return known;
    const list = [];
    lists.set(key, list);
    return list;
}
function dropGone({ said }, layer) {
    for (let last = said.at(-1); last !== undefined && last.until <= layer; last = said.at(-1)) {
        said.pop();
    }
}
function settle(thing, keys, layer) {
    const last = thing.said.at(-1);
    const version = last === undefined ? undefined : keys.version(last.fact);
    if (version === thing.version)
        return;
    if (version === undefined)
        delete thing.version;
    else
        thing.version = version;
    thing.since = layer;
}

;// CONCATENATED MODULE: ./packages/inventory/packages.ts


/**
 * Joins the facts of an image's layers, the lowest first, to what the final image holds. A database counts as the
 * last whole file that stands there; a package that an upper layer changes belongs to that layer.
 */
function inventoryOf(layers, hiddenIn) {
    const os = osOf(filesOf(layers, 'os-release'), hiddenIn);
    const deb = standing_standing(filesOf(layers, 'dpkg'), databaseKeys(), hiddenIn);
    const apk = standing_standing(filesOf(layers, 'apk'), databaseKeys(), hiddenIn);
    const npm = standing_standing(filesOf(layers, 'npm'), npmKeys, hiddenIn);
    const packages = [
        ...apk.map(({ fact, path, since }) => ({ ...apkPackage(fact), path, layer: since })),
        ...deb.map(({ fact, path, since }) => ({ ...debPackage(fact), path, layer: since })),
        ...npm.map(({ fact, path, since }) => ({ ...npmPackage(fact), path, layer: since })),
    ];
    return {
        ...(os === undefined ? {} : { os }),
        packages: packages.sort(inOrder),
        unread: unreadOf(layers, hiddenIn),
    };
}
/** One of each name and architecture is installed, whichever file of the database says so. */
const databaseKeys = () => ({
    of: ({ name, architecture = '' }) => `${name} ${architecture}`,
    version: ({ version }) => version,
});
/** The same package may stand in many places, each with its own version. */
const npmKeys = {
    of: (_fact, path) => path,
    version: ({ name, version }) => `${name} ${version}`,
};
const filesOf = (layers, name) => layers.map((layer) => layer[name] ?? []);
function osOf(layers, hiddenIn) {
    for (const path of osReleasePaths) {
        for (let layer = layers.length - 1; layer >= 0; layer--) {
            const file = layers[layer]?.findLast((each) => each.path === path);
            if (file === undefined || hiddenIn(layer, path) !== undefined)
                continue;
            const [fact] = file.facts;
            if (fact !== undefined)
                return fact;
        }
    }
    return undefined;
}
const debPackage = ({ name, version, architecture, source }) => ({
    ecosystem: 'deb',
    name,
    version,
    ...(architecture === undefined ? {} : { architecture }),
    source: { name: source?.name ?? name, version: source?.version ?? version },
});
const apkPackage = ({ origin, ...fact }) => ({
    ecosystem: 'apk',
    ...fact,
    source: { name: origin ?? fact.name, version: fact.version },
});
const npmPackage = (fact) => ({ ecosystem: 'npm', ...fact });
function unreadOf(layers, hiddenIn) {
    const paths = new Set();
    for (const [layer, byCollector] of layers.entries()) {
        for (const files of Object.values(byCollector)) {
            for (const { path, unread } of files) {
                if (unread === true && hiddenIn(layer, path) === undefined)
                    paths.add(path);
            }
        }
    }
    return [...paths].sort();
}
/** As code units stand, which is the same on every machine. */
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a, b) => byText(a.ecosystem, b.ecosystem) ||
    byText(a.name, b.name) ||
    byText(a.architecture ?? '', b.architecture ?? '') ||
    byText(a.path, b.path);

// EXTERNAL MODULE: ./packages/oci/store-resolve.ts
var store_resolve = __webpack_require__(240);
// EXTERNAL MODULE: ./packages/image/base.ts
var base = __webpack_require__(8651);
;// CONCATENATED MODULE: ./packages/image/base-find.ts




/**
 * What an image stands on, by the ladder of `baseRungs`: claims are looked into one after the other until one is
 * proven by its diffIDs. One that cannot be read is no error: it stays unverified. Claims of an image are a
 * stranger's: they are looked for in registries alone, never in files.
 * @throws UsageError, NotThere for a base that was given and means no image
 */
async function findBase(sources, open) {
    const evidence = [];
    for (const claim of (0,base/* baseClaims */.JI)(sources)) {
        const found = await lookInto(claim, sources.config, open);
        evidence.push(found);
        if ((0,base/* settles */.no)(sources, found))
            break;
    }
    return (0,base/* chooseBase */.bf)(sources, evidence);
}
async function lookInto(claim, config, open) {
    const pinned = claim.digest !== undefined || claim.name.includes('@');
    if (claim.name === 'scratch')
        return { ...claim, diffIds: undefined, pinned };
    const found = claim.rung === 'given' ? await base_find_given(claim, open) : undefined;
    try {
        const { repository, digest } = found ?? (await claimed(claim, open));
        return { ...claim, digest, pinned, diffIds: await diffIdsOf(repository, digest, config) };
    }
    catch (error) {
        return { ...claim, diffIds: undefined, pinned, doubt: (0,errors/* messageOf */.bD)(error) };
    }
}
async function base_find_given({ name, digest }, open) {
    const text = digest === undefined ? name : `${name.replace(/@.*$/, '')}@${digest}`;
    const { repository, descriptor } = await (0,store_resolve/* resolveReference */.s)(open, text);
    return { repository, digest: descriptor.digest };
}
async function claimed({ name, digest }, open) {
    const reference = (0,oci_reference/* parseRegistryReference */.qq)(name);
    const repository = open(reference.name, 'read');
    const pinned = digest ?? reference.digest;
    if (pinned !== undefined)
        return { repository, digest: pinned };
    const tag = reference.tag ?? (0,oci_reference/* parseTag */.ED)('latest');
    const descriptor = await repository.resolve(tag);
    if (descriptor === undefined)
        throw new oci_errors/* NotThere */.W2(tag, reference.name);
    return { repository, digest: descriptor.digest };
}
/** Of the images for the same platform; of all where the index does not say. */
async function diffIdsOf(repository, digest, { os, architecture }) {
    const isFor = ({ platform }) => platform === undefined || (platform.os === os && platform.architecture === architecture);
    const { images } = await (0,platform_images/* platformImages */.QF)(repository, digest, isFor);
    return Promise.all(images.map(async ({ manifest }) => (await (0,platform_images/* imageConfig */.gj)(repository, manifest)).rootfs.diff_ids));
}

;// CONCATENATED MODULE: ./packages/image/hidden-in.ts

const hidden_in_whiteout = '.wh.';
const hidden_in_opaque = '.wh..wh..opq';
const bookkeeping = '.wh..wh.';
/**
 * Tells for files of layers, lowest first, which layer takes them away: by a whiteout, an opaque directory, another
 * entry at the path, or one above it that is no directory. Only `paths` may be asked for, clean ones.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts
 */
function hiddenIn(listings, paths) {
    const watched = new Set();
    for (const path of paths)
        for (const one of withParents(path))
            watched.add(one);
    const doings = listings.map((listing) => doingOf(listing, watched));
    return (layer, path) => {
        const own = doings[layer];
        if (own !== undefined && isReplaced(own, path))
            return layer;
        const found = doings.slice(layer + 1).findIndex((doing) => takes(doing, path));
        return found < 0 ? undefined : layer + 1 + found;
    };
}
/** The path itself, and every directory above it but the root. */
function* withParents(path) {
    for (let at = path; at !== ''; at = (0,image_path/* splitPath */.Uf)(at).parent)
        yield at;
}
function doingOf(listing, watched) {
    const doing = { hides: new Set(), opaque: new Set(), entries: new Map() };
    let at = -1;
    for (const { path, kind } of listing) {
        at += 1;
        const clean = (0,image_path/* cleanPath */.ts)(path);
        if (clean === undefined)
            continue;
        const { parent, name } = (0,image_path/* splitPath */.Uf)(clean);
        if (name === hidden_in_opaque)
            doing.opaque.add(parent);
        else if (name.startsWith(bookkeeping))
            continue;
        else if (name.startsWith(hidden_in_whiteout)) {
            const hidden = (0,image_path/* joinPath */.uJ)(parent, name.slice(hidden_in_whiteout.length));
            if (watched.has(hidden))
                doing.hides.add(hidden);
        }
        else if (watched.has(clean)) {
            const isFile = kind === 'file' || kind === 'hardlink';
            doing.entries.set(clean, { at, isDirectory: kind === 'directory', isFile });
        }
    }
    return doing;
}
function takes({ hides, opaque, entries }, path) {
    if (entries.has(path) || opaque.has(''))
        return true;
    for (const above of withParents(path)) {
        if (hides.has(above))
            return true;
        if (above === path)
            continue;
        if (opaque.has(above) || entries.get(above)?.isDirectory === false)
            return true;
    }
    return false;
}
/** Does a later entry of the same layer stand where the file was, or above it? */
function isReplaced({ entries }, path) {
    const own = entries.get(path);
    if (own?.isFile !== true)
        return true;
    for (const above of withParents((0,image_path/* splitPath */.Uf)(path).parent)) {
        const entry = entries.get(above);
        if (entry !== undefined && !entry.isDirectory && entry.at > own.at)
            return true;
    }
    return false;
}

// EXTERNAL MODULE: ./packages/image/history.ts + 1 modules
var image_history = __webpack_require__(6027);
;// CONCATENATED MODULE: ./packages/image/lines-forms.ts
/** Engines join words, quote and continue lines each in its own way. */
const squeezed = (text) => text.replace(/[\s"'\\,[\]]+/g, '');
const withoutFlags = (text) => text.replace(/^(?:--\S+\s+)+/, '');
/** Of a text with something unknown in it, to know it again. */
const enough = 200;
const around = (text) => {
    const first = text.indexOf('$');
    if (first < 0)
        return { start: text, end: undefined };
    const [, end = ''] = /^(?:\w+|\{[^}]*\}+)?(.*)$/s.exec(text.slice(text.lastIndexOf('$') + 1)) ?? [];
    return { start: text.slice(0, Math.min(first, enough)), end: end.slice(-enough) };
};
/** Whether a text can be what stands in the form once its variables are filled in. */
const fits = ({ start, end }, text) => end === undefined
    ? text === start
    : text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
function formOfStep({ keyword, rest }) {
    const [, to] = keyword === 'COPY' || keyword === 'ADD'
        ? (/^(?:--\S+\s+)*(?:(?:file|dir|multi):\S*)?\s*\bin\s(.*)$/s.exec(rest) ?? [])
        : [];
    return {
        keyword,
        texts: [...new Set([squeezed(rest), squeezed(withoutFlags(rest))])],
        destination: to === undefined ? undefined : squeezed(to),
    };
}
/** The forms of a chain; a SHELL counts for the instructions after it. */
function formsOf(chain) {
    let shell = [];
    return chain.map((instruction) => {
        if (instruction.keyword === 'SHELL')
            shell = instruction.words;
        return formOf(instruction, shell);
    });
}
function formOf(instruction, shell) {
    const { keyword, words, text, heredocs } = instruction;
    const written = text.slice(keyword.length);
    const plain = words.join(' ');
    const bodies = heredocs.map(({ body }) => body).join('\n');
    const ended = heredocs.map(({ body, name }) => body + name).join('\n');
    const transfer = keyword === 'COPY' || keyword === 'ADD';
    const texts = [
        plain,
        written,
        ...(keyword === 'RUN' && shell.length > 0 ? [[...shell, plain].join(' ')] : []),
        ...(heredocs.length > 0 && !transfer ? [bodies, written + bodies, written + ended] : []),
    ].map(squeezed);
    const expanded = keyword !== 'RUN' && plain.includes('$');
    const relative = keyword === 'WORKDIR' && !plain.startsWith('/');
    return {
        keyword,
        texts,
        around: expanded
            ? around(squeezed(plain))
            : relative
                ? { start: '', end: squeezed(plain) }
                : undefined,
        destination: transfer ? destinationOf(squeezed(words.at(-1) ?? '')) : undefined,
    };
}
/** Some engines make a relative one absolute. */
function destinationOf(to) {
    if (/^[/$]/.test(to))
        return around(to);
    const { start, end = start } = around(to.replace(/^(?:\.\/|\.$)/, ''));
    return { start: '', end };
}

;// CONCATENATED MODULE: ./packages/image/lines-align.ts

/** No image has more layers than 127; what is longer is looked at from its end. */
const lines_align_most = 500;
/** Engines write these in so many ways that the keyword has to do. They make no layer. */
const loose = new Set([
    'ARG',
    'CMD',
    'ENTRYPOINT',
    'ENV',
    'EXPOSE',
    'HEALTHCHECK',
    'LABEL',
    'MAINTAINER',
    'ONBUILD',
    'SHELL',
    'STOPSIGNAL',
    'USER',
    'VOLUME',
]);
/** How surely two belong together. The sum over an image decides, so a sure pair outweighs a few that are not. */
const sure = { text: 8, around: 5, destination: 4, keyword: 1 };
/**
 * Which instruction made which history entry: the pairing in order with the most in common, of equal ones the one
 * nearest to the end. An entry or instruction that the other side does not know stays alone.
 */
function align(steps, chain) {
    const left = steps.slice(-lines_align_most);
    const right = chain.slice(-lines_align_most);
    const score = scorer(left, right);
    const width = right.length + 1;
    const best = new Uint32Array((left.length + 1) * width);
    const at = (row, column) => best[row * width + column] ?? 0;
    for (let row = 1; row <= left.length; row++) {
        for (let column = 1; column < width; column++) {
            const points = score(row - 1, column - 1);
            const alone = Math.max(at(row - 1, column), at(row, column - 1));
            const together = points === 0 ? 0 : at(row - 1, column - 1) + points;
            best[row * width + column] = Math.max(alone, together);
        }
    }
    const pairs = new Map();
    for (let row = left.length, column = right.length; row > 0 && column > 0;) {
        const [step, instruction] = [left[row - 1], right[column - 1]];
        const points = score(row - 1, column - 1);
        if (points > 0 && at(row, column) === at(row - 1, column - 1) + points) {
            // A keyword alone holds the others in place, and says no line.
            if (step !== undefined && instruction !== undefined && points > sure.keyword) {
                pairs.set(step, instruction);
            }
            row--;
            column--;
        }
        else if (at(row, column) === at(row, column - 1))
            column--;
        else
            row--;
    }
    return pairs;
}
function scorer(steps, chain) {
    // As numbers, since each text is compared with each.
    const numbers = new Map();
    const number = (text) => {
        const known = numbers.get(text) ?? numbers.size;
        numbers.set(text, known);
        return known;
    };
    const left = steps.map(formOfStep).map((form) => ({ form, texts: form.texts.map(number) }));
    const right = formsOf(chain).map((form) => ({
        form,
        texts: new Set(form.texts.map(number)),
    }));
    return (row, column) => {
        const [step, instruction] = [left[row], right[column]];
        if (step === undefined || instruction === undefined)
            return 0;
        // Docker records a RUN of a JSON array as its words alone.
        if ((step.form.keyword ?? 'RUN') !== instruction.form.keyword)
            return 0;
        if (step.texts.some((text) => instruction.texts.has(text)))
            return sure.text;
        return step.form.keyword === undefined ? 0 : pointsOf(step.form, instruction.form);
    };
}
function pointsOf(step, instruction) {
    const { around, destination, keyword } = instruction;
    if (around !== undefined && step.texts.some((text) => fits(around, text)))
        return sure.around;
    if (destination !== undefined &&
        step.destination !== undefined &&
        fits(destination, step.destination)) {
        return sure.destination;
    }
    return loose.has(keyword) ? sure.keyword : 0;
}

// EXTERNAL MODULE: ./packages/dockerfile/stage.ts
var dockerfile_stage = __webpack_require__(4339);
;// CONCATENATED MODULE: ./packages/image/lines-chain.ts

/**
 * Those of the target's stage, after those of the stages that it stands on. Only names as written are followed: of a
 * `FROM` with variables `chainOf` knows more.
 * @throws UsageError for an unknown target
 */
function stageChain(dockerfile, target) {
    const chain = [];
    const below = ({ from, index }) => dockerfile.stages.slice(0, index).find(({ name }) => name === from.toLowerCase());
    let stage = (0,dockerfile_stage/* findStage */.U)(dockerfile, target);
    for (; stage !== undefined; stage = below(stage))
        chain.unshift(stage.instructions);
    return chain.flat();
}
/** As `stageChain`, with the variables of a build filled in. */
function chainOf({ target, stages }) {
    const chain = [];
    const find = (index) => stages.find(({ stage }) => stage.index === index);
    for (let at = find(target.index); at !== undefined;) {
        chain.unshift(at.stage.instructions);
        at = at.base.kind === 'stage' ? find(at.base.index) : undefined;
    }
    return chain.flat();
}

;// CONCATENATED MODULE: ./packages/image/provenance.ts


const maxProvenanceBytes = (/* unused pure expression or super */ null && (16 << 20));
const line = dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0)), 0);
const position = dist/* optional */.lqM(dist/* object */.Ikc({ line }), { line: 0 });
const range = dist/* object */.Ikc({ start: position, end: position });
const provenance_location = dist/* object */.Ikc({
    sourceIndex: dist/* optional */.lqM(dist/* number */.aig(), 0),
    ranges: dist/* nullish */.cl6(dist/* array */.YOg(range)),
});
const source = dist/* object */.Ikc({
    infos: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ data: dist/* nullish */.cl6(dist/* string */.YjP()) }))),
    locations: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* object */.Ikc({ locations: dist/* nullish */.cl6(dist/* array */.YOg(provenance_location)) }))),
});
const buildkit = dist/* object */.Ikc({
    source: dist/* nullish */.cl6(source),
    layers: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* array */.YOg(dist/* array */.YOg(dist/* object */.Ikc({ digest: dist/* string */.YjP() }))))),
});
const material = dist/* object */.Ikc({
    uri: dist/* nullish */.cl6(dist/* string */.YjP()),
    digest: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP())),
});
const named = 'https://mobyproject.org/buildkit@v1#metadata';
const metadata = dist/* nullish */.cl6(dist/* object */.Ikc({ buildkit_metadata: dist/* nullish */.cl6(buildkit), [named]: dist/* nullish */.cl6(buildkit) }));
/** SLSA 0.2 has `metadata` and `materials`, SLSA 1 the other two. */
const predicate = dist/* object */.Ikc({
    metadata,
    materials: dist/* nullish */.cl6(dist/* array */.YOg(material)),
    runDetails: dist/* nullish */.cl6(dist/* object */.Ikc({ metadata })),
    buildDefinition: dist/* nullish */.cl6(dist/* object */.Ikc({ resolvedDependencies: dist/* nullish */.cl6(dist/* array */.YOg(material)) })),
});
const statement = dist/* object */.Ikc({ predicate });
/**
 * Reads SLSA provenance of BuildKit, 0.2 or 1: an in-toto statement, or its predicate alone.
 * https://docs.docker.com/build/metadata/attestations/slsa-definitions/
 * @throws Corrupt when it is none
 */
function parseProvenance(bytes, what = 'the provenance') {
    const json = parseJson(bytes, what, { maxBytes: maxProvenanceBytes });
    const whole = v.safeParse(statement, json);
    const isStatement = typeof json === 'object' && json !== null && 'predicate' in json;
    const read = isStatement ? whole : v.safeParse(predicate, json);
    if (!read.success) {
        const [issue] = read.issues;
        throw new Corrupt(what, `${JSON.stringify(v.getDotPath(issue))} is not right: ${issue.message}`);
    }
    const found = 'predicate' in read.output ? read.output.predicate : read.output;
    const { metadata: meta = found.runDetails?.metadata } = found;
    const { source: from, layers } = meta?.buildkit_metadata ?? meta?.[named] ?? {};
    const materials = found.materials ?? found.buildDefinition?.resolvedDependencies ?? [];
    return {
        materials: materials.flatMap(imageOf),
        source: provenance_sourceOf(from),
        layers: Object.entries(layers ?? {}).flatMap(([step, chains]) => chains.map((chain) => ({ step, chain: chain.map(({ digest }) => digest) }))),
    };
}
function provenance_sourceOf(from) {
    const data = from?.infos?.[0]?.data;
    if (data === undefined || data === null)
        return undefined;
    const lines = new Map();
    for (const [step, { locations }] of Object.entries(from?.locations ?? {})) {
        const ranges = (locations ?? [])
            .filter(({ sourceIndex }) => sourceIndex === 0)
            .flatMap((one) => one.ranges ?? []);
        const [first] = ranges;
        if (first === undefined || first.start.line === 0)
            continue;
        const endLine = ranges.reduce((end, one) => Math.max(end, one.end.line), first.start.line);
        lines.set(step, { line: first.start.line, endLine });
    }
    return {
        text: Buffer.from(data, 'base64')
            .toString('utf8')
            .replace(/^\uFEFF/, ''),
        lines,
    };
}
/** Images are written as package URLs: `pkg:docker/alpine@3.17?platform=linux%2Famd64`. */
function imageOf({ uri, digest }) {
    const [, path, version, query = ''] = /^pkg:docker\/([^@?#]+)(?:@([^?#]*))?(?:\?([^#]*))?/.exec(uri ?? '') ?? [];
    if (path === undefined)
        return [];
    const given = `sha256:${digest?.sha256 ?? ''}`;
    const pinned = new URLSearchParams(query).get('digest') ?? '';
    const name = decoded(path);
    const tag = version === undefined ? '' : decoded(version);
    if (name === undefined || tag === undefined)
        return [];
    return [
        {
            name: tag === '' ? name : `${name}${isDigest(tag) ? '@' : ':'}${tag}`,
            digest: [given, pinned].find(isDigest),
        },
    ];
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
/**
 * The lines of each layer of an image: a step made the layer that its chain has last, if the image begins with that
 * chain. Of several the first is the one that made it.
 */
function linesInProvenance({ source: from, layers: chains }, layers) {
    const number = (step) => Number(/^step(\d{1,9}):/.exec(step)?.[1] ?? Infinity);
    const made = layers.map(() => undefined);
    for (const { step, chain } of chains) {
        const isStart = chain.length > 0 && chain.every((digest, at) => digest === layers[at]);
        if (!isStart)
            continue;
        const before = made[chain.length - 1];
        if (before === undefined || number(step) < number(before))
            made[chain.length - 1] = step;
    }
    return made.map((step) => from?.lines.get(step?.replace(/:\d+$/, '') ?? ''));
}

;// CONCATENATED MODULE: ./packages/image/lines.ts



/**
 * For each layer the instruction of this Dockerfile that made it; undefined for those of the base, and where it
 * cannot be told. The engine's own word counts first, where it built from the same text.
 * @throws UsageError for an unknown target
 */
function layerLines({ steps, layers, disagreement }, dockerfile, { target, chain = stageChain(dockerfile, target), baseLayers = 0, built } = {}) {
    const recorded = built?.provenance.source?.text === dockerfile.source
        ? linesInProvenance(built.provenance, built.layers)
        : [];
    const top = steps.findLastIndex(({ layer }) => layer !== undefined && layer < baseLayers);
    // Where history and layers do not fit, a line would be that of some other layer.
    const pairs = align(disagreement === undefined ? steps.slice(top + 1) : [], chain);
    return layers.map((step, layer) => {
        if (layer < baseLayers)
            return undefined;
        const range = recorded[layer];
        const written = range === undefined ? undefined : instructionAt(dockerfile, range.line, range.endLine);
        if (written !== undefined)
            return lineOf(written, 'provenance');
        const found = step === undefined ? undefined : pairs.get(step);
        return found === undefined ? undefined : lineOf(found, 'history');
    });
}
function instructionAt({ stages }, line, endLine) {
    return stages
        .flatMap(({ instructions }) => instructions)
        .find((one) => one.line <= endLine && line <= one.endLine);
}
const lineOf = ({ line, endLine, keyword, text }, source) => ({ line, endLine, keyword, text, source });

;// CONCATENATED MODULE: ./packages/image/not-root.ts

const maxBytes = 1 << 20;
/** Engines refuse what is larger; containerd once took 4294967296 for 0. https://nvd.nist.gov/vuln/detail/CVE-2024-40635 */
const maxUid = 2 ** 31 - 1;
/**
 * Whether the config's `User` is root, as engines read it: `uid`, `name`, and either with `:group`. `passwd` is the
 * image's own `/etc/passwd`; undefined: it has none, or it is not known.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#properties
 */
function runsAs(user, passwd) {
    const [name = ''] = (user ?? '').split(':', 1);
    if (name === '') {
        const said = user === undefined || user === '' ? 'names no user' : `has the USER ${(0,quote/* quote */.h)(user)}`;
        return { root: true, uid: 0, why: `the config ${said}, which is root` };
    }
    // As Go's Atoi reads it, which knows a sign.
    if (/^[+-]?[0-9]+$/.test(name))
        return ofNumber(name);
    if (passwd === undefined)
        return unlisted(name, 'the image has no /etc/passwd to find it in');
    if (passwd.length > maxBytes) {
        return unlisted(name, `/etc/passwd is longer than ${maxBytes} bytes`);
    }
    const uid = uidOf(name, Buffer.from(passwd).toString('utf8'));
    if (uid === undefined)
        return unlisted(name, '/etc/passwd has no such user');
    if (!isUid(uid))
        return outOfRange(`USER ${(0,quote/* quote */.h)(name)} is uid ${uid} in /etc/passwd`);
    return {
        root: uid === 0,
        uid,
        why: `USER ${(0,quote/* quote */.h)(name)} is uid ${uid} in /etc/passwd${uid === 0 ? ', which is root' : ''}`,
    };
}
const isUid = (uid) => uid >= 0 && uid <= maxUid;
function ofNumber(name) {
    // Adding 0 makes -0 plain.
    const uid = Number(name) + 0;
    if (!isUid(uid))
        return outOfRange(`USER ${(0,quote/* quote */.h)(name)}`);
    return {
        root: uid === 0,
        uid,
        why: `USER ${(0,quote/* quote */.h)(name)} is ${uid === 0 ? 'root' : `uid ${uid}`}`,
    };
}
const outOfRange = (what) => ({
    root: 'unknown',
    uid: undefined,
    why: `${what} is no uid from 0 to ${maxUid}: some engines take such a number for root`,
});
/** Engines do not start a container of such an image; should one know better, `root` is root. */
const unlisted = (name, why) => ({
    root: name === 'root' ? true : 'unknown',
    uid: name === 'root' ? 0 : undefined,
    why: `USER ${(0,quote/* quote */.h)(name)} is a name, and ${why}`,
});
/** The first line counts. A number that is none is 0 for engines, so it is root. */
function uidOf(name, passwd) {
    for (const line of passwd.split('\n')) {
        const [user, , uid = ''] = line.trim().split(':', 4);
        if (user !== name)
            continue;
        return /^[+-]?[0-9]+$/.test(uid) ? Number(uid) + 0 : 0;
    }
    return undefined;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./packages/oci/parallel.ts
var parallel = __webpack_require__(2185);
// EXTERNAL MODULE: ./packages/oci/local.ts
var local = __webpack_require__(1223);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
// EXTERNAL MODULE: ./packages/io/flow.ts
var flow = __webpack_require__(5887);
;// CONCATENATED MODULE: ./packages/image/beside.ts
/** The URL of a script that stands beside its caller: TypeScript from source, JavaScript in a bundle. */
function beside(name, url) {
    // Put together at run time: a bundler copies a file whose name it can read.
    return new URL(`./${name}${url.endsWith('.ts') ? '.ts' : '.js'}`, url);
}

;// CONCATENATED MODULE: ./packages/image/workers.ts




/** A hostile layer ends in an error of its worker, not in the memory of the machine. */
const resourceLimits = { maxOldGenerationSizeMb: 512 };
/** Pieces that are on their way to a worker or wait there: a few, so that none of us waits for the other. */
const ahead = 4;
/** Threads that walk over layers, each one layer at a time. They start with the first errand that needs them. */
class Workers {
    #count;
    #idle = [];
    #all = new Set();
    constructor(count) {
        this.#count = count;
    }
    /** So many errands at a time keep all of them busy. */
    get count() {
        return this.#count;
    }
    /**
     * The index of a layer, as a file of it is written. `stored` is poured into the worker where the errand names no
     * file.
     * @throws Corrupt as `walkLayer`, and what the stream throws
     */
    async run(errand, stored, signal) {
        signal.throwIfAborted();
        const worker = this.#idle.pop() ?? this.#start();
        const stop = () => void worker.terminate();
        signal.addEventListener('abort', stop, { once: true });
        try {
            const index = await sent(worker, errand, stored);
            this.#idle.push(worker);
            return index;
        }
        catch (error) {
            // What it was told is half done.
            await worker.terminate();
            signal.throwIfAborted();
            throw error;
        }
        finally {
            signal.removeEventListener('abort', stop);
            stored?.destroy();
        }
    }
    async close() {
        await Promise.all([...this.#all].map(async (worker) => worker.terminate()));
    }
    #start() {
        const worker = new external_node_worker_threads_.Worker(beside('worker', import.meta.url), { resourceLimits });
        // Heard where it is waited for; unheard it would end the process.
        worker.on('error', () => undefined);
        worker.unref();
        this.#all.add(worker);
        worker.once('exit', () => this.#all.delete(worker));
        return worker;
    }
}
/** How many pieces may still be sent. */
class Credit {
    #left = ahead;
    #wake = () => undefined;
    give() {
        this.#left += 1;
        this.#wake();
    }
    async take(over) {
        while (this.#left === 0) {
            over.throwIfAborted();
            await new Promise((resolve) => {
                this.#wake = resolve;
                over.addEventListener('abort', () => {
                    resolve();
                }, { once: true });
            });
        }
        over.throwIfAborted();
        this.#left -= 1;
    }
}
async function sent(worker, errand, stored) {
    const over = new AbortController();
    const credit = new Credit();
    const { promise, resolve, reject } = Promise.withResolvers();
    const listen = (answer) => {
        if (answer === 'more')
            credit.give();
        else if ('index' in answer)
            resolve(Buffer.from(answer.index.buffer));
        else
            reject(errorOf(answer, errand.what));
    };
    const fail = (error) => {
        reject(new errors/* Failed */.cV(3, 'worker', `${errand.what} could not be read: ${reasonOf(error)}`));
    };
    worker.on('message', listen).once('error', fail).once('exit', fail).ref();
    promise
        .catch(() => undefined)
        .finally(() => {
        over.abort();
    });
    try {
        worker.postMessage(errand);
        if (stored !== undefined)
            await bring(worker, { stored, credit, over: over.signal }).catch(reject);
        return await promise;
    }
    finally {
        worker.off('message', listen).off('error', fail).off('exit', fail).unref();
    }
}
async function bring(worker, how) {
    const { stored, credit, over } = how;
    over.addEventListener('abort', () => stored.destroy(), { once: true });
    await (0,flow/* pour */.fO)(stored, async (bytes) => {
        await credit.take(over);
        const copy = Uint8Array.from(bytes);
        worker.postMessage(copy, [copy.buffer]);
    });
    worker.postMessage(null);
}
/** The error that it was in the other thread. */
function errorOf({ code, message }, what) {
    const start = `${what} is corrupt: `;
    return message.startsWith(start)
        ? new oci_errors/* Corrupt */.Q6(what, message.slice(start.length))
        : new errors/* Failed */.cV(3, code, message);
}
const reasonOf = (error) => typeof error === 'number' ? `its worker ended with ${error}` : (0,errors/* messageOf */.bD)(error);

;// CONCATENATED MODULE: ./packages/image/read-layers.ts




/**
 * What the layers of an image hold, in their order. One that stands in the cache is not read; the others are read
 * once each, the largest first, on as many threads as there are processors.
 * @throws Corrupt for a layer that is not what its digest or the image says; NotThere
 */
async function readLayers(reading) {
    const { from, layers, signal, verify = true, cache } = reading;
    const found = new Map();
    const missing = new Map();
    for (const layer of layers) {
        const { digest } = layer.blob;
        const known = verify ? await cache?.get(digest) : undefined;
        if (known !== undefined && suffices(known, layer, reading))
            found.set(digest, known);
        else
            missing.set(digest, layer);
    }
    const largestFirst = [...missing.values()].sort((a, b) => b.blob.size - a.blob.size);
    const ofBytes = largestFirst.reduce((sum, { blob }) => sum + blob.size, 0);
    let doneBytes = 0;
    const { workers = shared() } = reading;
    await (0,parallel/* inParallel */.H)(largestFirst, { concurrency: workers.count, signal }, async (layer, stop) => {
        const bytes = await indexed(workers, layer, { ...reading, verify, signal: stop });
        const index = readLayerIndex(bytes, `the index of ${layer.blob.digest}`);
        if (verify)
            await cache?.put(layer.blob.digest, bytes, index);
        found.set(layer.blob.digest, index);
        doneBytes += layer.blob.size;
        reading.onProgress?.(doneBytes, ofBytes);
    });
    if (missing.size > 0)
        await cache?.trim();
    return layers.map((layer) => {
        const index = found.get(layer.blob.digest);
        if (index !== undefined && (!verify || isMeant(index, layer)))
            return index;
        // It was read for another place in the image, which says something else of it.
        throw new oci_errors/* Corrupt */.Q6(`the layer ${layer.blob.digest} of ${from.name}`, 'it stands for two diffIDs');
    });
}
let read_layers_all;
/** Those of this process: they start with the first layer, and hold nothing up that ends. */
const shared = () => (read_layers_all ??= new Workers((0,external_node_os_.availableParallelism)()));
/** Is all in it that is wanted, and is it the layer that the image means? */
function suffices(index, layer, { hash = false, collectors = [] }) {
    const isHashed = !hash || index.header.hashed === 'sha256';
    return (isMeant(index, layer) &&
        isHashed &&
        collectors.every((collector) => index.facts(collector) !== undefined));
}
const isMeant = ({ header: { layer } }, { diffId }) => 'diffId' in layer && (diffId === undefined || diffId === layer.diffId);
async function indexed(workers, { blob, diffId }, { from, signal, verify = true, hash = false }) {
    const what = `the layer ${blob.digest} of ${from.name}`;
    const errand = { what, blob, diffId, verify, hash };
    const file = await (0,local/* filePartOf */.t$)(from, blob.digest);
    if (file !== undefined)
        return workers.run({ ...errand, file }, undefined, signal);
    // The worker hashes it.
    const stored = await from.blob(blob, { signal, unchecked: true });
    return workers.run(errand, stored, signal);
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./packages/image/rootfs-role.ts

const rootfs_role_whiteout = '.wh.';
const rootfs_role_opaque = '.wh..wh..opq';
/** Bookkeeping of aufs, and what lies below. */
const rootfs_role_bookkeeping = /(?:^|\/)\.wh\.\.wh\./;
/**
 * The role of an entry by its name. Paths that lead out of the root, whiteouts of nothing and bookkeeping have none.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts
 */
function roleOf(raw) {
    const path = (0,image_path/* cleanPath */.ts)(raw);
    if (path === undefined)
        return { role: 'ignored', path: raw };
    if (!path.includes(rootfs_role_whiteout))
        return { role: 'entry', path };
    const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
    if (rootfs_role_bookkeeping.test(parent))
        return { role: 'ignored', path };
    if (name === rootfs_role_opaque)
        return { role: 'opaque', path: parent };
    if (rootfs_role_bookkeeping.test(name))
        return { role: 'ignored', path };
    if (!name.startsWith(rootfs_role_whiteout))
        return { role: 'entry', path };
    const hidden = name.slice(rootfs_role_whiteout.length);
    if (['', '.', '..'].includes(hidden))
        return { role: 'ignored', path };
    return { role: 'whiteout', path: (0,image_path/* joinPath */.uJ)(parent, hidden) };
}

;// CONCATENATED MODULE: ./packages/image/rootfs.ts



/**
 * The file system that layers make, by the rules of engines: whiteouts and opaque directories hide lower layers alone,
 * what is no directory takes the place of one with all below, names of a hard link share their content.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md
 */
class RootFs {
    #root = { children: new Map() };
    #lost;
    #maxNodes;
    #nodes = 0;
    #layer = -1;
    #bytes = 0;
    #last;
    constructor(lost, maxNodes) {
        this.#lost = lost;
        this.#maxNodes = maxNodes;
    }
    /** Of all that names lead to. */
    get bytes() {
        return this.#bytes;
    }
    /**
     * Puts the next layer on top, and gives the bytes of all its entries.
     * @throws Corrupt for a tree over the limit
     */
    apply(listing) {
        this.#layer++;
        this.#hide(listing);
        this.#last = undefined;
        let ordinal = -1;
        let storedBytes = 0;
        for (const { path: raw, kind, sizeBytes, link } of listing) {
            const inode = { layer: this.#layer, ordinal: ++ordinal, bytes: sizeBytes, names: 0 };
            storedBytes += sizeBytes;
            const { role, path } = roleOf(raw);
            if (role === 'entry' && kind === 'directory')
                this.#directory(path);
            else if (role === 'entry' && path !== '') {
                const target = kind === 'hardlink' ? this.#linked(link ?? '') : undefined;
                this.#put(path, target ?? inode);
            }
            else if (sizeBytes > 0)
                this.#lost(inode, 'ignored');
        }
        return storedBytes;
    }
    /** Each inode once, under the first of its names. */
    *kept() {
        const seen = new Set();
        const todo = [['', this.#root]];
        for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
            const [parent, { children }] = next;
            for (const [name, node] of children) {
                const path = `${parent}/${name}`;
                if ('children' in node)
                    todo.push([path, node]);
                else if (node.names === 1 || !seen.has(node)) {
                    if (node.names > 1)
                        seen.add(node);
                    yield { path, inode: node };
                }
            }
        }
    }
    /** What a layer hides goes first, whatever the order of its entries. */
    #hide(listing) {
        const whiteouts = [];
        for (const { path: raw } of listing) {
            if (!raw.includes('.wh.'))
                continue;
            const { role, path } = roleOf(raw);
            if (role === 'whiteout')
                whiteouts.push(path);
            if (role === 'opaque')
                this.#clear(path);
        }
        for (const path of whiteouts) {
            const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
            const directory = this.#get(parent);
            if (directory === undefined || !('children' in directory))
                continue;
            const node = directory.children.get(name);
            if (node === undefined)
                continue;
            directory.children.delete(name);
            this.#drop(node, 'deleted');
        }
    }
    #clear(path) {
        const node = this.#get(path);
        if (node === undefined || !('children' in node))
            return;
        for (const child of node.children.values())
            this.#drop(child, 'opaque');
        node.children.clear();
    }
    #get(path) {
        let node = this.#root;
        for (const name of path === '' ? [] : path.split('/')) {
            node = node !== undefined && 'children' in node ? node.children.get(name) : undefined;
        }
        return node;
    }
    /** What a hard link leads to; undefined when there is nothing or a directory, so that it is a thing of its own. */
    #linked(link) {
        const { role, path } = roleOf(link);
        const node = role === 'entry' ? this.#get(path) : undefined;
        return node === undefined || 'children' in node ? undefined : node;
    }
    #put(path, inode) {
        // Before anything goes: what stands there may be, or hold, the last other name.
        if (inode.names++ === 0)
            this.#bytes += inode.bytes;
        const { parent, name } = (0,image_path/* splitPath */.Uf)(path);
        const { children } = this.#directory(parent);
        const before = children.get(name);
        if (before === undefined)
            this.#count();
        children.set(name, inode);
        if (before === undefined)
            return;
        if ('children' in before)
            this.#last = undefined;
        this.#drop(before, 'children' in before ? 'replaced' : 'rewritten', inode);
    }
    /** The directory at a path, made with its parents where something else or nothing stands. */
    #directory(path) {
        if (this.#last?.path === path)
            return this.#last.directory;
        let directory = this.#root;
        for (const name of path === '' ? [] : path.split('/')) {
            let next = directory.children.get(name);
            if (next === undefined || !('children' in next)) {
                if (next === undefined)
                    this.#count();
                else
                    this.#drop(next, 'replaced');
                next = { children: new Map() };
                directory.children.set(name, next);
            }
            directory = next;
        }
        this.#last = { path, directory };
        return directory;
    }
    #drop(node, reason, by) {
        const todo = [node];
        for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
            if ('children' in next) {
                for (const child of next.children.values())
                    todo.push(child);
            }
            else if (--next.names === 0) {
                this.#bytes -= next.bytes;
                this.#lost(next, reason, by);
            }
        }
    }
    #count() {
        if (++this.#nodes > this.#maxNodes) {
            throw new oci_errors/* Corrupt */.Q6('the image', `it has more than ${this.#maxNodes} files and directories`);
        }
    }
}

;// CONCATENATED MODULE: ./packages/image/waste.ts



/**
 * What an image stores in vain: layers in manifest order, lowest first. Links are not followed, and a hard link to what
 * is not there is a thing of its own.
 * @throws Corrupt for an image with too many files
 */
function wasteOf(listings, maxNodes = 2_000_000) {
    const waste = [];
    let storedBytes = 0;
    let reclaimableBytes = 0;
    let hiddenIn = 0;
    const lost = (inode, reason, by) => {
        if (inode.bytes === 0)
            return;
        reclaimableBytes += inode.bytes;
        const entry = entryOf(listings, inode);
        const place = { path: waste_shown(entry.path), bytes: inode.bytes, addedIn: inode.layer, hiddenIn };
        const more = reason === 'rewritten' && by ? compared(entry, entryOf(listings, by)) : {};
        waste.push({ ...place, reason, ...more });
    };
    const rootfs = new RootFs(lost, maxNodes);
    for (const [layer, listing] of listings.entries()) {
        hiddenIn = layer;
        storedBytes += rootfs.apply(listing);
    }
    waste.sort((a, b) => b.bytes - a.bytes || a.hiddenIn - b.hiddenIn || (0,image_path/* byBytes */.bg)(a.path, b.path));
    return {
        storedBytes,
        reachableBytes: rootfs.bytes,
        reclaimableBytes,
        waste,
        kept: () => rootfs.kept(),
    };
}
/** Was a file written again for its metadata alone, or for nothing? */
const isMetadataOnly = ({ reason, sameContent }) => reason === 'rewritten' && sameContent === true;
function entryOf(listings, { layer, ordinal }) {
    const listing = listings[layer];
    if (listing === undefined)
        throw new RangeError(`there is no layer ${layer}`);
    return listing.entry(ordinal);
}
function waste_shown(path) {
    const clean = (0,image_path/* cleanPath */.ts)(path);
    return clean === undefined ? path : `/${clean}`;
}
function compared(before, after) {
    if (after.kind !== 'file')
        return { sameContent: false };
    const same = sameContent(before, after);
    const differs = {
        mode: before.mode !== after.mode,
        owner: before.uid !== after.uid || before.gid !== after.gid,
        time: before.modified !== after.modified,
        xattrs: !(0,external_node_util_.isDeepStrictEqual)(before.xattrs, after.xattrs),
    };
    return {
        ...(same === undefined ? {} : { sameContent: same }),
        changed: changes.filter((change) => differs[change]),
    };
}
const changes = ['mode', 'owner', 'time', 'xattrs'];
function sameContent(before, after) {
    if (before.sizeBytes !== after.sizeBytes)
        return false;
    if (before.sha256 === undefined || after.sha256 === undefined)
        return undefined;
    return before.sha256 === after.sha256;
}

;// CONCATENATED MODULE: ./packages/image/analysis.ts












/**
 * Reads every layer of an image once, or not at all where the cache has it, and tells what is in it.
 * @throws Corrupt for an image that is not what it says, or no image; NotThere
 */
async function analyse(request) {
    const { from, image, open, source, base: given } = request;
    const { verify = true, hash = true } = request;
    const config = await (0,platform_images/* imageConfig */.gj)(from, image.manifest, { isBelieved: verify });
    const layers = analysis_layersOf(image, config, verify);
    const indexes = await readLayers({ ...request, layers, collectors: collectors, verify, hash });
    const listings = indexes.map(({ listing }) => listing);
    const history = (0,image_history/* historyOf */.o)(config);
    const base = await findBase({ config, manifest: image.manifest, given }, open);
    const baseLayers = base?.layers ?? 0;
    const lines = source === undefined
        ? listings.map(() => undefined)
        : layerLines(history, source.dockerfile, { target: source.target, baseLayers });
    const keywords = history.layers.map((step) => step?.keyword);
    const classify = classifier({ baseLayers, keywords });
    const waste = wasteOf(listings);
    const built = listings.map((_, at) => ({
        command: config.history?.filter(({ empty_layer }) => empty_layer !== true)[at]?.created_by ?? '',
        ...(base === undefined ? {} : { isBase: at < baseLayers }),
    }));
    return {
        image,
        config,
        indexes,
        listings,
        history,
        base,
        lines,
        classify,
        classes: listings.map((listing, at) => classOfLayer(listing, at, classify)),
        waste,
        advice: adviceOn({ waste: waste.waste, kept: waste.kept(), layers: built }),
        ...found(indexes, config),
    };
}
/** @throws Corrupt for an artifact, which has no layers of files, and for a config that disagrees */
function analysis_layersOf({ digest, manifest }, { rootfs }, verify) {
    const foreign = manifest.layers.find(({ mediaType }) => !/(?:layer|rootfs).*tar/.test(mediaType));
    if (foreign !== undefined) {
        throw new oci_errors/* Corrupt */.Q6(digest, `it is no image: it holds ${JSON.stringify(foreign.mediaType)}`);
    }
    if (verify && rootfs.diff_ids.length !== manifest.layers.length) {
        const counts = `${manifest.layers.length} layers, and its config names ${rootfs.diff_ids.length}`;
        throw new oci_errors/* Corrupt */.Q6(digest, `its manifest has ${counts}`);
    }
    return manifest.layers.map((blob, at) => ({ blob, diffId: rootfs.diff_ids[at] }));
}
function found(indexes, config) {
    const facts = indexes.map((index) => Object.fromEntries(collectors.map((each) => [each.name, index.facts(each) ?? []])));
    const paths = facts.flatMap((layer) => Object.values(layer).flatMap((files) => files.map(({ path }) => path)));
    const hidden = hiddenIn(indexes.map(({ listing }) => listing), paths);
    const accounts = facts.findLast((layer, at) => layer.passwd?.some(({ path }) => hidden(at, path) === undefined))?.passwd?.[0]?.facts;
    return {
        inventory: inventoryOf(facts, hidden),
        user: runsAs(config.config?.User, accounts && passwdOf(accounts)),
    };
}
const passwdOf = (accounts) => Buffer.from(accounts.map(({ name, uid }) => `${name}:x:${uid}:`).join('\n'), 'latin1');

// EXTERNAL MODULE: ./packages/oci/copy-platforms.ts
var copy_platforms = __webpack_require__(5742);
// EXTERNAL MODULE: ./packages/pipeline/store.ts + 33 modules
var store = __webpack_require__(3333);
// EXTERNAL MODULE: ./packages/config/find.ts
var find = __webpack_require__(3866);
// EXTERNAL MODULE: ./packages/config/read-policy.ts
var read_policy = __webpack_require__(5372);
// EXTERNAL MODULE: ./packages/config/parse.ts + 6 modules
var config_parse = __webpack_require__(6397);
;// CONCATENATED MODULE: ./actions/layers/compare.ts



/**
 * The image to compare with: what a reference means, or what stands in an environment of `ecluse.yml`, or under a tag
 * of the same repository.
 * @throws UsageError for a word that is neither; NotThere
 */
async function comparedWith(io, text, { own, open }) {
    if (/[/:@]/.test(text))
        return (0,store_resolve/* resolveReference */.s)(open, text);
    const environment = await environmentIn(io, text);
    const name = environment?.repository ?? own.name;
    const tag = environment?.tag ?? text;
    if (!(0,oci_reference/* isTag */.dz)(tag)) {
        throw new errors/* UsageError */.eb(`compare ${(0,quote/* quote */.h)(text)} is neither an environment nor a tag: write one of them, or an image`, { input: 'compare' });
    }
    if (environment === undefined)
        return (0,store_resolve/* resolveReference */.s)(open, `${name}:${tag}`);
    const descriptor = await open(name, 'read').resolve(tag);
    return descriptor === undefined
        ? 'nothing'
        : (0,store_resolve/* resolveReference */.s)(open, `${name}@${descriptor.digest}`);
}
async function environmentIn(io, name) {
    const history = await io.history();
    const { cwd } = io;
    const tree = await (0,find/* findConfig */.u0)(cwd, history?.root ?? cwd);
    const { policy } = await (0,read_policy/* readPolicy */.T)({ history, event: undefined, tree, cwd });
    const halves = [policy, ...(tree === undefined ? [] : [(0,config_parse/* parseConfig */.o)(tree.bytes, tree.path)])];
    return halves
        .flatMap(({ environments }) => environments)
        .find((environment) => environment.name === name);
}

// EXTERNAL MODULE: ./packages/config/yaml.ts
var yaml = __webpack_require__(7646);
;// CONCATENATED MODULE: ./packages/image/dive-values.ts

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

;// CONCATENATED MODULE: ./packages/image/dive-rules.ts


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
 * The rules in a parsed `.dive-ci`: its `rules`, and Dive's defaults for what it does not say. Other keys are ignored.
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
    const ciConfig = recordOf(value, what)['ci-config'];
    return typeof ciConfig === 'string' && ciConfig !== '' ? { rules, ciConfig } : { rules };
}
function rulesIn(value, what, keysOf) {
    const rules = recordOf(recordOf(value, what).rules, `"rules" in ${what}`);
    const found = ruleNames.flatMap((rule) => {
        const key = keysOf(rule).find((name) => Object.hasOwn(rules, name));
        const threshold = key === undefined ? undefined : rules[key];
        if (threshold === undefined || threshold === null)
            return [];
        if (isScalar(threshold))
            return [[rule, String(threshold)]];
        throw new errors/* UsageError */.eb(`${JSON.stringify(key)} in ${what} must be a threshold or "disabled"`);
    });
    return Object.fromEntries(found);
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

;// CONCATENATED MODULE: ./actions/layers/dive.ts




const usual = '.dive-ci';
const dive_maxBytes = 64 * 1024;
/** Dive's rules from the file that is named, or from `.dive-ci` where there is one. @throws UsageError */
async function diveRules(io, named) {
    const file = named ?? usual;
    const text = await (0,bounded_file/* boundedFile */.K)(external_node_path_default().resolve(io.cwd, file), 'dive-ci', dive_maxBytes);
    if (text === undefined && named === undefined)
        return undefined;
    if (text === undefined) {
        throw new errors/* UsageError */.eb(`dive-ci ${JSON.stringify(file)} is not there`, { input: 'dive-ci' });
    }
    const bytes = Buffer.from(text);
    return parseDiveCi((0,yaml/* readYaml */.gM)(bytes, { label: file, file }).value, file);
}
/** Dive's verdicts as gates; what it skips is none. */
const diveResults = (analysis, rules) => judgeDive(analysis, rules)
    .filter(({ status }) => status !== 'SKIP')
    .map(({ rule, status, message }) => ({
    gate: rule,
    outcome: status === 'PASS' ? 'passed' : 'failed',
    reason: status === 'PASS' ? `met: ${message}` : message,
    evidence: [],
}));

// EXTERNAL MODULE: ./packages/io/quantities.ts
var quantities = __webpack_require__(6490);
;// CONCATENATED MODULE: ./packages/image/gates/layers.ts


const limit = dist/* pipe */.FsL(dist/* number */.aig(), dist/* minValue */.Wwf(0));
const yes = dist/* literal */.euz(true);
const say = (gate) => (outcome, reason) => ({ gate, outcome, reason, evidence: [] });
/** A number of the candidate may not be above a limit. */
function atMost(name, what, how) {
    const result = say(name);
    return {
        name,
        rule: limit,
        judge(rule, candidate) {
            if (candidate === undefined)
                return result('not evaluated', 'the image was not analysed');
            const value = how.of(candidate);
            const on = `on ${candidate.platform}`;
            if (value === undefined) {
                return result('not evaluated', `there is no other image to compare ${what} with, ${on}`);
            }
            const sentence = `${what} is ${how.show(value)} ${on}`;
            return value <= rule
                ? result('passed', `${sentence}, at most ${how.show(rule)} is allowed`)
                : result('failed', `${sentence}, and ${how.show(rule)} is the most`);
        },
    };
}
/** A number of the candidate may not be above that of what stands there. */
function noWorse(name, what, how) {
    const result = say(name);
    return {
        name,
        rule: yes,
        judge(_, candidate, standing) {
            if (candidate === undefined)
                return result('not evaluated', 'the image was not analysed');
            if (standing === 'nothing')
                return result('passed', 'there is no image that it could be worse than');
            if (standing === undefined) {
                return result('not evaluated', `there is no other image to compare ${what} with`);
            }
            const [now, before] = [how.of(candidate), how.of(standing)];
            const sentence = `${what} is ${how.show(now)} on ${candidate.platform}, and was ${how.show(before)}`;
            return result(now <= before ? 'passed' : 'failed', sentence);
        },
    };
}
const layers_bytes = quantities/* formatBytes */.z3;
const plain = String;
const reclaimable = atMost('reclaimable', 'what the image stores in vain', {
    of: (facts) => facts.reclaimableBytes,
    show: layers_bytes,
});
const maxSize = atMost('max-size', 'the size of its files', {
    of: (facts) => facts.sizeBytes,
    show: layers_bytes,
});
const maxLayers = atMost('max-layers', 'the number of layers', {
    of: (facts) => facts.layers,
    show: plain,
});
const maxPullCost = atMost('max-pull-cost', 'what a node must fetch', {
    of: (facts) => facts.pullBytes,
    show: layers_bytes,
});
const reclaimableNoWorse = noWorse('reclaimable-no-worse', 'what the image stores in vain', {
    of: (facts) => facts.reclaimableBytes,
    show: layers_bytes,
});
const sizeNoWorse = noWorse('size-no-worse', 'the size of its files', {
    of: (facts) => facts.sizeBytes,
    show: layers_bytes,
});
const layersNoWorse = noWorse('layers-no-worse', 'the number of layers', {
    of: (facts) => facts.layers,
    show: plain,
});
/** By how much an image may grow. */
const maxSizeGrowth = {
    name: 'max-size-growth',
    rule: limit,
    judge(rule, candidate, standing) {
        const result = say('max-size-growth');
        if (candidate === undefined)
            return result('not evaluated', 'the image was not analysed');
        if (standing === 'nothing')
            return result('passed', 'there is no image that it could have grown from');
        if (standing === undefined)
            return result('not evaluated', 'there is no other image to compare with');
        const grown = candidate.sizeBytes - standing.sizeBytes;
        const sentence = grown > 0
            ? `the image grows by ${layers_bytes(grown)} on ${candidate.platform}`
            : `the image does not grow on ${candidate.platform}`;
        return grown <= rule
            ? result('passed', sentence)
            : result('failed', `${sentence}, and ${layers_bytes(rule)} is the most`);
    },
};
const notRoot = {
    name: 'not-root',
    rule: yes,
    judge(_, candidate) {
        const result = say('not-root');
        if (candidate === undefined)
            return result('not evaluated', 'the image was not analysed');
        const { root, rootWhy } = candidate;
        if (root === undefined)
            return result('not evaluated', rootWhy);
        return result(root ? 'failed' : 'passed', rootWhy);
    },
};

;// CONCATENATED MODULE: ./actions/layers/gates.ts


const gates_noWorse = { reclaimable: reclaimableNoWorse, size: sizeNoWorse, layers: layersNoWorse };
/** What the gates look at, of one platform. */
const factsOf = (of) => ({
    platform: of.platform,
    sizeBytes: of.sizeBytes,
    reclaimableBytes: of.reclaimableBytes,
    layers: of.layers.length,
    pullBytes: of.delta?.pullBytes,
    root: of.user.root ?? undefined,
    rootWhy: of.user.why,
});
/** @throws UsageError for a name that is none */
function checkNoWorse(names) {
    const unknown = names.find((name) => !(name in gates_noWorse));
    if (unknown === undefined)
        return;
    throw new errors/* UsageError */.eb(`no-worse ${JSON.stringify(unknown)} is not known: write ${Object.keys(gates_noWorse).join(', ')}`, { input: 'no-worse' });
}
/** Every gate that was asked for, of one platform. An image that nobody verified passes none. */
function judgeLayers(input, facts, standing) {
    const candidate = input.verify ? facts : undefined;
    const results = [];
    if (input.reclaimable !== undefined) {
        results.push(reclaimable.judge(input.reclaimable, candidate, standing));
    }
    const size = input['max-size'];
    if (size !== undefined)
        results.push(maxSize.judge(size, candidate, standing));
    const growth = input['max-size-growth'];
    if (growth !== undefined)
        results.push(maxSizeGrowth.judge(growth, candidate, standing));
    const layers = input['max-layers'];
    if (layers !== undefined)
        results.push(maxLayers.judge(layers, candidate, standing));
    const pull = input['max-pull-cost'];
    if (pull !== undefined)
        results.push(maxPullCost.judge(pull, candidate, standing));
    if (input['not-root'])
        results.push(notRoot.judge(true, candidate, standing));
    for (const [name, gate] of Object.entries(gates_noWorse)) {
        if (input['no-worse'].includes(name))
            results.push(gate.judge(true, candidate, standing));
    }
    return results;
}

;// CONCATENATED MODULE: ./actions/layers/main.ts










const maxDockerfileBytes = 1024 * 1024;
/** Looks into an image, layer by layer, and compares it with another one. */
const main = async (io) => {
    const input = (0,io_inputs/* read */.L)(io, inputs);
    checkNoWorse(input['no-worse']);
    const open = (0,store/* openFor */.q)(io, input, []);
    const rules = input.compat === 'dive' ? await diveRules(io, input['dive-ci']) : undefined;
    const asked = { ...(await askedOf(io, input)), open };
    const found = await (0,store_resolve/* resolveReference */.s)(open, input.image);
    const other = input.compare === undefined
        ? undefined
        : await comparedWith(io, input.compare, { own: found.reference, open });
    const images = await imagesOf(found, input);
    const before = other === undefined || other === 'nothing'
        ? undefined
        : await imagesOf(other, { ...input, platform: [] });
    const platforms = [];
    const results = [];
    let dive = null;
    for (const image of images) {
        const analysis = await analysed(io, found, image, asked);
        const old = before && counterpart(before, image, images.length);
        const standing = old && other !== 'nothing' && other ? await analysed(io, other, old, asked) : undefined;
        const delta = standing === undefined || other === undefined || other === 'nothing'
            ? null
            : deltaReport(standing, analysis, {
                name: other.reference.name,
                digest: other.descriptor.digest,
            });
        const report = reportOf(analysis, delta);
        platforms.push(report);
        const there = standing === undefined
            ? other === 'nothing'
                ? 'nothing'
                : undefined
            : factsOf(reportOf(standing, null));
        results.push(...judgeLayers(input, factsOf(report), there));
        if (input.compat === 'dive' && dive === null && isChosen(io, report, images.length)) {
            const numbers = diveOf(analysis.listings);
            dive = {
                ...numbers,
                layerSizes: [...numbers.layerSizes],
                inefficient: [...numbers.inefficient],
            };
            if (rules !== undefined)
                results.push(...diveResults(numbers, rules));
        }
    }
    const { digest } = found.descriptor;
    return {
        kind: (0,names/* kindOf */.I)('layers'),
        image: (0,oci_reference/* pinned */.dp)(found.reference.name, digest),
        digest,
        results,
        verified: input.verify,
        dockerfile: input.file ?? null,
        platforms,
        dive,
    };
};
/** Dive knows one platform: the machine's, where the image has several. */
const isChosen = ({ machine }, { platform }, count) => count === 1 || platform === (0,oci_descriptor/* formatPlatform */.Bq)(machine);
async function askedOf(io, input) {
    const cache = main_cacheOf(io, input);
    return {
        signal: io.signal,
        verify: input.verify,
        hash: input.hashes,
        ...(cache === undefined ? {} : { cache }),
        base: input.base === undefined ? undefined : { name: input.base },
        source: await main_sourceOf(io, input),
    };
}
/** Undefined where there is no home to keep anything in. */
function main_cacheOf({ env, cwd }, input) {
    const home = env.get('HOME');
    const caches = env.get('XDG_CACHE_HOME') ?? (home && external_node_path_default().join(home, '.cache'));
    const folder = input.cache ?? (caches && external_node_path_default().join(caches, 'ecluse', 'layers'));
    if (folder === undefined || folder === '')
        return undefined;
    return new LayerCache(external_node_path_default().resolve(cwd, folder), { maxBytes: input['cache-size'] });
}
/** @throws UsageError */
async function main_sourceOf({ cwd }, { file, target }) {
    if (file === undefined)
        return undefined;
    const text = await (0,bounded_file/* boundedFile */.K)(external_node_path_default().resolve(cwd, file), 'file', maxDockerfileBytes);
    if (text !== undefined)
        return { dockerfile: (0,parse/* parseDockerfile */.A)(text, file), target };
    throw new errors/* UsageError */.eb(`file ${JSON.stringify(file)} is not there`, { input: 'file' });
}
/** @throws UsageError for a platform that the image has not got */
async function imagesOf({ repository, descriptor, reference }, { platform, verify: isBelieved }) {
    const wanted = platform.map((text) => (0,oci_descriptor/* formatPlatform */.Bq)((0,copy_platforms/* parsePlatform */.F)(text)));
    const { images } = await (0,platform_images/* platformImages */.QF)(repository, descriptor.digest);
    if (wanted.length === 0)
        return images;
    const named = await Promise.all(images.map(async (image) => (0,oci_descriptor/* formatPlatform */.Bq)((0,platform_images/* platformOf */.tj)(image, await (0,platform_images/* imageConfig */.gj)(repository, image.manifest, { isBelieved })))));
    const missing = wanted.find((name) => !named.includes(name));
    if (missing === undefined)
        return images.filter((_, at) => wanted.includes(named[at] ?? ''));
    throw new errors/* UsageError */.eb(`${(0,oci_reference/* formatReference */.FH)(reference)} has no image for ${missing}: it has ${named.join(', ')}`, { input: 'platform' });
}
/** The image of the same platform; where each side is one image, that one. */
function counterpart(before, { platform }, count) {
    if (before.length === 1 && count === 1)
        return before[0];
    const name = platform && (0,oci_descriptor/* formatPlatform */.Bq)(platform);
    return before.find((one) => one.platform !== undefined && (0,oci_descriptor/* formatPlatform */.Bq)(one.platform) === name);
}
async function analysed(io, { repository, reference }, image, asked) {
    const platform = image.platform === undefined ? '' : ` (${(0,oci_descriptor/* formatPlatform */.Bq)(image.platform)})`;
    return io.log.step(`Read ${reference.name}${platform}`, (progress) => analyse({
        ...asked,
        from: repository,
        image,
        onProgress: (done, of) => {
            progress(done, of, 'bytes');
        },
    }));
}

// EXTERNAL MODULE: ./packages/pipeline/page.ts
var page = __webpack_require__(6838);
;// CONCATENATED MODULE: ./actions/layers/page.ts


const mostRows = 15;
const mostAnnotations = 10;
/** The layers of every platform, what is wasted and what would mend it, and what is different from another image. */
function page_page({ image, platforms, results, dive, dockerfile, verified, }) {
    return {
        title: `Layers of ${image ?? ''}`,
        blocks: [
            ...(verified ? [] : [note('Digests were not verified: no gate believes any of this.')]),
            ...platforms.flatMap((each) => platforms.length === 1
                ? platformBlocks(each)
                : [{ kind: 'section', title: each.platform, blocks: platformBlocks(each) }]),
            ...(dive === null ? [] : diveBlocks(dive)),
            ...(0,page/* gatesTable */.vF)(results),
        ],
        ...(dockerfile === null ? {} : { annotations: annotationsOf(platforms, dockerfile) }),
    };
}
const note = (text) => ({ kind: 'paragraph', text });
const code = (text) => ({ kind: 'code', text });
const percent = (part) => `${(part * 100).toFixed(part > 0.9995 && part < 1 ? 2 : 1)} %`;
function platformBlocks(of) {
    const { sizeBytes, compressedBytes, efficiency, reclaimableBytes, base, user, system } = of;
    const facts = [
        ['Files', (0,quantities/* formatBytes */.z3)(sizeBytes)],
        ['To pull', (0,quantities/* formatBytes */.z3)(compressedBytes)],
        ['Wasted', `${(0,quantities/* formatBytes */.z3)(reclaimableBytes)} (${percent(1 - efficiency)})`],
        ['Base', baseOf(base)],
        ['System', [system ?? 'not known', `, ${of.packages} packages`]],
        ['User', user.why],
    ];
    return [
        { kind: 'table', head: [of.platform, ''], rows: facts },
        layersTable(of),
        ...wasteBlocks(of),
        ...adviceBlocks(of),
        ...(of.delta === null ? [] : deltaBlocks(of.delta)),
    ];
}
function baseOf(base) {
    if (base === null)
        return 'not known';
    const name = base.name ?? base.digest ?? 'an image without a name';
    return base.verified
        ? `${name}, ${base.layers} layers, proven (${base.from})`
        : `${name}, not proven (${base.from})`;
}
const layersTable = ({ layers }) => ({
    kind: 'table',
    head: ['#', 'Size', 'To pull', 'Wasted', 'Class', 'Line', 'Made by'],
    right: [0, 1, 2, 3, 5],
    rows: layers.map(({ sizeBytes, compressedBytes, wastedBytes, line, command, class: of }, at) => [
        String(at),
        (0,quantities/* formatBytes */.z3)(sizeBytes),
        (0,quantities/* formatBytes */.z3)(compressedBytes),
        wastedBytes === 0 ? '' : (0,quantities/* formatBytes */.z3)(wastedBytes),
        of,
        line === null ? '' : String(line),
        command === null ? '' : code(shortened(command)),
    ]),
});
const shortened = (text) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
function wasteBlocks({ waste, reclaimableBytes }) {
    if (waste.length === 0)
        return [note('Every byte that is stored is shown: nothing is wasted.')];
    const rows = waste
        .slice(0, mostRows)
        .map(({ bytes, path, addedIn, hiddenIn, reason, sameContent }) => [
        (0,quantities/* formatBytes */.z3)(bytes),
        code(path),
        String(addedIn),
        String(hiddenIn),
        sameContent === true ? `${reason}, with the same content` : reason,
    ]);
    const more = waste.length - rows.length;
    return [
        {
            kind: 'section',
            title: `Wasted: ${(0,quantities/* formatBytes */.z3)(reclaimableBytes)}`,
            blocks: [
                {
                    kind: 'table',
                    head: ['Size', 'File', 'Added in', 'Hidden in', 'How'],
                    right: [0, 2, 3],
                    rows,
                },
                ...(more === 0 ? [] : [note(`and ${more} more`)]),
            ],
        },
    ];
}
function adviceBlocks({ advice, layers }) {
    if (advice.length === 0)
        return [];
    const items = advice.slice(0, mostRows).map(({ text, bytes, keptBytes, layer, line }) => {
        const saves = [
            ...(bytes > 0 ? [`saves ${(0,quantities/* formatBytes */.z3)(bytes)}`] : []),
            ...(keptBytes > 0 ? [`${(0,quantities/* formatBytes */.z3)(keptBytes)} less in the image`] : []),
        ].join(', ');
        const where = line === null ? `layer ${layer}` : `line ${line}`;
        return [
            `${sentence(text)} (${saves}; ${where}: `,
            { kind: 'code', text: shortened(layers[layer]?.command ?? '') },
            ')',
        ];
    });
    return [{ kind: 'section', title: 'What would help', blocks: [{ kind: 'list', items }] }];
}
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
function deltaBlocks(delta) {
    const { added, removed, changed, beforeBytes, afterBytes, pullBytes, pullLayers, packages } = delta;
    const growth = afterBytes - beforeBytes;
    const facts = [
        ['Files', `${added} added, ${removed} removed, ${changed} changed`],
        ['Size', `${growth < 0 ? '−' : '+'}${(0,quantities/* formatBytes */.z3)(Math.abs(growth))}`],
        ['To pull', `${(0,quantities/* formatBytes */.z3)(pullBytes)} in ${pullLayers} layers`],
        ...(delta.onlyTimes ? [['Note', 'only timestamps changed']] : []),
    ];
    const rows = delta.files
        .slice(0, mostRows)
        .map((file) => [
        file.kind,
        code(file.path),
        (0,quantities/* formatBytes */.z3)(file.beforeBytes),
        (0,quantities/* formatBytes */.z3)(file.afterBytes),
        file.causes.join(', '),
    ]);
    const changes = [
        ...packages.changed,
        ...packages.added.map((name) => `+ ${name}`),
        ...packages.removed.map((name) => `− ${name}`),
    ];
    return [
        {
            kind: 'section',
            title: ['Compared with ', { kind: 'code', text: delta.image }],
            blocks: [
                { kind: 'table', head: ['', ''], rows: facts },
                ...(rows.length === 0
                    ? []
                    : [
                        {
                            kind: 'table',
                            head: ['Change', 'File', 'Before', 'Now', 'Why'],
                            right: [2, 3],
                            rows,
                        },
                    ]),
                ...(changes.length === 0
                    ? []
                    : [
                        {
                            kind: 'details',
                            summary: `${changes.length} packages`,
                            blocks: [{ kind: 'list', items: changes }],
                        },
                    ]),
            ],
        },
    ];
}
const diveBlocks = (dive) => [
    {
        kind: 'section',
        title: 'As Dive counts',
        blocks: [
            {
                kind: 'table',
                head: ['efficiency', 'wastedBytes', 'userWastedPercent'],
                rows: [
                    [percent(dive.efficiency), (0,quantities/* formatBytes */.z3)(dive.wastedBytes), String(dive.userWastedPercent)],
                ],
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
                ]),
        ],
    },
];
/** The advice that saves most, on the lines that it is about. */
function annotationsOf(platforms, file) {
    const seen = new Set();
    return platforms
        .flatMap(({ advice }) => advice)
        .flatMap(({ line, text, bytes, keptBytes }) => {
        if (line === null || seen.has(`${line} ${text}`))
            return [];
        seen.add(`${line} ${text}`);
        const message = `${sentence(text)}: saves ${(0,quantities/* formatBytes */.z3)(bytes + keptBytes)}.`;
        return [{ level: 'warning', title: 'Layers', message, file, line }];
    })
        .slice(0, mostAnnotations);
}

;// CONCATENATED MODULE: ./actions/layers/module.ts



const module_sum = ({ platforms }, of) => String(platforms.reduce((most, each) => Math.max(most, each[of]), 0));
const module_layers = {
    description: 'Show what is in an image layer by layer, what is wasted, and who brought it.',
    inputs: inputs,
    outputs: {
        'reclaimable-bytes': {
            description: 'What the image stores in vain; of several platforms the most.',
            of: (result) => module_sum(result, 'reclaimableBytes'),
        },
        'size-bytes': {
            description: 'All files of all layers; of several platforms the most.',
            of: (result) => module_sum(result, 'sizeBytes'),
        },
    },
    main: main,
    page: page_page,
};


/***/ }),

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

/***/ 4580:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ parseLooseConfig),
/* harmony export */   o: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3670);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6148);
/* harmony import */ var _oci__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9205);


// Go writes an empty list or map as null.
const optional = (schema) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(schema), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => value ?? undefined)));
const text = optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP());
const texts = optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()));
const set = optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()));
const healthcheck = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    Test: texts,
    Interval: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    Timeout: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    StartPeriod: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    StartInterval: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    Retries: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
});
const runtime = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    User: text,
    ExposedPorts: set,
    Env: texts,
    Entrypoint: texts,
    Cmd: texts,
    Volumes: set,
    WorkingDir: text,
    Labels: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    StopSignal: text,
    Shell: texts,
    Healthcheck: optional(healthcheck),
    OnBuild: texts,
});
const history = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    created: text,
    created_by: text,
    author: text,
    comment: text,
    empty_layer: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
});
const schema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    architecture: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    os: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    variant: text,
    created: text,
    author: text,
    config: optional(runtime),
    rootfs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        diff_ids: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .guard */ .ahr(_oci__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)))), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((ids) => ids ?? [])),
    }),
    history: optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(history)),
});
const maxBytes = 8 << 20;
/**
 * Reads the config of an image, OCI's or Docker's; what we do not know stays in it.
 * @throws Corrupt when it is no such config
 */
function parseConfig(bytes, what = 'the image config') {
    const result = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(schema, (0,_oci__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(bytes, what, { maxBytes }));
    if (result.success)
        return result.output;
    const [issue] = result.issues;
    const path = valibot__WEBPACK_IMPORTED_MODULE_0__/* .getDotPath */ .BuJ(issue);
    const at = path === null ? 'it' : JSON.stringify(path);
    throw new _oci__WEBPACK_IMPORTED_MODULE_3__/* .Corrupt */ .Q6(what, `${at} is not right: ${issue.message}`);
}
const loose = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    architecture: valibot__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'unknown'),
    os: valibot__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'unknown'),
    config: valibot__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .NpB(optional(runtime), undefined),
    rootfs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('layers') }),
    history: valibot__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .NpB(optional(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(history)), undefined),
});
/**
 * Reads the config of an image that nobody believes: what is missing is unknown, and it has no diffIDs.
 * @throws Corrupt when it is that of no image
 */
function parseLooseConfig(bytes, what = 'the image config') {
    const result = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(loose, (0,_oci__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(bytes, what, { maxBytes }));
    if (!result.success)
        throw new _oci__WEBPACK_IMPORTED_MODULE_3__/* .Corrupt */ .Q6(what, 'it is that of no image with layers');
    return { ...result.output, rootfs: { ...result.output.rootfs, diff_ids: [] } };
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
/* harmony import */ var _copy_cosign_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(391);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3670);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9205);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(127);
/* harmony import */ var _referrers_tag_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9209);
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
async function onlyImage({ name }, repository) {
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
    if (first === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NotThere */ .W2('an image', name);
    if (others.length > 0)
        throw new _io__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .eb(`${JSON.stringify(name)} holds ${images.size} images: ${choice(name, images)}`);
    const descriptor = await repository.resolve(first);
    if (descriptor === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NotThere */ .W2(first, name);
    return descriptor;
}
const isEvidence = (tag) => (0,_referrers_tag_js__WEBPACK_IMPORTED_MODULE_6__/* .isReferrersTag */ .z)(tag) || (0,_copy_cosign_js__WEBPACK_IMPORTED_MODULE_7__/* .isCosignTag */ .g)(tag);
/** Tools that know no list of referrers leave them as entries without a name. */
async function isReferrer({ digest }, repository) {
    const found = await repository.manifest(digest);
    if (found === undefined)
        return false;
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .parseManifest */ .Ng)(found.bytes, found.descriptor.mediaType, digest).subject !== undefined;
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
