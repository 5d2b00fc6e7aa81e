import type { Collector } from './collector.ts';
import { isWord } from './printable.ts';
import { stanzas } from './stanzas.ts';

/** A package that dpkg has unpacked. */
export interface DpkgPackage {
  readonly name: string;
  /** `[epoch:]upstream[-revision]`, as written. */
  readonly version: string;
  /** `amd64`, `all` */
  readonly architecture?: string;
  /** Where the field `Source` stands; without a version it has the package's own. */
  readonly source?: DpkgSource;
}

export interface DpkgSource {
  readonly name: string;
  readonly version?: string;
}

const fields = ['package', 'status', 'version', 'architecture', 'source'] as const;
type Field = (typeof fields)[number];
const byName = new Map<string, Field>(fields.map((field) => [field, field]));
const longest = Math.max(...fields.map(({ length }) => length));

/**
 * States in which the files are there, whatever shall become of them: `deinstall ok installed` waits for its removal.
 * Of `config-files` the configuration alone is left. https://manpages.debian.org/bookworm/dpkg/dpkg.1.en.html#Package_states
 */
const unpacked = new Set([
  'installed',
  'triggers-pending',
  'triggers-awaited',
  'half-configured',
  'unpacked',
]);

/**
 * dpkg's database: `status`, or one file for each package in `status.d` as distroless images have it. A stanza
 * without a state was written by a builder of images, and counts. Of two with the same name and architecture the last
 * counts. https://www.debian.org/doc/debian-policy/ch-controlfields.html
 */
export const dpkg: Collector<DpkgPackage> = {
  name: 'dpkg',
  version: 1,
  maxBytes: 32 << 20,
  wants: (path) =>
    path === 'var/lib/dpkg/status' ||
    (/^var\/lib\/dpkg\/status\.d\/[^/]+$/.test(path) && !path.endsWith('.md5sums')),
  parse(_path, bytes) {
    const packages = new Map<string, DpkgPackage>();
    for (const stanza of stanzas(bytes, fieldOf)) {
      const found = packageOf(stanza);
      if (found !== undefined) packages.set(`${found.name} ${found.architecture ?? ''}`, found);
    }
    return [...packages.values()];
  },
};

/** Names of fields are the same in any case. */
const fieldOf = (name: string): Field | undefined =>
  name.length > longest + 1 ? undefined : byName.get(name.trimEnd().toLowerCase());

function packageOf(stanza: ReadonlyMap<Field, string>): DpkgPackage | undefined {
  const name = (stanza.get('package') ?? '').toLowerCase();
  const version = stanza.get('version') ?? '';
  if (!isName(name) || !isWord(version) || !isUnpacked(stanza.get('status'))) return undefined;
  const architecture = stanza.get('architecture') ?? '';
  const source = sourceOf(stanza.get('source') ?? '');
  return {
    name,
    version,
    ...(isWord(architecture) ? { architecture } : {}),
    ...(source === undefined ? {} : { source }),
  };
}

const isName = (text: string): boolean => isWord(text) && /^[a-z0-9][a-z0-9+._-]*$/.test(text);

/** `want flag state`: the third word says what is there. */
function isUnpacked(status: string | undefined): boolean {
  if (status === undefined) return true;
  const [, , state = '', ...more] = status.split(/\s+/);
  return more.length === 0 && unpacked.has(state.toLowerCase());
}

/** `name` or `name (version)`. */
function sourceOf(text: string): DpkgSource | undefined {
  const open = text.indexOf('(');
  const name = (open < 0 ? text : text.slice(0, open)).trim();
  if (!isName(name)) return undefined;
  const close = text.indexOf(')', open);
  const version = open < 0 || close < 0 ? '' : text.slice(open + 1, close).trim();
  return isWord(version) ? { name, version } : { name };
}
