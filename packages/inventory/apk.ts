import type { Collector } from './collector.ts';
import { isLine, isWord } from './printable.ts';
import { stanzas } from './stanzas.ts';

/** A package that apk has installed. */
export interface ApkPackage {
  readonly name: string;
  /** `upstream-rN`, as written. */
  readonly version: string;
  /** `x86_64`, `noarch` */
  readonly architecture?: string;
  /** The package that it was built with: what Alpine's advisories name. */
  readonly origin?: string;
  readonly license?: string;
  /** Of the package file (`Q1…`): two builds of one version differ in it. */
  readonly checksum?: string;
}

const fields = {
  P: 'name',
  V: 'version',
  A: 'architecture',
  o: 'origin',
  L: 'license',
  C: 'checksum',
} as const;
type Field = (typeof fields)[keyof typeof fields];
const byLetter = new Map<string, Field>(Object.entries(fields));

/**
 * apk's database of what is installed; newer images have it below `usr`. Of two packages with the same name and
 * architecture the last counts. https://wiki.alpinelinux.org/wiki/Apk_spec#Installed_Database_V2
 */
export const apk: Collector<ApkPackage> = {
  name: 'apk',
  version: 1,
  maxBytes: 32 << 20,
  wants: (path) => /^(?:usr\/)?lib\/apk\/db\/installed$/.test(path),
  parse(_path, bytes) {
    const packages = new Map<string, ApkPackage>();
    for (const stanza of stanzas(bytes, (name) => byLetter.get(name))) {
      const found = packageOf(stanza);
      if (found !== undefined) packages.set(`${found.name} ${found.architecture ?? ''}`, found);
    }
    return [...packages.values()];
  },
};

function packageOf(stanza: ReadonlyMap<Field, string>): ApkPackage | undefined {
  const word = (field: Field): string => stanza.get(field) ?? '';
  const [name, version] = [word('name'), word('version')];
  if (!isWord(name) || !isWord(version)) return undefined;
  const [architecture, origin, license] = [word('architecture'), word('origin'), word('license')];
  const checksum = word('checksum');
  return {
    name,
    version,
    ...(isWord(architecture) ? { architecture } : {}),
    ...(isWord(origin) ? { origin } : {}),
    ...(isLine(license) ? { license } : {}),
    ...(isWord(checksum) ? { checksum } : {}),
  };
}
