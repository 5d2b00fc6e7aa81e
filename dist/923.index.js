export const id = 923;
export const ids = [923];
export const modules = {

/***/ 1923:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  copy: () => (/* binding */ module_copy)
});

// EXTERNAL MODULE: ./packages/io/standing.ts + 1 modules
var standing = __webpack_require__(4941);
;// CONCATENATED MODULE: ./cli/copy/inputs.ts

const since = '0.2.0';
const inputs = {
    source: {
        type: 'text',
        description: 'What to copy: `name:tag`, `name@sha256:…`, `oci:DIR[:tag]`, `oci-archive:FILE[:tag]` or `docker-archive:FILE[:name][:tag]`.',
        positional: true,
        required: true,
        since,
    },
    destination: {
        type: 'text',
        description: 'Where to: `name[:tag]`, `oci:DIR:tag` or `oci-archive:FILE[:tag]`. Without a tag no name is written.',
        positional: true,
        required: true,
        since,
    },
    platform: {
        type: 'list',
        description: 'Only for these platforms, such as `linux/amd64`. The digest is then another one: that of the manifest of the one, or of a new index (default: all, and the digest stays).',
        since,
    },
    referrers: {
        type: 'flag',
        description: 'Also what refers to the image: signatures, SBOMs, statements, and what refers to those.',
        default: 'true',
        since,
    },
    'cosign-tags': {
        type: 'flag',
        description: "Also cosign's tags `sha256-….sig`, `.att` and `.sbom` (default: as `referrers`).",
        since,
    },
    'all-tags': {
        type: 'flag',
        description: 'All tags of the repository, under the same names; neither side names a tag.',
        default: 'false',
        since,
    },
    ...standing/* standing */.JA,
};

// EXTERNAL MODULE: ./packages/io/inputs.ts
var io_inputs = __webpack_require__(4222);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/names.ts
var io_names = __webpack_require__(7663);
// EXTERNAL MODULE: ./packages/oci/reference.ts
var oci_reference = __webpack_require__(1421);
// EXTERNAL MODULE: ./packages/oci/store-resolve.ts
var store_resolve = __webpack_require__(240);
// EXTERNAL MODULE: ./packages/oci/copy-platforms.ts
var copy_platforms = __webpack_require__(5742);
// EXTERNAL MODULE: ./packages/oci/copy.ts + 2 modules
var copy = __webpack_require__(4864);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var oci_errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/oci/local.ts
var local = __webpack_require__(1223);
// EXTERNAL MODULE: ./packages/oci/archive-write.ts + 1 modules
var archive_write = __webpack_require__(1953);
// EXTERNAL MODULE: ./packages/pipeline/store.ts + 33 modules
var store = __webpack_require__(3333);
// EXTERNAL MODULE: ./packages/oci/tag-list.ts
var tag_list = __webpack_require__(497);
// EXTERNAL MODULE: ./packages/oci/copy-cosign.ts
var copy_cosign = __webpack_require__(391);
// EXTERNAL MODULE: ./packages/oci/copy-standing.ts
var copy_standing = __webpack_require__(5720);
// EXTERNAL MODULE: ./packages/oci/parallel.ts
var parallel = __webpack_require__(2185);
// EXTERNAL MODULE: ./packages/config/find.ts
var find = __webpack_require__(3866);
// EXTERNAL MODULE: ./packages/config/read-policy.ts
var read_policy = __webpack_require__(5372);
// EXTERNAL MODULE: ./packages/config/parse.ts + 9 modules
var parse = __webpack_require__(6514);
// EXTERNAL MODULE: ./packages/version/version.ts
var version = __webpack_require__(2229);
;// CONCATENATED MODULE: ./cli/copy/names.ts




/**
 * In a registry, versions are written once, and purpose tags of `ecluse.yml` are moved through gates alone.
 * Folders and archives that are named by their path are a person's own: their tags move, as other tools have it.
 */
async function nameRules(io, { transport, name }) {
    if (transport !== 'registry') {
        return { environmentOf: () => undefined, isVersion: () => false };
    }
    const purposes = await purposeTags(io, name);
    return {
        environmentOf: (tag) => purposes.get(tag),
        isVersion: (tag) => (0,version/* versionOfGitTag */.M)(tag) !== undefined,
    };
}
/** Environments by their tag in this repository, as policy and tree have them. */
async function purposeTags(io, repository) {
    const history = await io.history();
    const { cwd } = io;
    const tree = await (0,find/* findConfig */.u0)(cwd, history?.root ?? cwd);
    const { policy } = await (0,read_policy/* readPolicy */.T)({ history, event: undefined, tree, cwd });
    const halves = [...(tree === undefined ? [] : [(0,parse/* parseConfig */.o)(tree.bytes, tree.path)]), policy];
    return new Map(halves.flatMap(({ images, environments }) => environments
        .filter((environment) => images.some((image) => (environment.repository ?? image.repository) === repository))
        .map(({ tag, name }) => [tag, name])));
}
/** @throws Refused for a purpose tag, and for a version that stands on another digest */
async function checkName(to, { tag, digest }, rules) {
    const environment = rules.environmentOf(tag);
    if (environment !== undefined) {
        throw new errors/* Refused */.Lw('purpose-tag', `${to.name}:${tag} is the purpose tag of the environment ${JSON.stringify(environment)}: use ecluse promote --environment ${environment}`);
    }
    if (!rules.isVersion(tag))
        return;
    const standing = (await to.resolve(tag))?.digest;
    if (standing !== undefined && standing !== digest)
        throw versionTaken(to, tag, { standing, digest });
}
const versionTaken = ({ name }, tag, { standing, digest }) => new errors/* Refused */.Lw('version-taken', `${name}:${tag} is a version, which is written once: it stands on ${standing}, and this is ${digest}; copy it under another tag`);
/** Puts a tag on an image that is there. A version that stands elsewhere stays, and so does a purpose tag. */
async function writeName(to, name, rules) {
    const { tag, bytes, descriptor, annotations = {} } = name;
    const { digest, mediaType } = descriptor;
    const said = (state, before) => ({
        tag,
        digest,
        before: before ?? null,
        state,
    });
    if (rules.environmentOf(tag) !== undefined) {
        const standing = (await to.resolve(tag))?.digest;
        return said(standing === digest ? 'there' : 'refused', standing);
    }
    try {
        const expect = rules.isVersion(tag) ? 'absent' : 'anything';
        const { before } = await to.tag(tag, bytes, mediaType, expect, { annotations });
        if (before === digest)
            return said('there', before);
        return said(before === undefined ? 'written' : 'moved', before);
    }
    catch (error) {
        // It stood there before, was written in between, or the registry lets nobody move it: on what is it?
        if (!(error instanceof oci_errors/* TagMoved */.a9 || error instanceof oci_errors/* TagImmutable */.Nq))
            throw error;
        const standing = (await to.resolve(tag))?.digest;
        if (standing === undefined)
            throw error;
        return said(standing === digest ? 'there' : 'refused', standing);
    }
}

;// CONCATENATED MODULE: ./cli/copy/all-tags.ts


/** So many images at a time: their manifests are in memory. */
const batch = 50;
/** While some wait for nothing but time to pass, others are read and written. */
const abreast = 2;
/** Repositories bound their requests by themselves. */
const concurrency = 16;
/** Of large blobs, in all that goes on. */
const transfers = 4;
/** Copies every image that has a tag, and each tag once all of its image is there. */
async function copyAllTags(io, how) {
    const { to, rules } = how;
    const { tags, repository: from } = await (0,tag_list/* tagList */.T)(how.from);
    const images = tags.filter((tag) => !(0,copy_cosign/* isCosignTag */.gm)(tag));
    if (images.length === 0)
        throw new oci_errors/* NotThere */.W2('a tag', from.name);
    const batches = inBatches(images);
    const lanes = Math.min(abreast, batches.length);
    const shared = {
        ...how,
        from,
        standing: new copy_standing/* Standing */.N(),
        tags: new Set(tags),
        concurrency: transfers / lanes,
    };
    const names = [];
    let [sum, done] = [nothing, 0];
    await io.log.step(`Copied ${images.length} tags of ${from.name}`, async (progress) => {
        await (0,parallel/* inParallel */.H)(batches, { concurrency: lanes, signal: io.signal }, async (some, signal) => {
            const found = await manifestsOf(from, some, signal);
            const copied = await copyFound(found, { ...shared, signal });
            sum = added(sum, copied);
            await (0,parallel/* inParallel */.H)(found, { concurrency, signal }, async ([tag, image]) => {
                const annotations = await (0,local/* descriptorAnnotations */.E8)(how.from, image.descriptor.digest);
                names.push(await writeName(to, { tag, ...image, annotations }, rules));
            });
            done += some.length;
            progress(done, images.length, 'steps');
        });
    });
    return { copied: sum, names: names.sort((a, b) => (a.tag < b.tag ? -1 : 1)) };
}
const inBatches = (tags) => Array.from({ length: Math.ceil(tags.length / batch) }, (_, index) => tags.slice(index * batch, (index + 1) * batch));
async function copyFound(found, how) {
    const images = [...found.values()];
    const roots = new Map(images.map(({ descriptor }) => [descriptor.digest, descriptor]));
    const known = new Map(images.map(({ descriptor: { digest, mediaType }, bytes }) => [digest, { bytes, mediaType }]));
    const [root, ...also] = roots.values();
    return root === undefined ? nothing : (0,copy/* copy */.C)({ ...how, root, also, known });
}
const nothing = { copied: 0, mounted: 0, skipped: 0, copiedBytes: 0, kept: [] };
/** A tag that is removed while its repository is copied is one tag less. */
async function manifestsOf(from, tags, signal) {
    const found = new Map();
    await (0,parallel/* inParallel */.H)(tags, { concurrency, signal }, async (tag) => {
        const image = await from.manifest(tag);
        if (image !== undefined)
            found.set(tag, image);
    });
    return found;
}
const added = (a, b) => ({
    copied: a.copied + b.copied,
    mounted: a.mounted + b.mounted,
    skipped: a.skipped + b.skipped,
    copiedBytes: a.copiedBytes + b.copiedBytes,
    kept: [...a.kept, ...b.kept],
});

// EXTERNAL MODULE: ./packages/oci/forward.ts
var forward = __webpack_require__(5757);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var digest = __webpack_require__(3670);
;// CONCATENATED MODULE: ./cli/copy/rehearse.ts

/** The repository as it is read, with writes that do nothing and say what they would have done. */
function rehearsal(repository) {
    const standing = async (at) => (await repository.resolve(at))?.digest;
    return {
        ...(0,forward/* readsOf */.J)(repository),
        putBlob: async ({ digest }) => ((await repository.hasBlob(digest)) ? 'there' : 'stored'),
        putManifest: async (bytes, mediaType, { algorithm } = {}) => ({
            mediaType,
            digest: (0,digest/* digestOf */.ol)(bytes, algorithm),
            size: bytes.length,
        }),
        async tag(name) {
            const before = await standing(name);
            return { before, guarantee: 'read-back' };
        },
        remove: async (at) => (0,digest/* isDigest */.Bc)(at) && (await standing(at)) !== undefined,
    };
}

;// CONCATENATED MODULE: ./cli/copy/main.ts







/** Copies an image, or all that have a tag, between registries, layouts and archives. */
const main = async (io) => {
    const input = (0,io_inputs/* read */.L)(io, inputs);
    const reference = destinationOf(input);
    const open = (0,store/* openFor */.q)(io, input, [reference.name]);
    const to = open(reference.name, 'write');
    const place = {
        reference,
        to: input['dry-run'] ? rehearsal(to) : to,
        open,
        withReferrers: input.referrers,
        withCosignTags: given(io, 'cosign-tags') ? input['cosign-tags'] : input.referrers,
    };
    return input['all-tags'] ? everything(io, input, place) : one(io, input, place);
};
const given = (io, name) => (io.input(name) ?? '') !== '';
/** @throws UsageError */
function destinationOf(input) {
    const reference = (0,oci_reference/* parseReference */.F2)(input.destination);
    const refuse = (why) => {
        throw new errors/* UsageError */.eb(`destination ${JSON.stringify(input.destination)} ${why}`, {
            input: 'destination',
        });
    };
    const { transport, tag, digest, name } = reference;
    if (digest !== undefined)
        refuse('must have no digest: it is that of what is copied');
    if (input['all-tags']) {
        const source = (0,oci_reference/* parseReference */.F2)(input.source);
        if (tag !== undefined || source.tag !== undefined || source.digest !== undefined) {
            refuse('is for all tags: name a tag on neither side');
        }
        if (transport === 'oci-archive')
            refuse('is an archive, which holds one image: write oci:DIR');
        if (input.platform.length > 0)
            refuse('is for all tags: those are copied for all platforms');
    }
    else if (transport === 'oci' && tag === undefined) {
        refuse(`needs a tag, without which nobody finds the image in the folder: write ${name}:TAG`);
    }
    return reference;
}
async function one(io, input, place) {
    const { reference, to, withReferrers, withCosignTags } = place;
    const rules = await nameRules(io, reference);
    const { repository: from, reference: source, descriptor, } = await (0,store_resolve/* resolveReference */.s)(place.open, input.source);
    const platforms = input.platform.map(copy_platforms/* parsePlatform */.F);
    const part = platforms.length === 0 ? undefined : await (0,copy_platforms/* forPlatforms */.G)(from, descriptor, platforms);
    const root = part?.root ?? descriptor;
    const known = part?.known ?? new Map();
    const { tag } = reference;
    if (tag !== undefined)
        await checkName(to, { tag, digest: root.digest }, rules);
    const shown = (0,oci_reference/* formatReference */.FH)(source);
    const copied = await io.log.step(`Copied ${shown}`, (progress) => {
        const onProgress = (done, of) => {
            progress(done, of, 'bytes');
        };
        return (0,copy/* copy */.C)({
            from,
            to,
            root,
            known,
            withReferrers,
            withCosignTags,
            signal: io.signal,
            onProgress,
        });
    });
    const bytes = known.get(root.digest)?.bytes ?? (await from.manifest(root.digest))?.bytes;
    if (bytes === undefined)
        throw new oci_errors/* NotThere */.W2(root.digest, from.name);
    const annotations = await (0,local/* descriptorAnnotations */.E8)(from, root.digest);
    const names = tag === undefined
        ? []
        : [await writeName(to, { tag, descriptor: root, bytes, annotations }, rules)];
    const refused = names.find(({ state }) => state === 'refused');
    if (refused !== undefined && tag !== undefined) {
        const { before, digest } = refused;
        throw versionTaken(to, tag, { standing: before ?? 'nothing', digest });
    }
    if (tag === undefined)
        await (0,archive_write/* sealArchive */._)(to, root);
    return {
        kind: (0,io_names/* kindOf */.I)('copy'),
        image: (0,oci_reference/* pinned */.dp)(reference.name, root.digest),
        digest: root.digest,
        results: [],
        source: (0,oci_reference/* pinned */.dp)(source.name, descriptor.digest),
        platforms: input.platform,
        names,
        ...copied,
        dryRun: input['dry-run'],
    };
}
async function everything(io, input, place) {
    const source = (0,oci_reference/* parseReference */.F2)(input.source);
    const from = place.open(source.name, 'read');
    const rules = await nameRules(io, place.reference);
    const { copied, names } = await copyAllTags(io, { ...place, from, rules });
    const refused = names.filter(({ state }) => state === 'refused');
    return {
        kind: (0,io_names/* kindOf */.I)('copy'),
        image: null,
        digest: null,
        results: refused.length === 0 ? [] : [resultOf(refused)],
        source: source.name,
        platforms: [],
        names,
        ...copied,
        dryRun: input['dry-run'],
    };
}
const mostNamed = 5;
const resultOf = (refused) => ({
    gate: 'names',
    outcome: 'failed',
    reason: `${refused.length} tags stand on another digest, and are versions or purpose tags: ${refused
        .slice(0, mostNamed)
        .map(({ tag }) => tag)
        .join(', ')}${refused.length > mostNamed ? ', …' : ''}`,
    evidence: [],
});

// EXTERNAL MODULE: ./packages/io/quantities.ts
var quantities = __webpack_require__(6490);
// EXTERNAL MODULE: ./packages/pipeline/page.ts
var page = __webpack_require__(6838);
;// CONCATENATED MODULE: ./cli/copy/page.ts


const marks = {
    written: 'passed',
    moved: 'passed',
    there: 'unchanged',
    refused: 'failed',
};
const page_page = (document) => ({
    title: document.dryRun ? 'Copy (dry run)' : 'Copy',
    blocks: [
        {
            kind: 'table',
            head: ['', ''],
            rows: [
                ['From', { kind: 'code', text: document.source }],
                ...(document.image === null
                    ? []
                    : [['To', { kind: 'code', text: document.image }]]),
                ['Copied', `${document.copied} (${(0,quantities/* formatBytes */.z3)(document.copiedBytes)})`],
                ['Mounted', String(document.mounted)],
                ['Skipped', `${document.skipped} that were there`],
            ],
        },
        ...namesTable(document.names),
        ...notes(document),
    ],
});
function namesTable(names) {
    if (names.length === 0)
        return [];
    const rows = names.map(({ tag, digest, before, state }) => [
        { kind: 'code', text: tag },
        { kind: 'mark', mark: marks[state], text: state },
        { kind: 'code', text: (0,page/* short */.h0)(state === 'refused' ? before : digest) },
        state === 'moved' ? `from ${(0,page/* short */.h0)(before)}` : '',
    ]);
    return [{ kind: 'table', head: ['Tag', 'State', 'Stands on', 'Before'], rows }];
}
function notes({ platforms, kept, source, digest }) {
    const sentences = [
        platforms.length > 0 && !source.endsWith(`@${digest ?? ''}`)
            ? `Only ${platforms.join(', ')}: the digest is another one than that of the source, whose own signatures do not count for it.`
            : undefined,
        kept.length > 0
            ? `Left as they were, since they stand on something else there: ${kept.join(', ')}`
            : undefined,
    ];
    return sentences
        .filter((text) => text !== undefined)
        .map((text) => ({ kind: 'paragraph', text }));
}

;// CONCATENATED MODULE: ./cli/copy/module.ts



const module_copy = {
    description: 'Copy an image with its evidence between registries, layouts and archives.',
    inputs: inputs,
    outputs: {},
    main: main,
    page: page_page,
};


/***/ }),

/***/ 5720:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ Standing)
/* harmony export */ });
/** What copies that go on side by side have brought into one repository: nothing is asked for or sent twice. */
class Standing {
    #brought = new Map();
    /**
     * One of those who come with a digest brings it. To the others it is there as soon as it is.
     * @throws what `bring` throws, to all of them
     */
    async once(digest, bring) {
        const brought = this.#brought.get(digest);
        if (brought !== undefined)
            return brought.then(() => 'there');
        const bringing = bring();
        this.#brought.set(digest, bringing);
        return bringing;
    }
}


/***/ }),

/***/ 4864:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ copy)
});

// EXTERNAL MODULE: ./packages/oci/copy-cosign.ts
var copy_cosign = __webpack_require__(391);
// EXTERNAL MODULE: ./packages/oci/descriptor.ts
var descriptor = __webpack_require__(3239);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/oci/manifest.ts + 1 modules
var oci_manifest = __webpack_require__(127);
// EXTERNAL MODULE: ./packages/oci/parallel.ts
var parallel = __webpack_require__(2185);
;// CONCATENATED MODULE: ./packages/oci/copy-plan.ts





// What a hostile image may make us read and keep. The largest honest ones have some dozens of manifests.
const maxManifests = 10_000;
const maxBytes = 256 * 1024 * 1024;
const maxLevels = 16;
// Not to be distributed: https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#non-distributable-layers
const staysWhereItIs = /\.(?:nondistributable|foreign)\./;
/**
 * Reads all manifests below the roots, level by level, each once.
 * @throws NotThere when one is missing; Corrupt when there are too many
 */
async function planCopy(roots, sources) {
    const steps = new Map();
    const blobs = new Map();
    const { digest: what } = roots[0] ?? { digest: 'nothing' };
    let level = roots.map((descriptor) => ({ descriptor, about: [], tags: [] }));
    for (let depth = 0, bytes = 0; level.length > 0; depth++) {
        if (depth === maxLevels)
            throw new errors/* Corrupt */.Q6(what, `it is more than ${maxLevels} levels deep`);
        const next = new Map();
        await (0,parallel/* inParallel */.H)(level, sources, async (each) => {
            const { step, below, contents } = await read(each, sources);
            steps.set(each.descriptor.digest, step);
            for (const one of below) {
                next.set(one.descriptor.digest, together(next.get(one.descriptor.digest), one));
            }
            for (const one of contents)
                blobs.set(one.digest, one);
            bytes += step.bytes.length;
            if (bytes > maxBytes || steps.size + next.size > maxManifests) {
                throw new errors/* Corrupt */.Q6(what, `more than ${maxManifests} manifests or ${maxBytes} bytes of them hang on it`);
            }
        });
        level = [...next.values()].filter((each) => !wasRead(each, steps));
    }
    return { groups: inOrder(steps), blobs: [...blobs.values()].sort(largestFirst) };
}
/** One that is found in several places. What is an image in one of them is one. */
const together = (one, other) => one === undefined
    ? other
    : {
        descriptor: other.descriptor,
        about: isImage(one) || isImage(other) ? [] : [...one.about, ...other.about],
        tags: [...one.tags, ...other.tags],
    };
const isImage = ({ about }) => about.length === 0;
/** One that was read before may have got another name. */
function wasRead({ descriptor: { digest }, tags }, steps) {
    const step = steps.get(digest);
    if (step === undefined)
        return false;
    steps.set(digest, { ...step, tags: [...new Set([...step.tags, ...tags])] });
    return true;
}
/** Those with one subject go together: their list is then written once for several. */
const bySubject = (a, b) => {
    const key = ({ after, descriptor }) => `${after.join()} ${descriptor.digest}`;
    return key(a) < key(b) ? -1 : 1;
};
const largestFirst = (a, b) => b.size - a.size || (a.digest < b.digest ? -1 : 1);
async function read(next, sources) {
    const { descriptor, about, tags } = next;
    const { digest } = descriptor;
    const { bytes, mediaType } = await manifestOf(descriptor, sources);
    const manifest = (0,oci_manifest/* parseManifest */.Ng)(bytes, mediaType, digest);
    const parts = (0,oci_manifest/* children */.Y_)(manifest).filter((part) => !staysWhereItIs.test(part.mediaType));
    const manifests = parts.filter(isManifest);
    const below = manifests.map((part) => ({ descriptor: part, about, tags: [] }));
    below.push(...(await evidence(next, sources)));
    const after = [...manifests.map((each) => each.digest), ...about];
    // One that is in an index too comes after what it is about all the same.
    if (manifest.subject !== undefined)
        after.push(manifest.subject.digest);
    const hasSubject = manifest.subject !== undefined;
    return {
        step: {
            descriptor,
            bytes,
            mediaType,
            hasSubject,
            parts: parts.map((part) => part.digest),
            after,
            tags,
        },
        below,
        contents: parts.filter((part) => !isManifest(part)),
    };
}
/** What refers to a manifest; of an image also what cosign keeps under tags. */
async function evidence(next, { from, withReferrers, withCosignTags, tags }) {
    const { digest } = next.descriptor;
    const about = [digest];
    const found = [];
    if (withReferrers) {
        for await (const descriptor of from.referrers(digest))
            found.push({ descriptor, about, tags: [] });
    }
    if (!withCosignTags || !isImage(next))
        return found;
    for (const tag of (0,copy_cosign/* cosignTags */.FJ)(digest)) {
        if (tags?.has(tag) === false)
            continue;
        const descriptor = await from.resolve(tag);
        if (descriptor !== undefined)
            found.push({ descriptor, about, tags: [tag] });
    }
    return found;
}
const isManifest = ({ mediaType }) => (0,descriptor/* isIndexType */.$U)(mediaType) || (0,descriptor/* isManifestType */.Q3)(mediaType);
async function manifestOf({ digest, size }, { from, elsewhere, known }) {
    const before = known.get(digest);
    if (before !== undefined)
        return before;
    const found = (await from.manifest(digest)) ?? (await elsewhere.get(digest)?.manifest(digest));
    if (found === undefined)
        throw new errors/* NotThere */.W2(digest, from.name);
    if (found.bytes.length !== size) {
        throw new errors/* Corrupt */.Q6(digest, `it has ${found.bytes.length} bytes, and ${size} were promised`);
    }
    return { bytes: found.bytes, mediaType: found.descriptor.mediaType };
}
/** Groups by height: what needs nothing first. */
function inOrder(steps) {
    const heights = new Map();
    const heightOf = (step) => {
        const known = heights.get(step.descriptor.digest);
        if (known !== undefined)
            return known;
        // A digest cannot stand in its own content, but a broken repository may say so: the circle ends here.
        heights.set(step.descriptor.digest, 0);
        const below = step.after.flatMap((digest) => steps.get(digest) ?? []).map(heightOf);
        const height = 1 + Math.max(-1, ...below);
        heights.set(step.descriptor.digest, height);
        return height;
    };
    const groups = [];
    for (const step of steps.values())
        (groups[heightOf(step)] ??= []).push(step);
    return groups.filter((group) => group.length > 0).map((group) => group.sort(bySubject));
}

// EXTERNAL MODULE: ./packages/oci/copy-standing.ts
var copy_standing = __webpack_require__(5720);
// EXTERNAL MODULE: ./packages/io/flow.ts
var flow = __webpack_require__(5887);
;// CONCATENATED MODULE: ./packages/oci/copy-tally.ts

/** How many bytes of some blobs are where they belong, while they go there. */
class Tally {
    #ofBytes;
    #onProgress;
    #seen = new Map();
    #doneBytes = 0;
    constructor(blobs, onProgress = () => undefined) {
        this.#ofBytes = blobs.reduce((sum, { size }) => sum + size, 0);
        this.#onProgress = onProgress;
    }
    /** A blob is sent from a byte on, perhaps not for the first time. Gives what is told of its bytes. */
    begin({ digest }, start) {
        this.#set(digest, start);
        return (bytes) => {
            this.#set(digest, (this.#seen.get(digest) ?? 0) + bytes);
            this.#onProgress(this.#doneBytes, this.#ofBytes);
        };
    }
    /** All of it is there. */
    end({ digest, size }) {
        this.#set(digest, size);
        this.#onProgress(this.#doneBytes, this.#ofBytes);
    }
    #set(digest, bytes) {
        this.#doneBytes += bytes - (this.#seen.get(digest) ?? 0);
        this.#seen.set(digest, bytes);
    }
}
/** Tells of the bytes that a stream gives. */
const counted = (stream, onBytes) => (0,flow/* flowOf */.gB)(stream, (sink) => (0,flow/* pour */.fO)(stream, (bytes) => {
    onBytes(bytes.byteLength);
    return sink(bytes);
}));

// EXTERNAL MODULE: ./packages/oci/digest.ts
var oci_digest = __webpack_require__(3670);
;// CONCATENATED MODULE: ./packages/oci/copy.ts






/**
 * Copies images by digest: blobs in parallel, then manifests, children first, so that whoever finds a
 * manifest finds all that it names. But for cosign's, names are not copied. What is there is skipped, so that a copy
 * that broke off goes on where it ended.
 * @throws NotThere, Corrupt, and what the repositories throw; the first error ends it
 */
async function copy(request) {
    const { from, root, also = [], signal, concurrency = 4, withReferrers = false } = request;
    const { withCosignTags = withReferrers, elsewhere = new Map(), known = new Map() } = request;
    const limits = { concurrency, signal };
    const wide = { concurrency: concurrency * smallPerLarge, signal };
    const sources = { from, elsewhere, known, withReferrers, withCosignTags, tags: request.tags };
    const roots = [root, ...also];
    const plan = await planCopy(roots, { ...sources, ...wide });
    const work = new Work(request, { ...sources, ...limits });
    const tally = new Tally(plan.blobs, request.onProgress);
    const [large, small] = bySize(plan.blobs);
    await (0,parallel/* inParallel */.H)(large, limits, (blob, stop) => work.blob(blob, tally, stop));
    await (0,parallel/* inParallel */.H)(small, wide, (blob, stop) => work.blob(blob, tally, stop));
    for (const group of plan.groups) {
        // Those with a subject wait for its list to settle more than they send.
        const all = { concurrency: group.length, signal };
        await (0,parallel/* inParallel */.H)(group, all, (step) => work.manifest(step));
    }
    return work.copied();
}
/** Of small content each takes several round trips and hardly any bytes: repositories bound requests by themselves. */
const smallPerLarge = 4;
const largeBytes = 1024 * 1024;
const bySize = (blobs) => [
    blobs.filter(({ size }) => size >= largeBytes),
    blobs.filter(({ size }) => size < largeBytes),
];
const counters = { stored: 'copied', mounted: 'mounted', there: 'skipped' };
/** What one copy does, and what came of it. */
class Work {
    #to;
    #sources;
    #standing;
    #count = { copiedBytes: 0, copied: 0, mounted: 0, skipped: 0 };
    #kept = [];
    /** What was not there before. */
    #new = new Set();
    constructor({ to, standing = new copy_standing/* Standing */.N() }, sources) {
        this.#to = to;
        this.#sources = sources;
        this.#standing = standing;
    }
    copied() {
        return { ...this.#count, kept: this.#kept.sort() };
    }
    async blob(blob, tally, signal) {
        const put = async () => this.#putBlob(blob, tally, signal);
        this.#add(await this.#standing.once(blob.digest, put), blob);
        tally.end(blob);
    }
    async #putBlob(blob, tally, signal) {
        const { from, elsewhere } = this.#sources;
        const other = elsewhere.get(blob.digest);
        const source = other === undefined || (await from.hasBlob(blob.digest)) ? from : other;
        const open = async (start) => {
            const stream = await source.blob(blob, { from: start, signal, unchecked: true });
            return counted(stream, tally.begin(blob, start));
        };
        const mount = source.key === this.#to.key ? { mount: source } : {};
        return this.#to.putBlob(blob, open, { signal, ...mount });
    }
    async manifest(step) {
        const { descriptor, tags } = step;
        const outcome = tags.length === 0
            ? await this.#standing.once(descriptor.digest, async () => this.#putManifest(step))
            : await this.#nameAll(step, tags);
        this.#add(outcome, descriptor);
    }
    async #nameAll(step, tags) {
        let outcome = 'there';
        for (const tag of tags) {
            if ((await this.#name(step, tag)) === 'stored')
                outcome = 'stored';
        }
        return outcome;
    }
    async #putManifest(step) {
        const { descriptor, bytes, mediaType, hasSubject, parts } = step;
        const { digest } = descriptor;
        // One with a subject is stored again: it may be there and not yet be among the referrers. One of whose parts
        // something was missing is stored without a question: it was hardly there, and storing takes no more than asking.
        const mayBeThere = !hasSubject && !parts.some((part) => this.#new.has(part));
        if (mayBeThere && (await this.#to.resolve(digest)) !== undefined)
            return 'there';
        await this.#to.putManifest(bytes, mediaType, { algorithm: (0,oci_digest/* algorithmOf */.Hy)(digest) });
        return 'stored';
    }
    /** Cosign's tag for a manifest. What stands under it there may be somebody else's signature: it stays. */
    async #name({ descriptor: { digest }, bytes, mediaType }, tag) {
        try {
            await this.#to.tag(tag, bytes, mediaType, 'absent', { algorithm: (0,oci_digest/* algorithmOf */.Hy)(digest) });
            return 'stored';
        }
        catch (error) {
            if (!(error instanceof errors/* TagMoved */.a9 || error instanceof errors/* TagImmutable */.Nq))
                throw error;
            const found = await this.#to.resolve(tag);
            if (found === undefined)
                throw error;
            if (found.digest !== digest)
                this.#kept.push(tag);
            return 'there';
        }
    }
    #add(outcome, { digest, size }) {
        this.#count[counters[outcome]]++;
        if (outcome === 'stored')
            this.#count.copiedBytes += size;
        if (outcome !== 'there')
            this.#new.add(digest);
    }
}


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
