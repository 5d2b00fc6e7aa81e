/** Objects that Go's tools read into fields; all others are maps, or passed over. */
const places = /^(?:(?:config|subject|layers|manifests)(?:\/platform)?)?$/;

const fields = new Set(
  [
    ['schemaVersion', 'mediaType', 'artifactType', 'config', 'layers', 'manifests', 'subject'],
    ['annotations', 'fsLayers', 'digest', 'size', 'urls', 'data', 'platform'],
    ['os', 'architecture', 'variant', 'os.version', 'os.features'],
  ].flat(),
);
const folded = new Set([...fields].map(fold));

/** As Go compares names of fields: U+017F is an s, too. */
function fold(key: string): string {
  return key.toUpperCase().toLowerCase();
}

interface Level {
  readonly isObject: boolean;
  /** The keys that lead here. */
  readonly path: string;
  readonly keys: Set<string>;
  key: string;
}

/**
 * The first key of a manifest that not everybody reads alike; undefined when there is none. Of two equal keys Go and
 * JavaScript take the last, others the first, and Go takes "Layers" for "layers" where there is no such key or it comes
 * later: one set of bytes would be two images.
 * @param text JSON that has been parsed, so that its form and depth are known
 */
export function ambiguousKey(text: string): string | undefined {
  const levels: Level[] = [];
  let isKey = false;
  for (let at = 0; at < text.length; at += 1) {
    const level = levels.at(-1);
    const sign = text[at] ?? '';
    if (sign === '"') {
      const end = endOfText(text, at);
      if (isKey && level !== undefined) {
        level.key = JSON.parse(text.slice(at, end)) as string;
        if (isAmbiguous(level)) return level.key;
        level.keys.add(level.key);
      }
      isKey = false;
      at = end - 1;
    } else if (sign === '{' || sign === '[') {
      levels.push(below(level, sign === '{'));
      isKey = sign === '{';
    } else if (sign === '}' || sign === ']') {
      levels.pop();
      isKey = false;
    } else if (sign === ',') isKey = level?.isObject === true;
  }
  return undefined;
}

const below = (level: Level | undefined, isObject: boolean): Level => ({
  isObject,
  path:
    level?.isObject === true
      ? `${level.path}/${level.key}`.replace(/^\//, '')
      : (level?.path ?? ''),
  keys: new Set(),
  key: '',
});

const isAmbiguous = ({ path, keys, key }: Level): boolean =>
  keys.has(key) || (places.test(path) && !fields.has(key) && folded.has(fold(key)));

function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
