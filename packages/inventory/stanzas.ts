/** A string of its own: a slice would keep the whole file in memory. */
const detached = (slice: string): string => Buffer.from(slice, 'latin1').toString('latin1');

/**
 * The stanzas of a file of `Name: value` lines with empty lines between them, each as the first value of the fields
 * that are asked for. Lines that begin with a space go on with the field before them, and are stepped over.
 */
export function* stanzas<Field extends string>(
  bytes: Uint8Array,
  fieldOf: (name: string) => Field | undefined,
): Generator<ReadonlyMap<Field, string>, void, undefined> {
  let stanza = new Map<Field, string>();
  for (const line of lines(bytes)) {
    const first = line.charCodeAt(0);
    if (!(first > 0x20)) {
      if (stanza.size === 0 || line.trim() !== '') continue;
      yield stanza;
      stanza = new Map();
      continue;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? undefined : fieldOf(line.slice(0, colon));
    if (field === undefined || stanza.has(field)) continue;
    stanza.set(field, detached(line.slice(colon + 1).trim()));
  }
  if (stanza.size > 0) yield stanza;
}

/** One character for each byte: what is asked for is ASCII, and the rest must not fail. */
function* lines(bytes: Uint8Array): Generator<string, void, undefined> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    yield text.slice(at, end);
    at = end + 1;
  }
}
