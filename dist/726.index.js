export const id = 726;
export const ids = [726];
export const modules = {

/***/ 6726:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  trace: () => (/* binding */ module_trace)
});

;// CONCATENATED MODULE: ./packages/trace/findings.ts
const found = (some) => ({
    told: [],
    checks: [],
    contradictions: [],
    ...some,
});
const together = (all) => ({
    told: all.flatMap(({ told }) => told),
    checks: all.flatMap(({ checks }) => checks),
    contradictions: all.flatMap(({ contradictions }) => contradictions),
});
/** One thing said; what it does not name is not known. */
const tell = (fact, value, said) => ({ where: null, by: null, at: null, ...said, fact, value });
const longest = 500;
/** A text of a stranger, no longer than a line bears. Half of a surrogate pair would be no text. */
const clipped = (text) => text.length <= longest ? text : `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;
/** Enough of a digest to tell two apart by eye. */
const findings_short = (digest) => digest.replace(/^(sha\d+:[0-9a-f]{12}).*$/, '$1');
/** A whole commit of git, SHA-1 or SHA-256. */
const isCommit = (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);

;// CONCATENATED MODULE: ./packages/trace/source-url.ts
/**
 * What two ways to write the URL of one git repository have in common: `git@github.com:acme/shop.git`,
 * `ssh://git@github.com/acme/shop` and `https://github.com/acme/shop#main` are `github.com/acme/shop`. For comparing alone.
 */
function sourceKey(text) {
    const plain = text.trim().replace(/^git\+/, '');
    const [, host, path] = /^(?:[^@/\s]+@)?([^@/:\s]+):(?!\/\/)([^\s]+)$/.exec(plain) ?? [];
    const url = URL.parse(host === undefined ? plain : `ssh://${host}/${path ?? ''}`);
    if (url === null || url.host === '')
        return plain;
    const folder = url.pathname.replace(/\/+$/, '').replace(/\.git$/, '');
    return `${url.host}${folder}`.toLowerCase();
}
/** Signs that a URL may hold and that a shell would obey, in a script into which a workflow puts it. */
const shellSigns = /[!$&'()*;<>`|"]/g;
/** A URL that a browser may be sent to, without logins and inert in scripts; undefined for anything else. */
function webUrl(text) {
    const url = URL.parse(text);
    if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
        return undefined;
    url.username = '';
    url.password = '';
    return url.href.replace(shellSigns, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

// EXTERNAL MODULE: ./packages/io/standing.ts + 1 modules
var standing = __webpack_require__(4941);
;// CONCATENATED MODULE: ./actions/trace/inputs.ts

const since = '0.3.0';
const inputs = {
    image: {
        type: 'text',
        description: 'The image: `name:tag`, `name@sha256:…`, `oci:DIR[:tag]`, an archive, or an image ID as a node reports it, such as `docker-pullable://name@sha256:…` or `sha256:…` alone.',
        positional: true,
        required: true,
        since,
    },
    repository: {
        type: 'text',
        description: 'Where a digest alone is looked for (default: the repositories that `ecluse.yml` names).',
        since,
    },
    platform: {
        type: 'text',
        description: 'Of an image for several platforms, the one whose labels, config and base are shown, such as `linux/arm64` (default: the first).',
        since,
    },
    ...standing/* standing */.JA,
};

// EXTERNAL MODULE: ./packages/io/inputs.ts
var io_inputs = __webpack_require__(4222);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/names.ts
var names = __webpack_require__(7663);
// EXTERNAL MODULE: ./packages/pipeline/prepare.ts
var prepare = __webpack_require__(4758);
// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var oci_digest = __webpack_require__(3670);
// EXTERNAL MODULE: ./packages/oci/reference.ts
var reference = __webpack_require__(1421);
;// CONCATENATED MODULE: ./packages/trace/image-id.ts


const hex = /^[0-9a-f]{64}$/;
/** What a kubelet writes before the IDs that its runtime gives. */
const runtimes = ['docker', 'containerd', 'cri-o'];
/**
 * Reads a reference, or an image ID as nodes and engines report it: `docker-pullable://name@sha256:…` and
 * `docker://sha256:…` (kubelet with Docker), `name@sha256:…` (containerd, CRI-O), the same behind `containerd://` or `cri-o://`, `sha256:…` (docker inspect, a node
 * that never pulled the image) and its 64 digits alone (podman).
 * @throws UsageError that names the text
 */
function parseAsked(given) {
    const text = given.trim();
    const [, scheme, rest = text] = /^([a-z-]+):\/\/(.*)$/s.exec(text) ?? [];
    if (scheme !== undefined && runtimes.includes(scheme) && hex.test(rest)) {
        throw new errors/* UsageError */.eb(`${(0,quote/* quote */.h)(text)} is the ID of a container: take the imageID beside it, as in kubectl get pod NAME -o jsonpath='{.status.containerStatuses[0].imageID}'`, { input: 'image' });
    }
    if (scheme !== undefined && scheme !== 'docker-pullable' && !runtimes.includes(scheme)) {
        throw new errors/* UsageError */.eb(`${(0,quote/* quote */.h)(text)} is not an image: write NAME:TAG, NAME@sha256:… or an image ID as a node reports it`, { input: 'image' });
    }
    if (hex.test(rest))
        return { digest: (0,oci_digest/* parseDigest */.m)(`sha256:${rest}`) };
    if ((0,oci_digest/* isDigest */.Bc)(rest))
        return { digest: rest };
    if (/^sha(?:256|512):/.test(rest))
        return { digest: (0,oci_digest/* parseDigest */.m)(rest) };
    (0,reference/* parseReference */.F2)(rest);
    return { reference: rest };
}

// EXTERNAL MODULE: ./packages/image/platform-images.ts
var platform_images = __webpack_require__(5988);
// EXTERNAL MODULE: ./packages/oci/copy-platforms.ts
var copy_platforms = __webpack_require__(5742);
// EXTERNAL MODULE: ./packages/oci/manifest.ts + 1 modules
var oci_manifest = __webpack_require__(127);
// EXTERNAL MODULE: ./packages/oci/descriptor.ts
var oci_descriptor = __webpack_require__(3239);
// EXTERNAL MODULE: ./packages/oci/copy-cosign.ts
var copy_cosign = __webpack_require__(391);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./packages/layers/provenance.ts
var provenance = __webpack_require__(5930);
// EXTERNAL MODULE: ./packages/oci/json.ts
var oci_json = __webpack_require__(6148);
;// CONCATENATED MODULE: ./packages/trace/envelope.ts



const statementMediaType = 'application/vnd.in-toto+json';
const envelopeMediaType = 'application/vnd.dsse.envelope.v1+json';
/** `application/vnd.dev.sigstore.bundle.v0.3+json`, or `…bundle+json;version=0.2` before that. */
const isBundleType = (type) => /^application\/vnd\.dev\.sigstore\.bundle[.+]/.test(type);
/** Where it is written of what kind a statement is: by sigstore's bundles, BuildKit, and cosign. */
const predicateKeys = [
    'dev.sigstore.bundle.predicateType',
    'in-toto.io/predicate-type',
    'predicateType',
];
const isProvenance = (predicateType) => predicateType.startsWith('https://slsa.dev/provenance/');
/** What names another predicate is none. */
function mayBeProvenance(annotations = {}) {
    const named = predicateKeys.flatMap((key) => annotations[key] ?? []);
    return named.length === 0 || named.some(isProvenance);
}
// https://github.com/secure-systems-lab/dsse/blob/v1.0.2/envelope.md
const envelope = dist/* object */.Ikc({
    payload: dist/* string */.YjP(),
    payloadType: dist/* literal */.euz(statementMediaType),
});
// https://docs.sigstore.dev/about/bundle/
const bundle = dist/* object */.Ikc({ dsseEnvelope: envelope });
const reading = { maxBytes: provenance/* maxProvenanceBytes */.lY };
/**
 * The statement inside a DSSE envelope or a sigstore bundle, whose signature is not looked at; undefined when there is
 * none in it, but a signature of a message for example.
 * @throws Corrupt when it is no JSON
 */
function statementIn(bytes, what) {
    const json = (0,oci_json/* parseJson */.q)(bytes, what, reading);
    const wrapped = dist/* safeParse */.xLC(bundle, json);
    const plain = dist/* safeParse */.xLC(envelope, json);
    const found = wrapped.success ? wrapped.output.dsseEnvelope : plain.success && plain.output;
    return found ? Buffer.from(found.payload, 'base64') : undefined;
}
const texts = dist/* fallback */.NpB(dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J()), {});
const subjects = dist/* object */.Ikc({
    subject: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ digest: texts }))),
});
/**
 * Whether a statement is about one of these digests. One that names no subject is: what it is stored beside says it.
 * https://github.com/in-toto/attestation/blob/v1.1.0/spec/v1/statement.md
 */
function isAbout(statement, digests) {
    const read = dist/* safeParse */.xLC(subjects, statement);
    const all = read.success ? (read.output.subject ?? []) : [];
    if (read.success && all.length === 0)
        return true;
    return all.some(({ digest }) => digests.some((one) => digest[(0,oci_digest/* algorithmOf */.Hy)(one)] === (0,oci_digest/* hexOf */.ZD)(one)));
}

// EXTERNAL MODULE: ./packages/oci/forward.ts
var forward = __webpack_require__(5757);
;// CONCATENATED MODULE: ./packages/trace/listed-once.ts

/** Nobody here reads more of what is of every kind. Of a longer list one more is kept, which tells that it is longer. */
const mostListed = 500;
/**
 * The same repository, which lists what refers to a digest once, however many kinds of it are asked for; of a list that is
 * too long to be kept those of one kind are asked for again, and of everything only its beginning is given.
 */
function listedOnce(repository) {
    const known = new Map();
    const all = (subject) => {
        const list = known.get(subject) ?? listOf(repository, subject);
        known.set(subject, list);
        return list;
    };
    return {
        ...(0,forward/* forwarding */.S)(repository),
        async *referrers(subject, artifactType) {
            const list = await all(subject);
            if (artifactType === undefined)
                yield* list;
            else if (list.length > mostListed)
                yield* repository.referrers(subject, artifactType);
            else
                yield* list.filter((one) => one.artifactType === artifactType);
        },
    };
}
async function listOf(repository, subject) {
    const list = [];
    for await (const referrer of repository.referrers(subject)) {
        list.push(referrer);
        if (list.length > mostListed)
            break;
    }
    return list;
}

;// CONCATENATED MODULE: ./packages/trace/members.ts
const membersOf = (asked, { index, image }) => ({
    asked,
    index: index?.digest,
    image: image?.digest,
});
/** The index first: names and statements are about that. */
const digestsOf = ({ asked, index, image }) => [
    ...new Set([index, image, asked].filter((digest) => digest !== undefined)),
];
/** How a name that stands on a digest stands to the image; undefined: it does not. */
function pointsTo({ asked, index, image }, digest) {
    if (digest === asked)
        return 'points here';
    if (digest === index)
        return 'points to its index';
    return digest === image ? 'points to its image for this platform' : undefined;
}

;// CONCATENATED MODULE: ./packages/trace/stored.ts

/** @throws Corrupt when it is no manifest */
async function storedAt(repository, digest) {
    const stored = await repository.manifest(digest);
    if (stored === undefined)
        return undefined;
    const { descriptor, bytes } = stored;
    const what = `the manifest ${repository.name}@${digest}`;
    return { descriptor, manifest: (0,oci_manifest/* parseManifest */.Ng)(bytes, descriptor.mediaType, what) };
}

;// CONCATENATED MODULE: ./packages/trace/evidence.ts








/** What is more is a flood, and not read. */
const mostAttestations = 50;
/** All that is attached to the image and its index: referrers, cosign's tags, and what BuildKit put into the index. */
async function findEvidence(family, { members, repository, gaps }) {
    const all = await Promise.all(digestsOf(members).map(async (member) => [
        ...(await gaps.ask(`what refers to ${member}`, () => referrersOf(member, repository, gaps), [])),
        ...(await Promise.all((0,copy_cosign/* cosignTags */.FJ)(member).map((tag) => atTag(tag, member, { repository, gaps })))).flat(),
    ]));
    const inOrder = all.map((some) => some.toSorted(byTime)).flat();
    return [...inOrder, ...(await attestations(family, repository, gaps))];
}
/** Whatever order a storage lists them in. */
const byTime = (a, b) => `${a.created ?? ''} ${a.digest}` < `${b.created ?? ''} ${b.digest}` ? -1 : 1;
async function atTag(tag, member, { repository, gaps }) {
    const standing = await gaps.ask(`the tag ${tag}`, () => repository.resolve(tag), undefined);
    return standing === undefined ? [] : [{ ...shown(standing, member), place: 'cosign tag', tag }];
}
async function referrersOf(member, repository, gaps) {
    const all = [];
    for await (const referrer of repository.referrers(member)) {
        if (all.length >= mostListed) {
            gaps.add(`what refers to ${member}`, `there are more than ${mostListed}`);
            break;
        }
        all.push({ ...shown(referrer, member), place: 'referrer', tag: null });
    }
    return all;
}
function shown({ digest, artifactType, annotations = {} }, about) {
    const created = annotations[names/* annotation */.w7.created];
    return {
        about,
        digest,
        type: artifactType === undefined ? null : clipped(artifactType),
        predicates: predicateKeys.flatMap((key) => annotations[key] ?? []).map(clipped),
        created: created === undefined ? null : clipped(created),
    };
}
/** https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
async function attestations({ index, image }, repository, gaps) {
    const all = [];
    const key = 'vnd.docker.reference.digest';
    for (const child of index?.manifest.manifests.filter(platform_images/* isAttestation */.H3).slice(0, mostAttestations) ??
        []) {
        const about = child.annotations?.[key];
        if (about === undefined || about !== image?.digest)
            continue;
        const look = () => storedAt(repository, child.digest);
        const stored = await gaps.ask(`the attestation ${child.digest}`, look, undefined);
        const layers = stored === undefined || (0,oci_manifest/* isIndex */.nw)(stored.manifest) ? [] : stored.manifest.layers;
        const predicates = layers
            .slice(0, mostAttestations)
            .flatMap(({ annotations = {} }) => predicateKeys.flatMap((name) => annotations[name] ?? []));
        const type = layers[0]?.mediaType ?? null;
        all.push({
            about,
            digest: child.digest,
            type,
            predicates: predicates.map(clipped),
            created: null,
            place: 'index',
            tag: null,
        });
    }
    return all;
}

// EXTERNAL MODULE: ./packages/lifecycle/part-of.ts
var part_of = __webpack_require__(9520);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var oci_errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/oci/store-resolve.ts
var store_resolve = __webpack_require__(240);
// EXTERNAL MODULE: ./packages/oci/referrers-tag.ts
var referrers_tag = __webpack_require__(9209);
// EXTERNAL MODULE: ./packages/oci/parallel.ts
var parallel = __webpack_require__(2185);
// EXTERNAL MODULE: ./packages/version/version.ts
var version_version = __webpack_require__(2229);
// EXTERNAL MODULE: ./packages/version/names.ts
var version_names = __webpack_require__(9801);
;// CONCATENATED MODULE: ./packages/trace/names.ts


const mostVersions = 100;
const mostOthers = 50;
const concurrency = 8;
const noNames = { named: [], left: 0 };
/**
 * Asks where tags stand: those that are named, the newest hundred versions and some others, whatever number of tags
 * a repository has.
 */
async function namesOf(repository, { first, signal }) {
    const tags = [];
    for await (const tag of repository.tags()) {
        if (!(0,copy_cosign/* isCosignTag */.gm)(tag) && !(0,referrers_tag/* isReferrersTag */.z)(tag))
            tags.push(tag);
    }
    const chosen = choose(tags, first);
    const standing = new Map();
    await (0,parallel/* inParallel */.H)(chosen, { concurrency, signal }, async (tag) => {
        const descriptor = await repository.resolve(tag);
        if (descriptor !== undefined)
            standing.set(tag, descriptor);
    });
    return {
        named: chosen.flatMap((tag) => {
            const descriptor = standing.get(tag);
            return descriptor === undefined
                ? []
                : [{ tag, place: `${repository.name}:${tag}`, descriptor }];
        }),
        left: tags.length - chosen.length,
    };
}
function choose(tags, first) {
    const versions = [];
    const others = [];
    const claims = [];
    for (const tag of tags) {
        const version = (0,version_version/* versionOfGitTag */.M)(tag);
        if (version !== undefined)
            versions.push({ tag, version });
        else
            ((0,version_names/* isClaim */.j_)(tag) ? claims : others).push(tag);
    }
    versions.sort((a, b) => (0,version_version/* compareVersions */.Zy)(b.version, a.version));
    const wanted = new Set(first);
    return [
        ...new Set([
            ...tags.filter((tag) => wanted.has(tag)),
            ...versions.slice(0, mostVersions).map(({ tag }) => tag),
            ...[...others, ...claims].slice(0, mostOthers),
        ]),
    ];
}
/** Those that stand on one of these digests. */
const namedOn = ({ named }, digests) => named.filter(({ descriptor }) => digests.includes(descriptor.digest));
/** The first answer in the order of the items; some are asked at a time, and none after one that has an answer. */
async function firstOf(items, ask) {
    for (let at = 0; at < items.length; at += concurrency) {
        const answers = await Promise.all(items.slice(at, at + concurrency).map(ask));
        const answer = answers.find((one) => one !== undefined);
        if (answer !== undefined)
            return answer;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/trace/by-config.ts




const mostManifests = 500;
/**
 * Engines call an image by the digest of its config, by which no registry finds anything: what the tags stand on is
 * gone through.
 */
async function imageWithConfig(repository, config, { names: { named }, gaps }) {
    const seen = new Set();
    const look = async (digest) => {
        if (seen.has(digest) || seen.size >= mostManifests)
            return undefined;
        seen.add(digest);
        const what = `the manifest ${digest}`;
        const stored = await gaps.ask(what, () => storedAt(repository, digest), undefined);
        if (stored === undefined)
            return undefined;
        if (hasConfig(stored.manifest, config))
            return stored;
        for (const child of imagesIn(stored.manifest)) {
            const inside = await look(child);
            if (inside !== undefined)
                return inside;
        }
        return undefined;
    };
    return firstOf(named, ({ descriptor }) => look(descriptor.digest));
}
const hasConfig = (manifest, config) => !(0,oci_manifest/* isIndex */.nw)(manifest) && manifest.config.digest === config;
const imagesIn = (manifest) => (0,oci_manifest/* isIndex */.nw)(manifest)
    ? manifest.manifests.filter((child) => !(0,platform_images/* isAttestation */.H3)(child)).map(({ digest }) => digest)
    : [];

;// CONCATENATED MODULE: ./packages/trace/find.ts




/**
 * Finds the manifest that was asked for: by its name, by its digest, and by the digest of its config.
 * @throws UsageError for a digest without a repository, and for what is no image; NotThere
 */
async function findSubject(asked, where) {
    const subject = 'reference' in asked
        ? await byReference(asked.reference, where)
        : await byDigest(asked.digest, where);
    const { manifest, descriptor } = subject.stored;
    const signed = subject.tag && (0,copy_cosign/* cosignSubject */.k8)(subject.tag);
    if (signed !== undefined)
        throw about(`${subject.tag ?? ''} is a tag of cosign`, signed);
    if (manifest.subject === undefined)
        return subject;
    const type = manifest.artifactType ?? ((0,oci_manifest/* isIndex */.nw)(manifest) ? manifest.mediaType : manifest.config.mediaType);
    throw about(`${descriptor.digest} is no image but an artifact (${JSON.stringify(type)})`, manifest.subject.digest);
}
/** Evidence was asked for, and not what it is about. */
const about = (what, digest) => new errors/* UsageError */.eb(`${what} that is about ${digest}: trace that`, { input: 'image' });
async function byReference(text, where) {
    const { name, tag, digest } = (0,reference/* parseReference */.F2)(text);
    if (digest !== undefined) {
        const repository = where.open(name, 'read');
        const found = await inRepository(repository, digest, where);
        if (found !== undefined)
            return { ...found, repository, name, tag };
        throw new oci_errors/* NotThere */.W2(digest, await nowhere([repository], where));
    }
    const { repository, descriptor } = await (0,store_resolve/* resolveReference */.s)(where.open, text);
    const stored = await storedAt(repository, descriptor.digest);
    if (stored === undefined)
        throw new oci_errors/* NotThere */.W2(descriptor.digest, name);
    return { repository, name, stored, tag, byConfig: false };
}
async function byDigest(digest, where) {
    if (where.repositories.length === 0) {
        throw new errors/* UsageError */.eb(`${digest} does not say which repository it is in: write NAME@${digest}, or add --repository NAME`, { input: 'repository' });
    }
    const repositories = where.repositories.map((text) => {
        const { name } = (0,reference/* parseReference */.F2)(text);
        return { name, repository: where.open(name, 'read') };
    });
    for (const { name, repository } of repositories) {
        const look = () => inRepository(repository, digest, where);
        const found = await (repositories.length === 1
            ? look()
            : where.gaps.ask(name, look, undefined));
        if (found !== undefined)
            return { ...found, repository, name, tag: undefined };
    }
    const asked = repositories.map(({ repository }) => repository);
    throw new oci_errors/* NotThere */.W2(digest, await nowhere(asked, where));
}
async function inRepository(repository, digest, { names, gaps }) {
    const stored = await storedAt(repository, digest);
    if (stored !== undefined)
        return { stored, byConfig: false };
    const image = await imageWithConfig(repository, digest, {
        names: await names(repository),
        gaps,
    });
    return image && { stored: image, byConfig: true };
}
/** Where it was looked for, as the end of a sentence. */
async function nowhere(repositories, { names, gaps }) {
    const places = await Promise.all(repositories.map(async (repository) => {
        const { named, left } = await names(repository);
        const rest = left === 0 ? '' : ` (${left} more were not looked at)`;
        return `${repository.name}, neither as a manifest nor as the config of an image that one of ${named.length} tags stands on${rest}`;
    }));
    const [silent] = gaps.found;
    const doubt = silent === undefined ? '' : `; ${silent.what} could not be asked: ${silent.why}`;
    return `${places.join('; nor in ')}${doubt}`;
}

;// CONCATENATED MODULE: ./packages/trace/family.ts








const mostStatements = 20;
/** https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
const attested = 'vnd.docker.reference.digest';
/** The index around what was asked for, or the image that stands for an index. */
async function familyOf({ descriptor, manifest }, where, platform) {
    const { digest } = descriptor;
    if ((0,oci_manifest/* isIndex */.nw)(manifest)) {
        const image = await imageIn(manifest, where, platform);
        return { family: { index: { digest, manifest }, image }, findings: found({}) };
    }
    const image = { digest, manifest, platform: undefined };
    const said = await saidIndex(digest, where);
    const { index, findings } = said.index === undefined ? await searchedIndex(digest, where) : said;
    if (index === undefined)
        return { family: { index, image }, findings: said.findings };
    const own = index.manifest.manifests.find((child) => child.digest === digest);
    const told = own?.annotations?.[attested];
    if (own !== undefined && (0,platform_images/* isAttestation */.H3)(own) && told !== undefined && isStatements(manifest)) {
        throw about(`${digest} is no image but an attestation in the index ${index.digest}`, told);
    }
    return {
        family: { index, image: { ...image, platform: own?.platform && (0,oci_descriptor/* formatPlatform */.Bq)(own.platform) } },
        findings: said.index === undefined ? together([said.findings, findings]) : findings,
    };
}
const isFor = (child, platform) => child.platform !== undefined && (0,oci_descriptor/* platformKey */.Ng)(child.platform) === (0,oci_descriptor/* platformKey */.Ng)(platform);
/** The one that was asked for, else the first. */
async function imageIn({ manifests }, { repository, gaps }, platform) {
    const images = manifests.filter((child) => !(0,platform_images/* isAttestation */.H3)(child) && !(0,oci_descriptor/* isIndexType */.$U)(child.mediaType));
    const nameOf = (child) => child.platform && (0,oci_descriptor/* formatPlatform */.Bq)(child.platform);
    const chosen = platform === undefined ? images[0] : images.find((child) => isFor(child, platform));
    if (chosen === undefined)
        return undefined;
    const stored = await gaps.ask(`the image of ${nameOf(chosen) ?? chosen.digest}`, () => storedAt(repository, chosen.digest), undefined);
    if (stored === undefined || (0,oci_manifest/* isIndex */.nw)(stored.manifest))
        return undefined;
    return { digest: chosen.digest, manifest: stored.manifest, platform: nameOf(chosen) };
}
const listed = (index, source, how = '') => found({
    told: [source],
    checks: [{ fact: 'index', value: index, verified: `it lists this image${how}` }],
});
/**
 * The index that a statement names, once the index itself says so too. Of several that list the image all are shown; what is
 * gone into is the first that a tag stands on.
 */
async function saidIndex(image, { repository, names, gaps }) {
    const statements = await gaps.ask('the index by part-of statements', () => (0,part_of/* partOfStatements */.ll)(repository, image), []);
    const all = [];
    const holders = new Map();
    for (const { predicate, artifact } of statements.slice(0, mostStatements)) {
        const { index } = predicate;
        const source = tell('index', index, { source: 'part-of statement', where: artifact });
        const stored = await gaps.ask(`the index ${index}`, () => storedAt(repository, index), undefined);
        if (stored === undefined) {
            all.push(found({
                told: [source],
                checks: [{ fact: 'index', value: index, doubt: 'it is not there' }],
            }));
        }
        else if ((0,oci_manifest/* isIndex */.nw)(stored.manifest) && holds(stored.manifest, image)) {
            holders.set(index, { manifest: stored.manifest, says: listed(index, source) });
        }
        else {
            const sentence = `a part-of statement says ${findings_short(index)}, which does not list this image`;
            const doubt = 'it does not list this image';
            all.push(found({
                told: [source],
                checks: [{ fact: 'index', value: index, doubt }],
                contradictions: [{ fact: 'index', sentence }],
            }));
        }
    }
    const [digest, ...others] = await inOrder([...holders.keys()], names);
    const chosen = digest && holders.get(digest);
    const listing = [digest, ...others].flatMap((one) => (one && holders.get(one)?.says) ?? []);
    return {
        index: digest && chosen && { digest, manifest: chosen.manifest },
        findings: together([...listing, ...all]),
    };
}
/** Those that a tag stands on first. */
async function inOrder(digests, names) {
    if (digests.length < 2)
        return digests;
    const { named } = await names();
    const stands = (digest) => named.some(({ descriptor }) => descriptor.digest === digest);
    return digests.toSorted((a, b) => Number(stands(b)) - Number(stands(a)));
}
/** Anybody may call anything an attestation in an index: one holds statements, and nothing else. */
const isStatements = ({ layers }) => layers.every(({ mediaType }) => mediaType === statementMediaType);
const holds = ({ manifests }, image) => manifests.some(({ digest }) => digest === image);
/** No registry finds an index by what it holds: the tags are gone through, unless one of them stands on the image. */
async function searchedIndex(image, { repository, names, gaps }) {
    const { named, left } = await names();
    if (named.some(({ descriptor }) => descriptor.digest === image)) {
        return { index: undefined, findings: found({}) };
    }
    const indexes = new Map();
    for (const { tag, descriptor } of named) {
        if ((0,oci_descriptor/* isIndexType */.$U)(descriptor.mediaType) && !indexes.has(descriptor.digest)) {
            indexes.set(descriptor.digest, tag);
        }
    }
    const hit = await firstOf([...indexes], async ([digest, tag]) => {
        const look = () => storedAt(repository, digest);
        const stored = await gaps.ask(`the index ${digest}`, look, undefined);
        if (stored === undefined || !(0,oci_manifest/* isIndex */.nw)(stored.manifest) || !holds(stored.manifest, image)) {
            return undefined;
        }
        const source = tell('index', digest, { source: 'tag', where: tag });
        const findings = listed(digest, source, `, found by a search of ${named.length} ${named.length === 1 ? 'tag' : 'tags'}`);
        return { index: { digest, manifest: stored.manifest }, findings };
    });
    if (hit !== undefined)
        return hit;
    if (left > 0)
        gaps.add('the index', `${named.length} tags were searched, and ${left} were not`);
    return { index: undefined, findings: found({}) };
}

;// CONCATENATED MODULE: ./packages/trace/gaps.ts


/** What is more says nothing new. */
const most = 100;
/** What could not be found out: one source that is silent does not end the search. */
class Gaps {
    #found = [];
    #signal;
    constructor(signal) {
        this.#signal = signal;
    }
    get found() {
        return this.#found;
    }
    add(what, why) {
        if (this.#found.length < most)
            this.#found.push({ what: clipped(what), why: clipped(why) });
    }
    /** The answer; where the world fails, the other one, and a note of it. */
    async ask(what, work, otherwise) {
        try {
            return await work();
        }
        catch (error) {
            if (!(error instanceof errors/* Failed */.cV) || this.#signal.aborted)
                throw error;
            this.add(what, error.message);
            return otherwise;
        }
    }
}

// EXTERNAL MODULE: ./packages/layers/provenance-read.ts
var provenance_read = __webpack_require__(3691);
// EXTERNAL MODULE: ./packages/lifecycle/place.ts
var lifecycle_place = __webpack_require__(6762);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./packages/trace/provenance.ts







const provenance_text = dist/* fallback */.NpB(dist/* nullish */.cl6(dist/* string */.YjP()), undefined);
const provenance_texts = dist/* fallback */.NpB(dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J())), undefined);
const maybe = (schema) => dist/* fallback */.NpB(dist/* nullish */.cl6(schema), undefined);
const buildkit = maybe(dist/* object */.Ikc({ vcs: provenance_texts }));
const named = 'https://mobyproject.org/buildkit@v1#metadata';
const configSource = maybe(dist/* object */.Ikc({ uri: provenance_text, digest: provenance_texts, entryPoint: provenance_text, path: provenance_text }));
const parameters = maybe(dist/* object */.Ikc({ args: provenance_texts }));
const builder = maybe(dist/* object */.Ikc({ id: provenance_text }));
const sources = maybe(dist/* array */.YOg(maybe(dist/* object */.Ikc({ uri: provenance_text, digest: provenance_texts }))));
const workflow = maybe(dist/* object */.Ikc({ repository: provenance_text, ref: provenance_text }));
/** SLSA 0.2 has `builder`, `invocation`, `metadata` and `materials`; SLSA 1 the other two. */
const predicate = dist/* object */.Ikc({
    buildType: provenance_text,
    builder,
    invocation: maybe(dist/* object */.Ikc({ configSource, parameters })),
    metadata: maybe(dist/* object */.Ikc({
        buildFinishedOn: provenance_text,
        buildInvocationID: provenance_text,
        buildInvocationId: provenance_text,
        [named]: buildkit,
    })),
    buildDefinition: maybe(dist/* object */.Ikc({
        buildType: provenance_text,
        externalParameters: maybe(dist/* object */.Ikc({ configSource, request: parameters, workflow })),
        resolvedDependencies: sources,
    })),
    runDetails: maybe(dist/* object */.Ikc({
        builder,
        metadata: maybe(dist/* object */.Ikc({ finishedOn: provenance_text, invocationId: provenance_text, buildkit_metadata: buildkit })),
    })),
});
const statement = dist/* object */.Ikc({ predicateType: provenance_text, predicate });
/** A predicate alone says of itself that it is one. */
const slsa = 'https://slsa.dev/provenance/';
/**
 * What SLSA provenance says of the sources: that of BuildKit, and that of a workflow of GitHub. What reads as none says
 * nothing; undefined: it is about something else.
 * https://docs.docker.com/build/metadata/attestations/slsa-definitions/
 * https://actions.github.io/buildtypes/workflow/v1
 * @throws Corrupt when it is no JSON
 */
function findProvenance(bytes, { digests, ...source }) {
    const json = (0,oci_json/* parseJson */.q)(bytes, 'the provenance', { maxBytes: provenance/* maxProvenanceBytes */.lY });
    const read = dist/* safeParse */.xLC(statement, json);
    if (!read.success || !isProvenance(read.output.predicateType ?? slsa))
        return found({});
    if (!isAbout(json, digests))
        return undefined;
    const facts = factsIn(read.output.predicate);
    const { revision } = facts;
    // Buildx writes it behind the commit of a tree that was changed.
    const commit = revision?.replace(/-dirty$/, '');
    const said = (fact, value) => {
        const trimmed = value?.trim() ?? '';
        return trimmed === ''
            ? []
            : [tell(fact, clipped(trimmed), { source: 'provenance', ...source })];
    };
    const doubt = 'its tree was changed, by provenance';
    return found({
        told: [
            ...said('source repository', facts.repository),
            ...said('commit', commit),
            ...said('ref', facts.ref),
            ...said('dockerfile', facts.dockerfile),
            ...said('stage', facts.stage),
            ...said('run', facts.run),
            ...said('built', facts.built),
        ],
        checks: commit === undefined || commit === revision
            ? []
            : [{ fact: 'commit', value: clipped(commit), doubt }],
    });
}
function factsIn(of) {
    const { metadata, runDetails } = of;
    const invocation = runDetails?.metadata?.invocationId ??
        metadata?.buildInvocationId ??
        metadata?.buildInvocationID;
    const id = of.builder?.id ?? runDetails?.builder?.id;
    const built = metadata?.buildFinishedOn ?? runDetails?.metadata?.finishedOn;
    const type = of.buildType ?? of.buildDefinition?.buildType ?? 'buildkit';
    const run = isUrl(invocation) ? invocation : id;
    if (/buildkit/i.test(type))
        return { ...ofBuildkit(of), run, built };
    // What others call a builder is a program, and a source's entry point a workflow.
    return { ...ofWorkflow(of), run: isUrl(invocation) || isRun(id) ? run : undefined, built };
}
const isUrl = (value) => /^https?:\/\//.test(value ?? '');
const isRun = (value) => /\/runs\/\d+/.test(value ?? '');
function ofBuildkit({ invocation, metadata, buildDefinition, runDetails }) {
    const external = buildDefinition?.externalParameters;
    const source = invocation?.configSource ?? external?.configSource;
    const args = invocation?.parameters?.args ?? external?.request?.args;
    const vcs = metadata?.[named]?.vcs ?? runDetails?.metadata?.buildkit_metadata?.vcs;
    const { repository, ref } = placeIn(source?.uri);
    const path = source?.entryPoint ?? source?.path;
    const folder = textIn(vcs, 'localdir:dockerfile');
    return {
        repository: textIn(vcs, 'source') ?? repository,
        revision: textIn(vcs, 'revision') ?? commitIn(source?.digest),
        ref,
        dockerfile: path && folder ? external_node_path_.posix.join(folder, path) : path,
        stage: textIn(args, 'target'),
    };
}
function ofWorkflow({ invocation, buildDefinition }) {
    const { configSource: source } = invocation ?? {};
    const { workflow: from } = buildDefinition?.externalParameters ?? {};
    const old = placeIn(source?.uri);
    const repository = from?.repository ?? old.repository;
    // Others that the build has read are not what it was built from.
    const own = (buildDefinition?.resolvedDependencies ?? []).find((one) => sourceKey(placeIn(one?.uri).repository) === sourceKey(repository));
    return {
        repository,
        revision: commitIn(own?.digest) ?? commitIn(source?.digest),
        ref: from?.ref ?? old.ref,
    };
}
/** `git+https://github.com/acme/shop@refs/heads/main`, or with `#` before the ref, as BuildKit writes it. */
function placeIn(uri) {
    const text = (uri ?? '').replace(/^git\+/, '');
    const at = text.search(/#|@refs\//);
    return at < 0
        ? { repository: text, ref: undefined }
        : { repository: text.slice(0, at), ref: text.slice(at + 1) };
}
const commitIn = (digest) => textIn(digest, 'gitCommit') ?? textIn(digest, 'sha1');
const textIn = (values, name) => {
    const value = Object.entries(values ?? {}).find(([key]) => key === name)?.[1];
    return typeof value === 'string' ? value : undefined;
};

;// CONCATENATED MODULE: ./packages/trace/attested.ts









/** What is more is a flood, and not read. */
const mostOpened = 20;
const maxBytesOfAll = 4 * provenance/* maxProvenanceBytes */.lY;
/**
 * Provenance that others keep beside the image, in sigstore's bundles and other referrers and under cosign's tag `.att`:
 * statements in envelopes, whose signatures nobody looks at yet.
 * https://github.com/sigstore/cosign/blob/main/specs/BUNDLE_SPEC.md
 */
async function attestedProvenance(where) {
    const opened = new Opened(where);
    for (const member of digestsOf(where.members)) {
        await opened.referrers(member);
        await opened.tags(member);
    }
    return { findings: together(opened.findings), build: opened.build };
}
/** What was opened so far: there is an end to it, however much there is. */
class Opened {
    findings = [];
    build;
    #where;
    #bytes = 0;
    constructor(where) {
        this.#where = where;
    }
    async referrers(member) {
        const { repository, gaps } = this.#where;
        const what = `provenance that refers to ${member}`;
        const some = await gaps.ask(what, () => candidates(repository, member), []);
        if (some.length > mostOpened) {
            gaps.add(what, `of ${some.length} artifacts that may be it ${mostOpened} were opened`);
        }
        for (const { digest } of some.slice(0, mostOpened))
            await this.#open(digest, digest);
    }
    async tags(member) {
        const { repository, gaps } = this.#where;
        const tag = (0,copy_cosign/* cosignTags */.FJ)(member).find((name) => name.endsWith('.att'));
        if (tag === undefined)
            return;
        const standing = await gaps.ask(`the tag ${tag}`, () => repository.resolve(tag), undefined);
        if (standing !== undefined)
            await this.#open(standing.digest, tag);
    }
    async #open(digest, name) {
        const { repository, gaps } = this.#where;
        const look = () => storedAt(repository, digest);
        const stored = await gaps.ask(`the artifact ${digest}`, look, undefined);
        for (const layer of layersIn(stored)) {
            await gaps.ask(`the provenance in ${name}`, () => this.#read(layer, name), undefined);
        }
    }
    async #read(layer, name) {
        const { members, repository, gaps } = this.#where;
        const what = `the provenance in ${name}`;
        // One that says that it is longer is not read, and takes nothing from the others.
        if (layer.size <= provenance/* maxProvenanceBytes */.lY)
            this.#bytes += layer.size;
        if (this.#bytes > maxBytesOfAll) {
            gaps.add(what, `more than ${maxBytesOfAll} bytes of evidence are not read`);
            return;
        }
        const bytes = await (0,platform_images/* smallBlob */.XI)(repository, layer, { what, maxBytes: provenance/* maxProvenanceBytes */.lY });
        const isSigned = layer.mediaType !== statementMediaType;
        const statement = isSigned ? statementIn(bytes, what) : bytes;
        if (statement === undefined)
            return;
        const signature = isSigned ? { signature: 'not verified' } : {};
        const digests = digestsOf(members);
        const findings = findProvenance(statement, { digests, where: name, ...signature });
        if (findings === undefined) {
            gaps.add(what, 'it is about another digest');
            return;
        }
        this.findings.push(findings);
        if (findings.told.length === 0)
            return;
        const build = (0,provenance/* parseProvenance */.X6)(statement, what);
        if (build.materials.length > 0)
            this.build ??= build;
    }
}
/** Referrers in which there may be provenance. */
async function candidates(repository, member) {
    const all = [];
    let looked = 0;
    for await (const referrer of repository.referrers(member)) {
        looked += 1;
        // That there are more is said of the evidence.
        if (looked > mostListed)
            break;
        const { artifactType = '', annotations } = referrer;
        if (holdsStatement(artifactType) && mayBeProvenance(annotations))
            all.push(referrer);
    }
    return all;
}
const layersIn = (stored) => stored === undefined || (0,oci_manifest/* isIndex */.nw)(stored.manifest)
    ? []
    : stored.manifest.layers
        .filter(({ mediaType }) => holdsStatement(mediaType))
        .filter(({ annotations }) => mayBeProvenance(annotations))
        .slice(0, mostOpened);
const holdsStatement = (type) => isBundleType(type) || type === envelopeMediaType || type === statementMediaType;

// EXTERNAL MODULE: ./packages/config/base.ts
var config_base = __webpack_require__(6516);
// EXTERNAL MODULE: ./packages/layers/base-find.ts
var base_find = __webpack_require__(9994);
// EXTERNAL MODULE: ./packages/layers/base.ts
var layers_base = __webpack_require__(7372);
;// CONCATENATED MODULE: ./packages/trace/base.ts








const mostImages = 20;
const tellerOf = {
    given: 'policy',
    annotation: 'manifest annotation',
    label: 'label',
    provenance: 'provenance',
    dockerfile: 'git',
    candidate: 'policy',
    history: 'history',
};
/** What the image stands on, whether that is proven by its layers, and who owns it. */
async function baseFindings(sources, { openUntil, untilMs = 60_000, ...ground }) {
    const late = new AbortController();
    const timer = setTimeout(() => {
        late.abort(new errors/* Failed */.cV(3, 'late', `its registry did not answer in ${untilMs / 1000} s`));
    }, untilMs);
    try {
        const findings = await findingsUntil(sources, { ...ground, open: openUntil(late.signal) });
        // Whoever was asked last says so only as a doubt.
        ground.signal.throwIfAborted();
        return findings;
    }
    finally {
        clearTimeout(timer);
    }
}
async function findingsUntil(sources, ground) {
    const base = await ground.gaps.ask('the base', () => (0,base_find/* findBase */.l)(sources, { open: ground.open, openClaimed: ground.open }), undefined);
    const disproved = await findDisproved(sources, base, ground);
    if (base === undefined)
        return { findings: disproved, labels: {} };
    const value = base_valueOf(base);
    const proof = base.verified
        ? {
            verified: `the image begins with its ${base.layers} ${base.layers === 1 ? 'layer' : 'layers'}`,
        }
        : { doubt: clipped(base.doubt ?? 'it is not proven') };
    const told = tell('base', value, { source: tellerOf[base.rung], where: whereOf(base.rung) });
    const checks = base.name === 'scratch' ? [] : [{ fact: 'base', value, ...proof }, ...ownerCheck(base, ground)];
    return {
        findings: together([disproved, found({ told: [told, ...ownerOf(base, ground)], checks })]),
        labels: base.verified ? await labelsOf(base, sources, ground) : {},
    };
}
/** A base that the image names by its digest, and whose layers are not below those of the image. */
async function findDisproved(sources, base, ground) {
    const claim = (0,layers_base/* baseClaims */.JI)(sources).find(({ rung, digest }) => digest !== undefined && (rung === 'annotation' || rung === 'label'));
    if (claim === undefined)
        return found({});
    // A label may be of an image below the base.
    const isOther = base?.verified !== true || (claim.rung === 'annotation' && claim.name !== base.name);
    if (!isOther)
        return found({});
    // Why it cannot be read is said of the base already.
    const quiet = new Gaps(ground.signal);
    const read = await quiet.ask('the base', () => configsOf(claim, sources, ground), []);
    const lists = read.map(({ rootfs }) => rootfs.diff_ids);
    const own = sources.config.rootfs.diff_ids;
    if (read.length === 0 || (0,layers_base/* layersProven */.X0)(own, { diffIds: lists }) !== undefined)
        return found({});
    const value = base_valueOf({ ...claim, layers: 0 });
    const source = tellerOf[claim.rung];
    const doubt = 'the image does not begin with its layers';
    return found({
        told: [tell('base', value, { source, where: whereOf(claim.rung) })],
        checks: [{ fact: 'base', value, doubt }],
        contradictions: [{ fact: 'base', sentence: `${source} says ${value}, and ${doubt}` }],
    });
}
async function labelsOf(base, sources, ground) {
    const ask = () => configsOf(base, sources, ground);
    const [config] = await ground.gaps.ask('the labels of the base', ask, []);
    return config?.config?.Labels ?? {};
}
function base_valueOf({ name, digest, layers }) {
    const known = name === undefined ? undefined : name.replace(/@.*$/, '');
    if (known !== undefined)
        return clipped(digest === undefined ? known : `${known}@${digest}`);
    return digest ?? `an image of ${layers} layers whose name is not known`;
}
const whereOf = (rung) => rung === 'annotation' || rung === 'label' ? names/* annotation */.w7.baseName : null;
/** The configs of the base for the platform of the image. */
async function configsOf({ name, digest }, { config }, { open }) {
    if (name === undefined || digest === undefined)
        return [];
    const repository = open((0,reference/* parseRegistryReference */.qq)(name).name, 'read');
    return configsIn(repository, digest, config);
}
async function configsIn(repository, digest, { os, architecture }) {
    const stored = await storedAt(repository, digest);
    if (stored === undefined)
        return [];
    const { manifest } = stored;
    if (!(0,oci_manifest/* isIndex */.nw)(manifest))
        return [await (0,platform_images/* imageConfig */.gj)(repository, manifest)];
    const children = manifest.manifests.filter((child) => !(0,platform_images/* isAttestation */.H3)(child) &&
        (child.platform === undefined ||
            (child.platform.os === os && child.platform.architecture === architecture)));
    const images = await Promise.all(children.slice(0, mostImages).map(async (child) => storedAt(repository, child.digest)));
    return Promise.all(images.flatMap((image) => image === undefined || (0,oci_manifest/* isIndex */.nw)(image.manifest)
        ? []
        : [(0,platform_images/* imageConfig */.gj)(repository, image.manifest)]));
}
function owner({ name }, { policy }) {
    const { base } = policy;
    if (name === undefined || base?.owner === undefined)
        return undefined;
    const plain = name === 'scratch' ? name : nameIn(name);
    return plain !== undefined && base.allowed.some((pattern) => (0,config_base/* matchesBase */.z)(pattern, plain))
        ? base.owner
        : undefined;
}
/** A stranger's text may be no name at all. */
function nameIn(text) {
    try {
        return (0,reference/* parseRegistryReference */.qq)(text).name;
    }
    catch {
        return undefined;
    }
}
const ownerOf = (base, ground) => {
    const value = owner(base, ground);
    const source = { source: 'policy', where: ground.policySource };
    return value === undefined ? [] : [tell('base owner', value, source)];
};
const ownerCheck = (base, ground) => {
    const value = owner(base, ground);
    return value === undefined || !base.verified
        ? []
        : [
            {
                fact: 'base owner',
                value,
                verified: 'the base is proven, and the policy names its owner',
            },
        ];
};

// EXTERNAL MODULE: ./packages/lifecycle/claim.ts
var lifecycle_claim = __webpack_require__(2173);
;// CONCATENATED MODULE: ./packages/trace/commits.ts





const mostAsked = 10;
/** Claims that stand on the image say its commit, whether or not it says one itself. */
const findClaims = (names, members) => found({
    told: namedOn(names, digestsOf(members))
        .filter(({ tag }) => (0,version_names/* isClaim */.j_)(tag))
        .map(({ tag, place }) => tell('commit', tag.slice('sha-'.length), { source: 'claim tag', where: place })),
});
/** Whether the claim of each commit that is said stands on the image. */
async function checkClaims(told, { repositories, members, gaps }) {
    const commits = [
        ...new Set(told.filter(({ fact }) => fact === 'commit').map(({ value }) => value)),
    ];
    const checks = [];
    for (const value of commits.filter((text) => /^[0-9a-f]{40}$/.test(text)).slice(0, mostAsked)) {
        for (const repository of repositories) {
            const what = `the claim of ${value} in ${repository.name}`;
            const claim = await gaps.ask(what, () => (0,lifecycle_claim/* claimed */.Sf)(repository, value), undefined);
            if (claim === undefined)
                continue;
            const stands = pointsTo(members, claim.digest);
            checks.push({
                fact: 'commit',
                value,
                ...(stands !== undefined
                    ? { verified: `its claim ${stands}` }
                    : { doubt: `its claim points to ${findings_short(claim.digest)}` }),
            });
            break;
        }
    }
    for (const value of commits.filter((text) => !isCommit(text))) {
        checks.push({ fact: 'commit', value, doubt: 'it is no whole commit of git' });
    }
    return found({ checks });
}

;// CONCATENATED MODULE: ./packages/trace/environments.ts



/** The images of the policy that a repository belongs to: as their own, or as that of one of their environments. */
const environments_imagesIn = ({ images, environments }, repository) => images.filter((image) => image.repository === repository ||
    environments.some((environment) => environment.repository === repository));
/** Where the purpose tags of these images are; each place once. */
function placesOf(images, { environments }, open) {
    const places = images.flatMap((image) => environments.map((environment) => (0,lifecycle_place/* placeOf */.$t)(image, environment, open)));
    return [...new Map(places.map((place) => [(0,lifecycle_place/* placeName */.fW)(place), place])).values()];
}
/** In which environments the image stands now. */
async function findEnvironments(places, members, gaps) {
    const all = await Promise.all(places.map(async (place) => {
        const tag = (0,lifecycle_place/* placeName */.fW)(place);
        const standing = await gaps.ask(tag, () => (0,lifecycle_place/* standingAt */.Ib)(place), undefined);
        const points = standing && pointsTo(members, standing);
        if (points === undefined)
            return found({});
        const value = place.environment.name;
        return found({
            told: [tell('environment', value, { source: 'tag', where: tag })],
            checks: [{ fact: 'environment', value, verified: `its tag ${points}` }],
        });
    }));
    return together(all);
}

// EXTERNAL MODULE: ./packages/dockerfile/parse.ts + 2 modules
var parse = __webpack_require__(6021);
// EXTERNAL MODULE: ./packages/dockerfile/stage.ts
var dockerfile_stage = __webpack_require__(4339);
// EXTERNAL MODULE: ./packages/lifecycle/built.ts
var lifecycle_built = __webpack_require__(2721);
// EXTERNAL MODULE: ./packages/lifecycle/release.ts
var release = __webpack_require__(9220);
// EXTERNAL MODULE: ./packages/lifecycle/passed.ts
var lifecycle_passed = __webpack_require__(4881);
;// CONCATENATED MODULE: ./packages/trace/statements.ts



/** What the suite's own statements say of where a digest comes from. Nothing of it is signed. */
async function findStatements(places) {
    const [built, releases] = await Promise.all([
        statementsOf('built statements', lifecycle_built/* builtStatements */.l0, places),
        statementsOf('release statements', release/* releaseStatements */.It, places),
    ]);
    return together([
        found({ told: built.flatMap(toldByBuilt) }),
        found({ told: releases.flatMap(toldByRelease) }),
    ]);
}
/**
 * Which environments it was said to have passed; those of the policy first, then the newest.
 * @param environments of the policy
 */
async function findPassed(places, environments) {
    const passed = await statementsOf('passed statements', lifecycle_passed/* allPassed */.OE, places);
    const rank = ({ predicate }) => {
        const at = environments.indexOf(predicate.environment);
        return at < 0 ? environments.length : at;
    };
    const told = passed
        .toSorted((a, b) => rank(a) - rank(b))
        .map(({ predicate, artifact }) => tell('passed', clipped(predicate.environment), saidBy('passed statement', predicate, artifact)));
    return found({ told });
}
/** Each once, wherever it is kept; the newest first. */
async function statementsOf(what, read, { repositories, members, gaps }) {
    const asked = repositories.flatMap((repository) => digestsOf(members).map((digest) => gaps.ask(`the ${what} in ${repository.name}`, () => read(repository, digest), [])));
    const some = (await Promise.all(asked)).flat();
    const all = new Map(some.map((one) => [one.artifact, one]));
    return [...all.values()].sort((a, b) => (a.predicate.at < b.predicate.at ? 1 : -1));
}
const saidBy = (source, { by, at }, where) => ({ source, where, by: clipped(by), at });
function toldByBuilt({ predicate, artifact }) {
    const { commit, source, ref, author, dockerfile, target, by, at } = predicate;
    const said = saidBy('built statement', predicate, artifact);
    const known = (fact, value) => value === null || value.trim() === '' ? [] : [tell(fact, clipped(value.trim()), said)];
    return [
        ...known('source repository', source),
        ...known('commit', commit),
        ...known('ref', ref),
        ...known('author', author),
        ...known('run', by),
        ...known('built', at),
        ...known('dockerfile', dockerfile),
        ...known('stage', target ?? lastStage),
    ];
}
/** What a build without a target makes. */
const lastStage = 'the last one';
function toldByRelease({ predicate, artifact }) {
    const { version, gitTag, commit } = predicate;
    const said = saidBy('release statement', predicate, artifact);
    return [
        tell('version', clipped(version), said),
        ...(gitTag === null ? [] : [tell('git tag', clipped(gitTag), said)]),
        ...(commit === null ? [] : [tell('commit', commit, said)]),
    ];
}

;// CONCATENATED MODULE: ./packages/trace/git.ts



const mostCommits = 10;
const mostFiles = 5;
const mostTags = 20;
/**
 * Asks the clone that is at hand: does it have the commits, when were they made, which tags stand on the best of them,
 * are Dockerfile and stage there?
 * @param checks what is verified of the commits already: such a commit is the best
 */
async function askGit({ told, checks }, { history, gaps }) {
    const nothing = { findings: found({}), dockerfile: undefined };
    if (history === undefined)
        return nothing;
    const commits = [...new Set(values(told, 'commit'))].filter(isCommit).slice(0, mostCommits);
    const there = [];
    for (const commit of commits) {
        const known = await gaps.ask(`commit ${commit}`, () => history.commitOf(commit), undefined);
        if (known === commit)
            there.push(commit);
    }
    const isVerified = (commit) => checks.some(({ value, verified }) => value === commit && verified !== undefined);
    const best = there.find(isVerified) ?? there[0];
    const has = there.map((value) => ({
        fact: 'commit',
        value,
        verified: 'this clone has it',
        weak: true,
    }));
    if (best === undefined)
        return nothing;
    const isOnly = commits.length === 1;
    const { findings, dockerfile } = await atCommit(best, told, { history, gaps, isOnly });
    return { findings: together([found({ checks: has }), findings]), dockerfile };
}
async function atCommit(commit, told, { history, gaps, isOnly, }) {
    const time = await gaps.ask(`the time of ${commit}`, () => history.time(commit), undefined);
    const author = await gaps.ask(`the author of ${commit}`, () => history.author(commit), undefined);
    const tags = await gaps.ask(`the tags of ${commit}`, () => history.tagsAt(commit), []);
    const moved = await movedTags(commit, told, { history, gaps });
    const files = await filesAt(commit, told, { history, gaps });
    const source = { source: 'git', where: commit };
    const verified = 'git says so';
    const committed = time?.toISOString();
    return {
        findings: together([
            found({
                told: [
                    ...(author === undefined ? [] : [tell('author', author, source)]),
                    ...(committed === undefined ? [] : [tell('committed', committed, source)]),
                    ...tags.slice(0, mostTags).map((tag) => tell('git tag', tag, source)),
                ],
                checks: [
                    ...(author === undefined ? [] : [{ fact: 'author', value: author, verified }]),
                    ...(committed === undefined
                        ? []
                        : [{ fact: 'committed', value: committed, verified }]),
                    ...tags.map((value) => ({
                        fact: 'git tag',
                        value,
                        verified: 'it is on the commit',
                    })),
                ],
            }),
            isOnly ? otherAuthors(author, told) : found({}),
            moved,
            files.findings,
        ]),
        dockerfile: files.dockerfile,
    };
}
/** Who is said to have written the commit, and has not, by git. */
function otherAuthors(author, told) {
    const others = new Set(values(told, 'author').filter((value) => value !== author));
    if (author === undefined)
        return found({});
    return found({
        checks: [...others].map((value) => ({ fact: 'author', value, doubt: `git says ${author}` })),
        contradictions: [...others].map((value) => ({
            fact: 'author',
            sentence: `a built statement says ${value}; git says ${author}`,
        })),
    });
}
/** Git tags that a release names, and that stand on another commit in this clone. */
async function movedTags(commit, told, { history, gaps }) {
    const all = [];
    for (const tag of [...new Set(values(told, 'git tag'))].slice(0, mostFiles)) {
        const ask = () => history.commitOf(`refs/tags/${tag}`);
        const stands = await gaps.ask(`the git tag ${tag}`, ask, undefined);
        if (stands === undefined || stands === commit)
            continue;
        const doubt = `it is on ${stands.slice(0, 12)} in this clone`;
        const sentence = `a release statement names the git tag ${tag}, which is on ${stands.slice(0, 12)} and not on ${commit.slice(0, 12)}`;
        all.push(found({
            checks: [{ fact: 'git tag', value: tag, doubt }],
            contradictions: [{ fact: 'git tag', sentence }],
        }));
    }
    return together(all);
}
async function filesAt(commit, told, { history, gaps }) {
    const checks = [];
    let dockerfile;
    for (const path of [...new Set(values(told, 'dockerfile'))].slice(0, mostFiles)) {
        const bytes = await gaps.ask(`${path} at ${commit}`, () => history.file(commit, path), null);
        if (bytes === null)
            continue;
        if (bytes === undefined) {
            checks.push({ fact: 'dockerfile', value: path, doubt: 'the commit has no such file' });
            continue;
        }
        checks.push({ fact: 'dockerfile', value: path, verified: 'the commit has it', weak: true });
        const text = new TextDecoder().decode(bytes);
        dockerfile ??= await gaps.ask(path, async () => (0,parse/* parseDockerfile */.A)(text, path), undefined);
    }
    const stages = dockerfile === undefined ? [] : checkStages(dockerfile, told);
    return { findings: found({ checks: [...checks, ...stages] }), dockerfile };
}
const checkStages = (dockerfile, told) => [...new Set(values(told, 'stage'))]
    .filter((value) => value !== lastStage)
    .map((value) => ({
    fact: 'stage',
    value,
    ...(hasStage(dockerfile, value)
        ? { verified: 'the Dockerfile has it', weak: true }
        : { doubt: 'the Dockerfile has no such stage' }),
}));
const hasStage = ({ stages }, target) => stages.some(({ name, index }) => name === target.toLowerCase() || String(index) === target);
const values = (told, fact) => told.filter((one) => one.fact === fact).map(({ value }) => value);
/** What the stage that was built stands on, where the Dockerfile says it without a variable. */
function imageBelow(dockerfile, target) {
    const names = dockerfile.stages;
    const known = target === undefined || hasStage(dockerfile, target);
    if (!known || names.length === 0)
        return undefined;
    let stage = (0,dockerfile_stage/* findStage */.U)(dockerfile, target);
    for (;;) {
        const { from, index } = stage;
        const below = names.slice(0, index).find(({ name }) => name === from.toLowerCase());
        if (below === undefined)
            return from.includes('$') ? undefined : from;
        stage = below;
    }
}

;// CONCATENATED MODULE: ./packages/trace/tags.ts




const tags_mostTags = 20;
/**
 * Tags that stand on the image now: versions, and others that are no claims.
 * @param purposes purpose tags with their repositories: those are environments
 */
function findTags(names, members, purposes) {
    const named = namedOn(names, digestsOf(members))
        .filter(({ tag, place }) => !(0,version_names/* isClaim */.j_)(tag) && !purposes.has(place))
        .slice(0, tags_mostTags);
    const factOf = (tag) => (isVersion(tag) ? 'version' : 'tag');
    return found({
        told: named.map(({ tag, place }) => tell(factOf(tag), tag, { source: 'tag', where: place })),
        checks: named.map(({ tag, descriptor }) => ({
            fact: factOf(tag),
            value: tag,
            verified: `the tag ${pointsTo(members, descriptor.digest) ?? 'points here'}`,
        })),
    });
}
const isVersion = (text) => (0,version_version/* versionOfGitTag */.M)(text) !== undefined;
/** Versions that are said of the image, and whose tag stands on another one or nowhere. */
function checkVersions(told, { named, left }, members) {
    const checks = [];
    const contradictions = [];
    const claims = told.filter(({ fact, source, value }) => fact === 'version' && source !== 'tag' && isVersion(value));
    for (const value of new Set(claims.map((one) => one.value))) {
        const tag = named.find((one) => sameVersion(one.tag, value));
        if (tag === undefined) {
            const doubt = left === 0 ? 'there is no such tag' : 'its tag was not found';
            checks.push({ fact: 'version', value, doubt });
            continue;
        }
        const { digest } = tag.descriptor;
        if (pointsTo(members, digest) !== undefined)
            continue;
        checks.push({ fact: 'version', value, doubt: `its tag points to ${findings_short(digest)}` });
        const own = claims.filter((one) => one.value === value && one.inherited !== true);
        if (own[0] !== undefined) {
            const sentence = `${own[0].source} says ${value}, and the tag ${tag.tag} points to ${findings_short(digest)}`;
            contradictions.push({ fact: 'version', sentence });
        }
    }
    return found({ checks, contradictions });
}
/** `v1.2.3` is the version `1.2.3`. */
const sameVersion = (a, b) => versionKey(a) === versionKey(b);
const versionKey = (text) => (0,version_version/* versionOfGitTag */.M)(text)?.text ?? text;

;// CONCATENATED MODULE: ./packages/trace/texts.ts


/** https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md */
const meanings = [
    [names/* annotation */.w7.source, 'source repository'],
    [names/* annotation */.w7.revision, 'commit'],
    [names/* annotation */.w7.created, 'created'],
    [names/* annotation */.w7.version, 'version'],
];
/** What index, manifest and config say of themselves, from the outside to the inside. */
function findTexts({ index, image }, config) {
    const created = config?.created;
    return found({
        told: [
            ...toldBy('index annotation', index?.manifest.annotations),
            ...toldBy('manifest annotation', image?.manifest.annotations),
            ...toldBy('label', config?.config?.Labels),
            ...(created === undefined
                ? []
                : [tell('created', clipped(created), { source: 'config', where: 'created' })]),
        ],
    });
}
const toldBy = (source, texts = {}) => meanings.flatMap(([key, fact]) => {
    const value = texts[key]?.trim() ?? '';
    return value === '' ? [] : [tell(fact, clipped(value), { source, where: key })];
});
/** A label that the base has too, with the same value, is handed down by builders: it may mean the base. */
const withInheritance = (told, base) => told.map((one) => one.source === 'label' && one.where !== null && base[one.where] === one.value
    ? { ...one, inherited: true }
    : one);

;// CONCATENATED MODULE: ./packages/trace/gather.ts













/** Asks everybody who may know something; what is said first is looked up by those who come later. */
async function gather(scene) {
    const { subject, family, members, config, listed, gaps, ground } = scene;
    const { policy, history } = ground;
    const images = await heldImages(environments_imagesIn(policy, subject.name), scene);
    const homes = homesOf(images, scene);
    const places = placesOf(images, policy, ground.open);
    const names = merged(await Promise.all(homes.map(scene.names)));
    const { repository } = subject;
    const provenance = await provenanceOf(scene);
    const attested = await attestedProvenance({ members, repository, gaps });
    const said = together([
        findClaims(names, members),
        await findStatements({ repositories: homes, members, gaps }),
        provenance.findings,
        attested.findings,
        findTexts(family, config),
    ]);
    const claims = await checkClaims(said.told, { repositories: homes, members, gaps });
    const git = await askGit(together([said, claims]), { history, gaps });
    const below = git.dockerfile && imageBelow(git.dockerfile, stageIn(said));
    const base = await baseOf(scene, provenance.build ?? attested.build, below);
    const told = withInheritance(said.told, base.labels);
    const passedIn = [...new Set([...homes, ...places.map((place) => listed(place.repository))])];
    const environments = policy.environments.map((environment) => environment.name);
    return together([
        findTags(names, members, new Set(places.map(lifecycle_place/* placeName */.fW))),
        found({ ...said, told }),
        claims,
        git.findings,
        base.findings,
        checkVersions(told, names, members),
        besideDigest(subject, names, members),
        await findEnvironments(places, members, gaps),
        await findPassed({ repositories: passedIn, members, gaps }, environments),
    ]);
}
async function baseOf({ family, config, gaps, ground }, provenance, below) {
    if (config === undefined)
        return { findings: found({}), labels: {} };
    const dockerfile = below === undefined ? undefined : { name: below };
    const [index, manifest] = [family.index?.manifest, family.image?.manifest];
    return baseFindings({ config, index, manifest, provenance, dockerfile }, { ...ground, gaps });
}
/** An environment may have one repository for several images: only those count that have the digest in their own. */
async function heldImages(images, scene) {
    const held = await Promise.all(images.map((image) => isHeld(image, scene)));
    return images.filter((_, at) => held[at]);
}
async function isHeld({ repository: name }, { subject, members, ground, gaps }) {
    if (name === subject.name)
        return true;
    const own = ground.open(name, 'read');
    const ask = (digest) => gaps.ask(name, () => own.resolve(digest), undefined);
    const found = await Promise.all(digestsOf(members).map(ask));
    return found.some((descriptor) => descriptor !== undefined);
}
/** Claims, versions and statements are in the image's own repository; where it was promoted to, there are copies. */
function homesOf(images, { subject: { repository, name }, listed, ground }) {
    const others = images.filter((image) => image.repository !== name);
    return [repository, ...others.map((image) => listed(ground.open(image.repository, 'read')))];
}
const merged = (all) => ({
    named: all.flatMap(({ named }) => named),
    left: all.reduce((sum, { left }) => sum + left, 0),
});
/** What BuildKit put beside the image into its index. */
async function provenanceOf({ subject, family, members, gaps }) {
    const { index, image } = family;
    const nothing = { findings: found({}), build: undefined };
    if (index === undefined || image === undefined)
        return nothing;
    return gaps.ask('the provenance', async () => {
        const bytes = await (0,provenance_read/* provenanceBytes */.V)(subject.repository, index.manifest, image.digest);
        if (bytes === undefined)
            return nothing;
        const findings = findProvenance(bytes, { digests: digestsOf(members) });
        if (findings !== undefined)
            return { findings, build: (0,provenance/* parseProvenance */.X6)(bytes) };
        gaps.add('the provenance', 'it is about another digest');
        return nothing;
    }, nothing);
}
function stageIn({ told }) {
    const stage = told.find(({ fact }) => fact === 'stage')?.value;
    return stage === lastStage ? undefined : stage;
}
/** `name:tag@digest`: what counts is the digest, and the tag may have gone on. */
function besideDigest({ tag, name }, { named }, members) {
    const standing = named.find((one) => one.place === `${name}:${tag ?? ''}`)?.descriptor.digest;
    if (tag === undefined || standing === undefined || pointsTo(members, standing) !== undefined)
        return found({});
    const doubt = `it points to ${findings_short(standing)} now`;
    return found({
        told: [tell('tag', tag, { source: 'tag', where: `${name}:${tag}` })],
        checks: [{ fact: 'tag', value: tag, doubt }],
    });
}

;// CONCATENATED MODULE: ./packages/gate/result.ts

/** What one gate said, and why. */
const resultSchema = dist/* pipe */.FsL(dist/* object */.Ikc({
    gate: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq(), dist/* description */.h_('The name of the gate.')),
    outcome: dist/* pipe */.FsL(dist/* picklist */.KIO(['passed', 'failed', 'not evaluated']), dist/* description */.h_('not evaluated: it could not be found out, which never passes.')),
    reason: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('Why, for a person.')),
    evidence: dist/* pipe */.FsL(dist/* array */.YOg(dist/* string */.YjP()), dist/* readonly */.tBZ(), dist/* description */.h_('What the gate looked at: digests, files, URLs.')),
}), dist/* readonly */.tBZ(), dist/* description */.h_('What one gate said, and why.'));

;// CONCATENATED MODULE: ./packages/io/document-schema.ts



/** The digest of an image. https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests */
const digest = 'sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}';
/** The fields that every result document has. `name` is the document's: it gives the kind. */
const documentEntries = (name) => ({
    kind: dist/* pipe */.FsL(dist/* literal */.euz((0,names/* kindOf */.I)(name)), dist/* description */.h_('Which document this is; at the same time the type of its predicate.')),
    image: dist/* pipe */.FsL(dist/* nullable */.mee(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(new RegExp(`^[^@]+@(?:${digest})$`)))), dist/* description */.h_('What it is about, as name@digest. null: nothing that is stored, or several images.')),
    digest: dist/* pipe */.FsL(dist/* nullable */.mee(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(new RegExp(`^(?:${digest})$`)))), dist/* description */.h_('The digest of the image. null: there is none, or there are several.')),
    results: dist/* pipe */.FsL(dist/* array */.YOg(resultSchema), dist/* readonly */.tBZ(), dist/* description */.h_('What the gates said. One that failed makes the exit code 1; else one not evaluated makes it 3.')),
});

;// CONCATENATED MODULE: ./packages/trace/document.ts


/** What can be known of where an image comes from, in the order in which it is shown. */
const facts = [
    'index',
    'source repository',
    'commit',
    'ref',
    'author',
    'committed',
    'run',
    'built',
    'created',
    'dockerfile',
    'stage',
    'base',
    'base owner',
    'version',
    'git tag',
    'tag',
    'environment',
    'passed',
];
/** Who can say something of an image. */
const tellers = [
    'claim tag',
    'tag',
    'built statement',
    'release statement',
    'passed statement',
    'part-of statement',
    'provenance',
    'index annotation',
    'manifest annotation',
    'label',
    'config',
    'history',
    'git',
    'policy',
];
const document_text = (what) => dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_(what));
const textOrNull = (what) => dist/* pipe */.FsL(dist/* nullable */.mee(dist/* string */.YjP()), dist/* description */.h_(what));
const list = (of, what) => dist/* pipe */.FsL(dist/* array */.YOg(of), dist/* readonly */.tBZ(), dist/* description */.h_(what));
const source = dist/* pipe */.FsL(dist/* object */.Ikc({
    source: dist/* pipe */.FsL(dist/* picklist */.KIO(tellers), dist/* description */.h_('What says it.')),
    where: textOrNull('Where exactly: the key of the label or annotation, the tag, or the artifact that holds the statement. null: there is only one place.'),
    by: textOrNull('The run or the person who said it. null: it is not known.'),
    at: textOrNull('When it was said. null: it is not known.'),
    signature: dist/* pipe */.FsL(dist/* nullable */.mee(dist/* picklist */.KIO(['not verified'])), dist/* description */.h_('not verified: it was signed, and nobody has looked at the signature. null: nobody signed it.')),
}), dist/* readonly */.tBZ());
const line = dist/* pipe */.FsL(dist/* object */.Ikc({
    fact: dist/* pipe */.FsL(dist/* picklist */.KIO(facts), dist/* description */.h_('What it is about.')),
    value: document_text('What is said, cut after 500 characters.'),
    sources: list(source, 'Who says so; the most believable first.'),
    verified: list(dist/* string */.YjP(), 'What was looked up and agrees, one sentence each. None: it is only said.'),
    doubt: textOrNull('What was looked up and does not agree. null: nothing.'),
}), dist/* readonly */.tBZ());
const contradiction = dist/* pipe */.FsL(dist/* object */.Ikc({
    fact: dist/* pipe */.FsL(dist/* picklist */.KIO(facts), dist/* description */.h_('What it is about.')),
    sentence: document_text('Who says what, in one sentence.'),
}), dist/* readonly */.tBZ());
const evidence = dist/* pipe */.FsL(dist/* object */.Ikc({
    about: document_text('The digest that it is about.'),
    digest: document_text('The digest of the evidence.'),
    type: textOrNull('The type of the artifact. null: it has none.'),
    predicates: list(dist/* string */.YjP(), 'The predicate types of the statements in it, where it says so.'),
    created: textOrNull('When it was made, as it says. null: it does not say.'),
    place: dist/* pipe */.FsL(dist/* picklist */.KIO(['referrer', 'cosign tag', 'index']), dist/* description */.h_('Where it was found: among the referrers, under a tag of cosign, or in the index beside the image.')),
    tag: textOrNull('The tag of cosign. null: it was found elsewhere.'),
}), dist/* readonly */.tBZ());
const gap = dist/* pipe */.FsL(dist/* object */.Ikc({
    what: document_text('What was not found out.'),
    why: document_text('Why not, in one sentence.'),
}), dist/* readonly */.tBZ());
/** Where an image comes from, and where it stands. */
const traceSchema = dist/* pipe */.FsL(dist/* object */.Ikc({
    ...documentEntries('trace'),
    asked: document_text('The reference or image ID, as it was given.'),
    role: dist/* pipe */.FsL(dist/* picklist */.KIO(['index', 'image of an index', 'image']), dist/* description */.h_('What the digest is: an index, the image of one platform that is in an index, or an image that is in none.')),
    platform: textOrNull('The platform whose labels, config and base are shown. null: there is no image, or it does not say.'),
    platformDigest: textOrNull('The image of that platform. null: the index has none.'),
    configDigest: textOrNull('The digest of its config, which docker and podman call the image ID. null: there is no image.'),
    contradictions: list(contradiction, 'Where those who say something do not agree.'),
    lines: list(line, 'What is known: one entry for each value that is said of a fact, the most believable first.'),
    evidence: list(evidence, 'What is attached to the image and to its index.'),
    gaps: list(gap, 'What could not be asked, or is too long to be shown.'),
    policy: document_text('Where the policy was read that names environments and bases, or none.'),
}), dist/* readonly */.tBZ(), dist/* description */.h_('Where an image comes from: who says so, and whether that is verified.'));

;// CONCATENATED MODULE: ./packages/trace/lines.ts



const mostValues = 20;
const mostSources = 10;
/** Texts that mean the same. */
function keyOf(fact, value) {
    if (fact === 'source repository')
        return sourceKey(value);
    if (fact === 'version')
        return versionKey(value);
    return value;
}
/** One line for each value of each fact, with all who say it and all that was looked up. */
function linesOf({ told, checks }) {
    const gaps = [];
    const lines = facts.flatMap((fact) => {
        const groups = groupsOf(told.filter((one) => one.fact === fact));
        const more = groups.length - mostValues;
        if (more > 0)
            gaps.push({ what: fact, why: `${more} more values are said, and not shown` });
        return groups
            .slice(0, mostValues)
            .map((group) => lineOf(fact, group, checks))
            .sort((a, b) => rank(a, checks) - rank(b, checks));
    });
    return { lines, gaps };
}
/** What is proven comes first, what is doubted last. */
function rank({ fact, value, doubt }, checks) {
    const key = keyOf(fact, value);
    const isProven = checks.some((one) => one.fact === fact &&
        one.verified !== undefined &&
        one.weak !== true &&
        keyOf(fact, one.value) === key);
    return isProven ? 0 : doubt === null ? 1 : 2;
}
const groupsOf = (told) => [
    ...Map.groupBy(told, ({ fact, value }) => keyOf(fact, value)).values(),
];
function lineOf(fact, group, checks) {
    const value = group[0]?.value ?? '';
    const key = keyOf(fact, value);
    const own = checks.filter((one) => one.fact === fact && keyOf(fact, one.value) === key);
    const verified = [...new Set(own.flatMap((one) => one.verified ?? []))];
    const handedDown = 'the base has the same label: it may be said of the base';
    const isInherited = group.every(({ inherited }) => inherited === true);
    return {
        fact,
        value,
        sources: group
            .slice(0, mostSources)
            .map(({ source, where, by, at, signature = null }) => ({
            source,
            where,
            by,
            at,
            signature,
        })),
        verified,
        doubt: own.find((one) => one.doubt !== undefined)?.doubt ?? (isInherited ? handedDown : null),
    };
}
/** Facts of which there can be one value only. */
const single = ['source repository', 'commit'];
/** Where those who say something of an image do not agree. What the base handed down is not said of the image. */
function contradictionsOf(told) {
    const own = told.filter(({ inherited }) => inherited !== true);
    const all = single.flatMap((fact) => {
        const groups = groupsOf(own.filter((one) => one.fact === fact));
        const [first] = groups;
        const others = groups.filter((group) => !isPart(fact, first, group));
        return first === undefined || others.length === 0
            ? []
            : [{ fact, sentence: [first, ...others].slice(0, mostSources).map(saying).join('; ') }];
    });
    return [...all, ...versionsApart(own)];
}
/** A commit may be shortened. */
function isPart(fact, first, other) {
    const [a = '', b = ''] = [first?.[0]?.value, other[0]?.value];
    return a === b || (fact === 'commit' && b.length >= 7 && (a.startsWith(b) || b.startsWith(a)));
}
function saying(group) {
    const who = [...new Set(group.map(({ source }) => source))].slice(0, mostSources);
    return `${who.join(', ')} ${who.length === 1 ? 'says' : 'say'} ${group[0]?.value ?? ''}`;
}
/** An image may have several versions; a label that names none of them names another one. */
function versionsApart(told) {
    const versions = told.filter(({ fact }) => fact === 'version');
    const given = versions.filter(({ source }) => source === 'tag' || source === 'release statement');
    const said = versions.filter((one) => !given.includes(one));
    const keys = new Set(given.map(({ value }) => versionKey(value)));
    if (keys.size === 0)
        return [];
    const names = [...keys].slice(0, mostSources).join(', ');
    return groupsOf(said)
        .filter(([first]) => first !== undefined && isVersion(first.value) && !keys.has(versionKey(first.value)))
        .map((group) => ({
        fact: 'version',
        sentence: `${saying(group)}; by its tags and releases it is ${names}`,
    }));
}

;// CONCATENATED MODULE: ./packages/trace/trace.ts













/**
 * Goes back from an image to where it comes from, and says of each answer who gives it and what agrees with it. Only
 * the image itself has to be there; what else is missing or broken is named in `gaps`. Texts of images are never
 * followed but to a base, which is looked for in registries alone.
 * @throws UsageError, NotThere, and what the repository ends in
 */
async function trace(request, ground) {
    const { policy, open, signal } = ground;
    const gaps = new Gaps(signal);
    const first = policy.environments.map(({ tag }) => tag);
    const names = eachOnce((repository) => gaps.ask(`the tags of ${repository.name}`, () => namesOf(repository, { first, signal }), noNames));
    const { repositories } = request;
    const found = await findSubject(request.asked, { open, repositories, names, gaps });
    const listed = eachOnce(listedOnce);
    const subject = { ...found, repository: listed(found.repository) };
    const { repository, stored } = subject;
    const platform = request.platform === undefined ? undefined : (0,copy_platforms/* parsePlatform */.F)(request.platform);
    const where = { repository, names: () => names(repository), gaps };
    const { family, findings: kin } = await familyOf(stored, where, platform);
    if (platform !== undefined && (0,oci_manifest/* isIndex */.nw)(stored.manifest))
        mustHave(family, platform, subject);
    const config = await configOf(family, repository, gaps);
    const members = membersOf(stored.descriptor.digest, family);
    const scene = { subject, family, members, config, names, listed, gaps, ground };
    const findings = together([kin, await gather(scene)]);
    return told(scene, findings, await findEvidence(family, { members, repository, gaps }));
}
/** What was found, as the document says it. */
function told(scene, findings, evidence) {
    const { subject, family, config, gaps, ground } = scene;
    const { descriptor, manifest } = subject.stored;
    const { lines, gaps: more } = linesOf(findings);
    const alone = family.index === undefined ? 'image' : 'image of an index';
    return {
        image: (0,reference/* pinned */.dp)(subject.name, descriptor.digest),
        digest: descriptor.digest,
        role: (0,oci_manifest/* isIndex */.nw)(manifest) ? 'index' : alone,
        platform: family.image?.platform ?? platformIn(config),
        platformDigest: family.image?.digest ?? null,
        configDigest: family.image?.manifest.config.digest ?? null,
        contradictions: [...findings.contradictions, ...contradictionsOf(findings.told)],
        lines,
        evidence,
        gaps: [...gaps.found, ...more],
        policy: ground.policySource,
    };
}
/** One answer for each repository, however it was opened. */
function eachOnce(ask) {
    const known = new Map();
    return (repository) => {
        const answer = known.get(repository.name) ?? ask(repository);
        known.set(repository.name, answer);
        return answer;
    };
}
function mustHave({ image, index }, platform, { name, stored }) {
    if (image !== undefined)
        return;
    const there = (index?.manifest.manifests ?? []).flatMap((child) => child.platform === undefined || child.platform.os === 'unknown'
        ? []
        : (0,oci_descriptor/* formatPlatform */.Bq)(child.platform));
    throw new errors/* UsageError */.eb(`${(0,reference/* pinned */.dp)(name, stored.descriptor.digest)} has no image for ${(0,oci_descriptor/* formatPlatform */.Bq)(platform)}: it has ${there.join(', ') || 'none'}`, { input: 'platform' });
}
function platformIn(config) {
    if (config === undefined)
        return null;
    const { os, architecture, variant } = config;
    return [os, architecture, variant].filter((part) => part !== undefined).join('/');
}
/** Artifacts have a config of another kind, or none. */
async function configOf({ image }, repository, gaps) {
    if (image === undefined)
        return undefined;
    const { mediaType } = image.manifest.config;
    if (!/container\.image|image\.config/.test(mediaType))
        return undefined;
    return gaps.ask('its config', () => (0,platform_images/* imageConfig */.gj)(repository, image.manifest), undefined);
}

;// CONCATENATED MODULE: ./actions/trace/main.ts




/** Goes back from an image to its commit, run, Dockerfile and base, and says who says so. */
const main = async (io) => {
    const input = (0,io_inputs/* read */.L)(io, inputs);
    const { policy, ground, openUntil, sources } = await (0,prepare/* prepare */.iA)(io, input);
    const asked = parseAsked(inFull(input.image.trim(), policy));
    const { repository, platform } = input;
    if ('reference' in asked && repository !== undefined) {
        throw new errors/* UsageError */.eb(`"repository" goes with a digest alone: ${JSON.stringify(input.image)} names its repository itself`, { input: 'repository' });
    }
    const repositories = repository === undefined ? repositoriesOf(policy) : [repository];
    const traced = await trace({ asked, repositories, platform }, { ...ground, openUntil, policySource: sources.policy });
    return { kind: (0,names/* kindOf */.I)('trace'), ...traced, results: [], asked: input.image };
};
/** `shop:1.4.2`, where `ecluse.yml` calls an image so. */
function inFull(text, { images }) {
    const image = images.find(({ name }) => text.startsWith(name) && /^[:@]/.test(text.slice(name.length)));
    return image === undefined ? text : `${image.repository}${text.slice(image.name.length)}`;
}
const repositoriesOf = ({ images, environments }) => [
    ...new Set([
        ...images.map(({ repository }) => repository),
        ...environments.flatMap(({ repository }) => repository ?? []),
    ]),
];

// EXTERNAL MODULE: ./packages/pipeline/page.ts
var page = __webpack_require__(6838);
;// CONCATENATED MODULE: ./actions/trace/page.ts

const mostRows = 100;
/** Contradictions first, then every fact with who says it and what agrees, then what is attached. */
function page_page(document) {
    const { image, contradictions, lines, evidence, gaps, policy } = document;
    return {
        title: `Trace of ${image ?? ''}`,
        blocks: [
            ...contradictionBlocks(contradictions),
            { kind: 'paragraph', text: roleOf(document) },
            {
                kind: 'table',
                head: ['Fact', 'Value', 'Source', 'Verified'],
                rows: lines.slice(0, mostRows).map(rowOf),
            },
            ...evidenceBlocks(evidence, image),
            ...page_listed('Not found out', gaps.map(({ what, why }) => `${what}: ${why}`)),
            { kind: 'paragraph', text: `Policy: ${policy}` },
        ],
        annotations: contradictions.map(({ fact, sentence }) => ({
            level: 'warning',
            title: `${fact}: sources contradict each other`,
            message: sentence,
        })),
    };
}
function contradictionBlocks(all) {
    if (all.length === 0)
        return [];
    return [
        {
            kind: 'section',
            title: 'Contradictions',
            blocks: [
                {
                    kind: 'table',
                    head: ['', ''],
                    rows: all.map(({ fact, sentence }) => [
                        { kind: 'mark', mark: 'failed', text: fact },
                        sentence,
                    ]),
                },
            ],
        },
    ];
}
function roleOf({ role, platform, platformDigest, configDigest, asked }) {
    const of = platform === null ? '' : ` for ${platform}`;
    const byConfig = configDigest !== null && asked.includes(configDigest.replace(/^sha256:/, ''))
        ? ' It was found by the digest of its config, which engines call the image ID.'
        : '';
    if (role === 'index') {
        return platformDigest === null
            ? 'An index without an image.'
            : [
                'An index; labels and base are those of ',
                { kind: 'code', text: (0,page/* short */.h0)(platformDigest) },
                `${of}.`,
            ];
    }
    return `${role === 'image' ? 'An image' : 'An image of an index'}${of}.${byConfig}`;
}
function rowOf(line) {
    const { fact, value, sources, verified, doubt } = line;
    const says = [...new Set(sources.map(({ source }) => source))];
    return [
        fact,
        page_shown(value),
        says.join(', '),
        doubt !== null
            ? { kind: 'mark', mark: 'not evaluated', text: doubt }
            : verified.length > 0
                ? { kind: 'mark', mark: 'passed', text: verified.join(', ') }
                : page_saidBy(line),
    ];
}
/** A digest as long as it takes to tell two apart; the whole is in the document. */
const page_shown = (value) => value.replace(/(sha256:[0-9a-f]{12})[0-9a-f]{52}/g, '$1');
function page_saidBy({ sources, fact }) {
    const { by, at, signature } = sources[0] ?? {};
    if (signature != null)
        return 'said, signature not verified';
    const when = at?.slice(0, 16).replace('T', ' ');
    // Who built it stands in a line of its own.
    if (fact !== 'passed' && fact !== 'version' && fact !== 'git tag')
        return 'said';
    return ['said', ...(by == null ? [] : [`by ${by}`]), ...(when === undefined ? [] : [when])].join(' ');
}
function evidenceBlocks(evidence, image) {
    if (evidence.length === 0)
        return [{ kind: 'paragraph', text: 'Nothing is attached to it.' }];
    const isOwn = ({ about }) => image?.endsWith(about) === true;
    const isAll = evidence.every(isOwn);
    const rows = evidence
        .slice(0, mostRows)
        .map((one) => [
        [
            one.tag ?? one.type ?? 'without a type',
            ...one.predicates.slice(0, 3).map((each) => ` ${each}`),
        ],
        { kind: 'code', text: (0,page/* short */.h0)(one.digest) },
        ...(isAll ? [] : [isOwn(one) ? '' : (0,page/* short */.h0)(one.about)]),
        one.created?.slice(0, 16).replace('T', ' ') ?? '',
    ]);
    const more = evidence.length - rows.length;
    const head = ['Attached', 'Digest', ...(isAll ? [] : ['To']), 'Created'];
    return [
        { kind: 'table', head, rows },
        ...(more > 0 ? [{ kind: 'paragraph', text: `and ${more} more` }] : []),
    ];
}
const page_listed = (title, items) => items.length === 0
    ? []
    : [{ kind: 'section', title, blocks: [{ kind: 'list', items: items.slice(0, mostRows) }] }];

;// CONCATENATED MODULE: ./actions/trace/module.ts




/** The first, which is the most believable; nothing when that is only doubted. */
function best({ lines }, fact) {
    const line = lines.find((one) => one.fact === fact);
    return line?.doubt === null || line?.verified.length !== 0 ? line?.value : undefined;
}
/** Values that stand now, one a line. */
const verified = ({ lines }, fact) => lines
    .filter((line) => line.fact === fact && line.verified.length > 0)
    .map(({ value }) => value)
    .join('\n');
/** One line without signs that a shell obeys: workflows put outputs into scripts. */
const inert = (sentence) => sentence
    .replaceAll(';', ',')
    .replace(/[^\p{L}\p{N}.,:@/+=_-]+/gu, ' ')
    .trim();
const module_trace = {
    description: 'Go back from an image to its commit, run, Dockerfile and base.',
    inputs: inputs,
    outputs: {
        commit: {
            description: 'The commit: the one whose claim points to the image, else the first that is said and not doubted; empty without one.',
            of: (document) => {
                const commit = best(document, 'commit') ?? '';
                return isCommit(commit) ? commit : '';
            },
        },
        'source-repository': {
            description: 'The URL of the git repository, without a login; empty when it is no web address.',
            of: (document) => webUrl(best(document, 'source repository') ?? '') ?? '',
        },
        versions: {
            description: 'The version tags that point to the image, one a line.',
            of: (document) => verified(document, 'version'),
        },
        environments: {
            description: 'The environments in which the image stands, one a line.',
            of: (document) => verified(document, 'environment'),
        },
        contradictions: {
            description: 'What does not agree, one sentence a line, without signs that a shell obeys; empty when everything does.',
            of: ({ contradictions }) => contradictions.map(({ sentence }) => inert(sentence)).join('\n'),
        },
    },
    main: main,
    page: page_page,
};


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


/***/ })

};
