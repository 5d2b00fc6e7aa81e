export const id = 616;
export const ids = [616];
export const modules = {

/***/ 6616:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  computeNames: () => (/* binding */ computeNames)
});

// NAMESPACE OBJECT: ./packages/metadata/vocabulary.ts
var vocabulary_namespaceObject = {};
__webpack_require__.r(vocabulary_namespaceObject);
__webpack_require__.d(vocabulary_namespaceObject, {
  global: () => (global),
  pep440: () => (pep440),
  schedule: () => (schedule),
  semver: () => (semver)
});

// EXTERNAL MODULE: ./packages/io/names.ts
var io_names = __webpack_require__(7663);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/io/quote.ts
var quote = __webpack_require__(5647);
// EXTERNAL MODULE: ./packages/io/nearest.ts
var nearest = __webpack_require__(7581);
;// CONCATENATED MODULE: ./packages/metadata/place.ts

/** `tags line 3`, or `the default rules`. */
const placeName = ({ input, line }) => line === 0 ? `the default ${input}` : `${input} line ${line}`;
/** The record is wrong; `what` says how, and what to write. */
const fault = (place, what) => new errors/* UsageError */.eb(`${placeName(place)}, ${(0,quote/* quote */.h)(place.text)}: ${what}`, { input: place.input });

;// CONCATENATED MODULE: ./packages/metadata/csv.ts

/** Of one input; a workflow file is not larger. */
const maxCharacters = 1 << 20;
/**
 * Lines of comma-separated fields: a field may stand in double quotes, a quote inside is doubled, and a quoted field may hold
 * commas and newlines. Blank lines and those that start with `#` are left out. https://www.rfc-editor.org/rfc/rfc4180
 * @throws UsageError that names the line
 */
function linesOf(input, text, options) {
    const whole = { input, line: 1, text };
    if (text.length > maxCharacters)
        throw fault(whole, 'it has more than a million characters');
    const lines = [];
    const lineAt = lineCounter(text);
    for (let at = 0; at < text.length;) {
        const end = ending(text, at);
        const bare = text.slice(at, end).trim();
        if (bare === '' || bare.startsWith('#')) {
            at = end + 1;
            continue;
        }
        const start = at + text.slice(at, end).search(/\S/);
        const line = lineAt(start);
        const record = recordAt(text, start, options, (stop) => ({
            input,
            line,
            text: text.slice(start, stop).trim(),
        }));
        lines.push(record.line);
        at = record.end + 1;
    }
    return lines;
}
/** The line of a position, for positions that only go forwards: each newline is counted once. */
function lineCounter(text) {
    let line = 1;
    let next = text.indexOf('\n');
    return (at) => {
        for (; next !== -1 && next < at; next = text.indexOf('\n', next + 1))
            line += 1;
        return line;
    };
}
const ending = (text, from) => {
    const end = text.indexOf('\n', from);
    return end === -1 ? text.length : end;
};
function recordAt(text, start, options, place) {
    const fields = [];
    for (let at = start;;) {
        const { value, end } = fieldAt(text, at, options, place);
        fields.push(value);
        if (text[end] !== ',')
            return { line: { place: place(end), fields }, end };
        at = end + 1;
    }
}
function fieldAt(text, start, { loose }, place) {
    if (text[start] === '"') {
        const quoted = quotedAt(text, start);
        if (quoted === undefined)
            throw fault(place(ending(text, start)), 'the quote is not closed');
        fieldEnd.lastIndex = quoted.end;
        if (fieldEnd.test(text)) {
            return { value: quoted.value, end: delimiter(text, quoted.end) };
        }
    }
    const end = delimiter(text, start);
    const value = text.slice(start, end);
    if (!loose && value.includes('"')) {
        throw fault(place(ending(text, start)), 'a quote stands inside a field: put the whole field in quotes, and double those inside');
    }
    return { value, end };
}
/** What may follow a quote that ends its field. */
const fieldEnd = /[ \t\r]*(?:[,\n]|$)/y;
/** Where a field ends: its comma, its newline or the end. */
function delimiter(text, from) {
    const end = /[,\n]/.exec(text.slice(from));
    return end === null ? text.length : from + end.index;
}
function quotedAt(text, start) {
    for (let at = start + 1; at < text.length; at += 1) {
        if (text[at] !== '"')
            continue;
        if (text[at + 1] === '"')
            at += 1;
        else
            return { value: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
    }
    return undefined;
}
/**
 * A field as key and value, split at the first `=`; a field without a key is a value alone, and so is one that has its first `=`
 * in an expression.
 */
function pairOf(field) {
    const equals = field.indexOf('=', 1);
    if (equals === -1 || field.slice(0, equals).includes('{{'))
        return { key: undefined, value: field.trim() };
    return {
        key: field.slice(0, equals).trim().toLowerCase(),
        value: field.slice(equals + 1).trim(),
    };
}
/**
 * The lines of an input whose records are fields. A line that stands in quotes as a whole is read again: that is how one writes
 * it where quotes are taken off twice.
 */
function recordsOf(input, text) {
    return linesOf(input, text, { loose: false }).map((line) => {
        const [only = ''] = line.fields;
        if (line.fields.length > 1 || !line.place.text.startsWith('"') || !/[,"]/.test(only)) {
            return line;
        }
        const [again] = linesOf(input, only.replaceAll('\n', ' '), { loose: false });
        return again === undefined ? line : { fields: again.fields, place: line.place };
    });
}
/** The lines of an input whose records are text; quotes around a whole line are taken off, so that it may hold newlines. */
const textsOf = (input, text) => linesOf(input, text, { loose: true });

;// CONCATENATED MODULE: ./packages/metadata/zone.ts
/** Is it `UTC`, `Europe/Paris` or another name of the IANA list, or an offset such as `+02:00`? */
function isZone(text) {
    try {
        new Intl.DateTimeFormat('en-US', { timeZone: text });
        return true;
    }
    catch {
        return false;
    }
}
/** A moment in a time zone. @throws RangeError for a zone that `isZone` does not know */
function clockIn(zone, moment) {
    if (zone === 'UTC') {
        return { shown: moment, moment, offsetMinutes: 0, abbreviation: () => 'UTC' };
    }
    const offsetMinutes = offset(named(zone, moment, 'longOffset'));
    return {
        shown: new Date(moment.getTime() + offsetMinutes * 60_000),
        moment,
        offsetMinutes,
        abbreviation: () => named(zone, moment, 'short'),
    };
}
function named(zone, moment, timeZoneName) {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName });
    return parts.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
/** Minutes in `GMT+09:00`. */
function offset(text) {
    const [, sign, hours = '0', minutes = '0'] = /([+-])(\d+)(?::(\d+))?/.exec(text) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

;// CONCATENATED MODULE: ./packages/metadata/template.ts



const mustache = /(\\*)\{\{(?:!--[\s\S]*?--~?\}\}|(\{?)(~?)([\s\S]*?)(~?)\}?\}\})/g;
/** Of a text with expressions, so that reading it takes no time to speak of. */
const template_maxCharacters = 16_384;
const word = String.raw `[^\s"'=(){}|[\]~]+`;
const argument = new RegExp(String.raw `\s+(?:(${word})=)?(?:"((?:\\"|[^"])*)"|'((?:\\'|[^'])*)'|(${word}))`, 'y');
/**
 * The part of Handlebars that tags are written in: `{{name}}`, `{{{name}}}`, `{{date 'format' tz='zone'}}`, `{{~name~}}`,
 * comments and `\{{`. https://handlebarsjs.com/guide/expressions.html
 * @throws UsageError for any other expression, for a name that is not in the vocabulary and for a text that is too long
 */
function parseTemplate(text, place, known) {
    if (!text.includes('{{'))
        return text === '' ? [] : [text];
    if (text.length > template_maxCharacters) {
        throw fault(place, `a text with expressions has ${template_maxCharacters} characters at most`);
    }
    const parts = [];
    let at = 0;
    let trim = false;
    const push = (literal, trimEnd = false) => {
        const started = trim ? literal.trimStart() : literal;
        parts.push(trimEnd ? started.trimEnd() : started);
        trim = false;
    };
    for (const found of text.matchAll(mustache)) {
        const [whole, slashes = '', open = '', left = '', inner, right = ''] = found;
        const before = text.slice(at, found.index);
        at = found.index + whole.length;
        if (slashes.length === 1) {
            push(`${before}${whole.slice(1)}`);
            continue;
        }
        push(`${before}${slashes.slice(1)}`, left !== '');
        trim = right !== '';
        if (inner === undefined || inner.startsWith('!'))
            continue;
        parts.push(expression(inner.replace(open === '' ? /^&/ : /^/, '').trim(), place, known));
    }
    const rest = text.slice(at);
    if (rest.includes('{{'))
        throw fault(place, 'an expression is not closed: end it with }}');
    push(rest);
    return parts.filter((part) => part !== '');
}
function expression(inner, place, known) {
    const shown = (0,quote/* quote */.h)(`{{${inner}}}`);
    if (/^[#/^>*]|^else\b/.test(inner)) {
        throw fault(place, `${shown} is a block of Handlebars: only single expressions are understood`);
    }
    const name = new RegExp(`^${word}`).exec(inner)?.[0] ?? '';
    const dated = known.dates.includes(name);
    if (!dated && !known.plain.includes(name)) {
        const names = [...known.plain, ...known.dates];
        throw fault(place, `${shown} is not known here${(0,nearest/* didYouMean */.a)(name, names) || `: use ${names.join(', ')}`}`);
    }
    const { format, zone, extra } = argumentsOf(inner.slice(name.length), shown, place);
    const least = dated && format === undefined;
    if (least || extra || (!dated && (format !== undefined || zone !== undefined))) {
        const form = dated ? `{{${name} 'YYYYMMDD' tz='UTC'}}` : `{{${name}}}`;
        throw fault(place, `${shown} must be written as ${form}`);
    }
    if (zone !== undefined && !isZone(zone)) {
        throw fault(place, `${(0,quote/* quote */.h)(zone)} is not a time zone: write tz='Europe/Paris'`);
    }
    return { name, format, zone };
}
function argumentsOf(text, shown, place) {
    let format;
    let zone;
    let extra = false;
    argument.lastIndex = 0;
    for (let at = 0; at < text.trimEnd().length; at = argument.lastIndex) {
        const found = argument.exec(text);
        if (found === null)
            throw fault(place, `${shown} is not understood`);
        const [, key, double, single, bare] = found;
        const value = double?.replaceAll('\\"', '"') ?? single?.replaceAll("\\'", "'") ?? null;
        if (key === undefined) {
            extra ||= format !== undefined;
            format = value;
        }
        else if (key === 'tz')
            zone = value ?? bare;
        else
            throw fault(place, `${shown} takes no ${(0,quote/* quote */.h)(key)}${(0,nearest/* didYouMean */.a)(key, ['tz'])}`);
    }
    return { format, zone, extra };
}
/** The text, with every expression replaced by its value as it is. */
const render = (template, values) => template
    .map((part) => {
    if (typeof part === 'string')
        return part;
    return part.format === undefined ? values.plain(part.name) : values.date(part);
})
    .join('');
/** Does an expression of this name stand in it? */
const mentions = (template, name) => template.some((part) => typeof part !== 'string' && part.name === name);
/** Is it this one expression and nothing else? */
const isOnly = (template, name) => template.length === 1 && mentions(template, name);
/** The dates in it whose format is a bare word, which names nothing: they are written in ISO 8601. */
const template_unquoted = (template) => template.flatMap((part) => (typeof part !== 'string' && part.format === null ? [part.name] : []));

;// CONCATENATED MODULE: ./packages/metadata/vocabulary.ts
const dates = ['date', 'commit_date'];
/** In prefix, suffix, value, enable, labels and annotations. */
const global = {
    plain: ['branch', 'tag', 'sha', 'base_ref', 'is_default_branch', 'is_not_default_branch'],
    dates,
};
/** In the pattern of a schedule. */
const schedule = { plain: [], dates };
/** In the pattern of semver. */
const semver = {
    plain: ['raw', 'version', 'major', 'minor', 'patch', 'prerelease', 'build'],
    dates: [],
};
/** In the pattern of pep440. */
const pep440 = {
    plain: ['raw', 'version', 'major', 'minor', 'patch'],
    dates: [],
};

;// CONCATENATED MODULE: ./packages/metadata/flavor.ts





const none = { template: [], onLatest: false };
const keys = ['latest', 'prefix', 'suffix', 'onlatest'];
/** Reads `latest=auto|true|false`, `prefix=…,onlatest=…` and `suffix=…,onlatest=…`. @throws UsageError that names the line */
const parseFlavor = (text) => recordsOf('flavor', text).reduce(withLine, {
    latest: 'auto',
    prefix: none,
    suffix: none,
});
function withLine(flavor, { fields, place }) {
    let result = flavor;
    let last;
    for (const field of fields) {
        const { key = '', value } = pairOf(field);
        if (key === 'latest' && isLatest(value))
            result = { ...result, latest: value, place };
        else if (key === 'prefix' || key === 'suffix') {
            last = key;
            const template = parseTemplate(value, place, global);
            result = { ...result, [key]: { ...result[key], template } };
        }
        else if (key === 'onlatest' && last !== undefined && /^(?:true|false)$/.test(value)) {
            result = { ...result, [last]: { ...result[last], onLatest: value === 'true' } };
        }
        else
            throw fault(place, wrong(key, value));
    }
    return result;
}
const isLatest = (value) => value === 'auto' || value === 'true' || value === 'false';
function wrong(key, value) {
    if (key === 'latest')
        return `latest must be auto, true or false, not ${(0,quote/* quote */.h)(value)}`;
    if (key === 'onlatest') {
        return `onlatest must be true or false and stand behind a prefix or suffix, not ${(0,quote/* quote */.h)(value)}`;
    }
    const name = key === '' ? value : key;
    return `flavor has no ${(0,quote/* quote */.h)(name)}${(0,nearest/* didYouMean */.a)(name, keys) || `: use ${keys.join(', ')}`}`;
}

// EXTERNAL MODULE: ./packages/oci/reference.ts
var reference = __webpack_require__(1421);
;// CONCATENATED MODULE: ./packages/metadata/images.ts




const attributes = ['name', 'enable'];
/**
 * The names of the images that are enabled, in lower case and as they were written: `acme/shop` stays `acme/shop`. A single line
 * may hold several names; else it is one image a line, as `name` or `name=…,enable=…`.
 * @throws UsageError for a name that is none, has a tag or a digest, and for unknown attributes
 */
function parseImages(text) {
    const lines = recordsOf('images', text);
    const [first] = lines;
    if (lines.length === 1 &&
        first !== undefined &&
        !first.fields.some((field) => /.=/.test(field))) {
        return first.fields.map((field) => nameIn(field, first));
    }
    return lines.flatMap((line) => {
        const { name, enabled } = imageOf(line);
        return enabled ? [name] : [];
    });
}
function imageOf(line) {
    let name;
    let enabled = true;
    for (const field of line.fields) {
        const { key = 'name', value } = pairOf(field);
        if (key === 'name') {
            if (name !== undefined)
                throw fault(line.place, 'write one image a line');
            name = nameIn(value, line);
        }
        else if (key === 'enable') {
            if (value !== 'true' && value !== 'false') {
                throw fault(line.place, `enable must be true or false, not ${(0,quote/* quote */.h)(value)}`);
            }
            enabled = value === 'true';
        }
        else {
            const hint = (0,nearest/* didYouMean */.a)(key, attributes) || `: use ${attributes.join(', ')}`;
            throw fault(line.place, `an image has no attribute ${(0,quote/* quote */.h)(key)}${hint}`);
        }
    }
    if (name === undefined)
        throw fault(line.place, 'the image has no name');
    return { name, enabled };
}
function nameIn(field, { place }) {
    const name = field.trim().toLowerCase();
    if (name === '')
        throw fault(place, 'the name of an image is empty');
    const { tag, digest } = referenceIn(name, place);
    if (tag === undefined && digest === undefined)
        return name;
    throw fault(place, `an image must have neither tag nor digest: its tags are what is decided here`);
}
function referenceIn(name, place) {
    try {
        return (0,reference/* parseRegistryReference */.qq)(name);
    }
    catch (error) {
        if (!(error instanceof errors/* UsageError */.eb))
            throw error;
        throw fault(place, `${(0,quote/* quote */.h)(name)} is not the name of an image: write registry/repository, such as ghcr.io/acme/shop`);
    }
}

;// CONCATENATED MODULE: ./packages/metadata/week.ts
const dayMs = 86_400_000;
const startOfYear = (year) => Date.UTC(year, 0, 1);
/** The day of the year, from 1. */
const dayOfYear = (date) => Math.floor((date.getTime() - startOfYear(date.getUTCFullYear())) / dayMs) + 1;
/** ISO 8601: weeks start on Monday, and the first one holds the year's first Thursday. */
function isoWeek(date) {
    const weekday = (date.getUTCDay() + 6) % 7;
    const thursday = new Date(date.getTime() + (3 - weekday) * dayMs);
    return { year: thursday.getUTCFullYear(), week: Math.ceil(dayOfYear(thursday) / 7) };
}
/** As in the United States: weeks start on Sunday, and the first one holds the first of January. */
function sundayWeek(date) {
    const saturday = new Date(date.getTime() + (6 - date.getUTCDay()) * dayMs);
    return { year: saturday.getUTCFullYear(), week: Math.ceil(dayOfYear(saturday) / 7) };
}

;// CONCATENATED MODULE: ./packages/metadata/date.ts


const months = 'January February March April May June July August September October November December'.split(' ');
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const padded = (value, length) => String(value).padStart(length, '0');
function ordinal(value) {
    const tens = Math.floor((value % 100) / 10) === 1;
    return `${value}${(tens ? undefined : ['th', 'st', 'nd', 'rd'][value % 10]) ?? 'th'}`;
}
function date_offset({ offsetMinutes }, colon) {
    const minutes = Math.abs(offsetMinutes);
    return `${offsetMinutes < 0 ? '-' : '+'}${padded(Math.floor(minutes / 60), 2)}${colon}${padded(minutes % 60, 2)}`;
}
const year = ({ shown }) => shown.getUTCFullYear();
const month = ({ shown }) => shown.getUTCMonth() + 1;
const quarter = (clock) => Math.ceil(month(clock) / 3);
const day = ({ shown }) => shown.getUTCDate();
const yearday = ({ shown }) => dayOfYear(shown);
const weekday = ({ shown }) => shown.getUTCDay();
const hour = ({ shown }) => shown.getUTCHours();
const twelfth = (clock) => hour(clock) % 12 || 12;
const minute = ({ shown }) => shown.getUTCMinutes();
const second = ({ shown }) => shown.getUTCSeconds();
const week = ({ shown }) => sundayWeek(shown).week;
const weekYear = ({ shown }) => sundayWeek(shown).year;
const weekOfIso = ({ shown }) => isoWeek(shown).week;
const yearOfIso = ({ shown }) => isoWeek(shown).year;
const monthName = (clock) => months[month(clock) - 1] ?? '';
const dayName = (clock) => days[weekday(clock)] ?? '';
const two = (part) => (clock) => padded(part(clock), 2);
const lastTwo = (part) => (clock) => padded(part(clock) % 100, 2);
const wide = (part, length) => (clock) => padded(part(clock), length);
const nth = (part) => (clock) => ordinal(part(clock));
const minutes = (clock) => two(minute)(clock);
const clockText = (clock) => `${minutes(clock)}${two(second)(clock)}`;
/** https://momentjs.com/docs/#/displaying/format/ */
const tokens = {
    ...{ M: month, Mo: nth(month), MM: two(month), MMMM: monthName },
    MMM: (clock) => monthName(clock).slice(0, 3),
    ...{ Q: quarter, Qo: nth(quarter), D: day, Do: nth(day), DD: two(day) },
    ...{ DDD: yearday, DDDo: nth(yearday), DDDD: wide(yearday, 3) },
    ...{ d: weekday, do: nth(weekday), dddd: dayName, e: weekday },
    dd: (clock) => dayName(clock).slice(0, 2),
    ddd: (clock) => dayName(clock).slice(0, 3),
    E: (clock) => weekday(clock) || 7,
    ...{ w: week, wo: nth(week), ww: two(week), gg: lastTwo(weekYear), gggg: wide(weekYear, 4) },
    ...{ W: weekOfIso, Wo: nth(weekOfIso), WW: two(weekOfIso), ggggg: wide(weekYear, 5) },
    ...{ GG: lastTwo(yearOfIso), GGGG: wide(yearOfIso, 4), GGGGG: wide(yearOfIso, 5) },
    ...{ Y: year, YY: lastTwo(year), YYYY: wide(year, 4), YYYYY: wide(year, 5) },
    YYYYYY: (clock) => `+${padded(year(clock), 6)}`,
    ...{ y: year, yo: nth(year), yy: two(year), yyy: wide(year, 3), yyyy: wide(year, 4) },
    ...{ N: () => 'AD', NN: () => 'AD', NNN: () => 'AD', NNNN: () => 'Anno Domini' },
    NNNNN: () => 'AD',
    a: (clock) => (hour(clock) < 12 ? 'am' : 'pm'),
    A: (clock) => (hour(clock) < 12 ? 'AM' : 'PM'),
    ...{ H: hour, HH: two(hour), h: twelfth, hh: two(twelfth) },
    k: (clock) => hour(clock) || 24,
    kk: (clock) => padded(hour(clock) || 24, 2),
    ...{ m: minute, mm: minutes, s: second, ss: two(second) },
    Hmm: (clock) => `${hour(clock)}${minutes(clock)}`,
    hmm: (clock) => `${twelfth(clock)}${minutes(clock)}`,
    Hmmss: (clock) => `${hour(clock)}${clockText(clock)}`,
    hmmss: (clock) => `${twelfth(clock)}${clockText(clock)}`,
    z: (clock) => clock.abbreviation(),
    // Its long form: moment-timezone gives the abbreviation for both.
    zz: (clock) => clock.abbreviation(),
    Z: (clock) => date_offset(clock, ':'),
    ZZ: (clock) => date_offset(clock, ''),
    X: ({ moment }) => Math.floor(moment.getTime() / 1000),
    x: ({ moment }) => moment.getTime(),
};
const grammar = /\[[^[]*\]|\\?(?:[Hh]mm(?:ss)?|Mo|M{1,4}|DDDo|Do|D{1,4}|d{2,4}|do?|w[ow]?|W[oW]?|Qo?|N{1,5}|Y{6}|Y{5}|YYYY|YY|y{2,4}|yo?|g{4,5}|gg|G{4,5}|GG|hh?|HH?|kk?|mm?|ss?|S{1,9}|zz?|ZZ?|[^])/gu;
const date_long = {
    LTS: 'h:mm:ss A',
    LT: 'h:mm A',
    L: 'MM/DD/YYYY',
    LL: 'MMMM D, YYYY',
    LLL: 'MMMM D, YYYY h:mm A',
    LLLL: 'dddd, MMMM D, YYYY h:mm A',
    l: 'M/D/YYYY',
    ll: 'MMM D, YYYY',
    lll: 'MMM D, YYYY h:mm A',
    llll: 'ddd, MMM D, YYYY h:mm A',
};
const longGrammar = /\[[^[]*\]|\\?(?:LTS|LT|L{1,4}|l{1,4})/g;
function token(text, clock) {
    if (/^S+$/.test(text)) {
        return `${padded(clock.shown.getUTCMilliseconds(), 3)}000000`.slice(0, text.length);
    }
    const write = Object.hasOwn(tokens, text) ? tokens[text] : undefined;
    if (write !== undefined)
        return String(write(clock));
    return text.startsWith('[') && text.length > 1
        ? text.replace(/^\[|\]$/g, '')
        : text.replaceAll('\\', '');
}
const iso = 'YYYY-MM-DDTHH:mm:ss';
/**
 * A moment in the tokens of moment.js, in English; without a format in ISO 8601.
 * @param zone one that `isZone` knows
 */
function formatDate(moment, format, zone = 'UTC') {
    const clock = clockIn(zone, moment);
    const wanted = format === null || format === '' ? `${iso}${zone === 'UTC' ? '[Z]' : 'Z'}` : format;
    return wanted
        .replace(longGrammar, (text) => date_long[text] ?? text)
        .replace(grammar, (text) => token(text, clock));
}

;// CONCATENATED MODULE: ./packages/metadata/facts.ts

/** A field of a payload that nobody has checked. */
function payloadText(payload, ...path) {
    let value = payload;
    for (const name of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
            return undefined;
        value = Reflect.get(value, name);
    }
    if (typeof value === 'number' && Number.isSafeInteger(value))
        return String(value);
    return typeof value === 'string' ? value : undefined;
}
/**
 * The occasion of a workflow's event. `pull_request_target` runs on the base branch and is named after its pull request;
 * `DOCKER_METADATA_PR_HEAD_SHA` names a pull request by the commit that was pushed, not by its merge.
 */
function occasionOf(env, payload) {
    const eventName = env.get('GITHUB_EVENT_NAME') ?? '';
    let ref = env.get('GITHUB_REF') ?? '';
    let commit = env.get('GITHUB_SHA') ?? '';
    if (eventName.includes('pull_request_target')) {
        const number = payloadText(payload, 'number');
        if (number === undefined) {
            throw new errors/* UsageError */.eb('the payload of pull_request_target must name the number of its pull request');
        }
        ref = `refs/pull/${number}/merge`;
    }
    if (/true/i.test(env.get('DOCKER_METADATA_PR_HEAD_SHA') ?? '') &&
        eventName.includes('pull_request')) {
        commit = payloadText(payload, 'pull_request', 'head', 'sha') ?? commit;
    }
    return { eventName, ref, commit, payload };
}
/** `DOCKER_METADATA_SHORT_SHA_LENGTH`, by default 7. @throws UsageError for anything but a whole number from 1 */
function shortLengthOf(env) {
    const text = env.get('DOCKER_METADATA_SHORT_SHA_LENGTH') ?? '';
    if (text === '')
        return 7;
    if (/^[1-9][0-9]{0,2}$/.test(text))
        return Number(text);
    throw new errors/* UsageError */.eb(`DOCKER_METADATA_SHORT_SHA_LENGTH must be a whole number from 1, not ${(0,quote/* quote */.h)(text)}`);
}
const levels = ['manifest', 'index', 'manifest-descriptor', 'index-descriptor'];
/**
 * `DOCKER_METADATA_ANNOTATIONS_LEVELS`, by default `manifest`. https://docs.docker.com/build/metadata/annotations/
 * @throws UsageError for a level that nobody knows
 */
function levelsOf(env) {
    const given = env.get('DOCKER_METADATA_ANNOTATIONS_LEVELS') ?? '';
    return (given === '' ? 'manifest' : given).split(',').map((text) => {
        const level = text.trim();
        if (levels.includes(level.replace(/\[[A-Za-z0-9_/.-]+\]$/, '')))
            return level;
        throw new errors/* UsageError */.eb(`DOCKER_METADATA_ANNOTATIONS_LEVELS must name ${levels.join(', ')}, not ${(0,quote/* quote */.h)(level)}`);
    });
}

;// CONCATENATED MODULE: ./packages/metadata/values.ts



/** What stands behind a prefix of the ref; undefined for another kind of ref. */
const behind = (ref, prefix) => ref.startsWith(prefix) ? ref.slice(prefix.length) : undefined;
const branchOf = ({ ref }) => behind(ref, 'refs/heads/');
const tagOf = ({ ref }) => behind(ref, 'refs/tags/');
/** `15`, of `refs/pull/15/merge`. */
const pullOf = ({ ref }) => behind(ref, 'refs/pull/')?.replace(/\/merge$/, '');
const shortCommit = ({ occasion, shortLength }) => occasion.commit.slice(0, shortLength);
/** Events that always stand for the last commit of the default branch. https://docs.github.com/actions/reference/events-that-trigger-workflows */
const ofDefaultBranch = /create|discussion|issues|schedule/;
function isDefaultBranch({ occasion }) {
    const branch = branchOf(occasion) ?? occasion.ref;
    if (branch === '')
        return false;
    return (payloadText(occasion.payload, 'repository', 'default_branch') === branch ||
        ofDefaultBranch.test(occasion.eventName));
}
function baseRef({ occasion }) {
    const { payload } = occasion;
    const pushed = tagOf(occasion) === undefined ? undefined : payloadText(payload, 'base_ref');
    if (pushed !== undefined)
        return behind(pushed, 'refs/heads/') ?? pushed;
    if (pullOf(occasion) === undefined)
        return '';
    return payloadText(payload, 'pull_request', 'base', 'ref') ?? '';
}
const plain = {
    branch: ({ occasion }) => branchOf(occasion) ?? '',
    tag: ({ occasion }) => tagOf(occasion) ?? '',
    sha: shortCommit,
    base_ref: baseRef,
    is_default_branch: (facts) => String(isDefaultBranch(facts)),
    is_not_default_branch: (facts) => String(!isDefaultBranch(facts)),
};
/** The values of the global expressions. @throws UsageError when the date of the commit was not found out */
function globalValues(facts, place) {
    return {
        plain: (name) => plain[name]?.(facts) ?? '',
        date: ({ name, format, zone }) => {
            const moment = name === 'date' ? facts.now : facts.commitDate;
            if (moment === undefined)
                throw fault(place, 'the date of the commit is not known here');
            return formatDate(moment, format ?? null, zone);
        },
    };
}

;// CONCATENATED MODULE: ./packages/metadata/labels.ts






/** Lines of `key=value`, with expressions. @throws UsageError that names the line */
const parseEntries = (input, text) => textsOf(input, text).map(({ fields, place }) => ({
    place,
    template: parseTemplate(fields.join(',').trim(), place, global),
}));
/** https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md#pre-defined-annotation-keys */
const standard = (facts, version) => {
    const { name, description, url, license } = facts.repository;
    return [
        ['title', name],
        ['description', description],
        ['url', url],
        ['source', url],
        ['version', version],
        ['created', facts.now.toISOString()],
        ['revision', facts.occasion.commit],
        ['licenses', license],
    ].map(([key = '', value = '']) => [`org.opencontainers.image.${key}`, value]);
};
/**
 * The labels of the image: those of OCI, then those given, which may replace them; sorted by key.
 * @throws UsageError for a line without `=`
 */
function labelsOf(entries, facts, version) {
    const labels = new Map(standard(facts, version));
    for (const { place, template } of entries) {
        const text = render(template, globalValues(facts, place));
        const equals = text.indexOf('=');
        if (equals < 1)
            throw fault(place, `${(0,quote/* quote */.h)(text)} is not key=value`);
        labels.set(text.slice(0, equals), text.slice(equals + 1));
    }
    return new Map([...labels].sort(([a], [b]) => a.localeCompare(b, 'en')));
}
/** The dates in them whose format stands in no quotes. */
const unquotedIn = (entries) => entries.flatMap(({ template }) => unquoted(template));

;// CONCATENATED MODULE: ./packages/metadata/attributes.ts



const types = {
    schedule: ['pattern'],
    semver: ['pattern', 'value', 'match'],
    pep440: ['pattern', 'value', 'match'],
    match: ['pattern', 'group', 'value'],
    edge: ['branch'],
    ref: ['event'],
    raw: ['value'],
    sha: ['format'],
    calver: ['pattern', 'tz', 'start'],
    describe: ['match'],
    revision: ['value'],
};
/** What every rule may say. */
const common = ['enable', 'priority', 'prefix', 'suffix'];
const ruleTypes = Object.keys(types);
const isType = (text) => Object.hasOwn(types, text);
/**
 * The attributes of a rule; without `type=` it is `raw`, and a field without a key is the value.
 * @throws UsageError for an unknown type or attribute, with the nearest, and for one that is given twice
 */
function attributesOf({ fields, place }) {
    const given = new Map();
    for (const field of fields) {
        const { key = 'value', value } = pairOf(field);
        if (key === 'value' && value === '' && !field.includes('='))
            continue;
        if (given.has(key))
            throw fault(place, `${(0,quote/* quote */.h)(key)} is given twice`);
        given.set(key, value);
    }
    const type = given.get('type') ?? 'raw';
    if (!isType(type)) {
        throw fault(place, `type ${(0,quote/* quote */.h)(type)} is unknown${(0,nearest/* didYouMean */.a)(type, ruleTypes) || `: use ${ruleTypes.join(', ')}`}`);
    }
    given.delete('type');
    const known = [...types[type], ...common];
    for (const key of given.keys()) {
        if (known.includes(key))
            continue;
        const hint = (0,nearest/* didYouMean */.a)(key, known) || `: it takes ${known.join(', ')}`;
        const what = key === 'value' ? 'takes no value' : `has no attribute ${(0,quote/* quote */.h)(key)}`;
        throw fault(place, `type=${type} ${what}${hint}`);
    }
    return { type, place, given };
}

;// CONCATENATED MODULE: ./packages/metadata/calver.ts




const fields = {
    YYYY: (date) => String(date.getUTCFullYear()),
    YY: (date) => String(date.getUTCFullYear() - 2000),
    '0Y': (date) => calver_padded(date.getUTCFullYear() - 2000),
    MM: (date) => String(date.getUTCMonth() + 1),
    '0M': (date) => calver_padded(date.getUTCMonth() + 1),
    WW: (date) => String(isoWeek(date).week),
    '0W': (date) => calver_padded(isoWeek(date).week),
    DD: (date) => String(date.getUTCDate()),
    '0D': (date) => calver_padded(date.getUTCDate()),
};
const calver_padded = (value) => String(value).padStart(2, '0');
const counter = 'MICRO';
const digits = {
    YYYY: '[0-9]{4}',
    [counter]: '(0|[1-9][0-9]{0,8})',
};
const calver_token = /YYYY|0Y|YY|0M|MM|0W|WW|0D|DD|MICRO/g;
const zeroed = '[0-9]{2}';
const literal = (text) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
/** Reads `pattern`, `tz` and `start`. @throws UsageError for a pattern without exactly one MICRO, and for letters that are no field */
function parseCalendar(given, place) {
    const pattern = given.get('pattern') ?? `YYYY.0M.${counter}`;
    const parts = pattern.split(new RegExp(`(${calver_token.source})`)).filter((part) => part !== '');
    const counters = parts.filter((part) => part === counter).length;
    const strange = parts.find((part) => !isToken(part) && /[^._-]/.test(part));
    if (counters !== 1 || strange !== undefined || pattern.length > calver_maxCharacters) {
        throw fault(place, `${(0,quote/* quote */.h)(pattern)} is not a calendar version: write fields (${[...Object.keys(fields), counter].join(', ')}) with "." between, MICRO once`);
    }
    const start = given.get('start') ?? '0';
    if (!/^[0-9]{1,9}$/.test(start)) {
        throw fault(place, `start must be a whole number, not ${(0,quote/* quote */.h)(start)}`);
    }
    const zone = given.get('tz') ?? 'UTC';
    if (!isZone(zone))
        throw fault(place, `${(0,quote/* quote */.h)(zone)} is not a time zone: write tz=Europe/Paris`);
    return { parts, zone, start: Number(start) };
}
/** Of a pattern: no version is longer. */
const calver_maxCharacters = 64;
const isToken = (part) => part === counter || Object.hasOwn(fields, part);
/** Is a git tag (`2026.11.3`, `v2026.11.3`) a version of this scheme? Gives it without the `v`. */
function calendarVersion(calendar, tag) {
    const text = tag.replace(/^v/, '');
    const form = calendar.parts.map((part) => {
        if (!isToken(part))
            return literal(part);
        return digits[part] ?? (part.startsWith('0') ? zeroed : '(?:[1-9][0-9]{0,2}|0)');
    });
    return new RegExp(`^${form.join('')}$`).test(text) ? text : undefined;
}
/** The next version: that of today, with one more than the highest counter that a git tag of the same period has. */
function nextCalendar({ parts, zone, start }, now, tags) {
    const { shown } = clockIn(zone, now);
    const texts = parts.map((part) => (part === counter ? part : (fields[part]?.(shown) ?? part)));
    const form = new RegExp(`^v?${texts.map((text) => (text === counter ? '(0|[1-9][0-9]{0,8})' : literal(text))).join('')}$`);
    let highest = -1;
    let after;
    for (const tag of tags) {
        const count = Number(form.exec(tag)?.[1] ?? -1);
        if (count > highest)
            [highest, after] = [count, tag];
    }
    const count = Math.max(highest + 1, start);
    return {
        version: texts.map((text) => (text === counter ? String(count) : text)).join(''),
        after,
    };
}

;// CONCATENATED MODULE: ./packages/metadata/rule.ts







const priorities = {
    schedule: 1000,
    semver: 900,
    pep440: 900,
    calver: 900,
    revision: 900,
    match: 800,
    edge: 700,
    ref: 600,
    describe: 300,
    raw: 200,
    sha: 100,
};
const defaults = [
    'type=schedule',
    'type=ref,event=branch',
    'type=ref,event=tag',
    'type=ref,event=pr',
];
/**
 * The rules of `tags`, the highest priority first and else in their order; an empty input stands for schedule, branch, tag and
 * pull request. @throws UsageError that names the line
 */
function parseRules(text) {
    const given = recordsOf('tags', text);
    const lines = given.length > 0
        ? given
        : recordsOf('tags', defaults.join('\n')).map(({ fields, place }) => ({
            fields,
            place: { ...place, line: 0 },
        }));
    return lines.map((line) => ruleOf(attributesOf(line))).sort((a, b) => b.priority - a.priority);
}
function ruleOf(written) {
    const { place, given } = written;
    const matter = matterOf(written);
    return {
        place,
        enable: parseTemplate(given.get('enable') ?? 'true', place, global),
        priority: priorityOf(written),
        prefix: template(written, 'prefix', global, prefixOf(matter)),
        suffix: template(written, 'suffix', global),
        matter,
    };
}
function prefixOf(matter) {
    if (matter.type === 'sha')
        return 'sha-';
    return matter.type === 'ref' && matter.event === 'pr' ? 'pr-' : undefined;
}
function priorityOf({ type, place, given }) {
    const text = given.get('priority');
    if (text === undefined)
        return priorities[type];
    if (/^-?[0-9]+(?:\.[0-9]+)?$/.test(text))
        return Number(text);
    throw fault(place, `priority must be a number, not ${(0,quote/* quote */.h)(text)}`);
}
function matterOf(written) {
    const { type, place, given } = written;
    switch (type) {
        case 'schedule':
            return { type, pattern: sure(written, 'pattern', schedule, 'nightly') };
        case 'semver':
        case 'pep440': {
            const pattern = sure(written, 'pattern', vocabulary_namespaceObject[type]);
            return { type, pattern, raw: isOnly(pattern, 'raw'), ...sourceOf(written) };
        }
        case 'match':
            return { type, ...patternOf(written), value: sourceOf(written).value };
        case 'edge':
            return { type, branch: given.get('branch') === '' ? undefined : given.get('branch') };
        case 'ref':
            return { type, event: oneOf(written, 'event', ['branch', 'tag', 'pr']) };
        case 'raw':
            return { type, value: sure(written, 'value', global) };
        case 'sha':
            return { type, format: oneOf(written, 'format', ['short', 'long'], 'short') };
        case 'calver':
            return { type, calendar: parseCalendar(given, place) };
        case 'describe':
            return { type, match: given.get('match') ?? '' };
        case 'revision':
            return { type, value: sourceOf(written).value };
    }
}
function template({ place, given }, key, known, otherwise) {
    const text = given.get(key) ?? otherwise;
    return text === undefined ? undefined : parseTemplate(text, place, known);
}
function sure(written, key, known, otherwise) {
    const found = template(written, key, known, otherwise);
    if (found !== undefined)
        return found;
    throw fault(written.place, `type=${written.type} needs ${key}=…`);
}
function sourceOf(written) {
    const { place, given } = written;
    const match = given.get('match') ?? '';
    const value = (given.get('value') ?? '') === '' ? undefined : template(written, 'value', global);
    return { value, match: match === '' ? undefined : expressionOf(match, '', place) };
}
/** `text` or `/text/flags`. */
function patternOf(written) {
    const { place, given } = written;
    const text = given.get('pattern');
    if (text === undefined)
        throw fault(place, 'type=match needs pattern=…');
    const group = given.get('group') ?? '0';
    if (!/^[0-9]{1,2}$/.test(group)) {
        throw fault(place, `group must be a whole number from 0 to 99, not ${(0,quote/* quote */.h)(group)}`);
    }
    const [, source = text, flags = ''] = /^\/(.+)\/(.*)$/.exec(text) ?? [];
    return { pattern: expressionOf(source, flags, place), group: Number(group) };
}
function expressionOf(source, flags, place) {
    try {
        return new RegExp(source, flags);
    }
    catch (error) {
        const why = Error.isError(error) ? error.message.replace(/^.*: /s, '').toLowerCase() : '';
        throw fault(place, `${(0,quote/* quote */.h)(source)} is not a regular expression (${why})`);
    }
}
function oneOf({ type, place, given }, key, values, otherwise) {
    const text = given.get(key) ?? otherwise;
    const found = values.find((value) => value === text);
    if (found !== undefined)
        return found;
    const said = text === undefined ? '' : `, not ${(0,quote/* quote */.h)(text)}`;
    throw fault(place, `type=${type} needs ${key}= one of ${values.join(', ')}${said}`);
}

;// CONCATENATED MODULE: ./packages/metadata/plan.ts






/** Reads what was asked for. @throws UsageError for all that is wrong in it, naming the input and the line */
function parseMetadata(texts) {
    const rules = parseRules(texts.tags ?? '');
    const flavor = parseFlavor(texts.flavor ?? '');
    const labels = parseEntries('labels', texts.labels ?? '');
    const annotations = parseEntries('annotations', texts.annotations ?? '');
    const templates = [
        ...rules.flatMap((rule) => templatesOf(rule).map((template) => ({ place: rule.place, template }))),
        ...[flavor.prefix, flavor.suffix].map(({ template }) => ({ place: flavorPlace, template })),
        ...labels,
        ...annotations,
    ];
    return {
        images: parseImages(texts.images ?? ''),
        rules,
        flavor,
        labels,
        annotations,
        needs: {
            commitDate: templates.some(({ template }) => mentions(template, 'commit_date')),
            gitTags: rules.some(({ matter }) => matter.type === 'calver' || matter.type === 'revision'),
            descriptions: [
                ...new Set(rules.flatMap(({ matter }) => (matter.type === 'describe' ? [matter.match] : []))),
            ],
        },
        doubts: templates.flatMap(({ place, template }) => template_unquoted(template).map((name) => `${placeName(place)}: the format of {{${name}}} stands in no quotes, so the date is written in ISO 8601`)),
    };
}
const flavorPlace = { input: 'flavor', line: 0, text: '' };
function templatesOf({ enable, prefix, suffix, matter }) {
    const own = [
        'pattern' in matter && !(matter.pattern instanceof RegExp) ? matter.pattern : undefined,
        'value' in matter ? matter.value : undefined,
    ];
    return [enable, prefix, suffix, ...own].filter((template) => template !== undefined);
}

// EXTERNAL MODULE: ./packages/version/version.ts
var version = __webpack_require__(2229);
;// CONCATENATED MODULE: ./packages/metadata/outcome.ts
const nothing = (why) => ({ text: undefined, why });

;// CONCATENATED MODULE: ./packages/metadata/expand-new.ts






/** A pull request and a merge queue release nothing. */
const releases = ({ occasion }) => pullOf(occasion) === undefined && branchOf(occasion)?.startsWith('gh-readonly-queue/') !== true;
const noRelease = nothing('a pull request releases nothing');
const expand_new_defaults = { tagPrefix: '', revisionSuffix: '-r' };
/** A git tag without the prefix of the image; undefined for a tag of another image. */
const ownTag = (tag, { form = expand_new_defaults }) => tag.startsWith(form.tagPrefix) ? tag.slice(form.tagPrefix.length) : undefined;
const ownTags = (facts) => (facts.gitTags ?? []).flatMap((tag) => ownTag(tag, facts) ?? []);
/** The calendar version that the git tag is; on other events the next one after those that git has. */
function calendarName(calendar, facts) {
    if (!releases(facts))
        return noRelease;
    const tag = tagOf(facts.occasion);
    if (tag !== undefined) {
        const text = calendarVersion(calendar, ownTag(tag, facts) ?? '');
        if (text === undefined)
            return nothing(`git tag ${(0,quote/* quote */.h)(tag)} is not a version of this scheme`);
        const why = `git tag ${(0,quote/* quote */.h)(tag)}`;
        return { text, why, meaning: 'version', version: text, latest: true };
    }
    const { version, after } = nextCalendar(calendar, facts.now, ownTags(facts));
    const why = after === undefined
        ? 'the first version of its period'
        : `the next after git tag ${(0,quote/* quote */.h)(after)}`;
    return { text: version, why, meaning: 'version', version, latest: true };
}
/** What git describe says of the commit. */
function describedName(match, facts) {
    if (!releases(facts))
        return noRelease;
    const text = facts.descriptions?.get(match);
    if (text === undefined)
        return nothing('no git tag is before this commit, or the clone is shallow');
    return { text, why: 'what git describe says', meaning: 'version', latest: false };
}
/**
 * The next rebuild of a release: `1.4.2-r3` after `1.4.2-r2`. The release is the value, else the git tag; a git tag that is a
 * revision already stays what it is.
 */
function revisionName(value, facts, place) {
    if (!releases(facts))
        return noRelease;
    const tag = tagOf(facts.occasion);
    const source = value === undefined ? tag && ownTag(tag, facts) : (ownTag(value, facts) ?? value);
    if (source === undefined) {
        return nothing(tag === undefined
            ? 'the event is of no git tag'
            : `git tag ${(0,quote/* quote */.h)(tag)} is of another image`);
    }
    const { revisionSuffix } = facts.form ?? expand_new_defaults;
    const parse = (0,version/* versionReader */.SI)(revisionSuffix);
    const release = parse(source.replace(/^v/, ''));
    if (release === undefined) {
        if (value === undefined)
            return nothing(`git tag ${(0,quote/* quote */.h)(tag ?? source)} is not a version`);
        throw fault(place, `value ${(0,quote/* quote */.h)(value)} is not a version: write one such as 1.4.2`);
    }
    if (release.revision > 0)
        return revised(release.text, `version ${(0,quote/* quote */.h)(source)}`);
    const start = `${release.text}${revisionSuffix}`;
    const count = ownTags(facts).reduce((highest, each) => {
        const text = each.replace(/^v/, '');
        const version = text.startsWith(start) ? parse(text) : undefined;
        return Math.max(highest, version?.revision ?? 0);
    }, 0);
    const last = count === 0 ? release.text : `${start}${count}`;
    return revised(`${start}${count + 1}`, `the next revision after ${last}`);
}
const revised = (text, why) => ({
    text,
    why,
    meaning: 'version',
    version: text,
    latest: false,
});

// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./packages/metadata/find.ts



const mostMs = 1000;
/**
 * What a regular expression finds in a text. One that tries the same letters in ever new ways can take longer than anybody
 * waits, and nothing else happens meanwhile, not even at a signal: so it is given up after a second.
 * @throws UsageError when it is
 */
function find(pattern, text, place) {
    const about = { pattern, text, found: null };
    try {
        (0,external_node_vm_.runInNewContext)('found = text.match(pattern)', about, { timeout: mostMs });
    }
    catch (error) {
        if ((0,errors/* codeOf */.$N)(error) !== 'ERR_SCRIPT_EXECUTION_TIMEOUT')
            throw error;
        throw fault(place, `${(0,quote/* quote */.h)(pattern.source)} does not end within a second on ${(0,quote/* quote */.h)(text)}: write it without a repetition inside another one`);
    }
    return about.found;
}

// EXTERNAL MODULE: ./packages/version/python.ts
var python = __webpack_require__(1115);
;// CONCATENATED MODULE: ./packages/metadata/pep440.ts

/** What no tag could hold is not read. */
const pep440_maxCharacters = 256;
/** Reads a version of PEP 440; undefined for anything else. https://peps.python.org/pep-0440/#normalization */
function parsePython(text) {
    const read = text.length > pep440_maxCharacters ? undefined : (0,python/* readPython */.Z)(text);
    if (read === undefined)
        return undefined;
    const { epoch, release, pre, post, dev, local } = read;
    const [major = '0', minor = '0', patch = '0'] = release;
    return {
        raw: text,
        version: [
            epoch === '0' ? '' : `${epoch}!`,
            release.join('.'),
            pre === undefined ? '' : `${pre.stage}${pre.number}`,
            post === undefined ? '' : `.post${post}`,
            dev === undefined ? '' : `.dev${dev}`,
            local === undefined ? '' : `+${local.join('-')}`,
        ].join(''),
        major,
        minor,
        patch,
        final: pre === undefined && post === undefined && dev === undefined,
    };
}

// EXTERNAL MODULE: ./packages/version/semantic.ts
var semantic = __webpack_require__(9373);
;// CONCATENATED MODULE: ./packages/metadata/semver.ts

/** As in node-semver, which takes no larger numbers either. */
const semver_maxCharacters = 256;
/** Reads `1.2.3-rc.1+build`, with or without `v`; undefined for anything else. https://semver.org/spec/v2.0.0.html */
function parseSemantic(text) {
    const read = text.length > semver_maxCharacters ? undefined : (0,semantic/* readSemantic */.N)(text.replace(/^v/, ''));
    if (read === undefined)
        return undefined;
    const { numbers, pre, build } = read;
    if (numbers.some((one) => !Number.isSafeInteger(Number(one))))
        return undefined;
    const [major, minor, patch] = numbers;
    return {
        raw: text,
        version: [numbers.join('.'), ...(pre.length === 0 ? [] : [pre.join('.')])].join('-'),
        major,
        minor,
        patch,
        prerelease: pre.join(','),
        build: build.join(','),
    };
}

;// CONCATENATED MODULE: ./packages/metadata/expand-version.ts








/** What no git tag has is not read. */
const expand_version_maxCharacters = 1024;
const tooLong = nothing(`it has more than ${expand_version_maxCharacters} characters`);
function sourceText(value, { occasion }, { write }) {
    return value === undefined ? tagOf(occasion) : write(value);
}
/** A name from a version of semver or PEP 440: that of the value, else of the git tag. */
function versionedName(matter, facts, how) {
    const source = sourceText(matter.value, facts, how);
    if (source === undefined)
        return nothing('the event is of no git tag');
    if (source.length > expand_version_maxCharacters)
        return tooLong;
    const text = cut(source, matter.match, how.place).replaceAll('/', '-');
    const read = matter.type === 'semver' ? readSemantic(text) : readPython(text);
    if (read === undefined) {
        const scheme = matter.type === 'semver' ? 'semver' : 'PEP 440';
        return nothing(`${(0,quote/* quote */.h)(text)} is not a version of ${scheme}`);
    }
    const { final, fields } = read;
    const named = final || matter.raw ? matter.pattern : undefined;
    const values = { plain: (name) => fields[name] ?? '', date: () => '' };
    return {
        text: named === undefined ? (fields.version ?? '') : render(named, values),
        why: `version ${(0,quote/* quote */.h)(text)}${final ? '' : ' is no final release, so all of it is the name'}`,
        meaning: named === undefined || isWhole(named) ? 'version' : 'pointer',
        ...(fields.version !== undefined && { version: fields.version }),
        latest: final,
    };
}
/** Does a pattern name one release, or a line of them (`{{major}}`)? */
const isWhole = (pattern) => ['raw', 'version', 'patch'].some((name) => mentions(pattern, name));
function readSemantic(text) {
    const version = parseSemantic(text.trim());
    return version && { final: version.prerelease === '', fields: { ...version, raw: text } };
}
function readPython(text) {
    const version = parsePython(text);
    if (version === undefined)
        return undefined;
    const { final, ...fields } = version;
    return { final, fields };
}
/** The first group of `match`; the whole text where it does not match. */
function cut(text, match, place) {
    const found = match === undefined ? null : find(match, text, place);
    if (found === null)
        return text;
    const [, group] = found;
    if (group !== undefined)
        return group;
    throw fault(place, `match found ${(0,quote/* quote */.h)(found[0])} without a group: put ( ) around the version`);
}
/** A group of what the pattern finds in the value, else in the git tag. */
function matchedName(matter, facts, how) {
    const source = sourceText(matter.value, facts, how);
    if (source === undefined)
        return nothing('the event is of no git tag');
    if (source.length > expand_version_maxCharacters)
        return tooLong;
    const found = find(matter.pattern, source, how.place);
    if (found === null)
        return nothing(`${(0,quote/* quote */.h)(source)} does not match`);
    const text = found[matter.group];
    if (text === undefined)
        return nothing(`the match has no group ${matter.group}`);
    const why = `group ${matter.group} of what matches in ${(0,quote/* quote */.h)(source)}`;
    return { text, why, meaning: 'text', version: text, latest: true };
}

;// CONCATENATED MODULE: ./packages/metadata/expand.ts






/** The text that a rule makes of the facts, before prefix and suffix. @throws UsageError that names the rule's line */
function expand({ matter, place }, facts) {
    const values = globalValues(facts, place);
    const write = (template) => render(template, values);
    switch (matter.type) {
        case 'schedule':
            return scheduled(matter, facts, write);
        case 'semver':
        case 'pep440':
            return versionedName(matter, facts, { place, write });
        case 'match':
            return matchedName(matter, facts, { place, write });
        case 'edge':
            return edge(matter, facts);
        case 'ref':
            return referenced(matter, facts);
        case 'raw':
            return { text: write(matter.value), why: 'written so', meaning: 'text', latest: false };
        case 'sha':
            return commit(matter, facts);
        case 'calver':
            return calendarName(matter.calendar, facts);
        case 'describe':
            return describedName(matter.match, facts);
        case 'revision':
            return revisionName(matter.value && write(matter.value), facts, place);
    }
}
function scheduled({ pattern }, { occasion }, write) {
    if (!occasion.eventName.includes('schedule'))
        return nothing('the event is no schedule');
    const why = 'the event is a schedule';
    return { text: write(pattern), why, meaning: 'pointer', latest: false };
}
function edge({ branch }, { occasion, repository }) {
    const pushed = branchOf(occasion);
    const wanted = branch ?? repository.defaultBranch;
    if (pushed === undefined)
        return nothing('the event is of no branch');
    if (pushed !== wanted)
        return nothing(`branch ${(0,quote/* quote */.h)(pushed)} is not ${(0,quote/* quote */.h)(wanted)}`);
    return { text: 'edge', why: `branch ${(0,quote/* quote */.h)(pushed)}`, meaning: 'pointer', latest: false };
}
const references = {
    branch: { of: branchOf, name: 'branch', meaning: 'pointer', latest: false },
    tag: { of: tagOf, name: 'git tag', meaning: 'version', latest: true },
    pr: { of: pullOf, name: 'pull request', meaning: 'pointer', latest: false },
};
function referenced({ event }, { occasion }) {
    const { of, name, meaning, latest } = references[event];
    const text = of(occasion);
    if (text === undefined)
        return nothing(`the event is of no ${name}`);
    return { text, why: `${name} ${(0,quote/* quote */.h)(text)}`, meaning, latest };
}
function commit({ format }, facts) {
    const { commit: hash } = facts.occasion;
    if (hash === '')
        return nothing('no commit is known');
    const text = format === 'short' ? shortCommit(facts) : hash;
    return { text, why: `commit ${hash}`, meaning: 'version', latest: false };
}

;// CONCATENATED MODULE: ./packages/metadata/name.ts






/** All names that the rules give, each once. @throws UsageError that names the line */
function namesOf(rules, flavor, facts) {
    const named = new Map();
    const silent = [];
    let latest;
    for (const rule of rules) {
        const outcome = outcomeOf(rule, flavor, facts);
        if (outcome.text === undefined || outcome.text === '') {
            const why = outcome.text === '' ? 'what it expands to is empty' : outcome.why;
            silent.push({ place: rule.place, why });
            continue;
        }
        const { why, meaning, version } = outcome;
        add(named, tagIn(outcome.text, rule.place), {
            rule: rule.matter.type,
            place: rule.place,
            why,
            meaning,
            ...(version !== undefined && { version }),
        });
        latest ??= flavor.latest === 'auto' ? outcome.latest : flavor.latest === 'true';
    }
    if (latest === true)
        addLatest(named, flavor, facts);
    return { names: [...named].map(([tag, reasons]) => ({ tag, reasons })), silent };
}
function outcomeOf(rule, flavor, facts) {
    const values = globalValues(facts, rule.place);
    const enable = render(rule.enable, values);
    if (enable !== 'true' && enable !== 'false') {
        throw fault(rule.place, `enable must be true or false, not ${(0,quote/* quote */.h)(enable)}`);
    }
    if (enable === 'false')
        return { text: undefined, why: 'it is not enabled' };
    const outcome = expand(rule, facts);
    if (outcome.text === undefined)
        return outcome;
    const prefix = render(rule.prefix ?? flavor.prefix.template, values);
    const suffix = render(rule.suffix ?? flavor.suffix.template, values);
    return { ...outcome, text: `${prefix}${outcome.text}${suffix}` };
}
/** Letters that no tag has become `-`, a run of them one. */
function tagIn(text, place) {
    const tag = text.replace(/[^A-Za-z0-9._-]+/g, '-');
    if ((0,reference/* isTag */.dz)(tag))
        return tag;
    const what = tag.length > 128
        ? `has ${tag.length} characters and a tag at most 128`
        : `is not a tag, since a tag starts with a letter, a digit or "_"`;
    throw fault(place, `${(0,quote/* quote */.h)(tag)} ${what}: give it another value, or enable=false`);
}
function add(named, tag, reason) {
    const before = named.get(tag);
    if (before === undefined)
        named.set(tag, [reason]);
    else {
        const [first] = before;
        if (clash(first, reason) || clash(reason, first))
            throw doubled(tag, first, reason);
        before.push(reason);
    }
}
const name_releases = new Set([
    'semver',
    'pep440',
    'calver',
    'describe',
    'revision',
    'sha',
]);
const pointers = new Set(['schedule', 'edge', 'ref', 'latest']);
/** A release and something that moves on cannot have one name. */
const clash = (a, b) => name_releases.has(a.rule) &&
    a.meaning === 'version' &&
    pointers.has(b.rule) &&
    b.meaning === 'pointer';
const doubled = (tag, first, second) => new errors/* UsageError */.eb(`${(0,quote/* quote */.h)(tag)} has two meanings: ${told(first)}, and ${told(second)}; give one of them a prefix or enable=false`, { input: 'tags' });
const told = ({ place, why }) => `${placeName(place)} (${why})`;
function addLatest(named, flavor, facts) {
    const place = flavor.place ?? { input: 'flavor', line: 0, text: `latest=${flavor.latest}` };
    const values = globalValues(facts, place);
    const [prefix, suffix] = [flavor.prefix, flavor.suffix].map(({ template, onLatest }) => onLatest ? render(template, values) : '');
    const tag = tagIn(`${prefix ?? ''}latest${suffix ?? ''}`, place);
    const why = flavor.latest === 'auto' ? 'the first rule that gives a name names a release' : 'latest=true';
    const reason = { rule: 'latest', place, why, meaning: 'pointer' };
    const before = named.get(tag);
    if (before === undefined)
        named.set(tag, [reason]);
    else
        add(named, tag, reason);
}

;// CONCATENATED MODULE: ./packages/metadata/compute.ts


/** The names and labels that the plan gives for these facts. @throws UsageError that names the line */
function computeMetadata(plan, facts) {
    const names = namesOf(plan.rules, plan.flavor, facts);
    const version = names.names[0]?.tag;
    return {
        ...names,
        version,
        images: plan.images,
        labels: labelsOf(plan.labels, facts, version ?? ''),
        annotations: labelsOf(plan.annotations, facts, version ?? ''),
    };
}
/** Every image with every name; the names alone where there is no image. */
function tagsOf(images, names) {
    if (images.length === 0)
        return names;
    return images.flatMap((image) => names.map((name) => `${image}:${name}`));
}
/** `manifest:key=value`, for each level. */
const annotationLines = (annotations, levels) => levels.flatMap((level) => [...annotations].map(([key, value]) => `${level}:${key}=${value}`));

;// CONCATENATED MODULE: ./packages/io/github-door.ts
/**
 * What `GET path` of GitHub's API answers, as unchecked data. `path` starts with `/` and has its parts encoded. Loaded on demand.
 * @throws Failed with the code `github` when it cannot be had
 */
async function gitHubJson(access, path) {
    return (await __webpack_require__.e(/* import() */ 557).then(__webpack_require__.bind(__webpack_require__, 2557))).gitHubJson(access, path);
}

;// CONCATENATED MODULE: ./packages/pipeline/metadata-facts.ts


/**
 * Finds out what names are computed from: the event, GitHub's word on the repository, and from git or GitHub what the plan needs.
 * No registry is asked.
 * @throws UsageError outside a workflow and a git repository; Failed when something that is needed cannot be had
 */
async function metadataFacts(io, plan, input) {
    const isWorkflow = (io.env.get('GITHUB_EVENT_NAME') ?? '') !== '';
    const context = input.context ?? (isWorkflow ? 'workflow' : 'git');
    const occasion = context === 'workflow'
        ? occasionOf(io.env, await io.payload())
        : await gitOccasion(io, isWorkflow);
    const source = { io, occasion, context, token: input['github-token'] };
    const { needs } = plan;
    const [repository, committed, tags, described] = await Promise.all([
        repositoryFacts(source),
        needs.commitDate ? commitDate(source) : undefined,
        needs.gitTags ? gitTags(io) : undefined,
        descriptions(io, occasion.commit, needs.descriptions),
    ]);
    return {
        occasion,
        now: io.now(),
        shortLength: shortLengthOf(io.env),
        repository,
        descriptions: described,
        form: { tagPrefix: input['tag-prefix'], revisionSuffix: input['revision-suffix'] },
        ...(committed && { commitDate: committed }),
        ...(tags && { gitTags: tags }),
    };
}
/** The occasion that the working tree stands for. */
async function gitOccasion(io, isWorkflow) {
    if (!isWorkflow) {
        const event = await io.event();
        if (event === undefined)
            throw noGit();
        const at = { eventName: '', commit: event.commit, payload: {} };
        if (event.kind === 'push')
            return { ...at, ref: `refs/heads/${event.branch}` };
        return { ...at, ref: event.kind === 'tag' ? `refs/tags/${event.tag}` : '' };
    }
    const history = await historyOf(io);
    const { commit, branch } = await history.head();
    if (commit === undefined)
        throw new errors/* UsageError */.eb('the git repository has no commit yet');
    const workflow = occasionOf(io.env, await io.payload());
    if (branch !== undefined)
        return { ...workflow, commit, ref: `refs/heads/${branch}` };
    // What the event's own commit is called is what the event says: a pull request has no branch here.
    if (commit === io.env.get('GITHUB_SHA'))
        return workflow;
    const [tag, ...others] = await history.tagsAt(commit);
    if (tag !== undefined && others.length === 0)
        return { ...workflow, commit, ref: `refs/tags/${tag}` };
    throw new errors/* UsageError */.eb(`HEAD is detached at ${commit.slice(0, 12)}, where ${tag === undefined ? 'no git tag is' : 'several git tags are'}: check out a branch or one tag, or leave out context: git`, { input: 'context' });
}
const noGit = () => new errors/* UsageError */.eb('there is neither an event nor a git repository to take names from');
async function historyOf(io) {
    const history = await io.history();
    if (history === undefined) {
        throw new errors/* UsageError */.eb('there is no git repository here: check it out first');
    }
    return history;
}
const pathOf = ({ io }) => {
    const parts = (io.env.get('GITHUB_REPOSITORY') ?? '').split('/');
    if (parts.length !== 2 || parts.includes(''))
        return undefined;
    return `/repos/${parts.map(encodeURIComponent).join('/')}`;
};
async function repositoryFacts(source) {
    const { io, occasion, token } = source;
    const path = pathOf(source);
    const known = Reflect.get(Object(occasion.payload), 'repository');
    if (path === undefined)
        return withBranch(io, factsIn(known));
    try {
        return factsIn(await gitHubJson({ io, token }, path));
    }
    catch (error) {
        const facts = factsIn(known);
        if ((0,errors/* codeOf */.$N)(error) !== 'github' || facts.name === '' || facts.url === '')
            throw error;
        io.log.warn(`labels are taken from the event: ${(0,errors/* messageOf */.bD)(error)}`);
        return facts;
    }
}
/** On a terminal git knows the default branch. */
async function withBranch(io, facts) {
    if (facts.defaultBranch !== '')
        return facts;
    const branch = await (await io.history())?.defaultBranch();
    return { ...facts, defaultBranch: branch?.name ?? '' };
}
/** https://docs.github.com/rest/repos/repos#get-a-repository */
const factsIn = (repository) => ({
    name: payloadText(repository, 'name') ?? '',
    description: payloadText(repository, 'description') ?? '',
    url: payloadText(repository, 'html_url') ?? '',
    defaultBranch: payloadText(repository, 'default_branch') ?? '',
    license: payloadText(repository, 'license', 'spdx_id') ?? '',
});
/** In a context of git its word; else the event's where it says so, and GitHub's. */
async function commitDate(source) {
    const { io, occasion, context } = source;
    const { commit, payload } = occasion;
    if (context === 'git')
        return (await historyOf(io)).time(commit);
    const date = new Date(pushedAt(payload, commit) ?? (await committedAt(source)) ?? '');
    if (!Number.isNaN(date.getTime()))
        return date;
    throw new errors/* Failed */.cV(3, 'github', `the date of commit ${commit} is not known to GitHub`);
}
/** https://docs.github.com/rest/commits/commits#get-a-commit */
async function committedAt(source) {
    const { io, occasion, token } = source;
    const path = pathOf(source);
    if (path === undefined)
        return undefined;
    const commit = encodeURIComponent(occasion.commit);
    const answer = await gitHubJson({ io, token }, `${path}/commits/${commit}`);
    return payloadText(answer, 'commit', 'committer', 'date');
}
/** https://docs.github.com/webhooks/webhook-events-and-payloads#push */
function pushedAt(payload, commit) {
    const commits = Reflect.get(Object(payload), 'commits');
    const pushed = Array.isArray(commits) ? commits : [];
    const head = Reflect.get(Object(payload), 'head_commit');
    const found = [...pushed, head].find((each) => payloadText(each, 'id') === commit);
    return payloadText(found, 'timestamp');
}
async function gitTags(io) {
    const tags = await (await historyOf(io)).tags();
    if (tags !== undefined)
        return tags;
    throw new errors/* UsageError */.eb('this shallow clone holds no git tags, and a version is counted from them: check out with fetch-tags: true', { input: 'tags' });
}
async function descriptions(io, commit, matches) {
    const found = new Map();
    if (matches.length === 0)
        return found;
    const history = await historyOf(io);
    for (const match of matches)
        found.set(match, await history.describe(commit, match));
    return found;
}

// EXTERNAL MODULE: ./actions/tags/names.ts
var tags_names = __webpack_require__(1402);
// EXTERNAL MODULE: ./actions/tags/separators.ts
var separators = __webpack_require__(2592);
;// CONCATENATED MODULE: ./actions/tags/compute.ts






/**
 * Computes names, labels and annotations as metadata-action does. No registry is touched, unless the image is named with the
 * digest that is to get the names, or it is asked to explain: then it is read what stands there.
 */
async function computeNames(io, input) {
    const plan = parseMetadata(compute_textsOf(io, input));
    for (const doubt of plan.doubts)
        io.log.warn(doubt);
    const levels = levelsOf(io.env);
    const facts = await metadataFacts(io, plan, input);
    const metadata = computeMetadata(plan, facts);
    const { version, images, names, silent, labels, annotations } = metadata;
    if (version === undefined)
        io.log.warn('no name came out of this event: look at the rules of tags');
    const document = {
        kind: (0,io_names/* kindOf */.I)('tags'),
        image: null,
        digest: null,
        results: [],
        repository: images[0] ?? '',
        repositories: images,
        version: version ?? null,
        names: names.map(({ tag, reasons }) => ({
            tag,
            rule: reasons[0].rule,
            why: whyOf(reasons, input.explain),
            ...tags_names/* planned */.l,
        })),
        silent: input.explain
            ? silent.map(({ place, why }) => ({ rule: place.text, line: place.line, why }))
            : [],
        looks: [],
        labels: [...labels].map(([key, value]) => `${key}=${value}`),
        annotations: annotationLines(annotations, levels),
        separators: (0,separators/* separatorsOf */.o)(input),
        bakeTarget: input['bake-target'],
    };
    const { name, digest } = input.image === undefined ? {} : (0,reference/* parseRegistryReference */.qq)(input.image);
    if (name === undefined || digest === undefined) {
        if (!input.explain)
            return document;
        const { explainComputed } = await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(293), __webpack_require__.e(333), __webpack_require__.e(232), __webpack_require__.e(523)]).then(__webpack_require__.bind(__webpack_require__, 9454));
        return explainComputed(io, { document, names, input });
    }
    const { writeComputed } = await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(815), __webpack_require__.e(293), __webpack_require__.e(333), __webpack_require__.e(246), __webpack_require__.e(590), __webpack_require__.e(232), __webpack_require__.e(649)]).then(__webpack_require__.bind(__webpack_require__, 9649));
    const { commit } = facts.occasion;
    return writeComputed(io, { document, names, commit, name, digest, input });
}
/** Lists as they were typed: their lines are counted, and quotes may hold newlines. */
function compute_textsOf(io, { image }) {
    const given = (name) => io.input(name);
    const images = given('images');
    if (image !== undefined && images !== undefined) {
        throw new errors/* UsageError */.eb('"image" and "images" name the same thing: give one of them', {
            input: 'images',
        });
    }
    const named = image === undefined ? undefined : (0,reference/* parseRegistryReference */.qq)(image);
    return {
        images: images ?? (named?.digest === undefined ? image : named.name),
        tags: given('tags'),
        flavor: given('flavor'),
        labels: given('labels'),
        annotations: given('annotations'),
    };
}
const whyOf = (reasons, explain) => reasons
    .map(({ place, why }) => (explain ? `${placeName(place)}, ${place.text}: ${why}` : why))
    .join('; also ');


/***/ }),

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


/***/ }),

/***/ 1115:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ readPython)
/* harmony export */ });
const separator = '[-_.]?';
const grammar = new RegExp([
    '^v?(?:([0-9]+)!)?([0-9]+(?:\\.[0-9]+)*)',
    `(?:${separator}(alpha|a|beta|b|preview|pre|c|rc)${separator}([0-9]+)?)?`,
    `(?:-([0-9]+)|${separator}(post|rev|r)${separator}([0-9]+)?)?`,
    `(?:${separator}(dev)${separator}([0-9]+)?)?`,
    '(?:\\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$',
].join(''));
/**
 * Reads a version of PEP 440 in any of its spellings; undefined for anything else.
 * https://peps.python.org/pep-0440/#appendix-b-parsing-version-strings-with-regular-expressions
 */
function readPython(text) {
    const match = grammar.exec(text.toLowerCase());
    if (match === null)
        return undefined;
    const [, epoch = '0', release = '', pre, preNumber = '0', implicit, post] = match;
    const [postNumber = '0', dev, devNumber = '0', local] = match.slice(7);
    return {
        epoch: plain(epoch),
        release: release.split('.').map(plain),
        pre: pre === undefined ? undefined : { stage: stageOf(pre), number: plain(preNumber) },
        post: post === undefined ? implicit && plain(implicit) : plain(postNumber),
        dev: dev === undefined ? undefined : plain(devNumber),
        local: local?.split(/[-_.]/).map((one) => (/^[0-9]+$/.test(one) ? plain(one) : one)),
    };
}
const plain = (digits) => digits.replace(/^0+(?=[0-9])/, '');
/** `c`, `pre` and `preview` are spellings of `rc`. */
const stageOf = (word) => word.startsWith('a') ? 'a' : word.startsWith('b') ? 'b' : 'rc';


/***/ })

};
