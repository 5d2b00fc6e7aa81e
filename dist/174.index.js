export const id = 174;
export const ids = [174];
export const modules = {

/***/ 3174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  build: () => (/* binding */ build)
});

// EXTERNAL MODULE: ./packages/pipeline/page.ts
var page = __webpack_require__(6838);
// EXTERNAL MODULE: ./packages/io/standing.ts + 1 modules
var standing = __webpack_require__(4941);
// EXTERNAL MODULE: ./packages/pipeline/inputs.ts
var inputs = __webpack_require__(9608);
;// CONCATENATED MODULE: ./actions/build/inputs.ts


const inputs_inputs = {
    context: {
        type: 'text',
        description: 'The folder to build from (default: that of `ecluse.yml`, else the current one).',
        positional: true,
        since: '0.1.0',
    },
    ...inputs/* buildInputs */._9,
    ...standing/* refInput */.g6,
    ...standing/* standing */.JA,
};

// EXTERNAL MODULE: ./packages/io/inputs.ts
var io_inputs = __webpack_require__(4222);
// EXTERNAL MODULE: ./packages/pipeline/run.ts + 65 modules
var run = __webpack_require__(7972);
;// CONCATENATED MODULE: ./actions/build/main.ts



/** Builds what the event is about, stores it by digest and claims its commit; names and environments are for others. */
const main = (io) => (0,run/* buildEvent */.V)(io, (0,io_inputs/* read */.L)(io, inputs_inputs));

;// CONCATENATED MODULE: ./actions/build/module.ts



const build = {
    description: 'Build an image, store it by digest, and claim it for its commit.',
    inputs: inputs_inputs,
    outputs: {
        imageid: {
            description: 'The same as `digest`, under the name that build-push-action users know.',
            of: ({ digest }) => digest ?? '',
        },
    },
    main: main,
    page: page/* runPage */.fL,
};


/***/ })

};
