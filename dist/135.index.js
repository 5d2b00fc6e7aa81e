export const id = 135;
export const ids = [135];
export const modules = {

/***/ 4135:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ module_run)
});

// EXTERNAL MODULE: ./packages/pipeline/page.ts
var page = __webpack_require__(6838);
// EXTERNAL MODULE: ./packages/io/standing.ts + 1 modules
var standing = __webpack_require__(4941);
// EXTERNAL MODULE: ./packages/pipeline/inputs.ts
var inputs = __webpack_require__(9608);
// EXTERNAL MODULE: ./packages/version/existing.ts
var existing = __webpack_require__(8580);
;// CONCATENATED MODULE: ./actions/run/inputs.ts



const since = '0.1.0';
const inputs_inputs = {
    context: {
        type: 'text',
        description: 'The folder to build from (default: that of `ecluse.yml`, else the current one).',
        since,
    },
    ...inputs/* buildInputs */._9,
    ...existing/* existingInputs */.z,
    environment: {
        type: 'text',
        description: 'Promote to this environment instead of building; for workflow_dispatch.',
        since,
    },
    ...inputs/* promoteInputs */.Kr,
    ...standing/* refInput */.g6,
    ...standing/* standing */.JA,
};

// EXTERNAL MODULE: ./packages/io/inputs.ts
var io_inputs = __webpack_require__(4222);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/pipeline/run.ts + 65 modules
var run = __webpack_require__(7972);
// EXTERNAL MODULE: ./packages/pipeline/promote.ts + 2 modules
var promote = __webpack_require__(5151);
;// CONCATENATED MODULE: ./actions/run/main.ts



/** Does what the event may do; with `environment`, what a person has decided. */
const main = async (io) => {
    const input = (0,io_inputs/* read */.L)(io, inputs_inputs);
    const { environment } = input;
    refuseMixture(input);
    return environment === undefined
        ? (0,run/* runEvent */.K)(io, input)
        : (0,promote/* promoteInRun */.h)(io, { ...input, environment });
};
/** What belongs to a build says nothing about an environment, and the other way round: neither is passed over in silence. */
function refuseMixture(input) {
    const { environment, expect, to, rollback, resume, context, file, target, platforms } = input;
    const ofPromotion = { expect, to, rollback: rollback || undefined, resume: resume || undefined };
    const ofBuild = {
        context,
        file,
        target,
        platforms: platforms[0],
        'build-args': input['build-args'][0],
        labels: input.labels[0],
    };
    const stray = Object.entries(environment === undefined ? ofPromotion : ofBuild).find(([, value]) => value !== undefined);
    if (stray === undefined)
        return;
    const [name] = stray;
    throw new errors/* UsageError */.eb(environment === undefined
        ? `"${name}" is for promoting: name the "environment" too`
        : `"${name}" is for building, and with "environment" nothing is built: leave one of them out`, { input: name });
}

;// CONCATENATED MODULE: ./actions/run/module.ts



const module_run = {
    description: 'Take a container image from its Dockerfile to production: build once, prove it, promote the same bytes.',
    inputs: inputs_inputs,
    outputs: {
        version: {
            description: 'The version that the image carries; empty when it has none.',
            of: ({ images }) => images[0]?.version ?? '',
        },
        next: {
            description: 'The command that continues when something waits for a person; else empty.',
            of: ({ images }) => images.flatMap(({ next }) => next ?? []).join('\n'),
        },
    },
    main: main,
    page: page/* runPage */.fL,
};


/***/ }),

/***/ 5151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ promoteImage),
  h: () => (/* binding */ promoteInRun)
});

// EXTERNAL MODULE: ./packages/io/names.ts
var names = __webpack_require__(7663);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/oci/errors.ts
var oci_errors = __webpack_require__(9205);
// EXTERNAL MODULE: ./packages/lifecycle/content.ts
var lifecycle_content = __webpack_require__(9212);
// EXTERNAL MODULE: ./packages/lifecycle/dry-run.ts
var dry_run = __webpack_require__(5904);
// EXTERNAL MODULE: ./packages/lifecycle/gates/expect.ts
var expect = __webpack_require__(8165);
// EXTERNAL MODULE: ./packages/lifecycle/hold.ts
var hold = __webpack_require__(2068);
// EXTERNAL MODULE: ./packages/lifecycle/passed.ts
var lifecycle_passed = __webpack_require__(4881);
// EXTERNAL MODULE: ./packages/lifecycle/place.ts
var lifecycle_place = __webpack_require__(6762);
;// CONCATENATED MODULE: ./packages/lifecycle/rollback.ts








/**
 * Puts an environment back on a digest that has passed it before, and holds it there: automatic moves
 * wait until a person resumes them.
 * @throws Refused when the digest has never passed this environment
 */
async function rollback(image, environment, { to, expected }, ground) {
    const place = (0,lifecycle_place/* placeOf */.$t)(image, environment, ground.open);
    const { repository } = place;
    const passed = await (0,lifecycle_passed/* passedStatements */.F7)(repository, to, environment.name);
    if (passed.length === 0) {
        throw new errors/* Refused */.Lw('never-passed', `${to} has never passed ${environment.name}: a rollback goes only to what has`, { input: 'to' });
    }
    const before = await (0,lifecycle_place/* standingAt */.Ib)(place);
    const results = expected === undefined
        ? []
        : [
            expect/* expectGate */.N.judge(expected, { digest: to }, before === undefined ? 'nothing' : { digest: before }),
        ];
    const move = { environment: environment.name, tag: (0,lifecycle_place/* placeName */.fW)(place), before: before ?? null };
    if (results.some(({ outcome }) => outcome !== 'passed')) {
        return { ...move, state: 'refused', after: before ?? null, guarantee: null, results };
    }
    const content = await (0,lifecycle_content/* contentOf */.$)(repository, to);
    const stays = { ...move, after: before ?? null, guarantee: null, results };
    return (0,dry_run/* unlessDry */.O)(async () => {
        // The hold comes first: between tag and hold an automatic run would undo the rollback.
        await (0,hold/* hold */._2)(repository, content.descriptor, environment.name, ground);
        if (before === to)
            return { ...stays, state: 'there' };
        const guarantee = await putBack(place, content, { before, ground });
        return { ...stays, state: 'moved', after: to, guarantee };
    }, { ...stays, state: 'would move' });
}
/** A hold whose move did not come about is lifted again. */
async function putBack({ repository, tag, environment }, { bytes, descriptor }, { before, ground }) {
    try {
        const expect = before ?? 'absent';
        return (await repository.tag(tag, bytes, descriptor.mediaType, expect)).guarantee;
    }
    catch (error) {
        if (error instanceof oci_errors/* TagMoved */.a9)
            await (0,hold/* resume */.U)(repository, descriptor, environment.name, ground);
        throw error;
    }
}

// EXTERNAL MODULE: ./packages/lifecycle/promote.ts + 3 modules
var promote = __webpack_require__(6306);
// EXTERNAL MODULE: ./packages/oci/reference.ts
var reference = __webpack_require__(1421);
// EXTERNAL MODULE: ./packages/oci/digest.ts
var digest = __webpack_require__(3670);
// EXTERNAL MODULE: ./packages/io/nearest.ts
var nearest = __webpack_require__(7581);
// EXTERNAL MODULE: ./packages/lifecycle/known.ts
var lifecycle_known = __webpack_require__(7534);
;// CONCATENATED MODULE: ./packages/pipeline/candidate.ts



/**
 * Reads `ghcr.io/acme/shop:1.4.2`, `…@sha256:…`, or the same behind the name in `ecluse.yml`: `shop:1.4.2`.
 * Nothing names the only image that there is.
 * @throws UsageError when it is none of the policy's images
 */
function namedImage({ images }, text) {
    const [only, ...others] = images;
    if (text === undefined) {
        if (only !== undefined && others.length === 0)
            return { image: only, at: undefined };
        throw new errors/* UsageError */.eb(images.length === 0
            ? 'the policy has no images: ecluse.yml names them, on the default branch'
            : `ecluse.yml has several images, name one: ${images.map(({ name }) => name).join(', ')}`, { input: 'image' });
    }
    const short = images.find(({ name }) => text === name || /^[:@]/.test(after(text, name)));
    const whole = short === undefined ? text : `${short.repository}${after(text, short.name)}`;
    const { name, tag, digest } = (0,reference/* parseRegistryReference */.qq)(whole);
    const image = images.find(({ repository }) => repository === name);
    if (image !== undefined)
        return { image, at: digest ?? tag };
    const repositories = images.map(({ repository }) => repository);
    throw new errors/* UsageError */.eb(`${JSON.stringify(text)} is no image of ecluse.yml${(0,nearest/* didYouMean */.a)(name, repositories) || `, which has ${repositories.join(', ')}`}`, { input: 'image' });
}
const after = (text, start) => text.startsWith(start) ? text.slice(start.length) : '';
/** @throws UsageError with the nearest name */
function namedEnvironment({ environments, source }, name) {
    const found = environments.find((environment) => environment.name === name);
    if (found !== undefined)
        return found;
    const names = environments.map((environment) => environment.name);
    const known = names.length > 0
        ? (0,nearest/* didYouMean */.a)(name, names) || `: there are ${names.join(', ')}`
        : source === 'none'
            ? ': no ecluse.yml is on the default branch yet, commit it there first'
            : ': ecluse.yml has none';
    throw new errors/* UsageError */.eb(`there is no environment ${JSON.stringify(name)}${known}`, {
        input: 'environment',
    });
}
/**
 * The digest that is to be promoted: what is named, else what stands in the environments before.
 * @throws NotThere, UsageError when that is not one digest
 */
async function candidateFor({ image, at }, environment, ground) {
    const wanted = at ?? (await standingBefore(image, environment, ground));
    const known = await (0,lifecycle_known/* know */.ux)(image, wanted, ground);
    if (known !== undefined)
        return known;
    throw new oci_errors/* NotThere */.W2(wanted, `${image.repository}: build it first`);
}
async function standingBefore(image, environment, ground) {
    const before = ground.policy.environments.filter(({ name }) => environment.after.includes(name));
    if (before.length === 0) {
        throw new errors/* UsageError */.eb(`${environment.name} comes after no environment: name the image to promote, ${image.repository}:TAG or @DIGEST`, { input: 'image' });
    }
    const places = before.map((one) => (0,lifecycle_place/* placeOf */.$t)(image, one, ground.open));
    const found = await Promise.all(places.map(async (place) => ({ name: (0,lifecycle_place/* placeName */.fW)(place), digest: await (0,lifecycle_place/* standingAt */.Ib)(place) })));
    const [first] = found;
    if (first?.digest === undefined || found.some(({ digest }) => digest !== first.digest)) {
        const list = found.map(({ name, digest }) => `${name} on ${digest ?? 'nothing'}`).join(', ');
        throw new errors/* UsageError */.eb(`what is to be promoted is not clear: ${list}; name the image, ${image.repository}:TAG or @DIGEST`, { input: 'image' });
    }
    return first.digest;
}
/** A tag or a digest of the image's, as `--to` takes it. @throws UsageError, NotThere */
async function digestAt({ repository }, text, ground) {
    if ((0,digest/* isDigest */.Bc)(text))
        return text;
    const at = text.includes('/') ? placeIn(repository, text) : (0,reference/* parseTag */.ED)(text);
    if ((0,digest/* isDigest */.Bc)(at))
        return at;
    const descriptor = await ground.open(repository, 'write').resolve(at);
    if (descriptor !== undefined)
        return descriptor.digest;
    throw new oci_errors/* NotThere */.W2(`tag ${at}`, `${repository}: name one that is there`);
}
/** Of a whole reference: it must be this image's, and name a place in it. */
function placeIn(repository, text) {
    const { name, tag, digest } = (0,reference/* parseRegistryReference */.qq)(text);
    const at = digest ?? tag;
    if (name === repository && at !== undefined)
        return at;
    throw new errors/* UsageError */.eb(`"to" must be a tag or a digest of ${repository}, not ${JSON.stringify(text)}`, { input: 'to' });
}

// EXTERNAL MODULE: ./packages/pipeline/document.ts
var pipeline_document = __webpack_require__(7628);
// EXTERNAL MODULE: ./packages/pipeline/prepare.ts
var prepare = __webpack_require__(4758);
;// CONCATENATED MODULE: ./packages/pipeline/promote.ts






/** Promotes, rolls back or resumes one environment, as its policy on the default branch lets a person do. */
async function promoteImage(io, input) {
    checkWish(input);
    await refuseChange(io);
    const { ground, sources } = await (0,prepare/* prepare */.iA)(io, input);
    const environment = namedEnvironment(ground.policy, input.environment);
    const named = namedImage(ground.policy, input.image);
    const done = await decide(named, environment, { input, ground });
    const { image } = named;
    const digest = done.digest;
    return {
        kind: (0,names/* kindOf */.I)('promote'),
        image: digest === null ? null : (0,reference/* pinned */.dp)(image.repository, digest),
        digest,
        results: done.move.results,
        name: image.name,
        repository: image.repository,
        move: done.move,
        held: input.rollback && done.move.results.every(({ outcome }) => outcome === 'passed'),
        resumed: done.resumed,
        sources,
    };
}
/** The same as a step of the whole pipeline. */
async function promoteInRun(io, input) {
    const { image, digest, results, name, repository, move, sources } = await promoteImage(io, input);
    const run = {
        kind: (0,names/* kindOf */.I)('image-run'),
        image,
        digest,
        results,
        name,
        repository,
        commit: null,
        how: 'found',
        version: null,
        claim: null,
        engine: null,
        steps: [],
        dirty: [],
        layers: null,
        moves: [move],
        next: null,
    };
    return (0,pipeline_document/* documentOf */.l)([run], 'dispatch', sources);
}
/** In a workflow the event decides whether anything may be promoted: a pull request is somebody's proposal. */
async function refuseChange(io) {
    if (io.env.get('GITHUB_ACTIONS') !== 'true')
        return;
    const event = await io.event();
    if (event?.kind !== 'change')
        return;
    throw new errors/* UsageError */.eb('a pull request promotes nothing: run this on push, workflow_dispatch or schedule');
}
function checkWish({ rollback: back, to, resume: on, image, expect }) {
    const refuse = (sentence, input) => {
        throw new errors/* UsageError */.eb(sentence, { input });
    };
    if (back && to === undefined)
        refuse('a rollback needs "to": the tag or digest to go back to', 'to');
    if (!back && to !== undefined)
        refuse('"to" goes with "rollback": without it, name the image', 'to');
    if (back && on)
        refuse('"rollback" and "resume" are two decisions: make one at a time', 'resume');
    if (on && image !== undefined && /[:@]/.test(image.slice(image.lastIndexOf('/') + 1))) {
        refuse('"resume" moves nothing: leave the tag or digest of the image out', 'image');
    }
    if (expect !== undefined)
        expectedOf(expect);
}
const expectedOf = (text) => text === undefined ? undefined : text === 'absent' ? 'absent' : (0,digest/* parseDigest */.m)(text);
async function decide(named, environment, { input, ground }) {
    const { image } = named;
    const expected = expectedOf(input.expect);
    if (input.resume)
        return resumeAt(image, environment, ground);
    if (input.to !== undefined) {
        const to = await digestAt(image, input.to, ground);
        const move = await rollback(image, environment, { to, expected }, ground);
        return { move, digest: to, resumed: 0 };
    }
    const candidate = await candidateFor(named, environment, ground);
    const move = await (0,promote/* promote */.p)({ image, candidate, environment, mode: 'person', expected }, ground);
    return { move, digest: candidate.digest, resumed: 0 };
}
async function resumeAt(image, environment, ground) {
    const place = (0,lifecycle_place/* placeOf */.$t)(image, environment, ground.open);
    const standing = await (0,lifecycle_place/* standingAt */.Ib)(place);
    const descriptor = standing && (await place.repository.resolve(standing));
    const resumed = descriptor === undefined
        ? 0
        : await (0,dry_run/* unlessDry */.O)(() => (0,hold/* resume */.U)(place.repository, descriptor, environment.name, ground), 0);
    const digest = standing ?? null;
    const move = {
        environment: environment.name,
        tag: (0,lifecycle_place/* placeName */.fW)(place),
        state: 'there',
        before: digest,
        after: digest,
        guarantee: null,
        results: [],
    };
    return { move, digest, resumed };
}


/***/ })

};
