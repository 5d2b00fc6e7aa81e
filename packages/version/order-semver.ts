import { linesOf, mark, numberAt, orderBy, wordAt, type Ordered, type Place } from './order.ts';

const number = '(0|[1-9][0-9]*)';
const core = new RegExp(`^${number}\\.${number}\\.${number}$`);
const identifier = /^(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)$/;
const build = /^[0-9A-Za-z-]+$/;

/** Below the end of a key, so that what follows it is a pre-release. */
const before = mark(-1);

/** The identifiers of a pre-release as they compare: numbers before words, a longer row behind a shorter one. */
export const preReleasePlaces = (identifiers: readonly string[]): readonly Place[] =>
  identifiers.length === 0
    ? []
    : [
        before,
        ...identifiers.map((one) => (/^[0-9]+$/.test(one) ? numberAt(2, one) : wordAt(3, one))),
      ];

/** https://semver.org/spec/v2.0.0.html: no `v` before it, build metadata is read and does not count. */
export const semver = orderBy('semver', parse);

function parse(text: string): Ordered | undefined {
  const plus = text.indexOf('+');
  const version = plus < 0 ? text : text.slice(0, plus);
  if (plus >= 0 && !areAll(build, text.slice(plus + 1).split('.'))) return undefined;
  const dash = version.indexOf('-');
  const numbers = core.exec(dash < 0 ? version : version.slice(0, dash))?.slice(1);
  if (numbers === undefined) return undefined;
  const pre = dash < 0 ? [] : version.slice(dash + 1).split('.');
  if (!areAll(identifier, pre)) return undefined;
  return {
    text,
    key: [...numbers.map((one) => numberAt(1, one)), ...preReleasePlaces(pre)],
    lines: linesOf(numbers),
    pre: pre.length > 0,
    revised: false,
  };
}

const areAll = (grammar: RegExp, texts: readonly string[]): boolean =>
  texts.every((text) => grammar.test(text));
