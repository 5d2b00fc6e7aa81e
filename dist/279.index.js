export const id = 279;
export const ids = [279];
export const modules = {

/***/ 279:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ serve)
});

// EXTERNAL MODULE: ./packages/oci/reference.ts
var reference = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var oci_digest = __webpack_require__(3670);
// EXTERNAL MODULE: ./packages/oci/local.ts
var oci_local = __webpack_require__(1223);
;// CONCATENATED MODULE: ./packages/oci/server-range.ts
/**
 * What a `Range` asks for: undefined for the whole, `none` for what cannot be had. One range is given; several,
 * and what is no range of bytes, are passed over, as is allowed.
 * https://www.rfc-editor.org/rfc/rfc9110#section-14.2
 */
function rangeOf(header, size) {
    const [, start = '', end = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
    if (start === '' && end === '')
        return undefined;
    const from = start === '' ? Math.max(0, size - Number(end)) : Number(start);
    const to = start === '' || end === '' ? size : Math.min(Number(end) + 1, size);
    return from < to ? { from, to } : 'none';
}

// EXTERNAL MODULE: ./packages/oci/server-reply.ts
var server_reply = __webpack_require__(5748);
;// CONCATENATED MODULE: ./packages/oci/server-blobs.ts





const octets = 'application/octet-stream';
/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-blobs */
async function getBlob(repository, text, { method, headers, signal }) {
    const digest = parsedDigest(text);
    const file = await (0,oci_local/* localOf */.Fc)(repository)?.blobFile(digest);
    const size = file?.sizeBytes ?? (await repository.blobSize(digest));
    if (size === undefined)
        throw new server_reply/* Refusal */.P_(404, 'BLOB_UNKNOWN', 'the blob is not here');
    const known = { 'docker-content-digest': digest, etag: `"${digest}"`, 'accept-ranges': 'bytes' };
    if (hasEtag(headers['if-none-match'], digest))
        return { status: 304, headers: known };
    const range = rangeOf(headers.range, size);
    if (range === 'none')
        return (0,server_reply/* empty */.Ie)(416, { ...known, 'content-range': `bytes */${size}` });
    const part = range ?? { from: 0, to: size };
    const reply = {
        status: range === undefined ? 200 : 206,
        headers: {
            ...known,
            'content-type': octets,
            'content-length': String(part.to - part.from),
            ...(range && { 'content-range': `bytes ${part.from}-${part.to - 1}/${size}` }),
        },
    };
    if (method === 'HEAD')
        return reply;
    if (file !== undefined) {
        const { from, to } = part;
        return { ...reply, body: { path: file.path, from, lengthBytes: to - from } };
    }
    const bytes = await repository.blob({ mediaType: octets, digest, size }, { from: part.from, signal });
    return { ...reply, body: part.to === size ? bytes : beginningOf(bytes, part) };
}
function beginningOf(bytes, { from, to }) {
    const body = external_node_stream_.Readable.from(first(bytes, to - from), { objectMode: false });
    return body.once('close', () => bytes.destroy());
}
async function* first(source, count) {
    let left = count;
    for await (const chunk of source) {
        yield chunk.subarray(0, left);
        left -= chunk.byteLength;
        if (left <= 0)
            return;
    }
}
/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#deleting-blobs */
async function deleteBlob(repository, text) {
    const digest = parsedDigest(text);
    const removed = await (0,oci_local/* localOf */.Fc)(repository)?.removeBlob(digest);
    if (removed === 'removed')
        return (0,server_reply/* empty */.Ie)(202);
    if (removed === 'not there')
        throw new server_reply/* Refusal */.P_(404, 'BLOB_UNKNOWN', 'the blob is not here');
    throw new server_reply/* Refusal */.P_(405, 'UNSUPPORTED', removed === undefined ? 'blobs are not deleted here' : 'this is a manifest: delete it as one');
}
/** Is it among the tags of an `If-None-Match` or `If-Match`? */
const hasEtag = (header, digest) => header?.split(',').some((tag) => etagIs(tag.trim(), digest)) ?? false;
// Bytes with one digest are equal to the last: weak or strong is the same here.
const etagIs = (tag, digest) => tag === `"${digest}"` || tag === `W/"${digest}"`;
/** @throws Refusal */
function parsedDigest(text) {
    if ((0,oci_digest/* isDigest */.Bc)(text))
        return text;
    throw new server_reply/* Refusal */.P_(400, 'DIGEST_INVALID', 'this is not a digest');
}

// EXTERNAL MODULE: ./packages/oci/descriptor.ts
var descriptor = __webpack_require__(3239);
;// CONCATENATED MODULE: ./packages/oci/server-lists.ts




// A page is JSON of at most some 4 MiB, which is all that clients have to take.
const mostTags = 10_000;
const mostReferrers = 1_000;
const mostReferrerBytes = 3 * 1024 * 1024;
/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-tags */
async function getTags(repository, name, { url }) {
    if ((await (0,oci_local/* localOf */.Fc)(repository)?.isThere()) === false) {
        throw new server_reply/* Refusal */.P_(404, 'NAME_UNKNOWN', 'there is no such repository');
    }
    const last = url.searchParams.get('last') ?? '';
    const after = (await listOf(repository.tags())).filter((tag) => tag > last);
    const count = countOf(url, mostTags);
    const tags = after.slice(0, count);
    const lastOfPage = tags.at(-1);
    const more = tags.length < after.length && lastOfPage !== undefined;
    const next = `</v2/${name}/tags/list?n=${count}&last=${lastOfPage ?? ''}>; rel="next"`;
    return (0,server_reply/* json */.Pq)(200, { name, tags }, more ? { link: next } : {});
}
/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers */
async function getReferrers(repository, name, { text, url }) {
    const subject = parsedDigest(text);
    const type = url.searchParams.get('artifactType') ?? undefined;
    const all = (await listOf(repository.referrers(subject, type))).toSorted((a, b) => a.digest < b.digest ? -1 : 1);
    // By digest, not by place: what comes or goes between two pages moves nothing else.
    const last = url.searchParams.get('last') ?? '';
    const after = all.filter(({ digest }) => digest > last);
    const count = countOf(url, mostReferrers);
    const manifests = bounded(after.slice(0, count));
    const query = new URLSearchParams({
        n: String(count),
        last: manifests.at(-1)?.digest ?? '',
        ...(type === undefined ? {} : { artifactType: type }),
    });
    const next = `</v2/${name}/referrers/${subject}?${query.toString()}>; rel="next"`;
    return (0,server_reply/* json */.Pq)(200, { schemaVersion: 2, mediaType: descriptor/* mediaType */.JL.index, manifests }, {
        'content-type': descriptor/* mediaType */.JL.index,
        ...(type === undefined ? {} : { 'oci-filters-applied': 'artifactType' }),
        ...(manifests.length > 0 && manifests.length < after.length ? { link: next } : {}),
    });
}
function countOf({ searchParams }, most) {
    const count = searchParams.get('n') ?? '';
    return /^\d{1,9}$/.test(count) ? Math.min(Number(count), most) : most;
}
/** As many as fit into a page, and one at least: annotations may be long. */
function bounded(all) {
    let bytes = 0;
    const end = all.findIndex((descriptor, index) => {
        bytes += Buffer.byteLength(JSON.stringify(descriptor));
        return bytes > mostReferrerBytes && index > 0;
    });
    return end === -1 ? all : all.slice(0, end);
}
async function listOf(items) {
    const list = [];
    for await (const item of items)
        list.push(item);
    return list;
}

// EXTERNAL MODULE: ./packages/oci/errors.ts
var errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/oci/json.ts
var json = __webpack_require__(6148);
// EXTERNAL MODULE: ./packages/oci/manifest.ts + 1 modules
var oci_manifest = __webpack_require__(127);
;// CONCATENATED MODULE: ./packages/oci/server-conditions.ts


const failed = () => new server_reply/* Refusal */.P_(412, 'DENIED', 'the tag does not stand where the condition says');
/**
 * Where a tag has to stand for a conditional write, so that the storage compares and writes in one step. The entity
 * tag of a tag is the digest of its manifest, in quotes.
 * https://www.rfc-editor.org/rfc/rfc9110#section-13.1
 * @throws Refusal when the condition does not hold already
 */
async function expectationOf(headers, repository, tag) {
    const match = headers['if-match']?.trim();
    const none = headers['if-none-match']?.trim();
    if (match === undefined && none === undefined)
        return 'anything';
    if (match === undefined && none === '*')
        return 'absent';
    const standing = (await repository.resolve(tag))?.digest;
    const holds = (match === undefined ||
        (standing !== undefined && (match === '*' || hasEtag(match, standing)))) &&
        (none === undefined || standing === undefined || (none !== '*' && !hasEtag(none, standing)));
    if (holds)
        return standing ?? 'absent';
    throw failed();
}

;// CONCATENATED MODULE: ./packages/oci/server-manifests.ts








// So many names fit into the longest line of a request that is taken, and more than the specification wants.
const mostTagsAtOnce = 100;
/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests */
async function getManifest(repository, place, { headers }) {
    const found = await repository.manifest(placeOf(place));
    if (found === undefined)
        throw new server_reply/* Refusal */.P_(404, 'MANIFEST_UNKNOWN', 'the manifest is not here');
    const { descriptor, bytes } = found;
    const known = {
        'docker-content-digest': descriptor.digest,
        etag: `"${descriptor.digest}"`,
        vary: 'accept',
    };
    if (hasEtag(headers['if-none-match'], descriptor.digest))
        return { status: 304, headers: known };
    return { status: 200, headers: { 'content-type': descriptor.mediaType, ...known }, body: bytes };
}
/**
 * Stores a manifest under its digest, and puts names on it: the tag of the path, or those of `?tag=`. Names are
 * compared and written in one step where the storage can: `If-Match` and `If-None-Match`, which hold for each.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests
 */
async function putManifest(at, place) {
    const { repository, name, request } = at;
    const target = placeOf(place);
    const more = request.url.searchParams.getAll('tag').map(tagOf);
    if (more.length > mostTagsAtOnce) {
        throw new server_reply/* Refusal */.P_(414, 'UNSUPPORTED', `${mostTagsAtOnce} tags are the most in one request`);
    }
    const bytes = await bytesOf(request);
    const algorithm = (0,oci_digest/* isDigest */.Bc)(target) ? (0,oci_digest/* algorithmOf */.Hy)(target) : 'sha256';
    const digest = (0,oci_digest/* digestOf */.ol)(bytes, algorithm);
    if ((0,oci_digest/* isDigest */.Bc)(target) && target !== digest) {
        throw new server_reply/* Refusal */.P_(400, 'DIGEST_INVALID', `the bytes have the digest ${digest}`);
    }
    const given = request.headers['content-type']?.split(';')[0]?.trim() ?? '';
    const manifest = parsed(bytes, given === '' ? ((0,oci_manifest/* guessMediaType */.g4)(bytes) ?? '') : given);
    if (!at.sparse)
        await checkChildren(repository, manifest);
    const { mediaType } = manifest;
    if ((0,oci_digest/* isDigest */.Bc)(target))
        await repository.putManifest(bytes, mediaType, { algorithm });
    const tags = (0,oci_digest/* isDigest */.Bc)(target) ? more : [target, ...more];
    for (const tag of new Set(tags)) {
        const expected = await expectationOf(request.headers, repository, tag);
        await repository.tag(tag, bytes, mediaType, expected, { algorithm });
    }
    return (0,server_reply/* empty */.Ie)(201, {
        location: `/v2/${name}/manifests/${(0,oci_digest/* isDigest */.Bc)(target) ? digest : target}`,
        'docker-content-digest': digest,
        etag: `"${digest}"`,
        ...(more.length === 0 ? {} : { 'oci-tag': tags.join(', ') }),
        ...(manifest.subject === undefined ? {} : { 'oci-subject': manifest.subject.digest }),
    });
}
/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#deleting-manifests */
async function deleteManifest(repository, place) {
    if (await repository.remove(placeOf(place)))
        return (0,server_reply/* empty */.Ie)(202);
    throw new server_reply/* Refusal */.P_(404, 'MANIFEST_UNKNOWN', 'the manifest is not here');
}
function placeOf(place) {
    if ((0,oci_digest/* isDigest */.Bc)(place) || (0,reference/* isTag */.dz)(place))
        return place;
    throw new server_reply/* Refusal */.P_(400, place.includes(':') ? 'DIGEST_INVALID' : 'MANIFEST_INVALID', 'this is neither a tag nor a digest');
}
function tagOf(text) {
    if ((0,reference/* isTag */.dz)(text))
        return text;
    throw new server_reply/* Refusal */.P_(400, 'MANIFEST_INVALID', 'this is not a tag');
}
async function bytesOf({ body, headers }) {
    const tooLarge = new server_reply/* Refusal */.P_(413, 'SIZE_INVALID', `a manifest has at most ${json/* maxManifestBytes */.r} bytes`);
    if (Number(headers['content-length'] ?? 0) > json/* maxManifestBytes */.r)
        throw tooLarge;
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        size += chunk.byteLength;
        if (size > json/* maxManifestBytes */.r)
            throw tooLarge;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
function parsed(bytes, type) {
    try {
        return (0,oci_manifest/* parseManifest */.Ng)(bytes, type);
    }
    catch (error) {
        if (error instanceof errors/* Corrupt */.Q6)
            throw new server_reply/* Refusal */.P_(400, 'MANIFEST_INVALID', error.message);
        throw error;
    }
}
/** Layers that are not to be distributed stay where they are. */
const isElsewhere = (type) => /nondistributable|\.foreign\./.test(type);
async function checkChildren(repository, manifest) {
    for (const { digest, mediaType } of (0,oci_manifest/* children */.Y_)(manifest)) {
        if (isElsewhere(mediaType) || (await repository.hasBlob(digest)))
            continue;
        // Not every storage keeps manifests as blobs.
        if ((await repository.resolve(digest)) !== undefined)
            continue;
        throw new server_reply/* Refusal */.P_(400, 'MANIFEST_BLOB_UNKNOWN', `${digest} is not here`);
    }
}

;// CONCATENATED MODULE: ./packages/oci/server-uploads.ts





/** POST: mounts, takes the whole blob at once, or begins an upload. */
async function beginUpload(at) {
    const query = at.request.url.searchParams;
    const [mount, from, digest] = [query.get('mount'), query.get('from'), query.get('digest')];
    if (mount !== null && (await canMount(at, parsedDigest(mount), from)))
        return stored(at, mount);
    if (digest !== null && lengthOf(at.request) !== undefined) {
        return storeBody(at, parsedDigest(digest));
    }
    const algorithm = parsedAlgorithm(query.get('digest-algorithm'));
    return progress(202, await at.uploads.begin(at.name, algorithm));
}
function parsedAlgorithm(text) {
    if (text === null || text === 'sha256' || text === 'sha512')
        return text ?? 'sha256';
    throw new server_reply/* Refusal */.P_(400, 'UNSUPPORTED', 'digests are made with sha256 or sha512');
}
async function canMount(at, digest, from) {
    const { repository, open, known } = at;
    for (const name of from === null ? [at.name, ...known] : [from]) {
        const source = open(name);
        const size = await source.blobSize(digest);
        if (size === undefined)
            continue;
        const descriptor = { mediaType: octets, digest, size };
        await repository.putBlob(descriptor, async (start) => source.blob(descriptor, { from: start }), {
            mount: source,
        });
        return true;
    }
    return false;
}
/** PATCH: the next bytes. https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-a-blob-in-chunks */
async function appendToUpload(at, id) {
    const upload = await at.uploads.find(id, at.name);
    return inOrder(at, upload) ?? progress(202, await at.uploads.append(upload, at.request.body));
}
/** PUT: the last bytes, which may be all or none, and the digest of the whole. */
async function endUpload(at, id) {
    const { uploads, request, name } = at;
    const digest = parsedDigest(request.url.searchParams.get('digest') ?? '');
    const upload = await uploads.find(id, name);
    const refused = inOrder(at, upload);
    if (refused !== undefined)
        return refused;
    if (upload.sizeBytes === 0 && (lengthOf(request) ?? 0) > 0) {
        return uploads.end(upload, async () => storeBody(at, digest));
    }
    const whole = hasBody(request) ? await uploads.append(upload, request.body) : upload;
    await uploads.end(whole, async (file) => storeFile(at, digest, file));
    return stored(at, digest);
}
/** Hands the file over to storage on the same disk; other storage gets its bytes. */
async function storeFile({ repository, uploads, request }, digest, upload) {
    const descriptor = { mediaType: octets, digest, size: upload.sizeBytes };
    const local = (0,oci_local/* localOf */.Fc)(repository);
    if (local !== undefined) {
        const found = await uploads.digest(upload, (0,oci_digest/* algorithmOf */.Hy)(digest));
        if (found !== digest)
            throw new errors/* Corrupt */.Q6('the upload', `its digest is ${found}`);
        if ((await repository.blobSize(digest)) === upload.sizeBytes)
            return;
        if (await local.takeBlob(descriptor, upload.file))
            return;
    }
    await repository.putBlob(descriptor, async (from) => uploads.read(upload, from), {
        signal: request.signal,
    });
}
/** Without a way over our own file: its size is known. */
async function storeBody(at, digest) {
    const { repository, request } = at;
    const descriptor = { mediaType: octets, digest, size: lengthOf(request) ?? 0 };
    await repository.putBlob(descriptor, async () => request.body, { signal: request.signal });
    return stored(at, digest);
}
async function uploadStatus({ uploads, name }, id) {
    return progress(204, await uploads.find(id, name));
}
async function cancelUpload({ uploads, name }, id) {
    await uploads.end(await uploads.find(id, name), async () => undefined);
    return (0,server_reply/* empty */.Ie)(204);
}
/** Undefined when the bytes follow those that are there. */
function inOrder({ request }, upload) {
    const range = request.headers['content-range'];
    if (range === undefined)
        return undefined;
    const [, from, to] = /^(?:bytes )?(\d{1,15})-(\d{1,15})(?:\/.*)?$/.exec(range) ?? [];
    if (Number(from) !== upload.sizeBytes)
        return progress(416, upload);
    const length = lengthOf(request);
    const promised = Number(to) - Number(from) + 1;
    if (length === undefined || length === promised)
        return undefined;
    throw new server_reply/* Refusal */.P_(400, 'SIZE_INVALID', `the range has ${promised} bytes, the body ${length}`);
}
const progress = (status, { id, name, sizeBytes }) => (0,server_reply/* empty */.Ie)(status, {
    location: `/v2/${name}/blobs/uploads/${id}`,
    range: `0-${Math.max(0, sizeBytes - 1)}`,
    'docker-upload-uuid': id,
});
const stored = ({ name }, digest) => (0,server_reply/* empty */.Ie)(201, { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest });
const lengthOf = ({ headers }) => headers['content-length'] === undefined ? undefined : Number(headers['content-length']);
const hasBody = (request) => request.headers['transfer-encoding'] !== undefined || (lengthOf(request) ?? 0) > 0;

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/io/errors.ts
var io_errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/oci/files.ts
var files = __webpack_require__(9679);
;// CONCATENATED MODULE: ./packages/oci/gathered.ts
const enoughBytes = 256 * 1024;
/**
 * Chunks in groups that are worth a write: from a socket they come in 64 KiB or less. When the source breaks,
 * what came before is given first.
 */
async function* gathered(source) {
    let group = [];
    let size = 0;
    let broken;
    const chunks = source[Symbol.asyncIterator]();
    try {
        for (;;) {
            const next = await chunks.next().catch((by) => {
                broken = { by };
                return { done: true, value: undefined };
            });
            if (next.done === true)
                break;
            group.push(next.value);
            size += next.value.byteLength;
            if (size < enoughBytes)
                continue;
            yield group;
            group = [];
            size = 0;
        }
        if (group.length > 0)
            yield group;
    }
    finally {
        await chunks.return?.();
    }
    if (broken !== undefined)
        throw broken.by;
}

// EXTERNAL MODULE: ./packages/oci/owner.ts
var oci_owner = __webpack_require__(7699);
;// CONCATENATED MODULE: ./packages/oci/uploads.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});










const dayMs = 24 * 60 * 60 * 1000;
/** Of a file that may become a blob. Until then its folder keeps it private. */
const uploadMode = 0o644;
/**
 * The uploads that are under way, in files of one folder. The file is all that there is to know of an upload, so
 * another process on the same folder, or the next one after a crash, goes on with it; what was hashed on the
 * way is kept in memory, and hashed again where it is not.
 */
class Uploads {
    #folder;
    #maxBytes;
    #maxUploads;
    #own;
    #hashed = new Map();
    #begun = Number.POSITIVE_INFINITY;
    constructor(folder, { maxBytes = 64 * 1024 ** 3, maxUploads = 256 }) {
        this.#folder = folder;
        this.#maxBytes = maxBytes;
        this.#maxUploads = maxUploads;
    }
    /** @throws Refusal when there are too many, and all of them busy */
    async begin(name, algorithm) {
        if (this.#begun >= this.#maxUploads)
            await this.#makeRoom();
        const id = (0,external_node_crypto_.randomUUID)();
        const upload = { id, name, file: this.#file(id, name), sizeBytes: 0 };
        const file = await (0,promises_.open)(upload.file, 'wx', uploadMode).catch(async (error) => {
            if ((0,io_errors/* codeOf */.$N)(error) !== 'ENOENT')
                throw error;
            await (0,promises_.mkdir)(this.#folder, { recursive: true, mode: 0o700 });
            return (0,promises_.open)(upload.file, 'wx', uploadMode);
        });
        await file.close();
        this.#begun += 1;
        this.#hashed.set(id, { hasher: new oci_digest/* Hasher */.OP(algorithm), bytes: 0 });
        return upload;
    }
    /** @throws Refusal when there is none, or when another request works on it */
    async find(id, name) {
        const file = this.#file(id, name);
        const found = /^[0-9a-f-]{36}$/.test(id)
            ? await (0,promises_.stat)(file).catch((0,files/* ignoring */.O_)('ENOENT', 'ENOTDIR'))
            : undefined;
        if (found !== undefined)
            return { id, name, file, sizeBytes: found.size };
        const owner = await this.#ownerOf(file);
        if (owner === undefined) {
            throw new server_reply/* Refusal */.P_(404, 'BLOB_UPLOAD_UNKNOWN', 'there is no such upload');
        }
        if (!(await (0,oci_owner/* isDead */.X)(owner)))
            throw busy();
        await (0,promises_.rename)(`${file}.${owner}`, file).catch((0,files/* ignoring */.O_)('ENOENT'));
        return this.find(id, name);
    }
    /**
     * Adds what `body` has; what came before it broke is kept, so that the client can go on from there.
     * @throws Refusal when that is too much, or the disk is full
     */
    async append(upload, body) {
        return this.#alone(upload, async (claimed) => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const file = __addDisposableResource(env_1, await (0,promises_.open)(claimed, 'a'), true);
                let { sizeBytes } = upload;
                for await (const chunks of gathered(body)) {
                    const length = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
                    sizeBytes += length;
                    if (sizeBytes > this.#maxBytes) {
                        throw new server_reply/* Refusal */.P_(413, 'SIZE_INVALID', 'the upload is too large');
                    }
                    await write(file, chunks);
                    this.#hash(upload.id, sizeBytes, chunks);
                }
                return { ...upload, sizeBytes };
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = __disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        });
    }
    /** The digest of all its bytes. */
    async digest(upload, algorithm) {
        const known = this.#hashed.get(upload.id);
        if (known?.bytes === upload.sizeBytes && known.hasher.algorithm === algorithm) {
            return known.hasher.digest();
        }
        const hasher = new oci_digest/* Hasher */.OP(algorithm);
        for await (const chunk of this.read(upload, 0))
            hasher.update(chunk);
        return hasher.digest();
    }
    read({ file }, start) {
        return (0,external_node_fs_.createReadStream)(file, { start, highWaterMark: 1024 * 1024 });
    }
    /** Ends it, whatever `finish` does with its bytes. */
    async end(upload, finish) {
        return this.#alone(upload, async (claimed) => {
            try {
                return await finish({ ...upload, file: claimed });
            }
            finally {
                await this.#drop(upload.id, claimed);
            }
        });
    }
    /** An upload belongs to its repository: the name is in that of the file, as a hash. */
    #file(id, name) {
        return (0,external_node_path_.join)(this.#folder, `${id}.${(0,external_node_crypto_.createHash)('sha256').update(name).digest('hex').slice(0, 16)}`);
    }
    #hash(id, sizeBytes, chunks) {
        const known = this.#hashed.get(id);
        const length = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
        // Another process wrote in between: then the file is hashed as a whole at the end.
        if (known === undefined || known.bytes + length !== sizeBytes)
            return;
        for (const chunk of chunks)
            known.hasher.update(chunk);
        this.#hashed.set(id, { ...known, bytes: sizeBytes });
    }
    /**
     * Works on the file under a name that only we know, so that no request of any process does so at the same time. The
     * name tells who we are: what a killed process leaves is free.
     * @throws Refusal when another request works on it, or has since it was found
     */
    async #alone({ file, sizeBytes }, work) {
        this.#own ??= (0,oci_owner/* ownName */.q)();
        const claimed = `${file}.${await this.#own}`;
        const isOurs = await (0,promises_.rename)(file, claimed).then(() => true, (0,files/* ignoring */.O_)('ENOENT'));
        if (isOurs !== true)
            throw busy();
        try {
            if ((await (0,promises_.stat)(claimed)).size !== sizeBytes)
                throw busy();
            return await work(claimed);
        }
        finally {
            await (0,promises_.rename)(claimed, file).catch((0,files/* ignoring */.O_)('ENOENT'));
        }
    }
    /** Whose name a file that is worked on bears. */
    async #ownerOf(file) {
        const start = `${(0,external_node_path_.basename)(file)}.`;
        const names = (await (0,promises_.readdir)(this.#folder).catch((0,files/* ignoring */.O_)('ENOENT', 'ENOTDIR'))) ?? [];
        return names.find((name) => name.startsWith(start))?.slice(start.length);
    }
    /** Counts anew, since other processes begin and end uploads too, and drops what nobody touched for a day. */
    async #makeRoom() {
        const names = (await (0,promises_.readdir)(this.#folder).catch((0,files/* ignoring */.O_)('ENOENT'))) ?? [];
        const aged = await Promise.all(names.map(async (name) => {
            const file = (0,external_node_path_.join)(this.#folder, name);
            const found = await (0,promises_.stat)(file).catch((0,files/* ignoring */.O_)('ENOENT'));
            const owner = name.split('.').slice(2).join('.');
            const isBusy = owner !== '' && !(await (0,oci_owner/* isDead */.X)(owner));
            return { id: name.slice(0, 36), file, isBusy, usedMs: found?.mtimeMs ?? 0 };
        }));
        this.#begun = names.length;
        const idle = aged.filter(({ isBusy }) => !isBusy).toSorted((a, b) => a.usedMs - b.usedMs);
        for (const [index, { id, file, usedMs }] of idle.entries()) {
            const isLeft = Date.now() - usedMs > dayMs;
            if (isLeft || (index === 0 && this.#begun >= this.#maxUploads))
                await this.#drop(id, file);
        }
        if (this.#begun < this.#maxUploads)
            return;
        throw new server_reply/* Refusal */.P_(429, 'TOOMANYREQUESTS', 'too many uploads at once');
    }
    async #drop(id, file) {
        this.#hashed.delete(id);
        this.#begun -= 1;
        await (0,promises_.rm)(file, { force: true });
    }
}
const busy = () => new server_reply/* Refusal */.P_(400, 'BLOB_UPLOAD_INVALID', 'another request works on this upload');
async function write(file, chunks) {
    try {
        await (0,files/* writeAll */.f4)(file, chunks);
    }
    catch (error) {
        if ((0,io_errors/* codeOf */.$N)(error) !== 'ENOSPC')
            throw error;
        throw new server_reply/* Refusal */.P_(507, 'UNKNOWN', 'there is no room for it');
    }
}

;// CONCATENATED MODULE: ./packages/oci/server.ts







const routes = [
    {
        pattern: /^\/v2\/(?<name>.+)\/manifests\/(?<place>[^/]+)$/,
        methods: {
            GET: async ({ repository, request }, place) => getManifest(repository, place, request),
            PUT: putManifest,
            DELETE: async ({ repository }, place) => deleteManifest(repository, place),
        },
    },
    {
        pattern: /^\/v2\/(?<name>.+)\/blobs\/uploads\/?$/,
        methods: { POST: beginUpload },
    },
    {
        pattern: /^\/v2\/(?<name>.+)\/blobs\/uploads\/(?<place>[^/]+)$/,
        methods: {
            GET: uploadStatus,
            PATCH: appendToUpload,
            PUT: endUpload,
            DELETE: cancelUpload,
        },
    },
    {
        pattern: /^\/v2\/(?<name>.+)\/blobs\/(?<place>[^/]+)$/,
        methods: {
            GET: async ({ repository, request }, digest) => getBlob(repository, digest, request),
            DELETE: async ({ repository }, digest) => deleteBlob(repository, digest),
        },
    },
    {
        pattern: /^\/v2\/(?<name>.+)\/tags\/list$/,
        methods: { GET: async ({ repository, name, request }) => getTags(repository, name, request) },
    },
    {
        pattern: /^\/v2\/(?<name>.+)\/referrers\/(?<place>[^/]+)$/,
        methods: {
            GET: async ({ repository, name, request: { url } }, text) => getReferrers(repository, name, { text, url }),
        },
    },
];
/**
 * A registry over repositories, for `listen`: `open` gives the one of a name. Nobody is asked to log in.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 */
function serve(open, how = {}) {
    const isReadOnly = how.readOnly === true || how.uploads === undefined;
    const uploads = new Uploads(how.uploads ?? '', how);
    const known = new Set();
    const openNamed = (name) => {
        const repository = open(parseName(name));
        remember(known, name);
        return repository;
    };
    const standing = {
        'docker-distribution-api-version': 'registry/2.0',
        ...(isReadOnly ? {} : { [server_reply/* comparesTags */.Ud]: 'true' }),
        ...(how.warning === undefined ? {} : { warning: `299 - ${JSON.stringify(how.warning)}` }),
    };
    const sparse = how.sparse ?? false;
    return async (request) => {
        const parts = { openNamed, known, uploads, isReadOnly, sparse };
        const reply = await answer(request, parts).catch(server_reply/* replyTo */.u7);
        return { ...reply, headers: { ...standing, ...reply.headers } };
    };
}
const mostKnown = 100;
/** The names that were used last, in the order of use. */
function remember(known, name) {
    known.delete(name);
    known.add(name);
    const [first] = known;
    if (known.size > mostKnown && first !== undefined)
        known.delete(first);
}
async function answer(request, parts) {
    // Tools send no such header: this is a page of the web that reaches for a server on its reader's machine.
    if (request.headers.origin !== undefined) {
        throw new server_reply/* Refusal */.P_(403, 'DENIED', 'web pages are not served');
    }
    const path = decoded(request.url.pathname);
    if (path === '/v2/' || path === '/v2')
        return (0,server_reply/* json */.Pq)(200, {});
    for (const { pattern, methods } of routes) {
        const found = pattern.exec(path)?.groups;
        if (found === undefined)
            continue;
        // The answer to HEAD is that to GET; the body is not sent.
        const method = request.method === 'HEAD' ? 'GET' : request.method;
        const serveIt = Object.hasOwn(methods, method) ? methods[method] : undefined;
        if (serveIt === undefined || (parts.isReadOnly && method !== 'GET')) {
            throw new server_reply/* Refusal */.P_(405, 'UNSUPPORTED', 'this is not done here');
        }
        const { name = '', place = '' } = found;
        const { openNamed: open, known, uploads, sparse } = parts;
        const repository = open(name);
        // A copy: what is opened on the way is remembered too.
        return serveIt({ repository, name, uploads, request, open, known: [...known], sparse }, place);
    }
    throw new server_reply/* Refusal */.P_(404, 'UNSUPPORTED', 'there is nothing here');
}
function decoded(path) {
    try {
        return decodeURIComponent(path);
    }
    catch {
        throw new server_reply/* Refusal */.P_(400, 'NAME_INVALID', 'the path is not UTF-8');
    }
}
function parseName(name) {
    if ((0,reference/* isRepositoryPath */.og)(name))
        return name;
    throw new server_reply/* Refusal */.P_(400, 'NAME_INVALID', 'this is not the name of a repository');
}


/***/ })

};
