export const id = 304;
export const ids = [304];
export const modules = {

/***/ 4304:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  status: () => (/* binding */ module_status)
});

// EXTERNAL MODULE: ./packages/io/standing.ts + 1 modules
var standing = __webpack_require__(4941);
// EXTERNAL MODULE: ./packages/io/inputs.ts
var inputs = __webpack_require__(4222);
// EXTERNAL MODULE: ./packages/io/names.ts
var names = __webpack_require__(7663);
// EXTERNAL MODULE: ./packages/lifecycle/hold.ts
var hold = __webpack_require__(2068);
// EXTERNAL MODULE: ./packages/lifecycle/known.ts
var lifecycle_known = __webpack_require__(7534);
// EXTERNAL MODULE: ./packages/lifecycle/passed.ts
var lifecycle_passed = __webpack_require__(4881);
// EXTERNAL MODULE: ./packages/lifecycle/place.ts
var lifecycle_place = __webpack_require__(6762);
;// CONCATENATED MODULE: ./packages/lifecycle/status.ts




/** What stands where: every image by every environment, in the policy's order. */
async function status_status(images, ground) {
    const tip = (await ground.history?.defaultBranch())?.commit;
    const board = [];
    for (const image of images) {
        for (const environment of ground.policy.environments) {
            board.push(await square(image, environment, { ground, tip }));
        }
    }
    return board;
}
async function square(image, environment, { ground, tip }) {
    const place = (0,lifecycle_place/* placeOf */.$t)(image, environment, ground.open);
    const digest = await (0,lifecycle_place/* standingAt */.Ib)(place);
    const empty = {
        image: image.name,
        environment: environment.name,
        tag: (0,lifecycle_place/* placeName */.fW)(place),
        digest: digest ?? null,
        versions: [],
        commit: null,
        since: null,
        behind: null,
        held: false,
    };
    if (digest === undefined)
        return empty;
    const known = await (0,lifecycle_known/* know */.u)(image, digest, ground);
    const passed = await (0,lifecycle_passed/* passedStatements */.F7)(place.repository, digest, environment.name);
    const holds = await (0,hold/* holdsOf */.e8)(place.repository, digest, environment.name);
    // It came by a promotion or by a rollback, whichever was last.
    const since = [...passed, ...holds]
        .map(({ predicate }) => predicate.at)
        .toSorted()
        .at(-1);
    const commit = known?.commit;
    const behind = commit === undefined || tip === undefined
        ? undefined
        : await ground.history?.distance(commit, tip);
    return {
        ...empty,
        versions: known?.versions ?? [],
        commit: commit ?? null,
        since: since ?? null,
        behind: behind ?? null,
        held: (await (0,hold/* holdsInForce */.lG)(place.repository, digest, environment.name)).length > 0,
    };
}

// EXTERNAL MODULE: ./packages/pipeline/prepare.ts + 1 modules
var prepare = __webpack_require__(7394);
;// CONCATENATED MODULE: ./packages/pipeline/board.ts



/** Every image of the policy by every environment. */
async function board(io, input) {
    const { ground, sources } = await (0,prepare/* prepare */.iA)(io, input);
    return {
        kind: (0,names/* kindOf */.I)('status'),
        image: null,
        digest: null,
        results: [],
        board: await status_status(ground.policy.images, ground),
        sources,
    };
}

// EXTERNAL MODULE: ./packages/pipeline/page.ts
var page = __webpack_require__(6838);
;// CONCATENATED MODULE: ./cli/status/page.ts

/** The board: image by environment. */
const page_page = ({ board, sources }) => ({
    title: 'Status',
    blocks: [
        {
            kind: 'table',
            head: ['Image', 'Environment', 'Version', 'Commit', 'Digest', 'Since', 'Behind'],
            right: [6],
            rows: board.map((square) => [
                square.image,
                square.held ? `${square.environment} (held)` : square.environment,
                square.versions.join(', '),
                square.commit?.slice(0, 12) ?? '',
                square.digest === null ? 'nothing' : { kind: 'code', text: (0,page/* short */.h0)(square.digest) },
                square.since?.slice(0, 16).replace('T', ' ') ?? '',
                square.behind === null ? '' : String(square.behind),
            ]),
        },
        { kind: 'paragraph', text: `Policy: ${sources.policy}` },
    ],
});

;// CONCATENATED MODULE: ./cli/status/module.ts



const module_status = {
    description: 'Show what stands in each environment.',
    inputs: standing/* standing */.JA,
    outputs: {},
    main: (io) => board(io, (0,inputs/* read */.L)(io, standing/* standing */.JA)),
    page: page_page,
};


/***/ })

};
