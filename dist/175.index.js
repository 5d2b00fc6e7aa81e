export const id = 175;
export const ids = [175];
export const modules = {

/***/ 175:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gitHubHost: () => (/* binding */ gitHubHost)
/* harmony export */ });
/* harmony import */ var _report__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1868);
/* harmony import */ var _report__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4667);
/* harmony import */ var _report__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4336);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7470);
/* harmony import */ var _host_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5312);
/* harmony import */ var _plain_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(988);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8994);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5202);






/**
 * A step of a GitHub workflow: inputs from `INPUT_*`, outputs and summary into the runner's files, log and annotations on stdout.
 * The toolkit does the same, but loading it takes longer than most of our actions run.
 */
function gitHubHost(process, parts, { stdout }) {
    const env = (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .environment */ .c)(process.env);
    return (0,_host_of_js__WEBPACK_IMPORTED_MODULE_1__/* .hostOf */ .w)(gitHubVoice(env, (line) => stdout.write(`${line}\n`)), {
        cwd: process.cwd(),
        env,
        // The runner hands on inputs that no action.yml declares.
        raw: (inputs) => (name) => inputs[name]?.terminal
            ? undefined
            : env.get(`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`),
        inEvent: true,
        parts,
    });
}
function gitHubVoice(env, write) {
    const secrets = new _secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .Secrets */ .S();
    const log = gitHubLog(write, secrets, env.get('RUNNER_DEBUG') === '1');
    return {
        log,
        secret: (value) => {
            for (const part of secrets.add(value))
                write((0,_report__WEBPACK_IMPORTED_MODULE_3__/* .workflowCommand */ .N)('add-mask', {}, part));
        },
        done: async (delivery) => {
            const { warnings, summary } = (0,_step_js__WEBPACK_IMPORTED_MODULE_4__/* .deliverToStep */ .NY)(env, delivery);
            if (!summary)
                write(secrets.hide((0,_report__WEBPACK_IMPORTED_MODULE_5__/* .terminal */ .F)(delivery.page, { width: 100, colour: false })));
            for (const warning of warnings)
                log.warn(warning);
            for (const line of (0,_step_js__WEBPACK_IMPORTED_MODULE_4__/* .annotationLines */ .bK)(delivery))
                write(secrets.hide(line));
            if (delivery.refusal !== undefined)
                write((0,_report__WEBPACK_IMPORTED_MODULE_3__/* .workflowCommand */ .N)('error', {}, secrets.hide(delivery.refusal)));
        },
        failed: ({ message, at }, stack) => {
            write((0,_report__WEBPACK_IMPORTED_MODULE_3__/* .workflowCommand */ .N)('error', at ?? {}, secrets.hide(message)));
            if (stack !== undefined)
                log.debug(stack);
        },
    };
}
function gitHubLog(write, secrets, debug) {
    return (0,_plain_log_js__WEBPACK_IMPORTED_MODULE_6__/* .plainLog */ .L)({
        ...(debug && {
            debug: (sentence) => write((0,_report__WEBPACK_IMPORTED_MODULE_3__/* .workflowCommand */ .N)('debug', {}, secrets.hide(sentence))),
        }),
        info: (sentence) => write((0,_report__WEBPACK_IMPORTED_MODULE_7__/* .inline */ .m)(secrets.hide(sentence))),
        warn: (sentence) => write((0,_report__WEBPACK_IMPORTED_MODULE_3__/* .workflowCommand */ .N)('warning', {}, secrets.hide(sentence))),
    });
}


/***/ })

};
