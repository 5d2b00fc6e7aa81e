import type { Collector } from './collector.ts';
import { isLine, isWord } from './printable.ts';

/** A package that stands in a folder `node_modules`. */
export interface NpmPackage {
  /** As it calls itself; an alias may have put it into a folder of another name. */
  readonly name: string;
  readonly version: string;
  /** As written, which should be an SPDX expression. */
  readonly license?: string;
}

/** What Node finds: a folder directly below `node_modules`, or one of a scope there. Those with a dot are npm's own. */
const installed = /(?:^|\/)node_modules\/(?:@[^/]+\/)?(?![.@])[^/]+\/package\.json$/;

const part = "[A-Za-z0-9._~!*'()-]+";
const nameForm = new RegExp(`^(?:@${part}/)?${part}$`);
/** https://docs.npmjs.com/cli/v11/configuring-npm/package-json#name */
const maxName = 214;
/** https://github.com/npm/node-semver#constants */
const maxVersion = 256;

/**
 * Packages that npm and its like have installed, npm itself among them: their `package.json`, and no lock file, which
 * says what shall be. https://docs.npmjs.com/cli/v11/configuring-npm/package-json
 */
export const npm: Collector<NpmPackage> = {
  name: 'npm',
  version: 1,
  maxBytes: 1 << 20,
  wants: (path) => installed.test(path),
  parse(_path, bytes) {
    const manifest = parseObject(bytes);
    const { name, version } = manifest;
    if (typeof name !== 'string' || name.length > maxName || !nameForm.test(name)) return [];
    if (typeof version !== 'string' || version.length > maxVersion || !isWord(version)) return [];
    const license = licenseOf(manifest);
    const isSaid = license !== undefined && isLine(license);
    return [{ name, version, ...(isSaid ? { license } : {}) }];
  },
};

function parseObject(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    // Old packages have names of people in other encodings: only ASCII is wanted of them.
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** `license` is a string; of old an object, or a list `licenses` of which one may choose. */
function licenseOf({ license, licenses }: Readonly<Record<string, unknown>>): string | undefined {
  if (license !== undefined) return typeOf(license);
  if (!Array.isArray(licenses)) return typeOf(licenses);
  const types = licenses.map(typeOf).filter((type) => type !== undefined);
  return types.length === 0 ? undefined : types.join(' OR ');
}

function typeOf(license: unknown): string | undefined {
  const type = isObject(license) ? license.type : license;
  return typeof type === 'string' && type !== '' ? type : undefined;
}
