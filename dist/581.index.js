export const id = 581;
export const ids = [581];
export const modules = {

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


/***/ })

};
