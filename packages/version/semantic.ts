/** What a version of semver says; numbers as digits, of any length. */
export interface Semantic {
  readonly numbers: readonly [string, string, string];
  readonly pre: readonly string[];
  readonly build: readonly string[];
}

const number = '(0|[1-9][0-9]*)';
const core = new RegExp(`^${number}\\.${number}\\.${number}$`);
const identifier = /^(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)$/;
const buildIdentifier = /^[0-9A-Za-z-]+$/;

/** Reads `1.2.3-rc.1+build`, without a `v`; undefined for anything else. https://semver.org/spec/v2.0.0.html */
export function readSemantic(text: string): Semantic | undefined {
  const [version, build] = cut(text, '+');
  const [release, pre] = cut(version, '-');
  const [, major, minor, patch] = core.exec(release) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return undefined;
  const identifiers = { pre: pre?.split('.') ?? [], build: build?.split('.') ?? [] };
  const isRight =
    identifiers.pre.every((one) => identifier.test(one)) &&
    identifiers.build.every((one) => buildIdentifier.test(one));
  return isRight ? { numbers: [major, minor, patch], ...identifiers } : undefined;
}

/** What stands before the first such letter, and what behind it. */
function cut(text: string, letter: string): readonly [string, string | undefined] {
  const at = text.indexOf(letter);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
